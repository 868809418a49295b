//! What cannot be in `rules/branch.toml`.

use super::super::{BranchRules, Filing, MeetingRules};
use super::declared::{declared_kinds, declared_posts};
use super::found::dates_of;
use super::found::{Dates, Faults};
use crate::error::Fault;
use crate::record::{LEFT, Source};
use crate::words;

pub(super) fn faults(source: &Source, rules: &BranchRules, meetings: Option<&(Source, MeetingRules)>) -> Vec<Fault> {
    let mut faults = Faults::of(source);
    faults.twice(rules.standings.iter().map(|standing| (standing.id.as_str(), &standing.id.span)));
    faults.twice(rules.posts.iter().map(|post| (post.id.as_str(), &post.id.span)));
    faults.twice(rules.classes.iter().map(|class| (class.id.as_str(), &class.id.span)));
    faults.twice(rules.links.iter().map(|link| (link.id.as_str(), &link.id.span)));
    faults.twice(rules.campaigns.iter().map(|campaign| (campaign.id.as_str(), &campaign.id.span)));
    for campaign in &rules.campaigns {
        let until = campaign.until.as_ref().map(|until| (until.value, &until.span));
        faults.dates(&Dates { heading: &campaign.span, from: campaign.from.value, until });
    }
    filings(&mut faults, &rules.filings);
    for standing in rules.standings.iter().filter(|standing| standing.id.as_str() == LEFT) {
        let fact = words::standing_reserved(LEFT);
        faults.add("rule-reserved", &standing.id.span, fact, words::cure_standing_reserved());
    }
    let posts = declared_posts(source, rules);
    for post in rules.classes.iter().flat_map(|class| &class.posts) {
        faults.unknown(post.as_str(), &post.span, &posts);
    }
    if let Some(kinds) = meetings.map(|(source, meetings)| declared_kinds(source, meetings)) {
        for kind in rules.classes.iter().flat_map(|class| &class.excused) {
            faults.unknown(kind.as_str(), &kind.span, &kinds);
        }
    }
    let mut defaults = rules.classes.iter().filter(|class| class.default == Some(true));
    if let Some(first) = defaults.next() {
        for class in defaults {
            let fact = words::default_twice(&class.id.value, &first.id.value);
            faults.add("rule-twice", &class.id.span, fact, words::cure_default_twice());
        }
    }
    super::sizes::sizes(&mut faults, source, rules);
    faults.found
}

/// One rule of filing holds at a time.
fn filings(faults: &mut Faults<'_>, filings: &[Filing]) {
    for (at, filing) in filings.iter().enumerate() {
        let own = dates_of(&filing.span, &filing.from, filing.until.as_ref());
        faults.dates(&own);
        for other in &filings[..at] {
            let other = dates_of(&other.span, &other.from, other.until.as_ref());
            if let Some(day) = own.common(&other) {
                let fact = words::filings_overlap(day, faults.source.line(other.heading.start));
                faults.add("rule-dates", &filing.from.span, fact, faults.cure_overlap(&own, &other));
            }
        }
    }
}
