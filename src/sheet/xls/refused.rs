//! Workbooks that cannot be read.

use crate::error::Failure;
use crate::words;

/// A workbook that only its owner can open.
pub(super) fn with_password() -> Failure {
    Failure::refused(words::with_password()).cure(words::cure_password())
}

/// A workbook from before Excel 97.
pub(super) fn older() -> Failure {
    Failure::refused(words::older_workbook()).cure(words::cure_no_workbook())
}
