use insta::assert_snapshot;

use super::sandbox::Sandbox;

fn branch() -> Sandbox {
    let branch = Sandbox::branch();
    branch.run("meeting log group -g 刑侦 --on 11-05 --absent 孙磊:duty:=1+1 --link 刑侦 --topic =HYPERLINK(\"x\")");
    branch.run("points award 孙磊 commended 5 --note @cmd");
    branch
}

#[test]
fn the_month_is_exported() {
    let branch = branch();
    assert_snapshot!(branch.run("export --month 2026-11 --out out --lang en"), @"
    --- stderr
    exported 2026-11: 14 files in out
    ");
    assert!(branch.read("out/members.csv").starts_with("\u{feff}member,name,standing,group,posts,class\r\n"));
    assert_snapshot!(branch.read("out/meetings.csv").replace('\r', ""), @r#"
    ﻿meeting,date,kind,kind_name,group,group_name,time,place,chair,recorder,due,present,late,made_up,excused,absent,exempt,open,rate,topics,links,decisions,attended,not_due,sittings
    2026-11-05-group-criminal,2026-11-05,group,党小组会,criminal,刑侦党小组,,,,,3,2,0,0,1,0,0,0,66.7,"'=HYPERLINK(""x"")",criminal-investigation,,2,0,
    "#);
    assert_snapshot!(branch.read("out/attendance.csv").replace('\r', ""), @"
    ﻿meeting,date,kind,group,member,name,state,reason,made_up,note,was_due,sitting_date
    2026-11-05-group-criminal,2026-11-05,group,criminal,sun-lei,孙磊,excused,duty,,'=1+1,1,
    2026-11-05-group-criminal,2026-11-05,group,criminal,wang-fang,王芳,present,,,,1,
    2026-11-05-group-criminal,2026-11-05,group,criminal,zhao-gang,赵刚,present,,,,1,
    ");
    assert_snapshot!(branch.read("out/points.csv").replace('\r', ""), @"
    ﻿member,name,group,standing,class,base,carried,earned,deducted,cut,total,year_total,band,lacks
    li-min,李敏,office,full,committee,60,,0,0,0,60,60,pass,
    sun-lei,孙磊,criminal,full,ordinary,60,,5,0,0,65,65,pass,
    wang-fang,王芳,criminal,full,ordinary,60,,2,0,0,62,62,pass,
    wang-fang-2,王芳,office,full,ordinary,60,,0,0,0,60,60,pass,
    xu-nuo,许诺,office,probationary,ordinary,60,,0,0,0,60,60,pass,
    zhao-gang,赵刚,criminal,full,committee,60,,2,0,0,62,62,pass,
    ");
    assert_snapshot!(branch.read("out/points_detail.csv").replace('\r', ""), @"
    ﻿date,member,name,item,item_name,category,raw,counted,links,note,record,line,rule
    2026-11-01,li-min,李敏,base,base,,60,60,,,rules/points.toml,13,rules/points.toml:13
    2026-11-01,sun-lei,孙磊,base,base,,60,60,,,rules/points.toml,13,rules/points.toml:13
    2026-11-23,sun-lei,孙磊,commended,立功受奖、表彰,pioneer,5,5,,'@cmd,points/2026-11.toml,2,rules/points.toml:150
    2026-11-01,wang-fang,王芳,base,base,,60,60,,,rules/points.toml,13,rules/points.toml:13
    2026-11-05,wang-fang,王芳,attended,按时参加组织生活,life,2,2,criminal-investigation,,meetings/2026/2026-11-05-group-criminal.toml,7,rules/points.toml:48
    2026-11-01,wang-fang-2,王芳,base,base,,60,60,,,rules/points.toml,13,rules/points.toml:13
    2026-11-01,xu-nuo,许诺,base,base,,60,60,,,rules/points.toml,13,rules/points.toml:13
    2026-11-01,zhao-gang,赵刚,base,base,,60,60,,,rules/points.toml,13,rules/points.toml:13
    2026-11-05,zhao-gang,赵刚,attended,按时参加组织生活,life,2,2,criminal-investigation,,meetings/2026/2026-11-05-group-criminal.toml,8,rules/points.toml:48
    ");
    assert_snapshot!(branch.read("out/summary.csv").replace('\r', ""), @"
    ﻿figure,value,unit
    members,7,people
    people.staff,1,people
    people.applicant,0,people
    people.activist,0,people
    people.candidate,0,people
    people.probationary,1,people
    people.full,6,people
    meetings,1,times
    meetings.group,1,times
    meetings_linked,1,times
    chores,0,times
    attendance_rate,66.7,percent
    attendance_rate.criminal,66.7,percent
    entries,1,times
    scored,6,people
    points,369,points
    study_hours,0,hours
    talks,0,times
    talks_people,0,people
    dues_paid,0.00,yuan
    dues_owed,0.00,yuan
    issues_closed,0,issues
    issues_open,0,issues
    issues_overdue,0,issues
    planned,0,items
    planned_done,0,items
    planned_overdue,0,items
    requests,0,requests
    requests_late,0,requests
    requests_open,0,requests
    request_hours,,hours
    amended,0,times
    ");
}

#[test]
fn headings_follow_the_language_and_nothing_else_does() {
    let branch = branch();
    let english = branch.run("export --month 2026-11 --table attendance --lang en");
    let chinese = branch.run("export --month 2026-11 --table attendance --lang zh");
    assert_eq!(
        chinese.lines().next(),
        Some("会议编号,日期,种类编号,小组,编号,姓名,状态,原因,补课,备注,是否应到,所参加一场的日期")
    );
    assert!(english.lines().skip(1).eq(chinese.lines().skip(1)));
}

#[test]
fn files_follow_zhibu_toml_unless_a_language_is_said() {
    let branch = branch();
    let settings =
        branch.read("zhibu.toml").replace("lang = \"en\"", "lang = \"zh\"").replace("bom = true", "bom = false");
    branch.write("zhibu.toml", settings);
    branch.run("export --month 2026-11 --out out");
    assert!(branch.read("out/points.csv").starts_with("编号,姓名,"));
    branch.run("export --month 2026-11 --out out --lang en");
    assert!(branch.read("out/points.csv").starts_with("member,name,"));
}

#[test]
fn what_cannot_be_exported() {
    let branch = branch();
    assert_snapshot!(branch.refused("export --month 2026Q4 --out out"), @"
    --- stderr
    error: 2026Q4 is not a month
    help: write --month 2026-11, or --month last-month
    --- exit Some(2)
    ");
    assert_snapshot!(branch.refused("export --month 2026-11"), @"
    --- stderr
    error: nothing says where to export to
    help: write --out DIR, or --table meetings
    --- exit Some(2)
    ");
    assert_snapshot!(branch.refused("export --month 2026-11 --out zhibu.toml"), @"
    --- stderr
    error: failed to write `zhibu.toml/members.csv`: a part of the path is no folder
    --- exit Some(1)
    ");
}
