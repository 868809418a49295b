//! What is said of findings that are let stand.

use super::{Lang, Text, count, sentences};

sentences! {
    /// A finding is let stand.
    accepted(code, place, why) { zh: "认可 {place} 的问题 {code}：{why}", en: "accepted {code} in {place}: {why}" }
    /// An acceptance is taken back.
    acceptance_title(code, place) { zh: "认可 {place} 的问题 {code}", en: "the acceptance of {code} in {place}" }
    /// It is let stand already.
    accepted_already(code, place, id) { zh: "{place} 的问题 {code} 已经认可，编号 {id}", en: "{code} in {place} is accepted already: {id}" }
    /// An acceptance of what is not there any more.
    accepts_nothing(code) { zh: "认可的问题 {code} 已经没有了", en: "there is no {code} any more that this accepts" }
    /// What to do about it.
    cure_accepts_nothing(id) { zh: "已经改好的，撤回认可：zhibu accept --revoke {id} --why 已改好", en: "if it was mended, take it back: zhibu accept --revoke {id} --why mended" }
    /// How to take an acceptance back.
    cure_accepted_already() { zh: "zhibu check --accepted 列出已认可的问题", en: "zhibu check --accepted lists what is accepted" }
    /// What can be let stand.
    cure_not_acceptable() { zh: "照提示改好；读不出的和规则本身的问题，不改就算不下去", en: "mend it: while a file or a rule cannot be read, nothing can be reckoned by it" }
    /// What there is instead.
    cure_nothing_to_accept(codes) { zh: "那里有：{codes}", en: "there is: {codes}" }
    /// What was found there.
    cure_nothing_to_accept_at_all() { zh: "zhibu check 列出全部问题和所在的行", en: "zhibu check lists all findings and their lines" }
    /// Why and by whom something is let stand.
    let_stand(day, why, id) { zh: "已认可：{why}（{day}，{id}）", en: "accepted: {why} ({day}, {id})" }
    /// The same with the last day.
    let_stand_until(day, why, id, until) { zh: "已认可：{why}（{day}，到 {until} 为止，{id}）", en: "accepted: {why} ({day}, until {until}, {id})" }
    /// No line of that id.
    no_acceptance(id) { zh: "没有编号为“{id}”的认可", en: "no acceptance `{id}`" }
    /// Nothing of the code is found there.
    nothing_to_accept(code, place) { zh: "{place} 没有问题 {code}", en: "no {code} is found in {place}" }
    /// Everything at once.
    not_everything() { zh: "不能一下认可整个目录，要写明文件或里面的文件夹", en: "name a file or a folder: the whole directory cannot be accepted at once" }
    /// Under the summary of many findings.
    one_code_alone() { zh: "只看一种：zhibu check --code 代码；是什么意思：zhibu check --explain 代码", en: "one kind alone: zhibu check --code CODE; what it means: zhibu check --explain CODE" }
    /// Nothing was let stand.
    nothing_accepted() { zh: "没有已认可的问题", en: "nothing was accepted" }
    /// What has to be mended.
    not_acceptable(code) { zh: "{code} 只能改，不能认可", en: "{code} has to be mended and cannot be accepted" }
}

/// How many findings stand open, and how many were let stand.
pub fn so_many_findings(open: usize, accepted: usize) -> Text {
    let (zh, en) = match open {
        0 => ("没有发现问题".to_owned(), "nothing is wrong".to_owned()),
        _ => {
            let count = count(open, "处问题", "finding", "findings");
            (format!("发现 {}", count.get(Lang::Zh)), count.get(Lang::En).to_owned())
        }
    };
    match accepted {
        0 => Text::new(zh, en),
        _ => Text::new(format!("{zh}，另有 {accepted} 处已认可"), format!("{en}, {accepted} accepted")),
    }
}

/// How many findings were let stand.
pub fn so_many_accepted(number: usize) -> Text {
    match number {
        0 => nothing_accepted(),
        _ => Text::new(format!("{number} 处已认可"), format!("{number} accepted")),
    }
}
