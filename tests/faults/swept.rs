//! Each operation, struck at each of its calls.

use std::path::Path;

use super::driver::command;
use super::records::{Records, all, assert_tidy, fresh, without_next};
use super::sweep::{Blow, Outcome, Sweep, WRITING};

/// Strikes an operation at every call; the records are old or new, and whole.
#[track_caller]
fn survives(operation: &str, blow: Blow) {
    let calm = fresh();
    let old = all(&calm.path().join("branch"));
    let done = command(operation, &calm.path().join("branch")).output().unwrap();
    assert!(done.status.success(), "{done:?}");
    let new = all(&calm.path().join("branch"));
    assert_ne!(old, new);
    let branch = |dir: &Path| dir.join("branch");
    let sweep = Sweep {
        prepare: &fresh,
        command: &|dir| command(operation, &branch(dir)),
        next: &|dir| command("next", &branch(dir)),
        after_blow: &|dir, outcome| judge(&all(&branch(dir)), &old, &new, outcome),
        after_next: &|dir, outcome| {
            let now = without_next(&branch(dir));
            assert!(now == old || now == new, "neither old nor new after {outcome:?}: {now:?}");
            assert_tidy(&branch(dir));
        },
    };
    let struck = sweep.run(WRITING, blow);
    assert!(struck > 15, "only {struck} calls were struck");
}

fn judge(now: &Records, old: &Records, new: &Records, outcome: &Outcome) {
    if outcome.killed {
        // Some files may be new already; the next command brings the rest. No file is ever torn.
        for (path, text) in now {
            assert!(old.get(path) == Some(text) || new.get(path) == Some(text), "{path} is torn after {outcome:?}");
        }
    } else if outcome.success {
        assert_eq!(now, new, "{outcome:?}");
    } else if outcome.speech {
        assert!(now == old || now == new, "{outcome:?}");
    } else {
        assert_eq!(now, old, "{outcome:?}");
        assert!(!outcome.stderr.trim().is_empty(), "no word of what went wrong: {outcome:?}");
    }
}

#[test]
fn a_failing_call_leaves_a_created_file_out() {
    survives("create", Blow::Error("EIO"));
}

#[test]
fn a_failing_call_leaves_a_copied_file_out() {
    survives("copy", Blow::Error("ENOSPC"));
}

#[test]
fn a_failing_call_leaves_an_edited_file_old() {
    survives("edit", Blow::Error("EIO"));
}

#[test]
fn a_failing_call_leaves_several_files_old() {
    survives("several", Blow::Error("EIO"));
}

#[test]
fn a_kill_leaves_a_created_file_whole_or_out() {
    survives("create", Blow::Kill);
}

#[test]
fn a_kill_leaves_an_edited_file_old_or_new() {
    survives("edit", Blow::Kill);
}

#[test]
fn a_kill_leaves_several_files_all_old_or_all_new() {
    survives("several", Blow::Kill);
}
