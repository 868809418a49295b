//! The lines of a ledger that are different, so that ten years of commits need not be read whole, commit by commit.

use super::piece::{Piece, pieces};
use crate::record::RelPath;

/// The records on those lines of a ledger that its two texts do not have in common; none where these are anything but
/// records of one list, each on a line of its own, and the texts have to be read whole.
pub(super) fn window(path: &RelPath, before: &str, after: &str) -> Option<(Vec<Piece>, Vec<Piece>)> {
    let start = before.bytes().zip(after.bytes()).take_while(|(one, other)| one == other).count();
    let start = before.as_bytes()[..start].iter().rposition(|byte| *byte == b'\n')? + 1;
    let (was, is) = (&before.as_bytes()[start..], &after.as_bytes()[start..]);
    let end = was.iter().rev().zip(is.iter().rev()).take_while(|(one, other)| one == other).count();
    // Where only one of them begins a line there, the lines in common begin after it.
    let begins = |text: &[u8]| text.len() == end || text[text.len() - end - 1] == b'\n';
    let end = match begins(was) && begins(is) {
        true => end,
        false => was[was.len() - end..].iter().position(|byte| *byte == b'\n').map_or(0, |newline| end - newline - 1),
    };
    let (was, is) = (&before[start..before.len() - end], &after[start..after.len() - end]);
    let list = list(&before[..start])?;
    let read = |lines: &str| {
        lines.lines().all(is_record).then(|| pieces(path, &format!("{list} = [\n{lines}\n]\n")))?.filter(|pieces| {
            // Anything but lines of a ledger would be a record without its list.
            pieces.iter().all(|piece| piece.span.is_some())
        })
    };
    Some((read(was)?, read(is)?))
}

/// The list whose records go on where a text ends.
fn list(text: &str) -> Option<&str> {
    for line in text.lines().rev() {
        if let Some(name) = line.strip_suffix(" = [") {
            return name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-').then_some(name);
        }
        if !is_record(line) {
            return None;
        }
    }
    None
}

/// Whether a line is a record of its own, or empty. One with the mark of a text of several lines may be part of such a
/// text.
fn is_record(line: &str) -> bool {
    let line = line.trim_ascii();
    let whole = line.starts_with('{') && (line.ends_with("},") || line.ends_with('}'));
    line.is_empty() || whole && !line.contains("\"\"\"") && !line.contains("'''")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(before: &str, after: &str, expected: Option<(&[&str], &[&str])>) {
        let path = RelPath::new("points/2026-11.toml").expect("a path");
        let found = window(&path, before, after);
        let ids = |pieces: Vec<Piece>| pieces.into_iter().map(|piece| piece.id).collect::<Vec<_>>();
        let found = found.map(|(was, is)| (ids(was), ids(is)));
        let expected = expected.map(|(was, is)| {
            (was.iter().map(ToString::to_string).collect(), is.iter().map(ToString::to_string).collect())
        });
        assert_eq!(found, expected, "{before:?} {after:?}");
    }

    fn ledger(lines: &[&str]) -> String {
        let lines: String = lines.iter().map(|line| format!("  {line},\n")).collect();
        format!("# 十一月\nentries = [\n{lines}]\n\npostings = [\n  {{ id = \"p1\" }},\n]\n")
    }

    #[test]
    fn only_lines_that_differ_are_read() {
        let (a, b, c) = ("{ id = \"a1\" }", "{ id = \"b1\" }", "{ id = \"b1\", note = \"x\" }");
        case(&ledger(&[a]), &ledger(&[a, b]), Some((&[], &["b1"])));
        case(&ledger(&[b]), &ledger(&[a, b]), Some((&[], &["a1"])));
        case(&ledger(&[a, b]), &ledger(&[a, c]), Some((&["b1"], &["b1"])));
        case(&ledger(&[a, b]), &ledger(&[b]), Some((&["a1"], &[])));
        case(&ledger(&[a, a]), &ledger(&[a]), Some((&["a1"], &[])));
        case(&ledger(&[]), &ledger(&[a]), Some((&[], &["a1"])));
        case(
            &ledger(&[a]),
            &ledger(&[a]).replace("\"p1\" }", "\"p1\", closed = 2026-12-01 }"),
            Some((&["p1"], &["p1"])),
        );
    }

    #[test]
    fn anything_else_is_read_whole() {
        let text = ledger(&["{ id = \"a1\" }"]);
        case(&text, &text.replace("十一", "十二"), None);
        case(&text, &text.replace("entries = [\n", "entries = [\n  # 一条\n"), None);
        case(&text, &text.replace("]\n\n", "]\n\nobjections = [\n  { id = \"o1\" },\n]\n\n"), None);
        case(
            &text,
            &text.replace("  { id = \"a1\" },\n", "  { id = \"a1\", note = \"\"\"x\n{ id = \"b1\" },\n\"\"\" },\n"),
            None,
        );
        case(&text, &text.replace("{ id = \"a1\" }", "{ id = }"), None);
        case(&text, "", None);
        case("", &text, None);
    }
}
