//! What a template may not be: an expression or blocks within blocks of a size that nobody writes, on which the engine
//! would run out of stack.

use std::ops::Range;

/// So many bytes may stand in one tag.
const LONGEST: usize = 2_000;

/// So many blocks may stand in one another.
const DEEPEST: usize = 50;

/// The words that begin a block which another ends.
const BLOCKS: [&str; 8] = ["autoescape", "block", "call", "filter", "for", "if", "macro", "with"];

/// Where a template is more than the engine can bear.
pub(super) fn too_much(text: &str) -> Option<Range<usize>> {
    let (mut depth, mut at) = (0_usize, 0);
    while let Some(begin) = text[at..].find("{{").into_iter().chain(text[at..].find("{%")).min().map(|found| at + found)
    {
        let inside = begin + 2;
        let end = end_of(text, inside);
        if end - inside > LONGEST {
            return Some(begin..inside);
        }
        let tag = text[inside..end].trim_start_matches(['-', '+']).trim_start();
        let word = tag.split(|c: char| !c.is_ascii_alphabetic()).next().unwrap_or_default();
        if text[begin..].starts_with("{%") {
            if word.starts_with("end") {
                depth = depth.saturating_sub(1);
            } else if BLOCKS.contains(&word) {
                depth += 1;
            }
        }
        if depth > DEEPEST {
            return Some(begin..inside);
        }
        at = end;
    }
    None
}

/// Where a tag ends; what looks like its end may stand in a text.
fn end_of(text: &str, inside: usize) -> usize {
    let (mut quote, mut escaped, mut last) = (None, false, ' ');
    for (at, c) in text[inside..].char_indices() {
        match quote {
            Some(_) if escaped => escaped = false,
            Some(_) if c == '\\' => escaped = true,
            Some(open) if c == open => quote = None,
            Some(_) => {}
            None if matches!(c, '"' | '\'') => quote = Some(c),
            None if c == '}' && matches!(last, '}' | '%') => return inside + at,
            None => {}
        }
        last = if quote.is_some() { ' ' } else { c };
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_writes_is_too_much() {
        let chained = |times: usize| format!("<p>{{{{ 1{} }}}}</p>", " + 1".repeat(times));
        let nested = |times: usize| "{% if 1 %}".repeat(times) + &"{% endif %}".repeat(times);
        assert!(too_much(&chained(100)).is_none() && too_much(&nested(20)).is_none());
        assert!(too_much(&nested(20).repeat(500)).is_none());
        for text in [
            chained(10_000),
            nested(1000),
            chained(10_000).replace("{{ 1", "{{ \"}}\" + 1"),
            "{{ ".to_owned() + &"(".repeat(9000),
        ] {
            assert!(too_much(&text).is_some(), "{text:.40}");
        }
        assert!(too_much(&format!("{{# {} #}}", "x".repeat(9000))).is_none());
    }
}
