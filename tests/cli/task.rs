use insta::assert_snapshot;

use super::sandbox::Sandbox;

/// A branch whose committee decided three things: one is done late, one is open, one has no last day.
fn decided() -> Sandbox {
    let branch = Sandbox::branch().since("2026-01-01");
    branch.does(&[
        "meeting log committee --on 11-05 --topic 研究安保",
        "meeting decide 11-05 调整巡逻班次 --owner 孙磊 --until 11-10",
        "meeting decide 11-05 报送小结 --owner 李敏 --until 12-15",
        "meeting decide 11-05 学习新规 --owner 赵刚",
        "task done 巡逻 --on 11-12 --report 新班次已排定",
    ]);
    branch
}

#[test]
fn what_a_meeting_decided_is_owed_until_it_is_done() {
    let branch = decided();
    assert_snapshot!(branch.read("tasks/2026.toml"), @r#"
    entries = [
      { id = "g7zpzn", date = 2026-11-05, meeting = "2026-11-05-committee", what = "报送小结", owner = "li-min", until = 2026-12-15 },
      { id = "vkp9x5", date = 2026-11-05, meeting = "2026-11-05-committee", what = "学习新规", owner = "zhao-gang" },
      { id = "xth3a3", date = 2026-11-05, meeting = "2026-11-05-committee", what = "调整巡逻班次", owner = "sun-lei", until = 2026-11-10, done = 2026-11-12, report = "新班次已排定" },
    ]
    "#);
    assert_snapshot!(branch.run("task list"), @"
    decided     what          owner  deadline    state      done on     report        task
    ──────────  ────────────  ─────  ──────────  ─────────  ──────────  ────────────  ──────
    2026-11-05  报送小结      李敏   2026-12-15  open                                 g7zpzn
    2026-11-05  学习新规      赵刚               open                                 vkp9x5
    2026-11-05  调整巡逻班次  孙磊   2026-11-10  done late  2026-11-12  新班次已排定  xth3a3
    ");
    assert_snapshot!(branch.run("task list --open --lang zh"), @"
    决议日期    事项      责任人  期限        落实状态  编号
    ──────────  ────────  ──────  ──────────  ────────  ──────
    2026-11-05  报送小结  李敏    2026-12-15  未落实    g7zpzn
    2026-11-05  学习新规  赵刚                未落实    vkp9x5
    ");
    let owed = |day: &str| {
        let told = branch.run(&format!("due --format csv --within 30d --on {day}"));
        told.lines().filter(|line| line.contains("zhibu task")).fold(String::new(), |told, line| told + line + "\n")
    };
    assert_snapshot!(owed("2026-11-09"), @"2026-11-10,due,must,carry out what was decided on 2026-11-05: 调整巡逻班次,sun-lei,,tasks/2026.toml:4,zhibu task done xth3a3");
    assert_snapshot!(owed("2026-11-10"), @"2026-11-10,due,must,carry out what was decided on 2026-11-05: 调整巡逻班次,sun-lei,,tasks/2026.toml:4,zhibu task done xth3a3");
    assert_snapshot!(owed("2026-11-11"), @"2026-11-10,overdue,must,carry out what was decided on 2026-11-05: 调整巡逻班次,sun-lei,,tasks/2026.toml:4,zhibu task done xth3a3");
    assert_snapshot!(owed("2026-11-12"), @"");
    assert_snapshot!(owed("2026-11-20"), @"2026-12-15,due,must,carry out what was decided on 2026-11-05: 报送小结,li-min,,tasks/2026.toml:2,zhibu task done g7zpzn");
    assert_snapshot!(owed("2026-12-16"), @"2026-12-15,overdue,must,carry out what was decided on 2026-11-05: 报送小结,li-min,,tasks/2026.toml:2,zhibu task done g7zpzn");
    assert!(branch.contradictions().is_empty(), "{:?}", branch.contradictions());
    assert_snapshot!(branch.run("report tasks --format csv -p 2026-11"), @"
    decided,what,owner,owner_name,deadline,task_state,done_on,reported,meeting,task
    2026-11-05,报送小结,li-min,李敏,2026-12-15,open,,,2026-11-05-committee,g7zpzn
    2026-11-05,学习新规,zhao-gang,赵刚,,open,,,2026-11-05-committee,vkp9x5
    2026-11-05,调整巡逻班次,sun-lei,孙磊,2026-11-10,late,2026-11-12,新班次已排定,2026-11-05-committee,xth3a3
    ");
}

#[test]
fn the_next_meeting_of_the_kind_is_told_what_became_of_it() {
    let branch = decided();
    branch.run("meeting log committee --on 11-20");
    assert_snapshot!(branch.run("meeting show 11-20 --lang zh"), @"
    2026-11-20 支委会
      种类         支委会
      日期         2026-11-20
      主持人       赵刚
      记录人       李敏
      应到         2 人（正式党员 2）
      实到         2
      出勤率（%）  100.0
      出席         李敏；赵刚
      会议编号     2026-11-20-committee

    决议日期    事项          责任人  期限        落实状态  完成日期    落实情况      编号
    ──────────  ────────────  ──────  ──────────  ────────  ──────────  ────────────  ──────
    2026-11-05  报送小结      李敏    2026-12-15  未落实                              g7zpzn
    2026-11-05  学习新规      赵刚                未落实                              vkp9x5
    2026-11-05  调整巡逻班次  孙磊    2026-11-10  逾期落实  2026-11-12  新班次已排定  xth3a3
    ");
    assert!(branch.run("print record 11-20 --lang zh -o -").contains("上次决议落实情况"));
    // What was done before the last one is told there, and not again.
    branch.run("task done 小结 --on 11-21");
    branch.run("meeting log committee --on 11-22");
    assert_snapshot!(branch.run("meeting show 11-22 --format json"), @r#"
    {
      "kind_name": "committee",
      "date": "2026-11-22",
      "chair": "zhao-gang",
      "recorder": "li-min",
      "due": "2 (2 正式党员)",
      "attended": 2,
      "rate": 100.0,
      "present": [
        "李敏",
        "赵刚"
      ],
      "meeting": "2026-11-22-committee",
      "tasks_before": [
        {
          "decided": "2026-11-05",
          "what": "报送小结",
          "owner": "li-min",
          "owner_name": "李敏",
          "deadline": "2026-12-15",
          "task_state": "done",
          "done_on": "2026-11-21",
          "reported": null,
          "meeting": "2026-11-05-committee",
          "task": "g7zpzn"
        },
        {
          "decided": "2026-11-05",
          "what": "学习新规",
          "owner": "zhao-gang",
          "owner_name": "赵刚",
          "deadline": null,
          "task_state": "open",
          "done_on": null,
          "reported": null,
          "meeting": "2026-11-05-committee",
          "task": "vkp9x5"
        }
      ]
    }
    "#);
    branch.run("meeting log theme-day --on 11-22");
    assert!(!branch.run("meeting show 2026-11-22-theme-day").contains("学习新规"), "a meeting of another kind");
}

#[test]
fn a_task_is_changed_given_up_and_moved_with_its_meeting() {
    let branch = decided();
    assert_snapshot!(branch.run("task edit 小结 --owner 孙磊 --until 12-20"), @"
    --- stderr
    2026-11-05 报送小结 · 孙磊 carries it out, by 2026-12-20
      tasks/2026.toml
    ");
    assert_snapshot!(branch.run("task remove 小结 --why 上级取消 --yes"), @"
    --- stderr
    struck 2026-11-05 报送小结: 上级取消
      tasks/2026.toml
    ");
    assert_snapshot!(branch.run("task done 小结"), @"
    --- stderr
    error: 2026-11-05 报送小结 is struck already: 上级取消
    --- exit Some(1)
    ");
    assert_snapshot!(branch.run("meeting edit 11-05 --on 11-04"), @"
    --- stderr
    2026-11-05 支委会 is now 2026-11-04 支委会
      meetings/2026/2026-11-04-committee.toml
      meetings/2026/2026-11-05-committee.toml
      tasks/2026.toml
    ");
    assert_snapshot!(branch.read("tasks/2026.toml"), @r#"
    entries = [
      { id = "g7zpzn", date = 2026-11-04, meeting = "2026-11-04-committee", what = "报送小结", owner = "sun-lei", until = 2026-12-20, struck = "上级取消" },
      { id = "vkp9x5", date = 2026-11-04, meeting = "2026-11-04-committee", what = "学习新规", owner = "zhao-gang" },
      { id = "xth3a3", date = 2026-11-04, meeting = "2026-11-04-committee", what = "调整巡逻班次", owner = "sun-lei", until = 2026-11-10, done = 2026-11-12, report = "新班次已排定" },
    ]
    "#);
    assert!(branch.contradictions().is_empty(), "{:?}", branch.contradictions());
    let told = branch.run("history vkp9x5 --lang zh");
    // Who wrote it, and when, stands at the margin.
    let changes: Vec<_> = told.lines().filter(|line| line.starts_with(' ')).collect();
    assert_snapshot!(changes.join("\n"), @"
      2026-11-05 学习新规：新增，会议编号 2026-11-05-committee，责任人 赵刚
      2026-11-04 学习新规
        日期：2026-11-05 → 2026-11-04
        会议编号：2026-11-05-committee → 2026-11-04-committee
    ");
    assert!(branch.run("undo --yes").contains("2026-11-05 学习新规: date: 2026-11-04 → 2026-11-05"));
    assert!(branch.contradictions().is_empty(), "{:?}", branch.contradictions());
}

#[test]
fn what_cannot_be_is_refused() {
    let branch = decided();
    for (line, said) in [
        ("meeting decide 11-05 早 --owner 李敏 --until 11-04", "2026-11-04 is before it was decided, on 2026-11-05"),
        ("meeting decide 11-05 无人 --owner 王五", "王五"),
        ("meeting decide 11-05 没过 --owner 李敏 --result not-carried", "the decision was not carried"),
        ("task done 小结 --on 11-04", "2026-11-04 is before it was decided, on 2026-11-05"),
        ("task done 小结 --on 2026-12-01", "is yet to come"),
        ("task done 巡逻", "调整巡逻班次 was done on 2026-11-12"),
        ("task edit 小结", "needs at least one of"),
        ("task done 没有的事", "no task"),
    ] {
        let before = branch.files();
        let told = branch.run(line);
        assert!(told.contains("exit") && told.contains(said), "{line}: {told}");
        assert_eq!(branch.files(), before, "{line}");
    }
}

#[test]
fn what_happens_after_a_month_is_sealed_needs_no_reason() {
    let branch = decided();
    let on = |day: &str, line: &str| branch.on(day, line);
    for (day, line) in [
        ("2026-12-01", "points post 2026-11 --until 2026-12-05"),
        ("2026-12-06", "points close 2026-11"),
        ("2026-12-10", "seal 2026-11"),
    ] {
        let told = on(day, line);
        assert!(!told.contains("exit"), "{line}: {told}");
    }
    assert_snapshot!(on("2026-12-12", "task done 小结 --report 已报送"), @"
    --- stderr
    报送小结: done 2026-12-12
      tasks/2026.toml
    ");
    assert!(on("2026-12-12", "verify 2026-11").contains("unchanged"));
}

#[test]
fn the_day_of_a_task_can_be_neither_before_it_was_decided() {
    let branch = decided();
    let text = branch.read("tasks/2026.toml");
    branch.write("tasks/2026.toml", text.replace("until = 2026-12-15", "until = 2026-11-04, done = 2026-11-03"));
    let found: Vec<_> = branch.contradictions().iter().map(|one| format!("{} {}", one["code"], one["fact"])).collect();
    assert_snapshot!(found.join("\n"), @r#"
    "deadline-early" "2026-11-04 is before it was decided, on 2026-11-05"
    "closed-early" "2026-11-03 is before it was decided, on 2026-11-05"
    "#);
}
