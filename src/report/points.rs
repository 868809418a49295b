//! Points: what they come to, and why.

use super::lines::Lines;
use super::meetings::links;
use super::table::{Cell, ColumnKind, Table};
use crate::branch::Branch;
use crate::reckon::{Account, Limit, Line, Origin, Window, reckon};
use crate::record::{MemberId, Period, Score};
use crate::rulebook::Item;
use crate::words::{self, Text};

/// What everybody's points come to in a period, and in its year up to its end.
pub fn points(branch: &Branch, period: Period) -> Table {
    use ColumnKind::{Points, Text as Words};
    let columns = [
        ("member", ColumnKind::Id),
        ("name", Words),
        ("group", Words),
        ("standing", Words),
        ("class", Words),
        ("base", Points),
        ("carried", Points),
        ("earned", Points),
        ("deducted", Points),
        ("cut", Points),
        ("total", Points),
        ("year_total", Points),
        ("band", Words),
    ];
    let year = Period { first: Period::year_of(period.last).first, last: period.last };
    let rows = reckon(branch, period).into_iter().filter_map(|account| {
        let member = branch.members.get(account.member)?;
        let day = branch.last_there(member, period)?;
        let sums = Sums::of(&account, period);
        Some(vec![
            Text::same(account.member.as_str()).into(),
            branch.member_name(account.member).into(),
            member.group_on(day).map(|id| Cell::code(id, branch.group_name(id))).into(),
            member.standing_on(day).map(|id| Cell::code(id, branch.standing_name(id))).into(),
            branch.class_on(member, day).map(|class| Cell::code(&class.id.value, class.name())).into(),
            sums.base.into(),
            Cell::Empty,
            sums.earned.into(),
            sums.deducted.into(),
            sums.cut.into(),
            account.total(period).into(),
            account.total(year).into(),
            Cell::Empty,
        ])
    });
    Table::new("points", &columns, rows.collect())
}

/// The parts of a total: base, earned and deducted before any cut, and what was cut; their sum is the total.
struct Sums {
    base: Score,
    earned: Score,
    deducted: Score,
    cut: Score,
}

impl Sums {
    fn of(account: &Account<'_>, period: Period) -> Self {
        let mut sums = Self { base: Score::ZERO, earned: Score::ZERO, deducted: Score::ZERO, cut: Score::ZERO };
        for line in account.within(period) {
            match line.origin {
                Origin::Base => sums.base += line.raw,
                _ if line.raw.is_negative() => sums.deducted += line.raw,
                _ => sums.earned += line.raw,
            }
            sums.cut += line.counted - line.raw;
        }
        sums
    }
}

/// Every line of everybody's points in a period.
pub fn points_detail(branch: &Branch, period: Period) -> Table {
    use ColumnKind::{Day, Integer, List, Points, Text as Words};
    let columns = [
        ("date", Day),
        ("member", ColumnKind::Id),
        ("name", Words),
        ("item", Words),
        ("item_name", Words),
        ("category", Words),
        ("raw", Points),
        ("counted", Points),
        ("links", List),
        ("note", Words),
        ("record", Words),
        ("line", Integer),
        ("rule", Words),
    ];
    let lines = Lines::default();
    let lines = &lines;
    let accounts = reckon(branch, period);
    let rows = accounts.iter().flat_map(|account| {
        account.within(period).map(move |line| {
            vec![
                line.date.into(),
                Text::same(account.member.as_str()).into(),
                branch.member_name(account.member).into(),
                item_id(line).into(),
                what(line).into(),
                category(branch, line),
                line.raw.into(),
                line.counted.into(),
                links(branch, line.origin.links()),
                line.origin.note().map(Text::same).into(),
                Text::same(line.record.source().path.as_str()).into(),
                lines.line(&line.record).into(),
                lines.at(&line.rule).into(),
            ]
        })
    });
    let rows = rows.collect();
    Table::new("points_detail", &columns, rows)
}

/// Why a member's points of a period are what they are: every line, and the total under them.
pub fn explain(branch: &Branch, period: Period, member: &MemberId) -> Table {
    use ColumnKind::{Day, Points, Text as Words};
    let columns = [
        ("date", Day),
        ("item_name", Words),
        ("for", Words),
        ("raw", Points),
        ("counted", Points),
        ("cut_by", Words),
        ("record", ColumnKind::Place),
        ("rule", ColumnKind::Place),
    ];
    let lines = Lines::default();
    let accounts = reckon(branch, period);
    let account = accounts.iter().find(|account| account.member == member);
    let mut rows: Vec<_> = account
        .into_iter()
        .flat_map(|account| account.within(period))
        .map(|line| {
            vec![
                line.date.into(),
                what(line).into(),
                reason(branch, line).into(),
                line.raw.into(),
                line.counted.into(),
                cuts(&lines, line).into(),
                lines.at(&line.record).into(),
                lines.at(&line.rule).into(),
            ]
        })
        .collect();
    let Some(account) = account else {
        return Table::new("explain", &columns, vec![]);
    };
    let raw: Score = account.within(period).map(|line| line.raw).sum();
    rows.push(vec![
        Cell::Empty,
        words::total().into(),
        words::total_of(branch.name(member), period).into(),
        raw.into(),
        account.total(period).into(),
        Cell::Empty,
        Cell::Empty,
        Cell::Empty,
    ]);
    Table::new("explain", &columns, rows)
}

/// The id of the item of a line; `base` for the base.
fn item_id(line: &Line<'_>) -> Text {
    Text::same(line.origin.item().map_or("base", |item| item.id.as_str()))
}

/// What a line is for, by the name of its item.
fn what(line: &Line<'_>) -> Text {
    line.origin.item().map_or_else(words::base, Item::name)
}

/// The category of a line.
fn category(branch: &Branch, line: &Line<'_>) -> Cell {
    let Some(item) = line.origin.item() else { return Cell::Empty };
    let id = item.category.as_str();
    let name = branch.rules.category(id).map_or_else(|| Text::same(id), |category| category.name());
    Cell::code(id, name)
}

/// What happened that a line is for.
fn reason(branch: &Branch, line: &Line<'_>) -> Option<Text> {
    match line.origin {
        Origin::Base => None,
        Origin::Attendance(_, meeting) | Origin::Role(_, meeting, _) => Some(branch.title(meeting)),
        Origin::Entry(_, entry) => entry.note.as_deref().map(Text::same),
    }
}

/// What cut a line.
fn cuts(lines: &Lines, line: &Line<'_>) -> Option<Text> {
    let cuts = line.cuts.iter().map(|cut| {
        let over = match cut.over {
            Window::Month(month) => Text::same(month.to_string()),
            Window::Year(year) => Text::same(year.to_string()),
        };
        let rule = lines.at(&cut.rule);
        match cut.limit {
            Limit::Item => words::cut_by_item(cut.at, over, rule),
            Limit::Ceiling => words::cut_by_ceiling(cut.at, over, rule),
            Limit::Floor => words::cut_by_floor(cut.at, over, rule),
        }
    });
    let cuts: Vec<_> = cuts.collect();
    (!cuts.is_empty()).then(|| Text::list(cuts))
}

/// The awards and deductions by hand of a period, struck ones too.
pub fn entries(branch: &Branch, period: Period, member: Option<&MemberId>) -> Table {
    use ColumnKind::{Day, List, Points, Text as Words};
    let columns = [
        ("date", Day),
        ("name", Words),
        ("item_name", Words),
        ("points", Points),
        ("links", List),
        ("note", Words),
        ("by", Words),
        ("struck", Words),
        ("id", ColumnKind::Id),
    ];
    let mut entries: Vec<_> = branch
        .entries()
        .map(|(_, entry)| entry)
        .filter(|entry| period.contains(entry.date.value) && member.is_none_or(|member| entry.member.value == *member))
        .collect();
    entries.sort_by_key(|entry| (entry.date.value, entry.id.as_str()));
    let rows = entries.into_iter().map(|entry| {
        let item = branch.rules.item_on(&entry.item, entry.date.value);
        let points = entry.points.as_ref().or(item.and_then(|item| item.points.as_ref()));
        vec![
            entry.date.value.into(),
            branch.name(&entry.member).into(),
            item.map_or_else(|| Text::same(entry.item.as_str()), Item::name).into(),
            points.map(|points| points.value).into(),
            links(branch, &entry.links),
            entry.note.as_deref().map(Text::same).into(),
            entry.by.as_ref().map(|by| branch.name(by)).into(),
            entry.struck.as_ref().map(|why| Text::same(why.as_str())).into(),
            Text::same(entry.id.as_str()).into(),
        ]
    });
    Table::new("entries", &columns, rows.collect())
}
