//! Names that are not to be seen: what stands in for them, in records and in whatever people wrote.

use std::collections::BTreeMap;

use super::finder::Finder;
use super::pinyin::surname;
use super::{Branch, People};
use crate::record::MemberId;
use crate::words::{Lang, Text};

/// What stands for what is not told.
const HIDDEN: &str = "×";

/// What stands in for the names and the ids of people, wherever they are written.
pub struct Mask(Finder<String>);

impl Branch {
    /// Takes the names of the people away: of each the surname stays, with the number on the roll where several would
    /// read alike. Gives what hides them in texts too.
    pub fn mask(&mut self) -> Mask {
        let mut alike: BTreeMap<String, usize> = BTreeMap::new();
        for member in self.members.values() {
            *alike.entry(hidden(&member.name.value)).or_default() += 1;
        }
        let mut words = Vec::new();
        let people: Vec<_> = self.members.iter().map(|(id, member)| (id.clone(), member.clone())).collect();
        let people = people.into_iter().enumerate().map(|(at, (id, mut member))| {
            let name = &member.name.value;
            let plain = hidden(name);
            let shown = match alike.get(&plain) {
                Some(2..) => format!("{plain}{}", at + 1),
                _ => plain.clone(),
            };
            // Namesakes cannot be told apart in a text: what stands for both has no number.
            let in_texts = if self.members.is_shared(name) { &plain } else { &shown };
            words.extend(spellings(name).into_iter().map(|word| (word, in_texts.clone())));
            let ids = [id.to_string(), id.as_str().replace('-', " "), id.as_str().replace('-', "")];
            words.extend(ids.into_iter().map(|word| (word, shown.clone())));
            member.record.name.value = shown;
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

/// A name as people write it: one of two characters with a space between them too, as it stands in columns.
fn spellings(name: &str) -> Vec<String> {
    let name = name.trim();
    match name.chars().collect::<Vec<_>>()[..] {
        [one, other] if !one.is_ascii() => {
            ["", " ", "  ", "\u{3000}"].map(|space| format!("{one}{space}{other}")).to_vec()
        }
        _ => vec![name.to_owned()],
    }
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
        without_long_numbers(&self.0.replace(text, |shown| Some(shown.clone())))
    }
}

/// A text without numbers as long as those of telephones, identity cards and accounts.
fn without_long_numbers(text: &str) -> String {
    let (mut short, mut rest) = (String::with_capacity(text.len()), text);
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
        let digits = rest[start..].bytes().take_while(u8::is_ascii_digit).count();
        let check = usize::from(rest[start + digits..].starts_with(['X', 'x']));
        let (before, number) = (&rest[..start], &rest[start..start + digits]);
        // A digest has long runs of digits, too.
        let in_digest = |c: Option<char>| c.is_some_and(|c| c.is_ascii_hexdigit());
        let is_apart = !in_digest(before.chars().next_back()) && !in_digest(rest[start + digits..].chars().next());
        let long = digits >= 11 && is_apart;
        short += before;
        short += if long { HIDDEN } else { number };
        rest = &rest[start + digits + if long { check } else { 0 }..];
    }
    short + rest
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
        let words = people.iter().flat_map(|(word, shown)| {
            let words = spellings(word).into_iter();
            words.map(|word| (word, (*shown).to_owned()))
        });
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
            ("电话13800001234，证号11010119900101001X。", "电话×，证号×。"),
            ("2026-11-05 19:30，1234567890 元", "2026-11-05 19:30，1234567890 元"),
            ("sha256 ab123456789012cd", "sha256 ab123456789012cd"),
            ("", ""),
        ] {
            assert_eq!(mask.hide(text), expected);
        }
    }
}
