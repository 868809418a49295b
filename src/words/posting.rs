//! What is said of lists that are posted, and of objections to them.

use super::sentences;

sentences! {
    /// An objection that is about no line.
    about_nothing() { zh: "这条异议没有写明是哪一条加减分", en: "the objection names no award or deduction" }
    /// What to do about it.
    cure_about_nothing() { zh: "写上更正用的积分项和分值，或用 --decline 说明不更正的理由", en: "name the item and points that correct it, or say why not with --decline" }
    /// An objection that has its answer.
    answered_already(name, day) { zh: "{name} 的异议 {day} 已答复", en: "the objection of {name} was answered on {day}" }
    /// A period is closed.
    closed(period) { zh: "{period} 积分锁定", en: "closed the points of {period}" }
    /// A period that is closed already.
    closed_already(period, day) { zh: "{period} 的积分 {day} 已锁定", en: "the points of {period} were closed on {day}" }
    /// Lists of periods that are closed, and no longer hold.
    closed_outdated(periods) { zh: "{periods} 的积分已锁定，公示的名单与现在的记录不再相符", en: "the points of {periods} are closed, and the posted list no longer holds" }
    /// By which line an objection was answered.
    corrected_by(entry) { zh: "已更正（{entry}）", en: "corrected ({entry})" }
    /// Why nothing was corrected.
    declined(why) { zh: "不更正：{why}", en: "not corrected: {why}" }
    /// An objection there is not.
    no_objection(id) { zh: "没有异议“{id}”", en: "there is no objection `{id}`" }
    /// Where the ids stand.
    cure_no_objection() { zh: "编号见 zhibu points objections", en: "`zhibu points objections` lists them with their ids" }
    /// A period that is to be closed.
    due_close(period) { zh: "{period} 积分异议期已过，可以锁定", en: "the points of {period} can be closed" }
    /// An objection that waits for an answer.
    due_objection(name, period) { zh: "答复 {name} 对 {period} 积分的异议", en: "answer the objection of {name} to the points of {period}" }
    /// A list that is to be posted.
    due_post(period) { zh: "公示 {period} 积分", en: "post the points of {period}" }
    /// Days without a scheme.
    no_scheme(period) { zh: "{period} 没有积分办法", en: "no scheme holds in {period}" }
    /// What to do about it.
    cure_no_scheme() { zh: "在 rules/points.toml 里写上那时的办法", en: "write the scheme of those days in rules/points.toml" }
    /// A day outside a period.
    not_in_period(day, period) { zh: "{day} 不在 {period} 里，更正不了那时的积分", en: "{day} is not in {period}, so it would correct nothing there" }
    /// A period in which nobody is scored.
    nobody_to_post(period) { zh: "{period} 没有人计分，没有名单可以公示", en: "nobody is scored in {period}: there is no list to post" }
    /// What to do about it.
    cure_nobody_to_post() { zh: "谁计分见 zhibu points total，按身份和人员类型定；人员用 zhibu member add 登记", en: "standings and classes decide who is scored: see `zhibu points total`; add people with `zhibu member add`" }
    /// A period that has not ended.
    not_over(period, last) { zh: "{period} 到 {last} 才结束，还不能公示", en: "{period} ends on {last}: it cannot be posted yet" }
    /// A period of which no list was posted.
    not_posted(period) { zh: "{period} 的积分还没有公示", en: "the points of {period} have not been posted" }
    /// What to do about it.
    cure_not_posted(period) { zh: "zhibu points post {period}", en: "zhibu points post {period}" }
    /// Days that are no scored period.
    not_scored(period) { zh: "{period} 不是一个计分周期", en: "{period} is no scored period" }
    /// What to do about it.
    cure_scored(period) { zh: "写成 {period}", en: "write {period}" }
    /// An objection.
    objected(name, period, id) { zh: "{name} 对 {period} 积分提出异议（{id}）", en: "{name} objects to the points of {period} ({id})" }
    /// An objection that comes late.
    objected_late(what, until) { zh: "{what}；异议期 {until} 已结束，按逾期记录", en: "{what}; objections were taken until {until}, so it is late" }
    /// Whose objection.
    name_and_id(name, id) { zh: "{name}（{id}）", en: "{name} ({id})" }
    /// An objection answered by a correction.
    objection_corrected(name, period, item, points) { zh: "{name} 的异议成立，{period} 更正：{item} {points}", en: "the objection of {name} is upheld, {period} corrected: {item} {points}" }
    /// An objection answered without one.
    objection_declined(name, period, why) { zh: "{name} 对 {period} 的异议不成立：{why}", en: "the objection of {name} to {period} is declined: {why}" }
    /// An objection answered by striking a line.
    objection_struck(name, period, entry) { zh: "{name} 的异议成立，{period} 的 {entry} 作废", en: "the objection of {name} is upheld, {entry} of {period} is struck" }
    /// Objections without an answer.
    objections_open(period, who) { zh: "{period} 还有异议没有答复：{who}", en: "objections to {period} have no answer yet: {who}" }
    /// What to do about them.
    cure_objections_open() { zh: "用 zhibu points correct 答复", en: "answer them with `zhibu points correct`" }
    /// An objection that nobody answered in time.
    objection_late(name, period, until) { zh: "{name} 对 {period} 积分的异议没有答复，异议期 {until} 已结束", en: "the objection of {name} to {period} has no answer, and objections ended on {until}" }
    /// A period that is closed.
    period_closed(period) { zh: "{period} 的积分已锁定", en: "the points of {period} are closed" }
    /// A list is posted.
    posted(period, until) { zh: "{period} 积分公示，异议期到 {until}", en: "posted the points of {period}, objections until {until}" }
    /// Lists that no longer hold.
    posted_outdated(periods) { zh: "{periods} 的积分已公示，名单与现在的记录不再相符", en: "the posted list of {periods} no longer holds" }
    /// A list that was posted already.
    posted_already(period, day) { zh: "{period} 的积分 {day} 已公示", en: "the points of {period} were posted on {day}" }
    /// How to post it anew.
    cure_posted_already(period) { zh: "要重新公示：zhibu points post {period} --again 原因", en: "to post it anew: zhibu points post {period} --again WHY" }
    /// Figures that are not those that were posted.
    posted_changed(period, day) { zh: "{period} 的积分与 {day} 公示的不同", en: "the points of {period} are not those that were posted on {day}" }
    /// What to do about it.
    cure_posted_changed(period) {
        zh: "看改了什么：zhibu history {period}；要重新公示：zhibu points post {period} --again 原因",
        en: "see what changed: zhibu history {period}; to post it anew: zhibu points post {period} --again WHY",
    }
    /// Rules that are not those by which a list was reckoned.
    rules_changed(period, day) { zh: "{day} 公示 {period} 积分以后，改了当时的积分办法", en: "the rules of {period} were changed after its points were posted on {day}" }
    /// What to do about it.
    cure_rules_changed(period) { zh: "旧办法写上 until，另写新的一条；确要追溯的，重新公示：zhibu points post {period} --again 原因", en: "end the old rule with `until` and write a new one; where it is meant for the past, post anew: zhibu points post {period} --again WHY" }
    /// A line struck after an objection.
    struck_line(entry) { zh: "{entry} 已作废", en: "{entry} is struck" }
    /// Why a line is struck.
    upheld(objection, why) { zh: "异议 {objection} 成立：{why}", en: "objection {objection} upheld: {why}" }
    /// Objections are still taken.
    window_open(period, until) { zh: "{period} 的异议期到 {until} 才结束", en: "objections to {period} are taken until {until}" }
    /// A last day that is over.
    window_over(until) { zh: "{until} 已经过了", en: "{until} is over" }
}
