//! What an import writes is what its preview showed, however the sheet was mangled.

use std::collections::BTreeSet;
use std::fs;

use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::Value;

use crate::round::{branch, zhibu};

/// The columns of a roster, with what may stand in them.
const COLUMNS: [(&str, &[&str]); 9] = [
    ("姓名", &["郑一", "吴　二", "孙 三", "周五（女）", "郑一", "合计", "", "赵*", "王芳", "钱七、李八", "José Peña"]),
    ("身份", &["正式党员", "中共预备党员", "群众", "full", "", "党员", "正式党员"]),
    (
        "加入日期",
        &["2019-06-30", "2020.7.1", "２０２１年３月１日", "2019.6", "43646", "", "明天", "2019-06-30（作废）"],
    ),
    ("党小组", &["刑侦党小组", "综合", "第三党小组", "", "无", "刑侦党小组"]),
    ("职务", &["", "书记", "副所长、组织委员", "支部书记", "党小组长"]),
    ("职务起", &["", "2022-01-01", "2018.1.1"]),
    ("类型", &["", "一般党员", "流动党员", "x"]),
    ("离开日期", &["", "", "2024-03-01", "2018-01-01"]),
    ("备注", &["", "=1+1", "从城北来；退伍", "\"引号\"", "a,b"]),
];

/// What is told of the rows, and the answer's end.
fn told(dir: &std::path::Path, words: &[&str]) -> (Vec<Value>, bool) {
    let call = ["import", "members", "t.csv", "--format", "json", "--skip-unmatched", "--no-commit"];
    let output = zhibu(dir, "en", &[&call[..], words].concat());
    let rows = serde_json::from_slice(&output.stdout).unwrap_or_default();
    (rows, output.status.success())
}

/// The days in a text.
fn days(text: &str) -> BTreeSet<String> {
    let is_day = |word: &&str| word.len() == 10 && word.matches('-').count() == 2;
    let words = text.split(|c: char| !c.is_ascii_digit() && c != '-');
    words.filter(is_day).map(str::to_owned).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: crate::cases(8), failure_persistence: None, max_shrink_iters: 60, ..ProptestConfig::default() })]

    #[test]
    fn what_is_written_is_what_the_preview_showed(
        columns in proptest::sample::subsequence((1..COLUMNS.len()).collect::<Vec<_>>(), 2..COLUMNS.len()).prop_shuffle(),
        rows in vec(vec(any::<proptest::sample::Index>(), COLUMNS.len()), 1..8),
        title: bool,
        bom: bool,
    ) {
        let branch = branch(vec![7; 120]);
        let columns: Vec<_> = std::iter::once(0).chain(columns).collect();
        let heading = |at: &usize| if COLUMNS[*at].0 == "职务起" { "任职日期" } else { COLUMNS[*at].0 };
        let mut text = columns.iter().map(heading).collect::<Vec<_>>().join(",") + "\n";
        for row in &rows {
            let cell = |at: &usize| format!("\"{}\"", row[*at].get(COLUMNS[*at].1).replace('"', "\"\""));
            text += &(columns.iter().map(cell).collect::<Vec<_>>().join(",") + "\n");
        }
        let before = if title { "2026年党员名册\n" } else { "" };
        fs::write(branch.path().join("t.csv"), format!("{}{before}{text}", if bom { "\u{feff}" } else { "" })).unwrap();
        let (preview, _) = told(branch.path(), &[]);
        let (written, done) = told(branch.path(), &["--yes"]);
        prop_assert!(done || preview.is_empty(), "{text}");
        prop_assert_eq!(&preview, &written, "{}", text);
        for row in preview.iter().filter(|row| row["becomes"] == "added") {
            let says = row["says"].as_str().unwrap();
            let id = says.split_once('(').and_then(|(_, rest)| rest.split_once(')')).unwrap().0;
            let file = fs::read_to_string(branch.path().join(format!("members/{id}.toml"))).unwrap();
            prop_assert_eq!(days(says), days(&file), "{}\n{}", says, file);
            let has = |block: &str| file.contains(&format!("[[{block}]]"));
            prop_assert_eq!(has("group"), says.contains("党小组 from"), "{}\n{}", says, file);
            prop_assert_eq!(has("class"), says.contains("一般党员") || says.contains("流动党员"), "{}\n{}", says, file);
            prop_assert_eq!(file.contains("note = "), says.contains("note: "), "{}\n{}", says, file);
            prop_assert_eq!(file.matches("[[post]]").count(), says.matches("first day unknown").count() + usize::from(says.contains("书记 from")) + usize::from(says.contains("委员 from")) + usize::from(says.contains("组长 from")), "{}\n{}", says, file);
        }
        let (again, _) = told(branch.path(), &[]);
        for (row, now) in preview.iter().zip(&again).filter(|(row, _)| row["becomes"] == "added") {
            prop_assert_eq!(&now["becomes"], "same", "{}\n{}\n{}", text, row, now);
        }
    }
}
