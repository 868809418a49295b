//! `zhibu import meetings`: meetings, a row each.

use std::collections::BTreeMap;

use super::attendance::{Presence, due, reason_of};
use super::changed::Changed;
use super::held::{Held, Stems};
use super::lines::{rest, said_fields};
use super::plan::{Difference, Plan};
use super::rows::{BETWEEN_TEXTS, Line, Problem, Rows, is_nobody, problem, refused, split};
use super::unnamed::Unnamed;
use crate::branch::{Edit, FileChange, Filed, What, meeting_path};
use crate::cmd::meeting::Roll;
use crate::record::{Meeting, MemberId, Value, write_pairs};
use crate::sheet::{Known, Match, compare};
use crate::store::Store;
use crate::words::{self, Text};

/// The fields a row may have.
pub(super) const FIELDS: &[&str] = &[
    "date",
    "kind",
    "group",
    "time",
    "meeting",
    "place",
    "chair",
    "recorder",
    "lecturer",
    "topics",
    "links",
    "those-present",
    "those-late",
    "those-absent",
    "observers",
    "guests",
    "minutes",
    "note",
];

/// Those of which a meeting says one thing, in the order of its file.
const SAYS: &[&str] =
    &["time", "place", "chair", "recorder", "lecturer", "topics", "links", "guests", "note", "minutes"];

/// The lists of people, and the fields that name them: tables often have numbers under the plain words.
const PEOPLE: [(&str, &str); 4] =
    [("present", "those-present"), ("late", "those-late"), ("absent", "those-absent"), ("observers", "observers")];

/// What a row says.
struct Says {
    row: usize,
    held: Held,
    /// Of each field what it says, as text and as it is written.
    fields: Vec<(&'static str, String, Value)>,
    people: BTreeMap<MemberId, Presence>,
    /// Those due of whom it says nothing, though it names others.
    unnamed: Vec<MemberId>,
}

impl Says {
    fn read(rows: &Rows<'_>, line: Line<'_>) -> Result<Self, Problem> {
        let branch = rows.branch;
        let held = Held::read(rows, line)?;
        let (mut people, mut guests) = (BTreeMap::new(), Vec::new());
        for (list, field) in PEOPLE {
            for word in line.names(field)? {
                let (who, presence) = named(rows, list, &word)?;
                // Who sits in may be from elsewhere: a guest.
                if list == "observers" && rows.names.is_nobody(who) {
                    guests.push(who.to_owned());
                    continue;
                }
                let can_be = |id: &MemberId| presence.may_be(rows, &held, id).is_ok();
                let member = line.person_among(who, held.day, &can_be)?;
                presence.may_be(rows, &held, &member)?;
                if people.insert(member.clone(), presence).is_some() {
                    return Err(Problem::of(words::named_twice(branch.name(&member))));
                }
            }
        }
        let names_some = people.values().any(Presence::is_bound);
        let due = due(rows, &held).filter(|_| names_some).unwrap_or_default();
        let mut unnamed: Vec<_> = due.into_iter().filter(|id| !people.contains_key(*id)).cloned().collect();
        if let Some(list) = rows.options.unnamed.and_then(Unnamed::list) {
            people.extend(unnamed.drain(..).map(|id| (id, Presence::in_list(list, None))));
        }
        let mut fields = Vec::new();
        if let Some(time) = held.time {
            fields.push(("time", time.to_string(), Value::text(time)));
        }
        for field in ["place", "note"] {
            fields.extend(line.text(field)?.map(|text| (field, text.clone(), Value::Text(text))));
        }
        for field in ["chair", "recorder", "lecturer"] {
            fields.extend(line.person_of(field, held.day)?.map(|id| (field, id.to_string(), Value::text(id))));
        }
        for field in ["topics", "guests"] {
            let mut list = line.parts(field, BETWEEN_TEXTS)?;
            if field == "guests" {
                list.retain(|guest| !is_nobody(guest));
                list.append(&mut guests);
            }
            if !list.is_empty() {
                fields.push((field, list.join("; "), Value::texts(list)));
            }
        }
        let link = |name: &String| Ok(branch.find_link(name).map_err(problem)?.id.value.clone());
        let links = line.list("links")?.iter().map(link).collect::<Result<Vec<_>, Problem>>()?;
        if !links.is_empty() {
            let text = links.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ");
            fields.push(("links", text, Value::texts(&links)));
        }
        let minutes = line.text("minutes")?.map(|text| if text.ends_with('\n') { text } else { text + "\n" });
        fields.extend(minutes.map(|text| ("minutes", text.clone(), Value::Lines(text))));
        fields.sort_by_key(|(field, ..)| SAYS.iter().position(|one| one == field));
        Ok(Self { row: line.number(), held, fields, people, unnamed })
    }

    /// All that it says of a meeting that is new.
    fn told(&self, rows: &Rows<'_>) -> Vec<Text> {
        let field = |id: &'static str| rows.field("meetings", id);
        let is_person = |field: &str| matches!(field, "chair" | "recorder" | "lecturer");
        let value = |(id, text, _): &(&'static str, String, Value)| {
            let named = MemberId::new(text).filter(|_| is_person(id)).map(|member| rows.branch.name(&member));
            // Of minutes their beginning tells enough.
            let (first, more) =
                text.trim_end().split_once('\n').map_or((text.trim_end(), ""), |(first, _)| (first, "…"));
            let plain = || Text::same(words::shown(first) + more);
            words::field_is(field(id), named.unwrap_or_else(plain))
        };
        let list = |(list, id): &(&'static str, &'static str)| {
            let of_list = self.people.iter().filter(|(_, is)| is.list() == Some(*list));
            let names: Vec<_> = of_list.map(|(member, is)| is.of(rows, member)).collect();
            (!names.is_empty()).then(|| words::field_is(field(id), Text::list(names)))
        };
        let mut told: Vec<_> = self.fields.iter().map(value).chain(PEOPLE.iter().filter_map(list)).collect();
        if !self.unnamed.is_empty() {
            told.push(words::due_unnamed(self.unnamed.len()));
        }
        told
    }

    fn known(&self, fields: &[&'static str], by_stem: bool) -> Known {
        let all: Vec<_> = self.fields.iter().map(|(field, text, _)| (*field, Some(text.clone()))).collect();
        Known { key: self.held.key(by_stem), rest: rest(fields, &all), struck: false }
    }

    fn create(&self, stems: &mut Stems<'_>) -> FileChange {
        let mut pairs = self.held.pairs();
        let (before, after): (Vec<_>, Vec<_>) = self
            .fields
            .iter()
            .filter(|one| one.0 != "time")
            .partition(|one| !["guests", "note", "minutes"].contains(&one.0));
        pairs.extend(before.into_iter().map(|(field, _, value)| (*field, value.clone())));
        pairs.extend(Presence::lists(&self.people));
        pairs.extend(after.into_iter().map(|(field, _, value)| (*field, value.clone())));
        let path = meeting_path(self.held.day, &stems.free(&self.held));
        FileChange { path, what: What::Create(write_pairs(&pairs)) }
    }
}

/// Somebody of a list, who may be absent for a reason: `孙磊`, `孙磊:值班`, `孙磊（值班）`.
fn named<'w>(rows: &Rows<'_>, list: &'static str, word: &'w str) -> Result<(&'w str, Presence), Problem> {
    let parts = word.split_once([':', '：', '(', '（']).map(|(who, why)| (who, why.trim_end_matches([')', '）'])));
    let (who, why) = parts.map_or((word, None), |(who, why)| (who, Some(why.trim())));
    if who.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(refused(words::names_wanted(words::shown(word)), words::cure_names_wanted()));
    }
    let reason = match why.filter(|why| list == "absent" && !why.is_empty()) {
        Some(why) => Some(reason_of(rows, why)?.id.value.clone()),
        None => None,
    };
    Ok((who, Presence::in_list(list, reason)))
}

/// What a meeting says of the fields of a table.
fn recorded(meeting: &Filed<Meeting>, fields: &[&'static str], by_stem: bool) -> Known {
    // As a table has it, which cannot tell a sign between two texts from one in a text.
    let texts = |list: &[String]| (!list.is_empty()).then(|| split(&list.join("; "), BETWEEN_TEXTS).join("; "));
    let links: Vec<_> = meeting.links.iter().map(|link| link.to_string()).collect();
    let id = |at: &Option<crate::record::At<MemberId>>| at.as_ref().map(|id| id.to_string());
    let all = [
        ("time", meeting.time.as_ref().map(|time| time.to_string())),
        ("place", meeting.place.clone()),
        ("chair", id(&meeting.chair)),
        ("recorder", id(&meeting.recorder)),
        ("lecturer", id(&meeting.lecturer)),
        ("topics", texts(&meeting.topics)),
        ("links", texts(&links)),
        ("guests", texts(&meeting.guests)),
        ("note", meeting.note.clone()),
        ("minutes", meeting.minutes.clone()),
    ];
    let held = Held::of(meeting);
    Known { key: held.key(by_stem), rest: rest(fields, &all), struck: false }
}

/// What would come of it.
pub(super) fn plan(rows: &Rows<'_>, store: &Store, changed: Changed) -> Plan {
    let mut plan = Plan::among(0, changed == Changed::Take);
    let fields = said_fields(rows, SAYS);
    let by_stem = rows.mapping.has("meeting");
    let mut said = Vec::new();
    for line in rows.lines() {
        match Says::read(rows, line) {
            Ok(says) => said.push(says),
            Err(problem) => plan.unmatched(line.number(), problem),
        }
    }
    let of = |says: &Says| (says.held.clone(), says.known(&fields, by_stem).rest);
    said.sort_by(|one, other| of(one).cmp(&of(other)).then(one.row.cmp(&other.row)));
    let meetings: Vec<_> = rows.branch.held().collect();
    let records: Vec<_> = meetings.iter().map(|meeting| recorded(meeting, &fields, by_stem)).collect();
    let known: Vec<_> = said.iter().map(|says| says.known(&fields, by_stem)).collect();
    plan.records = records.len();
    let mut stems = Stems::of(store);
    for (says, is) in said.into_iter().zip(compare(&known, &records)) {
        let title = says.held.title(rows.branch);
        let meeting = match is {
            Match::New => None,
            Match::Same(at) | Match::Changed(at) => Some((meetings[at], &records[at])),
        };
        let Some((meeting, old)) = meeting else {
            plan.unnamed += usize::from(!says.unnamed.is_empty());
            plan.added_with(says.row, title, says.told(rows));
            let file = says.create(&mut stems);
            plan.origins.file(&file.path, says.row);
            plan.files.push(file);
            continue;
        };
        let (differences, edits) = differences(rows, &fields, meeting, old, &says);
        if differences.is_empty() {
            plan.same(says.row, title);
        } else if changed == Changed::Add {
            plan.added_with(says.row, title, says.told(rows));
            let file = says.create(&mut stems);
            plan.origins.file(&file.path, says.row);
            plan.files.push(file);
        } else {
            plan.changed(says.row, title, &differences);
            if plan.takes {
                plan.origins.file(&meeting.source.path, says.row);
                plan.files.push(FileChange { path: meeting.source.path.clone(), what: What::Edit(edits) });
            }
        }
    }
    plan
}

/// What a row has otherwise than a meeting, and what corrects it.
fn differences(
    rows: &Rows<'_>,
    fields: &[&'static str],
    meeting: &Filed<Meeting>,
    old: &Known,
    says: &Says,
) -> (Vec<Difference>, Vec<Edit>) {
    let (mut found, mut edits) = (Vec::new(), Vec::new());
    for (field, text, value) in &says.fields {
        let at = fields.iter().position(|one| one == field);
        let was = at.and_then(|at| old.rest[at].clone());
        if was.as_ref() != Some(text) {
            let shown = |text: &str| Text::same(words::shown(text));
            let name = rows.field("meetings", field);
            found.push(Difference { field: name, old: was.as_deref().map(shown), new: Some(shown(text)) });
            edits.push(Edit::Set(vec![], field, value.clone()));
        }
    }
    let (recorded, nothing) = (Presence::recorded(meeting), Presence::default());
    let mut roll = Roll::of(meeting);
    for (member, is) in &says.people {
        let was = recorded.get(member).unwrap_or(&nothing);
        let is = is.clone().over(was);
        for difference in is.differences(rows, was) {
            found.push(Difference { field: rows.branch.name(member), ..difference });
            is.put(&mut roll, member);
        }
    }
    edits.extend(roll.edits());
    (found, edits)
}
