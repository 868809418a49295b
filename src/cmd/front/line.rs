//! A line of `zhibu log`: a call that records something, without the name of the program.

use std::ffi::OsString;

use super::args::Cli;
use super::glance::Glance;
use super::{call, misread, short};
use crate::cmd::tools::help::called;
use crate::error::Failure;
use crate::words::{self, Text};

/// The commands a line may be, and whether the day that stands above it is theirs.
const RECORDING: &[(&str, bool)] = &[
    ("appraisal record", true),
    ("dues pay", true),
    ("dues set", false),
    ("issue close", true),
    ("issue open", true),
    ("issue reopen", true),
    ("issue update", false),
    ("meeting attend", false),
    ("meeting decide", false),
    ("meeting edit", false),
    ("meeting elect", false),
    ("meeting log", true),
    ("meeting sitting", false),
    ("plan add", false),
    ("plan done", true),
    ("points award", true),
    ("points deduct", true),
    ("request deliver", true),
    ("request log", true),
    ("study log", true),
    ("talk log", true),
    ("task done", true),
    ("task edit", false),
    ("visit log", true),
];

/// Reads the words of a line, under the day that stands above it.
///
/// # Errors
/// Words that are no call, or a command that records nothing.
pub(super) fn read(words: &[String], day: Option<&str>) -> Result<Cli, Failure> {
    let mut args: Vec<OsString> =
        std::iter::once("zhibu").chain(words.iter().map(String::as_str)).map(Into::into).collect();
    let mut command = call::command();
    command.build();
    if let Some(spelled) = short::spelled_out(&command, &args) {
        args = spelled;
    }
    let path = Glance::of(&command, &args).path;
    let name = path.join(" ");
    let row = RECORDING.iter().find(|(recording, _)| *recording == name);
    let says_day = || words.iter().any(|word| word == "--on" || word.starts_with("--on="));
    if let (Some((_, true)), Some(day), false) = (row, day, says_day()) {
        args.splice(path.len() + 1..path.len() + 1, ["--on".into(), day.into()]);
    }
    let cli = call::read(command, &args).map_err(|error| match error.kind() {
        clap::error::ErrorKind::DisplayHelp | clap::error::ErrorKind::DisplayVersion => records_nothing(&path),
        _ => {
            let command = call::command();
            misread::failure(&error, &command, &path)
        }
    })?;
    if row.is_none() {
        return Err(records_nothing(&path));
    }
    match cli.global.is_plain() {
        true => Ok(cli),
        false => Err(Failure::usage(words::line_with_global()).cure(words::cure_line_with_global())),
    }
}

/// A command that records nothing.
fn records_nothing(path: &[String]) -> Failure {
    let known = Text::list(RECORDING.iter().map(|(name, _)| Text::same(*name)));
    Failure::usage(words::line_records_nothing(called(path))).cure(words::cure_known(known))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_a_command_and_takes_the_day_where_it_says_so() {
        let command = call::command();
        for (name, takes_day) in RECORDING {
            let found = name.split(' ').try_fold(&command, |command, word| command.find_subcommand(word));
            let found = found.unwrap_or_else(|| panic!("no command {name}"));
            assert!(!takes_day || found.get_arguments().any(|arg| arg.get_long() == Some("on")), "{name}");
        }
    }
}
