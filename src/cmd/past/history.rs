//! `zhibu history`: what happened to the records.

use clap::Args;

use super::commits::past;
use crate::branch::Branch;
use crate::cmd::env::Env;
use crate::error::{Failure, Fault, Result};
use crate::reckon::history::{Episode, Sort};
use crate::record::{self, Day, Period, RelPath};
use crate::report::{self, Focus};
use crate::store::{Query, Store};
use crate::words::{self, Text};

/// Telling what happened to the records.
#[derive(Args)]
pub struct History {
    /// Of whom or what: a member, a meeting, a problem, a month, the id of any record; everything where it is not said
    #[arg(value_name = "WHAT")]
    what: Option<String>,
}

/// Runs the command.
///
/// # Errors
/// No git, no such thing, several of that name.
pub(in crate::cmd) fn run(env: &Env, args: &History) -> Result<()> {
    let store = env.store()?;
    let branch = read(&store)?;
    let past = past(env.ui, &store)?;
    let focus = args.what.as_deref().map_or(Ok(Focus::All), |typed| focus(env, &branch, &past.episodes, typed))?;
    let limits = past.limits();
    let episodes = focus.of(past.episodes);
    if episodes.is_empty() {
        env.ui.say(&words::history_of_nothing());
    }
    let story = report::history(&branch, &episodes, &focus);
    env.ui.story(&story, || report::history_table(&branch, &episodes, &focus))?;
    limits.iter().for_each(|limit| env.ui.say(limit));
    Ok(())
}

/// The people, the rules and what has a name, as far as they can be read: what is wrong in a file is no reason not to
/// tell what happened to it.
fn read(store: &Store) -> Result<Branch> {
    let all = Period { first: Day::FIRST, last: Day::LAST };
    let mut branch = store.gather(&Query::roll().meetings(all).issues(all))?.branch;
    branch.rules = store.rules()?.rules;
    Ok(branch)
}

/// What a person means: a month or another period, the meeting of a day, a member, a meeting, a problem; else the id or
/// the file of anything the history knows.
fn focus(env: &Env, branch: &Branch, episodes: &[Episode], typed: &str) -> Result<Focus> {
    if let Some(day) = record::parse_day(typed, env.today) {
        let mut meetings = branch.meetings.iter().filter(|meeting| meeting.date.value == day);
        return Ok(match (meetings.next(), meetings.next()) {
            (Some(only), None) => Focus::Record(Sort::Meeting, only.source.path.stem().to_owned()),
            _ => Focus::Days(Period::day(day)),
        });
    }
    if let Some(period) = record::parse_period(typed, env.today) {
        return Ok(Focus::Days(period));
    }
    let member =
        branch.find_member(typed, env.today).map(|(id, _)| (Focus::Member(id.clone()), Text::same(id.as_str())));
    let meeting = branch.find_meeting(typed).map(|meeting| {
        let stem = meeting.source.path.stem();
        (Focus::Record(Sort::Meeting, stem.to_owned()), Text::same(stem))
    });
    let issue = branch
        .find_issue(typed)
        .map(|issue| (Focus::Record(Sort::Issue, issue.id().to_owned()), Text::same(issue.source.path.stem())));
    let (found, failures): (Vec<_>, Vec<_>) = [member, meeting, issue].into_iter().partition(|one| one.is_ok());
    let mut found: Vec<_> = found.into_iter().flatten().collect();
    match found.len() {
        1 => return Ok(found.remove(0).0),
        0 => {}
        _ => {
            let choices = Text::list(found.into_iter().map(|(_, choice)| choice));
            let fault = Fault::new("several", words::several_stories(words::shown(typed)));
            return Err(Failure { faults: vec![fault.cure(words::cure_several(choices))], exit: 2 }.into());
        }
    }
    if let Some(focus) = known(episodes, typed) {
        return Ok(focus);
    }
    let several = failures.into_iter().filter_map(std::result::Result::err).find(Failure::is_of_several);
    let none = || Failure::usage(words::no_such_story(words::shown(typed))).cure(words::cure_no_such_story());
    Err(several.unwrap_or_else(none).into())
}

/// Anything of an id or a file that is in the history.
fn known(episodes: &[Episode], typed: &str) -> Option<Focus> {
    let typed = typed.trim();
    let focuses = [Some(Focus::Id(typed.to_owned())), RelPath::new(typed).map(Focus::File)];
    let is_there = |focus: &Focus| !focus.of(episodes.to_vec()).is_empty();
    focuses.into_iter().flatten().find(is_there)
}
