//! What is owed is reckoned once: what one list says is owed, every other list has too, on every day of two years.

use std::collections::{BTreeMap, BTreeSet};

use zhibu::branch::{Branch, Query};
use zhibu::check::{self, Context};
use zhibu::reckon::{self, Due, DutyState, Whose};
use zhibu::record::{Day, Month, Period};
use zhibu::report::{self, Cell, Extent, MonthTable, Sound, Table};
use zhibu::store::Store;
use zhibu::words::Lang;

use super::root;

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn zhannan() -> Branch {
    Store::find(&root().join("examples/zhannan")).unwrap().load(&Query::everything()).unwrap()
}

/// The same without the rules of talks, whose plan takes most of the time: no duty and no dues are owed by them.
fn zhannan_without_talks() -> Branch {
    let mut branch = zhannan();
    branch.rules.talks = None;
    branch
}

/// The days from one to another.
fn days(first: &str, last: &str) -> impl Iterator<Item = Day> {
    let last = day(last);
    std::iter::successors(Some(day(first)), |day| Some(day.plus(1))).take_while(move |day| *day <= last)
}

/// A window that begins on a day and leaves nothing out that is known of.
fn wide(day: Day) -> Period {
    Period { first: day, last: day.plus(800) }
}

/// Whether somebody stands in what is owed.
fn names(due: &Due<'_>, id: &str) -> bool {
    due.who.iter().any(|(one, _)| one == id)
}

#[test]
fn a_duty_that_is_open_or_missed_is_owed() {
    let branch = zhannan_without_talks();
    let mut seen = BTreeSet::new();
    for today in days("2026-01-04", "2027-12-31") {
        let owed = reckon::due(&branch, wide(today));
        let year = |day: Day| Period::year_of(day);
        let all = Period { first: year(today.minus(365)).first, last: year(today).last };
        for owing in reckon::duties(&branch, all, today) {
            let state = owing.state(today);
            if !matches!(state, DutyState::Open | DutyState::Missed) {
                continue;
            }
            let is_of = |due: &Due<'_>| {
                let whose = match owing.whose {
                    // Who sees to it, where the rules say so.
                    Whose::Branch => true,
                    Whose::Group(group) => names(due, group.as_str()),
                    Whose::Member(member) => names(due, member.as_str()),
                };
                let what = due.what.get(Lang::Zh);
                let rule = branch.duty_spot(&owing.duty.span).map(|rule| rule.at());
                whose && due.rule.as_ref().map(|rule| rule.at()) == rule && what.starts_with(&owing.period.to_string())
            };
            let accepted = branch.acceptances().any(|one| one.about.as_deref() == Some(&*owing.about()));
            assert!(accepted || owed.iter().any(is_of), "{today}: {} {:?}", owing.about(), owing.duty.id);
            seen.insert(state.id());
        }
    }
    assert_eq!(seen, BTreeSet::from(["missed", "open"]));
}

#[test]
fn who_is_in_arrears_owes_the_months_and_nobody_else() {
    let branch = zhannan_without_talks();
    let mut longest = 0;
    for today in days("2026-01-04", "2027-12-31") {
        let owed = reckon::due(&branch, wide(today));
        let of_arrears: Vec<_> =
            owed.iter().filter(|due| due.command.starts_with("zhibu dues pay") && due.is_overdue(today)).collect();
        let mut people: BTreeMap<&str, &Due<'_>> = BTreeMap::new();
        for due in of_arrears {
            people.extend(due.who.iter().map(|(id, _)| (id.as_str(), due)));
        }
        let arrears = reckon::arrears(&branch, today);
        for one in &arrears {
            let due =
                people.remove(one.member.as_str()).unwrap_or_else(|| panic!("{today}: {} owes nothing", one.member));
            let text = due.what.get(Lang::Zh);
            for month in one.months.iter().chain(&one.without_amount) {
                assert!(text.contains(&month.to_string()), "{today}: {text} is without {month}");
            }
            longest = longest.max(one.in_a_row);
        }
        assert!(people.is_empty(), "{today}: {people:?} are in no arrears");
    }
    assert!(longest > 12, "nothing is forgotten at New Year: {longest} months");
}

#[test]
fn what_was_missed_stays_owed() {
    let branch = zhannan();
    let overdue = |today: Day| -> BTreeSet<(Day, String, String)> {
        let recurring = reckon::due(&branch, wide(today)).into_iter().filter(|due| due.recurs && due.is_overdue(today));
        let all = recurring.flat_map(|due| {
            let what = due.what.get(Lang::Zh).to_owned();
            let whose =
                if due.who.is_empty() { vec![String::new()] } else { due.who.into_iter().map(|(id, _)| id).collect() };
            whose.into_iter().map(move |id| (due.until, what.clone(), id))
        });
        all.collect()
    };
    // Nothing is recorded after the end of November 2026, and nobody leaves.
    let mut before = overdue(day("2026-12-01"));
    for today in days("2026-12-02", "2027-12-31").filter(|day| day.plus(1).day() == 1 || day.day() == 1) {
        let now = overdue(today);
        let forgotten: Vec<_> = before.difference(&now).collect();
        assert!(forgotten.is_empty(), "{today}: {forgotten:?}");
        before = now;
    }
}

#[test]
fn check_and_the_months_table_miss_what_is_owed() {
    let branch = zhannan();
    let (files, digests) = (vec![], BTreeMap::new());
    let months = std::iter::successors(Some(Month::of(day("2026-02-01"))), |month| Some(month.after())).take(23);
    for month in months {
        let today = month.first();
        let look = Context::new(&branch, &[], &files, &digests, today);
        let found = check::findings(&look).open;
        let missed: BTreeSet<_> =
            found.iter().filter(|fault| fault.code == "duty-missed").filter_map(|fault| fault.about.clone()).collect();
        let since = Period { first: branch.owed_since().unwrap(), last: today };
        let owings = reckon::duties(&branch, since, today);
        let of_reckoning: BTreeSet<_> =
            owings.iter().filter(|owing| owing.state(today) == DutyState::Missed).map(|owing| owing.about()).collect();
        assert!(missed.is_subset(&of_reckoning), "{today}");
        let accepted = |about: &String| branch.acceptances().any(|one| one.about.as_ref() == Some(about));
        assert!(of_reckoning.difference(&missed).all(accepted), "{today}: {:?}", of_reckoning.difference(&missed));

        // A month and its year say the same of the month.
        let rows = |period: Period| -> BTreeSet<String> {
            let table = MonthTable::Duties.table(&branch, period, today);
            let of_month = |row: &&Vec<Cell>| format!("{row:?}").contains(&format!("\"{}\"", month.before()));
            table.rows.iter().filter(of_month).map(|row| format!("{row:?}")).collect()
        };
        let before = month.before();
        assert_eq!(rows(before.period()), rows(Period::year_of(before.first())), "{today}");

        // The status has all that is owed, the short one the first of it.
        let window = Period { first: today, last: today.plus(30) };
        let all = report::due(&branch, window, Extent::All);
        let of_status = |extent| {
            report::status(&branch, window, extent, Sound::ALL).tables.into_iter().find(|table| table.id == "due")
        };
        let rows_of = |table: Option<Table>| table.map(|table| table.rows).unwrap_or_default();
        assert_eq!(rows_of(of_status(Extent::All)), all.rows, "{today}");
        let brief = report::due(&branch, window, Extent::Brief);
        assert_eq!(rows_of(of_status(Extent::Brief)).len(), brief.rows.len().min(6), "{today}");
        let (table, ids) = report::due_with_ids(&branch, window);
        assert_eq!(table.rows, all.rows, "{today}");
        let body = zhibu::render::Body { id: "a", name: "a" };
        let calendar = zhibu::render::calendar(&body, &table, &ids, Lang::Zh, today);
        assert_eq!(calendar.matches("BEGIN:VEVENT").count(), all.rows.len(), "{today}");
        let ids: std::collections::BTreeSet<_> = ids.iter().collect();
        assert_eq!(ids.len(), all.rows.len(), "{today}");
    }
}
