//! What is said of the steps of a person's development, and of working days.

use super::{Say, Text, count, sentences};

sentences! {
    /// A step that comes after one that stands later in the file.
    after_a_later_step(step, other) { zh: "“{step}”要在“{other}”之后，文件里却写在它前面", en: "`{step}` comes after `{other}`, which does not stand before it" }
    /// What to do about it.
    cure_after_a_later_step() { zh: "按先后顺序写；改 after，或把这一步移到后面", en: "steps stand in their order: change `after`, or move the step down" }
    /// What to do about two entries of a year.
    cure_holidays_twice() { zh: "合成一条", en: "make one of them" }
    /// What to do about lengths that leave no room.
    cure_least_above_most() { zh: "最短不能长过最长：改其中一个", en: "the least cannot be longer than the most: change one of them" }
    /// What to do about a standing that is not named.
    cure_needs_standing() { zh: "写上 standing，或删去 standing-from", en: "write `standing`, or delete `standing-from`" }
    /// What to do about a length that is none.
    cure_no_time_at_all() { zh: "写 1d 或更长", en: "write 1d or more" }
    /// What to do about a day in the wrong year.
    cure_not_of_year() { zh: "移到那一年的 [[year]] 里", en: "move it to the `[[year]]` it is of" }
    /// What to do about a step that puts off what was before.
    cure_puts_off_an_earlier_step() { zh: "只能推迟写在后面的步骤", en: "only steps that stand after it can be put off" }
    /// What to do about two steps to one standing.
    cure_two_steps_to_standing() { zh: "一种身份只由一个步骤取得：删去其中一个 standing", en: "one step leads to a standing: delete one `standing`" }
    /// What to do about a weekday that is worked.
    cure_worked_weekday() { zh: "worked 只写调休上班的周末", en: "`worked` names weekend days only" }
    /// Two entries of one year.
    holidays_twice(year, line) { zh: "{year} 年写了两次，前一处在第 {line} 行", en: "{year} stands here twice, first in line {line}" }
    /// Lengths that leave no room.
    least_above_most(least, most) { zh: "最短 {least}，最长却只有 {most}", en: "at least {least}, but at most {most}" }
    /// A key that means nothing without another.
    needs_key(key, other) { zh: "写了 {key}，没有写 {other}", en: "`{key}` says nothing without `{other}`" }
    /// A length that is none.
    no_time_at_all(key) { zh: "{key} 不能是零", en: "`{key}` cannot be no time at all" }
    /// A day in the wrong year.
    not_of_year(day, year) { zh: "{day} 不在 {year} 年", en: "{day} is not in {year}" }
    /// A step that puts off what was before.
    puts_off_an_earlier_step(step, other) { zh: "“{step}”推迟“{other}”，而“{other}”写在它前面", en: "`{step}` puts off `{other}`, which does not stand after it" }
    /// A special case of nothing.
    special_without_most() { zh: "写了 special，没有写 most", en: "`special` says nothing without `most`" }
    /// Days without a form of a step.
    steps_gap(step, first, last) { zh: "“{step}”在 {first} 到 {last} 没有规定", en: "no step `{step}` holds from {first} to {last}" }
    /// Two forms of a step on one day.
    steps_overlap(step, day, line) { zh: "{day} 有两条“{step}”同时有效，另一条在第 {line} 行", en: "two steps `{step}` hold on {day}, the other one is in line {line}" }
    /// Two steps to one standing.
    two_steps_to_standing(standing, one, other) { zh: "“{one}”和“{other}”都取得身份“{standing}”", en: "`{one}` and `{other}` both lead to the standing `{standing}`" }
    /// A weekday that is worked.
    worked_weekday(day) { zh: "{day} 本来就是周一至周五", en: "{day} is no weekend day" }
}

sentences! {
    /// After which step a time is counted.
    step_past(step, day) { zh: "{step} {day}", en: "{step} on {day}" }
    /// So long after a step at the earliest.
    step_long_after(past, length) { zh: "{past} 起至少 {length}", en: "{length} after {past}" }
    /// So long after a step at the latest.
    step_within(past, length) { zh: "{past} 起 {length}内", en: "within {length} of {past}" }
    /// After the end of a step that lasts.
    step_after_end(past) { zh: "{past} 开始，要等它结束", en: "when {past} is over" }
    /// A step that came too soon.
    step_early(step, day, earliest, past) { zh: "{step} {day}，太早：最早 {earliest}（{past}）", en: "{step} on {day} is too early: {earliest} at the earliest ({past})" }
    /// A step that came too late.
    step_late(step, day, latest, past) { zh: "{step} {day}，超过时限：最迟 {latest}（{past}）", en: "{step} on {day} is too late: {latest} at the latest ({past})" }
    /// Again and again, counted from a step.
    step_every(past, length) { zh: "每 {length}一次，从{past} 算起", en: "every {length}, counted from {past}" }
    /// So long after a step, and promptly then.
    step_promptly(past, length) { zh: "{past} 起满 {length}，应及时办", en: "promptly, {length} after {past}" }
    /// A step that was not taken in time, and is open.
    step_overdue(who, step, latest, past) { zh: "{who} 还没有登记{step}：最迟 {latest}（{past}）", en: "{step} of {who} is not recorded: {latest} at the latest ({past})" }
    /// A step that was to be taken promptly, and is open.
    step_undecided(who, step, day, past) { zh: "{who} {day} 已到期，还没有登记{step}（{past}）", en: "{who}: the time was over on {day}, and {step} is not recorded ({past})" }
    /// A standing that does not hold from the day of its step.
    step_standing(step, day, standing, first, from) { zh: "{step} {day}，{standing}应从 {first} 起，却写成从 {from} 起", en: "{step} on {day}: {standing} should hold from {first}, but is written from {from}" }
    /// A step before one that it comes after.
    step_order(step, day, other, later) { zh: "{step} {day}，却早于{other} {later}", en: "{step} on {day} is before {other} on {later}" }
    /// A step that kept its first day, as far as is known.
    step_kept_from(step, day, earliest) { zh: "{step} {day}，最早 {earliest}", en: "{step} on {day}: {earliest} at the earliest" }
    /// A step that kept its last day, as far as is known.
    step_kept_until(step, day, latest) { zh: "{step} {day}，最迟 {latest}", en: "{step} on {day}: {latest} at the latest" }
    /// A step that was left out.
    step_missing(step, day, missing) { zh: "{step} {day}，之前没有登记：{missing}", en: "{step} on {day}, but nothing is recorded of: {missing}" }
    /// A step that was taken before.
    step_twice(step, day) { zh: "{step} {day} 已经登记过", en: "{step} is recorded for {day} already" }
    /// Less of a step than it takes.
    step_amount(step, least) { zh: "{step}至少 {least}", en: "{step}: at least {least}" }
    /// A step that did not last long enough.
    step_too_short(step, length, last) { zh: "{step}至少 {length}，最后一天应不早于 {last}", en: "{step} lasts {length}: until {last} at least" }
    /// A step that puts others off, nobody knows for how long.
    step_no_length(step) { zh: "{step}没有写多久", en: "{step} does not say for how long" }
    /// Others are put off too little.
    step_length_short(step, length, least) { zh: "{step} {length}，不足 {least}", en: "{step} of {length} is less than {least}" }
    /// Others are put off too much.
    step_length_long(step, length, most) { zh: "{step} {length}，超过 {most}", en: "{step} of {length} is more than {most}" }
    /// Too few or too many persons.
    step_people(step, named, wanted) { zh: "{step}写了 {named} 人，应为 {wanted}", en: "{step} names {named}, but should name {wanted}" }
    /// Nobody is named.
    step_people_none(step, wanted) { zh: "{step}没有写是谁，应为 {wanted}", en: "{step} names nobody, but should name {wanted}" }
    /// A person of another standing.
    step_person(name, day, standing, step) { zh: "{name} {day} 是{standing}，不能作为“{step}”的人选", en: "{name} was {standing} on {day}, which does not do for {step}" }
    /// A meeting of another kind.
    step_meeting_kind(step, kinds, kind) { zh: "{step}应由{kinds}决定，不是{kind}", en: "{step} is decided by {kinds}, not by {kind}" }
    /// A meeting of another day.
    step_meeting_day(step, day, held) { zh: "{step} {day}，会议却是 {held} 开的", en: "{step} is of {day}, but the meeting was on {held}" }
    /// A fact that rests on a year whose holidays are not known.
    fact_is_provisional(fact, year) { zh: "{fact}；暂定：{year} 年放假安排未定", en: "{fact}; provisional: the holidays of {year} are not known" }
}

/// A fact, and that it is provisional where the holidays of a year are not known.
pub fn provisionally(fact: Text, unknown: Option<i32>) -> Text {
    unknown.map_or(fact.clone(), |year| fact_is_provisional(fact, year))
}

/// So many days.
pub fn so_many_days(days: i64) -> Text {
    count(usize::try_from(days).unwrap_or(0), "天", "day", "days")
}

/// So many hours of study.
pub fn so_many_hours(hours: impl Say) -> Text {
    let say = |lang| hours.say(lang).into_owned();
    Text::new(format!("{} 学时", say(super::Lang::Zh)), format!("{} hours", say(super::Lang::En)))
}

/// One of several.
pub fn either(parts: impl IntoIterator<Item = Text>) -> Text {
    let parts: Vec<_> = parts.into_iter().collect();
    let joined = |separator: &str| Text::join(parts.iter().cloned(), separator);
    Text::new(joined("或").get(super::Lang::Zh), joined(" or ").get(super::Lang::En))
}

/// So many persons: two, one to three, one or more.
pub fn so_many_people(least: i64, most: Option<i64>) -> Text {
    match most {
        Some(most) if most == least => Text::new(format!("{least} 人"), least.to_string()),
        Some(most) => Text::new(format!("{least} 至 {most} 人"), format!("{least} to {most}")),
        None => Text::new(format!("至少 {least} 人"), format!("{least} or more")),
    }
}

sentences! {
    /// What is said of a table that needs the holidays of a year which are not known.
    about_unknown_holidays(year) {
        zh: "{year} 年放假安排未定，据此算出的日期是暂定的；通知发出以后，请补进 rules/holidays.toml。",
        en: "the holidays of {year} are not known, and the days that rest on them are provisional; add them to rules/holidays.toml",
    }
    /// What to do where no standing comes next.
    cure_no_next_standing() { zh: "用 --step 写明是哪一步", en: "name the step with --step" }
    /// What to do about a step that was left out.
    cure_step_missing(id, step) { zh: "办过的补登：zhibu member step {id} {step} --on 日期", en: "where it was taken, record it: zhibu member step {id} {step} --on DATE" }
    /// What to do about a step that is open and late.
    cure_step_overdue(id, step) { zh: "办了的登记：zhibu member step {id} {step} --on 日期", en: "record it: zhibu member step {id} {step} --on DATE" }
    /// What to do about a standing of another day than its step.
    cure_step_standing(file) { zh: "核对步骤和身份的日期，改正 {file}", en: "check the day of the step and that of the standing, and correct {file}" }
    /// What to do about a step that is written.
    cure_step_taken(file) { zh: "登错了的，直接改 {file}", en: "where it is wrong, edit {file}" }
    /// A step that is to be taken by some time after another.
    due_step(step, length, past) { zh: "{step}（{past} 起 {length}内）", en: "{step} (within {length} of {past})" }
    /// A step that is taken every so often.
    due_step_again(step, length, past) { zh: "{step}（每 {length}一次，从{past} 算起）", en: "{step} (every {length}, counted from {past})" }
    /// A step that is to be taken as soon as its least time is over.
    due_step_promptly(step, length, past) { zh: "{step}（{past} 起满 {length}，应及时讨论）", en: "{step} (promptly, {length} after {past})" }
    /// A step that is late, but not yet where the case is special.
    due_step_special(what, day) { zh: "{what}；特殊情况最迟 {day}", en: "{what}; {day} in a special case" }
    /// The next step has its first day.
    next_from(step, day) { zh: "{step}，最早 {day}", en: "{step}, {day} at the earliest" }
    /// The next step has its last day.
    next_until(step, day) { zh: "{step}，最迟 {day}", en: "{step}, until {day}" }
    /// Nobody is on the way to a standing.
    nobody_on_the_way(day) { zh: "{day} 没有正在发展的人", en: "nobody is on the way to another standing on {day}" }
    /// Nothing comes after a standing.
    no_next_standing(name, standing) { zh: "{name} 现在是{standing}，规则里没有下一种身份", en: "{name} is {standing}, and the rules have no next standing" }
    /// A plan that cannot be kept.
    plan_impossible(goal, day) { zh: "{day} 来不及{goal}：有的步骤已经没有时间。", en: "{goal} on {day} cannot be kept: there is no time left for every step" }
    /// A plan that can be kept.
    plan_possible(goal, day) { zh: "{day} {goal}，来得及；各步最迟的日子如上。", en: "{goal} on {day} can be kept, each step by its day above" }
    /// A step of a plan that has its day.
    plan_step_possible() { zh: "来得及", en: "in time" }
    /// A step of a plan that has none.
    plan_step_too_late() { zh: "来不及", en: "too late" }
    /// A plan for too early a day.
    plan_too_soon(goal, day, earliest) { zh: "{day} 来不及{goal}：按规则最早 {earliest}。", en: "{goal} on {day} cannot be kept: by the rules {earliest} at the earliest" }
    /// A step was taken.
    step_done() { zh: "已办", en: "done" }
    /// A step that may not be taken yet.
    step_not_yet() { zh: "未到时间", en: "not yet" }
    /// A step was recorded.
    step_recorded(name, step, day) { zh: "{name} {step}，{day}", en: "{name}: {step}, {day}" }
    /// A step that is written already.
    step_taken(name, step, day) { zh: "{name}：“{step}”已经登记在 {day}", en: "{step} of {name} is recorded for {day} already" }
    /// A step and what comes next.
    step_then(what, next) { zh: "{what}。下一步：{next}", en: "{what}; next: {next}" }
    /// A step that waits for another.
    step_waits(step) { zh: "等{step}", en: "after {step}" }
    /// A step and the standing it leads to.
    step_with_standing(what, standing, day) { zh: "{what}；{day} 起为{standing}", en: "{what}; {standing} from {day}" }
    /// A step that leads to no standing.
    step_without_standing(step) { zh: "“{step}”不改变身份，不用写 --from", en: "{step} leads to no standing: leave out --from" }
}
