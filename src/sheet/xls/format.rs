//! Which formats of numbers show a day.

use crate::sheet::grid::Shown;

/// How a format shows numbers that has a number of its own and no text.
pub(super) fn of_code(code: u16) -> Shown {
    match code {
        14..=22 | 27..=36 | 45 | 47 | 50..=58 => Shown::Moment,
        46 => Shown::Duration,
        _ => Shown::Number,
    }
}

/// How a format shows numbers, by its text: `yyyy"年"m"月"d"日"`.
pub(super) fn of_text(format: &str) -> Shown {
    if format.eq_ignore_ascii_case("general") {
        return Shown::Number;
    }
    let mut signs = format.chars();
    while let Some(sign) = signs.next() {
        match sign.to_ascii_lowercase() {
            // What is literal.
            '"' => drop(signs.by_ref().find(|sign| *sign == '"')),
            '\\' | '_' | '*' => drop(signs.next()),
            '[' => {
                let inner: String = signs.by_ref().take_while(|sign| *sign != ']').collect();
                let inner = inner.to_ascii_lowercase();
                if !inner.is_empty() && ["h", "m", "s"].iter().any(|unit| inner.replace(unit, "").is_empty()) {
                    return Shown::Duration;
                }
            }
            // What follows is for numbers below 0.
            ';' => break,
            'y' | 'm' | 'd' | 'h' | 's' | 'a' => return Shown::Moment,
            _ => {}
        }
    }
    Shown::Number
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_of_days_are_known() {
        for format in [
            "yyyy-mm-dd",
            "YYYY/M/D",
            "yyyy\"年\"m\"月\"d\"日\"",
            "[$-804]yyyy年m月d日",
            "[DBNum1][$-804]yyyy\"年\"m\"月\"d\"日\";@",
            "h:mm",
            "aaaa",
            "上午/下午h\"时\"",
        ] {
            assert_eq!(of_text(format), Shown::Moment, "{format}");
        }
        for format in ["[h]:mm", "[HH]:mm:ss", "[mm]:ss"] {
            assert_eq!(of_text(format), Shown::Duration, "{format}");
        }
        for format in [
            "General",
            "0.00",
            "#,##0;[Red]-#,##0",
            "0\"d\"",
            "\\d0",
            "_d0",
            "0.00E+00",
            "@",
            "0;yyyy",
            "[Red]0",
            "¥#,##0",
            "\"",
            "[",
        ] {
            assert_eq!(of_text(format), Shown::Number, "{format}");
        }
        let moments = [14, 22, 27, 31, 36, 57, 58];
        assert!(moments.iter().all(|code| of_code(*code) == Shown::Moment));
        assert!([0, 13, 23, 37, 49, 59, 164].iter().all(|code| of_code(*code) == Shown::Number));
    }
}
