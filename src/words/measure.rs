//! What is measured, in a few words.

use super::Text;

/// What a measure is called, by its id; none of one that this program does not know.
pub fn measure(id: &str) -> Option<Text> {
    Some(match id {
        "people" => measure_people(),
        "meetings" => measure_meetings(),
        "linked" => measure_linked(),
        "attendance" => measure_attendance(),
        "duties_kept" => measure_duties_kept(),
        "duties_in_time" => measure_duties_in_time(),
        "entries" => measure_entries(),
        "points" => measure_points(),
        "scored" => measure_scored(),
        "study_hours" => measure_study_hours(),
        "talks" => measure_talks(),
        "dues_paid" => measure_dues_paid(),
        "issues_found" => measure_issues_found(),
        "issues_closed" => measure_issues_closed(),
        "issues_open" => measure_issues_open(),
        "issues_overdue" => measure_issues_overdue(),
        "requests_late" => measure_requests_late(),
        "request_hours" => measure_request_hours(),
        _ => return None,
    })
}

super::sentences! {
    /// A measure.
    measure_people() { zh: "在册人数", en: "people" }
    /// A measure.
    measure_meetings() { zh: "活动次数", en: "meetings" }
    /// A measure.
    measure_linked() { zh: "服务中心工作的活动", en: "meetings that served a line of work" }
    /// A measure.
    measure_attendance() { zh: "应到人员出席", en: "attendance of those due" }
    /// A measure.
    measure_duties_kept() { zh: "到期事项完成", en: "duties kept" }
    /// A measure.
    measure_duties_in_time() { zh: "到期事项按时完成", en: "duties kept in time" }
    /// A measure.
    measure_entries() { zh: "手工计分次数", en: "awards and deductions by hand" }
    /// A measure.
    measure_points() { zh: "积分合计", en: "points" }
    /// A measure.
    measure_scored() { zh: "计分人数", en: "people scored" }
    /// A measure.
    measure_study_hours() { zh: "学时", en: "hours of study" }
    /// A measure.
    measure_talks() { zh: "谈话次数", en: "talks" }
    /// A measure.
    measure_dues_paid() { zh: "实交费用", en: "dues paid" }
    /// A measure.
    measure_issues_found() { zh: "发现问题", en: "problems found" }
    /// A measure.
    measure_issues_closed() { zh: "问题销号", en: "problems closed" }
    /// A measure.
    measure_issues_open() { zh: "未销号问题", en: "problems open" }
    /// A measure.
    measure_issues_overdue() { zh: "逾期问题", en: "problems overdue" }
    /// A measure.
    measure_requests_late() { zh: "上级要求的材料迟交或未交", en: "requests late or not delivered" }
    /// A measure.
    measure_request_hours() { zh: "准备材料用时", en: "hours spent on requests" }
}
