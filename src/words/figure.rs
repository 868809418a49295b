//! The figures of a summary, each with its id, and their units.

use super::Text;

/// A figure of the whole branch.
type Figure = (String, Text);

fn figure(id: &str, zh: &str, en: &str) -> Figure {
    (id.to_owned(), Text::new(zh, en))
}

/// So many are members.
pub fn figure_members() -> Figure {
    figure("members", "党员（成员）人数", "members")
}

/// So many meetings were held.
pub fn figure_meetings() -> Figure {
    figure("meetings", "会议和活动", "meetings and activities")
}

/// So many of them served a line of work.
pub fn figure_linked() -> Figure {
    figure("meetings_linked", "其中联系业务的", "of these linked to work")
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

/// A part of a figure: of a standing, a kind or a group, by its id.
pub fn figure_part(of: &str, id: &str, name: Text) -> Figure {
    let what = match of {
        "people" => Text::new("人数", "people"),
        "meetings" => Text::new("会议", "meetings"),
        _ => Text::new("出勤率", "rate"),
    };
    (format!("{of}.{id}"), Text::join([what, name], " · "))
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
