use insta::assert_snapshot;

use super::sandbox::Sandbox;

#[test]
fn members_are_appraised_for_a_year_whenever_it_is_held() {
    let branch = Sandbox::branch();
    assert_snapshot!(branch.run("appraisal record 孙磊,李敏,赵刚 合格 --for 2025 --on 2026-01-15 --ballots 6 --votes excellent:2 --votes 合格:4"), @"
    --- stderr
    appraised 孙磊, 李敏, 赵刚 for 2025: 合格
      appraisals/2025.toml
    ");
    assert_snapshot!(branch.run("appraisal record wang-fang 优秀 --on 2026-03-31 --conclusion 表现突出 --told 2026-04-01"), @"
    --- stderr
    appraised 王芳 (刑侦党小组) for 2025: 优秀
      appraisals/2025.toml
    ");
    assert_snapshot!(branch.run("appraisal record 许诺 --for 2025"), @"
    --- stderr
    许诺 took part in the appraisal for 2025, without a grade
      appraisals/2025.toml
    ");
    assert_snapshot!(branch.run("appraisal list --for 2025"), @"
    id           name    standing  grade  conclusion  votes           date        told        id
    ───────────  ──────  ────────  ─────  ──────────  ──────────────  ──────────  ──────────  ──────
    he-xiuying   何秀英  正式党员
    li-min       李敏    正式党员  合格               优秀 2; 合格 4  2026-01-15              25vfbe
    sun-lei      孙磊    正式党员  合格               优秀 2; 合格 4  2026-01-15              xth3a3
    wang-fang    王芳    正式党员  优秀   表现突出                    2026-03-31  2026-04-01  uxw257
    wang-fang-2  王芳    正式党员
    xu-nuo       许诺    预备党员                                     2026-11-23              sqcdcy
    zhao-gang    赵刚    正式党员  合格               优秀 2; 合格 4  2026-01-15              a5dput

    优秀: 1, of 6 at most 2
    ");
    assert_snapshot!(branch.read("appraisals/2025.toml"), @r#"
    entries = [
      { id = "xth3a3", year = 2025, date = 2026-01-15, member = "sun-lei", grade = "qualified", ballots = 6, votes = [{ grade = "excellent", count = 2 }, { grade = "qualified", count = 4 }] },
      { id = "25vfbe", year = 2025, date = 2026-01-15, member = "li-min", grade = "qualified", ballots = 6, votes = [{ grade = "excellent", count = 2 }, { grade = "qualified", count = 4 }] },
      { id = "a5dput", year = 2025, date = 2026-01-15, member = "zhao-gang", grade = "qualified", ballots = 6, votes = [{ grade = "excellent", count = 2 }, { grade = "qualified", count = 4 }] },
      { id = "uxw257", year = 2025, date = 2026-03-31, member = "wang-fang", grade = "excellent", conclusion = "表现突出", told = 2026-04-01 },
      { id = "sqcdcy", year = 2025, date = 2026-11-23, member = "xu-nuo" },
    ]
    "#);
    assert_snapshot!(branch.run("appraisal record wang-fang-2 优秀 --for 2025"), @"
    --- stderr
    appraised 王芳 (综合党小组) for 2025: 优秀
      appraisals/2025.toml
    ");
    assert_snapshot!(branch.run("check"), @r#"
    --- stderr
    nothing is wrong
    "#);
}

#[test]
fn what_cannot_be_appraised() {
    let branch = Sandbox::branch();
    branch.run("appraisal record 孙磊 合格");
    assert_snapshot!(branch.refused("appraisal record 孙磊 优秀"), @"
    --- stderr
    error: 孙磊 is appraised for 2026 already
    help: if it is wrong, strike it: zhibu appraisal remove xth3a3 --why WHY
    --- exit Some(1)
    ");
    assert_snapshot!(branch.refused("appraisal record 许诺 优秀"), @"
    --- stderr
    error: 许诺 is 预备党员: takes part, but gets no grade
    help: leave the grade out
    --- exit Some(1)
    ");
    assert_snapshot!(branch.refused("appraisal record 李敏"), @"
    --- stderr
    error: 李敏 needs a grade
    help: write the grade, one of: 优秀, 合格, 基本合格, 不合格
    --- exit Some(2)
    ");
    assert_snapshot!(branch.refused("appraisal record 李敏 优 --ballots 5 --votes 优秀:3"), @"
    --- stderr
    error: the grades have 3 poll sheets, but 5 came back
    --- exit Some(2)
    ");
    assert_snapshot!(branch.refused("appraisal record 李敏 优秀 --votes 优秀"), @"
    --- stderr
    error: `优秀` is no count of poll sheets: write excellent:18
    --- exit Some(2)
    ");
    assert_snapshot!(branch.refused("appraisal record 李敏 很好"), @"
    --- stderr
    error: no grade `很好`
    help: there are: excellent (优秀), qualified (合格), basic (基本合格), unqualified (不合格)
    --- exit Some(2)
    ");
    assert_snapshot!(branch.refused("appraisal record 李敏 优秀 --for 2025 --on 2024-12-31"), @"
    --- stderr
    error: 2024-12-31 is before the first day of the year that is appraised, 2025-01-01
    --- exit Some(1)
    ");
    assert_snapshot!(branch.refused("appraisal record 李敏 优秀 --on 2026-01-15 --told 2026-01-14"), @"
    --- stderr
    error: 2026-01-14 is before the day of the appraisal, 2026-01-15
    --- exit Some(1)
    ");
    branch.forget("rules/appraisal.toml");
    assert_snapshot!(branch.refused("appraisal record 李敏 优秀"), @"
    --- stderr
    error: there is no rules/appraisal.toml to say what the grades are
    help: write one as `zhibu init` makes it
    --- exit Some(1)
    ");
}

#[test]
fn an_exemplar_meets_conditions_and_the_branch_decides() {
    let branch = Sandbox::branch();
    for line in [
        "meeting log group -g 刑侦 --on 10-05 --absent 孙磊:duty",
        "points award 赵刚 commended 6 --on 10-06",
        "points deduct 赵刚 complaint 1 --on 10-07",
        "points award wang-fang commended 6 --on 10-06",
        "meeting log 党员大会 --on 11-05",
    ] {
        assert!(!branch.run(line).contains("exit"), "{line}");
    }
    assert_snapshot!(branch.run("exemplar propose -p 2026-10"), @"
    id         name  group       meets  for
    ─────────  ────  ──────────  ─────  ─────────────────────────────────────────────────────────────────────────────────────────────
    wang-fang  王芳  刑侦党小组  yes    68 points in 2026-10 (66 wanted); attendance 100.0% (90% wanted); no deduction for discipline
    ");
    assert_snapshot!(branch.run("exemplar propose -p 2026-10 --all --format csv"), @"
    member,name,group,meets,pro,contra
    li-min,李敏,office,no,no deduction for discipline,60 points in 2026-10 (66 wanted); no attendance to go by (90% wanted)
    sun-lei,孙磊,criminal,no,no deduction for discipline,60 points in 2026-10 (66 wanted); attendance 0.0% (90% wanted)
    wang-fang,王芳,criminal,yes,68 points in 2026-10 (66 wanted); attendance 100.0% (90% wanted); no deduction for discipline,
    wang-fang-2,王芳,office,no,no deduction for discipline,60 points in 2026-10 (66 wanted); no attendance to go by (90% wanted)
    xu-nuo,许诺,office,no,no deduction for discipline,60 points in 2026-10 (66 wanted); no attendance to go by (90% wanted)
    zhao-gang,赵刚,criminal,no,67 points in 2026-10 (66 wanted); attendance 100.0% (90% wanted),deductions for discipline: 1
    ");
    assert_snapshot!(branch.run("exemplar confirm wang-fang --meeting 11-05 -p 2026-10"), @"
    --- stderr
    王芳 (刑侦党小组) is 党员先锋岗 of 2026-10
      appraisals/2026.toml
    ");
    assert_snapshot!(branch.refused("exemplar confirm wang-fang --meeting 11-05 -p 2026-10"), @"
    --- stderr
    error: 王芳 (刑侦党小组) is 党员先锋岗 of 2026-10 already
    --- exit Some(1)
    ");
    assert_snapshot!(branch.refused("exemplar confirm 赵刚 --meeting 11-05 -p 2026-10"), @"
    --- stderr
    error: 赵刚 does not meet the conditions: deductions for discipline: 1
    help: where the branch gives it all the same, say why with --why
    --- exit Some(1)
    ");
    assert_snapshot!(branch.run("exemplar confirm 赵刚 --meeting 11-05 -p 2026-10 --why 支部大会讨论同意"), @"
    --- stderr
    赵刚 is 党员先锋岗 of 2026-10
      appraisals/2026.toml
    ");
    assert_snapshot!(branch.refused("exemplar confirm 孙磊 --meeting 11-06 -p 2026-10"), @"
    --- stderr
    error: no meeting `2026-11-06`
    help: there are: 2026-10-05-group-criminal (2026-10-05 党小组会 · 刑侦党小组), 2026-11-05-general (2026-11-05 党员大会)
    --- exit Some(2)
    ");
    assert_snapshot!(branch.chinese().run("exemplar list"), @"
    日期        姓名                荣誉        期间     会议编号            理由              编号
    ──────────  ──────────────────  ──────────  ───────  ──────────────────  ────────────────  ──────
    2026-11-05  赵刚                党员先锋岗  2026-10  2026-11-05-general  支部大会讨论同意  25vfbe
    2026-11-05  王芳（刑侦党小组）  党员先锋岗  2026-10  2026-11-05-general                    xth3a3
    ");
}

#[test]
fn the_bulletin_names_who_has_to_act() {
    let branch = Sandbox::branch();
    for line in [
        "meeting log group -g 刑侦 --on 09-05 --absent 孙磊",
        "points deduct 孙磊 violation 20 --on 09-06",
        "points deduct 孙磊 violation 20 --on 10-06",
        "meeting log group -g 刑侦 --on 10-05 --absent 孙磊 --late 赵刚",
        "meeting log group -g 综合 --on 10-06 --present 李敏 --topic 学习 --link 社区",
        "meeting attend 2026-09-05 --made-up 孙磊:10-08",
        "points post 2026-09",
        "points object 孙磊 --why 处理过重 -p 2026-09",
    ] {
        assert!(!branch.run(line).contains("exit"), "{line}");
    }
    assert_snapshot!(branch.run("report bulletin -p 2026-10"), @"
    part                    what                                 number  details
    ──────────────────────  ───────────────────────────────────  ──────  ───────────────────────────────────────────────────────────────────────
    the situation           meetings held                             2  党小组会: 2
    the situation           attendance                             50.0  3 of 6
    the situation           meetings that served a line of work       1
    the situation           members who are scored                    6
    problems                absent without an excuse                  1  孙磊: 1
    problems                late                                      1  赵刚: 1
    problems                due, but nobody wrote                     2  王芳 (综合党小组): 1; 许诺: 1
    problems                no topic                                  1  2026-10-05 党小组会 · 刑侦党小组
    problems                neither minutes nor evidence              2  2026-10-05 党小组会 · 刑侦党小组; 2026-10-06 党小组会 · 综合党小组
    problems                served no line of work                    1  2026-10-05 党小组会 · 刑侦党小组
    problems                deductions                                1  孙磊: 违纪违规
    under the line          孙磊                                     38  38 points, below the line 2 in a row; as many as the scheme says matter
    what came of last time  孙磊                                     38  41.5 in 2026-09, 38 now
    what came of last time  objections to 2026-09                     1  without an answer: 1
    what came of last time  absences of 2026-09 made up for           1  孙磊
    ");
    assert_snapshot!(branch.chinese().run("report bulletin -p 2026-10 --format md"), @"
    | 部分         | 事项                     | 数量 | 说明                                                               |
    | ------------ | ------------------------ | ---: | ------------------------------------------------------------------ |
    | 总体情况     | 开展组织生活和活动       |    2 | 党小组会 2 次                                                      |
    | 总体情况     | 出勤率                   | 50.0 | 应到 6 人次，实到 3 人次                                           |
    | 总体情况     | 与业务工作结合的活动     |    1 |                                                                    |
    | 总体情况     | 计分人数                 |    6 |                                                                    |
    | 存在问题     | 无故缺席                 |    1 | 孙磊 1 次                                                          |
    | 存在问题     | 迟到                     |    1 | 赵刚 1 次                                                          |
    | 存在问题     | 应到而没有登记           |    2 | 王芳（综合党小组） 1 次；许诺 1 次                                 |
    | 存在问题     | 没有写明议题             |    1 | 2026-10-05 党小组会 · 刑侦党小组                                   |
    | 存在问题     | 没有会议记录，也没有佐证 |    2 | 2026-10-05 党小组会 · 刑侦党小组；2026-10-06 党小组会 · 综合党小组 |
    | 存在问题     | 没有联系业务工作         |    1 | 2026-10-05 党小组会 · 刑侦党小组                                   |
    | 存在问题     | 扣分                     |    1 | 孙磊：违纪违规                                                     |
    | 积分未达标   | 孙磊                     |   38 | 38 分，连续 2 期未达标；已达到积分办法规定的次数                   |
    | 上期问题整改 | 孙磊                     |   38 | 2026-09 41.5 分，现在 38 分                                        |
    | 上期问题整改 | 对 2026-09 积分的异议    |    1 | 未答复 1 条                                                        |
    | 上期问题整改 | 2026-09 的缺席已补课     |    1 | 孙磊                                                               |
    ");
}
