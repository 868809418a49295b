//! `zhibu` keeps the records of a branch, or of any body with members, groups, meetings and points, as TOML files in a
//! directory that git can keep. This page is the tour of its code.
//!
//! # The layers
//!
//! Each names only those below it; `tests/house` holds the arrows.
//!
//! | module | what it is |
//! |---|---|
//! | [`cmd`] | clap types and one file a subcommand: load, decide, commit, say, in the rooms below; [`cmd::Env`] reads clock and environment |
//! | [`ui`] | the only printer: answers to standard output, everything else to standard error; after a second it tells what a command is at |
//! | [`prompt`] | questions on a terminal, answered with arrows and space bar |
//! | [`program`] | runs other programs: `zhibu-NAME` on the PATH, the editor |
//! | [`git`] | the only code that runs git: one command, one commit, of its own files; the commits and texts of the past, and which commits are this program's; fetch, merge and push |
//! | [`store`] | the only code that touches files: find, read, edit in place, journal, lock, replace |
//! | [`render`] | a table → text by display columns, CSV, JSON, Markdown, a workbook, pages for a browser and for paper; the data package; diffs; help |
//! | [`report`] | a report is a value with a table; it knows nothing of paper |
//! | [`desk`] | the superior's desk: units, what they handed in, and what follows from the measures of their packages |
//! | [`package`] | a month's tables packed to be carried, and what can be proven of them without the records |
//! | [`check`] | the findings: each rule a row of one table |
//! | [`seal`] | what a closed month holds on, and what of it has changed since |
//! | [`reckon`] | what follows from records and rules: attendance, points, study, talks, dues, steps, the plan, what is owed; [`reckon::history`], [`reckon::audit`]: what became different in the records and how it is taken back, and when they were written; nothing of it is stored |
//! | [`sheet`] | tables that people bring: bytes become rows, headings fields, cells days and numbers; what is recorded is known by content and count |
//! | [`branch`] | the loaded whole, found by id, name or pinyin; who was what on a day; [`branch::Change`] |
//! | [`rulebook`] | what the rules say, and what cannot be in them; the rulebooks that come with the program |
//! | [`record`] | what the files say, with the place of every fault; days, periods, ids, points |
//! | [`error`] | a failure with its cure: place, fact, what to do |
//! | [`words`] | every sentence a person reads, in Chinese and in English |
//!
//! `record` to `desk` are pure: no file, no clock, no environment, no printing.
//!
//! Within a layer no files name each other in a circle.
//!
//! # The rooms of the commands
//!
//! | room | what is in it |
//! |---|---|
//! | `front` | the front door: the words of a call are read and told what they are wrong in, the command is run, a shell is answered |
//! | `people` | `member`, `group`: the people, where they belong, and the steps of their development |
//! | `meeting`, `issue`, `import` | one noun each |
//! | `ledgers` | what keeps lines in ledgers: `points`, `appraisal`, `exemplar`, `assessment`, `study`, `talk`, `dues`, `plan`, `request`, `task`, `visit` |
//! | `closing` | a month is posted, closed, proved and exported: `points post`, `seal`, `verify`, `export`, `return` |
//! | `together` | the records of several people: `sync`, `resolve`, and what git calls to merge |
//! | `past` | what was: `history`, `audit`, `undo` |
//! | `desk` | the desk of a superior: `desk init`, `take`, `due`, `report`, `bulletin`, `return`, `lake` |
//! | `told` | what the records say, and what is wrong in them: `status`, `due`, `report`, `print`, `site`, `check`, `accept`, `rules` |
//! | `tools` | around the records: `init`, `upgrade`, `log`, `edit`, `doctor`, `schema`, `man`, `completion`, the hook of git |
//! | `change` | how a change is made: decided, carried out, committed; what closed months say to it |
//! | `typed` | what people type, read: people, meetings, links, evidence, paths, names |
//!
//! # The files, who reads and who writes them
//!
//! | file | type | written by |
//! |---|---|---|
//! | `zhibu.toml` | [`record::Settings`] | `init`, `upgrade` |
//! | `rules/branch.toml`, `rules/meetings.toml`, `rules/points.toml`, `rules/study.toml`, `rules/talks.toml`, `rules/steps.toml`, `rules/holidays.toml`, `rules/dues.toml`, `rules/duties.toml`, `rules/appraisal.toml`, `rules/assessment.toml`, `rules/editions.toml` | [`rulebook::BranchRules`], [`rulebook::MeetingRules`], [`rulebook::PointsRules`], [`rulebook::StudyRules`], [`rulebook::TalkRules`], [`rulebook::StepRules`], [`rulebook::HolidayRules`], [`rulebook::DuesRules`], [`rulebook::DutyRules`], [`rulebook::AppraisalRules`], [`rulebook::AssessmentRules`], [`rulebook::EditionRules`] | `init`, then people |
//! | `rules/accepted.toml` | [`record::Acceptances`] | `accept` |
//! | `members/ID.toml` | [`record::Member`] | `member`, `import` |
//! | `groups/ID.toml` | [`record::Group`] | `group`, `import` |
//! | `meetings/YEAR/DATE-KIND[-GROUP][-N].toml` | [`record::Meeting`] | `meeting`, `import` |
//! | `points/MONTH.toml` | [`record::Ledger`] | `import`, `points award`, `deduct`, `remove`, `post`, `object`, `correct`, `close` |
//! | `appraisals/YEAR.toml` | [`record::Appraisals`] | `appraisal record`, `remove`, `exemplar confirm` |
//! | `dues/YEAR.toml` | [`record::DuesLedger`] | `dues set`, `pay`, `remove`, `import` |
//! | `issues/YEAR/DATE-ID.toml` | [`record::Issue`] | `issue` |
//! | `plans/YEAR.toml` | [`record::Plan`] | `plan add`, `done`, `edit`, `remove` |
//! | `requests/YEAR.toml` | [`record::Requests`] | `request log`, `deliver`, `remove` |
//! | `agendas/YEAR.toml` | [`record::Agendas`] | `meeting plan`, `prepared`, `cancel` |
//! | `tasks/YEAR.toml` | [`record::Tasks`] | `meeting decide`, `task done`, `edit`, `remove` |
//! | `visits/YEAR.toml` | [`record::Visits`] | `visit log`, `edit`, `remove` |
//! | `seals/MONTH.toml` | [`record::Seal`] | `seal`; every changing command with `--amend` |
//! | `study/MONTH.toml` | [`record::StudyLedger`] | `study log`, `attach`, `remove`, `import` |
//! | `talks/YEAR.toml` | [`record::TalkLedger`] | `talk log`, `remove` |
//! | `templates/NAME.html` | a template of a [`report::Form`], where the branch has its own | `print template`, then people |
//! | `figures/YEAR.toml` | [`record::Figures`] | `assessment record` |
//! | `exports.toml` | [`record::Exports`] | `export --to`, `return` |
//! | `evidence/YEAR/…` | copied as they are | `meeting log`, `edit`, `issue update`, `close`, `study log`, `attach` |
//! | `.git/info/attributes` | which files git merges by `zhibu merge-file`, which is [`store::merge`] | the first command that commits in a clone |
//! | `.zhibu-site`, in the folder of a site | which pages there are ours | `site` |
//! | `desk.toml`, of a desk | [`record::DeskSettings`] | `desk init`, then people |
//! | `units.csv`, of a desk | [`desk::Units`] | `desk init`, then people |
//! | `returns/UNIT/MONTH-EDITION/…`, of a desk | the files of a return, as they were packed | `desk take` |
//! | `taken/YEAR.csv`, of a desk | [`desk::Taken`], a line a return | `desk take` |
//! | `.zhibu/` | lock, journal and what is staged; hides itself from git | [`store`] |
//!
//! Each kind of record or rules is a row of one table, `branch/kinds.rs`: it says what reads such a file, where it stands
//! and what it is loaded into. All are read by [`store::Store::load`], which reads what the command's [`branch::Query`] names and no more;
//! `check` reads everything by [`store::Store::survey`].
//!
//! # One command, in six steps
//!
//! `zhibu meeting log group -g 刑侦 --absent 孙磊:duty`
//!
//! 1. [`cmd::parse`] reads the words; where it cannot, it tells so in the language of the call.
//! 2. [`cmd::Env`] takes the day, finds the directory and completes what a command that died left unfinished.
//! 3. It takes the lock and loads the people, the groups, the kinds of meetings and the meetings of that day.
//! 4. `cmd/meeting/log.rs` decides: kind and group are found by name, those due are present less those named; out
//!    comes a [`branch::Change`], which is data.
//! 5. [`store::Lock::commit`] makes the new texts, reads them back, stages, and replaces: all of the change or nothing.
//! 6. The printer says what was done, and [`git::Git::commit`] makes the commit.
//!
//! # The words
//!
//! A *branch* is the body whose records these are. A *member* is a person with a file, whatever the *standing* (full,
//! staff …), to which *steps* lead; *posts*, *groups* and *classes* are held from a day on. A *meeting* is any meeting or
//! activity, of a *kind*; those *due* at it have a *seat* in a *state*. An *entry* is an award or a deduction by hand, a
//! line of a month's *ledger*. A *scheme* and its *items* say what earns points; a *line* is one step of an *account*. A
//! *duty* is what the rules say is owed over and over again; what is owed on a day is a *due*. A *fault* is something
//! wrong with a place, a fact and a cure; a *finding* is a fault that `check` tells.
//! Of a merge there are two *sides*, ours and theirs; what both changed is a *clash*, and a file with one is in *dispute*.
//! A month that is closed has a *seal*; what is changed of it afterwards is an *amendment*, or else a *break*.

pub mod branch;
pub mod check;
pub mod cmd;
pub mod desk;
pub mod error;
pub mod git;
pub mod package;
pub mod program;
pub mod prompt;
pub mod reckon;
pub mod record;
pub mod render;
pub mod report;
pub mod rulebook;
pub mod seal;
pub mod sheet;
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
    if let Some(code) = cmd::merge_file(&args).or_else(|| cmd::complete(&args)) {
        return ExitCode::from(code);
    }
    let cli = match cmd::parse(&args) {
        Ok(cli) => cli,
        Err(code) => return ExitCode::from(code),
    };
    let ui = cmd::printer(&cli.global);
    let done = Env::new(&cli.global, cli.name, &args, ui).and_then(|env| {
        let done = cmd::run(&env, cli.command.as_ref());
        env.tell_gone();
        env.tell_upgrade();
        done
    });
    ExitCode::from(done.unwrap_or_else(|error| ui.failure(&error)))
}
