//! What is said of several recorders: bringing records together, and what is in dispute.

use super::{Text, count, sentences};

/// So many commits.
pub fn so_many_commits(number: usize) -> Text {
    count(number, "次提交", "commit", "commits")
}

/// So many errors.
pub fn so_many_errors(number: usize) -> Text {
    count(number, "处错误", "error", "errors")
}

sentences! {
    /// Who wrote something.
    by_authors(names) { zh: "（{names}）", en: " by {names}" }
    /// Commits of others were merged.
    sync_came(commits, by) { zh: "取回并合并 {commits}{by}", en: "fetched and merged {commits}{by}" }
    /// The subject of the commit that joins both.
    sync_merged(commits, by) { zh: "合并 {commits}{by}", en: "merged {commits}{by}" }
    /// The same where nobody knows any more of whom they are.
    sync_merged_apart() { zh: "合并分头登记的记录", en: "merged what was recorded apart" }
    /// Commits of ours were pushed.
    sync_went(commits, remote, branch) { zh: "已送出 {commits}，到 {remote} 的 {branch} 分支", en: "pushed {commits} to branch {branch} of {remote}" }
    /// What was sent, where it is only the merge.
    sync_merge_went(remote, branch) { zh: "已把合并送到 {remote} 的 {branch} 分支", en: "pushed the merge to branch {branch} of {remote}" }
    /// What was fetched, where it is only a merge of what is here.
    sync_merge_came() { zh: "取回了对方做的合并", en: "fetched a merge that was made there" }
    /// The branch is gone from the other repository.
    sync_branch_gone(remote, gone, now) { zh: "{remote} 上已经没有 {gone} 分支，现在是 {now}", en: "{remote} has no branch {gone} any more, but {now}" }
    /// Asks whether to go on with another.
    sync_follow_branch(remote, gone, now) { zh: "{remote} 上已经没有 {gone} 分支。以后与 {now} 分支同步？", en: "{remote} has no branch {gone} any more: sync with {now} from now on?" }
    /// How to go on with another.
    cure_sync_branch_gone(git, key, now) { zh: "以后与 {now} 同步：{git} config {key} refs/heads/{now}", en: "to sync with {now} from now on: {git} config {key} refs/heads/{now}" }
    /// Errors that others recorded.
    sync_errors_came(errors) { zh: "取回的记录里有 {errors}，见上", en: "{errors} came in with what was fetched, listed above" }
    /// There is nothing to bring together.
    sync_even(remote) { zh: "与 {remote} 一致", en: "the same as {remote} now" }
    /// What would be brought together.
    sync_would(came, by, went) { zh: "将取回 {came}{by}，送出 {went}", en: "would fetch {came}{by} and push {went}" }
    /// Somebody was faster.
    sync_again() { zh: "有人抢先送了一步，重新取回", en: "somebody was faster; fetching again" }
    /// Others are faster every time.
    sync_too_busy(remote, why) { zh: "{remote} 一直有人在送，这次没有送出去；取回的已经合并好；{why}", en: "others kept pushing to {remote}: nothing was pushed; what was fetched is merged; {why}" }
    /// What to do about it.
    cure_sync_too_busy() { zh: "过一会儿再执行 zhibu sync", en: "run `zhibu sync` again in a while" }
    /// There is no git on the machine.
    sync_no_git() { zh: "没有找到 git，不能与别人同步", en: "there is no git here to bring records together with" }
    /// The directory lies in no repository.
    sync_no_repository() { zh: "这个目录不在 git 仓库里，不能与别人同步", en: "this directory is in no git repository, so there is nothing to bring together" }
    /// A merge waits.
    sync_busy(what) { zh: "仓库正在进行 {what}", en: "the repository is in the middle of a {what}" }
    /// How a merge is finished.
    cure_sync_merging() { zh: "zhibu resolve 处理冲突，全部处理完会自动提交合并", en: "`zhibu resolve` settles what is in dispute, and finishes the merge" }
    /// How anything else is finished.
    cure_sync_busy(what) { zh: "先完成它（git {what} --continue）或放弃它（git {what} --abort）", en: "finish it (git {what} --continue) or give it up (git {what} --abort) first" }
    /// No branch of git is checked out.
    sync_detached() { zh: "现在没有检出 git 分支", en: "no branch of git is checked out" }
    /// What to do about it.
    cure_sync_detached() { zh: "git switch 分支名", en: "git switch BRANCH" }
    /// What to do where nothing is committed.
    cure_sync_unborn() { zh: "先登记一条记录，或 git add . && git commit", en: "record something first, or `git add . && git commit`" }
    /// No other repository is known.
    sync_no_remote() { zh: "还没有写明与哪里同步", en: "nothing says where the other repository is" }
    /// Several are known.
    sync_which_remote(names) { zh: "没有写明与哪里同步，有：{names}", en: "several repositories are known, and none was named: {names}" }
    /// How it is named.
    cure_sync_no_remote() { zh: "写上名称、地址或文件夹：zhibu sync /media/usb/zhibu.git（第一次加 --new）", en: "name it: `zhibu sync /media/usb/records.git` (with --new the first time), or an address" }
    /// The other repository cannot be reached.
    sync_unreachable(remote, why) { zh: "连不上 {remote}：{why}", en: "cannot reach {remote}: {why}" }
    /// What that means.
    cure_sync_unreachable() { zh: "记录都在本机的 git 里，没有丢；检查网络、U 盘或地址以后再试", en: "nothing is lost, all of it is in git here; look at network, stick or address and try again" }
    /// It was reached, but what is there could not be fetched.
    sync_not_fetched(remote, why) { zh: "没能从 {remote} 取回：{why}", en: "nothing was fetched from {remote}: {why}" }
    /// What that means.
    cure_sync_not_fetched() { zh: "本机的记录没有动；按 git 说的处理以后再执行 zhibu sync", en: "the records here are as they were; put right what git says and sync again" }
    /// The folder is something else.
    sync_no_repository_there(folder) { zh: "“{folder}”里有别的东西，不是 git 仓库", en: "`{folder}` has other things in it and is no git repository" }
    /// What to do about it.
    cure_sync_folder_in_use(folder) { zh: "在里面另建一个：zhibu sync {folder} --new", en: "make one in it: zhibu sync {folder} --new" }
    /// There is nothing there yet.
    sync_nothing_there(folder) { zh: "“{folder}”里还没有仓库", en: "there is no repository in `{folder}` yet" }
    /// How it is made.
    cure_sync_new(folder) { zh: "确定要在那里建，就加 --new：zhibu sync {folder} --new", en: "to make it there, add --new: zhibu sync {folder} --new" }
    /// Asks whether it is to be made.
    sync_make_there(folder) { zh: "在“{folder}”建一个供大家同步的仓库？", en: "make a repository to share in `{folder}`?" }
    /// It was made.
    sync_made(folder) { zh: "已建立供大家同步的仓库 {folder}", en: "made a repository to share: {folder}" }
    /// It is remembered.
    sync_remembered() { zh: "以后直接 zhibu sync 就与它同步", en: "from now on `zhibu sync` alone means it" }
    /// Hand edits that are in no commit.
    sync_uncommitted(files) { zh: "还有改动没有提交，不能合并：{files}", en: "not merged, since there are changes that are not committed: {files}" }
    /// How they are committed.
    cure_sync_uncommitted(git, paths) { zh: "先提交：{git} add --{paths} && {git} commit --{paths}", en: "commit them first: {git} add --{paths} && {git} commit --{paths}" }
    /// How files come back that are gone from the folder, or empty.
    cure_sync_gone(git, paths) { zh: "有文件不见了或者空了，git 里还有：{git} restore --{paths} 取回；真要删去，就 {git} commit --{paths}", en: "files are gone or empty, but git has them: {git} restore --{paths} brings them back; if they are to go, {git} commit --{paths}" }
    /// Git would not merge.
    sync_not_merged(why) { zh: "git 没有合并：{why}", en: "git did not merge: {why}" }
    /// How to go on.
    cure_sync_not_merged() { zh: "按 git 说的处理以后再执行 zhibu sync；两份分别建的记录合不到一起，请先 git clone 一份", en: "put right what git says and sync again; records that were begun apart cannot be joined: begin with `git clone`" }
    /// How to go on where the files are merged, and the merge waits for its commit.
    cure_sync_not_ended() { zh: "文件已经合并好，只差提交：按 git 说的处理以后执行 zhibu resolve，它会提交合并，然后再 zhibu sync", en: "the files are merged, only the commit is missing: put right what git says, then `zhibu resolve` makes it; then sync again" }
    /// How to go on where some files are changed, and git knows of no merge.
    cure_sync_half_merged(git, paths) { zh: "合并到一半停下了；这些文件合并前与 git 里的一样，可以放心还原：{git} restore --staged --worktree --{paths}；按 git 说的处理以后再执行 zhibu sync", en: "the merge stopped half way; these files were as git has them before it, so put right what git says, bring them back, and sync again: {git} restore --staged --worktree --{paths}" }
    /// The merge left something in dispute.
    sync_in_dispute() { zh: "以上记录两边都改过，合并在等你决定；还没有送出", en: "both sides changed the records above: the merge waits for you, nothing was pushed" }
    /// How to go on.
    cure_sync_in_dispute() { zh: "zhibu resolve 记录 --ours 用我方的，--theirs 用对方的；然后再 zhibu sync", en: "`zhibu resolve RECORD --ours` or `--theirs`, then `zhibu sync` again" }
    /// The records contradict themselves.
    sync_errors(errors) { zh: "记录里有 {errors}是对方没有的，已合并，但没有送出", en: "merged, but not pushed: {errors} in the records that the other side does not have" }
    /// How to go on.
    cure_sync_errors() { zh: "改正以后再 zhibu sync；要照样送出，加 --with-errors", en: "mend them and sync again; to push all the same, add --with-errors" }
    /// The other repository took nothing.
    sync_not_taken(remote, why) { zh: "{remote} 没有收下：{why}", en: "{remote} took nothing: {why}" }
    /// What that means.
    cure_sync_not_taken() { zh: "取回的已经合并好，本机的记录都在；对方要用裸仓库（git init --bare），并且你有写的权限", en: "what was fetched is merged and nothing is lost; the other repository has to be a bare one (git init --bare) that you may write to" }

    /// A file that needs nobody's decision.
    settled_by_itself(path) { zh: "逐条合并好了：{path}", en: "joined record by record: {path}" }
    /// A file that was put right by hand.
    settled_by_hand(path) { zh: "已手工改好：{path}", en: "put right by hand: {path}" }
    /// A file whose dispute was settled.
    settled(path) { zh: "已处理：{path}", en: "settled: {path}" }
    /// A file in which something is left in dispute.
    settled_in_part(path) { zh: "处理了一部分：{path}", en: "settled in part: {path}" }
    /// The commit of what was settled after somebody had committed it with its marks.
    marks_settled(files) { zh: "处理提交里遗留的合并冲突：{files}", en: "settled a conflict that was committed with its marks: {files}" }
    /// The files are right, but git does not know.
    settled_not_staged(paths, why) { zh: "{paths} 已写好，但没能告诉 git：{why}", en: "{paths}: written, but git could not be told: {why}" }
    /// How to go on.
    cure_settled_not_staged() { zh: "解决以后再执行 zhibu resolve", en: "once that is mended, run `zhibu resolve` again" }
    /// Git refused the commit of the merge.
    merge_not_finished(why) { zh: "冲突都处理好了，但合并没有提交：{why}", en: "everything is settled, but the merge is not committed: {why}" }
    /// How to go on.
    cure_merge_not_finished() { zh: "解决以后：git commit --no-edit", en: "once that is mended: git commit --no-edit" }
    /// The merge is finished.
    merge_finished() { zh: "合并完成并提交", en: "the merge is finished and committed" }
    /// What is under way is not ours to finish.
    go_on_with(what) { zh: "冲突都处理好了；接着 git {what} --continue", en: "everything is settled; go on with git {what} --continue" }
    /// Nothing is in dispute.
    nothing_in_dispute() { zh: "没有冲突要处理", en: "nothing is in dispute" }
    /// Files elsewhere in the repository.
    disputes_elsewhere(paths) { zh: "仓库里别的文件还有冲突，要自己处理：{paths}", en: "other files of the repository are in dispute, which are not records: {paths}" }
    /// A record and where it stands.
    record_at(title, record, path) { zh: "{title}（{record}，{path}）", en: "{title} ({record}, {path})" }
    /// Our side, and who wrote it.
    our_side(by) { zh: "我方{by}", en: "ours{by}" }
    /// The other side, and who wrote it.
    their_side(by) { zh: "对方{by}", en: "theirs{by}" }
    /// What it was.
    as_it_was() { zh: "原来", en: "before" }
    /// Who wrote one side.
    written_by(name) { zh: "（{name}）", en: " ({name})" }
    /// A side has nothing there.
    has_none() { zh: "没有", en: "none" }
    /// A record that one side has.
    the_record() { zh: "整条记录", en: "the record" }
    /// Comments and layout.
    the_layout() { zh: "注释和写法", en: "comments and layout" }
    /// A file as a whole.
    the_file() { zh: "整个文件", en: "the file" }
    /// A side has it.
    is_kept() { zh: "有", en: "kept" }
    /// A side took it out.
    is_gone() { zh: "删去", en: "removed" }
    /// A side changed it.
    is_changed() { zh: "改了", en: "changed" }
    /// Asks for one side.
    take_ours(what, value) { zh: "{what}：用我方的“{value}”？", en: "{what}: take ours, `{value}`?" }
    /// Asks for the other.
    take_theirs(what, value) { zh: "{what}：那么用对方的“{value}”？", en: "{what}: then theirs, `{value}`?" }
    /// Nothing in dispute has that name.
    no_such_dispute(typed) { zh: "没有叫“{typed}”的冲突", en: "nothing in dispute is called `{typed}`" }
    /// A field that is not in dispute.
    no_such_field(field, fields) { zh: "“{field}”没有冲突；有冲突的是：{fields}", en: "`{field}` is not in dispute; these are: {fields}" }
    /// A field without a side.
    bad_side(typed) { zh: "“{typed}”没有写明用哪一边", en: "`{typed}` does not say which side" }
    /// How it is written.
    cure_bad_side() { zh: "如 --field points=theirs 或 --field note=ours", en: "as in --field points=theirs or --field note=ours" }
    /// How to settle what both sides made under one id.
    cure_resolve_made() { zh: "两边各建了一个同名的文件：是两个，zhibu resolve 记录 --both，两个都留；是一个，--same，合成一个", en: "both sides made it: if they are two, `zhibu resolve RECORD --both` keeps both; if they are one, --same joins them" }
    /// Nothing that was named was made by both sides.
    not_made_apart() { zh: "所说的不是两边各建一个的人、小组或会议", en: "no person, group or meeting among it was made by both sides" }
    /// Both records are kept.
    kept_both(old, new) { zh: "两个都留：{old} 不变，另一个改为 {new}", en: "kept both: {old} stays, the other one is {new} now" }
    /// A file that cannot be merged.
    both_unmerged(path) { zh: "{path} 不能逐条合并，先把它处理好", en: "{path} cannot be merged record by record; settle it first" }
    /// A file was changed since the merge.
    both_changed(path) { zh: "{path} 合并以后改过，不能再改编号", en: "{path} was changed since the merge, so the id in it cannot be changed" }
    /// What to do about it.
    cure_both_changed(git) { zh: "重新开始合并：{git} merge --abort，再 zhibu sync，先用 --both", en: "begin the merge again: {git} merge --abort, then `zhibu sync`, and --both first" }
    /// How to settle what is left.
    cure_resolve() { zh: "zhibu resolve 记录 --ours、--theirs 或 --field 字段=theirs；也可以直接编辑文件，再执行 zhibu resolve", en: "zhibu resolve RECORD --ours, --theirs or --field FIELD=theirs; or edit the file, and run `zhibu resolve`" }
}
