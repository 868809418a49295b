//! The duties: how each was kept, and every period of it.

use super::Grid;
use super::leaf::{Bar, Bars, Leaf, Part, Section};
use super::making::{Making, head, known, leading, texts};
use crate::reckon::DutyState;
use crate::report::{Cell, ColumnKind, Table, duties};
use crate::words::{self, Text};

/// A duty with its periods.
struct Sort {
    name: Text,
    source: Option<Text>,
    table: Table,
}

/// The page of the duties.
pub(super) fn leaves(making: &Making<'_>) -> Vec<Leaf> {
    let sorts = sorts(&duties(making.branch, making.period, making.today));
    let mut parts = Vec::new();
    if !sorts.is_empty() {
        parts.push(Part::Heading(words::duties_kept_by_duty()));
        let drawn = drawn(&sorts);
        parts.extend((!drawn.bars.is_empty()).then_some(Part::Bars(drawn)));
    }
    parts.push(Part::Grid(counted(&sorts)));
    for Sort { name, source, table } in &sorts {
        parts.push(Part::Heading(name.clone()));
        parts.extend(source.iter().map(|source| Part::Said(words::rests_on(source))));
        parts.push(Part::Grid(periods(making, name, table)));
    }
    vec![Leaf::first(Section::Duties, parts)]
}

/// The duties one by one, in the order in which they come first.
fn sorts(table: &Table) -> Vec<Sort> {
    let at = |id: &str| table.columns.iter().position(|column| column.id == id);
    let text = |row: &[Cell], id: &str| match at(id).map(|at| &row[at]) {
        Some(Cell::Text(text)) => Some(text.clone()),
        _ => None,
    };
    let mut sorts: Vec<(Option<String>, Sort)> = Vec::new();
    for (row, id) in table.rows.iter().zip(texts(table, "duty")) {
        match sorts.iter_mut().find(|(known, _)| *known == id) {
            Some((_, sort)) => sort.table.rows.push(row.clone()),
            None => {
                let rows = vec![row.clone()];
                let (name, source) = (text(row, "duty_name").unwrap_or_default(), text(row, "source"));
                sorts.push((id, Sort { name, source, table: Table { rows, notes: vec![], ..table.clone() } }));
            }
        }
    }
    sorts.into_iter().map(|(_, sort)| sort).collect()
}

impl Sort {
    /// In how many of its periods it is in a state.
    fn times(&self, state: &str) -> usize {
        texts(&self.table, "duty_state").filter(|one| one.as_deref() == Some(state)).count()
    }
}

/// A bar for each duty.
fn drawn(sorts: &[Sort]) -> Bars {
    let bar = |sort: &Sort| {
        let kept = sort.times(DutyState::Kept.id());
        let not_in_time: usize = [DutyState::Late, DutyState::Missed].iter().map(|state| sort.times(state.id())).sum();
        let over = Some(kept + not_in_time).filter(|over| *over > 0)?;
        let long = i64::try_from(kept * 1000 / over).unwrap_or(0);
        Some(Bar { label: sort.name.clone(), long, shown: Text::same(format!("{kept}/{over}")) })
    };
    Bars {
        title: words::duties_kept_by_duty(),
        told: words::duties_chart(),
        bars: sorts.iter().filter_map(bar).collect(),
    }
}

/// The same in numbers.
fn counted(sorts: &[Sort]) -> Grid {
    // That something was done late is rare.
    let mut shown: Vec<_> = DutyState::ALL.iter().map(|state| state.id()).collect();
    shown.retain(|state| *state != DutyState::Late.id() || sorts.iter().any(|sort| sort.times(state) > 0));
    let states = shown.iter().map(|state| head(words::duty_state(state).begun(), ColumnKind::Integer));
    let rows = sorts.iter().map(|sort| {
        let counts = shown.iter().map(|state| leading(sort.times(state), None));
        std::iter::once(leading(sort.name.clone(), None)).chain(counts).collect()
    });
    Grid {
        caption: words::duties_kept_by_duty(),
        heads: std::iter::once(known("duty_name", ColumnKind::Text)).chain(states).collect(),
        row_head: 0,
        rows: rows.collect(),
        notes: vec![],
    }
}

/// Every period of a duty.
fn periods(making: &Making<'_>, name: &Text, table: &Table) -> Grid {
    let left_out = ["duty", "duty_name", "whose", "source", "rule"];
    let mut grid = Grid::without(name.clone(), table, &left_out);
    let has_bearers = texts(table, "whose").any(|whose| whose.is_some());
    if has_bearers {
        making.link_people(&mut grid, 0, texts(table, "whose"));
    }
    grid
}
