//! `zhibu import groups`.

use std::collections::{BTreeMap, BTreeSet};

use super::plan::{Difference, Plan};
use super::rows::{Line, Problem, Rows, plain_name, refused};
use crate::branch::{Edit, FileChange, What, group_path, is_same_name, name_key, short_slug};
use crate::cmd::change::keep::past_ids;
use crate::record::{Day, Group, GroupId, Value, write_pairs};
use crate::words::{self, Text};

/// The fields a row may have.
pub(super) const FIELDS: &[&str] = &["group", "name", "from", "until", "note"];

/// What a row says.
struct Says {
    row: usize,
    id: Option<GroupId>,
    name: String,
    from: Option<Day>,
    until: Option<Day>,
    note: Option<String>,
}

impl Says {
    fn read(rows: &Rows<'_>, line: Line<'_>) -> Result<Self, Problem> {
        let id = match line.text("group")? {
            Some(text) => {
                let id = GroupId::new(&text);
                Some(id.ok_or_else(|| Problem::of(words::bad_id(words::shown(&text))))?)
            }
            None => None,
        };
        let name = plain_name(&line.needed(line.text("name")?, rows.field("groups", "name"))?)?;
        let (from, until) = (line.day("from")?, line.day("until")?);
        if let (Some(from), Some(until)) = (from, until)
            && until < from
        {
            return Err(Problem::of(words::ends_before(from, until)));
        }
        Ok(Self { row: line.number(), id, name, from, until, note: line.text("note")? })
    }

    fn create(&self, id: &GroupId, from: Day) -> FileChange {
        let mut pairs = vec![("name", Value::text(&self.name)), ("from", Value::Day(from))];
        pairs.extend(self.until.map(|until| ("until", Value::Day(until))));
        pairs.extend(self.note.as_ref().map(|note| ("note", Value::text(note))));
        FileChange { path: group_path(id), what: What::Create(write_pairs(&pairs)) }
    }

    /// What the file of the group has otherwise, each with the edit that corrects it.
    fn differences(&self, rows: &Rows<'_>, group: &Group) -> Vec<(Difference, Edit)> {
        let field = |id| rows.field("groups", id);
        let shown = |text: &str| Text::same(words::shown(text));
        let day = |day: Day| Text::same(day.to_string());
        let mut found = Vec::new();
        let mut put = |id, old, new, key, value| {
            found.push((Difference { field: field(id), old, new: Some(new) }, Edit::Set(vec![], key, value)));
        };
        if !group.names().any(|name| is_same_name(&self.name, name)) {
            put("name", Some(shown(&group.name)), shown(&self.name), "name", Value::text(&self.name));
        }
        if let Some(from) = self.from.filter(|from| *from != group.from.value) {
            put("from", Some(day(group.from.value)), day(from), "from", Value::Day(from));
        }
        let until = group.until.as_ref().map(|until| until.value);
        if let Some(new) = self.until.filter(|new| Some(*new) != until) {
            put("until", until.map(day), day(new), "until", Value::Day(new));
        }
        if let Some(note) = self.note.as_ref().filter(|note| Some(*note) != group.note.as_ref()) {
            put("note", group.note.as_deref().map(shown), shown(note), "note", Value::text(note));
        }
        found
    }
}

/// What would come of it.
pub(super) fn plan(rows: &Rows<'_>, take: bool) -> Plan {
    let branch = rows.branch;
    let mut plan = Plan::among(branch.groups.len(), take);
    let mut by_name: BTreeMap<String, Vec<&GroupId>> = BTreeMap::new();
    for (id, group) in &branch.groups {
        by_name.entry(name_key(&group.name)).or_default().push(id);
    }
    // What bears a name now is meant rather than what bore it.
    for (id, group) in &branch.groups {
        for former in &group.former {
            by_name.entry(name_key(&former.name)).or_insert_with(|| vec![id]);
        }
    }
    let mut new: BTreeMap<(Day, String), Says> = BTreeMap::new();
    let (mut taken, mut seen) = (BTreeSet::new(), BTreeMap::new());
    for line in rows.lines() {
        let says = match Says::read(rows, line) {
            Ok(says) => says,
            Err(problem) => {
                plan.unmatched(line.number(), problem);
                continue;
            }
        };
        // A group is named once in a table.
        let key = says.id.as_ref().map_or_else(|| name_key(&says.name), GroupId::to_string);
        if let Some(first) = seen.insert(key, says.row) {
            plan.unmatched(
                says.row,
                refused(words::said_before(words::shown(&says.name), first), words::cure_said_before()),
            );
            continue;
        }
        let known = match (&says.id, by_name.get(&name_key(&says.name)).map(Vec::as_slice)) {
            (Some(id), _) => branch.groups.get_key_value(id).map(|(id, _)| id),
            (None, Some([only])) => Some(*only),
            (None, Some(several)) => {
                let ids = Text::list(several.iter().map(|id| Text::same(id.as_str())));
                let fact = words::several_such(words::noun_group(), words::shown(&says.name));
                plan.unmatched(says.row, refused(fact, words::cure_namesakes(ids)));
                continue;
            }
            (None, None) => None,
        };
        let Some(id) = known else {
            match says.from {
                Some(from) => {
                    taken.extend(says.id.as_ref().map(GroupId::to_string));
                    new.insert((from, says.id.as_ref().map_or_else(|| says.name.clone(), GroupId::to_string)), says);
                }
                None => plan.unmatched(
                    says.row,
                    refused(words::since_when(words::shown(&says.name)), words::cure_since_when()),
                ),
            }
            continue;
        };
        let found = says.differences(rows, &branch.groups[id]);
        let title = Text::same(words::shown(&says.name));
        if found.is_empty() {
            plan.same(says.row, title);
            continue;
        }
        let (differences, edits): (Vec<_>, Vec<_>) = found.into_iter().unzip();
        plan.changed(says.row, title, &differences);
        if take {
            plan.origins.file(&group_path(id), says.row);
            plan.files.push(FileChange { path: group_path(id), what: What::Edit(edits) });
        }
    }
    let had = if new.is_empty() { BTreeSet::new() } else { past_ids(rows.env, "groups") };
    taken.extend(had.iter().cloned());
    for ((from, _), says) in new {
        if let Some(id) = says.id.as_ref().filter(|id| had.contains(id.as_str())) {
            plan.unmatched(says.row, refused(words::id_was_had(id), words::cure_id_again()));
            continue;
        }
        let is_taken =
            |id: &str| taken.contains(id) || GroupId::new(id).is_some_and(|id| branch.groups.contains_key(&id));
        let made = || short_slug(&says.name, is_taken).and_then(|id| GroupId::new(&id));
        let Some(id) = says.id.clone().or_else(made) else {
            let fact = words::no_id_from_name(words::shown(&says.name));
            plan.unmatched(says.row, refused(fact, words::cure_id_column()));
            continue;
        };
        taken.insert(id.to_string());
        plan.added(says.row, words::added_group(words::shown(&says.name), from));
        plan.origins.file(&group_path(&id), says.row);
        plan.files.push(says.create(&id, from));
    }
    plan
}
