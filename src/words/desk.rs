//! The desk of a superior: units, and what they hand in.

use super::{Text, sentences};

/// How a return stands, by its id.
pub fn return_state(id: &str) -> Text {
    match id {
        "none" => Text::new("未报送", "not handed in"),
        "open-month" => Text::new("当月未完就报送", "handed in before the month was over"),
        "sealed" => Text::new("已封存", "sealed"),
        _ => Text::new("未封存", "not sealed"),
    }
}

/// What came of a return, by its id.
pub fn take_result(id: &str) -> Text {
    match id {
        "taken" => Text::new("收下", "taken"),
        "corrected" => Text::new("收下，更正了以前的", "taken as a correction"),
        "known" => Text::new("以前已收下", "taken before"),
        _ => Text::new("与另一份相同", "same as another file"),
    }
}

/// So many returns.
pub fn returns(number: usize) -> Text {
    super::count(number, "份", "return", "returns")
}

sentences! {
    /// There is a desk.
    desk_is_there(folder) { zh: "{folder} 里已有汇总目录", en: "there is a desk in {folder} already" }
    /// A row of units without an id.
    unit_without_id() { zh: "没有写单位编号", en: "the unit has no id" }
    /// A row of units without a name.
    unit_without_name() { zh: "没有写单位名称", en: "the unit has no name" }
    /// A text that is no id of a unit.
    unit_bad_id(id) { zh: "“{id}”不是单位编号", en: "`{id}` is not a unit's id" }
    /// Where the id of a unit is found.
    cure_unit_id() { zh: "照抄该支部 zhibu.toml 里的 id；只作上级、自己不报送的，取一个小写字母和数字的编号", en: "copy `id` from the branch's zhibu.toml; for a unit that only stands above others, choose lower-case letters and digits" }
    /// A unit that stands there twice.
    unit_twice(id, row) { zh: "单位“{id}”在第 {row} 行已有", en: "the unit `{id}` stands in row {row} already" }
    /// A unit that is none.
    no_unit(above) { zh: "没有单位“{above}”", en: "there is no unit `{above}`" }
    /// Several units of one name.
    units_of_one_name(name) { zh: "叫“{name}”的单位不止一个", en: "several units are called `{name}`" }
    /// What to write instead.
    cure_unit_above() { zh: "写上级单位的编号；上级单位自己也要占一行", en: "write the id of the unit above, which needs a row of its own" }
    /// A ring of units.
    unit_above_itself(name) { zh: "“{name}”成了自己的上级", en: "`{name}` is above itself" }
    /// A day of the month that is none.
    unit_due_day(day, most) { zh: "“{day}”不是 1 到 {most} 之间的日子", en: "`{day}` is not a day from 1 to {most}" }
    /// A month that is none.
    unit_month(column) { zh: "“{column}”一栏要写月份，如 2026-10", en: "`{column}` must be a month such as 2026-10" }
    /// A unit that ends before it begins.
    unit_ends_before() { zh: "截止月早于起始月", en: "the last month is before the first" }
    /// A ledger that is not as it was written.
    not_a_line_of_ledger() { zh: "这一行不是收件登记", en: "this line is not a note of a return" }
    /// What to do then.
    cure_not_a_line_of_ledger() { zh: "从 git 取回原来的文件；这个文件由 zhibu desk take 写，不用手改", en: "restore the file from git: `zhibu desk take` writes it, people do not" }
    /// A measures file that is none.
    not_measures(file, line) { zh: "{file}:{line} 不是指标表的内容", en: "{file}:{line} is not a line of measures" }
    /// A measure that stands there twice.
    measured_twice(file, line) { zh: "{file}:{line} 与前面的一行是同一个指标", en: "{file}:{line} has the same measure as an earlier line" }
    /// A package without measures.
    no_measures(file) { zh: "里面没有 {file}，没有可以相加的数字", en: "it has no {file}, so no figures to add up" }
    /// What to do then.
    cure_no_measures(month) { zh: "请对方重新上报：zhibu return {month}；或在 rules/editions.toml 的这个版本里加上 measures 表", en: "have it returned again with `zhibu return {month}`, or add the table measures to the edition in rules/editions.toml" }
    /// One thing that is proven or not.
    proof_of(item, found) { zh: "{item}：{found}", en: "{item}: {found}" }
    /// A return that is not what it says.
    return_broken(found) { zh: "与自己的说明不符，可能被改过（{found}）", en: "it is not what it says it is ({found})" }
    /// What to do then.
    cure_return_broken() { zh: "请对方重新发一次；再看一遍：zhibu return verify 文件", en: "have it sent again; to look closer: zhibu return verify FILE" }
    /// A return without an id.
    return_has_no_id(name) { zh: "“{name}”的记录没有编号，认不出是哪个单位", en: "the records of `{name}` have no id, so the unit is unknown" }
    /// What to do then.
    cure_return_has_no_id() { zh: "请对方先运行 zhibu upgrade，再上报一次", en: "have them run `zhibu upgrade` and return the month again" }
    /// A unit the desk does not have.
    return_of_stranger(name, id) { zh: "units.csv 里没有“{name}”（编号 {id}）", en: "units.csv has no unit `{name}` (id {id})" }
    /// What to do then.
    cure_return_of_stranger(id, name) { zh: "是下级单位就在 units.csv 里加一行：{id},{name}", en: "if it is a unit of yours, add a row to units.csv: {id},{name}" }
    /// A unit above others.
    return_of_upper(name) { zh: "“{name}”下面还有单位，数字由下级单位报送", en: "`{name}` stands above other units, which hand in its figures" }
    /// What to do then.
    cure_return_of_upper() { zh: "它自己也要报送的，在 units.csv 里另写一个上级编号，让它排在那个编号下面", en: "if it hands in figures of its own, give the unit above another id in units.csv and put this one below it" }
    /// Another body under the id of a unit.
    return_of_another(name, id, unit) { zh: "这份上报自称“{name}”，而编号 {id} 在 units.csv 里是“{unit}”", en: "it calls itself `{name}`, but {id} is `{unit}` in units.csv" }
    /// What to do then.
    cure_return_of_another() { zh: "改了名称，就改 units.csv；是照抄了别人的记录目录，就请对方另用 zhibu init 新建", en: "if the unit was renamed, change units.csv; if somebody copied the records of another branch, have them begin with `zhibu init`" }
    /// A month to come.
    return_of_future(month) { zh: "{month} 的数字还没有到日子", en: "its figures of {month} are of a day to come" }
    /// What to do then.
    cure_return_of_future() { zh: "核对双方电脑的日期", en: "compare the clocks of both machines" }
    /// Several returns for one month.
    returns_differ(count, name, month, files) { zh: "“{name}”{month} 有 {count} 份不同的上报：{files}", en: "there are {count} different returns of `{name}` for {month}: {files}" }
    /// What to do then.
    cure_returns_differ() { zh: "问清以哪一份为准，只交那一份", en: "ask which one holds, and take that one alone" }
    /// Files that are not named one by one.
    and_more_returns(files, more) { zh: "{files}，还有 {more} 份", en: "{files} and {more} more" }
    /// A return that was superseded.
    return_is_older(name, month, day) { zh: "“{name}”{month} 在 {day} 收下的那份更新，这份是以前的", en: "it is older than the return of `{name}` for {month} taken on {day}" }
    /// What to do then.
    cure_return_is_older() { zh: "不用再收；要更正，请对方按现在的记录再上报一次", en: "there is nothing to take; for a correction have the month returned again" }
    /// A seal that does not go on from the one before.
    seal_does_not_follow(name, month, code) { zh: "“{name}”{month} 的封存不是从以前收下的（校验码 {code}）修订来的：请问清原因", en: "the seal of `{name}` for {month} was not amended from the one taken before (code {code}): ask why" }
    /// What is wrong with a file.
    of_file(file, fact) { zh: "{file}：{fact}", en: "{file}: {fact}" }
    /// A package that is gone.
    package_gone(folder) { zh: "{folder} 里以前收下的上报不见了或读不出来", en: "the return taken into {folder} is gone or cannot be read" }
    /// What to do then.
    cure_package_gone() { zh: "从 git 取回：git checkout -- returns", en: "restore it from git: git checkout -- returns" }
    /// A file that is no text.
    return_not_text(file) { zh: "里面的 {file} 不是 UTF-8 文本", en: "{file} in it is not UTF-8 text" }
    /// A file that changed while it was read.
    return_changed() { zh: "读的时候被改了", en: "it changed while it was read" }
    /// No returns in a folder.
    no_returns_in(folder) { zh: "“{folder}”里没有 .zip 文件", en: "no .zip file in `{folder}`" }
    /// Returns were taken.
    took(count) { zh: "收下 {count}上报", en: "took {count}" }
    /// A return was taken.
    took_one(name, month, edition) { zh: "收下 {name} {month} 的上报（{edition}）", en: "took the return of {name} for {month} ({edition})" }
    /// Returns would be taken.
    would_take(count) { zh: "可以收下 {count}上报，没有写入", en: "would take {count}; nothing was written" }
    /// Nothing was new.
    took_nothing() { zh: "没有新的上报", en: "no new returns" }
    /// A package that is not as it was taken.
    package_not_as_taken(folder) { zh: "{folder} 与收下时不一致，没有计入；从 git 取回：git checkout -- returns", en: "{folder} is not as it was taken and is not counted; restore it from git: git checkout -- returns" }
    /// How many returns the state at the end is from.
    beside_end(there, all) { zh: "期末数来自 {all} 份中的 {there} 份", en: "state at the end from {there} of {all} returns" }
    /// Other rules.
    beside_rules() { zh: "规则与多数不同", en: "other rules than most" }
    /// Another version of the files.
    beside_schema() { zh: "记录格式与多数不同", en: "other file version than most" }
    /// A small number.
    beside_small(least) { zh: "不足 {least} 人的不显示", en: "numbers below {least} people are masked" }
    /// Everything added up.
    sum_of_all() { zh: "合计", en: "all" }
    /// Of how many units everything is there.
    desk_coverage(there, all) { zh: "{all} 个单位中 {there} 个报齐", en: "{there} of {all} units handed in everything" }
    /// A period that is not over.
    desk_so_far(period, month) { zh: "{period} 还没有结束，算到 {month}", en: "{period} is not over: it is counted until {month}" }
    /// A unit that did not hand in, with the months.
    desk_missing_of(name, months) { zh: "{name}（{months}）", en: "{name} ({months})" }
    /// What is missing.
    desk_missing(units) { zh: "没有报送、没有计入的：{units}", en: "not handed in and not counted: {units}" }
    /// What is missing, where it is much.
    desk_missing_more(units, more) { zh: "没有报送、没有计入的：{units}，还有 {more} 个单位", en: "not handed in and not counted: {units}; and {more} more units" }
    /// The title of a bulletin.
    desk_bulletin(name, period) { zh: "{name} {period} 通报", en: "{name}: bulletin of {period}" }
    /// A desk's return was written.
    desk_returned(month, there, all, path) { zh: "{month} 的上报写入 {path}：{all} 个单位中有 {there} 个的数字", en: "wrote the return of {month} to {path}: figures of {there} of {all} units" }
    /// A desk's return of a month without packages.
    desk_has_nothing(month) { zh: "{month} 还没有收下任何上报", en: "nothing was taken for {month} yet" }
    /// The tables were written.
    wrote_lake(returns, files, folder) { zh: "{returns}上报写成 {files} 个文件，在 {folder}", en: "wrote {returns} as {files} files to {folder}" }
    /// Nobody owes anything.
    nothing_to_urge() { zh: "该报送的都报送了", en: "everything due was handed in" }
    /// A desk was made.
    made_desk(name, folder, units) { zh: "在 {folder} 建好“{name}”的汇总目录，{units} 个单位报送", en: "made the desk of {name} in {folder}; units that hand in: {units}" }
    /// What the commit of a new desk says.
    desk_began(name) { zh: "{name} 开始汇总", en: "begin the desk of {name}" }
    /// How to go on.
    desk_next_steps() { zh: "接着：zhibu desk take 文件夹 收下各单位的上报，zhibu desk due 看谁还没有报送", en: "next: `zhibu desk take FOLDER` takes the returns, `zhibu desk due` shows who has not handed in" }
    /// A comment.
    comment_desk() { zh: "# 上级的汇总目录：单位在 units.csv，收下的上报在 returns，收件登记在 taken", en: "# A superior's desk: the units are in units.csv, the returns in returns, what was taken when in taken" }
    /// A comment.
    comment_desk_since() { zh: "# 从这一天所在的月份起要报送", en: "# The first day of the first month that is handed in" }
    /// A comment.
    comment_due_day() { zh: "# 下个月几日以前报送；units.csv 里可以另定", en: "# Returns are due by this day of the next month; units.csv can say otherwise" }
    /// A day that is none.
    bad_desk_due_day(most) { zh: "due-day 要写 1 到 {most}", en: "due-day must be from 1 to {most}" }
    /// The title of a reminder.
    letter_title() { zh: "关于报送月度数据的提醒", en: "Reminder: monthly returns" }
    /// To whom it goes.
    letter_to(name) { zh: "{name}：", en: "To {name}:" }
    /// A month that is missing.
    letter_missing(month, until, days) { zh: "{month}的数据应于{until}前报送，至今没有收到，已逾期 {days} 天。", en: "The return for {month} was due by {until}. It has not arrived and is {days} days late." }
    /// A month that is still in time.
    letter_coming(month, until) { zh: "{month}的数据请于{until}前报送。", en: "Please hand in the return for {month} by {until}." }
    /// A month that was handed in before it was over.
    letter_open(month) { zh: "{month}的数据是当月未完时报的，请在封存以后再报一次。", en: "The return for {month} was made before the month was over. Please return it again once it is sealed." }
    /// A month that was handed in before it was sealed.
    letter_unsealed(month) { zh: "{month}的数据报送时还没有封存，请封存以后再报一次。", en: "The return for {month} was made before the month was sealed. Please return it again once it is sealed." }
    /// How it is handed in.
    letter_how(month) { zh: "报送办法：zhibu return {month}，把写出的文件发来。", en: "How: run zhibu return {month} and send the file it writes." }
    /// Who wrote it, and when.
    letter_from(name, day) { zh: "{name}\n{day}", en: "{name}\n{day}" }
    /// Letters were written.
    wrote_letters(count, folder) { zh: "写了 {count} 封提醒，在 {folder}", en: "wrote {count} reminders to {folder}" }
}
