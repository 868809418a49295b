//! The short way to nearly every file: a plain one in folders that are no links, which are opened once and not once a
//! file. Where a system has no such way there is none, and the long way finds every file as well.

#[cfg(unix)]
pub(super) use folders::Plain;
#[cfg(not(unix))]
pub(super) use none::Plain;

#[cfg(unix)]
mod folders {
    use std::collections::BTreeMap;
    use std::fs::File;
    use std::path::Path;
    use std::sync::{Arc, Mutex};

    use rustix::fs::{FileType, Mode, OFlags, fstat, openat};

    use crate::record::RelPath;

    /// So many folders are kept open: a branch has fewer, and a desk has more than files may be open.
    const KEPT: usize = 48;

    /// The folders of a directory that were found to be no links.
    #[derive(Clone, Debug, Default)]
    pub(in crate::store) struct Plain(Arc<Mutex<BTreeMap<String, Arc<File>>>>);

    impl Plain {
        /// A file below a root, with its length. For any that is not plain, and for every failure, there is none, and
        /// the long way finds out what it is.
        pub(in crate::store) fn open(&self, root: &Path, path: &RelPath) -> Option<(File, usize)> {
            let folder = self.folder(root, path.folder())?;
            // A pipe is not waited for.
            let flags = OFlags::RDONLY | OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::CLOEXEC;
            let file = openat(&folder, path.name(), flags, Mode::empty()).ok()?;
            let found = fstat(&file).ok()?;
            let is_file = FileType::from_raw_mode(found.st_mode) == FileType::RegularFile;
            is_file.then_some((File::from(file), usize::try_from(found.st_size).unwrap_or_default()))
        }

        /// Whether a folder and those above it are folders and no links.
        pub(in crate::store) fn is_folder(&self, root: &Path, folder: &str) -> bool {
            self.folder(root, folder).is_some()
        }

        fn folder(&self, root: &Path, folder: &str) -> Option<Arc<File>> {
            if let Some(known) = self.0.lock().ok()?.get(folder) {
                return Some(known.clone());
            }
            let opened = match folder.rsplit_once('/') {
                _ if folder.is_empty() => File::open(root).ok()?,
                above => {
                    let (above, name) = above.unwrap_or(("", folder));
                    let flags = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::NOFOLLOW | OFlags::CLOEXEC;
                    File::from(openat(self.folder(root, above)?, name, flags, Mode::empty()).ok()?)
                }
            };
            let opened = Arc::new(opened);
            let mut kept = self.0.lock().ok()?;
            if kept.len() < KEPT {
                kept.insert(folder.to_owned(), opened.clone());
            }
            Some(opened)
        }
    }
}

#[cfg(not(unix))]
mod none {
    use std::fs::File;
    use std::path::Path;

    use crate::record::RelPath;

    /// No short way.
    #[derive(Clone, Debug, Default)]
    pub(in crate::store) struct Plain;

    impl Plain {
        /// No file.
        pub(in crate::store) fn open(&self, _root: &Path, _path: &RelPath) -> Option<(File, usize)> {
            None
        }

        /// No folder.
        pub(in crate::store) fn is_folder(&self, _root: &Path, _folder: &str) -> bool {
            false
        }
    }
}
