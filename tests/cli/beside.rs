//! Reading beside those who change: no command sees half a change, and none waits for one who was stopped.

use std::fs;
use std::time::Instant;

use super::sandbox::Sandbox;

#[test]
fn readers_beside_a_command_that_moves_a_meeting_see_it_once() {
    let branch = Sandbox::branch();
    branch.run("meeting log theme-day --on 11-02 --topic 学习");
    let others: Vec<_> = (3..9).map(|day| format!("meeting log group -g 刑侦 --on 11-0{day} --topic x")).collect();
    others.iter().for_each(|line| drop(branch.run(line)));
    std::thread::scope(|scope| {
        let moving = scope.spawn(|| {
            for turn in 0..15 {
                let (from, to) = if turn % 2 == 0 { ("11-02", "10-12") } else { ("10-12", "11-02") };
                let told = branch.run(&format!("meeting edit 2026-{from}-theme-day --on {to}"));
                assert!(!told.contains("exit"), "{told}");
            }
        });
        while !moving.is_finished() {
            let begun = Instant::now();
            let output = branch.command(&["meeting", "list", "-p", "2026", "--format", "csv"]).output().unwrap();
            let told = branch.told(&output);
            assert!(output.status.success(), "{told}");
            assert!(begun.elapsed().as_secs() < 10, "nobody waits for one who writes all the time: {told}");
            assert!(!told.contains("gone from the disk"), "{told}");
            assert_eq!(told.lines().filter(|line| line.contains("theme-day")).count(), 1, "{told}");
        }
    });
}

#[test]
fn who_reads_while_a_change_was_stopped_half_way_sees_all_of_it_at_once() {
    let branch = Sandbox::branch();
    branch.run("meeting log theme-day --on 11-02 --topic 学习");
    let work = branch.root().join(".git/zhibu");
    let lock = fs::File::options().read(true).write(true).open(work.join("lock")).unwrap();
    lock.lock().unwrap();
    fs::write(work.join("lock"), "1 meeting edit").unwrap();
    // The meeting moved to October: the new file is not in its place yet, the old one is not gone.
    fs::create_dir_all(work.join("stage")).unwrap();
    let text = branch.read("meetings/2026/2026-11-02-theme-day.toml");
    fs::write(work.join("stage/00000001-0"), text.replace("2026-11-02", "2026-10-12")).unwrap();
    let entry = |path: &str, name: &str, had_old: bool, goes: bool| {
        format!(
            "[[file]]\npath = \"meetings/2026/{path}-theme-day.toml\"\nname = \"{name}\"\nhad_old = {had_old}\ngoes = {goes}\n"
        )
    };
    let journal = entry("2026-10-12", "00000001-0", false, false) + &entry("2026-11-02", "00000001-1", true, true);
    fs::write(work.join("journal"), format!("back = false\n{journal}")).unwrap();
    let begun = Instant::now();
    let told = branch.run("meeting list -p 2026 --format csv");
    assert!(told.contains("2026-10-12") && !told.contains("2026-11-02") && !told.contains("exit"), "{told}");
    assert!(begun.elapsed().as_secs() < 20);
    assert!(work.join("journal").exists());
    // Where nobody is at it any more, the next command completes it.
    // Not dropped alone: a program that another test is starting may still have it.
    lock.unlock().unwrap();
    let output = branch.command(&["meeting", "list", "-p", "2026", "--format", "csv"]).output().unwrap();
    let told = branch.told(&output);
    assert!(told.contains("2026-10-12,") && !told.contains("2026-11-02,"), "{told}");
    assert!(!work.join("journal").exists() && branch.root().join("meetings/2026/2026-10-12-theme-day.toml").exists());
}
