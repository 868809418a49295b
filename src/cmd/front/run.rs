//! The command of a call is run.

use super::alias;
use super::args::Command;
use super::{call, line};
use crate::cmd::closing::{export, returned, seal, verify};
use crate::cmd::desk;
use crate::cmd::env::Env;
use crate::cmd::import;
use crate::cmd::issue;
use crate::cmd::ledgers::{appraisal, assessment, dues, exemplar, plan, points, request, study, talk, task, visit};
use crate::cmd::meeting;
use crate::cmd::past::{audit, history, undo};
use crate::cmd::people::{group, member};
use crate::cmd::together::{resolve, sync};
use crate::cmd::told::{accept, check, due, print, report, rules, site, status};
use crate::cmd::tools::help;
use crate::cmd::tools::{completion, doctor, edit, init, log, man, schema, upgrade};
use crate::error::Result;

/// Runs a command; its exit code.
///
/// # Errors
/// Whatever it refuses; nothing is written then.
pub fn run(env: &Env, command: Option<&Command>) -> Result<u8> {
    // Without a command: the branch at a glance, and where there is none, what the program can do.
    let Some(command) = command else {
        match env.store() {
            Ok(_) => status::show(env, env.today)?,
            Err(_) => env.ui.manual(&help::manual(&call::command(), &[], false))?,
        }
        return Ok(0);
    };
    match command {
        Command::Init(args) => init::run(env, args)?,
        Command::Member(args) => member::run(env, args)?,
        Command::Group(args) => group::run(env, args)?,
        Command::Meeting(args) => meeting::run(env, args)?,
        Command::Points(args) => points::run(env, args)?,
        Command::Appraisal(args) => appraisal::run(env, args)?,
        Command::Assessment(args) => assessment::run(env, args)?,
        Command::Exemplar(args) => exemplar::run(env, args)?,
        Command::Rules(args) => return rules::run(env, args),
        Command::Status(args) => status::run(env, args)?,
        Command::Study(args) => study::run(env, args)?,
        Command::Talk(args) => talk::run(env, args)?,
        Command::Dues(args) => dues::run(env, args)?,
        Command::Issue(args) => issue::run(env, args)?,
        Command::Report(args) => report::run(env, args)?,
        Command::Export(args) => export::run(env, args)?,
        Command::Return(args) => return returned::run(env, args),
        Command::Desk(args) => return desk::run(env, args),
        Command::Print(args) => print::run(env, args)?,
        Command::Site(args) => site::run(env, args)?,
        Command::Import(args) => import::run(env, args)?,
        Command::Plan(args) => plan::run(env, args)?,
        Command::Request(args) => request::run(env, args)?,
        Command::Task(args) => task::run(env, args)?,
        Command::Visit(args) => visit::run(env, args)?,
        Command::Log(args) => {
            log::run(env, args, &|env, words, day| run(env, line::read(words, day)?.command.as_ref()).map(drop))?;
        }
        Command::Due(args) => due::run(env, args)?,
        Command::Check(args) => {
            alias::tell(env, call::command);
            return check::run(env, args);
        }
        Command::Seal(args) => seal::run(env, args)?,
        Command::Verify(args) => return verify::run(env, args),
        Command::Accept(args) => accept::run(env, args)?,
        Command::History(args) => history::run(env, args)?,
        Command::Sync(args) => return sync::run(env, args),
        Command::Resolve(args) => return resolve::run(env, args),
        Command::Audit(args) => audit::run(env, args)?,
        Command::Edit(args) => edit::run(env, args)?,
        Command::Undo(args) => undo::run(env, args)?,
        Command::Upgrade(args) => upgrade::run(env, args)?,
        Command::Doctor(args) => return doctor::run(env, args),
        Command::Completion(args) => completion::run(env, args)?,
        Command::Man(args) => man::run(env, args, &call::command())?,
        Command::Help(args) => call::help(env, args)?,
        Command::Schema(args) => schema::run(env, args)?,
    }
    Ok(0)
}
