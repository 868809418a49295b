//! A text in which names stand in one spelling: without what cannot be seen, of usual width, in simplified characters,
//! one dot for all dots, and no space within what is Chinese.

use std::borrow::Cow;
use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::compose;

use super::pinyin::slug;
use super::same::{is_dot, is_han, is_ignorable, of_radical};
use super::traditional::simplified;

/// A text in one spelling, and where each part of it stands in the text as it is.
pub(super) struct Spelled<'t> {
    /// The text in one spelling.
    pub(super) text: Cow<'t, str>,
    /// For each byte of it, the place of its character in the text as it is; none where both are the same.
    places: Option<Vec<Range<usize>>>,
}

impl<'t> Spelled<'t> {
    /// A text as it is.
    pub(super) fn of(text: &'t str) -> Self {
        if text.is_ascii() {
            return Self { text: text.into(), places: None };
        }
        let chars: Vec<_> = text.char_indices().filter(|(_, c)| !is_ignorable(*c)).collect();
        let (mut spelled, mut places): (String, Vec<Range<usize>>) = (String::with_capacity(text.len()), Vec::new());
        for (index, (at, c)) in chars.iter().copied().enumerate() {
            let place = at..at + c.len_utf8();
            let last = spelled.chars().next_back();
            if let Some((last, whole)) = last.and_then(|last| Some((last, compose(last, c)?))) {
                spelled.truncate(spelled.len() - last.len_utf8());
                let begun = places[spelled.len()].start;
                places.truncate(spelled.len());
                push(&mut spelled, &mut places, whole, &(begun..place.end));
                continue;
            }
            let is_name = |c: Option<char>| c.is_some_and(|c| is_han(of_radical(c)) || c == '·');
            let next = || chars[index + 1..].iter().map(|(_, c)| *c).find(|c| !is_space(*c));
            match c {
                c if is_space(c) && is_name(last) && next().is_some_and(|c| is_name(Some(c)) || is_dot(c)) => {}
                c if is_dot(c) && (c != '.' || is_name(last) && is_name(next())) => {
                    push(&mut spelled, &mut places, '·', &place);
                }
                c => of_radical(c).nfkc().for_each(|c| push(&mut spelled, &mut places, simplified(c), &place)),
            }
        }
        Self { text: spelled.into(), places: Some(places) }
    }

    /// Where a part of it stands in the text as it is.
    pub(super) fn place(&self, part: Range<usize>) -> Range<usize> {
        match &self.places {
            Some(places) if !part.is_empty() => places[part.start].start..places[part.end - 1].end,
            _ => part,
        }
    }
}

fn push(text: &mut String, places: &mut Vec<Range<usize>>, c: char, place: &Range<usize>) {
    text.push(c);
    places.resize(text.len(), place.clone());
}

/// Spaces that set the characters of a name apart.
fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\u{a0}' | '\u{3000}')
}

/// A Chinese name in Latin letters as people write it: `Ma Jun`, `MA JUN`, `ma jun`, `MaJun`. None of one that has only
/// one syllable or part.
pub(super) fn latin(name: &str) -> Vec<String> {
    let Some(slug) = slug(name).filter(|_| name.chars().any(is_han)) else { return vec![] };
    let Some((surname, given)) = slug.split_once('-') else { return vec![] };
    let large = |word: &str| word[..1].to_uppercase() + &word[1..];
    let both = [large(surname), large(given)];
    vec![
        both.join(" "),
        both.concat(),
        format!("{surname} {given}"),
        slug.replace('-', " ").to_uppercase(),
        format!("{} {}", surname.to_uppercase(), both[1]),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_found_however_it_is_spelled_and_its_place_is_known() {
        for (text, name) in [
            ("由欧 阳 娜记录", "欧阳娜"),
            ("由歐陽娜记录", "欧阳娜"),
            ("由欧\u{200b}阳娜记录", "欧阳娜"),
            ("由阿卜杜・热合曼记录", "阿卜杜·热合曼"),
            ("由阿卜杜.热合曼记录", "阿卜杜·热合曼"),
            ("由阿卜杜 · 热合曼记录", "阿卜杜·热合曼"),
            ("由\u{f9e1}敏记录", "李敏"),
            ("由⻢⻰记录", "马龙"),
            ("由Jose\u{301}记录", "José"),
            ("由Ａｎｎ记录", "Ann"),
        ] {
            let spelled = Spelled::of(text);
            let at = spelled.text.find(name).unwrap_or_else(|| panic!("{text}: {}", spelled.text));
            let place = spelled.place(at..at + name.len());
            assert_eq!((&text[..place.start], &text[place.end..]), ("由", "记录"), "{text}");
        }
        for text in ["2026.11.05，第3.5条", "好 1 of 2", "e.g. 王"] {
            assert_eq!(Spelled::of(text).text.replace('·', "."), text.nfkc().collect::<String>(), "{text}");
        }
    }

    #[test]
    fn a_name_in_latin_letters() {
        assert_eq!(latin("马军"), ["Ma Jun", "MaJun", "ma jun", "MA JUN", "MA Jun"]);
        assert_eq!(latin("欧阳娜")[0], "Ouyang Na");
        assert!(latin("Ann").is_empty() && latin("马").is_empty());
    }
}
