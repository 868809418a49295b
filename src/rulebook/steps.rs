//! `rules/steps.toml`: the steps by which a person comes from one standing to the next, and their times.

use super::{Firm, Rulebook};
use crate::record::{At, ClassId, Day, Hours, KindId, Length, StandingId, StepId, choice, shape};

shape! {
    /// `rules/steps.toml`.
    pub struct StepRules {
        /// The steps in their order; one id may stand several times for different days.
        "step" => steps: Vec<StepRule>,
    }
}

shape! {
    /// One step.
    pub struct StepRule {
        /// Its id.
        "id" => id: At<StepId>,
        /// Its name.
        "name" => name: String,
        /// Its name in English, where it is not the same.
        "name-en" => name_en: Option<String>,
        /// Its name in Chinese, where it is not the same.
        "name-zh" => name_zh: Option<String>,
        /// The first day on which it holds.
        "from" => from: At<Day>,
        /// The last day on which it holds.
        "until" => until: Option<At<Day>>,
        /// The standing it leads to.
        "standing" => standing: Option<At<StandingId>>,
        /// From when on the person is of that standing; from the day of the step where it is not said.
        "standing-from" => standing_from: Option<StandingFrom>,
        /// Who decides it or does it.
        "by" => by: Option<String>,
        /// The kinds of meeting that may decide it; any where none is named.
        "kinds" => kinds: Vec<At<KindId>>,
        /// The steps it comes after, and its time by each.
        "after" => after: Vec<After>,
        /// How long it lasts at least, its first day counted; what comes after it comes after its last day.
        "lasts" => lasts: Option<At<Length>>,
        /// It is taken again so long after the last time.
        "repeat" => repeat: Option<At<Length>>,
        /// The standings in which it is taken again and again.
        "while" => during: Vec<At<StandingId>>,
        /// How long before its last day it is told.
        "remind" => remind: Option<At<Length>>,
        /// Whether it may be left out.
        "optional" => optional: Option<bool>,
        /// How firm the rule is; a must where it is not said.
        "firm" => firm: Option<Firm>,
        /// The persons that have to be named with it.
        "people" => people: Option<People>,
        /// The least days of it; where hours are said too, either is enough.
        "days" => days: Option<At<i64>>,
        /// The least hours of it.
        "hours" => hours: Option<Hours>,
        /// How firm the least days or hours are; as firm as the step where it is not said.
        "amount-firm" => amount_firm: Option<Firm>,
        /// The steps that it puts off.
        "puts-off" => puts_off: Option<PutsOff>,
        /// Where the rule is from.
        "source" => source: Option<String>,
    }
}

shape! {
    /// A step that another comes after.
    pub struct After {
        /// The earlier step.
        "step" => step: At<StepId>,
        /// So long after it at the earliest.
        "least" => least: Option<At<Length>>,
        /// So long after it at the latest.
        "most" => most: Option<At<Length>>,
        /// So long after it at the latest in a special case.
        "special" => special: Option<At<Length>>,
        /// Whether it is to be taken promptly when the least time is over: until then it is owed, but taken later it is
        /// not late.
        "promptly" => promptly: Option<At<bool>>,
        /// How firm this is; as the step where it is not said.
        "firm" => firm: Option<Firm>,
        /// Where this is from; the source of the step where it is not said.
        "source" => source: Option<String>,
    }
}

shape! {
    /// How many persons are named with a step, and of what standing.
    pub struct People {
        /// So many at least; one where it is not said.
        "least" => least: Option<At<i64>>,
        /// So many at most.
        "most" => most: Option<At<i64>>,
        /// The standings they have to be of; any where none is named.
        "standings" => standings: Vec<At<StandingId>>,
        /// The classes of those who cannot be named.
        "without" => without: Vec<At<ClassId>>,
    }
}

shape! {
    /// The steps that are put off, and for how long.
    pub struct PutsOff {
        /// The steps.
        "steps" => steps: Vec<At<StepId>>,
        /// The step from which their time is counted that grows longer.
        "since" => since: At<StepId>,
        /// For so long at least.
        "least" => least: Option<At<Length>>,
        /// For so long at most.
        "most" => most: Option<At<Length>>,
    }
}

/// From when on a person is of the standing a step leads to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum StandingFrom {
    /// From the day of the step.
    #[default]
    Step,
    /// From the earliest day that the rules give the step.
    Earliest,
}

choice! { StandingFrom: [("step", Self::Step), ("earliest", Self::Earliest)] }

impl StepRule {
    /// Whether it holds on a day.
    pub fn holds(&self, day: Day) -> bool {
        self.from.value <= day && self.until.as_ref().is_none_or(|until| day <= until.value)
    }

    /// How firm it is.
    pub fn firm(&self) -> Firm {
        self.firm.unwrap_or(Firm::Must)
    }

    /// Whether it may be left out.
    pub fn is_optional(&self) -> bool {
        self.optional.unwrap_or(false)
    }

    /// Whether it is taken again and again by those of a standing.
    pub fn repeats(&self, standing: &StandingId) -> Option<Length> {
        let during = self.during.is_empty() || self.during.iter().any(|at| at.value == *standing);
        self.repeat.as_ref().filter(|_| during).map(|length| length.value)
    }

    /// How firm its time after another step is.
    pub fn firm_after(&self, after: &After) -> Firm {
        after.firm.unwrap_or(self.firm())
    }

    /// Where its time after another step is from.
    pub fn source_after<'a>(&'a self, after: &'a After) -> Option<&'a str> {
        after.source.as_deref().or(self.source.as_deref())
    }
}

impl After {
    /// Whether it is to be taken promptly when the least time is over.
    pub fn is_prompt(&self) -> bool {
        self.promptly.as_ref().is_some_and(|promptly| promptly.value)
    }
}

impl Rulebook {
    /// The steps in each of their forms, in the order of the file.
    pub fn steps(&self) -> impl Iterator<Item = &StepRule> {
        self.steps.iter().flat_map(|(_, rules)| &rules.steps)
    }

    /// The steps of a day, in their order.
    pub fn steps_on(&self, day: Day) -> impl Iterator<Item = &StepRule> {
        self.steps().filter(move |step| step.holds(day))
    }

    /// The step of an id as it is on a day.
    pub fn step_on(&self, id: &StepId, day: Day) -> Option<&StepRule> {
        self.steps_on(day).find(|step| step.id.value == *id)
    }

    /// The step of an id as it is on a day; any of its forms where none holds.
    pub fn step(&self, id: &StepId, day: Day) -> Option<&StepRule> {
        self.step_on(id, day).or_else(|| self.steps().find(|step| step.id.value == *id))
    }

    /// The place of a step in the order of the file.
    pub fn step_place(&self, id: &StepId) -> Option<usize> {
        self.steps().position(|step| step.id.value == *id)
    }

    /// The place of the step that leads to a standing.
    pub fn standing_place(&self, id: &StandingId) -> Option<usize> {
        let step = self.steps().find(|step| step.standing.as_ref().is_some_and(|at| at.value == *id))?;
        self.step_place(&step.id)
    }
}
