//! Long numbers in texts: those of telephones, identity cards and accounts, however their digits are grouped.

use std::ops::Range;

/// So many digits has a number that is hidden.
const LONG: usize = 11;

/// A text with something else in the place of its long numbers.
pub(super) fn without_long_numbers(text: &str, hidden: &str) -> String {
    let (mut new, mut at) = (String::with_capacity(text.len()), 0);
    for range in long_numbers(text) {
        new += &text[at..range.start];
        new += hidden;
        at = range.end;
    }
    new + &text[at..]
}

/// A run of digits.
struct Group {
    range: Range<usize>,
    digits: String,
}

/// Where long numbers stand: eleven digits or more in one group, or in several that one space or dash parts.
fn long_numbers(text: &str) -> Vec<Range<usize>> {
    let mut numbers = Vec::new();
    let groups = groups(text);
    let mut first = 0;
    while first < groups.len() {
        let joined = groups[first..].windows(2).take_while(|two| is_joint(&text[two[0].range.end..two[1].range.start]));
        let run = &groups[first..=first + joined.count()];
        // The longest of them that is one number: a date beside it is none.
        let most = (1..=run.len()).rev().find(|length| is_number(&run[..*length]));
        let length = most.unwrap_or(1);
        if most.is_some() {
            let (start, mut end) = (run[0].range.start, run[length - 1].range.end);
            end += check_digit(&text[end..]);
            if !is_in_digest(text, start, end) {
                numbers.push(start..end);
            }
        }
        first += length;
    }
    numbers
}

fn groups(text: &str) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for (at, c) in text.char_indices() {
        let Some(digit) = digit(c) else { continue };
        let end = at + c.len_utf8();
        match groups.last_mut() {
            Some(last) if last.range.end == at => {
                last.range.end = end;
                last.digits.push(digit);
            }
            _ => groups.push(Group { range: at..end, digits: digit.to_string() }),
        }
    }
    groups
}

/// A digit, of usual or full width.
fn digit(c: char) -> Option<char> {
    match c {
        '0'..='9' => Some(c),
        '０'..='９' => char::from_digit(u32::from(c) - u32::from('０'), 10),
        _ => None,
    }
}

/// Whether a text between two groups of digits may stand within one number.
fn is_joint(between: &str) -> bool {
    matches!(between, " " | "\u{a0}" | "\u{3000}" | "-" | "－" | "‐" | "‑" | "–" | "—")
}

/// Whether groups are one long number: each has three digits or more, or each has one, and they are not all years.
fn is_number(groups: &[Group]) -> bool {
    let mut lengths = groups.iter().map(|group| group.digits.len());
    let is_year =
        |group: &Group| group.digits.len() == 4 && (group.digits.starts_with("19") || group.digits.starts_with("20"));
    let is_grouped =
        groups.len() == 1 || lengths.clone().all(|length| length == 1) || lengths.clone().all(|length| length > 2);
    // The number of a country may stand before: 86 138…
    let is_abroad = groups.len() > 1 && groups[0].digits == "86" && lengths.clone().skip(1).all(|length| length > 2);
    lengths.by_ref().sum::<usize>() >= LONG && (is_grouped || is_abroad) && !groups.iter().all(is_year)
}

/// The length of the letter that identity cards may end in.
fn check_digit(after: &str) -> usize {
    after.chars().next().filter(|c| matches!(c, 'X' | 'x' | 'Ｘ' | 'ｘ')).map_or(0, char::len_utf8)
}

/// Whether digits stand in a digest, which has long runs of them too.
fn is_in_digest(text: &str, start: usize, end: usize) -> bool {
    let is_hex = |c: Option<char>| c.is_some_and(|c| c.is_ascii_hexdigit());
    is_hex(text[..start].chars().next_back()) || is_hex(text[end..].chars().next())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_people_are_hidden_however_they_are_grouped() {
        for (text, expected) in [
            ("电话13800001234，证号11010119900101001X。", "电话×，证号×。"),
            ("138-1234-5678", "×"),
            ("138 1234 5678、１３８１２３４５６７８", "×、×"),
            ("+86 138 0000 1234", "+×"),
            ("110101 19900101 001x", "×"),
            ("1 3 8 0 0 0 0 1 2 3 4", "×"),
            ("0571-88888888", "×"),
            ("6222 0212 3456 7890 123", "×"),
            ("2026-11-05 13800001234", "2026-11-05 ×"),
            ("2026-11-05 2026-11-06", "2026-11-05 2026-11-06"),
            ("2024 2025 2026", "2024 2025 2026"),
            ("2026-11-05 19:30，1234567890 元", "2026-11-05 19:30，1234567890 元"),
            ("第 1 2 3 10 11 12 13 次", "第 1 2 3 10 11 12 13 次"),
            ("sha256 ab123456789012cd", "sha256 ab123456789012cd"),
            ("", ""),
        ] {
            assert_eq!(without_long_numbers(text, "×"), expected, "{text}");
        }
    }
}
