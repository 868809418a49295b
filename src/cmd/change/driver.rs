//! Git is told to merge records one by one, by `zhibu merge-file`.

use crate::branch::record_files;
use crate::cmd::env::Env;
use crate::git::Git;
use crate::store;

/// The longest file of attributes that is read, in bytes.
const LONGEST: u64 = 1024 * 1024;

/// Has the clone merge records one by one from now on, where it does not yet; without it git merges line by line.
pub(in crate::cmd) fn set_up(env: &Env, git: &Git, anew: bool) {
    let file = git.attributes_file();
    let old = store::read_outside(file, LONGEST).unwrap_or_default();
    let attributes = git.attributes(&old, &record_files());
    if (anew || attributes.is_some())
        && git.set_driver(&env.program())
        && let (Some(text), Some(folder)) = (attributes, file.parent())
        && let Some(name) = file.file_name()
    {
        // A folder that cannot be written to is a clone that merges line by line.
        let _ = store::export(folder, &[(name.to_string_lossy().into_owned(), text.into_bytes())]);
    }
}
