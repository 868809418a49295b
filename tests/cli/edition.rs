//! `export --edition`, and what is noted of it.

use insta::assert_snapshot;

use super::sandbox::Sandbox;
use super::sealed::{on, plain};

/// A branch with an October in which people are named wherever they can be.
fn october() -> Sandbox {
    let branch = Sandbox::branch().since("2026-01-01");
    on(&branch, "2026-10-09", "meeting log group -g criminal --absent 孙磊:duty:赵刚已告知 --topic 孙磊、赵刚谈体会");
    on(&branch, "2026-10-20", "points award 孙磊 commended 5 --note 孙磊破案");
    on(&branch, "2026-10-22", "dues set 孙磊 40 --from 2026-01");
    branch
}

#[test]
fn the_masked_edition_names_nobody() {
    let branch = october();
    assert_snapshot!(branch.run("export --month 2026-10 --out out --edition masked --to 分局 --by 李敏 --note 检查"), @"
    --- stderr
    exported 2026-10: 10 files in out
    of names only the surname is left, in texts too; nicknames and pictures are not found: read it before it goes
    脱敏版 of 2026-10, to 分局
      exports.toml
    ");
    let out: Vec<_> =
        branch.files().into_iter().filter(|(path, _)| path.starts_with(branch.root().join("out"))).collect();
    for (path, bytes) in &out {
        let text = String::from_utf8_lossy(bytes);
        for name in ["赵刚", "孙磊", "李敏", "王芳", "zhao-gang", "sun-lei", "li-min", "wang-fang"] {
            assert!(!text.contains(name), "{name} in {}", path.display());
        }
    }
    assert_eq!(out.len(), 10);
    assert_snapshot!(branch.read("out/meetings.csv"), @"
    ﻿meeting,date,kind,kind_name,group,group_name,time,place,chair,recorder,due,present,late,made_up,excused,absent,exempt,open,rate,topics,links,decisions,attended,not_due,sittings
    2026-10-09-group-criminal,2026-10-09,group,党小组会,criminal,刑侦党小组,,,,,3,2,0,0,1,0,0,0,66.7,孙×、赵×谈体会,,,2,0,
    ");
    assert_snapshot!(branch.read("out/attendance.csv"), @"
    ﻿meeting,date,kind,group,member,name,state,made_up,was_due,sitting_date
    2026-10-09-group-criminal,2026-10-09,group,criminal,孙×,孙×,excused,,1,
    2026-10-09-group-criminal,2026-10-09,group,criminal,王×4,王×4,present,,1,
    2026-10-09-group-criminal,2026-10-09,group,criminal,赵×,赵×,present,,1,
    ");
    assert_snapshot!(branch.read("out/dues.csv"), @"
    ﻿month,name,group,dues_state
    2026-10,何×,office,no-amount
    2026-10,李×,office,no-amount
    2026-10,孙×,criminal,owed
    2026-10,王×4,criminal,no-amount
    2026-10,王×5,office,no-amount
    2026-10,许×,office,no-amount
    2026-10,赵×,criminal,no-amount
    ");
    assert_snapshot!(plain(&branch.read("exports.toml")), @r#"
    exports = [
      { id = "xth3a3", date = 2026-11-23, period = "2026-10", edition = "masked", to = "分局", sha256 = "SHA256", note = "检查", by = "li-min" },
    ]
    "#);
    assert_snapshot!(branch.run("report exports --lang zh --format json").split("\"sha256\"").next().unwrap(), @r#"
    [
      {"date":"2026-11-23","period":"2026-10","edition":"masked","tables":[],"to":"分局","note":"检查","by":"li-min",
    "#);
    assert_snapshot!(branch.git(&["log", "-1", "--format=%s%n%n%b"]), @"
    脱敏版 of 2026-10, to 分局

    检查

    Zhibu-Command: export
    ");
}

#[test]
fn the_digest_is_that_of_the_file() {
    let branch = october();
    branch.run("export --month 2026-10 --out out --edition notice --to 公示栏");
    branch.run("export --month 2026-10 --out october.xlsx --format xlsx --to 分局");
    let table = branch.run("export --month 2026-10 --table points --edition notice --lang en");
    assert_snapshot!(table, @"
    name,group,total,band
    李敏,office,60,pass
    孙磊,criminal,65,pass
    王芳,criminal,62,pass
    王芳,office,60,pass
    许诺,office,60,pass
    赵刚,criminal,62,pass
    ");
    let sums = std::process::Command::new("sha256sum")
        .args(["out/datapackage.json", "october.xlsx"])
        .current_dir(branch.root())
        .output()
        .unwrap();
    let noted = branch.read("exports.toml");
    for line in String::from_utf8(sums.stdout).unwrap().lines() {
        let (digest, _) = line.split_once(' ').unwrap();
        assert!(noted.contains(digest), "{line} in {noted}");
    }
}

#[test]
fn what_an_edition_does_not_have() {
    let branch = october().chinese();
    assert_snapshot!(branch.refused("export --month 2026-10 --table dues --edition notice"), @"
    --- stderr
    错误：张贴版 里没有 dues 表
    建议：有：meetings、points、summary
    --- exit Some(1)
    ");
    assert_snapshot!(branch.refused("export --month 2026-10 --table dues --edition nodice"), @"
    --- stderr
    错误：没有版本“nodice”
    建议：是不是“notice”（张贴版）？
    --- exit Some(2)
    ");
    assert_snapshot!(branch.refused("export --month 2026-10 --table dues --by 李敏"), @"
    --- stderr
    错误：zhibu export 还要写：--to <谁>
    建议：用法见 zhibu export --help
    --- exit Some(2)
    ");
    assert_snapshot!(plain(&branch.run("export --month 2026-10 --out out --edition notice --to 公示栏 --dry-run")), @r#"
    --- /dev/null
    +++ b/exports.toml
    @@ -0,0 +1,3 @@
    +exports = [
    +  { id = "xth3a3", date = 2026-11-23, period = "2026-10", edition = "notice", to = "公示栏", sha256 = "SHA256" },
    +]
    --- stderr
    将写入 out/meetings.csv
    将写入 out/points.csv
    将写入 out/summary.csv
    将写入 out/datapackage.json
    "#);
    assert!(!branch.root().join("out").exists() && !branch.root().join("exports.toml").exists());
    let rules = branch.read("rules/editions.toml").replace("\"total\", \"band\"", "\"totals\", \"band\"");
    branch.write("rules/editions.toml", &rules);
    assert_snapshot!(branch.refused("export --month 2026-10 --out out --edition masked"), @r#"
    --- stderr
    rules/editions.toml:33:51: points 表没有 totals 这一列
       |
    33 |   { table = "points", columns = ["name", "group", "totals", "band"] },
       |                                                   ^^^^^^^^
    建议：有：member、name、group、standing、class、base、carried、earned、deducted、cut、total、year_total、band、lacks
    --- exit Some(1)
    "#);
    branch.write("rules/editions.toml", rules.replace("id = \"masked\"", "id = \"full\""));
    assert_snapshot!(branch.refused("export --month 2026-10 --out out --edition notice"), @r#"
    --- stderr
    rules/editions.toml:12:6: full 是本程序自带的版本，不能另外定义
       |
    12 | id = "full"
       |      ^^^^^^
    建议：换一个编号，例如 superior
    --- exit Some(1)
    "#);
    assert_snapshot!(branch.run("rules check"), @r#"
    rules/editions.toml:12:6: full 是本程序自带的版本，不能另外定义 [rule-reserved]
       |
    12 | id = "full"
       |      ^^^^^^
    建议：换一个编号，例如 superior
    --- stderr
    发现 1 处问题
    --- exit Some(1)
    "#);
    branch.forget("rules/editions.toml");
    assert_snapshot!(branch.refused("export --month 2026-10 --out out --edition notice"), @"
    --- stderr
    错误：规则里没有定义版本，只有全本 full
    建议：在 rules/editions.toml 里写上：[[edition]]，下面写 id、name、names、tables
    --- exit Some(2)
    ");
    assert!(branch.run("export --month 2026-10 --out out").contains("2026-10"));
}

#[test]
fn numbers_of_people_are_in_no_text_of_a_masked_edition_however_they_are_written() {
    let branch = Sandbox::branch().since("2026-01-01");
    let numbers = ["13800001234", "139-1234-5678", "１３７１２３４５６７８", "136 1234 5678", "110101 19900101 001x"];
    let last_digits = ["1234", "5678", "５６７８", "001x"];
    for (number, day) in numbers.iter().zip(10..) {
        let text = |what: &str| format!("{what}{number}");
        let on = format!("2026-10-{day}");
        branch.write("minutes.txt", text("记录"));
        let lines: [&[&str]; 10] = [
            &[
                "meeting",
                "log",
                "theme-day",
                "--on",
                &on,
                "--topic",
                &text("议题"),
                "--place",
                &text("地点"),
                "--guest",
                &text("来宾"),
                "--decision",
                &text("决定"),
                "--minutes",
                "minutes.txt",
                "--absent",
                &format!("孙磊:leave:{}", text("电话")),
            ],
            &["points", "award", "孙磊", "commended", "1", "--on", &on, "--note", &text("事由")],
            &["study", "log", "赵刚", "2", "--on", &on, "--title", &text("题目"), "--note", &text("备注")],
            &["talk", "log", "赵刚", "孙磊", "--on", &on, "--place", &text("地点")],
            &[
                "issue",
                "open",
                &text("问题"),
                "--on",
                &on,
                "--owner",
                "孙磊",
                "--deadline",
                "2026-11-30",
                "--measure",
                &text("措施"),
                "--where",
                &text("来源"),
            ],
            &[
                "request",
                "log",
                &text("材料"),
                "--from",
                &text("街道"),
                "--on",
                &on,
                "--until",
                "2026-10-31",
                "--note",
                &text("备注"),
            ],
            &["visit", "log", &text("来访"), "--on", &on, "--looked-at", &text("查看"), "--said", &text("意见")],
            &["plan", "add", &text("计划"), "2026-10", "--note", &text("备注")],
            &["meeting", "decide", &on, &text("又决定"), "--owner", "孙磊", "--until", "2026-10-31"],
            &["member", "edit", "孙磊", "--note", &text("备注")],
        ];
        for words in lines {
            let output = branch.command(words).output().unwrap();
            assert!(output.status.success(), "{words:?}: {}", branch.told(&output));
        }
    }
    branch.run("export --month 2026-10 --out out/tables --edition masked");
    branch.run("export --month 2026-10 --format xlsx --out out/book.xlsx --edition masked");
    branch.run("site out/site --period 2026 --edition masked");
    branch.run("return 2026-10 --edition masked --to out/return.zip");
    let packed = zhibu::package::files(&std::fs::read(branch.root().join("out/return.zip")).unwrap()).unwrap();
    let out = branch.root().join("out");
    let files = branch.files().into_iter().filter(|(path, _)| path.starts_with(&out));
    let files = files.map(|(path, bytes)| (path.display().to_string(), bytes)).chain(packed);
    let mut looked = 0;
    for (path, bytes) in files.filter(|(path, _)| !path.ends_with(".zip") && !path.ends_with(".xlsx")) {
        // Digests have digits of their own.
        let text = String::from_utf8(bytes).unwrap();
        let text = text.lines().filter(|line| !line.contains("sha256")).collect::<Vec<_>>().join("\n");
        for digits in last_digits {
            let at = text.find(digits).map(|at| text[..at].chars().rev().take(40).collect::<Vec<_>>());
            assert!(
                at.is_none(),
                "{path}: {digits} behind {:?}",
                at.map(|at| at.into_iter().rev().collect::<String>())
            );
        }
        looked += 1;
    }
    assert!(looked > 15, "{looked}");
}
