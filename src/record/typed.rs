//! What people type, in the plainest form.

use super::numeral::with_half;

/// A text with full-width letters, digits and signs made plain, and without the spaces around it.
pub fn folded(text: &str) -> String {
    let plain = |c: char| match c {
        '！'..='～' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '\u{3000}' | '\u{a0}' => ' ',
        other => other,
    };
    text.chars().map(plain).collect::<String>().trim().to_owned()
}

/// A number as people write it, in plain digits: ３ 分, 1,110.00, −2, ¥45.50元; beside its unit in words too: 两小时, 一个半
/// 小时, 2小时半, 三分.
pub fn plain_number(text: &str, units: &[&str]) -> String {
    let text = folded(text).replace(['−', '－', '﹣', '–'], "-").replace('﹢', "+");
    let text = text.trim_start_matches(['¥', '￥']).trim();
    // 2小时半 is 2个半小时.
    let (before, half) = text.strip_suffix('半').map_or((text, ""), |before| (before, "半"));
    let of_unit = units.iter().find_map(|unit| before.strip_suffix(unit));
    if let Some(number) = of_unit.and_then(|number| with_half(&format!("{number}{half}"))) {
        return number;
    }
    let bare = of_unit.filter(|_| half.is_empty()).unwrap_or(text).trim();
    let (whole, part) = bare.split_once('.').map_or((bare, ""), |(whole, part)| (whole, part));
    let mut groups = whole.trim_start_matches(['-', '+']).split(',');
    let first = groups.next().is_some_and(|first| (1..=3).contains(&first.len()));
    let rest: Vec<_> = groups.collect();
    let is_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    // Commas part thousands, and nothing else: 1,11 may be 1.11 to some.
    let parts_thousands = first && !rest.is_empty() && rest.iter().all(|group| group.len() == 3 && is_digits(group));
    if parts_thousands && is_digits(part) { bare.replace(',', "") } else { bare.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_people_write_them() {
        for (typed, expected) in [
            ("３ 分", "3"),
            ("1,110.00", "1110.00"),
            ("１，１１０", "1110"),
            ("−2", "-2"),
            ("－2", "-2"),
            ("+1.5", "+1.5"),
            ("¥45.50元", "45.50"),
            ("45.50 元", "45.50"),
            ("1,11", "1,11"),
            ("1,110,0", "1,110,0"),
            ("1.110,00", "1.110,00"),
            ("a,bcd", "a,bcd"),
            ("两小时", "2"),
            ("一个半小时", "1.5"),
            ("1个半小时", "1.5"),
            ("半小时", "0.5"),
            ("2小时半", "2.5"),
            ("2.5小时", "2.5"),
            ("三分", "3"),
            ("十二 元", "12"),
            ("两", "两"),
            ("2.5小时半", "2.5小时半"),
            ("", ""),
        ] {
            assert_eq!(plain_number(typed, &["分", "元", "小时"]), expected, "{typed}");
        }
    }
}
