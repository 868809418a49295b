//! Days and periods as people say them.

use chrono::Weekday;

use super::{Day, Month, Period};

/// The day a person means: `2026-11-05`, `11-05` of this year, `today`, `yesterday`, `friday` (the last one, today
/// included), `今天`, `昨天`, `前天`, `周五`, `11月5日`.
pub fn parse_day(text: &str, today: Day) -> Option<Day> {
    let text = text.trim();
    match text.to_lowercase().as_str() {
        "today" | "今天" | "今日" => return Some(today),
        "yesterday" | "昨天" | "昨日" => return Some(today.minus(1)),
        "前天" => return Some(today.minus(2)),
        _ => {}
    }
    if let Some(weekday) = weekday(text) {
        let back = (7 + today.weekday().num_days_from_monday() - weekday.num_days_from_monday()) % 7;
        return Some(today.minus(back.into()));
    }
    Day::parse(text).or_else(|| month_and_day(text, today.year()))
}

/// The day of the week a word means: `fri`, `friday`, `周五`, `星期五`.
fn weekday(text: &str) -> Option<Weekday> {
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

/// A day of a year without its year: `11-05`, `11月5日`.
fn month_and_day(text: &str, year: i32) -> Option<Day> {
    let parts = text.split_once('-').or_else(|| text.strip_suffix(['日', '号'])?.split_once('月'));
    let (month, day) = parts?;
    Day::new(year, number(month)?, number(day)?)
}

/// One or two digits.
fn number(text: &str) -> Option<u32> {
    let right = (1..=2).contains(&text.len()) && text.bytes().all(|digit| digit.is_ascii_digit());
    right.then(|| text.parse().ok()).flatten()
}

/// The period a person means: `2026`, `2026-11`, `2026-11-05`, `2026Q4`, `2026H2`, `2026-09..2026-11`, `11月`,
/// `this-month`, `last-month`, `this-quarter`, `last-quarter`, `this-year`, `last-year`, `本月`, `上月`, `今年` and the like.
pub fn parse_period(text: &str, today: Day) -> Option<Period> {
    let text = text.trim();
    if let Some((first, last)) = text.split_once("..") {
        return Period::new(parse_period(first, today)?.first, parse_period(last, today)?.last);
    }
    let month = Month::of(today);
    let quarter = Period::quarter_of(today);
    match text.to_lowercase().as_str() {
        "this-month" | "本月" | "这个月" => return Some(month.period()),
        "last-month" | "上月" | "上个月" => return Some(month.before().period()),
        "this-quarter" | "本季度" | "本季" => return Some(quarter),
        "last-quarter" | "上季度" | "上季" => return Some(Period::quarter_of(quarter.first.minus(1))),
        "this-year" | "今年" | "本年" => return Some(Period::year_of(today)),
        "last-year" | "去年" | "上年" => return Period::year(today.year() - 1),
        _ => {}
    }
    let upper = text.to_ascii_uppercase();
    if let Some((year, quarter)) = upper.split_once('Q') {
        let first = number(quarter).filter(|quarter| (1..=4).contains(quarter))? * 3 - 2;
        return months(four_digits(year)?, first, first + 2);
    }
    if let Some((year, half)) = upper.split_once('H') {
        let first = number(half).filter(|half| (1..=2).contains(half))? * 6 - 5;
        return months(four_digits(year)?, first, first + 5);
    }
    if let Some(month) = text.strip_suffix('月').and_then(number) {
        return months(today.year(), month, month);
    }
    let year = four_digits(text.strip_suffix('年').unwrap_or(text)).and_then(Period::year);
    year.or_else(|| Month::parse(text).map(Month::period)).or_else(|| parse_day(text, today).map(Period::day))
}

/// A year in four digits.
fn four_digits(text: &str) -> Option<i32> {
    let right = text.len() == 4 && text.bytes().all(|digit| digit.is_ascii_digit());
    right.then(|| text.parse().ok()).flatten()
}

/// The months of a year from one to another.
fn months(year: i32, first: u32, last: u32) -> Option<Period> {
    Period::months(Month::new(year, first)?, Month::new(year, last)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A Monday.
    fn today() -> Day {
        Day::new(2026, 11, 23).expect("a day")
    }

    #[track_caller]
    fn day(text: &str, expected: &str) {
        assert_eq!(parse_day(text, today()).map(|day| day.to_string()).as_deref(), Some(expected), "{text}");
    }

    #[test]
    fn days_as_people_say_them() {
        day("2026-11-05", "2026-11-05");
        day("11-05", "2026-11-05");
        day("1-5", "2026-01-05");
        day("today", "2026-11-23");
        day("Yesterday", "2026-11-22");
        day("monday", "2026-11-23");
        day("fri", "2026-11-20");
        day("周五", "2026-11-20");
        day("星期天", "2026-11-22");
        day("今天", "2026-11-23");
        day("前天", "2026-11-21");
        day("11月5日", "2026-11-05");
        for bad in ["2026-02-29", "02-30", "13-01", "周八", "", "soon", "2026-1-5", "+1-05", "99999-01-01"] {
            assert_eq!(parse_day(bad, today()), None, "{bad}");
        }
    }

    #[test]
    fn yesterday_of_new_years_day_is_last_year() {
        let new_year = Day::new(2027, 1, 1).expect("a day");
        assert_eq!(parse_day("yesterday", new_year), Day::new(2026, 12, 31));
        assert_eq!(parse_period("last-month", new_year), Period::parse_for_test("2026-12-01", "2026-12-31"));
        assert_eq!(parse_period("上季度", new_year), Period::parse_for_test("2026-10-01", "2026-12-31"));
    }

    #[track_caller]
    fn period(text: &str, first: &str, last: &str) {
        assert_eq!(parse_period(text, today()), Period::parse_for_test(first, last), "{text}");
    }

    #[test]
    fn periods_as_people_say_them() {
        period("2026-11", "2026-11-01", "2026-11-30");
        period("2028-02", "2028-02-01", "2028-02-29");
        period("2026Q4", "2026-10-01", "2026-12-31");
        period("2026q1", "2026-01-01", "2026-03-31");
        period("2026H2", "2026-07-01", "2026-12-31");
        period("2026", "2026-01-01", "2026-12-31");
        period("2026-09..2026-11", "2026-09-01", "2026-11-30");
        period("2026-11-05..2026-11-07", "2026-11-05", "2026-11-07");
        period("2026-11-05", "2026-11-05", "2026-11-05");
        period("this-month", "2026-11-01", "2026-11-30");
        period("本月", "2026-11-01", "2026-11-30");
        period("上月", "2026-10-01", "2026-10-31");
        period("今年", "2026-01-01", "2026-12-31");
        period("去年", "2025-01-01", "2025-12-31");
        period("10月", "2026-10-01", "2026-10-31");
        period("this-quarter", "2026-10-01", "2026-12-31");
        for bad in ["", "2026-13", "2026Q5", "2026Q0", "2026H3", "2026-11..2026-09", "..", "0000", "Q4", "2026QQ"] {
            assert_eq!(parse_period(bad, today()), None, "{bad}");
        }
    }

    #[test]
    fn a_period_says_itself_as_it_is_typed() {
        for text in ["2026", "2026-11", "2026Q4", "2026H1", "2026-09..2026-11", "2026-11-05", "2026-11-05..2026-11-07"]
        {
            let shown = parse_period(text, today()).map(|period| period.to_string());
            assert_eq!(shown.as_deref(), Some(text));
        }
    }

    impl Period {
        fn parse_for_test(first: &str, last: &str) -> Option<Self> {
            Self::new(Day::parse(first)?, Day::parse(last)?)
        }
    }
}
