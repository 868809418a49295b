//! The words of a call: the commands, and what every one of them takes.

use std::ffi::OsString;

use clap::error::ErrorKind;
use clap::{ArgMatches, Command as Clap, CommandFactory, FromArgMatches, Parser, Subcommand};

use super::global::Global;
use super::version;

/// Keep the records of a branch as plain files
///
/// Members, groups, meetings and points are TOML files in a directory that git can keep. One command logs an activity; one exports the month.
#[derive(Parser)]
#[command(name = "zhibu", version = version::line(), long_version = version::whole())]
#[command(max_term_width = 100, disable_help_subcommand = true)]
struct Root {
    #[command(flatten)]
    global: Global,
}

/// The words of a call, read.
pub struct Cli {
    /// What every command takes.
    pub global: Global,
    /// The command; the branch at a glance where there is none.
    pub command: Option<Command>,
}

impl Cli {
    /// The whole command line.
    pub(super) fn command() -> Clap {
        Command::augment_subcommands(Root::command())
    }

    /// So much of the command line as a call needs that names its command: to make all of it takes longer than most
    /// commands. What it does not understand may still be right.
    pub(super) fn command_of(args: &[OsString]) -> Clap {
        let named = args.iter().skip(1).find_map(|arg| arg.to_str().filter(|word| Command::has_subcommand(word)));
        Command::augment_named(Root::command(), named)
    }

    /// So much of the command line as is needed to go on after some words: one command whole, or the names of all.
    pub(super) fn command_before(words: &[OsString]) -> Clap {
        let named = words.iter().skip(1).find_map(|word| word.to_str().filter(|word| Command::has_subcommand(word)));
        match named {
            Some(_) => Command::augment_named(Root::command(), named),
            None => Command::augment_names(Root::command()),
        }
    }

    /// What a call says whose command is none of those here: what every command takes, the command, and its words.
    pub(super) fn of_unknown(args: &[OsString]) -> Option<(Global, String, Vec<OsString>)> {
        let command = Root::command().allow_external_subcommands(true);
        let matches = command.try_get_matches_from(args).ok()?;
        let (name, below) = matches.subcommand()?;
        let words = below.get_many::<OsString>("").unwrap_or_default().cloned().collect();
        Some((Root::from_arg_matches(&matches).ok()?.global, name.to_owned(), words))
    }

    /// What was read.
    ///
    /// # Errors
    /// Words that are no values of their arguments.
    pub(super) fn of(matches: &ArgMatches) -> Result<Self, clap::Error> {
        let command = matches.subcommand().map(|_| Command::from_arg_matches(matches)).transpose()?;
        Ok(Self { global: Root::from_arg_matches(matches)?.global, command })
    }
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

        impl Command {
            /// Adds the command of a name, or none.
            fn augment_named(command: Clap, name: Option<&str>) -> Clap {
                match name {
                    $(Some($word) => command.subcommand(Self::called($word)),)*
                    _ => command,
                }
            }

            /// Adds every command without its arguments.
            fn augment_names(command: Clap) -> Clap {
                command$(.subcommand(Clap::new($word).about(concat!($($about),*).trim())))*
            }

            /// One command.
            fn called(name: &'static str) -> Clap {
                match name {
                    $($word => {
                        fn about(command: Clap) -> Clap {
                            command.about(concat!($($about),*).trim())
                        }
                        about(Clap::new($word)).defer(|command| about(commands!(@fill $sort $kind, command)))
                    })*
                    _ => Clap::new(name),
                }
            }
        }

        impl Subcommand for Command {
            fn augment_subcommands(command: Clap) -> Clap {
                command$(.subcommand(Self::called($word)))*
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
    /// Show the branch at a glance, as zhibu alone does
    Status: args super::status::Status = "status",
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
    /// Plan the year and see what came of it
    Plan: verbs super::plan::Plan = "plan",
    /// Keep what superiors ask for and what they get
    Request: verbs super::request::Request = "request",
    /// Tell what is owed, by whom, until when and by which rule
    Due: args super::due::Due = "due",
    /// Sum up a period
    Report: args super::report::Report = "report",
    /// Write the month's tables as CSV or as a workbook
    Export: args super::export::Export = "export",
    /// Write what is signed, posted or filed as pages to print
    Print: verbs super::print::Print = "print",
    /// Write a period as pages to read offline and to print
    Site: args super::site::Site = "site",
    /// Bring a table that people have into the records
    Import: args super::import::Import = "import",
    /// Find what is wrong in the records
    Check: args super::check::Check = "check",
    /// Accept a finding that is to stand, with the reason
    Accept: args super::accept::Accept = "accept",
    /// Close a month: write down the digests of what made it
    Seal: args super::seal::Seal = "seal",
    /// Prove that closed months are as they were
    Verify: args super::verify::Verify = "verify",
    /// Tell what happened to the records, from the commits of git
    History: args super::history::History = "history",
    /// Bring the records together with those of others
    Sync: args super::sync::Sync = "sync",
    /// Settle what two people changed apart
    Resolve: args super::resolve::Resolve = "resolve",
    /// Tell when things happened, and when they were written down
    Audit: args super::audit::Audit = "audit",
    /// Open a record in your editor, and check what you wrote
    Edit: args super::edit::Edit = "edit",
    /// Take back what a command did, by a commit of its own
    Undo: args super::undo::Undo = "undo",
    /// Teach the Tab key of a shell what can be typed
    Completion: args super::completion::Completion = "completion",
    /// Print the pages of the manual, or write them all
    Man: args super::man::Man = "man",
    /// Tell editors what may be written in the files
    Schema: args super::schema::Schema = "schema",
}
