//! What is said of what is owed.

use super::sentences;

sentences! {
    /// A time that is none.
    bad_length(typed) { zh: "“{typed}”不是 30d、3m、1y 这样的时间长短", en: "`{typed}` is no length of time such as 30d, 3m or 1y" }
    /// How a time is written.
    cure_bad_length() { zh: "写成 30d（天）、5wd（工作日）、6w（周）、3m（月）、1y（年）", en: "write 30d, 5wd, 6w, 3m or 1y: days, working days, weeks, months or years" }
    /// Not yet over its day.
    not_overdue() { zh: "待办", en: "due" }
    /// Nothing is owed.
    nothing_due(day) { zh: "到 {day} 没有待办事项", en: "nothing is due until {day}" }
    /// Over its day.
    overdue() { zh: "已逾期", en: "overdue" }
}
