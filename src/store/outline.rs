//! Where everything stands in a text: headings, keys, values, commas.
//!
//! `toml`'s own tables give the place of a value, but neither that of a comma nor the end of a table under a heading.
//! The words and marks of the text, as the lexer beneath them parts it, give both.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::collections::HashMap;
use std::ops::Range;

use toml_parser::Source;
use toml_parser::lexer::{Lexer, Token, TokenKind};

use crate::branch::Step;

/// The outline of a whole text.
pub(super) struct Outline<'i> {
    text: &'i str,
    /// The root first, then a section for each heading.
    pub(super) sections: Vec<Section>,
}

/// The keys under one heading, or those before the first.
#[derive(Default)]
pub(super) struct Section {
    /// The way from the root to its table.
    pub(super) way: Vec<Part>,
    /// The heading; none for the root.
    pub(super) heading: Option<Range<usize>>,
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
    pub(super) span: Range<usize>,
    /// The value.
    pub(super) value: Node,
}

/// A value. It is taken apart only where an edit goes into it: a ledger has many lines, and an edit means few.
pub(super) struct Node {
    /// The whole of it.
    pub(super) span: Range<usize>,
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
    pub(super) span: Range<usize>,
    /// The items.
    pub(super) slots: Vec<Slot>,
}

/// An item between brackets or braces.
#[derive(Clone)]
pub(super) struct Slot {
    /// The item.
    pub(super) span: Range<usize>,
    /// Where the comma after it stands, where there is one.
    pub(super) comma: Option<usize>,
}

impl<'i> Outline<'i> {
    /// The outline of a text that is good TOML.
    pub(super) fn of(text: &'i str) -> Self {
        let mut reader = Reader::of(text, 0..text.len());
        let mut sections = vec![Section::default()];
        let mut blocks: HashMap<Vec<Part>, usize> = HashMap::new();
        loop {
            match reader.peek() {
                TokenKind::Eof => return Self { text, sections },
                TokenKind::LeftSquareBracket => sections.push(reader.heading(&mut blocks)),
                kind if is_key(kind) => {
                    if let (Some(pair), Some(section)) = (reader.pair(), sections.last_mut()) {
                        section.pairs.push(pair);
                    }
                }
                _ => drop(reader.next()),
            }
        }
    }

    /// What is in a value.
    pub(super) fn kind<'n>(&self, node: &'n Node) -> &'n Kind {
        node.kind.get_or_init(|| Reader::of(self.text, node.span.clone()).inside(&node.span).unwrap_or(Kind::Plain))
    }
}

/// Whether a key, or a part of one, can be a word of this sort.
fn is_key(kind: TokenKind) -> bool {
    matches!(kind, TokenKind::Atom | TokenKind::BasicString | TokenKind::LiteralString)
}

/// Walks over the words and marks of a part of a text.
struct Reader<'i> {
    source: Source<'i>,
    lexer: Lexer<'i>,
    /// Where the part begins.
    from: usize,
    /// The next word or mark; blanks, line ends and comments are none.
    next: Option<Token>,
    /// Whether a line ends before it.
    breaks: bool,
    /// Where the one before it ended.
    end: usize,
}

impl<'i> Reader<'i> {
    fn of(text: &'i str, part: Range<usize>) -> Self {
        let source = Source::new(&text[part.clone()]);
        let mut reader =
            Self { source, lexer: source.lex(), from: part.start, next: None, breaks: true, end: part.start };
        reader.step();
        reader
    }

    /// Goes on to the next word or mark.
    fn step(&mut self) {
        self.breaks = false;
        self.next = self.lexer.by_ref().find(|token| {
            self.breaks |= token.kind() == TokenKind::Newline;
            !matches!(token.kind(), TokenKind::Whitespace | TokenKind::Comment | TokenKind::Newline)
        });
    }

    fn peek(&self) -> TokenKind {
        self.next.map_or(TokenKind::Eof, |token| token.kind())
    }

    /// Where the next word or mark begins.
    fn start(&self) -> usize {
        self.next.map_or(self.end, |token| self.from + token.span().start())
    }

    /// Takes a word or mark; gives where it begins.
    fn next(&mut self) -> usize {
        let start = self.start();
        self.end = self.next.map_or(start, |token| self.from + token.span().end());
        self.step();
        start
    }

    /// The keys of a dotted key, and where they begin.
    fn keys(&mut self) -> (Vec<String>, usize) {
        let start = self.start();
        let mut keys = Vec::new();
        while is_key(self.peek()) || self.peek() == TokenKind::Dot {
            if let Some(raw) = self.next.filter(|token| is_key(token.kind())).and_then(|token| self.source.get(token)) {
                let mut key = Cow::Borrowed("");
                raw.decode_key(&mut key, &mut ());
                keys.push(key.into_owned());
            }
            self.next();
        }
        (keys, start)
    }

    fn heading(&mut self, blocks: &mut HashMap<Vec<Part>, usize>) -> Section {
        let start = self.next();
        let block = self.peek() == TokenKind::LeftSquareBracket;
        if block {
            self.next();
        }
        let (keys, _) = self.keys();
        for _ in 0..=usize::from(block) {
            if self.peek() == TokenKind::RightSquareBracket {
                self.next();
            }
        }
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
        Section { way, heading: Some(start..self.end), block, pairs: vec![] }
    }

    fn pair(&mut self) -> Option<Pair> {
        let (keys, start) = self.keys();
        if self.peek() == TokenKind::Equals {
            self.next();
        }
        let value = self.value()?;
        Some(Pair { keys, span: start..value.span.end, value })
    }

    /// A value as a whole.
    fn value(&mut self) -> Option<Node> {
        use TokenKind::{Atom, Dot, Eof};
        let (start, mut depth) = (self.start(), 0_usize);
        loop {
            let kind = self.peek();
            if kind == Eof {
                return None;
            }
            self.next();
            depth = (depth + usize::from(opens(kind))).saturating_sub(usize::from(closes(kind)));
            if depth == 0 {
                break;
            }
        }
        // A number or a moment can be of several words, all on its line.
        while matches!(self.peek(), Atom | Dot) && !self.breaks {
            self.next();
        }
        Some(Node { span: start..self.end, kind: OnceCell::new() })
    }

    /// What is in the value that begins here.
    fn inside(&mut self, span: &Range<usize>) -> Option<Kind> {
        let open = self.peek();
        if !opens(open) {
            return Some(Kind::Plain);
        }
        self.next();
        let (mut slots, mut items, mut pairs) = (Vec::new(), Vec::new(), Vec::new());
        loop {
            match self.peek() {
                kind if closes(kind) => break,
                TokenKind::Comma => {
                    let comma = self.next();
                    if let Some(Slot { comma: none, .. }) = slots.last_mut() {
                        *none = Some(comma);
                    }
                }
                _ if open == TokenKind::LeftCurlyBracket => {
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
        Some(if open == TokenKind::LeftSquareBracket { Kind::List(row, items) } else { Kind::Table(row, pairs) })
    }
}

/// Whether a value begins with it that has others in it.
fn opens(kind: TokenKind) -> bool {
    matches!(kind, TokenKind::LeftSquareBracket | TokenKind::LeftCurlyBracket)
}

/// Whether such a value ends with it.
fn closes(kind: TokenKind) -> bool {
    matches!(kind, TokenKind::RightSquareBracket | TokenKind::RightCurlyBracket)
}
