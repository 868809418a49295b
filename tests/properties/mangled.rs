//! Record files as people leave them: comments everywhere, odd spacing, either line end, a mark, unknown keys.

use proptest::collection::vec;
use proptest::prelude::*;

/// A file and what is in it.
#[derive(Clone, Debug)]
pub(crate) struct Mangled {
    /// The text.
    pub(crate) text: String,
    /// How many items `present` has.
    pub(crate) present: usize,
    /// How many items `entries` has.
    pub(crate) entries: usize,
    /// How many `[[post]]` there are.
    pub(crate) posts: usize,
}

/// Any such file.
pub(crate) fn mangled() -> impl Strategy<Value = Mangled> {
    vec(any::<u8>(), 120).prop_map(|bytes| Writer { bytes, at: 0, comments: 0, text: String::new() }.file())
}

/// Writes a file by the throw of dice.
struct Writer {
    bytes: Vec<u8>,
    at: usize,
    comments: usize,
    text: String,
}

impl Writer {
    fn file(mut self) -> Mangled {
        self.between();
        self.pair("name", "\"赵刚 # = ] }\"");
        self.between();
        self.pair("odd", "['x', \"],\", 1.5] ");
        let present = self.list("present", |n| format!("\"m{n}\""));
        let votes = ["{ for = 7, against = 0 }", "{for=7}", "{ }", "{\n  for = 7, # c-in\n}"][self.below(4)];
        self.pair("votes", votes);
        let entries = self.list("entries", |n| format!("{{ id = \"e{n}\", note = '}}, # {n}' }}"));
        self.pair("minutes", "\"\"\"\n[[post]]\n# no comment\n  present = [\n\"\"\"");
        self.between();
        if self.coin() {
            self.text += "[extra]\n";
            self.pair("deep.er", "nan");
            self.between();
        }
        let posts = self.below(4);
        for n in 0..posts {
            let indent = ["", "", "  "][self.below(3)];
            self.text += indent;
            self.text += "[[post]]";
            self.end_line();
            self.between();
            self.text += indent;
            self.pair("id", &format!("\"p{n}\""));
            if self.coin() {
                self.text += "[post.more]\n";
                self.pair("key", "1979-05-27T07:32:00Z");
            }
            self.between();
        }
        if self.coin() {
            self.text += "[other]\n";
            self.pair("last", "true");
            self.between();
        }
        if self.coin() {
            self.text.truncate(self.text.trim_end_matches('\n').len());
        }
        if self.coin() {
            self.text = self.text.replace('\n', "\r\n");
        }
        if self.coin() {
            self.text.insert(0, '\u{feff}');
        }
        Mangled { text: self.text, present, entries, posts }
    }

    fn below(&mut self, limit: usize) -> usize {
        self.at += 1;
        usize::from(self.bytes.get(self.at - 1).copied().unwrap_or_default()) % limit
    }

    fn coin(&mut self) -> bool {
        self.below(2) == 1
    }

    fn pair(&mut self, key: &str, value: &str) {
        let sign = ["=", " = ", "  =\t"][self.below(3)];
        self.text += &format!("{key}{sign}{value}");
        self.end_line();
    }

    fn end_line(&mut self) {
        if self.coin() {
            self.comments += 1;
            self.text += &format!("  # c{} \"' ] }} , [[post]]", self.comments);
        }
        self.text.push('\n');
    }

    /// Blank lines and comments.
    fn between(&mut self) {
        for _ in 0..self.below(3) {
            if self.coin() {
                self.comments += 1;
                self.text += &format!("# own {} = [", self.comments);
            }
            self.text.push('\n');
        }
    }

    fn list(&mut self, key: &str, item: impl Fn(usize) -> String) -> usize {
        let items = self.below(4);
        let comma = self.coin();
        let last = |n: usize| n + 1 == items;
        let mut value = "[".to_owned();
        if self.coin() {
            let indent = ["  ", "\t", ""][self.below(3)];
            self.text += &format!("{key} = [");
            self.end_line();
            for n in 0..items {
                if self.below(3) == 0 {
                    self.between();
                }
                self.text += indent;
                self.text += &item(n);
                let between = [",", " ,"][self.below(2)];
                self.text += if last(n) && !comma { "" } else { between };
                if last(n) && self.below(4) == 0 {
                    self.text.push(' ');
                } else {
                    self.end_line();
                }
            }
            self.text.push(']');
            self.end_line();
        } else {
            let space = [" ", "", "  "][self.below(3)];
            value += space;
            for n in 0..items {
                value += &item(n);
                value += match last(n) {
                    false => [", ", ",", " , "][self.below(3)],
                    true if comma => ",",
                    true => "",
                };
            }
            value += if items == 0 { "" } else { space };
            value.push(']');
            self.pair(key, &value);
        }
        items
    }
}
