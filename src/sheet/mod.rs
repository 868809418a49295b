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
mod ods;
mod packed;
mod separated;
mod table;
mod xls;
mod xlsx;

pub use across::Across;
pub use cell::Cell;
pub use compare::{Known, Match, compare};
pub use field::Field;
pub use kept::{Kept, field};
pub use mapping::{Column, Mapping};
pub use table::{LIMIT, Reading, Row, Sheet};

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
    } else {
        separated::read(bytes, how)?
    };
    if sheet.rows.is_empty() {
        return Err(Failure::refused(words::empty_table()));
    }
    Ok(sheet)
}
