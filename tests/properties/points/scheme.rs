//! Any valid scheme: what it says, as text and as numbers.

use proptest::prelude::*;
use zhibu::record::{Day, Period};

/// A number of half points, or of days since 1 January 2026.
pub(super) type Number = i64;

pub(super) const STRETCHES: [&str; 5] = ["day", "month", "quarter", "half-year", "year"];
pub(super) const PERIODS: [&str; 3] = ["month", "quarter", "year"];

/// The day so many days after 1 January 2026.
pub(super) fn day(number: Number) -> Day {
    Day::new(2026, 1, 1).unwrap().plus(number.try_into().unwrap())
}

/// The stretch of the calendar around a day.
pub(super) fn around(stretch: &str, day: Day) -> Period {
    match stretch {
        "day" => Period::day(day),
        "month" => Period::month_of(day),
        "quarter" => Period::quarter_of(day),
        "half-year" => Period::half_of(day),
        _ => Period::year_of(day),
    }
}

/// Half points as a file writes them.
pub(super) fn points(halves: Number) -> String {
    let sign = if halves < 0 { "-" } else { "" };
    format!("{sign}{}.{}", halves.abs() / 2, if halves % 2 == 0 { "0" } else { "5" })
}

/// Limits over each stretch, in whole points; those of a longer stretch leave no less room.
#[derive(Clone, Debug)]
pub(super) struct Limits(pub(super) [Option<Number>; 5]);

impl Limits {
    fn text(&self, key: &str) -> String {
        let pairs = STRETCHES.iter().zip(self.0).filter_map(|(stretch, limit)| Some(format!("{stretch} = {}", limit?)));
        let pairs: Vec<_> = pairs.collect();
        if pairs.is_empty() { String::new() } else { format!("{key} = {{ {} }}\n", pairs.join(", ")) }
    }
}

/// Limits that begin at some points and go so far in steps.
fn limits(least: Number, step: Number) -> impl Strategy<Value = Limits> {
    let up = step.signum();
    prop::collection::vec((prop::bool::weighted(0.4), 0..=step.abs()), 5).prop_map(move |steps| {
        let mut limit = least;
        let one = |(there, step): (bool, Number)| {
            limit += step * up;
            there.then_some(limit)
        };
        Limits(steps.into_iter().map(one).collect::<Vec<_>>().try_into().unwrap())
    })
}

/// The appraisal folded in.
#[derive(Clone, Debug)]
pub(super) enum Fold {
    No,
    Points([Number; 2]),
    Percent([Number; 2]),
}

/// The frame of a scheme.
#[derive(Clone, Debug)]
pub(super) struct Frame {
    /// One of `PERIODS`.
    pub(super) period: usize,
    pub(super) base: Number,
    pub(super) committee_base: Option<Number>,
    pub(super) ceiling: Limits,
    pub(super) floor: Limits,
    pub(super) carry: Option<(Number, Option<Number>)>,
    pub(super) fold: Fold,
}

/// A whole scheme; with another frame from a day on, and the second form of an item.
#[derive(Clone, Debug)]
pub(super) struct Scheme {
    pub(super) frame: Frame,
    pub(super) change: Option<(Number, Frame)>,
    pub(super) item_ceilings: [Limits; 4],
    pub(super) item_floors: [Limits; 3],
    pub(super) category_ceilings: [Limits; 3],
    pub(super) category_floors: [Limits; 3],
}

/// The categories, in the order of their limits.
pub(super) const CATEGORIES: [&str; 3] = ["life", "hand", "work"];

fn frame() -> impl Strategy<Value = Frame> {
    let fold = prop_oneof![
        Just(Fold::No),
        [-5..20_i64, 0..20_i64].prop_map(Fold::Points),
        [50..200_i64, 0..120_i64].prop_map(Fold::Percent),
    ];
    let carry = prop::option::of((1..101_i64, prop::option::of(1..10_i64)));
    let bases = (0..40_i64, prop::option::of(0..40_i64));
    let frame = (0..3_usize, bases, limits(40, 60), limits(0, -10), carry, fold);
    frame.prop_map(|(period, (base, committee_base), ceiling, floor, carry, fold)| {
        let fold = if period == 2 { fold } else { Fold::No };
        Frame { period, base, committee_base, ceiling, floor, carry, fold }
    })
}

pub(super) fn scheme() -> impl Strategy<Value = Scheme> {
    let change = prop::option::weighted(0.4, (1..365_i64, frame()));
    let item_ceilings = [limits(3, 10), limits(1, 4), limits(2, 6), limits(20, 30)];
    let item_floors = [limits(-2, -6), limits(-1, -4), limits(-20, -30)];
    let category_ceilings = [limits(3, 20), limits(20, 30), limits(3, 10)];
    let category_floors = [limits(0, -10), limits(0, -30), limits(0, -6)];
    let all = (frame(), change, item_ceilings, item_floors, category_ceilings, category_floors);
    all.prop_map(|(frame, change, item_ceilings, item_floors, category_ceilings, category_floors)| Scheme {
        frame,
        change,
        item_ceilings,
        item_floors,
        category_ceilings,
        category_floors,
    })
}

impl Frame {
    fn text(&self, from: Day, until: Option<Day>) -> String {
        let mut text =
            format!("[[scheme]]\nfrom = {from}\nperiod = \"{}\"\nbase = {}\n", PERIODS[self.period], self.base);
        if let Some(until) = until {
            text += &format!("until = {until}\n");
        }
        if let Some(base) = self.committee_base {
            text += &format!("class-base = [{{ class = \"committee\", base = {base} }}]\n");
        }
        if let Some((percent, most)) = self.carry {
            let most = most.map_or(String::new(), |most| format!(", most = {most}"));
            text += &format!("carry = {{ percent = {percent}{most} }}\n");
        }
        text += &self.ceiling.text("ceiling");
        text += &self.floor.text("floor");
        let grades = |key: &str, [excellent, qualified]: [Number; 2]| {
            format!(
                "appraisal = {{ grades = [{{ grade = \"excellent\", {key} = {excellent} }}, {{ grade = \"qualified\", {key} = {qualified} }}] }}\n"
            )
        };
        text + &match self.fold {
            Fold::No => String::new(),
            Fold::Points(worth) => grades("points", worth),
            Fold::Percent(worth) => grades("percent", worth),
        }
    }
}

impl Scheme {
    /// The frame of a day.
    pub(super) fn frame_on(&self, number: Number) -> &Frame {
        self.change.as_ref().filter(|(from, _)| *from <= number).map_or(&self.frame, |(_, frame)| frame)
    }

    /// What presence at a meeting brings, in half points: more under the second form of its item.
    pub(super) fn met(&self, number: Number) -> Number {
        if self.change.as_ref().is_some_and(|(from, _)| *from <= number) { 6 } else { 5 }
    }

    /// `rules/points.toml`.
    pub(super) fn text(&self) -> String {
        let first = day(0);
        let (until, changed) = match &self.change {
            Some((from, frame)) => (Some(day(*from - 1)), frame.text(day(*from), None)),
            None => (None, String::new()),
        };
        let mut text = self.frame.text(first, until) + &changed + "[[mark]]\nid = \"city\"\nname = \"city\"\n";
        for (at, category) in CATEGORIES.iter().enumerate() {
            let (ceiling, floor) = (&self.category_ceilings[at], &self.category_floors[at]);
            text += &format!("[[category]]\nid = \"{category}\"\nname = \"{category}\"\n");
            text += &(ceiling.text("ceiling") + &floor.text("floor"));
        }
        let mut item = |id: &str, category: usize, from: Day, more: String| {
            let category = CATEGORIES[category];
            text += &format!(
                "[[item]]\nid = \"{id}\"\nname = \"{id}\"\ncategory = \"{category}\"\nfrom = {from}\n{more}\n"
            );
        };
        let ceiling = |at: usize| self.item_ceilings[at].text("ceiling");
        let floor = |at: usize| self.item_floors[at].text("floor");
        let double = "double = { marks = [\"city\"], links = [\"criminal-investigation\"] }\n";
        let met = "attendance = { kinds = [\"group\"], states = [\"present\"] }\n";
        let met = |points: &str| format!("points = {points}\n{met}{double}{}", ceiling(0));
        match &self.change {
            Some((from, _)) => {
                item("met", 0, first, format!("until = {}\n{}", day(*from - 1), met("2.5")));
                item("met", 0, day(*from), met("3"));
            }
            None => item("met", 0, first, met("2.5")),
        }
        let missed = "points = -1.5\nattendance = { kinds = [\"group\"], states = [\"absent\"] }\n";
        item("missed", 0, first, format!("{missed}{}", floor(0)));
        item("led", 0, first, "points = 0.5\nrole = { kinds = [\"group\"], roles = [\"chair\"] }\n".into());
        item("hand", 1, first, format!("range = [-20, 20]\n{double}{}{}", ceiling(3), floor(2)));
        item("fixed", 1, first, "points = 3\ndouble = { marks = [\"city\"] }\n".into());
        item("out", 1, first, "veto = true\n".into());
        let hours = "points = 1\nstudy = { kinds = [\"collective\"], hours = 2 }\n";
        item("hours", 2, first, format!("{hours}{}", ceiling(1)));
        item("trained", 2, first, "points = 3\nstudy = { kinds = [\"training\"] }\n".into());
        let rate = "rate = { kinds = [\"group\"], least = 60, over = \"quarter\" }\n";
        item("regular", 2, first, format!("points = 2\n{rate}"));
        item("paid", 2, first, "points = 0.5\ndues = \"in-time\"\n".into());
        item("paid-late", 2, first, format!("points = -1\ndues = \"late\"\n{}", floor(1)));
        let double = "double = { links = [\"criminal-investigation\"] }\n";
        item("mended", 2, first, format!("points = 2\nproblem = \"in-time\"\n{double}{}", ceiling(2)));
        item("mended-late", 2, first, "points = -2\nproblem = \"late\"\n".into());
        text
    }
}
