//! A file that is handed in is read, proven, and known as the return of a unit.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::cmd::env::Env;
use crate::desk::{self, Desk, MEASURES, Measured, Unit};
use crate::error::{Failure, Fault, Result};
use crate::package::{self, About, DESCRIPTION};
use crate::record::sha256;
use crate::store;
use crate::words;

/// The most bytes of a return.
const LIMIT: u64 = 64 * 1024 * 1024;

/// A return that can be taken.
pub(super) struct Offer<'d> {
    /// The file, as it was named.
    pub(super) path: PathBuf,
    /// Whose it is.
    pub(super) unit: &'d Unit,
    /// What it says of itself.
    pub(super) about: About,
    /// The digest of the file.
    pub(super) sha256: String,
}

/// What is in a return.
pub(super) struct Contents {
    /// Its files, in order.
    pub(super) files: BTreeMap<String, String>,
    /// Its measures.
    pub(super) measures: Vec<Measured>,
    /// The digest of what describes it.
    pub(super) description: String,
}

/// Reads and proves what was handed in.
///
/// # Errors
/// Why it is not taken.
pub(super) fn offered<'d>(env: &Env, desk: &'d Desk, path: &Path) -> Result<Offer<'d>> {
    let bytes = store::read_bytes_outside(&env.path(path), LIMIT)?;
    let files = package::files(&bytes)?;
    let (about, proofs) = package::prove(&files)?;
    let unit = desk::judge(desk, &about, &proofs, env.today)?;
    contents(files, &about)?;
    Ok(Offer { path: path.to_owned(), unit, about, sha256: sha256(&bytes) })
}

impl Offer<'_> {
    /// What is in it, read once more; one that is another file by now is refused.
    ///
    /// # Errors
    /// As for what was handed in.
    pub(super) fn contents(&self, env: &Env) -> Result<Contents> {
        let bytes = store::read_bytes_outside(&env.path(&self.path), LIMIT)?;
        if sha256(&bytes) != self.sha256 {
            return Err(Failure::from(of_file(&self.path, Fault::new("refused", words::return_changed()))).into());
        }
        contents(package::files(&bytes)?, &self.about)
    }

    /// The file, as it is shown.
    pub(super) fn shown(&self) -> String {
        words::shown(&self.path.display().to_string())
    }
}

/// What is in a return.
///
/// # Errors
/// What is no text, or no measures.
fn contents(files: BTreeMap<String, Vec<u8>>, about: &About) -> Result<Contents> {
    let text = |(name, bytes): (String, Vec<u8>)| match String::from_utf8(bytes) {
        Ok(text) => Ok((name, text)),
        Err(_) => Err(Failure::refused(words::return_not_text(words::shown(&name)))),
    };
    let files = files.into_iter().map(text).collect::<std::result::Result<BTreeMap<_, _>, _>>()?;
    let none = || Failure::refused(words::no_measures(MEASURES)).cure(words::cure_no_measures(about.month));
    let measures = files.get(MEASURES).ok_or_else(none)?;
    let measures = desk::measured(measures, &about.month.to_string()).map_err(Failure::refused)?;
    let description = files.get(DESCRIPTION).map(|text| sha256(text.as_bytes())).unwrap_or_default();
    Ok(Contents { files, measures, description })
}

/// A fault of a file, which is named before it.
pub(super) fn of_file(path: &Path, fault: Fault) -> Fault {
    let fact = words::of_file(words::shown(&path.display().to_string()), &fault.fact);
    Fault { fact, ..fault }
}
