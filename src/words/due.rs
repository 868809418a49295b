//! What is said of what is owed.

use super::sentences;

sentences! {
    /// A time that is none.
    bad_length(typed) { zh: "“{typed}”不是 30d、3m、1y 这样的时间长短", en: "`{typed}` is no length of time such as 30d, 3m or 1y" }
    /// How a time is written.
    cure_bad_length() { zh: "写成 30d（天）、5wd（工作日）、6w（周）、3m（月）、1y（年）", en: "write 30d, 5wd, 6w, 3m or 1y: days, working days, weeks, months or years" }
    /// What the alarm of a calendar says.
    calendar_alarm() { zh: "明天到期", en: "due tomorrow" }
    /// Something that is over its day.
    overdue_since(what, day) { zh: "{what}（{day} 已逾期）", en: "{what} (overdue since {day})" }
    /// A calendar was written.
    wrote_calendar(number, file) { zh: "写入日历 {file}：{number} 件", en: "wrote a calendar of {number} to {file}" }
    /// The first few of many people.
    and_others(names, number) { zh: "{names}等 {number} 人", en: "{names} and others, {number} in all" }
    /// What was missed long ago, in few words.
    older_due(number, day) { zh: "另有 {number} 件更早的，最早的 {day} 到期；zhibu due --all 全部列出", en: "and {number} older, the first due on {day}: zhibu due --all lists them" }
    /// Not yet over its day.
    not_overdue() { zh: "待办", en: "due" }
    /// Nothing is owed.
    nothing_due(day) { zh: "到 {day} 没有待办事项", en: "nothing is due until {day}" }
    /// Over its day.
    overdue() { zh: "已逾期", en: "overdue" }
}
