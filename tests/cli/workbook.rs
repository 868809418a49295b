//! The month as a workbook, read back and set against the CSV of the same month.

use std::collections::{BTreeMap, HashSet};
use std::fs;

use calamine::{Data, Range, Reader, Xlsx, open_workbook};
use insta::assert_snapshot;

use super::sandbox::Sandbox;

/// The tables in the order of the sheets, and the names of these in Chinese.
const SHEETS: [(&str, &str); 13] = [
    ("summary", "本月数字"),
    ("members", "人员"),
    ("meetings", "会议和活动"),
    ("attendance", "考勤"),
    ("points", "积分"),
    ("points_detail", "积分明细"),
    ("study", "学习"),
    ("talks", "谈心谈话"),
    ("dues", "交费"),
    ("issues", "问题"),
    ("tasks", "决议落实"),
    ("duties", "应办事项"),
    ("measures", "指标分子分母"),
];

fn branch() -> Sandbox {
    let branch = Sandbox::branch();
    branch.run("meeting log group -g 刑侦 --on 11-05 --absent 孙磊:duty:=1+1 --link 刑侦 --topic =HYPERLINK(\"x\")");
    branch.run("meeting log general --on 11-09 --time 15:00-16:10 --decision 接收许诺 --votes 5,0,0");
    branch.run("points award 孙磊 commended 5 --note @cmd");
    branch.run("points award 王芳2 good-deed 1.5 --on 11-10");
    branch.run("study log 孙磊 2.5 --title 学习党章");
    branch.run("talk log 赵刚 孙磊 --on 11-20");
    branch.run("dues set 赵刚 45.50 --from 2026-01");
    branch.run("dues pay 赵刚 2026-11");
    branch.run("issue open 台账不全 --owner 孙磊 --deadline 2026-12-15");
    branch
}

fn sheets(branch: &Sandbox, path: &str) -> Vec<(String, Range<Data>)> {
    let mut book: Xlsx<_> = open_workbook(branch.root().join(path)).unwrap();
    for name in book.sheet_names() {
        assert!(book.worksheet_formula(&name).unwrap().is_empty(), "{name} has formulas");
    }
    book.worksheets()
}

fn csv_rows(branch: &Sandbox, path: &str) -> Vec<Vec<String>> {
    let text = branch.read(path);
    let mut reader =
        csv::ReaderBuilder::new().has_headers(false).from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

/// The day of a date of a sheet.
fn day(serial: f64) -> String {
    let first = chrono::NaiveDate::from_ymd_opt(1899, 12, 30).unwrap();
    (first + chrono::Days::new(serial as u64)).to_string()
}

/// Every cell of every sheet says what the CSV says: days as dates, numbers as numbers, texts as they are, and of codes
/// the names, one for each.
#[track_caller]
fn says_what_the_csv_says(branch: &Sandbox, lang: &str) {
    branch.run(&format!("export --month 2026-11 --out csv --lang {lang}"));
    branch.run(&format!("export --month 2026-11 --format xlsx --out month.xlsx --lang {lang}"));
    let sheets = sheets(branch, "month.xlsx");
    assert_eq!(sheets.len(), SHEETS.len());
    let mut kinds = HashSet::new();
    for ((name, range), (table, chinese)) in sheets.iter().zip(SHEETS) {
        assert_eq!(if lang == "zh" { name } else { chinese }, chinese);
        let rows = csv_rows(branch, &format!("csv/{table}.csv"));
        let first = if table == "summary" { 2 } else { 0 };
        let mut names: BTreeMap<(usize, usize, &str), &str> = BTreeMap::new();
        let mut headings = HashSet::new();
        for (at, row) in rows.iter().enumerate() {
            for (column, said) in row.iter().enumerate() {
                let cell = range.get_value(((first + at) as u32, column as u32)).unwrap_or(&Data::Empty);
                let place = format!("{name} {at}:{column}");
                match cell {
                    Data::Empty => assert_eq!(said, "", "{place}"),
                    Data::Float(number) => assert_eq!(said.parse(), Ok(*number), "{place}"),
                    Data::DateTime(date) => assert_eq!(*said, day(date.as_f64()), "{place}"),
                    Data::String(text) if at == 0 && lang == "en" => {
                        assert!(headings.insert(text), "{place}: {text} again");
                    }
                    Data::String(text) if at == 0 => assert_eq!(said, text, "{place}"),
                    Data::String(text) if *text == said.trim_start_matches('\'') => {}
                    Data::String(text) => {
                        let code = said.chars().all(|c| c.is_ascii_alphanumeric() || "-_. ;".contains(c));
                        assert!(code && !said.is_empty(), "{place}: {said} is {text}");
                        // Hours of study and of work are units of one id.
                        let row = if table == "summary" { at } else { 0 };
                        let known = names.entry((row, column, said)).or_insert(text);
                        assert_eq!(known, text, "{place}");
                    }
                    other => panic!("{place}: {other:?}"),
                }
                kinds.insert(std::mem::discriminant(cell));
            }
        }
        assert!(table == "summary" || range.height() == rows.len(), "{name}");
    }
    assert_eq!(kinds.len(), 4, "nothing, days, numbers and texts");
}

#[test]
fn a_workbook_says_what_the_csv_says() {
    let branch = branch();
    says_what_the_csv_says(&branch, "zh");
    says_what_the_csv_says(&branch, "en");
}

#[test]
fn the_month_is_exported_as_a_workbook() {
    let branch = branch();
    assert_snapshot!(branch.run("export --month 2026-11 --format xlsx --out out/november.xlsx"), @"
    --- stderr
    exported 2026-11: out/november.xlsx
    ");
    assert_snapshot!(branch.run("export --month 2026-11 --format xlsx --out out --dry-run"), @"
    --- stderr
    would write out/2026-11.xlsx
    ");
    assert_snapshot!(branch.run("export --month 2026-11 --format xlsx --out out"), @"
    --- stderr
    exported 2026-11: out/2026-11.xlsx
    ");
    let read = |path| fs::read(branch.root().join(path)).unwrap();
    assert!(read("out/november.xlsx") == read("out/2026-11.xlsx"), "the same records are the same bytes");
    let piped = branch.command(&["export", "--month", "2026-11", "--format", "xlsx"]).output().unwrap();
    assert!(piped.stdout == read("out/november.xlsx"));
    let mut later = branch.command(&["export", "--month", "2026-11", "--format", "xlsx"]);
    assert!(
        later.env("ZHIBU_TODAY", "2026-11-24").output().unwrap().stdout == piped.stdout,
        "no day is written into it"
    );
}

#[test]
fn figures_that_are_drawn_stand_beside_the_month() {
    let branch = branch();
    branch.run("export --month 2026-11 --format xlsx --lang zh --out out.xlsx");
    let sheets = sheets(&branch, "out.xlsx");
    let (_, summary) = &sheets[0];
    assert_eq!(summary.get_value((0, 0)), Some(&Data::String("站南派出所党支部 2026-11".into())));
    let beside: Vec<_> =
        summary.rows().map(|row| row[4..].iter().map(ToString::to_string).collect::<Vec<_>>()).collect();
    let beside: Vec<_> = beside.into_iter().map(|row| row.join(" ")).filter(|row| !row.trim().is_empty()).collect();
    assert_snapshot!(beside.join("\n"), @"
    种类 会议次数 应到 免到 实到 出勤率（%）
    党员大会 1 7 1 6 100
    党小组会 1 3 0 2 66.7
    小组名称 会议次数 应到 免到 实到 出勤率（%）
    刑侦党小组 2 6 0 5 83.3
    综合党小组 1 4 1 3 100
    等次 人数    
    优秀 0    
    良好 0    
    达标 6    
    未达标 0
    ");
}

#[test]
fn one_table_and_any_report_can_be_a_workbook() {
    let branch = branch();
    branch.run("export --month 2026-11 --format xlsx --table attendance --out one.xlsx");
    assert_eq!(sheets(&branch, "one.xlsx").iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>(), ["attendance"]);
    for words in [&["report", "attendance"][..], &["status"], &["meeting", "show", "11-05"], &["audit"], &["history"]] {
        let words = [words, &["--format", "xlsx"]].concat();
        let made = branch.command(&words).output().unwrap();
        fs::write(branch.root().join("any.xlsx"), &made.stdout).unwrap();
        assert!(!sheets(&branch, "any.xlsx").is_empty(), "{words:?}");
    }
}

#[test]
fn what_is_no_export() {
    let branch = branch();
    assert_snapshot!(branch.refused("export --month 2026-11 --format json --out out"), @"
    --- stderr
    error: export writes CSV or a workbook
    help: leave out --format for CSV, or write --format xlsx
    --- exit Some(2)
    ");
    assert_snapshot!(branch.refused("export --month 2026-11 --format xlsx --out zhibu.toml/x.xlsx"), @"
    --- stderr
    error: failed to write `zhibu.toml/x.xlsx`: a part of the path is no folder
    --- exit Some(1)
    ");
}
