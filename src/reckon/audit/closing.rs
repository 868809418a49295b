//! The points that were posted or closed, and since when.

use std::collections::BTreeMap;

use crate::branch::Branch;
use crate::reckon::history::{Episode, Sort, What};
use crate::record::{Day, Period};

/// A period whose points were posted, and perhaps closed.
#[derive(Clone, Debug)]
pub(super) struct Closing {
    /// The period.
    pub(super) period: Period,
    posted: Since,
    closed: Option<Since>,
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

/// What had been done with the points of a period when something was changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum After {
    /// They were posted on a day.
    Posted(Period, Day),
    /// They were closed on a day.
    Closed(Period, Day),
}

impl Closing {
    /// Those of the lists that stand.
    pub(super) fn all(branch: &Branch, episodes: &[Episode]) -> Vec<Self> {
        let (mut posted, mut closed) = (BTreeMap::new(), BTreeMap::new());
        for episode in episodes.iter().filter(|episode| !episode.is_first) {
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
                posted: since(posting.date.value, &posted),
                closed: posting.closed.as_ref().map(|day| since(day.value, &closed)),
            }
        };
        branch.postings().map(|(_, _, posting)| closing(posting)).collect()
    }

    /// What had been done with the points when a commit was written.
    pub(super) fn before(&self, episode: &Episode) -> Option<After> {
        let closed = self.closed.filter(|closed| closed.is_before(episode));
        let posted = Some(self.posted).filter(|posted| posted.is_before(episode));
        let closed = closed.map(|closed| After::Closed(self.period, closed.day));
        closed.or_else(|| posted.map(|posted| After::Posted(self.period, posted.day)))
    }
}
