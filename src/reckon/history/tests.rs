//! Commits as texts, and what they made different.

use super::*;
use crate::record::RelPath;

type Files<'a> = &'a [(&'a str, &'a str)];

fn path(text: &str) -> RelPath {
    RelPath::new(text).expect("a path")
}

/// The files of a commit that follows some others, with their texts in each of them and now.
fn files(before: &[Files<'_>], after: Files<'_>) -> Vec<FileTexts> {
    let text =
        |state: Files<'_>, name: &str| state.iter().find(|(path, _)| *path == name).map(|(_, text)| (*text).into());
    let names: std::collections::BTreeSet<_> =
        before.iter().flat_map(|state| *state).chain(after).map(|(name, _)| *name).collect();
    let file = |name: &str| FileTexts {
        path: path(name),
        was: None,
        before: before.iter().map(|state| text(state, name)).collect(),
        after: text(after, name),
    };
    names.into_iter().map(file).collect()
}

/// What became different, each in a word with its record.
fn told(differences: &[Difference]) -> Vec<String> {
    let word = |one: &Difference| {
        let more = match &one.what {
            What::Field { key, before, after } => {
                let said =
                    |said: &Option<crate::record::Said>| said.as_ref().map_or_else(String::new, ToString::to_string);
                format!(" {key} {} → {}", said(before), said(after))
            }
            What::Items { key, gone, come } => format!(" {key} -{} +{}", gone.len(), come.len()),
            What::Part { list, before, after } => format!(" {list} {} {}", before.is_some(), after.is_some()),
            What::Presence { member, before, after } => format!(" {member} {before:?} → {after:?}"),
            What::Struck(why) => format!(" {why}"),
            What::Moved(from) => format!(" {from}"),
            _ => String::new(),
        };
        format!("{} {}: {}{more}", one.piece.sort.id(), one.piece.id, one.what.id())
    };
    differences.iter().map(word).collect()
}

#[track_caller]
fn case(before: Files<'_>, after: Files<'_>, expected: &[&str]) {
    assert_eq!(told(&Chronicle::default().step(&files(&[before], after))), expected);
}

const LEDGER: &str = "points/2026-11.toml";
const MEETING: &str = "meetings/2026/2026-11-05-group.toml";
const A: &str = "entries = [\n  { id = \"a\", date = 2026-11-05, points = 1 },\n]\n";

#[test]
fn lines_of_a_ledger_are_known_by_their_ids() {
    let b =
        "entries = [\n  { id = \"b\", date = 2026-11-06 },\n  { id = \"a\", date = 2026-11-05, points = 2.5 },\n]\n";
    case(&[(LEDGER, A)], &[(LEDGER, b)], &["award a: field points 1 → 2.5", "award b: added"]);
    case(&[(LEDGER, b)], &[(LEDGER, "entries = []\n")], &["award a: removed", "award b: removed"]);
    case(&[], &[(LEDGER, A)], &["award a: added"]);
    case(&[(LEDGER, A)], &[], &["award a: removed"]);
    case(
        &[(LEDGER, A)],
        &[(LEDGER, &A.replace("points = 1", "struck = \"重复\""))],
        &["award a: struck 重复", "award a: field points 1 → "],
    );
    case(
        &[(LEDGER, &A.replace("points = 1", "struck = \"x\""))],
        &[(LEDGER, &A.replace("points = 1", "struck = \"y\""))],
        &["award a: field struck \"x\" → \"y\""],
    );
}

#[test]
fn a_line_may_move_to_another_file() {
    let october = "points/2026-10.toml";
    case(
        &[(LEDGER, A), (october, "entries = []\n")],
        &[(LEDGER, "entries = []\n"), (october, A)],
        &["award a: moved points/2026-11.toml"],
    );
}

#[test]
fn a_line_that_stands_twice_is_told_once_more() {
    let twice = "entries = [\n  { id = \"a\", date = 2026-11-05, points = 1 },\n  { id = \"a\", date = 2026-11-05, points = 2 },\n]\n";
    case(&[(LEDGER, A)], &[(LEDGER, twice)], &["award a: added"]);
    case(&[(LEDGER, twice)], &[(LEDGER, A)], &["award a: removed"]);
}

#[test]
fn comments_spacing_and_order_are_only_how_it_is_written() {
    case(
        &[(LEDGER, A)],
        &[(LEDGER, &format!("# x\r\n{}", A.replace(" = ", "=")))],
        &["file points/2026-11.toml: layout"],
    );
    case(
        &[(MEETING, "kind = \"group\"\ndate = 2026-11-05\npresent = [\"a\", \"b\"]\n")],
        &[(MEETING, "date = 2026-11-05\nkind = 'group'\nlate = []\npresent = [\"b\", \"a\"]\n")],
        &["meeting 2026-11-05-group: layout"],
    );
    let dues = |amount: &str| format!("payments = [\n  {{ id = \"p\", amount = \"{amount}\" }},\n]\n");
    case(&[("dues/2026.toml", &dues("45.5"))], &[("dues/2026.toml", &dues("45.50"))], &["file dues/2026.toml: layout"]);
    case(
        &[("dues/2026.toml", &dues("45.5"))],
        &[("dues/2026.toml", &dues("45.51"))],
        &["payment p: field amount \"45.5\" → \"45.51\""],
    );
}

#[test]
fn attendance_is_told_by_person() {
    let before = "date = 2026-11-05\npresent = [\"a\", \"c\"]\nabsent = [{ member = \"b\", reason = \"duty\" }]\n";
    let after = "date = 2026-11-05\nlate = [\"a\"]\npresent = [\"a\"]\nabsent = [{ member = \"b\", reason = \"duty\", made-up = 2026-11-08 }]\nobservers = [\"d\"]\n";
    case(
        &[(MEETING, before)],
        &[(MEETING, after)],
        &[
            "meeting 2026-11-05-group: attendance a Some(Present) → Some(Late)",
            "meeting 2026-11-05-group: attendance b Some(Absent(Some(\"duty\"), None)) → Some(MadeUp(Day(2026-11-08)))",
            "meeting 2026-11-05-group: attendance c Some(Present) → None",
            "meeting 2026-11-05-group: list observers -0 +1",
        ],
    );
}

#[test]
fn tables_under_a_record_are_known_by_what_they_are_of() {
    let member = "members/x.toml";
    let before = "name = \"许诺\"\n[[standing]]\nis = \"probationary\"\nfrom = 2026-02-01\n[[post]]\nid = \"secretary\"\nfrom = 2026-01-01\n";
    let after = format!(
        "{before}until = 2026-06-30\n[[standing]]\nis = \"full\"\nfrom = 2027-02-01\n[[step]]\nis = \"apply\"\non = 2024-01-01\n"
    );
    case(
        &[(member, before)],
        &[(member, &after)],
        &["member x: part post true true", "member x: part standing false true", "step x/apply: added"],
    );
}

#[test]
fn a_file_that_cannot_be_read_for_a_while_is_compared_over_it() {
    let mut chronicle = Chronicle::default();
    let broken = "<<<<<<< HEAD\n";
    let mut step = |before: &str, after: &str| {
        let differences = chronicle.step(&files(&[&[(LEDGER, before)]], &[(LEDGER, after)]));
        told(&differences)
    };
    assert_eq!(step(A, broken), ["file points/2026-11.toml: unreadable"]);
    assert_eq!(step(broken, "=======\n"), ["file points/2026-11.toml: unreadable"]);
    assert_eq!(step("=======\n", &A.replace("points = 1", "points = 3")), ["award a: field points 1 → 3"]);
    assert_eq!(step(A, "entries = []\n"), ["award a: removed"]);
}

#[test]
fn a_meeting_that_moved_is_the_same_one() {
    let (before, after) = ("date = 2026-11-05\ntopics = [\"x\"]\n", "date = 2026-11-06\ntopics = [\"x\"]\n");
    let file = FileTexts {
        path: path("meetings/2026/2026-11-06-group.toml"),
        was: Some(path(MEETING)),
        before: vec![Some(before.into())],
        after: Some(after.into()),
    };
    assert_eq!(
        told(&Chronicle::default().step(&[file])),
        [
            format!("meeting 2026-11-06-group: moved {MEETING}"),
            "meeting 2026-11-06-group: field date 2026-11-05 → 2026-11-06".into(),
        ]
    );
}

#[test]
fn a_merge_tells_only_what_neither_side_has() {
    let line = |id: &str| format!("  {{ id = \"{id}\" }},\n");
    let ledger = |ids: &[&str]| format!("entries = [\n{}]\n", ids.iter().map(|id| line(id)).collect::<String>());
    let merge = |chronicle: &mut Chronicle, sides: [&[&str]; 2], after: &[&str]| {
        let [one, other, now] = [sides[0], sides[1], after].map(ledger);
        told(&chronicle.step(&files(&[&[(LEDGER, &one)], &[(LEDGER, &other)]], &[(LEDGER, &now)])))
    };
    let none: [&str; 0] = [];
    assert_eq!(merge(&mut Chronicle::default(), [&["a", "b"], &["a", "c"]], &["a", "b", "c"]), none);
    assert_eq!(merge(&mut Chronicle::default(), [&["a", "b"], &["a", "c"]], &["a", "b", "c", "d"]), ["award d: added"]);
    assert_eq!(merge(&mut Chronicle::default(), [&["a", "b"], &["a", "c"]], &["b", "c"]), ["award a: removed"]);
    assert_eq!(
        merge(&mut Chronicle::default(), [&["a", "b"], &["a", "c"]], &["a", "c", "d"]),
        ["award d: added", "award b: removed"]
    );
    // What one side has taken out, the merge does not take out again.
    let mut chronicle = Chronicle::default();
    let (before, after) = (ledger(&["a", "b"]), ledger(&["a"]));
    assert_eq!(told(&chronicle.step(&files(&[&[(LEDGER, &before)]], &[(LEDGER, &after)]))), ["award b: removed"]);
    assert_eq!(merge(&mut chronicle, [&["a", "b"], &["a", "c"]], &["a", "c"]), none);
    // Two edits of a line, of which the merge makes a third.
    let edits = ["points = 1", "points = 2", "points = 3"].map(|points| A.replace("points = 1", points));
    let [one, other, now] = edits.each_ref().map(|text| [(LEDGER, text.as_str())]);
    let third = told(&Chronicle::default().step(&files(&[&one, &other], &now)));
    assert_eq!(third, ["award a: field points 1 → 3"]);
}

#[test]
fn what_concerns_a_person_is_the_persons_own() {
    let before = "date = 2026-11-05\nchair = \"b\"\npresent = [\"a\", \"b\"]\ntopics = [\"x\"]\n";
    let after = "date = 2026-11-05\nchair = \"c\"\npresent = [\"b\"]\nlate = [\"a\"]\ntopics = [\"y\"]\n";
    let differences = Chronicle::default().step(&files(&[&[(MEETING, before)]], &[(MEETING, after)]));
    let of = |member: &str| differences.iter().filter(|one| one.concerns(member)).count();
    assert_eq!((of("a"), of("b"), of("c"), of("d")), (1, 1, 1, 0));
    let talk = "entries = [{ id = \"t\", who = \"a\", with = \"b\", by = \"c\" }]\n";
    let differences = Chronicle::default().step(&files(&[&[]], &[("talks/2026.toml", talk)]));
    assert_eq!(["a", "b", "c"].map(|member| differences[0].concerns(member)), [true, true, false]);
}
