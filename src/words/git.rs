//! What is said of git.

use super::sentences;

sentences! {
    /// How a record that was not committed is committed later.
    cure_not_committed(paths) { zh: "解决以后：git add --{paths} && git commit --{paths}", en: "once that is mended: git add --{paths} && git commit --{paths}" }
    /// There is no git any more.
    git_gone() { zh: "git 没有运行起来", en: "git could not be run" }
    /// What git said.
    git_says(what) { zh: "git 说：{what}", en: "git says: {what}" }
    /// Something is under way.
    git_under_way(what) { zh: "仓库正在进行 {what}，完成后请一并提交", en: "the repository is in the middle of a {what}; commit it with that" }
}
