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
