//! The only code that runs git: the user's own, with its configuration, hooks and signing.

mod blob;
mod commit;
mod driver;
mod find;
mod log;
mod past;
mod paths;
mod remote;
mod said;
mod staged;
mod state;

pub use blob::{Blob, Contents, Texts};
pub use commit::{Committed, Message};
pub use driver::merge_lines;
pub use find::{Found, NoGit, lies_in_one};
pub use log::{Logged, Moment, Settled, Touched};
pub use remote::{Heads, Merging, Pushed, Unmerged, is_repository};
pub use said::Said;
pub use staged::Staged;
pub use state::version;

use std::ffi::OsStr;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use crate::words;

/// The trailer of every commit this program makes: the command that made it.
pub const COMMAND: &str = "Zhibu-Command";

/// The trailer of a commit that takes back another: which.
pub const UNDOES: &str = "Zhibu-Undoes";

/// The trailer of a merge in which somebody decided what both sides had changed: file, record, keys.
const SETTLED: &str = "Zhibu-Settled";

/// The variable by which what git runs knows for which directory it runs: a hook must not wait for us, who wait for it.
pub const WITHIN: &str = "ZHIBU_WITHIN";

/// The repository that keeps the records of a directory.
#[derive(Debug)]
pub struct Git {
    /// The directory the commands run in.
    directory: PathBuf,
    /// The folder of the repository.
    top: PathBuf,
    /// The path of the directory in it, with a slash at its end; empty where it is the repository's own.
    prefix: String,
    /// Where git says what is checked out.
    head: PathBuf,
    /// Where git keeps what tells that something is under way, such as a merge.
    markers: Vec<(PathBuf, &'static str)>,
    /// Where the attributes are that hold for this clone alone.
    attributes: PathBuf,
    /// Whether its index has the file that makes a directory one of records.
    keeps_marker: bool,
    /// Which variables its commands see.
    keeps: Keeps,
}

/// Which variables of the environment reach git.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Keeps {
    /// None that leads to another repository, index or work tree.
    Nothing,
    /// All, in a hook: what git is about to commit may be in an index of its own.
    Variables,
}

/// The variables that lead git to another repository or make other words of its words; those of `git rev-parse
/// --local-env-vars`, and others.
const REDIRECTS: [&str; 26] = [
    "GIT_ALTERNATE_OBJECT_DIRECTORIES",
    "GIT_ATTR_SOURCE",
    "GIT_COMMON_DIR",
    "GIT_CONFIG",
    "GIT_CONFIG_COUNT",
    "GIT_CONFIG_PARAMETERS",
    "GIT_DIFF_OPTS",
    "GIT_DIR",
    "GIT_EXTERNAL_DIFF",
    "GIT_GLOB_PATHSPECS",
    "GIT_GRAFT_FILE",
    "GIT_ICASE_PATHSPECS",
    "GIT_IMPLICIT_WORK_TREE",
    "GIT_INDEX_FILE",
    "GIT_INTERNAL_SUPER_PREFIX",
    "GIT_LITERAL_PATHSPECS",
    "GIT_NAMESPACE",
    "GIT_NOGLOB_PATHSPECS",
    "GIT_NO_REPLACE_OBJECTS",
    "GIT_OBJECT_DIRECTORY",
    "GIT_PREFIX",
    "GIT_QUARANTINE_PATH",
    "GIT_REPLACE_REF_BASE",
    "GIT_SHALLOW_FILE",
    "GIT_TEMPLATE_DIR",
    "GIT_WORK_TREE",
];

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
    /// Makes a repository.
    ///
    /// # Errors
    /// Why there is none.
    pub fn init(directory: &Path) -> Result<Self, NoGit> {
        let output = run(directory, Keeps::Nothing, &["init", "--quiet"], None).ok_or(NoGit::NotInstalled)?;
        match output.status.success() {
            true => Self::around(directory),
            false => Err(NoGit::Refuses(words::git_says(String::from_utf8_lossy(&output.stderr).trim()))),
        }
    }

    /// What is under way in the repository, such as a merge.
    pub fn under_way(&self) -> Option<&'static str> {
        self.markers.iter().find(|(path, _)| path.exists()).map(|(_, what)| *what)
    }

    /// Runs git with words, and with a text on its standard input.
    fn run(&self, words: &[impl AsRef<OsStr>], input: Option<&str>) -> Option<Output> {
        run(&self.directory, self.keeps, words, input)
    }

    /// A command of git, still to be run.
    fn command(&self, words: &[impl AsRef<OsStr>]) -> Command {
        command(&self.directory, self.keeps, words)
    }
}

/// Runs git in a directory; none where it cannot be run at all.
fn run(directory: &Path, keeps: Keeps, words: &[impl AsRef<OsStr>], input: Option<&str>) -> Option<Output> {
    let mut child = command(directory, keeps, words)
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
fn command(directory: &Path, keeps: Keeps, words: &[impl AsRef<OsStr>]) -> Command {
    let mut command = Command::new("git");
    if keeps == Keeps::Nothing {
        for name in REDIRECTS {
            command.env_remove(name);
        }
    }
    command
        .current_dir(directory)
        .args(["--literal-pathspecs", "-c", "core.quotePath=false", "-c", "i18n.commitEncoding=utf-8"])
        .args(["--no-replace-objects", "-c", "core.fsmonitor=false", "-c", "log.showSignature=false"])
        .args(words)
        .env("LC_ALL", "C.UTF-8")
        .env("GIT_EDITOR", "true")
        .env(WITHIN, directory);
    command
}
