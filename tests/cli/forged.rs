//! Forgeries of a closed month, made by hand by somebody who knows the files: none is ever called proven, and `verify`
//! and `check` never say the opposite of each other.

use std::fs;

use zhibu::record::sha256;
use zhibu::seal::code;

use super::sandbox::Sandbox;
use super::sealed::{closed, on};

const SEAL: &str = "seals/2026-10.toml";
const POINTS: &str = "points/2026-10.toml";

/// A forgery: what is done to the files.
type Forgery = (&'static str, fn(&Sandbox));

/// A month with evidence that was sealed and amended once, honestly.
fn honest() -> Sandbox {
    let branch = closed();
    branch.write("photo.jpg", "1");
    on(&branch, "2026-11-11", "meeting edit 2026-10-15 --evidence photo.jpg");
    on(&branch, "2026-11-12", "seal 2026-10 --by 李敏");
    branch.run("study log 孙磊 2 --on 10-30 --amend 补记");
    branch
}

fn evidence(branch: &Sandbox) -> String {
    let meeting = branch.read("meetings/2026/2026-10-15-theme-day.toml");
    meeting.split('"').find(|part| part.starts_with("evidence/")).unwrap().to_owned()
}

/// The seal with an amendment that names what is there, as a command writes it.
fn amended(branch: &Sandbox, day: &str, command: &str, what: &str) -> String {
    let text = branch.read(SEAL);
    let was = code(&text);
    format!(
        "{text}\n[[amended]]\ndate = {day}\nwhy = \"x\"\nwhat = \"{what}\"\ncommand = \"{command}\"\nwas = \"{was}\"\n"
    )
}

/// The seal for the records as they are, by who knows how digests are made.
fn with_digest_of(branch: &Sandbox, seal: &str, path: &str) -> String {
    let line = seal.lines().find(|line| line.contains(path)).unwrap();
    let old = line.split('"').nth(3).unwrap();
    seal.replace(old, &sha256(branch.read(path).as_bytes()))
}

fn change_award(branch: &Sandbox) {
    branch.replace(POINTS, "points = 5", "points = 8");
}

const FORGERIES: [Forgery; 26] = [
    ("who sealed", |branch| branch.replace(SEAL, "by = \"li-min\"", "by = \"sun-lei\"")),
    ("when", |branch| branch.replace(SEAL, "date = 2026-11-12", "date = 2026-11-02")),
    ("what it knows of", |branch| branch.replace(SEAL, "known = 2026-10-31", "known = 2026-11-30")),
    ("by which program", |branch| branch.replace(SEAL, "program = \"", "program = \"9")),
    ("a file less", |branch| {
        let seal = branch.read(SEAL);
        let rest = seal.lines().filter(|line| !line.contains(POINTS)).map(|line| format!("{line}\n"));
        branch.write(SEAL, rest.collect::<String>());
    }),
    ("a figure", |branch| branch.replace(SEAL, "table = \"points\", sha256 = \"", "table = \"points\", sha256 = \"0")),
    ("a table", |branch| {
        branch.replace(SEAL, "table = \"dues.csv\", sha256 = \"", "table = \"dues.csv\", sha256 = \"0");
    }),
    ("the reason", |branch| branch.replace(SEAL, "why = \"补记\"", "why = \"另有原因\"")),
    ("the day of the amendment", |branch| branch.replace(SEAL, "date = 2026-11-23", "date = 2026-11-13")),
    ("no amendment", |branch| {
        let seal = branch.read(SEAL);
        branch.write(SEAL, &seal[..seal.rfind("\n[[amended]]").unwrap()]);
    }),
    ("the first version", |branch| {
        let first = branch.git(&["show", &format!("HEAD~1:{SEAL}")]);
        branch.write(SEAL, first);
        branch.write("study/2026-10.toml", branch.git(&["show", "HEAD~1:study/2026-10.toml"]));
    }),
    ("an amendment that names another version", |branch| {
        change_award(branch);
        let seal = amended(branch, "2026-11-23", "points award", "x").replace("why = \"x\"", "why = \"y\"");
        let was = seal.rfind("was = \"").unwrap() + 7;
        let seal = with_digest_of(branch, &(seal[..was].to_owned() + "AAAA" + &seal[was + 4..]), POINTS);
        branch.write(SEAL, seal);
    }),
    ("an amendment of a day before the one before it", |branch| {
        change_award(branch);
        let seal = amended(branch, "2026-11-13", "points award", "x");
        branch.write(SEAL, with_digest_of(branch, &seal, POINTS));
    }),
    ("an amendment that moves what is known", |branch| {
        let seal = amended(branch, "2026-11-23", "dues pay", "x");
        branch.write(SEAL, seal.replace("known = 2026-10-31", "known = 2026-11-30"));
    }),
    ("an erasure of nobody that rewrites the reason", |branch| {
        let what = "erased the name of a person: now 另有原因 (anon-1)";
        let seal = amended(branch, "2026-11-23", "member erase", what);
        branch.write(SEAL, seal.replace("why = \"补记\"", "why = \"另有原因\""));
    }),
    ("two amendments at once", |branch| {
        branch.write(SEAL, amended(branch, "2026-11-23", "points award", "x"));
        branch.write(SEAL, amended(branch, "2026-11-23", "points award", "y"));
    }),
    ("an amendment for figures that are not the award's", |branch| {
        change_award(branch);
        let seal = amended(branch, "2026-11-23", "points award", "x");
        branch.write(SEAL, with_digest_of(branch, &seal, POINTS));
    }),
    ("no seal", |branch| fs::remove_file(branch.root().join(SEAL)).unwrap()),
    ("sealed again, without a past", |branch| {
        branch.git(&["rm", "--quiet", SEAL]);
        branch.git(&["commit", "--quiet", "-m", "x"]);
        let told = branch.run("seal 2026-10 --no-commit");
        assert!(branch.root().join(SEAL).exists(), "{told}");
    }),
    ("the seal of another month", |branch| branch.write("seals/2026-09.toml", branch.read(SEAL))),
    ("evidence", |branch| branch.write(&evidence(branch), "2")),
    ("evidence with its digest", |branch| {
        branch.write(&evidence(branch), "2");
        branch.replace("meetings/2026/2026-10-15-theme-day.toml", &sha256(b"1"), &sha256(b"2"));
    }),
    ("an award", change_award),
    ("a meeting less", |branch| {
        branch.git(&["rm", "--quiet", "meetings/2026/2026-10-09-group-criminal.toml"]);
        branch.git(&["commit", "--quiet", "-m", "x"]);
    }),
    ("an award of the month in the file of another", |branch| {
        branch.write(
            "points/2026-12.toml",
            "entries = [\n  { id = \"bbbbb2\", date = 2026-10-20, member = \"sun-lei\", item = \"commended\", points = 3 },\n]\n",
        );
    }),
    ("another history laid over the real one", |branch| {
        // What `git replace` puts in the place of the commit that sealed.
        let commit = |branch: &Sandbox, name: &str| branch.git(&["rev-parse", name]).trim().to_owned();
        let honest = commit(branch, "HEAD");
        branch.replace(SEAL, "why = \"补记\"", "why = \"另有原因\"");
        branch.git(&["commit", "--quiet", "-a", "--amend", "--no-edit"]);
        let forged = commit(branch, "HEAD");
        branch.git(&["reset", "--quiet", "--soft", &honest]);
        branch.git(&["replace", &honest, &forged]);
    }),
];

/// That neither calls the month proven, and both find the seal broken.
#[track_caller]
fn is_found(branch: &Sandbox, name: &str) {
    let (verified, checked) = (branch.run("verify"), branch.run("check"));
    assert!(verified.contains("[seal-broken]"), "{name}: {verified}");
    // A seal that was deleted and is still in git is gone, for `check`.
    assert!(checked.contains("[seal-broken]") || checked.contains("[gone]"), "{name}: {checked}");
    assert!(verified.contains("exit Some(1)") && !verified.contains("verified"), "{name}: {verified}");
}

#[test]
fn no_forgery_is_proven_committed_or_not() {
    let honest = honest();
    let told = honest.run("verify");
    assert!(told.contains("1 month verified") && !honest.run("check").contains("seal-broken"), "{told}");
    for (name, forge) in FORGERIES {
        let branch = honest.clone_of(None);
        forge(&branch);
        is_found(&branch, name);
        branch.git(&["add", "--all"]);
        branch.git(&["commit", "--quiet", "-m", "x"]);
        is_found(&branch, name);
    }
}
