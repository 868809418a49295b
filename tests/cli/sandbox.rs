//! A fresh directory of records, an empty environment and a fixed day.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::OnceLock;

use tempfile::TempDir;

use crate::oracle;

/// The day of a plain run.
const TODAY: &str = "2026-11-23";

/// A directory of records to try commands in.
pub(crate) struct Sandbox {
    folder: TempDir,
    lang: &'static str,
}

/// The people and groups that most tests need: two namesakes, one probationary, one exempt, one of the staff.
const PEOPLE: &[&[&str]] = &[
    &["group", "add", "刑侦党小组", "--id", "criminal", "--from", "2024-01-01"],
    &["group", "add", "综合党小组", "--id", "office", "--from", "2024-01-01"],
    &[
        "member",
        "add",
        "赵刚",
        "-s",
        "full",
        "--from",
        "2010-01-01",
        "-g",
        "criminal",
        "--post",
        "secretary",
        "--post-from",
        "2024-06-20",
    ],
    &["member", "add", "孙磊", "-s", "full", "--from", "2012-01-01", "-g", "criminal"],
    &["member", "add", "王芳", "-s", "full", "--from", "2014-01-01", "-g", "criminal"],
    &["member", "add", "王芳", "-s", "full", "--from", "2015-01-01", "-g", "office"],
    &[
        "member",
        "add",
        "李敏",
        "-s",
        "full",
        "--from",
        "2016-01-01",
        "-g",
        "office",
        "--post",
        "organization",
        "--post-from",
        "2024-06-20",
    ],
    &["member", "add", "许诺", "-s", "probationary", "--from", "2026-02-01", "-g", "office"],
    &["member", "add", "何秀英", "-s", "full", "--from", "1990-01-01", "-g", "office"],
    &["member", "edit", "何秀英", "--class", "elder", "--from", "2024-01-01"],
    &["member", "post", "孙磊", "group-leader", "--from", "2024-01-01"],
    &["member", "post", "wang-fang-2", "group-leader", "--from", "2024-01-01"],
    &["member", "add", "董立", "-s", "staff", "--from", "2020-01-01"],
];

impl Sandbox {
    /// An empty folder.
    pub(crate) fn empty() -> Self {
        Self { folder: tempfile::tempdir().unwrap(), lang: "en_US.UTF-8" }
    }

    /// A branch with people and groups, and a repository.
    pub(crate) fn branch() -> Self {
        static MADE: OnceLock<Sandbox> = OnceLock::new();
        let made = MADE.get_or_init(|| {
            let made = Self::empty();
            for words in [&["init", "--name", "站南派出所党支部"][..]].iter().chain(PEOPLE) {
                let output = made.command(words).output().unwrap();
                assert!(output.status.success(), "{words:?}: {output:?}");
            }
            made
        });
        let copy = Self::empty();
        let copied = Command::new("cp").arg("-r").arg(made.root().join(".")).arg(copy.root()).status().unwrap();
        assert!(copied.success());
        copy
    }

    /// The same, spoken to in Chinese.
    pub(crate) fn chinese(self) -> Self {
        Self { lang: "zh_CN.UTF-8", ..self }
    }

    /// The same, which has kept its records from a day on.
    pub(crate) fn since(self, day: &str) -> Self {
        let settings = self.read("zhibu.toml").replace(&format!("since = {TODAY}"), &format!("since = {day}"));
        assert!(settings.contains(day));
        self.write("zhibu.toml", settings);
        self
    }

    /// An empty one that speaks the same language.
    pub(crate) fn alike(&self) -> Self {
        Self { lang: self.lang, ..Self::empty() }
    }

    /// Runs a line with other ids than a plain run makes.
    pub(crate) fn seeded(&self, seed: &str, line: &str) -> String {
        let words: Vec<_> = line.split_whitespace().collect();
        self.watched(self.command(&words).env("ZHIBU_SEED", seed), &words, TODAY)
    }

    /// Runs lines that all go well, each with ids of its own.
    #[track_caller]
    pub(crate) fn does(&self, lines: &[&str]) {
        for (seed, line) in lines.iter().enumerate() {
            let words: Vec<_> = line.split(' ').collect();
            let output = self.command(&words).env("ZHIBU_SEED", seed.to_string()).output().unwrap();
            assert!(output.status.success(), "{line}: {output:?}");
        }
    }

    /// Runs a line, spoken to in Chinese.
    pub(crate) fn chinese_once(&self, line: &str) -> String {
        let words: Vec<_> = line.split_whitespace().collect();
        self.watched(self.command(&words).env("LANG", "zh_CN.UTF-8"), &words, TODAY)
    }

    /// Its folder.
    pub(crate) fn root(&self) -> &Path {
        self.folder.path()
    }

    /// The program with words, in the folder.
    pub(crate) fn command(&self, words: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_zhibu"));
        command.args(words).current_dir(self.root()).env_clear();
        command.env("PATH", std::env::var("PATH").unwrap()).env("HOME", self.root()).env("LANG", self.lang);
        command.env("ZHIBU_TODAY", TODAY).env("ZHIBU_SEED", "1").env("GIT_CONFIG_NOSYSTEM", "1");
        for who in ["AUTHOR", "COMMITTER"] {
            command.env(format!("GIT_{who}_NAME"), "李敏").env(format!("GIT_{who}_EMAIL"), "li-min@example.org");
        }
        command
    }

    /// Runs a line of words, parted by spaces, and gives what came of it as one text.
    pub(crate) fn run(&self, line: &str) -> String {
        self.run_words(&line.split_whitespace().collect::<Vec<_>>())
    }

    /// Runs words, and gives what came of it as one text.
    pub(crate) fn run_words(&self, words: &[&str]) -> String {
        self.watched(&mut self.command(words), words, TODAY)
    }

    /// Runs a command, looks at what it did, and gives what came of it as one text.
    #[track_caller]
    fn watched(&self, command: &mut Command, words: &[&str], today: &str) -> String {
        let before = oracle::files(self);
        let output = command.output().unwrap();
        oracle::look(self, words, today, &before, &output);
        self.told(&output)
    }

    /// Runs a line of words on a day, which is the day for git, too.
    pub(crate) fn on(&self, day: &str, line: &str) -> String {
        self.on_seeded("1", day, line)
    }

    /// The same with other ids than a plain run makes.
    pub(crate) fn on_seeded(&self, seed: &str, day: &str, line: &str) -> String {
        let words: Vec<_> = line.split_whitespace().collect();
        let mut command = self.command(&words);
        command.env("ZHIBU_TODAY", day).env("ZHIBU_SEED", seed);
        for who in ["AUTHOR", "COMMITTER"] {
            command.env(format!("GIT_{who}_DATE"), format!("{day}T19:30:00+0800"));
        }
        self.watched(&mut command, &words, day)
    }

    /// Runs git on a day, where it has to succeed.
    #[track_caller]
    pub(crate) fn git_on(&self, day: &str, words: &[&str]) {
        let mut command = Command::new("git");
        command.args(words).current_dir(self.root()).env_clear().env("PATH", std::env::var("PATH").unwrap());
        command.env("HOME", self.root()).env("GIT_CONFIG_NOSYSTEM", "1").env("GIT_EDITOR", "true");
        for who in ["AUTHOR", "COMMITTER"] {
            command.env(format!("GIT_{who}_NAME"), "王芳").env(format!("GIT_{who}_EMAIL"), "wang-fang@example.org");
            command.env(format!("GIT_{who}_DATE"), format!("{day}T08:00:00+0800"));
        }
        let output = command.output().unwrap();
        assert!(output.status.success(), "git {words:?}: {output:?}");
    }

    /// A clone of the repository, with the last commits only where a number is said.
    pub(crate) fn clone_of(&self, depth: Option<usize>) -> Self {
        let copy = Self::empty();
        let from = format!("file://{}", self.root().display());
        let depth = depth.map(|depth| format!("--depth={depth}"));
        let words = ["clone", "--quiet", &from, "."].into_iter().chain(depth.as_deref());
        copy.git_on("2026-11-23", &words.collect::<Vec<_>>());
        copy
    }

    /// Output as one text: standard output, standard error where there is any, the exit code where it is not 0; the names
    /// of commits, which change with every file of theirs, as `COMMIT`.
    pub(crate) fn told(&self, output: &Output) -> String {
        let text = |bytes: &[u8]| {
            let text = String::from_utf8(bytes.to_vec()).unwrap();
            text.replace(self.root().to_str().unwrap(), "$DIR")
        };
        let mut told = without_commits(&text(&output.stdout));
        if !output.stderr.is_empty() {
            told += &format!("--- stderr\n{}", without_commits(&text(&output.stderr)));
        }
        match output.status.code() {
            Some(0) => {}
            code => told += &format!("--- exit {code:?}\n"),
        }
        assert!(!told.contains("panicked"), "{told}");
        told
    }

    /// What a file says.
    pub(crate) fn read(&self, path: &str) -> String {
        fs::read_to_string(self.root().join(path)).unwrap()
    }

    /// Takes a file away for good: from the disk, and from what git has.
    pub(crate) fn forget(&self, path: impl AsRef<str>) {
        fs::remove_file(self.root().join(path.as_ref())).unwrap();
        self.git(&["rm", "--quiet", "--cached", "--ignore-unmatch", "--", path.as_ref()]);
    }

    /// Writes a file.
    pub(crate) fn write(&self, path: &str, text: impl AsRef<[u8]>) {
        let path = self.root().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// Runs git in the folder, and gives what it prints.
    pub(crate) fn git(&self, words: &[&str]) -> String {
        let mut command = Command::new("git");
        command.args(["-c", "core.quotePath=false", "-c", "user.name=李敏", "-c", "user.email=li-min@example.org"]);
        let output = command.args(words).current_dir(self.root()).env("HOME", self.root()).output().unwrap();
        String::from_utf8(output.stdout).unwrap() + &String::from_utf8(output.stderr).unwrap()
    }

    /// Every file but the working files and git's, with what it says; a pipe, which would make one wait, says nothing.
    pub(crate) fn files(&self) -> Vec<(PathBuf, Vec<u8>)> {
        let mut files = Vec::new();
        let mut folders = vec![self.root().to_owned()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
                let name = entry.file_name();
                match entry.file_type().unwrap().is_dir() {
                    true if name != ".zhibu" && name != ".git" => folders.push(entry.path()),
                    true => {}
                    false => {
                        let is_plain = entry.path().metadata().is_ok_and(|of| of.is_file());
                        let text = is_plain.then(|| fs::read(entry.path()).unwrap_or_default());
                        files.push((entry.path(), text.unwrap_or_default()));
                    }
                }
            }
        }
        files.sort();
        files
    }

    /// The findings of the records that contradict themselves, as `check` tells them.
    pub(crate) fn contradictions(&self) -> Vec<serde_json::Value> {
        let output = self.command(&["check", "--format", "json"]).output().unwrap();
        let findings: Vec<serde_json::Value> = serde_json::from_slice(&output.stdout).unwrap();
        findings.into_iter().filter(|finding| finding["severity"] == "error").collect()
    }

    /// Runs a line that has to be refused: nothing is written.
    #[track_caller]
    pub(crate) fn refused(&self, line: &str) -> String {
        let before = self.files();
        let told = self.run(line);
        assert!(told.contains("--- exit"), "{told}");
        assert!(self.files() == before, "something was written: {told}");
        told
    }
}

/// A text whose names of commits are masked.
pub(crate) fn without_commits(text: &str) -> String {
    let masked = |word: &str| {
        let is_commit = word.len() == 40 && word.bytes().all(|byte| byte.is_ascii_hexdigit());
        if is_commit { "COMMIT".to_owned() } else { word.to_owned() }
    };
    let mut told = String::new();
    for part in text.split_inclusive(|c: char| !c.is_ascii_alphanumeric()) {
        let word = part.trim_end_matches(|c: char| !c.is_ascii_alphanumeric());
        told += &masked(word);
        told += &part[word.len()..];
    }
    told
}
