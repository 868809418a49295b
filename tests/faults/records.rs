//! A small directory of records, and what it says as a whole.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use tempfile::TempDir;

/// What each file says, without the working files of the program.
pub(crate) type Records = BTreeMap<String, Vec<u8>>;

/// A folder with the records in `branch/` and a picture beside them.
pub(crate) fn fresh() -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    lay_out(dir.path());
    dir
}

/// Writes the records and the picture.
pub(crate) fn lay_out(dir: &Path) {
    let files = [
        ("picture", "not really a picture"),
        ("branch/zhibu.toml", "name = \"站南\"\n"),
        ("branch/members/zhao-gang.toml", "# the chief\r\nname = \"赵刚\" # !\r\n"),
        ("branch/points/2026-11.toml", "entries = [\n  { id = \"p4k7m2\" }, # first\n]\n"),
    ];
    for (path, text) in files {
        let path = dir.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
}

/// What the records say now.
pub(crate) fn all(dir: &Path) -> Records {
    let mut records = Records::new();
    collect(dir, dir, &mut records);
    records
}

/// What the records say apart from what the operation `next` writes.
pub(crate) fn without_next(dir: &Path) -> Records {
    let mut records = all(dir);
    assert!(records["zhibu.toml"].ends_with(b"next = true\n"), "the next command has written");
    records.insert("zhibu.toml".into(), b"name = \"\xe7\xab\x99\xe5\x8d\x97\"\n".to_vec());
    records
}

/// How many folders the records have.
pub(crate) fn folders(dir: &Path) -> usize {
    let entries = fs::read_dir(dir).unwrap().map(|entry| entry.unwrap().path());
    let below = entries.filter(|path| path.is_dir() && path.file_name().unwrap() != ".zhibu");
    below.map(|folder| 1 + folders(&folder)).sum()
}

fn collect(root: &Path, folder: &Path, records: &mut Records) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            if path.file_name().unwrap() != ".zhibu" {
                collect(root, &path, records);
            }
        } else {
            records.insert(path.strip_prefix(root).unwrap().to_str().unwrap().into(), fs::read(&path).unwrap());
        }
    }
}

/// No working file is left over.
pub(crate) fn assert_tidy(dir: &Path) {
    let work: Vec<_> = all_names(&dir.join(".zhibu"));
    assert_eq!(work, [".gitignore", "lock", "stage"], "only what every command leaves");
    assert_eq!(all_names(&dir.join(".zhibu/stage")), [""; 0], "nothing is staged");
}

fn all_names(folder: &Path) -> Vec<String> {
    let names = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<_> = names.collect();
    names.sort();
    names
}
