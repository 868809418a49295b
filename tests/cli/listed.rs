//! Several people in one word: everybody, a group, a class, all but some; awards with points of their own.

use insta::assert_snapshot;

use super::sandbox::Sandbox;

#[test]
fn a_group_a_class_or_everybody_is_said_in_one_word() {
    let branch = Sandbox::branch();
    assert_snapshot!(branch.run("study log 刑侦 2 --title 条例"), @"
    --- stderr
    孙磊, 王芳 (刑侦党小组), 赵刚: 集体学习, 2 h, 2026-11-23 (条例)
      study/2026-11.toml
    ");
    assert_snapshot!(branch.run("study log office,孙磊 2 --title 党史"), @"
    --- stderr
    何秀英, 李敏, 王芳 (综合党小组), 许诺, 孙磊: 集体学习, 2 h, 2026-11-23 (党史)
      study/2026-11.toml
    ");
    assert_snapshot!(branch.run("study log elder 1 --title 报纸"), @"
    --- stderr
    何秀英: 集体学习, 1 h, 2026-11-23 (报纸)
      study/2026-11.toml
    ");
    assert_snapshot!(branch.run("study log all 1 --title 通报"), @"
    --- stderr
    何秀英, 李敏, 孙磊, 王芳 (刑侦党小组), 王芳 (综合党小组), 许诺, 赵刚: 集体学习, 1 h, 2026-11-23 (通报)
      study/2026-11.toml
    ");
    assert_snapshot!(branch.chinese_once("study log 全体 1 --title 文件"), @"
    --- stderr
    何秀英、李敏、孙磊、王芳（刑侦党小组）、王芳（综合党小组）、许诺、赵刚 集体学习 1 学时，2026-11-23（文件）
      study/2026-11.toml
    ");
    assert_snapshot!(branch.run("talk log 赵刚 刑侦 --on 11-20"), @"
    --- stderr
    赵刚 talked with 孙磊, 王芳 (刑侦党小组): 日常谈心谈话, 2026-11-20
      talks/2026.toml
    ");
    // A person of that name is meant before a group.
    branch.run("member add 全体 -s full --from 2020-01-01 --id quan --any-name");
    assert_snapshot!(branch.run("study log 全体 1 --title 名字"), @"
    --- stderr
    全体: 集体学习, 1 h, 2026-11-23 (名字)
      study/2026-11.toml
    ");
}

#[test]
fn all_but_some_is_said_in_a_word_or_by_an_option() {
    let branch = Sandbox::branch();
    branch.does(&["dues set 刑侦 45.5 --from 2026-01", "dues set 综合 30 --from 2026-02"]);
    assert_snapshot!(branch.run("dues pay 除孙磊、李敏外 --on 11-20"), @"
    --- stderr
    何秀英, 王芳 (刑侦党小组), 王芳 (综合党小组), 许诺, 赵刚 paid for 2026-11: 181.00 in all, 2026-11-20
      dues/2026.toml
    ");
    assert_snapshot!(branch.run("dues pay all --except 李敏 --on 11-21"), @"
    --- stderr
    孙磊 paid for 2026-11: 45.50 a month, 2026-11-21
      dues/2026.toml
    ");
    assert_snapshot!(branch.run("dues pay 全体 --on 11-22"), @"
    --- stderr
    李敏 paid for 2026-11: 30.00 a month, 2026-11-22
      dues/2026.toml
    ");
    assert_snapshot!(branch.refused("dues pay 全体 --on 11-22"), @"
    --- stderr
    error: `全体` leaves nobody to record
    --- exit Some(2)
    ");
    assert_snapshot!(branch.run("dues pay 刑侦 2026-09,2026-10 --all-but 赵刚"), @"
    --- stderr
    孙磊, 王芳 (刑侦党小组) paid for 2026-09, 2026-10: 45.50 a month, 2026-11-23
      dues/2026.toml
    ");
    assert_snapshot!(branch.run_words(&["study", "log", "all but 孙磊, 李敏", "1"]), @"
    --- stderr
    何秀英, 王芳 (刑侦党小组), 王芳 (综合党小组), 许诺, 赵刚: 集体学习, 1 h, 2026-11-23
      study/2026-11.toml
    ");
    assert_snapshot!(branch.run("study log 综合（除李敏外） 1 --title 条例"), @"
    --- stderr
    何秀英, 王芳 (综合党小组), 许诺: 集体学习, 1 h, 2026-11-23 (条例)
      study/2026-11.toml
    ");
    assert_snapshot!(branch.refused("study log 除王小二外 1"), @"
    --- stderr
    error: no member `王小二`
    help: there are: dong-li (董立), he-xiuying (何秀英), li-min (李敏), sun-lei (孙磊), wang-fang (王芳, 刑侦党小组), wang-fang-2 (王芳, 综合党小组), xu-nuo (许诺), zhao-gang (赵刚)
    --- exit Some(2)
    ");
    assert_snapshot!(branch.refused("study log 刑侦 1 --except 刑侦"), @"
    --- stderr
    error: `刑侦` leaves nobody to record
    --- exit Some(2)
    ");
}

#[test]
fn meetings_take_groups_and_all_but_some() {
    let branch = Sandbox::branch();
    assert_snapshot!(branch.run("meeting log theme-day --topic 学习 --absent 刑侦:duty --late 除李敏、刑侦外"), @"
    --- stderr
    logged 2026-11-23 主题党日 · 7 due, 1 present, 2 late (王芳 (综合党小组), 许诺), 3 absent (孙磊: 值班备勤, 王芳 (刑侦党小组): 值班备勤, 赵刚: 值班备勤), 1 exempt, recorder 李敏
      meetings/2026/2026-11-23-theme-day.toml
    ");
    assert_snapshot!(branch.run("meeting attend 2026-11-23 --present 除赵刚外"), @"
    --- stderr
    2026-11-23 主题党日: 李敏 was present; 孙磊 was present (was: 值班备勤); 王芳 (刑侦党小组) was present (was: 值班备勤); 王芳 (综合党小组) was present; 许诺 was present
      meetings/2026/2026-11-23-theme-day.toml
    ");
    assert_snapshot!(branch.run("meeting log group -g 刑侦 --absent 除赵刚、孙磊外:duty:备勤，轮值"), @"
    --- stderr
    logged 2026-11-23 党小组会 · 刑侦党小组 · 3 due, 2 present, 1 absent (王芳 (刑侦党小组): 值班备勤), chair 孙磊
      meetings/2026/2026-11-23-group-criminal.toml
    ");
    assert_snapshot!(branch.refused("meeting log committee --chair 赵刚,李敏"), @"
    --- stderr
    error: `赵刚,李敏` should be one person
    --- exit Some(2)
    ");
    assert_snapshot!(branch.refused("meeting log committee --chair 全体"), @"
    --- stderr
    error: no member `全体`
    help: there are: dong-li (董立), he-xiuying (何秀英), li-min (李敏), sun-lei (孙磊), wang-fang (王芳, 刑侦党小组), wang-fang-2 (王芳, 综合党小组), xu-nuo (许诺), zhao-gang (赵刚)
    --- exit Some(2)
    ");
}

#[test]
fn awards_with_points_of_their_own_are_one_call() {
    let branch = Sandbox::branch();
    assert_snapshot!(branch.run("points award good-deed 孙磊:1 李敏:2 赵刚：2"), @"
    --- stderr
    孙磊: 好人好事 +1, 2026-11-23; 李敏, 赵刚: 好人好事 +2, 2026-11-23
      points/2026-11.toml
    ");
    assert_snapshot!(branch.run("points award case-solved 刑侦:2 --note 稿件"), @"
    --- stderr
    孙磊, 王芳 (刑侦党小组), 赵刚: 破案打击 +2, 2026-11-23 (稿件)
      points/2026-11.toml
    ");
    assert_snapshot!(branch.run("points award case-solved 孙磊:2 --note 稿件"), @"
    --- stderr
    孙磊: 破案打击 +2, 2026-11-23 (稿件) · the same is recorded already that day: uxw257; if this is a duplicate, strike it with `zhibu points remove`
      points/2026-11.toml
    ");
    assert_snapshot!(branch.refused("points award good-deed 孙磊 李敏:2"), @"
    --- stderr
    error: `好人好事` needs points, from 0.5 to 3
    --- exit Some(2)
    ");
    assert_snapshot!(branch.refused("points award good-deed 孙磊:1 李敏:2 孙磊:1"), @"
    --- stderr
    error: 孙磊 is named twice
    --- exit Some(2)
    ");
    assert_snapshot!(branch.refused("points award 孙磊 good-deed 2 李敏"), @"
    --- stderr
    error: `李敏` stands behind the points
    help: write the item first, then each name with its points: good-deed NAME:POINTS NAME:POINTS
    --- exit Some(2)
    ");
    assert_snapshot!(branch.refused("points award good-deed 王小二:1"), @"
    --- stderr
    error: no member `王小二`
    help: there are: dong-li (董立), he-xiuying (何秀英), li-min (李敏), sun-lei (孙磊), wang-fang (王芳, 刑侦党小组), wang-fang-2 (王芳, 综合党小组), xu-nuo (许诺), zhao-gang (赵刚)
    --- exit Some(2)
    ");
    assert_snapshot!(branch.refused("points award 孙磊 李敏:2"), @"
    --- stderr
    error: no item `李敏:2`
    help: zhibu rules show lists the items
    --- exit Some(2)
    ");
    assert_snapshot!(branch.read("points/2026-11.toml"), @r#"
    entries = [
      { id = "25vfbe", date = 2026-11-23, member = "li-min", item = "good-deed", points = 2 },
      { id = "a5dput", date = 2026-11-23, member = "zhao-gang", item = "good-deed", points = 2 },
      { id = "jhrdrc", date = 2026-11-23, member = "sun-lei", item = "case-solved", points = 2, note = "稿件" },
      { id = "r6ftbp", date = 2026-11-23, member = "zhao-gang", item = "case-solved", points = 2, note = "稿件" },
      { id = "sqcdcy", date = 2026-11-23, member = "wang-fang", item = "case-solved", points = 2, note = "稿件" },
      { id = "uxw257", date = 2026-11-23, member = "sun-lei", item = "case-solved", points = 2, note = "稿件" },
      { id = "xth3a3", date = 2026-11-23, member = "sun-lei", item = "good-deed", points = 1 },
    ]
    "#);
}

#[test]
fn links_and_marks_are_lists_with_commas() {
    let branch = Sandbox::branch();
    assert_snapshot!(branch.run("points award 孙磊 good-deed 1 --link service,criminal-investigation"), @"
    --- stderr
    孙磊: 好人好事 +1, 2026-11-23
      points/2026-11.toml
    ");
    assert_snapshot!(branch.refused("points award 孙磊 good-deed 1 --link service,nothing"), @"
    --- stderr
    error: no line of work `nothing`
    help: there are: criminal-investigation (刑侦打击), public-order (治安管控), community (社区警务), emergency (接处警), service (群众服务), mediation (矛盾调解), legal (执法规范化)
    --- exit Some(2)
    ");
}
