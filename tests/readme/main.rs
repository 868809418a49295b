//! The READMEs' commands, run in order in a fresh copy, print what the READMEs show.

#![allow(clippy::unwrap_used)]

mod seal;

use std::fs;
use std::path::Path;
use std::process::Command;

/// A command of a README and what it shows under it.
#[derive(Debug, PartialEq, Eq)]
struct Shown {
    command: String,
    output: String,
}

/// The commands of the `console` blocks: lines that begin with `$ `, each with the lines under it.
fn shown(readme: &str) -> Vec<Shown> {
    let mut shown: Vec<Shown> = Vec::new();
    let mut inside = false;
    for line in readme.lines() {
        match line {
            "```console" => inside = true,
            "```" => inside = false,
            _ if !inside => {}
            _ => match (line.strip_prefix("$ "), shown.last_mut()) {
                (Some(command), _) => shown.push(Shown { command: command.into(), output: String::new() }),
                (None, Some(last)) => last.output += &format!("{line}\n"),
                (None, None) => panic!("output before a command: {line}"),
            },
        }
    }
    shown
}

/// Runs the commands one after the other in one shell, and gives what each printed.
fn run(commands: &[Shown], lang: &str) -> Vec<Shown> {
    let folder = tempfile::tempdir().unwrap();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let copied = Command::new("cp").arg("-r").arg(root.join("examples")).arg(folder.path()).status().unwrap();
    assert!(copied.success());
    let mark = "--- next ---\n";
    let script: String = commands
        .iter()
        .map(|shown| format!("export ZHIBU_SEED=$((ZHIBU_SEED + 1))\n{}\necho '{}'\n", shown.command, mark.trim_end()))
        .collect();
    fs::write(folder.path().join("script.sh"), format!("exec 2>&1\n{script}")).unwrap();
    let binary = Path::new(env!("CARGO_BIN_EXE_zhibu")).parent().unwrap();
    let path = format!("{}:{}", binary.display(), std::env::var("PATH").unwrap());
    let output = Command::new("bash")
        .arg("script.sh")
        .current_dir(folder.path())
        .env_clear()
        .env("PATH", path)
        .env("HOME", folder.path())
        .env("LANG", lang)
        .env("ZHIBU_TODAY", "2026-12-20")
        .env("ZHIBU_SEED", "100")
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .env("GIT_AUTHOR_NAME", "李敏")
        .env("GIT_AUTHOR_EMAIL", "li-min@example.org")
        .env("GIT_COMMITTER_NAME", "李敏")
        .env("GIT_COMMITTER_EMAIL", "li-min@example.org")
        .output()
        .unwrap();
    let printed = String::from_utf8(output.stdout).unwrap();
    let parts = printed.split_inclusive(mark).map(|part| part.trim_end_matches(mark));
    commands
        .iter()
        .zip(parts)
        .map(|(shown, part)| Shown { command: shown.command.clone(), output: part.into() })
        .collect()
}

#[track_caller]
fn is_true(readme: &str, lang: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(readme);
    let text = fs::read_to_string(&path).unwrap();
    let expected = shown(&text);
    assert!(expected.len() >= 10, "{readme} shows a month in ten commands");
    let real = run(&expected, lang);
    assert_eq!(real.len(), expected.len(), "every command of {readme} was run");
    if std::env::var("README").as_deref() == Ok("overwrite") {
        fs::write(path, overwritten(&text, &real)).unwrap();
        return;
    }
    for (real, expected) in real.iter().zip(&expected) {
        assert_eq!(real.output, expected.output, "{readme}: $ {}", expected.command);
    }
}

/// The README with what its commands really print: `README=overwrite cargo test --test readme`.
fn overwritten(text: &str, real: &[Shown]) -> String {
    let mut real = real.iter();
    let (mut inside, mut new) = (false, String::new());
    for line in text.lines() {
        inside = (inside || line == "```console") && line != "```";
        if inside && line.starts_with("$ ") {
            new += &format!("{line}\n{}", real.next().unwrap().output);
        } else if !inside || line == "```console" {
            new += &format!("{line}\n");
        }
    }
    new
}

#[test]
fn the_readme_shows_what_its_commands_print() {
    is_true("README.md", "en_US.UTF-8");
}

#[test]
fn the_chinese_readme_shows_what_its_commands_print() {
    is_true("README.zh.md", "zh_CN.UTF-8");
}

#[test]
fn both_readmes_run_the_same_commands() {
    let commands = |readme: &str| {
        let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(readme)).unwrap();
        shown(&text).into_iter().map(|shown| shown.command).collect::<Vec<_>>()
    };
    assert_eq!(commands("README.md"), commands("README.zh.md"));
}
