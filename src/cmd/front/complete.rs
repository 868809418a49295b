//! A shell asks how a call may go on.

use std::ffi::OsString;
use std::path::PathBuf;
use std::sync::Arc;

use super::args::Cli;
use super::external;
use super::glance::Glance;
use crate::cmd::env;
use crate::cmd::tools::completion::{Answer, Live, attach};
use crate::ui::{Color, Format, Ui};

/// Answers a shell that asks how a call may go on; none where this is a call.
pub fn complete(args: &[OsString]) -> Option<u8> {
    let answer = Answer::asked(&env::asking_shell()?)?;
    let words = args.get(2..).filter(|words| args[1] == "--" && !words.is_empty())?;
    let words = answer.words(words);
    let (typed, before) = words.split_last()?;

    let mut command = Cli::command_before(before);
    command.build();
    let glance = Glance::of(&command, before);
    let below = glance.directory.clone().unwrap_or_else(|| PathBuf::from("."));
    let here = env::records_at(glance.directory.as_deref());
    let lang = env::language(glance.lang, &here);
    let ui = Ui::new(lang, Format::Text, true, Color::Never);
    let live = Arc::new(Live { here, lang, today: env::today().ok()?, commands: || Cli::command_before(&[]) });
    let mut command = attach(command, "", &live);
    if glance.path.is_empty() {
        let others: Vec<_> =
            external::commands(lang).filter(|one| command.find_subcommand(one.get_name()).is_none()).collect();
        command = command.subcommands(others);
    }
    // Nothing to offer is no failure of anybody's.
    let found =
        clap_complete::engine::complete(&mut command, words.clone(), before.len(), Some(&below)).unwrap_or_default();
    let text = answer.text(&typed.to_string_lossy(), &found);
    Some(ui.answer(&text).map_or_else(|error| ui.failure(&error), |()| 0))
}
