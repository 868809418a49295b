//! `zhibu due`: what is owed.

use std::path::PathBuf;

use clap::Args;

use crate::cmd::env::Env;
use crate::error::{Failure, Result};
use crate::git::Git;
use crate::reckon;
use crate::record::{Day, Length, Period, Settings};
use crate::render::{self, Body};
use crate::report::{self, Extent};
use crate::rulebook::Term;
use crate::store::{self, Query, Store};
use crate::ui::Format;
use crate::words::{self, Lang};

/// Telling what is owed.
#[derive(Args)]
pub struct Due {
    /// The day; today where it is not said
    #[arg(long, value_name = "DATE")]
    on: Option<String>,
    /// How far to look ahead: 30d, 6w, 3m or 1y
    #[arg(long, value_name = "TIME", default_value = "30d")]
    within: String,
    /// List one by one what was missed more than a year ago, too
    #[arg(long)]
    all: bool,
    /// Plan a person's next standing, or an election named by its term, back from a day: by when each step before it is to be taken
    #[arg(long, num_args = 2, value_names = ["WHO", "DATE"])]
    plan_back: Option<Vec<String>>,
    /// The step that is planned, where it is not the one to the next standing
    #[arg(long, requires = "plan_back")]
    step: Option<String>,
    /// Write it as a calendar that phones read; `-` is standard output
    #[arg(long, value_name = "FILE")]
    ics: Option<PathBuf>,
}

/// Runs the command.
///
/// # Errors
/// Whatever is wrong with the records.
pub(in crate::cmd) fn run(env: &Env, args: &Due) -> Result<()> {
    let day = env.day_or_today(args.on.as_deref())?;
    if let Some([who, goal]) = args.plan_back.as_deref() {
        if args.step.is_none() && term_back(env, who, goal, day)? {
            return Ok(());
        }
        return crate::cmd::people::development::plan_back(env, who, goal, args.step.as_deref(), day);
    }
    let ahead = Length::parse(&args.within).filter(|ahead| !matches!(ahead, Length::WorkingDays(_)));
    let ahead = ahead
        .ok_or_else(|| Failure::usage(words::bad_length(words::shown(&args.within))).cure(words::cure_bad_length()))?;
    let window = Period { first: day, last: ahead.after(day, |day, _| day) };
    let branch = env.load(&reckon::due_query(window))?;
    // What is written for other programs is all there is.
    let is_read = matches!(env.global.format, Format::Text | Format::Md | Format::Html) && args.ics.is_none();
    let extent = if is_read && !args.all { Extent::Brief } else { Extent::All };
    let (table, ids) = match &args.ics {
        Some(_) => report::due_with_ids(&branch, window),
        None => (report::due(&branch, window, extent), vec![]),
    };
    if table.rows.is_empty() {
        env.ui.say(&words::nothing_due(window.last));
    }
    let Some(file) = &args.ics else {
        env.ui.table(&table)?;
        // What is owed by rules that contradict one another is told, and that they do.
        let faults = branch.rules.faults();
        return if faults.is_empty() { Ok(()) } else { Err(Failure::of(faults).into()) };
    };
    let lang = env.file_lang(&branch);
    let body = Body { id: &identity(&env.store()?, &branch.settings), name: &branch.settings.name };
    let calendar = render::calendar(&body, &table, &ids, lang, env.today);
    if file.as_os_str() == "-" {
        return env.ui.answer_bytes(calendar.as_bytes());
    }
    if env.global.dry_run {
        env.ui.say(&words::would_write(file.display().to_string()));
        return Ok(());
    }
    store::export_file(&env.path_out(file)?, calendar.as_bytes())?;
    env.ui.say(&words::wrote_calendar(table.rows.len(), file.display().to_string()));
    Ok(())
}

/// Plans back from the day on which the posts of a term are filled anew, where a term is named and no person; whether one is.
fn term_back(env: &Env, typed: &str, goal: &str, today: Day) -> Result<bool> {
    // Faulty duties hinder nobody from planning a person's step.
    let Ok(branch) = env.load(&Query::roll().duties(Period::day(today))) else { return Ok(false) };
    let day = env.day(goal)?;
    let rules = branch.rules.duties.iter().flat_map(|(_, rules)| &rules.terms).filter(|term| term.holds(day));
    let is_meant = |term: &&Term| {
        let name = term.name();
        term.id.as_str() == typed || [Lang::Zh, Lang::En].iter().any(|lang| name.get(*lang).contains(typed))
    };
    let mut meant = rules.filter(is_meant);
    match (meant.next(), meant.next()) {
        (Some(term), None) if branch.find_member(typed, today).is_err() => {
            env.ui.table(&report::term_back(&branch, term, day, today))?;
            Ok(true)
        }
        _ => Ok(false),
    }
}

/// What tells a body from every other: the first commit of its records, with their place in it; without git, or where the
/// first commit is not known, its name and since when it keeps records.
fn identity(store: &Store, settings: &Settings) -> String {
    let since = settings.since.as_ref().map(|since| since.value.to_string()).unwrap_or_default();
    let begun = Git::find(store.root()).ok().and_then(|git| git.origin());
    begun.unwrap_or_else(|| format!("{}\n{since}", settings.name))
}
