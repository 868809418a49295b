//! Two people change one ledger apart: the merge has what each of them did, once.

use std::collections::BTreeMap;
use std::fmt::Write;

use proptest::prelude::*;
use zhibu::record::RelPath;
use zhibu::store::{merge, sides};

/// The lines of a ledger by their ids, each with its points.
type Lines = BTreeMap<usize, u32>;

/// What is done to a line.
#[derive(Clone, Copy, Debug)]
enum Deed {
    Nothing,
    Edit(u32),
    TakeOut,
}

fn deeds() -> impl Strategy<Value = Vec<Deed>> {
    let deed = prop_oneof![3 => Just(Deed::Nothing), 2 => (2_u32..9).prop_map(Deed::Edit), 1 => Just(Deed::TakeOut)];
    prop::collection::vec(deed, 8)
}

/// A line that is there can be edited or taken out; one that is not can be added.
fn after(base: &Lines, deeds: &[Deed]) -> Lines {
    let mut lines = base.clone();
    for (id, deed) in deeds.iter().enumerate() {
        match deed {
            Deed::Nothing => {}
            Deed::Edit(points) => drop(lines.insert(id, *points)),
            Deed::TakeOut => drop(lines.remove(&id)),
        }
    }
    lines
}

fn text(lines: &Lines, comments: bool) -> String {
    let mut text = "# of November\nentries = [\n".to_owned();
    for (id, points) in lines {
        if comments && id % 3 == 0 {
            let _ = writeln!(text, "  # about {id}");
        }
        let _ = writeln!(
            text,
            "  {{ id = \"aaaaa{}\", date = 2026-11-{:02}, member = \"sun-lei\", item = \"commended\", points = {points} }},",
            ["a", "b", "c", "d", "e", "f", "g", "h"][*id],
            10 + id / 2
        );
    }
    if lines.is_empty() { "# of November\nentries = []\n".to_owned() } else { text + "]\n" }
}

/// What should come of it; none for a line that clashes.
fn expected(base: &Lines, ours: &Lines, theirs: &Lines) -> BTreeMap<usize, Option<u32>> {
    let line = |id: usize| {
        let [base, ours, theirs] = [base, ours, theirs].map(|lines| lines.get(&id).copied());
        match (base == ours, base == theirs) {
            _ if ours == theirs => ours.map(Some),
            (true, _) => theirs.map(Some),
            (_, true) => ours.map(Some),
            _ => Some(None),
        }
    };
    (0..8).filter_map(|id| Some((id, line(id)?))).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: crate::cases(2000), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_each_did_to_a_ledger_is_there_once(first in deeds(), ours in deeds(), theirs in deeds(), comments: bool) {
        let base = after(&Lines::new(), &first);
        let (ours, theirs) = (after(&base, &ours), after(&base, &theirs));
        let [of_base, of_ours, of_theirs] = [&base, &ours, &theirs].map(|lines| text(lines, comments));
        let path = RelPath::new("points/2026-11.toml").unwrap();
        let merged = merge(&path, &of_base, &of_ours, &of_theirs).expect("it reads");
        let expected = expected(&base, &ours, &theirs);
        let clashing = expected.values().filter(|line| line.is_none()).count();
        prop_assert_eq!(merged.clashes().count(), clashing, "{}", merged.text());
        if clashing == 0 {
            let lines: Lines = expected.into_iter().map(|(id, points)| (id, points.unwrap())).collect();
            if !lines.is_empty() {
                prop_assert_eq!(merged.text(), text(&lines, comments));
            }
            let turned = merge(&path, &of_base, &of_theirs, &of_ours).expect("it reads");
            prop_assert_eq!(turned.text(), merged.text());
        } else {
            let parted = sides(&merged.text()).expect("marks in order");
            let again = merge(&path, &of_base, &parted.ours, &parted.theirs).expect("it reads");
            prop_assert_eq!(again.text(), merged.text(), "a merge that is looked at again is the same");
        }
    }
}
