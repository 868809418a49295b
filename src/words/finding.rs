//! What `check` finds.

use super::sentences;

sentences! {
    /// Two people whose names look alike and are written in two ways.
    names_alike(one, other) { zh: "{one}和{other}的姓名看起来一样，写法不同", en: "the names of {one} and {other} look alike but are written in two ways" }
    /// What to do about names that look alike.
    cure_names_alike(id, name) { zh: "是两个人的，不用管；是一个人的，删去一份；写法不对的，zhibu member edit {id} --name {name}", en: "if they are one person, delete one of the files; if the spelling is wrong, zhibu member edit {id} --name {name}" }
    /// A number that two people have.
    number_twice(number, one, other) { zh: "工号“{number}”既是{one}的，也是{other}的", en: "{one} and {other} both have the number `{number}`" }
    /// What to do about it.
    cure_number_twice(id) { zh: "改正一个：zhibu member edit {id} --number 工号", en: "correct one of them: zhibu member edit {id} --number NUMBER" }
    /// Namesakes whom nothing tells apart.
    namesakes_alike(one, other) { zh: "{one}和{other}同名，小组、职务、身份也一样，名单上分不清", en: "{one} and {other} have one name, group, post and standing: lists cannot tell them apart" }
    /// How namesakes are told apart.
    cure_namesakes_alike(id) { zh: "给其中一人加一个区分的词：zhibu member edit {id} --apart 词", en: "give one of them a word of their own: zhibu member edit {id} --apart WORD" }
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
    /// A line that counts beside a struck one of its id.
    live_twin(id, other) { zh: "编号“{id}”在 {other} 已经作废，这一行却还算数", en: "`{id}` is struck at {other}, but this line counts" }
    /// A struck line beside one of its id that counts.
    struck_twin(id, other) { zh: "编号“{id}”在这一行作废，{other} 却还算数", en: "`{id}` is struck here, but the line at {other} counts" }
    /// What to do about it.
    cure_struck_twin() { zh: "确实作废，就删去还算数的那一行；不作废，就删去作废的那一行", en: "where it is struck, delete the line that counts; where it is not, delete the struck one" }
    /// A meeting that stands twice.
    meeting_twice(title, other) { zh: "{title} 在 {other} 还有一次登记", en: "{title} stands in {other} too" }
    /// What to do about it.
    cure_meeting_twice(id) { zh: "是同一次会，就作废一个：zhibu meeting remove {id} --why 重复登记；是两次，就写上各自的时间", en: "if it is the same one: zhibu meeting remove {id} --why twice; if there were two, write the time of each" }
    /// Somebody in two groups.
    two_groups(name, day, one, other) { zh: "{name} 从 {day} 起同时在{one}和{other}", en: "{name} is in {one} and in {other} from {day}" }
    /// What to do about it.
    cure_two_groups() { zh: "一个人同一天只在一个小组：删去不对的一段，或改正日期", en: "a person is in one group at a time: delete the one that is wrong, or correct its days" }
    /// A file that is no record.
    stray_copy() { zh: "同步软件留下的另一份副本，不算数", en: "a second copy that a syncing service left, which does not count" }
    /// What to do about it.
    cure_stray_copy() { zh: "与原来的文件对照，要的内容抄过去，再删去这一份", en: "compare it with the file itself, copy over what is missing there, then delete it" }
    /// A file whose name no record has.
    stray_file() { zh: "这里不该有这个名字的文件", en: "no record has such a name here" }
    /// In two places at one time.
    two_places(name, title) { zh: "{name} 同一时间还在 {title}", en: "{name} was at {title} at the same time" }
    /// Fewer than none.
    votes_below_nothing() { zh: "票数不能小于零", en: "there cannot be fewer than no votes" }
    /// A line in another month's file.
    wrong_month(day) { zh: "{day} 不在这个文件的月份", en: "{day} is not in the month of this file" }
}
