//! The words of a call: the commands, and what every one of them takes.

use clap::error::ErrorKind;
use clap::{ArgMatches, Command as Clap, FromArgMatches, Parser, Subcommand};

use super::global::Global;

/// Keep the records of a branch as plain files
///
/// Members, groups, meetings and points are TOML files in a directory that git can keep. One command logs an activity; one exports the month.
#[derive(Parser)]
#[command(name = "zhibu", version, max_term_width = 100, disable_help_subcommand = true)]
pub struct Cli {
    /// What every command takes.
    #[command(flatten)]
    pub global: Global,
    /// The command.
    #[command(subcommand)]
    pub command: Command,
}

/// Declares the commands: each with what it is for and the type of its arguments, or of its verbs. Only the arguments of
/// the command that is called are ever made, where clap's own derive would make those of all.
macro_rules! commands {
    (@fill args $kind:ty, $command:ident) => { <$kind as clap::Args>::augment_args($command) };
    (@fill verbs $kind:ty, $command:ident) => {
        <$kind as Subcommand>::augment_subcommands($command.subcommand_required(true).arg_required_else_help(true))
    };
    ($($(#[doc = $about:literal])* $name:ident: $sort:ident $kind:ty = $word:literal,)*) => {
        /// The commands.
        pub enum Command {
            $($(#[doc = $about])* $name($kind),)*
        }

        impl Subcommand for Command {
            fn augment_subcommands(command: Clap) -> Clap {
                command$(.subcommand({
                    fn about(command: Clap) -> Clap {
                        command.about(concat!($($about),*).trim())
                    }
                    about(Clap::new($word)).defer(|command| about(commands!(@fill $sort $kind, command)))
                }))*
            }

            fn augment_subcommands_for_update(command: Clap) -> Clap {
                Self::augment_subcommands(command)
            }

            fn has_subcommand(name: &str) -> bool {
                [$($word),*].contains(&name)
            }
        }

        impl FromArgMatches for Command {
            fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
                match matches.subcommand() {
                    $(Some(($word, matches)) => <$kind>::from_arg_matches(matches).map(Self::$name),)*
                    _ => Err(clap::Error::new(ErrorKind::MissingSubcommand)),
                }
            }

            fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
                *self = Self::from_arg_matches(matches)?;
                Ok(())
            }
        }
    };
}

commands! {
    /// Make a directory for records
    Init: args super::init::Init = "init",
    /// Keep the people of the branch
    Member: verbs super::member::Member = "member",
    /// Keep the groups of the branch
    Group: verbs super::group::Group = "group",
    /// Log meetings and activities
    Meeting: verbs super::meeting::Meeting = "meeting",
    /// Award points and tell why a figure is what it is
    Points: verbs super::points::Points = "points",
    /// Keep the yearly appraisal of members
    Appraisal: verbs super::appraisal::Appraisal = "appraisal",
    /// Weigh what the records and figures of work show
    Assessment: verbs super::assessment::Assessment = "assessment",
    /// Propose and confirm the exemplars of the branch
    Exemplar: verbs super::exemplar::Exemplar = "exemplar",
    /// Read the rules as strictly as a compiler reads code
    Rules: verbs super::rules::Rules = "rules",
    /// Log hours of study and see what is owed of them
    Study: verbs super::study::Study = "study",
    /// Log talks and see who has yet to talk with whom
    Talk: verbs super::talk::Talk = "talk",
    /// Record dues and see who is in arrears
    Dues: verbs super::dues::Dues = "dues",
    /// Keep problems until they are mended
    Issue: verbs super::issue::Issue = "issue",
    /// Tell what is owed, by whom, until when and by which rule
    Due: args super::due::Due = "due",
    /// Sum up a period
    Report: args super::report::Report = "report",
    /// Write the month's tables as CSV
    Export: args super::export::Export = "export",
    /// Find what is wrong in the records
    Check: args super::check::Check = "check",
}
