//! What is recorded already, known by content and count.

use std::collections::BTreeMap;

/// Something that is recorded, or that a row says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// What makes it the same thing, though the rest be corrected: the day, the person, the item.
    pub key: Vec<String>,
    /// The rest, field by field, as far as the table has it.
    pub rest: Vec<Option<String>>,
    /// Whether it counts no more. A row that says the same is known, but none corrects it.
    pub struck: bool,
}

/// What a row is to the records.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Match {
    /// Nothing says so yet.
    New,
    /// The same stands there: the one of this place.
    Same(usize),
    /// The one of this place is recorded otherwise.
    Changed(usize),
}

/// What each row is to the records: each record is of one row at most, so that two rows that say the same are two.
/// Rows that say exactly what is recorded come first; of the others, those are corrections that have a record of the
/// same key left, in the order of the rows.
pub fn compare(rows: &[Known], records: &[Known]) -> Vec<Match> {
    let mut matches = vec![Match::New; rows.len()];
    let mut used = vec![false; records.len()];
    type Whole<'a> = (&'a [String], &'a [Option<String>]);
    let mut same: BTreeMap<Whole<'_>, Vec<usize>> = BTreeMap::new();
    // Taken from the end: those that count before those that are struck, each in their order.
    for struck in [true, false] {
        for (at, one) in records.iter().enumerate().rev().filter(|(_, one)| one.struck == struck) {
            same.entry((&one.key, &one.rest)).or_default().push(at);
        }
    }
    for (row, is) in rows.iter().zip(&mut matches) {
        if let Some(at) = same.get_mut(&(&row.key[..], &row.rest[..])).and_then(Vec::pop) {
            used[at] = true;
            *is = Match::Same(at);
        }
    }
    let mut left: BTreeMap<&[String], Vec<usize>> = BTreeMap::new();
    for (at, one) in records.iter().enumerate().rev().filter(|(at, one)| !used[*at] && !one.struck) {
        left.entry(&one.key).or_default().push(at);
    }
    for (row, is) in rows.iter().zip(&mut matches).filter(|(_, is)| **is == Match::New) {
        if let Some(at) = left.get_mut(&row.key[..]).and_then(Vec::pop) {
            *is = Match::Changed(at);
        }
    }
    matches
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known(text: &str) -> Vec<Known> {
        let one = |word: &str| {
            let (word, struck) = word.strip_prefix('~').map_or((word, false), |word| (word, true));
            let (key, rest) = word.split_once('=').unwrap_or((word, ""));
            Known { key: vec![key.into()], rest: vec![Some(rest.into())], struck }
        };
        text.split_whitespace().map(one).collect()
    }

    #[track_caller]
    fn case(rows: &str, records: &str, expected: &str) {
        let told = compare(&known(rows), &known(records)).into_iter().map(|is| match is {
            Match::New => "new".to_owned(),
            Match::Same(at) => format!("={at}"),
            Match::Changed(at) => format!("~{at}"),
        });
        assert_eq!(told.collect::<Vec<_>>().join(" "), expected, "{rows} | {records}");
    }

    #[test]
    fn rows_are_known_by_content_and_count() {
        case("a=1 b=1", "", "new new");
        case("a=1 b=1", "b=1 a=1", "=1 =0");
        case("a=1 a=1", "a=1", "=0 new");
        case("a=1 a=1", "a=1 a=1", "=0 =1");
        case("a=1", "a=1 a=1", "=0");
        case("a=2", "a=1", "~0");
        case("a=2 a=1", "a=1", "new =0");
        case("a=3 a=2", "a=1", "~0 new");
        case("a=3 a=2 a=1", "a=1 a=9", "~1 new =0");
        case("b=1", "a=1", "new");
    }

    #[test]
    fn what_is_struck_is_known_but_never_corrected() {
        case("a=1", "~a=1", "=0");
        case("a=1", "~a=1 a=1", "=1");
        case("a=1 a=1", "~a=1 a=1", "=1 =0");
        case("a=2", "~a=1", "new");
    }
}
