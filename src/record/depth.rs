//! Keys of so many parts that nobody wrote them: whatever reads them part by part within part would run out of stack.

use std::ops::Range;

/// So many parts may a key have.
const MOST: usize = 500;

/// Where a key has too many parts.
pub(super) fn too_deep(text: &str) -> Option<Range<usize>> {
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if line.len() > MOST && is_deep(line) {
            return Some(at..at + line.len().min(1));
        }
        at += line.len();
    }
    None
}

/// Whether a line has a key of too many parts.
fn is_deep(line: &str) -> bool {
    let (mut parts, mut within, mut last) = (0, None, ' ');
    for c in line.chars() {
        match (within, c) {
            (Some(quote), _) if c == quote => within = None,
            (Some(_), _) => continue,
            (None, '"' | '\'') => within = Some(c),
            (None, '.') if last != '.' => parts += 1,
            (None, '=' | ',' | '{' | '}' | '[' | ']' | '#') => parts = 0,
            _ => {}
        }
        if parts > MOST {
            return true;
        }
        if !c.is_whitespace() {
            last = c;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_keys_that_nobody_wrote_are_too_deep() {
        let key = vec!["a"; 1000].join(".");
        for deep in [format!("{key} = 1\n"), format!("[{key}]\n"), format!("b = {{ {key} = 1 }}\n")] {
            assert_eq!(too_deep(&format!("x = 1\n{deep}")).map(|at| at.start), Some(6), "{deep:.20}");
        }
        let spaced = key.replace('.', " . ");
        assert!(too_deep(&format!("\"b\" . {spaced} = 1\n")).is_some());
        for plain in
            [format!("a = \"{key}\"\n"), ".".repeat(2000), "a = [0.5, 0.5]\n".repeat(1000), "0.5, ".repeat(2000)]
        {
            assert_eq!(too_deep(&plain), None, "{plain:.20}");
        }
    }
}
