use insta::assert_snapshot;

use super::sandbox::Sandbox;

#[test]
fn groups_are_added_listed_and_shown() {
    let branch = Sandbox::branch();
    assert_snapshot!(branch.run("group add 治安党小组 --id public-order --from 2026-01-01"), @"
    --- stderr
    added 治安党小组, from 2026-01-01
      groups/public-order.toml
    ");
    assert_snapshot!(branch.run("group list"), @"
    id            group       since       leaders            members
    ────────────  ──────────  ──────────  ─────────────────  ───────
    criminal      刑侦党小组  2024-01-01  孙磊                     3
    office        综合党小组  2024-01-01  王芳 (综合党小组)        4
    public-order  治安党小组  2026-01-01                           0
    ");
    assert_snapshot!(branch.run("group show 刑侦"), @"
    id         name  standing  group       posts       class
    ─────────  ────  ────────  ──────────  ──────────  ────────
    sun-lei    孙磊  正式党员  刑侦党小组  党小组组长  一般党员
    wang-fang  王芳  正式党员  刑侦党小组              一般党员
    zhao-gang  赵刚  正式党员  刑侦党小组  书记        支委委员
    ");
    assert_snapshot!(branch.refused("group add 刑侦二组 --id criminal"), @"
    --- stderr
    error: there is a group `criminal` already: 刑侦党小组
    --- exit Some(1)
    ");
    assert_snapshot!(branch.refused("group add 刑侦二组 --id ../x"), @"
    --- stderr
    error: `../x` is no id: use lower-case letters, digits and single dashes
    --- exit Some(2)
    ");
}

#[test]
fn a_group_is_closed_when_nobody_is_in_it() {
    let branch = Sandbox::branch();
    branch.run("group add 治安党小组 --id public-order --from 2026-01-01");
    assert_snapshot!(branch.refused("group close 刑侦"), @"
    --- stderr
    error: 刑侦党小组 still has people on 2026-11-24: 孙磊, 王芳 (刑侦党小组), 赵刚
    help: first zhibu member move sun-lei GROUP --from 2026-11-24
    --- exit Some(1)
    ");
    assert_snapshot!(branch.run("group close 治安 --on 2026-11-22"), @"
    --- stderr
    closed 治安党小组, last day 2026-11-22
      groups/public-order.toml
    ");
    assert_snapshot!(branch.read("groups/public-order.toml"), @r#"
    name = "治安党小组"
    from = 2026-01-01
    until = 2026-11-22
    "#);
    assert_snapshot!(branch.refused("member move 孙磊 治安"), @"
    --- stderr
    error: there is no 治安党小组 on 2026-11-23
    --- exit Some(1)
    ");
    assert_snapshot!(branch.run("group edit 治安 --name 治安组 --note 已撤"), @"
    --- stderr
    edited 治安组 · older lists and pages show it too, instead of `治安党小组`; if the name is new from a day on, add --from DATE
      groups/public-order.toml
    ");
}
