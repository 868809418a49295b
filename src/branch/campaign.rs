//! The records of one campaign.

use super::Branch;
use crate::record::{At, CampaignId};
use crate::rulebook::Campaign;
use crate::words::Text;

impl Branch {
    /// The name of a campaign; its id where the rules do not know it.
    pub fn campaign_name(&self, id: &CampaignId) -> Text {
        self.rules.campaign(id).map_or_else(|| Text::same(id.as_str()), Campaign::name)
    }

    /// Keeps those meetings, awards, hours of study and problems only that were for a campaign. Points cannot be reckoned
    /// any more: what the other records earned decides what is cut.
    pub fn keep_campaign(&mut self, id: &CampaignId) {
        let is_of = |named: Option<&At<CampaignId>>| named.is_some_and(|at| at.value == *id);
        self.meetings.retain(|meeting| is_of(meeting.campaign.as_deref()));
        self.issues.retain(|issue| is_of(issue.campaign.as_ref()));
        for ledger in &mut self.ledgers {
            ledger.record.entries.retain(|entry| is_of(entry.campaign.as_deref()));
        }
        self.attended.retain(|(_, study)| is_of(study.campaign.as_ref()));
        for ledger in &mut self.study {
            ledger.record.entries.retain(|study| is_of(study.campaign.as_ref()));
        }
    }
}
