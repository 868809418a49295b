//! The slips behind a text that is no TOML: a bracket left open, one for two in a heading, marks of another keyboard.

use std::ops::Range;

use toml_parser::lexer::TokenKind;

/// The line around a place in a text, without what is blank at its ends.
fn line(text: &str, at: usize) -> Range<usize> {
    let start = text[..at].rfind('\n').map_or(0, |end| end + 1);
    let end = text[at..].find('\n').map_or(text.len(), |end| at + end);
    let blank = text[start..end].len() - text[start..end].trim_start().len();
    start + blank..start + text[start..end].trim_end().len().max(blank)
}

/// Whether a line begins a key or is a heading.
fn begins(line: &str) -> bool {
    let name = |text: &str| !text.is_empty() && text.bytes().all(|c| c.is_ascii_alphanumeric() || b"-_".contains(&c));
    heading(line).is_some() || line.split_once('=').is_some_and(|(key, _)| name(key.trim()))
}

/// The name of a heading, and whether it stands in two brackets.
fn heading(line: &str) -> Option<(&str, bool)> {
    let line = line.split('#').next().unwrap_or_default().trim();
    let inner = line.strip_prefix('[')?.strip_suffix(']')?;
    let twice = inner.strip_prefix('[').and_then(|inner| inner.strip_suffix(']'));
    let name = twice.unwrap_or(inner);
    let is_name = !name.is_empty() && name.bytes().all(|c| c.is_ascii_alphanumeric() || b"-_.".contains(&c));
    is_name.then_some((name, twice.is_some()))
}

/// The bracket that was never closed, where a place in the text is that of the next key or heading below it.
pub(super) fn left_open(text: &str, at: usize) -> Option<Range<usize>> {
    let at = (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at))?;
    let next = line(text, at);
    if !begins(&text[next.clone()]) {
        return None;
    }
    let mut open = Vec::new();
    for token in toml_parser::Source::new(&text[..next.start]).lex() {
        let span = token.span();
        match token.kind() {
            TokenKind::LeftSquareBracket | TokenKind::LeftCurlyBracket => open.push(span.start()..span.end()),
            TokenKind::RightSquareBracket | TokenKind::RightCurlyBracket => drop(open.pop()),
            _ => {}
        }
    }
    open.into_iter().next()
}

/// The heading of one bracket, where others of its name stand in two; and that name.
pub(super) fn single_heading(text: &str, at: usize) -> Option<(Range<usize>, &str)> {
    let (name, _) = heading(&text[line(text, at.min(text.len()))])?;
    let mut single = None;
    let (mut start, mut is_list) = (0, false);
    for whole in text.split_inclusive('\n') {
        match heading(whole) {
            Some((other, true)) if other == name => is_list = true,
            Some((other, false)) if other == name => single = single.or_else(|| Some(line(text, start))),
            _ => {}
        }
        start += whole.len();
    }
    single.filter(|_| is_list).map(|single| (single, name))
}

/// The mark that is meant by one of another keyboard.
pub(super) fn straight(mark: char) -> Option<char> {
    Some(match mark {
        '“' | '”' | '„' | '＂' | '「' | '」' => '"',
        '‘' | '’' | '＇' => '\'',
        '，' | '、' => ',',
        '＝' => '=',
        '［' | '【' => '[',
        '］' | '】' => ']',
        '｛' => '{',
        '｝' => '}',
        '＃' => '#',
        _ => return None,
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[track_caller]
    fn open(text: &str, at: &str, expected: Option<usize>) {
        assert_eq!(left_open(text, text.find(at).unwrap()).map(|open| open.start), expected, "{text}");
    }

    #[test]
    fn a_bracket_is_left_open_where_the_next_key_begins() {
        open("a = [1,\nb = 2\n", "b", Some(4));
        open("a = { x = 1\n[[c]]\n", "c", Some(4));
        open("a = [1]\nb = 2 2\n", "b", None);
        open("a = \"[\" # [\nb = x\n", "b", None);
        open("a = [\n  x,\n]\n", "x", None);
    }

    #[test]
    fn a_heading_in_one_bracket_among_those_in_two() {
        let text = "[kind]\nid = 1\n[[kind]]\n[[other]]\n";
        assert_eq!(single_heading(text, text.find("[[kind").unwrap()), Some((0..6, "kind")));
        assert_eq!(single_heading(text, 1), Some((0..6, "kind")));
        assert_eq!(single_heading(text, text.find("[[other").unwrap()), None);
        assert_eq!(single_heading("[kind]\n[kind]\n", 8), None);
    }
}
