//! Days before the one from which on they can be.

use super::sentences;

sentences! {
    /// The first day on which a list can be closed.
    day_after_objections() { zh: "异议截止的次日", en: "the day after the last one for objections" }
    /// The first day on which a list can be posted.
    day_after_posted_period() { zh: "所公示时段结束的次日", en: "the day after the period that is posted" }
    /// The first day on which a month can be sealed.
    day_after_sealed_month() { zh: "当月结束的次日", en: "the day after the month" }
    /// The last day of a month that is sealed.
    last_day_of_sealed_month() { zh: "当月最后一天", en: "the last day of the month" }
    /// A year before the month that dues are for.
    day_a_year_before_paid_month() { zh: "所交月份的前一年", en: "the day a year before the month that was paid for" }
    /// When an appraisal was held.
    day_of_appraisal() { zh: "评议的日期", en: "the day of the appraisal" }
    /// When a meeting began that was held in several sittings.
    day_of_first_sitting() { zh: "会议日期", en: "the day of the meeting" }
    /// When an objection was raised.
    day_of_award() { zh: "事情发生的日期", en: "the day of the deed" }
    /// The day on which somebody declared points.
    day_of_declaration() { zh: "申报的日期", en: "the day on which it was declared" }
    /// The day of an objection.
    day_of_objection() { zh: "提出异议的日期", en: "the day of the objection" }
    /// When a list was posted.
    day_of_posting() { zh: "公示的日期", en: "the day the list was posted" }
    /// When a month was sealed.
    day_of_seal() { zh: "封存的日期", en: "the day of the seal" }
    /// The first day of the year that is appraised.
    first_day_of_appraised_year() { zh: "所评年度的第一天", en: "the first day of the year that is appraised" }
    /// The first day of the month that was exported.
    first_day_of_exported_month() { zh: "所报月份的第一天", en: "the first day of the month that was exported" }
    /// The first day of the time an honour is for.
    first_day_of_honoured_period() { zh: "所评时段的第一天", en: "the first day of the period it is for" }
    /// The first day of the year of a plan.
    first_day_of_planned_year() { zh: "计划年度的第一天", en: "the first day of the plan's year" }
    /// The first day of somebody's first standing.
    first_day_of_standing() { zh: "此人第一个身份的起始日", en: "the first day of the person's first standing" }
    /// A day before another from which on it can be.
    too_early(day, of, first) { zh: "{day} 早于{of}（{first}）", en: "{day} is before {of}, {first}" }
}
