//! `zhibu man`: the pages of the manual.

use std::path::PathBuf;

use clap::{Args, Command};

use crate::cmd::env::Env;
use crate::cmd::tools::help;
use crate::error::Result;
use crate::render;
use crate::store;
use crate::words;

/// Printing or writing pages.
#[derive(Args)]
pub struct Man {
    /// The command whose page is printed, such as `meeting log`; the program's own where none is said
    #[arg(value_name = "COMMAND", conflicts_with = "out")]
    words: Vec<String>,
    /// Write the pages of all commands into this folder
    #[arg(short, long, value_name = "DIR")]
    out: Option<PathBuf>,
}

/// Runs the command.
///
/// # Errors
/// A command that there is not, or a folder that cannot be written to.
pub(in crate::cmd) fn run(env: &Env, args: &Man, root: &Command) -> Result<()> {
    if let Some(out) = &args.out {
        let mut pages = Vec::new();
        all(root, root, &mut Vec::new(), env, &mut pages);
        if env.global.dry_run {
            env.ui.say(&words::would_write_pages(pages.len(), out.display().to_string()));
            return Ok(());
        }
        store::export(&env.path(out), &pages)?;
        env.ui.say(&words::wrote_pages(pages.len(), out.display().to_string()));
        return Ok(());
    }
    help::named(root, &args.words)?;
    env.ui.answer(&page(root, &args.words, env))
}

/// The pages of a command and of those below it.
fn all(root: &Command, command: &Command, path: &mut Vec<String>, env: &Env, pages: &mut Vec<(String, Vec<u8>)>) {
    pages.push((format!("{}.1", name(path)), page(root, path, env).into_bytes()));
    for below in command.get_subcommands() {
        path.push(below.get_name().to_owned());
        all(root, below, path, env, pages);
        path.pop();
    }
}

fn page(root: &Command, path: &[String], env: &Env) -> String {
    let manual = help::manual(root, path, true);
    render::man(&name(path), env!("CARGO_PKG_VERSION"), &manual, &near(root, path), env.ui.lang())
}

/// The pages of the command above and of those below it.
fn near(root: &Command, path: &[String]) -> Vec<String> {
    let above = path.split_last().map(|(_, above)| name(above));
    let command = path.iter().fold(root, |command, word| command.find_subcommand(word).unwrap_or(command));
    let below = command.get_subcommands().map(|below| name(&[path, &[below.get_name().to_owned()]].concat()));
    above.into_iter().chain(below).collect()
}

/// The name of a command's page: `zhibu-meeting-log`.
fn name(path: &[String]) -> String {
    help::called(path).replace(' ', "-")
}
