use insta::assert_snapshot;

use super::sandbox::Sandbox;

fn branch() -> Sandbox {
    let branch = Sandbox::branch();
    branch.run("meeting log group -g 刑侦 --on 11-05 --absent 孙磊:duty --link 刑侦");
    branch.run("meeting log 党课 --on 11-06 --absent 许诺");
    branch.run("points award 孙磊 commended 5 --link 刑侦");
    branch
}

#[test]
fn attendance_by_member_group_and_kind() {
    let branch = branch();
    assert_snapshot!(branch.run("report attendance"), @"
    id           name    meetings  due  present  late  made up  excused  absent  exempt  open  rate (%)
    ───────────  ──────  ────────  ───  ───────  ────  ───────  ───────  ──────  ──────  ────  ────────
    he-xiuying   何秀英         1    1        0     0        0        0       0       1     0
    li-min       李敏           1    1        1     0        0        0       0       0     0     100.0
    sun-lei      孙磊           2    2        1     0        0        1       0       0     0      50.0
    wang-fang    王芳           2    2        2     0        0        0       0       0     0     100.0
    wang-fang-2  王芳           1    1        1     0        0        0       0       0     0     100.0
    xu-nuo       许诺           1    1        0     0        0        0       1       0     0       0.0
    zhao-gang    赵刚           2    2        2     0        0        0       0       0     0     100.0

    rate = (present + late + made up, of those due) / (due - exempt); open counts as due
    ");
    assert_snapshot!(branch.run("report attendance --by group --lang zh"), @"
    小组      小组名称    会议次数  应到  出席  迟到  补课  请假  缺席  免到  未登记  出勤率（%）
    ────────  ──────────  ────────  ────  ────  ────  ────  ────  ────  ────  ──────  ───────────
    criminal  刑侦党小组         2     6     5     0     0     1     0     0       0         83.3
    office    综合党小组         1     4     2     0     0     0     1     1       0         66.7

    出勤率 = 应到人员的（出席 + 迟到 + 补课）÷（应到 − 免到）；未登记的算应到。
    ");
    assert_snapshot!(branch.run("report attendance --by kind --format md"), @"
    | kind   | kind     | meetings | due | present | late | made up | excused | absent | exempt | open | rate (%) |
    | ------ | -------- | -------: | --: | ------: | ---: | ------: | ------: | -----: | -----: | ---: | -------: |
    | group  | 党小组会 |        1 |   3 |       2 |    0 |       0 |       1 |      0 |      0 |    0 |     66.7 |
    | lesson | 党课     |        1 |   7 |       5 |    0 |       0 |       0 |      1 |      1 |    0 |     83.3 |

    rate = (present + late + made up, of those due) / (due - exempt); open counts as due
    ");
}

#[test]
fn every_report_in_every_format() {
    let branch = branch();
    assert_snapshot!(branch.run("report links --format md"), @"
    | id                     | line of work | meetings | share (%) | awards | points |
    | ---------------------- | ------------ | -------: | --------: | -----: | -----: |
    | criminal-investigation | 刑侦打击     |        1 |      50.0 |      1 |      5 |
    | public-order           | 治安管控     |        0 |       0.0 |      0 |      0 |
    | community              | 社区警务     |        0 |       0.0 |      0 |      0 |
    | emergency              | 接处警       |        0 |       0.0 |      0 |      0 |
    | service                | 群众服务     |        0 |       0.0 |      0 |      0 |
    | mediation              | 矛盾调解     |        0 |       0.0 |      0 |      0 |
    | legal                  | 执法规范化   |        0 |       0.0 |      0 |      0 |
    |                        | any          |        1 |      50.0 |      1 |      5 |
    |                        | none         |        1 |      50.0 |      0 |      0 |

    share = meetings / all meetings and activities of the period
    ");
    assert_snapshot!(branch.run("report meetings --format json"), @r#"
    [
      {"meeting":"2026-11-05-group-criminal","date":"2026-11-05","kind":"group","kind_name":"党小组会","group":"criminal","group_name":"刑侦党小组","time":null,"place":null,"chair":null,"recorder":null,"due":3,"present":2,"late":0,"made_up":0,"excused":1,"absent":0,"exempt":0,"open":0,"rate":66.7,"topics":[],"links":["criminal-investigation"],"decisions":[]},
      {"meeting":"2026-11-06-lesson","date":"2026-11-06","kind":"lesson","kind_name":"党课","group":null,"group_name":null,"time":null,"place":null,"chair":"zhao-gang","recorder":"li-min","due":7,"present":5,"late":0,"made_up":0,"excused":0,"absent":1,"exempt":1,"open":0,"rate":83.3,"topics":[],"links":[],"decisions":[]}
    ]
    "#);
    assert_snapshot!(branch.run("report meetings"), @"
    date        kind      group       due  attended  rate (%)  topics  meeting
    ──────────  ────────  ──────────  ───  ────────  ────────  ──────  ─────────────────────────
    2026-11-05  党小组会  刑侦党小组    3         2      66.7          2026-11-05-group-criminal
    2026-11-06  党课                    7         5      83.3          2026-11-06-lesson
    ");
    assert_snapshot!(branch.run("report members --format csv --lang zh"), @"
    编号,姓名,身份,小组,职务,类型
    dong-li,董立,staff,,,
    he-xiuying,何秀英,full,office,,elder
    li-min,李敏,full,office,organization,committee
    sun-lei,孙磊,full,criminal,group-leader,ordinary
    wang-fang,王芳,full,criminal,,ordinary
    wang-fang-2,王芳,full,office,group-leader,ordinary
    xu-nuo,许诺,probationary,office,,ordinary
    zhao-gang,赵刚,full,criminal,secretary,committee
    ");
    assert_snapshot!(branch.run("report points --lang zh"), @"
    编号         姓名  小组        身份      类型      基础分  加分  扣分  超限扣减  合计  全年累计  等次
    ───────────  ────  ──────────  ────────  ────────  ──────  ────  ────  ────────  ────  ────────  ──────
    li-min       李敏  综合党小组  正式党员  支委委员      60   2.5     0         0  62.5     662.5  达标
    sun-lei      孙磊  刑侦党小组  正式党员  一般党员      60     7     0         0    67       667  达标
    wang-fang    王芳  刑侦党小组  正式党员  一般党员      60     4     0         0    64       664  达标
    wang-fang-2  王芳  综合党小组  正式党员  一般党员      60     2     0         0    62       662  达标
    xu-nuo       许诺  综合党小组  预备党员  一般党员      60     0    -2         0    58       598  未达标
    zhao-gang    赵刚  刑侦党小组  正式党员  支委委员      60     4     0         0    64       664  达标
    ");
    for name in ["members", "meetings", "attendance", "points", "links"] {
        for format in ["text", "csv", "json", "md"] {
            let told = branch.run(&format!("report {name} --format {format} --period 2026"));
            assert!(!told.is_empty() && !told.contains("--- stderr"), "{told}");
        }
    }
}

#[test]
fn an_empty_answer_is_an_empty_standard_output() {
    let branch = Sandbox::branch();
    assert_eq!(branch.run("report meetings --period 2020"), "");
    assert_eq!(branch.run("report meetings --period 2020 --format json"), "[]\n");
    assert_eq!(branch.run("member list --on 1980-01-01"), "");
    assert_eq!(branch.run("points list"), "");
}

#[test]
fn a_period_that_is_none() {
    let branch = Sandbox::branch();
    assert_snapshot!(branch.refused("report points --period 2026-13"), @"
    --- stderr
    error: `2026-13` is no period
    help: write 2026-11, 2026Q4, 2026, 2026-09..2026-11, this-month or last-month
    --- exit Some(2)
    ");
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    let branch = Sandbox::branch();
    let script = format!("{} member list | true; echo ${{PIPESTATUS[0]}}", env!("CARGO_BIN_EXE_zhibu"));
    let output = std::process::Command::new("bash").args(["-c", &script]).current_dir(branch.root()).output().unwrap();
    assert_eq!(String::from_utf8(output.stdout).unwrap(), "0\n");
}

#[test]
fn check_of_a_path_that_is_not_there_is_no_clean_bill() {
    let branch = Sandbox::branch();
    assert_snapshot!(branch.refused("check member"), @"
    --- stderr
    error: there is no file or folder `member`
    --- exit Some(2)
    ");
    assert_snapshot!(branch.run("check members"), @"
    --- stderr
    nothing is wrong
    ");
}
