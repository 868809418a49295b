//! What is said when a command refuses, and its cures.

use super::sentences;

sentences! {
    /// A number of nothing.
    bad_number(text) { zh: "“{text}”不能作工号", en: "`{text}` is not a number of a person" }
    /// A number that somebody else has.
    number_taken(number, who) { zh: "工号“{number}”是{who}的", en: "the number `{number}` is that of {who}" }
    /// The name is the same.
    has_that_name(name) { zh: "现在就叫“{name}”", en: "the name is `{name}` already" }
    /// The standing is the same.
    already_of_standing(name, standing, day) { zh: "{name} {day} 已是{standing}", en: "{name} is {standing} on {day} already" }
    /// How the roll of a meeting is made to fit its new day, kind or group.
    cure_refile() { zh: "先用 zhibu meeting remove 作废这次登记，再按正确的日期、类别和小组重新登记", en: "strike it with `zhibu meeting remove` and log it anew under the right day, kind and group" }
    /// The group is the same.
    already_in_group(name, group, day) { zh: "{name} {day} 已在{group}", en: "{name} is in {group} on {day} already" }
    /// A word of a call that should name somebody.
    nobody_named(word) { zh: "“{word}”没有写明是谁", en: "`{word}` names nobody" }
    /// People stand behind the points.
    people_behind_points(word) { zh: "分值后面多了“{word}”", en: "`{word}` stands behind the points" }
    /// How several get points.
    cure_item_first(item) { zh: "先写积分项，再逐人写分值：{item} 姓名:分值 姓名:分值", en: "write the item first, then each name with its points: {item} NAME:POINTS NAME:POINTS" }
    /// A line of work is to be taken away that is not there.
    not_linked(link, meeting) { zh: "{meeting} 没有登记{link}", en: "{meeting} is not linked to {link}" }
    /// Several people are named, of whom nobody is meant.
    nobody_meant(word) { zh: "“{word}”里没有要登记的人", en: "`{word}` leaves nobody to record" }
    /// Words that are no day.
    bad_day(text) { zh: "“{text}”不是日期", en: "`{text}` is no day" }
    /// Words that are no period.
    bad_period(text) { zh: "“{text}”不是期间", en: "`{text}` is no period" }
    /// Words that are no votes.
    bad_votes(text) { zh: "“{text}”不是票数：应依次写赞成、反对、弃权，如 7,0,1", en: "`{text}` is no count of votes: write for, against, abstaining, as in 7,0,1" }
    /// How days are written.
    cure_bad_day() { zh: "写 2026-11-05、11-05、今天、昨天或周五", en: "write 2026-11-05, 11-05, today, yesterday or friday" }
    /// How periods are written.
    cure_bad_period() { zh: "写 2026-11、2026Q4、2026、2026-09..2026-11、本月或上月", en: "write 2026-11, 2026Q4, 2026, 2026-09..2026-11, this-month or last-month" }
    /// What to do about a day to come.
    cure_day_to_come() { zh: "等办完再登记；去年的日子请把年份写全", en: "log it when it has happened; write a day of last year with its year" }
    /// A file to edit.
    cure_edit_file(file) { zh: "补记更早的变动，请直接编辑 {file}", en: "to add something earlier, edit {file}" }
    /// How a post is ended.
    cure_end_post(who, post, day) { zh: "zhibu member post {who} {post} --until {day}", en: "zhibu member post {who} {post} --until {day}" }
    /// How an id is given.
    cure_give_id() { zh: "用 --id 给出编号，如 --id zhao-gang", en: "give one with --id, as in --id zhao-gang" }
    /// What to do about an id that somebody had.
    cure_id_again() { zh: "不要写编号，由程序另起一个；或写一个没有用过的", en: "leave the id out to have one made, or give one that was never used" }
    /// An id that was erased.
    id_was_erased(id, stands) { zh: "编号“{id}”的人已抹去姓名，记作 {stands}，这个编号不再使用", en: "`{id}` was erased and is now {stands}: the id is not used again" }
    /// An id that history knows.
    id_was_had(id) { zh: "编号“{id}”以前用过，不再给别人", en: "`{id}` was in use before: an id is not given again" }
    /// Which groups there are.
    cure_group_needed(groups) { zh: "用 --group 写明，有：{groups}", en: "name it with --group, one of: {groups}" }
    /// How leaving is recorded.
    cure_leave() { zh: "zhibu member leave 姓名 --reason 原因", en: "zhibu member leave WHO --reason WHY" }
    /// How people are moved.
    cure_move(who, day) { zh: "先 zhibu member move {who} 小组 --from {day}", en: "first zhibu member move {who} GROUP --from {day}" }
    /// Where the ids of lines are.
    cure_no_entry() { zh: "zhibu points list 会列出编号；往年的请加 --period", en: "zhibu points list shows the ids; add --period for other years" }
    /// How months are written.
    cure_not_a_month() { zh: "写 --month 2026-11，或 --month 上月", en: "write --month 2026-11, or --month last-month" }
    /// How months are written, where they are a period.
    cure_not_a_month_period() { zh: "写 --period 2026-11，或 --period 上月", en: "write --period 2026-11, or --period last-month" }
    /// Where everybody is listed.
    cure_list_members() { zh: "zhibu member list 会列出所有人", en: "`zhibu member list` shows everybody" }
    /// What is known of a person.
    cure_show_member(id) { zh: "zhibu member show {id}", en: "zhibu member show {id}" }
    /// How a table or folder is named.
    cure_table_needed() { zh: "用 --out 目录，或用 --table meetings", en: "write --out DIR, or --table meetings" }
    /// How those who were not due are named.
    cure_was_not_due() { zh: "列席的人用 --observer 登记", en: "name those who sat in with --observer" }
    /// Standard input that cannot be read.
    cannot_read_input(why) { zh: "读不了标准输入：{why}", en: "cannot read standard input: {why}" }
    /// A file or input that is too long.
    cure_too_long() { zh: "只留需要的部分，或者分成几份", en: "keep only the part that matters, or divide it" }
    /// Too much on standard input.
    input_too_long(kilobytes) { zh: "标准输入超过 {kilobytes} KB", en: "standard input is longer than {kilobytes} KB" }
    /// Standard input in another encoding.
    input_not_utf8() { zh: "标准输入不是 UTF-8", en: "standard input is not UTF-8" }
    /// Who is at a meeting does not sit in on it.
    cure_observes_too() { zh: "去掉 --observer；没有参加的，用 --absent 登记", en: "leave out --observer; name those who were away with --absent" }
    /// The day has not come.
    day_to_come(day) { zh: "{day} 还没到", en: "{day} is yet to come" }
    /// A name that has something behind it in brackets.
    name_and_more(text, name) { zh: "“{text}”带有括号里的说明，姓名应为“{name}”", en: "`{text}` has a remark in brackets: the name is `{name}`" }
    /// A text with signs that no name has.
    name_has_signs(text) { zh: "“{text}”不是姓名：含有数字或符号", en: "`{text}` is not a name: it has digits or signs that names do not have" }
    /// A heading, a sum or a signature.
    name_is_label(text) { zh: "“{text}”不是姓名，而是表头、合计或落款", en: "`{text}` is not a name but a heading, a total or a signature line" }
    /// A name of which characters are lost.
    name_is_lost(text) { zh: "“{text}”里有丢失的字", en: "`{text}` has characters that were lost on the way" }
    /// A name of which a part is hidden.
    name_is_masked(text) { zh: "“{text}”不是完整的姓名", en: "`{text}` hides a part of the name" }
    /// What says that there is nobody.
    name_of_nobody(text) { zh: "“{text}”不是姓名", en: "`{text}` is not a name" }
    /// The names of several people in the place of one.
    name_of_several(text, names) { zh: "“{text}”是几个人：{names}", en: "`{text}` is several people: {names}" }
    /// A name that is longer than names are.
    name_too_long(text) { zh: "“{text}”太长，不像姓名", en: "`{text}` is too long for a name" }
    /// How somebody insists on a name.
    cure_any_name() { zh: "确实是姓名的，加 --any-name", en: "if it is a name, add --any-name" }
    /// Somebody who shares a name, with what tells them apart.
    namesake(name, apart) { zh: "{name}（{apart}）", en: "{name} ({apart})" }
    /// A name without a letter.
    empty_name() { zh: "名称不能为空", en: "the name is empty" }
    /// Nothing of that name.
    nothing_there(path) { zh: "没有文件或文件夹“{path}”", en: "there is no file or folder `{path}`" }
    /// Somebody both present and sitting in.
    observes_too(name) { zh: "{name} 已算出席，不能又算列席", en: "{name} is present already and cannot sit in as well" }
    /// The group is there.
    group_exists(id, name) { zh: "已有小组“{id}”：{name}", en: "there is a group `{id}` already: {name}" }
    /// The kind needs a group.
    group_needed(kind) { zh: "{kind}要写明是哪个小组", en: "{kind} needs a group" }
    /// The group has people.
    group_not_empty(group, day, names) { zh: "{day} {group}还有人：{names}", en: "{group} still has people on {day}: {names}" }
    /// The group was not there on a day.
    group_not_there(group, day) { zh: "{day} 没有{group}", en: "there is no {group} on {day}" }
    /// The kind has no group.
    group_not_wanted(kind) { zh: "{kind}是全体的，不能写小组", en: "{kind} is of the whole branch and has no group" }
    /// The item costs points.
    item_is_a_deduction(item) { zh: "“{item}”是扣分项：用 zhibu points deduct", en: "`{item}` is a deduction: use zhibu points deduct" }
    /// The item brings points.
    item_is_an_award(item) { zh: "“{item}”是加分项：用 zhibu points award", en: "`{item}` is an award: use zhibu points award" }
    /// The item needs no hand.
    item_is_reckoned(item) { zh: "“{item}”由会议记录自动计分，不用手工登记", en: "`{item}` is reckoned from the meetings, not awarded by hand" }
    /// The rules do not say what an item brings.
    item_is_worth_nothing(item) { zh: "rules/points.toml 没有写“{item}”的分值", en: "rules/points.toml does not say what `{item}` is worth" }
    /// Leaving has its own command.
    left_is_a_command() { zh: "离开用 member leave 登记", en: "leaving is recorded with member leave" }
    /// A make-up before the meeting.
    made_up_before(day, title) { zh: "{day} 早于 {title}，不能算补课", en: "{day} is before {title}" }
    /// The person is there.
    member_exists(id, name) { zh: "已有编号“{id}”：{name}", en: "there is a `{id}` already: {name}" }
    /// More votes or kinds than decisions.
    more_votes_than_decisions() { zh: "票数、种类或结果比决议多，或选票、书面意见没有票数", en: "there are more votes, kinds or results than decisions, or ballots without votes" }
    /// Two states of one person.
    named_twice(name) { zh: "{name} 写了两次", en: "{name} is named twice" }
    /// The files are from a newer program.
    newer_schema(found, known) {
        zh: "zhibu.toml 写的是 schema = {found}，这个程序只认到 {known}：请换新版 zhibu",
        en: "zhibu.toml says schema = {found}, this program knows up to {known}: get a newer zhibu",
    }
    /// No line of that id.
    no_entry(id, period) { zh: "{period} 没有编号为“{id}”的积分记录", en: "no award or deduction `{id}` in {period}" }
    /// A name without letters that make an id.
    no_id_from_name(name) { zh: "从“{name}”取不出拼音编号", en: "no id can be made from `{name}`" }
    /// Not a month.
    not_a_month(period) { zh: "{period} 不是一个整月", en: "{period} is not a month" }
    /// A path elsewhere.
    not_inside(path) { zh: "“{path}”不在记录目录里", en: "`{path}` is not in the directory of records" }
    /// The person was not with the branch.
    not_there(name, day) { zh: "{name} {day} 不在册", en: "{name} is not with the branch on {day}" }
    /// Somebody, and only one.
    one_person_needed(typed) { zh: "“{typed}”应是一个人", en: "`{typed}` should be one person" }
    /// Rules that this directory was made without.
    no_rules(file) { zh: "没有 {file}", en: "there is no {file}" }
    /// Where such rules are.
    cure_no_rules() { zh: "用 zhibu init 另建一个新目录，把那里的这个文件复制过来", en: "make a new directory with zhibu init and copy the file from there" }
    /// An id with its name.
    id_and_name(id, name) { zh: "{id}（{name}）", en: "{id} ({name})" }
    /// The same with what tells them from others of the name.
    id_name_apart(id, name, apart) { zh: "{id}（{name}，{apart}）", en: "{id} ({name}, {apart})" }
    /// The item leaves a range.
    points_needed(item, least, most) { zh: "“{item}”要写分值，{least} 到 {most}", en: "`{item}` needs points, from {least} to {most}" }
    /// Beyond the range.
    points_out_of_range(item, points, least, most) { zh: "“{item}”是 {least} 到 {most} 分，不能是 {points}", en: "`{item}` is {least} to {most}, not {points}" }
    /// The sign is in the command.
    points_without_sign(points) { zh: "分值 {points} 不要带负号：扣分用 points deduct", en: "write {points} without its sign: points deduct makes it a deduction" }
    /// Somebody holds the post.
    post_held(name, post, day) { zh: "{day} {post}是{name}", en: "{name} is {post} on {day}" }
    /// Nobody holds the post.
    post_not_held(name, post, day) { zh: "{name} {day} 没有担任{post}", en: "{name} is not {post} on {day}" }
    /// It is struck.
    struck_already(title, why) { zh: "{title} 已经作废：{why}", en: "{title} is struck already: {why}" }
    /// Standard output takes one table.
    table_needed() { zh: "没有写导出到哪里", en: "nothing says where to export to" }
    /// Somebody was not due.
    was_not_due(name, kind, day) { zh: "{day} {name} 不是{kind}的应到人员", en: "{name} was not due at {kind} on {day}" }
    /// Somebody was there.
    was_there(name, title) { zh: "{name} 参加了 {title}，不用补课", en: "{name} was at {title}, there is nothing to make up for" }
    /// Something later is written.
    written_later(name, last, day) { zh: "{name} 已有 {last} 的变动，不能再记 {day} 的", en: "{name} has a change on {last} already, which is not before {day}" }
    /// It has to be confirmed.
    not_sure(question) { zh: "没有确认：{question}", en: "not confirmed: {question}" }
    /// What was asked is not so any more.
    changed_meanwhile() { zh: "等待确认的时候，记录被改过了", en: "the record was changed while the question waited" }
    /// How to go on then.
    cure_changed_meanwhile() { zh: "再执行一次，按现在的记录确认", en: "run it again, to be asked about the record as it is now" }
    /// Where the items of a scheme are told.
    cure_list_items() { zh: "zhibu rules show 会列出积分项", en: "zhibu rules show lists the items" }
    /// How it is confirmed.
    cure_not_sure() { zh: "确定就加 --yes", en: "add --yes if you are sure" }
    /// Nothing of that name.
    no_such(noun, typed) { zh: "没有{noun}“{typed}”", en: "no {noun} `{typed}`" }
    /// Several of that name.
    several_such(noun, typed) { zh: "“{typed}”对应不止一个{noun}", en: "`{typed}` is more than one {noun}" }
    /// Which there are.
    cure_several(choices) { zh: "写编号：{choices}", en: "write the id: {choices}" }
    /// Which are known.
    cure_known(choices) { zh: "有：{choices}", en: "there are: {choices}" }
}
