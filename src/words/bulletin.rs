//! The bulletin.

use super::sentences;

sentences! {
    /// The days from which a period is closed.
    bulletin_closed(day) { zh: "{day} 锁定", en: "closed on {day}" }
    /// Records that served a line of work.
    bulletin_linked() { zh: "与业务工作结合的活动", en: "meetings that served a line of work" }
    /// Meetings that were held.
    bulletin_meetings(life) { zh: "开展{life}", en: "{life} held" }
    /// A list that was posted.
    bulletin_posted(day) { zh: "积分 {day} 公示", en: "points posted on {day}" }
    /// The rate of attendance.
    bulletin_rate() { zh: "出勤率", en: "attendance" }
    /// Those who are scored.
    bulletin_scored() { zh: "计分人数", en: "members who are scored" }
    /// The last day for objections.
    bulletin_until(day) { zh: "异议期到 {day}", en: "objections until {day}" }
    /// Points, and for how many periods in a row.
    in_a_row(points, times) { zh: "{points} 分，连续 {times} 期未达标", en: "{points} points, below the line {times} in a row" }
    /// So many periods in a row as the scheme says matter.
    in_a_row_matters() { zh: "已达到积分办法规定的次数", en: "as many as the scheme says matter" }
    /// A kind and how often.
    kind_times(kind, times) { zh: "{kind} {times} 次", en: "{kind}: {times}" }
    /// Absences made up for.
    made_up_since(period) { zh: "{period} 的缺席已补课", en: "absences of {period} made up for" }
    /// A person and how often.
    name_times(name, times) { zh: "{name} {times} 次", en: "{name}: {times}" }
    /// Nobody is under the line.
    nobody_under() { zh: "没有未达标的", en: "nobody is under the line" }
    /// Objections to a period.
    objections_to(period) { zh: "对 {period} 积分的异议", en: "objections to {period}" }
    /// What came of last time.
    part_follow_up() { zh: "上期问题整改", en: "what came of last time" }
    /// What is wrong.
    part_problems() { zh: "存在问题", en: "problems" }
    /// How things stand.
    part_situation() { zh: "总体情况", en: "the situation" }
    /// Who is under the line.
    part_standard() { zh: "积分未达标", en: "under the line" }
    /// Missing without a reason that excuses.
    problem_absent() { zh: "无故缺席", en: "absent without an excuse" }
    /// Deductions.
    problem_deducted() { zh: "扣分", en: "deductions" }
    /// Late.
    problem_late() { zh: "迟到", en: "late" }
    /// Nothing links a meeting to work.
    problem_no_link() { zh: "没有联系业务工作", en: "served no line of work" }
    /// No minutes and no evidence.
    problem_no_minutes() { zh: "没有会议记录，也没有佐证", en: "neither minutes nor evidence" }
    /// No topic.
    problem_no_topic() { zh: "没有写明议题", en: "no topic" }
    /// Due, but nobody wrote.
    problem_open() { zh: "应到而没有登记", en: "due, but nobody wrote" }
    /// So many of so many.
    rate_of(attended, bound) { zh: "应到 {bound} 人次，实到 {attended} 人次", en: "{attended} of {bound}" }
    /// Objections without an answer.
    still_open(number) { zh: "未答复 {number} 条", en: "without an answer: {number}" }
    /// Points then and now.
    then_and_now(period, then, now) { zh: "{period} {then} 分，现在 {now} 分", en: "{then} in {period}, {now} now" }
}
