//! Conflicts that somebody committed with their marks: no merge is under way, and the cure that `check` prints works.

use super::sandbox::Sandbox;

const FILES: [&str; 5] = [
    "meetings/2026/2026-11-10-lesson.toml",
    "members/sun-lei.toml",
    "points/2026-11.toml",
    "rules/talks.toml",
    "zhibu.toml",
];

/// A branch in which these files were committed with the marks of a merge.
fn marked(of: &[&str]) -> Sandbox {
    let branch = Sandbox::branch();
    branch.run("meeting log 党课 --on 11-10 --place 原处");
    branch.run("points award 孙磊 commended 5 --on 11-11 --note 原因");
    for path in of {
        let text = branch.read(path);
        let key = ["place = ", "note = ", "name = ", "interval = "].into_iter();
        let found = key.filter_map(|key| text.lines().find(|line| line.contains(key))).next().unwrap();
        let side = |side: &str| {
            let (before, rest) = found.split_once("= \"").unwrap();
            let is_ledger = found.contains("note = ");
            match is_ledger {
                true => found.replace("原因", side),
                false => format!("{before}= \"{side}{rest}"),
            }
        };
        let marks = format!("<<<<<<< HEAD\n{}\n=======\n{}\n>>>>>>> other", side("甲"), side("乙"));
        branch.write(path, text.replacen(found, &marks, 1));
    }
    branch.git(&["commit", "--quiet", "-a", "-m", "marks"]);
    branch
}

#[test]
fn check_names_each_and_its_cure_works_for_every_kind_of_file() {
    for path in FILES {
        for (side, kept, other) in [("--ours", "甲", "乙"), ("--theirs", "乙", "甲")] {
            let branch = marked(&[path]);
            let told = branch.run("check");
            assert!(told.contains(&format!("{path}:")) && told.contains("`zhibu resolve` shows"), "{told}");
            let told = branch.run("resolve");
            assert!(told.contains(path) && told.contains('甲') && told.contains('乙'), "{told}");
            let told = branch.run(&format!("resolve {path} {side}"));
            assert!(told.contains(&format!("settled: {path}")) && !told.contains("exit"), "{path}: {told}");
            let text = branch.read(path);
            assert!(text.contains(kept) && !text.contains(other) && !text.contains("<<<<"), "{path}: {text}");
            let told = branch.run("check");
            assert!(!told.contains("conflict-marker") && !told.contains("error"), "{path}: {told}");
            assert_eq!(branch.git(&["status", "--porcelain"]), "", "{path}");
            let subject = branch.git(&["log", "-1", "--format=%s"]);
            assert_eq!(subject, format!("settled a conflict that was committed with its marks: {path}\n"));
        }
    }
}

#[test]
fn they_are_settled_one_by_one_or_all_at_once() {
    let branch = marked(&FILES);
    let told = branch.chinese_once("resolve sun-lei --field name=theirs");
    assert!(told.contains("已处理：members/sun-lei.toml") && told.contains("zhibu.toml"), "{told}");
    assert!(branch.read("members/sun-lei.toml").contains("name = \"乙孙磊\""));
    let told = branch.run("resolve --ours");
    assert!(told.contains("nothing is in dispute") && !told.contains("exit"), "{told}");
    assert_eq!(branch.git(&["grep", "-l", "<<<<<<<", "HEAD"]), "");
    assert!(branch.read("members/sun-lei.toml").contains("name = \"乙孙磊\""));
    assert!(branch.read("zhibu.toml").contains("name = \"甲站南派出所党支部\""));
}

#[test]
fn lines_that_both_sides_added_to_a_ledger_both_stay() {
    let branch = Sandbox::branch();
    branch.run("points award 孙磊 commended 5 --on 11-11");
    let line = |id: &str| {
        format!("  {{ id = \"{id}\", date = 2026-11-12, member = \"li-min\", item = \"commended\", points = 1 }},\n")
    };
    let text = branch.read("points/2026-11.toml");
    let (before, after) = text.rsplit_once(']').unwrap();
    let marks = format!("<<<<<<< HEAD\n{}=======\n{}>>>>>>> other\n", line("aaaaaa"), line("bbbbbb"));
    branch.write("points/2026-11.toml", format!("{before}{marks}]{after}"));
    branch.git(&["commit", "--quiet", "-a", "-m", "marks"]);
    let told = branch.run("resolve");
    assert!(told.contains("joined record by record: points/2026-11.toml"), "{told}");
    assert_eq!(branch.read("points/2026-11.toml"), format!("{before}{}{}]{after}", line("aaaaaa"), line("bbbbbb")));
    assert_eq!(branch.git(&["status", "--porcelain"]), "");
}

#[test]
fn marks_that_are_not_in_order_are_told_where_they_stand() {
    let branch = Sandbox::branch();
    branch.write("members/sun-lei.toml", format!("<<<<<<< HEAD\n{}", branch.read("members/sun-lei.toml")));
    branch.git(&["commit", "--quiet", "-a", "-m", "marks"]);
    let told = branch.refused("resolve");
    assert!(told.contains("members/sun-lei.toml:1:1: the file still has the marks of a merge conflict"), "{told}");
}

#[test]
fn a_commit_can_be_left_to_the_user() {
    let branch = marked(&["members/sun-lei.toml"]);
    branch.run("resolve --ours --no-commit");
    assert!(branch.read("members/sun-lei.toml").contains("甲孙磊"));
    assert_eq!(branch.git(&["log", "-1", "--format=%s"]), "marks\n");
}
