//! Rows that become lines of ledgers.

use std::collections::BTreeMap;

use super::changed::Changed;
use super::plan::{Difference, Plan};
use super::rows::Rows;
use crate::branch::{Edit, FileChange, Filed, Step, What};
use crate::cmd::change::ledger::{self, Ids};
use crate::record::{At, Day, EntryId, Listed, RelPath, Value};
use crate::sheet::{Known, Match, compare};
use crate::words::{self, Text};

/// A line that a row says.
pub(super) struct Said<L> {
    pub(super) row: usize,
    /// What it is known by.
    pub(super) known: Known,
    /// In a few words.
    pub(super) title: Text,
    /// The file it belongs in.
    pub(super) path: RelPath,
    /// The day by which rows are taken in turn.
    pub(super) day: Day,
    /// The line, once it has an id.
    pub(super) line: Box<dyn FnOnce(At<EntryId>) -> L>,
}

/// A line that is recorded.
pub(super) struct Recorded<'a> {
    pub(super) known: Known,
    pub(super) path: &'a RelPath,
    /// Its place in the list.
    pub(super) at: usize,
}

/// The ledgers that rows are compared with.
pub(super) struct Ledgers<'a, L: Listed> {
    /// What the rows are: `points`.
    pub(super) of: &'static str,
    /// The fields of which `Known::rest` says something, in its order.
    pub(super) fields: Vec<&'static str>,
    /// Their files.
    pub(super) files: &'a [Filed<L::File>],
}

/// What would come of it.
pub(super) fn plan<L: Listed>(
    rows: &Rows<'_>,
    ledgers: &Ledgers<'_, L>,
    mut said: Vec<Said<L>>,
    recorded: &[Recorded<'_>],
    changed: Changed,
    plan: &mut Plan,
) {
    // In an order that is not that of the rows, since ids are made one after the other.
    said.sort_by(|one, other| {
        let of = |said: &Said<L>| (said.day, said.known.key.clone(), said.known.rest.clone(), said.row);
        of(one).cmp(&of(other))
    });
    plan.records += recorded.iter().filter(|one| !one.known.struck).count();
    let known: Vec<_> = said.iter().map(|said| said.known.clone()).collect();
    let records: Vec<_> = recorded.iter().map(|one| one.known.clone()).collect();
    let mut ids = Ids::of(rows.env, ledgers.files);
    let mut new: BTreeMap<RelPath, Vec<L>> = BTreeMap::new();
    let mut struck: BTreeMap<RelPath, Vec<Edit>> = BTreeMap::new();
    for (said, is) in said.into_iter().zip(compare(&known, &records)) {
        let differences = match is {
            Match::Changed(at) => differences(rows, ledgers, &records[at], &said.known),
            Match::New | Match::Same(_) => vec![],
        };
        let is_new = match is {
            Match::Same(_) => false,
            Match::Changed(_) if differences.is_empty() => false,
            Match::Changed(_) => {
                if changed != Changed::Add {
                    plan.changed(said.row, said.title.clone(), &differences);
                }
                changed != Changed::Leave
            }
            Match::New => true,
        };
        if !is_new {
            if differences.is_empty() {
                plan.same(said.row, said.title);
            }
            continue;
        }
        match is {
            Match::Changed(at) if changed == Changed::Take => {
                let one = &recorded[at];
                let why = words::struck_by_import().get(rows.env.file_lang(rows.branch)).to_owned();
                let edit = Edit::Set(vec![Step::Key(L::LIST), Step::Item(one.at)], "struck", Value::Text(why));
                struck.entry(one.path.clone()).or_default().push(edit);
            }
            _ => plan.added(said.row, said.title),
        }
        new.entry(said.path).or_default().push((said.line)(At::new(ids.fresh())));
    }
    for (path, lines) in new {
        let mut file = ledger::write(path.clone(), ledgers.files, lines);
        if let (Some(mut edits), What::Edit(inserts)) = (struck.remove(&path), &mut file.what) {
            edits.append(inserts);
            *inserts = edits;
        }
        plan.files.push(file);
    }
    plan.files.extend(struck.into_iter().map(|(path, edits)| FileChange { path, what: What::Edit(edits) }));
}

/// What a row has otherwise than a record; where it says nothing, nothing.
fn differences<L: Listed>(rows: &Rows<'_>, ledgers: &Ledgers<'_, L>, old: &Known, new: &Known) -> Vec<Difference> {
    let pairs = ledgers.fields.iter().zip(old.rest.iter().zip(&new.rest));
    let differ = pairs.filter(|(_, (old, new))| new.is_some() && old != new);
    let text = |text: &Option<String>| text.as_deref().map(|text| Text::same(words::shown(text)));
    differ
        .map(|(id, (old, new))| Difference { field: rows.field(ledgers.of, id), old: text(old), new: text(new) })
        .collect()
}

/// Those of some fields of which the table says something.
pub(super) fn said_fields(rows: &Rows<'_>, fields: &[&'static str]) -> Vec<&'static str> {
    fields.iter().copied().filter(|field| rows.mapping.has(field)).collect()
}

/// Of some fields with what is said of them, what the table says something of.
pub(super) fn rest(fields: &[&'static str], all: &[(&'static str, Option<String>)]) -> Vec<Option<String>> {
    let of = |field: &&'static str| all.iter().find(|(id, _)| id == field).and_then(|(_, text)| text.clone());
    fields.iter().map(of).collect()
}
