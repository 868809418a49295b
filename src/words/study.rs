//! What is said of hours of study.

use super::sentences;

sentences! {
    /// What is counted against what is owed.
    about_owed_hours() {
        zh: "全年学时从 1 月 1 日算到本期末，只计入规则里 kinds 写的学习形式；应学按身份和职务，见 rules/study.toml。",
        en: "hours of the year: from 1 January to the end of the period, of the kinds that count; owed by standing and post, see rules/study.toml",
    }
    /// Hours that are none.
    bad_hours(hours) { zh: "{hours} 不是学时：应为大于零的整数或 .5", en: "{hours} is no hours: whole or .5, more than none" }
    /// Where the ids of records are.
    cure_no_study() { zh: "zhibu study list 会列出编号；往年的请加 --period", en: "zhibu study list shows the ids; add --period for other years" }
    /// How reflections are logged.
    cure_reflection_of_one() { zh: "分开登记，一人一条", en: "log each of them apart" }
    /// What to do about hours that nobody owes.
    cure_owed_by_nobody() { zh: "用 standings 写身份，或用 posts 写职务", en: "name `standings` or `posts`" }
    /// Two kinds by default.
    default_study_twice(id, first) { zh: "“{id}”和“{first}”都是默认的学习形式", en: "`{id}` and `{first}` are both the default kind of study" }
    /// No record of that id.
    no_study(id, period) { zh: "{period} 没有编号为“{id}”的学习记录", en: "no record of study `{id}` in {period}" }
    /// Hours that nobody owes.
    owed_by_nobody() { zh: "没有写谁应学这些学时", en: "nobody owes these hours" }
    /// A reflection was attached.
    reflected(title) { zh: "{title}：附心得", en: "attached a reflection to {title}" }
    /// There is one.
    reflected_already(title, file) { zh: "{title} 已附心得：{file}", en: "{title} has a reflection already: {file}" }
    /// A reflection of several.
    reflection_of_one() { zh: "一份心得是一个人写的", en: "a reflection is one person's" }
    /// Hours were logged.
    studied(who, kind, hours, day) { zh: "{who} {kind} {hours} 学时，{day}", en: "{who}: {kind}, {hours} h, {day}" }
    /// The kind has to be named.
    study_needed() { zh: "要用 --kind 写明学习形式", en: "say in what way with --kind" }
    /// A record in a few words.
    study_title(day, name, kind, hours) { zh: "{day} {name} {kind} {hours} 学时", en: "{day} {name} {kind} {hours} h" }
    /// Hours of a day on which those of a meeting counted.
    with_studied_at(what, meetings) {
        zh: "{what}。以登记的为准，{meetings} 按出席计的学时不再计入",
        en: "{what}; these count instead of the hours from attending {meetings}",
    }
    /// Hours of a day that has some of that title.
    with_studied_already(what, names) {
        zh: "{what}。{names} 当天已有同样题目的学习记录；如果登记重了，用 zhibu study remove 作废一条",
        en: "{what}; there is a record of that day and title already of {names}: if it is the same one, strike it with zhibu study remove",
    }
}
