//! Two new records under one id, each made in another clone: two stay two, and one becomes one, when somebody says so.

use super::sandbox::Sandbox;

/// A branch on which some lines were run, and others in a clone of it; merged by git as far as it goes.
fn made_apart(ours: &[&str], theirs: &[&str]) -> Sandbox {
    apart(Sandbox::branch(), ours, theirs)
}

fn apart(branch: Sandbox, ours: &[&str], theirs: &[&str]) -> Sandbox {
    let there = branch.clone_of(None);
    let run = |at: &Sandbox, lines: &[&str], first: usize| {
        for (line, seed) in lines.iter().zip(first..) {
            let told = at.seeded(&seed.to_string(), line);
            assert!(!told.contains("exit"), "{line}: {told}");
        }
    };
    run(&there, theirs, 10);
    run(&branch, ours, 20);
    branch.git(&["pull", "--no-rebase", "--no-edit", there.root().to_str().unwrap(), "HEAD"]);
    branch
}

/// Whether a text has all of some others in it.
#[track_caller]
fn has(told: &str, parts: &[&str]) {
    for part in parts {
        assert!(told.contains(part), "no {part:?} in {told}");
    }
}

/// 周洋 on our side, 周阳 on theirs, each with points and a seat.
fn homophones() -> Sandbox {
    made_apart(
        &[
            "member add 周洋 -s full --from 2026-11-20 -g criminal",
            "points award 周洋 commended 5 --on 11-21",
            "meeting log 党课 --on 11-21",
        ],
        &[
            "member add 周阳 -s full --from 2026-11-01 -g office",
            "points award 周阳 commended 2 --on 11-22",
            "talk log 赵刚 周阳 --on 11-22",
        ],
    )
}

#[test]
fn two_people_stay_two() {
    let branch = homophones();
    has(&branch.run("resolve"), &["周洋", "周阳", "if they are two, `zhibu resolve RECORD --both`"]);
    has(&branch.run("resolve zhou-yang --both"), &["kept both: zhou-yang stays, the other one is zhou-yang-2 now"]);
    has(&branch.run("member list --format csv"), &["zhou-yang,周阳,", "zhou-yang-2,周洋,"]);
    let awards = branch.run("points list --format csv");
    let of = |who: &str| awards.lines().filter(|line| line.contains(who)).count();
    assert_eq!((of("周阳"), of("周洋")), (1, 1), "{awards}");
    assert!(branch.read("meetings/2026/2026-11-21-lesson.toml").contains("\"zhou-yang-2\""));
    assert!(branch.read("talks/2026.toml").contains("\"zhou-yang\""));
    assert_eq!(branch.contradictions(), Vec::<serde_json::Value>::new());
    assert_eq!(branch.git(&["status", "--porcelain"]), "");
}

#[test]
fn what_both_say_of_a_meeting_is_kept_apart_under_the_id_of_each() {
    let branch = Sandbox::branch();
    branch.run("meeting log 党课 --on 11-10");
    let branch = apart(
        branch,
        &["member add 周洋 -s full --from 2026-11-01 -g criminal", "meeting attend 11-10 --late 周洋"],
        &["member add 周阳 -s full --from 2026-11-01 -g office", "meeting attend 11-10 --present 周阳"],
    );
    branch.run("resolve zhou-yang --both");
    let meeting = branch.read("meetings/2026/2026-11-10-lesson.toml");
    assert!(meeting.contains("late = [\n  \"zhou-yang-2\",\n]") && meeting.contains("\"zhou-yang\",\n"), "{meeting}");
}

#[test]
fn one_person_recorded_twice_becomes_one() {
    let branch = made_apart(
        &["member add 周洋 -s full --from 2026-11-20 -g criminal --note 一"],
        &["member add 周洋 -s full --from 2026-11-20 -g office"],
    );
    has(&branch.chinese_once("resolve"), &["是两个，zhibu resolve 记录 --both"]);
    branch.run("resolve zhou-yang --same");
    has(&branch.read("members/zhou-yang.toml"), &["note = \"一\"", "id = \"criminal\"", "id = \"office\""]);
}

#[test]
fn an_id_that_somebody_has_or_had_is_not_given_again() {
    let branch = Sandbox::branch();
    branch.run("member add 周雍 --id zhou-yang-2 -s full --from 2020-01-01");
    branch.git(&["rm", "--quiet", "members/zhou-yang-2.toml"]);
    branch.git(&["commit", "--quiet", "-m", "gone"]);
    let branch = apart(
        branch,
        &["member add 周洋 -s full --from 2026-11-01 -g criminal"],
        &["member add 周阳 -s full --from 2026-11-01 -g office"],
    );
    branch.run("resolve --both");
    assert!(branch.read("members/zhou-yang-3.toml").contains("周洋"));
    branch.git(&["rm", "--quiet", "members/zhou-yang-3.toml"]);
    branch.git(&["commit", "--quiet", "-m", "gone"]);
    let told = branch.run("member add 周样 -s full");
    assert!(told.contains("members/zhou-yang-4.toml"), "{told}");
    let told = branch.refused("member add 周样 -s full --id zhou-yang-3");
    assert!(told.contains("`zhou-yang-3` was in use before: an id is not given again"), "{told}");
    branch.run("group add 巡防 --id patrol");
    branch.git(&["rm", "--quiet", "groups/patrol.toml"]);
    branch.git(&["commit", "--quiet", "-m", "gone"]);
    assert!(branch.refused("group add 巡逻 --id patrol").contains("`patrol` was in use before"));
    branch.write("groups.csv", "id,name,from\npatrol,巡逻,2026-11-23\n");
    assert!(branch.run("import groups groups.csv --yes").contains("`patrol` was in use before"));
}

#[test]
fn two_groups_stay_two_with_their_people_and_meetings() {
    let branch = made_apart(
        &[
            "group add 治安一组 --id public-order --from 2026-11-01",
            "member move 孙磊 public-order --from 2026-11-02",
            "member move 赵刚 public-order --from 2026-11-02",
            "meeting log group -g 治安一组 --on 11-20",
        ],
        &["group add 治安二组 --id public-order --from 2026-11-01", "member move 李敏 public-order --from 2026-11-02"],
    );
    has(&branch.run("resolve public-order --both"), &["public-order stays, the other one is public-order-2 now"]);
    assert!(branch.read("members/sun-lei.toml").contains("public-order-2"));
    assert!(branch.read("members/li-min.toml").contains("\"public-order\""));
    assert!(branch.read("meetings/2026/2026-11-20-group-public-order-2.toml").contains("group = \"public-order-2\""));
    assert_eq!(branch.contradictions(), Vec::<serde_json::Value>::new());
}

#[test]
fn two_meetings_of_a_kind_on_one_day_are_one_or_two() {
    let meetings = || {
        made_apart(
            &["meeting log 党课 --on 11-10 --topic 上午 --absent 孙磊:duty"],
            &["meeting log 党课 --on 11-10 --topic 下午"],
        )
    };
    let branch = meetings();
    has(&branch.run("resolve"), &["上午", "下午", "--same joins them"]);
    branch.run("resolve --both");
    assert!(branch.read("meetings/2026/2026-11-10-lesson.toml").contains("下午"));
    assert!(branch.read("meetings/2026/2026-11-10-lesson-2.toml").contains("上午"));
    let branch = meetings();
    branch.run("resolve --same");
    has(&branch.read("meetings/2026/2026-11-10-lesson.toml"), &["topics = [\"上午\", \"下午\"]"]);
    let branch = made_apart(&["meeting log 党课 --on 11-10"], &["meeting log 党课 --on 11-10"]);
    assert_eq!(branch.git(&["status", "--porcelain"]), "", "what is equal is no question");
}

#[test]
fn to_take_one_of_two_people_drops_nobody() {
    for line in ["resolve zhou-yang --ours", "resolve zhou-yang --theirs"] {
        let branch = homophones();
        branch.run(line);
        has(&branch.run("member list --format csv"), &["zhou-yang,周阳,", "zhou-yang-2,周洋,"]);
    }
}

#[test]
fn one_name_in_two_spellings_is_one_person() {
    let branch = Sandbox::branch();
    let there = branch.clone_of(None);
    for (at, name, note) in [(&branch, "马龙", "一"), (&there, "\u{2ee2}\u{200b}\u{2ef0}", "二")] {
        at.run_words(&["member", "add", "马龙", "-s", "full", "--from", "2026-11-01", "--note", note]);
        at.write("members/ma-long.toml", at.read("members/ma-long.toml").replace("马龙", name));
        at.git(&["commit", "--quiet", "-a", "-m", "name"]);
    }
    branch.git(&["pull", "--no-rebase", "--no-edit", there.root().to_str().unwrap(), "HEAD"]);
    let told = branch.run("resolve ma-long --ours");
    has(&told, &["settled: members/ma-long.toml", "the merge is finished"]);
    has(&branch.read("members/ma-long.toml"), &["马龙", "一"]);
    assert!(!branch.root().join("members/ma-long-2.toml").exists());
}

#[test]
fn only_what_was_made_apart_can_be_two() {
    let branch = Sandbox::branch();
    branch.git(&["checkout", "--quiet", "-b", "other"]);
    branch.run("member edit 孙磊 --name 孙雷");
    branch.git(&["checkout", "--quiet", "master"]);
    branch.run("member edit 孙磊 --name 孙垒");
    branch.git(&["merge", "--no-edit", "other"]);
    has(&branch.refused("resolve --both"), &["no person, group or meeting among it was made by both sides"]);
}

#[test]
fn two_new_names_given_apart_are_asked_and_the_former_one_goes_with_the_one_that_is_kept() {
    for (whose, name, until, group, group_until) in [
        ("ours", "孙雷", "2026-11-14", "刑侦一组", "2026-11-14"),
        ("theirs", "孙蕾", "2026-11-17", "刑警组", "2026-11-15"),
    ] {
        let branch = made_apart(
            &[
                "member edit 孙磊 --name 孙雷 --from 2026-11-15",
                "group edit criminal --name 刑侦一组 --from 2026-11-15",
            ],
            &["member edit 孙磊 --name 孙蕾 --from 2026-11-18", "group edit criminal --name 刑警组 --from 2026-11-16"],
        );
        has(&branch.run("resolve"), &["孙雷", "孙蕾", "before: 孙磊", "刑侦一组", "刑警组"]);
        branch.run(&format!("resolve --{whose}"));
        assert_eq!(branch.git(&["status", "--porcelain"]), "");
        for (path, name, was, until) in
            [("members/sun-lei.toml", name, "孙磊", until), ("groups/criminal.toml", group, "刑侦党小组", group_until)]
        {
            let text = branch.read(path);
            has(&text, &[&format!("name = \"{name}\"\n"), &format!("[[former]]\nname = \"{was}\"\nuntil = {until}\n")]);
            assert_eq!(text.matches("name = ").count(), 2, "{text}");
        }
        // The former name finds the person still, and history tells what was decided.
        has(&branch.run("member show 孙磊"), &[name]);
        has(&branch.run("history sun-lei"), &["孙雷", "孙蕾"]);
        assert_eq!(branch.contradictions(), Vec::<serde_json::Value>::new());
    }
}
