//! Two states of one record compared, key by key.

use std::collections::BTreeSet;

use super::{Keys, Piece, Sort, What};
use crate::record::{Said, Yuan};

/// The keys by which a table under a record is known again, the first it has.
const LEAD: [&str; 7] = ["id", "is", "member", "file", "date", "text", "name"];

/// What became different in a record that is there before and after; of a meeting first who took part.
pub(super) fn changes(before: &Piece, after: &Piece) -> Vec<What> {
    let mut changes = Vec::new();
    if before.path != after.path {
        changes.push(What::Moved(before.path.clone()));
    }
    match (before.struck(), after.struck()) {
        (None, Some(why)) => changes.push(What::Struck(why.to_owned())),
        (Some(_), None) => changes.push(What::Restored),
        _ => {}
    }
    let of_meeting = after.sort == Sort::Meeting;
    if of_meeting {
        presences(before, after, &mut changes);
    }
    keys(before, after, of_meeting, &mut changes);
    parts(before, after, of_meeting, &mut changes);
    changes
}

fn presences(before: &Piece, after: &Piece, changes: &mut Vec<What>) {
    let (mut was, mut is) = (before.presences(), after.presences());
    let everybody: BTreeSet<_> = was.keys().chain(is.keys()).copied().collect();
    for member in everybody {
        let (before, after) = (was.remove(member), is.remove(member));
        if before != after {
            changes.push(What::Presence { member: member.to_owned(), before, after });
        }
    }
}

fn keys(before: &Piece, after: &Piece, of_meeting: bool, changes: &mut Vec<What>) {
    let told = |key: &str| match key {
        "id" => true,
        // Told as why it was struck, or as who took part.
        "struck" => before.struck().is_none() || after.struck().is_none(),
        "present" | "late" | "absent" => of_meeting,
        _ => false,
    };
    let all: BTreeSet<_> = before.keys.keys().chain(after.keys.keys()).filter(|key| !told(key)).collect();
    for key in all {
        let (was, is) = (filled(before.keys.get(key)), filled(after.keys.get(key)));
        match (was, is) {
            _ if same(key, was, is) => {}
            (Some(Said::List(_)) | None, Some(Said::List(_)) | None) => {
                let items = |said: Option<&Said>| match said {
                    Some(Said::List(items)) => items.clone(),
                    _ => vec![],
                };
                let (gone, come) = apart(items(was), items(is));
                if !gone.is_empty() || !come.is_empty() {
                    changes.push(What::Items { key: key.clone(), gone, come });
                }
            }
            _ => changes.push(What::Field { key: key.clone(), before: was.cloned(), after: is.cloned() }),
        }
    }
}

/// A value, but an empty list is as good as none.
fn filled(said: Option<&Said>) -> Option<&Said> {
    said.filter(|said| !matches!(said, Said::List(items) if items.is_empty()))
}

/// Whether two values mean the same.
fn same(key: &str, one: Option<&Said>, other: Option<&Said>) -> bool {
    let amount = |said: Option<&Said>| Yuan::parse(said?.text()?);
    one == other || key == "amount" && amount(one).is_some() && amount(one) == amount(other)
}

/// The items that only one of two lists has; the order of the others means nothing.
fn apart<T: PartialEq>(before: Vec<T>, mut after: Vec<T>) -> (Vec<T>, Vec<T>) {
    let mut gone = Vec::new();
    for item in before {
        match after.iter().position(|other| *other == item) {
            Some(at) => drop(after.remove(at)),
            None => gone.push(item),
        }
    }
    (gone, after)
}

fn parts(before: &Piece, after: &Piece, of_meeting: bool, changes: &mut Vec<What>) {
    let lists: BTreeSet<_> = before.parts.iter().chain(&after.parts).map(|(list, _)| list).collect();
    for list in lists.into_iter().filter(|list| !of_meeting || *list != "absent") {
        let of = |piece: &Piece| -> Vec<Keys> {
            piece.parts.iter().filter(|(name, _)| name == list).map(|(_, keys)| keys.clone()).collect()
        };
        let (gone, mut come) = apart(of(before), of(after));
        for was in gone {
            let at = come.iter().position(|is| lead(is).is_some() && lead(is) == lead(&was));
            let after = at.map(|at| come.remove(at));
            changes.push(What::Part { list: list.clone(), before: Some(was), after });
        }
        changes.extend(come.into_iter().map(|is| What::Part { list: list.clone(), before: None, after: Some(is) }));
    }
}

/// What a table is known again by.
fn lead(keys: &Keys) -> Option<&Said> {
    LEAD.iter().find_map(|key| keys.get(*key))
}
