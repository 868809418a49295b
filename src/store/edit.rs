//! Editing a text in place: every byte that is not meant stays, with comments, order, spacing and line ends.
//!
//! An edit finds its place in the [`Outline`] and replaces a part of the text. The result is parsed again and compared
//! with what the edits mean; a text that says anything else is never given back.

use toml_spanner::Arena;
use toml_writer::TomlKeyBuilder;

use super::edit_error::EditError;
use super::lines::{indent, line_end, line_ending, line_start, start};
use super::meaning::{self, same};
use super::outline::{Kind, Node, Outline, Pair, Part, Row, Section};
use super::row;
use super::splice::{Splice, splice};
use super::written::written;
use crate::branch::{Edit, Step};
use crate::record::Value;
use crate::words;

/// Makes the edits one after the other.
pub fn apply(text: &str, edits: &[Edit]) -> Result<String, EditError> {
    let arena = Arena::new();
    let parsed = toml_spanner::parse(text, &arena);
    let mut wanted = parsed.map_err(|error| EditError::NotToml(words::syntax(&error.kind())))?.into_table();
    let eol = line_ending(text);
    let mut new = text.to_owned();
    let mut rest = edits;
    while let Some(first) = rest.first() {
        let outline = Outline::of(&new);
        let editor = Editor { text: &new, eol, outline: &outline };
        // Items of one list go in together: a long import parses the text once, not once an item.
        let run = rest.windows(2).take_while(|pair| editor.follows(&pair[0], &pair[1])).count() + 1;
        let (now, later) = rest.split_at(run);
        for edit in now {
            meaning::apply(&mut wanted, edit, eol, &arena).ok_or_else(|| EditError::NoPlace(key(edit).to_owned()))?;
        }
        let splices = editor.splices(now).ok_or_else(|| EditError::NoPlace(key(first).to_owned()))?;
        let carried = editor.carried(first).map(str::to_owned);
        new = splice(&new, &splices);
        if let (Edit::Move(_, _, to, at, _), Some(comment)) = (first, carried) {
            let outline = Outline::of(&new);
            let beside = Editor { text: &new, eol, outline: &outline }.beside(to, *at, &comment);
            new = splice(&new, &beside.into_iter().collect::<Vec<_>>());
        }
        rest = later;
    }
    let made = toml_spanner::parse(&new, &arena).is_ok_and(|made| same(made.table(), &wanted));
    if made { Ok(new) } else { Err(EditError::Unsafe) }
}

/// The key an edit is about.
fn key(edit: &Edit) -> &'static str {
    match edit {
        Edit::Set(_, key, _)
        | Edit::Unset(_, key)
        | Edit::Insert(_, key, _, _)
        | Edit::Remove(_, key, _)
        | Edit::Move(key, ..)
        | Edit::Append(key, _) => key,
    }
}

/// Where the keys of a table stand.
enum KeyPlace<'a> {
    /// Under a heading, or before the first; behind a dotted key where there is a prefix.
    Section(usize, Vec<String>),
    /// Between braces.
    Braces(&'a Row, &'a [Pair], Vec<String>),
}

/// Finds the places of edits in a text.
struct Editor<'a> {
    text: &'a str,
    eol: &'static str,
    outline: &'a Outline<'a>,
}

impl Editor<'_> {
    /// Whether an edit puts an item somewhere behind the one that the edit before it puts into the same list.
    fn follows(&self, before: &Edit, edit: &Edit) -> bool {
        let (Edit::Insert(way, key, at, item), Edit::Insert(way2, key2, at2, item2)) = (before, edit) else {
            return false;
        };
        let behind = match (at, at2) {
            (None, None) => true,
            (Some(at), Some(at2)) => at < at2 && self.is_list(way, key),
            (Some(_), None) => self.is_list(way, key),
            (None, Some(_)) => false,
        };
        behind && way == way2 && key == key2 && matches!(item, Value::Line(_)) == matches!(item2, Value::Line(_))
    }

    /// Whether a key has a list between brackets.
    fn is_list(&self, way: &[Step], key: &str) -> bool {
        let node = self.spot(way).as_ref().and_then(|spot| self.value(spot, key));
        node.is_some_and(|node| matches!(self.outline.kind(node), Kind::List(..)))
    }

    /// The replacements for one edit, or for several that put items into one list, each behind the one before.
    fn splices(&self, edits: &[Edit]) -> Option<Vec<Splice>> {
        match edits.first()? {
            Edit::Set(way, key, value) => self.set(way, key, value),
            Edit::Unset(way, key) => self.unset(way, key),
            Edit::Insert(way, key, ..) => {
                let items: Vec<_> = edits
                    .iter()
                    .filter_map(|edit| match edit {
                        Edit::Insert(_, _, at, item) => Some((*at, item)),
                        _ => None,
                    })
                    .collect();
                self.insert(way, key, &items)
            }
            Edit::Remove(way, key, at) => self.remove(way, key, *at),
            Edit::Move(from, at, to, place, item) => {
                let mut splices = self.remove(&[], from, *at)?;
                splices.extend(self.insert(&[], to, &[(*place, item)])?);
                splices.sort_by_key(|splice| splice.span.start);
                Some(splices)
            }
            Edit::Append(name, pairs) => self.append(name, &[pairs]),
        }
    }

    fn set(&self, way: &[Step], key: &str, value: &Value) -> Option<Vec<Splice>> {
        let spot = self.spot(way)?;
        let Some(node) = self.value(&spot, key) else { return self.add(&spot, key, value) };
        let old = &self.text[node.span.clone()];
        let new = written(value, self.eol);
        let arena = Arena::new();
        match (meaning::of_text(old, &arena), meaning::of_text(&new, &arena)) {
            (Some(old), Some(new)) if meaning::same_value(&old, &new) => Some(vec![]),
            _ => Some(vec![Splice { span: node.span.clone(), new }]),
        }
    }

    /// A key that was not there.
    fn add(&self, spot: &KeyPlace<'_>, key: &str, value: &Value) -> Option<Vec<Splice>> {
        let value = written(value, self.eol);
        let named = |prefix: &[String]| {
            let prefix: String = prefix.iter().map(|part| format!("{}.", bare(part))).collect();
            format!("{prefix}{key} = {value}")
        };
        match spot {
            KeyPlace::Braces(row, pairs, prefix) => {
                let at = last_of(pairs, prefix).map_or(row.slots.len(), |last| last + 1);
                Some(row::insert(self.text, self.eol, row, at, &[named(prefix)], false))
            }
            KeyPlace::Section(section, prefix) => {
                let section = self.outline.sections.get(*section)?;
                let last = last_of(&section.pairs, prefix).or(section.pairs.len().checked_sub(1));
                let line = named(prefix);
                let after = match last.and_then(|last| section.pairs.get(last)) {
                    Some(pair) => (pair.span.end, indent(self.text, pair.span.start).unwrap_or_default()),
                    None => match &section.heading {
                        Some(heading) => (heading.end, indent(self.text, heading.start).unwrap_or_default()),
                        None => return Some(vec![self.first_line(&line)]),
                    },
                };
                Some(vec![self.line_after(after.0, &format!("{}{line}", after.1))])
            }
        }
    }

    /// Puts a line after the one in which a byte stands.
    fn line_after(&self, at: usize, line: &str) -> Splice {
        let end = line_end(self.text, at);
        match self.text[..end].ends_with('\n') {
            true => Splice::insert(end, format!("{line}{}", self.eol)),
            false => Splice::insert(end, format!("{}{line}", self.eol)),
        }
    }

    /// The first key of a file: before its first heading, after the comments at the top.
    fn first_line(&self, line: &str) -> Splice {
        let eol = self.eol;
        let heading = self.outline.sections.iter().find_map(|section| section.heading.as_ref());
        match heading {
            Some(heading) => Splice::insert(line_start(self.text, heading.start), format!("{line}{eol}{eol}")),
            None if self.text.len() == start(self.text) || self.text.ends_with('\n') => {
                Splice::insert(self.text.len(), format!("{line}{eol}"))
            }
            None => Splice::insert(self.text.len(), format!("{eol}{line}")),
        }
    }

    fn unset(&self, way: &[Step], key: &str) -> Option<Vec<Splice>> {
        match self.spot(way)? {
            KeyPlace::Braces(row, pairs, prefix) => {
                let at = pairs.iter().position(|pair| is(pair, &prefix, key))?;
                Some(row::remove(self.text, row, at))
            }
            KeyPlace::Section(section, prefix) => {
                let pairs = &self.outline.sections.get(section)?.pairs;
                let pair = pairs.iter().find(|pair| is(pair, &prefix, key))?;
                Some(vec![self.without_lines(pair.span.start, pair.span.end)])
            }
        }
    }

    /// Takes whole lines out; where the last one has no line end, the one before loses its own.
    fn without_lines(&self, from: usize, to: usize) -> Splice {
        let (mut from, to) = (line_start(self.text, from), line_end(self.text, to));
        if !self.text[..to].ends_with('\n') {
            from = self.text[..from].strip_suffix('\n').map_or(from, |before| before.trim_end_matches('\r').len());
        }
        Splice { span: from..to, new: String::new() }
    }

    /// Puts items into a list, each at its place in the list that has those before it already.
    fn insert(&self, way: &[Step], key: &'static str, items: &[(Option<usize>, &Value)]) -> Option<Vec<Splice>> {
        let lines = items.iter().all(|(_, item)| matches!(item, Value::Line(_)));
        let spot = self.spot(way)?;
        if let Some(node) = self.value(&spot, key) {
            let Kind::List(row, _) = self.outline.kind(node) else { return None };
            let mut places: Vec<(usize, Vec<String>)> = Vec::new();
            for (before, (at, item)) in items.iter().enumerate() {
                let at = at.map_or(Some(row.slots.len()), |at| at.checked_sub(before))?;
                match places.last_mut().filter(|(place, _)| *place == at) {
                    Some((_, texts)) => texts.push(written(item, self.eol)),
                    None => places.push((at, vec![written(item, self.eol)])),
                }
            }
            let insert = |(at, texts): (usize, Vec<String>)| row::insert(self.text, self.eol, row, at, &texts, lines);
            return Some(places.into_iter().flat_map(insert).collect());
        }
        let at_end = items.iter().all(|(at, _)| at.is_none());
        if way.is_empty() && at_end && self.block(key).is_some() {
            let tables: Option<Vec<_>> = items.iter().map(|(_, item)| item_pairs(item)).collect();
            return self.append(key, &tables?);
        }
        self.add(&spot, key, &Value::Column(items.iter().map(|(_, item)| (*item).clone()).collect()))
    }

    /// The comment beside the item that an edit moves to another list.
    fn carried(&self, edit: &Edit) -> Option<&str> {
        let Edit::Move(from, at, ..) = edit else { return None };
        row::comment(self.text, self.row(from)?, *at)
    }

    /// Puts a comment beside an item of a list.
    fn beside(&self, key: &str, at: Option<usize>, comment: &str) -> Option<Splice> {
        let row = self.row(key)?;
        let end = row::item_end(row.slots.get(at.unwrap_or(row.slots.len().checked_sub(1)?))?);
        let rest = &self.text[end..line_end(self.text, end)];
        Some(Splice::insert(end + rest.trim_end_matches(['\r', '\n']).len(), format!(" {comment}")))
    }

    /// A list between brackets at the root of the file.
    fn row(&self, key: &str) -> Option<&Row> {
        match self.outline.kind(self.value(&KeyPlace::Section(0, vec![]), key)?) {
            Kind::List(row, _) => Some(row),
            _ => None,
        }
    }

    fn remove(&self, way: &[Step], key: &str, at: usize) -> Option<Vec<Splice>> {
        if let Some(node) = self.spot(way).as_ref().and_then(|spot| self.value(spot, key)) {
            let Kind::List(row, _) = self.outline.kind(node) else { return None };
            return Some(row::remove(self.text, row, at));
        }
        let mut block: Vec<Part> = way.iter().map(|step| Part::from(*step)).collect();
        block.extend([Part::Key(key.to_owned()), Part::Item(at)]);
        let sections = &self.outline.sections;
        let of_block = |section: &&Section| section.way.starts_with(&block);
        let first = sections.iter().find(of_block)?.heading.as_ref()?;
        // Only sections that follow one another can go as one piece; the comparison of meaning refuses the rest.
        let end = self.end_of(sections.iter().rfind(of_block)?);
        let out = self.without_lines(first.start, end);
        // One blank line goes with the block: the one before it, as a new block brings one along.
        let before = &self.text[..out.span.start];
        let from = if !self.text[..out.span.end].ends_with('\n') {
            before.strip_suffix(self.eol).unwrap_or(before).len()
        } else {
            let line = before.strip_suffix('\n').map_or(before.len(), |above| line_start(self.text, above.len()));
            if before[line..].trim().is_empty() { line } else { before.len() }
        };
        Some(vec![Splice { span: from..out.span.end, new: String::new() }])
    }

    /// Adds tables with a heading.
    fn append(&self, name: &str, tables: &[&Vec<(&'static str, Value)>]) -> Option<Vec<Splice>> {
        let eol = self.eol;
        let root = KeyPlace::Section(0, vec![]);
        if let Some(Kind::List(row, _)) = self.value(&root, name).map(|node| self.outline.kind(node)) {
            let items: Vec<_> = tables.iter().map(|pairs| written(&Value::Line((*pairs).clone()), eol)).collect();
            return Some(row::insert(self.text, eol, row, row.slots.len(), &items, true));
        }
        let block = |pairs: &&Vec<(&'static str, Value)>| {
            let pairs = pairs.iter().map(|(key, value)| format!("{key} = {}{eol}", written(value, eol)));
            format!("[[{name}]]{eol}{}", pairs.collect::<String>())
        };
        let blocks = tables.iter().map(block).collect::<Vec<_>>().join(eol);
        let end = match self.block(name) {
            Some(section) => line_end(self.text, self.end_of(section)),
            None => self.text.len(),
        };
        let before = &self.text[start(self.text)..end];
        let new = if before.is_empty() || before.ends_with("\n\n") || before.ends_with("\n\r\n") {
            blocks
        } else if before.ends_with('\n') {
            format!("{eol}{blocks}")
        } else {
            format!("{eol}{eol}{}", blocks.trim_end_matches(['\r', '\n']))
        };
        Some(vec![Splice::insert(end, new)])
    }

    /// The last section of the tables with a heading of a name.
    fn block(&self, name: &str) -> Option<&Section> {
        let way = Part::Key(name.to_owned());
        let of_name = |section: &&Section| section.way.first() == Some(&way) && section.way.len() > 1;
        let last = self.outline.sections.iter().rfind(of_name)?;
        self.outline
            .sections
            .iter()
            .any(|section| section.block && section.way.len() == 2 && of_name(&section))
            .then_some(last)
    }

    /// Where a section ends: after its last key and the comments that stand right below it and above nothing else.
    fn end_of(&self, section: &Section) -> usize {
        let last = section.pairs.last().map(|pair| pair.span.end);
        let last = last.or(section.heading.as_ref().map(|heading| heading.end)).unwrap_or_default();
        let mut end = last;
        loop {
            let next = line_end(self.text, end);
            let line = &self.text[next..line_end(self.text, next)];
            match line.trim() {
                "" => return end,
                comment if comment.starts_with('#') => end = next + line.trim_end().len(),
                _ => return last,
            }
        }
    }

    /// Where the keys of a table stand.
    fn spot(&self, way: &[Step]) -> Option<KeyPlace<'_>> {
        let way: Vec<Part> = way.iter().map(|step| Part::from(*step)).collect();
        let mut sections: Vec<_> = self.outline.sections.iter().enumerate().collect();
        sections.retain(|(_, section)| way.starts_with(&section.way));
        sections.sort_by_key(|(_, section)| std::cmp::Reverse(section.way.len()));
        sections.into_iter().find_map(|(at, section)| self.within(at, &section.pairs, &way[section.way.len()..]))
    }

    /// Goes the rest of the way inside a section.
    fn within<'a>(&self, section: usize, pairs: &'a [Pair], way: &[Part]) -> Option<KeyPlace<'a>> {
        let mut spot = KeyPlace::Section(section, vec![]);
        let mut pairs = pairs;
        let mut way = way;
        while !way.is_empty() {
            let keys: Vec<&str> =
                way.iter().map_while(|part| if let Part::Key(key) = part { Some(&**key) } else { None }).collect();
            let starts =
                |pair: &&Pair| keys.len() >= pair.keys.len() && pair.keys.iter().zip(&keys).all(|(a, b)| a == b);
            let Some(pair) = pairs.iter().find(starts) else {
                // The table is nothing but the common beginning of dotted keys.
                let dotted =
                    |pair: &Pair| pair.keys.len() > keys.len() && pair.keys.iter().zip(&keys).all(|(a, b)| a == b);
                let prefix = keys.iter().map(|key| (*key).to_owned()).collect();
                return match spot {
                    _ if keys.len() < way.len() || !pairs.iter().any(dotted) => None,
                    KeyPlace::Section(section, _) => Some(KeyPlace::Section(section, prefix)),
                    KeyPlace::Braces(row, pairs, _) => Some(KeyPlace::Braces(row, pairs, prefix)),
                };
            };
            way = &way[pair.keys.len()..];
            let mut node = &pair.value;
            while let Some(Part::Item(index)) = way.first() {
                let Kind::List(_, items) = self.outline.kind(node) else { return None };
                node = items.get(*index)?;
                way = &way[1..];
            }
            let Kind::Table(row, inner) = self.outline.kind(node) else { return None };
            spot = KeyPlace::Braces(row, inner, vec![]);
            pairs = inner;
        }
        Some(spot)
    }

    /// The value of a key.
    fn value<'a>(&'a self, spot: &KeyPlace<'a>, key: &str) -> Option<&'a Node> {
        let (pairs, prefix) = match spot {
            KeyPlace::Braces(_, pairs, prefix) => (*pairs, prefix),
            KeyPlace::Section(section, prefix) => (&*self.outline.sections.get(*section)?.pairs, prefix),
        };
        pairs.iter().find(|pair| is(pair, prefix, key)).map(|pair| &pair.value)
    }
}

/// Whether a pair is that of a key behind a prefix.
fn is(pair: &Pair, prefix: &[String], key: &str) -> bool {
    pair.keys.split_last().is_some_and(|(last, before)| last == key && before == prefix)
}

/// The last pair behind a prefix; none without a prefix.
fn last_of(pairs: &[Pair], prefix: &[String]) -> Option<usize> {
    if prefix.is_empty() {
        return None;
    }
    pairs.iter().rposition(|pair| pair.keys.starts_with(prefix))
}

/// The keys of a table on one line.
fn item_pairs(item: &Value) -> Option<&Vec<(&'static str, Value)>> {
    match item {
        Value::Line(pairs) => Some(pairs),
        _ => None,
    }
}

/// A key as it is written: in quotes where it needs them.
fn bare(key: &str) -> String {
    use toml_writer::ToTomlKey;
    TomlKeyBuilder::new(key).as_default().to_toml_key()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(text: &str, edit: Edit, expected: &str) {
        // A file without a line end gets plain ones.
        for eol in if text.contains('\n') { vec!["\n", "\r\n"] } else { vec!["\n"] } {
            for mark in ["", "\u{feff}"] {
                let text = format!("{mark}{}", text.replace('\n', eol));
                let new = apply(&text, std::slice::from_ref(&edit)).expect("the edit can be made");
                assert_eq!(new, format!("{mark}{}", expected.replace('\n', eol)));
            }
        }
    }

    fn insert(key: &'static str, at: Option<usize>, item: &str) -> Edit {
        Edit::Insert(vec![], key, at, Value::text(item))
    }

    fn line(id: &str) -> Value {
        Value::Line(vec![("id", Value::text(id))])
    }

    #[test]
    fn a_value_is_replaced_and_its_comment_stays() {
        let set = Edit::Set(vec![], "name", Value::text("赵钢"));
        case(
            "# top\nname   =  \"赵刚\"   # the chief\nx = 1\n",
            set,
            "# top\nname   =  \"赵钢\"   # the chief\nx = 1\n",
        );
        case("a = 0x10 # hex", Edit::Set(vec![], "a", Value::Int(16)), "a = 0x10 # hex");
    }

    #[test]
    fn a_value_of_several_words_is_replaced_as_a_whole() {
        let set = |key| Edit::Set(vec![], key, Value::Int(2));
        case("a = -1.5e3 # c\nb = 1\n", set("a"), "a = 2 # c\nb = 1\n");
        case("a = 1979-05-27 07:32:00.5+08:00 # c\nb = 1\n", set("a"), "a = 2 # c\nb = 1\n");
        case("a = 1\n3.14 = 1.5\nb = 1", set("a"), "a = 2\n3.14 = 1.5\nb = 1");
        let first = Edit::Remove(vec![], "l", 0);
        case("l = [1.5, 1979-05-27 07:32:00, \"x\"]\n", first, "l = [1979-05-27 07:32:00, \"x\"]\n");
    }

    #[test]
    fn a_block_goes_with_the_blank_line_before_it() {
        let remove = |at| Edit::Remove(vec![], "l", at);
        case("[[l]]\na = 1\n\n[[l]]\na = 2\n", remove(0), "\n[[l]]\na = 2\n");
        case("[[l]]\na = 1\n\n[[l]]\na = 2\n", remove(1), "[[l]]\na = 1\n");
        case("b = 1\n\n[[l]]\na = 1\n", remove(0), "b = 1\n");
    }

    #[test]
    fn a_new_key_goes_after_the_last() {
        let set = || Edit::Set(vec![], "note", Value::text("n"));
        case("a = 1 # one\n\n[[post]]\nid = \"x\"\n", set(), "a = 1 # one\nnote = \"n\"\n\n[[post]]\nid = \"x\"\n");
        case("a = 1", set(), "a = 1\nnote = \"n\"");
        case("# top\n", set(), "# top\nnote = \"n\"\n");
        case("", set(), "note = \"n\"\n");
        case("# top\n[[post]]\n", set(), "# top\nnote = \"n\"\n\n[[post]]\n");
    }

    #[test]
    fn a_table_is_found_however_it_is_written() {
        let way = || vec![Step::Key("post"), Step::Item(1)];
        let set = || Edit::Set(way(), "until", Value::Int(2));
        case(
            "[[post]]\nid = 1\n[[post]]\n  id = 2 # two\n\n# next\n[x]\n",
            set(),
            "[[post]]\nid = 1\n[[post]]\n  id = 2 # two\n  until = 2\n\n# next\n[x]\n",
        );
        case("post = [{}, { id = 2 }] # c", set(), "post = [{}, { id = 2, until = 2 }] # c");
        case("post = [\n  {}, {},\n]\n", set(), "post = [\n  {}, { until = 2 },\n]\n");
        let votes = || Edit::Set(vec![Step::Key("votes")], "for", Value::Int(2));
        case("votes.against = 1 # c\nx = 1\n", votes(), "votes.against = 1 # c\nvotes.for = 2\nx = 1\n");
        case("x = 1\n[votes]\n", votes(), "x = 1\n[votes]\nfor = 2\n");
        case("votes = {\n  against = 1 # c\n}\n", votes(), "votes = {\n  against = 1, # c\n  for = 2\n}\n");
    }

    #[test]
    fn a_key_goes_with_its_line() {
        let unset = || Edit::Unset(vec![], "b");
        case("a = 1\nb = 2 # two\n# about c\nc = 3\n", unset(), "a = 1\n# about c\nc = 3\n");
        case("a = 1\nb = [\n  1,\n]", unset(), "a = 1");
        let inside = Edit::Unset(vec![Step::Key("t")], "b");
        case("t = { a = 1, b = 2, c = 3 }\n", inside.clone(), "t = { a = 1, c = 3 }\n");
        case("t = { a = 1, b = 2 }\n", inside.clone(), "t = { a = 1 }\n");
        case("t = { b = 2 }\n", inside, "t = {}\n");
    }

    #[test]
    fn an_item_stands_as_its_neighbours_do() {
        case("l = [\"a\", \"b\"]\n", insert("l", None, "c"), "l = [\"a\", \"b\", \"c\"]\n");
        case("l = [\"a\",]\n", insert("l", None, "c"), "l = [\"a\", \"c\",]\n");
        case("l = []\n", insert("l", None, "c"), "l = [\"c\"]\n");
        case("l = [\"b\"]\n", insert("l", Some(0), "a"), "l = [\"a\", \"b\"]\n");
        case("l = [\n\t\"a\", # a\n]\n", insert("l", None, "b"), "l = [\n\t\"a\", # a\n\t\"b\",\n]\n");
        case("l = [\n  \"a\" # a\n  # end\n]\n", insert("l", None, "b"), "l = [\n  \"a\", # a\n  \"b\"\n  # end\n]\n");
        case(
            "l = [\n  \"a\", # a\n  # about c\n  \"c\",\n]\n",
            insert("l", Some(1), "b"),
            "l = [\n  \"a\", # a\n  \"b\",\n  # about c\n  \"c\",\n]\n",
        );
        case("l = [\n  \"a\",\n  \"b\"]\n", insert("l", None, "c"), "l = [\n  \"a\",\n  \"b\",\n  \"c\"]\n");
        case("l = [\n]\n", insert("l", None, "c"), "l = [\n  \"c\",\n]\n");
        case("x = 1\n", insert("l", None, "c"), "x = 1\nl = [\n  \"c\",\n]\n");
        case("l = [\"#]\", '],']\n", insert("l", Some(1), "c"), "l = [\"#]\", \"c\", '],']\n");
    }

    #[test]
    fn a_record_gets_a_line() {
        let insert = |at| Edit::Insert(vec![], "entries", at, line("b"));
        case("entries = []\n", insert(None), "entries = [\n  { id = \"b\" },\n]\n");
        case("", insert(None), "entries = [\n  { id = \"b\" },\n]\n");
        case(
            "entries = [\n  { id = \"a\" },\n]\n",
            insert(Some(0)),
            "entries = [\n  { id = \"b\" },\n  { id = \"a\" },\n]\n",
        );
        case("[[entries]]\nid = \"a\"", insert(None), "[[entries]]\nid = \"a\"\n\n[[entries]]\nid = \"b\"");
    }

    #[test]
    fn an_item_goes_with_its_comma() {
        let remove = |at| Edit::Remove(vec![], "l", at);
        case("l = [1, 2, 3]\n", remove(1), "l = [1, 3]\n");
        case("l = [1, 2, 3,]\n", remove(2), "l = [1, 2,]\n");
        case("l = [1, 2, 3]\n", remove(2), "l = [1, 2]\n");
        case("l = [ 1 ]\n", remove(0), "l = []\n");
        case("l = [\n  1, # one\n  # about two\n  2, # two\n]\n", remove(1), "l = [\n  1, # one\n  # about two\n]\n");
        case("l = [\n  1, # one\n  2 # two\n]\n", remove(1), "l = [\n  1 # one\n]\n");
        case("l = [\n  1,\n  2]\n", remove(1), "l = [\n  1]\n");
        case("l = [1, # one\n  2]\n", remove(0), "l = [ # one\n  2]\n");
        case("[[l]]\na = 1\n\n[[l]]\na = 2\n\n[x]\n", remove(1), "[[l]]\na = 1\n\n[x]\n");
    }

    #[test]
    fn a_table_follows_those_of_its_name() {
        let append = || Edit::Append("post", vec![("id", Value::text("b"))]);
        let block = "[[post]]\nid = \"b\"\n";
        case("", append(), block);
        case("a = 1\n", append(), &format!("a = 1\n\n{block}"));
        case("a = 1\n\n", append(), &format!("a = 1\n\n{block}"));
        case("a = 1", append(), &format!("a = 1\n\n{}", block.trim_end()));
        case(
            "[[post]]\nid = 1 # c\n[post.sub]\nx = 1\n# below\n\n# about x\n[x]\n",
            append(),
            &format!("[[post]]\nid = 1 # c\n[post.sub]\nx = 1\n# below\n\n{block}\n# about x\n[x]\n"),
        );
        case("post = []\n", append(), "post = [\n  { id = \"b\" },\n]\n");
    }

    #[test]
    fn lines_end_as_in_the_file() {
        let set = Edit::Set(vec![], "minutes", Value::Lines("一\n二\n".into()));
        case("a = 1\nminutes = \"\"\n", set, "a = 1\nminutes = \"\"\"\n一\n二\n\"\"\"\n");
    }

    #[test]
    fn what_cannot_be_edited_is_told() {
        let fails = |text: &str, edit: Edit| apply(text, &[edit]).expect_err("the edit cannot be made");
        assert!(matches!(fails("a = ", Edit::Unset(vec![], "a")), EditError::NotToml(_)));
        assert_eq!(fails("b = 1", Edit::Unset(vec![], "a")), EditError::NoPlace("a".into()));
        assert_eq!(fails("a = 1", insert("a", None, "x")), EditError::NoPlace("a".into()));
        assert_eq!(fails("a = []", insert("a", Some(1), "x")), EditError::NoPlace("a".into()));
        assert_eq!(fails("[a]\nx = 1\n", Edit::Set(vec![], "a", Value::Int(1))), EditError::Unsafe);
        assert_eq!(fails("", Edit::Set(vec![Step::Key("t")], "a", Value::Int(1))), EditError::NoPlace("a".into()));
    }

    #[test]
    fn many_items_go_in_at_once() {
        let edits: Vec<_> = (0..5000).map(|n| Edit::Insert(vec![], "entries", None, line(&n.to_string()))).collect();
        let text = apply("entries = [\n  { id = \"x\" },\n]\n", &edits).expect("the edits can be made");
        assert_eq!(text.lines().count(), 5003);
    }
}
