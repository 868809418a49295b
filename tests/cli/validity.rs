//! Whether a meeting was valid, each rule on the number below, at and above its limit; and what its record leaves open.

use std::fmt::Write;

use insta::assert_snapshot;

use crate::sandbox::Sandbox;

/// A branch of so many full and probationary members: m01 to m05 on the committee, m06 to m08 lead the three groups.
fn station(full: usize, probationary: usize) -> Sandbox {
    let branch = Sandbox::empty();
    branch.run("init --name 站南派出所党支部");
    for group in ["one", "three", "two"] {
        branch.write(&format!("groups/{group}.toml"), format!("name = \"{group}\"\nfrom = 2024-01-01\n"));
    }
    for number in 1..=full + probationary {
        let (standing, from) = if number <= full { ("full", "2010-01-01") } else { ("probationary", "2025-12-01") };
        let group = ["one", "three", "two"][number % 3];
        let mut text = format!("name = \"成员{number:02}\"\n[[standing]]\nis = \"{standing}\"\nfrom = {from}\n");
        let joined = if number <= full { "2024-01-01" } else { from };
        write!(text, "[[group]]\nid = \"{group}\"\nfrom = {joined}\n").unwrap();
        let posts = ["secretary", "deputy", "organization", "publicity", "discipline"];
        let post = posts.get(number - 1).copied().or((6..=8).contains(&number).then_some("group-leader"));
        if let Some(post) = post {
            let elected = if number <= full { "2024-06-20" } else { from };
            write!(text, "[[post]]\nid = \"{post}\"\nfrom = {elected}\n").unwrap();
        }
        branch.write(&format!("members/m{number:02}.toml"), text);
    }
    branch
}

/// Those from one number to another, as a list of TOML.
fn people(range: std::ops::RangeInclusive<usize>) -> String {
    let lines: String = range.map(|number| format!("\"m{number:02}\", ")).collect();
    format!("[{lines}]")
}

/// Those from one number to another, each absent for a reason.
fn away(range: std::ops::RangeInclusive<usize>) -> String {
    let lines: String = range.map(|number| format!("{{ member = \"m{number:02}\", reason = \"duty\" }}, ")).collect();
    format!("[{lines}]")
}

impl Sandbox {
    /// Writes a general meeting to which the first so many of so many came, with what else it says.
    fn general(&self, day: &str, came: usize, of: usize, more: &str) {
        let (there, not) = (people(1..=came), away(came + 1..=of));
        let text = format!(
            "kind = \"general\"\ndate = {day}\nchair = \"m01\"\ntopics = [\"x\"]\npresent = {there}\nabsent = {not}\n{more}\n"
        );
        self.write(&format!("meetings/{}/{day}-general.toml", &day[..4]), text);
    }

    /// What `check` finds in some files, each with the stem of its file.
    fn found(&self, paths: &[&str]) -> Vec<String> {
        let words = [&["check", "--format", "json"], paths].concat();
        let output = self.command(&words).output().unwrap();
        let findings: Vec<serde_json::Value> = serde_json::from_slice(&output.stdout).unwrap();
        let told = |finding: &serde_json::Value| {
            let file = finding["file"].as_str().unwrap().rsplit('/').next().unwrap().trim_end_matches(".toml");
            format!("{} {file}", finding["code"].as_str().unwrap())
        };
        findings.iter().map(told).collect()
    }

    /// The outcome of the first decision of a meeting.
    fn outcome(&self, meeting: &str) -> String {
        let output = self.command(&["meeting", "show", meeting, "--format", "json"]).output().unwrap();
        let page: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
        page["decisions"][0]["outcome"].as_str().unwrap_or_default().to_owned()
    }
}

const ORDINARY: &str = "[[decision]]\ntext = \"x\"\n";
const ADMISSION: &str = "[[decision]]\ntext = \"x\"\nkind = \"admission\"\nvotes = { for = 0, against = 0, abstain = 0, given = 0, returned = 0 }\n";
const ELECTION: &str = "[[decision]]\ntext = \"x\"\nkind = \"election\"\nvotes = { for = 0, against = 0, abstain = 0, given = 0, returned = 0 }\n";

/// Whether a general meeting has a quorum when one fewer than so many came, when so many did, and one more.
#[track_caller]
fn quorum(full: usize, decision: &str, least: usize) {
    let branch = station(full, 1);
    for (day, came) in [("2026-03-01", least - 1), ("2026-03-02", least), ("2026-03-03", least + 1)] {
        // The probationary member is there each time, and has no vote.
        branch.general(day, came, full, decision);
        let path = format!("meetings/2026/{day}-general.toml");
        let text = branch.read(&path).replace("present = [", &format!("present = [\"m{:02}\", ", full + 1));
        branch.write(&path, text);
    }
    assert_eq!(branch.found(&["meetings"]), ["no-quorum 2026-03-01-general"], "{full} {decision}");
}

/// The table of the regulations: of so many with a vote, how many have to come.
#[test]
fn a_meeting_decides_with_those_who_have_a_vote() {
    for (full, ordinary, admission, election) in [(27, 14, 14, 22), (26, 13, 14, 21), (25, 13, 13, 20)] {
        quorum(full, ORDINARY, ordinary);
        quorum(full, ADMISSION, admission);
        quorum(full, ELECTION, election);
    }
}

#[test]
fn the_committee_meets_with_at_least_half_whatever_it_decides() {
    let branch = station(9, 0);
    for (day, came) in [("2026-03-01", 2), ("2026-03-02", 3), ("2026-03-03", 4)] {
        let (there, not) = (people(1..=came), away(came + 1..=5));
        let text = format!(
            "kind = \"committee\"\ndate = {day}\nchair = \"m01\"\ntopics = [\"x\"]\npresent = {there}\nabsent = {not}\n"
        );
        branch.write(&format!("meetings/2026/{day}-committee.toml"), text);
    }
    assert_snapshot!(branch.run("check meetings"), @r#"
    meetings/2026/2026-03-01-committee.toml:1:8: must: of 5 with a vote 2 came, and 3 have to [no-quorum]
      |
    1 | kind = "committee"
      |        ^^^^^^^^^^^
    source: 《中国共产党支部工作条例（试行）》第12条
    --- stderr
    1 finding
    --- exit Some(1)
    "#);
}

#[test]
fn a_decision_is_carried_by_more_than_half_of_those_who_should_have_come() {
    let branch = station(26, 1);
    let decision = |votes: &str, more: &str| format!("[[decision]]\ntext = \"x\"\nvotes = {{ {votes} }}\n{more}");
    branch.general("2026-03-01", 26, 26, &decision("for = 13, against = 0, abstain = 13", ""));
    branch.general("2026-03-02", 26, 26, &decision("for = 14, against = 12, abstain = 0", ""));
    branch.general("2026-03-03", 26, 26, &decision("for = 15, against = 11, abstain = 0", ""));
    // Fourteen came and thirteen were for it: most of those there, and not enough.
    branch.general("2026-03-04", 14, 26, &decision("for = 13, against = 1, abstain = 0", "carried = true"));
    branch.general("2026-03-05", 14, 26, &decision("for = 14, against = 0, abstain = 0", "carried = false"));
    branch.general("2026-03-06", 12, 26, &decision("for = 12, against = 0, abstain = 0", ""));
    branch.general("2026-03-07", 14, 26, "[[decision]]\ntext = \"x\"\ncarried = true");
    let outcomes: Vec<_> = (1..=7).map(|day| branch.outcome(&format!("2026-03-0{day}"))).collect();
    let expected = ["not-carried", "carried", "carried", "not-carried", "carried", "no-quorum", "carried"];
    assert_eq!(outcomes, expected);
    let codes: Vec<_> =
        branch.found(&["meetings"]).into_iter().filter(|found| !found.starts_with("open-seats")).collect();
    assert_eq!(
        codes,
        ["result-wrong 2026-03-04-general", "result-wrong 2026-03-05-general", "no-quorum 2026-03-06-general"]
    );
}

#[test]
fn an_election_is_decided_by_those_who_came() {
    let branch = station(26, 0);
    for (day, yes) in [("2026-03-01", 11), ("2026-03-02", 12)] {
        let votes = format!("votes = {{ for = {yes}, against = 0, abstain = 11, given = 22, returned = 22 }}");
        let votes = votes.replace("abstain = 11", &format!("abstain = {}", 22 - yes));
        branch.general(day, 22, 26, &format!("[[decision]]\ntext = \"x\"\nkind = \"election\"\n{votes}"));
    }
    assert_eq!([branch.outcome("2026-03-01"), branch.outcome("2026-03-02")], ["not-carried", "carried"]);
    assert_eq!(branch.found(&["meetings"]), Vec::<String>::new());
}

#[test]
fn written_opinions_count_for_an_admission_and_not_otherwise() {
    let branch = station(26, 0);
    let votes = |kind: &str, written: &str| {
        format!(
            "[[decision]]\ntext = \"x\"\n{kind}votes = {{ for = 13, against = 0, abstain = 1, given = 14, returned = 14, written = {{ {written} }} }}"
        )
    };
    branch.general("2026-03-01", 14, 26, &votes("kind = \"admission\"\n", "for = 0, against = 1"));
    branch.general("2026-03-02", 14, 26, &votes("kind = \"admission\"\n", "for = 1"));
    branch.general("2026-03-03", 14, 26, &votes("", "for = 1"));
    assert_eq!(
        ["2026-03-01", "2026-03-02", "2026-03-03"].map(|day| branch.outcome(day)),
        ["not-carried", "carried", "not-carried"]
    );
    branch.general("2026-03-04", 14, 26, &votes("kind = \"admission\"\n", "for = 12"));
    branch.general("2026-03-05", 14, 26, &votes("kind = \"admission\"\n", "for = 12, abstain = 1"));
    assert_eq!(branch.found(&["meetings"]), ["too-many-votes 2026-03-05-general"]);
}

#[test]
fn those_suspended_and_those_of_the_day_alone_have_a_vote() {
    let branch = station(26, 1);
    // One is suspended in March alone: of 25 thirteen have to come, of 26 thirteen too; fourteen are more than half of 26.
    let path = "members/m26.toml";
    let text = branch.read(path) + "[[class]]\nid = \"suspended\"\nfrom = 2026-03-01\nuntil = 2026-03-31\n";
    branch.write(path, text);
    // And the probationary member is full from April on.
    let path = "members/m27.toml";
    let text = branch.read(path) + "[[standing]]\nis = \"full\"\nfrom = 2026-04-01\n";
    branch.write(path, text);
    for day in ["2026-02-28", "2026-03-01", "2026-03-31", "2026-04-01"] {
        branch.general(day, 13, 27, ADMISSION);
    }
    // 26, 25, 25 and 27 have a vote.
    assert_eq!(branch.found(&["meetings"]), ["no-quorum 2026-02-28-general", "no-quorum 2026-04-01-general"]);
}

#[test]
fn nobody_is_missed_while_nobody_wrote_of_them() {
    let branch = station(26, 1);
    branch.general("2026-03-01", 12, 12, ORDINARY);
    assert_snapshot!(branch.run("check meetings"), @"
    meetings/2026/2026-03-01-general.toml:2:8: as a rule: due, and nobody wrote whether they came: 成员13, 成员14, 成员15, 成员16, 成员17, 成员18 and others, 15 in all [open-seats]
      |
    2 | date = 2026-03-01
      |        ^^^^^^^^^^
    help: zhibu meeting attend 2026-03-01-general --present WHO, or --absent WHO:REASON
    --- stderr
    1 finding
    --- exit Some(1)
    ");
    branch.general("2026-03-01", 12, 26, ORDINARY);
    assert_snapshot!(branch.run("check meetings"), @"
    meetings/2026/2026-03-01-general.toml:2:8: as a rule: due, and nobody wrote whether they came: 成员27 [open-seats]
      |
    2 | date = 2026-03-01
      |        ^^^^^^^^^^
    help: zhibu meeting attend 2026-03-01-general --present WHO, or --absent WHO:REASON
    meetings/2026/2026-03-01-general.toml:7:1: must: of 26 with a vote 12 came, and 13 have to [no-quorum]
      |
    7 | [[decision]]
      | ^^^^^^^^^^^^
    source: 《中国共产党支部工作条例（试行）》第11条
    --- stderr
    2 findings
    --- exit Some(1)
    ");
}

#[test]
fn votes_are_no_more_than_those_with_a_vote() {
    let branch = station(26, 1);
    let vote =
        |yes: usize| format!("[[decision]]\ntext = \"x\"\nvotes = {{ for = {yes}, against = 0, abstain = 0 }}\n");
    for (day, yes) in [("2026-03-01", 25), ("2026-03-02", 26), ("2026-03-03", 27)] {
        branch.general(day, 27, 27, &vote(yes));
    }
    // A group's rules give everybody who is due a vote.
    let group = |day: &str, yes: usize| {
        let there = "[\"m03\", \"m06\", \"m09\", \"m12\", \"m15\", \"m18\", \"m21\", \"m24\", \"m27\"]";
        let text = format!(
            "kind = \"group\"\ngroup = \"one\"\ndate = {day}\nchair = \"m06\"\ntopics = [\"x\"]\npresent = {there}\n{}",
            vote(yes)
        );
        branch.write(&format!("meetings/2026/{day}-group-one.toml"), text);
    };
    group("2026-03-04", 9);
    group("2026-03-05", 10);
    assert_snapshot!(branch.run("check meetings"), @"
    meetings/2026/2026-03-03-general.toml:9:9: 27 votes, but at most 26 with a vote were there, and 1 without one [too-many-votes]
      |
    9 | votes = { for = 27, against = 0, abstain = 0 }
      |         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    source: 《中国共产党支部工作条例（试行）》第11条
    meetings/2026/2026-03-05-group-one.toml:9:9: 10 votes, but at most 9 with a vote were there [too-many-votes]
      |
    9 | votes = { for = 10, against = 0, abstain = 0 }
      |         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    --- stderr
    2 findings
    --- exit Some(1)
    ");
}

#[test]
fn ballots_add_up() {
    let branch = station(26, 0);
    for (day, ballots, invalid) in [
        ("2026-03-01", "given = 26, returned = 25", ""),
        ("2026-03-02", "given = 26, returned = 26", ""),
        ("2026-03-03", "given = 26, returned = 26", ", invalid = 1"),
        ("2026-03-04", "given = 25, returned = 26", ""),
        ("2026-03-05", "given = 27, returned = 26", ""),
        ("2026-03-06", "returned = 26", ""),
    ] {
        let votes = format!("votes = {{ for = 20, against = 5, abstain = 1, {ballots}{invalid} }}");
        branch.general(day, 26, 26, &format!("[[decision]]\ntext = \"x\"\nkind = \"election\"\n{votes}"));
    }
    assert_eq!(
        branch.found(&["meetings"]),
        [
            "votes-add-up 2026-03-01-general",
            "votes-add-up 2026-03-03-general",
            "votes-add-up 2026-03-04-general",
            "too-many-votes 2026-03-05-general",
            "ballots-missing 2026-03-06-general",
        ]
    );
}

#[test]
fn a_decision_is_taken_where_it_may_be_and_with_its_votes() {
    let branch = station(9, 0);
    let due = "[\"m01\", \"m02\", \"m03\", \"m04\", \"m05\"]";
    let committee = |day: &str, kind: &str| {
        let text = format!(
            "kind = \"committee\"\ndate = {day}\nchair = \"m01\"\ntopics = [\"x\"]\npresent = {due}\n[[decision]]\ntext = \"x\"\n{kind}"
        );
        branch.write(&format!("meetings/2026/{day}-committee.toml"), text);
    };
    committee("2026-03-01", "kind = \"ordinary\"\n");
    committee("2026-03-02", "kind = \"discipline\"\n");
    branch.general("2026-03-03", 9, 9, "[[decision]]\ntext = \"x\"\nkind = \"discipline\"");
    branch.general("2026-03-04", 9, 9, "[[decision]]\ntext = \"x\"\nkind = \"conversion\"");
    assert_snapshot!(branch.run("check meetings"), @r#"
    meetings/2026/2026-03-02-committee.toml:8:8: must: a 支委会 cannot decide: 处分 [decision-elsewhere]
      |
    8 | kind = "discipline"
      |        ^^^^^^^^^^^^
    source: 《中国共产党支部工作条例（试行）》第11条
    help: it is for: 党员大会; or correct its kind
    meetings/2026/2026-03-04-general.toml:9:8: as a rule: 预备党员转正: the votes are not recorded [votes-missing]
      |
    9 | kind = "conversion"
      |        ^^^^^^^^^^^^
    source: 《中国共产党发展党员工作细则》（2014年）第20、21、33条
    help: write `votes = { for = …, against = …, abstain = … }` in the decision
    --- stderr
    2 findings
    --- exit Some(1)
    "#);
}

#[test]
fn a_meeting_is_led_by_those_who_may_or_were_asked() {
    let branch = station(9, 0);
    let general = |day: &str, chair: &str| {
        branch.general(day, 9, 9, "");
        let path = format!("meetings/2026/{day}-general.toml");
        branch.write(&path, branch.read(&path).replace("chair = \"m01\"", chair));
    };
    general("2026-03-01", "chair = \"m02\"");
    general("2026-03-02", "chair = \"m03\"");
    general("2026-03-03", "chair = \"m03\"\ndelegated-by = \"m01\"");
    general("2026-03-04", "chair = \"m03\"\ndelegated-by = \"m04\"");
    general("2026-03-05", "chair = \"m09\"\ndelegated-by = \"m01\"");
    // m06 leads group one, m08 another; m01 is the secretary and leads no group's meeting.
    for (day, chair) in [("2026-03-06", "m06"), ("2026-03-07", "m08"), ("2026-03-08", "m01")] {
        let there = "[\"m03\", \"m06\", \"m09\"]";
        let text = format!(
            "kind = \"group\"\ngroup = \"one\"\ndate = {day}\nchair = \"{chair}\"\ntopics = [\"x\"]\npresent = {there}\n"
        );
        branch.write(&format!("meetings/2026/{day}-group-one.toml"), text);
    }
    // A deputy from 20 June on, and not the day before.
    branch.write(
        "meetings/2024/2024-06-19-general.toml",
        "kind = \"general\"\ndate = 2024-06-19\nchair = \"m02\"\ntopics = [\"x\"]\n",
    );
    branch.write(
        "meetings/2024/2024-06-20-general.toml",
        "kind = \"general\"\ndate = 2024-06-20\nchair = \"m02\"\ntopics = [\"x\"]\n",
    );
    let found: Vec<_> = branch.found(&["meetings"]).into_iter().filter(|found| found.starts_with("chair")).collect();
    assert_eq!(
        found,
        [
            "chair-not-entitled 2024-06-19-general",
            "chair-not-entitled 2026-03-02-general",
            "chair-not-entitled 2026-03-04-general",
            "chair-not-entitled 2026-03-05-general",
            "chair-not-entitled 2026-03-07-group-one",
            "chair-not-entitled 2026-03-08-group-one",
        ]
    );
    assert_snapshot!(branch.chinese().run("check meetings/2026/2026-03-04-general.toml meetings/2026/2026-03-05-general.toml"), @r#"
    meetings/2026/2026-03-04-general.toml:4:16: 一般：成员04 不是书记、副书记，不能委托别人主持党员大会 [chair-not-entitled]
      |
    4 | delegated-by = "m04"
      |                ^^^^^
    依据：《中国共产党支部工作条例（试行）》第11条
    建议：改主持人，或写明委托人：zhibu meeting edit 2026-03-04-general --delegated-by 谁
    meetings/2026/2026-03-05-general.toml:3:9: 一般：成员09 不是组织委员、宣传委员、纪检委员，不能受委托主持党员大会 [chair-not-entitled]
      |
    3 | chair = "m09"
      |         ^^^^^
    依据：《中国共产党支部工作条例（试行）》第11条
    建议：改主持人，或写明委托人：zhibu meeting edit 2026-03-05-general --delegated-by 谁
    --- stderr
    发现 2 处问题
    --- exit Some(1)
    "#);
}

#[test]
fn gaps_of_a_record_are_told_and_closed_by_the_command_that_is_told() {
    let branch = Sandbox::branch();
    branch.run("meeting log group -g criminal --on 2026-11-05 --present 赵刚 --absent 孙磊");
    assert_snapshot!(branch.run("check meetings"), @r#"
    meetings/2026/2026-11-05-group-criminal.toml:1:8: as a rule: the record does not say: chair, topics [record-thin]
      |
    1 | kind = "group"
      |        ^^^^^^^
    help: add it: zhibu meeting edit 2026-11-05-group-criminal …
    meetings/2026/2026-11-05-group-criminal.toml:3:8: as a rule: due, and nobody wrote whether they came: 王芳 (刑侦党小组) [open-seats]
      |
    3 | date = 2026-11-05
      |        ^^^^^^^^^^
    help: zhibu meeting attend 2026-11-05-group-criminal --present WHO, or --absent WHO:REASON
    meetings/2026/2026-11-05-group-criminal.toml:8:3: as a rule: 孙磊 was absent, and nobody says why [absent-without-reason]
      |
    8 |   { member = "sun-lei" },
      |   ^^^^^^^^^^^^^^^^^^^^^^
    help: zhibu meeting attend 2026-11-05-group-criminal --absent sun-lei:REASON
    --- stderr
    3 findings
    --- exit Some(1)
    "#);
    branch.run("meeting attend 2026-11-05-group-criminal --absent sun-lei:duty --absent wang-fang:leave");
    branch.run("meeting edit 2026-11-05-group-criminal --topic 学习 --chair 赵刚");
    assert_snapshot!(branch.run("check meetings"), @r#"
    meetings/2026/2026-11-05-group-criminal.toml:11:9: as a rule: 赵刚 led a 党小组会, but is none of 党小组组长, and nobody is named who asked [chair-not-entitled]
       |
    11 | chair = "zhao-gang"
       |         ^^^^^^^^^^^
    source: 《中国共产党支部工作条例（试行）》第13条
    help: correct the chair, or say who asked: zhibu meeting edit 2026-11-05-group-criminal --delegated-by WHO
    --- stderr
    1 finding
    --- exit Some(1)
    "#);
}

#[test]
fn a_branch_without_needs_asks_for_nothing_and_one_with_minutes_for_them() {
    let branch = Sandbox::branch();
    branch.run("meeting log warning --on 2026-11-05");
    assert_eq!(branch.found(&["meetings"]), Vec::<String>::new());
    let rules = branch.read("rules/meetings.toml");
    let needs = "needs = [\"minutes\", \"place\", \"time\", \"evidence\", \"recorder\", \"lecturer\"]\n";
    branch
        .write("rules/meetings.toml", rules.replace("name = \"警示教育\"\n", &format!("name = \"警示教育\"\n{needs}")));
    assert_snapshot!(branch.run("check meetings"), @r#"
    meetings/2026/2026-11-05-warning.toml:1:8: as a rule: the record does not say: minutes, place, time, evidence, recorder, lecturer [record-thin]
      |
    1 | kind = "warning"
      |        ^^^^^^^^^
    help: add it: zhibu meeting edit 2026-11-05-warning …
    --- stderr
    1 finding
    --- exit Some(1)
    "#);
    branch.write("minutes.txt", "一、学习\n");
    branch.run("meeting edit 2026-11-05 --minutes minutes.txt --place 二楼 --time 09:00 --recorder 李敏 --lecturer 赵刚 --evidence minutes.txt");
    assert_eq!(branch.found(&["meetings"]), Vec::<String>::new());
}

#[test]
fn one_picture_shows_one_meeting() {
    let branch = Sandbox::branch();
    branch.write("a.png", "one");
    branch.write("b.png", "two");
    branch.run("meeting log theme-day --on 2026-11-01 --topic x --evidence a.png --evidence a.png");
    branch.run("meeting log theme-day --on 2026-11-02 --topic x --evidence b.png");
    assert_eq!(branch.found(&["meetings"]), Vec::<String>::new());
    branch.run("meeting log theme-day --on 2026-11-03 --topic x --evidence a.png");
    assert_snapshot!(branch.run("check meetings"), @r#"
    meetings/2026/2026-11-03-theme-day.toml:15:12: as a rule: evidence/2026/2026-11-03-theme-day-1.png is the same as the evidence of 2026-11-01 主题党日 [same-evidence]
       |
    15 |   { file = "evidence/2026/2026-11-03-theme-day-1.png", sha256 = "7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed" },
       |            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    --- stderr
    1 finding
    --- exit Some(1)
    "#);
    branch.run("meeting remove 2026-11-01 --why 重复 --yes");
    assert_eq!(branch.found(&["meetings"]), Vec::<String>::new());
}

#[test]
fn dues_are_paid_by_members() {
    let branch = Sandbox::branch();
    branch.run("member add 周洋 -s applicant --from 2026-01-01");
    branch.run("member standing 周洋 probationary --from 2026-03-31");
    branch.run("member leave 孙磊 --from 2026-06-01 --reason 调出");
    let line = |id: &str, month: &str, who: &str| {
        format!("  {{ id = \"{id}\", month = \"{month}\", member = \"{who}\", amount = \"1\", paid = 2026-07-01 }},\n")
    };
    let amounts = "amounts = [\n  { id = \"a\", member = \"zhou-yang\", from = \"2026-01\", amount = \"1\" },\n  { id = \"b\", member = \"sun-lei\", from = \"2026-01\", amount = \"1\" },\n]\n";
    let lines = [
        line("c", "2026-02", "zhou-yang"),
        line("d", "2026-03", "zhou-yang"),
        line("e", "2026-05", "sun-lei"),
        line("f", "2026-06", "sun-lei"),
    ];
    branch.write("dues/2026.toml", format!("{amounts}payments = [\n{}]\n", lines.concat()));
    assert_snapshot!(branch.run("check dues"), @r#"
    dues/2026.toml:6:43: 周洋 was no member in 2026-02 and owes nothing [payer-no-member]
      |
    6 |   { id = "c", month = "2026-02", member = "zhou-yang", amount = "1", paid = 2026-07-01 },
      |                                           ^^^^^^^^^^^
    help: correct who paid, or strike it: zhibu dues remove c --why REASON
    dues/2026.toml:9:43: 孙磊 was no member in 2026-06 and owes nothing [payer-no-member]
      |
    9 |   { id = "f", month = "2026-06", member = "sun-lei", amount = "1", paid = 2026-07-01 },
      |                                           ^^^^^^^^^
    help: correct who paid, or strike it: zhibu dues remove f --why REASON
    --- stderr
    2 findings
    --- exit Some(1)
    "#);
}

/// What `check` finds of groups and the committee in a branch of so many full and probationary members.
fn sizes(full: usize, probationary: usize, change: impl Fn(&Sandbox)) -> Vec<String> {
    let branch = station(full, probationary);
    change(&branch);
    let mut found = branch.found(&["groups", "rules", "members"]);
    found.retain(|line| ["group", "leader", "committee", "syntax"].iter().any(|part| line.starts_with(part)));
    found
}

#[test]
fn groups_have_enough_members_a_full_one_and_a_leader() {
    let none = Vec::<String>::new();
    // 9 make three groups of three; 8 leave group one with two, 10 give one four.
    assert_eq!(sizes(8, 0, |_| {}), ["group-small one"]);
    assert_eq!(sizes(9, 0, |_| {}), none);
    assert_eq!(sizes(10, 0, |_| {}), none);
    // Group one has m03, m06 and m09: of these two, one or none full.
    let to_probationary = |branch: &Sandbox, who: &str| {
        let path = format!("members/{who}.toml");
        branch.write(&path, branch.read(&path).replace("is = \"full\"", "is = \"probationary\""));
    };
    let change = |branch: &Sandbox, people: &[&str]| people.iter().for_each(|who| to_probationary(branch, who));
    assert_eq!(sizes(9, 0, |branch| change(branch, &["m03", "m09"])), none);
    assert_eq!(sizes(9, 0, |branch| change(branch, &["m03", "m09", "m06"])), ["group-core one", "leader-standing m06"]);
    // The leader's last day is yesterday, today or tomorrow.
    for (until, expected) in [("2026-11-22", &["group-leaderless one"][..]), ("2026-11-23", &[]), ("2026-11-24", &[])] {
        let found = sizes(9, 0, |branch| {
            let text = branch.read("members/m06.toml") + &format!("until = {until}\n");
            branch.write("members/m06.toml", text);
        });
        assert_eq!(found, expected, "{until}");
    }
}

#[test]
fn more_than_twenty_are_divided() {
    let alone = |branch: &Sandbox| {
        for group in ["three", "two"] {
            branch.forget(format!("groups/{group}.toml"));
        }
        for number in 1..=22 {
            let path = format!("members/m{number:02}.toml");
            if branch.root().join(&path).exists() {
                branch.write(&path, branch.read(&path).replace("\"three\"", "\"one\"").replace("\"two\"", "\"one\""));
            }
        }
    };
    for (full, expected) in [(19, &[][..]), (20, &["groups-needed branch"])] {
        assert_eq!(sizes(full, 1, alone), expected, "{full}");
    }
    assert_eq!(sizes(20, 2, alone), ["groups-needed branch"]);
    assert_eq!(sizes(20, 1, |_| {}), Vec::<String>::new());
}

#[test]
fn seven_full_members_have_a_committee_of_three_to_seven() {
    let on_it = |number: usize| {
        move |branch: &Sandbox| {
            let rules =
                branch.read("rules/branch.toml").replace("least = 3                       # 至少几名党员", "least = 1");
            branch.write(
                "rules/branch.toml",
                rules.replace("name = \"宣传委员\"\n", "name = \"宣传委员\"\nmany = true\n"),
            );
            for member in 1..=9 {
                let path = format!("members/m{member:02}.toml");
                if !branch.root().join(&path).exists() {
                    continue;
                }
                let text = branch.read(&path);
                let text = text.split("[[post]]").next().unwrap().to_owned();
                // Nobody holds a post before there is a standing.
                let from = if text.contains("\"full\"") { "from = 2024-01-01" } else { "from = 2025-12-01" };
                let mut posts =
                    if member <= number { format!("[[post]]\nid = \"publicity\"\n{from}\n") } else { String::new() };
                if text.contains("\"full\"") {
                    posts += &format!("[[post]]\nid = \"group-leader\"\n{from}\n");
                }
                branch.write(&path, text + &posts);
            }
        }
    };
    let none = Vec::<String>::new();
    assert_eq!(sizes(6, 3, on_it(0)), none);
    assert_eq!(sizes(7, 2, on_it(0)), ["committee-missing branch"]);
    assert_eq!(sizes(8, 1, on_it(0)), ["committee-missing branch"]);
    assert_eq!(sizes(6, 3, on_it(1)), none);
    assert_eq!(sizes(7, 2, on_it(2)), ["committee-small branch"]);
    assert_eq!(sizes(7, 2, on_it(3)), none);
    assert_eq!(sizes(9, 0, on_it(7)), none);
    assert_eq!(sizes(9, 0, on_it(8)), ["committee-large branch"]);
    let branch = station(9, 0);
    on_it(0)(&branch);
    assert_snapshot!(branch.run("check rules"), @"
    rules/branch.toml:222:15: must: 9 正式党员: from 7 on there has to be a committee, and nobody is on it [committee-missing]
        |
    222 | needed-from = 7
        |               ^
    source: 《中国共产党支部工作条例（试行）》第20条
    help: record who was elected: zhibu member post WHO POST; with --until for who is not any more
    --- stderr
    1 finding
    --- exit Some(1)
    ");
}

#[test]
fn nobody_is_missed_while_a_file_cannot_be_read() {
    let broken = |branch: &Sandbox| branch.write("members/m08.toml", "name = \"x\n");
    assert_eq!(sizes(8, 0, broken), ["syntax m08"]);
}
