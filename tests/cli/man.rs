//! `man`: the pages of the manual.

use crate::sandbox::Sandbox;

#[test]
fn a_page_is_printed_in_both_languages() {
    let nowhere = Sandbox::empty();
    insta::assert_snapshot!(nowhere.run("man group close").replace(env!("CARGO_PKG_VERSION"), "VERSION"), @r#"
    .TH ZHIBU\-GROUP\-CLOSE 1 "" "zhibu VERSION"
    .nh
    .ad l
    .SH NAME
    zhibu\-group\-close \- Close a group
    .SH SYNOPSIS
    zhibu group close [OPTIONS] <GROUP>
    .SH ARGUMENTS
    .TP 9
    \fB<GROUP>\fR
    The group: id, name, pinyin, initials or a part
    .SH OPTIONS
    .TP 13
    \fB\-\-on <DATE>\fR
    Its last day; today where it is not said
    .TP 13
    \fB\-h, \-\-help\fR
    Print help: \-h in short, \-\-help in whole
    .SH EVERYWHERE
    .TP
    \fB\-C <DIR>\fR
    Run as if started in this directory
    .TP
    \fB\-\-lang <LANG>\fR
    The language: zh or en
    .br
    \- zh: Chinese
    .br
    \- en: English
    .TP
    \fB\-\-format <FORMAT>\fR
    How tables are written [default: text]
    .br
    \- text: Columns of text
    .br
    \- csv: Comma\-separated values
    .br
    \- json: A list of objects
    .br
    \- md: A Markdown table
    .br
    \- html: A page to print or to open in a browser
    .br
    \- xlsx: A workbook, to be written to a file
    .TP
    \fB\-\-dry\-run\fR
    Show what would change, and write nothing
    .TP
    \fB\-\-no\-commit\fR
    Write, but make no commit
    .TP
    \fB\-\-amend <WHY>\fR
    Change what is sealed, and write down why
    .TP
    \fB\-q, \-\-quiet\fR
    Say nothing but the answer and what is wrong
    .TP
    \fB\-\-color <COLOR>\fR
    When to colour [default: auto]
    .br
    \- auto: On a terminal, unless `NO_COLOR` is set
    .br
    \- always: Always
    .br
    \- never: Never
    .SH SEE ALSO
    \fBzhibu\-group\fR(1)
    "#);
    insta::assert_snapshot!(nowhere.run("--lang zh man group close").lines().skip(3).take(12).collect::<Vec<_>>().join("\n"), @r"
    .SH 名称
    zhibu\-group\-close \- 撤销一个小组
    .SH 用法
    zhibu group close [选项] <小组>
    .SH 参数
    .TP 8
    \fB<小组>\fR
    小组：编号、名称、拼音、首字母，或其中一部分
    .SH 选项
    .TP 13
    \fB\-\-on <日期>\fR
    最后一天；不写就是今天
    ");
}

#[test]
fn a_command_that_there_is_not_has_no_page() {
    let nowhere = Sandbox::empty();
    insta::assert_snapshot!(nowhere.refused("man meeting lo"), @"
    --- stderr
    error: `zhibu meeting` has no command `lo`
    help: did you mean `log`?
    --- exit Some(2)
    ");
    insta::assert_snapshot!(nowhere.refused("man x"), @"
    --- stderr
    error: `zhibu` has no command `x`
    help: see zhibu --help
    --- exit Some(2)
    ");
}

#[test]
fn every_command_gets_a_page() {
    let nowhere = Sandbox::empty();
    let told = nowhere.run("man --out pages");
    assert!(told.starts_with("--- stderr\nwrote ") && told.ends_with("pages of the manual into pages\n"), "{told}");
    for page in ["zhibu.1", "zhibu-meeting.1", "zhibu-meeting-log.1", "zhibu-man.1"] {
        assert!(nowhere.read(&format!("pages/{page}")).starts_with(".TH ZHIBU"), "{page}");
    }
    assert!(nowhere.read("pages/zhibu.1").contains("zhibu init station"), "the examples are told");
}
