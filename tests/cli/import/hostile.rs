//! Files that nobody makes in good faith: each ends in a clear error, in little memory.

use std::io::{Cursor, Write};
use std::process::{Command, Stdio};

use insta::assert_snapshot;

use super::workbook::{heads, row, text, xlsx};
use crate::sandbox::Sandbox;

/// As much address space as the program is given here, in KB.
const SPACE: usize = 512 * 1024;

/// What comes of importing members from a file, in that much space.
fn told(branch: &Sandbox, file: &str, input: Stdio) -> String {
    let plain = branch.command(&["import", "members", file]);
    let mut command = Command::new("sh");
    command.args(["-c", &format!("ulimit -v {SPACE}; exec \"$0\" \"$@\"")]);
    command.arg(plain.get_program()).args(plain.get_args()).current_dir(branch.root()).env_clear();
    command.envs(plain.get_envs().filter_map(|(name, value)| Some((name, value?)))).stdin(input);
    // A thread takes room, and machines have many.
    command.env("RAYON_NUM_THREADS", "2").env("MALLOC_ARENA_MAX", "2");
    branch.told(&command.output().unwrap())
}

/// The same of bytes under a name; nothing is written.
fn told_of(name: &str, bytes: impl AsRef<[u8]>) -> String {
    let branch = Sandbox::branch();
    branch.write(name, bytes);
    let told = told(&branch, name, Stdio::null());
    assert!(branch.run("member list").lines().count() < 20);
    told
}

/// An old workbook of one sheet with these records, after others.
fn xls(globals: &[u8], sheet: &[u8]) -> Vec<u8> {
    let begin = record(0x0809, b"\x00\x06\x05\x00");
    let listed = |start: u32| record(0x0085, &[&start.to_le_bytes(), &b"\0\0\x01\0a"[..]].concat());
    let end = record(0x000a, b"");
    let start = begin.len() + listed(0).len() + globals.len() + end.len();
    let start = u32::try_from(start).unwrap();
    let stream = [&begin, &listed(start)[..], globals, &end, &begin, sheet, &end].concat();
    compound(&[("/Workbook", &stream)])
}

fn record(kind: u16, data: &[u8]) -> Vec<u8> {
    [&kind.to_le_bytes(), &u16::try_from(data.len()).unwrap().to_le_bytes(), data].concat()
}

/// A compound file.
fn compound(streams: &[(&str, &[u8])]) -> Vec<u8> {
    let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    for (name, bytes) in streams {
        file.create_stream(name).unwrap().write_all(bytes).unwrap();
    }
    file.into_inner().into_inner()
}

/// A cell with the first of the shared texts.
fn shared(row: u16, column: u16) -> Vec<u8> {
    record(0x00fd, &[row.to_le_bytes(), column.to_le_bytes(), [0; 2], [0; 2], [0; 2]].concat())
}

/// One shared text, this long.
fn texts(units: u16) -> Vec<u8> {
    let mut bytes = record(0x00fc, &[&[1, 0, 0, 0, 1, 0, 0, 0][..], &units.to_le_bytes(), b"\0"].concat());
    let mut left = usize::from(units);
    while left > 0 {
        let here = left.min(8000);
        bytes.extend(record(0x003c, &[&[0][..], &vec![b'x'; here]].concat()));
        left -= here;
    }
    bytes
}

/// Pages and XML without end: each is refused, in little memory.
#[test]
fn pages_without_end_are_refused() {
    for (page, fact) in [
        ("<table>".repeat(200_000), "more than 1000 tables in the page"),
        ("<table><tr><td>a<td>b<tr><td>c<td>d</table>".repeat(300_000), "more than 1000 tables in the page"),
        (format!("<table>{}", "<td>x".repeat(3_000_000)), "more than 200 columns"),
        (format!("<table>{}", "<tr><td>x<td>y".repeat(210_000)), "more than 200000 rows"),
        (format!("<table><tr><td>{}", "x&amp;<b>".repeat(600_000)), "more than 1024 KB of text"),
        (
            format!("<table><tr><td colspan=1000 rowspan=65534>x<tr>{}", "<td>".repeat(3_000_000)),
            "none of the headings",
        ),
        (format!("<table {}>", "a ".repeat(700_000)), "a web page without a table"),
        (
            format!("<?xml version=\"1.0\"?><Workbook>{}", "<Worksheet ss:Name=\"a\">".repeat(100_000)),
            "the table is empty",
        ),
        (
            format!(
                "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=a\n\n{}",
                "--a\nContent-Type: multipart/mixed; boundary=a\n\n".repeat(300_000)
            ),
            "no workbook",
        ),
    ] {
        let told = told_of("a.xls", &page);
        assert!(
            told.contains(fact) && told.contains("exit Some(1)"),
            "{}: {}",
            &page[..40],
            &told[..told.len().min(600)]
        );
    }
}

#[test]
fn a_table_that_is_far_too_large_is_refused() {
    let branch = Sandbox::branch();
    let line = std::fs::File::create(branch.root().join("line.csv")).unwrap();
    line.set_len(1 << 30).unwrap();
    assert_snapshot!(told(&branch, "line.csv", Stdio::null()), @"
    --- stderr
    error: `line.csv` is longer than 16384 KB
    help: keep only the part that matters, or divide it
    --- exit Some(1)
    ");
    // As much comes through a pipe, which says nothing of its length.
    assert_snapshot!(told(&branch, "-", std::fs::File::open("/dev/zero").unwrap().into()), @"
    --- stderr
    error: standard input is longer than 16384 KB
    help: keep only the part that matters, or divide it
    --- exit Some(1)
    ");
    assert_snapshot!(told_of("a.csv", "a,".repeat(1_000_000)), @"
    --- stderr
    error: more than 200 columns
    help: save a copy with only the sheet, rows and columns that matter
    --- exit Some(1)
    ");
    assert_snapshot!(told_of("a.csv", format!("姓名\n{}", "1\n".repeat(1_000_000))), @"
    --- stderr
    error: more than 200000 rows, or too many cells
    help: save a copy with only the sheet, rows and columns that matter
    --- exit Some(1)
    ");
    assert_snapshot!(told_of("a.csv", format!("姓名\n{}\n", "x".repeat(2_000_000))), @"
    --- stderr
    error: a cell of row 2 has more than 1024 KB of text
    help: save a copy with only the sheet, rows and columns that matter
    --- exit Some(1)
    ");
}

#[test]
fn what_is_no_text_is_refused_and_text_is_read_by_what_it_is() {
    assert_snapshot!(told_of("a.csv", "姓名,身份\n周\0洋,群众\n"), @"
    --- stderr
    error: this is no table that can be read: neither UTF-8 nor GBK
    help: save it as .xlsx, or as CSV in UTF-8 or GBK
    --- exit Some(1)
    ");
    assert_snapshot!(told_of("a.csv", "姓名,身份\n\"周洋,群众\n吴迪,群众\n"), @r#"
    --- stderr
    error: a quote near row 2 is never closed, and all that follows cannot be read
    help: close it; a quote within a cell is written twice, ""
    --- exit Some(1)
    "#);
    assert_snapshot!(told_of("a.xls", "<html><table><tr><td>姓名</td></tr></table></html>"), @"
    a.xls: a web page in UTF-8, table 1 of 1, headings in row 1
      姓名: name
    --- stderr
    nothing changed: the records say so already
    ");
    // As Excel saves `Unicode text`, under a name of something else, and with the line ends of old.
    let wide = |text: &str| -> Vec<u8> { text.encode_utf16().flat_map(u16::to_le_bytes).collect() };
    let unicode = wide("\u{feff}姓名\t身份\t加入日期\r周洋\t群众\t2026-01-01\r");
    assert_snapshot!(told_of("a.xlsx", unicode), @"
    a.xlsx: UTF-16, parted by tabs, headings in row 1
      姓名: name
      身份: standing
      加入日期: from
    1 added
      of 1: 0 in a group, 0 with a post, 0 with a class
      row 2 added 周洋 (zhou-yang): 群众 from 2026-01-01
    --- stderr
    this was only shown, nothing is written; add --yes to import it
    ");
    let book = heads(&["姓名", "身份", "加入日期"], 1)
        + &row(2, &[text("A2", "周洋"), text("B2", "群众"), text("C2", "2026-01-01")]);
    assert!(told_of("a.csv", xlsx(&book, &[])).contains("row 2 added 周洋"));
    // What a spreadsheet would run is a text here; control characters never reach the terminal.
    let formulas =
        "姓名,身份,加入日期,备注\n=cmd|'/c calc'!A0,群众,2026-01-01,@SUM(1)\n\u{1b}[31m周洋,群众,2026-01-01,\n";
    assert_snapshot!(told_of("a.csv", formulas), @"
    a.csv: UTF-8, parted by commas, headings in row 1
      姓名: name
      身份: standing
      加入日期: from
      备注: note
    2 unmatched
      row 2
        `=cmd|'/c calc'!A0` is not a name: it has digits or signs that names do not have
        help: if it is a name, add --any-name
      row 3: the name has control characters
    --- stderr
    error: rows 2–3 cannot be matched, nothing is imported
    help: put the table right, or pass over them with --skip-unmatched
    --- exit Some(1)
    ");
}

#[test]
fn a_workbook_that_claims_too_much_is_refused() {
    let far = heads(&["姓名"], 1) + &row(1_048_576, &[text("XFD1048576", "x")]);
    assert_snapshot!(told_of("a.xlsx", xlsx(&far, &[])), @"
    --- stderr
    error: more than 200 columns
    help: save a copy with only the sheet, rows and columns that matter
    --- exit Some(1)
    ");
    // A text shared by many cells is kept for each.
    let texts = format!("<sst><si><t>{}</t></si></sst>", "x".repeat(1_000_000));
    let cells: String = (2..200).map(|at| row(at, &[format!("<c r=\"A{at}\" t=\"s\"><v>0</v></c>")])).collect();
    let book = xlsx(&(heads(&["姓名"], 1) + &cells), &[("xl/sharedStrings.xml", texts.into_bytes())]);
    assert!(book.len() < 20_000);
    assert_snapshot!(told_of("a.xlsx", book), @"
    --- stderr
    error: the texts of the cells come to more than 64 MB
    help: save a copy with only the sheet, rows and columns that matter
    --- exit Some(1)
    ");
    // A style takes five bytes here and a hundred and fifty there.
    let styles = format!("<styleSheet><cellXfs>{}</cellXfs></styleSheet>", "<xf/>".repeat(5_000_000));
    assert_snapshot!(told_of("a.xlsx", xlsx("", &[("xl/more/styles.xml", styles.into_bytes())])), @"
    --- stderr
    error: the workbook has too many styles of cells
    help: save a copy with only the sheet, rows and columns that matter
    --- exit Some(1)
    ");
    assert_snapshot!(told_of("a.xlsx", &xlsx(&far, &[])[..700]), @"
    --- stderr
    error: this is no workbook that can be read
    help: open it in a spreadsheet and save it as .xlsx or CSV
    --- exit Some(1)
    ");
}

#[test]
fn an_old_workbook_that_claims_too_much_is_refused() {
    // The sheet says it is as large as can be, and has one cell there.
    let size = record(0x0200, b"\0\0\0\0\0\0\x01\0\0\0\0\x01\0\0");
    assert_snapshot!(told_of("a.xls", xls(&texts(9), &[size.clone(), shared(65_535, 255)].concat())), @"
    --- stderr
    error: more than 200 columns
    help: save a copy with only the sheet, rows and columns that matter
    --- exit Some(1)
    ");
    let near = told_of("a.xls", xls(&texts(9), &[size, shared(65_535, 0)].concat()));
    assert!(near.contains("none of the headings is known"), "{near}");
    let cells: Vec<u8> = (0..5000).flat_map(|row| shared(row, 0)).collect();
    assert_snapshot!(told_of("a.xls", xls(&texts(60_000), &cells)), @"
    --- stderr
    error: the texts of the cells come to more than 64 MB
    help: save a copy with only the sheet, rows and columns that matter
    --- exit Some(1)
    ");
    // Texts that are not there, in number and in length; a record that is cut off; a sheet behind the end.
    for (globals, sheet) in [
        (record(0x00fc, b"\xff\xff\xff\xff\xff\xff\xff\xff"), vec![]),
        (record(0x00fc, b"\x01\0\0\0\x01\0\0\0\xff\xff\0abc"), vec![]),
        (vec![], shared(0, 0)),
        (vec![], record(0x00bd, b"\0")),
        (vec![], b"\x03\x02\xff\xff\0".to_vec()),
        (b"\x85\0\x09\0\xff\xff\xff\xff\0\0\x01\0b".repeat(60_000), b"\x09\x08\0\0".repeat(9)),
    ] {
        let told = told_of("a.xls", xls(&globals, &sheet));
        assert!(told.contains("no workbook that can be read") && told.contains("exit Some(1)"), "{told}");
    }
}

#[test]
fn a_workbook_with_a_password_is_told_from_one_that_is_broken() {
    assert_snapshot!(told_of("a.xlsx", compound(&[("/EncryptionInfo", b"x"), ("/EncryptedPackage", b"x")])), @"
    --- stderr
    error: the workbook has a password
    help: open it in a spreadsheet, take off the password and save it
    --- exit Some(1)
    ");
    assert_snapshot!(told_of("a.xls", xls(&record(0x002f, b"\x01\0"), b"")), @"
    --- stderr
    error: the workbook has a password
    help: open it in a spreadsheet, take off the password and save it
    --- exit Some(1)
    ");
    assert_snapshot!(told_of("a.xls", compound(&[("/Book", b"x")])), @"
    --- stderr
    error: this is a workbook from before Excel 97
    help: open it in a spreadsheet and save it as .xlsx or CSV
    --- exit Some(1)
    ");
    assert_snapshot!(told_of("a.xls", compound(&[("/WordDocument", b"x")])), @"
    --- stderr
    error: this is no workbook that can be read
    help: open it in a spreadsheet and save it as .xlsx or CSV
    --- exit Some(1)
    ");
    assert_snapshot!(told_of("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and no more"), @"
    --- stderr
    error: this is no workbook that can be read
    help: open it in a spreadsheet and save it as .xlsx or CSV
    --- exit Some(1)
    ");
}
