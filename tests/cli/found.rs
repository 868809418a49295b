//! Problems that were found at a meeting, and what the next one is told of them.

use insta::assert_snapshot;

use super::sandbox::Sandbox;

/// A committee that found three problems: one is closed in time, one is open, one was found at a meeting of a group.
fn found() -> Sandbox {
    let branch = Sandbox::branch().since("2026-01-01");
    branch.does(&[
        "meeting log committee --on 10-05 --topic 查找问题",
        "meeting log group -g 刑侦 --on 10-08 --topic 查找问题",
        "issue open 记录过简 --owner 孙磊 --deadline 11-15 --meeting 10-05-committee --measure 写明谁说了什么",
        "issue open 请假不写原因 --owner 李敏 --deadline 10-31 --meeting 10-05-committee",
        "issue open 备勤拖沓 --owner 孙磊 --deadline 11-15 --meeting 10-08",
        "issue close 请假 --by 赵刚 --on 10-20",
    ]);
    branch
}

#[test]
fn the_next_meeting_of_the_kind_is_told_of_the_problems_found_at_the_last() {
    let branch = found();
    assert_snapshot!(branch.run("issue show 记录过简"), @"
    2026-10-05 记录过简
      state      overdue
      days over  8
      found      2026-10-05
      meeting    2026-10-05-committee
      measure    写明谁说了什么
      owner      孙磊
      deadline   2026-11-15
      issue      2026-10-05-g7zpzn
    ");
    branch.does(&["meeting log committee --on 11-05 --topic 通报", "meeting log committee --on 11-19 --topic 再通报"]);
    let told = |meeting: &str| {
        let told = branch.run(&format!("meeting show {meeting} --lang zh"));
        told.lines().skip_while(|line| !line.starts_with("发现日期")).collect::<Vec<_>>().join("\n")
    };
    assert_snapshot!(told("11-05"), @"
    发现日期    题目          整改措施        责任人  期限        整改状态  销号日期    问题编号
    ──────────  ────────────  ──────────────  ──────  ──────────  ────────  ──────────  ────────
    2026-10-05  记录过简      写明谁说了什么  孙磊    2026-11-15  整改中                g7zpzn
    2026-10-05  请假不写原因                  李敏    2026-10-31  已销号    2026-10-20  vkp9x5
    ");
    assert_snapshot!(told("11-19"), @"
    发现日期    题目      整改措施        责任人  期限        整改状态  问题编号
    ──────────  ────────  ──────────────  ──────  ──────────  ────────  ────────
    2026-10-05  记录过简  写明谁说了什么  孙磊    2026-11-15  逾期      g7zpzn
    ");
    assert_eq!(told("10-05-committee"), "");
    assert!(branch.run("print record 11-05 --lang zh").contains("上次查找问题整改情况"));
    assert_snapshot!(branch.run("export --month 2026-10 --table issues"), @"
    issue,found,title,where,category,measure,owner,owner_name,deadline,issue_state,overdue_days,progress,progress_date,closed,closed_by,result,links,meeting
    2026-10-05-g7zpzn,2026-10-05,记录过简,,,写明谁说了什么,sun-lei,孙磊,2026-11-15,open,,,,,,,,2026-10-05-committee
    2026-10-05-vkp9x5,2026-10-05,请假不写原因,,,,li-min,李敏,2026-10-31,closed,,,,2026-10-20,zhao-gang,,,2026-10-05-committee
    2026-10-08-dz63et,2026-10-08,备勤拖沓,,,,sun-lei,孙磊,2026-11-15,open,,,,,,,,2026-10-08-group-criminal
    ");
    assert!(branch.contradictions().is_empty(), "{:?}", branch.contradictions());
}

#[test]
fn a_problem_stays_with_its_meeting() {
    let branch = found();
    branch.does(&["meeting edit 10-05-committee --on 10-06"]);
    assert!(branch.run("issue show 记录过简").contains("2026-10-06-committee"));
    assert!(branch.contradictions().is_empty(), "{:?}", branch.contradictions());
    assert_snapshot!(branch.run("issue update 备勤 --meeting 10-06"), @"
    --- stderr
    备勤拖沓: found at 2026-10-06 支委会
      issues/2026/2026-10-08-dz63et.toml
    ");
    for (line, told) in [
        ("issue open 无人 --owner 孙磊 --deadline 12-01 --meeting 10-07", "2026-10-07"),
        // The deadline is after the meeting, but was not when the problem is said to have been found.
        ("issue open 无人 --owner 孙磊 --deadline 10-10 --on 10-12 --meeting 10-08", "2026-10-12"),
    ] {
        let refused = branch.refused(line);
        assert!(refused.contains(told), "{line}: {refused}");
    }
    let issue = branch.read("issues/2026/2026-10-08-dz63et.toml");
    assert!(issue.contains("meeting = \"2026-10-06-committee\""), "{issue}");
}

#[test]
fn decisions_that_were_open_in_a_month_are_a_table_of_it() {
    let branch = Sandbox::branch().since("2026-01-01");
    branch.does(&[
        "meeting log committee --on 09-05 --topic 研究",
        "meeting decide 09-05 写小结 --owner 李敏 --until 09-20",
        "meeting decide 09-05 调整班次 --owner 孙磊 --until 10-10",
        "task done 小结 --on 09-18",
        "task done 班次 --on 10-12 --report 已公布",
    ]);
    let tasks = |month: &str| branch.run(&format!("export --month {month} --table tasks"));
    assert_snapshot!(tasks("2026-09"), @"
    decided,what,owner,owner_name,deadline,task_state,done_on,reported,meeting,task
    2026-09-05,调整班次,sun-lei,孙磊,2026-10-10,open,,,2026-09-05-committee,g7zpzn
    2026-09-05,写小结,li-min,李敏,2026-09-20,done,2026-09-18,,2026-09-05-committee,xth3a3
    ");
    assert_snapshot!(tasks("2026-10"), @"
    decided,what,owner,owner_name,deadline,task_state,done_on,reported,meeting,task
    2026-09-05,调整班次,sun-lei,孙磊,2026-10-10,late,2026-10-12,已公布,2026-09-05-committee,g7zpzn
    ");
    assert_snapshot!(tasks("2026-11"), @"decided,what,owner,owner_name,deadline,task_state,done_on,reported,meeting,task");
    branch.does(&["meeting decide 09-05 巡检 --owner 李敏 --until 12-10", "site --out site --period 2026"]);
    let page = branch.read("site/problems.html");
    assert!(page.contains("Decisions still to be carried out") && page.contains("巡检") && !page.contains("调整班次"));
}
