//! What cannot be of a campaign.

use super::context::Context;
use crate::error::Fault;
use crate::words;

/// Records of a day on which their campaign was not.
pub(super) fn outside_campaign(context: &Context<'_>) -> Vec<Fault> {
    let outside = context.walked.campaigns.iter().filter_map(|(source, at, day)| {
        let campaign = context.branch.rules.campaign(&at.value).filter(|campaign| !campaign.holds(*day))?;
        let fault = Fault::at("outside-campaign", source, &at.span, campaign.outside(*day));
        Some(fault.cure(words::cure_outside_campaign()))
    });
    outside.collect()
}
