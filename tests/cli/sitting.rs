//! One meeting in several sittings.

use insta::assert_snapshot;

use super::sandbox::Sandbox;
use super::sealed::plain;

const THEME_DAY: &str = "meetings/2026/2026-11-10-theme-day.toml";

/// A theme day at which two were on duty, with a second sitting for them.
fn two_sittings() -> Sandbox {
    let branch = Sandbox::branch().since("2026-11-01");
    branch.does(&[
        "meeting log theme-day --on 11-10 --time 9:00-10:00 --place 会议室 --topic 学习条例 --absent 孙磊:duty:值班,wang-fang:duty",
        "meeting sitting 11-10 --on 11-12 --time 15:00-16:00 --place 值班室 --chair 赵刚 --present 孙磊,wang-fang,赵刚",
    ]);
    branch
}

#[test]
fn who_was_at_any_sitting_is_present_and_counts_once() {
    let branch = Sandbox::branch().since("2026-11-01");
    branch.does(&["meeting log theme-day --on 11-10 --time 9:00-10:00 --absent 孙磊:duty:值班,wang-fang:duty"]);
    assert_snapshot!(branch.run("meeting sitting 11-10 --on 11-12 --time 15:00-16:00 --present 孙磊,赵刚"), @"
    --- stderr
    2026-11-10 主题党日: sitting 2 on 2026-11-12 · 7 due, 5 present, 1 absent (王芳 (刑侦党小组): 值班备勤), 1 exempt · 孙磊 was present (was: 值班备勤, 值班), chair 赵刚
      meetings/2026/2026-11-10-theme-day.toml
    ");
    assert_snapshot!(branch.read(THEME_DAY), @r#"
    kind = "theme-day"
    date = 2026-11-10
    time = "09:00-10:00"
    chair = "zhao-gang"
    recorder = "li-min"
    present = [
      "li-min",
      "wang-fang-2",
      "xu-nuo",
      "zhao-gang",
    ]
    absent = [
      { member = "wang-fang", reason = "duty" },
    ]

    [[sitting]]
    date = 2026-11-12
    time = "15:00-16:00"
    chair = "zhao-gang"
    present = [
      "sun-lei",
      "zhao-gang",
    ]
    "#);
    assert_snapshot!(branch.run("meeting list"), @"
    date        kind      due  attended  rate (%)  topics  meeting               exempt  not due
    ──────────  ────────  ───  ────────  ────────  ──────  ────────────────────  ──────  ───────
    2026-11-10  主题党日    7         5      83.3          2026-11-10-theme-day       1        0
    ");
    let points = |who: &str| branch.run(&format!("points explain {who} --period 2026-11 --format csv"));
    // 赵刚 led both sittings and was at both: once each.
    assert_snapshot!(points("赵刚"), @"
    date,item,item_name,category,for,raw,counted,cut_by,record,rule
    2026-11-01,base,base,,,60,60,,rules/points.toml:13,rules/points.toml:13
    2026-11-10,attended,按时参加组织生活,life,2026-11-10 主题党日,2,2,,meetings/2026/2026-11-10-theme-day.toml:10,rules/points.toml:48
    ");
    assert_snapshot!(points("孙磊"), @"
    date,item,item_name,category,for,raw,counted,cut_by,record,rule
    2026-11-01,base,base,,,60,60,,rules/points.toml:13,rules/points.toml:13
    2026-11-10,attended,按时参加组织生活,life,2026-11-10 主题党日,2,2,,meetings/2026/2026-11-10-theme-day.toml:21,rules/points.toml:48
    ");
    assert!(branch.contradictions().is_empty(), "{:?}", branch.contradictions());
}

#[test]
fn a_record_has_a_line_for_each_sitting() {
    let branch = two_sittings();
    branch.write("minutes.txt", "传达学习内容。\n");
    branch.does(&["meeting sitting 11-10 11-12 --minutes minutes.txt"]);
    assert_snapshot!(branch.run("meeting show 11-10"), @"
    2026-11-10 主题党日
      kind      主题党日
      date      2026-11-10
      time      09:00-10:00
      place     会议室
      chair     赵刚
      recorder  李敏
      due       7 (1 预备党员, 6 正式党员)
      attended  6
      rate (%)  100.0
      present   李敏; 孙磊; 王芳 (刑侦党小组); 王芳 (综合党小组); 许诺; 赵刚
      exempt    何秀英
      topics    学习条例
      minutes   Sitting 2 (2026-11-12 15:00-16:00):
                传达学习内容。
      meeting   2026-11-10-theme-day

    sitting  date        time         place   chair  recorder  attended  present
    ───────  ──────────  ───────────  ──────  ─────  ────────  ────────  ───────────────────────────────────
          1  2026-11-10  09:00-10:00  会议室  赵刚   李敏             4  李敏; 王芳 (综合党小组); 许诺; 赵刚
          2  2026-11-12  15:00-16:00  值班室  赵刚                    3  孙磊; 王芳 (刑侦党小组); 赵刚
    ");
    assert_snapshot!(branch.run("meeting show 11-10 --lang zh"), @"
    2026-11-10 主题党日
      种类         主题党日
      日期         2026-11-10
      时间         09:00-10:00
      地点         会议室
      主持人       赵刚
      记录人       李敏
      应到         7 人（预备党员 1、正式党员 6）
      实到         6
      出勤率（%）  100.0
      出席         李敏；孙磊；王芳（刑侦党小组）；王芳（综合党小组）；许诺；赵刚
      免到         何秀英
      议题         学习条例
      记录         第 2 场（2026-11-12 15:00-16:00）：
                   传达学习内容。
      会议编号     2026-11-10-theme-day

    场次  日期        时间         地点    主持人  记录人  实到  出席
    ────  ──────────  ───────────  ──────  ──────  ──────  ────  ────────────────────────────────────
       1  2026-11-10  09:00-10:00  会议室  赵刚    李敏       4  李敏；王芳（综合党小组）；许诺；赵刚
       2  2026-11-12  15:00-16:00  值班室  赵刚               3  孙磊；王芳（刑侦党小组）；赵刚
    ");
    let csv = |table: &str| branch.run(&format!("export --month 2026-11 --table {table}"));
    assert_snapshot!(csv("meetings"), @"
    meeting,date,kind,kind_name,group,group_name,time,place,chair,recorder,due,present,late,made_up,excused,absent,exempt,open,rate,topics,links,decisions,attended,not_due,sittings
    2026-11-10-theme-day,2026-11-10,theme-day,主题党日,,,09:00-10:00,会议室,zhao-gang,li-min,7,6,0,0,0,0,1,0,100.0,学习条例,,,6,0,2026-11-10 09:00-10:00; 2026-11-12 15:00-16:00
    ");
    assert_snapshot!(csv("attendance"), @"
    meeting,date,kind,group,member,name,state,reason,made_up,note,was_due,sitting_date
    2026-11-10-theme-day,2026-11-10,theme-day,,he-xiuying,何秀英,exempt,,,,1,
    2026-11-10-theme-day,2026-11-10,theme-day,,li-min,李敏,present,,,,1,
    2026-11-10-theme-day,2026-11-10,theme-day,,sun-lei,孙磊,present,,,,1,2026-11-12
    2026-11-10-theme-day,2026-11-10,theme-day,,wang-fang,王芳,present,,,,1,2026-11-12
    2026-11-10-theme-day,2026-11-10,theme-day,,wang-fang-2,王芳,present,,,,1,
    2026-11-10-theme-day,2026-11-10,theme-day,,xu-nuo,许诺,present,,,,1,
    2026-11-10-theme-day,2026-11-10,theme-day,,zhao-gang,赵刚,present,,,,1,
    ");
    let paper = branch.run("print record 11-10 --lang zh");
    let lines: Vec<_> = paper.lines().skip_while(|line| !line.contains("分场情况")).take(8).collect();
    assert_snapshot!(lines.join("\n"), @r#"
    <h2>分场情况</h2>
    <table class="list">
    <thead>
    <tr><th>场次</th><th>日期</th><th>时间</th><th>地点</th><th>主持人</th><th>记录人</th><th>实到</th><th>出席</th><th>迟到</th></tr>
    </thead>
    <tbody>
    <tr><td class="number">1</td><td class="center keep">2026-11-10</td><td class="center keep">09:00-10:00</td><td>会议室</td><td class="center keep">赵刚</td><td class="center keep">李敏</td><td class="number">4</td><td>李敏；王芳（综合党小组）；许诺；赵刚</td><td></td></tr>
    <tr><td class="number">2</td><td class="center keep">2026-11-12</td><td class="center keep">15:00-16:00</td><td>值班室</td><td class="center keep">赵刚</td><td class="center keep"></td><td class="number">3</td><td>孙磊；王芳（刑侦党小组）；赵刚</td><td></td></tr>
    "#);
    let sheet = branch.run("print sign-in --meeting 11-10");
    let signed: Vec<_> = sheet.lines().filter(|line| line.contains("2026-11-12")).collect();
    assert_snapshot!(signed.join("\n"), @r#"
    <tr><td class="number">3</td><td class="keep">孙磊</td><td class="keep">刑侦党小组</td><td></td><td>2026-11-12</td></tr>
    <tr><td class="number">4</td><td class="keep">王芳 (刑侦党小组)</td><td class="keep">刑侦党小组</td><td></td><td>2026-11-12</td></tr>
    "#);
}

#[test]
fn a_sitting_is_corrected_by_its_number_or_its_day() {
    let branch = two_sittings();
    assert_snapshot!(branch.run("meeting sitting 11-10 2 --late 孙磊 --take-out wang-fang --on 11-13 --place 三楼 --recorder 李敏"), @"
    --- stderr
    2026-11-10 主题党日: changed sitting 2 on 2026-11-13 · 7 due, 4 present, 1 late (孙磊), 1 exempt, 1 open
      meetings/2026/2026-11-10-theme-day.toml
    ");
    assert_snapshot!(branch.read(THEME_DAY), @r#"
    kind = "theme-day"
    date = 2026-11-10
    time = "09:00-10:00"
    place = "会议室"
    chair = "zhao-gang"
    recorder = "li-min"
    topics = ["学习条例"]
    present = [
      "li-min",
      "wang-fang-2",
      "xu-nuo",
      "zhao-gang",
    ]
    absent = [
    ]

    [[sitting]]
    date = 2026-11-13
    time = "15:00-16:00"
    place = "三楼"
    chair = "zhao-gang"
    present = [
      "zhao-gang",
    ]
    late = [
      "sun-lei",
    ]
    recorder = "li-min"
    "#);
    assert_snapshot!(branch.run("meeting sitting 11-10 11-13 --remove"), @"
    --- stderr
    2026-11-10 主题党日: took out sitting 2 on 2026-11-13 · 7 due, 4 present, 1 exempt, 2 open
      meetings/2026/2026-11-10-theme-day.toml
    ");
    let today = branch.git(&["log", "-1", "--format=%as"]);
    assert_snapshot!(plain(&branch.run("undo")).replace(today.trim(), "TODAY"), @"
    --- stderr
    what is in no commit is left as it is: zhibu.toml
    took back: 2026-11-10 主题党日: took out sitting 2 on 2026-11-13 (cccccccccc, 李敏, TODAY)
      2026-11-10 主题党日: 孙磊: not written down → late
      2026-11-10 主题党日: sitting added: chair 赵刚, date 2026-11-13, late 孙磊, place 三楼, present 赵刚, recorder 李敏, time 15:00-16:00
      meetings/2026/2026-11-10-theme-day.toml
    ");
    assert_snapshot!(branch.run("meeting attend 11-10 --absent 孙磊:ill"), @"
    --- stderr
    2026-11-10 主题党日: 孙磊: 病假 was absent
      meetings/2026/2026-11-10-theme-day.toml
    ");
    assert_snapshot!(branch.run("meeting attend 11-10 --take-out 赵刚"), @"
    --- stderr
    2026-11-10 主题党日: 赵刚 taken out
      meetings/2026/2026-11-10-theme-day.toml
    ");
    assert_snapshot!(branch.read(THEME_DAY), @r#"
    kind = "theme-day"
    date = 2026-11-10
    time = "09:00-10:00"
    place = "会议室"
    chair = "zhao-gang"
    recorder = "li-min"
    topics = ["学习条例"]
    present = [
      "li-min",
      "wang-fang-2",
      "xu-nuo",
    ]
    absent = [
      { member = "sun-lei", reason = "ill" },
    ]

    [[sitting]]
    date = 2026-11-13
    time = "15:00-16:00"
    place = "三楼"
    chair = "zhao-gang"
    present = [
    ]
    late = [
    ]
    recorder = "li-min"
    "#);
}

#[test]
fn what_no_sitting_can_be_is_refused() {
    let branch = two_sittings();
    branch.does(&[
        "member add 周涛 -s full --from 2026-11-11 -g criminal",
        "member leave 许诺 --from 11-11 --reason transfer",
    ]);
    let before = branch.read(THEME_DAY);
    for (line, told) in [
        ("meeting sitting 11-10 --on 11-14", "nobody is named who was at the sitting"),
        ("meeting sitting 11-10", "--present"),
        (
            "meeting sitting 11-10 --on 11-12 --time 15:30 --present 李敏",
            "meeting sitting 2026-11-10-theme-day 2 --present WHO",
        ),
        ("meeting sitting 11-10 --on 11-12 --present 李敏", "meeting sitting 2026-11-10-theme-day 2 --present WHO"),
        ("meeting sitting 11-10 --on 11-10 --present 李敏", "meeting attend 2026-11-10-theme-day --present WHO"),
        ("meeting sitting 11-10 --on 11-09 --present 李敏", "meeting edit 2026-11-10-theme-day --on 2026-11-09"),
        ("meeting sitting 11-10 --on 12-24 --present 李敏", "2026-12-24"),
        ("meeting sitting 11-10 3 --place 三楼", "2 (2026-11-12 15:00-16:00)"),
        ("meeting sitting 11-10 2 --take-out 李敏", "李敏 was not at the sitting of 2026-11-12"),
        // Who is due the day of the meeting says; who came has to be there on the day of the sitting.
        ("meeting sitting 11-10 --on 11-14 --present 周涛", "周涛"),
        ("meeting sitting 11-10 --on 11-14 --present 许诺", "许诺"),
        ("meeting sitting 11-10 --on 11-14 --present 董立", "董立"),
        ("meeting sitting 11-10 2 --present 李敏 --late 李敏", "李敏"),
        ("meeting attend 11-10 --present 孙磊", "meeting sitting 2026-11-10-theme-day 2 --late WHO"),
        ("meeting attend 11-10 --made-up 孙磊:11-14", "孙磊"),
        ("meeting decide 11-10 推荐 --votes 5,0,0", "over 2 sittings"),
    ] {
        let refused = branch.refused(line);
        assert!(refused.contains(told), "{line}: {refused}");
    }
    assert_eq!(branch.read(THEME_DAY), before);
}

#[test]
fn votes_are_counted_over_all_sittings_where_the_rules_say_so() {
    let branch = Sandbox::branch().since("2026-11-01");
    branch.does(&[
        "meeting log general --on 11-10 --absent 孙磊:duty,wang-fang:duty,wang-fang-2:duty,李敏:duty",
        "meeting decide 11-10 审议报告 --votes 1,0,0",
    ]);
    let refused = branch.refused("meeting sitting 11-10 --on 11-12 --present 孙磊,wang-fang,wang-fang-2,李敏");
    assert!(refused.contains("over 2 sittings"), "{refused}");
    let rules = branch.read("rules/meetings.toml");
    let general = "kinds = [\"general\"]\nvoters = [\"full\"]";
    branch.write("rules/meetings.toml", rules.replacen(general, &format!("{general}\nby-sittings = true"), 1));
    branch.does(&["meeting sitting 11-10 --on 11-12 --present 孙磊,wang-fang,wang-fang-2,李敏"]);
    assert_snapshot!(branch.run("meeting decide 11-10 调整分工 --votes 5,0,0"), @"
    --- stderr
    2026-11-10 党员大会 decided: 调整分工 · carried (5 for it, 4 carry it)
      meetings/2026/2026-11-10-general.toml
    ");
    let refused = branch.refused("meeting decide 11-10 增设岗位 --votes 6,0,0");
    assert!(refused.contains("at most 5"), "{refused}");
    assert!(branch.contradictions().is_empty(), "{:?}", branch.contradictions());
}

#[test]
fn a_sitting_in_the_next_month_counts_for_the_month_of_its_meeting() {
    let branch = two_sittings();
    assert_snapshot!(branch.on("2026-12-02", "meeting sitting 11-10 --on 12-01 --present 李敏"), @"
    --- stderr
    2026-11-10 主题党日: sitting 3 on 2026-12-01 · 7 due, 6 present, 1 exempt · recorder 李敏, counts for 2026-11, the month of the meeting
      meetings/2026/2026-11-10-theme-day.toml
    ");
    assert_snapshot!(branch.on("2026-12-02", "meeting list -p 2026-12"), @"");
    let sealed = super::sealed::sealed();
    assert_snapshot!(sealed.refused("meeting sitting 10-15 --on 11-14 --present 赵刚"), @"
    --- stderr
    error: this would change what is sealed: 2026-10 (meetings/2026/2026-10-15-theme-day.toml)
    help: where it has to be corrected, add --amend WHY: it is written in the seal, and told in reports
    --- exit Some(1)
    ");
    let amended = sealed.run("meeting sitting 10-15 --on 11-14 --present 赵刚 --amend 补开一场");
    assert_snapshot!(super::sealed::plain(&amended), @"
    --- stderr
    2026-10-15 主题党日: sitting 2 on 2026-11-14 · 7 due, 5 present, 1 late (许诺), 1 exempt · chair 赵刚, counts for 2026-10, the month of the meeting
      meetings/2026/2026-10-15-theme-day.toml
      seals/2026-10.toml
    amended the sealed 2026-10, now SEAL-SEAL-SEAL-SEAL
    ");
}

#[test]
fn check_tells_what_no_sitting_can_be() {
    let branch = two_sittings();
    branch.does(&["member leave 许诺 --from 11-11 --reason transfer"]);
    let text = branch.read(THEME_DAY);
    let further = |keys: &str| format!("{text}\n[[sitting]]\n{keys}\n");
    let found = |keys: &str| {
        branch.write(THEME_DAY, further(keys));
        let found = branch.contradictions();
        found.iter().map(|one| one["code"].as_str().unwrap().to_owned()).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(found("date = 2026-11-14\npresent = [\"li-min\"]"), "");
    for (keys, code) in [
        ("date = 2026-11-12\ntime = \"15:30\"", "sitting-twice"),
        ("date = 2026-11-10", "sitting-twice"),
        ("date = 2026-11-09", "too-early"),
        ("date = 2027-11-10", "future"),
        ("date = 2026-11-14\npresent = [\"xu-nuo\"]", "already-left"),
        ("date = 2026-11-14\npresent = [\"dong-li\"]", "not-due"),
        ("date = 2026-11-14\npresent = [\"nobody\"]", "no-member"),
        ("date = 2026-11-14\nchair = \"nobody\"", "no-member"),
        ("date = 2026-11-14\npresent = [\"li-min\", \"li-min\"]", "listed-twice"),
        ("present = [\"li-min\"]", "missing-key"),
        ("date = 2026-11-14\nabsent = [\"li-min\"]", "unknown-key"),
    ] {
        assert_eq!(found(keys), code, "{keys}");
    }
    // 孙磊 was at the second sitting, and cannot have been absent.
    branch.write(
        THEME_DAY,
        text.replacen("absent = [\n", "absent = [\n  { member = \"sun-lei\", reason = \"duty\" },\n", 1),
    );
    let found: Vec<_> = branch.contradictions().iter().map(|one| one["code"].clone()).collect();
    assert_eq!(found, ["listed-twice"]);
}

#[test]
fn two_clones_that_each_add_a_sitting_have_both() {
    let branch = Sandbox::branch().since("2026-11-01");
    branch.does(&["meeting log theme-day --on 11-10 --absent 孙磊:duty,李敏:duty"]);
    branch.git(&["branch", "other"]);
    branch.does(&["meeting sitting 11-10 --on 11-12 --present 孙磊"]);
    branch.git(&["checkout", "--quiet", "other"]);
    branch.does(&["meeting sitting 11-10 --on 11-13 --present 李敏"]);
    let merged = branch.git(&["merge", "--no-edit", "@{-1}"]);
    assert!(!merged.contains("CONFLICT"), "{merged}");
    assert_snapshot!(branch.read(THEME_DAY), @r#"
    kind = "theme-day"
    date = 2026-11-10
    chair = "zhao-gang"
    present = [
      "wang-fang",
      "wang-fang-2",
      "xu-nuo",
      "zhao-gang",
    ]
    absent = [
    ]

    [[sitting]]
    date = 2026-11-12
    present = [
      "sun-lei",
    ]

    [[sitting]]
    date = 2026-11-13
    recorder = "li-min"
    present = [
      "li-min",
    ]
    "#);
    assert!(branch.contradictions().is_empty(), "{:?}", branch.contradictions());
}

#[test]
fn the_history_tells_who_came_after_all() {
    let branch = Sandbox::branch().since("2026-11-01");
    branch.on("2026-11-10", "meeting log theme-day --absent 孙磊:duty:值班");
    branch.on("2026-11-12", "meeting sitting 11-10 --present 孙磊");
    assert_snapshot!(branch.run("history 11-10"), @"
    2026-11-10 19:30 李敏
      2026-11-10 主题党日: new, 5 present, 1 absent (孙磊: 值班备勤, 值班)
    2026-11-12 19:30 李敏
      2026-11-10 主题党日
        孙磊: absent (值班备勤, 值班) → present
        sitting added: date 2026-11-12, present 孙磊
    --- stderr
    not committed yet, so git knows nothing of it: zhibu.toml
    ");
}

#[test]
fn who_leads_or_writes_down_two_sittings_earns_once() {
    let branch = Sandbox::branch().since("2026-11-01");
    branch.does(&[
        "meeting log group -g 刑侦 --on 11-10 --absent wang-fang:duty",
        "meeting sitting 11-10 --on 11-12 --present 孙磊,wang-fang",
        "meeting sitting 11-10 --on 11-13 --chair 赵刚 --recorder wang-fang --present 赵刚",
    ]);
    let earned = |who: &str| {
        let told = branch.run(&format!("points explain {who} --period 2026-11 --format csv"));
        let items = told.lines().filter(|line| line.starts_with("2026-11-10"));
        items.map(|line| line.split(',').nth(1).unwrap().to_owned()).collect::<Vec<_>>().join(" ")
    };
    // 孙磊 led the first two, 赵刚 the third; wang-fang wrote the third down.
    assert_eq!(
        ["孙磊", "赵刚", "wang-fang"].map(earned),
        ["attended chaired", "attended chaired", "attended recorded"]
    );
}
