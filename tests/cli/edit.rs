//! `edit`: a record in an editor, checked before it is taken.

use crate::sandbox::Sandbox;
use crate::sealed::sealed;

/// Edits with a line that stands for an editor.
fn edit(branch: &Sandbox, editor: &str, words: &[&str]) -> String {
    let words: Vec<_> = ["edit"].iter().chain(words).copied().collect();
    branch.told(&branch.command(&words).env("EDITOR", editor).output().unwrap())
}

fn drafts(branch: &Sandbox) -> usize {
    std::fs::read_dir(branch.root().join(".git/zhibu/drafts")).map(Iterator::count).unwrap_or_default()
}

#[test]
fn what_was_written_is_taken_and_committed() {
    let branch = Sandbox::branch();
    insta::assert_snapshot!(edit(&branch, "sed -i 's/孙磊/孙雷/'", &["sl"]), @"
    --- stderr
    edited members/sun-lei.toml by hand
      members/sun-lei.toml
    ");
    assert!(branch.read("members/sun-lei.toml").starts_with("name = \"孙雷\"\n"));
    insta::assert_snapshot!(branch.git(&["log", "-1", "--format=%s", "--name-only"]), @"
    edited members/sun-lei.toml by hand

    members/sun-lei.toml
    ");
    assert_eq!(drafts(&branch), 0);
    branch.run("meeting log group -g criminal --on 2026-11-05");
    insta::assert_snapshot!(edit(&branch, "sed -i '1i # 手写'", &["2026-11-05"]), @"
    --- stderr
    edited meetings/2026/2026-11-05-group-criminal.toml by hand
      meetings/2026/2026-11-05-group-criminal.toml
    ");
    insta::assert_snapshot!(edit(&branch, "sed -i '1i # 手写'", &["rules/points"]), @"
    --- stderr
    edited rules/points.toml by hand
      rules/points.toml
    ");
    insta::assert_snapshot!(edit(&branch, "true", &["criminal.toml", "-C", "groups"]), @"
    --- stderr
    nothing changed: the records say so already
    ");
    insta::assert_snapshot!(edit(&branch, "sed -i 's/孙雷/孙磊/'", &["sun-lei", "--dry-run"]), @r#"
    --- a/members/sun-lei.toml
    +++ b/members/sun-lei.toml
    @@ -1,4 +1,4 @@
    -name = "孙雷"
    +name = "孙磊"
     
     [[standing]]
     is = "full"
    --- stderr
    warning: what was written is kept in $DIR/.git/zhibu/drafts/members-sun-lei.toml
    help: once it is mended: zhibu edit members/sun-lei.toml --from $DIR/.git/zhibu/drafts/members-sun-lei.toml
    "#);
}

#[test]
fn what_is_wrong_is_kept_and_not_taken() {
    let branch = Sandbox::branch();
    let before = branch.files();
    insta::assert_snapshot!(edit(&branch, "sed -i 's/name = /name /'", &["sun-lei"]), @r#"
    --- stderr
    warning: what was written is kept in $DIR/.git/zhibu/drafts/members-sun-lei.toml
    help: once it is mended: zhibu edit members/sun-lei.toml --from $DIR/.git/zhibu/drafts/members-sun-lei.toml
    members/sun-lei.toml:1:6: not TOML: expected an equals, found a string
      |
    1 | name "孙磊"
      |      ^
    --- exit Some(1)
    "#);
    insta::assert_snapshot!(edit(&branch, "sed -i 's/full/ful/'", &["sun-lei"]), @r#"
    --- stderr
    warning: what was written is kept in $DIR/.git/zhibu/drafts/members-sun-lei-2.toml
    help: once it is mended: zhibu edit members/sun-lei.toml --from $DIR/.git/zhibu/drafts/members-sun-lei-2.toml
    members/sun-lei.toml:4:6: no standing `ful`
      |
    4 | is = "ful"
      |      ^^^^^
    help: did you mean `full` (正式党员)?
    --- exit Some(1)
    "#);
    assert!(branch.read(".git/zhibu/drafts/members-sun-lei.toml").starts_with("name \"孙磊\""));
    insta::assert_snapshot!(edit(&branch, "false", &["sun-lei"]), @"
    --- stderr
    error: the editor false failed
    help: say which by EDITOR or VISUAL, such as EDITOR=nano
    --- exit Some(1)
    ");
    insta::assert_snapshot!(edit(&branch, "/no/such/editor", &["sun-lei"]), @"
    --- stderr
    /no/such/editor: 1: /no/such/editor: not found
    error: the editor /no/such/editor failed
    help: say which by EDITOR or VISUAL, such as EDITOR=nano
    --- exit Some(1)
    ");
    assert!(branch.files() == before);
    assert_eq!(drafts(&branch), 2, "what was not touched is not kept");
}

#[test]
fn what_was_changed_meanwhile_is_not_written_over() {
    let branch = Sandbox::branch();
    let editor =
        format!("cd '{}' && sed -i '$a # 他人' members/sun-lei.toml && sed -i '1i # 手写'", branch.root().display());
    insta::assert_snapshot!(edit(&branch, &editor, &["sun-lei"]), @"
    --- stderr
    warning: what was written is kept in $DIR/.git/zhibu/drafts/members-sun-lei.toml
    help: once it is mended: zhibu edit members/sun-lei.toml --from $DIR/.git/zhibu/drafts/members-sun-lei.toml
    error: members/sun-lei.toml was changed while it was edited
    help: look at what was changed, and run it again
    --- exit Some(1)
    ");
    assert!(
        branch.read("members/sun-lei.toml").ends_with("# 他人\n")
            && !branch.read("members/sun-lei.toml").contains("手写")
    );
}

#[test]
fn a_broken_file_is_mended() {
    let branch = Sandbox::branch();
    let right = branch.read("members/sun-lei.toml");
    branch.write("members/sun-lei.toml", right.replace("name = ", "name "));
    branch.write("members/li-min.toml", "name = ");
    insta::assert_snapshot!(edit(&branch, "sed -i 's/name /name = /'", &["sun-lei"]), @"
    --- stderr
    first committed, separately, what was not committed yet: members/sun-lei.toml
    edited members/sun-lei.toml by hand
      members/sun-lei.toml
    ");
    assert_eq!(branch.read("members/sun-lei.toml"), right);
}

#[test]
fn a_text_is_taken_without_an_editor() {
    let branch = Sandbox::branch();
    branch.write("notes/new.toml", branch.read("groups/office.toml") + "note = \"x\"\n");
    insta::assert_snapshot!(branch.run("edit office --from notes/new.toml"), @"
    --- stderr
    edited groups/office.toml by hand
      groups/office.toml
    ");
    branch.write("notes/new.toml", "nme = 1");
    insta::assert_snapshot!(branch.refused("edit office --from notes/new.toml"), @r#"
    --- stderr
    groups/office.toml:1:1: `from` is missing
      |
    1 | nme = 1
      | ^
    help: add the line, for example from = 2026-01-01
    groups/office.toml:1:1: `name` is missing
      |
    1 | nme = 1
      | ^
    help: add the line, for example name = "…"
    --- exit Some(1)
    "#);
}

#[test]
fn what_cannot_be_edited() {
    let branch = Sandbox::branch();
    insta::assert_snapshot!(branch.refused("edit 周杰"), @"
    --- stderr
    error: there is no record `周杰`
    help: name a member, a group, a meeting or a problem, or the path of a file such as rules/points.toml
    --- exit Some(2)
    ");
    insta::assert_snapshot!(branch.refused("edit wf"), @"
    --- stderr
    error: `wf` is more than one member
    help: write the id: wang-fang (王芳, 刑侦党小组), wang-fang-2 (王芳, 综合党小组)
    --- exit Some(2)
    ");
    branch.run("meeting log group -g criminal --on 2026-11-05");
    insta::assert_snapshot!(branch.refused("edit crimi"), @"
    --- stderr
    error: `crimi` is more than one record
    help: write the id: groups/criminal.toml, meetings/2026/2026-11-05-group-criminal.toml
    --- exit Some(2)
    ");
    branch.write("seals/2026-10.toml", "");
    insta::assert_snapshot!(branch.refused("edit seals/2026-10.toml"), @"
    --- stderr
    error: a seal is not edited by hand
    --- exit Some(1)
    ");
}

#[test]
fn a_sealed_month_asks_for_a_reason() {
    let branch = sealed();
    let file = "meetings/2026/2026-10-09-group-criminal.toml";
    let told = edit(&branch, "sed -i 's/学习/学习党章/'", &[file]);
    assert!(told.contains("is kept in") && told.contains("--amend") && told.contains("--- exit Some(1)"), "{told}");
    let told = edit(&branch, "sed -i 's/学习/学习党章/'", &[file, "--amend", "题目写漏了"]);
    assert!(told.contains("edited meetings/2026/") && told.contains("  seals/2026-10.toml\n"), "{told}");
    assert!(branch.read(file).contains("学习党章"));
}
