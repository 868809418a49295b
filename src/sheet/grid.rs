//! The cells of a workbook's sheet, kept row by row within bounds; what a number in one of them is.

use std::collections::BTreeMap;

use calamine::{ExcelDateTime, ExcelDateTimeType};

use super::table::{CELLS, ROWS, Reading, short_enough, too_large, within};
use super::{Cell, Row, Sheet};
use crate::error::Failure;
use crate::record::{Clock, Day};
use crate::words::{self, Text};

/// How much text the cells of a sheet may have, in bytes: one text may stand in any number of them.
const TEXT: usize = 64 * 1024 * 1024;

/// The cells of a sheet, row by row.
#[derive(Default)]
pub(super) struct Grid {
    rows: BTreeMap<u32, Vec<Cell>>,
    /// How many there are, empty ones before others too.
    count: usize,
    /// How much text they have, in bytes.
    text: usize,
    /// How many of them a formula gave.
    formulas: usize,
    /// How many cells merged ones were looked for in.
    merged: usize,
    /// The rows that are hidden, from the first to the last.
    hidden_rows: Vec<(u32, u32)>,
    /// The columns that are hidden, from the first to the last.
    hidden_columns: Vec<(u32, u32)>,
}

impl Grid {
    /// Puts a cell where it belongs; row and column from 0.
    ///
    /// # Errors
    /// More than any table has that people make.
    pub(super) fn put(&mut self, row: u32, column: u32, cell: Cell) -> Result<(), Failure> {
        if cell.is_empty() {
            return Ok(());
        }
        if let Cell::Text(text) = &cell {
            short_enough(place(row), text)?;
            self.text += text.len();
            if self.text > TEXT {
                return Err(too_large(words::too_much_text(TEXT / 1024 / 1024)));
            }
        }
        let column = usize::try_from(column).unwrap_or(usize::MAX);
        within(self.rows.len(), column.saturating_add(1), self.count)?;
        let cells = self.rows.entry(row).or_default();
        if cells.len() <= column {
            self.count += column + 1 - cells.len();
            cells.resize(column + 1, Cell::Empty);
        }
        cells[column] = cell;
        Ok(())
    }

    /// Puts what a formula gave when it was reckoned last.
    ///
    /// # Errors
    /// As [`Grid::put`].
    pub(super) fn put_reckoned(&mut self, row: u32, column: u32, cell: Cell) -> Result<(), Failure> {
        self.formulas += 1;
        self.put(row, column, cell)
    }

    /// Fills a merged cell: what stands in its first row stands in all of them. Rows and columns from 0, the last ones
    /// included.
    ///
    /// # Errors
    /// As [`Grid::put`].
    pub(super) fn merge(&mut self, (first, last): (u32, u32), (left, right): (u32, u32)) -> Result<(), Failure> {
        let Some(head) = self.rows.get(&first).filter(|_| first < last) else { return Ok(()) };
        let place = |column: u32| usize::try_from(column).unwrap_or(usize::MAX);
        let width = head.len().min(place(right).saturating_add(1));
        let cells: Vec<_> =
            head.iter().take(width).enumerate().skip(place(left)).map(|(at, cell)| (at, cell.clone())).collect();
        let rows: Vec<_> = self.rows.range(first + 1..=last).map(|(row, _)| *row).take(ROWS).collect();
        self.merged = self.merged.saturating_add((rows.len() + 1).saturating_mul(cells.len() + 1));
        if self.merged > CELLS {
            return Err(too_large(words::too_many_rows(ROWS)));
        }
        for row in rows {
            for (column, cell) in &cells {
                let is_free = self.rows.get(&row).and_then(|cells| cells.get(*column)).is_none_or(Cell::is_empty);
                if is_free {
                    self.put(row, u32::try_from(*column).unwrap_or(u32::MAX), cell.clone())?;
                }
            }
        }
        Ok(())
    }

    /// Rows are hidden, from the first to the last.
    pub(super) fn hide_rows(&mut self, first: u32, last: u32) {
        self.hidden_rows.push((first, last));
    }

    /// Columns are hidden, from the first to the last.
    pub(super) fn hide_columns(&mut self, first: u32, last: u32) {
        self.hidden_columns.push((first, last));
    }

    /// How many rows and columns are hidden that have something in them.
    fn hidden(&self) -> (usize, usize) {
        let (rows, columns) = (&self.hidden_rows, &self.hidden_columns);
        let within = |ranges: &[(u32, u32)], at: u32| ranges.iter().any(|(first, last)| (*first..=*last).contains(&at));
        let rows = if rows.is_empty() { 0 } else { self.rows.keys().filter(|row| within(rows, **row)).count() };
        let width = self.rows.values().map(Vec::len).max().unwrap_or_default();
        let columns = (0..).zip(0..width).filter(|(at, _)| within(columns, *at)).count();
        (rows, columns)
    }

    /// How many rows there are from the first to the last that has something in it.
    pub(super) fn height(&self) -> u32 {
        self.rows.last_key_value().map_or(0, |(row, _)| row.saturating_add(1))
    }

    /// Puts the rows of another below these.
    ///
    /// # Errors
    /// As [`Grid::put`].
    pub(super) fn append(&mut self, other: Self) -> Result<(), Failure> {
        let below = self.height();
        for (row, cells) in other.rows {
            for (column, cell) in (0..).zip(cells) {
                self.put(row.saturating_add(below), column, cell)?;
            }
        }
        let shifted = |(first, last): (u32, u32)| (first.saturating_add(below), last.saturating_add(below));
        self.hidden_rows.extend(other.hidden_rows.into_iter().map(shifted));
        self.hidden_columns.extend(other.hidden_columns);
        Ok(())
    }

    /// All of it, as a sheet of a workbook.
    pub(super) fn sheet(self, name: &str, sheets: &[(&str, bool)]) -> Sheet {
        let form = words::form_sheet(words::shown(name), sheets.len());
        self.sheet_of(form, name, sheets)
    }

    /// All of it, and what it was read as.
    pub(super) fn sheet_of(self, form: Text, name: &str, sheets: &[(&str, bool)]) -> Sheet {
        let hidden = self.hidden();
        let rows = self.rows.into_iter().map(|(row, cells)| Row { number: place(row), cells });
        let form = if self.formulas == 0 { form } else { words::form_with_formulas(form, self.formulas) };
        let form = if hidden == (0, 0) { form } else { words::form_with_hidden(form, hidden.0, hidden.1) };
        let others =
            sheets.iter().filter(|(other, shown)| *shown && *other != name).map(|(other, _)| words::shown(other));
        Sheet { rows: rows.collect(), form, others: others.collect() }
    }
}

/// The number of a row as a spreadsheet shows it.
fn place(row: u32) -> usize {
    usize::try_from(row).unwrap_or(usize::MAX).saturating_add(1)
}

/// The place of the sheet that is named, else of one with a likely name, else of the first that is shown.
///
/// # Errors
/// Where there is none of that name.
pub(super) fn choose(sheets: &[(&str, bool)], how: Reading<'_>) -> Result<usize, Failure> {
    let is_likely = |(name, shown): &(&str, bool)| *shown && how.likely.iter().any(|likely| likely == name);
    let place = match how.sheet {
        Some(named) => sheets.iter().position(|(name, _)| *name == named),
        None => sheets
            .iter()
            .position(is_likely)
            .or_else(|| sheets.iter().position(|(_, shown)| *shown))
            .or((!sheets.is_empty()).then_some(0)),
    };
    place.ok_or_else(|| {
        let names = Text::list(sheets.iter().map(|(name, _)| Text::same(words::shown(name))));
        Failure::refused(words::no_sheet(words::shown(how.sheet.unwrap_or_default()))).cure(words::cure_known(names))
    })
}

/// How a spreadsheet shows a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shown {
    Number,
    Moment,
    Duration,
}

/// A number that is shown in a way.
pub(super) fn number(number: f64, shown: Shown, is_1904: bool) -> Cell {
    let kind = match shown {
        Shown::Number => return Cell::Number(digits(number)),
        Shown::Moment => ExcelDateTimeType::DateTime,
        Shown::Duration => ExcelDateTimeType::TimeDelta,
    };
    moment(ExcelDateTime::new(number, kind, is_1904))
}

/// A number in the fifteen digits a spreadsheet keeps.
pub(super) fn digits(number: f64) -> String {
    let kept: f64 = format!("{number:.14e}").parse().unwrap_or(number);
    kept.to_string()
}

/// A day; or hours, where there is no day.
pub(super) fn moment(moment: ExcelDateTime) -> Cell {
    let (year, month, day, hours, minutes, ..) = moment.to_ymd_hms_milli();
    if moment.is_duration() || moment.as_f64() < 1.0 {
        return Cell::Text(format!("{hours:02}:{minutes:02}"));
    }
    let day = Day::new(year.into(), month.into(), day.into());
    match (day, Clock::parse(&format!("{hours:02}:{minutes:02}"))) {
        (Some(day), Some(clock)) if hours > 0 || minutes > 0 => Cell::Moment(day, clock),
        (Some(day), _) => Cell::Day(day),
        (None, _) => Cell::Failed(digits(moment.as_f64())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_the_digits_people_typed() {
        for (number, expected) in
            [(5.0, "5"), (0.1 + 0.2, "0.3"), (45.5, "45.5"), (-2.0, "-2"), (20261105.0, "20261105")]
        {
            assert_eq!(digits(number), expected);
        }
    }

    #[test]
    fn numbers_are_days_where_they_are_shown_as_such() {
        let day = Cell::Day(Day::new(2026, 11, 5).expect("a day"));
        assert_eq!(number(46331.0, Shown::Number, false), Cell::Number("46331".into()));
        let evening = Clock::parse("18:00").expect("hours");
        assert_eq!(
            number(46331.75, Shown::Moment, false),
            Cell::Moment(Day::new(2026, 11, 5).expect("a day"), evening)
        );
        assert_eq!(number(44869.0, Shown::Moment, true), day);
        assert_eq!(number(0.8125, Shown::Moment, false), Cell::Text("19:30".into()));
        for odd in [-5.0, 1e300, f64::NAN, f64::INFINITY] {
            assert!(!matches!(number(odd, Shown::Moment, false), Cell::Day(_)), "{odd}");
        }
    }

    #[test]
    fn a_merged_cell_stands_in_every_row_it_covers() {
        let mut grid = Grid::default();
        let text = |text: &str| Cell::Text(text.to_owned());
        for (row, column, cell) in [(0, 0, "组"), (0, 1, "甲"), (1, 1, "乙"), (3, 1, "丙"), (4, 1, "丁"), (4, 0, "另")]
        {
            grid.put(row, column, text(cell)).expect("room");
        }
        grid.merge((0, 4), (0, 0)).expect("room");
        let sheet = grid.sheet("x", &[("x", true)]);
        let told: Vec<_> = sheet.rows.iter().map(|row| row.cell(0).text().expect("text").unwrap_or_default()).collect();
        assert_eq!(told, ["组", "组", "组", "另"]);
        let mut grid = Grid::default();
        (0..1000).for_each(|row| grid.put(row, 0, text("x")).expect("room"));
        let huge = (0..u32::MAX).find_map(|_| grid.merge((0, 999), (0, 199)).err());
        assert!(huge.is_some(), "merged cells without end are refused");
    }

    #[test]
    fn a_text_that_stands_everywhere_is_counted_everywhere() {
        let mut grid = Grid::default();
        let text = Cell::Text("字".repeat(1024 * 1024 / 3));
        let put = (0..100).find_map(|row| grid.put(row, 0, text.clone()).err().map(|_| row));
        assert_eq!(put, Some(64));
    }
}
