//! Where two rules meet on one day: people who join, leave or become exempt about the end of a year, beside shares that
//! are reckoned of that year; the day before, the day, the day after.

use insta::assert_snapshot;

use super::sandbox::Sandbox;

/// Runs lines that have to succeed.
#[track_caller]
fn does(branch: &Sandbox, lines: &[&str]) {
    for line in lines {
        let told = branch.run(&format!("{line} --no-commit"));
        assert!(!told.contains("exit"), "{line}: {told}");
    }
}

#[test]
fn the_base_of_a_grades_share_is_that_of_the_last_day_of_the_year() {
    let mut told = String::new();
    for (what, line) in [
        ("nobody", ""),
        ("leaves", "member leave 孙磊 --reason 调出 --from "),
        ("joins", "member add 新人 -s full --from "),
        ("joins on probation", "member add 新人 -s probationary --from "),
        ("is exempt", "member edit 孙磊 --class elder --from "),
    ] {
        for day in ["2025-12-30", "2025-12-31", "2026-01-01"] {
            let branch = Sandbox::branch().since("2025-01-01");
            does(&branch, &["appraisal record 孙磊 excellent --for 2025 --on 2025-12-20"]);
            if !line.is_empty() {
                does(&branch, &[&format!("{line}{day}")]);
            }
            let share = |branch: &Sandbox| {
                let list = branch.run("appraisal list --for 2025");
                list.split("优秀: ").nth(1).unwrap().lines().next().unwrap().to_owned()
            };
            let members = share(&branch);
            let rules = branch.read("rules/appraisal.toml");
            branch.write("rules/appraisal.toml", rules.replace("share-of = \"members\"", "share-of = \"appraised\""));
            told += &format!("{what} {day}: members {members}; appraised {}\n", share(&branch));
        }
    }
    // Who was graded and left before the end of the year is no member any more, and was appraised all the same.
    assert_snapshot!(told, @"
    nobody 2025-12-30: members 1, of 6 at most 2; appraised 1, of 6 at most 2
    nobody 2025-12-31: members 1, of 6 at most 2; appraised 1, of 6 at most 2
    nobody 2026-01-01: members 1, of 6 at most 2; appraised 1, of 6 at most 2
    leaves 2025-12-30: members 1, of 5 at most 1; appraised 1, of 6 at most 2
    leaves 2025-12-31: members 1, of 5 at most 1; appraised 1, of 6 at most 2
    leaves 2026-01-01: members 1, of 6 at most 2; appraised 1, of 6 at most 2
    joins 2025-12-30: members 1, of 7 at most 2; appraised 1, of 7 at most 2
    joins 2025-12-31: members 1, of 7 at most 2; appraised 1, of 7 at most 2
    joins 2026-01-01: members 1, of 6 at most 2; appraised 1, of 6 at most 2
    joins on probation 2025-12-30: members 1, of 7 at most 2; appraised 1, of 6 at most 2
    joins on probation 2025-12-31: members 1, of 7 at most 2; appraised 1, of 6 at most 2
    joins on probation 2026-01-01: members 1, of 6 at most 2; appraised 1, of 6 at most 2
    is exempt 2025-12-30: members 1, of 6 at most 2; appraised 1, of 6 at most 2
    is exempt 2025-12-31: members 1, of 6 at most 2; appraised 1, of 6 at most 2
    is exempt 2026-01-01: members 1, of 6 at most 2; appraised 1, of 6 at most 2
    ");
}

#[test]
fn the_share_carried_over_is_of_the_scheme_of_the_first_scored_day_whoever_leaves_and_comes_back() {
    let scheme = |from: &str, more: &str| format!("[[scheme]]\nfrom = {from}\n{more}\nperiod = \"year\"\nbase = 60\n");
    let rules = [
        scheme("2024-01-01", "until = 2025-12-31"),
        scheme("2026-01-01", "until = 2026-06-30") + "carry = { percent = 50, most = 100 }\n",
        scheme("2026-07-01", "") + "carry = { percent = 10, most = 100 }\n",
        "[[category]]\nid = \"a\"\nname = \"甲类\"\n".to_owned(),
    ];
    let mut told = String::new();
    for (left, back) in [
        ("", ""),
        ("2026-03-01", ""),
        ("2026-03-01", "2026-07-01"),
        ("2025-12-31", "2026-06-30"),
        ("2025-12-31", "2026-07-01"),
        ("2025-12-31", "2026-07-02"),
        ("2026-01-01", "2026-07-01"),
        ("2026-01-02", "2026-07-01"),
        ("2025-01-01", "2026-07-01"),
        ("2025-01-02", "2026-07-01"),
    ] {
        let branch = Sandbox::branch().since("2024-01-01");
        branch.write("rules/points.toml", rules.join("\n"));
        if !left.is_empty() {
            does(&branch, &[&format!("member leave 孙磊 --reason 调出 --from {left}")]);
        }
        if !back.is_empty() {
            does(&branch, &[&format!("member standing 孙磊 full --from {back}")]);
        }
        let csv = branch.run("points total -p 2026 --format csv");
        let row = csv.lines().find(|line| line.starts_with("sun-lei,"));
        let cells: Vec<_> = row.map_or_else(Vec::new, |row| row.split(',').collect());
        told += &format!(
            "left {left:10} back {back:10}: base {}, carried {}\n",
            cells.get(5).copied().unwrap_or("-"),
            cells.get(6).copied().unwrap_or("-")
        );
    }
    assert_snapshot!(told, @"
    left            back           : base 60, carried 30
    left 2026-03-01 back           : base 60, carried 30
    left 2026-03-01 back 2026-07-01: base 60, carried 30
    left 2025-12-31 back 2026-06-30: base 60, carried 30
    left 2025-12-31 back 2026-07-01: base 60, carried 6
    left 2025-12-31 back 2026-07-02: base 60, carried 6
    left 2026-01-01 back 2026-07-01: base 60, carried 6
    left 2026-01-02 back 2026-07-01: base 60, carried 30
    left 2025-01-01 back 2026-07-01: base 60, carried 
    left 2025-01-02 back 2026-07-01: base 60, carried 6
    ");
}
