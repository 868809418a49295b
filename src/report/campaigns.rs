//! What became of each campaign.

use std::collections::BTreeMap;

use super::table::{Cell, ColumnKind, Table};
use crate::branch::{Branch, Query};
use crate::reckon::{Tally, planned, planned_query, reckon, seats};
use crate::record::{At, CampaignId, Day, Period, Score};
use crate::rulebook::Campaign;
use crate::words::Text;

/// What the records of a campaign come to.
#[derive(Default)]
struct Sums {
    meetings: usize,
    tally: Tally,
    entries: usize,
    points: Score,
    hours: Score,
    issues: usize,
    issues_open: usize,
    planned: usize,
    planned_done: usize,
}

/// What [`campaigns`] needs.
pub fn campaigns_query(period: Period, day: Day) -> Query {
    Query::roll().scored(period).study(period).issues(period).and(planned_query(period, day))
}

/// The campaigns that had a day in a period, and what the records of that period come to, as they stand at the end of a
/// day; points as they count, so what the limits cut is not in them.
pub fn campaigns(branch: &Branch, period: Period, day: Day) -> Table {
    use ColumnKind::{Day as Date, Id, Integer, Percent, Points, Text as Words};
    let columns = [
        ("campaign", Id),
        ("campaign_name", Words),
        ("from", Date),
        ("until", Date),
        ("meetings", Integer),
        ("rate", Percent),
        ("entries", Integer),
        ("points", Points),
        ("hours", Points),
        ("issues_found", Integer),
        ("issues_open", Integer),
        ("planned", Integer),
        ("planned_done", Integer),
        ("planned_open", Integer),
    ];
    let mut all = sums(branch, period, day);
    let had_days = |campaign: &&Campaign| campaign.days(period.last).meets(period);
    let rows = branch.rules.campaigns().filter(had_days).map(|campaign| {
        let sums = all.remove(&campaign.id.value).unwrap_or_default();
        vec![
            Text::same(campaign.id.as_str()).into(),
            campaign.name().into(),
            campaign.from.value.into(),
            campaign.until.as_ref().map(|until| until.value).into(),
            sums.meetings.into(),
            sums.tally.rate().map_or(Cell::Empty, Cell::Percent),
            sums.entries.into(),
            sums.points.into(),
            sums.hours.into(),
            sums.issues.into(),
            sums.issues_open.into(),
            sums.planned.into(),
            sums.planned_done.into(),
            (sums.planned - sums.planned_done).into(),
        ]
    });
    Table::new("campaigns", &columns, rows.collect())
}

/// What the records of a period come to, by campaign.
fn sums(branch: &Branch, period: Period, day: Day) -> BTreeMap<&CampaignId, Sums> {
    let mut all: BTreeMap<&CampaignId, Sums> = BTreeMap::new();
    for meeting in branch.activities(period) {
        let Some(sums) = of(&mut all, meeting.campaign.as_deref()) else { continue };
        sums.meetings += 1;
        seats(branch, meeting).iter().for_each(|seat| sums.tally.add(seat));
    }
    for (_, entry) in branch.entries().filter(|(_, entry)| period.contains(entry.date.value)) {
        if let Some(sums) = of(&mut all, entry.campaign.as_deref()).filter(|_| entry.counts()) {
            sums.entries += 1;
        }
    }
    for account in reckon(branch, period, period.last) {
        for line in account.within(period) {
            if let Some(campaign) = line.origin.campaign() {
                all.entry(campaign).or_default().points += line.counted;
            }
        }
    }
    for (_, study) in branch.studied().filter(|(_, study)| period.contains(study.date.value)) {
        if let Some(sums) = of(&mut all, study.campaign.as_ref()).filter(|_| study.struck.is_none()) {
            sums.hours += study.hours.score();
        }
    }
    for issue in branch.issues.iter().filter(|issue| period.contains(issue.found.value)) {
        if let Some(sums) = of(&mut all, issue.campaign.as_ref()).filter(|_| issue.struck.is_none()) {
            sums.issues += 1;
            sums.issues_open += usize::from(issue.is_open(day));
        }
    }
    for planned in planned(branch, day).into_iter().filter(|planned| period.contains(planned.item.until.value)) {
        if let Some(sums) = of(&mut all, planned.item.campaign.as_ref()) {
            sums.planned += 1;
            sums.planned_done += usize::from(planned.done.is_some());
        }
    }
    all
}

/// The sums of the campaign a record is for, where it is for one.
fn of<'s, 'a>(
    all: &'s mut BTreeMap<&'a CampaignId, Sums>,
    campaign: Option<&'a At<CampaignId>>,
) -> Option<&'s mut Sums> {
    campaign.map(|at| all.entry(&at.value).or_default())
}
