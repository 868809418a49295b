//! `zhibu log`: many facts at once, a line each; all of them are recorded in one commit, or none.

use std::path::PathBuf;

use clap::Args;

use crate::branch::{Change, FileChange, What};
use crate::cmd::change::amend;
use crate::cmd::change::{Batch, Decision, Taken};
use crate::cmd::env::Env;
use crate::cmd::typed::bad_day;
use crate::error::{Failure, Fault, Result};
use crate::record::parse_day;
use crate::store::{self, Copied, Planned, Query, Store};
use crate::words::{self, Text};

/// The longest list of facts that is taken, in bytes.
const LIMIT: u64 = 1024 * 1024;

/// Record many facts at once, a line each, in one commit
///
/// A line is a command without `zhibu`, such as `talk log zhao-gang sun-lei`. A line with a day, such as `11-05`, sets the day of the lines after it. `#` begins a comment. If a line is wrong, nothing is written.
#[derive(Args)]
pub struct Log {
    /// A file with the lines, or - to read them from standard input [default: standard input]
    #[arg(value_name = "FILE")]
    file: Option<PathBuf>,
}

/// What carries out the words of a line, under the day that stands above it.
pub(in crate::cmd) type Perform<'p> = &'p dyn Fn(&Env, &[String], Option<&str>) -> Result<()>;

/// A line that says a fact.
struct Line {
    number: usize,
    /// The day that stands above it.
    day: Option<String>,
    words: Vec<String>,
}

/// What a line says.
enum Said {
    Nothing,
    Day(String),
    Fact(Vec<String>),
}

/// Runs the command.
///
/// # Errors
/// Every line that is wrong; nothing is written then.
pub(in crate::cmd) fn run(env: &Env, args: &Log, perform: Perform<'_>) -> Result<()> {
    let file = args.file.as_deref().filter(|file| file.as_os_str() != "-");
    let lines = match file {
        Some(file) => parse(env, &store::read_outside(&env.path(file), LIMIT)?)?,
        None if env.ui.can_ask() => typed(env, perform)?,
        None => parse(env, &env.standard_input(LIMIT)?)?,
    };
    if lines.is_empty() {
        env.ui.say(&words::nothing_to_log());
        return Ok(());
    }
    let asks = file.is_none() && env.ui.can_ask();
    env.change_signed(&Query::roll(), |branch, store| {
        let facts = all(env, store, &lines, perform)?;
        let (subjects, said): (Vec<_>, Vec<_>) = facts.told.into_iter().unzip();
        let lang = env.file_lang(branch);
        let subject = match &subjects[..] {
            [only] => only.clone(),
            _ => words::logged_facts(subjects.len()),
        };
        let why = (subjects.len() > 1).then(|| Text::join(subjects, "\n").get(lang).to_owned());
        let change = Change { subject, why, files: files(facts.planned) };
        let question = asks.then(|| words::ask_log(lines.len()));
        Ok((question, Decision { change, said: Text::join(said, "\n") }, vec![]))
    })
}

/// The lines of a text.
///
/// # Errors
/// Every line whose quotes do not end.
fn parse(env: &Env, text: &str) -> Result<Vec<Line>> {
    let (mut lines, mut faults, mut day) = (Vec::new(), Vec::new(), None);
    for (at, text) in text.trim_start_matches('\u{feff}').lines().enumerate() {
        match said(env, text) {
            Ok(Said::Nothing) => {}
            Ok(Said::Day(new)) => day = Some(new),
            Ok(Said::Fact(words)) => lines.push(Line { number: at + 1, day: day.clone(), words }),
            Err(failure) => faults.extend(failure.faults.into_iter().map(|fault| of_line(at + 1, fault))),
        }
    }
    if faults.is_empty() { Ok(lines) } else { Err(Failure::of(faults).into()) }
}

/// What a line says: a day for those behind it, a fact, or nothing.
fn said(env: &Env, text: &str) -> std::result::Result<Said, Failure> {
    let words = shlex::split(&text.replace('\u{3000}', " "))
        .ok_or_else(|| Failure::usage(words::line_with_open_quote()).cure(words::cure_line_with_open_quote()))?;
    let is_day = |word: &str| parse_day(word, env.today).is_some();
    Ok(match words.iter().map(|word| word.trim_end_matches([':', '：'])).collect::<Vec<_>>()[..] {
        [] => Said::Nothing,
        ["on", day] | [day] if is_day(day) => Said::Day(day.to_owned()),
        ["on", day] => return Err(bad_day(day)),
        [day] if day.starts_with(|c: char| c.is_ascii_digit()) => return Err(bad_day(day)),
        _ => Said::Fact(words),
    })
}

/// The lines somebody types, each checked at once: one that is wrong is told, and not taken.
fn typed(env: &Env, perform: Perform<'_>) -> Result<Vec<Line>> {
    env.ui.say(&words::type_facts());
    let store = env.store()?;
    let (mut lines, mut day, mut at): (Vec<Line>, _, _) = (Vec::new(), None, 0);
    while let Some(text) = env.input_line()? {
        at += 1;
        match said(env, &text) {
            Ok(Said::Nothing) => {}
            Ok(Said::Day(new)) => day = Some(new),
            Ok(Said::Fact(words)) => {
                lines.push(Line { number: at, day: day.clone(), words });
                match all(env, &store, &lines, perform) {
                    Ok(facts) => facts.told.iter().next_back().into_iter().for_each(|(_, said)| env.ui.say(said)),
                    Err(error) => {
                        lines.pop();
                        env.ui.failure(&error);
                    }
                }
            }
            Err(failure) => drop(env.ui.failure(&failure.into())),
        }
    }
    Ok(lines)
}

/// What lines come to.
#[derive(Default)]
struct Facts {
    /// The subject and what is said of each.
    told: Vec<(Text, Text)>,
    /// What becomes of the files.
    planned: Vec<Planned>,
}

/// Decides every line on the records as those before it leave them.
///
/// # Errors
/// Every line that is wrong.
fn all(env: &Env, store: &Store, lines: &[Line], perform: Perform<'_>) -> Result<Facts> {
    let (mut facts, mut faults, mut exit) = (Facts::default(), Vec::new(), 1);
    for line in lines {
        match fact(env, &store.after(&facts.planned), line, perform) {
            Ok((Taken { decision, .. }, planned)) => {
                facts.told.push((decision.change.subject, decision.said));
                planned.into_iter().for_each(|new| add(&mut facts.planned, new));
            }
            Err(error) => {
                let failure = error.downcast::<Failure>()?;
                exit = failure.exit;
                for fault in failure.faults {
                    // What cures several lines alike is said once.
                    let is_known = faults.iter().any(|known: &Fault| known.cure == fault.cure);
                    let cure = fault.cure.clone().filter(|_| !is_known);
                    faults.push(of_line(line.number, Fault { cure, ..fault }));
                }
            }
        }
    }
    if faults.is_empty() { Ok(facts) } else { Err(Failure { faults, exit }.into()) }
}

/// What one line decides, and what it makes of the files.
fn fact(env: &Env, store: &Store, line: &Line, perform: Perform<'_>) -> Result<(Taken, Vec<Planned>)> {
    let within = env.within(Batch::on(store.clone()));
    perform(&within, &line.words, line.day.as_deref())?;
    let taken = within.taken().ok_or_else(|| Failure::refused(words::nothing_changed()))?;
    // A closed month is told with its line; the reason for changing it is written down once for all.
    if env.global.amend.is_none() {
        amend::guard(env, store, &taken.decision.change, taken.lang)?;
    }
    let planned = store.preview(&taken.decision.change)?;
    Ok((taken, planned))
}

/// Adds what a line makes of a file to what those before it made of it.
fn add(all: &mut Vec<Planned>, new: Planned) {
    match all.iter_mut().find(|one| one.path == new.path) {
        Some(one) => *one = Planned { old: one.old.take(), ..new },
        None => all.push(new),
    }
}

/// The files of the change that all lines are.
fn files(planned: Vec<Planned>) -> Vec<FileChange> {
    let what = |one: &Planned| match (&one.new, &one.copy) {
        (_, Some(Copied::File(from))) => What::Copy(from.clone()),
        (_, Some(Copied::Bytes(bytes))) => What::Restore(bytes.clone()),
        (Some(text), None) if one.old.is_none() => What::Create(text.clone()),
        (Some(text), None) => What::Write(text.clone()),
        (None, None) => What::Remove,
    };
    planned.into_iter().map(|one| FileChange { what: what(&one), path: one.path }).collect()
}

/// A fault with the number of its line before it.
fn of_line(number: usize, fault: Fault) -> Fault {
    Fault { fact: words::in_line(number, fault.fact), ..fault }
}
