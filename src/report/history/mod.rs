//! What happened to the records, told.

mod focus;
mod sentence;
mod title;
mod value;

pub use focus::Focus;
pub(super) use sentence::{LONG, presence as taking_part, sentence};
pub use title::title;
pub(super) use value::At;

use super::table::{Cell, ColumnKind, Table};
use crate::branch::Branch;
use crate::reckon::history::{Difference, Episode, Presence, Sort, What};
use crate::record::Said;
use crate::words::{self, Text};

/// A story: what is told, and under which heading.
#[derive(Clone, Debug, Default)]
pub struct Story {
    /// Its chapters, in order.
    pub chapters: Vec<Chapter>,
}

/// What is told under one heading.
#[derive(Clone, Debug)]
pub struct Chapter {
    /// The heading.
    pub head: Text,
    /// What it is told of, each with its lines.
    pub parts: Vec<(Text, Vec<Text>)>,
}

/// The story of what is asked for, those commits first that came before others.
pub fn history(branch: &Branch, episodes: &[Episode], focus: &Focus) -> Story {
    let mut chapters: Vec<Chapter> = Vec::new();
    for episode in episodes {
        let mut parts: Vec<(Text, Vec<Text>)> = Vec::new();
        for difference in &episode.differences {
            let Some(line) = sentence(branch, difference, episode.is_first, focus.member()) else { continue };
            let of = title(branch, &difference.piece);
            let of_file = difference.piece.sort == Sort::File;
            match parts.last_mut() {
                Some((last, lines)) if *last == of => lines.push(line),
                // The same of many files, as when a directory is made, is told once.
                Some((last, lines)) if of_file && lines[..] == [line.clone()] => {
                    *last = Text::list([std::mem::take(last), of]);
                }
                _ => parts.push((of, vec![line])),
            }
        }
        if !parts.is_empty() {
            chapters.push(Chapter { head: head(episode), parts });
        }
    }
    Story { chapters }
}

/// What became different, a line each: of which record, and what.
pub fn changes(branch: &Branch, differences: &[Difference]) -> Vec<Text> {
    let line = |difference: &Difference| {
        let line = sentence(branch, difference, false, None)?;
        Some(words::told_of(title(branch, &difference.piece), line))
    };
    differences.iter().filter_map(line).collect()
}

/// When and by whom.
fn head(episode: &Episode) -> Text {
    let when = episode.written.get(..16).unwrap_or(&episode.written);
    let head = Text::same(format!("{when} {}", words::shown(&episode.author)));
    if episode.is_merge { words::head_of_merge(head) } else { head }
}

/// The same, a line for each thing that became different.
pub fn history_table(branch: &Branch, episodes: &[Episode], focus: &Focus) -> Table {
    use ColumnKind::{Day, Id, Text as Words};
    let columns = [
        ("date", Day),
        ("written", Words),
        ("author", Words),
        ("record_kind", Words),
        ("title", Words),
        ("change", Words),
        ("member", Id),
        ("field", Words),
        ("before", Words),
        ("after", Words),
        ("sentence", Words),
        ("record", Id),
        ("entry", Id),
        ("commit", Id),
        ("subject", Words),
    ];
    let mut rows = Vec::new();
    for episode in episodes {
        for difference in &episode.differences {
            let Some(line) = sentence(branch, difference, episode.is_first, focus.member()) else { continue };
            let piece = &*difference.piece;
            let (member, field, before, after) = plain(difference);
            let text = |text: Option<String>| text.map(Text::same);
            rows.push(vec![
                episode.day.into(),
                Text::same(episode.written.as_str()).into(),
                Text::same(episode.author.as_str()).into(),
                Cell::code(piece.sort.id(), words::sort_name(piece.sort.id())),
                title(branch, piece).into(),
                Cell::code(difference.what.id(), words::change_name(difference.what.id())),
                text(member).into(),
                text(field).into(),
                text(before).into(),
                text(after).into(),
                line.into(),
                Text::same(piece.path.as_str()).into(),
                piece.span.as_ref().map(|_| Text::same(piece.id.as_str())).into(),
                Text::same(episode.commit.as_str()).into(),
                Text::same(episode.subject.as_str()).into(),
            ]);
        }
    }
    Table::new("history", &columns, rows)
}

/// A difference as data: whose, of which key, what was there and what is.
fn plain(difference: &Difference) -> (Option<String>, Option<String>, Option<String>, Option<String>) {
    let said = |said: &Said| said.text().map_or_else(|| said.to_string(), str::to_owned);
    let member = difference.piece.text("member").map(str::to_owned);
    match &difference.what {
        What::Presence { member, before, after } => {
            let before = before.as_ref().map(presence);
            (Some(member.clone()), None, before, after.as_ref().map(presence))
        }
        What::Field { key, before, after } => {
            (member, Some(key.clone()), before.as_ref().map(said), after.as_ref().map(said))
        }
        What::Items { key, gone, come } => {
            let list = |items: &[Said]| (!items.is_empty()).then(|| Said::List(items.to_vec()).to_string());
            (member, Some(key.clone()), list(gone), list(come))
        }
        What::Part { list, before, after } => {
            let table = |keys: &Option<_>| keys.clone().map(|keys| Said::Table(keys).to_string());
            (member, Some(list.clone()), table(before), table(after))
        }
        What::Struck(why) => (member, Some("struck".into()), None, Some(why.clone())),
        What::Moved(path) => (member, None, Some(path.to_string()), Some(difference.piece.path.to_string())),
        _ => (member, None, None, None),
    }
}

/// A way of taking part, as it is typed in a call.
fn presence(presence: &Presence) -> String {
    match presence {
        Presence::Present => "present".into(),
        Presence::Late => "late".into(),
        Presence::MadeUp(day) => format!("made-up:{day}"),
        Presence::Absent(reason, note) => {
            let parts = [Some("absent"), reason.as_deref(), note.as_deref()];
            parts.into_iter().flatten().collect::<Vec<_>>().join(":")
        }
    }
}
