//! Merges a file of records that two people changed apart, record by record where git would do it line by line.
//!
//! A text is taken apart into [`Unit`](unit::Unit)s, which are known again on every side by their keys and ids. Comments
//! and order stay. A text that does not read as well as those it was made of is never given back.

mod disputed;
mod hunk;
mod join;
mod known;
mod mixed;
mod unit;

pub use join::Clash;
pub use mixed::Side;

use std::collections::{BTreeMap, BTreeSet};

use disputed::disputed;
use join::{Join, Joined, SEATS};
use known::bare;
use unit::{Name, Unit, level};

use super::lines::line_ending;
use crate::branch::FileKind;
use crate::record::{Plain, RelPath, Source};

pub use hunk::{Sides, is_joined, sides};

/// What came of a merge.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Merged {
    joined: Vec<Joined>,
    eol: &'static str,
    /// Whether the text begins with the mark of some editors.
    mark: bool,
}

/// Merges what two sides made of a text, which is empty where both began it, and has marks where it was in dispute
/// itself. None where one of them is no TOML, or where what came of it could not be read as well as they can.
///
/// A person, a group or a meeting that both sides made under one id may be one or two: nobody but a person can say so.
pub fn merge(path: &RelPath, base: &str, ours: &str, theirs: &str) -> Option<Merged> {
    if !base.is_empty() || !may_be_two(path) || Plain::of(ours)? == Plain::of(theirs)? {
        return join(path, base, ours, theirs);
    }
    let eol = line_ending(ours);
    let [ours, theirs] = [ours, theirs].map(|text| level(text, eol));
    let clash = Clash { way: vec![], base: String::new(), ours, theirs };
    Some(Merged { joined: vec![Joined::Clash(clash)], eol, mark: false })
}

/// Whether two sides may mean two things by the same file, whose name comes of what it says.
pub fn may_be_two(path: &RelPath) -> bool {
    matches!(FileKind::of(path), Some(FileKind::Member(_) | FileKind::Group(_) | FileKind::Meeting))
}

/// The same, where a person says that what both sides made is one.
pub fn join(path: &RelPath, base: &str, ours: &str, theirs: &str) -> Option<Merged> {
    let eol = line_ending(if ours.is_empty() { theirs } else { ours });
    let mark = ours.starts_with('\u{feff}');
    let is_toml = |text: &str| toml_spanner::parse(text, &toml_spanner::Arena::new()).is_ok();
    if !is_toml(ours) || !is_toml(theirs) {
        return None;
    }
    let texts = [base, ours, theirs].map(|text| level(text, eol));
    let unit = |text: &str| if is_toml(text) { Unit::of(text) } else { Unit::default() };
    let of_base = match sides(&texts[0]) {
        Some(Sides { ours, theirs, hunks: 1.. }) => disputed(&unit(&ours), &unit(&theirs), eol),
        _ => unit(&texts[0]),
    };
    let (of_ours, of_theirs) = (unit(&texts[1]), unit(&texts[2]));
    let torn = if is_meeting(path) { torn(&of_base, &of_ours, &of_theirs) } else { BTreeSet::new() };
    let mut join = Join { eol, torn: &torn, way: vec![], joined: vec![] };
    join.whole(Some(&of_base), &of_ours, &of_theirs);
    let merged = Merged { joined: join.joined, eol, mark };
    let hindered = |text: &str| !is_toml(text) || !faults(path, text).is_empty();
    let was_hindered = !faults(path, ours).is_empty() || !faults(path, theirs).is_empty();
    let reads = |text: String| is_toml(&text) && (was_hindered || !hindered(&text));
    (reads(merged.side(Side::Ours)) && reads(merged.side(Side::Theirs))).then_some(merged)
}

impl Merged {
    /// What clashes, in the order of the text.
    pub fn clashes(&self) -> impl Iterator<Item = &Clash> {
        self.joined.iter().filter_map(|joined| match joined {
            Joined::Clash(clash) => Some(clash),
            Joined::Text(_) => None,
        })
    }

    /// The text; what clashes is told from the rest by marks, as git does it.
    pub fn text(&self) -> String {
        self.write(|clash| hunk::marked(clash, self.eol))
    }

    /// The same with some clashes settled; those for which there is no text stay.
    #[must_use]
    pub fn settle(self, settle: impl Fn(&Clash) -> Option<String>) -> Self {
        let joined = self.joined.into_iter().map(|joined| match joined {
            Joined::Clash(clash) => settle(&clash).map_or(Joined::Clash(clash), Joined::Text),
            text => text,
        });
        Self { joined: joined.collect(), ..self }
    }

    /// The text with one side of everything that clashes.
    pub fn side(&self, side: Side) -> String {
        self.write(|clash| if side == Side::Ours { clash.ours.clone() } else { clash.theirs.clone() })
    }

    fn write(&self, clash: impl Fn(&Clash) -> String) -> String {
        let mut text = if self.mark { "\u{feff}".to_owned() } else { String::new() };
        for joined in &self.joined {
            match joined {
                Joined::Text(part) => text.push_str(part),
                Joined::Clash(one) => text.push_str(&clash(one)),
            }
        }
        text
    }
}

/// The path of a record in the path of a file that may be in a larger repository.
pub fn record_path(path: &str) -> Option<RelPath> {
    let mut rest = path;
    loop {
        if let Some(path) = RelPath::new(rest).filter(|path| FileKind::of(path).is_some()) {
            return Some(path);
        }
        rest = rest.split_once('/')?.1;
    }
}

fn is_meeting(path: &RelPath) -> bool {
    FileKind::of(path) == Some(FileKind::Meeting)
}

fn faults(path: &RelPath, text: &str) -> Vec<crate::error::Fault> {
    FileKind::read_back(&Source::new(path.clone(), text))
}

/// Those who take part in a meeting in one way on one side, and in another on the other.
fn torn<'u>(base: &'u Unit, ours: &'u Unit, theirs: &'u Unit) -> BTreeSet<&'u str> {
    let (base, ours, theirs) = (seats(base), seats(ours), seats(theirs));
    let differs = |who: &&&str| {
        let at = [&base, &ours, &theirs].map(|seats| seats.get(**who));
        at[1].is_some() && at[2].is_some() && at[0] != at[1] && at[0] != at[2] && at[1] != at[2]
    };
    ours.keys().filter(differs).copied().collect()
}

/// In which list of a meeting everybody is.
fn seats(meeting: &Unit) -> BTreeMap<&str, &str> {
    let lists = meeting.parts().iter().filter_map(|unit| match &unit.name {
        Name::Key(key) if SEATS.contains(&key.as_str()) && !unit.disputed => Some((key.as_str(), unit)),
        _ => None,
    });
    let seats = lists.flat_map(|(list, unit)| unit.parts().iter().map(move |item| (item, list)));
    let seats = seats.filter(|(item, _)| !item.disputed);
    seats.map(|(item, list)| (bare(item.lead("member").unwrap_or(&item.value)), list)).collect()
}

#[cfg(test)]
mod tests;
mod way;
pub use way::Stage;
