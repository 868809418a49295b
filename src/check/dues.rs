//! What cannot be in the ledgers of dues.

use super::context::Context;
use crate::error::Fault;
use crate::reckon::DuesBook;
use crate::words;

/// Payments for a month for which no amount was approved.
pub(super) fn no_amount(context: &Context<'_>) -> Vec<Fault> {
    let book = DuesBook::of(context.branch);
    let without = context.branch.payments().filter(|(_, payment)| {
        payment.struck.is_none() && book.approved(&payment.member, payment.month.value).is_none()
    });
    without
        .map(|(source, payment)| {
            let month = payment.month.value;
            let fact = words::no_amount(context.branch.name(&payment.member), month);
            let cure = words::cure_no_amount(&payment.member.value, month);
            Fault::at("no-amount", source, &payment.month.span, fact).cure(cure)
        })
        .collect()
}

/// Payments for a month in which the payer was no member.
pub(super) fn payer_no_member(context: &Context<'_>) -> Vec<Fault> {
    let payments = context.branch.payments().filter(|(_, payment)| payment.struck.is_none());
    let strangers = payments.filter(|(_, payment)| {
        let payer = context.branch.members.get(&payment.member.value);
        payer.is_some_and(|payer| {
            context.branch.rules.branch.is_some() && !context.branch.is_member_in(payer, payment.month.period())
        })
    });
    strangers
        .map(|(source, payment)| {
            let fact = words::payer_no_member(context.branch.name(&payment.member), payment.month.value);
            let cure = words::cure_payer_no_member(payment.id.as_str());
            Fault::at("payer-no-member", source, &payment.member.span, fact).cure(cure)
        })
        .collect()
}
