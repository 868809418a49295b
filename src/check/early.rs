//! Days before the one from which on they can be.

use super::context::Context;
use super::plans;
use crate::error::{Fault, Severity};
use crate::record::{At, Day, Period, Source};
use crate::words::{self, Text};

/// What was found before its time.
struct Early(Vec<Fault>);

impl Early {
    /// Keeps a day that is before the first one on which it can be.
    fn check(&mut self, source: &Source, at: &At<Day>, first: Day, of: fn() -> Text) {
        if at.value < first {
            let fact = words::too_early(at.value, of(), first);
            self.0.push(Fault::at("too-early", source, &at.span, fact));
        }
    }
}

/// Days before the one from which on they can be: answers before questions, lists before their period is over.
pub(super) fn too_early(context: &Context<'_>) -> Vec<Fault> {
    let mut early = Early(vec![]);
    appraisals(context, &mut early);
    points(context, &mut early);
    plans(context, &mut early);
    seals(context, &mut early);
    for (source, agenda) in context.branch.agendas() {
        for sitting in &agenda.sittings {
            early.check(source, &sitting.date, agenda.date.value, words::day_of_first_sitting);
        }
    }
    for meeting in context.branch.held() {
        for sitting in &meeting.sittings {
            early.check(&meeting.source, &sitting.date, meeting.date.value, words::day_of_first_sitting);
        }
    }
    for (source, one) in context.branch.exported() {
        early.check(source, &one.date, one.period.value.first, words::first_day_of_exported_month);
    }
    early.0.into_iter().chain(to_judge(context)).collect()
}

/// The same, where it is odd, but a person has to judge.
fn to_judge(context: &Context<'_>) -> Vec<Fault> {
    let mut early = Early(vec![]);
    people(context, &mut early);
    dues(context, &mut early);
    early.0.into_iter().map(|fault| fault.by_rule(Severity::AsARule, None)).collect()
}

/// Groups, posts and classes of people who were nothing to the branch yet.
fn people(context: &Context<'_>, early: &mut Early) {
    for member in context.branch.members.values() {
        let Some(first) = member.standings.iter().map(|since| since.from.value).min() else { continue };
        let groups = member.groups.iter().map(|since| &since.from);
        let posts = member.posts.iter().filter_map(|since| since.from.as_ref());
        let classes = member.classes.iter().map(|since| &since.from);
        for from in groups.chain(posts).chain(classes) {
            early.check(&member.source, from, first, words::first_day_of_standing);
        }
    }
}

/// Appraisals before the year they are for, members told before theirs, and honours before the time they are for.
fn appraisals(context: &Context<'_>, early: &mut Early) {
    for (source, one) in context.branch.appraised() {
        if let Some(year) = i32::try_from(one.year.value).ok().and_then(Period::year) {
            early.check(source, &one.date, year.first, words::first_day_of_appraised_year);
        }
        if let Some(told) = &one.told {
            early.check(source, told, one.date.value, words::day_of_appraisal);
        }
    }
    for (source, one) in context.branch.exemplars() {
        early.check(source, &one.date, one.period.value.first, words::first_day_of_honoured_period);
    }
}

/// Lists that were posted before their period was over, and what was said of them before they were.
fn points(context: &Context<'_>, early: &mut Early) {
    for ledger in &context.branch.ledgers {
        let source = &ledger.source;
        for entry in ledger.entries.iter().filter(|entry| entry.struck.is_none()) {
            if let Some(declared) = &entry.declared {
                early.check(source, declared, entry.date.value, words::day_of_award);
            }
            if let Some((confirmed, declared)) = entry.confirmed.as_ref().zip(entry.declared.as_ref()) {
                early.check(source, confirmed, declared.value, words::day_of_declaration);
            }
        }
        for posting in ledger.postings.iter().filter(|posting| posting.struck.is_none()) {
            let (date, until) = (posting.date.value, posting.until.value);
            early.check(source, &posting.date, posting.period.value.last.plus(1), words::day_after_posted_period);
            early.check(source, &posting.until, date, words::day_of_posting);
            if let Some(closed) = &posting.closed {
                early.check(source, closed, until.plus(1), words::day_after_objections);
            }
        }
        for objection in ledger.objections.iter().filter(|objection| objection.struck.is_none()) {
            // A list that was struck had been posted, too.
            let of_period = ledger.postings.iter().filter(|posting| posting.period.value == objection.period.value);
            if let Some(posted) = of_period.map(|posting| posting.date.value).min() {
                early.check(source, &objection.date, posted, words::day_of_posting);
            }
            if let Some(answered) = &objection.answered {
                early.check(source, answered, objection.date.value, words::day_of_objection);
            }
        }
    }
}

/// What is done of a plan before its year.
fn plans(context: &Context<'_>, early: &mut Early) {
    for (source, item) in plans::counting(context) {
        if let Some(done) = &item.done {
            early.check(source, done, Period::year_of(item.until.value).first, words::first_day_of_planned_year);
        }
    }
}

/// Months that were closed before they were over or by less than is known at their end, and amendments of what was not
/// closed yet.
fn seals(context: &Context<'_>, early: &mut Early) {
    for (month, seal) in &context.branch.seals {
        early.check(&seal.source, &seal.date, month.last().plus(1), words::day_after_sealed_month);
        if let Some(known) = &seal.known {
            early.check(&seal.source, known, month.last(), words::last_day_of_sealed_month);
        }
        for amendment in &seal.amended {
            early.check(&seal.source, &amendment.date, seal.date.value, words::day_of_seal);
        }
    }
}

/// Dues that were paid more than a year before their month.
fn dues(context: &Context<'_>, early: &mut Early) {
    for (source, payment) in context.branch.payments().filter(|(_, payment)| payment.struck.is_none()) {
        let first = payment.month.value.first().minus_months(12);
        early.check(source, &payment.paid, first, words::day_a_year_before_paid_month);
    }
}
