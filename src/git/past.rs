//! What git knows of earlier days: commits, and files as they were.

use std::collections::BTreeMap;

use super::Git;
use crate::record::RelPath;

/// A commit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Commit {
    /// Its whole name.
    pub id: String,
    /// Who made it.
    pub author: String,
    /// The day, as git writes it: `2026-11-05`.
    pub day: String,
    /// The files it changed, of those that were asked for.
    pub files: Vec<RelPath>,
}

impl Commit {
    /// Its name, short enough to type.
    pub fn short(&self) -> &str {
        self.id.get(..10).unwrap_or(&self.id)
    }
}

/// How a commit is asked for.
const FORMAT: &str = "--format=%x01%H%x1f%an%x1f%as";

impl Git {
    /// The commits that changed a file or a folder, after another where one is named, the newest first. Of those that join
    /// others only what they changed themselves counts.
    pub fn commits(&self, after: Option<&str>, path: &str) -> Vec<Commit> {
        let range = after.map_or_else(|| "HEAD".to_owned(), |after| format!("{after}..HEAD"));
        let words = ["log", "-c", "--relative", "--name-only", "-z", FORMAT, &range, "--", path];
        let output = self.run(&words, None).filter(|output| output.status.success());
        let text = output.map(|output| String::from_utf8_lossy(&output.stdout).into_owned()).unwrap_or_default();
        text.split('\u{1}').filter_map(commit).collect()
    }

    /// A file as it was in a commit; none where it was not there, or git does not have the commit.
    pub fn file_at(&self, commit: &str, path: &RelPath) -> Option<Vec<u8>> {
        let output = self.run(&["cat-file", "blob", &format!("{commit}:./{path}")], None)?;
        output.status.success().then_some(output.stdout)
    }

    /// Every file of a commit below the directory whose path passes, with what it says.
    pub fn files_at(&self, commit: &str, wanted: impl Fn(&RelPath) -> bool) -> Option<BTreeMap<RelPath, Vec<u8>>> {
        let output = self.run(&["ls-tree", "-r", "-z", commit], None).filter(|output| output.status.success())?;
        let listed = String::from_utf8_lossy(&output.stdout).into_owned();
        let blob = |line: &str| {
            let (about, path) = line.split_once('\t')?;
            let mut about = about.split(' ').skip(1);
            (about.next()? == "blob").then(|| Some((about.next()?.to_owned(), RelPath::new(path)?)))?
        };
        let blobs: Vec<_> = listed.split('\0').filter_map(blob).filter(|(_, path)| wanted(path)).collect();
        let asked: String = blobs.iter().map(|(id, _)| format!("{id}\n")).collect();
        let output = self.run(&["cat-file", "--batch"], Some(&asked)).filter(|output| output.status.success())?;
        let mut rest = &output.stdout[..];
        let mut files = BTreeMap::new();
        for (_, path) in blobs {
            let end = rest.iter().position(|byte| *byte == b'\n')?;
            let length: usize = std::str::from_utf8(&rest[..end]).ok()?.rsplit(' ').next()?.parse().ok()?;
            let from = end + 1;
            files.insert(path, rest.get(from..from + length)?.to_vec());
            rest = rest.get(from + length + 1..)?;
        }
        Some(files)
    }

    /// The path of every file of a commit below the directory.
    pub fn paths_at(&self, commit: &str) -> Option<Vec<RelPath>> {
        let words = ["ls-tree", "-r", "-z", "--name-only", commit];
        let output = self.run(&words, None).filter(|output| output.status.success())?;
        let listed = String::from_utf8_lossy(&output.stdout).into_owned();
        Some(listed.split('\0').filter_map(RelPath::new).collect())
    }

    /// Those of some files that git does not have as they are: changed, or not known to it.
    pub fn unsaved(&self, paths: &[RelPath]) -> Vec<RelPath> {
        let words = ["status", "--porcelain", "-z", "--no-renames", "--untracked-files=all", "--ignored", "--"];
        let words = super::commit::with_paths(&words, paths);
        let output = self.run(&words, None).map(|output| output.stdout).unwrap_or_default();
        let output = String::from_utf8_lossy(&output);
        let prefix = self.prefix().unwrap_or_default();
        let named = output.split('\0').filter_map(|line| line.get(3..)?.strip_prefix(&prefix)).filter_map(RelPath::new);
        named.collect()
    }
}

/// One commit of the log: name, author and day, then its files.
fn commit(text: &str) -> Option<Commit> {
    let (head, files) = text.split_once('\0').unwrap_or((text, ""));
    let mut head = head.split('\u{1f}');
    let (id, author, day) = (head.next()?, head.next()?, head.next()?);
    let files = files.split('\0').filter_map(|path| RelPath::new(path.trim_start_matches('\n'))).collect();
    Some(Commit { id: id.to_owned(), author: author.to_owned(), day: day.trim_end().to_owned(), files })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_log_is_read_commit_by_commit() {
        let log = "\u{1}abc\u{1f}李敏\u{1f}2026-11-05\0\nseals/2026-10.toml\0seals/2026-09.toml\0\u{1}def\u{1f}x\u{1f}2026-11-04\0\nseals/2026-09.toml\0";
        let commits: Vec<_> = log.split('\u{1}').filter_map(commit).collect();
        let files: Vec<_> = commits.iter().map(|commit| commit.files.len()).collect();
        assert_eq!((commits[0].author.as_str(), commits[1].day.as_str(), files), ("李敏", "2026-11-04", vec![2, 1]));
        assert_eq!(commits[0].short(), "abc");
    }
}
