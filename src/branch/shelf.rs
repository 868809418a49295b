//! What holds the files of a kind once they are loaded.

use std::collections::BTreeMap;

use super::{Filed, People};
use crate::record::{Member, MemberId};

/// What holds the files of a kind.
pub trait Shelf<T> {
    /// All of them, in their order.
    fn filed(&self) -> Vec<&Filed<T>>;
}

/// What is filled with the files of a folder, each with what names it.
pub trait Filled<K, T> {
    /// It, with those.
    fn with(files: impl Iterator<Item = (K, Filed<T>)>) -> Self;
}

impl<T> Shelf<T> for Filed<T> {
    fn filed(&self) -> Vec<&Filed<T>> {
        vec![self]
    }
}

impl<T> Shelf<T> for Option<Filed<T>> {
    fn filed(&self) -> Vec<&Filed<T>> {
        self.iter().collect()
    }
}

impl<T> Shelf<T> for Vec<Filed<T>> {
    fn filed(&self) -> Vec<&Filed<T>> {
        self.iter().collect()
    }
}

impl<K, T> Filled<K, T> for Vec<Filed<T>> {
    fn with(files: impl Iterator<Item = (K, Filed<T>)>) -> Self {
        files.map(|(_, file)| file).collect()
    }
}

impl<K, T> Shelf<T> for BTreeMap<K, Filed<T>> {
    fn filed(&self) -> Vec<&Filed<T>> {
        self.values().collect()
    }
}

impl<K: Ord, T> Filled<K, T> for BTreeMap<K, Filed<T>> {
    fn with(files: impl Iterator<Item = (K, Filed<T>)>) -> Self {
        files.collect()
    }
}

impl Shelf<Member> for People {
    fn filed(&self) -> Vec<&Filed<Member>> {
        self.values().collect()
    }
}

impl Filled<MemberId, Member> for People {
    fn with(files: impl Iterator<Item = (MemberId, Filed<Member>)>) -> Self {
        files.collect()
    }
}
