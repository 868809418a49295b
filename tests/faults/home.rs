//! Programs run in a branch with a home of its own, as one person.

use std::fs;
use std::path::Path;
use std::process::Command;

use tempfile::TempDir;

/// Gives a command its folder, day and person.
pub(crate) fn at_home(command: &mut Command, dir: &Path) {
    command.current_dir(dir.join("branch")).env_clear().env("PATH", std::env::var("PATH").unwrap()).env("HOME", dir);
    command
        .env("ZHIBU_TODAY", "2026-11-23")
        .env("ZHIBU_SEED", "5")
        .env("LANG", "en")
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .env("GIT_EDITOR", "true")
        .env("GIT_TEMPLATE_DIR", "");
    for who in ["AUTHOR", "COMMITTER"] {
        command.env(format!("GIT_{who}_NAME"), "李敏").env(format!("GIT_{who}_EMAIL"), "li-min@example.org");
    }
}

/// Lines of the shell; `$0` is the program.
pub(crate) fn shell(dir: &Path, script: &str) -> Command {
    let mut command = Command::new("sh");
    command.args(["-euc", script, env!("CARGO_BIN_EXE_zhibu")]);
    at_home(&mut command, dir);
    command
}

/// A folder in whose `branch` these lines of the shell have run.
pub(crate) fn made_by(script: &str) -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    fs::create_dir(dir.path().join("branch")).unwrap();
    let output = shell(dir.path(), script).output().unwrap();
    assert!(output.status.success(), "{output:?}");
    dir
}

/// The same folder once more.
pub(crate) fn copy_of(made: &TempDir) -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    let from = made.path().join(".");
    assert!(Command::new("cp").arg("-a").arg(from).arg(dir.path()).status().unwrap().success());
    dir
}
