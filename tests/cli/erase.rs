//! `member erase`.

use insta::assert_snapshot;

use super::sandbox::Sandbox;
use super::sealed::{closed, on, plain, sealed};

/// A branch whose 孙磊 has left, and is named wherever somebody can be.
fn left() -> Sandbox {
    let branch = Sandbox::branch();
    branch.write("孙磊心得.txt", "孙磊：学习心得\n");
    branch.write("合影.png", [0xff, 0xd8, 0x00]);
    on(&branch, "2026-10-09", "meeting log group -g criminal --absent 孙磊:duty --topic 孙磊谈体会");
    on(&branch, "2026-10-10", "meeting log theme-day --topic 安全 --evidence 孙磊心得.txt --evidence 合影.png");
    on(&branch, "2026-10-20", "points award 孙磊 commended 5 --note 孙磊破案");
    on(&branch, "2026-10-21", "talk log 赵刚 孙磊 --on 2026-10-21");
    on(&branch, "2026-10-22", "dues set 孙磊 40 --from 2026-01");
    on(&branch, "2026-11-02", "points post 2026-10");
    on(&branch, "2026-11-10", "points close 2026-10");
    on(&branch, "2026-11-22", "member leave 孙磊 --reason 调出");
    std::fs::remove_file(branch.root().join("孙磊心得.txt")).unwrap();
    std::fs::remove_file(branch.root().join("合影.png")).unwrap();
    branch
}

#[test]
fn a_pseudonym_stands_where_somebody_was_named() {
    let branch = left();
    let (total, findings) = (branch.run("points total --period 2026 --format csv"), branch.run("check --format json"));
    assert_snapshot!(branch.run("member erase 孙磊 --why 本人申请 --yes"), @r"
    --- stderr
    now anonymous 1 (anon-1): 13 places in 10 files
      dues/2026.toml
      meetings/2026/2026-10-09-group-criminal.toml
      meetings/2026/2026-10-10-theme-day.toml
      members/anon-1.toml
      members/sun-lei.toml
      points/2026-10.toml
      rules/assessment.toml
      rules/dues.toml
      rules/study.toml
      rules/talks.toml
      talks/2026.toml
    these files still name the person and were left as they are (evidence would no longer match its digest; of namesakes nobody knows who is meant): evidence/2026/2026-10-10-theme-day-1.txt
    1 file such as pictures cannot be looked into: look through them yourself
    git's history still has the name. To take it out there too: make a copy first, save what is indented here as names.txt,
      孙磊==>anonymous 1
      regex:(?<![-\w])sun-lei(?![-\w])==>anon-1
    and run, with git-filter-repo, which is installed apart: git filter-repo --replace-text names.txt --replace-message names.txt --path-rename members/sun-lei.toml:members/anon-1.toml
    That makes every commit anew, and everybody has to clone again; sealed months have to be sealed anew, with the reason
    ");
    let renamed = |text: &str| text.replace("孙磊", "anonymous 1").replace("sun-lei", "anon-1");
    let sorted = |text: &str| {
        let mut lines: Vec<_> = text.lines().map(str::to_owned).collect();
        lines.sort();
        lines
    };
    let now = branch.run("points total --period 2026 --format csv");
    assert_eq!(sorted(&now), sorted(&renamed(&total)));
    assert_eq!(branch.run("check --format json"), renamed(&findings));
    let named = branch.files().into_iter().filter_map(|(path, bytes)| {
        let text = format!("{} {}", path.display(), String::from_utf8_lossy(&bytes));
        (text.contains("孙磊") || text.contains("sun-lei")).then(|| path.file_name().unwrap().to_owned())
    });
    assert_snapshot!(format!("{:?}", named.collect::<Vec<_>>()), @r#"["2026-10-10-theme-day-1.txt"]"#);
    assert_snapshot!(branch.read("meetings/2026/2026-10-09-group-criminal.toml"), @r#"
    kind = "group"
    group = "criminal"
    date = 2026-10-09
    topics = ["anonymous 1谈体会"]
    present = [
      "wang-fang",
      "zhao-gang",
    ]
    absent = [
      { member = "anon-1", reason = "duty" },
    ]
    "#);
    assert_snapshot!(branch.git(&["show", "--no-renames", "--format=%an: %B", "--name-status", "HEAD"]), @"
    李敏: erased the name of a person: now anonymous 1 (anon-1)

    本人申请

    Zhibu-Command: member erase


    M	dues/2026.toml
    M	meetings/2026/2026-10-09-group-criminal.toml
    M	meetings/2026/2026-10-10-theme-day.toml
    A	members/anon-1.toml
    D	members/sun-lei.toml
    M	points/2026-10.toml
    M	rules/assessment.toml
    M	rules/dues.toml
    M	rules/study.toml
    M	rules/talks.toml
    M	talks/2026.toml
    ");
}

#[test]
fn a_name_is_erased_however_it_is_spelled_and_what_is_no_record_is_told() {
    let branch = Sandbox::branch().since("2026-01-01");
    on(&branch, "2026-10-09", "member add 欧阳娜 -s full --from 2020-01-01");
    for topic in [
        "欧\u{3000}阳\u{3000}娜谈体会",
        "歐陽娜谈体会",
        "欧\u{200b}阳娜谈体会",
        "Ouyang\u{a0}Na谈体会",
        "OuyangNa谈体会",
    ] {
        branch.run_words(&["meeting", "log", "theme-day", "--on", "10-10", "--topic", topic]);
    }
    branch.run("export -m 2026-10 -o exports/2026-10");
    branch.write("templates/posted.html", "<p>欧阳娜</p>");
    branch.git(&["tag", "handed-in"]);
    on(&branch, "2026-11-22", "member leave 欧阳娜 --reason 调出");
    let told = branch.run("member erase 欧阳娜 --why 本人申请 --yes --as 甲");
    let of = |part: &str| told.lines().find(|line| line.contains(part)).unwrap_or_else(|| panic!("{told}")).to_owned();
    assert_snapshot!(of("these files are no records"), @"these files are no records, still name the person and were left as they are; delete them or export them again: exports/2026-10/attendance.csv, exports/2026-10/dues.csv, exports/2026-10/meetings.csv, exports/2026-10/members.csv, exports/2026-10/points.csv, exports/2026-10/points_detail.csv, templates/posted.html");
    assert_snapshot!(of("these branches and tags"), @"these branches and tags of git still have the name: handed-in");
    let meetings = branch.files().into_iter().filter(|(path, _)| path.to_string_lossy().contains("meetings/2026/"));
    for (path, bytes) in meetings {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        assert!(text.contains("甲谈体会"), "{}: {text}", path.display());
    }
}

#[test]
fn namesakes_are_not_erased_together() {
    let branch = Sandbox::branch();
    on(&branch, "2026-10-09", "meeting log group -g criminal --absent wang-fang:leave --topic 王芳谈体会");
    on(&branch, "2026-11-22", "member leave wang-fang --reason 调出");
    assert_snapshot!(branch.run("member erase wang-fang --why 本人申请 --yes --as 甲 --no-commit"), @r"
    --- stderr
    now 甲 (anon-1): 3 places in 2 files
      meetings/2026/2026-10-09-group-criminal.toml
      members/anon-1.toml
      members/wang-fang.toml
    these files still name the person and were left as they are (evidence would no longer match its digest; of namesakes nobody knows who is meant): meetings/2026/2026-10-09-group-criminal.toml, rules/appraisal.toml, rules/assessment.toml, rules/dues.toml, rules/points.toml, rules/study.toml, rules/talks.toml
    git's history still has the name. To take it out there too: make a copy first, save what is indented here as names.txt,
      regex:(?<![-\w])wang-fang(?![-\w])==>anon-1
    and run, with git-filter-repo, which is installed apart: git filter-repo --replace-text names.txt --replace-message names.txt --path-rename members/wang-fang.toml:members/anon-1.toml
    That makes every commit anew, and everybody has to clone again; sealed months have to be sealed anew, with the reason
    ");
    assert_snapshot!(branch.read("members/anon-1.toml"), @r#"
    name = "甲"

    [[standing]]
    is = "full"
    from = 2014-01-01

    [[standing]]
    is = "left"
    from = 2026-11-22
    reason = "调出"

    [[group]]
    id = "criminal"
    from = 2024-01-01
    "#);
    assert_snapshot!(branch.git(&["diff", "--unified=0", "meetings"]), @r#"
    diff --git a/meetings/2026/2026-10-09-group-criminal.toml b/meetings/2026/2026-10-09-group-criminal.toml
    index 3b905cf..7ce9024 100644
    --- a/meetings/2026/2026-10-09-group-criminal.toml
    +++ b/meetings/2026/2026-10-09-group-criminal.toml
    @@ -11 +11 @@ absent = [
    -  { member = "wang-fang", reason = "leave" },
    +  { member = "anon-1", reason = "leave" },
    "#);
}

#[test]
fn what_told_the_person_from_namesakes_goes_too() {
    let branch = Sandbox::branch();
    branch.run("member edit wang-fang --apart 高个子");
    branch.run("member edit wang-fang-2 --apart 内勤");
    on(&branch, "2026-11-22", "member leave wang-fang --reason 调出");
    branch.run("member erase wang-fang --why 本人申请 --yes");
    let text = branch.read("members/anon-1.toml");
    assert!(!text.contains("高个子") && !text.contains("apart"), "{text}");
    assert!(branch.read("members/wang-fang-2.toml").contains("apart = \"内勤\""));
    assert_eq!(branch.git(&["grep", "-l", "高个子", "HEAD"]), "");
    assert_eq!(branch.contradictions(), Vec::<serde_json::Value>::new());
}

#[test]
fn who_sealed_a_month_is_erased_with_an_amendment() {
    let branch = closed();
    on(&branch, "2026-11-12", "member add 钱七 -s full --from 2026-11-01");
    on(&branch, "2026-11-12", "seal 2026-10 --by 钱七");
    on(&branch, "2026-11-20", "member leave 钱七 --reason 调出 --from 2026-11-20");
    let told = branch.refused("member erase 钱七 --why 本人申请 --yes");
    assert!(told.contains("this would change what is sealed: 2026-10 (seals/2026-10.toml)"), "{told}");
    branch.run("member erase 钱七 --why 本人申请 --yes --amend 抹去封存人姓名");
    let seal = branch.read("seals/2026-10.toml");
    assert!(seal.contains("by = \"anon-1\"") && !seal.contains("qian-qi"), "{seal}");
    let told = branch.run("verify");
    assert!(told.contains("1 month verified") && told.contains("抹去封存人姓名"), "{told}");
    assert_eq!(branch.contradictions(), Vec::<serde_json::Value>::new());
}

#[test]
fn an_erased_id_is_given_to_nobody_again() {
    let branch = left();
    branch.run("member erase 孙磊 --why 本人申请 --yes");
    assert_snapshot!(branch.refused("member add 张三 -s full --id sun-lei"), @"
    --- stderr
    error: `sun-lei` was erased and is now anonymous 1 (anon-1): the id is not used again
    help: leave the id out to have one made, or give one that was never used
    --- exit Some(1)
    ");
    assert!(
        branch
            .refused("--lang zh member add 张三 -s full --id sun-lei")
            .contains("编号“sun-lei”的人已抹去姓名，记作 anonymous 1（anon-1），这个编号不再使用")
    );
    branch.write("roster.csv", "id,name,standing,from\nsun-lei,张三,full,2026-11-23\n");
    let told = branch.run("import members roster.csv --yes");
    assert!(told.contains("`sun-lei` was erased and is now anonymous 1 (anon-1)") && told.contains("exit"), "{told}");
    assert!(!branch.root().join("members/sun-lei.toml").exists());
    assert!(branch.run("member add 张三 -s full --id zhang-san").contains("added 张三"));
}

#[test]
fn who_is_there_stays_and_nothing_is_done_unasked() {
    let branch = left().chinese();
    assert_snapshot!(branch.refused("member erase 赵刚 --why 试试 --yes"), @"
    --- stderr
    错误：赵刚 还在册
    建议：先记录离开：zhibu member leave zhao-gang --reason …
    --- exit Some(1)
    ");
    assert_snapshot!(branch.refused("member erase 孙磊 --why 本人申请"), @"
    --- stderr
    错误：没有确认：把 孙磊 的姓名和编号换成化名（10 个文件，共 13 处）？换了以后，本程序不再知道原来是谁。
    建议：确定就加 --yes
    --- exit Some(1)
    ");
    assert_snapshot!(branch.refused("member erase 周杰 --why 本人申请 --yes"), @"
    --- stderr
    错误：没有成员“周杰”
    建议：有：dong-li（董立）、he-xiuying（何秀英）、li-min（李敏）、wang-fang（王芳，刑侦党小组）、wang-fang-2（王芳，综合党小组）、xu-nuo（许诺）、zhao-gang（赵刚）
    --- exit Some(2)
    ");
    let before = branch.files();
    assert!(branch.run("member erase 孙磊 --why 本人申请 --dry-run --lang zh").contains("+name = \"匿名1\""));
    assert!(branch.files() == before);
}

#[test]
fn what_is_sealed_says_why() {
    let branch = sealed();
    on(&branch, "2026-11-22", "member leave 孙磊 --reason 调出");
    assert_snapshot!(plain(&branch.refused("member erase 孙磊 --why 本人申请 --yes")), @"
    --- stderr
    error: this would change what is sealed: 2026-10 (dues/2026.toml, meetings/2026/2026-10-09-group-criminal.toml, meetings/2026/2026-10-15-theme-day.toml, members/anon-1.toml and others, 5 in all)
    help: where it has to be corrected, add --amend WHY: it is written in the seal, and told in reports
    --- exit Some(1)
    ");
    let told = branch.run("member erase 孙磊 --why 本人申请 --yes --amend 本人申请抹去姓名");
    assert_snapshot!(plain(told.lines().find(|line| line.starts_with("amended")).unwrap()), @"amended the sealed 2026-10, now SEAL-SEAL-SEAL-SEAL");
    assert_snapshot!(plain(&branch.run("verify")), @"
    month    sealed      by    seal                 amended  verdict                       commit
    ───────  ──────────  ────  ───────────────────  ───────  ────────────────────────────  ──────────
    2026-10  2026-11-12  李敏  SEAL-SEAL-SEAL-SEAL        1  amended, and as written down  cccccccccc
    2026-10 amended after it was sealed, 2026-11-23: erased the name of a person: now anonymous 1 (anon-1) (本人申请抹去姓名)
    --- stderr
    1 month verified
    ");
}
