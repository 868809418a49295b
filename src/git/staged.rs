//! What the next commit would have.

use std::collections::{BTreeMap, BTreeSet};

use super::{Blob, Git};
use crate::record::RelPath;

/// What is staged below the directory.
#[derive(Debug, Default)]
pub struct Staged {
    /// The files that the next commit changes.
    pub changed: BTreeSet<RelPath>,
    /// Those of them that it takes away.
    pub gone: BTreeSet<RelPath>,
    /// The files that are otherwise on disk: what git would commit of each; none where it would have no such file.
    pub instead: BTreeMap<RelPath, Option<Vec<u8>>>,
}

impl Git {
    /// What is staged; none where git does not tell.
    pub fn staged(&self) -> Option<Staged> {
        let mut staged = Staged::default();
        // Paths are told from the directory on, and those outside it not at all.
        let diff = ["diff", "--no-ext-diff", "--no-renames", "--relative", "-z"];
        let own = self.without_filters();
        let diff: Vec<_> = own.iter().map(String::as_str).chain(diff).collect();
        let changes = self.listed(&[&diff[..], &["--cached", "--name-status"]].concat())?;
        let mut words = changes.into_iter();
        while let (Some(how), Some(path)) = (words.next(), words.next()) {
            let Some(path) = RelPath::new(&path) else { continue };
            if how.starts_with('D') {
                staged.gone.insert(path.clone());
            }
            staged.changed.insert(path);
        }
        let unlike = self.listed(&[&diff[..], &["--name-only"]].concat())?;
        let unlike: Vec<_> = unlike.iter().filter_map(|path| RelPath::new(path)).collect();
        if !unlike.is_empty() {
            let blob = |line: &String| {
                let (about, path) = line.split_once('\t')?;
                Some((Blob(about.split(' ').nth(1)?.to_owned()), RelPath::new(path)?))
            };
            let listed = lines(&self.over(&["ls-files", "--stage", "-z", "--"], &unlike)?);
            let blobs: Vec<_> = listed.iter().filter_map(blob).collect();
            let contents = self.contents(&blobs.iter().map(|(blob, _)| blob).collect::<Vec<_>>());
            staged.instead.extend(blobs.iter().zip(contents).map(|((_, path), (_, bytes))| (path.clone(), bytes)));
        }
        let unknown = self.listed(&["ls-files", "--others", "-z"])?;
        staged.instead.extend(unknown.iter().filter_map(|path| Some((RelPath::new(path)?, None))));
        Some(staged)
    }

    /// Where git looks for its hooks.
    pub fn hooks(&self) -> Option<std::path::PathBuf> {
        let output = self.run(&["rev-parse", "--git-path", "hooks"], None).filter(|output| output.status.success())?;
        let path = String::from_utf8(output.stdout).ok()?;
        Some(self.directory.join(path.trim_end_matches('\n')))
    }

    /// The path of the directory in its repository; empty where it is the repository's own.
    pub fn place(&self) -> &str {
        self.prefix.trim_end_matches('/')
    }

    /// What git lists, parted by zeros.
    fn listed(&self, words: &[impl AsRef<std::ffi::OsStr>]) -> Option<Vec<String>> {
        let output = self.run(words, None).filter(|output| output.status.success())?;
        Some(lines(&output.stdout))
    }
}

/// What is parted by zeros.
fn lines(printed: &[u8]) -> Vec<String> {
    let lines = printed.split(|byte| *byte == 0).filter(|line| !line.is_empty());
    lines.map(|line| String::from_utf8_lossy(line).into_owned()).collect()
}
