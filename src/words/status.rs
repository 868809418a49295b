//! What is said of the branch at a glance, and of its rhythm.

use super::sentences;

sentences! {
    /// How a rhythm is to be read.
    about_rhythm(period) {
        zh: "{period}，一格一周：· 没有，▂ 一次，▅ 两次，█ 三次以上。按期率 = 按期办了的期数 / 已经过完的期数",
        en: "{period}, a mark a week: · none, ▂ one, ▅ two, █ more. regular = periods in which the duty was kept / periods that are over",
    }
    /// What happened in a period.
    in_period(period, what) { zh: "{what}（{period}）", en: "{what} ({period})" }
    /// More of what is owed.
    more_due(number) { zh: "还有 {number} 件，见 zhibu due", en: "and {number} more: zhibu due" }
    /// Nothing so far.
    none_yet() { zh: "还没有", en: "none yet" }
    /// A problem that was found.
    problem_found(title) { zh: "发现问题：{title}", en: "problem: {title}" }
    /// Some of it is not shown, since the rules that it needs are faulty.
    status_partial() { zh: "规则有错：上面只列不受影响的部分，错处如下", en: "some rules are faulty: only what does not need them is shown above. The faults:" }
    /// What stands over it.
    status_title(name, day, members) { zh: "{name} {members} 人，{day}", en: "{name}, {members} members, {day}" }
}
