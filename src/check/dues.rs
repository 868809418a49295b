//! What cannot be in the ledgers of dues.

use std::collections::HashMap;

use super::Look;
use crate::error::Fault;
use crate::record::{MemberId, Month};
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
