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
    id           name    meetings  due  present  late  made up  excused  absent  exempt  open  rate (%)  attended  not due
    ───────────  ──────  ────────  ───  ───────  ────  ───────  ───────  ──────  ──────  ────  ────────  ────────  ───────
    he-xiuying   何秀英         1    1        0     0        0        0       0       1     0                   0        0
    li-min       李敏           1    1        1     0        0        0       0       0     0     100.0         1        0
    sun-lei      孙磊           2    2        1     0        0        1       0       0     0      50.0         1        0
    wang-fang    王芳           2    2        2     0        0        0       0       0     0     100.0         2        0
    wang-fang-2  王芳           1    1        1     0        0        0       0       0     0     100.0         1        0
    xu-nuo       许诺           1    1        0     0        0        0       1       0     0       0.0         0        0
    zhao-gang    赵刚           2    2        2     0        0        0       0       0     0     100.0         2        0

    rate = (present + late + made up, of those due) / (due - exempt); open counts as due
    ");
    assert_snapshot!(branch.run("report attendance --by group --lang zh"), @"
    小组      小组名称    会议次数  应到  出席  迟到  补课  请假  缺席  免到  未登记  出勤率（%）  实到  非应到参加
    ────────  ──────────  ────────  ────  ────  ────  ────  ────  ────  ────  ──────  ───────────  ────  ──────────
    criminal  刑侦党小组         2     6     5     0     0     1     0     0       0         83.3     5           0
    office    综合党小组         1     4     2     0     0     0     1     1       0         66.7     2           0

    出勤率 = 应到人员的（出席 + 迟到 + 补课）÷（应到 − 免到）；未登记的算应到。
    ");
    assert_snapshot!(branch.run("report attendance --by kind --format md"), @"
    | kind   | kind     | meetings | due | present | late | made up | excused | absent | exempt | open | rate (%) | attended | not due |
    | ------ | -------- | -------: | --: | ------: | ---: | ------: | ------: | -----: | -----: | ---: | -------: | -------: | ------: |
    | group  | 党小组会 |        1 |   3 |       2 |    0 |       0 |       1 |      0 |      0 |    0 |     66.7 |        2 |       0 |
    | lesson | 党课     |        1 |   7 |       5 |    0 |       0 |       0 |      1 |      1 |    0 |     83.3 |        5 |       0 |

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
      {"meeting":"2026-11-05-group-criminal","date":"2026-11-05","kind":"group","kind_name":"党小组会","group":"criminal","group_name":"刑侦党小组","time":null,"place":null,"chair":null,"recorder":null,"due":3,"present":2,"late":0,"made_up":0,"excused":1,"absent":0,"exempt":0,"open":0,"rate":66.7,"topics":[],"links":["criminal-investigation"],"decisions":[],"attended":2,"not_due":0,"sittings":[]},
      {"meeting":"2026-11-06-lesson","date":"2026-11-06","kind":"lesson","kind_name":"党课","group":null,"group_name":null,"time":null,"place":null,"chair":"zhao-gang","recorder":"li-min","due":7,"present":5,"late":0,"made_up":0,"excused":0,"absent":1,"exempt":1,"open":0,"rate":83.3,"topics":[],"links":[],"decisions":[],"attended":5,"not_due":0,"sittings":[]}
    ]
    "#);
    assert_snapshot!(branch.run("report meetings"), @"
    date        kind      group       due  attended  rate (%)  topics  meeting                    exempt  not due
    ──────────  ────────  ──────────  ───  ────────  ────────  ──────  ─────────────────────────  ──────  ───────
    2026-11-05  党小组会  刑侦党小组    3         2      66.7          2026-11-05-group-criminal       0        0
    2026-11-06  党课                    7         5      83.3          2026-11-06-lesson               1        0
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
    li-min       李敏  综合党小组  正式党员  支委委员      60   2.5     0         0  62.5      62.5  达标
    sun-lei      孙磊  刑侦党小组  正式党员  一般党员      60     7     0         0    67        67  达标
    wang-fang    王芳  刑侦党小组  正式党员  一般党员      60     4     0         0    64        64  达标
    wang-fang-2  王芳  综合党小组  正式党员  一般党员      60     2     0         0    62        62  达标
    xu-nuo       许诺  综合党小组  预备党员  一般党员      60     0    -2         0    58        58  未达标
    zhao-gang    赵刚  刑侦党小组  正式党员  支委委员      60     4     0         0    64        64  达标
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
    let nothing =
        "--- stderr\nnothing is recorded in 2020, before the records begin on 2026-11-23 (`since` in zhibu.toml)\n";
    assert_eq!(branch.run("report meetings --period 2020"), nothing);
    assert_eq!(branch.run("report meetings --period 2020 --format json"), format!("[]\n{nothing}"));
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

/// A page without its style, which is the same on all of them.
fn unstyled(page: &str) -> String {
    let (before, rest) = page.split_once("<style>").unwrap();
    let (_, after) = rest.split_once("</style>").unwrap();
    format!("{before}{after}").replace("><", ">\n<")
}

#[test]
fn a_report_is_a_page_of_its_own_for_a_browser_and_for_paper() {
    let branch = branch();
    assert_snapshot!(unstyled(&branch.run("report attendance --by group --format html --lang zh")), @r#"
    <!DOCTYPE html>
    <html lang="zh-CN">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <meta name="referrer" content="no-referrer">
    <title>出勤 · 站南派出所党支部 · 2026-11</title>
    <link rel="icon" href="data:,">
    </head>
    <body>
    <main id="main" tabindex="-1">
    <h1>出勤</h1>
    <div class="wide broad" role="region" aria-labelledby="table-1" tabindex="0">
    <table>
    <caption id="table-1">站南派出所党支部 · 2026-11</caption>
    <thead>
    <tr>
    <th scope="col" class="whole">小组</th>
    <th scope="col" class="whole">小组名称</th>
    <th scope="col" class="number">会议次数</th>
    <th scope="col" class="number">应到</th>
    <th scope="col" class="number">出席</th>
    <th scope="col" class="number">迟到</th>
    <th scope="col" class="number">补课</th>
    <th scope="col" class="number">请假</th>
    <th scope="col" class="number">缺席</th>
    <th scope="col" class="number">免到</th>
    <th scope="col" class="number">未登记</th>
    <th scope="col" class="number">出勤率（%）</th>
    <th scope="col" class="number">实到</th>
    <th scope="col" class="number">非应到参加</th>
    </tr>
    </thead>
    <tbody>
    <tr>
    <td class="whole">criminal</td>
    <th scope="row" class="whole">刑侦党小组</th>
    <td class="number">2</td>
    <td class="number">6</td>
    <td class="number">5</td>
    <td class="number">0</td>
    <td class="number">0</td>
    <td class="number">1</td>
    <td class="number">0</td>
    <td class="number">0</td>
    <td class="number">0</td>
    <td class="number">83.3</td>
    <td class="number">5</td>
    <td class="number">0</td>
    </tr>
    <tr>
    <td class="whole">office</td>
    <th scope="row" class="whole">综合党小组</th>
    <td class="number">1</td>
    <td class="number">4</td>
    <td class="number">2</td>
    <td class="number">0</td>
    <td class="number">0</td>
    <td class="number">0</td>
    <td class="number">1</td>
    <td class="number">1</td>
    <td class="number">0</td>
    <td class="number">66.7</td>
    <td class="number">2</td>
    <td class="number">0</td>
    </tr>
    </tbody>
    </table>
    </div>
    <p class="note">出勤率 = 应到人员的（出席 + 迟到 + 补课）÷（应到 − 免到）；未登记的算应到。</p>
    </main>
    </body>
    </html>
    "#);
    let page = branch.run("report bulletin --format html");
    for must in ["@page { size: A4", "table-header-group", "prefers-color-scheme: dark", "<html lang=\"en\">"] {
        assert!(page.contains(must), "{must}");
    }
    for never in ["<script", "http://", "https://", "src="] {
        assert!(!page.contains(never), "{never}");
    }
}

#[test]
fn a_meeting_is_a_page_as_well() {
    let branch = branch();
    assert_snapshot!(unstyled(&branch.run("meeting show 2026-11-05-group-criminal --format html --lang zh")), @r#"
    <!DOCTYPE html>
    <html lang="zh-CN">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <meta name="referrer" content="no-referrer">
    <title>2026-11-05 党小组会 · 刑侦党小组</title>
    <link rel="icon" href="data:,">
    </head>
    <body>
    <main id="main" tabindex="-1">
    <h1>2026-11-05 党小组会 · 刑侦党小组</h1>
    <dl>
    <dt>种类</dt>
    <dd>党小组会</dd>
    <dt>小组名称</dt>
    <dd>刑侦党小组</dd>
    <dt>日期</dt>
    <dd>2026-11-05</dd>
    <dt>应到</dt>
    <dd>3 人（正式党员 3）</dd>
    <dt>实到</dt>
    <dd>2</dd>
    <dt>出勤率（%）</dt>
    <dd>66.7</dd>
    <dt>出席</dt>
    <dd class="list">王芳（刑侦党小组）；赵刚</dd>
    <dt>请假</dt>
    <dd class="list">孙磊：值班备勤</dd>
    <dt>联系业务</dt>
    <dd class="list">刑侦打击</dd>
    <dt>会议编号</dt>
    <dd>2026-11-05-group-criminal</dd>
    </dl>
    </main>
    </body>
    </html>
    "#);
}

#[test]
fn nothing_in_a_record_breaks_out_of_a_page() {
    let branch = branch();
    branch.run_words(&["points", "award", "孙磊", "commended", "5", "--note", "<script>alert(\"1\")</script>&<!--"]);
    branch.run_words(&["meeting", "log", "观影", "--on", "11-07", "--topic", "\"><img src=x onerror=alert(1)>"]);
    let points = branch.run("points explain 孙磊 --format html");
    assert!(points.contains("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;&lt;!--"), "{points}");
    let meetings = branch.run("report meetings --format html");
    assert!(meetings.contains("&quot;&gt;&lt;img src=x onerror=alert(1)&gt;"), "{meetings}");
    assert!(!points.contains("<script") && !meetings.contains("<img"));
}

#[test]
fn a_report_without_rows_says_so_on_its_page() {
    let branch = Sandbox::branch();
    assert_snapshot!(unstyled(&branch.run("report study --format html")), @r#"
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <meta name="referrer" content="no-referrer">
    <title>Study · 站南派出所党支部 · 2026-11</title>
    <link rel="icon" href="data:,">
    </head>
    <body>
    <main id="main" tabindex="-1">
    <h1>Study</h1>
    <p class="note">Nothing is recorded.</p>
    </main>
    </body>
    </html>
    --- stderr
    there is no such record in 2026-11
    "#);
}

#[test]
fn a_faulty_earlier_meeting_does_not_stop_the_report_of_a_month() {
    let branch = Sandbox::branch().since("2026-01-01");
    branch.run("meeting log lesson --on 2026-10-15");
    branch.run("meeting log lesson --on 2026-11-15 --topic 学习");
    branch.write("meetings/2026/2026-10-15-lesson.toml", "kind = \n");
    let listed = branch.run("meeting list");
    assert!(listed.contains("2026-11-15-lesson"), "{listed}");
    assert!(listed.contains("meetings/2026/2026-10-15-lesson.toml"), "{listed}");
    assert_eq!(branch.run("report meetings"), listed);
    let data = branch.run("report meetings --format csv");
    assert!(data.contains("2026-11-15-lesson") && !data.contains("2026-10-15"), "{data}");
    // One of the month itself is a fault of the report.
    branch.write("meetings/2026/2026-11-20-lesson.toml", "kind = \n");
    assert!(branch.run("report meetings").contains("exit Some(1)"));
}

#[test]
fn attendance_by_month_and_quarter_is_one_call() {
    let branch = Sandbox::branch().since("2026-01-01");
    for line in [
        "meeting log group -g criminal --on 2026-06-30 --absent 孙磊:duty",
        "meeting log group -g criminal --on 2026-07-01",
        "meeting log group -g criminal --on 2026-09-30 --absent 孙磊:duty,赵刚:duty",
    ] {
        branch.run(line);
    }
    // Nothing was held in August, and that is a row as well.
    assert_snapshot!(branch.run("report attendance --period 2026 --by month --lang en"), @"
    period   meetings  due  present  late  made up  excused  absent  exempt  open  rate (%)  attended  not due
    ───────  ────────  ───  ───────  ────  ───────  ───────  ──────  ──────  ────  ────────  ────────  ───────
    2026-06         1    3        2     0        0        1       0       0     0      66.7         2        0
    2026-07         1    3        3     0        0        0       0       0     0     100.0         3        0
    2026-08         0    0        0     0        0        0       0       0     0                   0        0
    2026-09         1    3        1     0        0        2       0       0     0      33.3         1        0

    rate = (present + late + made up, of those due) / (due - exempt); open counts as due
    ");
    assert_snapshot!(branch.run("report attendance --period 2026 --by quarter --format csv"), @"
    period,meetings,due,present,late,made_up,excused,absent,exempt,open,rate,attended,not_due
    2026Q2,1,3,2,0,0,1,0,0,0,66.7,2,0
    2026Q3,2,6,4,0,0,2,0,0,0,66.7,4,0
    ");
}

#[test]
fn many_findings_are_summed_up_first_and_can_be_told_by_code() {
    let branch = Sandbox::branch();
    let line = |at: usize| {
        format!(
            "  {{ id = \"aaaa{at:02}\", date = 2026-11-02, member = \"nobody\", hours = 1, kind = \"collective\" }},\n"
        )
    };
    let with = |lines: usize| {
        let all: String = (10..10 + lines).map(line).collect();
        branch.write("study/2026-11.toml", format!("entries = [\n{all}]\n"));
    };
    with(20 - 1);
    let few = branch.told(&branch.command(&["check", "--code", "no-member"]).output().unwrap());
    assert!(!few.contains("check --code CODE"), "{few}");
    with(21);
    let many = branch.told(&branch.command(&["check", "--code", "no-member"]).output().unwrap());
    assert_eq!(many.matches("[no-member]").count(), 21);
    assert_snapshot!(many.lines().take(4).collect::<Vec<_>>().join("\n"), @"
    findings  code       looks for
    ────────  ─────────  ───────────────────────
          21  no-member  a person without a file
    ");
    let all = branch.told(&branch.command(&["check", "--format", "csv"]).output().unwrap());
    assert!(all.starts_with("severity,") || !all.contains("looks_for"), "a table has no summary: {all}");
    assert!(branch.run("check --code syntax").contains("nothing is wrong"));
    assert_snapshot!(branch.refused("check --code no-membr"), @"
    --- stderr
    error: no finding has the code `no-membr`
    help: did you mean `no-member`?
    --- exit Some(2)
    ");
}
