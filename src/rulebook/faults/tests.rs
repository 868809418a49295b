//! Each way in which a rulebook can be wrong: the smallest text that is, and what is said of it.

use super::super::Rulebook;
use crate::record::{RelPath, Shape, Source, read};
use crate::words::Lang;

const BRANCH: &str = "\
[[standing]]
id = \"full\"
name = \"正式党员\"
[[post]]
id = \"secretary\"
name = \"书记\"
[[post]]
id = \"group-leader\"
name = \"组长\"
of-group = true
";

const MEETINGS: &str = "\
[[kind]]
id = \"general\"
name = \"党员大会\"
[[kind]]
id = \"group\"
name = \"小组会\"
";

const CATEGORY: &str = "\
[[category]]
id = \"life\"
name = \"组织生活\"
";

fn source(name: &str, text: &str) -> Source {
    Source { path: RelPath::new(&format!("rules/{name}")).expect("a path"), text: text.into() }
}

#[track_caller]
fn record<T: Shape>(name: &str, text: &str) -> (Source, T) {
    let source = source(name, text);
    let reading = read(&source);
    assert_eq!((&reading.faults, &reading.notes), (&vec![], &vec![]), "{name}");
    (source, reading.record.expect("a record"))
}

/// The rulebook of some files, each of which reads without a fault and without an unknown key.
#[track_caller]
pub(in super::super) fn rulebook(files: &[(&str, &str)]) -> Rulebook {
    let text = |name| files.iter().find(|(file, _)| *file == name).map(|(_, text)| *text);
    Rulebook {
        branch: text("branch.toml").map(|text| record("branch.toml", text)),
        meetings: text("meetings.toml").map(|text| record("meetings.toml", text)),
        points: text("points.toml").map(|text| record("points.toml", text)),
    }
}

/// What is said of a rulebook, in both languages: place, code, fact and cure of each fault.
fn told(files: &[(&str, &str)]) -> String {
    let mut told = String::new();
    for fault in rulebook(files).faults() {
        let place = fault.place.expect("a place");
        let excerpt = place.excerpt.clone().expect("a line");
        told += &format!("{place} {} {}\n", fault.code, &excerpt.line[excerpt.from..excerpt.to]);
        for lang in [Lang::Zh, Lang::En] {
            let cure = fault.cure.as_ref().expect("a cure");
            told += &format!("  {} | {}\n", fault.fact.get(lang), cure.get(lang));
        }
    }
    told
}

fn branch(text: &str) -> String {
    told(&[("branch.toml", text)])
}

fn meetings(text: &str) -> String {
    told(&[("branch.toml", BRANCH), ("meetings.toml", text)])
}

/// What is said of one scheme with more keys.
fn scheme(keys: &str) -> String {
    told(&[("points.toml", &format!("[[scheme]]\nfrom = 2026-01-01\n{keys}"))])
}

/// What is said of one item with more keys.
fn item(keys: &str) -> String {
    let text = format!("{CATEGORY}[[item]]\nid = \"x\"\nname = \"甲\"\ncategory = \"life\"\nfrom = 2026-01-01\n{keys}");
    told(&[("meetings.toml", MEETINGS), ("points.toml", &text)])
}

#[test]
fn what_branch_rules_cannot_say() {
    insta::assert_snapshot!(branch("[[post]]\nid = \"a\"\nname = \"甲\"\n[[post]]\nid = \"a\"\nname = \"乙\"\n"), @"");
    insta::assert_snapshot!(branch("[[standing]]\nid = \"left\"\nname = \"离开\"\n"), @"");
    insta::assert_snapshot!(branch(&format!("{BRANCH}[[class]]\nid = \"a\"\nname = \"甲\"\nposts = [\"secretry\"]\n")), @"");
    insta::assert_snapshot!(
        branch("[[class]]\nid = \"a\"\nname = \"甲\"\ndefault = true\n[[class]]\nid = \"b\"\nname = \"乙\"\ndefault = true\n"),
        @""
    );
}

#[test]
fn what_meeting_rules_cannot_say() {
    insta::assert_snapshot!(meetings("[[reason]]\nid = \"ill\"\nname = \"病\"\n[[reason]]\nid = \"ill\"\nname = \"病假\"\n"), @"");
    insta::assert_snapshot!(meetings(&format!("{MEETINGS}standings = [\"ful\"]\nchair = [\"chair\"]\nrecorder = [\"secretay\"]\n")), @"");
    insta::assert_snapshot!(meetings(&format!("{MEETINGS}scope = \"group\"\nposts = [\"secretary\"]\n")), @"");
    insta::assert_snapshot!(meetings(&format!("{MEETINGS}[[decision]]\nid = \"a\"\nname = \"甲\"\nkinds = [\"genral\"]\n")), @"");
}

#[test]
fn a_group_may_meet_by_its_own_posts() {
    assert_eq!(meetings(&format!("{MEETINGS}scope = \"group\"\nposts = [\"group-leader\"]\n")), "");
}

#[test]
fn what_a_scheme_cannot_say() {
    insta::assert_snapshot!(scheme("until = 2025-12-31\nperiod = \"month\"\n"), @"");
    insta::assert_snapshot!(scheme("period = \"month\"\nbase = 60\nceiling = { month = 50 }\n"), @"");
    insta::assert_snapshot!(scheme("period = \"month\"\nfloor = { month = 0.5 }\n"), @"");
    insta::assert_snapshot!(scheme("period = \"year\"\nbase = 20\nfloor = { month = 5 }\nceiling = { month = 2.5 }\n"), @"");
    insta::assert_snapshot!(scheme("period = \"month\"\n[[scheme]]\nfrom = 2026-07-01\nperiod = \"year\"\n"), @"");
    insta::assert_snapshot!(scheme("period = \"month\"\n[[scheme]]\nfrom = 2026-01-01\nperiod = \"year\"\n"), @"");
}

#[test]
fn what_an_item_cannot_say() {
    insta::assert_snapshot!(item("until = 2025-12-31\npoints = 1\n"), @"");
    insta::assert_snapshot!(item(""), @"");
    insta::assert_snapshot!(item("points = 1\nrange = [1, 2]\n"), @"");
    insta::assert_snapshot!(item("range = [-1, -5]\n"), @"");
    insta::assert_snapshot!(item("range = [5]\n"), @"");
    insta::assert_snapshot!(item("range = []\n"), @"");
    insta::assert_snapshot!(item("range = [1, 2]\nrole = { kinds = [\"group\"], roles = [\"chair\"] }\n"), @"");
    insta::assert_snapshot!(item("range = [1, 5]\nceiling = { month = 4.5, year = 20 }\n"), @"");
    insta::assert_snapshot!(item("points = 1\nceiling = { month = 4, year = 3 }\n"), @"");
    insta::assert_snapshot!(item("points = -1\nceiling = { month = 4 }\n"), @"");
    insta::assert_snapshot!(item("points = 1\nattendance = { kinds = [\"grop\"], states = [\"present\"] }\n"), @"");
    insta::assert_snapshot!(item("points = 1\nattendance = { kinds = [\"group\"], states = [\"open\"] }\n"), @"");
    insta::assert_snapshot!(item("points = 1\nrole = { roles = [\"chair\"] }\n"), @"");
    insta::assert_snapshot!(
        item(
            "points = 1\nattendance = { kinds = [\"group\"], states = [\"present\"] }\n\
             role = { kinds = [\"group\"], roles = [\"chair\"] }\n"
        ),
        @""
    );
    insta::assert_snapshot!(
        item("points = 1\n[[item]]\nid = \"x\"\nname = \"乙\"\ncategory = \"lif\"\nfrom = 2026-07-01\npoints = 2\n"),
        @""
    );
}

#[test]
fn an_item_may_change_from_a_day_on() {
    let second = "[[item]]\nid = \"x\"\nname = \"乙\"\ncategory = \"life\"\nfrom = 2026-07-01\npoints = 2\n";
    assert_eq!(item(&format!("until = 2026-06-30\npoints = 1\n{second}")), "");
}

#[test]
fn what_one_file_says_of_another_waits_for_the_other() {
    let strange = "[[kind]]\nid = \"a\"\nname = \"甲\"\nstandings = [\"nobody\"]\nposts = [\"nobody\"]\n";
    assert_eq!(told(&[("meetings.toml", strange)]), "");
    let text = format!(
        "{CATEGORY}[[item]]\nid = \"x\"\nname = \"甲\"\ncategory = \"life\"\nfrom = 2026-01-01\npoints = 1\n\
         role = {{ kinds = [\"nothing\"], roles = [\"chair\"] }}\n"
    );
    assert_eq!(told(&[("points.toml", &text)]), "");
}
