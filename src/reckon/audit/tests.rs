//! Histories of texts, and what follows from them.

use super::*;
use crate::branch::Filed;
use crate::reckon::history::{Chronicle, FileTexts};
use crate::record::{Ledger, Member, Settings, Shape, Source, StudyLedger, read};
use crate::rulebook::Template;

/// A commit: when, by whom, and the whole text of one file after it; none where it is gone.
type Commit<'a> = (&'a str, &'a str, &'a str, Option<&'a str>);

const LEDGER: &str = "points/2026-11.toml";
const STUDY: &str = "study/2026-11.toml";

fn day(text: &str) -> Day {
    Day::parse(text).expect("a day")
}

fn filed_text<T: Shape>(path: &str, text: &str) -> Filed<T> {
    let source = Source::new(RelPath::new(path).expect("a path"), text);
    let record = read(&source).record.expect("a record");
    Filed::new(source, record)
}

/// The commits of a history, one a day.
fn episodes(commits: &[Commit<'_>]) -> Vec<Episode> {
    let mut chronicle = Chronicle::default();
    let mut texts: BTreeMap<String, std::sync::Arc<str>> = BTreeMap::new();
    let episode = |(at, (on, author, path, text)): (usize, &Commit<'_>)| {
        let before = texts.remove(*path);
        let after = text.map(std::sync::Arc::<str>::from);
        texts.extend(after.clone().map(|text| ((*path).to_owned(), text)));
        let file = FileTexts { path: RelPath::new(path).expect("a path"), was: None, before: vec![before], after };
        Episode {
            commit: format!("c{at}"),
            author: (*author).to_owned(),
            seconds: day(on).since(Day::FIRST) * 86_400,
            is_out_of_order: false,
            written: (*on).to_owned(),
            day: Some(day(on)),
            placed: Some(day(on)),
            is_first: false,
            is_merge: false,
            subject: String::new(),
            differences: chronicle.step(&[file]),
        }
    };
    commits.iter().enumerate().map(episode).collect()
}

/// The branch as a history leaves it, under the rules that come with the program.
fn branch(commits: &[Commit<'_>]) -> Branch {
    let source = Source::new(RelPath::new("zhibu.toml").expect("a path"), "");
    let mut branch = Branch::new(Filed::new(source, Settings::named("站南")), Template::PartyBranch.rulebook());
    let people = [("li-min", "李敏"), ("zhao-gang", "赵刚"), ("wang-fang", "王芳"), ("wang-fang-2", "王芳")];
    let member = |(id, name): (&str, &str)| {
        let member: Filed<Member> = filed_text(&format!("members/{id}.toml"), &format!("name = \"{name}\"\n"));
        (MemberId::new(id).expect("an id"), member)
    };
    branch.members = people.into_iter().map(member).collect();
    let last = |path: &str| commits.iter().rfind(|commit| commit.2 == path).and_then(|commit| commit.3);
    branch.ledgers = last(LEDGER).map(|text| filed_text::<Ledger>(LEDGER, text)).into_iter().collect();
    branch.study = last(STUDY).map(|text| filed_text::<StudyLedger>(STUDY, text)).into_iter().collect();
    branch
}

/// What is told of each record: when it was written, whether in time, and what else.
fn told(commits: &[Commit<'_>], first: bool) -> Vec<String> {
    let branch = branch(commits);
    let mut episodes = episodes(commits);
    episodes[0].is_first = first;
    let current = current(&branch);
    let period = Period::parse("2026-11").expect("a period");
    let scope = AuditScope { branch: &branch, current: &current, unreadable: &[], episodes: Some(&episodes), period };
    let line = |one: Audited| {
        let mut line = format!("{} {} {:?}", one.piece.id, one.written.id(), one.filed);
        line.extend(one.recorder.iter().map(|by| format!(" for {by}")));
        line.extend(one.changes.iter().map(|change| format!(" {} {:?}", change.difference.what.id(), change.after)));
        line.extend(one.struck.iter().map(|(day, _)| format!(" struck {}", day.expect("a day"))));
        line.extend(one.gone.iter().map(|gone| format!(" gone {}", gone.is_some())));
        line
    };
    audit(&scope).into_iter().map(line).collect()
}

#[track_caller]
fn case(commits: &[Commit<'_>], expected: &[&str]) {
    assert_eq!(told(commits, false), expected);
}

fn study(lines: &[&str]) -> String {
    let line = |line: &&str| format!("  {{ {line}, member = \"zhao-gang\", hours = 1, kind = \"own\" }},\n");
    format!("entries = [\n{}]\n", lines.iter().map(line).collect::<String>())
}

#[test]
fn a_record_is_as_old_as_its_first_commit() {
    // Three working days after Thursday 5 November end on Tuesday 10.
    let (one, two) =
        (study(&["id = \"a\", date = 2026-11-05"]), study(&["id = \"a\", date = 2026-11-05, note = \"x\""]));
    case(&[("2026-11-10", "李敏", STUDY, Some(&one)), ("2026-11-30", "李敏", STUDY, Some(&two))], &["a on InTime"]);
    case(&[("2026-11-11", "李敏", STUDY, Some(&one))], &["a on Late(1)"]);
    // Taken out and put in again, it is no younger.
    let again = [
        ("2026-11-10", "李敏", STUDY, Some(&*one)),
        ("2026-11-12", "李敏", STUDY, None),
        ("2026-11-30", "李敏", STUDY, Some(&one)),
    ];
    case(&again, &["a on InTime"]);
    // What was before the history nobody knows.
    assert_eq!(told(&[("2026-11-11", "李敏", STUDY, Some(&one))], true), ["a by Open"]);
    assert_eq!(told(&[("2026-11-10", "李敏", STUDY, Some(&one))], true), ["a by InTime"]);
    // A clock that was wrong is told, and judges nothing.
    case(&[("2026-11-04", "李敏", STUDY, Some(&one))], &["a before-it-happened Open"]);
}

#[test]
fn only_what_happened_in_the_period_is_told() {
    let text =
        study(&["id = \"a\", date = 2026-10-31", "id = \"b\", date = 2026-11-01", "id = \"c\", date = 2026-12-01"]);
    case(&[("2026-12-01", "李敏", STUDY, Some(&text))], &["b on Late(27)"]);
}

#[test]
fn who_wrote_for_somebody_else_is_told_where_both_are_known() {
    let text = study(&["id = \"a\", date = 2026-11-05, by = \"zhao-gang\""]);
    for (author, expected) in [
        ("李敏", "a on InTime for zhao-gang"),
        ("Li Min", "a on InTime for zhao-gang"),
        ("li-min", "a on InTime for zhao-gang"),
        ("赵刚", "a on InTime"),
        ("zhaogang", "a on InTime"),
        ("王芳", "a on InTime"),
        ("somebody", "a on InTime"),
    ] {
        case(&[("2026-11-05", author, STUDY, Some(&text))], &[expected]);
    }
}

#[test]
fn what_is_gone_or_struck_is_told() {
    let both = study(&["id = \"a\", date = 2026-11-05", "id = \"b\", date = 2026-11-06"]);
    let one = study(&["id = \"a\", date = 2026-11-05"]);
    let struck = study(&["id = \"a\", date = 2026-11-05, struck = \"重复\""]);
    case(
        &[
            ("2026-11-06", "李敏", STUDY, Some(&both)),
            ("2026-11-20", "李敏", STUDY, Some(&one)),
            ("2026-11-21", "李敏", STUDY, Some(&struck)),
        ],
        &["a on InTime struck 2026-11-21", "b on InTime gone true"],
    );
    // What the files lack, and git never saw go.
    let commits = [("2026-11-06", "李敏", STUDY, Some(&*both))];
    let (branch, episodes) = (branch(&[("", "", STUDY, Some(&one))]), episodes(&commits));
    let current = current(&branch);
    let period = Period::parse("2026-11").expect("a period");
    let scope =
        |unreadable| AuditScope { branch: &branch, current: &current, unreadable, episodes: Some(&episodes), period };
    let gone: Vec<_> = audit(&scope(&[])).into_iter().map(|one| one.gone).collect();
    assert_eq!(gone, [None, Some(None)]);
    let file = [RelPath::new(STUDY).expect("a path")];
    assert_eq!(audit(&scope(&file)).len(), 1, "a file that cannot be read has lost nothing");
    let more = study(&["id = \"c\", date = 2026-11-05"]);
    let branch = self::branch(&[("", "", STUDY, Some(&more))]);
    let scope = AuditScope { branch: &branch, current: &super::current(&branch), ..scope(&[]) };
    assert_eq!(audit(&scope)[1].written, Written::NotYet);
    assert_eq!(audit(&AuditScope { episodes: None, ..scope })[0].written, Written::Unknown);
}

/// A ledger with an award and a list that was posted on 2 December.
fn ledger(more: &str, closed: &str) -> String {
    format!(
        "entries = [\n  {{ id = \"a\", date = 2026-11-05, member = \"zhao-gang\", item = \"good-deed\"{more} }},\n]\npostings = [\n  {{ id = \"p\", period = \"2026-11\", date = 2026-12-02, until = 2026-12-07, rules = \"x\", figures = \"y\"{closed} }},\n]\n"
    )
}

#[test]
fn changes_after_posting_and_closing_are_told() {
    let before = "entries = [\n  { id = \"a\", date = 2026-11-05, member = \"zhao-gang\", item = \"good-deed\" },\n]\n";
    let posted = ledger("", "");
    let changed = ledger(", points = 2", "");
    let closed = ledger(", points = 2", ", closed = 2026-12-08");
    let late = ledger(", points = 3", ", closed = 2026-12-08");
    case(
        &[
            ("2026-11-05", "李敏", LEDGER, Some(before)),
            ("2026-12-02", "李敏", LEDGER, Some(&posted)),
            ("2026-12-03", "李敏", LEDGER, Some(&changed)),
            ("2026-12-08", "李敏", LEDGER, Some(&closed)),
            ("2026-12-09", "李敏", LEDGER, Some(&late)),
        ],
        &[&format!(
            "a on InTime field {:?} field {:?}",
            After::Posted(Period::parse("2026-11").expect("a period"), day("2026-12-02")),
            After::Closed(Period::parse("2026-11").expect("a period"), day("2026-12-08")),
        )],
    );
    // A record that came only afterwards, and one of which nothing changed but the looks.
    let layout = format!("# x\n{posted}");
    let commits = [("2026-12-02", "李敏", LEDGER, Some(&*posted)), ("2026-12-03", "李敏", LEDGER, Some(&layout))];
    case(&commits, &["a on Late(22)"]);
}
