use std::process::Command;

use insta::assert_snapshot;

use super::sandbox::Sandbox;

/// A branch that held its committee in September and November, but not in October; once there are minutes.
fn kept() -> Sandbox {
    let branch = Sandbox::branch().since("2026-09-01");
    branch.write("minutes.txt", "研究安保\n");
    branch.does(&[
        "meeting log committee --on 09-10 --minutes minutes.txt",
        "meeting log committee --on 11-10 --topic 研究安保",
        "meeting log group -g 刑侦 --on 09-12",
        "meeting log group -g 刑侦 --on 10-12",
        "talk log 赵刚 孙磊 --on 10-20",
        "issue open 台账不全 --owner 孙磊 --deadline 11-05 --on 10-25",
        "issue open 登记重了 --owner 孙磊 --deadline 12-05 --on 11-20",
        "issue remove 登记重了 --why 记错 --yes",
    ]);
    branch
}

#[test]
fn the_books_are_seen_at_once_with_what_is_missing() {
    let branch = kept();
    assert_snapshot!(branch.run("report inspection --period 2026-09..2026-11"), @"
    index of the records of 2026-09..2026-11
      records          6
      without minutes  3
      missing          7

    book      records  months              without minutes  missing
    ────────  ───────  ──────────────────  ───────────────  ──────────────────────────────────────
    支委会          2  2026-09; 2026-11                  1  2026-10
    党小组会        2  2026-09 to 2026-10                2  2026-09 综合党小组; 2026-10 综合党小组
    主题党日        0                                       2026-09; 2026-10
    通报            0                                       2026-09; 2026-10
    problem         1  2026-10
    talk            1  2026-10

    deadline    what                                     who
    ──────────  ───────────────────────────────────────  ───────────────────────────────────────
    2026-09-30  approve the amounts of dues for 2026     何秀英; 李敏; 孙磊 and others, 7 in all
    2026-11-05  settle the problem: 2026-10-25 台账不全  孙磊
    ");
    assert_snapshot!(branch.run("report inspection --period 2026-09..2026-11 --lang zh"), @"
    2026-09..2026-11 台账目录
      记录          6
      无记录和佐证  3
      缺漏          7

    台账      记录  月份                无记录和佐证  缺漏
    ────────  ────  ──────────────────  ────────────  ──────────────────────────────────────
    支委会       2  2026-09；2026-11               1  2026-10
    党小组会     2  2026-09 至 2026-10             2  2026-09 综合党小组；2026-10 综合党小组
    主题党日     0                                    2026-09；2026-10
    通报         0                                    2026-09；2026-10
    问题         1  2026-10
    谈话         1  2026-10

    期限        事项                           谁办
    ──────────  ─────────────────────────────  ─────────────────────────
    2026-09-30  核定 2026 年每月应交的党费     何秀英；李敏；孙磊等 7 人
    2026-11-05  整改销号：2026-10-25 台账不全  孙磊
    ");
    assert_snapshot!(branch.run("report inspection --period 2026-10 --format csv"), @"
    book,book_name,month,records,missed
    committee,支委会,2026-10,0,2026-10
    group,党小组会,2026-10,1,2026-10 综合党小组
    theme-day,主题党日,2026-10,0,2026-10
    bulletin,通报,2026-10,0,2026-10
    issue,problem,2026-10,1,
    talk,talk,2026-10,1,
    ");
    assert_snapshot!(branch.run("report inspection --period 2026-05"), @"
    index of the records of 2026-05
      records          0
      without minutes  0
      missing          0
    ");
}

#[test]
fn a_chore_needs_no_minutes() {
    let branch = Sandbox::branch().since("2026-09-01");
    branch.does(&["meeting log dues-remitted --on 09-10"]);
    assert_snapshot!(branch.run("report inspection --period 2026-09 --lang zh"), @"
    2026-09 台账目录
      记录          1
      无记录和佐证  0
      缺漏          5

    台账      记录  月份     缺漏
    ────────  ────  ───────  ──────────────────────────────────────
    支委会       0           2026-09
    党小组会     0           2026-09 刑侦党小组；2026-09 综合党小组
    主题党日     0           2026-09
    上缴党费     1  2026-09
    通报         0           2026-09

    期限        事项                        谁办
    ──────────  ──────────────────────────  ─────────────────────────
    2026-09-30  核定 2026 年每月应交的党费  何秀英；李敏；孙磊等 7 人
    ");
    assert_snapshot!(branch.run("report inspection --period 2026-09 --format json"), @r#"
    [
      {"book":"committee","book_name":"支委会","month":"2026-09","records":0,"missed":["2026-09"]},
      {"book":"group","book_name":"党小组会","month":"2026-09","records":0,"missed":["2026-09 刑侦党小组","2026-09 综合党小组"]},
      {"book":"theme-day","book_name":"主题党日","month":"2026-09","records":0,"missed":["2026-09"]},
      {"book":"dues-remitted","book_name":"上缴党费","month":"2026-09","records":1,"missed":[]},
      {"book":"bulletin","book_name":"通报","month":"2026-09","records":0,"missed":["2026-09"]}
    ]
    "#);
}

#[test]
fn the_pack_has_every_file_with_its_digest() {
    let branch = kept();
    let page = branch.run("print inspection --period 2026-10 --lang zh");
    let cell = |line: &str| line.replace("&#x2f;", "/").replace("<td class=\"keep\">", "|").replace("</td>", "");
    let files: Vec<_> = page.lines().filter(|line| line.contains(".toml")).map(cell).collect();
    assert_eq!(files.len(), 3, "{page}");
    for line in &files {
        let [_, path, digest] = line.trim_end_matches("</tr>").split('|').collect::<Vec<_>>()[..] else {
            panic!("{line}")
        };
        let told = Command::new("sha256sum").arg(path).current_dir(branch.root()).output().unwrap();
        assert_eq!(String::from_utf8(told.stdout).unwrap(), format!("{digest}  {path}\n"));
    }
    assert!(page.contains("<h1>台账目录</h1>"), "{page}");
    assert!(branch.run("print inspection -o pack.html").contains("pack.html"));
    assert!(branch.read("pack.html").contains("index of the records"));
}
