//! Any records of a year: what happened, as files and as the lines that are expected of it.

use std::collections::BTreeMap;

use proptest::prelude::*;
use zhibu::branch::{Branch, Filed};
use zhibu::record::{MemberId, Month, RelPath, Shape, Source, read};
use zhibu::rulebook::{Rulebook, Template};

use super::scheme::{Number, Scheme, day, points};

/// Who is there: one who joins in May, one who holds no post, one whose class is exempt from August on, the secretary.
pub(super) const PEOPLE: [&str; 4] = ["li-min", "sun-lei", "wu-lao", "zhao-gang"];
const JOINS: Number = 135;
const RETIRES: Number = 212;

/// The day of the month by which dues are to be paid.
const DUE: Number = 14;

/// What happened on a day of the year.
#[derive(Clone, Debug)]
pub(super) enum Event {
    Meeting { seats: [Seat; 4], chair: usize, marked: bool, linked: bool },
    Award { who: usize, halves: Number, marked: bool, linked: bool, struck: bool },
    Fixed { who: usize, marked: bool },
    Veto { who: usize },
    Study { who: usize, half_hours: Number, trained: bool, struck: bool },
    Paid { who: usize, month: Number, half: bool, struck: bool },
    Problem { who: usize, days: Number, closed: Option<Number>, linked: bool, struck: bool },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Seat {
    Present,
    Absent,
    Open,
}

/// The grades of a year, one for each.
pub(super) type Grades = [Option<&'static str>; 4];

pub(super) fn grades() -> impl Strategy<Value = Grades> {
    let grade = || prop::sample::select(vec![None, Some("excellent"), Some("qualified"), Some("basic")]);
    [grade(), grade(), grade(), grade()]
}

pub(super) fn event() -> impl Strategy<Value = Event> {
    let who = || 0..4_usize;
    let struck = || prop::bool::weighted(0.1);
    let seat = || prop::sample::select(vec![Seat::Present, Seat::Present, Seat::Absent, Seat::Open]);
    let seats = [seat(), seat(), seat(), seat()];
    prop_oneof![
        6 => (seats, who(), any::<bool>(), any::<bool>())
            .prop_map(|(seats, chair, marked, linked)| Event::Meeting { seats, chair, marked, linked }),
        6 => (who(), -40..=40_i64, any::<bool>(), any::<bool>(), struck())
            .prop_map(|(who, halves, marked, linked, struck)| Event::Award { who, halves, marked, linked, struck }),
        2 => (who(), any::<bool>()).prop_map(|(who, marked)| Event::Fixed { who, marked }),
        1 => who().prop_map(|who| Event::Veto { who }),
        4 => (who(), 1..20_i64, any::<bool>(), struck())
            .prop_map(|(who, half_hours, trained, struck)| Event::Study { who, half_hours, trained, struck }),
        4 => (who(), 0..12_i64, any::<bool>(), struck())
            .prop_map(|(who, month, half, struck)| Event::Paid { who, month, half, struck }),
        4 => (who(), 0..60_i64, prop::option::of(0..90_i64), any::<bool>(), struck())
            .prop_map(|(who, days, closed, linked, struck)| Event::Problem { who, days, closed, linked, struck }),
    ]
}

/// What happened in a year: each on its day; and how everybody was appraised.
#[derive(Clone, Debug)]
pub(super) struct Year {
    pub(super) events: Vec<(Number, Event)>,
    pub(super) grades: Grades,
}

/// Whether somebody is scored on a day.
pub(super) fn is_scored(who: usize, number: Number) -> bool {
    match PEOPLE[who] {
        "li-min" => JOINS <= number,
        "wu-lao" => number < RETIRES,
        _ => true,
    }
}

/// The first of some days on which somebody is scored.
pub(super) fn first_scored(who: usize, mut days: impl Iterator<Item = Number>) -> Option<Number> {
    days.find(|number| is_scored(who, *number))
}

pub(super) fn filed<T: Shape>(path: &str, text: &str) -> Filed<T> {
    let source = Source::new(RelPath::new(path).unwrap(), text);
    let reading = read::<T>(&source);
    assert!(reading.faults.is_empty() && reading.notes.is_empty(), "{path}: {:?}\n{text}", reading.faults);
    Filed::new(source, reading.record.unwrap())
}

/// A rule file: the scheme, or as the template has it.
pub(super) fn rules<T: Shape>(name: &str, text: &str) -> Option<(Source, T)> {
    let filed = filed(&format!("rules/{name}"), text);
    Some((filed.source, *filed.record))
}

fn member(id: &str) -> String {
    let from = if id == "li-min" { day(JOINS).to_string() } else { "2010-01-01".into() };
    let more = match id {
        "wu-lao" => format!("[[class]]\nid = \"elder\"\nfrom = {}\n", day(RETIRES)),
        "zhao-gang" => "[[post]]\nid = \"secretary\"\nfrom = 2010-01-01\n".into(),
        _ => String::new(),
    };
    let group = "[[group]]\nid = \"g\"\nfrom = 2010-01-01\n";
    format!("name = \"{id}\"\n[[standing]]\nis = \"full\"\nfrom = {from}\n{group}{more}")
}

/// The dues of a month, and the payments for it, as they come.
type Paid = BTreeMap<(usize, Number), Vec<(Number, String, Number)>>;

impl Year {
    /// A branch of four people in one group.
    pub(super) fn branch(&self, scheme: &Scheme) -> Branch {
        let file = |name| Template::PartyBranch.files().iter().find(|(file, _)| *file == name).unwrap().1;
        let rulebook = Rulebook {
            appraisal: rules("appraisal.toml", file("appraisal.toml")),
            branch: rules("branch.toml", file("branch.toml")),
            dues: rules("dues.toml", file("dues.toml")),
            meetings: rules("meetings.toml", file("meetings.toml")),
            points: rules("points.toml", &scheme.text()),
            study: rules("study.toml", file("study.toml")),
            ..Rulebook::default()
        };
        let mut branch = Branch::new(filed("zhibu.toml", "name = \"x\"\nschema = 1\n"), rulebook);
        let person = |id: &&str| (MemberId::new(id).unwrap(), filed(&format!("members/{id}.toml"), &member(id)));
        branch.members = PEOPLE.iter().map(person).collect();
        self.file(&mut branch);
        branch
    }

    /// Puts what happened into the files of a branch.
    fn file(&self, branch: &mut Branch) {
        let mut ledgers: BTreeMap<Month, String> = BTreeMap::new();
        let mut study: BTreeMap<Month, String> = BTreeMap::new();
        let mut payments = String::new();
        for (at, (number, event)) in self.events.iter().enumerate() {
            let date = day(*number);
            let links = |linked: bool| if linked { ", links = [\"criminal-investigation\"]" } else { "" };
            let marks = |marked: bool| if marked { ", marks = [\"city\"]" } else { "" };
            let why = |struck: bool| if struck { ", struck = \"x\"" } else { "" };
            let head = |who: usize| format!("id = \"e{at:05}\", date = {date}, member = \"{}\"", PEOPLE[who]);
            let mut entry =
                |line: String| *ledgers.entry(Month::of(date)).or_default() += &format!("  {{ {line} }},\n");
            match event {
                Event::Meeting { seats, chair, marked, linked } => {
                    let of = |meant| PEOPLE.iter().zip(seats).filter(move |(_, seat)| **seat == meant);
                    let present: Vec<_> = of(Seat::Present).map(|(id, _)| format!("\"{id}\"")).collect();
                    let absent: Vec<_> = of(Seat::Absent).map(|(id, _)| format!("{{ member = \"{id}\" }}")).collect();
                    let more = marks(*marked).replace(", ", "\n") + &links(*linked).replace(", ", "\n");
                    let text = format!(
                        "kind = \"group\"\ngroup = \"g\"\ndate = {date}\nchair = \"{}\"\npresent = [{}]\nabsent = [{}]{more}\n",
                        PEOPLE[*chair],
                        present.join(", "),
                        absent.join(", "),
                    );
                    branch.meetings.push(filed(&format!("meetings/2026/{date}-group-g-{}.toml", at + 2), &text));
                }
                Event::Veto { who } => entry(head(*who) + ", item = \"out\""),
                Event::Fixed { who, marked } => entry(head(*who) + ", item = \"fixed\"" + marks(*marked)),
                Event::Award { who, halves, marked, linked, struck } => {
                    let worth = format!(", item = \"hand\", points = {}", points(*halves));
                    entry(head(*who) + &worth + links(*linked) + marks(*marked) + why(*struck));
                }
                Event::Study { who, half_hours, trained, struck } => {
                    let kind = if *trained { "training" } else { "collective" };
                    let what = format!(", hours = {}, kind = \"{kind}\"", points(*half_hours));
                    let line = format!("  {{ {}{what}{} }},\n", head(*who), why(*struck));
                    *study.entry(Month::of(date)).or_default() += &line;
                }
                Event::Paid { who, month, half, struck } => {
                    payments += &format!(
                        "  {{ id = \"e{at:05}\", month = \"2026-{:02}\", member = \"{}\", amount = \"{}\", paid = {date}{} }},\n",
                        month + 1,
                        PEOPLE[*who],
                        if *half { "20" } else { "40" },
                        why(*struck),
                    );
                }
                Event::Problem { who, days, closed, linked, struck } => {
                    let closed = closed.map(|after| number + after).filter(|closed| *closed < 365);
                    let closed = closed.map_or(String::new(), |closed| format!("closed = {}\n", day(closed)));
                    let text = format!(
                        "title = \"x\"\nfound = {date}\nowner = \"{}\"\ndeadline = {}\n{closed}{}{}\n",
                        PEOPLE[*who],
                        day(number + days),
                        links(*linked).replace(", ", ""),
                        why(*struck).replace(", ", "\n"),
                    );
                    branch.issues.push(filed(&format!("issues/2026/{date}-e{at:05}.toml"), &text));
                }
            }
        }
        for (month, lines) in ledgers {
            branch.ledgers.push(filed(&format!("points/{month}.toml"), &format!("entries = [\n{lines}]\n")));
        }
        for (month, lines) in study {
            branch.study.push(filed(&format!("study/{month}.toml"), &format!("entries = [\n{lines}]\n")));
        }
        let amount =
            |(at, id)| format!("  {{ id = \"a{at:05}\", member = \"{id}\", from = \"2026-01\", amount = \"40\" }},\n");
        let amounts: String = PEOPLE.iter().enumerate().map(amount).collect();
        branch.dues.push(filed("dues/2026.toml", &format!("amounts = [\n{amounts}]\npayments = [\n{payments}]\n")));
        let graded = PEOPLE.iter().zip(self.grades).enumerate().filter_map(|(at, (id, grade))| {
            let date = "date = 2027-01-10";
            Some(format!(
                "  {{ id = \"g{at:05}\", year = 2026, {date}, member = \"{id}\", grade = \"{}\" }},\n",
                grade?
            ))
        });
        let graded: String = graded.collect();
        branch.appraisals.push(filed("appraisals/2026.toml", &format!("entries = [\n{graded}]\n")));
    }

    /// What somebody's account has to have besides bases, shares, appraisals and vetoes: day, item and raw half points.
    pub(super) fn expected(&self, scheme: &Scheme, who: usize) -> Vec<(Number, &'static str, Number)> {
        let mut lines = Vec::new();
        let mut paid: Paid = BTreeMap::new();
        let times = |double: bool, halves: Number| if double { halves * 2 } else { halves };
        for (at, (number, event)) in self.events.iter().enumerate() {
            match *event {
                Event::Meeting { seats, chair, marked, linked } => {
                    match seats[who] {
                        Seat::Present => lines.push((*number, "met", times(marked || linked, scheme.met(*number)))),
                        Seat::Absent => lines.push((*number, "missed", -3)),
                        Seat::Open => {}
                    }
                    if chair == who {
                        lines.push((*number, "led", 1));
                    }
                }
                Event::Award { who: other, halves, marked, linked, struck: false } if other == who => {
                    lines.push((*number, "hand", times(marked || linked, halves)));
                }
                Event::Fixed { who: other, marked } if other == who => {
                    lines.push((*number, "fixed", times(marked, 6)));
                }
                Event::Veto { who: other } if other == who => lines.push((*number, "out", 0)),
                Event::Study { who: other, half_hours, trained, struck: false } if other == who => {
                    // A point for each two hours, so a half point for each whole hour.
                    let (item, halves) = if trained { ("trained", 6) } else { ("hours", half_hours / 2) };
                    lines.push((*number, item, halves));
                }
                Event::Paid { who: other, month, half, struck: false } if other == who => {
                    let amount = if half { 20 } else { 40 };
                    paid.entry((who, month)).or_default().push((*number, format!("e{at:05}"), amount));
                }
                Event::Problem { who: other, days, closed: Some(after), linked, struck: false }
                    if other == who && number + after < 365 =>
                {
                    let (item, halves) = if after <= days { ("mended", times(linked, 4)) } else { ("mended-late", -4) };
                    lines.push((number + after, item, halves));
                }
                _ => {}
            }
        }
        for ((_, month), mut payments) in paid {
            payments.sort();
            let mut sum = 0;
            let whole = payments.into_iter().find(|(_, _, amount)| {
                sum += amount;
                sum >= 40
            });
            if let Some((number, ..)) = whole {
                let first = (0..365).find(|number| i64::from(day(*number).month()) == month + 1).unwrap();
                let in_time = number <= first + DUE;
                lines.push((number, if in_time { "paid" } else { "paid-late" }, if in_time { 1 } else { -2 }));
            }
        }
        lines.extend((0..4).filter_map(|quarter| self.regular(who, quarter)));
        lines.retain(|(number, ..)| is_scored(who, *number));
        lines.sort();
        lines
    }

    /// What coming to three meetings of five in a quarter brings, on the last day of it on which somebody is scored.
    fn regular(&self, who: usize, quarter: i64) -> Option<(Number, &'static str, Number)> {
        let of_quarter = |number: &Number| (i64::from(day(*number).month()) - 1) / 3 == quarter;
        let last = (0..365).filter(|number| of_quarter(number) && is_scored(who, *number)).max()?;
        let days = self.events.iter().filter(|(number, _)| of_quarter(number) && is_scored(who, *number));
        let seats: Vec<_> = days
            .filter_map(|(_, event)| match event {
                Event::Meeting { seats, .. } => Some(seats[who]),
                _ => None,
            })
            .collect();
        let came = seats.iter().filter(|seat| **seat == Seat::Present).count();
        (!seats.is_empty() && came * 5 >= seats.len() * 3).then_some((last, "regular", 4))
    }
}
