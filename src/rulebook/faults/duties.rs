//! What cannot be in `rules/duties.toml`.

use super::super::{Bearer, DutyRules, Rulebook, Stretch};
use super::declared::{declared_classes, declared_kinds, declared_posts, declared_standings, declared_studies};
use super::found::{Dates, Declared, Faults};
use crate::error::Fault;
use crate::record::{At, Day, Length, Source, Span};
use crate::words;

pub(super) fn faults(source: &Source, rules: &DutyRules, book: &Rulebook) -> Vec<Fault> {
    let mut faults = Faults::of(source);
    let branch = book.branch.as_ref();
    let posts = branch.map(|(source, rules)| declared_posts(source, rules));
    let standings = branch.map(|(source, rules)| declared_standings(source, rules));
    let classes = branch.map(|(source, rules)| declared_classes(source, rules));
    let kinds = book.meetings.as_ref().map(|(source, rules)| declared_kinds(source, rules));
    let studies = book.study.as_ref().map(|(source, rules)| declared_studies(source, rules));
    for duty in &rules.duties {
        known(&mut faults, duty.kinds.iter().map(|at| (at.as_str(), &at.span)), kinds.as_ref());
        known(&mut faults, duty.studies.iter().map(|at| (at.as_str(), &at.span)), studies.as_ref());
        known(&mut faults, duty.standings.iter().map(|at| (at.as_str(), &at.span)), standings.as_ref());
        known(&mut faults, duty.posts.iter().map(|at| (at.as_str(), &at.span)), posts.as_ref());
        known(&mut faults, duty.classes.iter().map(|at| (at.as_str(), &at.span)), classes.as_ref());
        known(&mut faults, duty.responsible.iter().map(|at| (at.as_str(), &at.span)), posts.as_ref());
        let mut tell = |span: &Span, fact, cure| faults.add("rule-duty", span, fact, cure);
        if duty.kinds.is_empty() && duty.studies.is_empty() {
            tell(&duty.id.span, words::duty_of_nothing(), words::cure_duty_of_nothing());
        }
        if let Some(times) = duty.times.as_ref().filter(|times| !(1..=1000).contains(&times.value)) {
            tell(&times.span, words::duty_times(times.value), words::cure_duty_times());
        }
        let narrowed = [
            duty.studies.first().map(|at| &at.span),
            duty.standings.first().map(|at| &at.span),
            duty.posts.first().map(|at| &at.span),
            duty.classes.first().map(|at| &at.span),
        ];
        if let Some(span) = narrowed.into_iter().flatten().next().filter(|_| duty.by() != Bearer::Member) {
            tell(span, words::duty_not_of_members(), words::cure_duty_not_of_members());
        }
        if let Some(span) = duty.responsible.first().map(|at| &at.span).filter(|_| duty.by() == Bearer::Member) {
            tell(span, words::duty_of_members(), words::cure_duty_of_members());
        }
        if duty.per.value == Stretch::Day {
            tell(&duty.per.span, words::duty_per_day(), words::cure_duty_per_day());
        }
        calendar(&mut faults, [&duty.grace, &duty.remind]);
        dates(&mut faults, &duty.span, &duty.from, duty.until.as_ref());
    }
    twice(&mut faults, rules.duties.iter().map(|duty| (&duty.id.value, &duty.span, &duty.from, duty.until.as_ref())));
    for term in &rules.terms {
        known(&mut faults, term.posts.iter().map(|at| (at.as_str(), &at.span)), posts.as_ref());
        if term.posts.is_empty() {
            faults.add("rule-duty", &term.id.span, words::term_of_nothing(), words::cure_term_of_nothing());
        }
        calendar(&mut faults, [&Some(term.length.clone()), &term.remind]);
        calendar(&mut faults, [&term.latest]);
        for step in &term.steps {
            known(&mut faults, step.posts.iter().map(|at| (at.as_str(), &at.span)), posts.as_ref());
            calendar(&mut faults, [&Some(step.before.clone())]);
        }
        dates(&mut faults, &term.span, &term.from, term.until.as_ref());
    }
    twice(&mut faults, rules.terms.iter().map(|term| (&term.id.value, &term.span, &term.from, term.until.as_ref())));
    for lapse in &rules.lapses {
        known(&mut faults, lapse.kinds.iter().map(|at| (at.as_str(), &at.span)), kinds.as_ref());
        if lapse.kinds.is_empty() || lapse.steps.is_empty() {
            faults.add("rule-duty", &lapse.id.span, words::lapse_of_nothing(), words::cure_lapse_of_nothing());
        }
        let mut least = 0;
        for step in &lapse.steps {
            if !(1..=24).contains(&step.months.value) || step.months.value <= least {
                faults.add("rule-duty", &step.months.span, words::lapse_months(), words::cure_lapse_months());
            }
            least = least.max(step.months.value);
        }
        dates(&mut faults, &lapse.span, &lapse.from, lapse.until.as_ref());
    }
    twice(&mut faults, rules.lapses.iter().map(|one| (&one.id.value, &one.span, &one.from, one.until.as_ref())));
    for responsible in &rules.responsible {
        known(&mut faults, responsible.posts.iter().map(|at| (at.as_str(), &at.span)), posts.as_ref());
    }
    faults.twice(rules.responsible.iter().map(|one| (one.chore.key(), &one.chore.span)));
    faults.found
}

/// Tells ids that are not declared, where the file that declares them was read.
fn known<'i>(faults: &mut Faults<'_>, ids: impl Iterator<Item = (&'i str, &'i Span)>, declared: Option<&Declared<'_>>) {
    let Some(declared) = declared else { return };
    ids.for_each(|(id, span)| faults.unknown(id, span, declared));
}

/// Tells lengths that count working days: these run by the calendar.
fn calendar<const N: usize>(faults: &mut Faults<'_>, lengths: [&Option<At<Length>>; N]) {
    for length in lengths.into_iter().flatten().filter(|length| matches!(length.value, Length::WorkingDays(_))) {
        faults.add("rule-duty", &length.span, words::duty_working_days(), words::cure_duty_working_days());
    }
}

fn dates(faults: &mut Faults<'_>, heading: &Span, from: &At<Day>, until: Option<&At<Day>>) {
    let until = until.map(|until| (until.value, &until.span));
    faults.dates(&Dates { heading, from: from.value, until });
}

/// Tells two forms of one rule that hold on the same day.
fn twice<'i, Id: Ord + std::fmt::Display + 'i>(
    faults: &mut Faults<'_>,
    all: impl Iterator<Item = (&'i Id, &'i Span, &'i At<Day>, Option<&'i At<Day>>)>,
) {
    let mut all: Vec<_> = all.collect();
    all.sort_by_key(|(id, _, from, _)| (*id, from.value));
    for pair in all.windows(2) {
        let form = |&(_, heading, from, until): &(&Id, &'i Span, &'i At<Day>, Option<&'i At<Day>>)| Dates {
            heading,
            from: from.value,
            until: until.map(|until| (until.value, &until.span)),
        };
        let (one, other) = (form(&pair[0]), form(&pair[1]));
        if pair[0].0 == pair[1].0 && one.common(&other).is_some() {
            let fact = words::rule_twice(words::shown(&pair[1].0.to_string()), faults.source.line(one.heading.start));
            let cure = faults.cure_overlap(&one, &other);
            faults.add("rule-twice", other.heading, fact, cure);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{BRANCH, MEETINGS, told};

    #[test]
    fn what_duties_cannot_say() {
        let duties = |text: &str| told(&[("branch.toml", BRANCH), ("meetings.toml", MEETINGS), ("duties.toml", text)]);
        let duty = "[[duty]]\nid = \"d\"\nname = \"开会\"\nfirm = \"must\"\nfrom = 2026-01-01\n";
        insta::assert_snapshot!(duties(&format!("{duty}per = \"day\"\ntimes = 0\nposts = [\"secretary\"]\n")), @r#"
        rules/duties.toml:2:6 rule-duty "d"
          没有写什么算完成 | 用 kinds 写会议活动种类，或用 studies 写学习形式
          nothing keeps this duty | name `kinds` of meeting or `studies`
        rules/duties.toml:6:7 rule-duty "day"
          任务不能按天算 | 写成 month、quarter、half-year 或 year
          a duty cannot be by the day | write month, quarter, half-year or year
        rules/duties.toml:7:9 rule-duty 0
          不能是 0 次 | 写成 1 到 1000 的整数
          it cannot be 0 times | write a whole number from 1 to 1000
        rules/duties.toml:8:10 rule-duty "secretary"
          只有每名成员各自的任务才能这样写 | 写上 by = "member"，或者删去
          this is for duties of each member only | write by = "member", or leave it out
        "#);
        insta::assert_snapshot!(duties(&format!("{duty}per = \"month\"\nkinds = [\"genral\"]\ngrace = \"5wd\"\nuntil = 2025-12-31\n")), @r#"
        rules/duties.toml:7:10 rule-unknown-id "genral"
          rules/meetings.toml 里没有会议活动种类“genral” | 是不是“general”？
          no kind of meeting `genral` in rules/meetings.toml | did you mean `general`?
        rules/duties.toml:8:9 rule-duty "5wd"
          这里不能按工作日算 | 写成 d（天）、w（周）、m（月）或 y（年）
          working days cannot be counted here | write d, w, m or y
        rules/duties.toml:9:9 rule-dates 2025-12-31
          最后一天 2025-12-31 早于第一天 2026-01-01 | until 写 2026-01-01 或以后的日期
          the last day, 2025-12-31, is before the first, 2026-01-01 | write `until` as 2026-01-01 or later
        "#);
        let whole = format!("{duty}per = \"month\"\nkinds = [\"general\"]\n");
        insta::assert_snapshot!(duties(&format!("{whole}until = 2026-06-30\n{}", whole.replace("2026-01-01", "2026-06-30"))), @"
        rules/duties.toml:9:1 rule-twice [[duty]]
          “d”重复了，前一处在第 1 行 | 给较早的一条（第 1 行）写上 until = 2026-06-29
          `d` is declared twice, first in line 1 | give the earlier one, in line 1, `until = 2026-06-29`
        ");
        insta::assert_snapshot!(duties(&format!("{whole}until = 2026-06-29\n{}", whole.replace("2026-01-01", "2026-06-30"))), @"");
        let lapse = "[[lapse]]\nid = \"l\"\nname = \"没有参加\"\nfirm = \"must\"\nfrom = 2026-01-01\n";
        let steps = "steps = [{ months = 3, name = \"督促\" }, { months = 3, name = \"紧急\" }, { months = 25, name = \"满\" }]\n";
        insta::assert_snapshot!(duties(&format!("{lapse}kinds = [\"group\"]\n{steps}")), @"
        rules/duties.toml:7:50 rule-duty 3
          月数不对 | 写成 1 到 24 的整数，由少到多
          these months are not in order | write whole numbers from 1 to 24, from few to many
        rules/duties.toml:7:79 rule-duty 25
          月数不对 | 写成 1 到 24 的整数，由少到多
          these months are not in order | write whole numbers from 1 to 24, from few to many
        ");
        insta::assert_snapshot!(duties(lapse), @r#"
        rules/duties.toml:2:6 rule-duty "l"
          没有写哪些会议、几个月 | 写上 kinds 和 steps
          no meetings or no months are named | name `kinds` and `steps`
        "#);
        let term = "[[term]]\nid = \"t\"\nname = \"换届\"\nlength = \"3y\"\nfirm = \"must\"\nfrom = 2026-01-01\n";
        insta::assert_snapshot!(duties(term), @r#"
        rules/duties.toml:2:6 rule-duty "t"
          没有写任期管哪些职务 | 用 posts 写职务
          the term is of no post | name the `posts`
        "#);
    }
}
