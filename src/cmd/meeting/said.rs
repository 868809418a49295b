//! What `zhibu meeting log` says of who was there: counted from the text that is written, as every report counts it.

use crate::branch::{Branch, Filed};
use crate::reckon::{Seat, seats, tally};
use crate::record::Meeting;
use crate::rulebook::{Kind, State};
use crate::words::{self, Text};

/// How many were in which state, and who; then what was filled in by the rules.
pub(super) fn said(
    branch: &Branch,
    subject: &Text,
    kind: &Kind,
    meeting: &Filed<Meeting>,
    filled_in: impl IntoIterator<Item = Text>,
) -> Text {
    let seats = seats(branch, meeting);
    let (tally, mut parts) = (tally(&seats), Vec::new());
    let of = |state: State| seats.iter().filter(move |seat| seat.state() == state);
    if kind.has_due() {
        parts.push(words::so_many_due(tally.due));
        parts.push(words::so_many_present(tally.of(State::Present)));
    } else {
        parts.push(words::so_many_took_part(tally.not_due));
    }
    let late: Vec<_> = of(State::Late).map(|seat| branch.name(seat.member)).collect();
    if !late.is_empty() {
        parts.push(words::so_many_late(late.len(), Text::list(late)));
    }
    let away: Vec<_> = of(State::Excused).chain(of(State::Absent)).collect();
    if !away.is_empty() {
        let mut away = away;
        away.sort_by_key(|seat| seat.span);
        parts.push(words::so_many_absent(away.len(), Text::list(away.iter().map(|seat| told(branch, seat)))));
    }
    let exempt = of(State::Exempt).count();
    if exempt > 0 {
        // Of them a reason is only a note.
        let noted: Vec<_> = of(State::Exempt).filter(|seat| seat.absence.is_some()).collect();
        parts.push(match noted.is_empty() {
            true => words::so_many_exempt(exempt),
            false => words::so_many_exempt_noted(exempt, Text::list(noted.iter().map(|seat| told(branch, seat)))),
        });
    }
    let open = of(State::Open).count();
    if open > 0 {
        parts.push(words::so_many_open(open));
    }
    parts.extend(filled_in);
    words::with_details(subject, words::clauses(parts))
}

/// Somebody who was missing, and why.
fn told(branch: &Branch, seat: &Seat<'_>) -> Text {
    let name = branch.name(seat.member);
    match seat.absence.and_then(|absence| absence.reason.as_ref()) {
        Some(reason) => words::who_and_why(name, branch.reason_name(reason)),
        None => name,
    }
}
