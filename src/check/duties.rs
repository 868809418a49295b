//! Duties that were not kept, and terms of office that are over.

use super::context::Context;
use crate::error::{Fault, Severity};
use crate::reckon::{DutyState, Studied, Whose, due_command, duties, studied, takes_period, terms};
use crate::record::{Day, Period, Source, Span};
use crate::words;

/// The days of which it is told what was owed: from the one the settings say, or the first meeting there is a record of,
/// to the day before.
pub(super) fn days(context: &Context<'_>) -> Option<Period> {
    Period::new(context.branch.owed_since()?, context.today.minus(1))
}

/// Meetings for a period that no duty of their kind has, or not any more.
pub(super) fn period_unfit(context: &Context<'_>) -> Vec<Fault> {
    let unfit = context.branch.held().filter_map(|meeting| {
        let said = meeting.held_for.as_deref()?;
        let fits = takes_period(context.branch, &meeting.kind, meeting.date.value, said.value);
        let fault = || Fault::at("period-unfit", &meeting.source, &said.span, words::period_unfit(said.value));
        (!fits).then(|| fault().cure(words::cure_period_unfit()))
    });
    unfit.collect()
}

/// The command that lets a finding stand.
pub(super) fn accept(code: &str, source: &Source, span: &Span, about: &str) -> String {
    format!("zhibu accept {code} {}:{} --about '{about}' --why TEXT", source.path, source.line(span.start))
}

/// Duties of a period that is over, its grace included, which were done too seldom or not at all.
pub(super) fn duty_missed(context: &Context<'_>) -> Vec<Fault> {
    let (Some(days), Some((source, _))) = (days(context), &context.branch.rules.duties) else { return vec![] };
    let all = duties(context.branch, days, context.today).into_iter();
    let missed = all.filter(|owing| owing.state(context.today) == DutyState::Missed);
    let faults = missed.map(|owing| {
        let duty = owing.duty;
        let (times, done) = (duty.times(), owing.done);
        let fact = match owing.whose {
            Whose::Branch => words::duty_missed(owing.period, duty.name(), done, times),
            Whose::Group(group) => {
                let name = context.branch.group_name(group);
                words::duty_missed_by(owing.period, name, duty.name(), done, times)
            }
            Whose::Member(member) => {
                let name = context.branch.name(member);
                words::duty_missed_by(owing.period, name, duty.name(), done, times)
            }
        };
        let about = owing.about();
        let accept = accept("duty-missed", source, &duty.id.span, &about);
        let cure = words::cure_duty_missed(due_command(duty, owing.whose, owing.until, context.today), accept);
        let fault = Fault::at("duty-missed", source, &duty.id.span, fact).cure(cure).about(about);
        fault.by_rule(duty.firm.into(), duty.source.as_deref())
    });
    faults.collect()
}

/// Hours of study of a year that is over which were not reached.
pub(super) fn hours_short(context: &Context<'_>) -> Vec<Fault> {
    let (Some(days), Some((source, _))) = (days(context), &context.branch.rules.study) else { return vec![] };
    let years = (days.first.year()..=days.last.year()).filter_map(Period::year);
    let mut faults = Vec::new();
    for year in years.filter(|year| year.last < context.today) {
        for Studied { member, owed, of_year, of_rule, .. } in studied(context.branch, year) {
            let Some(owed) = owed.filter(|_| of_rule > of_year) else { continue };
            let fact = words::hours_missed(context.branch.name(member), year, of_rule, of_year);
            let severity = owed.firm.map_or(Severity::AsARule, Severity::from);
            let about = format!("{year} {member}");
            let cure = words::cure_hours_short(member, accept("hours-short", source, &owed.span, &about));
            let fault = Fault::at("hours-short", source, &owed.span, fact).cure(cure).about(about);
            faults.push(fault.by_rule(severity, owed.source.as_deref()));
        }
    }
    faults
}

/// Terms of office that are over.
pub(super) fn term_over(context: &Context<'_>) -> Vec<Fault> {
    let Some((source, _)) = &context.branch.rules.duties else { return vec![] };
    let over = terms(context.branch, context.today).into_iter().filter(|term| term.days.last < context.today);
    let faults = over.map(|term| {
        let last: Day = term.days.last;
        let (fact, severity) = match term.latest() {
            Some(latest) if latest < context.today => {
                (words::term_long_over(term.rule.name(), last, latest), term.rule.firm.into())
            }
            Some(_) => (words::term_over(term.rule.name(), last), Severity::AsARule),
            None => (words::term_over(term.rule.name(), last), term.rule.firm.into()),
        };
        let fault = Fault::at("term-over", source, &term.rule.id.span, fact).cure(words::cure_term_over());
        fault.by_rule(severity, term.rule.source.as_deref())
    });
    faults.collect()
}
