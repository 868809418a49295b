//! The code as these tests see it: files with their layers and their words, without comments.

use std::fs;
use std::path::Path;

/// A file of the code.
pub(crate) struct File {
    /// Its path below `src`: `store/edit.rs`.
    pub(crate) path: String,
    /// Its text.
    pub(crate) text: String,
}

impl File {
    /// The layer it belongs to: the module at the top.
    pub(crate) fn layer(&self) -> &str {
        self.path.split('/').next().unwrap_or_default().trim_end_matches(".rs")
    }

    /// How many modules stand above what the file says: 1 for `ui.rs` and `store/mod.rs`, 2 for `store/edit.rs`.
    pub(crate) fn depth(&self) -> usize {
        self.path.trim_end_matches("/mod.rs").split('/').count()
    }

    /// The lines that are no comments, with their numbers.
    pub(crate) fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        let lines = self.text.lines().enumerate().map(|(at, line)| (at + 1, line));
        lines.filter(|(_, line)| !line.trim_start().starts_with("//"))
    }

    /// The code on one line.
    pub(crate) fn joined(&self) -> String {
        self.code().map(|(_, line)| line.trim()).collect::<Vec<_>>().join(" ")
    }
}

/// Every file below `src`, in order.
pub(crate) fn files() -> Vec<File> {
    let files = below("src");
    assert!(files.len() > 50, "the code was not found");
    files
}

/// Every file below `tests`, in order.
pub(crate) fn tests() -> Vec<File> {
    below("tests")
}

fn below(folder: &str) -> Vec<File> {
    let mut files = Vec::new();
    read(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder), "", &mut files);
    files.sort_by(|one, other| one.path.cmp(&other.path));
    files
}

fn read(folder: &Path, below: &str, files: &mut Vec<File>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        let name = path.file_name().expect("a name").to_str().expect("a name in ASCII");
        if path.is_dir() {
            read(&path, &format!("{below}{name}/"), files);
        } else if name.ends_with(".rs") {
            files.push(File { path: format!("{below}{name}"), text: fs::read_to_string(&path).expect("a text") });
        }
    }
}
