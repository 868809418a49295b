//! What a story is asked of.

use crate::reckon::history::{Difference, Episode, Sort, What};
use crate::record::{MemberId, Period, RelPath};

/// What a story is of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Focus {
    /// Everything.
    All,
    /// A person: the own record, and what others say of the person.
    Member(MemberId),
    /// A record, by its sort and id as they are now; a story follows it through other names.
    Record(Sort, String),
    /// Any record of an id.
    Id(String),
    /// A file.
    File(RelPath),
    /// Days: the records that are about them; of those that are about none, what was written then.
    Days(Period),
}

impl Focus {
    /// The person it is of.
    pub(super) fn member(&self) -> Option<&str> {
        match self {
            Self::Member(id) => Some(id.as_str()),
            _ => None,
        }
    }

    /// What belongs to the story, of commits of which those before another come first.
    #[must_use]
    pub fn of(&self, mut episodes: Vec<Episode>) -> Vec<Episode> {
        match self {
            Self::All => {}
            Self::Record(sort, id) => {
                let mut id = id.clone();
                for episode in episodes.iter_mut().rev() {
                    let mut was = None;
                    episode.differences.retain(|one| one.piece.sort == *sort && one.piece.id == id);
                    for difference in &episode.differences {
                        if let (What::Moved(_), Some(prior)) = (&difference.what, &difference.prior) {
                            was = Some(former(difference, &prior.path));
                        }
                    }
                    id = was.unwrap_or(id);
                }
            }
            _ => {
                for episode in &mut episodes {
                    let day = episode.day;
                    episode.differences.retain(|difference| self.has(difference, day));
                }
            }
        }
        episodes.retain(|episode| !episode.differences.is_empty());
        episodes
    }

    fn has(&self, difference: &Difference, written: Option<crate::record::Day>) -> bool {
        let piece = &*difference.piece;
        match self {
            Self::All | Self::Record(..) => true,
            Self::Member(id) => difference.concerns(id.as_str()),
            Self::Id(id) => piece.id == *id || piece.path.stem() == id && piece.span.is_none(),
            Self::File(path) => {
                piece.path == *path || difference.prior.as_ref().is_some_and(|prior| prior.path == *path)
            }
            Self::Days(period) => match &difference.days()[..] {
                [] => written.is_some_and(|day| period.contains(day)),
                days => days.iter().any(|days| days.meets(*period)),
            },
        }
    }
}

/// The id a record had before it was moved: that of its file where it is one.
fn former(difference: &Difference, path: &RelPath) -> String {
    match (difference.piece.span.is_some(), difference.piece.sort) {
        (true, _) | (_, Sort::Issue) => difference.piece.id.clone(),
        _ => path.stem().to_owned(),
    }
}
