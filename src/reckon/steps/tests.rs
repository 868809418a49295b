//! The times of the steps, by the rules of a Party branch: the day before, the day, the day after.

use super::*;
use crate::branch::{Branch, Filed};
use crate::record::{Day, Member, RelPath, Settings, Shape, Source, StepId, read};
use crate::rulebook::Template;
use crate::words::Lang;

fn filed<T: Shape>(path: &str, text: &str) -> Filed<T> {
    let source = Source::new(RelPath::new(path).expect("a path"), text);
    let reading = read(&source);
    assert_eq!((&reading.faults, &reading.notes), (&vec![], &vec![]), "{text}");
    Filed::new(source, reading.record.expect("a record"))
}

fn branch() -> Branch {
    Branch::new(filed::<Settings>("zhibu.toml", "name = \"x\"\nschema = 1\n"), Template::PartyBranch.rulebook())
}

/// A person of standings and steps, written as `full 2026-01-01` and `talk 2026-01-02 days = 3`.
fn person(standings: &[&str], steps: &[&str]) -> Filed<Member> {
    let mut text = "name = \"x\"\n".to_owned();
    for standing in standings {
        let (is, from) = standing.split_once(' ').expect("a standing and its day");
        text += &format!("[[standing]]\nis = \"{is}\"\nfrom = {from}\n");
    }
    for step in steps {
        let (is, rest) = step.split_once(' ').expect("a step and its day");
        let (on, rest) = rest.split_once(' ').unwrap_or((rest, ""));
        text += &format!("[[step]]\nis = \"{is}\"\non = {on}\n{}\n", rest.replace("; ", "\n"));
    }
    filed("members/x.toml", &text)
}

/// What the short ways of these tests leave out, and their applicants of long ago do not fit.
const UNTOLD: [&str; 3] = ["step-missing", "step-people", "step-standing"];

/// What is told of steps: code and weight.
#[track_caller]
fn told(steps: &[&str], expected: &[&str]) {
    let branch = branch();
    let person = person(&["applicant 2014-01-01"], steps);
    let faults = judge(&branch, &person).into_iter().filter(|fault| !UNTOLD.contains(&fault.code));
    let faults: Vec<_> = faults.map(|fault| format!("{} {}", fault.code, fault.severity.id())).collect();
    assert_eq!(faults, expected, "{steps:?}");
}

#[test]
fn a_talk_is_within_a_month() {
    told(&["application 2026-01-31", "talk 2026-02-27"], &[]);
    told(&["application 2026-01-31", "talk 2026-02-28"], &[]);
    told(&["application 2026-01-31", "talk 2026-03-01"], &["step-late must"]);
    told(&["application 2028-01-31", "talk 2028-02-29"], &[]);
    told(&["application 2028-01-31", "talk 2028-03-01"], &["step-late must"]);
    told(&["application 2025-12-01", "talk 2026-01-01"], &[]);
    told(&["application 2025-12-01", "talk 2026-01-02"], &["step-late must"]);
    told(&["application 2026-01-31", "talk 2026-01-31"], &[]);
    told(&["application 2026-01-31", "talk 2026-01-30"], &["step-order must"]);
    // Before the regulation there is no rule of that day.
    told(&["application 2014-01-31", "talk 2014-05-31"], &[]);
}

#[test]
fn a_standing_does_not_overtake_the_one_before() {
    told(&["application 2025-01-31", "activist 2025-06-01", "candidate 2026-01-01"], &["step-early must"]);
    told(&["activist 2025-06-01", "application 2025-06-01"], &[]);
    told(&["activist 2025-06-01", "application 2025-06-02"], &["step-order must"]);
    told(&["candidate 2025-06-01", "application 2025-06-02"], &["step-order must"]);
}

#[test]
fn an_activist_is_examined_every_half_year() {
    let activist = |examined: &[&str], expected: &[&str]| {
        let branch = branch();
        let steps: Vec<_> = ["talk 2025-02-02"].iter().chain(examined).copied().collect();
        let person = person(&["applicant 2025-02-01", "activist 2025-08-31"], &steps);
        let codes: Vec<_> = judge(&branch, &person).iter().map(|fault| fault.code).collect();
        assert_eq!(codes, expected, "{examined:?}");
    };
    activist(&["examination 2026-02-28"], &[]);
    // The first one is told where it is owed, not here.
    activist(&["examination 2026-03-01"], &[]);
    activist(&["examination 2026-02-28", "examination 2026-08-27"], &[]);
    activist(&["examination 2026-02-28", "examination 2026-08-28"], &[]);
    activist(&["examination 2026-02-28", "examination 2026-08-29"], &["step-late"]);
}

#[test]
fn a_candidate_was_an_activist_for_a_year() {
    // The notice may not stand before the year is full, either.
    told(&["activist 2025-06-10", "notice 2026-06-09", "candidate 2026-06-17"], &["step-early must"]);
    told(&["activist 2025-06-10", "notice 2026-06-10", "candidate 2026-06-17"], &[]);
    told(&["activist 2025-06-10", "notice 2026-06-11", "candidate 2026-06-18"], &[]);
    told(&["activist 2024-02-29", "candidate 2025-02-27"], &["step-early must"]);
    told(&["activist 2024-02-29", "candidate 2025-02-28"], &[]);
}

#[test]
fn a_notice_lasts_five_working_days() {
    let after = |notice: &str, candidate: &str, expected: &[&str]| {
        told(&["activist 2025-01-01", &format!("notice {notice}"), &format!("candidate {candidate}")], expected);
    };
    after("2026-06-01", "2026-06-04", &["step-early must"]);
    after("2026-06-01", "2026-06-05", &["step-early must"]);
    after("2026-06-01", "2026-06-06", &[]);
    // The holiday of 19 to 21 June.
    after("2026-06-16", "2026-06-23", &["step-early must"]);
    after("2026-06-16", "2026-06-24", &[]);
    // Sunday 20 September is worked.
    after("2026-09-17", "2026-09-22", &["step-early must"]);
    after("2026-09-17", "2026-09-23", &[]);
    // Nobody knows the holidays of 2027 yet.
    after("2026-12-28", "2027-01-01", &["step-early note"]);
    after("2026-12-28", "2027-01-04", &["step-early note"]);
    after("2026-12-28", "2027-01-05", &["step-provisional note"]);
    after("2026-12-28", "2027-03-01", &["step-provisional note"]);
    after("2026-12-28 until = 2027-01-03", "2027-01-05", &["step-amount note"]);
    after("2026-12-28 until = 2027-01-04", "2027-01-05", &["step-provisional note"]);
    after("2026-12-25", "2026-12-31", &["step-early must"]);
    after("2026-12-25", "2027-01-01", &[]);
    after("2026-06-01 until = 2026-06-04", "2026-06-08", &["step-amount must"]);
    after("2026-06-01 until = 2026-06-05", "2026-06-06", &[]);
    after("2026-06-01 until = 2026-06-08", "2026-06-08", &["step-early must"]);
}

#[test]
fn a_training_has_days_or_hours_enough() {
    let training = |amount: &str, expected: &[&str]| {
        told(&["candidate 2026-01-01", &format!("training 2026-03-02 {amount}")], expected);
    };
    training("days = 2", &["step-amount must"]);
    training("days = 3", &[]);
    training("days = 4", &[]);
    training("hours = 23.5", &["step-amount must"]);
    training("hours = 24", &[]);
    training("days = 2; hours = 24", &[]);
    training("days = 3; hours = 20", &[]);
    training("days = 2; hours = 20", &["step-amount must"]);
    training("note = \"x\"", &[]);
}

#[test]
fn an_admission_follows_the_review_within_a_month() {
    told(&["pre-review 2026-06-30", "admission 2026-07-29"], &[]);
    told(&["pre-review 2026-06-30", "admission 2026-07-30"], &[]);
    told(&["pre-review 2026-06-30", "admission 2026-07-31"], &["step-late must"]);
    // By the text of 2014 that was done as a rule; the day of the admission decides.
    told(&["pre-review 2026-01-31", "admission 2026-02-28"], &[]);
    told(&["pre-review 2026-01-31", "admission 2026-03-01"], &["step-late as-a-rule"]);
    told(&["pre-review 2026-04-16", "admission 2026-05-17"], &["step-late as-a-rule"]);
    told(&["pre-review 2026-04-16", "admission 2026-05-18"], &["step-late must"]);
}

#[test]
fn an_approval_comes_within_three_months_or_six() {
    for (approval, expected) in [
        ("2026-09-29", &[][..]),
        ("2026-09-30", &[]),
        ("2026-10-01", &["step-late as-a-rule"]),
        ("2026-12-29", &["step-late as-a-rule"]),
        ("2026-12-30", &["step-late as-a-rule"]),
        ("2026-12-31", &["step-late must"]),
    ] {
        told(&["admission 2026-06-30", &format!("approval {approval}")], expected);
    }
}

#[test]
fn an_oath_follows_within_a_month() {
    told(&["approval 2026-08-31", "oath 2026-09-29"], &[]);
    told(&["approval 2026-08-31", "oath 2026-09-30"], &[]);
    told(&["approval 2026-08-31", "oath 2026-10-01"], &["step-late as-a-rule"]);
    told(&["approval 2025-08-31", "oath 2026-05-17"], &[]);
    told(&["approval 2025-08-31", "oath 2026-05-18"], &["step-late as-a-rule"]);
}

#[test]
fn a_probation_is_a_year_and_longer_where_it_is_extended() {
    told(&["admission 2026-06-20", "conversion 2027-06-19"], &["step-early must"]);
    told(&["admission 2026-06-20", "conversion 2027-06-20"], &[]);
    told(&["admission 2026-06-20", "conversion 2027-06-21"], &[]);
    told(&["admission 2028-02-29", "conversion 2029-02-27"], &["step-early must"]);
    told(&["admission 2028-02-29", "conversion 2029-02-28"], &[]);
    let extended = |length: &str, conversion: &str, expected: &[&str]| {
        let extension = format!("extension 2027-06-25 for = \"{length}\"");
        let conversion = format!("conversion {conversion}");
        let steps = ["admission 2026-06-20", "conversion-application 2027-06-01", &extension];
        told(&[&steps[..], &["conversion-application 2027-12-01", &conversion]].concat(), expected);
    };
    extended("6m", "2027-12-19", &["step-early must"]);
    extended("6m", "2027-12-20", &[]);
    extended("1y", "2028-06-19", &["step-early must"]);
    extended("1y", "2028-06-20", &[]);
    // The second application is late for so short an extension.
    extended("5m", "2027-12-20", &["step-amount must", "step-late as-a-rule"]);
    extended("13m", "2028-07-20", &["step-amount must"]);
}

#[test]
fn a_probation_is_extended_once() {
    let steps = ["admission 2026-06-20", "extension 2027-06-25 for = \"6m\"", "extension 2027-12-20 for = \"6m\""];
    told(&steps, &["step-twice must"]);
    told(&["admission 2026-06-20", "extension 2027-06-19 for = \"6m\""], &["step-early must"]);
    told(&["admission 2026-06-20", "extension 2027-06-20"], &["step-amount must"]);
}

#[test]
fn a_conversion_is_applied_for_and_approved_in_time() {
    told(&["admission 2026-06-20", "conversion-application 2027-06-20"], &[]);
    told(&["admission 2026-06-20", "conversion-application 2027-06-21"], &["step-late as-a-rule"]);
    let meeting = |day: &str, expected: &[&str]| {
        told(&["conversion-application 2026-05-31", &format!("conversion {day}")], expected);
    };
    meeting("2026-08-31", &[]);
    meeting("2026-09-01", &["step-late as-a-rule"]);
    told(&["conversion 2026-11-30", "conversion-approval 2027-02-27"], &[]);
    told(&["conversion 2026-11-30", "conversion-approval 2027-02-28"], &[]);
    told(&["conversion 2026-11-30", "conversion-approval 2027-03-01"], &["step-late must"]);
    told(&["conversion 2026-11-30", "conversion-approval 2026-11-29"], &["step-order must"]);
}

/// The steps that are told to be missing, by the standing that was taken without them.
#[track_caller]
fn missing(standings: &[&str], steps: &[&str], expected: &[&str]) {
    let branch = branch();
    let faults = judge(&branch, &person(standings, steps)).into_iter().filter(|fault| fault.code == "step-missing");
    let facts: Vec<_> = faults.map(|fault| fault.fact.get(Lang::Zh).to_owned()).collect();
    assert_eq!(facts, expected, "{standings:?} {steps:?}");
}

#[test]
fn a_standing_is_taken_with_its_steps() {
    // Nobody recorded steps.
    missing(&["applicant 2024-01-01", "activist 2024-06-01", "candidate 2024-07-01"], &[], &[]);
    // Nobody recorded steps yet.
    missing(&["applicant 2024-01-01", "activist 2024-06-01"], &["contacts 2024-06-02"], &[]);
    missing(
        &["applicant 2024-01-01", "activist 2024-06-01", "candidate 2025-06-01"],
        &["contacts 2024-06-02"],
        &["确定为发展对象 2025-06-01，之前没有登记：考察入党积极分子"],
    );
    // The notice is owed from the day of the revision on.
    let kept = ["talk 2024-01-02", "contacts 2024-06-02", "examination 2024-12-01"];
    missing(&["applicant 2024-01-01", "activist 2024-06-01", "candidate 2026-05-17"], &kept, &[]);
    missing(
        &["applicant 2024-01-01", "activist 2024-06-01", "candidate 2026-05-18"],
        &kept,
        &["确定为发展对象 2026-05-18，之前没有登记：发展对象公示"],
    );
    // Who came from elsewhere is asked for what follows the first step that is written.
    missing(
        &["probationary 2026-04-01"],
        &["training 2026-02-01", "pre-review 2026-03-10"],
        &["党员大会接收预备党员 2026-04-01，之前没有登记：支委会审查"],
    );
    // What was recorded a day late is told as out of order.
    missing(&["applicant 2024-01-01"], &["application 2024-01-01", "activist 2024-02-01", "talk 2024-02-02"], &[]);
}

/// The next days of a step on a day: earliest, latest, and what it waits for.
#[track_caller]
fn coming(standings: &[&str], steps: &[&str], day: &str, step: &str, expected: (&str, &str, &[&str])) {
    let branch = branch();
    let person = person(standings, steps);
    let way = Progress::new(&branch.rules, &person, Day::parse(day).expect("a day"));
    let rule = way.open().into_iter().find(|rule| rule.id.as_str() == step).expect("an open step");
    let coming = way.coming(rule);
    let shown = |bound: Option<Bound<'_>>| bound.map_or_else(String::new, |bound| bound.day().to_string());
    let waits: Vec<_> = coming.waits.iter().map(|step| step.as_str()).collect();
    let told = (&*shown(coming.earliest), &*shown(coming.latest), &waits[..]);
    assert_eq!(told, expected, "{step} on {day}");
}

#[test]
fn what_comes_next_has_its_days() {
    let applicant = ["applicant 2026-07-31"];
    coming(&applicant, &[], "2026-08-01", "talk", ("2026-07-31", "2026-08-31", &[]));
    coming(&applicant, &[], "2026-08-01", "activist", ("2026-07-31", "", &["talk"]));
    let activist = ["applicant 2025-07-31", "activist 2025-08-31"];
    coming(&activist, &[], "2026-01-01", "examination", ("2025-08-31", "2026-02-28", &[]));
    coming(&activist, &["examination 2026-02-01"], "2026-02-02", "examination", ("2025-08-31", "2026-08-01", &[]));
    coming(&activist, &[], "2026-06-01", "candidate", ("2026-08-31", "", &["notice"]));
    coming(&activist, &["notice 2026-09-17"], "2026-09-18", "candidate", ("2026-09-23", "", &[]));
    let probationary = ["applicant 2024-01-01", "probationary 2026-02-28"];
    coming(&probationary, &[], "2026-06-01", "approval", ("2026-02-28", "2026-05-28", &[]));
    coming(&probationary, &[], "2026-06-01", "conversion-application", ("2026-02-28", "2027-02-28", &[]));
    coming(&probationary, &[], "2026-06-01", "conversion", ("2027-02-28", "", &["conversion-application"]));
    // Applied long before the end: what may not be done sooner is not late before.
    let applied = ["conversion-application 2026-11-01"];
    coming(&probationary, &applied, "2026-12-01", "conversion", ("2027-02-28", "2027-02-28", &[]));
    let applied = ["conversion-application 2027-02-10"];
    coming(&probationary, &applied, "2027-02-11", "conversion", ("2027-02-28", "2027-05-10", &[]));
    let extended = ["conversion-application 2027-02-10", "extension 2027-03-01 for = \"6m\""];
    coming(&probationary, &extended, "2027-03-02", "conversion-application", ("2026-02-28", "2027-08-28", &[]));
    coming(&probationary, &extended, "2027-03-02", "conversion", ("2027-08-28", "", &["conversion-application"]));
}

/// The steps open on a day.
#[track_caller]
fn open(standings: &[&str], steps: &[&str], day: &str, expected: &[&str]) {
    let branch = branch();
    let person = person(standings, steps);
    let way = Progress::new(&branch.rules, &person, Day::parse(day).expect("a day"));
    let open: Vec<_> = way.open().into_iter().map(|rule| rule.id.to_string()).collect();
    assert_eq!(open, expected, "{standings:?} {steps:?} on {day}");
}

#[test]
fn the_way_leads_from_one_standing_to_the_next() {
    open(&["staff 2020-01-01"], &[], "2026-06-01", &[]);
    open(&["full 2020-01-01"], &[], "2026-06-01", &[]);
    open(&["applicant 2026-01-01", "left 2026-02-01"], &[], "2026-06-01", &[]);
    open(&["applicant 2026-01-01"], &[], "2025-12-31", &[]);
    open(&["applicant 2026-01-01"], &[], "2026-01-01", &["talk", "activist"]);
    open(&["applicant 2026-01-01"], &["talk 2026-01-10"], "2026-01-09", &["talk", "activist"]);
    open(&["applicant 2026-01-01"], &["talk 2026-01-10"], "2026-01-10", &["activist"]);
    // A step that was left behind is not owed any more.
    let activist = ["applicant 2025-01-01", "activist 2025-06-01"];
    open(&activist, &[], "2026-05-17", &["contacts", "examination", "candidate"]);
    open(&activist, &[], "2026-05-18", &["contacts", "examination", "notice", "candidate"]);
    // Only activists are examined again and again.
    let candidate = ["applicant 2025-01-01", "activist 2025-06-01", "candidate 2026-06-01"];
    let to_admission = ["introducers", "political-review", "training", "committee-review", "pre-review", "admission"];
    open(&candidate, &[], "2026-06-01", &to_admission);
    // A conversion that is recorded waits for its approval.
    let full = ["probationary 2025-06-01", "full 2026-06-01"];
    open(&full, &[], "2026-06-30", &[]);
    open(&full, &["conversion 2026-06-20"], "2026-06-30", &["conversion-approval", "archive"]);
}

#[test]
fn who_falls_back_has_the_steps_before_him_again() {
    let standings = ["applicant 2024-01-01", "activist 2024-06-01", "applicant 2025-01-01"];
    open(&standings, &["talk 2024-01-10", "contacts 2024-06-02"], "2025-01-01", &["talk", "activist"]);
    let standings = ["applicant 2024-01-01", "staff 2024-06-01", "applicant 2025-01-01", "activist 2025-06-01"];
    let steps = ["talk 2024-01-10", "talk 2025-01-20"];
    open(&standings, &steps, "2025-01-10", &["talk", "activist"]);
    open(&standings, &steps, "2025-01-20", &["activist"]);
    missing(&standings, &["talk 2024-01-10"], &["确定为入党积极分子 2025-06-01，之前没有登记：派人谈话"]);
}

/// A plan back: each step with its first and last day, and whether all of it can be done.
#[track_caller]
fn plan(standings: &[&str], steps: &[&str], today: &str, goal: &str, day: &str, expected: (&[&str], bool, &str)) {
    let branch = branch();
    let person = person(standings, steps);
    let way = Progress::new(&branch.rules, &person, Day::parse(today).expect("a day"));
    let day = Day::parse(day).expect("a day");
    let goal = branch.rules.step_on(&StepId::new(goal).expect("an id"), day).expect("a step");
    let plan = plan_back(&way, goal, day);
    let line =
        |planned: &BackStep<'_>| format!("{} {} {}", planned.coming.rule.id.value, planned.first.day, planned.last.day);
    let lines: Vec<_> = plan.steps.iter().map(line).collect();
    let told: Vec<_> = lines.iter().map(String::as_str).collect();
    assert_eq!((&told[..], plan.is_possible(), &*plan.earliest.day.to_string()), expected);
}

#[test]
fn back_from_an_admission() {
    let candidate = ["applicant 2024-01-01", "activist 2025-01-10", "candidate 2026-06-15"];
    let steps = ["introducers 2026-06-15", "political-review 2026-07-01"];
    plan(
        &candidate,
        &steps,
        "2026-07-10",
        "admission",
        "2026-09-30",
        (
            &[
                "training 2026-07-10 2026-09-30",
                "committee-review 2026-07-10 2026-09-30",
                "pre-review 2026-08-30 2026-09-30",
                "admission 2026-07-10 2026-09-30",
            ],
            true,
            "2026-07-10",
        ),
    );
    // A month before the last day of February.
    plan(
        &candidate,
        &steps,
        "2026-07-10",
        "admission",
        "2027-02-28",
        (
            &[
                "training 2026-07-10 2027-02-28",
                "committee-review 2026-07-10 2027-02-28",
                "pre-review 2027-01-28 2027-02-28",
                "admission 2026-07-10 2027-02-28",
            ],
            true,
            "2026-07-10",
        ),
    );
}

#[test]
fn back_from_a_candidate() {
    let activist = ["applicant 2025-01-01", "activist 2025-06-10"];
    let steps = ["contacts 2025-06-11"];
    for today in ["2026-06-01", "2026-06-03", "2026-06-04"] {
        let steps_back = ["notice 2026-06-10 2026-06-03", "candidate 2026-06-17 2026-06-10"];
        plan(&activist, &steps, today, "candidate", "2026-06-10", (&steps_back, false, "2026-06-17"));
    }
    let in_time = ["notice 2026-06-10 2026-06-10", "candidate 2026-06-17 2026-06-17"];
    plan(&activist, &steps, "2026-06-01", "candidate", "2026-06-17", (&in_time, true, "2026-06-17"));
    // A year too early, whatever is done.
    plan(
        &activist,
        &steps,
        "2026-05-20",
        "candidate",
        "2026-06-09",
        (&["notice 2026-06-10 2026-06-02", "candidate 2026-06-17 2026-06-09"], false, "2026-06-17"),
    );
    // From the application to the candidate.
    plan(
        &["applicant 2026-07-02"],
        &[],
        "2026-07-03",
        "candidate",
        "2027-12-31",
        (
            &[
                "talk 2026-07-03 2026-08-02",
                "activist 2026-07-03 2026-12-24",
                "contacts 2026-07-03 2027-12-31",
                "notice 2027-07-03 2027-12-24",
                "candidate 2027-07-10 2027-12-31",
            ],
            true,
            "2027-07-10",
        ),
    );
}

#[test]
fn back_from_a_conversion() {
    let probationary = ["applicant 2024-01-01", "probationary 2026-06-20"];
    let steps = ["approval 2026-08-01", "oath 2026-08-15"];
    plan(
        &probationary,
        &steps,
        "2026-11-23",
        "conversion",
        "2027-07-01",
        (&["conversion-application 2027-04-01 2027-06-20", "conversion 2027-06-20 2027-07-01"], true, "2027-06-20"),
    );
}
