//! What surrounds a call: the directory and the language that the environment says, and help asked for by a command.

use insta::assert_snapshot;

use crate::sandbox::Sandbox;

/// What a call from another directory says.
fn from_elsewhere(branch: &Sandbox, variables: &[(&str, &str)], words: &[&str]) -> String {
    let elsewhere = tempfile::tempdir().unwrap();
    let mut command = branch.command(words);
    let output = command.current_dir(elsewhere.path()).envs(variables.iter().copied()).output().unwrap();
    branch.told(&output).replace(elsewhere.path().to_str().unwrap(), "$ELSEWHERE")
}

#[test]
fn the_environment_says_where_the_records_are() {
    let branch = Sandbox::branch();
    let root = branch.root().to_str().unwrap().to_owned();
    let here = [("ZHIBU_DIR", root.as_str())];
    assert_eq!(from_elsewhere(&branch, &here, &["member", "list"]), branch.run("member list"));
    assert_eq!(from_elsewhere(&branch, &here, &["check", "groups"]), branch.run("check groups"));
    // What a call names comes first.
    assert_snapshot!(from_elsewhere(&branch, &here, &["-C", ".", "member", "list"]), @"
    --- stderr
    error: no zhibu.toml in `$ELSEWHERE` or above it
    help: make one with `zhibu init`, or name its folder with -C
    --- exit Some(1)
    ");
    assert_snapshot!(from_elsewhere(&branch, &[("ZHIBU_DIR", "nowhere")], &["member", "list"]), @"
    --- stderr
    error: ZHIBU_DIR is `nowhere`, which is not a folder
    --- exit Some(1)
    ");
    assert!(from_elsewhere(&branch, &[("ZHIBU_DIR", "")], &["member", "list"]).contains("$ELSEWHERE"));
}

#[test]
fn files_beside_the_records_are_named_from_where_the_call_is_made() {
    let branch = Sandbox::branch();
    let elsewhere = tempfile::tempdir().unwrap();
    std::fs::write(elsewhere.path().join("picture.png"), "picture").unwrap();
    let mut command = branch.command(&["meeting", "log", "党课", "--evidence", "picture.png"]);
    let output = command.current_dir(elsewhere.path()).env("ZHIBU_DIR", branch.root()).output().unwrap();
    assert!(output.status.success(), "{}", branch.told(&output));
    let evidence = branch.root().join("evidence/2026");
    assert!(branch.files().iter().any(|(path, text)| path.starts_with(&evidence) && text == b"picture"));
}

#[test]
fn the_environment_says_the_language() {
    let branch = Sandbox::branch();
    let said =
        |value: &str, words: &[&str]| branch.told(&branch.command(words).env("ZHIBU_LANG", value).output().unwrap());
    assert_eq!(said("zh", &["member", "list"]), branch.run("member list --lang zh"));
    assert_eq!(said("zh", &["member", "list", "--lang", "en"]), branch.run("member list --lang en"));
    assert_snapshot!(said("fr", &["member", "list"]), @"
    --- stderr
    error: ZHIBU_LANG is `fr`, which is not a language of this program
    help: write zh or en
    --- exit Some(2)
    ");
}

#[test]
fn help_is_a_command_too() {
    let branch = Sandbox::empty();
    for words in [&[][..], &["meeting"], &["meeting", "log"], &["help"]] {
        let by_option = branch.run_words(&[words, &["--help"]].concat());
        assert!(!by_option.contains("exit"), "{by_option}");
        assert_eq!(branch.run_words(&[&["help"], words].concat()), by_option);
        assert_eq!(
            branch.run_words(&[&["help", "--lang", "zh"], words].concat()),
            branch.run_words(&[words, &["--help", "--lang", "zh"]].concat())
        );
    }
    assert_snapshot!(branch.run("help meetin"), @"
    --- stderr
    error: `zhibu` has no command `meetin`
    help: did you mean `meeting`?
    --- exit Some(2)
    ");
    assert_snapshot!(branch.run("help meeting lgo"), @"
    --- stderr
    error: `zhibu meeting` has no command `lgo`
    help: did you mean `log`?
    --- exit Some(2)
    ");
}

#[test]
fn a_form_of_tables_as_an_option_of_its_own_is_told() {
    let branch = Sandbox::branch();
    assert_snapshot!(branch.run("due --json"), @"
    --- stderr
    error: `zhibu due` has no option `--json`
    help: write --format json
    --- exit Some(2)
    ");
    assert_snapshot!(branch.run("member list --csv --lang zh"), @"
    --- stderr
    错误：zhibu member list 没有选项 --csv
    建议：写 --format csv
    --- exit Some(2)
    ");
}

#[test]
fn the_beginning_of_a_command_is_enough() {
    let branch = Sandbox::branch();
    assert_eq!(branch.run("mem lis"), branch.run("member list"));
    branch.run("poi aw commended 孙磊:5 --on 11-02");
    assert!(branch.read("points/2026-11.toml").contains("commended"));
    assert_snapshot!(branch.refused("me lis"), @"
    --- stderr
    error: several commands begin with `me`
    help: there are: member, meeting
    --- exit Some(2)
    ");
    assert_snapshot!(branch.refused("member e 孙磊"), @"
    --- stderr
    error: several commands begin with `e`
    help: there are: edit, erase
    --- exit Some(2)
    ");
    assert_snapshot!(branch.refused("mem lis --bogus"), @"
    --- stderr
    error: `zhibu member list` has no option `--bogus`
    help: see zhibu member list --help
    --- exit Some(2)
    ");
    assert_snapshot!(branch.chinese().refused("me lis"), @"
    --- stderr
    错误：“me”开头的命令不止一条
    建议：有：member、meeting
    --- exit Some(2)
    ");
}
