use insta::assert_snapshot;

use super::sandbox::Sandbox;

/// A branch with a plan of seven items, some of them done.
fn planned() -> Sandbox {
    let branch = Sandbox::branch();
    branch.does(&[
        "plan add 一季度党员大会 2026Q1 --kind general",
        "plan add 刑侦党小组会 2026-09..2026-11 --each month --kind group -g 刑侦 --link 刑侦",
        "plan add 半年总结 2026-07-10 --owner 李敏 --note 报党总支 --by 赵刚",
        "plan add 年底总结 2026-12-20 --from 2026-12-01 --owner 李敏",
        "plan add 走访慰问 2026-11-22 -g 综合",
        "meeting log general --on 03-31",
        "meeting log group -g 刑侦 --on 09-30",
        "meeting log group -g 综合 --on 10-08",
        "meeting log group -g 刑侦 --on 11-01",
        "plan done 半年 --on 07-13",
    ]);
    branch
}

/// What is owed of the plan alone.
fn due(branch: &Sandbox, words: &str) -> String {
    let told = branch.run(&format!("due --format csv {words}"));
    told.lines().filter(|line| line.contains("as planned")).fold(String::new(), |told, line| told + line + "\n")
}

#[test]
fn what_is_planned_is_done_by_hand_or_by_a_meeting() {
    let branch = planned();
    assert_snapshot!(branch.read("plans/2026.toml"), @r#"
    entries = [
      { id = "vackck", from = 2026-01-01, until = 2026-03-31, what = "一季度党员大会", kind = "general" },
      { id = "g7zpzn", until = 2026-07-10, what = "半年总结", owner = "li-min", note = "报党总支", by = "zhao-gang", done = 2026-07-13 },
      { id = "xth3a3", from = 2026-09-01, until = 2026-09-30, what = "刑侦党小组会", kind = "group", group = "criminal", links = ["criminal-investigation"] },
      { id = "25vfbe", from = 2026-10-01, until = 2026-10-31, what = "刑侦党小组会", kind = "group", group = "criminal", links = ["criminal-investigation"] },
      { id = "dz63et", until = 2026-11-22, what = "走访慰问", group = "office" },
      { id = "a5dput", from = 2026-11-01, until = 2026-11-30, what = "刑侦党小组会", kind = "group", group = "criminal", links = ["criminal-investigation"] },
      { id = "vkp9x5", from = 2026-12-01, until = 2026-12-20, what = "年底总结", owner = "li-min" },
    ]
    "#);
    assert_snapshot!(branch.run("plan list"), @"
    until       state      done on     days late  what            kind      group       owner  note      id
    ──────────  ─────────  ──────────  ─────────  ──────────────  ────────  ──────────  ─────  ────────  ──────
    2026-03-31  done       2026-03-31             一季度党员大会  党员大会                               vackck
    2026-07-10  done late  2026-07-13          3  半年总结                              李敏   报党总支  g7zpzn
    2026-09-30  done       2026-09-30             刑侦党小组会    党小组会  刑侦党小组                   xth3a3
    2026-10-31  overdue                       23  刑侦党小组会    党小组会  刑侦党小组                   25vfbe
    2026-11-22  overdue                        1  走访慰问                  综合党小组                   dz63et
    2026-11-30  done       2026-11-01             刑侦党小组会    党小组会  刑侦党小组                   a5dput
    2026-12-20  open                              年底总结                              李敏             vkp9x5

    7 planned: 4 done, 1 of them late; 3 not done, 2 of them overdue
    ");
    assert_snapshot!(branch.run("report plan --lang zh"), @"
    止          完成情况    完成日期    逾期天数  事项            种类      小组名称    责任人  备注      编号
    ──────────  ──────────  ──────────  ────────  ──────────────  ────────  ──────────  ──────  ────────  ──────
    2026-03-31  已完成      2026-03-31            一季度党员大会  党员大会                                vackck
        ← meetings/2026/2026-03-31-general.toml:2
    2026-07-10  逾期完成    2026-07-13         3  半年总结                              李敏    报党总支  g7zpzn
        ← plans/2026.toml:3
    2026-09-30  已完成      2026-09-30            刑侦党小组会    党小组会  刑侦党小组                    xth3a3
        ← meetings/2026/2026-09-30-group-criminal.toml:3
    2026-10-31  逾期未完成                    23  刑侦党小组会    党小组会  刑侦党小组                    25vfbe
    2026-11-22  逾期未完成                     1  走访慰问                  综合党小组                    dz63et
    2026-11-30  已完成      2026-11-01            刑侦党小组会    党小组会  刑侦党小组                    a5dput
        ← meetings/2026/2026-11-01-group-criminal.toml:3
    2026-12-20  未完成                            年底总结                              李敏              vkp9x5

    计划 7 项：完成 4 项，其中逾期 1 项；未完成 3 项，其中逾期 2 项。
    ");
    assert_snapshot!(branch.run("report plan -p 2026Q4 --format csv"), @"
    id,from,until,what,kind,kind_name,group,group_name,owner,owner_name,campaign,links,plan_state,done_on,late_days,record,note
    25vfbe,2026-10-01,2026-10-31,刑侦党小组会,group,党小组会,criminal,刑侦党小组,,,,criminal-investigation,overdue,,23,,
    dz63et,2026-01-01,2026-11-22,走访慰问,,,office,综合党小组,,,,,overdue,,1,,
    a5dput,2026-11-01,2026-11-30,刑侦党小组会,group,党小组会,criminal,刑侦党小组,,,,criminal-investigation,done,2026-11-01,,meetings/2026/2026-11-01-group-criminal.toml:3,
    vkp9x5,2026-12-01,2026-12-20,年底总结,,,,,li-min,李敏,,,open,,,,
    ");
    assert_snapshot!(branch.run("plan list --open --format csv"), @"
    until,plan_state,done_on,late_days,what,kind,kind_name,group,group_name,owner,owner_name,campaign,note,struck,id,record
    2026-10-31,overdue,,23,刑侦党小组会,group,党小组会,criminal,刑侦党小组,,,,,,25vfbe,
    2026-11-22,overdue,,1,走访慰问,,,office,综合党小组,,,,,,dz63et,
    2026-12-20,open,,,年底总结,,,,,li-min,李敏,,,,vkp9x5,
    ");
    assert_snapshot!(due(&branch, ""), @"
    2026-10-31,overdue,as-a-rule,as planned: 刑侦党小组会,criminal,,,zhibu meeting log group -g criminal --link criminal-investigation
    2026-11-22,overdue,as-a-rule,as planned: 走访慰问,office,,,zhibu plan done dz63et
    2026-12-20,due,as-a-rule,as planned: 年底总结,li-min,,,zhibu plan done vkp9x5
    ");
    assert_snapshot!(branch.git(&["log", "-5", "--format=%s"]), @"
    done as planned: 半年总结, 2026-07-13, 3 days late
    logged 2026-11-01 党小组会 · 刑侦党小组
    logged 2026-10-08 党小组会 · 综合党小组
    logged 2026-09-30 党小组会 · 刑侦党小组
    logged 2026-03-31 党员大会
    ");
    assert!(only_thin(&branch.run("check")));
}

#[test]
fn a_plan_is_said_in_words() {
    let branch = Sandbox::branch();
    assert_snapshot!(branch.run("plan add 一季度党员大会 2026Q1 --kind 党员大会"), @"
    --- stderr
    planned 一季度党员大会, 2026Q1 (xth3a3)
      plans/2026.toml
    ");
    assert_snapshot!(branch.run("plan add 党小组会 2026 --each quarter --kind 党小组会 -g 刑侦 --lang zh"), @"
    --- stderr
    列入计划：党小组会，2026，共 4 次
      plans/2026.toml
    ");
    assert_snapshot!(branch.run("plan add 年底总结 12-20 --lang zh"), @"
    --- stderr
    列入计划：年底总结，2026-12-20 前（r6ftbp）
      plans/2026.toml
    ");
    assert_snapshot!(branch.run("plan done 年底 --on 11-20"), @"
    --- stderr
    done as planned: 年底总结, 2026-11-20
      plans/2026.toml
    ");
    assert_snapshot!(branch.run("plan add 慰问 2026-11-15..2026-12-15"), @"
    --- stderr
    planned 慰问, 2026-11-15..2026-12-15 (jhrdrc)
      plans/2026.toml
    ");
    assert_snapshot!(branch.run("plan add 下年计划 2027-01-15"), @"
    --- stderr
    planned 下年计划, by 2027-01-15 (xth3a3)
      plans/2027.toml
    ");
    assert!(branch.read("plans/2027.toml").contains("until = 2027-01-15"));
    assert_snapshot!(branch.run("plan done 慰问 --lang zh --dry-run"), @r#"
    --- a/plans/2026.toml
    +++ b/plans/2026.toml
    @@ -3,7 +3,7 @@
       { id = "xth3a3", from = 2026-01-01, until = 2026-03-31, what = "一季度党员大会", kind = "general" },
       { id = "a5dput", from = 2026-04-01, until = 2026-06-30, what = "党小组会", kind = "group", group = "criminal" },
       { id = "uxw257", from = 2026-07-01, until = 2026-09-30, what = "党小组会", kind = "group", group = "criminal" },
    -  { id = "jhrdrc", from = 2026-11-15, until = 2026-12-15, what = "慰问" },
    +  { id = "jhrdrc", from = 2026-11-15, until = 2026-12-15, what = "慰问", done = 2026-11-23 },
       { id = "r6ftbp", until = 2026-12-20, what = "年底总结", done = 2026-11-20 },
       { id = "sqcdcy", from = 2026-10-01, until = 2026-12-31, what = "党小组会", kind = "group", group = "criminal" },
     ]
    "#);
}

#[test]
fn a_meeting_does_it_on_its_last_day_and_late_on_the_next() {
    for (held, told) in [
        ("2025-12-31", "overdue,,237"),
        ("2026-01-01", "done,2026-01-01,"),
        ("2026-03-31", "done,2026-03-31,"),
        ("2026-04-01", "late,2026-04-01,1"),
    ] {
        let branch = Sandbox::branch();
        branch.run("plan add 党员大会 2026Q1 --kind general");
        branch.run(&format!("meeting log general --on {held}"));
        let table = branch.run("report plan --format csv");
        assert!(table.contains(told), "{held}: {table}");
    }
}

#[test]
fn on_new_years_day_last_years_plan_is_not_forgotten() {
    let branch = Sandbox::branch();
    branch.run("plan add 年底总结 2026-12-31");
    branch.run("plan add 党员大会 2026Q4 --kind general");
    branch.run("plan add 年初部署 2027-01-15");
    assert_snapshot!(due(&branch, "--on 2026-11-30"), @"");
    assert_snapshot!(due(&branch, "--on 2026-12-01"), @"
    2026-12-31,due,as-a-rule,as planned: 党员大会,,,,zhibu meeting log general
    2026-12-31,due,as-a-rule,as planned: 年底总结,,,,zhibu plan done xth3a3
    ");
    assert_snapshot!(due(&branch, "--on 2026-12-31"), @"
    2026-12-31,due,as-a-rule,as planned: 党员大会,,,,zhibu meeting log general
    2026-12-31,due,as-a-rule,as planned: 年底总结,,,,zhibu plan done xth3a3
    2027-01-15,due,as-a-rule,as planned: 年初部署,,,,zhibu plan done xth3a3
    ");
    assert_snapshot!(due(&branch, "--on 2027-01-01"), @"
    2026-12-31,overdue,as-a-rule,as planned: 党员大会,,,,zhibu meeting log general
    2026-12-31,overdue,as-a-rule,as planned: 年底总结,,,,zhibu plan done xth3a3
    2027-01-15,due,as-a-rule,as planned: 年初部署,,,,zhibu plan done xth3a3
    ");
    assert_eq!(due(&branch, "--on 2027-01-31").lines().count(), 3);
    // What was not done is owed in February too, as everything else.
    assert_eq!(due(&branch, "--on 2027-02-01").lines().count(), 3);
}

#[test]
fn the_command_of_due_says_all_that_the_plan_does() {
    let branch = Sandbox::branch();
    let rules = branch.read("rules/branch.toml");
    branch.write(
        "rules/branch.toml",
        rules + "\n[[campaign]]\nid = \"winter\"\nname = \"冬季行动\"\nfrom = 2026-11-01\n",
    );
    branch.run("plan add 主题党日 2026-11 --kind theme-day --link 刑侦 --campaign 冬季");
    let due_of_plan = due(&branch, "");
    let command = due_of_plan.trim().split(',').find(|cell| cell.starts_with("zhibu ")).unwrap();
    assert_eq!(command, "zhibu meeting log theme-day --link criminal-investigation --campaign winter");
    branch.run(command.strip_prefix("zhibu ").unwrap());
    assert_snapshot!(branch.run("report plan --campaign winter"), @"
    until       state  done on     what      kind      campaign  id
    ──────────  ─────  ──────────  ────────  ────────  ────────  ──────
    2026-11-30  done   2026-11-23  主题党日  主题党日  冬季行动  xth3a3
        ← meetings/2026/2026-11-23-theme-day.toml:2

    1 planned: 1 done, 0 of them late; 0 not done, 0 of them overdue
    ");
    assert_eq!(due(&branch, ""), "");
}

#[test]
fn a_meeting_that_is_struck_does_nothing() {
    let branch = Sandbox::branch();
    branch.run("plan add 党员大会 2026-11 --kind general");
    branch.run("meeting log general --on 11-20");
    assert!(branch.run("plan list --format csv").contains(",done,2026-11-20,"));
    branch.run("meeting remove 2026-11-20 --why 登错 --yes");
    assert!(branch.run("plan list --format csv").contains(",open,,"));
}

#[test]
fn what_is_planned_is_changed_in_place() {
    let branch = planned();
    branch.write("plans/2026.toml", branch.read("plans/2026.toml").replace("entries = [", "# 支委会定的\nentries = ["));
    assert_snapshot!(branch.run("plan edit 年底 --when 2026-12-25 --what 年度总结 --owner 赵刚 --link 刑侦 --note 简报"), @"
    --- stderr
    first committed, separately, what was not committed yet: plans/2026.toml
    edited the plan: 年度总结
      plans/2026.toml
    ");
    branch.run("plan edit 年度总结 --link 社区 --when 2026-12");
    branch.run("plan edit 半年 --not-done");
    branch.run("plan edit 慰问 --when 11-30");
    assert_snapshot!(branch.read("plans/2026.toml"), @r#"
    # 支委会定的
    entries = [
      { id = "vackck", from = 2026-01-01, until = 2026-03-31, what = "一季度党员大会", kind = "general" },
      { id = "g7zpzn", until = 2026-07-10, what = "半年总结", owner = "li-min", note = "报党总支", by = "zhao-gang" },
      { id = "xth3a3", from = 2026-09-01, until = 2026-09-30, what = "刑侦党小组会", kind = "group", group = "criminal", links = ["criminal-investigation"] },
      { id = "25vfbe", from = 2026-10-01, until = 2026-10-31, what = "刑侦党小组会", kind = "group", group = "criminal", links = ["criminal-investigation"] },
      { id = "dz63et", until = 2026-11-30, what = "走访慰问", group = "office" },
      { id = "a5dput", from = 2026-11-01, until = 2026-11-30, what = "刑侦党小组会", kind = "group", group = "criminal", links = ["criminal-investigation"] },
      { id = "vkp9x5", from = 2026-12-01, until = 2026-12-31, what = "年度总结", owner = "zhao-gang", links = ["criminal-investigation", "community"], note = "简报" },
    ]
    "#);
    assert_snapshot!(branch.run("plan edit 半年 --not-done"), @"
    --- stderr
    nothing changed: the records say so already
    ");
    assert_snapshot!(branch.run("plan remove 慰问 --why 并入主题党日 --yes"), @"
    --- stderr
    struck 2026-11-30 走访慰问: 并入主题党日
      plans/2026.toml
    ");
    assert!(branch.read("plans/2026.toml").contains("struck = \"并入主题党日\""));
    assert!(!branch.run("report plan --format csv").contains("走访慰问"));
    assert_snapshot!(branch.run("plan list -p 2026-11"), @"
    until       state  done on     what          kind      group       struck        id
    ──────────  ─────  ──────────  ────────────  ────────  ──────────  ────────────  ──────
    2026-11-30  done   2026-11-01  刑侦党小组会  党小组会  刑侦党小组                a5dput
    2026-11-30                     走访慰问                综合党小组  并入主题党日  dz63et

    1 planned: 1 done, 0 of them late; 0 not done, 0 of them overdue
    ");
}

#[test]
fn what_cannot_be_planned_or_done() {
    let branch = planned();
    assert_snapshot!(branch.refused("plan add 会 soon"), @"
    --- stderr
    error: `soon` is no period
    help: write 2026-11, 2026Q4, 2026, 2026-09..2026-11, this-month or last-month
    --- exit Some(2)
    ");
    assert_snapshot!(branch.refused("plan add 会 2026-03-01 --from 2026-03-02"), @"
    --- stderr
    error: 2026-03-01 should be after 2026-03-02
    help: the first day is the last one or before it
    --- exit Some(2)
    ");
    assert_snapshot!(branch.refused("plan add 会 2026-03-15 --each month"), @"
    --- stderr
    error: 2026-03-15 is not several whole months
    help: write 2026, 2026H1 or 2026-03..2026-06
    --- exit Some(2)
    ");
    assert_snapshot!(branch.refused("plan add 会 2026 --kind group"), @"
    --- stderr
    error: 党小组会 needs a group
    help: name it with --group, one of: 刑侦党小组, 综合党小组
    --- exit Some(2)
    ");
    assert_snapshot!(branch.refused("plan add 会 2026 --kind general -g 刑侦"), @"
    --- stderr
    error: 党员大会 is of the whole branch and has no group
    --- exit Some(2)
    ");
    assert_snapshot!(branch.refused("plan add 会 2026 --kind genral"), @"
    --- stderr
    error: no kind of meeting `genral`
    help: did you mean `general` (党员大会)?
    --- exit Some(2)
    ");
    assert_snapshot!(branch.refused("plan add 会 2026 --owner 李明"), @"
    --- stderr
    error: no member `李明`
    help: did you mean `li-min` (李敏)?
    --- exit Some(2)
    ");
    assert_snapshot!(branch.refused("plan done 走访 --on 2026-11-24"), @"
    --- stderr
    error: 2026-11-24 is yet to come
    help: log it when it has happened; write a day of last year with its year
    --- exit Some(1)
    ");
    assert_snapshot!(branch.refused("plan done 一季度"), @"
    --- stderr
    error: 一季度党员大会 is done by a meeting: 党员大会
    help: log the meeting: zhibu meeting log general; if there is to be none, strike it: zhibu plan remove
    --- exit Some(1)
    ");
    assert_snapshot!(branch.refused("plan done 刑侦"), @"
    --- stderr
    error: `刑侦` is more than one item of a plan
    help: write the id: xth3a3 (刑侦党小组会), 25vfbe (刑侦党小组会), a5dput (刑侦党小组会)
    --- exit Some(2)
    ");
    assert_snapshot!(branch.refused("plan done 半年"), @"
    --- stderr
    error: 半年总结 was done on 2026-07-13
    help: if it is not: zhibu plan edit g7zpzn --not-done
    --- exit Some(1)
    ");
    assert_snapshot!(branch.refused("plan done 走访 --on 2025-12-31"), @"
    --- stderr
    error: 2025-12-31 is before the first day of the plan's year, 2026-01-01
    --- exit Some(1)
    ");
    assert_snapshot!(branch.refused("plan done zzzzzz -p 2025"), @"
    --- stderr
    error: no item of a plan `zzzzzz`
    --- exit Some(2)
    ");
    assert_snapshot!(branch.refused("plan edit 年底 --when 2027-01-10"), @"
    --- stderr
    error: 2027-01-10 is not in the plan of 2026
    help: strike it, and add it to the plan of that year
    --- exit Some(1)
    ");
    assert_snapshot!(branch.refused("plan edit 年底 --when 2026-11-30"), @"
    --- stderr
    error: 2026-11-30 should be after 2026-12-01
    help: the first day is the last one or before it
    --- exit Some(2)
    ");
    assert_snapshot!(branch.refused("plan edit 年底"), @"
    --- stderr
    error: `zhibu plan edit` needs at least one of: --what <TEXT>, --when <PERIOD>, --owner <WHO>, --link <LINK>, --campaign <CAMPAIGN>, --note <NOTE>, --not-done
    help: see zhibu plan edit --help
    --- exit Some(2)
    ");
    branch.run("plan remove 走访 --why 取消 --yes");
    assert_snapshot!(branch.refused("plan done 走访"), @"
    --- stderr
    error: 2026-11-22 走访慰问 is struck already: 取消
    --- exit Some(1)
    ");
    assert_snapshot!(branch.refused("plan remove 走访 --why 取消 --yes"), @"
    --- stderr
    error: 2026-11-22 走访慰问 is struck already: 取消
    --- exit Some(1)
    ");
}

#[test]
fn what_cannot_be_in_a_plan_is_found() {
    let branch = Sandbox::branch();
    branch.write(
        "plans/2026.toml",
        "entries = [\n\
         \x20 { id = \"aaaaa1\", until = 2027-01-01, what = \"a\" },\n\
         \x20 { id = \"aaaaa1\", from = 2026-04-01, until = 2026-03-31, what = \"b\", kind = \"group\" },\n\
         \x20 { id = \"aaaaa2\", until = 2026-03-31, what = \"c\", kind = \"generl\", group = \"crime\" },\n\
         \x20 { id = \"aaaaa3\", until = 2026-03-31, what = \"\\u001b[31m\", owner = \"sun-lai\", links = [\"x\"] },\n\
         \x20 { id = \"aaaaa4\", until = 2026-03-31, what = \"d\", done = 2026-11-24 },\n\
         ]\n",
    );
    assert_snapshot!(branch.run("check --format csv").lines().map(|line| line.split(',').take(5).collect::<Vec<_>>().join(",") + "\n").collect::<String>(), @"
    code,severity,file,line,column
    wrong-year,error,plans/2026.toml,2,28
    same-id,error,plans/2026.toml,3,10
    dates-order,error,plans/2026.toml,3,47
    wrong-scope,error,plans/2026.toml,3,78
    no-kind,error,plans/2026.toml,4,59
    no-group,error,plans/2026.toml,4,77
    control-character,error,plans/2026.toml,5,47
    no-member,error,plans/2026.toml,5,69
    no-link,error,plans/2026.toml,5,89
    future,error,plans/2026.toml,6,59
    --- stderr
    10 findings
    --- exit Some(1)
    ");
    let harmless = branch.run("plan list");
    assert!(!harmless.contains('\u{1b}'), "{harmless}");
}

#[test]
fn two_people_plan_apart_and_merge() {
    let branch = Sandbox::branch();
    branch.git(&["checkout", "-qb", "other"]);
    branch.seeded("2", "plan add 年底总结 2026-12-20");
    branch.git(&["checkout", "-q", "-"]);
    branch.run_words(&["plan", "add", "走访慰问", "2026-12-25", "--note", "apart"]);
    branch.git(&["merge", "-q", "--no-edit", "other"]);
    assert_eq!(branch.run("plan list --format csv").lines().count(), 3);
}

/// Whether all that is found is that records say little.
fn only_thin(told: &str) -> bool {
    told.lines().filter(|line| line.ends_with(']')).all(|line| line.ends_with("[record-thin]"))
}
