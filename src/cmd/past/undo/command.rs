//! `zhibu undo`: takes back what a command did, by a commit of its own.

use std::cell::Cell;

use clap::Args;

use super::choose::{self, Commands};
use super::said::day;
use super::{take, way};
use crate::branch::{Branch, Change};
use crate::cmd::change::Decision;
use crate::cmd::env::Env;
use crate::cmd::past::commits::NoPast;
use crate::cmd::together::repository::open_records;
use crate::error::{Failure, Result};
use crate::git::{self, Git, Said};
use crate::record::RelPath;
use crate::report::{self, CommandRow};
use crate::store::{Query, Store};
use crate::ui::Format;
use crate::words::{self, Text};

/// Taking back what a command did.
#[derive(Args)]
pub struct Undo {
    /// The commit of the command, as `undo --list` names it; your last command that stands where none is said
    #[arg(value_name = "COMMIT")]
    commit: Option<String>,
    /// List the last commands, and which were taken back
    #[arg(long, conflicts_with = "commit")]
    list: bool,
    /// Do not ask
    #[arg(short, long, conflicts_with = "list")]
    yes: bool,
}

/// So many commands are listed.
const LISTED: usize = 20;

/// So many records are a few: of more it is asked whether the user is sure.
const FEW: usize = 5;

/// Runs the command.
///
/// # Errors
/// No git, no such command, or something that stands in the way; nothing is written then.
pub(in crate::cmd) fn run(env: &Env, args: &Undo) -> Result<()> {
    if args.list {
        return list(env);
    }
    if env.global.no_commit {
        return Err(Failure::refused(words::undo_is_a_commit()).into());
    }
    let shown = Cell::new(false);
    env.change_signed(&Query::roll(), |branch, store| {
        if !branch.settings.commits() {
            return Err(Failure::refused(words::undo_without_commits()).into());
        }
        let git = repository(store)?;
        if let Some(what) = git.under_way() {
            return Err(Failure::refused(words::undo_meanwhile(what)).into());
        }
        let commands = Commands::of(&git)?;
        let id = commands.chosen(&git, args.commit.as_deref())?;
        let commit = choose::commit(&git, &id)?;
        let named = named(store)?;
        let lang = env.file_lang(branch);
        let undone = take::taken_back(&git, store, &named, &commit, lang)?;
        way::look(env, &git, store, &commit, &undone.change)?;
        let (subject, again) = commands.origin(&commit);
        let subject = if again { words::redid(words::shown(subject)) } else { words::undid(words::shown(subject)) };
        let head = words::undid_of(&subject, commit.short(), words::shown(&commit.author), day(&commit.written.text));
        let told = |lines: &[Text]| Text::join([head.clone()].into_iter().chain(lines.iter().map(indented)), "\n");
        let mut said = told(&undone.lines);
        // The last command may be one of which the commit was refused, and not be what was taken back.
        // What it is about is committed first, apart.
        let is_touched = |path: &RelPath| undone.change.files.iter().any(|file| file.path == *path);
        let open: Vec<_> = open_records(&git).into_iter().filter(|path| !is_touched(path)).collect();
        if args.commit.is_none() && !open.is_empty() {
            said = Text::join([words::undone_but(words::some_files(&open)), said], "\n");
        }
        let is_many = undone.records() > FEW;
        if env.global.dry_run || is_many {
            // What is decided anew after the question is what was shown.
            if !shown.replace(true) {
                env.ui.say(&said);
            }
            said = subject.clone();
        }
        let question = (is_many && !args.yes).then(|| words::ask_many(undone.gone, undone.changed));
        let lines: Vec<_> = undone.lines.iter().map(|line| line.get(lang)).collect();
        let change = Change { subject, why: Some(lines.join("\n")), ..undone.change };
        Ok((question, Decision { change, said }, vec![(git::UNDOES, commit.id.clone())]))
    })
}

/// A line below another.
fn indented(line: &Text) -> Text {
    Text::join([Text::same("  "), line.clone()], "")
}

/// The repository, where there is one with commits.
fn repository(store: &Store) -> Result<Git> {
    let none = |none: NoPast| Failure::refused(words::undo_needs_git(none.told().0));
    let git = Git::find(store.root()).map_err(|why| none(NoPast::of(why)))?;
    if git.is_unborn() { Err(none(NoPast::Unborn).into()) } else { Ok(git) }
}

/// The people, the groups and the rules, by which records are named.
fn named(store: &Store) -> Result<Branch> {
    let mut branch = store.gather(&Query::roll())?.branch;
    branch.rules = store.rules()?.rules;
    Ok(branch)
}

/// Lists the last commands.
fn list(env: &Env) -> Result<()> {
    let git = repository(&env.store()?)?;
    let commands = Commands::of(&git)?;
    let row = |said: &Said| CommandRow {
        commit: choose::short(&said.id).to_owned(),
        written: said.written.clone(),
        author: said.author.clone(),
        subject: said.subject.clone(),
        command: said.command.clone(),
        undone: commands.undone_by(&said.id).map(|by| choose::short(&by.id).to_owned()),
    };
    let rows: Vec<_> = commands.all.iter().take(LISTED).map(row).collect();
    if rows.is_empty() {
        env.ui.say(&words::no_commands());
    }
    let extent = match env.global.format {
        Format::Csv | Format::Json => report::Extent::All,
        Format::Text | Format::Md | Format::Html | Format::Xlsx => report::Extent::Brief,
    };
    env.ui.table(&report::commands(&rows, extent))
}
