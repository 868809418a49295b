//! Elections: a ballot for each candidate, who of them is elected, and what follows for posts and tasks.

use insta::assert_snapshot;

use crate::sandbox::Sandbox;

/// A branch whose general meeting was attended by the five who have a vote, and whose committee met the day after.
fn assembled() -> Sandbox {
    let branch = Sandbox::branch();
    branch.does(&[
        "meeting log general --on 2026-11-05 --topic 换届",
        "meeting log committee --on 2026-11-06 --topic 选举书记",
    ]);
    branch
}

#[test]
fn those_with_most_votes_fill_the_places_and_take_up_their_posts() {
    let branch = assembled();
    assert_snapshot!(branch.run(
        "meeting elect 2026-11-05 孙磊:书记:5,0,0 赵刚:副书记:4，1，0 李敏:3,1,1 --places 2 --ballots 5,5,0 --from 11-06"
    ), @"
    --- stderr
    2026-11-05 党员大会: elected 孙磊, 赵刚 · 选举: 孙磊 as 书记, elected (5 for, 3 needed); 选举: 赵刚 as 副书记, elected (4 for, 3 needed); 选举: 李敏, not elected (3 for, 3 needed) · 选举结果报上级党组织备案 (xth3a3) · by 2026-12-05
      meetings/2026/2026-11-05-general.toml
      members/sun-lei.toml
      members/zhao-gang.toml
      tasks/2026.toml
    ");
    assert_snapshot!(branch.read("meetings/2026/2026-11-05-general.toml"), @r#"
    kind = "general"
    date = 2026-11-05
    chair = "zhao-gang"
    recorder = "li-min"
    topics = ["换届"]
    present = [
      "li-min",
      "sun-lei",
      "wang-fang",
      "wang-fang-2",
      "xu-nuo",
      "zhao-gang",
    ]

    [[decision]]
    text = "选举: 孙磊 as 书记"
    kind = "election"
    candidate = "sun-lei"
    post = "secretary"
    places = 2
    votes = { for = 5, against = 0, abstain = 0, given = 5, returned = 5, invalid = 0 }

    [[decision]]
    text = "选举: 赵刚 as 副书记"
    kind = "election"
    candidate = "zhao-gang"
    post = "deputy"
    places = 2
    votes = { for = 4, against = 1, abstain = 0, given = 5, returned = 5, invalid = 0 }

    [[decision]]
    text = "选举: 李敏"
    kind = "election"
    candidate = "li-min"
    places = 2
    votes = { for = 3, against = 1, abstain = 1, given = 5, returned = 5, invalid = 0 }
    "#);
    assert_snapshot!(branch.read("members/sun-lei.toml"), @r#"
    name = "孙磊"

    [[standing]]
    is = "full"
    from = 2012-01-01

    [[group]]
    id = "criminal"
    from = 2024-01-01

    [[post]]
    id = "group-leader"
    from = 2024-01-01

    [[post]]
    id = "secretary"
    from = 2026-11-06
    meeting = "2026-11-05-general"
    "#);
    assert_snapshot!(branch.read("members/zhao-gang.toml"), @r#"
    name = "赵刚"

    [[standing]]
    is = "full"
    from = 2010-01-01

    [[group]]
    id = "criminal"
    from = 2024-01-01

    [[post]]
    id = "secretary"
    from = 2024-06-20
    until = 2026-11-05
    ended-by = "2026-11-05-general"

    [[post]]
    id = "deputy"
    from = 2026-11-06
    meeting = "2026-11-05-general"
    "#);
    assert_snapshot!(branch.read("tasks/2026.toml"), @r#"
    entries = [
      { id = "xth3a3", date = 2026-11-05, meeting = "2026-11-05-general", what = "选举结果报上级党组织备案", owner = "zhao-gang", until = 2026-12-05 },
    ]
    "#);
    assert_snapshot!(branch.run("meeting show 2026-11-05"), @"
    2026-11-05 党员大会
      kind      党员大会
      date      2026-11-05
      chair     赵刚
      recorder  李敏
      due       7 (1 预备党员, 6 正式党员)
      attended  6
      rate (%)  100.0
      present   李敏; 孙磊; 王芳 (刑侦党小组); 王芳 (综合党小组); 许诺; 赵刚
      exempt    何秀英
      topics    换届
      meeting   2026-11-05-general

    decision              kind  for  against  abstaining  given  returned  invalid  with a vote  of them there  outcome
    ────────────────────  ────  ───  ───────  ──────────  ─────  ────────  ───────  ───────────  ─────────────  ───────────
    选举: 孙磊 as 书记    选举    5        0           0      5         5        0            6              5  elected
    选举: 赵刚 as 副书记  选举    4        1           0      5         5        0            6              5  elected
    选举: 李敏            选举    3        1           1      5         5        0            6              5  not elected
    ");
    assert_snapshot!(branch.run("check meetings members"), @"
    meetings/2026/2026-11-06-committee.toml:2:8: as a rule: due, and nobody wrote whether they came: 孙磊 [open-seats]
      |
    2 | date = 2026-11-06
      |        ^^^^^^^^^^
    help: zhibu meeting attend 2026-11-06-committee --present WHO, or --absent WHO:REASON
    --- stderr
    1 finding
    --- exit Some(1)
    ");
    branch.does(&["undo --yes"]);
    assert!(!branch.read("members/zhao-gang.toml").contains("until"));
    assert!(!branch.read("members/sun-lei.toml").contains("secretary"));
}

#[test]
fn a_post_of_one_goes_to_whom_the_committee_elects_and_more_candidates_than_places_is_checked() {
    let branch = assembled();
    assert_snapshot!(branch.run("meeting elect 11-06 李敏:secretary:2,0,0 --ballots 2,2,0"), @"
    --- stderr
    2026-11-06 支委会: elected 李敏 · 选举书记、副书记: 李敏 as 书记, elected (2 for, 2 needed) · 书记、副书记的选举结果报上级党组织批准 (xth3a3) · by 2026-12-06
      meetings/2026/2026-11-06-committee.toml
      members/li-min.toml
      members/zhao-gang.toml
      tasks/2026.toml
    ");
    assert_snapshot!(branch.run("meeting elect 2026-11-05 孙磊:5,0,0 李敏:5,0,0 --places 2 --ballots 5,5,0"), @"
    --- stderr
    2026-11-05 党员大会: elected 孙磊, 李敏 · 选举: 孙磊, elected (5 for, 3 needed); 选举: 李敏, elected (5 for, 3 needed) · 选举结果报上级党组织备案 (25vfbe) · by 2026-12-05
      meetings/2026/2026-11-05-general.toml
      tasks/2026.toml
    ");
    assert_snapshot!(branch.run("check meetings"), @r#"
    meetings/2026/2026-11-05-general.toml:18:13: must: places: 2, candidates: 2; at least 3 candidates are needed [too-few-candidates]
       |
    18 | candidate = "sun-lei"
       |             ^^^^^^^^^
    source: 《中国共产党基层组织选举工作条例》
    help: check the candidates and `places`; if the superior allowed fewer, record it with `zhibu accept`
    --- stderr
    1 finding
    --- exit Some(1)
    "#);
}

#[test]
fn a_tie_for_the_last_place_elects_none_of_those_who_are_level() {
    let branch = assembled().chinese();
    assert_snapshot!(
        branch.run("meeting elect 2026-11-05 孙磊:4,1,0 赵刚:4,1,0 李敏:5,0,0 许诺:2,3,0 --places 2 --ballots 5,5,0"), @"
    --- stderr
    2026-11-05 党员大会 选举，当选：李敏 · 选举: 孙磊，票数相等，须再次投票（赞成 4 票，3 票可当选）；选举: 赵刚，票数相等，须再次投票（赞成 4 票，3 票可当选）；选举: 李敏，当选（赞成 5 票，3 票可当选）；选举: 许诺，未当选（赞成 2 票，3 票可当选） · 选举结果报上级党组织备案（xth3a3） · 2026-12-05 前完成
      meetings/2026/2026-11-05-general.toml
      tasks/2026.toml
    ");
    let results = branch.run("meeting show 2026-11-05");
    let told: Vec<_> = results.lines().filter(|line| line.contains("选举: ")).collect();
    assert_snapshot!(told.join("\n"), @"
    选举: 孙磊  选举     4     1     0         5         5       0             6             5  票数相等，须再次投票
    选举: 赵刚  选举     4     1     0         5         5       0             6             5  票数相等，须再次投票
    选举: 李敏  选举     5     0     0         5         5       0             6             5  当选
    选举: 许诺  选举     2     3     0         5         5       0             6             5  未当选
    ");
}

#[test]
fn words_that_say_no_election_are_refused_and_nothing_is_written() {
    let branch = assembled();
    let path = "meetings/2026/2026-11-05-general.toml";
    let before = branch.read(path);
    assert_snapshot!(branch.refused("meeting elect 2026-11-05 孙磊:5,0,0"), @"
    --- stderr
    error: the number of places is missing: add `--places NUMBER`
    --- exit Some(2)
    ");
    assert_snapshot!(branch.refused("meeting elect 2026-11-05 孙磊 --places 1"), @"
    --- stderr
    error: `孙磊` is not a candidate: write somebody with the votes, as in `WHO:26,1,0` or `WHO:POST:26,1,0`
    --- exit Some(2)
    ");
    assert_snapshot!(branch.refused("meeting elect 2026-11-05 孙磊:5,0 --places 1"), @"
    --- stderr
    error: `5,0` is no count of votes: write for, against, abstaining, as in 7,0,1
    --- exit Some(2)
    ");
    assert_snapshot!(branch.refused("meeting elect 2026-11-05 孙磊:6,0,0 --places 1"), @"
    --- stderr
    error: 6 votes, but at most 5 with a vote were there, and 1 without one
    source: 《中国共产党基层组织选举工作条例》
    --- exit Some(1)
    ");
    assert_snapshot!(branch.refused("meeting elect 2026-11-05 孙磊:3,0,0 sun-lei:2,0,0 --places 1"), @"
    --- stderr
    error: 孙磊 is named twice
    --- exit Some(2)
    ");
    branch.run("meeting log theme-day --on 2026-11-07");
    assert_snapshot!(branch.refused("meeting elect 11-07 孙磊:书记:5,0,0"), @"
    --- stderr
    error: the rules do not name one kind of decision by which this meeting elects: 主题党日
    help: name the kind of decision with `--kind`, or write `elects = true` under [[decision]] in rules/meetings.toml
    --- exit Some(2)
    ");
    assert_eq!(branch.read(path), before);
    branch.run("meeting elect 2026-11-05 孙磊:5,0,0 李敏:4,0,1 --places 1");
    assert_snapshot!(branch.refused("meeting elect 2026-11-05 孙磊:3,0,0 --places 1"), @"
    --- stderr
    error: 2026-11-05 党员大会: the ballot on 孙磊 is recorded already
    help: to correct it, take that decision out first: zhibu meeting edit 2026-11-05-general --drop-decision DECISION
    --- exit Some(1)
    ");
}

#[test]
fn a_post_taken_up_later_stands_in_the_way() {
    let branch = assembled();
    branch.run("member post 李敏 deputy --from 2026-11-10");
    assert_snapshot!(branch.refused("meeting elect 11-06 孙磊:deputy:2,0,0 --ballots 2,2,0"), @"
    --- stderr
    error: 李敏 is 副书记 on 2026-11-10
    --- exit Some(1)
    ");
}

#[test]
fn an_association_elects_its_board_and_the_holder_before_begins_anew() {
    let branch = Sandbox::empty();
    branch.does(&["init --name Club --rulebook association"]);
    for name in ["Ann", "Ben", "Cora"] {
        branch.does(&[&format!("member add {name} -s member --from 2024-01-01")]);
    }
    branch.does(&["member post Ann chair --from 2024-02-01", "member post Ben board-member --from 2024-02-01"]);
    branch.does(&["meeting log general --on 2026-11-05 --topic board"]);
    assert_snapshot!(
        branch.run("meeting elect 2026-11-05 Ann:chair:3,0,0 Ben:board-member:2,1,0 Cora:board-member:3,0,0 --places 3"), @"
    --- stderr
    2026-11-05 general meeting: elected Ann, Ben, Cora · election: Ann as chair, elected (3 for, 2 needed); election: Ben as board member, elected (2 for, 2 needed); election: Cora as board member, elected (3 for, 2 needed)
      meetings/2026/2026-11-05-general.toml
      members/ann.toml
      members/ben.toml
      members/cora.toml
    ");
    assert_snapshot!(branch.read("members/ann.toml"), @r#"
    name = "Ann"

    [[standing]]
    is = "member"
    from = 2024-01-01

    [[post]]
    id = "chair"
    from = 2024-02-01
    until = 2026-11-04
    ended-by = "2026-11-05-general"

    [[post]]
    id = "chair"
    from = 2026-11-05
    meeting = "2026-11-05-general"
    "#);
    assert_snapshot!(branch.read("members/ben.toml"), @r#"
    name = "Ben"

    [[standing]]
    is = "member"
    from = 2024-01-01

    [[post]]
    id = "board-member"
    from = 2024-02-01
    until = 2026-11-04
    ended-by = "2026-11-05-general"

    [[post]]
    id = "board-member"
    from = 2026-11-05
    meeting = "2026-11-05-general"
    "#);
}
