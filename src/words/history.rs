//! What is said of what happened to the records.

use super::{Text, count, heading, sentences};

/// What a key of a record is called, by the sort of the record or the list under it; none where it has no name but itself.
pub fn field_name(of: &str, key: &str) -> Option<Text> {
    let (zh, en) = match (of, key) {
        ("posting" | "objection", "closed") => ("锁定日期", "closed"),
        ("group", "from") => ("成立日期", "from"),
        ("group", "name") => ("名称", "name"),
        ("meeting", "for") => ("算哪一期", "held for"),
        ("step", "by") => ("由谁决定或办理", "decided or done by"),
        ("step", "is") => ("步骤", "step"),
        ("plan", "done") => ("完成日期", "done on"),
        ("award", "answers") => ("答复的异议", "answers"),
        ("award", "declared") => ("申报日期", "declared on"),
        ("award", "confirmed") => ("确认日期", "confirmed on"),
        ("award", "confirmed-by") => ("确认人", "confirmed by"),
        ("group", "former") => ("原名称", "former name"),
        ("file", "name") => ("名称", "name"),
        ("member", "apart") => ("区别用词", "told apart by"),
        ("member", "number") => ("工号", "staff number"),
        ("member", "here") => ("来本组织日期", "here from"),
        (_, "about") => ("针对的记录", "about"),
        (_, "ballots") => ("收回票数", "ballots"),
        (_, "candidate") => ("候选人", "candidate"),
        (_, "places") => ("应选名额", "places"),
        (_, "carried") => ("是否通过", "carried"),
        (_, "category") => ("类别", "category"),
        (_, "count") => ("票数", "count"),
        (_, "days") => ("天数", "days"),
        (_, "declined") => ("不更正的理由", "declined because"),
        (_, "figures") => ("积分校验值", "digest of the figures"),
        ("step", "for") => ("延长", "for"),
        ("part", "for") => ("赞成", "for"),
        (_, "ended-by") => ("免职会议", "ended by"),
        (_, "is") => ("身份", "standing"),
        (_, "kind") if of != "issue" => ("种类", "kind"),
        (_, "lengthens") => ("延长", "for"),
        (_, "mark" | "marks") => ("标记", "marks"),
        (_, "measure") if of == "figure" => ("指标", "measure"),
        (_, "member") => ("成员", "member"),
        (_, "post") => ("职务", "post"),
        (_, "on") => ("日期", "on"),
        (_, "people") => ("有关人员", "people"),
        (_, "reopened") => ("重新打开", "opened again"),
        (_, "rules") => ("积分办法校验值", "digest of the rules"),
        (_, "text") => ("内容", "text"),
        (_, "who") => ("谈话人", "who"),
        (_, "with") => ("谈话对象", "with"),
        (_, "year") => ("年度", "year"),
        (_, "code" | "file" | "record" | "sha256" | "schema" | "lang" | "commit" | "bom") => return heading(key),
        (_, "evidence") => ("照片和扫描件", "evidence"),
        ("request", "hours") => return heading("work_hours"),
        ("agenda", "prepares") => ("谁准备什么", "who prepares what"),
        ("agenda", "ready") => ("已准备", "prepared"),
        ("agenda", "sittings") => ("分场", "further sittings"),
        ("issue", "visit") => return heading("ordered_at"),
        ("task", "done") => ("完成日期", "done on"),
        ("task", "report") => ("落实情况", "report"),
        ("task", "until") => ("期限", "deadline"),
        _ => {
            let id = match key {
                "as" => "delivered_as",
                "item" => "item_name",
                "kind" => "category",
                "owner" => "owner_name",
                "standing" => "standing",
                "group" => "group",
                "decision" => "decision",
                other => return heading(&other.replace('-', "_")),
            };
            return heading(id);
        }
    };
    Some(Text::new(zh, en))
}

/// A planned meeting in a few words, with its group where it has one.
pub fn agenda_of(date: Text, kind: Text, group: Option<Text>) -> Text {
    Text::join(std::iter::once(agenda_titled(date, kind)).chain(group), " · ")
}

/// So many records.
pub fn so_many_records(number: usize) -> Text {
    count(number, "条记录", "record", "records")
}

/// Files by their paths, the first few of many.
pub fn some_files(paths: &[impl std::fmt::Display]) -> Text {
    const FEW: usize = 3;
    let few = Text::list(paths.iter().take(FEW).map(|path| Text::same(path.to_string())));
    if paths.len() > FEW { and_more_files(few, paths.len()) } else { few }
}

/// What a sort of records is called, by its id.
pub fn sort_name(id: &str) -> Text {
    match id {
        "meeting" => Text::new("会议", "meeting"),
        "issue" => Text::new("问题", "problem"),
        "member" => Text::new("成员", "member"),
        "step" => Text::new("培养步骤", "step"),
        "group" => Text::new("小组", "group"),
        "award" => Text::new("加减分", "award"),
        "posting" => Text::new("公示", "posting"),
        "objection" => Text::new("异议", "objection"),
        "study" => Text::new("学习", "study"),
        "talk" => Text::new("谈话", "talk"),
        "amount" => Text::new("核定", "amount of dues"),
        "payment" => Text::new("交纳", "payment"),
        "appraisal" => Text::new("评议", "appraisal"),
        "exemplar" => Text::new("荣誉", "honour"),
        "plan" => Text::new("计划", "plan"),
        "request" => Text::new("报送要求", "request"),
        "agenda" => Text::new("会议计划", "planned meeting"),
        "task" => Text::new("落实事项", "task"),
        "visit" => Text::new("来访检查", "visit"),
        "figure" => Text::new("业务指标", "figure"),
        "acceptance" => Text::new("认可", "acceptance"),
        "export" => Text::new("送出", "export"),
        "seal" => Text::new("封存", "seal"),
        _ => Text::new("文件", "file"),
    }
}

/// What happened to a record, by its id.
pub fn change_name(id: &str) -> Text {
    match id {
        "added" => Text::new("新增", "new"),
        "removed" => Text::new("删去", "taken out"),
        "moved" => Text::new("移动", "moved"),
        "struck" => Text::new("作废", "struck"),
        "restored" => Text::new("取消作废", "counts again"),
        "attendance" => Text::new("考勤", "attendance"),
        "layout" => Text::new("写法", "layout"),
        "unreadable" => Text::new("读不出", "unreadable"),
        _ => Text::new("修改", "changed"),
    }
}

sentences! {
    /// A planned meeting in a few words.
    agenda_titled(date, kind) { zh: "计划 {date} {kind}", en: "plan of {date} {kind}" }
    /// The first of many files, and how many there are.
    and_more_files(paths, number) { zh: "{paths} 等 {number} 个文件", en: "{paths} and others, {number} files in all" }
    /// A record was there before there was a history.
    was_there_before() { zh: "历史开始时已有", en: "already there when the history begins" }
    /// The same with what it said.
    was_there_with(details) { zh: "历史开始时已有，{details}", en: "already there when the history begins, {details}" }
    /// A person's way of taking part, or a value, became another.
    became(what, before, after) { zh: "{what}：{before} → {after}", en: "{what}: {before} → {after}" }
    /// An appraisal of a year in a few words.
    appraised_for(name, year) { zh: "{name} {year} 年民主评议", en: "{name}, appraisal for {year}" }
    /// Several changes of one part.
    changed_part(what, changes) { zh: "{what}：{changes}", en: "{what}: {changes}" }
    /// Something and its day before it.
    dated(day, what) { zh: "{day} {what}", en: "{day} {what}" }
    /// A part of a text for people.
    field_of(what, value) { zh: "{what} {value}", en: "{what} {value}" }
    /// Something was added to a record.
    field_added(what, value) { zh: "加上{what}：{value}", en: "{what} added: {value}" }
    /// Something was taken out of a record.
    field_taken_out(what, value) { zh: "去掉{what}：{value}", en: "{what} taken out: {value}" }
    /// A long text became another.
    field_rewritten(what) { zh: "{what}改写", en: "{what} rewritten" }
    /// A list has more and fewer items.
    items_changed(what, gone, come) { zh: "{what}：去掉 {gone}；加上 {come}", en: "{what}: {gone} taken out, {come} added" }
    /// An honour of a period in a few words.
    honoured_for(name, honour, period) { zh: "{name} {period} {honour}", en: "{name}, {honour} of {period}" }
    /// An objection in a few words.
    objection_title(name, period) { zh: "{name} 对 {period} 积分的异议", en: "the objection of {name} to the points of {period}" }
    /// The seal of a month, in a few words.
    seal_title(month) { zh: "{month} 封存", en: "the seal of {month}" }
    /// A month was closed.
    was_sealed(day) { zh: "{day} 封存", en: "sealed on {day}" }
    /// A month was closed, and by whom.
    was_sealed_by(day, by) { zh: "{day} 由 {by} 封存", en: "sealed on {day} by {by}" }
    /// A closed month was changed.
    amended_as(what, why) { zh: "封存后修订：{what}（{why}）", en: "amended after it was sealed: {what} ({why})" }
    /// A list that was posted, in a few words.
    posting_title(period) { zh: "{period} 积分公示", en: "the posted points of {period}" }
    /// A commit that joins several.
    head_of_merge(head) { zh: "{head}（合并）", en: "{head} (merge)" }
    /// Nothing of what a file says is different.
    laid_out_anew() { zh: "只改了写法，内容没有变", en: "changed only how it is written" }
    /// A file cannot be read.
    no_longer_readable() { zh: "改动以后，文件读不出来", en: "the file cannot be read after this" }
    /// Somebody is not in the record.
    not_written() { zh: "没有写到", en: "not written down" }
    /// Somebody was there.
    was_present() { zh: "出席", en: "present" }
    /// Somebody came late.
    was_late() { zh: "迟到", en: "late" }
    /// Somebody was missing.
    was_absent() { zh: "缺席", en: "absent" }
    /// Somebody was missing, and why.
    was_absent_why(why) { zh: "缺席（{why}）", en: "absent ({why})" }
    /// A record is new.
    is_new() { zh: "新增", en: "new" }
    /// A record is new, and what it says.
    is_new_with(details) { zh: "新增，{details}", en: "new, {details}" }
    /// A record is gone.
    is_taken_out() { zh: "从文件里删去", en: "taken out of the file" }
    /// A record stands in another file.
    moved_from(path) { zh: "原来在 {path}", en: "was in {path}" }
    /// A meeting is another one.
    refiled_from(title) { zh: "原来是 {title}", en: "was {title}" }
    /// A record no longer counts.
    was_struck(why) { zh: "作废：{why}", en: "struck: {why}" }
    /// A record counts again.
    was_restored() { zh: "取消作废", en: "counts again" }
    /// A record and one line of what happened to it.
    told_of(title, what) { zh: "{title}：{what}", en: "{title}: {what}" }

    /// What was decided of a key that both sides of a merge had changed.
    settled_on(what, kept, against) { zh: "两边都改过{what}，定为{kept}，不用{against}", en: "{what}: both sides changed it; kept {kept}, not {against}" }
    /// The same of anything else: how it differs from the side that was not kept.
    settled_so(how) { zh: "两边都改过，定下来与另一边相比：{how}", en: "both sides changed it; as it was decided, against the other side: {how}" }
    /// Files that are not as git has them.
    not_committed_yet(files) { zh: "还有改动没有提交，git 不知道：{files}", en: "not committed yet, so git knows nothing of it: {files}" }
    /// The history begins in the middle.
    history_is_shallow(day) { zh: "这份仓库是浅克隆，只有 {day} 以来的历史；以前的改动不知道，git fetch --unshallow 可以取来", en: "this is a shallow clone: it knows nothing of what was changed before {day}; `git fetch --unshallow` gets the rest" }
    /// Records were there before the history.
    history_begins(day, records) { zh: "历史从 {day} 开始，当时已有 {records}；它们在那以前的改动不知道", en: "the history begins on {day} with {records} already there: what was changed before is not known" }
    /// There is no git on the machine.
    history_no_git() { zh: "没有找到 git，看不到修改历史", en: "there is no git here, and so no history" }
    /// What to do about it.
    cure_history_no_git() { zh: "安装 git 以后再试；记录本身不受影响", en: "install git and try again; the records themselves are not affected" }
    /// The directory lies in no repository.
    history_no_repository() { zh: "这个目录不在 git 仓库里，没有修改历史", en: "this directory is in no git repository, so it has no history" }
    /// What to do about it.
    cure_history_no_repository() { zh: "从现在起留下历史：git init && git add . && git commit -m 开始", en: "to have one from now on: git init && git add . && git commit -m begin" }
    /// A repository that git will not read.
    history_refused(why) { zh: "git 读不了这个仓库：{why}", en: "git will not read this repository: {why}" }
    /// A repository without commits.
    history_unborn() { zh: "仓库里还没有提交", en: "there is no commit yet" }
    /// Nothing is known of what was asked for.
    history_of_nothing() { zh: "没有查到改动", en: "nothing is known of it" }
    /// Nothing of the name.
    no_such_story(typed) { zh: "没有叫“{typed}”的成员、会议、问题或记录", en: "no member, meeting, problem or record is called `{typed}`" }
    /// What can be asked for.
    cure_no_such_story() { zh: "可以写成员的名字、会议或问题的编号、记录的编号，或者月份：2026-11", en: "name a member, the id of a meeting, problem or record, or a month: 2026-11" }
    /// A name of things of several sorts.
    several_stories(typed) { zh: "“{typed}”可以是好几样", en: "`{typed}` may be several things" }
}

#[cfg(test)]
mod tests {
    use super::super::Lang;
    use super::field_name;

    #[test]
    fn the_name_of_a_field_belongs_to_its_record() {
        for (of, key, zh, en) in [
            ("step", "by", "由谁决定或办理", "decided or done by"),
            ("award", "by", "登记人", "by"),
            ("step", "is", "步骤", "step"),
            ("member", "is", "身份", "standing"),
            ("plan", "done", "完成日期", "done on"),
            ("step", "for", "延长", "for"),
            ("part", "for", "赞成", "for"),
        ] {
            let name = field_name(of, key).expect("a name");
            assert_eq!((name.get(Lang::Zh), name.get(Lang::En)), (zh, en), "{of} {key}");
        }
    }
}
