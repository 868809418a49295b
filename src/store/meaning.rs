//! What an edit means, apart from how the text looks.

use toml::{Table, Value as Toml};

use super::edit::written;
use crate::branch::{Edit, Step};
use crate::record::Value;

/// The value a text stands for.
pub(super) fn of_text(text: &str) -> Option<Toml> {
    format!("value = {text}").parse::<Table>().ok()?.remove("value")
}

/// Makes an edit in the table a text stands for; none where it cannot be made.
pub(super) fn apply(root: &mut Table, edit: &Edit, eol: &str) -> Option<()> {
    let meant = |value: &Value| of_text(&written(value, eol));
    match edit {
        Edit::Set(way, key, value) => {
            table(root, way)?.insert((*key).to_owned(), meant(value)?);
        }
        Edit::Unset(way, key) => {
            table(root, way)?.remove(*key)?;
        }
        Edit::Insert(way, key, at, item) => {
            let list = table(root, way)?.entry(*key).or_insert(Toml::Array(vec![])).as_array_mut()?;
            let at = at.unwrap_or(list.len());
            (at <= list.len()).then_some(())?;
            list.insert(at, meant(item)?);
        }
        Edit::Remove(way, key, at) => {
            let table = table(root, way)?;
            let list = table.get_mut(*key)?.as_array_mut()?;
            (*at < list.len()).then_some(())?;
            list.remove(*at);
        }
        Edit::Append(name, pairs) => {
            let list = root.entry(*name).or_insert(Toml::Array(vec![])).as_array_mut()?;
            let pairs = pairs.iter().map(|(key, value)| Some(((*key).to_owned(), meant(value)?)));
            list.push(Toml::Table(pairs.collect::<Option<Table>>()?));
        }
    }
    Some(())
}

/// The table at the end of a way.
fn table<'t>(root: &'t mut Table, way: &[Step]) -> Option<&'t mut Table> {
    let mut steps = way.iter();
    let Some(first) = steps.next() else { return Some(root) };
    let Step::Key(key) = first else { return None };
    let mut value = root.get_mut(*key)?;
    for step in steps {
        value = match step {
            Step::Key(key) => value.as_table_mut()?.get_mut(*key)?,
            Step::Item(index) => value.as_array_mut()?.get_mut(*index)?,
        };
    }
    value.as_table_mut()
}

/// Whether two tables say the same. An empty list says the same as none, as it does when a record is read; a fraction
/// that is no number is the same as another.
pub(super) fn same(one: &Table, other: &Table) -> bool {
    let empty = |value: &Toml| value.as_array().is_some_and(Vec::is_empty);
    let within = |one: &Table, other: &Table| {
        one.iter().all(|(key, value)| match other.get(key) {
            Some(there) => same_value(value, there),
            None => empty(value),
        })
    };
    within(one, other) && other.iter().all(|(key, value)| one.contains_key(key) || empty(value))
}

fn same_value(one: &Toml, other: &Toml) -> bool {
    match (one, other) {
        (Toml::Table(one), Toml::Table(other)) => same(one, other),
        (Toml::Array(one), Toml::Array(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| same_value(one, other))
        }
        (Toml::Float(one), Toml::Float(other)) => one.to_bits() == other.to_bits() || one.is_nan() && other.is_nan(),
        _ => one == other,
    }
}
