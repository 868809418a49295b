//! What happened to the records, told from real repositories.

use insta::assert_snapshot;

use super::sandbox::Sandbox;

/// A branch that begins without records, some days of its life, each commit on its day.
fn lived() -> Sandbox {
    let branch = Sandbox::empty();
    branch.on("2026-10-01", "init --name 站南派出所党支部");
    branch.on("2026-10-02", "group add 刑侦党小组 --id criminal --from 2024-01-01");
    branch.on("2026-10-02", "member add 赵刚 -s full --from 2010-01-01 -g criminal");
    branch.on("2026-10-02", "member add 孙磊 -s full --from 2012-01-01 -g criminal");
    branch.on("2026-10-02", "member add 王芳 -s full --from 2014-01-01 -g criminal");
    branch.on("2026-11-05", "meeting log group -g criminal --absent 孙磊:duty:出警 --topic 学习条例");
    branch.on("2026-11-08", "meeting attend 11-05 --made-up 孙磊:11-08");
    branch.on("2026-11-09", "points award 王芳 commended 5 --note 破获系列盗窃案 --by 赵刚");
    branch
}

#[test]
fn the_story_of_a_member_is_told_in_sentences() {
    let branch = lived();
    branch.on("2026-11-10", "issue open 台账不全 --owner 孙磊 --deadline 12-01");
    branch.on("2026-11-11", "study log 孙磊 2");
    branch.on("2026-11-12", "dues set 孙磊 45.50 --from 2026-01");
    branch.on("2026-11-12", "dues pay 孙磊 2026-10");
    branch.on("2026-11-13", "talk log 赵刚 孙磊");
    assert_snapshot!(branch.run("history 孙磊"), @"
    2026-10-02 19:30 李敏
      孙磊: new, standing 正式党员, from 2012-01-01, group 刑侦党小组, from 2024-01-01
    2026-11-05 19:30 李敏
      2026-11-05 党小组会 · 刑侦党小组: 孙磊: absent (值班备勤, 出警)
    2026-11-08 19:30 李敏
      2026-11-05 党小组会 · 刑侦党小组: 孙磊: absent (值班备勤, 出警) → made up on 2026-11-08
    2026-11-10 19:30 李敏
      2026-11-10 台账不全: new, deadline 2026-12-01, owner 孙磊
    2026-11-11 19:30 李敏
      2026-11-11 孙磊 集体学习 2 h: new
    2026-11-12 19:30 李敏
      2026-01 孙磊 approved 45.50: new
    2026-11-12 19:30 李敏
      2026-10 孙磊 paid 45.50: new, paid on 2026-11-12
    2026-11-13 19:30 李敏
      2026-11-13 talk of 赵刚 with 孙磊: new, reason 日常谈心谈话
    ");
    assert_snapshot!(branch.chinese().run("history 孙磊"), @"
    2026-10-02 19:30 李敏
      孙磊：新增，身份 正式党员，起 2012-01-01，小组 刑侦党小组，起 2024-01-01
    2026-11-05 19:30 李敏
      2026-11-05 党小组会 · 刑侦党小组：孙磊：缺席（值班备勤，出警）
    2026-11-08 19:30 李敏
      2026-11-05 党小组会 · 刑侦党小组：孙磊：缺席（值班备勤，出警） → 2026-11-08 补课
    2026-11-10 19:30 李敏
      2026-11-10 台账不全：新增，期限 2026-12-01，责任人 孙磊
    2026-11-11 19:30 李敏
      2026-11-11 孙磊 集体学习 2 学时：新增
    2026-11-12 19:30 李敏
      2026-01 孙磊 核定 45.50：新增
    2026-11-12 19:30 李敏
      2026-10 孙磊 交纳 45.50：新增，交纳日期 2026-11-12
    2026-11-13 19:30 李敏
      2026-11-13 赵刚 与 孙磊 谈心谈话：新增，原因 日常谈心谈话
    ");
}

#[test]
fn everything_is_told_commit_by_commit() {
    let branch = lived();
    assert_snapshot!(branch.run("history"), @"
    2026-10-01 19:30 李敏
      rules/appraisal.toml, rules/assessment.toml, rules/branch.toml, rules/dues.toml, rules/duties.toml, rules/editions.toml, rules/holidays.toml, rules/meetings.toml, rules/points.toml, rules/steps.toml, rules/study.toml, rules/talks.toml, zhibu.toml: new
    2026-10-02 19:30 李敏
      刑侦党小组: new, from 2024-01-01
    2026-10-02 19:30 李敏
      赵刚: new, standing 正式党员, from 2010-01-01, group 刑侦党小组, from 2024-01-01
    2026-10-02 19:30 李敏
      孙磊: new, standing 正式党员, from 2012-01-01, group 刑侦党小组, from 2024-01-01
    2026-10-02 19:30 李敏
      王芳: new, standing 正式党员, from 2014-01-01, group 刑侦党小组, from 2024-01-01
    2026-11-05 19:30 李敏
      2026-11-05 党小组会 · 刑侦党小组: new, 2 present, 1 absent (孙磊: 值班备勤, 出警), topics 学习条例
    2026-11-08 19:30 李敏
      2026-11-05 党小组会 · 刑侦党小组: 孙磊: absent (值班备勤, 出警) → made up on 2026-11-08
    2026-11-09 19:30 李敏
      2026-11-09 王芳 立功受奖、表彰 +5: new, by 赵刚, note 破获系列盗窃案
    ");
    assert_snapshot!(branch.run("history 王芳 --format csv"), @r#"
    date,written,author,record_kind,title,change,member,field,before,after,sentence,record,entry,commit,subject
    2026-10-02,2026-10-02 19:30:00 +0800,李敏,member,王芳,added,,,,,"new, standing 正式党员, from 2014-01-01, group 刑侦党小组, from 2024-01-01",members/wang-fang.toml,,COMMIT,"added 王芳: 正式党员, from 2014-01-01"
    2026-11-05,2026-11-05 19:30:00 +0800,李敏,meeting,2026-11-05 党小组会 · 刑侦党小组,added,,,,,王芳: present,meetings/2026/2026-11-05-group-criminal.toml,,COMMIT,logged 2026-11-05 党小组会 · 刑侦党小组
    2026-11-09,2026-11-09 19:30:00 +0800,李敏,award,2026-11-09 王芳 立功受奖、表彰 +5,added,wang-fang,,,,"new, by 赵刚, note 破获系列盗窃案",points/2026-11.toml,xth3a3,COMMIT,"王芳: 立功受奖、表彰 +5, 2026-11-09"
    "#);
    assert_snapshot!(branch.run("history 11-05 --format json"), @r#"
    [
      {"date":"2026-11-05","written":"2026-11-05 19:30:00 +0800","author":"李敏","record_kind":"meeting","title":"2026-11-05 党小组会 · 刑侦党小组","change":"added","member":null,"field":null,"before":null,"after":null,"sentence":"new, 2 present, 1 absent (孙磊: 值班备勤, 出警), topics 学习条例","record":"meetings/2026/2026-11-05-group-criminal.toml","entry":null,"commit":"COMMIT","subject":"logged 2026-11-05 党小组会 · 刑侦党小组"},
      {"date":"2026-11-08","written":"2026-11-08 19:30:00 +0800","author":"李敏","record_kind":"meeting","title":"2026-11-05 党小组会 · 刑侦党小组","change":"attendance","member":"sun-lei","field":null,"before":"absent:duty:出警","after":"made-up:2026-11-08","sentence":"孙磊: absent (值班备勤, 出警) → made up on 2026-11-08","record":"meetings/2026/2026-11-05-group-criminal.toml","entry":null,"commit":"COMMIT","subject":"2026-11-05 党小组会 · 刑侦党小组: 孙磊 made up on 2026-11-08"}
    ]
    "#);
    assert_snapshot!(branch.run("history 11-05 --format csv --lang zh"), @"
    日期,登记时间,提交人,记录种类,题目,变化,编号,字段,原来,改后,说明,记录文件,记录编号,提交,提交说明
    2026-11-05,2026-11-05 19:30:00 +0800,李敏,meeting,2026-11-05 党小组会 · 刑侦党小组,added,,,,,新增，到会 2 人，缺席 1 人（孙磊：值班备勤，出警），议题 学习条例,meetings/2026/2026-11-05-group-criminal.toml,,COMMIT,logged 2026-11-05 党小组会 · 刑侦党小组
    2026-11-08,2026-11-08 19:30:00 +0800,李敏,meeting,2026-11-05 党小组会 · 刑侦党小组,attendance,sun-lei,,absent:duty:出警,made-up:2026-11-08,孙磊：缺席（值班备勤，出警） → 2026-11-08 补课,meetings/2026/2026-11-05-group-criminal.toml,,COMMIT,2026-11-05 党小组会 · 刑侦党小组: 孙磊 made up on 2026-11-08
    ");
}

#[test]
fn a_meeting_is_followed_through_the_names_of_its_file() {
    let branch = lived();
    branch.on("2026-11-10", "meeting edit 11-05 --on 11-06 --place 二楼会议室");
    branch.on("2026-11-11", "meeting log group -g criminal --on 11-05 --present 赵刚,孙磊,王芳");
    branch.on("2026-11-12", "meeting remove 11-06 --why 登错 --yes");
    assert_snapshot!(branch.run("history 11-06"), @"
    2026-11-05 19:30 李敏
      2026-11-05 党小组会 · 刑侦党小组: new, 2 present, 1 absent (孙磊: 值班备勤, 出警), topics 学习条例
    2026-11-08 19:30 李敏
      2026-11-05 党小组会 · 刑侦党小组: 孙磊: absent (值班备勤, 出警) → made up on 2026-11-08
    2026-11-10 19:30 李敏
      2026-11-06 党小组会 · 刑侦党小组
        was 2026-11-05 党小组会 · 刑侦党小组
        place: 二楼会议室
    2026-11-12 19:30 李敏
      2026-11-06 党小组会 · 刑侦党小组: struck: 登错
    ");
    assert_snapshot!(branch.run("history 2026-11-05-group-criminal"), @"
    2026-11-05 19:30 李敏
      2026-11-05 党小组会 · 刑侦党小组: new, 2 present, 1 absent (孙磊: 值班备勤, 出警), topics 学习条例
    2026-11-08 19:30 李敏
      2026-11-05 党小组会 · 刑侦党小组: 孙磊: absent (值班备勤, 出警) → made up on 2026-11-08
    2026-11-11 19:30 李敏
      2026-11-05 党小组会 · 刑侦党小组: new, 3 present
    ");
}

#[test]
fn what_is_asked_for_is_found_by_the_usual_names() {
    let branch = lived();
    branch.on("2026-11-10", "issue open 台账不全 --owner 孙磊 --deadline 12-01");
    branch.on("2026-11-20", "issue close 台账 --by 赵刚 --note 已补齐");
    assert_snapshot!(branch.run("history 台账"), @"
    2026-11-10 19:30 李敏
      2026-11-10 台账不全: new, deadline 2026-12-01, owner 孙磊
    2026-11-20 19:30 李敏
      2026-11-10 台账不全
        closed: 2026-11-20
        closed by: 赵刚
        result: 已补齐
    ");
    assert_snapshot!(branch.run("history 2026-10"), @"
    2026-10-01 19:30 李敏
      rules/appraisal.toml, rules/assessment.toml, rules/branch.toml, rules/dues.toml, rules/duties.toml, rules/editions.toml, rules/holidays.toml, rules/meetings.toml, rules/points.toml, rules/steps.toml, rules/study.toml, rules/talks.toml, zhibu.toml: new
    2026-10-02 19:30 李敏
      刑侦党小组: new, from 2024-01-01
    2026-10-02 19:30 李敏
      赵刚: new, standing 正式党员, from 2010-01-01, group 刑侦党小组, from 2024-01-01
    2026-10-02 19:30 李敏
      孙磊: new, standing 正式党员, from 2012-01-01, group 刑侦党小组, from 2024-01-01
    2026-10-02 19:30 李敏
      王芳: new, standing 正式党员, from 2014-01-01, group 刑侦党小组, from 2024-01-01
    ");
    assert_snapshot!(branch.run("history xth3a3"), @"
    2026-11-10 19:30 李敏
      2026-11-10 台账不全: new, deadline 2026-12-01, owner 孙磊
    2026-11-20 19:30 李敏
      2026-11-10 台账不全
        closed: 2026-11-20
        closed by: 赵刚
        result: 已补齐
    ");
    assert_snapshot!(branch.run("history points/2026-11.toml"), @"
    2026-11-09 19:30 李敏
      2026-11-09 王芳 立功受奖、表彰 +5: new, by 赵刚, note 破获系列盗窃案
    ");
    assert_snapshot!(branch.run("history 党小组"), @"
    2026-11-05 19:30 李敏
      2026-11-05 党小组会 · 刑侦党小组: new, 2 present, 1 absent (孙磊: 值班备勤, 出警), topics 学习条例
    2026-11-08 19:30 李敏
      2026-11-05 党小组会 · 刑侦党小组: 孙磊: absent (值班备勤, 出警) → made up on 2026-11-08
    ");
    assert_snapshot!(branch.run("history 刑侦"), @"
    2026-11-05 19:30 李敏
      2026-11-05 党小组会 · 刑侦党小组: new, 2 present, 1 absent (孙磊: 值班备勤, 出警), topics 学习条例
    2026-11-08 19:30 李敏
      2026-11-05 党小组会 · 刑侦党小组: 孙磊: absent (值班备勤, 出警) → made up on 2026-11-08
    ");
    assert_snapshot!(branch.run("history 周杰"), @"
    --- stderr
    error: no member, meeting, problem or record is called `周杰`
    help: name a member, the id of a meeting, problem or record, or a month: 2026-11
    --- exit Some(2)
    ");
    assert_snapshot!(branch.run("history 2025-01"), @"
    --- stderr
    nothing is known of it
    ");
}

#[test]
fn commits_by_hand_are_told_the_same_way() {
    let branch = lived();
    let path = "meetings/2026/2026-11-05-group-criminal.toml";
    branch.write(path, format!("# 原始记录在档案柜\n{}", branch.read(path)));
    branch.git_on("2026-11-12", &["commit", "-aqm", "注释"]);
    branch.write(path, branch.read(path).replace("  \"zhao-gang\",\n", ""));
    branch.write("points/2026-11.toml", branch.read("points/2026-11.toml").replace("points = 5", "points =  3"));
    branch.git_on("2026-11-13", &["commit", "-aqm", "两处"]);
    branch.write("points/2026-11.toml", "entries = [\n<<<<<<< HEAD\n");
    branch.git_on("2026-11-14", &["commit", "-aqm", "坏了"]);
    branch.write("points/2026-11.toml", "entries = []\n");
    std::fs::remove_file(branch.root().join(path)).unwrap();
    branch.git_on("2026-11-15", &["commit", "-aqm", "删"]);
    branch.write("members/wang-fang.toml", branch.read("members/wang-fang.toml").replace("王芳", "王方"));
    assert_snapshot!(branch.run("history 2026-11"), @"
    2026-11-05 19:30 李敏
      2026-11-05 党小组会 · 刑侦党小组: new, 2 present, 1 absent (孙磊: 值班备勤, 出警), topics 学习条例
    2026-11-08 19:30 李敏
      2026-11-05 党小组会 · 刑侦党小组: 孙磊: absent (值班备勤, 出警) → made up on 2026-11-08
    2026-11-09 19:30 李敏
      2026-11-09 王方 立功受奖、表彰 +5: new, by 赵刚, note 破获系列盗窃案
    2026-11-12 08:00 王芳
      2026-11-05 党小组会 · 刑侦党小组: changed only how it is written
    2026-11-13 08:00 王芳
      2026-11-05 党小组会 · 刑侦党小组: 赵刚: present → not written down
      2026-11-09 王方 立功受奖、表彰 +3: points: 5 → 3
    2026-11-14 08:00 王芳
      points/2026-11.toml: the file cannot be read after this
    2026-11-15 08:00 王芳
      2026-11-05 党小组会 · 刑侦党小组: taken out of the file
      2026-11-09 王方 立功受奖、表彰 +3: taken out of the file
    --- stderr
    not committed yet, so git knows nothing of it: members/wang-fang.toml
    ");
}

#[test]
fn two_who_recorded_apart_are_both_told() {
    let one = lived();
    let other = one.clone_of(None);
    one.on("2026-11-10", "points award 孙磊 good-deed 1 --on 11-10");
    one.on("2026-11-12", "points award 赵刚 good-deed 1 --on 11-12");
    other.on_seeded("2", "2026-11-11", "points award 孙磊 good-deed 2 --on 11-11");
    other.on("2026-11-13", "meeting attend 11-05 --late 王芳");
    one.git_on("2026-11-14", &["pull", "--quiet", "--no-rebase", "--no-edit", other.root().to_str().unwrap()]);
    assert_snapshot!(one.run("history 2026-11"), @"
    2026-11-05 19:30 李敏
      2026-11-05 党小组会 · 刑侦党小组: new, 2 present, 1 absent (孙磊: 值班备勤, 出警), topics 学习条例
    2026-11-08 19:30 李敏
      2026-11-05 党小组会 · 刑侦党小组: 孙磊: absent (值班备勤, 出警) → made up on 2026-11-08
    2026-11-09 19:30 李敏
      2026-11-09 王芳 立功受奖、表彰 +5: new, by 赵刚, note 破获系列盗窃案
    2026-11-10 19:30 李敏
      2026-11-10 孙磊 好人好事 +1: new
    2026-11-11 19:30 李敏
      2026-11-11 孙磊 好人好事 +2: new
    2026-11-12 19:30 李敏
      2026-11-12 赵刚 好人好事 +1: new
    2026-11-13 19:30 李敏
      2026-11-05 党小组会 · 刑侦党小组: 王芳: present → late
    ");
    // What a merge makes of it besides is the merge's own.
    other.on("2026-11-15", "meeting edit 11-05 --place 一楼");
    one.on("2026-11-15", "meeting edit 11-05 --place 二楼");
    let pull = std::process::Command::new("git")
        .args(["-c", "user.name=李敏", "-c", "user.email=l@example.org", "pull", "--no-rebase"])
        .arg(other.root())
        .current_dir(one.root())
        .output()
        .unwrap();
    assert!(!pull.status.success(), "a conflict");
    let path = "meetings/2026/2026-11-05-group-criminal.toml";
    one.write(path, other.read(path).replace("一楼", "三楼"));
    one.git_on("2026-11-16", &["commit", "-aqm", "合并"]);
    assert_snapshot!(one.run("history 11-05"), @"
    2026-11-05 19:30 李敏
      2026-11-05 党小组会 · 刑侦党小组: new, 2 present, 1 absent (孙磊: 值班备勤, 出警), topics 学习条例
    2026-11-08 19:30 李敏
      2026-11-05 党小组会 · 刑侦党小组: 孙磊: absent (值班备勤, 出警) → made up on 2026-11-08
    2026-11-13 19:30 李敏
      2026-11-05 党小组会 · 刑侦党小组: 王芳: present → late
    2026-11-15 19:30 李敏
      2026-11-05 党小组会 · 刑侦党小组: place: 一楼
    2026-11-15 19:30 李敏
      2026-11-05 党小组会 · 刑侦党小组: place: 二楼
    2026-11-16 08:00 王芳 (merge)
      2026-11-05 党小组会 · 刑侦党小组: place: 二楼 → 三楼
    ");
}

#[test]
fn rebases_and_squashes_are_told_as_they_are() {
    let one = lived();
    let other = one.clone_of(None);
    one.on("2026-11-10", "points award 孙磊 good-deed 1 --on 11-10");
    other.on_seeded("2", "2026-11-11", "points award 孙磊 good-deed 2 --on 11-11");
    other.on("2026-11-12", "meeting attend 11-05 --late 王芳");
    let from = one.root().to_str().unwrap();
    other.git_on("2026-11-20", &["pull", "--quiet", "--rebase", from]);
    assert_snapshot!(other.run("history 2026-11"), @"
    2026-11-05 19:30 李敏
      2026-11-05 党小组会 · 刑侦党小组: new, 2 present, 1 absent (孙磊: 值班备勤, 出警), topics 学习条例
    2026-11-08 19:30 李敏
      2026-11-05 党小组会 · 刑侦党小组: 孙磊: absent (值班备勤, 出警) → made up on 2026-11-08
    2026-11-09 19:30 李敏
      2026-11-09 王芳 立功受奖、表彰 +5: new, by 赵刚, note 破获系列盗窃案
    2026-11-10 19:30 李敏
      2026-11-10 孙磊 好人好事 +1: new
    2026-11-11 19:30 李敏
      2026-11-11 孙磊 好人好事 +2: new
    2026-11-12 19:30 李敏
      2026-11-05 党小组会 · 刑侦党小组: 王芳: present → late
    ");
    other.git_on("2026-11-21", &["reset", "--quiet", "--soft", "HEAD~3"]);
    other.git_on("2026-11-21", &["commit", "--quiet", "-m", "合成一次"]);
    assert_snapshot!(other.run("history 2026-11"), @"
    2026-11-05 19:30 李敏
      2026-11-05 党小组会 · 刑侦党小组: new, 2 present, 1 absent (孙磊: 值班备勤, 出警), topics 学习条例
    2026-11-08 19:30 李敏
      2026-11-05 党小组会 · 刑侦党小组: 孙磊: absent (值班备勤, 出警) → made up on 2026-11-08
    2026-11-09 19:30 李敏
      2026-11-09 王芳 立功受奖、表彰 +5: new, by 赵刚, note 破获系列盗窃案
    2026-11-21 08:00 王芳
      2026-11-05 党小组会 · 刑侦党小组: 王芳: present → late
      2026-11-10 孙磊 好人好事 +1: new
      2026-11-11 孙磊 好人好事 +2: new
    ");
}

#[test]
fn a_shallow_clone_says_what_it_does_not_know() {
    let branch = lived();
    let shallow = branch.clone_of(Some(2));
    assert_snapshot!(shallow.run("history 2026-11"), @"
    2026-11-08 19:30 李敏
      刑侦党小组: already there when the history begins, from 2024-01-01
      2026-11-05 党小组会 · 刑侦党小组: already there when the history begins, 2 present, 1 absent (孙磊: made up on 2026-11-08), topics 学习条例
      孙磊: already there when the history begins, standing 正式党员, from 2012-01-01, group 刑侦党小组, from 2024-01-01
      王芳: already there when the history begins, standing 正式党员, from 2014-01-01, group 刑侦党小组, from 2024-01-01
      赵刚: already there when the history begins, standing 正式党员, from 2010-01-01, group 刑侦党小组, from 2024-01-01
      rules/appraisal.toml, rules/assessment.toml, rules/branch.toml, rules/dues.toml, rules/duties.toml, rules/editions.toml, rules/holidays.toml, rules/meetings.toml, rules/points.toml, rules/steps.toml, rules/study.toml, rules/talks.toml, zhibu.toml: already there when the history begins
    2026-11-09 19:30 李敏
      2026-11-09 王芳 立功受奖、表彰 +5: new, by 赵刚, note 破获系列盗窃案
    --- stderr
    this is a shallow clone: it knows nothing of what was changed before 2026-11-08; `git fetch --unshallow` gets the rest
    ");
    assert_snapshot!(shallow.chinese().run("history 王芳"), @"
    2026-11-08 19:30 李敏
      2026-11-05 党小组会 · 刑侦党小组：王芳：出席
      王芳：历史开始时已有，身份 正式党员，起 2014-01-01，小组 刑侦党小组，起 2024-01-01
    2026-11-09 19:30 李敏
      2026-11-09 王芳 立功受奖、表彰 +5：新增，登记人 赵刚，备注 破获系列盗窃案
    --- stderr
    这份仓库是浅克隆，只有 2026-11-08 以来的历史；以前的改动不知道，git fetch --unshallow 可以取来
    ");
}

#[test]
fn records_older_than_the_repository_are_told_as_such() {
    let branch = lived();
    std::fs::remove_dir_all(branch.root().join(".git")).unwrap();
    branch.git_on("2026-11-20", &["init", "--quiet"]);
    branch.git_on("2026-11-20", &["add", "."]);
    branch.git_on("2026-11-20", &["commit", "--quiet", "-m", "开始"]);
    branch.on("2026-11-21", "meeting attend 11-05 --late 王芳");
    assert_snapshot!(branch.run("history 2026-11"), @"
    2026-11-20 08:00 王芳
      刑侦党小组: already there when the history begins, from 2024-01-01
      2026-11-05 党小组会 · 刑侦党小组: already there when the history begins, 2 present, 1 absent (孙磊: made up on 2026-11-08), topics 学习条例
      孙磊: already there when the history begins, standing 正式党员, from 2012-01-01, group 刑侦党小组, from 2024-01-01
      王芳: already there when the history begins, standing 正式党员, from 2014-01-01, group 刑侦党小组, from 2024-01-01
      赵刚: already there when the history begins, standing 正式党员, from 2010-01-01, group 刑侦党小组, from 2024-01-01
      2026-11-09 王芳 立功受奖、表彰 +5: already there when the history begins, by 赵刚, note 破获系列盗窃案
      rules/appraisal.toml, rules/assessment.toml, rules/branch.toml, rules/dues.toml, rules/duties.toml, rules/editions.toml, rules/holidays.toml, rules/meetings.toml, rules/points.toml, rules/steps.toml, rules/study.toml, rules/talks.toml, zhibu.toml: already there when the history begins
    2026-11-21 19:30 李敏
      2026-11-05 党小组会 · 刑侦党小组: 王芳: present → late
    --- stderr
    the history begins on 2026-11-20 with 6 records already there: what was changed before is not known
    ");
}

#[test]
fn without_a_history_it_says_so() {
    let branch = lived();
    let without = branch.command(&["history"]).env("PATH", "").output().unwrap();
    assert_snapshot!(branch.told(&without), @"
    --- stderr
    error: there is no git here, and so no history
    help: install git and try again; the records themselves are not affected
    --- exit Some(1)
    ");
    std::fs::remove_dir_all(branch.root().join(".git")).unwrap();
    assert_snapshot!(branch.refused("history"), @"
    --- stderr
    error: this directory is in no git repository, so it has no history
    help: to have one from now on: git init && git add . && git commit -m begin
    --- exit Some(1)
    ");
    branch.git_on("2026-11-20", &["init", "--quiet"]);
    assert_snapshot!(branch.refused("history --lang zh"), @"
    --- stderr
    错误：仓库里还没有提交
    --- exit Some(1)
    ");
}

#[test]
fn odd_names_are_told_as_they_are() {
    let larger = Sandbox::empty();
    larger.git_on("2026-10-01", &["init", "--quiet"]);
    larger.run_words(&["init", "党 \"支\" 部", "--name", "x", "--here"]);
    let words = ["-C", "党 \"支\" 部", "member", "add", "欧 阳'\"娜\"", "-s", "full", "--id", "ou-yang"];
    larger.run_words(&words);
    larger.write("other.toml", "x = 1\n");
    larger.git_on("2026-10-02", &["add", "other.toml"]);
    larger.git_on(
        "2026-10-02",
        &["-c", "user.name=\u{1b}[31m 赵", "commit", "--quiet", "-m", "别的", "--author", "王 \"\u{202e}\" 芳 <w@x>"],
    );
    let told = larger.run_words(&["-C", "党 \"支\" 部", "history", "欧 阳'\"娜\""]);
    assert!(told.contains("  欧 阳'\"娜\": new, standing 正式党员, from 2026-11-23\n"), "{told}");
    assert!(!larger.run_words(&["-C", "党 \"支\" 部", "history"]).contains("other"));
}

#[test]
fn the_configuration_of_a_user_changes_nothing() {
    let branch = lived();
    branch.on("2026-11-10", "meeting edit 11-05 --on 11-06");
    let before = branch.run("history --format json");
    for (key, value) in [
        ("log.follow", "true"),
        ("log.showRoot", "false"),
        ("log.showSignature", "true"),
        ("log.date", "relative"),
        ("log.decorate", "full"),
        ("log.diffMerges", "off"),
        ("log.mailmap", "false"),
        ("mailmap.file", "people"),
        ("core.quotePath", "true"),
        ("core.abbrev", "4"),
        ("color.ui", "always"),
        ("diff.renames", "false"),
        ("diff.renameLimit", "1"),
        ("diff.noprefix", "true"),
        ("diff.relative", "true"),
        ("diff.external", "false"),
        ("format.pretty", "oneline"),
        ("i18n.logOutputEncoding", "gbk"),
        ("notes.displayRef", "*"),
        ("status.relativePaths", "true"),
        ("status.showUntrackedFiles", "no"),
        ("status.branch", "true"),
    ] {
        branch.git(&["config", key, value]);
    }
    branch.write("people", "某某 <li-min@example.org>\n");
    assert_eq!(branch.run("history --format json"), before);
    // One that comes with the records is theirs.
    branch.write(".mailmap", "李敏敏 <li-min@example.org>\n");
    assert!(branch.run("history").contains("李敏敏"));
}
