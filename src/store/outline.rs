//! Where everything stands in a text: headings, keys, values, commas.
//!
//! `toml`'s own tables give the place of a value, but neither that of a comma nor the end of a table under a heading.
//! The events of the parser beneath it give both.

use std::cell::OnceCell;
use std::collections::HashMap;

use toml_parser::Source;
use toml_parser::lexer::Token;
use toml_parser::parser::{Event, EventKind, parse_document};

use crate::branch::Step;
use crate::record::Span;

/// The outline of a whole text.
pub(super) struct Outline<'i> {
    events: Events<'i>,
    /// The root first, then a section for each heading.
    pub(super) sections: Vec<Section>,
}

/// What the parser met in a text, but for blanks and comments.
struct Events<'i> {
    source: Source<'i>,
    all: Vec<Event>,
}

/// The keys under one heading, or those before the first.
#[derive(Default)]
pub(super) struct Section {
    /// The way from the root to its table.
    pub(super) way: Vec<Part>,
    /// The heading; none for the root.
    pub(super) heading: Option<Span>,
    /// Whether it is one of several tables of its name.
    pub(super) block: bool,
    /// Its keys.
    pub(super) pairs: Vec<Pair>,
}

/// One step of a way: as [`Step`], with any key.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Part {
    /// To the value of a key.
    Key(String),
    /// To an item of a list.
    Item(usize),
}

impl From<Step> for Part {
    fn from(step: Step) -> Self {
        match step {
            Step::Key(key) => Self::Key(key.to_owned()),
            Step::Item(index) => Self::Item(index),
        }
    }
}

/// A key and its value.
pub(super) struct Pair {
    /// The key; more than one for a dotted key.
    pub(super) keys: Vec<String>,
    /// From the key to the end of the value.
    pub(super) span: Span,
    /// The value.
    pub(super) value: Node,
}

/// A value. It is taken apart only where an edit goes into it: a ledger has many lines, and an edit means few.
pub(super) struct Node {
    /// The whole of it.
    pub(super) span: Span,
    /// Where its events begin.
    first: usize,
    kind: OnceCell<Kind>,
}

/// What is in a value.
pub(super) enum Kind {
    /// Nothing that could be taken apart.
    Plain,
    /// Items between brackets.
    List(Row, Vec<Node>),
    /// Keys between braces.
    Table(Row, Vec<Pair>),
}

/// What stands between brackets or braces.
#[derive(Clone, Default)]
pub(super) struct Row {
    /// The brackets with all between.
    pub(super) span: Span,
    /// The items.
    pub(super) slots: Vec<Slot>,
}

/// An item between brackets or braces.
#[derive(Clone)]
pub(super) struct Slot {
    /// The item.
    pub(super) span: Span,
    /// Where the comma after it stands, where there is one.
    pub(super) comma: Option<usize>,
}

impl<'i> Outline<'i> {
    /// The outline of a text that is good TOML.
    pub(super) fn of(text: &'i str) -> Self {
        let events = Events::of(text);
        let mut reader = Reader { events: &events, at: 0 };
        let mut sections = vec![Section::default()];
        let mut blocks: HashMap<Vec<Part>, usize> = HashMap::new();
        while let Some(event) = reader.peek() {
            match event {
                EventKind::StdTableOpen | EventKind::ArrayTableOpen => {
                    sections.push(reader.heading(&mut blocks));
                }
                EventKind::SimpleKey => {
                    if let (Some(pair), Some(section)) = (reader.pair(), sections.last_mut()) {
                        section.pairs.push(pair);
                    }
                }
                _ => reader.at += 1,
            }
        }
        Self { events, sections }
    }

    /// What is in a value.
    pub(super) fn kind<'n>(&self, node: &'n Node) -> &'n Kind {
        node.kind.get_or_init(|| {
            let mut reader = Reader { events: &self.events, at: node.first };
            reader.inside(&node.span).unwrap_or(Kind::Plain)
        })
    }
}

impl<'i> Events<'i> {
    fn of(text: &'i str) -> Self {
        let source = Source::new(text);
        // A ledger has a word or a mark in every other byte or two.
        let mut tokens: Vec<Token> = Vec::with_capacity(text.len() / 2);
        tokens.extend(source.lex());
        let mut all = Vec::with_capacity(tokens.len());
        let mut keep = |event: Event| {
            use EventKind::{Comment, Error, Newline, Whitespace};
            if !matches!(event.kind(), Whitespace | Comment | Newline | Error) {
                all.push(event);
            }
        };
        parse_document(&tokens, &mut keep, &mut ());
        Self { source, all }
    }
}

/// Walks over the events of a text.
struct Reader<'e, 'i> {
    events: &'e Events<'i>,
    at: usize,
}

impl Reader<'_, '_> {
    fn peek(&self) -> Option<EventKind> {
        self.events.all.get(self.at).map(Event::kind)
    }

    fn next(&mut self) -> Option<Event> {
        self.at += 1;
        self.events.all.get(self.at - 1).copied()
    }

    /// The keys of a dotted key, and where they begin.
    fn keys(&mut self) -> (Vec<String>, usize) {
        let start = self.events.all.get(self.at).map_or(0, |event| event.span().start());
        let mut keys = Vec::new();
        while let Some(EventKind::SimpleKey | EventKind::KeySep) = self.peek() {
            let Some(event) = self.next() else { break };
            if event.kind() == EventKind::SimpleKey {
                let mut key = std::borrow::Cow::Borrowed("");
                if let Some(raw) = self.events.source.get(event) {
                    raw.decode_key(&mut key, &mut ());
                }
                keys.push(key.into_owned());
            }
        }
        (keys, start)
    }

    fn heading(&mut self, blocks: &mut HashMap<Vec<Part>, usize>) -> Section {
        let Some(open) = self.next() else { return Section::default() };
        let block = open.kind() == EventKind::ArrayTableOpen;
        let (keys, _) = self.keys();
        let end = self.next().map_or(open.span().end(), |close| close.span().end());
        let mut way = Vec::new();
        let last = keys.len().saturating_sub(1);
        for (depth, key) in keys.into_iter().enumerate() {
            way.push(Part::Key(key));
            if block && depth == last {
                let count = blocks.entry(way.clone()).or_default();
                *count += 1;
            }
            if let Some(count) = blocks.get(&way) {
                way.push(Part::Item(count - 1));
            }
        }
        Section { way, heading: Some(open.span().start()..end), block, pairs: vec![] }
    }

    fn pair(&mut self) -> Option<Pair> {
        let (keys, start) = self.keys();
        if self.peek() == Some(EventKind::KeyValSep) {
            self.at += 1;
        }
        let value = self.value()?;
        Some(Pair { keys, span: start..value.span.end, value })
    }

    /// A value as a whole.
    fn value(&mut self) -> Option<Node> {
        let first = self.at;
        let open = self.next()?;
        let mut end = open.span().end();
        let mut depth = usize::from(opens(open.kind()));
        while depth > 0 {
            let event = self.next()?;
            end = event.span().end();
            match event.kind() {
                EventKind::ArrayClose | EventKind::InlineTableClose => depth -= 1,
                kind => depth += usize::from(opens(kind)),
            }
        }
        Some(Node { span: open.span().start()..end, first, kind: OnceCell::new() })
    }

    /// What is in the value that begins here.
    fn inside(&mut self, span: &Span) -> Option<Kind> {
        let open = self.next()?.kind();
        let close = match open {
            EventKind::ArrayOpen => EventKind::ArrayClose,
            EventKind::InlineTableOpen => EventKind::InlineTableClose,
            _ => return Some(Kind::Plain),
        };
        let (mut slots, mut items, mut pairs) = (Vec::new(), Vec::new(), Vec::new());
        loop {
            match self.peek()? {
                kind if kind == close => break,
                EventKind::ValueSep => {
                    let comma = self.next()?.span().start();
                    if let Some(Slot { comma: none, .. }) = slots.last_mut() {
                        *none = Some(comma);
                    }
                }
                EventKind::SimpleKey => {
                    let pair = self.pair()?;
                    slots.push(Slot { span: pair.span.clone(), comma: None });
                    pairs.push(pair);
                }
                _ => {
                    let item = self.value()?;
                    slots.push(Slot { span: item.span.clone(), comma: None });
                    items.push(item);
                }
            }
        }
        let row = Row { span: span.clone(), slots };
        Some(if open == EventKind::ArrayOpen { Kind::List(row, items) } else { Kind::Table(row, pairs) })
    }
}

/// Whether a value begins with it that has others in it.
fn opens(kind: EventKind) -> bool {
    matches!(kind, EventKind::ArrayOpen | EventKind::InlineTableOpen)
}
