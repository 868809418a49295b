//! People as a call names them: `孙磊`, `孙磊,周涛`; at a meeting `孙磊:duty`, `孙磊:duty:出警`.

use std::collections::BTreeSet;

use crate::branch::Branch;
use crate::error::{Failure, Result};
use crate::record::{Day, MemberId, ReasonId, Value};
use crate::words;

/// People named in one word of a call, parted by commas.
pub(in crate::cmd) fn people(branch: &Branch, words: &[String], day: Day) -> Result<Vec<MemberId>> {
    people_among(branch, words, day, &|_| true)
}

/// The same, where of namesakes only some can be meant.
pub(in crate::cmd) fn people_among(
    branch: &Branch,
    words: &[String],
    day: Day,
    can_be: &dyn Fn(&MemberId) -> bool,
) -> Result<Vec<MemberId>> {
    let names = |word: &'_ String| -> Result<Vec<String>> {
        let names = word.split([',', '，', '、']).map(str::trim).filter(|name| !name.is_empty());
        let names: Vec<_> = names.map(str::to_owned).collect();
        // Otherwise a name that got lost would make everybody present.
        if names.is_empty() { Err(Failure::usage(words::nobody_named(words::shown(word))).into()) } else { Ok(names) }
    };
    let (mut people, mut seen) = (Vec::new(), BTreeSet::new());
    for name in words.iter().map(names).collect::<Result<Vec<_>>>()?.iter().flatten() {
        let (id, member) = branch.find_member_among(name, day, can_be)?;
        if !member.is_there(day) {
            return Err(Failure::refused(words::not_there(branch.name(id), day))
                .cure(words::cure_show_member(id))
                .into());
        }
        if seen.insert(id) {
            people.push(id.clone());
        }
    }
    Ok(people)
}

/// One person of a call who is with the branch on a day.
pub(in crate::cmd) fn person(branch: &Branch, typed: &str, day: Day) -> Result<MemberId> {
    let mut people = people(branch, &[typed.to_owned()], day)?.into_iter();
    match (people.next(), people.next()) {
        (Some(person), None) => Ok(person),
        _ => Err(Failure::usage(words::one_person_needed(words::shown(typed))).into()),
    }
}

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

/// People named absent, of namesakes those who can be, each with a reason and a note after colons.
pub(in crate::cmd) fn absences(
    branch: &Branch,
    words: &[String],
    day: Day,
    can_be: &dyn Fn(&MemberId) -> bool,
) -> Result<Vec<Absent>> {
    let (mut absences, mut seen) = (Vec::new(), BTreeSet::new());
    // A comma at the end is let pass, a word without a name is not.
    let parts = |word: &'_ String| -> Vec<String> {
        let named: Vec<_> = word.split(',').filter(|part| !part.trim().is_empty()).map(str::to_owned).collect();
        if named.is_empty() { vec![word.clone()] } else { named }
    };
    for word in words.iter().flat_map(parts) {
        let mut parts = word.splitn(3, [':', '：']).map(str::trim);
        let who = parts.next().unwrap_or_default();
        let reason =
            parts.next().filter(|reason| !reason.is_empty()).map(|reason| branch.find_reason(reason)).transpose()?;
        let note = parts.next().filter(|note| !note.is_empty());
        for member in people_among(branch, &[who.to_owned()], day, can_be)? {
            if !seen.insert(member.clone()) {
                return Err(Failure::usage(words::named_twice(branch.name(&member))).into());
            }
            let reason = reason.map(|reason| reason.id.value.clone());
            absences.push(Absent { member, reason, note: note.map(str::to_owned) });
        }
    }
    Ok(absences)
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
