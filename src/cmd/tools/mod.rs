//! The commands around the records: begin a directory, edit a file, teach shells, editors and git.

mod attributes;
pub(in crate::cmd) mod completion;
pub(in crate::cmd) mod doctor;
pub(in crate::cmd) mod edit;
pub(in crate::cmd) mod help;
pub(in crate::cmd) mod hook;
pub(in crate::cmd) mod init;
pub(in crate::cmd) mod log;
pub(in crate::cmd) mod man;
pub(in crate::cmd) mod schema;
pub(in crate::cmd) mod upgrade;
