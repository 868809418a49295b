//! Widths on the screen: 张 takes two columns, so characters cannot be counted.

use unicode_width::UnicodeWidthStr;

/// How many columns a text takes on the screen.
pub(super) fn width(text: &str) -> usize {
    text.width()
}

/// Pads a text with spaces to so many columns, on the left for numbers.
pub fn pad(text: &str, columns: usize, left: bool) -> String {
    let gap = " ".repeat(columns.saturating_sub(width(text)));
    if left { gap + text } else { text.to_owned() + &gap }
}

/// Cuts a text to so many columns, with … at the end where something is cut.
pub(super) fn fit(text: &str, columns: usize) -> String {
    if width(text) <= columns {
        return text.to_owned();
    }
    let mut fitting = String::new();
    for character in text.chars() {
        fitting.push(character);
        if width(&fitting) + 1 > columns {
            fitting.pop();
            break;
        }
    }
    fitting + "…"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_every_width_fill_the_same_columns() {
        for name in ["王小明", "欧阳娜娜", "Сковорода", "Ann", "👨‍👩‍👧 家", "🇨🇳", "é", ""]
        {
            assert_eq!(width(&pad(name, 12, false)), 12, "{name}");
            assert_eq!(width(&pad(name, 12, true)), 12, "{name}");
        }
    }

    #[test]
    fn a_long_text_is_cut_between_characters() {
        assert_eq!(fit("学习支部工作条例", 9), "学习支部…");
        assert_eq!(fit("学习支部工作条例", 8), "学习支…");
        assert_eq!(fit("学习", 4), "学习");
        assert_eq!(fit("abc", 2), "a…");
    }
}
