//! The lines of work and the marks that a call names.

use super::several::each;
use crate::branch::Branch;
use crate::error::{Failure, Result};
use crate::record::{LinkId, MarkId};
use crate::rulebook::{Link, Mark};

/// The lines of work named in a call, in several words or with commas between them.
pub(in crate::cmd) fn links(branch: &Branch, names: &[String]) -> Result<Vec<LinkId>> {
    let id = |link: &Link| link.id.value.clone();
    let all = names.iter().map(|name| named(name, |typed| branch.find_link(typed).map(id)));
    Ok(all.collect::<Result<Vec<_>>>()?.concat())
}

/// The marks named in a call, in the same way.
pub(in crate::cmd) fn marks(branch: &Branch, names: &[String]) -> Result<Vec<MarkId>> {
    let id = |mark: &Mark| mark.id.value.clone();
    let all = names.iter().map(|name| named(name, |typed| branch.find_mark(typed).map(id)));
    Ok(all.collect::<Result<Vec<_>>>()?.concat())
}

/// What a word names: one thing, whose name may have a comma in it, or a list.
fn named<T>(word: &str, find: impl Fn(&str) -> std::result::Result<T, Failure>) -> Result<Vec<T>> {
    match find(word) {
        Ok(one) => Ok(vec![one]),
        Err(failure) if each(word).nth(1).is_none() => Err(failure.into()),
        Err(_) => each(word).map(|name| Ok(find(name)?)).collect(),
    }
}
