//! `zhibu import attendance`: who was at which meeting; the meetings that are not recorded are made of the rows.

use std::collections::{BTreeMap, BTreeSet};

use super::held::{Held, Meetings, Stems};
use super::plan::{Difference, Plan};
use super::rows::{Line, Problem, Rows, problem, refused, whole};
use crate::branch::{Branch, FileChange, Filed, What, meeting_path};
use crate::cmd::meeting::Roll;
use crate::error::Fault;
use crate::reckon::seats;
use crate::record::{Day, Meeting, MemberId, ReasonId, Value, write_pairs};
use crate::sheet::{Mapping, Sheet};
use crate::store::Store;
use crate::words::{self, STATE_WORDS, Text};

/// The fields a row may have.
pub(super) const FIELDS: &[&str] =
    &["date", "kind", "group", "time", "meeting", "member", "number", "name", "state", "reason", "made-up", "note"];

/// What is written, or to be written, of somebody at a meeting.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Presence {
    /// The list: `present`, `late`, `absent` or `observers`; none where nothing is written.
    list: Option<&'static str>,
    reason: Option<ReasonId>,
    made_up: Option<Day>,
    note: Option<String>,
}

/// What a row says.
struct Says {
    row: usize,
    member: MemberId,
    /// The state as it is called.
    state: &'static str,
    is: Presence,
}

/// The signs in a table that are no state, nor a reason of those there are.
pub(super) fn unknown_signs(mapping: &Mapping, sheet: &Sheet, branch: Option<&Branch>) -> BTreeSet<String> {
    if !mapping.has("state") {
        return BTreeSet::new();
    }
    let is_state = |text: &String| {
        let typed = text.to_lowercase();
        let named = |reason: &crate::rulebook::Reason| reason.key() == text || reason.called().contains(&text.as_str());
        STATE_WORDS.iter().any(|(_, words)| words.contains(&typed.as_str()))
            || branch.is_some_and(|branch| branch.rules.reasons().any(named))
    };
    let signs = mapping.rows(sheet).filter_map(|row| mapping.cell(row, "state").text().ok().flatten());
    signs.filter(|sign| !is_state(sign)).collect()
}

/// Signs of which nobody knows what they mean.
pub(super) fn sign_faults(signs: &BTreeSet<String>) -> impl Iterator<Item = Fault> + '_ {
    signs.iter().map(|sign| {
        let sign = words::shown(sign);
        Fault::new("no-state", words::no_state(sign.clone())).cure(words::cure_no_mark(sign))
    })
}

/// A row's state, as it is typed.
fn state(rows: &Rows<'_>, text: &str) -> Result<(&'static str, Option<ReasonId>), Problem> {
    let typed = text.to_lowercase();
    if let Some((id, _)) = STATE_WORDS.iter().find(|(_, words)| words.contains(&typed.as_str())) {
        return Ok((id, None));
    }
    let named = |reason: &&crate::rulebook::Reason| reason.key() == text || reason.called().contains(&text);
    match rows.branch.rules.reasons().find(named) {
        Some(reason) => Ok(("absent", Some(reason.id.value.clone()))),
        None if rows.mapping.is_spread => {
            Err(refused(words::no_state(words::shown(text)), words::cure_no_mark(words::shown(text))))
        }
        None => Err(refused(words::no_state(words::shown(text)), words::cure_no_state())),
    }
}

/// The reason a table names, by its whole name.
pub(super) fn reason_of<'a>(rows: &Rows<'a>, text: &str) -> Result<&'a crate::rulebook::Reason, Problem> {
    let reason = rows.branch.find_reason(text).map_err(problem)?;
    whole(text, words::noun_reason(), reason.key(), &reason.called())?;
    Ok(reason)
}

impl Presence {
    /// What a row says of somebody on a day, and the state as it is called.
    fn read(rows: &Rows<'_>, line: Line<'_>, held: &Held, member: &MemberId) -> Result<(Self, &'static str), Problem> {
        let branch = rows.branch;
        let text = line.needed(line.text("state")?, rows.field("attendance", "state"))?;
        let (state, by_state) = state(rows, &text)?;
        let said = line.text("reason")?.map(|text| reason_of(rows, &text)).transpose()?;
        let reason = by_state.or_else(|| said.map(|reason| reason.id.value.clone()));
        let (made_up, note) = (line.past_day("made-up")?, line.text("note")?);
        let excuses =
            reason.as_ref().and_then(|id| branch.rules.reason(id)).is_some_and(|one| one.excuses.unwrap_or(false));
        // The note beside a row of many meetings is of those that the person missed.
        let is_absence = matches!(state, "absent" | "excused" | "made-up");
        let note = note.filter(|_| !rows.mapping.is_spread || is_absence);
        let list = match state {
            "present" | "late" | "observer" if reason.is_some() || made_up.is_some() || note.is_some() => {
                return Err(refused(words::nothing_of_absence(words::shown(&text)), words::cure_nothing_of_absence()));
            }
            "present" => Some("present"),
            "late" => Some("late"),
            "observer" => Some("observers"),
            "excused" if !excuses => {
                return Err(refused(words::no_excuse(words::shown(&text)), words::cure_no_excuse()));
            }
            "made-up" if made_up.is_none() => {
                return Err(refused(words::made_up_when(), words::cure_made_up_when()));
            }
            "absent" | "excused" | "made-up" => Some("absent"),
            "exempt" if !branch.members.get(member).is_some_and(|one| branch.is_exempt(one, &held.kind, held.day)) => {
                return Err(Problem::of(words::not_exempt(branch.name(member), held.day)));
            }
            _ => None,
        };
        if made_up.is_some_and(|day| day < held.day) {
            let day = made_up.unwrap_or(held.day);
            return Err(Problem::of(words::made_up_before(day, held.title(branch))));
        }
        Ok((Self { list, reason, made_up, note }, state))
    }

    /// What a meeting says of everybody.
    pub(super) fn recorded(meeting: &Meeting) -> BTreeMap<&MemberId, Self> {
        let mut all = BTreeMap::new();
        let lists = [("observers", &meeting.observers), ("present", &meeting.present), ("late", &meeting.late)];
        for absence in &meeting.absent {
            let is = Self {
                list: Some("absent"),
                reason: absence.reason.as_ref().map(|reason| reason.value.clone()),
                made_up: absence.made_up.as_ref().map(|day| day.value),
                note: absence.note.clone(),
            };
            all.insert(&absence.member.value, is);
        }
        let further = |late: bool| {
            meeting.sittings.iter().flat_map(move |sitting| if late { &sitting.late } else { &sitting.present })
        };
        let lists = lists.into_iter().map(|(list, members)| (list, members.iter().collect::<Vec<_>>()));
        let lists = lists.chain([("late", further(true).collect()), ("present", further(false).collect())]);
        for (list, members) in lists {
            all.extend(members.iter().map(|at| (&at.value, Self { list: Some(list), ..Self::default() })));
        }
        all
    }

    /// The same with what is recorded where a row says nothing.
    pub(super) fn over(self, old: &Self) -> Self {
        if self.list != old.list {
            return self;
        }
        Self {
            list: self.list,
            reason: self.reason.or_else(|| old.reason.clone()),
            made_up: self.made_up.or(old.made_up),
            note: self.note.or_else(|| old.note.clone()),
        }
    }

    /// Its line in its list.
    fn line(&self, member: &MemberId) -> Value {
        if self.list != Some("absent") {
            return Value::text(member);
        }
        let mut pairs = vec![("member", Value::text(member))];
        pairs.extend(self.reason.as_ref().map(|reason| ("reason", Value::text(reason))));
        pairs.extend(self.note.as_ref().map(|note| ("note", Value::text(note))));
        pairs.extend(self.made_up.map(|day| ("made-up", Value::Day(day))));
        Value::Line(pairs)
    }

    /// Somebody in a list, absent for a reason or not.
    pub(super) fn in_list(list: &'static str, reason: Option<ReasonId>) -> Self {
        Self { list: Some(list), reason, ..Self::default() }
    }

    /// Its list.
    pub(super) fn list(&self) -> Option<&'static str> {
        self.list
    }

    /// Somebody whose it is, with the reason of an absence.
    pub(super) fn of(&self, rows: &Rows<'_>, member: &MemberId) -> Text {
        let name = rows.branch.name(member);
        match &self.reason {
            Some(reason) => words::who_and_why(name, rows.branch.reason_name(reason)),
            None => name,
        }
    }

    /// Whether it is only of those who were due.
    pub(super) fn is_bound(&self) -> bool {
        self.list != Some("observers")
    }

    /// Refuses where somebody was not due.
    pub(super) fn may_be(&self, rows: &Rows<'_>, held: &Held, member: &MemberId) -> Result<(), Problem> {
        match due(rows, held) {
            Some(due) if self.is_bound() && !due.contains(member) => Err(not_due(rows, held, member)),
            _ => Ok(()),
        }
    }

    /// Puts it where it belongs.
    pub(super) fn put(&self, roll: &mut Roll, member: &MemberId) {
        match self.list {
            Some(list) => roll.put(member, list, self.line(member)),
            None => roll.take_out(member),
        }
    }

    /// The lists of a meeting's file.
    pub(super) fn lists(people: &BTreeMap<MemberId, Self>) -> Vec<(&'static str, Value)> {
        let list = |list: &'static str| {
            let of_list = people.iter().filter(move |(_, is)| is.list == Some(list));
            let lines: Vec<_> = of_list.map(|(member, is)| is.line(member)).collect();
            (list, Value::Column(lines))
        };
        let lists = ["present", "late", "absent", "observers"].map(list).into_iter();
        lists.filter(|(_, lines)| *lines != Value::Column(vec![])).collect()
    }

    /// In a word or two.
    fn name(&self, rows: &Rows<'_>) -> Text {
        let list = words::state(self.list.unwrap_or("open"));
        match (&self.reason, self.made_up) {
            (_, Some(day)) => words::made_up_on(day),
            (Some(reason), None) => words::who_and_why(list, rows.branch.reason_name(reason)),
            (None, None) => list,
        }
    }

    /// What is otherwise than it was.
    pub(super) fn differences(&self, rows: &Rows<'_>, old: &Self) -> Vec<Difference> {
        let field = |id| rows.field("attendance", id);
        let mut found = Vec::new();
        if (self.list, &self.reason, self.made_up) != (old.list, &old.reason, old.made_up) {
            found.push(Difference { field: field("state"), old: Some(old.name(rows)), new: Some(self.name(rows)) });
        }
        if self.note != old.note {
            let text = |note: &Option<String>| note.as_deref().map(|note| Text::same(words::shown(note)));
            found.push(Difference { field: field("note"), old: text(&old.note), new: text(&self.note) });
        }
        found
    }
}

/// What would come of it.
pub(super) fn plan(rows: &Rows<'_>, store: &Store, take: bool) -> Plan {
    let mut plan = Plan::among(0, take);
    let mut by_meeting: BTreeMap<Held, Vec<Line<'_>>> = BTreeMap::new();
    for line in rows.lines() {
        match Held::read(rows, line) {
            Ok(held) => by_meeting.entry(held).or_default().push(line),
            Err(problem) => plan.unmatched(line.number(), problem),
        }
    }
    let meetings = Meetings::of(rows.branch, by_meeting.keys());
    let mut stems = Stems::of(store);
    for (held, lines) in by_meeting {
        match meetings.find(&held) {
            Ok(meeting) => {
                let recorded = meeting.map(|meeting| Presence::recorded(meeting)).unwrap_or_default();
                let says = says(rows, &held, lines, &recorded, &mut plan);
                match meeting {
                    Some(meeting) => compare(rows, meeting, says, &mut plan),
                    None if !says.is_empty() => create(rows, &held, says, &mut stems, &mut plan),
                    None => {}
                }
            }
            Err(problem) => lines.iter().for_each(|line| plan.unmatched(line.number(), problem.clone())),
        }
    }
    plan
}

/// What the rows of a meeting say, by person.
fn says(
    rows: &Rows<'_>,
    held: &Held,
    lines: Vec<Line<'_>>,
    recorded: &BTreeMap<&MemberId, Presence>,
    plan: &mut Plan,
) -> Vec<Says> {
    let branch = rows.branch;
    let due = due(rows, held);
    let mut all: BTreeMap<MemberId, Says> = BTreeMap::new();
    for line in lines {
        if matches!(line.text("state"), Ok(None)) && matches!(line.text("reason"), Ok(None)) {
            plan.nothing(line.number(), words::nothing_in(rows.field("attendance", "state")));
            continue;
        }
        let read = || {
            let can_be = |id: &MemberId| due.as_ref().is_none_or(|due| due.contains(id));
            let member = line.member_among(held.day, &can_be)?;
            let (is, state) = Presence::read(rows, line, held, &member)?;
            let is_new = recorded.get(&member).is_none_or(|old| old.list != is.list);
            if due.as_ref().is_some_and(|due| !due.contains(&member)) && is.is_bound() && is_new {
                return Err(not_due(rows, held, &member));
            }
            if let Some(first) = all.get(&member) {
                let fact = words::seat_said_before(branch.name(&member), held.title(branch), first.row);
                return Err(refused(fact, words::cure_seat_said_before()));
            }
            Ok((member, state, is))
        };
        match read() {
            Ok((member, state, is)) => {
                all.insert(member.clone(), Says { row: line.number(), member, state, is });
            }
            Err(problem) => plan.unmatched(line.number(), problem),
        }
    }
    all.into_values().collect()
}

/// Who was due at a meeting; none where nobody is bound to come.
pub(super) fn due<'a>(rows: &'a Rows<'_>, held: &'a Held) -> Option<BTreeSet<&'a MemberId>> {
    let kind = rows.branch.rules.kind(&held.kind).filter(|kind| kind.has_due())?;
    Some(rows.branch.due(kind, held.group.as_ref(), held.day).collect())
}

/// Somebody who was not due.
fn not_due(rows: &Rows<'_>, held: &Held, member: &MemberId) -> Problem {
    let fact = words::was_not_due(rows.branch.name(member), rows.branch.kind_name(&held.kind), held.day);
    refused(fact, words::cure_was_not_due_in_table())
}

/// What a row says, in a few words.
fn title(rows: &Rows<'_>, meeting: &Text, says: &Says) -> Text {
    let seat = words::seat(meeting.clone(), rows.branch.name(&says.member), says.is.name(rows));
    let note = says.is.note.as_ref().map(|note| words::note_beside(words::shown(note)));
    Text::clauses([seat].into_iter().chain(note))
}

/// A meeting that is not recorded yet.
fn create(rows: &Rows<'_>, held: &Held, says: Vec<Says>, stems: &mut Stems<'_>, plan: &mut Plan) {
    let mut pairs = held.pairs();
    pairs.extend(Presence::lists(&says.iter().map(|says| (says.member.clone(), says.is.clone())).collect()));
    let path = meeting_path(held.day, &stems.free(held));
    says.iter().for_each(|says| plan.origins.file(&path, says.row));
    plan.files.push(FileChange { path, what: What::Create(write_pairs(&pairs)) });
    let meeting = held.title(rows.branch);
    says.iter().for_each(|says| plan.added(says.row, title(rows, &meeting, says)));
}

/// A meeting that is recorded.
fn compare(rows: &Rows<'_>, meeting: &Filed<Meeting>, says: Vec<Says>, plan: &mut Plan) {
    let recorded = Presence::recorded(meeting);
    plan.records += recorded.len();
    let name = rows.branch.title(meeting);
    let nothing = Presence::default();
    let mut roll = Roll::of(meeting);
    let seats: BTreeMap<_, _> =
        seats(rows.branch, meeting).into_iter().map(|seat| (seat.member, seat.state().id())).collect();
    for says in says {
        let old = recorded.get(&says.member).unwrap_or(&nothing);
        let is = says.is.clone().over(old);
        let differences = is.differences(rows, old);
        let whole = title(rows, &name, &says);
        // Who is open or exempt may have something written nevertheless, which says so too.
        let follows = is.list.is_none() && seats.get(&says.member) == Some(&says.state);
        if differences.is_empty() || follows {
            plan.same(says.row, whole);
            continue;
        }
        let is_new = old.list.is_none();
        match is_new {
            true => plan.added(says.row, whole),
            false => {
                let who = Text::join([name.clone(), rows.branch.name(&says.member)], " ");
                plan.changed(says.row, who, &differences);
            }
        }
        if is_new || plan.takes {
            plan.origins.file(&meeting.source.path, says.row);
            is.put(&mut roll, &says.member);
        }
    }
    let edits = roll.edits();
    if !edits.is_empty() {
        plan.files.push(FileChange { path: meeting.source.path.clone(), what: What::Edit(edits) });
    }
}
