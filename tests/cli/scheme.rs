//! Each word of a points scheme, as `points` tells it.

use insta::assert_snapshot;

use super::sandbox::Sandbox;

/// A branch whose points rules are a frame of a scheme, one category, and some items.
pub(crate) fn scheme(frame: &str, items: &str) -> Sandbox {
    let branch = Sandbox::branch().since("2025-01-01");
    let rules = format!(
        "[[scheme]]\nfrom = 2026-01-01\n{frame}\n[[category]]\nid = \"a\"\nname = \"甲类\"\n{}\n[[category]]\nid = \"b\"\nname = \"乙类\"\n\n[[mark]]\nid = \"city\"\nname = \"市级表彰\"\n\n{items}",
        if frame.contains("period = \"quarter\"") {
            "ceiling = { day = 4, quarter = 10 }\nfloor = { half-year = -6 }"
        } else {
            ""
        }
    );
    branch.write("rules/points.toml", rules);
    branch
}

pub(crate) fn item(id: &str, category: &str, more: &str) -> String {
    format!("[[item]]\nid = \"{id}\"\nname = \"{id}\"\ncategory = \"{category}\"\nfrom = 2026-01-01\n{more}\n\n")
}

pub(crate) fn does(branch: &Sandbox, lines: &[&str]) {
    for line in lines {
        let told = branch.run(&format!("{line} --no-commit"));
        assert!(!told.contains("exit"), "{line}: {told}");
    }
}

#[test]
fn a_class_has_its_own_base_and_a_share_is_carried_over() {
    let frame = "period = \"month\"\nbase = 60\nclass-base = [{ class = \"committee\", base = 50 }]\ncarry = { percent = 10, most = 6 }\n";
    let branch = scheme(frame, &item("hand", "a", "range = [-50, 50]"));
    does(&branch, &["points award 赵刚 hand 15 --on 01-31"]);
    assert_snapshot!(branch.run("points explain 赵刚 -p 2026-01..2026-02"), @"
    date        item          for                     raw  counted
    ──────────  ────────────  ──────────────────────  ───  ───────
    2026-01-01  base                                   50       50
        ← rules/points.toml:1
    2026-01-31  hand                                   15       15
        ← points/2026-01.toml:2 ← rules/points.toml:20
    2026-02-01  base                                   50       50
        ← rules/points.toml:1
    2026-02-01  carried over  10% of 2026-01            6        6
        ← rules/points.toml:6
                total         赵刚, 2026-01..2026-02  121      121
    ");
    assert_snapshot!(branch.run("points explain 孙磊 -p 2026-02"), @"
    date        item          for             raw  counted
    ──────────  ────────────  ──────────────  ───  ───────
    2026-02-01  base                           60       60
        ← rules/points.toml:1
    2026-02-01  carried over  10% of 2026-01    6        6
        ← rules/points.toml:6
                total         孙磊, 2026-02    66       66
    ");
    assert_snapshot!(branch.run("points total -p 2026-02 --format csv"), @"
    member,name,group,standing,class,base,carried,earned,deducted,cut,total,year_total,band,lacks
    li-min,李敏,office,full,committee,50,5,0,0,0,55,105,,
    sun-lei,孙磊,criminal,full,ordinary,60,6,0,0,0,66,126,,
    wang-fang,王芳,criminal,full,ordinary,60,6,0,0,0,66,126,,
    wang-fang-2,王芳,office,full,ordinary,60,6,0,0,0,66,126,,
    xu-nuo,许诺,office,probationary,ordinary,60,,0,0,0,60,60,,
    zhao-gang,赵刚,criminal,full,committee,50,6,0,0,0,56,121,,
    ");
}

#[test]
fn categories_have_limits_of_their_own_over_a_day_a_quarter_and_half_a_year() {
    let branch = scheme("period = \"quarter\"\n", &item("hand", "a", "range = [-5, 4]"));
    does(
        &branch,
        &[
            "points award 孙磊 hand 3 --on 03-31",
            "points award 孙磊 hand 3 --on 03-31",
            "points award 孙磊 hand 3 --on 04-01",
            "points award 孙磊 hand 4 --on 05-01",
            "points award 孙磊 hand 4 --on 06-30",
            "points award 孙磊 hand 4 --on 07-01",
            "points deduct 李敏 hand 5 --on 06-29",
            "points deduct 李敏 hand 5 --on 06-30",
            "points deduct 李敏 hand 5 --on 07-01",
        ],
    );
    assert_snapshot!(branch.run("points explain 孙磊 -p 2026"), @"
    date        item   for         raw  counted  cut by
    ──────────  ─────  ──────────  ───  ───────  ──────────────────────────────────────────────────────────────
    2026-03-31  hand                 3        3
        ← points/2026-03.toml:2 ← rules/points.toml:18
    2026-03-31  hand                 3        1  at most 4 of this category in 2026-03-31 (rules/points.toml:8)
        ← points/2026-03.toml:3 ← rules/points.toml:18
    2026-04-01  hand                 3        3
        ← points/2026-04.toml:2 ← rules/points.toml:18
    2026-05-01  hand                 4        4
        ← points/2026-05.toml:2 ← rules/points.toml:18
    2026-06-30  hand                 4        3  at most 10 of this category in 2026Q2 (rules/points.toml:8)
        ← points/2026-06.toml:4 ← rules/points.toml:18
    2026-07-01  hand                 4        4
        ← points/2026-07.toml:3 ← rules/points.toml:18
                total  孙磊, 2026   21       18
    ");
    assert_snapshot!(branch.chinese().run("points explain 李敏 -p 2026"), @"
    日期        积分项  事由        原始分  计入  因何扣减
    ──────────  ──────  ──────────  ──────  ────  ─────────────────────────────────────────────────
    2026-06-29  hand                    -5    -5
        ← points/2026-06.toml:2 ← rules/points.toml:18
    2026-06-30  hand                    -5    -1  本类 2026H1 最多扣到 -6 分（rules/points.toml:9）
        ← points/2026-06.toml:3 ← rules/points.toml:18
    2026-07-01  hand                    -5    -5
        ← points/2026-07.toml:2 ← rules/points.toml:18
                合计    李敏，2026     -15   -11
    ");
}

#[test]
fn an_item_counts_double_by_a_mark_or_by_a_line_of_work() {
    let items = item(
        "article",
        "a",
        "points = 3\ndouble = { marks = [\"city\"], links = [\"criminal-investigation\"] }\nceiling = { year = 10 }",
    ) + &item(
        "met",
        "b",
        "points = 1\ndouble = { marks = [\"city\"] }\nattendance = { kinds = [\"lesson\"], states = [\"present\"] }",
    );
    let branch = scheme("period = \"year\"\nbase = 60\n", &items);
    does(
        &branch,
        &[
            "points award 孙磊 article --on 11-01",
            "points award 孙磊 article --on 11-02 --mark 市级",
            "points award 孙磊 article --on 11-03 --link 刑侦",
            "meeting log lesson --on 11-04 --mark city",
            "meeting log lesson --on 11-05",
        ],
    );
    assert_snapshot!(branch.run("points explain 孙磊"), @"
    date        item     for                               raw  counted  cut by
    ──────────  ───────  ────────────────────────────────  ───  ───────  ──────────────────────────────────────────────────────
    2026-11-01  article                                      3        3
        ← points/2026-11.toml:2 ← rules/points.toml:18
    2026-11-02  article  double: 市级表彰                    6        6
        ← points/2026-11.toml:3 ← rules/points.toml:18
    2026-11-03  article  double: 刑侦打击                    6        1  at most 10 of this item in 2026 (rules/points.toml:25)
        ← points/2026-11.toml:4 ← rules/points.toml:18
    2026-11-04  met      2026-11-04 党课 double: 市级表彰    2        2
        ← meetings/2026/2026-11-04-lesson.toml:8 ← rules/points.toml:27
    2026-11-05  met      2026-11-05 党课                     1        1
        ← meetings/2026/2026-11-05-lesson.toml:7 ← rules/points.toml:27
                total    孙磊, 2026-11                      18       13
    ");
    assert_snapshot!(branch.refused("points award 孙磊 article --mark 省级"), @"
    --- stderr
    error: no mark `省级`
    help: there are: city (市级表彰)
    --- exit Some(2)
    ");
    assert_snapshot!(branch.read("points/2026-11.toml"), @r#"
    entries = [
      { id = "xth3a3", date = 2026-11-01, member = "sun-lei", item = "article" },
      { id = "25vfbe", date = 2026-11-02, member = "sun-lei", item = "article", marks = ["city"] },
      { id = "a5dput", date = 2026-11-03, member = "sun-lei", item = "article", links = ["criminal-investigation"] },
    ]
    "#);
}

#[test]
fn a_veto_takes_its_period_and_the_next_one_starts_anew() {
    let items = item("out", "a", "veto = true") + &item("hand", "a", "range = [-5, 5]");
    let branch = scheme("period = \"month\"\nbase = 60\n", &items);
    does(
        &branch,
        &[
            "points award 孙磊 hand 5 --on 10-09",
            "points deduct 孙磊 out --on 10-10 --note 处分",
            "points award 孙磊 hand 5 --on 10-11",
            "points deduct 孙磊 out --on 10-12",
        ],
    );
    assert_snapshot!(branch.run("points explain 孙磊 -p 2026-10"), @"
    date        item        for                     raw  counted  cut by
    ──────────  ──────────  ──────────────────────  ───  ───────  ────────────────────────────────────────────────────────────────────────
    2026-10-01  base                                 60       60
        ← rules/points.toml:1
    2026-10-09  hand                                  5        5
        ← points/2026-10.toml:2 ← rules/points.toml:25
    2026-10-10  out         处分                      0        0
        ← points/2026-10.toml:3 ← rules/points.toml:18
    2026-10-10  veto (out)  2026-10 set to nothing  -65      -65
        ← points/2026-10.toml:3 ← rules/points.toml:23
    2026-10-11  hand                                  5        0  a veto stands in 2026-10: nothing counts any more (rules/points.toml:23)
        ← points/2026-10.toml:4 ← rules/points.toml:25
    2026-10-12  out                                   0        0
        ← points/2026-10.toml:5 ← rules/points.toml:18
                total       孙磊, 2026-10             5        0
    ");
    let csv = branch.run("points total -p 2026-11 --format csv");
    assert!(csv.contains("sun-lei,孙磊,criminal,full,ordinary,60,,0,0,0,60,"), "{csv}");
    assert_snapshot!(branch.chinese().run("points explain 孙磊 -p 2026-10"), @"
    日期        积分项           事由              原始分  计入  因何扣减
    ──────────  ───────────────  ────────────────  ──────  ────  ────────────────────────────────────────────────────
    2026-10-01  基础分                                 60    60
        ← rules/points.toml:1
    2026-10-09  hand                                    5     5
        ← points/2026-10.toml:2 ← rules/points.toml:25
    2026-10-10  out              处分                   0     0
        ← points/2026-10.toml:3 ← rules/points.toml:18
    2026-10-10  一票否决（out）  2026-10 积分清零     -65   -65
        ← points/2026-10.toml:3 ← rules/points.toml:23
    2026-10-11  hand                                    5     0  2026-10 已一票否决，不再计分（rules/points.toml:23）
        ← points/2026-10.toml:4 ← rules/points.toml:25
    2026-10-12  out                                     0     0
        ← points/2026-10.toml:5 ← rules/points.toml:18
                合计             孙磊，2026-10          5     0
    ");
}

#[test]
fn the_appraisal_is_folded_in_after_the_limits() {
    for (grades, expected) in [
        (
            "{ grade = \"excellent\", points = 20 }, { grade = \"qualified\", points = 12 }",
            "total      孙磊, 2025  100      100",
        ),
        (
            "{ grade = \"excellent\", percent = 110 }, { grade = \"qualified\", percent = 100 }",
            "total      孙磊, 2025   88       88",
        ),
    ] {
        let frame = format!(
            "until = 2027-12-31\nperiod = \"year\"\nbase = 80\nceiling = {{ year = 80 }}\nappraisal = {{ grades = [{grades}] }}\n"
        );
        let branch = scheme(&frame, &item("hand", "a", "range = [-5, 5]"));
        let rules = branch.read("rules/points.toml").replace("from = 2026-01-01", "from = 2025-01-01");
        branch.write("rules/points.toml", rules);
        does(&branch, &["appraisal record 孙磊 优秀 --for 2025 --on 2026-01-15"]);
        let told = branch.run("points explain 孙磊 -p 2025");
        assert!(told.contains(expected), "{told}");
        assert!(
            !branch.run("points explain 李敏 -p 2025").contains("appraisal"),
            "what nobody appraised is open, not nought"
        );
    }
}

#[test]
fn bands_meet_at_half_points() {
    let frame = "period = \"month\"\nbase = 60\nbands = [{ id = \"top\", name = \"优秀\", least = 90 }, { id = \"mid\", name = \"良好\", least = 60, most = 89.5 }, { id = \"low\", name = \"较差\" }]\n";
    let branch = scheme(frame, &item("hand", "a", "range = [-50, 50]"));
    does(&branch, &["points award 孙磊 hand 29.5", "points award 李敏 hand 30", "points deduct 许诺 hand 0.5"]);
    let csv = branch.run("points total --format csv");
    for (who, band) in [("sun-lei", "mid"), ("li-min", "top"), ("xu-nuo", "low"), ("zhao-gang", "mid")] {
        let line = csv.lines().find(|line| line.starts_with(who)).unwrap();
        assert!(line.trim_end().ends_with(&format!(",{band},")), "{line}");
    }
}

#[test]
fn those_of_a_class_are_excused_from_some_kinds() {
    let branch = Sandbox::branch().since("2026-01-01");
    let rules = branch
        .read("rules/branch.toml")
        .replace("id = \"committee\"\n", "id = \"committee\"\nexcused = [\"theme-day\"]\n");
    branch.write("rules/branch.toml", rules);
    does(&branch, &["meeting log 主题党日 --on 11-05 --present 孙磊", "meeting log 党课 --on 11-06 --present 孙磊"]);
    let csv = branch.run("export --month 2026-11 --table attendance --out -");
    assert!(csv.contains("2026-11-05-theme-day,2026-11-05,theme-day,,zhao-gang,赵刚,exempt"), "{csv}");
    assert!(csv.contains("2026-11-06-lesson,2026-11-06,lesson,,zhao-gang,赵刚,open"), "{csv}");
}

#[test]
fn rules_are_read_as_a_compiler_reads_code() {
    let branch = Sandbox::branch().since("2026-01-01");
    assert_snapshot!(branch.run("rules check"), @"
    --- stderr
    nothing is wrong
    ");
    let text = branch.read("rules/points.toml");
    branch.write(
        "rules/points.toml",
        text.replacen("ceiling = { month = 100, at = \"settlement\" }", "ceiling = { month = 50, year = 40 }", 1),
    );
    assert_snapshot!(branch.run("rules check"), @r#"
    rules/points.toml:17:11: the ceiling, 50, is below the base, 60 [rule-ceiling]
       |
    17 | ceiling = { month = 50, year = 40 }  # 连基础分在内，一个月最多；月末按合计扣，先加后扣、先扣后加都一样（at = "entry" 是按日期逐条扣）
       |           ^^^^^^^^^^^^^^^^^^^^^^^^^
    help: write 60 or more
    rules/points.toml:17:11: the ceiling of a year, 40, is below that of a month, 50 [rule-ceiling]
       |
    17 | ceiling = { month = 50, year = 40 }  # 连基础分在内，一个月最多；月末按合计扣，先加后扣、先扣后加都一样（at = "entry" 是按日期逐条扣）
       |           ^^^^^^^^^^^^^^^^^^^^^^^^^
    help: write 50 or more
    rules/points.toml:25:12: nobody can reach the line of 60: the ceiling is 50 [rule-standard]
       |
    25 | standard = { line = 60, in-a-row = 2 }  # 低于这条线为未达标，连续两个月未达标的由支委会谈话
       |            ^^^^^^^^^^^^^^^^^^^^^^^^^^^
    help: write 50 or less
    --- stderr
    3 findings
    --- exit Some(1)
    "#);
    assert_snapshot!(branch.refused("points total"), @r#"
    --- stderr
    rules/points.toml:17:11: the ceiling, 50, is below the base, 60
       |
    17 | ceiling = { month = 50, year = 40 }  # 连基础分在内，一个月最多；月末按合计扣，先加后扣、先扣后加都一样（at = "entry" 是按日期逐条扣）
       |           ^^^^^^^^^^^^^^^^^^^^^^^^^
    help: write 60 or more
    rules/points.toml:17:11: the ceiling of a year, 40, is below that of a month, 50
       |
    17 | ceiling = { month = 50, year = 40 }  # 连基础分在内，一个月最多；月末按合计扣，先加后扣、先扣后加都一样（at = "entry" 是按日期逐条扣）
       |           ^^^^^^^^^^^^^^^^^^^^^^^^^
    help: write 50 or more
    rules/points.toml:25:12: nobody can reach the line of 60: the ceiling is 50
       |
    25 | standard = { line = 60, in-a-row = 2 }  # 低于这条线为未达标，连续两个月未达标的由支委会谈话
       |            ^^^^^^^^^^^^^^^^^^^^^^^^^^^
    help: write 50 or less
    --- exit Some(1)
    "#);
    branch.write("rules/points.toml", &text);
    branch.write("other/points.toml", text.replacen("base = 60 ", "base = 70 ", 1));
    assert_snapshot!(branch.run("rules check other"), @"
    --- stderr
    nothing is wrong
    ");
    assert_snapshot!(branch.refused("rules check nowhere"), @"
    --- stderr
    error: there is no folder `nowhere`
    --- exit Some(1)
    ");
    assert_snapshot!(branch.run("points compare --rules other -p 2026-10 --format csv"), @"
    member,name,total,other_total,difference,because
    li-min,李敏,60,70,10,base +10 (other/points.toml:13)
    sun-lei,孙磊,60,70,10,base +10 (other/points.toml:13)
    wang-fang,王芳,60,70,10,base +10 (other/points.toml:13)
    wang-fang-2,王芳,60,70,10,base +10 (other/points.toml:13)
    xu-nuo,许诺,60,70,10,base +10 (other/points.toml:13)
    zhao-gang,赵刚,60,70,10,base +10 (other/points.toml:13)
    ");
    assert_snapshot!(branch.run("points compare --rules rules -p 2026-10"), @"
    --- stderr
    nobody's points of 2026-10 would be others
    ");
    assert_snapshot!(branch.refused("points compare --rules members -p 2026-10"), @"
    --- stderr
    error: no rules in members: branch.toml, meetings.toml, points.toml or appraisal.toml
    --- exit Some(1)
    ");
    assert!(branch.run("rules show --on 2026-02-01").contains("按时参加组织生活"));
}

#[test]
fn a_period_that_runs_has_the_bases_that_have_begun_and_one_to_come_has_none() {
    let branch = scheme("period = \"month\"\nbase = 60\n", &item("hand", "a", "range = [-50, 50]"));
    let on = |day: &str, line: &str| {
        let mut command = branch.command(&line.split_whitespace().collect::<Vec<_>>());
        branch.told(&command.env("ZHIBU_TODAY", day).output().unwrap())
    };
    assert_snapshot!(on("2026-11-30", "points explain 赵刚 -p 2026Q4"), @"
    date        item   for           raw  counted
    ──────────  ─────  ────────────  ───  ───────
    2026-10-01  base                  60       60
        ← rules/points.toml:1
    2026-11-01  base                  60       60
        ← rules/points.toml:1
                total  赵刚, 2026Q4  120      120
    ");
    assert_snapshot!(on("2026-12-01", "points total -p 2026Q4 --format csv"), @"
    member,name,group,standing,class,base,carried,earned,deducted,cut,total,year_total,band,lacks
    li-min,李敏,office,full,committee,180,,0,0,0,180,720,,
    sun-lei,孙磊,criminal,full,ordinary,180,,0,0,0,180,720,,
    wang-fang,王芳,criminal,full,ordinary,180,,0,0,0,180,720,,
    wang-fang-2,王芳,office,full,ordinary,180,,0,0,0,180,720,,
    xu-nuo,许诺,office,probationary,ordinary,180,,0,0,0,180,660,,
    zhao-gang,赵刚,criminal,full,committee,180,,0,0,0,180,720,,
    ");
    assert_snapshot!(on("2026-11-30", "points total -p 2026-12"), @"
    --- stderr
    2026-12 begins on 2026-12-01: it has no points yet
    ");
    assert_snapshot!(on("2026-11-30", "--lang zh points explain 赵刚 -p 2026-12"), @"
    --- stderr
    2026-12 从 2026-12-01 起，还没有开始计分
    ");
    assert_snapshot!(on("2026-11-30", "points explain 董立 -p 2026-11"), @"
    --- stderr
    董立 is not scored in 2026-11
    ");
    assert_snapshot!(on("2026-11-30", "export --month 2026-12 --table points --lang en"), @"
    --- stderr
    error: 2026-12 has not begun
    --- exit Some(1)
    ");
    assert_snapshot!(on("2026-11-30", "points post 2026-10-01..2026-10-15"), @"
    --- stderr
    error: 2026-10-01..2026-10-15 is no scored period
    help: write 2026-10
    --- exit Some(2)
    ");
}

#[test]
fn a_year_whose_scheme_changes_in_june_is_still_one_year() {
    let bands = "bands = [{ id = \"good\", name = \"优秀\", least = 70 }, { id = \"other\", name = \"其他\" }]";
    let fold = "appraisal = { grades = [{ grade = \"excellent\", points = 20 }] }";
    let frame = format!(
        "until = 2026-05-31\nperiod = \"year\"\nbase = 60\n{fold}\n\n[[scheme]]\nfrom = 2026-06-01\nperiod = \"year\"\nbase = 50\n{fold}\n{bands}\n"
    );
    let branch = scheme(&frame, &item("hand", "a", "range = [-5, 5]"));
    let on = |day: &str, line: &str| {
        let mut command = branch.command(&line.split_whitespace().collect::<Vec<_>>());
        branch.told(&command.env("ZHIBU_TODAY", day).output().unwrap())
    };
    for line in [
        "points award 孙磊 hand 2 --on 05-31",
        "points award 孙磊 hand 3 --on 06-01",
        "member standing 许诺 full --from 2026-11-01",
        "appraisal record 孙磊 excellent --for 2026 --on 2026-12-30",
    ] {
        let told = on("2026-12-30", &format!("{line} --no-commit"));
        assert!(!told.contains("exit"), "{line}: {told}");
    }
    assert_snapshot!(on("2027-01-05", "points explain 孙磊 -p 2026"), @"
    date        item       for         raw  counted
    ──────────  ─────────  ──────────  ───  ───────
    2026-01-01  base                    60       60
        ← rules/points.toml:1
    2026-05-31  hand                     2        2
        ← points/2026-05.toml:2 ← rules/points.toml:27
    2026-06-01  hand                     3        3
        ← points/2026-06.toml:2 ← rules/points.toml:27
    2026-12-31  appraisal  优秀         20       20
        ← appraisals/2026.toml:2 ← rules/points.toml:12
                total      孙磊, 2026   85       85
    ");
    let graded =
        on("2027-01-05", "appraisal record 李敏,wang-fang,wang-fang-2,许诺,赵刚 qualified --for 2026 --no-commit");
    assert!(!graded.contains("exit"), "{graded}");
    assert_snapshot!(on("2027-01-05", "points post 2026 --no-commit --format csv"), @"
    member,name,group,base,earned,deducted,cut,total,band
    li-min,李敏,office,60,0,0,0,60,other
    sun-lei,孙磊,criminal,60,25,0,0,85,good
    wang-fang,王芳 (刑侦党小组),criminal,60,0,0,0,60,other
    wang-fang-2,王芳 (综合党小组),office,60,0,0,0,60,other
    xu-nuo,许诺,office,60,0,0,0,60,other
    zhao-gang,赵刚,criminal,60,0,0,0,60,other
    --- stderr
    posted the points of 2026, objections until 2027-01-10
      points/2026-12.toml
    ");
}

#[test]
fn a_comparison_says_which_items_the_other_rules_do_not_have() {
    let met = "points = 2\nattendance = { kinds = [\"lesson\"], states = [\"present\"] }";
    let items = [item("hand", "a", "range = [-5, 5]"), item("gone", "a", "points = 3"), item("met", "b", met)];
    let branch = scheme("period = \"year\"\nbase = 60\n", &items.concat());
    does(
        &branch,
        &[
            "points award 孙磊 hand 5 --on 11-01",
            "points award 孙磊,赵刚 gone --on 11-02",
            "points award 孙磊 gone --on 11-03",
            "meeting log lesson --on 11-04 --present 孙磊",
        ],
    );
    let other =
        branch.read("rules/points.toml").replace("\"gone\"", "\"new\"").replace("[\"lesson\"]", "[\"lecture\"]");
    branch.write("other/points.toml", other.replace("base = 60\n", ""));
    assert_snapshot!(branch.run("points compare --rules other -p 2026"), @"
    id           name  total  other  difference  because
    ───────────  ────  ─────  ─────  ──────────  ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
    li-min       李敏     60      0         -60  base -60 (the other rules have no such item, 1 line)
    sun-lei      孙磊     73      5         -68  base -60 (the other rules have no such item, 1 line); gone -6 (the other rules have no such item, 2 lines); met -2 (other/points.toml:31)
    wang-fang    王芳     60      0         -60  base -60 (the other rules have no such item, 1 line)
    wang-fang-2  王芳     60      0         -60  base -60 (the other rules have no such item, 1 line)
    xu-nuo       许诺     60      0         -60  base -60 (the other rules have no such item, 1 line)
    zhao-gang    赵刚     63      0         -63  base -60 (the other rules have no such item, 1 line); gone -3 (the other rules have no such item, 1 line)
    ");
    let roll = branch.read("rules/branch.toml").replacen("scored = true\n", "", 1);
    branch.write("other/branch.toml", roll);
    assert_snapshot!(branch.chinese().run("points compare --rules other -p 2026 --format json"), @r#"
    [
      {"member":"li-min","name":"李敏","total":60,"other_total":0,"difference":-60,"because":["基础分 -60（另一办法没有这一项，1 条）"]},
      {"member":"sun-lei","name":"孙磊","total":73,"other_total":5,"difference":-68,"because":["基础分 -60（另一办法没有这一项，1 条）","gone -6（另一办法没有这一项，2 条）","met -2（other/points.toml:31）"]},
      {"member":"wang-fang","name":"王芳","total":60,"other_total":0,"difference":-60,"because":["基础分 -60（另一办法没有这一项，1 条）"]},
      {"member":"wang-fang-2","name":"王芳","total":60,"other_total":0,"difference":-60,"because":["基础分 -60（另一办法没有这一项，1 条）"]},
      {"member":"xu-nuo","name":"许诺","total":60,"other_total":null,"difference":-60,"because":["另一办法不计分"]},
      {"member":"zhao-gang","name":"赵刚","total":63,"other_total":0,"difference":-63,"because":["基础分 -60（另一办法没有这一项，1 条）","gone -3（另一办法没有这一项，1 条）"]}
    ]
    "#);
}

#[test]
fn limits_at_settlement_are_taken_from_the_sum_and_explained_by_lines_of_their_own() {
    let frame = "period = \"month\"\nbase = 60\nceiling = { month = 66, at = \"settlement\" }";
    let items = item("good", "b", "points = 5\nceiling = { month = 8, at = \"settlement\" }")
        + &item("bad", "b", "points = -1");
    let branch = scheme(frame, &items);
    does(
        &branch,
        &[
            "points award 孙磊 good --on 11-02",
            "points award 孙磊 good --on 11-03",
            "points deduct 孙磊 bad --on 11-04",
            "points award 李敏 good --on 11-04",
        ],
    );
    assert_snapshot!(branch.run("points explain 孙磊 -p 2026-11"), @"
    date        item        for                        raw  counted  cut by
    ──────────  ──────────  ─────────────────────────  ───  ───────  ────────────────────────────────────────────────────────
    2026-11-01  base                                    60       60
        ← rules/points.toml:1
    2026-11-02  good                                     5        5
        ← points/2026-11.toml:2 ← rules/points.toml:18
    2026-11-03  good                                     5        5
        ← points/2026-11.toml:3 ← rules/points.toml:18
    2026-11-04  bad                                     -1       -1
        ← points/2026-11.toml:4 ← rules/points.toml:26
    2026-11-23  settlement  good of 2026-11: 10          0       -2  at most 8 of this item in 2026-11 (rules/points.toml:24)
        ← rules/points.toml:24
    2026-11-23  settlement  all points of 2026-11: 67    0       -1  at most 66 in 2026-11 (rules/points.toml:5)
        ← rules/points.toml:5
                total       孙磊, 2026-11               69       66

    settled on 2026-11-30: until then the total is provisional
    ");
    assert_snapshot!(branch.run("points explain 孙磊 -p 2026-11 --category b --lang zh"), @"
    日期        积分项    事由                    原始分  计入  因何扣减
    ──────────  ────────  ──────────────────────  ──────  ────  ──────────────────────────────────────────────
    2026-11-02  good                                   5     5
        ← points/2026-11.toml:2 ← rules/points.toml:18
    2026-11-03  good                                   5     5
        ← points/2026-11.toml:3 ← rules/points.toml:18
    2026-11-04  bad                                   -1    -1
        ← points/2026-11.toml:4 ← rules/points.toml:26
    2026-11-23  期末结算  2026-11 good合计 10 分       0    -2  本项 2026-11 最多 8 分（rules/points.toml:24）
        ← rules/points.toml:24
                合计      孙磊，2026-11                9     7

    期末结算在 2026-11-30，在此以前的合计是暂时的
    ");
    assert_snapshot!(branch.run("points total -p 2026-11 --format csv"), @"
    member,name,group,standing,class,base,carried,earned,deducted,cut,total,year_total,band,lacks
    li-min,李敏,office,full,committee,60,,5,0,0,65,665,,
    sun-lei,孙磊,criminal,full,ordinary,60,,10,-1,-3,66,666,,
    wang-fang,王芳,criminal,full,ordinary,60,,0,0,0,60,660,,
    wang-fang-2,王芳,office,full,ordinary,60,,0,0,0,60,660,,
    xu-nuo,许诺,office,probationary,ordinary,60,,0,0,0,60,600,,
    zhao-gang,赵刚,criminal,full,committee,60,,0,0,0,60,660,,
    ");
    assert_snapshot!(branch.on("2026-12-01", "points explain 孙磊 -p 2026-11"), @"
    date        item        for                        raw  counted  cut by
    ──────────  ──────────  ─────────────────────────  ───  ───────  ────────────────────────────────────────────────────────
    2026-11-01  base                                    60       60
        ← rules/points.toml:1
    2026-11-02  good                                     5        5
        ← points/2026-11.toml:2 ← rules/points.toml:18
    2026-11-03  good                                     5        5
        ← points/2026-11.toml:3 ← rules/points.toml:18
    2026-11-04  bad                                     -1       -1
        ← points/2026-11.toml:4 ← rules/points.toml:26
    2026-11-30  settlement  good of 2026-11: 10          0       -2  at most 8 of this item in 2026-11 (rules/points.toml:24)
        ← rules/points.toml:24
    2026-11-30  settlement  all points of 2026-11: 67    0       -1  at most 66 in 2026-11 (rules/points.toml:5)
        ← rules/points.toml:5
                total       孙磊, 2026-11               69       66
    ");
    assert_snapshot!(branch.run("rules show"), @"
    item  item  category  points  earned by  limit                                 from
    ────  ────  ────────  ──────  ─────────  ────────────────────────────────────  ──────────
    good  good  乙类      +5      by hand    at most 8 in a month (at settlement)  2026-01-01
        ← rules/points.toml:18
    bad   bad   乙类      -1      by hand                                          2026-01-01
        ← rules/points.toml:26

    scored over a month, base 60, at most 66 in a month (at settlement)
    ");
    branch.write("rules/points.toml", branch.read("rules/points.toml").replace("month = 66, at", "at"));
    assert_snapshot!(branch.run("rules check"), @r#"
    rules/points.toml:5:11: a limit without the time over which it holds [rule-ceiling]
      |
    5 | ceiling = { at = "settlement" }
      |           ^^^^^^^^^^^^^^^^^^^^^
    help: write the time and the points: month = 8
    rules/talks.toml:133:10: no item `commended` in rules/points.toml [rule-unknown-id]
        |
    133 | items = ["commended"]
        |          ^^^^^^^^^^^
    help: declare it in rules/points.toml with `[[item]]`
    rules/talks.toml:145:10: no item `violation` in rules/points.toml [rule-unknown-id]
        |
    145 | items = ["violation", "sanctioned"]
        |          ^^^^^^^^^^^
    help: declare it in rules/points.toml with `[[item]]`
    rules/talks.toml:145:23: no item `sanctioned` in rules/points.toml [rule-unknown-id]
        |
    145 | items = ["violation", "sanctioned"]
        |                       ^^^^^^^^^^^^
    help: declare it in rules/points.toml with `[[item]]`
    rules/talks.toml:157:10: no item `complaint` in rules/points.toml [rule-unknown-id]
        |
    157 | items = ["complaint"]
        |          ^^^^^^^^^^^
    help: declare it in rules/points.toml with `[[item]]`
    --- stderr
    5 findings
    --- exit Some(1)
    "#);
}

#[test]
fn points_are_multiples_of_the_unit_and_rounded_once() {
    let frame =
        "period = \"month\"\nbase = 60\nunit = 0.1\nround = \"half\"\nround-way = \"down\"\ncarry = { percent = 11 }";
    let branch = scheme(frame, &item("hand", "b", "range = [0.1, 5]"));
    does(&branch, &["points award 孙磊 hand 0.2 --on 11-02", "points award 孙磊 hand 0.3 --on 11-03"]);
    assert_snapshot!(branch.run("points explain 孙磊 -p 2026-11"), @"
    date        item          for                             raw  counted
    ──────────  ────────────  ────────────────────────────  ─────  ───────
    2026-11-01  base                                           60       60
        ← rules/points.toml:1
    2026-11-01  carried over  11% of 2026-10                 7.37     7.37
        ← rules/points.toml:8
    2026-11-02  hand                                          0.2      0.2
        ← points/2026-11.toml:2 ← rules/points.toml:21
    2026-11-03  hand                                          0.3      0.3
        ← points/2026-11.toml:3 ← rules/points.toml:21
    2026-11-23  rounding      all points of 2026-11: 67.87      0    -0.37
        ← rules/points.toml:1
                total         孙磊, 2026-11                 67.87     67.5

    settled on 2026-11-30: until then the total is provisional
    ");
    assert_snapshot!(branch.refused("points award 孙磊 hand 0.25 --on 11-04"), @"
    --- stderr
    error: 0.25 is not a number of points: one decimal at most, up to a million
    --- exit Some(2)
    ");
    branch.write("rules/points.toml", branch.read("rules/points.toml").replace("unit = 0.1\n", "unit = 0.5\n"));
    assert_snapshot!(branch.run("rules check"), @r#"
    rules/points.toml:26:9: 0.1 is not a multiple of 0.5, the unit of points [rule-points]
       |
    26 | range = [0.1, 5]
       |         ^^^^^^^^
    help: change the points, or the `unit` of the scheme in line 1
    rules/talks.toml:133:10: no item `commended` in rules/points.toml [rule-unknown-id]
        |
    133 | items = ["commended"]
        |          ^^^^^^^^^^^
    help: declare it in rules/points.toml with `[[item]]`
    rules/talks.toml:145:10: no item `violation` in rules/points.toml [rule-unknown-id]
        |
    145 | items = ["violation", "sanctioned"]
        |          ^^^^^^^^^^^
    help: declare it in rules/points.toml with `[[item]]`
    rules/talks.toml:145:23: no item `sanctioned` in rules/points.toml [rule-unknown-id]
        |
    145 | items = ["violation", "sanctioned"]
        |                       ^^^^^^^^^^^^
    help: declare it in rules/points.toml with `[[item]]`
    rules/talks.toml:157:10: no item `complaint` in rules/points.toml [rule-unknown-id]
        |
    157 | items = ["complaint"]
        |          ^^^^^^^^^^^
    help: declare it in rules/points.toml with `[[item]]`
    --- stderr
    5 findings
    --- exit Some(1)
    "#);
    branch.write("rules/points.toml", branch.read("rules/points.toml").replace("range = [0.1, 5]", "range = [0.5, 5]"));
    assert_snapshot!(branch.refused("points award 孙磊 hand 0.7 --on 11-04"), @"
    --- stderr
    error: 0.7 is not a multiple of 0.5, the unit of points
    --- exit Some(2)
    ");
    assert_snapshot!(branch.run("check --code points-range --lang zh"), @r#"
    points/2026-11.toml:2:83: 0.2 不是分值单位 0.5 的整数倍 [points-range]
      |
    2 |   { id = "xth3a3", date = 2026-11-02, member = "sun-lei", item = "hand", points = 0.2 },
      |                                                                                   ^^^
    points/2026-11.toml:3:83: 0.3 不是分值单位 0.5 的整数倍 [points-range]
      |
    3 |   { id = "25vfbe", date = 2026-11-03, member = "sun-lei", item = "hand", points = 0.3 },
      |                                                                                   ^^^
    --- stderr
    发现 2 处问题
    --- exit Some(1)
    "#);
}

/// What `rules check` tells first of one slip in a file of rules.
#[track_caller]
fn slip(file: &str, right: &str, wrong: &str, expected: &str) {
    assert_eq!(told_of(file, right, wrong), expected, "{wrong}");
}

/// What `rules check` tells first where something else is written in a file of rules.
#[track_caller]
pub(crate) fn told_of(file: &str, right: &str, wrong: &str) -> String {
    let branch = Sandbox::branch();
    let text = branch.read(file);
    assert!(text.contains(right), "{right}");
    branch.write(file, text.replacen(right, wrong, 1));
    let told = branch.run("rules check");
    let told: Vec<_> =
        told.lines().filter(|line| line.contains("rules/") || line.starts_with("help")).take(2).collect();
    told.join("\n")
}

#[test]
fn one_slip_is_told_where_it_is_and_what_to_write() {
    let kind = "[[kind]]\nid = \"general\"";
    slip(
        "rules/meetings.toml",
        kind,
        "[kind]\nid = \"general\"",
        "rules/meetings.toml:24:1: `[kind]` stands for one, and there may be several [syntax]\nhelp: write `[[kind]]`",
    );
    slip(
        "rules/meetings.toml",
        "[[kind]]\nid = \"committee\"",
        "[kind]\nid = \"committee\"",
        "rules/meetings.toml:37:1: `[kind]` stands for one, and there may be several [syntax]\nhelp: write `[[kind]]`",
    );
    slip(
        "rules/dues.toml",
        "[[rate]]",
        "[rate]",
        "rules/dues.toml:18:1: `[rate]` stands for one, and there may be several [syntax]\nhelp: write `[[rate]]`",
    );
    slip(
        "rules/points.toml",
        "name = \"组织生活\"",
        "name = “组织生活”",
        "rules/points.toml:31:8: not TOML: `“` does not belong here [syntax]\nhelp: write the straight mark: \"",
    );
    slip(
        "rules/points.toml",
        "\n]\nstandard",
        "\n\nstandard",
        "rules/points.toml:19:9: not TOML: the `[` of line 19 is never closed [syntax]",
    );
    slip(
        "rules/points.toml",
        "period = \"month\"",
        "",
        "rules/points.toml:13:1: `period` is missing [missing-key]\nhelp: add the line, for example period = \"month\"",
    );
    slip(
        "rules/points.toml",
        "veto = true",
        "veto = true\npoints = -5",
        "rules/points.toml:237:10: note: `受党纪政务处分` is a veto: its points are taken with all the others [rule-points]\nhelp: delete the points",
    );
    slip(
        "rules/points.toml",
        "attendance = { kinds = [\"general\", \"committee\",",
        "attendance = { kinds = [\"volunteer\", \"committee\",",
        "rules/points.toml:84:25: note: nobody is expected at `志愿服务`, so nobody can be absent: this item never counts [rule-earned]\nhelp: give volunteer `standings` or `posts` in rules/meetings.toml, or leave it out here",
    );
    slip(
        "rules/meetings.toml",
        kind,
        &format!("[[vote]]\nfrom = 2026-01-01\nkinds = [\"volunteer\"]\nquorum = \"> 1/2\"\n{kind}"),
        "rules/meetings.toml:26:10: note: nobody is expected at `志愿服务`, so nobody has a vote [rule-vote]\nhelp: give volunteer `standings` or `posts` in rules/meetings.toml, or leave it out here",
    );
    let branch = Sandbox::branch();
    branch.write("rules/point.toml", branch.read("rules/points.toml"));
    assert_snapshot!(branch.run("rules check"), @"
    rules/point.toml: no file of rules has this name, so it is not read [stray-file]
    help: the file should be rules/points.toml
    --- stderr
    1 finding
    --- exit Some(1)
    ");
}
