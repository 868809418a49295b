//! What cannot be in the ledgers of dues.

use foldhash::{HashMap, HashMapExt};

use super::Look;
use crate::branch::dues_path;
use crate::error::Fault;
use crate::record::{At, Member, MemberId, Month, Source};
use crate::words;

/// Payments for a month for which no amount was approved.
pub(super) fn no_amount(look: &Look<'_>) -> Vec<Fault> {
    // Gathered once: to look among all amounts for each payment would take the product of both.
    let mut first: HashMap<(&MemberId, i32), Month> = HashMap::new();
    for (_, approved) in look.branch.amounts().filter(|(_, approved)| approved.struck.is_none()) {
        let from = approved.from.value;
        let known = first.entry((&approved.member.value, from.year())).or_insert(from);
        *known = from.min(*known);
    }
    let without = look.branch.payments().filter(|(_, payment)| {
        let month = payment.month.value;
        let first = first.get(&(&payment.member.value, month.year()));
        payment.struck.is_none() && first.is_none_or(|first| month < *first)
    });
    without
        .map(|(source, payment)| {
            let month = payment.month.value;
            let fact = words::no_amount(look.branch.name(&payment.member), month);
            let cure = words::cure_no_amount(&payment.member.value, month);
            Fault::at("no-amount", source, &payment.month.span, fact).cure(cure)
        })
        .collect()
}

/// Payments for a month in which the payer was no member.
pub(super) fn payer_no_member(look: &Look<'_>) -> Vec<Fault> {
    let payments = look.branch.payments().filter(|(_, payment)| payment.struck.is_none());
    let strangers = payments.filter(|(_, payment)| {
        let payer = look.branch.members.get(&payment.member.value);
        payer.is_some_and(|payer| look.branch.rules.branch.is_some() && !was_member(look, payer, payment.month.value))
    });
    strangers
        .map(|(source, payment)| {
            let fact = words::payer_no_member(look.branch.name(&payment.member), payment.month.value);
            let cure = words::cure_payer_no_member(payment.id.as_str());
            Fault::at("payer-no-member", source, &payment.member.span, fact).cure(cure)
        })
        .collect()
}

/// Whether somebody was a member on some day of a month.
fn was_member(look: &Look<'_>, payer: &Member, month: Month) -> bool {
    let days = month.period();
    let begins = payer.standings.iter().map(|standing| standing.from.value).filter(|day| days.contains(*day));
    [days.first].into_iter().chain(begins).any(|day| look.branch.is_member(payer, day))
}

/// Lines in the file of another year.
pub(super) fn wrong_year(look: &Look<'_>) -> Vec<Fault> {
    let amounts = look.branch.amounts().map(|(source, approved)| (source, &approved.from));
    let payments = look.branch.payments().map(|(source, payment)| (source, &payment.month));
    let is_stray = |(source, at): &(&Source, &At<Month>)| source.path.stem().parse() != Ok(at.value.year());
    let stray = amounts.chain(payments).filter(is_stray).map(|(source, at)| {
        let fault = Fault::at("wrong-year", source, &at.span, words::wrong_year(at.value));
        fault.cure(words::cure_wrong_month(dues_path(at.value.year())))
    });
    stray.chain(super::talks::wrong_year(look)).collect()
}
