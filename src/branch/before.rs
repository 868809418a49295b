//! Who was what when a meeting began: by what was decided before it, whatever day that takes effect from.

use std::borrow::Cow;

use super::{Branch, Filed, Since};
use crate::record::{At, Day, Meeting, MeetingName, Member, StandingSince, StepTaken};
use crate::rulebook::Rulebook;

impl Branch {
    /// A person as it was known when a meeting began: without what was decided at that meeting or later, even if it counts
    /// from an earlier day.
    ///
    /// Rights at a meeting ask this; seniority and points ask the day of effect.
    pub fn before<'a>(&self, meeting: &Filed<Meeting>, member: &'a Member) -> Cow<'a, Member> {
        let decided = |at: Option<&At<MeetingName>>| at.is_some_and(|at| !self.is_earlier(at.as_str(), meeting));
        let standing = |since: &StandingSince| match &since.meeting {
            None => step_to(&self.rules, member, since).is_some_and(|taken| !self.took_earlier(taken, meeting)),
            at => decided(at.as_ref()),
        };
        let is_as_written = !member.standings.iter().any(standing)
            && !member.groups.iter().any(|since| decided(since.meeting.as_ref()))
            && !member.classes.iter().any(|since| decided(since.meeting.as_ref()))
            && !member.posts.iter().any(|since| decided(since.meeting.as_ref()) || decided(since.ended_by.as_ref()));
        if is_as_written {
            return Cow::Borrowed(member);
        }
        let mut then = member.clone();
        then.standings.retain(|since| !standing(since));
        then.groups.retain(|since| !decided(since.meeting.as_ref()));
        then.classes.retain(|since| !decided(since.meeting.as_ref()));
        then.posts.retain(|since| !decided(since.meeting.as_ref()));
        for post in then.posts.iter_mut().filter(|since| decided(since.ended_by.as_ref())) {
            post.until = None;
        }
        Cow::Owned(then)
    }

    /// Whether anybody was something else when a meeting began than on its day.
    pub fn decides(&self, meeting: &Filed<Meeting>) -> bool {
        self.members.values().any(|member| matches!(self.before(meeting, member), Cow::Owned(_)))
    }

    /// Whether the meeting of a file name was before another; of one day, unless the hours say otherwise.
    fn is_earlier(&self, stem: &str, than: &Filed<Meeting>) -> bool {
        if stem == than.source.path.stem() {
            return false;
        }
        let Some(day) = stem.get(..10).and_then(Day::parse) else { return true };
        let hours = || self.meeting(stem).and_then(|other| other.time.as_deref()).zip(than.time.as_deref());
        match day == than.date.value {
            true => hours().is_none_or(|(one, other)| one.begins_by(*other)),
            false => day < than.date.value,
        }
    }

    /// Whether a step was taken before a meeting. On its very day, a step that names no meeting was taken there if such a
    /// meeting decides it.
    fn took_earlier(&self, taken: &StepTaken, meeting: &Filed<Meeting>) -> bool {
        let (on, day) = (taken.on.value, meeting.date.value);
        let decides = || {
            let rule = self.rules.step_on(&taken.is, on);
            rule.is_some_and(|rule| rule.kinds.iter().any(|kind| kind.value == meeting.kind.value))
        };
        match &taken.meeting {
            Some(at) => self.is_earlier(at.as_str(), meeting),
            None => on < day || on == day && !decides(),
        }
    }
}

/// The days on which a person fell back to an earlier standing, each with the place of that standing among the steps.
pub fn falls(rules: &Rulebook, member: &Member) -> Vec<(Day, Option<usize>)> {
    let standings = member.taken_up();
    let places: Vec<_> = standings.iter().map(|since| rules.standing_place(&since.is)).collect();
    let fell = (1..places.len()).filter(|at| places[*at] < places[at - 1]);
    fell.map(|at| (standings[at].from(), places[at])).collect()
}

/// The step by which a person came to a standing, if it is recorded: with no fall between the two.
pub fn step_to<'a>(rules: &Rulebook, member: &'a Member, since: &StandingSince) -> Option<&'a StepTaken> {
    if member.steps.is_empty() {
        return None;
    }
    let step = rules.steps().find(|step| step.standing.as_ref().is_some_and(|at| at.value == *since.is))?;
    let falls = falls(rules, member);
    let leads = |taken: &&StepTaken| {
        let (one, other) = (since.from().min(taken.on.value), since.from().max(taken.on.value));
        taken.is.value == step.id.value && !falls.iter().any(|(fall, _)| one < *fall && *fall <= other)
    };
    member.steps.iter().filter(leads).max_by_key(|taken| taken.on.value)
}
