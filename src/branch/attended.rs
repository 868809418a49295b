//! Hours of study that follow from who attended which meeting, where the rules of its kind say so.

use std::collections::BTreeSet;

use super::{Branch, Filed};
use crate::record::{At, EntryId, Meeting, MemberId, Span, Study};
use crate::rulebook::KindStudy;

impl Branch {
    /// Finds them in the meetings and the ledgers that were read. Where somebody's hours of the kind were logged on the day of
    /// the meeting, these say it instead.
    pub fn study_attended(&mut self) {
        let logged = self.study.iter().flat_map(|ledger| &ledger.entries).filter(|study| study.struck.is_none());
        let logged: BTreeSet<_> =
            logged.map(|study| (&study.member.value, study.date.value, study.kind.value.clone())).collect();
        let mut all = Vec::new();
        for meeting in self.held() {
            let day = meeting.date.value;
            let kind = self.rules.kind(&meeting.kind);
            for rule in kind.into_iter().flat_map(|kind| &kind.studies).filter(|rule| rule.holds(day)) {
                let attended: BTreeSet<_> = attended(meeting).map(|at| (&at.value, at.span)).collect();
                let mut last = None;
                for (member, span) in attended {
                    // Who was at two sittings has heard it once.
                    if last.replace(member) != Some(member) && !logged.contains(&(member, day, rule.kind.value.clone()))
                    {
                        all.push((meeting.source.clone(), study(meeting, rule, member, span)));
                    }
                }
            }
        }
        self.attended = all;
    }
}

/// Those who attended a meeting, in time, late, or later where it was made up for.
fn attended(meeting: &Meeting) -> impl Iterator<Item = &At<MemberId>> {
    let made_up = meeting.absent.iter().filter(|absence| absence.made_up.is_some()).map(|absence| &absence.member);
    meeting.came().chain(made_up)
}

/// The hours of somebody who attended a meeting.
fn study(meeting: &Filed<Meeting>, rule: &KindStudy, member: &MemberId, span: Span) -> Study {
    let topics = meeting.topics.join("；");
    Study {
        id: At {
            span,
            ..At::new(EntryId::of(&format!("{}/{member}/{}", meeting.source.path.stem(), rule.kind.value)))
        },
        date: meeting.date.clone(),
        member: At { span, ..At::new(member.clone()) },
        hours: rule.hours,
        kind: At::new(rule.kind.value.clone()),
        title: Some(topics).filter(|topics| !topics.is_empty()),
        campaign: meeting.campaign.as_deref().cloned(),
        reflection: None,
        note: None,
        by: None,
        struck: None,
        span,
    }
}
