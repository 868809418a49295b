//! What this program came to count differently, of figures that people had seen: closed months and posted lists of
//! earlier days may come to something else by it.

use crate::record::Day;
use crate::words::{self, Text};

/// One thing that is counted differently since a day.
struct Recount {
    year: i32,
    month: u32,
    day: u32,
    /// The tables whose figures change by it.
    tables: &'static [&'static str],
    what: fn() -> Text,
}

/// All there are, by day: a change of a figure gets its row here, and its line in the changelog.
const RECOUNTS: [Recount; 5] = [
    Recount { year: 2026, month: 11, day: 30, tables: &["attendance", "points"], what: words::recounted_exempt },
    Recount { year: 2026, month: 11, day: 30, tables: &["attendance", "meetings"], what: words::recounted_due },
    Recount { year: 2026, month: 11, day: 30, tables: &["members"], what: words::recounted_posts },
    Recount { year: 2026, month: 11, day: 30, tables: &["points"], what: words::recounted_carried },
    Recount { year: 2026, month: 11, day: 30, tables: &["points"], what: words::recounted_since },
];

/// What of a table is counted differently since it was settled on a day; none where nothing is.
pub fn recounted(table: &str, settled: Day) -> Option<Text> {
    let later = RECOUNTS.iter().filter(|one| one.tables.contains(&table));
    let later = later.filter_map(|one| Some((Day::new(one.year, one.month, one.day)?, one)));
    let later: Vec<_> = later.filter(|(day, _)| *day > settled).collect();
    let (last, _) = later.last()?;
    Some(words::recounted(last, Text::list(later.iter().map(|(_, one)| (one.what)()))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_settled_before_a_change_may_differ_by_it() {
        let day = |day| Day::new(2026, 11, day).expect("a day");
        let told = |table, settled| recounted(table, settled).map(|text| text.get(words::Lang::En).to_owned());
        assert_eq!(told("points", day(30)), None);
        assert_eq!(told("duties", day(1)), None);
        let members = "figures from before 2026-11-30 may also differ because this version counts differently: a person who leaves, or a leader who moves to another group, gives up the post";
        assert_eq!(told("members", day(29)).as_deref(), Some(members));
        let points = told("points", day(1)).expect("three");
        assert!(points.contains("costs no points, the share carried over") && !points.contains("gives up"), "{points}");
    }

    #[test]
    fn they_stand_by_day_and_each_on_a_day_that_is() {
        let days: Vec<_> = RECOUNTS.iter().map(|one| Day::new(one.year, one.month, one.day)).collect();
        assert!(days.iter().all(Option::is_some) && days.is_sorted());
    }
}
