//! A program to be struck: this test binary runs itself with the name of an operation in its environment.

use std::path::Path;
use std::process::Command;

use zhibu::branch::{Change, Edit, FileChange, What};
use zhibu::record::{RelPath, Value};
use zhibu::store::{Store, Waiting};
use zhibu::words::{Lang, Text};

/// A command that does an operation on a directory.
pub(crate) fn command(operation: &str, dir: &Path) -> Command {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(["--exact", "driver::drive", "--nocapture", "--test-threads=1", "-q"]);
    command.env("ZHIBU_TEST_OPERATION", operation).env("ZHIBU_TEST_DIR", dir);
    command
}

/// Does the operation that is asked for; in a run of the tests none is.
#[test]
#[allow(clippy::print_stderr)]
fn drive() {
    let (Some(operation), Some(dir)) = (std::env::var_os("ZHIBU_TEST_OPERATION"), std::env::var_os("ZHIBU_TEST_DIR"))
    else {
        return;
    };
    let operation = operation.into_string().unwrap();
    let done = Store::find(Path::new(&dir)).and_then(|store| {
        let mut tell = |text: &Text| eprintln!("{}", text.get(Lang::En));
        let lock = store.lock(&operation, &mut Waiting { tell: Some(&mut tell), ..Waiting::default() })?;
        lock.commit(&change(&operation, Path::new(&dir)), &|_| vec![])
    });
    match done {
        Ok(_) => std::process::exit(0),
        Err(error) => {
            eprintln!("{error}");
            std::process::exit(1)
        }
    }
}

/// The change that an operation makes.
pub(crate) fn change(operation: &str, dir: &Path) -> Change {
    let file = |path: &str, what| FileChange { path: RelPath::new(path).unwrap(), what };
    let set = |key, value| What::Edit(vec![Edit::Set(vec![], key, value)]);
    let record = |id: &str| {
        let line = Value::Line(vec![("id", Value::text(id)), ("note", Value::text("x".repeat(300)))]);
        What::Edit(vec![Edit::Insert(vec![], "entries", None, line)])
    };
    let member = || file("members/zhao-gang.toml", set("name", Value::text("赵钢")));
    let meeting = || file("meetings/2027/2027-01-05-committee.toml", What::Create("kind = \"committee\"\n".into()));
    let picture = || file("evidence/2027/p.jpg", What::Copy(dir.with_file_name("picture")));
    let files = match operation.split_once(':') {
        Some(("record", id)) => vec![
            file("points/2026-11.toml", record(id)),
            file(&format!("issues/{id}.toml"), What::Create(format!("id = \"{id}\"\n"))),
        ],
        _ => match operation {
            "create" => vec![meeting()],
            "edit" => vec![member()],
            "copy" => vec![picture()],
            "next" => vec![file("zhibu.toml", set("next", Value::Bool(true)))],
            "several" => vec![member(), meeting(), picture(), file("points/2026-11.toml", record("k7p2m4"))],
            other => panic!("no operation {other}"),
        },
    };
    Change { files, ..Change::default() }
}
