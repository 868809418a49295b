//! People who leave and come back, move and are exempt for a time: the day before, the day, the day after.

use insta::assert_snapshot;
use serde_json::Value;

use super::sandbox::Sandbox;
use super::sealed::on;

/// The rows of a table, as JSON.
fn rows(branch: &Sandbox, line: &str) -> Vec<Value> {
    let told = branch.run(&format!("-q {line} --format json"));
    if told.is_empty() { vec![] } else { serde_json::from_str(&told).unwrap_or_else(|_| panic!("{line}: {told}")) }
}

/// What a column says in the rows of somebody.
fn of(branch: &Sandbox, line: &str, who: &str, column: &str) -> String {
    let own = rows(branch, line).into_iter().filter(|row| row["member"] == who);
    let told: Vec<_> = own.map(|row| row[column].to_string().trim_matches('"').to_owned()).collect();
    if told.is_empty() { "-".to_owned() } else { told.join(" ") }
}

/// 孙磊 leads a group, leaves on 10 May, is back from 20 August and in another group from 10 September; 王芳 is exempt
/// from 10 June until 9 October; 许诺 is away from March until May in the middle of the probation.
fn branch() -> Sandbox {
    let branch = Sandbox::branch().since("2026-01-01");
    for line in [
        "dues set 孙磊 40 --from 2026-01",
        "member leave 孙磊 --reason 调出 --from 2026-05-10",
        "member standing 孙磊 full --from 2026-08-20",
        "member move 孙磊 office --from 2026-09-10",
        "member edit wang-fang --class elder --from 2026-06-10",
        "member edit wang-fang --class ordinary --from 2026-10-10",
        "member leave 许诺 --reason 借调 --from 2026-03-01",
        "member standing 许诺 probationary --from 2026-06-01",
    ] {
        on(&branch, "2026-11-23", line);
    }
    branch
}

#[test]
fn who_is_there_on_a_day_is_due_and_votes_on_it() {
    let branch = branch();
    let mut told = String::new();
    for day in ["05-09", "05-10", "08-19", "08-20", "09-09", "09-10"] {
        for kind in ["theme-day", "group -g criminal", "group -g office"] {
            on(&branch, "2026-11-23", &format!("meeting log {kind} --on 2026-{day}"));
        }
        let votes = "--topic 学习 --decision 通过 --decision-kind ordinary --votes 3,0,0";
        on(&branch, "2026-11-23", &format!("meeting log general --on 2026-{day} {votes}"));
        let due = |kind: &str| {
            let held = rows(&branch, &format!("report meetings --period 2026-{day}"));
            held.into_iter().find(|row| row["meeting"] == format!("2026-{day}-{kind}")).unwrap()["due"].clone()
        };
        let shown = branch.run(&format!("meeting show 2026-{day}-general --format json"));
        let voters: String =
            shown.split("\"voters\":").nth(1).unwrap().chars().filter(char::is_ascii_digit).take(1).collect();
        let listed = |column| of(&branch, &format!("member list --on 2026-{day}"), "sun-lei", column);
        told += &format!(
            "{day}: due {}, criminal {}, office {}, voters {voters}; 孙磊 {} {}\n",
            due("theme-day"),
            due("group-criminal"),
            due("group-office"),
            listed("group"),
            listed("posts"),
        );
    }
    assert_snapshot!(told, @r#"
    05-09: due 6, criminal 3, office 3, voters 6; 孙磊 criminal ["group-leader"]
    05-10: due 5, criminal 2, office 3, voters 5; 孙磊 - -
    08-19: due 6, criminal 2, office 4, voters 5; 孙磊 - -
    08-20: due 7, criminal 3, office 4, voters 6; 孙磊 criminal []
    09-09: due 7, criminal 3, office 4, voters 6; 孙磊 criminal []
    09-10: due 7, criminal 2, office 5, voters 6; 孙磊 office []
    "#);
    let mut told = String::new();
    for day in ["06-09", "06-10", "10-09", "10-10"] {
        on(&branch, "2026-11-23", &format!("meeting log theme-day --on 2026-{day}"));
        branch.run(&format!("export --month 2026-{} --out out-{day}", &day[..2]));
        let csv = branch.read(&format!("out-{day}/attendance.csv"));
        let line =
            csv.lines().find(|line| line.contains(&format!("2026-{day}-theme-day")) && line.contains(",wang-fang,"));
        told += &format!("{day} {}\n", line.unwrap().split(',').nth(6).unwrap());
    }
    assert_snapshot!(told, @"
    06-09 present
    06-10 exempt
    10-09 exempt
    10-10 present
    ");
}

#[test]
fn what_is_owed_and_earned_is_of_the_months_there() {
    let branch = branch();
    let months = |who: &str, report: &str, column: &str| {
        let told = (1..=11).map(|month| of(&branch, &format!("report {report} --period 2026-{month:02}"), who, column));
        told.collect::<Vec<_>>().join(" ")
    };
    assert_snapshot!(months("sun-lei", "dues", "dues_state"), @"owed owed owed owed - - - owed owed owed owed");
    assert_snapshot!(months("sun-lei", "points", "base"), @"60 60 60 60 60 - - 60 60 60 60");
    assert_snapshot!(of(&branch, "points total --period 2026", "sun-lei", "base"), @"540");
    assert_snapshot!(of(&branch, "dues arrears", "sun-lei", "months"), @r#"["2026-01","2026-02","2026-03","2026-04","2026-08","2026-09","2026-10","2026-11"]"#);
    assert_snapshot!(of(&branch, "dues arrears", "sun-lei", "in_a_row"), @"4");
    for (who, hours) in [("sun-lei", "21"), ("wang-fang", "18.5"), ("wang-fang-2", "32"), ("he-xiuying", "null")] {
        assert_eq!(of(&branch, "study total --period 2026", who, "owed_hours"), hours, "{who}");
    }
    let talks = branch.run("due --format json");
    assert!(talks.contains("2026-09-20"), "a talk within a month of the return: {talks}");
}

#[test]
fn a_probation_goes_on_where_it_was() {
    let stayed = Sandbox::branch().since("2026-01-01");
    let columns = ["since", "earliest", "until"];
    let way = |branch: &Sandbox| columns.map(|column| of(branch, "member development", "xu-nuo", column));
    assert_eq!(way(&branch()), way(&stayed));
    assert_snapshot!(way(&stayed).join(" "), @"2026-02-01 2026-02-01 2026-05-01");
}
