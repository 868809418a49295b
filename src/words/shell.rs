//! What is said at the shell: beside what Tab offers.

use chrono::Weekday;

use super::Text;

/// A word as a shell takes it, in a command that is told.
pub fn quoted(word: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || "/._-".contains(c);
    if word.chars().all(plain) { word.to_owned() } else { format!("'{}'", word.replace('\'', r"'\''")) }
}

/// A day of the week.
pub fn weekday(day: Weekday) -> Text {
    let (zh, en) = match day {
        Weekday::Mon => ("周一", "Monday"),
        Weekday::Tue => ("周二", "Tuesday"),
        Weekday::Wed => ("周三", "Wednesday"),
        Weekday::Thu => ("周四", "Thursday"),
        Weekday::Fri => ("周五", "Friday"),
        Weekday::Sat => ("周六", "Saturday"),
        Weekday::Sun => ("周日", "Sunday"),
    };
    Text::new(zh, en)
}

super::sentences! {
    /// A word of the branch's own that is a command.
    alias_of_command(word) { zh: "“{word}”是命令，不能另作简称", en: "`{word}` is a command and cannot stand for another" }
    /// A word of the branch's own that stands for no call.
    alias_of_nothing(word, means) { zh: "简称“{word}”写的“{means}”不是以命令开头", en: "`{word}` stands for `{means}`, which does not begin with a command" }
    /// What to do about it.
    cure_alias_of_nothing() { zh: "从命令写起，不写 zhibu，如 means = \"meeting log\"", en: "begin with a command, without zhibu: means = \"meeting log\"" }
    /// Who led it.
    ask_chair() { zh: "主持人", en: "Chair" }
    /// The day.
    ask_day() { zh: "日期", en: "Day" }
    /// Which group met.
    ask_group() { zh: "哪个小组", en: "Group" }
    /// Which kind of meeting.
    ask_kind() { zh: "什么会议或活动", en: "Kind of meeting" }
    /// Whether all is as it was meant.
    ask_log_it() { zh: "登记吗？", en: "log it?" }
    /// Where it was.
    ask_place() { zh: "地点", en: "Place" }
    /// Why somebody was missing.
    ask_reason(name) { zh: "{name} 为什么缺席", en: "Why was {name} missing" }
    /// Who wrote it down.
    ask_recorder() { zh: "记录人", en: "Recorder" }
    /// From when to when.
    ask_time() { zh: "时间（如 19:30-20:40）", en: "Time, such as 19:30-20:40" }
    /// What it was about.
    ask_topics() { zh: "议题（几个议题之间用分号）", en: "Topics, parted by semicolons" }
    /// Who took part, where nobody is due.
    ask_who_took_part() { zh: "谁参加了", en: "Who took part" }
    /// Who of those who were there came late.
    ask_who_was_late() { zh: "其中谁迟到", en: "Who of them was late" }
    /// Who of those due was there.
    ask_who_was_there() { zh: "应到的人里谁到了", en: "Who of those due was there" }
    /// What was answered, as a command.
    as_one_command(command) { zh: "这些一条命令也能写：{command}", en: "the same in one command: {command}" }
    /// How several are chosen.
    help_of_many() { zh: "空格 选或不选，→ 全选，← 全不选，打字筛选，回车 完成，Esc 放弃", en: "space to choose, → all, ← none, type to filter, return when done, Esc to give up" }
    /// How one is chosen.
    help_of_select() { zh: "↑↓ 选择，打字筛选，回车 完成，Esc 放弃", en: "↑↓ to choose, type to filter, return when done, Esc to give up" }
    /// How a text is given.
    help_of_text() { zh: "不知道就空着，回车 完成，Esc 放弃", en: "leave it empty where it is not known, return when done, Esc to give up" }
    /// How a text is given that stands there already.
    help_of_text_given() { zh: "回车 就用括号里的，Esc 放弃", en: "return for what stands in brackets, Esc to give up" }
    /// Nobody in particular.
    nobody_said() { zh: "（不写）", en: "(not said)" }
    /// Somebody gave up.
    nothing_logged() { zh: "没有登记", en: "nothing was logged" }
    /// A reason that is not known.
    reason_not_known() { zh: "（还不知道）", en: "(not known)" }
    /// No group in particular.
    whole_branch() { zh: "（全体）", en: "(the whole branch)" }
    /// The question where a text is wrong.
    ask_go_on_editing() { zh: "接着改吗？", en: "go on editing?" }
    /// What to do where no editor works.
    cure_editor() { zh: "用 EDITOR 或 VISUAL 指定编辑器，如 EDITOR=nano", en: "say which by EDITOR or VISUAL, such as EDITOR=nano" }
    /// What to do then.
    cure_edited_meanwhile() { zh: "看看改了什么，再执行一次", en: "look at what was changed, and run it again" }
    /// How a file is named.
    cure_no_such_file() { zh: "写成员、小组、会议或问题，或文件的路径，如 rules/points.toml", en: "name a member, a group, a meeting or a problem, or the path of a file such as rules/points.toml" }
    /// How a text that was kept is taken.
    cure_text_kept(path, kept) { zh: "改好以后：zhibu edit {path} --from {kept}", en: "once it is mended: zhibu edit {path} --from {kept}" }
    /// The subject of a commit.
    edited_by_hand(path) { zh: "手工修改 {path}", en: "edited {path} by hand" }
    /// A record that somebody else changed.
    edited_meanwhile(path) { zh: "编辑的时候，{path} 被改过了", en: "{path} was changed while it was edited" }
    /// An editor that says it failed.
    editor_failed(editor) { zh: "编辑器 {editor} 没有正常结束", en: "the editor {editor} failed" }
    /// Nothing of that name.
    no_such_file(typed) { zh: "没有叫“{typed}”的记录", en: "there is no record `{typed}`" }
    /// A text that is not taken.
    not_taken(path) { zh: "{path} 没有改动", en: "{path} was left as it was" }
    /// A seal is not for editing.
    seal_not_by_hand() { zh: "封存的文件不能手工修改", en: "a seal is not edited by hand" }
    /// Several of that name.
    several_files(typed) { zh: "叫“{typed}”的记录不止一个", en: "`{typed}` is more than one record" }
    /// Where a text is kept.
    text_kept(path) { zh: "写下的文字保留在 {path}", en: "what was written is kept in {path}" }
    /// Pages of the manual that were written.
    wrote_pages(number, folder) { zh: "已写出 {number} 页手册：{folder}", en: "wrote {number} pages of the manual into {folder}" }
    /// Pages of the manual that would be written.
    would_write_pages(number, folder) { zh: "会写出 {number} 页手册：{folder}", en: "would write {number} pages of the manual into {folder}" }
    /// A program that is there and does not run.
    cannot_run(program, why) { zh: "不能运行 {program}：{why}", en: "cannot run {program}: {why}" }
    /// A form of file that there is not.
    no_form(form) { zh: "没有“{form}”这种文件", en: "there is no form of file `{form}`" }
    /// Schemas that were written.
    wrote_schemas(number, folder) { zh: "已写出 {number} 个 JSON Schema：{folder}", en: "wrote {number} JSON Schemas into {folder}" }
    /// The configuration of editors that is somebody's own.
    pointers_kept(file) { zh: "{file} 已有别的内容，没有改动", en: "{file} says something else already, and was left as it is" }
    /// What to do with it.
    cure_pointers() { zh: "按需要加上，如：[[rule]] include = [\"members/*.toml\"] [rule.schema] path = \"schemas/member.json\"", en: "add what you need, such as: [[rule]] include = [\"members/*.toml\"] [rule.schema] path = \"schemas/member.json\"" }
    /// At the head of the configuration of editors.
    comment_pointers() { zh: "# 哪个 JSON Schema 管哪种文件；Even Better TOML 等使用 taplo 的编辑器会读。由 zhibu schema --out . 写出", en: "# Which JSON Schema is for which file; editors with taplo, such as Even Better TOML, read it. Written by zhibu schema --out ." }
    /// A directory that git does not know, which can have no hook.
    no_repository_for_hook() { zh: "这里不是 git 仓库", en: "this is no git repository" }
    /// The first line of the hook.
    comment_hook() { zh: "# 提交前检查暂存的记录；由 zhibu init --hook 写出", en: "# Checks the records that are staged; made by zhibu init --hook" }
    /// The hook that was made.
    made_hook(path) { zh: "已设好提交前检查：{path}", en: "made the check before each commit: {path}" }
    /// A hook that does so already.
    hook_is_there(path) { zh: "提交前检查已经设好：{path}", en: "the check before each commit is there: {path}" }
    /// Another hook.
    other_hook(path) { zh: "已有别的提交前检查：{path}，没有改动", en: "there is another hook, which was left as it is: {path}" }
    /// What to do with it.
    cure_other_hook(line) { zh: "在里面加一行：{line}", en: "add a line to it: {line}" }
}

/// A commit that was refused, for so many findings.
pub fn commit_refused(number: usize) -> Text {
    let findings = super::count(number, "处错误", "error", "errors");
    Text::new(
        format!("暂存的记录有 {}，改好再提交；一定要提交：git commit --no-verify", findings.get(super::Lang::Zh)),
        format!(
            "{} in what is staged: mend it and commit again; git commit --no-verify commits it as it is",
            findings.get(super::Lang::En)
        ),
    )
}
