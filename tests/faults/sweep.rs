//! Fails or kills a command at each of its writing system calls in turn.
//!
//! Works on any command: the driver of these tests, or the program itself with any arguments.

use std::os::unix::process::ExitStatusExt;
use std::path::Path;
use std::process::{Command, Stdio};

use tempfile::TempDir;

/// The system calls by which a program changes files. Each is swept by itself, since strace counts each by itself.
pub(crate) const WRITING: &[&str] = &[
    "chmod",
    "copy_file_range",
    "fallocate",
    "fchmod",
    "fchmodat",
    "fdatasync",
    "flock",
    "fsync",
    "ftruncate",
    "link",
    "linkat",
    "mkdir",
    "mkdirat",
    "openat",
    "pwrite64",
    "rename",
    "renameat",
    "renameat2",
    "rmdir",
    "sendfile",
    "symlink",
    "symlinkat",
    "unlink",
    "unlinkat",
    "write",
    "writev",
];

/// What happens at a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Blow {
    /// It fails with this error and does nothing.
    Error(&'static str),
    /// The program is killed before it.
    Kill,
}

/// What came of a run.
pub(crate) struct Outcome {
    /// What was done to it, for messages of the test.
    blow: String,
    /// Whether the call was about something in the directory.
    pub(crate) inside: bool,
    /// Whether the call was one that only speaks: a write to standard output or error.
    pub(crate) speech: bool,
    /// Whether it was killed.
    pub(crate) killed: bool,
    /// Whether it says that all went well.
    pub(crate) success: bool,
    /// What it said went wrong.
    pub(crate) stderr: String,
}

impl std::fmt::Display for Outcome {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} (killed: {}, success: {}, stderr: {})", self.blow, self.killed, self.success, self.stderr)
    }
}

/// A command and how to judge what is left of it.
pub(crate) struct Sweep<'a> {
    /// Makes a fresh directory for each run.
    pub(crate) prepare: &'a dyn Fn() -> TempDir,
    /// The command that is struck.
    pub(crate) command: &'a dyn Fn(&Path) -> Command,
    /// A plain command that has to work afterwards.
    pub(crate) next: &'a dyn Fn(&Path) -> Command,
    /// Judges the directory right after the blow.
    pub(crate) after_blow: &'a dyn Fn(&Path, &Outcome),
    /// Judges it after the plain command.
    pub(crate) after_next: &'a dyn Fn(&Path, &Outcome),
}

impl Sweep<'_> {
    /// Strikes each call of each kind; gives how many runs were struck.
    pub(crate) fn run(&self, calls: &[&str], blow: Blow) -> usize {
        let mut struck = 0;
        for call in calls {
            for when in 1.. {
                let dir = (self.prepare)();
                let Some(outcome) = strike((self.command)(dir.path()), dir.path(), call, blow, when) else { break };
                struck += 1;
                (self.after_blow)(dir.path(), &outcome);
                let next = (self.next)(dir.path()).output().expect("the next command runs");
                assert!(next.status.success(), "the next command fails after {outcome}: {next:?}");
                (self.after_next)(dir.path(), &outcome);
            }
        }
        struck
    }
}

/// Runs a command and strikes one of its calls; none where it has no such call any more.
pub(crate) fn strike(command: Command, dir: &Path, call: &str, blow: Blow, when: usize) -> Option<Outcome> {
    let log = tempfile::NamedTempFile::new().expect("a log");
    let what = match blow {
        Blow::Error(error) => format!("error={error}"),
        Blow::Kill => "signal=SIGKILL".to_owned(),
    };
    // A question mark: not every machine has every call.
    let inject = format!("inject=?{call}:{what}:when={when}");
    let mut strace = Command::new("strace");
    strace.args(["-f", "-qq", "-y", "-s", "4096", "-o"]).arg(log.path()).args([
        "-e",
        &format!("trace=?{call}"),
        "-e",
        &inject,
    ]);
    strace.arg(command.get_program()).args(command.get_args());
    for (name, value) in command.get_envs() {
        match value {
            Some(value) => strace.env(name, value),
            None => strace.env_remove(name),
        };
    }
    if let Some(dir) = command.get_current_dir() {
        strace.current_dir(dir);
    }
    let output = strace.stdin(Stdio::null()).output().expect("strace is installed (Debian: apt-get install strace)");
    let log = std::fs::read_to_string(log.path()).expect("strace writes a log");
    let stderr = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(!stderr.contains("strace:"), "strace itself fails: {stderr}");
    let killed = output.status.signal() == Some(9) || output.status.code() == Some(128 + 9);
    // strace counts the calls of each thread by itself, so that one run may be struck once a thread.
    let is_struck = |line: &&str| line.contains("(INJECTED)") || blow == Blow::Kill && line.ends_with("= ?");
    let lines: Vec<_> = log.lines().filter(is_struck).collect();
    // A program that the command runs may be the one that is killed.
    if lines.is_empty() && !killed && !log.contains("+++ killed by SIGKILL +++") {
        return None;
    }
    let speaks = |line: &&str| ["write(1<", "write(2<", "writev(2<"].iter().any(|call| line.contains(call));
    let speech = lines.iter().any(speaks);
    let inside = dir.to_str().is_some_and(|dir| lines.iter().any(|line| line.contains(dir)));
    let line = lines.join("; ");
    let blow = format!("{call} {when} {what}: {line}");
    Some(Outcome { blow, inside, speech, killed, success: output.status.success(), stderr })
}
