//! People named absent from a meeting: `孙磊`, `孙磊:duty`, `孙磊:duty:出警`.

use std::collections::BTreeSet;

use super::people::{Meant, people_among};
use super::several::{COLONS, COMMAS, is_open};
use crate::branch::Branch;
use crate::error::{Failure, Result};
use crate::record::{Day, MemberId, ReasonId, Value};
use crate::words;

/// Somebody named absent.
#[derive(Clone, Debug)]
pub(in crate::cmd) struct Absent {
    /// Who.
    pub(in crate::cmd) member: MemberId,
    /// Why.
    pub(in crate::cmd) reason: Option<ReasonId>,
    /// A note.
    pub(in crate::cmd) note: Option<String>,
}

/// People named absent, each with a reason and a note after colons.
pub(in crate::cmd) fn absences(branch: &Branch, words: &[String], day: Day, meant: &Meant<'_>) -> Result<Vec<Absent>> {
    let (mut absences, mut seen) = (Vec::new(), BTreeSet::new());
    for word in words.iter().flat_map(|word| each_absent(branch, word)) {
        let mut parts = word.splitn(3, COLONS).map(str::trim);
        let who = parts.next().unwrap_or_default();
        let reason =
            parts.next().filter(|reason| !reason.is_empty()).map(|reason| branch.find_reason(reason)).transpose()?;
        let note = parts.next().filter(|note| !note.is_empty());
        for member in people_among(branch, &[who.to_owned()], day, meant)? {
            if !seen.insert(member.clone()) {
                return Err(Failure::usage(words::named_twice(branch.name(&member))).into());
            }
            let reason = reason.map(|reason| reason.id.value.clone());
            absences.push(Absent { member, reason, note: note.map(str::to_owned) });
        }
    }
    Ok(absences)
}

/// The people of one word, each with reason and note. A comma ends what is said of one; of a Chinese one in a note, what
/// follows it tells: a name, or something with a reason, is the next person, and anything else is still the note.
fn each_absent(branch: &Branch, word: &str) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for part in word.split_inclusive(COMMAS) {
        let begins = match all.last() {
            None => true,
            Some(before) if is_open(before) => false,
            Some(before) if before.ends_with(',') => true,
            // `孙磊，王芳:duty` are two with one reason.
            Some(before) if !before.contains(COLONS) => false,
            Some(before) => before.matches(COLONS).count() < 2 || names_next(branch, part),
        };
        match all.last_mut().filter(|_| !begins) {
            Some(before) => before.push_str(part),
            None => all.push(part.to_owned()),
        }
    }
    let bare = |part: &String| part.trim().trim_end_matches(COMMAS).trim().to_owned();
    let named: Vec<_> = all.iter().map(bare).filter(|part| !part.is_empty()).collect();
    // A comma at the end is let pass, a word without a name is not.
    if named.is_empty() { vec![word.to_owned()] } else { named }
}

/// Whether a part of a note names the next person: by name or id alone, or with a reason.
fn names_next(branch: &Branch, part: &str) -> bool {
    let mut parts = part.trim().trim_end_matches(COMMAS).splitn(3, COLONS).map(str::trim);
    let (who, reason) = (parts.next().unwrap_or_default(), parts.next());
    let is_named = branch.members.iter().any(|(id, member)| id.as_str() == who || member.name.value == who);
    is_named || reason.is_some_and(|reason| branch.find_reason(reason).is_ok())
}

impl Absent {
    /// The line that says it.
    pub(in crate::cmd) fn line(&self) -> Value {
        let mut pairs = vec![("member", Value::text(&self.member))];
        pairs.extend(self.reason.as_ref().map(|reason| ("reason", Value::text(reason))));
        pairs.extend(self.note.as_ref().map(|note| ("note", Value::text(note))));
        Value::Line(pairs)
    }
}
