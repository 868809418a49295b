//! What a workbook says before its sheets: which there are, the texts they share, and how its numbers are shown.

use std::collections::BTreeMap;

use super::format;
use super::record::{Record, Records};
use crate::error::Failure;
use crate::sheet::grid::Shown;
use crate::sheet::table::{no_workbook, with_password};

/// The kind of a record that opens the workbook, or a sheet, or something in one.
pub(super) const BEGIN: u16 = 0x0809;

/// The kind of a record that closes what one opened.
pub(super) const END: u16 = 0x000a;

/// What the first record says of a workbook as Excel has written it since 1997.
const BIFF8: u16 = 0x0600;

/// A workbook without its sheets.
pub(super) struct Book {
    pub(super) sheets: Vec<Listed>,
    /// The texts that cells share, by their number.
    pub(super) texts: Vec<String>,
    /// How numbers are shown, by the number of the style.
    styles: Vec<u16>,
    formats: BTreeMap<u16, Shown>,
    /// Whether day 0 is 1 January 1904.
    pub(super) is_1904: bool,
}

/// A sheet that a workbook says it has.
pub(super) struct Listed {
    pub(super) name: String,
    pub(super) is_shown: bool,
    /// Where it begins among the records, in bytes.
    pub(super) start: usize,
}

impl Book {
    /// Reads what stands before the sheets.
    ///
    /// # Errors
    /// What is no workbook, or one with a password, or from before 1997.
    pub(super) fn read(stream: &[u8]) -> Result<Self, Failure> {
        let mut book = Self { sheets: vec![], texts: vec![], styles: vec![], formats: BTreeMap::new(), is_1904: false };
        let mut records = Records(stream);
        let version = records.next().filter(|first| first.kind == BEGIN).and_then(|first| first.reader().u16());
        match version {
            Some(BIFF8) => {}
            Some(_) => return Err(super::refused::older()),
            None => return Err(no_workbook()),
        }
        for record in records {
            match record.kind {
                END => return Ok(book),
                FILE_PASS => return Err(with_password()),
                _ => book.take(record).ok_or_else(no_workbook)?,
            }
        }
        Err(no_workbook())
    }

    /// Takes what a record says; none where it is cut off.
    fn take(&mut self, record: Record<'_>) -> Option<()> {
        let mut reader = record.reader();
        match record.kind {
            DATE_MODE => self.is_1904 = reader.u16()? == 1,
            FORMAT => {
                let (code, units) = (reader.u16()?, reader.u16()?);
                self.formats.insert(code, format::of_text(&reader.text(units.into())?));
            }
            STYLE => {
                reader.u16()?;
                self.styles.push(reader.u16()?);
            }
            SHEET => {
                let (start, hidden, sort, units) = (reader.u32()?, reader.u8()?, reader.u8()?, reader.u8()?);
                let name = reader.text(units.into())?;
                // Others are charts and macros.
                if sort == 0 {
                    let start = usize::try_from(start).ok()?;
                    self.sheets.push(Listed { name, is_shown: hidden & 3 == 0, start });
                }
            }
            TEXTS => {
                let (_, texts) = (reader.u32()?, reader.u32()?);
                for _ in 0..texts {
                    let units = reader.u16()?;
                    self.texts.push(reader.text(units.into())?);
                }
            }
            _ => {}
        }
        Some(())
    }

    /// How a number of a style is shown.
    pub(super) fn shown(&self, style: u16) -> Shown {
        let Some(code) = self.styles.get(usize::from(style)) else { return Shown::Number };
        self.formats.get(code).copied().unwrap_or_else(|| format::of_code(*code))
    }
}

/// The kinds of the records that are read here.
const DATE_MODE: u16 = 0x0022;
const FILE_PASS: u16 = 0x002f;
const SHEET: u16 = 0x0085;
const STYLE: u16 = 0x00e0;
const TEXTS: u16 = 0x00fc;
const FORMAT: u16 = 0x041e;
