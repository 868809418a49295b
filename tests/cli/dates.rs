use insta::assert_snapshot;

use super::sandbox::Sandbox;

/// The day that words mean, by the meeting that is logged on it. The day of all these calls is Monday, 2026-11-23.
#[track_caller]
fn case(words: &str, day: &str) {
    let branch = Sandbox::branch();
    let told = branch.run_words(&["meeting", "log", "党课", "--on", words, "--dry-run"]);
    assert!(told.contains(&format!("+date = {day}\n")), "{words}: {told}");
}

#[test]
fn days_as_people_say_them() {
    case("2026-11-05", "2026-11-05");
    case("11-05", "2026-11-05");
    case("today", "2026-11-23");
    case("yesterday", "2026-11-22");
    case("friday", "2026-11-20");
    case("今天", "2026-11-23");
    case("昨天", "2026-11-22");
    case("周五", "2026-11-20");
    case("上个星期五", "2026-11-20");
    case("5号", "2026-11-05");
    case("上月5号", "2026-10-05");
    case("十一月五日", "2026-11-05");
}

#[test]
fn periods_as_people_say_them() {
    let branch = Sandbox::branch();
    for day in ["2025-12-31", "01-01", "06-30", "10-31", "11-01"] {
        branch.run(&format!("meeting log 党课 --on {day} --no-commit"));
    }
    let days = |period: &str| {
        let csv = branch.run(&format!("meeting list --period {period} --format csv"));
        csv.lines().skip(1).map(|line| line.split(',').next().unwrap()[..10].to_owned()).collect::<Vec<_>>().join(" ")
    };
    let all = "2025-12-31 2026-01-01 2026-06-30 2026-10-31 2026-11-01";
    for (period, expected) in [
        ("2026-11", "2026-11-01"),
        ("this-month", "2026-11-01"),
        ("本月", "2026-11-01"),
        ("last-month", "2026-10-31"),
        ("上月", "2026-10-31"),
        ("2026Q4", "2026-10-31 2026-11-01"),
        ("2026H1", "2026-01-01 2026-06-30"),
        ("2026-06..2026-10", "2026-06-30 2026-10-31"),
        ("今年", &all[11..]),
        ("2025..2026", all),
    ] {
        assert_eq!(days(period), expected, "{period}");
    }
}

#[test]
fn the_day_before_and_the_day_after_a_change_differ() {
    let branch = Sandbox::branch();
    branch.run("member move 孙磊 office --from 2026-11-10");
    branch.run("member leave 李敏 --reason 调出 --from 2026-11-15");
    let due = |day: &str, group: &str| {
        let told = branch.run(&format!("meeting log group -g {group} --on {day} --no-commit --dry-run"));
        told.lines().filter_map(|line| line.strip_prefix("+  \"")?.strip_suffix("\",")).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(due("2026-11-09", "criminal"), "sun-lei wang-fang zhao-gang");
    assert_eq!(due("2026-11-10", "criminal"), "wang-fang zhao-gang");
    assert_eq!(due("2026-11-14", "office"), "li-min sun-lei wang-fang-2 xu-nuo");
    assert_eq!(due("2026-11-15", "office"), "sun-lei wang-fang-2 xu-nuo");
}

#[test]
fn a_post_that_ends_later_is_still_held() {
    let branch = Sandbox::branch();
    assert_snapshot!(branch.run("member post 赵刚 secretary --until 2027-01-01"), @"
    --- stderr
    赵刚 is 书记 until 2027-01-01
      members/zhao-gang.toml
    ");
    assert!(branch.run("member list").contains("书记"));
    assert_snapshot!(branch.run("member post 孙磊 group-leader --until 2026-11-22"), @"
    --- stderr
    孙磊 is no longer 党小组组长, last day 2026-11-22
      members/sun-lei.toml
    ");
    assert!(!branch.run("group list").contains("孙磊"));
}

#[test]
fn days_in_the_records_that_do_not_exist() {
    let branch = Sandbox::branch();
    let year = |day: &str| format!("name = \"x\"\n[[standing]]\nis = \"full\"\nfrom = {day}\n");
    for day in ["2026-02-30", "0001-01-01", "9999-12-31", "99999-01-01", "2026-13-01", "2026-11-23T10:00:00"] {
        branch.write("members/x.toml", year(day));
        let told = branch.refused("member list");
        assert!(told.contains("members/x.toml:4:8: "), "{day}: {told}");
    }
}
