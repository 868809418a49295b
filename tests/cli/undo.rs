//! Commands that are taken back, in real repositories.

use insta::assert_snapshot;

use super::sandbox::{Sandbox, without_commits};
use super::sealed::plain;

/// A branch with people and an award, each commit on its day.
fn lived() -> Sandbox {
    let branch = Sandbox::empty();
    branch.on("2026-10-01", "init --name 站南派出所党支部");
    branch.on("2026-10-02", "group add 刑侦党小组 --id criminal --from 2024-01-01");
    branch.on("2026-10-02", "member add 赵刚 -s full --from 2010-01-01 -g criminal");
    branch.on("2026-10-02", "member add 孙磊 -s full --from 2012-01-01 -g criminal");
    branch.on("2026-10-02", "member add 李敏 -s full --from 2014-01-01 -g criminal");
    branch.on("2026-11-02", "points award 赵刚 good-deed 1 --on 11-01");
    branch
}

/// Runs a line on a day as somebody else.
fn on_by(branch: &Sandbox, day: &str, (name, email): (&str, &str), seed: &str, line: &str) -> String {
    let mut command = branch.command(&line.split_whitespace().collect::<Vec<_>>());
    command.env("ZHIBU_TODAY", day).env("ZHIBU_SEED", seed);
    for who in ["AUTHOR", "COMMITTER"] {
        command.env(format!("GIT_{who}_DATE"), format!("{day}T20:00:00+0800"));
        command.env(format!("GIT_{who}_NAME"), name).env(format!("GIT_{who}_EMAIL"), email);
    }
    plain(&branch.told(&command.output().unwrap()))
}

const LI: (&str, &str) = ("李敏", "li-min@example.org");
const SUN: (&str, &str) = ("孙磊", "sun-lei@example.org");

impl Sandbox {
    /// Runs a line on 20 November, and gives what came of it without the names of commits.
    fn undoing(&self, line: &str) -> String {
        plain(&self.on("2026-11-20", line))
    }

    /// The same of a line that has to be refused: nothing is written, and nothing committed.
    #[track_caller]
    fn stuck(&self, line: &str) -> String {
        let (files, head) = (self.files(), self.head());
        let told = self.undoing(line);
        assert!(told.contains("--- exit"), "{told}");
        assert!(self.files() == files && self.head() == head, "something was written: {told}");
        told
    }

    /// The commit that is checked out.
    fn head(&self) -> String {
        self.git(&["rev-parse", "HEAD"]).trim().to_owned()
    }
}

#[test]
fn the_last_command_is_taken_back_by_a_commit() {
    let branch = lived();
    let before = branch.files();
    branch.on("2026-11-05", "meeting log group -g criminal --absent 孙磊:duty");
    let logged = branch.files();
    branch.on("2026-11-08", "meeting attend 11-05 --made-up 孙磊:11-08");
    assert_snapshot!(branch.undoing("undo"), @"
    --- stderr
    took back: 2026-11-05 党小组会 · 刑侦党小组: 孙磊 made up on 2026-11-08 (cccccccccc, 李敏, 2026-11-08)
      2026-11-05 党小组会 · 刑侦党小组: 孙磊: made up on 2026-11-08 → absent (值班备勤)
      meetings/2026/2026-11-05-group-criminal.toml
    ");
    assert!(branch.files() == logged);
    assert_snapshot!(without_commits(&branch.git(&["log", "-1", "--format=%an: %s%n%b", "--name-status"])), @"
    李敏: took back: 2026-11-05 党小组会 · 刑侦党小组: 孙磊 made up on 2026-11-08
    2026-11-05 党小组会 · 刑侦党小组: 孙磊: made up on 2026-11-08 → absent (值班备勤)

    Zhibu-Command: undo
    Zhibu-Undoes: COMMIT


    M	meetings/2026/2026-11-05-group-criminal.toml
    ");
    assert_snapshot!(branch.undoing("undo --lang zh"), @"
    --- stderr
    撤销：logged 2026-11-05 党小组会 · 刑侦党小组（cccccccccc，李敏，2026-11-05）
      2026-11-05 党小组会 · 刑侦党小组：从文件里删去
      meetings/2026/2026-11-05-group-criminal.toml
    ");
    assert!(branch.files() == before);
    assert_snapshot!(branch.undoing("undo --list"), @"
    commit      written           author  command         subject                                                                  taken back by
    ──────────  ────────────────  ──────  ──────────────  ───────────────────────────────────────────────────────────────────────  ─────────────
    cccccccccc  2026-11-20 19:30  李敏    undo            撤销：logged 2026-11-05 党小组会 · 刑侦党小组
    cccccccccc  2026-11-20 19:30  李敏    undo            took back: 2026-11-05 党小组会 · 刑侦党小组: 孙磊 made up on 2026-11-08
    cccccccccc  2026-11-08 19:30  李敏    meeting attend  2026-11-05 党小组会 · 刑侦党小组: 孙磊 made up on 2026-11-08             cccccccccc
    cccccccccc  2026-11-05 19:30  李敏    meeting log     logged 2026-11-05 党小组会 · 刑侦党小组                                  cccccccccc
    cccccccccc  2026-11-02 19:30  李敏    points award    赵刚: 好人好事 +1, 2026-11-01
    cccccccccc  2026-10-02 19:30  李敏    member add      added 李敏: 正式党员, from 2014-01-01
    cccccccccc  2026-10-02 19:30  李敏    member add      added 孙磊: 正式党员, from 2012-01-01
    cccccccccc  2026-10-02 19:30  李敏    member add      added 赵刚: 正式党员, from 2010-01-01
    cccccccccc  2026-10-02 19:30  李敏    group add       added 刑侦党小组, from 2024-01-01
    cccccccccc  2026-10-01 19:30  李敏    init            began the records of 站南派出所党支部
    ");
    assert_snapshot!(branch.undoing("undo --list --lang zh --format csv"), @r#"
    提交,登记时间,提交人,命令,提交说明,撤销它的提交
    cccccccccc,2026-11-20 19:30:00 +0800,李敏,undo,撤销：logged 2026-11-05 党小组会 · 刑侦党小组,
    cccccccccc,2026-11-20 19:30:00 +0800,李敏,undo,took back: 2026-11-05 党小组会 · 刑侦党小组: 孙磊 made up on 2026-11-08,
    cccccccccc,2026-11-08 19:30:00 +0800,李敏,meeting attend,2026-11-05 党小组会 · 刑侦党小组: 孙磊 made up on 2026-11-08,cccccccccc
    cccccccccc,2026-11-05 19:30:00 +0800,李敏,meeting log,logged 2026-11-05 党小组会 · 刑侦党小组,cccccccccc
    cccccccccc,2026-11-02 19:30:00 +0800,李敏,points award,"赵刚: 好人好事 +1, 2026-11-01",
    cccccccccc,2026-10-02 19:30:00 +0800,李敏,member add,"added 李敏: 正式党员, from 2014-01-01",
    cccccccccc,2026-10-02 19:30:00 +0800,李敏,member add,"added 孙磊: 正式党员, from 2012-01-01",
    cccccccccc,2026-10-02 19:30:00 +0800,李敏,member add,"added 赵刚: 正式党员, from 2010-01-01",
    cccccccccc,2026-10-02 19:30:00 +0800,李敏,group add,"added 刑侦党小组, from 2024-01-01",
    cccccccccc,2026-10-01 19:30:00 +0800,李敏,init,began the records of 站南派出所党支部,
    "#);
    assert_eq!(branch.git(&["status", "--porcelain"]), "");
}

#[test]
fn what_was_taken_back_is_put_back() {
    let branch = lived();
    branch.on("2026-11-05", "meeting log group -g criminal --absent 孙磊:duty");
    let logged = branch.files();
    branch.undoing("undo");
    assert_snapshot!(branch.undoing("undo HEAD"), @"
    --- stderr
    put back: logged 2026-11-05 党小组会 · 刑侦党小组 (cccccccccc, 李敏, 2026-11-20)
      2026-11-05 党小组会 · 刑侦党小组: new, 2 present, 1 absent (孙磊: 值班备勤)
      meetings/2026/2026-11-05-group-criminal.toml
    ");
    assert!(branch.files() == logged);
    assert_snapshot!(branch.undoing("undo HEAD~2 --lang zh"), @"
    --- stderr
    撤销：logged 2026-11-05 党小组会 · 刑侦党小组（cccccccccc，李敏，2026-11-05）
      2026-11-05 党小组会 · 刑侦党小组：从文件里删去
      meetings/2026/2026-11-05-group-criminal.toml
    ");
    assert_snapshot!(branch.stuck("undo HEAD~3"), @"
    --- stderr
    error: cccccccccc was taken back already: cccccccccc, 李敏, 2026-11-20
    help: to have it again: zhibu undo cccccccccc
    --- exit Some(1)
    ");
    assert_snapshot!(branch.undoing("undo HEAD"), @"
    --- stderr
    put back: logged 2026-11-05 党小组会 · 刑侦党小组 (cccccccccc, 李敏, 2026-11-20)
      2026-11-05 党小组会 · 刑侦党小组: new, 2 present, 1 absent (孙磊: 值班备勤)
      meetings/2026/2026-11-05-group-criminal.toml
    ");
    assert_snapshot!(branch.git(&["log", "-4", "--format=%s"]), @"
    put back: logged 2026-11-05 党小组会 · 刑侦党小组
    撤销：logged 2026-11-05 党小组会 · 刑侦党小组
    put back: logged 2026-11-05 党小组会 · 刑侦党小组
    took back: logged 2026-11-05 党小组会 · 刑侦党小组
    ");
}

#[test]
fn evidence_goes_and_comes_back_with_its_record() {
    let branch = lived();
    branch.write("picture.png", [0x89, 0xff, 0x00, 0x0a]);
    branch.on("2026-11-05", "meeting log lesson --evidence picture.png");
    let file = "evidence/2026/2026-11-05-lesson-1.png";
    let bytes = std::fs::read(branch.root().join(file)).unwrap();
    assert_snapshot!(branch.undoing("undo"), @"
    --- stderr
    took back: logged 2026-11-05 党课 (cccccccccc, 李敏, 2026-11-05)
      2026-11-05 党课: taken out of the file
      evidence/2026/2026-11-05-lesson-1.png: the file is gone
      evidence/2026/2026-11-05-lesson-1.png
      meetings/2026/2026-11-05-lesson.toml
    ");
    assert!(!branch.root().join(file).exists());
    assert_snapshot!(branch.undoing("undo HEAD --dry-run"), @r#"
    --- /dev/null
    +++ b/meetings/2026/2026-11-05-lesson.toml
    @@ -0,0 +1,10 @@
    +kind = "lesson"
    +date = 2026-11-05
    +present = [
    +  "li-min",
    +  "sun-lei",
    +  "zhao-gang",
    +]
    +evidence = [
    +  { file = "evidence/2026/2026-11-05-lesson-1.png", sha256 = "SHA256" },
    +]
    --- stderr
    put back: logged 2026-11-05 党课 (cccccccccc, 李敏, 2026-11-20)
      2026-11-05 党课: new, 3 present
      evidence/2026/2026-11-05-lesson-1.png: the file is back
    "#);
    assert_snapshot!(branch.undoing("undo HEAD"), @"
    --- stderr
    put back: logged 2026-11-05 党课 (cccccccccc, 李敏, 2026-11-20)
      2026-11-05 党课: new, 3 present
      evidence/2026/2026-11-05-lesson-1.png: the file is back
      evidence/2026/2026-11-05-lesson-1.png
      meetings/2026/2026-11-05-lesson.toml
    ");
    assert_eq!(std::fs::read(branch.root().join(file)).unwrap(), bytes);
    assert!(branch.contradictions().is_empty());
    branch.write(file, "another picture");
    assert_snapshot!(branch.stuck("undo HEAD"), @"
    --- stderr
    error: cannot take back cccccccccc, changed since: put back: logged 2026-11-05 党课
    evidence/2026/2026-11-05-lesson-1.png: the file was changed and not committed
    help: change it back by hand, or commit it and correct the record by a command
    --- exit Some(1)
    ");
}

#[test]
fn what_others_wrote_in_the_same_file_stays() {
    let branch = lived();
    branch.on("2026-11-03", "points award 孙磊 good-deed 2 --on 11-02");
    on_by(&branch, "2026-11-04", SUN, "2", "points award 李敏 good-deed 3 --on 11-03");
    branch.write(
        "points/2026-11.toml",
        branch.read("points/2026-11.toml").replace("points = 1 ", "points = 1, note = \"手改\" "),
    );
    assert_snapshot!(branch.undoing("undo"), @"
    --- stderr
    first committed, separately, what was not committed yet: points/2026-11.toml
    took back: 孙磊: 好人好事 +2, 2026-11-02 (cccccccccc, 李敏, 2026-11-03)
      2026-11-02 孙磊 好人好事 +2: taken out of the file
      points/2026-11.toml
    ");
    assert_snapshot!(branch.read("points/2026-11.toml"), @r#"
    entries = [
      { id = "xth3a3", date = 2026-11-01, member = "zhao-gang", item = "good-deed", points = 1, note = "手改" },
      { id = "g7zpzn", date = 2026-11-03, member = "li-min", item = "good-deed", points = 3 },
    ]
    "#);
    // The last own command that stands is the next.
    assert_snapshot!(branch.stuck("undo"), @"
    --- stderr
    error: cannot take back cccccccccc, changed since: 赵刚: 好人好事 +1, 2026-11-01
    points/2026-11.toml: 2026-11-01 赵刚 好人好事 +1, changed since in cccccccccc, by 李敏 on 2026-11-20: changed by hand: points/2026-11.toml
    help: take back the later change first: zhibu undo cccccccccc; or correct the record by a command
    --- exit Some(1)
    ");
}

#[test]
fn what_is_in_the_way_is_named() {
    let branch = lived();
    branch.on("2026-11-05", "meeting log group -g criminal --absent 孙磊:duty");
    on_by(&branch, "2026-11-06", SUN, "2", "meeting edit 11-05 --place 二楼");
    assert_snapshot!(branch.stuck("undo"), @"
    --- stderr
    error: cannot take back cccccccccc, changed since: logged 2026-11-05 党小组会 · 刑侦党小组
    meetings/2026/2026-11-05-group-criminal.toml: 2026-11-05 党小组会 · 刑侦党小组, changed since in cccccccccc, by 孙磊 on 2026-11-06: edited 2026-11-05 党小组会 · 刑侦党小组
    help: take back the later change first: zhibu undo cccccccccc; or correct the record by a command
    --- exit Some(1)
    ");
    assert_snapshot!(branch.stuck("undo --lang zh"), @"
    --- stderr
    错误：后来又改过，不能撤销 cccccccccc：logged 2026-11-05 党小组会 · 刑侦党小组
    meetings/2026/2026-11-05-group-criminal.toml: 2026-11-05 党小组会 · 刑侦党小组，后来在 cccccccccc，孙磊，2026-11-06：edited 2026-11-05 党小组会 · 刑侦党小组
    建议：先撤销后来的改动：zhibu undo cccccccccc；或者用命令更正
    --- exit Some(1)
    ");
    branch.on("2026-11-07", "meeting edit 11-05 --on 11-06");
    assert_snapshot!(branch.stuck("undo HEAD~2"), @"
    --- stderr
    error: cannot take back cccccccccc, changed since: logged 2026-11-05 党小组会 · 刑侦党小组
    meetings/2026/2026-11-05-group-criminal.toml: 2026-11-05 党小组会 · 刑侦党小组, changed since in cccccccccc, by 李敏 on 2026-11-07: 2026-11-05 党小组会 · 刑侦党小组 is now 2026-11-06 党小组会 · 刑侦党小组
    help: take back the later change first: zhibu undo cccccccccc; or correct the record by a command
    --- exit Some(1)
    ");
}

#[test]
fn a_change_by_hand_is_in_the_way() {
    let branch = lived();
    branch.on("2026-11-03", "points award 孙磊 good-deed 2 --on 11-02");
    let path = "points/2026-11.toml";
    branch.write(path, branch.read(path).replace("points = 2", "points = 3"));
    assert_snapshot!(branch.stuck("undo"), @"
    --- stderr
    error: cannot take back cccccccccc, changed since: 孙磊: 好人好事 +2, 2026-11-02
    points/2026-11.toml: 2026-11-02 孙磊 好人好事 +3, changed and not committed
    help: change it back by hand, or commit it and correct the record by a command
    --- exit Some(1)
    ");
    assert_snapshot!(branch.stuck("undo --lang zh"), @"
    --- stderr
    错误：后来又改过，不能撤销 cccccccccc：孙磊: 好人好事 +2, 2026-11-02
    points/2026-11.toml: 2026-11-02 孙磊 好人好事 +3，有还没有提交的改动
    建议：先把手工改动改回去，或者提交以后用命令更正
    --- exit Some(1)
    ");
    branch.write(path, "<<<<<<< HEAD\n");
    assert_snapshot!(branch.stuck("undo"), @"
    --- stderr
    error: cannot take back cccccccccc, changed since: 孙磊: 好人好事 +2, 2026-11-02
    points/2026-11.toml: the file was changed and not committed
    help: change it back by hand, or commit it and correct the record by a command
    --- exit Some(1)
    ");
    std::fs::remove_file(branch.root().join(path)).unwrap();
    assert_snapshot!(branch.stuck("undo"), @"
    --- stderr
    warning: git has records that are gone from the disk, and the answer lacks them: points/2026-11.toml
    help: bring it back: git restore -- points/2026-11.toml; to delete it for good: git rm --cached -- points/2026-11.toml && git commit
    error: cannot take back cccccccccc, changed since: 孙磊: 好人好事 +2, 2026-11-02
    points/2026-11.toml: 2026-11-02 孙磊 好人好事 +2, changed and not committed
    help: change it back by hand, or commit it and correct the record by a command
    --- exit Some(1)
    ");
}

#[test]
fn records_that_would_contradict_themselves_are_named() {
    let branch = lived();
    branch.on("2026-11-03", "member add 钱多 -s full --from 2026-11-01 -g criminal");
    on_by(&branch, "2026-11-04", SUN, "2", "points award 钱多 good-deed 1 --on 11-03");
    on_by(&branch, "2026-11-04", SUN, "3", "points award 孙磊 good-deed 1 --on 11-03");
    assert_snapshot!(branch.stuck("undo"), @r#"
    --- stderr
    error: the records would contradict themselves without cccccccccc: added 钱多: 正式党员, from 2026-11-01
    points/2026-11.toml:3:48: no member `qian-duo` (cccccccccc, by 孙磊 on 2026-11-04: 钱多: 好人好事 +1, 2026-11-03)
      |
    3 |   { id = "g7zpzn", date = 2026-11-03, member = "qian-duo", item = "good-deed", points = 1 },
      |                                                ^^^^^^^^^^
    help: take back or correct these first
    --- exit Some(1)
    "#);
    assert_snapshot!(branch.stuck("undo --lang zh"), @r#"
    --- stderr
    错误：撤销 cccccccccc 以后，记录会自相矛盾：added 钱多: 正式党员, from 2026-11-01
    points/2026-11.toml:3:48: 没有成员“qian-duo”（cccccccccc，孙磊，2026-11-04：钱多: 好人好事 +1, 2026-11-03）
      |
    3 |   { id = "g7zpzn", date = 2026-11-03, member = "qian-duo", item = "good-deed", points = 1 },
      |                                                ^^^^^^^^^^
    建议：先撤销或更正上面的记录
    --- exit Some(1)
    "#);
}

#[test]
fn only_ones_own_last_command_is_meant() {
    let branch = lived();
    on_by(&branch, "2026-11-04", SUN, "2", "points award 李敏 good-deed 3 --on 11-03");
    assert_snapshot!(on_by(&branch, "2026-11-05", SUN, "2", "undo"), @"
    --- stderr
    took back: 李敏: 好人好事 +3, 2026-11-03 (cccccccccc, 孙磊, 2026-11-04)
      2026-11-03 李敏 好人好事 +3: taken out of the file
      points/2026-11.toml
    ");
    assert_snapshot!(on_by(&branch, "2026-11-05", ("何秀英", "he@example.org"), "2", "undo"), @"
    --- stderr
    error: no command of yours can be taken back: the last is by 李敏, 2026-11-02
    help: to take back somebody else's, name it: zhibu undo cccccccccc; to see all: zhibu undo --list
    --- exit Some(1)
    ");
    assert_snapshot!(on_by(&branch, "2026-11-05", SUN, "2", "undo --lang zh"), @"
    --- stderr
    错误：没有你的命令可以撤销，最后一条是 李敏 在 2026-11-02 提交的
    建议：要撤销别人的，写明提交：zhibu undo cccccccccc；先看有哪些：zhibu undo --list
    --- exit Some(1)
    ");
    assert_snapshot!(on_by(&branch, "2026-11-05", SUN, "2", "undo HEAD~2"), @"
    --- stderr
    took back: 赵刚: 好人好事 +1, 2026-11-01 (cccccccccc, 李敏, 2026-11-02)
      2026-11-01 赵刚 好人好事 +1: taken out of the file
      points/2026-11.toml
    ");
}

#[test]
fn many_records_are_asked_for() {
    let branch = lived();
    for name in ["甲一", "乙二", "丙三", "丁四"] {
        branch.on("2026-10-03", &format!("member add {name} -s full --from 2026-01-01 -g criminal"));
    }
    branch.on("2026-11-03", "study log 赵刚,孙磊,李敏,甲一,乙二,丙三,丁四 2 --on 11-02");
    assert_snapshot!(branch.stuck("undo"), @"
    --- stderr
    took back: 赵刚, 孙磊, 李敏, 甲一, 乙二, 丙三, 丁四: 集体学习, 2 h, 2026-11-02 (cccccccccc, 李敏, 2026-11-03)
      2026-11-02 孙磊 集体学习 2 h: taken out of the file
      2026-11-02 李敏 集体学习 2 h: taken out of the file
      2026-11-02 丁四 集体学习 2 h: taken out of the file
      2026-11-02 丙三 集体学习 2 h: taken out of the file
      2026-11-02 乙二 集体学习 2 h: taken out of the file
      2026-11-02 甲一 集体学习 2 h: taken out of the file
      2026-11-02 赵刚 集体学习 2 h: taken out of the file
    error: not confirmed: 7 records or files go. Go on?
    help: add --yes if you are sure
    --- exit Some(1)
    ");
    assert_snapshot!(branch.stuck("undo --lang zh"), @"
    --- stderr
    撤销：赵刚, 孙磊, 李敏, 甲一, 乙二, 丙三, 丁四: 集体学习, 2 h, 2026-11-02（cccccccccc，李敏，2026-11-03）
      2026-11-02 孙磊 集体学习 2 学时：从文件里删去
      2026-11-02 李敏 集体学习 2 学时：从文件里删去
      2026-11-02 丁四 集体学习 2 学时：从文件里删去
      2026-11-02 丙三 集体学习 2 学时：从文件里删去
      2026-11-02 乙二 集体学习 2 学时：从文件里删去
      2026-11-02 甲一 集体学习 2 学时：从文件里删去
      2026-11-02 赵刚 集体学习 2 学时：从文件里删去
    错误：没有确认：7 条记录或文件会删去，继续吗？
    建议：确定就加 --yes
    --- exit Some(1)
    ");
    assert_snapshot!(branch.undoing("undo --yes"), @"
    --- stderr
    took back: 赵刚, 孙磊, 李敏, 甲一, 乙二, 丙三, 丁四: 集体学习, 2 h, 2026-11-02 (cccccccccc, 李敏, 2026-11-03)
      2026-11-02 孙磊 集体学习 2 h: taken out of the file
      2026-11-02 李敏 集体学习 2 h: taken out of the file
      2026-11-02 丁四 集体学习 2 h: taken out of the file
      2026-11-02 丙三 集体学习 2 h: taken out of the file
      2026-11-02 乙二 集体学习 2 h: taken out of the file
      2026-11-02 甲一 集体学习 2 h: taken out of the file
      2026-11-02 赵刚 集体学习 2 h: taken out of the file
    took back: 赵刚, 孙磊, 李敏, 甲一, 乙二, 丙三, 丁四: 集体学习, 2 h, 2026-11-02
      study/2026-11.toml
    ");
    assert_snapshot!(branch.undoing("undo HEAD -y --lang zh"), @"
    --- stderr
    恢复：赵刚, 孙磊, 李敏, 甲一, 乙二, 丙三, 丁四: 集体学习, 2 h, 2026-11-02（cccccccccc，李敏，2026-11-20）
      2026-11-02 孙磊 集体学习 2 学时：新增
      2026-11-02 李敏 集体学习 2 学时：新增
      2026-11-02 丁四 集体学习 2 学时：新增
      2026-11-02 丙三 集体学习 2 学时：新增
      2026-11-02 乙二 集体学习 2 学时：新增
      2026-11-02 甲一 集体学习 2 学时：新增
      2026-11-02 赵刚 集体学习 2 学时：新增
    恢复：赵刚, 孙磊, 李敏, 甲一, 乙二, 丙三, 丁四: 集体学习, 2 h, 2026-11-02
      study/2026-11.toml
    ");
}

#[test]
fn a_line_that_others_have_is_struck() {
    let branch = lived();
    branch.on("2026-11-03", "points award 孙磊 good-deed 2 --on 11-02");
    branch.git(&["branch", "others"]);
    assert_snapshot!(branch.undoing("undo"), @"
    --- stderr
    took back: 孙磊: 好人好事 +2, 2026-11-02 (cccccccccc, 李敏, 2026-11-03)
      2026-11-02 孙磊 好人好事 +2: struck: taken back
      others have this commit, so lines are struck and not taken out
      points/2026-11.toml
    ");
    assert_snapshot!(branch.read("points/2026-11.toml"), @r#"
    entries = [
      { id = "xth3a3", date = 2026-11-01, member = "zhao-gang", item = "good-deed", points = 1 },
      { id = "25vfbe", date = 2026-11-02, member = "sun-lei", item = "good-deed", points = 2, struck = "taken back" },
    ]
    "#);
    assert_snapshot!(branch.undoing("undo HEAD --lang zh"), @"
    --- stderr
    恢复：孙磊: 好人好事 +2, 2026-11-02（cccccccccc，李敏，2026-11-20）
      2026-11-02 孙磊 好人好事 +2：取消作废
      points/2026-11.toml
    ");
    assert_snapshot!(branch.read("points/2026-11.toml"), @r#"
    entries = [
      { id = "xth3a3", date = 2026-11-01, member = "zhao-gang", item = "good-deed", points = 1 },
      { id = "25vfbe", date = 2026-11-02, member = "sun-lei", item = "good-deed", points = 2 },
    ]
    "#);
}

#[test]
fn a_meeting_that_was_filed_elsewhere_is_where_it_was() {
    let branch = lived();
    branch.on("2026-11-05", "meeting log group -g criminal --absent 孙磊:duty");
    let before = branch.files();
    branch.on("2026-11-07", "meeting edit 11-05 --on 11-06");
    assert_snapshot!(branch.undoing("undo"), @"
    --- stderr
    took back: 2026-11-05 党小组会 · 刑侦党小组 is now 2026-11-06 党小组会 · 刑侦党小组 (cccccccccc, 李敏, 2026-11-07)
      2026-11-05 党小组会 · 刑侦党小组: was 2026-11-06 党小组会 · 刑侦党小组
      meetings/2026/2026-11-05-group-criminal.toml
      meetings/2026/2026-11-06-group-criminal.toml
    ");
    assert!(branch.files() == before);
}

#[test]
fn a_sealed_month_needs_a_reason() {
    let branch = lived();
    on_by(&branch, "2026-11-03", LI, "11", "study log 孙磊 2 --on 10-15");
    on_by(&branch, "2026-11-03", LI, "12", "points post 2026-10 --until 11-08");
    on_by(&branch, "2026-11-10", LI, "13", "points close 2026-10");
    on_by(&branch, "2026-11-11", LI, "14", "seal 2026-10");
    assert_snapshot!(branch.stuck("undo"), @"
    --- stderr
    error: cccccccccc sealed a month, which stays sealed: to correct it, add --amend WHY to a command
    --- exit Some(1)
    ");
    assert_snapshot!(branch.stuck("undo HEAD --lang zh"), @"
    --- stderr
    错误：cccccccccc 是封存，不能撤销；要更正当月记录，命令后面加 --amend 原因
    --- exit Some(1)
    ");
    assert_snapshot!(branch.stuck("undo HEAD~3"), @"
    --- stderr
    error: this would change what is sealed: 2026-10 (study/2026-10.toml)
    help: where it has to be corrected, add --amend WHY: it is written in the seal, and told in reports
    --- exit Some(1)
    ");
    assert_snapshot!(branch.undoing("undo HEAD~3 --amend 登错"), @"
    --- stderr
    took back: 孙磊: 集体学习, 2 h, 2026-10-15 (cccccccccc, 李敏, 2026-11-03)
      2026-10-15 孙磊 集体学习 2 h: taken out of the file
      study/2026-10.toml
      seals/2026-10.toml
    amended the sealed 2026-10, now SEAL-SEAL-SEAL-SEAL
    ");
    assert_snapshot!(branch.undoing("verify"), @"
    month    sealed      seal                 amended  verdict                       commit
    ───────  ──────────  ───────────────────  ───────  ────────────────────────────  ──────────
    2026-10  2026-11-11  SEAL-SEAL-SEAL-SEAL        1  amended, and as written down  cccccccccc
    2026-10 amended after it was sealed, 2026-11-20: took back: 孙磊: 集体学习, 2 h, 2026-10-15 (登错)
    --- stderr
    1 month verified
    ");
    assert_snapshot!(branch.stuck("undo HEAD"), @"
    --- stderr
    error: this would change what is sealed: 2026-10 (study/2026-10.toml)
    help: where it has to be corrected, add --amend WHY: it is written in the seal, and told in reports
    --- exit Some(1)
    ");
    assert_snapshot!(branch.undoing("undo HEAD --amend 没登错 --lang zh"), @"
    --- stderr
    恢复：孙磊: 集体学习, 2 h, 2026-10-15（cccccccccc，李敏，2026-11-20）
      2026-10-15 孙磊 集体学习 2 学时：新增
      study/2026-10.toml
      seals/2026-10.toml
    修订了已封存的 2026-10，新的校验码 SEAL-SEAL-SEAL-SEAL
    ");
    assert_snapshot!(without_commits(&plain(&branch.git(&["log", "-1", "--format=%B"]))), @"
    恢复：孙磊: 集体学习, 2 h, 2026-10-15

    2026-10-15 孙磊 集体学习 2 学时：新增

    修订 2026-10：没登错

    Zhibu-Command: undo
    Zhibu-Undoes: COMMIT
    ");
}

#[test]
fn commits_that_cannot_be_taken_back() {
    let branch = lived();
    assert_snapshot!(branch.stuck("undo 0123456"), @"
    --- stderr
    error: there is no commit `0123456`
    help: to see the last commands: zhibu undo --list
    --- exit Some(2)
    ");
    assert_snapshot!(branch.stuck("undo 0123456 --lang zh"), @"
    --- stderr
    错误：没有提交“0123456”
    建议：看最近的命令：zhibu undo --list
    --- exit Some(2)
    ");
    let first = branch.git(&["rev-list", "--max-parents=0", "HEAD"]);
    assert_snapshot!(branch.stuck(&format!("undo {}", first.trim())), @"
    --- stderr
    error: cccccccccc is the first commit: it cannot be taken back
    --- exit Some(1)
    ");
    branch.git_on("2026-11-04", &["checkout", "-q", "-b", "side"]);
    on_by(&branch, "2026-11-05", SUN, "5", "issue open 台账不全 --owner 孙磊 --deadline 12-01");
    branch.git_on("2026-11-05", &["checkout", "-q", "-"]);
    branch.on("2026-11-06", "study log 孙磊 2 --on 11-05");
    let side = branch.git(&["rev-parse", "side"]);
    assert_snapshot!(branch.stuck(&format!("undo {}", side.trim())), @"
    --- stderr
    error: cccccccccc is not in the history that is checked out
    help: to see the last commands: zhibu undo --list
    --- exit Some(2)
    ");
    branch.git_on("2026-11-07", &["merge", "-q", "--no-edit", "side"]);
    assert_snapshot!(branch.stuck("undo HEAD"), @"
    --- stderr
    error: cccccccccc is a merge: take back one of the commands it brought, see `zhibu undo --list`
    --- exit Some(1)
    ");
    // A command that the merge brought can be.
    assert_snapshot!(branch.undoing(&format!("undo {}", side.trim())), @"
    --- stderr
    took back: opened 台账不全: owner 孙磊, deadline 2026-12-01 (cccccccccc, 孙磊, 2026-11-05)
      2026-11-05 台账不全: taken out of the file
      issues/2026/2026-11-05-fguj4a.toml
    ");
    branch.write("notes.txt", "x");
    branch.git_on("2026-11-08", &["add", "notes.txt"]);
    branch.git_on("2026-11-08", &["commit", "-qm", "notes"]);
    assert_snapshot!(branch.stuck("undo HEAD"), @"
    --- stderr
    error: cccccccccc touched notes.txt too, which is no record
    help: to take it back with git: git revert cccccccccc
    --- exit Some(1)
    ");
}

#[test]
fn a_commit_by_hand_is_taken_back_as_well() {
    let branch = lived();
    let path = "points/2026-11.toml";
    branch.write(path, branch.read(path).replace("points = 1", "points = 3"));
    branch.git_on("2026-11-08", &["commit", "-qam", "手工改"]);
    assert_snapshot!(branch.undoing("undo HEAD"), @"
    --- stderr
    took back: 手工改 (cccccccccc, 王芳, 2026-11-08)
      2026-11-01 赵刚 好人好事 +1: points: 3 → 1
      points/2026-11.toml
    ");
}

#[test]
fn without_commits_nothing_is_taken_back() {
    let branch = lived();
    assert_snapshot!(branch.stuck("undo --no-commit"), @"
    --- stderr
    error: a command is taken back by a commit: --no-commit cannot be
    --- exit Some(1)
    ");
    assert_snapshot!(branch.stuck("undo --no-commit --lang zh"), @"
    --- stderr
    错误：撤销靠一次新的提交，不能和 --no-commit 一起用
    --- exit Some(1)
    ");
    branch.write("zhibu.toml", branch.read("zhibu.toml").replace("commit = true", "commit = false"));
    assert_snapshot!(branch.stuck("undo"), @"
    --- stderr
    error: `commit = false` in zhibu.toml: commands make no commits, so none can be taken back
    --- exit Some(1)
    ");
    let branch = lived();
    std::fs::write(branch.root().join(".git/MERGE_HEAD"), branch.head()).unwrap();
    assert_snapshot!(branch.stuck("undo"), @"
    --- stderr
    error: the repository is in the middle of a merge: finish it first
    --- exit Some(1)
    ");
    std::fs::remove_dir_all(branch.root().join(".git")).unwrap();
    assert_snapshot!(branch.undoing("undo"), @"
    --- stderr
    error: this directory is in no git repository, so it has no history: nothing can be taken back
    --- exit Some(1)
    ");
    assert_snapshot!(branch.undoing("undo --list --lang zh"), @"
    --- stderr
    错误：这个目录不在 git 仓库里，没有修改历史，不能撤销
    --- exit Some(1)
    ");
    branch.git_on("2026-11-08", &["init", "-q"]);
    assert_snapshot!(branch.undoing("undo"), @"
    --- stderr
    error: there is no commit yet: nothing can be taken back
    --- exit Some(1)
    ");
    branch.git_on("2026-11-08", &["add", "."]);
    branch.git_on("2026-11-08", &["commit", "-qm", "begin"]);
    assert_snapshot!(branch.stuck("undo"), @"
    --- stderr
    error: there is no command to take back
    --- exit Some(1)
    ");
    assert_snapshot!(branch.undoing("undo --list"), @"
    --- stderr
    there is no command of this program yet
    ");
}

#[test]
fn a_shallow_clone_says_what_it_does_not_know() {
    let branch = lived();
    let copy = branch.clone_of(Some(1));
    assert_snapshot!(copy.stuck("undo"), @"
    --- stderr
    error: this is a shallow clone: what was before cccccccccc is not known; `git fetch --unshallow` gets it
    --- exit Some(1)
    ");
    assert_snapshot!(copy.stuck("undo HEAD --lang zh"), @"
    --- stderr
    错误：这份仓库是浅克隆，cccccccccc 以前是什么样不知道，不能撤销；git fetch --unshallow 可以取来
    --- exit Some(1)
    ");
}

#[test]
fn a_clone_takes_back_what_another_wrote() {
    let branch = lived();
    branch.on("2026-11-03", "points award 孙磊 good-deed 2 --on 11-02");
    let copy = branch.clone_of(None);
    assert_snapshot!(copy.undoing("undo"), @"
    --- stderr
    took back: 孙磊: 好人好事 +2, 2026-11-02 (cccccccccc, 李敏, 2026-11-03)
      2026-11-02 孙磊 好人好事 +2: struck: taken back
      others have this commit, so lines are struck and not taken out
      points/2026-11.toml
    ");
    // Others wrote beside the line meanwhile.
    on_by(&branch, "2026-11-04", SUN, "4", "points award 李敏 good-deed 3 --on 11-03");
    branch.git_on("2026-11-21", &["pull", "-q", "--no-rebase", copy.root().to_str().unwrap(), "HEAD"]);
    assert_snapshot!(branch.read("points/2026-11.toml"), @r#"
    entries = [
      { id = "xth3a3", date = 2026-11-01, member = "zhao-gang", item = "good-deed", points = 1 },
      { id = "25vfbe", date = 2026-11-02, member = "sun-lei", item = "good-deed", points = 2, struck = "taken back" },
      { id = "dz63et", date = 2026-11-03, member = "li-min", item = "good-deed", points = 3 },
    ]
    "#);
    assert!(branch.contradictions().is_empty());
}

#[test]
fn a_commit_that_a_hook_refuses_leaves_the_records_written() {
    use std::os::unix::fs::PermissionsExt;
    let branch = lived();
    let hook = branch.root().join(".git/hooks/pre-commit");
    std::fs::create_dir_all(hook.parent().unwrap()).unwrap();
    std::fs::write(&hook, "#!/bin/sh\necho not today >&2\nexit 1\n").unwrap();
    std::fs::set_permissions(&hook, std::fs::Permissions::from_mode(0o755)).unwrap();
    assert_snapshot!(branch.undoing("undo"), @"
    --- stderr
    took back: 赵刚: 好人好事 +1, 2026-11-01 (cccccccccc, 李敏, 2026-11-02)
      2026-11-01 赵刚 好人好事 +1: taken out of the file
      points/2026-11.toml
    warning: the record is written, but not committed to git: git says: not today
    help: once that is mended: git add -- points/2026-11.toml && git commit -- points/2026-11.toml
    ");
}

#[test]
fn what_is_in_no_commit_is_told_as_left() {
    let branch = lived();
    branch.on("2026-11-05", "member edit 孙磊 --note 好");
    branch.write("members/zhao-gang.toml", format!("# 手写\n{}", branch.read("members/zhao-gang.toml")));
    assert_snapshot!(branch.undoing("undo"), @"
    --- stderr
    what is in no commit is left as it is: members/zhao-gang.toml
    took back: edited 孙磊 (cccccccccc, 李敏, 2026-11-05)
      孙磊: note taken out: 好
      members/sun-lei.toml
    ");
    assert_snapshot!(plain(&branch.chinese_once("undo")), @"
    --- stderr
    没有提交的改动不在撤销之列：members/zhao-gang.toml
    撤销：赵刚: 好人好事 +1, 2026-11-01（cccccccccc，李敏，2026-11-02）
      2026-11-01 赵刚 好人好事 +1：从文件里删去
      points/2026-11.toml
    ");
}
