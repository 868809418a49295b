use insta::assert_snapshot;

use super::sandbox::Sandbox;

/// A branch whose lessons are two hours of collective study each from 1 November on.
fn lessons() -> Sandbox {
    let branch = Sandbox::branch().since("2026-01-01");
    let rules = branch.read("rules/meetings.toml");
    let begin = "\n# —— 会议和活动：其他组织生活 ——";
    let study = "\n[[kind.study]]\nkind = \"collective\"\nhours = 2\nfrom = 2026-11-01\n";
    assert!(rules.contains(begin));
    branch.write("rules/meetings.toml", rules.replace(begin, &format!("{study}{begin}")));
    branch.does(&[
        "meeting log lesson --on 10-08 --lecturer 赵刚 --topic 学习章程",
        "meeting log lesson --on 11-05 --lecturer 赵刚 --topic 学习条例 --absent 孙磊:duty,李敏:leave --late 许诺",
        "meeting attend 11-05 --made-up 李敏:11-12",
        "meeting log theme-day --on 11-06",
    ]);
    branch
}

#[test]
fn who_attends_a_lesson_has_studied() {
    let branch = lessons();
    assert_snapshot!(branch.run("study list"), @"
    date        name               kind      hours  title     id
    ──────────  ─────────────────  ────────  ─────  ────────  ─────────────────
    2026-11-05  李敏               集体学习      2  学习条例  2026-11-05-lesson
    2026-11-05  王芳 (刑侦党小组)  集体学习      2  学习条例  2026-11-05-lesson
    2026-11-05  王芳 (综合党小组)  集体学习      2  学习条例  2026-11-05-lesson
    2026-11-05  许诺               集体学习      2  学习条例  2026-11-05-lesson
    2026-11-05  赵刚               集体学习      2  学习条例  2026-11-05-lesson
    ");
    assert_snapshot!(branch.run("study total --format csv"), @"
    member,name,group,class,hours,year_hours,owed_hours,short_hours,rule
    he-xiuying,何秀英,office,elder,0,0,,,
    li-min,李敏,office,committee,2,2,56,54,rules/study.toml:44
    sun-lei,孙磊,criminal,ordinary,0,0,32,32,rules/study.toml:37
    wang-fang,王芳,criminal,ordinary,2,2,32,30,rules/study.toml:37
    wang-fang-2,王芳,office,ordinary,2,2,32,30,rules/study.toml:37
    xu-nuo,许诺,office,ordinary,2,2,29,27,rules/study.toml:37
    zhao-gang,赵刚,criminal,committee,2,2,56,54,rules/study.toml:44
    ");
    assert_snapshot!(branch.run("report study --format csv -p 2026-11"), @"
    date,member,name,kind,kind_name,hours,title,reflection,note,by,entry
    2026-11-05,li-min,李敏,collective,集体学习,2,学习条例,,,,ewf5tdx74nts
    2026-11-05,wang-fang,王芳,collective,集体学习,2,学习条例,,,,7dd2g5eqp6wx
    2026-11-05,wang-fang-2,王芳,collective,集体学习,2,学习条例,,,,8y889hxh8fez
    2026-11-05,xu-nuo,许诺,collective,集体学习,2,学习条例,,,,vnsecegn5h8m
    2026-11-05,zhao-gang,赵刚,collective,集体学习,2,学习条例,,,,t4mqgjepjy3z
    ");
    let summary = branch.run("export --month 2026-11 --table summary");
    let study: Vec<_> = summary.lines().filter(|line| line.contains("stud")).collect();
    assert_snapshot!(study.join("\n"), @"study_hours,10,hours");
    assert_eq!(branch.run("study list --period 2026-10"), "", "before the day of the rule");
    assert!(branch.contradictions().is_empty(), "{:?}", branch.contradictions());
}

#[test]
fn nothing_is_counted_twice() {
    let branch = lessons();
    assert_snapshot!(branch.run("study log 赵刚,孙磊 3 --on 11-05 --kind collective"), @"
    --- stderr
    赵刚, 孙磊: 集体学习, 3 h, 2026-11-05; these count instead of the hours from attending 2026-11-05-lesson
      study/2026-11.toml
    ");
    branch.run("study log 许诺 1 --on 11-05 --kind own");
    let hours = |branch: &Sandbox| {
        let total = branch.run("study total --format csv");
        let line = |line: &str| {
            let cells: Vec<_> = line.split(',').collect();
            format!("{} {}", cells[1], cells[4])
        };
        total.lines().skip(1).map(line).collect::<Vec<_>>().join("\n")
    };
    assert_snapshot!(hours(&branch), @"
    何秀英 0
    李敏 2
    孙磊 3
    王芳 2
    王芳 2
    许诺 3
    赵刚 3
    ");
    branch.does(&["meeting sitting 11-05 --on 11-20 --present 孙磊,赵刚"]);
    assert_snapshot!(hours(&branch), @"
    何秀英 0
    李敏 2
    孙磊 3
    王芳 2
    王芳 2
    许诺 3
    赵刚 3
    ");
    branch.does(&["meeting remove 11-05 --why 记错 --yes"]);
    assert_snapshot!(hours(&branch), @"
    何秀英 0
    李敏 0
    孙磊 3
    王芳 0
    王芳 0
    许诺 1
    赵刚 3
    ");
}
