//! A part of a number that has to be reached.

use serde_json::json;

use crate::record::{Definitions, FromToml, Json, Node, Shown};
use crate::words;

/// A part of a number that has to be reached: `>= 1/2` is at least a half of it, `> 1/2` more than a half.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quota {
    part: usize,
    of: usize,
    more: bool,
}

impl Quota {
    /// A quota from its text; none where it is none, or where nothing could ever reach it.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let (rest, more) = match text.strip_prefix(">=").or_else(|| text.strip_prefix('≥')) {
            Some(rest) => (rest, false),
            None => (text.strip_prefix('>')?, true),
        };
        let (part, of) = rest.split_once('/')?;
        let number = |text: &str| text.trim().parse::<usize>().ok().filter(|number| (1..=1000).contains(number));
        let quota = Self { part: number(part)?, of: number(of)?, more };
        (quota.part < quota.of || quota.part == quota.of && !more).then_some(quota)
    }

    /// The least whole number that reaches it, of so many.
    pub fn least(self, number: usize) -> usize {
        let share = number * self.part;
        if self.more { share / self.of + 1 } else { share.div_ceil(self.of) }
    }
}

impl Shown for Quota {}

impl FromToml for Quota {
    fn from_toml(node: &Node<'_, '_>) -> Option<Self> {
        let text = node.text()?;
        let quota = Self::parse(text);
        if quota.is_none() {
            node.fault("bad-quota", words::bad_quota(words::shown(text)));
        }
        quota
    }

    fn schema(_: &mut Definitions) -> Json {
        json!({ "type": "string" })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn least(text: &str, cases: &[(usize, usize)]) {
        let quota = Quota::parse(text).expect("a quota");
        for (number, least) in cases {
            assert_eq!(quota.least(*number), *least, "{text} of {number}");
        }
    }

    #[test]
    fn half_and_more_than_half_differ_where_the_number_is_even() {
        least(">= 1/2", &[(27, 14), (26, 13), (25, 13), (5, 3), (4, 2), (1, 1), (0, 0)]);
        least("> 1/2", &[(27, 14), (26, 14), (25, 13), (5, 3), (4, 3), (1, 1), (0, 1)]);
        least(">= 4/5", &[(27, 22), (26, 21), (25, 20), (5, 4), (4, 4)]);
        least(">=2/3", &[(27, 18), (26, 18), (25, 17)]);
        least("≥ 1/1", &[(27, 27)]);
    }

    #[test]
    fn what_nothing_reaches_is_no_quota() {
        for text in ["1/2", "> 1/1", ">= 3/2", "> 0/2", ">= 1/0", "> half", ">", ">= 1/2/3", "> -1/2", ""] {
            assert_eq!(Quota::parse(text), None, "{text}");
        }
    }
}
