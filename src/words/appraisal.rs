//! What is said of appraisals and honours.

use super::{Text, sentences};

/// A side of the assessment by its id.
pub fn side(id: &str) -> Text {
    match id {
        "branch" => Text::new("组织自身工作", "the branch's own work"),
        "work" => Text::new("业务工作", "the work of the unit"),
        other => Text::same(other),
    }
}

/// Yes or no.
pub fn yes_or_no(yes: bool) -> Text {
    if yes { Text::new("是", "yes") } else { Text::new("否", "no") }
}

sentences! {
    /// An appraisal with its grade.
    appraised(names, year, grade) { zh: "{names} {year} 年度民主评议：{grade}", en: "appraised {names} for {year}: {grade}" }
    /// An appraisal without one.
    appraised_ungraded(names, year) { zh: "{names} 参加 {year} 年度民主评议，不定等次", en: "{names} took part in the appraisal for {year}, without a grade" }
    /// An appraisal that is there.
    appraised_already(name, year) { zh: "{name} {year} 年度的评议已登记", en: "{name} is appraised for {year} already" }
    /// What to do about it.
    cure_appraised_already(id) { zh: "登记错了，先作废：zhibu appraisal remove {id} --why 原因", en: "if it is wrong, strike it: zhibu appraisal remove {id} --why WHY" }
    /// An appraisal in a few words.
    appraisal_title(name, year) { zh: "{name} {year} 年度民主评议", en: "the appraisal of {name} for {year}" }
    /// An honour in a few words.
    honour_title(name, honour, period) { zh: "{name} {period} {honour}", en: "{honour} of {name} for {period}" }
    /// A figure that is none.
    bad_figure(text) { zh: "“{text}”不是数：最多一位小数，不超过一百万", en: "`{text}` is not a figure: one decimal at most, up to a million" }
    /// What a value brings.
    brings(value, target, weight) { zh: "实际 {value}，目标 {target}，权重 {weight}", en: "{value} of {target}, weight {weight}" }
    /// A figure that was recorded.
    figure_recorded(whose, measure, value, day) { zh: "{whose} {day} {measure} {value}", en: "{whose}: {measure} {value}, {day}" }
    /// A measure that is no figure by hand.
    measure_is_reckoned(measure) { zh: "“{measure}”由记录算出，不用登记", en: "{measure} follows from the records and is not recorded" }
    /// No rules of assessment.
    no_assessment_rules() { zh: "没有 rules/assessment.toml，不知道考核什么", en: "there is no rules/assessment.toml to say what is weighed" }
    /// A measure that is not asked of a person.
    not_asked() { zh: "不考核（免到）", en: "exempt" }
    /// Of what weight a total is.
    of_all_weights(known, all) { zh: "权重 {all} 中的 {known}", en: "{known} of a weight of {all}" }
    /// A value that nobody wrote.
    open_value() { zh: "未登记", en: "open" }
    /// Poll sheets that are none.
    bad_votes_for(word) { zh: "“{word}”不是票数：应如 excellent:18", en: "`{word}` is no count of poll sheets: write excellent:18" }
    /// Conditions that are not met.
    conditions_not_met(name, against) { zh: "{name} 不符合条件：{against}", en: "{name} does not meet the conditions: {against}" }
    /// What to do about it.
    cure_conditions_not_met() { zh: "仍决定授予的，用 --why 写明理由", en: "where the branch gives it all the same, say why with --why" }
    /// No honour is named.
    exemplar_needed() { zh: "没有写明是哪一项先锋标兵", en: "it is not said which honour" }
    /// What to do about it.
    cure_exemplar_needed() { zh: "在 rules/appraisal.toml 里用 [[exemplar]] 写上，多项时写名称", en: "declare it in rules/appraisal.toml with `[[exemplar]]`, and name it where there are several" }
    /// Grades that the points of a year wait for.
    due_grade(year) { zh: "为 {year} 年度民主评议定等次，折算进全年积分", en: "grade members at the appraisal for {year}, which the year's points include" }
    /// Points that cannot be posted yet.
    grades_missing(year, names) { zh: "{year} 年度民主评议还没有等次，全年积分未定：{names}", en: "no grade of the appraisal for {year} yet, so the year's points are open: {names}" }
    /// What to do about it.
    cure_grades_missing(year) { zh: "先登记等次：zhibu appraisal record 谁 等次 --for {year}", en: "record the grades: zhibu appraisal record WHO GRADE --for {year}" }
    /// A grade that is missing.
    grade_needed(name) { zh: "{name} 要定等次", en: "{name} needs a grade" }
    /// What to do about it.
    cure_grade_needed(grades) { zh: "写上等次：{grades}", en: "write the grade, one of: {grades}" }
    /// An honour is given.
    honoured(name, honour, period) { zh: "{name} 评为 {period} {honour}", en: "{name} is {honour} of {period}" }
    /// An honour that was given.
    honoured_already(name, honour, period) { zh: "{name} 已是 {period} {honour}", en: "{name} is {honour} of {period} already" }
    /// A meeting that was struck.
    meeting_struck(title) { zh: "{title} 已作废", en: "{title} is struck" }
    /// An appraisal there is not.
    no_appraisal(id, year) { zh: "{year} 年度没有“{id}”这一条", en: "there is no line `{id}` for {year}" }
    /// Where the ids stand.
    cure_no_appraisal() { zh: "编号见 zhibu appraisal list 和 zhibu exemplar list", en: "`zhibu appraisal list` and `zhibu exemplar list` show the ids" }
    /// No rules of appraisal.
    no_appraisal_rules() { zh: "没有 rules/appraisal.toml，不知道有哪些等次", en: "there is no rules/appraisal.toml to say what the grades are" }
    /// What to do about it.
    cure_no_appraisal_rules() { zh: "照 zhibu init 建的样子写一个", en: "write one as `zhibu init` makes it" }
    /// Somebody who gets no grade.
    not_graded(name, standing) { zh: "{name} 是{standing}，参加评议，不定等次", en: "{name} is {standing}: takes part, but gets no grade" }
    /// What to do about it.
    cure_not_graded() { zh: "不写等次", en: "leave the grade out" }
    /// Somebody who is not scored.
    not_scored_member(name, period) { zh: "{name} {period} 不计分", en: "{name} is not scored in {period}" }
    /// No breach of discipline.
    reason_clean() { zh: "没有违纪扣分", en: "no deduction for discipline" }
    /// Breaches of discipline.
    reason_discipline(times) { zh: "违纪扣分 {times} 次", en: "deductions for discipline: {times}" }
    /// The grade of an appraisal.
    reason_grade(year, grade) { zh: "{year} 年度评议{grade}", en: "appraised {grade} for {year}" }
    /// No attendance to go by.
    reason_no_rate(least) { zh: "没有出勤记录（要求 {least}%）", en: "no attendance to go by ({least}% wanted)" }
    /// Points of a period.
    reason_points(period, total, least) { zh: "{period} 积分 {total}（要求 {least}）", en: "{total} points in {period} ({least} wanted)" }
    /// A rate of attendance.
    reason_rate(rate, least) { zh: "出勤率 {rate}%（要求 {least}%）", en: "attendance {rate}% ({least}% wanted)" }
    /// A grade whose share is limited.
    share_of_grade(grade, have, most, base) { zh: "{grade} {have} 人，以 {base} 人为基数最多 {most} 人", en: "{grade}: {have}, of {base} at most {most}" }
    /// Somebody who is not appraised.
    takes_no_part(name, day) { zh: "{name} {day} 不参加民主评议", en: "{name} takes no part in the appraisal on {day}" }
    /// Poll sheets for a grade.
    votes_for(grade, count) { zh: "{grade} {count} 票", en: "{grade} {count}" }
    /// Poll sheets that do not add up.
    votes_do_not_add_up(sum, ballots) { zh: "各等次共 {sum} 票，收回的却是 {ballots} 张", en: "the grades have {sum} poll sheets, but {ballots} came back" }
}
