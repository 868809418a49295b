//! What `doctor` looks at and what it says of it.

super::sentences! {
    /// An item of the list.
    item_clock() { zh: "时钟", en: "clock" }
    /// An item of the list.
    item_cloud() { zh: "网盘", en: "cloud folder" }
    /// An item of the list.
    item_commits_by() { zh: "提交人", en: "commits by" }
    /// An item of the list.
    item_directory() { zh: "记录目录", en: "records" }
    /// An item of the list.
    item_git() { zh: "git", en: "git" }
    /// An item of the list.
    item_hook() { zh: "提交前检查", en: "check before commits" }
    /// An item of the list.
    item_locale() { zh: "语言环境", en: "locale" }
    /// An item of the list.
    item_merging() { zh: "合并", en: "merging" }
    /// An item of the list.
    item_open() { zh: "未提交", en: "not committed" }
    /// An item of the list.
    item_program() { zh: "程序", en: "program" }
    /// An item of the list.
    item_remote() { zh: "远程仓库", en: "remote" }
    /// An item of the list.
    item_repository() { zh: "仓库", en: "repository" }
    /// An item of the list.
    item_schema() { zh: "记录格式", en: "schema" }
    /// All is well with an item.
    doctor_good() { zh: "正常", en: "good" }
    /// An item that is as somebody may want it.
    doctor_note() { zh: "留意", en: "note" }
    /// An item that has to be mended.
    doctor_bad() { zh: "有问题", en: "wrong" }
    /// The program: version, system and processor.
    doctor_program(version, system, processor) { zh: "zhibu {version}，{system} {processor}", en: "zhibu {version}, {system} {processor}" }
    /// Something with its cure.
    doctor_with_cure(fact, cure) { zh: "{fact}；{cure}", en: "{fact}; {cure}" }
    /// The clock is before what was written.
    doctor_clock_behind(today, last) {
        zh: "今天是 {today}，比最后一次提交的 {last} 还早；校准系统时间",
        en: "today is {today}, before the last commit on {last}; set the clock"
    }
    /// The clock says a year before this program was made.
    doctor_clock_unset(today) { zh: "今天是 {today}；校准系统时间", en: "today is {today}; set the clock" }
    /// The folder belongs to a program that copies it elsewhere.
    doctor_cloud(name) {
        zh: "目录在 {name} 里，同步软件会留下冲突副本，也会把姓名传出去；把记录移到别处，用 zhibu sync 同步",
        en: "the records lie in {name}, which leaves copies in conflict and carries names away; move them and use zhibu sync"
    }
    /// No such folder.
    doctor_no_cloud() { zh: "不在网盘里", en: "not in one" }
    /// Nobody is known to git.
    doctor_nobody() {
        zh: "git 不知道提交人是谁；git config --global user.name 姓名，git config --global user.email 邮箱",
        en: "git does not know who you are; git config --global user.name NAME, git config --global user.email ADDRESS"
    }
    /// The hook is there.
    doctor_hook() { zh: "有", en: "there" }
    /// The hook is not there.
    doctor_no_hook() { zh: "没有；要的话：zhibu init --hook", en: "none; if you want it: zhibu init --hook" }
    /// No locale is set.
    doctor_no_locale() { zh: "没有设语言环境", en: "none is set" }
    /// A locale in which Chinese cannot be shown.
    doctor_locale_not_utf8(locale) {
        zh: "{locale} 不是 UTF-8，中文可能显示不出来；export LANG=C.UTF-8",
        en: "{locale} is not UTF-8, Chinese may not be shown; export LANG=C.UTF-8"
    }
    /// Git merges record by record.
    doctor_merges() { zh: "按记录合并", en: "record by record" }
    /// Git merges line by line.
    doctor_merges_lines() {
        zh: "按行合并；在这里运行任何一条写记录的命令，就改为按记录合并",
        en: "line by line; the next command that writes here has git merge record by record"
    }
    /// Nothing is open.
    doctor_nothing_open() { zh: "没有", en: "nothing" }
    /// Files that are not as git has them.
    doctor_open(files) {
        zh: "{files}；用 git status 看看，再用 git add、git commit 提交",
        en: "{files}; look with git status, then git add and git commit"
    }
    /// No other repository is known.
    doctor_no_remote() {
        zh: "没有，记录只在这台机器上；用 zhibu sync 放一份到别处",
        en: "none, the records are on this machine alone; zhibu sync keeps a second copy"
    }
    /// The repository with its branch.
    doctor_repository(top, branch) { zh: "{top}，分支 {branch}", en: "{top}, on {branch}" }
    /// The repository is on no branch.
    doctor_detached(top) { zh: "{top}，不在任何分支上；git switch 分支名", en: "{top}, on no branch; git switch BRANCH" }
    /// Something is under way in git.
    doctor_under_way(what) {
        zh: "{what} 还没做完；git status 说明怎么完成或放弃",
        en: "a {what} is under way; git status says how to finish or to give up"
    }
}
