//! The tables offices have: rosters with many dates, attendance and dues across, and what goes wrong in them.

use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};

use crate::sandbox::Sandbox;

/// A workbook with one sheet: `2019-06-30` is a day, `=…` a number, all else text; and merged cells, by first and last
/// row, first and last column.
pub(super) fn book(rows: &[&[&str]], merged: &[(u32, u16, u32, u16)]) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let (day, plain) = (Format::new().set_num_format("yyyy-mm-dd"), Format::new());
    for (first, left, last, right) in merged {
        sheet.merge_range(*first, *left, *last, *right, "", &plain).unwrap();
    }
    for (row, cells) in (0..).zip(rows) {
        for (column, text) in (0..).zip(*cells) {
            if text.is_empty() {
                continue;
            }
            match (ExcelDateTime::parse_from_str(text), text.strip_prefix('=')) {
                (_, Some(number)) => sheet.write_number(row, column, number.parse::<f64>().unwrap()).unwrap(),
                (Ok(date), _) if text.len() == 10 => {
                    sheet.write_datetime_with_format(row, column, &date, &day).unwrap()
                }
                _ => sheet.write_string(row, column, *text).unwrap(),
            };
        }
    }
    book.save_to_buffer().unwrap()
}

fn with(rows: &[&[&str]], merged: &[(u32, u16, u32, u16)]) -> Sandbox {
    let branch = Sandbox::branch();
    branch.write("t.xlsx", book(rows, merged));
    branch
}

#[track_caller]
pub(super) fn has(told: &str, all: &[&str]) {
    for one in all {
        assert!(told.contains(one), "no {one:?} in\n{told}");
    }
}

#[test]
fn a_roster_with_a_date_for_each_step_is_read_in_one_pass() {
    let branch = with(
        &[
            &[
                "学工号",
                "姓名",
                "党籍状态",
                "组织关系转入时间",
                "提交书面申请书时间",
                "确定为入党积极分子时间",
                "确定为发展对象时间",
                "加入党组织日期",
                "转为正式党员日期",
                "党内职务",
                "党小组",
            ],
            &[
                "J001",
                "赵一",
                "正式党员",
                "2021-03-01",
                "2015-11-06",
                "2016-04-10",
                "2017-04-14",
                "2017-06-09",
                "2018-06-09",
                "副所长、纪检委员",
                "刑侦党小组",
            ],
            &[
                "J003",
                "孙三",
                "预备党员",
                "",
                "2024-11-06",
                "2025-04-10",
                "2026-04-14",
                "2026-06-09",
                "",
                "",
                "刑侦党小组",
            ],
        ],
        &[],
    );
    let told = branch.run("import members t.xlsx --keep 学工号 --yes");
    has(
        &told,
        &[
            "2 added",
            "here from 2021-03-01",
            "(first day unknown)",
            "副所长: not a post here, kept in the note",
            "刑侦党小组 from 2024-01-01",
        ],
    );
    let file = branch.read("members/zhao-yi.toml");
    has(
        &file,
        &[
            "here = 2021-03-01\n",
            "note = \"党内职务：副所长；学工号：J001\"\n",
            "is = \"applicant\"\nfrom = 2015-11-06\n",
            "is = \"probationary\"\nfrom = 2017-06-09\n",
            "is = \"full\"\nfrom = 2018-06-09\n",
            "[[post]]\nid = \"discipline\"\n",
        ],
    );
    assert!(!file.contains("[[post]]\nid = \"discipline\"\nfrom"), "{file}");
    has(&branch.read("members/sun-san.toml"), &["is = \"probationary\"\nfrom = 2026-06-09\n"]);
    // Who came in 2021 was not one of those expected before.
    let before = branch.run("member list --on 2019-01-01");
    assert!(!before.contains("赵一"), "{before}");
    assert!(branch.run("member list --on 2022-01-01").contains("赵一"));
    assert!(branch.run("member show 赵一").contains("纪检委员"));
    has(&branch.run("import members t.xlsx --keep 学工号"), &["2 recorded already"]);
    assert_eq!(branch.contradictions(), Vec::<serde_json::Value>::new());
}

#[test]
fn what_a_roster_leaves_open_is_asked() {
    let branch = Sandbox::branch();
    branch.write("a.csv", "姓名,身份,入党时间\n赵一,正式党员,2017年6月\n钱二,正式党员,2018年6月\n");
    has(&branch.refused("import members a.csv"), &["is a month (2017-06) without a day", "add --first-of-month"]);
    has(
        &branch.refused("import members a.csv --first-of-month"),
        &["the standing is 正式党员, but the dates end with 预备党员"],
    );
    branch.write(
        "b.csv",
        "姓名,身份,加入日期,党小组\n赵一,正式党员,2020-01-01,1党小组\n钱二,正式党员,2020-02-01,新建党小组\n",
    );
    has(
        &branch.refused("import members b.csv"),
        &["no group `1党小组`", "zhibu group add 新建党小组, or add --make-groups"],
    );
    let told = branch.run("import members b.csv --make-groups --yes");
    has(&told, &["2 besides", "2 added"]);
    has(&branch.run("group list"), &["1党小组", "新建党小组"]);
    assert_eq!(branch.contradictions(), Vec::<serde_json::Value>::new());
}

#[test]
fn merged_cells_stand_in_every_row_and_sums_are_nobody() {
    let branch = with(
        &[
            &["党员名册"],
            &["党小组", "序号", "姓名", "身份", "加入日期"],
            &["刑侦党小组", "=1", "赵一", "正式党员", "2019-06-30"],
            &["", "=2", "钱二", "正式党员", "2020-07-01"],
            &["综合党小组", "=3", "李四", "正式党员", "2019-06-30"],
            &["", "=4", "周五", "正式党员", "2020-07-01"],
            &["合计", "", "4人"],
            &["制表人：李敏", "", "审核人：赵刚"],
        ],
        &[(0, 0, 0, 4), (2, 0, 3, 0), (4, 0, 5, 0)],
    );
    let told = branch.run("import members t.xlsx --yes");
    has(&told, &["4 added", "2 skipped: totals, signatures, notes", "row 7 合计", "row 8 制表人：李敏"]);
    assert!(branch.read("members/qian-er.toml").contains("id = \"criminal\""));
    assert!(branch.read("members/zhou-wu.toml").contains("id = \"office\""));
}

#[test]
fn two_rows_of_headings_are_one() {
    let rows: &[&[&str]] = &[
        &["序号", "姓名", "党内情况", "", "", "备注"],
        &["", "", "身份", "加入日期", "党小组", ""],
        &["=1", "赵一", "正式党员", "2019-06-30", "刑侦党小组", "退伍"],
    ];
    for merged in [&[][..], &[(0, 0, 1, 0), (0, 1, 1, 1), (0, 2, 0, 4), (0, 5, 1, 5)]] {
        let branch = with(rows, merged);
        let told = branch.run("import members t.xlsx");
        has(&told, &["headings in row 2", "row 3 added 赵一", "正式党员 from 2019-06-30", "刑侦党小组", "note: 退伍"]);
    }
}

#[test]
fn attendance_with_meetings_across_is_read_in_one_pass() {
    let branch = with(
        &[
            &["2026年10月党员参加组织生活考勤表"],
            &["序号", "姓名", "党小组", "2026-10-12", "10月15日", "10.22主题党日", "备注"],
            &["=1", "孙磊", "刑侦党小组", "√", "×", "√", ""],
            &["=2", "赵刚", "刑侦党小组", "√", "√", "△", ""],
        ],
        &[(0, 0, 0, 6)],
    );
    let told = branch.refused("import attendance t.xlsx --set kind=党员大会");
    has(&told, &["one record a cell: 2026-10-12", "`△` is no state of attendance", "--mark △=late", "5 added"]);
    let told = branch.run("import attendance t.xlsx --set kind=党员大会 --mark △=late --yes");
    has(&told, &["6 added"]);
    has(
        &branch.read("meetings/2026/2026-10-22-theme-day.toml"),
        &["present = [\n  \"sun-lei\",\n]", "late = [\n  \"zhao-gang\",\n]"],
    );
    has(&branch.read("meetings/2026/2026-10-15-general.toml"), &["absent"]);
    has(&branch.run("import attendance t.xlsx --set kind=党员大会 --mark △=late"), &["6 recorded already"]);
}

#[test]
fn dues_with_months_across_are_read_in_one_pass() {
    let branch = Sandbox::branch();
    branch.run("dues set sun-lei 45.50 --from 2026-01");
    branch.run("dues set zhao-gang 60 --from 2026-01");
    branch.write("d.csv", "姓名,9月,10月,11月,合计\n孙磊,45.50,45.50,,91\n赵刚,60,√,60,180\n合计,105.5,105.5,60,271\n");
    has(&branch.refused("import dues d.csv --set paid=month-end"), &["`9月` has no year", "--year 2026"]);
    let told = branch.run("import dues d.csv --year 2026 --set paid=month-end --yes");
    has(&told, &["5 added", "1 skipped"]);
    has(
        &branch.read("dues/2026.toml"),
        &["month = \"2026-10\", member = \"zhao-gang\", amount = \"60.00\", paid = 2026-10-31"],
    );
    has(&branch.run("import dues d.csv --year 2026 --set paid=month-end"), &["5 recorded already"]);
}

#[test]
fn points_with_items_across_are_read_in_one_pass() {
    let branch = Sandbox::branch();
    branch.write("p.csv", "姓名,立功受奖、表彰,得分\n孙磊,5,5\n赵刚,0,0\n");
    let told = branch.run("import points p.csv --set date=2026-11-12 --yes");
    has(&told, &["one record a cell: 立功受奖、表彰", "1 added"]);
    has(&branch.read("points/2026-11.toml"), &["member = \"sun-lei\", item = \"commended\""]);
}

#[test]
fn several_rows_of_one_person_are_times_in_order() {
    let branch = Sandbox::branch();
    branch.write(
        "s.csv",
        "编号,姓名,身份,加入日期,离开日期\nann,周洋,群众,2020-01-01,2021-01-01\nann,周洋,正式党员,2021-01-01,2022-05-01\nann,周洋,群众,2023-01-01,\n",
    );
    branch.run("import members s.csv --yes");
    let file = branch.read("members/ann.toml");
    let said: Vec<_> = file.lines().filter(|line| line.starts_with("is =") || line.starts_with("from =")).collect();
    assert_eq!(
        said.join(" "),
        "is = \"staff\" from = 2020-01-01 is = \"full\" from = 2021-01-01 is = \"left\" from = 2022-05-01 is = \"staff\" from = 2023-01-01"
    );
    // A later table adds a time and never moves the first day of an earlier one.
    branch.run("member leave ann --reason 调离 --from 2024-01-01");
    branch.write("t.csv", "编号,姓名,身份,加入日期\nann,周洋,正式党员,2025-06-01\n");
    branch.run("import members t.csv --changed take --yes");
    has(
        &branch.read("members/ann.toml"),
        &["is = \"full\"\nfrom = 2021-01-01\n", "is = \"full\"\nfrom = 2025-06-01\n"],
    );
    assert_eq!(branch.contradictions(), Vec::<serde_json::Value>::new());
}

#[test]
fn a_book_of_meetings_is_read_in_one_pass() {
    let branch = with(
        &[
            &["会议类型", "主持人姓名", "会议名称", "实际会议时间", "列席人员", "出席人员", "会议议题", "会议内容"],
            &["党员大会", "赵刚", "第四季度党员大会", "2026/11/3  14:30", "无", "1.孙磊\n2.赵刚", "学习", "全文"],
            &["支委会", "赵刚", "11月支委会", "2026年11月2日 上午9:00", "王所长、孙磊", "赵刚", "研究", "…"],
            &["党小组会", "孙磊", "刑侦党小组会", "2026/11/4 9:00", "无", "孙磊等9人", "研究", "…"],
        ],
        &[],
    );
    let told = branch.refused("import meetings t.xlsx");
    has(&told, &["1 unmatched", "row 4"]);
    branch.run("import meetings t.xlsx --skip-unmatched --yes");
    let file = branch.read("meetings/2026/2026-11-03-general.toml");
    has(
        &file,
        &[
            "time = \"14:30\"",
            "chair = \"zhao-gang\"",
            "minutes = \"\"\"\n全文\n\"\"\"",
            "\"sun-lei\",\n  \"zhao-gang\"",
        ],
    );
    has(
        &branch.read("meetings/2026/2026-11-02-committee.toml"),
        &["time = \"09:00\"", "guests = [\"王所长\"]", "observers"],
    );
}

#[test]
fn what_is_wrong_in_a_table_is_told_with_its_column() {
    let branch = with(
        &[
            &["姓名", "身份", "加入日期"],
            &["赵一", "正式党员", "=43646"],
            &["钱二", "正式党员", "2026-11-05（作废）"],
            &["孙三", "正式党员", "2026-11-05（周三）"],
            &["李四、周五", "正式党员", "2019-06-30"],
            &["吴六", "正式党员", "2026-11-04T16:00:00.000Z"],
        ],
        &[],
    );
    has(
        &branch.refused("import members t.xlsx"),
        &[
            "column `加入日期`: `43646` is the serial number of a date: formatted as a date it is 2019-06-30",
            "`2026-11-05（作废）` has `(作废)` behind the date",
            "that day is a Thursday",
            "`李四、周五` is several people: 李四, 周五",
            "another time zone",
        ],
    );
    let branch = with(
        &[&["党员编号", "姓名", "身份", "加入日期"], &["=110000200101234567", "赵一", "正式党员", "2019-06-30"]],
        &[],
    );
    has(&branch.refused("import members t.xlsx"), &["column `党员编号`", "has more than 15 digits"]);
    branch.write(
        "q.csv",
        "姓名,身份,加入日期\n\"赵一,正式党员,2019-06-30\n钱二,正式党员,2019-06-30\n\"孙三,正式党员,2019-06-30\n",
    );
    has(&branch.refused("import members q.csv"), &["a quote opens in row 2 and closes in row 4"]);
    let mixed =
        ["name,standing,from\n赵一,full,2019-06-30\n".as_bytes(), b"\xc7\xae\xb6\xfe,full,2019-06-30\n"].concat();
    branch.write("m.csv", mixed);
    has(&branch.refused("import members m.csv"), &["row 3: not UTF-8, though all other rows are"]);
    branch.write("l.csv", b"name,standing,from\nJos\xe9 Pe\xf1a,full,2019-06-30\n");
    has(&branch.refused("import members l.csv"), &["--encoding windows-1252"]);
    has(&branch.run("import members l.csv --encoding windows-1252"), &["added José Peña"]);
}

#[test]
fn columns_with_one_heading_go_by_their_letters() {
    let branch = Sandbox::branch();
    branch.write("h.csv", "姓名,身份,加入日期,姓名\n赵一,正式党员,2019-06-30,甲\n");
    has(&branch.run("import members h.csv --map map.toml"), &["`姓名 (A)` and `姓名 (D)` both look like name"]);
    has(&branch.read("map.toml"), &["\"A\" = \"name\"", "\"D\" = \"name\""]);
    let map = branch.read("map.toml").replace("\"D\" = \"name\"", "\"D\" = \"\"");
    branch.write("map.toml", map);
    has(&branch.run("import members h.csv --map map.toml"), &["1 added", "赵一"]);
}

#[test]
fn a_column_that_counts_the_rows_is_no_id() {
    let rows: &[&[&str]] = &[
        &["编号", "姓名", "身份", "加入日期"],
        &["=1", "郑一", "正式党员", "2019-06-30"],
        &["=2", "吴二", "正式党员", "2019-06-30"],
    ];
    let branch = with(rows, &[]);
    has(&branch.run("import members t.xlsx"), &["编号: row numbers, not read", "郑一 (zheng-yi)", "吴二 (wu-er)"]);
    branch.write("map.toml", "[columns]\n\"编号\" = \"member\"\n");
    has(&branch.run("import members t.xlsx --map map.toml"), &["郑一 (1)", "吴二 (2)"]);
}

#[test]
fn days_across_take_the_month_of_the_title() {
    let rows: &[&[&str]] =
        &[&["2026年10月份组织生活考勤表"], &["姓名", "5日", "12日", "出勤率"], &["孙磊", "√", "×", "50%"]];
    let told = with(rows, &[]).run("import attendance t.xlsx --set kind=lecture");
    has(&told, &["5日: one record a cell: 2026-10-05", "12日: one record a cell: 2026-10-12", "2 added"]);
}

#[test]
fn days_under_what_is_held_are_one_heading() {
    let rows: &[&[&str]] = &[
        &["2026年10月考勤"],
        &["姓名", "专家讲座", "观影", "备注"],
        &["", "10月12日", "10月15日", ""],
        &["孙磊", "√", "√", ""],
    ];
    let told = with(rows, &[(1, 0, 2, 0), (1, 3, 2, 3)]).run("import attendance t.xlsx");
    has(&told, &["2 added", "2026-10-12 专家讲座 孙磊", "headings in row 3"]);
}

#[test]
fn months_are_read_in_chinese_numerals_and_with_a_dot() {
    let branch = Sandbox::branch();
    branch.run("dues set sun-lei 111 --from 2026-01");
    branch.write("d.csv", "2026年度党费收缴明细表,,,\n姓名,月交纳标准,一月,十月,合计\n孙磊,111元,111元,111.00,222\n");
    let told = branch.run("import dues d.csv --set paid=month-end");
    has(&told, &["一月: one record a cell: 2026-01", "十月: one record a cell: 2026-10", "2 added"]);
    branch.write("m.csv", "姓名,政治面貌,转入时间\n郑一,中共党员,2019.6\n吴二,中共党员,2019.1\n");
    let told = branch.refused("import members m.csv");
    has(&told, &["a month (2019-06) without a day", "--first-of-month", "`2019.1` may be January or October"]);
}

#[test]
fn a_list_of_payments_and_a_list_of_seats_have_the_headings_offices_use() {
    let branch = Sandbox::branch();
    branch.run("dues set sun-lei 111 --from 2026-01");
    branch.write("d.csv", "缴费人,缴费月份,应缴,实缴,缴费时间\n孙磊,2026年10月,111,111,2026-10-09 10:22:33\n");
    has(&branch.run("import dues d.csv"), &["1 added", "paid on: 2026-10-09"]);
    branch.write(
        "a.csv",
        "会议名称,日期,姓名,签到情况\n专家讲座,2026-10-22,孙磊,已签到\n专家讲座,2026-10-22,赵刚,未签到\n",
    );
    has(&branch.run("import attendance a.csv"), &["2 added"]);
    branch.write("m.csv", "会议时间,会议类型,主持人\n2026年11月3日14:30-15:20,专家讲座,赵刚\n");
    has(&branch.run("import meetings m.csv"), &["1 added", "2026-11-03 专家讲座"]);
    branch.write("s.csv", "姓名,学时,日期\n孙磊,2,2026-11-05\n平均,2,\n");
    has(&branch.run("import study s.csv"), &["1 added", "1 skipped"]);
}

#[test]
fn a_line_break_in_a_heading_is_shown_as_a_sign() {
    let branch = with(&[&["姓名", "身份", "加入\n日期", "其\n他"], &["郑一", "正式党员", "某天", "x"]], &[]);
    let told = branch.refused("import members t.xlsx");
    has(&told, &["  加入↵日期: from\n", "其↵他: not read", "column `加入↵日期`: `某天` is no day"]);
    assert!(!told.contains("u{a}"), "{told}");
}

#[test]
fn what_a_sheet_of_attendance_lacks_is_asked_at_once() {
    let rows: &[&[&str]] = &[
        &["2026年10月党员参加组织生活考勤表"],
        &["序号", "姓名", "党小组", "2026-10-12", "2026-10-15", "2026-10-22", "备注"],
        &["=1", "孙磊", "刑侦党小组", "√", "×", "√"],
        &["=2", "赵刚", "刑侦党小组", "√", "√", "△"],
    ];
    let branch = with(rows, &[(0, 0, 0, 6)]);
    branch.write("t.xlsx", book(rows, &[]));
    let told = branch.refused("import attendance t.xlsx");
    has(&told, &["there is no column for kind", "--set kind=", "`△` is no state of attendance", "--mark △=late"]);
    let told = branch.run("import attendance t.xlsx --set kind=lecture --mark △=late --yes");
    has(&told, &["6 added", "row 4 2026-10-22 专家讲座 赵刚: late"]);
}

#[test]
fn a_text_in_another_encoding_is_read_where_it_is_named_and_else_refused() {
    let branch = Sandbox::branch();
    let roster = |text: &str, label: &str| {
        let (bytes, ..) = encoding_rs::Encoding::for_label(label.as_bytes()).unwrap().encode(text);
        bytes.into_owned()
    };
    for (label, name) in [
        ("big5", "郭靖國"),
        ("shift_jis", "山田太郎"),
        ("windows-1252", "Renée Müller"),
        ("euc-kr", "남궁민수 서울 강남"),
        ("koi8-r", "Иванов Пётр Сергеевич"),
    ] {
        branch.write("a.csv", roster(&format!("id,name,standing,from\nx-1,{name},full,2019-06-30\n"), label));
        has(&branch.refused("import members a.csv --yes"), &["hardly Chinese", "--encoding windows-1252, big5"]);
        has(&branch.run(&format!("import members a.csv --any-name --encoding {label}")), &[name, "1 added"]);
        has(&branch.refused("import members a.csv --encoding utf-8"), &["the file is not in UTF-8"]);
    }
}
