//! What is said of dues.

use super::{Text, sentences};

/// The name of a state of somebody's dues for a month.
pub fn dues_state(id: &str) -> Text {
    match id {
        "paid" => Text::new("已交", "paid"),
        "late" => Text::new("迟交", "paid late"),
        "owed" => Text::new("欠交", "owed"),
        "open" => Text::new("待交", "open"),
        _ => Text::new("未核定", "no amount"),
    }
}

sentences! {
    /// An amount that is none.
    bad_amount(text) { zh: "“{text}”不是金额：应如 \"45.50\"，最多到分，不超过一百万元", en: "`{text}` is no amount: write \"45.50\", in whole fen, at most a million yuan" }
    /// A month that is none.
    bad_month(text) { zh: "“{text}”不是月份：应如 \"2026-11\"", en: "`{text}` is no month: write \"2026-11\"" }
    /// A share that is none.
    bad_percent(text) { zh: "{text} 不是百分比：应在 0 到 100 之间，最多两位小数", en: "{text} is no percentage: write 0 to 100, with two decimals at most" }
    /// What the amount should be by the table.
    by_the_table(what, amount) { zh: "{what}。按比例算是 {amount}，请核对", en: "{what}; by the table of rates it would be {amount}" }
    /// How amounts are changed within a year.
    cure_dues_fixed() { zh: "确实要改，用 --note 写明原因", en: "say why with --note" }
    /// How an amount is corrected.
    cure_dues_set(id) { zh: "核定错了，先 zhibu dues remove {id} --why 原因", en: "if it is wrong, first zhibu dues remove {id} --why WHY" }
    /// How an amount is approved.
    cure_no_amount(who, month) { zh: "先核定：zhibu dues set {who} 金额 --from {month}", en: "approve one: zhibu dues set {who} AMOUNT --from {month}" }
    /// Where the ids of lines are.
    cure_no_dues() { zh: "zhibu dues list 会列出编号；往年的请加 --period", en: "zhibu dues list shows the ids; add --period for other years" }
    /// How months are written.
    cure_months() { zh: "写 2026-11、本月，或 2026-09..2026-11", en: "write 2026-11, this-month or 2026-09..2026-11" }
    /// An amount in a list.
    dues_approved() { zh: "核定", en: "approved" }
    /// An amount that is fixed.
    dues_fixed(name, year, amount) { zh: "{name} {year} 年的金额已核定为每月 {amount}，一年内一般不变", en: "the dues of {name} are {amount} a month and fixed for {year}" }
    /// A payment in a list.
    dues_paid() { zh: "交纳", en: "paid" }
    /// Nothing is owed.
    dues_paid_already(names) { zh: "已经交过：{names}", en: "paid already: {names}" }
    /// An amount was approved.
    dues_set(who, amount, month) { zh: "核定 {who} {month} 起每月 {amount}", en: "{who}: {amount} a month, from {month}" }
    /// The amount is there.
    dues_set_already(name, month, amount) { zh: "{name} {month} 起已核定为每月 {amount}", en: "{name} has {amount} a month from {month} already" }
    /// An approved amount in a few words.
    dues_title(month, name, what, amount) { zh: "{month} {name} {what} {amount}", en: "{month} {name} {what} {amount}" }
    /// No amount and nothing to reckon it from.
    dues_what() { zh: "要写金额，或用 --base 写基数", en: "write the amount, or the pay with --base" }
    /// Who and for which month.
    name_and_month(name, month) { zh: "{name} {month}", en: "{name} {month}" }
    /// A month without an amount.
    no_amount(name, months) { zh: "{name} {months} 没有核定金额", en: "{name} has no approved amount for {months}" }
    /// No line of that id.
    no_dues(id, period) { zh: "{period} 没有编号为“{id}”的核定或交纳记录", en: "no amount or payment `{id}` in {period}" }
    /// Whose amounts are not approved.
    no_amounts(month, names) { zh: "{month} 还没有核定金额：{names}", en: "without an approved amount for {month}: {names}" }
    /// Not whole months.
    not_months(text) { zh: "“{text}”不是整月", en: "`{text}` is not a month, or months" }
    /// Dues were paid.
    paid_dues(who, months, amount, day) { zh: "{who} 交 {months} 的，每月 {amount}，{day}", en: "{who} paid for {months}: {amount} a month, {day}" }
    /// Somebody paid more than is owed.
    paid_beyond(who, month, amount) { zh: "{who} {month} 多交 {amount}", en: "{who} paid {amount} more than is owed for {month}" }
    /// Somebody pays for more months in arrears at once than the rules have.
    caught_up(who, months, most) { zh: "{who} 一次补交 {months} 个月，一般不超过 {most} 个月", en: "{who} catches up on {months} months at once, as a rule no more than {most}" }
    /// Dues of several amounts were paid.
    paid_dues_in_all(who, months, amount, day) { zh: "{who} 交 {months} 的，共 {amount}，{day}", en: "{who} paid for {months}: {amount} in all, {day}" }
    /// A rate there is not on a day.
    rate_needed() { zh: "要用 --rate 写明按哪一种比例", en: "name the rate with --rate" }
    /// A line in another year's file.
    wrong_year(month) { zh: "{month} 不在这个文件的年份", en: "{month} is not in the year of this file" }
}

sentences! {
    /// A band that says nothing, or two things.
    band_says() { zh: "每一档应写 percent 或 amount 中的一个", en: "a band says either `percent` or `amount`" }
    /// What to do about it.
    cure_band_says() { zh: "写成 {{ up-to = \"3000\", percent = 0.5 }}", en: "write `{{ up-to = \"3000\", percent = 0.5 }}`" }
    /// Bands the wrong way round.
    bands_order(rate) { zh: "“{rate}”的各档应由低到高，最后一档不写 up-to", en: "the bands of `{rate}` should go up, the last one without `up-to`" }
    /// What to do about it.
    cure_bands_order() { zh: "按 up-to 从小到大排列，最后一档不写 up-to", en: "order them by `up-to`, and leave it out of the last" }
    /// A day that months do not have.
    bad_due_day(day) { zh: "每月没有 {day} 日", en: "no month has a day {day}" }
    /// What to do about it.
    cure_due_day() { zh: "写 1 到 31", en: "write 1 to 31" }
    /// Months that nobody can catch up on.
    bad_catch_up() { zh: "补交的月数应大于 0", en: "the months of a catch-up should be 1 or more" }
    /// What to do about it.
    cure_catch_up() { zh: "写 catch-up = 6；没有规定的，不写这个键", en: "write `catch-up = 6`, or leave the key out if there is no limit" }
    /// Two rates of one id on one day.
    rates_overlap(rate, day, line) { zh: "{day} 有两条“{rate}”同时有效，另一条在第 {line} 行", en: "two rates `{rate}` hold on {day}, the other one is in line {line}" }
    /// A ladder that does not go up.
    steps_order() { zh: "欠交的月数应从 1 开始，由少到多", en: "the months in arrears should begin at 1 or more, and go up" }
    /// What to do about it.
    cure_steps_order() { zh: "按 months 从小到大排列", en: "order them by `months`" }
}
