//! What files say of a month: the day before it, its first and last days, the day after.

use super::*;
use crate::record::RelPath;

/// What a file says of October 2026, as it was known when 23 November began.
#[track_caller]
fn case(path: &str, file: &str, expected: &[&str]) {
    let kind = RelPath::new(path).as_ref().and_then(FileKind::of).expect("a record");
    let (month, day) = (Month::new(2026, 10).expect("a month"), Day::new(2026, 11, 23).expect("a day"));
    let plain = Plain::of(file).expect("TOML");
    let said = text(&held(&kind, &plain, month, day));
    assert_eq!(said.lines().collect::<Vec<_>>(), expected, "{file}");
}

fn person(more: &str) -> String {
    format!("name = \"孙磊\"\nnote = \"x\"\n[[standing]]\nis = \"full\"\nfrom = 2012-01-01\n{more}")
}

const NAME: &str = "name = \"孙磊\"";
const FULL: &str = "standing = { from = 2012-01-01, is = \"full\" }";

#[test]
fn a_person_is_held_as_far_as_the_month_reaches() {
    let in_group = |day: &str| {
        person(&format!(
            "[[group]]\nid = \"a\"\nfrom = 2020-01-01\n[[group]]\nid = \"b\"\nfrom = 2024-01-01\n[[group]]\nid = \"c\"\nfrom = {day}\n"
        ))
    };
    let (b, c) =
        ("group = { from = 2024-01-01, id = \"b\" }", |day: &str| format!("group = {{ from = {day}, id = \"c\" }}"));
    case("members/a.toml", &in_group("2026-11-01"), &[b, NAME, FULL]);
    case("members/a.toml", &in_group("2026-10-31"), &[b, &c("2026-10-31"), NAME, FULL]);
    case("members/a.toml", &in_group("2026-10-02"), &[b, &c("2026-10-02"), NAME, FULL]);
    case("members/a.toml", &in_group("2026-10-01"), &[&c("2026-10-01"), NAME, FULL]);
    let left = |day: &str| person(&format!("[[standing]]\nis = \"left\"\nfrom = {day}\nreason = \"x\"\n"));
    case("members/a.toml", &left("2026-11-01"), &[NAME, FULL]);
    case(
        "members/a.toml",
        &left("2026-10-02"),
        &[NAME, FULL, "standing = { from = 2026-10-02, is = \"left\", reason = \"x\" }"],
    );
    case("members/a.toml", &left("2026-10-01"), &[]);
    case("members/a.toml", "name = \"x\"\n[[standing]]\nis = \"full\"\nfrom = 2026-11-01\n", &[]);
}

#[test]
fn what_ends_after_the_month_does_not_say_when() {
    let post = |until: &str| person(&format!("[[post]]\nid = \"p\"\nfrom = 2024-01-01\nuntil = {until}\n"));
    let open = "post = { from = 2024-01-01, id = \"p\" }";
    case("members/a.toml", &post("2026-11-01"), &[NAME, open, FULL]);
    case("members/a.toml", &post("2026-10-31"), &[NAME, open, FULL]);
    case(
        "members/a.toml",
        &post("2026-10-30"),
        &[NAME, "post = { from = 2024-01-01, id = \"p\", until = 2026-10-30 }", FULL],
    );
    case("members/a.toml", &post("2026-09-30"), &[NAME, FULL]);
    let group = |until: &str| format!("name = \"x\"\nfrom = 2024-01-01\nuntil = {until}\n");
    case("groups/a.toml", &group("2026-10-31"), &["from = 2024-01-01", "name = \"x\""]);
    case("groups/a.toml", &group("2026-10-30"), &["from = 2024-01-01", "name = \"x\"", "until = 2026-10-30"]);
    case("groups/a.toml", &group("2026-09-30"), &[]);
}

#[test]
fn of_ledgers_the_lines_of_the_month_are_held() {
    let amount = |from: &str, member: &str| {
        format!("{{ id = \"{member}1\", member = \"{member}\", from = \"{from}\", amount = \"40\" }}")
    };
    let paid = |id: &str, month: &str, day: &str| {
        format!("{{ id = \"{id}\", month = \"{month}\", member = \"a\", amount = \"40\", paid = {day}, by = \"c\" }}")
    };
    let dues = format!(
        "amounts = [{}, {}, {}, {}]\npayments = [{}, {}, {}, {}, {}]\n",
        amount("2026-01", "a"),
        amount("2026-09", "a"),
        amount("2026-11", "a"),
        amount("2026-01", "b"),
        paid("p1", "2026-09", "2026-10-05"),
        paid("p2", "2026-10", "2026-11-22"),
        paid("p3", "2026-10", "2026-11-23"),
        paid("p4", "2026-11", "2026-10-05"),
        paid("p5", "2026-10", "2026-10-05").replace(" }", ", struck = \"x\" }"),
    );
    case(
        "dues/2026.toml",
        &dues,
        &[
            "amounts = { amount = \"40\", from = \"2026-01\", id = \"b1\", member = \"b\" }",
            "amounts = { amount = \"40\", from = \"2026-09\", id = \"a1\", member = \"a\" }",
            "payments = { amount = \"40\", id = \"p2\", member = \"a\", month = \"2026-10\", paid = 2026-11-22 }",
        ],
    );
    case(
        "plans/2026.toml",
        "entries = [{ id = \"a\", until = 2026-10-31, what = \"x\", done = 2026-11-22, owner = \"a\" }, { id = \"b\", until = 2026-10-01, what = \"y\", done = 2026-11-23 }, { id = \"c\", until = 2026-11-01, what = \"z\" }]",
        &[
            "entries = { done = 2026-11-22, id = \"a\", until = 2026-10-31, what = \"x\" }",
            "entries = { id = \"b\", until = 2026-10-01, what = \"y\" }",
        ],
    );
    case(
        "requests/2026.toml",
        "entries = [{ id = \"a\", date = 2026-10-31, what = \"x\", delivered = 2026-11-23, as = \"y\", hours = 1 }, { id = \"b\", date = 2026-11-01, what = \"x\" }]",
        &["entries = { date = 2026-10-31, id = \"a\", what = \"x\" }"],
    );
    case(
        "talks/2026.toml",
        "entries = [{ id = \"a\", date = 2026-10-01, who = \"x\", with = \"y\", by = \"z\" }, { id = \"b\", date = 2026-09-30 }]",
        &["entries = { date = 2026-10-01, id = \"a\", who = \"x\", with = \"y\" }"],
    );
}

#[test]
fn a_problem_is_held_while_it_is_open() {
    let issue = |more: &str| format!("title = \"x\"\nowner = \"a\"\ndeadline = 2026-10-05\n{more}");
    let path = "issues/2026/2026-09-05-k7p2m4.toml";
    let (found, title) = ("found = 2026-09-05", "title = \"x\"");
    case(path, &issue("found = 2026-09-05\n"), &[found, title]);
    case(path, &issue("found = 2026-09-05\nclosed = 2026-11-01\n"), &[found, title]);
    case(path, &issue("found = 2026-09-05\nclosed = 2026-10-31\n"), &["closed = 2026-10-31", found, title]);
    case(path, &issue("found = 2026-09-05\nclosed = 2026-09-30\n"), &[]);
    case(path, &issue("found = 2026-11-01\n"), &[]);
    case(path, &issue("found = 2026-09-05\nstruck = \"x\"\n"), &[]);
    let again = |closed: &str, day: &str| {
        issue(&format!("found = 2026-09-05\n[[reopened]]\ndate = {day}\nwhy = \"x\"\nclosed = {closed}\n"))
    };
    case(path, &again("2026-09-20", "2026-10-31"), &["closed = 2026-09-20", found, "reopened = 2026-10-31", title]);
    case(path, &again("2026-09-20", "2026-11-01"), &[]);
    case(path, &again("2026-11-20", "2026-11-25"), &[found, title]);
}

#[test]
fn of_rules_what_has_days_is_held() {
    case(
        "rules/points.toml",
        "least = 3\n[[item]]\nid = \"a\"\nname = \"x\"\nsource = \"y\"\nfrom = 2026-01-01\nuntil = 2026-10-31\npoints = 2.0\n[[item]]\nid = \"a\"\nfrom = 2026-11-01\npoints = 3\n[[category]]\nid = \"c\"\n",
        &["item = { from = 2026-01-01, id = \"a\", points = 2 }", "least = 3"],
    );
    case("rules/accepted.toml", "x = 1", &[]);
    case("points/2026-10.toml", "x = 1", &[]);
}
