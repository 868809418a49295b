//! The words of a call are read; where they ask for help or are wrong, that is told in the language of the call.

use std::ffi::OsString;

use super::alias;
use super::args::Cli;
use super::external;
use super::glance::Glance;
use super::misread;
use super::short;
use crate::cmd::env::{self, Env};
use crate::cmd::global::Global;
use crate::cmd::tools::help;
use crate::error::{self, Failure};
use crate::render::Manual;
use crate::ui::{Color, Format, Ui};
use crate::words::Lang;
use clap::error::ErrorKind;

/// The whole command line, as clap knows it, with the arguments of every command.
pub fn command() -> clap::Command {
    let mut command = Cli::command();
    command.build();
    command
}

/// Reads the words of a call. Where they ask for help or are wrong, tells so and gives the exit code.
///
/// # Errors
/// The exit code: 0 for help and version, 2 for words that are wrong.
pub fn parse(args: &[OsString]) -> Result<Cli, u8> {
    match read(Cli::command_of(args), args) {
        Ok(cli) => Ok(cli),
        Err(error) if error.kind() == ErrorKind::DisplayVersion => Err(answer(args, &error)),
        // What is wrong is told by the whole command line, which knows what else could have been meant.
        Err(_) => read(Cli::command(), args).or_else(|error| match error.kind() {
            ErrorKind::InvalidSubcommand => match alias::expanded(&command(), args) {
                Some(Ok(expanded)) => read_or_tell(&expanded),
                Some(Err(failure)) => Err(told(args, failure)),
                None => match elsewhere(args) {
                    Some(code) => Err(code),
                    None => in_short(args, &error),
                },
            },
            _ => Err(answer(args, &error)),
        }),
    }
}

/// Reads a call whose commands may be typed in short.
///
/// # Errors
/// The exit code.
fn in_short(args: &[OsString], error: &clap::Error) -> Result<Cli, u8> {
    let spelled = short::spelled_out(&command(), args).filter(|spelled| spelled != args);
    spelled.map_or_else(|| Err(answer(args, error)), |spelled| parse(&spelled))
}

/// Reads a call that stood for another: what it stands for is no word of the branch's own any more.
fn read_or_tell(args: &[OsString]) -> Result<Cli, u8> {
    read(Cli::command(), args).or_else(|error| match error.kind() {
        ErrorKind::InvalidSubcommand => in_short(args, &error),
        _ => Err(answer(args, &error)),
    })
}

pub(super) fn read(command: clap::Command, args: &[OsString]) -> Result<Cli, clap::Error> {
    // Never given back: that would take longer than the program still has.
    let command = Box::leak(Box::new(command));
    Cli::of(&command.try_get_matches_from_mut(args)?)
}

/// The exit code of a program elsewhere that is the command of a call; none where there is no such program.
fn elsewhere(args: &[OsString]) -> Option<u8> {
    external::run(args).map(|ran| ran.unwrap_or_else(|failure| told(args, failure)))
}

/// Tells why a call whose words were not all read cannot be run; the exit code.
fn told(args: &[OsString], failure: Failure) -> u8 {
    let glance = Glance::of(&command(), args);
    let here = env::records_at(glance.directory.as_deref());
    let color = glance.color.unwrap_or(Color::Auto);
    Ui::new(env::language(glance.lang, &here), Format::Text, false, color).failure(&failure.into())
}

/// The printer of a call.
pub fn printer(global: &Global) -> Ui {
    let here = env::records_at(global.directory.as_deref());
    Ui::new(env::language(global.lang, &here), global.format, global.quiet, global.color).paged(env::pager)
}

/// Runs `help`: the same as `--help` behind the command it names.
///
/// # Errors
/// A command that does not exist.
pub(in crate::cmd) fn help(env: &Env, args: &help::Help) -> error::Result<()> {
    let command = command();
    help::named(&command, &args.words)?;
    env.ui.manual(&whole(&command, &args.words))
}

/// The whole help of a command; that of the program with the programs that are commands, behind its own.
fn whole(command: &clap::Command, path: &[String]) -> Manual {
    let mut manual = help::manual(command, path, true);
    if path.is_empty() {
        manual.sections.splice(1..1, external::section());
    }
    manual
}

/// Answers a call that clap did not let through; the exit code.
fn answer(args: &[OsString], error: &clap::Error) -> u8 {
    if error.kind() == ErrorKind::DisplayVersion {
        // The same in every language: nothing has to be looked up for it.
        let ui = Ui::new(Lang::En, Format::Text, false, Color::Auto);
        let answered = ui.answer(&error.render().to_string());
        return answered.map_or_else(|error| ui.failure(&error), |()| 0);
    }
    let command = command();
    let glance = Glance::of(&command, args);
    let here = env::records_at(glance.directory.as_deref());
    let lang = env::language(glance.lang, &here);
    let ui = Ui::new(lang, Format::Text, false, glance.color.unwrap_or(Color::Auto)).paged(env::pager);
    let answered = match error.kind() {
        ErrorKind::DisplayHelp => {
            let manual = match glance.whole {
                true => whole(&command, &glance.path),
                false => help::manual(&command, &glance.path, false),
            };
            ui.manual(&manual)
        }
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand
            if glance.path.is_empty() =>
        {
            ui.manual(&help::manual(&command, &[], false))
        }
        _ => Err(misread::failure(error, &command, &glance.path).into()),
    };
    answered.map_or_else(|error| ui.failure(&error), |()| 0)
}
