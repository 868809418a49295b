//! What the parts of three texts are known by, so that the same part is found on each side.

use std::collections::{BTreeMap, BTreeSet};

use super::unit::{Name, Unit};
use super::way::Stage;

/// What a part is known by among its siblings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Known {
    /// The same for the same part on every side.
    pub(super) name: String,
    /// Where it goes beside parts that another side put at the same place: keys before tables, by day and id.
    pub(super) order: (bool, String, String),
    /// Whether it clashes, though only one side changed it.
    pub(super) forced: bool,
    stage: Stage,
}

impl Known {
    /// The step of a way that leads to it.
    pub(super) fn stage(&self) -> Stage {
        self.stage.clone()
    }
}

/// The sets of keys by which the tables of a list may be known, the first that tells all of them apart. Those that are
/// marked stay the same as long as the record lives.
const WAYS: [(&[&str], bool); 20] = [
    (&["id"], true),
    (&["id", "from"], true),
    (&["member"], true),
    (&["path"], true),
    (&["table"], true),
    (&["file"], true),
    (&["is"], true),
    (&["is", "from"], false),
    (&["is", "on"], false),
    (&["text"], false),
    (&["name"], false),
    (&["what"], false),
    (&["date", "what"], false),
    (&["date", "text"], false),
    (&["date", "note"], false),
    (&["date", "who"], false),
    (&["date"], false),
    (&["year"], false),
    (&["from"], false),
    (&["on"], false),
];

/// The keys that say where in a list a table goes.
const ORDER: [&str; 6] = ["date", "from", "found", "on", "paid", "until"];

/// What the parts of each of three sides are known by; those of a meeting whose part in it is torn are forced to clash.
pub(super) fn known(sides: [&[Unit]; 3], torn: &BTreeSet<&str>) -> [Vec<Known>; 3] {
    let names: Vec<&Name> = sides.iter().flat_map(|side| side.iter().map(|unit| &unit.name)).collect();
    let mut families: Vec<&Name> = Vec::new();
    for name in names {
        if matches!(name, Name::Item | Name::Block(_)) && !families.contains(&name) {
            families.push(name);
        }
    }
    let mut made = sides.map(|side| side.iter().map(|unit| plain(unit, torn)).collect::<Vec<_>>());
    for family in families {
        let of_family = sides.map(|side| side.iter().filter(|unit| unit.name == *family).collect::<Vec<_>>());
        let way = WAYS.iter().find(|(keys, _)| of_family.iter().all(|units| tells_apart(units, keys)));
        let is_slug = |unit: &&Unit| {
            unit.value.len() > 2
                && unit
                    .value
                    .bytes()
                    .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"\"'-".contains(&byte))
        };
        let lasting = way.map_or_else(|| of_family.iter().flatten().all(is_slug), |(_, lasting)| *lasting);
        for (units, known) in sides.iter().zip(&mut made) {
            let mut seen: BTreeMap<String, usize> = BTreeMap::new();
            for (unit, known) in units.iter().zip(known).filter(|(unit, _)| unit.name == *family) {
                let by = way.map_or_else(|| written(unit), |(keys, _)| by(unit, keys));
                let times = seen.entry(by.clone()).or_insert(0);
                *times += 1;
                known.name = format!("{family:?} {by} {times}");
                let list = if let Name::Block(way) = family { Some(way.join(".")) } else { None };
                known.stage = Stage::Item { list, id: bare(unit.lead("id").unwrap_or(&by)).to_owned() };
            }
        }
        if !lasting {
            force(sides, family, &mut made);
        }
    }
    made
}

/// A part that has a name of its own.
fn plain(unit: &Unit, torn: &BTreeSet<&str>) -> Known {
    let order = ORDER.iter().find_map(|key| unit.lead(key)).unwrap_or_default().to_owned();
    let id = unit.lead("id").unwrap_or(if unit.name == Name::Item { &unit.value } else { "" }).to_owned();
    let is_table = !matches!(unit.name, Name::Key(_));
    let (name, stage) = match &unit.name {
        Name::Key(key) => (format!("key {key}"), Stage::Key(key.clone())),
        Name::Table(way) => (format!("table {}", way.join(".")), Stage::Key(way.join("."))),
        Name::Block(way) => (String::new(), Stage::Key(way.join("."))),
        Name::Whole | Name::Item => (String::new(), Stage::Frame),
    };
    let who = unit.lead("member").unwrap_or(&unit.value);
    let forced = unit.name == Name::Item && torn.contains(bare(who));
    Known { name, order: (is_table, order, id), forced, stage }
}

/// A table that has no name that lasts is known by what it says: where it is edited, it is another. Where both sides did
/// that with the same one, all they made of it clashes.
fn force(sides: [&[Unit]; 3], family: &Name, made: &mut [Vec<Known>; 3]) {
    let of = |side: usize| -> BTreeMap<&str, &Unit> {
        let parts = sides[side].iter().zip(&made[side]).filter(|(unit, _)| unit.name == *family);
        parts.map(|(unit, known)| (known.name.as_str(), unit)).collect()
    };
    let (base, ours, theirs) = (of(0), of(1), of(2));
    let gone_and_changed = |gone: &BTreeMap<&str, &Unit>, other: &BTreeMap<&str, &Unit>| {
        base.iter().any(|(name, unit)| !gone.contains_key(name) && other.get(name).is_some_and(|other| other != unit))
    };
    let both_gone = base.keys().any(|name| !ours.contains_key(name) && !theirs.contains_key(name));
    let news = |one: &BTreeMap<&str, &Unit>, other: &BTreeMap<&str, &Unit>| -> BTreeSet<String> {
        let new = one.keys().filter(|name| !base.contains_key(*name) && !other.contains_key(*name));
        new.map(|name| (*name).to_owned()).collect()
    };
    let (of_ours, of_theirs) = (news(&ours, &theirs), news(&theirs, &ours));
    let both = both_gone && !of_ours.is_empty() && !of_theirs.is_empty();
    let (force_ours, force_theirs) =
        (both || gone_and_changed(&ours, &theirs), both || gone_and_changed(&theirs, &ours));
    for (side, force, names) in [(1, force_ours, of_ours), (2, force_theirs, of_theirs)] {
        for known in made[side].iter_mut().filter(|known| force && names.contains(&known.name)) {
            known.forced = true;
        }
    }
}

/// Whether tables all have some keys, and no two say the same in them.
fn tells_apart(units: &[&Unit], keys: &[&str]) -> bool {
    let mut seen = BTreeSet::new();
    units.iter().all(|unit| keys.iter().all(|key| unit.lead(key).is_some()) && seen.insert(by(unit, keys)))
}

fn by(unit: &Unit, keys: &[&str]) -> String {
    keys.iter().filter_map(|key| unit.lead(key)).collect::<Vec<_>>().join(" ")
}

/// What a part says, without what stands before it.
fn written(unit: &Unit) -> String {
    if unit.value.is_empty() { unit.text().trim().to_owned() } else { unit.value.clone() }
}

/// A text without its quotes.
pub(super) fn bare(written: &str) -> &str {
    written.trim_matches(['"', '\''])
}
