//! A site: pages that lead to one another; here those of what a branch did in a period.

mod attendance;
mod bulletins;
mod duties;
mod home;
mod leaf;
mod making;
mod meetings;
mod months;
mod people;
mod points;
mod problems;
mod rhythm;

pub use leaf::{Bar, Bars, Fact, Heat, Leaf, PageLink, Part, field, string_together};

use std::collections::{BTreeMap, BTreeSet};

use super::bulletin::bulletin_query;
use super::grid::{Grid, Linked};
use crate::branch::{Branch, Mask, Query};
use crate::reckon::{Tally, duties_query, reckon, scored_periods, seats};
use crate::record::{Day, MemberId, Month, Period};
use crate::words::{self, Text};
use leaf::Section;
use making::Making;

/// A site.
#[derive(Clone, Debug)]
pub struct Site {
    /// The name of the body.
    pub name: Text,
    /// The days it is of.
    pub period: Period,
    /// Which edition it is, in a sentence.
    pub edition: Text,
    /// Whether it is for those within alone.
    pub is_within: bool,
    /// From what it was made, and as of which day.
    pub made: Text,
    /// Its sections, in order.
    pub sections: Vec<PageLink>,
    /// Its pages.
    pub leaves: Vec<Leaf>,
}

/// The whole months that some days touch: of parts of a month there is no bulletin.
pub fn site_period(period: Period) -> Period {
    Period { first: Month::of(period.first).first(), last: Month::of(period.last).last() }
}

/// What [`site`] needs.
pub fn site_query(period: Period, today: Day) -> Query {
    let of_period =
        Query::roll().tasks(Period { first: Day::FIRST, last: period.last }).study(period).issues(period).seals(period);
    let of_period = of_period.visits(Period { first: Day::FIRST, last: period.last });
    of_period.and(bulletin_query(period)).and(duties_query(period, today))
}

/// The site of a period of whole months, as of a day on which it has begun. With a mask the names of its people are taken
/// away.
pub fn site(branch: &Branch, mask: Option<&Mask>, period: Period, today: Day) -> Site {
    let seen = branch.told(Period { last: period.last.min(today), ..period });
    let accounts = reckon(branch, period, today);
    let scored = scored_periods(branch, seen).into_iter().map(|scored| scored.days);
    let mut tallies: BTreeMap<_, Tally> = BTreeMap::new();
    let mut stems = BTreeSet::new();
    for meeting in branch.held().filter(|meeting| seen.contains(meeting.date.value)) {
        stems.insert(meeting.source.path.stem());
    }
    for meeting in branch.activities(seen) {
        seats(branch, meeting).iter().for_each(|seat| tallies.entry(seat.member).or_default().add(seat));
    }
    // No name is in an address, and that of nobody changes when somebody comes.
    let is_seen = |id: &MemberId| branch.members.get(id).is_some_and(|one| branch.last_there(one, seen).is_some());
    let pages = branch.in_order_of_coming().into_iter().zip(1..).filter(|(id, _)| is_seen(id));
    let pages = pages.map(|(id, place)| (id.as_str(), format!("people/{place:03}.html")));
    let making = Making {
        branch,
        period,
        seen,
        today,
        accounts: &accounts,
        account_of: accounts.iter().map(|account| (account.member, account)).collect(),
        scored: scored.collect(),
        tallies,
        pages: pages.collect(),
        stems,
    };
    let mut leaves = home::leaves(&making);
    leaves.extend(bulletins::leaves(&making));
    leaves.extend(points::leaves(&making));
    leaves.extend(attendance::leaves(&making));
    leaves.extend(rhythm::leaves(&making));
    leaves.extend(duties::leaves(&making));
    leaves.extend(problems::leaves(&making));
    leaves.extend(meetings::leaves(&making));
    leaves.extend(people::leaves(&making));
    let mut name = Text::same(&branch.settings.name);
    if let Some(mask) = mask {
        leaves.iter_mut().for_each(|leaf| leaf.mask(mask));
        name = mask.text(&name);
    }
    // A section without a page, such as points where there is no scheme, is not among those that lead anywhere.
    let has = |section: &Section| leaves.iter().any(|leaf| leaf.path == section.path());
    let sections = Section::ALL.into_iter().filter(has).map(Section::link).collect();
    let edition = if branch.is_masked { words::site_masked() } else { words::site_full() };
    let made = words::site_made(&name, seen.last);
    Site { name, period, edition, is_within: !branch.is_masked, made, sections, leaves }
}
