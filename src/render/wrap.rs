//! Long texts in lines of so many columns, broken where their language allows it.

use super::width::width;

/// What begins no line, and what ends none.
const NO_BEGIN: &str = "，。、；：！？）》」』”’…—％,.;:!?)]}";
const NO_END: &str = "（《「『“‘([{";

/// A text in lines of at most so many columns: broken at spaces, and between two characters of which one is wide.
pub(super) fn wrap(text: &str, columns: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for piece in pieces(text) {
        if !line.is_empty() && width(&line) + width(piece.trim_end()) > columns {
            lines.push(std::mem::take(&mut line).trim_end().to_owned());
        }
        line.push_str(piece);
    }
    lines.push(line);
    lines
}

/// The parts of a text that no line break divides, each with the spaces after it.
fn pieces(text: &str) -> Vec<&str> {
    let characters: Vec<_> = text.char_indices().collect();
    let mut pieces = Vec::new();
    let mut from = 0;
    for pair in characters.windows(2) {
        let [(_, before), (at, after)] = *pair else { continue };
        let wide = |c: char| width(c.encode_utf8(&mut [0; 4])) == 2;
        let at_space = before == ' ' && after != ' ';
        let between =
            (wide(before) || wide(after)) && after != ' ' && !NO_BEGIN.contains(after) && !NO_END.contains(before);
        if at_space || between {
            pieces.push(&text[from..at]);
            from = at;
        }
    }
    pieces.push(&text[from..]);
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stay_whole_and_chinese_breaks_anywhere_but_at_its_marks() {
        assert_eq!(wrap("the day; today where it is not said", 16), ["the day; today", "where it is not", "said"]);
        assert_eq!(wrap("应到的人，都算出席。", 8), ["应到的", "人，都算", "出席。"]);
        assert_eq!(wrap("设了（如 NO_COLOR）就不用", 10), ["设了（如", "NO_COLOR）", "就不用"]);
        assert_eq!(wrap("", 8), [""]);
        assert_eq!(wrap("unbreakable", 4), ["unbreakable"]);
    }
}
