//! Plain `git merge` of what two people recorded apart.

use insta::assert_snapshot;

use super::sandbox::Sandbox;

/// A branch with two awards, and a second line of it in git.
fn two_lines() -> Sandbox {
    let branch = Sandbox::branch();
    for (who, seed) in [("赵刚", "1"), ("孙磊", "2")] {
        let words = ["points", "award", who, "commended", "1", "--on", "11-02"];
        assert!(branch.command(&words).env("ZHIBU_SEED", seed).output().unwrap().status.success());
    }
    branch.git(&["branch", "other"]);
    branch
}

/// The ids of the awards, in the order of the file.
fn ids(branch: &Sandbox) -> Vec<String> {
    let ledger = branch.read("points/2026-11.toml");
    ledger.lines().filter_map(|line| line.split("id = \"").nth(1)?.split('"').next().map(str::to_owned)).collect()
}

fn edit(branch: &Sandbox, from: &str, to: &str) {
    let ledger = branch.read("points/2026-11.toml");
    assert!(ledger.contains(from), "{ledger}");
    branch.write("points/2026-11.toml", ledger.replacen(from, to, 1));
    branch.git(&["commit", "--quiet", "-m", "by hand", "points"]);
}

#[test]
fn an_edit_and_an_addition_next_to_it_merge() {
    let branch = two_lines();
    edit(
        &branch,
        "member = \"sun-lei\", item = \"commended\", points = 1",
        "member = \"sun-lei\", item = \"commended\", points = 3",
    );
    branch.git(&["checkout", "--quiet", "other"]);
    let words = ["points", "award", "李敏", "commended", "2", "--on", "11-03"];
    assert!(branch.command(&words).env("ZHIBU_SEED", "3").output().unwrap().status.success());
    edit(
        &branch,
        "member = \"zhao-gang\", item = \"commended\", points = 1",
        "member = \"zhao-gang\", item = \"commended\", points = 4",
    );
    let merged = branch.git(&["merge", "--no-edit", "@{-1}"]);
    assert!(!merged.contains("CONFLICT"), "{merged}");
    assert_eq!(ids(&branch).len(), 3);
    let points: Vec<_> = branch
        .read("points/2026-11.toml")
        .lines()
        .filter_map(|line| line.split("points = ").nth(1)?.chars().next())
        .collect();
    assert_eq!(points, ['3', '4', '2']);
    assert_eq!(branch.contradictions(), Vec::<serde_json::Value>::new());
}

#[test]
fn two_edits_of_one_award_are_a_conflict_and_not_both_lines() {
    let branch = two_lines();
    edit(
        &branch,
        "member = \"sun-lei\", item = \"commended\", points = 1",
        "member = \"sun-lei\", item = \"commended\", points = 3",
    );
    branch.git(&["checkout", "--quiet", "other"]);
    edit(
        &branch,
        "member = \"sun-lei\", item = \"commended\", points = 1",
        "member = \"sun-lei\", item = \"commended\", points = 4",
    );
    let merged = branch.git(&["merge", "--no-edit", "@{-1}"]);
    assert!(merged.contains("CONFLICT (content)"), "{merged}");
    assert_snapshot!(branch.read("points/2026-11.toml"), @r#"
    entries = [
    <<<<<<< ours
      { id = "g7zpzn", date = 2026-11-02, member = "sun-lei", item = "commended", points = 4 },
    =======
      { id = "g7zpzn", date = 2026-11-02, member = "sun-lei", item = "commended", points = 3 },
    >>>>>>> theirs
      { id = "xth3a3", date = 2026-11-02, member = "zhao-gang", item = "commended", points = 1 },
    ]
    "#);
}

#[test]
fn a_clone_in_which_nobody_recorded_yet_keeps_every_line_and_check_names_what_is_doubled() {
    let branch = two_lines();
    branch.git(&["config", "--remove-section", "merge.zhibu"]);
    branch.write(".git/info/attributes", "");
    edit(
        &branch,
        "member = \"sun-lei\", item = \"commended\", points = 1",
        "member = \"sun-lei\", item = \"commended\", points = 3",
    );
    branch.git(&["checkout", "--quiet", "other"]);
    edit(
        &branch,
        "member = \"sun-lei\", item = \"commended\", points = 1",
        "member = \"sun-lei\", item = \"commended\", points = 4",
    );
    assert!(!branch.git(&["merge", "--no-edit", "@{-1}"]).contains("CONFLICT"));
    let told = branch.run("check points");
    assert!(told.contains("[same-id]") && told.contains("exit Some(1)"), "{told}");
}

#[test]
fn where_the_program_is_gone_git_merges_as_it_always_does() {
    let branch = two_lines();
    let driver = branch.git(&["config", "--get", "merge.zhibu.driver"]);
    let gone =
        driver.trim().replace(env!("CARGO_BIN_EXE_zhibu"), "/no/such/program").replace(" zhibu;", " no-such-zhibu;");
    branch.git(&["config", "merge.zhibu.driver", &gone]);
    edit(
        &branch,
        "member = \"sun-lei\", item = \"commended\", points = 1",
        "member = \"sun-lei\", item = \"commended\", points = 3",
    );
    branch.git(&["checkout", "--quiet", "other"]);
    edit(
        &branch,
        "member = \"sun-lei\", item = \"commended\", points = 1",
        "member = \"sun-lei\", item = \"commended\", points = 4",
    );
    assert!(branch.git(&["merge", "--no-edit", "@{-1}"]).contains("CONFLICT"));
    let ledger = branch.read("points/2026-11.toml");
    assert!(
        ledger.contains("<<<<<<< ours") && ledger.contains("points = 3") && ledger.contains("points = 4"),
        "{ledger}"
    );
}

#[test]
fn records_in_a_folder_of_a_larger_repository_are_merged_too() {
    let larger = Sandbox::empty();
    larger.git(&["init", "--quiet", "-b", "main"]);
    larger.run_words(&["init", "党 支部[1]", "--name", "x", "--here"]);
    larger.run_words(&["-C", "党 支部[1]", "member", "add", "赵刚", "-s", "full"]);
    larger.git(&["branch", "other"]);
    larger.run_words(&["-C", "党 支部[1]", "member", "edit", "赵刚", "--note", "好"]);
    larger.git(&["checkout", "--quiet", "other"]);
    larger.run_words(&["-C", "党 支部[1]", "member", "standing", "赵刚", "probationary", "--from", "2026-11-23"]);
    larger.run_words(&["-C", "党 支部[1]", "member", "post", "赵刚", "secretary"]);
    let attribute = larger.git(&["check-attr", "merge", "党 支部[1]/members/zhao-gang.toml"]);
    assert!(attribute.contains("merge: zhibu"), "{attribute}");
    let merged = larger.git(&["merge", "--no-edit", "main"]);
    assert!(!merged.contains("CONFLICT"), "{merged}");
    let member = larger.read("党 支部[1]/members/zhao-gang.toml");
    assert!(member.contains("note = \"好\"") && member.contains("secretary"), "{member}");
}

#[test]
fn the_clone_is_set_up_once() {
    let branch = Sandbox::branch();
    let attributes = branch.read(".git/info/attributes");
    branch.run("meeting log 党课");
    assert_eq!(branch.read(".git/info/attributes"), attributes);
    branch.write(".git/info/attributes", "*.png binary");
    branch.run("meeting log 警示教育");
    assert_eq!(branch.read(".git/info/attributes"), format!("*.png binary\n{attributes}"));
}
