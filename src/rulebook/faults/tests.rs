//! Each way in which a rulebook can be wrong: the smallest text that is, and what is said of it.

use super::super::Rulebook;
use crate::record::{RelPath, Shape, Source, read};
use crate::words::Lang;

pub(super) const BRANCH: &str = "\
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

pub(super) const MEETINGS: &str = "\
[[kind]]
id = \"general\"
name = \"党员大会\"
[[kind]]
id = \"group\"
name = \"小组会\"
";

pub(super) const CATEGORY: &str = "\
[[category]]
id = \"life\"
name = \"组织生活\"
";

fn source(name: &str, text: &str) -> Source {
    Source::new(RelPath::new(&format!("rules/{name}")).expect("a path"), text)
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
        assessment: text("assessment.toml").map(|text| record("assessment.toml", text)),
        appraisal: text("appraisal.toml").map(|text| record("appraisal.toml", text)),
        branch: text("branch.toml").map(|text| record("branch.toml", text)),
        meetings: text("meetings.toml").map(|text| record("meetings.toml", text)),
        points: text("points.toml").map(|text| record("points.toml", text)),
        editions: text("editions.toml").map(|text| record("editions.toml", text)),
        duties: text("duties.toml").map(|text| record("duties.toml", text)),
        dues: text("dues.toml").map(|text| record("dues.toml", text)),
        holidays: text("holidays.toml").map(|text| record("holidays.toml", text)),
        steps: text("steps.toml").map(|text| record("steps.toml", text)),
        study: text("study.toml").map(|text| record("study.toml", text)),
        talks: text("talks.toml").map(|text| record("talks.toml", text)),
    }
}

/// What is said of a rulebook, in both languages: place, code, fact and cure of each fault.
pub(super) fn told(files: &[(&str, &str)]) -> String {
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
    insta::assert_snapshot!(branch("[[post]]\nid = \"a\"\nname = \"甲\"\n[[post]]\nid = \"a\"\nname = \"乙\"\n"), @r#"
    rules/branch.toml:5:6 rule-twice "a"
      “a”重复了，前一处在第 2 行 | 换一个编号，或删去一处
      `a` is declared twice, first in line 2 | give it another id, or delete one of the two
    "#);
    insta::assert_snapshot!(branch("[[standing]]\nid = \"left\"\nname = \"离开\"\n"), @r#"
    rules/branch.toml:2:6 rule-reserved "left"
      身份“left”由程序自带 | 删去这一条，或换一个编号
      the standing `left` is the program's own | delete it, or give it another id
    "#);
    insta::assert_snapshot!(branch(&format!("{BRANCH}[[class]]\nid = \"a\"\nname = \"甲\"\nposts = [\"secretry\"]\n")), @r#"
    rules/branch.toml:14:10 rule-unknown-id "secretry"
      rules/branch.toml 里没有职务“secretry” | 是不是“secretary”？
      no post `secretry` in rules/branch.toml | did you mean `secretary`?
    "#);
    insta::assert_snapshot!(
        branch("[[class]]\nid = \"a\"\nname = \"甲\"\ndefault = true\n[[class]]\nid = \"b\"\nname = \"乙\"\ndefault = true\n"),
        @r#"
        rules/branch.toml:6:6 rule-twice "b"
          “b”和“a”都是默认类别 | 只给一个写 default = true
          `b` and `a` are both the default class | keep `default = true` with one of them
        "#
    );
}

#[test]
fn what_meeting_rules_cannot_say() {
    insta::assert_snapshot!(meetings("[[reason]]\nid = \"ill\"\nname = \"病\"\n[[reason]]\nid = \"ill\"\nname = \"病假\"\n"), @r#"
    rules/meetings.toml:5:6 rule-twice "ill"
      “ill”重复了，前一处在第 2 行 | 换一个编号，或删去一处
      `ill` is declared twice, first in line 2 | give it another id, or delete one of the two
    "#);
    insta::assert_snapshot!(meetings(&format!("{MEETINGS}standings = [\"ful\"]\nchair = [\"chair\"]\nrecorder = [\"secretay\"]\n")), @r#"
    rules/meetings.toml:7:14 rule-unknown-id "ful"
      rules/branch.toml 里没有身份“ful” | 是不是“full”？
      no standing `ful` in rules/branch.toml | did you mean `full`?
    rules/meetings.toml:8:10 rule-unknown-id "chair"
      rules/branch.toml 里没有职务“chair” | 先在 rules/branch.toml 里用 [[post]] 写上它
      no post `chair` in rules/branch.toml | declare it in rules/branch.toml with `[[post]]`
    rules/meetings.toml:9:13 rule-unknown-id "secretay"
      rules/branch.toml 里没有职务“secretay” | 是不是“secretary”？
      no post `secretay` in rules/branch.toml | did you mean `secretary`?
    "#);
    insta::assert_snapshot!(meetings(&format!("{MEETINGS}scope = \"group\"\nposts = [\"secretary\"]\n")), @r#"
    rules/meetings.toml:8:10 rule-scope "secretary"
      “group”由小组召开，应到的却都不是小组里的职务 | 用 standings 写应到的人，或改成 scope = "branch"
      `group` is a meeting of a group, but none of the posts that are due is of a group | say who is due by `standings`, or write `scope = "branch"`
    "#);
    insta::assert_snapshot!(meetings(&format!("{MEETINGS}[[decision]]\nid = \"a\"\nname = \"甲\"\nkinds = [\"genral\"]\n")), @r#"
    rules/meetings.toml:10:10 rule-unknown-id "genral"
      rules/meetings.toml 里没有会议活动种类“genral” | 是不是“general”？
      no kind of meeting `genral` in rules/meetings.toml | did you mean `general`?
    "#);
}

#[test]
fn a_group_may_meet_by_its_own_posts() {
    assert_eq!(meetings(&format!("{MEETINGS}scope = \"group\"\nposts = [\"group-leader\"]\n")), "");
}

#[test]
fn what_a_scheme_cannot_say() {
    insta::assert_snapshot!(scheme("until = 2025-12-31\nperiod = \"month\"\n"), @r#"
    rules/points.toml:3:9 rule-dates 2025-12-31
      最后一天 2025-12-31 早于第一天 2026-01-01 | until 写 2026-01-01 或以后的日期
      the last day, 2025-12-31, is before the first, 2026-01-01 | write `until` as 2026-01-01 or later
    "#);
    insta::assert_snapshot!(scheme("period = \"month\"\nbase = 60\nceiling = { month = 50 }\n"), @r#"
    rules/points.toml:5:11 rule-ceiling { month = 50 }
      上限 50 低于基础分 60 | 写 60 或更高
      the ceiling, 50, is below the base, 60 | write 60 or more
    "#);
    insta::assert_snapshot!(scheme("period = \"month\"\nfloor = { month = 0.5 }\n"), @r#"
    rules/points.toml:4:9 rule-ceiling { month = 0.5 }
      下限 0.5 高于基础分 0 | 写 0 或更低
      the floor, 0.5, is above the base, 0 | write 0 or less
    "#);
    insta::assert_snapshot!(scheme("period = \"year\"\nbase = 20\nfloor = { month = 5 }\nceiling = { month = 2.5 }\n"), @"
    rules/points.toml:5:9 rule-ceiling { month = 5 }
      下限 5 高于上限 2.5 | 写 2.5 或更低
      the floor, 5, is above the ceiling, 2.5 | write 2.5 or less
    rules/points.toml:6:11 rule-ceiling { month = 2.5 }
      上限 2.5 低于基础分 20 | 写 20 或更高
      the ceiling, 2.5, is below the base, 20 | write 20 or more
    ");
    insta::assert_snapshot!(scheme("period = \"month\"\n[[scheme]]\nfrom = 2026-07-01\nperiod = \"year\"\n"), @r#"
    rules/points.toml:5:8 rule-dates 2026-07-01
      2026-07-01 有两个积分办法同时有效，另一个在第 1 行 | 给较早的一条（第 1 行）写上 until = 2026-06-30
      two schemes hold on 2026-07-01, the other one is in line 1 | give the earlier one, in line 1, `until = 2026-06-30`
    "#);
    insta::assert_snapshot!(scheme("period = \"month\"\n[[scheme]]\nfrom = 2026-01-01\nperiod = \"year\"\n"), @r#"
    rules/points.toml:5:8 rule-dates 2026-01-01
      2026-01-01 有两个积分办法同时有效，另一个在第 1 行 | 改其中一条的 from 或 until，或删去一条
      two schemes hold on 2026-01-01, the other one is in line 1 | change `from` or `until` of one of them, or delete one
    "#);
}

#[test]
fn what_an_item_cannot_say() {
    insta::assert_snapshot!(item("until = 2025-12-31\npoints = 1\n"), @r#"
    rules/points.toml:9:9 rule-dates 2025-12-31
      最后一天 2025-12-31 早于第一天 2026-01-01 | until 写 2026-01-01 或以后的日期
      the last day, 2025-12-31, is before the first, 2026-01-01 | write `until` as 2026-01-01 or later
    "#);
    insta::assert_snapshot!(item(""), @r#"
    rules/points.toml:5:6 rule-points "x"
      “x”没有写 points，也没有写 range | 写固定分值 points = 2，或范围 range = [1, 5]
      `x` says neither `points` nor `range` | write `points = 2`, or `range = [1, 5]` to choose from
    "#);
    insta::assert_snapshot!(item("points = 1\nrange = [1, 2]\n"), @r#"
    rules/points.toml:10:9 rule-points [1, 2]
      “x”既写了 points，又写了 range | 只留一个
      `x` says both `points` and `range` | keep one of them
    "#);
    insta::assert_snapshot!(item("range = [-1, -5]\n"), @r#"
    rules/points.toml:9:9 rule-points [-1, -5]
      range 应是两个数，先最低，后最高 | 写成 range = [-5, -1]
      a range is two figures, the least and then the most | write `range = [-5, -1]`
    "#);
    insta::assert_snapshot!(item("range = [5]\n"), @r#"
    rules/points.toml:9:9 rule-points [5]
      range 应是两个数，先最低，后最高 | 写成 points = 5
      a range is two figures, the least and then the most | write `points = 5`
    "#);
    insta::assert_snapshot!(item("range = []\n"), @r#"
    rules/points.toml:9:9 rule-points []
      range 应是两个数，先最低，后最高 | 写成 range = [1, 5]
      a range is two figures, the least and then the most | write `range = [1, 5]`
    "#);
    insta::assert_snapshot!(item("range = [1, 2]\nrole = { kinds = [\"group\"], roles = [\"chair\"] }\n"), @"
    rules/points.toml:9:9 rule-points [1, 2]
      “x”自动计分，没有人在范围里选 | 改写 points；或删去计分依据，由人登记
      `x` is earned by itself, so nobody chooses from a range | write `points`, or delete what earns it, to award it by hand
    ");
    insta::assert_snapshot!(item("range = [1, 5]\nceiling = { month = 4.5, year = 20 }\n"), @r#"
    rules/points.toml:10:11 rule-ceiling { month = 4.5, year = 20 }
      “x”的上限 4.5 低于一次的 5 分 | 写 5 或更高
      the ceiling of `x`, 4.5, is below the 5 of a single award | write 5 or more
    "#);
    insta::assert_snapshot!(item("points = 1\nceiling = { month = 4, year = 3 }\n"), @r#"
    rules/points.toml:10:11 rule-ceiling { month = 4, year = 3 }
      全年的上限 3 低于一个月的 4 | 写 4 或更高
      the ceiling of a year, 3, is below that of a month, 4 | write 4 or more
    "#);
    insta::assert_snapshot!(item("points = -1\nceiling = { month = 4 }\n"), @r#"
    rules/points.toml:10:11 rule-ceiling { month = 4 }
      “x”是扣分，上限不起作用 | 删去 ceiling
      `x` only deducts, so a ceiling does nothing | delete `ceiling`
    "#);
    insta::assert_snapshot!(item("points = 1\nattendance = { kinds = [\"grop\"], states = [\"present\"] }\n"), @r#"
    rules/points.toml:10:25 rule-unknown-id "grop"
      rules/meetings.toml 里没有会议活动种类“grop” | 是不是“group”？
      no kind of meeting `grop` in rules/meetings.toml | did you mean `group`?
    "#);
    insta::assert_snapshot!(item("points = 1\nattendance = { kinds = [\"group\"], states = [\"open\"] }\n"), @r#"
    rules/points.toml:10:14 rule-earned { kinds = ["group"], states = ["open"] }
      “x”按 open 计分，而 open 不能得分，也不能扣分 | 从 states 里删去 open
      `x` counts `open`, which can earn nothing and cost nothing | take `open` out of the states
    "#);
    insta::assert_snapshot!(item("points = 1\nrole = { roles = [\"chair\"] }\n"), @r#"
    rules/points.toml:10:8 rule-earned { roles = ["chair"] }
      “x”的 kinds 是空的，永远计不到分 | 在 kinds 里至少写一个
      `x` names no kinds, so nothing ever earns it | name at least one of the kinds
    "#);
    insta::assert_snapshot!(
        item(
            "points = 1\nattendance = { kinds = [\"group\"], states = [\"present\"] }\n\
             role = { kinds = [\"group\"], roles = [\"chair\"] }\n"
        ),
        @r#"
    rules/points.toml:5:6 rule-earned "x"
      “x”既按这个又按那个计分：attendance, role | 分成两条
      `x` is earned in several ways: attendance, role | make two items of it
    "#
    );
    insta::assert_snapshot!(
        item("points = 1\n[[item]]\nid = \"x\"\nname = \"乙\"\ncategory = \"lif\"\nfrom = 2026-07-01\npoints = 2\n"),
        @r#"
        rules/points.toml:11:6 rule-twice "x"
          2026-07-01 有两条“x”同时有效，另一条在第 4 行 | 给较早的一条（第 4 行）写上 until = 2026-06-30
          two items `x` hold on 2026-07-01, the other one is in line 4 | give the earlier one, in line 4, `until = 2026-06-30`
        rules/points.toml:13:12 rule-unknown-id "lif"
          rules/points.toml 里没有积分类别“lif” | 是不是“life”？
          no category `lif` in rules/points.toml | did you mean `life`?
        "#
    );
}

#[test]
fn an_item_may_change_from_a_day_on() {
    let second = "[[item]]\nid = \"x\"\nname = \"乙\"\ncategory = \"life\"\nfrom = 2026-07-01\npoints = 2\n";
    assert_eq!(item(&format!("until = 2026-06-30\npoints = 1\n{second}")), "");
}

#[test]
fn what_rules_of_study_cannot_say() {
    let study = |text: &str| {
        let kinds = "[[study]]\nid = \"own\"\nname = \"自学\"\ndefault = true\n";
        told(&[("branch.toml", BRANCH), ("study.toml", &format!("{kinds}{text}"))])
    };
    insta::assert_snapshot!(study("[[study]]\nid = \"own\"\nname = \"再学\"\n"), @r#"
    rules/study.toml:6:6 rule-twice "own"
      “own”重复了，前一处在第 2 行 | 换一个编号，或删去一处
      `own` is declared twice, first in line 2 | give it another id, or delete one of the two
    "#);
    insta::assert_snapshot!(study("[[study]]\nid = \"b\"\nname = \"乙\"\ndefault = true\n"), @r#"
    rules/study.toml:6:6 rule-twice "b"
      “b”和“own”都是默认的学习形式 | 只给一个写 default = true
      `b` and `own` are both the default kind of study | keep `default = true` with one of them
    "#);
    insta::assert_snapshot!(study("[[owed]]\nfrom = 2026-01-01\nuntil = 2025-12-31\nhours = 32\n"), @"
    rules/study.toml:5:1 rule-owed [[owed]]
      没有写谁应学这些学时 | 用 standings 写身份，或用 posts 写职务
      nobody owes these hours | name `standings` or `posts`
    rules/study.toml:7:9 rule-dates 2025-12-31
      最后一天 2025-12-31 早于第一天 2026-01-01 | until 写 2026-01-01 或以后的日期
      the last day, 2025-12-31, is before the first, 2026-01-01 | write `until` as 2026-01-01 or later
    ");
    insta::assert_snapshot!(
        study("[[owed]]\nfrom = 2026-01-01\nhours = 32\nstandings = [\"ful\"]\nposts = [\"chief\"]\nkinds = [\"onw\"]\n"),
        @r#"
    rules/study.toml:8:14 rule-unknown-id "ful"
      rules/branch.toml 里没有身份“ful” | 是不是“full”？
      no standing `ful` in rules/branch.toml | did you mean `full`?
    rules/study.toml:9:10 rule-unknown-id "chief"
      rules/branch.toml 里没有职务“chief” | 先在 rules/branch.toml 里用 [[post]] 写上它
      no post `chief` in rules/branch.toml | declare it in rules/branch.toml with `[[post]]`
    rules/study.toml:10:10 rule-unknown-id "onw"
      rules/study.toml 里没有学习形式“onw” | 是不是“own”？
      no kind of study `onw` in rules/study.toml | did you mean `own`?
    "#
    );
}

#[test]
fn what_rules_of_dues_cannot_say() {
    let dues = |text: &str| told(&[("dues.toml", text)]);
    let rate = |keys: &str| dues(&format!("[[rate]]\nid = \"a\"\nname = \"甲\"\nfrom = 2026-01-01\n{keys}"));
    insta::assert_snapshot!(dues("due-day = 32\n[[arrears]]\nmonths = 0\nname = \"甲\"\n"), @"
    rules/dues.toml:1:11 rule-dues 32
      每月没有 32 日 | 写 1 到 31
      no month has a day 32 | write 1 to 31
    rules/dues.toml:3:10 rule-dues 0
      欠交的月数应从 1 开始，由少到多 | 按 months 从小到大排列
      the months in arrears should begin at 1 or more, and go up | order them by `months`
    ");
    insta::assert_snapshot!(dues("[[arrears]]\nmonths = 3\nname = \"甲\"\n[[arrears]]\nmonths = 3\nname = \"乙\"\n"), @"
    rules/dues.toml:5:10 rule-dues 3
      欠交的月数应从 1 开始，由少到多 | 按 months 从小到大排列
      the months in arrears should begin at 1 or more, and go up | order them by `months`
    ");
    insta::assert_snapshot!(rate("bands = []\n"), @"
    rules/dues.toml:5:9 rule-dues []
      “a”的各档应由低到高，最后一档不写 up-to | 按 up-to 从小到大排列，最后一档不写 up-to
      the bands of `a` should go up, the last one without `up-to` | order them by `up-to`, and leave it out of the last
    ");
    insta::assert_snapshot!(rate("until = 2025-12-31\nbands = [{ up-to = \"3000\", percent = 1 }]\n"), @r#"
    rules/dues.toml:5:9 rule-dates 2025-12-31
      最后一天 2025-12-31 早于第一天 2026-01-01 | until 写 2026-01-01 或以后的日期
      the last day, 2025-12-31, is before the first, 2026-01-01 | write `until` as 2026-01-01 or later
    rules/dues.toml:6:9 rule-dues [{ up-to = "3000", percent = 1 }]
      “a”的各档应由低到高，最后一档不写 up-to | 按 up-to 从小到大排列，最后一档不写 up-to
      the bands of `a` should go up, the last one without `up-to` | order them by `up-to`, and leave it out of the last
    "#);
    insta::assert_snapshot!(
        rate("bands = [{ up-to = \"5000\", percent = 1 }, { up-to = \"3000\", percent = 2 }, {}]\n"),
        @r#"
    rules/dues.toml:5:9 rule-dues [{ up-to = "5000", percent = 1 }, { up-to = "3000", percent = 2 }, {}]
      “a”的各档应由低到高，最后一档不写 up-to | 按 up-to 从小到大排列，最后一档不写 up-to
      the bands of `a` should go up, the last one without `up-to` | order them by `up-to`, and leave it out of the last
    rules/dues.toml:5:76 rule-dues {}
      每一档应写 percent 或 amount 中的一个 | 写成 { up-to = "3000", percent = 0.5 }
      a band says either `percent` or `amount` | write `{ up-to = "3000", percent = 0.5 }`
    "#
    );
    insta::assert_snapshot!(
        rate("bands = [{ amount = \"1\" }]\n[[rate]]\nid = \"a\"\nname = \"乙\"\nfrom = 2026-07-01\nbands = [{ percent = 1 }]\n"),
        @r#"
    rules/dues.toml:7:6 rule-twice "a"
      2026-07-01 有两条“a”同时有效，另一条在第 1 行 | 给较早的一条（第 1 行）写上 until = 2026-06-30
      two rates `a` hold on 2026-07-01, the other one is in line 1 | give the earlier one, in line 1, `until = 2026-06-30`
    "#
    );
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

/// What is said of a scheme of a year with more keys, beside the branch and its grades.
fn year(keys: &str) -> String {
    let grades = "takes-part = [\"full\"]\ngraded = [\"full\"]\nshare-of = \"appraised\"\n[[grade]]\nid = \"good\"\nname = \"优秀\"\n";
    let text = format!("[[scheme]]\nfrom = 2026-01-01\nperiod = \"year\"\n{keys}");
    told(&[("branch.toml", BRANCH), ("appraisal.toml", grades), ("points.toml", &text)])
}

#[test]
fn bands_meet() {
    assert_eq!(
        year("bands = [{ id = \"a\", name = \"好\", least = 80 }, { id = \"b\", name = \"差\", most = 79.5 }]\n"),
        ""
    );
    insta::assert_snapshot!(year("bands = [{ id = \"a\", name = \"好\", least = 80 }, { id = \"b\", name = \"差\", most = 79 }]\n"), @"
    rules/points.toml:4:79 rule-bands 79
      79 和 80 之间的分数不属于任何等次（有半分） | 写成 most = 79.5
      what lies between 79 and 80 is in no band (there are half points) | write `most = 79.5`
    ");
    insta::assert_snapshot!(year("bands = [{ id = \"a\", name = \"好\", least = 80 }, { id = \"b\", name = \"差\", most = 80 }]\n"), @"
    rules/points.toml:4:79 rule-bands 80
      80 到 80 分属于两个等次 | 写成 most = 79.5
      what lies from 80 to 80 is in two bands | write `most = 79.5`
    ");
    insta::assert_snapshot!(year("bands = [{ id = \"a\", name = \"好\", least = 80 }]\n"), @"
    rules/points.toml:4:42 rule-bands 80
      低于 80 分的不属于任何等次 | 最低的等次不写 least
      what is below 80 lies in no band | leave `least` out of the lowest band
    ");
    insta::assert_snapshot!(year("bands = [{ id = \"a\", name = \"好\" }, { id = \"a\", name = \"差\" }]\n"), @r#"
    rules/points.toml:4:43 rule-bands "a"
      两个等次都没有写 least | 只有最低的等次不写 least
      two bands have no `least` | only the lowest band has none
    rules/points.toml:4:43 rule-twice "a"
      “a”重复了，前一处在第 4 行 | 换一个编号，或删去一处
      `a` is declared twice, first in line 4 | give it another id, or delete one of the two
    "#);
    insta::assert_snapshot!(year("bands = [{ id = \"a\", name = \"好\", least = 1 }, { id = \"b\", name = \"差\", least = 1 }, { id = \"c\", name = \"无\" }]\n"), @"
    rules/points.toml:4:79 rule-bands 1
      “好”和“差”都从 1 分起 | 改其中一个的 least
      `好` and `差` both begin at 1 | change `least` of one of them
    ");
}

#[test]
fn what_is_carried_and_folded_in() {
    insta::assert_snapshot!(year("carry = { percent = 0, most = 0 }\n"), @"
    rules/points.toml:4:21 rule-carry 0
      0% 不是一个份额 | 写 1 到 100
      0% is no share | write 1 to 100
    rules/points.toml:4:31 rule-carry 0
      最多 0 分，等于不结转 | 写 1 或更高
      with 0 at most, nothing is carried | write 1 or more
    ");
    insta::assert_snapshot!(year("appraisal = { grades = [{ grade = \"god\", points = 20 }, { grade = \"good\", percent = 300 }, { grade = \"good\" }] }\n"), @r#"
    rules/points.toml:4:35 rule-unknown-id "god"
      rules/appraisal.toml 里没有评议等次“god” | 是不是“good”？
      no grade `god` in rules/appraisal.toml | did you mean `good`?
    rules/points.toml:4:57 rule-appraisal { grade = "good", percent = 300 }
      有的等次加分，有的按系数 | 全写 points，或全写 percent
      some grades add points, and others are factors | write `points` for all, or `percent` for all
    rules/points.toml:4:85 rule-appraisal 300
      系数 300% 不合理 | 写 0 到 200
      300% is no factor | write 0 to 200
    rules/points.toml:4:92 rule-appraisal { grade = "good" }
      每个等次写 points 或 percent，只写一样 | 加分写 points = 20，按系数写 percent = 110
      a grade comes to `points` or to a `percent`, to one of the two | write `points = 20` to add, or `percent = 110` for a factor
    rules/points.toml:4:102 rule-twice "good"
      “good”重复了，前一处在第 4 行 | 换一个编号，或删去一处
      `good` is declared twice, first in line 4 | give it another id, or delete one of the two
    "#);
    insta::assert_snapshot!(scheme("period = \"month\"\nappraisal = { grades = [] }\n"), @r#"
    rules/points.toml:4:13 rule-appraisal { grades = [] }
      民主评议一年一次，只能折算进全年的积分 | 写 period = "year"，或删去 appraisal
      the appraisal is of a year, and only a scored year can take it in | write `period = "year"`, or delete `appraisal`
    "#);
    insta::assert_snapshot!(year("ceiling = { year = 50 }\nstandard = { line = 60, in-a-row = 0 }\nobjection-days = 0\n"), @"
    rules/points.toml:5:12 rule-standard { line = 60, in-a-row = 0 }
      达标线 60 高于上限 50，谁也达不到 | 写 50 或更低
      nobody can reach the line of 60: the ceiling is 50 | write 50 or less
    rules/points.toml:5:36 rule-standard 0
      0 太少 | 写 1 或更高
      0 is too few | write 1 or more
    rules/points.toml:6:18 rule-standard 0
      异议期不能是 0 天 | 写 1 到 60
      objections cannot be taken for 0 days | write 1 to 60
    ");
    insta::assert_snapshot!(year("base = 20\nclass-base = [{ class = \"x\", base = 70 }]\nceiling = { year = 50 }\n"), @r#"
    rules/points.toml:5:25 rule-unknown-id "x"
      rules/branch.toml 里没有人员类型“x” | 先在 rules/branch.toml 里用 [[class]] 写上它
      no class `x` in rules/branch.toml | declare it in rules/branch.toml with `[[class]]`
    rules/points.toml:6:11 rule-ceiling { year = 50 }
      上限 50 低于基础分 70 | 写 70 或更高
      the ceiling, 50, is below the base, 70 | write 70 or more
    "#);
}

#[test]
fn gaps_between_rules() {
    insta::assert_snapshot!(scheme("until = 2026-05-31\nperiod = \"month\"\n[[scheme]]\nfrom = 2026-07-01\nperiod = \"month\"\n"), @"
    rules/points.toml:6:8 rule-gap 2026-07-01
      2026-06-01 到 2026-06-30 没有积分办法 | 前一条（第 1 行）写到 until = 2026-06-30，或这一条从 from = 2026-06-01 起；确实停过的，换一个编号
      no scheme holds from 2026-06-01 to 2026-06-30 | let the one in line 1 hold `until = 2026-06-30`, or this one `from = 2026-06-01`; where it did pause, give it another id
    ");
    insta::assert_snapshot!(item("until = 2026-05-31\npoints = 1\n[[item]]\nid = \"x\"\nname = \"甲\"\ncategory = \"life\"\nfrom = 2026-06-02\npoints = 1\n"), @"
    rules/points.toml:15:8 rule-gap 2026-06-02
      “x”在 2026-06-01 到 2026-06-01 没有规定 | 前一条（第 4 行）写到 until = 2026-06-01，或这一条从 from = 2026-06-01 起；确实停过的，换一个编号
      no item `x` holds from 2026-06-01 to 2026-06-01 | let the one in line 4 hold `until = 2026-06-01`, or this one `from = 2026-06-01`; where it did pause, give it another id
    ");
    assert_eq!(
        item(
            "until = 2026-05-31\npoints = 1\n[[item]]\nid = \"x\"\nname = \"甲\"\ncategory = \"life\"\nfrom = 2026-06-01\npoints = 1\n"
        ),
        ""
    );
}

#[test]
fn limits_over_every_stretch() {
    insta::assert_snapshot!(item("points = 1\nceiling = { day = 2, month = 4, quarter = 3, half-year = 6, year = 5 }\n"), @"
    rules/points.toml:10:11 rule-ceiling { day = 2, month = 4, quarter = 3, half-year = 6, year = 5 }
      一个季度的上限 3 低于一个月的 4 | 写 4 或更高
      the ceiling of a quarter, 3, is below that of a month, 4 | write 4 or more
    rules/points.toml:10:11 rule-ceiling { day = 2, month = 4, quarter = 3, half-year = 6, year = 5 }
      全年的上限 5 低于半年的 6 | 写 6 或更高
      the ceiling of a year, 5, is below that of half a year, 6 | write 6 or more
    ");
    insta::assert_snapshot!(item("points = 2\nfloor = { month = -4 }\n"), @"
    rules/points.toml:10:9 rule-ceiling { month = -4 }
      “x”是加分，下限不起作用 | 删去 floor
      `x` only awards, so a floor does nothing | delete `floor`
    ");
    insta::assert_snapshot!(item("range = [-5, -1]\nfloor = { month = -4, year = -3 }\n"), @"
    rules/points.toml:10:9 rule-ceiling { month = -4, year = -3 }
      “x”的下限 -3 高于一次的 -5 分 | 写 -5 或更低
      the floor of `x`, -3, is above the -5 of a single deduction | write -5 or less
    rules/points.toml:10:9 rule-ceiling { month = -4, year = -3 }
      “x”的下限 -4 高于一次的 -5 分 | 写 -5 或更低
      the floor of `x`, -4, is above the -5 of a single deduction | write -5 or less
    rules/points.toml:10:9 rule-ceiling { month = -4, year = -3 }
      全年的下限 -3 高于一个月的 -4 | 写 -4 或更低
      the floor of a year, -3, is above that of a month, -4 | write -4 or less
    ");
    assert_eq!(item("range = [-5, -1]\nfloor = { month = -5, year = -10 }\n"), "");
    insta::assert_snapshot!(item("points = 1\nveto = true\ndouble = { marks = [\"x\"] }\nattendance = { kinds = [\"group\"], states = [\"absent\"] }\n"), @r#"
    rules/points.toml:10:8 rule-earned true
      “x”自动计分，不能一票否决 | 删去 veto；或删去计分依据，由人登记
      `x` is earned by itself, so it can be no veto | delete `veto`, or what earns it, to award it by hand
    rules/points.toml:11:21 rule-unknown-id "x"
      rules/points.toml 里没有记录标记“x” | 先在 rules/points.toml 里用 [[mark]] 写上它
      no mark `x` in rules/points.toml | declare it in rules/points.toml with `[[mark]]`
    "#);
    insta::assert_snapshot!(item("veto = true\ndouble = {}\n"), @"
    rules/points.toml:10:10 rule-earned {}
      “x”的 marks 是空的，永远计不到分 | 在 marks 里至少写一个
      `x` names no marks, so nothing ever earns it | name at least one of the marks
    ");
    let category = |keys: &str| {
        let text = format!(
            "{CATEGORY}{keys}[[item]]\nid = \"x\"\nname = \"甲\"\ncategory = \"life\"\nfrom = 2026-01-01\nrange = [1, 5]\n"
        );
        told(&[("points.toml", &text)])
    };
    insta::assert_snapshot!(category("ceiling = { month = 4 }\nfloor = { month = -4, year = -2 }\n"), @"
    rules/points.toml:4:11 rule-ceiling { month = 4 }
      “x”的上限 4 低于一次的 5 分 | 写 5 或更高
      the ceiling of `x`, 4, is below the 5 of a single award | write 5 or more
    rules/points.toml:5:9 rule-ceiling { month = -4, year = -2 }
      全年的下限 -2 高于一个月的 -4 | 写 -4 或更低
      the floor of a year, -2, is above that of a month, -4 | write -4 or less
    ");
    insta::assert_snapshot!(category("from = 2026-07-01\nuntil = 2026-06-30\n[[category]]\nid = \"life\"\nname = \"组织生活\"\nfrom = 2026-07-01\n"), @"
    rules/points.toml:5:9 rule-dates 2026-06-30
      最后一天 2026-06-30 早于第一天 2026-07-01 | until 写 2026-07-01 或以后的日期
      the last day, 2026-06-30, is before the first, 2026-07-01 | write `until` as 2026-07-01 or later
    ");
    assert_eq!(
        category("until = 2026-06-30\n[[category]]\nid = \"life\"\nname = \"组织生活\"\nfrom = 2026-07-01\n"),
        ""
    );
}

#[test]
fn what_appraisal_rules_cannot_say() {
    let text = "takes-part = [\"full\"]\ngraded = [\"full\", \"staf\"]\nshare-of = \"members\"\n[[grade]]\nid = \"a\"\nname = \"甲\"\nmost = { part = 4, of = 3 }\n";
    insta::assert_snapshot!(told(&[("branch.toml", BRANCH), ("appraisal.toml", text)]), @r#"
    rules/appraisal.toml:2:19 rule-appraisal "staf"
      “staf”定等次，却不参加评议 | 把 staf 写进 takes-part
      `staf` is graded, but does not take part | name staf in `takes-part`
    rules/appraisal.toml:2:19 rule-unknown-id "staf"
      rules/branch.toml 里没有身份“staf” | 先在 rules/branch.toml 里用 [[standing]] 写上它
      no standing `staf` in rules/branch.toml | declare it in rules/branch.toml with `[[standing]]`
    rules/appraisal.toml:7:25 rule-appraisal 3
      4/3 不是一个份额 | 三分之一写 { part = 1, of = 3 }
      4 of 3 is no share | write a third as `{ part = 1, of = 3 }`
    "#);
}
