//! The sheets of the assessment: branch work and the work of the unit side by side, and where each figure comes from.

use super::table::{Cell, ColumnKind, Table};
use crate::branch::{Branch, Query};
use crate::reckon::{Assessed, Assessment, Known, Location};
use crate::record::{Day, Period, Score};
use crate::words::{self, Text};

/// What somebody is called.
fn name(branch: &Branch, whom: Assessed<'_>, day: Day) -> Text {
    match whom {
        Assessed::Member(id) => branch.name_on(id, day),
        Assessed::Group(id) => branch.group_name_on(id, day),
        Assessed::Branch => Text::same(branch.settings.name.as_str()),
    }
}

/// What the assessment of a period needs.
pub fn assessment_query(period: Period) -> Query {
    Query::roll().scored(period).study(period).issues(period).assessment(period)
}

/// The sheets of all, or of one, as of a day: a measure a line, and a total of each side.
pub fn assessment(branch: &Branch, period: Period, on: Day, only: Option<Assessed<'_>>) -> Table {
    use ColumnKind::{Points, Text as Words};
    let columns = [
        ("member", ColumnKind::Key),
        ("group", ColumnKind::Key),
        ("name", Words),
        ("side", Words),
        ("measure_id", ColumnKind::Key),
        ("measure_name", Words),
        ("value", Points),
        ("target", Points),
        ("weight", Points),
        ("brings", Points),
        ("state", Words),
    ];
    let assessment = Assessment::of(branch, period, on);
    let mut table = Table::new("assessment", &columns, vec![]);
    for whom in assessment.all().into_iter().filter(|whom| only.is_none_or(|only| only == *whom)) {
        let mut sheet = assessment.sheet(whom);
        sheet.sort_by_key(|one| one.measure.side);
        let (member, group) = match whom {
            Assessed::Member(id) => (Some(Text::same(id.as_str())), None),
            Assessed::Group(id) => (None, Some(Text::same(id.as_str()))),
            Assessed::Branch => (None, None),
        };
        let known: Score = sheet.iter().filter(|one| one.value.is_some()).map(|one| one.measure.weight.value).sum();
        let all: Score = sheet.iter().map(|one| one.measure.weight.value).sum();
        for one in &sheet {
            table.rows.push(vec![
                member.clone().into(),
                group.clone().into(),
                name(branch, whom, period.last).into(),
                Cell::code(one.measure.side.id(), words::side(one.measure.side.id())),
                Text::same(one.measure.key()).into(),
                one.measure.name().into(),
                one.value.into(),
                one.target.into(),
                one.measure.weight.value.into(),
                one.brings.into(),
                state(one.state).into(),
            ]);
        }
        table.push_sum(vec![
            Cell::Empty,
            Cell::Empty,
            name(branch, whom, period.last).into(),
            Cell::Empty,
            Cell::Empty,
            words::total().into(),
            Cell::Empty,
            Cell::Empty,
            known.into(),
            sheet.iter().filter_map(|one| one.brings).sum::<Score>().into(),
            (known != all).then(|| words::of_all_weights(known, all)).into(),
        ]);
    }
    table
}

/// What is said of a measure without a value.
fn state(known: Known) -> Option<Cell> {
    match known {
        Known::Value => None,
        Known::Open => Some(Cell::code("open", words::open_value())),
        Known::Exempt => Some(Cell::code("exempt", words::not_asked())),
    }
}

/// Where each figure of one sheet as of a day comes from, down to file and line.
pub fn assessment_explained(branch: &Branch, period: Period, on: Day, whom: Assessed<'_>) -> Table {
    let columns = [
        ("measure_id", ColumnKind::Key),
        ("measure_name", ColumnKind::Text),
        ("for", ColumnKind::Text),
        ("adds", ColumnKind::Points),
        ("record", ColumnKind::Place),
        ("rule", ColumnKind::Place),
    ];
    let assessment = Assessment::of(branch, period, on);
    let mut table = Table::new("assessment_explained", &columns, vec![]);
    let Some(whom) = assessment.all().into_iter().find(|one| *one == whom) else {
        return table;
    };
    for one in assessment.sheet(whom) {
        let source = branch.rules.assessment.as_ref().map(|(source, _)| source);
        let rule = source.map(|source| Location::new(source, Some(&one.measure.span)).at());
        for trace in &one.traces {
            table.rows.push(vec![
                Text::same(one.measure.key()).into(),
                one.measure.name().into(),
                trace.what.clone().into(),
                trace.adds.into(),
                trace.record.as_ref().map(Location::at).into(),
                rule.clone().into(),
            ]);
        }
        let value = match one.state {
            Known::Exempt => words::not_asked(),
            Known::Open | Known::Value => {
                one.value.map_or_else(words::open_value, |value| Text::same(value.to_string()))
            }
        };
        table.push_sum(vec![
            Cell::Empty,
            one.measure.name().into(),
            words::brings(value, one.target, one.measure.weight.value).into(),
            one.brings.into(),
            Cell::Empty,
            rule.into(),
        ]);
    }
    table
}
