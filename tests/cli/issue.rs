use insta::assert_snapshot;

use super::sandbox::Sandbox;

/// A branch with one problem, found on 5 November, due on the 20th.
fn branch() -> Sandbox {
    let branch = Sandbox::branch();
    branch.run("issue open 会议记录不全 --owner 孙磊 --deadline 11-20 --on 11-05 --where 分局检查 --measure 逐次补齐 --link 刑侦");
    branch
}

const FILE: &str = "issues/2026/2026-11-05-xth3a3.toml";

#[test]
fn a_problem_from_the_day_it_is_found_until_it_is_closed() {
    let branch = Sandbox::branch();
    assert_snapshot!(branch.run("issue open 会议记录不全 --owner 孙磊 --deadline 11-20 --on 11-05 --where 分局检查 --kind 台账 --measure 逐次补齐 --link 刑侦 --note 第三次"), @"
    --- stderr
    opened 会议记录不全: owner 孙磊, deadline 2026-11-20 (xth3a3)
      issues/2026/2026-11-05-xth3a3.toml
    ");
    assert_snapshot!(branch.read(FILE), @r#"
    title = "会议记录不全"
    found = 2026-11-05
    where = "分局检查"
    kind = "台账"
    measure = "逐次补齐"
    owner = "sun-lei"
    deadline = 2026-11-20
    links = ["criminal-investigation"]
    note = "第三次"
    "#);
    assert_snapshot!(branch.run("issue update xth3a3 --progress 已补齐十月的 --on 11-10 --by 李敏"), @"
    --- stderr
    会议记录不全: progress: 已补齐十月的
      issues/2026/2026-11-05-xth3a3.toml
    ");
    assert_snapshot!(branch.run("issue update xth3a3 --deadline 12-15 --owner 王芳 --measure 专人负责"), @"
    --- stderr
    error: `王芳` is more than one member
    help: write the id: wang-fang (王芳, 刑侦党小组), wang-fang-2 (王芳, 综合党小组)
    --- exit Some(2)
    ");
    assert_snapshot!(branch.refused("issue update xth3a3 --owner wang-fang,孙磊"), @"
    --- stderr
    error: `wang-fang,孙磊` should be one person
    --- exit Some(2)
    ");
    assert_snapshot!(branch.run("issue update xth3a3 --deadline 12-15 --owner wang-fang --measure 专人负责"), @"
    --- stderr
    会议记录不全: the measure is 专人负责; the owner is 王芳 (刑侦党小组); the deadline is 2026-12-15
      issues/2026/2026-11-05-xth3a3.toml
    ");
    assert_snapshot!(branch.run("issue close 会议记录 --by 赵刚 --on 11-22 --note 抽查三次，完整"), @"
    --- stderr
    closed 会议记录不全, by 赵刚, 2026-11-22
      issues/2026/2026-11-05-xth3a3.toml
    ");
    assert_snapshot!(branch.run("issue reopen xth3a3 --why 又缺一次"), @"
    --- stderr
    opened 会议记录不全 again: 又缺一次
      issues/2026/2026-11-05-xth3a3.toml
    ");
    branch.write("photo.PNG", "picture");
    assert_snapshot!(branch.run("issue close 2026-11-05-xth3a3 --by 赵刚 --evidence photo.PNG"), @"
    --- stderr
    closed 会议记录不全, by 赵刚, 2026-11-23
      issues/2026/2026-11-05-xth3a3.toml
      evidence/2026/2026-11-05-xth3a3-1.png
    ");
    assert_snapshot!(branch.read(FILE), @r#"
    title = "会议记录不全"
    found = 2026-11-05
    where = "分局检查"
    kind = "台账"
    measure = "专人负责"
    owner = "wang-fang"
    deadline = 2026-12-15
    links = ["criminal-investigation"]
    note = "第三次"
    closed = 2026-11-23
    closed-by = "zhao-gang"
    evidence = [
      { file = "evidence/2026/2026-11-05-xth3a3-1.png", sha256 = "2cea274d0bedc39ec4ab6ba9e59ec889e3ed6fb56a1cf088a64d9b383378dc97" },
    ]

    [[progress]]
    date = 2026-11-10
    text = "已补齐十月的"
    by = "li-min"

    [[reopened]]
    date = 2026-11-23
    why = "又缺一次"
    closed = 2026-11-22
    closed-by = "zhao-gang"
    "#);
    assert_snapshot!(branch.run("issue show xth3a3"), @"
    2026-11-05 会议记录不全
      state      closed
      found      2026-11-05
      found at   分局检查
      category   台账
      measure    专人负责
      owner      王芳 (刑侦党小组)
      deadline   2026-12-15
      links      刑侦打击
      closed     2026-11-23
      closed by  赵刚
      note       第三次
      issue      2026-11-05-xth3a3

    date        what                    by
    ──────────  ──────────────────────  ────
    2026-11-10  已补齐十月的            李敏
    2026-11-22  closed                  赵刚
    2026-11-23  opened again: 又缺一次

    file                                   sha256
    ─────────────────────────────────────  ────────────────────────────────────────────────────────────────
    evidence/2026/2026-11-05-xth3a3-1.png  2cea274d0bedc39ec4ab6ba9e59ec889e3ed6fb56a1cf088a64d9b383378dc97
    ");
    assert_snapshot!(branch.run("issue show xth3a3 --lang zh"), @"
    2026-11-05 会议记录不全
      整改状态  已销号
      发现日期  2026-11-05
      发现场合  分局检查
      类别      台账
      整改措施  专人负责
      责任人    王芳（刑侦党小组）
      期限      2026-12-15
      联系业务  刑侦打击
      销号日期  2026-11-23
      销号人    赵刚
      备注      第三次
      问题编号  2026-11-05-xth3a3

    日期        事项                登记人
    ──────────  ──────────────────  ──────
    2026-11-10  已补齐十月的        李敏
    2026-11-22  销号                赵刚
    2026-11-23  重新打开：又缺一次

    文件                                   校验值
    ─────────────────────────────────────  ────────────────────────────────────────────────────────────────
    evidence/2026/2026-11-05-xth3a3-1.png  2cea274d0bedc39ec4ab6ba9e59ec889e3ed6fb56a1cf088a64d9b383378dc97
    ");
    assert_snapshot!(branch.git(&["log", "-2", "--format=%s%n%b", "--name-only"]), @"
    closed 会议记录不全, by 赵刚, 2026-11-23
    Zhibu-Command: issue close


    evidence/2026/2026-11-05-xth3a3-1.png
    issues/2026/2026-11-05-xth3a3.toml
    opened 会议记录不全 again: 又缺一次
    又缺一次

    Zhibu-Command: issue reopen


    issues/2026/2026-11-05-xth3a3.toml
    ");
    assert_eq!(branch.run("check"), "--- stderr\nnothing is wrong\n");
}

#[test]
fn who_closes_is_not_the_owner() {
    let branch = branch();
    assert_snapshot!(branch.refused("issue close xth3a3 --by 孙磊"), @"
    --- stderr
    error: 孙磊 is the owner and cannot close it
    help: somebody else has to see that it is done
    --- exit Some(1)
    ");
    assert_snapshot!(branch.refused("issue close xth3a3"), @"
    --- stderr
    error: `zhibu issue close` needs: --by <WHO>
    help: see zhibu issue close --help
    --- exit Some(2)
    ");
    branch.run("issue close xth3a3 --by 李敏");
    assert_snapshot!(branch.refused("issue close xth3a3 --by 赵刚"), @"
    --- stderr
    error: 会议记录不全 was closed on 2026-11-23 by 李敏
    help: open it again first: zhibu issue reopen xth3a3 --why WHY
    --- exit Some(1)
    ");
    assert_snapshot!(branch.refused("issue update xth3a3 --progress 再补"), @"
    --- stderr
    error: 会议记录不全 was closed on 2026-11-23 by 李敏
    help: open it again first: zhibu issue reopen xth3a3 --why WHY
    --- exit Some(1)
    ");
}

#[test]
fn what_cannot_be_opened_or_changed() {
    let branch = branch();
    assert_snapshot!(branch.refused("issue open x --owner 孙磊 --deadline 11-22"), @"
    --- stderr
    error: the deadline, 2026-11-22, is before it was found, on 2026-11-23
    help: write a day of next year with its year, as in 2027-01-15
    --- exit Some(1)
    ");
    assert_snapshot!(branch.refused("issue open x --owner 孙磊"), @"
    --- stderr
    error: `zhibu issue open` needs: --deadline <DATE>
    help: see zhibu issue open --help
    --- exit Some(2)
    ");
    assert_snapshot!(branch.refused("issue open x --owner 孙雷 --deadline 12-01"), @"
    --- stderr
    error: no member `孙雷`
    help: did you mean `sun-lei` (孙磊)?
    --- exit Some(2)
    ");
    assert_snapshot!(branch.refused("issue open x --owner 孙磊,李敏 --deadline 12-01"), @"
    --- stderr
    error: `孙磊,李敏` should be one person
    --- exit Some(2)
    ");
    assert_snapshot!(branch.refused("issue open x --owner 孙磊 --deadline 12-01 --on 11-24"), @"
    --- stderr
    error: 2026-11-24 is yet to come
    help: log it when it has happened; write a day of last year with its year
    --- exit Some(1)
    ");
    assert_snapshot!(branch.refused("issue open x --owner 孙磊 --deadline soon"), @"
    --- stderr
    error: `soon` is no day
    help: write 2026-11-05, 11-05, today, yesterday or friday
    --- exit Some(2)
    ");
    assert_snapshot!(branch.refused("issue update xth3a3 --deadline 11-04"), @"
    --- stderr
    error: the deadline, 2026-11-04, is before it was found, on 2026-11-05
    help: write a day of next year with its year, as in 2027-01-15
    --- exit Some(1)
    ");
    assert_snapshot!(branch.refused("issue update xth3a3 --progress 早 --on 11-04"), @"
    --- stderr
    error: 2026-11-04 is before 2026-11-05, when it was found, closed or opened again
    --- exit Some(1)
    ");
    assert_snapshot!(branch.refused("issue update xth3a3"), @"
    --- stderr
    error: `zhibu issue update` needs at least one of: --progress <TEXT>, --measure <TEXT>, --deadline <DATE>, --owner <WHO>, --meeting <MEETING>, --visit <VISIT>, --campaign <CAMPAIGN>, --evidence <FILE>
    help: see zhibu issue update --help
    --- exit Some(2)
    ");
    assert_snapshot!(branch.refused("issue close xth3a3 --by 赵刚 --on 11-04"), @"
    --- stderr
    error: 2026-11-04 is before 2026-11-05, when it was found, closed or opened again
    --- exit Some(1)
    ");
    assert_snapshot!(branch.refused("issue reopen xth3a3 --why 又有"), @"
    --- stderr
    error: 会议记录不全 is open
    --- exit Some(1)
    ");
    assert_snapshot!(branch.refused("issue show zzzzzz"), @"
    --- stderr
    error: no issue `zzzzzz`
    help: there are: xth3a3 (会议记录不全)
    --- exit Some(2)
    ");
    assert_snapshot!(branch.refused("issue update xth3a3 --on 11-10"), @"
    --- stderr
    error: `zhibu issue update` needs at least one of: --progress <TEXT>, --measure <TEXT>, --deadline <DATE>, --owner <WHO>, --meeting <MEETING>, --visit <VISIT>, --campaign <CAMPAIGN>, --evidence <FILE>
    help: see zhibu issue update --help
    --- exit Some(2)
    ");
}

#[test]
fn the_last_day_is_in_time_and_overdue_ones_stand_first() {
    let branch = Sandbox::branch();
    for (seed, title, deadline) in [("2", "按期", "11-23"), ("3", "逾期一天", "11-22"), ("4", "以后", "2027-01-15")]
    {
        let words = ["issue", "open", title, "--owner", "孙磊", "--deadline", deadline, "--on", "2025-12-31"];
        let deadline_is_far = branch.command(&words).env("ZHIBU_SEED", seed).output().unwrap();
        assert!(deadline_is_far.status.success());
    }
    assert_snapshot!(branch.run("issue list"), @"
    deadline    state    days over  title     owner  found       issue
    ──────────  ───────  ─────────  ────────  ─────  ──────────  ──────
    2026-11-22  overdue          1  逾期一天  孙磊   2025-12-31  vkp9x5
    2026-11-23  open                按期      孙磊   2025-12-31  g7zpzn
    2027-01-15  open                以后      孙磊   2025-12-31  dz63et
    ");
    assert_snapshot!(branch.run("issue list --overdue --format csv"), @"
    deadline,issue_state,overdue_days,title,owner,owner_name,found,progress,closed,issue
    2026-11-22,overdue,1,逾期一天,sun-lei,孙磊,2025-12-31,,,vkp9x5
    ");
    assert_eq!(branch.run("issue list --open --format csv").lines().count(), 4);
    assert_eq!(branch.run("issue list -p 2025-12 --format csv").lines().count(), 4);
    assert_eq!(branch.run("issue list -p 2025-12 --overdue"), "");
    assert_eq!(branch.run("issue list -p 2025-11"), "");
    branch.run("issue close 逾期 --by 李敏 --on 2026-11-01");
    assert_eq!(branch.run("issue list -p 2026-10 --format csv").lines().count(), 4);
    assert_eq!(branch.run("issue list -p 2026-11 --format csv").lines().count(), 4);
    assert_eq!(branch.run("issue list -p 2026-12 --format csv").lines().count(), 3);
    assert_eq!(branch.run("issue list --open --format csv").lines().count(), 3);
}

#[test]
fn the_table_of_a_month_is_as_the_month_ended() {
    let branch = branch();
    branch.run("issue update xth3a3 --progress 已补齐 --on 11-22");
    branch.run("issue close xth3a3 --by 赵刚 --on 11-23 --note 完整");
    assert_snapshot!(branch.run("export --month 2026-11 --table issues --lang en"), @"
    issue,found,title,where,category,measure,owner,owner_name,deadline,issue_state,overdue_days,progress,progress_date,closed,closed_by,result,links,meeting
    2026-11-05-xth3a3,2026-11-05,会议记录不全,分局检查,,逐次补齐,sun-lei,孙磊,2026-11-20,closed,,已补齐,2026-11-22,2026-11-23,zhao-gang,完整,criminal-investigation,
    ");
    assert_snapshot!(branch.run("report issues -p 2026-11-05..2026-11-21 --format csv --lang zh"), @"
    问题编号,发现日期,题目,发现场合,类别,整改措施,责任人编号,责任人,期限,整改状态,逾期天数,进展,进展日期,销号日期,销号人,整改结果,联系业务,会议编号
    2026-11-05-xth3a3,2026-11-05,会议记录不全,分局检查,,逐次补齐,sun-lei,孙磊,2026-11-20,overdue,1,,,,,,criminal-investigation,
    ");
    assert_snapshot!(branch.run("report issues"), @"
    deadline    state   title         owner  found       progress  closed      issue
    ──────────  ──────  ────────────  ─────  ──────────  ────────  ──────────  ──────
    2026-11-20  closed  会议记录不全  孙磊   2026-11-05  已补齐    2026-11-23  xth3a3
    ");
    assert_eq!(branch.run("export --month 2026-10 --table issues --lang en").lines().count(), 1);
    assert!(branch.refused("export --month 2026-12 --table issues --lang en").contains("2026-12 has not begun"));
}

#[test]
fn a_problem_that_was_none_is_struck() {
    let branch = branch();
    assert_snapshot!(branch.run("issue remove xth3a3 --why 登错 --yes"), @"
    --- stderr
    struck 2026-11-05 会议记录不全: 登错
      issues/2026/2026-11-05-xth3a3.toml
    ");
    assert_snapshot!(branch.refused("issue remove xth3a3 --why 登错 --yes"), @"
    --- stderr
    error: 2026-11-05 会议记录不全 is struck already: 登错
    --- exit Some(1)
    ");
    assert_eq!(branch.run("issue list"), "");
    assert!(branch.run("issue show xth3a3").contains("登错"));
}

#[test]
fn what_people_wrote_stays() {
    let branch = branch();
    let text = branch.read(FILE).replace("owner =", "# 换过一次\nowner   =") + "\n# 备查\n";
    branch.write(FILE, &text);
    branch.run("issue close xth3a3 --by 赵刚");
    let closed = branch.read(FILE);
    branch.run("issue reopen xth3a3 --why 又缺");
    assert!(closed.contains("# 换过一次\nowner   = \"sun-lei\"\n") && closed.contains("# 备查"), "{closed}");
    let again = branch.read(FILE);
    assert!(again.starts_with(&text), "{again}");
}

#[test]
fn another_broken_file_hinders_only_those_who_need_it() {
    let branch = branch();
    branch.write("issues/2026/2026-11-06-aaaaaa.toml", "title = 1");
    assert!(branch.run("issue update xth3a3 --progress 补").contains(FILE));
    assert_snapshot!(branch.refused("issue list"), @r#"
    --- stderr
    issues/2026/2026-11-06-aaaaaa.toml:1:1: `deadline` is missing
      |
    1 | title = 1
      | ^
    help: add the line, for example deadline = 2026-01-01
    issues/2026/2026-11-06-aaaaaa.toml:1:1: `found` is missing
      |
    1 | title = 1
      | ^
    help: add the line, for example found = 2026-01-01
    issues/2026/2026-11-06-aaaaaa.toml:1:1: `owner` is missing
      |
    1 | title = 1
      | ^
    help: add the line, for example owner = "…"
    issues/2026/2026-11-06-aaaaaa.toml:1:9: this should be a text in quotes, but is a whole number
      |
    1 | title = 1
      |         ^
    --- exit Some(1)
    "#);
}

#[test]
fn a_picture_of_the_problem_is_kept_from_the_first_day() {
    let branch = Sandbox::branch();
    branch.write("台账.JPG", "picture");
    assert_snapshot!(branch.run("issue open 台账不全 --owner 孙磊 --deadline 11-30 --on 11-20 --evidence 台账.JPG --note 见照片"), @"
    --- stderr
    opened 台账不全: owner 孙磊, deadline 2026-11-30 (xth3a3)
      issues/2026/2026-11-20-xth3a3.toml
      evidence/2026/2026-11-20-xth3a3-1.jpg
    ");
    assert_snapshot!(branch.read("issues/2026/2026-11-20-xth3a3.toml"), @r#"
    title = "台账不全"
    found = 2026-11-20
    owner = "sun-lei"
    deadline = 2026-11-30
    evidence = [
      { file = "evidence/2026/2026-11-20-xth3a3-1.jpg", sha256 = "2cea274d0bedc39ec4ab6ba9e59ec889e3ed6fb56a1cf088a64d9b383378dc97" },
    ]
    note = "见照片"
    "#);
    branch.write("after.jpg", "another");
    assert!(branch.run("issue update 台账 --evidence after.jpg").contains("2026-11-20-xth3a3-2.jpg"));
    assert_eq!(branch.run("check"), "--- stderr\nnothing is wrong\n");
    assert_snapshot!(branch.refused("issue open 另一件 --owner 孙磊 --deadline 11-30 --evidence nothing.jpg"), @"
    --- stderr
    error: failed to read `nothing.jpg`: it is not there
    --- exit Some(1)
    ");
}

#[test]
fn a_problem_that_comes_back_is_told_and_opened_again_with_a_new_deadline() {
    let branch = branch();
    let again = ["issue", "open", "会议记录不全", "--owner", "李敏", "--deadline", "2026-12-01"];
    let open = |seed: &str| branch.told(&branch.command(&again).env("ZHIBU_SEED", seed).output().unwrap());
    assert_snapshot!(open("2"), @"
    --- stderr
    opened 会议记录不全: owner 李敏, deadline 2026-12-01 (g7zpzn); one of that title, found on 2026-11-05, is open (xth3a3): if it is the same one, zhibu issue remove g7zpzn --why twice
      issues/2026/2026-11-23-g7zpzn.toml
    ");
    branch.run("issue remove g7zpzn --why 重复登记 --yes");
    branch.run("issue close xth3a3 --by 赵刚 --on 11-18");
    assert_snapshot!(open("3"), @"
    --- stderr
    opened 会议记录不全: owner 李敏, deadline 2026-12-01 (vkp9x5); one of that title was closed on 2026-11-18 (xth3a3): if it has come back, zhibu issue remove vkp9x5 --why twice, then zhibu issue reopen xth3a3 --why WHY
      issues/2026/2026-11-23-vkp9x5.toml
    ");
    branch.run("issue remove vkp9x5 --why 重复登记 --yes");
    assert_snapshot!(branch.refused("issue reopen xth3a3 --why 又不全 --deadline 11-22"), @"
    --- stderr
    error: 2026-11-22 is before 2026-11-23, when it was found, closed or opened again
    help: write a day of next year with its year, as in 2027-01-15
    --- exit Some(1)
    ");
    assert_snapshot!(branch.run("issue reopen xth3a3 --why 又不全 --deadline 12-10"), @"
    --- stderr
    opened 会议记录不全 again: 又不全; the deadline is 2026-12-10
      issues/2026/2026-11-05-xth3a3.toml
    ");
    assert!(branch.read(FILE).contains("deadline = 2026-12-10"));
    branch.write("issues/2026/2026-11-06-aaaaaa.toml", "title = 1");
    assert!(branch.run("issue open 另一件 --owner 孙磊 --deadline 11-30").contains("issues/2026/2026-11-23"));
}

#[test]
fn a_problem_is_carried_over_the_end_of_the_year() {
    let branch = Sandbox::branch();
    branch.run("issue open 台账不全 --owner 孙磊 --deadline 2026-01-10 --on 2025-12-20");
    let states = |period: &str| {
        let told = branch.run(&format!("issue list -p {period} --format csv"));
        told.lines().skip(1).map(|line| line.split(',').nth(1).unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!((states("2025"), states("2025-11")), (vec!["open".to_owned()], vec![]));
    assert_eq!((states("2026-01"), states("2026")), (vec!["overdue".to_owned()], vec!["overdue".to_owned()]));
    branch.run("issue close 台账 --by 赵刚 --on 2026-02-01");
    assert_eq!((states("2026-01"), states("2026-02")), (vec!["overdue".to_owned()], vec!["closed".to_owned()]));
    assert_eq!(states("2026-03"), Vec::<String>::new());
    assert!(branch.run("export --month 2026-01 --table issues --lang en").contains(",overdue,21,"));
}
