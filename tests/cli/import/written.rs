//! Days, hours and numbers as people write them, in tables and in the shell.

use crate::sandbox::Sandbox;
use crate::terminal::Terminal;

#[track_caller]
fn has(told: &str, all: &[&str]) {
    for one in all {
        assert!(told.contains(one), "no {one:?} in\n{told}");
    }
}

#[test]
fn a_day_without_its_month_takes_that_of_the_title_or_of_the_call() {
    let branch = Sandbox::branch();
    let sheet = "姓名,9号,１２日,主题党日16号\n孙磊,√,×,√\n";
    branch.write("a.csv", format!("2026年十月考勤\n{sheet}"));
    let days =
        ["2026-10-09 专家讲座 孙磊: present", "2026-10-12 专家讲座 孙磊: absent", "2026-10-16 主题党日 孙磊: present"];
    has(&branch.run("import attendance a.csv --set kind=lecture"), &days);
    branch.write("a.csv", sheet);
    for month in ["2026-10", "2026年10月", "10月", "202610"] {
        has(&branch.run(&format!("import attendance a.csv --set kind=lecture --month {month}")), &days);
    }
    has(
        &branch.refused("import attendance a.csv --set kind=lecture"),
        &["`9号` has no month", "--month 2026-10", "2026年10月考勤表"],
    );
    has(&branch.refused("import attendance a.csv --month 13"), &["`13` is not a month"]);
    // A title that says no year: that of the call.
    branch.write("a.csv", format!("十月考勤\n{sheet}"));
    has(&branch.run("import attendance a.csv --set kind=lecture --year 2026"), &days);
    branch.write("a.csv", "姓名,31号\n孙磊,√\n");
    has(&branch.refused("import attendance a.csv --month 2026-09"), &["no column for date"]);
}

#[test]
fn a_day_that_counts_from_the_day_of_writing_is_asked_for() {
    let branch = Sandbox::branch();
    branch.write("s.csv", "日期,姓名,学时\n9号,孙磊,两小时\n上周五,赵刚,一个半小时\n2026-11-05,董立,2小时半\n");
    let told = branch.refused("import study s.csv");
    has(
        &told,
        &[
            "`9号` has no month",
            "`上周五` depends on the day the table was written: if that is today, it is 2026-11-20",
        ],
    );
    has(&told, &["--written 2026-11-23"]);
    let told = branch.run("import study s.csv --written 2026-10-20 --yes");
    has(&told, &["2026-10-09 孙磊 集体学习 2 h", "2026-10-16 赵刚 集体学习 1.5 h", "2026-11-05 董立 集体学习 2.5 h"]);
    has(&branch.run("import study s.csv --written 2026-10-20"), &["3 recorded already"]);
    has(&branch.refused("import study s.csv --written 2026-12-20"), &["2026-12-20 is yet to come"]);
    has(&branch.run_words(&["study", "log", "孙磊", "一个半小时", "--on", "2026-10-09"]), &["1.5 h"]);
    has(&branch.refused("study log 孙磊 几小时"), &["几小时"]);
}

#[test]
fn the_month_of_a_table_is_asked_on_a_terminal() {
    let branch = Sandbox::branch();
    branch.write("a.csv", "姓名,9号,16号\n孙磊,√,√\n");
    let call = ["import", "attendance", "a.csv", "--set", "kind=lecture", "--no-commit"];
    let mut terminal = Terminal::of(&branch.command(&call));
    terminal.sees("Month of days such as `9号`").press("x\r").sees("Month of days such as `9号`").press("2026-10\r");
    terminal.sees("import it (2 added)").press("y\r");
    assert_eq!(terminal.ends().exit, Some(0));
    branch.write("a.csv", "姓名,10.19,10.26\n孙磊,√,√\n");
    let mut terminal = Terminal::of(&branch.command(&call));
    terminal.sees("Year of days such as `10.19`").press("2026\r");
    terminal.sees("import it (2 added)").press("y\r");
    assert_eq!(terminal.ends().exit, Some(0));
}

/// A meeting book that names who came.
const CAME: &str = "日期,会议类型,党小组,出席,应到\n2026-11-05,党小组会,刑侦,\"赵刚、孙磊\",4\n";

#[test]
fn those_whom_a_meeting_book_does_not_name_are_open_until_somebody_says_what_they_were() {
    let branch = Sandbox::branch();
    branch.write("m.csv", CAME);
    let told = branch.run("import meetings m.csv");
    has(
        &told,
        &[
            "出席: those-present",
            "those present: 孙磊, 赵刚",
            "expected and not named: ",
            "left open",
            "--unnamed absent",
        ],
    );
    let told = branch.run("import meetings m.csv --unnamed absent --yes");
    has(&told, &["those present: 孙磊, 赵刚", "those absent: "]);
    let file = branch.read("meetings/2026/2026-11-05-group-criminal.toml");
    has(&file, &["present = [\n  \"sun-lei\",\n  \"zhao-gang\",\n]", "{ member = \"wang-fang\" }"]);
    has(&branch.run("import meetings m.csv --unnamed absent"), &["1 recorded already"]);
    // Where only those are named who were absent, the others may have been present.
    branch.write("m.csv", "日期,会议类型,党小组,请假\n2026-11-12,党小组会,刑侦,孙磊（值班备勤）\n");
    let told = branch.run("import meetings m.csv --unnamed present --yes");
    has(&told, &["those absent: 孙磊: 值班备勤", "those present: 王芳"]);
    // A row that names nobody says nothing of anybody, and a column of numbers is not of people.
    branch.write("m.csv", "日期,会议类型,出席,缺席\n2026-11-19,主题党日,27,0\n");
    has(
        &branch.run("import meetings m.csv --unnamed absent"),
        &["出席: not read", "缺席: not read", "1 added\n  row 2 2026-11-19 主题党日\n"],
    );
}

#[test]
fn what_those_were_whom_a_meeting_book_does_not_name_is_asked_on_a_terminal() {
    let branch = Sandbox::branch();
    branch.write("m.csv", CAME);
    let mut terminal = Terminal::of(&branch.command(&["import", "meetings", "m.csv", "--no-commit"]));
    terminal.sees("Those expected and not named were").sees("> open").press("abs").sees("> absent").press("\r");
    terminal.sees("those absent").sees("import it (1 added)").press("y\r");
    assert_eq!(terminal.ends().exit, Some(0));
}
