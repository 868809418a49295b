//! Dues that are to be collected, approved or paid late.

use std::collections::BTreeMap;

use super::item::{Due, people};
use crate::branch::{Branch, Query};
use crate::reckon::{Arrears, DuesBook, Location, arrears, arrears_query};
use crate::record::{Day, MemberId, Month, Period, Yuan};
use crate::rulebook::Firm;
use crate::words::{self, Text};

pub(super) fn query(window: Period) -> Query {
    arrears_query(window.first).dues(window)
}

pub(super) fn due(branch: &Branch, window: Period) -> Vec<Due<'_>> {
    let Some((source, rules)) = &branch.rules.dues else { return vec![] };
    let day = window.first;
    let make = |id: String, until: Day, what: Text, who: Vec<(String, Text)>, command: String| Due {
        id,
        until,
        what,
        who,
        firm: Firm::Must,
        rule: Some(Location::new(source, rules.due_day.as_ref().map(|day| &day.span))),
        source: rules.source.as_deref(),
        command,
        recurs: false,
    };
    let named = |id: &MemberId| (id.to_string(), branch.name(id));
    let book = DuesBook::until(branch, day);
    let mut owed = Vec::new();
    let paying = |month: Month| {
        branch.members.iter().filter(move |(_, member)| branch.pays_dues(member, month, day)).map(|(id, _)| id)
    };
    for month in Period::new(Month::of(day).first(), window.last).into_iter().flat_map(Period::each_month) {
        let until = branch.dues_due(month);
        if until < day || window.last < until {
            continue;
        }
        let unpaid: Vec<_> = paying(month).filter(|id| book.dues(id, month).owed() > Default::default()).collect();
        if !unpaid.is_empty() {
            let ids: Vec<_> = unpaid.iter().map(|id| id.as_str()).collect();
            let who = unpaid.iter().map(|id| named(id)).collect();
            let command = format!("zhibu dues pay {} {month}", ids.join(","));
            owed.push(make(
                format!("dues {month}"),
                until,
                words::collect_dues(branch.rules.word_dues(), month),
                who,
                command,
            ));
        }
    }
    // Those who owe the same months stand together.
    let mut alike: BTreeMap<(Vec<Month>, Vec<Month>), Vec<Arrears<'_>>> = BTreeMap::new();
    for arrears in arrears(branch, day) {
        alike.entry((arrears.months.clone(), arrears.without_amount.clone())).or_default().push(arrears);
    }
    for ((months, without), all) in alike {
        let (Some(first), Some(one)) = (months.first(), all.first()) else { continue };
        let months: Vec<_> = months.iter().map(Month::to_string).collect();
        let ids: Vec<_> = all.iter().map(|arrears| arrears.member.as_str()).collect();
        let command = format!("zhibu dues pay {} {}", ids.join(","), months.join(" "));
        let listed = Text::list(months.iter().map(Text::same));
        let total = all.iter().map(|arrears| arrears.owed).sum::<Yuan>();
        let (dues, total) = (branch.rules.word_dues(), words::money(total, &branch.rules.word_currency()));
        let what = match one.step {
            Some(step) => words::pay_arrears_step(dues, &listed, total, step.name()),
            None => words::pay_arrears(dues, &listed, total),
        };
        let without = Text::list(without.iter().map(|month| Text::same(month.to_string())));
        let what = if one.without_amount.is_empty() { what } else { words::and_without_amount(what, without) };
        let who: Vec<_> = all.iter().map(|arrears| named(arrears.member)).collect();
        let mut due = make(format!("arrears {}", people(&who)), branch.dues_due(*first), what, who, command);
        if let Some(step) = one.step {
            due.rule = Some(Location::new(source, Some(&step.span)));
            due.source = step.source.as_deref().or(due.source);
        }
        owed.push(due);
    }
    // Who fixes the amounts for the year does so in the first month of it that somebody is to pay.
    if rules.fixed_for_year == Some(true) {
        let year = Period { first: Period::year_of(day).first, last: day };
        let mut without: BTreeMap<Month, Vec<&MemberId>> = BTreeMap::new();
        for id in paying(Month::of(day)).filter(|id| book.dues(id, Month::of(day)).approved.is_none()) {
            let member = branch.members.get(id);
            let pays = |month: &Month| member.is_some_and(|member| branch.pays_dues(member, *month, day));
            without.entry(year.each_month().find(pays).unwrap_or(Month::of(day))).or_default().push(id);
        }
        for (first, ids) in without.into_iter().filter(|(first, _)| first.last() <= window.last) {
            let command = format!("zhibu dues set {} AMOUNT --from {first}", ids[0]);
            let names = ids.iter().map(|id| named(id)).collect();
            let id = format!("approve-dues {first}");
            owed.push(make(
                id,
                first.last(),
                words::approve_dues(branch.rules.word_dues(), day.year()),
                names,
                command,
            ));
        }
    }
    owed
}
