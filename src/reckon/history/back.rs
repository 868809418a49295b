//! What one commit did to a file, taken back from what the file says now; what came later stays.
//!
//! The records of the commit are set back to what they were before it, the others stay as they are. Which lines that
//! means is found line by line, and the outcome is compared record by record with what it has to be.

use std::collections::BTreeMap;
use std::ops::Range;

use similar::{DiffOp, TextDiff};

use super::Sort;
use super::piece::{Piece, pieces};
use crate::record::{RelPath, Value};

/// A file as it was before a commit, after it, and as it is now; none where there was, or is, no file.
#[derive(Clone, Copy, Debug)]
pub struct Then<'a> {
    /// Before.
    pub before: Option<&'a str>,
    /// After.
    pub after: Option<&'a str>,
    /// Now.
    pub now: Option<&'a str>,
}

/// Why a commit cannot be taken back.
#[derive(Clone, Debug)]
pub enum InTheWay {
    /// Records that are no longer as the commit left them.
    Records(Vec<Piece>),
    /// The file cannot be read as records, or is written in another way since.
    File,
}

/// Which record.
type Key = (Sort, String);

/// The records of a text by key; a merge may leave several of one.
type State = BTreeMap<Key, Vec<Piece>>;

/// What a file has to say so that what a commit did to it is taken back; none where it has to go. With a reason to
/// strike, the lines it brought into a ledger are struck: where others have them, to take them out would not last, since
/// a merge brings them back.
///
/// # Errors
/// What stands in the way.
pub fn take_back(path: &RelPath, then: Then<'_>, strike: Option<&str>) -> Result<Option<String>, InTheWay> {
    let struck = strike.zip(then.after).and_then(|(why, after)| struck(path, then.before, after, why));
    let Then { before, after, now } = Then { before: struck.as_deref().or(then.before), ..then };
    if now == after {
        return Ok(before.map(str::to_owned));
    }
    let read = |text: Option<&str>| text.map_or(Some(State::new()), |text| state(path, text)).ok_or(InTheWay::File);
    let (was, did, is) = (read(before)?, read(after)?, read(now)?);
    let keys: Vec<_> =
        was.keys().chain(did.keys()).filter(|key| !same(was.get(*key), did.get(*key))).cloned().collect();
    let in_the_way: Vec<_> = keys.iter().filter(|key| !same(is.get(*key), did.get(*key))).collect();
    if !in_the_way.is_empty() {
        let piece = |key: &Key| [&is, &did, &was].iter().find_map(|state| state.get(key)?.first()).cloned();
        return Err(InTheWay::Records(in_the_way.into_iter().filter_map(piece).collect()));
    }
    // Where there was no file, it stays for what others have written in it; where there was one, so much of it comes back.
    let without = |text: Option<&str>, state: &State| Some(without(text?, state, &keys));
    let (old, new) = (before.map(str::to_owned).or_else(|| without(after, &did)), after.map(str::to_owned));
    let new = new.or_else(|| without(before, &was));
    let (Some(old), Some(new), Some(now)) = (old, new, now) else { return Err(InTheWay::File) };
    let text = carried(&new, &old, now).ok_or(InTheWay::File)?;
    let made = state(path, &text).ok_or(InTheWay::File)?;
    let meant = |key: &Key| if keys.contains(key) { was.get(key) } else { is.get(key) };
    let all = made.keys().chain(is.keys()).chain(was.keys());
    match all.into_iter().all(|key| same(made.get(key), meant(key))) {
        true => Ok(Some(text)),
        false => Err(InTheWay::File),
    }
}

/// What a ledger says after a commit, with the lines struck that it brought and the others as they were before; none where
/// it brought none, or took some out.
fn struck(path: &RelPath, before: Option<&str>, after: &str, why: &str) -> Option<String> {
    let was = before.map_or(Some(State::new()), |text| state(path, text))?;
    let did = state(path, after)?;
    if was.keys().any(|key| !did.contains_key(key)) || did.values().any(|pieces| pieces.len() > 1) {
        return None;
    }
    let mut splices: Vec<(Range<usize>, String)> = Vec::new();
    let mut strikes = false;
    for (key, pieces) in &did {
        let piece = pieces.first()?;
        match was.get(key).map(|pieces| pieces.first()) {
            None if piece.sort.can_be_struck() && piece.struck().is_none() => {
                let span = piece.span?.range();
                let end = after[..span.end].trim_end_matches('}').trim_end().trim_end_matches(',').len();
                splices.push((end..end, format!(", struck = {}", Value::text(why))));
                strikes = true;
            }
            None => return None,
            Some(former) => {
                let former = former?;
                if former.keys != piece.keys || former.parts != piece.parts {
                    splices.push((piece.span?.range(), before?.get(former.span?.range())?.to_owned()));
                }
            }
        }
    }
    splices.sort_by_key(|(span, _)| span.start);
    let mut text = after.to_owned();
    for (span, new) in splices.into_iter().rev() {
        text.replace_range(span, &new);
    }
    strikes.then_some(text)
}

fn state(path: &RelPath, text: &str) -> Option<State> {
    let mut state = State::new();
    for piece in pieces(path, text)? {
        state.entry((piece.sort, piece.id.clone())).or_default().push(piece);
    }
    Some(state)
}

/// Whether two states of a record say the same.
fn same(one: Option<&Vec<Piece>>, other: Option<&Vec<Piece>>) -> bool {
    let (one, other) = (one.map_or(&[][..], Vec::as_slice), other.map_or(&[][..], Vec::as_slice));
    one.len() == other.len()
        && one.iter().zip(other).all(|(one, other)| one.keys == other.keys && one.parts == other.parts)
}

/// A text without the lines of some of its records.
fn without(text: &str, state: &State, keys: &[Key]) -> String {
    let mut lines: Vec<Range<usize>> = keys
        .iter()
        .filter_map(|key| state.get(key))
        .flatten()
        .filter_map(|piece| piece.span)
        .map(|span| {
            let span = span.range();
            let start = text[..span.start].rfind('\n').map_or(0, |newline| newline + 1);
            start..text[span.end..].find('\n').map_or(text.len(), |newline| span.end + newline + 1)
        })
        .collect();
    lines.sort_by_key(|line| line.start);
    let mut rest = String::new();
    let mut at = 0;
    for line in lines {
        rest += text.get(at..line.start).unwrap_or_default();
        at = at.max(line.end);
    }
    rest + &text[at..]
}

/// The lines that make one text another, carried over to a third; none where the lines they are about are not there as
/// they were.
fn carried(from: &str, to: &str, now: &str) -> Option<String> {
    let split = |text: &'_ str| text.split_inclusive('\n').map(str::to_owned).collect::<Vec<_>>();
    let (to_lines, mut now_lines) = (split(to), split(now));
    let places = places(from, now);
    let place = |line: usize| places.get(line).copied().flatten();
    let mut splices: Vec<(Range<usize>, &[String])> = Vec::new();
    for op in TextDiff::from_lines(from, to).ops() {
        let (old, new) = (op.old_range(), op.new_range());
        if matches!(op, DiffOp::Equal { .. }) {
            continue;
        }
        let first = match old.is_empty() {
            false => place(old.start)?,
            true if old.start == 0 => 0,
            true => place(old.start - 1).map(|before| before + 1).or_else(|| place(old.start))?,
        };
        let stays = old.clone().enumerate().all(|(at, line)| place(line) == Some(first + at));
        splices.push((first..first + old.len(), to_lines.get(new).filter(|_| stays)?));
    }
    for (lines, new) in splices.into_iter().rev() {
        now_lines.splice(lines, new.iter().cloned());
    }
    Some(now_lines.concat())
}

/// Where each line of a text is in another that came of it; none for one that is not there as it was.
fn places(from: &str, to: &str) -> Vec<Option<usize>> {
    let mut places = vec![None; from.split_inclusive('\n').count()];
    for op in TextDiff::from_lines(from, to).ops() {
        if let DiffOp::Equal { old_index, new_index, len } = *op {
            (0..len).for_each(|at| places[old_index + at] = Some(new_index + at));
        }
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ledger(lines: &[&str]) -> String {
        let lines: String = lines.iter().map(|line| format!("  {{ {line} }},\n")).collect();
        format!("# 十一月\nentries = [\n{lines}]\n")
    }

    #[track_caller]
    fn case(path: &str, before: Option<&str>, after: Option<&str>, now: Option<&str>, expected: Option<Option<&str>>) {
        let path = RelPath::new(path).expect("a path");
        let found = take_back(&path, Then { before, after, now }, None);
        assert_eq!(found.ok().as_ref().map(Option::as_deref), expected);
    }

    const LEDGER: &str = "points/2026-11.toml";
    const A: &str = "id = \"a1\", points = 1";
    const A2: &str = "id = \"a1\", points = 2";
    const B: &str = "id = \"b1\"";
    const C: &str = "id = \"c1\"";

    #[test]
    fn what_others_wrote_in_the_same_ledger_stays() {
        let of = |before: &[&str], after: &[&str], now: &[&str], expected: Option<&[&str]>| {
            let (before, after, now) = (ledger(before), ledger(after), ledger(now));
            let expected = expected.map(ledger);
            case(LEDGER, Some(&before), Some(&after), Some(&now), expected.as_deref().map(Some));
        };
        of(&[B], &[B, A], &[B, A], Some(&[B]));
        of(&[B], &[B, A], &[B, A, C], Some(&[B, C]));
        of(&[B], &[B, A], &[C, B, A], Some(&[C, B]));
        of(&[B], &[A, B], &[A, C, B], Some(&[C, B]));
        of(&[A, B], &[A2, B], &[A2, B, C], Some(&[A, B, C]));
        of(&[A], &[], &[B], Some(&[A, B]));
        of(&[A, B], &[B], &[B, C], Some(&[A, B, C]));
        // The same record was changed, or is gone.
        of(&[B], &[B, A], &[B, A2], None);
        of(&[A], &[A2], &["id = \"a1\", points = 3"], None);
        of(&[A], &[A2], &[], None);
        of(&[A, B], &[A2, B], &[A, B], None);
    }

    #[test]
    fn lines_that_others_have_are_struck() {
        let path = RelPath::new(LEDGER).expect("a path");
        let of = |before: Option<&str>, after: &str, now: &str| {
            take_back(&path, Then { before, after: Some(after), now: Some(now) }, Some("撤\"销")).ok().flatten()
        };
        let (own, both) = (ledger(&[A]), ledger(&[A, B]));
        let struck = "id = \"a1\", points = 1, struck = \"撤\\\"销\"";
        assert_eq!(of(None, &own, &own), Some(ledger(&[struck])));
        assert_eq!(of(None, &own, &both), Some(ledger(&[struck, B])));
        assert_eq!(of(Some(&ledger(&[B])), &both, &ledger(&[C, A, B])), Some(ledger(&[C, struck, B])));
        let changed = ledger(&["id = \"b1\", note = \"x\"", A]);
        assert_eq!(of(Some(&ledger(&[B])), &changed, &changed), Some(ledger(&[B, struck])));
        // One that was changed or struck stays so where the commit brought no other.
        assert_eq!(of(Some(&own), &ledger(&[A2]), &ledger(&[A2, B])), Some(both));
    }

    #[test]
    fn a_file_that_came_with_it_goes_unless_others_have_written_in_it() {
        let (own, both, empty) = (ledger(&[A]), ledger(&[A, B]), ledger(&[]));
        case(LEDGER, None, Some(&own), Some(&own), Some(None));
        case(LEDGER, None, Some(&own), Some(&both), Some(Some(&ledger(&[B]))));
        case(
            LEDGER,
            None,
            Some(&both),
            Some(&both.replace("十一月", "11 月")),
            Some(Some(&empty.replace("十一月", "11 月"))),
        );
        case(LEDGER, Some(&own), None, Some(&ledger(&[B])), Some(Some(&both)));
        case(LEDGER, Some(&own), None, None, Some(Some(&own)));
        case(LEDGER, None, Some(&own), None, None);
    }

    #[test]
    fn a_file_that_is_one_record_is_taken_back_whole_or_not_at_all() {
        let meeting = "meetings/2026/2026-11-05-general.toml";
        let (one, two) = ("date = 2026-11-05\n", "date = 2026-11-05\nplace = \"x\"\n");
        case(meeting, Some(one), Some(two), Some(two), Some(Some(one)));
        case(
            meeting,
            Some(one),
            Some(two),
            Some("# 记\ndate = 2026-11-05\nplace = \"x\"\n"),
            Some(Some("# 记\ndate = 2026-11-05\n")),
        );
        case(meeting, Some(one), Some(two), Some("date = 2026-11-05\nplace = \"y\"\n"), None);
        case(meeting, None, Some(two), Some(one), None);
        case(meeting, Some(one), None, Some(two), None);
        case(meeting, Some(one), Some(two), Some("<<<<<<<\n"), None);
    }
}
