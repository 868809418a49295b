//! Files in one file, and back.

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _, Write as _};

use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use crate::error::Failure;
use crate::words::{self, Text};

/// The name of what describes the tables.
pub const DESCRIPTION: &str = "datapackage.json";

/// The name of the seal of the month.
pub const SEAL: &str = "seal.toml";

/// How much the files may come to when they are unpacked, in bytes.
const UNPACKED: u64 = 64 * 1024 * 1024;

/// So many files may be in one.
const FILES: usize = 64;

/// Packs files in their order; the same files give the same bytes.
pub fn pack(files: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    // Without a time of its own a file has the first that can be written.
    let options = SimpleFileOptions::default().last_modified_time(zip::DateTime::default());
    for (name, bytes) in files {
        let written = writer.start_file(name, options).is_ok() && writer.write_all(bytes).is_ok();
        assert!(written, "memory takes every file");
    }
    writer.finish().map(Cursor::into_inner).unwrap_or_else(|_| unreachable!("memory takes every file"))
}

/// The files in one, by name.
///
/// # Errors
/// No such file, one that is cut off or damaged, too many files or too large ones, names that lead elsewhere or stand
/// there twice.
pub fn files(bytes: &[u8]) -> Result<BTreeMap<String, Vec<u8>>, Failure> {
    let no_package = || Failure::refused(words::no_package()).cure(words::cure_no_package());
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| no_package())?;
    if archive.len() > FILES {
        return Err(strange(words::package_of_many(archive.len(), FILES)));
    }
    let (mut files, mut left) = (BTreeMap::new(), UNPACKED);
    for at in 0..archive.len() {
        let file = archive.by_index(at).map_err(|_| no_package())?;
        let name = String::from_utf8_lossy(file.name_raw()).into_owned();
        let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.');
        if name.is_empty() || name.starts_with('.') || !name.chars().all(is_plain) {
            return Err(strange(words::package_name(words::shown(&name))));
        }
        let mut text = Vec::new();
        file.take(left + 1).read_to_end(&mut text).map_err(|_| no_package())?;
        left = left
            .checked_sub(text.len() as u64)
            .ok_or_else(|| strange(words::package_too_large(UNPACKED / 1024 / 1024)))?;
        if files.insert(name.clone(), text).is_some() {
            return Err(strange(words::package_name_twice(words::shown(&name))));
        }
    }
    Ok(files)
}

/// A file that no package of ours is like.
fn strange(fact: Text) -> Failure {
    Failure::refused(fact).cure(words::cure_strange_package())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn packed(files: &[(&str, &[u8])]) -> Vec<u8> {
        let files: Vec<_> = files.iter().map(|(name, bytes)| ((*name).to_owned(), bytes.to_vec())).collect();
        pack(&files)
    }

    #[test]
    fn the_same_files_give_the_same_bytes_and_come_back() {
        let one = packed(&[("a.csv", b"x"), (DESCRIPTION, b"{}")]);
        assert_eq!(one, packed(&[("a.csv", b"x"), (DESCRIPTION, b"{}")]));
        let back = files(&one).expect("a package");
        assert_eq!(
            back.into_iter().collect::<Vec<_>>(),
            [("a.csv".into(), b"x".to_vec()), (DESCRIPTION.into(), b"{}".to_vec())]
        );
    }

    #[test]
    fn what_is_no_package_is_refused() {
        let good = packed(&[("a.csv", &[7; 1000])]);
        for at in 0..good.len() {
            assert!(files(&good[..at]).is_err(), "cut off at {at}");
        }
        for name in ["../a", "/a", "a/b", "a\\b", ".a", "a b", "甲"] {
            assert!(files(&packed(&[(name, b"x")])).is_err(), "{name}");
        }
        let many: Vec<_> = (0..=FILES).map(|at| (format!("{at}"), vec![])).collect();
        assert!(files(&pack(&many)).is_err());
        assert!(
            files(&packed(&[("a", &vec![0; UNPACKED as usize + 1])])).is_err(),
            "it unpacks to more than it should"
        );
        assert!(files(&packed(&[("a", &vec![0; UNPACKED as usize])])).is_ok());
    }
}
