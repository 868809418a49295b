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
}
