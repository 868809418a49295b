//! People as a call names them: `孙磊`, `孙磊,周涛`; at a meeting `孙磊:duty`, `孙磊:duty:出警`.

use std::collections::BTreeSet;

use crate::branch::Branch;
use crate::error::{Failure, Result};
use crate::record::{At, Day, MemberId, ReasonId, Value};
use crate::words;

/// People named in one word of a call, parted by commas, who are with the branch on a day.
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
    let people = named(branch, words, day, can_be)?;
    let is_away = |id: &&MemberId| !branch.members.get(*id).is_some_and(|member| member.is_there(day));
    match people.iter().find(is_away) {
        Some(id) => {
            Err(Failure::refused(words::not_there(branch.name(id), day)).cure(words::cure_show_member(id)).into())
        }
        None => Ok(people),
    }
}

/// The same of whoever was ever with the branch; of namesakes, those who are there on the day are meant.
pub(in crate::cmd) fn anybody(branch: &Branch, words: &[String], day: Day) -> Result<Vec<MemberId>> {
    named(branch, words, day, &|_| true)
}

fn named(branch: &Branch, words: &[String], day: Day, can_be: &dyn Fn(&MemberId) -> bool) -> Result<Vec<MemberId>> {
    let names = |word: &'_ String| -> Result<Vec<String>> {
        let names = word.split([',', '，', '、']).map(str::trim).filter(|name| !name.is_empty());
        let names: Vec<_> = names.map(str::to_owned).collect();
        // Otherwise a name that got lost would make everybody present.
        if names.is_empty() { Err(Failure::usage(words::nobody_named(words::shown(word))).into()) } else { Ok(names) }
    };
    let (mut people, mut seen) = (Vec::new(), BTreeSet::new());
    for name in words.iter().map(names).collect::<Result<Vec<_>>>()?.iter().flatten() {
        let (id, _) = branch.find_member_among(name, day, can_be)?;
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

/// Who a call says recorded something.
pub(in crate::cmd) fn recorded_by(branch: &Branch, typed: Option<&str>, day: Day) -> Result<Option<At<MemberId>>> {
    let by = typed.map(|by| branch.find_member(by, day)).transpose()?;
    Ok(by.map(|(id, _)| At::new(id.clone())))
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
    for word in words.iter().flat_map(|word| each_absent(branch, word)) {
        let mut parts = word.splitn(3, COLONS).map(str::trim);
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

/// What parts a name from a reason, and that from a note.
const COLONS: [char; 2] = [':', '：'];

/// The people of one word, each with reason and note. A comma ends what is said of one; of a Chinese one in a note, what
/// follows it tells: a name, or something with a reason, is the next person, and anything else is still the note.
fn each_absent(branch: &Branch, word: &str) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for part in word.split_inclusive([',', '，', '、']) {
        let begins = match all.last() {
            None => true,
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
    let bare = |part: &String| part.trim().trim_end_matches([',', '，', '、']).trim().to_owned();
    let named: Vec<_> = all.iter().map(bare).filter(|part| !part.is_empty()).collect();
    // A comma at the end is let pass, a word without a name is not.
    if named.is_empty() { vec![word.to_owned()] } else { named }
}

/// Whether a part of a note names the next person: by name or id alone, or with a reason.
fn names_next(branch: &Branch, part: &str) -> bool {
    let mut parts = part.trim().trim_end_matches([',', '，', '、']).splitn(3, COLONS).map(str::trim);
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
