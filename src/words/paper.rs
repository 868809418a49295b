//! What stands on paper besides the records, and what is said of templates.

use super::{Text, sentences};

/// What a field or a line of a paper is called, where it is not the heading of a column.
pub fn paper_label(id: &str) -> Option<Text> {
    let (zh, en) = match id {
        "as_of" => ("截至", "as of"),
        "attended" => ("实到", "attended"),
        "attended_blank" => ("实到人数", "attended"),
        "branch" => ("名称", "the branch"),
        "by" => ("收款人", "received by"),
        "chair_signs" => ("主持人签名", "chair"),
        "closed_count" => ("已销号", "closed"),
        "seal" => ("（盖章）", ""),
        "count" => ("合计", "in all"),
        "date_line" => ("年　　月　　日", "date"),
        "decisions" => ("表决和决议", "decisions"),
        "sittings" => ("分场情况", "sittings"),
        "tasks_before" => ("上次决议落实情况", "earlier decisions, and what became of them"),
        "due" => ("应到人数", "due"),
        "evidence" => ("附件", "attached"),
        "digest" => ("本目录校验值", "digest of this list"),
        "files" => ("文件和校验值", "files and digests"),
        "files_count" => ("文件数", "files"),
        "overdue" => ("逾期未办", "overdue"),
        "folded_minutes" => ("会议内容", "minutes"),
        "measure" => ("整改措施", "measure"),
        "notes" => ("说明，每条一行", "notes, one a line"),
        "number_in_list" => ("序号", "no."),
        "observers_blank" => ("列席人员", "sitting in"),
        "open_count" => ("未销号", "open"),
        "overdue_count" => ("其中逾期", "of these overdue"),
        "problems_before" => ("上次查找问题整改情况", "earlier problems, and what became of them"),
        "people" => ("人员", "people"),
        "posted_on" => ("公示日期", "posted"),
        "agenda" => ("议程", "agenda"),
        "to_prepare" => ("会前准备", "to be prepared"),
        "printed" => ("打印日期", "printed"),
        "problems" => ("问题", "problems"),
        "recorder_signs" => ("记录人签名", "recorder"),
        "remark" => ("备注", "remark"),
        "signature" => ("签名", "signature"),
        "title" => ("标题", "title"),
        "until" => ("异议期至", "objections until"),
        _ => return None,
    };
    Some(Text::new(zh, en))
}

sentences! {
    /// The title of the sheet for those who come to a meeting.
    paper_sign_in(kind) { zh: "{kind}签到表", en: "{kind}: sign-in sheet" }
    /// The title of a meeting's record.
    paper_record(kind) { zh: "{kind}记录", en: "{kind}: record" }
    /// The title of the list on the board.
    paper_posted(period) { zh: "{period}积分公示", en: "points of {period}" }
    /// The title of the sheet of dues.
    paper_dues(dues, month) { zh: "{month}{dues}收缴登记表", en: "{dues} of {month}" }
    /// The title of the list of problems.
    paper_problems() { zh: "问题整改清单", en: "problems to be mended" }
    /// The title of the pack of an inspection.
    paper_inspection() { zh: "台账目录", en: "index of the records" }
    /// A day on paper.
    long_day(year, month, day) { zh: "{year}年{month}月{day}日", en: "{year}-{month:0>2}-{day:0>2}" }
    /// A month on paper.
    long_month(year, month) { zh: "{year}年{month}月", en: "{year}-{month:0>2}" }
    /// A list that nobody posted yet.
    not_posted_yet(period) { zh: "{period} 还没有公示，纸上没有异议期", en: "{period} is not posted yet, so the paper says nothing of objections" }
    /// What to do before it is put up.
    cure_not_posted_yet(period) { zh: "zhibu points post {period}", en: "zhibu points post {period}" }
    /// Something was printed to a file.
    printed(title, file) { zh: "已写好“{title}”：{file}，用浏览器打开后打印", en: "wrote {title} to {file}: open it in a browser to print it" }
    /// A kind or a meeting is missing.
    sign_in_of_what() { zh: "没有写是哪种会议的签到表", en: "nothing says for which meeting the sheet is" }
    /// How it is named.
    cure_sign_in_of_what() { zh: "写会议种类：zhibu print sign-in 种类，或用 --meeting 写明已登记的会议", en: "name the kind, as in `zhibu print sign-in general`, or a logged meeting with --meeting" }
    /// A template was copied.
    copied_template(name) { zh: "复制打印模板 {name}", en: "copied the template of {name}" }
    /// A template is there already.
    template_there(path) { zh: "已有 {path}", en: "there is a {path} already" }
    /// How to have the program's own again.
    cure_template_there(path) { zh: "直接修改它；要恢复程序自带的，先删掉 {path}", en: "edit it as it is; to have the program's own again, delete {path} first" }
    /// A template says what no template can say.
    template_syntax(detail) { zh: "模板写法不对：{detail}", en: "this is no template: {detail}" }
    /// What is there is told at its top.
    cure_template_syntax() { zh: "对照 zhibu print template 复制出来的写法；删掉这个文件就用程序自带的", en: "compare it with what `zhibu print template` copies; without this file the program's own is used" }
    /// A template names what is not there.
    template_unknown(name) { zh: "没有“{name}”这个名称", en: "there is no `{name}`" }
    /// The nearest name.
    cure_template_nearest(name) { zh: "是不是“{name}”？", en: "did you mean `{name}`?" }
    /// Which names there are.
    cure_template_names(names) { zh: "这里可用的有：{names}", en: "there are: {names}" }
    /// A template that does not come to an end.
    template_too_much() { zh: "这里太长，或套得太深", en: "this is too long, or stands in too many blocks" }
    /// A template that never ends.
    template_endless() { zh: "模板没完没了", en: "the template does not come to an end" }
}

sentences! {
    /// What a template is for, at its top.
    template_about(name) {
        zh: "zhibu print {name} 用这个模板。可以随意改；删掉这个文件，就用程序自带的。",
        en: "`zhibu print {name}` uses this template. Edit it as you like; without this file the program's own is used.",
    }
    /// How a template is written, at its top.
    template_how() {
        zh: "它是一张 HTML 网页。写 {{{{ 名称 }}}} 的地方填入内容；{{% if 名称 %}} … {{% endif %}} 有内容才写；{{% for one in 行 %}} … {{% endfor %}} 每行写一次，行里的内容写 {{{{ one.名称 }}}}，{{{{ loop.index }}}} 是序号。没有登记的，内容是空的。{{{{ style }}}} 是自带的版式。",
        en: "It is a page of HTML. What stands in {{{{ NAME }}}} is filled in; {{% if NAME %}} … {{% endif %}} is written where there is something; {{% for one in ROWS %}} … {{% endfor %}} is written once for each row, whose fields are {{{{ one.NAME }}}}, and {{{{ loop.index }}}} is its number. What is not known is empty. {{{{ style }}}} is the program's own style.",
    }
    /// The fields, at its top.
    template_names() { zh: "名称：", en: "names:" }
    /// The rows of a name, at its top.
    template_rows(name) { zh: "每行的名称（{name}）：", en: "names in each row of {name}:" }
}
