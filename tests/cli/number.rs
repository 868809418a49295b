//! The number by which an office knows a person: kept, found by, and known again in tables.

use super::sandbox::Sandbox;

#[track_caller]
fn has(told: &str, all: &[&str]) {
    for one in all {
        assert!(told.contains(one), "no {one:?} in\n{told}");
    }
}

/// A branch in which two people have a number, one by a command and one by a table.
fn numbered() -> Sandbox {
    let branch = Sandbox::branch();
    branch.run("member edit sun-lei --number ０２３４５６");
    branch.write("m.csv", "序号,警号,姓名,身份,加入日期\n1,000123,郑一,正式党员,2019-06-30\n");
    has(
        &branch.run("import members m.csv --yes"),
        &["警号: number (staff number)", "郑一 (zheng-yi): 正式党员 from 2019-06-30; number 000123"],
    );
    branch
}

#[test]
fn a_person_is_found_and_shown_by_the_number() {
    let branch = numbered();
    has(&branch.read("members/sun-lei.toml"), &["number = \"023456\""]);
    has(&branch.read("members/zheng-yi.toml"), &["name = \"郑一\"\nnumber = \"000123\"\n"]);
    has(&branch.run("member show 023456"), &["孙磊", "staff number", "023456"]);
    has(&branch.refused("member show 23456"), &["no member `23456`"]);
    has(&branch.refused("member edit zhao-gang --number 023456"), &["the number `023456` is that of sun-lei (孙磊)"]);
    has(&branch.refused("member add 吴二 --standing full --number 000123"), &["the number `000123` is that of"]);
    branch.run("member add 吴二 --standing full --number 000124");
    assert_eq!(branch.contradictions(), Vec::<serde_json::Value>::new());
    let file = branch.read("members/wu-er.toml");
    branch.write("members/wu-er.toml", file.replace("000124", "000123"));
    has(&branch.refused("check"), &["number-twice", "wu-er and zheng-yi both have the number `000123`"]);
}

#[test]
fn sheets_with_nothing_but_numbers_know_people_again() {
    let branch = numbered();
    branch.write("a.csv", "警号,2026-10-12,2026-10-19\n023456,√,×\n000123,√,√\n");
    let told = branch.run("import attendance a.csv --set kind=lecture --yes");
    has(&told, &["2026-10-12 专家讲座 孙磊: present", "2026-10-19 专家讲座 郑一: present"]);
    branch.write("s.csv", "工号,日期,学时\n000123,2026-10-12,2\n23456,2026-10-12,2\n");
    let told = branch.refused("import study s.csv --yes");
    has(&told, &["郑一 集体学习 2 h", "no member `23456`", "did you mean `023456`"]);
    // Number and name have to agree; a column that counts the rows is no number.
    branch.write("s.csv", "工号,姓名,日期,学时\n000123,孙磊,2026-10-12,2\n");
    has(&branch.refused("import study s.csv --yes"), &["`zheng-yi` does not bear the name `孙磊`"]);
    branch.write("s.csv", "工号,姓名,日期,学时\n1,孙磊,2026-10-12,2\n2,郑一,2026-10-12,2\n");
    has(&branch.run("import study s.csv"), &["工号: row numbers, not read", "2 added"]);
}

#[test]
fn tables_that_disagree_about_a_number_change_nothing_unasked() {
    let branch = numbered();
    branch.write("m.csv", "工号,姓名,身份,加入日期\n000123,郑一,正式党员,2019-06-30\n");
    has(&branch.run("import members m.csv"), &["1 recorded already"]);
    branch.write("m.csv", "工号,姓名\n000999,郑一\n");
    has(&branch.run("import members m.csv --yes"), &["staff number: 000123 → 000999", "--changed take"]);
    has(&branch.read("members/zheng-yi.toml"), &["number = \"000123\""]);
    branch.write("m.csv", "工号,姓名,身份,加入日期\n000123,钱七,正式党员,2019-06-30\n");
    has(&branch.refused("import members m.csv --yes"), &["the number is that of zheng-yi (郑一)"]);
    branch.write("m.csv", "工号,姓名,身份,加入日期\n7,钱七,正式党员,2019-06-30\n7,周八,正式党员,2019-06-30\n");
    has(&branch.refused("import members m.csv --yes"), &["rows 2–3 have the number `7`, and different names"]);
    branch.write("m.csv", "工号,姓名,身份,加入日期\n023456,孙三雷,正式党员,2019-06-30\n");
    has(&branch.refused("import members m.csv --yes"), &["that of sun-lei"]);
    // Namesakes are told apart by their numbers.
    branch.run("member edit wang-fang --number 31");
    branch.run("member edit wang-fang-2 --number 32");
    branch.write("s.csv", "警号,姓名,日期,学时\n32,王芳,2026-10-12,2\n");
    has(&branch.run("import study s.csv --yes"), &["1 added"]);
    has(&branch.read("study/2026-10.toml"), &["wang-fang-2"]);
}

#[test]
fn a_number_goes_with_the_person_who_is_erased() {
    let branch = numbered();
    branch.on("2026-11-22", "member leave zheng-yi --reason 调离");
    branch.run("member erase zheng-yi --why 本人申请 --yes");
    let left = branch.files().into_iter().filter(|(path, bytes)| {
        path.extension().is_some_and(|end| end == "toml") && String::from_utf8_lossy(bytes).contains("000123")
    });
    assert_eq!(left.count(), 0);
    has(&branch.read("members/anon-1.toml"), &["standing"]);
    // No table that goes out has numbers.
    branch.run("export --month 2026-10 --out out");
    let out = branch
        .files()
        .into_iter()
        .filter(|(path, bytes)| path.starts_with("out") && String::from_utf8_lossy(bytes).contains("023456"));
    assert_eq!(out.count(), 0);
}
