//! The faults of an error.

use crate::error::{Failure, Fault};
use crate::words;

/// The faults of an error that has some, or the one that it is.
pub(super) fn faults_of(error: &anyhow::Error) -> Vec<Fault> {
    match error.downcast_ref::<Failure>() {
        Some(failure) => failure.faults.clone(),
        None => vec![Fault::new("io", words::Text::same(format!("{error:#}")))],
    }
}
