//! The files of a commit, and what git does not have of those there are.

use std::collections::{BTreeMap, BTreeSet};

use super::log::below;
use super::{Blob, Git};
use crate::record::RelPath;

impl Git {
    /// A file as it was in a commit; none where it was not there, or git does not have the commit.
    pub fn file_at(&self, commit: &str, path: &RelPath) -> Option<Vec<u8>> {
        let output = self.run(&["cat-file", "blob", &format!("{commit}:./{path}")], None)?;
        output.status.success().then_some(output.stdout)
    }

    /// Every file of a commit below the directory whose path passes, with what it says.
    pub fn files_at(&self, commit: &str, wanted: impl Fn(&RelPath) -> bool) -> Option<BTreeMap<RelPath, Vec<u8>>> {
        let output = self.run(&["ls-tree", "-r", "-z", commit], None).filter(|output| output.status.success())?;
        let listed = String::from_utf8_lossy(&output.stdout).into_owned();
        let file = |line: &str| {
            let (about, path) = line.split_once('\t')?;
            let mut about = about.split(' ').skip(1);
            let blob = (about.next()? == "blob").then(|| about.next().map(|name| Blob(name.to_owned())))??;
            Some((blob, RelPath::new(path)?))
        };
        let files: Vec<_> = listed.split('\0').filter_map(file).filter(|(_, path)| wanted(path)).collect();
        let contents = self.contents(&files.iter().map(|(blob, _)| blob).collect::<Vec<_>>());
        let read: Option<BTreeMap<_, _>> =
            files.iter().zip(contents).map(|((_, path), (_, bytes))| Some((path.clone(), bytes?))).collect();
        read.filter(|read| read.len() == files.len())
    }

    /// The path of every file of a commit below the directory.
    pub fn paths_at(&self, commit: &str) -> Option<Vec<RelPath>> {
        let words = ["ls-tree", "-r", "-z", "--name-only", commit];
        let output = self.run(&words, None).filter(|output| output.status.success())?;
        let listed = String::from_utf8_lossy(&output.stdout).into_owned();
        Some(listed.split('\0').filter_map(RelPath::new).collect())
    }

    /// The files of a folder that ever were in a commit, on whatever branch.
    pub fn ever_in(&self, folder: &str) -> BTreeSet<RelPath> {
        let words = [
            "log",
            "--branches",
            "--remotes",
            "--full-history",
            "-m",
            "--no-renames",
            "--diff-filter=A",
            "--name-only",
            "-z",
        ];
        let words: Vec<_> = words.into_iter().chain(["--relative", "--format=", "HEAD", "--", folder]).collect();
        let output = self.run(&words, None).map(|output| output.stdout).unwrap_or_default();
        let names = output.split(|byte| *byte == 0).filter_map(|name| std::str::from_utf8(name).ok());
        names.filter_map(|name| RelPath::new(name.trim_start_matches('\n'))).collect()
    }

    /// The first commit, with the place of the directory in it; none where it is not known.
    pub fn origin(&self) -> Option<String> {
        if self.is_shallow() {
            return None;
        }
        let output =
            self.run(&["rev-list", "--max-parents=0", "HEAD"], None).filter(|output| output.status.success())?;
        let roots = String::from_utf8_lossy(&output.stdout).into_owned();
        roots.lines().last().map(|first| format!("{first}\n{}", self.prefix))
    }

    /// The branches and tags, but for the one that is checked out, whose files have one of some words.
    pub fn refs_with(&self, words: &[&str]) -> Vec<String> {
        let said = |words: &[&str]| {
            let output = self.run(words, None).filter(|output| output.status.success());
            output.map(|output| String::from_utf8_lossy(&output.stdout).into_owned()).unwrap_or_default()
        };
        let own = said(&["symbolic-ref", "--quiet", "HEAD"]);
        let refs = said(&["for-each-ref", "--format=%(refname)", "refs/heads", "refs/tags", "refs/remotes"]);
        let has = |name: &&str| {
            let asked = words.iter().flat_map(|word| ["-e", word]);
            let all: Vec<_> = ["grep", "-q", "-F"].into_iter().chain(asked).chain([*name, "--", "."]).collect();
            self.run(&all, None).is_some_and(|output| output.status.success())
        };
        let others = refs.lines().filter(|name| *name != own.trim()).filter(has);
        let short = |name: &str| name.splitn(3, '/').nth(2).unwrap_or(name).to_owned();
        others.map(short).collect()
    }

    /// The files below the directory that have a line which begins with some characters, but for those that git ignores.
    pub fn having(&self, begun: &str) -> Vec<RelPath> {
        let line = format!("^{begun}");
        let words = ["grep", "-l", "-z", "-I", "--no-color", "--untracked", "--basic-regexp", "-e", &line, "--", "."];
        let output = self.run(&words, None).map(|output| output.stdout).unwrap_or_default();
        output.split(|byte| *byte == 0).filter_map(|path| RelPath::new(std::str::from_utf8(path).ok()?)).collect()
    }

    /// Whether git has no commit at all here yet.
    pub fn is_unborn(&self) -> bool {
        let output = self.run(&["rev-parse", "--verify", "--quiet", "HEAD"], None);
        output.is_none_or(|output| !output.status.success())
    }

    /// Whether git has only the last commits, and not those before.
    pub fn is_shallow(&self) -> bool {
        let output = self.run(&["rev-parse", "--is-shallow-repository"], None);
        output.is_some_and(|output| output.stdout.starts_with(b"true"))
    }

    /// The files below the directory that are not as git has them, or that it does not have.
    pub fn uncommitted(&self) -> Vec<RelPath> {
        self.changed(&["--ignored=no", "--", "."], &[])
    }

    /// Those of some files that are not as git has them, or that it does not have, be it that it ignores them.
    pub fn uncommitted_of(&self, paths: &[RelPath]) -> Vec<RelPath> {
        self.changed(&["--ignored", "--"], paths)
    }

    /// Those of some files that are not as git has them, or that it does not have and would take.
    pub fn open_of(&self, paths: &[RelPath]) -> Vec<RelPath> {
        if paths.is_empty() { vec![] } else { self.changed(&["--ignored=no", "--"], paths) }
    }

    /// The files below the directory that git has and the disk does not, be it that they were left out when they were
    /// checked out, of some files; of all where none is named. Of those in dispute none.
    pub fn gone_of(&self, paths: &[RelPath]) -> Vec<RelPath> {
        let output = self.over(&["ls-files", "--stage", "-z", "--"], paths).unwrap_or_default();
        let path = |line: &[u8]| {
            let (about, path) = std::str::from_utf8(line).ok()?.split_once('\t')?;
            about.ends_with(" 0").then(|| RelPath::new(path))?
        };
        let is_gone = |path: &RelPath| self.directory.join(path.as_str()).symlink_metadata().is_err();
        output.split(|byte| *byte == 0).filter_map(path).filter(is_gone).collect()
    }

    /// What has git compare files without running programs that the settings of the repository itself name: to look at
    /// a copy of somebody's records is not to run what they say.
    pub(super) fn without_filters(&self) -> Vec<String> {
        let named = r"^filter\..*\.(clean|process)$";
        let output = self.run(&["config", "--local", "--includes", "--name-only", "-z", "--get-regexp", named], None);
        let names = output.map(|output| String::from_utf8_lossy(&output.stdout).into_owned()).unwrap_or_default();
        let filters = names.split('\0').filter_map(|key| key.rsplit_once('.'));
        let set = |filter: &str| ["clean=", "process=", "required=false"].map(|set| format!("{filter}.{set}"));
        filters.flat_map(|(filter, _)| set(filter)).flat_map(|set| ["-c".to_owned(), set]).collect()
    }

    fn changed(&self, which: &[&str], paths: &[RelPath]) -> Vec<RelPath> {
        let words = ["--no-optional-locks", "status", "--porcelain=v1", "-z", "--no-renames", "--untracked-files=all"];
        let own = self.without_filters();
        let own = own.iter().map(String::as_str);
        let words: Vec<_> = own.chain(words).chain(which.iter().copied()).collect();
        let output = self.over(&words, paths).unwrap_or_default();
        let lines = output.split(|byte| *byte == 0);
        lines.filter_map(|line| below(line.get(3..)?, self.prefix.as_bytes())).collect()
    }
}
