//! What stands on pages for a browser.

use super::{Text, heading, sentences};

/// What a table is called where it stands by itself, by its id.
pub fn table_title(id: &str) -> Text {
    let (zh, en) = match id {
        "accepted" => ("已认可的问题", "Accepted findings"),
        "agendas" => ("会议计划", "Planned meetings"),
        "arrears" => ("欠费", "Arrears"),
        "attendance" => ("出勤", "Attendance"),
        "campaigns" => ("主题活动", "Campaigns"),
        "codes" => ("检查的内容", "What check looks for"),
        "compare" => ("对比", "Comparison"),
        "doctor" => ("周围情况", "What is around the records"),
        "due" => ("待办事项", "Due"),
        "dues" => ("交费", "Dues"),
        "duties" => ("任务完成情况", "Duties"),
        "evidence" => ("附件", "Evidence"),
        "explain" => ("积分说明", "Points explained"),
        "exports" => ("外发记录", "Exports"),
        "findings" => ("检查结果", "Findings"),
        "groups" => ("小组", "Groups"),
        "import" => ("逐行核对", "Row by row"),
        "issues" => ("问题清单", "Problems"),
        "links" => ("与业务工作结合", "Lines of work"),
        "meetings" => ("会议和活动", "Meetings"),
        "members" => ("人员", "People"),
        "people" => ("人员", "People"),
        "problems_before" => ("上次查找问题整改情况", "Earlier problems"),
        "desk_attendance" => ("各单位出勤", "Attendance by unit"),
        "desk_attendance_by_month" => ("各月出勤", "Attendance by month"),
        "desk_bands" => ("各单位等次人数", "Bands by unit"),
        "desk_bands_by_month" => ("各月等次人数", "Bands by month"),
        "desk_development" => ("各单位人员身份", "Standings by unit"),
        "desk_development_by_month" => ("各月人员身份", "Standings by month"),
        "desk_dues" => ("各单位交费", "Dues by unit"),
        "desk_dues_by_month" => ("各月交费", "Dues by month"),
        "desk_duties" => ("各单位任务完成情况", "Obligations by unit"),
        "desk_duties_by_month" => ("各月任务完成情况", "Obligations by month"),
        "desk_problems" => ("各单位问题整改", "Problems by unit"),
        "desk_problems_by_month" => ("各月问题整改", "Problems by month"),
        "desk_rhythm" => ("各单位开展活动", "Meetings by unit"),
        "desk_rhythm_by_month" => ("各月开展活动", "Meetings by month"),
        "packages" => ("收下的上报", "Returns"),
        "desk_lines" => ("计入的数字", "Lines that were counted"),
        "desk_months" => ("各月报送情况", "Returns by month"),
        "desk_units" => ("各单位报送情况", "Returns by unit"),
        "unit_returns" => ("本单位各月报送情况", "Returns of this unit"),
        "returns_due" => ("报送情况", "Returns due"),
        "taken" => ("收到的上报", "Returns taken"),
        "corrections" => ("更正的数字", "Corrections"),
        "units" => ("下级单位", "Units"),
        "points" => ("积分", "Points"),
        "points_detail" => ("积分明细", "Points in detail"),
        "responsibilities" => ("责任清单", "Responsibilities"),
        "rhythm" => ("活动节奏", "Rhythm"),
        "sittings" => ("分场情况", "Sittings"),
        "study" => ("学习记录", "Study"),
        "study_total" => ("学时合计", "Hours of study"),
        "measures" => ("指标的分子和分母", "What the figures are made of"),
        "proof" => ("上报能证明什么", "What the return proves"),
        "summary_of_findings" => ("问题汇总", "Findings by code"),
        "summary" => ("数据汇总", "The month in numbers"),
        "talks" => ("谈话记录", "Talks"),
        "inspection" => ("台账目录", "Index of the records"),
        "overdue" => ("逾期未办", "Overdue"),
        "visits" => ("来访检查", "Visits and inspections"),
        "tasks" => ("决议落实情况", "Tasks"),
        "tasks_before" => ("上次决议落实情况", "Earlier decisions"),
        id => return heading(id).map_or_else(|| Text::same(id), |heading| heading.begun()),
    };
    Text::new(zh, en)
}

sentences! {
    /// A branch and a period, as it stands under a title.
    of_branch_in(name, period) { zh: "{name} · {period}", en: "{name} · {period}" }
    /// A table without rows.
    no_rows() { zh: "没有记录。", en: "Nothing is recorded." }
    /// How many in each week, for those who hear it.
    weeks_alt(numbers) { zh: "逐周次数：{numbers}", en: "week by week: {numbers}" }
}
