use super::sandbox::Sandbox;

/// A file as somebody wrote it by hand: comments, odd spacing, keys the program does not know.
const BY_HAND: &str = "# 刑侦组的骨干\nname   = \"孙磊\"   # 小孙\nnickname = \"石头\"\n\n\n[[standing]]\nis=\"full\"\n  from = 2012-01-01 # 入党\n\n[[group]]\nid = \"criminal\"\nfrom = 2024-01-01\n# 完";

/// The lines of a text that another does not have in the same order.
fn lost(old: &str, new: &str) -> Vec<String> {
    let mut rest = new.split('\n');
    old.split('\n')
        .filter(|line| !rest.any(|other| other.trim_end_matches('\r') == line.trim_end_matches('\r')))
        .map(str::to_owned)
        .collect()
}

#[test]
fn what_a_person_wrote_survives_every_command() {
    for (mark, ending) in [("", "\n"), ("\u{feff}", "\r\n")] {
        let branch = Sandbox::branch();
        let text = format!("{mark}{}", BY_HAND.replace('\n', ending));
        for line in [
            "member move 孙磊 office",
            "member post 孙磊 deputy",
            "member edit 孙磊 --note 好 --class mobile",
            "member standing 孙磊 probationary",
            "member leave 孙磊 --reason 调出",
        ] {
            branch.write("members/sun-lei.toml", &text);
            let told = branch.run(line);
            assert!(!told.contains("exit"), "{told}");
            let new = branch.read("members/sun-lei.toml");
            assert_eq!(lost(&text, &new), [""; 0], "{line}:\n{new}");
            assert!(new.starts_with(mark));
            assert_eq!(new.contains('\r'), ending == "\r\n");
            assert!(
                !new.replace("\r\n", "").contains(['\r', '\n']) || ending == "\n",
                "one sort of line ends: {new:?}"
            );
        }
        branch.write("members/sun-lei.toml", &text);
        branch.run("member edit 孙磊 --name 孙雷");
        assert_eq!(branch.read("members/sun-lei.toml"), text.replace("\"孙磊\"", "\"孙雷\""));
    }
}

#[test]
fn a_ledger_keeps_its_comments_and_its_order() {
    let branch = Sandbox::branch();
    let text = "entries = [ # 十一月\n  # 第一条\n  { id = \"aaaaaa\", date = 2026-11-01, member = \"sun-lei\", item = \"commended\", points = 1 }, # 好\n  { id = \"bbbbbb\", date = 2026-11-30, member = \"sun-lei\", item = \"commended\", points = 1 }\n]\n";
    branch.write("points/2026-11.toml", text);
    branch.run("points award 孙磊 commended 2 --on 11-15");
    let new = branch.read("points/2026-11.toml");
    assert_eq!(lost(text, &new), [""; 0], "{new}");
    let lines: Vec<_> = new.lines().collect();
    assert!(lines[3].contains("2026-11-15"), "{new}");
}

#[test]
fn nothing_is_written_on_top_of_a_file_that_cannot_be_read() {
    let branch = Sandbox::branch();
    branch
        .write("points/2026-11.toml", "entries = [\n  { id = \"aaaaaa\", date = 2026-11-01, member = \"sun-lei\" },\n");
    insta::assert_snapshot!(branch.refused("points award 孙磊 commended 2"), @"
    --- stderr
    points/2026-11.toml:3:1: not TOML: the file ends here too early
      |
    3 | 
      | ^
    --- exit Some(1)
    ");
    let told = branch.run("meeting log 党课");
    assert!(!told.contains("exit"), "a faulty ledger does not stop a meeting: {told}");
    branch.write("meetings/2026/2026-11-01-lesson.toml", "kind = ");
    let told = branch.run("points award 孙磊 commended 2 --on 10-01");
    assert!(!told.contains("exit"), "a faulty meeting does not stop an award: {told}");
}

#[test]
fn a_newer_directory_is_refused_with_both_numbers() {
    let branch = Sandbox::branch();
    branch.write("zhibu.toml", branch.read("zhibu.toml").replace("schema = 2", "schema = 3"));
    insta::assert_snapshot!(branch.refused("member list"), @"
    --- stderr
    error: zhibu.toml says schema = 3, this program knows up to 2: get a newer zhibu
    --- exit Some(1)
    ");
}
