//! What was missed and let stand, with the reason: it is owed no more.

use crate::branch::Branch;
use crate::record::Day;

/// Whether a finding of a code about something of a rule, which has an id or none, was let stand by a day.
pub(super) fn is_accepted(branch: &Branch, code: &str, about: &str, id: Option<&str>, day: Day) -> bool {
    let of_rule = |text: &str| id.is_none_or(|id| text.trim_matches('"') == id);
    branch
        .acceptances()
        .filter(|one| one.holds(day) && one.code.value == code)
        .any(|one| one.about.as_ref().is_none_or(|said| *said == about) && one.text.as_deref().is_none_or(of_rule))
}
