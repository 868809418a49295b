//! What goes out as a table and comes in again changes nothing, whatever the records say.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};
use std::sync::OnceLock;

use proptest::collection::vec;
use proptest::prelude::*;
use tempfile::TempDir;

/// The people, with what begins their file.
const PEOPLE: [(&str, &str); 7] = [
    ("zhao-gang", "name = \"赵刚\"\n"),
    ("wang-fang", "name = \"王芳\"\n"),
    ("wang-fang-2", "name = \"王芳\"\nnote = \"从城北来，=1\"\n"),
    ("sun-lei", "name = \"孙磊\"\nhere = 2024-03-01\n"),
    ("jose-pena", "name = \"José Peña\"\n"),
    ("abudu", "name = \"阿卜杜·买买提\"\n"),
    ("li-min", "name = \"李敏\"\n"),
];

/// What goes out, by what it is taken in as; `{month}` is one of those that have records.
const TABLES: [(&str, &str); 16] = [
    ("members", "member list"),
    ("members", "report members --period {month}"),
    ("members", "export --month {month} --table members"),
    ("groups", "group list"),
    ("meetings", "meeting list"),
    ("meetings", "report meetings --period {month}"),
    ("meetings", "export --month {month} --table meetings"),
    ("attendance", "export --month {month} --table attendance"),
    ("points", "points list --period 2026"),
    ("points", "export --month {month} --table points_detail"),
    ("study", "study list --period 2026"),
    ("study", "report study --period 2026"),
    ("study", "export --month {month} --table study"),
    ("dues", "dues list --period 2026"),
    ("dues", "report dues --period 2026"),
    ("dues", "export --month {month} --table dues"),
];

pub(crate) fn zhibu(dir: &Path, lang: &str, words: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_zhibu"));
    command.args(["--lang", lang]).args(words).current_dir(dir).env("ZHIBU_TODAY", "2026-11-30").output().unwrap()
}

/// A directory without records.
fn empty() -> &'static TempDir {
    static EMPTY: OnceLock<TempDir> = OnceLock::new();
    EMPTY.get_or_init(|| {
        let dir = tempfile::tempdir().unwrap();
        assert!(zhibu(dir.path(), "zh", &["init", ".", "--name", "站南", "--no-commit"]).status.success());
        dir
    })
}

/// Throws of dice.
struct Dice(Vec<u8>, usize);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.1 += 1;
        usize::from(self.0[self.1 % self.0.len()]) % limit
    }

    fn one_of<'a>(&mut self, texts: &[&'a str]) -> &'a str {
        texts[self.below(texts.len())]
    }

    /// A person who is there in October and November.
    fn person(&mut self) -> &'static str {
        PEOPLE[self.below(5)].0
    }
}

/// A branch with records of any kind, struck lines, observers and posts of no known day too.
pub(crate) fn branch(bytes: Vec<u8>) -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    assert!(Command::new("cp").arg("-r").arg(empty().path().join(".")).arg(dir.path()).status().unwrap().success());
    let mut dice = Dice(bytes, 0);
    let write = |path: &str, text: &str| {
        let path = dir.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    write("groups/criminal.toml", "name = \"刑侦党小组\"\nfrom = 2020-01-01\n");
    write("groups/office.toml", "name = \"综合党小组\"\nfrom = 2020-01-01\n");
    for (at, (id, begins)) in PEOPLE.iter().enumerate() {
        let mut text = (*begins).to_owned();
        let first = dice.one_of(&["staff", "applicant", "probationary", "full"]);
        text += &format!("\n[[standing]]\nis = \"{first}\"\nfrom = 2021-0{}-01\n", 1 + at);
        if first == "probationary" {
            text += "\n[[standing]]\nis = \"full\"\nfrom = 2022-09-01\n";
        }
        if at > 4 {
            text += "\n[[standing]]\nis = \"left\"\nfrom = 2026-09-15\nreason = \"调动\"\n";
        }
        match dice.below(3) {
            0 => {}
            more => text += &format!("\n[[group]]\nid = \"{}\"\nfrom = 2024-05-01\n", ["criminal", "office"][more - 1]),
        }
        if first == "full" && dice.below(3) == 0 {
            text += &format!("\n[[post]]\nid = \"{}\"\n", dice.one_of(&["secretary", "organization", "group-leader"]));
        }
        if dice.below(4) == 0 {
            text += &format!(
                "\n[[class]]\nid = \"{}\"\nfrom = 2024-05-01\n",
                dice.one_of(&["elder", "mobile", "ordinary"])
            );
        }
        write(&format!("members/{id}.toml"), &text);
    }
    for day in 1..=2 + dice.below(4) {
        let kind = dice.one_of(&["general", "committee", "group", "lesson", "theme-day", "volunteer", "lecture"]);
        let (month, group) = (10 + dice.below(2), dice.one_of(&["criminal", "office"]));
        let date = format!("2026-{month}-{:02}", day * 3);
        let mut text = format!("kind = \"{kind}\"\ndate = {date}\n");
        let mut stem = format!("{date}-{kind}");
        if kind == "group" {
            text += &format!("group = \"{group}\"\n");
            stem += &format!("-{group}");
        }
        text += dice.one_of(&["", "time = \"14:30-15:20\"\n", "time = \"9:00\"\nplace = \"二楼, \\\"大\\\"会议室\"\n"]);
        text += dice.one_of(&["", "chair = \"zhao-gang\"\n", "recorder = \"wang-fang-2\"\n"]);
        text += dice.one_of(&["", "topics = [\"学习；研究\"]\n", "topics = [\"一\", \"=二\"]\nlinks = [\"legal\"]\n"]);
        let (mut lists, mut absent) = (BTreeMap::<&str, Vec<&str>>::new(), Vec::new());
        for (id, _) in &PEOPLE[..5] {
            match dice.below(7) {
                0 | 1 => lists.entry("present").or_default().push(id),
                2 => lists.entry("late").or_default().push(id),
                3 => lists.entry("observers").or_default().push(id),
                4 | 5 => {
                    let more = [
                        "",
                        ", reason = \"duty\"",
                        ", reason = \"none\"",
                        ", note = \"=出警\"",
                        ", made-up = 2026-11-29",
                    ];
                    absent.push(format!("{{ member = \"{id}\"{} }}", dice.one_of(&more)));
                }
                _ => {}
            }
        }
        for (list, people) in lists {
            text += &format!("{list} = {people:?}\n");
        }
        if !absent.is_empty() {
            text += &format!("absent = [{}]\n", absent.join(", "));
        }
        write(&format!("meetings/2026/{stem}.toml"), &text);
    }
    let mut number = 0;
    let mut line = |dice: &mut Dice, says: String| {
        number += 1;
        let more = ["", ", note = \"-1 分\"", ", by = \"zhao-gang\"", ", struck = \"登错\""];
        format!("  {{ id = \"p{number:05}\", {says}{} }},\n", dice.one_of(&more))
    };
    for month in ["10", "11"] {
        let mut points = String::new();
        let mut study = String::new();
        let says = |dice: &mut Dice, mores: &[&str]| {
            let (day, person) = (1 + dice.below(3), dice.person());
            format!("date = 2026-{month}-0{day}, member = \"{person}\", {}", dice.one_of(mores))
        };
        for _ in 0..dice.below(4) {
            let says = says(
                &mut dice,
                &[
                    "item = \"commended\", points = 2",
                    "item = \"complaint\", points = -2",
                    "item = \"correction\", points = 1",
                ],
            );
            points += &line(&mut dice, says);
        }
        for _ in 0..dice.below(4) {
            let title = "hours = 1.5, kind = \"collective\", title = \"宪法, 党章\"";
            let says = says(&mut dice, &["hours = 2, kind = \"own\"", title]);
            study += &line(&mut dice, says);
        }
        write(&format!("points/2026-{month}.toml"), &format!("entries = [\n{points}]\n"));
        write(&format!("study/2026-{month}.toml"), &format!("entries = [\n{study}]\n"));
    }
    let (mut amounts, mut payments) = (String::new(), String::new());
    for (id, _) in &PEOPLE[..5] {
        if dice.below(4) > 0 {
            let from = 1 + dice.below(3);
            amounts += &line(&mut dice, format!("member = \"{id}\", from = \"2026-0{from}\", amount = \"45.50\""));
        }
        for _ in 0..dice.below(3) {
            let (month, day) = (10 + dice.below(2), 1 + dice.below(9));
            let amount = dice.one_of(&["45.50", "20.00", "1110.00"]);
            let says = format!("month = \"2026-{month}\", member = \"{id}\", amount = \"{amount}\"");
            payments += &line(&mut dice, format!("{says}, paid = 2026-{month}-0{day}"));
        }
    }
    write("dues/2026.toml", &format!("amounts = [\n{amounts}]\npayments = [\n{payments}]\n"));
    dir
}

/// Every file with its text.
fn texts(dir: &Path) -> BTreeMap<String, String> {
    let (mut texts, mut folders) = (BTreeMap::new(), vec![dir.to_owned()]);
    while let Some(folder) = folders.pop() {
        for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|end| end == "toml") {
                texts.insert(path.strip_prefix(dir).unwrap().display().to_string(), fs::read_to_string(&path).unwrap());
            }
        }
    }
    texts
}

proptest! {
    #![proptest_config(ProptestConfig { cases: crate::cases(12), failure_persistence: None, max_shrink_iters: 40, ..ProptestConfig::default() })]

    #[test]
    fn out_and_in_again_is_no_change(
        bytes in vec(any::<u8>(), 120).no_shrink(),
        lang in prop_oneof!["zh", "en"],
        format in prop_oneof!["csv", "xlsx"],
        month in prop_oneof!["2026-10", "2026-11"],
    ) {
        let branch = branch(bytes);
        let before = texts(branch.path());
        let file = branch.path().join(format!("table.{format}"));
        for (what, out) in TABLES {
            let words = format!("{out} --format {format}").replace("{month}", &month);
            let written = zhibu(branch.path(), &lang, &words.split(' ').collect::<Vec<_>>());
            prop_assert!(written.status.success(), "{words}: {written:?}");
            fs::write(&file, &written.stdout).unwrap();
            if written.stdout.is_empty() {
                continue;
            }
            let read = zhibu(branch.path(), "en", &["import", what, file.to_str().unwrap(), "--yes", "--no-commit"]);
            let said = String::from_utf8_lossy(&read.stdout).into_owned() + &String::from_utf8_lossy(&read.stderr);
            let is_empty = said.contains("the table is empty") || said.contains("none of the headings");
            prop_assert!(read.status.success() || is_empty, "{words}: {said}");
            for otherwise in [" recorded otherwise", " added", " unmatched"] {
                prop_assert!(!said.contains(otherwise), "{words}: {said}");
            }
            fs::remove_file(&file).unwrap();
            prop_assert_eq!(&texts(branch.path()), &before, "{}", words);
        }
    }
}
