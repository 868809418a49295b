//! `completion`: what the Tab key offers, asked as the shells' scripts ask.

use std::collections::BTreeSet;
use std::os::unix::fs::symlink;
use std::process::Command;

use crate::programs::is_missing;
use crate::sandbox::Sandbox;

/// What is offered for the last of some words, in a way of answering.
fn tab_in(branch: &Sandbox, how: &str, words: &[&str]) -> String {
    let words: Vec<_> = ["--", "zhibu"].iter().chain(words).copied().collect();
    branch.told(&branch.command(&words).env("COMPLETE", how).output().unwrap())
}

/// The same, each with what it means.
fn tab(branch: &Sandbox, words: &[&str]) -> String {
    tab_in(branch, "fish", words)
}

#[test]
fn members_are_completed_by_id_name_and_pinyin() {
    let branch = Sandbox::branch();
    insta::assert_snapshot!(tab(&branch, &["member", "show", "wang"]), @r"
    wang-fang	王芳 · 刑侦党小组
    wang-fang-2	王芳 · 综合党小组
    ");
    insta::assert_snapshot!(tab(&branch, &["member", "show", "刚"]), @"赵刚	zhao-gang");
    insta::assert_snapshot!(tab(&branch, &["member", "show", "zg"]), @"zhao-gang	赵刚 · 刑侦党小组");
    insta::assert_snapshot!(tab(&branch, &["points", "explain", "zhaog"]), @"zhao-gang	赵刚 · 刑侦党小组");
    insta::assert_snapshot!(tab(&branch, &["meeting", "log", "group", "--absent=sun"]), @"--absent=sun-lei	孙磊 · 刑侦党小组");
    insta::assert_snapshot!(tab(&branch, &["meeting", "log", "group", "--absent", "孙磊:d"]), @"孙磊:duty	值班备勤");
}

#[test]
fn rules_and_records_are_completed_too() {
    let branch = Sandbox::branch().chinese();
    branch.run_words(&[
        "issue",
        "open",
        "记录不全",
        "--owner",
        "孙磊",
        "--deadline",
        "2026-12-31",
        "--on",
        "2026-11-05",
    ]);
    branch.run("meeting log group -g 刑侦 --on 2026-11-05");
    insta::assert_snapshot!(tab(&branch, &["meeting", "log", "gen"]), @"general	党员大会");
    insta::assert_snapshot!(tab(&branch, &["meeting", "log", "group", "-g", ""]), @r"
    criminal	刑侦党小组
    office	综合党小组
    ");
    insta::assert_snapshot!(tab(&branch, &["issue", "close", ""]), @"xth3a3	记录不全");
    insta::assert_snapshot!(tab(&branch, &["meeting", "show", "crim"]), @"2026-11-05-group-criminal	党小组会");
    insta::assert_snapshot!(tab(&branch, &["member", "post", "zg", "sec"]), @"secretary	书记");
    insta::assert_snapshot!(tab(&branch, &["check", "--explain", "unknown-k"]), @"unknown-key	程序不认识的键");
    insta::assert_snapshot!(tab(&branch, &["meeting", "attend", "x", "--made-up", "sl:tod"]), @"sl:today	2026-11-23");
    insta::assert_snapshot!(tab(&branch, &["export", "--month", "2026-1"]), @r"
    2026-11
    2026-10
    ");
    insta::assert_snapshot!(tab(&branch, &["points", "total", "-p", "last-m"]), @"last-month	2026-10-01..2026-10-31");
    insta::assert_snapshot!(tab(&branch, &["check", "members/z"]), @"members/zhao-gang.toml");
    insta::assert_snapshot!(tab(&branch, &["-C", "members", "meeting", "log", "group", "--minutes", "zh"]), @"zhao-gang.toml");
    insta::assert_snapshot!(tab(&branch, &["points", "--dry"]), @"--dry-run	只显示会改什么，不写文件");
    insta::assert_snapshot!(tab(&branch, &["me"]), @"
    member	管理人员
    meeting	登记会议和活动
    ");
    insta::assert_snapshot!(tab(&branch, &["--lang", "en", "me"]), @r"
    member	Keep the people of the branch
    meeting	Log meetings and activities
    ");
}

#[test]
fn nothing_is_said_where_nothing_can_be_read() {
    let nowhere = Sandbox::empty();
    insta::assert_snapshot!(tab(&nowhere, &["member", "show", "z"]), @"");
    insta::assert_snapshot!(tab(&nowhere, &["meeting", "lo"]), @"log	Log a meeting or activity that was held");
    let branch = Sandbox::branch();
    branch.write("members/zhao-gang.toml", "name = ");
    branch.write("rules/branch.toml", "[[");
    let before = branch.files();
    insta::assert_snapshot!(tab(&branch, &["member", "show", "wang-fang-"]), @"
    wang-fang	王芳 · 刑侦党小组
    wang-fang-2	王芳 · 综合党小组
    ");
    insta::assert_snapshot!(tab(&branch, &["-C", "nowhere", "member", "show", "w"]), @"");
    assert!(branch.files() == before);
}

#[test]
fn only_a_shell_that_asks_is_answered() {
    let branch = Sandbox::branch();
    let told = |words: &[&str], how: &str| branch.told(&branch.command(words).env("COMPLETE", how).output().unwrap());
    assert_eq!(told(&["group", "list"], "bash"), branch.run("group list"));
    assert_eq!(told(&["--", "zhibu", "gro"], "tcsh"), branch.run("-- zhibu gro"));
}

#[test]
fn each_shell_is_told_how_to_ask() {
    let nowhere = Sandbox::empty();
    for shell in ["bash", "zsh", "fish", "powershell"] {
        let script = nowhere.run(&format!("completion {shell}"));
        assert!(script.contains("COMPLETE") && script.contains("zhibu"), "{script}");
    }
    insta::assert_snapshot!(nowhere.run("completion csh"), @"
    --- stderr
    error: `csh` is no value of `<SHELL>`
    help: did you mean `zsh`? There are: bash, zsh, fish, powershell
    --- exit Some(2)
    ");
    insta::assert_snapshot!(tab_in(&nowhere, "powershell", &["completion", "=po"]), @"powershell	PowerShell");
    insta::assert_snapshot!(tab_in(&nowhere, "powershell", &["completion", "="]), @"
    bash	bash
    zsh	zsh
    fish	fish
    powershell	PowerShell
    ");
    insta::assert_snapshot!(tab_in(&Sandbox::branch(), "zsh", &["meeting", "log", "group", "--absent", "孙磊:d"]), @r"孙磊\:duty:值班备勤");
}

/// What bash puts in or shows, by the script and a line as it stands up to the cursor.
fn bash(branch: &Sandbox, line: &str, words: &[&str], typed: &str, how: u8) -> String {
    let bin = branch.root().join("bin");
    if !bin.exists() {
        std::fs::create_dir(&bin).unwrap();
        symlink(env!("CARGO_BIN_EXE_zhibu"), bin.join("zhibu")).unwrap();
    }
    let words: Vec<_> = words.iter().map(|word| format!("'{word}'")).collect();
    let script = format!(
        "source <(zhibu completion bash); COMP_LINE='{line}' COMP_POINT={} COMP_TYPE={how}; COMP_WORDS=({}); COMP_CWORD={}; _zhibu zhibu '{typed}' ''; printf '%s\\n' \"${{COMPREPLY[@]}}\"",
        line.chars().count(),
        words.join(" "),
        words.len() - 1,
    );
    let mut command = Command::new("bash");
    command.args(["-c", &script]).current_dir(branch.root()).env("ZHIBU_TODAY", "2026-11-23").env("LC_ALL", "C.UTF-8");
    let path = format!("{}:{}", bin.display(), std::env::var("PATH").unwrap());
    branch.told(&command.env("PATH", path).env_remove("COMPLETE").output().unwrap())
}

#[test]
fn bash_joins_what_it_has_parted() {
    let branch = Sandbox::branch();
    insta::assert_snapshot!(bash(&branch, "zhibu member show zg", &["zhibu", "member", "show", "zg"], "zg", 9), @"zhao-gang");
    insta::assert_snapshot!(bash(&branch, "zhibu group  show ", &["zhibu", "group", "show", ""], "", 63), @r"
    criminal  刑侦党小组
    office    综合党小组
    ");
    // bash puts in what stands behind the colon.
    let words = ["zhibu", "meeting", "log", "group", "--absent", "孙磊", ":", "d"];
    insta::assert_snapshot!(bash(&branch, "zhibu meeting log group --absent 孙磊:d", &words, "d", 9), @"duty");
    let words = ["zhibu", "meeting", "log", "group", "--absent", "孙磊", ":"];
    let all = bash(&branch, "zhibu meeting log group --absent 孙磊:", &words, "", 9);
    assert!(all.starts_with("duty\n"), "{all}");
    let words = ["zhibu", "meeting", "log", "group", "--group", "=", "cri"];
    insta::assert_snapshot!(bash(&branch, "zhibu meeting log group --group=cri", &words, "cri", 9), @"criminal");
}

/// The files of records that are opened to complete the last of some words, those of a folder as one.
fn opened(branch: &Sandbox, words: &[&str]) -> Vec<String> {
    let asked = branch.command(&[&["--", "zhibu"], words].concat());
    let log = tempfile::NamedTempFile::new().unwrap();
    let mut strace = Command::new("strace");
    strace.args(["-f", "-qq", "-y", "-z", "-e", "trace=open,openat,openat2", "-o"]).arg(log.path());
    strace.arg(asked.get_program()).args(asked.get_args()).current_dir(branch.root());
    strace.env_clear().envs(asked.get_envs().filter_map(|(name, value)| Some((name, value?)))).env("COMPLETE", "bash");
    assert!(strace.output().expect("strace runs").status.success());
    let log = std::fs::read_to_string(log.path()).unwrap();
    // What was opened stands behind its number: 6</tmp/branch/members/zhao-gang.toml>.
    let paths = log.lines().filter_map(|line| line.rsplit_once('<')?.1.strip_suffix('>'));
    let below = |path: &str| path.strip_prefix(branch.root().to_str()?)?.strip_prefix('/').map(str::to_owned);
    let files = paths.filter(|path| path.ends_with(".toml")).filter_map(below);
    files.map(|path| path.split('/').next().unwrap().to_owned()).collect::<BTreeSet<_>>().into_iter().collect()
}

#[test]
fn only_what_is_asked_for_is_read() {
    if is_missing("strace") {
        return;
    }
    let branch = Sandbox::branch();
    for line in [
        "meeting log group -g criminal --on 2026-11-05",
        "points award sun-lei commended 5",
        "study log sun-lei 2",
        "issue open untidy --owner sun-lei --deadline 2026-12-01",
    ] {
        assert!(!branch.run(line).contains("exit"), "{line}");
    }
    let roll = ["groups", "members", "rules", "zhibu.toml"];
    assert_eq!(opened(&branch, &["points", "award", "zg"]), roll);
    assert_eq!(opened(&branch, &["meeting", "log", "group", "-g", "cri"]), roll);
    assert_eq!(opened(&branch, &["meeting", "log", "gen"]), ["rules"]);
    assert_eq!(opened(&branch, &["meeting", "show", "2026"]), ["rules"]);
    assert_eq!(opened(&branch, &["export", "--month", "2026-"]), [""; 0]);
    assert_eq!(opened(&branch, &["meeting", "lo"]), [""; 0]);
    assert_eq!(opened(&branch, &["issue", "close", ""]), ["groups", "issues", "members", "rules", "zhibu.toml"]);
}
