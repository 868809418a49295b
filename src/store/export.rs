//! Files outside the directory of records: what is exported, and what is read from elsewhere.

use std::fs;
use std::io::{ErrorKind, Write};
use std::path::{Component, Path, PathBuf};

use super::directory::Store;
use super::disk;
use crate::error::{Failure, Fault, Result};
use crate::words;

impl Store {
    /// Refuses a place below the directory that a link leads out of it: what goes elsewhere goes where it was told to.
    ///
    /// # Errors
    /// Such a link.
    pub fn refuse_way_out(&self, path: &Path) -> Result<()> {
        let real = |path: &Path| fs::canonicalize(path).ok();
        let (Ok(path), Some(root)) = (std::path::absolute(path), real(self.root())) else { return Ok(()) };
        let Some(above) = path.ancestors().find(|above| real(above).as_ref() == Some(&root)) else { return Ok(()) };
        let mut place = above.to_owned();
        for part in path.strip_prefix(above).unwrap_or(&path).components() {
            if !matches!(part, Component::Normal(_)) {
                return Ok(());
            }
            place.push(part);
            let is_link = fs::symlink_metadata(&place).is_ok_and(|found| found.is_symlink());
            if is_link && !real(&place).is_some_and(|target| target.starts_with(&root)) {
                let shown = place.strip_prefix(above).unwrap_or(&place).display().to_string();
                return Err(Failure::refused(words::outside(words::shown(&shown))).into());
            }
        }
        Ok(())
    }
}

/// Writes files into a folder, each whole or not at all; the folder is made, and files that say the same are left.
pub fn export(folder: &Path, files: &[(String, Vec<u8>)]) -> Result<()> {
    let mut made = Vec::new();
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let done = disk::make_folders(folder, &mut made)
        .and_then(|()| files.iter().try_for_each(|(name, bytes)| export_file(&folder.join(name), bytes)));
    if done.is_err() {
        disk::remove_folders(&made);
    }
    done
}

/// Writes a program into a folder, whole or not at all: a file that can be run.
pub fn export_program(folder: &Path, name: &str, bytes: &[u8]) -> Result<()> {
    export(folder, &[(name.to_owned(), bytes.to_vec())])?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;

        let path = folder.join(name);
        let fails = |error: std::io::Error| disk::failure(words::failed_to_write, &path, &error);
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).map_err(fails)?;
    }
    Ok(())
}

/// Writes a file, whole or not at all; a pipe or a device is written to as it is.
pub fn export_file(path: &Path, bytes: &[u8]) -> Result<()> {
    let fails = |error: std::io::Error| disk::failure(words::failed_to_write, path, &error);
    let path = &match fs::symlink_metadata(path) {
        Ok(found) if found.is_symlink() => fs::canonicalize(path).map_err(fails)?,
        _ => path.to_owned(),
    };
    match fs::metadata(path) {
        Ok(found) if found.is_dir() => return Err(fails(ErrorKind::IsADirectory.into())),
        Ok(found) if !found.is_file() => {
            let mut file = fs::OpenOptions::new().write(true).open(path).map_err(fails)?;
            return file.write_all(bytes).map_err(fails);
        }
        Ok(found) if found.len() == bytes.len() as u64 && fs::read(path).is_ok_and(|old| old == bytes) => return Ok(()),
        _ => {}
    }
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let beside: PathBuf = path.with_file_name(format!(".{name}.zhibu"));
    disk::replace(path, &beside, bytes).map_err(fails)?;
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    disk::sync_folder(folder).map_err(fails)
}

/// Writes a file that another program made to be written to, and reads only once this one has ended well.
pub fn fill_file(path: &Path, bytes: &[u8]) -> Result<()> {
    fs::write(path, bytes).map_err(|error| disk::failure(words::failed_to_write, path, &error))
}

/// Reads a file from anywhere; refused where it has more bytes than `limit`.
pub fn read_bytes_outside(path: &Path, limit: u64) -> Result<Vec<u8>> {
    let fails = |error: std::io::Error| disk::failure(words::failed_to_read, path, &error);
    disk::read_within(path, limit).map_err(fails)?.ok_or_else(|| {
        let limit = usize::try_from(limit).unwrap_or(usize::MAX);
        let fact = words::too_large(path.display().to_string(), limit / 1024);
        Failure::refused(fact).cure(words::cure_too_long()).into()
    })
}

/// Reads a text from anywhere; none where there is no such file, refused where it has more bytes than `limit`.
pub fn read_outside_if_there(path: &Path, limit: u64) -> Result<Option<String>> {
    match fs::metadata(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        _ => read_outside(path, limit).map(Some),
    }
}

/// Reads a text from anywhere; refused where it has more bytes than `limit`.
pub fn read_outside(path: &Path, limit: u64) -> Result<String> {
    String::from_utf8(read_bytes_outside(path, limit)?).map_err(|_| {
        let why = words::failed_to_read(path.display().to_string(), words::not_utf8());
        Failure::from(Fault::new("not-utf8", why)).cure(words::cure_not_utf8()).into()
    })
}

/// The digest of a file from anywhere, in hexadecimal digits.
pub fn sha256_outside(path: &Path) -> Result<String> {
    // What is read twice has to be a file: a pipe would wait for ever, or say something else the second time.
    match fs::metadata(path) {
        Ok(found) if !found.is_file() && !found.is_dir() => {
            return Err(Failure::refused(words::not_a_file(words::shown(&path.display().to_string()))).into());
        }
        _ => {}
    }
    disk::sha256(path).map_err(|error| disk::failure(words::failed_to_read, path, &error))
}

/// Writes a file piece by piece, whole or not at all; how many bytes it has.
///
/// # Errors
/// A piece that could not be made, or written.
pub fn export_pieces(path: &Path, pieces: impl Iterator<Item = Result<Vec<u8>>>) -> Result<u64> {
    let fails = |error: std::io::Error| disk::failure(words::failed_to_write, path, &error);
    let folder = path.parent().unwrap_or(Path::new("."));
    disk::make_folders(folder, &mut Vec::new())?;
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let beside = path.with_file_name(format!(".{name}.zhibu"));
    disk::remove_if_there(&beside).map_err(fails)?;
    let (mut made, mut bytes) = (Ok(()), 0);
    let written = disk::write_new(&beside, |file| {
        let mut writer = std::io::BufWriter::new(file);
        for piece in pieces {
            match piece {
                Ok(piece) => {
                    bytes += piece.len() as u64;
                    writer.write_all(&piece)?;
                }
                Err(error) => {
                    made = Err(error);
                    break;
                }
            }
        }
        writer.flush()
    });
    let placed = made.and_then(|()| written.and_then(|()| fs::rename(&beside, path)).map_err(fails));
    if placed.is_err() {
        let _ = fs::remove_file(&beside);
    }
    placed?;
    disk::sync_folder(folder).map_err(fails)?;
    Ok(bytes)
}

/// The files right in a folder from anywhere whose names end so, by name.
///
/// # Errors
/// A folder that cannot be listed.
pub fn files_outside(folder: &Path, ending: &str) -> Result<Vec<PathBuf>> {
    let fails = |error: std::io::Error| disk::failure(words::failed_to_list, folder, &error);
    let paths = fs::read_dir(folder).and_then(|entries| entries.map(|entry| entry.map(|entry| entry.path())).collect());
    let mut paths: Vec<PathBuf> = paths.map_err(fails)?;
    let ends_so = |path: &PathBuf| path.extension().is_some_and(|end| end.eq_ignore_ascii_case(ending));
    paths.retain(|path| ends_so(path) && path.is_file());
    paths.sort();
    Ok(paths)
}

/// Whether there is nothing in a folder, or no such folder yet.
pub fn is_empty_folder(path: &Path) -> bool {
    match fs::read_dir(path) {
        Ok(mut entries) => entries.next().is_none(),
        Err(error) => error.kind() == ErrorKind::NotFound,
    }
}
