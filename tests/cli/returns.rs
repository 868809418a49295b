//! `zhibu return`: a month as one file, and what it proves.

use std::collections::BTreeMap;
use std::fs;

use insta::assert_snapshot;
use zhibu::package::{files, pack};

use super::sandbox::Sandbox;
use super::sealed::{closed, on, plain, sealed};

/// The files in a return.
fn inside(branch: &Sandbox, path: &str) -> BTreeMap<String, Vec<u8>> {
    files(&fs::read(branch.root().join(path)).unwrap()).unwrap()
}

/// A text in a return.
fn text(branch: &Sandbox, path: &str, file: &str) -> String {
    String::from_utf8(inside(branch, path)[file].clone()).unwrap()
}

/// Writes a return anew after its files were changed.
fn forge(branch: &Sandbox, from: &str, to: &str, change: impl FnOnce(&mut BTreeMap<String, Vec<u8>>)) {
    let mut files = inside(branch, from);
    change(&mut files);
    fs::write(branch.root().join(to), pack(&files.into_iter().collect::<Vec<_>>())).unwrap();
}

/// The states that `return verify` tells, an item a line, without those that hold.
fn doubts(branch: &Sandbox, path: &str) -> (Option<i32>, Vec<String>) {
    let output = branch.command(&["return", "verify", path, "--format", "csv"]).output().unwrap();
    let told = String::from_utf8(output.stdout).unwrap();
    let rows = told.lines().skip(1).filter(|row| !row.contains(",proven,"));
    (output.status.code(), rows.map(|row| row.split(',').take(2).collect::<Vec<_>>().join(" ")).collect())
}

#[test]
fn figures_go_up_and_nobody_with_them() {
    let branch = closed();
    assert_snapshot!(plain(&branch.run("return 2026-10")), @"
    --- stderr
    wrote the return of 2026-10 to xth3a325vfbea5dp-2026-10-counts.zip
    warning: 2026-10 is not sealed: its figures may still change, and the return says so
    counts (nobody named) of 2026-10, to the superior
      exports.toml
    ");
    let mut names = fs::read_dir(branch.root()).unwrap().map(|one| one.unwrap().file_name().into_string().unwrap());
    let path = names.find(|name| name.ends_with("-2026-10-counts.zip")).unwrap();
    assert_eq!(inside(&branch, &path).into_keys().collect::<Vec<_>>(), ["datapackage.json", "measures.csv"]);
    let all: String = ["datapackage.json", "measures.csv"].map(|file| text(&branch, &path, file)).concat();
    for name in ["孙磊", "sun-lei", "赵刚", "李敏", "孙×"] {
        assert!(!all.contains(name), "{name}");
    }
    assert_snapshot!(text(&branch, &path, "measures.csv").replace("\r\n", "\n"), @"
    period,figure,figure_name,group,kind,numerator,denominator,unit,nature
    2026-10,people,people,,staff,1,,people,stock
    2026-10,people,people,criminal,full,3,,people,stock
    2026-10,people,people,office,full,3,,people,stock
    2026-10,people,people,office,probationary,1,,people,stock
    2026-10,meetings,meetings,,theme-day,1,,times,flow
    2026-10,meetings,meetings,criminal,group,1,,times,flow
    2026-10,linked,meetings that served a line of work,,theme-day,0,1,times,flow
    2026-10,linked,meetings that served a line of work,criminal,group,0,1,times,flow
    2026-10,attendance,attendance of those due,criminal,group,2,3,people,flow
    2026-10,attendance,attendance of those due,criminal,theme-day,3,3,people,flow
    2026-10,attendance,attendance of those due,office,theme-day,3,3,people,flow
    2026-10,entries,awards and deductions by hand,criminal,commended,1,,times,flow
    2026-10,points,points,criminal,,195,,points,flow
    2026-10,points,points,office,,185.5,,points,flow
    2026-10,scored,people scored,criminal,pass,3,,people,stock
    2026-10,scored,people scored,office,pass,3,,people,stock
    2026-10,study_hours,hours of study,criminal,collective,3,,hours,flow
    2026-10,issues_found,problems found,,,1,,pieces,flow
    2026-10,issues_open,problems open,,,1,,pieces,stock
    ");
    assert!(branch.read("exports.toml").contains("edition = \"counts\""));
    assert_snapshot!(plain(&branch.run(&format!("return verify {path}"))), @"
    item          state                         found
    ────────────  ────────────────────────────  ──────────────────────────────────────────────────────────────────────────────────────
    whole         proven                        2 files, as they are described
    seal          not provable from this alone  2026-10 is not sealed: its figures may still change
    measures.csv  not provable from this alone  there is no seal to compare it with
    records       not provable from this alone  that the figures follow from the records: zhibu verify 2026-10 proves it at the branch
    sender        not provable from this alone  who sent it: the file is not signed, compare the code with theirs
    --- stderr
    站南派出所党支部 (id xth3a325vfbea5dp), 2026-10, counts
    ");
}

#[test]
fn a_sealed_month_is_proven_table_by_table() {
    let branch = sealed();
    branch.run("return 2026-10 --edition full --to full.zip --for 分局政治处");
    assert!(branch.read("exports.toml").contains("to = \"分局政治处\""));
    assert_snapshot!(plain(&branch.run("return verify full.zip")), @"
    item               state                         found
    ─────────────────  ────────────────────────────  ──────────────────────────────────────────────────────────────────────────────────────
    whole              proven                        15 files, as they are described
    seal               proven                        code SEAL-SEAL-SEAL-SEAL, amended 0 times
    attendance.csv     proven                        as it was sealed
    dues.csv           proven                        as it was sealed
    duties.csv         proven                        as it was sealed
    issues.csv         proven                        as it was sealed
    measures.csv       proven                        as it was sealed
    meetings.csv       proven                        as it was sealed
    members.csv        proven                        as it was sealed
    points.csv         proven                        as it was sealed
    points_detail.csv  proven                        as it was sealed
    study.csv          proven                        as it was sealed
    summary.csv        proven                        as it was sealed
    talks.csv          proven                        as it was sealed
    tasks.csv          not provable from this alone  the seal does not have this table
    records            not provable from this alone  that the figures follow from the records: zhibu verify 2026-10 proves it at the branch
    sender             not provable from this alone  who sent it: the file is not signed, compare the code with theirs
    --- stderr
    站南派出所党支部 (id xth3a325vfbea5dp), 2026-10, full
    ");
    // As it was when it was sealed, whatever was recorded since.
    on(&branch, "2026-11-20", "member edit 孙磊 --name 孙雷 --from 2026-11-20");
    branch.run("return 2026-10 --edition full --to again.zip");
    assert_eq!(doubts(&branch, "again.zip").1, ["tasks.csv unproven", "records unproven", "sender unproven"]);
    // An amendment is one more link of the chain.
    branch.run("points award 孙磊 good-deed 1 --on 10-06 --amend 十月漏记");
    branch.run("return 2026-10 --edition full --to amended.zip");
    assert_eq!(doubts(&branch, "amended.zip").1, ["tasks.csv unproven", "records unproven", "sender unproven"]);
    assert!(text(&branch, "amended.zip", "datapackage.json").contains("\"was\": "));
}

#[test]
fn what_was_changed_on_the_way_is_found() {
    let branch = sealed();
    branch.run("return 2026-10 --edition full --to full.zip");
    let digest = |bytes: &[u8]| zhibu::record::sha256(bytes);
    forge(&branch, "full.zip", "changed.zip", |files| {
        files.get_mut("points.csv").unwrap().push(b'\n');
    });
    assert_eq!(doubts(&branch, "changed.zip").1[..2], ["whole broken", "points.csv broken"]);
    // Who knows the form changes the description too: the seal still tells.
    forge(&branch, "full.zip", "described.zip", |files| {
        let old = digest(&files["points.csv"]);
        files.get_mut("points.csv").unwrap().push(b'\n');
        let new = digest(&files["points.csv"]);
        let text = String::from_utf8(files["datapackage.json"].clone()).unwrap().replace(&old, &new);
        files.insert("datapackage.json".into(), text.into_bytes());
    });
    assert_eq!(
        doubts(&branch, "described.zip"),
        (
            Some(1),
            vec![
                "points.csv broken".into(),
                "tasks.csv unproven".into(),
                "records unproven".into(),
                "sender unproven".into()
            ]
        )
    );
    for (name, file) in [("less.zip", "dues.csv"), ("more.zip", "more.csv")] {
        forge(&branch, "full.zip", name, |files| {
            if files.remove(file).is_none() {
                files.insert(file.into(), b"a\n".to_vec());
            }
        });
        let (code, told) = doubts(&branch, name);
        assert_eq!((code, told[0].as_str()), (Some(1), "whole broken"), "{name}");
    }
    forge(&branch, "full.zip", "resealed.zip", |files| {
        let text = String::from_utf8(files["seal.toml"].clone()).unwrap().replace("points.csv", "paints.csv");
        files.insert("seal.toml".into(), text.into_bytes());
    });
    assert_eq!(doubts(&branch, "resealed.zip").1[0], "seal broken");
    // A newer one is refused, as is what is no return.
    forge(&branch, "full.zip", "newer.zip", |files| {
        let text =
            String::from_utf8(files["datapackage.json"].clone()).unwrap().replace("\"schema\": 2", "\"schema\": 99");
        files.insert("datapackage.json".into(), text.into_bytes());
    });
    assert_snapshot!(branch.refused("return verify newer.zip"), @"
    --- stderr
    error: a newer zhibu wrote this (version 99, this program knows up to 2): get a newer zhibu
    --- exit Some(1)
    ");
    let whole = fs::read(branch.root().join("full.zip")).unwrap();
    fs::write(branch.root().join("cut.zip"), &whole[..whole.len() / 2]).unwrap();
    assert_snapshot!(branch.refused("return verify cut.zip"), @"
    --- stderr
    error: this is no whole zip file
    help: it may be cut off: have it sent once more
    --- exit Some(1)
    ");
    forge(&branch, "full.zip", "other.zip", |files| files.retain(|name, _| name != "datapackage.json"));
    assert_snapshot!(branch.refused("return verify other.zip"), @"
    --- stderr
    error: zhibu return did not write this: it does not say of whom, of which month and edition it is
    help: `zhibu return` writes no such file: ask who sent it
    --- exit Some(1)
    ");
    branch.refused("return verify nowhere.zip");
}

#[test]
fn a_month_that_is_not_as_it_was_sealed_is_not_returned() {
    let branch = sealed();
    let path = "points/2026-10.toml";
    branch.write(path, branch.read(path).replace("points = 5", "points = 6"));
    assert_snapshot!(branch.refused("return 2026-10"), @"
    --- stderr
    error: 2026-10 is not as it was sealed (seals/2026-10.toml): nothing was returned
    help: see what changed: zhibu verify 2026-10
    --- exit Some(1)
    ");
    assert!(!branch.root().join("exports.toml").exists());
    assert_snapshot!(branch.refused("return 2026-12"), @"
    --- stderr
    error: 2026-12 has not begun
    --- exit Some(1)
    ");
    assert_snapshot!(branch.refused("return 2026"), @"
    --- stderr
    error: 2026 is not a month
    help: write --month 2026-11, or --month last-month
    --- exit Some(2)
    ");
    assert_snapshot!(branch.refused("return 2026-11 --edition x"), @"
    --- stderr
    nothing is recorded in 2026-11
    error: no edition `x`
    help: there are: masked (脱敏版), notice (张贴版)
    --- exit Some(2)
    ");
    assert_snapshot!(branch.refused("export -m 2026-11 --format xlsx --headings id -o a.xlsx"), @"
    --- stderr
    error: --headings is for CSV alone
    help: the headings of a workbook follow --lang
    --- exit Some(2)
    ");
}

#[test]
fn a_month_of_which_nothing_is_known_is_not_returned_as_nought() {
    let branch = Sandbox::branch().since("2026-10-15");
    assert_snapshot!(plain(&branch.run("return 2026-09 --to nine.zip")), @"
    --- stderr
    error: nothing is recorded in 2026-09, before the records begin on 2026-10-15 (`since` in zhibu.toml)
    help: log or import its records first, or correct `since` in zhibu.toml
    --- exit Some(1)
    ");
    assert_snapshot!(plain(&branch.run("return 2026-10 --to ten.zip")), @"
    --- stderr
    nothing is recorded in 2026-10
    wrote the return of 2026-10 to ten.zip
    warning: 2026-10 is not sealed: its figures may still change, and the return says so
    counts (nobody named) of 2026-10, to the superior
      exports.toml
    ");
    assert!(!branch.root().join("nine.zip").exists());
    assert!(branch.root().join("ten.zip").exists());
}

#[test]
fn a_duty_stands_in_the_month_it_fell_due_once() {
    let branch = Sandbox::branch();
    let branch = branch.since("2026-07-01");
    let row = |month: &str, on_day: &str| {
        let output = branch
            .command(&["export", "-m", month, "-t", "measures", "--lang", "en"])
            .env("ZHIBU_TODAY", on_day)
            .output()
            .unwrap();
        let told = String::from_utf8(output.stdout).unwrap();
        let quarterly = told.lines().filter(|line| line.contains("duties_kept") && line.contains("general-quarterly"));
        quarterly.map(str::to_owned).collect::<Vec<_>>()
    };
    // Owed for the quarter until 30 September: not before, on its last day still open, the day after missed.
    assert_eq!(row("2026-08", "2026-10-01"), Vec::<String>::new());
    assert_eq!(row("2026-09", "2026-09-30"), Vec::<String>::new());
    assert_eq!(row("2026-09", "2026-10-01"), ["2026-09,duties_kept,duties kept,,general-quarterly,0,1,times,flow"]);
    assert_eq!(row("2026-10", "2026-12-01"), Vec::<String>::new());
    on(&branch, "2026-10-02", "meeting log general --on 2026-09-30");
    assert_eq!(row("2026-09", "2026-10-02"), ["2026-09,duties_kept,duties kept,,general-quarterly,1,1,times,flow"]);
}

/// The columns of each table; a later version only adds some at the end.
#[test]
fn columns_are_only_ever_added_at_the_end() {
    const OF_0_1_0: &str = "\
members: member,name,standing,group,posts,class
meetings: meeting,date,kind,kind_name,group,group_name,time,place,chair,recorder,due,present,late,made_up,excused,absent,exempt,open,rate,topics,links,decisions
attendance: meeting,date,kind,group,member,name,state,reason,made_up,note
points: member,name,group,standing,class,base,carried,earned,deducted,cut,total,year_total,band
points_detail: date,member,name,item,item_name,category,raw,counted,links,note,record,line,rule
study: date,member,name,kind,kind_name,hours,title,reflection,note,by,entry
talks: date,member,name,with,with_name,reason,reason_name,place,by,entry
dues: month,member,name,group,due_amount,paid_amount,owed_amount,dues_state,paid,by,note,entry
issues: issue,found,title,where,category,measure,owner,owner_name,deadline,issue_state,overdue_days,progress,progress_date,closed,closed_by,result,links
duties: duty,duty_name,whose,whose_name,period,until,times,done,duty_state,firm,source,rule
summary: figure,value,unit
";
    let branch = closed();
    branch.run("export -m 2026-10 -o out --lang en");
    let mut now = String::new();
    for name in zhibu::report::MonthTable::asked(None) {
        let table = name.id();
        let text = branch.read(&format!("out/{table}.csv"));
        let columns = text.trim_start_matches('\u{feff}').lines().next().unwrap().to_owned();
        let before = OF_0_1_0.lines().find_map(|line| line.strip_prefix(&format!("{table}: ")));
        assert!(
            before.is_none_or(|before| columns == before || columns.starts_with(&format!("{before},"))),
            "{table}: {columns}"
        );
        now += &format!("{table}: {columns}\n");
    }
    assert_snapshot!(now, @"
    members: member,name,standing,group,posts,class
    meetings: meeting,date,kind,kind_name,group,group_name,time,place,chair,recorder,due,present,late,made_up,excused,absent,exempt,open,rate,topics,links,decisions,attended,not_due,sittings
    attendance: meeting,date,kind,group,member,name,state,reason,made_up,note,was_due,sitting_date
    points: member,name,group,standing,class,base,carried,earned,deducted,cut,total,year_total,band,lacks
    points_detail: date,member,name,item,item_name,category,raw,counted,links,note,record,line,rule
    study: date,member,name,kind,kind_name,hours,title,reflection,note,by,entry
    talks: date,member,name,with,with_name,reason,reason_name,place,by,entry
    dues: month,member,name,group,due_amount,paid_amount,owed_amount,dues_state,paid,by,note,entry
    issues: issue,found,title,where,category,measure,owner,owner_name,deadline,issue_state,overdue_days,progress,progress_date,closed,closed_by,result,links,meeting
    tasks: decided,what,owner,owner_name,deadline,task_state,done_on,reported,meeting,task
    duties: duty,duty_name,whose,whose_name,period,until,times,done,duty_state,firm,source,rule
    summary: figure,value,unit
    measures: period,figure,figure_name,group,kind,numerator,denominator,unit,nature
    ");
}

#[test]
fn the_seal_of_another_month_proves_nothing_of_this_one() {
    let branch = sealed();
    branch.run("return 2026-10 --edition full --to full.zip");
    forge(&branch, "full.zip", "moved.zip", |files| {
        let text = String::from_utf8(files["datapackage.json"].clone()).unwrap();
        let text = text.replace("\"period\": \"2026-10\"", "\"period\": \"2026-11\"");
        files.insert("datapackage.json".into(), text.into_bytes());
    });
    assert_eq!(doubts(&branch, "moved.zip").1[0], "seal broken");
    let told = branch.run("--lang zh return verify moved.zip");
    assert!(told.contains("封存的不是 2026-11"), "{told}");
}
