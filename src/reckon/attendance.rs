//! Who was at a meeting, and how many of those who were due.

use crate::branch::{Branch, Filed};
use crate::record::{Absence, Day, Meeting, MemberId, Span};
use crate::rulebook::State;

/// What a meeting was for one person.
#[derive(Clone, Debug)]
pub struct Seat<'a> {
    /// Who.
    pub member: &'a MemberId,
    /// Whether the person was due; others took part without being bound to.
    pub due: bool,
    /// The state of attendance.
    pub state: State,
    /// What the record says of the absence.
    pub absence: Option<&'a Absence>,
    /// Where in the meeting's file it is written; none where nobody wrote.
    pub span: Option<Span>,
}

impl Seat<'_> {
    /// The day on which it was made up for.
    pub fn made_up(&self) -> Option<Day> {
        self.absence.and_then(|absence| absence.made_up.as_ref()).map(|day| day.value)
    }
}

/// The seats of a meeting, by id: everybody who was due, and everybody who is written down as there.
pub fn seats<'a>(branch: &'a Branch, meeting: &'a Filed<Meeting>) -> Vec<Seat<'a>> {
    let written = |member: &'a MemberId, state, absence, span: &Span| {
        let span = Some(*span);
        Seat { member, due: false, state, absence, span }
    };
    let mut seats: Vec<_> = meeting.late.iter().map(|at| written(&at.value, State::Late, None, &at.span)).collect();
    seats.extend(meeting.present.iter().map(|at| written(&at.value, State::Present, None, &at.span)));
    let absent = meeting.absent.iter();
    seats.extend(absent.map(|one| written(&one.member.value, missing(branch, one), Some(one), &one.span)));
    // The first that is written of somebody holds: late before present, present before absent.
    seats.sort_by_key(|seat| seat.member);
    seats.dedup_by_key(|seat| seat.member);
    let (listed, mut at) = (seats.len(), 0);
    for member in branch.due_at(meeting) {
        // Those who are due come in the order of their ids, as the list does.
        while seats[at..listed].first().is_some_and(|seat| seat.member < member) {
            at += 1;
        }
        match seats[at..listed].first_mut().filter(|seat| seat.member == member) {
            Some(seat) => seat.due = true,
            None => {
                let state = unwritten(branch, meeting, member);
                seats.push(Seat { member, due: true, state, absence: None, span: None });
            }
        }
    }
    seats.sort_by_key(|seat| seat.member);
    seats
}

/// The state of somebody who is written down as missing.
fn missing(branch: &Branch, absence: &Absence) -> State {
    let reason = absence.reason.as_ref().and_then(|reason| branch.rules.reason(&reason.value));
    match reason {
        _ if absence.made_up.is_some() => State::MadeUp,
        Some(reason) if reason.excuses.unwrap_or(false) => State::Excused,
        _ => State::Absent,
    }
}

/// The state of somebody who was due and of whom nobody wrote.
fn unwritten(branch: &Branch, meeting: &Meeting, member: &MemberId) -> State {
    let (kind, day) = (&meeting.kind.value, meeting.date.value);
    let exempt = branch.members.get(member).is_some_and(|record| branch.is_exempt(record, kind, day));
    if exempt { State::Exempt } else { State::Open }
}

/// How many of those who were due were in which state.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Everybody who was due, exempt or not.
    pub due: usize,
    /// Those who attended without being due: all who take part where nobody is due.
    pub besides: usize,
    /// So many of those who were due in each state, in the order of `State::ALL`.
    counts: [usize; State::ALL.len()],
}

impl Tally {
    /// So many of those who were due in a state.
    pub fn of(&self, state: State) -> usize {
        self.counts[state as usize]
    }

    /// Those who were due and attended: present, late or made up.
    pub fn attended(&self) -> usize {
        State::ALL.into_iter().filter(|state| state.attended()).map(|state| self.of(state)).sum()
    }

    /// The denominator of a rate: everybody who was due, less the exempt; those of whom nobody wrote count as due.
    pub fn bound(&self) -> usize {
        self.due - self.of(State::Exempt)
    }

    /// The rate of attendance in tenths of a percent, rounded half up; none where nobody was bound to attend.
    pub fn rate(&self) -> Option<i64> {
        let (attended, bound) = (self.attended() as i64, self.bound() as i64);
        (bound > 0).then(|| (attended * 2000 + bound) / (bound * 2))
    }

    /// Counts one seat.
    pub fn add(&mut self, seat: &Seat<'_>) {
        if seat.due {
            self.due += 1;
            self.counts[seat.state as usize] += 1;
        } else if seat.state.attended() {
            self.besides += 1;
        }
    }
}

/// Counts the seats of a meeting.
pub fn tally(seats: &[Seat<'_>]) -> Tally {
    let mut tally = Tally::default();
    seats.iter().for_each(|seat| tally.add(seat));
    tally
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn rate(attended: usize, exempt: usize, due: usize, expected: Option<i64>) {
        let mut tally = Tally { due, ..Tally::default() };
        tally.counts[State::Present as usize] = attended;
        tally.counts[State::Exempt as usize] = exempt;
        tally.counts[State::Open as usize] = due - attended - exempt;
        assert_eq!(tally.rate(), expected);
    }

    #[test]
    fn a_rate_is_of_those_who_were_bound_to_attend() {
        rate(7, 0, 8, Some(875));
        rate(0, 0, 8, Some(0));
        rate(8, 0, 8, Some(1000));
        rate(2, 0, 3, Some(667));
        rate(1, 0, 3, Some(333));
        rate(1, 1, 2, Some(1000));
        rate(0, 2, 2, None);
        rate(0, 0, 0, None);
    }
}
