//! Days and months as people write them, read in one way from the shell and from tables.

use chrono::Weekday;

use super::numeral::with_digits;
use super::{Clock, Day, Month, folded};

/// What is known of days and months that do not say all of themselves.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DateHints {
    /// The year of those that say none.
    pub year: Option<i32>,
    /// The month of those that are only a number: 9号.
    pub month: Option<Month>,
    /// What comes first where the year comes last.
    pub order: Option<DateOrder>,
}

impl DateHints {
    /// Those of a year.
    pub fn year(year: i32) -> Self {
        Self { year: Some(year), ..Self::default() }
    }

    /// Those of the month of a day.
    pub fn around(day: Day) -> Self {
        Self { year: Some(day.year()), month: Some(Month::of(day)), order: None }
    }
}

/// What comes first in a date whose year comes last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum DateOrder {
    /// The month: 11/5/2026 is 5 November
    Mdy,
    /// The day: 11/5/2026 is 11 May
    Dmy,
}

/// Why a text is no day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoDay {
    /// It could be one of two: the year comes last, or has two digits.
    Ambiguous,
    /// It has no year, and nothing says which is meant.
    NoYear,
    /// It has no month, and nothing says which is meant.
    NoMonth,
    /// It is what a spreadsheet shows where it looked up an empty cell.
    Lookup,
    /// It is the number by which a spreadsheet keeps a day.
    Serial(Day),
    /// It is a moment of another time zone, where it may be another day here.
    Zone,
    /// The day of the week is another one: the one it is.
    Weekday(Day),
    /// Something stands behind the day.
    Behind(String),
    /// It is none.
    None,
}

/// The day a text means, and the hours where it says them: 2026-11-05, 2026.11.5, 2026/11/5, 2026年11月5日, 20261105, with
/// the hours or the day of the week behind it or not; 11.5 and 11月5日 where it is known of which year, 5号 of which month,
/// 11/5/2026 where it is said which comes first; 二〇二六年十一月五日 too.
///
/// # Errors
/// Why it is no day.
pub fn written_day(text: &str, hints: DateHints) -> Result<(Day, Option<Clock>), NoDay> {
    let text = with_digits(&folded(text));
    if ["0", "00:00", "1899-12-30", "1899-12-31", "1900-01-00", "1900/1/0", "1900-1-0"].contains(&text.as_str()) {
        return Err(NoDay::Lookup);
    }
    if let Some(day) = eight_digits(&text) {
        return Ok((day, None));
    }
    if let Some(day) = serial(&text) {
        return Err(NoDay::Serial(day));
    }
    let (numbers, rest) = numbers(&text);
    let day = match numbers[..] {
        [first, second, third] => three(first, second, third, hints.order)?,
        [day] if day.len() <= 2 && ends_as_day(&text, rest) => {
            let day = digits(day).filter(|day| (1..=31).contains(day)).ok_or(NoDay::None)?;
            hints.month.ok_or(NoDay::NoMonth)?.day(day).ok_or(NoDay::None)?
        }
        [month, day] if month.len() <= 2 && day.len() <= 2 => {
            let (month, day) = if hints.order == Some(DateOrder::Dmy) { (day, month) } else { (month, day) };
            // Whether it is one at all is known without its year: 29 February is one of some.
            of_numbers(2000, month, day).ok_or(NoDay::None)?;
            of_numbers(hints.year.ok_or(NoDay::NoYear)?, month, day).ok_or(NoDay::None)?
        }
        _ => return Err(NoDay::None),
    };
    Ok((day, behind(day, rest)?))
}

/// The month a text means: 2026-11, 2026/11, 2026.11, 2026年11月, 202611, or any day of it; 11月 where it is known of which
/// year, 十一月 too. 2026.1 may have been 2026.10 before a spreadsheet took it for a number.
///
/// # Errors
/// Why it is no month.
pub fn written_month(text: &str, hints: DateHints) -> Result<Month, NoDay> {
    let text = with_digits(&folded(text));
    let number = |text: &str| (1..=2).contains(&text.len()).then(|| digits(text)).flatten();
    let month = |year: i32, month: &str| Month::new(year, number(month.trim())?);
    if let Some((year, of_year)) = text
        .split_once('.')
        .filter(|(year, of_year)| year.len() == 4 && digits(year).is_some() && digits(of_year).is_some())
    {
        let year = four_digits(year).ok_or(NoDay::None)?;
        return if of_year == "1" { Err(NoDay::Ambiguous) } else { month(year, of_year).ok_or(NoDay::None) };
    }
    if text.len() == 6
        && digits(&text).is_some()
        && let (Some(year), Some(of_year)) = (text.get(..4).and_then(four_digits), text.get(4..))
    {
        return month(year, of_year).ok_or(NoDay::None);
    }
    let chinese = text.strip_suffix("月份").or_else(|| text.strip_suffix('月'));
    if let Some(of_year) = chinese.filter(|text| !text.contains('年')) {
        Month::new(2000, number(of_year.trim()).ok_or(NoDay::None)?).ok_or(NoDay::None)?;
        return month(hints.year.ok_or(NoDay::NoYear)?, of_year).ok_or(NoDay::None);
    }
    let parts = chinese.and_then(|text| text.split_once('年')).or_else(|| text.split_once(['-', '/']));
    let found = parts.and_then(|(year, of_year)| month(four_digits(year.trim())?, of_year));
    match found {
        Some(month) => Ok(month),
        None => written_day(&text, hints).map(|(day, _)| Month::of(day)),
    }
}

/// Whether what is left of a text begins behind the sign of a day.
fn ends_as_day(text: &str, rest: &str) -> bool {
    text.strip_suffix(rest).is_some_and(|before| before.ends_with(['日', '号']))
}

/// A day of three numbers.
fn three(first: &str, second: &str, third: &str, order: Option<DateOrder>) -> Result<Day, NoDay> {
    let (year, month, day) = match (first.len(), third.len(), order) {
        (4, 1 | 2, _) => (first, second, third),
        (1 | 2, 4, Some(DateOrder::Mdy)) => (third, first, second),
        (1 | 2, 4, Some(DateOrder::Dmy)) => (third, second, first),
        (1 | 2, 4 | 1 | 2, _) => return Err(NoDay::Ambiguous),
        _ => return Err(NoDay::None),
    };
    of_numbers(four_digits(year).ok_or(NoDay::None)?, month, day).ok_or(NoDay::None)
}

fn of_numbers(year: i32, month: &str, day: &str) -> Option<Day> {
    Day::new(year, digits(month)?, digits(day)?)
}

/// The two or three numbers with which a date begins, and what follows them.
fn numbers(text: &str) -> (Vec<&str>, &str) {
    let (mut numbers, mut rest) = (Vec::new(), text);
    while numbers.len() < 3 {
        let start = rest.trim_start();
        let end = start.find(|c: char| !c.is_ascii_digit()).unwrap_or(start.len());
        if end == 0 {
            break;
        }
        numbers.push(&start[..end]);
        rest = &start[end..];
        let sign = rest.trim_start();
        match sign.chars().next() {
            Some(c @ ('日' | '号')) => {
                rest = &sign[c.len_utf8()..];
                break;
            }
            Some(c @ ('-' | '.' | '/' | '年' | '月')) if numbers.len() < 3 => {
                let after = &sign[c.len_utf8()..];
                // What ends in a sign has been cut off, unless the sign names what it is.
                match after.trim_start().starts_with(|c: char| c.is_ascii_digit()) || c == '月' {
                    true => rest = after,
                    false => break,
                }
            }
            _ => break,
        }
    }
    (numbers, rest)
}

/// What stands behind a day: nothing, its day of the week, its hours.
fn behind(day: Day, rest: &str) -> Result<Option<Clock>, NoDay> {
    // Digits and parts of the day follow only the sign of a day.
    let is_apart = rest.starts_with([' ', 'T', '(', '（', '[', '【', '　', ',', '，', '上', '下', '中', '晚'])
        || rest.starts_with(|c: char| c.is_ascii_digit());
    let plain = rest.trim().trim_start_matches(['T', ',', '，']).trim();
    if plain.is_empty() {
        return Ok(None);
    }
    let mut hours = None;
    for part in plain.split(['(', ')', '[', ']', '【', '】', ' ']).filter(|part| !part.is_empty()) {
        if let Some(said) = weekday(part) {
            if said != day.weekday() {
                return Err(NoDay::Weekday(day));
            }
            continue;
        }
        if !is_apart {
            return Err(NoDay::None);
        }
        hours = Some(match zone(part) {
            None => Clock::typed(part).ok_or_else(|| NoDay::Behind(plain.to_owned()))?,
            Some((local, true)) => Clock::typed(local).ok_or(NoDay::None)?,
            Some((_, false)) => return Err(NoDay::Zone),
        });
    }
    Ok(hours)
}

/// The hours of a moment whose time zone is said, and whether it is that of China.
fn zone(text: &str) -> Option<(&str, bool)> {
    if let Some(hours) = text.strip_suffix(['Z', 'z']) {
        return Some((hours, false));
    }
    let at = text.rfind(['+', '-']).filter(|at| text[..*at].matches(':').count() == 2)?;
    Some((&text[..at], matches!(&text[at..], "+08:00" | "+0800" | "+08")))
}

/// The day of the week a word means: `fri`, `friday`, `周五`, `星期五`.
pub(super) fn weekday(text: &str) -> Option<Weekday> {
    let chinese = ["周", "星期", "礼拜"].iter().find_map(|prefix| text.strip_prefix(prefix));
    match chinese {
        Some("一") => Some(Weekday::Mon),
        Some("二") => Some(Weekday::Tue),
        Some("三") => Some(Weekday::Wed),
        Some("四") => Some(Weekday::Thu),
        Some("五") => Some(Weekday::Fri),
        Some("六") => Some(Weekday::Sat),
        Some("日" | "天") => Some(Weekday::Sun),
        Some(_) => None,
        None => text.parse().ok(),
    }
}

/// A day of eight digits.
fn eight_digits(text: &str) -> Option<Day> {
    (text.len() == 8).then(|| of_numbers(four_digits(text.get(..4)?)?, text.get(4..6)?, text.get(6..)?)).flatten()
}

/// The day a spreadsheet means by a number, counted from 30 December 1899: those of 1955 to 2099.
fn serial(text: &str) -> Option<Day> {
    let whole = text.split_once('.').filter(|(_, part)| digits(part).is_some()).map_or(text, |(whole, _)| whole);
    let number = digits(whole).filter(|number| whole.len() == 5 && (20_000..73_051).contains(number))?;
    Some(Day::FIRST.plus(u64::from(number) - 2))
}

/// A year in four digits.
pub(super) fn four_digits(text: &str) -> Option<i32> {
    (text.len() == 4).then(|| digits(text)).flatten().and_then(|year| i32::try_from(year).ok())
}

/// A number of nothing but digits.
pub(super) fn digits(text: &str) -> Option<u32> {
    let right = (1..=9).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    right.then(|| text.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str, order: Option<DateOrder>) -> Result<String, NoDay> {
        written_day(text, DateHints { order, ..DateHints::default() }).map(|(day, hours)| {
            let hours = hours.map(|hours| format!(" {hours}")).unwrap_or_default();
            format!("{day}{hours}")
        })
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
            "2026年11月5",
            "2026 年 11 月 5 日",
            "20261105",
            "２０２６．１１．５",
            "２０２６年１１月５日",
            "2026.11.5 周四",
            "2026年11月5日（星期四）",
            "2026-11-5 (Thu)",
            "2026年11月5日星期四",
            "二〇二六年十一月五日",
            "二零二六年十一月五号",
        ] {
            assert_eq!(day(text, None).as_deref(), Ok("2026-11-05"), "{text}");
        }
        for (text, hours) in [
            ("2026-11-05 19:30", "19:30"),
            ("2026-11-05T19:30:00", "19:30"),
            ("2026-11-05T19:30:00+08:00", "19:30"),
            ("2026/11/5  14:30", "14:30"),
            ("2026年11月5日 下午2:30", "14:30"),
            ("2026年11月5日（周四）14:30-16:00", "14:30-16:00"),
        ] {
            assert_eq!(day(text, None), Ok(format!("2026-11-05 {hours}")), "{text}");
        }
        for text in ["11/5/2026", "5.11.2026", "25/12/2026", "26.11.5", "11-5-26"] {
            assert_eq!(day(text, None), Err(NoDay::Ambiguous), "{text}");
        }
        assert_eq!(day("11/5/2026", Some(DateOrder::Mdy)).as_deref(), Ok("2026-11-05"));
        assert_eq!(day("11/5/2026", Some(DateOrder::Dmy)).as_deref(), Ok("2026-05-11"));
        assert_eq!(day("25.12.2026", Some(DateOrder::Dmy)).as_deref(), Ok("2026-12-25"));
        assert_eq!(day("25/12/2026", Some(DateOrder::Mdy)), Err(NoDay::None));
    }

    #[test]
    fn what_is_no_day_says_why() {
        let thursday = Day::new(2026, 11, 5).expect("a day");
        for (text, why) in [
            ("11月5日", NoDay::NoYear),
            ("11.5", NoDay::NoYear),
            ("5号", NoDay::NoMonth),
            ("9日（周五）", NoDay::NoMonth),
            ("0", NoDay::Lookup),
            ("1900-01-00", NoDay::Lookup),
            ("43646", NoDay::Serial(Day::new(2019, 6, 30).expect("a day"))),
            ("46331.75", NoDay::Serial(thursday)),
            ("2026-11-04T16:00:00.000Z", NoDay::Zone),
            ("2026-11-04T16:00:00-05:00", NoDay::Zone),
            ("2026-11-05（周三）", NoDay::Weekday(thursday)),
            ("2026年11月5日星期五", NoDay::Weekday(thursday)),
            ("2026-11-05（作废）", NoDay::Behind("(作废)".into())),
            ("2026.11.5 补", NoDay::Behind("补".into())),
        ] {
            assert_eq!(day(text, None), Err(why), "{text}");
        }
        for text in [
            "",
            "2026",
            "2026-11",
            "2026-02-29",
            "2026.13.1",
            "2026-11-05-06",
            "2026-11-05x",
            "2026-11-0512",
            "today",
            "2026--05",
            "2026-11-051",
            "２０２６",
            "2026年11月",
            "5 Nov 2026",
            "13月1日",
            "5",
            "32号",
        ] {
            assert_eq!(day(text, None), Err(NoDay::None), "{text}");
        }
    }

    #[test]
    fn a_day_without_its_year_is_one_of_the_year_that_is_known() {
        let of = |text: &str| written_day(text, DateHints::year(2026)).map(|(day, _)| day.to_string());
        for text in ["11月5日", "11.5", "11-05", "11/5", "１１月５日", "11月5号（周四）"] {
            assert_eq!(of(text).as_deref(), Ok("2026-11-05"), "{text}");
        }
        assert_eq!(of("2月29日"), Err(NoDay::None));
    }

    #[test]
    fn a_day_without_its_month_is_one_of_the_month_that_is_known() {
        let november = DateHints::around(Day::new(2026, 11, 30).expect("a day"));
        let of = |text: &str| {
            let (day, hours) = written_day(text, november)?;
            Ok(format!("{day}{}", hours.map(|hours| format!(" {hours}")).unwrap_or_default()))
        };
        for text in ["5号", "5日", "05号", "５号", "五号", "5号（周四）"] {
            assert_eq!(of(text).as_deref(), Ok("2026-11-05"), "{text}");
        }
        assert_eq!(of("5号下午两点半").as_deref(), Ok("2026-11-05 14:30"));
        assert_eq!(of("5号周五"), Err(NoDay::Weekday(Day::new(2026, 11, 5).expect("a day"))));
        assert_eq!(of("31号"), Err(NoDay::None));
    }

    #[test]
    fn months_are_read_as_people_write_them() {
        let read = |text: &str| written_month(text, DateHints::default()).map(|month| month.to_string());
        for text in
            ["2026-11", "2026.11", "2026/11", "2026年11月", "2026年11月份", "202611", "2026-11-05", "2026年11月5日"]
        {
            assert_eq!(read(text).as_deref(), Ok("2026-11"), "{text}");
        }
        assert_eq!(read("2026年1月").as_deref(), Ok("2026-01"));
        assert_eq!(read("2026-1").as_deref(), Ok("2026-01"));
        assert_eq!(read("2026.1"), Err(NoDay::Ambiguous));
        assert_eq!(read("2019.6").as_deref(), Ok("2019-06"));
        assert_eq!(read("2026年十二月").as_deref(), Ok("2026-12"));
        assert_eq!(read("11月"), Err(NoDay::NoYear));
        assert_eq!(
            written_month("11月份", DateHints::year(2026)).map(|month| month.to_string()).as_deref(),
            Ok("2026-11")
        );
        for text in ["", "13月", "2026-13", "2026", "26-11", "2026.111", "2026年"] {
            assert!(read(text).is_err(), "{text}");
        }
    }
}
