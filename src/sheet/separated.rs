//! Text in columns: CSV with whatever parts them.

use super::table::{Reading, short_enough, within};
use super::{Cell, Row, Sheet, decode};
use crate::error::Failure;
use crate::words;

/// What may part columns, the likeliest first.
const DELIMITERS: [u8; 4] = *b",;\t|";

/// A row put behind all others, that no table has: where it is not read as one, a quote was never closed.
const END: &str = "\0\n";

/// Reads text in columns.
///
/// # Errors
/// Bytes that are no text, or too many rows or columns.
pub(super) fn read(bytes: &[u8], how: Reading<'_>) -> Result<Sheet, Failure> {
    let (mut text, encoding) = decode::decode(bytes, how.encoding)?;
    if !text.ends_with('\n') {
        text.push('\n');
    }
    text.push_str(END);
    let said = said(&text);
    let delimiter = how.delimiter.or(said).unwrap_or_else(|| likely(&text));
    let mut reader = csv::ReaderBuilder::new();
    reader.has_headers(false).flexible(true).delimiter(delimiter);
    let mut reader = reader.from_reader(text.as_bytes());
    let (mut record, mut rows) = (csv::StringRecord::new(), Vec::new());
    // Line ends within cells before this row: a spreadsheet counts rows, not lines.
    let (mut within_cells, mut count) = (0, 0);
    let mut last = 0;
    let (mut ended, mut width) = (false, 0);
    while reader.read_record(&mut record).map_err(|_| Failure::refused(words::not_a_table()))? {
        count += record.len();
        within(rows.len(), record.len(), count)?;
        let inner: usize = record.iter().map(|cell| cell.matches('\n').count()).sum();
        within_cells += inner;
        let last_line = usize::try_from(reader.position().line()).unwrap_or(usize::MAX).saturating_sub(1);
        let number = last_line.saturating_sub(within_cells);
        if &record == [END.trim_end()].as_slice() {
            ended = true;
            break;
        }
        last = number.max(last + 1);
        record.iter().try_for_each(|cell| short_enough(last, cell))?;
        width = width.max(record.len());
        if let Some(cell) = record.iter().find(|cell| swallows_rows(cell, delimiter, width)) {
            let end = last + cell.matches('\n').count();
            return Err(Failure::refused(words::quote_over_rows(last, end)).cure(words::cure_open_quote()));
        }
        let cells: Vec<_> = record.iter().map(Cell::written).collect();
        let is_the_saying = said.is_some() && number == 1;
        if !is_the_saying && cells.iter().any(|cell| !cell.is_empty()) {
            rows.push(Row { number, cells });
        }
    }
    if !ended {
        return Err(Failure::refused(words::open_quote(last.max(1))).cure(words::cure_open_quote()));
    }
    Ok(Sheet { rows, form: words::form_separated(encoding, words::delimiter(delimiter)), others: vec![] })
}

/// What parts the columns, where the first line says so, as Excel does: `sep=;`.
fn said(text: &str) -> Option<u8> {
    match text.lines().next()?.strip_prefix("sep=")?.as_bytes() {
        [delimiter] => Some(*delimiter),
        _ => None,
    }
}

/// Whether a cell has whole rows in it, since a quote was closed too late: each of its lines has as many parts as a row.
fn swallows_rows(cell: &str, delimiter: u8, width: usize) -> bool {
    let lines = cell.lines().skip(1).filter(|line| !line.trim().is_empty());
    let parts = |line: &str| line.bytes().filter(|byte| *byte == delimiter).count() + 1;
    width > 2
        && cell.lines().next().is_some_and(|first| parts(first) == width)
        && lines.clone().any(|line| parts(line) == width)
}

/// What stands most often in the first lines, outside quotes: above the headings there may be a title that has none.
fn likely(text: &str) -> u8 {
    const LINES: usize = 10;
    let mut counts = [0; DELIMITERS.len()];
    let mut quoted = false;
    for byte in text.lines().filter(|line| !line.trim().is_empty()).take(LINES).flat_map(str::bytes) {
        quoted ^= byte == b'"';
        if let Some(at) = DELIMITERS.iter().position(|delimiter| *delimiter == byte).filter(|_| !quoted) {
            counts[at] += 1;
        }
    }
    // The first of those that stand as often.
    let most = counts.iter().max().copied().unwrap_or_default();
    let at = counts.iter().position(|count| *count == most).unwrap_or_default();
    DELIMITERS[at]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Vec<(usize, Vec<String>)> {
        let sheet = read(text.as_bytes(), Reading::default()).expect("a table");
        let cells = |row: &Row| row.cells.iter().map(|cell| cell.text().ok().flatten().unwrap_or_default()).collect();
        sheet.rows.iter().map(|row| (row.number, cells(row))).collect()
    }

    #[track_caller]
    fn case(text: &str, expected: &[(usize, &[&str])]) {
        let expected: Vec<_> = expected
            .iter()
            .map(|(number, cells)| (*number, cells.iter().map(|&cell| cell.to_owned()).collect()))
            .collect();
        assert_eq!(rows(text), expected);
    }

    #[test]
    fn rows_bear_the_numbers_a_spreadsheet_shows() {
        case("a,b\n1,2\n", &[(1, &["a", "b"]), (2, &["1", "2"])]);
        case("a,b\r\n\r\n1,2", &[(1, &["a", "b"]), (3, &["1", "2"])]);
        case("\n\na\r1\r", &[(3, &["a"]), (4, &["1"])]);
        case("a,b\n\"x\ny\",2\n,\n3,4\n", &[(1, &["a", "b"]), (2, &["x\ny", "2"]), (4, &["3", "4"])]);
        case("a\n\"x\n\ny\"\n\nz\n", &[(1, &["a"]), (2, &["x\n\ny"]), (4, &["z"])]);
    }

    #[test]
    fn what_parts_the_columns_is_found() {
        case("a;b,c;d\n", &[(1, &["a", "b,c", "d"])]);
        case("a\tb\n", &[(1, &["a", "b"])]);
        case("a|b\n", &[(1, &["a", "b"])]);
        case("\"a;b;c\",d\n", &[(1, &["a;b;c", "d"])]);
        case("sep=|\na,b|c\n", &[(2, &["a,b", "c"])]);
        case("姓名\n赵刚\n", &[(1, &["姓名"]), (2, &["赵刚"])]);
        case(
            "党员名册，共2人\n姓名;身份\n赵一;x\n",
            &[(1, &["党员名册，共2人"]), (2, &["姓名", "身份"]), (3, &["赵一", "x"])],
        );
    }

    #[test]
    fn cells_are_what_people_wrote() {
        case(" a ,\u{3000}b\u{3000},'=1,'x\n", &[(1, &["a", "b", "=1", "'x"])]);
        case("a,b,c\n1\n", &[(1, &["a", "b", "c"]), (2, &["1"])]);
        assert!(read(",".repeat(300).as_bytes(), Reading::default()).is_err());
        assert!(read(b"\n \n,,\n", Reading::default()).expect("a table").rows.is_empty());
        for open in ["a,b\n\"1,2\n3,4\n", "\"", "a\n\"\"\"", "a\n\"x\n"] {
            assert!(read(open.as_bytes(), Reading::default()).is_err(), "{open}");
        }
        // A quote in one row that is closed by one in another.
        assert!(read("a,b,c\n\"赵一,x,y\n钱二,x,y\n\"孙三,x,y\n".as_bytes(), Reading::default()).is_err());
        case("a\n\"x\n\"\n", &[(1, &["a"]), (2, &["x"])]);
    }
}
