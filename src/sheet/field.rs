//! The fields a table may fill, and what the headings of their columns may be.

use crate::record::folded;
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
            [zh, en, ..] => Text::new(*zh, *en),
            _ => Text::same(self.id),
        }
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
            return Some(Sure::Yes);
        }
        words::field_words(self.of, self.id).iter().find_map(|word| sure(&word))
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
        for heading in ["date", " Date ", "DATE*", "日期", "日 期", "日期（年月日）", "会议日期：", "Ｄａｔｅ"]
        {
            assert_eq!(date.meant_by(heading), Some(Sure::Yes), "{heading}");
        }
        for heading in ["", "日", "update", "姓名", "（日期）x"] {
            assert_eq!(date.meant_by(heading), None, "{heading}");
        }
    }
}
