//! What cannot be in `rules/steps.toml`.

use std::collections::HashMap;

use super::super::{After, PutsOff, Rulebook, StandingFrom, StepRule, StepRules};
use super::declared::{declared_classes, declared_kinds, declared_standings};
use super::found::dates_of;
use super::found::{Dates, Declared, Faults};
use crate::error::Fault;
use crate::record::{At, Length, Source, Span};
use crate::words::{self, Text};

pub(super) fn faults(source: &Source, rules: &StepRules, all: &Rulebook) -> Vec<Fault> {
    let mut faults = Faults::of(source);
    one_at_a_time(&mut faults, &rules.steps);
    one_way_to_a_standing(&mut faults, &rules.steps);
    let ids = rules.steps.iter().map(|step| step.id.as_str()).collect();
    let steps = Declared { heading: "step", file: &source.path, ids };
    let standings = all.branch.as_ref().map(|(source, branch)| declared_standings(source, branch));
    let classes = all.branch.as_ref().map(|(source, branch)| declared_classes(source, branch));
    let kinds = all.meetings.as_ref().map(|(source, meetings)| declared_kinds(source, meetings));
    for step in &rules.steps {
        faults.dates(&dates(step));
        for after in &step.after {
            faults.unknown(after.step.as_str(), &after.step.span, &steps);
            times(&mut faults, after);
        }
        if let Some(puts_off) = &step.puts_off {
            for at in puts_off.steps.iter().chain([&puts_off.since]) {
                faults.unknown(at.as_str(), &at.span, &steps);
            }
            lengths(&mut faults, puts_off.least.as_ref(), puts_off.most.as_ref());
        }
        if let Some(standings) = &standings {
            let of_people = step.people.iter().flat_map(|people| &people.standings);
            for at in step.standing.iter().chain(&step.during).chain(of_people) {
                faults.unknown(at.as_str(), &at.span, standings);
            }
        }
        if let (Some(classes), Some(people)) = (&classes, &step.people) {
            people.without.iter().for_each(|class| faults.unknown(class.as_str(), &class.span, classes));
        }
        if let Some(kinds) = &kinds {
            step.kinds.iter().for_each(|kind| faults.unknown(kind.as_str(), &kind.span, kinds));
        }
        order(&mut faults, step, all);
        alone(&mut faults, step);
    }
    faults.found
}

fn dates(step: &StepRule) -> Dates<'_> {
    dates_of(&step.span, &step.from, step.until.as_ref())
}

/// One form of a step holds at a time, and none is missing between two.
fn one_at_a_time(faults: &mut Faults<'_>, steps: &[StepRule]) {
    let mut before: HashMap<&str, Vec<&StepRule>> = HashMap::new();
    for step in steps {
        let own = dates(step);
        let others = before.entry(step.id.as_str()).or_default();
        for other in others.iter().map(|other| dates(other)) {
            if let Some(day) = own.common(&other) {
                let fact = words::steps_overlap(&step.id.value, day, faults.source.line(other.heading.start));
                faults.add("rule-twice", &step.id.span, fact, faults.cure_overlap(&own, &other));
            }
        }
        if let Some((before, last)) = others.last().and_then(|before| Some((before, before.until.as_ref()?.value))) {
            let (first, next) = (last.plus(1), step.from.value);
            if first < next {
                let fact = words::steps_gap(&step.id.value, first, next.minus(1));
                let cure = words::cure_gap(faults.source.line(before.span.start), next.minus(1), first);
                faults.add("rule-gap", &step.from.span, fact, cure);
            }
        }
        others.push(step);
    }
}

/// One step leads to a standing.
fn one_way_to_a_standing(faults: &mut Faults<'_>, steps: &[StepRule]) {
    let mut before: HashMap<&str, &str> = HashMap::new();
    for step in steps {
        let Some(standing) = &step.standing else { continue };
        match before.get(standing.as_str()) {
            Some(other) if *other != step.id.as_str() => {
                let fact = words::two_steps_to_standing(&standing.value, *other, step.id.as_str());
                faults.add("rule-steps", &standing.span, fact, words::cure_two_steps_to_standing());
            }
            _ => drop(before.insert(standing.as_str(), step.id.as_str())),
        }
    }
}

/// A step comes after steps that stand before it in the file, and puts off those that stand after it.
fn order(faults: &mut Faults<'_>, step: &StepRule, all: &Rulebook) {
    let own = all.step_place(&step.id);
    for after in step.after.iter().filter(|after| all.step_place(&after.step).is_some_and(|place| Some(place) >= own)) {
        let fact = words::after_a_later_step(&step.id.value, &after.step.value);
        faults.add("rule-steps", &after.step.span, fact, words::cure_after_a_later_step());
    }
    let put_off = step.puts_off.iter().flat_map(|puts_off: &PutsOff| &puts_off.steps);
    for at in put_off.filter(|at| all.step_place(at).is_some_and(|place| Some(place) <= own)) {
        let fact = words::puts_off_an_earlier_step(&step.id.value, &at.value);
        faults.add("rule-steps", &at.span, fact, words::cure_puts_off_an_earlier_step());
    }
}

/// The times after another step leave room.
fn times(faults: &mut Faults<'_>, after: &After) {
    lengths(faults, after.least.as_ref(), after.most.as_ref());
    if let Some(promptly) = after.promptly.as_ref().filter(|_| after.least.is_none()) {
        faults.add("rule-steps", &promptly.span, words::needs_key("promptly", "least"), words::cure_write("least"));
    }
    if let Some(special) = &after.special {
        match &after.most {
            Some(most) => lengths(faults, Some(most), Some(special)),
            None => {
                faults.add("rule-steps", &special.span, words::special_without_most(), words::cure_write("most"));
            }
        }
    }
}

/// A least is not longer than a most, on any day of the calendar.
fn lengths(faults: &mut Faults<'_>, least: Option<&At<Length>>, most: Option<&At<Length>>) {
    if let Some((least, most)) = least.zip(most).filter(|(least, most)| days(least.value) > days(most.value)) {
        let fact = words::least_above_most(least.value.name(), most.value.name());
        faults.add("rule-steps", &most.span, fact, words::cure_least_above_most());
    }
}

/// Roughly so many days.
fn days(length: Length) -> u32 {
    match length {
        Length::Days(days) => days,
        Length::WorkingDays(days) => days * 7 / 5,
        Length::Months(months) => months * 365 / 12,
    }
}

/// What a step says of itself holds together.
fn alone(faults: &mut Faults<'_>, step: &StepRule) {
    let mut wrong = |span: &Span, fact: Text, cure: Text| faults.add("rule-steps", span, fact, cure);
    for (key, length) in [("lasts", &step.lasts), ("repeat", &step.repeat)] {
        if let Some(length) = length.as_ref().filter(|length| days(length.value) == 0) {
            wrong(&length.span, words::no_time_at_all(key), words::cure_no_time_at_all());
        }
    }
    if let Some(during) = step.during.first().filter(|_| step.repeat.is_none()) {
        wrong(&during.span, words::needs_key("while", "repeat"), words::cure_write("repeat = \"6m\""));
    }
    if step.standing_from == Some(StandingFrom::Earliest) && step.standing.is_none() {
        wrong(&step.id.span, words::needs_key("standing-from", "standing"), words::cure_needs_standing());
    }
    if let Some(few) = step.days.as_ref().filter(|days| days.value < 1) {
        wrong(&few.span, words::too_few(few.value), words::cure_at_least("1"));
    }
    if let Some(people) = &step.people {
        let least = people.least.as_ref().map_or(1, |least| least.value);
        for bound in [&people.least, &people.most].into_iter().flatten().filter(|bound| bound.value < least.max(1)) {
            wrong(&bound.span, words::too_few(bound.value), words::cure_at_least(least.max(1).to_string()));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{BRANCH, MEETINGS, told};

    #[test]
    fn what_rules_of_steps_cannot_say() {
        let steps = |text: &str| told(&[("branch.toml", BRANCH), ("meetings.toml", MEETINGS), ("steps.toml", text)]);
        let step = |id: &str, keys: &str| format!("[[step]]\nid = \"{id}\"\nname = \"甲\"\nfrom = 2026-01-01\n{keys}");
        let first = step("a", "standing = \"full\"\n");
        insta::assert_snapshot!(steps(&step("a", "standing = \"ful\"\nkinds = [\"generl\"]\nafter = [{ step = \"b\" }]\n")), @r#"
        rules/steps.toml:5:12 rule-unknown-id "ful"
          rules/branch.toml 里没有身份“ful” | 是不是“full”？
          no standing `ful` in rules/branch.toml | did you mean `full`?
        rules/steps.toml:6:10 rule-unknown-id "generl"
          rules/meetings.toml 里没有会议活动种类“generl” | 是不是“general”？
          no kind of meeting `generl` in rules/meetings.toml | did you mean `general`?
        rules/steps.toml:7:19 rule-unknown-id "b"
          rules/steps.toml 里没有步骤“b” | 是不是“a”？
          no step `b` in rules/steps.toml | did you mean `a`?
        "#);
        insta::assert_snapshot!(steps(&format!("{}{}", step("a", "after = [{ step = \"a\" }, { step = \"b\" }]\n"), step("b", ""))), @r#"
        rules/steps.toml:5:19 rule-steps "a"
          “a”要在“a”之后，文件里却写在它前面 | 按先后顺序写；改 after，或把这一步移到后面
          `a` comes after `a`, which does not stand before it | steps stand in their order: change `after`, or move the step down
        rules/steps.toml:5:35 rule-steps "b"
          “a”要在“b”之后，文件里却写在它前面 | 按先后顺序写；改 after，或把这一步移到后面
          `a` comes after `b`, which does not stand before it | steps stand in their order: change `after`, or move the step down
        "#);
        insta::assert_snapshot!(steps(&format!("{first}{}", step("b", "standing = \"full\"\n"))), @r#"
        rules/steps.toml:10:12 rule-steps "full"
          “a”和“b”都取得身份“full” | 一种身份只由一个步骤取得：删去其中一个 standing
          `a` and `b` both lead to the standing `full` | one step leads to a standing: delete one `standing`
        "#);
        insta::assert_snapshot!(steps(&format!("{first}{}", step("b", "after = [{ step = \"a\", least = \"1y\", most = \"11m\", special = \"10m\" }]\n"))), @r#"
        rules/steps.toml:10:45 rule-steps "11m"
          最短 1 年，最长却只有 11 个月 | 最短不能长过最长：改其中一个
          at least 1 year, but at most 11 months | the least cannot be longer than the most: change one of them
        rules/steps.toml:10:62 rule-steps "10m"
          最短 11 个月，最长却只有 10 个月 | 最短不能长过最长：改其中一个
          at least 11 months, but at most 10 months | the least cannot be longer than the most: change one of them
        "#);
        insta::assert_snapshot!(steps(&format!("{first}{}", step("b", "after = [{ step = \"a\", special = \"10m\" }]\n"))), @r#"
        rules/steps.toml:10:34 rule-steps "10m"
          写了 special，没有写 most | 写成 most
          `special` says nothing without `most` | write `most`
        "#);
        insta::assert_snapshot!(steps(&step("a", "lasts = \"0wd\"\nwhile = [\"full\"]\nstanding-from = \"earliest\"\ndays = 0\npeople = { least = 2, most = 1 }\n")), @r#"
        rules/steps.toml:2:6 rule-steps "a"
          写了 standing-from，没有写 standing | 写上 standing，或删去 standing-from
          `standing-from` says nothing without `standing` | write `standing`, or delete `standing-from`
        rules/steps.toml:5:9 rule-steps "0wd"
          lasts 不能是零 | 写 1d 或更长
          `lasts` cannot be no time at all | write 1d or more
        rules/steps.toml:6:10 rule-steps "full"
          写了 while，没有写 repeat | 写成 repeat = "6m"
          `while` says nothing without `repeat` | write `repeat = "6m"`
        rules/steps.toml:8:8 rule-steps 0
          0 太少 | 写 1 或更高
          0 is too few | write 1 or more
        rules/steps.toml:9:30 rule-steps 1
          1 太少 | 写 2 或更高
          1 is too few | write 2 or more
        "#);
        insta::assert_snapshot!(steps(&format!("{first}{}", step("b", "puts-off = { steps = [\"a\"], since = \"c\", least = \"1y\", most = \"6m\" }\n"))), @r#"
        rules/steps.toml:10:23 rule-steps "a"
          “b”推迟“a”，而“a”写在它前面 | 只能推迟写在后面的步骤
          `b` puts off `a`, which does not stand after it | only steps that stand after it can be put off
        rules/steps.toml:10:37 rule-unknown-id "c"
          rules/steps.toml 里没有步骤“c” | 是不是“a”？
          no step `c` in rules/steps.toml | did you mean `a`?
        rules/steps.toml:10:63 rule-steps "6m"
          最短 1 年，最长却只有 6 个月 | 最短不能长过最长：改其中一个
          at least 1 year, but at most 6 months | the least cannot be longer than the most: change one of them
        "#);
        let versions = |until: &str, from: &str| {
            steps(&format!("{}until = {until}\n{}", step("a", ""), step("a", "").replace("2026-01-01", from)))
        };
        insta::assert_snapshot!(versions("2026-05-17", "2026-05-17"), @r#"
        rules/steps.toml:7:6 rule-twice "a"
          2026-05-17 有两条“a”同时有效，另一条在第 1 行 | 给较早的一条（第 1 行）写上 until = 2026-05-16
          two steps `a` hold on 2026-05-17, the other one is in line 1 | give the earlier one, in line 1, `until = 2026-05-16`
        "#);
        insta::assert_snapshot!(versions("2026-05-17", "2026-05-19"), @"
        rules/steps.toml:9:8 rule-gap 2026-05-19
          “a”在 2026-05-18 到 2026-05-18 没有规定 | 前一条（第 1 行）写到 until = 2026-05-18，或这一条从 from = 2026-05-18 起；确实停过的，换一个编号
          no step `a` holds from 2026-05-18 to 2026-05-18 | let the one in line 1 hold `until = 2026-05-18`, or this one `from = 2026-05-18`; where it did pause, give it another id
        ");
        assert_eq!(versions("2026-05-17", "2026-05-18"), "");
        let right = "after = [{ step = \"a\", least = \"5wd\", most = \"1m\", special = \"2m\" }]\nrepeat = \"6m\"\nwhile = [\"full\"]\n";
        assert_eq!(steps(&format!("{first}{}", step("b", right))), "");
    }
}
