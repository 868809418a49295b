//! What is said when something is wrong.

use super::{Text, sentences};

/// A piece of somebody's text as it may be shown: short, without control characters; a line break is a sign.
pub fn shown(text: &str) -> String {
    let signed = |c: char| if c == '\n' { '↵' } else { c };
    let mut shown: String = text.chars().take(60).map(signed).flat_map(visible).collect();
    if text.chars().count() > 60 {
        shown.push('…');
    }
    shown
}

/// A text that moves no cursor and turns no line round: control characters and marks of direction are shown as codes.
/// Line ends and tabs stay.
pub fn harmless(text: &str) -> std::borrow::Cow<'_, str> {
    let harmful = |c: char| !matches!(c, '\n' | '\t') && visible(c).count() > 1;
    match text.contains(harmful) {
        true => text
            .chars()
            .flat_map(|c| if matches!(c, '\n' | '\t') { vec![c] } else { visible(c).collect() })
            .collect::<String>()
            .into(),
        false => text.into(),
    }
}

/// Whether a name is plain: no control characters, no marks of direction, one line. What cannot be seen and does nothing
/// is left out of a name, and no reason to refuse it.
pub fn is_plain_name(name: &str) -> bool {
    let does_nothing = |c: char| matches!(c, '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{2060}'..='\u{2065}');
    !name.chars().any(|c| visible(c).count() > 1 && !does_nothing(c))
}

/// A character, or its code where it cannot be seen.
fn visible(c: char) -> impl Iterator<Item = char> {
    let hidden = c.is_control()
        || matches!(c, '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}')
        || matches!(c, '\u{2060}'..='\u{2069}' | '\u{feff}');
    let code = hidden.then(|| format!("\\u{{{:x}}}", u32::from(c)));
    code.unwrap_or_else(|| c.to_string()).chars().collect::<Vec<_>>().into_iter()
}

/// The name of a type of TOML.
pub fn type_name(name: &str) -> Text {
    match name {
        "amount" => Text::new("金额（用引号，如 \"45.50\"）", "an amount in quotes such as \"45.50\""),
        "array" => Text::new("列表", "a list"),
        "boolean" => Text::new("true 或 false", "true or false"),
        "date" => Text::new("日期（如 2026-11-05）", "a date such as 2026-11-05"),
        "datetime" => Text::new("日期或时间", "a date or time"),
        "hours" => Text::new("学时（整数或 .5）", "hours, whole or .5"),
        "float" => Text::new("小数", "a fraction"),
        "integer" => Text::new("整数", "a whole number"),
        "percent" => Text::new("百分比（如 0.5）", "a percentage such as 0.5"),
        "points" => Text::new("积分（最多一位小数）", "points, with one decimal at most"),
        "string" => Text::new("文字（用引号）", "a text in quotes"),
        "table" => Text::new("一组键值", "a table"),
        other => Text::same(other),
    }
}

sentences! {
    /// An id of which some systems have no file.
    id_of_device(id) { zh: "“{id}”在 Windows 上不能作文件名，不能作编号", en: "`{id}` cannot be the name of a file on Windows, and so is no id" }
    /// An id that is no id.
    bad_id(id) { zh: "“{id}”不能作编号：只用小写字母、数字和单个连字符", en: "`{id}` is no id: use lower-case letters, digits and single dashes" }
    /// A date beyond the calendar.
    bad_date(date) { zh: "{date} 不是 1900 年至 2199 年之间的日期", en: "{date} is no date between 1900 and 2199" }
    /// A language that is not spoken.
    bad_lang(lang) { zh: "没有语言“{lang}”，只有 zh 和 en", en: "no language `{lang}`, only zh and en" }
    /// Points that are no points.
    bad_points(points) { zh: "{points} 不是积分：最多一位小数，不超过一百万", en: "{points} is not a number of points: one decimal at most, up to a million" }
    /// Hours that are no hours.
    bad_time(time) { zh: "“{time}”不是时间：应如 19:30-20:40", en: "`{time}` is no time: write 19:30-20:40" }
    /// A word that is none of a few.
    bad_word(word, known) { zh: "“{word}”不在可用的词中：{known}", en: "`{word}` is none of: {known}" }
    /// What git leaves of two edits of one line.
    conflict_marker() { zh: "文件里还有合并冲突的标记", en: "the file still has the marks of a merge conflict" }
    /// What to do about it.
    cure_conflict_marker() { zh: "zhibu resolve 逐项列出、处理；或者留下要的内容，删去 <<<<<<<、=======、>>>>>>> 各行", en: "`zhibu resolve` shows and settles it, or keep what is right and delete the lines <<<<<<<, ======= and >>>>>>>" }
    /// The nearest name.
    did_you_mean(name) { zh: "是不是“{name}”？", en: "did you mean `{name}`?" }
    /// A key that has to be there.
    missing_key(key) { zh: "缺少“{key}”", en: "`{key}` is missing" }
    /// What to write there: a line as an example.
    cure_missing_key(line) { zh: "补上这一行，例如 {line}", en: "add the line, for example {line}" }
    /// A key nobody knows.
    unknown_key(key) { zh: "不认识的键“{key}”", en: "unknown key `{key}`" }
    /// A value of the wrong type.
    wrong_type(wanted, found) { zh: "这里应是{wanted}，却是{found}", en: "this should be {wanted}, but is {found}" }
}
