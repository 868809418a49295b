//! `zhibu meeting remove`.

use clap::Args;

use crate::branch::{Change, Edit, What};
use crate::cmd::change::sound::sound;
use crate::cmd::change::{Asked, Decision};
use crate::cmd::env::Env;
use crate::cmd::typed::{meeting, meeting_query};
use crate::error::{Failure, Result};
use crate::record::Value;
use crate::words;

/// Striking a meeting.
#[derive(Args)]
pub struct Remove {
    /// The meeting: its id, its day, or a part of the id
    meeting: String,
    /// Why
    #[arg(long, allow_hyphen_values = true)]
    why: String,
    /// Do not ask
    #[arg(short, long)]
    yes: bool,
}

/// Runs the command.
pub(super) fn run(env: &Env, args: &Remove) -> Result<()> {
    env.change_if_sure(args.yes, &meeting_query(env, &args.meeting), |branch, store| {
        let meeting = meeting(env, branch, &args.meeting)?;
        let title = branch.title(meeting);
        if let Some(why) = &meeting.struck {
            return Err(Failure::refused(words::struck_already(title, words::shown(why))).into());
        }
        let question = words::ask_strike(&title);
        let subject = words::struck(title, words::shown(&args.why));
        let edits = vec![Edit::Set(vec![], "struck", Value::text(&args.why))];
        let mut change = Change::new(subject.clone(), meeting.source.path.clone(), What::Edit(edits));
        change.why = Some(args.why.clone());
        let decision = sound(env, store, Decision { change, said: subject })?;
        Ok(Asked { question, decision })
    })
}
