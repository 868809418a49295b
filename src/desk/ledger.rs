//! What was taken: a line a return, in the order in which they came.

use super::measured::Lines;
use crate::error::{Failure, Fault, Place};
use crate::record::{BranchId, Day, Month, RelPath};
use crate::words;

/// The columns of the ledger.
const COLUMNS: [&str; 8] = ["period", "unit", "edition", "taken", "as_of", "seal", "sha256", "description"];

/// A return that was taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    /// The month.
    pub month: Month,
    /// The unit.
    pub unit: BranchId,
    /// The edition.
    pub edition: String,
    /// The day it was taken.
    pub taken: Day,
    /// The day its figures are of; none of a return that does not say it.
    pub as_of: Option<Day>,
    /// The code of the seal; none while the month was not closed.
    pub seal: Option<String>,
    /// The digest of the file that was handed in.
    pub sha256: String,
    /// The digest of what describes its tables, and has theirs.
    pub description: String,
}

impl Taken {
    /// The folder its files are in.
    pub fn folder(&self) -> String {
        package_folder(&self.unit, self.month, &self.edition)
    }
}

/// The folder of a unit's return of a month.
pub fn package_folder(unit: &BranchId, month: Month, edition: &str) -> String {
    format!("returns/{unit}/{month}-{edition}")
}

/// The file of what was taken for the months of a year.
pub fn ledger_path(year: i32) -> RelPath {
    RelPath::new(&format!("taken/{year}.csv")).unwrap_or_else(|| unreachable!("a year is part of a path"))
}

/// A return as a line of the ledger; before the first one stand the headings.
pub fn ledger_line(taken: &Taken, is_first: bool) -> String {
    let text = |text: Option<String>| text.unwrap_or_default();
    let cells = [
        taken.month.to_string(),
        taken.unit.to_string(),
        taken.edition.clone(),
        taken.taken.to_string(),
        text(taken.as_of.map(|day| day.to_string())),
        text(taken.seal.clone()),
        taken.sha256.clone(),
        taken.description.clone(),
    ];
    let heading = if is_first { COLUMNS.join(",") + "\n" } else { String::new() };
    format!("{heading}{}\n", cells.join(","))
}

/// Reads a ledger.
///
/// # Errors
/// Every line that is none.
pub fn read_ledger(text: &str, file: &RelPath) -> Result<Vec<Taken>, Failure> {
    let at = |line: usize| {
        let place = Place { file: file.clone(), line, column: 1, excerpt: None };
        Fault { place: Some(place), ..Fault::new("bad-ledger", words::not_a_line_of_ledger()) }
            .cure(words::cure_not_a_line_of_ledger())
    };
    let Some(lines) = Lines::of(text, &COLUMNS) else { return Err(at(1).into()) };
    let (mut taken, mut faults) = (Vec::new(), Vec::new());
    for (line, cells) in lines {
        match cells.as_deref().and_then(read_line) {
            Some(one) => taken.push(one),
            None => faults.push(at(line)),
        }
    }
    if faults.is_empty() { Ok(taken) } else { Err(Failure::of(faults)) }
}

fn read_line(cells: &[String]) -> Option<Taken> {
    let [month, unit, edition, taken, as_of, seal, sha256, description] = cells else { return None };
    let is_plain = |text: &str| text.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    Some(Taken {
        month: Month::parse(month)?,
        unit: BranchId::new(unit)?,
        edition: Some(edition.clone()).filter(|edition| !edition.is_empty() && is_plain(edition))?,
        taken: Day::parse(taken)?,
        as_of: if as_of.is_empty() { None } else { Some(Day::parse(as_of)?) },
        seal: Some(seal.clone()).filter(|seal| !seal.is_empty()),
        sha256: sha256.clone(),
        description: description.clone(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_taken_is_read_back() {
        let taken = Taken {
            month: Month::new(2026, 10).expect("a month"),
            unit: BranchId::new("k7p2m4").expect("an id"),
            edition: "counts".into(),
            taken: Day::new(2026, 11, 5).expect("a day"),
            as_of: None,
            seal: Some("AAAA-BBBB".into()),
            sha256: "00".into(),
            description: "11".into(),
        };
        let text = ledger_line(&taken, true) + &ledger_line(&taken, false);
        let path = ledger_path(2026);
        assert_eq!(read_ledger(&text, &path).expect("a ledger"), [taken.clone(), taken]);
        assert_eq!(read_ledger("", &path).expect("nothing"), []);
        for bad in ["x\n", "period,unit\n", &text.replace("2026-11-05", "gestern"), &text.replace("counts", "../x")] {
            assert!(read_ledger(bad, &path).is_err(), "{bad}");
        }
    }
}
