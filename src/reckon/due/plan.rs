//! What is planned and not done.

use super::item::Due;
use crate::branch::{Branch, Query};
use crate::reckon::{planned, planned_query};
use crate::record::{Day, Period, PlanItem};
use crate::rulebook::Firm;
use crate::words;

pub(super) fn query(window: Period) -> Query {
    planned_query(Period::day(window.last), window.first)
}

pub(super) fn due(branch: &Branch, window: Period) -> Vec<Due<'_>> {
    let open = planned(branch, window.first).into_iter().filter(|planned| planned.done.is_none());
    let open = open.filter(|planned| planned.item.until.value <= window.last).map(|planned| {
        let item = planned.item;
        let owner = item.owner.as_ref().map(|owner| (owner.to_string(), branch.name(owner)));
        let group = || item.group.as_ref().map(|group| (group.to_string(), branch.group_name(group)));
        Due {
            id: format!("plan {}", item.id.value),
            until: item.until.value,
            what: words::due_planned(words::shown(&item.what)),
            who: owner.or_else(group).into_iter().collect(),
            // A plan is the branch's own: whether to keep to it is for the branch to judge.
            firm: Firm::AsARule,
            rule: None,
            source: None,
            command: command(branch, item, window.first),
            recurs: true,
        }
    });
    open.collect()
}

/// The command that does an item on a day: logs the meeting with all that the plan says of it, or says that it is done.
fn command(branch: &Branch, item: &PlanItem, day: Day) -> String {
    let Some(kind) = &item.kind else {
        return format!("zhibu plan done {}", item.id.value);
    };
    let mut command = format!("zhibu meeting log {}", kind.value);
    if let Some(group) = &item.group {
        command += &format!(" -g {}", group.value);
    }
    for link in &item.links {
        command += &format!(" --link {}", link.value);
    }
    let campaign = item.campaign.as_ref().map(|campaign| &campaign.value);
    let holds = |id: &&_| branch.rules.campaign(id).is_some_and(|campaign| campaign.holds(day));
    if let Some(campaign) = campaign.filter(holds) {
        command += &format!(" --campaign {campaign}");
    }
    command
}
