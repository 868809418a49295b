//! Which records must be loaded: each figure says what it needs, a command adds up what its figures need.

use crate::record::{Day, Period};
use crate::rulebook::Rulebook;

/// Which records must be loaded, besides the people and groups, which always are.
///
/// It is a value: each reckoning and each report gives one, [`Query::and`] adds them up, and the store reads the files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// Whether the kinds of meetings are needed.
    pub meeting_rules: bool,
    /// The days whose meetings are needed.
    pub meetings: Option<Period>,
    /// The days in whose periods it is asked which duties were kept, up to the last day whose meetings may count.
    pub duties: Option<Period>,
    /// The day up to which all meetings, awards, hours of study and talks are needed that decide what is owed: as far
    /// back as the branch keeps its records, which its settings say.
    pub owed: Option<Day>,
    /// Whether the points scheme is needed.
    pub point_rules: bool,
    /// The days whose awards are needed.
    pub points: Option<Period>,
    /// The period whose points are reckoned.
    pub scored: Option<Period>,
    /// The days of whose years the figures of work are needed.
    pub figures: Option<Period>,
    /// A day from which on, at least, everything that decides them is needed.
    pub back_to: Option<Day>,
    /// The years whose appraisals are needed, whenever they were held.
    pub appraisals: Option<Period>,
    /// Whether the kinds of study are needed.
    pub study_rules: bool,
    /// The days whose hours of study are needed.
    pub study: Option<Period>,
    /// The days of whose years the talks are needed.
    pub talks: Option<Period>,
    /// The days in which something may have made a talk a duty.
    pub talk_causes: Option<Period>,
    /// Whether the steps of development and the holidays are needed.
    pub step_rules: bool,
    /// The days of whose years the dues are needed.
    pub dues: Option<Period>,
    /// The day up to which the dues of all months are needed of which the branch keeps its records.
    pub dues_until: Option<Day>,
    /// The days of whose years the plans are needed.
    pub plans: Option<Period>,
    /// The day up to which the meetings are needed that did what is planned.
    pub planned_until: Option<Day>,
    /// The days of whose years the requests are needed.
    pub requests: Option<Period>,
    /// The days of whose years the planned meetings are needed.
    pub agendas: Option<Period>,
    /// The days of whose years the tasks are needed.
    pub tasks: Option<Period>,
    /// The days of whose years the visits and inspections are needed.
    pub visits: Option<Period>,
    /// The days whose problems are needed.
    pub issues: Option<Period>,
    /// What a person typed to name a problem that is needed.
    pub issue: Option<String>,
    /// Whether the findings that are let stand are needed.
    pub accepted: bool,
    /// Whether it is needed what editions there are.
    pub editions: bool,
    /// Whether it is needed what was exported to whom.
    pub exports: bool,
    /// The days of whose months the seals are needed.
    pub seals: Option<Period>,
    /// Whether every file of rules is needed.
    pub all_rules: bool,
    /// Whether every record is needed, of whatever kind.
    pub everything: bool,
}

impl Query {
    /// Everything there is, as `check` reads it.
    pub fn everything() -> Self {
        Self { everything: true, all_rules: true, ..Self::roll().kinds().scheme() }
    }

    /// What either of two needs.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self {
            meeting_rules: self.meeting_rules || other.meeting_rules,
            meetings: widest(self.meetings, other.meetings),
            duties: widest(self.duties, other.duties),
            owed: self.owed.max(other.owed),
            point_rules: self.point_rules || other.point_rules,
            points: widest(self.points, other.points),
            scored: widest(self.scored, other.scored),
            figures: widest(self.figures, other.figures),
            back_to: self.back_to.into_iter().chain(other.back_to).min(),
            appraisals: widest(self.appraisals, other.appraisals),
            study_rules: self.study_rules || other.study_rules,
            study: widest(self.study, other.study),
            talks: widest(self.talks, other.talks),
            talk_causes: widest(self.talk_causes, other.talk_causes),
            step_rules: self.step_rules || other.step_rules,
            dues: widest(self.dues, other.dues),
            dues_until: self.dues_until.max(other.dues_until),
            plans: widest(self.plans, other.plans),
            planned_until: self.planned_until.max(other.planned_until),
            requests: widest(self.requests, other.requests),
            agendas: widest(self.agendas, other.agendas),
            tasks: widest(self.tasks, other.tasks),
            visits: widest(self.visits, other.visits),
            issues: widest(self.issues, other.issues),
            issue: self.issue.or(other.issue),
            accepted: self.accepted || other.accepted,
            editions: self.editions || other.editions,
            exports: self.exports || other.exports,
            seals: widest(self.seals, other.seals),
            all_rules: self.all_rules || other.all_rules,
            everything: self.everything || other.everything,
        }
    }

    /// The people, the groups and what the rules say of them.
    pub fn roll() -> Self {
        Self::default()
    }

    /// The kinds of meetings too.
    #[must_use]
    pub fn kinds(self) -> Self {
        Self { meeting_rules: true, ..self }
    }

    /// The meetings of some days too, with their kinds.
    #[must_use]
    pub fn meetings(self, days: Period) -> Self {
        Self { meetings: Some(days), ..self.kinds() }
    }

    /// The duties too, where the rules have any, and every record that decides whether they were kept in the periods that
    /// some days touch.
    #[must_use]
    pub fn duties(self, days: Period) -> Self {
        Self { duties: Some(days), study_rules: true, ..self.kinds() }
    }

    /// Everything that decides what is owed on a day, of the years in which the branch keeps its records.
    #[must_use]
    pub fn owed(self, day: Day) -> Self {
        Self { owed: Some(day), study_rules: true, ..self.kinds().scheme() }
    }

    /// The points scheme too.
    #[must_use]
    pub fn scheme(self) -> Self {
        Self { point_rules: true, ..self }
    }

    /// The awards of some days too, with the scheme.
    #[must_use]
    pub fn points(self, days: Period) -> Self {
        Self { points: Some(days), ..self.scheme() }
    }

    /// The rules of the assessment where there are any, and the figures of work of the years of some days.
    #[must_use]
    pub fn assessment(self, days: Period) -> Self {
        Self { figures: Some(days), ..self }
    }

    /// What decides the points from a day on, where the rules of the branch do not reach back so far.
    #[must_use]
    pub fn back_to(self, first: Day) -> Self {
        Self { back_to: Some(first), ..self }
    }

    /// The appraisals for the years that some days touch too.
    #[must_use]
    pub fn appraisals(self, years: Period) -> Self {
        Self { appraisals: Some(years), ..self }
    }

    /// Everything that decides the points of a period, as far back as the rules reach.
    #[must_use]
    pub fn scored(self, period: Period) -> Self {
        Self { scored: Some(period), ..self.kinds().scheme() }
    }

    /// Everything that decides the points of a period under other rules too.
    #[must_use]
    pub fn scored_under(self, rules: &Rulebook, period: Period) -> Self {
        let reach = rules.reach(period);
        let mut query = self.scored(period).back_to(reach.first);
        if rules.earns_by("study") {
            query = query.study(reach);
        }
        if rules.earns_by("dues") {
            query = query.dues(dues_of(reach));
        }
        if rules.earns_by("problem") {
            query = query.issues(reach);
        }
        if rules.folds_appraisal() { query.appraisals(reach) } else { query }
    }

    /// The hours of study of some days too, with the kinds of study where there are rules of it, and the meetings that whoever
    /// attended studied at.
    #[must_use]
    pub fn study(self, days: Period) -> Self {
        Self { study_rules: true, study: Some(days), ..self.kinds() }
    }

    /// The steps of development and the holidays too, where there are rules of them.
    #[must_use]
    pub fn steps(self) -> Self {
        Self { step_rules: true, ..self }
    }

    /// The talks of the years of some days too, with the rules of them where there are any.
    #[must_use]
    pub fn talks(self, days: Period) -> Self {
        Self { talks: Some(days), ..self }
    }

    /// The same, and what the rules say makes a talk a duty in those days.
    #[must_use]
    pub fn talks_owed(self, days: Period) -> Self {
        Self { talk_causes: Some(days), ..self.talks(days) }
    }

    /// The dues of the years of some days too, with the rules of them where there are any.
    #[must_use]
    pub fn dues(self, days: Period) -> Self {
        Self { dues: Some(days), ..self }
    }

    /// The dues of all months up to a day of which the branch keeps its records too.
    #[must_use]
    pub fn owed_dues(self, day: Day) -> Self {
        Self { dues_until: Some(day), ..self }
    }

    /// The plans of the years of some days too, with the kinds of meetings.
    #[must_use]
    pub fn plans(self, days: Period) -> Self {
        Self { plans: Some(days), ..self.kinds() }
    }

    /// The plans of the years of some days and on to another day too, and the meetings up to that day that may have done
    /// what they say.
    #[must_use]
    pub fn plans_until(self, days: Period, day: Day) -> Self {
        let plans = Period { first: days.first, last: days.last.max(day) };
        Self { planned_until: Some(day), ..self.plans(plans) }
    }

    /// What superiors asked for in the years of some days too.
    #[must_use]
    pub fn requests(self, days: Period) -> Self {
        Self { requests: Some(days), ..self }
    }

    /// The meetings planned for the years of some days too.
    #[must_use]
    pub fn agendas(self, days: Period) -> Self {
        Self { agendas: Some(days), meeting_rules: true, ..self }
    }

    /// What was decided in the years of some days and is carried out by somebody too.
    #[must_use]
    pub fn tasks(self, days: Period) -> Self {
        Self { tasks: Some(days), ..self }
    }

    /// The visits and inspections of the years of some days too.
    #[must_use]
    pub fn visits(self, days: Period) -> Self {
        Self { visits: Some(days), ..self }
    }

    /// The problems found by the end of some days too: one that is open is carried over the years.
    #[must_use]
    pub fn issues(self, days: Period) -> Self {
        Self { issues: Some(days), ..self }
    }

    /// The editions of the tables too.
    #[must_use]
    pub fn editions(self) -> Self {
        Self { editions: true, ..self }
    }

    /// What was exported to whom too.
    #[must_use]
    pub fn exports(self) -> Self {
        Self { exports: true, ..self }
    }

    /// The findings that are let stand too.
    #[must_use]
    pub fn accepted(self) -> Self {
        Self { accepted: true, ..self }
    }

    /// The seals of the months of some days too, where they are closed.
    #[must_use]
    pub fn seals(self, days: Period) -> Self {
        Self { seals: Some(days), ..self }
    }

    /// Everything that made the months of some days, with every file of rules, and their seals.
    #[must_use]
    pub fn sealed(days: Period) -> Self {
        let query =
            Self::roll().scored(days).study(days).talks(days).dues(days).issues(days).plans(days).requests(days);
        Self { all_rules: true, ..query.seals(days) }
    }

    /// The problem a person means too: those whose file is named so, or all where none is.
    #[must_use]
    pub fn issue(self, typed: &str) -> Self {
        Self { issue: Some(typed.trim().to_lowercase()), ..self }
    }
}

/// The days from the first to the last of two runs of days.
pub fn widest(one: Option<Period>, other: Option<Period>) -> Option<Period> {
    match (one, other) {
        (Some(one), Some(other)) => Some(Period { first: one.first.min(other.first), last: one.last.max(other.last) }),
        (one, other) => one.or(other),
    }
}

/// The days whose dues may be paid in some days: what is paid in January may be the dues of December, which are in the
/// file of their year.
pub fn dues_of(days: Period) -> Period {
    Period { first: Period::year_of(days.first).first.minus(1), ..days }
}
