//! The arguments of a command line get their values.

use std::ffi::OsStr;
use std::sync::Arc;

use clap::builder::ValueHint;
use clap::{Arg, Command};
use clap_complete::{ArgValueCompleter, CompletionCandidate};

use super::candidates::{Choice, fitting};
use super::live::Live;
use super::source::source;
use crate::cmd::tools::help;

/// A command whose arguments know their values, and whose help is in the language of the call. It has to be built.
pub(in crate::cmd) fn attach(command: Command, path: &str, live: &Arc<Live>) -> Command {
    let about = help::of_command(path, &command).get(live.lang).to_owned();
    let below = |command: Command| {
        let path = format!("{path} {}", command.get_name());
        attach(command, path.trim_start(), live)
    };
    command.about(about).mut_args(|arg| attach_to(arg, path, live)).mut_subcommands(below)
}

fn attach_to(arg: Arg, path: &str, live: &Arc<Live>) -> Arg {
    let arg = {
        let said = help::of_argument(path, &arg).get(live.lang).to_owned();
        arg.help(said)
    };
    if !arg.get_action().takes_values() {
        return arg;
    }
    let values = arg.get_possible_values();
    if !values.is_empty() {
        let choice =
            |value| (String::from(clap::builder::PossibleValue::get_name(value)), help::of_value(path, &arg, value));
        let choices: Vec<_> = values.iter().map(choice).collect();
        let lang = live.lang;
        let complete = move |typed: &OsStr| {
            let choices = choices.iter().map(|(name, said)| Choice::word(name, said.clone()));
            fitting(choices.collect(), &typed.to_string_lossy(), lang)
        };
        return arg.add(ArgValueCompleter::new(complete));
    }
    if let Some(source) = source(path, &arg) {
        let live = live.clone();
        let complete = move |typed: &OsStr| -> Vec<CompletionCandidate> {
            typed.to_str().map(|typed| live.candidates(source, typed)).unwrap_or_default()
        };
        return arg.add(ArgValueCompleter::new(complete));
    }
    let is_path =
        arg.get_value_names().is_some_and(|names| names.iter().any(|name| name.starts_with("PATH") || *name == "FILE"));
    if is_path { arg.value_hint(ValueHint::AnyPath) } else { arg }
}
