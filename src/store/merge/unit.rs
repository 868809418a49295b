//! A text taken apart into its records, their lines and keys, so that every byte belongs to one of them.

use super::super::lines::{ends_line, indent, line_end};
use super::super::outline::{Kind, Node, Outline, Pair, Part, Row, Section};

/// A part of a text. What stands before it, comments and blank lines, belongs to it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Unit {
    /// What it is, as its siblings know it.
    pub(super) name: Name,
    /// What stands before the parts within it; all of it where it has none.
    pub(super) head: String,
    /// The parts within it, in order.
    pub(super) within: Option<Vec<Unit>>,
    /// What stands after them.
    pub(super) tail: String,
    /// The value of an item, or of what is behind a key, as it is written.
    pub(super) value: String,
    /// Keys of a table by which it may be known again, as they are written.
    pub(super) leads: Vec<(String, String)>,
    /// How a list is laid out.
    pub(super) layout: Layout,
    /// Whether it is in dispute itself, and so like nothing that a side has.
    pub(super) disputed: bool,
}

/// What a part of a text is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) enum Name {
    /// The whole text.
    #[default]
    Whole,
    /// A key with its value.
    Key(String),
    /// A table with a heading.
    Table(Vec<String>),
    /// One of the tables of a name, each with a heading.
    Block(Vec<String>),
    /// An item of a list.
    Item,
}

/// How the value of a key is laid out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Layout {
    /// It is no list.
    #[default]
    NoList,
    /// A list on one line.
    Row,
    /// A list with a line for each item.
    Column,
    /// A list with anything else between its items.
    Odd,
}

/// The keys by which a table may be known again.
const LEADS: [&str; 18] = [
    "date", "file", "found", "from", "id", "is", "member", "name", "note", "on", "path", "paid", "table", "text",
    "until", "what", "who", "year",
];

impl Unit {
    /// The parts of a text that is good TOML.
    pub(super) fn of(text: &str) -> Self {
        let outline = Outline::of(text);
        let taker = Taker { text, outline: &outline };
        let mut at = 0;
        let mut root = Self { within: Some(vec![]), ..Self::default() };
        // The headings that are open, each below the one before.
        let mut open: Vec<(&[Part], Self)> = Vec::new();
        for section in &outline.sections {
            if section.heading.is_some() {
                while open.last().is_some_and(|(way, _)| !section.way.starts_with(way)) {
                    close(&mut root, &mut open);
                }
                let above = open.last().map_or(0, |(way, _)| way.len());
                open.push((&section.way, taker.section(section, above, &mut at)));
            } else {
                root.within.get_or_insert_default().extend(section.pairs.iter().map(|pair| taker.pair(pair, &mut at)));
            }
        }
        while !open.is_empty() {
            close(&mut root, &mut open);
        }
        root.tail = text[at..].to_owned();
        root
    }

    /// The whole of it, as it stands in the text.
    pub(super) fn text(&self) -> String {
        let mut text = String::new();
        self.write(&mut text);
        text
    }

    fn write(&self, text: &mut String) {
        text.push_str(&self.head);
        self.within.iter().flatten().for_each(|unit| unit.write(text));
        text.push_str(&self.tail);
    }

    /// What a key says, where it is one by which the table may be known again.
    pub(super) fn lead(&self, key: &str) -> Option<&str> {
        self.leads.iter().find(|(lead, _)| lead == key).map(|(_, value)| value.as_str())
    }

    /// The parts within it.
    pub(super) fn parts(&self) -> &[Self] {
        self.within.as_deref().unwrap_or_default()
    }
}

/// Puts the innermost open table into the one it is below.
fn close(root: &mut Unit, open: &mut Vec<(&[Part], Unit)>) {
    if let Some((_, unit)) = open.pop() {
        let above = open.last_mut().map_or(root, |(_, above)| above);
        above.within.get_or_insert_default().push(unit);
    }
}

/// Takes the parts out of a text, from where the last one ended.
struct Taker<'a> {
    text: &'a str,
    outline: &'a Outline<'a>,
}

impl Taker<'_> {
    /// A table with a heading, without those below it.
    fn section(&self, section: &Section, above: usize, at: &mut usize) -> Unit {
        let heading = section.heading.as_ref().map_or(*at, |heading| heading.end);
        let end = line_end(self.text, heading);
        let head = self.text[*at..end].to_owned();
        *at = end;
        let keys = |part: &Part| if let Part::Key(key) = part { Some(key.clone()) } else { None };
        let way = section.way[above..].iter().filter_map(keys).collect();
        Unit {
            name: if section.block { Name::Block(way) } else { Name::Table(way) },
            head,
            leads: self.leads(&section.pairs),
            within: Some(section.pairs.iter().map(|pair| self.pair(pair, at)).collect()),
            ..Unit::default()
        }
    }

    /// A key with its value.
    fn pair(&self, pair: &Pair, at: &mut usize) -> Unit {
        let end = line_end(self.text, pair.span.end);
        let name = Name::Key(pair.keys.join("."));
        let value = self.text[pair.value.span.clone()].to_owned();
        let unit = Unit { name, value, ..Unit::default() };
        let unit = match self.outline.kind(&pair.value) {
            Kind::List(row, items) if !items.is_empty() && self.is_column(row) => {
                self.column(unit, row, items, *at, end)
            }
            Kind::List(row, items) if self.is_row(row) => self.row(unit, row, items, *at, end),
            Kind::List(..) => Unit { head: self.text[*at..end].to_owned(), layout: Layout::Odd, ..unit },
            _ => Unit { head: self.text[*at..end].to_owned(), ..unit },
        };
        *at = end;
        unit
    }

    /// A list with a line for each item.
    fn column(&self, unit: Unit, row: &Row, items: &[Node], at: usize, end: usize) -> Unit {
        let begin = line_end(self.text, row.span.start);
        let mut from = begin;
        let mut within = Vec::new();
        for (item, slot) in items.iter().zip(&row.slots) {
            let to = line_end(self.text, slot.comma.unwrap_or(slot.span.end));
            let mut head = self.text[from..to].to_owned();
            if slot.comma.is_none() {
                // Another may come behind it.
                head.insert(slot.span.end - from, ',');
            }
            within.push(self.item(item, head));
            from = to;
        }
        let (head, tail) = (self.text[at..begin].to_owned(), self.text[from..end].to_owned());
        Unit { head, within: Some(within), tail, layout: Layout::Column, ..unit }
    }

    /// A list on one line.
    fn row(&self, unit: Unit, row: &Row, items: &[Node], at: usize, end: usize) -> Unit {
        let begin = row.slots.first().map_or(row.span.start + 1, |slot| slot.span.start);
        let close = row.span.end - 1;
        let ends = row.slots.iter().skip(1).map(|slot| slot.span.start).chain([close]);
        let item = |(item, to): (&Node, usize)| self.item(item, self.text[item.span.start..to].to_owned());
        let within = Some(items.iter().zip(ends).map(item).collect());
        let (begin, close) = if items.is_empty() { (close, close) } else { (begin, close) };
        let (head, tail) = (self.text[at..begin].to_owned(), self.text[close..end].to_owned());
        Unit { head, within, tail, layout: Layout::Row, ..unit }
    }

    fn item(&self, item: &Node, head: String) -> Unit {
        let leads = match self.outline.kind(item) {
            Kind::Table(_, pairs) => self.leads(pairs),
            _ => vec![],
        };
        Unit { name: Name::Item, head, value: self.text[item.span.clone()].to_owned(), leads, ..Unit::default() }
    }

    fn leads(&self, pairs: &[Pair]) -> Vec<(String, String)> {
        let lead = |pair: &Pair| match &pair.keys[..] {
            [key] if LEADS.contains(&key.as_str()) => {
                Some((key.clone(), self.text[pair.value.span.clone()].to_owned()))
            }
            _ => None,
        };
        pairs.iter().filter_map(lead).collect()
    }

    /// Whether each item of a list has lines of its own, and so have both brackets.
    fn is_column(&self, row: &Row) -> bool {
        let own_lines = |(at, slot): (usize, &super::super::outline::Slot)| {
            let end = slot.comma.map_or(slot.span.end, |comma| comma + 1);
            let last = at + 1 == row.slots.len();
            indent(self.text, slot.span.start).is_some()
                && ends_line(self.text, end)
                && (!last || line_end(self.text, end) < row.span.end)
        };
        ends_line(self.text, row.span.start + 1)
            && ends_line(self.text, row.span.end)
            && row.slots.iter().enumerate().all(own_lines)
            && row.slots.iter().all(|slot| {
                let between = slot.comma.map_or("", |comma| &self.text[slot.span.end..comma]);
                between.trim().is_empty() && !between.contains('\n')
            })
    }

    /// Whether a list has nothing between its items but commas and blanks on a line.
    fn is_row(&self, row: &Row) -> bool {
        let mut at = row.span.start + 1;
        for slot in &row.slots {
            if !self.text[at..slot.span.start].chars().all(|c| c == ' ' || c == ',') {
                return false;
            }
            at = slot.span.end;
        }
        let rest = &self.text[at..row.span.end.saturating_sub(1)];
        rest.chars().all(|c| c == ' ' || c == ',' || row.slots.is_empty() && c.is_whitespace())
    }
}

/// A text as it can be taken apart: without the mark some editors begin with, with the line ends that are asked for, and
/// with one at its end.
pub(super) fn level(text: &str, eol: &str) -> String {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut level = text.replace("\r\n", "\n");
    if eol != "\n" {
        level = level.replace('\n', eol);
    }
    if !level.is_empty() && !level.ends_with('\n') {
        level.push_str(eol);
    }
    level
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_belongs_to_one_part() {
        for text in [
            "",
            "# x\n",
            "# x\nentries = [\n  # one\n  { id = \"a\" }, # b\n\n  { id = \"b\" },\n  # end\n] # done\n\n# end\n",
            "name = 'x'\n\n[[standing]]\nis = \"full\"\n# y\nfrom = 2020-01-01\n\n[[group]]\nid = \"a\"\n[group.sub]\nx = 1\n",
            "a.b = 1\n[x]\ny = [1, 2]\nz = []\nw = [\n]\nv = \"\"\"\nline\n\"\"\"\n",
            "present = [\r\n  \"a\",\r\n  \"b\",\r\n]\r\n",
        ] {
            assert_eq!(Unit::of(text).text(), text);
        }
    }
}
