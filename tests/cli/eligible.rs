//! Who may hold a post, be named with a step or lead a group, how large a branch is, and steps that are open too long: the
//! day before, the day, the day after.

use super::sandbox::Sandbox;

/// What `check` finds of some codes on a day: code, severity and the file or the person.
fn found(branch: &Sandbox, day: &str, codes: &[&str]) -> Vec<String> {
    let told = branch.on(day, "check --format csv");
    let of = |line: &str| line.splitn(4, ',').take(3).collect::<Vec<_>>().join(" ");
    let is_meant = |line: &&str| codes.iter().any(|code| line.split(',').next() == Some(code));
    told.lines().filter(is_meant).map(of).collect()
}

/// A branch whose records begin with 2024.
fn branch() -> Sandbox {
    let branch = Sandbox::branch();
    branch.write("zhibu.toml", branch.read("zhibu.toml").replace("since = 2026-11-23", "since = 2024-01-01"));
    branch
}

const POSTS: &[&str] = &["post-standing", "post-seniority", "leader-standing"];

#[test]
fn a_probationary_member_holds_no_post_until_converted() {
    let branch = branch();
    branch.run("member post 许诺 publicity --from 2026-11-01");
    let held = ["post-standing must members/xu-nuo.toml"];
    assert_eq!(found(&branch, "2026-10-31", POSTS), [""; 0]);
    assert_eq!(found(&branch, "2026-11-01", POSTS), held);
    branch.on("2027-02-10", "member standing 许诺 full --from 2027-02-01");
    assert_eq!(found(&branch, "2027-01-31", POSTS), held);
    assert_eq!(found(&branch, "2027-02-01", POSTS), [""; 0]);
}

#[test]
fn who_is_suspended_holds_no_post_and_leads_no_group() {
    let branch = branch();
    branch.run("member edit 李敏 --class suspended --from 2026-09-01");
    branch.run("member edit 孙磊 --class suspended --from 2026-09-01");
    let told = ["post-standing must members/li-min.toml", "leader-standing as-a-rule members/sun-lei.toml"];
    assert_eq!(found(&branch, "2026-08-31", POSTS), [""; 0]);
    assert_eq!(found(&branch, "2026-09-01", POSTS), told);
    // Rights come back, and with them the posts they never gave up.
    branch.run("member edit 李敏 --class ordinary --from 2026-10-01");
    branch.run("member edit 孙磊 --class ordinary --from 2026-10-01");
    assert_eq!(found(&branch, "2026-09-30", POSTS), told);
    assert_eq!(found(&branch, "2026-10-01", POSTS), [""; 0]);
}

#[test]
fn who_left_holds_no_post() {
    let branch = branch();
    branch.run("member post 许诺 publicity --from 2026-11-01");
    branch.run("member leave 许诺 --from 2026-11-10 --reason 调离");
    assert_eq!(found(&branch, "2026-11-09", POSTS), ["post-standing must members/xu-nuo.toml"]);
    assert_eq!(found(&branch, "2026-11-10", POSTS), [""; 0]);
}

#[test]
fn a_secretary_has_been_a_full_member_for_a_year() {
    for (full, expected) in [("2025-11-01", 0), ("2025-11-02", 0), ("2025-11-03", 1)] {
        let branch = branch();
        branch.run(&format!("member add 新书记 -s full --from {full}"));
        branch.run("member post 赵刚 secretary --until 2026-11-01");
        branch.run("member post 新书记 secretary --from 2026-11-02");
        let told = found(&branch, "2026-11-23", POSTS);
        assert_eq!(told.len(), expected, "{full}: {told:?}");
        assert!(told.iter().all(|line| line.starts_with("post-seniority as-a-rule")), "{told:?}");
    }
}

#[test]
fn a_year_as_a_full_member_goes_on_over_leaving_and_coming_back() {
    let branch = branch();
    branch.run("member post 赵刚 secretary --until 2026-11-01");
    branch.run("member leave 孙磊 --from 2026-06-01 --reason 调离");
    branch.run("member standing 孙磊 full --from 2026-09-01");
    branch.run("member post 孙磊 secretary --from 2026-11-02");
    assert_eq!(found(&branch, "2026-11-23", POSTS), [""; 0]);
    // Without a day on which the post was taken up nothing can be said of the time before.
    let file = branch.read("members/li-min.toml").replace("from = 2016-01-01", "from = 2026-08-01");
    branch.write(
        "members/li-min.toml",
        file.replace("id = \"organization\"\nfrom = 2024-06-20\n", "id = \"secretary\"\n"),
    );
    assert_eq!(found(&branch, "2026-11-23", POSTS), [""; 0]);
}

#[test]
fn introducers_and_contacts_are_full_members_in_good_standing_on_the_day() {
    let introduced = |on: &str| {
        let branch = branch();
        branch.run("member add 候选人 -s candidate --from 2026-06-01");
        branch.run("member edit 李敏 --class suspended --from 2026-09-01");
        branch.run("member edit 李敏 --class ordinary --from 2026-10-01");
        branch.run(&format!("member step 候选人 introducers --on {on} --with 赵刚 --with 李敏"));
        found(&branch, "2026-11-23", &["step-people"]).len()
    };
    assert_eq!(introduced("2026-08-31"), 0);
    assert_eq!(introduced("2026-09-01"), 1);
    assert_eq!(introduced("2026-09-30"), 1);
    assert_eq!(introduced("2026-10-01"), 0);
    let branch = branch();
    branch.run("member add 积极者 -s activist --from 2026-06-01");
    branch.run("member step 积极者 contacts --on 2026-06-02 --with 许诺");
    assert_eq!(found(&branch, "2026-11-23", &["step-people"]).len(), 1);
}

#[test]
fn a_branch_has_three_full_members_and_fifty_members_at_most() {
    const SIZES: &[&str] = &["branch-small", "branch-large"];
    let branch = Sandbox::empty();
    branch.run("init --name 小支部");
    assert_eq!(found(&branch, "2026-11-23", SIZES), [""; 0]);
    for (number, name) in ["甲一", "乙二", "丙三"].iter().enumerate() {
        branch.run(&format!("member add {name} -s full --from 2020-01-0{}", number + 1));
    }
    branch.run("member add 丁四 -s probationary --from 2026-03-01");
    branch.run("member leave 丙三 --from 2026-11-20 --reason 调离");
    assert_eq!(found(&branch, "2026-11-19", SIZES), [""; 0]);
    assert_eq!(found(&branch, "2026-11-20", SIZES), ["branch-small must rules/branch.toml"]);
    branch.run("member standing 丙三 full --from 2026-11-22");
    assert_eq!(found(&branch, "2026-11-21", SIZES), ["branch-small must rules/branch.toml"]);
    assert_eq!(found(&branch, "2026-11-22", SIZES), [""; 0]);
    for number in 5..=51 {
        let text = "name = \"x\"\n[[standing]]\nis = \"full\"\nfrom = 2020-01-01\n";
        let last = text.replace("2020-01-01", "2026-11-21");
        branch.write(&format!("members/x-{number}.toml"), if number == 51 { &last } else { text });
    }
    assert_eq!(found(&branch, "2026-11-20", &["branch-large"]), [""; 0]);
    assert_eq!(found(&branch, "2026-11-21", &["branch-large"]), [""; 0]);
    assert_eq!(found(&branch, "2026-11-22", &["branch-large"]), ["branch-large as-a-rule rules/branch.toml"]);
}

#[test]
fn a_probation_that_is_over_is_to_be_decided() {
    const OPEN: &[&str] = &["step-overdue"];
    let branch = branch();
    branch.run("member step 许诺 admission --on 2026-02-01");
    branch.run("member step 许诺 approval --on 2026-03-01");
    branch.run("member step 许诺 oath --on 2026-03-10");
    branch.on("2027-01-15", "member step 许诺 conversion-application --on 2027-01-15");
    let open = ["step-overdue must members/xu-nuo.toml"];
    assert_eq!(found(&branch, "2027-01-31", OPEN), [""; 0]);
    assert_eq!(found(&branch, "2027-02-01", OPEN), [""; 0]);
    assert_eq!(found(&branch, "2027-02-02", OPEN), open);
    // Longer by half a year, from the end of the first.
    let extended = branch.clone_of(None);
    extended.on("2027-02-03", "member step 许诺 extension --on 2027-02-02 --for 6m");
    extended.on("2027-07-20", "member step 许诺 conversion-application --on 2027-07-20");
    assert_eq!(found(&extended, "2027-08-01", OPEN), [""; 0]);
    assert_eq!(found(&extended, "2027-08-02", OPEN), open);
    // Decided three weeks later it is not late.
    branch.on("2027-02-22", "member step 许诺 conversion --on 2027-02-22");
    let after = found(&branch, "2027-02-23", &["step-overdue", "step-late", "step-standing"]);
    assert_eq!(after, [""; 0]);
    assert!(branch.read("members/xu-nuo.toml").contains("is = \"full\"\nfrom = 2027-02-01"));
}

#[test]
fn a_probation_goes_on_for_who_leaves_and_comes_back() {
    let branch = branch();
    branch.run("member leave 许诺 --from 2026-05-01 --reason 调离");
    branch.run("member standing 许诺 probationary --from 2026-10-01");
    let over =
        |day: &str| found(&branch, day, &["step-overdue"]).into_iter().filter(|line| line.contains("must")).count();
    // The approval has been late since August, the probation is over in February.
    assert_eq!(over("2027-02-01"), 1);
    assert_eq!(over("2027-02-02"), 2);
}

#[test]
fn an_examination_is_open_after_half_a_year() {
    const OPEN: &[&str] = &["step-overdue"];
    let branch = branch();
    branch.run("member add 积极者 -s activist --from 2026-03-31");
    branch.run("member step 积极者 contacts --on 2026-03-31 --with 赵刚");
    branch.run("member step 许诺 approval --on 2026-03-01");
    branch.run("member step 许诺 oath --on 2026-03-10");
    let file = ["step-overdue must members/ji-jizhe.toml"];
    assert_eq!(found(&branch, "2026-09-29", OPEN), [""; 0]);
    assert_eq!(found(&branch, "2026-09-30", OPEN), [""; 0]);
    assert_eq!(found(&branch, "2026-10-01", OPEN), file);
    branch.run("member step 积极者 examination --on 2026-11-20");
    assert_eq!(found(&branch, "2026-11-23", OPEN), [""; 0]);
}

#[test]
fn what_is_taken_every_half_year_is_owed_for_the_first_time_after_records_began() {
    let branch = Sandbox::branch();
    branch.run("member add 积极者 -s activist --from 2026-03-30");
    let open = |day: &str| {
        let told = found(&branch, day, &["step-overdue"]);
        told.iter().filter(|line| line.ends_with("members/ji-jizhe.toml")).count()
    };
    assert_eq!(open("2026-11-23"), 0);
    assert_eq!(open("2027-03-30"), 0);
    assert_eq!(open("2027-03-31"), 1);
}

#[test]
fn a_standing_holds_from_the_day_of_its_step() {
    const APART: &[&str] = &["step-standing"];
    let taken = |on: &str| {
        let branch = branch();
        branch.run("member add 积极者 -s activist --from 2026-06-01");
        branch.run(&format!("member step 积极者 activist --on {on}"));
        found(&branch, "2026-11-23", APART)
    };
    let apart = ["step-standing as-a-rule members/ji-jizhe.toml"];
    assert_eq!(taken("2025-06-01"), [""; 0], "nobody is with the branch a year before");
    assert_eq!(taken("2026-06-01"), [""; 0]);
    assert_eq!(taken("2026-06-02"), apart);
    let branch = branch();
    branch.run("member add 积极者 -s applicant --from 2024-06-01");
    branch.run("member standing 积极者 activist --from 2026-06-01");
    branch.run("member step 积极者 activist --on 2025-06-01");
    assert_eq!(found(&branch, "2026-11-23", APART), apart);
    // A step that leads to no standing, before the standing it belongs to.
    branch.run("member step 积极者 examination --on 2024-12-01");
    assert_eq!(found(&branch, "2026-11-23", &["step-order"]), ["step-order must members/ji-jizhe.toml"]);
}

#[test]
fn seniority_is_counted_from_the_end_of_probation() {
    let full_from = |from: &str| {
        let branch = branch();
        branch.run("member add 预备者 -s probationary --from 2025-06-20");
        branch.run("member step 预备者 admission --on 2025-06-20");
        branch.run("member step 预备者 conversion-application --on 2026-06-01");
        branch.run(&format!("member step 预备者 conversion --on 2026-07-01 --from {from}"));
        found(&branch, "2026-11-23", &["step-standing"]).len()
    };
    assert_eq!(full_from("2026-06-19"), 1);
    assert_eq!(full_from("2026-06-20"), 0);
    assert_eq!(full_from("2026-07-01"), 1);
}

#[test]
fn an_association_has_none_of_these() {
    let club = Sandbox::empty();
    club.run("init --name 摄影协会 --rulebook association");
    club.run("member add 甲一 -s member --from 2024-01-01 --post chair");
    let told = club.on("2027-11-23", "check --format csv");
    for code in ["post-standing", "post-seniority", "branch-small", "branch-large", "step-overdue", "step-standing"] {
        assert!(!told.contains(code), "{code}: {told}");
    }
}
