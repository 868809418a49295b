//! `zhibu site`: a period as pages to read without a network and to print.

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use crate::cmd::env::Env;
use crate::cmd::told::days;
use crate::error::{Failure, Result};
use crate::record::RelPath;
use crate::render;
use crate::report::{self, site_period};
use crate::store;
use crate::words::{self, Lang, Text};

/// Writing the site.
#[derive(Args)]
pub struct Site {
    /// The folder to write into: an empty one, or one that was written by this command
    #[arg(short, long, value_name = "DIR")]
    out: PathBuf,
    /// The period, in whole months: `2026`, `2026-11`, `2026Q4` …
    #[arg(short, long, default_value = "this-year")]
    period: String,
    /// Which edition
    #[arg(long, value_enum, default_value_t = Edition::Masked)]
    edition: Edition,
}

/// The editions.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Edition {
    /// Names masked, for everybody
    Masked,
    /// With names, for use within the branch
    Full,
}

/// Runs the command.
///
/// # Errors
/// Whatever is wrong with the records, or with the folder.
pub(in crate::cmd) fn run(env: &Env, args: &Site) -> Result<()> {
    is_a_folder(&args.out)?;
    let period = site_period(env.period(&args.period)?);
    days::has_come(env, period)?;
    let store = env.store()?;
    let progress = env.ui.progress(&words::at_pages());
    let mut branch = store.load(&report::site_query(period, env.today))?;
    if days::is_empty(&branch, period) {
        days::tell_empty(env, &branch, period);
    }
    let lang = env.file_lang(&branch);
    let mask = (args.edition == Edition::Masked).then(|| branch.mask(period.last.min(env.today)));
    let site = report::site(&branch, mask.as_ref(), period, env.today);
    drop(progress);
    if write(env, &site, lang, &args.out)? {
        env.ui.say(&if mask.is_some() { words::masked_only_names() } else { words::full_stays_within() });
    }
    Ok(())
}

/// Refuses standard output, before anything is read for it: a site is a folder.
///
/// # Errors
/// Where no folder is named.
pub(in crate::cmd) fn is_a_folder(out: &Path) -> Result<()> {
    match out.as_os_str() == "-" {
        true => Err(Failure::usage(words::site_needs_folder()).cure(words::cure_site_needs_folder()).into()),
        false => Ok(()),
    }
}

/// Writes the pages of a site into a folder; whether it did, and not only said what it would write.
///
/// # Errors
/// Whatever is wrong with the folder.
pub(in crate::cmd) fn write(env: &Env, site: &report::Site, lang: Lang, out: &Path) -> Result<bool> {
    let progress = env.ui.progress(&words::at_pages());
    progress.has(site.leaves.len());
    let pages = render::site(site, lang).inspect(|_| progress.step());
    let pages: Vec<_> = pages.filter_map(|(path, page)| Some((RelPath::new(&path)?, page.into_bytes()))).collect();
    drop(progress);
    let shown = out.display().to_string();
    if env.global.dry_run {
        pages.iter().for_each(|(path, _)| env.ui.say(&words::would_write(format!("{shown}/{path}"))));
        return Ok(false);
    }
    let gone = store::write_site(&env.path_out(out)?, &pages)?;
    let removed = (gone > 0).then(|| words::site_removed(gone));
    env.ui.say(&Text::clauses([words::site_written(pages.len(), shown)].into_iter().chain(removed)));
    Ok(true)
}
