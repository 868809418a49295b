//! The only code that runs git: the user's own, with its configuration, hooks and signing.

mod blob;
mod commit;
mod driver;
mod log;
mod past;
mod remote;
mod said;
mod staged;

pub use blob::{Blob, Contents, Texts};
pub use commit::{Committed, Message};
pub use driver::merge_lines;
pub use log::{Logged, Moment, Touched};
pub use remote::{Heads, Merging, Pushed, Unmerged, is_repository};
pub use said::Said;
pub use staged::Staged;

use std::ffi::OsStr;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use crate::words::{self, Text};

/// The trailer of every commit this program makes: the command that made it.
pub const COMMAND: &str = "Zhibu-Command";

/// The trailer of a commit that takes back another: which.
pub const UNDOES: &str = "Zhibu-Undoes";

/// The repository a directory lies in.
#[derive(Debug)]
pub struct Git {
    /// The directory the commands run in.
    directory: PathBuf,
    /// Where git keeps what tells that something is under way, such as a merge.
    markers: Vec<(PathBuf, &'static str)>,
    /// Where the attributes are that hold for this clone alone.
    attributes: PathBuf,
}

/// Why there is no repository.
#[derive(Debug)]
pub enum NoGit {
    /// The program is not there.
    NotInstalled,
    /// The directory lies in none.
    NoRepository,
    /// Git will not read the one it lies in.
    Refuses(Text),
}

/// Files by whose presence git tells that something is under way.
const MARKERS: [(&str, &str); 6] = [
    ("MERGE_HEAD", "merge"),
    ("rebase-merge", "rebase"),
    ("rebase-apply", "rebase"),
    ("CHERRY_PICK_HEAD", "cherry-pick"),
    ("REVERT_HEAD", "revert"),
    ("BISECT_LOG", "bisect"),
];

impl Git {
    /// The repository a directory lies in; none where there is no git, or no repository it will work in.
    pub fn open(directory: &Path) -> Option<Self> {
        let mut words = vec!["rev-parse", "--is-inside-work-tree"];
        words.extend(["--git-path", "info/attributes"]);
        words.extend(MARKERS.iter().flat_map(|(name, _)| ["--git-path", name]));
        let output = run(directory, &words, None)?;
        let answer = String::from_utf8(output.stdout).ok()?;
        let mut lines = answer.lines();
        if !output.status.success() || lines.next() != Some("true") {
            return None;
        }
        let attributes = directory.join(lines.next()?);
        let markers = lines.map(|path| directory.join(path)).zip(MARKERS.iter().map(|(_, what)| *what)).collect();
        Some(Self { directory: directory.to_owned(), markers, attributes })
    }

    /// The repository a directory lies in, or why there is none.
    ///
    /// # Errors
    /// Why there is no history here.
    pub fn find(directory: &Path) -> Result<Self, NoGit> {
        if let Some(git) = Self::open(directory) {
            return Ok(git);
        }
        let Some(output) = run(directory, &["rev-parse", "--is-inside-work-tree"], None) else {
            return Err(NoGit::NotInstalled);
        };
        let said = String::from_utf8_lossy(&output.stderr).trim().to_owned();
        match said.is_empty() || said.contains("not a git repository") {
            true => Err(NoGit::NoRepository),
            false => Err(NoGit::Refuses(words::git_says(said))),
        }
    }

    /// Makes a repository; none where there is no git, or it will not.
    pub fn init(directory: &Path) -> Option<Self> {
        let output = run(directory, &["init", "--quiet"], None)?;
        output.status.success().then(|| Self::open(directory)).flatten()
    }

    /// What is under way in the repository, such as a merge.
    pub fn under_way(&self) -> Option<&'static str> {
        self.markers.iter().find(|(path, _)| path.exists()).map(|(_, what)| *what)
    }

    /// The path of the directory in its repository, with a slash at its end; empty where it is the repository's own.
    fn prefix(&self) -> Option<String> {
        let output = self.run(&["rev-parse", "--show-prefix"], None).filter(|output| output.status.success())?;
        Some(String::from_utf8(output.stdout).ok()?.trim_end_matches('\n').to_owned())
    }

    /// Runs git with words, and with a text on its standard input.
    fn run(&self, words: &[impl AsRef<OsStr>], input: Option<&str>) -> Option<Output> {
        run(&self.directory, words, input)
    }
}

/// Runs git in a directory; none where it cannot be run at all.
fn run(directory: &Path, words: &[impl AsRef<OsStr>], input: Option<&str>) -> Option<Output> {
    let mut child = command(directory, words)
        .stdin(if input.is_some() { Stdio::piped() } else { Stdio::null() })
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .ok()?;
    let stdin = child.stdin.take();
    std::thread::scope(|scope| {
        // Beside the reading: git answers before it has been asked everything, and would wait for ever to be read.
        if let (Some(mut stdin), Some(input)) = (stdin, input) {
            scope.spawn(move || stdin.write_all(input.as_bytes()));
        }
        child.wait_with_output().ok()
    })
}

/// A command of git in a directory.
fn command(directory: &Path, words: &[impl AsRef<OsStr>]) -> Command {
    let mut command = Command::new("git");
    command
        .current_dir(directory)
        .args(["--literal-pathspecs", "-c", "core.quotePath=false", "-c", "i18n.commitEncoding=utf-8"])
        .args(words)
        .env("LC_ALL", "C.UTF-8")
        .env("GIT_EDITOR", "true");
    command
}
