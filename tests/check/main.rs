//! `check`: every finding once, in both languages, and silence where nothing is wrong.

#![allow(clippy::unwrap_used)]

mod mutations;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;
use zhibu::check::RULES;

fn run(dir: &Path, words: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_zhibu"))
        .args(words)
        .current_dir(dir)
        .env_clear()
        .env("ZHIBU_TODAY", "2026-11-23")
        .output()
        .unwrap()
}

fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn codes(dir: &Path) -> Vec<String> {
    let output = run(dir, &["--lang", "en", "check", "--format", "json"]);
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    let findings: Vec<serde_json::Value> = serde_json::from_str(&stdout(&output)).unwrap();
    findings.iter().map(|finding| finding["code"].as_str().unwrap().to_owned()).collect()
}

/// The directories of the broken example.
const PARTS: [&str; 5] = ["", "people", "posted", "sealed", "unread"];

/// The TOML files below a folder.
fn toml_files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let path = entry.path();
        match path.is_dir() {
            true => toml_files(&path, found),
            false => found.extend(Some(path).filter(|path| path.extension().is_some_and(|end| end == "toml"))),
        }
    }
}

/// A copy of the broken example, with the faults that do not travel.
fn broken() -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/broken/.");
    assert!(Command::new("cp").arg("-r").arg(example).arg(dir.path()).status().unwrap().success());
    std::os::unix::fs::symlink("/etc/hostname", dir.path().join("groups/outside.toml")).unwrap();
    fs::write(dir.path().join("meetings/2026/odd\\name.toml"), "").unwrap();
    fs::write(dir.path().join("plans/2020.toml"), "").unwrap();
    let git = |words: &[&str]| {
        assert!(Command::new("git").args(words).current_dir(dir.path()).status().unwrap().success(), "{words:?}");
    };
    git(&["init", "--quiet"]);
    git(&["add", "zhibu.toml", "plans/2020.toml"]);
    fs::remove_file(dir.path().join("plans/2020.toml")).unwrap();
    dir
}

#[test]
fn the_broken_example_has_every_finding_exactly_once() {
    let dir = broken();
    let mut found: BTreeMap<String, usize> = RULES.iter().map(|rule| (rule.code.to_owned(), 0)).collect();
    for part in PARTS {
        for code in codes(&dir.path().join(part)) {
            *found.entry(code).or_default() += 1;
        }
    }
    let not_once: Vec<_> = found.iter().filter(|(_, times)| **times != 1).collect();
    assert!(not_once.is_empty(), "not exactly once: {not_once:?}");
    assert_eq!(found.len(), RULES.len(), "a code that the table does not have");
}

/// The catalogue of what is said: every finding with its place, its line and its cure.
#[test]
fn every_finding_in_english() {
    insta::assert_snapshot!("broken-en", stdout(&run(broken().path(), &["--lang", "en", "check"])));
}

#[test]
fn every_finding_in_chinese() {
    insta::assert_snapshot!("broken-zh", stdout(&run(broken().path(), &["--lang", "zh", "check"])));
}

fn good() -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    let words = [
        &["init", "--name", "站南", "--no-commit"][..],
        &["group", "add", "刑侦党小组", "--id", "criminal", "--from", "2024-01-01", "--no-commit"],
        &["member", "add", "赵刚", "-s", "full", "--from", "2010-01-01", "-g", "criminal", "--no-commit"],
        &["member", "add", "孙磊", "-s", "full", "--from", "2010-01-01", "-g", "criminal", "--no-commit"],
        &["member", "add", "王芳", "-s", "full", "--from", "2010-01-01", "-g", "criminal", "--no-commit"],
        &["member", "post", "赵刚", "group-leader", "--from", "2024-01-01", "--no-commit"],
        &["meeting", "log", "group", "-g", "criminal", "--on", "2026-11-05", "--topic", "学习", "--no-commit"],
        &["points", "award", "赵刚", "good-deed", "1", "--no-commit"],
    ];
    for words in words {
        let output = run(dir.path(), words);
        assert!(output.status.success(), "{words:?}: {output:?}");
    }
    dir
}

#[test]
fn a_directory_without_faults_is_silent() {
    let output = run(good().path(), &["--lang", "en", "check"]);
    assert_eq!((output.status.code(), stdout(&output).as_str()), (Some(0), ""));
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "nothing is wrong\n");
}

#[test]
fn windows_line_ends_and_a_byte_order_mark_are_no_faults() {
    let dir = good();
    for file in ["members/zhao-gang.toml", "meetings/2026/2026-11-05-group-criminal.toml", "zhibu.toml"] {
        let path = dir.path().join(file);
        let text = fs::read_to_string(&path).unwrap().replace('\n', "\r\n");
        fs::write(path, format!("\u{feff}{text}")).unwrap();
    }
    let output = run(dir.path(), &["check"]);
    assert_eq!((output.status.code(), stdout(&output).as_str()), (Some(0), ""));
}

#[test]
fn all_faults_of_all_files_are_told_at_once() {
    let dir = good();
    fs::write(dir.path().join("members/sun-lei.toml"), "nme = \"孙磊\"\nnote = 5\n[[standing]]\nis = \"full\"\n")
        .unwrap();
    fs::write(dir.path().join("points/2026-10.toml"), "entries = 1\nx = \n").unwrap();
    insta::assert_snapshot!(stdout(&run(dir.path(), &["--lang", "en", "check"])), @r#"
    members/sun-lei.toml:1:1: `name` is missing [missing-key]
      |
    1 | nme = "孙磊"
      | ^
    help: add the line, for example name = "…"
    members/sun-lei.toml:1:1: unknown key `nme` [unknown-key]
      |
    1 | nme = "孙磊"
      | ^^^
    help: did you mean `name`?
    members/sun-lei.toml:2:8: this should be a text in quotes, but is a whole number [wrong-type]
      |
    2 | note = 5
      |        ^
    members/sun-lei.toml:3:1: `from` is missing [missing-key]
      |
    3 | [[standing]]
      | ^
    help: add the line, for example from = 2026-01-01
    points/2026-10.toml:1:11: this should be a list, but is a whole number [wrong-type]
      |
    1 | entries = 1
      |           ^
    points/2026-10.toml:2:5: not TOML: the line ends here too early [syntax]
      |
    2 | x = 
      |     ^
    "#);
}

#[test]
fn paths_limit_what_is_told() {
    let dir = broken();
    let told = |from: &str, path: &str| {
        let output = run(&dir.path().join(from), &["check", path, "--format", "json"]);
        stdout(&output).lines().count().saturating_sub(2)
    };
    assert_eq!(told("", "points/2026-06.toml"), 1);
    assert_eq!(told("points", "2026-06.toml"), 1);
    assert_eq!(told("points", "../members/syntax.toml"), 1);
    assert_eq!(told("points", ".."), told("", "."));
    assert!(told("", "points") > 5);
    let output = run(dir.path(), &["--lang", "en", "check", "/etc"]);
    assert_eq!(output.status.code(), Some(2));
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(told.ends_with("error: `/etc` is not in the directory of records\n"), "{told}");
}

#[test]
fn a_struck_record_is_only_read() {
    let dir = good();
    let meeting = dir.path().join("meetings/2026/2026-11-05-group-criminal.toml");
    let text = fs::read_to_string(&meeting).unwrap().replace("zhao-gang", "nobody");
    fs::write(&meeting, &text).unwrap();
    assert_eq!(codes(dir.path()), ["open-seats", "no-member", "no-member"]);
    fs::write(&meeting, format!("struck = \"重复\"\n{text}")).unwrap();
    assert_eq!(run(dir.path(), &["check"]).status.code(), Some(0));
}

#[test]
fn a_person_whose_file_cannot_be_read_is_not_missed_everywhere() {
    let dir = good();
    fs::write(dir.path().join("members/zhao-gang.toml"), "name = \"赵刚\n").unwrap();
    assert_eq!(codes(dir.path()), ["syntax"]);
}

#[test]
fn problems_of_one_id_and_files_of_other_names_are_told() {
    let dir = good();
    let text = "title = \"x\"\nfound = 2026-11-05\nowner = \"zhao-gang\"\ndeadline = 2026-11-30\n";
    fs::create_dir_all(dir.path().join("issues/2026")).unwrap();
    fs::write(dir.path().join("issues/2026/2026-11-05-k7p2m4.toml"), text).unwrap();
    assert_eq!(run(dir.path(), &["check"]).status.code(), Some(0));
    let other = dir.path().join("issues/2026/2026-11-06-k7p2m4.toml");
    fs::write(&other, text).unwrap();
    assert_eq!(codes(dir.path()), ["file-name", "same-id"]);
    fs::write(&other, text.replace("11-05", "11-06").replace("zhao-gang", "nobody")).unwrap();
    assert_eq!(codes(dir.path()), ["same-id", "no-member"]);
}

/// The findings of every part of the broken example: code, severity, file and the text of that file.
fn found() -> Vec<(String, String, String, String)> {
    let dir = broken();
    let mut found = Vec::new();
    for part in PARTS {
        let part = dir.path().join(part);
        let output = run(&part, &["--lang", "en", "check", "--format", "json"]);
        let findings: Vec<serde_json::Value> = serde_json::from_str(&stdout(&output)).unwrap();
        for finding in findings {
            let word = |key: &str| finding[key].as_str().unwrap().to_owned();
            let bytes = fs::read(part.join(word("file"))).unwrap_or_default();
            found.push((word("code"), word("severity"), word("file"), String::from_utf8_lossy(&bytes).into_owned()));
        }
    }
    found
}

#[test]
fn every_finding_weighs_what_its_rule_says() {
    for (code, severity, ..) in found() {
        let rule = zhibu::check::rule_of(&code).unwrap();
        assert!(rule.by_rule || rule.severity.id() == severity, "{code}: {severity}");
    }
}

#[test]
fn every_code_is_explained_once_with_lines_of_the_broken_example() {
    let told: Vec<_> = zhibu::words::explanations().collect();
    let mut codes: Vec<_> = told.iter().map(|one| one.code).collect();
    codes.sort_unstable();
    assert_eq!(codes, RULES.iter().map(|rule| rule.code).collect::<Vec<_>>());
    let found = found();
    for one in told {
        let (.., file, text) = found.iter().find(|(code, ..)| code == one.code).unwrap();
        let of_file = one.example.starts_with(file.as_str());
        let of_text = one.example.lines().all(|line| text.contains(line));
        assert!(of_file || of_text, "{}: {:?} is not in {file}", one.code, one.example);
    }
}

#[test]
fn a_finding_is_explained_by_its_code() {
    let dir = good();
    insta::assert_snapshot!(stdout(&run(dir.path(), &["--lang", "en", "check", "--explain", "grade-share"])), @r#"
    grade-share
      looks for  more members with a grade than may have it
      why        the rules limit the share; an appraisal beyond it has to be decided again
      severity   as a rule
      source     中央组织部关于民主评议党员的年度通知
      example    member = "zhao-gang", grade = "excellent" }
      cure       change the grades, or the share and its base in rules/appraisal.toml
    "#);
    insta::assert_snapshot!(stdout(&run(dir.path(), &["--lang", "zh", "check", "--explain", "closed-by-owner"])), @r#"
    closed-by-owner
      查什么  责任人自己给自己的问题销号
      理由    改没改好，要由别人来看
      轻重    错误
      例      owner = "sun-lei"
              closed-by = "sun-lei"
      建议    由负责人或其他委员核实以后销号：zhibu issue close 编号 --by 谁
    "#);
    let outside = tempfile::tempdir().unwrap();
    let output = run(outside.path(), &["--lang", "en", "check", "--explain", "grade-share", "--format", "json"]);
    let page: serde_json::Value = serde_json::from_str(&stdout(&output)).unwrap();
    assert!(page["looks_for"].is_string() && page["source"].is_null(), "{page}");
}

#[test]
fn a_code_that_does_not_exist_brings_the_nearest() {
    let told = |code: &str| {
        let output = run(good().path(), &["--lang", "en", "check", "--explain", code]);
        assert_eq!((output.status.code(), stdout(&output).as_str()), (Some(2), ""));
        String::from_utf8(output.stderr).unwrap()
    };
    insta::assert_snapshot!(told("no-membr"), @"
    error: no finding has the code `no-membr`
    help: did you mean `no-member`?
    ");
    insta::assert_snapshot!(told("quorum-of-the-moon"), @"
    error: no finding has the code `quorum-of-the-moon`
    help: zhibu check --explain lists all codes
    ");
}

#[test]
fn all_codes_are_listed_in_both_languages() {
    for lang in ["en", "zh"] {
        let output = run(good().path(), &["--lang", lang, "check", "--explain"]);
        assert_eq!((output.status.code(), stdout(&output).lines().count()), (Some(0), RULES.len() + 2));
    }
}

#[test]
fn a_ledger_that_git_does_not_join_is_told_once_it_is_there() {
    let dir = good();
    let lines = || stdout(&run(dir.path(), &["--lang", "en", "check"]));
    let attributes = dir.path().join(".gitattributes");
    let text = fs::read_to_string(&attributes).unwrap();
    fs::write(&attributes, text.replace("study/*.toml merge=union\n", "")).unwrap();
    assert_eq!(lines(), "");
    assert!(run(dir.path(), &["study", "log", "赵刚", "2", "--no-commit"]).status.success());
    insta::assert_snapshot!(lines(), @"
    .gitattributes: note: what two people add apart in study/*.toml will clash when git merges it [no-union]
    help: add this line to .gitattributes: study/*.toml merge=union
    ");
    fs::write(&attributes, "study/*.toml merge=union\n").unwrap();
    assert!(lines().contains("points/*.toml merge=union") && !lines().contains("study"));
    fs::write(&attributes, "*.toml merge=union\n").unwrap();
    assert_eq!(lines(), "");
    fs::remove_file(&attributes).unwrap();
    assert_eq!(lines(), "");
}
