//! Months that somebody sealed while somebody else erased a person: their seals say so, by an amendment.

use std::collections::BTreeMap;

use crate::branch::{Branch, Change, Filed};
use crate::cmd::change::amend::{amended, entry};
use crate::cmd::env::Env;
use crate::cmd::people::erasure::ERASE;
use crate::error::Result;
use crate::record::{Month, RelPath, Seal};
use crate::seal::{self, Months};
use crate::store::Store;
use crate::words::{self, Text};

/// The records of a commit.
pub(super) type Files = BTreeMap<RelPath, Vec<u8>>;

/// The seals of records in which somebody was erased, each with an amendment that says so: those of months that were as
/// they were sealed. What else is not as it was sealed stays to be found.
///
/// # Errors
/// Records that cannot be read.
pub(super) fn resealed(
    env: &Env,
    store: &Store,
    [before, after]: [&Files; 2],
    is_meant: impl Fn(&RelPath) -> bool,
    what: &Text,
) -> Result<Files> {
    let mut seals = Files::new();
    if !before.keys().any(&is_meant) {
        return Ok(seals);
    }
    let was = store.of_files(before.clone()).survey()?.loaded.branch;
    let there = store.of_files(after.clone());
    let now = there.survey()?.loaded.branch;
    let lang = env.file_lang(&now);
    let meant = was.seals.iter().filter(|(_, seal)| is_meant(&seal.source.path));
    for (month, sealed) in meant {
        let Some(put) = now.seals.get(month) else { continue };
        let is_the_same = put.source.text == sealed.source.text && holds(&now, *month, put);
        if is_the_same || !holds(&was, *month, sealed) {
            continue;
        }
        let made = Months::of(&now, month.period()).made(*month, put.known());
        let why = words::erased_meanwhile();
        let was = seal::code(&sealed.source.text);
        let entry = entry(env.today, why.get(lang), what.get(lang), ERASE, was);
        let files = vec![amended(&there, &[], *month, put, &made, env.today, entry)?];
        for planned in there.preview(&Change { files, ..Change::default() })? {
            seals.extend(planned.new.map(|text| (planned.path, text.into_bytes())));
        }
    }
    Ok(seals)
}

/// Whether a month is as its seal says.
fn holds(branch: &Branch, month: Month, seal: &Filed<Seal>) -> bool {
    Months::of(branch, month.period()).breaks(month, seal).is_empty()
}
