//! What cannot be of a campaign.

use super::{Look, issues, plans};
use crate::error::Fault;
use crate::record::{At, CampaignId, Day, Source};
use crate::words;

/// Every record that counts and is for a campaign: its file, the campaign, its day.
pub(super) fn named<'a>(look: &'a Look<'_>) -> impl Iterator<Item = (&'a Source, &'a At<CampaignId>, Day)> {
    let branch = look.branch;
    let meetings = branch.held().filter_map(|one| Some((&one.source, one.campaign.as_deref()?, one.date.value)));
    let entries = branch.entries().filter(|(_, one)| one.struck.is_none());
    let entries = entries.filter_map(|(source, one)| Some((source, one.campaign.as_deref()?, one.date.value)));
    let study = branch.studied().filter(|(_, one)| one.struck.is_none());
    let study = study.filter_map(|(source, one)| Some((source, one.campaign.as_ref()?, one.date.value)));
    let issues = issues::counting(look).filter_map(|one| Some((&one.source, one.campaign.as_ref()?, one.found.value)));
    let planned = plans::counting(look);
    let planned = planned.filter_map(|(source, one)| Some((source, one.campaign.as_ref()?, one.until.value)));
    meetings.chain(entries).chain(study).chain(issues).chain(planned)
}

/// Records of a day on which their campaign was not.
pub(super) fn outside_campaign(look: &Look<'_>) -> Vec<Fault> {
    let outside = named(look).filter_map(|(source, at, day)| {
        let campaign = look.branch.rules.campaign(&at.value).filter(|campaign| !campaign.holds(day))?;
        let fault = Fault::at("outside-campaign", source, &at.span, campaign.outside(day));
        Some(fault.cure(words::cure_outside_campaign()))
    });
    outside.collect()
}
