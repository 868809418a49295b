//! Tells the program which commit it is built from: `HASH DATE`, with `-dirty` behind the hash where what it is made of
//! differs from the commit. Whoever builds may say it in `ZHIBU_COMMIT` (empty: nothing); else git knows, or the file
//! that cargo lays into a package. Where nobody knows, nothing is told, and the build goes on.

#![allow(clippy::print_stdout)] // This is how a build script speaks.

use std::path::Path;
use std::process::Command;
use std::{env, fs};

/// What the program is made of.
const SOURCES: [&str; 4] = ["Cargo.lock", "Cargo.toml", "build.rs", "src"];

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-env-changed=ZHIBU_COMMIT");
    let said = env::var("ZHIBU_COMMIT").ok();
    if let Some(commit) = said.or_else(of_git).or_else(of_package) {
        println!("cargo::rustc-env=ZHIBU_COMMIT={}", commit.trim());
    }
}

fn of_git() -> Option<String> {
    // A copy that lies in a repository of something else is of none of its commits.
    if !git(&["rev-parse", "--show-prefix"])?.is_empty() {
        return None;
    }
    // A file that is not there would make every build begin anew. The log of HEAD grows with every commit.
    for file in ["HEAD", "logs/HEAD"] {
        let path = git(&["rev-parse", "--git-path", file])?;
        if Path::new(&path).exists() {
            println!("cargo::rerun-if-changed={path}");
        }
    }
    for source in SOURCES {
        println!("cargo::rerun-if-changed={source}");
    }
    let commit = git(&["-c", "log.showSignature=false", "log", "-1", "--format=%H %cs"])?;
    let (hash, day) = commit.split_once(' ')?;
    let status = ["--no-optional-locks", "status", "--porcelain", "--untracked-files=normal", "--"];
    let changed = git(&[&status[..], &SOURCES].concat())?;
    Some(format!("{hash}{} {day}", if changed.is_empty() { "" } else { "-dirty" }))
}

fn git(args: &[&str]) -> Option<String> {
    let output = Command::new("git").args(args).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

fn of_package() -> Option<String> {
    let text = fs::read_to_string(".cargo_vcs_info.json").ok()?;
    let (_, hash) = text.split_once("\"sha1\": \"")?;
    let (hash, _) = hash.split_once('"')?;
    Some(format!("{hash}{}", if text.contains("\"dirty\": true") { "-dirty" } else { "" }))
}
