//! The campaign a record is for, as a call names it.

use crate::branch::Branch;
use crate::error::{Failure, Result};
use crate::record::{CampaignId, Day};
use crate::rulebook::Campaign;
use crate::words;

/// The campaign somebody means.
///
/// # Errors
/// None or several of that name.
pub(in crate::cmd) fn find<'a>(branch: &'a Branch, typed: &str) -> Result<&'a Campaign> {
    match branch.rules.campaigns().next() {
        Some(_) => Ok(branch.find_campaign(typed)?),
        None => Err(Failure::usage(words::no_campaigns()).cure(words::cure_no_campaigns()).into()),
    }
}

/// The campaign that a record of a day is for; none where the call names none.
///
/// # Errors
/// None or several of that name, or one that has no such day.
pub(in crate::cmd) fn on(branch: &Branch, typed: Option<&str>, day: Day) -> Result<Option<CampaignId>> {
    let Some(campaign) = typed.map(|typed| find(branch, typed)).transpose()? else { return Ok(None) };
    holds(campaign, day)?;
    Ok(Some(campaign.id.value.clone()))
}

/// Refuses a day that is none of a campaign's.
pub(in crate::cmd) fn holds(campaign: &Campaign, day: Day) -> Result<()> {
    match campaign.holds(day) {
        true => Ok(()),
        false => Err(Failure::refused(campaign.outside(day)).cure(words::cure_outside_campaign()).into()),
    }
}
