//! Hours of study.

use serde_json::json;

use super::Score;
use super::reading::{FromToml, Node};
use super::{Definitions, Json};
use crate::words;

/// The units of hours as people write them.
pub const HOUR_UNITS: &[&str] = &["学时", "小时", "h"];

/// Hours, whole or half, more than none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Hours(Score);

impl Hours {
    /// Hours as people write them: `4`, `1.5`; none where they are no whole or half hours, or no time at all.
    pub fn parse(text: &str) -> Option<Self> {
        let hours = Score::parse(text).filter(|hours| hours.is_steps_of(Score::HALF));
        hours.filter(|hours| *hours > Score::ZERO && *hours <= Self::MOST).map(Self)
    }

    /// The most one record may hold: every hour of a year.
    const MOST: Score = Score::whole(8784);

    /// The share of some points that these hours bring where so many bring them all, exactly.
    pub fn share(self, points: Score, all: Self) -> Score {
        points.portion(self.0, all.0)
    }

    /// The hours as a number that can be added up.
    pub fn score(self) -> Score {
        self.0
    }
}

impl std::fmt::Display for Hours {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

crate::words::say_as_shown!(Hours);

impl FromToml for Hours {
    fn from_toml(node: &Node<'_, '_>) -> Option<Self> {
        let Some(text) = node.number() else {
            node.wrong_type(words::type_name("hours"));
            return None;
        };
        let hours = Self::parse(text);
        if hours.is_none() {
            node.fault("bad-hours", words::bad_hours(text));
        }
        hours
    }

    fn schema(_: &mut Definitions) -> Json {
        json!({ "type": "number", "multipleOf": 0.5, "exclusiveMinimum": 0 })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_are_whole_or_half_and_more_than_none() {
        for (text, expected) in [("4", "4"), ("1.5", "1.5"), ("0.5", "0.5"), ("8.0", "8"), ("8784", "8784")] {
            assert_eq!(Hours::parse(text).map(|hours| hours.to_string()).as_deref(), Some(expected));
        }
        for bad in ["0", "-1", "0.0", "1.2", "1.25", "8785", "", "一", "2h"] {
            assert_eq!(Hours::parse(bad), None, "{bad}");
        }
    }
}
