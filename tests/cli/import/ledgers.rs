use insta::assert_snapshot;

use crate::sandbox::Sandbox;

const POINTS: &str = "日期,姓名,积分项,分值,事由\n\
    2026.11.6,孙磊,好人好事,1,扶老\n\
    2026.11.6,孙磊,好人好事,1,扶老\n\
    2026.11.7,赵刚,群众投诉,-2,\n\
    2026.11.8,赵刚,late-materials,,\n\
    2026-10-9,赵刚,表彰,1.5分,市局\n";

#[test]
fn points_are_known_by_content_and_count() {
    let branch = Sandbox::branch();
    branch.run("points award 孙磊 good-deed 1 --on 2026-11-06 --note 扶老");
    branch.write("p.csv", POINTS);
    assert_snapshot!(branch.run("import points p.csv --yes"), @"
    p.csv: UTF-8, parted by commas, headings in row 1
      日期: date
      姓名: name
      积分项: item
      分值: points
      事由: note
    4 added
      row 3 2026-11-06 孙磊 好人好事 +1; note: 扶老
      row 4 2026-11-07 赵刚 群众投诉属实 -2
      row 5 2026-11-08 赵刚 材料迟交 -1
      row 6 2026-10-09 赵刚 立功受奖、表彰 +1.5; note: 市局
    1 recorded already: row 2
    --- stderr
    imported points from p.csv: 4 added
      points/2026-10.toml
      points/2026-11.toml
    ");
    assert_snapshot!(branch.read("points/2026-11.toml"), @r#"
    entries = [
      { id = "a5dput", date = 2026-11-06, member = "sun-lei", item = "good-deed", points = 1, note = "扶老" },
      { id = "xth3a3", date = 2026-11-06, member = "sun-lei", item = "good-deed", points = 1, note = "扶老" },
      { id = "uxw257", date = 2026-11-07, member = "zhao-gang", item = "complaint", points = -2 },
      { id = "sqcdcy", date = 2026-11-08, member = "zhao-gang", item = "late-materials" },
    ]
    "#);
    assert!(branch.run("import points p.csv --yes").contains("5 recorded already"));
    // A late row between the others, one that is there a third time, and one that was corrected.
    let later =
        POINTS.replace("2026.11.7,", "2026-11-06,孙磊,好人好事,1,扶老\n2026-11-02,孙磊,好人好事,2,\n2026.11.7,");
    branch.write("p.csv", later.replace("1.5分", "2"));
    assert_snapshot!(branch.run("import points p.csv --yes"), @"
    p.csv: UTF-8, parted by commas, headings in row 1
      日期: date
      姓名: name
      积分项: item
      分值: points
      事由: note
    2 added
      row 4 2026-11-06 孙磊 好人好事 +1; note: 扶老
      row 5 2026-11-02 孙磊 好人好事 +2
    1 recorded otherwise (--changed take corrects them)
      row 8 2026-10-09 赵刚 立功受奖、表彰 +2: points: +1.5 → +2
    4 recorded already: rows 2–3, 6–7
    --- stderr
    left 1 as recorded though the table has them otherwise: --changed take corrects them
    imported points from p.csv: 2 added
      points/2026-11.toml
    ");
    assert_snapshot!(branch.run("import points p.csv --yes --changed take"), @"
    p.csv: UTF-8, parted by commas, headings in row 1
      日期: date
      姓名: name
      积分项: item
      分值: points
      事由: note
    1 corrected
      row 8 2026-10-09 赵刚 立功受奖、表彰 +2: points: +1.5 → +2
    6 recorded already: rows 2–7
    --- stderr
    imported points from p.csv: 0 added, 1 changed
      points/2026-10.toml
    ");
    assert_snapshot!(branch.read("points/2026-10.toml"), @r#"
    entries = [
      { id = "25vfbe", date = 2026-10-09, member = "zhao-gang", item = "commended", points = 1.5, note = "市局", struck = "corrected by an import" },
      { id = "9ddcqy", date = 2026-10-09, member = "zhao-gang", item = "commended", points = 2, note = "市局" },
    ]
    "#);
    // What was struck is known, too: the old table brings nothing back.
    branch.write("p.csv", POINTS);
    assert!(branch.run("import points p.csv --yes").contains("5 recorded already"));
    assert_eq!(branch.contradictions(), Vec::<serde_json::Value>::new());
}

#[test]
fn what_is_recorded_otherwise_may_be_one_more() {
    let branch = Sandbox::branch();
    branch.run("points award 孙磊 good-deed 1 --on 2026-11-06 --note 扶老");
    branch.write("p.csv", "date,member,item,points,note\n2026-11-06,sun-lei,good-deed,1,救人\n");
    let told = branch.run("import points p.csv --yes --changed add");
    assert!(told.contains("1 added"), "{told}");
    assert_eq!(branch.read("points/2026-11.toml").matches("good-deed").count(), 2);
}

#[test]
fn the_rows_of_points_may_come_in_any_order() {
    let (one, other) = (Sandbox::branch(), Sandbox::branch());
    one.write("p.csv", POINTS);
    let (head, rows) = POINTS.split_once('\n').unwrap();
    let reversed: Vec<_> = rows.lines().rev().collect();
    other.write("p.csv", format!("{head}\n{}\n", reversed.join("\n")));
    for branch in [&one, &other] {
        branch.run("import points p.csv --yes");
    }
    for month in ["points/2026-10.toml", "points/2026-11.toml"] {
        assert_eq!(one.read(month), other.read(month));
    }
}

#[test]
fn points_that_the_rules_do_not_know_are_told() {
    let branch = Sandbox::branch();
    branch.write(
        "p.csv",
        "日期,姓名,积分项,分值\n2026-11-06,孙磊,好人好事,2.25\n2026-11-06,孙磊,好人好事,\n2026-11-06,孙磊,好人好事,-1\n2026-11-06,孙磊,按时参加组织生活,2\n2026-11-06,孙磊,发明,2\n2026-11-06,孙磊,表彰,11\n",
    );
    assert_snapshot!(branch.refused("import points p.csv --yes"), @"
    p.csv: UTF-8, parted by commas, headings in row 1
      日期: date
      姓名: name
      积分项: item
      分值: points
    6 unmatched
      row 2: 2.25 is not a number of points: one decimal at most, up to a million
      row 3: `好人好事` needs points, from 0.5 to 3
      row 4: `好人好事` is an award: use zhibu points award
      row 5: `按时参加组织生活` is reckoned from the meetings, not awarded by hand
      row 6
        no item `发明`
        help: zhibu rules show lists the items
      row 7: `立功受奖、表彰` is 1 to 10, not 11
    --- stderr
    error: rows 2–7 cannot be matched, nothing is imported
    help: put the table right, or pass over them with --skip-unmatched
    --- exit Some(1)
    ");
}

#[test]
fn closed_points_stay_closed() {
    let branch = Sandbox::branch().since("2026-01-01");
    branch.on("2026-11-01", "points post 2026-10 --until 2026-11-08");
    branch.on("2026-11-09", "points close 2026-10");
    branch.write("p.csv", "date,member,item,points\n2026-10-06,sun-lei,good-deed,1\n");
    let told = branch.refused("import points p.csv --yes");
    assert!(told.contains("2026-10") && told.contains("closed"), "{told}");
}

#[test]
fn study_and_dues_are_imported() {
    let branch = Sandbox::branch();
    branch.write("s.csv", "日期,姓名,学时,学习形式,学习内容,登记人\n2026年3月1日,赵刚,4学时,集中培训,党章,李敏\n2026年3月1日,孙磊,１．５,,党史,\n");
    assert_snapshot!(branch.run("import study s.csv --yes"), @"
    s.csv: UTF-8, parted by commas, headings in row 1
      日期: date
      姓名: name
      学时: hours
      学习形式: kind
      学习内容: title
      登记人: by
    2 added
      row 2 2026-03-01 赵刚 集中培训 4 h; title: 党章; by: li-min
      row 3 2026-03-01 孙磊 集体学习 1.5 h; title: 党史
    --- stderr
    imported study from s.csv: 2 added
      study/2026-03.toml
    ");
    assert_snapshot!(branch.read("study/2026-03.toml"), @r#"
    entries = [
      { id = "25vfbe", date = 2026-03-01, member = "zhao-gang", hours = 4, kind = "training", title = "党章", by = "li-min" },
      { id = "xth3a3", date = 2026-03-01, member = "sun-lei", hours = 1.5, kind = "collective", title = "党史" },
    ]
    "#);
    assert!(branch.run("import study s.csv --yes").contains("2 recorded already"));
    branch.write("d.csv", "党员,月份,实交金额,交纳日期\n赵刚,2026年1月,45.50,2026.1.20\n");
    assert_snapshot!(branch.refused("import dues d.csv --yes"), @"
    d.csv: UTF-8, parted by commas, headings in row 1
      党员: name
      月份: month
      实交金额: amount
      交纳日期: paid (paid on)
    1 unmatched
      row 2
        赵刚 has no approved amount for 2026-01
        help: approve one: zhibu dues set zhao-gang AMOUNT --from 2026-01
    --- stderr
    error: row 2 cannot be matched, nothing is imported
    help: put the table right, or pass over them with --skip-unmatched
    --- exit Some(1)
    ");
    branch.write("a.csv", "党员,起始月,金额\n赵刚,2026.01,45.5元\n孙磊,2026.1,30\n李敏,2026-01,三十\n");
    assert_snapshot!(branch.run("import dues a.csv --yes --skip-unmatched"), @r#"
    a.csv: UTF-8, parted by commas, headings in row 1
      党员: name
      起始月: from
      金额: amount
    1 added
      row 2 2026-01 赵刚 approved 45.50
    2 unmatched
      row 3
        `2026.1` may be January or October
        help: write 2026-11, 2026.11 or 2026年11月
      row 4: `三十` is no amount: write "45.50", in whole fen, at most a million yuan
    --- stderr
    imported dues from a.csv: 1 added
      dues/2026.toml
    "#);
    assert_snapshot!(branch.run("import dues d.csv --yes"), @"
    d.csv: UTF-8, parted by commas, headings in row 1
      党员: name
      月份: month
      实交金额: amount
      交纳日期: paid (paid on)
    1 added
      row 2 2026-01 赵刚 paid 45.50; paid on: 2026-01-20
    --- stderr
    imported dues from d.csv: 1 added
      dues/2026.toml
    ");
    assert_snapshot!(branch.read("dues/2026.toml"), @r#"
    amounts = [
      { id = "xth3a3", member = "zhao-gang", from = "2026-01", amount = "45.50" },
    ]
    payments = [
      { id = "25vfbe", month = "2026-01", member = "zhao-gang", amount = "45.50", paid = 2026-01-20 },
    ]
    "#);
    assert!(branch.run("import dues d.csv --yes").contains("1 recorded already"));
    branch.write("a.csv", "党员,起始月,金额\n赵刚,2026-07,50\n");
    assert_snapshot!(branch.refused("import dues a.csv --yes --quiet"), @"
    a.csv: UTF-8, parted by commas, headings in row 1
      党员: name
      起始月: from
      金额: amount
    1 unmatched
      row 2
        the dues of 赵刚 are 45.50 a month and fixed for 2026
        help: where it changes within the year, say why in a column `note`
    --- stderr
    error: row 2 cannot be matched, nothing is imported
    help: put the table right, or pass over them with --skip-unmatched
    --- exit Some(1)
    ");
    assert_eq!(branch.contradictions(), Vec::<serde_json::Value>::new());
}

#[test]
fn exports_of_study_are_tables_that_can_be_imported() {
    let branch = Sandbox::branch();
    branch.run("study log 孙磊,赵刚 4 --kind 集中培训 --title 学习党章 --on 11-05 --by 李敏");
    branch.run("study log wang-fang 1.5 --note =1+1 --on 11-06");
    for lang in ["zh", "en"] {
        branch.write("s.csv", branch.run(&format!("export --month 2026-11 --table study --lang {lang}")));
        let told = branch.run("import study s.csv --yes");
        assert!(told.contains("3 recorded already") && !told.contains("unmatched"), "{told}");
    }
}
