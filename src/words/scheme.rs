//! What is told of a points scheme and of a comparison of two.

use super::{Text, count, sentences};

/// A role in a meeting by its id.
pub fn role(id: &str) -> Text {
    match id {
        "chair" => Text::new("主持", "chair"),
        "lecturer" => Text::new("授课", "lecturer"),
        "recorder" => Text::new("记录", "recorder"),
        other => Text::same(other),
    }
}

/// Each of some stretches of the calendar.
pub fn each_stretch(key: &str) -> Text {
    match key {
        "day" => Text::new("每天", "every day"),
        "month" => Text::new("每月", "every month"),
        "quarter" => Text::new("每季度", "every quarter"),
        "half-year" => Text::new("每半年", "every half-year"),
        "year" => Text::new("每年", "every year"),
        other => Text::same(other),
    }
}

/// So many lines of an account.
pub fn so_many_lines(number: usize) -> Text {
    count(number, "条", "line", "lines")
}

sentences! {
    /// An item that makes the difference, by how much and by which rule.
    because(item, difference, rule) { zh: "{item} {difference}（{rule}）", en: "{item} {difference} ({rule})" }
    /// An item that the other rules do not have.
    because_no_item(item, difference, lines) { zh: "{item} {difference}（另一办法没有这一项，{lines}）", en: "{item} {difference} (the other rules have no such item, {lines})" }
    /// Awarded by hand.
    by_hand() { zh: "人工登记", en: "by hand" }
    /// Earned by states of attendance, or roles, at kinds of meeting.
    earned_in(states, kinds) { zh: "{states}：{kinds}", en: "{states}: {kinds}" }
    /// Dues paid in time.
    earned_by_dues(dues) { zh: "按时交纳{dues}", en: "{dues} paid in time" }
    /// Dues paid late.
    earned_by_late_dues(dues) { zh: "逾期交纳{dues}", en: "{dues} paid late" }
    /// A post that is held, once a scored period.
    earned_by_post(posts) { zh: "担任{posts}（每个计分周期一次）", en: "holding a post, once a scored period: {posts}" }
    /// A rate of attendance over some time.
    earned_by_rate(how, kinds) { zh: "出席率{how}：{kinds}", en: "attendance {how}: {kinds}" }
    /// The least rate.
    rate_least(percent) { zh: "达到 {percent}%", en: "of {percent}% or more" }
    /// The rate it stays below.
    rate_below(percent) { zh: "低于 {percent}%", en: "below {percent}%" }
    /// The time over which a scheme scores.
    scored_period() { zh: "计分周期", en: "the scored period" }
    /// Over some time.
    rate_over(over) { zh: "按{over}算", en: "over {over}" }
    /// In each month of a year.
    each_of(each, over) { zh: "{over}内{each}", en: "in {each} of {over}" }
    /// For those only who were scored all the time.
    scored_throughout() { zh: "全程计分的人", en: "scored throughout" }
    /// A problem closed in time.
    earned_by_problem() { zh: "问题按期销号", en: "a problem closed in time" }
    /// A problem closed late.
    earned_by_late_problem() { zh: "问题逾期销号", en: "a problem closed late" }
    /// Hours of study.
    earned_by_hours(hours, kinds) { zh: "每 {hours} 学时：{kinds}", en: "each {hours} hours: {kinds}" }
    /// Study, whatever the hours.
    earned_by_study(kinds) { zh: "每次学习：{kinds}", en: "each study: {kinds}" }
    /// A month's dues.
    dues_of(dues, month) { zh: "{month} {dues}", en: "{dues} of {month}" }
    /// Hours of a kind.
    hours_of(kind, hours) { zh: "{kind} {hours} 学时", en: "{kind}, {hours} hours" }
    /// The base of a scheme.
    frame_base(base) { zh: "基础分 {base}", en: "base {base}" }
    /// A ceiling.
    frame_ceiling(limits) { zh: "最多 {limits}", en: "at most {limits}" }
    /// A floor.
    frame_floor(limits) { zh: "最少 {limits}", en: "at least {limits}" }
    /// The period that is scored.
    frame_period(period) { zh: "计分周期：{period}", en: "scored over {period}" }
    /// A line of somebody else.
    line_of_another(id, name) { zh: "{id} 是 {name} 的积分记录", en: "{id} is a line of {name}" }
    /// How that one is explained.
    cure_explain_line(who, period, id) { zh: "zhibu points explain {who} --period {period} --line {id}", en: "zhibu points explain {who} --period {period} --line {id}" }
    /// A limit and the time over which it adds up.
    limit_over(limit, stretch) { zh: "{stretch} {limit} 分", en: "{limit} in {stretch}" }
    /// Limits that are taken from the sum when their time is over.
    limit_at_settlement(limits) { zh: "{limits}（期末结算）", en: "{limits} (at settlement)" }
    /// An item that can count double.
    may_double() { zh: "可翻倍", en: "may double" }
    /// A rule file that should be in a folder.
    no_file_in(file, dir) { zh: "{dir} 里没有 {file}", en: "there is no {file} in {dir}" }
    /// A folder without rules.
    no_rules_in(dir) { zh: "{dir} 里没有规则文件（branch.toml、meetings.toml、points.toml、appraisal.toml）", en: "no rules in {dir}: branch.toml, meetings.toml, points.toml or appraisal.toml" }
    /// Totals that a change moved.
    totals_moved(totals) { zh: "积分有变：{totals}", en: "points moved: {totals}" }
    /// A total before and after a change.
    total_moved(who, period, before, after) { zh: "{who} {period} {before} → {after}", en: "{who} {period}: {before} → {after}" }
    /// More totals that moved.
    more_moved(number) { zh: "另有 {number} 项", en: "and {number} more" }
    /// In the place of a total of a person who is not scored.
    not_counted() { zh: "不计分", en: "not scored" }
    /// A period of points that is still to come.
    not_begun(period, first) { zh: "{period} 从 {first} 起，还没有开始计分", en: "{period} begins on {first}: it has no points yet" }
    /// Somebody who is scored by the other rules only.
    not_scored_here() { zh: "现行办法不计分", en: "not scored under the present rules" }
    /// Somebody who is scored by the present rules only.
    not_scored_there() { zh: "另一办法不计分", en: "not scored under the other rules" }
    /// Rules that make no difference.
    nobody_moves(period) { zh: "{period} 没有人的积分会变", en: "nobody's points of {period} would be others" }
    /// Points where a veto takes all.
    veto_without_points(item) { zh: "“{item}”一票否决，不写分值", en: "`{item}` is a veto: it takes no points of its own" }
    /// An item that is a veto.
    veto_short() { zh: "一票否决", en: "veto" }
}
