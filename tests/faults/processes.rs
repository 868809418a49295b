//! Strikes one call of one process of all those that a command starts: the program itself, git, what git starts, and the
//! program where git calls it.
//!
//! The command runs once to see which calls there are. Of those that are alike, in a process of the same name, on a file of
//! the same kind, the first and the last are struck; where the tests go deep, all are.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use tempfile::TempDir;

use super::calls::{self, Call};
use super::depth::is_deep;
use super::sweep::Blow;

/// What came of a command of which a call was struck.
pub(crate) struct Struck {
    /// The call, and what was done to it.
    pub(crate) call: Call,
    blow: Blow,
    /// The exit code; none where the program was killed.
    pub(crate) code: Option<i32>,
    /// What it said.
    pub(crate) stdout: String,
    /// What it said of what went wrong.
    pub(crate) stderr: String,
}

impl std::fmt::Display for Struck {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { call, blow, code, stdout, stderr } = self;
        write!(
            f,
            "{} {} {}, {blow:?}: {} (exit {code:?})\n{stdout}{stderr}",
            call.process, call.name, call.when, call.line
        )
    }
}

/// The git that stands in for the real one.
struct StandIn {
    bin: TempDir,
    git: PathBuf,
    exec: PathBuf,
}

impl StandIn {
    fn new() -> Self {
        let bin = tempfile::tempdir().unwrap();
        let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/faults/stand-in.sh");
        for name in ["git", "git-upload-pack", "git-receive-pack", "zhibu"] {
            std::os::unix::fs::symlink(script, bin.path().join(name)).unwrap();
        }
        let path = std::env::var_os("PATH").unwrap();
        let git = std::env::split_paths(&path).map(|folder| folder.join("git")).find(|git| git.is_file()).unwrap();
        let exec = Command::new(&git).arg("--exec-path").output().unwrap().stdout;
        let exec = PathBuf::from(String::from_utf8(exec).unwrap().trim_end());
        Self { bin, git, exec }
    }

    /// Has a command find this git; one process of it is traced with these words.
    fn put_before(&self, command: &mut Command, notes: &Path, struck: &str, words: &[String]) {
        let path = std::env::var_os("PATH").unwrap();
        let path = [self.bin.path().to_owned()].into_iter().chain(std::env::split_paths(&path));
        command.env("PATH", std::env::join_paths(path).unwrap()).env("GIT_EXEC_PATH", self.bin.path());
        command.env("FAULTS", notes).env("FAULTS_BIN", self.bin.path()).env("FAULTS_GIT", &self.git);
        command.env("FAULTS_EXEC", &self.exec).env("FAULTS_PROGRAM", env!("CARGO_BIN_EXE_zhibu"));
        command.env("FAULTS_STRUCK", struck).env("FAULTS_STRACE", words.join(" "));
    }

    /// Runs a command; gives what it said, with what strace noted of each process that was traced.
    fn run(
        &self,
        command: Command,
        struck: &str,
        words: &[String],
    ) -> (std::process::Output, BTreeMap<String, String>) {
        let notes = tempfile::tempdir().unwrap();
        let own = notes.path().join("zhibu.log");
        let mut run = if struck == "zhibu" || struck == "all" {
            let mut strace = Command::new("strace");
            strace.args(words).arg("-o").arg(&own).arg(command.get_program());
            strace
        } else {
            Command::new(command.get_program())
        };
        run.args(command.get_args()).env_clear().stdin(Stdio::null());
        run.envs(command.get_envs().filter_map(|(name, value)| Some((name, value?))));
        if let Some(folder) = command.get_current_dir() {
            run.current_dir(folder);
        }
        self.put_before(&mut run, notes.path(), struck, words);
        let output = run.output().unwrap();
        let logs = fs::read_dir(notes.path()).unwrap().map(|entry| entry.unwrap().path());
        let logs = logs.filter(|path| path.extension().is_some_and(|end| end == "log"));
        let name = |path: &Path| path.file_stem().unwrap().to_str().unwrap().to_owned();
        let logs = logs.map(|path| (name(&path), String::from_utf8_lossy(&fs::read(&path).unwrap()).into_owned()));
        (output, logs.collect())
    }
}

/// The words for strace; the programs that a process starts are left to themselves.
fn words(rest: &[String]) -> Vec<String> {
    ["-f", "-b", "execve", "-qq", "-y", "-s", "200"]
        .iter()
        .map(ToString::to_string)
        .chain(rest.iter().cloned())
        .collect()
}

/// Strikes the calls of a command, each in a directory of its own; gives how many were.
pub(crate) fn strike_each(
    prepare: &dyn Fn() -> TempDir,
    command: &dyn Fn(&Path) -> Command,
    blow: Blow,
    judge: &dyn Fn(&Path, &Struck),
) -> usize {
    let git = StandIn::new();
    let dir = prepare();
    let (output, logs) = git.run(command(dir.path()), "all", &words(&["-e".into(), calls::all()]));
    assert!(output.status.success(), "{output:?}");
    let what = match blow {
        Blow::Error(error) => format!("error={error}"),
        Blow::Kill => "signal=SIGKILL".to_owned(),
    };
    let mut struck = 0;
    for call in sample(&logs, dir.path()) {
        // That a program dies in the middle of a talk is no more than that it dies at its next call.
        if blow == Blow::Kill && call.line.contains("<pipe:") {
            continue;
        }
        let dir = prepare();
        let inject = format!("inject={}:{what}:when={}", call.name, call.when);
        let strace = words(&["-e".into(), format!("trace={}", call.name), "-e".into(), inject]);
        let (output, logs) = git.run(command(dir.path()), &call.process, &strace);
        let log = logs.get(&call.process).map_or("", String::as_str);
        // Another run may go another way, where somebody is faster.
        if !log.contains("(INJECTED)") && !log.contains("+++ killed by SIGKILL +++") {
            continue;
        }
        struck += 1;
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        let (stdout, stderr) = (text(&output.stdout), text(&output.stderr));
        judge(dir.path(), &Struck { call, blow, code: output.status.code(), stdout, stderr });
    }
    struck
}

/// The calls worth striking: of those that are alike the first and the last, and of what git says to git, and of its
/// objects, which have no order, the first.
fn sample(logs: &BTreeMap<String, String>, dir: &Path) -> Vec<Call> {
    let mut alike: BTreeMap<(String, String), Vec<Call>> = BTreeMap::new();
    for (process, log) in logs {
        for call in calls::noted(process, log) {
            if call.only_reads() || call.line.contains("/dev/null") {
                continue;
            }
            let (_, what) = call.line.split_once('(').expect("a call");
            let shape = format!("{} {}", call.name, shape(what, dir));
            let kind = process.trim_end_matches(|c: char| c == '-' || c.is_ascii_digit());
            alike.entry((kind.into(), shape)).or_default().push(call);
        }
    }
    if is_deep() {
        return alike.into_values().flatten().collect();
    }
    let ends = alike.into_iter().flat_map(|((_, shape), mut calls)| {
        let is_one_of_many = shape.contains("pipe") || shape.contains("objects");
        let last = if calls.len() > 1 && !is_one_of_many { calls.pop() } else { None };
        calls.truncate(1);
        calls.into_iter().chain(last)
    });
    ends.collect()
}

/// What a call is about, without what is random in it.
fn shape(what: &str, dir: &Path) -> String {
    let what = what.replace(dir.to_str().unwrap(), "");
    // The place counts, not what is written there.
    let place = match what.split_once('>') {
        Some((place, _)) if what.starts_with(|c: char| c.is_ascii_digit()) => place,
        _ => what.split(" = ").next().unwrap_or_default(),
    };
    place.split(['/', ' ', '"', ':', '[']).filter(|part| !is_random(part)).collect::<Vec<_>>().join("/")
}

fn is_random(part: &str) -> bool {
    let part = part.trim_end_matches(']');
    part.starts_with("tmp_obj_")
        || part.starts_with(".merge_file_")
        || part.starts_with("tmp_objdir")
        || !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_hexdigit())
}
