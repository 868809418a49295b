//! What is wrong with the steps of people's development.

use super::context::Look;
use crate::error::Fault;
use crate::reckon::judge;

/// Everything of one code, of everybody who took a step.
fn of(look: &Look<'_>, code: &str) -> Vec<Fault> {
    let people = look.branch.members.values().filter(|person| !person.steps.is_empty());
    people.flat_map(|person| judge(look.branch, person)).filter(|fault| fault.code == code).collect()
}

macro_rules! findings {
    ($($(#[$doc:meta])* $name:ident, $code:literal;)*) => {$(
        $(#[$doc])*
        pub(super) fn $name(look: &Look<'_>) -> Vec<Fault> {
            of(look, $code)
        }
    )*};
}

findings! {
    /// Fewer days or hours than a step takes, or a time that is too short or too long.
    amount, "step-amount";
    /// Steps before their time.
    early, "step-early";
    /// Steps after their time.
    late, "step-late";
    /// Meetings that may not decide a step, or were on another day.
    meeting, "step-meeting";
    /// Standings taken without the steps before them.
    missing, "step-missing";
    /// Steps before one that they come after.
    order, "step-order";
    /// Too few or too many persons named with a step, or persons of another standing.
    people, "step-people";
    /// Steps taken a second time.
    twice, "step-twice";
}
