//! What came of the returns that were handed in.

use super::changed::{Difference, Said};
use crate::record::Month;
use crate::report::{Amount, Cell, ColumnKind, Page, Table};
use crate::words::{self, Text};

/// What came of one return.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// The file.
    pub file: String,
    /// The id of the unit.
    pub unit: String,
    /// What the desk calls it.
    pub name: String,
    /// The month.
    pub month: Month,
    /// The edition.
    pub edition: String,
    /// `taken`, `corrected`, `known` or `double`.
    pub result: &'static str,
    /// How the return stands: `sealed`, `unsealed` or `open-month`.
    pub state: &'static str,
    /// What it corrects.
    pub differences: Vec<Difference>,
}

/// What came of them, as a page: the returns, and under them what the corrections change.
pub fn outcomes(outcomes: &[Outcome]) -> Page {
    let mut page = Page::new(words::table_title("taken"));
    page.tables.push(returns(outcomes));
    let corrections = corrections(outcomes);
    if !corrections.rows.is_empty() {
        page.tables.push(corrections);
    }
    page
}

fn returns(outcomes: &[Outcome]) -> Table {
    let columns = [
        ("return_file", ColumnKind::Text),
        ("unit_id", ColumnKind::Key),
        ("unit_name", ColumnKind::Text),
        ("month", ColumnKind::Text),
        ("edition", ColumnKind::Text),
        ("take_result", ColumnKind::Text),
        ("return_state", ColumnKind::Text),
    ];
    let row = |outcome: &Outcome| {
        vec![
            Text::same(outcome.file.clone()).into(),
            Text::same(outcome.unit.clone()).into(),
            Text::same(outcome.name.clone()).into(),
            Text::same(outcome.month.to_string()).into(),
            Text::same(outcome.edition.clone()).into(),
            Cell::code(outcome.result, words::take_result(outcome.result)),
            Cell::code(outcome.state, words::return_state(outcome.state)),
        ]
    };
    Table::new("taken", &columns, outcomes.iter().map(row).collect())
}

fn corrections(outcomes: &[Outcome]) -> Table {
    let columns = [
        ("unit_id", ColumnKind::Key),
        ("unit_name", ColumnKind::Text),
        ("month", ColumnKind::Text),
        ("figure", ColumnKind::Key),
        ("figure_name", ColumnKind::Text),
        ("group", ColumnKind::Id),
        ("kind", ColumnKind::Id),
        ("was", ColumnKind::Text),
        ("now", ColumnKind::Text),
    ];
    let row = |outcome: &Outcome, one: &Difference| {
        let text = |text: &str| (!text.is_empty()).then(|| Text::same(text)).into();
        vec![
            text(&outcome.unit),
            text(&outcome.name),
            text(&outcome.month.to_string()),
            text(&one.figure),
            words::measure(&one.figure).unwrap_or_else(|| Text::same(one.name.clone())).into(),
            text(&one.group),
            text(&one.kind),
            one.was.map(said).into(),
            one.now.map(said).into(),
        ]
    };
    let rows = outcomes.iter().flat_map(|outcome| outcome.differences.iter().map(move |one| row(outcome, one)));
    Table::new("corrections", &columns, rows.collect())
}

/// A part of a whole, as it is read: `2/3`.
fn said((part, whole): Said) -> Text {
    let number = |amount: Amount| match Cell::from(amount) {
        Cell::Score(score) => score.to_string(),
        Cell::Yuan(yuan) => yuan.to_string(),
        Cell::Int(count) => count.to_string(),
        _ => String::new(),
    };
    Text::same(match whole {
        Some(whole) => format!("{}/{}", number(part), number(whole)),
        None => number(part),
    })
}
