//! Names that are not to be seen: what stands in for them, in records and in whatever people wrote.

use std::collections::{BTreeMap, BTreeSet};

use super::finder::Finder;
use super::numbers::without_long_numbers;
use super::pinyin::surname;
use super::spelled::latin;
use super::{Branch, People};
use crate::record::{Day, MemberId};
use crate::words::{Lang, Text};

/// What stands for what is not told.
const HIDDEN: &str = "×";

/// What stands in for the names and the ids of people, wherever they are written.
pub struct Mask(Finder<String>);

impl Branch {
    /// Takes the names of the people away: of each the surname stays, with the number in the order of coming where
    /// several would read alike. In the place of an id stands the name of a day. Gives what hides them in texts too.
    pub fn mask(&mut self, day: Day) -> Mask {
        let mut alike: BTreeMap<String, usize> = BTreeMap::new();
        for member in self.members.values() {
            for plain in member.names().map(|name| hidden(name)).collect::<BTreeSet<_>>() {
                *alike.entry(plain).or_default() += 1;
            }
        }
        let mut words = Vec::new();
        let places = self.in_order_of_coming().into_iter().cloned().zip(1..);
        let places: BTreeMap<MemberId, usize> = places.collect();
        let people: Vec<_> = self.members.iter().map(|(id, member)| (id.clone(), member.clone())).collect();
        let people = people.into_iter().map(|(id, mut member)| {
            let mut hide = |name: &mut String| {
                let plain = hidden(name);
                let shown = match alike.get(&plain) {
                    Some(2..) => format!("{plain}{}", places[&id]),
                    _ => plain.clone(),
                };
                // Namesakes cannot be told apart in a text: what stands for both has no number.
                let in_texts = if self.members.is_shared(name) { plain } else { shown.clone() };
                words.extend(latin(name).into_iter().map(|word| (word, in_texts.clone())));
                words.push((name.trim().to_owned(), in_texts));
                *name = shown;
            };
            member.record.former.iter_mut().for_each(|one| hide(&mut one.name.value));
            hide(&mut member.record.name.value);
            let shown = member.name_on(day);
            let ids = [id.to_string(), id.as_str().replace('-', " "), id.as_str().replace('-', "")];
            words.extend(ids.into_iter().map(|word| (word, shown.to_owned())));
            (id, member)
        });
        self.members = people.collect::<People>();
        self.is_masked = true;
        Mask::of(words)
    }

    /// What is written where nobody has an id.
    pub(super) fn nobody(&self, id: &MemberId) -> Text {
        Text::same(if self.is_masked { HIDDEN } else { id.as_str() })
    }
}

/// A name of which only the surname is told; nothing of one that has no more.
fn hidden(name: &str) -> String {
    let surname = surname(name);
    if surname.len() == name.trim().len() { HIDDEN.to_owned() } else { format!("{surname}{HIDDEN}") }
}

impl Mask {
    /// Hides words, each behind something else: `li-min` in `li-min-2` too.
    fn of(words: Vec<(String, String)>) -> Self {
        Self(Finder::in_any_case(words, |c| c.is_ascii_alphanumeric()))
    }

    /// A text without the names.
    pub fn text(&self, text: &Text) -> Text {
        Text::new(self.hide(text.get(Lang::Zh)), self.hide(text.get(Lang::En)))
    }

    /// The same of one wording. Long numbers go as well.
    fn hide(&self, text: &str) -> String {
        without_long_numbers(&self.0.replace(text, |shown| Some(shown.clone())), HIDDEN)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn name(name: &str, expected: &str) {
        assert_eq!(hidden(name), expected);
    }

    #[test]
    fn of_a_name_only_the_surname_stays() {
        name("赵刚", "赵×");
        name("王小明", "王×");
        name("欧阳娜娜", "欧阳×");
        name("欧阳", "欧×");
        name("刚", "×");
        name("John Smith", "J×");
        name("阿卜杜·热合曼", "阿×");
        name("", "×");
    }

    #[test]
    fn names_and_ids_are_hidden_wherever_they_stand_alone() {
        let people = [("王芳", "王×"), ("王芳芳", "王×2"), ("li", "李×"), ("li-min", "李×3"), ("Ann", "A×")];
        let words = people.iter().map(|(word, shown)| ((*word).to_owned(), (*shown).to_owned()));
        let mask = Mask::of(words.collect());
        for (text, expected) in [
            ("请王芳发言", "请王×发言"),
            ("王芳芳、王芳", "王×2、王×"),
            ("members/li-min.toml:3", "members/李×3.toml:3"),
            ("a line, polite, li.", "a line, polite, 李×."),
            ("由li记录", "由李×记录"),
            ("Anna and Ann", "Anna and A×"),
            ("li-min-2", "李×3-2"),
            ("Li-Min, LI-MIN", "李×3, 李×3"),
            ("王 芳　王　芳", "王×　王×"),
            ("王 芳 芳、王\u{200b}芳", "王×2、王×"),
            ("电话138-0000-1234", "电话×"),
            ("", ""),
        ] {
            assert_eq!(mask.hide(text), expected);
        }
    }
}
