use insta::assert_snapshot;

use super::sandbox::Sandbox;

/// An inspection at which two problems were ordered to be mended.
const INSPECTION: &str = "visit log 县局政治处 --kind 检查 --on 11-20 --host 赵刚 --looked-at 会议记录 --looked-at 党费台账 \
    --said 比去年规范 --order 李敏:12-15:请假没有写原因 --order 孙磊：11-22：谈话记录不全";

/// A branch that was inspected on 20 November: two problems were ordered to be mended.
fn inspected() -> Sandbox {
    let branch = Sandbox::branch().since("2026-01-01");
    branch.run(INSPECTION);
    branch
}

/// The texts of the problems, file by file.
fn problems(branch: &Sandbox) -> String {
    let files = branch.files().into_iter().filter(|(path, _)| path.to_string_lossy().contains("issues/2026/"));
    let mut texts: Vec<_> = files.map(|(_, bytes)| String::from_utf8(bytes).unwrap()).collect();
    texts.sort_unstable();
    texts.join("\n")
}

#[test]
fn what_was_ordered_at_a_visit_is_a_problem_that_comes_back_closed() {
    let branch = Sandbox::branch().since("2026-01-01");
    assert_snapshot!(branch.run(INSPECTION), @"
    --- stderr
    logged the visit of 2026-11-20 县局政治处 (检查); ordered to fix: 请假没有写原因, 谈话记录不全 (xth3a3)
      visits/2026.toml
      issues/2026/2026-11-20-25vfbe.toml
      issues/2026/2026-11-20-a5dput.toml
    ");
    assert_snapshot!(branch.read("visits/2026.toml"), @r#"
    entries = [
      { id = "xth3a3", date = 2026-11-20, visitor = "县局政治处", kind = "检查", host = "zhao-gang", looked-at = ["会议记录", "党费台账"], said = "比去年规范" },
    ]
    "#);
    assert_snapshot!(problems(&branch), @r#"
    title = "请假没有写原因"
    found = 2026-11-20
    visit = "xth3a3"
    owner = "li-min"
    deadline = 2026-12-15

    title = "谈话记录不全"
    found = 2026-11-20
    visit = "xth3a3"
    owner = "sun-lei"
    deadline = 2026-11-22
    "#);
    assert_snapshot!(branch.run("visit list"), @"
    date        visitor     category  received by  ordered  still open  overdue  visit
    ──────────  ──────────  ────────  ───────────  ───────  ──────────  ───────  ──────
    2026-11-20  县局政治处  检查      赵刚               2           2        1  xth3a3
    ");
    let owed = branch.run("due --format csv --within 30d");
    assert_snapshot!(owed.lines().filter(|line| line.contains("issue close")).collect::<Vec<_>>().join("\n"), @"
    2026-11-22,overdue,must,settle the problem: 2026-11-20 谈话记录不全,sun-lei,县局政治处,issues/2026/2026-11-20-a5dput.toml:5,zhibu issue close a5dput --by WHO
    2026-12-15,due,must,settle the problem: 2026-11-20 请假没有写原因,li-min,县局政治处,issues/2026/2026-11-20-25vfbe.toml:5,zhibu issue close 25vfbe --by WHO
    ");
    branch.does(&["issue close 谈话 --by 赵刚 --note 已补全"]);
    assert_snapshot!(branch.run("visit show 县局 --lang zh"), @"
    2026-11-20 县局政治处（检查）
      接待人员    赵刚
      看了什么    会议记录；党费台账
      意见和要求  比去年规范
      编号        xth3a3

    期限        整改状态  题目            责任人  发现日期    销号日期    问题编号
    ──────────  ────────  ──────────────  ──────  ──────────  ──────────  ────────
    2026-12-15  整改中    请假没有写原因  李敏    2026-11-20              25vfbe
    2026-11-22  已销号    谈话记录不全    孙磊    2026-11-20  2026-11-23  a5dput
    ");
    assert_snapshot!(branch.run("report visits --format csv"), @"
    date,visitor,category,looked_at,said,host,host_name,ordered,orders_open,orders_overdue,note,visit
    2026-11-20,县局政治处,检查,会议记录; 党费台账,比去年规范,zhao-gang,赵刚,2,1,0,,xth3a3
    ");
    assert_snapshot!(branch.run("issue show 谈话"), @"
    2026-11-20 谈话记录不全
      state       closed
      found       2026-11-20
      ordered at  2026-11-20 县局政治处 (检查)
      owner       孙磊
      deadline    2026-11-22
      closed      2026-11-23
      closed by   赵刚
      result      已补全
      issue       2026-11-20-a5dput
    ");
    assert!(branch.contradictions().is_empty(), "{:?}", branch.contradictions());
}

#[test]
fn a_problem_is_ordered_later_too_and_a_known_one_is_put_to_a_visit() {
    let branch = inspected();
    branch.does(&[
        "issue open 佐证照片重复 --owner 赵刚 --deadline 12-30 --visit 县局",
        "issue open 签到表缺页 --owner 赵刚 --deadline 12-30 --on 11-18",
        "issue update 签到表 --visit 2026-11-20",
    ]);
    let issues = branch.run("report issues --format csv -p 2026-11");
    let few = |line: &str| line.split(',').take(3).collect::<Vec<_>>().join(",");
    assert_snapshot!(issues.lines().map(few).collect::<Vec<_>>().join("\n"), @"
    issue,found,title
    2026-11-18-xth3a3,2026-11-18,签到表缺页
    2026-11-20-25vfbe,2026-11-20,请假没有写原因
    2026-11-20-a5dput,2026-11-20,谈话记录不全
    2026-11-20-vackck,2026-11-20,佐证照片重复
    ");
    assert_snapshot!(branch.run("visit list --lang zh"), @"
    日期        来访单位    类别  接待人员  要求整改  其中未销号  其中逾期  编号
    ──────────  ──────────  ────  ────────  ────────  ──────────  ────────  ──────
    2026-11-20  县局政治处  检查  赵刚             4           4         1  xth3a3
    ");
    let history = branch.run("history 签到表 --lang zh");
    assert!(history.contains("2026-11-18 签到表缺页：要求整改的检查：xth3a3"), "{history}");
}

#[test]
fn a_visit_is_changed_struck_and_taken_back() {
    let branch = inspected();
    assert_snapshot!(branch.run("visit edit 县局 --host 李敏 --said 谈话记录要补"), @"
    --- stderr
    changed the visit of 2026-11-20 县局政治处 (检查)
      visits/2026.toml
    ");
    assert_snapshot!(branch.refused("visit remove 县局 --why 记错 --yes"), @"
    --- stderr
    error: problems were ordered to be fixed at the visit of 2026-11-20 县局政治处 (检查): 25vfbe, a5dput
    help: strike the problems first: zhibu issue remove ID --why WHY
    --- exit Some(1)
    ");
    branch.does(&["issue remove 谈话 --why 记错 --yes", "issue remove 请假 --why 记错 --yes"]);
    assert_snapshot!(branch.run("visit remove 县局 --why 记错 --yes"), @"
    --- stderr
    struck 2026-11-20 县局政治处 (检查): 记错
      visits/2026.toml
    ");
    assert_snapshot!(branch.refused("visit edit 县局 --said x"), @"
    --- stderr
    error: 2026-11-20 县局政治处 (检查) is struck already: 记错
    --- exit Some(1)
    ");
    assert_snapshot!(branch.refused("issue open x --owner 赵刚 --deadline 12-30 --visit 县局"), @"
    --- stderr
    error: 2026-11-20 县局政治处 (检查) is struck already: 记错
    --- exit Some(1)
    ");
    assert_snapshot!(branch.run("visit list --lang zh"), @"
    日期        来访单位    类别  接待人员  作废  编号
    ──────────  ──────────  ────  ────────  ────  ──────
    2026-11-20  县局政治处  检查  李敏      记错  xth3a3
    ");
    assert_snapshot!(branch.run("report visits --format csv"), @"
    date,visitor,category,looked_at,said,host,host_name,ordered,orders_open,orders_overdue,note,visit
    --- stderr
    there is no such record in 2026
    ");
    branch.run("undo");
    assert_snapshot!(branch.run("visit list --format csv"), @"
    date,visitor,category,host,host_name,ordered,orders_open,orders_overdue,struck,visit
    2026-11-20,县局政治处,检查,li-min,李敏,0,0,0,,xth3a3
    ");
}

#[test]
fn an_order_that_is_not_whole_is_refused() {
    let branch = Sandbox::branch().since("2026-01-01");
    for words in ["李敏:12-15", "李敏", "李敏:明年:补", "罗斌:12-15:补", "李敏:11-01:补"] {
        let told = branch.refused(&format!("visit log 街道 --on 11-20 --order {words}"));
        assert!(told.contains("error: "), "{told}");
        assert!(!branch.root().join("visits/2026.toml").exists(), "{told}");
    }
    assert_snapshot!(branch.refused("visit log 街道 --on 11-20 --order 李敏:11-01:补"), @"
    --- stderr
    error: the deadline, 2026-11-01, is before it was found, on 2026-11-20
    help: write a day of next year with its year, as in 2027-01-15
    --- exit Some(1)
    ");
    assert_snapshot!(branch.refused("visit log 街道 --order 李敏:补 --lang zh"), @"
    --- stderr
    错误：“李敏:补”不是“谁:期限:什么问题”
    --- exit Some(2)
    ");
    assert_snapshot!(branch.refused("visit edit 街道"), @"
    --- stderr
    error: `zhibu visit edit` needs at least one of: --kind <TEXT>, --host <WHO>, --looked-at <TEXT>, --said <TEXT>, --note <NOTE>
    help: see zhibu visit edit --help
    --- exit Some(2)
    ");
}

#[test]
fn two_people_log_visits_apart_and_both_stay() {
    let branch = inspected();
    let other = branch.clone_of(None);
    branch.seeded("1", "visit log 街道党工委 --kind 观摩");
    other.seeded("2", "visit log 兄弟单位 --kind 观摩");
    branch.git(&["pull", "--quiet", "--no-rebase", "--no-edit", other.root().to_str().unwrap(), "HEAD"]);
    assert_snapshot!(branch.run("visit list"), @"
    date        visitor     category  received by  ordered  still open  overdue  visit
    ──────────  ──────────  ────────  ───────────  ───────  ──────────  ───────  ──────
    2026-11-20  县局政治处  检查      赵刚               2           2        1  xth3a3
    2026-11-23  街道党工委  观摩                         0           0        0  25vfbe
    2026-11-23  兄弟单位    观摩                         0           0        0  g7zpzn
    ");
}

#[test]
fn check_finds_a_problem_of_no_visit() {
    let branch = inspected();
    let text = "title = \"x\"\nfound = 2026-11-21\nvisit = \"zzzzzz\"\nowner = \"sun-lei\"\ndeadline = 2026-12-01\n";
    branch.write("issues/2026/2026-11-21-aaaaaa.toml", text);
    assert_snapshot!(branch.refused("check issues"), @r#"
    issues/2026/2026-11-21-aaaaaa.toml:3:9: no entry `zzzzzz` [no-entry]
      |
    3 | visit = "zzzzzz"
      |         ^^^^^^^^
    --- stderr
    1 finding
    --- exit Some(1)
    "#);
}
