//! What is said where a command is taken back.

use super::{Text, count, sentences};

/// Before many records are changed or go.
pub fn ask_many(gone: usize, changed: usize) -> Text {
    let gone_of = count(gone, "条记录或文件会删去", "record or file goes", "records or files go");
    let changed_of = count(changed, "条会改动", "is changed", "are changed");
    match (gone, changed) {
        (_, 0) => undo_goes_on_with(gone_of),
        (0, _) => undo_goes_on_with(count(
            changed,
            "条记录或文件会改动",
            "record or file is changed",
            "records or files are changed",
        )),
        _ => undo_goes_on_with(Text::list([gone_of, changed_of])),
    }
}

sentences! {
    /// What many changes come to.
    undo_goes_on_with(what) { zh: "{what}，继续吗？", en: "{what}. Go on?" }
    /// A command was taken back: the subject of the commit.
    undid(subject) { zh: "撤销：{subject}", en: "took back: {subject}" }
    /// What was taken back is there again: the subject of the commit.
    redid(subject) { zh: "恢复：{subject}", en: "put back: {subject}" }
    /// The same with the commit.
    undid_of(undid, commit, author, day) { zh: "{undid}（{commit}，{author}，{day}）", en: "{undid} ({commit}, {author}, {day})" }
    /// Why a line is struck that was taken back.
    struck_by_undo() { zh: "撤销", en: "taken back" }
    /// Why it is struck, and not gone.
    struck_not_gone() { zh: "这次提交已经同步出去，记录改为作废，不从文件里删去", en: "others have this commit, so lines are struck and not taken out" }
    /// A file came back.
    file_is_back() { zh: "文件恢复", en: "the file is back" }
    /// A file went.
    file_is_gone() { zh: "文件删去", en: "the file is gone" }
    /// Nothing is committed.
    undo_is_a_commit() { zh: "撤销靠一次新的提交，不能和 --no-commit 一起用", en: "a command is taken back by a commit: --no-commit cannot be" }
    /// The directory has no commits.
    undo_without_commits() { zh: "zhibu.toml 里 commit = false，命令不提交，也就不能撤销", en: "`commit = false` in zhibu.toml: commands make no commits, so none can be taken back" }
    /// There is no git.
    undo_needs_git(why) { zh: "{why}，不能撤销", en: "{why}: nothing can be taken back" }
    /// What is in no commit is not what was taken back.
    undone_but(files) { zh: "没有提交的改动不在撤销之列：{files}", en: "what is in no commit is left as it is: {files}" }
    /// Something is under way.
    undo_meanwhile(what) { zh: "仓库正在进行 {what}，完成以后再撤销", en: "the repository is in the middle of a {what}: finish it first" }
    /// No command at all.
    no_commands() { zh: "还没有本程序提交的命令", en: "there is no command of this program yet" }
    /// No command that stands.
    nothing_to_undo() { zh: "没有可以撤销的命令", en: "there is no command to take back" }
    /// No command of one's own.
    nothing_own_to_undo(author, day) { zh: "没有你的命令可以撤销，最后一条是 {author} 在 {day} 提交的", en: "no command of yours can be taken back: the last is by {author}, {day}" }
    /// How to take back somebody else's.
    cure_undo_other(id) { zh: "要撤销别人的，写明提交：zhibu undo {id}；先看有哪些：zhibu undo --list", en: "to take back somebody else's, name it: zhibu undo {id}; to see all: zhibu undo --list" }
    /// No commit of a name.
    no_commit_of(typed) { zh: "没有提交“{typed}”", en: "there is no commit `{typed}`" }
    /// A commit of another line.
    commit_elsewhere(id) { zh: "提交 {id} 不在现在的历史里", en: "{id} is not in the history that is checked out" }
    /// Where the commits are named.
    cure_no_commit() { zh: "看最近的命令：zhibu undo --list", en: "to see the last commands: zhibu undo --list" }
    /// It was taken back before.
    undone_already(id, by, author, day) { zh: "{id} 已经撤销过：{by}，{author}，{day}", en: "{id} was taken back already: {by}, {author}, {day}" }
    /// How to have it again.
    cure_redo(by) { zh: "要恢复：zhibu undo {by}", en: "to have it again: zhibu undo {by}" }
    /// A commit of which nothing before is known.
    undo_too_old(id) { zh: "这份仓库是浅克隆，{id} 以前是什么样不知道，不能撤销；git fetch --unshallow 可以取来", en: "this is a shallow clone: what was before {id} is not known; `git fetch --unshallow` gets it" }
    /// The first commit.
    undo_first(id) { zh: "{id} 是第一次提交，不能撤销", en: "{id} is the first commit: it cannot be taken back" }
    /// A merge.
    undo_merge(id) { zh: "{id} 是合并，不能整个撤销；撤销其中的一条命令：zhibu undo --list", en: "{id} is a merge: take back one of the commands it brought, see `zhibu undo --list`" }
    /// A commit of seals alone.
    undo_of_seal(id) { zh: "{id} 是封存，不能撤销；要更正当月记录，命令后面加 --amend 原因", en: "{id} sealed a month, which stays sealed: to correct it, add --amend WHY to a command" }
    /// A commit that touched nothing here.
    undo_of_nothing(id) { zh: "{id} 没有改动这里的记录", en: "{id} touched no record here" }
    /// A commit that touched more than records.
    undo_strange(id, path) { zh: "{id} 还改动了 {path}，那不是记录", en: "{id} touched {path} too, which is no record" }
    /// What to do about it.
    cure_revert(id) { zh: "用 git 撤销：git revert {id}", en: "to take it back with git: git revert {id}" }
    /// Something stands in the way.
    cannot_undo(subject, id) { zh: "后来又改过，不能撤销 {id}：{subject}", en: "cannot take back {id}, changed since: {subject}" }
    /// A later commit.
    later_commit(id, author, day, subject) { zh: "{id}，{author}，{day}：{subject}", en: "{id}, by {author} on {day}: {subject}" }
    /// A record was changed since.
    changed_since(what, commit) { zh: "{what}，后来在 {commit}", en: "{what}, changed since in {commit}" }
    /// A record was changed, and not committed.
    changed_since_by_hand(what) { zh: "{what}，有还没有提交的改动", en: "{what}, changed and not committed" }
    /// A file was changed since.
    file_changed_since(commit) { zh: "文件后来改过：{commit}", en: "the file was changed since in {commit}" }
    /// A file was changed, and not committed.
    file_changed_since_by_hand() { zh: "文件有还没有提交的改动", en: "the file was changed and not committed" }
    /// What to do first.
    cure_undo_later(id) { zh: "先撤销后来的改动：zhibu undo {id}；或者用命令更正", en: "take back the later change first: zhibu undo {id}; or correct the record by a command" }
    /// What to do about what is not committed.
    cure_undo_by_hand() { zh: "先把手工改动改回去，或者提交以后用命令更正", en: "change it back by hand, or commit it and correct the record by a command" }
    /// The records would contradict themselves.
    undo_contradicts(subject, id) { zh: "撤销 {id} 以后，记录会自相矛盾：{subject}", en: "the records would contradict themselves without {id}: {subject}" }
    /// What would be wrong, and who wrote it last.
    wrong_since(fact, commit) { zh: "{fact}（{commit}）", en: "{fact} ({commit})" }
    /// What to do about it.
    cure_undo_contradicts() { zh: "先撤销或更正上面的记录", en: "take back or correct these first" }
}
