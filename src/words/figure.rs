//! The figures of a summary, each with its id, and their units.

use super::{Text, dues_owed_of, dues_paid_of, members_of};

/// A figure of the whole branch.
type Figure = (String, Text);

fn figure(id: &str, zh: &str, en: &str) -> Figure {
    (id.to_owned(), Text::new(zh, en))
}

/// So many are members.
pub fn figure_members(member: &Text) -> Figure {
    ("members".to_owned(), members_of(member))
}

/// So many meetings were held.
pub fn figure_meetings() -> Figure {
    figure("meetings", "会议和活动", "meetings and activities")
}

/// So many of them served a line of work.
pub fn figure_linked() -> Figure {
    figure("meetings_linked", "其中联系业务的", "of these linked to work")
}

/// So many chores were noted as done.
pub fn figure_chores() -> Figure {
    figure("chores", "日常工作", "chores done")
}

/// How many of those bound to attend did.
pub fn figure_rate() -> Figure {
    figure("attendance_rate", "出勤率", "rate of attendance")
}

/// So many awards and deductions by hand.
pub fn figure_entries() -> Figure {
    figure("entries", "手工加减分", "awards and deductions by hand")
}

/// So many members are scored.
pub fn figure_scored() -> Figure {
    figure("scored", "参加积分人数", "members scored")
}

/// What the points of all come to.
pub fn figure_points() -> Figure {
    figure("points", "积分合计", "points of all")
}

/// So many hours of study.
pub fn figure_study_hours() -> Figure {
    figure("study_hours", "学习学时", "hours of study")
}

/// So many talks were held.
pub fn figure_talks() -> Figure {
    figure("talks", "谈心谈话", "talks")
}

/// So many people had one.
pub fn figure_talked() -> Figure {
    figure("talks_people", "谈过话的人数", "people who talked")
}

/// So much was paid in dues.
pub fn figure_dues_paid(dues: &Text) -> Figure {
    ("dues_paid".to_owned(), dues_paid_of(dues))
}

/// So much is owed in dues.
pub fn figure_dues_owed(dues: &Text) -> Figure {
    ("dues_owed".to_owned(), dues_owed_of(dues))
}

/// So many problems were closed.
pub fn figure_issues_closed() -> Figure {
    figure("issues_closed", "销号的问题", "issues closed")
}

/// So many problems are open.
pub fn figure_issues_open() -> Figure {
    figure("issues_open", "没有销号的问题", "issues open")
}

/// So many of them after their deadline.
pub fn figure_issues_overdue() -> Figure {
    figure("issues_overdue", "其中逾期的", "of these overdue")
}

/// So much was planned.
pub fn figure_planned() -> Figure {
    figure("planned", "本期到期的计划", "planned")
}

/// So much of it is done.
pub fn figure_planned_done() -> Figure {
    figure("planned_done", "其中完成的", "of these done")
}

/// So much of it is not, after its last day.
pub fn figure_planned_overdue() -> Figure {
    figure("planned_overdue", "其中逾期未完成的", "of these overdue")
}

/// So often a closed month was changed.
pub fn figure_amended() -> Figure {
    figure("amended", "封存后修订", "amended after it was sealed")
}

/// So much was asked for.
pub fn figure_requests() -> Figure {
    figure("requests", "上级要求报送的", "asked for by superiors")
}

/// So much of it came late, or is over its last day.
pub fn figure_requests_late() -> Figure {
    figure("requests_late", "其中逾期的", "of these late")
}

/// So much of it is not delivered.
pub fn figure_requests_open() -> Figure {
    figure("requests_open", "其中未报送的", "of these open")
}

/// The hours it took.
pub fn figure_request_hours() -> Figure {
    figure("request_hours", "报送用时", "hours these took")
}

/// A part of a figure: of a standing, a kind or a group, by its id.
pub fn figure_part(of: &str, id: &str, name: Text) -> Figure {
    let what = match of {
        "people" => Text::new("人数", "people"),
        "meetings" => Text::new("会议", "meetings"),
        _ => Text::new("出勤率", "rate"),
    };
    (format!("{of}.{id}"), Text::join([what, name], " · "))
}

/// Hours.
pub fn unit_hours() -> (&'static str, Text) {
    ("hours", Text::new("学时", "hours"))
}

/// Things that are counted.
pub fn unit_pieces() -> (&'static str, Text) {
    ("issues", Text::new("个", "issues"))
}

/// Items of a plan.
pub fn unit_items() -> (&'static str, Text) {
    ("items", Text::new("项", "items"))
}

/// Requests.
pub fn unit_requests() -> (&'static str, Text) {
    ("requests", Text::new("件", "requests"))
}

/// Hours of work.
pub fn unit_work_hours() -> (&'static str, Text) {
    ("hours", Text::new("小时", "hours"))
}

/// Yuan.
pub fn unit_money(currency: Text) -> (String, Text) {
    (currency.get(super::Lang::En).to_owned(), currency)
}

/// People.
pub fn unit_people() -> (&'static str, Text) {
    ("people", Text::new("人", "people"))
}

/// Percent.
pub fn unit_percent() -> (&'static str, Text) {
    ("percent", Text::new("%", "%"))
}

/// Points.
pub fn unit_points() -> (&'static str, Text) {
    ("points", Text::new("分", "points"))
}

/// Times.
pub fn unit_times() -> (&'static str, Text) {
    ("times", Text::new("次", "times"))
}
