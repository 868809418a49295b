//! The audit of each month in numbers.

use std::collections::BTreeMap;

use super::{After, Audited, Filed, Written};
use crate::record::Month;

/// A month in numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AuditTally {
    /// The records there are, those that were struck included.
    pub records: usize,
    /// Those that were written in time.
    pub in_time: usize,
    /// Those that were written later.
    pub late: usize,
    /// The most days by which one was late.
    pub latest: i64,
    /// Those of which nobody can tell.
    pub open: usize,
    /// Those that git does not have yet.
    pub not_yet: usize,
    /// Those that were written or changed after their points were posted, but not closed.
    pub after_posting: usize,
    /// Those that were written or changed after their points were closed, or their month sealed.
    pub after_closing: usize,
    /// Those that were struck.
    pub struck: usize,
    /// Those that are gone, which are not among the records.
    pub gone: usize,
    /// Those that somebody else wrote down than they say.
    pub for_others: usize,
}

impl AuditTally {
    fn add(&mut self, one: &Audited) {
        let closed = one.changes.iter().any(|change| matches!(change.after, After::Closed(..) | After::Sealed(..)));
        self.after_closing += usize::from(closed);
        self.after_posting += usize::from(!closed && !one.changes.is_empty());
        if one.gone.is_some() {
            self.gone += 1;
            return;
        }
        self.records += 1;
        match one.filed {
            Filed::InTime => self.in_time += 1,
            Filed::Late(days) => {
                self.late += 1;
                self.latest = self.latest.max(days);
            }
            Filed::Open => self.open += 1,
            Filed::NoRule => {}
        }
        self.not_yet += usize::from(one.written == Written::NotYet);
        self.struck += usize::from(one.struck.is_some());
        self.for_others += usize::from(one.recorder.is_some());
    }
}

/// The months in which something happened, each in numbers.
pub fn audit_tallies(audited: &[Audited]) -> BTreeMap<Month, AuditTally> {
    let mut months: BTreeMap<Month, AuditTally> = BTreeMap::new();
    for one in audited {
        months.entry(Month::of(one.day)).or_default().add(one);
    }
    months
}
