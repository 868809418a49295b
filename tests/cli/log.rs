//! `zhibu log`: many facts at once, a line each, all in one commit or none.

use insta::assert_snapshot;

use super::sandbox::Sandbox;
use super::sealed::{plain, sealed};

/// Five meetings, ten awards, four talks, an hour of study, a problem: what a branch records in a month.
const MONTH: &str = "\
11-03
meeting log committee --topic 研究冬季打击行动
11-05
meeting log group -g 刑侦 --absent 孙磊:duty --topic 学习工作条例
meeting log group -g 综合 --late 许诺 --topic 学习工作条例
11-10
meeting log lesson --time 9:00-10:30 --lecturer 赵刚 --topic 党的纪律
11-15
meeting log theme-day --absent 李敏:leave,孙磊:duty --topic 走访老党员
points award good-deed 孙磊:1 李敏:1 许诺:2 赵刚:1
points award commended 孙磊:5 --note 破获系列盗窃案
points award mediation 刑侦:1 --note 调解邻里纠纷
points award case-solved 许诺:1 李敏:1
talk log 赵刚 孙磊,李敏,许诺,何秀英
study log 全体 2 --title 党史
issue open 夜间巡逻记录不全 --owner 孙磊 --measure 逐班核对 --deadline 12-10
";

/// What is typed besides.
const CALLS: [&str; 3] = ["zhibu log < month.txt", "zhibu due", "zhibu export --month 2026-11 --out out"];

#[test]
fn a_month_takes_at_most_650_characters() {
    let branch = Sandbox::branch().since("2026-01-01");
    branch.write("month.txt", MONTH);
    assert_snapshot!(branch.run("log month.txt"), @"
    --- stderr
    logged 2026-11-03 支委会 · 2 due, 2 present, chair 赵刚, recorder 李敏
    logged 2026-11-05 党小组会 · 刑侦党小组 · 3 due, 2 present, 1 absent (孙磊: 值班备勤)
    logged 2026-11-05 党小组会 · 综合党小组 · 4 due, 2 present, 1 late (许诺), 1 exempt, chair 王芳 (综合党小组)
    logged 2026-11-10 党课 · 7 due, 6 present, 1 exempt, chair 赵刚, recorder 李敏
    logged 2026-11-15 主题党日 · 7 due, 4 present, 2 absent (李敏: 请假休假, 孙磊: 值班备勤), 1 exempt, chair 赵刚
    孙磊, 李敏, 赵刚: 好人好事 +1, 2026-11-15; 许诺: 好人好事 +2, 2026-11-15
    孙磊: 立功受奖、表彰 +5, 2026-11-15 (破获系列盗窃案)
    孙磊, 王芳 (刑侦党小组), 赵刚: 化解矛盾纠纷 +1, 2026-11-15 (调解邻里纠纷)
    许诺, 李敏: 破案打击 +1, 2026-11-15
    赵刚 talked with 孙磊, 李敏, 许诺, 何秀英: 日常谈心谈话, 2026-11-15
    何秀英, 李敏, 孙磊, 王芳 (刑侦党小组), 王芳 (综合党小组), 许诺, 赵刚: 集体学习, 2 h, 2026-11-15 (党史)
    opened 夜间巡逻记录不全: owner 孙磊, deadline 2026-12-10 (xth3a3)
      meetings/2026/2026-11-03-committee.toml
      meetings/2026/2026-11-05-group-criminal.toml
      meetings/2026/2026-11-05-group-office.toml
      meetings/2026/2026-11-10-lesson.toml
      meetings/2026/2026-11-15-theme-day.toml
      points/2026-11.toml
      talks/2026.toml
      study/2026-11.toml
      issues/2026/2026-11-15-xth3a3.toml
    ");
    assert_snapshot!(branch.git(&["log", "-1", "--format=%s%n%b"]), @"
    recorded 12 facts
    logged 2026-11-03 支委会
    logged 2026-11-05 党小组会 · 刑侦党小组
    logged 2026-11-05 党小组会 · 综合党小组
    logged 2026-11-10 党课
    logged 2026-11-15 主题党日
    孙磊, 李敏, 赵刚: 好人好事 +1, 2026-11-15; 许诺: 好人好事 +2, 2026-11-15
    孙磊: 立功受奖、表彰 +5, 2026-11-15
    孙磊, 王芳 (刑侦党小组), 赵刚: 化解矛盾纠纷 +1, 2026-11-15
    许诺, 李敏: 破案打击 +1, 2026-11-15
    赵刚 talked with 孙磊, 李敏, 许诺, 何秀英: 日常谈心谈话, 2026-11-15
    何秀英, 李敏, 孙磊, 王芳 (刑侦党小组), 王芳 (综合党小组), 许诺, 赵刚: 集体学习, 2 h, 2026-11-15
    opened 夜间巡逻记录不全: owner 孙磊, deadline 2026-12-10

    Zhibu-Command: log
    ");
    for call in &CALLS[1..] {
        let told = branch.run(call.strip_prefix("zhibu ").unwrap());
        assert!(!told.contains("exit"), "{told}");
    }
    let awards = branch.read("points/2026-11.toml").matches("item = ").count();
    assert_eq!(awards, 10);
    let typed = MONTH.chars().count() + CALLS.iter().map(|call| call.chars().count() + 1).sum::<usize>();
    assert!(typed <= 650, "{typed} characters");
}

#[test]
fn what_a_line_says_holds_for_those_after_it() {
    let branch = Sandbox::branch();
    branch.write(
        "a.txt",
        "\u{feff}# 一天\r\non 11-20:\r\nmeeting log committee # 会\r\nmeeting decide 11-20 \"调整 班次\" --votes 1,0,0\r\n\
         meeting attend 11-20 --absent 李敏:ill\r\n\r\ntoday\r\npoints　award 孙磊 good-deed 1 --on 11-19\r\n",
    );
    assert_snapshot!(branch.run("log a.txt --dry-run"), @r#"
    --- /dev/null
    +++ b/meetings/2026/2026-11-20-committee.toml
    @@ -0,0 +1,14 @@
    +kind = "committee"
    +date = 2026-11-20
    +chair = "zhao-gang"
    +recorder = "li-min"
    +present = [
    +  "zhao-gang",
    +]
    +absent = [
    +  { member = "li-min", reason = "ill" },
    +]
    +
    +[[decision]]
    +text = "调整 班次"
    +votes = { for = 1, against = 0, abstain = 0 }
    --- /dev/null
    +++ b/points/2026-11.toml
    @@ -0,0 +1,3 @@
    +entries = [
    +  { id = "xth3a3", date = 2026-11-19, member = "sun-lei", item = "good-deed", points = 1 },
    +]
    "#);
    assert_snapshot!(branch.run("log a.txt"), @"
    --- stderr
    logged 2026-11-20 支委会 · 2 due, 2 present, chair 赵刚, recorder 李敏
    2026-11-20 支委会 decided: 调整 班次
    2026-11-20 支委会: 李敏: 病假 was absent
    孙磊: 好人好事 +1, 2026-11-19
      meetings/2026/2026-11-20-committee.toml
      points/2026-11.toml
    ");
    branch.write("b.txt", "points award 李敏 good-deed 1\n");
    assert_snapshot!(branch.run("log b.txt"), @"
    --- stderr
    李敏: 好人好事 +1, 2026-11-23
      points/2026-11.toml
    ");
    assert_snapshot!(branch.git(&["log", "-2", "--format=%s"]), @"
    李敏: 好人好事 +1, 2026-11-23
    recorded 4 facts
    ");
    let today = branch.git(&["log", "-1", "--format=%as"]);
    assert_snapshot!(plain(&branch.run("undo")).replace(today.trim(), "TODAY"), @"
    --- stderr
    took back: 李敏: 好人好事 +1, 2026-11-23 (cccccccccc, 李敏, TODAY)
      2026-11-23 李敏 好人好事 +1: taken out of the file
      points/2026-11.toml
    ");
    branch.write("c.txt", "# nothing\n11-20\n");
    assert_snapshot!(branch.run("log c.txt"), @"
    --- stderr
    there is nothing to record
    ");
}

#[test]
fn every_line_that_is_wrong_is_told_and_nothing_is_written() {
    let branch = Sandbox::branch();
    branch.write(
        "a.txt",
        "talk log 赵刚 孙磊\npoints award 王小二 good-deed 1\nmeeting remove 11-20 --why x\ndue\n\
         meeting log\nmeeting log committee --minutes -\ntalk log 赵刚 李敏 --quiet\n12-03\ntalk log 赵刚 李敏\n\
         today\ntask done nothing\ntalk log --help\n",
    );
    assert_snapshot!(branch.refused("log a.txt"), @"
    --- stderr
    error: line 2: no member `王小二`
    help: there are: dong-li (董立), he-xiuying (何秀英), li-min (李敏), sun-lei (孙磊), wang-fang (王芳, 刑侦党小组), wang-fang-2 (王芳, 综合党小组), xu-nuo (许诺), zhao-gang (赵刚)
    error: line 3: `zhibu meeting remove` cannot be a line of zhibu log
    help: there are: appraisal record, dues pay, dues set, issue close, issue open, issue reopen, issue update, meeting attend, meeting decide, meeting edit, meeting elect, meeting log, meeting sitting, plan add, plan done, points award, points deduct, request deliver, request log, study log, talk log, task done, task edit, visit log
    error: line 4: `zhibu due` cannot be a line of zhibu log
    error: line 5: `zhibu meeting log` needs: <KIND>
    help: see zhibu meeting log --help
    error: line 6: standard input holds the lines, so it cannot be read for a line as well
    error: line 7: the line has options that every command takes
    help: write them after `zhibu log`
    error: line 9: 2026-12-03 is yet to come
    help: log it when it has happened; write a day of last year with its year
    error: line 11: no task `nothing`
    error: line 12: `zhibu talk log` cannot be a line of zhibu log
    --- exit Some(2)
    ");
    branch.write("b.txt", "talk log 赵刚 孙磊\ntalk log 赵刚 李敏\nstudy log 赵刚 1 --title \"党史\n11-31\n");
    assert_snapshot!(branch.refused("log b.txt"), @r#"
    --- stderr
    error: line 3: a quote is not closed
    help: close the quote: --note "two words"
    error: line 4: `11-31` is no day
    help: write 2026-11-05, 11-05, today, yesterday or friday
    --- exit Some(1)
    "#);
    assert_snapshot!(branch.refused("log none.txt"), @"
    --- stderr
    error: failed to read `none.txt`: it is not there
    --- exit Some(1)
    ");
}

#[test]
fn a_closed_month_is_told_with_the_line() {
    let branch = sealed();
    branch.write("a.txt", "points award 孙磊 good-deed 1\npoints award 孙磊 good-deed 1 --on 2026-10-20\n");
    assert_snapshot!(branch.refused("log a.txt"), @"
    --- stderr
    error: line 2: this would change what is sealed: 2026-10
    help: where it has to be corrected, add --amend WHY: it is written in the seal, and told in reports
    --- exit Some(1)
    ");
    assert_snapshot!(plain(&branch.run("log a.txt --amend 补记")), @"
    --- stderr
    孙磊: 好人好事 +1, 2026-11-23
    孙磊: 好人好事 +1, 2026-10-20
      points/2026-11.toml
      points/2026-10.toml
      seals/2026-10.toml
    amended the sealed 2026-10, now SEAL-SEAL-SEAL-SEAL
    warning: the points of 2026-10 are closed, and the posted list no longer holds
    help: to post it anew: zhibu points post 2026-10 --again WHY
    ");
    assert!(branch.read("seals/2026-10.toml").contains("补记"));
}
