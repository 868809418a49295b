//! Rows that become lines of ledgers.

use std::collections::BTreeMap;

use super::changed::Changed;
use super::plan::{Difference, Plan};
use super::rows::{Problem, Rows};
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
    /// What stands in the way of writing it, where it is not recorded yet.
    pub(super) doubt: Option<Problem>,
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
    ids: &mut Ids<'_>,
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
    let mut new: BTreeMap<RelPath, Vec<L>> = BTreeMap::new();
    let mut struck: BTreeMap<RelPath, Vec<Edit>> = BTreeMap::new();
    for (said, is) in said.into_iter().zip(compare(&known, &records)) {
        let differences = match is {
            Match::Changed(at) => differences(rows, ledgers, &records[at], &said.known),
            Match::New | Match::Same(_) => vec![],
        };
        if said.known.struck && !matches!(is, Match::Same(_)) {
            plan.nothing(said.row, words::nothing_struck());
            continue;
        }
        let is_otherwise = matches!(is, Match::Changed(_)) && !differences.is_empty();
        let is_written = is == Match::New || is_otherwise && changed != Changed::Leave;
        if let Some(problem) = said.doubt.filter(|_| is_written) {
            plan.unmatched(said.row, problem);
            continue;
        }
        if is_otherwise && changed != Changed::Add {
            plan.changed(said.row, said.title.clone(), &differences);
        }
        if !is_written {
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
            _ => plan.added(said.row, whole(rows, ledgers, said.title, &said.known.rest)),
        }
        let id = ids.fresh();
        plan.origins.line(id.as_str(), said.row);
        new.entry(said.path).or_default().push((said.line)(At::new(id)));
    }
    for (path, lines) in new {
        let mut file = ledger::write(path.clone(), ledgers.files, lines);
        if let (Some(mut edits), What::Edit(inserts)) = (struck.remove(&path), &mut file.what) {
            edits.append(inserts);
            *inserts = edits;
        }
        plan.write(file);
    }
    struck.into_iter().for_each(|(path, edits)| plan.write(FileChange { path, what: What::Edit(edits) }));
}

/// A new line with all that it says.
fn whole<L: Listed>(rows: &Rows<'_>, ledgers: &Ledgers<'_, L>, title: Text, rest: &[Option<String>]) -> Text {
    let values = ledgers.fields.iter().zip(rest).filter(|(id, _)| !IN_TITLE.contains(id));
    let values = values
        .filter_map(|(id, value)| Some(words::field_is(rows.field(ledgers.of, id), words::shown(value.as_deref()?))));
    Text::clauses(std::iter::once(title).chain(values))
}

/// The fields that the title of a line says.
const IN_TITLE: [&str; 3] = ["amount", "hours", "points"];

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
