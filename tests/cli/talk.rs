use insta::assert_snapshot;

use super::sandbox::Sandbox;

/// A branch that owes nothing but talks, and keeps its records from the first day of 2026.
fn owing() -> Sandbox {
    let branch = Sandbox::branch();
    branch.write("rules/duties.toml", "");
    for file in ["dues", "steps", "study"] {
        branch.forget(format!("rules/{file}.toml"));
    }
    branch.write("zhibu.toml", branch.read("zhibu.toml").replace("since = 2026-11-23", "since = 2026-01-01"));
    branch
}

#[test]
fn talks_are_logged_and_listed_and_nothing_of_what_was_said() {
    let branch = Sandbox::branch();
    assert_snapshot!(branch.run("talk log 赵刚 孙磊,许诺 --reason 岗位 --place 谈话室 --on 11-05 --by 李敏"), @"
    --- stderr
    赵刚 talked with 孙磊, 许诺: 岗位变动、组织关系转入, 2026-11-05
      talks/2026.toml
    ");
    assert_snapshot!(branch.run("talk log lm sl"), @"
    --- stderr
    李敏 talked with 孙磊: 日常谈心谈话, 2026-11-23
      talks/2026.toml
    ");
    let words = ["talk", "log", "李敏", "赵刚", "--on", "2025-12-31"];
    assert!(branch.command(&words).env("ZHIBU_SEED", "2").output().unwrap().status.success());
    assert_snapshot!(branch.read("talks/2026.toml"), @r#"
    entries = [
      { id = "25vfbe", date = 2026-11-05, who = "zhao-gang", with = "xu-nuo", reason = "transfer", place = "谈话室", by = "li-min" },
      { id = "xth3a3", date = 2026-11-05, who = "zhao-gang", with = "sun-lei", reason = "transfer", place = "谈话室", by = "li-min" },
      { id = "a5dput", date = 2026-11-23, who = "li-min", with = "sun-lei", reason = "regular" },
    ]
    "#);
    assert_snapshot!(branch.read("talks/2025.toml"), @r#"
    entries = [
      { id = "g7zpzn", date = 2025-12-31, who = "li-min", with = "zhao-gang", reason = "regular" },
    ]
    "#);
    assert_snapshot!(branch.run("talk log 孙磊 何秀英 --on 2026-01-01"), @"
    --- stderr
    孙磊 talked with 何秀英: 日常谈心谈话, 2026-01-01
      talks/2026.toml
    ");
    assert_snapshot!(branch.run("talk list"), @"
    date        name  with    reason                  place   by    id
    ──────────  ────  ──────  ──────────────────────  ──────  ────  ──────
    2026-01-01  孙磊  何秀英  日常谈心谈话                          uxw257
    2026-11-05  赵刚  许诺    岗位变动、组织关系转入  谈话室  李敏  25vfbe
    2026-11-05  赵刚  孙磊    岗位变动、组织关系转入  谈话室  李敏  xth3a3
    2026-11-23  李敏  孙磊    日常谈心谈话                          a5dput
    ");
    assert_snapshot!(branch.run("talk list 孙磊 --period 2026-11 --format csv"), @"
    date,member,name,with,with_name,reason,place,by,struck,id
    2026-11-05,zhao-gang,赵刚,sun-lei,孙磊,transfer,谈话室,li-min,,xth3a3
    2026-11-23,li-min,李敏,sun-lei,孙磊,regular,,,,a5dput
    ");
    assert_snapshot!(branch.run("talk list -p 2025..2026 赵刚 --lang zh"), @"
    日期        姓名  对方  原因                    地点    登记人  编号
    ──────────  ────  ────  ──────────────────────  ──────  ──────  ──────
    2025-12-31  李敏  赵刚  日常谈心谈话                            g7zpzn
    2026-11-05  赵刚  许诺  岗位变动、组织关系转入  谈话室  李敏    25vfbe
    2026-11-05  赵刚  孙磊  岗位变动、组织关系转入  谈话室  李敏    xth3a3
    ");
    assert_snapshot!(branch.run("report talks --format csv --lang zh"), @"
    日期,编号,姓名,对方编号,对方,原因,原因名称,地点,登记人,记录编号
    2026-11-05,zhao-gang,赵刚,xu-nuo,许诺,transfer,岗位变动、组织关系转入,谈话室,li-min,25vfbe
    2026-11-05,zhao-gang,赵刚,sun-lei,孙磊,transfer,岗位变动、组织关系转入,谈话室,li-min,xth3a3
    2026-11-23,li-min,李敏,sun-lei,孙磊,regular,日常谈心谈话,,,a5dput
    ");
    assert_snapshot!(branch.run("report talks -p 2026-11"), @"
    date        id         name  with id  with  reason    reason name             place   by    id
    ──────────  ─────────  ────  ───────  ────  ────────  ──────────────────────  ──────  ────  ──────
    2026-11-05  zhao-gang  赵刚  xu-nuo   许诺  transfer  岗位变动、组织关系转入  谈话室  李敏  25vfbe
    2026-11-05  zhao-gang  赵刚  sun-lei  孙磊  transfer  岗位变动、组织关系转入  谈话室  李敏  xth3a3
    2026-11-23  li-min     李敏  sun-lei  孙磊  regular   日常谈心谈话                          a5dput
    ");
    assert_snapshot!(branch.run("export --month 2026-11 --table talks --lang en"), @"
    date,member,name,with,with_name,reason,reason_name,place,by,entry
    2026-11-05,zhao-gang,赵刚,xu-nuo,许诺,transfer,岗位变动、组织关系转入,谈话室,li-min,25vfbe
    2026-11-05,zhao-gang,赵刚,sun-lei,孙磊,transfer,岗位变动、组织关系转入,谈话室,li-min,xth3a3
    2026-11-23,li-min,李敏,sun-lei,孙磊,regular,日常谈心谈话,,,a5dput
    ");
    assert_snapshot!(branch.run("export --month 2026-11 --table summary --lang zh"), @"
    指标,数值,单位
    members,7,people
    people.staff,1,people
    people.applicant,0,people
    people.activist,0,people
    people.candidate,0,people
    people.probationary,1,people
    people.full,6,people
    meetings,0,times
    meetings_linked,0,times
    chores,0,times
    attendance_rate,,percent
    entries,0,times
    scored,6,people
    points,360,points
    study_hours,0,hours
    talks,3,times
    talks_people,4,people
    dues_paid,0.00,yuan
    dues_owed,0.00,yuan
    issues_closed,0,issues
    issues_open,0,issues
    issues_overdue,0,issues
    planned,0,items
    planned_done,0,items
    planned_overdue,0,items
    requests,0,requests
    requests_late,0,requests
    requests_open,0,requests
    request_hours,,hours
    amended,0,times
    ");
    assert_snapshot!(branch.git(&["log", "-2", "--format=%s%n%b"]), @"
    孙磊 talked with 何秀英: 日常谈心谈话, 2026-01-01
    Zhibu-Command: talk log

    李敏 talked with 赵刚: 日常谈心谈话, 2025-12-31
    Zhibu-Command: talk log
    ");
    assert_eq!(branch.run("check"), "--- stderr\nnothing is wrong\n");
    assert!(branch.refused("talk log 赵刚 孙磊 --note 谈了很多").contains("no option `--note`"));
}

#[test]
fn who_has_yet_to_talk_with_whom() {
    let branch = owing();
    branch.run("talk log 赵刚 李敏 --on 03-10");
    branch.run("talk log 李敏 wang-fang --on 03-10");
    branch.run("talk log wang-fang wang-fang-2 --on 06-30");
    branch.run("talk log 孙磊 董立 --on 07-01");
    branch.run("talk log 赵刚 孙磊 --on 2025-12-31");
    assert_snapshot!(branch.run("talk matrix"), @"
    talks of 2026, as of 2026-11-23
      talks     4
      owed      9
      proposed  6

    id           name    group       talks  talked with              owed                                                                 proposed
    ───────────  ──────  ──────────  ─────  ───────────────────────  ───────────────────────────────────────────────────────────────────  ─────────────────────────
    dong-li      董立                    1  孙磊
    he-xiuying   何秀英  综合党小组      0                           委员和党员之间; 党员和党员之间                                       孙磊; 许诺; 李敏
    li-min       李敏    综合党小组      2  王芳 (刑侦党小组); 赵刚                                                                       何秀英; 王芳 (综合党小组)
    sun-lei      孙磊    刑侦党小组      1  董立                     委员和党员之间; 党员和党员之间                                       何秀英; 赵刚
    wang-fang    王芳    刑侦党小组      2  李敏; 王芳 (综合党小组)
    wang-fang-2  王芳    综合党小组      1  王芳 (刑侦党小组)        委员和党员之间                                                       李敏
    xu-nuo       许诺    综合党小组      0                           委员和党员之间; 党员和党员之间; 岗位变动、组织关系转入 (2026-02-01)  赵刚; 何秀英
    zhao-gang    赵刚    刑侦党小组      1  李敏                     党员和党员之间                                                       许诺; 孙磊

    until       name    with               settles                                                              command
    ──────────  ──────  ─────────────────  ───────────────────────────────────────────────────────────────────  ─────────────────────────────────────────────────
    2026-03-01  赵刚    许诺               委员和党员之间; 岗位变动、组织关系转入 (2026-02-01); 党员和党员之间  zhibu talk log zhao-gang xu-nuo --reason transfer
    2026-12-31  何秀英  孙磊               党员和党员之间                                                       zhibu talk log he-xiuying sun-lei
    2026-12-31  何秀英  许诺               党员和党员之间                                                       zhibu talk log he-xiuying xu-nuo
    2026-12-31  李敏    何秀英             委员和党员之间                                                       zhibu talk log li-min he-xiuying
    2026-12-31  李敏    王芳 (综合党小组)  委员和党员之间                                                       zhibu talk log li-min wang-fang-2
    2026-12-31  赵刚    孙磊               委员和党员之间                                                       zhibu talk log zhao-gang sun-lei

    what is owed is as of that day, by rules/talks.toml. Proposed are first the talks that leave no choice, then those that settle something for both; the rest with whoever has had the fewest talks this year, of the same group where there are several
    ");
    assert_snapshot!(branch.run("talk matrix --lang zh --format md"), @"
    # 谈心谈话 2026，截至 2026-11-23

    - **谈话次数**: 4
    - **还差**: 9
    - **建议谈**: 6

    | 编号        | 姓名   | 小组       | 谈话次数 | 谈过                     | 还差                                                                 | 建议                       |
    | ----------- | ------ | ---------- | -------: | ------------------------ | -------------------------------------------------------------------- | -------------------------- |
    | dong-li     | 董立   |            |        1 | 孙磊                     |                                                                      |                            |
    | he-xiuying  | 何秀英 | 综合党小组 |        0 |                          | 委员和党员之间；党员和党员之间                                       | 孙磊；许诺；李敏           |
    | li-min      | 李敏   | 综合党小组 |        2 | 王芳（刑侦党小组）；赵刚 |                                                                      | 何秀英；王芳（综合党小组） |
    | sun-lei     | 孙磊   | 刑侦党小组 |        1 | 董立                     | 委员和党员之间；党员和党员之间                                       | 何秀英；赵刚               |
    | wang-fang   | 王芳   | 刑侦党小组 |        2 | 李敏；王芳（综合党小组） |                                                                      |                            |
    | wang-fang-2 | 王芳   | 综合党小组 |        1 | 王芳（刑侦党小组）       | 委员和党员之间                                                       | 李敏                       |
    | xu-nuo      | 许诺   | 综合党小组 |        0 |                          | 委员和党员之间；党员和党员之间；岗位变动、组织关系转入（2026-02-01） | 赵刚；何秀英               |
    | zhao-gang   | 赵刚   | 刑侦党小组 |        1 | 李敏                     | 党员和党员之间                                                       | 许诺；孙磊                 |

    | 止         | 姓名   | 对方               | 次数 | 办结                                                                 | 命令                                              |
    | ---------- | ------ | ------------------ | ---: | -------------------------------------------------------------------- | ------------------------------------------------- |
    | 2026-03-01 | 赵刚   | 许诺               |      | 委员和党员之间；岗位变动、组织关系转入（2026-02-01）；党员和党员之间 | zhibu talk log zhao-gang xu-nuo --reason transfer |
    | 2026-12-31 | 何秀英 | 孙磊               |      | 党员和党员之间                                                       | zhibu talk log he-xiuying sun-lei                 |
    | 2026-12-31 | 何秀英 | 许诺               |      | 党员和党员之间                                                       | zhibu talk log he-xiuying xu-nuo                  |
    | 2026-12-31 | 李敏   | 何秀英             |      | 委员和党员之间                                                       | zhibu talk log li-min he-xiuying                  |
    | 2026-12-31 | 李敏   | 王芳（综合党小组） |      | 委员和党员之间                                                       | zhibu talk log li-min wang-fang-2                 |
    | 2026-12-31 | 赵刚   | 孙磊               |      | 委员和党员之间                                                       | zhibu talk log zhao-gang sun-lei                  |

    还差的，按 rules/talks.toml 算到上面写的那一天。建议的谈话：先是非此二人不可的，再是双方都差的，其余的找今年谈得最少的人，次数一样的找同一小组的。
    ");
    assert_snapshot!(branch.run("talk matrix --format csv"), @"
    member,name,group,talks,talked_with,owed_talks,proposed_with
    dong-li,董立,,1,sun-lei,,
    he-xiuying,何秀英,office,0,,committee-member; member-member,sun-lei; xu-nuo; li-min
    li-min,李敏,office,2,wang-fang; zhao-gang,,he-xiuying; wang-fang-2
    sun-lei,孙磊,criminal,1,dong-li,committee-member; member-member,he-xiuying; zhao-gang
    wang-fang,王芳,criminal,2,li-min; wang-fang-2,,
    wang-fang-2,王芳,office,1,wang-fang,committee-member,li-min
    xu-nuo,许诺,office,0,,committee-member; member-member; transfer,zhao-gang; he-xiuying
    zhao-gang,赵刚,criminal,1,li-min,member-member,xu-nuo; sun-lei
    ");
    assert_snapshot!(branch.run("talk matrix --period 2026-01 --format csv"), @"
    member,name,group,talks,talked_with,owed_talks,proposed_with
    he-xiuying,何秀英,office,0,,committee-member; member-member,li-min; wang-fang-2
    li-min,李敏,office,0,,committee:zhao-gang; committee-member:zhao-gang; member-member,he-xiuying; wang-fang; zhao-gang
    sun-lei,孙磊,criminal,0,,committee-member; member-member,wang-fang; zhao-gang
    wang-fang,王芳,criminal,0,,committee-member; member-member,li-min; sun-lei
    wang-fang-2,王芳,office,0,,committee-member; member-member,he-xiuying; zhao-gang
    zhao-gang,赵刚,criminal,0,,committee:li-min; committee-member:li-min; member-member,li-min; sun-lei; wang-fang-2
    ");
    let json: serde_json::Value = serde_json::from_str(&branch.run("talk matrix --format json")).unwrap();
    assert_eq!(json["talks"], 4);
    assert_eq!(json["people"].as_array().unwrap().len(), 8);
    let proposals = json["proposals"].as_array().unwrap().clone();
    assert_eq!(json["proposed_talks"], proposals.len());
    // Whoever does what is proposed owes nothing more.
    for talk in proposals {
        let command = talk["command"].as_str().unwrap().strip_prefix("zhibu ").unwrap().to_owned();
        assert!(branch.run(&command).contains("talks/2026.toml"), "{command}");
    }
    let done: serde_json::Value = serde_json::from_str(&branch.run("talk matrix --format json")).unwrap();
    assert_eq!((done["owed_talks"].as_i64(), done["proposals"].as_array()), (Some(0), None));
    assert_eq!(branch.run("due --on 2026-12-31 --within 0d --format csv").matches("talk log").count(), 0);
}

#[test]
fn a_year_s_talks_are_due_when_its_end_is_near() {
    let branch = owing();
    branch.run("talk log 赵刚 许诺 --reason transfer --on 02-02");
    let talks = |day: &str| branch.run(&format!("due --on {day} --format csv")).matches("zhibu talk log").count();
    assert_eq!(talks("2026-11-30"), 0);
    assert_eq!(talks("2026-12-01"), 8);
    assert_eq!(talks("2026-12-31"), 8);
    assert_eq!(talks("2027-01-31"), 3, "what the year left undone");
    assert_eq!(talks("2027-02-01"), 3, "nothing is forgotten at New Year");
    branch.run("talk log 赵刚 李敏");
    assert_snapshot!(branch.run("due --on 2026-12-01"), @"
    until       state  how firm   what                                  who
    ──────────  ─────  ─────────  ────────────────────────────────────  ─────────────────────────
    2026-12-31  due    as a rule  talk: 党员和党员之间                  何秀英; 许诺
        ← 《中国共产党支部工作条例（试行）》第19条 ← rules/talks.toml:98
        $ zhibu talk log he-xiuying xu-nuo
    2026-12-31  due    as a rule  talk: 党员和党员之间                  王芳 (刑侦党小组); 孙磊
        ← 《中国共产党支部工作条例（试行）》第19条 ← rules/talks.toml:98
        $ zhibu talk log wang-fang sun-lei
    2026-12-31  due    as a rule  talk: 党员和党员之间                  王芳 (综合党小组); 何秀英
        ← 《中国共产党支部工作条例（试行）》第19条 ← rules/talks.toml:98
        $ zhibu talk log wang-fang-2 he-xiuying
    2026-12-31  due    as a rule  talk: 委员和党员之间                  李敏; 何秀英
        ← 《中国共产党支部工作条例（试行）》第19条 ← rules/talks.toml:88
        $ zhibu talk log li-min he-xiuying
    2026-12-31  due    as a rule  talk: 委员和党员之间                  李敏; 王芳 (综合党小组)
        ← 《中国共产党支部工作条例（试行）》第19条 ← rules/talks.toml:88
        $ zhibu talk log li-min wang-fang-2
    2026-12-31  due    as a rule  talk: 委员和党员之间                  赵刚; 王芳 (刑侦党小组)
        ← 《中国共产党支部工作条例（试行）》第19条 ← rules/talks.toml:88
        $ zhibu talk log zhao-gang wang-fang
    2026-12-31  due    as a rule  talk: 委员和党员之间, 党员和党员之间  李敏; 孙磊
        ← 《中国共产党支部工作条例（试行）》第19条 ← rules/talks.toml:88
        $ zhibu talk log li-min sun-lei
    ");
    assert_snapshot!(branch.run("due --on 2027-01-01"), @"
    until       state    how firm   what                             who
    ──────────  ───────  ─────────  ───────────────────────────────  ──────────────────────────────────────────────────────────────
    2026-12-31  overdue  as a rule  no talk in 2026: 党员和党员之间  何秀英; 李敏; 孙磊; 王芳 (刑侦党小组); 王芳 (综合党小组); 许诺
        ← 《中国共产党支部工作条例（试行）》第19条 ← rules/talks.toml:98
        $ zhibu talk log WHO WITH --on DATE
    2026-12-31  overdue  as a rule  no talk in 2026: 委员和党员之间  何秀英; 孙磊; 王芳 (刑侦党小组); 王芳 (综合党小组)
        ← 《中国共产党支部工作条例（试行）》第19条 ← rules/talks.toml:88
        $ zhibu talk log WHO WITH --on DATE
    ");
    assert_snapshot!(branch.run("due --on 2026-12-01 --lang zh --format csv"), @"
    止,状态,性质,事项,谁办,出处,依据,命令
    2026-12-31,due,as-a-rule,谈心谈话：党员和党员之间,he-xiuying; xu-nuo,《中国共产党支部工作条例（试行）》第19条,rules/talks.toml:98,zhibu talk log he-xiuying xu-nuo
    2026-12-31,due,as-a-rule,谈心谈话：党员和党员之间,wang-fang; sun-lei,《中国共产党支部工作条例（试行）》第19条,rules/talks.toml:98,zhibu talk log wang-fang sun-lei
    2026-12-31,due,as-a-rule,谈心谈话：党员和党员之间,wang-fang-2; he-xiuying,《中国共产党支部工作条例（试行）》第19条,rules/talks.toml:98,zhibu talk log wang-fang-2 he-xiuying
    2026-12-31,due,as-a-rule,谈心谈话：委员和党员之间,li-min; he-xiuying,《中国共产党支部工作条例（试行）》第19条,rules/talks.toml:88,zhibu talk log li-min he-xiuying
    2026-12-31,due,as-a-rule,谈心谈话：委员和党员之间,li-min; wang-fang-2,《中国共产党支部工作条例（试行）》第19条,rules/talks.toml:88,zhibu talk log li-min wang-fang-2
    2026-12-31,due,as-a-rule,谈心谈话：委员和党员之间,zhao-gang; wang-fang,《中国共产党支部工作条例（试行）》第19条,rules/talks.toml:88,zhibu talk log zhao-gang wang-fang
    2026-12-31,due,as-a-rule,谈心谈话：委员和党员之间、党员和党员之间,li-min; sun-lei,《中国共产党支部工作条例（试行）》第19条,rules/talks.toml:88,zhibu talk log li-min sun-lei
    ");
}

#[test]
fn a_talk_is_due_after_what_made_it_a_duty() {
    let branch = owing();
    branch.run("talk log 李敏 许诺 --reason transfer --on 02-28");
    branch.run("points award 孙磊 commended 3 --on 10-31");
    branch.run("points deduct wang-fang complaint 2 --on 11-20");
    branch.run("member move wang-fang-2 criminal --from 2026-11-23");
    branch.run("appraisal record 李敏 basic --for 2025 --on 2026-01-31");
    assert_snapshot!(branch.run("due"), @"
    until       state    how firm   what                                           who
    ──────────  ───────  ─────────  ─────────────────────────────────────────────  ───────────────────────
    2026-02-28  overdue  must       talk: 民主评议为基本合格、不合格 (2026-01-31)  赵刚; 李敏
        ← 中央组织部关于民主评议党员的年度通知 ← rules/talks.toml:164
        $ zhibu talk log zhao-gang li-min --reason appraisal
    2026-11-30  due      as a rule  talk: 受到表彰 (2026-10-31)                    李敏; 孙磊
        ← 本所谈心谈话制度 ← rules/talks.toml:128
        $ zhibu talk log li-min sun-lei --reason commended
    2026-12-20  due      must       talk: 群众投诉属实 (2026-11-20)                赵刚; 王芳 (wang-fang)
        ← 《中国共产党党员教育管理工作条例》第28条 ← rules/talks.toml:152
        $ zhibu talk log zhao-gang wang-fang --reason complaint
    2026-12-23  due      as a rule  talk: 岗位变动、组织关系转入 (2026-11-23)      赵刚; 王芳 (党小组组长)
        ← 本所谈心谈话制度 ← rules/talks.toml:114
        $ zhibu talk log zhao-gang wang-fang-2 --reason transfer
    ");
    let due = |day: &str| {
        let told = branch.run(&format!("due --on {day} --within 30d --format csv --lang en"));
        let rows = told.lines().filter(|line| line.contains("talk log"));
        rows.map(|line| line.split(',').take(2).collect::<Vec<_>>().join(" ")).collect::<Vec<_>>()
    };
    assert_eq!(due("2026-10-30"), ["2026-02-28 overdue"]);
    assert_eq!(due("2026-10-31"), ["2026-02-28 overdue", "2026-11-30 due"]);
    assert_eq!(due("2026-11-30")[..2], ["2026-02-28 overdue", "2026-11-30 due"]);
    assert_eq!(due("2026-11-22")[..3], ["2026-02-28 overdue", "2026-11-30 due", "2026-12-20 due"]);
    branch.run("talk log 赵刚 孙磊 --on 10-31");
    assert_eq!(due("2026-10-31").len(), 2, "of another reason");
    branch.run("talk log 赵刚 孙磊 --reason commended --on 10-30");
    assert_eq!(due("2026-10-31").len(), 2, "before it happened");
    branch.run("talk log 董立 孙磊 --reason commended --on 10-31");
    assert_eq!(due("2026-10-31").len(), 2, "with somebody else");
    branch.run("talk log 孙磊 李敏 --reason commended --on 10-31");
    assert_eq!(due("2026-10-31").len(), 1);
    branch.run("talk log 赵刚 李敏 --reason appraisal --on 11-22");
    assert_eq!(due("2026-11-21").len(), 2, "late, and not yet");
    assert_eq!(due("2026-11-22").len(), 1);
}

#[test]
fn what_cannot_be_logged() {
    let branch = Sandbox::branch();
    assert_snapshot!(branch.refused("talk log 赵刚 孙磊,赵刚"), @"
    --- stderr
    error: both sides of the talk are 赵刚
    --- exit Some(1)
    ");
    assert_snapshot!(branch.refused("talk log 赵刚,李敏 孙磊"), @"
    --- stderr
    error: `赵刚,李敏` should be one person
    --- exit Some(2)
    ");
    assert_snapshot!(branch.refused("talk log 赵刚 孙雷"), @"
    --- stderr
    error: no member `孙雷`
    help: did you mean `sun-lei` (孙磊)?
    --- exit Some(2)
    ");
    assert_snapshot!(branch.refused("talk log 王芳 孙磊"), @"
    --- stderr
    error: `王芳` is more than one member
    help: write the id: wang-fang (王芳, 刑侦党小组), wang-fang-2 (王芳, 综合党小组)
    --- exit Some(2)
    ");
    assert_snapshot!(branch.refused("talk log 赵刚 ,"), @"
    --- stderr
    error: `,` names nobody
    --- exit Some(2)
    ");
    assert_snapshot!(branch.refused("talk log 赵刚 孙磊 --on 11-24"), @"
    --- stderr
    error: 2026-11-24 is yet to come
    help: log it when it has happened; write a day of last year with its year
    --- exit Some(1)
    ");
    assert_snapshot!(branch.refused("talk log 赵刚 许诺 --on 2026-01-31"), @"
    --- stderr
    error: 许诺 is not with the branch on 2026-01-31
    help: zhibu member show xu-nuo
    --- exit Some(1)
    ");
    assert_snapshot!(branch.refused("talk log 赵刚 孙磊 --reason comended"), @"
    --- stderr
    error: no reason for a talk `comended`
    help: did you mean `commended` (受到表彰)?
    --- exit Some(2)
    ");
    assert_snapshot!(branch.refused("talk log 赵刚"), @"
    --- stderr
    error: `zhibu talk log` needs: <WITH>
    help: see zhibu talk log --help
    --- exit Some(2)
    ");
    assert_snapshot!(branch.refused("talk log 赵刚 孙磊 --lang zh --on 后天"), @"
    --- stderr
    错误：“后天”不是日期
    建议：写 2026-11-05、11-05、今天、昨天或周五
    --- exit Some(2)
    ");
}

#[test]
fn a_talk_of_the_same_day_is_told() {
    let branch = Sandbox::branch();
    branch.run("talk log 赵刚 孙磊");
    assert_snapshot!(branch.run("talk log 孙磊 赵刚,李敏"), @"
    --- stderr
    孙磊 talked with 赵刚, 李敏: 日常谈心谈话, 2026-11-23; there is a talk with 赵刚 that day already: if it is the same one, strike it with zhibu talk remove
      talks/2026.toml
    ");
    assert_snapshot!(branch.run("check"), @r#"
    talks/2026.toml:4:10: note: the talk of 赵刚 with 孙磊 on 2026-11-23 stands at talks/2026.toml:2 too [talk-twice]
      |
    4 |   { id = "xth3a3", date = 2026-11-23, who = "zhao-gang", with = "sun-lei", reason = "regular" },
      |          ^^^^^^^^
    help: if it is the same one: zhibu talk remove xth3a3 --why twice
    --- stderr
    1 finding
    "#);
    assert!(!branch.run("talk log 孙磊 赵刚 --reason request").contains("same one"));
    let list = branch.run("talk list 孙磊 --format csv");
    let id = list.lines().nth(1).unwrap().rsplit(',').next().unwrap().to_owned();
    assert!(branch.run(&format!("talk remove {id} --why 重复登记 --yes")).contains("重复登记"));
    assert_eq!(branch.run("check"), "--- stderr\nnothing is wrong\n");
}

#[test]
fn a_talk_is_struck_and_counts_no_more() {
    let branch = Sandbox::branch();
    branch.run("talk log 赵刚 李敏 --on 01-01");
    let owed = || branch.run("talk matrix --format json").matches("committee:").count();
    assert_eq!(owed(), 0);
    assert_snapshot!(branch.run("talk remove xth3a3 --why 没有谈 --yes"), @"
    --- stderr
    struck 2026-01-01 talk of 赵刚 with 李敏: 没有谈
      talks/2026.toml
    ");
    assert_eq!(owed(), 2);
    assert_snapshot!(branch.read("talks/2026.toml"), @r#"
    entries = [
      { id = "xth3a3", date = 2026-01-01, who = "zhao-gang", with = "li-min", reason = "regular", struck = "没有谈" },
    ]
    "#);
    assert_snapshot!(branch.run("talk list"), @"
    date        name  with  reason        struck  id
    ──────────  ────  ────  ────────────  ──────  ──────
    2026-01-01  赵刚  李敏  日常谈心谈话  没有谈  xth3a3
    ");
    assert_eq!(branch.run("report talks -p 2026"), "--- stderr\nthere is no such record in 2026\n");
    assert_snapshot!(branch.refused("talk remove xth3a3 --why 没有谈 --yes"), @"
    --- stderr
    error: 2026-01-01 talk of 赵刚 with 李敏 is struck already: 没有谈
    --- exit Some(1)
    ");
    assert_snapshot!(branch.refused("talk remove zzzzzz --why 没有谈 --yes"), @"
    --- stderr
    error: no talk `zzzzzz` in 2026
    help: zhibu talk list shows the ids; add --period for other years
    --- exit Some(2)
    ");
    assert_snapshot!(branch.refused("talk remove xth3a3 --why 没有谈 --yes --period 2025"), @"
    --- stderr
    error: no talk `xth3a3` in 2025
    help: zhibu talk list shows the ids; add --period for other years
    --- exit Some(2)
    ");
}

#[test]
fn comments_and_order_survive() {
    let branch = Sandbox::branch();
    let text = "# 谈心谈话\r\nentries = [\r\n  # 年初\r\n  {id=\"aaaaaa\", date = 2026-02-01, who = \"zhao-gang\", with = \"sun-lei\", odd = 1 }, # 补记\r\n  { id = \"bbbbbb\", date = 2026-10-01, who = \"sun-lei\", with = \"li-min\" }\r\n]\r\n";
    branch.write("talks/2026.toml", text);
    branch.run("talk log 赵刚 许诺 --on 03-01");
    branch.run("talk remove bbbbbb --why 登错 --yes");
    assert_snapshot!(branch.read("talks/2026.toml").replace('\r', "␍"), @r#"
    # 谈心谈话␍
    entries = [␍
      # 年初␍
      {id="aaaaaa", date = 2026-02-01, who = "zhao-gang", with = "sun-lei", odd = 1 }, # 补记␍
      { id = "xth3a3", date = 2026-03-01, who = "zhao-gang", with = "xu-nuo", reason = "regular" },␍
      { id = "bbbbbb", date = 2026-10-01, who = "sun-lei", with = "li-min", struck = "登错" }␍
    ]␍
    "#);
}

#[test]
fn without_rules_of_talks_the_rest_goes_on() {
    let branch = owing();
    branch.run("talk log 赵刚 孙磊");
    branch.forget("rules/talks.toml");
    assert_snapshot!(branch.run("talk log 赵刚 李敏"), @"
    --- stderr
    赵刚 talked with 李敏, 2026-11-23
      talks/2026.toml
    ");
    assert_snapshot!(branch.refused("talk log 赵刚 李敏 --reason transfer"), @"
    --- stderr
    error: there is no rules/talks.toml
    help: make a new directory with zhibu init and copy the file from there
    --- exit Some(1)
    ");
    assert_snapshot!(branch.refused("talk matrix"), @"
    --- stderr
    error: there is no rules/talks.toml
    help: make a new directory with zhibu init and copy the file from there
    --- exit Some(1)
    ");
    assert_snapshot!(branch.run("talk list"), @"
    date        name  with  reason   id
    ──────────  ────  ────  ───────  ──────
    2026-11-23  赵刚  李敏           25vfbe
    2026-11-23  赵刚  孙磊  regular  xth3a3
    ");
    assert!(branch.run("export --month 2026-11 --out out").contains("exported"));
    assert_eq!(branch.run("due"), "--- stderr\nnothing is due until 2026-12-23\n");
    assert_eq!(branch.run("check"), "--- stderr\nnothing is wrong\n");
}

#[test]
fn what_check_finds_in_talks() {
    let branch = Sandbox::branch();
    branch.run("member leave 孙磊 --reason 调离 --from 2026-11-01");
    let line = |id: &str, day: &str, who: &str, with: &str| {
        format!("  {{ id = \"{id}\", date = {day}, who = \"{who}\", with = \"{with}\", reason = \"regular\" }},\n")
    };
    let lines = [
        line("aaaaa1", "2026-11-01", "zhao-gang", "sun-lei"),
        line("aaaaa2", "2026-10-31", "zhao-gang", "sun-lei"),
        line("aaaaa3", "2026-01-31", "xu-nuo", "zhao-gang"),
        line("aaaaa4", "2026-11-24", "li-min", "zhao-gang"),
        line("aaaaa4", "2025-12-31", "li-min", "zhao-gong"),
        line("aaaaa5", "2026-05-01", "li-min", "li-min"),
    ];
    branch.write("talks/2026.toml", format!("entries = [\n{}]\n", lines.concat()));
    assert_snapshot!(branch.run("check talks"), @r#"
    talks/2026.toml:2:65: 孙磊 had left by 2026-11-01 [already-left]
      |
    2 |   { id = "aaaaa1", date = 2026-11-01, who = "zhao-gang", with = "sun-lei", reason = "regular" },
      |                                                                 ^^^^^^^^^
    help: zhibu member show sun-lei
    talks/2026.toml:4:45: 许诺 had not joined by 2026-01-31 [not-yet-joined]
      |
    4 |   { id = "aaaaa3", date = 2026-01-31, who = "xu-nuo", with = "zhao-gang", reason = "regular" },
      |                                             ^^^^^^^^
    help: zhibu member show xu-nuo
    talks/2026.toml:5:27: 2026-11-24 is yet to come [future]
      |
    5 |   { id = "aaaaa4", date = 2026-11-24, who = "li-min", with = "zhao-gang", reason = "regular" },
      |                           ^^^^^^^^^^
    talks/2026.toml:6:10: the id `aaaaa4` stands at talks/2026.toml:5 too [same-id]
      |
    6 |   { id = "aaaaa4", date = 2025-12-31, who = "li-min", with = "zhao-gong", reason = "regular" },
      |          ^^^^^^^^
    help: delete the line that is wrong; where both are right, give one another id
    talks/2026.toml:6:27: 2025-12-31 is not in the year of this file [wrong-year]
      |
    6 |   { id = "aaaaa4", date = 2025-12-31, who = "li-min", with = "zhao-gong", reason = "regular" },
      |                           ^^^^^^^^^^
    help: move it to talks/2025.toml
    talks/2026.toml:6:62: no member `zhao-gong` [no-member]
      |
    6 |   { id = "aaaaa4", date = 2025-12-31, who = "li-min", with = "zhao-gong", reason = "regular" },
      |                                                              ^^^^^^^^^^^
    help: did you mean `zhao-gang` (赵刚)?
    talks/2026.toml:7:62: both sides of the talk are 李敏 [talk-alone]
      |
    7 |   { id = "aaaaa5", date = 2026-05-01, who = "li-min", with = "li-min", reason = "regular" },
      |                                                              ^^^^^^^^
    help: name the other in `with`
    --- stderr
    7 findings
    --- exit Some(1)
    "#);
}

#[test]
fn two_people_log_apart_and_merge() {
    let branch = Sandbox::branch();
    branch.git(&["checkout", "-qb", "other"]);
    branch.seeded("2", "talk log 赵刚 孙磊");
    branch.git(&["checkout", "-q", "-"]);
    branch.run("talk log 李敏 许诺 --place 办公室 --reason request");
    branch.git(&["merge", "-q", "--no-edit", "other"]);
    assert_eq!(branch.run("talk list --format csv").lines().count(), 3);
}

#[test]
fn a_club_has_its_own_talks() {
    let club = Sandbox::empty();
    club.run("init . --name Chess --rulebook association --no-commit");
    club.write("zhibu.toml", club.read("zhibu.toml").replace("since = 2026-11-23", "since = 2026-01-01"));
    club.write("rules/duties.toml", "");
    for words in [
        "member add Ada -s member --from 2025-01-01 --post chair",
        "member add Ben -s member --from 2025-01-01",
        "member add Cleo -s member --from 2026-11-01",
        "member post Ben group-leader --from 2026-11-10",
    ] {
        club.run(&format!("{words} --no-commit"));
    }
    assert_snapshot!(club.run("talk matrix"), @"
    talks of 2026, as of 2026-11-23
      talks     0
      owed      3
      proposed  2

    id    name  talks  owed                                                          proposed
    ────  ────  ─────  ────────────────────────────────────────────────────────────  ─────────
    ada   Ada       0                                                                Ben; Cleo
    ben   Ben       0  Ada (the board and the members); Ada (new post (2026-11-10))  Ada
    cleo  Cleo      0  Ada (the board and the members)                               Ada

    until       name  with  settles                                           command
    ──────────  ────  ────  ────────────────────────────────────────────────  ────────────────────────────────────────
    2026-12-10  Ada   Ben   the board and the members; new post (2026-11-10)  zhibu talk log ada ben --reason new-post
    2026-12-31  Ada   Cleo  the board and the members                         zhibu talk log ada cleo

    what is owed is as of that day, by rules/talks.toml. Proposed are first the talks that leave no choice, then those that settle something for both; the rest with whoever has had the fewest talks this year, of the same group where there are several
    ");
    assert_snapshot!(club.run("due --lang zh"), @"
    止          状态  性质  事项                              谁办
    ──────────  ────  ────  ────────────────────────────────  ────────
    2026-12-10  待办  一般  谈心谈话：新任职务（2026-11-10）  Ada；Ben
        ← the board's plan ← rules/talks.toml:40
        $ zhibu talk log ada ben --reason new-post
    ");
    club.run("talk log Ada Ben --reason new-post --no-commit");
    assert_snapshot!(club.run("talk matrix --format csv"), @"
    member,name,group,talks,talked_with,owed_talks,proposed_with
    ada,Ada,,1,ben,,cleo
    ben,Ben,,1,ada,,
    cleo,Cleo,,0,,board-member:ada,ada
    ");
}
