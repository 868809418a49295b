//! No table writes what `check` would call an error.

use insta::assert_snapshot;

use crate::sandbox::Sandbox;

/// The refusal of a table, behind what is told of its rows; nothing is written.
#[track_caller]
fn refused(branch: &Sandbox, of: &str, table: &str, more: &str) -> String {
    branch.write("t.csv", table);
    let told = branch.refused(&format!("import {of} t.csv --yes{more}"));
    assert!(branch.contradictions().is_empty());
    told[told.find("--- stderr").unwrap()..].to_owned()
}

#[test]
fn a_table_that_contradicts_the_records_is_told_by_its_rows() {
    let branch = Sandbox::branch();
    // A second secretary.
    let people = "name,standing,from,post\n钱一,full,2020-01-01,\n钱二,full,2020-01-01,secretary\n";
    assert_snapshot!(refused(&branch, "members", people, ""), @"
    --- stderr
    error: the records would contradict themselves after this
    error: row 3: 赵刚 is 书记 on 2026-11-23
    help: correct the table, or the records first, and import again; nothing was written
    --- exit Some(1)
    ");
    assert_snapshot!(refused(&branch, "members", people, " --dry-run"), @"
    --- stderr
    error: the records would contradict themselves after this
    error: row 3: 赵刚 is 书记 on 2026-11-23
    help: correct the table, or the records first, and import again; nothing was written
    --- exit Some(1)
    ");
    // Two of the rows themselves.
    let posts = "name,standing,from,post\n钱一,full,2020-01-01,discipline\n钱二,full,2020-01-01,discipline\n";
    assert_snapshot!(refused(&branch, "members", posts, ""), @"
    --- stderr
    error: the records would contradict themselves after this
    error: row 2: 钱二 is 纪检委员 on 2026-11-23
    help: correct the table, or the records first, and import again; nothing was written
    --- exit Some(1)
    ");
    // A group that ends while people are in it.
    let groups = "name,from,until\n刑侦党小组,2024-01-01,2026-06-30\n";
    assert_snapshot!(refused(&branch, "groups", groups, " --changed take --even-most"), @r#"
    --- stderr
    error: the records would contradict themselves after this
    members/sun-lei.toml:8:6: there is no 刑侦党小组 on 2026-07-01
      |
    8 | id = "criminal"
      |      ^^^^^^^^^^
    members/wang-fang.toml:8:6: there is no 刑侦党小组 on 2026-07-01
      |
    8 | id = "criminal"
      |      ^^^^^^^^^^
    members/zhao-gang.toml:8:6: there is no 刑侦党小组 on 2026-07-01
      |
    8 | id = "criminal"
      |      ^^^^^^^^^^
    help: correct the table, or the records first, and import again; nothing was written
    --- exit Some(1)
    "#);
    // Somebody at two meetings at a time.
    branch.run("meeting log committee --on 2026-11-05 --time 19:00-20:00");
    let meetings = "date,kind,group,time,those present\n2026-11-04,group,刑侦,19:30-20:30,孙磊、王芳、赵刚\n\
                    2026-11-05,group,刑侦,19:30-20:30,孙磊、王芳、赵刚\n";
    assert_snapshot!(refused(&branch, "meetings", meetings, ""), @"
    --- stderr
    error: the records would contradict themselves after this
    error: row 3: 赵刚 was at 2026-11-05 支委会 at the same time
    help: correct the table, or the records first, and import again; nothing was written
    --- exit Some(1)
    ");
    // What is good is taken.
    branch.write("t.csv", people.replace("secretary", ""));
    assert!(branch.run("import members t.csv --yes").contains("2 added"));
}

#[test]
fn what_was_wrong_before_is_no_reason() {
    let branch = Sandbox::branch();
    let text = branch.read("members/sun-lei.toml");
    branch.write("members/sun-lei.toml", text.replace("id = \"criminal\"", "id = \"crimnal\""));
    assert_eq!(branch.contradictions().len(), 1);
    branch.write("t.csv", "name,standing,from\n钱一,full,2020-01-01\n");
    assert!(branch.run("import members t.csv --yes").contains("1 added"));
}
