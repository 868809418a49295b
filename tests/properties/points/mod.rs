//! Points: whatever the records and the scheme, every line is told, the sum is the total, and the limits hold.

mod records;
mod scheme;
mod settled;

use proptest::prelude::*;
use zhibu::branch::Branch;
use zhibu::reckon::{Account, Line, Origin, reckon, scored_periods};
use zhibu::record::{Day, MemberId, Period, Rounding, Score};
use zhibu::report::{self, Cell};
use zhibu::rulebook::Limits;

use records::{PEOPLE, Year, event, first_scored, grades};
use scheme::{Fold, Number, PERIODS, STRETCHES, Scheme, around, day, scheme};

fn year() -> Period {
    Period::year(2026).unwrap()
}

/// So many half points.
fn halves(halves: Number) -> Score {
    Score::parse(&scheme::points(halves)).unwrap()
}

fn is_veto(line: &Line<'_>) -> bool {
    matches!(line.origin, Origin::Veto(..))
}

/// What of a line adds up under one limit.
type Of<'a> = Box<dyn Fn(&Line<'_>) -> bool + 'a>;

/// The days of each scored period of the year, as the calendar and the change of scheme have them.
fn periods(scheme: &Scheme) -> Vec<(Number, Number)> {
    let mut found: Vec<(Number, Number)> = Vec::new();
    let changed = |number: Number| {
        let other = scheme.change.as_ref().filter(|(_, frame)| frame.period != scheme.frame.period);
        other.is_some_and(|(from, _)| *from == number)
    };
    for number in 0..365 {
        let stretch = PERIODS[scheme.frame_on(number).period];
        if around(stretch, day(number)).first == day(number) || changed(number) {
            found.push((number, number));
        }
        found.last_mut().unwrap().1 = number;
    }
    found
}

/// The lines that the scheme itself gives somebody, but for the shares and factors, whose points hang on others: day,
/// what, and points where they are known.
fn given(scheme: &Scheme, who: usize, grade: Option<&str>) -> Vec<(Day, &'static str, Option<Score>)> {
    let mut lines = Vec::new();
    let mut before = None;
    for (first, last) in periods(scheme) {
        // Who was not scored before has nothing to carry over.
        let was_scored = before.replace(first..=last).is_some_and(|days| first_scored(who, days).is_some());
        let Some(from) = first_scored(who, first..=last) else { continue };
        let frame = scheme.frame_on(from);
        let own = frame.committee_base.filter(|_| PEOPLE[who] == "zhao-gang");
        lines.push((day(from), "base", Some(Score::whole(own.unwrap_or(frame.base)))));
        if frame.carry.is_some() && was_scored {
            lines.push((day(from), "carried", None));
        }
        let worth = match (grade, &scheme.frame_on(last).fold) {
            (Some("excellent"), Fold::Points([points, _])) => Some(Some(Score::whole(*points))),
            (Some("qualified"), Fold::Points([_, points])) => Some(Some(Score::whole(*points))),
            (Some("excellent" | "qualified"), Fold::Percent(_)) => Some(None),
            _ => None,
        };
        if let Some(points) = worth.filter(|_| records::is_scored(who, last)) {
            lines.push((day(last), "appraisal", points));
        }
    }
    lines.sort();
    lines
}

/// The lines of an account in a form to compare.
fn told(account: &Account<'_>) -> Vec<(Day, String, Score, Score)> {
    let item = |line: &Line<'_>| line.origin.item().map_or("base", |item| item.id.as_str()).to_owned();
    account.lines.iter().map(|line| (line.date, item(line), line.raw, line.counted)).collect()
}

/// No line is lost and none is invented: every record has its own, and so has all that the scheme gives.
fn nothing_is_lost(scheme: &Scheme, year: &Year, who: usize, account: &Account<'_>) -> Result<(), TestCaseError> {
    let by_records = account.lines.iter().filter(|line| line.origin.item().is_some() && !is_veto(line));
    let mut by_records: Vec<_> =
        by_records.map(|line| (line.date, line.origin.item().unwrap().id.as_str(), line.raw)).collect();
    by_records.sort();
    let expected = year.expected(scheme, who).into_iter();
    let mut expected: Vec<_> = expected.map(|(number, item, raw)| (day(number), item, halves(raw))).collect();
    expected.sort();
    prop_assert_eq!(by_records, expected);
    let by_scheme = account.lines.iter().filter_map(|line| match line.origin {
        Origin::Base => Some((line.date, "base", Some(line.raw))),
        Origin::Carried(..) => Some((line.date, "carried", None)),
        Origin::Appraisal(_, worth) => Some((line.date, "appraisal", worth.points.as_ref().map(|_| line.raw))),
        _ => None,
    });
    let mut by_scheme: Vec<_> = by_scheme.collect();
    by_scheme.sort();
    prop_assert_eq!(by_scheme, given(scheme, who, year.grades[who]));
    Ok(())
}

/// A share is that of the period before, a factor that of what has counted, a veto takes all of its period.
fn what_hangs_on_others_is_right(scheme: &Scheme, account: &Account<'_>) -> Result<(), TestCaseError> {
    let periods: Vec<_> =
        periods(scheme).into_iter().map(|(first, last)| Period::new(day(first), day(last)).unwrap()).collect();
    let before = |at: usize, within: Period| -> Score {
        account.lines[..at].iter().filter(|line| within.contains(line.date)).map(|line| line.counted).sum()
    };
    let mut vetoed: Option<Period> = None;
    for (at, line) in account.lines.iter().enumerate() {
        let own = periods.iter().position(|period| period.contains(line.date)).unwrap();
        let number = line.date.since(day(0));
        if vetoed == Some(periods[own]) {
            prop_assert_eq!(line.counted, Score::ZERO, "nothing counts after a veto");
        }
        match line.origin {
            Origin::Carried(from, percent) => {
                prop_assert_eq!(from, periods[own - 1]);
                let share = before(at, from).max(Score::ZERO).percent(percent).rounded(Score::HALF, Rounding::Nearest);
                let (_, most) = scheme.frame_on(number).carry.unwrap();
                prop_assert_eq!(line.raw, most.map_or(share, |most| share.min(Score::whole(most))));
            }
            Origin::Appraisal(_, worth) => {
                if let Some(percent) = &worth.percent {
                    let sum = before(at, periods[own]);
                    prop_assert_eq!(line.raw, sum.percent(percent.value).rounded(Score::HALF, Rounding::Nearest) - sum);
                }
                prop_assert_eq!(line.date, periods[own].last);
            }
            Origin::Veto(_, period) => {
                prop_assert_eq!(period, periods[own]);
                prop_assert_eq!(line.counted, -before(at, period));
                vetoed = Some(period);
            }
            _ => {}
        }
    }
    for period in periods {
        if account.within(period).any(is_veto) {
            prop_assert_eq!(account.total(period), Score::ZERO, "a veto leaves nothing");
        }
    }
    Ok(())
}

/// The limits that hold for a line, each with what adds up under it.
fn limits_of<'a>(branch: &'a Branch, line: &Line<'a>) -> Vec<(Of<'a>, &'a Limits, bool)> {
    let mut limits: Vec<(Of<'a>, &'a Limits, bool)> = Vec::new();
    let scheme = branch.rules.scheme_on(line.date).unwrap();
    let mut add = |of: Of<'a>, limit: Option<&'a Limits>, is_ceiling: bool| {
        limits.extend(limit.map(|limit| (of, limit, is_ceiling)));
    };
    if let Some(item) = line.origin.item() {
        let category = branch.rules.category_on(&item.category, line.date).unwrap();
        let of_item = || -> Of<'a> {
            Box::new(|line| !is_veto(line) && line.origin.item().is_some_and(|other| other.id.value == item.id.value))
        };
        let of_category = || -> Of<'a> {
            let id = category.id.as_str();
            Box::new(move |line| !is_veto(line) && line.origin.item().is_some_and(|item| item.category.as_str() == id))
        };
        add(of_item(), item.ceiling.as_ref().map(|at| &at.value), true);
        add(of_item(), item.floor.as_ref().map(|at| &at.value), false);
        add(of_category(), category.ceiling.as_ref().map(|at| &at.value), true);
        add(of_category(), category.floor.as_ref().map(|at| &at.value), false);
    }
    add(Box::new(|_| true), scheme.ceiling.as_ref().map(|at| &at.value), true);
    add(Box::new(|_| true), scheme.floor.as_ref().map(|at| &at.value), false);
    limits
}

/// No line lifts a sum over a ceiling or takes it below a floor, and none is cut further than a limit asks.
fn limits_hold(branch: &Branch, account: &Account<'_>) -> Result<(), TestCaseError> {
    for (at, line) in account.lines.iter().enumerate() {
        let cut: Score = line.cuts.iter().map(|cut| cut.taken).sum();
        prop_assert_eq!(line.raw - cut, line.counted, "what was cut is told");
        prop_assert!(line.counted.size() <= line.raw.size() && line.raw.is_negative() >= line.counted.is_negative());
        if is_veto(line) || matches!(line.origin, Origin::Appraisal(..)) {
            continue;
        }
        let mut is_full = false;
        for (of, limits, is_ceiling) in limits_of(branch, line) {
            for (stretch, limit) in limits.each() {
                let days = stretch.around(line.date);
                let counts = account.lines[..=at].iter().filter(|other| days.contains(other.date) && of(other));
                let sum: Score = counts.map(|other| other.counted).sum();
                let moves = if is_ceiling { line.counted > Score::ZERO } else { line.counted < Score::ZERO };
                let within = if is_ceiling { sum <= limit } else { sum >= limit };
                prop_assert!(within || !moves, "{limit} over {days} in {line:?}");
                let against = if is_ceiling { line.raw > Score::ZERO } else { line.raw < Score::ZERO };
                is_full |= against && (sum == limit || !within);
            }
        }
        let vetoed = line.cuts.iter().any(|cut| matches!(cut.limit, zhibu::reckon::Limit::Veto));
        prop_assert!(line.raw == line.counted || is_full || vetoed, "{line:?} is cut and nothing is full");
    }
    Ok(())
}

/// What `points explain` shows adds up to what `points total` does.
fn the_explanation_ends_in_the_total(branch: &Branch, period: Period) -> Result<(), TestCaseError> {
    let totals = report::points(branch, period, period.last);
    let column = |table: &report::Table, id: &str| table.columns.iter().position(|column| column.id == id).unwrap();
    for row in &totals.rows {
        let Cell::Text(member) = &row[column(&totals, "member")] else { panic!("an id") };
        let member = MemberId::new(member.get(zhibu::words::Lang::En)).unwrap();
        let lines = report::explain(branch, period, period.last, &member, &report::Only::default());
        let counted = column(&lines, "counted");
        let score = |cell: &Cell| if let Cell::Score(score) = cell { *score } else { panic!("points") };
        let (last, rows) = lines.rows.split_last().unwrap();
        let sum: Score = rows.iter().map(|row| score(&row[counted])).sum();
        prop_assert_eq!(sum, score(&last[counted]));
        prop_assert_eq!(sum, score(&row[column(&totals, "total")]));
    }
    Ok(())
}

fn any_year() -> impl Strategy<Value = Year> {
    let events = prop::collection::vec((0..365_i64, event()), 0..70);
    (events, grades()).prop_map(|(events, grades)| Year { events, grades })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: crate::cases(200), ..ProptestConfig::default() })]

    #[test]
    fn every_line_is_told_the_sum_is_the_total_and_limits_hold(
        scheme in scheme(),
        records in any_year(),
        month in 0..12_i64,
    ) {
        let branch = records.branch(&scheme);
        prop_assert!(branch.rules.faults().is_empty(), "{:?}", branch.rules.faults());
        let found: Vec<_> = scored_periods(&branch, year()).into_iter().map(|scored| scored.days).collect();
        let expected: Vec<_> = periods(&scheme).into_iter().map(|(first, last)| Period::new(day(first), day(last)).unwrap()).collect();
        prop_assert_eq!(found, expected);
        let accounts = reckon(&branch, year(), year().last);
        prop_assert_eq!(accounts.len(), PEOPLE.len());
        for (who, account) in accounts.iter().enumerate() {
            nothing_is_lost(&scheme, &records, who, account)?;
            what_hangs_on_others_is_right(&scheme, account)?;
            limits_hold(&branch, account)?;
            let sum: Score = account.lines.iter().map(|line| line.counted).sum();
            prop_assert_eq!(sum, account.total(year()));
            for stretch in STRETCHES {
                let mut parts: Vec<_> = (0..365).map(|number| around(stretch, day(number))).collect();
                parts.dedup();
                let parts: Score = parts.into_iter().map(|part| account.total(part)).sum();
                prop_assert_eq!(parts, account.total(year()), "the parts add up to the year");
            }
        }
        the_explanation_ends_in_the_total(&branch, year())?;
        let month = year().each_month().nth(month.try_into().unwrap()).unwrap().period();
        the_explanation_ends_in_the_total(&branch, month)?;
    }

    #[test]
    fn the_order_of_files_and_lines_on_disk_does_not_matter(
        scheme in scheme(),
        records in any_year(),
        turn in any::<prop::sample::Index>(),
    ) {
        let branch = records.branch(&scheme);
        let mut turned = branch.clone();
        fn turn_round<T>(list: &mut [T], turn: &prop::sample::Index) {
            if !list.is_empty() {
                list.rotate_left(turn.index(list.len()));
                list.reverse();
            }
        }
        turn_round(&mut turned.meetings, &turn);
        turn_round(&mut turned.ledgers, &turn);
        turn_round(&mut turned.study, &turn);
        turn_round(&mut turned.issues, &turn);
        turned.ledgers.iter_mut().for_each(|ledger| turn_round(&mut ledger.record.entries, &turn));
        turned.study.iter_mut().for_each(|ledger| turn_round(&mut ledger.record.entries, &turn));
        for ledger in &mut turned.dues {
            turn_round(&mut ledger.record.amounts, &turn);
            turn_round(&mut ledger.record.payments, &turn);
        }
        turned.appraisals.iter_mut().for_each(|file| turn_round(&mut file.record.entries, &turn));
        let (accounts, again) = (reckon(&branch, year(), year().last), reckon(&turned, year(), year().last));
        for (account, again) in accounts.iter().zip(&again) {
            prop_assert_eq!(told(account), told(again));
        }
    }

    #[test]
    fn what_happens_later_changes_nothing_of_what_counted_before(
        scheme in scheme(),
        records in any_year(),
        last in 0..365_i64,
    ) {
        let mut until = records.clone();
        until.events.retain(|(number, _)| *number <= last);
        for (number, event) in &mut until.events {
            if let records::Event::Problem { closed, .. } = event {
                *closed = closed.filter(|after| *number + after <= last);
            }
        }
        // The ids stay those of the whole year only where events are in the order of their days.
        let mut whole = records;
        whole.events.sort_by_key(|(number, _)| *number);
        until.events.sort_by_key(|(number, _)| *number);
        let (whole, until) = (whole.branch(&scheme), until.branch(&scheme));
        let (then, now) = (reckon(&until, year(), day(last)), reckon(&whole, year(), year().last));
        let now: Vec<_> = now.iter().filter(|now| then.iter().any(|then| then.member == now.member)).collect();
        for (then, now) in then.iter().zip(now) {
            let mut now = told(now);
            now.retain(|(date, ..)| *date <= day(last));
            prop_assert_eq!(told(then), now);
        }
    }
}
