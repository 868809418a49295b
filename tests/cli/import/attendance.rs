use insta::assert_snapshot;

use crate::sandbox::Sandbox;

#[test]
fn meetings_are_made_of_the_rows() {
    let branch = Sandbox::branch();
    branch.write(
        "a.csv",
        "日期,会议类型,党小组,姓名,出勤情况,原因,补课日期\n\
         2026年11月5日,党小组会,刑侦,赵刚,√,,\n\
         2026.11.5,党小组会,刑侦,孙磊,请假,值班备勤,2026-11-08\n\
         2026/11/5,党小组会,刑侦,wang-fang,迟到,,\n\
         2026-11-10,支委会,,李敏,到会,,\n\
         2026-11-10,支委会,,zhao gang,缺席,病假,\n",
    );
    assert_snapshot!(branch.run("import attendance a.csv --yes"), @"
    a.csv: UTF-8, parted by commas, headings in row 1
      日期: date
      会议类型: kind
      党小组: group
      姓名: name
      出勤情况: state
      原因: reason
      补课日期: made-up (made up on)
    5 added
      row 2 2026-11-05 党小组会 · 刑侦党小组 赵刚: present
      row 3 2026-11-05 党小组会 · 刑侦党小组 孙磊: made up on 2026-11-08
      row 4 2026-11-05 党小组会 · 刑侦党小组 王芳 (刑侦党小组): late
      row 5 2026-11-10 支委会 李敏: present
      row 6 2026-11-10 支委会 赵刚: absent: 病假
    --- stderr
    imported attendance from a.csv: 5 added
      meetings/2026/2026-11-05-group-criminal.toml
      meetings/2026/2026-11-10-committee.toml
    ");
    assert_snapshot!(branch.read("meetings/2026/2026-11-05-group-criminal.toml"), @r#"
    kind = "group"
    group = "criminal"
    date = 2026-11-05
    present = [
      "zhao-gang",
    ]
    late = [
      "wang-fang",
    ]
    absent = [
      { member = "sun-lei", reason = "duty", made-up = 2026-11-08 },
    ]
    "#);
    assert_snapshot!(branch.read("meetings/2026/2026-11-10-committee.toml"), @r#"
    kind = "committee"
    date = 2026-11-10
    present = [
      "li-min",
    ]
    absent = [
      { member = "zhao-gang", reason = "ill" },
    ]
    "#);
    assert_eq!(branch.contradictions(), Vec::<serde_json::Value>::new());
    assert_snapshot!(branch.run("import attendance a.csv --yes --quiet"), @"
    a.csv: UTF-8, parted by commas, headings in row 1
      日期: date
      会议类型: kind
      党小组: group
      姓名: name
      出勤情况: state
      原因: reason
      补课日期: made-up (made up on)
    5 recorded already: rows 2–6
    ");
}

#[test]
fn late_rows_are_added_and_corrected_ones_are_told() {
    let branch = Sandbox::branch();
    branch.run("meeting log group -g 刑侦 --on 2026-11-05 --absent 孙磊:duty:出警 --present 赵刚");
    branch.run_words(&["meeting", "edit", "2026-11-05", "--note", "学习"]);
    branch.write(
        "a.csv",
        "date,kind,group,member,state,reason\n2026-11-05,group,criminal,sun-lei,absent,\n2026-11-05,group,criminal,zhao-gang,late,\n2026-11-05,group,criminal,wang-fang,present,\n",
    );
    assert_snapshot!(branch.run("import attendance a.csv --yes"), @"
    a.csv: UTF-8, parted by commas, headings in row 1
      date: date
      kind: kind
      group: group
      member: member (id)
      state: state
      reason: reason
    1 added
      row 4 2026-11-05 党小组会 · 刑侦党小组 王芳 (刑侦党小组): present
    1 recorded otherwise (--changed take corrects them)
      row 3 2026-11-05 党小组会 · 刑侦党小组 赵刚: state: present → late
    1 recorded already: row 2
    --- stderr
    left 1 as recorded though the table has them otherwise: --changed take corrects them
    imported attendance from a.csv: 1 added
      meetings/2026/2026-11-05-group-criminal.toml
    ");
    assert_snapshot!(branch.read("meetings/2026/2026-11-05-group-criminal.toml"), @r#"
    kind = "group"
    group = "criminal"
    date = 2026-11-05
    present = [
      "wang-fang",
      "zhao-gang",
    ]
    absent = [
      { member = "sun-lei", reason = "duty", note = "出警" },
    ]
    note = "学习"
    "#);
    branch.write("a.csv", "date,kind,group,member,state\n2026-11-05,group,criminal,sun-lei,ill\n2026-11-05,group,criminal,zhao-gang,late\n2026-11-05,group,criminal,wang-fang,open\n");
    assert_snapshot!(branch.run("import attendance a.csv --yes --changed take"), @"
    a.csv: UTF-8, parted by commas, headings in row 1
      date: date
      kind: kind
      group: group
      member: member (id)
      state: state
    3 corrected
      row 2 2026-11-05 党小组会 · 刑侦党小组 孙磊: state: absent: 值班备勤 → absent: 病假
      row 3 2026-11-05 党小组会 · 刑侦党小组 赵刚: state: present → late
      row 4 2026-11-05 党小组会 · 刑侦党小组 王芳 (刑侦党小组): state: present → open
    --- stderr
    imported attendance from a.csv: 0 added, 3 changed
      meetings/2026/2026-11-05-group-criminal.toml
    ");
    assert_snapshot!(branch.read("meetings/2026/2026-11-05-group-criminal.toml"), @r#"
    kind = "group"
    group = "criminal"
    date = 2026-11-05
    present = [
    ]
    absent = [
      { member = "sun-lei", reason = "ill", note = "出警" },
    ]
    note = "学习"
    late = [
      "zhao-gang",
    ]
    "#);
    assert!(branch.run("import attendance a.csv --yes --changed take").contains("3 recorded already"));
}

#[test]
fn rows_that_fit_nothing_are_told_with_their_numbers() {
    let branch = Sandbox::branch();
    branch.write(
        "a.csv",
        "日期,种类,小组,姓名,状态,原因,备注\n\
         2026-11-05,党小组会,刑侦,王芳,出席,,\n\
         2026-11-10,支部党员大会,,王芳,出席,,\n\
         2026-11-10,支部党员大会,,孙雷,出席,,\n\
         2026-11-10,支部党员大会,,孙,出席,,\n\
         2026-11-10,支部党员大会,,孙磊,请假,,\n\
         2026-11-10,支部党员大会,,赵刚,来了,,\n\
         2026-11-10,支部党员大会,,李敏,出席,,早到\n\
         2026-11-10,支部党员大会,,董立,出席,,\n\
         2026-11-10,支部党员大会,,许诺,补课,,\n\
         2026-11-10,支部党员大会,,赵刚,免到,,\n\
         2026-11-10,支部党员大会,,何秀英,免到,,\n\
         2026-11-10,支部党员大会,,赵刚,列席,,\n\
         2026-11-10,支部党员大会,,赵刚,出席,,\n\
         2026-12-10,支部党员大会,,赵刚,出席,,\n\
         2026-11-10,茶话会,,赵刚,出席,,\n\
         2026-11-10,党小组会,,赵刚,出席,,\n\
         2025-01-10,支部党员大会,,许诺,出席,,\n\
         2026-11-10,支部党员大会,,赵刚,,,\n",
    );
    assert_snapshot!(branch.refused("import attendance a.csv --yes"), @r#"
    a.csv: UTF-8, parted by commas, headings in row 1
      日期: date
      种类: kind
      小组: group
      姓名: name
      状态: state
      原因: reason
      备注: note
    3 added
      row 2 2026-11-05 党小组会 · 刑侦党小组 王芳 (刑侦党小组): present
      row 12 2026-11-10 党员大会 何秀英: open
      row 13 2026-11-10 党员大会 赵刚: observers
    1 with nothing to record
      row 19: state is empty
    14 unmatched
      row 3
        `王芳` is more than one member
        help: write the id, or add a column `id` with it: wang-fang (王芳, 刑侦党小组), wang-fang-2 (王芳, 综合党小组)
      row 4
        no member `孙雷`
        help: did you mean `孙磊`?
      row 5
        no member `孙`
        help: did you mean `孙磊`?
      row 6
        `请假` needs a reason that excuses
        help: add a column `reason`, say --set reason=…, or say in [values.state] of the mapping which reason it is
      row 7
        `来了` is no state of attendance
        help: write present, late, absent, excused, made-up, observer, exempt, open or a reason for being absent; what else it may say is told in [values.state] of the mapping
      row 8
        it says `出席`, and a reason, a day of making up or a note besides
        help: put the state right or empty those cells; a whole column is left out with "" in the mapping
      row 9
        董立 was not due at 党员大会 on 2026-11-10
        help: write `observer` for those who sat in
      row 10
        it is not said when it was made up for
        help: add a column `made up on` with the day
      row 11: 赵刚 was not exempt on 2026-11-10
      row 14
        赵刚 at 2026-11-10 党员大会 is in row 13 already
        help: take out what is there twice; where there were two meetings that day, add a column `time` or `meeting`
      row 15: 2026-12-10 is yet to come
      row 16
        no kind of meeting `茶话会`
        help: there are: general (党员大会), committee (支委会), group (党小组会), lesson (党课), theme-day (主题党日), organization-life (组织生活会), democratic-life (民主生活会), appraisal (民主评议党员), warning (警示教育), lecture (专家讲座), film (观影), visit (基地参观), party-history (读党史), speech (演讲), poetry (诗歌诵读), volunteer (志愿服务), dues-remitted (上缴党费), dues-published (公布党费收缴情况), bulletin (通报)
      row 17
        党小组会 needs a group
        help: name it in a column `group`, or say --set group=…
      row 18
        许诺 is not with the branch on 2025-01-10
        help: zhibu member show xu-nuo
    --- stderr
    error: rows 3–11, 14–18 cannot be matched, nothing is imported
    help: put the table right, or pass over them with --skip-unmatched
    --- exit Some(1)
    "#);
    let zh = branch.refused("import attendance a.csv --yes --lang zh");
    assert!(
        zh.contains("写编号，或加一列“编号”：wang-fang（王芳，刑侦党小组）、wang-fang-2（王芳，综合党小组）"),
        "{zh}"
    );
}

#[test]
fn two_meetings_of_a_day_are_told_apart() {
    let branch = Sandbox::branch();
    branch.write("a.csv", "date,kind,member,state,time\n2026-11-10,committee,li-min,present,9:00-10:00\n2026-11-10,committee,li-min,late,15:00\n");
    assert_snapshot!(branch.run("import attendance a.csv --yes"), @"
    a.csv: UTF-8, parted by commas, headings in row 1
      date: date
      kind: kind
      member: member (id)
      state: state
      time: time
    2 added
      row 2 2026-11-10 支委会 李敏: present
      row 3 2026-11-10 支委会 李敏: late
    --- stderr
    imported attendance from a.csv: 2 added
      meetings/2026/2026-11-10-committee.toml
      meetings/2026/2026-11-10-committee-2.toml
    ");
    assert!(branch.run("import attendance a.csv --yes").contains("2 recorded already"));
    branch.write("b.csv", "date,kind,member,state\n2026-11-10,committee,zhao-gang,present\n");
    assert_snapshot!(branch.refused("import attendance b.csv --yes --quiet"), @"
    b.csv: UTF-8, parted by commas, headings in row 1
      date: date
      kind: kind
      member: member (id)
      state: state
    1 unmatched
      row 2
        `2026-11-10 支委会` is more than one meeting
        help: add a column `meeting` with one of: 2026-11-10-committee, 2026-11-10-committee-2
    --- stderr
    error: row 2 cannot be matched, nothing is imported
    help: put the table right, or pass over them with --skip-unmatched
    --- exit Some(1)
    ");
    branch.write(
        "b.csv",
        "date,kind,meeting,member,state\n2026-11-10,committee,2026-11-10-committee-2,zhao-gang,present\n",
    );
    assert!(branch.run("import attendance b.csv --yes").contains("1 added"));
    assert_snapshot!(branch.read("meetings/2026/2026-11-10-committee-2.toml"), @r#"
    kind = "committee"
    date = 2026-11-10
    time = "15:00"
    late = [
      "li-min",
    ]
    present = [
      "zhao-gang",
    ]
    "#);
}

#[test]
fn an_export_is_a_table_that_can_be_imported() {
    let branch = Sandbox::branch();
    branch.run("meeting log group -g 刑侦 --on 2026-11-05 --absent 孙磊:duty:出警");
    branch.run("meeting log general --on 2026-11-06 --late 赵刚 --absent 李敏");
    branch.run("meeting attend 2026-11-06 --made-up 李敏:2026-11-09");
    for lang in ["zh", "en"] {
        let table = branch.run(&format!("export --month 2026-11 --table attendance --lang {lang}"));
        branch.write("a.csv", table);
        let told = branch.run("import attendance a.csv --yes");
        assert!(told.contains("10 recorded already") && !told.contains("unmatched"), "{told}");
    }
}

#[test]
fn what_the_words_of_a_table_mean_is_kept_with_the_mapping() {
    let branch = Sandbox::branch();
    branch.write("a.csv", "日期,活动,党员,签到\n2026.11.5,支部大会,赵刚,V\n2026.11.5,支部大会,孙磊,病\n");
    branch.write(
        "map.toml",
        "[columns]\n\"活动\" = \"kind\"\n\"签到\" = \"state\"\n[values.state]\nV = \"present\"\n\"病\" = \"病假\"\n",
    );
    let told = branch.run("import attendance a.csv --map map.toml --yes");
    assert!(told.contains("row 2 2026-11-05 党员大会 赵刚: present"), "{told}");
    assert!(told.contains("row 3 2026-11-05 党员大会 孙磊: absent: 病假"), "{told}");
}

#[test]
fn sealed_months_are_respected() {
    let branch = Sandbox::branch().since("2026-01-01");
    for day in [
        "2026-11-01 points post 2026-10 --until 2026-11-08",
        "2026-11-09 points close 2026-10",
        "2026-11-09 seal 2026-10",
    ] {
        let (day, line) = day.split_once(' ').unwrap();
        let told = branch.on(day, line);
        assert!(!told.contains("exit"), "{told}");
    }
    branch.write("a.csv", "date,kind,member,state\n2026-10-10,committee,li-min,present\n");
    assert_snapshot!(branch.refused("import attendance a.csv --yes --quiet"), @"
    a.csv: UTF-8, parted by commas, headings in row 1
      date: date
      kind: kind
      member: member (id)
      state: state
    1 added
      row 2 2026-10-10 支委会 李敏: present
    --- stderr
    error: this would change what is sealed: 2026-10 (meetings/2026/2026-10-10-committee.toml)
    help: where it has to be corrected, add --amend WHY: it is written in the seal, and told in reports
    --- exit Some(1)
    ");
    let told = branch.run_words(&["import", "attendance", "a.csv", "--yes", "--amend", "补录"]);
    assert!(told.contains("seals/2026-10.toml"), "{told}");
}

mod eleven_years {
    use std::collections::BTreeMap;

    use super::Sandbox;

    /// A person of the committee: name, the day of joining, the day of leaving.
    type Person = (&'static str, &'static str, &'static str);

    const PEOPLE: &[Person] = &[
        ("Ada Berg", "2014-12-01", ""),
        ("Ben Okafor", "2015-03-10", "2019-09-01"),
        ("王芳", "2015-01-01", "2021-06-30"),
        ("Carla Ruiz", "2016-07-01", ""),
        ("David Kim", "2015-01-20", "2017-01-01"),
        ("李敏", "2018-02-15", ""),
        ("Ella Novak", "2019-09-01", "2024-12-31"),
        ("Femi Ade", "2021-07-01", ""),
        ("欧阳娜娜", "2022-04-04", "2025-05-05"),
        ("Greta Lund", "2015-06-06", "2015-09-30"),
    ];

    /// Numbers that look random and are the same every time.
    struct Numbers(u64);

    impl Numbers {
        fn below(&mut self, limit: u64) -> u64 {
            self.0 = self.0.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
            (self.0 >> 33) % limit
        }
    }

    fn there(person: &Person, day: &str) -> bool {
        person.1 <= day && (person.2.is_empty() || day < person.2)
    }

    /// The minutes: rows of date, kind, member and state. Of some who were due nobody wrote.
    fn minutes() -> Vec<[String; 4]> {
        let (mut numbers, mut rows) = (Numbers(7), Vec::new());
        for year in 2015..=2025 {
            for month in 1..=12 {
                for (kind, day) in [("general meeting", 8), ("workshop", 14), ("workshop", 21)] {
                    // August is free, and so are some workshops.
                    if month == 8 || kind == "workshop" && numbers.below(5) == 0 {
                        continue;
                    }
                    let day = format!("{year}-{month:02}-{day:02}");
                    for person in PEOPLE.iter().filter(|person| there(person, &day)) {
                        let state = match numbers.below(20) {
                            0 => continue,
                            1..=3 => "absent",
                            4..=5 => "ill",
                            6 => "late",
                            _ => "present",
                        };
                        rows.push([day.clone(), kind.to_owned(), person.0.to_owned(), state.to_owned()]);
                    }
                }
            }
        }
        rows
    }

    fn csv(rows: &[[String; 4]]) -> String {
        rows.iter().fold("date,kind,member,state\n".to_owned(), |text, row| text + &row.join(",") + "\n")
    }

    /// Attended and bound to attend, by quarter and kind, counted from the rows alone.
    fn counted(rows: &[[String; 4]]) -> BTreeMap<(String, String), (usize, usize)> {
        let mut meetings: Vec<_> = rows.iter().map(|row| (row[0].clone(), row[1].clone())).collect();
        meetings.dedup();
        let mut counts: BTreeMap<(String, String), (usize, usize)> = BTreeMap::new();
        for (day, kind) in meetings {
            let quarter = (day[5..7].parse::<usize>().unwrap() - 1) / 3 + 1;
            let id = if kind == "workshop" { "workshop" } else { "general" };
            let count = counts.entry((format!("{}Q{quarter}", &day[..4]), id.to_owned())).or_default();
            count.0 += rows
                .iter()
                .filter(|row| row[0] == day && row[1] == kind && ["present", "late"].contains(&row[3].as_str()))
                .count();
            count.1 += PEOPLE.iter().filter(|person| there(person, &day)).count();
        }
        counts
    }

    /// A club of the people, and no meeting.
    fn club() -> Sandbox {
        let club = Sandbox::empty();
        club.run("init --rulebook association --name club");
        let rows = PEOPLE.iter().map(|(name, joined, left)| format!("{name},member,{joined},{left}\n"));
        club.write("members.csv", "name,standing,joined,left\n".to_owned() + &rows.collect::<String>());
        let told = club.run("import members members.csv --yes");
        assert!(told.contains("10 added, ") || told.contains("10 added\n"), "{told}");
        club
    }

    fn records(club: &Sandbox) -> Vec<(std::path::PathBuf, Vec<u8>)> {
        let files =
            club.files().into_iter().filter(|(path, _)| path.extension().is_some_and(|ending| ending == "toml"));
        files.map(|(path, bytes)| (path.strip_prefix(club.root()).unwrap().to_owned(), bytes)).collect()
    }

    #[test]
    fn the_rates_of_every_quarter_are_as_counted() {
        let (club, rows) = (club(), minutes());
        assert!(rows.len() > 1000, "{}", rows.len());
        club.write("minutes.csv", csv(&rows));
        let told = club.run("import attendance minutes.csv --yes --quiet");
        assert!(told.contains(&format!("{} added", rows.len())) && !told.contains("unmatched"), "{told}");
        assert_eq!(club.git(&["rev-list", "--count", "HEAD"]).trim(), "3");
        for ((quarter, kind), (attended, bound)) in counted(&rows) {
            let table = club.run(&format!("report attendance --by kind --period {quarter} --format csv"));
            let row = table.lines().find(|line| line.starts_with(&format!("{kind},"))).unwrap_or_default();
            let rate = (attended * 2000 + bound) / (bound * 2);
            let rate = format!("{}.{}", rate / 10, rate % 10);
            let cells: Vec<_> = row.split(',').collect();
            let column = table.lines().next().unwrap().split(',').position(|heading| heading == "rate").unwrap();
            let told = cells.get(column).copied().unwrap_or_default();
            assert_eq!(told, rate, "{quarter} {kind}: {attended} of {bound}\n{table}");
        }
        assert_eq!(club.contradictions(), Vec::<serde_json::Value>::new());
        let before = records(&club);
        let told = club.run("import attendance minutes.csv --yes --quiet");
        assert!(told.contains(&format!("{} recorded already", rows.len())) && !told.contains(" added"), "{told}");
        assert!(records(&club) == before, "something was written");
    }

    #[test]
    fn rows_that_come_late_or_in_another_order_give_the_same_records() {
        let rows = minutes();
        let whole = club();
        whole.write("minutes.csv", csv(&rows));
        whole.run("import attendance minutes.csv --yes --quiet");
        // The same rows in another order, and in three parts that lie across one another.
        let mut mixed = rows.clone();
        let mut numbers = Numbers(11);
        for at in (1..mixed.len()).rev() {
            mixed.swap(at, usize::try_from(numbers.below(at as u64 + 1)).unwrap());
        }
        let parts = club();
        for part in [&mixed[..400], &mixed[200..700], &mixed[..]] {
            parts.write("minutes.csv", csv(part));
            let told = parts.run("import attendance minutes.csv --yes --quiet");
            assert!(told.contains(" added") && !told.contains("unmatched") && !told.contains("otherwise"), "{told}");
        }
        let (whole, parts) = (records(&whole), records(&parts));
        assert_eq!(whole.len(), parts.len());
        for (one, other) in whole.iter().zip(&parts) {
            let text = |file: &(std::path::PathBuf, Vec<u8>)| String::from_utf8(file.1.clone()).unwrap();
            // A list that was begun later stands later in its file.
            let sorted = |text: String| {
                let mut lines: Vec<_> = text.lines().map(str::to_owned).collect();
                lines.sort();
                lines
            };
            assert_eq!(one.0, other.0);
            assert_eq!(sorted(text(one)), sorted(text(other)), "{}", one.0.display());
        }
    }

    #[test]
    fn one_corrected_row_among_many_is_told() {
        let (club, mut rows) = (club(), minutes());
        club.write("minutes.csv", csv(&rows));
        club.run("import attendance minutes.csv --yes --quiet");
        let at = rows.iter().position(|row| row[3] == "present").unwrap();
        rows[at][3] = "late".into();
        club.write("minutes.csv", csv(&rows));
        let told = club.run("import attendance minutes.csv --yes --quiet");
        let row = at + 2;
        assert!(told.contains("1 recorded otherwise") && told.contains(&format!("row {row} ")), "{told}");
        assert!(told.contains("present → late"), "{told}");
    }
}
