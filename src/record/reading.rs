//! Reading a text into a record, with the place of every fault in it.
//!
//! A file is parsed once. Everything that is wrong is told at once: the parser recovers from errors of syntax, and the
//! walk over the keys goes on after a fault. An unknown key is told too, but does not stop the reading: it is kept by
//! every edit, since edits replace only what they mean.

use std::cell::RefCell;
use std::sync::{Arc, OnceLock};

use toml_spanner::{Arena, ErrorKind, Item, Kind, Table, TableStyle};

use serde_json::json;

use super::depth::too_deep;
use super::schema::{Definitions, Described, example};
use super::slip;
use super::{Day, Json, RelPath};
use crate::error::{Excerpt, Fault, Place};
use crate::words::{self, Text};

/// A part of a text, in bytes.
pub use toml_spanner::Span;

/// The span of a part; what lies further in than the parser reads is at its end.
pub fn span_of(part: std::ops::Range<usize>) -> Span {
    let byte = |at| u32::try_from(at).unwrap_or(u32::MAX);
    Span::new(byte(part.start), byte(part.end))
}

/// A file's path and text.
#[derive(Clone, Debug)]
pub struct Source {
    /// The file.
    pub path: RelPath,
    /// What it says.
    pub text: Arc<str>,
    /// Where its lines begin, found once it is asked for: to count anew for each of a ledger's lines would take the
    /// square of its length.
    begins: Arc<OnceLock<Vec<usize>>>,
}

impl Source {
    /// A file and what it says.
    pub fn new(path: RelPath, text: impl Into<Arc<str>>) -> Self {
        Self { path, text: text.into(), begins: Arc::default() }
    }

    /// Where its lines begin.
    fn begins(&self) -> &[usize] {
        let newlines = || self.text.match_indices('\n').map(|(newline, _)| newline + 1);
        self.begins.get_or_init(|| std::iter::once(0).chain(newlines()).collect())
    }

    /// The line a byte stands in, from 1.
    pub fn line(&self, at: u32) -> usize {
        self.begins().partition_point(|begin| *begin <= at as usize)
    }

    /// Where a span stands, with its line for an excerpt.
    pub fn place(&self, span: &Span) -> Place {
        let text = &*self.text;
        let number = self.line(span.start);
        let span = span.range();
        let at = span.start.min(text.len());
        let start = self.begins()[number - 1];
        let end = self.begins().get(number).map_or(text.len(), |next| next - 1);
        let line = text[start..end].trim_end_matches('\r');
        let from = (at - start).min(line.len());
        let to = (span.end.max(at) - start).clamp(from, line.len());
        let column = line.get(..from).map_or(from, |before| before.chars().count()) + 1;
        Place {
            file: self.path.clone(),
            line: number,
            column,
            excerpt: Some(Excerpt { line: line.to_owned(), from, to }),
        }
    }
}

/// A value and where it stands in its file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct At<T> {
    /// What is said there.
    pub value: T,
    /// Where.
    pub span: Span,
}

impl<T> std::ops::Deref for At<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

/// What came of reading a file.
#[derive(Debug)]
pub struct Reading<T> {
    /// The record, where the file could be read whole.
    pub record: Option<T>,
    /// Why it could not.
    pub faults: Vec<Fault>,
    /// What is odd in it, but does not hinder: unknown keys.
    pub notes: Vec<Fault>,
}

/// Reads a text as a record.
pub fn read<T: Shape>(source: &Source) -> Reading<T> {
    if let Some(fault) = conflict_marker(source) {
        return Reading { record: None, faults: vec![fault], notes: vec![] };
    }
    if let Some(at) = too_deep(&source.text) {
        let fault = Fault::at("syntax", source, &span_of(at), words::key_too_deep());
        return Reading { record: None, faults: vec![fault], notes: vec![] };
    }
    let arena = Arena::new();
    let document = toml_spanner::parse_recoverable(&source.text, &arena);
    let errors = document.errors();
    let mut found: Vec<_> = errors.iter().map(|error| syntax(source, error)).collect();
    let broken = errors.iter().map(|error| error.span()).chain(found.iter().map(|found| found.span)).collect();
    // One slip can make the parser stumble many times.
    let misleads = found.iter().position(|found| found.misleads);
    found.truncate(misleads.map_or(usize::MAX, |at| at + 1));
    let faults = found.into_iter().map(|found| found.fault).collect();
    let walk = Walk { source, broken, faults: RefCell::new(faults), notes: RefCell::default() };
    let record = walk.shape::<T>(document.table(), span_of(0..source.text.len()));
    let faults = walk.faults.into_inner();
    let notes = if misleads.is_some() { vec![] } else { walk.notes.into_inner() };
    Reading { record: record.filter(|_| faults.is_empty()), faults, notes }
}

/// Where the parser stumbled.
struct Stumble {
    fault: Fault,
    /// Where the slip is.
    span: Span,
    /// Whether keys that follow are taken for those of another table.
    misleads: bool,
}

/// An error of the parser as a fault of the slip behind it, and where that is.
fn syntax(source: &Source, error: &toml_spanner::Error) -> Stumble {
    let (span, text) = (error.span(), &source.text);
    let at = span.range().start;
    let is_heading = matches!(
        error.kind(),
        ErrorKind::RedefineAsArray { .. } | ErrorKind::DuplicateKey { .. } | ErrorKind::DuplicateTable { .. }
    );
    if let Some((single, name)) = slip::single_heading(text, at).filter(|_| is_heading) {
        let span = span_of(single);
        let fault =
            Fault::at("syntax", source, &span, words::single_heading(name)).cure(words::cure_single_heading(name));
        return Stumble { fault, span, misleads: true };
    }
    if let Some(open) = slip::left_open(text, at) {
        let span = span_of(open.clone());
        let fact = words::left_open(&text[open], source.line(span.start));
        return Stumble { fault: Fault::at("syntax", source, &span, fact), span, misleads: true };
    }
    let fault = match error.kind() {
        ErrorKind::Unexpected(c) if slip::straight(c).is_some() => {
            let cure = slip::straight(c).map(|mark| words::cure_straight(mark.to_string()));
            Fault::at("syntax", source, &span, words::syntax_unexpected(words::shown(&c.to_string()))).maybe_cure(cure)
        }
        ErrorKind::InvalidDateTime(_) => {
            let written = source.text.get(span.range()).unwrap_or_default();
            Fault::at("bad-date", source, &span, words::bad_date(words::shown(written)))
        }
        kind => Fault::at("syntax", source, &span, words::syntax(&kind)),
    };
    Stumble { fault, span, misleads: false }
}

/// The marker git leaves where two edits of one line meet.
fn conflict_marker(source: &Source) -> Option<Fault> {
    // Next to no text has one: line by line only where there is something to find.
    if !["<<<<<<< ", ">>>>>>> "].iter().any(|marker| source.text.contains(marker)) {
        return None;
    }
    let mut at = source.text.len() - source.text.trim_start_matches('\u{feff}').len();
    for line in source.text[at..].split_inclusive('\n') {
        if line.starts_with("<<<<<<< ") || line.starts_with(">>>>>>> ") {
            let span = span_of(at..at + line.trim_end().len());
            let fault = Fault::at("conflict-marker", source, &span, words::conflict_marker());
            return Some(fault.cure(words::cure_conflict_marker()));
        }
        at += line.len();
    }
    None
}

/// What one reading has found so far.
struct Walk<'a> {
    source: &'a Source,
    broken: Vec<Span>,
    faults: RefCell<Vec<Fault>>,
    notes: RefCell<Vec<Fault>>,
}

impl Walk<'_> {
    /// Reads a whole table as a record, and tells the keys it does not know.
    fn shape<T: Shape>(&self, table: &Table<'_>, span: Span) -> Option<T> {
        const { assert!(T::KEYS.len() <= MOST) };
        let mut keys = Keys { names: T::KEYS, values: [None; MOST], read: 0, span, walk: self };
        let mut next = 0;
        for (key, value) in table.entries() {
            let is_it = |known: &&str| *known == key.name;
            // The program writes them in the order in which it reads them.
            let place = T::KEYS[next..].iter().position(is_it).map(|place| next + place);
            match place.or_else(|| T::KEYS[..next].iter().position(is_it)) {
                Some(place) => {
                    keys.values[place] = Some(value);
                    next = place + 1;
                }
                None => {
                    let fact = words::unknown_key(words::shown(key.name));
                    let fault = Fault::at("unknown-key", self.source, &key.span, fact);
                    let near = nearest(key.name, T::KEYS.iter().copied());
                    self.notes.borrow_mut().push(fault.maybe_cure(near.map(words::did_you_mean)));
                }
            }
        }
        T::of(&mut keys)
    }

    /// Tells a fault, unless the parser has told one of the same place.
    fn fault(&self, code: &'static str, span: &Span, fact: Text) {
        self.tell(Fault::at(code, self.source, span, fact), span);
    }

    /// The same of a fault with its cure.
    fn tell(&self, fault: Fault, span: &Span) {
        if !self.broken.iter().any(|broken| broken.start <= span.end && span.start <= broken.end) {
            self.faults.borrow_mut().push(fault);
        }
    }
}

/// A value of a file while it is read.
pub struct Node<'a, 'i> {
    value: &'a Item<'i>,
    walk: &'a Walk<'a>,
}

impl<'a, 'i> Node<'a, 'i> {
    /// Where it stands.
    pub fn span(&self) -> Span {
        let span = self.value.span();
        match self.value.as_table().map(Table::style) {
            Some(TableStyle::Header) => span.extract_header_span(self.walk.source.text.as_bytes()),
            _ => span,
        }
    }

    /// Tells that something is wrong with it.
    pub fn fault(&self, code: &'static str, fact: Text) {
        self.walk.fault(code, &self.span(), fact);
    }

    /// Tells that it is not the kind of value that is meant here.
    pub fn wrong_type(&self, wanted: Text) {
        let heading = self.walk.source.text.get(self.span().range()).unwrap_or_default();
        let name = heading.trim().strip_prefix('[').and_then(|inner| inner.strip_suffix(']'));
        if let Some(name) = name.filter(|_| wanted == words::type_name("array") && self.value.as_table().is_some()) {
            let fault = Fault::at("wrong-type", self.walk.source, &self.span(), words::single_heading(name));
            self.walk.tell(fault.cure(words::cure_single_heading(name)), &self.span());
            return;
        }
        self.fault("wrong-type", words::wrong_type(wanted, words::type_name(self.value.kind().as_str())));
    }

    /// Its text; told where it is none.
    pub fn text(&self) -> Option<&'a str> {
        let text = self.value.as_str();
        if text.is_none() {
            self.wrong_type(words::type_name("string"));
        }
        text
    }

    /// A number as it is written; none where the value is no number.
    pub fn number(&self) -> Option<&'a str> {
        match self.value.kind() {
            Kind::Integer | Kind::Float => self.walk.source.text.get(self.value.span().range()),
            _ => None,
        }
    }

    /// Reads a word that is one of a few; tells them where it is none.
    pub fn one_of<T: Copy>(&self, choices: &[(&'static str, T)]) -> Option<T> {
        let text = self.text()?;
        let choice = choices.iter().find(|(word, _)| *word == text).map(|(_, choice)| *choice);
        if choice.is_none() {
            let known: Vec<_> = choices.iter().map(|(word, _)| *word).collect();
            self.fault("bad-word", words::bad_word(words::shown(text), known.join(", ")));
        }
        choice
    }

    /// The record it is, where it is a table; told where it is none.
    fn shape<T: Shape>(&self) -> Option<T> {
        match self.value.as_table() {
            Some(table) => self.walk.shape(table, self.span()),
            None => {
                self.wrong_type(words::type_name("table"));
                None
            }
        }
    }
}

/// The keys of a table while it is read as a record.
pub struct Keys<'a, 'i> {
    /// Every key the record may have, in the order in which they are read.
    names: &'static [&'static str],
    /// The values of those that are there, in that order.
    values: [Option<&'a Item<'i>>; MOST],
    /// How many were read.
    read: usize,
    span: Span,
    walk: &'a Walk<'a>,
}

/// How many keys a record may have.
const MOST: usize = 32;

impl Keys<'_, '_> {
    /// The value of the next key.
    pub fn next_value<T: FromToml>(&mut self) -> Option<T> {
        let (name, value) = (self.names[self.read], self.values[self.read]);
        self.read += 1;
        match value {
            Some(value) => T::from_toml(&Node { value, walk: self.walk }),
            None => T::missing().or_else(|| {
                // Where the parser stumbled, the key may stand in what it had to leave out.
                if self.walk.broken.is_empty() {
                    let place = Span::new(self.span.start, self.span.start);
                    let fault = Fault::at("missing-key", self.walk.source, &place, words::missing_key(name));
                    let line = format!("{name} = {}", example(&T::schema(&mut Definitions::default())));
                    self.walk.tell(fault.cure(words::cure_missing_key(line)), &place);
                }
                None
            }),
        }
    }

    /// Where the table stands; for one with a heading, the heading.
    pub fn span(&self) -> Span {
        self.span
    }
}

/// A record or a part of one: a table whose keys are known.
pub trait Shape: Send + Sized {
    /// What it is.
    const TABLE: Described;
    /// Every key it may have, in the order in which they are read.
    const KEYS: &'static [&'static str];

    /// The record, once every key it needs is there and right.
    fn of(keys: &mut Keys<'_, '_>) -> Option<Self>;
}

/// A type that can be the value of a key.
pub trait FromToml: Sized {
    /// Reads the value; tells what is wrong and gives none where it cannot.
    fn from_toml(node: &Node<'_, '_>) -> Option<Self>;

    /// What may be written, as JSON Schema says it.
    fn schema(definitions: &mut Definitions) -> Json;

    /// What stands for a key that is not there; none where the key is needed.
    fn missing() -> Option<Self> {
        None
    }
}

impl<T: Shape> FromToml for T {
    fn from_toml(node: &Node<'_, '_>) -> Option<Self> {
        node.shape()
    }

    fn schema(definitions: &mut Definitions) -> Json {
        definitions.lead_to(T::TABLE)
    }
}

impl FromToml for String {
    fn from_toml(node: &Node<'_, '_>) -> Option<Self> {
        node.text().map(str::to_owned)
    }

    fn schema(_: &mut Definitions) -> Json {
        json!({ "type": "string" })
    }
}

impl FromToml for bool {
    fn from_toml(node: &Node<'_, '_>) -> Option<Self> {
        node.value.as_bool().or_else(|| {
            node.wrong_type(words::type_name("boolean"));
            None
        })
    }

    fn schema(_: &mut Definitions) -> Json {
        json!({ "type": "boolean" })
    }
}

impl FromToml for i64 {
    fn from_toml(node: &Node<'_, '_>) -> Option<Self> {
        node.value.as_i64().or_else(|| {
            node.wrong_type(words::type_name("integer"));
            None
        })
    }

    fn schema(_: &mut Definitions) -> Json {
        json!({ "type": "integer" })
    }
}

impl FromToml for Day {
    fn from_toml(node: &Node<'_, '_>) -> Option<Self> {
        let Some(moment) = node.value.as_datetime() else {
            node.wrong_type(words::type_name("date"));
            return None;
        };
        let date = moment.date().filter(|_| moment.time().is_none());
        let day = date.and_then(|date| Self::new(date.year.into(), date.month.into(), date.day.into()));
        if day.is_none() {
            let written = node.walk.source.text.get(node.span().range()).unwrap_or_default();
            node.fault("bad-date", words::bad_date(words::shown(written)));
        }
        day
    }

    /// JSON has no dates: editors make texts of them.
    fn schema(_: &mut Definitions) -> Json {
        json!({ "type": "string", "format": "date" })
    }
}

impl<T: FromToml> FromToml for At<T> {
    fn from_toml(node: &Node<'_, '_>) -> Option<Self> {
        Some(Self { value: T::from_toml(node)?, span: node.span() })
    }

    fn schema(definitions: &mut Definitions) -> Json {
        T::schema(definitions)
    }
}

impl<T: FromToml> FromToml for Box<At<T>> {
    fn from_toml(node: &Node<'_, '_>) -> Option<Self> {
        At::from_toml(node).map(Self::new)
    }

    fn schema(definitions: &mut Definitions) -> Json {
        T::schema(definitions)
    }
}

impl<T: FromToml> FromToml for Option<T> {
    fn from_toml(node: &Node<'_, '_>) -> Option<Self> {
        T::from_toml(node).map(Some)
    }

    fn schema(definitions: &mut Definitions) -> Json {
        T::schema(definitions)
    }

    fn missing() -> Option<Self> {
        Some(None)
    }
}

impl<T: FromToml> FromToml for Vec<T> {
    /// All of it is read, so that everything that is wrong in it is told.
    fn from_toml(node: &Node<'_, '_>) -> Option<Self> {
        let Some(array) = node.value.as_array() else {
            node.wrong_type(words::type_name("array"));
            return None;
        };
        let (mut items, mut is_whole) = (Self::with_capacity(array.len()), true);
        for value in array {
            match T::from_toml(&Node { value, walk: node.walk }) {
                Some(item) => items.push(item),
                None => is_whole = false,
            }
        }
        is_whole.then_some(items)
    }

    fn schema(definitions: &mut Definitions) -> Json {
        json!({ "type": "array", "items": T::schema(definitions) })
    }

    fn missing() -> Option<Self> {
        Some(Self::new())
    }
}

/// Picks the known name nearest to what was typed; none where nothing is near.
pub fn nearest<'a>(typed: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let far = |name: &str| strsim::damerau_levenshtein(typed, name);
    let limit = (typed.chars().count() / 3).clamp(1, 3);
    known.into_iter().map(|name| (far(name), name)).filter(|(far, _)| *far <= limit).min().map(|(_, name)| name)
}
