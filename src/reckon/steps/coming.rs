//! A step to come: the earliest and the latest day that the rules give it.

use super::{Milestone, Progress};
use crate::record::{Day, Length, StepId};
use crate::rulebook::{After, Counted, Firm, StepRule};

/// A step to come.
#[derive(Clone, Debug)]
pub struct Coming<'a> {
    /// The step.
    pub rule: &'a StepRule,
    /// The first day on which it may be taken, as far as the earlier steps tell.
    pub earliest: Option<Bound<'a>>,
    /// The last day on which it is in time.
    pub latest: Option<Bound<'a>>,
    /// The earlier steps that are not taken yet.
    pub waits: Vec<&'a StepId>,
}

/// A day that the rules make from another.
#[derive(Clone, Copy, Debug)]
pub struct Bound<'a> {
    /// The day.
    pub counted: Counted,
    /// The last day in a special case.
    pub special: Option<Day>,
    /// How long after.
    pub length: Option<Length>,
    /// After what.
    pub past: Past<'a>,
    /// Whether it is no last day, but the one from which on the step is to be taken promptly.
    pub is_prompt: bool,
    /// How firm this is.
    pub firm: Firm,
    /// Where it is from.
    pub source: Option<&'a str>,
}

/// What a time is counted from.
#[derive(Clone, Copy, Debug)]
pub struct Past<'a> {
    /// The step.
    pub step: &'a StepId,
    /// The day it was taken.
    pub day: Day,
    /// Whether it is written as a step, or the standing it leads to is all that tells it.
    pub is_written: bool,
}

impl Bound<'_> {
    /// The day.
    pub fn day(&self) -> Day {
        self.counted.day
    }

    /// How firm it is on a day: until the last day of a special case a miss is for a person to judge.
    pub fn firm_on(&self, day: Day) -> Firm {
        match self.special {
            Some(special) if day <= special => Firm::AsARule,
            _ => self.firm,
        }
    }
}

impl<'a> Progress<'a> {
    /// The step that comes next: the one that is due first, or the first that waits for nothing.
    pub fn next(&self) -> Option<Coming<'a>> {
        let open = self.open().into_iter().map(|rule| self.coming(rule));
        open.min_by_key(|coming| {
            let latest = coming.latest.map(|latest| latest.day());
            (!coming.waits.is_empty(), latest.is_none(), latest)
        })
    }

    /// The times of a step on this way.
    pub fn coming(&self, rule: &'a StepRule) -> Coming<'a> {
        let earliest = rule.after.iter().filter_map(|after| self.earliest(rule, after)).max_by_key(Bound::day);
        // What may not be done sooner is not late before.
        let not_before = |latest: Bound<'a>| match &earliest {
            Some(earliest) => Bound { counted: latest.counted.max(earliest.counted), ..latest },
            None => latest,
        };
        let latest = rule.after.iter().filter_map(|after| self.latest(rule, after)).map(not_before);
        let latest = self.again(rule).map(not_before).or(latest.min_by_key(Bound::day));
        let stage = self.stage();
        let waits = |after: &&After| {
            let place = self.rules.step_place(&after.step);
            let to_come = self.rules.step_on(&after.step, self.day).is_some_and(|step| !step.is_optional());
            to_come && place > stage && self.last(&after.step).is_none()
        };
        let waits = rule.after.iter().filter(waits).map(|after| &after.step.value).collect();
        Coming { rule, earliest, latest, waits }
    }

    /// The day from which on a step is to be taken promptly; none where it waits for no time, or for steps not taken yet.
    pub fn prompt(&self, rule: &'a StepRule) -> Option<Bound<'a>> {
        let prompt = rule.after.iter().filter(|after| after.is_prompt());
        let bound = prompt.filter_map(|after| self.earliest(rule, after)).max_by_key(Bound::day)?;
        let counted = self.coming(rule).earliest.map_or(bound.counted, |earliest| earliest.counted.max(bound.counted));
        Some(Bound { counted, is_prompt: true, ..bound })
    }

    /// The first day a step may be taken after another; none where that one is not taken.
    pub fn earliest(&self, rule: &'a StepRule, after: &'a After) -> Option<Bound<'a>> {
        let past = self.last(&after.step)?;
        let end = self.end(past);
        let least = after.least.as_ref().map(|least| least.value);
        let counted = match least {
            Some(least) => self.lengthened(rule, after, self.after(end, least)),
            None if end.day > past.day => Counted { day: end.day.plus(1), ..end },
            None => end,
        };
        Some(self.limit(rule, after, past, least, counted))
    }

    /// The last day a step is in time after another; none where that one is not taken, or sets no time.
    pub fn latest(&self, rule: &'a StepRule, after: &'a After) -> Option<Bound<'a>> {
        let past = self.last(&after.step)?;
        let most = after.most.as_ref()?.value;
        let end = self.end(past);
        let counted = self.lengthened(rule, after, self.after(end, most));
        let limit = self.limit(rule, after, past, Some(most), counted);
        let special = after.special.as_ref().map(|special| self.after(end, special.value));
        let special = special.map(|special| self.lengthened(rule, after, special).day);
        Some(Bound { special, ..limit })
    }

    fn limit(
        &self,
        rule: &'a StepRule,
        after: &'a After,
        past: &Milestone<'_>,
        length: Option<Length>,
        counted: Counted,
    ) -> Bound<'a> {
        Bound {
            counted,
            special: None,
            length,
            past: Past { step: &after.step.value, day: past.day, is_written: past.record.is_some() },
            is_prompt: false,
            firm: rule.firm_after(after),
            source: rule.source_after(after),
        }
    }

    /// When a step that is taken again and again is due next: so long after the last time, or after what it follows.
    pub fn again(&self, rule: &'a StepRule) -> Option<Bound<'a>> {
        let repeat = rule.repeats(self.standing()?)?;
        let follows = || rule.after.iter().filter_map(|after| self.last(&after.step)).max_by_key(|past| past.day);
        let past = self.last(&rule.id).or_else(follows)?;
        Some(Bound {
            counted: self.after(self.end(past), repeat),
            special: None,
            length: Some(repeat),
            past: Past { step: past.step, day: past.day, is_written: past.record.is_some() },
            is_prompt: false,
            firm: rule.firm(),
            source: rule.source.as_deref(),
        })
    }

    /// A time after another step, made longer by the steps that put this one off.
    fn lengthened(&self, rule: &StepRule, after: &After, counted: Counted) -> Counted {
        let longer = self.taken.iter().filter_map(|milestone| {
            let by = self.rules.step(milestone.step, milestone.day)?.puts_off.as_ref()?;
            let meant = by.since.value == *after.step && by.steps.iter().any(|at| at.value == *rule.id);
            milestone.record?.lengthens.as_ref().filter(|_| meant)
        });
        longer.fold(counted, |counted, length| self.after(counted, length.value))
    }

    /// So long after a day that was counted already.
    fn after(&self, from: Counted, length: Length) -> Counted {
        let counted = self.rules.after(from.day, length);
        Counted { unknown: from.unknown.or(counted.unknown), ..counted }
    }
}
