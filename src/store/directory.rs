//! A directory of records: what is in it, and what its files say.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::folder::Folder;
use super::overlay::Overlay;
use super::plain::Plain;
use super::{disk, work};
use crate::branch::FileKind;
use crate::error::{Excerpt, Failure, Fault, Place, Result};
use crate::record::{self, Month, RelPath, Source};
use crate::words::{self, Text};

/// The file that makes a directory one of records.
pub const MARKER: &str = "zhibu.toml";

/// The file that makes a directory a desk, to which branches return their months.
pub const DESK: &str = "desk.toml";

/// A directory of records, or a desk.
#[derive(Clone, Debug)]
pub struct Store {
    pub(super) root: PathBuf,
    /// The file that makes it what it is.
    pub(super) marker: &'static str,
    /// The short way to plain files.
    pub(super) plain: Plain,
    /// Texts that stand for those on disk.
    pub(super) overlay: Option<Arc<Overlay>>,
}

impl Store {
    /// Finds the directory: where `start` or the nearest folder above it has a `zhibu.toml`.
    pub fn find(start: &Path) -> Result<Self> {
        Self::nearest(start, MARKER)?.map_err(|searched| {
            let cure = if searched.ancestors().any(|folder| folder.join(DESK).is_file()) {
                words::cure_at_the_desk()
            } else {
                words::cure_init()
            };
            let fact = words::no_store(searched.display().to_string());
            Failure::from(Fault::new("no-store", fact)).cure(cure).into()
        })
    }

    /// Finds the desk: where `start` or the nearest folder above it has a `desk.toml`.
    pub fn find_desk(start: &Path) -> Result<Self> {
        Self::nearest(start, DESK)?.map_err(|searched| {
            let fact = words::no_desk(searched.display().to_string());
            Failure::from(Fault::new("no-desk", fact)).cure(words::cure_desk_init()).into()
        })
    }

    /// The directory where a folder or the nearest above it has a file; the folder where none has.
    fn nearest(start: &Path, marker: &'static str) -> Result<std::result::Result<Self, PathBuf>> {
        let absolute =
            std::path::absolute(start).map_err(|error| disk::failure(words::failed_to_list, start, &error))?;
        if !absolute.is_dir() {
            return Err(Failure::refused(words::no_folder(start.display().to_string())).into());
        }
        let root = absolute.ancestors().find(|folder| folder.join(marker).is_file()).map(Path::to_owned);
        Ok(root.map(|root| Self { marker, ..Self::at(root) }).ok_or(absolute))
    }

    /// The directory of records at a path; none where there is none.
    pub fn is_at(root: &Path) -> Option<Self> {
        let root = std::path::absolute(root).ok()?;
        root.join(MARKER).is_file().then(|| Self::at(root))
    }

    /// The directory at a path, whether there is one or not.
    pub fn at(root: PathBuf) -> Self {
        Self { root, marker: MARKER, plain: Plain::default(), overlay: None }
    }

    /// The desk at a path, whether there is one or not.
    pub fn desk_at(root: PathBuf) -> Self {
        Self { marker: DESK, ..Self::at(root) }
    }

    /// The file that makes it a directory of records or a desk.
    pub fn marker(&self) -> &'static str {
        self.marker
    }

    /// The directory.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The text of a file; none where there is no such file.
    pub fn read(&self, path: &RelPath) -> Result<Option<Source>> {
        let laid = self.overlay.as_ref().and_then(|overlay| overlay.bytes(path));
        let Some(bytes) = laid.map_or_else(|| self.bytes(path), Ok)? else { return Ok(None) };
        match String::from_utf8(bytes) {
            Ok(text) => Ok(Some(Source::new(path.clone(), text))),
            Err(error) => Err(Failure::from(not_utf8(path, error.as_bytes(), error.utf8_error().valid_up_to())).into()),
        }
    }

    /// The files right in a folder, by name, and faults for names that cannot be used; a folder that is not there is
    /// empty.
    pub fn list(&self, folder: &str) -> Result<(Vec<RelPath>, Vec<Fault>)> {
        self.look(folder).map(|found| (found.files, found.faults))
    }

    /// The names of the folders right in a folder, in order.
    pub fn folders(&self, folder: &str) -> Result<Vec<String>> {
        self.look(folder).map(|found| found.folders)
    }

    /// The months that are closed, in order: those with a seal.
    ///
    /// # Errors
    /// A folder that cannot be listed.
    pub fn sealed_months(&self) -> Result<Vec<Month>> {
        let months = self.list("seals")?.0.into_iter().filter_map(|path| match FileKind::of(&path) {
            Some(FileKind::Seal(month)) => Some(month),
            _ => None,
        });
        Ok(months.collect())
    }

    /// What is right in a folder.
    pub(super) fn look(&self, folder: &str) -> Result<Folder> {
        match &self.overlay {
            None => self.look_on_disk(folder),
            Some(overlay) if overlay.alone => Ok(overlay.lay_over(folder, Folder::default())),
            Some(overlay) => Ok(overlay.lay_over(folder, self.look_on_disk(folder)?)),
        }
    }

    fn look_on_disk(&self, folder: &str) -> Result<Folder> {
        let mut found = Folder::default();
        for (name, is_folder) in self.entries(folder)? {
            match (name.to_str().and_then(|name| RelPath::below(folder, name)), name.into_string()) {
                (_, Ok(name)) if is_folder => found.folders.push(name),
                (_, Err(_)) if is_folder => {}
                (Some(path), _) => found.files.push(path),
                (None, name) => {
                    let name = name.unwrap_or_else(|name| name.to_string_lossy().into_owned());
                    let fault = Fault::new("odd-name", words::odd_name(words::shown(&name)));
                    found.faults.push(Fault { place: RelPath::new(folder).map(Place::file), ..fault });
                }
            }
        }
        found.files.sort();
        found.folders.sort();
        found.faults.sort();
        Ok(found)
    }

    /// Whether there is such a file inside the directory.
    pub fn exists(&self, path: &RelPath) -> bool {
        matches!(self.file(path), Ok(Some(_)))
    }

    /// Whether its texts are those on disk.
    pub fn is_as_on_disk(&self) -> bool {
        self.overlay.is_none()
    }

    /// Whether there is a file or a folder.
    pub fn is_there(&self, path: &RelPath) -> bool {
        if let Some(laid) = self.overlay.as_ref().and_then(|overlay| overlay.bytes(path)) {
            return laid.is_some();
        }
        self.root.join(path.as_str()).exists()
    }

    /// The digest of a file in hexadecimal digits; none where there is no such file.
    pub fn sha256(&self, path: &RelPath) -> Result<Option<String>> {
        if let Some(laid) = self.overlay.as_ref().and_then(|overlay| overlay.bytes(path)) {
            return Ok(laid.map(|bytes| record::sha256(&bytes)));
        }
        let Some(place) = self.file(path)? else { return Ok(None) };
        disk::sha256(&place).map(Some).map_err(|error| self.failure(words::failed_to_read, path, &error))
    }

    /// How many bytes a file has; none where there is no such file, or it cannot be looked at.
    pub fn size(&self, path: &RelPath) -> Option<u64> {
        let place = self.file(path).ok().flatten()?;
        fs::metadata(place).ok().map(|found| found.len())
    }

    /// Where the working files are.
    pub(super) fn work(&self) -> PathBuf {
        work::folder(&self.root)
    }

    /// A failure that names a file by its path in the directory.
    pub(super) fn failure(
        &self,
        said: fn(String, Text) -> Text,
        path: &RelPath,
        error: &std::io::Error,
    ) -> anyhow::Error {
        disk::failure(said, Path::new(path.as_str()), error)
    }

    /// The names in a folder, and which of them are folders.
    pub(super) fn entries(&self, folder: &str) -> Result<Vec<(std::ffi::OsString, bool)>> {
        let place = match RelPath::new(folder) {
            Some(_) if self.plain.is_folder(&self.root, folder) => Some(self.root.join(folder)),
            Some(path) => self.place(&path)?,
            None => Some(self.root.clone()),
        };
        let Some(place) = place else { return Ok(vec![]) };
        let fails = |error: &std::io::Error| disk::failure(words::failed_to_list, Path::new(folder), error);
        let entries = match fs::read_dir(&place) {
            Ok(entries) => entries,
            Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => return Ok(vec![]),
            Err(error) => return Err(fails(&error)),
        };
        let entry = |entry: std::io::Result<fs::DirEntry>| {
            let entry = entry?;
            let kind = entry.file_type()?;
            Ok((entry.file_name(), if kind.is_symlink() { entry.path().is_dir() } else { kind.is_dir() }))
        };
        entries.map(entry).collect::<std::io::Result<_>>().map_err(|error| fails(&error))
    }
}

/// A file that is no UTF-8, with the line of the first byte that is none.
fn not_utf8(path: &RelPath, bytes: &[u8], at: usize) -> Fault {
    let start = bytes[..at].iter().rposition(|&byte| byte == b'\n').map_or(0, |newline| newline + 1);
    let before = String::from_utf8_lossy(&bytes[start..at]).into_owned();
    let line = bytes[..at].iter().filter(|&&byte| byte == b'\n').count() + 1;
    let column = before.chars().count() + 1;
    let excerpt = Some(Excerpt { from: before.len(), to: before.len(), line: before });
    let place = Place { file: path.clone(), line, column, excerpt };
    let fault = Fault::new("not-utf8", words::not_utf8()).cure(words::cure_not_utf8());
    Fault { place: Some(place), ..fault }
}

#[cfg(all(test, unix))]
#[allow(clippy::unwrap_used)]
mod tests {
    use std::os::unix::fs::{PermissionsExt, symlink};

    use super::*;
    use crate::branch::{Change, Edit, FileChange, What};
    use crate::record::Value;
    use crate::store::{Waiting, export, export_file, read_outside, sha256_outside};

    fn path(text: &str) -> RelPath {
        RelPath::new(text).unwrap()
    }

    fn fresh() -> (tempfile::TempDir, Store) {
        let dir = tempfile::tempdir().unwrap();
        let files =
            [(path(MARKER), "name = \"站南\"\n".to_owned()), (path("members/a.toml"), "name = \"甲\"\n".into())];
        let store = Store::create(&dir.path().join("branch"), &files).unwrap();
        // As every command leaves it.
        drop(store.lock("test", &mut Waiting::default()).unwrap());
        (dir, store)
    }

    fn change(at: &str, what: What) -> Change {
        Change { files: vec![FileChange { path: path(at), what }], ..Change::default() }
    }

    fn rename(to: &str) -> What {
        What::Edit(vec![Edit::Set(vec![], "name", Value::text(to))])
    }

    fn commit(store: &Store, change: &Change) -> Result<Vec<RelPath>> {
        store.lock("test", &mut Waiting::default())?.commit(change, &|_| vec![])
    }

    #[track_caller]
    fn code<T: std::fmt::Debug>(result: Result<T>) -> &'static str {
        result.unwrap_err().downcast::<Failure>().unwrap().faults[0].code
    }

    #[test]
    fn the_directory_is_found_from_below() {
        let (dir, store) = fresh();
        fs::create_dir_all(store.root().join("meetings/2026")).unwrap();
        assert_eq!(Store::find(&store.root().join("meetings/2026")).unwrap().root(), store.root());
        assert_eq!(code(Store::find(dir.path())), "no-store");
        assert_eq!(code(Store::find(&dir.path().join("nowhere"))), "refused");
    }

    #[test]
    fn nothing_that_is_there_is_written_over() {
        let (_dir, store) = fresh();
        let files = [(path("new.toml"), String::new()), (path(MARKER), String::new())];
        assert_eq!(code(Store::create(store.root(), &files)), "already-there");
        assert!(!store.exists(&path("new.toml")));
        assert_eq!(code(commit(&store, &change("members/a.toml", What::Create(String::new())))), "already-there");
        assert_eq!(code(commit(&store, &change("members/b.toml", rename("乙")))), "no-file");
    }

    #[test]
    fn a_refused_directory_leaves_no_folder() {
        let dir = tempfile::tempdir().unwrap();
        let files = [(path("a"), String::new()), (path("a/b"), String::new())];
        assert!(Store::create(&dir.path().join("x/y"), &files).is_err());
        assert!(!dir.path().join("x").exists());
    }

    #[test]
    fn a_file_that_is_no_text_is_told_with_its_line() {
        let (_dir, store) = fresh();
        fs::write(store.root().join("b.toml"), b"a = 1\nb = \"\xd5\xd4\"\n").unwrap();
        let failure = store.read(&path("b.toml")).unwrap_err().downcast::<Failure>().unwrap();
        assert_eq!((failure.faults[0].code, failure.faults[0].place.as_ref().unwrap().line), ("not-utf8", 2));
        assert_eq!(code(store.read(&path("members"))), "not-a-file");
        assert!(store.read(&path("members/a.toml/b")).unwrap().is_none());
    }

    #[test]
    fn no_link_leads_out() {
        let (dir, store) = fresh();
        fs::write(dir.path().join("secret"), "name = 1").unwrap();
        symlink(dir.path().join("secret"), store.root().join("s.toml")).unwrap();
        symlink(dir.path(), store.root().join("up")).unwrap();
        symlink(dir.path().join("none"), store.root().join("dangling")).unwrap();
        fs::create_dir(store.root().join(".git")).unwrap();
        symlink(".git", store.root().join("hooks")).unwrap();
        for out in ["s.toml", "up/secret", "dangling"] {
            assert_eq!(code(store.read(&path(out))), "outside", "{out}");
            assert_eq!(code(store.sha256(&path(out))), "outside", "{out}");
            assert!(!store.exists(&path(out)), "{out}");
            assert_eq!(code(commit(&store, &change(out, rename("x")))), "outside", "{out}");
        }
        for out in ["up/new", "up/new/new", ".git/hook", "hooks/hook", ".Git/x", "members/.zhibu/x"] {
            assert_eq!(code(commit(&store, &change(out, What::Create(String::new())))), "outside", "{out}");
        }
        assert_eq!(code(store.list("up")), "outside");
        assert_eq!(fs::read_to_string(dir.path().join("secret")).unwrap(), "name = 1");
    }

    #[test]
    fn a_link_inside_stays_a_link() {
        let (_dir, store) = fresh();
        symlink("members/a.toml", store.root().join("chief.toml")).unwrap();
        assert_eq!(commit(&store, &change("chief.toml", rename("乙"))).unwrap(), [path("chief.toml")]);
        assert!(fs::symlink_metadata(store.root().join("chief.toml")).unwrap().is_symlink());
        assert_eq!(&*store.read(&path("members/a.toml")).unwrap().unwrap().text, "name = \"乙\"\n");
    }

    #[test]
    fn working_files_are_not_followed_out() {
        let (dir, store) = fresh();
        fs::remove_dir_all(store.work()).unwrap();
        symlink(dir.path(), store.work()).unwrap();
        assert_eq!(code(commit(&store, &change("members/a.toml", rename("x")))), "outside");
        fs::remove_file(store.work()).unwrap();
        fs::create_dir(store.work()).unwrap();
        symlink(dir.path().join("target"), store.work().join("lock")).unwrap();
        assert_eq!(code(commit(&store, &change("members/a.toml", rename("x")))), "outside");
        assert!(!dir.path().join("target").exists());
    }

    #[test]
    fn a_foreign_journal_moves_nothing() {
        let (_dir, store) = fresh();
        for text in ["back = false\nfile = [{ path = \"a\", name = \"../x\", had_old = false }]", "?"] {
            fs::write(store.work().join("journal"), text).unwrap();
            assert_eq!(code(store.recover()), "journal");
        }
        fs::remove_file(store.work().join("journal")).unwrap();
        store.recover().unwrap();
    }

    #[test]
    fn names_are_listed_in_order() {
        let (_dir, store) = fresh();
        fs::create_dir_all(store.root().join("meetings/2026")).unwrap();
        fs::write(store.root().join("members/Z.txt"), "").unwrap();
        fs::write(store.root().join("members/b:c"), "").unwrap();
        let (files, faults) = store.list("members").unwrap();
        assert_eq!(files, [path("members/Z.txt"), path("members/a.toml")]);
        assert_eq!((faults.len(), faults[0].code), (1, "odd-name"));
        assert_eq!(store.folders("").unwrap(), [".zhibu", "meetings", "members"]);
        assert!(store.list("nowhere").unwrap().0.is_empty());
    }

    #[test]
    fn a_text_that_does_not_read_back_is_not_written() {
        let (_dir, store) = fresh();
        let lock = store.lock("test", &mut Waiting::default()).unwrap();
        let fault = |source: &Source| vec![Fault::of_file("bad", &source.path, Text::same("bad"))];
        assert_eq!(code(lock.commit(&change("members/a.toml", rename("乙")), &fault)), "bad");
        assert_eq!(&*store.read(&path("members/a.toml")).unwrap().unwrap().text, "name = \"甲\"\n");
        let same = lock.commit(&change("members/a.toml", rename("甲")), &|_| vec![]).unwrap();
        assert!(same.is_empty(), "a file that stays as it was is not written");
    }

    #[test]
    fn a_preview_writes_nothing() {
        let (_dir, store) = fresh();
        fs::remove_dir_all(store.work()).unwrap();
        let planned = store.preview(&change("members/a.toml", rename("乙"))).unwrap();
        assert_eq!(planned[0].old.as_deref(), Some("name = \"甲\"\n"));
        assert_eq!(planned[0].new.as_deref(), Some("name = \"乙\"\n"));
        assert!(!store.work().exists());
    }

    #[test]
    fn a_file_keeps_its_permissions() {
        let (_dir, store) = fresh();
        let file = store.root().join("members/a.toml");
        fs::set_permissions(&file, fs::Permissions::from_mode(0o604)).unwrap();
        commit(&store, &change("members/a.toml", rename("乙"))).unwrap();
        assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o604);
    }

    #[test]
    fn a_copy_has_the_digest_of_its_source() {
        let (dir, store) = fresh();
        let picture = dir.path().join("picture");
        fs::write(&picture, vec![9; 200_000]).unwrap();
        commit(&store, &change("evidence/2026/p.jpg", What::Copy(picture.clone()))).unwrap();
        let digest = store.sha256(&path("evidence/2026/p.jpg")).unwrap().unwrap();
        assert_eq!(digest, sha256_outside(&picture).unwrap());
        assert_eq!(digest.len(), 64);
        let missing = change("evidence/2026/q.jpg", What::Copy(dir.path().join("none")));
        assert_eq!(code(commit(&store, &missing)), "refused");
        assert!(!store.exists(&path("evidence/2026/q.jpg")));
    }

    #[test]
    fn exports_are_whole_and_texts_from_outside_have_a_limit() {
        let dir = tempfile::tempdir().unwrap();
        let out = dir.path().join("exports/2026-10");
        let files = [("a.csv".to_owned(), b"a\r\n".to_vec()), ("b.csv".to_owned(), vec![0xff])];
        export(&out, &files).unwrap();
        export(&out, &files).unwrap();
        let mut names: Vec<_> = fs::read_dir(&out).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        names.sort();
        assert_eq!(names, ["a.csv", "b.csv"]);
        assert_eq!(read_outside(&out.join("a.csv"), 3).unwrap(), "a\r\n");
        assert_eq!(code(read_outside(&out.join("a.csv"), 2)), "refused");
        assert_eq!(code(read_outside(&out.join("b.csv"), 2)), "not-utf8");
        assert!(export_file(&out, b"").is_err());
        assert!(export(&out.join("a.csv/deeper"), &files).is_err());
    }

    #[test]
    fn threads_take_turns() {
        let (_dir, store) = fresh();
        std::thread::scope(|scope| {
            for n in 0..40 {
                let store = &store;
                scope.spawn(move || {
                    let line = Value::Line(vec![("n", Value::Int(n))]);
                    let insert = What::Edit(vec![Edit::Insert(vec![], "entries", None, line)]);
                    commit(store, &change("members/a.toml", insert)).unwrap();
                });
            }
        });
        assert_eq!(store.read(&path("members/a.toml")).unwrap().unwrap().text.matches("n = ").count(), 40);
    }
}
