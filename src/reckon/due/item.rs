//! One thing that is owed.

use crate::reckon::Location;
use crate::record::{Day, Period};
use crate::rulebook::Firm;
use crate::words::Text;

/// After how many months what recurs and was missed is old.
const MONTHS: u32 = 12;

/// One thing that is owed.
#[derive(Clone, Debug)]
pub struct Due<'a> {
    /// What it is, whatever is said of it: the sort, the rule or record, the period, the people; not two have the same.
    pub id: String,
    /// The last day on which it is in time.
    pub until: Day,
    /// What is to be done.
    pub what: Text,
    /// By whom, or of which groups, by id and name, and who sees to it by the rules; none where nobody is named.
    pub who: Vec<(String, Text)>,
    /// How firm the rule is.
    pub firm: Firm,
    /// The rule; none where it is a record that says so.
    pub rule: Option<Location<'a>>,
    /// Where the rule is from: regulation and article.
    pub source: Option<&'a str>,
    /// The command that records it, ready to paste.
    pub command: String,
    /// Whether it is asked for anew in each stretch of time.
    pub recurs: bool,
}

/// What something owed is, of the parts that make it so.
pub(super) fn identity(parts: impl IntoIterator<Item = impl ToString>) -> String {
    parts.into_iter().map(|part| part.to_string()).collect::<Vec<_>>().join(" ")
}

/// The ids of people as one part.
pub(super) fn people(who: &[(String, Text)]) -> String {
    who.iter().map(|(id, _)| id.as_str()).collect::<Vec<_>>().join(",")
}

impl Due<'_> {
    /// Whether it was over its last day before a day.
    pub fn is_overdue(&self, day: Day) -> bool {
        self.until < day
    }

    /// Whether it is of a time so long ago that on a day a number tells enough of it.
    pub fn is_old(&self, day: Day) -> bool {
        self.recurs && self.until < day.minus_months(MONTHS)
    }
}

/// Every day up to one.
pub(super) fn until(last: Day) -> Period {
    Period { first: Day::FIRST, last }
}
