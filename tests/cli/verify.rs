use std::process::Command;

use insta::assert_snapshot;

use super::sandbox::Sandbox;
use super::sealed::{closed, plain, sealed};

#[test]
fn a_month_that_is_as_it_was_is_proven() {
    let branch = sealed();
    assert_snapshot!(branch.plainly("verify"), @"
    month    sealed      by    seal                 amended  verdict    commit
    ───────  ──────────  ────  ───────────────────  ───────  ─────────  ──────────
    2026-10  2026-11-12  李敏  SEAL-SEAL-SEAL-SEAL        0  unchanged  cccccccccc
    --- stderr
    1 month verified
    ");
    assert_snapshot!(branch.plainly("verify 2026-10 --format json"), @r#"
    [
      {"month":"2026-10","sealed":"2026-11-12","sealed_by":"li-min","seal":"SEAL-SEAL-SEAL-SEAL","amended":0,"verdict":"unchanged","commit":"cccccccccc","details":[]}
    ]
    --- stderr
    1 month verified
    "#);
    assert_snapshot!(branch.plainly("verify 2026-09"), @"
    --- stderr
    error: 2026-09 is not sealed
    help: to seal it: zhibu seal 2026-09
    --- exit Some(1)
    ");
    assert_snapshot!(closed().run("verify"), @"
    --- stderr
    no month is sealed
    ");
}

#[test]
fn what_was_changed_by_hand_is_shown_in_plain_words() {
    let branch = sealed();
    branch.replace("points/2026-10.toml", "points = 5", "points = 8");
    branch.replace("meetings/2026/2026-10-15-theme-day.toml", "  \"sun-lei\",\n", "");
    branch.replace("meetings/2026/2026-10-09-group-criminal.toml", "reason = \"duty\"", "reason = \"ill\"");
    branch.git(&["commit", "-qam", "x"]);
    branch.replace("members/zhao-gang.toml", "from = 2024-06-20", "from = 2026-10-20");
    branch.replace("members/li-min.toml", "name = \"李敏\"", "name = \"李闽\"");
    branch.replace("rules/points.toml", "range = [1, 10]", "range = [1, 12]");
    branch.write("meetings/2026/2026-10-30-committee.toml", "kind = \"committee\"\ndate = 2026-10-30\n");
    std::fs::remove_file(branch.root().join("study/2026-10.toml")).unwrap();
    let told = branch.plainly("verify");
    assert_snapshot!(told.replace(&today(), "TODAY"), @"
    month    sealed      by    seal                 amended  verdict        commit
    ───────  ──────────  ────  ───────────────────  ───────  ─────────────  ──────────
    2026-10  2026-11-12  李闽  SEAL-SEAL-SEAL-SEAL        0  changed since  cccccccccc
    meetings/2026/2026-10-09-group-criminal.toml: what this says of 2026-10 was changed after it was sealed [seal-broken]
      in cccccccccc, by 李敏 on TODAY
      absent 孙磊 reason: duty → ill
    meetings/2026/2026-10-15-theme-day.toml: what this says of 2026-10 was changed after it was sealed [seal-broken]
      in cccccccccc, by 李敏 on TODAY
      present: removed 孙磊
    meetings/2026/2026-10-30-committee.toml: what this says of 2026-10 was added after it was sealed [seal-broken]
      not committed
      the file is new
    members/li-min.toml: what this says of 2026-10 was changed after it was sealed [seal-broken]
      not committed
      name: 李敏 → 李闽
    members/zhao-gang.toml: what this says of 2026-10 was changed after it was sealed [seal-broken]
      not committed
      post secretary from: 2024-06-20 → 2026-10-20
    points/2026-10.toml: what this says of 2026-10 was changed after it was sealed [seal-broken]
      in cccccccccc, by 李敏 on TODAY
      孙磊 mnv38j points: 5 → 8
    rules/points.toml: what this says of 2026-10 was changed after it was sealed [seal-broken]
      not committed
      item commended range: 10 → 12
    study/2026-10.toml: what this said of 2026-10 is gone since it was sealed [seal-broken]
      not committed
      the file is gone
    --- stderr
    1 of 1 month not as sealed
    help: where it is right, say why: zhibu seal 2026-10 --amend WHY; else change it back
    warning: git has records that are gone from the disk, and the answer lacks them: study/2026-10.toml
    help: bring it back: git restore -- study/2026-10.toml; to delete it for good: git rm --cached -- study/2026-10.toml && git commit
    --- exit Some(1)
    ");
}

/// The day by the clock, which git knows nothing else of.
fn today() -> String {
    let output = Command::new("date").arg("+%F").output().unwrap();
    String::from_utf8(output.stdout).unwrap().trim().to_owned()
}

#[test]
fn what_was_changed_is_told_in_chinese() {
    let branch = sealed().chinese();
    branch.replace("points/2026-10.toml", "points = 5", "points = 8");
    branch.replace("members/sun-lei.toml", "id = \"criminal\"", "id = \"office\"");
    std::fs::remove_file(branch.root().join("study/2026-10.toml")).unwrap();
    assert_snapshot!(branch.plainly("verify"), @r#"
    月份     封存日期    封存人  校验码               修订次数  核对结果        提交
    ───────  ──────────  ──────  ───────────────────  ────────  ──────────────  ──────────
    2026-10  2026-11-12  李敏    SEAL-SEAL-SEAL-SEAL         0  与封存时不一致  cccccccccc
    members/sun-lei.toml: 2026-10 封存以后，这个文件里当月的内容变了 [seal-broken]
      还没有提交
      小组 criminal：减少 { from = 2024-01-01, id = "criminal" }
      小组 office：增加 { from = 2024-01-01, id = "office" }
    points/2026-10.toml: 2026-10 封存以后，这个文件里当月的内容变了 [seal-broken]
      还没有提交
      孙磊 mnv38j 分值：5 → 8
    study/2026-10.toml: 2026-10 封存时有的文件或内容，现在没有了 [seal-broken]
      还没有提交
      整个文件没有了
    --- stderr
    核对 1 个月，其中 1 个月与封存时不一致
    建议：确需更正，写明原因：zhibu seal 2026-10 --amend 原因；否则改回去
    注意：git 里有、磁盘上没有的记录：study/2026-10.toml；以上不包括它们
    建议：取回：git restore -- study/2026-10.toml；确实要删去：git rm --cached -- study/2026-10.toml && git commit
    --- exit Some(1)
    "#);
    assert_snapshot!(branch.run("check points study"), @"
    points/2026-10.toml: 2026-10 封存以后，这个文件里当月的内容变了 [seal-broken]
    建议：看变了什么：zhibu verify 2026-10；确需更正，写明原因：zhibu seal 2026-10 --amend 原因；否则改回去
    study/2026-10.toml: git 里有 study/2026-10.toml，磁盘上没有了 [gone]
    建议：取回：git restore -- study/2026-10.toml；确实要删去：git rm --cached -- study/2026-10.toml && git commit
    --- stderr
    发现 2 处问题
    --- exit Some(1)
    ");
}

#[test]
fn comments_and_spacing_of_a_month_are_sealed_too_and_told_as_such() {
    let branch = sealed();
    branch.replace("points/2026-10.toml", "entries = [", "# 核对过\nentries = [");
    branch.replace("members/sun-lei.toml", "name = ", "# 孙所\nname   = ");
    assert_snapshot!(branch.plainly("verify"), @"
    month    sealed      by    seal                 amended  verdict        commit
    ───────  ──────────  ────  ───────────────────  ───────  ─────────────  ──────────
    2026-10  2026-11-12  李敏  SEAL-SEAL-SEAL-SEAL        0  changed since  cccccccccc
    points/2026-10.toml: what this says of 2026-10 was changed after it was sealed [seal-broken]
      not committed
      only comments, spacing or order were changed
    --- stderr
    1 of 1 month not as sealed
    help: where it is right, say why: zhibu seal 2026-10 --amend WHY; else change it back
    --- exit Some(1)
    ");
}

#[test]
fn a_rule_without_days_shows_in_the_figures() {
    let branch = sealed();
    branch.replace("rules/meetings.toml", "id = \"theme-day\"", "id = \"theme-day\"\nnote = \"每月一次\"");
    assert!(branch.run("verify").contains("1 month verified"));
    let text = branch.read("rules/meetings.toml");
    let (before, after) = text.split_at(text.find("id = \"theme-day\"").unwrap());
    branch.write("rules/meetings.toml", before.to_owned() + &after.replacen("\"probationary\", ", "", 1));
    assert_snapshot!(branch.plainly("verify"), @"
    month    sealed      by    seal                 amended  verdict        commit
    ───────  ──────────  ────  ───────────────────  ───────  ─────────────  ──────────
    2026-10  2026-11-12  李敏  SEAL-SEAL-SEAL-SEAL        0  changed since  cccccccccc
    seals/2026-10.toml: meetings.csv of 2026-10 comes to other figures than were sealed, by records of other months or by rules without days [seal-broken]
      2026-10-15-theme-day: 7 → 6
    seals/2026-10.toml: points.csv of 2026-10 comes to other figures than were sealed, by records of other months or by rules without days [seal-broken]
      许诺: 61, pass → 60, pass
    --- stderr
    1 of 1 month not as sealed
    help: where it is right, say why: zhibu seal 2026-10 --amend WHY; else change it back
    --- exit Some(1)
    ");
    assert_snapshot!(branch.run("check seals"), @"
    seals/2026-10.toml: meetings.csv of 2026-10 comes to other figures than were sealed, by records of other months or by rules without days [seal-broken]
    help: see what changed: zhibu verify 2026-10; where it is right, say why: zhibu seal 2026-10 --amend WHY; else change it back; figures from before 2026-11-30 may also differ because this version counts differently: what a meeting decides changes who is expected only afterwards
    seals/2026-10.toml: points.csv of 2026-10 comes to other figures than were sealed, by records of other months or by rules without days [seal-broken]
    help: see what changed: zhibu verify 2026-10; where it is right, say why: zhibu seal 2026-10 --amend WHY; else change it back; figures from before 2026-11-30 may also differ because this version counts differently: an absence of a person who is exempt is exempt and costs no points, the share carried over is that of the scheme on the person's first scored day, months before the records begin bring no base and no carried share
    --- stderr
    2 findings
    --- exit Some(1)
    ");
}

#[test]
fn records_of_another_month_that_change_the_points_are_found_before_they_are_written() {
    let branch = closed();
    branch.replace("rules/points.toml", "range = [1, 10]", "range = [1, 10]\nceiling = { year = 10 }");
    branch.git(&["commit", "-qam", "x"]);
    super::sealed::on(&branch, "2026-11-12", "points post 2026-10 --again 上限");
    super::sealed::on(&branch, "2026-11-20", "points close 2026-10");
    super::sealed::on(&branch, "2026-11-21", "seal 2026-10");
    assert!(branch.run("points award 孙磊 commended 3 --on 09-10 --dry-run").contains("points/2026-09.toml"));
    assert_snapshot!(branch.refused("points award 孙磊 commended 8 --on 09-10"), @"
    --- stderr
    error: this would change what is sealed: 2026-10 (points.csv)
    help: where it has to be corrected, add --amend WHY: it is written in the seal, and told in reports
    --- exit Some(1)
    ");
    branch.write(
        "points/2026-09.toml",
        "entries = [\n  { id = \"bbbbb2\", date = 2026-09-10, member = \"sun-lei\", item = \"commended\", points = 8 },\n]\n",
    );
    assert_snapshot!(branch.plainly("verify"), @"
    month    sealed      seal                 amended  verdict        commit
    ───────  ──────────  ───────────────────  ───────  ─────────────  ──────────
    2026-10  2026-11-21  SEAL-SEAL-SEAL-SEAL        0  changed since  cccccccccc
    seals/2026-10.toml: points.csv of 2026-10 comes to other figures than were sealed, by records of other months or by rules without days [seal-broken]
      孙磊: 67, pass → 64, pass
    --- stderr
    1 of 1 month not as sealed
    help: where it is right, say why: zhibu seal 2026-10 --amend WHY; else change it back
    --- exit Some(1)
    ");
}

#[test]
fn a_seal_that_is_changed_or_removed_by_hand_is_found() {
    let branch = sealed();
    let seal = branch.read("seals/2026-10.toml");
    branch.replace("seals/2026-10.toml", "by = \"li-min\"", "by = \"zhao-gang\"");
    assert_snapshot!(branch.plainly("verify"), @"
    month    sealed      by    seal                 amended  verdict        commit
    ───────  ──────────  ────  ───────────────────  ───────  ─────────────  ──────────
    2026-10  2026-11-12  赵刚  SEAL-SEAL-SEAL-SEAL        0  changed since  cccccccccc
    seals/2026-10.toml: the seal of 2026-10 was changed by hand, or amended more than once between two commits [seal-broken]
      not committed
    --- stderr
    1 of 1 month not as sealed
    help: to bring it back: git checkout cccccccccc -- seals/2026-10.toml
    --- exit Some(1)
    ");
    branch.git(&["commit", "-qam", "x"]);
    assert_snapshot!(branch.plainly("verify").replace(&today(), "TODAY"), @"
    month    sealed      by    seal                 amended  verdict        commit
    ───────  ──────────  ────  ───────────────────  ───────  ─────────────  ──────────
    2026-10  2026-11-12  赵刚  SEAL-SEAL-SEAL-SEAL        0  changed since  cccccccccc
    seals/2026-10.toml: the seal of 2026-10 was changed by hand, or amended more than once between two commits [seal-broken]
      in cccccccccc, by 李敏 on TODAY
    --- stderr
    1 of 1 month not as sealed
    help: to bring it back: git checkout cccccccccc -- seals/2026-10.toml
    --- exit Some(1)
    ");
    branch.write("seals/2026-10.toml", seal);
    assert!(branch.plainly("verify").contains("1 month verified"));
    branch.git(&["rm", "-qf", "seals/2026-10.toml"]);
    branch.git(&["commit", "-qam", "x"]);
    assert_snapshot!(branch.plainly("verify"), @"
    month    amended  verdict        commit
    ───────  ───────  ─────────────  ──────────
    2026-10        0  changed since  cccccccccc
    seals/2026-10.toml: 2026-10 was sealed, and its seal was removed [seal-broken]
    --- stderr
    1 of 1 month not as sealed
    help: to bring it back: git checkout cccccccccc -- seals/2026-10.toml
    --- exit Some(1)
    ");
}

#[test]
fn a_hand_edit_that_is_right_is_sealed_anew_with_the_reason() {
    let branch = sealed();
    assert_snapshot!(branch.plainly("seal 2026-10 --amend 无"), @"
    --- stderr
    error: 2026-10 is as it was sealed: there is nothing to amend
    --- exit Some(1)
    ");
    assert_snapshot!(branch.plainly("seal 2026-09 --amend 无"), @"
    --- stderr
    error: 2026-09 is not sealed
    help: to seal it: zhibu seal 2026-09
    --- exit Some(1)
    ");
    branch.replace("points/2026-10.toml", "points = 5", "points = 8");
    branch.git(&["commit", "-qam", "x"]);
    assert_snapshot!(branch.plainly("seal 2026 --amend 核对原始登记后更正"), @"
    --- stderr
    sealed 2026-10 anew, as the records are
      seals/2026-10.toml
    amended the sealed 2026-10, now SEAL-SEAL-SEAL-SEAL
    ");
    assert_snapshot!(branch.plainly("verify"), @"
    month    sealed      by    seal                 amended  verdict                       commit
    ───────  ──────────  ────  ───────────────────  ───────  ────────────────────────────  ──────────
    2026-10  2026-11-12  李敏  SEAL-SEAL-SEAL-SEAL        1  amended, and as written down  cccccccccc
    2026-10 amended after it was sealed, 2026-11-23: sealed anew as the records are: points/2026-10.toml (核对原始登记后更正)
    --- stderr
    1 month verified
    ");
}

#[test]
fn a_clone_that_somebody_else_made_proves_it_too() {
    proves_it_in_clones(&sealed(), false);
    // As records were made before git was told to change no byte.
    let branch = sealed();
    branch.write(".gitattributes", branch.read(".gitattributes").replace("* -text\n", ""));
    branch.git(&["commit", "-qam", "x"]);
    proves_it_in_clones(&branch, true);
}

fn proves_it_in_clones(branch: &Sandbox, changes_ends: bool) {
    let there = tempfile::tempdir().unwrap();
    for options in [&[][..], &["-c", "core.autocrlf=true"], &["--depth", "1", "--no-local"]] {
        let clone = there.path().join(format!("clone{}", options.len()));
        let mut git = Command::new("git");
        git.args(options.iter().filter(|_| options.first() == Some(&"-c"))).args(["clone", "-q"]);
        git.args(options.iter().filter(|_| options.first() != Some(&"-c"))).arg(branch.root()).arg(&clone);
        assert!(git.env("HOME", there.path()).status().unwrap().success());
        let told = branch.command(&["-C", clone.to_str().unwrap(), "verify"]).output().unwrap();
        // A shallow clone does not know what was before the seal.
        let is_shallow = options.first() == Some(&"--depth");
        let said = branch.told(&told);
        assert_eq!(told.status.code(), Some(i32::from(is_shallow)), "{options:?}: {said}");
        assert_eq!(said.contains("help: to get all commits: git fetch --unshallow"), is_shallow, "{said}");
        let text = std::fs::read_to_string(clone.join("points/2026-10.toml")).unwrap();
        assert_eq!(text.contains('\r'), changes_ends && options.first() == Some(&"-c"));
        std::fs::write(clone.join("points/2026-10.toml"), text.replace("points = 5", "points = 8")).unwrap();
        let told = branch.command(&["-C", clone.to_str().unwrap(), "verify"]).output().unwrap();
        let said = branch.told(&told);
        assert!(told.status.code() == Some(1) && said.contains("points: 5 → 8"), "{said}");
    }
}

#[test]
fn without_git_a_change_is_found_and_only_what_it_was_is_not_known() {
    let branch = sealed();
    std::fs::remove_dir_all(branch.root().join(".git")).unwrap();
    assert!(branch.plainly("verify").contains("1 of 1 month not proven"));
    branch.replace("points/2026-10.toml", "points = 5", "points = 8");
    assert_snapshot!(branch.plainly("verify"), @"
    month    sealed      by    seal                 amended  verdict
    ───────  ──────────  ────  ───────────────────  ───────  ─────────────
    2026-10  2026-11-12  李敏  SEAL-SEAL-SEAL-SEAL        0  changed since
    points/2026-10.toml: what this says of 2026-10 was changed after it was sealed [seal-broken]
      git does not have what it was then, so what was changed cannot be told
    --- stderr
    1 of 1 month not as sealed
    warning: nothing proves that the seal is the one that was made: this directory is in no git repository, so it has no history
    help: to have one from now on: git init && git add . && git commit -m begin
    help: where it is right, say why: zhibu seal 2026-10 --amend WHY; else change it back
    --- exit Some(1)
    ");
}

#[test]
fn what_a_file_says_of_the_month_can_be_printed_and_digested() {
    let branch = sealed();
    assert_snapshot!(branch.run("verify 2026-10 --held members/zhao-gang.toml"), @r#"
    group = { from = 2024-01-01, id = "criminal" }
    name = "赵刚"
    post = { from = 2024-06-20, id = "secretary" }
    standing = { from = 2010-01-01, is = "full" }
    "#);
    assert_snapshot!(branch.run("verify 2026-10 --held dues/2026.toml"), @r#"
    amounts = { amount = "40.00", from = "2026-01", id = "t7etj9", member = "sun-lei" }
    amounts = { amount = "50.00", from = "2026-01", id = "9tbutx", member = "zhao-gang" }
    payments = { amount = "40.00", id = "dv7jdy", member = "sun-lei", month = "2026-10", paid = 2026-10-23 }
    "#);
    assert_snapshot!(branch.run("verify 2026-10 --held issues/2026/2026-10-24-xth3a3.toml"), @"
    --- stderr
    error: there is no file or folder `issues/2026/2026-10-24-xth3a3.toml`
    --- exit Some(2)
    ");
    assert_snapshot!(branch.run("verify 2026-10 --held zhibu.toml"), @"
    --- stderr
    error: `zhibu.toml` is in no seal
    --- exit Some(2)
    ");
    assert_snapshot!(branch.run("verify --held members/zhao-gang.toml"), @"
    --- stderr
    error: --held needs one month
    --- exit Some(2)
    ");
    let seal = branch.read("seals/2026-10.toml");
    let files: Vec<_> =
        seal.lines().filter_map(|line| line.trim().strip_prefix("{ path = \"")?.split('"').next()).collect();
    assert!(files.len() > 20);
    for file in files {
        let script = format!("{} verify 2026-10 --held {file} | sha256sum | cut -c1-64", env!("CARGO_BIN_EXE_zhibu"));
        let output = Command::new("sh").args(["-c", &script]).current_dir(branch.root()).output().unwrap();
        let digest = String::from_utf8(output.stdout).unwrap();
        let line = seal.lines().find(|line| line.contains(&format!("\"{file}\""))).unwrap();
        assert!(line.contains(digest.trim()), "{file}: {digest} {line}");
    }
}

#[test]
fn tables_that_would_be_exported_otherwise_are_told_and_are_no_change() {
    let branch = sealed();
    branch.write("rules/points.toml", format!("# 说明\n{}", branch.read("rules/points.toml")));
    // What was paid after that day is not of that day.
    branch.run("dues pay 赵刚 2026-10 --on 11-20");
    let told = plain(&branch.run("verify"));
    assert!(!told.contains("exit"), "{told}");
    assert_snapshot!(told, @"
    month    sealed      by    seal                 amended  verdict    commit
    ───────  ──────────  ────  ───────────────────  ───────  ─────────  ──────────
    2026-10  2026-11-12  李敏  SEAL-SEAL-SEAL-SEAL        0  unchanged  cccccccccc
    --- stderr
    the records of 2026-10 are unchanged; exported now, points_detail.csv would differ from that day:
    points_detail.csv: only the line numbers of records or rules
    1 month verified
    ");
}

#[test]
fn figures_that_the_program_counts_differently_say_so_and_why() {
    let branch = sealed();
    // As another version of the program had sealed it.
    let seal = branch.read("seals/2026-10.toml");
    let line = seal.lines().find(|line| line.contains("table = \"members\",")).unwrap();
    let digest = line.split('"').nth(3).unwrap();
    branch.write("seals/2026-10.toml", seal.replace(digest, &"0".repeat(64)));
    branch.git(&["commit", "--quiet", "-a", "--amend", "--no-edit"]);
    assert_snapshot!(branch.plainly("verify"), @"
    month    sealed      by    seal                 amended  verdict        commit
    ───────  ──────────  ────  ───────────────────  ───────  ─────────────  ──────────
    2026-10  2026-11-12  李敏  SEAL-SEAL-SEAL-SEAL        0  changed since  cccccccccc
    seals/2026-10.toml: members.csv of 2026-10 comes to other figures than were sealed: this version of the program counts the records of that day differently [seal-broken]
      figures from before 2026-11-30 may also differ because this version counts differently: a person who leaves, or a leader who moves to another group, gives up the post
    --- stderr
    1 of 1 month not as sealed
    help: where it is right, say why: zhibu seal 2026-10 --amend WHY; else change it back
    --- exit Some(1)
    ");
    assert_snapshot!(branch.plainly("check seals"), @"
    seals/2026-10.toml: members.csv of 2026-10 comes to other figures than were sealed, by records of other months or by rules without days [seal-broken]
    help: see what changed: zhibu verify 2026-10; where it is right, say why: zhibu seal 2026-10 --amend WHY; else change it back; figures from before 2026-11-30 may also differ because this version counts differently: a person who leaves, or a leader who moves to another group, gives up the post
    --- stderr
    1 finding
    --- exit Some(1)
    ");
    let told = branch.run("--lang zh verify");
    assert!(told.contains("封存那天的记录，这一版程序算出来也不同"), "{told}");
    assert!(told.contains("2026-11-30 以前的结果，也可能因程序改了算法而不同：离开以后，不再担任原来的职务"), "{told}");
}
