//! The tables that went wrong once, each of its kind, with made-up people; and the sheets of a year as a secretary has
//! them.

use super::offices::{book, has};
use crate::sandbox::Sandbox;

/// A branch with nobody in it, and two groups.
fn empty() -> Sandbox {
    let branch = Sandbox::empty();
    branch.run("init . --name 站南 --no-commit");
    branch.run("group add 刑侦党小组 --id criminal --from 2015-01-01 --no-commit");
    branch.run("group add 综合党小组 --id office --from 2015-01-01 --no-commit");
    branch
}

/// The same with full members.
fn with(names: &[&str]) -> Sandbox {
    let branch = empty();
    for name in names {
        let words = ["member", "add", name, "--standing", "full", "--from", "2019-06-30", "--no-commit"];
        assert!(branch.command(&words).output().unwrap().status.success(), "{name}");
    }
    branch
}

#[test]
fn who_is_recorded_already_is_known_however_the_name_is_typed() {
    let branch = with(&["王芳", "李敏", "阿卜杜·买买提"]);
    for name in ["王\u{200b}芳", "\u{f9e1}敏", "阿卜杜・买买提"] {
        branch.write("t.csv", format!("name,standing,from\r\n{name},full,2019-06-30\r\n"));
        has(&branch.run("import members t.csv"), &["1 recorded already"]);
    }
}

#[test]
fn what_is_no_name_is_refused_and_brackets_are_no_part_of_one() {
    let branch = empty();
    let names = [
        "\"周一\n吴二\"",
        "郑三、王四",
        "冯五 陈六",
        "褚七（女）",
        "卫八(预备)",
        "1",
        "合计",
        "制表人：李敏",
        "姓名",
        "13800001111",
        "=1+1",
        "赵*",
        "无",
        "/",
    ];
    let rows: String = names.iter().map(|name| format!("{name},正式党员,2019-06-30\r\n")).collect();
    branch.write("t.csv", format!("姓名,身份,加入日期\r\n{rows}"));
    let told = branch.refused("import members t.csv");
    has(
        &told,
        &[
            "2 added",
            "row 5 added 褚七 (chu-qi)",
            "row 6 added 卫八 (wei-ba)",
            "`周一↵吴二` is several people",
            "`冯五 陈六` is several people",
            "`13800001111` is not a name",
            "`=1+1` is not a name",
            "`赵*` hides a part of the name",
            "`制表人：李敏` is not a name but a heading, a total or a signature line",
            "rows 2–4, 7–15 cannot be matched, nothing is imported",
        ],
    );
}

#[test]
fn a_part_of_the_name_of_a_group_is_offered() {
    let branch = empty();
    branch.run("group add 第11党小组 --id g11 --from 2015-01-01 --no-commit");
    branch.write("t.csv", "姓名,身份,加入日期,党小组\r\n赵一,正式党员,2020-01-01,1党小组\r\n");
    let told = branch.refused("import members t.csv");
    has(&told, &["no group `1党小组`", "did you mean `g11` (第11党小组)?", "zhibu group add 1党小组"]);
}

#[test]
fn a_first_sheet_without_a_table_names_the_others() {
    let branch = empty();
    let mut workbook = rust_xlsxwriter::Workbook::new();
    workbook.add_worksheet().set_name("说明").unwrap().write_string(0, 0, "填表说明：姓名、身份必填").unwrap();
    for (name, of) in [("名册", "赵一"), ("二组", "钱二")] {
        let sheet = workbook.add_worksheet().set_name(name).unwrap();
        for (row, cells) in [["姓名", "身份", "加入日期"], [of, "正式党员", "2019-06-30"]].iter().enumerate()
        {
            for (column, text) in cells.iter().enumerate() {
                sheet.write_string(row as u32, column as u16, *text).unwrap();
            }
        }
    }
    branch.write("t.xlsx", workbook.save_to_buffer().unwrap());
    has(&branch.refused("import members t.xlsx"), &["none of the headings is known", "other sheets: 名册, 二组"]);
    has(&branch.run("import members t.xlsx --sheet 二组"), &["row 2 added 钱二"]);
}

#[test]
fn two_tables_side_by_side_go_by_their_columns() {
    let branch = empty();
    let rows: &[&[&str]] = &[
        &["序号", "姓名", "身份", "加入日期", "", "序号", "姓名", "身份", "加入日期"],
        &["=1", "赵一", "正式党员", "2019-06-30", "", "=2", "钱二", "正式党员", "2019-06-30"],
    ];
    branch.write("t.xlsx", book(rows, &[]));
    has(&branch.refused("import members t.xlsx"), &["`姓名 (B)` and `姓名 (G)` both look like name"]);
    for (name, [first, second, third]) in [("赵一", ["B", "C", "D"]), ("钱二", ["G", "H", "I"])] {
        let others = if name == "赵一" { ["G", "H", "I"] } else { ["B", "C", "D"] };
        let not_read: String = others.iter().map(|letter| format!("{letter} = \"\"\n")).collect();
        let map = format!("[columns]\n{first} = \"name\"\n{second} = \"standing\"\n{third} = \"from\"\n{not_read}");
        branch.write("map.toml", map);
        has(&branch.run("import members t.xlsx --map map.toml"), &["1 added", name]);
    }
}

#[test]
fn lists_of_names_are_parted_by_whatever_parts_them() {
    let branch = with(&["孙磊", "徐浩", "胡伟", "赵刚", "李敏"]);
    let lists = [
        ("30", "孙磊 徐浩 胡伟", ""),
        ("29", "孙磊　徐浩　　胡伟", ""),
        ("28", "孙磊/徐浩/胡伟", ""),
        ("26", "孙磊、徐浩、胡伟等3人", ""),
        ("25", "孙磊，徐浩，胡　伟", "赵刚（出警）、李敏（休假）"),
        ("24", "\"1.孙磊\n2.徐浩\n3.胡伟\"", ""),
    ];
    let rows: String =
        lists.iter().map(|(day, present, absent)| format!("2026-10-{day},主题党日,a,{present},{absent}\r\n")).collect();
    branch.write("t.csv", format!("日期,会议类型,议题,出席人员,缺席人员\r\n{rows}"));
    let told = branch.run("import meetings t.csv --unnamed absent");
    has(&told, &["6 added", "李敏: 请假休假", "赵刚: 办案出警"]);
    assert_eq!(told.matches("those present: 胡伟, 孙磊, 徐浩").count(), 6, "{told}");
    branch.write("t.csv", "日期,会议类型,议题,出席人员\r\n2026-10-27,主题党日,a,全体党员\r\n");
    has(&branch.refused("import meetings t.csv"), &["`全体党员` does not say who", "zhibu meeting attend"]);
}

#[test]
fn the_cell_and_the_column_of_a_failed_formula_are_told() {
    let branch = empty();
    branch.write("t.csv", "姓名,身份,加入日期,党小组\n赵一,#N/A,2019-06-30,\n钱二,正式党员,2019-06-30,#REF!\n");
    let told = branch.refused("import members t.csv");
    has(&told, &["column `身份`", "#N/A", "#REF!"]);
}

#[test]
fn a_group_said_of_all_rows_is_that_of_the_rows_that_need_one() {
    let branch = with(&["孙磊", "赵刚"]);
    branch.write(
        "t.csv",
        "会议类型,实际会议时间\n支部党员大会,2026/11/3  14:30\n党小组会,2026/11/4  9:00\n党课,2026/11/6  9:00\n",
    );
    has(&branch.refused("import meetings t.csv"), &["党小组会 needs a group", "2 added"]);
    let told = branch.run("import meetings t.csv --set group=刑侦");
    has(
        &told,
        &[
            "3 added",
            "2026-11-04 党小组会 · 刑侦党小组",
            "row 2 2026-11-03 党员大会: time: 14:30",
            "row 4 2026-11-06 党课: time: 09:00",
        ],
    );
}

#[test]
fn people_of_the_league_may_have_applied_and_namesakes_have_numbers() {
    let branch = empty();
    let rows: &[&[&str]] = &[
        &["花名册"],
        &[
            "序号",
            "警号",
            "姓名",
            "政治面貌",
            "提交入党申请书时间",
            "接收预备党员日期",
            "转正时间",
            "所在党小组",
            "职务",
        ],
        &["=1", "030104", "韩伟", "共青团员", "2025-05-04", "", "", "", ""],
        &["=2", "030106", "韩伟", "中共党员", "", "2010-06-01", "2011-06-01", "治安党小组", "治安党小组组长"],
        &["=3", "030107", "吴一", "群众", "", "2010-06-01", "", "", ""],
    ];
    branch.write("t.xlsx", book(rows, &[(0, 0, 0, 8)]));
    let told = branch.refused("import members t.xlsx --make-groups");
    has(
        &told,
        &[
            "row 3 added 韩伟 (han-wei): 申请人 from 2025-05-04; number 030104",
            "row 4 added 韩伟 (han-wei-2): 预备党员 from 2010-06-01, 正式党员 from 2011-06-01; number 030106; \
             治安党小组 from 2010-06-01; 党小组组长 (first day unknown)",
            "the standing is 群众, but the dates end with 预备党员",
        ],
    );
    branch.write("t.xlsx", book(&rows[..4], &[(0, 0, 0, 8)]));
    branch.run("import members t.xlsx --make-groups --yes --no-commit");
    has(&branch.read("members/han-wei-2.toml"), &["number = \"030106\"", "id = \"zhi-an\""]);
    has(&branch.run("import members t.xlsx --make-groups"), &["2 recorded already"]);
    assert_eq!(branch.contradictions(), Vec::<serde_json::Value>::new());
}

#[test]
fn days_may_stand_above_what_was_held_on_them() {
    let branch = with(&["孙磊", "徐浩"]);
    let rows: &[&[&str]] = &[
        &["2026年10月份“三会一课”考勤表"],
        &["序号", "姓名", "党小组", "10月9日", "10月13日", "10月22日", "出勤率", "备注"],
        &["", "", "", "党员大会", "党课", "主题党日", "", ""],
        &["=1", "孙磊", "刑侦党小组", "√", "√", "√", "100%", "骨干"],
        &["=2", "徐浩", "刑侦党小组", "公", "迟", "△", "33%", "出差"],
        &["应到", "", "", "=2", "=2", "=2"],
        &["说明：√出席 △迟到"],
    ];
    branch.write("t.xlsx", book(rows, &[(0, 0, 0, 7), (1, 0, 2, 0), (1, 1, 2, 1), (1, 2, 2, 2), (1, 7, 2, 7)]));
    let told = branch.run("import attendance t.xlsx --mark △=late --mark 公=duty --yes --no-commit");
    has(
        &told,
        &[
            "headings in row 3",
            "6 added",
            "row 5 2026-10-09 党员大会 徐浩: absent: 值班备勤; note: 出差",
            "党课 徐浩: late",
        ],
    );
    has(&branch.read("meetings/2026/2026-10-09-general.toml"), &["note = \"出差\""]);
    assert!(!branch.read("meetings/2026/2026-10-22-theme-day.toml").contains("note"));
}

#[test]
fn what_is_due_a_month_is_approved_by_the_grid_that_says_it() {
    let branch = with(&["孙磊", "徐浩", "胡伟"]);
    let rows: &[&[&str]] = &[
        &["2026年度党费收缴台账（单位：元）"],
        &["序号", "姓名", "月缴标准", "8月", "9月", "10月", "11月", "合计"],
        &["=1", "孙磊", "=48", "=48", "=48", "=48", "", "=144"],
        &["=2", "徐浩", "36.50元", "", "√", "未交", "", "=36.5"],
        &["=3", "胡伟", "", "√", "√", "", "", ""],
        &["经手人：李敏"],
    ];
    branch.write("t.xlsx", book(rows, &[(0, 0, 0, 7)]));
    let told = branch.refused("import dues t.xlsx --set paid=month-end");
    has(
        &told,
        &[
            "月缴标准: standard (due a month)",
            "row 3 2026-08 孙磊 approved 48.00",
            "row 4 2026-09 徐浩 approved 36.50",
            "row 4 2026-09 徐浩 paid 36.50",
            "row 5 (2 rows)",
            "胡伟 has no approved amount for 2026-08 to 2026-09",
            "zhibu dues set hu-wei AMOUNT --from 2026-08",
        ],
    );
    branch.write("t.xlsx", book(&rows[..4], &[(0, 0, 0, 7)]));
    let told = branch.run("import dues t.xlsx --set paid=month-end --yes --no-commit");
    has(&told, &["6 added", "row 4: nothing was paid"]);
    has(&branch.run("import dues t.xlsx --set paid=month-end"), &["4 recorded already"]);
    assert_eq!(branch.contradictions(), Vec::<serde_json::Value>::new());
}

#[test]
fn items_may_stand_below_what_they_have_in_common() {
    let branch = with(&["孙磊", "徐浩"]);
    let rows: &[&[&str]] = &[
        &["2026年10月党员积分表"],
        &["序号", "姓名", "基础分", "加分项", "", "扣分项", "", "合计", "备注"],
        &["", "", "", "立功受奖、表彰", "破案打击", "群众投诉属实", "纪律作风", "", ""],
        &["=1", "孙磊", "=60", "=5", "", "", "", "=65", ""],
        &["=2", "徐浩", "=60", "", "=2", "=-2", "", "=60", "一起投诉"],
        &["合计", "", "=120", "=5", "=2", "=-2", "", "=125", ""],
    ];
    let merged = [(0, 0, 0, 8), (1, 3, 1, 4), (1, 5, 1, 6), (1, 0, 2, 0), (1, 1, 2, 1), (1, 2, 2, 2), (1, 7, 2, 7)];
    branch.write("t.xlsx", book(rows, &merged));
    let told = branch.run("import points t.xlsx --set date=2026-10-31");
    has(&told, &["headings in row 3", "基础分: not read", "3 added", "2026-10-31 孙磊 立功受奖、表彰 +5"]);
}
