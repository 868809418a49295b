//! The points that were posted or closed, the months that were sealed, and since when.

use std::collections::BTreeMap;

use crate::branch::{Branch, Filed};
use crate::reckon::history::{Episode, Sort, What};
use crate::record::{Day, Month, Period, Seal};

/// A period whose points were posted and perhaps closed, or a month that was sealed.
#[derive(Clone, Debug)]
pub(super) struct Closing {
    /// The period.
    pub(super) period: Period,
    posted: Option<Since>,
    closed: Option<Since>,
    sealed: Option<Since>,
}

/// Since when: to the second where git has it.
#[derive(Clone, Copy, Debug)]
struct Since {
    day: Day,
    seconds: Option<i64>,
}

impl Since {
    fn is_before(self, episode: &Episode) -> bool {
        match self.seconds {
            Some(seconds) => seconds < episode.seconds,
            None => episode.day.is_some_and(|day| self.day < day),
        }
    }
}

/// What had been done with the points of a period, or with a month, when something was changed; the last outweighs the
/// others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum After {
    /// They were posted on a day.
    Posted(Period, Day),
    /// They were closed on a day.
    Closed(Period, Day),
    /// It was sealed on a day.
    Sealed(Month, Day),
}

impl Closing {
    /// Those of the lists that stand, and of the months that are sealed.
    pub(super) fn all(branch: &Branch, episodes: &[Episode]) -> Vec<Self> {
        let (mut posted, mut closed, mut sealed) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
        for episode in episodes.iter().filter(|episode| !episode.is_first) {
            let seals =
                episode.differences.iter().filter(|one| one.piece.sort == Sort::Seal && one.what == What::Added);
            for difference in seals {
                sealed.entry(difference.piece.id.as_str()).or_insert(episode.seconds);
            }
            for difference in episode.differences.iter().filter(|one| one.piece.sort == Sort::Posting) {
                let id = difference.piece.id.as_str();
                let closes = match &difference.what {
                    What::Added => {
                        posted.entry(id).or_insert(episode.seconds);
                        difference.piece.day("closed").is_some()
                    }
                    What::Field { key, after, .. } => key == "closed" && after.is_some(),
                    _ => false,
                };
                if closes {
                    closed.entry(id).or_insert(episode.seconds);
                }
            }
        }
        let closing = |posting: &crate::record::Posting| {
            let since =
                |day, seconds: &BTreeMap<&str, i64>| Since { day, seconds: seconds.get(posting.id.as_str()).copied() };
            Self {
                period: posting.period.value,
                posted: Some(since(posting.date.value, &posted)),
                closed: posting.closed.as_ref().map(|day| since(day.value, &closed)),
                sealed: None,
            }
        };
        let sealing = |(month, seal): (&Month, &Filed<Seal>)| {
            let since = Since { day: seal.date.value, seconds: sealed.get(month.to_string().as_str()).copied() };
            Self { period: month.period(), posted: None, closed: None, sealed: Some(since) }
        };
        let posted = branch.postings().map(|(_, _, posting)| closing(posting));
        posted.chain(branch.seals.iter().map(sealing)).collect()
    }

    /// What had been done when a commit was written that changed a record of a sort.
    pub(super) fn before(&self, episode: &Episode, sort: Sort) -> Option<After> {
        let day = |since: Option<Since>| since.filter(|since| since.is_before(episode)).map(|since| since.day);
        let sealed = day(self.sealed).map(|day| After::Sealed(Month::of(self.period.first), day));
        let closed = day(self.closed).map(|day| After::Closed(self.period, day));
        let posted = day(self.posted).map(|day| After::Posted(self.period, day));
        sealed.or_else(|| closed.or(posted).filter(|_| sort.bears_on_points()))
    }
}
