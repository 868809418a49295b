use insta::assert_snapshot;

use super::sandbox::Sandbox;

fn logged() -> Sandbox {
    let branch = Sandbox::branch();
    branch.run("meeting log group -g 刑侦 --on 11-05 --absent 孙磊:duty");
    branch
}

#[test]
fn a_meeting_under_the_wrong_day_is_filed_anew_and_keeps_every_byte() {
    let branch = logged();
    let (old, new) = ("meetings/2026/2026-11-05-group-criminal.toml", "meetings/2026/2026-11-06-group-criminal.toml");
    let text = format!("# 手写\r\n{}nick  = 1 # 好\n", branch.read(old));
    branch.write(old, &text);
    assert_snapshot!(branch.run("meeting edit 11-05 --on 11-06"), @"
    --- stderr
    first committed, separately, what was not committed yet: meetings/2026/2026-11-05-group-criminal.toml
    2026-11-05 党小组会 · 刑侦党小组 is now 2026-11-06 党小组会 · 刑侦党小组
      meetings/2026/2026-11-06-group-criminal.toml
      meetings/2026/2026-11-05-group-criminal.toml
    ");
    assert!(!branch.root().join(old).exists());
    assert_eq!(branch.read(new), text.replace("2026-11-05", "2026-11-06"));
    assert_snapshot!(branch.git(&["log", "-1", "--format=%s", "--name-status", "--no-renames"]), @"
    2026-11-05 党小组会 · 刑侦党小组 is now 2026-11-06 党小组会 · 刑侦党小组

    D	meetings/2026/2026-11-05-group-criminal.toml
    A	meetings/2026/2026-11-06-group-criminal.toml
    ");
    assert_eq!(branch.git(&["status", "--porcelain"]), "");
}

#[test]
fn a_second_one_of_a_day_gets_a_number_and_what_nobody_committed_moves_too() {
    let branch = logged();
    branch.run("meeting log group -g 刑侦 --on 11-06 --no-commit");
    assert_snapshot!(branch.run("meeting edit 11-06 --on 11-05"), @"
    --- stderr
    first committed, separately, what was not committed yet: meetings/2026/2026-11-06-group-criminal.toml
    2026-11-06 党小组会 · 刑侦党小组 is now 2026-11-05 党小组会 · 刑侦党小组
      meetings/2026/2026-11-05-group-criminal-2.toml
      meetings/2026/2026-11-06-group-criminal.toml
    ");
    assert_eq!(branch.git(&["status", "--porcelain"]), "");
    assert_snapshot!(branch.run("meeting edit 2026-11-05-group-criminal-2 --on 11-05"), @"
    --- stderr
    nothing changed: the records say so already
    ");
}

#[test]
fn a_kind_and_a_group_are_corrected_where_the_people_fit() {
    let branch = logged();
    assert_snapshot!(branch.run("meeting edit 11-05 --kind 主题党日"), @"
    --- stderr
    2026-11-05 党小组会 · 刑侦党小组 is now 2026-11-05 主题党日 · 刑侦党小组
      meetings/2026/2026-11-05-theme-day-criminal.toml
      meetings/2026/2026-11-05-group-criminal.toml
    ");
    assert_snapshot!(branch.run("meeting edit 11-05 --kind 党员大会"), @"
    --- stderr
    2026-11-05 主题党日 · 刑侦党小组 is now 2026-11-05 党员大会
      meetings/2026/2026-11-05-general.toml
      meetings/2026/2026-11-05-theme-day-criminal.toml
    ");
    assert!(!branch.read("meetings/2026/2026-11-05-general.toml").contains("group ="));
    assert_snapshot!(branch.refused("meeting edit 11-05 --kind group"), @"
    --- stderr
    error: 党小组会 needs a group
    help: name it with --group, one of: 刑侦党小组, 综合党小组
    --- exit Some(2)
    ");
    assert_snapshot!(branch.refused("meeting edit 11-05 --kind group -g 综合"), @"
    --- stderr
    error: 王芳 (刑侦党小组) was not due at 党小组会 on 2026-11-05
    help: strike it with `zhibu meeting remove` and log it anew under the right day, kind and group
    --- exit Some(1)
    ");
    assert_snapshot!(branch.refused("meeting edit 11-05 --on 2027-01-01"), @"
    --- stderr
    error: 2027-01-01 is yet to come
    help: log it when it has happened; write a day of last year with its year
    --- exit Some(1)
    ");
    assert_snapshot!(branch.refused("meeting edit 11-05 --on 2008-01-01"), @"
    --- stderr
    error: 王芳 (刑侦党小组) is not with the branch on 2008-01-01
    help: zhibu member show wang-fang
    --- exit Some(1)
    ");
    assert_snapshot!(branch.chinese().run("meeting edit 11-05 --on 11-04"), @"
    --- stderr
    2026-11-05 党员大会 更正为 2026-11-04 党员大会
      meetings/2026/2026-11-04-general.toml
      meetings/2026/2026-11-05-general.toml
    ");
}
