//! What is said when something is done: the subjects of commits, and the details after them.

use super::{Text, sentences, severity};

sentences! {
    /// The first day of somebody who began elsewhere.
    came_here() { zh: "来到本组织", en: "came here" }
    /// A post whose first day nobody stated.
    first_day_unknown() { zh: "起始日期不详", en: "first day unknown" }
    /// Somebody is no longer in the record of a meeting.
    now_taken_out(who) { zh: "{who} 不再记在名单里", en: "{who} taken out" }
    /// Nothing is written of somebody in the record of a meeting.
    not_in_record(who, title) { zh: "{title} 没有记 {who}", en: "{who} is not in the record of {title}" }
    /// The records would contradict themselves after a change.
    would_contradict() { zh: "这样改以后，记录自相矛盾", en: "the records would contradict themselves after this" }
    /// What to do about it.
    cure_would_contradict() { zh: "先改好以上各处：不该在会议名单里的人，用 zhibu meeting attend 会议 --take-out 谁；会议决定的事，加 --meeting 会议", en: "correct these records first: `zhibu meeting attend MEETING --take-out WHO` takes somebody out of a meeting; add --meeting MEETING for what a meeting decided" }
    /// That the same is recorded already.
    with_twin(said, ids) { zh: "{said} · 当天已有相同的一条：{ids}；如是重复登记，用 zhibu points remove 作废", en: "{said} · the same is recorded already that day: {ids}; if this is a duplicate, strike it with `zhibu points remove`" }
    /// What a record said before.
    instead_of(said, before) { zh: "{said}（原登记：{before}）", en: "{said} (was: {before})" }
    /// That who moves to another group no longer leads the old one.
    no_longer_leads(post, day) { zh: "{day}起不再担任原小组的{post}", en: "no longer {post} of the old group from {day}" }
    /// That a meeting of that day may have decided it.
    if_decided_there(said, meeting) { zh: "{said}；如果是 {meeting} 决定的，加上 --meeting {meeting} 重新登记，那次会议的表决权才不受影响", en: "{said} · if {meeting} decided this, undo and repeat with --meeting {meeting}, so that rights at that meeting stay as they were" }
    /// A group is new.
    added_group(name, day) { zh: "新建 {name}，{day} 起", en: "added {name}, from {day}" }
    /// A person is new.
    added_member(name, standing, day) { zh: "新增 {name}：{standing}，{day} 起", en: "added {name}: {standing}, from {day}" }
    /// Before something is struck.
    ask_strike(title) { zh: "作废“{title}”？记录保留在文件里，但不再计入。", en: "strike {title}? It stays in its file, but counts no more." }
    /// Attendance has changed.
    attended(title, what) { zh: "{title}：{what}", en: "{title}: {what}" }
    /// Points by hand.
    awarded(who, item, points, day) { zh: "{who} {item} {points}，{day}", en: "{who}: {item} {points}, {day}" }
    /// The first commit.
    began(name) { zh: "开始记录：{name}", en: "began the records of {name}" }
    /// What was corrected of a name.
    name_of_all_days(before) { zh: "不再出现“{before}”，以前的名单也按新写法；如果是改名，加 --from 日期，以前的名单不变", en: "older lists and pages show it too, instead of `{before}`; if the name is new from a day on, add --from DATE" }
    /// A name that was borne until a day.
    name_until(name, day) { zh: "{name}（至 {day}）", en: "{name} (until {day})" }
    /// A new name from a day on.
    renamed(before, name, day) { zh: "{before} {day} 起改名为 {name}", en: "{before} is called {name} from {day}" }
    /// A standing has changed.
    changed_standing(name, standing, day) { zh: "{name} {day} 起为{standing}", en: "{name} is {standing} from {day}" }
    /// A group is closed.
    closed_group(name, day) { zh: "撤销 {name}，最后一天 {day}", en: "closed {name}, last day {day}" }
    /// A decision was added.
    decided(title, what) { zh: "{title} 决议：{what}", en: "{title} decided: {what}" }
    /// A group's name or note was corrected.
    edited_group(name) { zh: "修改 {name} 的资料", en: "edited {name}" }
    /// Fields of a meeting were changed.
    edited_meeting(title) { zh: "修改 {title}", en: "edited {title}" }
    /// A person's name, note or class was changed.
    edited_member(name) { zh: "修改 {name} 的资料", en: "edited {name}" }
    /// A post has ended.
    ended_post(name, post, day) { zh: "{name} 不再担任{post}，最后一天 {day}", en: "{name} is no longer {post}, last day {day}" }
    /// A post has its last day, which is not over.
    ending_post(name, post, day) { zh: "{name} 担任{post}，最后一天 {day}", en: "{name} is {post} until {day}" }
    /// An award in a few words.
    entry_title(day, name, item, points) { zh: "{day} {name} {item} {points}", en: "{day} {name} {item} {points}" }
    /// Files were exported.
    exported(month, files, folder) { zh: "已导出 {month}：{files} 个文件，在 {folder}", en: "exported {month}: {files} files in {folder}" }
    /// A post was given.
    gave_post(name, post, day) { zh: "{name} {day} 起任{post}", en: "{name} is {post} from {day}" }
    /// Somebody has left.
    left(name, day, why) { zh: "{name} {day} 起离开：{why}", en: "{name} left, from {day}: {why}" }
    /// A meeting was logged.
    logged(title) { zh: "登记 {title}", en: "logged {title}" }
    /// A directory was made.
    made_directory(name, folder) { zh: "已建立“{name}”的记录目录：{folder}", en: "made the records of {name} in {folder}" }
    /// A repository was made.
    made_repository() { zh: "已建立 git 仓库，每条命令自动提交一次", en: "made a git repository; each command is one commit" }
    /// The day of a make-up.
    made_up_on(day) { zh: "{day} 补课", en: "made up on {day}" }
    /// A person is in another group.
    moved_member(name, group, day) { zh: "{name} {day} 起编入{group}", en: "{name} is in {group} from {day}" }
    /// What to do in a new directory.
    next_steps() {
        zh: "下一步：zhibu group add 小组名称 --id 编号，再 zhibu member add 姓名 --standing 身份 --group 小组编号",
        en: "next: zhibu group add NAME --id ID, then zhibu member add NAME --standing ID --group ID",
    }
    /// A meeting is filed under another day, kind or group.
    refiled_meeting(old, new) { zh: "{old} 更正为 {new}", en: "{old} is now {new}" }
    /// A repository was made inside another one.
    made_repository_within(top) { zh: "这里在 {top} 的 git 仓库里面，已给记录单独建立一个仓库，每条命令自动提交一次", en: "this is inside the git repository in {top}, so the records got a repository of their own; each command is one commit" }
    /// There is no git.
    no_git() {
        zh: "没有找到 git：记录照常保存，只是没有修改历史；以后要用，先 git init，再把 zhibu.toml 里的 commit 改成 true",
        en: "there is no git: records are kept all the same, without a history; for one later, run `git init` and set commit = true in zhibu.toml",
    }
    /// A change that would leave everything as it is.
    nothing_changed() { zh: "没有变化，不用写入", en: "nothing changed: the records say so already" }
    /// Points that count nothing.
    counts_nothing(who, item, day) { zh: "{who} {day} 不计分，“{item}”不计入积分", en: "{who} is not scored on {day}, so `{item}` counts nothing" }
    /// Points of an item that is for those of other classes.
    counts_nothing_by_class(who, item, day) { zh: "{who} {day} 的人员类型没有“{item}”这一项，不计入积分", en: "`{item}` is not for the class of {who} on {day}, so it counts nothing" }
    /// What to do about either.
    cure_counts_nothing(id) { zh: "核对日期、身份和类型；不该有的作废：zhibu points remove {id} --why 原因", en: "check the day, the standing and the class; or strike it: zhibu points remove {id} --why WHY" }
    /// Somebody was missing.
    now_absent(who) { zh: "{who} 改为缺席", en: "{who} was absent" }
    /// Somebody who is exempt was missing.
    now_exempt(who) { zh: "免到：{who}（只作备注）", en: "exempt: {who} (kept as a note)" }
    /// Somebody was late.
    now_late(who) { zh: "{who} 改为迟到", en: "{who} was late" }
    /// An absence was made up for.
    now_made_up(who, day) { zh: "{who} {day} 补课", en: "{who} made up on {day}" }
    /// Somebody was there.
    now_present(who) { zh: "{who} 改为出席", en: "{who} was present" }
    /// So many absent.
    so_many_absent(number, names) { zh: "缺席 {number} 人（{names}）", en: "{number} absent ({names})" }
    /// So many due.
    so_many_due(number) { zh: "应到 {number} 人", en: "{number} due" }
    /// So many exempt.
    so_many_exempt(number) { zh: "免到 {number} 人", en: "{number} exempt" }
    /// So many exempt, of some of whom somebody wrote why they were missing.
    so_many_exempt_noted(number, names) { zh: "免到 {number} 人（备注：{names}）", en: "{number} exempt (noted: {names})" }
    /// So many late.
    so_many_late(number, names) { zh: "迟到 {number} 人（{names}）", en: "{number} late ({names})" }
    /// So many of a standing.
    so_many_of(standing, number) { zh: "{standing} {number}", en: "{number} {standing}" }
    /// So many of whom nobody wrote.
    so_many_open(number) { zh: "未登记 {number} 人", en: "{number} open" }
    /// So many present.
    so_many_present(number) { zh: "到会 {number} 人", en: "{number} present" }
    /// So many took part.
    so_many_took_part(number) { zh: "参加 {number} 人", en: "{number} took part" }
    /// Something no longer counts.
    struck(title, why) { zh: "作废 {title}：{why}", en: "struck {title}: {why}" }
    /// A number and what it is made of.
    total_and_parts(number, parts) { zh: "{number} 人（{parts}）", en: "{number} ({parts})" }
    /// A person and the reason.
    who_and_why(name, why) { zh: "{name}：{why}", en: "{name}: {why}" }
    /// A sentence and its details.
    with_details(what, details) { zh: "{what} · {details}", en: "{what} · {details}" }
    /// A person whose name others bear.
    with_namesakes(what, id, others) { zh: "{what}。编号 {id}；同名的还有 {others}", en: "{what}; the id is {id}, others of that name: {others}" }
    /// A meeting after another of its kind and group on that day.
    with_another_that_day(what, other, stem) {
        zh: "{what}。当天已有 {other}；如果登记重了：zhibu meeting remove {stem} --why 重复登记",
        en: "{what}; there is {other} that day already; if it is the same one: zhibu meeting remove {stem} --why twice",
    }
    /// An award to people who have no points.
    with_unscored(what, names) {
        zh: "{what}。{names} 不在计分人员之内，这条不计入积分",
        en: "{what}; not scored, so it counts nothing: {names}",
    }
    /// A sentence and its note.
    with_note(what, note) { zh: "{what}（{note}）", en: "{what} ({note})" }
    /// What a command would write.
    would_write(path) { zh: "将写入 {path}", en: "would write {path}" }
    /// Written, but no commit.
    written_not_committed(why) {
        zh: "记录已写入文件，但没有提交到 git：{why}",
        en: "the record is written, but not committed to git: {why}",
    }
}

/// Clauses one after the other.
pub fn clauses(parts: Vec<Text>) -> Text {
    let joined = |separator: &str| Text::join(parts.iter().cloned(), separator);
    let (zh, en) = (joined("，"), joined(", "));
    Text::new(zh.get(super::Lang::Zh), en.get(super::Lang::En))
}

/// The weight of a finding before what it says.
pub fn label_severity(id: &str) -> Text {
    let name = severity(id);
    Text::new(format!("{}：", name.get(super::Lang::Zh)), format!("{}: ", name.get(super::Lang::En)))
}

sentences! {
    /// Before what is wrong.
    label_error() { zh: "错误：", en: "error: " }
    /// Before a cure.
    label_help() { zh: "建议：", en: "help: " }
    /// Before the rule that a finding offends.
    label_source() { zh: "依据：", en: "source: " }
    /// Before a warning.
    label_warning() { zh: "注意：", en: "warning: " }
    /// The answer cannot be written.
    cannot_answer(why) { zh: "写不到标准输出：{why}", en: "cannot write to standard output: {why}" }
}
