//! Many commands at once.

use std::io::{BufRead, BufReader};
use std::process::Stdio;

use zhibu::store::{Store, Waiting};
use zhibu::words::Text;

use super::driver::command;
use super::records::{all, assert_tidy, fresh};

#[test]
fn forty_commands_at_once_leave_forty_records() {
    let dir = fresh();
    let branch = dir.path().join("branch");
    let run = |n: usize| command(&format!("record:n{n}"), &branch).stderr(Stdio::piped()).stdout(Stdio::null()).spawn();
    let commands: Vec<_> = (0..40).map(|n| run(n).unwrap()).collect();
    for command in commands {
        let output = command.wait_with_output().unwrap();
        assert!(output.status.success(), "{output:?}");
    }
    let records = all(&branch);
    let ledger = String::from_utf8(records["points/2026-11.toml"].clone()).unwrap();
    for n in 0..40 {
        assert!(ledger.contains(&format!("{{ id = \"n{n}\",")), "n{n} is lost");
        assert!(records.contains_key(&format!("issues/n{n}.toml")), "n{n} is lost");
    }
    assert_eq!(ledger.lines().count(), 43);
    assert_tidy(&branch);
}

#[test]
fn a_waiting_command_says_for_whom() {
    let dir = fresh();
    let branch = dir.path().join("branch");
    let store = Store::find(&branch).unwrap();
    let mut nobody = |_: &Text| panic!("nobody is to be waited for");
    let lock = store.lock("meeting log", &mut Waiting { tell: Some(&mut nobody), ..Waiting::default() }).unwrap();
    let mut waiting = command("next", &branch).stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
    let mut said = String::new();
    BufReader::new(waiting.stderr.take().unwrap()).read_line(&mut said).unwrap();
    let process = std::process::id();
    assert_eq!(said, format!("waiting for another command to finish: `meeting log` (process {process})\n"));
    drop(lock);
    assert!(waiting.wait().unwrap().success());
}
