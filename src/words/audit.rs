//! What is said of when things happened and when they were written down. Late is a fact, not an offence.

use super::{Lang, Text, count, sentences};

/// What is known of when a record was written, by its id.
pub fn written_name(id: &str) -> Text {
    match id {
        "on" => Text::new("确知", "known"),
        "by" => Text::new("不晚于", "no later than"),
        "before-it-happened" => Text::new("早于发生", "before it happened"),
        "out-of-order" => Text::new("早于前一次提交", "before the commit it follows"),
        "placed-later" => Text::new("后来才进入历史", "placed later"),
        "not-committed" => Text::new("未提交", "not committed"),
        _ => Text::new("不知道", "not known"),
    }
}

/// Whether a record was in time, by its id.
pub fn filed_name(id: &str) -> Text {
    match id {
        "in-time" => Text::new("按时", "in time"),
        "late" => Text::new("补记", "later"),
        "no-rule" => Text::new("没有规定", "no rule"),
        _ => Text::new("说不清", "cannot be told"),
    }
}

/// That a record was written later than the last day in time.
pub fn written_after_limit(written: impl super::Say, limit: impl super::Say, days: i64) -> Text {
    let days = count(usize::try_from(days).unwrap_or(0), "天", "day", "days");
    let (zh, en) = (days.get(Lang::Zh), days.get(Lang::En));
    let said = |lang| (written.say(lang).into_owned(), limit.say(lang).into_owned());
    let ((written_zh, limit_zh), (written_en, limit_en)) = (said(Lang::Zh), said(Lang::En));
    Text::new(
        format!("{written_zh} 补记，时限到 {limit_zh}，晚 {zh}"),
        format!("written on {written_en}, {en} after {limit_en}, the last day in time"),
    )
}

/// So many records besides those that were told.
pub fn so_many_others(number: usize) -> Text {
    let number = count(number, "条记录", "more record", "more records");
    Text::new(format!("另外 {}", number.get(Lang::Zh)), number.get(Lang::En))
}

sentences! {
    /// How the audit is to be read.
    about_audit() {
        zh: "登记日期是第一次有这条记录的提交的作者日期；补记只是事实，不是过错。",
        en: "written is the author date of the first commit that had the record; to write later is a fact, no offence",
    }
    /// Files that could not be read.
    audit_unreadable(files) { zh: "读不出来，里面的记录没有对照：{files}", en: "cannot be read, so its records are not told of: {files}" }
    /// The page of the audit.
    audit_of(name, period) { zh: "{name} {period}：发生与登记对照", en: "{name}, {period}: when things happened, and when they were written" }
    /// Something was changed after the points were closed.
    changed_after_closing(day, author, period, closed, what) {
        zh: "{period} 积分 {closed} 锁定以后的改动（{author}，{day}）：{what}",
        en: "on {day}, after the points of {period} were closed on {closed}, by {author}: {what}",
    }
    /// Something was changed after the month was sealed.
    changed_after_sealing(day, author, month, sealed, what) {
        zh: "{month} 在 {sealed} 封存以后的改动（{author}，{day}）：{what}",
        en: "on {day}, after {month} was sealed on {sealed}, by {author}: {what}",
    }
    /// A sealed month was changed with a reason.
    amended_on(day, what, why) { zh: "{day} 修订：{what}（{why}）", en: "amended on {day}: {what} ({why})" }
    /// Something was changed after the points were posted.
    changed_after_posting(day, author, period, posted, what) {
        zh: "{period} 积分 {posted} 公示以后的改动（{author}，{day}）：{what}",
        en: "on {day}, after the points of {period} were posted on {posted}, by {author}: {what}",
    }
    /// A conflict that somebody settled.
    conflict_settled(day, author, what) { zh: "{author} {day} 处理了冲突：{what}", en: "conflict settled on {day} by {author}: {what}" }
    /// A day that nobody knows.
    some_day() { zh: "不知哪天", en: "some day" }
    /// A rule of filing.
    filing_rule(within, from) { zh: "发生以后 {within}内登记，{from} 起", en: "within {within}, from {from} on" }
    /// The same with its source.
    filing_rule_of(within, from, source) { zh: "发生以后 {within}内登记，{from} 起（{source}）", en: "within {within}, from {from} on ({source})" }
    /// A last day that may be another.
    provisional(limit, year) { zh: "{limit}（暂定，rules/holidays.toml 里没有 {year} 年）", en: "{limit} (provisional: rules/holidays.toml has no {year})" }
    /// No rule of filing.
    no_filing_rule() { zh: "rules/branch.toml 里没有登记时限，不判断早晚", en: "rules/branch.toml says nothing of how soon records are due, so none is late" }
    /// How to have one.
    cure_no_filing_rule() { zh: "加上：[[filing]]，下面写 from、within = \"3wd\"、source", en: "to have one: [[filing]] with from, within = \"3wd\" and source" }
    /// A record that is gone.
    gone_on(day, author) { zh: "{author} {day} 从文件里删去", en: "taken out of the files on {day} by {author}" }
    /// A record that is gone, nobody knows how.
    gone_somehow() { zh: "文件里已经没有；是合并时落下的，还是没有提交的删除，git 说不清", en: "no longer in the files: a merge left it out, or it was taken out and not committed" }
    /// A record that somebody else wrote down.
    written_for(recorder, author) { zh: "登记人写的是 {recorder}，由 {author} 提交", en: "recorded by {recorder} as it says, written down by {author}" }
    /// A record that git does not have.
    written_not_yet() { zh: "还没有提交到 git", en: "not committed yet" }
    /// A record that was there before git knew it.
    written_by_then(day) { zh: "什么时候登记的不知道，{day} 已经有了", en: "nobody knows when it was written: it was there by {day}" }
    /// A record that git dates before what it is about.
    written_before(day) { zh: "git 里的登记日期是 {day}，在发生以前；不判断早晚", en: "git dates it {day}, before it happened: whether it was in time is not judged" }
    /// A record whose commit is dated before the one it follows.
    written_out_of_order(day) { zh: "提交的日期是 {day}，在它的前一次提交以前；不判断早晚", en: "its commit is dated {day}, before the commit it follows: whether it was in time is not judged" }
    /// A record whose commit got its place in the history on a later day than its own.
    written_placed_later(day, placed) { zh: "提交的日期是 {day}，{placed} 才进入现在的历史（变基，或日期是人工填的）；不判断早晚", en: "its commit is dated {day} and got its place in the history on {placed} (a rebase, or a date set by hand): whether it was in time is not judged" }
    /// A record of which nothing is known.
    written_nobody_knows() { zh: "什么时候登记的不知道", en: "nobody knows when it was written" }
    /// A record that was struck.
    struck_on(day, author, why) { zh: "{author} {day} 作废：{why}", en: "struck on {day} by {author}: {why}" }
    /// Nothing to be told.
    written_in_time(day) { zh: "{day} 登记", en: "written on {day}" }
    /// No record at all.
    audit_of_nothing() { zh: "这段时间没有记录", en: "nothing happened in this period, as far as the records say" }
    /// Everything as it should be.
    nothing_to_tell() { zh: "都按时登记了，没有要说明的", en: "everything was written in time, and there is nothing to tell" }
    /// Why nothing is known.
    audit_without_git(why) { zh: "{why}，不知道记录是什么时候登记、什么时候改的", en: "{why}: nobody knows when records were written or changed" }
}
