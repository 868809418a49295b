//! Lines of ledgers: written as they are declared, and known by the list they stand in.

use super::{At, EntryId, Value, Visit};

/// A table that is written on one line.
pub trait Line {
    /// Its keys and values, in the order of the declaration; those that say nothing are left out.
    fn pairs(&self) -> Vec<(&'static str, Value)>;

    /// The table.
    fn value(&self) -> Value {
        Value::Line(self.pairs())
    }
}

/// A line of a list of a ledger.
pub trait Listed: Line + Visit + Sized {
    /// The ledger.
    type File: LineFile;
    /// The key of the list.
    const LIST: &'static str;

    /// The list.
    fn list(file: &Self::File) -> &[Self];
}

/// A file that has a record on each line.
pub trait LineFile {
    /// The ids of all its lines, struck ones too.
    fn ids(&self) -> Vec<&At<EntryId>>;
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::{
        Acceptance, Appraisal, Approved, Entry, Exemplar, Export, Figure, Objection, Payment, PlanItem, Posting,
        RelPath, Request, Shape, Source, Study, Talk, read,
    };

    /// A line, read and written again.
    fn again<L: Listed>(line: &str)
    where
        L::File: Shape,
    {
        let text = format!("{} = [\n  {line},\n]\n", L::LIST);
        let file = read::<L::File>(&Source::new(RelPath::new("a.toml").expect("a path"), text));
        let file = file.record.unwrap_or_else(|| panic!("{line}: {:?}", file.faults));
        assert_eq!(L::list(&file)[0].value().to_string(), line);
        assert_eq!(file.ids().iter().map(|id| id.as_str()).collect::<Vec<_>>(), ["k7p2m4"]);
    }

    /// The same of a line with every key there is.
    fn whole<L: Listed + Shape>(line: &str)
    where
        L::File: Shape,
    {
        again::<L>(line);
        let missing: Vec<_> = L::KEYS.iter().filter(|key| !line.contains(&format!(" {key} = "))).collect();
        assert!(missing.is_empty(), "{missing:?}: {line}");
    }

    #[test]
    fn what_is_read_is_written_again() {
        whole::<Entry>(
            r#"{ id = "k7p2m4", date = 2026-11-05, member = "li", item = "help", points = -2.5, links = ["safety", "law"], campaign = "study", marks = ["city"], note = "a \"word\"", by = "wu", declared = 2026-11-05, confirmed = 2026-11-06, confirmed-by = "wu", answers = "abcdef", struck = "twice" }"#,
        );
        whole::<Posting>(
            r#"{ id = "k7p2m4", period = "2026-10", date = 2026-11-01, until = 2026-11-06, rules = "ab", figures = "cd", by = "wu", closed = 2026-11-07, struck = "anew" }"#,
        );
        whole::<Objection>(
            r#"{ id = "k7p2m4", period = "2026Q3", date = 2026-11-01, member = "li", about = "abcdef", why = "late", answered = 2026-11-02, declined = "no", struck = "twice" }"#,
        );
        whole::<Study>(
            r#"{ id = "k7p2m4", date = 2026-11-05, member = "li", hours = 1.5, kind = "own", title = "a book", campaign = "study", reflection = { file = "evidence/2026/a.txt", sha256 = "ab" }, note = "n", by = "wu", struck = "twice" }"#,
        );
        whole::<Talk>(
            r#"{ id = "k7p2m4", date = 2026-11-05, who = "wu", with = "li", reason = "leave", place = "office", by = "wu", struck = "twice" }"#,
        );
        whole::<Approved>(
            r#"{ id = "k7p2m4", member = "li", from = "2026-01", amount = "48.00", note = "n", by = "wu", struck = "twice" }"#,
        );
        whole::<Payment>(
            r#"{ id = "k7p2m4", month = "2026-11", member = "li", amount = "48.50", paid = 2026-11-05, by = "wu", note = "n", struck = "twice" }"#,
        );
        whole::<PlanItem>(
            r#"{ id = "k7p2m4", from = 2026-11-01, until = 2026-11-30, what = "a visit", kind = "group", group = "office", owner = "li", links = ["law"], campaign = "study", note = "n", by = "wu", done = 2026-11-05, struck = "twice" }"#,
        );
        whole::<Request>(
            r#"{ id = "k7p2m4", date = 2026-11-05, what = "a list", asker = "the county", form = "paper", until = 2026-11-30, note = "n", by = "wu", delivered = 2026-11-06, as = "a table", hours = 2, struck = "twice" }"#,
        );
        whole::<Figure>(
            r#"{ id = "k7p2m4", date = 2026-11-05, measure = "cases", member = "li", group = "office", value = 3, note = "n", by = "wu", struck = "twice" }"#,
        );
        whole::<Acceptance>(
            r#"{ id = "k7p2m4", date = 2026-11-05, code = "open-seats", file = "meetings", record = "a", text = "b", about = "c", until = 2026-12-31, why = "known", by = "wu", struck = "twice" }"#,
        );
        whole::<Export>(
            r#"{ id = "k7p2m4", date = 2026-11-05, period = "2026-10", edition = "full", tables = ["dues"], to = "the county", sha256 = "ab", note = "n", by = "wu" }"#,
        );
        whole::<Appraisal>(
            r#"{ id = "k7p2m4", year = 2026, date = 2026-11-05, member = "li", grade = "good", conclusion = "c", ballots = 3, votes = [{ grade = "good", count = 3 }], told = 2026-11-06, struck = "twice" }"#,
        );
        whole::<Exemplar>(
            r#"{ id = "k7p2m4", date = 2026-11-05, member = "li", kind = "best", period = "2026", meeting = "2026-11-05-branch", why = "w", struck = "twice" }"#,
        );
    }

    #[test]
    fn what_says_nothing_is_left_out() {
        again::<Talk>(r#"{ id = "k7p2m4", date = 2026-11-05, who = "wu", with = "li" }"#);
    }
}
