//! Numbers in Chinese: 两, 十二, 一个半, 二〇二六年十一月五日.

/// What numbers in Chinese are made of, each with what it is worth.
const NUMERALS: [(char, u32); 13] = [
    ('〇', 0),
    ('零', 0),
    ('一', 1),
    ('二', 2),
    ('两', 2),
    ('三', 3),
    ('四', 4),
    ('五', 5),
    ('六', 6),
    ('七', 7),
    ('八', 8),
    ('九', 9),
    ('十', TEN),
];

const TEN: u32 = 10;

fn worth(c: char) -> Option<u32> {
    NUMERALS.iter().find(|(numeral, _)| *numeral == c).map(|(_, worth)| *worth)
}

/// A number below a hundred, 十二 or 二十三, or one that is told digit by digit as years are: 二〇二六.
fn whole(text: &str) -> Option<String> {
    let worths = text.chars().map(worth).collect::<Option<Vec<_>>>()?;
    let unit = |worth: u32| (1..TEN).contains(&worth);
    match worths[..] {
        [TEN] => Some("10".to_owned()),
        [TEN, one] if unit(one) => Some((TEN + one).to_string()),
        [tens, TEN] if unit(tens) => Some((tens * TEN).to_string()),
        [tens, TEN, one] if unit(tens) && unit(one) => Some((tens * TEN + one).to_string()),
        [] => None,
        _ => worths.iter().map(|worth| char::from_digit(*worth, TEN)).collect(),
    }
}

/// A number with a half or not, in plain digits: 两, 一个半, 半, 2个半, 12.
pub(super) fn with_half(text: &str) -> Option<String> {
    let text = text.trim();
    let (number, has_half) = match text.strip_suffix('半') {
        Some(before) => (before.trim(), true),
        None => (text, false),
    };
    let number = number.strip_suffix('个').unwrap_or(number).trim();
    let is_digits = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
    let whole = match number {
        "" if has_half => "0".to_owned(),
        _ if is_digits => number.to_owned(),
        _ => whole(number)?,
    };
    Some(if has_half { whole + ".5" } else { whole })
}

/// A text in which the numbers of days and hours are digits: 二〇二六年十一月五日 下午两点半 is 2026年11月5日 下午2点半.
pub fn with_digits(text: &str) -> String {
    const SIGNS: [char; 7] = ['年', '月', '日', '号', '点', '时', '分'];
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let run = rest.find(|c: char| worth(c).is_none()).unwrap_or(rest.len());
        if run == 0 {
            plain.push(first);
            rest = &rest[first.len_utf8()..];
            continue;
        }
        let (number, after) = rest.split_at(run);
        match whole(number).filter(|_| after.starts_with(SIGNS)) {
            Some(digits) => plain.push_str(&digits),
            None => plain.push_str(number),
        }
        rest = after;
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_with_a_half_are_read() {
        for (text, expected) in [
            ("两", Some("2")),
            ("一个半", Some("1.5")),
            ("半个", None),
            ("半", Some("0.5")),
            ("2个半", Some("2.5")),
            ("两个", Some("2")),
            ("十二", Some("12")),
            ("二十", Some("20")),
            ("三十六", Some("36")),
            ("十", Some("10")),
            ("", None),
            ("几", None),
            ("十十", None),
        ] {
            assert_eq!(with_half(text).as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn numbers_of_days_and_hours_become_digits() {
        for (text, expected) in [
            ("二〇二六年十一月五日", "2026年11月5日"),
            ("二零二六年十二月三十一日", "2026年12月31日"),
            ("十一月份", "11月份"),
            ("下午两点半", "下午2点半"),
            ("九时三十分", "9时30分"),
            ("星期一", "星期一"),
            ("第三季度", "第三季度"),
            ("一〇", "一〇"),
            ("11月5日", "11月5日"),
        ] {
            assert_eq!(with_digits(text), expected, "{text}");
        }
    }
}
