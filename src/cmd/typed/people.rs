//! People as a call names them: `孙磊`, `孙磊,周涛`, `刑侦`, `全体`, `除孙磊外`.

use std::collections::BTreeSet;

use clap::Args;

use super::several::{SAID_TOGETHER, Several, all_but, each};
use crate::branch::Branch;
use crate::error::{Failure, Result};
use crate::record::{At, Day, MemberId};
use crate::words;

/// Who is left out of those a call names.
#[derive(Args, Clone, Default)]
pub(crate) struct LeftOut {
    /// Leave these people out, if WHO is everybody, a group or a class
    #[arg(long, value_name = "WHO", visible_alias = "all-but")]
    except: Vec<String>,
}

/// Whom the words of a call can mean.
pub(in crate::cmd) struct Meant<'a> {
    /// Of namesakes, those who can be meant.
    pub(in crate::cmd) can_be: &'a dyn Fn(&MemberId) -> bool,
    /// Of everybody, a group or a class, those who are meant.
    pub(in crate::cmd) of_many: &'a dyn Fn(&MemberId) -> bool,
    /// The day on which they are of the group or the class.
    pub(in crate::cmd) on: Day,
}

/// People named in words of a call, with commas between them, who are with the branch on a day; of everybody, a group or a
/// class, the members.
pub(in crate::cmd) fn people(branch: &Branch, words: &[String], day: Day) -> Result<Vec<MemberId>> {
    people_but(branch, words, &LeftOut::default(), day)
}

/// The same without those who are left out.
pub(in crate::cmd) fn people_but(
    branch: &Branch,
    words: &[String],
    left_out: &LeftOut,
    day: Day,
) -> Result<Vec<MemberId>> {
    let is_member = |id: &MemberId| branch.members.get(id).is_some_and(|member| branch.is_member(member, day));
    let named = named(branch, words, left_out, day, &Meant { can_be: &|_| true, of_many: &is_member, on: day })?;
    all_there(branch, named, day)
}

/// People who are with the branch on a day, as a command means them.
pub(in crate::cmd) fn people_among(
    branch: &Branch,
    words: &[String],
    day: Day,
    meant: &Meant<'_>,
) -> Result<Vec<MemberId>> {
    all_there(branch, named(branch, words, &LeftOut::default(), day, meant)?, day)
}

/// The same without those who are left out.
pub(in crate::cmd) fn people_among_but(
    branch: &Branch,
    words: &[String],
    left_out: &LeftOut,
    day: Day,
    meant: &Meant<'_>,
) -> Result<Vec<MemberId>> {
    all_there(branch, named(branch, words, left_out, day, meant)?, day)
}

/// People who were ever with the branch, as a command means them; of namesakes, those who are there on the day.
pub(in crate::cmd) fn anybody(
    branch: &Branch,
    words: &[String],
    left_out: &LeftOut,
    day: Day,
    meant: &Meant<'_>,
) -> Result<Vec<MemberId>> {
    named(branch, words, left_out, day, meant)
}

/// Refuses somebody who is not with the branch on a day.
fn all_there(branch: &Branch, people: Vec<MemberId>, day: Day) -> Result<Vec<MemberId>> {
    let is_away = |id: &&MemberId| !branch.members.get(*id).is_some_and(|member| member.is_there(day));
    match people.iter().find(is_away) {
        Some(id) => {
            Err(Failure::refused(words::not_there(branch.name(id), day)).cure(words::cure_show_member(id)).into())
        }
        None => Ok(people),
    }
}

fn named(branch: &Branch, words: &[String], left_out: &LeftOut, day: Day, meant: &Meant<'_>) -> Result<Vec<MemberId>> {
    let out = left_out.except.iter().map(|word| these(branch, word, day, meant)).collect::<Result<Vec<_>>>()?.concat();
    let (mut people, mut seen) = (Vec::new(), BTreeSet::new());
    for word in words {
        let mut all = of_word(branch, word, day, meant)?;
        all.retain(|id| !out.contains(id));
        // Otherwise a name that got lost would make everybody present.
        if all.is_empty() {
            let named = each(word).next().is_some();
            let fact = if named { words::nobody_meant } else { words::nobody_named };
            return Err(Failure::usage(fact(words::shown(word))).into());
        }
        people.extend(all.into_iter().filter(|id| seen.insert(id.clone())));
    }
    Ok(people)
}

/// Those whom a word of a call means: everybody but some, or a list.
fn of_word(branch: &Branch, word: &str, day: Day, meant: &Meant<'_>) -> Result<Vec<MemberId>> {
    let Some((these_of, but)) = all_but(word).filter(|_| branch.is_nobody(word)) else {
        return these(branch, word, day, meant);
    };
    let mut people = these(branch, if these_of.is_empty() { SAID_TOGETHER } else { these_of }, day, meant)?;
    let out = these(branch, but, day, meant)?;
    people.retain(|id| !out.contains(id));
    Ok(people)
}

/// The people of a list with commas, each a person, a group, a class, or everybody.
fn these(branch: &Branch, word: &str, day: Day, meant: &Meant<'_>) -> Result<Vec<MemberId>> {
    let mut people = Vec::new();
    for typed in each(word) {
        let several = match Several::named(branch, typed, meant.on) {
            Some(several) => several,
            None => match branch.find_member_among(typed, day, meant.can_be) {
                Ok((id, _)) => {
                    people.push(id.clone());
                    continue;
                }
                Err(failure) => {
                    Several::begun(branch, typed, meant.on).filter(|_| !failure.is_of_several()).ok_or(failure)?
                }
            },
        };
        people.extend(several.of(branch, meant.on).filter(|id| (meant.of_many)(id)).cloned());
    }
    Ok(people)
}

/// One person of a call who is with the branch on a day.
pub(in crate::cmd) fn person(branch: &Branch, typed: &str, day: Day) -> Result<MemberId> {
    person_among(branch, typed, day, &|_| true)
}

/// The same, where of namesakes only some can be meant.
pub(in crate::cmd) fn person_among(
    branch: &Branch,
    typed: &str,
    day: Day,
    can_be: &dyn Fn(&MemberId) -> bool,
) -> Result<MemberId> {
    let mut names = each(typed);
    match (names.next(), names.next()) {
        (Some(name), None) => {
            let (id, _) = branch.find_member_among(name, day, can_be)?;
            let mut found = all_there(branch, vec![id.clone()], day)?;
            Ok(found.remove(0))
        }
        (None, _) => Err(Failure::usage(words::nobody_named(words::shown(typed))).into()),
        _ => Err(Failure::usage(words::one_person_needed(words::shown(typed))).into()),
    }
}

/// Who a call says recorded something.
pub(in crate::cmd) fn recorded_by(branch: &Branch, typed: Option<&str>, day: Day) -> Result<Option<At<MemberId>>> {
    let by = typed.map(|by| branch.find_member(by, day)).transpose()?;
    Ok(by.map(|(id, _)| At::new(id.clone())))
}
