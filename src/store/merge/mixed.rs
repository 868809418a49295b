//! A line that both sides changed, settled key by key.

use super::super::outline::{Kind, Outline};
use super::Clash;

/// One of the two sides of a merge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// What is checked out here.
    Ours,
    /// What is merged into it.
    Theirs,
}

/// A line of a list, taken apart.
struct Line {
    text: String,
    /// Where the table stands.
    table: std::ops::Range<usize>,
    keys: Vec<(String, String)>,
}

/// Stands before a line, so that it can be read.
const BEFORE: &str = "x = [\n";

impl Line {
    fn of(text: &str) -> Option<Self> {
        let whole = format!("{BEFORE}{text}]\n");
        toml_spanner::parse(&whole, &toml_spanner::Arena::new()).ok()?;
        let outline = Outline::of(&whole);
        let [pair] = &outline.sections.first()?.pairs[..] else { return None };
        let Kind::List(_, items) = outline.kind(&pair.value) else { return None };
        let [item] = &items[..] else { return None };
        let Kind::Table(_, pairs) = outline.kind(item) else { return None };
        let keys = pairs.iter().map(|pair| (pair.keys.join("."), whole[pair.value.span.clone()].to_owned()));
        let table = item.span.start - BEFORE.len()..item.span.end - BEFORE.len();
        Some(Self { text: text.to_owned(), table, keys: keys.collect() })
    }

    fn get(&self, key: &str) -> Option<&str> {
        self.keys.iter().find(|(known, _)| known == key).map(|(_, value)| value.as_str())
    }
}

impl Clash {
    /// The line with each key from the side that is named for it. A key that only one side changed is that side's, where
    /// none is named. None where both changed one for which no side is named, or where it is no line of a list.
    pub fn mixed(&self, side: impl Fn(&str) -> Option<Side>) -> Option<String> {
        let (ours, theirs) = (Line::of(&self.ours)?, Line::of(&self.theirs)?);
        let base = Line::of(&self.base);
        let take = |key: &str| {
            let (of_ours, of_theirs) = (ours.get(key), theirs.get(key));
            let was = base.as_ref().map(|base| base.get(key));
            let side = match side(key) {
                Some(side) => side,
                None if of_ours == of_theirs || was == Some(of_theirs) => Side::Ours,
                None if was == Some(of_ours) => Side::Theirs,
                None => return None,
            };
            Some(if side == Side::Ours { of_ours } else { of_theirs })
        };
        let all = ours.keys.iter().chain(theirs.keys.iter().filter(|(key, _)| ours.get(key).is_none()));
        let mut keys = Vec::new();
        for (key, _) in all {
            keys.extend(take(key)?.map(|value| format!("{key} = {value}")));
        }
        let mut text = ours.text.clone();
        text.replace_range(ours.table, &format!("{{ {} }}", keys.join(", ")));
        Some(text)
    }
}
