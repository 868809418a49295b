//! Packed files of XML, as workbooks of today are.

use std::io::{BufReader, Cursor, Read as _, Write};

use quick_xml::events::Event;
use zip::ZipArchive;

use super::table::{no_workbook, too_large};
use super::xml;
use crate::error::Failure;
use crate::words;

/// How much the parts of a workbook may come to when they are unpacked, in bytes.
const UNPACKED: u64 = 64 * 1024 * 1024;

/// The most tags of the styles. A spreadsheet knows 65,490 styles; each takes far more memory than room.
const STYLE_TAGS: usize = 1_000_000;

/// Whether bytes are packed as those of a workbook are.
pub(super) fn is_packed(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04")
}

/// Refuses what unpacks to more than it should, before any of it is kept: what it says of its size may be a lie.
pub(super) fn unpacks_within(bytes: &[u8]) -> Result<(), Failure> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| no_workbook())?;
    let mut left = UNPACKED;
    for at in 0..archive.len() {
        let part = archive.by_index(at).map_err(|_| no_workbook())?;
        let is_styles = part.name_raw().to_ascii_lowercase().ends_with(b"styles.xml");
        let mut tags = Tags(0);
        let read = std::io::copy(&mut part.take(left + 1), &mut tags).map_err(|_| no_workbook())?;
        left = left.checked_sub(read).ok_or_else(|| too_large(words::unpacks_too_large(UNPACKED / 1024 / 1024)))?;
        if is_styles && tags.0 > STYLE_TAGS {
            return Err(too_large(words::too_many_styles()));
        }
    }
    Ok(())
}

/// Each tag and text of a part, in order.
///
/// # Errors
/// A part that is not there, or is no XML; or what `each` refuses.
pub(super) fn events(
    bytes: &[u8],
    part: &str,
    each: impl FnMut(Event<'_>) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| no_workbook())?;
    let part = archive.by_name(part).map_err(|_| no_workbook())?;
    xml::events(BufReader::new(part.take(UNPACKED)), each)
}

/// Counts the tags of what is written to it, and keeps nothing.
struct Tags(usize);

impl Write for Tags {
    fn write(&mut self, part: &[u8]) -> std::io::Result<usize> {
        self.0 += part.iter().filter(|byte| **byte == b'<').count();
        Ok(part.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}
