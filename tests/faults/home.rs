//! Programs run in a branch with a home of its own, as one person.

use std::path::Path;
use std::process::Command;

/// Gives a command its folder, day and person.
pub(crate) fn at_home(command: &mut Command, dir: &Path) {
    command.current_dir(dir.join("branch")).env_clear().env("PATH", std::env::var("PATH").unwrap()).env("HOME", dir);
    command
        .env("ZHIBU_TODAY", "2026-11-23")
        .env("ZHIBU_SEED", "5")
        .env("LANG", "en")
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .env("GIT_EDITOR", "true");
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
