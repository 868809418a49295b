//! The measures of a package, read line by line.

use std::collections::BTreeMap;

use crate::report::Amount;
use crate::words::{self, Text};

/// The file of the measures in a package.
pub const MEASURES: &str = "measures.csv";

/// The columns that are read; a later program only adds some behind them.
const COLUMNS: [&str; 9] =
    ["period", "figure", "figure_name", "group", "kind", "numerator", "denominator", "unit", "nature"];

/// A line of the measures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Measured {
    /// The line it stands in, from 1.
    pub line: usize,
    /// What is measured: `attendance`.
    pub figure: String,
    /// What it is called.
    pub name: String,
    /// The group; empty where there is none.
    pub group: String,
    /// The kind: of a meeting, a standing, a duty, a band; empty where there is none.
    pub kind: String,
    /// The part.
    pub part: Amount,
    /// The whole it is part of.
    pub whole: Option<Amount>,
    /// What it is counted in: `people`, `money`.
    pub unit: String,
    /// Whether it is as it was on the last day, and adds up over groups and branches alone.
    pub is_stock: bool,
}

/// The measures of a month.
///
/// # Errors
/// Columns or a line that no measures have.
pub fn measured(text: &str, period: &str) -> Result<Vec<Measured>, Text> {
    let lines = Lines::of(text, &COLUMNS).ok_or_else(|| words::not_measures(MEASURES, 1_usize))?;
    let read = |(line, cells): (usize, Option<Vec<String>>)| {
        let one = cells.and_then(|cells| read_line(line, cells, period));
        one.ok_or_else(|| words::not_measures(MEASURES, line))
    };
    let measures = lines.map(read).collect::<Result<Vec<_>, _>>()?;
    let mut keys = BTreeMap::new();
    for one in &measures {
        if keys.insert((&one.figure, &one.group, &one.kind), one.line).is_some() {
            return Err(words::measured_twice(MEASURES, one.line));
        }
    }
    Ok(measures)
}

fn read_line(line: usize, cells: Vec<String>, of: &str) -> Option<Measured> {
    let [period, figure, name, group, kind, part, whole, unit, nature]: [String; 9] =
        cells.into_iter().take(COLUMNS.len()).collect::<Vec<_>>().try_into().ok()?;
    let is_id = |text: &str| text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'));
    let is_stock = match nature.as_str() {
        "stock" => true,
        "flow" => false,
        _ => return None,
    };
    let sound = period == of && !figure.is_empty() && [&figure, &group, &kind].into_iter().all(|text| is_id(text));
    let whole = if whole.is_empty() { None } else { Some(Amount::read(&whole, &unit)?) };
    let part = Amount::read(&part, &unit)?;
    sound.then_some(Measured { line, figure, name, group, kind, part, whole, unit, is_stock })
}

/// The lines of a table as text that begins with columns that are known; others may stand behind them.
pub(super) struct Lines<'t> {
    records: csv::StringRecordsIntoIter<&'t [u8]>,
    columns: usize,
    text: &'t str,
    /// So many bytes were looked at, and the line they end in.
    seen: (usize, usize),
}

impl<'t> Lines<'t> {
    /// The lines; none where the columns are others.
    pub(super) fn of(text: &'t str, columns: &[&str]) -> Option<Self> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
        let headings = reader.headers().ok()?.clone();
        let fits = text.is_empty() || headings.iter().take(columns.len()).eq(columns.iter().copied());
        fits.then(|| Self { records: reader.into_records(), columns: columns.len(), text, seen: (0, 1) })
    }

    /// The line in which the next record begins: what it is read from may still stand before the end of the last one.
    fn line(&mut self) -> usize {
        let at = usize::try_from(self.records.reader().position().byte()).unwrap_or(usize::MAX).min(self.text.len());
        let rest = &self.text.as_bytes()[at..];
        let begin = at + rest.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        let newlines = self.text.as_bytes()[self.seen.0..begin].iter().filter(|byte| **byte == b'\n').count();
        self.seen = (begin, self.seen.1 + newlines);
        self.seen.1
    }
}

impl Iterator for Lines<'_> {
    type Item = (usize, Option<Vec<String>>);

    fn next(&mut self) -> Option<Self::Item> {
        let line = self.line();
        let record = self.records.next()?;
        let cells = record.ok().filter(|record| record.len() >= self.columns);
        Some((line, cells.map(|record| record.iter().map(str::to_owned).collect())))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = "period,figure,figure_name,group,kind,numerator,denominator,unit,nature";

    #[test]
    fn measures_are_read_with_their_lines() {
        let text = format!(
            "{HEAD},later\r\n2026-10,attendance,attendance,a,group,2,3,people,flow,x\r\n2026-10,dues_paid,dues,,,45.50,50.00,money,flow,\r\n"
        );
        let measures = measured(&text, "2026-10").expect("measures");
        let told: Vec<_> = measures
            .iter()
            .map(|one| (one.line, &*one.figure, one.part.tenths_of(one.whole.expect("a whole"))))
            .collect();
        assert_eq!(told, [(2, "attendance", Some(667)), (3, "dues_paid", Some(910))]);
    }

    #[test]
    fn what_is_no_measure_is_told_with_its_line() {
        let line = "2026-10,people,people,a,full,2,,people,stock";
        for (text, wrong) in [
            ("figure,period\n".to_owned(), 1),
            (format!("{HEAD}\n{line}\n{}\n", line.replace(",2,", ",many,")), 3),
            (format!("{HEAD}\n{}\n", line.replace("2026-10", "2026-09")), 2),
            (format!("{HEAD}\n{}\n", line.replace("stock", "both")), 2),
            (format!("{HEAD}\n{}\n", line.replace(",a,", ",../a,")), 2),
            (format!("{HEAD}\n2026-10,people\n"), 2),
            (format!("{HEAD}\n{line}\n{line}\n"), 3),
        ] {
            let told = measured(&text, "2026-10").expect_err(&text);
            assert!(told.get(words::Lang::En).contains(&format!(":{wrong}")), "{text}: {told:?}");
        }
    }
}
