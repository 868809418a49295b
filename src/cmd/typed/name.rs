//! A name as somebody types it.

use crate::branch::{NoName, person_name};
use crate::error::{Failure, Result};
use crate::record::is_device;
use crate::words;

/// The name without the spaces around it.
///
/// # Errors
/// A name that is empty, or that would move the cursor of a terminal.
pub(in crate::cmd) fn plain_name(typed: &str) -> Result<&str> {
    let name = typed.trim();
    if name.is_empty() {
        return Err(Failure::usage(words::empty_name()).into());
    }
    if !words::is_plain_name(name) {
        return Err(Failure::usage(words::control_character()).into());
    }
    Ok(name)
}

/// The name of a person, as it is kept; one that seems to be none only where somebody insists.
///
/// # Errors
/// What can be no name, with what to do about it.
pub(in crate::cmd) fn name_of_person(typed: &str, insist: bool) -> Result<String> {
    person_name(typed, insist).map_err(|doubt| {
        let failure = Failure::usage(doubt.told(typed));
        match doubt {
            NoName::Empty | NoName::Control => failure.into(),
            _ => failure.cure(words::cure_any_name()).into(),
        }
    })
}

/// The id that is typed for something that gets a file of that name.
///
/// # Errors
/// What is no id, and the name of a device, of which some systems have no file.
pub(in crate::cmd) fn free_of_devices<T>(typed: &str, id: impl Fn(&str) -> Option<T>) -> Result<T> {
    let id = id(typed).ok_or_else(|| Failure::usage(words::bad_id(words::shown(typed))))?;
    match is_device(typed) {
        true => Err(Failure::usage(words::id_of_device(words::shown(typed))).cure(words::cure_give_id()).into()),
        false => Ok(id),
    }
}
