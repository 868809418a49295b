//! Dues: what was to be paid and what was, month by month.

use super::table::{Cell, ColumnKind, Table};
use crate::branch::Branch;
use crate::reckon::{Dues, DuesBook, arrears};
use crate::record::{Day, MemberId, Month, Period, Yuan};
use crate::words::{self, Text};

/// The dues of every member for every month of a period, as they are on a day.
pub fn dues(branch: &Branch, period: Period, day: Day) -> Table {
    use ColumnKind::{Day as Date, Id, List, Money, Text as Words};
    let columns = [
        ("month", Words),
        ("member", Id),
        ("name", Words),
        ("group", Words),
        ("due_amount", Money),
        ("paid_amount", Money),
        ("owed_amount", Money),
        ("dues_state", Words),
        ("paid", Date),
        ("by", Words),
        ("note", Words),
        ("entry", List),
    ];
    let (book, mut rows) = (DuesBook::until(branch, day), Vec::new());
    for month in period.each_month() {
        for (id, member) in &branch.members {
            let dues = book.dues(id, month);
            if dues.payments.is_empty() && !branch.pays_dues(member, month, day) {
                continue;
            }
            let last = branch.last_there(member, month.period()).unwrap_or(month.last());
            let by = dues.payments.iter().filter_map(|payment| payment.by.as_ref());
            let notes = dues.payments.iter().filter_map(|payment| payment.note.as_deref());
            rows.push(vec![
                Text::same(month.to_string()).into(),
                Text::same(id.as_str()).into(),
                branch.member_name_on(id, last).into(),
                member.group_on(last).map(|id| Cell::code(id, branch.group_name_on(id, last))).into(),
                dues.amount().into(),
                (!dues.payments.is_empty()).then(|| dues.paid()).into(),
                dues.amount().map(|_| dues.owed()).into(),
                state(branch, &dues, month, day),
                dues.last_paid().into(),
                Cell::codes(by.map(|by| (&by.value, branch.name_on(by, last)))),
                Cell::list(notes.map(Text::same)),
                Cell::list(dues.payments.iter().map(|payment| Text::same(payment.id.as_str()))),
            ]);
        }
    }
    Table::new("dues", &columns, rows)
}

/// How the dues of a month stand on a day.
fn state(branch: &Branch, dues: &Dues<'_>, month: Month, day: Day) -> Cell {
    let due = branch.dues_due(month);
    let id = match dues.last_paid() {
        _ if dues.amount().is_none() => "no-amount",
        _ if dues.owed() > Yuan::ZERO && branch.is_dues_overdue(dues, month, day) => "owed",
        _ if dues.owed() > Yuan::ZERO => "open",
        Some(paid) if paid > due => "late",
        _ => "paid",
    };
    Cell::code(id, words::dues_state(id))
}

/// The amounts approved and the payments of a period, of one person or of all, struck ones too.
pub fn dues_list(branch: &Branch, period: Period, member: Option<&MemberId>) -> Table {
    use ColumnKind::{Day as Date, Id, Money, Text as Words};
    let columns = [
        ("month", Words),
        ("member", ColumnKind::Key),
        ("name", Words),
        ("what", Words),
        ("amount", Money),
        ("paid", Date),
        ("by", Words),
        ("note", Words),
        ("struck", Words),
        ("id", Id),
    ];
    let within = |month: Month| period.meets(month.period());
    let wanted = |id: &MemberId| member.is_none_or(|member| member == id);
    let mut rows = Vec::new();
    for (_, approved) in branch.amounts().filter(|(_, one)| within(one.from.value) && wanted(&one.member)) {
        let key = (approved.from.value, 0, None, approved.id.as_str());
        let row = vec![
            Text::same(approved.from.value.to_string()).into(),
            Text::same(approved.member.as_str()).into(),
            branch.name_on(&approved.member, approved.from.value.first()).into(),
            Cell::code("approved", words::dues_approved()),
            approved.amount.value.into(),
            Cell::Empty,
            approved
                .by
                .as_ref()
                .map(|by| Cell::code(&by.value, branch.name_on(by, approved.from.value.first())))
                .into(),
            approved.note.as_deref().map(Text::same).into(),
            approved.struck.as_ref().map(|why| Text::same(why.as_str())).into(),
            Text::same(approved.id.as_str()).into(),
        ];
        rows.push((key, row));
    }
    for (_, payment) in branch.payments().filter(|(_, one)| within(one.month.value) && wanted(&one.member)) {
        let key = (payment.month.value, 1, Some(payment.paid.value), payment.id.as_str());
        let row = vec![
            Text::same(payment.month.value.to_string()).into(),
            Text::same(payment.member.as_str()).into(),
            branch.name_on(&payment.member, payment.month.value.last()).into(),
            Cell::code("paid", words::dues_paid()),
            payment.amount.value.into(),
            payment.paid.value.into(),
            payment.by.as_ref().map(|by| Cell::code(&by.value, branch.name_on(by, payment.month.value.last()))).into(),
            payment.note.as_deref().map(Text::same).into(),
            payment.struck.as_ref().map(|why| Text::same(why.as_str())).into(),
            Text::same(payment.id.as_str()).into(),
        ];
        rows.push((key, row));
    }
    rows.sort_by_key(|(key, _)| *key);
    Table::new("dues", &columns, rows.into_iter().map(|(_, row)| row).collect())
}

/// Who is in arrears on a day, and since when.
pub fn dues_arrears(branch: &Branch, day: Day) -> Table {
    use ColumnKind::{Id, Integer, List, Money, Text as Words};
    let columns = [
        ("member", Id),
        ("name", Words),
        ("group", Words),
        ("months_owed", Integer),
        ("in_a_row", Integer),
        ("owed_amount", Money),
        ("step", Words),
        ("months", List),
        ("months_without_amount", List),
    ];
    let rows = arrears(branch, day).into_iter().filter_map(|one| {
        let member = branch.members.get(one.member)?;
        Some(vec![
            Text::same(one.member.as_str()).into(),
            branch.member_name_on(one.member, day).into(),
            member.group_on(day).map(|id| Cell::code(id, branch.group_name_on(id, day))).into(),
            one.months.len().into(),
            one.in_a_row.into(),
            one.owed.into(),
            one.step.map(|step| step.name()).into(),
            Cell::list(one.months.iter().map(|month| Text::same(month.to_string()))),
            Cell::list(one.without_amount.iter().map(|month| Text::same(month.to_string()))),
        ])
    });
    Table::new("arrears", &columns, rows.collect())
}

/// The members who have no approved amount for the month of a day.
pub fn without_dues(branch: &Branch, day: Day) -> Vec<Text> {
    let (book, month) = (DuesBook::of(branch), Month::of(day));
    let people = branch
        .people_on(day)
        .filter(|(id, member)| branch.is_member(member, day) && book.dues(id, month).approved.is_none());
    people.map(|(id, _)| branch.name_on(id, day)).collect()
}
