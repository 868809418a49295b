//! What people type, in the plainest form.

/// A text with full-width letters, digits and signs made plain, and without the spaces around it.
pub fn folded(text: &str) -> String {
    let plain = |c: char| match c {
        '！'..='～' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '\u{3000}' | '\u{a0}' => ' ',
        other => other,
    };
    text.chars().map(plain).collect::<String>().trim().to_owned()
}
