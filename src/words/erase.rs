//! What is said when a person is erased.

use super::sentences;

sentences! {
    /// The name that stands for a person.
    anonymous(number) { zh: "匿名{number}", en: "anonymous {number}" }
    /// Before it is done.
    ask_erase(name, places, files) {
        zh: "把 {name} 的姓名和编号换成化名（{files}，共 {places}）？换了以后，本程序不再知道原来是谁。",
        en: "put a pseudonym for {name} ({places} in {files})? Afterwards this program no longer knows who it was.",
    }
    /// The commit.
    erased(name, id) { zh: "抹去一名人员的姓名：今后记作 {name}（{id}）", en: "erased the name of a person: now {name} ({id})" }
    /// What was done.
    erased_places(name, id, places, files) {
        zh: "今后记作 {name}（{id}）：改了 {files}，共 {places}",
        en: "now {name} ({id}): {places} in {files}",
    }
    /// Somebody who was erased on one side of a merge, in what the other side has.
    erased_apart(people, files) {
        zh: "一边已抹去姓名，另一边的记录也改记作 {people}：{files}",
        en: "erased on one side, so now also in what the other side recorded: {people} in {files}",
    }
    /// Why a month is amended that was sealed while somebody else erased a person.
    erased_meanwhile() { zh: "封存的同时，另一处已抹去姓名", en: "the name was erased elsewhere before this seal was shared" }
    /// Two people of whom a merge of git itself made one.
    erased_are_one() { zh: "两处各抹去一人的姓名，git 自己合并时把这两人并成了一人，没有送出", en: "two people were erased separately, and a merge by git itself made one of them: nothing was pushed" }
    /// How they stay two.
    cure_erased_are_one(git) { zh: "退回合并以前再同步，由本程序合并：{git} reset --hard ORIG_HEAD && zhibu sync", en: "go back to before that merge and let zhibu do it: {git} reset --hard ORIG_HEAD && zhibu sync" }
    /// The same, where a merge of git itself left it.
    erased_still(people) {
        zh: "已抹去姓名的人员还有记录用着原来的编号，改记作 {people}",
        en: "records still named somebody who was erased: now {people}",
    }
    /// Somebody who has not left.
    erase_still_there(name) { zh: "{name} 还在册", en: "{name} has not left" }
    /// What to do first.
    cure_erase_still_there(id) {
        zh: "先记录离开：zhibu member leave {id} --reason …",
        en: "record that first: zhibu member leave {id} --reason …",
    }
    /// Files that still have the name.
    erase_left(files) {
        zh: "这些文件里还有这个姓名或编号，没有改动（佐证材料改了就对不上校验值；有同名的人，分不清指谁）：{files}",
        en: "these files still name the person and were left as they are (evidence would no longer match its digest; of namesakes nobody knows who is meant): {files}",
    }
    /// Files that cannot be read.
    erase_not_looked_into(files) {
        zh: "图片等 {files} 看不了内容，请自己翻看",
        en: "{files} such as pictures cannot be looked into: look through them yourself",
    }
    /// Other files that still have the name.
    erase_elsewhere(files) {
        zh: "不是记录的这些文件里还有这个姓名或编号，没有改动，请删去或重新导出：{files}",
        en: "these files are no records, still name the person and were left as they are; delete them or export them again: {files}",
    }
    /// Branches and tags that still have it.
    erase_refs(refs) {
        zh: "git 的这些分支和标签里还是原来的姓名：{refs}",
        en: "these branches and tags of git still have the name: {refs}",
    }
    /// What git still has.
    erase_history(lines, id, stands_id) {
        zh: "git 的历史里还有原来的姓名。要一并去掉：先备份，把下面缩进的存成文件 names.txt，{lines}\n再用另装的 git-filter-repo 执行：git filter-repo --replace-text names.txt --replace-message names.txt --path-rename members/{id}.toml:members/{stands_id}.toml\n这会改掉所有提交，各人都要重新克隆；已封存月份的校验码不再对应原来的提交，要写明原因重新封存",
        en: "git's history still has the name. To take it out there too: make a copy first, save what is indented here as names.txt,{lines}\nand run, with git-filter-repo, which is installed apart: git filter-repo --replace-text names.txt --replace-message names.txt --path-rename members/{id}.toml:members/{stands_id}.toml\nThat makes every commit anew, and everybody has to clone again; sealed months have to be sealed anew, with the reason",
    }
}
