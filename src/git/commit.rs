//! One command, one commit, of the files it wrote and no others.

use std::process::Output;
use std::time::Duration;

use super::Git;
use super::paths::are_many;
use crate::record::RelPath;
use crate::words::{self, Text};

/// What came of a commit.
#[derive(Debug)]
pub enum Committed {
    /// It was made, and this is what its hooks said.
    Done(Option<Text>),
    /// It was, but without these files, which git ignores.
    Without(Vec<RelPath>),
    /// It was not, since something is under way, such as a merge, with which the files are committed.
    Later(Text),
    /// It was not, since no branch is checked out on which it would be.
    Nowhere,
    /// It was not, since git, a hook or signing refused.
    Refused(Text),
}

/// What is said with a commit.
#[derive(Debug)]
pub struct Message<'a> {
    /// The first line: a sentence about the branch.
    pub subject: &'a str,
    /// What else there is to say.
    pub body: Option<&'a str>,
    /// What programs read, a name and a value a line, at the end.
    pub trailers: Vec<(&'a str, String)>,
}

/// How often a repository that somebody else is writing to is tried again, and after how long.
const TRIES: u32 = 25;
const PAUSE: Duration = Duration::from_millis(200);

impl Git {
    /// Commits files with a message, those that were written and those that are gone. Whatever else is staged stays
    /// staged, as it was.
    ///
    /// A file that is new is first made known to git without its contents, so that a commit that fails leaves nothing of
    /// it staged.
    pub fn commit(&self, message: &Message<'_>, paths: &[RelPath], gone: &[RelPath]) -> Committed {
        if let Some(what) = self.under_way() {
            return Committed::Later(words::git_under_way(what));
        }
        if self.branch().is_none() {
            return Committed::Nowhere;
        }
        let mut ignored = Vec::new();
        let mut kept = paths.to_vec();
        if let Err(why) = self.make_known(&kept) {
            (ignored, kept) = self.ignored(paths);
            if ignored.is_empty() || kept.is_empty() {
                return Committed::Refused(why);
            }
            if let Err(why) = self.make_known(&kept) {
                return Committed::Refused(why);
            }
        }
        kept.extend(self.known(gone));
        // What git says of line ends is nothing that a hook said.
        // The records are on disk for good, and so is what proves them.
        let set = ["-c", "core.safecrlf=false", "-c", "core.fsync=all"];
        let commit = [&set[..], &["commit", "--quiet", "--only", "--cleanup=whitespace"]].concat();
        match self.patiently_said(&commit, &message.text(), &kept) {
            Ok(said) if ignored.is_empty() => Committed::Done(said),
            Ok(_) => Committed::Without(ignored),
            // It may have failed at what comes after the commit: only the index is to be told then.
            Err(_) if self.is_as_committed(&kept) => {
                let _ = self.over(&["update-index", "--add", "--remove", "--"], &kept);
                Committed::Done(None)
            }
            Err(why) => Committed::Refused(why),
        }
    }

    /// Whether files are as the last commit has them.
    fn is_as_committed(&self, paths: &[RelPath]) -> bool {
        self.over(&["diff", "--quiet", "--no-ext-diff", "HEAD", "--"], paths).is_some()
    }

    /// Makes files known to git without their contents.
    fn make_known(&self, paths: &[RelPath]) -> Result<(), Text> {
        if paths.is_empty() {
            return Ok(());
        }
        self.patiently_over(&["add", "--intent-to-add", "--"], paths)
    }

    /// Those of some files that git knows.
    pub fn known(&self, paths: &[RelPath]) -> Vec<RelPath> {
        if paths.is_empty() {
            return vec![];
        }
        let output = self.over(&["ls-files", "-z", "--"], paths).unwrap_or_default();
        let known: Vec<_> = output.split(|byte| *byte == 0).collect();
        paths.iter().filter(|path| known.contains(&path.as_str().as_bytes())).cloned().collect()
    }

    /// The files that git ignores, and the others.
    fn ignored(&self, paths: &[RelPath]) -> (Vec<RelPath>, Vec<RelPath>) {
        let list = ["ls-files", "-z", "--others", "--ignored", "--exclude-standard", "--"];
        let output = self.over(&list, paths).unwrap_or_default();
        let ignored: Vec<_> = output.split(|byte| *byte == 0).collect();
        paths.iter().cloned().partition(|path| ignored.contains(&path.as_str().as_bytes()))
    }

    /// Runs a command that takes a message and is about some files, of which it can take only all at once.
    fn patiently_said(&self, words: &[&str], message: &str, paths: &[RelPath]) -> Result<Option<Text>, Text> {
        let mut words: Vec<_> = words.iter().map(ToString::to_string).collect();
        let many = are_many(paths);
        let paths = paths.iter().map(RelPath::as_str);
        let input = if many {
            words.extend([
                format!("--message={message}"),
                "--pathspec-from-file=-".into(),
                "--pathspec-file-nul".into(),
            ]);
            paths.collect::<Vec<_>>().join("\0")
        } else {
            words.extend(["--file=-", "--"].into_iter().chain(paths).map(str::to_owned));
            message.to_owned()
        };
        self.patiently(&words, Some(&input))
    }

    /// Runs git, and again for some seconds where somebody else holds the lock of its index; gives what was said beside.
    /// A lock that is older than that is nobody's any more, and not waited for.
    pub(super) fn patiently(&self, words: &[String], input: Option<&str>) -> Result<Option<Text>, Text> {
        let mut left = TRIES;
        loop {
            let Some(output) = self.run(words, input) else {
                return Err(words::git_gone());
            };
            if output.status.success() {
                let said = String::from_utf8_lossy(&output.stderr).trim().to_owned();
                return Ok((!said.is_empty()).then(|| words::git_says(said)));
            }
            let why = last_words(&output);
            // Only where it is there already: a lock that cannot be made, on a full disk say, is nobody's.
            if !(why.contains("index.lock") && why.contains("File exists")) {
                return Err(if why.is_empty() { words::git_says_nothing() } else { words::git_says(why) });
            }
            let lock = self.head.with_file_name("index.lock");
            let age = lock.metadata().and_then(|found| found.modified()).ok().and_then(|made| made.elapsed().ok());
            if left == 0 || age.is_some_and(|age| age > TRIES * PAUSE) {
                return Err(words::git_index_locked(lock.display().to_string()));
            }
            left -= 1;
            std::thread::sleep(PAUSE);
        }
    }
}

impl Message<'_> {
    /// The whole of it.
    fn text(&self) -> String {
        let trailers: Vec<_> = self.trailers.iter().map(|(name, value)| format!("{name}: {value}")).collect();
        let parts = [Some(self.subject.to_owned()), self.body.map(str::to_owned), Some(trailers.join("\n"))];
        let parts: Vec<_> = parts.into_iter().flatten().filter(|part| !part.is_empty()).collect();
        parts.join("\n\n") + "\n"
    }
}

/// The end of what git said.
pub(super) fn last_words(output: &Output) -> String {
    let said = [&output.stderr[..], &output.stdout[..]].concat();
    let said = String::from_utf8_lossy(&said);
    let lines: Vec<_> = said.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let end = lines.len().saturating_sub(8);
    lines[end..].join("\n")
}
