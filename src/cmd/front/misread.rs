//! Why the words of a call were not understood: clap's errors in the sentences of the house.

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Command, Error, ValueEnum};

use super::{external, short};
use crate::cmd::tools::help::called;
use crate::error::Failure;
use crate::record::nearest;
use crate::ui::Format;
use crate::words::{self, Text};

/// What clap says, as a failure with its cure: place, fact, and what to write.
pub(in crate::cmd) fn failure(error: &Error, root: &Command, path: &[String]) -> Failure {
    let command = path.iter().fold(root, |command, name| command.find_subcommand(name).unwrap_or(command));
    let name = called(path);
    let said = |kind| texts(error, kind).into_iter().next().unwrap_or_default();
    let typed = |kind| words::shown(&said(kind));
    let option = || words::with_value_names(&said(ContextKind::InvalidArg));
    let see_help = || words::cure_help(&name);
    let (fact, cure) = match error.kind() {
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            (words::command_missing(&name), words::cure_known(commands(command)))
        }
        ErrorKind::InvalidSubcommand => {
            let wrong = said(ContextKind::InvalidSubcommand);
            let others = if path.is_empty() { external::names() } else { vec![] };
            let several = short::candidates(root, path, &wrong);
            if several.len() > 1 {
                let cure = list(several.into_iter().map(str::to_owned));
                return Failure::usage(words::several_commands(words::shown(&wrong))).cure(words::cure_known(cure));
            }
            let cure = if wrong == "help" { see_help() } else { near_command(error, command, &others, &wrong) };
            (words::no_such_command(&name, words::shown(&wrong)), cure)
        }
        ErrorKind::UnknownArgument => {
            let wrong = said(ContextKind::InvalidArg);
            let cure = texts(error, ContextKind::SuggestedArg).into_iter().next().map(words::did_you_mean);
            if !wrong.starts_with('-') {
                (words::word_not_wanted(&name, words::shown(&wrong)), see_help())
            } else if let Some(format) = Format::value_variants().iter().find(|format| is_option(**format, &wrong)) {
                (words::no_such_option(&name, words::shown(&wrong)), words::cure_format(id(*format)))
            } else if let Some(cure) = cure {
                (words::no_such_option(&name, words::shown(&wrong)), cure)
            } else if takes_words(command) {
                (words::no_such_option(&name, words::shown(&wrong)), words::cure_dash(&name, words::shown(&wrong)))
            } else {
                (words::no_such_option(&name, words::shown(&wrong)), see_help())
            }
        }
        ErrorKind::InvalidValue if said(ContextKind::InvalidValue).is_empty() => {
            let values = texts(error, ContextKind::ValidValue);
            let cure = if values.is_empty() { see_help() } else { words::cure_values(list(values)) };
            (words::value_missing(option()), cure)
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let wrong = said(ContextKind::InvalidValue);
            let values = texts(error, ContextKind::ValidValue);
            let near = nearest(&wrong, values.iter().map(String::as_str)).map(str::to_owned);
            let cure = match near {
                Some(near) => words::cure_value(near, list(values)),
                None if values.is_empty() => see_help(),
                None => words::cure_values(list(values)),
            };
            (words::bad_value(option(), words::shown(&wrong)), cure)
        }
        ErrorKind::TooManyValues => (words::value_not_wanted(option(), typed(ContextKind::InvalidValue)), see_help()),
        ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues | ErrorKind::NoEquals => {
            (words::value_missing(option()), see_help())
        }
        ErrorKind::ArgumentConflict => {
            let other = words::with_value_names(&said(ContextKind::PriorArg));
            match option() {
                one if one == other => (words::option_twice(one), see_help()),
                one => (words::cannot_be_together(one, other), see_help()),
            }
        }
        ErrorKind::MissingRequiredArgument => (missing(&name, &texts(error, ContextKind::InvalidArg)), see_help()),
        ErrorKind::InvalidUtf8 => (words::not_utf8_word(), see_help()),
        _ => (Text::same(words::shown(error.to_string().lines().next().unwrap_or_default())), see_help()),
    };
    Failure::usage(fact).cure(cure)
}

/// What has to be there and is not: all of some arguments, or one of a group, which clap writes as `<--a <A>|--b <B>>`.
fn missing(command: &str, missing: &[String]) -> Text {
    let of_group = |word: &String| {
        let choices = word.strip_prefix("<--")?.strip_suffix('>')?.split('|');
        Some(choices.map(|choice| format!("--{}", choice.trim_start_matches('-'))).collect::<Vec<_>>())
    };
    let groups: Option<Vec<_>> = missing.iter().map(of_group).collect();
    // What has to be one of some is one of more too.
    let is_within = |one: &[String], other: &[String]| one.iter().all(|choice| other.contains(choice));
    let least = groups.into_iter().flatten().reduce(|one, other| if is_within(&other, &one) { other } else { one });
    if let Some(choices) = least {
        return words::one_word_missing(command, Text::list(choices.iter().map(|one| words::with_value_names(one))));
    }
    words::words_missing(command, Text::list(missing.iter().map(|word| words::with_value_names(word))))
}

/// The command that was meant, or those there are.
fn near_command(error: &Error, command: &Command, others: &[String], wrong: &str) -> Text {
    let names = command.get_subcommands().map(Command::get_name).chain(others.iter().map(String::as_str));
    let near = nearest(wrong, names).map(str::to_owned);
    let near = near.or_else(|| texts(error, ContextKind::SuggestedSubcommand).into_iter().next());
    near.map_or_else(|| words::cure_known(commands(command)), words::did_you_mean)
}

/// Whether a command takes words that are no options.
fn takes_words(command: &Command) -> bool {
    command.get_positionals().next().is_some()
}

/// The names of a command's commands.
fn commands(command: &Command) -> Text {
    list(command.get_subcommands().map(|command| command.get_name().to_owned()))
}

fn list(words: impl IntoIterator<Item = String>) -> Text {
    Text::list(words.into_iter().map(Text::same))
}

/// The word for a form of tables.
fn id(format: Format) -> String {
    format.to_possible_value().map(|value| value.get_name().to_owned()).unwrap_or_default()
}

/// Whether an option is the word for a form of tables, as other programs have it: `--json`.
fn is_option(format: Format, option: &str) -> bool {
    option.strip_prefix("--") == Some(id(format).as_str())
}

/// A piece of what clap knows of an error.
fn texts(error: &Error, kind: ContextKind) -> Vec<String> {
    match error.get(kind) {
        Some(ContextValue::String(text)) => vec![text.clone()],
        Some(ContextValue::Strings(texts)) => texts.clone(),
        _ => vec![],
    }
}
