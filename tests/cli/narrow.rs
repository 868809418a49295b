//! Tables on a screen that is too narrow for them.

use insta::assert_snapshot;
use unicode_width::UnicodeWidthStr;

use super::sandbox::Sandbox;
use super::terminal::Terminal;

/// What a command prints on a terminal of 80 columns, no line of which is broader.
#[track_caller]
fn on_screen(branch: &Sandbox, line: &str) -> String {
    let words: Vec<_> = line.split(' ').collect();
    let ended = Terminal::sized(&branch.command(&words), (40, 80)).ends();
    let printed = ended.printed.replace('\r', "");
    for line in printed.lines() {
        assert!(line.width() <= 80, "{line}");
    }
    printed
}

fn busy() -> Sandbox {
    let branch = Sandbox::branch().since("2026-01-01");
    branch.does(&[
        "meeting log group -g 刑侦 --on 11-10 --topic 研究冬季打击行动和社区走访安排",
        "meeting log committee --on 11-12 --topic 研究党建工作",
        "points award 孙磊 commended 3 --on 11-12",
    ]);
    branch
}

#[test]
fn a_narrow_screen_is_spared_what_others_say() {
    let branch = busy();
    assert_snapshot!(on_screen(&branch, "meeting list"), @"
    kind      group       rate (%)  topics                 meeting
    ────────  ──────────  ────────  ─────────────────────  ─────────────────────────
    党小组会  刑侦党小组     100.0  研究冬季打击行动和社…  2026-11-10-group-criminal
    支委会                   100.0  研究党建工作           2026-11-12-committee

    left out for width: not due, exempt, due, attended, date (all with --format csv)
    ");
    assert_snapshot!(on_screen(&branch, "points total --period 2026-11"), @"
    id           name  group       base  earned  deducted  cut  total   year  band
    ───────────  ────  ──────────  ────  ──────  ────────  ───  ─────  ─────  ────
    li-min       李敏  综合党小组    60     0.5         0    0   60.5  660.5  达标
    sun-lei      孙磊  刑侦党小组    60       6         0    0     66    666  达标
    wang-fang    王芳  刑侦党小组    60       2         0    0     62    662  达标
    wang-fang-2  王芳  综合党小组    60       0         0    0     60    660  达标
    xu-nuo       许诺  综合党小组    60       0         0    0     60    600  达标
    zhao-gang    赵刚  刑侦党小组    60       2         0    0     62    662  达标

    left out for width: class, standing (all with --format csv)
    ");
    let branch = branch.chinese();
    assert_snapshot!(on_screen(&branch, "meeting list"), @"
    种类      小组名称    出勤率（%）  议题                会议编号
    ────────  ──────────  ───────────  ──────────────────  ─────────────────────────
    党小组会  刑侦党小组        100.0  研究冬季打击行动…   2026-11-10-group-criminal
    支委会                      100.0  研究党建工作        2026-11-12-committee

    窗口窄，略去：非应到参加、免到、应到、实到、日期（--format csv 全有）
    ");
    assert_snapshot!(on_screen(&branch, "points total --period 2026-11"), @"
    编号         姓名  小组        加分  扣分  超限扣减  合计  全年累计  等次
    ───────────  ────  ──────────  ────  ────  ────────  ────  ────────  ────
    li-min       李敏  综合党小组   0.5     0         0  60.5     660.5  达标
    sun-lei      孙磊  刑侦党小组     6     0         0    66       666  达标
    wang-fang    王芳  刑侦党小组     2     0         0    62       662  达标
    wang-fang-2  王芳  综合党小组     0     0         0    60       660  达标
    xu-nuo       许诺  综合党小组     0     0         0    60       600  达标
    zhao-gang    赵刚  刑侦党小组     2     0         0    62       662  达标

    窗口窄，略去：类型、身份、基础分（--format csv 全有）
    ");
}

#[test]
fn nothing_is_left_out_elsewhere() {
    let branch = busy();
    let all = branch.run("meeting list");
    assert!(all.contains("2026-11-10") && all.contains("not due"), "{all}");
    assert!(!all.contains("left out"), "{all}");
    let wide = Terminal::sized(&branch.command(&["meeting", "list"]), (40, 200)).ends().printed;
    assert_eq!(wide.replace('\r', ""), all);
}
