//! What is said of files and folders.

use std::io::{Error, ErrorKind};

use super::{Text, sentences};

/// Why the system refused, in words.
pub fn reason(error: &Error) -> Text {
    match error.kind() {
        ErrorKind::AlreadyExists => Text::new("已存在", "it is there already"),
        ErrorKind::DirectoryNotEmpty => Text::new("文件夹不是空的", "the folder is not empty"),
        ErrorKind::FileTooLarge => Text::new("文件过大", "the file is too large"),
        ErrorKind::InvalidData => Text::new("不是 UTF-8 文本", "it is no UTF-8 text"),
        ErrorKind::InvalidFilename => Text::new("文件名不合要求", "the file's name cannot be used"),
        ErrorKind::IsADirectory => Text::new("是文件夹", "it is a folder"),
        ErrorKind::NotADirectory => Text::new("路径中有一段不是文件夹", "a part of the path is no folder"),
        ErrorKind::NotFound => Text::new("不存在", "it is not there"),
        ErrorKind::PermissionDenied => Text::new("没有权限", "no permission"),
        ErrorKind::QuotaExceeded => Text::new("超出磁盘配额", "the disk quota is used up"),
        ErrorKind::ReadOnlyFilesystem => Text::new("磁盘是只读的", "the disk can only be read"),
        ErrorKind::ResourceBusy => {
            Text::new("正被占用，请先在打开它的程序里关闭", "it is in use; close it where it is open")
        }
        ErrorKind::StorageFull => Text::new("磁盘已满", "the disk is full"),
        ErrorKind::Unsupported => Text::new("这里的文件系统不支持", "the file system does not offer it"),
        _ => Text::same(error.to_string()),
    }
}

sentences! {
    /// A file that was copied, and is large.
    large_copy(file, megabytes) { zh: "{file} 有 {megabytes} MB：文件较大，git 会一直留着它，每份副本都要带上", en: "{file} is large, {megabytes} MB: git keeps it for good, and every copy of the records carries it" }
    /// A file that a command was to make is there.
    already_there() { zh: "文件已存在，不覆盖", en: "the file is there already and is not written over" }
    /// What to do where there is no directory of records.
    cure_init() { zh: "用 zhibu init 新建一个，或用 -C 指定所在的文件夹", en: "make one with `zhibu init`, or name its folder with -C" }
    /// What to do where there is a desk and no directory of records.
    cure_at_the_desk() { zh: "这里是上级的汇总目录，用 zhibu desk 的命令", en: "this is a superior's desk: use the commands of `zhibu desk`" }
    /// What to do where there is no desk.
    cure_desk_init() { zh: "用 zhibu desk init 新建一个，或用 -C 指定所在的文件夹", en: "make one with `zhibu desk init`, or name its folder with -C" }
    /// No desk from here upwards.
    no_desk(path) { zh: "“{path}”及其上级文件夹里没有 desk.toml", en: "no desk.toml in `{path}` or above it" }
    /// What to do about a file that is no text.
    cure_not_utf8() { zh: "用编辑器另存为 UTF-8 编码", en: "save it as UTF-8 in an editor" }
    /// A file that could not be copied.
    failed_to_copy(path, why) { zh: "复制“{path}”失败：{why}", en: "failed to copy `{path}`: {why}" }
    /// A folder that could not be listed.
    failed_to_list(path, why) { zh: "查看文件夹“{path}”失败：{why}", en: "failed to list `{path}`: {why}" }
    /// A lock that could not be taken.
    failed_to_lock(path, why) { zh: "锁定“{path}”失败：{why}", en: "failed to lock `{path}`: {why}" }
    /// A folder that could not be made.
    failed_to_make(path, why) { zh: "新建文件夹“{path}”失败：{why}", en: "failed to make the folder `{path}`: {why}" }
    /// A file that could not be read.
    failed_to_read(path, why) { zh: "读取“{path}”失败：{why}", en: "failed to read `{path}`: {why}" }
    /// A file that could not be removed.
    failed_to_remove(path, why) { zh: "删除“{path}”失败：{why}", en: "failed to remove `{path}`: {why}" }
    /// A file that could not be written.
    failed_to_write(path, why) { zh: "写入“{path}”失败：{why}", en: "failed to write `{path}`: {why}" }
    /// A file that is to be edited and is not there.
    no_file(path) { zh: "没有文件“{path}”", en: "there is no file `{path}`" }
    /// A folder that is not there.
    no_folder(path) { zh: "没有文件夹“{path}”", en: "there is no folder `{path}`" }
    /// A key an edit does not find.
    no_place(key) { zh: "文件里找不到可以改的“{key}”", en: "the file has no `{key}` that could be changed" }
    /// No directory of records from here upwards.
    no_store(path) { zh: "“{path}”及其上级文件夹里没有 zhibu.toml", en: "no zhibu.toml in `{path}` or above it" }
    /// A thing that is no file.
    not_a_file(path) { zh: "“{path}”不是普通文件", en: "`{path}` is no plain file" }
    /// A file that is no text.
    not_utf8() { zh: "不是 UTF-8 文本", en: "no UTF-8 text" }
    /// A name that cannot be used.
    odd_name(name) { zh: "文件名“{name}”不能用", en: "the file name `{name}` cannot be used" }
    /// A link that leads out of the directory.
    outside(path) { zh: "“{path}”通到记录文件夹之外，不读也不写", en: "`{path}` leads out of the directory and is neither read nor written" }
    /// A file that is too large to be read.
    too_large(path, kilobytes) { zh: "“{path}”超过 {kilobytes} KB", en: "`{path}` is longer than {kilobytes} KB" }
    /// An unfinished change whose note cannot be understood.
    unreadable_journal(path) { zh: "上次的改动没有做完，“{path}”又读不懂", en: "a change was left unfinished and `{path}` makes no sense" }
    /// What to do about it.
    cure_unreadable_journal(path) { zh: "用 git status 核对各文件后删去“{path}”", en: "look the files over with git status, then delete `{path}`" }
    /// An edit that would have changed something else.
    unsafe_edit() { zh: "这里的写法无法稳妥地自动修改，请用编辑器改", en: "the way this is written cannot be edited safely; change it in an editor" }
    /// Another command is at work.
    waiting_for(command, process) { zh: "正在等待另一条命令完成：{command}（进程 {process}）", en: "waiting for another command to finish: `{command}` (process {process})" }
    /// Another command is at work, and nobody knows which.
    waiting_for_somebody() { zh: "正在等待另一条命令完成", en: "waiting for another command to finish" }
    /// The command that holds the lock runs this one.
    lock_of_caller(command) { zh: "正在执行的命令 {command} 运行了这条命令，又要等它完成", en: "`{command}` runs this command and waits for it, so it cannot run now" }
    /// What to do about it.
    cure_lock_of_caller() { zh: "不要在 git 钩子里修改记录；要在提交以后做的，放到后台执行", en: "do not change records in a git hook; run it in the background instead" }
    /// One command has held the lock for too long.
    lock_held_too_long(waiting, seconds) { zh: "{waiting}；已经等了 {seconds} 秒，不再等", en: "{waiting}; gave up after {seconds} seconds" }
    /// What to do about it.
    cure_lock_held_too_long(process) { zh: "看看进程 {process} 在做什么（ps {process}），结束它以后再试；ZHIBU_WAIT=秒数 可以等久一些", en: "see what process {process} is doing (ps {process}), end it and try again; ZHIBU_WAIT=SECONDS waits longer" }
    /// A journal among the records, which git brought.
    foreign_journal() { zh: "这个文件不是本机留下的，里面写着要改哪些文件，不予执行", en: "this file was not made here: it says which files to change, and is not followed" }
    /// What to do about it.
    cure_foreign_journal() { zh: "问清楚是谁提交的，再删去：git rm -r --cached .zhibu；rm -r .zhibu", en: "find out who committed it, then delete it: git rm -r --cached .zhibu; rm -r .zhibu" }
}
