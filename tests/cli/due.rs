//! `due`: what is owed, from when on, until when, and the command that settles it.

use insta::assert_snapshot;

use crate::sandbox::Sandbox;

const DUTY: &str = "id = \"d\"\nname = \"开会\"\nfirm = \"as-a-rule\"\nfrom = 2020-01-01\n";

/// A branch that owes nothing but what these rules say, and keeps its records from the first day of 2024.
fn owing(duties: &str) -> Sandbox {
    owing_since("2024-01-01", duties)
}

/// The same, with the day from which on it keeps its records.
fn owing_since(since: &str, duties: &str) -> Sandbox {
    let branch = Sandbox::branch();
    branch.write("rules/duties.toml", duties);
    for file in ["study", "dues", "steps", "talks"] {
        branch.forget(format!("rules/{file}.toml"));
    }
    let settings = branch.read("zhibu.toml").replace("since = 2026-11-23", &format!("since = {since}"));
    branch.write("zhibu.toml", settings);
    branch
}

/// What is owed on a day within so many days: until, state, what and who, a line each.
#[track_caller]
fn told(branch: &Sandbox, day: &str, within: &str) -> Vec<String> {
    let words = ["due", "--on", day, "--within", within, "--format", "json"];
    let output = branch.command(&words).output().unwrap();
    assert!(output.status.success(), "{output:?}");
    let rows: Vec<serde_json::Value> = serde_json::from_slice(&output.stdout).unwrap();
    let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    let line = |row: &serde_json::Value| {
        let who: Vec<_> = row["who"].as_array().unwrap().iter().map(text).collect();
        let parts = [text(&row["until"]), text(&row["due_state"]), text(&row["what"]), who.join(",")];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
    };
    rows.iter().map(line).collect()
}

fn log(branch: &Sandbox, line: &str) {
    let told = branch.command(&line.split_whitespace().collect::<Vec<_>>()).env("ZHIBU_TODAY", "2029-12-31").output();
    let output = told.unwrap();
    assert!(output.status.success(), "{output:?}");
}

#[test]
fn a_monthly_duty_is_due_until_the_last_day_of_its_month_and_overdue_the_day_after() {
    let branch = owing(&format!("[[duty]]\n{DUTY}kinds = [\"committee\"]\nper = \"month\"\n"));
    branch.write("zhibu.toml", branch.read("zhibu.toml").replace("since = 2024-01-01", "since = 2028-01-01"));
    log(&branch, "meeting log committee --on 2028-01-31");
    assert_eq!(told(&branch, "2028-01-31", "0d"), Vec::<String>::new());
    assert_eq!(told(&branch, "2028-02-01", "28d"), ["2028-02-29 due 2028-02 开会"]);
    assert_eq!(told(&branch, "2028-02-01", "27d"), Vec::<String>::new());
    assert_eq!(told(&branch, "2028-02-29", "0d"), ["2028-02-29 due 2028-02 开会"]);
    assert_eq!(told(&branch, "2028-03-01", "0d"), ["2028-02-29 overdue 2028-02 开会"]);
    log(&branch, "meeting log committee --on 2028-02-29");
    assert_eq!(told(&branch, "2028-03-01", "30d"), ["2028-03-31 due 2028-03 开会"]);
    // What is recorded later is not known on an earlier day.
    assert_eq!(told(&branch, "2028-02-28", "1d"), ["2028-02-29 due 2028-02 开会"]);
}

#[test]
fn what_was_missed_is_owed_in_the_next_year_too() {
    let branch = owing_since("2027-01-01", &format!("[[duty]]\n{DUTY}kinds = [\"general\"]\nper = \"quarter\"\n"));
    for day in ["2027-01-15", "2027-04-15", "2027-07-15"] {
        log(&branch, &format!("meeting log general --on {day}"));
    }
    assert_eq!(told(&branch, "2027-12-31", "0d"), ["2027-12-31 due 2027Q4 开会"]);
    assert_eq!(told(&branch, "2028-01-01", "0d"), ["2027-12-31 overdue 2027Q4 开会"]);
    assert_eq!(told(&branch, "2028-01-31", "0d"), ["2027-12-31 overdue 2027Q4 开会"]);
    assert_eq!(told(&branch, "2028-02-01", "0d"), ["2027-12-31 overdue 2027Q4 开会"]);
    assert_eq!(told(&branch, "2028-02-01", "2m"), ["2027-12-31 overdue 2027Q4 开会", "2028-03-31 due 2028Q1 开会"]);
    branch.write("zhibu.toml", branch.read("zhibu.toml").replace("since = 2027-01-01", "since = 2028-01-01"));
    assert_eq!(told(&branch, "2028-02-01", "0d"), Vec::<String>::new());
}

#[test]
fn what_was_missed_long_ago_is_told_in_one_line() {
    let branch = owing_since("2026-02-01", &format!("[[duty]]\n{DUTY}kinds = [\"committee\"]\nper = \"quarter\"\n"));
    log(&branch, "meeting log committee --on 2027-07-15");
    log(&branch, "issue open 记录不全 --owner 孙磊 --deadline 2026-03-01 --on 2026-02-20");
    // A problem is settled once: it is never folded.
    assert_snapshot!(branch.run("due --on 2027-10-01"), @"
    until       state    how firm   what                                     who
    ──────────  ───────  ─────────  ───────────────────────────────────────  ────
    2026-03-01  overdue  must       settle the problem: 2026-02-20 记录不全  孙磊
        ← issues/2026/2026-02-20-xth3a3.toml:4
        $ zhibu issue close xth3a3 --by WHO
    2026-12-31  overdue  as a rule  2026Q4 开会
        ← rules/duties.toml:1
        $ zhibu meeting log committee --on DATE
    2027-03-31  overdue  as a rule  2027Q1 开会
        ← rules/duties.toml:1
        $ zhibu meeting log committee --on DATE
    2027-06-30  overdue  as a rule  2027Q2 开会
        ← rules/duties.toml:1
        $ zhibu meeting log committee --on DATE

    and 3 older, the first due on 2026-03-31: zhibu due --all lists them
    ");
    assert_snapshot!(branch.chinese_once("due --on 2027-10-01 --within 0d"), @"
    止          状态    性质  事项                           谁办
    ──────────  ──────  ────  ─────────────────────────────  ────
    2026-03-01  已逾期  必须  整改销号：2026-02-20 记录不全  孙磊
        ← issues/2026/2026-02-20-xth3a3.toml:4
        $ zhibu issue close xth3a3 --by WHO
    2026-12-31  已逾期  一般  2026Q4 开会
        ← rules/duties.toml:1
        $ zhibu meeting log committee --on DATE
    2027-03-31  已逾期  一般  2027Q1 开会
        ← rules/duties.toml:1
        $ zhibu meeting log committee --on DATE
    2027-06-30  已逾期  一般  2027Q2 开会
        ← rules/duties.toml:1
        $ zhibu meeting log committee --on DATE

    另有 3 件更早的，最早的 2026-03-31 到期；zhibu due --all 全部列出
    ");
    assert_eq!(branch.run("due --on 2027-10-01 --all").matches("overdue").count(), 7);
    assert_eq!(told(&branch, "2027-10-01", "0d").len(), 7);
    // Where nothing else is owed, they are listed.
    let branch = owing_since("2026-02-01", &format!("[[duty]]\n{DUTY}kinds = [\"committee\"]\nper = \"quarter\"\n"));
    log(&branch, "meeting log committee --on 2027-07-15");
    log(&branch, "meeting log committee --on 2026-12-15");
    log(&branch, "meeting log committee --on 2027-03-15");
    log(&branch, "meeting log committee --on 2027-06-15");
    assert_eq!(branch.run("due --on 2027-10-01 --within 0d").matches("overdue").count(), 3);
}

#[test]
fn the_status_for_other_programs_has_all_that_is_owed() {
    let branch = owing_since("2026-01-01", &format!("[[duty]]\n{DUTY}kinds = [\"committee\"]\nper = \"month\"\n"));
    let status: serde_json::Value = serde_json::from_str(&branch.run("status --on 2026-11-30 --format json")).unwrap();
    assert_eq!(status["due"].as_array().unwrap().len(), 11, "{status}");
    assert_eq!(status["due"][0]["command"], "zhibu meeting log committee --on DATE");
    assert!(branch.run("status --on 2026-11-30").contains("and 5 more: zhibu due"));
}

#[test]
fn a_meeting_counts_for_one_period_and_may_say_for_which() {
    let rules = format!("[[duty]]\n{DUTY}kinds = [\"organization-life\"]\nper = \"year\"\ngrace = \"3m\"\n");
    let branch = owing_since("2025-01-01", &rules);
    log(&branch, "meeting log organization-life --on 2026-03-10");
    // It is that of 2025, so 2026 has none.
    let states = || -> Vec<String> {
        let rows = branch.run("report duties --period 2025-01..2026-12 --format csv");
        let cells = |line: &str| line.split(',').map(str::to_owned).collect::<Vec<_>>();
        rows.lines().skip(1).map(|line| format!("{} {}", cells(line)[4], cells(line)[8])).collect()
    };
    assert_eq!(states(), ["2025 kept", "2026 open"]);
    assert_snapshot!(branch.run("meeting list --period 2026-03"), @"
    date        kind        due  attended  rate (%)  counted for  topics  meeting                       exempt  not due
    ──────────  ──────────  ───  ────────  ────────  ───────────  ──────  ────────────────────────────  ──────  ───────
    2026-03-10  组织生活会    7         6     100.0  2025                 2026-03-10-organization-life       1        0
    ");
    assert_snapshot!(branch.run("meeting edit 2026-03-10 --for 2026"), @"
    --- stderr
    edited 2026-03-10 组织生活会
      meetings/2026/2026-03-10-organization-life.toml
    ");
    assert_eq!(states(), ["2025 missed", "2026 kept"]);
    assert!(branch.read("meetings/2026/2026-03-10-organization-life.toml").contains("\nfor = \"2026\"\n"));
    // The column stands there where it is needed.
    assert!(!branch.run("meeting list --period 2026-03").contains("counted for"));
    // Later than its grace, but for that year all the same.
    branch.run("meeting log organization-life --on 2026-06-20 --for 2025");
    assert_eq!(states(), ["2025 late", "2026 kept"]);
    assert_snapshot!(branch.refused("meeting log organization-life --on 2026-11-01 --for 2024"), @"
    --- stderr
    error: no duty can count this meeting for 2024
    help: name a period that has begun and ended less than a year before the meeting: 2025, 2025Q4 or 2026-02
    --- exit Some(1)
    ");
    // No duty asks for a theme day here.
    assert!(branch.chinese_once("meeting log theme-day --on 2026-11-01 --for 2026-10").contains("没有哪项任务"));
    // A year may be written as a number, as a person does.
    let file = "meetings/2026/2026-03-10-organization-life.toml";
    branch.write(file, branch.read(file).replace("for = \"2026\"", "for = 2026"));
    assert_eq!(states(), ["2025 late", "2026 kept"]);
    branch.write(file, branch.read(file).replace("for = 2026", "for = 2024"));
    assert!(branch.run_words(&["check"]).contains("period-unfit"));
}

#[test]
fn half_years_years_and_numbers_of_times() {
    let rules = format!("[[duty]]\n{DUTY}kinds = [\"lesson\"]\nper = \"half-year\"\ntimes = 2\n");
    let branch = owing_since("2027-01-01", &rules);
    log(&branch, "meeting log lesson --on 2027-01-01");
    assert_eq!(told(&branch, "2027-06-30", "0d"), ["2027-06-30 due 2027H1 开会 (1 of 2)"]);
    log(&branch, "meeting log lesson --on 2027-06-30");
    assert_eq!(told(&branch, "2027-06-30", "0d"), Vec::<String>::new());
    assert_eq!(told(&branch, "2027-07-01", "184d"), ["2027-12-31 due 2027H2 开会 (0 of 2)"]);
    branch.write("rules/duties.toml", rules.replace("half-year", "year").replace("times = 2", "times = 3"));
    assert_eq!(told(&branch, "2027-12-31", "0d"), ["2027-12-31 due 2027 开会 (2 of 3)"]);
    assert_eq!(told(&branch, "2027-12-30", "0d"), Vec::<String>::new());
}

#[test]
fn each_group_owes_for_itself_as_long_as_it_is_there() {
    let branch =
        owing_since("2026-01-01", &format!("[[duty]]\n{DUTY}kinds = [\"group\"]\nper = \"month\"\nby = \"group\"\n"));
    log(&branch, "meeting log group -g criminal --on 2026-09-10");
    assert_eq!(
        told(&branch, "2026-09-30", "0d"),
        ["2026-01", "2026-02", "2026-03", "2026-04", "2026-05", "2026-06", "2026-07", "2026-08",]
            .iter()
            .flat_map(|month| {
                let last = zhibu::record::Month::parse(month).unwrap().last();
                [format!("{last} overdue {month} 开会 criminal"), format!("{last} overdue {month} 开会 office")]
            })
            .chain(["2026-09-30 due 2026-09 开会 office".to_owned()])
            .collect::<Vec<_>>()
    );
    log(&branch, "group add 新小组 --id new --from 2026-10-05");
    let new =
        |day: &str| told(&branch, day, "31d").into_iter().filter(|line| line.contains(" new")).collect::<Vec<_>>();
    assert_eq!(new("2026-09-30"), Vec::<String>::new());
    assert_eq!(new("2026-10-05"), ["2026-10-31 due 2026-10 开会 new"]);
}

#[test]
fn members_owe_what_they_are_bound_to_and_stand_together() {
    let rules = format!("[[duty]]\n{DUTY}kinds = [\"warning\"]\nper = \"quarter\"\nby = \"member\"\n");
    let branch = owing_since("2026-01-01", &rules);
    log(&branch, "meeting log warning --on 2026-10-20 --absent 孙磊:duty,李敏:ill");
    // The elder member is exempt, the staff are no members.
    assert_eq!(told(&branch, "2026-12-31", "0d")[3..], ["2026-12-31 due 2026Q4 开会 li-min,sun-lei"]);
    log(&branch, "meeting attend 2026-10-20 --made-up 孙磊:2026-11-01");
    assert_eq!(told(&branch, "2026-12-31", "0d")[3..], ["2026-12-31 due 2026Q4 开会 li-min"]);
    branch.write("rules/duties.toml", format!("{rules}posts = [\"secretary\"]\n"));
    assert_eq!(told(&branch, "2026-12-31", "0d").len(), 3);
}

#[test]
fn a_meeting_of_the_branch_or_of_all_its_groups_keeps_a_duty_of_the_branch() {
    let branch = owing(&format!("[[duty]]\n{DUTY}kinds = [\"theme-day\"]\nper = \"month\"\n"));
    let due = || told(&branch, "2026-11-30", "0d").iter().filter(|line| line.contains("2026-11 ")).count();
    assert_eq!(due(), 1);
    log(&branch, "meeting log theme-day -g criminal --on 2026-11-15");
    assert_eq!(due(), 1);
    log(&branch, "meeting log theme-day -g office --on 2026-11-16");
    assert_eq!(due(), 0);
}

#[test]
fn what_is_done_within_its_grace_counts_for_the_time_before() {
    let rules =
        format!("[[duty]]\n{DUTY}kinds = [\"organization-life\"]\nper = \"year\"\ngrace = \"1m\"\nremind = \"2m\"\n");
    let branch = owing_since("2025-01-01", &rules);
    log(&branch, "meeting log organization-life --on 2025-12-30");
    let all = |day: &str| told(&branch, day, "0d");
    // The reminder is counted from the end of the year, not of the grace.
    assert_eq!(all("2026-10-30"), Vec::<String>::new());
    assert_eq!(all("2026-10-31"), ["2027-01-31 due 2026 开会"]);
    assert_eq!(all("2027-01-31"), ["2027-01-31 due 2026 开会"]);
    log(&branch, "meeting log organization-life --on 2027-01-31");
    assert_eq!(all("2027-01-31"), Vec::<String>::new());
    // It was that of 2026, so 2027 has none yet.
    assert_eq!(all("2027-12-31"), ["2028-01-31 due 2027 开会"]);
    log(&branch, "meeting log organization-life --on 2028-02-01");
    assert_eq!(all("2028-01-31"), ["2028-01-31 due 2027 开会"]);
}

#[test]
fn a_changed_duty_holds_from_its_day_and_nothing_is_owed_before_the_records_begin() {
    let rules = "[[duty]]\nid = \"d\"\nname = \"旧\"\nkinds = [\"committee\"]\nper = \"quarter\"\nfirm = \"must\"\nfrom = 2020-01-01\nuntil = 2026-06-30\n\n[[duty]]\nid = \"d\"\nname = \"新\"\nkinds = [\"committee\"]\nper = \"month\"\nfirm = \"must\"\nfrom = 2026-07-01\n";
    let branch = owing_since("2026-01-01", rules);
    assert_eq!(
        told(&branch, "2026-08-31", "0d"),
        [
            "2026-03-31 overdue 2026Q1 旧",
            "2026-06-30 overdue 2026Q2 旧",
            "2026-07-31 overdue 2026-07 新",
            "2026-08-31 due 2026-08 新",
        ]
    );
    branch.write("zhibu.toml", branch.read("zhibu.toml").replace("since = 2026-01-01", "since = 2026-08-31"));
    assert_eq!(told(&branch, "2026-08-31", "0d"), ["2026-08-31 due 2026-08 新"]);
    branch.write("zhibu.toml", branch.read("zhibu.toml").replace("since = 2026-08-31", "since = 2026-09-01"));
    assert_eq!(told(&branch, "2026-09-01", "0d"), Vec::<String>::new());
    assert_eq!(told(&branch, "2026-09-01", "29d"), ["2026-09-30 due 2026-09 新"]);
}

#[test]
fn what_was_accepted_is_owed_no_more() {
    let branch = owing(&format!("[[duty]]\n{DUTY}kinds = [\"committee\"]\nper = \"month\"\n"));
    branch.write("zhibu.toml", branch.read("zhibu.toml").replace("since = 2024-01-01", "since = 2026-09-01"));
    branch.run("accept duty-missed rules/duties.toml:2 --about 2026-09 --why 抽调安保");
    assert_eq!(told(&branch, "2026-11-23", "7d"), ["2026-10-31 overdue 2026-10 开会", "2026-11-30 due 2026-11 开会"]);
    branch.run("accept duty-missed rules/duties.toml:2 --why 抽调安保");
    assert_eq!(told(&branch, "2026-11-23", "7d"), ["2026-11-30 due 2026-11 开会"]);
    assert_eq!(told(&branch, "2026-12-01", "0d"), ["2026-11-30 overdue 2026-11 开会"]);
}

#[test]
fn a_term_of_office_is_told_before_it_ends_and_judged_after() {
    let branch = owing(
        "[[term]]\nid = \"t\"\nname = \"换届\"\nposts = [\"secretary\", \"organization\"]\nlength = \"3y\"\nremind = \"6m\"\nlatest = \"1y\"\nfirm = \"must\"\nfrom = 2018-07-01\n",
    );
    // The one who came first counts; of a post that was taken anew, the last time.
    branch.run("member post 李敏 organization --until 2025-04-30");
    branch.run("member post 李敏 organization --from 2025-05-01");
    let secretary = branch.read("members/zhao-gang.toml").replace("2024-06-20", "2024-02-29");
    branch.write(
        "members/zhao-gang.toml",
        secretary
            .replace("[[post]]", "[[post]]\nid = \"secretary\"\nfrom = 2021-02-01\nuntil = 2024-02-28\n\n[[post]]"),
    );
    let all = |day: &str| told(&branch, day, "0d");
    assert_eq!(all("2026-08-26"), Vec::<String>::new());
    assert_eq!(all("2026-08-27"), ["2027-02-27 due 换届 (term 2024-02-29 to 2027-02-27) li-min,zhao-gang"]);
    assert_eq!(all("2027-02-27").len(), 1);
    assert!(all("2027-02-28")[0].starts_with("2027-02-27 overdue"));
    let check = |day: &str| {
        let output = branch.command(&["check", "--format", "json"]).env("ZHIBU_TODAY", day).output().unwrap();
        let findings: Vec<serde_json::Value> = serde_json::from_slice(&output.stdout).unwrap();
        findings
            .iter()
            .map(|one| format!("{} {}", one["code"].as_str().unwrap(), one["severity"].as_str().unwrap()))
            .collect::<Vec<_>>()
    };
    assert_eq!(check("2027-02-27"), Vec::<String>::new());
    assert_eq!(check("2027-02-28"), ["term-over as-a-rule"]);
    assert_eq!(check("2028-02-27"), ["term-over as-a-rule"]);
    assert_eq!(check("2028-02-28"), ["term-over must"]);
}

#[test]
fn months_without_taking_part_are_counted_to_the_last_that_is_over() {
    let branch = owing(
        "[[lapse]]\nid = \"l\"\nname = \"没有参加\"\nkinds = [\"group\"]\nsteps = [{ months = 2, name = \"督促\" }, { months = 3, name = \"紧急\" }]\nfirm = \"must\"\nfrom = 2020-01-01\n",
    );
    for month in ["2025-11", "2025-12", "2026-01"] {
        log(&branch, &format!("meeting log group -g criminal --on {month}-10 --absent 孙磊"));
    }
    assert_eq!(told(&branch, "2025-12-31", "0d"), Vec::<String>::new());
    assert_eq!(
        told(&branch, "2026-01-01", "0d"),
        ["2025-12-31 overdue 孙磊, 2 months in a row: 没有参加 (督促) sun-lei"]
    );
    assert_eq!(
        told(&branch, "2026-02-01", "0d"),
        ["2026-01-31 overdue 孙磊, 3 months in a row: 没有参加 (紧急) sun-lei"]
    );
    log(&branch, "meeting attend 2026-01-10 --absent 孙磊:duty");
    assert_eq!(told(&branch, "2026-02-01", "0d"), Vec::<String>::new());
}

#[test]
fn dues_are_collected_paid_up_and_approved() {
    let branch = Sandbox::branch();
    branch.write("zhibu.toml", branch.read("zhibu.toml").replace("since = 2026-11-23", "since = 2026-01-01"));
    branch.write("rules/duties.toml", "");
    branch.forget("rules/study.toml");
    log(&branch, "dues set 孙磊,赵刚 10 --from 2026-01");
    let all = |day: &str, within: &str| told(&branch, day, within);
    assert_eq!(all("2026-01-15", "0d"), ["2026-01-15 due collect the dues of 2026-01 sun-lei,zhao-gang"]);
    assert_eq!(
        all("2026-01-15", "16d").last().unwrap(),
        "2026-01-31 due approve the amounts of dues for 2026 he-xiuying,li-min,wang-fang,wang-fang-2"
    );
    assert_eq!(
        all("2026-01-16", "0d"),
        ["2026-01-15 overdue dues in arrears for 2026-01: 20.00 (提醒) sun-lei,zhao-gang"]
    );
    log(&branch, "dues pay 赵刚 2026-01 --on 2026-01-15");
    // What was paid later is not known on an earlier day.
    assert_eq!(all("2026-01-14", "1d"), ["2026-01-15 due collect the dues of 2026-01 sun-lei,zhao-gang"]);
    assert_eq!(all("2026-01-15", "0d"), ["2026-01-15 due collect the dues of 2026-01 sun-lei"]);
    let paid = all("2026-01-16", "0d");
    assert_eq!(paid, ["2026-01-15 overdue dues in arrears for 2026-01: 10.00 (提醒) sun-lei"]);
    assert!(all("2026-07-01", "0d").iter().any(|line| line.ends_with("sun-lei") && line.contains(": 60.00 (满六个月")));
}

#[test]
fn hours_of_study_are_owed_at_the_end_of_the_year() {
    let branch = Sandbox::branch();
    branch.write("rules/duties.toml", "");
    for file in ["dues", "steps", "talks"] {
        branch.forget(format!("rules/{file}.toml"));
    }
    log(&branch, "study log 孙磊,赵刚,李敏,wang-fang,wang-fang-2 32 --on 2026-03-01");
    assert_eq!(told(&branch, "2026-12-30", "0d"), Vec::<String>::new());
    let lines = told(&branch, "2026-12-31", "0d");
    assert_eq!(
        lines,
        ["2026-12-31 due 2026: 32 hours of study xu-nuo", "2026-12-31 due 2026: 56 hours of study li-min,zhao-gang",]
    );
    assert!(told(&branch, "2027-01-31", "0d")[0].starts_with("2026-12-31 overdue"));
    assert_eq!(told(&branch, "2027-02-01", "0d").len(), 2);
    let accept = ["accept", "hours-short", "rules/study.toml", "--about", "2026 xu-nuo", "--why", "长期住院"];
    let accepted = branch.command(&accept).env("ZHIBU_TODAY", "2027-02-01").output().unwrap();
    assert!(accepted.status.success(), "{accepted:?}");
    assert_eq!(told(&branch, "2027-02-01", "0d"), ["2026-12-31 overdue 2026: 56 hours of study li-min,zhao-gang"]);
}

#[test]
fn problems_are_due_on_their_deadline() {
    let branch = owing("");
    log(&branch, "issue open 记录不全 --owner 孙磊 --deadline 2026-12-01 --on 2026-11-20");
    assert_eq!(told(&branch, "2026-11-30", "0d"), Vec::<String>::new());
    assert_eq!(told(&branch, "2026-12-01", "0d"), ["2026-12-01 due settle the problem: 2026-11-20 记录不全 sun-lei"]);
    assert_eq!(
        told(&branch, "2026-12-02", "0d"),
        ["2026-12-01 overdue settle the problem: 2026-11-20 记录不全 sun-lei"]
    );
}

#[test]
fn what_is_owed_is_told_with_its_rule_and_command() {
    let branch = owing(&format!(
        "[[duty]]\n{DUTY}kinds = [\"group\"]\nper = \"month\"\nby = \"group\"\nsource = \"条例第13条\"\n"
    ));
    branch.write("zhibu.toml", branch.read("zhibu.toml").replace("since = 2024-01-01", "since = 2026-10-01"));
    branch.run("meeting log group -g criminal --on 11-10");
    assert_snapshot!(branch.run("due --on 11-23"), @"
    until       state    how firm   what          who
    ──────────  ───────  ─────────  ────────────  ──────────
    2026-10-31  overdue  as a rule  2026-10 开会  刑侦党小组
        ← 条例第13条 ← rules/duties.toml:1
        $ zhibu meeting log group -g criminal --on DATE
    2026-10-31  overdue  as a rule  2026-10 开会  综合党小组
        ← 条例第13条 ← rules/duties.toml:1
        $ zhibu meeting log group -g office --on DATE
    2026-11-30  due      as a rule  2026-11 开会  综合党小组
        ← 条例第13条 ← rules/duties.toml:1
        $ zhibu meeting log group -g office
    ");
    assert_snapshot!(branch.run("due --on 11-23 --format csv"), @"
    until,due_state,firm,what,who,source,rule,command
    2026-10-31,overdue,as-a-rule,2026-10 开会,criminal,条例第13条,rules/duties.toml:1,zhibu meeting log group -g criminal --on DATE
    2026-10-31,overdue,as-a-rule,2026-10 开会,office,条例第13条,rules/duties.toml:1,zhibu meeting log group -g office --on DATE
    2026-11-30,due,as-a-rule,2026-11 开会,office,条例第13条,rules/duties.toml:1,zhibu meeting log group -g office
    ");
    assert_snapshot!(branch.chinese().run("due --within 0d"), @"
    止          状态    性质  事项          谁办
    ──────────  ──────  ────  ────────────  ──────────
    2026-10-31  已逾期  一般  2026-10 开会  刑侦党小组
        ← 条例第13条 ← rules/duties.toml:1
        $ zhibu meeting log group -g criminal --on DATE
    2026-10-31  已逾期  一般  2026-10 开会  综合党小组
        ← 条例第13条 ← rules/duties.toml:1
        $ zhibu meeting log group -g office --on DATE
    ");
}

#[test]
fn how_far_to_look_ahead_has_to_be_a_length_of_time() {
    let branch = owing("");
    assert_snapshot!(branch.refused("due --within soon"), @"
    --- stderr
    error: `soon` is no length of time such as 30d, 3m or 1y
    help: write 30d, 5wd, 6w, 3m or 1y: days, working days, weeks, months or years
    --- exit Some(2)
    ");
    assert_snapshot!(branch.refused("due --within 5wd"), @"
    --- stderr
    error: `5wd` is no length of time such as 30d, 3m or 1y
    help: write 30d, 5wd, 6w, 3m or 1y: days, working days, weeks, months or years
    --- exit Some(2)
    ");
    assert_snapshot!(branch.run("due"), @"
    --- stderr
    nothing is due until 2026-12-23
    ");
}

#[test]
fn a_calendar_for_phones_has_what_is_owed_and_the_same_bytes_each_time() {
    let branch = owing(&format!("[[duty]]\n{DUTY}kinds = [\"committee\"]\nper = \"month\"\nsource = \"条例第12条\"\n"));
    branch.write("zhibu.toml", branch.read("zhibu.toml").replace("since = 2024-01-01", "since = 2026-10-01"));
    assert_snapshot!(without_ids(&branch.run("due --ics -")), @r"
    BEGIN:VCALENDAR
    VERSION:2.0
    PRODID:-//zhibu//zhibu//EN
    CALSCALE:GREGORIAN
    NAME:站南派出所党支部
    X-WR-CALNAME:站南派出所党支部
    BEGIN:VEVENT
    DESCRIPTION:as a rule\n条例第12条\nrules/duties.toml:1\nzhibu meeting l
     og committee --on DATE
    DTEND;VALUE=DATE:20261124
    DTSTAMP:20261123T000000Z
    DTSTART;VALUE=DATE:20261123
    SEQUENCE:46347
    SUMMARY:2026-10 开会 (overdue since 2026-10-31)
    UID:ID@zhibu
    BEGIN:VALARM
    ACTION:DISPLAY
    DESCRIPTION:due tomorrow
    DTSTAMP:20261123T000000Z
    TRIGGER;RELATED=START:-PT86400S
    UID:ID-alarm@zhibu
    END:VALARM
    END:VEVENT
    BEGIN:VEVENT
    DESCRIPTION:as a rule\n条例第12条\nrules/duties.toml:1\nzhibu meeting l
     og committee
    DTEND;VALUE=DATE:20261201
    DTSTAMP:20261123T000000Z
    DTSTART;VALUE=DATE:20261130
    SEQUENCE:46347
    SUMMARY:2026-11 开会
    UID:ID@zhibu
    BEGIN:VALARM
    ACTION:DISPLAY
    DESCRIPTION:due tomorrow
    DTSTAMP:20261123T000000Z
    TRIGGER;RELATED=START:-PT86400S
    UID:ID-alarm@zhibu
    END:VALARM
    END:VEVENT
    END:VCALENDAR
    ");
    assert_snapshot!(branch.run("due --ics duties.ics"), @"
    --- stderr
    wrote a calendar of 2 to duties.ics
    ");
    assert_eq!(branch.read("duties.ics"), branch.run("due --ics -"));
    assert_snapshot!(branch.run("due --ics duties.ics --dry-run"), @"
    --- stderr
    would write duties.ics
    ");
    assert_snapshot!(branch.run("due --ics nowhere/duties.ics"), @"
    --- stderr
    error: failed to write `nowhere/duties.ics`: it is not there
    --- exit Some(1)
    ");
}

/// A calendar without the ids, which the first commit of the records is part of.
fn without_ids(calendar: &str) -> String {
    let line = |line: &str| match line.strip_prefix("UID:") {
        Some(id) => format!("UID:ID{}", id.trim_start_matches(|c: char| c.is_ascii_hexdigit())),
        None => line.to_owned(),
    };
    calendar.replace('\r', "").lines().map(line).collect::<Vec<_>>().join("\n")
}

/// The ids of what is in a calendar, each with what it is about.
fn ids(branch: &Sandbox) -> Vec<(String, String)> {
    let calendar = branch.run("due --ics - --within 1y").replace('\r', "");
    let events = calendar.split("BEGIN:VEVENT").skip(1);
    let line = |event: &str, key: &str| event.lines().find_map(|line| line.strip_prefix(key)).unwrap().to_owned();
    events.map(|event| (line(event, "UID:"), line(event, "SUMMARY:"))).collect()
}

#[test]
fn what_is_in_a_calendar_keeps_its_id_and_shares_it_with_nothing() {
    let two = format!("[[duty]]\n{DUTY}kinds = [\"committee\"]\nper = \"month\"\n");
    // Two duties that say the same.
    let branch = owing(&format!("{two}\n{}", two.replace("id = \"d\"", "id = \"e\"")));
    let before = ids(&branch);
    let unlike: std::collections::BTreeSet<_> = before.iter().map(|(id, _)| id).collect();
    assert!(before.len() > 4 && unlike.len() == before.len(), "{before:?}");
    // Neither a comment in the rules, nor another name of the rule, nor the name of the body makes another of it.
    let rules = branch.read("rules/duties.toml");
    branch.write("rules/duties.toml", format!("# 说明\n{}", rules.replace("name = \"开会\"", "name = \"开支委会\"")));
    branch.write("zhibu.toml", branch.read("zhibu.toml").replace("站南派出所党支部", "站南党支部"));
    let after = ids(&branch);
    assert_ne!(before, after);
    assert_eq!(before.iter().map(|(id, _)| id).collect::<Vec<_>>(), after.iter().map(|(id, _)| id).collect::<Vec<_>>());
    // Another body with the same rules has others; without git, by its name.
    let other = owing(&rules);
    std::fs::remove_dir_all(branch.root().join(".git")).unwrap();
    std::fs::remove_dir_all(other.root().join(".git")).unwrap();
    let (one, two) = (ids(&branch), ids(&other));
    assert!(one.iter().zip(&two).all(|((id, _), (other, _))| id != other));
}

#[test]
fn what_each_group_owes_stands_by_itself_in_the_calendar() {
    let branch = owing(&format!("[[duty]]\n{DUTY}kinds = [\"group\"]\nper = \"month\"\nby = \"group\"\n"));
    branch.write("zhibu.toml", branch.read("zhibu.toml").replace("since = 2024-01-01", "since = 2026-11-01"));
    let calendar = branch.run("due --ics -").replace('\r', "");
    let lines = |key: &str| calendar.lines().filter(|line| line.starts_with(key)).collect::<Vec<_>>();
    assert_eq!(lines("SUMMARY:"), ["SUMMARY:2026-11 开会 · 刑侦党小组", "SUMMARY:2026-11 开会 · 综合党小组"]);
    assert_eq!(lines("UID:").into_iter().collect::<std::collections::BTreeSet<_>>().len(), 4);
}

#[test]
fn duties_of_a_period_are_reported() {
    let branch = owing(&format!("[[duty]]\n{DUTY}kinds = [\"committee\"]\nper = \"month\"\nsource = \"条例第12条\"\n"));
    branch.run("meeting log committee --on 09-10");
    assert_snapshot!(branch.run("report duties --period 2026-09..2026-11"), @"
    duty  duty  period   until       times  done  state   how firm
    ────  ────  ───────  ──────────  ─────  ────  ──────  ─────────
    d     开会  2026-09  2026-09-30      1     1  kept    as a rule
        ← 条例第12条 ← rules/duties.toml:1
    d     开会  2026-10  2026-10-31      1     0  missed  as a rule
        ← 条例第12条 ← rules/duties.toml:1
    d     开会  2026-11  2026-11-30      1     0  open    as a rule
        ← 条例第12条 ← rules/duties.toml:1
    ");
    assert_snapshot!(branch.run("export --month 2026-10 --out - --table duties"), @"
    duty,duty_name,whose,whose_name,period,until,times,done,duty_state,firm,source,rule
    d,开会,,,2026-10,2026-10-31,1,0,missed,as-a-rule,条例第12条,rules/duties.toml:1
    ");
}

/// The commands that `due` gives are calls that parse, once the words in capitals are filled in.
#[test]
fn every_command_can_be_pasted() {
    let example = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/zhannan");
    let branch = Sandbox::empty();
    std::process::Command::new("cp").arg("-r").arg(example.join(".")).arg(branch.root()).status().unwrap();
    let mut tried = std::collections::BTreeSet::new();
    for day in ["2026-01-05", "2026-11-23", "2027-01-10", "2027-06-30", "2028-01-31"] {
        let output = branch.command(&["due", "--on", day, "--within", "6m", "--format", "json"]).output().unwrap();
        let rows: Vec<serde_json::Value> = serde_json::from_slice(&output.stdout).unwrap();
        assert!(!rows.is_empty());
        for row in rows {
            let command = row["command"].as_str().unwrap();
            let filled = [("DATE", day), ("WHO", "zhao-gang"), ("HOURS", "2"), ("AMOUNT", "10.00")];
            let filled = filled.iter().fold(command.to_owned(), |command, (word, with)| command.replace(word, with));
            let words: Vec<_> = filled.split(' ').chain(["--dry-run", "--no-commit"]).collect();
            assert_eq!(words[0], "zhibu", "{command}");
            if tried.insert(words[1..4].join(" ")) {
                let output = branch.command(&words[1..]).env("ZHIBU_TODAY", day).output().unwrap();
                assert_ne!(output.status.code(), Some(2), "{command}: {}", String::from_utf8_lossy(&output.stderr));
            }
        }
    }
}

#[test]
fn a_period_in_which_a_duty_changes_is_owed_once_by_the_version_of_its_last_day() {
    let branch = Sandbox::branch();
    branch.write("zhibu.toml", branch.read("zhibu.toml").replace("since = 2026-11-23", "since = 2026-01-01"));
    let version =
        |keys: &str| format!("[[duty]]\nid = \"d\"\nname = \"x\"\nkinds = [\"committee\"]\nfirm = \"must\"\n{keys}\n");
    let owed = |old: &str, new: &str| {
        branch.write("rules/duties.toml", version(old) + &version(new));
        let told = branch.run("report duties -p 2026Q3 --format json");
        let rows: Vec<serde_json::Value> =
            serde_json::from_str(&told).unwrap_or_else(|fault| panic!("{fault}: {told}"));
        let row = |row: &serde_json::Value| format!("{} {}", row["period"].as_str().unwrap(), row["times"]);
        rows.iter().map(row).collect::<Vec<_>>()
    };
    let quarters = |until: &str, from: &str| {
        owed(
            &format!("per = \"quarter\"\ntimes = 2\nfrom = 2020-01-01\nuntil = {until}"),
            &format!("per = \"quarter\"\nfrom = {from}"),
        )
    };
    assert_eq!(quarters("2026-06-30", "2026-07-01"), ["2026Q3 1"]);
    assert_eq!(quarters("2026-08-15", "2026-08-16"), ["2026Q3 1"]);
    assert_eq!(quarters("2026-09-29", "2026-09-30"), ["2026Q3 1"]);
    assert_eq!(quarters("2026-09-30", "2026-10-01"), ["2026Q3 2"]);
    let other = |until: &str, from: &str, per: [&str; 2]| {
        owed(
            &format!("per = \"{}\"\nfrom = 2020-01-01\nuntil = {until}", per[0]),
            &format!("per = \"{}\"\nfrom = {from}", per[1]),
        )
    };
    assert_eq!(other("2026-08-15", "2026-08-16", ["quarter", "month"]), ["2026-08 1", "2026-09 1"]);
    assert_eq!(other("2026-08-15", "2026-08-16", ["month", "quarter"]), ["2026-07 1", "2026Q3 1"]);
}

#[test]
fn what_is_overdue_is_set_off_by_a_colour_where_there_are_any() {
    let branch = Sandbox::branch();
    let red = "\u{1b}[1m\u{1b}[31moverdue\u{1b}[0m";
    branch.run("issue open 护栏松动 --owner 孙磊 --on 2026-11-20 --deadline 2026-11-22");
    let told = branch.run("due --color always");
    assert_eq!(told.matches(red).count(), told.matches("overdue").count(), "{told}");
    assert!(told.contains(red), "{told}");
    assert!(!branch.run("due").contains('\u{1b}'));
    assert!(!branch.run("due --color always --format csv").contains('\u{1b}'));
}
