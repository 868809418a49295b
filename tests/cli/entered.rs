//! What is told or refused when it is entered, and what a correction leaves as it was.

use crate::sandbox::Sandbox;

const MEETING: &str = "meetings/2026/2026-11-05-group-criminal.toml";

fn logged() -> Sandbox {
    let branch = Sandbox::branch();
    branch.run("meeting log group -g criminal --on 2026-11-05 --topic 学习 --absent 孙磊:duty:出警");
    branch
}

#[test]
fn who_is_absent_for_another_reason_keeps_the_day_it_was_made_up_for_and_the_note() {
    let branch = logged();
    branch.run("meeting attend 11-05 --made-up 孙磊:2026-11-08");
    let rate = branch.run("report attendance --period 2026-11 --format csv");
    branch.run("meeting attend 11-05 --absent 孙磊:case");
    let line = "{ member = \"sun-lei\", reason = \"case\", note = \"出警\", made-up = 2026-11-08 },";
    assert!(branch.read(MEETING).contains(line), "{}", branch.read(MEETING));
    assert_eq!(branch.run("report attendance --period 2026-11 --format csv"), rate);
}

#[test]
fn a_comment_goes_along_with_the_person_it_stands_beside() {
    let branch = logged();
    let text = branch.read(MEETING);
    let text = text.replace("\"wang-fang\",", "\"wang-fang\", # 值班后直接来").replace(" },", " }, # 请假条");
    branch.write(MEETING, text);
    branch.run("meeting attend 11-05 --absent 孙磊:case");
    assert!(
        branch.read(MEETING).contains("reason = \"case\", note = \"出警\" }, # 请假条"),
        "{}",
        branch.read(MEETING)
    );
    branch.run("meeting attend 11-05 --absent wang-fang:ill");
    let line = "{ member = \"wang-fang\", reason = \"ill\" }, # 值班后直接来";
    assert!(branch.read(MEETING).contains(line), "{}", branch.read(MEETING));
}

#[test]
fn a_comma_behind_a_note_does_not_make_the_next_one_present() {
    for (typed, absent) in [
        ("wang-fang:duty:出警，孙磊:case", "wang-fang duty 出警; sun-lei case -"),
        ("wang-fang:duty:出警、孙磊", "wang-fang duty 出警; sun-lei - -"),
        ("wang-fang:duty:出警、值班", "wang-fang duty 出警、值班"),
        ("wang-fang:duty，孙磊:case", "wang-fang duty -; sun-lei case -"),
        ("wang-fang，孙磊:duty", "wang-fang duty -; sun-lei duty -"),
    ] {
        let branch = Sandbox::branch();
        let told =
            branch.run_words(&["meeting", "log", "group", "-g", "criminal", "--on", "2026-11-05", "--absent", typed]);
        assert!(!told.contains("exit"), "{typed}: {told}");
        let text = branch.read(MEETING);
        for one in absent.split("; ") {
            let [who, reason, note] = one.split(' ').collect::<Vec<_>>()[..] else { panic!("{one}") };
            let line = text.lines().find(|line| line.contains("member = ") && line.contains(&format!("\"{who}\"")));
            let line = line.unwrap_or_else(|| panic!("{typed}: {text}"));
            assert!(reason == "-" || line.contains(&format!("reason = \"{reason}\"")), "{typed}: {line}");
            assert!(note == "-" || line.contains(&format!("note = \"{note}\"")), "{typed}: {line}");
        }
    }
}

#[test]
fn somebody_is_taken_out_of_a_meeting() {
    let branch = logged();
    assert!(branch.run("meeting attend 11-05 --take-out 孙磊").contains("孙磊 taken out (was: 值班备勤, 出警)"));
    assert!(!branch.read(MEETING).contains("sun-lei"));
    assert!(branch.refused("meeting attend 11-05 --take-out 孙磊").contains("孙磊 is not in the record of"));
}

#[test]
fn votes_that_nobody_can_have_given_are_refused() {
    let branch = Sandbox::branch();
    let told = branch.refused("meeting log general --on 2026-11-05 --topic 决议 --decision 决议 --votes 9,0,0");
    assert!(told.contains("9 votes, but at most 5 with a vote were there"), "{told}");
    branch.run("meeting log general --on 2026-11-05 --topic 决议 --decision 决议 --votes 5,0,0");
    let told = branch.refused("meeting decide 2026-11-05 再议 --votes 3,0,0 --ballots 2,3");
    assert!(told.contains("error"), "{told}");
    // With fewer there afterwards the votes would be too many.
    let told = branch.refused("meeting attend 2026-11-05 --absent 孙磊:ill");
    assert!(told.contains("the records would contradict themselves after this"), "{told}");
}

#[test]
fn a_meeting_is_not_moved_away_from_what_it_decided() {
    let branch = Sandbox::branch();
    branch.run("member add 周洋 -s probationary --from 2025-11-01 -g office");
    branch.run("meeting log general --on 2026-11-05 --topic 转正");
    branch.run("member step 周洋 conversion --meeting 11-05");
    let told = branch.refused("meeting edit 2026-11-05 --on 2026-11-06");
    assert!(told.contains("the records would contradict themselves after this"), "{told}");
}

#[test]
fn who_left_owing_pays_for_the_months_as_a_member_and_for_no_others() {
    let branch = Sandbox::branch();
    branch.run("dues set 孙磊 93 --from 2026-01");
    branch.run("member leave 孙磊 --reason 调离 --from 2026-11-01");
    assert!(branch.run("dues pay 孙磊 2026-09 2026-10 --on 2026-11-20").contains("孙磊 paid for 2026-09, 2026-10"));
    let told = branch.refused("dues pay 孙磊 2026-11 --on 2026-11-20");
    assert!(told.contains("error: 孙磊 was no member in 2026-11"), "{told}");
    let told = branch.run("dues pay 孙磊 2026-08 --amount 100 --on 2026-11-20");
    assert!(told.contains("孙磊 paid 7.00 more than is owed for 2026-08"), "{told}");
}

#[test]
fn six_months_of_dues_are_full_when_the_sixth_is_over() {
    let branch = Sandbox::branch();
    // Nothing is owed of the time before the records begin.
    branch.write("zhibu.toml", branch.read("zhibu.toml").replace("since = 2026-11-23", "since = 2026-05-01"));
    branch.run("dues set 孙磊 93 --from 2026-05");
    let step = |day: &str| branch.on(day, "dues arrears --format csv").contains("满六个月");
    assert!(!step("2026-10-31"), "the sixth month runs");
    assert!(step("2026-11-01"));
}

#[test]
fn the_same_award_twice_is_told() {
    let branch = Sandbox::branch();
    branch.run("points award 孙磊 good-deed 1 --on 2026-11-20 --note 拾金不昧");
    let again = branch.seeded("2", "points award 孙磊 good-deed 1 --on 2026-11-20 --note 拾金不昧");
    assert!(again.contains("the same is recorded already that day"), "{again}");
    let other = branch.seeded("3", "points award 孙磊 good-deed 1 --on 2026-11-20 --note 助人");
    assert!(!other.contains("the same is recorded already"), "{other}");
}

#[test]
fn a_step_of_an_applicant_is_out_of_order_for_a_full_member() {
    let branch = Sandbox::branch();
    let told = branch.run("member step 孙磊 talk --on 2026-11-20");
    assert!(told.contains("warning"), "{told}");
    assert!(branch.run("check members").contains("step-order"));
}
