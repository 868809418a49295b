//! `zhibu merge-file BASE OURS THEIRS PATH`, which git calls for each file of records that two sides changed. Nobody
//! types it, so it is in no help; and nothing of the directory is read, which is in the middle of a merge.

use std::ffi::OsString;
use std::path::Path;

use crate::git;
use crate::store::{self, Merged};

/// What git has to hear where the file could not be written: it stops the merge.
const FAILED: u8 = 255;

/// The longest file that is merged, in bytes.
const LONGEST: u64 = 256 * 1024 * 1024;

/// Does what git asks for, where it is git that asks; gives the exit code: 0 merged, 1 something is left in dispute.
pub fn merge_file(args: &[OsString]) -> Option<u8> {
    let [_, command, base, ours, theirs, path] = args else { return None };
    (command == "merge-file").then(|| {
        let (base, ours, theirs) = (Path::new(base), Path::new(ours), Path::new(theirs));
        match merged(base, ours, theirs, &path.to_string_lossy()) {
            Some(merged) => match store::fill_file(ours, merged.text().as_bytes()) {
                Ok(()) => u8::from(merged.clashes().next().is_some()),
                Err(_) => FAILED,
            },
            None => git::merge_lines(ours, base, theirs).map_or(FAILED, |clean| u8::from(!clean)),
        }
    })
}

fn merged(base: &Path, ours: &Path, theirs: &Path, path: &str) -> Option<Merged> {
    let path = store::record_path(path)?;
    let text = |path| store::read_outside(path, LONGEST).ok();
    // Where there are several last common states, git merges those first, and may leave marks in what came of it.
    store::merge(&path, &text(base)?, &text(ours)?, &text(theirs)?)
}
