//! What `check` finds.

use super::sentences;

sentences! {
    /// A name that is no plain text.
    control_character() { zh: "名称里有控制字符", en: "the name has control characters" }
    /// What the rules have to have.
    cure_declare(file) { zh: "改成 {file} 里有的，或在那里加上", en: "write one of {file}, or add it there" }
    /// What to tell git.
    cure_no_union(files) { zh: "在 .gitattributes 里加一行：{files} merge=union", en: "add this line to .gitattributes: {files} merge=union" }
    /// Once is enough.
    cure_listed_twice() { zh: "只留一处", en: "keep one of them" }
    /// A person who has no file.
    cure_no_member(id) { zh: "新增：zhibu member add 姓名 --standing 身份 --id {id}", en: "add it: zhibu member add NAME --standing ID --id {id}" }
    /// Those who sat in.
    cure_not_due() { zh: "列席的人写在 observers 里", en: "list those who sat in under observers" }
    /// One of two ends first.
    cure_post_held(file) { zh: "在 {file} 里给前一任写上 until", en: "end the other with until in {file}" }
    /// The name it should have.
    cure_rename(path) { zh: "文件应是 {path}", en: "the file should be {path}" }
    /// One of two lines goes.
    cure_same_id() { zh: "删去不对的一行；两行都对，就给其中一行换个编号", en: "delete the line that is wrong; where both are right, give one another id" }
    /// What to do with it.
    cure_stray_file() { zh: "改名、移走或删去", en: "rename it, move it away or delete it" }
    /// Where it belongs.
    cure_wrong_month(file) { zh: "移到 {file}", en: "move it to {file}" }
    /// Days the wrong way round.
    dates_order(after, before) { zh: "{after} 应晚于 {before}", en: "{after} should be after {before}" }
    /// The nearest id, with its name.
    did_you_mean_named(id, name) { zh: "是不是“{id}”（{name}）？", en: "did you mean `{id}` ({name})?" }
    /// A file that was altered.
    evidence_changed(file) { zh: "{file} 与登记时不同", en: "{file} is not as it was when it was recorded" }
    /// A file that is gone.
    evidence_missing(file) { zh: "没有文件 {file}", en: "there is no file {file}" }
    /// A file elsewhere.
    evidence_outside(file) { zh: "“{file}”不在 evidence 文件夹里", en: "`{file}` is not below evidence/" }
    /// Somebody who had gone.
    had_left(name, day) { zh: "{name} {day} 已离开", en: "{name} had left by {day}" }
    /// Somebody who was to come.
    had_not_joined(name, day) { zh: "{name} {day} 还没来", en: "{name} had not joined by {day}" }
    /// An item that did not hold.
    item_not_on_day(item, day) { zh: "积分项“{item}” {day} 不在用", en: "the item `{item}` does not hold on {day}" }
    /// A person in two lists.
    listed_twice(name) { zh: "{name} 列了两次", en: "{name} is listed twice" }
    /// A name that does not fit.
    misnamed() { zh: "文件名与里面的日期、种类、小组不符", en: "the name of the file is not its date, kind and group" }
    /// Ledgers that git does not join.
    no_union(files) { zh: "{files} 里，两个人分别添加的行合并时会冲突", en: "what two people add apart in {files} will clash when git merges it" }
    /// Two lines, one id.
    same_id(id, other) { zh: "编号“{id}”重复，另一行在 {other}", en: "the id `{id}` stands at {other} too" }
    /// A file that is no record.
    stray_file() { zh: "这里不该有这个名字的文件", en: "no record has such a name here" }
    /// In two places at one time.
    two_places(name, title) { zh: "{name} 同一时间还在 {title}", en: "{name} was at {title} at the same time" }
    /// Fewer than none.
    votes_below_nothing() { zh: "票数不能小于零", en: "there cannot be fewer than no votes" }
    /// A line in another month's file.
    wrong_month(day) { zh: "{day} 不在这个文件的月份", en: "{day} is not in the month of this file" }
}
