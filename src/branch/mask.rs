//! Names that are not to be seen: what stands in for them, in records and in whatever people wrote.

use std::collections::{BTreeMap, HashMap};

use super::pinyin::surname;
use super::{Branch, People};
use crate::record::MemberId;
use crate::words::{Lang, Text};

/// What stands for what is not told.
const HIDDEN: &str = "×";

/// What stands in for the names and the ids of people, wherever they are written.
#[derive(Debug, Default)]
pub struct Mask {
    /// The words to look for by their first character, the longest first, each with what stands in for it.
    by_first: HashMap<char, Vec<(String, String)>>,
}

impl Branch {
    /// Takes the names of the people away: of each the surname stays, with the number on the roll where several would
    /// read alike. Gives what hides them in texts too.
    pub fn mask(&mut self) -> Mask {
        let mut alike: BTreeMap<String, usize> = BTreeMap::new();
        for member in self.members.values() {
            *alike.entry(hidden(&member.name.value)).or_default() += 1;
        }
        let mut mask = Mask::default();
        let people: Vec<_> = self.members.iter().map(|(id, member)| (id.clone(), member.clone())).collect();
        let people = people.into_iter().enumerate().map(|(at, (id, mut member))| {
            let mut shown = hidden(&member.name.value);
            if alike.get(&shown).is_some_and(|times| *times > 1) {
                shown += &(at + 1).to_string();
            }
            // Namesakes cannot be told apart in a text: what stands for both has no number.
            let plain = hidden(&member.name.value);
            let in_texts = if self.members.is_shared(&member.name.value) { &plain } else { &shown };
            spellings(&member.name.value).iter().for_each(|name| mask.add(name, in_texts));
            [id.to_string(), id.as_str().replace('-', " "), id.as_str().replace('-', "")]
                .iter()
                .for_each(|id| mask.add(id, &shown));
            member.record.name.value = shown;
            (id, member)
        });
        self.members = people.collect::<People>();
        self.is_masked = true;
        mask.sorted()
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
    /// The same with the longest words first, so that none is taken for the beginning of another.
    fn sorted(mut self) -> Self {
        for words in self.by_first.values_mut() {
            words.sort_by(|one, other| (other.0.len(), one).cmp(&(one.0.len(), other)));
            words.dedup();
        }
        self
    }

    /// Has something stand in for a word, in large letters or small.
    fn add(&mut self, word: &str, shown: &str) {
        if let Some(first) = word.chars().next() {
            self.by_first.entry(first.to_ascii_lowercase()).or_default().push((word.to_owned(), shown.to_owned()));
        }
    }

    /// A text without the names.
    pub fn text(&self, text: &Text) -> Text {
        Text::new(self.hide(text.get(Lang::Zh)), self.hide(text.get(Lang::En)))
    }

    /// The same of one wording. Long numbers go as well.
    fn hide(&self, text: &str) -> String {
        let mut hidden = String::with_capacity(text.len());
        let mut rest = text;
        let mut before = None;
        while let Some(first) = rest.chars().next() {
            let words = self.by_first.get(&first.to_ascii_lowercase()).into_iter().flatten();
            let is_here = |word: &str| rest.get(..word.len()).is_some_and(|here| here.eq_ignore_ascii_case(word));
            let mut here = words.filter(|(word, _)| is_here(word));
            let stands_alone = |word: &str| {
                let (begin, end) = (word.chars().next(), word.chars().next_back());
                !(joins(before) && joins(begin) || joins(end) && joins(rest[word.len()..].chars().next()))
            };
            let taken = match (here.find(|(word, _)| stands_alone(word)), long_number(rest)) {
                (Some((word, shown)), _) => {
                    hidden += shown;
                    word.len()
                }
                (None, Some(length)) if !joins(before) => {
                    hidden += HIDDEN;
                    length
                }
                _ => {
                    hidden.push(first);
                    first.len_utf8()
                }
            };
            before = rest[..taken].chars().next_back();
            rest = &rest[taken..];
        }
        hidden
    }
}

/// How many bytes of a text a number takes that it begins with, where it is as long as those of telephones, identity
/// cards and accounts.
fn long_number(text: &str) -> Option<usize> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let check = text[digits..].starts_with(['X', 'x']);
    (digits >= 11).then_some(digits + usize::from(check))
}

/// Whether a character goes on with a word in letters: `li` is nobody's id in `line`.
fn joins(character: Option<char>) -> bool {
    character.is_some_and(|c| c.is_alphanumeric() && !('\u{2e80}'..='\u{9fff}').contains(&c))
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
        let mut mask = Mask::default();
        let people = [("王芳", "王×"), ("王芳芳", "王×2"), ("li", "李×"), ("li-min", "李×3"), ("Ann", "A×")];
        people
            .iter()
            .flat_map(|(word, shown)| spellings(word).into_iter().map(move |word| (word, shown)))
            .for_each(|(word, shown)| mask.add(&word, shown));
        let mask = mask.sorted();
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
            ("", ""),
        ] {
            assert_eq!(mask.hide(text), expected);
        }
    }
}
