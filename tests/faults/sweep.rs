//! Fails or kills a command at each of its writing system calls in turn.
//!
//! Works on any command: the driver of these tests, or the program itself with any arguments.

use std::os::unix::process::ExitStatusExt;
use std::path::Path;
use std::process::{Command, Stdio};

use tempfile::TempDir;

/// The system calls by which a program changes files. Each is swept by itself, since strace counts each by itself.
pub const WRITING: &[&str] = &[
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
pub enum Blow {
    /// It fails with this error and does nothing.
    Error(&'static str),
    /// The program is killed before it.
    Kill,
}

/// What came of a run.
#[derive(Debug)]
pub struct Outcome {
    /// What was done to it, for messages of the test.
    pub blow: String,
    /// Whether the call was one that only speaks: a write to standard output or error.
    pub speech: bool,
    /// Whether it was killed.
    pub killed: bool,
    /// Whether it says that all went well.
    pub success: bool,
    /// What it said went wrong.
    pub stderr: String,
}

/// A command and how to judge what is left of it.
pub struct Sweep<'a> {
    /// Makes a fresh directory for each run.
    pub prepare: &'a dyn Fn() -> TempDir,
    /// The command that is struck.
    pub command: &'a dyn Fn(&Path) -> Command,
    /// A plain command that has to work afterwards.
    pub next: &'a dyn Fn(&Path) -> Command,
    /// Judges the directory right after the blow.
    pub after_blow: &'a dyn Fn(&Path, &Outcome),
    /// Judges it after the plain command.
    pub after_next: &'a dyn Fn(&Path, &Outcome),
}

impl Sweep<'_> {
    /// Strikes each call of each kind; gives how many runs were struck.
    pub fn run(&self, calls: &[&str], blow: Blow) -> usize {
        let mut struck = 0;
        for call in calls {
            for when in 1.. {
                let dir = (self.prepare)();
                let Some(outcome) = strike((self.command)(dir.path()), call, blow, when) else { break };
                struck += 1;
                (self.after_blow)(dir.path(), &outcome);
                let next = (self.next)(dir.path()).output().expect("the next command runs");
                assert!(next.status.success(), "the next command fails after {outcome:?}: {next:?}");
                (self.after_next)(dir.path(), &outcome);
            }
        }
        struck
    }
}

/// Runs a command and strikes one of its calls; none where it has no such call any more.
fn strike(command: Command, call: &str, blow: Blow, when: usize) -> Option<Outcome> {
    let log = tempfile::NamedTempFile::new().expect("a log");
    let what = match blow {
        Blow::Error(error) => format!("error={error}"),
        Blow::Kill => "signal=SIGKILL".to_owned(),
    };
    // A question mark: not every machine has every call.
    let inject = format!("inject=?{call}:{what}:when={when}");
    let mut strace = Command::new("strace");
    strace.args(["-f", "-qq", "-o"]).arg(log.path()).args(["-e", &format!("trace=?{call}"), "-e", &inject]);
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
    let line = log.lines().find(|line| line.contains("(INJECTED)")).unwrap_or_default().to_owned();
    let speech = line.contains("write(1,") || line.contains("write(2,");
    if line.is_empty() && !killed {
        return None;
    }
    let blow = format!("{call} {when} {what}: {line}");
    Some(Outcome { blow, speech, killed, success: output.status.success(), stderr })
}
