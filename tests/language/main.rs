//! Chinese and English: help, mistakes in a call, and which language is spoken.

#![allow(clippy::unwrap_used)]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::{Command, ExitCode, Output};

use zhibu::words::{Lang, VALUE_NAMES_ZH, all_help_zh, commands_with_examples, examples, help_zh};

fn run_in(dir: &Path, words: &[&str], env: &[(&str, &str)]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_zhibu"));
    command.args(words).current_dir(dir).env_clear().env("ZHIBU_TODAY", "2026-11-23");
    command.envs(env.iter().copied()).output().unwrap()
}

fn run(words: &[&str], env: &[(&str, &str)]) -> Output {
    run_in(&Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/zhannan"), words, env)
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

/// Every command, by its path of names.
fn commands() -> Vec<(String, clap::Command)> {
    let mut all = vec![(String::new(), zhibu::cmd::command())];
    let mut at = 0;
    while let Some((path, command)) = all.get(at).cloned() {
        let below = command.get_subcommands();
        all.extend(below.map(|one| (format!("{path} {}", one.get_name()).trim().to_owned(), one.clone())));
        at += 1;
    }
    all
}

#[test]
fn every_command_argument_and_value_has_help_in_both_languages() {
    let mut known = BTreeSet::new();
    let mut missing = Vec::new();
    for (path, command) in commands() {
        let mut parts = vec![(String::new(), command.get_about().map(ToString::to_string))];
        if let Some(long) = command.get_long_about() {
            parts.push(("more".into(), Some(long.to_string())));
        }
        // What every command takes is told once, of the program.
        let own = |arg: &&clap::Arg| {
            !matches!(arg.get_id().as_str(), "help" | "version") && (path.is_empty() || !arg.is_global_set())
        };
        for arg in command.get_arguments().filter(own) {
            parts.push((arg.get_id().to_string(), arg.get_help().map(ToString::to_string)));
            if arg.get_action().takes_values() {
                let values = arg.get_possible_values();
                let value = |value: &clap::builder::PossibleValue| {
                    (format!("{}={}", arg.get_id(), value.get_name()), value.get_help().map(ToString::to_string))
                };
                parts.extend(values.iter().map(value));
            }
        }
        for (part, english) in parts {
            if english.is_none_or(|english| english.is_empty()) || help_zh(&path, &part).is_none() {
                missing.push(format!("{path}: {part}"));
            }
            known.insert((path.clone(), part));
        }
    }
    assert!(missing.is_empty(), "without help in one of the languages: {missing:#?}");
    let written = all_help_zh().flat_map(|(path, parts)| parts.iter().map(move |(part, _)| (*path, *part)));
    let stray: Vec<_> = written.filter(|(path, part)| !known.contains(&((*path).into(), (*part).into()))).collect();
    assert!(stray.is_empty(), "belongs to nothing: {stray:#?}");
    let mut told = BTreeSet::new();
    let twice: Vec<_> = all_help_zh().map(|(path, _)| path).filter(|path| !told.insert(*path)).collect();
    assert!(twice.is_empty(), "told in two places: {twice:#?}");
}

#[test]
fn every_name_of_a_value_has_a_chinese_one() {
    let mut used: BTreeSet<_> = ["COMMAND", "OPTIONS"].map(str::to_owned).into();
    for (_, mut command) in commands() {
        command.build();
        let valued = command.get_arguments().filter(|arg| arg.get_action().takes_values());
        used.extend(valued.flat_map(|arg| arg.get_value_names().unwrap_or_default()).map(ToString::to_string));
    }
    assert_eq!(VALUE_NAMES_ZH.iter().map(|(en, _)| (*en).to_owned()).collect::<BTreeSet<_>>(), used);
}

#[test]
fn every_example_is_a_call_of_its_command() {
    let paths: BTreeSet<_> = commands().into_iter().map(|(path, _)| path).collect();
    for path in commands_with_examples() {
        assert!(paths.contains(path), "there is no command {path}");
        for example in examples(path) {
            for lang in [Lang::Zh, Lang::En] {
                let call = example.call.get(lang);
                assert!(call.starts_with(&format!("zhibu {path}")), "{call} is no example of {path}");
                let read = zhibu::cmd::command().try_get_matches_from(call.split(' '));
                assert!(read.is_ok(), "{call}: {read:?}");
            }
        }
    }
    for path in
        ["init", "member add", "meeting log", "meeting attend", "points award", "points explain", "export", "check"]
    {
        assert!(!examples(path).is_empty(), "{path} has no example");
    }
}

#[test]
fn the_program_alone_shows_its_short_help() {
    for (words, first) in [(&[][..], "Keep the records"), (&["--lang", "zh"], "用普通文件"), (&["-q"], "Keep")] {
        let output = run_in(Path::new("/"), words, &[]);
        assert_eq!((output.status.code(), text(&output.stderr)), (Some(0), String::new()));
        assert!(text(&output.stdout).starts_with(first), "{words:?}");
    }
}

#[test]
fn clap_finds_no_clash_of_flags() {
    zhibu::cmd::command().debug_assert();
}

/// The whole help of every command, a page for the program and one for each noun.
fn reference(lang: &str) -> BTreeMap<String, String> {
    let mut pages: BTreeMap<String, String> = BTreeMap::new();
    for (path, _) in commands() {
        let words: Vec<_> = path.split_whitespace().chain(["--help", "--lang", lang]).collect();
        let output = run(&words, &[]);
        assert!(output.status.success() && output.stderr.is_empty(), "{path}: {output:?}");
        let noun = path.split(' ').next().filter(|noun| !noun.is_empty()).unwrap_or("zhibu");
        let page = format!("$ zhibu {path} --help\n{}\n", text(&output.stdout));
        *pages.entry(noun.to_owned()).or_default() += &page;
    }
    pages
}

/// Each page is as it was kept, and none is kept of a noun that is no more.
fn is_kept(pages: &BTreeMap<String, String>, folder: &str) {
    let kept = std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/language").join(folder)).unwrap();
    let kept = kept.filter_map(|file| file.unwrap().file_name().to_str()?.strip_suffix(".snap").map(str::to_owned));
    let stray: Vec<_> = kept.filter(|noun| !pages.contains_key(noun)).collect();
    assert!(stray.is_empty(), "{folder} has pages of commands that are no more: {stray:?}");
    insta::with_settings!({ snapshot_path => folder, prepend_module_to_snapshot => false }, {
        for (noun, page) in pages {
            insta::assert_snapshot!(noun.as_str(), page);
        }
    });
}

#[test]
fn the_reference_in_english() {
    is_kept(&reference("en"), "help/en");
}

#[test]
fn the_reference_in_chinese() {
    let pages = reference("zh");
    for (noun, page) in &pages {
        for english in ["Usage", "Options", "Arguments", "default", "possible", "<DATE>", "<WHO>"] {
            assert!(!page.contains(english), "{noun}: {english}");
        }
    }
    is_kept(&pages, "help/zh");
}

#[test]
fn mistakes_in_a_call_are_told_in_both_languages() {
    let calls = [
        "meetng",
        "meeting",
        "meeting logg",
        "meeting log",
        "meeting log general --on",
        "meeting log general --onn 11-05",
        "member list extra",
        "member list --format xml",
        "--lang fr check",
        "report ponts",
        "meeting attend 11-05",
        "member post zg secretary --from 2026-01-01 --until 2026-01-02",
        "export",
        "points award 孙磊 complaint -5",
        "-x",
        "--lang",
        "--lang en --lang en check",
        "--quiet=yes check",
        "member add 赵刚 --standing",
        "member edit 赵刚",
        "member edit 赵刚 --from today",
        "group edit 刑侦",
        "export --month 2026-10 --table meetins",
        "meeting log general --votes 7,0,1",
        "-C somewhere/else meeting bogus",
    ];
    let told =
        calls.iter().flat_map(|call| ["en_US.UTF-8", "zh_CN.UTF-8"].map(|lang| (call, lang))).map(|(call, lang)| {
            let output = run(&call.split(' ').collect::<Vec<_>>(), &[("LANG", lang)]);
            assert_eq!((output.status.code(), text(&output.stdout)), (Some(2), String::new()), "{call}");
            format!("$ zhibu {call}\n{}", text(&output.stderr))
        });
    insta::assert_snapshot!("mistakes", told.collect::<String>());
}

#[test]
fn the_version_tells_the_schema_and_the_commit_in_any_language() {
    let told = |word, lang| text(&run(&[word], &[("LANG", lang)]).stdout);
    let (line, whole) = (told("-V", "en_US.UTF-8"), told("--version", "en_US.UTF-8"));
    let version = env!("CARGO_PKG_VERSION");
    let commit = option_env!("ZHIBU_COMMIT").unwrap_or_default();
    if commit.is_empty() {
        assert_eq!((line, whole), (format!("zhibu {version}\n"), format!("zhibu {version}\nschema: 2\n")));
        return;
    }
    let (hash, _) = commit.split_once(' ').unwrap_or((commit, ""));
    assert!(line.starts_with(&format!("zhibu {version} ({}", &hash[..9])), "{line}");
    assert!(line.ends_with(")\n") && line.lines().count() == 1, "{line}");
    assert!(whole.starts_with(&format!("{line}schema: 2\ncommit-hash: {hash}\n")), "{whole}");
    assert_eq!((told("-V", "zh_CN.UTF-8"), told("--version", "zh_CN.UTF-8")), (line, whole));
}

#[test]
fn a_wrong_day_of_the_environment_is_told() {
    let output = run(&["member", "list"], &[("ZHIBU_TODAY", "soon"), ("LANG", "en_US.UTF-8")]);
    assert_eq!(output.status.code(), Some(2));
    let told = text(&output.stderr);
    assert!(told.starts_with("error: ") && told.contains("ZHIBU_TODAY") && told.contains("soon"), "{told}");
}

#[test]
fn lang_beats_the_locale_which_beats_zhibu_toml() {
    let spoken = |words: &[&str], env: &[(&str, &str)]| {
        let words: Vec<_> = words.iter().copied().chain(["meeting", "list", "-p", "2026-10"]).collect();
        if text(&run(&words, env).stdout).starts_with("日期") { "zh" } else { "en" }
    };
    // The example's `zhibu.toml` says zh.
    assert_eq!(spoken(&[], &[]), "zh");
    assert_eq!(spoken(&[], &[("LANG", "en_US.UTF-8")]), "en");
    assert_eq!(spoken(&["--lang", "zh"], &[("LANG", "en_US.UTF-8")]), "zh");
    assert_eq!(spoken(&["--lang=en"], &[("LANG", "zh_CN.UTF-8")]), "en");
    assert_eq!(spoken(&[], &[("LANG", "en_US.UTF-8"), ("LC_ALL", "zh_CN.UTF-8")]), "zh");
    assert_eq!(spoken(&[], &[("LANG", "C.UTF-8")]), "zh");
    assert_eq!(spoken(&[], &[("LC_ALL", "POSIX")]), "zh");
    assert_eq!(spoken(&[], &[("LANG", "fr_FR.UTF-8")]), "zh");
    let outside = tempfile::tempdir().unwrap();
    assert!(text(&run_in(outside.path(), &["check"], &[]).stderr).starts_with("error: "));
    assert!(text(&run_in(outside.path(), &["check"], &[("LANG", "zh_CN.UTF-8")]).stderr).starts_with("错误："));
}

#[test]
fn the_same_command_gives_the_same_bytes_under_every_locale() {
    for words in [
        &["export", "--month", "2026-10", "--table", "points_detail"][..],
        &["report", "attendance", "--period", "2026", "--format", "json", "--lang", "en"],
        &["points", "explain", "sun-lei", "--period", "2026", "--lang", "zh"],
    ] {
        let once = run(words, &[("LC_ALL", "C")]).stdout;
        assert!(!once.is_empty());
        for locale in ["C.UTF-8", "zh_CN.UTF-8", "de_DE.UTF-8"] {
            assert!(run(words, &[("LC_ALL", locale)]).stdout == once, "{words:?} under {locale}");
        }
    }
}

#[test]
fn init_writes_the_language_it_was_spoken_to_in_and_exports_follow_it() {
    let outside = tempfile::tempdir().unwrap();
    for (folder, words, env, lang, heading) in [
        ("a", &[][..], &[][..], "en", "meeting,"),
        ("b", &["--lang", "zh"], &[("LANG", "en_US.UTF-8")], "zh", "会议编号,"),
        ("c", &[], &[("LC_MESSAGES", "zh_CN.UTF-8"), ("LANG", "en_US.UTF-8")], "zh", "会议编号,"),
    ] {
        let init: Vec<_> = words.iter().copied().chain(["--no-commit", "init", folder, "--name", "X"]).collect();
        assert!(run_in(outside.path(), &init, env).status.success());
        let settings = std::fs::read_to_string(outside.path().join(folder).join("zhibu.toml")).unwrap();
        assert!(settings.contains(&format!("\nlang = \"{lang}\"\n")), "{settings}");
        let export = ["-C", folder, "export", "--month", "2026-10", "--table", "meetings"];
        for locale in ["zh_CN.UTF-8", "en_US.UTF-8", "C"] {
            let table = text(&run_in(outside.path(), &export, &[("LC_ALL", locale)]).stdout);
            assert!(table.starts_with(heading), "{folder} under {locale}: {table}");
        }
        let asked: Vec<_> = export.into_iter().chain(["--lang", "en"]).collect();
        assert!(text(&run_in(outside.path(), &asked, &[("LANG", "zh_CN.UTF-8")]).stdout).starts_with("meeting,"));
    }
}

#[test]
fn two_calls_in_one_process_are_each_their_own() {
    let folder = tempfile::tempdir().unwrap();
    let run = |dir: &str, words: &[&str]| {
        let dir = folder.path().join(dir);
        std::fs::create_dir_all(&dir).unwrap();
        let call =
            ["zhibu", "-C", dir.to_str().unwrap(), "--quiet", "--no-commit"].into_iter().chain(words.iter().copied());
        zhibu::run(call.map(std::ffi::OsString::from))
    };
    let read = |path: &str| std::fs::read_to_string(folder.path().join(path)).unwrap();
    let (done, misread) = (ExitCode::SUCCESS, ExitCode::from(2));
    assert_eq!(run("one", &["--lang", "zh", "init", "--name", "甲"]), done);
    assert_eq!(run("two", &["--lang", "en", "init", "--name", "B", "--rulebook", "association"]), done);
    assert_eq!(run("one", &["group", "add", "office", "--nam", "内勤"]), misread);
    assert_eq!(run("two", &["group", "add", "Outdoors", "--id", "out"]), done);
    assert_eq!(run("one", &["group", "add", "内勤", "--id", "in"]), done);
    assert!(read("one/zhibu.toml").contains("name = \"甲\"") && read("one/zhibu.toml").contains("lang = \"zh\""));
    assert!(read("two/zhibu.toml").contains("name = \"B\"") && read("two/zhibu.toml").contains("lang = \"en\""));
    assert!(read("one/groups/in.toml").contains("内勤") && read("two/groups/out.toml").contains("Outdoors"));
    assert!(!folder.path().join("one/groups/out.toml").exists() && !folder.path().join("two/groups/in.toml").exists());
}
