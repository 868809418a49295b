//! From which day on a change of a file may matter: only months that end after it have to be looked at.

use std::collections::BTreeMap;

use super::held::{Holds, holds};
use crate::branch::FileKind;
use crate::record::{Day, Month, Plain, PlainEntry, RelPath, Said};

/// The first day of which two texts of a file may say something else, none for no file; none where neither says anything
/// that makes a month.
pub fn since(path: &RelPath, old: Option<&str>, new: Option<&str>) -> Option<Day> {
    if let Some(month) = month_of(path) {
        return Some(month.first());
    }
    let kind = FileKind::of(path)?;
    match (&kind, holds(&kind)) {
        // They are folded into the points of their year.
        (FileKind::Appraisals(year), _) => Month::new(*year, 1).map(Month::first),
        (_, Some(Holds::Part)) => {
            let plain = |text: Option<&str>| text.map_or_else(|| Some(Plain::default()), Plain::of);
            plain(old).zip(plain(new)).map_or(Some(EVER), |(old, new)| changed(&kind, &old, &new))
        }
        _ => None,
    }
}

/// The month that a file is of alone; none for one that lives on, or makes no month.
pub fn month_of(path: &RelPath) -> Option<Month> {
    match FileKind::of(path)? {
        FileKind::Points(month) | FileKind::Study(month) => Some(month),
        FileKind::Meeting => path.stem().get(..7).and_then(Month::parse),
        _ => None,
    }
}

/// Whether a file is among what makes the tables of months.
pub fn makes_months(path: &RelPath) -> bool {
    let kind = FileKind::of(path);
    kind.is_some_and(|kind| matches!(kind, FileKind::Appraisals(_)) || holds(&kind).is_some())
}

/// Before all records.
const EVER: Day = Day::FIRST;

/// The first day that is meant by what one of two files says and the other does not.
fn changed(kind: &FileKind, old: &Plain, new: &Plain) -> Option<Day> {
    let keys = old.keys.keys().chain(new.keys.keys()).filter(|key| old.keys.get(*key) != new.keys.get(*key));
    let of_key = keys.filter(|key| matters(kind, key)).filter_map(|key| {
        let days = |file: &Plain| file.keys.get(key).map(|value| first_day(value, key));
        days(old).into_iter().chain(days(new)).min()
    });
    let (mut gone, mut come): (Vec<_>, Vec<_>) = (only_in(old, new), only_in(new, old));
    let mut ended = Vec::new();
    // A record that only ends on another day says the same of the days before.
    gone.retain(|entry| {
        let same = come.iter().position(|other| but_end(other) == but_end(entry));
        same.map(|at| come.remove(at)).is_none_or(|other| {
            let ends = [entry.keys.get("until"), Some(&other).and_then(|other| other.keys.get("until"))];
            ended.extend(ends.into_iter().flatten().filter_map(Said::days).map(|days| days.last.plus(1)));
            false
        })
    });
    let of_entry = gone.into_iter().chain(come).filter(|entry| matters(kind, &entry.list)).map(|entry| {
        let days = entry.keys.values().filter_map(Said::days).map(|days| days.first);
        days.min().unwrap_or(EVER)
    });
    of_key.chain(of_entry).chain(ended).min()
}

/// Whether a key or a list of a file can say anything of a month.
fn matters(kind: &FileKind, key: &str) -> bool {
    match kind {
        FileKind::Issue => ["closed", "found", "reopened", "struck", "title"].contains(&key),
        FileKind::Member(_) => !["apart", "note", "number", "step"].contains(&key),
        FileKind::Group(_) => key != "note",
        _ => true,
    }
}

/// The first day of which the value of a key says something: of one that is no day, all are meant.
fn first_day(value: &Said, key: &str) -> Day {
    match value.days() {
        Some(days) if key == "until" => days.last.plus(1),
        Some(days) => days.first,
        None => EVER,
    }
}

/// The records of a file that another does not have.
fn only_in(file: &Plain, other: &Plain) -> Vec<PlainEntry> {
    let has = |entry: &&PlainEntry| !other.entries.iter().any(|one| one.list == entry.list && one.keys == entry.keys);
    file.entries.iter().filter(has).cloned().collect()
}

/// A record without its end.
fn but_end(entry: &PlainEntry) -> (&str, BTreeMap<&str, &Said>) {
    let keys = entry.keys.iter().filter(|(key, _)| key.as_str() != "until");
    (&entry.list, keys.map(|(key, value)| (key.as_str(), value)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(path: &str, old: &str, new: &str, expected: Option<&str>) {
        let path = RelPath::new(path).expect("a path");
        let found = since(&path, Some(old), Some(new)).map(|day| day.to_string());
        assert_eq!(found.as_deref(), expected, "{path}");
    }

    #[test]
    fn a_change_reaches_back_to_the_first_day_it_is_about() {
        let person = "name = \"孙磊\"\n[[standing]]\nis = \"full\"\nfrom = 2012-01-01\n[[group]]\nid = \"criminal\"\nfrom = 2024-01-01\n[[post]]\nid = \"deputy\"\nfrom = 2024-01-01\n";
        let moved = format!("{person}[[group]]\nid = \"office\"\nfrom = 2026-11-09\n");
        case("members/a.toml", person, &moved, Some("2026-11-09"));
        case("members/a.toml", person, &format!("{person}until = 2026-11-08\n"), Some("2026-11-09"));
        case("members/a.toml", person, &person.replace("2024-01-01", "2025-05-01"), Some("2024-01-01"));
        case("members/a.toml", person, &format!("note = \"x\"\n{person}"), None);
        case("members/a.toml", person, &person.replace("孙磊", "孙垒"), Some("1900-01-01"));
        case("members/a.toml", person, person, None);
        case("groups/a.toml", "name = \"x\"\n", "name = \"x\"\nuntil = 2026-10-31\n", Some("2026-11-01"));
        case("dues/2026.toml", "", "payments = [{ month = \"2026-09\", paid = 2026-11-05 }]", Some("2026-09-01"));
        case(
            "issues/2026/2026-10-01-abcdef.toml",
            "measure = \"x\"",
            "measure = \"y\"\nclosed = 2026-11-05",
            Some("2026-11-05"),
        );
        case("points/2026-10.toml", "", "", Some("2026-10-01"));
        case("meetings/2026/2026-10-08-group-criminal.toml", "", "", Some("2026-10-01"));
        case("appraisals/2025.toml", "", "", Some("2025-01-01"));
        case("figures/2026.toml", "", "entries = []", None);
        case("rules/accepted.toml", "", "x = 1", None);
        case("zhibu.toml", "", "x = 1", None);
    }
}
