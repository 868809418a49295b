//! Who was at a meeting, and how many of those who were due.

use super::verdict::{Verdict, Who, Written, verdict};
use crate::branch::{Branch, Filed};
use crate::record::{Absence, At, Day, Meeting, MemberId, Sitting, Span};
use crate::rulebook::{Kind, State};

/// What a meeting was for one person.
#[derive(Clone, Debug)]
pub struct Seat<'a> {
    /// Who.
    pub member: &'a MemberId,
    /// Whether the person was due; others took part without being bound to.
    pub due: bool,
    /// What follows from who the person was that day and what was written.
    pub verdict: Verdict,
    /// What the record says of the absence.
    pub absence: Option<&'a Absence>,
    /// The sitting at which the person was, where it is not the first.
    pub sitting: Option<&'a Sitting>,
    /// Where in the meeting's file it is written; none where nobody wrote.
    pub span: Option<Span>,
}

impl Seat<'_> {
    /// The state of attendance.
    pub fn state(&self) -> State {
        self.verdict.state
    }

    /// The day on which it was made up for.
    pub fn made_up(&self) -> Option<Day> {
        self.absence.and_then(|absence| absence.made_up.as_ref()).map(|day| day.value)
    }
}

/// What is written of one person.
struct Said<'a> {
    member: &'a MemberId,
    written: Written,
    absence: Option<&'a Absence>,
    sitting: Option<&'a Sitting>,
    span: Span,
}

impl<'a> Said<'a> {
    fn came(at: &'a At<MemberId>, written: Written, sitting: Option<&'a Sitting>) -> Self {
        Self { member: &at.value, written, absence: None, sitting, span: at.span }
    }
}

/// The seats of a meeting, by id: everybody who was due, and everybody of whom it says whether they came.
pub fn seats<'a>(branch: &'a Branch, meeting: &'a Filed<Meeting>) -> Vec<Seat<'a>> {
    let mut said: Vec<Said<'a>> = Vec::new();
    let sittings = std::iter::once(None).chain(meeting.sittings.iter().map(Some));
    for (gathering, sitting) in meeting.gatherings().zip(sittings) {
        let is_late = |at: &&At<MemberId>| gathering.late.iter().any(|late| late.value == at.value);
        said.extend(gathering.late.iter().map(|at| Said::came(at, Written::Late, sitting)));
        let in_time = gathering.present.iter().filter(|at| !is_late(at));
        said.extend(in_time.map(|at| Said::came(at, Written::Present, sitting)));
    }
    said.extend(meeting.absent.iter().map(|one| {
        let written = missing(branch, one);
        Said { member: &one.member.value, written, absence: Some(one), sitting: None, span: one.span }
    }));
    // Of somebody who is written twice, in one sitting late holds before present; of two sittings the one in time holds, and
    // every sitting before absent.
    let rank = |written| match written {
        Written::Present => 0,
        Written::Late => 1,
        _ => 2,
    };
    said.sort_by_key(|said| (said.member, rank(said.written)));
    said.dedup_by_key(|said| said.member);
    let due = branch.due_at(meeting);
    let others =
        if branch.rules.kind(&meeting.kind.value).is_some_and(Kind::has_due) { Who::NotDue } else { Who::Free };
    let mut seats = Vec::with_capacity(due.len().max(said.len()));
    let (mut due, mut said) = (due.into_iter().peekable(), said.into_iter().peekable());
    // Those who are due come in the order of their ids, as what is written does.
    loop {
        let next = match (due.peek(), said.peek()) {
            (Some(due), Some(said)) => (*due).min(said.member),
            (Some(due), None) => *due,
            (None, Some(said)) => said.member,
            (None, None) => break seats,
        };
        let is_due = due.next_if(|member| *member == next).is_some();
        let said = said.next_if(|said| said.member == next);
        let written = said.as_ref().map_or(Written::Nothing, |said| said.written);
        let who = if is_due { bound(branch, meeting, next, written) } else { others };
        let Some(verdict) = verdict(who, written) else { continue };
        let (absence, sitting) = said.as_ref().map_or((None, None), |said| (said.absence, said.sitting));
        let span = said.map(|said| said.span);
        seats.push(Seat { member: next, due: is_due, verdict, absence, sitting, span });
    }
}

/// What is written of somebody who was missing.
fn missing(branch: &Branch, absence: &Absence) -> Written {
    let reason = absence.reason.as_ref().and_then(|reason| branch.rules.reason(&reason.value));
    match reason {
        _ if absence.made_up.is_some() => Written::MadeUp,
        Some(reason) if reason.excuses.unwrap_or(false) => Written::Excused,
        _ => Written::Absent,
    }
}

/// Whether somebody who was due was bound to attend. Of those who did nobody asks: it makes no difference.
fn bound(branch: &Branch, meeting: &Filed<Meeting>, member: &MemberId, written: Written) -> Who {
    let attended = matches!(written, Written::Present | Written::Late | Written::MadeUp);
    let is_exempt = || branch.members.get(member).is_some_and(|record| branch.is_exempt_at(record, meeting));
    if !attended && is_exempt() { Who::Exempt } else { Who::Bound }
}

/// How many of those who were due were in which state.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Everybody who was due, exempt or not.
    pub due: usize,
    /// Those who attended without being due: all who take part where nobody is due. They are in no other number.
    pub not_due: usize,
    /// The denominator of a rate: everybody who was due, less the exempt; those of whom nobody wrote count as due.
    pub bound: usize,
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

    /// The rate of attendance in tenths of a percent, rounded half up; none where nobody was bound to attend.
    pub fn rate(&self) -> Option<i64> {
        let (attended, bound) = (self.attended() as i64, self.bound as i64);
        (bound > 0).then(|| (attended * 2000 + bound) / (bound * 2))
    }

    /// Counts one seat.
    pub fn add(&mut self, seat: &Seat<'_>) {
        if seat.due {
            self.due += 1;
            self.bound += usize::from(seat.verdict.in_rate);
            self.counts[seat.state() as usize] += 1;
        } else if seat.state().attended() {
            self.not_due += 1;
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
        let mut tally = Tally { due, bound: due - exempt, ..Tally::default() };
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
