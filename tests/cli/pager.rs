//! Long answers on a terminal: in the pager that somebody likes.

use crate::sandbox::Sandbox;
use crate::terminal::{Ended, Terminal};

/// What stands on the screen after a command, whose pager marks what it shows.
fn shown(words: &[&str], pager: (&str, &str)) -> Ended {
    let branch = Sandbox::branch();
    let mut command = branch.command(words);
    Terminal::of(command.env("TERM", "xterm").env(pager.0, pager.1)).ends()
}

const MARKS: &str = "sed 's/^/| /'";

#[test]
fn what_is_longer_than_the_screen_is_read_in_the_pager() {
    for name in ["PAGER", "ZHIBU_PAGER"] {
        let Ended { printed, exit, .. } = shown(&["--help"], (name, MARKS));
        assert!(printed.lines().count() > 40 && printed.lines().all(|line| line.starts_with("| ")), "{printed}");
        assert_eq!(exit, Some(0));
    }
}

#[test]
fn what_fits_or_is_for_programs_is_not() {
    for words in [&["member", "list"][..], &["member", "list", "--format", "json"], &["rules", "check"]] {
        let Ended { printed, .. } = shown(words, ("PAGER", MARKS));
        assert!(!printed.contains("| "), "{printed}");
    }
    for none in ["", "cat"] {
        assert!(shown(&["--help"], ("ZHIBU_PAGER", none)).printed.starts_with("Keep the records"));
    }
}

#[test]
fn a_pager_that_is_not_there_or_ends_early_costs_nothing() {
    let Ended { printed, exit, .. } = shown(&["--help"], ("PAGER", "no-such-program-at-all"));
    assert!(printed.contains("Keep the records") && printed.contains("Exit codes"), "{printed}");
    assert_eq!(exit, Some(0));
    let Ended { printed, exit, .. } = shown(&["--help"], ("PAGER", "head -n 1"));
    assert_eq!((printed.as_str(), exit), ("Keep the records of a branch as plain files\r\n", Some(0)));
}
