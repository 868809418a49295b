//! What cannot be in the ledgers of dues.

use std::collections::HashMap;

use super::Look;
use crate::branch::dues_path;
use crate::error::Fault;
use crate::record::{At, MemberId, Month, Source};
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

/// Lines in the file of another year.
pub(super) fn wrong_year(look: &Look<'_>) -> Vec<Fault> {
    let amounts = look.branch.amounts().map(|(source, approved)| (source, &approved.from));
    let payments = look.branch.payments().map(|(source, payment)| (source, &payment.month));
    let stray = amounts.chain(payments).filter_map(|(source, at): (&Source, &At<Month>)| {
        let right = dues_path(at.value.year());
        let fault = || Fault::at("wrong-year", source, &at.span, words::wrong_year(at.value));
        (source.path != right).then(|| fault().cure(words::cure_wrong_month(&right)))
    });
    stray.chain(super::talks::wrong_year(look)).collect()
}
