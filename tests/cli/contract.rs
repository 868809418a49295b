use std::fs::File;
use std::process::Stdio;

use insta::assert_snapshot;

use super::sandbox::Sandbox;

/// One call of each changing command, each of which has something to change.
const CHANGING: [&str; 15] = [
    "group add 治安党小组 --id public-order",
    "group edit 刑侦 --note 好",
    "member add 周杰 -s full -g office",
    "member edit 孙磊 --note 好",
    "member move 孙磊 office",
    "member post 孙磊 deputy",
    "member standing 许诺 full",
    "member leave 李敏 --reason 调出",
    "meeting log 党课 --absent 孙磊:ill",
    "meeting edit 11-05 --place 二楼",
    "meeting edit 11-05 --on 11-06",
    "meeting attend 11-05 --late 赵刚",
    "meeting decide 11-05 同意",
    "points award 孙磊 commended 3",
    "accept record-thin meetings --why 已归档",
];

fn logged() -> Sandbox {
    let branch = Sandbox::branch();
    branch.run("meeting log group -g 刑侦 --on 11-05 --absent 孙磊:duty");
    branch
}

#[test]
fn a_dry_run_of_every_command_writes_nothing_and_says_what_it_would() {
    let branch = logged();
    let (before, head) = (branch.files(), branch.git(&["rev-parse", "HEAD"]));
    for line in CHANGING {
        let told = branch.run(&format!("{line} --dry-run"));
        assert!(told.starts_with("--- ") && told.contains("\n+++ b/"), "{line}: {told}");
        assert!(!told.contains("--- stderr") && !told.contains("--- exit"), "{line}: {told}");
        assert!(branch.files() == before, "{line} wrote something");
    }
    assert_eq!(branch.git(&["rev-parse", "HEAD"]), head);
    assert_eq!(branch.git(&["status", "--porcelain"]), "");
}

#[test]
fn every_changing_command_is_silent_on_standard_output_and_makes_one_commit() {
    for line in CHANGING {
        let branch = logged();
        let count = || branch.git(&["rev-list", "--count", "HEAD"]).trim().parse::<u32>().unwrap();
        let before = count();
        let words: Vec<_> = line.split_whitespace().collect();
        let output = branch.command(&words).output().unwrap();
        assert!(output.status.success(), "{line}: {output:?}");
        assert!(output.stdout.is_empty(), "{line}: what was done is no answer");
        assert_eq!(count(), before + 1, "{line}");
        assert_eq!(branch.git(&["status", "--porcelain"]), "", "{line}");
        assert_eq!(branch.contradictions(), Vec::<serde_json::Value>::new(), "{line}");
    }
}

#[test]
fn quiet_says_nothing_but_what_is_wrong() {
    let branch = logged();
    for line in CHANGING {
        assert_eq!(logged().run(&format!("{line} --quiet")), "", "{line}");
    }
    assert_eq!(branch.run("-q check members"), "");
    assert_eq!(branch.run("-q export --month 2026-11 --out out"), "");
    assert_snapshot!(branch.refused("-q meeting log 党课 --absent 孙雷"), @"
    --- stderr
    error: no member `孙雷`
    help: did you mean `sun-lei` (孙磊)?
    --- exit Some(2)
    ");
}

#[test]
fn no_commit_writes_and_leaves_the_history() {
    for line in CHANGING {
        let branch = logged();
        let (before, head) = (branch.files(), branch.git(&["rev-parse", "HEAD"]));
        branch.run(&format!("{line} --no-commit"));
        assert!(branch.files() != before, "{line}");
        assert_eq!(branch.git(&["rev-parse", "HEAD"]), head, "{line}");
    }
}

#[test]
fn a_change_that_changes_nothing_says_so_and_makes_no_commit() {
    let branch = logged();
    branch.run("meeting edit 11-05 --place 二楼 --link 刑侦");
    let head = branch.git(&["rev-parse", "HEAD"]);
    assert_snapshot!(branch.run("meeting edit 11-05 --place 二楼"), @"
    --- stderr
    nothing changed: the records say so already
    ");
    assert_snapshot!(branch.run("meeting edit 11-05 --link 刑侦 --lang zh"), @"
    --- stderr
    没有变化，不用写入
    ");
    assert_snapshot!(branch.run("member edit 孙磊 --name 孙磊"), @"
    --- stderr
    nothing changed: the records say so already
    ");
    assert_eq!(branch.git(&["rev-parse", "HEAD"]), head);
}

#[test]
fn the_directory_is_found_upwards_and_by_its_name() {
    let branch = logged();
    let inside = branch.root().join("meetings/2026");
    let words = ["member", "show", "孙磊"];
    let upwards = branch.told(&branch.command(&words).current_dir(&inside).output().unwrap());
    assert_eq!(upwards, branch.run("member show 孙磊"));
    assert_eq!(branch.run("-C meetings/2026 member show 孙磊"), upwards);
    let outside = Sandbox::empty();
    assert_snapshot!(outside.refused("member list"), @"
    --- stderr
    error: no zhibu.toml in `$DIR` or above it
    help: make one with `zhibu init`, or name its folder with -C
    --- exit Some(1)
    ");
    assert_snapshot!(outside.refused("-C nowhere member list"), @"
    --- stderr
    error: there is no folder `nowhere`
    --- exit Some(1)
    ");
}

#[test]
fn with_a_folder_named_the_paths_of_the_call_begin_there() {
    let branch = Sandbox::branch();
    branch.write("desk/sign-in.png", "picture");
    branch.write("desk/minutes.txt", "记录\n");
    let above = branch.root().parent().unwrap();
    let desk = format!("{}/desk", branch.root().file_name().unwrap().to_str().unwrap());
    let words = ["-C", &desk, "meeting", "log", "党课", "--evidence", "sign-in.png", "--minutes", "minutes.txt"];
    let told = branch.told(&branch.command(&words).current_dir(above).output().unwrap());
    assert!(!told.contains("exit"), "{told}");
    assert_eq!(branch.read("evidence/2026/2026-11-23-lesson-1.png"), "picture");
    let words = ["-C", &desk, "export", "--month", "2026-11", "--out", "out"];
    assert!(branch.command(&words).current_dir(above).output().unwrap().status.success());
    assert!(branch.root().join("desk/out/members.csv").exists());
}

#[test]
fn a_reader_that_goes_away_is_no_error_in_any_command() {
    let branch = logged();
    let lines = [
        "member list",
        "meeting show 11-05",
        "report points --format json",
        "export --month 2026-11 --table points_detail",
        "--help",
    ];
    for line in lines {
        let words: Vec<_> = line.split_whitespace().collect();
        let mut child = branch.command(&words).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        assert_eq!((output.status.code(), &*output.stderr), (Some(0), &b""[..]), "{line}");
    }
}

#[test]
fn an_answer_that_cannot_be_written_is_an_error() {
    let branch = logged();
    let full = File::options().write(true).open("/dev/full").unwrap();
    let output = branch.command(&["member", "list"]).stdout(full).output().unwrap();
    assert_snapshot!(branch.told(&output), @"
    --- stderr
    error: cannot write to standard output: No space left on device (os error 28)
    --- exit Some(1)
    ");
}

#[test]
fn the_same_records_give_the_same_bytes_whatever_order_they_were_written_in() {
    let lines = [
        ("1", "meeting log group -g 刑侦 --on 11-05 --absent 孙磊:duty"),
        ("2", "points award 孙磊 commended 3 --on 11-06"),
        ("3", "meeting log 党课 --on 11-04 --late 李敏"),
        ("4", "points deduct 李敏 complaint 2 --on 11-02"),
    ];
    let exported = |order: &[usize]| {
        let branch = Sandbox::branch();
        for at in order {
            let words: Vec<_> = lines[*at].1.split_whitespace().collect();
            assert!(branch.command(&words).env("ZHIBU_SEED", lines[*at].0).output().unwrap().status.success());
        }
        let export = || {
            branch.run("export --month 2026-11 --out out");
            let files = branch.files().into_iter().filter(|(path, _)| path.starts_with(branch.root().join("out")));
            // Which commit the tables are of differs; nothing else does.
            let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
            let plain = |text: String| text.lines().filter(|line| !line.contains("\"commit\": ")).collect::<String>();
            files.map(|(path, bytes)| (path.file_name().unwrap().to_owned(), plain(text(bytes)))).collect::<Vec<_>>()
        };
        let once = export();
        assert_eq!(once.len(), zhibu::report::MonthTable::asked(None).len() + 1);
        assert!(export() == once, "twice the same");
        once
    };
    assert!(exported(&[0, 1, 2, 3]) == exported(&[3, 2, 1, 0]));
}

#[test]
fn who_asks_for_help_in_another_way_is_told_how() {
    let branch = Sandbox::branch();
    insta::assert_snapshot!(branch.refused("meeting help"), @"
    --- stderr
    error: `zhibu meeting` has no command `help`
    help: see zhibu meeting --help
    --- exit Some(2)
    ");
}
