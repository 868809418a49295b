//! What is asked on a terminal, before something is struck or a closed month is changed.

use std::fs::File;
use std::io::{Read, Write};
use std::process::{Child, Output, Stdio};

use insta::assert_snapshot;

use super::sandbox::Sandbox;
use super::{sealed, terminal};

/// A command whose question waits on a terminal.
struct Asked {
    keyboard: File,
    child: Child,
    said: String,
}

impl Asked {
    /// Starts a command, and waits until it asks.
    fn of(branch: &Sandbox, line: &str) -> Self {
        let (keyboard, inner) = terminal::ends();
        let mut command = branch.command(&line.split_whitespace().collect::<Vec<_>>());
        let piped = command.stdin(inner).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut asked = Self { keyboard, child: piped.spawn().unwrap(), said: String::new() };
        asked.wait();
        asked
    }

    /// Waits for a question.
    fn wait(&mut self) {
        self.said.clear();
        while !self.said.ends_with("[y/N] ") {
            let mut byte = [0];
            self.child.stderr.as_mut().unwrap().read_exact(&mut byte).unwrap();
            // The Chinese of a question is not read here, so that a byte is a character.
            self.said.push(char::from(byte[0]));
        }
    }

    /// Says yes, and waits for the next question.
    fn goes_on(mut self) -> Self {
        writeln!(self.keyboard, "y").unwrap();
        self.wait();
        self
    }

    /// Answers; what came of it, without the question.
    fn answer(mut self, branch: &Sandbox, answer: &str) -> String {
        writeln!(self.keyboard, "{answer}").unwrap();
        let status = self.child.wait().unwrap();
        let (mut stdout, mut stderr) = (Vec::new(), Vec::new());
        self.child.stdout.take().unwrap().read_to_end(&mut stdout).unwrap();
        self.child.stderr.take().unwrap().read_to_end(&mut stderr).unwrap();
        branch.told(&Output { status, stdout, stderr })
    }
}

/// A branch with a record of each sort that can be struck, and the commands that strike them.
fn records() -> (Sandbox, Vec<String>) {
    let branch = Sandbox::branch();
    for line in [
        "points award sun-lei commended 5",
        "study log sun-lei 2",
        "dues set sun-lei 40 --from 2026-11",
        "issue open untidy --owner sun-lei --deadline 2026-12-01",
        "meeting log group -g criminal --on 2026-11-05",
        "appraisal record sun-lei qualified --for 2026 --on 2026-11-20",
        "talk log zhao-gang sun-lei",
        "plan add summary 2026-12-20",
        "request log roll --from office",
    ] {
        let told = branch.run(line);
        assert!(!told.contains("exit"), "{told}");
    }
    let id = |path: &str| branch.read(path).split("id = \"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let commands = vec![
        format!("points remove {} --why x", id("points/2026-11.toml")),
        format!("study remove {} --why x", id("study/2026-11.toml")),
        format!("dues remove {} --why x", id("dues/2026.toml")),
        "issue remove untidy --why x".to_owned(),
        "meeting remove 2026-11-05 --why x".to_owned(),
        format!("appraisal remove {} --why x --for 2026", id("appraisals/2026.toml")),
        format!("talk remove {} --why x", id("talks/2026.toml")),
        "plan remove summary --why x".to_owned(),
        "request remove roll --why x".to_owned(),
    ];
    (branch, commands)
}

#[test]
fn others_can_go_on_while_a_question_waits() {
    let (branch, commands) = records();
    for (at, line) in commands.iter().enumerate() {
        let asked = Asked::of(&branch, line);
        let other = branch.run(&format!("member edit li-min --note {at}"));
        assert_eq!(other, "--- stderr\nedited 李敏\n  members/li-min.toml\n", "{line}");
        let told = asked.answer(&branch, "y");
        assert!(told.contains("struck ") && !told.contains("exit"), "{line}: {told}");
        assert!(branch.run(&format!("{line} --yes")).contains("struck already"), "{line}");
    }
}

#[test]
fn what_is_not_confirmed_is_not_done() {
    let (branch, commands) = records();
    for line in commands {
        let before = branch.files();
        let told = Asked::of(&branch, &line).answer(&branch, "n");
        assert!(told.contains("error: not confirmed: strike ") && told.contains("--- exit Some(1)"), "{line}: {told}");
        assert!(branch.files() == before, "{line}");
    }
    assert_snapshot!(branch.refused("meeting remove 2026-11-05 --why x"), @"
    --- stderr
    error: not confirmed: strike 2026-11-05 党小组会 · 刑侦党小组? It stays in its file, but counts no more.
    help: add --yes if you are sure
    --- exit Some(1)
    ");
}

#[test]
fn what_changed_while_the_question_waited_is_not_struck() {
    let (branch, commands) = records();
    let asked = Asked::of(&branch, &commands[1]);
    let study = branch.read("study/2026-11.toml");
    branch.write("study/2026-11.toml", study.replace("hours = 2,", "hours = 3,"));
    let before = branch.files();
    assert_snapshot!(asked.answer(&branch, "y"), @"
    --- stderr
    error: the record was changed while the question waited
    help: run it again, to be asked about the record as it is now
    --- exit Some(1)
    ");
    assert!(branch.files() == before);
    let asked = Asked::of(&branch, &commands[4]);
    branch.run(&format!("{} --yes", commands[4]));
    assert_snapshot!(asked.answer(&branch, "y"), @"
    --- stderr
    error: 2026-11-05 党小组会 · 刑侦党小组 is struck already: x
    --- exit Some(1)
    ");
}

#[test]
fn a_change_of_a_closed_month_is_asked_after_the_record_is() {
    let branch = sealed::sealed();
    let asked = Asked::of(&branch, "meeting remove 2026-10-15 --why x --amend y");
    assert!(asked.said.starts_with("strike 2026-10-15"), "{}", asked.said);
    let asked = asked.goes_on();
    assert!(asked.said.contains("2026-10"), "{}", asked.said);
    let before = branch.files();
    let told = asked.answer(&branch, "n");
    assert!(told.contains("error: not confirmed: ") && !told.contains("--yes"), "{told}");
    assert!(branch.files() == before);
    let asked = Asked::of(&branch, "meeting remove 2026-10-15 --why x --amend y").goes_on();
    assert_eq!(branch.run("member edit li-min --note 1"), "--- stderr\nedited 李敏\n  members/li-min.toml\n");
    let told = asked.answer(&branch, "y");
    assert!(told.contains("struck 2026-10-15") && !told.contains("exit"), "{told}");
    assert!(branch.read("seals/2026-10.toml").contains("why = \"y\""));
}

#[test]
fn a_closed_month_that_changed_while_the_question_waited_is_left_as_it_is() {
    let branch = sealed::sealed();
    let asked = Asked::of(&branch, "study log zhao-gang 2 --on 2026-10-22 --amend y");
    branch.run("study log sun-lei 1 --on 2026-10-23 --amend z");
    let before = branch.files();
    assert_snapshot!(asked.answer(&branch, "y"), @"
    --- stderr
    error: the record was changed while the question waited
    help: run it again, to be asked about the record as it is now
    --- exit Some(1)
    ");
    assert!(branch.files() == before);
}

#[test]
fn others_can_go_on_while_somebody_is_to_be_erased() {
    let branch = Sandbox::branch();
    branch.run("member leave he-xiu-ying --reason transferred --from 2026-11-01");
    let asked = Asked::of(&branch, "member erase he-xiu-ying --why x");
    assert_eq!(branch.run("member edit li-min --note 1"), "--- stderr\nedited 李敏\n  members/li-min.toml\n");
    let told = asked.answer(&branch, "y");
    assert!(told.contains("members/anon-1.toml") && !told.contains("exit"), "{told}");
    let asked = Asked::of(&branch, "member erase anon-1 --why x");
    branch.run("study log anon-1 2 --on 2026-10-05");
    assert!(asked.answer(&branch, "y").contains("error: the record was changed while the question waited"));
}
