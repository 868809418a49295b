//! Where a person stands on the way: the steps that count on a day, and those that are open.

use crate::branch::{Filed, falls, step_to};
use crate::record::{Day, Member, Span, StandingId, StepId, StepTaken};
use crate::rulebook::{Counted, Rulebook, StepRule};

/// A step that was taken.
#[derive(Clone, Copy, Debug)]
pub struct Milestone<'a> {
    /// The step.
    pub step: &'a StepId,
    /// The day; the first one where it lasted several.
    pub day: Day,
    /// What is written of it; nothing where the standing it leads to is all that tells it.
    pub record: Option<&'a StepTaken>,
    /// Where it is written: the name of the step, or that of the standing.
    pub span: &'a Span,
}

/// A person on the way to another standing.
#[derive(Clone, Debug)]
pub struct Progress<'a> {
    /// The rules.
    pub rules: &'a Rulebook,
    /// The person.
    pub person: &'a Filed<Member>,
    /// The day.
    pub day: Day,
    /// The steps taken by the end of the day that still count, by day.
    pub taken: Vec<Milestone<'a>>,
}

impl<'a> Progress<'a> {
    /// The way of a person as it is on a day.
    ///
    /// Who falls back to an earlier standing has the later steps before him again; a step that puts others off has them
    /// taken again.
    pub fn new(rules: &'a Rulebook, person: &'a Filed<Member>, day: Day) -> Self {
        let falls = falls(rules, person);
        let is_void = |step: &StepId, on: Day| {
            let place = rules.step_place(step);
            place.is_none() || falls.iter().any(|(from, fallen)| on < *from && *from <= day && place > *fallen)
        };
        let records =
            || person.steps.iter().filter(|taken| taken.on.value <= day && !is_void(&taken.is, taken.on.value));
        let is_put_off = |step: &StepId, on: Day| {
            records().any(|later| {
                let rule = rules.step(&later.is, later.on.value);
                let puts_off = rule.and_then(|rule| rule.puts_off.as_ref());
                on <= later.on.value
                    && puts_off.is_some_and(|puts_off| puts_off.steps.iter().any(|at| at.value == *step))
            })
        };
        let mut taken: Vec<_> = records()
            .filter(|taken| !is_put_off(&taken.is, taken.on.value))
            .map(|record| Milestone {
                step: &record.is.value,
                day: record.on.value,
                record: Some(record),
                span: &record.is.span,
            })
            .collect();
        for since in person.taken_up().into_iter().filter(|since| since.from.value <= day) {
            let step = rules.steps().find(|step| step.standing.as_ref().is_some_and(|at| at.value == *since.is));
            let Some(step) = step.map(|step| &step.id.value) else { continue };
            let from = since.from.value;
            // The day that is written of the step itself counts, even where it is yet to come.
            let is_written = step_to(rules, person, since).is_some();
            if !is_void(step, from) && !is_written {
                taken.push(Milestone { step, day: from, record: None, span: &since.is.span });
            }
        }
        taken.sort_by_key(|milestone| (milestone.day, rules.step_place(milestone.step)));
        Self { rules, person, day, taken }
    }

    /// The same without what is written at one place.
    #[must_use]
    pub fn without(mut self, span: &Span) -> Self {
        self.taken.retain(|milestone| milestone.span != span);
        self
    }

    /// When a step was taken last.
    pub fn last(&self, step: &StepId) -> Option<&Milestone<'a>> {
        self.taken.iter().rev().find(|milestone| milestone.step == step)
    }

    /// The last day of a step: later than its first where it lasts.
    pub fn end(&self, milestone: &Milestone<'_>) -> Counted {
        let written = milestone.record.and_then(|record| record.until.as_ref());
        let lasts = self.rules.step(milestone.step, milestone.day).and_then(|rule| rule.lasts.as_ref());
        match (written, lasts) {
            (Some(until), _) => until.value.into(),
            (None, Some(lasts)) => self.rules.last_day(milestone.day, lasts.value),
            (None, None) => milestone.day.into(),
        }
    }

    /// The standing of the day.
    pub fn standing(&self) -> Option<&'a StandingId> {
        self.person.standing_on(self.day)
    }

    /// The place of the step that led to the standing of the day; none for a standing no step leads to.
    pub fn stage(&self) -> Option<usize> {
        self.rules.standing_place(self.standing()?)
    }

    /// The next step that leads to a standing.
    pub fn next_standing(&self) -> Option<&'a StepRule> {
        let stage = self.stage()?;
        let later = |step: &&StepRule| step.standing.is_some() && self.rules.step_place(&step.id) > Some(stage);
        self.rules.steps_on(self.day).find(later)
    }

    /// The steps that are to be taken in this standing, the one to the next standing included, in their order.
    ///
    /// Who is of the last standing and was so before steps were recorded has arrived.
    pub fn open(&self) -> Vec<&'a StepRule> {
        let (Some(standing), Some(stage)) = (self.standing(), self.stage()) else { return vec![] };
        let next = self.next_standing().and_then(|step| self.rules.step_place(&step.id));
        let arrived = |milestone: &Milestone<'_>| {
            milestone.record.is_none() && self.rules.step_place(milestone.step) == Some(stage)
        };
        if next.is_none() && self.taken.iter().any(arrived) {
            return vec![];
        }
        let is_open = |step: &&StepRule| {
            let place = self.rules.step_place(&step.id);
            let here = place > Some(stage) && next.is_none_or(|next| place <= Some(next));
            let again = step.repeat.is_some() && step.repeats(standing).is_some();
            let once = step.repeat.is_none() && self.last(&step.id).is_none();
            here && !step.is_optional() && (again || once)
        };
        self.rules.steps_on(self.day).filter(is_open).collect()
    }
}
