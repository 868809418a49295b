//! What is said of rules that cannot be.

use super::{Text, sentences};

/// What the rules of a heading are called: those of `[[post]]` are posts.
pub fn rule_noun(heading: &str) -> Text {
    match heading {
        "category" => Text::new("积分类别", "category"),
        "class" => Text::new("人员类型", "class"),
        "decision" => Text::new("决议种类", "kind of decision"),
        "grade" => Text::new("评议等次", "grade"),
        "item" => Text::new("积分项", "item"),
        "link" => Text::new("业务条线", "line of work"),
        "mark" => Text::new("记录标记", "mark"),
        "kind" => Text::new("会议活动种类", "kind of meeting"),
        "post" => Text::new("职务", "post"),
        "reason" => Text::new("谈话事由", "reason for a talk"),
        "standing" => Text::new("身份", "standing"),
        "step" => Text::new("步骤", "step"),
        "study" => Text::new("学习形式", "kind of study"),
        other => Text::same(other),
    }
}

/// A stretch of the calendar by its key, as it is told.
pub fn stretch(key: &str) -> Text {
    match key {
        "day" => Text::new("一天", "a day"),
        "month" => Text::new("一个月", "a month"),
        "quarter" => Text::new("一个季度", "a quarter"),
        "half-year" => Text::new("半年", "half a year"),
        "year" => Text::new("全年", "a year"),
        other => Text::same(other),
    }
}

sentences! {
    /// What is prepared comes before.
    prepared_after() { zh: "要准备的事不能在会后", en: "what is prepared cannot be after the meeting" }
    /// How it is written.
    cure_prepared_after() { zh: "写会前几天，当天写 0", en: "write how many days before the meeting, 0 for its own day" }
    /// A ceiling where points are only taken.
    ceiling_of_deduction(item) { zh: "“{item}”是扣分，上限不起作用", en: "`{item}` only deducts, so a ceiling does nothing" }
    /// A ceiling that a single award breaks.
    ceiling_below_award(item, ceiling, award) { zh: "“{item}”的上限 {ceiling} 低于一次的 {award} 分", en: "the ceiling of `{item}`, {ceiling}, is below the {award} of a single award" }
    /// A ceiling of a longer time that is below that of a shorter.
    ceiling_longer_below(long, more, short, less) { zh: "{long}的上限 {more} 低于{short}的 {less}", en: "the ceiling of {long}, {more}, is below that of {short}, {less}" }
    /// Points for a state that nobody can be in.
    nobody_absent(kind, state) { zh: "“{kind}”没有应到的人，不会有“{state}”，这一项得不到也扣不到", en: "nobody is expected at `{kind}`, so nobody can be {state}: this item never counts" }
    /// A vote that nobody has.
    nobody_votes(kind) { zh: "“{kind}”没有应到的人，表决没有基数", en: "nobody is expected at `{kind}`, so nobody has a vote" }
    /// What to do about either.
    cure_nobody_due(kind) { zh: "在 rules/meetings.toml 给 {kind} 写上 standings 或 posts，或在这里删去它", en: "give {kind} `standings` or `posts` in rules/meetings.toml, or leave it out here" }
    /// A veto with points.
    veto_with_points(item) { zh: "“{item}”一票否决，另写的分值会一并清零", en: "`{item}` is a veto: its points are taken with all the others" }
    /// What to do about it.
    cure_veto_with_points() { zh: "删去分值", en: "delete the points" }
    /// A file among the rules that is none of them.
    misnamed_rules() { zh: "规则里没有这个文件名，这个文件不会被读", en: "no file of rules has this name, so it is not read" }
    /// A unit of points that is none.
    unit_of_nothing(unit) { zh: "分值单位 {unit} 要大于 0", en: "the unit of points, {unit}, must be above 0" }
    /// What to do about it.
    cure_unit_of_nothing() { zh: "写 0.1、0.5 或 1", en: "write 0.1, 0.5 or 1" }
    /// Points between two steps of the unit.
    no_steps(points, unit) { zh: "{points} 不是分值单位 {unit} 的整数倍", en: "{points} is not a multiple of {unit}, the unit of points" }
    /// What to do about them.
    cure_unit(line) { zh: "改分值，或改第 {line} 行办法的 unit", en: "change the points, or the `unit` of the scheme in line {line}" }
    /// Limits that say no time.
    limits_of_nothing() { zh: "没有写多长时间里最多或最少几分", en: "a limit without the time over which it holds" }
    /// What to do about them.
    cure_limits_of_nothing() { zh: "写上时间和分值，例如 month = 8", en: "write the time and the points: month = 8" }
    /// A floor of a longer time that is above that of a shorter.
    floor_longer_above(long, more, short, less) { zh: "{long}的下限 {more} 高于{short}的 {less}", en: "the floor of {long}, {more}, is above that of {short}, {less}" }
    /// A floor where points are only given.
    floor_of_award(item) { zh: "“{item}”是加分，下限不起作用", en: "`{item}` only awards, so a floor does nothing" }
    /// A floor that a single deduction breaks.
    floor_above_deduction(item, floor, deduction) { zh: "“{item}”的下限 {floor} 高于一次的 {deduction} 分", en: "the floor of `{item}`, {floor}, is above the {deduction} of a single deduction" }
    /// A ceiling that the base breaks.
    ceiling_below_base(ceiling, base) { zh: "上限 {ceiling} 低于基础分 {base}", en: "the ceiling, {ceiling}, is below the base, {base}" }
    /// A floor above the base.
    floor_above_base(floor, base) { zh: "下限 {floor} 高于基础分 {base}", en: "the floor, {floor}, is above the base, {base}" }
    /// A floor above the ceiling.
    floor_above_ceiling(floor, ceiling) { zh: "下限 {floor} 高于上限 {ceiling}", en: "the floor, {floor}, is above the ceiling, {ceiling}" }
    /// What to do about a ceiling or floor of an item.
    cure_delete_limit(key) { zh: "删去 {key}", en: "delete `{key}`" }
    /// What to do about a limit that is too low.
    cure_at_least(least) { zh: "写 {least} 或更高", en: "write {least} or more" }
    /// What to do about a limit that is too high.
    cure_at_most(most) { zh: "写 {most} 或更低", en: "write {most} or less" }

    /// An end before the beginning.
    until_before_from(until, from) { zh: "最后一天 {until} 早于第一天 {from}", en: "the last day, {until}, is before the first, {from}" }
    /// What to do about it.
    cure_until(from) { zh: "until 写 {from} 或以后的日期", en: "write `until` as {from} or later" }
    /// Two rules of filing at a time.
    filings_overlap(day, line) { zh: "{day} 有两条登记时限同时有效，另一条在第 {line} 行", en: "two rules of filing hold on {day}, the other one is in line {line}" }
    /// Two schemes on one day.
    schemes_overlap(day, line) { zh: "{day} 有两个积分办法同时有效，另一个在第 {line} 行", en: "two schemes hold on {day}, the other one is in line {line}" }
    /// Two items of one id on one day.
    items_overlap(item, day, line) { zh: "{day} 有两条“{item}”同时有效，另一条在第 {line} 行", en: "two items `{item}` hold on {day}, the other one is in line {line}" }
    /// What to do about it, where one began earlier.
    cure_end_earlier(line, day) { zh: "给较早的一条（第 {line} 行）写上 until = {day}", en: "give the earlier one, in line {line}, `until = {day}`" }
    /// What to do about it, where both begin together.
    cure_change_dates() { zh: "改其中一条的 from 或 until，或删去一条", en: "change `from` or `until` of one of them, or delete one" }

    /// Days without a scheme.
    schemes_gap(first, last) { zh: "{first} 到 {last} 没有积分办法", en: "no scheme holds from {first} to {last}" }
    /// Days without a form of an item.
    items_gap(item, first, last) { zh: "“{item}”在 {first} 到 {last} 没有规定", en: "no item `{item}` holds from {first} to {last}" }
    /// What to do about it.
    cure_gap(line, last, first) { zh: "前一条（第 {line} 行）写到 until = {last}，或这一条从 from = {first} 起；确实停过的，换一个编号", en: "let the one in line {line} hold `until = {last}`, or this one `from = {first}`; where it did pause, give it another id" }

    /// A lowest band that leaves something below it.
    bands_start(least) { zh: "低于 {least} 分的不属于任何等次", en: "what is below {least} lies in no band" }
    /// What to do about it.
    cure_bands_start() { zh: "最低的等次不写 least", en: "leave `least` out of the lowest band" }
    /// Two bands without a least.
    bands_two_lowest() { zh: "两个等次都没有写 least", en: "two bands have no `least`" }
    /// What to do about it.
    cure_bands_two_lowest() { zh: "只有最低的等次不写 least", en: "only the lowest band has none" }
    /// Two bands that begin together.
    bands_same(one, other, least) { zh: "“{one}”和“{other}”都从 {least} 分起", en: "`{one}` and `{other}` both begin at {least}" }
    /// What to do about it.
    cure_bands_same() { zh: "改其中一个的 least", en: "change `least` of one of them" }
    /// A figure between two bands.
    bands_gap(most, least) { zh: "{most} 和 {least} 之间的分数不属于任何等次（有半分）", en: "what lies between {most} and {least} is in no band (there are half points)" }
    /// A figure in two bands.
    bands_overlap(most, least) { zh: "{least} 到 {most} 分属于两个等次", en: "what lies from {least} to {most} is in two bands" }
    /// A line that nobody can reach.
    standard_above_ceiling(line, ceiling) { zh: "达标线 {line} 高于上限 {ceiling}，谁也达不到", en: "nobody can reach the line of {line}: the ceiling is {ceiling}" }
    /// A number that should be one at least.
    too_few(number) { zh: "{number} 太少", en: "{number} is too few" }
    /// A window for objections that is none.
    objection_days(days) { zh: "异议期不能是 {days} 天", en: "objections cannot be taken for {days} days" }
    /// What to do about it.
    cure_objection_days() { zh: "写 1 到 60", en: "write 1 to 60" }
    /// A share that is none.
    bad_carry(percent) { zh: "{percent}% 不是一个份额", en: "{percent}% is no share" }
    /// What to do about it.
    cure_percent() { zh: "写 1 到 100", en: "write 1 to 100" }
    /// A limit that carries nothing.
    carry_nothing(most) { zh: "最多 {most} 分，等于不结转", en: "with {most} at most, nothing is carried" }
    /// An appraisal where no year is scored.
    fold_not_yearly() { zh: "民主评议一年一次，只能折算进全年的积分", en: "the appraisal is of a year, and only a scored year can take it in" }
    /// What to do about it.
    cure_fold_not_yearly() { zh: "写 period = \"year\"，或删去 appraisal", en: "write `period = \"year\"`, or delete `appraisal`" }
    /// A grade that comes to two things, or to none.
    fold_one_of_two() { zh: "每个等次写 points 或 percent，只写一样", en: "a grade comes to `points` or to a `percent`, to one of the two" }
    /// What to do about it.
    cure_fold_one_of_two() { zh: "加分写 points = 20，按系数写 percent = 110", en: "write `points = 20` to add, or `percent = 110` for a factor" }
    /// Grades of two sorts.
    fold_mixed() { zh: "有的等次加分，有的按系数", en: "some grades add points, and others are factors" }
    /// What to do about it.
    cure_fold_mixed() { zh: "全写 points，或全写 percent", en: "write `points` for all, or `percent` for all" }
    /// A factor that is none.
    bad_factor(percent) { zh: "系数 {percent}% 不合理", en: "{percent}% is no factor" }
    /// What to do about it.
    cure_factor() { zh: "写 0 到 200", en: "write 0 to 200" }
    /// Somebody who is graded without taking part.
    graded_absent(standing) { zh: "“{standing}”定等次，却不参加评议", en: "`{standing}` is graded, but does not take part" }
    /// What to do about it.
    cure_graded_absent(standing) { zh: "把 {standing} 写进 takes-part", en: "name {standing} in `takes-part`" }
    /// A share that is none.
    bad_share(part, of) { zh: "{part}/{of} 不是一个份额", en: "{part} of {of} is no share" }
    /// What to do about it.
    cure_share() { zh: "三分之一写 {{ part = 1, of = 3 }}", en: "write a third as `{{ part = 1, of = 3 }}`" }
    /// A target or weight that is none.
    brings_nothing(what, value) { zh: "{what} 是 {value}，什么也算不出来", en: "with a {what} of {value}, nothing comes of it" }
    /// A veto that nobody speaks.
    veto_not_by_hand(item) { zh: "“{item}”自动计分，不能一票否决", en: "`{item}` is earned by itself, so it can be no veto" }
    /// What to do about it.
    cure_veto_not_by_hand() { zh: "删去 veto；或删去计分依据，由人登记", en: "delete `veto`, or what earns it, to award it by hand" }

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
    cure_range_not_by_hand() { zh: "改写 points；或删去计分依据，由人登记", en: "write `points`, or delete what earns it, to award it by hand" }

    /// An item that is earned in two ways.
    earned_twice(item, keys) { zh: "“{item}”既按这个又按那个计分：{keys}", en: "`{item}` is earned in several ways: {keys}" }
    /// What to do about it.
    cure_earned_twice() { zh: "分成两条", en: "make two items of it" }
    /// An item that nothing can earn.
    earned_never(item, list) { zh: "“{item}”的 {list} 是空的，永远计不到分", en: "`{item}` names no {list}, so nothing ever earns it" }
    /// What to do about it.
    cure_earned_never(list) { zh: "在 {list} 里至少写一个", en: "name at least one of the {list}" }
    /// A rate of attendance that says neither how high nor how low.
    rate_of_nothing(item) { zh: "“{item}”没有写出席率要达到（least）或者低于（below）多少", en: "`{item}` has neither `least` nor `below`, so every rate earns it" }
    /// A rate that nobody can have.
    rate_never(item, least, below) { zh: "“{item}”要求不低于 {least}%、又低于 {below}%，没有人能达到", en: "`{item}` is for a rate of at least {least}% and below {below}%, which nobody can have" }
    /// What to do about it.
    cure_rate_never(least) { zh: "below 写得比 {least} 大", en: "write a `below` above {least}" }
    /// Parts that are as long as the whole, or longer.
    each_too_long(each, over) { zh: "each（{each}）不比整个期间（{over}）短", en: "`each` ({each}) is no shorter than the whole ({over})" }
    /// What to do about it.
    cure_each_too_long() { zh: "each 写短一些，或者 over 写长一些", en: "write a shorter `each`, or a longer `over`" }
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
