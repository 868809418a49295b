//! The fields a table may fill, and what the headings of their columns may be.

use crate::record::{folded, nearest};
use crate::words::{self, Text};

/// A field that a table may fill.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Field {
    /// What the rows of the table are: `members`.
    pub of: &'static str,
    /// Its id: `date`.
    pub id: &'static str,
}

impl Field {
    /// Its name.
    pub fn name(self) -> Text {
        match words::field_words(self.of, self.id) {
            [zh, en, ..] => Text::new(zh.trim_start_matches('~'), en.trim_start_matches('~')),
            _ => Text::same(self.id),
        }
    }

    /// Whether it lists people at a meeting.
    pub(super) fn is_of_people(self) -> bool {
        self.id.starts_with("those-")
    }

    /// How surely a heading means it; none where it does not.
    pub(super) fn meant_by(self, heading: &str) -> Option<Sure> {
        if heading.len() > LONGEST {
            return None;
        }
        let heading = plain(heading);
        let sure = |word: &&&str| match word.strip_prefix('~') {
            Some(weak) => (plain(weak) == heading).then_some(Sure::Perhaps),
            None => (plain(word) == heading).then_some(Sure::Yes),
        };
        if heading == plain(self.id) {
            return Some(Sure::ById);
        }
        words::field_words(self.of, self.id).iter().filter_map(|word| sure(&word)).max()
    }

    /// Whether a heading is nearly one that means it: with more beside a word of it, or a letter otherwise.
    pub(super) fn is_near(self, heading: &str) -> bool {
        let heading = plain(heading);
        let words = || words::field_words(self.of, self.id).iter().map(|word| plain(word.trim_start_matches('~')));
        let is_in = |word: String| word.chars().count() > 1 && heading.contains(&word);
        let letters = heading.chars().count();
        (2..=10).contains(&letters)
            && (words().any(is_in)
                || letters > 2 && nearest(&heading, words().collect::<Vec<_>>().iter().map(|word| &**word)).is_some())
    }
}

/// The longest heading that may mean anything, in bytes.
const LONGEST: usize = 300;

/// How surely a heading means a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Sure {
    /// Where no other column does.
    Perhaps,
    /// By its name.
    Yes,
    /// By its id, as in tables that go out, or as somebody says.
    ById,
}

/// A heading without what does not matter: case, spaces, what stands in brackets, a star or colon at its end.
fn plain(heading: &str) -> String {
    let heading = folded(heading).to_lowercase();
    let before_brackets = heading.split(['(', '[', '【']).next().unwrap_or_default();
    let plain = |text: &str| {
        let kept = text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '_' | '-' | '.'));
        kept.collect::<String>().trim_matches(['*', ':', '：', '?']).to_owned()
    };
    let short = plain(before_brackets);
    if short.is_empty() { plain(&heading) } else { short }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_read_as_people_write_them() {
        let date = Field { of: "attendance", id: "date" };
        for heading in ["date", " Date ", "DATE*", "Ｄａｔｅ"] {
            assert_eq!(date.meant_by(heading), Some(Sure::ById), "{heading}");
        }
        for heading in ["日期", "日 期", "日期（年月日）", "会议日期："] {
            assert_eq!(date.meant_by(heading), Some(Sure::Yes), "{heading}");
        }
        for heading in ["", "日", "update", "姓名", "（日期）x"] {
            assert_eq!(date.meant_by(heading), None, "{heading}");
        }
    }
}
