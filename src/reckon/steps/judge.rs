//! What is wrong with the steps a person took, each by the rules of its day.

use super::{Bound, Milestone, Progress};
use crate::branch::{Branch, Filed, step_to};
use crate::error::{Fault, Severity};
use crate::record::{Day, Member, Span, StandingSince, StepId, StepTaken};
use crate::rulebook::{After, Firm, StandingFrom, StepRule};
use crate::words::{self, Text};

/// Everything that is wrong with the steps of a person, those of standings included.
///
/// A standing that was written before the person's first step is not looked at: nobody recorded steps then.
pub fn judge(branch: &Branch, person: &Filed<Member>) -> Vec<Fault> {
    let Some(first) = person.steps.iter().map(|taken| taken.on.value).min() else { return vec![] };
    let all = Progress::new(&branch.rules, person, Day::LAST);
    let mut judge = Judge { branch, person, all: &all, found: vec![] };
    for taken in &person.steps {
        judge.record(taken);
    }
    for milestone in &all.taken {
        let by_standing = milestone.record.is_none() && milestone.day >= first;
        if by_standing {
            judge.times(milestone);
        }
        if by_standing || milestone.record.is_some() {
            judge.missing(milestone);
        }
    }
    judge.found
}

struct Judge<'a> {
    branch: &'a Branch,
    person: &'a Filed<Member>,
    /// The way as it is when everything that is written has come.
    all: &'a Progress<'a>,
    found: Vec<Fault>,
}

impl<'a> Judge<'a> {
    fn add(&mut self, code: &'static str, span: &Span, firm: impl Into<Severity>, source: Option<&str>, fact: Text) {
        self.found.push(Fault::at(code, &self.person.source, span, fact).by_rule(firm.into(), source));
    }

    /// A time that was not kept; where it is provisional, it is only told.
    fn time(&mut self, code: &'static str, span: &Span, firm: Firm, limit: &Bound<'_>, fact: Text) {
        let severity = if limit.counted.unknown.is_some() { Severity::Note } else { firm.into() };
        let fact = words::provisionally(fact, limit.counted.unknown);
        self.add(code, span, severity, limit.source, fact);
    }

    fn name(&self, step: &StepId, day: Day) -> Text {
        self.branch.step_name(step, day)
    }

    /// One step that is written.
    fn record(&mut self, taken: &'a StepTaken) {
        let day = taken.on.value;
        let Some(rule) = self.branch.rules.step_on(&taken.is, day) else { return };
        let milestone = Milestone { step: &taken.is.value, day, record: Some(taken), span: &taken.is.span };
        self.times(&milestone);
        self.twice(rule, taken);
        self.amount(rule, taken);
        self.people(rule, taken);
        self.meeting(rule, taken);
        self.standing(rule, taken);
    }

    /// Too early, too late, or before what it comes after.
    fn times(&mut self, milestone: &Milestone<'a>) {
        let (day, span) = (milestone.day, milestone.span);
        let Some(rule) = self.branch.rules.step_on(milestone.step, day) else { return };
        let way = Progress::new(&self.branch.rules, self.person, day).without(span);
        let name = rule.name();
        let mut earliest: Option<Bound<'_>> = None;
        for after in &rule.after {
            if let Some(limit) = way.earliest(rule, after) {
                if limit.day() > day {
                    let past = self.past(&limit);
                    let past = match limit.length {
                        Some(length) => words::step_long_after(past, length.name()),
                        None => words::step_after_end(past),
                    };
                    let fact = words::step_early(&name, day, limit.day(), past);
                    self.time("step-early", span, limit.firm, &limit, fact);
                } else if limit.counted.unknown.is_some() {
                    let fact = words::step_kept_from(&name, day, limit.day());
                    self.time("step-provisional", span, limit.firm, &limit, fact);
                }
                earliest = earliest.into_iter().chain([limit]).max_by_key(Bound::day);
            } else {
                self.order(rule, after, day, span);
            }
        }
        self.overtaken(rule, &way, span);
        let latest = rule.after.iter().filter_map(|after| way.latest(rule, after));
        for limit in latest.chain(way.again(rule).filter(|_| way.last(&rule.id).is_some())) {
            let last = earliest.map_or(limit.day(), |earliest| earliest.day().max(limit.day()));
            if last < day {
                let past = self.past(&limit);
                let past = limit.length.map_or(past.clone(), |length| words::step_within(past, length.name()));
                let fact = words::step_late(&name, day, last, past);
                self.time("step-late", span, limit.firm_on(day), &limit, fact);
            } else if limit.counted.unknown.is_some() {
                let fact = words::step_kept_until(&name, day, last);
                self.time("step-provisional", span, limit.firm, &limit, fact);
            }
        }
    }

    /// What a time is counted from, in words.
    fn past(&self, limit: &Bound<'_>) -> Text {
        words::step_past(self.name(limit.past.step, limit.past.day), limit.past.day)
    }

    /// A step before one that it comes after.
    fn order(&mut self, rule: &StepRule, after: &After, day: Day, span: &Span) {
        let Some(later) = self.all.last(&after.step).filter(|later| later.day > day) else { return };
        let fact = words::step_order(rule.name(), day, self.name(later.step, later.day), later.day);
        self.add("step-order", span, rule.firm_after(after), rule.source_after(after), fact);
    }

    /// A step to a standing after one to a later standing, where that one does not tell it; any step to a standing that
    /// the person had passed before steps were recorded.
    fn overtaken(&mut self, rule: &StepRule, way: &Progress<'_>, span: &Span) {
        let rules = &self.branch.rules;
        let place = rules.step_place(&rule.id);
        let is_later = |step: &&Milestone<'_>| {
            let other = rules.step(step.step, step.day).filter(|other| other.standing.is_some());
            let tells = |other: &StepRule| other.after.iter().any(|after| after.step.value == *rule.id);
            step.day < way.day
                && rules.step_place(step.step) > place
                && other.is_some_and(|other| step.record.is_none() || !tells(other))
        };
        let goes_on = || way.standing().is_some_and(|standing| rule.repeats(standing).is_some());
        let is_meant = |later: &&Milestone<'_>| rule.standing.is_some() || later.record.is_none() && !goes_on();
        if let Some(later) = way.taken.iter().find(is_later).filter(is_meant) {
            let fact = words::step_order(self.name(later.step, later.day), later.day, rule.name(), way.day);
            self.add("step-order", span, rule.firm(), rule.source.as_deref(), fact);
        }
    }

    /// A step that is taken once, and was taken before.
    fn twice(&mut self, rule: &StepRule, taken: &StepTaken) {
        if rule.repeat.is_some() {
            return;
        }
        let way = Progress::new(&self.branch.rules, self.person, taken.on.value).without(&taken.is.span);
        let before = way.last(&taken.is).filter(|before| {
            // Two on one day are told at the second.
            before.record.is_some() && (before.day < taken.on.value || before.span.start < taken.is.span.start)
        });
        if let Some(before) = before {
            let fact = words::step_twice(rule.name(), before.day);
            self.add("step-twice", &taken.is.span, rule.firm(), rule.source.as_deref(), fact);
        }
    }

    /// Too few days or hours, too short a time.
    fn amount(&mut self, rule: &StepRule, taken: &StepTaken) {
        let source = rule.source.as_deref();
        let enough = |least: Option<bool>| least.unwrap_or(false);
        let days = rule.days.as_ref().zip(taken.days.as_ref()).map(|(least, days)| days.value >= least.value);
        let hours = rule.hours.zip(taken.hours.as_ref()).map(|(least, hours)| hours.value >= least);
        if (days.is_some() || hours.is_some()) && !enough(days) && !enough(hours) {
            let least =
                [rule.days.as_ref().map(|days| words::so_many_days(days.value)), rule.hours.map(words::so_many_hours)];
            let fact = words::step_amount(rule.name(), words::either(least.into_iter().flatten()));
            let span = taken.days.as_ref().map(|days| &days.span).or(taken.hours.as_ref().map(|hours| &hours.span));
            self.add(
                "step-amount",
                span.unwrap_or(&taken.is.span),
                rule.amount_firm.unwrap_or(rule.firm()),
                source,
                fact,
            );
        }
        if let Some((lasts, until)) = rule.lasts.as_ref().zip(taken.until.as_ref()) {
            let last = self.branch.rules.last_day(taken.on.value, lasts.value);
            let too_short = until.value < last.day;
            if too_short || last.unknown.is_some() {
                let fact = words::step_too_short(rule.name(), lasts.value.name(), last.day);
                let severity = if last.unknown.is_some() { Severity::Note } else { rule.firm().into() };
                let code = if too_short { "step-amount" } else { "step-provisional" };
                self.add(code, &until.span, severity, source, words::provisionally(fact, last.unknown));
            }
        }
        let Some(puts_off) = &rule.puts_off else { return };
        let Some(lengthens) = &taken.lengthens else {
            let fact = words::step_no_length(rule.name());
            return self.add("step-amount", &taken.is.span, rule.firm(), source, fact);
        };
        let after = |length| self.branch.rules.after(taken.on.value, length).day;
        let own = after(lengthens.value);
        let bound = [
            puts_off.least.as_ref().filter(|least| own < after(least.value)).map(|least| (least, true)),
            puts_off.most.as_ref().filter(|most| own > after(most.value)).map(|most| (most, false)),
        ];
        for (bound, is_least) in bound.into_iter().flatten() {
            let fact = match is_least {
                true => words::step_length_short(rule.name(), lengthens.value.name(), bound.value.name()),
                false => words::step_length_long(rule.name(), lengthens.value.name(), bound.value.name()),
            };
            self.add("step-amount", &lengthens.span, rule.firm(), source, fact);
        }
    }

    /// Too few or too many persons named, or persons of another standing.
    fn people(&mut self, rule: &StepRule, taken: &StepTaken) {
        let Some(people) = &rule.people else { return };
        let named = i64::try_from(taken.people.len()).unwrap_or(i64::MAX);
        let least = people.least.as_ref().map_or(1, |least| least.value);
        let most = people.most.as_ref().map(|most| most.value);
        let source = rule.source.as_deref();
        if named < least || most.is_some_and(|most| named > most) {
            let span = taken.people.last().map_or(&taken.is.span, |at| &at.span);
            let wanted = words::so_many_people(least, most);
            let fact = match named {
                0 => words::step_people_none(rule.name(), wanted),
                _ => words::step_people(rule.name(), named, wanted),
            };
            self.add("step-people", span, rule.firm(), source, fact);
        }
        for at in &taken.people {
            let Some(member) = self.branch.members.get(&at.value) else { continue };
            let day = taken.on.value;
            if let Some(is) = self.branch.unfit(member, &people.standings, &people.without, day) {
                let fact = words::step_person(self.branch.name(&at.value), day, is, rule.name());
                self.add("step-people", &at.span, rule.firm(), source, fact);
            }
        }
    }

    /// A meeting of another kind or day.
    fn meeting(&mut self, rule: &StepRule, taken: &StepTaken) {
        let Some(at) = &taken.meeting else { return };
        let Some(meeting) = self.branch.held().find(|meeting| meeting.source.path.stem() == at.as_str()) else {
            return;
        };
        let source = rule.source.as_deref();
        if !rule.kinds.is_empty() && !rule.kinds.iter().any(|kind| kind.value == meeting.kind.value) {
            let kinds = Text::list(rule.kinds.iter().map(|kind| self.branch.kind_name(kind)));
            let fact = words::step_meeting_kind(rule.name(), kinds, self.branch.kind_name(&meeting.kind));
            self.add("step-meeting", &at.span, rule.firm(), source, fact);
        }
        if meeting.date.value != taken.on.value {
            let fact = words::step_meeting_day(rule.name(), taken.on.value, meeting.date.value);
            self.add("step-meeting", &at.span, Severity::Error, source, fact);
        }
    }

    /// A standing that does not hold from the day that its step gives it.
    fn standing(&mut self, rule: &StepRule, taken: &StepTaken) {
        let rules = &self.branch.rules;
        let leads = |since: &&StandingSince| {
            rule.standing.as_ref().is_some_and(|at| at.value == *since.is)
                && step_to(rules, self.person, since).is_some_and(|step| step.is.span == taken.is.span)
        };
        let Some(since) = self.person.taken_up().into_iter().find(leads) else { return };
        let (on, from) = (taken.on.value, since.from.value);
        let way = Progress::new(rules, self.person, on).without(&taken.is.span);
        let first = match rule.standing_from.unwrap_or_default() {
            StandingFrom::Step => Some(on),
            StandingFrom::Earliest => way.coming(rule).earliest.map(|earliest| earliest.day()),
        };
        if first.map_or(on < from, |first| first != from) {
            let standing = self.branch.standing_name(&since.is);
            let fact = words::step_standing(rule.name(), on, standing, first.unwrap_or(on), from);
            let fault = Fault::at("step-standing", &self.person.source, &taken.is.span, fact);
            let fault = fault.by_rule(Severity::AsARule, rule.source.as_deref());
            self.found.push(fault.cure(words::cure_step_standing(&self.person.source.path)));
        }
    }

    /// The steps that should have been taken before one that leads to a standing.
    fn missing(&mut self, milestone: &Milestone<'a>) {
        let rules = &self.branch.rules;
        let day = milestone.day;
        let Some(rule) = rules.step_on(milestone.step, day).filter(|rule| rule.standing.is_some()) else { return };
        // Whoever wrote none of the steps before did not record steps yet.
        if !self.person.steps.iter().any(|taken| taken.on.value <= day && taken.is.value != *milestone.step) {
            return;
        }
        let way = Progress::new(rules, self.person, day).without(milestone.span);
        let place = rules.step_place(&rule.id);
        let leads = |step: &Milestone<'_>| rules.step(step.step, step.day).is_some_and(|step| step.standing.is_some());
        let before = way.taken.iter().filter(|step| leads(step) && rules.step_place(step.step) < place);
        let before = before.max_by_key(|step| rules.step_place(step.step));
        // Where no standing came before, as of those who came from elsewhere, the first step that is written begins it.
        let first = || way.taken.iter().filter_map(|step| rules.step_place(step.step)).min();
        let since = before.and_then(|step| rules.step_place(step.step)).or_else(first);
        for step in rules.steps_on(day).filter(|step| !step.is_optional()) {
            let own = rules.step_place(&step.id);
            // A step that is taken every so often may not have been due yet.
            let was_due = step
                .repeat
                .as_ref()
                .is_none_or(|repeat| before.is_some_and(|before| rules.after(before.day, repeat.value).day <= day));
            if own > since && own < place && was_due && way.last(&step.id).is_none() && self.not_later(step, day) {
                let fact = words::step_missing(rule.name(), day, step.name());
                let cure = words::cure_step_missing(self.person.source.path.stem(), &step.id.value);
                let fault = Fault::at("step-missing", &self.person.source, milestone.span, fact);
                self.found.push(fault.by_rule(step.firm().into(), step.source.as_deref()).cure(cure));
            }
        }
    }

    /// Whether a step is not written for a later day, which is told already.
    fn not_later(&self, step: &StepRule, day: Day) -> bool {
        let later = |taken: &StepTaken| taken.is.value == *step.id && taken.on.value > day;
        !self.person.steps.iter().any(later)
    }
}
