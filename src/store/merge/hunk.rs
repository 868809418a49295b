//! The marks between which a merge leaves what it could not decide.

use super::super::lines::start;
use super::Clash;

const OURS: &str = "<<<<<<<";
const BASE: &str = "|||||||";
const BETWEEN: &str = "=======";
const THEIRS: &str = ">>>>>>>";

/// A clash as it stands in a file.
pub(super) fn marked(clash: &Clash, eol: &str) -> String {
    let Clash { ours, theirs, .. } = clash;
    format!("{OURS} ours{eol}{ours}{BETWEEN}{eol}{theirs}{THEIRS} theirs{eol}")
}

/// A text with marks, as each side would have it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sides {
    /// With our side of everything in dispute.
    pub ours: String,
    /// With the other side of it.
    pub theirs: String,
    /// How many places are in dispute.
    pub hunks: usize,
}

/// Whether a text has marks of ours, and says something besides what they are around.
pub fn is_joined(text: &str) -> bool {
    let text = &text[start(text)..];
    let is_ours = text.lines().any(|line| line == format!("{OURS} ours"));
    is_ours && !(text.starts_with(OURS) && text.trim_end().ends_with(&format!("{THEIRS} theirs")))
}

/// Parts the sides of a text with marks; none where the marks are not in order. The byte-order mark that a text may begin
/// with is of both.
pub fn sides(text: &str) -> Option<Sides> {
    #[derive(PartialEq)]
    enum In {
        Both,
        Ours,
        Base,
        Theirs,
    }
    let (mark, text) = text.split_at(start(text));
    let mut sides = Sides { ours: mark.to_owned(), theirs: mark.to_owned(), hunks: 0 };
    let mut at = In::Both;
    for line in text.split_inclusive('\n') {
        let is = |mark: &str| {
            line.strip_prefix(mark).is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '\r', '\n']))
        };
        at = match at {
            In::Both if is(OURS) => {
                sides.hunks += 1;
                In::Ours
            }
            In::Ours if is(BASE) => In::Base,
            In::Ours | In::Base if is(BETWEEN) => In::Theirs,
            In::Theirs if is(THEIRS) => In::Both,
            at => {
                if [OURS, THEIRS].iter().any(|mark| is(mark)) {
                    return None;
                }
                if matches!(at, In::Both | In::Ours) {
                    sides.ours.push_str(line);
                }
                if matches!(at, In::Both | In::Theirs) {
                    sides.theirs.push_str(line);
                }
                at
            }
        };
    }
    (at == In::Both).then_some(sides)
}
