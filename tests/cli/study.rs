use insta::assert_snapshot;

use super::sandbox::Sandbox;

#[test]
fn hours_are_logged_listed_and_added_up() {
    let branch = Sandbox::branch();
    assert_snapshot!(branch.run("study log 孙磊,赵刚 4 --kind 集中培训 --title 学习党章 --on 11-05 --by 李敏"), @"
    --- stderr
    孙磊, 赵刚: 集中培训, 4 h, 2026-11-05 (学习党章)
      study/2026-11.toml
    ");
    assert_snapshot!(branch.run("study log sl 1.5 --note 晚上"), @"
    --- stderr
    孙磊: 集体学习, 1.5 h, 2026-11-23
      study/2026-11.toml
    ");
    assert_snapshot!(branch.read("study/2026-11.toml"), @r#"
    entries = [
      { id = "25vfbe", date = 2026-11-05, member = "zhao-gang", hours = 4, kind = "training", title = "学习党章", by = "li-min" },
      { id = "xth3a3", date = 2026-11-05, member = "sun-lei", hours = 4, kind = "training", title = "学习党章", by = "li-min" },
      { id = "a5dput", date = 2026-11-23, member = "sun-lei", hours = 1.5, kind = "collective", note = "晚上" },
    ]
    "#);
    assert_snapshot!(branch.run("study log 孙磊 2 --kind own --on 11-01"), @"
    --- stderr
    孙磊: 自学, 2 h, 2026-11-01
      study/2026-11.toml
    ");
    assert_snapshot!(branch.run("study list"), @"
    date        name  kind      hours  title     note  by    id
    ──────────  ────  ────────  ─────  ────────  ────  ────  ──────
    2026-11-01  孙磊  自学          2                        uxw257
    2026-11-05  赵刚  集中培训      4  学习党章        李敏  25vfbe
    2026-11-05  孙磊  集中培训      4  学习党章        李敏  xth3a3
    2026-11-23  孙磊  集体学习    1.5            晚上        a5dput
    ");
    assert_snapshot!(branch.run("study list 赵刚 --format csv"), @"
    date,member,name,kind,kind_name,hours,title,campaign,reflection,note,by,struck,id
    2026-11-05,zhao-gang,赵刚,training,集中培训,4,学习党章,,,,li-min,,25vfbe
    ");
    assert_snapshot!(branch.run("study total"), @"
    id           name    group       class         hours  of the year  owed  short
    ───────────  ──────  ──────────  ────────────  ─────  ───────────  ────  ─────
    he-xiuying   何秀英  综合党小组  年老体弱党员      0            0
    li-min       李敏    综合党小组  支委委员          0            0    56     56
        ← rules/study.toml:44
    sun-lei      孙磊    刑侦党小组  一般党员        7.5          5.5    32   26.5
        ← rules/study.toml:37
    wang-fang    王芳    刑侦党小组  一般党员          0            0    32     32
        ← rules/study.toml:37
    wang-fang-2  王芳    综合党小组  一般党员          0            0    32     32
        ← rules/study.toml:37
    xu-nuo       许诺    综合党小组  一般党员          0            0    29     29
        ← rules/study.toml:37
    zhao-gang    赵刚    刑侦党小组  支委委员          4            4    56     52
        ← rules/study.toml:44

    hours of the year: from 1 January to the end of the period, of the kinds that count; owed by standing and post, see rules/study.toml
    ");
    assert_snapshot!(branch.run("study total --format csv"), @"
    member,name,group,class,hours,year_hours,owed_hours,short_hours,rule
    he-xiuying,何秀英,office,elder,0,0,,,
    li-min,李敏,office,committee,0,0,56,56,rules/study.toml:44
    sun-lei,孙磊,criminal,ordinary,7.5,5.5,32,26.5,rules/study.toml:37
    wang-fang,王芳,criminal,ordinary,0,0,32,32,rules/study.toml:37
    wang-fang-2,王芳,office,ordinary,0,0,32,32,rules/study.toml:37
    xu-nuo,许诺,office,ordinary,0,0,29,29,rules/study.toml:37
    zhao-gang,赵刚,criminal,committee,4,4,56,52,rules/study.toml:44
    ");
    assert_snapshot!(branch.run("report study --format csv --lang zh"), @"
    日期,编号,姓名,种类编号,种类,学时,题目,心得,备注,登记人,记录编号
    2026-11-01,sun-lei,孙磊,own,自学,2,,,,,uxw257
    2026-11-05,zhao-gang,赵刚,training,集中培训,4,学习党章,,,li-min,25vfbe
    2026-11-05,sun-lei,孙磊,training,集中培训,4,学习党章,,,li-min,xth3a3
    2026-11-23,sun-lei,孙磊,collective,集体学习,1.5,,,晚上,,a5dput
    ");
    assert_snapshot!(branch.run("export --month 2026-11 --table study --lang en"), @"
    date,member,name,kind,kind_name,hours,title,reflection,note,by,entry
    2026-11-01,sun-lei,孙磊,own,自学,2,,,,,uxw257
    2026-11-05,zhao-gang,赵刚,training,集中培训,4,学习党章,,,li-min,25vfbe
    2026-11-05,sun-lei,孙磊,training,集中培训,4,学习党章,,,li-min,xth3a3
    2026-11-23,sun-lei,孙磊,collective,集体学习,1.5,,,晚上,,a5dput
    ");
    assert_snapshot!(branch.git(&["log", "-3", "--format=%s%n%b"]), @"
    孙磊: 自学, 2 h, 2026-11-01
    Zhibu-Command: study log

    孙磊: 集体学习, 1.5 h, 2026-11-23
    晚上

    Zhibu-Command: study log

    孙磊, 赵刚: 集中培训, 4 h, 2026-11-05
    Zhibu-Command: study log
    ");
    assert_eq!(branch.run("check"), "--- stderr\nnothing is wrong\n");
}

#[test]
fn the_most_that_standing_and_posts_ask_for_is_owed() {
    let branch = Sandbox::branch();
    let owed = |day: &str| -> Vec<String> {
        let told = branch.run(&format!("study total -p {day} --format csv"));
        told.lines().skip(1).map(|line| line.split(',').step_by(6).collect::<Vec<_>>().join(" ")).collect()
    };
    assert_eq!(
        owed("2026"),
        ["he-xiuying ", "li-min 56", "sun-lei 32", "wang-fang 32", "wang-fang-2 32", "xu-nuo 29", "zhao-gang 56"]
    );
    branch.run("member post 孙磊 publicity --from 2026-12-31");
    assert_eq!(owed("2026")[2], "sun-lei 56");
    assert_eq!(owed("2026-01-01..2026-12-30")[2], "sun-lei 32");
    assert_eq!(owed("2018")[2], "sun-lei ");
}

#[test]
fn a_year_begins_and_ends_where_the_calendar_says() {
    let branch = Sandbox::branch();
    for (day, hours) in
        [("2025-12-31", "8"), ("2026-01-01", "4"), ("2026-01-31", "2"), ("2026-02-01", "1"), ("2026-11-23", "0.5")]
    {
        branch.run(&format!("study log 孙磊 {hours} --on {day}"));
    }
    let hours = |period: &str| {
        let told = branch.run(&format!("study total -p {period} --format csv"));
        let line = told.lines().find(|line| line.starts_with("sun-lei")).unwrap().to_owned();
        line.split(',').skip(4).take(4).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(hours("2025"), "8 8 32 24");
    assert_eq!(hours("2026-01"), "6 6 32 26");
    assert_eq!(hours("2026-02"), "1 7 32 25");
    assert_eq!(hours("2026"), "7.5 7.5 32 24.5");
    assert_eq!(hours("2025..2026"), "15.5 7.5 32 24.5");
    assert_eq!(branch.run("study list -p 2026-01 --format csv").lines().count(), 3);
    assert_eq!(branch.run("study list -p 2026-01-02..2026-01-30"), "");
    branch.run("study log 孙磊 100 --on 11-22");
    assert_eq!(hours("2026"), "107.5 107.5 32 0");
}

#[test]
fn what_cannot_be_logged() {
    let branch = Sandbox::branch();
    assert_snapshot!(branch.refused("study log 孙磊 0"), @"
    --- stderr
    error: 0 is no hours: whole or .5, more than none
    --- exit Some(2)
    ");
    assert_snapshot!(branch.refused("study log 孙磊 1.25"), @"
    --- stderr
    error: 1.25 is no hours: whole or .5, more than none
    --- exit Some(2)
    ");
    assert_snapshot!(branch.refused("study log 孙磊 几小时"), @"
    --- stderr
    error: 几小时 is no hours: whole or .5, more than none
    --- exit Some(2)
    ");
    assert_snapshot!(branch.refused("study log 孙雷 4"), @"
    --- stderr
    error: no member `孙雷`
    help: did you mean `sun-lei` (孙磊)?
    --- exit Some(2)
    ");
    assert_snapshot!(branch.refused("study log 王芳 4"), @"
    --- stderr
    error: `王芳` is more than one member
    help: write the id: wang-fang (王芳, 刑侦党小组), wang-fang-2 (王芳, 综合党小组)
    --- exit Some(2)
    ");
    assert_snapshot!(branch.refused("study log 孙磊 4 --kind colective"), @"
    --- stderr
    error: no kind of study `colective`
    help: did you mean `collective` (集体学习)?
    --- exit Some(2)
    ");
    assert_snapshot!(branch.refused("study log 孙磊 4 --on 2026-11-24"), @"
    --- stderr
    error: 2026-11-24 is yet to come
    help: log it when it has happened; write a day of last year with its year
    --- exit Some(1)
    ");
    assert_snapshot!(branch.refused("study log 许诺 4 --on 2026-01-31"), @"
    --- stderr
    error: 许诺 is not with the branch on 2026-01-31
    help: zhibu member show xu-nuo
    --- exit Some(1)
    ");
    assert_snapshot!(branch.refused("study log , 4"), @"
    --- stderr
    error: `,` names nobody
    --- exit Some(2)
    ");
}

#[test]
fn a_second_record_of_the_day_is_told() {
    let branch = Sandbox::branch().chinese();
    branch.run("study log 孙磊,李敏 4 --title 学习党章");
    assert_snapshot!(branch.run("study log 孙磊 4 --title 学习党章"), @"
    --- stderr
    孙磊 集体学习 4 学时，2026-11-23（学习党章）。孙磊 当天已有同样题目的学习记录；如果登记重了，用 zhibu study remove 作废一条
      study/2026-11.toml
    ");
    let other = branch.run("study log 孙磊 4 --title 学习条例");
    assert!(!other.contains("登记重了"), "{other}");
}

#[test]
fn a_record_is_struck_and_counts_no_more() {
    let branch = Sandbox::branch();
    branch.run("study log 孙磊 4 --on 01-01");
    assert_snapshot!(branch.run("study remove xth3a3 --why 登错 --yes"), @"
    --- stderr
    struck 2026-01-01 孙磊 集体学习 4 h: 登错
      study/2026-01.toml
    ");
    assert!(branch.read("study/2026-01.toml").contains("struck = \"登错\""));
    assert!(branch.run("study total -p 2026-01 --format csv").contains("sun-lei,孙磊,criminal,ordinary,0,0,32,32"));
    assert!(branch.run("report study -p 2026-01").starts_with("--- stderr\nnothing is recorded in 2026-01"));
    assert_snapshot!(branch.run("study list -p 2026-01"), @"
    date        name  kind      hours  struck  id
    ──────────  ────  ────────  ─────  ──────  ──────
    2026-01-01  孙磊  集体学习      4  登错    xth3a3
    ");
    assert_snapshot!(branch.refused("study remove xth3a3 --why 登错 --yes"), @"
    --- stderr
    error: 2026-01-01 孙磊 集体学习 4 h is struck already: 登错
    --- exit Some(1)
    ");
    assert_snapshot!(branch.refused("study remove zzzzzz --why 登错 --yes"), @"
    --- stderr
    error: no record of study `zzzzzz` in 2026
    help: zhibu study list shows the ids; add --period for other years
    --- exit Some(2)
    ");
}

#[test]
fn without_rules_of_study_the_rest_goes_on() {
    let branch = Sandbox::branch();
    branch.run("study log 孙磊 4");
    branch.forget("rules/study.toml");
    assert_snapshot!(branch.refused("study log 孙磊 4"), @"
    --- stderr
    error: there is no rules/study.toml
    help: make a new directory with zhibu init and copy the file from there
    --- exit Some(1)
    ");
    assert_snapshot!(branch.refused("study total"), @"
    --- stderr
    error: there is no rules/study.toml
    help: make a new directory with zhibu init and copy the file from there
    --- exit Some(1)
    ");
    assert_snapshot!(branch.run("study list"), @"
    date        name  kind        hours  id
    ──────────  ────  ──────────  ─────  ──────
    2026-11-23  孙磊  collective      4  xth3a3
    ");
    assert!(branch.run("export --month 2026-11 --out out").contains("exported"));
    assert_eq!(branch.run("check"), "--- stderr\nnothing is wrong\n");
}

#[test]
fn no_default_has_to_be_named() {
    let branch = Sandbox::branch();
    branch.write("rules/study.toml", "[[study]]\nid = \"own\"\nname = \"自学\"\n");
    assert_snapshot!(branch.refused("study log 孙磊 4"), @"
    --- stderr
    error: say in what way with --kind
    help: there are: own (自学)
    --- exit Some(2)
    ");
    assert!(branch.run("study log 孙磊 4 --kind 自学").contains("study/2026-11.toml"));
}

#[test]
fn two_people_log_apart_and_merge() {
    let branch = Sandbox::branch();
    branch.git(&["checkout", "-qb", "other"]);
    branch.seeded("2", "study log 孙磊 4");
    branch.git(&["checkout", "-q", "-"]);
    branch.run_words(&["study", "log", "李敏", "2", "--note", "apart"]);
    branch.git(&["merge", "-q", "--no-edit", "other"]);
    assert_eq!(branch.run("study list --format csv").lines().count(), 3);
}

#[test]
fn a_reflection_is_copied_in_and_kept_with_its_digest() {
    let branch = Sandbox::branch();
    branch.write("心得.DOCX", "学习体会");
    assert_snapshot!(branch.run("study log 孙磊 2 --title 学习党章 --reflection 心得.DOCX --on 11-20"), @"
    --- stderr
    孙磊: 集体学习, 2 h, 2026-11-20 (学习党章)
      study/2026-11.toml
      evidence/2026/2026-11-20-study-sun-lei-1.docx
    ");
    assert_snapshot!(branch.read("study/2026-11.toml"), @r#"
    entries = [
      { id = "xth3a3", date = 2026-11-20, member = "sun-lei", hours = 2, kind = "collective", title = "学习党章", reflection = { file = "evidence/2026/2026-11-20-study-sun-lei-1.docx", sha256 = "019e6f851f8d8273ecdefc15db62968b4cd774321d6038eb170350763d5bb05b" } },
    ]
    "#);
    assert_eq!(branch.read("evidence/2026/2026-11-20-study-sun-lei-1.docx"), "学习体会");
    branch.run("study log 孙磊 1 --on 11-20");
    branch.write("later.txt", "后来写的");
    assert_snapshot!(branch.run("study attach 25vfbe later.txt"), @"
    --- stderr
    attached a reflection to 2026-11-20 孙磊 集体学习 1 h
      study/2026-11.toml
      evidence/2026/2026-11-20-study-sun-lei-1.txt
    ");
    assert_snapshot!(branch.run("study list"), @"
    date        name  kind      hours  title     reflection                                     id
    ──────────  ────  ────────  ─────  ────────  ─────────────────────────────────────────────  ──────
    2026-11-20  孙磊  集体学习      1            evidence/2026/2026-11-20-study-sun-lei-1.txt   25vfbe
    2026-11-20  孙磊  集体学习      2  学习党章  evidence/2026/2026-11-20-study-sun-lei-1.docx  xth3a3
    ");
    assert_snapshot!(branch.run("report study --format csv"), @"
    date,member,name,kind,kind_name,hours,title,reflection,note,by,entry
    2026-11-20,sun-lei,孙磊,collective,集体学习,1,,evidence/2026/2026-11-20-study-sun-lei-1.txt,,,25vfbe
    2026-11-20,sun-lei,孙磊,collective,集体学习,2,学习党章,evidence/2026/2026-11-20-study-sun-lei-1.docx,,,xth3a3
    ");
    assert_snapshot!(branch.git(&["log", "-1", "--format=%s", "--name-only"]), @"
    attached a reflection to 2026-11-20 孙磊 集体学习 1 h

    evidence/2026/2026-11-20-study-sun-lei-1.txt
    study/2026-11.toml
    ");
    std::fs::remove_file(branch.root().join("心得.DOCX")).unwrap();
    assert_eq!(branch.run("check"), "--- stderr\nnothing is wrong\n");
    branch.write("evidence/2026/2026-11-20-study-sun-lei-1.docx", "改过了");
    std::fs::remove_file(branch.root().join("evidence/2026/2026-11-20-study-sun-lei-1.txt")).unwrap();
    assert_snapshot!(branch.run("check"), @r#"
    study/2026-11.toml:2:113: there is no file evidence/2026/2026-11-20-study-sun-lei-1.txt [evidence-missing]
      |
    2 |   { id = "25vfbe", date = 2026-11-20, member = "sun-lei", hours = 1, kind = "collective", reflection = { file = "evidence/2026/2026-11-20-study-sun-lei-1.txt", sha256 = "699f5d094f9f4508c9142afb0ff958bc52e24b2bc5d4481acaad957033403d56" } },
      |                                                                                                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    study/2026-11.toml:3:187: evidence/2026/2026-11-20-study-sun-lei-1.docx is not as it was when it was recorded [evidence-changed]
      |
    3 |   { id = "xth3a3", date = 2026-11-20, member = "sun-lei", hours = 2, kind = "collective", title = "学习党章", reflection = { file = "evidence/2026/2026-11-20-study-sun-lei-1.docx", sha256 = "019e6f851f8d8273ecdefc15db62968b4cd774321d6038eb170350763d5bb05b" } },
      |                                                                                                                                                                                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    --- stderr
    2 findings
    --- exit Some(1)
    "#);
    branch.run("study remove xth3a3 --why 重复 --yes");
    branch.run("study remove 25vfbe --why 重复 --yes");
    assert_eq!(branch.run("check"), "--- stderr\nnothing is wrong\n");
}

#[test]
fn reflections_that_cannot_be_kept() {
    let branch = Sandbox::branch();
    branch.write("a.txt", "体会");
    branch.run("study log 孙磊 2 --reflection a.txt");
    assert_snapshot!(branch.refused("study log 孙磊,赵刚 2 --reflection a.txt"), @"
    --- stderr
    error: a reflection is one person's
    help: log each of them apart
    --- exit Some(2)
    ");
    assert_snapshot!(branch.refused("study log 孙磊 2 --reflection nothing.txt"), @"
    --- stderr
    error: failed to read `nothing.txt`: it is not there
    --- exit Some(1)
    ");
    assert_snapshot!(branch.refused("study attach xth3a3 a.txt"), @"
    --- stderr
    error: 2026-11-23 孙磊 集体学习 2 h has a reflection already: evidence/2026/2026-11-23-study-sun-lei-1.txt
    --- exit Some(1)
    ");
    assert_snapshot!(branch.refused("study attach zzzzzz a.txt"), @"
    --- stderr
    error: no record of study `zzzzzz` in 2026
    help: zhibu study list shows the ids; add --period for other years
    --- exit Some(2)
    ");
    branch.run("study log 赵刚 2");
    let list = branch.run("study list 赵刚 --format csv");
    let id = list.lines().nth(1).unwrap().rsplit(',').next().unwrap().to_owned();
    branch.run(&format!("study remove {id} --why 登错 --yes"));
    assert_snapshot!(branch.refused(&format!("study attach {id} a.txt")), @"
    --- stderr
    error: 2026-11-23 赵刚 集体学习 2 h is struck already: 登错
    --- exit Some(1)
    ");
}

#[test]
fn hours_are_owed_for_the_months_that_are_not_exempt() {
    let branch = Sandbox::branch();
    branch.run("member edit 孙磊 --class elder --from 2026-01-01");
    branch.run("member edit 孙磊 --class ordinary --from 2026-07-01");
    branch.run("member edit wang-fang --class elder --from 2026-07-15");
    let owed = |day: &str, who: &str| {
        let told = branch.on(day, "study total -p 2026 --format csv");
        let line = told.lines().find(|line| line.starts_with(&format!("{who},"))).unwrap_or_else(|| panic!("{told}"));
        line.split(',').nth(6).unwrap().to_owned()
    };
    assert_eq!(owed("2026-12-31", "sun-lei"), "16");
    // Exempt on the day: nothing is asked.
    assert_eq!(owed("2026-12-31", "wang-fang"), "");
    assert_eq!(owed("2026-12-31", "wang-fang-2"), "32");
}
