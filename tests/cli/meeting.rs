use insta::assert_snapshot;

use super::sandbox::Sandbox;

const FILE: &str = "meetings/2026/2026-11-05-group-criminal.toml";

fn logged() -> Sandbox {
    let branch = Sandbox::branch();
    branch.run("meeting log group -g 刑侦 --on 11-05 --absent 孙磊:duty:出警 --topic 学习 --link 刑侦");
    branch
}

#[test]
fn the_common_case_is_one_short_command() {
    let branch = Sandbox::branch();
    assert_snapshot!(branch.run("meeting log group -g 刑侦 --on 11-05 --absent 孙磊:duty:出警 --topic 学习支部工作条例 --link 刑侦"), @"
    --- stderr
    logged 2026-11-05 党小组会 · 刑侦党小组 · 3 due, 2 present, 1 absent (孙磊: 值班备勤)
      meetings/2026/2026-11-05-group-criminal.toml
    ");
    assert_snapshot!(branch.read(FILE), @r#"
    kind = "group"
    group = "criminal"
    date = 2026-11-05
    topics = ["学习支部工作条例"]
    links = ["criminal-investigation"]
    present = [
      "wang-fang",
      "zhao-gang",
    ]
    absent = [
      { member = "sun-lei", reason = "duty", note = "出警" },
    ]
    "#);
    assert_snapshot!(branch.git(&["log", "-1", "--format=%s", "--name-only"]), @"
    logged 2026-11-05 党小组会 · 刑侦党小组

    meetings/2026/2026-11-05-group-criminal.toml
    ");
}

#[test]
fn everything_can_be_said_of_a_meeting() {
    let branch = Sandbox::branch().chinese();
    branch.write("minutes.txt", "一、通报情况。\r\n二、讨论。\r\n");
    branch.write("sign-in.PNG", "picture");
    let words = "meeting log 党员大会 --on 2026-11-20 --time 15：00-16:30 --place 二楼会议室 --recorder 许诺 --topic 转正 --topic 预算 \
        --late wang-fang --observer 董立 --guest 分局张明 --minutes minutes.txt --decision 同意 --votes 4,0,1 \
        --decision-kind conversion --decision 通过预算 --evidence sign-in.PNG --note 顺利";
    assert_snapshot!(branch.run(words), @"
    --- stderr
    登记 2026-11-20 党员大会 · 应到 7 人，到会 5 人，迟到 1 人（王芳（刑侦党小组）），免到 1 人，主持人 赵刚 · 同意：通过（赞成 4 票，4 票通过）
      meetings/2026/2026-11-20-general.toml
      evidence/2026/2026-11-20-general-1.png
    ");
    assert_snapshot!(branch.read("meetings/2026/2026-11-20-general.toml"), @r#"
    kind = "general"
    date = 2026-11-20
    time = "15:00-16:30"
    place = "二楼会议室"
    chair = "zhao-gang"
    recorder = "xu-nuo"
    topics = ["转正", "预算"]
    present = [
      "li-min",
      "sun-lei",
      "wang-fang-2",
      "xu-nuo",
      "zhao-gang",
    ]
    late = [
      "wang-fang",
    ]
    observers = ["dong-li"]
    guests = ["分局张明"]
    evidence = [
      { file = "evidence/2026/2026-11-20-general-1.png", sha256 = "2cea274d0bedc39ec4ab6ba9e59ec889e3ed6fb56a1cf088a64d9b383378dc97" },
    ]
    note = "顺利"
    minutes = """
    一、通报情况。
    二、讨论。
    """

    [[decision]]
    text = "同意"
    kind = "conversion"
    votes = { for = 4, against = 0, abstain = 1 }

    [[decision]]
    text = "通过预算"
    "#);
    assert_eq!(branch.read("evidence/2026/2026-11-20-general-1.png"), "picture");
    assert_snapshot!(branch.run("meeting show 11-20"), @"
    2026-11-20 党员大会
      种类         党员大会
      日期         2026-11-20
      时间         15:00-16:30
      地点         二楼会议室
      主持人       赵刚
      记录人       许诺
      应到         7 人（预备党员 1、正式党员 6）
      实到         6
      出勤率（%）  100.0
      出席         李敏；孙磊；王芳（综合党小组）；许诺；赵刚
      迟到         王芳（刑侦党小组）
      免到         何秀英
      列席         董立
      来宾         分局张明
      议题         转正；预算
      备注         顺利
      记录         一、通报情况。
                   二、讨论。
      会议编号     2026-11-20-general

    决议      种类          赞成  反对  弃权  有表决权应到  有表决权到会  结果
    ────────  ────────────  ────  ────  ────  ────────────  ────────────  ────
    同意      预备党员转正     4     0     1             6             5  通过
    通过预算                                             6             5

    文件                                    校验值
    ──────────────────────────────────────  ────────────────────────────────────────────────────────────────
    evidence/2026/2026-11-20-general-1.png  2cea274d0bedc39ec4ab6ba9e59ec889e3ed6fb56a1cf088a64d9b383378dc97
    ");
    assert_snapshot!(branch.run("check"), @"
    meetings/2026/2026-11-20-general.toml:32:9: 提示：预备党员转正要无记名投票，没有写发出和收回的票数 [ballots-missing]
       |
    32 | votes = { for = 4, against = 0, abstain = 1 }
       |         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    依据：《中国共产党发展党员工作细则》（2026年修订）第19、20、32条
    建议：在 votes 里写上 given（发出）和 returned（收回）
    --- stderr
    发现 1 处问题
    ");
}

#[test]
fn where_some_are_named_present_the_rest_is_open() {
    let branch = Sandbox::branch();
    assert_snapshot!(branch.run("meeting log 党课 --present 孙磊,李敏 --lecturer 赵刚"), @"
    --- stderr
    logged 2026-11-23 党课 · 7 due, 2 present, 1 exempt, 4 open, recorder 李敏
      meetings/2026/2026-11-23-lesson.toml
    ");
    assert_snapshot!(branch.run("meeting log 志愿服务 --present 孙磊、董立"), @"
    --- stderr
    logged 2026-11-23 志愿服务 · 2 took part
      meetings/2026/2026-11-23-volunteer.toml
    ");
    assert_snapshot!(branch.run("meeting list"), @"
    date        kind      due  attended  rate (%)  topics  meeting               exempt  not due
    ──────────  ────────  ───  ────────  ────────  ──────  ────────────────────  ──────  ───────
    2026-11-23  党课        7         2      33.3          2026-11-23-lesson          1        0
    2026-11-23  志愿服务    0         0                    2026-11-23-volunteer       0        2
    ");
}

#[test]
fn a_second_meeting_of_a_day_has_a_number() {
    let branch = logged();
    assert_snapshot!(branch.run("meeting log group -g 刑侦 --on 11-05"), @"
    --- stderr
    logged 2026-11-05 党小组会 · 刑侦党小组 · 3 due, 3 present, chair 孙磊; there is 2026-11-05-group-criminal that day already; if it is the same one: zhibu meeting remove 2026-11-05-group-criminal-2 --why twice
      meetings/2026/2026-11-05-group-criminal-2.toml
    ");
    assert_snapshot!(branch.refused("meeting show 11-05"), @"
    --- stderr
    error: `2026-11-05` is more than one meeting
    help: write the id: 2026-11-05-group-criminal (2026-11-05 党小组会 · 刑侦党小组), 2026-11-05-group-criminal-2 (2026-11-05 党小组会 · 刑侦党小组)
    --- exit Some(2)
    ");
}

#[test]
fn nobody_is_asked_where_nobody_can_answer() {
    insta::assert_snapshot!(Sandbox::branch().refused("meeting log"), @"
    --- stderr
    error: `zhibu meeting log` needs: <KIND>
    help: see zhibu meeting log --help
    --- exit Some(2)
    ");
}

#[test]
fn what_cannot_be_logged() {
    let branch = Sandbox::branch();
    assert_snapshot!(branch.refused("meeting log grup"), @"
    --- stderr
    error: no kind of meeting `grup`
    help: did you mean `group` (党小组会)?
    --- exit Some(2)
    ");
    assert_snapshot!(branch.refused("meeting log group"), @"
    --- stderr
    error: 党小组会 needs a group
    help: name it with --group, one of: 刑侦党小组, 综合党小组
    --- exit Some(2)
    ");
    assert_snapshot!(branch.refused("meeting log general -g 刑侦"), @"
    --- stderr
    error: 党员大会 is of the whole branch and has no group
    --- exit Some(2)
    ");
    assert_snapshot!(branch.refused("meeting log general --on 2026-11-24"), @"
    --- stderr
    error: 2026-11-24 is yet to come
    help: log it when it has happened; write a day of last year with its year
    --- exit Some(1)
    ");
    assert_snapshot!(branch.refused("meeting log general --absent 孙雷"), @"
    --- stderr
    error: no member `孙雷`
    help: did you mean `sun-lei` (孙磊)?
    --- exit Some(2)
    ");
    assert_snapshot!(branch.refused("meeting log general --absent 董立"), @"
    --- stderr
    error: 董立 was not due at 党员大会 on 2026-11-23
    help: name those who sat in with --observer
    --- exit Some(1)
    ");
    assert_snapshot!(branch.refused("meeting log general --absent 孙磊:dutty"), @"
    --- stderr
    error: no reason `dutty`
    help: did you mean `duty` (值班备勤)?
    --- exit Some(2)
    ");
    assert_snapshot!(branch.refused("meeting log general --absent 孙磊 --late 孙磊"), @"
    --- stderr
    error: 孙磊 is named twice
    --- exit Some(2)
    ");
    assert_snapshot!(branch.refused("meeting log general --time 25点"), @"
    --- stderr
    error: `25点` is no time: write 19:30-20:40
    --- exit Some(2)
    ");
    assert_snapshot!(branch.refused("meeting log general --minutes nothing.txt"), @"
    --- stderr
    error: failed to read `nothing.txt`: it is not there
    --- exit Some(1)
    ");
    assert_snapshot!(branch.refused("meeting log general --evidence nothing.png"), @"
    --- stderr
    error: failed to read `nothing.png`: it is not there
    --- exit Some(1)
    ");
    assert_snapshot!(branch.refused("meeting log general --decision 同意 --votes 7,0"), @"
    --- stderr
    error: `7,0` is no count of votes: write for, against, abstaining, as in 7,0,1
    --- exit Some(2)
    ");
    assert_snapshot!(branch.refused("meeting log general --on 2013-01-01 --chair 王芳"), @"
    --- stderr
    error: no member `王芳`
    help: there are: he-xiuying (何秀英), sun-lei (孙磊), zhao-gang (赵刚)
    --- exit Some(2)
    ");
}

#[test]
fn attendance_changes_later() {
    let branch = logged();
    assert_snapshot!(branch.run("meeting attend 11-05 --made-up 孙磊:11-08"), @"
    --- stderr
    2026-11-05 党小组会 · 刑侦党小组: 孙磊 made up on 2026-11-08
      meetings/2026/2026-11-05-group-criminal.toml
    ");
    assert_snapshot!(branch.run("meeting attend 2026-11-05-group-criminal --late 赵刚 --absent wang-fang:ill"), @"
    --- stderr
    2026-11-05 党小组会 · 刑侦党小组: 赵刚 was late; 王芳 (刑侦党小组): 病假 was absent
      meetings/2026/2026-11-05-group-criminal.toml
    ");
    assert_snapshot!(branch.read(FILE), @r#"
    kind = "group"
    group = "criminal"
    date = 2026-11-05
    topics = ["学习"]
    links = ["criminal-investigation"]
    present = [
    ]
    absent = [
      { member = "sun-lei", reason = "duty", note = "出警", made-up = 2026-11-08 },
      { member = "wang-fang", reason = "ill" },
    ]
    late = [
      "zhao-gang",
    ]
    "#);
    assert_snapshot!(branch.refused("meeting attend 11-05 --made-up 孙磊:11-04"), @"
    --- stderr
    error: 2026-11-04 is before 2026-11-05 党小组会 · 刑侦党小组
    --- exit Some(1)
    ");
    assert_snapshot!(branch.refused("meeting attend 11-05 --made-up 赵刚"), @"
    --- stderr
    error: 赵刚 was at 2026-11-05 党小组会 · 刑侦党小组, there is nothing to make up for
    --- exit Some(1)
    ");
    assert_snapshot!(branch.refused("meeting attend 11-05 --present 李敏"), @"
    --- stderr
    error: 李敏 was not due at 党小组会 on 2026-11-05
    help: name those who sat in with --observer
    --- exit Some(1)
    ");
    assert_snapshot!(branch.refused("meeting attend 11-06 --present 孙磊"), @"
    --- stderr
    error: no meeting `2026-11-06`
    --- exit Some(2)
    ");
    assert_snapshot!(branch.run("meeting attend 11-05 --present 孙磊"), @"
    --- stderr
    2026-11-05 党小组会 · 刑侦党小组: 孙磊 was present (was: 值班备勤, 出警, made up on 2026-11-08)
      meetings/2026/2026-11-05-group-criminal.toml
    ");
}

#[test]
fn fields_and_decisions_are_added_later() {
    let branch = logged();
    branch.write("a.jpg", "a");
    assert_snapshot!(branch.run("meeting edit 11-05 --time 19:30-20:40 --place 办公室 --topic 研究 --recorder 孙磊 --evidence a.jpg"), @"
    --- stderr
    edited 2026-11-05 党小组会 · 刑侦党小组
      meetings/2026/2026-11-05-group-criminal.toml
      evidence/2026/2026-11-05-group-criminal-1.jpg
    ");
    assert_snapshot!(branch.run("meeting decide 11-05 推荐先进 --votes 2,0,0"), @"
    --- stderr
    2026-11-05 党小组会 · 刑侦党小组 decided: 推荐先进
      meetings/2026/2026-11-05-group-criminal.toml
    ");
    assert_snapshot!(branch.read(FILE), @r#"
    kind = "group"
    group = "criminal"
    date = 2026-11-05
    topics = ["学习", "研究"]
    links = ["criminal-investigation"]
    present = [
      "wang-fang",
      "zhao-gang",
    ]
    absent = [
      { member = "sun-lei", reason = "duty", note = "出警" },
    ]
    time = "19:30-20:40"
    place = "办公室"
    recorder = "sun-lei"
    evidence = [
      { file = "evidence/2026/2026-11-05-group-criminal-1.jpg", sha256 = "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb" },
    ]

    [[decision]]
    text = "推荐先进"
    votes = { for = 2, against = 0, abstain = 0 }
    "#);
    assert_snapshot!(branch.refused("meeting decide 11-05 推荐 --kind 不存在"), @"
    --- stderr
    error: no kind of decision `不存在`
    help: there are: ordinary (一般决议), admission (接收预备党员), conversion (预备党员转正), extension (延长预备期), cancellation (取消预备党员资格), election (选举), secretary-election (选举书记、副书记), commendation (表彰), discipline (处分)
    --- exit Some(2)
    ");
}

#[test]
fn a_meeting_is_struck_and_stays_in_its_file() {
    let branch = logged();
    assert_snapshot!(branch.refused("meeting remove 11-05 --why 重复登记"), @"
    --- stderr
    error: not confirmed: strike 2026-11-05 党小组会 · 刑侦党小组? It stays in its file, but counts no more.
    help: add --yes if you are sure
    --- exit Some(1)
    ");
    assert_snapshot!(branch.run("meeting remove 11-05 --why 重复登记 --yes"), @"
    --- stderr
    struck 2026-11-05 党小组会 · 刑侦党小组: 重复登记
      meetings/2026/2026-11-05-group-criminal.toml
    ");
    assert!(branch.read(FILE).contains("struck = \"重复登记\"\n"));
    assert_snapshot!(branch.run("meeting list"), @"");
    assert_snapshot!(branch.run("meeting list --struck"), @"
    date        kind      group       due  attended  rate (%)  topics  meeting                    exempt  not due
    ──────────  ────────  ──────────  ───  ────────  ────────  ──────  ─────────────────────────  ──────  ───────
    2026-11-05  党小组会  刑侦党小组    3         2      66.7  学习    2026-11-05-group-criminal       0        0
    ");
    assert_snapshot!(branch.refused("meeting remove 11-05 --why 重复登记 --yes"), @"
    --- stderr
    error: 2026-11-05 党小组会 · 刑侦党小组 is struck already: 重复登记
    --- exit Some(1)
    ");
}

#[test]
fn meetings_are_listed_by_what_one_asks() {
    let branch = logged();
    branch.run("meeting log 党课 --on 10-05 --absent 孙磊");
    branch.run("meeting log 党课 --on 11-06");
    let count = |line: &str| branch.run(&format!("{line} --format csv")).lines().count() - 1;
    assert_eq!(count("meeting list"), 2);
    assert_eq!(count("meeting list --period 2026"), 3);
    assert_eq!(count("meeting list --period 2026 --kind 党课"), 2);
    assert_eq!(count("meeting list --period 2026 --group 刑侦"), 1);
    assert_eq!(count("meeting list --period 2026 --member 李敏"), 2);
    assert_eq!(count("meeting list --period 2025"), 0);
}

#[test]
fn a_dry_run_shows_the_change_and_writes_nothing() {
    let branch = logged();
    let before = branch.files();
    assert_snapshot!(branch.run("meeting attend 11-05 --made-up 孙磊:11-08 --dry-run"), @r#"
    --- a/meetings/2026/2026-11-05-group-criminal.toml
    +++ b/meetings/2026/2026-11-05-group-criminal.toml
    @@ -8,5 +8,5 @@
       "zhao-gang",
     ]
     absent = [
    -  { member = "sun-lei", reason = "duty", note = "出警" },
    +  { member = "sun-lei", reason = "duty", note = "出警", made-up = 2026-11-08 },
     ]
    "#);
    branch.run("meeting log 党课 --dry-run");
    branch.run("member add 周杰 -s full --dry-run");
    assert!(branch.files() == before);
}

#[test]
fn nobody_is_present_and_sits_in_as_well() {
    let branch = Sandbox::branch();
    assert_snapshot!(branch.refused("meeting log general --observer 赵刚"), @"
    --- stderr
    error: 赵刚 is present already and cannot sit in as well
    help: leave out --observer; name those who were away with --absent
    --- exit Some(1)
    ");
    let told = branch.run("meeting log general --observer 董立");
    assert!(told.contains("logged"), "{told}");
}

#[test]
fn evidence_that_is_large_is_told_with_its_size() {
    let branch = Sandbox::branch();
    for (name, bytes) in [("most.mp4", 20 << 20), ("more.mp4", (20 << 20) + 1)] {
        std::fs::File::create(branch.root().join(name)).unwrap().set_len(bytes).unwrap();
    }
    assert_snapshot!(branch.run("meeting log lesson --on 11-05 --evidence most.mp4 --no-commit"), @"
    --- stderr
    logged 2026-11-05 党课 · 7 due, 6 present, 1 exempt, chair 赵刚, recorder 李敏
      meetings/2026/2026-11-05-lesson.toml
      evidence/2026/2026-11-05-lesson-1.mp4
    ");
    assert_snapshot!(branch.run("meeting edit 11-05 --evidence more.mp4 --no-commit --quiet"), @"
    --- stderr
    warning: evidence/2026/2026-11-05-lesson-2.mp4 is large, 21 MB: git keeps it for good, and every copy of the records carries it
    ");
    branch.run("issue open 台账不全 --owner 孙磊 --deadline 2026-12-01 --no-commit");
    let told = branch.chinese().run("issue update 台账 --progress 补了 --evidence more.mp4 --no-commit");
    assert!(told.contains("-1.mp4 有 21 MB"), "{told}");
}

#[test]
fn reasons_are_known_as_offices_write_them() {
    let branch = Sandbox::branch();
    for (typed, reason) in [("产假", "leave"), ("年假", "leave"), ("公休", "leave"), ("值班", "duty"), ("出警", "case")]
    {
        let told = branch.run(&format!("meeting log theme-day --on 11-05 --absent 孙磊:{typed} --dry-run"));
        assert!(told.contains(&format!("reason = \"{reason}\"")), "{typed}: {told}");
    }
    let table = "日期,姓名,状态\n2026-11-05,孙磊,年假\n";
    branch.write("table.csv", table);
    let told = branch.run("import attendance table.csv --set kind=theme-day --dry-run");
    assert!(told.contains("leave") || told.contains("请假休假"), "{told}");
}

#[test]
fn a_meeting_ends_after_midnight() {
    let branch = Sandbox::branch();
    let told = branch.run("meeting log theme-day --on 11-20 --time 23:30-00:20 --topic 学习");
    assert!(!told.contains("exit"), "{told}");
    assert!(branch.read("meetings/2026/2026-11-20-theme-day.toml").contains("time = \"23:30-00:20\"\n"));
    assert_eq!(branch.contradictions(), Vec::<serde_json::Value>::new());
    assert!(branch.run("meeting show 2026-11-20").contains("23:30-00:20"));
}
