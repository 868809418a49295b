//! Groups that people are in and that are not there yet.

use std::collections::BTreeMap;

use super::says::Says;
use crate::branch::{FileChange, What, clean_name, group_path, name_key, short_slug};
use crate::cmd::change::keep::past_ids;
use crate::cmd::import::plan::{MadeGroup, Plan};
use crate::cmd::import::rows::{Rows, is_nobody};
use crate::record::{GroupId, Value, write_pairs};
use crate::words;

/// The groups the rows name that are not there, each with the id it gets, by the key of its name.
pub(super) fn new_groups(rows: &Rows<'_>) -> BTreeMap<String, MadeGroup> {
    let branch = rows.branch;
    let known = |key: &str| {
        branch.groups.iter().any(|(id, group)| id.as_str() == key || group.names().any(|name| name_key(name) == key))
    };
    let names = rows.lines().filter_map(|line| line.text("group").ok().flatten());
    let mut new: BTreeMap<String, String> = BTreeMap::new();
    for name in names {
        let key = name_key(&name);
        if !is_nobody(&key) && !known(&key) {
            new.entry(key).or_insert_with(|| clean_name(&name));
        }
    }
    let mut made: BTreeMap<String, MadeGroup> = BTreeMap::new();
    let had = if new.is_empty() { Default::default() } else { past_ids(rows.env, "groups") };
    for (key, name) in new {
        let taken = |id: &str| {
            had.contains(id)
                || made.values().any(|made| made.id.as_str() == id)
                || branch.groups.keys().any(|group| group.as_str() == id)
        };
        let id = short_slug(&key, taken).and_then(|id| GroupId::new(&id));
        made.extend(id.map(|id| (key, MadeGroup { id, name })));
    }
    made
}

/// Makes them, each from the first day on which somebody is in it.
pub(super) fn make(said: &[Says], plan: &mut Plan) {
    for MadeGroup { id, name } in plan.made_groups.clone().into_values() {
        let of_group = said.iter().filter(|says| says.group.as_ref() == Some(&id));
        let days = of_group.filter_map(|says| says.group_from.or(says.first_here()));
        let Some(from) = days.min() else { continue };
        plan.besides.push(words::added_group(words::shown(&name), from));
        let text = write_pairs(&[("name", Value::text(&name)), ("from", Value::Day(from))]);
        plan.files.push(FileChange { path: group_path(&id), what: What::Create(text) });
    }
}
