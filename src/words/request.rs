//! What is said of what superiors ask for.

use super::{Text, sentences};

/// The name of a state of a request.
pub fn request_state(id: &str) -> Text {
    match id {
        "in-time" => Text::new("已报送", "delivered"),
        "late" => Text::new("逾期报送", "delivered late"),
        "overdue" => Text::new("逾期未报", "overdue"),
        _ => Text::new("未报送", "open"),
    }
}

sentences! {
    /// Something was asked for.
    asked(asker, what) { zh: "{asker} 要求：{what}", en: "{asker} asks for {what}" }
    /// Something was asked for, with its last day.
    asked_by_day(asker, what, until) { zh: "{asker} 要求：{what}，{until} 前", en: "{asker} asks for {what} by {until}" }
    /// How hours are written.
    bad_work_hours(hours) { zh: "{hours} 不是小时数：应为大于零的整数或 .5", en: "{hours} is no number of hours: whole or .5, more than none" }
    /// By what reports can be summed up.
    cure_report_not_by() {
        zh: "attendance 可以按 member、group、kind，requests 可以按 asker、form",
        en: "attendance goes by member, group or kind, requests by asker or form",
    }
    /// How what was delivered is put right.
    cure_delivered(file) { zh: "登错了，请直接编辑 {file}", en: "to put it right, edit {file}" }
    /// Something was delivered.
    delivered(what, asker, day) { zh: "报送 {what}（{asker}），{day}", en: "delivered {what} to {asker}, {day}" }
    /// Something that is delivered already.
    delivered_already(what, day) { zh: "“{what}”{day} 已报送", en: "{what} was delivered on {day}" }
    /// A delivery before the request.
    delivered_early(day, asked) { zh: "报送的 {day} 早于提出要求的 {asked}", en: "delivered on {day}, before it was asked for on {asked}" }
    /// Something was delivered after its last day.
    delivered_late(what, asker, day, days) { zh: "报送 {what}（{asker}），{day}，晚 {days} 天", en: "delivered {what} to {asker}, {day}, {days} days late" }
    /// Something that is to be delivered.
    due_request(what) { zh: "报送：{what}", en: "deliver {what}" }
    /// A report that is not summed up so.
    report_not_by() { zh: "这种报表不能这样汇总", en: "this report is not summed up so" }
    /// What stands over the report.
    requests_of(period) { zh: "{period} 上级要求报送的材料", en: "what superiors asked for in {period}" }
    /// A last day before the request.
    until_before_asked(until, asked) { zh: "期限 {until} 早于提出要求的 {asked}", en: "{until} is before it was asked for, on {asked}" }
}
