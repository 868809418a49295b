//! Putting an item between brackets or braces, and taking one out.

use super::lines::{ends_line, indent, line_end, line_start};
use super::outline::{Row, Slot};
use super::splice::Splice;

/// Puts items before the one at an index, or after all; `column` gives each a line of its own where nothing else says
/// how they stand.
pub(super) fn insert(text: &str, eol: &str, row: &Row, at: usize, items: &[String], column: bool) -> Vec<Splice> {
    match row.slots.get(at) {
        Some(_) => insert_before(text, eol, row, at, items),
        None if row.slots.is_empty() => insert_first(text, eol, row, items, column),
        None => insert_last(text, eol, row, items),
    }
}

fn insert_before(text: &str, eol: &str, row: &Row, at: usize, items: &[String]) -> Vec<Splice> {
    let start = row.slots[at].span.start;
    let Some(indent) = indent(text, start) else {
        let new: String = items.iter().map(|item| format!("{item}, ")).collect();
        return vec![Splice::insert(start, new)];
    };
    // Comments above an item are about that item: the new one goes right after the line of the one before.
    let before = at.checked_sub(1).and_then(|before| row.slots[before].comma);
    let place = before.map_or(start - indent.len(), |comma| line_end(text, comma));
    vec![Splice::insert(place, items.iter().map(|item| format!("{indent}{item},{eol}")).collect())]
}

fn insert_last(text: &str, eol: &str, row: &Row, items: &[String]) -> Vec<Splice> {
    let Some(last) = row.slots.last() else { return vec![] };
    let close = row.span.end - 1;
    let end = item_end(last);
    let own_line = indent(text, last.span.start);
    let mut splices = Vec::new();
    if last.comma.is_none() {
        splices.push(Splice::insert(end, ",".into()));
    }
    let mut new = items.join(&own_line.map_or(", ".into(), |indent| format!(",{eol}{indent}")));
    if last.comma.is_some() {
        new.push(',');
    }
    match own_line {
        Some(indent) if text[end..close].contains('\n') => {
            splices.push(Splice::insert(line_end(text, end), format!("{indent}{new}{eol}")));
        }
        Some(indent) => splices.push(Splice::insert(end, format!("{eol}{indent}{new}"))),
        None => splices.push(Splice::insert(end, format!(" {new}"))),
    }
    splices
}

fn insert_first(text: &str, eol: &str, row: &Row, items: &[String], column: bool) -> Vec<Splice> {
    let (open, close) = (row.span.start + 1, row.span.end - 1);
    let line = line_start(text, open);
    let base: String = text[line..].chars().take_while(|c| matches!(c, ' ' | '\t')).collect();
    let lines = |indent: &str| items.iter().map(|item| format!("{indent}{item},{eol}")).collect::<String>();
    if text[open..close].contains('\n') {
        vec![Splice::insert(line_start(text, close), lines(&format!("{base}  ")))]
    } else if column {
        vec![Splice { span: open..close, new: format!("{eol}{}{base}", lines(&format!("{base}  "))) }]
    } else if text[row.span.start..].starts_with('{') {
        vec![Splice { span: open..close, new: format!(" {} ", items.join(", ")) }]
    } else {
        vec![Splice { span: open..close, new: items.join(", ") }]
    }
}

/// Where an item ends, with its comma.
pub(super) fn item_end(slot: &Slot) -> usize {
    slot.comma.map_or(slot.span.end, |comma| comma + 1)
}

/// The comment beside an item that stands alone on its line.
pub(super) fn comment<'t>(text: &'t str, row: &Row, at: usize) -> Option<&'t str> {
    let slot = row.slots.get(at)?;
    let end = item_end(slot);
    indent(text, slot.span.start).filter(|_| ends_line(text, end))?;
    Some(text[end..line_end(text, end)].trim()).filter(|rest| rest.starts_with('#'))
}

/// Takes an item out: with its comma, and with its line and the comment there where it stands alone on it.
pub(super) fn remove(text: &str, row: &Row, at: usize) -> Vec<Splice> {
    let Some(slot) = row.slots.get(at) else { return vec![] };
    let end = item_end(slot);
    let blank = |from: usize, to: usize| text[from..to].chars().all(|c| matches!(c, ' ' | '\t'));
    let after = |from: usize| text[from..].find(|c| !matches!(c, ' ' | '\t')).map_or(text.len(), |skip| from + skip);
    let before = at.checked_sub(1).and_then(|before| row.slots.get(before)).and_then(|slot| slot.comma);
    let last = at + 1 == row.slots.len();
    // The last item of a file that ends its lists without a comma leaves one behind at the item before.
    let spare = before.filter(|_| last && slot.comma.is_none());
    let mut splices: Vec<_> =
        spare.map(|comma| Splice { span: comma..comma + 1, new: String::new() }).into_iter().collect();
    let own_line = indent(text, slot.span.start).is_some();
    let span = if own_line && ends_line(text, end) && line_end(text, end) < row.span.end {
        line_start(text, slot.span.start)..line_end(text, end)
    } else if !last {
        let next = row.slots[at + 1].span.start;
        slot.span.start..if blank(end, next) { next } else { end }
    } else if let Some(comma) = before {
        match text[comma + 1..slot.span.start].chars().all(char::is_whitespace) {
            true => comma + 1..end,
            false => slot.span.start..end,
        }
    } else if blank(row.span.start + 1, slot.span.start) && blank(end, row.span.end - 1) {
        row.span.start + 1..row.span.end - 1
    } else {
        slot.span.start..after(end)
    };
    splices.push(Splice { span, new: String::new() });
    splices
}
