//! What the program is measured against: small programs made with `rustc`, and which files they read.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Does nothing.
const EMPTY: &str = "fn main() {}";

/// Reads the files named in a list; with a second argument, also replaces that file as durably as the program does.
const READER: &str = r#"
use std::io::Write;
fn main() {
    let mut args = std::env::args().skip(1);
    let list = std::fs::read_to_string(args.next().unwrap()).unwrap();
    let read: usize = list.lines().map(|path| std::fs::read(path).unwrap().len()).sum();
    std::hint::black_box(read);
    if let Some(path) = args.next() {
        let beside = format!("{path}.new");
        let mut file = std::fs::File::create(&beside).unwrap();
        file.write_all(&std::fs::read(&path).unwrap()).unwrap();
        file.sync_all().unwrap();
        std::fs::rename(&beside, &path).unwrap();
        std::fs::File::open(std::path::Path::new(&path).parent().unwrap()).unwrap().sync_all().unwrap();
    }
}
"#;

/// The programs.
pub(crate) struct Floors {
    /// The one that does nothing.
    pub(crate) empty: PathBuf,
    /// The one that reads, and may replace.
    reader: PathBuf,
}

impl Floors {
    /// Compiles them.
    pub(crate) fn make(dir: &Path) -> Self {
        Self { empty: compile(dir, "empty", EMPTY), reader: compile(dir, "reader", READER) }
    }

    /// Reading the files of a list.
    pub(crate) fn read(&self, list: &Path) -> Command {
        let mut command = Command::new(&self.reader);
        command.arg(list);
        command
    }

    /// Reading the files of a list, and replacing one.
    pub(crate) fn read_and_replace(&self, list: &Path, path: &Path) -> Command {
        let mut command = self.read(list);
        command.arg(path);
        command
    }
}

/// Compiles a small program.
fn compile(dir: &Path, name: &str, source: &str) -> PathBuf {
    let (code, binary) = (dir.join(format!("{name}.rs")), dir.join(name));
    fs::write(&code, source).expect("a source");
    let made = Command::new("rustc").arg("-O").arg(&code).arg("-o").arg(&binary).status().expect("rustc");
    assert!(made.success());
    binary
}

/// Writes down which files of a directory a command reads, by their paths in it.
pub(crate) fn list(dir: &Path, name: &str, reads: impl Fn(&str) -> bool) -> PathBuf {
    let mut paths = Vec::new();
    let mut folders = vec![dir.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry")) {
            let path = entry.path();
            let below = path.strip_prefix(dir).expect("below").to_string_lossy().into_owned();
            match path.is_dir() {
                true if below != ".zhibu" => folders.push(path),
                false if reads(&below) => paths.push(path.to_string_lossy().into_owned()),
                _ => {}
            }
        }
    }
    paths.sort();
    let list = dir.with_file_name(format!("{}-{name}.list", dir.file_name().expect("a name").to_string_lossy()));
    fs::write(&list, paths.join("\n")).expect("a list");
    list
}
