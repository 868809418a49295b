//! What counts on a day: the day before a scored period begins, its first day, the day after.

use super::*;
use crate::branch::Filed;
use crate::record::{RelPath, Shape, Source, read};
use crate::rulebook::Template;

#[track_caller]
fn filed<T: Shape>(path: &str, text: &str) -> Filed<T> {
    let source = Source::new(RelPath::new(path).expect("a path"), text);
    let reading = read(&source);
    assert_eq!(reading.faults, [], "{path}");
    Filed::new(source, reading.record.expect("a record"))
}

/// One member, full from a day on, under a scheme that gives a base of 60.
fn branch(frame: &str, from: &str) -> Branch {
    let scheme = format!("[[scheme]]\nfrom = 2026-01-01\nbase = 60\n{frame}\n");
    let items = "[[category]]\nid = \"c\"\nname = \"c\"\n[[item]]\nid = \"i\"\nname = \"i\"\ncategory = \"c\"\nfrom = 2026-01-01\npoints = 5\n";
    let rules: Filed<crate::rulebook::PointsRules> = filed("rules/points.toml", &(scheme + items));
    let mut rulebook = Template::PartyBranch.rulebook();
    rulebook.points = Some((rules.source, *rules.record));
    let mut branch = Branch::new(filed("zhibu.toml", "name = \"x\"\nschema = 1\n"), rulebook);
    let member = format!("name = \"x\"\n[[standing]]\nis = \"full\"\nfrom = {from}\n");
    branch.members = [(MemberId::new("x").expect("an id"), filed("members/x.toml", &member))].into_iter().collect();
    branch
}

/// What a period comes to on a day; none where nobody is scored by then.
#[track_caller]
fn case(branch: &Branch, period: &str, day: &str, expected: Option<i64>) {
    let period = Period::parse(period).expect("a period");
    let accounts = reckon(branch, period, Day::parse(day).expect("a day"));
    let total = accounts.first().map(|account| account.total(period));
    assert_eq!(total, expected.map(Score::whole), "{period} on {day}");
}

#[test]
fn the_base_of_a_month_counts_from_its_first_day() {
    let branch = branch("period = \"month\"", "2010-01-01");
    for (period, day, expected) in [
        ("2026Q4", "2026-09-30", None),
        ("2026Q4", "2026-10-01", Some(60)),
        ("2026Q4", "2026-10-02", Some(60)),
        ("2026Q4", "2026-10-31", Some(60)),
        ("2026Q4", "2026-11-01", Some(120)),
        ("2026Q4", "2026-11-02", Some(120)),
        ("2026Q4", "2026-12-01", Some(180)),
        ("2026Q4", "2026-12-31", Some(180)),
        ("2026Q4", "2027-01-01", Some(180)),
        ("2026", "2025-12-31", None),
        ("2026", "2026-01-01", Some(60)),
        ("2026", "2026-02-28", Some(120)),
        ("2026", "2026-03-01", Some(180)),
        ("2028", "2028-02-29", Some(120)),
        ("2028", "2028-03-01", Some(180)),
        ("2026-11", "2026-10-31", None),
        ("2026-11", "2026-11-01", Some(60)),
        ("2026-11", "2199-12-31", Some(60)),
    ] {
        case(&branch, period, day, expected);
    }
}

#[test]
fn the_base_of_a_quarter_or_a_year_counts_from_its_first_day() {
    let quarters = branch("period = \"quarter\"", "2010-01-01");
    for (day, expected) in [("2026-03-31", 60), ("2026-04-01", 120), ("2026-04-02", 120), ("2026-12-31", 240)] {
        case(&quarters, "2026", day, Some(expected));
    }
    let years = branch("period = \"year\"", "2010-01-01");
    for (day, expected) in [("2026-12-31", 60), ("2027-01-01", 120), ("2027-01-02", 120)] {
        case(&years, "2026-01..2027-12", day, Some(expected));
    }
}

#[test]
fn a_share_is_carried_over_on_the_first_day_and_the_appraisal_folded_in_on_the_last() {
    let carried = branch("period = \"month\"\ncarry = { percent = 50 }", "2010-01-01");
    for (day, expected) in [("2026-01-31", 60), ("2026-02-01", 150), ("2026-02-28", 150), ("2026-03-01", 255)] {
        case(&carried, "2026", day, Some(expected));
    }
    let mut folded =
        branch("period = \"year\"\nappraisal = { grades = [{ grade = \"excellent\", points = 20 }] }", "2010-01-01");
    folded.appraisals.push(filed(
        "appraisals/2026.toml",
        "entries = [\n  { id = \"a2b3c4\", year = 2026, date = 2026-12-20, member = \"x\", grade = \"excellent\" },\n]\n",
    ));
    for (day, expected) in [("2026-12-30", 60), ("2026-12-31", 80), ("2027-01-01", 80)] {
        case(&folded, "2026", day, Some(expected));
    }
}

#[test]
fn who_is_scored_from_a_day_has_a_base_from_that_day() {
    let branch = branch("period = \"month\"", "2026-11-15");
    for (day, expected) in
        [("2026-11-14", None), ("2026-11-15", Some(60)), ("2026-11-16", Some(60)), ("2026-12-01", Some(120))]
    {
        case(&branch, "2026Q4", day, expected);
    }
}

#[test]
fn what_is_dated_after_the_day_does_not_count_yet() {
    let mut branch = branch("period = \"month\"", "2010-01-01");
    branch.ledgers.push(filed(
        "points/2026-11.toml",
        "entries = [\n  { id = \"a2b3c4\", date = 2026-11-20, member = \"x\", item = \"i\" },\n]\n",
    ));
    for (day, expected) in [("2026-11-19", 60), ("2026-11-20", 65), ("2026-11-21", 65)] {
        case(&branch, "2026-11", day, Some(expected));
    }
}

#[test]
fn a_band_is_that_of_the_one_scored_period_that_has_begun() {
    let bands = "bands = [{ id = \"good\", name = \"good\", least = 60 }, { id = \"low\", name = \"low\" }]";
    let branch = branch(&format!("period = \"month\"\n{bands}"), "2010-01-01");
    for (period, day, expected) in [
        ("2026-11", "2026-11-01", Some("good")),
        ("2026-11", "2026-12-01", Some("good")),
        ("2026-12", "2026-11-30", None),
        ("2026Q4", "2026-10-31", None),
        ("2026Q4", "2026-11-01", None),
    ] {
        let period = Period::parse(period).expect("a period");
        let accounts = reckon(&branch, Period::year(2026).expect("a year"), Day::parse(day).expect("a day"));
        assert_eq!(Bands::of(&branch, period).band(&accounts[0]).map(|band| band.key()), expected, "{period} on {day}");
    }
}

#[test]
fn months_below_the_line_are_counted_back_from_the_last_that_has_begun() {
    let branch = branch("period = \"month\"\nstandard = { line = 61, in-a-row = 2 }", "2010-01-01");
    let quarter = Period::parse("2026Q4").expect("a period");
    for (day, expected) in [("2026-10-31", 10), ("2026-11-01", 11), ("2026-11-02", 11), ("2026-12-01", 12)] {
        let accounts = reckon(&branch, quarter, Day::parse(day).expect("a day"));
        assert_eq!(below_standard(&branch, &accounts[0], quarter), expected, "from January to {day}");
    }
}

#[test]
fn a_share_is_that_of_the_scheme_of_the_day_on_which_somebody_begins() {
    // The scheme changes in the middle of the year, and only the second carries over.
    let second = "period = \"year\"\nuntil = 2027-06-30\n[[scheme]]\nfrom = 2027-07-01\nperiod = \"year\"\nbase = 40\ncarry = { percent = 50 }";
    let mut branch = branch(second, "2010-01-01");
    case(&branch, "2027", "2027-12-31", Some(60));
    let away = "name = \"x\"\n[[standing]]\nis = \"full\"\nfrom = 2010-01-01\n[[standing]]\nis = \"staff\"\nfrom = 2027-01-01\n[[standing]]\nis = \"full\"\nfrom = 2027-09-01\n";
    branch.members = [(MemberId::new("x").expect("an id"), filed("members/x.toml", away))].into_iter().collect();
    case(&branch, "2027", "2027-12-31", Some(70));
    // Who was not scored in the year before has nothing to carry over, and no line of it.
    let joined = "name = \"x\"\n[[standing]]\nis = \"full\"\nfrom = 2027-09-01\n";
    branch.members = [(MemberId::new("x").expect("an id"), filed("members/x.toml", joined))].into_iter().collect();
    case(&branch, "2027", "2027-12-31", Some(40));
    let accounts = reckon(&branch, Period::year(2027).expect("a year"), Day::parse("2027-12-31").expect("a day"));
    assert!(accounts[0].lines.iter().all(|line| !matches!(line.origin, Origin::Carried(..))));
}

#[test]
fn the_whole_base_counts_for_who_joins_on_the_last_day() {
    let branch = branch("period = \"quarter\"", "2026-12-31");
    case(&branch, "2026Q4", "2026-12-31", Some(60));
}

#[test]
fn what_a_day_brings_on_which_nobody_is_scored_is_a_line_that_counts_nothing() {
    let mut branch = branch("period = \"month\"", "2026-11-15");
    branch.ledgers.push(filed(
        "points/2026-11.toml",
        "entries = [\n  { id = \"a2b3c4\", date = 2026-11-14, member = \"x\", item = \"i\" },\n]\n",
    ));
    let november = Period::parse("2026-11").expect("a period");
    let account =
        reckon_one(&branch, november, Day::parse("2026-11-30").expect("a day"), &MemberId::new("x").expect("an id"));
    let account = account.expect("an account");
    assert_eq!(account.total(november), Score::whole(60));
    let lines: Vec<_> = account.naming(november).iter().map(|line| (line.raw, line.counted)).collect();
    assert_eq!(lines, [(Score::whole(5), Score::ZERO), (Score::whole(60), Score::whole(60))]);
}

/// A branch whose one item has other limits, and to whom it was awarded on some days.
#[track_caller]
fn awarded(frame: &str, limits: &str, days: &[&str]) -> Branch {
    let mut branch = branch(frame, "2010-01-01");
    let (source, _) = branch.rules.points.take().expect("the rules");
    let text = source.text.to_string() + limits + "\n";
    let rules: Filed<crate::rulebook::PointsRules> = filed("rules/points.toml", &text);
    branch.rules.points = Some((rules.source, *rules.record));
    let line = |(at, day): (usize, &&str)| {
        format!("  {{ id = \"a2b3c{at}\", date = {day}, member = \"x\", item = \"i\" }},\n")
    };
    let lines: String = days.iter().enumerate().map(line).collect();
    branch.ledgers.push(filed("points/2026-11.toml", &format!("entries = [\n{lines}]\n")));
    branch
}

#[test]
fn a_limit_at_settlement_is_taken_when_its_days_or_those_of_the_scored_period_are_over() {
    // Over a month of a scored year: at the end of each month.
    let months = awarded(
        "period = \"year\"",
        "ceiling = { month = 8, at = \"settlement\" }",
        &["2026-10-30", "2026-10-31", "2026-11-01", "2026-11-02"],
    );
    for (day, expected) in [("2026-10-30", 65), ("2026-10-31", 68), ("2026-11-01", 73), ("2026-11-02", 76)] {
        case(&months, "2026", day, Some(expected));
    }
    // Over a year of scored months: at the end of each month, from what that month brought.
    let years = awarded(
        "period = \"month\"",
        "ceiling = { year = 8, at = \"settlement\" }",
        &["2026-10-31", "2026-11-01", "2026-11-02"],
    );
    for (period, day, expected) in [
        ("2026-10", "2026-11-30", 65),
        ("2026-11", "2026-11-01", 63),
        ("2026-11", "2026-11-30", 63),
        ("2026-12", "2026-12-31", 60),
        ("2026Q4", "2026-12-31", 188),
    ] {
        case(&years, period, day, Some(expected));
    }
}

#[test]
fn what_is_settled_over_a_year_is_taken_from_none_of_its_months() {
    let branch = awarded(
        "period = \"year\"\nceiling = { year = 62, at = \"settlement\" }\nbands = [{ id = \"full\", name = \"x\", least = 62 }, { id = \"low\", name = \"x\" }]",
        "",
        &["2026-11-01", "2026-11-02"],
    );
    for (period, day, expected) in [
        ("2026-11", "2026-11-30", 10),
        ("2026", "2026-11-01", 62),
        ("2026", "2026-12-31", 62),
        ("2026-12", "2026-12-31", 0),
    ] {
        case(&branch, period, day, Some(expected));
    }
    let account =
        reckon(&branch, Period::year(2026).expect("a year"), Day::parse("2026-11-30").expect("a day")).remove(0);
    let year = Period::year(2026).expect("a year");
    assert_eq!(account.settles_on(year), Day::parse("2026-12-31"));
    assert_eq!(Bands::of(&branch, year).band(&account).map(|band| band.key()), Some("full"));
    let ended = reckon(&branch, year, Day::parse("2026-12-31").expect("a day")).remove(0);
    assert_eq!(ended.settles_on(year), None);
}

#[test]
fn a_settlement_is_by_the_scheme_of_the_last_day_and_carried_over_as_it_is_settled() {
    // The scheme changes in the middle of the month, and the second has another ceiling.
    let second = "period = \"month\"\nceiling = { month = 61, at = \"settlement\" }\nuntil = 2026-11-15\n[[scheme]]\nfrom = 2026-11-16\nperiod = \"month\"\nbase = 60\nceiling = { month = 64, at = \"settlement\" }\ncarry = { percent = 50 }";
    let branch = awarded(second, "", &["2026-11-02"]);
    for (period, day, expected) in [
        ("2026-11", "2026-11-01", 60),
        ("2026-11", "2026-11-02", 64),
        ("2026-11", "2026-11-30", 64),
        ("2026-12", "2026-12-01", 64),
    ] {
        case(&branch, period, day, Some(expected));
    }
    // 60 and 32 carried over, of which 64 are left.
    let account =
        reckon(&branch, Period::parse("2026-12").expect("a period"), Day::parse("2026-12-31").expect("a day"));
    let raw: Vec<_> = account[0].within(Period::parse("2026-12").expect("a period")).map(|line| line.raw).collect();
    assert_eq!(raw, [Score::whole(60), Score::whole(32), Score::ZERO]);
}

#[test]
fn the_appraisal_is_folded_into_what_is_settled() {
    let mut branch = awarded(
        "period = \"year\"\nceiling = { year = 62, at = \"settlement\" }\nappraisal = { grades = [{ grade = \"excellent\", percent = 110 }] }",
        "",
        &["2026-12-31"],
    );
    branch.appraisals.push(filed(
        "appraisals/2026.toml",
        "entries = [\n  { id = \"a2b3c4\", year = 2026, date = 2026-12-20, member = \"x\", grade = \"excellent\" },\n]\n",
    ));
    case(&branch, "2026", "2026-12-30", Some(60));
    // 110 % of 62 are 68.2, to the nearest half point.
    case(&branch, "2026", "2026-12-31", Some(68));
}

#[test]
fn a_veto_takes_what_is_left_of_a_settlement_and_nothing_is_lifted_afterwards() {
    let vetoed = "[[item]]\nid = \"v\"\nname = \"v\"\ncategory = \"c\"\nfrom = 2026-01-01\nveto = true\n";
    let limits = format!("ceiling = {{ month = 8, at = \"settlement\" }}\n{vetoed}");
    let mut branch = awarded(
        "period = \"month\"\nfloor = { month = 10, at = \"settlement\" }",
        &limits,
        &["2026-11-01", "2026-11-02", "2026-11-20"],
    );
    branch.ledgers.push(filed(
        "points/2026-10.toml",
        "entries = [\n  { id = \"b2b3c4\", date = 2026-11-10, member = \"x\", item = \"v\" },\n]\n",
    ));
    for (day, expected) in [("2026-11-09", 68), ("2026-11-10", 0), ("2026-11-11", 0), ("2026-11-30", 0)] {
        case(&branch, "2026-11", day, Some(expected));
    }
    case(&branch, "2026-12", "2026-12-31", Some(60));
}

#[test]
fn shares_are_exact_and_a_scored_period_is_rounded_once_when_all_else_is_done() {
    let fold = "appraisal = { grades = [{ grade = \"excellent\", percent = 111 }] }";
    let bands = "bands = [{ id = \"high\", name = \"x\", least = 67 }, { id = \"low\", name = \"x\" }]";
    let year = Period::year(2026).expect("a year");
    for (round, total, band) in [
        ("", "66.5", "low"),
        ("round = \"none\"", "66.6", "low"),
        ("round = \"tenth\"", "66.6", "low"),
        ("round = \"half\"", "66.5", "low"),
        ("round = \"whole\"", "67", "high"),
        ("round = \"whole\"\nround-way = \"down\"", "66", "low"),
        ("round = \"tenth\"\nround-way = \"up\"", "66.6", "low"),
        ("round = \"whole\"\nband-of = \"exact\"", "67", "low"),
    ] {
        let mut branch = branch(&format!("period = \"year\"\n{round}\n{fold}\n{bands}"), "2010-01-01");
        branch.appraisals.push(filed(
            "appraisals/2026.toml",
            "entries = [\n  { id = \"a2b3c4\", year = 2026, date = 2026-12-20, member = \"x\", grade = \"excellent\" },\n]\n",
        ));
        let account = reckon(&branch, year, Day::parse("2026-12-31").expect("a day")).remove(0);
        assert_eq!(account.total(year).to_string(), total, "{round}");
        assert_eq!(Bands::of(&branch, year).band(&account).map(|band| band.key()), Some(band), "{round}");
        let told: Score = account.lines.iter().map(|line| line.counted).sum();
        assert_eq!(told, account.total(year), "{round}");
    }
}

#[test]
fn what_is_carried_over_is_a_share_of_the_rounded_points() {
    let branch = branch("period = \"month\"\nround = \"whole\"\ncarry = { percent = 33 }", "2026-01-01");
    // 33 % of 60 are 19.8, so 80; 33 % of 80 are 26.4, so 86.
    for (period, day, expected) in [
        ("2026-01", "2026-01-31", 60),
        ("2026-02", "2026-02-01", 80),
        ("2026-02", "2026-02-28", 80),
        ("2026-03", "2026-03-01", 86),
    ] {
        case(&branch, period, day, Some(expected));
    }
}

/// One member, secretary from 10 November to 10 December, so of the committee; with more items, and awards of `i`.
#[track_caller]
fn secretary(items: &str, days: &[&str]) -> Branch {
    let mut branch = awarded("period = \"month\"", items, days);
    let member = "name = \"x\"\n[[standing]]\nis = \"full\"\nfrom = 2010-01-01\n[[post]]\nid = \"secretary\"\nfrom = 2026-11-10\nuntil = 2026-12-10\n";
    branch.members = [(MemberId::new("x").expect("an id"), filed("members/x.toml", member))].into_iter().collect();
    branch
}

#[test]
fn a_post_brings_its_points_once_a_scored_period_from_the_first_day_on_which_it_is_held() {
    let item = |from: &str| {
        format!(
            "[[item]]\nid = \"p\"\nname = \"p\"\ncategory = \"c\"\nfrom = {from}\npoints = 2\npost = {{ posts = [\"secretary\"] }}\n"
        )
    };
    let held = secretary(&item("2026-01-01"), &[]);
    for (period, day, expected) in [
        ("2026-10", "2026-10-31", 60),
        ("2026-11", "2026-11-09", 60),
        ("2026-11", "2026-11-10", 62),
        ("2026-11", "2026-11-30", 62),
        ("2026-12", "2026-12-01", 62),
        ("2026-12", "2026-12-31", 62),
        ("2027-01", "2027-01-31", 60),
    ] {
        case(&held, period, day, Some(expected));
    }
    // An item that holds from the middle of a month brings its points from that day, and not after the post.
    for (from, november, december) in [("2026-11-20", 62, 62), ("2026-12-10", 60, 62), ("2026-12-11", 60, 60)] {
        let later = secretary(&item(from), &[]);
        case(&later, "2026-11", "2026-11-30", Some(november));
        case(&later, "2026-12", "2026-12-31", Some(december));
    }
}

#[test]
fn an_item_counts_for_those_of_its_classes_on_the_day_alone() {
    let november = Period::parse("2026-11").expect("a period");
    for (classes, expected) in [("ordinary", [5, 0, 0]), ("committee", [0, 5, 5])] {
        let branch = secretary(&format!("classes = [\"{classes}\"]\n"), &["2026-11-09", "2026-11-10", "2026-11-11"]);
        let account = reckon(&branch, november, Day::parse("2026-11-30").expect("a day")).remove(0);
        let counted: Vec<_> = account.naming(november).iter().skip(1).map(|line| line.counted).collect();
        assert_eq!(counted, expected.map(Score::whole), "{classes}");
        assert_eq!(account.total(november), Score::whole(60 + expected.iter().sum::<i64>()));
    }
}

#[test]
fn a_class_has_a_ceiling_a_line_and_bands_of_its_own_by_the_last_day() {
    let frame = "period = \"month\"\nceiling = { month = 70, at = \"settlement\" }\nstandard = { line = 64 }\nbands = [{ id = \"full\", name = \"x\", least = 64 }, { id = \"low\", name = \"x\" }]\nclass-base = [{ class = \"committee\", ceiling = { month = 63, at = \"settlement\" }, line = 62, bands = [{ id = \"own\", name = \"x\" }] }]";
    let days = ["2026-11-02", "2026-12-02", "2027-01-02"];
    let mut branch = awarded(frame, "", &days);
    let member = "name = \"x\"\n[[standing]]\nis = \"full\"\nfrom = 2010-01-01\n[[post]]\nid = \"secretary\"\nfrom = 2026-11-30\nuntil = 2026-12-30\n";
    branch.members = [(MemberId::new("x").expect("an id"), filed("members/x.toml", member))].into_iter().collect();
    let faults = branch.rules.faults();
    assert!(faults.iter().all(|fault| fault.code == "rule-unknown-id"), "{faults:?}");
    for (month, day, total, band) in [
        // Not of the committee on the day before the post begins, nor on the day after it.
        ("2026-11", "2026-11-29", 65, "full"),
        ("2026-11", "2026-11-30", 63, "own"),
        ("2026-12", "2026-12-30", 63, "own"),
        ("2026-12", "2026-12-31", 65, "full"),
        ("2027-01", "2027-01-31", 65, "full"),
    ] {
        let (period, on) = (Period::parse(month).expect("a period"), Day::parse(day).expect("a day"));
        let account =
            reckon(&branch, Period { first: Day::parse("2026-10-01").expect("a day"), ..period }, on).remove(0);
        assert_eq!(account.total(period), Score::whole(total), "{day}");
        assert_eq!(Bands::of(&branch, period).band(&account).map(|band| band.key()), Some(band), "{day}");
        assert_eq!(below_standard(&branch, &account, period), 0, "63 reach the line of the class alone: {day}");
    }
}

/// Somebody who is scored on some days, with an item of 3 points for a rate of attendance, at meetings to which the
/// person came, or did not.
#[track_caller]
fn came(period: &str, rate: &str, standings: &[(&str, &str)], meetings: &[(&str, bool)]) -> Branch {
    let item = format!(
        "[[item]]\nid = \"r\"\nname = \"r\"\ncategory = \"c\"\nfrom = 2026-01-01\npoints = 3\nrate = {{ kinds = [\"general\"], {rate} }}\n"
    );
    let mut branch = awarded(&format!("period = \"{period}\""), &item, &[]);
    let standings: String =
        standings.iter().map(|(is, from)| format!("[[standing]]\nis = \"{is}\"\nfrom = {from}\n")).collect();
    let member = filed("members/x.toml", &format!("name = \"x\"\n{standings}"));
    branch.members = [(MemberId::new("x").expect("an id"), member)].into_iter().collect();
    branch.meetings = meetings
        .iter()
        .map(|(day, came)| {
            let seat = if *came { "present = [\"x\"]" } else { "absent = [{ member = \"x\", reason = \"leave\" }]" };
            let text = format!("kind = \"general\"\ndate = {day}\n{seat}\n");
            filed(&format!("meetings/2026/{day}-general.toml"), &text)
        })
        .collect();
    branch
}

const ALWAYS: [(&str, &str); 1] = [("full", "2010-01-01")];

#[test]
fn a_rate_brings_its_points_on_the_last_day_of_its_time_to_who_reached_it() {
    let four = [("2026-10-10", true), ("2026-10-20", true), ("2026-11-10", true), ("2026-12-10", false)];
    for (rate, expected) in [
        ("least = 75", 63),
        ("least = 76", 60),
        ("below = 76", 63),
        ("below = 75", 60),
        ("least = 50, below = 80", 63),
        ("least = 80, states = [\"present\", \"excused\"]", 63),
        ("least = 50, each = \"month\"", 60),
    ] {
        let branch = came("quarter", rate, &ALWAYS, &four);
        case(&branch, "2026Q4", "2026-12-30", Some(60));
        case(&branch, "2026Q4", "2026-12-31", Some(expected));
    }
    // In every month of the year, those without a meeting left out; of a year of scored months, in the last of them.
    let each = came("month", "least = 100, over = \"year\", each = \"month\"", &ALWAYS, &four[..3]);
    for (period, day, expected) in
        [("2026-10", "2026-12-31", 60), ("2026-12", "2026-12-30", 60), ("2026-12", "2026-12-31", 63)]
    {
        case(&each, period, day, Some(expected));
    }
    // Where nothing was due nothing is earned, whatever the rate.
    for rate in ["least = 1", "below = 100"] {
        case(&came("quarter", rate, &ALWAYS, &[]), "2026Q4", "2026-12-31", Some(60));
    }
}

#[test]
fn a_rate_is_of_the_days_on_which_somebody_was_scored() {
    let meetings = [("2026-10-10", false), ("2026-11-10", true), ("2026-12-10", true)];
    let joined = [("full", "2026-11-01")];
    let left = [("full", "2010-01-01"), ("left", "2026-11-20")];
    let back = [("full", "2010-01-01"), ("staff", "2026-11-01"), ("full", "2026-12-01")];
    for (standings, rate, day, expected) in [
        (&joined[..], "least = 100", "2026-12-31", 63),
        (&joined, "least = 100, whole = true", "2026-12-31", 60),
        // Who has left is done on the last day there.
        (&left, "least = 50", "2026-11-18", 60),
        (&left, "least = 50", "2026-11-19", 63),
        (&left, "least = 50, whole = true", "2026-12-31", 60),
        (&back, "least = 50", "2026-12-30", 60),
        (&back, "least = 50", "2026-12-31", 63),
        (&back, "least = 51", "2026-12-31", 60),
        (&ALWAYS, "least = 60, whole = true", "2026-12-31", 63),
    ] {
        case(&came("quarter", rate, standings, &meetings), "2026Q4", day, Some(expected));
    }
}
