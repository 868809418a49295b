//! What an edit means, apart from how the text looks.

use toml_spanner::{Arena, Array, Item, Key, Table, Value as Toml};

use super::written::written;
use crate::branch::{Edit, Step};
use crate::record::Value;

/// The value a text stands for.
pub(super) fn of_text<'a>(text: &str, arena: &'a Arena) -> Option<Item<'a>> {
    let document = toml_spanner::parse(arena.alloc_str(&format!("value = {text}")), arena).ok()?;
    Some(document.into_table().remove_entry("value")?.1)
}

/// Makes an edit in the table a text stands for; none where it cannot be made.
pub(super) fn apply<'a>(root: &mut Table<'a>, edit: &Edit, eol: &str, arena: &'a Arena) -> Option<()> {
    let meant = |value: &Value| of_text(&written(value, eol), arena);
    match edit {
        Edit::Set(way, key, value) => {
            table(root, way)?.insert(Key::new(key), meant(value)?, arena);
        }
        Edit::Unset(way, key) => {
            table(root, way)?.remove_entry(key)?;
        }
        Edit::Insert(way, key, at, item) => {
            let list = list(table(root, way)?, key, arena)?;
            let at = at.unwrap_or(list.len());
            (at <= list.len()).then_some(())?;
            list.push(meant(item)?, arena);
            list.as_mut_slice()[at..].rotate_right(1);
        }
        Edit::Remove(way, key, at) => {
            let list = table(root, way)?.get_mut(key)?.as_array_mut()?;
            (*at < list.len()).then_some(())?;
            list.remove(*at);
        }
        Edit::Move(from, at, to, place, item) => {
            apply(root, &Edit::Remove(vec![], from, *at), eol, arena)?;
            apply(root, &Edit::Insert(vec![], to, *place, item.clone()), eol, arena)?;
        }
        Edit::Append(name, pairs) => {
            let mut table = Table::new();
            for (key, value) in pairs {
                table.insert(Key::new(key), meant(value)?, arena);
            }
            list(root, name, arena)?.push(table.into_item(), arena);
        }
    }
    Some(())
}

/// The table at the end of a way.
fn table<'t, 'a>(root: &'t mut Table<'a>, way: &[Step]) -> Option<&'t mut Table<'a>> {
    let mut steps = way.iter();
    let Some(first) = steps.next() else { return Some(root) };
    let Step::Key(key) = first else { return None };
    let mut value = root.get_mut(key)?;
    for step in steps {
        value = match step {
            Step::Key(key) => value.as_table_mut()?.get_mut(key)?,
            Step::Item(index) => value.as_array_mut()?.get_mut(*index)?,
        };
    }
    value.as_table_mut()
}

/// The list of a key, made where there is none.
fn list<'t, 'a>(table: &'t mut Table<'a>, key: &'static str, arena: &'a Arena) -> Option<&'t mut Array<'a>> {
    if !table.contains_key(key) {
        table.insert(Key::new(key), Array::new().into_item(), arena);
    }
    table.get_mut(key)?.as_array_mut()
}

/// Whether two tables say the same. An empty list says the same as none, as it does when a record is read; a fraction
/// that is no number is the same as another.
pub(super) fn same(one: &Table<'_>, other: &Table<'_>) -> bool {
    let empty = |value: &Item<'_>| value.as_array().is_some_and(Array::is_empty);
    let within = |one: &Table<'_>, other: &Table<'_>| {
        one.entries().iter().all(|(key, value)| match other.get(key.name) {
            Some(there) => same_value(value, there),
            None => empty(value),
        })
    };
    within(one, other) && other.entries().iter().all(|(key, value)| one.contains_key(key.name) || empty(value))
}

/// Whether two values say the same.
pub(super) fn same_value(one: &Item<'_>, other: &Item<'_>) -> bool {
    match (one.value(), other.value()) {
        (Toml::Table(one), Toml::Table(other)) => same(one, other),
        (Toml::Array(one), Toml::Array(other)) => {
            one.len() == other.len() && one.iter().zip(other.iter()).all(|(one, other)| same_value(one, other))
        }
        (Toml::Float(one), Toml::Float(other)) => one.to_bits() == other.to_bits() || one.is_nan() && other.is_nan(),
        _ => one == other,
    }
}
