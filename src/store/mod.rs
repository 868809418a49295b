//! Files and folders: the only code that reads or writes them.
//!
//! A [`Store`] is a directory of records. It is read without a lock; to change it a command takes the [`Lock`], loads,
//! decides and commits. The working files are in the folder of git, or in `.zhibu/` where there is none.

mod as_if;
mod commit;
mod create;
mod directory;
mod disk;
mod draft;
mod edit;
mod edit_error;
mod export;
mod faults;
mod folder;
mod journal;
mod lines;
mod load;
mod lock;
mod many;
mod meaning;
mod merge;
mod missing;
mod outline;
mod overlay;
mod place;
mod plain;
mod plan;
mod row;
mod site;
mod splice;
mod stage;
mod steady;
mod survey;
mod work;
mod written;

pub use crate::branch::Query;
pub use directory::{DESK, MARKER, Store};
pub use edit::apply;
pub use edit_error::EditError;
pub use export::{
    export, export_file, export_pieces, export_program, files_outside, fill_file, is_empty_folder, read_bytes_outside,
    read_outside, read_outside_if_there, sha256_outside,
};
pub use load::{Loaded, Ruled};
pub use lock::{Lock, PATIENCE, Waiting};
pub use merge::{Clash, Merged, Side, Sides, Stage, is_joined, join, may_be_two, merge, record_path, sides};
pub use missing::Missing;
pub use plan::{Copied, Planned};
pub use site::write_site;
pub use survey::Survey;
