//! What somebody decided in a merge is an event that history tells.

use super::sandbox::Sandbox;
use super::sealed::plain;

/// An award that two sides changed, on a day.
fn torn() -> Sandbox {
    let branch = Sandbox::branch();
    branch.on("2026-11-20", "points award 孙磊 commended 5 --on 11-20");
    let ledger = branch.read("points/2026-11.toml");
    branch.git(&["checkout", "--quiet", "-b", "other"]);
    for (on, points) in [("other", "4"), ("master", "3")] {
        branch.git(&["checkout", "--quiet", on]);
        branch.write("points/2026-11.toml", ledger.replace("points = 5", &format!("points = {points}")));
        branch.git_on("2026-11-21", &["commit", "--quiet", "-am", points]);
    }
    branch.git(&["merge", "--no-edit", "other"]);
    branch
}

/// The end of the history of 孙磊.
fn end(branch: &Sandbox) -> String {
    let told = plain(&branch.run("history 孙磊"));
    let lines: Vec<_> = told.lines().collect();
    lines[lines.len().saturating_sub(3)..].join("\n")
}

#[test]
fn history_ends_with_what_was_kept_and_against_what() {
    for (line, kept) in [("resolve --ours", "3"), ("resolve --theirs", "4"), ("resolve --field points=theirs", "4")] {
        let branch = torn();
        branch.on("2026-11-22", line);
        assert!(branch.read("points/2026-11.toml").contains(&format!("points = {kept}")));
        let against = if kept == "3" { "4" } else { "3" };
        assert!(end(&branch).contains(&format!("kept {kept}, not {against}")), "{}", end(&branch));
    }
    let branch = torn();
    branch.on("2026-11-22", "resolve --ours");
    let said = branch.git(&["log", "-1", "--format=%B"]);
    assert!(said.contains("\nZhibu-Settled: points/2026-11.toml "), "{said}");
    assert!(
        branch.run("--lang zh history 孙磊").contains("两边都改过分值，定为3，不用4"),
        "{}",
        branch.run("--lang zh history 孙磊")
    );
}

#[test]
fn what_was_put_right_by_hand_is_told_as_well() {
    let branch = torn();
    let ledger = branch.git(&["show", "master:points/2026-11.toml"]);
    branch.write("points/2026-11.toml", ledger.replace("points = 3", "points = 2"));
    branch.on("2026-11-22", "resolve");
    assert!(end(&branch).contains("kept 2, not "), "{}", end(&branch));
}

#[test]
fn audit_tells_who_decided_what() {
    let branch = torn();
    branch.on("2026-11-22", "resolve --theirs");
    let told = branch.on("2026-11-30", "audit --period 2026-11 --by record");
    let line = told.lines().find(|line| line.contains("conflict settled")).unwrap_or_else(|| panic!("{told}"));
    assert!(line.contains("on 2026-11-22 by ") && line.contains("kept 4, not 3"), "{line}");
}
