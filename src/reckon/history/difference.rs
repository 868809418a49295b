//! What is different between two states of the records.

use std::sync::Arc;

use super::{Keys, Piece, Presence};
use crate::record::{Period, RelPath, Said};

/// One thing that became different.
#[derive(Clone, Debug)]
pub struct Difference {
    /// The record as it is after; as it was, where it is gone.
    pub piece: Arc<Piece>,
    /// The record as it was; none where it is new.
    pub prior: Option<Arc<Piece>>,
    /// What became different.
    pub what: What,
    /// Whether both sides of a merge had changed it, and somebody decided: it was so on the side that was not kept.
    pub settled: bool,
}

/// What became different in a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// It is new.
    Added,
    /// It is gone.
    Removed,
    /// It stands in another file; a meeting is another day's, kind's or group's then.
    Moved(RelPath),
    /// It no longer counts, and why.
    Struck(String),
    /// It counts again.
    Restored,
    /// Somebody took part in another way.
    Presence {
        /// Who.
        member: String,
        /// How, before; none where nobody wrote.
        before: Option<Presence>,
        /// How, after.
        after: Option<Presence>,
    },
    /// A key says something else.
    Field {
        /// The key.
        key: String,
        /// What it said.
        before: Option<Said>,
        /// What it says.
        after: Option<Said>,
    },
    /// A list has other items.
    Items {
        /// Its key.
        key: String,
        /// Those it had.
        gone: Vec<Said>,
        /// Those it has.
        come: Vec<Said>,
    },
    /// A table under it says something else.
    Part {
        /// The list it is in.
        list: String,
        /// What it said; none where it is new.
        before: Option<Keys>,
        /// What it says; none where it is gone.
        after: Option<Keys>,
    },
    /// Only how the file is written: comments, spacing, order.
    Layout,
    /// The file cannot be read since.
    Unreadable,
}

impl What {
    /// Its id, the same in every language.
    pub fn id(&self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Removed => "removed",
            Self::Moved(_) => "moved",
            Self::Struck(_) => "struck",
            Self::Restored => "restored",
            Self::Presence { .. } => "attendance",
            Self::Field { .. } => "field",
            Self::Items { .. } => "list",
            Self::Part { .. } => "part",
            Self::Layout => "layout",
            Self::Unreadable => "unreadable",
        }
    }

    /// What it is of in the record: a key, a person, a list; none where it is the record as a whole.
    pub fn key(&self) -> Option<&str> {
        match self {
            Self::Field { key, .. } | Self::Items { key, .. } => Some(key),
            Self::Part { list, .. } => Some(list),
            Self::Presence { member, .. } => Some(member),
            Self::Struck(_) | Self::Restored => Some("struck"),
            Self::Added | Self::Removed | Self::Moved(_) | Self::Layout | Self::Unreadable => None,
        }
    }

    /// Whether it says nothing of what the record says.
    pub fn is_outward(&self) -> bool {
        matches!(self, Self::Layout | Self::Unreadable)
    }
}

impl Difference {
    /// The days the record is about, before and after.
    pub fn days(&self) -> Vec<Period> {
        self.prior.iter().chain([&self.piece]).flat_map(|piece| piece.days()).collect()
    }

    /// Whether it is about a person: the person's own record, one about nobody else, or what became different of the
    /// person in one that is about many.
    pub fn concerns(&self, member: &str) -> bool {
        let names = |piece: &Piece| piece.people().contains(member);
        let of_meeting = self.piece.sort == super::Sort::Meeting;
        let says = |said: &Option<Said>| said.iter().any(|said| super::piece::texts(said).contains(&member));
        match &self.what {
            What::Presence { member: who, .. } => who == member,
            What::Field { before, after, .. } if of_meeting => says(before) || says(after),
            What::Items { gone, come, .. } if of_meeting => {
                gone.iter().chain(come).any(|said| super::piece::texts(said).contains(&member))
            }
            What::Part { .. } | What::Layout | What::Unreadable if of_meeting => false,
            _ => names(&self.piece) || self.prior.as_ref().is_some_and(|prior| names(prior)),
        }
    }
}
