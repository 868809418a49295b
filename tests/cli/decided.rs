//! Who votes at a meeting, and who was due, is decided by what was decided before it: what it decides itself changes nothing
//! of it, whatever day that takes effect from.

use insta::assert_snapshot;

use crate::sandbox::Sandbox;

/// What is told of a meeting: the record book, the findings, who was there, the page to print.
fn told(branch: &Sandbox, meeting: &str) -> Vec<String> {
    let lines = [
        format!("meeting show {meeting}"),
        format!("meeting show {meeting} --format json"),
        "check meetings --format json".to_owned(),
        "report attendance --period 2026-11 --format csv".to_owned(),
        "report attendance --period 2026-11 --by group --format csv".to_owned(),
        "report meetings --period 2026-11 --format csv".to_owned(),
        format!("print sign-in {meeting} --out -"),
    ];
    lines.iter().map(|line| branch.run(line)).collect()
}

/// A change that a meeting decided leaves all that is told of it as it was.
#[track_caller]
fn leaves_as_it_was(meeting: &str, log: &str, changes: &[&str]) {
    let branch = Sandbox::branch();
    let logged = branch.run(log);
    assert!(!logged.contains("exit"), "{logged}");
    let before = told(&branch, meeting);
    for change in changes {
        let changed = branch.run(change);
        assert!(!changed.contains("exit"), "{change}: {changed}");
    }
    assert_eq!(told(&branch, meeting), before, "{changes:?}");
    assert!(branch.contradictions().is_empty(), "{:?}", branch.contradictions());
}

const GENERAL: &str = "meeting log general --on 2026-11-05 --topic 选举 --decision 决议 --votes 3,2,0";

#[test]
fn a_vote_does_not_turn_over_when_what_it_decided_is_recorded() {
    let branch = Sandbox::branch();
    branch.run("member add 周洋 -s probationary --from 2025-11-01 -g office");
    branch.run(
        "meeting log general --on 2026-11-05 --topic 转正 --decision 周洋转正 --decision-kind conversion --votes 4,1,0 \
         --ballots 5,5",
    );
    let before = told(&branch, "2026-11-05");
    assert!(before[0].contains("8 (2 预备党员, 6 正式党员)"), "{}", before[0]);
    assert_snapshot!(branch.run("member step 周洋 conversion --meeting 11-05"), @"
    --- stderr
    周洋: 党员大会讨论转正, 2026-11-05; 正式党员 from 2026-11-01; next: 上级党委审批转正, until 2027-02-05
      members/zhou-yang.toml
    ");
    assert_eq!(told(&branch, "2026-11-05"), before);
    // Seniority counts from the day of effect all the same.
    assert!(branch.run("member list --on 2026-11-02 -s full").contains("周洋"));
    // At the next meeting there is one more with a vote.
    branch.run("meeting log general --on 2026-11-06 --topic 工作 --decision 决议 --votes 4,2,0");
    assert!(branch.run("meeting show 2026-11-06").contains("7 正式党员"));
    // One held between the day of effect and the decision has the votes of then, and the step may name no meeting.
    branch.run("meeting log general --on 2026-11-03 --topic 工作 --decision 决议 --votes 3,2,0");
    assert!(branch.run("meeting show 2026-11-03").contains("6 正式党员"));
}

#[test]
fn a_step_without_its_meeting_was_taken_at_the_meeting_of_that_day() {
    let branch = Sandbox::branch();
    branch.run("member add 周洋 -s probationary --from 2025-11-01 -g office");
    branch.run(
        "meeting log general --on 2026-11-05 --topic 转正 --decision 周洋转正 --decision-kind conversion --votes 4,1,0",
    );
    let before = told(&branch, "2026-11-05");
    branch.run("member step 周洋 conversion --on 11-05");
    assert_eq!(told(&branch, "2026-11-05"), before);
}

#[test]
fn who_is_admitted_by_a_meeting_was_not_due_at_it() {
    let branch = Sandbox::branch();
    branch.run("member add 周洋 -s candidate --from 2025-11-01 -g office");
    branch.run(
        "meeting log general --on 2026-11-05 --topic 接收 --decision 接收周洋 --decision-kind admission --votes 4,1,0",
    );
    let before = told(&branch, "2026-11-05");
    branch.run("member step 周洋 admission --meeting 11-05");
    assert_eq!(told(&branch, "2026-11-05"), before);
}

#[test]
fn who_is_removed_suspended_reinstated_moved_or_elected_by_a_meeting_had_the_rights_of_before() {
    leaves_as_it_was("2026-11-05", GENERAL, &["member leave 孙磊 --reason 开除 --meeting 2026-11-05"]);
    leaves_as_it_was("2026-11-05", GENERAL, &["member edit 孙磊 --class suspended --meeting 2026-11-05"]);
    leaves_as_it_was("2026-11-05", GENERAL, &["member standing 许诺 full --meeting 2026-11-05"]);
    leaves_as_it_was("2026-11-05", GENERAL, &["member standing 许诺 full --from 2026-11-01 --meeting 2026-11-05"]);
    leaves_as_it_was("2026-11-05", GENERAL, &["member move 李敏 criminal --meeting 2026-11-05"]);
    leaves_as_it_was(
        "2026-11-05",
        GENERAL,
        &[
            "member post 赵刚 secretary --until 2026-11-04 --meeting 2026-11-05",
            "member post 李敏 organization --until 2026-11-04 --meeting 2026-11-05",
            "member post 李敏 secretary --meeting 2026-11-05",
            "member post 赵刚 organization --meeting 2026-11-05",
        ],
    );
    leaves_as_it_was(
        "2026-11-05-group-criminal",
        "meeting log group -g criminal --on 2026-11-05 --topic 学习",
        &[
            "member post 孙磊 group-leader --until 2026-11-04 --meeting 2026-11-05-group-criminal",
            "member post 赵刚 group-leader --meeting 2026-11-05-group-criminal",
        ],
    );
}

#[test]
fn who_is_elected_in_one_meeting_sits_in_the_next_of_that_day() {
    let branch = Sandbox::branch();
    branch.run("meeting log general --on 2026-11-05 --time 14:00-15:00 --topic 选举 --decision 选举 --votes 4,1,0");
    branch.run("member post 孙磊 publicity --meeting 2026-11-05-general");
    branch.run("meeting log committee --on 2026-11-05 --time 15:00-15:30 --topic 分工");
    assert!(branch.run("meeting show 2026-11-05-committee").contains("孙磊"));
    // One before the election was that of the old committee.
    branch.run("meeting log committee --on 2026-11-05 --time 9:00-9:30 --topic 筹备 --present 赵刚,李敏");
    assert!(!branch.run("meeting show 2026-11-05-committee-2").contains("孙磊"));
}

#[test]
fn what_may_have_been_decided_that_day_is_told() {
    let branch = Sandbox::branch();
    branch.run(GENERAL);
    // Who is present at a meeting cannot have left by then, unless that meeting decided it.
    let refused = branch.refused("member leave 孙磊 --reason 开除 --from 2026-11-05");
    assert!(refused.contains("孙磊 had left by 2026-11-05"), "{refused}");
    assert!(refused.contains("add --meeting MEETING for what a meeting decided"), "{refused}");
    let said = branch.run("member post 孙磊 publicity --from 2026-11-05");
    assert!(said.contains("if 2026-11-05-general decided this, undo and repeat with --meeting"), "{said}");
    assert_snapshot!(branch.run("member post 王芳 publicity --meeting 2026-11-07"), @"
    --- stderr
    error: no meeting `2026-11-07`
    --- exit Some(2)
    ");
}
