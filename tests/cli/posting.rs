use insta::assert_snapshot;

use super::sandbox::Sandbox;

/// A branch whose October is posted on 2 November; the day of all later calls is 23 November.
fn posted() -> Sandbox {
    let branch = Sandbox::branch();
    branch.run("points award 孙磊 commended 5 --on 10-20");
    let words = ["points", "post", "2026-10"];
    assert!(branch.command(&words).env("ZHIBU_TODAY", "2026-11-02").output().unwrap().status.success());
    branch
}

#[test]
fn a_list_is_posted_in_the_order_of_the_roll() {
    let branch = Sandbox::branch();
    branch.run("points award 孙磊 commended 40 --on 10-20");
    branch.run("points award 孙磊 commended 10 --on 10-20");
    assert_snapshot!(branch.run("points post"), @"
    name               group       base  earned  deducted  cut  total  band
    ─────────────────  ──────────  ────  ──────  ────────  ───  ─────  ────
    李敏               综合党小组    60       0         0    0     60  达标
    孙磊               刑侦党小组    60      10         0    0     70  达标
    王芳 (刑侦党小组)  刑侦党小组    60       0         0    0     60  达标
    王芳 (综合党小组)  综合党小组    60       0         0    0     60  达标
    许诺               综合党小组    60       0         0    0     60  达标
    赵刚               刑侦党小组    60       0         0    0     60  达标
    --- stderr
    posted the points of 2026-10, objections until 2026-11-28
      points/2026-10.toml
    ");
    assert_snapshot!(branch.refused("points post 2026-10"), @"
    --- stderr
    error: the points of 2026-10 were posted on 2026-11-23
    help: to post it anew: zhibu points post 2026-10 --again WHY
    --- exit Some(1)
    ");
    assert_snapshot!(branch.run("points post 2026-10 --rank --again 算错了 --until 2026-11-30 --by 李敏"), @"
    name               group       base  earned  deducted  cut  total  band
    ─────────────────  ──────────  ────  ──────  ────────  ───  ─────  ────
    孙磊               刑侦党小组    60      10         0    0     70  达标
    李敏               综合党小组    60       0         0    0     60  达标
    王芳 (刑侦党小组)  刑侦党小组    60       0         0    0     60  达标
    王芳 (综合党小组)  综合党小组    60       0         0    0     60  达标
    许诺               综合党小组    60       0         0    0     60  达标
    赵刚               刑侦党小组    60       0         0    0     60  达标
    --- stderr
    posted the points of 2026-10, objections until 2026-11-30
      points/2026-10.toml
    ");
    assert_snapshot!(branch.read("points/2026-10.toml"), @r#"
    entries = [
      { id = "xth3a3", date = 2026-10-20, member = "sun-lei", item = "commended", points = 10 },
    ]
    postings = [
      { id = "25vfbe", period = "2026-10", date = 2026-11-23, until = 2026-11-28, rules = "d7a719e1d54e3886", figures = "cb3ac40708a569b2", struck = "算错了" },
      { id = "a5dput", period = "2026-10", date = 2026-11-23, until = 2026-11-30, rules = "d7a719e1d54e3886", figures = "cb3ac40708a569b2", by = "li-min" },
    ]
    "#);
    assert_snapshot!(branch.git(&["log", "-2", "--format=%s%n%b"]), @"
    posted the points of 2026-10, objections until 2026-11-30
    算错了

    Zhibu-Command: points post

    posted the points of 2026-10, objections until 2026-11-28
    Zhibu-Command: points post
    ");
}

#[test]
fn what_cannot_be_posted() {
    let branch = Sandbox::branch().since("2026-01-01");
    assert_snapshot!(branch.refused("points post 2026-11"), @"
    --- stderr
    error: 2026-11 ends on 2026-11-30: it cannot be posted yet
    --- exit Some(1)
    ");
    assert_snapshot!(branch.refused("points post 2026Q3"), @"
    --- stderr
    error: 2026Q3 is no scored period
    help: write 2026-07
    --- exit Some(2)
    ");
    assert_snapshot!(branch.refused("points post 2025-10"), @"
    --- stderr
    error: no scheme holds in 2025-10
    help: write the scheme of those days in rules/points.toml
    --- exit Some(1)
    ");
    assert_snapshot!(branch.refused("points post 2026-10 --until 2026-11-01"), @"
    --- stderr
    error: 2026-11-01 is over
    --- exit Some(2)
    ");
    assert_snapshot!(branch.refused("points object 孙磊 --why 少记 -p 2026-10"), @"
    --- stderr
    error: the points of 2026-10 have not been posted
    help: zhibu points post 2026-10
    --- exit Some(1)
    ");
    assert_snapshot!(branch.run("points post 2026-10 --dry-run"), @r#"
    --- /dev/null
    +++ b/points/2026-10.toml
    @@ -0,0 +1,3 @@
    +postings = [
    +  { id = "xth3a3", period = "2026-10", date = 2026-11-23, until = 2026-11-28, rules = "d7a719e1d54e3886", figures = "1470ee050e90f829" },
    +]
    "#);
}

#[test]
fn an_objection_is_answered_by_a_correction_and_the_period_closed() {
    let branch = posted();
    assert_snapshot!(branch.run("points object 孙磊 --why 少记一次党课 --on 11-05"), @"
    --- stderr
    孙磊 objects to the points of 2026-10 (a5dput)
      points/2026-10.toml
    ");
    assert_snapshot!(branch.run("points objections"), @"
    period   date        name  why           until       id
    ───────  ──────────  ────  ────────────  ──────────  ──────
    2026-10  2026-11-05  孙磊  少记一次党课  2026-11-07  a5dput
    ");
    assert_snapshot!(branch.run("check"), @r#"
    points/2026-10.toml:8:10: the objection of 孙磊 to 2026-10 has no answer, and objections ended on 2026-11-07 [objection-late]
      |
    8 |   { id = "a5dput", period = "2026-10", date = 2026-11-05, member = "sun-lei", why = "少记一次党课" },
      |          ^^^^^^^^
    help: answer them with `zhibu points correct`
    --- stderr
    1 finding
    --- exit Some(1)
    "#);
    assert_snapshot!(branch.refused("points close 2026-10"), @"
    --- stderr
    error: objections to 2026-10 have no answer yet: 孙磊 (a5dput)
    help: answer them with `zhibu points correct`
    --- exit Some(1)
    ");
    let id =
        branch.run("points objections --format csv").lines().nth(1).unwrap().rsplit(',').next().unwrap().to_owned();
    assert_snapshot!(branch.run(&format!("points correct {id} 更正 2 --note 补记党课")), @"
    --- stderr
    the objection of 孙磊 is upheld, 2026-10 corrected: 更正 +2
      points/2026-10.toml
    ");
    assert_snapshot!(branch.refused(&format!("points correct {id} 更正 2")), @"
    --- stderr
    error: the objection of 孙磊 was answered on 2026-11-23
    --- exit Some(1)
    ");
    assert_snapshot!(branch.run("check"), @"
    --- stderr
    nothing is wrong
    ");
    assert_snapshot!(branch.run("points close 2026-10"), @"
    --- stderr
    closed the points of 2026-10
      points/2026-10.toml
    ");
    assert_snapshot!(branch.refused("points award 孙磊 commended 1 --on 10-31"), @"
    --- stderr
    error: the points of 2026-10 are closed
    help: to post it anew: zhibu points post 2026-10 --again WHY
    --- exit Some(1)
    ");
    assert!(!branch.run("points award 孙磊 commended 1 --on 11-01").contains("exit"));
    assert_snapshot!(branch.refused("points object 孙磊 --why 晚了"), @"
    --- stderr
    error: the points of 2026-10 are closed
    help: to post it anew: zhibu points post 2026-10 --again WHY
    --- exit Some(1)
    ");
    assert_snapshot!(branch.chinese().run("points objections"), @"
    期间     日期        姓名  理由          止          答复日期    答复              编号
    ───────  ──────────  ────  ────────────  ──────────  ──────────  ────────────────  ──────
    2026-10  2026-11-05  孙磊  少记一次党课  2026-11-07  2026-11-23  已更正（uxw257）  a5dput
    ");
}

#[test]
fn an_objection_is_declined_or_a_line_is_struck() {
    let branch = posted();
    let entry = branch
        .run("points list -p 2026-10 --format csv")
        .lines()
        .nth(1)
        .unwrap()
        .rsplit(',')
        .next()
        .unwrap()
        .to_owned();
    assert_snapshot!(branch.run("points object 李敏 --why 太少 --on 11-08"), @"
    --- stderr
    李敏 objects to the points of 2026-10 (a5dput); objections were taken until 2026-11-07, so it is late
      points/2026-10.toml
    ");
    branch.run(&format!("points object 孙磊 --why 不是他 --about {entry} --on 11-06"));
    let csv = branch.run("points objections --format csv");
    let id = |row: usize| csv.lines().nth(row).unwrap().rsplit(',').next().unwrap().to_owned();
    assert_snapshot!(branch.refused(&format!("points correct {} --strike", id(2))), @"
    --- stderr
    error: the objection names no award or deduction
    help: name the item and points that correct it, or say why not with --decline
    --- exit Some(1)
    ");
    assert_snapshot!(branch.refused(&format!("points correct {}", id(2))), @"
    --- stderr
    error: `zhibu points correct` needs: <ITEM>
    help: see zhibu points correct --help
    --- exit Some(2)
    ");
    assert_snapshot!(branch.run(&format!("points correct {} --decline 记录无误", id(2))), @"
    --- stderr
    the objection of 李敏 to 2026-10 is declined: 记录无误
      points/2026-10.toml
    ");
    assert_snapshot!(branch.run(&format!("points correct {} --strike", id(1))), @"
    --- stderr
    the objection of 孙磊 is upheld, xth3a3 of 2026-10 is struck
      points/2026-10.toml
    ");
    assert_snapshot!(branch.refused("points correct zzzzzz --strike"), @"
    --- stderr
    error: there is no objection `zzzzzz`
    help: `zhibu points objections` lists them with their ids
    --- exit Some(2)
    ");
    assert_snapshot!(branch.run("points objections"), @"
    period   date        name  why     until       answered    answer                   id
    ───────  ──────────  ────  ──────  ──────────  ──────────  ───────────────────────  ──────
    2026-10  2026-11-06  孙磊  不是他  2026-11-07  2026-11-23  xth3a3 is struck         uxw257
    2026-10  2026-11-08  李敏  太少    2026-11-07  2026-11-23  not corrected: 记录无误  a5dput
    ");
    assert_snapshot!(branch.run("points list -p 2026-10"), @"
    date        name  item            points  struck                           id
    ──────────  ────  ──────────────  ──────  ───────────────────────────────  ──────
    2026-10-20  孙磊  立功受奖、表彰       5  objection uxw257 upheld: 不是他  xth3a3
    ");
}

#[test]
fn what_changes_after_a_list_is_posted_is_found() {
    let branch = posted();
    branch.run("points award 李敏 commended 3 --on 10-21");
    assert_snapshot!(branch.refused("points close 2026-10"), @"
    --- stderr
    error: the points of 2026-10 are not those that were posted on 2026-11-02
    help: to post it anew: zhibu points post 2026-10 --again WHY
    --- exit Some(1)
    ");
    assert_snapshot!(branch.run("check"), @r#"
    points/2026-10.toml:6:29: the points of 2026-10 are not those that were posted on 2026-11-02 [posted-changed]
      |
    6 |   { id = "25vfbe", period = "2026-10", date = 2026-11-02, until = 2026-11-07, rules = "d7a719e1d54e3886", figures = "8e29cac75be7646a" },
      |                             ^^^^^^^^^
    help: see what changed: zhibu history 2026-10; to post it anew: zhibu points post 2026-10 --again WHY; figures from before 2026-11-30 may also differ because this version counts differently: an absence of a person who is exempt is exempt and costs no points, the share carried over is that of the scheme on the person's first scored day, months before the records begin bring no base and no carried share
    --- stderr
    1 finding
    --- exit Some(1)
    "#);
    branch.run("points post 2026-10 --again 补记");
    assert_snapshot!(branch.run("check"), @"
    --- stderr
    nothing is wrong
    ");
    let rules = branch.read("rules/points.toml");
    branch.write("rules/points.toml", rules.replace("base = 60 ", "base = 61 "));
    assert_snapshot!(branch.run("check"), @r#"
    points/2026-10.toml:7:29: the points of 2026-10 are not those that were posted on 2026-11-23 [posted-changed]
      |
    7 |   { id = "uxw257", period = "2026-10", date = 2026-11-23, until = 2026-11-28, rules = "d7a719e1d54e3886", figures = "1c04bda930ecd9e0" },
      |                             ^^^^^^^^^
    help: see what changed: zhibu history 2026-10; to post it anew: zhibu points post 2026-10 --again WHY; figures from before 2026-11-30 may also differ because this version counts differently: an absence of a person who is exempt is exempt and costs no points, the share carried over is that of the scheme on the person's first scored day, months before the records begin bring no base and no carried share
    points/2026-10.toml:7:47: the rules of 2026-10 were changed after its points were posted on 2026-11-23 [rules-changed]
      |
    7 |   { id = "uxw257", period = "2026-10", date = 2026-11-23, until = 2026-11-28, rules = "d7a719e1d54e3886", figures = "1c04bda930ecd9e0" },
      |                                               ^^^^^^^^^^
    help: end the old rule with `until` and write a new one; where it is meant for the past, post anew: zhibu points post 2026-10 --again WHY
    --- stderr
    2 findings
    --- exit Some(1)
    "#);
    branch.write("rules/points.toml", format!("# 一句说明\n{rules}"));
    assert_snapshot!(branch.run("check"), @"
    --- stderr
    nothing is wrong
    ");
}

#[test]
fn what_waits_is_told_with_the_command_that_settles_it() {
    let branch = Sandbox::branch().since("2026-01-01");
    // Nothing is owed but what is posted.
    for file in ["duties", "dues", "study", "talks", "steps"] {
        branch.forget(format!("rules/{file}.toml"));
    }
    assert_snapshot!(branch.run("due"), @"
    --- stderr
    nothing is due until 2026-12-23
    ");
    let words = ["points", "post", "2026-09"];
    assert!(branch.command(&words).env("ZHIBU_TODAY", "2026-10-02").output().unwrap().status.success());
    branch.run("points object 孙磊 --why 少记 -p 2026-09 --on 10-05");
    assert_snapshot!(branch.run("due"), @"
    until       state    how firm  what                                                   who
    ──────────  ───────  ────────  ─────────────────────────────────────────────────────  ────
    2026-10-07  overdue  must      answer the objection of 孙磊 to the points of 2026-09  孙磊
        ← 支部积分管理办法（本所） ← rules/points.toml:13
        $ zhibu points correct 25vfbe
    2026-11-01  overdue  must      post the points of 2026-10
        ← 支部积分管理办法（本所） ← rules/points.toml:13
        $ zhibu points post 2026-10
    ");
    assert_snapshot!(branch.run("due --on 2026-10-07"), @"
    until       state  how firm  what                                                   who
    ──────────  ─────  ────────  ─────────────────────────────────────────────────────  ────
    2026-10-07  due    must      answer the objection of 孙磊 to the points of 2026-09  孙磊
        ← 支部积分管理办法（本所） ← rules/points.toml:13
        $ zhibu points correct 25vfbe
    ");
    let id =
        branch.run("points objections --format csv").lines().nth(1).unwrap().rsplit(',').next().unwrap().to_owned();
    branch.run(&format!("points correct {id} --decline 无误"));
    branch.run("points post 2026-10");
    assert_snapshot!(branch.chinese().run("due"), @"
    止          状态    性质  事项
    ──────────  ──────  ────  ────────────────────────────────
    2026-10-07  已逾期  必须  2026-09 积分异议期已过，可以锁定
        ← 支部积分管理办法（本所） ← rules/points.toml:13
        $ zhibu points close 2026-09
    ");
}

#[test]
fn a_change_that_makes_a_posted_list_untrue_says_so_at_once() {
    let branch = posted();
    assert_snapshot!(branch.run("meeting log theme-day --on 10-15 --no-commit"), @"
    --- stderr
    logged 2026-10-15 主题党日 · 7 due, 6 present, 1 exempt, chair 赵刚, recorder 李敏
      meetings/2026/2026-10-15-theme-day.toml
    warning: the posted list of 2026-10 no longer holds
    help: to post it anew: zhibu points post 2026-10 --again WHY
    ");
    branch.run("points post 2026-10 --again 补记 --no-commit --quiet");
    let close = ["points", "close", "2026-10", "--no-commit"];
    assert!(branch.command(&close).env("ZHIBU_TODAY", "2026-12-01").output().unwrap().status.success());
    assert_snapshot!(branch.run("meeting edit 2026-10-15 --place 二楼 --no-commit"), @"
    --- stderr
    edited 2026-10-15 主题党日
      meetings/2026/2026-10-15-theme-day.toml
    ");
    assert!(!branch.run("meeting attend 2026-10-15 --absent 孙磊 --dry-run").contains("warning"));
    assert_snapshot!(branch.run("meeting attend 2026-10-15 --absent 孙磊 --no-commit"), @"
    --- stderr
    2026-10-15 主题党日: 孙磊 was absent
      meetings/2026/2026-10-15-theme-day.toml
    warning: the points of 2026-10 are closed, and the posted list no longer holds
    help: to post it anew: zhibu points post 2026-10 --again WHY
    ");
    assert_snapshot!(branch.run("meeting attend 2026-10-15 --present 孙磊 --no-commit"), @"
    --- stderr
    2026-10-15 主题党日: 孙磊 was present
      meetings/2026/2026-10-15-theme-day.toml
    ");
    assert_snapshot!(branch.run("meeting log lesson --on 11-05 --no-commit"), @"
    --- stderr
    logged 2026-11-05 党课 · 7 due, 6 present, 1 exempt, chair 赵刚, recorder 李敏
      meetings/2026/2026-11-05-lesson.toml
    ");
    assert_snapshot!(branch.run("member edit 孙磊 --class mobile --from 2026-10-20 --no-commit --quiet"), @"
    --- stderr
    warning: the points of 2026-10 are closed, and the posted list no longer holds
    help: to post it anew: zhibu points post 2026-10 --again WHY
    ");
    assert_snapshot!(branch.chinese().run("meeting remove 2026-10-15 --why 重复 --yes --no-commit"), @"
    --- stderr
    作废 2026-10-15 主题党日：重复
      meetings/2026/2026-10-15-theme-day.toml
    注意：2026-10 的积分已锁定，公示的名单与现在的记录不再相符
    建议：要重新公示：zhibu points post 2026-10 --again 原因
    ");
}
