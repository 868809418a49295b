use insta::assert_snapshot;

use crate::sandbox::Sandbox;

const MEETINGS: &str = "会议日期,会议名称,党小组,会议时间,地点,主持人,议题,参会人员,请假人员,会议记录\n\
    2026年11月5日,党小组会,刑侦,9:00-10:00,会议室,赵刚,学习条例；冬季打击,\"赵刚、wang-fang\",孙磊（值班备勤）,\"一、学习\n二、讨论\"\n\
    2026年11月12日,主题党日,,,,,参观,,,\n\
    2026年11月12日,主题党日,,,,,参观,,,\n";

#[test]
fn meetings_are_imported_a_row_each() {
    let branch = Sandbox::branch();
    branch.write("m.csv", MEETINGS);
    assert_snapshot!(branch.run("import meetings m.csv --yes"), @"
    m.csv: UTF-8, parted by commas, headings in row 1
      会议日期: date
      会议名称: kind
      党小组: group
      会议时间: time
      地点: place
      主持人: chair
      议题: topics
      参会人员: those-present (those present)
      请假人员: those-absent (those absent)
      会议记录: minutes
    3 added
      row 2 2026-11-05 党小组会 · 刑侦党小组
        time: 09:00-10:00
        place: 会议室
        chair: 赵刚
        topics: 学习条例; 冬季打击
        minutes: 一、学习…
        those present: 王芳 (刑侦党小组), 赵刚
        those absent: 孙磊: 值班备勤
      row 3 2026-11-12 主题党日: topics: 参观
      row 4 2026-11-12 主题党日: topics: 参观
    --- stderr
    imported meetings from m.csv: 3 added
      meetings/2026/2026-11-05-group-criminal.toml
      meetings/2026/2026-11-12-theme-day.toml
      meetings/2026/2026-11-12-theme-day-2.toml
    ");
    assert_snapshot!(branch.read("meetings/2026/2026-11-05-group-criminal.toml"), @r#"
    kind = "group"
    group = "criminal"
    date = 2026-11-05
    time = "09:00-10:00"
    place = "会议室"
    chair = "zhao-gang"
    topics = ["学习条例", "冬季打击"]
    present = [
      "wang-fang",
      "zhao-gang",
    ]
    absent = [
      { member = "sun-lei", reason = "duty" },
    ]
    minutes = """
    一、学习
    二、讨论
    """
    "#);
    let again = branch.run("import meetings m.csv --yes");
    assert!(again.contains("3 recorded already: rows 2–4"), "{again}");
    assert_eq!(branch.contradictions(), Vec::<serde_json::Value>::new());
    branch.write(
        "m.csv",
        MEETINGS.replace("会议室", "二楼").replace("孙磊（值班备勤）", "").replace("赵刚、", "赵刚、孙磊、"),
    );
    assert_snapshot!(branch.run("import meetings m.csv --yes --quiet"), @"
    m.csv: UTF-8, parted by commas, headings in row 1
      会议日期: date
      会议名称: kind
      党小组: group
      会议时间: time
      地点: place
      主持人: chair
      议题: topics
      参会人员: those-present (those present)
      请假人员: those-absent (those absent)
      会议记录: minutes
    1 recorded otherwise (--changed take corrects them)
      row 2 2026-11-05 党小组会 · 刑侦党小组
        place: 会议室 → 二楼
        孙磊: absent: 值班备勤 → present
    2 recorded already: rows 3–4
    ");
    assert_snapshot!(branch.run("import meetings m.csv --yes --quiet --changed take"), @"
    m.csv: UTF-8, parted by commas, headings in row 1
      会议日期: date
      会议名称: kind
      党小组: group
      会议时间: time
      地点: place
      主持人: chair
      议题: topics
      参会人员: those-present (those present)
      请假人员: those-absent (those absent)
      会议记录: minutes
    1 corrected
      row 2 2026-11-05 党小组会 · 刑侦党小组
        place: 会议室 → 二楼
        孙磊: absent: 值班备勤 → present
    2 recorded already: rows 3–4
    ");
    assert_snapshot!(branch.read("meetings/2026/2026-11-05-group-criminal.toml"), @r#"
    kind = "group"
    group = "criminal"
    date = 2026-11-05
    time = "09:00-10:00"
    place = "二楼"
    chair = "zhao-gang"
    topics = ["学习条例", "冬季打击"]
    present = [
      "sun-lei",
      "wang-fang",
      "zhao-gang",
    ]
    absent = [
    ]
    minutes = """
    一、学习
    二、讨论
    """
    "#);
    assert!(branch.run("import meetings m.csv --yes").contains("3 recorded already"));
}

#[test]
fn what_is_said_by_attendance_later_stays() {
    let branch = Sandbox::branch();
    branch.write("a.csv", "date,kind,group,member,state\n2026-11-05,group,criminal,sun-lei,present\n");
    branch.run("import attendance a.csv --yes");
    branch.write("m.csv", "date,kind,group,place\n2026-11-05,group,criminal,二楼\n");
    let told = branch.run("import meetings m.csv --yes --changed take");
    assert!(told.contains("place: (nothing) → 二楼"), "{told}");
    assert_snapshot!(branch.read("meetings/2026/2026-11-05-group-criminal.toml"), @r#"
    kind = "group"
    group = "criminal"
    date = 2026-11-05
    present = [
      "sun-lei",
    ]
    place = "二楼"
    "#);
}

#[test]
fn a_name_of_a_file_leads_nowhere() {
    let branch = Sandbox::branch();
    branch.write("m.csv", "date,kind,meeting,place\n2026-11-12,theme-day,../../x,a\n2026-11-12,theme-day,2026-11-12-lesson,a\n2026-11-12,theme-day,2026-11-12-theme-day-7,a\n2026-11-12,theme-day,,3\n");
    assert_snapshot!(branch.run("import meetings m.csv --yes --skip-unmatched"), @"
    m.csv: UTF-8, parted by commas, headings in row 1
      date: date
      kind: kind
      meeting: meeting
      place: place
    2 added
      row 4 2026-11-12 主题党日: place: a
      row 5 2026-11-12 主题党日: place: 3
    2 unmatched
      row 2
        no meeting `../../x`
        help: add a column `meeting` with one of: 2026-11-12-theme-day
      row 3
        no meeting `2026-11-12-lesson`
        help: add a column `meeting` with one of: 2026-11-12-theme-day
    --- stderr
    imported meetings from m.csv: 2 added
      meetings/2026/2026-11-12-theme-day.toml
      meetings/2026/2026-11-12-theme-day-7.toml
    ");
    branch.write("m.csv", "date,kind,participants\n2026-11-12,theme-day,17\n2026-11-12,theme-day,王芳\n2026-11-12,theme-day,赵刚；赵刚\n2026-11-12,theme-day,董立\n");
    assert_snapshot!(branch.refused("import meetings m.csv --yes"), @r#"
    m.csv: UTF-8, parted by commas, headings in row 1
      date: date
      kind: kind
      participants: those-present (those present)
    4 unmatched
      row 2
        `17` is no name
        help: write names; where the column has numbers of people, leave it out with "" in the mapping
      row 3
        `王芳` is more than one member
        help: write the id, or add a column `id` with it: wang-fang (王芳, 刑侦党小组), wang-fang-2 (王芳, 综合党小组)
      row 4: 赵刚 is named twice
      row 5
        董立 was not due at 主题党日 on 2026-11-12
        help: write `observer` for those who sat in
    --- stderr
    error: rows 2–5 cannot be matched, nothing is imported
    help: put the table right, or pass over them with --skip-unmatched
    --- exit Some(1)
    "#);
}
