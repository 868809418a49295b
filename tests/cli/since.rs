//! Nothing is owed before the day from which records are kept, nor what somebody came too late for.

use insta::assert_snapshot;
use serde_json::Value;

use super::sandbox::Sandbox;

/// The rows of a table, as JSON.
fn rows(branch: &Sandbox, line: &str) -> Vec<Value> {
    let told = branch.run(&format!("-q {line} --format json"));
    if told.is_empty() { vec![] } else { serde_json::from_str(&told).unwrap_or_else(|_| panic!("{line}: {told}")) }
}

/// The missed periods of a duty.
fn missed(branch: &Sandbox, duty: &str) -> Vec<String> {
    let rows = rows(branch, "report duties --period 2026");
    let of_duty = rows.iter().filter(|row| row["duty"] == duty && row["duty_state"] == "missed");
    of_duty.map(|row| row["period"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn months_that_were_never_kept_have_no_base_and_no_rows() {
    let branch = Sandbox::branch().since("2026-06-15");
    for period in ["2026-03", "2026-Q1", "2025"] {
        let told = branch.run(&format!("report points --period {period}"));
        assert!(told.contains("before the records begin on 2026-06-15"), "{told}");
        assert_eq!(rows(&branch, &format!("points total --period {period}")), Vec::<Value>::new());
    }
    for (period, total) in [("2026-06", 60.0), ("2026-Q2", 60.0), ("2026-Q3", 180.0), ("2026", 360.0)] {
        let rows = rows(&branch, &format!("points total --period {period}"));
        assert_eq!(rows[0]["total"].as_f64(), Some(total), "{period}");
    }
    // The site begins with the month in which the records do.
    branch.run("site --out year --period 2026");
    let bulletins = |month: &str| branch.root().join(format!("year/bulletins/{month}.html")).exists();
    assert!(bulletins("2026-06") && !bulletins("2026-05"));
    // So do the pauses of the rhythm.
    branch.run("meeting log general --on 2026-06-20");
    let rhythm = rows(&branch, "report rhythm --period 2026-06");
    let general = rhythm.iter().find(|row| row["kind"] == "general").unwrap();
    assert_eq!((&general["longest_pause"], &general["pause_from"]), (&10.into(), &"2026-06-21".into()));
    // An earlier month that was recorded all the same is a month that was kept.
    branch.run("points award 孙磊 commended 5 --on 2026-03-10");
    let totals = rows(&branch, "points total --period 2026-03");
    let of_sun_lei = totals.iter().find(|row| row["member"] == "sun-lei").unwrap();
    assert_eq!(of_sun_lei["total"].as_f64(), Some(65.0));
    assert_eq!(rows(&branch, "points total --period 2026-04"), Vec::<Value>::new());
}

#[test]
fn dues_are_owed_from_the_month_whose_day_had_not_passed() {
    for (since, approved, first, state) in [
        ("2026-06-14", "2026-01", "2026-06", "owed"),
        ("2026-06-15", "2026-01", "2026-06", "owed"),
        ("2026-06-16", "2026-01", "2026-07", "open"),
        ("2026-06-30", "2026-06", "2026-06", "owed"),
    ] {
        let branch = Sandbox::branch().since(since);
        branch.run(&format!("dues set 孙磊 20 --from {approved}"));
        let arrears = rows(&branch, "dues arrears");
        assert_eq!(arrears[0]["months"][0], first, "{since}");
        let rows = rows(&branch, "report dues --period 2026");
        let of_sun_lei = rows.iter().find(|row| row["member"] == "sun-lei").unwrap();
        assert_eq!((&of_sun_lei["month"], &of_sun_lei["dues_state"]), (&"2026-06".into(), &state.into()), "{since}");
    }
}

#[test]
fn less_than_half_of_a_period_is_not_missed() {
    for (since, expected) in [("2026-09-15", 2), ("2026-09-16", 2), ("2026-09-17", 1), ("2026-09-30", 1)] {
        let branch = Sandbox::branch().since(since);
        assert_eq!(missed(&branch, "theme-day-monthly").len(), expected, "{since}");
    }
    // What can still be done is told, and what was done is kept.
    let branch = Sandbox::branch().since("2026-11-22");
    let state = |branch: &Sandbox| {
        let rows = rows(branch, "report duties --period 2026-11");
        rows.iter().find(|row| row["duty"] == "theme-day-monthly").map(|row| row["duty_state"].clone())
    };
    assert_eq!(state(&branch), Some("open".into()));
    branch.run("meeting log theme-day --on 2026-11-20");
    assert_eq!(state(&branch), Some("kept".into()));
}

#[test]
fn a_group_that_was_formed_late_in_the_month_has_not_missed_it() {
    for (from, expected) in [("2026-10-15", true), ("2026-10-16", true), ("2026-10-17", false), ("2026-10-28", false)] {
        let branch = Sandbox::branch().since("2026-01-01");
        branch.run(&format!("group add 新小组 --id new --from {from}"));
        let rows = rows(&branch, "report duties --period 2026-10");
        let of_group: Vec<_> = rows.iter().filter(|row| row["whose"] == "new").collect();
        assert_eq!(of_group.iter().any(|row| row["duty_state"] == "missed"), expected, "{from}: {of_group:?}");
    }
}

#[test]
fn the_amount_of_one_who_joined_is_to_be_approved_in_the_month_of_joining() {
    for (from, until) in [("2026-09-30", "2026-09-30"), ("2026-10-01", "2026-10-31"), ("2026-10-31", "2026-10-31")] {
        let branch = Sandbox::branch().since("2026-01-01");
        branch.run(&format!("member add 新来 -s full --from {from}"));
        let owed = rows(&branch, "due --all");
        let of_new: Vec<_> = owed
            .iter()
            .filter(|row| row["command"].as_str().is_some_and(|command| command.starts_with("zhibu dues set")))
            .filter(|row| row["who"].to_string().contains("xin-lai"))
            .collect();
        assert_eq!(of_new.len(), 1, "{owed:?}");
        assert_eq!(of_new[0]["until"], until);
        assert!(rows(&branch, "report dues --period 2026-08").iter().all(|row| row["member"] != "xin-lai"));
    }
}

#[test]
fn a_period_that_has_not_begun_is_refused_or_said_to_be() {
    let branch = Sandbox::branch();
    for report in ["members", "attendance", "points", "dues", "requests", "exports", "study", "talks", "issues"] {
        let told = branch.refused(&format!("report {report} --period 2027"));
        assert!(told.contains("2027 has not begun"), "{report}: {told}");
    }
    for line in ["study total", "assessment show", "talk matrix"] {
        let told = branch.refused(&format!("{line} --period 2027"));
        assert!(told.contains("2027 has not begun"), "{line}: {told}");
    }
    for report in ["plan", "duties", "campaigns"] {
        let told = branch.run(&format!("report {report} --period 2027"));
        assert!(told.contains("2027 has not begun"), "{report}: {told}");
    }
}

#[test]
fn a_month_that_was_never_kept_is_not_posted_or_sealed() {
    let branch = Sandbox::branch().since("2026-06-15");
    assert_snapshot!(branch.refused("points post 2026-05"), @"
    --- stderr
    error: nothing that earns points is recorded in 2026-05, before the records begin on 2026-06-15 (`since` in zhibu.toml)
    help: log or import its records first, or correct `since` in zhibu.toml
    --- exit Some(1)
    ");
    assert_snapshot!(branch.refused("seal 2026-05"), @"
    --- stderr
    error: nothing is recorded in 2026-05, before the records begin on 2026-06-15 (`since` in zhibu.toml)
    help: log or import its records first, or correct `since` in zhibu.toml
    --- exit Some(1)
    ");
    for paper in ["posted", "dues", "problems"] {
        let told = branch.run(&format!("print {paper} --period 2026-05 --out {paper}.html"));
        assert!(told.contains("nothing is recorded in 2026-05, before the records begin on 2026-06-15"), "{told}");
        assert!(!told.contains("points post"), "{told}");
    }
    // Of the month in which the records begin there is a list.
    assert!(branch.run("points post 2026-06").contains("posted the points of 2026-06"));
    // Where an earlier month was recorded after all, it has one too.
    branch.run("meeting log theme-day --on 2026-05-20");
    assert!(branch.run("points post 2026-05").contains("posted the points of 2026-05"));
    let nobody = Sandbox::empty();
    nobody.run_words(&["init", ".", "--name", "支部"]);
    let nobody = nobody.since("2026-01-01");
    assert_snapshot!(nobody.refused("points post 2026-10"), @"
    --- stderr
    error: nobody is scored in 2026-10: there is no list to post
    help: standings and classes decide who is scored: see `zhibu points total`; add people with `zhibu member add`
    --- exit Some(1)
    ");
}
