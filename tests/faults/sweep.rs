//! Fails or kills a command at each of the system calls by which it changes something, in turn.
//!
//! Works on any command: the driver of these tests, or the program itself with any arguments. The command runs once to see
//! which calls there are. Of those that only open a file to read it one is struck, another for each command; where the
//! tests go deep, all are. What comes after a blow depends on what it left and on nothing else: of blows that leave the same,
//! byte for byte, one is followed by the next command.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::fs;
use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

use super::calls::{self, Call};
use super::depth::is_deep;

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

/// Which calls are struck, by their names.
pub(crate) type Which<'a> = &'a dyn Fn(&str) -> bool;

/// All of them.
pub(crate) const ALL: Which<'_> = &|_| true;

impl Sweep<'_> {
    /// Records the command once, and strikes its calls by each of the blows; gives how many runs were struck.
    pub(crate) fn run(&self, blows: &[(Which<'_>, Blow)]) -> usize {
        let dir = (self.prepare)();
        let command = (self.command)(dir.path());
        let sample = command.get_args().flat_map(|word| word.as_encoded_bytes()).map(|byte| usize::from(*byte)).sum();
        let (log, _) = traced(command, &[FAST, "-e", &calls::all()]);
        let calls = worth_striking(calls::noted("", &log), dir.path(), sample);
        let (mut struck, mut left) = (0, HashSet::new());
        for (is_struck, blow) in blows {
            for (name, when) in calls.iter().filter(|(name, _)| is_struck(name)) {
                struck += usize::from(self.strike(name, *when, *blow, &mut left));
            }
        }
        struck
    }

    /// Strikes a call; whether it was there to be struck. Git makes a folder for an object only where no other one begins
    /// with the same digits, and what they are hangs on the time: a folder may be made in one run and not in the next.
    fn strike(&self, call: &str, when: usize, blow: Blow, left: &mut HashSet<Left>) -> bool {
        let dir = (self.prepare)();
        let outcome = strike((self.command)(dir.path()), dir.path(), call, blow, when);
        let Some(outcome) = outcome else {
            assert_eq!(call, "mkdir", "{call} {when} was recorded and is not there to be struck");
            return false;
        };
        (self.after_blow)(dir.path(), &outcome);
        if !left.insert(whole(dir.path())) {
            return true;
        }
        let next = (self.next)(dir.path()).output().expect("the next command runs");
        assert!(next.status.success(), "the next command fails after {outcome}: {next:?}");
        (self.after_next)(dir.path(), &outcome);
        true
    }
}

/// Everything that a blow left in a directory; a folder has no bytes.
type Left = BTreeMap<PathBuf, Option<Vec<u8>>>;

fn whole(dir: &Path) -> Left {
    let (mut left, mut folders) = (Left::new(), vec![dir.to_owned()]);
    while let Some(folder) = folders.pop() {
        for path in fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()) {
            let kind = fs::symlink_metadata(&path).expect("a file").file_type();
            let bytes = if kind.is_dir() {
                folders.push(path.clone());
                None
            } else if kind.is_symlink() {
                Some(fs::read_link(&path).expect("a link").into_os_string().into_encoded_bytes())
            } else {
                Some(fs::read(&path).expect("a file that can be read"))
            };
            left.insert(path.strip_prefix(dir).expect("below the directory").to_owned(), bytes);
        }
    }
    left
}

/// The calls that change something, and of those that read something in the directory the one that the sample says.
fn worth_striking(calls: Vec<Call>, dir: &Path, sample: usize) -> BTreeSet<(String, usize)> {
    let (mut reads, mut worth): (Vec<_>, Vec<_>) = calls.into_iter().partition(Call::only_reads);
    if !is_deep() {
        reads.retain(|call| dir.to_str().is_some_and(|dir| call.line.contains(dir)));
        reads = reads.into_iter().cycle().skip(sample % 97).take(1).collect();
    }
    worth.extend(reads);
    worth.into_iter().map(|call| (call.name, call.when)).collect()
}

/// Runs a command and strikes one of its calls; none where it has no such call any more.
pub(crate) fn strike(command: Command, dir: &Path, call: &str, blow: Blow, when: usize) -> Option<Outcome> {
    let what = match blow {
        Blow::Error(error) => format!("error={error}"),
        Blow::Kill => "signal=SIGKILL".to_owned(),
    };
    // A question mark: not every machine has every call.
    let inject = format!("inject=?{call}:{what}:when={when}");
    let trace = format!("trace=?{call}");
    let words = ["-e", &trace, "-e", &inject];
    let (log, output) = match blow {
        Blow::Error(_) => traced(command, &[&[FAST], &words[..]].concat()),
        Blow::Kill => traced(command, &words),
    };
    let stderr = String::from_utf8_lossy(&output.stderr).into_owned();
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

/// Stops the program at the calls that are traced alone. A kill would come after the call, not before it.
const FAST: &str = "--seccomp-bpf";

/// Runs a command under strace with these words; what strace noted, and what came of it.
fn traced(command: Command, words: &[&str]) -> (String, Output) {
    let log = tempfile::NamedTempFile::new().expect("a log");
    let mut strace = Command::new("strace");
    strace.args(["-f", "-qq", "-y", "-s", "4096", "-o"]).arg(log.path()).args(words);
    strace.arg(command.get_program()).args(command.get_args());
    // On one thread the calls are the same in every run.
    strace.env("RAYON_NUM_THREADS", "1");
    for (name, value) in command.get_envs() {
        match value {
            Some(value) => strace.env(name, value),
            None => strace.env_remove(name),
        };
    }
    if let Some(dir) = command.get_current_dir() {
        strace.current_dir(dir);
    }
    let output = strace.stdin(Stdio::null()).output().expect("strace runs");
    let log = std::fs::read_to_string(log.path()).expect("strace writes a log");
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert!(!stderr.contains("strace:"), "strace itself fails: {stderr}");
    (log, output)
}
