//! `zhibu audit`: when things happened, and when they were written down.

use clap::{Args, ValueEnum};

use super::commits::past;
use crate::branch::FileKind;
use crate::cmd::env::Env;
use crate::error::Result;
use crate::reckon::audit::{AuditScope, audit, current};
use crate::record::{Day, Period, RelPath};
use crate::report;
use crate::store::Query;
use crate::ui::Format;
use crate::words;

/// Telling when things happened, and when they were written down.
#[derive(Args)]
pub struct Audit {
    /// The period in which they happened; this month where it is not said
    #[arg(short, long)]
    period: Option<String>,
    /// Only the months in numbers, or only the records, a line each
    #[arg(long)]
    by: Option<AuditBy>,
    /// List the records too of which there is nothing to tell
    #[arg(long)]
    all: bool,
}

/// What is listed.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum AuditBy {
    /// The months
    Month,
    /// The records
    Record,
}

/// Runs the command.
///
/// # Errors
/// A newer `schema` than this program knows, or words that mean no period.
pub(in crate::cmd) fn run(env: &Env, args: &Audit) -> Result<()> {
    let period = env.period(args.period.as_deref().unwrap_or("this-month"))?;
    let store = env.store()?;
    // Everything: what is gone from one month may stand in another.
    let all = Period { first: Day::FIRST, last: Day::LAST };
    let query = Query::roll().meetings(all).points(all).appraisals(all).study(all).issues(all).dues(all);
    let query =
        query.assessment(all).requests(all).tasks(all).agendas(all).visits(all).talks(all).accepted().seals(all);
    let mut loaded = store.gather(&query)?;
    loaded.branch.rules = store.rules()?.rules;
    let branch = &loaded.branch;
    let places = loaded.faults.iter().filter_map(|fault| fault.place.as_ref()).map(|place| &place.file);
    let mut unreadable: Vec<RelPath> = places.filter(|file| FileKind::of(file).is_some()).cloned().collect();
    unreadable.dedup();
    let past = past(env.ui, &store);
    let current = current(branch);
    let episodes = past.as_ref().ok().map(|past| &past.episodes[..]);
    let audited = audit(&AuditScope { branch, current: &current, unreadable: &unreadable, episodes, period });
    let extent = match env.global.format {
        Format::Text | Format::Md | Format::Html => report::Extent::Brief,
        Format::Csv | Format::Json | Format::Xlsx => report::Extent::All,
    };
    match (args.by, env.global.format) {
        (Some(AuditBy::Month), _) => env.ui.table(&report::audit_months(&audited, extent))?,
        (None, Format::Csv)
        | (Some(AuditBy::Record), Format::Csv | Format::Json | Format::Md | Format::Html | Format::Xlsx) => {
            env.ui.table(&report::audit_records(branch, &audited))?;
        }
        (None, Format::Json | Format::Md | Format::Html | Format::Xlsx) => {
            let mut page = report::audit_page(branch, period, &audited, extent);
            page.tables.push(report::audit_records(branch, &audited));
            env.ui.page(&page)?;
        }
        (by, Format::Text) => {
            if by.is_none() && !audited.is_empty() {
                env.ui.page(&report::audit_page(branch, period, &audited, extent))?;
            }
            let story = report::audit_story(branch, period, &audited, args.all);
            if by.is_none() && !story.chapters.is_empty() {
                env.ui.answer("\n")?;
            }
            env.ui.story(&story, || report::audit_records(branch, &audited))?;
            match (audited.is_empty(), story.chapters.is_empty()) {
                (true, true) => env.ui.say(&words::audit_of_nothing()),
                (false, true) => env.ui.say(&words::nothing_to_tell()),
                _ => {}
            }
        }
    }
    if branch.rules.filings().next().is_none() {
        env.ui.say(&words::no_filing_rule());
        env.ui.help(&words::cure_no_filing_rule());
    }
    if !unreadable.is_empty() {
        env.ui.warn(&words::audit_unreadable(words::some_files(&unreadable)));
    }
    match past {
        Ok(past) => past.limits().iter().for_each(|limit| env.ui.say(limit)),
        Err(none) => {
            let (fact, cure) = none.told();
            env.ui.warn(&words::audit_without_git(fact));
            cure.iter().for_each(|cure| env.ui.help(cure));
        }
    }
    Ok(())
}
