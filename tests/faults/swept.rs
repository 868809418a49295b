//! Each operation, struck at each of its calls.

use std::path::Path;

use super::driver::command;
use super::programs::is_missing;
use super::records::{Records, all, assert_tidy, folders, fresh, without_next};
use super::sweep::{ALL, Blow, Outcome, Sweep, strike};

/// Strikes an operation at every call; the records are old or new, and whole.
#[track_caller]
fn survives(operation: &str, blow: Blow) {
    if is_missing("strace") {
        return;
    }
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
        after_blow: &|dir, outcome| {
            judge(&all(&branch(dir)), &old, &new, outcome);
            if !outcome.killed && !outcome.success && !outcome.speech {
                assert_eq!(folders(&branch(dir)), 2, "a stray folder after {outcome}");
            }
        },
        after_next: &|dir, outcome| {
            let now = without_next(&branch(dir));
            assert!(now == old || now == new, "neither old nor new after {outcome}: {now:?}");
            assert_tidy(&branch(dir));
        },
    };
    let struck = sweep.run(&[(ALL, blow)]);
    assert!(struck > 15, "only {struck} calls were struck");
}

fn judge(now: &Records, old: &Records, new: &Records, outcome: &Outcome) {
    if outcome.killed {
        // Some files may be new already; the next command brings the rest. No file is ever torn.
        for (path, text) in now {
            assert!(old.get(path) == Some(text) || new.get(path) == Some(text), "{path} is torn after {outcome}");
        }
    } else if outcome.success {
        assert_eq!(now, new, "{outcome}");
    } else if outcome.speech {
        assert!(now == old || now == new, "{outcome}");
    } else {
        assert_eq!(now, old, "{outcome}");
        let told = outcome.stderr.lines().filter(|line| line.starts_with("failed to ")).count();
        assert!(told == 1 || !outcome.inside && told == 0, "not one clear message: {outcome}");
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

/// Strikes the command that completes what another left unfinished, at every call.
#[track_caller]
fn completes(blow: Blow, renames: usize) {
    if is_missing("strace") {
        return;
    }
    let old = all(&fresh().path().join("branch"));
    let calm = fresh();
    assert!(command("several", &calm.path().join("branch")).output().unwrap().status.success());
    let new = all(&calm.path().join("branch"));
    let branch = |dir: &Path| dir.join("branch");
    let sweep = Sweep {
        prepare: &|| {
            let dir = fresh();
            let several = command("several", &branch(dir.path()));
            assert!(strike(several, dir.path(), "rename", Blow::Kill, renames).is_some());
            assert!(branch(dir.path()).join(".zhibu/journal").exists());
            dir
        },
        command: &|dir| command("next", &branch(dir)),
        next: &|dir| command("next", &branch(dir)),
        after_blow: &|_, _| {},
        after_next: &|dir, outcome| {
            let now = without_next(&branch(dir));
            assert!(now == old || now == new, "neither old nor new after {outcome}: {now:?}");
            assert_tidy(&branch(dir));
        },
    };
    assert!(sweep.run(&[(ALL, blow)]) > 15);
}

#[test]
fn a_kill_while_another_change_is_completed_leaves_it_to_the_next() {
    completes(Blow::Kill, 4);
}

#[test]
fn a_failing_call_while_another_change_is_completed_leaves_it_whole() {
    completes(Blow::Error("EIO"), 5);
}

#[test]
fn a_kill_while_a_change_goes_back_leaves_it_to_the_next() {
    if is_missing("strace") {
        return;
    }
    let branch = |dir: &Path| dir.join("branch");
    // A file where a folder is to be: the change fails half way, and so does every try to complete it.
    let prepare = || {
        let dir = fresh();
        std::fs::write(branch(dir.path()).join("evidence"), "").unwrap();
        dir
    };
    let old = all(&branch(prepare().path()));
    let sweep = Sweep {
        prepare: &prepare,
        command: &|dir| command("several", &branch(dir)),
        next: &|dir| command("next", &branch(dir)),
        after_blow: &|_, _| {},
        after_next: &|dir, outcome| {
            assert_eq!(without_next(&branch(dir)), old, "{outcome}");
            assert_tidy(&branch(dir));
        },
    };
    assert!(sweep.run(&[(ALL, Blow::Kill)]) > 15);
}
