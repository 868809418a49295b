//! Three texts joined part by part: what only one side changed is taken, what both changed alike is taken once, and what
//! both changed otherwise is a clash.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::known::{Known, known};
use super::unit::{Layout, Name, Unit};
use super::way::Stage;

/// A part of what comes of a merge.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Joined {
    /// What nobody disputes.
    Text(String),
    /// What both sides changed.
    Clash(Clash),
}

/// What two sides made of one part of a text; nothing where a side took it out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clash {
    /// The way to it: the lists, ids and keys it is in, the outermost first.
    pub way: Vec<Stage>,
    /// The text it was.
    pub base: String,
    /// The text on our side.
    pub ours: String,
    /// The text on the other side.
    pub theirs: String,
}

/// Joins what is behind one name on three sides.
pub(super) struct Join<'a> {
    /// The line end of what is made.
    pub(super) eol: &'a str,
    /// Those who take part in a meeting in one way on our side, and in another on theirs.
    pub(super) torn: &'a BTreeSet<&'a str>,
    /// The way to where the join is.
    pub(super) way: Vec<Stage>,
    /// What has come of it.
    pub(super) joined: Vec<Joined>,
}

/// One part on the three sides.
#[derive(Clone, Copy, Default)]
struct Three<'u> {
    base: Option<&'u Unit>,
    ours: Option<&'u Unit>,
    theirs: Option<&'u Unit>,
}

/// The lists of a meeting that say how people took part.
pub(super) const SEATS: [&str; 4] = ["absent", "late", "observers", "present"];

impl Join<'_> {
    /// Joins whole texts.
    pub(super) fn whole(&mut self, base: Option<&Unit>, ours: &Unit, theirs: &Unit) {
        self.composite(base, ours, theirs);
    }

    fn take(&mut self, text: &str) {
        match self.joined.last_mut() {
            Some(Joined::Text(last)) => last.push_str(text),
            _ if text.is_empty() => {}
            _ => self.joined.push(Joined::Text(text.to_owned())),
        }
    }

    fn clash(&mut self, base: &str, ours: &str, theirs: &str) {
        let (base, ours, theirs) = (base.to_owned(), ours.to_owned(), theirs.to_owned());
        self.joined.push(Joined::Clash(Clash { way: self.way.clone(), base, ours, theirs }));
    }

    /// Whether people whose part is in dispute are in a list.
    fn is_torn(&self, name: &Name) -> bool {
        !self.torn.is_empty() && self.way.is_empty() && matches!(name, Name::Key(key) if SEATS.contains(&key.as_str()))
    }

    /// Whether the join is in such a list.
    fn in_seats(&self) -> bool {
        matches!(&self.way[..], [Stage::Key(key)] if SEATS.contains(&key.as_str()))
    }

    fn one(&mut self, three: Three<'_>, stage: Stage, forced: bool) {
        let Three { base, ours, theirs } = three;
        let text = |unit: Option<&Unit>| unit.map(Unit::text).unwrap_or_default();
        if let Some(unit) = ours.or(theirs).filter(|unit| self.is_torn(&unit.name)) {
            let none =
                Unit { name: unit.name.clone(), layout: Layout::Column, within: Some(vec![]), ..Unit::default() };
            self.way.push(stage);
            self.composite(base, ours.unwrap_or(&none), theirs.unwrap_or(&none));
            self.way.pop();
        } else if forced {
            self.way.push(stage);
            self.clash(&text(base), &text(ours), &text(theirs));
            self.way.pop();
        } else if ours == theirs || base == theirs {
            self.take(&text(ours));
        } else if base == ours {
            self.take(&text(theirs));
        } else {
            self.way.push(stage);
            match (ours, theirs) {
                (Some(ours), Some(theirs))
                    if ours.within.is_some() && theirs.within.is_some() && !base.is_some_and(|base| base.disputed) =>
                {
                    self.composite(base, ours, theirs);
                }
                _ => self.clash(&text(base), &text(ours), &text(theirs)),
            }
            self.way.pop();
        }
    }

    /// Joins what stands before or after the parts.
    fn frame(&mut self, base: Option<&str>, ours: &str, theirs: &str) {
        if ours == theirs || base == Some(theirs) {
            self.take(ours);
        } else if base == Some(ours) {
            self.take(theirs);
        } else {
            self.way.push(Stage::Frame);
            self.clash(base.unwrap_or_default(), ours, theirs);
            self.way.pop();
        }
    }

    /// Joins parts that have others within.
    fn composite(&mut self, base: Option<&Unit>, ours: &Unit, theirs: &Unit) {
        let rows = |unit: &Unit| unit.layout == Layout::Row;
        if rows(ours) && rows(theirs) {
            return self.row(base, ours, theirs);
        }
        // A list on one line becomes one with a line for each item where the other side has that.
        let [base, ours, theirs] = [base.filter(|base| base.within.is_some()), Some(ours), Some(theirs)]
            .map(|unit| unit.map(|unit| column(unit, self.eol)));
        let (Some(ours), Some(theirs)) = (ours, theirs) else { return };
        let framed = |unit: &&Unit| unit.layout != Layout::Column || !unit.head.is_empty();
        let edge = |join: &mut Self, edge: fn(&Unit) -> &str| match (framed(&&*ours), framed(&&*theirs)) {
            (true, false) => join.take(edge(&ours)),
            (false, _) => join.take(edge(&theirs)),
            (true, true) => join.frame(base.as_deref().filter(framed).map(edge), edge(&ours), edge(&theirs)),
        };
        edge(self, |unit| &unit.head);
        let none = BTreeSet::new();
        let torn = if self.in_seats() { self.torn } else { &none };
        let of_base = base.as_deref().map(Unit::parts).unwrap_or_default();
        for (three, known) in in_order([of_base, ours.parts(), theirs.parts()], torn) {
            self.one(three, known.stage(), known.forced);
        }
        edge(self, |unit| &unit.tail);
    }

    /// Joins lists on one line.
    fn row(&mut self, base: Option<&Unit>, ours: &Unit, theirs: &Unit) {
        let none = BTreeSet::new();
        let torn = if self.in_seats() { self.torn } else { &none };
        let of_base = base.filter(|base| base.within.is_some()).map(Unit::parts).unwrap_or_default();
        let mut values = Vec::new();
        let mut clashes = ours.head != theirs.head || ours.tail != theirs.tail;
        for (Three { base, ours, theirs }, known) in in_order([of_base, ours.parts(), theirs.parts()], torn) {
            let value = |unit: Option<&Unit>| unit.map(|unit| unit.value.clone());
            let is_disputed = base.is_some_and(|base| base.disputed);
            let (base, ours, theirs) = (value(base), value(ours), value(theirs));
            if is_disputed && ours != theirs {
                clashes = true;
                continue;
            }
            clashes |= known.forced;
            if ours == theirs || base == theirs {
                values.extend(ours);
            } else if base == ours {
                values.extend(theirs);
            } else {
                clashes = true;
            }
        }
        match clashes {
            true => self.clash(&base.map(Unit::text).unwrap_or_default(), &ours.text(), &theirs.text()),
            false => self.take(&format!("{}{}{}", ours.head, values.join(", "), ours.tail)),
        }
    }
}

/// A list with a line for each item; anything else as it is.
pub(super) fn column<'u>(unit: &'u Unit, eol: &str) -> Cow<'u, Unit> {
    if unit.layout != Layout::Row {
        return Cow::Borrowed(unit);
    }
    let line = |item: &Unit| Unit { head: format!("  {},{eol}", item.value), ..item.clone() };
    let head = format!("{}{eol}", unit.head.trim_end());
    let within = Some(unit.parts().iter().map(line).collect());
    Cow::Owned(Unit { head, within, layout: Layout::Column, ..unit.clone() })
}

/// The parts of three sides, each once, in an order that is that of both sides as far as can be.
fn in_order<'u>(sides: [&'u [Unit]; 3], torn: &BTreeSet<&str>) -> Vec<(Three<'u>, Known)> {
    let [of_base, of_ours, of_theirs] = known(sides, torn);
    let mut all: BTreeMap<&str, Three<'u>> = BTreeMap::new();
    for (known, unit) in of_base.iter().zip(sides[0]) {
        all.entry(&known.name).or_default().base = Some(unit);
    }
    for (known, unit) in of_ours.iter().zip(sides[1]) {
        all.entry(&known.name).or_default().ours = Some(unit);
    }
    for (known, unit) in of_theirs.iter().zip(sides[2]) {
        all.entry(&known.name).or_default().theirs = Some(unit);
    }
    // Ours is the order, unless they alone changed it.
    let is_theirs = is_moved(&of_base, &of_theirs) && !is_moved(&of_base, &of_ours);
    let [lead, other] = if is_theirs { [&of_theirs, &of_ours] } else { [&of_ours, &of_theirs] };
    let place = places(lead);
    let there = places(other);
    // What only the other has, before the one it goes before.
    let mut at = 0;
    let mut order: Vec<&Known> = Vec::new();
    let mut taken = 0;
    for known in other {
        match place.get(&*known.name) {
            Some(found) => at = at.max(found + 1),
            None => {
                // Beside what was added at the same place, by day and id.
                while lead.get(at).is_some_and(|one| !there.contains_key(&*one.name) && one.order <= known.order) {
                    at += 1;
                }
                order.extend(&lead[taken..at]);
                taken = at;
                order.push(known);
            }
        }
    }
    order.extend(&lead[taken..]);
    order.into_iter().map(|known| (all[&*known.name], known.clone())).collect()
}

/// Where each part stands.
fn places(side: &[Known]) -> BTreeMap<&str, usize> {
    side.iter().enumerate().map(|(at, known)| (&*known.name, at)).collect()
}

/// Whether parts that a side kept stand in another order.
fn is_moved(base: &[Known], side: &[Known]) -> bool {
    let were = places(base);
    !side.iter().filter_map(|known| were.get(&*known.name)).is_sorted()
}
