//! The plan: what was planned, and what came of it.

use super::meetings::{campaign, links};
use super::table::{Cell, ColumnKind, Table};
use crate::branch::Branch;
use crate::reckon::{PlanState, Planned, planned};
use crate::record::{CampaignId, Day, Period, PlanItem};
use crate::words::{self, Text};

/// Which items of a plan are told: those that end in some days, and of these perhaps only some.
#[derive(Clone, Copy, Debug)]
pub struct PlanOnly<'a> {
    /// The days.
    pub period: Period,
    /// Those for a campaign.
    pub campaign: Option<&'a CampaignId>,
    /// Those that are not done.
    pub open: bool,
}

impl PlanOnly<'_> {
    fn tells(&self, item: &PlanItem) -> bool {
        let of_campaign = |only: &CampaignId| item.campaign.as_ref().is_some_and(|at| at.value == *only);
        self.period.contains(item.until.value) && self.campaign.is_none_or(of_campaign)
    }
}

/// What was planned for a period with all that is written of it, and what had done it by the end of a day.
pub fn plan(branch: &Branch, only: &PlanOnly<'_>, day: Day) -> Table {
    use ColumnKind::{Day as Date, Id, Integer, List, Place, Text as Words};
    let columns = [
        ("id", Id),
        ("from", Date),
        ("until", Date),
        ("what", Words),
        ("kind", Words),
        ("kind_name", Words),
        ("group", Words),
        ("group_name", Words),
        ("owner", Words),
        ("owner_name", Words),
        ("campaign", Words),
        ("links", List),
        ("plan_state", Words),
        ("done_on", Date),
        ("late_days", Integer),
        ("record", Place),
        ("note", Words),
    ];
    let told = told(branch, only, day);
    let rows = told.iter().map(|planned| {
        let item = planned.item;
        vec![
            Text::same(item.id.as_str()).into(),
            item.days().first.into(),
            item.until.value.into(),
            Text::same(item.what.as_str()).into(),
            item.kind.as_ref().map(|kind| Text::same(kind.as_str())).into(),
            item.kind.as_ref().map(|kind| branch.kind_name(kind)).into(),
            item.group.as_ref().map(|group| Text::same(group.as_str())).into(),
            item.group.as_ref().map(|group| branch.group_name_on(group, item.until.value)).into(),
            item.owner.as_ref().map(|owner| Text::same(owner.as_str())).into(),
            item.owner.as_ref().map(|owner| branch.member_name_on(owner, item.until.value)).into(),
            campaign(branch, item.campaign.as_ref()),
            links(branch, &item.links),
            state(planned, day),
            planned.done.as_ref().map(|done| done.day).into(),
            late(planned, day),
            planned.done.as_ref().map(|done| done.record.at()).into(),
            item.note.as_deref().map(Text::same).into(),
        ]
    });
    Table::new("plan", &columns, rows.collect()).note(summed_up(&told, day))
}

/// What was planned for a period and what did it, as a person skims it.
pub fn plan_brief(branch: &Branch, only: &PlanOnly<'_>, day: Day) -> Table {
    skimmed(branch, only, day, false)
}

/// The items of a plan, struck ones too.
pub fn plan_list(branch: &Branch, only: &PlanOnly<'_>, day: Day) -> Table {
    skimmed(branch, only, day, true)
}

/// A line an item: of the list itself, with the struck ones, or with the record that did it.
fn skimmed(branch: &Branch, only: &PlanOnly<'_>, day: Day, listed: bool) -> Table {
    use ColumnKind::{Day as Date, Id, Integer, Place, Text as Words};
    let columns = [
        ("until", Date),
        ("plan_state", Words),
        ("done_on", Date),
        ("late_days", Integer),
        ("what", Words),
        ("kind", ColumnKind::Key),
        ("kind_name", Words),
        ("group", ColumnKind::Key),
        ("group_name", Words),
        ("owner", ColumnKind::Key),
        ("owner_name", Words),
        ("campaign", Words),
        ("note", Words),
        ("struck", Words),
        ("id", Id),
        ("record", Place),
    ];
    let told = told(branch, only, day);
    let row = |item: &PlanItem, planned: Option<&Planned<'_>>| {
        vec![
            item.until.value.into(),
            planned.map_or(Cell::Empty, |planned| state(planned, day)),
            planned.and_then(|planned| planned.done.as_ref()).map(|done| done.day).into(),
            planned.map_or(Cell::Empty, |planned| late(planned, day)),
            Text::same(item.what.as_str()).into(),
            item.kind.as_ref().map(|kind| Text::same(kind.as_str())).into(),
            item.kind.as_ref().map(|kind| branch.kind_name(kind)).into(),
            item.group.as_ref().map(|group| Text::same(group.as_str())).into(),
            item.group.as_ref().map(|group| branch.group_name_on(group, item.until.value)).into(),
            item.owner.as_ref().map(|owner| Text::same(owner.as_str())).into(),
            item.owner.as_ref().map(|owner| branch.name_on(owner, item.until.value)).into(),
            campaign(branch, item.campaign.as_ref()),
            item.note.as_deref().map(Text::same).into(),
            item.struck.as_ref().map(|why| Text::same(why.as_str())).into(),
            Text::same(item.id.as_str()).into(),
            planned.and_then(|planned| planned.done.as_ref()).filter(|_| !listed).map(|done| done.record.at()).into(),
        ]
    };
    let counting = told.iter().map(|planned| (planned.item, Some(planned)));
    let others = branch.plan_items().map(|(_, item)| (item, None));
    let others = others.filter(|(item, _)| listed && item.struck.is_some() && !only.open && only.tells(item));
    let mut all: Vec<_> = counting.chain(others).collect();
    all.sort_by_key(|(item, _)| (item.until.value, item.id.as_str()));
    let rows = all.into_iter().map(|(item, planned)| row(item, planned)).collect();
    let table = Table::new("plan", &columns, rows);
    if only.open { table } else { table.note(summed_up(&told, day)) }
}

/// The items that are told.
fn told<'a>(branch: &'a Branch, only: &PlanOnly<'_>, day: Day) -> Vec<Planned<'a>> {
    let open = |planned: &Planned<'_>| !only.open || planned.done.is_none();
    planned(branch, day).into_iter().filter(|planned| only.tells(planned.item) && open(planned)).collect()
}

/// How many are done, late and open.
fn summed_up(told: &[Planned<'_>], day: Day) -> Text {
    let of = |state| told.iter().filter(|planned| planned.state(day) == state).count();
    let (late, overdue) = (of(PlanState::Late), of(PlanState::Overdue));
    words::about_plan(told.len(), of(PlanState::Done) + late, late, of(PlanState::Open) + overdue, overdue)
}

/// The state of an item on a day.
fn state(planned: &Planned<'_>, day: Day) -> Cell {
    let id = planned.state(day).id();
    Cell::code(id, words::plan_state(id))
}

/// By how many days it was done late, or is late.
fn late(planned: &Planned<'_>, day: Day) -> Cell {
    Some(planned.late(day)).filter(|days| *days > 0).map_or(Cell::Empty, Cell::Int)
}
