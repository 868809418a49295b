//! Commands that are typed in short: `zhibu mee l` is `zhibu meeting list`, as long as no other command begins so.

use std::ffi::OsString;

use clap::Command;

use super::glance::Glance;

/// The words of a call with its commands spelled out; none where a word is the beginning of no command, or of several.
/// The command line has to be built.
pub(super) fn spelled_out(command: &Command, args: &[OsString]) -> Option<Vec<OsString>> {
    let mut args = args.to_vec();
    loop {
        let glance = Glance::of(command, &args);
        let Some(at) = glance.stray else { return Some(args) };
        let [name] = candidates(command, &glance.path, &args[at].to_string_lossy())[..] else { return None };
        args[at] = name.into();
    }
}

/// The commands, below those of a path, that begin with what was typed.
pub(super) fn candidates<'c>(root: &'c Command, path: &[String], typed: &str) -> Vec<&'c str> {
    let below = path.iter().fold(root, |command, name| command.find_subcommand(name).unwrap_or(command));
    let names = below.get_subcommands().filter(|command| !command.is_hide_set()).map(Command::get_name);
    names.filter(|name| !typed.is_empty() && name.starts_with(typed)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(call: &str, expected: Option<&str>) {
        let mut command = crate::cmd::command();
        command.build();
        let args: Vec<_> = std::iter::once("zhibu").chain(call.split(' ')).map(OsString::from).collect();
        let spelled = spelled_out(&command, &args).map(|args| {
            let words: Vec<_> = args.iter().skip(1).map(|arg| arg.to_string_lossy().into_owned()).collect();
            words.join(" ")
        });
        assert_eq!(spelled.as_deref(), expected, "{call}");
    }

    #[test]
    fn the_beginning_of_one_command_stands_for_it() {
        case("meeting list", Some("meeting list"));
        case("mee lis", Some("meeting list"));
        case("-C mee mee lis --kind lis", Some("-C mee meeting list --kind lis"));
        case("poi aw good-deed 孙磊", Some("points award good-deed 孙磊"));
        case("du", None); // due, dues
        case("dues a", Some("dues arrears"));
        case("x", None);
        case("meeting x", None);
        case("", None);
    }
}
