//! Which meeting a row is of.

use std::collections::{BTreeMap, BTreeSet};

use super::rows::{Line, Problem, Rows, of_row, problem, refused};
use crate::branch::{Branch, Filed, meeting_path, meeting_stem};
use crate::cmd::typed::group;
use crate::record::{Clock, Day, GroupId, KindId, Meeting, Value};
use crate::rulebook::Scope;
use crate::store::Store;
use crate::words::{self, Text};

/// What a row says of the meeting it is of.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Held {
    pub(super) day: Day,
    pub(super) kind: KindId,
    pub(super) group: Option<GroupId>,
    /// The hours, which part two meetings of one day and kind.
    pub(super) time: Option<Clock>,
    /// The name of the meeting's file, which does so, too.
    stem: Option<String>,
}

impl Held {
    /// What a row says.
    pub(super) fn read(rows: &Rows<'_>, line: Line<'_>) -> Result<Self, Problem> {
        let (day, hours) = line.needed(line.past_moment("date")?, rows.field("meetings", "date"))?;
        let kind = line.needed(line.text("kind")?, rows.field("meetings", "kind"))?;
        let kind = rows.branch.find_kind(&kind).map_err(problem)?;
        // Beside people who stand in a column, the group says who they are, not who met.
        let beside = rows.mapping.is_spread && rows.mapping.place("group").is_some();
        let of_person = beside && kind.scope() != Scope::Group;
        // A group that is said of all rows is that of those which need one.
        let is_own = kind.scope() == Scope::Group || line.says("group");
        let named = line.text("group")?.filter(|_| is_own && !of_person);
        let met = group(named.as_deref(), rows.branch, kind, day);
        let group = match (met, &named) {
            (Err(error), None) => return Err(of_row(error).cure(words::cure_group_column())),
            (met, _) => met.map_err(of_row)?,
        };
        if let Some(group) = group.filter(|group| !rows.branch.groups_on(day).any(|(id, _)| id == *group)) {
            return Err(Problem::of(words::group_not_there(rows.branch.group_name(group), day)));
        }
        let (time, stem) = (line.clock("time")?.or(hours), line.text("meeting")?);
        let held = Self { day, kind: kind.id.value.clone(), group: group.cloned(), time, stem };
        match &held.stem {
            Some(stem) if !held.may_be_called(stem) && rows.branch.meeting(stem).is_none() => {
                let fact = words::no_such(words::noun_meeting(), words::shown(stem));
                Err(refused(fact, words::cure_meeting_column(held.base())))
            }
            _ => Ok(held),
        }
    }

    /// The name of its file, where it is the first of its day.
    fn base(&self) -> String {
        meeting_stem(self.day, &self.kind, self.group.as_ref())
    }

    /// Whether its file may bear a name: that of the first of its day, or the same with a number.
    fn may_be_called(&self, stem: &str) -> bool {
        let base = self.base();
        let number =
            |rest: &str| rest.len() < 6 && !rest.is_empty() && rest.bytes().all(|digit| digit.is_ascii_digit());
        stem.strip_prefix(&base).is_some_and(|rest| rest.is_empty() || rest.strip_prefix('-').is_some_and(number))
    }

    /// What a meeting that is recorded is.
    pub(super) fn of(meeting: &Filed<Meeting>) -> Self {
        Self {
            day: meeting.date.value,
            kind: meeting.kind.value.clone(),
            group: meeting.group.as_ref().map(|group| group.value.clone()),
            time: meeting.time.as_ref().map(|time| time.value),
            stem: Some(meeting.source.path.stem().to_owned()),
        }
    }

    /// What it is known by, though the rest be corrected.
    pub(super) fn key(&self, by_stem: bool) -> Vec<String> {
        let group = self.group.as_ref().map(ToString::to_string).unwrap_or_default();
        let stem = self.stem.clone().filter(|_| by_stem).unwrap_or_default();
        vec![self.day.to_string(), self.kind.to_string(), group, stem]
    }

    /// How its file begins.
    pub(super) fn pairs(&self) -> Vec<(&'static str, Value)> {
        let mut pairs = vec![("kind", Value::text(&self.kind))];
        pairs.extend(self.group.as_ref().map(|group| ("group", Value::text(group))));
        pairs.push(("date", Value::Day(self.day)));
        pairs.extend(self.time.map(|time| ("time", Value::text(time))));
        pairs
    }

    /// In a few words.
    pub(super) fn title(&self, branch: &Branch) -> Text {
        branch.meeting_title(self.day, branch.kind_name(&self.kind), self.group.as_ref())
    }

    fn place(&self) -> Place {
        (self.day, self.kind.clone(), self.group.clone())
    }
}

/// The day, the kind and the group: what most meetings are told by.
type Place = (Day, KindId, Option<GroupId>);

/// The meetings there are, to find that of a row.
pub(super) struct Meetings<'a> {
    branch: &'a Branch,
    by_place: BTreeMap<Place, Vec<&'a Filed<Meeting>>>,
    /// How many of a place the table tells apart.
    told: BTreeMap<Place, usize>,
}

impl<'a> Meetings<'a> {
    pub(super) fn of<'h>(branch: &'a Branch, told: impl IntoIterator<Item = &'h Held>) -> Self {
        let mut by_place: BTreeMap<Place, Vec<&Filed<Meeting>>> = BTreeMap::new();
        for meeting in branch.held() {
            let group = meeting.group.as_ref().map(|group| group.value.clone());
            by_place.entry((meeting.date.value, meeting.kind.value.clone(), group)).or_default().push(meeting);
        }
        let mut places = BTreeMap::new();
        for held in told {
            *places.entry(held.place()).or_default() += 1;
        }
        Self { branch, by_place, told: places }
    }

    /// The meeting that is meant; none where there is none yet.
    pub(super) fn find(&self, held: &Held) -> Result<Option<&'a Filed<Meeting>>, Problem> {
        let place = held.place();
        let all = self.by_place.get(&place).map_or(&[][..], Vec::as_slice);
        if let Some(stem) = &held.stem {
            if let Some(meeting) = all.iter().find(|meeting| meeting.source.path.stem() == *stem) {
                return Ok(Some(meeting));
            }
            return Ok(None);
        }
        let fitting: Vec<_> = match held.time {
            Some(time) => {
                let at = |one: Option<Clock>| {
                    all.iter().copied().filter(move |all| all.time.as_ref().map(|at| at.value) == one)
                };
                let same: Vec<_> = at(Some(time)).collect();
                // One of which the hours were not written is meant where nothing else can be.
                let alone = self.told.get(&place) == Some(&1) && all.len() == 1;
                if same.is_empty() && alone { at(None).collect() } else { same }
            }
            None => all.to_vec(),
        };
        match fitting[..] {
            [] => Ok(None),
            [only] => Ok(Some(only)),
            _ => {
                let fact = words::several_such(words::noun_meeting(), held.title(self.branch));
                let stems = Text::list(fitting.iter().map(|meeting| Text::same(meeting.source.path.stem())));
                Err(refused(fact, words::cure_meeting_column(stems)))
            }
        }
    }
}

/// The names of the files of new meetings: the second of a day ends in -2.
pub(super) struct Stems<'a> {
    store: &'a Store,
    made: BTreeSet<String>,
}

impl<'a> Stems<'a> {
    pub(super) fn of(store: &'a Store) -> Self {
        Self { store, made: BTreeSet::new() }
    }

    /// One that no file bears yet: that of the row where it gives one.
    pub(super) fn free(&mut self, held: &Held) -> String {
        let base = held.base();
        let own = held.stem.iter().filter(|stem| held.may_be_called(stem)).cloned();
        let names = own.chain([base.clone()]).chain((2..).map(|number| format!("{base}-{number}")));
        let is_free = |name: &String| !self.made.contains(name) && !self.store.exists(&meeting_path(held.day, name));
        let name = names.into_iter().find(is_free).unwrap_or_default();
        self.made.insert(name.clone());
        name
    }
}
