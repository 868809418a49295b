//! `status`, and `zhibu` alone: the branch at a glance.

use insta::assert_snapshot;

use crate::sandbox::Sandbox;

#[test]
fn the_branch_at_a_glance() {
    let branch = Sandbox::branch();
    branch.run("meeting log group -g criminal --on 11-23 --absent 孙磊:duty");
    branch.run("points award 孙磊 good-deed 1");
    branch.run("issue open 记录不全 --owner 孙磊 --deadline 2026-11-30");
    assert_snapshot!(branch.run("status"), @"
    站南派出所党支部, 7 members, 2026-11-23
      meetings          党小组会: 1
      rate (%)          ███████░░░  66.7
      duties kept       1/14
      problems overdue  0/1

    group       meetings          rate (%)
    ──────────  ────────  ────────────────
    刑侦党小组         1  ███████░░░  66.7

    until       state  how firm   what                                     who
    ──────────  ─────  ─────────  ───────────────────────────────────────  ───────────────────────────────────────
    2026-11-30  due    must       2026-11 开展主题党日                     李敏
    2026-11-30  due    must       settle the problem: 2026-11-23 记录不全  孙磊
    2026-11-30  due    must       approve the amounts of dues for 2026     何秀英; 李敏; 孙磊 and others, 7 in all
    2026-11-30  due    as a rule  2026-11 召开党小组会                     综合党小组; 王芳 (综合党小组)
    2026-11-30  due    as a rule  2026-11 召开支委会                       赵刚
    2026-12-10  due    as a rule  2026-11 通报组织生活情况

    and 4 more: zhibu due

    date        last recorded
    ──────────  ─────────────────────
    2026-11-23  孙磊: 好人好事
    2026-11-23  problem: 记录不全
    2026-11-23  党小组会 · 刑侦党小组
    ");
    assert_eq!(branch.run_words(&[]), branch.run("status"));
    assert_snapshot!(branch.chinese().run("status --on 11-24"), @"
    站南派出所党支部 7 人，2026-11-24
      会议次数        党小组会 1 次
      出勤率（%）     ███████░░░  66.7
      本月任务已办    1/14
      未销号问题逾期  0/1

    小组名称    会议次数       出勤率（%）
    ──────────  ────────  ────────────────
    刑侦党小组         1  ███████░░░  66.7

    止          状态  性质  事项                           谁办
    ──────────  ────  ────  ─────────────────────────────  ──────────────────────────────
    2026-11-30  待办  必须  2026-11 开展主题党日           李敏
    2026-11-30  待办  必须  整改销号：2026-11-23 记录不全  孙磊
    2026-11-30  待办  必须  核定 2026 年每月应交的党费     何秀英；李敏；孙磊等 7 人
    2026-11-30  待办  一般  2026-11 召开党小组会           综合党小组；王芳（综合党小组）
    2026-11-30  待办  一般  2026-11 召开支委会             赵刚
    2026-12-10  待办  一般  2026-11 通报组织生活情况

    还有 4 件，见 zhibu due

    日期        最近的记录
    ──────────  ─────────────────────
    2026-11-23  孙磊：好人好事
    2026-11-23  发现问题：记录不全
    2026-11-23  党小组会 · 刑侦党小组
    ");
}

#[test]
fn nothing_is_recorded_yet() {
    let branch = Sandbox::empty();
    branch.run("init --name 新支部");
    assert_snapshot!(branch.run("status"), @"
    新支部, 0 members, 2026-11-23
      meetings          none yet
      duties kept       0/9
      problems overdue  0/0

    until       state  how firm   what
    ──────────  ─────  ─────────  ────────────────────────
    2026-11-30  due    must       2026-11 开展主题党日
    2026-11-30  due    as a rule  2026-11 召开支委会
    2026-12-10  due    as a rule  2026-11 通报组织生活情况
    2027-02-28  due    must       2026 召开组织生活会
    2027-03-31  due    as a rule  2026 开展民主评议党员
    ");
    assert_snapshot!(branch.run("status --format json"), @r#"
    {
      "meetings": "none yet",
      "duties_kept": {
        "part": 0,
        "whole": 9
      },
      "issues_overdue": {
        "part": 0,
        "whole": 0
      },
      "due": [
        {
          "until": "2026-11-30",
          "due_state": "due",
          "firm": "must",
          "what": "2026-11 开展主题党日",
          "who": [],
          "source": "《中国共产党支部工作条例（试行）》第16条；《中国共产党党员教育管理工作条例》第16条",
          "rule": "rules/duties.toml:63",
          "command": "zhibu meeting log theme-day"
        },
        {
          "until": "2026-11-30",
          "due_state": "due",
          "firm": "as-a-rule",
          "what": "2026-11 召开支委会",
          "who": [],
          "source": "《中国共产党支部工作条例（试行）》第12条",
          "rule": "rules/duties.toml:30",
          "command": "zhibu meeting log committee"
        },
        {
          "until": "2026-12-10",
          "due_state": "due",
          "firm": "as-a-rule",
          "what": "2026-11 通报组织生活情况",
          "who": [],
          "source": "支部积分管理办法（本所）",
          "rule": "rules/duties.toml:149",
          "command": "zhibu meeting log bulletin"
        },
        {
          "until": "2027-02-28",
          "due_state": "due",
          "firm": "must",
          "what": "2026 召开组织生活会",
          "who": [],
          "source": "《中国共产党支部工作条例（试行）》第17条；《中国共产党党员教育管理工作条例》第17条",
          "rule": "rules/duties.toml:73",
          "command": "zhibu meeting log organization-life"
        },
        {
          "until": "2027-03-31",
          "due_state": "due",
          "firm": "as-a-rule",
          "what": "2026 开展民主评议党员",
          "who": [],
          "source": "《中国共产党支部工作条例（试行）》第18条；《中国共产党党员教育管理工作条例》第18条",
          "rule": "rules/duties.toml:85",
          "command": "zhibu meeting log appraisal"
        }
      ]
    }
    "#);
}

#[test]
fn on_the_first_day_of_a_year_the_one_before_is_still_open() {
    let branch = Sandbox::branch().since("2026-11-01");
    let told = branch.run("status --on 2027-01-01");
    assert!(told.contains("2026-11-30  overdue") && told.contains("(2026-12)"), "{told}");
}

#[test]
fn where_there_is_no_branch_the_help_is_shown() {
    let told = Sandbox::empty().run_words(&[]);
    assert!(told.starts_with("Keep the records of a branch") && !told.contains("--- exit"), "{told}");
    assert_snapshot!(Sandbox::empty().run("status"), @"
    --- stderr
    error: no zhibu.toml in `$DIR` or above it
    help: make one with `zhibu init`, or name its folder with -C
    --- exit Some(1)
    ");
}

#[test]
fn the_year_by_week_and_kind() {
    let branch = Sandbox::branch();
    branch.write("zhibu.toml", branch.read("zhibu.toml").replace("since = 2026-11-23", "since = 2026-07-01"));
    for line in
        ["committee --on 07-31", "committee --on 08-01", "committee --on 11-02", "film --on 11-16 --absent 孙磊:duty"]
    {
        branch.run(&format!("meeting log {line}"));
    }
    branch.run("meeting log group -g office --on 2026-09-30");
    assert_snapshot!(branch.run("report rhythm --period 2026H2"), @"
    kind           kind      group     group       held  last        longest pause  pause from       regular (%)  weeks
    ─────────────  ────────  ────────  ──────────  ────  ──────────  ─────────────  ──────────  ────────────────  ───────────────────────
    general        党员大会                           0                                         ░░░░░░░░░░   0.0  ············· ·········
    committee      支委会                             3  2026-11-02             92  2026-08-02  ██████░░░░  60.0  ····▅········ ·····▂···
    group          党小组会  criminal  刑侦党小组     0                                         ░░░░░░░░░░   0.0  ············· ·········
    group          党小组会  office    综合党小组     1  2026-09-30             91  2026-07-01  ███░░░░░░░  25.0  ············· ▂········
    lesson         党课                               0                                         ░░░░░░░░░░   0.0  ············· ·········
    theme-day      主题党日                           0                                         ░░░░░░░░░░   0.0  ············· ·········
    film           观影                               1  2026-11-16            138  2026-07-01                    ············· ·······▂·
    dues-remitted  上缴党费                           0                                         ░░░░░░░░░░   0.0  ············· ·········
    bulletin       通报                               0                                         ░░░░░░░░░░   0.0  ············· ·········

    2026-07-01..2026-11-23, a mark a week: · none, ▂ one, ▅ two, █ more. regular = periods in which the duty was kept / periods that are over
    ");
    assert_snapshot!(branch.run("report rhythm --period 2026-11 --format csv"), @"
    kind,kind_name,group,group_name,held,last_held,longest_pause,pause_from,regular,weeks
    committee,支委会,,,1,2026-11-02,21,2026-11-03,100.0,0; 1; 0; 0; 0
    film,观影,,,1,2026-11-16,15,2026-11-01,,0; 0; 0; 1; 0
    ");
    assert_snapshot!(branch.run("report rhythm --period 2026-11 --format json"), @r#"
    [
      {"kind":"committee","kind_name":"支委会","group":null,"group_name":null,"held":1,"last_held":"2026-11-02","longest_pause":21,"pause_from":"2026-11-03","regular":100.0,"weeks":[0,1,0,0,0]},
      {"kind":"film","kind_name":"观影","group":null,"group_name":null,"held":1,"last_held":"2026-11-16","longest_pause":15,"pause_from":"2026-11-01","regular":null,"weeks":[0,0,0,1,0]}
    ]
    "#);
    assert_snapshot!(branch.chinese().run("report rhythm --period 2026-11"), @"
    种类编号   种类    次数  最近一次    最长间隔（天）  间隔从           按期率（%）  各周
    ─────────  ──────  ────  ──────────  ──────────────  ──────────  ────────────────  ─────
    committee  支委会     1  2026-11-02              21  2026-11-03  ██████████ 100.0  ·▂···
    film       观影       1  2026-11-16              15  2026-11-01                    ···▂·

    2026-11-01..2026-11-23，一格一周：· 没有，▂ 一次，▅ 两次，█ 三次以上。按期率 = 按期办了的期数 / 已经过完的期数
    ");
}

/// A file that cannot be read stops the commands that need it: these are not needed.
#[test]
fn the_history_before_the_year_is_not_read() {
    let branch = Sandbox::branch();
    branch.run("meeting log committee --on 11-20");
    for path in [
        "meetings/2024/2024-11-05-committee.toml",
        "meetings/2025/2025-10-05-committee.toml",
        "points/2024-12.toml",
        "study/2025-12.toml",
        "dues/2024.toml",
        "appraisals/2024.toml",
        "talks/2024.toml",
    ] {
        branch.write(path, "broken = \n");
    }
    for line in ["status", "due", "due --within 6m", "report duties"] {
        let told = branch.run(line);
        assert!(!told.contains("--- exit"), "{line}: {told}");
    }
    // A duty that can be done late looks at the meetings of its kind in the year before, where one was held late.
    branch.write("zhibu.toml", branch.read("zhibu.toml").replace("since = 2026-11-23", "since = 2024-01-01"));
    branch.write("meetings/2025/2025-11-05-organization-life.toml", "broken = \n");
    assert!(!branch.run("report duties").contains("--- exit"));
    branch.run("meeting log organization-life --on 2026-01-20");
    assert!(branch.run("report duties").contains("2025-11-05-organization-life.toml:1"));
    // What is owed is owed as far back as the branch keeps its records.
    assert!(branch.run("due").contains("meetings/2025/2025-10-05-committee.toml:1"));
}

#[test]
fn a_mistake_in_the_rules_hides_only_what_needs_them() {
    let spoiled = |file: &str, from: &str, to: &str| {
        let branch = Sandbox::branch();
        let rules = branch.read(file);
        assert!(rules.contains(from), "{file}: {from}");
        branch.write(file, rules.replacen(from, to, 1));
        branch
    };
    let branch = spoiled("rules/points.toml", "category = \"life\"", "category = \"lief\"");
    branch.run("meeting log theme-day --on 2026-11-20");
    assert_snapshot!(branch.run("status"), @r#"
    站南派出所党支部, 7 members, 2026-11-23
      meetings          主题党日: 1
      rate (%)          ██████████ 100.0
      duties kept       1/14
      problems overdue  0/0

    group       meetings          rate (%)
    ──────────  ────────  ────────────────
    刑侦党小组         1  ██████████ 100.0
    综合党小组         1  ██████████ 100.0

    until       state  how firm   what                                  who
    ──────────  ─────  ─────────  ────────────────────────────────────  ───────────────────────────────────────
    2026-11-30  due    must       approve the amounts of dues for 2026  何秀英; 李敏; 孙磊 and others, 7 in all
    2026-11-30  due    as a rule  2026-11 召开党小组会                  刑侦党小组; 孙磊
    2026-11-30  due    as a rule  2026-11 召开党小组会                  综合党小组; 王芳 (综合党小组)
    2026-11-30  due    as a rule  2026-11 召开支委会                    赵刚
    2026-12-10  due    as a rule  2026-11 通报组织生活情况
    2026-12-31  due    must       2026 参加集中培训                     李敏; 赵刚

    and 3 more: zhibu due

    date        last recorded
    ──────────  ─────────────
    2026-11-20  主题党日
    --- stderr
    warning: some rules are faulty: only what does not need them is shown above. The faults:
    rules/points.toml:51:12: no category `lief` in rules/points.toml
       |
    51 | category = "lief"
       |            ^^^^^^
    help: did you mean `life`?
    --- exit Some(1)
    "#);
    assert_snapshot!(branch.chinese_once("due --within 0d"), @r#"
    止          状态  性质  事项                       谁办
    ──────────  ────  ────  ─────────────────────────  ──────────
    2026-12-31  待办  必须  2026 参加集中培训          李敏；赵刚
        ← 《2019—2023年全国党员教育培训工作规划》；《中国共产党支部工作条例（试行）》第24条 ← rules/duties.toml:99
        $ zhibu study log WHO HOURS --kind training
    2026-12-31  待办  一般  2026 预备党员参加集中培训  许诺
        ← 《2019—2023年全国党员教育培训工作规划》 ← rules/duties.toml:111
        $ zhibu study log WHO HOURS --kind training
    2027-02-28  待办  必须  2026 召开组织生活会        赵刚
        ← 《中国共产党支部工作条例（试行）》第17条；《中国共产党党员教育管理工作条例》第17条 ← rules/duties.toml:73
        $ zhibu meeting log organization-life
    2027-03-31  待办  一般  2026 开展民主评议党员      赵刚
        ← 《中国共产党支部工作条例（试行）》第18条；《中国共产党党员教育管理工作条例》第18条 ← rules/duties.toml:85
        $ zhibu meeting log appraisal
    --- stderr
    rules/points.toml:51:12: rules/points.toml 里没有积分类别“lief”
       |
    51 | category = "lief"
       |            ^^^^^^
    建议：是不是“life”？
    --- exit Some(1)
    "#);
    let branch = spoiled("rules/meetings.toml", "\n[[kind]]", "\n[[kind]");
    let told = branch.run("status");
    let shown = "站南派出所党支部, 7 members, 2026-11-23\n  problems overdue  0/0\n--- stderr\nwarning: some rules";
    assert!(told.starts_with(shown), "{told}");
    let branch = spoiled("rules/holidays.toml", "year = 2026", "year = \"2026\"");
    assert_snapshot!(branch.run("status"), @r#"
    站南派出所党支部, 7 members, 2026-11-23
      meetings          none yet
      duties kept       0/14
      problems overdue  0/0
    --- stderr
    warning: some rules are faulty: only what does not need them is shown above. The faults:
    rules/holidays.toml:37:8: this should be a whole number, but is a text in quotes
       |
    37 | year = "2026"
       |        ^^^^^^
    --- exit Some(1)
    "#);
    // Without the roll there is nothing to show.
    let branch = spoiled("rules/branch.toml", "[[standing]]", "[[standing]");
    assert!(branch.run("status").starts_with("--- stderr\nrules/branch.toml"), "{}", branch.run("status"));
    let branch = spoiled("members/sun-lei.toml", "is = \"full\"", "is = 1");
    assert!(branch.run("status").starts_with("--- stderr\nmembers/sun-lei.toml"), "{}", branch.run("status"));
}
