//! What a command decided to write.

use std::path::PathBuf;
use std::sync::Arc;

use crate::record::{RelPath, Value};
use crate::words::Text;

/// One command's change of the records: all of it is written, or none.
#[derive(Clone, Debug, Default)]
pub struct Change {
    /// A sentence about the branch, the subject of the commit.
    pub subject: Text,
    /// Why, where it was said: the body of the commit.
    pub why: Option<String>,
    /// The files, each once.
    pub files: Vec<FileChange>,
}

impl Change {
    /// A change of one file.
    pub fn new(subject: Text, path: RelPath, what: What) -> Self {
        Self { subject, why: None, files: vec![FileChange { path, what }] }
    }
}

/// What happens to one file.
#[derive(Clone, Debug)]
pub struct FileChange {
    /// The file.
    pub path: RelPath,
    /// What happens to it.
    pub what: What,
}

/// What can happen to a file.
#[derive(Clone, Debug)]
pub enum What {
    /// It is made with this text; refused where there is one.
    Create(String),
    /// Its whole text is this from now on, whatever it said before; it is made where there is none.
    Write(String),
    /// Parts of it are replaced; every byte not meant stays.
    Edit(Vec<Edit>),
    /// It is made as the copy of a file from anywhere; refused where there is one.
    Copy(PathBuf),
    /// It is made with these bytes, which need be no text; refused where there is one.
    Restore(Arc<[u8]>),
    /// It goes; refused where there is none.
    Remove,
}

/// One replacement in a file; edits of a file are made in order, each on what the one before left.
#[derive(Clone, Debug)]
pub enum Edit {
    /// Gives a key of a table a value, in place where the key is there, else after the table's last key.
    Set(Vec<Step>, &'static str, Value),
    /// Takes a key with its value out of a table.
    Unset(Vec<Step>, &'static str),
    /// Puts an item into a list, before the item at the index or at the end; the list is made where the key is not
    /// there.
    Insert(Vec<Step>, &'static str, Option<usize>, Value),
    /// Takes the item at the index out of a list.
    Remove(Vec<Step>, &'static str, usize),
    /// Takes the item at the index out of one list of the file and puts another into a second list, as `Insert` does; the
    /// comment beside the one goes along.
    Move(&'static str, usize, &'static str, Option<usize>, Value),
    /// Adds a table with a heading, `[[name]]`, after the last of its name or at the end.
    Append(&'static str, Vec<(&'static str, Value)>),
}

/// One step from the root of a file towards a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// To the value of a key.
    Key(&'static str),
    /// To an item of a list, from 0.
    Item(usize),
}
