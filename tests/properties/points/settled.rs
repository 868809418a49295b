//! Settlement: the same deeds in any order of days come to the same total, and that is the sum within its limits.

use proptest::prelude::*;
use zhibu::branch::Branch;
use zhibu::reckon::reckon;
use zhibu::record::{Day, MemberId, Period, Score};
use zhibu::rulebook::Rulebook;

use super::records::{filed, rules};

/// Least and most points of a sum.
type Bounds = (i64, i64);

/// Limits that leave room for one award of five and one deduction of four.
fn bounds() -> impl Strategy<Value = Bounds> {
    (-15..-4_i64, 5..20_i64)
}

/// Two items that award and two that deduct, in two categories, and limits on each, on the categories and on all.
#[derive(Clone, Debug)]
struct Limits {
    items: [Bounds; 4],
    categories: [Bounds; 2],
    all: Bounds,
}

/// What each item brings, and its category.
const ITEMS: [(i64, usize); 4] = [(5, 0), (-4, 0), (3, 1), (-2, 1)];

fn text(limits: &Limits) -> String {
    let both = |(least, most): Bounds| {
        format!(
            "floor = {{ month = {least}, at = \"settlement\" }}\nceiling = {{ month = {most}, at = \"settlement\" }}\n"
        )
    };
    let mut text = format!("[[scheme]]\nfrom = 2026-01-01\nperiod = \"month\"\n{}", both(limits.all));
    for (at, bounds) in limits.categories.iter().enumerate() {
        text += &format!("[[category]]\nid = \"c{at}\"\nname = \"c\"\n{}", both(*bounds));
    }
    for (at, ((points, category), (least, most))) in ITEMS.iter().zip(limits.items).enumerate() {
        text += &format!(
            "[[item]]\nid = \"i{at}\"\nname = \"i\"\ncategory = \"c{category}\"\nfrom = 2026-01-01\npoints = {points}\n"
        );
        text += &match points.is_negative() {
            true => format!("floor = {{ month = {least}, at = \"settlement\" }}\n"),
            false => format!("ceiling = {{ month = {most}, at = \"settlement\" }}\n"),
        };
    }
    text
}

/// What November comes to on a day, with each deed on a day of it; and whether what is told of it adds up.
fn total(limits: &Limits, deeds: &[(usize, u32)], on: u32) -> Score {
    let standing = "[[standing]]\nid = \"full\"\nname = \"x\"\nscored = true\n";
    let rulebook = Rulebook {
        branch: rules("branch.toml", standing),
        points: rules("points.toml", &text(limits)),
        ..Rulebook::default()
    };
    assert_eq!(rulebook.faults(), []);
    let mut branch = Branch::new(filed("zhibu.toml", "name = \"x\"\nschema = 1\n"), rulebook);
    let member = filed("members/x.toml", "name = \"x\"\n[[standing]]\nis = \"full\"\nfrom = 2010-01-01\n");
    branch.members = [(MemberId::new("x").unwrap(), member)].into_iter().collect();
    let line = |(at, (item, day)): (usize, &(usize, u32))| {
        format!("  {{ id = \"e{at:05}\", date = 2026-11-{day:02}, member = \"x\", item = \"i{item}\" }},\n")
    };
    let lines: String = deeds.iter().enumerate().map(line).collect();
    branch.ledgers.push(filed("points/2026-11.toml", &format!("entries = [\n{lines}]\n")));
    let november = Period::parse("2026-11").unwrap();
    let account = reckon(&branch, november, Day::new(2026, 11, on).unwrap()).pop().unwrap();
    let told: Score = account.lines.iter().map(|line| line.counted).sum();
    assert_eq!(told, account.total(november), "what is told adds up");
    assert!(account.lines.iter().all(|line| line.raw - line.cuts.iter().map(|cut| cut.taken).sum() == line.counted));
    told
}

proptest! {
    #![proptest_config(ProptestConfig { cases: crate::cases(200), ..ProptestConfig::default() })]

    #[test]
    fn the_order_of_days_makes_no_difference_to_what_is_settled(
        items in [bounds(), bounds(), bounds(), bounds()],
        categories in [bounds(), bounds()],
        all in bounds(),
        deeds in prop::collection::vec((0..4_usize, 1..31_u32), 0..30),
        days in prop::collection::vec(1..31_u32, 30),
    ) {
        let limits = Limits { items, categories, all };
        let within = |sum: i64, (least, most): Bounds| sum.clamp(least, most);
        let mut sums = [0; 2];
        for (at, (points, category)) in ITEMS.iter().enumerate() {
            let times = deeds.iter().filter(|(item, _)| *item == at).count() as i64;
            let (least, most) = limits.items[at];
            sums[*category] += if *points < 0 { (points * times).max(least) } else { (points * times).min(most) };
        }
        let sum: i64 = sums.iter().zip(categories).map(|(sum, bounds)| within(*sum, bounds)).sum();
        let expected = Score::whole(within(sum, all));
        prop_assert_eq!(total(&limits, &deeds, 30), expected);
        let moved: Vec<_> = deeds.iter().zip(days).map(|((item, _), day)| (*item, day)).collect();
        prop_assert_eq!(total(&limits, &moved, 30), expected, "the same deeds on other days");
        // On any day before, what is known is settled as if the month were over.
        let known: Vec<_> = deeds.iter().copied().filter(|(_, day)| *day <= 14).collect();
        prop_assert_eq!(total(&limits, &deeds, 14), total(&limits, &known, 30));
    }
}
