//! Two recorders write in the same records and in records of their own, and merge each other's states in any order,
//! criss-cross too: no value that somebody wrote gives way without a word, but to one that was written by somebody who
//! had seen it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::Command;

use proptest::prelude::*;
use tempfile::TempDir;
use zhibu::record::{Plain, Said};

/// What a recorder does next. Whatever is written, nobody wrote before.
#[derive(Clone, Debug)]
enum Deed {
    /// Writes another value where one of these stands.
    Edits(usize),
    /// Takes one of two awards out of the ledger, or one of those that were added.
    TakesOut(usize),
    /// Strikes one of two awards.
    Strikes(usize),
    /// Adds an award.
    Awards,
    /// Adds a person.
    Adds,
    /// Gives a person, or the group, a new name from a day on.
    Renames(usize),
    /// Deletes the file of the meeting.
    Deletes,
    /// Merges what the other one has, or had one commit ago; of a clash one side is taken.
    Merges { earlier: bool, ours: bool },
}

fn deeds() -> impl Strategy<Value = Vec<(bool, Deed)>> {
    let deed = prop_oneof![
        6 => (0..FIELDS.len()).prop_map(Deed::Edits),
        1 => (0_usize..3).prop_map(Deed::TakesOut),
        1 => (0_usize..2).prop_map(Deed::Strikes),
        1 => Just(Deed::Awards),
        1 => Just(Deed::Adds),
        2 => (0..BEARERS.len()).prop_map(Deed::Renames),
        1 => Just(Deed::Deletes),
        9 => (any::<bool>(), any::<bool>()).prop_map(|(earlier, ours)| Deed::Merges { earlier, ours }),
    ];
    prop::collection::vec((any::<bool>(), deed), 6..16)
}

const LEDGER: &str = "points/2026-11.toml";
const MEETING: &str = "meetings/2026/2026-11-20-theme-day.toml";

/// The awards that everybody begins with.
const AWARDS: [&str; 2] = ["aaaaa2", "bbbbb2"];

/// Where values stand: in which file, in which lines, and between what.
const FIELDS: [(&str, &str, &str, &str); 8] = [
    (LEDGER, AWARDS[0], "points = ", ","),
    (LEDGER, AWARDS[0], "note = \"", "\""),
    (LEDGER, AWARDS[1], "points = ", ","),
    (LEDGER, AWARDS[1], "note = \"", "\""),
    (MEETING, "place", "place = \"", "\""),
    (MEETING, "recorder", "recorder = \"", "\""),
    (BEARERS[0], "note", "note = \"", "\""),
    (BEARERS[1], "note", "note = \"", "\""),
];

/// The files of those who may get another name.
const BEARERS: [&str; 3] = ["members/sun-lei.toml", "members/wang-fang.toml", "groups/criminal.toml"];

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

/// Two clones of a branch with people, a group, a meeting and two awards.
fn recorders() -> [TempDir; 2] {
    let [one, other] = [(), ()].map(|()| tempfile::tempdir().unwrap());
    let lines: [&[&str]; 4] = [
        &["init", ".", "--name", "站南"],
        &["group", "add", "刑侦", "--id", "criminal", "--from", "2012-01-01"],
        &["member", "add", "孙磊", "-s", "full", "--from", "2012-01-01", "--note", "n1"],
        &["member", "add", "王芳", "-s", "full", "--from", "2012-01-01", "--note", "n1"],
    ];
    assert!(lines.iter().all(|line| zhibu(one.path(), line)));
    let meeting = "kind = \"theme-day\"\ndate = 2026-11-20\nplace = \"n1\"\nrecorder = \"n1\"\npresent = [\n  \"sun-lei\",\n  \"wang-fang\",\n]\n";
    let award = |id: &str| award(id, 1);
    let ledger = format!("entries = [\n{}]\n", AWARDS.map(award).concat());
    for (path, text) in [(MEETING, meeting), (LEDGER, &ledger)] {
        fs::create_dir_all(one.path().join(path).parent().unwrap()).unwrap();
        fs::write(one.path().join(path), text).unwrap();
    }
    commit(one.path());
    git(other.path(), &["clone", "--quiet", one.path().to_str().unwrap(), "."]);
    // The first commit in a clone has git merge record by record.
    assert!(zhibu(other.path(), &["member", "edit", "孙磊", "--note", "x"]));
    git(other.path(), &["reset", "--quiet", "--hard", "HEAD~1"]);
    [one, other]
}

fn award(id: &str, n: usize) -> String {
    format!(
        "  {{ id = \"{id}\", date = 2026-11-20, member = \"sun-lei\", item = \"commended\", points = {n}, note = \"n{n}\" }},\n"
    )
}

fn commit(dir: &Path) {
    git(dir, &["add", "--all"]);
    // What changed nothing is no commit.
    run(dir, "git", &["commit", "--quiet", "-m", "x"]);
}

/// What a deed makes of a file; none where there is nothing to do it to.
fn edited(text: &str, line: &str, before: &str, after: &str, value: &str) -> Option<String> {
    let mut done = false;
    let lines = text.split_inclusive('\n').map(|one| {
        let within = || {
            let from = one.find(before)? + before.len();
            Some(from..from + one[from..].find(after)?)
        };
        match within().filter(|_| !done && one.contains(line)) {
            None => one.to_owned(),
            Some(span) => {
                done = true;
                let mut new = one.to_owned();
                new.replace_range(span, value);
                new
            }
        }
    });
    let text: String = lines.collect();
    done.then_some(text)
}

/// Does what is no merge.
fn does(dir: &Path, deed: &Deed, next: usize) {
    let change = |path: &str, change: &dyn Fn(&str) -> Option<String>| {
        let file = dir.join(path);
        if let Some(new) = fs::read_to_string(&file).ok().and_then(|text| change(&text)) {
            fs::write(file, new).unwrap();
        }
    };
    let of_line = |id: &str, what: &dyn Fn(&str) -> String| {
        change(LEDGER, &|text| {
            let line = |line: &str| if line.contains(id) { what(line) } else { line.to_owned() };
            Some(text.split_inclusive('\n').map(line).collect())
        });
    };
    match deed {
        Deed::Edits(field) => {
            let (path, line, before, after) = FIELDS[*field];
            let value = if before.ends_with('"') { format!("n{next}") } else { next.to_string() };
            change(path, &|text| edited(text, line, before, after, &value));
        }
        Deed::TakesOut(which) => of_line(AWARDS.get(*which).unwrap_or(&"\"n"), &|_| String::new()),
        Deed::Strikes(which) => of_line(AWARDS[*which], &|line| match line.contains("struck") {
            true => line.to_owned(),
            false => line.replace(" },", &format!(", struck = \"n{next}\" }},")),
        }),
        Deed::Awards => change(LEDGER, &|text| {
            let new = award(&format!("n{next:05}").replace('1', "x").replace('0', "y"), next);
            Some(text.replacen("entries = [\n", &format!("entries = [\n{new}"), 1))
        }),
        Deed::Adds => {
            let text = format!("name = \"n{next}\"\n\n[[standing]]\nis = \"staff\"\nfrom = 2026-01-01\n");
            fs::write(dir.join(format!("members/n{next}.toml")), text).unwrap();
        }
        Deed::Renames(whose) => change(BEARERS[*whose], &|text| {
            let was = text.split("name = \"").nth(1)?.split('"').next()?.to_owned();
            let new = edited(text, "name", "name = \"", "\"", &format!("名{next}"))?;
            Some(format!("{new}\n[[former]]\nname = \"{was}\"\nuntil = 2026-11-{:02}\n", next % 28 + 1))
        }),
        Deed::Deletes => drop(fs::remove_file(dir.join(MEETING))),
        Deed::Merges { .. } => {}
    }
    commit(dir);
}

/// What the records of a commit say: by file, record and key; of what has no key of its own, that it is there.
fn said(dir: &Path, commit: &str) -> BTreeMap<(String, String), String> {
    let mut said = BTreeMap::new();
    for path in git(dir, &["ls-tree", "-r", "--name-only", commit]).lines() {
        if path.starts_with("rules/") || !path.ends_with(".toml") {
            continue;
        }
        let plain = Plain::of(&git(dir, &["show", &format!("{commit}:{path}")])).expect("TOML");
        let mut say = |record: String, key: &str, value: &Said| {
            let items = if let Said::List(items) = value { items.clone() } else { vec![] };
            let of = |key: String| (format!("{path} {record}"), key);
            said.extend(items.iter().map(|item| (of(format!("{key} {item}")), "there".to_owned())));
            // A list that has nothing left says nothing more: what it had is told item by item.
            if !matches!(value, Said::List(_)) {
                said.insert(of(key.to_owned()), value.to_string());
            }
        };
        plain.keys.iter().for_each(|(key, value)| say(String::new(), key, value));
        for entry in &plain.entries {
            let whole = Said::Table(entry.keys.clone());
            match entry.keys.get("id") {
                Some(id) => entry.keys.iter().for_each(|(key, value)| say(id.to_string(), key, value)),
                None => say(String::new(), &format!("{} {whole}", entry.list), &Said::Bare("there".to_owned())),
            }
        }
    }
    said
}

/// Does what recorders do, and asks of every merge whether something gave way.
fn holds(deeds: Vec<(bool, Deed)>) -> Result<(), TestCaseError> {
    let recorders = recorders();
    for (next, (who, deed)) in (2..).zip(deeds) {
        let (own, other) = (recorders[usize::from(who)].path(), recorders[usize::from(!who)].path());
        let Deed::Merges { earlier, ours } = deed else {
            does(own, &deed, next);
            continue;
        };
        let theirs = git(other, &["rev-list", "-2", "--first-parent", "HEAD"]);
        let theirs = theirs.lines().nth(usize::from(earlier)).unwrap_or("HEAD").to_owned();
        git(own, &["fetch", "--quiet", other.to_str().unwrap(), "HEAD"]);
        let bases = git(own, &["merge-base", "--all", "HEAD", &theirs]);
        let bases: Vec<_> = bases.lines().collect();
        // What the states that both have were made of: what one of them alone changed is no dispute among them.
        let root = said(own, &git(own, &[&["merge-base", "--octopus"], &bases[..]].concat()));
        let bases: Vec<_> = bases.into_iter().map(|base| said(own, base)).collect();
        let (before, there) = (said(own, "HEAD"), said(own, &theirs));
        let (clean, _) = run(own, "git", &["merge", "--quiet", "--no-edit", &theirs]);
        if !clean {
            zhibu(own, &["resolve", if ours { "--ours" } else { "--theirs" }]);
            prop_assert_eq!(git(own, &["status", "--porcelain"]), "", "settled");
        }
        let now = said(own, "HEAD");
        // A record that one side alone touched is in no dispute.
        let touched: BTreeSet<_> = [&before, &there]
            .map(|side| {
                let keys = side.keys().chain(bases.iter().flat_map(BTreeMap::keys));
                let touched = keys.filter(|key| bases.iter().any(|base| base.get(key) != side.get(key)));
                touched.map(|(record, _)| record.clone()).collect::<BTreeSet<_>>()
            })
            .into_iter()
            .reduce(|ours, theirs| &ours & &theirs)
            .unwrap();
        for key in before.keys().chain(there.keys()).chain(now.keys()).collect::<BTreeSet<_>>() {
            let (before, there, now) = (before.get(key), there.get(key), now.get(key));
            prop_assert!(now == before || now == there, "{key:?}: {now:?} of {before:?} and {there:?}");
            for side in [before, there].into_iter().filter(|side| *side != now) {
                // Who gave way had written nothing since the states that both have, which agree, or was asked.
                let is_new = |said: &Option<&String>| bases.len() == 1 || *said != root.get(key);
                let in_bases: BTreeSet<_> = bases.iter().map(|base| base.get(key)).filter(is_new).collect();
                let agreed = if in_bases.is_empty() { root.get(key) } else { in_bases.first().copied().flatten() };
                let seen = in_bases.len() < 2 && agreed == side;
                let asked = !clean && touched.contains(&key.0);
                prop_assert!(seen || asked, "{key:?}: {side:?} gave way to {now:?} without a word");
            }
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: crate::cases(12), failure_persistence: None, max_shrink_iters: 24, ..ProptestConfig::default() })]

    #[test]
    fn nothing_that_was_written_gives_way_without_a_word(deeds in deeds()) {
        holds(deeds)?;
    }
}

#[test]
fn an_award_that_came_beside_a_dispute_of_the_states_that_both_have_is_kept() {
    let merge = |earlier, ours| Deed::Merges { earlier, ours };
    holds(vec![
        (false, Deed::TakesOut(2)),
        (true, Deed::Edits(3)),
        (true, Deed::Strikes(0)),
        (false, merge(true, true)),
        (true, Deed::Awards),
        (true, merge(true, false)),
        (false, Deed::Edits(5)),
        (true, merge(true, false)),
    ])
    .unwrap();
}
