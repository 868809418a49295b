//! Files as LibreOffice saves them: all seven tables in one workbook, of which it made the others. One workbook is as a
//! program wrote it that never reckons formulas.

use insta::assert_snapshot;

use crate::sandbox::Sandbox;

/// What is imported, and of which sheet, those first that others need.
const SHEETS: [(&str, &str); 7] = [
    ("groups", "小组"),
    ("members", "名册"),
    ("meetings", "会议"),
    ("attendance", "考勤"),
    ("points", "积分"),
    ("study", "学时"),
    ("dues", "党费"),
];

/// A branch with the files.
fn branch() -> Sandbox {
    let branch = Sandbox::branch();
    let files = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cli/import/files");
    for file in std::fs::read_dir(files).unwrap() {
        let file = file.unwrap();
        branch.write(&file.file_name().into_string().unwrap(), std::fs::read(file.path()).unwrap());
    }
    for line in ["dues set sun-lei 45.50 --from 2026-10", "dues set zhao-gang 60 --from 2026-10"] {
        branch.run(line);
    }
    branch
}

#[test]
fn an_old_workbook_is_read_as_a_new_one() {
    let branch = branch();
    for (what, sheet) in SHEETS {
        let told = |file| branch.run(&format!("import {what} {file} --sheet {sheet}")).replace(file, "FILE");
        let old = told("office.xls");
        assert_eq!(old, told("office.xlsx"));
        // The same days, counted from 1904.
        assert_eq!(old, told("office-1904.xls"));
        let told = branch.run(&format!("import {what} office.xls --sheet {sheet} --yes"));
        assert!(!told.contains("exit"), "{told}");
        let again = branch.run(&format!("import {what} office.xlsx --sheet {sheet}"));
        assert!(again.contains("recorded already") && !again.contains("added"), "{again}");
    }
    assert_snapshot!(branch.read("members/zhou-yang.toml"), @r#"
    name = "周洋"
    note = "从分局调入，𠀀"

    [[standing]]
    is = "full"
    from = 2009-06-30

    [[group]]
    id = "criminal"
    from = 2024-01-01
    "#);
    assert_snapshot!(branch.read("meetings/2026/2026-11-05-group-criminal.toml"), @r#"
    kind = "group"
    group = "criminal"
    date = 2026-11-05
    time = "19:30-20:40"
    place = "二楼会议室"
    chair = "zhao-gang"
    present = [
      "sun-lei",
      "zhao-gang",
    ]
    absent = [
      { member = "wang-fang" },
    ]
    "#);
    assert_snapshot!(branch.read("points/2026-11.toml"), @r#"
    entries = [
      { id = "25vfbe", date = 2026-11-12, member = "zhao-gang", item = "commended", points = 1.5 },
      { id = "xth3a3", date = 2026-11-12, member = "sun-lei", item = "commended", points = 5, note = "破获系列盗窃案" },
    ]
    "#);
    assert_snapshot!(branch.read("study/2026-11.toml"), @r#"
    entries = [
      { id = "25vfbe", date = 2026-11-05, member = "zhao-gang", hours = 0.5, kind = "own", title = "学习党章" },
      { id = "xth3a3", date = 2026-11-05, member = "sun-lei", hours = 1.5, kind = "own", title = "学习党章" },
      { id = "a5dput", date = 2026-11-09, member = "sun-lei", hours = 2, kind = "collective", title = "专题讲座" },
    ]
    "#);
    assert_snapshot!(branch.read("dues/2026.toml"), @r#"
    amounts = [
      { id = "25vfbe", member = "zhao-gang", from = "2026-10", amount = "60.00" },
      { id = "xth3a3", member = "sun-lei", from = "2026-10", amount = "45.50" },
    ]
    payments = [
      { id = "a5dput", month = "2026-10", member = "sun-lei", amount = "45.50", paid = 2026-10-12 },
      { id = "uxw257", month = "2026-11", member = "zhao-gang", amount = "60.00", paid = 2026-11-03 },
    ]
    "#);
}

#[test]
fn the_first_sheet_that_is_shown_is_taken_and_formulas_are_told() {
    let branch = branch();
    assert_snapshot!(branch.run("import members office.xls"), @"
    office.xls: sheet `名册` of 8, formulas as they were last reckoned: 3, headings in row 3
      序号: not read
      姓名: name
      党员类别: standing
      加入日期: from
      所在党小组: group
      备注: note
    4 added
      of 4: 4 in a group, 0 with a post, 0 with a class
      row 4 added 周洋 (zhou-yang): 正式党员 from 2009-06-30; 刑侦党小组 from 2024-01-01; note: 从分局调入，𠀀
      row 5 added 吴迪 (wu-di): 预备党员 from 2026-03-01; 综合党小组 from 2026-03-01
      row 7 added 何军 (he-jun): 入党积极分子 from 2026-11-05; 刑侦党小组 from 2026-11-05; note: 待核
      row 8 added 钱进 (qian-jin): 群众 from 2026-11-05; 综合党小组 from 2026-11-05
    --- stderr
    this was only shown, nothing is written; add --yes to import it
    ");
    assert_snapshot!(branch.run("import members never-reckoned.xlsx"), @"
    never-reckoned.xlsx: sheet `名册` of 8, formulas as they were last reckoned: 3, headings in row 3
      序号: not read
      姓名: name
      党员类别: standing
      加入日期: from
      所在党小组: group
      备注: note
    2 added
      of 2: 2 in a group, 0 with a post, 0 with a class
      row 4 added 周洋 (zhou-yang): 正式党员 from 2009-06-30; 刑侦党小组 from 2024-01-01; note: 从分局调入，𠀀
      row 5 added 吴迪 (wu-di): 预备党员 from 2026-03-01; 综合党小组 from 2026-03-01
    2 unmatched
      row 7: column `备注`: the cell is a formula, and the file does not say what it gives: open it in a spreadsheet and save it
      row 8: column `加入日期`: the cell is a formula, and the file does not say what it gives: open it in a spreadsheet and save it
    --- stderr
    error: rows 7–8 cannot be matched, nothing is imported
    help: put the table right, or pass over them with --skip-unmatched
    --- exit Some(1)
    ");
    assert_snapshot!(branch.refused("import members office.xls --sheet 党员"), @"
    --- stderr
    error: no sheet `党员`
    help: there are: 名册, 说明, 小组, 会议, 考勤, 积分, 学时, 党费
    --- exit Some(1)
    ");
}

#[test]
fn text_in_columns_is_read_as_it_was_saved() {
    let branch = branch();
    assert_snapshot!(branch.run("import attendance attendance-gb18030.csv"), @"
    attendance-gb18030.csv: GB18030, parted by commas, headings in row 1
      会议日期: date
      会议种类: kind
      小组: group
      姓名: name
      状态: state
      原因: reason
    3 added
      row 2 2026-11-19 党小组会 · 刑侦党小组 赵刚: present
      row 3 2026-11-19 党小组会 · 刑侦党小组 孙磊: absent: 值班备勤
      row 4 2026-11-19 党小组会 · 刑侦党小组 王芳 (刑侦党小组): late
    --- stderr
    this was only shown, nothing is written; add --yes to import it
    ");
    assert_snapshot!(branch.run("import points points-semicolons.csv"), @"
    points-semicolons.csv: UTF-8, parted by semicolons, headings in row 1
      日期: date
      姓名: name
      积分项: item
      分值: points
      事由: note
    2 added
      row 2 2026-11-12 孙磊 立功受奖、表彰 +5; note: 破获系列盗窃案
      row 3 2026-11-12 赵刚 立功受奖、表彰 +1.5
    --- stderr
    this was only shown, nothing is written; add --yes to import it
    ");
    assert_snapshot!(branch.run("import members members-tabs-gb18030.csv --date-order mdy"), @"
    members-tabs-gb18030.csv: GB18030, parted by tabs, headings in row 3
      序号: not read
      姓名: name
      党员类别: standing
      加入日期: from
      所在党小组: group
      备注: note
    4 added
      of 4: 4 in a group, 0 with a post, 0 with a class
      row 4 added 周洋 (zhou-yang): 正式党员 from 2009-06-30; 刑侦党小组 from 2024-01-01; note: 从分局调入，𠀀
      row 5 added 吴迪 (wu-di): 预备党员 from 2026-03-01; 综合党小组 from 2026-03-01
      row 7 added 何军 (he-jun): 入党积极分子 from 2026-11-05; 刑侦党小组 from 2026-11-05; note: 待核
      row 8 added 钱进 (qian-jin): 群众 from 2026-11-05; 综合党小组 from 2026-11-05
    --- stderr
    this was only shown, nothing is written; add --yes to import it
    ");
    let told = branch.refused("import members members-tabs-gb18030.csv");
    assert!(told.contains("`06/30/2009` may be one of two days"), "{told}");
}
