use insta::assert_snapshot;

use super::sandbox::Sandbox;

#[test]
fn a_person_is_added() {
    let branch = Sandbox::branch();
    assert_snapshot!(branch.run("member add 欧阳娜 --standing full --from 2020-06-30 --group 综合 --note 窗口"), @"
    --- stderr
    added 欧阳娜: 正式党员, from 2020-06-30
      members/ouyang-na.toml
    ");
    assert_snapshot!(branch.read("members/ouyang-na.toml"), @r#"
    name = "欧阳娜"
    note = "窗口"

    [[standing]]
    is = "full"
    from = 2020-06-30

    [[group]]
    id = "office"
    from = 2024-01-01
    "#);
}

#[test]
fn a_namesake_gets_another_id_and_is_never_mixed_up() {
    let branch = Sandbox::branch();
    assert_snapshot!(branch.run("member add 王芳 --standing staff"), @"
    --- stderr
    added 王芳: 群众, from 2026-11-23; the id is wang-fang-3, others of that name: wang-fang (王芳, 刑侦党小组), wang-fang-2 (王芳, 综合党小组)
      members/wang-fang-3.toml
    ");
    assert_snapshot!(branch.refused("member move 王芳 office"), @"
    --- stderr
    error: `王芳` is more than one member
    help: write the id: wang-fang (王芳, 刑侦党小组), wang-fang-2 (王芳, 综合党小组), wang-fang-3 (王芳, 群众)
    --- exit Some(2)
    ");
    assert_snapshot!(branch.chinese().refused("member move wf office"), @"
    --- stderr
    错误：“wf”对应不止一个成员
    建议：写编号：wang-fang（王芳，刑侦党小组）、wang-fang-2（王芳，综合党小组）、wang-fang-3（王芳，群众）
    --- exit Some(2)
    ");
}

#[test]
fn a_person_who_cannot_be_added() {
    let branch = Sandbox::branch();
    assert_snapshot!(branch.refused("member add 周杰 -s fulll"), @"
    --- stderr
    error: no standing `fulll`
    help: did you mean `full` (正式党员)?
    --- exit Some(2)
    ");
    assert_snapshot!(branch.refused("member add 周杰 -s full --id zhao-gang"), @"
    --- stderr
    error: there is a `zhao-gang` already: 赵刚
    help: zhibu member show zhao-gang
    --- exit Some(1)
    ");
    assert_snapshot!(branch.refused("member add Сковорода -s full"), @"
    --- stderr
    error: no id can be made from `Сковорода`
    help: give one with --id, as in --id zhao-gang
    --- exit Some(2)
    ");
    assert_snapshot!(branch.refused("member add 周杰 -s full --from 2026-02-30"), @"
    --- stderr
    error: `2026-02-30` is no day
    help: write 2026-11-05, 11-05, today, yesterday or friday
    --- exit Some(2)
    ");
    assert_snapshot!(branch.refused("member add 周杰 -s full -g 治安"), @"
    --- stderr
    error: no group `治安`
    help: there are: criminal (刑侦党小组), office (综合党小组)
    --- exit Some(2)
    ");
}

#[test]
fn the_branch_of_a_day_is_listed() {
    let branch = Sandbox::branch();
    assert_snapshot!(branch.run("member list"), @"
    id           name    standing  group       posts       class
    ───────────  ──────  ────────  ──────────  ──────────  ────────────
    dong-li      董立    群众
    he-xiuying   何秀英  正式党员  综合党小组              年老体弱党员
    li-min       李敏    正式党员  综合党小组  组织委员    支委委员
    sun-lei      孙磊    正式党员  刑侦党小组  党小组组长  一般党员
    wang-fang    王芳    正式党员  刑侦党小组              一般党员
    wang-fang-2  王芳    正式党员  综合党小组  党小组组长  一般党员
    xu-nuo       许诺    预备党员  综合党小组              一般党员
    zhao-gang    赵刚    正式党员  刑侦党小组  书记        支委委员
    ");
    assert_snapshot!(branch.run("member list --on 2015-06-01 --format csv"), @"
    member,name,standing,group,posts,class
    he-xiuying,何秀英,full,,,ordinary
    sun-lei,孙磊,full,,,ordinary
    wang-fang,王芳,full,,,ordinary
    wang-fang-2,王芳,full,,,ordinary
    zhao-gang,赵刚,full,,,ordinary
    ");
    assert_snapshot!(branch.run("member list --on 2009-06-01"), @"
    id          name    standing  class
    ──────────  ──────  ────────  ────────
    he-xiuying  何秀英  正式党员  一般党员
    ");
    assert_snapshot!(branch.run("member list -g criminal --format json"), @r#"
    [
      {"member":"sun-lei","name":"孙磊","standing":"full","group":"criminal","posts":["group-leader"],"class":"ordinary"},
      {"member":"wang-fang","name":"王芳","standing":"full","group":"criminal","posts":[],"class":"ordinary"},
      {"member":"zhao-gang","name":"赵刚","standing":"full","group":"criminal","posts":["secretary"],"class":"committee"}
    ]
    "#);
}

#[test]
fn a_person_moves_and_the_past_stays() {
    let branch = Sandbox::branch();
    assert_snapshot!(branch.run("member move 孙磊 综合 --from 2026-11-01"), @"
    --- stderr
    孙磊 is in 综合党小组 from 2026-11-01 · no longer 党小组组长 of the old group from 2026-11-01
      members/sun-lei.toml
    ");
    assert_snapshot!(branch.run("member show sunlei"), @"
    孙磊
      id        sun-lei
      name      孙磊
      standing  正式党员
      group     综合党小组
      class     一般党员

    since       until       what
    ──────────  ──────────  ──────────
    2012-01-01              正式党员
    2024-01-01              刑侦党小组
    2024-01-01  2026-10-31  党小组组长
    2026-11-01              综合党小组
    ");
    assert_snapshot!(branch.run("member list --on 2026-10-31 -g criminal --format csv"), @"
    member,name,standing,group,posts,class
    sun-lei,孙磊,full,criminal,group-leader,ordinary
    wang-fang,王芳,full,criminal,,ordinary
    zhao-gang,赵刚,full,criminal,secretary,committee
    ");
    assert_snapshot!(branch.run("member list --on 2026-11-01 -g criminal --format csv"), @"
    member,name,standing,group,posts,class
    wang-fang,王芳,full,criminal,,ordinary
    zhao-gang,赵刚,full,criminal,secretary,committee
    ");
    assert_snapshot!(branch.refused("member move 孙磊 综合"), @"
    --- stderr
    error: 孙磊 is in 综合党小组 on 2026-11-23 already
    --- exit Some(1)
    ");
    assert_snapshot!(branch.refused("member move 孙磊 刑侦 --from 2026-10-01"), @"
    --- stderr
    error: 孙磊 is in 刑侦党小组 on 2026-10-01 already
    --- exit Some(1)
    ");
}

#[test]
fn a_post_is_given_and_ended() {
    let branch = Sandbox::branch();
    assert_snapshot!(branch.refused("member post 李敏 书记"), @"
    --- stderr
    error: 赵刚 is 书记 on 2026-11-23
    help: zhibu member post zhao-gang secretary --until 2026-11-22
    --- exit Some(1)
    ");
    assert_snapshot!(branch.run("member post 赵刚 书记 --until 2026-10-31"), @"
    --- stderr
    赵刚 is no longer 书记, last day 2026-10-31
      members/zhao-gang.toml
    ");
    assert_snapshot!(branch.run("member post 李敏 书记 --from 2026-11-01"), @"
    --- stderr
    李敏 is 书记 from 2026-11-01
      members/li-min.toml
    ");
    assert_snapshot!(branch.refused("member post 赵刚 书记 --until 2026-11-05"), @"
    --- stderr
    error: 赵刚 is not 书记 on 2026-11-05
    --- exit Some(1)
    ");
    assert_snapshot!(branch.read("members/zhao-gang.toml"), @r#"
    name = "赵刚"

    [[standing]]
    is = "full"
    from = 2010-01-01

    [[group]]
    id = "criminal"
    from = 2024-01-01

    [[post]]
    id = "secretary"
    from = 2024-06-20
    until = 2026-10-31
    "#);
}

#[test]
fn a_standing_changes_and_somebody_leaves() {
    let branch = Sandbox::branch();
    assert_snapshot!(branch.run("member standing 许诺 full --from 2026-11-20 --note 党员大会通过"), @"
    --- stderr
    许诺 is 正式党员 from 2026-11-20
      members/xu-nuo.toml
    ");
    assert_snapshot!(branch.refused("member standing 许诺 left"), @"
    --- stderr
    error: leaving is recorded with member leave
    help: zhibu member leave WHO --reason WHY
    --- exit Some(2)
    ");
    assert_snapshot!(branch.run("member leave 许诺 --reason 调出"), @"
    --- stderr
    许诺 left, from 2026-11-23: 调出
      members/xu-nuo.toml
    ");
    assert_snapshot!(branch.refused("member leave 许诺 --reason 调出"), @"
    --- stderr
    error: 许诺 is not with the branch on 2026-11-23
    help: zhibu member show xu-nuo
    --- exit Some(1)
    ");
    assert_snapshot!(branch.read("members/xu-nuo.toml"), @r#"
    name = "许诺"

    [[standing]]
    is = "probationary"
    from = 2026-02-01

    [[standing]]
    is = "full"
    from = 2026-11-20
    note = "党员大会通过"

    [[standing]]
    is = "left"
    from = 2026-11-23
    reason = "调出"

    [[group]]
    id = "office"
    from = 2026-02-01
    "#);
}

#[test]
fn a_person_is_corrected() {
    let branch = Sandbox::branch();
    assert_snapshot!(branch.run("member edit 许诺 --name 许糯 --note 更名"), @"
    --- stderr
    edited 许糯 · older lists and pages show it too, instead of `许诺`; if the name is new from a day on, add --from DATE
      members/xu-nuo.toml
    ");
    assert!(branch.read("members/xu-nuo.toml").starts_with("name = \"许糯\"\n"));
    assert!(branch.refused("member edit 董立").contains("needs at least one of"));
    assert_snapshot!(branch.refused("member edit 董立 --class 流动 --from 2019-01-32"), @"
    --- stderr
    error: `2019-01-32` is no day
    help: write 2026-11-05, 11-05, today, yesterday or friday
    --- exit Some(2)
    ");
}

#[test]
fn a_standing_is_given_once() {
    let branch = Sandbox::branch().chinese();
    assert_snapshot!(branch.refused("member standing 孙磊 full"), @"
    --- stderr
    错误：孙磊 2026-11-23 已是正式党员
    --- exit Some(1)
    ");
}

#[test]
fn who_leaves_gives_up_the_posts_and_does_not_have_them_on_coming_back() {
    let branch = Sandbox::branch();
    branch.run("member leave 赵刚 --reason 调离 --from 2026-10-01");
    branch.run("member post 李敏 secretary --from 2026-10-02");
    branch.run("member standing 赵刚 full --from 2026-11-01");
    assert_snapshot!(branch.run("member list --format csv"), @"
    member,name,standing,group,posts,class
    dong-li,董立,staff,,,
    he-xiuying,何秀英,full,office,,elder
    li-min,李敏,full,office,secretary; organization,committee
    sun-lei,孙磊,full,criminal,group-leader,ordinary
    wang-fang,王芳,full,criminal,,ordinary
    wang-fang-2,王芳,full,office,group-leader,ordinary
    xu-nuo,许诺,probationary,office,,ordinary
    zhao-gang,赵刚,full,criminal,,ordinary
    ");
    assert!(branch.contradictions().is_empty());
    assert!(branch.run("member show 赵刚").contains("2024-06-20  2026-09-30  书记"));
    // The past stays.
    assert!(branch.run("member list --on 2026-09-30 --format csv").contains("zhao-gang,赵刚,full,criminal,secretary"));
}

#[test]
fn a_post_that_is_held_is_not_given_to_a_new_person_nor_one_that_somebody_will_hold() {
    let branch = Sandbox::branch();
    assert_snapshot!(branch.refused("member add 周洋 -s full --from 2020-01-01 --post secretary --post-from 2026-01-01"), @"
    --- stderr
    error: 赵刚 is 书记 on 2026-01-01
    help: zhibu member post zhao-gang secretary --until 2025-12-31
    --- exit Some(1)
    ");
    branch.run("member post 赵刚 secretary --until 2026-12-31");
    branch.run("member post 李敏 secretary --from 2027-01-01");
    assert_snapshot!(branch.refused("member add 周洋 -s full --from 2027-01-01 --post secretary"), @"
    --- stderr
    error: 李敏 is 书记 on 2027-01-01
    --- exit Some(1)
    ");
    branch.run("member post 孙磊 deputy --from 2026-12-01");
    // Given without an end it would run into the days of the next holder.
    assert_snapshot!(branch.refused("member post wang-fang deputy --from 2026-11-01"), @"
    --- stderr
    error: 孙磊 is 副书记 on 2026-12-01
    --- exit Some(1)
    ");
}
