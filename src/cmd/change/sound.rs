//! Whether the records would contradict themselves after a change.

use std::collections::BTreeSet;

use crate::branch::{Change, What};
use crate::cmd::change::Decision;
use crate::cmd::env::Env;
use crate::cmd::told::findings::findings;
use crate::error::{Failure, Fault, Result, Severity};
use crate::store::Store;
use crate::words;

/// What a change of the past makes untrue and is told by itself: what was posted or sealed.
const TOLD: [&str; 3] = ["posted-changed", "rules-changed", "seal-broken"];

/// The errors that `check` would find after a change and did not find before.
///
/// # Errors
/// A change that cannot be made.
pub(in crate::cmd) fn brought(env: &Env, store: &Store, change: &Change) -> Result<Vec<Fault>> {
    let wrong = |store: &Store| -> Result<Vec<Fault>> {
        let (_, found) = findings(env, store)?;
        let is_wrong = |one: &Fault| one.severity == Severity::Error && !TOLD.contains(&one.code);
        Ok(found.open.into_iter().filter(is_wrong).collect())
    };
    // A file that gets another name takes along what was wrong in it.
    let moves = change.files.iter().any(|file| matches!(file.what, What::Remove));
    let file = |fault: &Fault| fault.place.as_ref().filter(|_| !moves).map(|at| at.file.clone());
    let key = |fault: &Fault| (fault.code, file(fault), fault.fact.clone());
    let mut found = wrong(&store.after(&store.preview(change)?))?;
    // What is copied is not there yet.
    let copies = change.files.iter().any(|file| matches!(file.what, What::Copy(_)));
    found.retain(|fault| !copies || fault.code != "evidence-missing");
    if !found.is_empty() {
        let known: BTreeSet<_> = wrong(store)?.iter().map(key).collect();
        found.retain(|fault| !known.contains(&key(fault)));
    }
    Ok(found)
}

/// A decision after which the records do not contradict themselves more than before.
///
/// # Errors
/// What would contradict itself: other records come first then.
pub(in crate::cmd) fn sound(env: &Env, store: &Store, decision: Decision) -> Result<Decision> {
    let brought = brought(env, store, &decision.change)?;
    if brought.is_empty() {
        return Ok(decision);
    }
    let mut faults = vec![Fault::new("in-the-way", words::would_contradict())];
    faults.extend(brought.into_iter().map(|fault| Fault { cure: None, ..fault }));
    if let Some(last) = faults.last_mut() {
        last.cure = Some(words::cure_would_contradict());
    }
    Err(Failure::of(faults).into())
}
