use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::symlink;

use insta::assert_snapshot;

use super::sandbox::Sandbox;

#[test]
fn ids_do_not_climb_out() {
    let branch = Sandbox::branch();
    assert_snapshot!(branch.refused("member add 周杰 -s full --id ../../x"), @"
    --- stderr
    error: `../../x` is no id: use lower-case letters, digits and single dashes
    --- exit Some(2)
    ");
    assert_snapshot!(branch.refused("meeting show ../../etc/passwd"), @"
    --- stderr
    error: no meeting `../../etc/passwd`
    --- exit Some(2)
    ");
    assert_snapshot!(branch.refused("group show ../x"), @"
    --- stderr
    error: no group `../x`
    help: there are: criminal (刑侦党小组), office (综合党小组)
    --- exit Some(2)
    ");
}

#[test]
fn links_that_lead_out_are_not_followed() {
    let branch = Sandbox::branch();
    let outside = tempfile::tempdir().unwrap();
    let target = outside.path().join("target.toml");
    std::fs::write(&target, "entries = []\n").unwrap();
    symlink(&target, branch.root().join("points/2026-11.toml")).unwrap();
    let told = branch.refused("points award 孙磊 commended 1");
    assert!(told.contains("leads out"), "{told}");
    assert_eq!(std::fs::read_to_string(&target).unwrap(), "entries = []\n");
    symlink(outside.path(), branch.root().join("meetings/2026")).unwrap();
    let told = branch.refused("meeting log 党课");
    assert!(told.contains("leads out"), "{told}");
    assert_eq!(std::fs::read_dir(outside.path()).unwrap().count(), 1);
}

#[test]
fn minutes_of_ten_megabytes_are_refused() {
    let branch = Sandbox::branch();
    branch.write("minutes.txt", "字".repeat(10 * 1024 * 1024 / 3));
    let told = branch.refused("meeting log 党课 --minutes minutes.txt");
    assert_snapshot!(told, @"
    --- stderr
    error: `minutes.txt` is longer than 2048 KB
    help: keep only the part that matters, or divide it
    --- exit Some(1)
    ");
}

#[test]
fn terminal_escapes_are_never_printed_raw() {
    let branch = Sandbox::branch();
    let evil = "王\u{1b}[31m五\u{202e}\u{7}";
    assert_snapshot!(branch.refused(&format!("member add {evil} -s full")), @"
    --- stderr
    error: the name has control characters
    --- exit Some(2)
    ");
    let name = serde_json::to_string(evil).unwrap();
    branch.write("members/evil.toml", format!("name = {name}\n\n[[standing]]\nis = \"full\"\nfrom = 2026-11-01\n"));
    branch.run_words(&["meeting", "log", "党课", "--topic", evil, "--note", evil, "--guest", evil]);
    branch.run_words(&["points", "award", "evil", "commended", "1", "--note", evil]);
    for line in [
        "member list",
        "member show evil",
        "meeting list",
        "meeting show 11-23",
        "points list",
        "points explain evil",
        "check",
    ] {
        for format in ["text", "csv", "json", "md"] {
            let told = branch.run(&format!("{line} --format {format}"));
            let raw = |c: char| c.is_control() && !matches!(c, '\n' | '\r') || c == '\u{202e}';
            assert!(!told.contains(raw), "{line} {format}: {told:?}");
            assert!(told.contains("u{1b}") || told.contains("u001b") || line == "check", "{line} {format}: {told}");
        }
    }
    for command in [["member", "show", evil], ["report", "points", "--color=always"]] {
        assert!(!branch.run_words(&command).contains("\u{1b}[31m五"));
    }
}

#[test]
fn odd_files_are_told_and_nothing_panics() {
    let branch = Sandbox::branch();
    branch.write("members/empty.toml", "");
    branch.write("members/nul.toml", "name = \"a\0b\"\n");
    branch.write("members/latin.toml", b"name = \"\xff\xfe\"\n");
    branch.write("members/deep.toml", format!("name = {}1{}\n", "[".repeat(5000), "]".repeat(5000)));
    branch.write("members/years.toml", "name = \"x\"\n[[standing]]\nis = \"full\"\nfrom = 9999-01-01\n");
    std::fs::create_dir(branch.root().join("members/folder.toml")).unwrap();
    let told = branch.run("check");
    for file in ["empty", "nul", "latin", "deep", "years"] {
        assert!(told.contains(&format!("members/{file}.toml")), "{file}: {told}");
    }
    assert!(branch.refused("member list").contains("exit Some(1)"));
}

#[test]
fn words_that_are_no_text_are_refused() {
    let branch = Sandbox::branch();
    let mut command = branch.command(&["member", "show"]);
    let output = command.arg(std::ffi::OsStr::from_bytes(b"\xff\xfe")).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn days_that_do_not_exist_and_years_far_away() {
    let branch = Sandbox::branch();
    for day in
        ["2026-02-29", "02-30", "0001-01-01", "9999-12-31", "99999-01-01", "-1-01-01", "2026-00-10", "１１-０５x"]
    {
        let told = branch.run(&format!("meeting log 党课 --on={day}"));
        assert!(told.contains("is no day") && told.contains("exit Some(2)"), "{day}: {told}");
    }
    assert_eq!(
        branch.run("report meetings --period 1900..2199"),
        "--- stderr\nthere is no such record in 1900-01..2199-12\n"
    );
}

#[test]
fn a_path_that_is_no_text_can_be_named_by_a_changing_command() {
    let branch = Sandbox::branch();
    let name = std::ffi::OsStr::from_bytes(b"\xff.png");
    std::fs::write(branch.root().join(name), "picture").unwrap();
    let mut command = branch.command(&["meeting", "log", "党课", "--evidence"]);
    let told = branch.told(&command.arg(name).output().unwrap());
    assert!(!told.contains("exit"), "{told}");
    assert_eq!(branch.read("evidence/2026/2026-11-23-lesson-1.png"), "picture");
    let output = branch.command(&["meeting", "log", "党课", "--minutes"]).arg(name).output().unwrap();
    assert_eq!(output.status.code(), Some(0));
}

#[test]
fn evidence_is_a_plain_file_that_does_not_make_one_wait() {
    let branch = Sandbox::branch();
    let made = std::process::Command::new("mkfifo").arg(branch.root().join("pipe.png")).status().unwrap();
    assert!(made.success());
    assert_snapshot!(branch.run("meeting log 党课 --evidence pipe.png"), @"
    --- stderr
    error: `pipe.png` is no plain file
    --- exit Some(1)
    ");
    assert!(!branch.root().join("meetings/2026").exists());
    std::fs::remove_file(branch.root().join("pipe.png")).unwrap();
    assert_snapshot!(branch.refused("meeting log 党课 --evidence /dev/null"), @"
    --- stderr
    error: `/dev/null` is no plain file
    --- exit Some(1)
    ");
    std::fs::create_dir(branch.root().join("folder.png")).unwrap();
    assert_snapshot!(branch.refused("meeting log 党课 --evidence folder.png"), @"
    --- stderr
    error: failed to read `folder.png`: it is a folder
    --- exit Some(1)
    ");
}

#[test]
fn evidence_never_takes_its_place_from_the_name_it_had() {
    let branch = Sandbox::branch();
    for name in ["..png", "a.p\u{202e}ng", "a.toolong", "'; rm -rf x.png", "=1+1.png", "a"] {
        branch.write(name, "picture");
        let told = branch.run_words(&["meeting", "log", "党课", "--evidence", name, "--no-commit"]);
        assert!(!told.contains("exit"), "{name}: {told}");
    }
    let mut names: Vec<_> =
        branch.files().into_iter().filter(|(path, _)| path.starts_with(branch.root().join("evidence/2026"))).collect();
    names.sort();
    assert_eq!(names.len(), 6);
    for (path, _) in names {
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        assert!(name.starts_with("2026-11-23-lesson"), "{name}");
        assert!(name.chars().all(|c| c.is_ascii_alphanumeric() || "-.".contains(c)), "{name}");
    }
}

#[test]
fn records_that_are_links_are_neither_read_nor_written() {
    let branch = Sandbox::branch();
    symlink("/etc/passwd", branch.root().join("members/x.toml")).unwrap();
    let told = branch.refused("member list");
    assert!(told.contains("members/x.toml") && told.contains("leads out") && !told.contains("root:"), "{told}");
    assert!(branch.refused("check").contains("leads out"));
}

#[test]
fn a_name_that_got_lost_is_never_everybody() {
    let branch = Sandbox::branch();
    for words in [
        &["meeting", "log", "党课", "--absent", ":duty"][..],
        &["meeting", "log", "党课", "--absent", ""],
        &["meeting", "log", "党课", "--present", "，"],
        &["meeting", "log", "党课", "--chair", " "],
        &["points", "award", "", "commended", "3"],
    ] {
        let before = branch.files();
        let told = branch.run_words(words);
        assert!(told.contains("names nobody\n--- exit Some(2)"), "{words:?}: {told}");
        assert!(branch.files() == before);
    }
    assert_snapshot!(branch.run("meeting log 党课 --absent 孙磊,"), @"
    --- stderr
    logged 2026-11-23 党课 · 7 due, 5 present, 1 absent (孙磊), 1 exempt, chair 赵刚, recorder 李敏
      meetings/2026/2026-11-23-lesson.toml
    ");
}

#[test]
fn words_of_a_call_are_never_printed_raw() {
    let branch = Sandbox::branch();
    let evil = "\u{1b}[31m\u{7}\u{202e}";
    for words in [
        &["meeting", "log", evil][..],
        &["member", "show", evil],
        &["group", "show", evil],
        &["points", "award", "孙磊", evil, "3"],
        &["points", "award", "孙磊", "commended", evil],
        &["-C", evil, "member", "list"],
        &["--lang", evil, "member", "list"],
        &["report", evil],
        &["report", "points", "--period", evil],
        &["export", "--month", evil, "--table", "points"],
        &["meeting", "log", "党课", "--on", evil],
        &["meeting", "log", "党课", "--time", evil],
        &["meeting", "log", "党课", "--minutes", evil],
        &["meeting", "log", "党课", "--evidence", evil],
        &["meeting", "log", "党课", "--decision", "x", "--votes", evil],
        &[evil],
    ] {
        let told = branch.run_words(words);
        assert!(told.contains("--- exit"), "{words:?}: {told}");
        assert!(!told.contains(['\u{1b}', '\u{7}', '\u{202e}']), "{words:?}: {told:?}");
    }
}

#[test]
fn a_ledger_of_thousands_of_lines_is_explained_at_once() {
    let branch = Sandbox::branch();
    let line = |at: usize| {
        format!(
            "  {{ id = \"a{at:05}\", date = 2026-11-01, member = \"sun-lei\", item = \"commended\", points = 1 }},\n"
        )
    };
    branch.write("points/2026-11.toml", format!("entries = [\n{}]\n", (0..10_000).map(line).collect::<String>()));
    let told = branch.run("points explain 孙磊");
    assert!(told.contains("← points/2026-11.toml:10001 ←"));
    // Every line looked for its place from the file's beginning once: the time grew with the square of the lines.
    let export = branch.run("export --month 2026-11 --table points_detail --lang en");
    assert!(export.contains(",points/2026-11.toml,10001,"));
}

#[test]
fn a_key_of_endless_parts_and_a_template_of_endless_operators_are_told() {
    let branch = Sandbox::branch();
    let key = vec!["a"; 100_000].join(".");
    for text in [format!("{key} = 1\n"), format!("[{key}]\nb = 1\n")] {
        branch.write("talks/2025.toml", text);
        let told = branch.run("check talks");
        assert!(told.contains("talks/2025.toml:1:1: this key has too many parts [syntax]"), "{told:.400}");
    }
    branch.forget("talks/2025.toml");
    for template in [format!("<p>{{{{ 1{} }}}}</p>", "+1".repeat(100_000)), "{% if 1 %}".repeat(100_000)] {
        branch.write("templates/problems.html", template);
        let told = branch.run("print problems -o -");
        assert!(told.contains("this is too long, or stands in too many blocks"), "{told:.400}");
    }
}

#[test]
fn what_is_written_for_others_follows_no_link_out_of_the_directory() {
    let branch = Sandbox::branch();
    let elsewhere = tempfile::tempdir().unwrap();
    std::os::unix::fs::symlink(elsewhere.path(), branch.root().join("exports")).unwrap();
    for line in [
        "export -m 2026-10 -o exports",
        "export -m 2026-10 -o exports/2026-10",
        "print problems -o exports/x.html",
        "report members -p 2026-11 -o exports/x.csv",
        "site --period 2026-11 --out exports/site",
        "due --ics exports/due.ics",
    ] {
        let told = branch.run(line);
        assert!(
            told.contains("`exports` leads out of the directory") && told.contains("exit Some(1)"),
            "{line}: {told}"
        );
    }
    assert_eq!(std::fs::read_dir(elsewhere.path()).unwrap().count(), 0);
    // Where somebody says so, it goes there.
    let told = branch.run(&format!("export -m 2026-10 -o {}/there", elsewhere.path().display()));
    assert!(told.contains("exported 2026-10"), "{told}");
}

#[test]
fn no_file_is_called_like_a_device() {
    let branch = Sandbox::branch();
    for line in ["group add 第一党小组 --id con", "member add 康一 -s full --id nul", "group add 第一党小组 --id com1"]
    {
        assert!(branch.run(line).contains("cannot be the name of a file on Windows"), "{line}");
    }
    branch.run("group add Con");
    assert!(branch.root().join("groups/con-2.toml").exists());
}

#[test]
fn a_printed_page_loads_nothing_from_anywhere() {
    let branch = Sandbox::branch();
    branch.write("templates/problems.html", "<!DOCTYPE html>\n<html>\n<HEAD></head>\n<body>x</body>\n</html>\n");
    for line in ["print problems -o -", "print dues -p 2026-10 -o -"] {
        let page = branch.run(line);
        assert!(
            page.contains("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';"),
            "{line}: {page:.300}"
        );
    }
}

#[test]
fn a_file_that_cannot_be_read_makes_no_findings_elsewhere() {
    let branch = super::sealed::closed();
    let codes = |told: &str| {
        told.lines()
            .filter_map(|line| line.strip_suffix(']')?.rsplit_once('['))
            .map(|(_, code)| code.to_owned())
            .collect::<Vec<_>>()
    };
    let before = codes(&branch.run("check"));
    for path in
        ["members/sun-lei.toml", "rules/branch.toml", "rules/meetings.toml", "groups/criminal.toml", "dues/2026.toml"]
    {
        let text = branch.read(path);
        branch.write(path, format!("{text}\n<<<\n"));
        let mut now = codes(&branch.run("check"));
        now.retain(|code| code != "syntax");
        let new: Vec<_> = now.iter().filter(|code| !before.contains(code)).collect();
        assert!(new.is_empty(), "{path}: {new:?}");
        branch.write(path, text);
    }
}
