//! `zhibu` keeps the records of a branch, or of any body with members, groups, meetings and points, as TOML files that
//! people read, edit and keep in git. This page is the tour of its code.
//!
//! # The layers
//!
//! Data goes one way: files → records → branch → reckoning → report → bytes. A layer names only those below it; the
//! tests in `tests/house` hold that, and that the pure ones touch no file, no clock, no environment and no screen.
//!
//! | layer | what it is |
//! |---|---|
//! | [`cmd`] | the command line: clap types and one file a subcommand, each of them load, decide, commit, say |
//! | [`ui`] | the only printer: answers to standard output, everything else to standard error |
//! | [`git`] | the only code that runs git: one command, one commit, of the files it wrote |
//! | [`store`] | the only code that names files: find, read, edit in place, lock, journal, replace |
//! | [`render`] | a table, a page or a help to bytes: text by columns of the screen, CSV, JSON, Markdown; pure |
//! | [`check`] | what is wrong in the records: one row a rule in an ordered table; pure |
//! | [`report`] | a report is a value with a table; pure |
//! | [`reckon`] | what follows from records and rules: attendance, points; pure |
//! | [`branch`] | the loaded whole, found by id, name or pinyin; who was what on a day; what a command changes; pure |
//! | [`rulebook`] | what the rules say, and the rulebooks that `init` copies; pure |
//! | [`record`] | what the files say: member, group, meeting, entry; days, periods, points; pure |
//! | [`error`] | a failure: place, fact and cure |
//! | [`words`] | every sentence a person reads, in Chinese and in English; pure |
//!
//! # The files
//!
//! [`branch::FileKind`] knows a file by its path; each kind of record has one type in [`record`] or [`rulebook`] that
//! lists its keys. [`store::Want`] says which files a command reads: people, groups and `rules/branch.toml` always, the
//! rest only where it is needed.
//!
//! | file | what reads it | what writes it |
//! |---|---|---|
//! | `zhibu.toml` | every command, as [`record::Settings`] | `init` |
//! | `.gitattributes`, the `README.md` of each folder | git, and people | `init` |
//! | `rules/branch.toml` | every command, as [`rulebook::BranchRules`] | `init`, then people |
//! | `rules/meetings.toml` | what needs meetings, as [`rulebook::MeetingRules`] | `init`, then people |
//! | `rules/points.toml` | what needs points, as [`rulebook::PointsRules`] | `init`, then people |
//! | `members/ID.toml` | every command, as [`record::Member`] | `member …` |
//! | `groups/ID.toml` | every command, as [`record::Group`] | `group …` |
//! | `meetings/YEAR/DAY-KIND-GROUP.toml` | `meeting`, `points`, `report`, `export`, `check`, as [`record::Meeting`] | `meeting …` |
//! | `points/MONTH.toml` | `points`, `report`, `export`, `check`, as [`record::Ledger`] | `points …` |
//! | `evidence/…` | `check`, which compares the digest | `meeting log`, `meeting edit` |
//! | `.zhibu/` | the lock, the journal and new texts of a change under way; not for git | every command that changes something |
//!
//! # The words
//!
//! A *standing* is what a person is to the branch (full member, staff …), a *class* what they are excused from, a *post*
//! an office they hold: each from a day. A *kind* is a kind of meeting or activity. Whoever is *due* at a meeting has a
//! *seat* there: present, late, made up, absent, exempt, or *open* where nobody wrote. An *item* is what points are given
//! for; an *entry* is one award or deduction by hand, one line of a month's *ledger*. A *link* is the line of work that a
//! record served. What is *struck* stays in its file and no longer counts. A *fault* is one thing that is wrong.
//!
//! # A walk: `zhibu meeting log group -g 刑侦 --absent 孙磊:duty`
//!
//! 1. [`run`] has [`cmd::parse`] read the words. Where they are wrong or ask for help, that is told in the language of the
//!    call, and the walk is over. [`cmd::Env`] takes the day, the language and the directory from outside, once.
//! 2. `cmd/meeting/log.rs` says what it wants: the people, the kinds of meetings, the meetings of that day.
//!    `Env::change` finds the directory, completes what a command that died left unfinished, takes the lock, and
//!    [`store::Store::load`] reads those files, and no others, into a [`branch::Branch`].
//! 3. It decides: the branch finds the kind, the group and 孙磊 by what was typed, and who was due on that day; everybody
//!    due and not named absent is present; the chair is the one the rules name. Out comes a [`branch::Change`]: the text
//!    of one new file, and a sentence as its subject.
//! 4. [`store::Lock::commit`] commits it: the text is read back as the record it is to be, written beside its place,
//!    brought to the disk, and put in its place by a rename; with several files, under a journal.
//! 5. It says what it did, in the past tense: [`ui::Ui::say`] writes the sentence and the path to standard error.
//! 6. [`git::Git::commit`] makes one commit of that file, with the sentence as its subject. Whatever comes of it, the
//!    record is safe.
//!
//! A report walks the other way: load, [`reckon`], a [`report::Table`], and [`render`] makes the bytes of it.

pub mod branch;
pub mod check;
pub mod cmd;
pub mod error;
pub mod git;
pub mod reckon;
pub mod record;
pub mod render;
pub mod report;
pub mod rulebook;
pub mod store;
pub mod ui;
pub mod words;

use std::ffi::OsString;
use std::process::ExitCode;

use cmd::Env;

/// Runs the program with its arguments, the name of the program first; its exit code: 0 done, 1 findings or refused, 2
/// the words of the call were wrong.
pub fn run(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    let args: Vec<_> = args.into_iter().collect();
    let cli = match cmd::parse(&args) {
        Ok(cli) => cli,
        Err(code) => return ExitCode::from(code),
    };
    let ui = cmd::printer(&cli.global);
    let done = Env::new(&cli.global, ui).and_then(|env| cmd::run(&env, &cli.command));
    ExitCode::from(done.unwrap_or_else(|error| ui.failure(&error)))
}
