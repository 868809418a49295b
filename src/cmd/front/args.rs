//! The words of a call: the commands, and what every one of them takes.

use std::ffi::OsString;

use clap::error::ErrorKind;
use clap::{ArgMatches, Command as Clap, CommandFactory, FromArgMatches, Parser, Subcommand};

use super::version;
use crate::cmd::global::Global;

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
    /// The name of the command, without its arguments: `points award`.
    pub name: String,
}

impl Cli {
    /// The whole command line.
    pub(in crate::cmd) fn command() -> Clap {
        Command::augment_subcommands(Root::command())
    }

    /// So much of the command line as a call needs that names its command: to make all of it takes longer than most
    /// commands. What it does not understand may still be right.
    pub(in crate::cmd) fn command_of(args: &[OsString]) -> Clap {
        let named = args.iter().skip(1).find_map(|arg| arg.to_str().filter(|word| Command::has_subcommand(word)));
        Command::augment_named(Root::command(), named)
    }

    /// So much of the command line as is needed to go on after some words: one command whole, or the names of all.
    pub(in crate::cmd) fn command_before(words: &[OsString]) -> Clap {
        let named = words.iter().skip(1).find_map(|word| word.to_str().filter(|word| Command::has_subcommand(word)));
        match named {
            Some(_) => Command::augment_named(Root::command(), named),
            None => Command::augment_names(Root::command()),
        }
    }

    /// What a call says whose command is none of those here: what every command takes, the command, and its words.
    pub(in crate::cmd) fn of_unknown(args: &[OsString]) -> Option<(Global, String, Vec<OsString>)> {
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
    pub(in crate::cmd) fn of(matches: &ArgMatches) -> Result<Self, clap::Error> {
        let command = matches.subcommand().map(|_| Command::from_arg_matches(matches)).transpose()?;
        let below = std::iter::successors(matches.subcommand(), |(_, matches)| matches.subcommand());
        let name = below.map(|(name, _)| name).collect::<Vec<_>>().join(" ");
        Ok(Self { global: Root::from_arg_matches(matches)?.global, command, name })
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
    Status: args crate::cmd::told::status::Status = "status",
    /// Make a directory for records
    Init: args crate::cmd::tools::init::Init = "init",
    /// Keep the people of the branch
    Member: verbs crate::cmd::people::member::Member = "member",
    /// Keep the groups of the branch
    Group: verbs crate::cmd::people::group::Group = "group",
    /// Log meetings and activities
    Meeting: verbs crate::cmd::meeting::Meeting = "meeting",
    /// Award points and tell why a figure is what it is
    Points: verbs crate::cmd::ledgers::points::Points = "points",
    /// Keep the yearly appraisal of members
    Appraisal: verbs crate::cmd::ledgers::appraisal::Appraisal = "appraisal",
    /// Weigh what the records and figures of work show
    Assessment: verbs crate::cmd::ledgers::assessment::Assessment = "assessment",
    /// Propose and confirm the exemplars of the branch
    Exemplar: verbs crate::cmd::ledgers::exemplar::Exemplar = "exemplar",
    /// Read the rules as strictly as a compiler reads code
    Rules: verbs crate::cmd::told::rules::Rules = "rules",
    /// Log hours of study and see what is owed of them
    Study: verbs crate::cmd::ledgers::study::Study = "study",
    /// Log talks and see who has yet to talk with whom
    Talk: verbs crate::cmd::ledgers::talk::Talk = "talk",
    /// Record dues and see who is in arrears
    Dues: verbs crate::cmd::ledgers::dues::Dues = "dues",
    /// Keep problems until they are mended
    Issue: verbs crate::cmd::issue::Issue = "issue",
    /// Plan the year and see what came of it
    Plan: verbs crate::cmd::ledgers::plan::Plan = "plan",
    /// Keep what superiors ask for and what they get
    Request: verbs crate::cmd::ledgers::request::Request = "request",
    /// See that what was decided is carried out
    Task: verbs crate::cmd::ledgers::task::Task = "task",
    /// Keep who came to look, what was said, and what was ordered to be fixed
    Visit: verbs crate::cmd::ledgers::visit::Visit = "visit",
    /// Record many facts at once, a line each, in one commit
    Log: args crate::cmd::tools::log::Log = "log",
    /// Tell what is owed, by whom, until when and by which rule
    Due: args crate::cmd::told::due::Due = "due",
    /// Sum up a period
    Report: args crate::cmd::told::report::Report = "report",
    /// Write the month's tables as CSV or as a workbook
    Export: args crate::cmd::closing::export::Export = "export",
    /// Return a month to the superior as one file, and prove such a file
    Return: args crate::cmd::closing::returned::Return = "return",
    /// Keep the desk of a superior, to which branches return their months
    Desk: verbs crate::cmd::desk::Desk = "desk",
    /// Write what is signed, posted or filed as pages to print
    Print: verbs crate::cmd::told::print::Print = "print",
    /// Write a period as pages to read offline and to print
    Site: args crate::cmd::told::site::Site = "site",
    /// Bring a table that people have into the records
    Import: args crate::cmd::import::Import = "import",
    /// Find what is wrong in the records
    Check: args crate::cmd::told::check::Check = "check",
    /// Accept a finding that is to stand, with the reason
    Accept: args crate::cmd::told::accept::Accept = "accept",
    /// Close a month: write down the digests of what made it
    Seal: args crate::cmd::closing::seal::Seal = "seal",
    /// Prove that closed months are as they were
    Verify: args crate::cmd::closing::verify::Verify = "verify",
    /// Tell what happened to the records, from the commits of git
    History: args crate::cmd::past::history::History = "history",
    /// Bring the records together with those of others
    Sync: args crate::cmd::together::sync::Sync = "sync",
    /// Settle what two people changed apart
    Resolve: args crate::cmd::together::resolve::Resolve = "resolve",
    /// Tell when things happened, and when they were written down
    Audit: args crate::cmd::past::audit::Audit = "audit",
    /// Open a record in your editor, and check what you wrote
    Edit: args crate::cmd::tools::edit::Edit = "edit",
    /// Take back what a command did, by a commit of its own
    Undo: args crate::cmd::past::undo::Undo = "undo",
    /// Bring files of an older version of the program to today's
    Upgrade: args crate::cmd::tools::upgrade::Upgrade = "upgrade",
    /// Look whether everything around the records is as it should be
    Doctor: args crate::cmd::tools::doctor::Doctor = "doctor",
    /// Teach the Tab key of a shell what can be typed
    Completion: args crate::cmd::tools::completion::Completion = "completion",
    /// Print the pages of the manual, or write them all
    Man: args crate::cmd::tools::man::Man = "man",
    /// Print the help of a command
    Help: args crate::cmd::tools::help::Help = "help",
    /// Tell editors what may be written in the files
    Schema: args crate::cmd::tools::schema::Schema = "schema",
}
