//! What holds for any bytes that are read as a table.

use zhibu::record::{DateHints, DateOrder};
use zhibu::sheet::{Field, Kept, Mapping, Reading, read};

/// Fields to find in it.
pub(crate) const FIELDS: &[Field] = &[
    Field { of: "attendance", id: "date" },
    Field { of: "attendance", id: "name" },
    Field { of: "attendance", id: "state" },
];

/// Workbooks as LibreOffice saves them.
pub(crate) const WORKBOOKS: [&[u8]; 3] = [
    include_bytes!("../cli/import/files/office.xls"),
    include_bytes!("../cli/import/files/office-1904.xls"),
    include_bytes!("../cli/import/files/office.xlsx"),
];

/// Reads bytes as a table, and everything it says.
pub(crate) fn whole(bytes: &[u8]) {
    let Ok(sheet) = read(bytes, Reading::default()) else { return };
    assert!(sheet.rows.is_sorted_by_key(|row| row.number) && sheet.rows.iter().all(|row| row.number > 0));
    let Ok(mapping) = Mapping::find(&sheet, FIELDS, &Kept::default(), &[]) else { return };
    let _ = mapping.require(&[&["date"], &["name"]], FIELDS);
    for row in mapping.rows(&sheet) {
        for field in FIELDS {
            let cell = mapping.cell(row, field.id);
            let hints = DateHints { order: Some(DateOrder::Dmy), ..DateHints::year(2026) };
            let _ = (cell.text(), cell.day(DateHints::default()), cell.month(hints));
        }
    }
    let kept = Kept::write(&mapping, FIELDS, Some(DateOrder::Mdy), zhibu::words::Lang::Zh);
    let kept = Kept::parse(&kept, FIELDS).expect("what is written can be read");
    let again = Mapping::find(&sheet, FIELDS, &kept, &[]).expect("the same headings");
    assert_eq!(again.heading_row, mapping.heading_row);
}
