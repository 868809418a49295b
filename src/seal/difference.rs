//! What two texts of a file say differently, record by record.

use std::collections::BTreeMap;

use super::held::{Holds, Line, held, holds};
use crate::branch::FileKind;
use crate::record::{Day, Month, Plain, PlainEntry, RelPath, Said};

/// One thing that two texts say differently.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The list the record is in; none for a key of the file itself.
    pub list: Option<String>,
    /// What tells the record from the others of its list: an id, a person, a day; the person beside the id of a line.
    pub record: Vec<String>,
    /// The key; none where the whole record is there in one of them only.
    pub key: Option<String>,
    /// What was said; none where nothing was.
    pub before: Option<String>,
    /// What is said now; none where nothing is.
    pub after: Option<String>,
}

/// What two texts of a file say differently of a month as it was known when a day began; none where one of them is no
/// TOML, or the file makes no month.
pub fn differences(path: &RelPath, old: &str, new: &str, month: Month, day: Day) -> Option<Vec<Difference>> {
    let kind = FileKind::of(path)?;
    let (old, new) = (Plain::of(old)?, Plain::of(new)?);
    Some(match holds(&kind)? {
        Holds::Whole => compare(&old, &new),
        Holds::Part => {
            let of_month = |file: &Plain| as_file(held(&kind, file, month, day));
            compare(&of_month(&old), &of_month(&new))
        }
    })
}

/// Lines as the file they would make.
fn as_file(lines: Vec<Line<'_>>) -> Plain {
    let mut plain = Plain::default();
    for line in lines {
        let (name, value) = match line {
            Line::Entry(..) => {
                plain.entries.extend(line.said());
                continue;
            }
            Line::Key(name, value) => (name.to_owned(), value),
            Line::Own(name, value) => (name.to_owned(), value.clone()),
        };
        let value = match plain.keys.remove(&name) {
            None => value,
            Some(Said::List(mut values)) => {
                values.push(value);
                Said::List(values)
            }
            Some(before) => Said::List(vec![before, value]),
        };
        plain.keys.insert(name, value);
    }
    plain
}

/// What two files say differently: first their own keys, then record by record.
pub fn compare(old: &Plain, new: &Plain) -> Vec<Difference> {
    let mut found = of_keys(&old.keys, &new.keys, None, &[]);
    let lists = |file: &Plain| file.entries.iter().map(|entry| entry.list.clone()).collect::<Vec<_>>();
    let mut all = [lists(old), lists(new)].concat();
    all.sort();
    all.dedup();
    for list in all {
        let of = |file: &'_ Plain| file.entries.iter().filter(|entry| entry.list == list).cloned().collect::<Vec<_>>();
        found.extend(of_list(&list, of(old), of(new)));
    }
    found
}

/// What two lists say differently. Records that say the same are paired first, then those that bear the same name.
fn of_list(list: &str, mut old: Vec<PlainEntry>, mut new: Vec<PlainEntry>) -> Vec<Difference> {
    old.retain(|entry| match new.iter().position(|other| other.keys == entry.keys) {
        Some(at) => {
            new.remove(at);
            false
        }
        None => true,
    });
    let mut found = Vec::new();
    let whole = |entry: &PlainEntry| Some(Said::Table(entry.keys.clone()).to_string());
    for entry in old {
        let same = new.iter().position(|other| name(other) == name(&entry));
        match same.map(|at| new.remove(at)) {
            Some(other) => found.extend(of_keys(&entry.keys, &other.keys, Some(list), &record(&entry))),
            None => found.push(Difference {
                list: Some(list.to_owned()),
                record: record(&entry),
                key: None,
                before: whole(&entry),
                after: None,
            }),
        }
    }
    found.extend(new.iter().map(|entry| Difference {
        list: Some(list.to_owned()),
        record: record(entry),
        key: None,
        before: None,
        after: whole(entry),
    }));
    found
}

/// Keys by which records are told apart, the surest first.
const NAMES: [&str; 6] = ["id", "member", "is", "file", "text", "name"];

/// What tells a record from the others of its list.
fn name(entry: &PlainEntry) -> Option<&str> {
    NAMES.iter().find_map(|key| entry.keys.get(*key).and_then(Said::text))
}

/// How a record is told: whose it is where it says so, and what tells it apart.
fn record(entry: &PlainEntry) -> Vec<String> {
    let person = entry.keys.get("member").and_then(Said::text);
    let mut told: Vec<_> = person.into_iter().chain(name(entry)).map(str::to_owned).collect();
    told.dedup();
    told
}

fn of_keys(
    old: &BTreeMap<String, Said>,
    new: &BTreeMap<String, Said>,
    list: Option<&str>,
    record: &[String],
) -> Vec<Difference> {
    let mut keys: Vec<_> = old.keys().chain(new.keys()).collect();
    keys.sort();
    keys.dedup();
    let mut found = Vec::new();
    for key in keys {
        let (before, after) = match (old.get(key), new.get(key)) {
            (before, after) if before == after => continue,
            // Of a list only what went and what came.
            (Some(Said::List(old)), Some(Said::List(new))) => {
                let without = |all: &[Said], other: &[Said]| {
                    let left = all.iter().filter(|item| !other.contains(item)).map(plain).collect::<Vec<_>>();
                    (!left.is_empty()).then(|| left.join(", "))
                };
                (without(old, new), without(new, old))
            }
            (before, after) => (before.map(plain), after.map(plain)),
        };
        let (list, record) = (list.map(str::to_owned), record.to_vec());
        found.push(Difference { list, record, key: Some(key.clone()), before, after });
    }
    found
}

/// A value as a person reads it: a text without its quotes.
fn plain(value: &Said) -> String {
    match value {
        Said::Text(text) => text.clone(),
        Said::List(items) => items.iter().map(plain).collect::<Vec<_>>().join(", "),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(old: &str, new: &str, expected: &[&str]) {
        let read = |text| Plain::of(text).expect("TOML");
        let told = compare(&read(old), &read(new)).into_iter().map(|one| {
            let part = |part: Option<String>| part.unwrap_or_else(|| "-".into());
            let (before, after) = (part(one.before), part(one.after));
            format!("{} {:?} {}: {before} > {after}", part(one.list), one.record, part(one.key))
        });
        assert_eq!(told.collect::<Vec<_>>(), expected);
    }

    #[test]
    fn a_line_that_was_changed_is_told_by_its_keys() {
        let line = |points: &str| format!("entries = [{{ id = \"a1\", member = \"sun-lei\", points = {points} }}]\n");
        case(&line("5"), &line("8"), &["entries [\"sun-lei\", \"a1\"] points: 5 > 8"]);
        case(&line("5"), &line("5.0"), &[]);
        case(
            &line("5"),
            "",
            &["entries [\"sun-lei\", \"a1\"] -: { id = \"a1\", member = \"sun-lei\", points = 5 } > -"],
        );
        case(
            "",
            &line("5"),
            &["entries [\"sun-lei\", \"a1\"] -: - > { id = \"a1\", member = \"sun-lei\", points = 5 }"],
        );
    }

    #[test]
    fn of_a_list_only_what_went_and_what_came_is_told() {
        case(
            "present = [\"a\", \"b\"]\nplace = \"x\"\n",
            "present = [\"b\", \"c\"]\ntime = \"19:00\"\n",
            &["- [] place: x > -", "- [] present: a > c", "- [] time: - > 19:00"],
        );
        case(
            "absent = [{ member = \"a\", reason = \"duty\" }, { member = \"b\" }]",
            "absent = [{ member = \"b\" }, { member = \"a\", reason = \"ill\" }]",
            &["absent [\"a\"] reason: duty > ill"],
        );
    }
}
