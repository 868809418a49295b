//! What is said of talks.

use super::sentences;

sentences! {
    /// A talk after points below a line that there is not.
    talk_without_line() { zh: "积分办法没有达标线（standard），谈不上连续未达标", en: "no scheme has a `standard`, so nobody is below the line" }
    /// What to do about it.
    cure_talk_without_line() { zh: "在 rules/points.toml 里写上 standard，或删去 below", en: "write a `standard` in rules/points.toml, or delete `below`" }
    /// How the table of talks is made.
    about_talks() {
        zh: "还差的，按 rules/talks.toml 算到上面写的那一天。建议的谈话：先是非此二人不可的，再是双方都差的，其余的找今年谈得最少的人，次数一样的找同一小组的。",
        en: "what is owed is as of that day, by rules/talks.toml. Proposed are first the talks that leave no choice, then those that settle something for both; the rest with whoever has had the fewest talks this year, of the same group where there are several",
    }
    /// Where the ids of records are.
    cure_no_talk() { zh: "zhibu talk list 会列出编号；往年的请加 --period", en: "zhibu talk list shows the ids; add --period for other years" }
    /// What to do about a talk that was not held in time.
    cure_talk_missed(command, accept) { zh: "谈过没登记的，补登：{command}；确实没谈的，写明原因：{accept}", en: "log it where it was held: {command}; where it was not, say why: {accept}" }
    /// What to do about a talk that stands twice.
    cure_talk_twice(id) { zh: "是同一次，就作废一条：zhibu talk remove {id} --why 重复登记", en: "if it is the same one: zhibu talk remove {id} --why twice" }
    /// What to do about a talk of one.
    cure_talk_alone() { zh: "with 写对方", en: "name the other in `with`" }
    /// Two reasons by default.
    default_talk_twice(id, first) { zh: "“{id}”和“{first}”都是默认的谈话事由", en: "`{id}` and `{first}` are both the default reason for a talk" }
    /// A talk that is owed.
    due_talk(rules) { zh: "谈心谈话：{rules}", en: "talk: {rules}" }
    /// Talks that were not held in time.
    due_talk_missed(period, rule) { zh: "{period} 没有谈：{rule}", en: "no talk in {period}: {rule}" }
    /// Talks that are owed.
    due_talks(times, rules) { zh: "谈心谈话 {times} 次：{rules}", en: "talk {times} times: {rules}" }
    /// No record of that id.
    no_talk(id, period) { zh: "{period} 没有编号为“{id}”的谈话记录", en: "no talk `{id}` in {period}" }
    /// Something and its day.
    of_day(what, day) { zh: "{what}（{day}）", en: "{what} ({day})" }
    /// Something that is owed with one person.
    owed_with(name, rule) { zh: "{name}（{rule}）", en: "{name} ({rule})" }
    /// Something that is owed several times.
    owed_times(what, times) { zh: "{what} ×{times}", en: "{what} ×{times}" }
    /// Two people talked.
    talked(who, with, day) { zh: "{who} 与 {with} 谈心谈话，{day}", en: "{who} talked with {with}, {day}" }
    /// Two people talked, and why.
    talked_because(who, with, reason, day) { zh: "{who} 与 {with} 谈心谈话：{reason}，{day}", en: "{who} talked with {with}: {reason}, {day}" }
    /// A talk of one.
    talk_alone(name) { zh: "{name} 不能和自己谈", en: "both sides of the talk are {name}" }
    /// A talk that was not held in time.
    talk_missed(period, name, rule) { zh: "{name} {period} 没有谈：{rule}", en: "{name}: no talk in {period}, {rule}" }
    /// A talk of two that was not held in time.
    talk_missed_with(period, name, other, rule) { zh: "{name} 与 {other} {period} 没有谈：{rule}", en: "{name} and {other}: no talk in {period}, {rule}" }
    /// A talk in a few words.
    talk_title(day, who, with) { zh: "{day} {who} 与 {with} 谈心谈话", en: "{day} talk of {who} with {with}" }
    /// Two records of one talk.
    talk_twice(who, with, day, other) { zh: "{who} 与 {with} {day} 的谈话在 {other} 还有一条", en: "the talk of {who} with {with} on {day} stands at {other} too" }
    /// The page of who has talked with whom.
    talks_of(period, day) { zh: "谈心谈话 {period}，截至 {day}", en: "talks of {period}, as of {day}" }
    /// A talk of a day on which the two have one.
    with_talked_already(what, names) {
        zh: "{what}。当天与 {names} 已有谈话记录；如果登记重了，用 zhibu talk remove 作废一条",
        en: "{what}; there is a talk with {names} that day already: if it is the same one, strike it with zhibu talk remove",
    }
}

sentences! {
    /// What to do about a number that is none.
    cure_talk_times() { zh: "写 1 到 31", en: "write 1 to 31" }
    /// What to do about people that are nobody.
    cure_talk_of_nobody() { zh: "用 standings、posts 或 classes 写明", en: "name `standings`, `posts` or `classes`" }
    /// What to do about a trigger without a cause.
    cure_talk_without_cause() {
        zh: "用 items、grades、standings、posts、moved、joined 或 below 写明什么情况",
        en: "say what, with `items`, `grades`, `standings`, `posts`, `moved`, `joined` or `below`",
    }
    /// What to do about working days.
    cure_talk_working_days() { zh: "写成 30d（天）、2w（周）或 1m（月）", en: "write 30d, 2w or 1m: days, weeks or months" }
    /// What to do about an item that is earned by itself.
    cure_talk_item() { zh: "写由人登记的积分项", en: "name an item that is awarded by hand" }
    /// An item that is earned by itself.
    talk_item_not_by_hand(item) { zh: "“{item}”自动计分，不能引起谈话", en: "`{item}` is earned by itself, so no talk follows from it" }
    /// People that are nobody.
    talk_of_nobody() { zh: "没有写是哪些人", en: "it does not say who" }
    /// Two rules of one id on one day.
    talk_rules_overlap(id, day, line) { zh: "{day} 有两条“{id}”同时有效，另一条在第 {line} 行", en: "two rules `{id}` hold on {day}, the other one is in line {line}" }
    /// A number of times that is none.
    talk_times(times) { zh: "次数不能是 {times}", en: "nobody talks {times} times" }
    /// A trigger that nothing sets off.
    talk_without_cause() { zh: "没有写什么情况必谈", en: "it does not say what makes the talk a duty" }
    /// Working days.
    talk_working_days() { zh: "期限不能按工作日写", en: "the time cannot be in working days" }
}
