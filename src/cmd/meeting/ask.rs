//! `zhibu meeting log` on a terminal, without saying what: it is asked step by step, with what the last such meeting
//! had as it is at first.

use super::log::{self, Log};
use crate::branch::{Branch, Filed, begun};
use crate::cmd::env::Env;
use crate::cmd::typed::{clock, group};
use crate::error::{Failure, Result};
use crate::prompt;
use crate::record::{Day, GroupId, Meeting, MemberId, Period};
use crate::rulebook::{Kind, Scope};
use crate::store::Query;
use crate::words::{self, Text, quoted};

/// How far back the last such meeting is looked for, in days.
const BACK: u64 = 400;

/// Runs the command; a terminal is asked for what the call leaves out.
///
/// # Errors
/// Somebody who gives up, records that cannot be read, or whatever the command refuses.
pub(super) fn run(env: &Env, args: &Log) -> Result<()> {
    match args.kind.is_none() && env.can_prompt() {
        true => log::run(env, &fill(env, args)?),
        false => log::run(env, args),
    }
}

/// Asks for what a call leaves out.
fn fill(env: &Env, log: &Log) -> Result<Log> {
    let reach = Period { first: env.today.minus(BACK), last: env.today };
    let branch = env.load(&Query::roll().meetings(reach))?;
    prompt::colour(env.ui.colours_questions());
    Asking { env, branch: &branch }.all(log.clone())
}

struct Asking<'a> {
    env: &'a Env,
    branch: &'a Branch,
}

impl Asking<'_> {
    /// Every question in turn; whoever gives up at one ends them all.
    fn all(&self, mut log: Log) -> Result<Log> {
        let kind = self.kind()?;
        log.kind = Some(kind.id.to_string());
        let day = match &log.on {
            Some(day) => self.env.past_day(Some(day))?,
            None => self.day()?,
        };
        log.on = Some(day.to_string());
        let group = self.group(kind, day)?;
        log.group = group.map(ToString::to_string);
        let last = self.last(kind, group, day);
        // A text is shown as it is, so one that would move the cursor is not.
        let had = |part: fn(&Meeting) -> Option<String>| {
            last.and_then(|last| part(last)).filter(|text| words::is_plain_name(text)).unwrap_or_default()
        };
        log.time = self.time(&had(|last| last.time.as_ref().map(|time| time.value.to_string())))?;
        log.place = some(self.text(&words::ask_place(), &had(|last| last.place.clone()))?);
        let there = self.roll(&mut log, kind, group, day)?;
        // Whom the rules name, or who did so the last time.
        let first = |posts, last: Option<&MemberId>| {
            let held = self.branch.holder(posts, group, day, &|id| there.contains(id)).or(last);
            held.filter(|id| there.contains(id)).cloned()
        };
        let chair = first(&kind.chair, last.and_then(|last| last.chair.as_ref()).map(|at| &at.value));
        let recorder = first(&kind.recorder, last.and_then(|last| last.recorder.as_ref()).map(|at| &at.value));
        log.chair = self.one(&words::ask_chair(), &there, chair.as_ref())?;
        log.recorder = self.one(&words::ask_recorder(), &there, recorder.as_ref())?;
        let topics = self.text(&words::ask_topics(), "")?;
        log.topics =
            topics.split(['；', ';']).map(str::trim).filter(|topic| !topic.is_empty()).map(str::to_owned).collect();
        self.env.ui.say(&words::as_one_command(command(&log)));
        if self.env.ui.ask_yes(&words::ask_log_it()) { Ok(log) } else { Err(given_up()) }
    }

    fn kind(&self) -> Result<&Kind> {
        let kinds: Vec<_> = self.branch.rules.kinds().collect();
        let latest = self.branch.held().last().map(|meeting| &meeting.kind.value);
        let start = kinds.iter().position(|kind| Some(&kind.id.value) == latest).unwrap_or_default();
        let names = kinds.iter().map(|kind| self.said(&kind.name())).collect();
        self.select(&words::ask_kind(), names, start).map(|at| kinds[at])
    }

    fn day(&self) -> Result<Day> {
        let help = self.said(&words::help_of_text_given());
        self.until_right(|| {
            let typed = answer(prompt::text_or(&self.said(&words::ask_day()), &help, &self.env.today.to_string()))?;
            Ok(self.env.past_day(some(typed).as_deref()))
        })
    }

    /// From when to when, where it is known.
    fn time(&self, last: &str) -> Result<Option<String>> {
        self.until_right(|| {
            let typed = some(self.text(&words::ask_time(), last)?);
            Ok(typed.map(|typed| clock(&typed).map(|_| typed)).transpose())
        })
    }

    /// Asks again, and tells why, as long as what is typed is wrong.
    fn until_right<T>(&self, ask: impl Fn() -> Result<Result<T>>) -> Result<T> {
        loop {
            match ask()? {
                Ok(right) => return Ok(right),
                Err(error) => drop(self.env.ui.failure(&error)),
            }
        }
    }

    /// The group that met, where the kind has one.
    fn group(&self, kind: &Kind, day: Day) -> Result<Option<&GroupId>> {
        let groups: Vec<_> = self.branch.groups_on(day).map(|(id, _)| id).collect();
        let names = groups.iter().map(|id| self.said(&self.branch.group_name(id)));
        match kind.scope() {
            Scope::Group if !groups.is_empty() => {
                self.select(&words::ask_group(), names.collect(), 0).map(|at| Some(groups[at]))
            }
            Scope::Either if !groups.is_empty() => {
                let names = [self.said(&words::whole_branch())].into_iter().chain(names).collect();
                let at = self.select(&words::ask_group(), names, 0)?;
                Ok(at.checked_sub(1).map(|at| groups[at]))
            }
            // There is nothing to ask.
            _ => group(None, self.branch, kind, day),
        }
    }

    /// The last meeting of the kind and the group by a day.
    fn last(&self, kind: &Kind, group: Option<&GroupId>, day: Day) -> Option<&Filed<Meeting>> {
        let same = |meeting: &&Filed<Meeting>| {
            meeting.kind.value == kind.id.value && meeting.group.as_ref().map(|group| &group.value) == group
        };
        self.branch.held().filter(|meeting| meeting.date.value <= day).filter(same).last()
    }

    /// Who was there, who was late, and why the others were not; gives those who were there.
    fn roll(&self, log: &mut Log, kind: &Kind, group: Option<&GroupId>, day: Day) -> Result<Vec<MemberId>> {
        if !kind.has_due() {
            let all: Vec<_> = self
                .branch
                .members
                .iter()
                .filter(|(_, member)| member.is_there(day))
                .map(|(id, _)| id.clone())
                .collect();
            let there = self.many(&words::ask_who_took_part(), &all, &[])?;
            log.present = there.iter().map(ToString::to_string).collect();
            return Ok(there);
        }
        let due: Vec<_> = self.branch.due(kind, group, day).cloned().collect();
        let is_exempt = |id: &MemberId| {
            self.branch.members.get(id).is_some_and(|member| self.branch.is_exempt(member, &kind.id.value, day))
        };
        let bound: Vec<_> = due.iter().enumerate().filter(|(_, id)| !is_exempt(id)).map(|(at, _)| at).collect();
        let there = self.many(&words::ask_who_was_there(), &due, &bound)?;
        let late = self.many(&words::ask_who_was_late(), &there, &[])?;
        log.late = late.iter().map(ToString::to_string).collect();
        for away in due.iter().filter(|id| !there.contains(id) && !is_exempt(id)) {
            log.absent.push(match self.reason(away)? {
                Some(reason) => format!("{away}:{reason}"),
                None => away.to_string(),
            });
        }
        // One who need not come and came is named; all who were there are, then.
        if there.iter().any(is_exempt) {
            log.present = there.iter().filter(|id| !late.contains(id)).map(ToString::to_string).collect();
        }
        Ok(there)
    }

    /// Why somebody was missing, where it is known.
    fn reason(&self, away: &MemberId) -> Result<Option<String>> {
        let reasons: Vec<_> = self.branch.rules.reasons().collect();
        let names = reasons.iter().map(|reason| self.said(&reason.name()));
        let names = names.chain([self.said(&words::reason_not_known())]).collect();
        let at = self.select(&words::ask_reason(self.branch.name(away)), names, 0)?;
        Ok(reasons.get(at).map(|reason| reason.id.to_string()))
    }

    /// One of some people, or nobody; who is meant at first is given.
    fn one(&self, question: &Text, people: &[MemberId], first: Option<&MemberId>) -> Result<Option<String>> {
        let start = people.iter().position(|id| Some(id) == first).unwrap_or(people.len());
        let names = people.iter().map(|id| self.said(&self.branch.name(id))).chain([self.said(&words::nobody_said())]);
        let at = self.select(question, names.collect(), start)?;
        Ok(people.get(at).map(ToString::to_string))
    }

    fn many(&self, question: &Text, people: &[MemberId], chosen: &[usize]) -> Result<Vec<MemberId>> {
        if people.is_empty() {
            return Ok(vec![]);
        }
        let names = people.iter().map(|id| self.said(&self.branch.name(id))).collect();
        let (question, help) = (self.said(question), self.said(&words::help_of_many()));
        let chosen = answer(prompt::many(&question, &help, names, chosen, fits))?;
        Ok(chosen.into_iter().map(|at| people[at].clone()).collect())
    }

    fn select(&self, question: &Text, choices: Vec<String>, start: usize) -> Result<usize> {
        answer(prompt::select(&self.said(question), &self.said(&words::help_of_select()), choices, start, fits))
    }

    fn text(&self, question: &Text, first: &str) -> Result<String> {
        answer(prompt::text(&self.said(question), &self.said(&words::help_of_text()), first))
    }

    /// A text in the language of the call; nothing in it moves the cursor.
    fn said(&self, text: &Text) -> String {
        words::harmless(text.get(self.env.ui.lang())).replace('\n', " ")
    }
}

/// Whether a choice may be meant by what was typed: a part of it, or its name as it is spelled.
pub(in crate::cmd) fn fits(typed: &str, choice: &str) -> bool {
    // Of those of one name the id stands behind it.
    let name = choice.split('(').next().unwrap_or_default();
    begun(typed, "", [choice, name]).is_some()
}

/// An answer, unless somebody gave up.
fn answer<T>(answer: Option<T>) -> Result<T> {
    answer.ok_or_else(given_up)
}

/// Somebody gave up.
fn given_up() -> anyhow::Error {
    Failure::refused(words::nothing_logged()).into()
}

/// A text that says something.
fn some(text: String) -> Option<String> {
    Some(text.trim().to_owned()).filter(|text| !text.is_empty())
}

/// The call that says the same.
fn command(log: &Log) -> String {
    let mut words = vec!["zhibu meeting log".to_owned()];
    words.extend(log.kind.clone());
    let mut add = |option: &str, values: &mut dyn Iterator<Item = &String>| {
        words.extend(values.map(|value| format!("{option} {}", quoted(value))));
    };
    add("-g", &mut log.group.iter());
    add("--on", &mut log.on.iter());
    add("--time", &mut log.time.iter());
    add("--place", &mut log.place.iter());
    add("--chair", &mut log.chair.iter());
    add("--recorder", &mut log.recorder.iter());
    add("--topic", &mut log.topics.iter());
    add("--present", &mut log.present.iter());
    add("--late", &mut log.late.iter());
    add("--absent", &mut log.absent.iter());
    words.join(" ")
}
