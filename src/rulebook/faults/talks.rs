//! What cannot be in `rules/talks.toml`.

use std::collections::HashMap;

use super::super::{PointsRules, Rulebook, TalkRules, TalkTrigger, Those};
use super::declared::{declared_classes, declared_grades, declared_items, declared_posts, declared_standings};
use super::found::dates_of;
use super::found::{Dates, Declared, Faults};
use crate::error::Fault;
use crate::record::{At, Length, PostId, Source, Span, TalkRuleId};
use crate::words;

pub(super) fn faults(source: &Source, rules: &TalkRules, all: &Rulebook) -> Vec<Fault> {
    let mut faults = Faults::of(source);
    faults.twice(rules.talk_reasons.iter().map(|reason| (reason.id.as_str(), &reason.id.span)));
    let mut defaults = rules.talk_reasons.iter().filter(|reason| reason.default == Some(true));
    if let Some(first) = defaults.next() {
        for reason in defaults {
            let fact = words::default_talk_twice(&reason.id.value, &first.id.value);
            faults.add("rule-twice", &reason.id.span, fact, words::cure_default_twice());
        }
    }
    let ids = rules.talk_reasons.iter().map(|reason| reason.id.as_str()).collect();
    let reasons = Declared { heading: "reason", file: &source.path, ids };
    let known = Known::of(all);
    let pairs = rules.pairs.iter().map(|pair| (&pair.id, dates_of(&pair.span, &pair.from, pair.until.as_ref())));
    let triggers = rules.triggers.iter().map(|one| (&one.id, dates_of(&one.span, &one.from, one.until.as_ref())));
    one_at_a_time(&mut faults, pairs.chain(triggers));
    for pair in &rules.pairs {
        known.those(&mut faults, &pair.who);
        known.those(&mut faults, &pair.with);
        if let Some(times) = pair.times.as_ref().filter(|times| !(1..=31).contains(&times.value)) {
            faults.add("rule-talks", &times.span, words::talk_times(times.value), words::cure_talk_times());
        }
    }
    let points = all.points.as_ref().map(|(_, points)| points);
    for trigger in &rules.triggers {
        by_hand(&mut faults, trigger, points);
        line(&mut faults, trigger, points);
        known.cause(&mut faults, trigger);
        for those in trigger.who.iter().chain(&trigger.with) {
            known.those(&mut faults, those);
        }
        if let Some(reason) = &trigger.reason {
            faults.unknown(reason.as_str(), &reason.span, &reasons);
        }
        if matches!(trigger.within.value, Length::WorkingDays(_)) {
            let span = &trigger.within.span;
            faults.add("rule-talks", span, words::talk_working_days(), words::cure_talk_working_days());
        }
    }
    faults.found
}

/// Tells two rules of one id that hold on one day.
fn one_at_a_time<'a>(faults: &mut Faults<'_>, rules: impl Iterator<Item = (&'a At<TalkRuleId>, Dates<'a>)>) {
    let mut before: HashMap<&str, Vec<Dates<'_>>> = HashMap::new();
    for (id, dates) in rules {
        faults.dates(&dates);
        let others = before.entry(id.as_str()).or_default();
        for other in others.iter() {
            if let Some(day) = dates.common(other) {
                let fact = words::talk_rules_overlap(&id.value, day, faults.source.line(other.heading.start));
                faults.add("rule-twice", &id.span, fact, faults.cure_overlap(&dates, other));
            }
        }
        others.push(dates);
    }
}

/// Tells items that are earned by themselves: only what somebody awarded makes a talk a duty.
fn by_hand(faults: &mut Faults<'_>, trigger: &TalkTrigger, points: Option<&PointsRules>) {
    for item in &trigger.items {
        let mut forms = points.iter().flat_map(|points| &points.items).filter(|one| one.id.value == item.value);
        if forms.clone().next().is_some() && !forms.any(|form| form.by_hand()) {
            faults.add("rule-talks", &item.span, words::talk_item_not_by_hand(&item.value), words::cure_talk_item());
        }
    }
}

/// Tells a trigger that waits for a line that no scheme has.
fn line(faults: &mut Faults<'_>, trigger: &TalkTrigger, points: Option<&PointsRules>) {
    let is_unlined = |points: &PointsRules| points.schemes.iter().all(|scheme| scheme.standard.is_none());
    if trigger.below == Some(true) && points.is_some_and(is_unlined) {
        faults.add("rule-talks", &trigger.id.span, words::talk_without_line(), words::cure_talk_without_line());
    }
}

/// What the other files declare, those of them that were read.
struct Known<'a> {
    standings: Option<Declared<'a>>,
    posts: Option<Declared<'a>>,
    classes: Option<Declared<'a>>,
    items: Option<Declared<'a>>,
    grades: Option<Declared<'a>>,
}

impl<'a> Known<'a> {
    fn of(all: &'a Rulebook) -> Self {
        let branch = all.branch.as_ref();
        Self {
            standings: branch.map(|(source, branch)| declared_standings(source, branch)),
            posts: branch.map(|(source, branch)| declared_posts(source, branch)),
            classes: branch.map(|(source, branch)| declared_classes(source, branch)),
            items: all.points.as_ref().map(|(source, points)| declared_items(source, points)),
            grades: all.appraisal.as_ref().map(|(source, rules)| declared_grades(source, rules)),
        }
    }

    /// Tells people that are nobody, and ids that are not declared.
    fn those(&self, faults: &mut Faults<'_>, those: &Those) {
        if those.standings.is_empty() && those.posts.is_empty() && those.classes.is_empty() {
            faults.add("rule-talks", &those.span, words::talk_of_nobody(), words::cure_talk_of_nobody());
        }
        let standings = those.standings.iter().map(|at| (at.as_str(), &at.span));
        unknown(faults, self.standings.as_ref(), standings);
        self.posts(faults, those.posts.iter().chain(&those.not_posts));
        unknown(faults, self.classes.as_ref(), those.classes.iter().map(|at| (at.as_str(), &at.span)));
    }

    fn posts<'p>(&self, faults: &mut Faults<'_>, posts: impl Iterator<Item = &'p At<PostId>>) {
        unknown(faults, self.posts.as_ref(), posts.map(|at| (at.as_str(), &at.span)));
    }

    /// Tells a trigger that nothing sets off, and ids that are not declared.
    fn cause(&self, faults: &mut Faults<'_>, trigger: &TalkTrigger) {
        if !trigger.has_cause() {
            faults.add("rule-talks", &trigger.span, words::talk_without_cause(), words::cure_talk_without_cause());
        }
        unknown(faults, self.items.as_ref(), trigger.items.iter().map(|at| (at.as_str(), &at.span)));
        unknown(faults, self.grades.as_ref(), trigger.grades.iter().map(|at| (at.as_str(), &at.span)));
        unknown(faults, self.standings.as_ref(), trigger.standings.iter().map(|at| (at.as_str(), &at.span)));
        self.posts(faults, trigger.posts.iter());
    }
}

/// Tells the ids that are not declared, where what declares them was read.
fn unknown<'i>(
    faults: &mut Faults<'_>,
    declared: Option<&Declared<'_>>,
    ids: impl Iterator<Item = (&'i str, &'i Span)>,
) {
    if let Some(declared) = declared {
        ids.for_each(|(id, span)| faults.unknown(id, span, declared));
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{BRANCH, CATEGORY, told};

    const ITEMS: &str = "\
[[item]]
id = \"praise\"
name = \"表扬\"
category = \"life\"
from = 2026-01-01
range = [1, 5]
[[item]]
id = \"met\"
name = \"到会\"
category = \"life\"
from = 2026-01-01
points = 1
attendance = { kinds = [\"group\"], states = [\"present\"] }
";

    #[test]
    fn what_rules_of_talks_cannot_say() {
        let talks = |text: &str| {
            told(&[("branch.toml", BRANCH), ("points.toml", &format!("{CATEGORY}{ITEMS}")), ("talks.toml", text)])
        };
        let pair = |keys: &str| {
            talks(&format!(
                "[[pair]]\nid = \"a\"\nname = \"甲\"\neach = \"pair\"\nfirm = \"must\"\nwith = {{ posts = [\"secretary\"] }}\n{keys}"
            ))
        };
        let trigger = |keys: &str| {
            talks(&format!("[[trigger]]\nid = \"t\"\nname = \"甲\"\nfirm = \"must\"\nfrom = 2026-01-01\n{keys}"))
        };
        insta::assert_snapshot!(pair("from = 2026-01-01\nuntil = 2025-12-31\ntimes = 0\nwho = { not-posts = [\"secretry\"] }\n"), @r#"
        rules/talks.toml:8:9 rule-dates 2025-12-31
          最后一天 2025-12-31 早于第一天 2026-01-01 | until 写 2026-01-01 或以后的日期
          the last day, 2025-12-31, is before the first, 2026-01-01 | write `until` as 2026-01-01 or later
        rules/talks.toml:9:9 rule-talks 0
          次数不能是 0 | 写 1 到 31
          nobody talks 0 times | write 1 to 31
        rules/talks.toml:10:7 rule-talks { not-posts = ["secretry"] }
          没有写是哪些人 | 用 standings、posts 或 classes 写明
          it does not say who | name `standings`, `posts` or `classes`
        rules/talks.toml:10:22 rule-unknown-id "secretry"
          rules/branch.toml 里没有职务“secretry” | 是不是“secretary”？
          no post `secretry` in rules/branch.toml | did you mean `secretary`?
        "#);
        insta::assert_snapshot!(pair("from = 2026-01-01\nwho = { standings = [\"ful\"], classes = [\"x\"] }\ntimes = 32\n"), @r#"
        rules/talks.toml:8:22 rule-unknown-id "ful"
          rules/branch.toml 里没有身份“ful” | 是不是“full”？
          no standing `ful` in rules/branch.toml | did you mean `full`?
        rules/talks.toml:8:41 rule-unknown-id "x"
          rules/branch.toml 里没有人员类型“x” | 先在 rules/branch.toml 里用 [[class]] 写上它
          no class `x` in rules/branch.toml | declare it in rules/branch.toml with `[[class]]`
        rules/talks.toml:9:9 rule-talks 32
          次数不能是 32 | 写 1 到 31
          nobody talks 32 times | write 1 to 31
        "#);
        assert_eq!(pair("from = 2026-01-01\nwho = { standings = [\"full\"] }\ntimes = 31\nper = \"month\"\n"), "");
        insta::assert_snapshot!(trigger("within = \"5wd\"\n"), @r#"
        rules/talks.toml:1:1 rule-talks [[trigger]]
          没有写什么情况必谈 | 用 items、grades、standings、posts、moved、joined 或 below 写明什么情况
          it does not say what makes the talk a duty | say what, with `items`, `grades`, `standings`, `posts`, `moved`, `joined` or `below`
        rules/talks.toml:6:10 rule-talks "5wd"
          期限不能按工作日写 | 写成 30d（天）、2w（周）或 1m（月）
          the time cannot be in working days | write 30d, 2w or 1m: days, weeks or months
        "#);
        insta::assert_snapshot!(trigger("within = \"1m\"\nitems = [\"met\", \"prais\"]\nreason = \"x\"\nwith = {}\n"), @r#"
        rules/talks.toml:7:10 rule-talks "met"
          “met”自动计分，不能引起谈话 | 写由人登记的积分项
          `met` is earned by itself, so no talk follows from it | name an item that is awarded by hand
        rules/talks.toml:7:17 rule-unknown-id "prais"
          rules/points.toml 里没有积分项“prais” | 是不是“praise”？
          no item `prais` in rules/points.toml | did you mean `praise`?
        rules/talks.toml:8:10 rule-unknown-id "x"
          rules/talks.toml 里没有谈话事由“x” | 先在 rules/talks.toml 里用 [[reason]] 写上它
          no reason for a talk `x` in rules/talks.toml | declare it in rules/talks.toml with `[[reason]]`
        rules/talks.toml:9:8 rule-talks {}
          没有写是哪些人 | 用 standings、posts 或 classes 写明
          it does not say who | name `standings`, `posts` or `classes`
        "#);
        assert_eq!(trigger("within = \"1m\"\nitems = [\"praise\"]\njoined = false\n"), "");
        insta::assert_snapshot!(trigger("within = \"1m\"\nmoved = true\nuntil = 2026-06-30\n[[pair]]\nid = \"t\"\nname = \"乙\"\nfirm = \"must\"\neach = \"person\"\nfrom = 2026-06-30\nwho = { standings = [\"full\"] }\nwith = { standings = [\"full\"] }\n"), @r#"
        rules/talks.toml:2:6 rule-twice "t"
          2026-06-30 有两条“t”同时有效，另一条在第 9 行 | 给较早的一条（第 1 行）写上 until = 2026-06-29
          two rules `t` hold on 2026-06-30, the other one is in line 9 | give the earlier one, in line 1, `until = 2026-06-29`
        "#);
        insta::assert_snapshot!(talks("[[reason]]\nid = \"a\"\nname = \"甲\"\ndefault = true\n[[reason]]\nid = \"a\"\nname = \"乙\"\ndefault = true\n"), @r#"
        rules/talks.toml:6:6 rule-twice "a"
          “a”和“a”都是默认的谈话事由 | 只给一个写 default = true
          `a` and `a` are both the default reason for a talk | keep `default = true` with one of them
        rules/talks.toml:6:6 rule-twice "a"
          “a”重复了，前一处在第 2 行 | 换一个编号，或删去一处
          `a` is declared twice, first in line 2 | give it another id, or delete one of the two
        "#);
    }
}
