//! The loaded whole: every record a command needs, found by id, and who was what on a day.

mod agenda;
mod attended;
mod before;
mod campaign;
mod change;
mod find;
mod finder;
mod fit;
mod form;
mod inspection;
mod key;
mod kinds;
mod layout;
mod mask;
mod mention;
mod names;
mod naming;
mod no_name;
mod numbers;
mod people;
mod pinyin;
mod plan;
mod query;
mod request;
mod roll;
mod same;
mod shelf;
mod spelled;
#[cfg(test)]
mod swaps;
mod task;
mod traditional;

pub use before::{falls, step_to};
pub use change::{Change, Edit, FileChange, Step, What};
pub use form::{FORMS, Form};
pub use key::Key;
pub(crate) use kinds::kinds;
#[cfg(test)]
pub use layout::swaps_path;
pub use layout::{
    FileKind, accepted_path, agendas_path, appraisal_path, dues_path, exports_path, figures_path, folders, group_path,
    is_copy, issue_path, ledger_path, ledgers, meeting_path, meeting_stem, member_path, plan_path, record_files,
    request_path, seal_path, settings_path, study_path, talks_path, tasks_path, template_path, visits_path,
};
pub use mask::Mask;
pub use mention::{Mention, Mentions};
pub use names::NameBook;
pub use naming::{Begun, begun};
pub use no_name::{NoName, beside, is_label, parted_names, person_name};
pub use people::People;
pub use pinyin::{short_slug, slug, unique};
pub use query::{Query, dues_of, widest};
pub use roll::Since;
pub use same::{clean_name, is_same_name, name_key};
pub use shelf::{Filled, Shelf};
#[cfg(test)]
pub use swaps::Swaps;

use std::collections::BTreeMap;

use crate::record::{
    Acceptance, Acceptances, Agendas, Appraisal, Appraisals, Approved, Day, DuesLedger, Entry, Evidence, Exemplar,
    Export, Exports, Figure, Figures, GradeId, Group, GroupId, Issue, KindId, LEFT, Ledger, LinkId, Meeting, Member,
    MemberId, Month, Payment, Period, Plan, PostId, ReasonId, RelPath, Requests, Seal, Settings, Source, StandingId,
    StepId, Study, StudyId, StudyLedger, Talk, TalkLedger, TalkReasonId, Tasks, Visit, Visits,
};
use crate::rulebook::{Counts, Grade, Kind, Link, Post, Reason, Rulebook, StepRule, StudyKind, TalkReason};
use crate::words::{self, Text};

/// A record and the file it stands in.
#[derive(Clone, Debug)]
pub struct Filed<T> {
    /// The file.
    pub source: Source,
    /// What it says; in a place of its own, so that little is moved where many are read and sorted.
    pub record: Box<T>,
}

impl<T> Filed<T> {
    /// A record of a file.
    pub fn new(source: Source, record: T) -> Self {
        Self { source, record: Box::new(record) }
    }
}

impl<T> std::ops::Deref for Filed<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.record
    }
}

impl Filed<Issue> {
    /// The id of a problem: what its file's name has after the date.
    pub fn id(&self) -> &str {
        let stem = self.source.path.stem();
        stem.get(11..).unwrap_or(stem)
    }
}

/// A way in which namesakes can be told apart.
type Distinction<'w> = &'w dyn Fn(&Member) -> Option<Text>;

macro_rules! branch {
    (
        single { $(
            $(#[doc = $single_doc:literal])+
            $single:ident: $_1:ident = $_2:ident in $single_shelf:ty, $_3:literal, $_4:literal, $_5:ident $(, ledger)?;
        )* }
        rules { $($_6:ident, $_7:literal, $_8:literal;)* }
        keyed { $(
            $(#[doc = $keyed_doc:literal])+
            $(#[cfg($cfg:meta)])?
            $keyed:ident: $_9:ident($_10:ty) = $keyed_type:ident in $keyed_shelf:ty, $_11:literal, $_12:literal, $_13:ident $(, ledger)?;
        )* }
        dated { $(
            $(#[doc = $dated_doc:literal])+
            $dated:ident: $_14:ident = $_15:ident in $dated_shelf:ty, $_16:literal, $_17:literal, $_18:literal;
        )* }
    ) => {
        /// The records of a branch, those of them that were asked for.
        #[derive(Clone, Debug)]
        pub struct Branch {
            /// The rules.
            pub rules: Rulebook,
            /// Whether the names of the people are taken away, and with them what else is nobody's business.
            pub is_masked: bool,
            /// The hours of study that follow from who attended which meeting, each with the meeting's file.
            pub attended: Vec<(Source, Study)>,
            $($(#[doc = $single_doc])+ pub $single: $single_shelf,)*
            $($(#[doc = $keyed_doc])+ $(#[cfg($cfg)])? pub $keyed: $keyed_shelf,)*
            $($(#[doc = $dated_doc])+ pub $dated: $dated_shelf,)*
        }

        impl Branch {
            /// A branch of which nothing but its settings and rules is read.
            pub fn new(settings: Filed<Settings>, rules: Rulebook) -> Self {
                Self {
                    rules,
                    is_masked: false,
                    attended: vec![],
                    exports: None,
                    accepted: None,
                    settings,
                    $($(#[cfg($cfg)])? $keyed: Default::default(),)*
                    $($dated: Default::default(),)*
                }
            }

            /// Every file of records, with what it says.
            pub fn files(&self) -> Vec<(&Source, &(dyn Visit + Sync))> {
                fn add<'a, T: Visit + Sync + 'a>(
                    shelf: &'a impl Shelf<T>,
                    files: &mut Vec<(&'a Source, &'a (dyn Visit + Sync))>,
                ) {
                    files.extend(shelf.filed().into_iter().map(|file| (&file.source, &*file.record as &(dyn Visit + Sync))));
                }
                let mut files = Vec::new();
                $(add(&self.$single, &mut files);)*
                $($(#[cfg($cfg)])? add(&self.$keyed, &mut files);)*
                $(add(&self.$dated, &mut files);)*
                files
            }
        }
    };
}

kinds!(branch);

impl Branch {
    /// The first day of which the branch keeps its records here, where it says so.
    pub fn since(&self) -> Option<Day> {
        self.settings.since.as_ref().map(|since| since.value)
    }

    /// The first day whose records decide what is owed: that of the year in which the branch began to keep them here.
    pub fn kept_from(&self) -> Day {
        self.since().map_or(Day::FIRST, |since| Period::year_of(since).first)
    }

    /// The days of a period of which points are reckoned: from the month on in which the branch began to keep its records
    /// here, or from an earlier one of which there is a meeting, an award or study that earns points. None
    /// where it was never kept.
    pub fn kept(&self, period: Period) -> Option<Period> {
        let awarded = self.entries().filter(|(_, entry)| entry.struck.is_none()).map(|(_, entry)| entry.date.value);
        let studied = self.studied().filter(|(_, study)| study.struck.is_none() && self.rules.earns_by("study"));
        let studied = studied.map(|(_, study)| study.date.value);
        let held = self.held().map(|meeting| meeting.date.value);
        let days = self.begun_in(period, held.chain(awarded).chain(studied))?;
        Some(Period { first: Month::of(days.first).first().max(period.first), ..days })
    }

    /// The days of a period of which it is told what was held: from the one on which the branch began to keep its records
    /// here or an earlier meeting; all of them where it was never kept.
    pub fn told(&self, period: Period) -> Period {
        self.begun_in(period, self.held().map(|meeting| meeting.date.value)).unwrap_or(period)
    }

    /// The days of a period from the one on which the branch began to keep its records here, or from an earlier one.
    fn begun_in(&self, period: Period, days: impl Iterator<Item = Day>) -> Option<Period> {
        let Some(since) = self.since().filter(|since| period.first < *since) else { return Some(period) };
        let first = days.filter(|day| period.contains(*day)).fold(since, Day::min);
        Period::new(first, period.last)
    }

    /// Whether the branch keeps its records for half of a period at least: what was not done in less was not missed.
    pub fn keeps_half(&self, period: Period) -> bool {
        self.since().is_none_or(|since| since <= period.middle())
    }

    /// The first day of which it is told what is owed: the one the settings say, else that of the first meeting. The
    /// branch must hold all meetings.
    pub fn owed_since(&self) -> Option<Day> {
        self.since().or_else(|| self.meetings.first().map(|meeting| meeting.date.value))
    }

    /// The present name of a person: with what tells them apart where others bear the same name, and the id alone where
    /// nobody has it.
    pub fn name(&self, id: &MemberId) -> Text {
        self.name_on(id, Day::LAST)
    }

    /// The name of a person on a day.
    pub fn name_on(&self, id: &MemberId, day: Day) -> Text {
        let name = self.member_name_on(id, day);
        match self.is_shared(id, day) {
            true => words::namesake(name, self.apart(id, day).unwrap_or_else(|| Text::same(id.as_str()))),
            false => name,
        }
    }

    /// Whether somebody else bears the name of a person on a day.
    fn is_shared(&self, id: &MemberId, day: Day) -> bool {
        let name = self.members.get(id).map(|member| member.name_on(day));
        name.is_some_and(|name| self.members.is_shared(name) && !self.namesakes(id, name, day).is_empty())
    }

    /// The others who bear a name on a day.
    fn namesakes(&self, id: &MemberId, name: &str, day: Day) -> Vec<&Member> {
        let key = name_key(name);
        let others = self.members.iter().filter(|(other, one)| *other != id && name_key(one.name_on(day)) == key);
        others.map(|(_, one)| &*one.record).collect()
    }

    /// What tells somebody from those of the same name on a day: the word in the file, else the group, the post or the
    /// standing they were in last. None where nothing does.
    pub fn apart(&self, id: &MemberId, day: Day) -> Option<Text> {
        let member = self.members.get(id)?;
        let others = self.namesakes(id, member.name_on(day), day);
        let ways: [Distinction<'_>; 4] = [
            &|one| one.apart.as_deref().map(Text::same),
            &|one| one.groups.last().map(|since| self.group_name_on(&since.id, day)),
            &|one| one.posts.last().map(|since| self.post_name(&since.id)),
            &|one| one.standings.last().map(|since| self.standing_name(&since.is)),
        ];
        ways.iter().find_map(|way| way(member).filter(|own| others.iter().all(|one| way(one).as_ref() != Some(own))))
    }

    /// The name of a post; its id where the rules do not know it.
    pub fn post_name(&self, id: &PostId) -> Text {
        self.rules.post(id).map_or_else(|| Text::same(id.as_str()), Post::name)
    }

    /// The present name of a group; its id where nobody has it.
    pub fn group_name(&self, id: &GroupId) -> Text {
        self.group_name_on(id, Day::LAST)
    }

    /// The name of a group on a day.
    pub fn group_name_on(&self, id: &GroupId, day: Day) -> Text {
        Text::same(self.groups.get(id).map_or(id.as_str(), |group| group.name_on(day)))
    }

    /// The present name of a person as the file has it, where the id stands beside it.
    pub fn member_name(&self, id: &MemberId) -> Text {
        self.member_name_on(id, Day::LAST)
    }

    /// The name of a person on a day as the file has it, where the id stands beside it.
    pub fn member_name_on(&self, id: &MemberId, day: Day) -> Text {
        self.members.get(id).map_or_else(|| self.nobody(id), |member| Text::same(member.name_on(day)))
    }

    /// The name of a standing; its id where the rules do not know it.
    pub fn standing_name(&self, id: &StandingId) -> Text {
        match self.rules.standing(id) {
            Some(standing) => standing.name(),
            None if id.as_str() == LEFT => words::left_standing(),
            None => Text::same(id.as_str()),
        }
    }

    /// The name of a kind of meeting; its id where the rules do not know it.
    pub fn kind_name(&self, id: &KindId) -> Text {
        self.rules.kind(id).map_or_else(|| Text::same(id.as_str()), Kind::name)
    }

    /// The name of a line of work; its id where the rules do not know it.
    pub fn link_name(&self, id: &LinkId) -> Text {
        self.rules.link(id).map_or_else(|| Text::same(id.as_str()), Link::name)
    }

    /// The name of a reason for being absent; its id where the rules do not know it.
    pub fn reason_name(&self, id: &ReasonId) -> Text {
        self.rules.reason(id).map_or_else(|| Text::same(id.as_str()), Reason::name)
    }

    /// The name of a grade of the appraisal; its id where the rules do not know it.
    pub fn grade_name(&self, id: &GradeId) -> Text {
        self.rules.grade(id).map_or_else(|| Text::same(id.as_str()), Grade::name)
    }

    /// The name of a step as it is on a day; its id where the rules do not know it.
    pub fn step_name(&self, id: &StepId, day: Day) -> Text {
        self.rules.step(id, day).map_or_else(|| Text::same(id.as_str()), StepRule::name)
    }

    /// The name of a kind of study; its id where the rules do not know it.
    pub fn study_name(&self, id: &StudyId) -> Text {
        self.rules.study(id).map_or_else(|| Text::same(id.as_str()), StudyKind::name)
    }

    /// The name of a reason for a talk; its id where the rules do not know it.
    pub fn talk_reason_name(&self, id: &TalkReasonId) -> Text {
        self.rules.talk_reason(id).map_or_else(|| Text::same(id.as_str()), TalkReason::name)
    }

    /// A meeting in a few words: `2026-11-05 党小组会 · 刑侦党小组`.
    pub fn title(&self, meeting: &Meeting) -> Text {
        let group = meeting.group.as_ref().map(|group| &group.value);
        self.meeting_title(meeting.date.value, self.kind_name(&meeting.kind), group)
    }

    /// A meeting of a day, a kind and a group in a few words.
    pub fn meeting_title(&self, day: Day, kind: Text, group: Option<&GroupId>) -> Text {
        let day_and_kind = Text::join([Text::same(day.to_string()), kind], " ");
        Text::join([day_and_kind].into_iter().chain(group.map(|group| self.group_name_on(group, day))), " · ")
    }

    /// The meetings that count: those not struck.
    pub fn held(&self) -> impl Iterator<Item = &Filed<Meeting>> {
        self.meetings.iter().filter(|meeting| meeting.struck.is_none())
    }

    /// The meetings and activities of a period: what figures of meetings count. Chores that are noted as done are none.
    pub fn activities(&self, period: Period) -> impl Iterator<Item = &Filed<Meeting>> {
        let held = self.held().filter(move |meeting| period.contains(meeting.date.value));
        held.filter(|meeting| self.is_activity(meeting))
    }

    /// Whether a meeting counts as one. Where its kind does not say, it does if people were due or took part.
    pub fn is_activity(&self, meeting: &Meeting) -> bool {
        let kind = self.rules.kind(&meeting.kind.value);
        match kind.and_then(|kind| kind.counts) {
            Some(counts) => counts == Counts::Activity,
            None => kind.is_none_or(Kind::has_due) || meeting.accounted_for().next().is_some(),
        }
    }

    /// The meeting of a file name: `2026-11-05-group-criminal`.
    pub fn meeting(&self, stem: &str) -> Option<&Filed<Meeting>> {
        self.meetings.iter().find(|meeting| meeting.source.path.stem() == stem)
    }

    /// The problems that count and were open on some day of a period, or closed in it.
    pub fn issues_during(&self, period: Period) -> impl Iterator<Item = &Filed<Issue>> {
        let turns = move |issue: &Issue| {
            let again = issue.reopened.iter().map(|again| &again.date);
            std::iter::once(&issue.found).chain(&issue.closed).chain(again).any(|day| period.contains(day.value))
        };
        let counting = self.issues.iter().filter(|issue| issue.struck.is_none());
        counting.filter(move |issue| issue.is_open(period.first) || turns(issue))
    }

    /// A problem in a few words: `2026-11-05 记录不全`.
    pub fn issue_title(&self, issue: &Issue) -> Text {
        Text::same(format!("{} {}", issue.found.value, words::shown(&issue.title)))
    }

    /// What the records that count name as evidence, each with its file.
    pub fn evidence(&self) -> impl Iterator<Item = (&Source, &Evidence)> {
        let of_meetings = self.held().flat_map(|meeting| meeting.evidence.iter().map(|one| (&meeting.source, one)));
        let issues = self.issues.iter().filter(|issue| issue.struck.is_none());
        let of_issues = issues.flat_map(|issue| issue.evidence.iter().map(|one| (&issue.source, one)));
        let study = self.studied().filter(|(_, study)| study.struck.is_none());
        let reflections = study.filter_map(|(source, study)| Some((source, study.reflection.as_ref()?)));
        of_meetings.chain(of_issues).chain(reflections)
    }

    /// The awards and deductions, each with its file, by month, then as they stand in it.
    pub fn entries(&self) -> impl Iterator<Item = (&Source, &Entry)> + Clone {
        self.ledgers.iter().flat_map(|ledger| ledger.entries.iter().map(|entry| (&ledger.source, entry)))
    }

    /// The figures of work that count, each with its file.
    pub fn figures(&self) -> impl Iterator<Item = (&Source, &Figure)> + Clone {
        let lines = self.figure_files.iter().flat_map(|file| file.entries.iter().map(|figure| (&file.source, figure)));
        lines.filter(|(_, figure)| figure.struck.is_none())
    }

    /// The appraisals that count, each with its file.
    pub fn appraised(&self) -> impl Iterator<Item = (&Source, &Appraisal)> {
        let lines = self.appraisals.iter().flat_map(|file| file.entries.iter().map(|entry| (&file.source, entry)));
        lines.filter(|(_, appraisal)| appraisal.struck.is_none())
    }

    /// The appraisals for a year that count, by member; the first where one has two.
    pub fn appraised_for(&self, year: i32) -> BTreeMap<&MemberId, &Appraisal> {
        let mut by_member = BTreeMap::new();
        for (_, appraisal) in self.appraised().filter(|(_, one)| one.year.value == i64::from(year)) {
            by_member.entry(&appraisal.member.value).or_insert(appraisal);
        }
        by_member
    }

    /// The honours that count, each with its file.
    pub fn exemplars(&self) -> impl Iterator<Item = (&Source, &Exemplar)> {
        let lines = self.appraisals.iter().flat_map(|file| file.exemplars.iter().map(|one| (&file.source, one)));
        lines.filter(|(_, exemplar)| exemplar.struck.is_none())
    }

    /// The approved amounts of dues, each with its file, by year, then as they stand in it.
    pub fn amounts(&self) -> impl Iterator<Item = (&Source, &Approved)> + Clone {
        self.dues.iter().flat_map(|ledger| ledger.amounts.iter().map(|approved| (&ledger.source, approved)))
    }

    /// The payments of dues, each with its file, by year, then as they stand in it.
    pub fn payments(&self) -> impl Iterator<Item = (&Source, &Payment)> + Clone {
        self.dues.iter().flat_map(|ledger| ledger.payments.iter().map(|payment| (&ledger.source, payment)))
    }

    /// The hours of study, each record with its file: those of the ledgers by month, then as they stand in it, and those that
    /// follow from who attended which meeting.
    pub fn studied(&self) -> impl Iterator<Item = (&Source, &Study)> + Clone {
        let logged = self.study.iter().flat_map(|ledger| ledger.entries.iter().map(|study| (&ledger.source, study)));
        logged.chain(self.attended.iter().map(|(source, study)| (source, study)))
    }

    /// The talks, each with its file, by year, then as they stand in it.
    pub fn talk_entries(&self) -> impl Iterator<Item = (&Source, &Talk)> + Clone {
        self.talk_files.iter().flat_map(|file| file.entries.iter().map(|talk| (&file.source, talk)))
    }

    /// The talks that count, each with its file.
    pub fn talks(&self) -> impl Iterator<Item = (&Source, &Talk)> {
        self.talk_entries().filter(|(_, talk)| talk.struck.is_none())
    }

    /// What was exported, in the order of the file, each record with its file.
    pub fn exported(&self) -> impl Iterator<Item = (&Source, &Export)> + Clone {
        self.exports.iter().flat_map(|file| file.exports.iter().map(|one| (&file.source, one)))
    }

    /// The findings that are let stand, in the order of the file.
    pub fn acceptances(&self) -> impl Iterator<Item = &Acceptance> {
        self.accepted.iter().flat_map(|file| &file.entries)
    }

    /// The file a record of this path was read from.
    pub fn ledger(&self, path: &RelPath) -> Option<&Filed<Ledger>> {
        self.ledgers.iter().find(|ledger| ledger.source.path == *path)
    }
}
