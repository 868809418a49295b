//! The files of evidence that a call brings.

use std::path::PathBuf;

use crate::branch::{FileChange, What};
use crate::cmd::env::Env;
use crate::error::Result;
use crate::record::{At, Day, Evidence, RelPath, Span};
use crate::store::{self, Store};

/// The files of evidence as they are copied, each with what names it.
pub(in crate::cmd) fn evidence(
    env: &Env,
    store: &Store,
    files: &[PathBuf],
    day: Day,
    stem: &str,
    first: usize,
) -> Result<Vec<(FileChange, Evidence)>> {
    let mut number = first;
    let mut copies = Vec::new();
    for file in files {
        let from = env.path(file);
        let ending = file.extension().map(|ending| ending.to_string_lossy().to_ascii_lowercase());
        let ending = ending.filter(|ending| ending.len() <= 5 && ending.chars().all(|c| c.is_ascii_alphanumeric()));
        let path = loop {
            let ending = ending.as_ref().map_or(String::new(), |ending| format!(".{ending}"));
            let path = RelPath::new(&format!("evidence/{:04}/{stem}-{number}{ending}", day.year()));
            let path = path.unwrap_or_else(|| unreachable!("ids and numbers make safe paths"));
            number += 1;
            if !store.exists(&path) {
                break path;
            }
        };
        let digest = store::sha256_outside(&from)?;
        let evidence = Evidence { file: At::new(path.to_string()), sha256: At::new(digest), span: Span::default() };
        copies.push((FileChange { path, what: What::Copy(from) }, evidence));
    }
    Ok(copies)
}
