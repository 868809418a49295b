//! The help of a command, in both languages: the doc comments of the clap types, and what `words` says beside them.

use clap::builder::PossibleValue;
use clap::{Arg, ArgAction, Args, Command};

use crate::error::{Failure, Result};
use crate::record::nearest;
use crate::render::{Manual, Section};
use crate::words::{self, Text};

/// Asking for help by a command.
#[derive(Args)]
pub struct Help {
    /// The command, such as `meeting log`; the program itself if none is given
    #[arg(value_name = "COMMAND")]
    pub(in crate::cmd) words: Vec<String>,
}

/// Makes sure that there is a command of some words.
///
/// # Errors
/// A command that does not exist, with the nearest.
pub(in crate::cmd) fn named(root: &Command, path: &[String]) -> Result<()> {
    let mut command = root;
    for (at, word) in path.iter().enumerate() {
        command = command.find_subcommand(word).ok_or_else(|| {
            let fact = words::no_such_command(called(&path[..at]), words::shown(word));
            let near = nearest(word, command.get_subcommands().map(Command::get_name)).map(words::did_you_mean);
            Failure::usage(fact).cure(near.unwrap_or_else(|| words::cure_help(called(&path[..at]))))
        })?;
    }
    Ok(())
}

/// The help of the command that a path leads to, in short or whole. The command line has to be built.
pub(in crate::cmd) fn manual(root: &Command, path: &[String], whole: bool) -> Manual {
    let command = path.iter().fold(root, |command, name| command.find_subcommand(name).unwrap_or(command));
    let key = path.join(" ");
    let text = |part: &str, english: &str| {
        let english = english.trim_end();
        Text::new(words::help_zh(&key, part).unwrap_or(english), english)
    };
    let about = command.get_about().map(ToString::to_string).unwrap_or_default();
    let mut paragraphs = vec![text("", &about)];
    if let Some(long) = command.get_long_about().filter(|_| whole) {
        let long = long.to_string();
        let more = long.strip_prefix(&about).unwrap_or(&long).trim_start_matches(['.', '\n']).to_owned();
        paragraphs.push(text("more", &more));
    }
    paragraphs.push(words::heading_usage(words::with_value_names(&usage(command, path))));

    let row = |arg: &Arg| row(&key, arg, whole);
    let everywhere = |arg: &&Arg| arg.is_global_set();
    let own = || command.get_arguments().filter(|arg| !arg.is_global_set());
    let commands = command.get_subcommands().map(|command| {
        let key = [&key, command.get_name()].join(" ");
        (Text::same(command.get_name()), vec![of_command(key.trim_start(), command)])
    });
    let mut sections = vec![
        Section { heading: words::heading_commands(), rows: commands.collect() },
        Section {
            heading: words::heading_arguments(),
            rows: own().filter(|arg| arg.is_positional()).map(row).collect(),
        },
        Section {
            heading: words::heading_options(),
            rows: own().filter(|arg| !arg.is_positional()).map(row).collect(),
        },
    ];
    let mut foot = None;
    if whole || path.is_empty() {
        let rows = command.get_arguments().filter(everywhere).map(row).collect();
        sections.push(Section { heading: words::heading_everywhere(), rows });
    }
    if whole {
        let rows = words::examples(&key).into_iter().map(|example| (example.call, vec![example.what])).collect();
        sections.push(Section { heading: words::heading_examples(), rows });
        if path.is_empty() {
            sections.extend(words::around().map(|(heading, rows)| Section { heading, rows }));
        }
    } else {
        foot = Some(words::help_more(called(path)));
    }
    sections.retain(|section| !section.rows.is_empty());
    Manual { paragraphs, sections, foot }
}

/// A command as it is called: `zhibu meeting log`.
pub(in crate::cmd) fn called(path: &[String]) -> String {
    std::iter::once("zhibu").chain(path.iter().map(String::as_str)).collect::<Vec<_>>().join(" ")
}

/// The usage line of a command.
fn usage(command: &Command, path: &[String]) -> String {
    let mut usage = called(path) + " [OPTIONS]";
    let options = || command.get_arguments().filter(|arg| !arg.is_positional());
    for option in options().filter(|arg| arg.is_required_set()) {
        usage += &format!(" {option}");
    }
    for group in command.get_groups().filter(|group| group.is_required_set()) {
        let of_group = |arg: &&Arg| group.get_args().any(|id| id == arg.get_id());
        let choices: Vec<_> = options().filter(of_group).map(ToString::to_string).collect();
        usage += &format!(" <{}>", choices.join("|"));
    }
    for argument in command.get_positionals() {
        usage += &format!(" {argument}");
    }
    if command.has_subcommands() { usage + " <COMMAND>" } else { usage }
}

/// An argument and what is said of it.
fn row(command: &str, arg: &Arg, whole: bool) -> (Text, Vec<Text>) {
    let name = match (arg.get_short(), arg.get_long()) {
        (Some(short), Some(_)) => format!("-{short}, {arg}"),
        (None, Some(_)) => format!("    {arg}"),
        _ => arg.to_string(),
    };
    let mut help = of_argument(command, arg);
    if let [default] = arg.get_default_values()
        && arg.get_action().takes_values()
    {
        let default = words::help_default(default.to_string_lossy().into_owned());
        help = Text::join([help, default], " ");
    }
    let values = if arg.get_action().takes_values() { arg.get_possible_values() } else { vec![] };
    if values.is_empty() {
        return (words::with_value_names(&name), vec![help]);
    }
    let mut lines = vec![help];
    if whole {
        lines.extend(values.iter().map(|value| explained(command, arg, value)));
    } else {
        let names = Text::list(values.iter().map(|value| Text::same(value.get_name())));
        lines = vec![Text::join([lines.remove(0), words::help_values(names)], " ")];
    }
    (words::with_value_names(&name), lines)
}

/// What a command is for.
pub(in crate::cmd) fn of_command(key: &str, command: &Command) -> Text {
    let english = command.get_about().map(ToString::to_string).unwrap_or_default();
    Text::new(words::help_zh(key, "").unwrap_or(&english), english.clone())
}

/// What is said of an argument.
pub(in crate::cmd) fn of_argument(command: &str, arg: &Arg) -> Text {
    match arg.get_action() {
        ArgAction::Help | ArgAction::HelpShort | ArgAction::HelpLong => words::help_of_help(),
        ArgAction::Version => words::help_of_version(),
        _ => {
            let english = arg.get_help().map(ToString::to_string).unwrap_or_default();
            Text::new(help_zh(command, arg, "").unwrap_or(&english), english.clone())
        }
    }
}

/// What a value of an argument means.
pub(in crate::cmd) fn of_value(command: &str, arg: &Arg, value: &PossibleValue) -> Text {
    let english = value.get_help().map(ToString::to_string).unwrap_or_default();
    Text::new(help_zh(command, arg, &format!("={}", value.get_name())).unwrap_or(&english), english.clone())
}

/// A value and what it means.
fn explained(command: &str, arg: &Arg, value: &PossibleValue) -> Text {
    words::value_explained(value.get_name(), of_value(command, arg, value))
}

/// What is said of an argument in Chinese, or of a value of it.
fn help_zh(command: &str, arg: &Arg, value: &str) -> Option<&'static str> {
    let command = if arg.is_global_set() { "" } else { command };
    words::help_zh(command, &format!("{}{value}", arg.get_id()))
}
