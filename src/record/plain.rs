//! A file as plain keys and entries, whatever its record: what two texts of it say can be compared, and written down in
//! one form however they are laid out.

use std::collections::BTreeMap;
use std::fmt::Write;

use toml_spanner::{Arena, Item, Table, Value as Toml};

use super::depth::too_deep;
use super::{Day, Month, Span, Value};

/// A file as plain keys and entries.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plain {
    /// Its keys that are no lists of tables.
    pub keys: BTreeMap<String, Said>,
    /// The tables of its lists, in the order of the file.
    pub entries: Vec<PlainEntry>,
}

/// One table of a list: a line of a ledger, or what stands under a heading between double brackets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlainEntry {
    /// The list it is in: `payments`.
    pub list: String,
    /// Its keys.
    pub keys: BTreeMap<String, Said>,
    /// Where it stands.
    pub span: Span,
}

/// What a key says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// A text.
    Text(String),
    /// A number, a day, yes or no, as it is written in one form.
    Bare(String),
    /// A list.
    List(Vec<Said>),
    /// A table.
    Table(BTreeMap<String, Said>),
}

impl Plain {
    /// What a text says; none where it is no TOML.
    pub fn of(text: &str) -> Option<Self> {
        if too_deep(text).is_some() {
            return None;
        }
        let arena = Arena::new();
        let document = toml_spanner::parse(text, &arena).ok()?;
        let mut plain = Self::default();
        for (key, value) in document.table().entries() {
            let list = value.as_array().filter(|list| !list.is_empty());
            match list.map(|list| list.iter().map(Item::as_table).collect::<Option<Vec<_>>>()) {
                Some(Some(tables)) => {
                    let spans = value.as_array().into_iter().flat_map(|list| list.iter()).map(Item::span);
                    plain.entries.extend(tables.into_iter().zip(spans).map(|(table, span)| PlainEntry {
                        list: key.name.to_owned(),
                        keys: keys(table),
                        span,
                    }));
                }
                _ => {
                    plain.keys.insert(key.name.to_owned(), said(value));
                }
            }
        }
        Some(plain)
    }
}

fn keys(table: &Table<'_>) -> BTreeMap<String, Said> {
    table.entries().iter().map(|(key, value)| (key.name.to_owned(), said(value))).collect()
}

fn said(value: &Item<'_>) -> Said {
    match value.value() {
        Toml::String(text) => Said::Text((*text).to_owned()),
        Toml::Integer(number) => Said::Bare(number.as_i128().to_string()),
        Toml::Float(number) => Said::Bare(number.to_string()),
        Toml::Boolean(yes) => Said::Bare(yes.to_string()),
        Toml::DateTime(moment) => Said::Bare(match moment.date() {
            Some(date) => format!("{:04}-{:02}-{:02}", date.year, date.month, date.day),
            None => String::new(),
        }),
        Toml::Array(list) => Said::List(list.iter().map(said).collect()),
        Toml::Table(table) => Said::Table(keys(table)),
    }
}

impl Said {
    /// Its text, where it is one.
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The days it stands for: a day, or a month written as a text.
    pub fn days(&self) -> Option<super::Period> {
        match self {
            Self::Bare(day) => Day::parse(day).map(super::Period::day),
            Self::Text(month) => Month::parse(month).map(Month::period),
            Self::List(_) | Self::Table(_) => None,
        }
    }
}

impl Said {
    /// Writes keys as a table.
    ///
    /// # Errors
    /// Whatever hinders the writer.
    pub fn write_table<'a>(
        f: &mut std::fmt::Formatter<'_>,
        keys: impl Iterator<Item = (&'a String, &'a Self)>,
    ) -> std::fmt::Result {
        let mut some = false;
        for (key, value) in keys {
            write!(f, "{} {key} = {value}", if some { "," } else { "{" })?;
            some = true;
        }
        f.write_str(if some { " }" } else { "{}" })
    }
}

/// As TOML in one form: keys in the order of the alphabet, one space where there may be several, no trailing comma.
impl std::fmt::Display for Said {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Text(text) => write!(f, "{}", Value::text(text)),
            Self::Bare(bare) => f.write_str(bare),
            Self::List(items) => {
                f.write_char('[')?;
                for (at, item) in items.iter().enumerate() {
                    write!(f, "{}{item}", if at == 0 { "" } else { ", " })?;
                }
                f.write_char(']')
            }
            Self::Table(keys) => Self::write_table(f, keys.iter()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_text_says_does_not_depend_on_its_layout() {
        let one = "name = \"赵刚\"\n[[standing]]\nis = \"full\"\nfrom = 2009-06-30\n\n[[standing]]\nfrom = 2026-01-01\nis = 'left'\n";
        let other = "# x\r\nname = '赵刚' # y\r\nstanding = [\r\n  { from = 2009-06-30, is = \"full\" },\r\n  {is=\"left\",from=2026-01-01},]\r\n";
        let strip = |text| {
            let plain = Plain::of(text).expect("TOML");
            (plain.keys, plain.entries.into_iter().map(|entry| (entry.list, entry.keys)).collect::<Vec<_>>())
        };
        assert_eq!(strip(one), strip(other));
        assert_eq!(Plain::of("x = "), None);
    }

    #[test]
    fn values_are_written_in_one_form() {
        let text = "a = { z = 2.0, b = [1,  \"x\\ty\"] }\nc = 2.5\nd = []\ne = 0x10\nf = [\"a\", { x = 1 }]\n";
        let plain = Plain::of(text).expect("TOML");
        let written: Vec<_> = plain.keys.iter().map(|(key, value)| format!("{key} = {value}")).collect();
        let expected = ["a = { b = [1, \"x\\ty\"], z = 2 }", "c = 2.5", "d = []", "e = 16", "f = [\"a\", { x = 1 }]"];
        assert_eq!(written, expected);
    }

    #[test]
    fn days_and_months_are_days() {
        let plain = Plain::of("a = 2026-10-05\nb = \"2026-10\"\nc = \"x\"\n").expect("TOML");
        let days = |key| plain.keys[key].days().map(|days| days.to_string());
        assert_eq!(
            (days("a").as_deref(), days("b").as_deref(), days("c")),
            (Some("2026-10-05"), Some("2026-10"), None)
        );
    }
}
