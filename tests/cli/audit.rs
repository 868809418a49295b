//! When things happened and when they were written down, told from real repositories.

use insta::assert_snapshot;

use super::sandbox::Sandbox;

/// A branch some of whose records were written later, changed after posting, struck, or written for somebody else.
fn lived() -> Sandbox {
    let branch = Sandbox::empty();
    branch.on("2026-10-01", "init --name 站南派出所党支部");
    branch.on("2026-10-02", "group add 刑侦党小组 --id criminal --from 2024-01-01");
    branch.on("2026-10-02", "member add 赵刚 -s full --from 2010-01-01 -g criminal");
    branch.on("2026-10-02", "member add 孙磊 -s full --from 2012-01-01 -g criminal");
    branch.on("2026-10-02", "member add 李敏 -s full --from 2014-01-01 -g criminal");
    branch.on("2026-11-05", "meeting log group -g criminal --absent 孙磊:duty");
    branch.on("2026-11-20", "meeting log 党课 --on 11-06");
    branch.on("2026-11-21", "meeting edit 11-06 --on 11-07");
    branch.on("2026-11-21", "points award 孙磊 commended 5 --on 11-19 --by 赵刚");
    branch.on("2026-11-22", "study log 孙磊 2 --on 11-22");
    branch.on("2026-12-02", "points post 2026-11 --until 12-07");
    branch
}

#[test]
fn each_record_is_set_against_the_day_it_was_written() {
    let branch = lived();
    branch.on("2026-12-03", "points award 赵刚 good-deed 1 --on 11-20");
    branch.on("2026-12-04", "meeting attend 11-05 --made-up 孙磊:11-08");
    branch.on("2026-12-05", "meeting remove 11-07 --why 登重了 --yes");
    branch.run("talk log 赵刚 孙磊 --on 11-22 --no-commit");
    assert_snapshot!(branch.on("2026-12-20", "audit --period 2026-11"), @"
    站南派出所党支部, 2026-11: when things happened, and when they were written
      filing rule  within 3 working days, from 2026-01-01 on (本支部约定)

    month    records  in time  later  latest (days)  cannot be told  not committed  after posting  struck  for others
    ───────  ───────  ───────  ─────  ─────────────  ──────────────  ─────────────  ─────────────  ──────  ──────────
    2026-11        6        3      2              9               1              1              3       1           1

    written is the author date of the first commit that had the record; to write later is a fact, no offence

    2026-11
      2026-11-05 党小组会 · 刑侦党小组: on 2026-12-04, after the points of 2026-11 were posted on 2026-12-02, by 李敏: 孙磊: absent (值班备勤) → made up on 2026-11-08
      2026-11-07 党课
        written on 2026-11-20, 9 days after 2026-11-11, the last day in time
        on 2026-12-05, after the points of 2026-11 were posted on 2026-12-02, by 李敏: struck: 登重了
      2026-11-19 孙磊 立功受奖、表彰 +5: recorded by 赵刚 as it says, written down by 李敏
      2026-11-20 赵刚 好人好事 +1
        written on 2026-12-03, 8 days after 2026-11-25, the last day in time
        on 2026-12-03, after the points of 2026-11 were posted on 2026-12-02, by 李敏: new
      2026-11-22 talk of 赵刚 with 孙磊: not committed yet
    --- stderr
    not committed yet, so git knows nothing of it: talks/2026.toml
    ");
    assert_snapshot!(branch.on("2026-12-20", "audit --period 2026-11 --all --lang zh"), @"
    站南派出所党支部 2026-11：发生与登记对照
      登记时限  发生以后 3 个工作日内登记，2026-01-01 起（本支部约定）

    月份     记录  按时  补记  最多晚几天  说不清  未提交  公示后改动  作废  代人登记
    ───────  ────  ────  ────  ──────────  ──────  ──────  ──────────  ────  ────────
    2026-11     6     3     2           9       1       1           3     1         1

    登记日期是第一次有这条记录的提交的作者日期；补记只是事实，不是过错。

    2026-11
      2026-11-05 党小组会 · 刑侦党小组：2026-11 积分 2026-12-02 公示以后的改动（李敏，2026-12-04）：孙磊：缺席（值班备勤） → 2026-11-08 补课
      2026-11-07 党课
        2026-11-20 补记，时限到 2026-11-11，晚 9 天
        2026-11 积分 2026-12-02 公示以后的改动（李敏，2026-12-05）：作废：登重了
      2026-11-19 孙磊 立功受奖、表彰 +5：登记人写的是 赵刚，由 李敏 提交
      2026-11-20 赵刚 好人好事 +1
        2026-12-03 补记，时限到 2026-11-25，晚 8 天
        2026-11 积分 2026-12-02 公示以后的改动（李敏，2026-12-03）：新增
      2026-11-22 孙磊 集体学习 2 学时：2026-11-22 登记
      2026-11-22 赵刚 与 孙磊 谈心谈话：还没有提交到 git
    --- stderr
    还有改动没有提交，git 不知道：talks/2026.toml
    ");
    assert_snapshot!(branch.on("2026-12-20", "audit --by month --period 2026 --format csv"), @"
    month,records,written_in_time,written_later,latest_days,written_unknown,not_committed,after_posting,after_closing,struck,gone,for_others
    2026-11,6,3,2,9,1,1,3,0,1,0,1
    2026-12,1,1,0,,0,0,0,0,0,0,0
    --- stderr
    not committed yet, so git knows nothing of it: talks/2026.toml
    ");
    assert_snapshot!(branch.on("2026-12-20", "audit --period 2026-11 --format csv"), @"
    date,record_kind,title,written_on,written_known,limit_day,filed,over_days,author,recorder_of,after_posting,after_closing,struck,struck_on,gone,gone_on,record,line,entry,commit
    2026-11-05,meeting,2026-11-05 党小组会 · 刑侦党小组,2026-11-05,on,2026-11-10,in-time,,李敏,,1,0,,,,,meetings/2026/2026-11-05-group-criminal.toml,,,COMMIT
    2026-11-07,meeting,2026-11-07 党课,2026-11-20,on,2026-11-11,late,9,李敏,,1,0,登重了,2026-12-05,,,meetings/2026/2026-11-07-lesson.toml,,,COMMIT
    2026-11-19,award,2026-11-19 孙磊 立功受奖、表彰 +5,2026-11-21,on,2026-11-24,in-time,,李敏,zhao-gang,0,0,,,,,points/2026-11.toml,2,xth3a3,COMMIT
    2026-11-20,award,2026-11-20 赵刚 好人好事 +1,2026-12-03,on,2026-11-25,late,8,李敏,,1,0,,,,,points/2026-11.toml,3,a5dput,COMMIT
    2026-11-22,study,2026-11-22 孙磊 集体学习 2 h,2026-11-22,on,2026-11-25,in-time,,李敏,,0,0,,,,,study/2026-11.toml,2,xth3a3,COMMIT
    2026-11-22,talk,2026-11-22 talk of 赵刚 with 孙磊,,not-committed,2026-11-25,unknown,,,,0,0,,,,,talks/2026.toml,2,xth3a3,
    --- stderr
    not committed yet, so git knows nothing of it: talks/2026.toml
    ");
    assert_snapshot!(branch.on("2026-12-20", "audit --period 2026-11 --format csv --lang zh"), @"
    日期,记录种类,题目,登记日期,登记日期是否确知,时限,是否按时,晚几天,提交人,记录写的登记人,公示后改动,锁定后改动,作废,作废日期,已无,删去日期,记录文件,行,记录编号,提交
    2026-11-05,meeting,2026-11-05 党小组会 · 刑侦党小组,2026-11-05,on,2026-11-10,in-time,,李敏,,1,0,,,,,meetings/2026/2026-11-05-group-criminal.toml,,,COMMIT
    2026-11-07,meeting,2026-11-07 党课,2026-11-20,on,2026-11-11,late,9,李敏,,1,0,登重了,2026-12-05,,,meetings/2026/2026-11-07-lesson.toml,,,COMMIT
    2026-11-19,award,2026-11-19 孙磊 立功受奖、表彰 +5,2026-11-21,on,2026-11-24,in-time,,李敏,zhao-gang,0,0,,,,,points/2026-11.toml,2,xth3a3,COMMIT
    2026-11-20,award,2026-11-20 赵刚 好人好事 +1,2026-12-03,on,2026-11-25,late,8,李敏,,1,0,,,,,points/2026-11.toml,3,a5dput,COMMIT
    2026-11-22,study,2026-11-22 孙磊 集体学习 2 学时,2026-11-22,on,2026-11-25,in-time,,李敏,,0,0,,,,,study/2026-11.toml,2,xth3a3,COMMIT
    2026-11-22,talk,2026-11-22 赵刚 与 孙磊 谈心谈话,,not-committed,2026-11-25,unknown,,,,0,0,,,,,talks/2026.toml,2,xth3a3,
    --- stderr
    还有改动没有提交，git 不知道：talks/2026.toml
    ");
    let json = branch.on("2026-12-20", "audit --period 2026-11 --format json");
    assert!(json.contains("\"audit_months\": [\n") && json.contains("\"audit\": [\n"), "{json}");
    assert_snapshot!(branch.on("2026-12-20", "audit --period 2026-09"), @"
    --- stderr
    nothing happened in this period, as far as the records say
    not committed yet, so git knows nothing of it: talks/2026.toml
    ");
    assert_snapshot!(branch.on("2026-12-20", "audit --period 2026-10 --by record"), @"
    --- stderr
    nothing happened in this period, as far as the records say
    not committed yet, so git knows nothing of it: talks/2026.toml
    ");
}

#[test]
fn a_change_after_closing_is_told_as_such() {
    let branch = lived();
    branch.on("2026-12-08", "points close 2026-11");
    let path = "points/2026-11.toml";
    branch.write(path, branch.read(path).replace("points = 5", "points = 3, note = \"核减\""));
    branch.git_on("2026-12-10", &["commit", "-aqm", "手工改"]);
    assert_snapshot!(branch.on("2026-12-20", "audit --period 2026-11 --by record"), @"
    2026-11
      2026-11-07 党课: written on 2026-11-20, 9 days after 2026-11-11, the last day in time
      2026-11-19 孙磊 立功受奖、表彰 +3
        recorded by 赵刚 as it says, written down by 李敏
        on 2026-12-10, after the points of 2026-11 were closed on 2026-12-08, by 王芳: note: 核减, points: 5 → 3
    ");
}

#[test]
fn a_change_of_a_sealed_month_is_told_with_its_reason() {
    let branch = lived();
    branch.on("2026-12-08", "points close 2026-11");
    branch.on("2026-12-09", "seal 2026-11 --by 李敏");
    branch.on("2026-12-12", "meeting attend 11-05 --made-up 孙磊:11-08 --amend 补课漏记");
    branch.on("2026-12-13", "talk log 赵刚 孙磊 --on 11-22 --amend 漏记");
    assert_snapshot!(branch.on("2026-12-20", "audit --period 2026-11"), @"
    站南派出所党支部, 2026-11: when things happened, and when they were written
      filing rule  within 3 working days, from 2026-01-01 on (本支部约定)

    month    records  in time  later  latest (days)  after closing  for others
    ───────  ───────  ───────  ─────  ─────────────  ─────────────  ──────────
    2026-11        5        3      2             18              2           1

    written is the author date of the first commit that had the record; to write later is a fact, no offence

    2026-11
      the seal of 2026-11
        amended on 2026-12-12: 2026-11-05 党小组会 · 刑侦党小组: 孙磊 made up on 2026-11-08 (补课漏记)
        amended on 2026-12-13: 赵刚 talked with 孙磊: 日常谈心谈话, 2026-11-22 (漏记)
      2026-11-05 党小组会 · 刑侦党小组: on 2026-12-12, after 2026-11 was sealed on 2026-12-09, by 李敏: 孙磊: absent (值班备勤) → made up on 2026-11-08
      2026-11-07 党课: written on 2026-11-20, 9 days after 2026-11-11, the last day in time
      2026-11-19 孙磊 立功受奖、表彰 +5: recorded by 赵刚 as it says, written down by 李敏
      2026-11-22 talk of 赵刚 with 孙磊
        written on 2026-12-13, 18 days after 2026-11-25, the last day in time
        on 2026-12-13, after 2026-11 was sealed on 2026-12-09, by 李敏: new, reason 日常谈心谈话
    ");
    assert_snapshot!(branch.on("2026-12-20", "audit --period 2026-11 --by record --lang zh"), @"
    2026-11
      2026-11 封存
        2026-12-12 修订：2026-11-05 党小组会 · 刑侦党小组: 孙磊 made up on 2026-11-08（补课漏记）
        2026-12-13 修订：赵刚 talked with 孙磊: 日常谈心谈话, 2026-11-22（漏记）
      2026-11-05 党小组会 · 刑侦党小组：2026-11 在 2026-12-09 封存以后的改动（李敏，2026-12-12）：孙磊：缺席（值班备勤） → 2026-11-08 补课
      2026-11-07 党课：2026-11-20 补记，时限到 2026-11-11，晚 9 天
      2026-11-19 孙磊 立功受奖、表彰 +5：登记人写的是 赵刚，由 李敏 提交
      2026-11-22 赵刚 与 孙磊 谈心谈话
        2026-12-13 补记，时限到 2026-11-25，晚 18 天
        2026-11 在 2026-12-09 封存以后的改动（李敏，2026-12-13）：新增，原因 日常谈心谈话
    ");
    assert_snapshot!(branch.on("2026-12-20", "audit --period 2026-11 --by month --format csv"), @"
    month,records,written_in_time,written_later,latest_days,written_unknown,not_committed,after_posting,after_closing,struck,gone,for_others
    2026-11,5,3,2,18,0,0,0,2,0,0,1
    ");
    assert_snapshot!(branch.run("history 2026-11 --lang zh"), @"
    2026-11-05 19:30 李敏
      2026-11-05 党小组会 · 刑侦党小组：新增，到会 2 人，缺席 1 人（孙磊：值班备勤）
    2026-11-20 19:30 李敏
      2026-11-06 党课：新增，到会 3 人
    2026-11-21 19:30 李敏
      2026-11-07 党课：原来是 2026-11-06 党课
    2026-11-21 19:30 李敏
      2026-11-19 孙磊 立功受奖、表彰 +5：新增，登记人 赵刚
    2026-11-22 19:30 李敏
      2026-11-22 孙磊 集体学习 2 学时：新增
    2026-12-02 19:30 李敏
      2026-11 积分公示：新增，日期 2026-12-02，止 2026-12-07
    2026-12-08 19:30 李敏
      2026-11 积分公示：锁定日期：2026-12-08
    2026-12-09 19:30 李敏
      2026-11 封存：2026-12-09 由 李敏 封存
    2026-12-12 19:30 李敏
      2026-11-05 党小组会 · 刑侦党小组：孙磊：缺席（值班备勤） → 2026-11-08 补课
      2026-11 封存：封存后修订：2026-11-05 党小组会 · 刑侦党小组: 孙磊 made up on 2026-11-08（补课漏记）
    2026-12-13 19:30 李敏
      2026-11 封存：封存后修订：赵刚 talked with 孙磊: 日常谈心谈话, 2026-11-22（漏记）
      2026-11-22 赵刚 与 孙磊 谈心谈话：新增，原因 日常谈心谈话
    ");
    assert_snapshot!(branch.run("history seals/2026-11.toml"), @"
    2026-12-09 19:30 李敏
      the seal of 2026-11: sealed on 2026-12-09 by 李敏
    2026-12-12 19:30 李敏
      the seal of 2026-11: amended after it was sealed: 2026-11-05 党小组会 · 刑侦党小组: 孙磊 made up on 2026-11-08 (补课漏记)
    2026-12-13 19:30 李敏
      the seal of 2026-11: amended after it was sealed: 赵刚 talked with 孙磊: 日常谈心谈话, 2026-11-22 (漏记)
    ");
}

#[test]
fn what_was_struck_before_the_history_began_was_struck_nobody_knows_when() {
    let branch = lived();
    branch.run("meeting remove 11-07 --why 登重了 --yes");
    std::fs::remove_dir_all(branch.root().join(".git")).unwrap();
    branch.git_on("2026-12-20", &["init", "-q"]);
    branch.git_on("2026-12-20", &["add", "."]);
    branch.git_on("2026-12-20", &["commit", "-qm", "begin"]);
    assert_snapshot!(branch.on("2026-12-20", "audit --period 2026-11"), @"
    站南派出所党支部, 2026-11: when things happened, and when they were written
      filing rule  within 3 working days, from 2026-01-01 on (本支部约定)

    month    records  in time  cannot be told  struck
    ───────  ───────  ───────  ──────────────  ──────
    2026-11        4        0               4       1

    written is the author date of the first commit that had the record; to write later is a fact, no offence

    2026-11
      2026-11-07 党课
        nobody knows when it was written: it was there by 2026-12-20
        struck: 登重了
      3 more records: nobody knows when it was written: it was there by 2026-12-20
    --- stderr
    the history begins on 2026-12-20 with 9 records already there: what was changed before is not known
    ");
}

#[test]
fn an_answer_to_an_objection_is_told_as_such() {
    let branch = lived();
    branch.on("2026-12-03", "points object 李敏 --period 2026-11 --why 少记");
    let id = branch.read("points/2026-11.toml");
    let id = id.split("objections").nth(1).unwrap().split('"').nth(1).unwrap().to_owned();
    branch.on("2026-12-04", &format!("points correct {id} good-deed 1"));
    let told = branch.on("2026-12-20", "audit --period 2026-11 --by record").replace(&id, "ID");
    assert_snapshot!(told, @"
    2026-11
      2026-11-07 党课: written on 2026-11-20, 9 days after 2026-11-11, the last day in time
      2026-11-19 孙磊 立功受奖、表彰 +5: recorded by 赵刚 as it says, written down by 李敏
      2026-11-30 李敏 好人好事 +1
        written on 2026-12-04, 1 day after 2026-12-03, the last day in time
        on 2026-12-04, after the points of 2026-11 were posted on 2026-12-02, by 李敏: new, answers ID
    ");
}

#[test]
fn rebases_renames_and_merges_do_not_move_the_day() {
    let one = lived();
    let other = one.clone_of(None);
    let days = |branch: &Sandbox| branch.on("2026-12-20", "audit --period 2026-11 --by record --format csv");
    let written = |branch: &Sandbox| {
        let told = days(branch);
        let row = |line: &str| line.split(',').take(4).collect::<Vec<_>>().join(",");
        told.lines().map(row).collect::<Vec<_>>().join("\n")
    };
    let before = written(&one);
    assert_snapshot!(before, @"
    date,record_kind,title,written_on
    2026-11-05,meeting,2026-11-05 党小组会 · 刑侦党小组,2026-11-05
    2026-11-07,meeting,2026-11-07 党课,2026-11-20
    2026-11-19,award,2026-11-19 孙磊 立功受奖、表彰 +5,2026-11-21
    2026-11-22,study,2026-11-22 孙磊 集体学习 2 h,2026-11-22
    ");
    // A rebase of everything.
    other.git_on("2026-12-15", &["commit", "--quiet", "--allow-empty", "-m", "x"]);
    other.git_on("2026-12-15", &["rebase", "--quiet", "--root", "--force-rebase"]);
    assert_eq!(written(&other), before);
    // Renames by hand, of files that are no longer where the program puts them, and back.
    one.git_on(
        "2026-12-15",
        &["mv", "meetings/2026/2026-11-05-group-criminal.toml", "meetings/2026/2026-11-05-x.toml"],
    );
    one.git_on("2026-12-15", &["commit", "--quiet", "-m", "改名"]);
    assert_eq!(written(&one), before);
    // Two histories of the same records, joined.
    let from = other.root().to_str().unwrap();
    one.git_on("2026-12-16", &["fetch", "--quiet", from, "HEAD"]);
    one.git_on(
        "2026-12-16",
        &["merge", "--quiet", "--no-edit", "--strategy=ours", "--allow-unrelated-histories", "FETCH_HEAD"],
    );
    assert_eq!(written(&one), before);
    // What was recorded apart keeps its day, whenever it is merged.
    let third = one.clone_of(None);
    third.on("2026-11-24", "study log 赵刚 2 --on 11-23");
    one.on("2026-11-25", "talk log 李敏 孙磊 --on 11-23");
    one.git_on("2026-12-17", &["pull", "--quiet", "--no-rebase", "--no-edit", third.root().to_str().unwrap()]);
    assert_snapshot!(written(&one), @"
    date,record_kind,title,written_on
    2026-11-05,meeting,2026-11-05 党小组会 · 刑侦党小组,2026-11-05
    2026-11-07,meeting,2026-11-07 党课,2026-11-20
    2026-11-19,award,2026-11-19 孙磊 立功受奖、表彰 +5,2026-11-21
    2026-11-22,study,2026-11-22 孙磊 集体学习 2 h,2026-11-22
    2026-11-23,study,2026-11-23 赵刚 集体学习 2 h,2026-11-24
    2026-11-23,talk,2026-11-23 talk of 李敏 with 孙磊,2026-11-25
    ");
}

#[test]
fn a_squash_makes_days_nobody_can_know() {
    let branch = lived();
    branch.git_on("2026-12-15", &["reset", "--quiet", "--soft", "HEAD~5"]);
    branch.git_on("2026-12-15", &["commit", "--quiet", "-m", "合成一次"]);
    assert_snapshot!(branch.on("2026-12-20", "audit --period 2026-11 --by record"), @"
    2026-11
      2026-11-07 党课: written on 2026-12-15, 34 days after 2026-11-11, the last day in time
      2026-11-19 孙磊 立功受奖、表彰 +5: written on 2026-12-15, 21 days after 2026-11-24, the last day in time
      2026-11-22 孙磊 集体学习 2 h: written on 2026-12-15, 20 days after 2026-11-25, the last day in time
    ");
    // One that took the day of an earlier commit.
    branch.git_on("2026-12-16", &["commit", "--quiet", "--amend", "--no-edit", "--date=2026-11-06T08:00:00+0800"]);
    assert_snapshot!(branch.on("2026-12-20", "audit --period 2026-11 --by record"), @"
    2026-11
      3 records: nobody knows when it was written: it was there by 2026-12-16
    ");
}

#[test]
fn a_clock_that_was_wrong_is_told_and_judges_nothing() {
    let branch = lived();
    let commit = |dates: [&str; 2], line: &str| {
        branch.on("2026-12-14", &format!("{line} --no-commit"));
        let mut git = std::process::Command::new("git");
        branch.git(&["add", "-A"]);
        git.args(["commit", "-qm", "x"]).current_dir(branch.root()).env("GIT_CONFIG_NOSYSTEM", "1");
        for who in ["AUTHOR", "COMMITTER"] {
            git.env(format!("GIT_{who}_NAME"), "李敏").env(format!("GIT_{who}_EMAIL"), "li-min@example.org");
        }
        git.env("GIT_AUTHOR_DATE", dates[0]).env("GIT_COMMITTER_DATE", dates[1]);
        assert!(git.status().unwrap().success());
    };
    commit(["1970-01-02T08:00:00+0800"; 2], "talk log 赵刚 孙磊 --on 11-20");
    commit(["2026-11-21T08:00:00+0800"; 2], "talk log 李敏 孙磊 --on 11-21");
    // A rebase moves the place, not the day.
    commit(["2026-11-12T08:00:00+0800", "2026-12-14T08:00:00+0800"], "talk log 李敏 赵刚 --on 11-12");
    let told = branch.on("2026-12-20", "audit --period 2026-11 --by record --all");
    let talks: Vec<_> = told.lines().filter(|line| line.contains("talk of")).collect();
    assert_snapshot!(talks.join("\n"), @"
    2026-11-12 talk of 李敏 with 赵刚: its commit is dated 2026-11-12 and got its place in the history on 2026-12-14 (a rebase, or a date set by hand): whether it was in time is not judged
    2026-11-20 talk of 赵刚 with 孙磊: git dates it 1970-01-02, before it happened: whether it was in time is not judged
    2026-11-21 talk of 李敏 with 孙磊: its commit is dated 2026-11-21, before the commit it follows: whether it was in time is not judged
    ");
    let data = branch.on("2026-12-20", "audit --period 2026-11 --format csv");
    for known in ["before-it-happened", "out-of-order"] {
        assert_eq!(data.lines().filter(|line| line.contains(known) && line.contains("unknown")).count(), 1, "{data}");
    }
}

#[test]
fn what_is_older_than_the_history_is_not_judged() {
    let branch = lived();
    let shallow = branch.clone_of(Some(1));
    assert_snapshot!(shallow.on("2026-12-20", "audit --period 2026-11"), @"
    站南派出所党支部, 2026-11: when things happened, and when they were written
      filing rule  within 3 working days, from 2026-01-01 on (本支部约定)

    month    records  in time  cannot be told
    ───────  ───────  ───────  ──────────────
    2026-11        4        0               4

    written is the author date of the first commit that had the record; to write later is a fact, no offence

    2026-11
      4 records: nobody knows when it was written: it was there by 2026-12-02
    --- stderr
    this is a shallow clone: it knows nothing of what was changed before 2026-12-02; `git fetch --unshallow` gets the rest
    ");
    std::fs::remove_dir_all(branch.root().join(".git")).unwrap();
    assert_snapshot!(branch.on("2026-12-20", "audit --period 2026-11 --by month"), @"
    month    records  in time  cannot be told
    ───────  ───────  ───────  ──────────────
    2026-11        4        0               4

    written is the author date of the first commit that had the record; to write later is a fact, no offence
    --- stderr
    warning: this directory is in no git repository, so it has no history: nobody knows when records were written or changed
    help: to have one from now on: git init && git add . && git commit -m begin
    ");
    branch.git_on("2026-12-20", &["init", "--quiet"]);
    branch.git_on("2026-12-20", &["add", "."]);
    assert_snapshot!(branch.on("2026-12-20", "audit --period 2026-11 --by month --lang zh"), @"
    月份     记录  按时  说不清
    ───────  ────  ────  ──────
    2026-11     4     0       4

    登记日期是第一次有这条记录的提交的作者日期；补记只是事实，不是过错。
    --- stderr
    注意：仓库里还没有提交，不知道记录是什么时候登记、什么时候改的
    ");
    branch.git_on("2026-12-20", &["commit", "--quiet", "-m", "开始"]);
    assert_snapshot!(branch.on("2026-12-20", "audit --period 2026-11 --by record"), @"
    2026-11
      4 records: nobody knows when it was written: it was there by 2026-12-20
    --- stderr
    the history begins on 2026-12-20 with 9 records already there: what was changed before is not known
    ");
    let without = branch.command(&["audit", "-p", "2026-11", "--by", "month"]).env("PATH", "").output().unwrap();
    assert_snapshot!(branch.told(&without), @"
    month    records  in time  cannot be told
    ───────  ───────  ───────  ──────────────
    2026-11        4        0               4

    written is the author date of the first commit that had the record; to write later is a fact, no offence
    --- stderr
    warning: there is no git here, and so no history: nobody knows when records were written or changed
    help: install git and try again; the records themselves are not affected
    ");
}

#[test]
fn what_is_gone_is_told() {
    let branch = lived();
    let path = "points/2026-11.toml";
    let line = branch.read(path).lines().find(|line| line.contains("commended")).unwrap().to_owned();
    branch.write(path, branch.read(path).replace(&format!("{line}\n"), ""));
    branch.git_on("2026-12-10", &["commit", "-aqm", "删一行"]);
    std::fs::remove_file(branch.root().join("meetings/2026/2026-11-07-lesson.toml")).unwrap();
    branch.write("study/2026-11.toml", "entries = [\n<<<<<<< HEAD\n");
    assert_snapshot!(branch.on("2026-12-20", "audit --period 2026-11"), @"
    站南派出所党支部, 2026-11: when things happened, and when they were written
      filing rule  within 3 working days, from 2026-01-01 on (本支部约定)

    month    records  in time  after posting  gone
    ───────  ───────  ───────  ─────────────  ────
    2026-11        1        1              1     2

    written is the author date of the first commit that had the record; to write later is a fact, no offence

    2026-11
      2026-11-07 党课
        written on 2026-11-20, 9 days after 2026-11-11, the last day in time
        no longer in the files: a merge left it out, or it was taken out and not committed
      2026-11-19 孙磊 立功受奖、表彰 +5
        recorded by 赵刚 as it says, written down by 李敏
        on 2026-12-10, after the points of 2026-11 were posted on 2026-12-02, by 王芳: taken out of the file
    --- stderr
    warning: cannot be read, so its records are not told of: study/2026-11.toml
    not committed yet, so git knows nothing of it: meetings/2026/2026-11-07-lesson.toml, study/2026-11.toml
    warning: git has records that are gone from the disk, and the answer lacks them: meetings/2026/2026-11-07-lesson.toml
    help: bring it back: git restore -- meetings/2026/2026-11-07-lesson.toml; to delete it for good: git rm --cached -- meetings/2026/2026-11-07-lesson.toml && git commit
    ");
}

#[test]
fn without_a_rule_nothing_is_late() {
    let branch = lived();
    let rules = branch.read("rules/branch.toml");
    let begin = rules.find("[[filing]]").unwrap();
    branch.write("rules/branch.toml", &rules[..begin]);
    assert_snapshot!(branch.on("2026-12-20", "audit --period 2026-11 --by month"), @r#"
    month    records  in time  for others
    ───────  ───────  ───────  ──────────
    2026-11        4        0           1

    written is the author date of the first commit that had the record; to write later is a fact, no offence
    --- stderr
    rules/branch.toml says nothing of how soon records are due, so none is late
    help: to have one: [[filing]] with from, within = "3wd" and source
    not committed yet, so git knows nothing of it: rules/branch.toml
    "#);
    branch.write("rules/branch.toml", format!("{}[[filing]]\nfrom = 2026-11-07\nwithin = \"1w\"\n", &rules[..begin]));
    assert_snapshot!(branch.on("2026-12-20", "audit --period 2026-11 --lang zh"), @"
    站南派出所党支部 2026-11：发生与登记对照
      登记时限  发生以后 7 天内登记，2026-11-07 起

    月份     记录  按时  补记  最多晚几天  代人登记
    ───────  ────  ────  ────  ──────────  ────────
    2026-11     4     2     1           6         1

    登记日期是第一次有这条记录的提交的作者日期；补记只是事实，不是过错。

    2026-11
      2026-11-07 党课：2026-11-20 补记，时限到 2026-11-14，晚 6 天
      2026-11-19 孙磊 立功受奖、表彰 +5：登记人写的是 赵刚，由 李敏 提交
    --- stderr
    还有改动没有提交，git 不知道：rules/branch.toml
    ");
    let twice = "[[filing]]\nfrom = 2026-01-01\nwithin = \"1x\"\n[[filing]]\nfrom = 2026-02-01\nwithin = \"2d\"\n";
    branch.write("rules/branch.toml", format!("{}{}", &rules[..begin], twice.replace("1x", "1d")));
    assert_snapshot!(branch.run("rules check"), @"
    rules/branch.toml:235:8: two rules of filing hold on 2026-02-01, the other one is in line 231 [rule-dates]
        |
    235 | from = 2026-02-01
        |        ^^^^^^^^^^
    help: give the earlier one, in line 231, `until = 2026-01-31`
    --- stderr
    1 finding
    --- exit Some(1)
    ");
    branch.write("rules/branch.toml", format!("{}{twice}", &rules[..begin]));
    assert_snapshot!(branch.run("rules check"), @r#"
    rules/branch.toml:233:10: `1x` is no length of time such as 30d, 3m or 1y [bad-length]
        |
    233 | within = "1x"
        |          ^^^^
    --- stderr
    1 finding
    --- exit Some(1)
    "#);
}

#[test]
fn a_year_without_holidays_makes_the_last_day_provisional() {
    let branch = lived();
    branch.on("2027-03-20", "meeting log 党课 --on 2027-03-05");
    assert_snapshot!(branch.on("2027-03-21", "audit --period 2027-03 --by record"), @"
    2027-03
      2027-03-05 党课: written on 2027-03-20, 10 days after 2027-03-10 (provisional: rules/holidays.toml has no 2027), the last day in time
    ");
    assert_snapshot!(branch.refused("audit --period soon"), @"
    --- stderr
    error: `soon` is no period
    help: write 2026-11, 2026Q4, 2026, 2026-09..2026-11, this-month or last-month
    --- exit Some(2)
    ");
}
