//! Talks: each that was held, and who has yet to talk with whom.

use std::collections::BTreeMap;

use super::page::Page;
use super::table::{Cell, ColumnKind, Table};
use crate::branch::{Branch, Query};
use crate::reckon::{OwedTalk, PlannedTalk, owed_talks, owed_talks_query, talked, talks_planned};
use crate::record::{Day, MemberId, Period, Talk};
use crate::words::{self, Text};

/// The talks of a period that count, a record a line: the fact, and nothing of what was said.
pub fn talks(branch: &Branch, period: Period) -> Table {
    use ColumnKind::{Day as Date, Id, Text as Words};
    let columns = [
        ("date", Date),
        ("member", Id),
        ("name", Words),
        ("with", Id),
        ("with_name", Words),
        ("reason", Words),
        ("reason_name", Words),
        ("place", Words),
        ("by", Words),
        ("entry", Id),
    ];
    let rows = within(branch, period, None).into_iter().filter(|talk| talk.struck.is_none()).map(|talk| {
        vec![
            talk.date.value.into(),
            Text::same(talk.who.as_str()).into(),
            branch.member_name_on(&talk.who, talk.date.value).into(),
            Text::same(talk.with.as_str()).into(),
            branch.member_name_on(&talk.with, talk.date.value).into(),
            talk.reason.as_ref().map(|reason| Text::same(reason.as_str())).into(),
            talk.reason.as_ref().map(|reason| branch.talk_reason_name(reason)).into(),
            talk.place.as_deref().map(Text::same).into(),
            talk.by.as_ref().map(|by| Cell::code(&by.value, branch.name_on(by, talk.date.value))).into(),
            Text::same(talk.id.as_str()).into(),
        ]
    });
    Table::new("talks", &columns, rows.collect())
}

/// The talks of a period, of one person or of all, struck ones too.
pub fn talk_list(branch: &Branch, period: Period, member: Option<&MemberId>) -> Table {
    use ColumnKind::{Day as Date, Id, Text as Words};
    let columns = [
        ("date", Date),
        ("member", ColumnKind::Key),
        ("name", Words),
        ("with", ColumnKind::Key),
        ("with_name", Words),
        ("reason", Words),
        ("place", Words),
        ("by", Words),
        ("struck", Words),
        ("id", Id),
    ];
    let rows = within(branch, period, member).into_iter().map(|talk| {
        vec![
            talk.date.value.into(),
            Text::same(talk.who.as_str()).into(),
            branch.name_on(&talk.who, talk.date.value).into(),
            Text::same(talk.with.as_str()).into(),
            branch.name_on(&talk.with, talk.date.value).into(),
            talk.reason.as_ref().map(|reason| Cell::code(&reason.value, branch.talk_reason_name(reason))).into(),
            talk.place.as_deref().map(Text::same).into(),
            talk.by.as_ref().map(|by| Cell::code(&by.value, branch.name_on(by, talk.date.value))).into(),
            talk.struck.as_ref().map(|why| Text::same(why.as_str())).into(),
            Text::same(talk.id.as_str()).into(),
        ]
    });
    Table::new("talks", &columns, rows.collect())
}

/// The records of a period, by date, then id.
fn within<'a>(branch: &'a Branch, period: Period, member: Option<&MemberId>) -> Vec<&'a Talk> {
    let is_of = |talk: &Talk| member.is_none_or(|member| talk.who.value == *member || talk.with.value == *member);
    let talks = branch.talk_entries().map(|(_, talk)| talk);
    let mut talks: Vec<_> = talks.filter(|talk| period.contains(talk.date.value) && is_of(talk)).collect();
    talks.sort_by_key(|talk| (talk.date.value, talk.id.as_str()));
    talks
}

/// What [`TalkMatrix`] needs.
pub fn talk_matrix_query(period: Period, day: Day) -> Query {
    Query::roll().talks(period).and(owed_talks_query(day))
}

/// Who has talked with whom in a period, what is still owed at its end or on a day before, and the few talks that would
/// settle it.
pub struct TalkMatrix<'a> {
    branch: &'a Branch,
    period: Period,
    day: Day,
    talked: BTreeMap<&'a MemberId, BTreeMap<&'a MemberId, usize>>,
    owed: Vec<OwedTalk<'a>>,
    planned: Vec<PlannedTalk<'a>>,
}

impl<'a> TalkMatrix<'a> {
    /// As things are on a day, the last of the period at the latest.
    pub fn of(branch: &'a Branch, period: Period, day: Day) -> Self {
        let owed = owed_talks(branch, day);
        let planned = talks_planned(branch, &owed, day);
        Self { branch, period, day, talked: talked(branch, period), owed, planned }
    }

    /// A line for every member of that day, and for whoever else talked or owes a talk.
    pub fn people(&self) -> Table {
        use ColumnKind::{Id, Integer, List, Text as Words};
        let columns = [
            ("member", Id),
            ("name", Words),
            ("group", Words),
            ("talks", Integer),
            ("talked_with", List),
            ("owed_talks", List),
            ("proposed_with", List),
        ];
        let mut owed: BTreeMap<&MemberId, Vec<(String, Text)>> = BTreeMap::new();
        for one in &self.owed {
            owed.entry(one.who).or_default().push(self.owed_by(one, one.only()));
            if let Some(other) = one.only().filter(|_| one.rule.is_of_both()) {
                owed.entry(other).or_default().push(self.owed_by(one, Some(one.who)));
            }
        }
        let mut proposed: BTreeMap<&MemberId, Vec<&MemberId>> = BTreeMap::new();
        for talk in &self.planned {
            proposed.entry(talk.who).or_default().push(talk.with);
            proposed.entry(talk.with).or_default().push(talk.who);
        }
        let rows = self.branch.members.iter().filter_map(|(id, member)| {
            let (talked, owed) = (self.talked.get(id), owed.remove(id));
            let shown = self.branch.is_member(member, self.day) || talked.is_some() || owed.is_some();
            let with = talked.into_iter().flat_map(BTreeMap::keys);
            let proposed = proposed.get(id).into_iter().flatten();
            shown.then(|| {
                vec![
                    Text::same(id.as_str()).into(),
                    self.branch.member_name_on(id, self.day).into(),
                    member.group_on(self.day).map(|id| Cell::code(id, self.branch.group_name_on(id, self.day))).into(),
                    talked.map_or(0, |with| with.values().sum()).into(),
                    Cell::codes(with.map(|id| (id, self.branch.name_on(id, self.day)))),
                    Cell::codes(owed.unwrap_or_default()),
                    Cell::codes(proposed.map(|id| (id, self.branch.name_on(id, self.day)))),
                ]
            })
        });
        Table::new("people", &columns, rows.collect())
    }

    /// Something that is owed: the rule, with the other where it can be only one.
    fn owed_by(&self, owed: &OwedTalk<'_>, other: Option<&MemberId>) -> (String, Text) {
        let rule = owed.rule.name();
        let what = match other {
            Some(other) => words::owed_with(self.branch.name_on(other, self.day), rule),
            None => rule,
        };
        let id = other.map_or_else(|| owed.rule.id().to_owned(), |other| format!("{}:{other}", owed.rule.id()));
        (id, if owed.times > 1 { words::owed_times(what, owed.times) } else { what })
    }

    /// A line for each talk that is proposed, with the command that records it.
    pub fn proposals(&self) -> Table {
        use ColumnKind::{Day as Date, Id, Integer, List, Text as Words};
        let columns = [
            ("until", Date),
            ("member", ColumnKind::Key),
            ("name", Words),
            ("with", ColumnKind::Key),
            ("with_name", Words),
            ("talk_times", Integer),
            ("settles", List),
            ("command", Id),
        ];
        let rows = self.planned.iter().map(|talk| {
            let rules = talk.rules(&self.owed);
            vec![
                talk.settles.iter().map(|at| self.owed[*at].until).min().into(),
                Text::same(talk.who.as_str()).into(),
                self.branch.name_on(talk.who, self.day).into(),
                Text::same(talk.with.as_str()).into(),
                self.branch.name_on(talk.with, self.day).into(),
                (talk.times > 1).then_some(talk.times).into(),
                Cell::codes(rules.iter().map(|rule| (rule.id(), rule.name()))),
                Text::same(talk.command()).into(),
            ]
        });
        Table::new("proposals", &columns, rows.collect())
    }

    /// All of it.
    pub fn page(&self) -> Page {
        let mut page = Page::new(words::talks_of(self.period, self.day));
        let talks = self.talked.values().flat_map(BTreeMap::values).sum::<usize>() / 2;
        page.field("talks", talks);
        page.field("owed_talks", self.owed.iter().map(|one| one.times).sum::<usize>());
        page.field("proposed_talks", self.planned.iter().map(|talk| talk.times).sum::<usize>());
        page.tables.push(self.people());
        if !self.planned.is_empty() {
            page.tables.push(self.proposals().note(words::about_talks()));
        }
        page
    }
}
