use insta::assert_snapshot;

use crate::sandbox::Sandbox;

#[test]
fn people_are_shown_first_and_then_imported_all_at_once() {
    let branch = Sandbox::branch();
    branch.write(
        "list.csv",
        "2026年党员名册,,,,,\n序号,姓名,身份,加入日期,党小组,职务\n1,周　洋,群众,2026.3.1,,\n2,吴迪,正式党员,2024年4月1日,刑侦,宣传委员\n3,欧阳娜娜,预备党员,2026/11/5,综合党小组,\n",
    );
    assert_snapshot!(branch.run("import members list.csv"), @"
    list.csv: UTF-8, parted by commas, headings in row 2
      序号: not read
      姓名: name
      身份: standing
      加入日期: from
      党小组: group
      职务: post
    3 added
      of 3: 2 in a group, 1 with a post, 0 with a class
      row 3 added 周洋 (zhou-yang): 群众 from 2026-03-01
      row 4 added 吴迪 (wu-di): 正式党员 from 2024-04-01; 刑侦党小组 from 2024-04-01; 宣传委员 (first day unknown)
      row 5 added 欧阳娜娜 (ouyang-nana): 预备党员 from 2026-11-05; 综合党小组 from 2026-11-05
    --- stderr
    this was only shown, nothing is written; add --yes to import it
    ");
    assert!(!branch.root().join("members/zhou-yang.toml").exists());
    assert_snapshot!(branch.run("import members list.csv --yes --quiet"), @"
    list.csv: UTF-8, parted by commas, headings in row 2
      序号: not read
      姓名: name
      身份: standing
      加入日期: from
      党小组: group
      职务: post
    3 added
      of 3: 2 in a group, 1 with a post, 0 with a class
      row 3 added 周洋 (zhou-yang): 群众 from 2026-03-01
      row 4 added 吴迪 (wu-di): 正式党员 from 2024-04-01; 刑侦党小组 from 2024-04-01; 宣传委员 (first day unknown)
      row 5 added 欧阳娜娜 (ouyang-nana): 预备党员 from 2026-11-05; 综合党小组 from 2026-11-05
    ");
    assert_snapshot!(branch.read("members/wu-di.toml"), @r#"
    name = "吴迪"

    [[standing]]
    is = "full"
    from = 2024-04-01

    [[group]]
    id = "criminal"
    from = 2024-04-01

    [[post]]
    id = "publicity"
    "#);
    assert_snapshot!(branch.git(&["log", "-1", "--format=%s", "--stat"]), @"
    imported members from list.csv: 3 added

     members/ouyang-nana.toml |  9 +++++++++
     members/wu-di.toml       | 12 ++++++++++++
     members/zhou-yang.toml   |  5 +++++
     3 files changed, 26 insertions(+)
    ");
    assert_snapshot!(branch.run("import members list.csv --yes"), @"
    list.csv: UTF-8, parted by commas, headings in row 2
      序号: not read
      姓名: name
      身份: standing
      加入日期: from
      党小组: group
      职务: post
    3 recorded already: rows 3–5
    --- stderr
    nothing changed: the records say so already
    ");
    assert_eq!(branch.contradictions(), Vec::<serde_json::Value>::new());
}

#[test]
fn a_dry_run_shows_the_files_and_a_pipe_gets_a_table() {
    let branch = Sandbox::branch();
    branch.write("list.csv", "name;standing;joined\nAda Berg;staff;2026-01-05\n赵刚;full;2010-01-01\n");
    assert_snapshot!(branch.run("import members list.csv --dry-run"), @r#"
    --- /dev/null
    +++ b/members/ada-berg.toml
    @@ -0,0 +1,5 @@
    +name = "Ada Berg"
    +
    +[[standing]]
    +is = "staff"
    +from = 2026-01-05
    "#);
    assert_snapshot!(branch.run("import members list.csv --format csv"), @"
    row,becomes,says,details,cure
    2,added,added Ada Berg (ada-berg): 群众 from 2026-01-05,,
    3,same,赵刚,,
    --- stderr
    this was only shown, nothing is written; add --yes to import it
    ");
    assert_snapshot!(branch.run("import members list.csv --format json --lang zh"), @r#"
    [
      {"row":2,"becomes":"added","says":"新增 Ada Berg（ada-berg）：群众，2026-01-05 起","details":[],"cure":null},
      {"row":3,"becomes":"same","says":"赵刚","details":[],"cure":null}
    ]
    --- stderr
    只是预览，什么也没有写；加 --yes 导入
    "#);
}

#[test]
fn what_is_recorded_otherwise_is_told_and_taken_only_when_asked() {
    let branch = Sandbox::branch();
    branch.write("list.csv", "姓名,身份,加入日期,离开日期,离开原因\n孙磊,正式党员,2012-02-01,,\n许诺,预备党员,2026-02-01,2026-11-01,调离\n赵刚,正式党员,2010-01-01,,\n");
    assert_snapshot!(branch.run("import members list.csv --yes"), @"
    list.csv: UTF-8, parted by commas, headings in row 1
      姓名: name
      身份: standing
      加入日期: from
      离开日期: left
      离开原因: left-reason (left because)
    2 recorded otherwise (--changed take corrects them)
      row 2 孙磊: from: 2012-01-01 → 2012-02-01
      row 3 许诺: left: (nothing) → 2026-11-01
    1 recorded already: row 4
    --- stderr
    left 2 as recorded though the table has them otherwise: --changed take corrects them
    nothing changed: the records say so already
    ");
    assert_snapshot!(branch.run("import members list.csv --yes --changed take"), @"
    list.csv: UTF-8, parted by commas, headings in row 1
      姓名: name
      身份: standing
      加入日期: from
      离开日期: left
      离开原因: left-reason (left because)
    2 corrected
      row 2 孙磊: from: 2012-01-01 → 2012-02-01
      row 3 许诺: left: (nothing) → 2026-11-01
    1 recorded already: row 4
    --- stderr
    imported members from list.csv: 0 added, 2 changed
      members/sun-lei.toml
      members/xu-nuo.toml
    points moved: 许诺 2026-11: 60 → not scored
    ");
    assert_snapshot!(branch.read("members/xu-nuo.toml"), @r#"
    name = "许诺"

    [[standing]]
    is = "probationary"
    from = 2026-02-01

    [[standing]]
    is = "left"
    from = 2026-11-01
    reason = "调离"

    [[group]]
    id = "office"
    from = 2026-02-01
    "#);
    assert_snapshot!(branch.run("import members list.csv --yes --changed take --quiet"), @"
    list.csv: UTF-8, parted by commas, headings in row 1
      姓名: name
      身份: standing
      加入日期: from
      离开日期: left
      离开原因: left-reason (left because)
    3 recorded already: rows 2–4
    ");
    branch.write("list.csv", "姓名,身份,加入日期\n孙磊,群众,2011-02-01\n");
    assert_snapshot!(branch.refused("import members list.csv --yes --changed take"), @"
    list.csv: UTF-8, parted by commas, headings in row 1
      姓名: name
      身份: standing
      加入日期: from
    1 unmatched
      row 2
        孙磊: standing: (nothing) → 群众 from 2011-02-01 cannot be taken
        help: to add something earlier, edit members/sun-lei.toml
    --- stderr
    error: row 2 cannot be matched, nothing is imported
    help: put the table right, or pass over them with --skip-unmatched
    --- exit Some(1)
    ");
}

#[test]
fn namesakes_are_never_guessed() {
    let branch = Sandbox::branch();
    branch.write(
        "list.csv",
        "姓名,身份,加入日期\n王芳,正式党员,2014-01-01\n周洋,群众,2026-01-01\n周洋,群众,2026-02-01\n",
    );
    assert_snapshot!(branch.refused("import members list.csv --yes"), @"
    list.csv: UTF-8, parted by commas, headings in row 1
      姓名: name
      身份: standing
      加入日期: from
    3 unmatched
      row 2
        `王芳` is more than one member
        help: write the id, or add a column `id` with it: wang-fang (王芳, 刑侦党小组), wang-fang-2 (王芳, 综合党小组)
      rows 3–4 (2 rows)
        rows 3–4 bear the name `周洋`
        help: add a column `id` that says who is who, as in wang-fang-2
    --- stderr
    error: rows 2–4 cannot be matched, nothing is imported
    help: put the table right, or pass over them with --skip-unmatched
    --- exit Some(1)
    ");
    branch.write(
        "list.csv",
        "编号,姓名,身份,加入日期\nwang-fang,王芳,正式党员,2014-01-01\nzhou-yang,周洋,群众,2026-01-01\nzhou-yang-2,周洋,群众,2026-02-01\n",
    );
    assert_snapshot!(branch.run("import members list.csv --yes --quiet"), @"
    list.csv: UTF-8, parted by commas, headings in row 1
      编号: member (id)
      姓名: name
      身份: standing
      加入日期: from
    2 added
      of 2: 0 in a group, 0 with a post, 0 with a class
      row 3 added 周洋 (zhou-yang): 群众 from 2026-01-01
      row 4 added 周洋 (zhou-yang-2): 群众 from 2026-02-01
    1 recorded already: row 2
    ");
}

#[test]
fn somebody_may_come_twice() {
    let branch = Sandbox::branch();
    let rows = ["zhou-yang,周洋,群众,2020-01-01,2021-06-30,借调", "zhou-yang,周洋,群众,2023-01-01,,"];
    for (at, rows) in [[rows[0], rows[1]], [rows[1], rows[0]]].iter().enumerate() {
        branch.write("list.csv", format!("编号,姓名,身份,加入日期,离开日期,离开原因\n{}\n", rows.join("\n")));
        let told = branch.run("import members list.csv --yes --quiet");
        assert!(told.contains(if at == 0 { "2 added" } else { "2 recorded already: rows 2–3" }), "{told}");
    }
    assert_snapshot!(branch.read("members/zhou-yang.toml"), @r#"
    name = "周洋"

    [[standing]]
    is = "staff"
    from = 2020-01-01

    [[standing]]
    is = "left"
    from = 2021-06-30
    reason = "借调"

    [[standing]]
    is = "staff"
    from = 2023-01-01
    "#);
    branch.write(
        "list.csv",
        "编号,姓名,身份,加入日期,离开日期\nhe-jun,何军,群众,2020-01-01,\nhe-jun,何军,群众,2023-01-01,\n",
    );
    assert_snapshot!(branch.refused("import members list.csv --yes"), @"
    list.csv: UTF-8, parted by commas, headings in row 1
      编号: member (id)
      姓名: name
      身份: standing
      加入日期: from
      离开日期: left
    2 unmatched
      row 2: it is of the same person as row 3
      row 3
        何军 had not left when coming on 2023-01-01
        help: the row before needs the day of leaving, and the next one a later day
    --- stderr
    error: rows 2–3 cannot be matched, nothing is imported
    help: put the table right, or pass over them with --skip-unmatched
    --- exit Some(1)
    ");
}

#[test]
fn nothing_is_guessed_from_an_ambiguous_cell() {
    let branch = Sandbox::branch();
    branch.write("list.csv", "姓名,身份,加入日期\n甲一,群众,11/5/2026\n乙二,群众,26.11.5\n丙三,群众,去年\n丁四,党员,2026-01-01\n,群众,2026-01-01\n戊五,,2026-01-01\n己六,群众,\n庚七,群众,2026-02-29\n");
    assert_snapshot!(branch.refused("import members list.csv --yes"), @"
    list.csv: UTF-8, parted by commas, headings in row 1
      姓名: name
      身份: standing
      加入日期: from
    8 unmatched
      rows 2–3 (2 rows)
        column `加入日期`: `11/5/2026` may be one of two days
        column `加入日期`: `26.11.5` may be one of two days
        help: say --date-order mdy or dmy; the year has to have four digits
      rows 4, 9 (2 rows)
        column `加入日期`: `去年` is no day
        column `加入日期`: `2026-02-29` is no day
        help: write 2026-11-05, 2026.11.5, 2026/11/5 or 2026年11月5日
      row 5
        `党员` is more than one standing
        help: write the id: probationary (预备党员), full (正式党员)
      row 6: name is empty
      row 7
        it is not said what `戊五` is
        help: add a column `standing`, or say --set standing=…
      row 8
        it is not said since when there is `己六`
        help: say it in a column, with a heading such as `joined` or `from`; or where it is not said --set from=2026-01-01
    --- stderr
    error: rows 2–9 cannot be matched, nothing is imported
    help: put the table right, or pass over them with --skip-unmatched
    --- exit Some(1)
    ");
    assert_snapshot!(branch.refused("import members list.csv --yes --lang zh"), @"
    list.csv：UTF-8，用逗号分列，表头在第 1 行
      姓名：name（姓名）
      身份：standing（身份）
      加入日期：from（起）
    对不上 8 行
      第 2–3 行（2 行）
        “加入日期”列：“11/5/2026”可能是两个日期之一
        “加入日期”列：“26.11.5”可能是两个日期之一
        建议：加 --date-order mdy（先月后日）或 dmy（先日后月）；年份要写四位
      第 4、9 行（2 行）
        “加入日期”列：“去年”不是日期
        “加入日期”列：“2026-02-29”不是日期
        建议：写 2026-11-05、2026.11.5、2026/11/5 或 2026年11月5日
      第 5 行
        “党员”对应不止一个身份
        建议：写编号：probationary (预备党员)、full (正式党员)
      第 6 行：“姓名”是空的
      第 7 行
        没有写“戊五”是什么身份
        建议：加一列“身份”，或对空着的用 --set standing=…
      第 8 行
        没有写“己六”从哪天起
        建议：加一列写明从哪天起，表头如“加入日期”“转入日期”“起始日期”；或对空着的用 --set from=2026-01-01
    --- stderr
    错误：第 2–9 行对不上，没有导入
    建议：改好表格再来，或用 --skip-unmatched 跳过它们
    --- exit Some(1)
    ");
    branch.write("list.csv", "姓名,身份,加入日期\n甲一,群众,11/5/2025\n");
    let told = branch.run("import members list.csv --date-order dmy --dry-run");
    assert!(told.contains("from = 2025-05-11"), "{told}");
}

#[test]
fn the_mapping_is_shown_and_can_be_kept_and_put_right() {
    let branch = Sandbox::branch();
    branch.write("list.csv", "党员,何时来,党员姓名\nx,2026-01-05,周洋\n");
    assert_snapshot!(branch.refused("import members list.csv --set standing=staff"), @r#"
    --- stderr
    error: `党员 (A)` and `党员姓名 (C)` both look like name
    help: say in a file of --map which is which; "" is for a column that is not read
    --- exit Some(1)
    "#);
    assert_snapshot!(branch.run("import members list.csv --set standing=staff --map map.toml"), @r#"
    --- stderr
    wrote which column is which field to map.toml: change it and use it again
    error: `党员 (A)` and `党员姓名 (C)` both look like name
    help: say in a file of --map which is which; "" is for a column that is not read
    --- exit Some(1)
    "#);
    assert_snapshot!(branch.read("map.toml"), @r#"
    # Which heading of the table is which field; a column with "" is not read.
    # Fields: member (id), number (staff number), name, standing, from, here (here from), since-applicant (applicant from), since-activist (activist from), since-candidate (candidate from), since-probationary (probationary from), since-full (full from), left, left-reason (left because), group, group-from (group from), post, post-from (post from), class, note
    # [set] says what holds where a cell is empty or there is no column, as in kind = "board"; [values.state] what words in the table mean, as in "V" = "present";
    # date-order = "mdy" or "dmy" what comes first in 11/5/2026.

    [columns]
    "党员" = "name"
    "何时来" = ""
    "党员姓名" = "name"

    [set]
    standing = "staff"
    "#);
    branch.write("map.toml", "[columns]\n\"党员\" = \"\"\n\"何时来\" = \"from\"\n[set]\nstanding = \"staff\"\n");
    assert_snapshot!(branch.run("import members list.csv --map map.toml --yes --quiet"), @"
    list.csv: UTF-8, parted by commas, headings in row 1
      党员: not read
      何时来: from
      党员姓名: name
      standing: `staff` where nothing is said
    1 added
      of 1: 0 in a group, 0 with a post, 0 with a class
      row 2 added 周洋 (zhou-yang): 群众 from 2026-01-05
    ");
    branch.write("map.toml", "[columns]\n\"党员\" = \"nmae\"\n[sets]\n");
    assert_snapshot!(branch.refused("import members list.csv --map map.toml"), @"
    --- stderr
    error: no field `nmae`
    help: did you mean `name`?
    error: `sets` says nothing in a file of --map: there are texts in [columns], [set] and [values.FIELD], and date-order
    --- exit Some(1)
    ");
    branch.write("map.toml", "[columns\n");
    assert_snapshot!(branch.refused("import members list.csv --map map.toml"), @"
    --- stderr
    error: the file of --map is no TOML, line 1: unclosed table, expected `]`
    --- exit Some(1)
    ");
    assert_snapshot!(branch.refused("import members list.csv --set nmae=x"), @"
    --- stderr
    error: no field `nmae`
    help: did you mean `name`?
    --- exit Some(2)
    ");
    assert_snapshot!(branch.refused("import members list.csv --set name"), @"
    --- stderr
    error: `name` is not FIELD=VALUE, as in --set kind=board
    --- exit Some(2)
    ");
}

#[test]
fn what_is_no_table_is_refused() {
    let branch = Sandbox::branch();
    assert_snapshot!(branch.refused("import members none.csv"), @"
    --- stderr
    error: failed to read `none.csv`: it is not there
    --- exit Some(1)
    ");
    branch.write("list.csv", "");
    assert_snapshot!(branch.refused("import members list.csv"), @"
    --- stderr
    error: the table is empty
    --- exit Some(1)
    ");
    branch.write("list.csv", b"\x81\x00\xff");
    assert_snapshot!(branch.refused("import members list.csv"), @"
    --- stderr
    error: this is not UTF-8, and read as GBK it is hardly Chinese
    help: name the encoding, as in --encoding windows-1252, big5, shift_jis or euc-kr, or gbk if it is that; or save it as UTF-8
    --- exit Some(1)
    ");
    branch.write("list.csv", "a,b\n1,2\n");
    assert_snapshot!(branch.refused("import members list.csv"), @"
    --- stderr
    error: none of the headings is known (UTF-8, parted by commas); the first rows as they are read:
      row 1: a | b
      row 2: 1 | 2
    help: fields there are: id, staff number, name, standing, from, here from, applicant from, activist from, candidate from, probationary from, full from, left, left because, group, group from, post, post from, class, note; say in a file of --map which column is which
    --- exit Some(1)
    ");
    branch.write("list.csv", ",".repeat(1_000_000));
    assert_snapshot!(branch.refused("import members list.csv"), @"
    --- stderr
    error: more than 200 columns
    help: save a copy with only the sheet, rows and columns that matter
    --- exit Some(1)
    ");
    branch.write("list.csv", "x".repeat(17 * 1024 * 1024));
    assert_snapshot!(branch.refused("import members list.csv"), @"
    --- stderr
    error: `list.csv` is longer than 16384 KB
    help: keep only the part that matters, or divide it
    --- exit Some(1)
    ");
}

#[test]
fn a_table_that_changes_most_records_stops_with_the_numbers() {
    let branch = Sandbox::branch();
    branch.write(
        "list.csv",
        "编号,姓名,加入日期\nzhao-gang,赵刚,2011-01-01\nsun-lei,孙磊,2013-01-01\nwang-fang,王芳,2015-01-01\nwang-fang-2,王芳,2016-01-01\nli-min,李敏,2017-01-01\n",
    );
    assert_snapshot!(branch.refused("import members list.csv --yes --changed take --quiet"), @"
    list.csv: UTF-8, parted by commas, headings in row 1
      编号: member (id)
      姓名: name
      加入日期: from
    5 corrected
      row 2 赵刚: from: 2010-01-01 → 2011-01-01
      row 3 孙磊: from: 2012-01-01 → 2013-01-01
      row 4 王芳 (刑侦党小组): from: 2014-01-01 → 2015-01-01
      row 5 王芳 (综合党小组): from: 2015-01-01 → 2016-01-01
      row 6 李敏: from: 2016-01-01 → 2017-01-01
    --- stderr
    error: 5 of 8 records would be changed
    help: see whether a column is taken for another; where it is meant, add --even-most
    --- exit Some(1)
    ");
    let told = branch.run("import members list.csv --yes --changed take --even-most --quiet");
    assert!(told.contains("5 corrected") && !told.contains("exit"), "{told}");
}

#[test]
fn groups_are_imported_in_any_encoding() {
    let branch = Sandbox::branch();
    // 名称\t成立日期\n治安组\t2026.1.5\n, as Excel in China saves it.
    branch.write(
        "g.csv",
        b"\xc3\xfb\xb3\xc6\t\xb3\xc9\xc1\xa2\xc8\xd5\xc6\xda\r\n\xd6\xce\xb0\xb2\xd7\xe9\t2026.1.5\r\n",
    );
    assert_snapshot!(branch.run("import groups g.csv --yes"), @"
    g.csv: GB18030, parted by tabs, headings in row 1
      名称: name
      成立日期: from
    1 added
      row 2 added 治安组, from 2026-01-05
    --- stderr
    imported groups from g.csv: 1 added
      groups/zhi-an.toml
    ");
    assert_snapshot!(branch.run("import groups g.csv --yes --quiet"), @"
    g.csv: GB18030, parted by tabs, headings in row 1
      名称: name
      成立日期: from
    1 recorded already: row 2
    ");
    branch.write("g.csv", "name,from,until,note\n治安组,2026-01-05,2026-06-30,合并\n无始组,,,\n治安组,2026-01-05,,\n");
    assert_snapshot!(branch.refused("import groups g.csv --yes"), @"
    g.csv: UTF-8, parted by commas, headings in row 1
      name: name
      from: from
      until: until
      note: note
    1 recorded otherwise (--changed take corrects them)
      row 2 治安组
        until: (nothing) → 2026-06-30
        note: (nothing) → 合并
    2 unmatched
      row 3
        it is not said since when there is `无始组`
        help: say it in a column, with a heading such as `joined` or `from`; or where it is not said --set from=2026-01-01
      row 4
        `治安组` is in row 2 already
        help: take one out; where they are two, give each an id
    --- stderr
    left 1 as recorded though the table has them otherwise: --changed take corrects them
    error: rows 3–4 cannot be matched, nothing is imported
    help: put the table right, or pass over them with --skip-unmatched
    --- exit Some(1)
    ");
    branch.write("g.csv", "name,from,until,note\n治安组,2026-01-05,2026-06-30,合并\n");
    assert_snapshot!(branch.run("import groups g.csv --yes --changed take --quiet"), @"
    g.csv: UTF-8, parted by commas, headings in row 1
      name: name
      from: from
      until: until
      note: note
    1 corrected
      row 2 治安组
        until: (nothing) → 2026-06-30
        note: (nothing) → 合并
    ");
    assert_snapshot!(branch.read("groups/zhi-an.toml"), @r#"
    name = "治安组"
    from = 2026-01-05
    until = 2026-06-30
    note = "合并"
    "#);
}
