//! Points: what they come to, and why.

use std::collections::BTreeMap;

use super::meetings::{campaign, links};
use super::table::{Cell, ColumnKind, Table};
use crate::branch::Branch;
use crate::reckon::{Bands, Line, Origin, listed, reckon, ungraded};
use crate::record::{CampaignId, Day, Entry, MemberId, Period, Score};
use crate::rulebook::Item;
use crate::words::{self, Text};

/// What everybody's points come to in a period, and in its year up to its end, as of a day.
pub fn points(branch: &Branch, period: Period, on: Day) -> Table {
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
        ("lacks", Words),
    ];
    let year = Period { first: Period::year_of(period.last).first, last: period.last };
    let bands = Bands::of(branch, period);
    // While a period runs, people are what they are on the day that is asked for.
    let so_far = Period { last: period.last.min(on), ..period };
    let open = ungraded(branch, period, on);
    let accounts = reckon(branch, period, on);
    let settles_on = accounts.iter().filter_map(|account| account.settles_on(period)).max();
    let rows = accounts.into_iter().filter_map(|account| {
        let member = branch.members.get(account.member)?;
        let day = branch.last_there(member, so_far)?;
        let sums = Sums::of(account.within(period));
        let is_open = open.iter().any(|(_, people)| people.contains(&account.member));
        Some(vec![
            Text::same(account.member.as_str()).into(),
            branch.member_name_on(account.member, day).into(),
            member.group_on(day).map(|id| Cell::code(id, branch.group_name_on(id, day))).into(),
            member.standing_on(day).map(|id| Cell::code(id, branch.standing_name(id))).into(),
            branch.class_on(member, day).map(|class| Cell::code(&class.id.value, class.name())).into(),
            sums.base.into(),
            sums.carried.into(),
            sums.earned.into(),
            sums.deducted.into(),
            sums.cut.into(),
            account.total(period).into(),
            account.total(year).into(),
            bands.band(&account).filter(|_| !is_open).map(|band| Cell::code(&band.id.value, band.name())).into(),
            is_open.then(|| Cell::code("appraisal", words::appraisal())).into(),
        ])
    });
    let spare = &["class", "standing", "base", "carried", "cut", "group", "deducted", "earned"];
    let table = Table::new("points", &columns, rows.collect()).spare(spare);
    let table = settles_on.map_or(table.clone(), |day| table.note(words::settles_on(day)));
    open.iter().fold(table, |table, (year, people)| {
        let names = Text::list(people.iter().map(|id| branch.name_on(id, on)));
        table.note(words::grades_missing(*year, names))
    })
}

/// What the records of a campaign brought in a period, to everybody to whom they brought anything. All records decide
/// what is cut of it; no base is any campaign's.
pub fn points_of_campaign(branch: &Branch, period: Period, campaign: &CampaignId) -> Table {
    use ColumnKind::{Points, Text as Words};
    let columns = [
        ("member", ColumnKind::Id),
        ("name", Words),
        ("group", Words),
        ("standing", Words),
        ("class", Words),
        ("earned", Points),
        ("deducted", Points),
        ("cut", Points),
        ("total", Points),
    ];
    let rows = reckon(branch, period, period.last).into_iter().filter_map(|account| {
        let lines = || account.within(period).filter(|line| line.origin.campaign() == Some(campaign));
        lines().next()?;
        let member = branch.members.get(account.member)?;
        let day = branch.last_there(member, period)?;
        let sums = Sums::of(lines());
        Some(vec![
            Text::same(account.member.as_str()).into(),
            branch.member_name_on(account.member, day).into(),
            member.group_on(day).map(|id| Cell::code(id, branch.group_name_on(id, day))).into(),
            member.standing_on(day).map(|id| Cell::code(id, branch.standing_name(id))).into(),
            branch.class_on(member, day).map(|class| Cell::code(&class.id.value, class.name())).into(),
            sums.earned.into(),
            sums.deducted.into(),
            sums.cut.into(),
            lines().map(|line| line.counted).sum::<Score>().into(),
        ])
    });
    Table::new("points", &columns, rows.collect())
}

/// The parts of a total: base, carried, earned and deducted before any cut, and what was cut; their sum is the total.
struct Sums {
    base: Score,
    carried: Option<Score>,
    earned: Score,
    deducted: Score,
    cut: Score,
}

impl Sums {
    fn of<'a>(lines: impl Iterator<Item = &'a Line<'a>>) -> Self {
        let nothing = Score::ZERO;
        let mut sums = Self { base: nothing, carried: None, earned: nothing, deducted: nothing, cut: nothing };
        for line in lines {
            match line.origin {
                Origin::Base => sums.base += line.raw,
                Origin::Carried(..) => sums.carried = Some(sums.carried.unwrap_or_default() + line.raw),
                Origin::Veto(..) => sums.cut += line.raw,
                _ if line.raw.is_negative() => sums.deducted += line.raw,
                _ => sums.earned += line.raw,
            }
            sums.cut += line.counted - line.raw;
        }
        sums
    }
}

/// In what order people are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// In that of the roll.
    Roll,
    /// The most points first.
    Rank,
}

/// The list of a scored period for the board.
pub fn posted(branch: &Branch, period: Period, order: Order) -> Table {
    use ColumnKind::{Points, Text as Words};
    let columns = [
        ("member", ColumnKind::Key),
        ("name", Words),
        ("group", Words),
        ("base", Points),
        ("earned", Points),
        ("deducted", Points),
        ("cut", Points),
        ("total", Points),
        ("band", Words),
    ];
    let (accounts, bands) = (reckon(branch, period, period.last), Bands::of(branch, period));
    let mut accounts: Vec<_> = listed(branch, &accounts, period).collect();
    if order == Order::Rank {
        accounts.sort_by_key(|account| std::cmp::Reverse(account.total(period)));
    }
    let rows = accounts.into_iter().map(|account| {
        let member = branch.members.get(account.member);
        let group = member.and_then(|member| member.group_on(branch.last_there(member, period)?));
        let sums = Sums::of(account.within(period));
        vec![
            Text::same(account.member.as_str()).into(),
            branch.name_on(account.member, period.last).into(),
            group.map(|id| Cell::code(id, branch.group_name_on(id, period.last))).into(),
            (sums.base + sums.carried.unwrap_or_default()).into(),
            sums.earned.into(),
            sums.deducted.into(),
            sums.cut.into(),
            account.total(period).into(),
            bands.band(account).map(|band| Cell::code(&band.id.value, band.name())).into(),
        ]
    });
    Table::new("posted", &columns, rows.collect())
}

/// The objections to the lists of a period, those that nobody has answered first.
pub fn objections(branch: &Branch, period: Period) -> Table {
    use ColumnKind::{Day as Date, Text as Words};
    let columns = [
        ("period", Words),
        ("date", Date),
        ("member", ColumnKind::Key),
        ("name", Words),
        ("why", Words),
        ("until", Date),
        ("answered", Date),
        ("answer", Words),
        ("id", ColumnKind::Id),
    ];
    let mut objections: Vec<_> = branch
        .objections()
        .map(|(_, _, objection)| objection)
        .filter(|objection| period.meets(objection.period.value))
        .collect();
    objections.sort_by_key(|one| (!one.is_open(), one.period.value, one.date.value, one.id.as_str()));
    let postings = branch.postings_by_period();
    let mut answers: BTreeMap<&str, &str> = BTreeMap::new();
    for (_, entry) in branch.entries().filter(|(_, entry)| entry.struck.is_none()) {
        if let Some(objection) = &entry.answers {
            answers.entry(objection.as_str()).or_insert(entry.id.as_str());
        }
    }
    let rows = objections.into_iter().map(|objection| {
        let posting = postings.get(&objection.period.value);
        let corrected = answers.get(objection.id.as_str()).map(words::corrected_by);
        let struck = objection.answered.as_ref().and(objection.about.as_ref());
        let struck = struck.map(|about| words::struck_line(about.as_str()));
        let declined = objection.declined.as_ref().map(|why| words::declined(words::shown(why)));
        vec![
            Text::same(objection.period.value.to_string()).into(),
            objection.date.value.into(),
            Text::same(objection.member.as_str()).into(),
            branch.name_on(&objection.member, objection.date.value).into(),
            Text::same(objection.why.as_str()).into(),
            posting.map(|posting| posting.until.value).into(),
            objection.answered.as_ref().map(|day| day.value).into(),
            declined.or(corrected).or(struck).into(),
            Text::same(objection.id.as_str()).into(),
        ]
    });
    Table::new("objections", &columns, rows.collect())
}

/// Every line of everybody's points in a period, as of a day.
pub fn points_detail(branch: &Branch, period: Period, on: Day) -> Table {
    use ColumnKind::{Day as Date, Integer, List, Points, Text as Words};
    let columns = [
        ("date", Date),
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
    let accounts = reckon(branch, period, on);
    let rows = accounts.iter().flat_map(|account| {
        account.naming(period).into_iter().map(move |line| {
            vec![
                line.date.into(),
                Text::same(account.member.as_str()).into(),
                branch.member_name_on(account.member, line.date).into(),
                item_id(line).into(),
                what(line).into(),
                category(branch, line),
                line.raw.into(),
                line.counted.into(),
                links(branch, line.origin.links()),
                line.origin.note().map(Text::same).into(),
                Text::same(line.record.source().path.as_str()).into(),
                line.record.line().into(),
                line.rule.at().into(),
            ]
        })
    });
    let rows = rows.collect();
    Table::new("points_detail", &columns, rows)
}

/// The id of the item of a line; a word of the program's for what is no item.
pub(super) fn item_id(line: &Line<'_>) -> Text {
    match line.origin {
        Origin::Base => Text::same("base"),
        Origin::Carried(..) => Text::same("carried"),
        Origin::Appraisal(..) => Text::same("appraisal"),
        Origin::Veto(..) => Text::same("veto"),
        Origin::Settled(..) => Text::same("settlement"),
        Origin::Rounded(..) => Text::same("rounding"),
        _ => Text::same(line.origin.item().map_or("base", |item| item.id.as_str())),
    }
}

/// What a line is for, by the name of its item.
pub(super) fn what(line: &Line<'_>) -> Text {
    match line.origin {
        Origin::Base => words::base(),
        Origin::Carried(..) => words::carried(),
        Origin::Appraisal(..) => words::appraisal(),
        Origin::Veto(item, _) => words::veto(item.name()),
        Origin::Settled(..) => words::settlement(),
        Origin::Rounded(..) => words::rounding(),
        _ => line.origin.item().map_or_else(words::base, Item::name),
    }
}

/// What became of a line that the person declared; none of one that somebody else recorded.
fn confirmed(branch: &Branch, entry: &Entry) -> Option<Text> {
    let by = entry.confirmed_by.as_ref().map(|by| branch.name(by));
    match &entry.confirmed {
        Some(day) => Some(words::confirmed_on(day.value, by.unwrap_or_default())),
        None => entry.is_waiting().then(words::waiting),
    }
}

/// The category of a line.
fn category(branch: &Branch, line: &Line<'_>) -> Cell {
    let Some(id) = line.origin.category() else { return Cell::Empty };
    let category = branch.rules.category_on(id, line.date);
    let name = category.map_or_else(|| Text::same(id), |category| category.name());
    Cell::code(id, name)
}

/// The awards and deductions by hand of a period, struck ones too.
pub fn entries(branch: &Branch, period: Period, member: Option<&MemberId>) -> Table {
    use ColumnKind::{Day as Date, List, Points, Text as Words};
    let columns = [
        ("date", Date),
        ("member", ColumnKind::Key),
        ("name", Words),
        ("item", ColumnKind::Key),
        ("item_name", Words),
        ("points", Points),
        ("links", List),
        ("campaign", Words),
        ("note", Words),
        ("by", Words),
        ("confirmed", Words),
        ("struck", Words),
        ("id", ColumnKind::Id),
    ];
    let mut entries: Vec<_> = branch
        .entries()
        .map(|(_, entry)| entry)
        .filter(|entry| period.contains(entry.date.value) && member.is_none_or(|member| entry.member.value == *member))
        .collect();
    entries.sort_by_key(|entry| (entry.date.value, entry.id.as_str()));
    let items = branch.rules.item_book();
    let rows = entries.into_iter().map(|entry| {
        let item = items.on(&entry.item, entry.date.value);
        let points = item.map_or_else(|| entry.points.as_ref().map(|points| points.value), |item| item.worth_of(entry));
        vec![
            entry.date.value.into(),
            Text::same(entry.member.as_str()).into(),
            branch.name_on(&entry.member, entry.date.value).into(),
            Text::same(entry.item.as_str()).into(),
            item.map_or_else(|| Text::same(entry.item.as_str()), Item::name).into(),
            points.into(),
            links(branch, &entry.links),
            campaign(branch, entry.campaign.as_deref()),
            entry.note.as_deref().map(Text::same).into(),
            entry.by.as_ref().map(|by| Cell::code(&by.value, branch.name_on(by, entry.date.value))).into(),
            confirmed(branch, entry).into(),
            entry.struck.as_ref().map(|why| Text::same(why.as_str())).into(),
            Text::same(entry.id.as_str()).into(),
        ]
    });
    Table::new("entries", &columns, rows.collect())
}
