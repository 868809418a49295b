use std::os::unix::fs::PermissionsExt;

use insta::assert_snapshot;

use super::sandbox::Sandbox;

/// A branch on which two people changed the same award, person and meeting, in the middle of the merge.
fn torn() -> Sandbox {
    let branch = Sandbox::branch();
    branch.run("points award 孙磊 commended 1 --on 11-02 --note 抓获嫌疑人");
    branch.run("meeting log 党课 --on 11-05");
    branch.git(&["checkout", "--quiet", "-b", "other"]);
    let ledger = branch.read("points/2026-11.toml");
    branch.write(
        "points/2026-11.toml",
        ledger.replace("points = 1", "points = 3").replace(", by", ", links = [\"criminal-investigation\"], by"),
    );
    branch.write("members/sun-lei.toml", branch.read("members/sun-lei.toml").replace("孙磊", "孙雷"));
    branch.git(&[
        "-c",
        "user.name=王芳",
        "commit",
        "--quiet",
        "-m",
        "x",
        "--author=王芳 <w@example.org>",
        "points",
        "members",
    ]);
    branch.run("meeting attend 2026-11-05 --late 李敏");
    branch.git(&["checkout", "--quiet", "-"]);
    branch.write(
        "points/2026-11.toml",
        ledger.replace("points = 1", "points = 2").replace("抓获嫌疑人", "抓获两名嫌疑人"),
    );
    branch.write("members/sun-lei.toml", branch.read("members/sun-lei.toml").replace("孙磊", "孙垒"));
    branch.git(&["commit", "--quiet", "-m", "y", "points", "members"]);
    branch.run("meeting attend 2026-11-05 --absent 李敏:ill");
    let merged = branch.git(&["merge", "--no-edit", "other"]);
    assert!(merged.contains("CONFLICT"), "{merged}");
    branch
}

#[test]
fn what_is_in_dispute_is_told_in_the_words_of_the_branch() {
    let branch = torn();
    assert_snapshot!(branch.run("resolve"), @"
    2026-11-05 党课 (2026-11-05-lesson, meetings/2026/2026-11-05-lesson.toml)
      li-min (李敏)
        ours (李敏): absent (病假)
        theirs (李敏): late
        before: present
    孙垒 (sun-lei, members/sun-lei.toml)
      name (name)
        ours (李敏): 孙垒
        theirs (王芳): 孙雷
        before: 孙磊
    2026-11-02 sun-lei 立功受奖、表彰 +2 (xth3a3, points/2026-11.toml)
      note (note)
        ours (李敏): 抓获两名嫌疑人
        theirs (王芳): 抓获嫌疑人
        before: 抓获嫌疑人
      points (points)
        ours (李敏): 2
        theirs (王芳): 3
        before: 1
    --- stderr
    help: zhibu resolve RECORD --ours, --theirs or --field FIELD=theirs; or edit the file, and run `zhibu resolve`
    --- exit Some(1)
    ");
    assert_snapshot!(branch.run("resolve --format csv"), @"
    record,entry,title,field,before,ours,theirs,ours_by,theirs_by
    meetings/2026/2026-11-05-lesson.toml,2026-11-05-lesson,2026-11-05 党课,li-min,present,absent (病假),late,李敏,李敏
    members/sun-lei.toml,sun-lei,孙垒,name,孙磊,孙垒,孙雷,李敏,王芳
    points/2026-11.toml,xth3a3,2026-11-02 sun-lei 立功受奖、表彰 +2,note,抓获嫌疑人,抓获两名嫌疑人,抓获嫌疑人,李敏,王芳
    points/2026-11.toml,xth3a3,2026-11-02 sun-lei 立功受奖、表彰 +2,points,1,2,3,李敏,王芳
    --- stderr
    help: zhibu resolve RECORD --ours, --theirs or --field FIELD=theirs; or edit the file, and run `zhibu resolve`
    --- exit Some(1)
    ");
    assert_snapshot!(branch.chinese().run("resolve"), @"
    2026-11-05 党课（2026-11-05-lesson，meetings/2026/2026-11-05-lesson.toml）
      li-min（李敏）
        我方（李敏）：缺席（病假）
        对方（李敏）：迟到
        原来：出席
    孙垒（sun-lei，members/sun-lei.toml）
      name（姓名）
        我方（李敏）：孙垒
        对方（王芳）：孙雷
        原来：孙磊
    2026-11-02 sun-lei 立功受奖、表彰 +2（xth3a3，points/2026-11.toml）
      note（备注）
        我方（李敏）：抓获两名嫌疑人
        对方（王芳）：抓获嫌疑人
        原来：抓获嫌疑人
      points（分值）
        我方（李敏）：2
        对方（王芳）：3
        原来：1
    --- stderr
    建议：zhibu resolve 记录 --ours、--theirs 或 --field 字段=theirs；也可以直接编辑文件，再执行 zhibu resolve
    --- exit Some(1)
    ");
}

#[test]
fn it_is_settled_record_by_record_and_the_merge_is_committed_at_the_end() {
    let branch = torn();
    assert_snapshot!(branch.run("resolve 2026-11-05-lesson --ours"), @"
    孙垒 (sun-lei, members/sun-lei.toml)
      name (name)
        ours (李敏): 孙垒
        theirs (王芳): 孙雷
        before: 孙磊
    2026-11-02 sun-lei 立功受奖、表彰 +2 (xth3a3, points/2026-11.toml)
      note (note)
        ours (李敏): 抓获两名嫌疑人
        theirs (王芳): 抓获嫌疑人
        before: 抓获嫌疑人
      points (points)
        ours (李敏): 2
        theirs (王芳): 3
        before: 1
    --- stderr
    settled: meetings/2026/2026-11-05-lesson.toml
    --- exit Some(1)
    ");
    assert_snapshot!(branch.run("resolve members/sun-lei.toml --theirs"), @"
    2026-11-02 孙雷 立功受奖、表彰 +2 (xth3a3, points/2026-11.toml)
      note (note)
        ours (李敏): 抓获两名嫌疑人
        theirs (王芳): 抓获嫌疑人
        before: 抓获嫌疑人
      points (points)
        ours (李敏): 2
        theirs (王芳): 3
        before: 1
    --- stderr
    settled: members/sun-lei.toml
    --- exit Some(1)
    ");
    assert!(branch.git(&["diff", "--name-only", "--diff-filter=U"]).trim() == "points/2026-11.toml");
    assert_snapshot!(branch.run("resolve --field points=theirs"), @"
    --- stderr
    settled: points/2026-11.toml
    the merge is finished and committed
    ");
    assert_snapshot!(branch.read("points/2026-11.toml"), @r#"
    entries = [
      { id = "xth3a3", date = 2026-11-02, member = "sun-lei", item = "commended", points = 3, note = "抓获两名嫌疑人" },
    ]
    "#);
    assert!(branch.read("members/sun-lei.toml").contains("孙雷"));
    assert!(branch.read("meetings/2026/2026-11-05-lesson.toml").contains("absent = "));
    assert!(!branch.read("meetings/2026/2026-11-05-lesson.toml").contains("\"li-min\",\n"));
    assert_eq!(branch.git(&["status", "--porcelain"]), "");
    assert_eq!(branch.git(&["log", "-1", "--format=%P"]).split_whitespace().count(), 2);
    assert_snapshot!(branch.run("resolve"), @"
    --- stderr
    nothing is in dispute
    ");
    assert_eq!(branch.contradictions(), Vec::<serde_json::Value>::new());
}

#[test]
fn everything_is_settled_at_once() {
    let branch = torn();
    branch.write("notes.txt", "x");
    assert_snapshot!(branch.run("resolve --theirs"), @"
    --- stderr
    settled: meetings/2026/2026-11-05-lesson.toml
    settled: members/sun-lei.toml
    settled: points/2026-11.toml
    the merge is finished and committed
    ");
    assert!(branch.read("points/2026-11.toml").contains("points = 3"));
    assert_eq!(branch.git(&["status", "--porcelain"]), "?? notes.txt\n");
}

#[test]
fn what_is_put_right_by_hand_is_taken_as_it_is() {
    let branch = torn();
    branch.run("resolve 党课 --ours");
    branch.run("resolve members --ours");
    branch.write("points/2026-11.toml", "# 手工\nentries = [\n]\n");
    assert_snapshot!(branch.run("resolve"), @"
    --- stderr
    put right by hand: points/2026-11.toml
    the merge is finished and committed
    ");
    assert_eq!(branch.read("points/2026-11.toml"), "# 手工\nentries = [\n]\n");
    assert_eq!(branch.git(&["status", "--porcelain"]), "");
}

#[test]
fn an_edit_by_hand_that_cannot_be_read_is_never_written_over() {
    let branch = torn();
    branch.write("points/2026-11.toml", "entries = [\n  { id = \"xth3a3\", \n]\n");
    assert_snapshot!(branch.refused("resolve --ours"), @"
    --- stderr
    points/2026-11.toml:3:1: not TOML: expected a table key, found a right bracket
      |
    3 | ]
      | ^
    --- exit Some(1)
    ");
}

#[test]
fn wrong_words_settle_nothing() {
    let branch = torn();
    assert_snapshot!(branch.refused("resolve 李四 --ours"), @"
    --- stderr
    error: nothing in dispute is called `李四`
    help: zhibu resolve RECORD --ours, --theirs or --field FIELD=theirs; or edit the file, and run `zhibu resolve`
    --- exit Some(1)
    ");
    assert_snapshot!(branch.refused("resolve --field points"), @"
    --- stderr
    error: `points` does not say which side
    help: as in --field points=theirs or --field note=ours
    --- exit Some(2)
    ");
    assert_snapshot!(branch.refused("resolve --field place=ours"), @"
    --- stderr
    error: `place` is not in dispute; these are: li-min, name, note, points
    --- exit Some(2)
    ");
    assert_snapshot!(branch.refused("resolve --ours --theirs"), @"
    --- stderr
    error: `--ours` and `--theirs` cannot be given together
    help: see zhibu resolve --help
    --- exit Some(2)
    ");
    assert_snapshot!(Sandbox::branch().run("resolve"), @"
    --- stderr
    nothing is in dispute
    ");
}

#[test]
fn a_file_that_one_took_out_is_settled_as_a_whole() {
    let branch = Sandbox::branch();
    branch.run("meeting log 党课 --on 11-05");
    branch.git(&["checkout", "--quiet", "-b", "other"]);
    branch.git(&["rm", "--quiet", "meetings/2026/2026-11-05-lesson.toml"]);
    branch.git(&["commit", "--quiet", "-m", "x"]);
    branch.git(&["checkout", "--quiet", "-"]);
    branch.run("meeting edit 2026-11-05 --place 二楼");
    branch.git(&["merge", "--no-edit", "other"]);
    assert_snapshot!(branch.run("resolve"), @"
    meetings/2026/2026-11-05-lesson.toml
      the file
        ours (李敏): kept
        theirs (李敏): removed
    --- stderr
    help: zhibu resolve RECORD --ours, --theirs or --field FIELD=theirs; or edit the file, and run `zhibu resolve`
    --- exit Some(1)
    ");
    assert_snapshot!(branch.run("resolve 2026-11-05 --theirs"), @"
    --- stderr
    settled: meetings/2026/2026-11-05-lesson.toml
    the merge is finished and committed
    ");
    assert!(!branch.root().join("meetings/2026/2026-11-05-lesson.toml").exists());
    assert_eq!(branch.git(&["status", "--porcelain"]), "");
}

#[test]
fn two_pictures_of_one_name_are_settled_as_a_whole() {
    let branch = Sandbox::branch();
    for (name, bytes) in [("other", &b"\x89PNG\xfe1"[..]), ("ours", &b"\x89PNG\xff2"[..])] {
        branch.git(&["checkout", "--quiet", "-b", name, if name == "ours" { "@{-1}" } else { "HEAD" }]);
        branch.write("evidence/2026/a.png", bytes);
        branch.git(&["add", "evidence"]);
        branch.git(&["commit", "--quiet", "-m", name]);
    }
    branch.git(&["merge", "--no-edit", "other"]);
    assert_snapshot!(branch.run("resolve --theirs"), @"
    --- stderr
    settled: evidence/2026/a.png
    the merge is finished and committed
    ");
    assert_eq!(std::fs::read(branch.root().join("evidence/2026/a.png")).unwrap(), b"\x89PNG\xfe1");
}

#[test]
fn a_hook_that_refuses_the_merge_leaves_everything_settled() {
    let branch = torn();
    branch.write(".git/hooks/pre-merge-commit", "#!/bin/sh\nexit 0\n");
    branch.write(".git/hooks/pre-commit", "#!/bin/sh\necho 不行 >&2\nexit 1\n");
    let hook = branch.root().join(".git/hooks/pre-commit");
    std::fs::set_permissions(&hook, std::fs::Permissions::from_mode(0o755)).unwrap();
    assert_snapshot!(branch.run("resolve --ours"), @"
    --- stderr
    settled: meetings/2026/2026-11-05-lesson.toml
    settled: members/sun-lei.toml
    settled: points/2026-11.toml
    error: everything is settled, but the merge is not committed: git says: 不行
    help: once that is mended: git commit --no-edit
    --- exit Some(1)
    ");
    std::fs::remove_file(hook).unwrap();
    assert_snapshot!(branch.run("resolve"), @"
    --- stderr
    the merge is finished and committed
    ");
    assert_eq!(branch.git(&["status", "--porcelain"]), "");
}

#[test]
fn the_marks_of_git_itself_are_read_too() {
    let branch = Sandbox::branch();
    branch.run("points award 孙磊 commended 1 --on 11-02");
    branch.git(&["config", "--remove-section", "merge.zhibu"]);
    branch.write(".git/info/attributes", "points/*.toml merge=text\n");
    branch.git(&["config", "merge.conflictStyle", "diff3"]);
    let add = |seed: &str, day: &str| {
        let words = ["points", "award", "李敏", "commended", seed, "--on", day];
        assert!(branch.command(&words).env("ZHIBU_SEED", seed).output().unwrap().status.success());
        branch.git(&["config", "--remove-section", "merge.zhibu"]);
        branch.write(".git/info/attributes", "points/*.toml merge=text\n");
    };
    branch.git(&["checkout", "--quiet", "-b", "other"]);
    add("5", "11-07");
    branch.git(&["checkout", "--quiet", "-"]);
    add("3", "11-06");
    assert!(branch.git(&["merge", "--no-edit", "other"]).contains("CONFLICT"));
    assert_snapshot!(branch.run("resolve"), @"
    --- stderr
    joined record by record: points/2026-11.toml
    the merge is finished and committed
    ");
    assert_eq!(branch.read("points/2026-11.toml").lines().count(), 5);
}
