//! Tables that people bring: bytes become rows, headings become fields, cells become days and numbers, and what is
//! recorded already is known by content and count.
//!
//! Pure: nothing here knows a file or a record. What a field means to the records is said where they are imported.

mod across;
mod cell;
mod compare;
mod decode;
mod field;
mod foot;
mod grid;
mod keep;
mod kept;
mod letter;
mod mapping;
mod markup;
mod mime;
mod ods;
mod packed;
mod page;
mod separated;
mod spreadsheet_xml;
mod table;
mod xls;
mod xlsx;
mod xml;

pub use across::Across;
pub use cell::Cell;
pub use compare::{Known, Match, compare};
pub use field::Field;
pub use kept::{Kept, field};
pub use mapping::{Column, Mapping};
pub use table::{LIMIT, Reading, Row, Sheet};

use self::markup::Markup;
use crate::error::Failure;
use crate::words;

/// Reads a table.
///
/// # Errors
/// Bytes that are no table, or one that is too large.
pub fn read(bytes: &[u8], how: Reading<'_>) -> Result<Sheet, Failure> {
    let sheet = if xls::is_compound(bytes) {
        xls::read(bytes, how)?
    } else if packed::is_packed(bytes) {
        packed::unpacks_within(bytes)?;
        if ods::is_opendocument(bytes) { ods::read(bytes, how)? } else { xlsx::read(bytes, how)? }
    } else if mime::is_mime(bytes) {
        mime::read(bytes, how)?
    } else {
        match markup::kind(bytes) {
            Some(Markup::Page) => page::read(&[markup::text(bytes, how, None)?], how)?,
            Some(Markup::Workbook) => spreadsheet_xml::read(&markup::text(bytes, how, None)?.0, how)?,
            Some(Markup::Other) => {
                return Err(Failure::refused(words::other_markup()).cure(words::cure_no_workbook()));
            }
            None => separated::read(bytes, how)?,
        }
    };
    if sheet.rows.is_empty() {
        return Err(Failure::refused(words::empty_table()));
    }
    Ok(sheet)
}
