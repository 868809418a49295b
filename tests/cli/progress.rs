//! What is told on a terminal of what takes longer than a second, and that nothing of it is left.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::process::{Command, Stdio};

use crate::sandbox::Sandbox;
use crate::terminal::{Ended, Terminal};

/// A git that waits before it does what it is told: until it may go on, or as many seconds as are said.
struct Held {
    folder: Sandbox,
}

impl Held {
    /// Waits at one of git's commands.
    fn at(word: &str, wait: &str) -> Self {
        let folder = Sandbox::empty();
        let script = format!(
            "#!/bin/sh\nfor word; do\n  [ \"$word\" = {word} ] && {wait}\ndone\nPATH=${{PATH#*:}} exec git \"$@\"\n"
        );
        folder.write("git", script);
        fs::set_permissions(folder.root().join("git"), fs::Permissions::from_mode(0o755)).unwrap();
        Self { folder }
    }

    /// Waits there until it may go on.
    fn until_it_may(word: &str) -> Self {
        Self::at(word, "until [ -e \"$(dirname \"$0\")/go\" ]; do sleep 0.05; done")
    }

    /// A call of the program with this git.
    fn command(&self, branch: &Sandbox, line: &str) -> Command {
        let mut command = branch.command(&line.split_whitespace().collect::<Vec<_>>());
        let path = format!("{}:{}", self.folder.root().display(), std::env::var("PATH").unwrap());
        command.env("PATH", path).env("TERM", "xterm");
        command
    }

    fn go_on(&self) {
        self.folder.write("go", "");
    }
}

#[test]
fn what_takes_long_is_told_and_wiped_away() {
    for (branch, told) in
        [(Sandbox::branch(), " reading the history …"), (Sandbox::branch().chinese(), " 正在读取历史 …")]
    {
        let plain = branch.run("history sun-lei");
        let git = Held::until_it_may("log");
        let mut terminal = Terminal::of(&git.command(&branch, "history sun-lei"));
        terminal.sees(told);
        git.go_on();
        let Ended { screen, exit, .. } = terminal.ends();
        assert_eq!(screen.trim_end(), plain.replace("--- stderr\n", "").trim_end());
        assert_eq!(exit, Some(0));
    }
}

#[test]
fn what_another_program_does_is_told_in_a_line_that_stays() {
    let (branch, stick) = (Sandbox::branch().chinese(), Sandbox::empty());
    branch.run_words(&["sync", stick.root().join("zhibu.git").to_str().unwrap(), "--new"]);
    for (word, told) in [("ls-remote", "正在从 origin 取回 …"), ("push", "正在送往 origin …")] {
        branch.run("study log sun-lei 2");
        let git = Held::until_it_may(word);
        let mut terminal = Terminal::of(&git.command(&branch, "sync"));
        terminal.sees(told);
        git.go_on();
        let Ended { screen, exit, .. } = terminal.ends();
        assert!(
            screen.contains(&format!("{told}\n")) && screen.ends_with("\n已送出 1 次提交，到 origin 的 master 分支"),
            "{screen}"
        );
        assert_eq!(exit, Some(0));
    }
}

#[test]
fn nothing_is_told_where_nobody_sees_it() {
    let branch = Sandbox::branch();
    let git = Held::at("log", "sleep 1.3");
    let calls = ["history sun-lei --quiet", "history sun-lei --format json", "history sun-lei"];
    let mut commands = calls.map(|line| git.command(&branch, line));
    // A screen that can only go forward.
    commands[2].env("TERM", "dumb");
    let piped = git.command(&branch, "history sun-lei").stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    for terminal in commands.map(|command| Terminal::of(&command)) {
        let Ended { printed, exit, .. } = terminal.ends();
        assert!(printed.contains("孙磊") && !printed.contains("reading the history"), "{printed}");
        assert_eq!(exit, Some(0));
    }
    assert!(piped.wait_with_output().unwrap().stderr.is_empty());
}
