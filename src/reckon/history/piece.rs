//! Records as a text has them.

use std::collections::{BTreeMap, BTreeSet};

use super::Sort;
use crate::branch::FileKind;
use crate::record::{Day, Month, Period, Plain, PlainEntry, RelPath, Said, Span};

/// Keys and what they say.
pub type Keys = BTreeMap<String, Said>;

/// A record as a text has it.
#[derive(Clone, Debug)]
pub struct Piece {
    /// Its sort.
    pub sort: Sort,
    /// Which of its sort: the id of a line, the name of a file.
    pub id: String,
    /// The file.
    pub path: RelPath,
    /// Where in it; none for a file as a whole.
    pub span: Option<Span>,
    /// What it says.
    pub keys: Keys,
    /// The tables under it, each with the list it is in.
    pub parts: Vec<(String, Keys)>,
}

/// The keys that name people a record is about; who recorded it is not among them.
const PEOPLE: [&str; 15] = [
    "candidate",
    "chair",
    "closed-by",
    "delegated-by",
    "host",
    "late",
    "lecturer",
    "member",
    "observers",
    "owner",
    "people",
    "present",
    "recorder",
    "who",
    "with",
];

/// The records in the text of a file; none where it is no TOML, or a file of no records.
pub fn pieces(path: &RelPath, text: &str) -> Option<Vec<Piece>> {
    let kind = FileKind::of(path)?;
    let Plain { keys, entries } = Plain::of(text)?;
    let mut pieces = Vec::new();
    let mut rest = Vec::new();
    for PlainEntry { list, keys, span } in entries {
        match Sort::of_line(&kind, &list) {
            Some(sort) => {
                // A line without an id is known by all it says.
                let id = keys.get("id").and_then(Said::text).map(str::to_owned);
                let id = id.unwrap_or_else(|| Said::Table(keys.clone()).to_string());
                let path = path.clone();
                pieces.push(Piece { sort, id, path, span: Some(span), keys, parts: vec![] });
            }
            None => rest.push((list, keys, span)),
        }
    }
    if let FileKind::Member(id) = &kind {
        steps(&mut pieces, path, id.as_str(), &mut rest);
    }
    let parts: Vec<_> = rest.into_iter().map(|(list, keys, _)| (list, keys)).collect();
    // A ledger has nothing besides its lines; an empty list is as good as none.
    let is_empty = |said: &Said| matches!(said, Said::List(items) if items.is_empty());
    let is_ledger = !pieces.is_empty() || Sort::of_file(&kind) == Sort::File && keys.values().all(is_empty);
    if !is_ledger || !parts.is_empty() || matches!(kind, FileKind::Member(_)) {
        let (sort, path) = (Sort::of_file(&kind), path.clone());
        pieces.push(Piece { sort, id: id_of(sort, &path), path, span: None, keys, parts });
    }
    Some(pieces)
}

/// Takes the steps out of the tables of a person's file.
fn steps(pieces: &mut Vec<Piece>, path: &RelPath, member: &str, rest: &mut Vec<(String, Keys, Span)>) {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for (_, mut keys, span) in rest.extract_if(.., |(list, ..)| list == "step") {
        let step = keys.get("is").and_then(Said::text).unwrap_or_default().to_owned();
        let times = seen.entry(step.clone()).or_insert(0);
        *times += 1;
        // The same step may be taken twice.
        let id = if *times == 1 { format!("{member}/{step}") } else { format!("{member}/{step}/{times}") };
        keys.insert("member".to_owned(), Said::Text(member.to_owned()));
        pieces.push(Piece { sort: Sort::Step, id, path: path.clone(), span: Some(span), keys, parts: vec![] });
    }
}

/// Which of its sort a file that is one record is.
pub(super) fn id_of(sort: Sort, path: &RelPath) -> String {
    match sort {
        // A problem keeps its id where the day it was found is put right.
        Sort::Issue => path.stem().get(11..).unwrap_or(path.stem()),
        Sort::File => path.as_str(),
        _ => path.stem(),
    }
    .to_owned()
}

impl Piece {
    /// A file of which nothing is known but its name.
    pub(super) fn nameless(path: &RelPath) -> Self {
        let sort = FileKind::of(path).map_or(Sort::File, |kind| Sort::of_file(&kind));
        let id = id_of(sort, path);
        Self { sort, id, path: path.clone(), span: None, keys: Keys::new(), parts: vec![] }
    }

    /// What a key says, where that is a text.
    pub fn text(&self, key: &str) -> Option<&str> {
        self.keys.get(key)?.text()
    }

    /// The day a key says.
    pub fn day(&self, key: &str) -> Option<Day> {
        self.keys.get(key)?.days().filter(|days| days.first == days.last).map(|days| days.first)
    }

    /// Why it was struck, where it was.
    pub fn struck(&self) -> Option<&str> {
        self.text("struck")
    }

    /// The day on which it happened.
    pub fn happened(&self) -> Option<Day> {
        self.day(self.sort.day_key()?)
    }

    /// The days it is about: that on which it happened, and the period it is for.
    pub fn days(&self) -> Vec<Period> {
        let period = |key: &str| {
            let text = self.text(key)?;
            Month::parse(text).map(Month::period).or_else(|| Period::parse(text))
        };
        let named = ["period", "month"].into_iter().filter_map(period);
        let also = ["closed", "confirmed", "until", "done", "delivered", "answered"].into_iter();
        let also = also
            .filter(|_| matches!(self.sort, Sort::Issue | Sort::Plan | Sort::Request | Sort::Task | Sort::Objection));
        let days = also.filter_map(|key| self.day(key)).chain(self.happened());
        let sealed = (self.sort == Sort::Seal).then(|| Month::parse(self.path.stem())).flatten().map(Month::period);
        named.chain(days.map(Period::day)).chain(sealed).collect()
    }

    /// The ids of the people it is about.
    pub fn people(&self) -> BTreeSet<&str> {
        let parts = self.parts.iter().flat_map(|(_, keys)| keys);
        let named = self.keys.iter().chain(parts).filter(|(key, _)| PEOPLE.contains(&key.as_str()));
        let mut people: BTreeSet<_> = named.flat_map(|(_, said)| texts(said)).collect();
        match self.sort {
            Sort::Member => drop(people.insert(&self.id)),
            Sort::File => people.clear(),
            _ => {}
        }
        people
    }
}

/// The texts in a value.
pub(super) fn texts(said: &Said) -> Vec<&str> {
    match said {
        Said::Text(text) => vec![text],
        Said::Bare(_) => vec![],
        Said::List(items) => items.iter().flat_map(texts).collect(),
        Said::Table(keys) => keys.values().flat_map(texts).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(path: &str, text: &str) -> Vec<Piece> {
        pieces(&RelPath::new(path).expect("a path"), text).expect("TOML")
    }

    fn ids(path: &str, text: &str) -> Vec<(&'static str, String)> {
        read(path, text).into_iter().map(|piece| (piece.sort.id(), piece.id)).collect()
    }

    #[test]
    fn every_file_is_its_records() {
        let ledger =
            "entries = [{ id = \"a1\", date = 2026-11-05 }]\npostings = [{ id = \"b1\", period = \"2026-10\" }]\n";
        assert_eq!(ids("points/2026-11.toml", ledger), [("award", "a1".into()), ("posting", "b1".into())]);
        assert_eq!(ids("points/2026-11.toml", "entries = []\n"), []);
        assert_eq!(ids("study/2026-11.toml", "# x\n"), []);
        assert_eq!(ids("issues/2026/2026-11-05-k7p2m4.toml", "title = \"x\"\n"), [("issue", "k7p2m4".into())]);
        assert_eq!(ids("rules/points.toml", "[[item]]\nid = \"x\"\n"), [("file", "rules/points.toml".into())]);
        assert_eq!(ids("zhibu.toml", "name = \"x\"\n"), [("file", "zhibu.toml".into())]);
        let member =
            "name = \"许诺\"\n[[step]]\nis = \"apply\"\non = 2025-01-01\n[[step]]\nis = \"apply\"\non = 2026-01-01\n";
        let steps = [("step", "x/apply".into()), ("step", "x/apply/2".into()), ("member", "x".into())];
        assert_eq!(ids("members/x.toml", member), steps);
    }

    #[test]
    fn a_line_without_an_id_is_known_by_what_it_says() {
        let text = "entries = [{ member = \"a\", date = 2026-11-05 }, { date = 2026-11-05, member = \"a\" }]\n";
        let pieces = read("talks/2026.toml", text);
        assert_eq!(pieces[0].id, pieces[1].id);
    }

    #[test]
    fn a_record_knows_its_days_and_its_people() {
        let text = "payments = [{ id = \"a\", month = \"2026-10\", member = \"sun-lei\", paid = 2026-11-02, by = \"li-min\" }]\n";
        let payment = &read("dues/2026.toml", text)[0];
        let days: Vec<_> = payment.days().iter().map(ToString::to_string).collect();
        assert_eq!((days, payment.happened()), (vec!["2026-10".into(), "2026-11-02".into()], Day::new(2026, 11, 2)));
        assert_eq!(payment.people().into_iter().collect::<Vec<_>>(), ["sun-lei"], "not who recorded it");
        let text =
            "date = 2026-11-05\npresent = [\"a\"]\nabsent = [{ member = \"b\" }]\nchair = \"a\"\ntopics = [\"c\"]\n";
        let meeting = &read("meetings/2026/2026-11-05-general.toml", text)[0];
        assert_eq!(meeting.people().into_iter().collect::<Vec<_>>(), ["a", "b"]);
    }

    #[test]
    fn what_is_no_record_has_no_pieces() {
        let none = |path: &str, text| pieces(&RelPath::new(path).expect("a path"), text).is_none();
        assert!(none("notes.toml", "a = 1\n"));
        assert!(none("points/2026-11.toml", "<<<<<<< HEAD\n"));
    }
}
