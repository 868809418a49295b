//! What is said of rules that cannot be.

use super::{Text, sentences};

/// What the rules of a heading are called: those of `[[post]]` are posts.
pub fn rule_noun(heading: &str) -> Text {
    match heading {
        "category" => Text::new("积分类别", "category"),
        "kind" => Text::new("会议活动种类", "kind of meeting"),
        "post" => Text::new("职务", "post"),
        "standing" => Text::new("身份", "standing"),
        "study" => Text::new("学习形式", "kind of study"),
        other => Text::same(other),
    }
}

sentences! {
    /// A ceiling where points are only taken.
    ceiling_of_deduction(item) { zh: "“{item}”是扣分，上限不起作用", en: "`{item}` only deducts, so a ceiling does nothing" }
    /// A ceiling that a single award breaks.
    ceiling_below_award(item, ceiling, award) { zh: "“{item}”的上限 {ceiling} 低于一次的 {award} 分", en: "the ceiling of `{item}`, {ceiling}, is below the {award} of a single award" }
    /// A year's ceiling that is below a month's.
    ceiling_year_below_month(year, month) { zh: "全年的上限 {year} 低于一个月的 {month}", en: "the ceiling of a year, {year}, is below that of a month, {month}" }
    /// A ceiling that the base breaks.
    ceiling_below_base(ceiling, base) { zh: "上限 {ceiling} 低于基础分 {base}", en: "the ceiling, {ceiling}, is below the base, {base}" }
    /// A floor above the base.
    floor_above_base(floor, base) { zh: "下限 {floor} 高于基础分 {base}", en: "the floor, {floor}, is above the base, {base}" }
    /// A floor above the ceiling.
    floor_above_ceiling(floor, ceiling) { zh: "下限 {floor} 高于上限 {ceiling}", en: "the floor, {floor}, is above the ceiling, {ceiling}" }
    /// What to do about a ceiling or floor of an item.
    cure_delete_ceiling() { zh: "删去 ceiling", en: "delete `ceiling`" }
    /// What to do about a limit that is too low.
    cure_at_least(least) { zh: "写 {least} 或更高", en: "write {least} or more" }
    /// What to do about a limit that is too high.
    cure_at_most(most) { zh: "写 {most} 或更低", en: "write {most} or less" }

    /// An end before the beginning.
    until_before_from(until, from) { zh: "最后一天 {until} 早于第一天 {from}", en: "the last day, {until}, is before the first, {from}" }
    /// What to do about it.
    cure_until(from) { zh: "until 写 {from} 或以后的日期", en: "write `until` as {from} or later" }
    /// Two schemes on one day.
    schemes_overlap(day, line) { zh: "{day} 有两个积分办法同时有效，另一个在第 {line} 行", en: "two schemes hold on {day}, the other one is in line {line}" }
    /// Two items of one id on one day.
    items_overlap(item, day, line) { zh: "{day} 有两条“{item}”同时有效，另一条在第 {line} 行", en: "two items `{item}` hold on {day}, the other one is in line {line}" }
    /// What to do about it, where one began earlier.
    cure_end_earlier(line, day) { zh: "给较早的一条（第 {line} 行）写上 until = {day}", en: "give the earlier one, in line {line}, `until = {day}`" }
    /// What to do about it, where both begin together.
    cure_change_dates() { zh: "改其中一条的 from 或 until，或删去一条", en: "change `from` or `until` of one of them, or delete one" }

    /// Points that are not said.
    points_missing(item) { zh: "“{item}”没有写 points，也没有写 range", en: "`{item}` says neither `points` nor `range`" }
    /// What to do about it.
    cure_points_missing() { zh: "写固定分值 points = 2，或范围 range = [1, 5]", en: "write `points = 2`, or `range = [1, 5]` to choose from" }
    /// Points that are said in two ways.
    points_twice(item) { zh: "“{item}”既写了 points，又写了 range", en: "`{item}` says both `points` and `range`" }
    /// What to do about it.
    cure_points_twice() { zh: "只留一个", en: "keep one of them" }
    /// A range that is none.
    bad_range() { zh: "range 应是两个数，先最低，后最高", en: "a range is two figures, the least and then the most" }
    /// What to do about it.
    cure_write(what) { zh: "写成 {what}", en: "write `{what}`" }
    /// A range where nobody chooses.
    range_not_by_hand(item) { zh: "“{item}”自动计分，没有人在范围里选", en: "`{item}` is earned by itself, so nobody chooses from a range" }
    /// What to do about it.
    cure_range_not_by_hand() { zh: "改写 points；或删去 attendance、role，由人登记", en: "write `points`, or delete `attendance` and `role` to award it by hand" }

    /// An item that is earned in two ways.
    earned_twice(item) { zh: "“{item}”既按出席计分，又按角色计分", en: "`{item}` is earned both by attendance and by a role" }
    /// What to do about it.
    cure_earned_twice() { zh: "分成两条", en: "make two items of it" }
    /// An item that nothing can earn.
    earned_never(item, list) { zh: "“{item}”的 {list} 是空的，永远计不到分", en: "`{item}` names no {list}, so nothing ever earns it" }
    /// What to do about it.
    cure_earned_never(list) { zh: "在 {list} 里至少写一个", en: "name at least one of the {list}" }
    /// A state that can earn nothing.
    earned_by_state(item, state) { zh: "“{item}”按 {state} 计分，而 {state} 不能得分，也不能扣分", en: "`{item}` counts `{state}`, which can earn nothing and cost nothing" }
    /// What to do about it.
    cure_earned_by_state(state) { zh: "从 states 里删去 {state}", en: "take `{state}` out of the states" }

    /// A rule that stands twice.
    rule_twice(id, line) { zh: "“{id}”重复了，前一处在第 {line} 行", en: "`{id}` is declared twice, first in line {line}" }
    /// What to do about it.
    cure_rule_twice() { zh: "换一个编号，或删去一处", en: "give it another id, or delete one of the two" }
    /// Two classes by default.
    default_twice(id, first) { zh: "“{id}”和“{first}”都是默认类别", en: "`{id}` and `{first}` are both the default class" }
    /// What to do about it.
    cure_default_twice() { zh: "只给一个写 default = true", en: "keep `default = true` with one of them" }
    /// A standing that the program has.
    standing_reserved(id) { zh: "身份“{id}”由程序自带", en: "the standing `{id}` is the program's own" }
    /// What to do about it.
    cure_standing_reserved() { zh: "删去这一条，或换一个编号", en: "delete it, or give it another id" }
    /// An id that no rule declares.
    rule_unknown(noun, id, file) { zh: "{file} 里没有{noun}“{id}”", en: "no {noun} `{id}` in {file}" }
    /// What to do about it, where no id is near.
    cure_rule_unknown(heading, file) { zh: "先在 {file} 里用 [[{heading}]] 写上它", en: "declare it in {file} with `[[{heading}]]`" }
    /// A group's meeting to which nobody of a group comes.
    scope_without_group(kind) { zh: "“{kind}”由小组召开，应到的却都不是小组里的职务", en: "`{kind}` is a meeting of a group, but none of the posts that are due is of a group" }
    /// What to do about it.
    cure_scope_without_group() { zh: "用 standings 写应到的人，或改成 scope = \"branch\"", en: "say who is due by `standings`, or write `scope = \"branch\"`" }
}
