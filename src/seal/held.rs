//! What a file that lives on says of a month: of a person who moves in November, October says where the person was then.
//!
//! It is written down in one form, a line for each key and each entry that holds, so that anybody can make it again:
//! `examples/SEALS.md` says how. What is said of other months, notes, and who wrote something do not change it.

use std::collections::{BTreeMap, BTreeSet};

use crate::branch::FileKind;
use crate::record::{Day, LEFT, Month, Period, Plain, PlainEntry, Said};

#[cfg(test)]
mod tests;

/// Keys that say nothing of any month.
const SILENT: [&str; 2] = ["by", "note"];

/// Keys of rules that change nothing of what is reckoned: what a thing is called, where it is from, when it is reminded
/// of.
const NAMES: [&str; 6] = ["also", "name", "name-en", "name-zh", "remind", "source"];

/// How long a file holds for a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Holds {
    /// It is of the month alone: all of it is sealed.
    Whole,
    /// It lives on: what it says of the month is sealed.
    Part,
}

/// How a file holds for a month, by what it is; none for one that makes no month's tables.
pub(super) fn holds(kind: &FileKind) -> Option<Holds> {
    use FileKind as Kind;
    match kind {
        Kind::Meeting | Kind::Points(_) | Kind::Study(_) => Some(Holds::Whole),
        Kind::Member(_)
        | Kind::Group(_)
        | Kind::Issue
        | Kind::Dues(_)
        | Kind::Plan(_)
        | Kind::Requests(_)
        | Kind::Talks(_) => Some(Holds::Part),
        kind if is_rules(kind) => Some(Holds::Part),
        _ => None,
    }
}

/// Whether a file holds rules by which months are reckoned.
pub(super) fn is_rules(kind: &FileKind) -> bool {
    use FileKind as Kind;
    matches!(
        kind,
        Kind::AppraisalRules
            | Kind::AssessmentRules
            | Kind::BranchRules
            | Kind::DuesRules
            | Kind::DutyRules
            | Kind::HolidayRules
            | Kind::MeetingRules
            | Kind::PointsRules
            | Kind::StepRules
            | Kind::StudyRules
            | Kind::TalkRules
    )
}

/// One thing that a file says of a month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Line<'a> {
    /// A key of the file itself.
    Key(&'static str, Said),
    /// A key of the file itself, as it stands there.
    Own(&'a str, &'a Said),
    /// An entry of a list, but for some of its keys.
    Entry(&'a PlainEntry, Vec<&'static str>),
}

impl<'a> Line<'a> {
    /// The entry, where it is one.
    pub(super) fn entry(&self) -> Option<&'a PlainEntry> {
        match self {
            Self::Key(..) | Self::Own(..) => None,
            Self::Entry(entry, _) => Some(entry),
        }
    }

    /// The entry with the keys that say something of the month, where it is one.
    pub(super) fn said(&self) -> Option<PlainEntry> {
        let Self::Entry(entry, without) = self else { return None };
        let mut entry = PlainEntry::clone(entry);
        entry.keys.retain(|key, _| !without.contains(&key.as_str()));
        Some(entry)
    }
}

/// As it is written: `group = { from = 2024-03-01, id = "criminal" }`.
impl std::fmt::Display for Line<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Key(name, value) => write!(f, "{name} = {value}"),
            Self::Own(name, value) => write!(f, "{name} = {value}"),
            Self::Entry(entry, without) => {
                write!(f, "{} = ", entry.list)?;
                Said::write_table(f, entry.keys.iter().filter(|(key, _)| !without.contains(&key.as_str())))
            }
        }
    }
}

/// What a file says of a month as it was known when a day began; nothing where it says nothing.
pub(super) fn held<'a>(kind: &FileKind, file: &'a Plain, month: Month, day: Day) -> Vec<Line<'a>> {
    match kind {
        FileKind::Member(_) => member(file, month),
        FileKind::Group(_) => group(file, month),
        FileKind::Issue => issue(file, month),
        FileKind::Dues(_) => {
            let mut lines = until_next(file, "amounts", Some("member"), month);
            let paid = |entry: &&PlainEntry| is_of(entry, "month", month) && !is_from(entry, "paid", day);
            lines.extend(entries(file, "payments").filter(paid).map(|entry| line(entry, &SILENT)));
            lines
        }
        FileKind::Plan(_) => entries(file, "entries")
            .filter(|entry| is_of(entry, "until", month))
            .map(|entry| {
                let done: &[&'static str] = if is_from(entry, "done", day) { &["done"] } else { &[] };
                line(entry, &[&SILENT[..], &["campaign", "links", "owner"], done].concat())
            })
            .collect(),
        FileKind::Requests(_) => entries(file, "entries")
            .filter(|entry| is_of(entry, "date", month))
            .map(|entry| {
                let later: &[&'static str] =
                    if is_from(entry, "delivered", day) { &["as", "delivered", "hours"] } else { &[] };
                line(entry, &[&SILENT[..], later].concat())
            })
            .collect(),
        FileKind::Talks(_) => {
            entries(file, "entries").filter(|entry| is_of(entry, "date", month)).map(|one| line(one, &SILENT)).collect()
        }
        kind if is_rules(kind) => rules(file, month),
        _ => vec![],
    }
}

/// Lines as one text, in the order of their bytes.
pub(super) fn text(lines: &[Line<'_>]) -> String {
    let mut written: Vec<_> = lines.iter().map(|line| format!("{line}\n")).collect();
    written.sort_unstable();
    written.concat()
}

/// A person: the name of the month, and standing, group, posts and class as far as they hold in the month; nothing of somebody who
/// was not there.
fn member(file: &Plain, month: Month) -> Vec<Line<'_>> {
    let standings = until_next(file, "standing", None, month);
    let is_there = |line: &Line<'_>| line.entry().and_then(|entry| said(entry, "is")).is_some_and(|is| is != LEFT);
    if !standings.iter().any(is_there) {
        return vec![];
    }
    let mut lines = standings;
    lines.extend(name(file, month));
    for list in ["class", "group"] {
        lines.extend(until_next(file, list, None, month));
    }
    lines.extend(dated(file, "post", month, &SILENT));
    lines
}

/// A group: its name and its days, where it was there in the month.
fn group(file: &Plain, month: Month) -> Vec<Line<'_>> {
    let day = |key: &str| file.keys.get(key).and_then(Said::days);
    let ended = |until: &Period| until.last < month.last();
    let (from, until) = (day("from"), day("until").filter(ended));
    let there =
        from.is_none_or(|from| from.first <= month.last()) && until.is_none_or(|until| until.last >= month.first());
    let days = std::iter::once("from").chain(until.map(|_| "until")).filter_map(|name| key(file, name));
    if there { days.chain(name(file, month)).collect() } else { vec![] }
}

/// The name that a person or a group had when the month ended.
fn name(file: &Plain, month: Month) -> Option<Line<'_>> {
    let until = |entry: &&PlainEntry| entry.keys.get("until").and_then(Said::days).map(|days| days.last);
    let borne = entries(file, "former").filter(|entry| until(entry).is_some_and(|until| until >= month.last()));
    let former = borne.min_by_key(until).and_then(|entry| entry.keys.get_key_value("name"));
    former.map_or_else(|| key(file, "name"), |(name, value)| Some(Line::Own(name, value)))
}

/// A problem that was open in the month or closed in it: what it is, and when it was closed and opened again until the
/// end of the month.
fn issue(file: &Plain, month: Month) -> Vec<Line<'_>> {
    let day = |said: Option<&Said>| said.and_then(Said::days).map(|days| days.first);
    let by_end = |day: &Day| *day <= month.last();
    let found = day(file.keys.get("found")).filter(by_end);
    if found.is_none() || file.keys.contains_key("struck") {
        return vec![];
    }
    let again: Vec<_> = entries(file, "reopened").collect();
    let of = |key: &'static str| again.iter().filter_map(move |entry| day(entry.keys.get(key)));
    let closed: Vec<_> = of("closed").chain(day(file.keys.get("closed"))).filter(by_end).collect();
    let reopened: Vec<_> = of("date").filter(by_end).collect();
    let is_over = closed.len() > reopened.len() && closed.iter().all(|closed| *closed < month.first());
    if is_over {
        return vec![];
    }
    let told = |name: &'static str, days: Vec<Day>| {
        days.into_iter().map(move |day| Line::Key(name, Said::Bare(day.to_string())))
    };
    let turns = told("closed", closed).chain(told("reopened", reopened));
    ["found", "title"].into_iter().filter_map(|name| key(file, name)).chain(turns).collect()
}

/// Rules: the keys of the file, and the entries that say from which day they hold, as far as they hold in the month.
/// Entries without days name what there is; what they do to the month shows in its figures.
fn rules(file: &Plain, month: Month) -> Vec<Line<'_>> {
    let silent = [&SILENT[..], &NAMES].concat();
    let keys = file.keys.keys().filter_map(|name| key(file, name));
    let lists: BTreeSet<_> = file.entries.iter().map(|entry| entry.list.as_str()).collect();
    keys.chain(lists.into_iter().flat_map(|list| dated(file, list, month, &silent))).collect()
}

/// The entries of a list that are not struck.
fn entries<'a>(file: &'a Plain, list: &'a str) -> impl Iterator<Item = &'a PlainEntry> {
    file.entries.iter().filter(move |entry| entry.list == list && !entry.keys.contains_key("struck"))
}

/// The entries of a list that say from which day they hold, and hold on a day of the month by what they say.
fn dated<'a>(file: &'a Plain, list: &'a str, month: Month, silent: &[&'static str]) -> Vec<Line<'a>> {
    let dated = entries(file, list).filter(|entry| entry.keys.contains_key("from") && meets(entry, month));
    dated.map(|entry| in_month(entry, month, silent)).collect()
}

/// The entries of a list, each of which holds until the next, or the next with the same key: those that hold on a day of
/// the month.
fn until_next<'a>(file: &'a Plain, list: &'a str, same: Option<&str>, month: Month) -> Vec<Line<'a>> {
    let begins = |entry: &PlainEntry| entry.keys.get("from").and_then(Said::days).map(|days| days.first);
    let mut by_key: BTreeMap<Option<&str>, Vec<(Day, &PlainEntry)>> = BTreeMap::new();
    for entry in entries(file, list) {
        if let Some(from) = begins(entry).filter(|from| *from <= month.last()) {
            by_key.entry(same.and_then(|key| said(entry, key))).or_default().push((from, entry));
        }
    }
    let mut lines = Vec::new();
    for mut all in by_key.into_values() {
        all.sort_by_key(|(from, _)| *from);
        let before = all.partition_point(|(from, _)| *from <= month.first());
        let holding = all.into_iter().skip(before.saturating_sub(1)).filter(|(_, entry)| meets(entry, month));
        lines.extend(holding.map(|(_, entry)| in_month(entry, month, &SILENT)));
    }
    lines
}

/// Whether an entry holds on a day of a month by its own days.
fn meets(entry: &PlainEntry, month: Month) -> bool {
    let days = |key: &str| entry.keys.get(key).and_then(Said::days);
    days("from").is_none_or(|from| from.first <= month.last())
        && days("until").is_none_or(|until| until.last >= month.first())
}

/// An entry as it holds in a month: when it ends afterwards says nothing.
fn in_month<'a>(entry: &'a PlainEntry, month: Month, silent: &[&'static str]) -> Line<'a> {
    let ends_later = |until: Period| until.last >= month.last();
    let later = entry.keys.get("until").and_then(Said::days).is_some_and(ends_later);
    let until: &[&'static str] = if later { &["until"] } else { &[] };
    line(entry, &[silent, until].concat())
}

/// Whether a key of an entry says a day or a month of the month.
fn is_of(entry: &PlainEntry, key: &str, month: Month) -> bool {
    entry.keys.get(key).and_then(Said::days).is_some_and(|days| Month::of(days.first) == month)
}

/// Whether a key of an entry says a day from another on.
fn is_from(entry: &PlainEntry, key: &str, day: Day) -> bool {
    entry.keys.get(key).and_then(Said::days).is_some_and(|days| days.first >= day)
}

fn said<'a>(entry: &'a PlainEntry, key: &str) -> Option<&'a str> {
    entry.keys.get(key).and_then(Said::text)
}

/// An entry as a line, without some of its keys.
fn line<'a>(entry: &'a PlainEntry, without: &[&'static str]) -> Line<'a> {
    Line::Entry(entry, without.to_vec())
}

/// A key of the file as a line.
fn key<'a>(file: &'a Plain, name: &str) -> Option<Line<'a>> {
    file.keys.get_key_value(name).map(|(name, value)| Line::Own(name, value))
}
