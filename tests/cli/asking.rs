//! `meeting log` without saying what, on a terminal: it asks step by step.

use insta::assert_snapshot;

use crate::sandbox::Sandbox;
use crate::terminal::key::{ESC, INTERRUPT, RETURN};
use crate::terminal::{Ended, Terminal};

fn asked(branch: &Sandbox) -> Terminal {
    Terminal::of(&branch.command(&["meeting", "log", "--no-commit"]))
}

/// A branch with a meeting of a group, of which the next one takes what it can.
fn with_last() -> Sandbox {
    let branch = Sandbox::branch();
    branch.run("meeting log group -g criminal --on 2026-10-15 --time 19:30-20:40 --place 二楼会议室 --chair wang-fang");
    branch
}

#[test]
fn a_meeting_is_logged_step_by_step() {
    let branch = with_last();
    let mut terminal = asked(&branch);
    // The kind that was logged last stands first.
    terminal.sees("Kind of meeting").sees("> 党小组会").press(RETURN);
    terminal.sees("Day (2026-11-23)").press("2026-11-31\r").sees("error: `2026-11-31` is no day");
    terminal.sees("Day (2026-11-23)").press("2026-11-24\r").sees("error: 2026-11-24 is yet to come");
    terminal.sees("? Day (2026-11-23)").press("11-05\r");
    terminal.sees("Group").sees("> 刑侦党小组").press(RETURN);
    terminal.sees("20:40 19:30-20:40").press("x\r").sees("error: `19:30-20:40x` is no time");
    // The answer that was no time begins as the question does: only below what is wrong with it is it asked again.
    terminal.sees("write 19:30-20:40\n? Time, such as 19:30-20:40 19:30-20:40").press(RETURN);
    terminal.sees("Place 二楼会议室").press(RETURN);
    assert_snapshot!(terminal.sees("Who of those due was there").sees("→ all").sees("give up]").text(), @"
    ? Kind of meeting 党小组会
    ? Day 2026-11-31
    error: `2026-11-31` is no day
    help: write 2026-11-05, 11-05, today, yesterday or friday
    ? Day 2026-11-24
    error: 2026-11-24 is yet to come
    help: log it when it has happened; write a day of last year with its year
    ? Day 11-05
    ? Group 刑侦党小组
    ? Time, such as 19:30-20:40 19:30-20:40x
    error: `19:30-20:40x` is no time: write 19:30-20:40
    ? Time, such as 19:30-20:40 19:30-20:40
    ? Place 二楼会议室
    ? Who of those due was there  
    > [x] 孙磊
      [x] 王芳 (刑侦党小组)
      [x] 赵刚
    [space to choose, → all, ← none, type to filter, return when done, Esc to give up]
    ");
    // One after the other by pinyin: what was typed is gone once it has chosen somebody.
    terminal.press("wf").sees("> [x] 王芳").press(" ").sees("赵刚").press("sl").sees("> [x] 孙磊").press(" ");
    terminal.sees("  [ ] 王芳").press("wf").sees("> [ ] 王芳").press(" ").sees("[ ] 孙磊").press(RETURN);
    terminal.sees("Who of them was late").press("zg").sees("> [ ] 赵刚").press(" ").sees("[x] 赵刚").press(RETURN);
    terminal.sees("Why was 孙磊 missing").press("值班").sees("值班备勤").press(RETURN);
    terminal.sees("Chair").press(RETURN);
    terminal.sees("Recorder").press(RETURN);
    terminal.sees("Topics").press("学习条例； 讨论\r");
    terminal.sees("log it? [Y/n] ").press(RETURN);
    let Ended { screen, exit, .. } = terminal.ends();
    assert_snapshot!(screen, @"
    ? Kind of meeting 党小组会
    ? Day 2026-11-31
    error: `2026-11-31` is no day
    help: write 2026-11-05, 11-05, today, yesterday or friday
    ? Day 2026-11-24
    error: 2026-11-24 is yet to come
    help: log it when it has happened; write a day of last year with its year
    ? Day 11-05
    ? Group 刑侦党小组
    ? Time, such as 19:30-20:40 19:30-20:40x
    error: `19:30-20:40x` is no time: write 19:30-20:40
    ? Time, such as 19:30-20:40 19:30-20:40
    ? Place 二楼会议室
    ? Who of those due was there 2
    ? Who of them was late 1
    ? Why was 孙磊 missing 值班备勤
    ? Chair 王芳 (刑侦党小组)
    ? Recorder (not said)
    ? Topics, parted by semicolons 学习条例； 讨论
    the same in one command: zhibu meeting log group -g criminal --on 2026-11-05 --time '19:30-20:40' --place 二楼会议室 --chair wang-fang --topic 学习条例 --topic 讨论 --late zhao-gang --absent 'sun-lei:duty'
    log it? [Y/n] 
    logged 2026-11-05 党小组会 · 刑侦党小组 · 3 due, 1 present, 1 late (赵刚), 1 absent (孙磊: 值班备勤)
      meetings/2026/2026-11-05-group-criminal.toml
    ");
    assert_eq!(exit, Some(0));
    assert_snapshot!(branch.read("meetings/2026/2026-11-05-group-criminal.toml"), @r#"
    kind = "group"
    group = "criminal"
    date = 2026-11-05
    time = "19:30-20:40"
    place = "二楼会议室"
    chair = "wang-fang"
    topics = ["学习条例", "讨论"]
    present = [
      "wang-fang",
    ]
    late = [
      "zhao-gang",
    ]
    absent = [
      { member = "sun-lei", reason = "duty" },
    ]
    "#);
}

#[test]
fn questions_are_asked_in_chinese_too() {
    let branch = Sandbox::branch().chinese();
    let mut terminal = asked(&branch);
    terminal.sees("什么会议或活动").press("志愿").sees("> 志愿").press(RETURN);
    terminal.sees("日期 (2026-11-23)").press("前年\r").sees("“前年”").sees("? 日期 (2026-11-23)").press("昨天\r");
    terminal.sees("哪个小组").sees("> （全体）").press(RETURN);
    terminal.sees("时间").press(RETURN);
    terminal.sees("地点").press("社区\r");
    terminal.sees("谁参加了").press("xn").sees("许诺").press(" ").press(RETURN);
    terminal.sees("主持人").press(RETURN);
    terminal.sees("记录人").press(RETURN);
    terminal.sees("议题").press(RETURN);
    terminal.sees("登记吗？ [Y/n] ").press("是\r");
    let Ended { screen, exit, .. } = terminal.ends();
    assert_snapshot!(screen, @"
    ? 什么会议或活动 志愿服务
    ? 日期 前年
    错误：“前年”不是日期
    建议：写 2026-11-05、11-05、今天、昨天或周五
    ? 日期 昨天
    ? 哪个小组 （全体）
    ? 时间（如 19:30-20:40） 
    ? 地点 社区
    ? 谁参加了 1
    ? 主持人 （不写）
    ? 记录人 （不写）
    ? 议题（几个议题之间用分号） 
    这些一条命令也能写：zhibu meeting log volunteer --on 2026-11-22 --place 社区 --present xu-nuo
    登记吗？ [Y/n] 是
    登记 2026-11-22 志愿服务 · 参加 1 人
      meetings/2026/2026-11-22-volunteer.toml
    ");
    assert_eq!(exit, Some(0));
    assert_snapshot!(branch.read("meetings/2026/2026-11-22-volunteer.toml"), @r#"
    kind = "volunteer"
    date = 2026-11-22
    place = "社区"
    present = [
      "xu-nuo",
    ]
    "#);
}

#[test]
fn whoever_gives_up_at_any_question_writes_nothing() {
    let branch = with_last();
    let steps = [
        "Kind of meeting",
        "Day",
        "Group",
        "Time",
        "Place",
        "Who of those due was there",
        "Who of them was late",
        "Chair",
        "Recorder",
        "Topics",
    ];
    let before = branch.files();
    for (at, step) in steps.iter().enumerate() {
        for key in [ESC, INTERRUPT] {
            let mut terminal = asked(&branch);
            for done in &steps[..at] {
                terminal.sees(&format!("? {done}")).press(RETURN);
            }
            terminal.sees(&format!("? {step}")).press(key);
            let Ended { screen, exit, .. } = terminal.ends();
            assert!(screen.ends_with("\nerror: nothing was logged"), "{screen}");
            assert_eq!(exit, Some(1), "{step}");
            assert!(branch.files() == before, "{step}");
        }
    }
}

#[test]
fn only_a_yes_or_the_return_key_logs_it() {
    let branch = with_last();
    let before = branch.files();
    for (keys, exit) in [("n\r", Some(1)), ("q\r", Some(1)), ("\x1b\r", Some(1)), ("\x04", Some(1)), (INTERRUPT, None)]
    {
        let mut terminal = asked(&branch);
        for step in
            ["Kind", "Day", "Group", "Time", "Place", "Who of those due", "Who of them", "Chair", "Rec", "Topics"]
        {
            terminal.sees(&format!("? {step}")).press(RETURN);
        }
        terminal.sees("log it? [Y/n] ").press(keys);
        let Ended { screen, exit: code, .. } = terminal.ends();
        assert_eq!(code, exit, "{keys:?}: {screen}");
        assert!(branch.files() == before, "{keys:?}");
    }
}
