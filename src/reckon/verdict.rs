//! The table of decisions of attendance: who a person was on the day of a meeting, and what was written of them, decide
//! the state, whether it is in the rate, and whether it can earn or cost points. `examples/RULES.md` tells it row by row.

use crate::rulebook::State;

/// Who a person was to a meeting on its day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    /// Due, and bound to attend.
    Bound,
    /// Due, but not bound to attend, by class.
    Exempt,
    /// Not due, where others were.
    NotDue,
    /// Not due, as nobody is at a kind of meeting for which people come of their own accord.
    Free,
}

/// What the record of a meeting says of a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Written {
    /// Was there.
    Present,
    /// Came late.
    Late,
    /// Was missing, and made up for it.
    MadeUp,
    /// Was missing for a reason that excuses.
    Excused,
    /// Was missing for another reason, or for none.
    Absent,
    /// Nothing.
    Nothing,
}

/// What follows for the person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// The state of attendance.
    pub state: State,
    /// Whether the person is among those the rate is of.
    pub in_rate: bool,
    /// Whether items of the points rules for that state are earned.
    pub earns: bool,
}

impl Who {
    /// Everyone, with what they are called in the reference.
    pub const ALL: [(Self, &str); 4] =
        [(Self::Bound, "due"), (Self::Exempt, "exempt"), (Self::NotDue, "not-due"), (Self::Free, "free")];

    /// Whether the person was due.
    pub fn is_due(self) -> bool {
        matches!(self, Self::Bound | Self::Exempt)
    }
}

impl Written {
    /// All that can be written, with what it is called in the reference.
    pub const ALL: [(Self, &str); 6] = [
        (Self::Present, "present"),
        (Self::Late, "late"),
        (Self::MadeUp, "made-up"),
        (Self::Excused, "excused"),
        (Self::Absent, "absent"),
        (Self::Nothing, "nothing"),
    ];
}

/// What follows from what was written of a person; none where the meeting was nothing to them.
pub fn verdict(who: Who, written: Written) -> Option<Verdict> {
    let state = match (who, written) {
        (_, Written::Present) => State::Present,
        (_, Written::Late) => State::Late,
        (_, Written::MadeUp) => State::MadeUp,
        (Who::Exempt, _) => State::Exempt,
        (_, Written::Excused) => State::Excused,
        (_, Written::Absent) => State::Absent,
        (Who::Bound, Written::Nothing) => State::Open,
        (Who::NotDue | Who::Free, Written::Nothing) => return None,
    };
    let in_rate = who.is_due() && state != State::Exempt;
    let earns = who != Who::NotDue && !matches!(state, State::Exempt | State::Open);
    Some(Verdict { state, in_rate, earns })
}
