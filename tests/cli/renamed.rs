//! Names with a day: a new name from a day on changes nothing that is older, and the old name still finds who bore it.

use std::fs;

use insta::assert_snapshot;

use super::sandbox::Sandbox;
use super::sealed::{on, sealed};

/// Everything that tells of October, in every edition: exports, the posted list, minutes, lists and pages.
fn told_of_october(branch: &Sandbox) -> Vec<(String, Vec<u8>)> {
    let out = branch.root().join("out");
    let _ = fs::remove_dir_all(&out);
    for (edition, folder) in [("full", "full"), ("masked", "masked"), ("notice", "notice")] {
        branch.run(&format!("export --month 2026-10 --out out/{folder} --edition {edition}"));
    }
    for paper in ["posted", "dues"] {
        branch.run(&format!("print {paper} --period 2026-10 --out out/{paper}.html"));
    }
    for meeting in ["2026-10-09-group-criminal", "2026-10-15-theme-day"] {
        branch.run(&format!("print record {meeting} --out out/{meeting}.html"));
        fs::write(out.join(format!("{meeting}.txt")), branch.run(&format!("meeting show {meeting}"))).unwrap();
    }
    branch.run("site --period 2026-10 --out out/site --edition full");
    for line in [
        "report attendance",
        "report points",
        "report bulletin",
        "report duties",
        "study list",
        "points list",
        "points total",
        "dues list",
    ] {
        let words: Vec<_> = format!("{line} --period 2026-10").split(' ').map(str::to_owned).collect();
        let output = branch.command(&words.iter().map(String::as_str).collect::<Vec<_>>()).output().unwrap();
        assert!(output.status.success(), "{line}: {}", String::from_utf8_lossy(&output.stderr));
        fs::write(out.join(line.replace(' ', "-")), output.stdout).unwrap();
    }
    let files = branch.files().into_iter().filter(|(path, _)| path.starts_with(&out));
    files.map(|(path, bytes)| (path.strip_prefix(&out).unwrap().display().to_string(), bytes)).collect()
}

#[test]
fn a_new_name_changes_nothing_that_is_older() {
    let branch = sealed();
    let before = told_of_october(&branch);
    on(&branch, "2026-11-23", "member edit 孙磊 --name 孙雷鸣 --from 2026-11-01");
    on(&branch, "2026-11-23", "group edit 刑侦 --name 打击犯罪党小组 --from 2026-11-05");
    assert_snapshot!(branch.read("members/sun-lei.toml"), @r#"
    name = "孙雷鸣"

    [[standing]]
    is = "full"
    from = 2012-01-01

    [[group]]
    id = "criminal"
    from = 2024-01-01

    [[post]]
    id = "group-leader"
    from = 2024-01-01

    [[former]]
    name = "孙磊"
    until = 2026-10-31
    "#);
    assert_snapshot!(branch.read("groups/criminal.toml"), @r#"
    name = "打击犯罪党小组"
    from = 2024-01-01

    [[former]]
    name = "刑侦党小组"
    until = 2026-11-04
    "#);
    let after = told_of_october(&branch);
    assert_eq!(before.len(), after.len());
    // A problem is open: today's names are told of it.
    let of_today = |path: &str| path.starts_with("site/problems");
    // Which commit the tables are of is another.
    let plain = |bytes: &[u8]| {
        let text = String::from_utf8_lossy(bytes).into_owned();
        text.lines().filter(|line| !line.contains("\"commit\": ")).map(|line| format!("{line}\n")).collect::<String>()
    };
    for ((path, before), (_, after)) in before.iter().zip(&after).filter(|((path, _), _)| !of_today(path)) {
        let (before, after) = (plain(before), plain(after));
        assert!(before == after, "{path}:\n{before}\n{after}");
    }
    assert!(branch.run("verify").contains("unchanged"));
    assert!(branch.contradictions().is_empty());
    assert_snapshot!(branch.run("member list -g 打击"), @"
    id         name    standing  group           posts       class
    ─────────  ──────  ────────  ──────────────  ──────────  ────────
    sun-lei    孙雷鸣  正式党员  打击犯罪党小组  党小组组长  一般党员
    wang-fang  王芳    正式党员  打击犯罪党小组              一般党员
    zhao-gang  赵刚    正式党员  打击犯罪党小组  书记        支委委员
    ");
    assert_snapshot!(branch.run("member show 孙雷鸣"), @"
    孙雷鸣
      id            sun-lei
      name          孙雷鸣
      former names  孙磊 (until 2026-10-31)
      standing      正式党员
      group         打击犯罪党小组
      posts         党小组组长
      class         一般党员

    since       what
    ──────────  ──────────────
    2012-01-01  正式党员
    2024-01-01  党小组组长
    2024-01-01  打击犯罪党小组
    ");
    on(&branch, "2026-11-23", "meeting log group -g 打击 --on 2026-11-20 --absent 孙磊:duty");
    assert_snapshot!(branch.run("meeting show 2026-11-20-group-criminal"), @"
    2026-11-20 党小组会 · 打击犯罪党小组
      kind      党小组会
      group     打击犯罪党小组
      date      2026-11-20
      due       3 (3 正式党员)
      attended  2
      rate (%)  66.7
      present   王芳 (打击犯罪党小组); 赵刚
      excused   孙雷鸣: 值班备勤
      meeting   2026-11-20-group-criminal
    ");
    assert_snapshot!(branch.run("meeting list"), @"
    date        kind      group           due  attended  rate (%)  topics  meeting                    exempt  not due
    ──────────  ────────  ──────────────  ───  ────────  ────────  ──────  ─────────────────────────  ──────  ───────
    2026-11-20  党小组会  打击犯罪党小组    3         2      66.7          2026-11-20-group-criminal       0        0
    ");
}

#[test]
fn the_month_of_the_new_name_is_a_change_of_that_month() {
    let branch = sealed();
    assert_snapshot!(branch.refused("member edit 孙磊 --name 孙雷鸣 --from 2026-10-20"), @"
    --- stderr
    error: this would change what is sealed: 2026-10 (members/sun-lei.toml)
    help: where it has to be corrected, add --amend WHY: it is written in the seal, and told in reports
    --- exit Some(1)
    ");
    assert_snapshot!(branch.refused("member edit 孙磊 --name 孙雷鸣"), @"
    --- stderr
    error: this would change what is sealed: 2026-10 (members/sun-lei.toml)
    help: if the name was changed on a day, add --from DAY: sealed months keep the name before it; if it was wrong all along, add --amend WHY
    --- exit Some(1)
    ");
    assert!(branch.run("member edit 孙磊 --name 孙雷鸣 --amend 错字").contains("members/sun-lei.toml"));
    assert!(!branch.read("members/sun-lei.toml").contains("former"));
    assert!(branch.run("meeting show 2026-10-09-group-criminal").contains("孙雷鸣"));
}

#[test]
fn a_new_name_that_cannot_be() {
    let branch = Sandbox::branch();
    on(&branch, "2026-11-23", "member edit 孙磊 --name 孙雷 --from 2026-03-01");
    assert_snapshot!(branch.refused("member edit 孙雷 --name 孙磊 --from 2026-12-01"), @"
    --- stderr
    error: 2026-12-01 is yet to come
    help: log it when it has happened; write a day of last year with its year
    --- exit Some(1)
    ");
    assert_snapshot!(branch.refused("member edit 孙雷 --name 孙磊 --from 2026-03-01"), @"
    --- stderr
    error: 孙雷 has a change on 2026-03-01 already, which is not before 2026-03-01
    help: to add something earlier, edit members/sun-lei.toml
    --- exit Some(1)
    ");
    assert_snapshot!(branch.refused("member edit 孙雷 --name 孙雷 --from 2026-11-01"), @"
    --- stderr
    error: the name is `孙雷` already
    --- exit Some(1)
    ");
    assert_snapshot!(branch.refused("member edit 孙雷 --note x --from 2026-11-01"), @"
    --- stderr
    error: `zhibu member edit` needs at least one of: --name <NAME>, --class <CLASS>
    help: see zhibu member edit --help
    --- exit Some(2)
    ");
    assert_snapshot!(branch.refused("group edit 刑侦 --note x --from 2026-11-01"), @"
    --- stderr
    error: `zhibu group edit` needs: --name <NAME>
    help: see zhibu group edit --help
    --- exit Some(2)
    ");
    assert_snapshot!(branch.run("member edit 孙雷 --name 孙蕾"), @"
    --- stderr
    edited 孙蕾 · older lists and pages show it too, instead of `孙雷`; if the name is new from a day on, add --from DATE
      members/sun-lei.toml
    ");
}

#[test]
fn who_bears_a_name_is_meant_rather_than_who_bore_it() {
    let branch = Sandbox::branch();
    on(&branch, "2026-11-23", "member edit 孙磊 --name 孙雷 --from 2026-05-01");
    assert!(branch.run("member show 孙磊").starts_with("孙雷\n"));
    on(&branch, "2026-11-23", "member add 孙磊 -s full --from 2026-06-01");
    let told = branch.run("member show 孙磊");
    assert!(told.starts_with("孙磊\n") && told.contains("sun-lei-2"), "{told}");
    assert!(branch.run("member show sl").contains("sun-lei"), "the initials of both mean who bears the name");
    // Of an earlier day a table means who bore it then.
    branch.write("study.csv", "date,name,hours\n2026-03-01,孙磊,2\n2026-07-01,孙磊,3\n");
    assert!(branch.run("import study study.csv --yes").contains("2 added"));
    assert!(branch.read("study/2026-03.toml").contains("member = \"sun-lei\""));
    assert!(branch.read("study/2026-07.toml").contains("member = \"sun-lei-2\""));
    assert_snapshot!(branch.run("study list --period 2026"), @"
    date        name               kind      hours  id
    ──────────  ─────────────────  ────────  ─────  ──────
    2026-03-01  孙磊 (刑侦党小组)  集体学习      2  xth3a3
    2026-07-01  孙磊               集体学习      3  25vfbe
    ");
    // A roster of before knows who is there under another name now.
    branch.write("groups.csv", "name,from\n刑侦党小组,2024-01-01\n");
    on(&branch, "2026-11-23", "group edit 刑侦 --name 打击犯罪党小组 --from 2026-11-05");
    assert!(branch.run("import groups groups.csv").contains("1 recorded already"));
}

#[test]
fn a_former_name_is_masked_and_erased_too() {
    let branch = Sandbox::branch();
    on(&branch, "2026-11-23", "meeting log theme-day --on 2026-10-09 --topic 孙磊谈体会");
    on(&branch, "2026-11-23", "member edit 孙磊 --name 雷鸣 --from 2026-11-01");
    on(&branch, "2026-11-23", "meeting log theme-day --on 2026-11-09 --topic 雷鸣（孙磊）谈体会");
    branch.run("export --month 2026-11 --out out --edition masked");
    let told = branch.read("out/meetings.csv");
    assert!(told.contains("雷×（孙×）谈体会"), "{told}");
    on(&branch, "2026-11-23", "member leave 雷鸣 --reason 调出 --from 2026-11-20");
    assert_snapshot!(branch.run("member erase 雷鸣 --why 本人申请 --yes"), @r"
    --- stderr
    now anonymous 1 (anon-1): 12 places in 7 files
      meetings/2026/2026-10-09-theme-day.toml
      meetings/2026/2026-11-09-theme-day.toml
      members/anon-1.toml
      members/sun-lei.toml
      rules/assessment.toml
      rules/dues.toml
      rules/study.toml
      rules/talks.toml
    git's history still has the name. To take it out there too: make a copy first, save what is indented here as names.txt,
      孙磊==>anonymous 1
      雷鸣==>anonymous 1
      regex:(?<![-\w])sun-lei(?![-\w])==>anon-1
    and run, with git-filter-repo, which is installed apart: git filter-repo --replace-text names.txt --replace-message names.txt --path-rename members/sun-lei.toml:members/anon-1.toml
    That makes every commit anew, and everybody has to clone again; sealed months have to be sealed anew, with the reason
    ");
    let named = branch.files().into_iter().filter(|(path, bytes)| {
        !path.starts_with(branch.root().join("out"))
            && !path.starts_with(branch.root().join(".git"))
            && ["孙磊", "雷鸣", "sun-lei"].iter().any(|name| String::from_utf8_lossy(bytes).contains(name))
    });
    assert_eq!(named.map(|(path, _)| path).collect::<Vec<_>>(), Vec::<std::path::PathBuf>::new());
    assert_snapshot!(branch.read("members/anon-1.toml"), @r#"
    name = "anonymous 1"

    [[standing]]
    is = "full"
    from = 2012-01-01

    [[standing]]
    is = "left"
    from = 2026-11-20
    reason = "调出"

    [[group]]
    id = "criminal"
    from = 2024-01-01

    [[post]]
    id = "group-leader"
    from = 2024-01-01

    [[former]]
    name = "anonymous 1"
    until = 2026-10-31
    "#);
}

#[test]
fn former_names_that_cannot_be() {
    let branch = Sandbox::branch();
    for (written, told) in [
        (
            "[[former]]\nname = \"孙雷\"\nuntil = 2026-05-31\n[[former]]\nname = \"孙磊\"\nuntil = 2026-03-31\n",
            "\"dates-order\"",
        ),
        ("[[former]]\nname = \"孙雷\"\nuntil = 2027-05-31\n", "\"future\""),
        ("[[former]]\nname = \"孙\u{1b}雷\"\nuntil = 2026-05-31\n", "\"control-character\""),
        ("[[former]]\nuntil = 2026-05-31\n", "\"missing-key\""),
    ] {
        let text = branch.read("members/sun-lei.toml");
        branch.write("members/sun-lei.toml", format!("{text}\n{}", written.replace('\u{1b}', "\\u001b")));
        let found: Vec<_> = branch.contradictions().iter().map(|one| one["code"].to_string()).collect();
        assert_eq!(found.join(" "), told, "{written}");
        branch.write("members/sun-lei.toml", text);
    }
}
