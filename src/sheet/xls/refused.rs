//! Workbooks that cannot be read.

use crate::error::Failure;
use crate::words;

/// A workbook from before Excel 97.
pub(super) fn older() -> Failure {
    Failure::refused(words::older_workbook()).cure(words::cure_no_workbook())
}
