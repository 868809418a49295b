//! What is said at the shell: beside what Tab offers.

use chrono::Weekday;

use super::Text;

/// A day of the week.
pub fn weekday(day: Weekday) -> Text {
    let (zh, en) = match day {
        Weekday::Mon => ("周一", "Monday"),
        Weekday::Tue => ("周二", "Tuesday"),
        Weekday::Wed => ("周三", "Wednesday"),
        Weekday::Thu => ("周四", "Thursday"),
        Weekday::Fri => ("周五", "Friday"),
        Weekday::Sat => ("周六", "Saturday"),
        Weekday::Sun => ("周日", "Sunday"),
    };
    Text::new(zh, en)
}

super::sentences! {
    /// Pages of the manual that were written.
    wrote_pages(number, folder) { zh: "已写出 {number} 页手册：{folder}", en: "wrote {number} pages of the manual into {folder}" }
    /// Pages of the manual that would be written.
    would_write_pages(number, folder) { zh: "会写出 {number} 页手册：{folder}", en: "would write {number} pages of the manual into {folder}" }
    /// A program that is there and does not run.
    cannot_run(program, why) { zh: "不能运行 {program}：{why}", en: "cannot run {program}: {why}" }
}
