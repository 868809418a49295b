//! Tables with people down and meetings, months or items across.

use crate::branch::is_label;
use crate::error::Failure;
use crate::record::{DateHints, Day, NoDay, folded, plain_number, written_day, written_month};
use crate::sheet::{Across, Cell, Field, Mapping, Sheet};
use crate::words::{self, BASE_WORDS, STATE_WORDS, Text};

/// The columns each of whose cells is a record, by what their headings say; `of` is what the rows are.
///
/// # Errors
/// Headings that are days or months, but nobody knows of which year or month.
pub(super) fn across(
    of: &'static str,
    sheet: &Sheet,
    mapping: &Mapping,
    hints: DateHints,
) -> Result<Vec<Across>, Failure> {
    let has = |fields: &[&str]| fields.iter().any(|field| mapping.place(field).is_some());
    let is_across = match of {
        "attendance" => !has(&["date", "state"]),
        "dues" => !has(&["month", "from", "amount"]),
        "points" => !mapping.has("item"),
        _ => false,
    };
    let field = |id| Field { of, id };
    let mut found = Vec::new();
    let columns = mapping.columns.iter().enumerate().filter(|(_, column)| is_across && column.field.is_none());
    for (at, column) in columns {
        let heading = folded(&column.heading);
        if heading.is_empty() || is_label(&heading) || BASE_WORDS.contains(&heading.to_lowercase().as_str()) {
            continue;
        }
        let heading_shown = || words::shown(&column.heading);
        let without_year =
            || Failure::refused(words::day_without_year(heading_shown())).cure(words::cure_heading_without_year());
        let one = match of {
            "attendance" => match day_and_kind(&heading, hints) {
                Ok((day, kind)) => {
                    let kind = Some(kind).filter(|kind| !kind.is_empty()).unwrap_or_else(|| column.above.clone());
                    let mut says = vec![(field("date"), day.to_string())];
                    says.extend((!kind.is_empty()).then(|| (field("kind"), kind)));
                    Some((says, field("state"), Text::same(day.to_string())))
                }
                Err(NoDay::NoYear) => return Err(without_year()),
                Err(NoDay::NoMonth) => {
                    let fact = words::day_without_month(heading_shown());
                    return Err(Failure::refused(fact).cure(words::cure_day_without_month()));
                }
                Err(_) => None,
            },
            "dues" => match written_month(&heading, hints) {
                Ok(month) => {
                    Some((vec![(field("month"), month.to_string())], field("amount"), Text::same(month.to_string())))
                }
                Err(NoDay::NoYear) => return Err(without_year()),
                Err(_) => None,
            },
            _ if has_only_numbers(sheet, mapping, at) => {
                let item = column.heading.clone();
                Some((vec![(field("item"), item.clone())], field("points"), Text::same(words::shown(&item))))
            }
            _ => None,
        };
        found.extend(one.map(|(says, value, told)| Across { column: at, says, value, told }));
    }
    Ok(found)
}

/// Whether a cell is a record: one that says no points is none.
pub(super) fn is_record(of: &str, cell: &Cell) -> bool {
    let text = cell.text().ok().flatten().unwrap_or_default();
    of != "points" || !plain_number(&text, &["分"]).trim_matches(['0', '.']).is_empty()
}

/// Whether a mark in a cell says yes, as for those who were present.
pub(super) fn is_present(text: &str) -> bool {
    STATE_WORDS.iter().any(|(id, words)| *id == "present" && words.contains(&text.to_lowercase().as_str()))
}

/// The day in a heading, and what else it says: `10月12日党小组会`, `主题党日（10.12）`.
fn day_and_kind(heading: &str, hints: DateHints) -> Result<(Day, String), NoDay> {
    if let Ok((day, _)) = written_day(heading, hints) {
        return Ok((day, String::new()));
    }
    let start = heading.find(|c: char| c.is_ascii_digit()).ok_or(NoDay::None)?;
    let rest = &heading[start..];
    let of_day = |c: char| c.is_ascii_digit() || matches!(c, '年' | '月' | '日' | '号' | '-' | '.' | '/');
    let end = rest.find(|c: char| !of_day(c)).unwrap_or(rest.len());
    let (day, _) = written_day(&rest[..end], hints)?;
    let kind = format!("{} {}", &heading[..start], &rest[end..]);
    let kind: String =
        kind.chars().map(|c| if matches!(c, '(' | ')' | '[' | ']' | ':' | ',' | '、') { ' ' } else { c }).collect();
    Ok((day, kind.trim().to_owned()))
}

/// Whether a column has nothing but numbers, and one at least.
fn has_only_numbers(sheet: &Sheet, mapping: &Mapping, at: usize) -> bool {
    let texts = mapping.rows(sheet).filter_map(|row| row.cell(at).text().ok().flatten());
    let mut numbers = texts.map(|text| plain_number(&text, &["分"]).parse::<f64>().is_ok()).peekable();
    numbers.peek().is_some() && numbers.all(|is_number| is_number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_says_the_day_and_perhaps_the_kind() {
        for (heading, expected) in [
            ("2026-10-12", "2026-10-12 "),
            ("10月12日", "2026-10-12 "),
            ("10.12", "2026-10-12 "),
            ("10月12日党小组会", "2026-10-12 党小组会"),
            ("主题党日(10.12)", "2026-10-12 主题党日"),
            ("主题党日 10月12日", "2026-10-12 主题党日"),
        ] {
            let told = day_and_kind(heading, DateHints::year(2026)).map(|(day, kind)| format!("{day} {kind}"));
            assert_eq!(told.as_deref(), Ok(expected), "{heading}");
        }
        assert_eq!(day_and_kind("10月12日", DateHints::default()), Err(NoDay::NoYear));
        for heading in ["备注", "合计", "第1次", "13.40"] {
            assert_eq!(day_and_kind(heading, DateHints::year(2026)), Err(NoDay::None), "{heading}");
        }
    }
}
