//! Talks by the calendar, what makes them a duty, and plans that settle everything.

use super::*;
use crate::branch::Filed;
use crate::record::{Appraisals, Ledger, Member, RelPath, Settings, Shape, Source, TalkLedger, read};
use crate::rulebook::{TalkRules, Template};

#[track_caller]
fn filed<T: Shape>(path: &str, text: &str) -> Filed<T> {
    let source = Source::new(RelPath::new(path).expect("a path"), text);
    let reading = read(&source);
    assert_eq!((&reading.faults, &reading.notes), (&vec![], &vec![]), "{text}");
    Filed::new(source, reading.record.expect("a record"))
}

fn day(text: &str) -> Day {
    Day::parse(text).expect("a day")
}

fn id(text: &str) -> MemberId {
    MemberId::new(text).expect("an id")
}

/// A branch under the rules that come with the program.
fn branch(people: &[(&str, &str)]) -> Branch {
    let source = Source::new(RelPath::new("zhibu.toml").expect("a path"), "");
    let mut branch = Branch::new(Filed::new(source, Settings::named("站南")), Template::PartyBranch.rulebook());
    for (who, more) in people {
        add(&mut branch, who, &format!("[[standing]]\nis = \"full\"\nfrom = 2010-01-01\n{more}"));
    }
    branch
}

fn add(branch: &mut Branch, who: &str, text: &str) {
    let member: Filed<Member> = filed(&format!("members/{who}.toml"), &format!("name = \"{who}\"\n{text}"));
    let known = branch.members.iter().map(|(id, member)| (id.clone(), member.clone()));
    branch.members = known.chain([(id(who), member)]).collect();
}

/// The same under one rule of talks.
fn ruled(mut branch: Branch, rules: &str) -> Branch {
    let Filed { source, record }: Filed<TalkRules> = filed("rules/talks.toml", rules);
    branch.rules.talks = Some((source, *record));
    branch
}

/// The same with talks: day, who, with, reason.
fn with_talks(mut branch: Branch, talks: &[(&str, &str, &str, &str)]) -> Branch {
    let line = |(at, (day, who, with, reason)): (usize, &(&str, &str, &str, &str))| {
        let reason = if reason.is_empty() { String::new() } else { format!(", reason = \"{reason}\"") };
        format!("  {{ id = \"t{at}\", date = {day}, who = \"{who}\", with = \"{with}\"{reason} }},\n")
    };
    let lines: String = talks.iter().enumerate().map(line).collect();
    branch.talk_files = vec![filed::<TalkLedger>("talks/2026.toml", &format!("entries = [\n{lines}]\n"))];
    branch
}

/// What is owed on a day: rule, who, times, until.
fn owed(branch: &Branch, on: &str) -> Vec<String> {
    let told = |one: &OwedTalk<'_>| {
        let with = one.only().map_or_else(String::new, |other| format!(" {other}"));
        format!("{} {}{with} {} {}", one.rule.id(), one.who, one.times, one.until)
    };
    owed_talks(branch, day(on)).iter().map(told).collect()
}

const SECRETARY: &str = "[[post]]\nid = \"secretary\"\nfrom = 2020-01-01\n";
const DEPUTY: &str = "[[post]]\nid = \"deputy\"\nfrom = 2020-01-01\n";

const MONTHLY: &str = "[[pair]]\nid = \"c\"\nname = \"c\"\nfrom = 2026-01-15\nuntil = 2028-02-20\n\
    who = { posts = [\"secretary\"] }\nwith = { posts = [\"deputy\"] }\neach = \"pair\"\ntimes = 2\nper = \"month\"\n\
    firm = \"must\"\n";

#[test]
fn a_stretch_begins_and_ends_where_the_calendar_says() {
    let people = [("a", SECRETARY), ("b", DEPUTY)];
    let talks = [
        ("2026-01-31", "a", "b", ""),
        ("2026-02-01", "b", "a", ""),
        ("2026-02-28", "a", "b", ""),
        ("2026-03-31", "a", "b", ""),
        ("2028-02-01", "a", "b", ""),
    ];
    let branch = with_talks(ruled(branch(&people), MONTHLY), &talks);
    let case = |on: &str, expected: &[&str]| assert_eq!(owed(&branch, on), expected, "{on}");
    case("2026-01-14", &[]);
    case("2026-01-15", &["c a b 2 2026-01-31"]);
    case("2026-01-31", &["c a b 1 2026-01-31"]);
    case("2026-02-01", &["c a b 1 2026-02-28"]);
    case("2026-02-27", &["c a b 1 2026-02-28"]);
    case("2026-02-28", &[]);
    case("2026-03-01", &["c a b 2 2026-03-31"]);
    case("2026-04-30", &["c a b 2 2026-04-30"]);
    case("2028-01-31", &["c a b 2 2028-01-31"]);
    case("2028-02-20", &["c a b 1 2028-02-20"]);
    case("2028-02-21", &[]);
}

#[test]
fn a_year_is_owed_to_its_last_day_and_not_beyond() {
    let people = [("a", SECRETARY), ("b", DEPUTY), ("c", ""), ("d", "")];
    let talks = [
        ("2025-12-31", "a", "c", ""),
        ("2026-01-01", "a", "b", ""),
        ("2026-06-30", "c", "d", ""),
        ("2026-12-31", "a", "c", ""),
    ];
    let branch = with_talks(branch(&people), &talks);
    let case = |on: &str, expected: &[&str]| assert_eq!(owed(&branch, on), expected, "{on}");
    case(
        "2025-12-30",
        &[
            "committee a b 1 2025-12-31",
            "committee-member a b 1 2025-12-31",
            "committee-member b a 1 2025-12-31",
            "committee-member c 1 2025-12-31",
            "committee-member d 1 2025-12-31",
            "member-member a 1 2025-12-31",
            "member-member b 1 2025-12-31",
            "member-member c d 1 2025-12-31",
            "member-member d c 1 2025-12-31",
        ],
    );
    case(
        "2026-01-01",
        &[
            "committee-member c 1 2026-12-31",
            "committee-member d 1 2026-12-31",
            "member-member a 1 2026-12-31",
            "member-member b 1 2026-12-31",
            "member-member c d 1 2026-12-31",
            "member-member d c 1 2026-12-31",
        ],
    );
    case(
        "2026-12-30",
        &[
            "committee-member c 1 2026-12-31",
            "committee-member d 1 2026-12-31",
            "member-member a 1 2026-12-31",
            "member-member b 1 2026-12-31",
        ],
    );
    case("2026-12-31", &["committee-member d 1 2026-12-31", "member-member b 1 2026-12-31"]);
    assert_eq!(owed(&branch, "2027-01-01").len(), 9);
}

#[test]
fn what_a_stretch_left_undone_is_told_after_its_last_day() {
    let people = [("a", SECRETARY), ("b", DEPUTY)];
    let talks = [("2026-01-31", "a", "b", ""), ("2026-02-01", "a", "b", ""), ("2026-02-28", "b", "a", "")];
    let mut branch = with_talks(ruled(branch(&people), MONTHLY), &talks);
    let missed = |branch: &Branch, first: &str, last: &str| {
        let days = Period::new(day(first), day(last)).expect("days");
        let told = |one: &OwedTalk<'_>| format!("{} {} {}", one.who, one.times, one.until);
        missed_talks(branch, days).iter().map(told).collect::<Vec<_>>()
    };
    assert_eq!(missed(&branch, "2025-01-01", "2026-01-30"), Vec::<String>::new());
    assert_eq!(missed(&branch, "2025-01-01", "2026-01-31"), ["a 1 2026-01-31"]);
    assert_eq!(missed(&branch, "2025-01-01", "2026-04-29"), ["a 1 2026-01-31", "a 2 2026-03-31"]);
    assert_eq!(missed(&branch, "2028-01-31", "2028-12-31"), ["a 2 2028-01-31", "a 2 2028-02-20"]);
    assert_eq!(missed(&branch, "2028-02-21", "2199-12-31"), Vec::<String>::new());
    // What was not done in less than half of a stretch was not missed.
    for (since, expected) in [("2026-03-15", 1), ("2026-03-16", 1), ("2026-03-17", 0)] {
        let text = format!("name = \"x\"\nschema = 1\nsince = {since}\n");
        branch.settings = filed::<Settings>("zhibu.toml", &text);
        assert_eq!(missed(&branch, "2025-01-01", "2026-04-29").len(), expected, "{since}");
    }
}

#[test]
fn nobody_owes_a_talk_that_cannot_be() {
    let alone = branch(&[("a", SECRETARY), ("c", "")]);
    assert_eq!(owed(&alone, "2026-06-01"), ["committee-member c a 1 2026-12-31", "member-member a c 1 2026-12-31"]);
    let mut left = alone;
    add(
        &mut left,
        "c",
        "[[standing]]\nis = \"full\"\nfrom = 2010-01-01\n[[standing]]\nis = \"left\"\nfrom = 2026-06-02\n",
    );
    assert_eq!(owed(&left, "2026-06-01").len(), 2);
    assert_eq!(owed(&left, "2026-06-02"), Vec::<String>::new());
}

/// A trigger that is set off by something, with the secretary within a month.
fn trigger(cause: &str) -> String {
    format!(
        "[[reason]]\nid = \"r\"\nname = \"r\"\n[[trigger]]\nid = \"t\"\nname = \"t\"\nfrom = 2020-01-01\n{cause}\n\
         with = {{ posts = [\"secretary\"] }}\nreason = \"r\"\nwithin = \"1m\"\nfirm = \"must\"\n"
    )
}

fn awarded(mut branch: Branch, days: &[&str]) -> Branch {
    let line =
        |day: &&str| format!("  {{ id = \"e\", date = {day}, member = \"b\", item = \"commended\", points = 1 }},\n");
    let lines: String = days.iter().map(line).collect();
    branch.ledgers = vec![filed::<Ledger>("points/2026-01.toml", &format!("entries = [\n{lines}]\n"))];
    branch
}

#[test]
fn a_talk_is_owed_within_a_month_of_what_made_it_a_duty() {
    let people = [("a", SECRETARY), ("b", "")];
    let rules = trigger("items = [\"commended\"]");
    let case = |happened: &str, talk: Option<(&str, &str)>, on: &str, until: Option<&str>| {
        let branch = awarded(ruled(branch(&people), &rules), &[happened]);
        let talks: Vec<_> = talk.map(|(day, reason)| (day, "b", "a", reason)).into_iter().collect();
        let branch = with_talks(branch, &talks);
        let expected: Vec<_> = until.map(|until| format!("t b a 1 {until}")).into_iter().collect();
        assert_eq!(owed(&branch, on), expected, "{happened} {talk:?} {on}");
    };
    case("2026-01-31", None, "2026-01-30", None);
    case("2026-01-31", None, "2026-01-31", Some("2026-02-28"));
    case("2028-01-31", None, "2028-03-01", Some("2028-02-29"));
    case("2026-12-31", None, "2027-01-01", Some("2027-01-31"));
    case("2026-05-30", Some(("2026-05-29", "r")), "2026-06-01", Some("2026-06-30"));
    case("2026-05-30", Some(("2026-05-30", "r")), "2026-06-01", None);
    case("2026-05-30", Some(("2026-05-31", "other")), "2026-06-01", Some("2026-06-30"));
    case("2026-05-30", Some(("2026-07-15", "r")), "2026-07-14", Some("2026-06-30"));
    case("2026-05-30", Some(("2026-07-15", "r")), "2026-07-15", None);
    case("2026-05-30", None, "2027-05-30", Some("2026-06-30"));
    case("2026-05-30", None, "2027-05-31", None);
}

#[test]
fn one_talk_settles_all_that_happened_before_it() {
    let branch = ruled(branch(&[("a", SECRETARY), ("b", "")]), &trigger("items = [\"commended\"]"));
    let branch = awarded(branch, &["2026-05-30", "2026-06-10", "2026-06-20"]);
    assert_eq!(owed(&branch, "2026-06-30"), ["t b a 1 2026-06-30"]);
    let branch = with_talks(branch, &[("2026-06-10", "a", "b", "r")]);
    assert_eq!(owed(&branch, "2026-06-30"), ["t b a 1 2026-07-20"]);
}

#[test]
fn what_can_make_a_talk_a_duty() {
    let case = |cause: &str, more: &str, on: &str, until: Option<&str>| {
        let mut branch = ruled(branch(&[("a", SECRETARY)]), &trigger(cause));
        add(&mut branch, "b", more);
        let graded =
            "entries = [\n  { id = \"g\", year = 2025, date = 2026-01-20, member = \"b\", grade = \"basic\" },\n]\n";
        branch.appraisals = vec![filed::<Appraisals>("appraisals/2025.toml", graded)];
        let expected: Vec<_> = until.map(|until| format!("t b a 1 {until}")).into_iter().collect();
        assert_eq!(owed(&branch, on), expected, "{cause} {on}");
    };
    let joined =
        "[[standing]]\nis = \"staff\"\nfrom = 2026-03-01\n[[standing]]\nis = \"probationary\"\nfrom = 2026-04-01\n";
    case("joined = true", joined, "2026-03-01", Some("2026-04-01"));
    case("joined = true", joined, "2026-02-28", None);
    case("standings = [\"probationary\"]", joined, "2026-03-31", None);
    case("standings = [\"probationary\"]", joined, "2026-04-01", Some("2026-05-01"));
    case("joined = true\nwho = { standings = [\"full\"] }", joined, "2026-04-01", None);
    let back = "[[standing]]\nis = \"full\"\nfrom = 2010-01-01\n[[standing]]\nis = \"left\"\nfrom = 2026-01-10\n\
                [[standing]]\nis = \"full\"\nfrom = 2026-03-31\n";
    case("joined = true", back, "2026-03-30", None);
    case("joined = true", back, "2026-03-31", Some("2026-04-30"));
    let moved = "[[standing]]\nis = \"full\"\nfrom = 2010-01-01\n[[group]]\nid = \"x\"\nfrom = 2026-01-01\n\
                 [[group]]\nid = \"y\"\nfrom = 2026-02-01\n";
    case("moved = true", moved, "2026-01-31", None);
    case("moved = true", moved, "2026-02-01", Some("2026-03-01"));
    let post = "[[standing]]\nis = \"full\"\nfrom = 2010-01-01\n[[post]]\nid = \"group-leader\"\nfrom = 2020-01-01\nuntil = 2026-05-30\n";
    case("posts = [\"group-leader\"]", post, "2026-05-30", None);
    case("posts = [\"group-leader\"]", post, "2026-05-31", Some("2026-06-30"));
    case("posts = [\"deputy\"]", post, "2026-05-31", None);
    let full = "[[standing]]\nis = \"full\"\nfrom = 2010-01-01\n";
    case("grades = [\"basic\", \"unqualified\"]", full, "2026-01-20", Some("2026-02-20"));
    case("grades = [\"unqualified\"]", full, "2026-01-20", None);
}

/// The talks of a plan, as they would be recorded.
fn carried_out(branch: &Branch, on: &str) -> Vec<(String, String)> {
    let owed = owed_talks(branch, day(on));
    let talks = talks_planned(branch, &owed, day(on));
    let pairs = talks.iter().map(|talk| std::iter::repeat_n((talk.who.to_string(), talk.with.to_string()), talk.times));
    pairs.flatten().collect()
}

#[test]
fn a_plan_settles_everything_with_as_few_talks_as_can_be() {
    let posts = ["secretary", "deputy", "organization", "publicity", "discipline"];
    // Each pair of the committee, each ordinary member with one of it, the ordinary members among themselves.
    for (committee, ordinary) in [(5, 22), (5, 21), (3, 2), (2, 1), (1, 6), (1, 1), (5, 0), (0, 4), (4, 30)] {
        let mut people: Vec<(String, String)> = Vec::new();
        for (at, post) in posts.iter().take(committee).enumerate() {
            people.push((format!("c{at}"), format!("[[post]]\nid = \"{post}\"\nfrom = 2020-01-01\n")));
        }
        people.extend((0..ordinary).map(|at| (format!("m{at:02}"), String::new())));
        let people: Vec<_> = people.iter().map(|(who, more)| (who.as_str(), more.as_str())).collect();
        let branch = branch(&people);
        let talks = carried_out(&branch, "2026-06-01");
        let with_committee = if committee > 0 { ordinary } else { 0 };
        let among = if ordinary > 1 { usize::div_ceil(ordinary, 2) } else { 0 };
        // A commissioner who owes a talk with an ordinary member has it, where there are as many as that.
        let spare = if ordinary > 0 { committee.saturating_sub(ordinary) } else { 0 };
        let fewest = committee * committee.saturating_sub(1) / 2 + with_committee + among + spare;
        assert_eq!(talks.len(), fewest, "{committee} and {ordinary}: {talks:?}");
        let most = (0..committee).map(|at| {
            let who = format!("c{at}");
            talks.iter().filter(|(one, other)| *one == who || *other == who).count()
        });
        let (least, most) = (most.clone().min().unwrap_or_default(), most.max().unwrap_or_default());
        assert!(most - least <= 1, "{committee} and {ordinary}: the committee shares the work, {least} to {most}");
        let lines: Vec<_> = talks.iter().map(|(who, with)| ("2026-06-01", who.as_str(), with.as_str(), "")).collect();
        assert_eq!(owed(&with_talks(branch, &lines), "2026-06-01"), Vec::<String>::new());
    }
}

#[test]
fn a_plan_of_several_times_and_reasons_settles_everything() {
    let rules = format!(
        "{}{}{}",
        trigger("items = [\"commended\"]"),
        trigger("joined = true").replace("\"t\"", "\"j\"").replace("\"r\"", "\"s\""),
        MONTHLY
            .replace("\"pair\"", "\"person\"")
            .replace("who = { posts = [\"secretary\"] }", "who = { standings = [\"full\"] }")
    );
    let branch = ruled(branch(&[("a", SECRETARY), ("b", DEPUTY), ("c", "")]), &rules);
    let mut branch = awarded(branch, &["2026-05-30"]);
    add(&mut branch, "b", &format!("[[standing]]\nis = \"full\"\nfrom = 2026-05-20\n{DEPUTY}"));
    let owed_now = owed_talks(&branch, day("2026-06-01"));
    let talks = talks_planned(&branch, &owed_now, day("2026-06-01"));
    let told: Vec<_> = talks.iter().map(|talk| format!("{} x{}", talk.command(), talk.times)).collect();
    assert_eq!(
        told,
        ["zhibu talk log a b --reason s x1", "zhibu talk log a b --reason r x1", "zhibu talk log b c x2",]
    );
    let lines = [
        ("2026-06-01", "a", "b", "s"),
        ("2026-06-01", "a", "b", "r"),
        ("2026-06-01", "b", "c", ""),
        ("2026-06-01", "b", "c", ""),
    ];
    assert_eq!(owed(&with_talks(branch, &lines), "2026-06-01"), Vec::<String>::new());
}
