//! Bringing a clone together with another: fetch, merge, push; never by force.

use std::path::{Path, PathBuf};
use std::process::Output;

use super::commit::last_words;
use super::{Git, Keeps, SETTLED, Settled, run};
use crate::record::RelPath;
use crate::words::{self, Text};

/// What another repository has.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Heads {
    /// Its branches, each with its last commit.
    pub branches: Vec<(String, String)>,
    /// The one that is checked out by whoever clones it.
    pub default: Option<String>,
}

/// What came of a merge.
#[derive(Debug)]
pub enum Merging {
    /// It is made.
    Done,
    /// Nothing is in dispute, and it waits for its commit.
    Waits,
    /// Something is left in dispute, and the merge waits for it.
    Clashes,
    /// It was not, and why.
    Refused(Text),
}

/// What came of a push.
#[derive(Debug)]
pub enum Pushed {
    /// The other repository has everything, and this is what was said with it.
    Done(Option<Text>),
    /// Somebody was faster, and what was said of it.
    Behind(Text),
    /// It was refused, and why.
    Refused(Text),
}

/// A file that a merge left in dispute.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unmerged {
    /// What both began with; none where they began apart.
    pub base: Option<String>,
    /// What we have; none where we have no such file.
    pub ours: Option<String>,
    /// What they have; none where they have no such file.
    pub theirs: Option<String>,
}

/// Where the answer to the last fetch is.
const FETCHED: &str = "FETCH_HEAD";

impl Git {
    /// The branch that is checked out; none where a commit is.
    pub fn branch(&self) -> Option<String> {
        self.line(&["symbolic-ref", "--quiet", "--short", "HEAD"])
    }

    /// The commit that is checked out; none where there is no commit yet.
    pub fn head(&self) -> Option<String> {
        self.line(&["rev-parse", "--verify", "--quiet", "HEAD"])
    }

    /// The names of the other repositories that this one knows.
    pub fn remotes(&self) -> Vec<String> {
        self.answer(&["remote"]).unwrap_or_default().lines().map(str::to_owned).collect()
    }

    /// The repository and the branch there that a branch is kept together with.
    pub fn upstream(&self, branch: &str) -> (Option<String>, Option<String>) {
        let setting = |key: &str| self.line(&["config", "--get", &format!("branch.{branch}.{key}")]);
        let merge = setting("merge").and_then(|merge| Some(merge.strip_prefix("refs/heads/")?.to_owned()));
        (setting("remote"), merge)
    }

    /// Keeps a branch together with another one of the repository there from now on.
    pub fn follow(&self, branch: &str, there: &str) -> bool {
        self.answer(&["config", &format!("branch.{branch}.merge"), &format!("refs/heads/{there}")]).is_some()
    }

    /// Takes note of another repository under a name.
    pub fn add_remote(&self, name: &str, place: &str) -> bool {
        self.answer(&["remote", "add", "--", name, place]).is_some()
    }

    /// What another repository has.
    ///
    /// # Errors
    /// What git said where it cannot be reached.
    pub fn heads(&self, remote: &str) -> Result<Heads, Text> {
        let answer = self.asked(&["ls-remote", "--symref", "--", remote, "HEAD", "refs/heads/*"])?;
        let mut heads = Heads::default();
        for line in answer.lines() {
            let Some((what, name)) = line.split_once('\t') else { continue };
            if let Some(default) = what.strip_prefix("ref: refs/heads/") {
                heads.default = Some(default.to_owned());
            } else if let Some(branch) = name.strip_prefix("refs/heads/") {
                heads.branches.push((branch.to_owned(), what.to_owned()));
            }
        }
        Ok(heads)
    }

    /// Fetches a branch; gives its last commit.
    ///
    /// # Errors
    /// What git said where it could not.
    pub fn fetch(&self, remote: &str, branch: &str) -> Result<String, Text> {
        self.asked(&[
            "fetch",
            "--quiet",
            "--no-tags",
            "--no-recurse-submodules",
            "--",
            remote,
            &format!("refs/heads/{branch}"),
        ])?;
        self.line(&["rev-parse", "--verify", "--quiet", FETCHED]).ok_or_else(words::git_tells_no_commit)
    }

    /// How many commits one has that another has not, and who wrote them.
    pub fn beyond(&self, commit: &str, other: Option<&str>) -> (usize, Vec<String>) {
        let mut words = vec!["log", "--no-merges", "--format=%aN", commit];
        let not = other.map(|other| format!("^{other}"));
        words.extend(not.as_deref());
        let answer = self.answer(&words).unwrap_or_default();
        let mut authors: Vec<_> = answer.lines().map(str::to_owned).collect();
        let number = authors.len();
        authors.sort();
        authors.dedup();
        (number, authors)
    }

    /// Whether everything that a commit has is in another.
    pub fn is_within(&self, commit: &str, other: &str) -> bool {
        self.answer(&["merge-base", "--is-ancestor", commit, other]).is_some()
    }

    /// A last commit that two have in common; none where they have none.
    pub fn merge_base(&self, one: &str, other: &str) -> Option<String> {
        self.line(&["merge-base", one, other])
    }

    /// Merges a commit, with a sentence for the commit that joins both, which waits where there is more to be done.
    pub fn merge(&self, commit: &str, subject: &str, waits: bool) -> Merging {
        let words = ["-c", "merge.autoStash=false", "merge", "--quiet", "--no-squash", "--no-edit"];
        let ends = if waits { ["--no-ff", "--no-commit", "-m"] } else { ["--ff", "--commit", "-m"] };
        let words: Vec<_> = words.into_iter().chain(ends).chain([subject, commit]).map(str::to_owned).collect();
        match self.patiently(&words, None) {
            Ok(_) if waits => Merging::Waits,
            Ok(_) => Merging::Done,
            Err(_) if !self.unmerged().is_empty() => Merging::Clashes,
            // It may have failed at what comes after the commit.
            Err(_) if !self.is_merging() && self.is_within(commit, "HEAD") => Merging::Done,
            Err(why) => Merging::Refused(why),
        }
    }

    /// Whether a merge waits to be finished.
    pub fn is_merging(&self) -> bool {
        self.under_way() == Some("merge")
    }

    /// What is under way, by what git calls it.
    pub fn busy_with(&self) -> Option<&'static str> {
        self.under_way()
    }

    /// The commit that is being merged.
    pub fn merged_head(&self) -> Option<String> {
        self.line(&["rev-parse", "--verify", "--quiet", "MERGE_HEAD"])
    }

    /// Who last changed a file in what one commit has and another has not.
    pub fn last_author(&self, commit: &str, other: &str, path: &RelPath) -> Option<String> {
        self.line(&["log", "-1", "--no-merges", "--format=%aN", commit, &format!("^{other}"), "--", path.as_str()])
    }

    /// The files below the directory that a merge left in dispute, in order.
    pub fn unmerged(&self) -> Vec<(RelPath, Unmerged)> {
        let mut files: Vec<(RelPath, Unmerged)> = Vec::new();
        let answer = self.answer(&["ls-files", "--unmerged", "-z"]).unwrap_or_default();
        for line in answer.split('\0') {
            let Some((about, path)) = line.split_once('\t') else { continue };
            let mut about = about.split(' ').skip(1);
            let (Some(name), Some(stage), Some(path)) = (about.next(), about.next(), RelPath::new(path)) else {
                continue;
            };
            if files.last().is_none_or(|(last, _)| *last != path) {
                files.push((path, Unmerged::default()));
            }
            let Some((_, file)) = files.last_mut() else { continue };
            match stage {
                "1" => file.base = Some(name.to_owned()),
                "2" => file.ours = Some(name.to_owned()),
                _ => file.theirs = Some(name.to_owned()),
            }
        }
        files
    }

    /// The files of the whole repository that a merge left in dispute.
    pub fn unmerged_anywhere(&self) -> Vec<String> {
        let answer = self
            .answer(&["-c", "diff.relative=false", "diff", "--name-only", "--diff-filter=U", "-z"])
            .unwrap_or_default();
        answer.split('\0').filter(|path| !path.is_empty()).map(str::to_owned).collect()
    }

    /// The bytes of a text by its name.
    pub fn blob(&self, name: &str) -> Option<Vec<u8>> {
        let output = self.run(&["cat-file", "blob", name], None)?;
        output.status.success().then_some(output.stdout)
    }

    /// Tells git that files which a merge left in dispute are settled as they are now; a file that is not there is gone.
    ///
    /// # Errors
    /// What git said where it could not.
    pub fn settled(&self, paths: &[RelPath]) -> Result<(), Text> {
        if paths.is_empty() {
            return Ok(());
        }
        self.patiently_over(&["update-index", "--add", "--remove", "--"], paths)
    }

    /// Where git keeps what the commit of the merge that is under way is going to say.
    pub fn merge_message_file(&self) -> PathBuf {
        self.head.with_file_name("MERGE_MSG")
    }

    /// What the commit of a merge says, with what was decided in it: of a file, a record, and its keys. None where it says
    /// so already.
    pub fn merge_message(old: &str, subject: &str, settled: &[(RelPath, String, Vec<String>)]) -> Option<String> {
        let old = if old.trim().is_empty() { subject } else { old };
        let line = |(path, record, keys): &(RelPath, String, Vec<String>)| {
            format!("{SETTLED}: {}\n", Settled::line(path, record, keys))
        };
        let lines: String = settled.iter().map(line).filter(|line| !old.contains(line)).collect();
        // A comment of git's may stand at the end, and is taken out when it is committed.
        let is_begun = old.lines().rfind(|line| !line.trim().is_empty()).is_some_and(|last| last.starts_with(SETTLED));
        let gap = if is_begun { "" } else { "\n" };
        (!lines.is_empty()).then(|| format!("{}\n{gap}{lines}", old.trim_end()))
    }

    /// Makes the commit of a merge in which nothing is in dispute any more; with this sentence where the one that git kept
    /// for it is lost.
    ///
    /// # Errors
    /// What git, or a hook of it, said where it refused.
    pub fn finish_merge(&self, subject: &str) -> Result<(), Text> {
        let kept = self.line(&["rev-parse", "--git-path", "MERGE_MSG"]).map(|path| self.directory.join(path));
        let is_lost = kept.and_then(|path| path.metadata().ok()).is_none_or(|kept| kept.len() == 0);
        let mut words = vec!["commit", "--quiet", "--no-edit", "--cleanup=strip"];
        words.extend(if is_lost { vec!["-m", subject] } else { vec![] });
        let done = self.patiently(&words.into_iter().map(str::to_owned).collect::<Vec<_>>(), None);
        // It may have failed at what comes after the commit.
        if self.is_merging() { done.map(drop) } else { Ok(()) }
    }

    /// Gives a branch of another repository what is checked out here.
    pub fn push(&self, remote: &str, branch: &str) -> Pushed {
        let words = ["push", "--porcelain", "--no-follow-tags", "--", remote, &format!("HEAD:refs/heads/{branch}")];
        let Some(output) = self.run(&words, None) else { return Pushed::Refused(words::git_gone()) };
        if output.status.success() {
            let said = String::from_utf8_lossy(&output.stderr).trim().to_owned();
            return Pushed::Done((!said.is_empty()).then(|| words::git_says(said)));
        }
        let said = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
        let raced = ["[rejected]", "cannot lock ref", "failed to update ref", "incorrect old value"];
        match raced.iter().any(|word| said.contains(word)) {
            true => Pushed::Behind(told(&output)),
            false => Pushed::Refused(told(&output)),
        }
    }

    /// Makes a repository that nobody works in, for others to fetch from.
    ///
    /// # Errors
    /// What git said where it could not.
    pub fn make_bare(&self, folder: &Path, branch: &str) -> Result<(), Text> {
        let folder = folder.as_os_str();
        let words = ["init", "--quiet", "--bare", "--"].map(std::ffi::OsStr::new);
        let words: Vec<_> = words.into_iter().chain([folder]).collect();
        match self.run(&words, None) {
            Some(output) if output.status.success() => {
                let head = format!("refs/heads/{branch}");
                let words = ["--git-dir".as_ref(), folder, "symbolic-ref".as_ref(), "HEAD".as_ref(), head.as_ref()];
                let _ = self.run(&words, None);
                Ok(())
            }
            Some(output) => Err(told(&output)),
            None => Err(words::git_gone()),
        }
    }

    /// What git answers; none where it fails.
    fn answer(&self, words: &[&str]) -> Option<String> {
        let output = self.run(words, None).filter(|output| output.status.success())?;
        Some(String::from_utf8_lossy(&output.stdout).into_owned())
    }

    /// The one line that git answers.
    pub(super) fn line(&self, words: &[&str]) -> Option<String> {
        self.answer(words).map(|answer| answer.trim_end().to_owned()).filter(|line| !line.is_empty())
    }

    /// What git answers, or what it said where it fails.
    fn asked(&self, words: &[&str]) -> Result<String, Text> {
        match self.run(words, None) {
            Some(output) if output.status.success() => Ok(String::from_utf8_lossy(&output.stdout).into_owned()),
            Some(output) => Err(told(&output)),
            None => Err(words::git_gone()),
        }
    }
}

/// Whether a folder is a repository, or lies in the work tree of none and is one by itself.
pub fn is_repository(folder: &Path) -> bool {
    let words = ["rev-parse", "--resolve-git-dir"].map(std::ffi::OsStr::new);
    let is = |folder: &Path| {
        let words: Vec<_> = words.into_iter().chain([folder.as_os_str()]).collect();
        run(Path::new("."), Keeps::Nothing, &words, None).is_some_and(|output| output.status.success())
    };
    is(folder) || is(&folder.join(".git"))
}

/// What git said, as it is told.
fn told(output: &Output) -> Text {
    match last_words(output) {
        said if said.is_empty() => words::git_says_nothing(),
        said => words::git_says(said),
    }
}
