//! Which column of a table is which field.

use std::collections::{BTreeMap, BTreeSet};

use super::field::Sure;
use super::letter::letter;
use super::{Cell, Field, Kept, Row, Sheet};
use crate::error::{Failure, Fault};
use crate::record::{DateHints, Month, folded, with_digits, written_day};
use crate::words::{self, Text};

/// Among so many rows at the beginning the headings are looked for: above them stands perhaps what the table is.
const ABOVE: usize = 10;

/// A column and what it was taken for.
#[derive(Clone, Debug)]
pub struct Column {
    /// Its heading.
    pub heading: String,
    /// What stands above its heading, where there are two rows of headings.
    pub above: String,
    /// Its field; none where it is not read.
    pub field: Option<Field>,
    /// What each of its cells is, where each is a record.
    pub across: Option<Text>,
    /// Whether it counts the rows.
    pub counts: bool,
}

/// Which column of a table is which field.
#[derive(Clone, Debug)]
pub struct Mapping {
    /// The number of the row of the headings.
    pub heading_row: usize,
    /// The columns, in order.
    pub columns: Vec<Column>,
    /// What is said of every row whose cell is empty.
    pub set: BTreeMap<&'static str, String>,
    /// What words in a field mean.
    pub(super) values: BTreeMap<&'static str, BTreeMap<String, String>>,
    /// Where in a row a field stands.
    pub(super) places: BTreeMap<&'static str, usize>,
    /// Whether each row was a cell of a table with something across.
    pub is_spread: bool,
    /// Of each two columns that seem to be one field, the field and their places.
    pub(super) doubts: Vec<(Field, usize, usize)>,
}

impl Mapping {
    /// Finds the headings of a table, and the fields they mean: as a file that was kept says, else by their names.
    ///
    /// # Errors
    /// No heading that is known, or a field said twice.
    pub fn find(sheet: &Sheet, fields: &[Field], kept: &Kept, set: &[(Field, String)]) -> Result<Self, Failure> {
        // What a heading may mean, the surest first.
        let of = |at: usize, heading: &str| -> Vec<(Field, Sure)> {
            if heading.is_empty() {
                return vec![];
            }
            if let Some(field) = kept.field(at, heading, fields) {
                return field.map(|field| (field, Sure::ById)).into_iter().collect();
            }
            let meant = fields.iter().filter_map(|field| Some((*field, field.meant_by(heading)?)));
            let mut meant: Vec<_> = meant.collect();
            meant.sort_by_key(|(_, sure)| std::cmp::Reverse(*sure));
            meant
        };
        let assign = |heads: &Heads| assigned(heads.texts.iter().enumerate().map(|(at, text)| of(at, text)).collect());
        let of_fields =
            |heads: &Heads| assign(heads).iter().flatten().map(|(field, _)| field.id).collect::<BTreeSet<_>>().len();
        // A lower row that adds to headings, and leaves alone every field of the upper one, is one of headings, too.
        let beneath = |heads: &Heads| {
            let is_field = |found: &Option<(Field, Sure)>, at: &usize| found.is_some() && !heads.spans[*at];
            let upper = assign(&Heads { texts: heads.upper.clone(), ..Heads::default() });
            let mut fields = (0..upper.len()).filter(|at| is_field(&upper[*at], at)).peekable();
            let keeps = fields.peek().is_some() && fields.all(|at| !heads.adds[at]);
            let adds = heads.adds.iter().filter(|adds| **adds).count();
            if keeps && adds > 1 { adds } else { 0 }
        };
        let known = |heads: &Heads| match of_fields(heads) {
            0 => 0,
            fields => fields + heads.dates.max(beneath(heads)),
        };
        let above = || sheet.rows.iter().take(ABOVE);
        // The first of those that know the most; two rows only where they know more than one.
        let single = above().map(Heads::of);
        let double = above().zip(above().skip(1)).map(|(upper, lower)| Heads::of_two(upper, lower));
        let all: Vec<_> = single.chain(double).collect();
        let best = all.iter().rev().max_by_key(|heads| known(heads)).filter(|heads| known(heads) > 0);
        let Some(heads) = best else { return Err(no_heading(sheet, fields)) };
        let found = assign(heads);
        let surest = |field: Field| found.iter().flatten().filter(|one| one.0 == field).map(|one| one.1).max();
        let columns = heads.texts.iter().zip(&heads.above).zip(&found).map(|((heading, above), found)| Column {
            heading: heading.clone(),
            above: above.clone(),
            field: found.filter(|one| Some(one.1) == surest(one.0)).map(|one| one.0),
            across: None,
            counts: false,
        });
        let mut mapping = Self {
            heading_row: heads.row,
            columns: columns.collect(),
            set: kept.set.clone(),
            values: kept.values.clone(),
            places: BTreeMap::new(),
            is_spread: false,
            doubts: vec![],
        };
        mapping.set.extend(set.iter().map(|(field, value)| (field.id, value.clone())));
        for at in 0..mapping.columns.len() {
            let is_id =
                mapping.columns[at].field.is_some_and(|field| matches!(field.id, "member" | "number" | "group"));
            let is_said = kept.field(at, &mapping.columns[at].heading, fields).is_some();
            if is_id && !is_said && mapping.counts(sheet, at) {
                (mapping.columns[at].field, mapping.columns[at].counts) = (None, true);
            }
        }
        // How many came may stand under the same word as who came.
        for (at, found) in found.iter().enumerate() {
            let is_doubtful = found.is_some_and(|(field, sure)| sure == Sure::Perhaps && field.is_of_people());
            if is_doubtful && mapping.is_all(sheet, at, |text| text.starts_with(|c: char| c.is_ascii_digit())) {
                mapping.columns[at].field = None;
            }
        }
        for (at, column) in mapping.columns.iter().enumerate() {
            let Some(field) = column.field else { continue };
            if let Some(first) = mapping.places.insert(field.id, at) {
                mapping.doubts.push((field, first, at));
            }
        }
        Ok(mapping)
    }

    /// A field that several columns seem to be, and their places.
    pub fn doubt(&self) -> Option<(Field, Vec<usize>)> {
        let (field, ..) = *self.doubts.first()?;
        let of_field = |at: &usize| self.columns[*at].field == Some(field);
        Some((field, (0..self.columns.len()).filter(of_field).collect()))
    }

    /// The columns that have a heading and are not read.
    pub fn unread(&self) -> impl Iterator<Item = usize> + '_ {
        let is_unread =
            |column: &Column| column.field.is_none() && column.across.is_none() && !column.heading.is_empty();
        self.columns.iter().enumerate().filter(move |(_, column)| is_unread(column)).map(|(at, _)| at)
    }

    /// A column is a field, and no other one is.
    pub fn choose(&mut self, field: Field, at: usize) {
        for column in self.columns.iter_mut().filter(|column| column.field == Some(field)) {
            column.field = None;
        }
        self.columns[at].field = Some(field);
        self.places.insert(field.id, at);
        self.doubts.retain(|(doubted, ..)| *doubted != field);
    }

    /// The heading of a column, and its letter.
    pub fn column(&self, at: usize) -> String {
        format!("{} ({})", words::shown(&self.columns[at].heading), letter(at))
    }

    /// What words in a field mean, beside what is kept.
    pub fn mean(&mut self, field: Field, word: &str, meant: &str) {
        self.values.entry(field.id).or_default().insert(word.to_owned(), meant.to_owned());
    }

    /// Takes what was said of the table after it was spread.
    pub fn answers(&mut self, spread: &Self) {
        if !spread.is_spread {
            self.clone_from(spread);
        }
        self.set.clone_from(&spread.set);
        self.values.clone_from(&spread.values);
    }

    /// Columns that are these fields are not read.
    pub fn leave(&mut self, fields: &[&str]) {
        let is_left = |field: &str| fields.contains(&field);
        self.places.retain(|field, _| !is_left(field));
        for column in self.columns.iter_mut().filter(|column| column.field.is_some_and(|field| is_left(field.id))) {
            column.field = None;
        }
    }

    /// A field that has no column of its own takes that of another.
    pub fn lend(&mut self, field: &'static str, from: &str) {
        if let Some(place) = self.place(from).filter(|_| self.place(field).is_none()) {
            self.places.insert(field, place);
        }
    }

    /// The heading of the column of a field.
    pub fn heading(&self, field: &str) -> Option<&str> {
        if self.is_spread {
            return self
                .columns
                .iter()
                .find(|column| column.field.is_some_and(|of| of.id == field))
                .map(|one| &*one.heading);
        }
        self.columns.get(self.place(field)?).map(|column| column.heading.as_str())
    }

    /// Where in a row a field stands.
    pub fn place(&self, field: &str) -> Option<usize> {
        self.places.get(field).copied()
    }

    /// Refuses where a field is in doubt, or one that is needed is not there; of those that stand for one another, any.
    ///
    /// # Errors
    /// Every reason at once.
    pub fn require(&self, needed: &[&[&str]], fields: &[Field]) -> Result<(), Failure> {
        let doubt = |(field, first, second): &(Field, usize, usize)| {
            let fact = words::two_columns(self.column(*first), self.column(*second), field.name());
            Fault::new("two-columns", fact).cure(words::cure_two_columns())
        };
        let mut faults: Vec<_> = self.doubts.iter().map(doubt).collect();
        for any in needed.iter().filter(|any| !any.iter().any(|id| self.has(id))) {
            let names = fields.iter().filter(|field| any.contains(&field.id)).map(|field| field.name());
            let fact = words::no_column(words::either(names));
            let cure = words::cure_no_column(any.last().copied().unwrap_or_default());
            let wanted: Vec<_> = fields.iter().copied().filter(|field| any.contains(&field.id)).collect();
            let near = near(self.unread().map(|at| self.columns[at].heading.as_str()), &wanted);
            let cure = if near.is_empty() { cure } else { words::cure_near(Text::list(near), cure) };
            faults.push(Fault::new("no-column", fact).cure(cure));
        }
        if faults.is_empty() { Ok(()) } else { Err(Failure::of(faults)) }
    }

    /// Whether the table says something of a field.
    pub fn has(&self, field: &str) -> bool {
        self.places.contains_key(field) || self.set.contains_key(field)
    }

    /// What a row says of a field.
    pub fn cell(&self, row: &Row, field: &str) -> Cell {
        let cell = self.places.get(field).map_or(&Cell::Empty, |place| row.cell(*place));
        if let Some(value) = self.set.get(field).filter(|_| cell.is_empty()) {
            return Cell::written(value);
        }
        let meant = || self.values.get(field)?.get(&cell.text().ok()?.unwrap_or_default());
        meant().map_or_else(|| cell.clone(), |meant| Cell::written(meant))
    }

    /// The rows under the headings that are records.
    pub fn rows<'a>(&'a self, sheet: &'a Sheet) -> impl Iterator<Item = &'a Row> {
        let is_record = |row: &&Row| self.is_spread || !self.is_foot(row) && !self.is_blank(row);
        sheet.rows.iter().filter(|row| row.number > self.heading_row).filter(is_record)
    }

    /// The rows under the headings that have nothing in the columns that are read, though something in others: numbered
    /// beforehand, or covered by a merged cell.
    pub fn blank<'a>(&'a self, sheet: &'a Sheet) -> impl Iterator<Item = usize> + 'a {
        let under = sheet.rows.iter().filter(|row| row.number > self.heading_row);
        under.filter(|row| !self.is_foot(row) && self.is_blank(row)).map(|row| row.number)
    }

    fn is_blank(&self, row: &Row) -> bool {
        self.places.iter().all(|(field, place)| *field == "group" || row.cell(*place).is_empty())
    }

    /// Whether a column counts the rows from 1.
    fn counts(&self, sheet: &Sheet, at: usize) -> bool {
        let under = sheet.rows.iter().filter(|row| row.number > self.heading_row && !self.is_foot(row));
        let mut numbers = under.filter_map(|row| row.cell(at).text().ok().flatten()).peekable();
        numbers.peek().is_some() && numbers.zip(1..).all(|(text, number): (String, usize)| text == number.to_string())
    }

    /// Whether all that stands in a column is of a kind.
    fn is_all(&self, sheet: &Sheet, at: usize, is: impl Fn(&str) -> bool) -> bool {
        let under = sheet.rows.iter().filter(|row| row.number > self.heading_row && !self.is_foot(row));
        under.filter_map(|row| row.cell(at).text().ok().flatten()).all(|text| is(&text))
    }

    /// The month that the lines above the headings are of, where they name just one: `2026年10月考勤表`, or `10月考勤表` of a
    /// year that is known.
    pub fn month(&self, sheet: &Sheet, year: Option<i32>) -> Option<Month> {
        let above = sheet.rows.iter().filter(|row| row.number < self.heading_row).flat_map(|row| &row.cells);
        let mut months: Vec<Month> =
            above.filter_map(|cell| cell.text().ok().flatten()).flat_map(|text| months(&text, year)).collect();
        months.dedup();
        if let [only] = months[..] { Some(only) } else { None }
    }

    /// The year that the lines above the headings are of, where they name just one: `2026年10月考勤表`.
    pub fn year(&self, sheet: &Sheet) -> Option<i32> {
        let above = sheet.rows.iter().filter(|row| row.number < self.heading_row).flat_map(|row| &row.cells);
        let mut years: Vec<i32> =
            above.filter_map(|cell| cell.text().ok().flatten()).flat_map(|text| years(&text)).collect();
        years.dedup();
        if let [only] = years[..] { Some(only) } else { None }
    }

    /// What was said of the words of a field, in the order of the field, then the word.
    pub(super) fn values(&self) -> impl Iterator<Item = (&'static str, &BTreeMap<String, String>)> {
        self.values.iter().map(|(field, values)| (*field, values))
    }
}

/// The field of each column, of those it may be: the surest; but of two columns of one field, one that may be a field
/// that no other column is, is that.
fn assigned(may: Vec<Vec<(Field, Sure)>>) -> Vec<Option<(Field, Sure)>> {
    let mut found: Vec<_> = may.iter().map(|may| may.first().copied()).collect();
    for (at, may) in may.iter().enumerate() {
        let has = |field: Field| found.iter().flatten().filter(|one| one.0 == field).count();
        if found[at].is_some_and(|(field, _)| has(field) > 1) {
            found[at] = may.iter().copied().find(|(field, _)| has(*field) == 0).or(found[at]);
        }
    }
    found
}

/// Headings that are nearly those of fields, each with the field.
fn near<'a>(headings: impl Iterator<Item = &'a str>, fields: &[Field]) -> Vec<Text> {
    const MOST: usize = 4;
    let field = |heading: &str| fields.iter().find(|field| field.is_near(heading)).map(|field| field.name());
    headings
        .filter_map(|heading| Some(words::near_heading(words::shown(heading), field(heading)?)))
        .take(MOST)
        .collect()
}

/// No heading is known: how the table was read, how it begins, and what may be meant.
fn no_heading(sheet: &Sheet, fields: &[Field]) -> Failure {
    const SEEN: usize = 3;
    let texts = |row: &Row| row.cells.iter().filter_map(|cell| cell.text().ok().flatten()).collect::<Vec<_>>();
    let seen = |row: &Row| words::row_seen(row.number, words::shown(&texts(row).join(" | ")));
    let seen = Text::join(sheet.rows.iter().take(SEEN).map(seen), "\n");
    let above: Vec<_> = sheet.rows.iter().take(ABOVE).flat_map(texts).collect();
    let near = near(above.iter().map(String::as_str), fields);
    let mut cure = words::cure_no_heading(Text::list(fields.iter().map(|field| field.name())));
    if !near.is_empty() {
        cure = words::cure_near(Text::list(near), cure);
    }
    if !sheet.others.is_empty() {
        cure = words::cure_other_sheets(Text::list(sheet.others.iter().map(Text::same)), cure);
    }
    Failure::refused(words::no_heading(sheet.form.clone(), seen)).cure(cure)
}

/// The headings a table may have.
#[derive(Default)]
struct Heads {
    /// The number of their row, the lower one of two.
    row: usize,
    texts: Vec<String>,
    /// What stands above each, where there are two rows: above the first of several it is above all of them.
    above: Vec<String>,
    /// How many of them are days under what is held on them.
    dates: usize,
    /// The upper row of two.
    upper: Vec<String>,
    /// Under which of those the lower row has a heading of its own.
    adds: Vec<bool>,
    /// Which of those stand above several.
    spans: Vec<bool>,
}

impl Heads {
    fn of(row: &Row) -> Self {
        let texts: Vec<_> = row.cells.iter().map(|cell| cell.text().ok().flatten().unwrap_or_default()).collect();
        Self { row: row.number, above: vec![String::new(); texts.len()], texts, ..Self::default() }
    }

    fn of_two(upper: &Row, lower: &Row) -> Self {
        let width = upper.cells.len().max(lower.cells.len());
        let text = |row: &Row, at| row.cell(at).text().ok().flatten().unwrap_or_default();
        let (mut texts, mut above, mut last) = (Vec::new(), Vec::new(), String::new());
        let (mut dates, mut is_of_dates) = (0, true);
        let (mut adds, mut spans) = (Vec::new(), Vec::new());
        for at in 0..width {
            let (over, under) = (text(upper, at), text(lower, at));
            // What is held may stand above its day, or below it.
            let (day, held) = if is_day(&over) && is_words(&under) { (&over, &under) } else { (&under, &over) };
            match is_day(day) {
                true => dates += usize::from(!held.is_empty() && !is_day(held)),
                false => is_of_dates &= under.is_empty() || under == over,
            }
            adds.push(under != over && (is_words(&under) || is_day(&under)));
            spans.push(!over.is_empty() && text(upper, at + 1).is_empty() && !text(lower, at + 1).is_empty());
            if day == &over {
                above.push(under);
                texts.push(over);
                continue;
            }
            if !over.is_empty() {
                last.clone_from(&over);
            }
            above.push(if under.is_empty() || under == last { String::new() } else { last.clone() });
            texts.push(if under.is_empty() { over } else { under });
        }
        let upper = (0..width).map(|at| text(upper, at)).collect();
        Self { row: lower.number, texts, above, dates: if is_of_dates { dates } else { 0 }, upper, adds, spans }
    }
}

/// Whether a text may be a heading: several letters, and not what people write for a state of attendance.
fn is_words(text: &str) -> bool {
    let is_state = words::STATE_WORDS.iter().any(|(_, words)| words.contains(&text));
    !is_state && text.chars().filter(|c| c.is_alphabetic()).count() > 1
}

/// Whether a heading is a day, of whatever year.
fn is_day(text: &str) -> bool {
    written_day(text, DateHints::year(2000)).is_ok()
}

/// The months a text names: `2026年10月`, or `十月` of a year that is known.
fn months(text: &str, year: Option<i32>) -> Vec<Month> {
    let text = with_digits(&folded(text));
    let before = |(at, _): (usize, &str)| {
        let (number, before) = number_before(&text, at);
        let of_year = before.strip_suffix('年').map(|before| number_before(before, before.len()).0);
        Month::new(of_year.map_or(year, |of_year| of_year.parse().ok())?, number.parse().ok()?)
    };
    text.match_indices('月').filter_map(before).collect()
}

/// The number that ends at a place of a text, and what stands before it.
fn number_before(text: &str, at: usize) -> (&str, &str) {
    let before = text[..at].trim_end();
    let bare = before.trim_end_matches(|c: char| c.is_ascii_digit());
    (&before[bare.len()..], bare.trim_end())
}

/// The years a text names: `2026年`.
fn years(text: &str) -> Vec<i32> {
    let text = with_digits(&folded(text));
    let before = |(at, _): (usize, &str)| {
        let year = text.get(at.checked_sub(4)?..at)?;
        let is_apart = !text[..at - 4].ends_with(|c: char| c.is_ascii_digit());
        year.parse().ok().filter(|year| is_apart && (1900..2200).contains(year))
    };
    text.match_indices('年').filter_map(before).collect()
}
