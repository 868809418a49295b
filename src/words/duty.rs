//! What is said of duties, terms of office, and what else is owed.

use super::{Text, sentences};

/// How a duty stands, by its id.
pub fn duty_state(id: &str) -> Text {
    match id {
        "kept" => Text::new("已办", "kept"),
        "late" => Text::new("逾期补办", "late"),
        "missed" => Text::new("未办", "missed"),
        "open" => Text::new("待办", "open"),
        other => Text::same(other),
    }
}

/// What is owed and is no duty, by its key.
pub fn chore(key: &str) -> Text {
    match key {
        "points" => Text::new("积分公示、复核、锁定", "posting and closing the lists of points"),
        "requests" => Text::new("报送上级要的材料", "delivering what superiors ask for"),
        "seals" => Text::new("封存已结清的月份", "sealing settled months"),
        other => Text::same(other),
    }
}

/// How often something is to be done: so many times in a stretch of time, by its key.
pub fn each(times: usize, stretch: &str) -> Text {
    let (zh, en) = match stretch {
        "month" => ("每月", "month"),
        "quarter" => ("每季度", "quarter"),
        "half-year" => ("每半年", "half-year"),
        "year" => ("每年", "year"),
        other => (other, other),
    };
    match times {
        1 => Text::new(format!("{zh}一次"), format!("every {en}")),
        _ => Text::new(format!("{zh} {times} 次"), format!("{times} times a {en}")),
    }
}

sentences! {
    /// Dues of a month that are not paid yet.
    collect_dues(dues, month) { zh: "收 {month} 的{dues}", en: "collect the {dues} of {month}" }
    /// Amounts that are to be approved.
    approve_dues(dues, year) { zh: "核定 {year} 年每月应交的{dues}", en: "approve the amounts of {dues} for {year}" }
    /// Months in arrears, and those among them of which nobody knows the amount.
    and_without_amount(what, months) { zh: "{what}；{months} 未核定金额", en: "{what}; no amount approved for {months}" }
    /// What to do about it.
    cure_duty_missed(command, accept) { zh: "办过没登记的，补登：{command}；确实没办的，写明原因：{accept}", en: "log it where it was done: {command}; where it was not, say why: {accept}" }
    /// What to do about it.
    cure_hours_short(who, accept) { zh: "学过没登记的，补登：zhibu study log {who} HOURS --on DATE；确实没学满的，写明原因：{accept}", en: "log what was studied: zhibu study log {who} HOURS --on DATE; else say why: {accept}" }
    /// What to do about it.
    cure_duty_not_of_members() { zh: "写上 by = \"member\"，或者删去", en: "write by = \"member\", or leave it out" }
    /// What to do about it.
    cure_duty_of_members() { zh: "删去；或者写上 by = \"branch\" 或 by = \"group\"", en: "leave it out, or write by = \"branch\" or by = \"group\"" }
    /// What to do about it.
    cure_duty_of_nothing() { zh: "用 kinds 写会议活动种类，或用 studies 写学习形式", en: "name `kinds` of meeting or `studies`" }
    /// What to do about it.
    cure_duty_per_day() { zh: "写成 month、quarter、half-year 或 year", en: "write month, quarter, half-year or year" }
    /// What to do about it.
    cure_duty_times() { zh: "写成 1 到 1000 的整数", en: "write a whole number from 1 to 1000" }
    /// What to do about it.
    cure_duty_working_days() { zh: "写成 d（天）、w（周）、m（月）或 y（年）", en: "write d, w, m or y" }
    /// What to do about it.
    cure_lapse_months() { zh: "写成 1 到 24 的整数，由少到多", en: "write whole numbers from 1 to 24, from few to many" }
    /// What to do about it.
    cure_lapse_of_nothing() { zh: "写上 kinds 和 steps", en: "name `kinds` and `steps`" }
    /// What to do about it.
    cure_period_unfit() { zh: "写成已经开始、结束不满一年的一期：2025（年）、2025Q4（季度）、2026-02（月）", en: "name a period that has begun and ended less than a year before the meeting: 2025, 2025Q4 or 2026-02" }
    /// What to do about it.
    cure_term_of_nothing() { zh: "用 posts 写职务", en: "name the `posts`" }
    /// What to do about it.
    cure_term_over() { zh: "换届以后登记选举，职务随之更新：zhibu meeting elect 会议 谁:职务:票数", en: "record the election; the posts follow from it: zhibu meeting elect MEETING WHO:POST:VOTES" }
    /// A meeting for a period it cannot be for.
    period_unfit(period) { zh: "没有哪项任务能把这次会议算作 {period} 的", en: "no duty can count this meeting for {period}" }
    /// A duty that was not kept.
    duty_missed(period, name, done, times) { zh: "{period} {name}：应 {times} 次，登记 {done} 次", en: "{period} {name}: {done} of {times}" }
    /// A duty of some that was not kept.
    duty_missed_by(period, whose, name, done, times) { zh: "{period} {whose} {name}：应 {times} 次，登记 {done} 次", en: "{period} {whose}, {name}: {done} of {times}" }
    /// A duty of each member, to which somebody is to see.
    duty_of_members() { zh: "每名成员各自的任务由本人负责，不另写职务", en: "each member sees to a duty of their own; no post does" }
    /// A duty of a member where none can be.
    duty_not_of_members() { zh: "只有每名成员各自的任务才能这样写", en: "this is for duties of each member only" }
    /// A duty that nothing keeps.
    duty_of_nothing() { zh: "没有写什么算完成", en: "nothing keeps this duty" }
    /// A duty by the day.
    duty_per_day() { zh: "任务不能按天算", en: "a duty cannot be by the day" }
    /// A number that is none.
    duty_times(times) { zh: "不能是 {times} 次", en: "it cannot be {times} times" }
    /// A length that is none here.
    duty_working_days() { zh: "这里不能按工作日算", en: "working days cannot be counted here" }
    /// What is to be done once.
    duty_to_do(period, name) { zh: "{period} {name}", en: "{period} {name}" }
    /// What is to be done so many times.
    duty_to_do_times(period, name, done, times) { zh: "{period} {name}（{done}/{times}）", en: "{period} {name} ({done} of {times})" }
    /// Hours that were not reached.
    hours_missed(name, year, owed, hours) { zh: "{name} {year} 年应学 {owed} 学时，登记 {hours}", en: "{name}: {hours} of {owed} hours of study in {year}" }
    /// Hours that are owed.
    hours_to_do(year, hours) { zh: "{year} 年学满 {hours} 学时", en: "{year}: {hours} hours of study" }
    /// Somebody and the hours that are missing.
    hours_short(name, hours) { zh: "{name} 还差 {hours}", en: "{name} ({hours} short)" }
    /// Months without taking part.
    lapsed(name, months, lapse, step) { zh: "{name} 连续 {months} 个月：{lapse}（{step}）", en: "{name}, {months} months in a row: {lapse} ({step})" }
    /// Steps that are none.
    lapse_months() { zh: "月数不对", en: "these months are not in order" }
    /// A rule that says nothing.
    lapse_of_nothing() { zh: "没有写哪些会议、几个月", en: "no meetings or no months are named" }
    /// Months in arrears.
    pay_arrears(dues, months, owed) { zh: "补交 {months} 的{dues}，共 {owed}", en: "{dues} in arrears for {months}: {owed}" }
    /// Months in arrears with what they are called.
    pay_arrears_step(dues, months, owed, step) { zh: "补交 {months} 的{dues}，共 {owed}（{step}）", en: "{dues} in arrears for {months}: {owed} ({step})" }
    /// A problem to settle.
    settle_issue(title) { zh: "整改销号：{title}", en: "settle the problem: {title}" }
    /// Posts that are to be filled anew.
    term_ends(name, first, last) { zh: "{name}（本届 {first} 至 {last}）", en: "{name} (term {first} to {last})" }
    /// A term without posts.
    term_of_nothing() { zh: "没有写任期管哪些职务", en: "the term is of no post" }
    /// A term that is over.
    term_over(name, last) { zh: "{name}：本届 {last} 已任满", en: "{name}: the term ended on {last}" }
    /// A term that is long over.
    term_long_over(name, last, latest) { zh: "{name}：本届 {last} 任满，最迟应在 {latest} 以前换届", en: "{name}: the term ended on {last} and could be put off until {latest} at the latest" }
}
