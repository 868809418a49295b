//! What cannot be in the ledgers of dues.

use super::context::Look;
use crate::error::Fault;
use crate::reckon::DuesBook;
use crate::words;

/// Payments for a month for which no amount was approved.
pub(super) fn no_amount(look: &Look<'_>) -> Vec<Fault> {
    let book = DuesBook::of(look.branch);
    let without = look.branch.payments().filter(|(_, payment)| {
        payment.struck.is_none() && book.approved(&payment.member, payment.month.value).is_none()
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
        payer.is_some_and(|payer| {
            look.branch.rules.branch.is_some() && !look.branch.is_member_in(payer, payment.month.period())
        })
    });
    strangers
        .map(|(source, payment)| {
            let fact = words::payer_no_member(look.branch.name(&payment.member), payment.month.value);
            let cure = words::cure_payer_no_member(payment.id.as_str());
            Fault::at("payer-no-member", source, &payment.member.span, fact).cure(cure)
        })
        .collect()
}
