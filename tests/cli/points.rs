use insta::assert_snapshot;

use super::sandbox::Sandbox;

#[test]
fn points_are_awarded_and_explained() {
    let branch = Sandbox::branch().since("2026-01-01");
    branch.run("meeting log group -g 刑侦 --on 11-05 --late 孙磊");
    assert_snapshot!(branch.run("points award 孙磊 commended 5 --note 破获系列盗窃案 --link 刑侦 --by 李敏"), @"
    --- stderr
    孙磊: 立功受奖、表彰 +5, 2026-11-23 (破获系列盗窃案)
      points/2026-11.toml
    ");
    assert_snapshot!(branch.read("points/2026-11.toml"), @r#"
    entries = [
      { id = "xth3a3", date = 2026-11-23, member = "sun-lei", item = "commended", points = 5, links = ["criminal-investigation"], note = "破获系列盗窃案", by = "li-min" },
    ]
    "#);
    assert_snapshot!(branch.run("points deduct 孙磊 late-materials --on 11-20"), @"
    --- stderr
    孙磊: 材料迟交 -1, 2026-11-20
      points/2026-11.toml
    ");
    assert_snapshot!(branch.run("points explain 孙磊"), @"
    date        item            for                               raw  counted
    ──────────  ──────────────  ────────────────────────────────  ───  ───────
    2026-11-01  base                                               60       60
        ← rules/points.toml:13
    2026-11-05  迟到            2026-11-05 党小组会 · 刑侦党小组    1        1
        ← meetings/2026/2026-11-05-group-criminal.toml:10 ← rules/points.toml:68
    2026-11-05  主持党小组会    2026-11-05 党小组会 · 刑侦党小组    1        1
        ← meetings/2026/2026-11-05-group-criminal.toml:4 ← rules/points.toml:87
    2026-11-20  材料迟交                                           -1       -1
        ← points/2026-11.toml:2 ← rules/points.toml:205
    2026-11-23  立功受奖、表彰  破获系列盗窃案                      5        5
        ← points/2026-11.toml:3 ← rules/points.toml:150
                total           孙磊, 2026-11                      66       66
    ");
    assert_snapshot!(branch.run("points total --format csv"), @"
    member,name,group,standing,class,base,carried,earned,deducted,cut,total,year_total,band,lacks
    li-min,李敏,office,full,committee,60,,0,0,0,60,660,pass,
    sun-lei,孙磊,criminal,full,ordinary,60,,7,-1,0,66,666,pass,
    wang-fang,王芳,criminal,full,ordinary,60,,2,0,0,62,662,pass,
    wang-fang-2,王芳,office,full,ordinary,60,,0,0,0,60,660,pass,
    xu-nuo,许诺,office,probationary,ordinary,60,,0,0,0,60,600,pass,
    zhao-gang,赵刚,criminal,full,committee,60,,2,0,0,62,662,pass,
    ");
    assert_snapshot!(branch.run("points list"), @"
    date        name  item            points  links     note            by    id
    ──────────  ────  ──────────────  ──────  ────────  ──────────────  ────  ──────
    2026-11-20  孙磊  材料迟交            -1                                  25vfbe
    2026-11-23  孙磊  立功受奖、表彰       5  刑侦打击  破获系列盗窃案  李敏  xth3a3
    ");
}

#[test]
fn what_cannot_be_awarded() {
    let branch = Sandbox::branch().since("2026-01-01");
    assert_snapshot!(branch.refused("points award 孙磊 commended"), @"
    --- stderr
    error: `立功受奖、表彰` needs points, from 1 to 10
    --- exit Some(2)
    ");
    assert_snapshot!(branch.refused("points award 孙磊 commended 50"), @"
    --- stderr
    error: `立功受奖、表彰` is 1 to 10, not 50
    --- exit Some(2)
    ");
    assert_snapshot!(branch.refused("points award 孙磊 commended 2.25"), @"
    --- stderr
    error: 2.25 is not a number of points: one decimal at most, up to a million
    --- exit Some(2)
    ");
    assert_snapshot!(branch.refused("points award 孙磊 attended"), @"
    --- stderr
    error: `按时参加组织生活` is reckoned from the meetings, not awarded by hand
    --- exit Some(1)
    ");
    assert_snapshot!(branch.refused("points award 孙磊 late-materials"), @"
    --- stderr
    error: `材料迟交` is a deduction: use zhibu points deduct
    --- exit Some(2)
    ");
    assert_snapshot!(branch.refused("points deduct 孙磊 commended 1"), @"
    --- stderr
    error: `立功受奖、表彰` is an award: use zhibu points award
    --- exit Some(2)
    ");
    assert_snapshot!(branch.refused("points award 孙磊 commendd 1"), @"
    --- stderr
    error: no item `commendd`
    help: did you mean `commended` (立功受奖、表彰)?
    --- exit Some(2)
    ");
    assert_snapshot!(branch.refused("points award 孙磊 commended 1 --on 2026-12-01"), @"
    --- stderr
    error: 2026-12-01 is yet to come
    help: log it when it has happened; write a day of last year with its year
    --- exit Some(1)
    ");
    assert_snapshot!(branch.refused("points award 孙磊 commended 1 --on 2025-12-01"), @"
    --- stderr
    error: no item `commended`
    help: zhibu rules show lists the items
    --- exit Some(2)
    ");
}

#[test]
fn a_line_is_struck_and_counts_no_more() {
    let branch = Sandbox::branch().since("2026-01-01");
    branch.run("points award 孙磊 commended 5");
    let line = branch.read("points/2026-11.toml");
    let id = line.split("id = \"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    assert_snapshot!(branch.run(&format!("points remove {id} --why 登错 --yes")), @"
    --- stderr
    struck 2026-11-23 孙磊 立功受奖、表彰 +5: 登错
      points/2026-11.toml
    ");
    assert!(branch.read("points/2026-11.toml").contains("struck = \"登错\""));
    assert!(branch.run("points explain 孙磊 --format csv").lines().count() == 2);
    assert_snapshot!(branch.refused("points remove zzzzzz --why 登错 --yes"), @"
    --- stderr
    error: no award or deduction `zzzzzz` in 2026
    help: zhibu points list shows the ids; add --period for other years
    --- exit Some(2)
    ");
    assert_snapshot!(branch.refused(&format!("points remove {id} --why 登错 --yes")), @"
    --- stderr
    error: 2026-11-23 孙磊 立功受奖、表彰 +5 is struck already: 登错
    --- exit Some(1)
    ");
}

/// What the counted lines of a month add up to, by their items, under a scheme.
#[track_caller]
fn case(scheme: &str, commands: &[&str], month: &str, expected: &[&str]) {
    let branch = Sandbox::branch().since("2026-01-01");
    branch.write("rules/points.toml", scheme);
    for (seed, line) in commands.iter().enumerate() {
        let words: Vec<_> = line.split_whitespace().chain(["--no-commit", "--quiet"]).collect();
        let told = branch.told(&branch.command(&words).env("ZHIBU_SEED", seed.to_string()).output().unwrap());
        assert_eq!(told, "", "{line}");
    }
    let detail = branch.run(&format!("export --month {month} --table points_detail --lang en"));
    let mut rows = csv::Reader::from_reader(detail.as_bytes());
    let counted: Vec<_> = rows
        .records()
        .map(Result::unwrap)
        .filter(|row| &row[1] == "sun-lei")
        .map(|row| format!("{} {} {}→{}", &row[0], &row[3], &row[6], &row[7]))
        .collect();
    assert_eq!(counted, expected);
}

const SCHEME: &str = r#"
[[scheme]]
from = 2026-01-01
period = "month"
base = 10
ceiling = { month = 20 }
floor = { month = 0 }

[[category]]
id = "c"
name = "类"

[[item]]
id = "met"
name = "到会"
category = "c"
from = 2026-01-01
until = 2026-05-31
points = 2
attendance = { kinds = ["group"], states = ["present"] }

[[item]]
id = "met"
name = "到会"
category = "c"
from = 2026-06-01
points = 2.5
attendance = { kinds = ["group"], states = ["present", "made-up"] }
ceiling = { month = 4, year = 7 }

[[item]]
id = "led"
name = "主持"
category = "c"
from = 2026-01-01
points = 0.5
role = { kinds = ["group"], roles = ["chair"] }

[[item]]
id = "up"
name = "加"
category = "c"
from = 2026-01-01
range = [0.5, 20]

[[item]]
id = "down"
name = "减"
category = "c"
from = 2026-01-01
range = [-30, -0.5]
"#;

#[test]
fn a_change_in_june_leaves_may_as_it_was() {
    let log = ["meeting log group -g 刑侦 --on 2026-05-31", "meeting log group -g 刑侦 --on 2026-06-01"];
    case(SCHEME, &log, "2026-05", &["2026-05-01 base 10→10", "2026-05-31 met 2→2", "2026-05-31 led 0.5→0.5"]);
    case(SCHEME, &log, "2026-06", &["2026-06-01 base 10→10", "2026-06-01 met 2.5→2.5", "2026-06-01 led 0.5→0.5"]);
}

#[test]
fn an_item_ends_at_its_ceilings_of_month_and_year() {
    let log = [
        "meeting log group -g 刑侦 --on 2026-07-01 --chair 赵刚",
        "meeting log group -g 刑侦 --on 2026-07-31 --chair 赵刚",
        "meeting log group -g 刑侦 --on 2026-08-01 --chair 赵刚",
        "meeting log group -g 刑侦 --on 2026-08-02 --chair 赵刚",
    ];
    case(SCHEME, &log, "2026-07", &["2026-07-01 base 10→10", "2026-07-01 met 2.5→2.5", "2026-07-31 met 2.5→1.5"]);
    case(SCHEME, &log, "2026-08", &["2026-08-01 base 10→10", "2026-08-01 met 2.5→2.5", "2026-08-02 met 2.5→0.5"]);
}

#[test]
fn the_total_stays_between_floor_and_ceiling() {
    let awards = ["points award 孙磊 up 8.5 --on 2026-09-01", "points award 孙磊 up 3 --on 2026-09-02"];
    case(SCHEME, &awards, "2026-09", &["2026-09-01 base 10→10", "2026-09-01 up 8.5→8.5", "2026-09-02 up 3→1.5"]);
    let deductions = ["points deduct 孙磊 down 30 --on 2026-09-01", "points award 孙磊 up 3 --on 2026-09-02"];
    case(SCHEME, &deductions, "2026-09", &["2026-09-01 base 10→10", "2026-09-01 down -30→-10", "2026-09-02 up 3→3"]);
}

#[test]
fn an_absence_made_up_for_counts_as_the_rules_say() {
    let log = [
        "meeting log group -g 刑侦 --on 2026-07-01 --chair 赵刚 --absent 孙磊:duty",
        "meeting attend 2026-07-01 --made-up 孙磊:2026-08-01",
    ];
    case(SCHEME, &log[..1], "2026-07", &["2026-07-01 base 10→10"]);
    case(SCHEME, &log, "2026-07", &["2026-07-01 base 10→10", "2026-07-01 met 2.5→2.5"]);
}

#[test]
fn a_yearly_scheme_gives_its_base_once() {
    let yearly = SCHEME
        .replace("period = \"month\"", "period = \"year\"")
        .replace("month = 20", "year = 20")
        .replace("month = 0", "year = 0");
    let awards = ["points award 孙磊 up 8 --on 2026-01-01", "points award 孙磊 up 8 --on 2026-03-31"];
    case(&yearly, &awards, "2026-01", &["2026-01-01 base 10→10", "2026-01-01 up 8→8"]);
    case(&yearly, &awards, "2026-02", &[]);
    case(&yearly, &awards, "2026-03", &["2026-03-31 up 8→2"]);
}

#[test]
fn an_award_that_counts_nothing_says_so() {
    let branch = Sandbox::branch().since("2026-01-01").chinese();
    assert_snapshot!(branch.run("points award 董立 good-deed 1"), @"
    --- stderr
    董立 好人好事 +1，2026-11-23。董立 不在计分人员之内，这条不计入积分
      points/2026-11.toml
    ");
    let told = branch.run("points award 赵刚 good-deed 1");
    assert!(!told.contains("不在计分人员之内"), "{told}");
}

#[test]
fn a_line_that_says_other_points_than_its_fixed_item_is_worth_what_the_item_says_everywhere() {
    let branch = Sandbox::branch().since("2026-01-01");
    branch.write(
        "points/2026-11.toml",
        "entries = [\n  { id = \"aaaaaa\", date = 2026-11-02, member = \"sun-lei\", item = \"late-materials\", points = -5, links = [\"community\"] },\n]\n",
    );
    assert_snapshot!(branch.run("points list --format csv"), @"
    date,member,name,item,item_name,points,links,campaign,note,by,confirmed,struck,id
    2026-11-02,sun-lei,孙磊,late-materials,材料迟交,-1,community,,,,,,aaaaaa
    ");
    assert!(branch.run("points total --format csv").contains("sun-lei,孙磊,criminal,full,ordinary,60,,0,-1,0,59,"));
    assert_snapshot!(branch.run("report links --format csv"), @"
    link,link_name,meetings,share,entries,points
    criminal-investigation,刑侦打击,0,,0,0
    public-order,治安管控,0,,0,0
    community,社区警务,0,,1,-1
    emergency,接处警,0,,0,0
    service,群众服务,0,,0,0
    mediation,矛盾调解,0,,0,0
    legal,执法规范化,0,,0,0
    ,any,0,,1,-1
    ,none,0,,0,0
    ");
    assert!(branch.run("check").contains("points/2026-11.toml:2:"));
}

#[test]
fn data_has_ids_beside_names_each_under_a_heading_of_its_own_and_no_row_that_sums_up() {
    let branch = Sandbox::branch().since("2026-01-01");
    branch.run("points award wang-fang commended 5 --on 11-02 --by 李敏 --note 破案");
    assert_snapshot!(branch.run("points list --format json"), @r#"
    [
      {"date":"2026-11-02","member":"wang-fang","name":"王芳 (刑侦党小组)","item":"commended","item_name":"立功受奖、表彰","points":5,"links":[],"campaign":null,"note":"破案","by":"li-min","confirmed":null,"struck":null,"id":"xth3a3"}
    ]
    "#);
    assert_snapshot!(branch.run("points list"), @"
    date        name               item            points  note  by    id
    ──────────  ─────────────────  ──────────────  ──────  ────  ────  ──────
    2026-11-02  王芳 (刑侦党小组)  立功受奖、表彰       5  破案  李敏  xth3a3
    ");
    assert_snapshot!(branch.run("points list --format md"), @"
    | date       | name              | item           | points | links | campaign | note | by   | confirmed | struck | id     |
    | ---------- | ----------------- | -------------- | -----: | ----- | -------- | ---- | ---- | --------- | ------ | ------ |
    | 2026-11-02 | 王芳 (刑侦党小组) | 立功受奖、表彰 |      5 |       |          | 破案 | 李敏 |           |        | xth3a3 |
    ");
    assert_snapshot!(branch.run("points explain wang-fang --format json"), @r#"
    [
      {"date":"2026-11-01","item":"base","item_name":"base","category":null,"for":null,"raw":60,"counted":60,"cut_by":null,"record":"rules/points.toml:13","rule":"rules/points.toml:13"},
      {"date":"2026-11-02","item":"commended","item_name":"立功受奖、表彰","category":"pioneer","for":"破案","raw":5,"counted":5,"cut_by":null,"record":"points/2026-11.toml:2","rule":"rules/points.toml:150"}
    ]
    "#);
    assert_snapshot!(branch.run("points explain wang-fang --format md"), @"
    | date       | item           | for                        | raw | counted | cut by | record                | rule                  |
    | ---------- | -------------- | -------------------------- | --: | ------: | ------ | --------------------- | --------------------- |
    | 2026-11-01 | base           |                            |  60 |      60 |        | rules/points.toml:13  | rules/points.toml:13  |
    | 2026-11-02 | 立功受奖、表彰 | 破案                       |   5 |       5 |        | points/2026-11.toml:2 | rules/points.toml:150 |
    |            | total          | 王芳 (刑侦党小组), 2026-11 |  65 |      65 |        |                       |                       |
    ");
    assert_snapshot!(branch.chinese().run("points list --format csv"), @"
    日期,人员编号,姓名,积分项编号,积分项,分值,联系业务,主题活动,备注,登记人,确认,作废,记录编号
    2026-11-02,wang-fang,王芳（刑侦党小组）,commended,立功受奖、表彰,5,,,破案,li-min,,,xth3a3
    ");
}

#[test]
fn a_line_is_explained_where_it_is_somebodys_and_counts() {
    let branch = Sandbox::branch().since("2026-01-01");
    branch.run("points award 孙磊 commended 5 --on 11-02");
    assert_snapshot!(branch.run("points explain 孙磊 --line xth3a3"), @"
    date        item            for            raw  counted
    ──────────  ──────────────  ─────────────  ───  ───────
    2026-11-02  立功受奖、表彰                   5        5
        ← points/2026-11.toml:2 ← rules/points.toml:150
                total           孙磊, 2026-11    5        5
    ");
    assert_snapshot!(branch.refused("points explain 李敏 --line xth3a3"), @"
    --- stderr
    error: xth3a3 is a line of 孙磊
    help: zhibu points explain sun-lei --period 2026-11 --line xth3a3
    --- exit Some(2)
    ");
    branch.run("points remove xth3a3 --why 登错 --yes");
    assert_snapshot!(branch.refused("points explain 孙磊 --line xth3a3"), @"
    --- stderr
    error: xth3a3 is struck already: 登错
    --- exit Some(1)
    ");
}
