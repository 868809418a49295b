//! `zhibu completion`: the Tab key, with what the records say.
//!
//! A shell's script calls the program with `COMPLETE` in the environment and the words up to the cursor after `--`; the
//! answer is a candidate a line. Nothing is locked or written then, and what is broken is passed over in silence.

mod candidates;
mod live;
mod shell;
mod source;

use std::ffi::OsString;
use std::path::PathBuf;
use std::sync::Arc;

use clap::Args;

use crate::cmd::env::{self, Env};
use crate::cmd::front::args::Cli;
use crate::cmd::front::external;
use crate::cmd::front::glance::Glance;
use crate::error::Result;
use crate::ui::{Color, Format, Ui};
use live::Live;
use shell::{Answer, Shell};

/// Setting up the Tab key.
#[derive(Args)]
pub struct Completion {
    /// The shell
    shell: Shell,
}

/// Runs the command.
///
/// # Errors
/// A standard output that takes no more.
pub(in crate::cmd) fn run(env: &Env, args: &Completion) -> Result<()> {
    env.ui.answer(args.shell.script())
}

/// Answers a shell that asks how a call may go on; none where this is a call.
pub fn complete(args: &[OsString]) -> Option<u8> {
    let answer = Answer::asked(&env::asking_shell()?)?;
    let words = args.get(2..).filter(|words| args[1] == "--" && !words.is_empty())?;
    let words = answer.words(words);
    let (typed, before) = words.split_last()?;

    let mut command = Cli::command_before(before);
    command.build();
    let glance = Glance::of(&command, before);
    let here = glance.directory.clone().unwrap_or_else(|| PathBuf::from("."));
    let lang = env::language(glance.lang, &here);
    let ui = Ui::new(lang, Format::Text, true, Color::Never);
    let live = Arc::new(Live { here, lang, today: env::today().ok()? });
    let mut command = source::attach(command, "", &live);
    if glance.path.is_empty() {
        let others: Vec<_> =
            external::commands(lang).filter(|one| command.find_subcommand(one.get_name()).is_none()).collect();
        command = command.subcommands(others);
    }
    // Nothing to offer is no failure of anybody's.
    let found = clap_complete::engine::complete(&mut command, words.clone(), before.len(), Some(&live.here))
        .unwrap_or_default();
    let text = answer.text(&typed.to_string_lossy(), &found);
    Some(ui.answer(&text).map_or_else(|error| ui.failure(&error), |()| 0))
}
