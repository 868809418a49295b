//! Words of the branch's own for calls.

use insta::assert_snapshot;

use super::sandbox::Sandbox;

fn with(aliases: &[(&str, &str)]) -> Sandbox {
    let branch = Sandbox::branch();
    let all = aliases.iter().map(|(word, means)| format!("\n[[alias]]\nword = \"{word}\"\nmeans = \"{means}\"\n"));
    let settings = branch.read("zhibu.toml");
    branch.write("zhibu.toml", settings + &all.collect::<String>());
    branch
}

#[test]
fn a_word_of_the_branch_stands_for_the_beginning_of_a_call() {
    let branch = with(&[("g", "meeting log group -g 刑侦"), ("开会", "meeting log"), ("m", "member list")]);
    assert_snapshot!(branch.run("g --absent 孙磊:duty --on 11-05"), @"
    --- stderr
    logged 2026-11-05 党小组会 · 刑侦党小组 · 3 due, 2 present, 1 absent (孙磊: 值班备勤)
      meetings/2026/2026-11-05-group-criminal.toml
    ");
    assert_snapshot!(branch.run("开会 committee --on 11-06"), @"
    --- stderr
    logged 2026-11-06 支委会 · 2 due, 2 present, chair 赵刚, recorder 李敏
      meetings/2026/2026-11-06-committee.toml
    ");
    // Of two commands that begin so, or an alias, the alias is meant.
    assert_snapshot!(branch.run("m --format csv"), @"
    member,name,standing,group,posts,class
    dong-li,董立,staff,,,
    he-xiuying,何秀英,full,office,,elder
    li-min,李敏,full,office,organization,committee
    sun-lei,孙磊,full,criminal,group-leader,ordinary
    wang-fang,王芳,full,criminal,,ordinary
    wang-fang-2,王芳,full,office,group-leader,ordinary
    xu-nuo,许诺,probationary,office,,ordinary
    zhao-gang,赵刚,full,criminal,secretary,committee
    ");
    assert_snapshot!(branch.refused("g --on"), @"
    --- stderr
    error: `--on <DATE>` needs a value
    help: see zhibu meeting log --help
    --- exit Some(2)
    ");
    assert_snapshot!(branch.refused("x"), @"
    --- stderr
    error: `zhibu` has no command `x`
    help: did you mean `exemplar`?
    --- exit Some(2)
    ");
}

#[test]
fn an_alias_is_never_over_a_command_and_a_bad_one_is_told_by_its_place() {
    let branch = with(&[("group", "member list"), ("x", "nothing at all"), ("y", "x"), ("z", "")]);
    assert!(branch.run("group list --format csv").contains("criminal"));
    assert_snapshot!(branch.refused("x"), @r#"
    --- stderr
    zhibu.toml:24:9: `x` stands for `nothing at all`, which does not begin with a command
       |
    24 | means = "nothing at all"
       |         ^^^^^^^^^^^^^^^^
    help: begin with a command, without zhibu: means = "meeting log"
    --- exit Some(1)
    "#);
    assert_snapshot!(branch.refused("y --lang zh"), @r#"
    --- stderr
    zhibu.toml:28:9: 简称“y”写的“x”不是以命令开头
       |
    28 | means = "x"
       |         ^^^
    建议：从命令写起，不写 zhibu，如 means = "meeting log"
    --- exit Some(1)
    "#);
    assert_snapshot!(branch.refused("z"), @r#"
    --- stderr
    zhibu.toml:32:9: `z` stands for ``, which does not begin with a command
       |
    32 | means = ""
       |         ^^
    help: begin with a command, without zhibu: means = "meeting log"
    --- exit Some(1)
    "#);
    assert_snapshot!(branch.run("check zhibu.toml"), @"
    --- stderr
    warning: zhibu.toml:19:8: `group` is a command and cannot stand for another
    warning: zhibu.toml:24:9: `x` stands for `nothing at all`, which does not begin with a command
    warning: zhibu.toml:28:9: `y` stands for `x`, which does not begin with a command
    warning: zhibu.toml:32:9: `z` stands for ``, which does not begin with a command
    nothing is wrong
    ");
}
