//! How somebody took part in a meeting, as the record alone has it.

use std::collections::{BTreeMap, BTreeSet};

use super::Piece;
use crate::record::{Day, Said};

/// How somebody took part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Presence {
    /// In time.
    Present,
    /// Late.
    Late,
    /// Not, for a reason where one is said, with a note where there is one.
    Absent(Option<String>, Option<String>),
    /// Not, but it was made up for on a day.
    MadeUp(Day),
}

impl Piece {
    /// Everybody who is named in a meeting. Of somebody who is written twice, in one sitting late holds before present; of two
    /// sittings the one in time holds, and every sitting before absent.
    pub fn presences(&self) -> BTreeMap<&str, Presence> {
        let mut presences: BTreeMap<&str, Presence> = BTreeMap::new();
        let sittings = self.parts.iter().filter(|(list, _)| list == "sitting").map(|(_, keys)| keys);
        for keys in std::iter::once(&self.keys).chain(sittings) {
            let named = |key| match keys.get(key) {
                Some(Said::List(list)) => list.iter().filter_map(Said::text).collect(),
                _ => BTreeSet::new(),
            };
            let (late, present) = (named("late"), named("present"));
            presences.extend(present.difference(&late).map(|member| (*member, Presence::Present)));
            for member in late {
                presences.entry(member).or_insert(Presence::Late);
            }
        }
        for (_, keys) in self.parts.iter().filter(|(list, _)| list == "absent") {
            let text = |key: &str| keys.get(key).and_then(Said::text);
            let made_up = keys.get("made-up").and_then(Said::days).map(|days| days.first);
            let absent = || Presence::Absent(text("reason").map(str::to_owned), text("note").map(str::to_owned));
            if let Some(member) = text("member") {
                presences.entry(member).or_insert_with(|| made_up.map_or_else(absent, Presence::MadeUp));
            }
        }
        presences
    }
}
