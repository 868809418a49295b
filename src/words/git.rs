//! What is said of git.

use super::sentences;

sentences! {
    /// How a record that was not committed is committed later.
    cure_not_committed(git, paths) { zh: "解决以后：{git} add --{paths} && {git} commit --{paths}", en: "once that is mended: {git} add --{paths} && {git} commit --{paths}" }
    /// There is no git any more.
    git_gone() { zh: "git 没有运行起来", en: "git could not be run" }
    /// What git said.
    git_says(what) { zh: "git 说：{what}", en: "git says: {what}" }
    /// Git fetched, and did not note what.
    git_tells_no_commit() { zh: "git 没有记下取回了什么", en: "git did not note what it fetched" }
    /// Git, or a hook of it, refused without a word.
    git_says_nothing() { zh: "git 或它的钩子没有说明原因就拒绝了", en: "git, or a hook of it, refused without a word" }
    /// Files that git ignores were left out of a commit.
    ignored_by_git(paths) { zh: "记录已提交，但 git 忽略以下文件，没有提交：{paths}", en: "committed, but without what git ignores: {paths}" }
    /// Something is under way.
    git_under_way(what) { zh: "仓库正在进行 {what}，完成后请一并提交", en: "the repository is in the middle of a {what}; commit it with that" }
    /// A `.git` that is no repository.
    git_broken(path) { zh: "{path} 已损坏，不是完整的 git 仓库", en: "{path} is damaged: it is not a whole git repository" }
    /// A repository that is kept for something else.
    git_foreign(top) { zh: "{top} 的 git 仓库保存的是别的内容，没有 zhibu.toml", en: "the git repository in {top} is kept for something else: it does not have zhibu.toml" }
    /// A repository that does not have the records yet.
    git_unbegun() { zh: "这里的 git 仓库还没有收下记录，没有 zhibu.toml", en: "the git repository here does not have the records yet: zhibu.toml is not in it" }
    /// The index is locked by somebody who is gone.
    git_index_locked(path) { zh: "{path} 一直存在，可能是 git 中途退出留下的；没有 git 在运行，就删去它", en: "{path} is in the way, perhaps left by a git that died; if no git is running, delete it" }
    /// No branch is checked out.
    git_nowhere() { zh: "当前没有检出分支，提交以后会找不到", en: "no branch is checked out, so the commit would be on none" }
    /// There is no git.
    git_not_there() { zh: "没有找到 git", en: "git is not installed, or not on the PATH" }
    /// There is no repository.
    git_no_repository() { zh: "这个目录不在 git 仓库里", en: "this directory is not in a git repository" }
    /// What to do about no git.
    cure_git_not_there() { zh: "安装 git，下一条命令会补上提交；不用 git，就在 zhibu.toml 里写 commit = false", en: "install git, and the next command makes the commit; without git, write commit = false in zhibu.toml" }
    /// What to do about no repository.
    cure_git_no_repository(git) { zh: "建一个：{git} init && {git} add . && {git} commit -m 开始；不用 git，就在 zhibu.toml 里写 commit = false", en: "make one: {git} init && {git} add . && {git} commit -m begin; without git, write commit = false in zhibu.toml" }
    /// What to do about a repository kept for something else.
    cure_git_foreign(git) { zh: "给记录单独建一个仓库：{git} init && {git} add . && {git} commit -m 开始；确实要放在那个仓库里，就不用 {git} init", en: "give the records a repository of their own: {git} init && {git} add . && {git} commit -m begin; to keep them in that one, leave out {git} init" }
    /// What to do about a repository that does not have the records yet.
    cure_git_begin(git) { zh: "先把记录交给 git：{git} add . && {git} commit -m 开始", en: "give git the records first: {git} add . && {git} commit -m begin" }
    /// A repository of another user.
    git_owned(top) { zh: "{top} 的 git 仓库归另一个用户所有，git 不读它", en: "the git repository in {top} belongs to another user, so git does not read it" }
    /// What to do about a repository of another user.
    cure_git_owned(top) { zh: "确认可信以后：git config --global --add safe.directory {top}，下一条命令会补上提交", en: "if you trust it: git config --global --add safe.directory {top}; the next command then makes the commit" }
    /// What to do about a repository that git will not read.
    cure_git_refuses(git) { zh: "先让 {git} status 能用，下一条命令会补上提交", en: "make `{git} status` work first; the next command then makes the commit" }
    /// What to do about no branch.
    cure_git_nowhere(git) { zh: "{git} switch 分支名，下一条命令会补上提交", en: "{git} switch BRANCH; the next command then makes the commit" }
    /// A commit that an earlier command was owed.
    committed_late(subject) { zh: "补上了先前没有完成的提交：{subject}", en: "made the commit that an earlier command could not make: {subject}" }
    /// A commit of what was changed by hand, made before a command's own.
    committed_apart(files) { zh: "先单独提交了此前没有提交的改动：{files}", en: "first committed, separately, what was not committed yet: {files}" }
    /// The subject of such a commit.
    changed_by_hand(files) { zh: "手工改动：{files}", en: "changed by hand: {files}" }
    /// The subject of a commit that several commands were owed.
    several_subjects(first, more) { zh: "{first}；{more}", en: "{first}; {more}" }
    /// Files that git has and the disk does not.
    gone_from_disk(path) { zh: "git 里有 {path}，磁盘上没有了", en: "git has {path}, but it is gone from the disk" }
    /// How they come back.
    cure_gone_from_disk(git, paths) { zh: "取回：{git} restore --{paths}；确实要删去：{git} rm --cached --{paths} && {git} commit", en: "bring it back: {git} restore --{paths}; to delete it for good: {git} rm --cached --{paths} && {git} commit" }
    /// How the settings of a directory come back.
    cure_marker_gone(git, path) { zh: "取回：{git} restore --source=HEAD --staged --worktree {path}", en: "bring it back: {git} restore --source=HEAD --staged --worktree {path}" }
    /// An earlier commit of the same file is not made yet.
    earlier_not_committed(subject) { zh: "同一文件先前的改动也还没有提交：{subject}", en: "an earlier change of the same file is not committed either: {subject}" }
    /// A folder that is a repository of something else.
    init_in_repository() { zh: "这个文件夹是别的内容的 git 仓库", en: "this folder is a git repository that is kept for something else" }
    /// Where to put the records then.
    cure_init_in_repository() { zh: "另起一个文件夹：zhibu init 文件夹；确实要和那些内容放在一起，加 --here", en: "name another folder: zhibu init DIR; to keep the records with what is there, add --here" }
    /// What to do about a repository that git cannot read.
    cure_git_unreadable() { zh: "先让 git status 在这个目录里能用", en: "make `git status` work in this directory first" }
    /// What to do about the history of a repository of another user.
    cure_history_owned(top) { zh: "确认可信以后：git config --global --add safe.directory {top}", en: "if you trust it: git config --global --add safe.directory {top}" }
    /// Records that git has and the disk does not; a command goes on without them.
    records_gone(files) { zh: "git 里有、磁盘上没有的记录：{files}；以上不包括它们", en: "git has records that are gone from the disk, and the answer lacks them: {files}" }
}
