//! The system calls by which a program changes files, or says something to another, as strace notes them.

use std::collections::BTreeMap;

/// Their names. Not every machine has every one.
const CHANGING: &[&str] = &[
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

/// One call of one process.
#[derive(Clone, Debug)]
pub(crate) struct Call {
    /// The process: `merge-1` is the first `git merge`, `zhibu` the program.
    pub(crate) process: String,
    /// The system call.
    pub(crate) name: String,
    /// Which one of that name in its thread.
    pub(crate) when: usize,
    /// What strace noted.
    pub(crate) line: String,
}

impl Call {
    /// Whether it only opens a file to read it.
    pub(crate) fn only_reads(&self) -> bool {
        let may_write = ["O_WRONLY", "O_RDWR"].iter().any(|flag| self.line.contains(flag));
        self.name == "openat" && (!may_write || self.line.contains("/dev/null"))
    }
}

/// What strace is told to trace: all of them.
pub(crate) fn all() -> String {
    let names: Vec<_> = CHANGING.iter().map(|name| format!("?{name}")).collect();
    format!("trace={}", names.join(","))
}

/// The calls that strace noted of a process, each counted in its thread, as strace counts them when it strikes.
pub(crate) fn noted(process: &str, log: &str) -> Vec<Call> {
    let mut counts: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    let mut calls = vec![];
    for line in log.lines() {
        let Some((thread, rest)) = line.split_once(' ') else { continue };
        let Some((name, _)) = rest.trim_start().split_once('(') else { continue };
        if !CHANGING.contains(&name) {
            continue;
        }
        let when = counts.entry((thread, name)).or_default();
        *when += 1;
        calls.push(Call { process: process.into(), name: name.into(), when: *when, line: line.into() });
    }
    calls
}
