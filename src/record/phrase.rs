//! Days and periods as people say them.

use super::when::{digits, four_digits, weekday};
use super::{DateHints, Day, Month, Period, folded, written_day, written_month};

/// The day a person means: any that [`written_day`] reads, of this year where no year is said, and `today`, `yesterday`,
/// `friday` (the last one, today included), `今天`, `昨天`, `前天`, `周五`, `上周五`, `本周五`, `5号` of this month, `上月5号`.
pub fn parse_day(text: &str, today: Day) -> Option<Day> {
    let text = folded(text);
    match text.to_lowercase().as_str() {
        "today" | "今天" | "今日" => return Some(today),
        "yesterday" | "昨天" | "昨日" => return Some(today.minus(1)),
        "前天" | "前日" => return Some(today.minus(2)),
        "大前天" => return Some(today.minus(3)),
        _ => {}
    }
    let monday = today.minus(today.weekday().num_days_from_monday().into());
    let of_week = |monday: Day, word: &str| Some(monday.plus(weekday(word)?.num_days_from_monday().into()));
    for (prefix, monday) in [("上", monday.minus(7)), ("本", monday), ("这", monday), ("下", monday.plus(7))] {
        let word = text.strip_prefix(prefix).map(|word| word.strip_prefix('个').unwrap_or(word));
        if let Some(day) = word.and_then(|word| of_week(monday, word)) {
            return Some(day);
        }
    }
    if let Some(weekday) = weekday(&text) {
        let back = (7 + today.weekday().num_days_from_monday() - weekday.num_days_from_monday()) % 7;
        return Some(today.minus(back.into()));
    }
    let month = Month::of(today);
    let months = [("上个月", month.before()), ("上月", month.before()), ("这个月", month), ("本月", month)];
    let of_month = months.iter().find_map(|(prefix, month)| Some((text.strip_prefix(prefix)?, *month)));
    // Behind the name of a month only its day is left.
    let (text, month) = match of_month {
        Some((rest, month)) => (rest.ends_with(['号', '日']).then_some(rest)?, month),
        None => (text.as_str(), month),
    };
    let read = written_day(text, DateHints { month: Some(month), ..DateHints::around(today) }).ok()?;
    let is_of_month = of_month.is_none() || Month::of(read.0) == month;
    (is_of_month && read.1.is_none()).then_some(read.0)
}

impl Period {
    /// A period as files write it: `2026-10`, `2026Q3`, `2026`.
    pub fn parse(text: &str) -> Option<Self> {
        let any = Day::new(2000, 1, 1)?;
        parse_period(text, any).filter(|period| period.to_string() == text)
    }
}

/// The period a person means: `2026`, `2026-11`, `2026-11-05`, `2026Q4`, `2026H2`, `2026-09..2026-11`, `11月`, `2026年四季度`,
/// `上半年`, `this-month`, `last-month`, `this-quarter`, `last-quarter`, `this-year`, `last-year`, `本月`, `上月`, `今年` and
/// the like.
pub fn parse_period(text: &str, today: Day) -> Option<Period> {
    let text = folded(text);
    let parts = ["..", "至", "到", "~"].iter().find_map(|sign| text.split_once(sign));
    if let Some((first, last)) = parts {
        let first = parse_period(first, today)?;
        // What ends a stretch is of the year in which it began, where it says none.
        let of_year = Day::new(first.last.year(), today.month(), today.day().min(28)).unwrap_or(today);
        return Period::new(first.first, parse_period(last, of_year)?.last);
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
    if let Some((year, part)) = part_of_year(&text) {
        let year = if year.is_empty() { today.year() } else { four_digits(year)? };
        return match part {
            Part::Quarter(quarter) => months(year, quarter * 3 - 2, quarter * 3),
            Part::Half(half) => months(year, half * 6 - 5, half * 6),
        };
    }
    let year = four_digits(text.strip_suffix('年').unwrap_or(&text)).and_then(Period::year);
    // A day before a month: 11.5 is a day.
    let day = || parse_day(&text, today).map(Period::day);
    let month = || {
        let typed = text.split_once('.').filter(|(year, _)| year.len() == 4);
        let typed = typed.map_or_else(|| text.clone(), |(year, month)| format!("{year}-{month}"));
        written_month(&typed, DateHints::around(today)).ok().map(Month::period)
    };
    year.or_else(day).or_else(month)
}

/// A part of a year.
enum Part {
    Quarter(u32),
    Half(u32),
}

/// A quarter or half, and the year before it, which may be empty: `2026Q4`, `2026-Q4`, `2026年四季度`, `第四季度`, `下半年`.
fn part_of_year(text: &str) -> Option<(&str, Part)> {
    let upper = text.to_ascii_uppercase();
    for (sign, most) in [('Q', 4), ('H', 2)] {
        if let Some((before, after)) = upper.split_once(sign) {
            let of = digits(after).filter(|of| after.len() == 1 && (1..=most).contains(of))?;
            let before = text.get(..before.len())?.trim_end_matches(['-', ' ', '年']);
            return Some((before, if sign == 'Q' { Part::Quarter(of) } else { Part::Half(of) }));
        }
    }
    let chinese = |before: &'_ str| before.trim_end_matches(['年', ' ', '-']).len();
    for (word, half) in [("上半年", 1), ("下半年", 2)] {
        if let Some(before) = text.strip_suffix(word) {
            return Some((&text[..chinese(before)], Part::Half(half)));
        }
    }
    let before = text.strip_suffix("季度").or_else(|| text.strip_suffix('季'))?;
    let last = before.chars().next_back()?;
    let quarter = match last {
        '一' | '1' => 1,
        '二' | '2' => 2,
        '三' | '3' => 3,
        '四' | '4' => 4,
        _ => return None,
    };
    let before = before[..before.len() - last.len_utf8()].trim_end_matches('第');
    Some((&text[..chinese(before)], Part::Quarter(quarter)))
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
        for typed in [
            "11.5",
            "11/5",
            "2026.11.05",
            "2026/11/5",
            "2026年11月5日",
            "20261105",
            "5号",
            "１１月５日",
            "2026-11-5",
            "2026-11-05（周四）",
        ] {
            day(typed, "2026-11-05");
        }
        day("2015-7-1", "2015-07-01");
        day("上周五", "2026-11-20");
        day("上星期一", "2026-11-16");
        day("本周一", "2026-11-23");
        day("下周二", "2026-12-01");
        day("上个星期五", "2026-11-20");
        day("上月5号", "2026-10-05");
        day("上个月三十一日", "2026-10-31");
        day("本月5日", "2026-11-05");
        day("十一月五日", "2026-11-05");
        for bad in [
            "2026-02-29",
            "02-30",
            "13-01",
            "周八",
            "",
            "soon",
            "+1-05",
            "99999-01-01",
            "11/5/2026",
            "5.11.2026",
            "31号",
            "上月11月5日",
            "上月",
            "2026-11-05 周三",
            "2026-11-05 19:30",
        ] {
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
        for typed in ["2026-Q4", "Q4", "四季度", "第四季度", "2026年四季度", "2026年第4季度", "2026 Q4"]
        {
            period(typed, "2026-10-01", "2026-12-31");
        }
        for typed in ["2026年11月", "2026.11", "2026/11", "11月", "１１月", "2026年11月份", "202611"] {
            period(typed, "2026-11-01", "2026-11-30");
        }
        period("2026.1", "2026-01-01", "2026-01-31");
        period("下半年", "2026-07-01", "2026-12-31");
        period("2025年上半年", "2025-01-01", "2025-06-30");
        period("2025年9月至11月", "2025-09-01", "2025-11-30");
        period("11.5", "2026-11-05", "2026-11-05");
        period("2026-11-05..2026-11-07", "2026-11-05", "2026-11-07");
        period("2026-11-05", "2026-11-05", "2026-11-05");
        period("this-month", "2026-11-01", "2026-11-30");
        period("本月", "2026-11-01", "2026-11-30");
        period("上月", "2026-10-01", "2026-10-31");
        period("今年", "2026-01-01", "2026-12-31");
        period("去年", "2025-01-01", "2025-12-31");
        period("10月", "2026-10-01", "2026-10-31");
        period("this-quarter", "2026-10-01", "2026-12-31");
        for bad in
            ["", "2026-13", "2026Q5", "2026Q0", "2026H3", "2026-11..2026-09", "..", "0000", "2026QQ", "五季度", "26Q4"]
        {
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
