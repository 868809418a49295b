//! How the people whom the record of a meeting names fit those who were due.

use foldhash::{HashSet, HashSetExt};

use super::in_order::InOrder;
use crate::record::{At, Meeting, MemberId};

/// What several rules ask about the people of a meeting, found in one pass over them.
pub(super) struct Seats<'a> {
    /// Who was due, and nobody wrote whether they came.
    pub(super) open: Vec<&'a MemberId>,
    /// Who is listed once more.
    pub(super) again: Vec<&'a At<MemberId>>,
    /// Who was present, late or absent without being due.
    pub(super) besides: Vec<&'a At<MemberId>>,
}

impl<'a> Seats<'a> {
    /// Those of a meeting, where people were due in the order of their ids.
    pub(super) fn of(meeting: &'a Meeting, due: &[&'a MemberId]) -> Self {
        let mut places = InOrder::of(due);
        let mut listed = vec![false; due.len()];
        let (mut again, mut besides, mut guests) = (Vec::new(), Vec::new(), Vec::new());
        for at in meeting.at_first() {
            match places.place(at) {
                Some(seat) if std::mem::replace(&mut listed[seat], true) => again.push(at),
                Some(_) => {}
                None => besides.push(at),
            }
        }
        let mut further = Vec::new();
        for sitting in &meeting.sittings {
            let mut here = HashSet::new();
            for at in sitting.came() {
                // Who was at two sittings is in two lists; who was at one and is absent too is in one too many.
                let is_absent = || meeting.absent.iter().any(|absence| absence.member.value == at.value);
                if !here.insert(&at.value) || is_absent() {
                    again.push(at);
                }
                match places.place(at) {
                    Some(seat) => listed[seat] = true,
                    None => further.push(at),
                }
            }
        }
        let open = due.iter().zip(&listed).filter(|(_, listed)| !**listed).map(|(id, _)| *id).collect();
        // Who sits in does not fill a seat.
        for at in &meeting.observers {
            match places.place(at) {
                Some(seat) if std::mem::replace(&mut listed[seat], true) => again.push(at),
                Some(_) => {}
                None => guests.push(at),
            }
        }
        let mut seen = HashSet::new();
        again.extend(besides.iter().chain(&guests).filter(|at| !seen.insert(&at.value)));
        besides.extend(further);
        Self { open, again, besides }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::{RelPath, Source, read};

    #[test]
    fn everybody_has_one_seat() {
        let people: Vec<_> = ["a", "b", "c", "d", "e"].into_iter().filter_map(MemberId::new).collect();
        let due: Vec<_> = people.iter().collect();
        for (lists, open, again, besides) in [
            ("present = ['a', 'b', 'c', 'd', 'e']", "", "", ""),
            ("present = ['e', 'a']\nlate = ['b']\nabsent = [{ member = 'c', reason = 'duty' }]", "d", "", ""),
            ("present = ['a', 'b', 'a', 'x']\nlate = ['b', 'x', 'y']", "c d e", "a b x", "x x y"),
            ("present = ['a', 'x']\nobservers = ['a', 'b', 'x', 'z']", "b c d e", "a x", "x"),
            ("present = ['a']\n[[sitting]]\ndate = 2026-11-07\npresent = ['a', 'b']\nlate = ['x']", "c d e", "", "x"),
            (
                "absent = [{ member = 'a' }]\n[[sitting]]\ndate = 2026-11-07\npresent = ['a', 'b', 'b']",
                "c d e",
                "a b",
                "",
            ),
            ("observers = ['a']\n[[sitting]]\ndate = 2026-11-07\npresent = ['a']", "b c d e", "a", ""),
            ("chair = 'a'\nrecorder = 'x'\ndelegated-by = 'y'\nlecturer = 'b'", "a b c d e", "", ""),
        ] {
            let text = format!("kind = 'group'\ndate = 2026-11-05\n{lists}\n");
            let path = RelPath::new("meetings/2026/2026-11-05-group.toml").expect("a path");
            let meeting: Meeting = read(&Source::new(path, text)).record.expect("a meeting");
            let seats = Seats::of(&meeting, &due);
            let places = |list: &[&At<MemberId>]| list.iter().map(|at| at.as_str()).collect::<Vec<_>>().join(" ");
            let free = seats.open.iter().map(|id| id.as_str()).collect::<Vec<_>>().join(" ");
            assert_eq!([free, places(&seats.again), places(&seats.besides)], [open, again, besides], "{lists}");
        }
    }
}
