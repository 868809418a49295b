//! Merges of small files, each of them whole.

use super::*;

const LEDGER: &str = "points/2026-11.toml";
const MEETING: &str = "meetings/2026/2026-11-05-general.toml";
const MEMBER: &str = "members/sun-lei.toml";

fn line(id: &str, day: &str, points: &str) -> String {
    format!(
        "  {{ id = \"{id}\", date = 2026-11-{day}, member = \"sun-lei\", item = \"commended\", points = {points} }},\n"
    )
}

fn ledger(lines: &[(&str, &str, &str)]) -> String {
    let lines: String = lines.iter().map(|(id, day, points)| line(id, day, points)).collect();
    format!("entries = [\n{lines}]\n")
}

fn three(path: &str, base: &str, ours: &str, theirs: &str) -> Merged {
    let path = RelPath::new(path).expect("a path");
    merge(&path, base, ours, theirs).expect("TOML that reads")
}

#[track_caller]
fn clean(path: &str, base: &str, ours: &str, theirs: &str) -> String {
    let merged = three(path, base, ours, theirs);
    assert_eq!(merged.clashes().count(), 0, "{}", merged.text());
    merged.text()
}

const A: (&str, &str, &str) = ("aaaaaa", "02", "1");
const B: (&str, &str, &str) = ("bbbbbb", "04", "1");
const C: (&str, &str, &str) = ("cccccc", "06", "1");
const B2: (&str, &str, &str) = ("bbbbbb", "04", "2");

#[test]
fn lines_that_two_people_added_both_stay_in_the_order_of_days() {
    let merged = clean(LEDGER, &ledger(&[A]), &ledger(&[A, C]), &ledger(&[A, B]));
    assert_eq!(merged, ledger(&[A, B, C]));
    assert_eq!(clean(LEDGER, &ledger(&[A]), &ledger(&[A, B]), &ledger(&[A, C])), merged);
    assert_eq!(clean(LEDGER, "", &ledger(&[A]), &ledger(&[B])), ledger(&[A, B]), "a file that both began");
    assert_eq!(clean(LEDGER, "entries = []\n", &ledger(&[A]), &ledger(&[B])), ledger(&[A, B]));
}

#[test]
fn an_edit_beside_an_edit_or_an_addition_is_no_clash() {
    let a2 = ("aaaaaa", "02", "3");
    assert_eq!(clean(LEDGER, &ledger(&[A, B]), &ledger(&[a2, B]), &ledger(&[A, B2])), ledger(&[a2, B2]));
    assert_eq!(clean(LEDGER, &ledger(&[A, B]), &ledger(&[A, B2]), &ledger(&[A, B, C])), ledger(&[A, B2, C]));
    assert_eq!(clean(LEDGER, &ledger(&[A, B]), &ledger(&[A, B2]), &ledger(&[A, B2])), ledger(&[A, B2]), "alike");
}

#[test]
fn what_is_in_dispute_in_the_base_has_no_base() {
    let points = |points| ledger(&[A, ("bbbbbb", "04", points)]);
    let marked = |ours: &str, theirs: &str| format!("<<<<<<< ours\n{ours}=======\n{theirs}>>>>>>> theirs\n");
    let base = |dispute: String| format!("entries = [\n{}{dispute}]\n", line("aaaaaa", "02", "1"));
    let both = base(marked(&line("bbbbbb", "04", "3"), &line("bbbbbb", "04", "4")));
    for (ours, theirs) in [("3", "4"), ("4", "3"), ("3", "5")] {
        let merged = three(LEDGER, &both, &points(ours), &points(theirs));
        assert_eq!(merged.clashes().count(), 1, "{ours} and {theirs}: {}", merged.text());
    }
    assert_eq!(clean(LEDGER, &both, &points("4"), &points("4")), points("4"), "both settled it alike");
    let without = ledger(&[A]);
    for (ours, theirs) in [(&points("3"), &without), (&without, &points("4"))] {
        assert_eq!(three(LEDGER, &both, ours, theirs).clashes().count(), 1, "one side took it out");
    }
    let gone = base(marked(&line("bbbbbb", "04", "3"), ""));
    assert_eq!(three(LEDGER, &gone, &points("3"), &without).clashes().count(), 1, "whether it is there is in dispute");
    assert_eq!(clean(LEDGER, &both, &ledger(&[A, B2, C]), &ledger(&[A, B2])), ledger(&[A, B2, C]), "the rest as ever");
    let nothing = "entries = [\n]\n";
    let all_gone = format!("entries = [\n{}]\n", marked("", &line("bbbbbb", "04", "3")));
    assert_eq!(clean(LEDGER, &all_gone, &ledger(&[C]), nothing), ledger(&[C]), "one of them left nothing");
    let member = |class: &str, note: &str| format!("name = \"孙磊\"\nnote = \"{note}\"\nclass = [{class}]\n");
    let base = format!("name = \"孙磊\"\n{}class = []\n", marked("note = \"一\"\n", "note = \"二\"\n"));
    let merged = three(MEMBER, &base, &member("", "一"), &member("", "二"));
    assert_eq!(merged.clashes().count(), 1, "{}", merged.text());
    let meeting = |seats: &str| format!("kind = \"general\"\ndate = 2026-11-05\n{seats}");
    let (late, there) = ("late = [\"a\"]\npresent = [\"b\"]\n", "late = []\npresent = [\"a\", \"b\"]\n");
    let merged = three(MEETING, &meeting(&marked(late, there)), &meeting(late), &meeting(there));
    assert!(merged.clashes().count() > 0, "{}", merged.text());
}

#[test]
fn two_edits_of_one_line_clash_and_nothing_else_does() {
    let b3 = ("bbbbbb", "04", "3");
    let merged = three(LEDGER, &ledger(&[A, B]), &ledger(&[A, B2]), &ledger(&[A, b3, C]));
    let clashes: Vec<_> = merged.clashes().collect();
    assert_eq!(clashes.len(), 1);
    assert_eq!(clashes[0].way, [Stage::Key("entries".into()), Stage::Item { list: None, id: "bbbbbb".into() }]);
    let expected = format!(
        "entries = [\n{}<<<<<<< ours\n{}=======\n{}>>>>>>> theirs\n{}]\n",
        line("aaaaaa", "02", "1"),
        line("bbbbbb", "04", "2"),
        line("bbbbbb", "04", "3"),
        line("cccccc", "06", "1")
    );
    assert_eq!(merged.text(), expected);
    let parted = sides(&expected).expect("marks in order");
    assert_eq!((parted.ours, parted.hunks), (ledger(&[A, B2, C]), 1));
    assert_eq!(parted.theirs, ledger(&[A, b3, C]));
    assert_eq!(merged.settle(|clash| Some(clash.theirs.clone())).text(), ledger(&[A, b3, C]));
}

#[test]
fn a_line_that_one_takes_out_and_the_other_edits_clashes() {
    let merged = three(LEDGER, &ledger(&[A, B]), &ledger(&[A]), &ledger(&[A, B2]));
    assert_eq!(merged.clashes().map(|clash| clash.ours.as_str()).collect::<Vec<_>>(), [""]);
    assert_eq!(clean(LEDGER, &ledger(&[A, B]), &ledger(&[A]), &ledger(&[A, B])), ledger(&[A]));
}

#[test]
fn comments_and_order_stay() {
    let base = "# top\nentries = [\n  # of A\n  { id = \"aaaaaa\", date = 2026-11-02, member = \"x\", item = \"y\", points = 1 }, # end of A\n]\n# foot\n";
    let ours = base.replace("points = 1", "points = 2").replace("# foot", "# our foot");
    let theirs =
        base.replace("# top", "# their top").replace("]\n", &format!("  # of B\n{}]\n", line("bbbbbb", "04", "1")));
    let merged = clean(LEDGER, base, &ours, &theirs);
    let expected = theirs.replace("y\", points = 1", "y\", points = 2").replace("# foot", "# our foot");
    assert_eq!(merged, expected);
}

#[test]
fn keys_and_tables_of_one_person_are_joined_one_by_one() {
    let base = "name = \"孙磊\"\nnote = \"x\"\n\n[[standing]]\nis = \"full\"\nfrom = 2012-01-01\n";
    let ours = base.replace("\"x\"", "\"y\"") + "\n[[post]]\nid = \"secretary\"\nfrom = 2026-11-01\n";
    let theirs = base.replace("孙磊", "孙雷") + "\n[[group]]\nid = \"office\"\nfrom = 2026-11-02\n";
    let merged = clean(MEMBER, base, &ours, &theirs);
    assert_eq!(
        merged,
        "name = \"孙雷\"\nnote = \"y\"\n\n[[standing]]\nis = \"full\"\nfrom = 2012-01-01\n\n[[post]]\nid = \"secretary\"\nfrom = 2026-11-01\n\n[[group]]\nid = \"office\"\nfrom = 2026-11-02\n"
    );
    let other = ours.replace("2026-11-01", "2026-11-03");
    let merged = three(MEMBER, base, &ours, &other);
    let ways: Vec<_> = merged.clashes().map(|clash| clash.way.last().cloned()).collect();
    assert_eq!(ways, [Some(Stage::Key("from".into()))], "the same post from two days");
}

#[test]
fn a_meeting_is_joined_person_by_person() {
    let base = "kind = \"general\"\ndate = 2026-11-05\ntopics = [\"a\"]\npresent = [\n  \"li-min\",\n  \"sun-lei\",\n  \"zhao-gang\",\n]\n";
    let ours = base.replace("  \"sun-lei\",\n", "") + "late = [\"sun-lei\"]\n";
    let theirs = base.replace("  \"zhao-gang\",\n", "").replace("[\"a\"]", "[\"a\", \"b\"]")
        + "absent = [\n  { member = \"zhao-gang\" },\n]\n";
    assert_eq!(
        clean(MEETING, base, &ours, &theirs),
        "kind = \"general\"\ndate = 2026-11-05\ntopics = [\"a\", \"b\"]\npresent = [\n  \"li-min\",\n]\nlate = [\"sun-lei\"]\nabsent = [\n  { member = \"zhao-gang\" },\n]\n"
    );
    let theirs = base.replace("  \"sun-lei\",\n", "") + "absent = [\n  { member = \"sun-lei\" },\n]\n";
    let merged = three(MEETING, base, &ours, &theirs);
    assert_eq!(merged.clashes().count(), 2, "one place in each list: {}", merged.text());
    let parted = sides(&merged.text()).expect("marks");
    let again = three(MEETING, base, &parted.ours, &parted.theirs);
    assert_eq!(again.clashes().count(), 2, "{}", again.text());
    assert!(!again.settle(|clash| Some(clash.ours.clone())).text().contains("member ="));
}

#[test]
fn two_edits_of_what_has_no_id_clash_and_additions_do_not() {
    let decision = |text: &str| format!("\n[[decision]]\ntext = \"{text}\"\n");
    let meeting = |texts: &[&str]| {
        let decisions: String = texts.iter().map(|text| decision(text)).collect();
        format!("kind = \"general\"\ndate = 2026-11-05\n{decisions}")
    };
    assert_eq!(
        clean(MEETING, &meeting(&["a"]), &meeting(&["a", "b"]), &meeting(&["a", "c"])),
        meeting(&["a", "b", "c"])
    );
    let merged = three(MEETING, &meeting(&["a"]), &meeting(&["a1"]), &meeting(&["a2"]));
    assert_eq!(merged.clashes().count(), 2, "{}", merged.text());
    let topics = |topics: &str| format!("kind = \"general\"\ndate = 2026-11-05\ntopics = [{topics}]\n");
    let merged = three(MEETING, &topics("\"甲\""), &topics("\"甲一\""), &topics("\"甲二\""));
    assert_eq!(merged.clashes().count(), 1, "{}", merged.text());
}

#[test]
fn a_line_is_settled_key_by_key() {
    let text = |points, note: &str, more: &str| {
        format!("  {{ id = \"a\", points = {points}, note = \"{note}\"{more} }}, # x\n")
    };
    let (ours, theirs) = (text(2, "x", ""), text(3, "y", ", struck = \"登错\""));
    let clash = Clash { way: vec![], base: text(1, "x", ""), ours, theirs };
    assert_eq!(clash.mixed(|_| None), None, "points are on nobody's side");
    let theirs = |key: &str| (key == "points").then_some(Side::Theirs);
    assert_eq!(clash.mixed(theirs), Some(text(3, "y", ", struck = \"登错\"")), "what one side changed is that side's");
    let some = |key: &str| Some(if key == "note" { Side::Theirs } else { Side::Ours });
    assert_eq!(clash.mixed(some), Some(text(2, "y", "")));
    assert_eq!(Clash { ours: String::new(), ..clash }.mixed(some), None, "a line that is gone has no keys");
}

#[test]
fn line_ends_and_the_mark_stay_those_of_ours() {
    let ours = format!("\u{feff}{}", ledger(&[A, B2]).replace('\n', "\r\n"));
    let merged = clean(LEDGER, &ledger(&[A, B]), &ours, &ledger(&[A, B, C]));
    assert_eq!(merged, format!("\u{feff}{}", ledger(&[A, B2, C]).replace('\n', "\r\n")));
    let mixed = ledger(&[A, B]).replace('\n', "\r\n").replacen("},\r\n", "},\n", 1);
    assert_eq!(clean(LEDGER, &ledger(&[A, B]), &mixed, &ledger(&[A, B2])), ledger(&[A, B2]).replace('\n', "\r\n"));
}

#[test]
fn a_clash_at_the_beginning_has_its_marks_behind_that_of_the_text() {
    let member = |name: &str| format!("\u{feff}name = \"{name}\"\n");
    let merged = three(MEMBER, &member("孙磊"), &member("孙雷"), &member("孙蕾"));
    let text = merged.text();
    assert!(text.starts_with("\u{feff}<<<<<<< ours\n"), "{text}");
    assert_eq!(sides(&text), Some(Sides { ours: member("孙雷"), theirs: member("孙蕾"), hunks: 1 }));
}

#[test]
fn an_order_that_only_one_side_changed_is_taken() {
    let (a2, c2) = (("aaaaaa", "02", "3"), ("cccccc", "06", "3"));
    let base = ledger(&[A, B, C]);
    for (ours, theirs) in [([C, A, B], [a2, B, C]), ([a2, B, C], [C, A, B])] {
        assert_eq!(clean(LEDGER, &base, &ledger(&ours), &ledger(&theirs)), ledger(&[C, a2, B]));
    }
    assert_eq!(clean(LEDGER, &base, &ledger(&[C, A, B]), &ledger(&[B, A, c2])), ledger(&[c2, A, B]), "both: ours");
}

#[test]
fn what_cannot_be_read_is_not_merged() {
    let path = RelPath::new(LEDGER).expect("a path");
    assert_eq!(merge(&path, "", "<<<<<<< x\n", &ledger(&[A])), None);
    let path = RelPath::new("rules/points.toml").expect("a path");
    let list = "item = [\n  { id = \"a\" },\n]\n";
    assert_eq!(
        merge(&path, "x = 1\n", &format!("x = 1\n{list}"), "x = 1\n[[item]]\nid = \"b\"\n"),
        None,
        "two ways of one list"
    );
}

#[test]
fn a_record_is_found_in_a_larger_repository() {
    let found = |path: &str| record_path(path).map(|path| path.to_string());
    assert_eq!(found("党 支部/members/a.toml").as_deref(), Some("members/a.toml"));
    assert_eq!(found("points/2026-11.toml").as_deref(), Some("points/2026-11.toml"));
    assert_eq!(found("x/notes.md"), None);
}
