//! One field at a time of a whole year's records: an id that nobody bears, a day three years on, a day two years back.
//! `check` finds it, or the key stands in a list with the reason why it cannot.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;
use toml_spanner::{Arena, Item};
use zhibu::branch::{FORMS, Form};
use zhibu::check::{self, Context};
use zhibu::error::Fault;
use zhibu::record::{Day, Json};
use zhibu::store::Store;
use zhibu::words::Lang;

/// What is changed of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Change {
    /// An id that nobody bears.
    Id,
    /// Three years on.
    On,
    /// Two years back.
    Back,
}

/// What is added to the example, so that every key is there: the file, what stands in it, what stands there instead.
const ADDED: &[(&str, &str, &str)] = &[
    ("meetings/2026/2026-09-26-bulletin.toml", "date = 2026-09-26\n", "date = 2026-09-26\nfor = \"2026-09\"\n"),
    (
        "appraisals/2025.toml",
        "member = \"he-xiuying\", grade = \"qualified\",",
        "member = \"he-xiuying\", grade = \"qualified\", ballots = 2, votes = [{ grade = \"qualified\", count = 2 }],",
    ),
    (
        "groups/old.toml",
        "",
        "name = \"老组\"\nfrom = 2024-03-01\nuntil = 2025-06-30\n\n[[former]]\nname = \"旧组\"\nuntil = 2024-12-31\n",
    ),
    (
        "issues/2026/2026-03-20-ed9qvc.toml",
        "deadline = 2026-04-15",
        "deadline = 2026-04-15\ncampaign = \"san-chuang-san-zeng\"",
    ),
    (
        "meetings/2026/2026-07-01-film.toml",
        "",
        "\n[[decision]]\ntext = \"x\"\ncandidate = \"sun-lei\"\npost = \"publicity\"\n",
    ),
    ("meetings/2026/2026-07-01-film.toml", "kind =", "marks = [\"hard\"]\nkind ="),
    ("members/sun-lei.toml", "name = \"孙磊\"", "name = \"孙磊\"\nhere = 2024-03-01"),
    ("members/sun-lei.toml", "", "\n[[former]]\nname = \"孙雷\"\nuntil = 2024-12-31\n"),
    ("members/sun-lei.toml", "from = 2010-07-01", "from = 2010-07-01\nmeeting = \"2026-07-01-film\""),
    ("members/sun-lei.toml", "\nfrom = 2024-03-01", "\nfrom = 2024-03-01\nmeeting = \"2026-07-01-film\""),
    (
        "members/sun-lei.toml",
        "from = 2024-06-25",
        "from = 2024-06-25\n\n[[post]]\nid = \"publicity\"\nfrom = 2024-06-25\nuntil = 2025-06-25\nmeeting = \"2026-07-01-film\"\n\n[[class]]\nid = \"elder\"\nfrom = 2024-06-25\nuntil = 2025-06-25\nmeeting = \"2026-07-01-film\"",
    ),
    (
        "members/yuan-yuan.toml",
        "on = 2026-07-02",
        "on = 2026-07-02\n\n[[step]]\nis = \"application-talk\"\non = 2026-07-20\nuntil = 2026-07-21\npeople = [\"zhao-gang\"]\nmeeting = \"2026-07-01-film\"\n\n[[group]]\nid = \"office\"\nfrom = 2025-03-01\nuntil = 2026-07-01",
    ),
    (
        "plans/2026.toml",
        "owner = \"zhou-haiyan\",",
        "owner = \"zhou-haiyan\", group = \"office\", links = [\"community\"], campaign = \"san-chuang-san-zeng\",",
    ),
    ("points/2026-09.toml", "member = \"wu-bin\", why", "member = \"wu-bin\", about = \"mqakhn\", why"),
    (
        "points/2026-10.toml",
        "by = ",
        "marks = [\"hard\"], campaign = \"san-chuang-san-zeng\", answers = \"8qesjt\", declared = 2026-10-31, confirmed = 2026-11-02, confirmed-by = \"zhao-gang\", by = ",
    ),
    ("rules/points.toml", "", "\n[[mark]]\nid = \"hard\"\nname = \"急难险重\"\n"),
    ("rules/accepted.toml", "why = \"春节", "until = 2026-12-31, why = \"春节"),
    (
        "seals/2025-12.toml",
        "",
        "date = 2026-01-10\nknown = 2026-01-09\nby = \"li-min\"\namended = [\n  { date = 2026-02-10, why = \"x\", what = \"x\", command = \"x\", was = \"x\" },\n]\n",
    ),
];

/// A key of a form of file, as a path of keys: `entries.member`.
type Key = (&'static str, String);

/// A value in a file.
struct Spot {
    file: PathBuf,
    at: Range<usize>,
}

/// What is not found, and why it cannot be: the form, the key, the change, the reason.
const SILENT: &[(&str, &str, Change, &str)] = &[
    ("agendas", "entries.sittings.date", Change::On, "a sitting can be planned for any day after the first"),
    ("agendas", "entries.ready.date", Change::Back, "something can be ready long before"),
    ("accepted", "accepted.date", Change::Back, "a finding can be accepted on any day"),
    ("accepted", "accepted.until", Change::On, "how long it is accepted is for the branch to say"),
    ("appraisals", "exemplars.period", Change::Back, "an honour can be given late"),
    ("exports", "exports.period", Change::Back, "a month can be exported at any time after it"),
    ("group", "from", Change::Back, "no other record says when a group began"),
    ("issue", "deadline", Change::On, "a deadline can be any day after the problem was found"),
    ("member", "class.from", Change::Back, "no other record says from when somebody was exempt"),
    ("member", "former.until", Change::Back, "no other record says until when somebody bore a name"),
    ("member", "group.until", Change::On, "somebody can stay in a group until a day to come"),
    ("member", "here", Change::Back, "no other record says when somebody came who was a member before"),
    ("member", "post.from", Change::Back, "no other record says when a post began that nobody else had held"),
    ("member", "standing.from", Change::On, "no other record says when somebody joined, long ago"),
    ("member", "standing.from", Change::Back, "no other record says when somebody joined, long ago"),
    ("member", "step.on", Change::Back, "no other record says when a first step was taken"),
    ("plan", "entries.from", Change::Back, "what is planned can take several years"),
    ("points", "postings.until", Change::On, "how long objections are taken is for the branch to say"),
    ("requests", "entries.until", Change::On, "a request can be for any day after it was made"),
    ("tasks", "entries.until", Change::On, "a task can be for any day after it was decided"),
];

/// The forms whose records have the most keys.
const OFTEN: [&str; 3] = ["meeting", "member", "points"];

/// The keys of a form that have a day or an id for a value, with the changes that fit.
fn keys(form: &'static Form) -> BTreeMap<Key, &'static [Change]> {
    fn walk(root: &Json, schema: &Json, path: &str, found: &mut BTreeMap<String, &'static [Change]>) {
        if let Some(to) = schema["$ref"].as_str() {
            return walk(root, root.pointer(to.trim_start_matches('#')).unwrap(), path, found);
        }
        if !schema["items"].is_null() {
            return walk(root, &schema["items"], path, found);
        }
        for (key, schema) in schema["properties"].as_object().into_iter().flatten() {
            walk(root, schema, format!("{path}.{key}").trim_start_matches('.'), found);
        }
        let pattern = schema["pattern"].as_str().unwrap_or_default();
        let is_own_id =
            path == "id" || path.ends_with(".id") && path != "group.id" && path != "post.id" && path != "class.id";
        if schema["format"] == "date" || pattern.starts_with("^[0-9]{4}") || path.ends_with(".year") {
            found.insert(path.to_owned(), &[Change::On, Change::Back]);
        } else if pattern.starts_with("^[a-z0-9]+") && !is_own_id || path.ends_with("meeting") {
            found.insert(path.to_owned(), &[Change::Id]);
        }
    }
    let (root, mut found) = ((form.schema)(), BTreeMap::new());
    walk(&root, &root, "", &mut found);
    found.into_iter().map(|(path, changes)| ((form.name, path), changes)).collect()
}

/// The values of a file, by the path of their key.
fn values(item: &Item<'_>, path: &str, found: &mut Vec<(String, Range<usize>)>) {
    if let Some(table) = item.as_table() {
        for (key, value) in table.entries() {
            values(value, format!("{path}.{}", key.name).trim_start_matches('.'), found);
        }
    } else if let Some(array) = item.as_array() {
        array.into_iter().for_each(|value| values(value, path, found));
    } else {
        found.push((path.to_owned(), item.span().range()));
    }
}

/// A value as it is after a change.
fn changed(text: &str, change: Change) -> String {
    let year = |text: &str, by: i32| {
        let digits = text.trim_start_matches('"');
        let year: i32 = digits[..4].parse().unwrap();
        text.replacen(&digits[..4], &(year + by).to_string(), 1)
    };
    match change {
        Change::Id => "\"zz-nobody\"".to_owned(),
        Change::On => year(text, 3),
        Change::Back => year(text, -2),
    }
}

/// What was found in a directory.
fn findings(dir: &Path) -> BTreeSet<(String, String, String)> {
    let survey = Store::at(dir.to_owned()).survey().unwrap();
    let reading: Vec<Fault> = [survey.loaded.faults, survey.loaded.notes].concat();
    let today = Day::parse("2026-11-23").unwrap();
    let look = Context::new(&survey.loaded.branch, &reading, &survey.files, &survey.digests, today);
    let told = |fault: Fault| {
        let file = fault.place.map(|place| place.file.to_string()).unwrap_or_default();
        (fault.code.to_owned(), file, fault.fact.get(Lang::En).to_owned())
    };
    // A change of a closed month is one, whatever it says.
    check::findings(&look).open.into_iter().filter(|fault| fault.code != "seal-broken").map(told).collect()
}

/// A copy of the example.
fn example() -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/zhannan/.");
    assert!(Command::new("cp").arg("-r").arg(example).arg(dir.path()).status().unwrap().success());
    dir
}

/// The same, with everything that is added to it.
fn with_every_key() -> TempDir {
    let dir = example();
    for (file, old, new) in ADDED {
        let path = dir.path().join(file);
        let text = fs::read_to_string(&path).unwrap_or_default();
        assert!(text.contains(old), "{file} has no {old}");
        fs::write(path, if old.is_empty() { text + new } else { text.replacen(old, new, 1) }).unwrap();
    }
    dir
}

/// The forms of files of records.
fn forms() -> impl Iterator<Item = &'static Form> {
    FORMS.iter().filter(|form| !form.name.starts_with("rules/"))
}

/// Where each key stands.
fn spots(dir: &Path) -> BTreeMap<Key, Vec<Spot>> {
    let (mut files, mut spots) = (Vec::new(), BTreeMap::<Key, Vec<Spot>>::new());
    crate::toml_files(dir, &mut files);
    files.sort();
    for file in files {
        let below = file.strip_prefix(dir).unwrap().to_str().unwrap();
        let Some(form) = forms().find(|form| form.is_of(below)) else { continue };
        let text = fs::read_to_string(&file).unwrap();
        let (arena, mut found) = (Arena::new(), Vec::new());
        for (key, value) in toml_spanner::parse(&text, &arena).unwrap().table().entries() {
            values(value, key.name, &mut found);
        }
        for (key, at) in found {
            spots.entry((form.name, key)).or_default().push(Spot { file: file.clone(), at });
        }
    }
    spots
}

/// Changes every key of some forms, one at a time: each change is found, or stands in the list.
#[track_caller]
fn each_change_is_found(forms: impl Iterator<Item = &'static Form>) {
    let dir = with_every_key();
    let (before, spots) = (findings(dir.path()), spots(dir.path()));
    for (key, changes) in forms.flat_map(keys) {
        let spots = spots.get(&key).unwrap_or_else(|| panic!("{key:?} is not in the example: add it"));
        let spot = &spots[spots.len() / 2];
        let old = fs::read_to_string(&spot.file).unwrap();
        for change in changes {
            let mut new = old.clone();
            new.replace_range(spot.at.clone(), &changed(&old[spot.at.clone()], *change));
            fs::write(&spot.file, new).unwrap();
            let is_found = !findings(dir.path()).is_subset(&before);
            let reason = SILENT.iter().find(|(form, path, of, _)| (*form, *path, of) == (key.0, &*key.1, change));
            let place = format!("{key:?} {change:?}, {}: {}", spot.file.display(), &old[spot.at.clone()]);
            assert!(is_found || reason.is_some(), "{place}: `check` finds nothing");
            assert!(!is_found || reason.is_none(), "{place}: it is found, but stands in the list");
        }
        fs::write(&spot.file, &old).unwrap();
    }
}

#[test]
fn a_change_of_a_person_a_meeting_or_points_is_found() {
    each_change_is_found(forms().filter(|form| OFTEN.contains(&form.name)));
}

#[test]
fn a_change_of_another_record_is_found() {
    each_change_is_found(forms().filter(|form| !OFTEN.contains(&form.name)));
}

#[test]
fn what_is_not_found_has_a_key() {
    let keys: BTreeMap<_, _> = forms().flat_map(keys).collect();
    for (form, path, change, reason) in SILENT {
        let changes = keys.get(&(*form, (*path).to_owned())).unwrap_or_else(|| panic!("{form} has no {path}"));
        assert!(changes.contains(change) && !reason.is_empty(), "{form} {path} {change:?}");
    }
}

/// A figure of somebody whom nobody knows takes points away from somebody else.
#[test]
fn a_figure_of_nobody_is_told() {
    let dir = example();
    let path = dir.path().join("figures/2026.toml");
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, text.replace("member = \"sun-lei\", value = 3", "member = \"sun-lie\", value = 3")).unwrap();
    let output = crate::run(dir.path(), &["--lang", "en", "check"]);
    insta::assert_snapshot!(crate::stdout(&output), @r#"
    figures/2026.toml:4:67: no member `sun-lie` [no-member]
      |
    4 |   { id = "w85rnx", date = 2026-09-30, measure = "cases", member = "sun-lie", value = 3, by = "li-min" },
      |                                                                   ^^^^^^^^^
    help: did you mean `sun-lei` (孙磊)?
    "#);
}
