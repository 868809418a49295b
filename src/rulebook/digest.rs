//! A digest of the points rules that hold in some days: what they say, however the file is laid out.

use std::collections::HashMap;
use std::fmt::Write;

use toml_spanner::{Arena, Item, Table, Value};

use super::Rulebook;
use crate::record::{Day, Period, sha256};

impl Rulebook {
    /// The digest of what `rules/points.toml` says of some days: comments, spacing, order of keys and rules of other
    /// days do not change it. None where the file is not read.
    pub fn points_digest(&self, days: Period) -> Option<String> {
        self.points_digests().map(|mut digests| digests.of(days))
    }

    /// The digests of many days, for which the file is looked through once.
    pub fn points_digests(&self) -> Option<PointsDigests> {
        let (source, _) = self.points.as_ref()?;
        let arena = Arena::new();
        let document = toml_spanner::parse(&source.text, &arena).ok()?;
        let mut rules = Vec::new();
        for name in ["scheme", "category", "mark", "item"] {
            let list = document.table().get(name).and_then(Item::as_array);
            for rule in list.into_iter().flat_map(|list| list.iter()).filter_map(Item::as_table) {
                let mut said = name.to_owned();
                table(rule, &mut said);
                rules.push(Rule { from: day(rule, "from"), until: day(rule, "until"), said });
            }
        }
        Some(PointsDigests { rules, known: HashMap::new() })
    }
}

/// The digests of points rules, by the days in which they hold.
#[derive(Debug)]
pub struct PointsDigests {
    rules: Vec<Rule>,
    /// Those that were made, by the rules they are of.
    known: HashMap<Vec<usize>, String>,
}

/// What one rule says, and when.
#[derive(Debug)]
struct Rule {
    from: Option<Day>,
    until: Option<Day>,
    said: String,
}

impl PointsDigests {
    /// The digest of the rules of some days.
    pub fn of(&mut self, days: Period) -> String {
        let holds = |rule: &Rule| {
            rule.from.is_none_or(|from| from <= days.last) && rule.until.is_none_or(|until| days.first <= until)
        };
        let holding: Vec<_> = (0..self.rules.len()).filter(|at| holds(&self.rules[*at])).collect();
        let said = |rules: &[usize]| rules.iter().map(|at| self.rules[*at].said.as_str()).collect::<String>();
        match self.known.get(&holding) {
            Some(digest) => digest.clone(),
            None => {
                let digest = short_digest(said(&holding).as_bytes());
                self.known.insert(holding, digest.clone());
                digest
            }
        }
    }
}

/// The first eight bytes of the SHA-256 of some bytes, in hexadecimal digits: enough to tell a change, and short enough
/// for a line.
pub fn short_digest(bytes: &[u8]) -> String {
    sha256(bytes)[..16].to_owned()
}

/// The day a key of a rule says.
fn day(rule: &Table<'_>, key: &str) -> Option<Day> {
    let date = rule.get(key).and_then(Item::as_datetime)?.date()?;
    Day::new(date.year.into(), date.month.into(), date.day.into())
}

/// A table with its keys in the order of the alphabet. When a rule ends says nothing of the days before.
fn table(rule: &Table<'_>, said: &mut String) {
    let mut entries: Vec<_> = rule.entries().iter().filter(|(key, _)| key.name != "until").collect();
    entries.sort_by_key(|(key, _)| key.name);
    said.push('{');
    for (key, value) in entries {
        let _ = write!(said, "{:?}:", key.name);
        item(value, said);
        said.push(',');
    }
    said.push('}');
}

fn item(value: &Item<'_>, said: &mut String) {
    let _ = match value.value() {
        Value::String(text) => write!(said, "{text:?}"),
        Value::Integer(number) => write!(said, "{}", number.as_f64()),
        Value::Float(number) => write!(said, "{number}"),
        Value::Boolean(yes) => write!(said, "{yes}"),
        Value::DateTime(moment) => match moment.date() {
            Some(date) => write!(said, "{:04}-{:02}-{:02}", date.year, date.month, date.day),
            None => Ok(()),
        },
        Value::Array(list) => {
            said.push('[');
            for value in list.iter() {
                item(value, said);
                said.push(',');
            }
            said.push(']');
            Ok(())
        }
        Value::Table(rule) => {
            table(rule, said);
            Ok(())
        }
    };
}

#[cfg(test)]
mod tests {
    use super::super::faults::tests::rulebook;
    use super::*;

    fn digest(text: &str, month: u32) -> Option<String> {
        let day = Day::new(2026, month, 1)?;
        rulebook(&[("points.toml", text)]).points_digest(Period::month_of(day))
    }

    #[test]
    fn only_what_is_said_of_the_days_counts() {
        let rules = "[[category]]\nid = \"c\"\nname = \"c\"\n[[item]]\nid = \"a\"\nname = \"a\"\ncategory = \"c\"\nfrom = 2026-01-01\npoints = 2\n";
        let laid_out = "# 说明\n[[category]]\nname = 'c'\nid = \"c\"\n\n[[item]]\nid = \"a\"\npoints = 2.0 # 两分\nname = \"a\"\nfrom = 2026-01-01\nuntil = 2026-05-31\ncategory = \"c\"\n[[item]]\nid = \"a\"\nname = \"a\"\ncategory = \"c\"\nfrom = 2026-06-01\npoints = 3\n";
        assert_eq!(digest(rules, 5), digest(laid_out, 5));
        assert_ne!(digest(rules, 6), digest(laid_out, 6));
        assert_ne!(digest(rules, 5), digest(&rules.replace("points = 2", "points = 2.5"), 5));
    }
}
