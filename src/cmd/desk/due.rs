//! `zhibu desk due`: who has not handed in.

use std::collections::BTreeMap;
use std::path::PathBuf;

use clap::Args;

use super::open::{load, open};
use crate::cmd::env::Env;
use crate::desk::{self, Owed};
use crate::error::Result;
use crate::store;
use crate::words;

/// Showing who has not handed in.
#[derive(Args)]
pub struct Due {
    /// Folder to write a reminder to each unit into
    #[arg(long, value_name = "DIR")]
    letter: Option<PathBuf>,
}

/// Runs the command.
///
/// # Errors
/// Whatever is wrong with the desk.
pub(super) fn run(env: &Env, args: &Due) -> Result<()> {
    let store = open(env)?;
    let desk = load(&store)?;
    let table = desk::due(&desk, env.today, None);
    if table.rows.is_empty() {
        env.ui.say(&words::nothing_to_urge());
    }
    let Some(folder) = &args.letter else { return env.ui.table(&table) };
    let owed = desk::owed(&desk, env.today);
    let mut of_units: BTreeMap<_, Vec<&Owed<'_>>> = BTreeMap::new();
    owed.iter().for_each(|owed| of_units.entry(owed.unit.id.as_str()).or_default().push(owed));
    let lang = env.global.lang.or(desk.settings.lang).unwrap_or(env.ui.lang());
    let letter = |(id, owed): (&&str, &Vec<&Owed<'_>>)| {
        (format!("{id}.txt"), desk::letter(&desk, owed, env.today, lang).into_bytes())
    };
    let letters: Vec<_> = of_units.iter().map(letter).collect();
    let name = words::shown(&folder.display().to_string());
    if env.global.dry_run {
        letters.iter().for_each(|(file, _)| env.ui.say(&words::would_write(format!("{name}/{file}"))));
        return Ok(());
    }
    store::export(&env.path(folder), &letters)?;
    env.ui.say(&words::wrote_letters(letters.len(), name));
    Ok(())
}
