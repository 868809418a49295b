//! What holds of every command that changes something: it writes nothing that `check` calls an error, it changes no file
//! that it does not name, and it takes nothing away that it was not told to.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::process::Output;

use serde_json::Value as Json;
use toml::Value;

use crate::sandbox::Sandbox;

/// Every file with what it says, by its path below the folder.
pub(crate) type Files = BTreeMap<String, Vec<u8>>;

/// What a change of the past makes untrue and is told by itself, what was posted or sealed; what time alone makes wrong;
/// what git has still without a commit; and ids that are alike only because each command of a test draws the same.
const TOLD: [&str; 6] = ["gone", "objection-late", "posted-changed", "rules-changed", "same-id", "seal-broken"];

/// The commands that replace whatever the one who calls them means.
const ANYTHING: [&str; 9] =
    ["accept", "edit", "import", "init", "member erase", "merge-file", "resolve", "sync", "undo"];

/// What may be replaced or taken away: a key where it stands, `*` for the name of an item.
const MAY_CHANGE: &[(&str, &[&str])] = &[
    ("assessment record", &[]),
    ("group edit", &["name", "note"]),
    ("issue reopen", &["closed", "closed-by", "result", "deadline"]),
    ("issue", &["deadline", "measure", "meeting", "owner", "title", "note", "standard", "group"]),
    (
        "meeting attend",
        &[
            "present/*",
            "late/*",
            "observers/*",
            "absent/*",
            "absent/*/reason",
            "absent/*/note",
            "sitting/*/present/*",
            "sitting/*/late/*",
        ],
    ),
    ("meeting plan", &["entries/*/date", "entries/*/time", "entries/*/place", "entries/*/chair"]),
    (
        "meeting sitting",
        &["absent/*", "observers/*", "sitting/*", "sitting/*/*", "sitting/*/present/*", "sitting/*/late/*"],
    ),
    (
        "meeting edit",
        &[
            "chair",
            "delegated-by",
            "recorder",
            "lecturer",
            "time",
            "place",
            "campaign",
            "note",
            "minutes",
            "topics/*",
            "links/*",
            "guests/*",
            "decision/*/*",
            "decision/*/votes/*",
            "meeting",
            // Its tasks and problems go with a meeting that is filed elsewhere.
            "entries/*/meeting",
            "entries/*/date",
        ],
    ),
    ("member edit", &["name", "note"]),
    ("plan", &["entries/*/*"]),
    // The list is closed as it is after the objections were answered.
    ("points close", &["postings/*/figures"]),
    ("seal", &["*"]),
    ("task edit", &["entries/*/owner", "entries/*/until"]),
    ("visit edit", &["entries/*/kind", "entries/*/host", "entries/*/looked-at/*", "entries/*/said", "entries/*/note"]),
];

/// The files of a folder.
pub(crate) fn files(branch: &Sandbox) -> Files {
    let below = |path: PathBuf| path.strip_prefix(branch.root()).unwrap().to_str().unwrap().to_owned();
    branch.files().into_iter().map(|(path, bytes)| (below(path), bytes)).collect()
}

/// Whether a path is that of a record.
fn is_record(path: &str) -> bool {
    const FOLDERS: [&str; 14] = [
        "members/",
        "groups/",
        "meetings/",
        "points/",
        "dues/",
        "study/",
        "talks/",
        "plans/",
        "issues/",
        "requests/",
        "tasks/",
        "agendas/",
        "visits/",
        "appraisals/",
    ];
    path.ends_with(".toml") && (FOLDERS.iter().any(|folder| path.starts_with(folder)) || path.starts_with("rules/"))
}

/// Looks at what a command did.
#[track_caller]
pub(crate) fn look(branch: &Sandbox, words: &[&str], today: &str, before: &Files, output: &Output) {
    let after = files(branch);
    if !output.status.success() || after == *before {
        return;
    }
    let said = String::from_utf8_lossy(&output.stderr);
    let changed: Vec<_> = after.keys().chain(before.keys()).collect::<BTreeSet<_>>().into_iter().collect();
    let changed = changed.into_iter().filter(|path| is_record(path) && before.get(*path) != after.get(*path));
    let changed: Vec<_> = changed.map(String::as_str).collect();
    let verbs: Vec<_> = words.iter().filter(|word| !word.starts_with('-')).take(2).copied().collect();
    let command = verbs.join(" ");
    let of = |name: &str| command == name || verbs.first() == Some(&name);
    if ANYTHING.iter().any(|name| of(name)) || changed.is_empty() {
        return;
    }
    assert_eq!(errors(branch, &after, today, before), BTreeSet::new(), "{words:?} writes what check calls an error");
    let is_quiet = words.iter().any(|word| ["-q", "--quiet"].contains(word)) || said.contains("more files");
    let may = MAY_CHANGE.iter().find(|(name, _)| of(name)).map_or(&[][..], |(_, keys)| keys);
    for path in changed {
        let is_named = said.lines().any(|line| line.trim() == path) || !after.contains_key(path);
        assert!(is_quiet || is_named, "{words:?} changes {path} and does not name it");
        let (Some(old), Some(new)) = (before.get(path), after.get(path)) else { continue };
        let lost: Vec<_> = lost(old, new).into_iter().filter(|key| !may.iter().any(|may| fits(may, key))).collect();
        assert!(lost.is_empty(), "{words:?} changes {lost:?} in {path}, which it was not told to");
    }
}

/// The errors that `check` finds now, and did not find before.
fn errors(branch: &Sandbox, after: &Files, today: &str, before: &Files) -> BTreeSet<String> {
    // A file that gets another name takes along what was wrong in it.
    let moves = before.keys().any(|path| !after.contains_key(path));
    let now = found(branch, today, moves);
    if now.is_empty() || after == before {
        return now;
    }
    let earlier = branch.alike();
    before.iter().for_each(|(path, bytes)| earlier.write(path, bytes));
    now.difference(&found(&earlier, today, moves)).cloned().collect()
}

fn found(branch: &Sandbox, today: &str, moves: bool) -> BTreeSet<String> {
    let output = branch.command(&["check", "--format", "json"]).env("ZHIBU_TODAY", today).output().unwrap();
    let Ok(findings) = serde_json::from_slice::<Vec<Json>>(&output.stdout) else { return BTreeSet::new() };
    let is_wrong =
        |one: &&Json| one["severity"] == "error" && !TOLD.iter().any(|code| one["code"].as_str() == Some(code));
    let text = |one: &Json, key: &str| one[key].as_str().unwrap_or_default().to_owned();
    let file = |one: &Json| if moves { String::new() } else { text(one, "file") };
    let told = |one: &Json| format!("{} {} {}", text(one, "code"), file(one), text(one, "fact"));
    findings.iter().filter(is_wrong).map(told).collect()
}

/// The keys whose values are gone or others.
fn lost(old: &[u8], new: &[u8]) -> Vec<String> {
    let leaves = |bytes: &[u8]| {
        let mut leaves = BTreeMap::new();
        if let Ok(table) = String::from_utf8_lossy(bytes).parse::<toml::Table>() {
            flatten("", &Value::Table(table), &mut leaves);
        }
        leaves
    };
    let (old, new) = (leaves(old), leaves(new));
    old.into_iter().filter(|(key, value)| new.get(key) != Some(value)).map(|(key, _)| key).collect()
}

/// Every value under the names of the keys that lead to it; an item of a list has the name of what tells it from others.
fn flatten(at: &str, value: &Value, leaves: &mut BTreeMap<String, String>) {
    let below = |name: &str| if at.is_empty() { name.to_owned() } else { format!("{at}/{name}") };
    match value {
        Value::Table(table) => table.iter().for_each(|(key, value)| flatten(&below(key), value, leaves)),
        Value::Array(items) => {
            for (number, item) in items.iter().enumerate() {
                flatten(&below(&name(number, item)), item, leaves);
            }
        }
        other => drop(leaves.insert(at.to_owned(), other.to_string())),
    }
}

/// What tells an item of a list from others.
fn name(number: usize, item: &Value) -> String {
    let own = |key: &str| item.get(key).map(|value| value.to_string().replace('/', "|"));
    match item {
        Value::Table(_) => match (own("id"), own("member"), own("is"), own("from").or(own("on"))) {
            (Some(id), _, _, from) => format!("{id}{}", from.unwrap_or_default()),
            (None, Some(member), ..) => member,
            (None, None, Some(is), from) => format!("{is}{}", from.unwrap_or_default()),
            _ => number.to_string(),
        },
        other => other.to_string().replace('/', "|"),
    }
}

/// Whether a key fits one that may change.
fn fits(may: &str, key: &str) -> bool {
    let (may, key): (Vec<_>, Vec<_>) = (may.split('/').collect(), key.split('/').collect());
    let fits = |(may, key): (&&str, &&str)| *may == "*" || may == key;
    may == ["*"] || may.len() <= key.len() && may.iter().zip(&key).all(fits)
}
