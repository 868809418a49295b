//! Examples of what is sent, and of the desk that takes it.

/// Command, call, what it does in Chinese, what it does in English.
pub(super) const EXAMPLES: &[(&str, &str, &str, &str)] = &[
    (
        "export",
        "zhibu export --month 2026-10 --out exports/2026-10",
        "把 10 月的表格写到一个目录",
        "write the tables of October to a folder",
    ),
    (
        "export",
        "zhibu export --month 2026-10 --format xlsx --out 2026-10.xlsx",
        "10 月的工作簿，带图表",
        "the workbook of October, with charts",
    ),
    (
        "export",
        "zhibu export --month 2026-10 --out notice --edition notice --to 公示栏",
        "10 月的张贴版，并记下给了谁",
        "October for the notice board, and a note of who got it",
    ),
    (
        "return",
        "zhibu return 2026-10",
        "10 月的汇总数字写成一个文件报上级，没有姓名",
        "the figures of October for the superior, as one file that names nobody",
    ),
    (
        "return",
        "zhibu return 2026-10 --edition full --to /media/usb",
        "10 月全本，连同封存文件，存到 U 盘",
        "all of October with its seal, onto a stick",
    ),
    ("return", "zhibu return verify k7p2m4x9-2026-10-full.zip", "验证一份上报", "prove what somebody returned"),
    (
        "export",
        "zhibu export --month this-month --table attendance",
        "把本月的考勤表写到标准输出",
        "write who was where this month to standard output",
    ),
    (
        "desk init",
        "zhibu desk init bureau --units units.csv --due-day 5",
        "给 units.csv 里的单位建汇总目录，每月 5 日前报送",
        "a desk for the units in units.csv, whose returns are due by the 5th",
    ),
    ("desk take", "zhibu desk take /media/usb", "收下 U 盘里的上报", "take the returns on a stick"),
    (
        "desk report",
        "zhibu desk report duties --period 2026Q4",
        "第四季度各单位完成事项的情况",
        "obligations kept in the fourth quarter, unit by unit",
    ),
    (
        "desk report",
        "zhibu desk report attendance --period 2026-10 --explain",
        "10 月出勤率由哪些单位、哪个文件的哪一行得出",
        "every line that the attendance of October is made of",
    ),
    (
        "desk due",
        "zhibu desk due --letter reminders",
        "给没有报送的单位各写一封提醒",
        "write a reminder to each unit that has not handed in",
    ),
    (
        "desk bulletin",
        "zhibu desk bulletin --period 2026-10 --format html",
        "10 月的通报，一页，可以打印",
        "the bulletin of October as a page to print",
    ),
    (
        "desk return",
        "zhibu desk return 2026-10 --to /media/usb",
        "把 10 月各单位的数字报给上一级",
        "October of all units, for the desk above",
    ),
    ("desk lake", "zhibu desk lake --out lake", "写成几张大表", "write the tables for a database"),
];
