//! Lines of a text: where they begin and end, and what stands on them.

/// The mark some editors put before the text.
const MARK: &str = "\u{feff}";

/// Where the text begins, after a byte-order mark.
pub(super) fn start(text: &str) -> usize {
    if text.starts_with(MARK) { MARK.len() } else { 0 }
}

/// Where the line begins in which a byte stands.
pub(super) fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or_else(|| start(text), |newline| newline + 1)
}

/// Where the line ends in which a byte stands, after its line end.
pub(super) fn line_end(text: &str, at: usize) -> usize {
    text[at..].find('\n').map_or(text.len(), |newline| at + newline + 1)
}

/// The blank a line begins with, where nothing else stands before the byte; none otherwise.
pub(super) fn indent(text: &str, at: usize) -> Option<&str> {
    let before = &text[line_start(text, at)..at];
    before.chars().all(|c| matches!(c, ' ' | '\t')).then_some(before)
}

/// Whether nothing but blank and a comment follows on the line.
pub(super) fn ends_line(text: &str, at: usize) -> bool {
    let rest = text[at..line_end(text, at)].trim_start_matches([' ', '\t']);
    rest.trim_end_matches(['\r', '\n']).is_empty() || rest.starts_with('#')
}

/// The line end a file uses: that of its first line.
pub(super) fn line_ending(text: &str) -> &'static str {
    match text.find('\n') {
        Some(newline) if text[..newline].ends_with('\r') => "\r\n",
        _ => "\n",
    }
}
