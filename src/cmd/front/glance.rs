//! What a call says at a glance: enough to tell in the right language that it was not understood.

use std::borrow::Cow;
use std::ffi::OsString;
use std::path::PathBuf;

use clap::{Command, ValueEnum};

use crate::ui::Color;
use crate::words::Lang;

/// What a call says before clap has read it, or where clap could not.
#[derive(Debug, Default, PartialEq, Eq)]
pub(in crate::cmd) struct Glance {
    /// The commands it names, from the outermost: `meeting`, `log`.
    pub(in crate::cmd) path: Vec<String>,
    /// The language it asks for.
    pub(in crate::cmd) lang: Option<Lang>,
    /// When it wants colours.
    pub(in crate::cmd) color: Option<Color>,
    /// The directory it names.
    pub(in crate::cmd) directory: Option<PathBuf>,
    /// Whether it asks for the whole help.
    pub(in crate::cmd) whole: bool,
    /// Which of its words stands where a command is expected, and is none.
    pub(in crate::cmd) stray: Option<usize>,
}

impl Glance {
    /// Looks over a call, the name of the program first. The command line has to be built.
    pub(in crate::cmd) fn of(command: &Command, args: &[OsString]) -> Self {
        let mut glance = Self::default();
        let mut current = Some(command);
        let mut innermost = command;
        let mut words = args.iter().map(|arg| arg.to_string_lossy()).enumerate().skip(1);
        while let Some((at, word)) = words.next().filter(|(_, word)| word != "--") {
            if let Some(long) = word.strip_prefix("--") {
                let (name, value) = long.split_once('=').map_or((long, None), |(name, value)| (name, Some(value)));
                let option = innermost.get_arguments().find(|arg| arg.get_long() == Some(name));
                if option.is_some_and(|option| option.get_action().takes_values()) {
                    let value = value.map(Cow::Borrowed).or_else(|| words.next().map(|(_, word)| word));
                    glance.option(name, &value.unwrap_or_default());
                } else if name == "help" && current.is_some() {
                    glance.whole = true;
                    current = None;
                }
            } else if let Some(shorts) = word.strip_prefix('-') {
                for (at, short) in shorts.char_indices() {
                    let option = innermost.get_arguments().find(|arg| arg.get_short() == Some(short));
                    if option.is_some_and(|option| option.get_action().takes_values()) {
                        let value = &shorts[at + short.len_utf8()..];
                        let beside = Some(value.strip_prefix('=').unwrap_or(value)).filter(|value| !value.is_empty());
                        let value = beside.map(Cow::Borrowed).or_else(|| words.next().map(|(_, word)| word));
                        glance.option(if short == 'C' { "directory" } else { "" }, &value.unwrap_or_default());
                        break;
                    }
                    if short == 'h' {
                        current = None;
                    }
                }
            } else if let Some(command) = current.filter(|command| command.has_subcommands()) {
                current = command.find_subcommand(word.as_ref());
                glance.stray = current.is_none().then_some(at);
                if let Some(command) = current {
                    innermost = command;
                    glance.path.push(command.get_name().to_owned());
                }
            }
        }
        glance
    }

    /// Takes note of an option.
    fn option(&mut self, name: &str, value: &str) {
        match name {
            "lang" => self.lang = self.lang.or(Lang::from_str(value, false).ok()),
            "color" => self.color = self.color.or(Color::from_str(value, false).ok()),
            "directory" => self.directory = Some(PathBuf::from(value)),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(call: &str, path: &str, lang: Option<Lang>, directory: Option<&str>, whole: bool) {
        let args: Vec<_> = std::iter::once("zhibu").chain(call.split(' ')).map(OsString::from).collect();
        let mut command = crate::cmd::command();
        command.build();
        let path = path.split(' ').filter(|name| !name.is_empty()).map(str::to_owned).collect();
        let directory = directory.map(PathBuf::from);
        let glance = Glance { stray: None, ..Glance::of(&command, &args) };
        assert_eq!(glance, Glance { path, lang, directory, whole, color: None, stray: None }, "{call}");
    }

    #[test]
    fn a_glance_finds_command_language_and_directory() {
        case("meeting log -h", "meeting log", None, None, false);
        case("--lang zh meeting log --help", "meeting log", Some(Lang::Zh), None, true);
        case("meeting log --help --lang=zh", "meeting log", Some(Lang::Zh), None, true);
        case("--help meeting", "", None, None, true);
        case("-C member meeting show", "meeting show", None, Some("member"), false);
        case("-qCmember meeting", "meeting", None, Some("member"), false);
        case("-C=member meeting", "meeting", None, Some("member"), false);
        case("--format meeting points --bogus", "points", None, None, false);
        case("bogus meeting", "", None, None, false);
        case("meeting log -- --lang zh", "meeting log", None, None, false);
        case("meeting log group --note --lang zh", "meeting log", None, None, false);
        case("--lang fr check", "check", None, None, false);
        case("--lang", "", None, None, false);
    }
}
