use insta::assert_snapshot;

use super::sandbox::Sandbox;

/// A branch with one quarter's records.
fn quarter() -> Sandbox {
    let branch = Sandbox::branch();
    for line in [
        "meeting log group -g 刑侦 --on 10-05 --absent 孙磊 --link 刑侦",
        "meeting log group -g 刑侦 --on 11-05",
        "points award 孙磊 commended 5 --on 11-06 --note 破案 --link 刑侦",
        "study log 孙磊 4 --on 11-07",
        "issue open 台账不全 --owner 孙磊 --deadline 2026-11-10 --on 11-01",
        "issue open 记录太简单 --owner 孙磊 --deadline 2026-11-10 --on 11-01",
        "issue close 台账 --by 赵刚 --on 11-10",
    ] {
        assert!(!branch.run(line).contains("exit"), "{line}");
    }
    branch
}

#[test]
fn branch_work_and_the_work_of_the_unit_stand_side_by_side() {
    let branch = quarter();
    assert_snapshot!(branch.run("assessment record cases 1.5 --member 孙磊 --note 盗窃案"), @"
    --- stderr
    孙磊: 破案打击 1.5, 2026-11-23
      figures/2026.toml
    ");
    assert_snapshot!(branch.run("assessment show 孙磊"), @"
    name  side                   measure         value  target  weight  brings
    ────  ─────────────────────  ──────────────  ─────  ──────  ──────  ──────
    孙磊  the branch's own work  组织生活出勤率     50      95      20    10.5
    孙磊  the branch's own work  党员积分          126     115      20      20
    孙磊  the branch's own work  学习学时            4     4.5      10     8.5
    孙磊  the branch's own work  问题按期整改率     50     100      10       5
    孙磊  the work of the unit   党建联系业务        1       2      15     7.5
    孙磊  the work of the unit   破案打击          1.5       1      25      25
    孙磊                         total                             100    76.5
    ");
    assert_snapshot!(branch.run("assessment show 刑侦 -p 2026Q4 --format csv"), @"
    member,group,name,side,measure_id,measure_name,value,target,weight,brings,state
    ,criminal,刑侦党小组,branch,attendance,组织生活出勤率,83,95,20,17,
    ,criminal,刑侦党小组,branch,points,党员积分,124.5,115,20,20,
    ,criminal,刑侦党小组,branch,study,学习学时,1,4.5,10,2,
    ,criminal,刑侦党小组,branch,problems,问题按期整改率,50,100,10,5,
    ,criminal,刑侦党小组,work,links,党建联系业务,2,2,15,15,
    ,criminal,刑侦党小组,work,cases,破案打击,1.5,1,25,25,
    ");
    assert_snapshot!(branch.run("assessment show 李敏 -p 2026Q3"), @"
    name  side                   measure         value  target  weight  brings  state
    ────  ─────────────────────  ──────────────  ─────  ──────  ──────  ──────  ─────────────────────
    李敏  the branch's own work  组织生活出勤率             95      20          open
    李敏  the branch's own work  党员积分                  195      20          open
    李敏  the branch's own work  学习学时            0       8      10       0
    李敏  the branch's own work  问题按期整改率            100      10          open
    李敏  the work of the unit   党建联系业务        0       3      15       0
    李敏  the work of the unit   破案打击                    2      25          open
    李敏                         total                              25       0  25 of a weight of 100
    ");
    assert_snapshot!(branch.run("assessment explain 孙磊"), @"
    measure         for                               adds
    ──────────────  ────────────────────────────────  ────
    组织生活出勤率  2026-10-05 党小组会 · 刑侦党小组     0
        ← meetings/2026/2026-10-05-group-criminal.toml:1 ← rules/assessment.toml:12
    组织生活出勤率  2026-11-05 党小组会 · 刑侦党小组     1
        ← meetings/2026/2026-11-05-group-criminal.toml:1 ← rules/assessment.toml:12
    组织生活出勤率  50 of 95, weight 20               10.5
        ← rules/assessment.toml:12
    党员积分        孙磊                               126
        ← rules/assessment.toml:22
    党员积分        126 of 115, weight 20               20
        ← rules/assessment.toml:22
    学习学时        孙磊: 集体学习                       4
        ← study/2026-11.toml:2 ← rules/assessment.toml:33
    学习学时        4 of 4.5, weight 10                8.5
        ← rules/assessment.toml:33
    问题按期整改率  2026-11-01 记录太简单
        ← issues/2026/2026-11-01-25vfbe.toml:4 ← rules/assessment.toml:44
    问题按期整改率  2026-11-01 台账不全                  1
        ← issues/2026/2026-11-01-xth3a3.toml:4 ← rules/assessment.toml:44
    问题按期整改率  50 of 100, weight 10                 5
        ← rules/assessment.toml:44
    党建联系业务    破案                                 1
        ← points/2026-11.toml:2 ← rules/assessment.toml:54
    党建联系业务    1 of 2, weight 15                  7.5
        ← rules/assessment.toml:54
    破案打击        盗窃案                             1.5
        ← figures/2026.toml:2 ← rules/assessment.toml:65
    破案打击        1.5 of 1, weight 25                 25
        ← rules/assessment.toml:65
    ");
    assert_snapshot!(branch.chinese().run("assessment explain 李敏"), @"
    指标            事由                            计入
    ──────────────  ──────────────────────────────  ────
    组织生活出勤率  实际 未登记，目标 95，权重 20
        ← rules/assessment.toml:12
    党员积分        李敏                             120
        ← rules/assessment.toml:22
    党员积分        实际 120，目标 115，权重 20       20
        ← rules/assessment.toml:22
    学习学时        实际 0，目标 4.5，权重 10          0
        ← rules/assessment.toml:33
    问题按期整改率  实际 未登记，目标 100，权重 10
        ← rules/assessment.toml:44
    党建联系业务    实际 0，目标 2，权重 15            0
        ← rules/assessment.toml:54
    破案打击        实际 未登记，目标 1，权重 25
        ← rules/assessment.toml:65
    ");
}

#[test]
fn what_cannot_be_recorded_or_shown() {
    let branch = quarter();
    assert_snapshot!(branch.refused("assessment record 出勤 90"), @"
    --- stderr
    error: 组织生活出勤率 follows from the records and is not recorded
    --- exit Some(1)
    ");
    assert_snapshot!(branch.refused("assessment record cases 很多"), @"
    --- stderr
    error: `很多` is not a figure: one decimal at most, up to a million
    --- exit Some(2)
    ");
    assert_snapshot!(branch.refused("assessment record 巡逻 3"), @"
    --- stderr
    error: no measure `巡逻`
    help: there are: attendance (组织生活出勤率), points (党员积分), study (学习学时), problems (问题按期整改率), links (党建联系业务), cases (破案打击)
    --- exit Some(2)
    ");
    assert_snapshot!(branch.refused("assessment show 张三"), @"
    --- stderr
    error: no member `张三`
    help: there are: dong-li (董立), he-xiuying (何秀英), li-min (李敏), sun-lei (孙磊), wang-fang (王芳, 刑侦党小组), wang-fang-2 (王芳, 综合党小组), xu-nuo (许诺), zhao-gang (赵刚)
    --- exit Some(2)
    ");
    branch.forget("rules/assessment.toml");
    assert_snapshot!(branch.refused("assessment show"), @"
    --- stderr
    error: there is no rules/assessment.toml to say what is weighed
    help: write one as `zhibu init` makes it
    --- exit Some(1)
    ");
}

#[test]
fn a_problem_that_is_open_counts_against_its_owner_only_when_it_is_overdue() {
    let branch = Sandbox::branch();
    branch.run("issue open 台账不全 --owner 孙磊 --deadline 2026-11-24 --on 11-01");
    for (day, expected) in [("2026-11-23", ""), ("2026-11-24", ""), ("2026-11-25", "0")] {
        let mut command = branch.command(&["assessment", "show", "孙磊", "-p", "2026Q4", "--format", "csv"]);
        let told = branch.told(&command.env("ZHIBU_TODAY", day).output().unwrap());
        assert!(told.contains(&format!("问题按期整改率,{expected},100,")), "{day}: {told}");
    }
}
