//! Words of the branch's own for calls: `[[alias]]` in `zhibu.toml`.

use std::ffi::OsString;

use clap::Command;

use super::glance::Glance;
use crate::branch::settings_path;
use crate::cmd::env::{self, Env};
use crate::error::{Failure, Fault};
use crate::record::{self, Alias, Settings, Source};
use crate::store::Store;
use crate::words::{self, Text};

/// A call with the word that is no command replaced by what the branch says it means; none where it says nothing of it.
pub(super) fn expanded(command: &Command, args: &[OsString]) -> Option<Result<Vec<OsString>, Failure>> {
    let glance = Glance::of(command, args);
    let at = glance.stray.filter(|_| glance.path.is_empty())?;
    let (source, settings) = settings(&Store::find(&env::records_at(glance.directory.as_deref())).ok()?)?;
    let alias = settings.aliases.iter().find(|alias| args[at] == *alias.word.as_str())?;
    let fault = fault(command, &source, alias);
    Some(fault.map_or_else(
        || {
            let means = shlex::split(&alias.means).unwrap_or_default().into_iter().map(OsString::from);
            Ok(args[..at].iter().cloned().chain(means).chain(args[at + 1..].iter().cloned()).collect())
        },
        |fault| Err(Failure::of(vec![fault])),
    ))
}

/// Warns of the aliases of a directory that cannot be used; the commands are asked for only where there is one.
pub(super) fn tell(env: &Env, commands: fn() -> Command) {
    let Some((source, settings)) = env.store().ok().and_then(|store| settings(&store)) else { return };
    if settings.aliases.is_empty() {
        return;
    }
    let command = commands();
    for fault in settings.aliases.iter().filter_map(|alias| fault(&command, &source, alias)) {
        let place = fault.place.map(|place| Text::same(place.to_string()));
        env.ui.warn(&Text::join(place.into_iter().chain([fault.fact]), ": "));
    }
}

/// Why an alias cannot be used: it is a command itself, or what it means begins with none.
fn fault(command: &Command, source: &Source, alias: &Alias) -> Option<Fault> {
    let is_command = |word: &str| command.find_subcommand(word).is_some();
    if is_command(&alias.word) {
        let fact = words::alias_of_command(words::shown(&alias.word));
        return Some(Fault::at("alias", source, &alias.word.span, fact));
    }
    let means = shlex::split(&alias.means).unwrap_or_default();
    let is_call = means.first().is_some_and(|word| is_command(word));
    let fact = || words::alias_of_nothing(words::shown(&alias.word), words::shown(&alias.means));
    let fault = || Fault::at("alias", source, &alias.means.span, fact()).cure(words::cure_alias_of_nothing());
    (!is_call).then(fault)
}

/// The settings of a directory with their file, as far as they can be read.
fn settings(store: &Store) -> Option<(Source, Settings)> {
    let source = store.read(&settings_path()).ok()??;
    let settings = record::read::<Settings>(&source).record?;
    Some((source, settings))
}
