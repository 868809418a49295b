//! A path as a call names it.

use crate::cmd::env::Env;
use crate::error::{Failure, Result};
use crate::record::RelPath;
use crate::store::Store;
use crate::words;

/// A path of the call as a path of the directory; none for the directory itself.
pub(in crate::cmd) fn inside(env: &Env, store: &Store, path: &str) -> Result<Option<RelPath>> {
    let absolute = std::path::absolute(env.path(path.as_ref()))?;
    let plain: std::path::PathBuf = absolute.components().fold(std::path::PathBuf::new(), |mut plain, part| {
        match part {
            std::path::Component::ParentDir => {
                plain.pop();
            }
            part => plain.push(part),
        }
        plain
    });
    let below = plain.strip_prefix(store.root()).ok().and_then(|below| below.to_str());
    match below {
        Some("") => Ok(None),
        Some(below) => match RelPath::new(below) {
            Some(below) if store.is_there(&below) => Ok(Some(below)),
            Some(_) => Err(Failure::usage(words::nothing_there(words::shown(path))).into()),
            None => Err(Failure::usage(words::not_inside(words::shown(path))).into()),
        },
        None => Err(Failure::usage(words::not_inside(words::shown(path))).into()),
    }
}
