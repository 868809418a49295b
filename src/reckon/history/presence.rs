//! How somebody took part in a meeting, as the record alone has it.

use std::collections::BTreeMap;

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
    /// Everybody who is named in a meeting; the first that is written of somebody holds: late before present, present before
    /// absent.
    pub fn presences(&self) -> BTreeMap<&str, Presence> {
        let mut presences = BTreeMap::new();
        for (key, presence) in [("late", Presence::Late), ("present", Presence::Present)] {
            let Some(Said::List(list)) = self.keys.get(key) else { continue };
            for member in list.iter().filter_map(Said::text) {
                presences.entry(member).or_insert_with(|| presence.clone());
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
