//! The findings: what is wrong in the records.
