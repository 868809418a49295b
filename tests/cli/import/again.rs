//! What goes out as a table and comes in again, and rows that say nothing to be recorded.

use crate::sandbox::Sandbox;

#[track_caller]
fn has(told: &str, all: &[&str]) {
    for one in all {
        assert!(told.contains(one), "no {one:?} in\n{told}");
    }
}

#[test]
fn months_that_nobody_paid_are_nothing_to_record() {
    let branch = Sandbox::branch();
    for line in ["dues set sun-lei 45.50 --from 2026-01", "dues set zhao-gang 60 --from 2026-01"] {
        branch.run(line);
    }
    branch.run("dues pay sun-lei 2026-11 --on 2026-11-08");
    branch.run("report dues --period 2026-11 -o d.csv");
    let told = branch.run("import dues d.csv --yes");
    has(&told, &["1 recorded already: row", " with nothing to record", "nothing was paid", "nothing changed"]);
}

#[test]
fn several_payments_of_a_month_are_one_row_that_is_known() {
    let branch = Sandbox::branch();
    branch.run("dues set sun-lei 45.50 --from 2026-01");
    branch
        .write("p.csv", "month,member,amount,paid\n2026-10,sun-lei,20,2026-10-08\n2026-10,sun-lei,25.50,2026-10-12\n");
    branch.run("import dues p.csv --yes");
    branch.run("report dues --period 2026-10 -o d.csv");
    has(&branch.run("import dues d.csv --yes"), &["1 recorded already", "nothing changed"]);
    branch.write("d.csv", branch.read("d.csv").replace("45.50,0.00", "40.00,5.50"));
    has(&branch.refused("import dues d.csv"), &["sums up several payments", "zhibu dues list --format csv"]);
}

#[test]
fn a_list_with_amounts_and_payments_is_read_in_one_pass() {
    let branch = Sandbox::branch();
    branch.write(
        "d.csv",
        "month,member,what,amount,paid,struck\n2026-01,sun-lei,approved,45.50,,\n2026-02,sun-lei,交纳,45.50,2026-02-03,\n2026-03,sun-lei,paid,9,2026-03-03,wrong\n",
    );
    let told = branch.run("import dues d.csv --yes");
    has(&told, &["2 added", "1 with nothing to record", "struck in the table"]);
    has(&branch.read("dues/2026.toml"), &["from = \"2026-01\", amount = \"45.50\"", "paid = 2026-02-03"]);
    assert!(!branch.read("dues/2026.toml").contains("2026-03"));
    branch.write("d.csv", "month,member,what,amount,paid\n2026-01,sun-lei,owed,45.50,\n");
    has(&branch.refused("import dues d.csv"), &["neither an approved amount nor a payment"]);
}

#[test]
fn the_lines_of_points_that_follow_from_records_are_nothing_to_record() {
    let branch = Sandbox::branch();
    branch.run("points award sun-lei commended 2 --on 2026-11-03");
    branch.run("meeting log lecture --on 2026-11-05");
    branch.write("p.csv", branch.run("export --month 2026-11 --table points_detail").split("\n---").next().unwrap());
    let told = branch.run("import points p.csv --yes");
    has(&told, &["1 recorded already", "the points follow from other records", "nothing changed"]);
    assert!(!told.contains("unmatched"), "{told}");
}

#[test]
fn empty_cells_and_numbered_rows_say_nothing() {
    let branch = Sandbox::branch();
    branch.write("a.csv", "序号,姓名,状态\n1,赵刚,出席\n2,孙磊,\n3,,\n");
    let told = branch.run("import attendance a.csv --set date=2026-11-05 --set kind=lecture --yes");
    has(
        &told,
        &["1 added", "2 with nothing to record", "row 3: state is empty", "row 4: only columns that are not read"],
    );
    branch.write("s.csv", "姓名,学时\n赵刚,2\n孙磊,\n");
    has(&branch.run("import study s.csv --set date=2026-11-05 --yes"), &["1 added", "row 3: hours is empty"]);
    branch.write("p.csv", "姓名,分值\n赵刚,2\n孙磊,\n");
    let told = branch.run("import points p.csv --set date=2026-11-05 --set item=commended --yes");
    has(&told, &["1 added", "row 3: points is empty"]);
}

#[test]
fn a_report_is_written_as_the_directory_says() {
    let branch = Sandbox::branch();
    branch.run("study log sun-lei 3 --on 2026-11-05");
    has(&branch.run("report study --period 2026-11 -o s.csv"), &["wrote 1 row to s.csv"]);
    assert!(branch.read("s.csv").starts_with('\u{feff}'), "{}", branch.read("s.csv"));
    branch.write("zhibu.toml", branch.read("zhibu.toml").replace("bom = true", "bom = false"));
    branch.run("report study --period 2026-11 -o s.csv");
    assert!(!branch.read("s.csv").starts_with('\u{feff}'), "{}", branch.read("s.csv"));
    branch.run("report study --period 2026-11 -o s.xlsx");
    has(&branch.run("import study s.xlsx --yes"), &["nothing changed"]);
    has(
        &branch.refused("report study -o s.txt"),
        &["`s.txt` does not say what to write", "end the name in .csv or .xlsx"],
    );
    assert!(branch.run("report study --period 2026-11 -o new.csv --dry-run").contains("new.csv"));
    assert!(!branch.root().join("new.csv").exists());
}

#[test]
fn the_sheet_of_the_month_is_found_by_its_name() {
    let branch = Sandbox::branch();
    branch.run("study log sun-lei 3 --on 2026-11-05");
    branch.run("export --month 2026-11 -o month.xlsx");
    for what in ["members", "study"] {
        has(&branch.run(&format!("import {what} month.xlsx --yes")), &["recorded already", "nothing changed"]);
    }
}

#[test]
fn a_dry_run_says_why_rows_cannot_be_matched() {
    let branch = Sandbox::branch();
    branch.write("s.csv", "姓名,学时\n钱七,2\n");
    let told = branch.refused("import study s.csv --set date=2026-11-05 --dry-run");
    has(&told, &["no member `钱七`", "row 2 cannot be matched"]);
}
