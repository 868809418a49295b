use std::os::unix::fs::PermissionsExt;

use insta::assert_snapshot;

use super::sandbox::Sandbox;

/// A branch that is kept together with a repository on a stick, and the clone of somebody else.
struct Shared {
    here: Sandbox,
    stick: Sandbox,
    there: Sandbox,
}

impl Shared {
    fn new() -> Self {
        let (here, stick, there) = (Sandbox::branch(), Sandbox::empty(), Sandbox::empty());
        let place = stick.root().join("zhibu.git");
        let told = here.run_words(&["sync", place.to_str().unwrap(), "--new"]);
        assert!(!told.contains("exit"), "{told}");
        there.git_on("2026-11-23", &["clone", "--quiet", place.to_str().unwrap(), "."]);
        Self { here, stick, there }
    }

    /// What was said, with the stick's own path taken out.
    fn shown(&self, told: String) -> String {
        told.replace(self.stick.root().to_str().unwrap(), "$STICK")
    }

    fn sync_here(&self) -> String {
        self.shown(self.here.run("sync"))
    }

    fn sync_there(&self) -> String {
        self.shown(seeded(&self.there, "7", "sync"))
    }
}

/// Runs a line with ids of its own, and as somebody else.
fn seeded(branch: &Sandbox, seed: &str, line: &str) -> String {
    let mut command = branch.command(&line.split_whitespace().collect::<Vec<_>>());
    command.env("ZHIBU_SEED", seed);
    for who in ["AUTHOR", "COMMITTER"] {
        command.env(format!("GIT_{who}_NAME"), "王芳").env(format!("GIT_{who}_EMAIL"), "wang-fang@example.org");
    }
    branch.told(&command.output().unwrap())
}

#[test]
fn a_repository_to_share_is_made_where_the_user_says_so() {
    let (branch, stick) = (Sandbox::branch(), Sandbox::empty());
    let place = stick.root().join("zhibu.git");
    let shown = |told: String| told.replace(stick.root().to_str().unwrap(), "$STICK");
    assert_snapshot!(branch.run("sync"), @"
    --- stderr
    error: nothing says where the other repository is
    help: name it: `zhibu sync /media/usb/records.git` (with --new the first time), or an address
    --- exit Some(1)
    ");
    assert_snapshot!(shown(branch.run_words(&["sync", place.to_str().unwrap()])), @"
    --- stderr
    error: there is no repository in `$STICK/zhibu.git` yet
    help: to make it there, add --new: zhibu sync $STICK/zhibu.git --new
    --- exit Some(1)
    ");
    assert!(!place.exists());
    assert_snapshot!(shown(branch.run_words(&["sync", place.to_str().unwrap(), "--new"])), @"
    --- stderr
    made a repository to share: $STICK/zhibu.git
    from now on `zhibu sync` alone means it
    pushed 14 commits to branch master of $STICK/zhibu.git
    ");
    assert_snapshot!(shown(branch.run("sync")), @"
    --- stderr
    the same as origin now
    ");
    stick.write("photos/a.png", "x");
    let other = stick.root().join("photos");
    assert_snapshot!(shown(branch.run_words(&["sync", other.to_str().unwrap(), "--new"])), @"
    --- stderr
    error: `$STICK/photos` has other things in it and is no git repository
    help: make one in it: zhibu sync $STICK/photos/zhibu.git --new
    --- exit Some(1)
    ");
    assert_eq!(branch.git(&["rev-parse", "HEAD"]), stick.git(&["--git-dir", "zhibu.git", "rev-parse", "HEAD"]));
}

#[test]
fn what_two_people_record_apart_is_brought_together() {
    let shared = Shared::new();
    shared.here.run("points award 孙磊 commended 2 --on 11-05");
    shared.here.run("meeting log 党课 --on 11-06");
    seeded(&shared.there, "7", "points award 孙磊 commended 3 --on 11-07");
    seeded(&shared.there, "8", "member edit 赵刚 --note 好");
    assert_snapshot!(shared.sync_there(), @"
    --- stderr
    pushed 2 commits to branch master of origin
    ");
    assert_snapshot!(shared.sync_here(), @"
    --- stderr
    fetched and merged 2 commits by 王芳
    pushed 2 commits to branch master of origin
    ");
    assert_snapshot!(shared.sync_there(), @"
    --- stderr
    fetched and merged 2 commits by 李敏
    the same as origin now
    ");
    assert_snapshot!(shared.sync_there(), @"
    --- stderr
    the same as origin now
    ");
    let files = |branch: &Sandbox| {
        let root = branch.root().to_owned();
        branch
            .files()
            .into_iter()
            .map(move |(path, text)| (path.strip_prefix(&root).unwrap().to_owned(), text))
            .collect::<Vec<_>>()
    };
    assert!(files(&shared.here) == files(&shared.there));
    assert_snapshot!(shared.here.git(&["log", "-1", "--format=%s"]), @"merged 2 commits by 王芳");
    assert_eq!(shared.here.contradictions(), Vec::<serde_json::Value>::new());
}

#[test]
fn two_edits_of_one_record_wait_for_a_decision_and_nothing_is_pushed() {
    let shared = Shared::new();
    shared.here.run("member edit 孙磊 --name 孙雷");
    seeded(&shared.there, "7", "member edit 孙磊 --name 孙垒 --note 好");
    shared.sync_there();
    assert_snapshot!(shared.sync_here(), @"
    孙雷 (sun-lei, members/sun-lei.toml)
      name (name)
        ours (李敏): 孙雷
        theirs (王芳): 孙垒
        before: 孙磊
    --- stderr
    fetched and merged 1 commit by 王芳
    warning: both sides changed the records above: the merge waits for you, nothing was pushed
    help: `zhibu resolve RECORD --ours` or `--theirs`, then `zhibu sync` again
    --- exit Some(1)
    ");
    assert_snapshot!(shared.sync_here(), @"
    --- stderr
    error: the repository is in the middle of a merge
    help: `zhibu resolve` settles what is in dispute, and finishes the merge
    --- exit Some(1)
    ");
    assert_snapshot!(shared.here.run("resolve sun-lei --theirs"), @"
    --- stderr
    settled: members/sun-lei.toml
    the merge is finished and committed
    ");
    assert_snapshot!(shared.sync_here(), @"
    --- stderr
    pushed 1 commit to branch master of origin
    ");
    assert!(shared.here.read("members/sun-lei.toml").starts_with("name = \"孙垒\"\nnote = \"好\"\n"));
    shared.sync_there();
    assert_eq!(shared.here.git(&["rev-parse", "HEAD"]), shared.there.git(&["rev-parse", "HEAD"]));
}

#[test]
fn hand_edits_are_not_touched() {
    let shared = Shared::new();
    seeded(&shared.there, "7", "member edit 孙磊 --note 好");
    shared.sync_there();
    let edited = shared.here.read("members/li-min.toml") + "# 手工\n";
    shared.here.write("members/li-min.toml", &edited);
    shared.here.write("notes.txt", "x");
    assert_snapshot!(shared.shown(shared.here.refused("sync")), @"
    --- stderr
    error: not merged, since there are changes that are not committed: members/li-min.toml
    help: commit them first: git add -- members/li-min.toml && git commit -- members/li-min.toml
    --- exit Some(1)
    ");
    assert_eq!(shared.here.read("members/li-min.toml"), edited);
    shared.here.git(&["commit", "--quiet", "-m", "by hand", "members"]);
    assert_snapshot!(shared.sync_here(), @"
    --- stderr
    fetched and merged 1 commit by 王芳
    pushed 1 commit to branch master of origin
    ");
    assert_eq!(shared.here.git(&["status", "--porcelain"]), "?? notes.txt\n");
}

#[test]
fn errors_that_the_merge_brings_stop_the_push() {
    let shared = Shared::new();
    shared.here.run("member post 赵刚 secretary --until 2026-11-10");
    shared.sync_here();
    shared.sync_there();
    shared.here.run("member post 孙磊 secretary --from 2026-11-11");
    seeded(&shared.there, "7", "member post 李敏 secretary --from 2026-11-11");
    shared.sync_there();
    assert_snapshot!(shared.sync_here(), @r#"
    members/sun-lei.toml:16:6: 李敏 is 书记 on 2026-11-11 [post-held-twice]
       |
    16 | id = "secretary"
       |      ^^^^^^^^^^^
    help: end the other with until in members/li-min.toml
    --- stderr
    fetched and merged 1 commit by 王芳
    error: merged, but not pushed: 1 error in the records that the other side does not have
    help: mend them and sync again; to push all the same, add --with-errors
    --- exit Some(1)
    "#);
    let told = shared.here.chinese_once("sync");
    assert!(told.contains("已合并，但没有送出") && told.contains("exit Some(1)"), "{told}");
    assert_snapshot!(shared.shown(shared.here.run("sync --with-errors")), @"
    --- stderr
    pushed 1 commit to branch master of origin
    ");
    assert_snapshot!(shared.sync_there(), @r#"
    members/sun-lei.toml:16:6: 李敏 is 书记 on 2026-11-11 [post-held-twice]
       |
    16 | id = "secretary"
       |      ^^^^^^^^^^^
    help: end the other with until in members/li-min.toml
    --- stderr
    fetched and merged 1 commit by 李敏
    warning: 1 error came in with what was fetched, listed above
    the same as origin now
    "#);
}

#[test]
fn somebody_who_was_faster_is_fetched_again() {
    let shared = Shared::new();
    seeded(&shared.there, "7", "member edit 孙磊 --note 好");
    shared.here.run("member edit 李敏 --note 好");
    let there = shared.there.root().to_str().unwrap();
    let script =
        format!("#!/bin/sh\n[ -f once ] && exit 0\ntouch once\nunset GIT_DIR\nexec git -C {there} push --quiet\n");
    shared.here.write(".git/hooks/pre-push", script);
    shared.here.write(".git/info/exclude", "once\n");
    let hook = shared.here.root().join(".git/hooks/pre-push");
    std::fs::set_permissions(hook, std::fs::Permissions::from_mode(0o755)).unwrap();
    assert_snapshot!(shared.sync_here(), @"
    --- stderr
    somebody was faster; fetching again
    fetched and merged 1 commit by 王芳
    pushed 1 commit to branch master of origin
    ");
    assert_snapshot!(shared.sync_there(), @"
    --- stderr
    fetched and merged 1 commit by 李敏
    the same as origin now
    ");
}

#[test]
fn what_hinders_is_told_with_its_cure() {
    let branch = Sandbox::branch();
    branch.git(&["remote", "add", "origin", "/no/such/place.git"]);
    assert_snapshot!(branch.run("sync"), @"
    --- stderr
    error: cannot reach origin: git says: fatal: '/no/such/place.git' does not appear to be a git repository
    fatal: Could not read from remote repository.
    Please make sure you have the correct access rights
    and the repository exists.
    help: nothing is lost, all of it is in git here; look at network, stick or address and try again
    --- exit Some(1)
    ");
    branch.git(&["checkout", "--quiet", "--detach"]);
    assert_snapshot!(branch.run("sync"), @"
    --- stderr
    error: no branch of git is checked out
    help: git switch BRANCH
    --- exit Some(1)
    ");
    branch.git(&["checkout", "--quiet", "-"]);
    let head = branch.git(&["rev-parse", "HEAD"]);
    branch.write(".git/MERGE_HEAD", &head);
    assert_snapshot!(branch.run("sync"), @"
    --- stderr
    error: the repository is in the middle of a merge
    help: `zhibu resolve` settles what is in dispute, and finishes the merge
    --- exit Some(1)
    ");
    std::fs::remove_file(branch.root().join(".git/MERGE_HEAD")).unwrap();
    std::fs::create_dir(branch.root().join(".git/rebase-merge")).unwrap();
    assert_snapshot!(branch.run("sync"), @"
    --- stderr
    error: the repository is in the middle of a rebase
    help: finish it (git rebase --continue) or give it up (git rebase --abort) first
    --- exit Some(1)
    ");
    let bare = Sandbox::empty();
    bare.run("init . --no-commit --name x");
    assert_snapshot!(bare.run("sync"), @"
    --- stderr
    error: this directory is in no git repository, so there is nothing to bring together
    help: to have one from now on: git init && git add . && git commit -m begin
    --- exit Some(1)
    ");
}

#[test]
fn a_repository_that_takes_nothing_is_told() {
    let (branch, other) = (Sandbox::branch(), Sandbox::empty());
    let place = other.root().to_str().unwrap();
    other.git_on("2026-11-23", &["clone", "--quiet", branch.root().to_str().unwrap(), "."]);
    branch.run("member edit 孙磊 --note 好");
    let told = branch.run_words(&["sync", place]).replace(place, "$OTHER");
    assert!(told.contains("error: $OTHER took nothing") && told.contains("git init --bare"), "{told}");
    assert!(told.contains("exit Some(1)"), "{told}");
    assert_eq!(other.git(&["status", "--porcelain"]), "");
}

#[test]
fn records_begun_apart_are_not_joined() {
    let shared = Shared::new();
    let other = Sandbox::empty();
    other.run("init . --name 别的");
    let place = shared.stick.root().join("zhibu.git");
    let told = shared.shown(other.run_words(&["sync", place.to_str().unwrap()]));
    assert!(
        told.contains("unrelated histories") && told.contains("git clone") && told.contains("exit Some(1)"),
        "{told}"
    );
}

#[test]
fn a_dry_run_fetches_and_changes_nothing() {
    let shared = Shared::new();
    seeded(&shared.there, "7", "member edit 孙磊 --note 好");
    shared.sync_there();
    shared.here.run("member edit 李敏 --note 好");
    let head = shared.here.git(&["rev-parse", "HEAD"]);
    assert_snapshot!(shared.shown(shared.here.run("sync --dry-run")), @"
    --- stderr
    would fetch 1 commit by 王芳 and push 1 commit
    ");
    assert_eq!(shared.here.git(&["rev-parse", "HEAD"]), head);
}

#[test]
fn an_index_that_somebody_else_holds_stops_the_merge_and_nothing_is_lost() {
    let shared = Shared::new();
    seeded(&shared.there, "7", "member edit 孙磊 --note 好");
    shared.sync_there();
    shared.here.write(".git/index.lock", "");
    let told = shared.sync_here();
    assert!(told.contains("did not merge") && told.contains("index.lock") && told.contains("exit Some(1)"), "{told}");
    std::fs::remove_file(shared.here.root().join(".git/index.lock")).unwrap();
    assert_eq!(shared.here.git(&["status", "--porcelain"]), "");
    assert!(!shared.sync_here().contains("exit"));
}

#[test]
fn a_clone_that_never_recorded_merges_record_by_record_in_sync() {
    let shared = Shared::new();
    shared.here.run("points award 赵刚 commended 1 --on 11-02");
    shared.sync_here();
    shared.sync_there();
    for (branch, points) in [(&shared.here, "2"), (&shared.there, "1")] {
        branch.git(&["config", "--remove-section", "merge.zhibu"]);
        branch.write(".git/info/attributes", "");
        let ledger = branch.read("points/2026-11.toml");
        branch.write("points/2026-11.toml", ledger.replace("points = 1", &format!("points = {points}")) + "# x\n");
        branch.git(&["commit", "--quiet", "-m", points, "points"]);
    }
    shared.sync_there();
    assert_snapshot!(shared.sync_here(), @"
    --- stderr
    fetched and merged 1 commit by 李敏
    pushed 1 commit to branch master of origin
    ");
}

#[test]
fn a_hook_that_refuses_the_merge_is_told_with_the_way_to_finish_it() {
    let shared = Shared::new();
    seeded(&shared.there, "7", "member edit 孙磊 --note 好");
    shared.sync_there();
    shared.here.run("member edit 李敏 --note 好");
    shared.here.write(".git/hooks/pre-merge-commit", "#!/bin/sh\necho 先别合并 >&2\nexit 1\n");
    let hook = shared.here.root().join(".git/hooks/pre-merge-commit");
    std::fs::set_permissions(&hook, std::fs::Permissions::from_mode(0o755)).unwrap();
    assert_snapshot!(shared.sync_here(), @"
    --- stderr
    error: git did not merge: git says: 先别合并
    Not committing merge; use 'git commit' to complete the merge.
    help: the files are merged, only the commit is missing: put right what git says, then `zhibu resolve` makes it; then sync again
    --- exit Some(1)
    ");
    assert_snapshot!(shared.sync_here(), @"
    --- stderr
    error: the repository is in the middle of a merge
    help: `zhibu resolve` settles what is in dispute, and finishes the merge
    --- exit Some(1)
    ");
    std::fs::remove_file(hook).unwrap();
    assert_snapshot!(shared.here.run("resolve"), @"
    --- stderr
    the merge is finished and committed
    ");
    assert_snapshot!(shared.sync_here(), @"
    --- stderr
    pushed 1 commit to branch master of origin
    ");
}

#[test]
fn a_merge_whose_sentence_is_lost_is_finished_all_the_same() {
    let shared = Shared::new();
    seeded(&shared.there, "7", "member edit 孙磊 --note 好");
    shared.sync_there();
    shared.here.run("member edit 李敏 --note 好");
    shared.here.git(&["fetch", "--quiet", "origin", "HEAD"]);
    shared.here.git(&["merge", "--quiet", "--no-commit", "FETCH_HEAD"]);
    std::fs::remove_file(shared.here.root().join(".git/MERGE_MSG")).unwrap();
    assert_snapshot!(shared.here.run("resolve"), @"
    --- stderr
    the merge is finished and committed
    ");
    let made = shared.here.git(&["log", "-1", "--format=%P%n%s"]);
    assert_eq!(made.lines().next().unwrap().split(' ').count(), 2, "{made}");
    assert!(made.ends_with("merged what was recorded apart\n"), "{made}");
}

#[test]
fn a_ledger_that_is_empty_is_brought_back_and_not_committed() {
    let shared = Shared::new();
    shared.here.run("points award 赵刚 commended 1 --on 11-02");
    shared.here.run("talk log 赵刚 孙磊 --on 11-02");
    seeded(&shared.there, "7", "member edit 孙磊 --note 好");
    shared.sync_there();
    shared.here.write("points/2026-11.toml", "");
    std::fs::remove_file(shared.here.root().join("talks/2026.toml")).unwrap();
    assert_snapshot!(shared.sync_here(), @"
    --- stderr
    error: not merged, since there are changes that are not committed: points/2026-11.toml, talks/2026.toml
    help: files are gone or empty, but git has them: git restore -- points/2026-11.toml talks/2026.toml brings them back; if they are to go, git commit -- points/2026-11.toml talks/2026.toml
    --- exit Some(1)
    ");
    shared.here.git(&["restore", "--", "points/2026-11.toml", "talks/2026.toml"]);
    assert!(!shared.sync_here().contains("exit"));
}

#[test]
fn a_folder_with_a_space_is_quoted_where_it_is_to_be_typed_again() {
    let (branch, stick) = (Sandbox::branch(), Sandbox::empty());
    stick.write("U 盘/notes.txt", "");
    let place = |name: &str| stick.root().join(name).to_str().unwrap().to_owned();
    let told = |name: &str| branch.run_words(&["sync", &place(name)]).replace(stick.root().to_str().unwrap(), "$STICK");
    assert_snapshot!(told("U 盘/zhibu.git"), @"
    --- stderr
    error: there is no repository in `$STICK/U 盘/zhibu.git` yet
    help: to make it there, add --new: zhibu sync '$STICK/U 盘/zhibu.git' --new
    --- exit Some(1)
    ");
    assert_snapshot!(told("U 盘"), @"
    --- stderr
    error: `$STICK/U 盘` has other things in it and is no git repository
    help: make one in it: zhibu sync '$STICK/U 盘/zhibu.git' --new
    --- exit Some(1)
    ");
}

#[test]
fn a_branch_that_the_other_side_renamed_away_is_asked_about() {
    let shared = Shared::new();
    shared.there.run("member edit 孙磊 --note 一");
    let hub = shared.stick.root().join("zhibu.git");
    shared.stick.git(&["-C", hub.to_str().unwrap(), "branch", "-m", "master", "main"]);
    assert_snapshot!(shared.sync_there(), @"
    --- stderr
    error: origin has no branch master any more, but main
    help: to sync with main from now on: git config branch.master.merge refs/heads/main
    --- exit Some(1)
    ");
    shared.there.git(&["config", "branch.master.merge", "refs/heads/main"]);
    let told = shared.sync_there();
    assert!(told.contains("pushed 1 commit to branch main of origin"), "{told}");
    assert_eq!(shared.stick.git(&["-C", hub.to_str().unwrap(), "branch", "--format=%(refname:short)"]), "main\n");
}
