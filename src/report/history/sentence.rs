//! What happened to a record, in a sentence.

use super::title::{is_in_title, title};
use super::value::At;
use crate::branch::Branch;
use crate::reckon::history::{Difference, Piece, Presence, Sort, What};
use crate::record::{MemberId, ReasonId, Said};
use crate::words::{self, Text};

/// From so many characters on a text is too long to be set beside another.
pub(crate) const LONG: usize = 40;

/// What became different, in a sentence; none where another of the same commit says it already. `first` where nothing is
/// known of what was before; `member` where it is told for one person.
pub(crate) fn sentence(branch: &Branch, difference: &Difference, first: bool, member: Option<&str>) -> Option<Text> {
    let piece = &*difference.piece;
    let at = At::record(piece);
    if difference.settled {
        let side = Difference { settled: false, ..difference.clone() };
        let kept =
            |key: &str, said: Option<&Said>| said.map_or_else(words::has_none, |said| at.value(branch, key, said));
        return Some(match &difference.what {
            What::Field { key, before, after } => {
                words::settled_on(at.name(key), kept(key, after.as_ref()), kept(key, before.as_ref()))
            }
            _ => words::settled_so(sentence(branch, &side, false, member)?),
        });
    }
    Some(match &difference.what {
        What::Added if piece.sort == Sort::Seal => seal(branch, piece),
        What::Part { list, after, .. } if piece.sort == Sort::Seal => {
            // Whatever else is in it are digests.
            let said = |key: &str| after.as_ref()?.get(key)?.text().map(words::shown);
            let (what, why) = (said("what").filter(|_| list == "amended")?, said("why")?);
            words::amended_as(what, why)
        }
        What::Added => {
            let own = member.filter(|_| piece.sort == Sort::Meeting);
            if let Some(presence) = own.and_then(|member| presence_of(branch, piece, member)) {
                return Some(presence);
            }
            let details = if piece.sort == Sort::Meeting { meeting(branch, piece) } else { details(branch, piece) };
            match (first, details.is_empty()) {
                (true, true) => words::was_there_before(),
                (true, false) => words::was_there_with(words::clauses(details)),
                (false, true) => words::is_new(),
                (false, false) => words::is_new_with(words::clauses(details)),
            }
        }
        What::Removed => words::is_taken_out(),
        What::Moved(_) if piece.sort == Sort::Meeting => {
            let before = difference.prior.as_deref().map(|prior| title(branch, prior));
            before.filter(|before| *before != title(branch, piece)).map(words::refiled_from)?
        }
        What::Moved(path) => words::moved_from(path),
        What::Struck(why) => words::was_struck(words::shown(why)),
        What::Restored => words::was_restored(),
        What::Presence { member, before, after } => {
            let presence =
                |one: &Option<Presence>| one.as_ref().map_or_else(words::not_written, |one| presence(branch, one));
            words::became(name(branch, member), presence(before), presence(after))
        }
        What::Field { key, before, after } => {
            let moved = difference.prior.as_ref().is_some_and(|prior| prior.path != piece.path);
            // That a meeting is another one is told by its names.
            if moved && piece.sort == Sort::Meeting && is_in_title(piece.sort, key) {
                return None;
            }
            field(branch, at, key, before.as_ref(), after.as_ref())
        }
        What::Items { key, gone, come } => {
            let items = |items: &[Said]| Text::list(items.iter().map(|item| at.value(branch, key, item)));
            match (gone.is_empty(), come.is_empty()) {
                (true, _) => words::field_added(at.name(key), items(come)),
                (_, true) => words::field_taken_out(at.name(key), items(gone)),
                _ => words::items_changed(at.name(key), items(gone), items(come)),
            }
        }
        What::Part { list, before, after } => {
            let (at, what) = (At::part(piece, list), at.name(list));
            match (before, after) {
                (Some(before), Some(after)) => {
                    let lead = ["is", "id", "member", "file", "date", "text", "name"].into_iter();
                    let lead = lead.filter_map(|key| Some((key, after.get(key)?))).next();
                    let changed = before.keys().chain(after.keys().filter(|key| !before.contains_key(*key)));
                    let changed = changed.filter(|key| before.get(*key) != after.get(*key));
                    let changed = changed.map(|key| field(branch, at, key, before.get(key), after.get(key)));
                    let what =
                        lead.map_or(what.clone(), |(key, said)| words::field_of(what, at.value(branch, key, said)));
                    words::changed_part(what, words::clauses(changed.collect()))
                }
                (None, Some(after)) => words::field_added(what, at.table(branch, after)),
                (Some(before), None) => words::field_taken_out(what, at.table(branch, before)),
                (None, None) => return None,
            }
        }
        What::Layout => words::laid_out_anew(),
        What::Unreadable => words::no_longer_readable(),
    })
}

/// What became different in one key.
fn field(branch: &Branch, at: At<'_>, key: &str, before: Option<&Said>, after: Option<&Said>) -> Text {
    let long = |said: Option<&Said>| {
        said.and_then(Said::text).is_some_and(|text| text.contains('\n') || text.chars().count() > LONG)
    };
    let value = |said: &Said| at.value(branch, key, said);
    match (before, after) {
        (Some(_), Some(_)) if long(before) || long(after) => words::field_rewritten(at.name(key)),
        (Some(before), Some(after)) => words::became(at.name(key), value(before), value(after)),
        (None, Some(after)) => words::told_of(at.name(key), value(after)),
        (Some(before), None) => words::field_taken_out(at.name(key), value(before)),
        (None, None) => at.name(key),
    }
}

/// What a new record says besides what its title does.
fn details(branch: &Branch, piece: &Piece) -> Vec<Text> {
    if piece.sort == Sort::File {
        return vec![];
    }
    let at = At::record(piece);
    let is_digest = |key: &str| match piece.sort {
        Sort::Posting => ["figures", "rules"].contains(&key),
        Sort::Export => key == "sha256",
        _ => false,
    };
    let keys = piece.keys.iter().filter(|(key, _)| !is_in_title(piece.sort, key) && !is_digest(key));
    let keys = keys.map(|(key, said)| words::field_of(at.name(key), at.value(branch, key, said)));
    let parts = piece
        .parts
        .iter()
        .map(|(list, keys)| words::field_of(at.name(list), At::part(piece, list).table(branch, keys)));
    keys.chain(parts).collect()
}

/// A month was closed.
fn seal(branch: &Branch, piece: &Piece) -> Text {
    let day = piece.day("date").map_or_else(words::some_day, |day| Text::same(day.to_string()));
    match piece.text("by") {
        Some(by) => words::was_sealed_by(day, name(branch, by)),
        None => words::was_sealed(day),
    }
}

/// Who took part in a meeting that is new, and what it was about.
fn meeting(branch: &Branch, piece: &Piece) -> Vec<Text> {
    let presences = piece.presences();
    let of = |wanted: fn(&Presence) -> bool| presences.iter().filter(move |(_, presence)| wanted(presence));
    let present = of(|presence| *presence == Presence::Present).count();
    let mut details = Vec::new();
    if present > 0 {
        details.push(words::so_many_present(present));
    }
    let late: Vec<_> = of(|presence| *presence == Presence::Late).map(|(member, _)| name(branch, member)).collect();
    if !late.is_empty() {
        details.push(words::so_many_late(late.len(), Text::list(late)));
    }
    let absent = of(|presence| matches!(presence, Presence::Absent(..) | Presence::MadeUp(_)));
    let absent: Vec<_> = absent
        .map(|(member, one)| match one {
            Presence::Absent(None, None) => name(branch, member),
            Presence::Absent(reason, note) => words::who_and_why(name(branch, member), why(branch, reason, note)),
            other => words::who_and_why(name(branch, member), presence(branch, other)),
        })
        .collect();
    if !absent.is_empty() {
        details.push(words::so_many_absent(absent.len(), Text::list(absent)));
    }
    if let Some(topics) = piece.keys.get("topics") {
        let at = At::record(piece);
        details.push(words::field_of(at.name("topics"), at.value(branch, "topics", topics)));
    }
    if let Some(why) = piece.struck() {
        details.push(words::was_struck(words::shown(why)));
    }
    details
}

/// How one person took part in a meeting.
fn presence_of(branch: &Branch, meeting: &Piece, member: &str) -> Option<Text> {
    let presences = meeting.presences();
    Some(words::told_of(name(branch, member), presence(branch, presences.get(member)?)))
}

/// How somebody took part, in words.
pub(crate) fn presence(branch: &Branch, presence: &Presence) -> Text {
    match presence {
        Presence::Present => words::was_present(),
        Presence::Late => words::was_late(),
        Presence::Absent(None, None) => words::was_absent(),
        Presence::Absent(reason, note) => words::was_absent_why(why(branch, reason, note)),
        Presence::MadeUp(day) => words::made_up_on(day),
    }
}

/// A reason and a note, as far as there are any.
fn why(branch: &Branch, reason: &Option<String>, note: &Option<String>) -> Text {
    let id = |text: &str| ReasonId::new(text).map(|id| branch.reason_name(&id));
    let reason = reason.as_deref().map(|text| id(text).unwrap_or_else(|| Text::same(words::shown(text))));
    words::clauses(reason.into_iter().chain(note.as_deref().map(|note| Text::same(words::shown(note)))).collect())
}

fn name(branch: &Branch, member: &str) -> Text {
    MemberId::new(member).map_or_else(|| Text::same(words::shown(member)), |id| branch.name(&id))
}
