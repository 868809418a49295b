//! What counts as what: meetings and chores, and who was at a meeting.

use insta::assert_snapshot;

use super::sandbox::Sandbox;

/// The rows of a table in JSON.
#[track_caller]
fn rows(branch: &Sandbox, words: &str) -> Vec<serde_json::Value> {
    serde_json::from_str(&branch.run(&format!("{words} --format json"))).unwrap()
}

/// A meeting for work, one for nothing, one of volunteers, and two chores.
fn month() -> Sandbox {
    let branch = Sandbox::branch();
    branch.run("meeting log group -g criminal --on 11-03 --topic x --link 刑侦");
    branch.run("meeting log lesson --on 11-04");
    branch.run("meeting log volunteer --on 11-05 --present 李敏,董立 --topic x");
    branch.run("meeting log dues-remitted --on 11-06");
    branch.run("meeting log bulletin --on 11-07");
    branch
}

#[test]
fn a_chore_is_in_no_figure_of_meetings() {
    let branch = month();
    let of_meetings = |summary: &str| {
        let lines = summary.lines().filter(|line| line.starts_with("meetings") || line.starts_with("chores"));
        lines.map(|line| format!("{line}\n")).collect::<String>()
    };
    assert_snapshot!(of_meetings(&branch.run("export --month 2026-11 --table summary")), @"
    meetings,3,times
    meetings.group,1,times
    meetings.lesson,1,times
    meetings.volunteer,1,times
    meetings_linked,1,times
    chores,2,times
    chores.dues-remitted,1,times
    chores.bulletin,1,times
    ");
    let links = rows(&branch, "report links --period 2026-11");
    let share = |name: &str| links.iter().find(|row| row["link_name"] == name).unwrap()["share"].clone();
    assert_eq!((share("any"), share("none")), (33.3.into(), 66.7.into()));
    let bulletin = branch.run("report bulletin --period 2026-11 --lang en");
    let said = |what: &str| bulletin.lines().filter(|line| line.contains(what)).map(str::to_owned).collect::<Vec<_>>();
    assert_snapshot!([said("meetings held"), said("no topic"), said("line of work")].concat().join("\n"), @"
    the situation           meetings held                             3  党小组会: 1; 党课: 1; 志愿服务: 1
    problems                no topic                                  1  2026-11-04 党课
    the situation           meetings that served a line of work       1
    problems                served no line of work                    2  2026-11-04 党课; 2026-11-05 志愿服务
    ");
    assert!(branch.run("meeting list").contains("上缴党费"));
}

#[test]
fn a_rulebook_without_the_key_counts_what_people_took_part_in() {
    let branch = month();
    let rules = branch.read("rules/meetings.toml");
    let older: String =
        rules.lines().filter(|line| !line.starts_with("counts = ")).map(|line| format!("{line}\n")).collect();
    branch.write("rules/meetings.toml", &older);
    let summary = branch.run("export --month 2026-11 --table summary");
    let says = |line: &str| summary.lines().any(|one| one == line);
    assert!(says("meetings,3,times") && says("chores,2,times"), "{summary}");
}

#[test]
fn the_numbers_of_a_row_give_its_rate() {
    let branch = month();
    branch.run("meeting log theme-day --on 11-08 --absent wang-fang-2:ill");
    for words in [
        "report attendance --period 2026-11",
        "report attendance --by group --period 2026-11",
        "report attendance --by kind --period 2026-11",
        "report meetings --period 2026-11",
    ] {
        for row in rows(&branch, words) {
            let number = |id: &str| row[id].as_i64().unwrap();
            let states = ["present", "late", "made_up", "excused", "absent", "exempt", "open"].map(number);
            assert_eq!(states.iter().sum::<i64>(), number("due"), "{words}: {row}");
            let (attended, bound) = (number("attended"), number("due") - number("exempt"));
            assert_eq!(number("present") + number("late") + number("made_up"), attended, "{words}: {row}");
            let rate = (bound > 0).then(|| (attended * 2000 + bound) / (bound * 2));
            let told = row["rate"].as_f64().map(|rate| (rate * 10.0).round() as i64);
            assert_eq!(told, rate, "{words}: {row}");
        }
    }
    let volunteers = rows(&branch, "report attendance --by kind --period 2026-11");
    let volunteers = volunteers.iter().find(|row| row["kind"] == "volunteer").unwrap();
    assert_eq!(
        (&volunteers["due"], &volunteers["attended"], &volunteers["not_due"]),
        (&0.into(), &0.into(), &2.into())
    );
}

#[test]
fn who_is_exempt_stays_exempt_whatever_the_reason() {
    let branch = Sandbox::branch();
    assert_snapshot!(branch.run("meeting log theme-day --on 11-05 --absent 何秀英:ill"), @"
    --- stderr
    logged 2026-11-05 主题党日 · 7 due, 6 present, 1 exempt (noted: 何秀英: 病假), chair 赵刚, recorder 李敏
      meetings/2026/2026-11-05-theme-day.toml
    ");
    assert_snapshot!(branch.run("report attendance --by kind --period 2026-11 --format csv"), @"
    kind,kind_name,meetings,due,present,late,made_up,excused,absent,exempt,open,rate,attended,not_due
    theme-day,主题党日,1,7,6,0,0,0,0,1,0,100.0,6,0
    ");
    assert_snapshot!(branch.run("export --month 2026-11 --table attendance").lines().find(|line| line.contains("he-xiuying")).unwrap(), @"2026-11-05-theme-day,2026-11-05,theme-day,,he-xiuying,何秀英,exempt,ill,,,1,");
    assert_snapshot!(branch.run("meeting attend 11-05 --absent 何秀英:none"), @"
    --- stderr
    2026-11-05 主题党日: exempt: 何秀英: 无故缺席 (kept as a note)
      meetings/2026/2026-11-05-theme-day.toml
    ");
    assert_eq!(rows(&branch, "report attendance --by kind --period 2026-11")[0]["rate"], 100.0);
    // A reason that does not excuse costs the exempt nothing.
    assert!(!branch.run("points explain 何秀英 --period 2026-11").contains("theme-day"));
}

#[test]
fn where_the_rules_name_no_lines_nothing_is_blamed_for_serving_none() {
    let club = Sandbox::empty();
    club.run("init --rulebook association --name club");
    club.run("member add Ann --standing member --from 2026-01-01 --id ann");
    club.run("meeting log workshop --on 11-03");
    let links = "[[link]]\n";
    let rules = club.read("rules/branch.toml");
    let without = rules.split("\n\n").filter(|part| !part.contains(links)).collect::<Vec<_>>().join("\n\n");
    club.write("rules/branch.toml", without);
    assert_snapshot!(club.run("report links --period 2026-11"), @"");
    assert!(!club.run("report bulletin --period 2026-11").contains("line of work"));
    assert!(!club.run("export --month 2026-11 --table summary").contains("meetings_linked"));
}

#[test]
fn no_line_vanishes_when_the_person_leaves() {
    let branch = Sandbox::branch();
    branch.seeded("7", "points award wang-fang commended 8 --on 2026-11-22");
    assert_snapshot!(branch.run("member leave wang-fang --from 2026-11-21 --reason moved"), @"
    --- stderr
    王芳 (刑侦党小组) left, from 2026-11-21: moved
      members/wang-fang.toml
    points moved: 王芳 (刑侦党小组) 2026-11: 68 → 60
    ");
    assert_snapshot!(branch.run("points explain wang-fang --period 2026-11 --format csv"), @"
    date,item,item_name,category,for,raw,counted,cut_by,record,rule
    2026-11-01,base,base,,,60,60,,rules/points.toml:13,rules/points.toml:13
    2026-11-22,commended,立功受奖、表彰,pioneer,,8,0,not scored: not with the branch that day,points/2026-11.toml:2,rules/points.toml:150
    ");
    let detail = branch.run("export --month 2026-11 --table points_detail");
    assert!(detail.lines().any(|line| line.contains("wang-fang,") && line.contains(",8,0,")), "{detail}");
    assert_eq!(
        rows(&branch, "points total --period 2026-11").iter().find(|row| row["member"] == "wang-fang").unwrap()["cut"],
        0
    );
    assert!(branch.run("check").contains("[not-scored]"));
}

#[test]
fn a_move_that_lies_ahead_is_not_told_yet() {
    let branch = Sandbox::branch();
    branch.run("member move wang-fang office --from 2026-11-28");
    let group = |words: &str| {
        let rows = rows(&branch, words);
        rows.iter().find(|row| row["member"] == "wang-fang").unwrap()["group"].clone()
    };
    assert_eq!(group("points total --period 2026-11"), "criminal");
    assert_eq!(group("report members --period 2026-11"), "criminal");
}

#[test]
fn a_period_of_which_nothing_can_be_told_is_said() {
    let branch = Sandbox::branch();
    assert_snapshot!(branch.refused("export --month 2027-01 --out out"), @"
    --- stderr
    error: 2027-01 has not begun
    --- exit Some(1)
    ");
    assert_snapshot!(branch.refused("report meetings --period 2027-01"), @"
    --- stderr
    error: 2027-01 has not begun
    --- exit Some(1)
    ");
    assert_snapshot!(branch.run("report plan --period 2027"), @"
    --- stderr
    2027 has not begun
    there is no such record in 2027
    ");
    assert_snapshot!(branch.run("report meetings --period 2026-05"), @"
    --- stderr
    nothing is recorded in 2026-05, before the records begin on 2026-11-23 (`since` in zhibu.toml)
    ");
    let settings = branch.read("zhibu.toml");
    branch.write("zhibu.toml", format!("since = 2026-03-01\n{}", settings.replace("since = ", "# since = ")));
    assert_snapshot!(branch.run("report meetings --period 2025"), @"
    --- stderr
    nothing is recorded in 2025, before the records begin on 2026-03-01 (`since` in zhibu.toml)
    ");
    assert_snapshot!(branch.run("site --period 2025 --out site").lines().nth(1).unwrap_or_default(), @"nothing is recorded in 2025, before the records begin on 2026-03-01 (`since` in zhibu.toml)");
}

#[test]
fn a_year_that_folds_the_appraisal_in_waits_for_every_grade() {
    let branch = Sandbox::branch();
    let settings = branch.read("zhibu.toml").replace("since = 2026-11-23", "since = 2025-01-01");
    branch.write("zhibu.toml", settings);
    let scheme = "[[scheme]]\nfrom = 2025-01-01\nuntil = 2025-12-31\nperiod = \"year\"\nbase = 60\n\
        bands = [{ id = \"good\", name = \"good\", least = 70 }, { id = \"low\", name = \"low\" }]\n\
        appraisal = { grades = [{ grade = \"excellent\", points = 20 }] }\n\n[[scheme]]\n";
    let points = branch.read("rules/points.toml").replacen("[[scheme]]\n", scheme, 1);
    branch.write("rules/points.toml", points);
    assert_snapshot!(branch.refused("points post 2025"), @"
    --- stderr
    error: no grade of the appraisal for 2025 yet, so the year's points are open: 李敏, 孙磊, 王芳 (刑侦党小组), 王芳 (综合党小组), 赵刚
    help: record the grades: zhibu appraisal record WHO GRADE --for 2025
    --- exit Some(1)
    ");
    branch.run("appraisal record 赵刚,孙磊,wang-fang,wang-fang-2 qualified --for 2025 --on 2026-01-10");
    let row = |who: &str| {
        let rows = rows(&branch, "points total --period 2025");
        rows.iter().find(|row| row["member"] == who).unwrap().clone()
    };
    let (open, known) = (row("li-min"), row("zhao-gang"));
    assert_eq!((&open["lacks"], &open["band"]), (&"appraisal".into(), &serde_json::Value::Null));
    assert_eq!((&known["lacks"], &known["band"]), (&serde_json::Value::Null, &"low".into()));
    let due = rows(&branch, "due");
    let due = due.iter().map(serde_json::Value::to_string).find(|row| row.contains("appraisal record")).unwrap();
    assert!(due.contains("li-min") && !due.contains("zhao-gang"), "{due}");
    assert!(branch.run("check").contains("[grade-missing]"));
    branch.run("appraisal record 李敏 excellent --for 2025 --on 2026-01-10");
    assert_eq!((row("li-min")["total"].clone(), row("li-min")["band"].clone()), (80.into(), "good".into()));
    assert!(!branch.run("due").contains("appraisal record"));
    branch.run("points post 2025");
}

#[test]
fn the_share_of_a_grade_is_of_all_members() {
    let branch = Sandbox::branch();
    let told = branch.run("appraisal record 赵刚,孙磊 excellent --for 2025 --on 2026-01-10");
    assert!(!told.contains("at most"), "{told}");
    let list = branch.run("appraisal list --for 2025");
    assert!(list.contains("优秀: 2, of 6 at most 2"), "{list}");
    // Of those who are to be graded, recorded or not, there are as many.
    let rules = branch.read("rules/appraisal.toml").replace("share-of = \"members\"", "share-of = \"appraised\"");
    branch.write("rules/appraisal.toml", rules);
    assert_eq!(branch.run("appraisal list --for 2025"), list);
}

#[test]
fn who_is_exempt_is_out_of_the_assessment_and_what_is_open_is_open() {
    let branch = Sandbox::branch().since("2026-01-01");
    branch.run("meeting log group -g criminal --on 11-05");
    assert_snapshot!(branch.run("assessment show 何秀英 -p 2026-11 --format csv"), @"
    member,group,name,side,measure_id,measure_name,value,target,weight,brings,state
    he-xiuying,,何秀英,branch,attendance,组织生活出勤率,,95,20,,exempt
    he-xiuying,,何秀英,branch,points,党员积分,,50,20,,exempt
    he-xiuying,,何秀英,branch,study,学习学时,,2,10,,exempt
    he-xiuying,,何秀英,branch,problems,问题按期整改率,,100,10,,exempt
    he-xiuying,,何秀英,work,links,党建联系业务,,1,15,,exempt
    he-xiuying,,何秀英,work,cases,破案打击,,0.5,25,,open
    ");
    assert_snapshot!(branch.run("assessment show 孙磊 -p 2026-10..2026-12 --format csv"), @"
    member,group,name,side,measure_id,measure_name,value,target,weight,brings,state
    sun-lei,,孙磊,branch,attendance,组织生活出勤率,100,95,20,20,
    sun-lei,,孙磊,branch,points,党员积分,123,115,20,20,
    sun-lei,,孙磊,branch,study,学习学时,0,4.5,10,0,
    sun-lei,,孙磊,branch,problems,问题按期整改率,,100,10,,open
    sun-lei,,孙磊,work,links,党建联系业务,0,2,15,0,
    sun-lei,,孙磊,work,cases,破案打击,,1,25,,open
    ");
    assert_snapshot!(branch.run("assessment show 孙磊 -p 2026-11").lines().last().unwrap(), @"孙磊                         total                              65      40  65 of a weight of 100");
}
