//! What a second return of a month says otherwise than the first.

use std::collections::BTreeMap;

use super::measured::Measured;
use crate::report::Amount;

/// A part, and the whole it is part of.
pub(super) type Said = (Amount, Option<Amount>);

/// A measure that is not as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// What is measured.
    pub figure: String,
    /// What it is called.
    pub name: String,
    /// The group; empty where there is none.
    pub group: String,
    /// The kind; empty where there is none.
    pub kind: String,
    /// What it was; none where it was not said.
    pub was: Option<Said>,
    /// What it is; none where it is said no more.
    pub now: Option<Said>,
}

/// What is otherwise in the measures of a month than it was.
pub fn differences(old: &[Measured], new: &[Measured]) -> Vec<Difference> {
    let mut all: BTreeMap<_, (Option<&Measured>, Option<&Measured>)> = BTreeMap::new();
    for one in old {
        all.entry((&one.figure, &one.group, &one.kind)).or_default().0 = Some(one);
    }
    for one in new {
        all.entry((&one.figure, &one.group, &one.kind)).or_default().1 = Some(one);
    }
    let said = |one: Option<&Measured>| one.map(|one| (one.part, one.whole));
    let difference = |((figure, group, kind), (was, now)): ((&String, &String, &String), _)| {
        let name = Option::or(now, was).map(|one: &Measured| one.name.clone()).unwrap_or_default();
        let (was, now) = (said(was), said(now));
        (was != now).then(|| Difference {
            figure: figure.clone(),
            name,
            group: group.clone(),
            kind: kind.clone(),
            was,
            now,
        })
    };
    all.into_iter().filter_map(difference).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desk::measured;

    #[test]
    fn a_correction_is_told_measure_by_measure() {
        let read = |rows: &str| {
            let head = "period,figure,figure_name,group,kind,numerator,denominator,unit,nature";
            let rows = rows.split(' ').map(|row| format!("2026-10,{row},flow\n")).collect::<String>();
            measured(&format!("{head}\n{rows}"), "2026-10").expect("measures")
        };
        let old = read("meetings,m,,a,2,,times linked,l,,a,1,2,times talks,t,,x,1,,times");
        let new = read("meetings,m,,a,3,,times linked,l,,a,1,2,times talks,t,,y,1,,times");
        let told = differences(&old, &new);
        let told: Vec<_> =
            told.iter().map(|one| (&*one.figure, &*one.kind, one.was.is_some(), one.now.is_some())).collect();
        assert_eq!(told, [("meetings", "a", true, true), ("talks", "x", true, false), ("talks", "y", false, true)]);
        assert_eq!(differences(&old, &old), []);
    }
}
