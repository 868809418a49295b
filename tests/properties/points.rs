//! Points: whatever the records and the scheme, every line is told, the sum is the total, and the limits hold.

use std::collections::BTreeMap;

use proptest::prelude::*;
use zhibu::branch::{Branch, Filed};
use zhibu::reckon::{Account, Line, Origin, reckon, scored_periods};
use zhibu::record::{Day, MemberId, Month, Period, RelPath, Score, Shape, Source, read};
use zhibu::rulebook::{Rulebook, Template};

fn filed<T: Shape>(path: &str, text: &str) -> Filed<T> {
    let source = Source::new(RelPath::new(path).unwrap(), text);
    let reading = read::<T>(&source);
    assert!(reading.faults.is_empty(), "{path}: {:?}\n{text}", reading.faults);
    Filed { source, record: reading.record.unwrap() }
}

/// What a scheme says.
#[derive(Clone, Debug)]
struct Scheme {
    period: &'static str,
    base: i64,
    month_ceiling: Option<i64>,
    year_ceiling: Option<i64>,
    item_month: Option<i64>,
    item_year: Option<i64>,
    item_day: Option<i64>,
    category_quarter: Option<i64>,
    category_floor: Option<i64>,
    carry: Option<i64>,
}

/// What happened on a day of the year.
#[derive(Clone, Debug)]
enum Event {
    Meeting { present: [bool; 3], chair: usize },
    Award { who: usize, halves: i64, marked: bool },
    Veto { who: usize },
}

fn scheme() -> impl Strategy<Value = Scheme> {
    let limit = |least: i64, most: i64| prop::option::of(least..most);
    let periods = prop::sample::select(vec!["month", "quarter", "year"]);
    let frame = (periods, 0..40_i64, limit(40, 80), limit(80, 300), limit(1, 101));
    let items = (limit(3, 9), limit(9, 30), limit(3, 5), limit(20, 40), limit(-40, -20));
    (frame, items).prop_map(|((period, base, month_ceiling, year_ceiling, carry), items)| {
        let (item_month, item_year, item_day, category_quarter, category_floor) = items;
        Scheme {
            period,
            base,
            month_ceiling,
            year_ceiling,
            item_month,
            item_year,
            item_day,
            category_quarter,
            category_floor,
            carry,
        }
    })
}

fn event() -> impl Strategy<Value = Event> {
    prop_oneof![
        6 => (any::<[bool; 3]>(), 0..3_usize).prop_map(|(present, chair)| Event::Meeting { present, chair }),
        6 => (0..3_usize, -40..40_i64, any::<bool>()).prop_map(|(who, halves, marked)| Event::Award { who, halves, marked }),
        1 => (0..3_usize).prop_map(|who| Event::Veto { who }),
    ]
}

const PEOPLE: [&str; 3] = ["li-min", "sun-lei", "zhao-gang"];

impl Scheme {
    fn text(&self) -> String {
        let limits = |pairs: &[(&str, Option<i64>)]| {
            let pairs = pairs.iter().filter_map(|(key, limit)| Some(format!("{key} = {}", (*limit)?)));
            format!("{{ {} }}", pairs.collect::<Vec<_>>().join(", "))
        };
        let carry = self.carry.map_or(String::new(), |percent| format!("carry = {{ percent = {percent} }}\n"));
        format!(
            "[[scheme]]\nfrom = 2026-01-01\nperiod = \"{}\"\nbase = {}\n{carry}ceiling = {}\nfloor = {{ month = 0 }}\n
[[category]]\nid = \"c\"\nname = \"c\"\n
[[category]]\nid = \"h\"\nname = \"h\"\nceiling = {}\nfloor = {}\n
[[mark]]\nid = \"m\"\nname = \"m\"\n
[[item]]\nid = \"met\"\nname = \"met\"\ncategory = \"c\"\nfrom = 2026-01-01\npoints = 2.5\nceiling = {}
attendance = {{ kinds = [\"group\"], states = [\"present\"] }}\n
[[item]]\nid = \"led\"\nname = \"led\"\ncategory = \"c\"\nfrom = 2026-01-01\npoints = 0.5
role = {{ kinds = [\"group\"], roles = [\"chair\"] }}\n
[[item]]\nid = \"hand\"\nname = \"hand\"\ncategory = \"h\"\nfrom = 2026-01-01\nrange = [-20, 20]\ndouble = {{ marks = [\"m\"] }}\n
[[item]]\nid = \"out\"\nname = \"out\"\ncategory = \"h\"\nfrom = 2026-01-01\nveto = true\n",
            self.period,
            self.base,
            limits(&[("month", self.month_ceiling), ("year", self.year_ceiling)]),
            limits(&[("quarter", self.category_quarter)]),
            limits(&[("quarter", self.category_floor)]),
            limits(&[("day", self.item_day), ("month", self.item_month), ("year", self.item_year)]),
        )
    }
}

/// A branch of three people in one group.
fn branch(scheme: &Scheme, events: &[(u16, Event)]) -> Branch {
    let file = |name| Template::PartyBranch.files().iter().find(|(file, _)| *file == name).unwrap().1;
    let (roll, meetings) = (file("branch.toml"), file("meetings.toml"));
    let parts = |filed: Filed<_>| Some((filed.source, filed.record));
    let settings = filed("zhibu.toml", "name = \"x\"\nschema = 1\n");
    let rules = Rulebook {
        branch: parts(filed("rules/branch.toml", roll)),
        meetings: Some({
            let filed = filed("rules/meetings.toml", meetings);
            (filed.source, filed.record)
        }),
        points: Some({
            let filed = filed("rules/points.toml", &scheme.text());
            (filed.source, filed.record)
        }),
        ..Rulebook::default()
    };
    let mut branch = Branch::new(settings, rules);
    let person = |id: &&str| {
        let text = format!(
            "name = \"{id}\"\n[[standing]]\nis = \"full\"\nfrom = 2010-01-01\n[[group]]\nid = \"g\"\nfrom = 2010-01-01\n"
        );
        (MemberId::new(id).unwrap(), filed(&format!("members/{id}.toml"), &text))
    };
    branch.members = PEOPLE.iter().map(person).collect();
    let mut ledgers: BTreeMap<Month, Vec<String>> = BTreeMap::new();
    for (number, (day, event)) in events.iter().enumerate() {
        let day = Day::new(2026, 1, 1).unwrap().plus(u64::from(*day));
        match event {
            Event::Meeting { present, chair } => {
                let there = PEOPLE.iter().zip(present).filter(|(_, present)| **present);
                let there: Vec<_> = there.map(|(id, _)| format!("\"{id}\"")).collect();
                let text = format!(
                    "kind = \"group\"\ngroup = \"g\"\ndate = {day}\nchair = \"{}\"\npresent = [{}]\n",
                    PEOPLE[*chair],
                    there.join(", ")
                );
                branch.meetings.push(filed(&format!("meetings/2026/{day}-group-g-{}.toml", number + 2), &text));
            }
            Event::Veto { who } => ledgers.entry(Month::of(day)).or_default().push(format!(
                "  {{ id = \"e{number:05}\", date = {day}, member = \"{}\", item = \"out\" }},\n",
                PEOPLE[*who]
            )),
            Event::Award { who, halves, marked } => {
                let marks = if *marked { ", marks = [\"m\"]" } else { "" };
                let sign = if *halves < 0 { "-" } else { "" };
                let points = format!("{sign}{}.{}", halves.abs() / 2, if halves % 2 == 0 { "0" } else { "5" });
                ledgers.entry(Month::of(day)).or_default().push(format!(
                    "  {{ id = \"e{number:05}\", date = {day}, member = \"{}\", item = \"hand\", points = {points}{marks} }},\n",
                    PEOPLE[*who]
                ));
            }
        }
    }
    for (month, lines) in ledgers {
        branch.ledgers.push(filed(&format!("points/{month}.toml"), &format!("entries = [\n{}]\n", lines.concat())));
    }
    branch
}

/// The lines of an account in a form to compare.
fn told(account: &Account<'_>) -> Vec<(Day, String, Score, Score)> {
    let item = |line: &zhibu::reckon::Line<'_>| line.origin.item().map_or("base", |item| item.id.as_str()).to_owned();
    account.lines.iter().map(|line| (line.date, item(line), line.raw, line.counted)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn sums_hold_and_limits_hold(
        scheme in scheme(),
        events in prop::collection::vec((0..365_u16, event()), 0..60),
        turn in any::<prop::sample::Index>(),
    ) {
        let year = Period::year(2026).unwrap();
        let branch = branch(&scheme, &events);
        prop_assert!(branch.rules.faults().iter().all(|fault| fault.code == "rule-ceiling"));
        let accounts = reckon(&branch, year, year.last);
        prop_assert_eq!(accounts.len(), PEOPLE.len());

        let expected = |id: &str| {
            let lines = events.iter().map(|(_, event)| match event {
                Event::Meeting { present, chair } => {
                    usize::from(PEOPLE.iter().zip(present).any(|(other, there)| *other == id && *there))
                        + usize::from(PEOPLE[*chair] == id)
                }
                Event::Award { who, .. } | Event::Veto { who } => usize::from(PEOPLE[*who] == id),
            });
            let bases = match scheme.period { "month" => 12, "quarter" => 4, _ => 1 };
            lines.sum::<usize>() + bases + scheme.carry.map_or(0, |_| bases - 1)
        };
        for account in &accounts {
            let is_veto = |line: &&Line<'_>| matches!(line.origin, Origin::Veto(..));
            let vetoes = account.lines.iter().filter(is_veto).count();
            prop_assert_eq!(account.lines.len() - vetoes, expected(account.member.as_str()), "no line is lost");
            for scored in scored_periods(&branch, year) {
                if account.within(scored.days).any(|line| is_veto(&line)) {
                    prop_assert_eq!(account.total(scored.days), Score::ZERO, "a veto leaves nothing");
                }
            }
            let sum: Score = account.lines.iter().map(|line| line.counted).sum();
            prop_assert_eq!(sum, account.total(year));
            let months: Score = year.each_month().map(|month| account.total(month.period())).sum();
            prop_assert_eq!(months, account.total(year), "months add up to the year");
            for line in &account.lines {
                let cut: Score = line.cuts.iter().map(|cut| cut.taken).sum();
                prop_assert_eq!(line.raw - cut, line.counted, "what was cut is told");
            }
            // A veto takes what earlier months of its period brought.
            let within = |least: Score, sum: Score, most: Option<i64>| {
                (vetoes > 0 || sum >= least) && most.is_none_or(|most| sum <= Score::whole(most))
            };
            for quarter in [1, 4, 7, 10].map(|month| Period::quarter_of(Day::new(2026, month, 1).unwrap())) {
                let of_category = |line: &&Line<'_>| line.origin.item().is_some_and(|item| item.category.value == "h");
                let by_hand = account.within(quarter).filter(|line| of_category(line) && !is_veto(line));
                let sum: Score = by_hand.map(|line| line.counted).sum();
                prop_assert!(scheme.category_quarter.is_none_or(|most| sum <= Score::whole(most)));
                prop_assert!(scheme.category_floor.is_none_or(|least| sum >= Score::whole(least)));
            }
            for month in year.each_month() {
                prop_assert!(within(Score::ZERO, account.total(month.period()), scheme.month_ceiling));
                let met = |period: Period| -> Score {
                    let lines = account.within(period);
                    let met = lines.filter(|line| line.origin.item().is_some_and(|item| item.id.as_str() == "met"));
                    met.map(|line| line.counted).sum()
                };
                prop_assert!(within(Score::ZERO, met(month.period()), scheme.item_month));
                prop_assert!(within(Score::ZERO, met(year), scheme.item_year));
            }
            prop_assert!(within(Score::ZERO, account.total(year), scheme.year_ceiling));
        }

        let mut turned = branch.clone();
        let meetings = turned.meetings.len();
        if meetings > 0 {
            turned.meetings.rotate_left(turn.index(meetings));
        }
        turned.meetings.reverse();
        turned.ledgers.reverse();
        turned.ledgers.iter_mut().for_each(|ledger| ledger.record.entries.reverse());
        let again = reckon(&turned, year, year.last);
        for (account, again) in accounts.iter().zip(&again) {
            prop_assert_eq!(told(account), told(again), "the order on disk does not matter");
        }
    }
}
