//! What an inspector believes: a proof is one, and what is none says so.

use insta::assert_snapshot;

use super::sandbox::Sandbox;
use super::sealed::{closed, on, plain, sealed};

const SEAL: &str = "seals/2026-10.toml";

/// What `verify` and `check` of the seal tell: both find it, or neither.
#[track_caller]
fn both(branch: &Sandbox) -> String {
    let (verified, checked) = (branch.run("verify"), branch.run("check"));
    assert_eq!(
        verified.contains("[seal-broken]"),
        checked.contains("[seal-broken]"),
        "verify: {verified}\ncheck: {checked}"
    );
    plain(&verified)
}

/// The seal without its last amendment.
fn cut(branch: &Sandbox) {
    let text = branch.read(SEAL);
    branch.write(SEAL, &text[..text.rfind("\n[[amended]]").unwrap()]);
}

#[test]
fn a_reason_is_not_rewritten_and_an_award_not_changed_behind_an_honest_amendment() {
    let branch = sealed();
    branch.run("study log 孙磊 2 --on 10-30 --amend 补记");
    branch.replace(SEAL, "why = \"补记\"", "why = \"另有原因\"");
    assert!(both(&branch).contains("was changed by hand"));
    branch.git(&["commit", "-qam", "x"]);
    branch.replace("points/2026-10.toml", "points = 5", "points = 8");
    branch.git(&["commit", "-qam", "x"]);
    branch.run("seal 2026-10 --amend x");
    assert!(both(&branch).contains("1 of 1 month not as sealed"));
    cut(&branch);
    for _ in 0..2 {
        let told = both(&branch);
        assert!(told.contains("was changed by hand") && told.contains("exit Some(1)"), "{told}");
        branch.git(&["commit", "-qam", "x"]);
    }
    let told = branch.run("verify");
    let cure = told.lines().find_map(|line| line.strip_prefix("help: to bring it back: git ")).unwrap();
    branch.git(&cure.split(' ').collect::<Vec<_>>());
    // The seal is the honest one again, and what was done to the award shows.
    let told = both(&branch);
    assert!(told.contains("points: 5 → 8") && !told.contains("changed by hand"), "{told}");
    branch.run("seal 2026-10 --amend 更正");
    assert!(both(&branch).contains("1 month verified"));
}

#[test]
fn an_earlier_version_that_is_put_back_forgets_what_was_amended() {
    let branch = sealed();
    let (seal, study) = (branch.read(SEAL), branch.read("study/2026-10.toml"));
    branch.run("study log 孙磊 2 --on 10-30 --amend 补记");
    branch.write(SEAL, seal);
    branch.write("study/2026-10.toml", study);
    assert!(both(&branch).contains("the seal of 2026-10 lacks amendments that were made"));
    branch.git(&["commit", "-qam", "x"]);
    assert!(both(&branch).contains("the seal of 2026-10 lacks amendments that were made"));
}

#[test]
fn a_seal_that_was_changed_or_removed_is_found_by_check_too() {
    for (old, new) in [("date = 2026-11-12", "date = 2026-11-10"), ("by = \"li-min\"", "by = \"sun-lei\"")] {
        let branch = sealed();
        branch.replace(SEAL, old, new);
        assert!(both(&branch).contains("was changed by hand"), "{new}");
    }
    let branch = sealed();
    let text = branch.read(SEAL);
    let at = text.find("members.csv").unwrap();
    branch.write(SEAL, text[..at].to_owned() + &text[at..].replacen("sha256 = \"", "sha256 = \"0", 1));
    assert!(both(&branch).contains("was changed by hand"));
    let branch = sealed();
    branch.git(&["rm", "-q", SEAL]);
    branch.git(&["commit", "-qm", "x"]);
    assert!(both(&branch).contains("its seal was removed"));
    assert_snapshot!(plain(&branch.run("check seals")), @"
    seals/2026-10.toml: 2026-10 was sealed, and its seal was removed [seal-broken]
    help: to bring it back: git checkout cccccccccc -- seals/2026-10.toml
    --- stderr
    1 finding
    --- exit Some(1)
    ");
}

#[test]
fn what_git_does_not_tell_is_not_proven() {
    let branch = sealed();
    let told = branch.command(&["verify"]).env("PATH", "/nowhere").output().unwrap();
    assert_snapshot!(plain(&branch.told(&told)), @"
    month    sealed      by    seal                 amended  verdict
    ───────  ──────────  ────  ───────────────────  ───────  ──────────
    2026-10  2026-11-12  李敏  SEAL-SEAL-SEAL-SEAL        0  not proven
    --- stderr
    1 of 1 month not proven
    warning: nothing proves that the seal is the one that was made: there is no git here, and so no history
    help: install git and try again; the records themselves are not affected
    --- exit Some(1)
    ");
    std::fs::write(branch.root().join(".git/HEAD"), "x").unwrap();
    let told = branch.run("verify");
    assert!(told.contains("not proven") && told.contains("exit Some(1)"), "{told}");
    std::fs::remove_dir_all(branch.root().join(".git")).unwrap();
    assert_snapshot!(branch.plainly("verify"), @"
    month    sealed      by    seal                 amended  verdict
    ───────  ──────────  ────  ───────────────────  ───────  ──────────
    2026-10  2026-11-12  李敏  SEAL-SEAL-SEAL-SEAL        0  not proven
    --- stderr
    1 of 1 month not proven
    warning: nothing proves that the seal is the one that was made: this directory is in no git repository, so it has no history
    help: to have one from now on: git init && git add . && git commit -m begin
    --- exit Some(1)
    ");
    let branch = branch.chinese();
    assert_snapshot!(branch.plainly("verify"), @"
    月份     封存日期    封存人  校验码               修订次数  核对结果
    ───────  ──────────  ──────  ───────────────────  ────────  ────────
    2026-10  2026-11-12  李敏    SEAL-SEAL-SEAL-SEAL         0  没有证明
    --- stderr
    核对 1 个月，其中 1 个月没有得到证明
    注意：封存文件是不是当初那一份，没有证明：这个目录不在 git 仓库里，没有修改历史
    建议：从现在起留下历史：git init && git add . && git commit -m 开始
    --- exit Some(1)
    ");
    let branch = closed();
    on(&branch, "2026-11-12", "seal 2026-10 --no-commit");
    assert_snapshot!(branch.plainly("verify"), @"
    month    sealed      seal                 amended  verdict
    ───────  ──────────  ───────────────────  ───────  ──────────
    2026-10  2026-11-12  SEAL-SEAL-SEAL-SEAL        0  not proven
    --- stderr
    1 of 1 month not proven
    warning: nothing proves that the seal is the one that was made: no commit has seals/2026-10.toml
    help: commit them first, so that git can prove the seal: git add FILES && git commit
    --- exit Some(1)
    ");
}

#[test]
fn evidence_of_a_sealed_record_is_part_of_the_month() {
    let branch = closed();
    branch.write("photo.jpg", "1");
    on(&branch, "2026-11-11", "meeting edit 2026-10-15 --evidence photo.jpg");
    on(&branch, "2026-11-12", "seal 2026-10");
    let meeting = branch.read("meetings/2026/2026-10-15-theme-day.toml");
    let file = meeting.split('"').find(|part| part.starts_with("evidence/")).unwrap().to_owned();
    assert!(both(&branch).contains("1 month verified"));
    branch.write(&file, "2");
    assert!(both(&branch).contains("a sealed record of 2026-10 names this file, and it was changed"));
    std::fs::remove_file(branch.root().join(&file)).unwrap();
    assert!(both(&branch).contains("a sealed record of 2026-10 names this file, and it is gone"));
}

#[test]
fn an_award_of_the_month_in_the_file_of_the_next_one_is_found_by_both() {
    let branch = sealed();
    branch.write(
        "points/2026-11.toml",
        "entries = [\n  { id = \"bbbbb2\", date = 2026-10-20, member = \"sun-lei\", item = \"commended\", points = 3 },\n]\n",
    );
    assert!(both(&branch).contains("points.csv of 2026-10 comes to other figures"));
    // So it does where it was sealed anew.
    assert!(branch.run("seal 2026-10 --amend 漏记").contains("sealed 2026-10 anew"));
    assert!(both(&branch).contains("1 month verified"));
}

#[test]
fn dues_paid_on_the_day_of_sealing_are_late_dues() {
    let branch = sealed();
    on(&branch, "2026-11-12", "dues pay 赵刚 2026-10");
    let told = both(&branch);
    assert!(told.contains("unchanged") && told.contains("1 month verified"), "{told}");
}

#[test]
fn what_was_changed_outside_the_month_is_told_as_what_it_is() {
    let branch = closed();
    on(&branch, "2026-11-11", "points award 许诺 commended 2 --on 07-20 --note 救人");
    on(&branch, "2026-11-12", "seal 2026-10");
    let issue = branch.files().into_iter().map(|(path, _)| path.to_string_lossy().into_owned());
    let issue = issue.into_iter().find_map(|path| path.find("issues/2026/").map(|at| path[at..].to_owned())).unwrap();
    branch.replace(&issue, "owner = \"sun-lei\"", "owner = \"zhao-gang\"");
    branch.replace("points/2026-07.toml", "points = 2", "points = 4");
    assert_snapshot!(branch.plainly("verify"), @"
    month    sealed      seal                 amended  verdict    commit
    ───────  ──────────  ───────────────────  ───────  ─────────  ──────────
    2026-10  2026-11-12  SEAL-SEAL-SEAL-SEAL        0  unchanged  cccccccccc
    --- stderr
    the records of 2026-10 are unchanged; exported now, points.csv, issues.csv would differ from that day:
    points.csv xu-nuo year_total: 123 → 125
    issues.csv 2026-10-24-qtsnmf owner: sun-lei → zhao-gang
    issues.csv 2026-10-24-qtsnmf owner_name: 孙磊 → 赵刚
    1 month verified
    ");
}

#[test]
fn amendments_go_out_with_the_tables() {
    let branch = sealed();
    branch.run("points award 孙磊 good-deed 1 --on 10-06 --amend 十月漏记");
    let told = plain(&branch.run("export -m 2026-10 -t points --edition masked"));
    assert!(told.contains("2026-10 amended after it was sealed"), "{told}");
    branch.run("export -m 2026-10 -o out --edition masked");
    let package = plain(&branch.read("out/datapackage.json"));
    assert_snapshot!(&package[package.find("\"notes\"").unwrap()..], @r#"
    "notes": [
        "2026-10 sealed on 2026-11-12: SEAL-SEAL-SEAL-SEAL",
        "2026-10 amended after it was sealed, 2026-11-23: 孙×: 好人好事 +1, 2026-10-06 (十月漏记)"
      ]
    }
    "#);
    assert!(!package.contains("孙磊"));
}

#[test]
fn a_seal_that_the_others_lack_too_stops_nobody_from_sharing() {
    let branch = sealed();
    branch.git(&["rm", "-q", SEAL]);
    branch.git(&["commit", "-qm", "x"]);
    let there = tempfile::tempdir().unwrap();
    let hub = there.path().join("hub.git").display().to_string();
    let told = branch.run(&format!("sync {hub} --new"));
    assert!(told.contains("its seal was removed") && told.contains("exit Some(1)"), "{told}");
    let told = branch.run("sync --with-errors");
    assert!(!told.contains("exit"), "{told}");
    branch.run("study log 孙磊 2 --on 11-20");
    let told = branch.run("sync");
    assert!(told.contains("pushed 1 commit") && !told.contains("exit"), "{told}");
}
