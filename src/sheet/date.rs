//! Days and months as people write them in tables.

use super::Cell;
use crate::record::{Day, Month, folded};

/// What comes first in a date whose year comes last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum DateOrder {
    /// The month: 11/5/2026 is 5 November
    Mdy,
    /// The day: 11/5/2026 is 11 May
    Dmy,
}

/// Why a cell is no day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoDay {
    /// It could be one of two: the year comes last, or has two digits.
    Ambiguous,
    /// It is none.
    None,
}

/// The day a cell means: 2026-11-05, 2026.11.5, 2026/11/5, 2026年11月5日, 20261105, with the hours or the day of the week
/// after it or not; 11/5/2026 only where it is said which comes first.
///
/// # Errors
/// A cell that is no day, or may be one of two.
pub fn day(cell: &Cell, order: Option<DateOrder>) -> Result<Day, NoDay> {
    let text = match cell {
        Cell::Day(day) => return Ok(*day),
        Cell::Text(text) => folded(text),
        // A number of a workbook is a day only where the workbook says so; eight digits are plain.
        Cell::Number(text) if text.len() == 8 => text.clone(),
        Cell::Number(_) | Cell::Empty | Cell::Failed(_) | Cell::Unreckoned => return Err(NoDay::None),
    };
    let Some(parts) = parts(&text) else { return eight_digits(&text).ok_or(NoDay::None) };
    let number = |part: &str| part.parse::<u32>().map_err(|_| NoDay::None);
    let [first, second, third] = parts;
    let (year, month, day) = match (first.len(), third.len(), order) {
        (4, 1 | 2, _) => (first, second, third),
        (1 | 2, 4, Some(DateOrder::Mdy)) => (third, first, second),
        (1 | 2, 4, Some(DateOrder::Dmy)) => (third, second, first),
        (1 | 2, 4 | 1 | 2, _) => return Err(NoDay::Ambiguous),
        _ => return Err(NoDay::None),
    };
    let year = i32::try_from(number(year)?).map_err(|_| NoDay::None)?;
    Day::new(year, number(month)?, number(day)?).ok_or(NoDay::None)
}

/// The month a cell means: 2026-11, 2026/11, 2026.11, 2026年11月, 202611, or any day of it. 2026.1 may have been 2026.10
/// before a spreadsheet took it for a number.
///
/// # Errors
/// A cell that is no month, or may be one of two.
pub fn month(cell: &Cell, order: Option<DateOrder>) -> Result<Month, NoDay> {
    let text = match cell {
        Cell::Text(text) | Cell::Number(text) => folded(text),
        other => return day(other, order).map(Month::of),
    };
    let of = |year: &str, month: &str| {
        let right = year.len() == 4 && (1..=2).contains(&month.len()) && all_digits(year) && all_digits(month);
        right.then(|| Month::new(year.parse().ok()?, month.parse().ok()?)).flatten()
    };
    if let Some((year, month)) = text.split_once('.').filter(|(_, month)| all_digits(month)) {
        return if month.len() == 1 { Err(NoDay::Ambiguous) } else { of(year, month).ok_or(NoDay::None) };
    }
    if text.len() == 6 && all_digits(&text) {
        return of(&text[..4], &text[4..]).ok_or(NoDay::None);
    }
    let chinese = || text.strip_suffix(['月', '份'])?.trim_end_matches('月').split_once('年');
    let parts = chinese().or_else(|| text.split_once(['-', '/']));
    match parts.and_then(|(year, month)| of(year.trim(), month.trim())) {
        Some(month) => Ok(month),
        None => day(cell, order).map(Month::of),
    }
}

/// The three numbers of a date, without what may follow them.
fn parts(text: &str) -> Option<[&str; 3]> {
    let text = text.split('(').next().unwrap_or_default().trim_end();
    let (first, rest) = text.split_once(['-', '.', '/', '年'])?;
    let (second, rest) = rest.split_once(['-', '.', '/', '月'])?;
    let end = rest.trim_start().find(|c: char| !c.is_ascii_digit());
    let rest = rest.trim_start();
    let (third, after) = rest.split_at(end.unwrap_or(rest.len()));
    let after = after.trim_start().strip_prefix(['日', '号']).unwrap_or(after);
    let parts = [first.trim(), second.trim(), third];
    (follows(after) && parts.iter().all(|part| all_digits(part))).then_some(parts)
}

/// Whether what follows a date is nothing, the hours, or the day of the week.
fn follows(text: &str) -> bool {
    let rest = text.trim_start_matches('T').trim();
    let is_clock = !rest.is_empty() && rest.starts_with(|c: char| c.is_ascii_digit()) && rest.contains(':');
    let is_weekday = ["周", "星期"].iter().any(|word| {
        rest.strip_prefix(word).is_some_and(|day| day.chars().count() == 1 && "一二三四五六日天".contains(day))
    });
    // A digit right behind would be part of a number.
    rest.is_empty() || is_clock && text.starts_with([' ', 'T']) || is_weekday
}

fn eight_digits(text: &str) -> Option<Day> {
    let right = text.len() == 8 && all_digits(text);
    right.then(|| Day::new(text[..4].parse().ok()?, text[4..6].parse().ok()?, text[6..].parse().ok()?)).flatten()
}

fn all_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(text: &str, order: Option<DateOrder>) -> Result<String, NoDay> {
        day(&Cell::Text(text.to_owned()), order).map(|day| day.to_string())
    }

    #[test]
    fn days_are_read_as_people_write_them() {
        for text in [
            "2026-11-05",
            "2026-11-5",
            "2026.11.5",
            "2026/11/5",
            "2026/11/05",
            "2026年11月5日",
            "2026年11月5号",
            "2026 年 11 月 5 日",
            "20261105",
            "２０２６．１１．５",
            "2026-11-05 19:30",
            "2026-11-05T19:30:00",
            "2026.11.5 周四",
            "2026年11月5日（星期四）",
            "2026-11-5 (Thu)",
            "2026年11月5日星期四",
        ] {
            assert_eq!(written(text, None).as_deref(), Ok("2026-11-05"), "{text}");
        }
        for text in ["11/5/2026", "5.11.2026", "25/12/2026", "26.11.5", "11-5-26"] {
            assert_eq!(written(text, None), Err(NoDay::Ambiguous), "{text}");
        }
        assert_eq!(written("11/5/2026", Some(DateOrder::Mdy)).as_deref(), Ok("2026-11-05"));
        assert_eq!(written("11/5/2026", Some(DateOrder::Dmy)).as_deref(), Ok("2026-05-11"));
        assert_eq!(written("25.12.2026", Some(DateOrder::Dmy)).as_deref(), Ok("2026-12-25"));
        for text in [
            "",
            "2026",
            "2026-11",
            "11月5日",
            "2026-02-29",
            "2026.13.1",
            "2026-11-05-06",
            "2026-11-05x",
            "2026-11-0512",
            "46331",
            "today",
            "2026--05",
            "1899-12-31",
            "2026-11-051",
            "２０２６",
            "2026年11月",
            "5 Nov 2026",
        ] {
            assert_eq!(written(text, None), Err(NoDay::None), "{text}");
        }
        assert_eq!(written("25/12/2026", Some(DateOrder::Mdy)), Err(NoDay::None));
        assert_eq!(day(&Cell::Number("46331".into()), None), Err(NoDay::None));
        assert_eq!(day(&Cell::Number("20261105".into()), None).map(|day| day.to_string()).as_deref(), Ok("2026-11-05"));
    }

    #[test]
    fn months_are_read_as_people_write_them() {
        let read = |text: &str| month(&Cell::Text(text.to_owned()), None).map(|month| month.to_string());
        for text in
            ["2026-11", "2026.11", "2026/11", "2026年11月", "2026年11月份", "202611", "2026-11-05", "2026年11月5日"]
        {
            assert_eq!(read(text).as_deref(), Ok("2026-11"), "{text}");
        }
        assert_eq!(read("2026年1月").as_deref(), Ok("2026-01"));
        assert_eq!(read("2026-1").as_deref(), Ok("2026-01"));
        assert_eq!(read("2026.1"), Err(NoDay::Ambiguous));
        assert_eq!(month(&Cell::Number("2026.1".into()), None), Err(NoDay::Ambiguous));
        for text in ["", "11月", "2026-13", "2026", "26-11", "2026.111", "2026年"] {
            assert!(read(text).is_err(), "{text}");
        }
    }
}
