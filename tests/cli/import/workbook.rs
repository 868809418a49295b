//! Workbooks, made here part by part as spreadsheets make them.

use std::io::{Cursor, Write};

use insta::assert_snapshot;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::sandbox::Sandbox;

/// A workbook with two sheets, of which the first is hidden; the cells of the second are given as XML.
pub(super) fn xlsx(rows: &str, more: &[(&str, Vec<u8>)]) -> Vec<u8> {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let rels = "http://schemas.openxmlformats.org/package/2006/relationships";
    let doc = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let sheet = |rows: &str| format!("<worksheet xmlns=\"{main}\"><sheetData>{rows}</sheetData></worksheet>");
    let parts = [
        (
            "[Content_Types].xml",
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>".to_owned(),
        ),
        (
            "_rels/.rels",
            format!(
                "<Relationships xmlns=\"{rels}\"><Relationship Id=\"r\" Type=\"{doc}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
            ),
        ),
        (
            "xl/workbook.xml",
            format!(
                "<workbook xmlns=\"{main}\" xmlns:r=\"{doc}\"><sheets><sheet name=\"说明\" sheetId=\"1\" state=\"hidden\" r:id=\"r1\"/><sheet name=\"名册\" sheetId=\"2\" r:id=\"r2\"/></sheets></workbook>"
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            format!(
                "<Relationships xmlns=\"{rels}\"><Relationship Id=\"r1\" Type=\"{doc}/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"r2\" Type=\"{doc}/worksheet\" Target=\"worksheets/sheet2.xml\"/><Relationship Id=\"r3\" Type=\"{doc}/styles\" Target=\"styles.xml\"/></Relationships>"
            ),
        ),
        (
            "xl/styles.xml",
            format!(
                "<styleSheet xmlns=\"{main}\"><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>"
            ),
        ),
        ("xl/worksheets/sheet1.xml", sheet("")),
        ("xl/worksheets/sheet2.xml", sheet(rows)),
    ];
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let parts = parts.into_iter().map(|(name, text)| (name, text.into_bytes())).chain(more.iter().cloned());
    for (name, bytes) in parts {
        archive.start_file(name, SimpleFileOptions::default()).unwrap();
        archive.write_all(&bytes).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

pub(super) fn text(at: &str, text: &str) -> String {
    format!("<c r=\"{at}\" t=\"inlineStr\"><is><t>{text}</t></is></c>")
}

pub(super) fn row(number: usize, cells: &[String]) -> String {
    format!("<row r=\"{number}\">{}</row>", cells.concat())
}

pub(super) fn heads(names: &[&str], number: usize) -> String {
    let cells: Vec<_> = names.iter().zip('A'..).map(|(name, at)| text(&format!("{at}{number}"), name)).collect();
    row(number, &cells)
}

#[test]
fn days_are_days_and_failures_are_told() {
    let branch = Sandbox::branch();
    let rows = heads(&["党员名册"], 1)
        + &heads(&["姓名", "身份", "加入日期"], 3)
        // 46331 is 2026-11-05: as a day, as a plain number, as text.
        + &row(4, &[text("A4", "周　洋"), text("B4", "群众"), "<c r=\"C4\" s=\"1\"><v>46331</v></c>".into()])
        + &row(5, &[text("A5", "吴迪"), text("B5", "群众"), "<c r=\"C5\"><v>46331</v></c>".into()])
        + &row(7, &[text("A7", "何军"), text("B7", "群众"), "<c r=\"C7\" t=\"e\"><v>#REF!</v></c>".into()])
        + &row(8, &[text("A8", "钱进"), text("B8", "群众"), text("C8", "2026.11.5")])
        + &row(9, &[text("A9", "=HYPERLINK(1)"), text("B9", "群众"), "<c r=\"C9\" s=\"1\"><f>TODAY()</f><v>46331.5</v></c>".into()]);
    branch.write("a.xlsx", xlsx(&rows, &[]));
    assert_snapshot!(branch.run("import members a.xlsx --skip-unmatched"), @"
    a.xlsx: sheet `名册` of 2, formulas as they were last reckoned: 1, headings in row 3
      姓名: name
      身份: standing
      加入日期: from
    2 added
      of 2: 0 in a group, 0 with a post, 0 with a class
      row 4 added 周洋 (zhou-yang): 群众 from 2026-11-05
      row 8 added 钱进 (qian-jin): 群众 from 2026-11-05
    3 unmatched
      row 5
        column `加入日期`: `46331` is the serial number of a date: formatted as a date it is 2026-11-05
        help: format the column as a date in the spreadsheet, then save
      row 7: column `加入日期`: the cell says #REF!
      row 9
        `=HYPERLINK(1)` is not a name: it has digits or signs that names do not have
        help: if it is a name, add --any-name
    --- stderr
    this was only shown, nothing is written; add --yes to import it
    ");
    let told = branch.run("import members a.xlsx --any-name --skip-unmatched --yes");
    assert!(told.contains("3 added"), "{told}");
    assert!(branch.read("members/zhou-yang.toml").contains("from = 2026-11-05"));
    assert_snapshot!(branch.refused("import members a.xlsx --sheet 说明"), @"
    --- stderr
    error: the table is empty
    --- exit Some(1)
    ");
    assert_snapshot!(branch.refused("import members a.xlsx --sheet 考勤"), @"
    --- stderr
    error: no sheet `考勤`
    help: there are: 说明, 名册
    --- exit Some(1)
    ");
}

#[test]
fn what_this_program_exports_can_be_imported() {
    let branch = Sandbox::branch();
    branch.run("meeting log group -g 刑侦 --on 2026-11-05 --absent 孙磊:duty:出警");
    branch.run("study log 孙磊,赵刚 1.5 --title 学习党章 --on 11-05");
    branch.run("export --month 2026-11 --format xlsx --out nov.xlsx");
    for (what, sheet, rows) in [("attendance", "attendance", 3), ("study", "study", 2), ("meetings", "meetings", 1)] {
        let told = branch.run(&format!("import {what} nov.xlsx --sheet {sheet}"));
        assert!(told.contains(&format!("{rows} recorded already")) && !told.contains("unmatched"), "{told}");
        assert!(!told.contains("added") && !told.contains("otherwise"), "{told}");
    }
}

#[test]
fn hostile_workbooks_end_in_a_clear_error() {
    let branch = Sandbox::branch();
    branch.write("a.xlsx", xlsx("", &[("xl/media/bomb.bin", vec![0; 80 * 1024 * 1024])]));
    assert_snapshot!(branch.refused("import members a.xlsx"), @"
    --- stderr
    error: the workbook unpacks to more than 64 MB
    help: save a copy with only the sheet, rows and columns that matter
    --- exit Some(1)
    ");
    let far = heads(&["姓名"], 1) + &row(2, &[text("XFD2", "x")]);
    branch.write("a.xlsx", xlsx(&far, &[]));
    assert_snapshot!(branch.refused("import members a.xlsx"), @"
    --- stderr
    error: more than 200 columns
    help: save a copy with only the sheet, rows and columns that matter
    --- exit Some(1)
    ");
    // A cell in the last row costs nothing: rows between are not made.
    let deep = heads(&["姓名", "身份", "加入日期"], 1)
        + &row(1_048_576, &[text("A1048576", "周洋"), text("B1048576", "群众"), text("C1048576", "2026-01-01")]);
    branch.write("a.xlsx", xlsx(&deep, &[]));
    assert!(branch.run("import members a.xlsx").contains("row 1048576 added 周洋"));
    branch.write("a.xlsx", xlsx("<row r=\"1\"><c r=\"A1\"><v>1</v>", &[]));
    assert_snapshot!(branch.refused("import members a.xlsx"), @"
    --- stderr
    error: this is no workbook that can be read
    help: open it in a spreadsheet and save it as .xlsx or CSV
    --- exit Some(1)
    ");
    branch.write("a.xlsx", b"PK\x03\x04 and nothing more");
    assert_snapshot!(branch.refused("import members a.xlsx"), @"
    --- stderr
    error: this is no workbook that can be read
    help: open it in a spreadsheet and save it as .xlsx or CSV
    --- exit Some(1)
    ");
}
