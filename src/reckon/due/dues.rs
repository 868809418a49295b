//! Dues that are to be collected, approved or paid late.

use super::Due;
use crate::branch::Branch;
use crate::reckon::{DuesBook, Spot, arrears};
use crate::record::{Day, MemberId, Month, Period};
use crate::rulebook::Firm;
use crate::words::{self, Text};

pub(super) fn due(branch: &Branch, window: Period) -> Vec<Due<'_>> {
    let Some((source, rules)) = &branch.rules.dues else { return vec![] };
    let day = window.first;
    let make = |until: Day, what: Text, who: Vec<(String, Text)>, command: String| Due {
        until,
        what,
        who,
        firm: Firm::Must,
        rule: Some(Spot::new(source, rules.due_day.as_ref().map(|day| &day.span))),
        source: rules.source.as_deref(),
        command,
    };
    let named = |id: &MemberId| (id.to_string(), branch.name(id));
    let book = DuesBook::of(branch);
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
            owed.push(make(until, words::collect_dues(month), who, command));
        }
    }
    for arrears in arrears(branch, day) {
        let (Some(first), name) = (arrears.months.first(), branch.name(arrears.member)) else { continue };
        let months: Vec<_> = arrears.months.iter().map(Month::to_string).collect();
        let command = format!("zhibu dues pay {} {}", arrears.member, months.join(" "));
        let listed = Text::list(months.iter().map(Text::same));
        let what = match arrears.step {
            Some(step) => words::pay_arrears_step(&name, &listed, arrears.owed, step.name()),
            None => words::pay_arrears(&name, &listed, arrears.owed),
        };
        let mut due = make(branch.dues_due(*first), what, vec![named(arrears.member)], command);
        if let Some(step) = arrears.step {
            due.rule = Some(Spot::new(source, Some(&step.span)));
            due.source = step.source.as_deref().or(due.source);
        }
        owed.push(due);
    }
    // Who fixes the amounts for the year does so in its first month.
    let first =
        Month::of(branch.since().map_or(Period::year_of(day).first, |since| since.max(Period::year_of(day).first)));
    if rules.fixed_for_year == Some(true) && first.last() <= window.last {
        let without: Vec<_> =
            paying(Month::of(day)).filter(|id| book.dues(id, Month::of(day)).approved.is_none()).collect();
        if let Some(one) = without.first() {
            let command = format!("zhibu dues set {one} AMOUNT --from {}", Month::of(day));
            let names = without.iter().map(|id| named(id)).collect();
            owed.push(make(first.last(), words::approve_dues(day.year()), names, command));
        }
    }
    owed
}
