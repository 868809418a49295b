use insta::assert_snapshot;

use super::sandbox::Sandbox;

#[test]
fn every_duty_names_the_post_and_who_holds_it_that_day() {
    let branch = Sandbox::branch().since("2026-10-01");
    assert_snapshot!(branch.run("report responsibilities --lang zh"), @"
    职务        现任                      事项                  频次        性质
    ──────────  ────────────────────────  ────────────────────  ──────────  ────
    书记        赵刚                      召开党员大会          每季度一次  一般
        ← 《中国共产党支部工作条例（试行）》第11条 ← rules/duties.toml:20
    书记        赵刚                      召开支委会            每月一次    一般
        ← 《中国共产党支部工作条例（试行）》第12条 ← rules/duties.toml:30
    书记        赵刚                      召开组织生活会        每年一次    必须
        ← 《中国共产党支部工作条例（试行）》第17条；《中国共产党党员教育管理工作条例》第17条 ← rules/duties.toml:73
    书记        赵刚                      开展民主评议党员      每年一次    一般
        ← 《中国共产党支部工作条例（试行）》第18条；《中国共产党党员教育管理工作条例》第18条 ← rules/duties.toml:85
    组织委员    李敏                      开展主题党日          每月一次    必须
        ← 《中国共产党支部工作条例（试行）》第16条；《中国共产党党员教育管理工作条例》第16条 ← rules/duties.toml:63
    组织委员    李敏                      上缴党费              每季度一次  一般
        ← 上级党组织的要求 ← rules/duties.toml:125
    组织委员    李敏                      公布党费收缴情况      每年一次    一般
        ← 《关于中国共产党党费收缴、使用和管理的规定》 ← rules/duties.toml:136
    组织委员    李敏                      报送上级要的材料
        ← rules/duties.toml:219
    组织委员    李敏                      封存已结清的月份
        ← rules/duties.toml:223
    宣传委员                              上党课                每季度一次  一般
        ← 上级党组织的要求；《中国共产党支部工作条例（试行）》第16条 ← rules/duties.toml:51
    纪检委员                              通报组织生活情况      每月一次    一般
        ← 支部积分管理办法（本所） ← rules/duties.toml:149
    纪检委员                              积分公示、复核、锁定
        ← rules/duties.toml:215
    党小组组长  孙磊；王芳（综合党小组）  召开党小组会          每月一次    一般
        ← 《中国共产党支部工作条例（试行）》第13条 ← rules/duties.toml:40
    ");
    assert_snapshot!(branch.run("report responsibilities --format csv"), @"
    post,holders,what,each,firm,source,rule
    secretary,zhao-gang,召开党员大会,every quarter,as-a-rule,《中国共产党支部工作条例（试行）》第11条,rules/duties.toml:20
    secretary,zhao-gang,召开支委会,every month,as-a-rule,《中国共产党支部工作条例（试行）》第12条,rules/duties.toml:30
    secretary,zhao-gang,召开组织生活会,every year,must,《中国共产党支部工作条例（试行）》第17条；《中国共产党党员教育管理工作条例》第17条,rules/duties.toml:73
    secretary,zhao-gang,开展民主评议党员,every year,as-a-rule,《中国共产党支部工作条例（试行）》第18条；《中国共产党党员教育管理工作条例》第18条,rules/duties.toml:85
    organization,li-min,开展主题党日,every month,must,《中国共产党支部工作条例（试行）》第16条；《中国共产党党员教育管理工作条例》第16条,rules/duties.toml:63
    organization,li-min,上缴党费,every quarter,as-a-rule,上级党组织的要求,rules/duties.toml:125
    organization,li-min,公布党费收缴情况,every year,as-a-rule,《关于中国共产党党费收缴、使用和管理的规定》,rules/duties.toml:136
    organization,li-min,delivering what superiors ask for,,,,rules/duties.toml:219
    organization,li-min,sealing settled months,,,,rules/duties.toml:223
    publicity,,上党课,every quarter,as-a-rule,上级党组织的要求；《中国共产党支部工作条例（试行）》第16条,rules/duties.toml:51
    discipline,,通报组织生活情况,every month,as-a-rule,支部积分管理办法（本所）,rules/duties.toml:149
    discipline,,posting and closing the lists of points,,,,rules/duties.toml:215
    group-leader,sun-lei; wang-fang-2,召开党小组会,every month,as-a-rule,《中国共产党支部工作条例（试行）》第13条,rules/duties.toml:40
    ");
    let who = |day: &str| {
        let told = branch.run(&format!("due --format csv --on {day} --within 10d"));
        let rows = told.lines().filter(|line| line.contains("meeting log"));
        rows.fold(String::new(), |told, line| told + line + "\n")
    };
    assert_snapshot!(who("2026-11-23"), @"
    2026-10-31,overdue,must,2026-10 开展主题党日,li-min,《中国共产党支部工作条例（试行）》第16条；《中国共产党党员教育管理工作条例》第16条,rules/duties.toml:63,zhibu meeting log theme-day --on DATE
    2026-10-31,overdue,as-a-rule,2026-10 召开党小组会,criminal; sun-lei,《中国共产党支部工作条例（试行）》第13条,rules/duties.toml:40,zhibu meeting log group -g criminal --on DATE
    2026-10-31,overdue,as-a-rule,2026-10 召开党小组会,office; wang-fang-2,《中国共产党支部工作条例（试行）》第13条,rules/duties.toml:40,zhibu meeting log group -g office --on DATE
    2026-10-31,overdue,as-a-rule,2026-10 召开支委会,zhao-gang,《中国共产党支部工作条例（试行）》第12条,rules/duties.toml:30,zhibu meeting log committee --on DATE
    2026-11-10,overdue,as-a-rule,2026-10 通报组织生活情况,,支部积分管理办法（本所）,rules/duties.toml:149,zhibu meeting log bulletin --on DATE
    2026-11-30,due,must,2026-11 开展主题党日,li-min,《中国共产党支部工作条例（试行）》第16条；《中国共产党党员教育管理工作条例》第16条,rules/duties.toml:63,zhibu meeting log theme-day
    2026-11-30,due,as-a-rule,2026-11 召开党小组会,criminal; sun-lei,《中国共产党支部工作条例（试行）》第13条,rules/duties.toml:40,zhibu meeting log group -g criminal
    2026-11-30,due,as-a-rule,2026-11 召开党小组会,office; wang-fang-2,《中国共产党支部工作条例（试行）》第13条,rules/duties.toml:40,zhibu meeting log group -g office
    2026-11-30,due,as-a-rule,2026-11 召开支委会,zhao-gang,《中国共产党支部工作条例（试行）》第12条,rules/duties.toml:30,zhibu meeting log committee
    2026-12-10,due,as-a-rule,2026-11 通报组织生活情况,,支部积分管理办法（本所）,rules/duties.toml:149,zhibu meeting log bulletin
    2027-02-28,due,must,2026 召开组织生活会,zhao-gang,《中国共产党支部工作条例（试行）》第17条；《中国共产党党员教育管理工作条例》第17条,rules/duties.toml:73,zhibu meeting log organization-life
    2027-03-31,due,as-a-rule,2026 开展民主评议党员,zhao-gang,《中国共产党支部工作条例（试行）》第18条；《中国共产党党员教育管理工作条例》第18条,rules/duties.toml:85,zhibu meeting log appraisal
    ");
    // Another secretary from a day on: the day before, the day.
    branch.run("member post 赵刚 secretary --until 2026-11-22");
    branch.run("member post 李敏 secretary --from 2026-11-23");
    let first = |day: &str| who(day).lines().find(|line| line.contains("committee")).unwrap_or_default().to_owned();
    assert!(first("2026-11-22").contains("zhao-gang"), "{}", first("2026-11-22"));
    assert!(first("2026-11-23").contains("li-min"), "{}", first("2026-11-23"));
}

#[test]
fn a_post_that_there_is_not_and_a_duty_of_each_member_are_told() {
    let branch = Sandbox::branch();
    let rules = branch.read("rules/duties.toml");
    let wrong = rules.replacen("responsible = [\"secretary\"]", "responsible = [\"secretry\"]", 1);
    let wrong = wrong.replacen("by = \"member\"\n", "by = \"member\"\nresponsible = [\"secretary\"]\n", 1);
    let wrong = format!("{wrong}\n[[responsible]]\nfor = \"points\"\nposts = [\"secretary\"]\n");
    branch.write("rules/duties.toml", wrong);
    assert_snapshot!(branch.run("rules check"), @r#"
    rules/duties.toml:25:16: no post `secretry` in rules/branch.toml [rule-unknown-id]
       |
    25 | responsible = ["secretry"]
       |                ^^^^^^^^^^
    help: did you mean `secretary`?
    rules/duties.toml:105:16: each member sees to a duty of their own; no post does [rule-duty]
        |
    105 | responsible = ["secretary"]
        |                ^^^^^^^^^^^
    help: leave it out, or write by = "branch" or by = "group"
    rules/duties.toml:229:7: `points` is declared twice, first in line 217 [rule-twice]
        |
    229 | for = "points"
        |       ^^^^^^^^
    help: give it another id, or delete one of the two
    --- stderr
    3 findings
    --- exit Some(1)
    "#);
}
