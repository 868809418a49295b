//! The ids and the days in a record, shown one by one: by the declaration that reads them, so that no key is forgotten.

use std::borrow::Borrow;

use super::id::sorts;
#[allow(clippy::wildcard_imports, reason = "every sort of id, by the macro that lists them")]
use super::id::*;
use super::{At, BranchId, Clock, Day, Hours, Length, Month, Percent, Period, Score, Span, Yuan};
use crate::words::Lang;

/// Somebody to whom records are shown.
pub trait Visitor<'a> {
    /// A record begins, or a line or a table in one; whether to show what is in it.
    fn enter(&mut self, head: &Head<'a>) -> bool;

    /// A value in it that other records or the calendar can contradict.
    fn leaf(&mut self, leaf: Leaf<'a>, field: Field);
}

/// A record of any type, to be shown.
pub trait Visit {
    /// What it says of itself as a whole.
    fn head(&self) -> Head<'_>;

    /// Shows everything in it, in the order of its declaration.
    fn visit<'a>(&'a self, visitor: &mut dyn Visitor<'a>);
}

/// A type whose values are shown.
pub trait Shown: Sized {
    /// What it is, at its place; none where nothing can contradict it.
    fn leaf(_at: &At<Self>) -> Option<Leaf<'_>> {
        None
    }

    /// Shows what is in it.
    fn show<'a>(&'a self, _field: Field, _visitor: &mut dyn Visitor<'a>) {}
}

/// A value that other records or the calendar can contradict.
#[derive(Clone, Copy, Debug)]
pub enum Leaf<'a> {
    /// The id of something that stands elsewhere.
    Id(Id<'a>),
    /// The name of a meeting's file.
    Meeting(&'a At<MeetingName>),
    /// A day.
    Day(&'a At<Day>),
    /// A month.
    Month(&'a At<Month>),
    /// A period.
    Period(&'a At<Period>),
}

/// What a record says of itself as a whole.
#[derive(Clone, Copy, Debug)]
pub struct Head<'a> {
    /// Where it stands.
    pub span: &'a Span,
    /// Its own id, for a line of a ledger.
    pub id: Option<&'a At<EntryId>>,
    /// What says in which month's or year's file it belongs.
    pub filed: Option<Filing<'a>>,
    /// The day that says where in its list it belongs; none where new ones are last.
    pub order: Option<Day>,
    /// Why it is struck, where it no longer counts.
    pub struck: Option<&'a str>,
}

/// What says in which file a line belongs.
#[derive(Clone, Copy, Debug)]
pub enum Filing<'a> {
    /// A day: the file of its month or year.
    Day(&'a At<Day>),
    /// A month: its file, or that of its year.
    Month(&'a At<Month>),
    /// A period: the file of the month or year in which it ends.
    Period(&'a At<Period>),
    /// A year: its file.
    Year(&'a At<i64>),
}

/// A key of a record, as it is declared.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// The key.
    pub key: &'static str,
    /// Whether it is the record's own id, not one of something else.
    pub is_own: bool,
    /// Whether it is the day of something that has happened.
    pub is_past: bool,
}

impl<'a> Head<'a> {
    /// That of a record of which nothing is known but where it stands.
    pub fn at(span: &'a Span) -> Self {
        Self { span, id: None, filed: None, order: None, struck: None }
    }

    /// Takes a key that is the record's own id.
    pub fn id(&mut self, at: &'a At<EntryId>) {
        self.id = Some(at);
    }

    /// Takes a key that says in which file it belongs.
    pub fn files<T>(&mut self, at: &'a At<T>)
    where
        Filing<'a>: From<&'a At<T>>,
    {
        self.filed = Some(at.into());
    }

    /// Takes a key that, where it is said, strikes it.
    pub fn strikes<T: Borrow<At<String>>>(&mut self, why: &'a Option<T>) {
        self.struck = why.as_ref().map(|why| why.borrow().as_str());
    }

    /// Takes a key that says where in its list it belongs.
    pub fn orders<T>(&mut self, at: &'a At<T>)
    where
        Filing<'a>: From<&'a At<T>>,
    {
        self.order = Filing::from(at).day();
    }

    /// Takes a key that is the day of something that has happened.
    pub fn past<T>(&mut self, _: &T) {}
}

impl Field {
    /// A key of which nothing more is declared.
    pub const fn of(key: &'static str) -> Self {
        Self { key, is_own: false, is_past: false }
    }

    /// The record's own id.
    #[must_use]
    pub const fn id(self) -> Self {
        Self { is_own: true, ..self }
    }

    /// What says in which file it belongs.
    #[must_use]
    pub const fn files(self) -> Self {
        self
    }

    /// What says where in its list it belongs.
    #[must_use]
    pub const fn orders(self) -> Self {
        self
    }

    /// What strikes it.
    #[must_use]
    pub const fn strikes(self) -> Self {
        self
    }

    /// The day of something that has happened.
    #[must_use]
    pub const fn past(self) -> Self {
        Self { is_past: true, ..self }
    }
}

impl Filing<'_> {
    /// Where it stands.
    pub fn span(&self) -> &Span {
        match self {
            Self::Day(at) => &at.span,
            Self::Month(at) => &at.span,
            Self::Period(at) => &at.span,
            Self::Year(at) => &at.span,
        }
    }

    /// Its last day; none of a year.
    pub fn day(&self) -> Option<Day> {
        match self {
            Self::Day(at) => Some(at.value),
            Self::Month(at) => Some(at.value.last()),
            Self::Period(at) => Some(at.value.last),
            Self::Year(_) => None,
        }
    }

    /// The month it belongs to; none of a year.
    pub fn month(&self) -> Option<Month> {
        self.day().map(Month::of)
    }

    /// The year it belongs to; none of one that no file can be named after.
    pub fn year(&self) -> Option<i32> {
        match self {
            Self::Year(at) => i32::try_from(at.value).ok().filter(|year| (0..=9999).contains(year)),
            _ => self.month().map(Month::year),
        }
    }
}

impl std::fmt::Display for Filing<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Day(at) => write!(f, "{}", at.value),
            Self::Month(at) => write!(f, "{}", at.value),
            Self::Period(at) => write!(f, "{}", at.value),
            Self::Year(at) => write!(f, "{}", at.value),
        }
    }
}

macro_rules! filing {
    ($($kind:ty => $variant:ident),* $(,)?) => {$(
        impl<'a> From<&'a At<$kind>> for Filing<'a> {
            fn from(at: &'a At<$kind>) -> Self {
                Self::$variant(at)
            }
        }
    )*};
}

filing! { Day => Day, Month => Month, Period => Period, i64 => Year }

impl<T: Visit> Shown for T {
    fn show<'a>(&'a self, _: Field, visitor: &mut dyn Visitor<'a>) {
        self.visit(visitor);
    }
}

impl<T: Shown> Shown for At<T> {
    fn show<'a>(&'a self, field: Field, visitor: &mut dyn Visitor<'a>) {
        match T::leaf(self) {
            Some(_) if field.is_own => {}
            Some(leaf) => visitor.leaf(leaf, field),
            None => self.value.show(field, visitor),
        }
    }
}

impl<T: Shown> Shown for Box<At<T>> {
    fn show<'a>(&'a self, field: Field, visitor: &mut dyn Visitor<'a>) {
        (**self).show(field, visitor);
    }
}

/// What is shown one by one.
macro_rules! each {
    ($($list:ident),*) => {$(
        impl<T: Shown> Shown for $list<T> {
            fn show<'a>(&'a self, field: Field, visitor: &mut dyn Visitor<'a>) {
                self.iter().for_each(|item| item.show(field, visitor));
            }
        }
    )*};
}

each!(Option, Vec);

/// Values that something can contradict.
macro_rules! leaves {
    ($($kind:ty: $leaf:expr;)*) => {$(
        impl Shown for $kind {
            fn leaf(at: &At<Self>) -> Option<Leaf<'_>> {
                Some($leaf(at))
            }
        }
    )*};
}

leaves! { Day: Leaf::Day; MeetingName: Leaf::Meeting; Month: Leaf::Month; Period: Leaf::Period; }

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident $variant:ident),* $(,)?) => {
        leaves! {$($name: |at| Leaf::Id(Id::$variant(at));)*}
    };
}

sorts!(ids);

/// Values that nothing contradicts.
macro_rules! nothing {
    ($($kind:ty),*) => { $(impl Shown for $kind {})* };
}

nothing!(bool, i64, BranchId, Clock, Hours, Lang, Length, Percent, Score, String, Yuan);
