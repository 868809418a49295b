//! Two recorders edit one award and merge each other's states in any order, criss-cross too: no value that somebody wrote
//! gives way without a word, but to one that was written by somebody who had seen it.

use std::fs;
use std::path::Path;
use std::process::Command;

use proptest::prelude::*;
use tempfile::TempDir;

/// What a recorder does next.
#[derive(Clone, Debug)]
enum Deed {
    /// Writes points that nobody wrote before.
    Edits,
    /// Takes the award out of the ledger.
    TakesOut,
    /// Merges what the other one has, or had one commit ago; of a clash one side is taken.
    Merges { earlier: bool, ours: bool },
}

fn deeds() -> impl Strategy<Value = Vec<(bool, Deed)>> {
    let deed = prop_oneof![
        4 => Just(Deed::Edits),
        1 => Just(Deed::TakesOut),
        6 => (any::<bool>(), any::<bool>()).prop_map(|(earlier, ours)| Deed::Merges { earlier, ours }),
    ];
    prop::collection::vec((any::<bool>(), deed), 4..10)
}

const LEDGER: &str = "points/2026-11.toml";

fn run(dir: &Path, program: &str, words: &[&str]) -> (bool, String) {
    let mut command = Command::new(program);
    command
        .args(words)
        .current_dir(dir)
        .env("HOME", dir)
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .env("ZHIBU_TODAY", "2026-11-30");
    for who in ["AUTHOR", "COMMITTER"] {
        command.env(format!("GIT_{who}_NAME"), "李敏").env(format!("GIT_{who}_EMAIL"), "li-min@example.org");
    }
    let output = command.output().unwrap();
    (output.status.success(), String::from_utf8_lossy(&output.stdout).into_owned())
}

fn git(dir: &Path, words: &[&str]) -> String {
    let (done, said) = run(dir, "git", words);
    assert!(done, "git {words:?}: {said}");
    said.trim().to_owned()
}

fn zhibu(dir: &Path, words: &[&str]) -> bool {
    run(dir, env!("CARGO_BIN_EXE_zhibu"), words).0
}

/// The points of the award in a ledger; none where it is not there.
fn points(ledger: &str) -> Option<String> {
    let line = ledger.lines().find(|line| line.contains("item = \"commended\""))?;
    Some(line.split("points = ").nth(1)?.split([',', ' ']).next()?.to_owned())
}

fn points_at(dir: &Path, commit: &str) -> Option<String> {
    // Who takes the only line out may leave no file.
    let (is_there, ledger) = run(dir, "git", &["show", &format!("{commit}:{LEDGER}")]);
    points(&ledger).filter(|_| is_there)
}

/// Two clones of a branch with an award.
fn recorders() -> [TempDir; 2] {
    let [one, other] = [(), ()].map(|()| tempfile::tempdir().unwrap());
    let lines: [&[&str]; 3] = [
        &["init", ".", "--name", "站南"],
        &["member", "add", "孙磊", "-s", "full", "--from", "2012-01-01"],
        &["points", "award", "孙磊", "commended", "5", "--on", "2026-11-20"],
    ];
    assert!(lines.iter().all(|line| zhibu(one.path(), line)));
    git(other.path(), &["clone", "--quiet", one.path().to_str().unwrap(), "."]);
    // The first commit in a clone has git merge record by record.
    assert!(zhibu(other.path(), &["member", "edit", "孙磊", "--note", "x"]));
    git(other.path(), &["reset", "--quiet", "--hard", "HEAD~1"]);
    [one, other]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: crate::cases(10), failure_persistence: None, max_shrink_iters: 16, ..ProptestConfig::default() })]

    #[test]
    fn nothing_that_was_written_gives_way_without_a_word(deeds in deeds()) {
        let recorders = recorders();
        let mut next = 6;
        for (who, deed) in deeds {
            let (own, other) = (recorders[usize::from(who)].path(), recorders[usize::from(!who)].path());
            let ledger = fs::read_to_string(own.join(LEDGER)).unwrap();
            match deed {
                Deed::Edits => {
                    let Some(now) = points(&ledger) else { continue };
                    let new = ledger.replace(&format!("points = {now}"), &format!("points = {next}"));
                    fs::write(own.join(LEDGER), new).unwrap();
                    git(own, &["commit", "--quiet", "-am", "edit"]);
                    next += 1;
                }
                Deed::TakesOut => {
                    let rest = ledger.lines().filter(|line| !line.contains("item = \"commended\""));
                    let rest = rest.map(|line| format!("{line}\n")).collect::<String>();
                    if rest != ledger {
                        fs::write(own.join(LEDGER), rest).unwrap();
                        git(own, &["commit", "--quiet", "-am", "take out"]);
                    }
                }
                Deed::Merges { earlier, ours } => {
                    let theirs = git(other, &["rev-list", "-2", "--first-parent", "HEAD"]);
                    let theirs = theirs.lines().nth(usize::from(earlier)).unwrap_or("HEAD").to_owned();
                    git(own, &["fetch", "--quiet", other.to_str().unwrap(), "HEAD"]);
                    let bases = git(own, &["merge-base", "--all", "HEAD", &theirs]);
                    let before = points_at(own, "HEAD");
                    let (clean, _) = run(own, "git", &["merge", "--quiet", "--no-edit", &theirs]);
                    if clean {
                        let (there, now) = (points_at(own, &theirs), points_at(own, "HEAD"));
                        prop_assert!(now == before || now == there, "{now:?} of {before:?} and {there:?}");
                        for side in [before, there].into_iter().filter(|side| *side != now) {
                            // Who gave way had written nothing since any state that both have.
                            let unseen: Vec<_> = bases.lines().filter(|base| points_at(own, base) != side).collect();
                            prop_assert!(unseen.is_empty(), "{side:?} gave way to {now:?} without a word");
                        }
                    } else {
                        zhibu(own, &["resolve", if ours { "--ours" } else { "--theirs" }]);
                        prop_assert_eq!(git(own, &["status", "--porcelain"]), "", "settled");
                    }
                }
            }
        }
    }
}
