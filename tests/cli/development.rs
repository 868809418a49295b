use insta::assert_snapshot;

use super::sandbox::Sandbox;

/// A branch that owes nothing but steps, and keeps its records from the first day of 2024.
fn branch() -> Sandbox {
    let branch = Sandbox::branch();
    for file in ["dues", "duties", "study", "talks"] {
        branch.forget(format!("rules/{file}.toml"));
    }
    branch.write("zhibu.toml", branch.read("zhibu.toml").replace("since = 2026-11-23", "since = 2024-01-01"));
    branch
}

/// A branch with somebody of the staff who applied on the last day of July.
fn applied() -> Sandbox {
    let branch = branch();
    branch.run("member step 董立 application --on 2026-07-31");
    branch
}

#[test]
fn a_step_is_recorded_with_the_standing_it_leads_to() {
    let branch = branch();
    assert_snapshot!(branch.run("member step 董立 application --on 2026-07-31 --note 手写"), @"
    --- stderr
    董立: 递交入党申请书, 2026-07-31; 申请人 from 2026-07-31; next: 派人谈话, until 2026-08-31
      members/dong-li.toml
    ");
    assert_snapshot!(branch.run("member step 董立 谈话 --on 2026-08-31 --with 赵刚 --by 书记"), @"
    --- stderr
    董立: 派人谈话, 2026-08-31; next: 确定为入党积极分子, 2026-08-31 at the earliest
      members/dong-li.toml
    ");
    assert_snapshot!(branch.read("members/dong-li.toml"), @r#"
    name = "董立"

    [[standing]]
    is = "staff"
    from = 2020-01-01

    [[standing]]
    is = "applicant"
    from = 2026-07-31

    [[step]]
    is = "application"
    on = 2026-07-31
    note = "手写"

    [[step]]
    is = "talk"
    on = 2026-08-31
    by = "书记"
    people = ["zhao-gang"]
    "#);
    assert_snapshot!(branch.git(&["log", "--format=%s", "-2"]), @"
    董立: 派人谈话, 2026-08-31
    董立: 递交入党申请书, 2026-07-31; 申请人 from 2026-07-31
    ");
}

#[test]
fn what_people_wrote_survives_a_step() {
    let branch = branch();
    let text = branch.read("members/dong-li.toml").replace("name = ", "# 群众\nname   =   ");
    branch.write("members/dong-li.toml", format!("{text}\nstrange = 1 # 保留\n"));
    branch.run("member step 董立 application --on 2026-07-31");
    assert_snapshot!(branch.read("members/dong-li.toml"), @r#"
    # 群众
    name   =   "董立"

    [[standing]]
    is = "staff"
    from = 2020-01-01

    strange = 1 # 保留

    [[standing]]
    is = "applicant"
    from = 2026-07-31

    [[step]]
    is = "application"
    on = 2026-07-31
    "#);
}

#[test]
fn what_the_rules_say_of_a_step_is_told_and_the_step_is_recorded_as_it_was() {
    let branch = applied();
    assert_snapshot!(branch.run("member step 董立 talk --on 2026-09-01 --with 赵刚"), @"
    --- stderr
    董立: 派人谈话, 2026-09-01; next: 确定为入党积极分子, 2026-09-01 at the earliest
      members/dong-li.toml
    warning: 派人谈话 on 2026-09-01 is too late: 2026-08-31 at the latest (within 1 month of 递交入党申请书 on 2026-07-31)
    ");
    assert_snapshot!(branch.chinese().run("member step 董立 activist --on 2026-09-02"), @"
    --- stderr
    董立 确定为入党积极分子，2026-09-02；2026-09-02 起为入党积极分子。下一步：考察入党积极分子，最迟 2027-03-02
      members/dong-li.toml
    ");
}

#[test]
fn a_step_that_cannot_be_recorded() {
    let branch = applied();
    assert_snapshot!(branch.refused("member step 董立 nothing"), @"
    --- stderr
    error: no step `nothing`
    help: there are: application (递交入党申请书), talk (派人谈话), activist (确定为入党积极分子), contacts (指定培养联系人), examination (考察入党积极分子), notice (发展对象公示), candidate (确定为发展对象), introducers (确定入党介绍人), political-review (政治审查), training (短期集中培训), committee-review (支委会审查), pre-review (上级党委预审), admission (党员大会接收预备党员), approval (上级党委审批), oath (入党宣誓), extension (延长预备期), conversion-application (转正申请), conversion (党员大会讨论转正), conversion-approval (上级党委审批转正), archive (材料归档)
    --- exit Some(2)
    ");
    assert_snapshot!(branch.refused("member step 董立 talk --on 2026-11-24"), @"
    --- stderr
    error: 2026-11-24 is yet to come
    help: log it when it has happened; write a day of last year with its year
    --- exit Some(1)
    ");
    assert_snapshot!(branch.refused("member step 董立 application --on 2026-08-01"), @"
    --- stderr
    error: 递交入党申请书 of 董立 is recorded for 2026-07-31 already
    help: where it is wrong, edit members/dong-li.toml
    --- exit Some(1)
    ");
    assert_snapshot!(branch.refused("member step 董立 talk --from 2026-08-01"), @"
    --- stderr
    error: 派人谈话 leads to no standing: leave out --from
    --- exit Some(2)
    ");
    assert_snapshot!(branch.refused("member step 董立 talk --on 2026-08-02 --until 2026-08-01"), @"
    --- stderr
    error: the last day, 2026-08-01, is before the first, 2026-08-02
    help: write `until` as 2026-08-02 or later
    --- exit Some(2)
    ");
    assert_snapshot!(branch.refused("member step 董立 talk --days 0"), @"
    --- stderr
    error: 0 is too few
    help: write 1 or more
    --- exit Some(2)
    ");
    assert_snapshot!(branch.refused("member step 董立 talk --hours 1.2"), @"
    --- stderr
    error: 1.2 is no hours: whole or .5, more than none
    --- exit Some(2)
    ");
    assert_snapshot!(branch.refused("member step 许诺 extension --for long"), @"
    --- stderr
    error: `long` is no length of time such as 30d, 3m or 1y
    help: write 30d, 5wd, 6w, 3m or 1y: days, working days, weeks, months or years
    --- exit Some(2)
    ");
    assert_snapshot!(branch.refused("member step 董立 activist --from 2026-07-31"), @"
    --- stderr
    error: 董立 has a change on 2026-07-31 already, which is not before 2026-07-31
    help: to add something earlier, edit members/dong-li.toml
    --- exit Some(1)
    ");
    assert_snapshot!(branch.refused("member step 董立 activist --meeting 2026-11-05"), @"
    --- stderr
    error: no meeting `2026-11-05`
    --- exit Some(2)
    ");
    assert_snapshot!(branch.refused("member step 许诺 approval --on 2026-01-31"), @"
    --- stderr
    error: 许诺 is not with the branch on 2026-01-31
    help: zhibu member show xu-nuo
    --- exit Some(1)
    ");
}

#[test]
fn a_step_is_of_the_day_of_its_meeting() {
    let branch = branch();
    branch.run("meeting log general --on 2026-11-05");
    branch.run("meeting log committee --on 2026-11-06");
    assert_snapshot!(branch.run("member step 许诺 approval --meeting 2026-11-05-general"), @"
    --- stderr
    许诺: 上级党委审批, 2026-11-05; next: 入党宣誓, until 2026-12-05
      members/xu-nuo.toml
    warning: 上级党委审批 on 2026-11-05 is too late: 2026-05-01 at the latest (within 3 months of 党员大会接收预备党员 on 2026-02-01)
    ");
    assert_snapshot!(branch.run("member step 许诺 extension --for 6m --meeting 2026-11-06"), @"
    --- stderr
    许诺: 延长预备期, 2026-11-06; next: 入党宣誓, until 2026-12-05
      members/xu-nuo.toml
    warning: 延长预备期 on 2026-11-06 is too early: 2027-02-01 at the earliest (1 year after 党员大会接收预备党员 on 2026-02-01)
    warning: 延长预备期 is decided by 党员大会, not by 支委会
    ");
    assert_snapshot!(branch.run("check"), @r#"
    meetings/2026/2026-11-05-general.toml:1:8: as a rule: the record does not say: topics [record-thin]
      |
    1 | kind = "general"
      |        ^^^^^^^^^
    help: add it: zhibu meeting edit 2026-11-05-general …
    meetings/2026/2026-11-06-committee.toml:1:8: as a rule: the record does not say: topics [record-thin]
      |
    1 | kind = "committee"
      |        ^^^^^^^^^^^
    help: add it: zhibu meeting edit 2026-11-06-committee …
    members/xu-nuo.toml:12:6: must: 上级党委审批 on 2026-11-05 is too late: 2026-05-01 at the latest (within 3 months of 党员大会接收预备党员 on 2026-02-01) [step-late]
       |
    12 | is = "approval"
       |      ^^^^^^^^^^
    source: 《中国共产党发展党员工作细则》（2026年修订）第25条
    members/xu-nuo.toml:17:6: must: 延长预备期 on 2026-11-06 is too early: 2027-02-01 at the earliest (1 year after 党员大会接收预备党员 on 2026-02-01) [step-early]
       |
    17 | is = "extension"
       |      ^^^^^^^^^^^
    source: 《中国共产党发展党员工作细则》（2014年）第32条，（2026年修订）第31条
    members/xu-nuo.toml:19:11: must: 延长预备期 is decided by 党员大会, not by 支委会 [step-meeting]
       |
    19 | meeting = "2026-11-06-committee"
       |           ^^^^^^^^^^^^^^^^^^^^^^
    source: 《中国共产党发展党员工作细则》（2014年）第32条，（2026年修订）第31条
    --- stderr
    5 findings
    --- exit Some(1)
    "#);
}

#[test]
fn a_probation_ends_a_year_after_the_admission_whenever_the_meeting_was() {
    let branch = branch();
    let later = |words: &[&str]| {
        let output = branch.command(words).env("ZHIBU_TODAY", "2027-02-20").output().unwrap();
        branch.told(&output)
    };
    assert_snapshot!(later(&["member", "step", "许诺", "conversion", "--on", "2027-02-10"]), @"
    --- stderr
    许诺: 党员大会讨论转正, 2027-02-10; 正式党员 from 2027-02-01; next: 上级党委审批转正, until 2027-05-10
      members/xu-nuo.toml
    ");
    assert_snapshot!(branch.read("members/xu-nuo.toml"), @r#"
    name = "许诺"

    [[standing]]
    is = "probationary"
    from = 2026-02-01

    [[standing]]
    is = "full"
    from = 2027-02-01

    [[group]]
    id = "office"
    from = 2026-02-01

    [[step]]
    is = "conversion"
    on = 2027-02-10
    "#);
    assert_snapshot!(later(&["member", "development"]), @"
    id      name  standing  since       last step         date        next step         state  earliest    until
    ──────  ────  ────────  ──────────  ────────────────  ──────────  ────────────────  ─────  ──────────  ──────────
    xu-nuo  许诺  正式党员  2027-02-01  党员大会讨论转正  2027-02-10  上级党委审批转正  due    2027-02-10  2027-05-10
        ← rules/steps.toml:321
    ");
    assert_snapshot!(later(&["due", "--within", "1d"]), @"
    --- stderr
    nothing is due until 2027-02-21
    ");
    assert_snapshot!(later(&["due", "--within", "3m"]), @"
    until       state  how firm  what                                                                  who
    ──────────  ─────  ────────  ────────────────────────────────────────────────────────────────────  ────
    2027-05-10  due    must      上级党委审批转正 (within 3 months of 党员大会讨论转正 on 2027-02-10)  许诺
        ← 《中国共产党发展党员工作细则》（2026年修订）第33条 ← rules/steps.toml:321
        $ zhibu member step xu-nuo conversion-approval
    ");
}

#[test]
fn a_person_is_shown_with_the_steps_taken_and_those_to_come() {
    let branch = applied();
    branch.run("member step 董立 talk --on 2026-08-10 --with 赵刚 --note 端正");
    assert_snapshot!(branch.run("member show 董立"), @"
    董立
      id        dong-li
      name      董立
      standing  申请人

    since       what
    ──────────  ──────
    2020-01-01  群众
    2026-07-31  申请人

    date        step                state  earliest    by whom                 note
    ──────────  ──────────────────  ─────  ──────────  ──────────────────────  ────
    2026-07-31  递交入党申请书      done
        ← members/dong-li.toml:12
    2026-08-10  派人谈话            done               赵刚                    端正
        ← members/dong-li.toml:16
                确定为入党积极分子  due    2026-08-10  支委会，报上级党委备案
        ← 《中国共产党发展党员工作细则》第8条 ← rules/steps.toml:50
    ");
    assert_snapshot!(branch.run("member show 许诺"), @"
    许诺
      id        xu-nuo
      name      许诺
      standing  预备党员
      group     综合党小组
      class     一般党员

    since       what
    ──────────  ──────────
    2026-02-01  综合党小组
    2026-02-01  预备党员

    date        step                  state               earliest    until       by whom
    ──────────  ────────────────────  ──────────────────  ──────────  ──────────  ────────────
    2026-02-01  党员大会接收预备党员  done
        ← members/xu-nuo.toml:4
                上级党委审批          overdue             2026-02-01  2026-05-01  党委
        ← 《中国共产党发展党员工作细则》（2026年修订）第25条 ← rules/steps.toml:222
                入党宣誓              after 上级党委审批                          党委或党支部
        ← 《中国共产党发展党员工作细则》（2026年修订）第29条 ← rules/steps.toml:241
                转正申请              due                 2026-02-01  2027-02-01  本人
        ← 《中国共产党发展党员工作细则》（2026年修订）第32条 ← rules/steps.toml:273
                党员大会讨论转正      after 转正申请      2027-02-01              党员大会
        ← 《中国共产党发展党员工作细则》（2026年修订）第31条 ← rules/steps.toml:298
    ");
    // Who has arrived has no steps to come.
    assert_snapshot!(branch.chinese().run("member show 孙磊"), @"
    孙磊
      编号  sun-lei
      姓名  孙磊
      身份  正式党员
      小组  刑侦党小组
      职务  党小组组长
      类型  一般党员

    起          事项
    ──────────  ──────────
    2012-01-01  正式党员
    2024-01-01  党小组组长
    2024-01-01  刑侦党小组
    ");
}

#[test]
fn everybody_on_the_way_is_listed() {
    let branch = applied();
    assert_snapshot!(branch.run("member development"), @"
    id       name  standing  since       last step             date        next step     state    earliest    until
    ───────  ────  ────────  ──────────  ────────────────────  ──────────  ────────────  ───────  ──────────  ──────────
    dong-li  董立  申请人    2026-07-31  递交入党申请书        2026-07-31  派人谈话      overdue  2026-07-31  2026-08-31
        ← rules/steps.toml:39
    xu-nuo   许诺  预备党员  2026-02-01  党员大会接收预备党员  2026-02-01  上级党委审批  overdue  2026-02-01  2026-05-01
        ← rules/steps.toml:222
    ");
    assert_snapshot!(branch.run("member development 董立 --on 2026-08-31 --format csv"), @"
    member,name,standing,since,last_step,date,next_step,step_state,earliest,until,rule
    dong-li,董立,applicant,2026-07-31,application,2026-07-31,talk,open,2026-07-31,2026-08-31,rules/steps.toml:39
    ");
    assert_snapshot!(branch.run("member development 孙磊"), @"
    --- stderr
    nobody is on the way to another standing on 2026-11-23
    ");
    assert_snapshot!(branch.run("member development --on 2026-01-31"), @"
    --- stderr
    nobody is on the way to another standing on 2026-01-31
    ");
}

#[test]
fn steps_are_due_until_they_are_taken() {
    let branch = applied();
    assert_snapshot!(branch.run("due --on 2026-08-31 --within 0d"), @"
    until       state    how firm  what                                                                  who
    ──────────  ───────  ────────  ────────────────────────────────────────────────────────────────────  ────
    2026-05-01  overdue  must      上级党委审批 (within 3 months of 党员大会接收预备党员 on 2026-02-01)  许诺
        ← 《中国共产党发展党员工作细则》（2026年修订）第25条 ← rules/steps.toml:222
        $ zhibu member step xu-nuo approval
    2026-08-31  due      must      派人谈话 (within 1 month of 递交入党申请书 on 2026-07-31)             董立
        ← 《中国共产党发展党员工作细则》第7条 ← rules/steps.toml:39
        $ zhibu member step dong-li talk
    ");
    assert_snapshot!(branch.run("due --on 2026-08-01 --within 29d"), @"
    until       state    how firm   what                                                                                                who
    ──────────  ───────  ─────────  ──────────────────────────────────────────────────────────────────────────────────────────────────  ────
    2026-05-01  overdue  as a rule  上级党委审批 (within 3 months of 党员大会接收预备党员 on 2026-02-01); 2026-08-01 in a special case  许诺
        ← 《中国共产党发展党员工作细则》（2026年修订）第25条 ← rules/steps.toml:222
        $ zhibu member step xu-nuo approval
    ");
    branch.run("member step 董立 talk --on 2026-08-31 --with 赵刚");
    branch.run("member step 许诺 approval --on 2026-04-01");
    assert_snapshot!(branch.run("due --on 2026-08-30 --within 0d"), @"
    until       state    how firm   what                                                     who
    ──────────  ───────  ─────────  ───────────────────────────────────────────────────────  ────
    2026-05-01  overdue  as a rule  入党宣誓 (within 1 month of 上级党委审批 on 2026-04-01)  许诺
        ← 《中国共产党发展党员工作细则》（2026年修订）第29条 ← rules/steps.toml:241
        $ zhibu member step xu-nuo oath
    ");
    assert_snapshot!(branch.run("due --on 2026-08-31 --within 0d"), @"
    until       state    how firm   what                                                     who
    ──────────  ───────  ─────────  ───────────────────────────────────────────────────────  ────
    2026-05-01  overdue  as a rule  入党宣誓 (within 1 month of 上级党委审批 on 2026-04-01)  许诺
        ← 《中国共产党发展党员工作细则》（2026年修订）第29条 ← rules/steps.toml:241
        $ zhibu member step xu-nuo oath
    ");
}

#[test]
fn what_lay_before_the_records_is_due_only_where_a_step_is_written() {
    let branch = branch();
    let due = |branch: &Sandbox| branch.run("due --within 0d").matches("zhibu member step xu-nuo approval").count();
    branch.write("zhibu.toml", branch.read("zhibu.toml").replace("since = 2024-01-01", "since = 2026-05-01"));
    assert_eq!(due(&branch), 1);
    branch.write("zhibu.toml", branch.read("zhibu.toml").replace("since = 2026-05-01", "since = 2026-05-02"));
    assert_eq!(due(&branch), 0);
    branch.run("member step 许诺 admission --on 2026-02-01");
    assert_eq!(due(&branch), 1);
}

#[test]
fn the_end_of_a_probation_is_told_two_months_ahead() {
    let branch = branch();
    branch.run("member step 许诺 approval --on 2026-04-01");
    branch.run("member step 许诺 oath --on 2026-04-20");
    assert_snapshot!(branch.run("due --on 2026-11-30 --within 30d"), @"
    --- stderr
    nothing is due until 2026-12-30
    ");
    assert_snapshot!(branch.run("due --on 2026-12-01 --within 30d"), @"
    until       state  how firm   what                                                            who
    ──────────  ─────  ─────────  ──────────────────────────────────────────────────────────────  ────
    2027-02-01  due    as a rule  转正申请 (within 1 year of 党员大会接收预备党员 on 2026-02-01)  许诺
        ← 《中国共产党发展党员工作细则》（2026年修订）第32条 ← rules/steps.toml:273
        $ zhibu member step xu-nuo conversion-application
    ");
    assert_snapshot!(branch.chinese().run("due --on 2027-02-02 --within 0d"), @"
    止          状态    性质  事项                                                                       谁办
    ──────────  ──────  ────  ─────────────────────────────────────────────────────────────────────────  ────
    2027-02-01  已逾期  必须  党员大会讨论转正（党员大会接收预备党员 2026-02-01 起满 1 年，应及时讨论）  许诺
        ← 《中国共产党发展党员工作细则》（2026年修订）第31条 ← rules/steps.toml:298
        $ zhibu member step xu-nuo conversion
    2027-02-01  已逾期  一般  转正申请（党员大会接收预备党员 2026-02-01 起 1 年内）                      许诺
        ← 《中国共产党发展党员工作细则》（2026年修订）第32条 ← rules/steps.toml:273
        $ zhibu member step xu-nuo conversion-application
    ");
}

#[test]
fn an_approval_that_is_late_may_be_a_special_case() {
    let branch = branch();
    let firm = |day: &str| {
        let told = branch.run(&format!("due --on {day} --within 0d --format csv"));
        told.lines()
            .filter(|line| line.contains("approval"))
            .map(|line| line.split(',').nth(2).unwrap().to_owned())
            .collect::<String>()
    };
    assert_eq!(firm("2026-04-30"), "");
    assert_eq!(firm("2026-05-01"), "as-a-rule");
    assert_eq!(firm("2026-08-01"), "as-a-rule");
    assert_eq!(firm("2026-08-02"), "must");
    assert_snapshot!(branch.run("due --on 2026-08-01 --within 0d"), @"
    until       state    how firm   what                                                                                                who
    ──────────  ───────  ─────────  ──────────────────────────────────────────────────────────────────────────────────────────────────  ────
    2026-05-01  overdue  as a rule  上级党委审批 (within 3 months of 党员大会接收预备党员 on 2026-02-01); 2026-08-01 in a special case  许诺
        ← 《中国共产党发展党员工作细则》（2026年修订）第25条 ← rules/steps.toml:222
        $ zhibu member step xu-nuo approval
    ");
}

#[test]
fn working_days_of_a_year_without_holidays_are_provisional() {
    let branch = branch();
    let rules = branch
        .read("rules/steps.toml")
        .replace("most = \"1m\" }]\nsource = \"《中国共产党发展党员工作细则》第7条\"", "most = \"30wd\" }]");
    branch.write("rules/steps.toml", rules);
    branch.run("member step 董立 application --on 2026-11-20");
    branch.run("member step 许诺 approval --on 2026-04-01");
    branch.run("member step 许诺 oath --on 2026-04-20");
    assert_snapshot!(branch.run("due --within 2m"), @"
    until       state  how firm  what                                                                                                                who
    ──────────  ─────  ────────  ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────  ────
    2027-01-04  due    must      派人谈话 (within 30 working days of 递交入党申请书 on 2026-11-20); provisional: the holidays of 2027 are not known  董立
        ← rules/steps.toml:39
        $ zhibu member step dong-li talk
    ");
    assert_snapshot!(branch.chinese().run("member show 董立"), @"
    董立
      编号  dong-li
      姓名  董立
      身份  申请人

    起          事项
    ──────────  ──────
    2020-01-01  群众
    2026-11-20  申请人

    日期        步骤                状态        最早        止          由谁办
    ──────────  ──────────────────  ──────────  ──────────  ──────────  ──────────────────────
    2026-11-20  递交入党申请书      已办
        ← members/dong-li.toml:12
                派人谈话            待办        2026-11-20  2027-01-04  书记、副书记或组织委员
        ← rules/steps.toml:39
                确定为入党积极分子  等派人谈话  2026-11-20              支委会，报上级党委备案
        ← 《中国共产党发展党员工作细则》第8条 ← rules/steps.toml:49

    2027 年放假安排未定，据此算出的日期是暂定的；通知发出以后，请补进 rules/holidays.toml。
    ");
}

#[test]
fn what_is_wrong_with_steps_is_found() {
    let branch = branch();
    let text = branch.read("members/xu-nuo.toml");
    let wrong = "[[step]]\nis = \"training\"\non = 2026-01-10\nuntil = 2026-01-09\n\n[[step]]\nis = \"oath\"\non = 2027-01-01\n\
        people = [\"nobody\"]\nmeeting = \"2026-01-01-general\"\n";
    branch.write("members/xu-nuo.toml", format!("{text}\n{wrong}"));
    assert_snapshot!(branch.run("check"), @r#"
    members/xu-nuo.toml:4:6: must: 党员大会接收预备党员 on 2026-02-01, but nothing is recorded of: 上级党委预审 [step-missing]
      |
    4 | is = "probationary"
      |      ^^^^^^^^^^^^^^
    source: 《中国共产党发展党员工作细则》（2014年）第19条
    help: where it was taken, record it: zhibu member step xu-nuo pre-review --on DATE
    members/xu-nuo.toml:4:6: must: 党员大会接收预备党员 on 2026-02-01, but nothing is recorded of: 支委会审查 [step-missing]
      |
    4 | is = "probationary"
      |      ^^^^^^^^^^^^^^
    source: 《中国共产党发展党员工作细则》（2014年）第19条
    help: where it was taken, record it: zhibu member step xu-nuo committee-review --on DATE
    members/xu-nuo.toml:4:6: must: 上级党委审批 of 许诺 is not recorded: 2026-05-01 at the latest (within 3 months of 党员大会接收预备党员 on 2026-02-01) [step-overdue]
      |
    4 | is = "probationary"
      |      ^^^^^^^^^^^^^^
    source: 《中国共产党发展党员工作细则》（2026年修订）第25条
    help: record it: zhibu member step xu-nuo approval --on DATE
    members/xu-nuo.toml:14:9: 2026-01-09 should be after 2026-01-10 [dates-order]
       |
    14 | until = 2026-01-09
       |         ^^^^^^^^^^
    members/xu-nuo.toml:18:6: 2027-01-01 is yet to come [future]
       |
    18 | on = 2027-01-01
       |      ^^^^^^^^^^
    members/xu-nuo.toml:19:11: no member `nobody` [no-member]
       |
    19 | people = ["nobody"]
       |           ^^^^^^^^
    help: add it: zhibu member add NAME --standing ID --id nobody
    members/xu-nuo.toml:20:11: no meeting `2026-01-01-general` [no-meeting]
       |
    20 | meeting = "2026-01-01-general"
       |           ^^^^^^^^^^^^^^^^^^^^
    --- stderr
    7 findings
    --- exit Some(1)
    "#);
}

#[test]
fn a_day_is_planned_back() {
    let branch = applied();
    branch.run("member step 董立 talk --on 2026-08-10 --with 赵刚");
    branch.run("member step 董立 activist --on 2026-09-30");
    assert_snapshot!(branch.run("due --plan-back 董立 2027-10-15"), @"
    step            earliest    until       in time  how firm  by whom
    ──────────────  ──────────  ──────────  ───────  ────────  ────────────────────────
    指定培养联系人  2026-11-23  2027-10-15  in time  must      党组织
        ← 《中国共产党发展党员工作细则》第9条 ← rules/steps.toml:60
        $ zhibu member step dong-li contacts
    发展对象公示    2027-09-30  2027-10-08  in time  must      党支部
        ← 《中国共产党发展党员工作细则》（2026年修订）第13条 ← rules/steps.toml:83
        $ zhibu member step dong-li notice
    确定为发展对象  2027-10-08  2027-10-15  in time  must      支委会讨论，上级党委同意
        ← 《中国共产党发展党员工作细则》（2026年修订）第13条 ← rules/steps.toml:103
        $ zhibu member step dong-li candidate

    确定为发展对象 on 2027-10-15 can be kept, each step by its day above

    the holidays of 2027 are not known, and the days that rest on them are provisional; add them to rules/holidays.toml
    ");
    assert_snapshot!(branch.run("due --plan-back 董立 2027-09-29"), @"
    step            earliest    until       in time   how firm  by whom
    ──────────────  ──────────  ──────────  ────────  ────────  ────────────────────────
    指定培养联系人  2026-11-23  2027-09-29  in time   must      党组织
        ← 《中国共产党发展党员工作细则》第9条 ← rules/steps.toml:60
        $ zhibu member step dong-li contacts
    发展对象公示    2027-09-30  2027-09-22  too late  must      党支部
        ← 《中国共产党发展党员工作细则》（2026年修订）第13条 ← rules/steps.toml:83
        $ zhibu member step dong-li notice
    确定为发展对象  2027-10-08  2027-09-29  too late  must      支委会讨论，上级党委同意
        ← 《中国共产党发展党员工作细则》（2026年修订）第13条 ← rules/steps.toml:103
        $ zhibu member step dong-li candidate

    确定为发展对象 on 2027-09-29 cannot be kept: by the rules 2027-10-08 at the earliest

    the holidays of 2027 are not known, and the days that rest on them are provisional; add them to rules/holidays.toml
    ");
    assert_snapshot!(branch.run("due --plan-back 许诺 2027-03-01 --step conversion-approval"), @"
    step              earliest    until       in time  how firm   by whom
    ────────────────  ──────────  ──────────  ───────  ─────────  ────────────
    上级党委审批      2026-11-23  2027-03-01  overdue  must       党委
        ← 《中国共产党发展党员工作细则》（2026年修订）第25条 ← rules/steps.toml:222
        $ zhibu member step xu-nuo approval
    入党宣誓          2026-11-23  2027-03-01  in time  must       党委或党支部
        ← 《中国共产党发展党员工作细则》（2026年修订）第29条 ← rules/steps.toml:241
        $ zhibu member step xu-nuo oath
    转正申请          2026-11-23  2027-02-01  in time  as a rule  本人
        ← 《中国共产党发展党员工作细则》（2026年修订）第32条 ← rules/steps.toml:273
        $ zhibu member step xu-nuo conversion-application
    党员大会讨论转正  2027-02-01  2027-03-01  in time  must       党员大会
        ← 《中国共产党发展党员工作细则》（2026年修订）第32条 ← rules/steps.toml:298
        $ zhibu member step xu-nuo conversion
    上级党委审批转正  2027-02-01  2027-03-01  in time  must       党委
        ← 《中国共产党发展党员工作细则》（2026年修订）第33条 ← rules/steps.toml:321
        $ zhibu member step xu-nuo conversion-approval

    上级党委审批转正 on 2027-03-01 can be kept, each step by its day above
    ");
    assert_snapshot!(branch.chinese().run("due --plan-back 许诺 2027-02-01"), @"
    步骤              最早        止          是否来得及  性质  由谁办
    ────────────────  ──────────  ──────────  ──────────  ────  ────────────
    上级党委审批      2026-11-23  2027-02-01  已逾期      必须  党委
        ← 《中国共产党发展党员工作细则》（2026年修订）第25条 ← rules/steps.toml:222
        $ zhibu member step xu-nuo approval
    入党宣誓          2026-11-23  2027-02-01  来得及      必须  党委或党支部
        ← 《中国共产党发展党员工作细则》（2026年修订）第29条 ← rules/steps.toml:241
        $ zhibu member step xu-nuo oath
    转正申请          2026-11-23  2027-02-01  来得及      一般  本人
        ← 《中国共产党发展党员工作细则》（2026年修订）第32条 ← rules/steps.toml:273
        $ zhibu member step xu-nuo conversion-application
    党员大会讨论转正  2027-02-01  2027-02-01  来得及      必须  党员大会
        ← 《中国共产党发展党员工作细则》（2026年修订）第32条 ← rules/steps.toml:298
        $ zhibu member step xu-nuo conversion

    2027-02-01 党员大会讨论转正，来得及；各步最迟的日子如上。
    ");
}

#[test]
fn a_day_that_cannot_be_planned_back_from() {
    let branch = applied();
    assert_snapshot!(branch.refused("due --plan-back 赵刚 2027-10-15"), @"
    --- stderr
    error: 赵刚 is 正式党员, and the rules have no next standing
    help: name the step with --step
    --- exit Some(1)
    ");
    assert_snapshot!(branch.refused("due --plan-back 董立 soon"), @"
    --- stderr
    error: `soon` is no day
    help: write 2026-11-05, 11-05, today, yesterday or friday
    --- exit Some(2)
    ");
    assert_snapshot!(branch.refused("due --plan-back 董立 2027-10-15 --step nothing"), @"
    --- stderr
    error: no step `nothing`
    help: there are: application (递交入党申请书), talk (派人谈话), activist (确定为入党积极分子), contacts (指定培养联系人), examination (考察入党积极分子), notice (发展对象公示), candidate (确定为发展对象), introducers (确定入党介绍人), political-review (政治审查), training (短期集中培训), committee-review (支委会审查), pre-review (上级党委预审), admission (党员大会接收预备党员), approval (上级党委审批), oath (入党宣誓), extension (延长预备期), conversion-application (转正申请), conversion (党员大会讨论转正), conversion-approval (上级党委审批转正), archive (材料归档)
    --- exit Some(2)
    ");
    assert_snapshot!(branch.refused("due --plan-back 董立 2027-10-15 --step application"), @"
    --- stderr
    error: 递交入党申请书 of 董立 is recorded for 2026-07-31 already
    --- exit Some(1)
    ");
    assert_snapshot!(branch.refused("due --plan-back 董立"), @"
    --- stderr
    error: `--plan-back <WHO> <DATE>` needs a value
    help: see zhibu due --help
    --- exit Some(2)
    ");
    assert_snapshot!(branch.refused("due --step talk"), @"
    --- stderr
    error: `zhibu due` needs: --plan-back <WHO> <DATE>
    help: see zhibu due --help
    --- exit Some(2)
    ");
}

#[test]
fn a_branch_without_rules_of_steps_has_none() {
    let branch = branch();
    branch.forget("rules/steps.toml");
    assert_snapshot!(branch.refused("member step 许诺 approval"), @"
    --- stderr
    error: there is no rules/steps.toml
    help: make a new directory with zhibu init and copy the file from there
    --- exit Some(1)
    ");
    assert_snapshot!(branch.refused("member development"), @"
    --- stderr
    error: there is no rules/steps.toml
    help: make a new directory with zhibu init and copy the file from there
    --- exit Some(1)
    ");
    assert_snapshot!(branch.run("due"), @"
    --- stderr
    nothing is due until 2026-12-23
    ");
    assert_snapshot!(branch.run("member show 许诺"), @"
    许诺
      id        xu-nuo
      name      许诺
      standing  预备党员
      group     综合党小组
      class     一般党员

    since       what
    ──────────  ──────────
    2026-02-01  综合党小组
    2026-02-01  预备党员
    ");
}

#[test]
fn an_association_has_steps_of_its_own() {
    let club = Sandbox::empty();
    club.run("init . --name Club --rulebook association --no-commit");
    club.run_words(&["member", "add", "Mona Haddad", "-s", "guest", "--from", "2026-01-01"]);
    assert_snapshot!(club.run("member step mona application --on 2026-10-01"), @"
    --- stderr
    Mona Haddad: application, 2026-10-01; candidate from 2026-10-01; next: talk with the candidate, until 2026-11-01
      members/mona-haddad.toml
    warning: the record is written, but not committed to git: this directory is not in a git repository
    help: make one: git init && git add . && git commit -m begin; without git, write commit = false in zhibu.toml
    ");
    assert_snapshot!(club.run("due"), @"
    until       state    how firm   what                                                                   who
    ──────────  ───────  ─────────  ─────────────────────────────────────────────────────────────────────  ───────────
    2026-11-01  overdue  as a rule  talk with the candidate (within 1 month of application on 2026-10-01)  Mona Haddad
        ← statutes, on membership ← rules/steps.toml:15
        $ zhibu member step mona-haddad welcome
    2026-11-30  due      as a rule  2026-11 board meeting
        ← statutes, on the board ← rules/duties.toml:17
        $ zhibu meeting log board
    2026-12-31  due      must       2026 general meeting
        ← statutes, on the general meeting ← rules/duties.toml:28
        $ zhibu meeting log general
    ");
    assert_snapshot!(club.run("due --plan-back mona 2026-12-01"), @"
    step                     earliest    until       in time  how firm   by whom
    ───────────────────────  ──────────  ──────────  ───────  ─────────  ─────────────────────
    talk with the candidate  2026-11-23  2026-12-01  overdue  as a rule  a member of the board
        ← statutes, on membership ← rules/steps.toml:15
        $ zhibu member step mona-haddad welcome
    admission by the board   2026-11-23  2026-12-01  in time  must       the board
        ← statutes, on membership ← rules/steps.toml:25
        $ zhibu member step mona-haddad admission

    admission by the board on 2026-12-01 can be kept, each step by its day above
    ");
    assert_snapshot!(club.run("member step mona admission --on 2026-10-10"), @"
    --- stderr
    Mona Haddad: admission by the board, 2026-10-10; member from 2026-10-10
      members/mona-haddad.toml
    warning: the record is written, but not committed to git: this directory is not in a git repository
    help: make one: git init && git add . && git commit -m begin; without git, write commit = false in zhibu.toml
    warning: admission by the board on 2026-10-10 is too early: 2026-10-15 at the earliest (14 days after application on 2026-10-01)
    warning: admission by the board on 2026-10-10, but nothing is recorded of: talk with the candidate
    ");
    assert_snapshot!(club.run("check"), @r#"
    members/mona-haddad.toml:20:6: must: admission by the board on 2026-10-10 is too early: 2026-10-15 at the earliest (14 days after application on 2026-10-01) [step-early]
       |
    20 | is = "admission"
       |      ^^^^^^^^^^^
    source: statutes, on membership
    members/mona-haddad.toml:20:6: as a rule: admission by the board on 2026-10-10, but nothing is recorded of: talk with the candidate [step-missing]
       |
    20 | is = "admission"
       |      ^^^^^^^^^^^
    source: statutes, on membership
    help: where it was taken, record it: zhibu member step mona-haddad welcome --on DATE
    --- stderr
    2 findings
    --- exit Some(1)
    "#);
}

#[test]
fn an_election_is_planned_back_from_its_day() {
    let branch = Sandbox::branch().since("2026-01-01");
    assert_snapshot!(branch.run("due --plan-back 换届 2027-06-19"), @"
    step                                        until       in time  who
    ──────────────────────────────────────────  ──────────  ───────  ────
    向上级报换届请示                            2027-04-19  in time  赵刚
        ← rules/duties.toml:175
    酝酿委员候选人，比应选人数多百分之二十以上  2027-05-08  in time  李敏
        ← 《中国共产党基层组织选举工作条例》 ← rules/duties.toml:180
    候选人预备人选报上级批准                    2027-05-19  in time  赵刚
        ← 《中国共产党基层组织选举工作条例》 ← rules/duties.toml:186
    发会议通知，准备选票                        2027-06-12  in time  李敏
        ← rules/duties.toml:192
    支部委员会换届                              2027-06-19  in time
        ← 《中国共产党支部工作条例（试行）》第21条；《关于党的基层组织任期的意见》第1条；《中国共产党基层组织选举工作条例》第3条 ← rules/duties.toml:162

    支部委员会换届 (term 2024-06-20 to 2027-06-19)
    ");
    assert_snapshot!(branch.run("due --plan-back committee 2026-12-10 --lang zh"), @"
    步骤                                        止          是否来得及  谁办
    ──────────────────────────────────────────  ──────────  ──────────  ────
    向上级报换届请示                            2026-10-10  来不及      赵刚
        ← rules/duties.toml:175
    酝酿委员候选人，比应选人数多百分之二十以上  2026-10-29  来不及      李敏
        ← 《中国共产党基层组织选举工作条例》 ← rules/duties.toml:180
    候选人预备人选报上级批准                    2026-11-10  来不及      赵刚
        ← 《中国共产党基层组织选举工作条例》 ← rules/duties.toml:186
    发会议通知，准备选票                        2026-12-03  来得及      李敏
        ← rules/duties.toml:192
    支部委员会换届                              2026-12-10  来得及
        ← 《中国共产党支部工作条例（试行）》第21条；《关于党的基层组织任期的意见》第1条；《中国共产党基层组织选举工作条例》第3条 ← rules/duties.toml:162

    支部委员会换届（本届 2024-06-20 至 2027-06-19）
    ");
    assert_snapshot!(branch.run("due --plan-back committee 2029-06-19 --format csv"), @"
    milestone,until,plan_fit,who,source,rule
    向上级报换届请示,2029-04-19,possible,zhao-gang,,rules/duties.toml:175
    酝酿委员候选人，比应选人数多百分之二十以上,2029-05-08,possible,li-min,《中国共产党基层组织选举工作条例》,rules/duties.toml:180
    候选人预备人选报上级批准,2029-05-19,possible,zhao-gang,《中国共产党基层组织选举工作条例》,rules/duties.toml:186
    发会议通知，准备选票,2029-06-12,possible,li-min,,rules/duties.toml:192
    支部委员会换届,2029-06-19,possible,,《中国共产党支部工作条例（试行）》第21条；《关于党的基层组织任期的意见》第1条；《中国共产党基层组织选举工作条例》第3条,rules/duties.toml:162
    ");
    assert_snapshot!(branch.refused("due --plan-back 改选 2027-06-19"), @"
    --- stderr
    error: no member `改选`
    help: there are: dong-li (董立), he-xiuying (何秀英), li-min (李敏), sun-lei (孙磊), wang-fang (王芳, 刑侦党小组), wang-fang-2 (王芳, 综合党小组), xu-nuo (许诺), zhao-gang (赵刚)
    --- exit Some(2)
    ");
}
