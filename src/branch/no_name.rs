//! Whether a text may be the name of a person at all.

use super::pinyin::surname;
use super::same::{clean_name, is_han};
use crate::words::{self, HEADING_WORDS, NOBODY_WORDS, SIGNATURE_WORDS, SUM_WORDS, Text};

/// The longest name, in characters.
const LONGEST: usize = 60;

/// Why a text is no name of one person, though somebody may insist that it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoName {
    /// It is empty.
    Empty,
    /// It has signs that move a cursor or turn a line round; nobody can insist on those.
    Control,
    /// It seems to be of several: their names.
    Several(Vec<String>),
    /// It says that there is nobody: `无`, `/`.
    Nobody,
    /// It is a sum, a heading, or what stands above and below a table.
    Label,
    /// It has signs that no name has, or a number.
    Signs,
    /// Characters in it were lost on the way.
    Lost,
    /// A part of it is hidden: `赵*`.
    Masked,
    /// Something stands behind it in brackets: the name alone.
    Beside(String),
    /// It is longer than names are.
    Long,
}

impl NoName {
    /// In a sentence.
    pub fn told(&self, text: &str) -> Text {
        let shown = words::shown(text);
        match self {
            Self::Empty => words::empty_name(),
            Self::Control => words::control_character(),
            Self::Several(names) => {
                words::name_of_several(shown, Text::list(names.iter().map(|name| Text::same(words::shown(name)))))
            }
            Self::Nobody => words::name_of_nobody(shown),
            Self::Label => words::name_is_label(shown),
            Self::Signs => words::name_has_signs(shown),
            Self::Lost => words::name_is_lost(shown),
            Self::Masked => words::name_is_masked(shown),
            Self::Beside(name) => words::name_and_more(shown, words::shown(name)),
            Self::Long => words::name_too_long(shown),
        }
    }
}

/// The name a text is, cleaned; one that seems to be none only where somebody insists.
///
/// # Errors
/// Why it seems to be none.
pub fn person_name(text: &str, insist: bool) -> Result<String, NoName> {
    let name = clean_name(text);
    match doubt(text, &name) {
        Some(doubt) if !insist || matches!(doubt, NoName::Empty | NoName::Control) => Err(doubt),
        _ if !words::is_plain_name(&name) => Err(NoName::Control),
        _ => Ok(name),
    }
}

/// The names that stand in one text, parted by signs, line ends or spaces; one where it is one.
pub fn parted_names(text: &str) -> Vec<String> {
    let parts = text.split(['、', '，', ',', ';', '；', '/', '／', '|', '\n', '\r']);
    let parts = parts.map(str::trim).filter(|part| !part.is_empty());
    parts.flat_map(spaced_names).map(|name| clean_name(&name)).filter(|name| !name.is_empty()).collect()
}

/// Chinese names parted by spaces: `孙磊 徐浩`; one that is set wide is one: `王　芳`, `欧阳 娜娜`.
fn spaced_names(text: &str) -> Vec<String> {
    if !text.chars().all(|c| is_han(c) || c.is_whitespace()) {
        return vec![text.to_owned()];
    }
    let mut names: Vec<String> = Vec::new();
    // A character alone, or a surname of two, goes with what follows.
    let mut open = false;
    for part in text.split_whitespace() {
        match names.last_mut().filter(|_| open) {
            Some(name) => {
                name.push_str(part);
                open = false;
            }
            None => {
                let count = part.chars().count();
                open = count == 1 || count == 2 && surname(&format!("{part}一")) == part;
                names.push(part.to_owned());
            }
        }
    }
    names
}

fn doubt(text: &str, name: &str) -> Option<NoName> {
    if name.is_empty() {
        return Some(NoName::Empty);
    }
    let is_control = |line: &str| !words::is_plain_name(&line.replace(['\u{feff}', '\u{200e}', '\u{200f}'], ""));
    if text.trim().lines().any(is_control) {
        return Some(NoName::Control);
    }
    let lower = name.to_lowercase();
    let bare: String = lower.chars().filter(|c| !c.is_whitespace()).collect();
    if NOBODY_WORDS.contains(&bare.as_str()) {
        return Some(NoName::Nobody);
    }
    if is_label(name) {
        return Some(NoName::Label);
    }
    if name.starts_with(['=', '+', '-', '@']) {
        return Some(NoName::Signs);
    }
    let names = parted_names(text);
    if names.len() > 1 {
        return Some(NoName::Several(names));
    }
    if let Some((own, _)) = beside(name) {
        return Some(NoName::Beside(own));
    }
    if name.contains(['*', '×', '✱', '○', '〇']) && name.chars().count() <= 5 || name.chars().skip(1).any(|c| c == '某')
    {
        return Some(NoName::Masked);
    }
    if name.chars().any(|c| matches!(c, '?' | '\u{fffd}' | '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}')) {
        return Some(NoName::Lost);
    }
    let digits = name.chars().filter(char::is_ascii_digit).count();
    let has_letter = name.chars().any(char::is_alphabetic);
    if !has_letter || digits > 2 || name.contains([':', '=', '@', '#', '<', '>', '\\', '{', '}', '|', '!', '%']) {
        return Some(NoName::Signs);
    }
    (name.chars().count() > LONGEST).then_some(NoName::Long)
}

/// Whether a text is a sum, a heading, or what stands above and below a table: `合计：9人`, `制表人：李敏`.
pub fn is_label(text: &str) -> bool {
    let bare: String = clean_name(text).to_lowercase().chars().filter(|c| !c.is_whitespace()).collect();
    let begins = |words: &[&str]| words.iter().any(|word| bare.starts_with(word));
    let is_sum = SUM_WORDS.iter().any(|word| {
        bare.strip_prefix(word).is_some_and(|rest| rest.chars().next().is_none_or(|c| !c.is_ascii_alphabetic()))
    });
    is_sum || begins(SIGNATURE_WORDS) || HEADING_WORDS.contains(&bare.trim_end_matches(':'))
}

/// A name and what stands behind it in brackets: `王芳（治安）`.
pub fn beside(name: &str) -> Option<(String, String)> {
    let (own, rest) = name.split_once(['(', '（', '[', '【', '〔'])?;
    let more = rest.trim_end().strip_suffix([')', '）', ']', '】', '〕'])?;
    let own = clean_name(own);
    (!own.is_empty() && !more.trim().is_empty()).then(|| (own, more.trim().to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_people_are_names() {
        for name in [
            "王芳",
            "王　芳",
            "欧阳娜娜",
            "欧阳 娜娜",
            "阿卜杜·买买提",
            "José Peña",
            "O'Brien",
            "Ann Lee",
            "王䶮",
            "J. R. Smith",
            "李强2",
            "Totally Unknown",
            "合心",
            "注生",
        ] {
            assert!(person_name(name, false).is_ok(), "{name} {:?}", person_name(name, false));
        }
    }

    #[test]
    fn what_is_no_name_is_told() {
        let several = |names: &[&str]| NoName::Several(names.iter().map(|name| (*name).to_owned()).collect());
        for (text, expected) in [
            ("", NoName::Empty),
            ("\u{200b}", NoName::Empty),
            ("\u{1b}[31m", NoName::Control),
            ("周一\n吴二", several(&["周一", "吴二"])),
            ("郑三、王四", several(&["郑三", "王四"])),
            ("冯五 陈六", several(&["冯五", "陈六"])),
            ("孙磊　徐浩　胡伟", several(&["孙磊", "徐浩", "胡伟"])),
            ("褚七（女）", NoName::Beside("褚七".into())),
            ("卫八(预备)", NoName::Beside("卫八".into())),
            ("1", NoName::Signs),
            ("合计", NoName::Label),
            ("合计：9人", NoName::Label),
            ("合　计", NoName::Label),
            ("Total: 9", NoName::Label),
            ("制表人：李敏", NoName::Label),
            ("姓名", NoName::Label),
            ("Name", NoName::Label),
            ("13800001111", NoName::Signs),
            ("赵刚13800001111", NoName::Signs),
            ("=1+1", NoName::Signs),
            ("赵*", NoName::Masked),
            ("张某某", NoName::Masked),
            ("无", NoName::Nobody),
            ("/", NoName::Nobody),
            ("—", NoName::Nobody),
            ("赵?", NoName::Lost),
            ("赵\u{fffd}", NoName::Lost),
            ("赵\u{e123}", NoName::Lost),
            ("联系人：赵刚", NoName::Signs),
        ] {
            assert_eq!(person_name(text, false), Err(expected), "{text:?}");
        }
    }

    #[test]
    fn somebody_may_insist_but_not_on_what_moves_a_cursor() {
        assert_eq!(person_name("张某", true).as_deref(), Ok("张某"));
        assert_eq!(person_name("", true), Err(NoName::Empty));
        assert_eq!(person_name("a\u{1b}b", true), Err(NoName::Control));
        assert_eq!(person_name("周一\n吴二", true).as_deref(), Ok("周一吴二"));
    }
}
