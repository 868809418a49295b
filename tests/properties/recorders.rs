//! Several people record apart, each in a clone, and merge in any order: what comes of it is what one would have who did
//! it all.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::sync::OnceLock;

use proptest::prelude::*;
use proptest::sample::subsequence;
use tempfile::TempDir;
use zhibu::record::{Plain, Said};

/// What a recorder can do, none of it with a say in what another deed writes: who is exempt is so after every meeting; `{me}` is a person nobody else writes about, `{n}` a number that no other deed has.
const DEEDS: [&str; 14] = [
    "points award {me} commended 2 --on 2026-11-{n}",
    "points award 赵刚 commended 1 --on 2026-11-{n} --note {n}",
    "points award 赵刚 commended 1 --on 2026-10-{n}",
    "points remove {line} --why 登错 --yes",
    "study log {me} 3 --on 2026-11-{n} --title {n}",
    "talk log 赵刚 {me} --on 2026-11-{n}",
    "meeting log 党课 --on 2026-10-{n}",
    "meeting attend 2026-11-20 --late {me}",
    "meeting edit {meeting} --place {n}",
    "member edit {me} --note {n}",
    "member edit {me} --class elder --from 2026-11-30",
    "plan add 活动{n} 2026-12-{n}",
    "request log 材料{n} --from 街道 --until 2026-12-{n}",
    "issue open 问题{n} --owner {me} --deadline 2026-12-{n}",
];

const PEOPLE: [&str; 3] = ["孙磊", "王芳", "李敏"];

fn zhibu(dir: &Path, seed: usize, words: &[&str]) -> std::process::Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_zhibu"));
    command.args(words).env("ZHIBU_TODAY", "2026-11-30").env("ZHIBU_SEED", seed.to_string()).env("LANG", "en");
    at_home(&mut command, dir).output().unwrap()
}

fn git(dir: &Path, words: &[&str]) -> String {
    let output = at_home(Command::new("git").args(words), dir).output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "git {words:?}: {said}");
    said
}

fn at_home<'c>(command: &'c mut Command, dir: &Path) -> &'c mut Command {
    command.current_dir(dir).env("HOME", dir).env("GIT_CONFIG_NOSYSTEM", "1").env("GIT_EDITOR", "true");
    for who in ["AUTHOR", "COMMITTER"] {
        command.env(format!("GIT_{who}_NAME"), "李敏").env(format!("GIT_{who}_EMAIL"), "li-min@example.org");
    }
    command
}

/// A branch with a person, a meeting and an award for each recorder.
fn begun() -> &'static (TempDir, Vec<String>) {
    static BEGUN: OnceLock<(TempDir, Vec<String>)> = OnceLock::new();
    BEGUN.get_or_init(|| {
        let dir = tempfile::tempdir().unwrap();
        let done = |seed: usize, line: &str| {
            let output = zhibu(dir.path(), seed, &line.split_whitespace().collect::<Vec<_>>());
            assert!(output.status.success(), "{line}: {output:?}");
        };
        done(0, "init . --name 站南");
        done(0, "member add 赵刚 -s full --from 2010-01-01 --post secretary --post-from 2024-01-01");
        for (at, person) in PEOPLE.iter().enumerate() {
            done(0, &format!("member add {person} -s full --from 2012-01-01"));
            done(0, &format!("meeting log 党课 --on 2026-11-2{at}"));
            done(at + 1, &format!("points award {person} commended 1 --on 2026-11-01"));
        }
        let ledger = fs::read_to_string(dir.path().join("points/2026-11.toml")).unwrap();
        let ids = PEOPLE.iter().zip(["sun-lei", "wang-fang", "li-min"]).map(|(_, member)| {
            let line = ledger.lines().find(|line| line.contains(&format!("member = \"{member}\""))).unwrap();
            line.split('"').nth(1).unwrap().to_owned()
        });
        let ids = ids.collect();
        (dir, ids)
    })
}

fn copy(from: &Path) -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    assert!(Command::new("cp").arg("-r").arg(from.join(".")).arg(dir.path()).status().unwrap().success());
    dir
}

/// What every file says, whatever the order of its lines.
fn said(dir: &Path) -> BTreeMap<String, Vec<String>> {
    let mut said = BTreeMap::new();
    let mut folders = vec![dir.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
            let path = entry.path();
            if path.is_dir() && !path.ends_with(".git") && !path.ends_with(".zhibu") {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "toml") {
                let plain = Plain::of(&fs::read_to_string(&path).unwrap()).expect("TOML");
                let keys = plain.keys.into_iter().map(|(key, value)| match value {
                    Said::List(mut items) => {
                        items.sort_by_key(ToString::to_string);
                        format!("{key} = {}", Said::List(items))
                    }
                    value => format!("{key} = {value}"),
                });
                let entries =
                    plain.entries.into_iter().map(|entry| format!("{} {}", entry.list, Said::Table(entry.keys)));
                let mut lines: Vec<_> = keys.chain(entries).collect();
                lines.sort();
                said.insert(path.strip_prefix(dir).unwrap().display().to_string(), lines);
            }
        }
    }
    said
}

proptest! {
    #![proptest_config(ProptestConfig { cases: crate::cases(8), failure_persistence: None, max_shrink_iters: 12, ..ProptestConfig::default() })]

    #[test]
    fn what_several_record_apart_is_what_one_would_have_recorded(
        deeds in prop::collection::vec(subsequence((0..DEEDS.len()).collect::<Vec<_>>(), 1..5), 3),
        order in Just(vec![0_usize, 1, 2]).prop_shuffle(),
        chain: bool,
    ) {
        let (begun, lines) = begun();
        let alone = copy(begun.path());
        let clones: Vec<_> = PEOPLE.iter().map(|_| {
            let dir = tempfile::tempdir().unwrap();
            git(dir.path(), &["clone", "--quiet", begun.path().to_str().unwrap(), "."]);
            dir
        }).collect();
        for (recorder, deeds) in deeds.iter().enumerate() {
            for deed in deeds {
                let number = format!("{:02}", 1 + recorder + 3 * (deed % 9));
                let words = DEEDS[*deed].replace("{me}", PEOPLE[recorder]).replace("{n}", &number);
                let words = words.replace("{line}", &lines[recorder]).replace("{meeting}", &format!("2026-11-2{recorder}"));
                let words: Vec<_> = words.split_whitespace().collect();
                let seed = 100 + recorder * 100 + deed;
                for dir in [clones[recorder].path(), alone.path()] {
                    let output = zhibu(dir, seed, &words);
                    prop_assert!(output.status.success(), "{words:?}: {output:?}");
                }
            }
        }
        let pull = |into: usize, from: usize| {
            let from = clones[order[from]].path().to_str().unwrap();
            git(clones[order[into]].path(), &["pull", "--quiet", "--no-rebase", "--no-edit", from, "HEAD"]);
        };
        if chain {
            pull(1, 2);
            pull(0, 1);
        } else {
            pull(0, 1);
            pull(0, 2);
        }
        let merged = clones[order[0]].path();
        prop_assert_eq!(said(merged), said(alone.path()));
        prop_assert_eq!(git(merged, &["status", "--porcelain"]), "");
        pull(2, 0);
        prop_assert_eq!(said(clones[order[2]].path()), said(merged), "whoever merges, the records are the same");
    }
}
