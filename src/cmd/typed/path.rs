//! A path as a call names it.

use std::path::{Component, Path, PathBuf};

use crate::cmd::env::Env;
use crate::error::{Failure, Result};
use crate::record::RelPath;
use crate::store::Store;
use crate::words;

/// A path of the call as a path of the directory; none for the directory itself.
pub(in crate::cmd) fn inside(env: &Env, store: &Store, path: &str) -> Result<Option<RelPath>> {
    // Where the records are elsewhere, a path is meant from their root.
    let is_below = std::path::absolute(env.here()).is_ok_and(|here| plain(&here).starts_with(store.root()));
    let from = if is_below { env.path(path.as_ref()) } else { store.root().join(path) };
    let plain = plain(&std::path::absolute(from)?);
    // Records name their files with slashes, whatever parts folders on this system.
    let parts = plain.strip_prefix(store.root()).ok().map(|below| below.iter().map(|part| part.to_str()));
    let below = parts.and_then(|parts| parts.collect::<Option<Vec<_>>>()).map(|parts| parts.join("/"));
    match below.as_deref() {
        Some("") => Ok(None),
        Some(below) => match RelPath::new(below) {
            Some(below) if store.is_there(&below) => Ok(Some(below)),
            Some(_) => Err(Failure::usage(words::nothing_there(words::shown(path))).into()),
            None => Err(Failure::usage(words::not_inside(words::shown(path))).into()),
        },
        None => Err(Failure::usage(words::not_inside(words::shown(path))).into()),
    }
}

/// A path without the parts that lead up.
fn plain(path: &Path) -> PathBuf {
    path.components().fold(PathBuf::new(), |mut plain, part| {
        match part {
            Component::ParentDir => {
                plain.pop();
            }
            part => plain.push(part),
        }
        plain
    })
}
