//! `zhibu meeting sitting`: the same meeting once more, for those who were on duty.

use std::path::PathBuf;

use clap::Args;

use super::attend::instead;
use super::roll::{self, Roll};
use super::{ballot, log, said};
use crate::branch::{Branch, Change, Edit, Filed, What};
use crate::cmd::change::Decision;
use crate::cmd::change::sound::sound;
use crate::cmd::env::Env;
use crate::cmd::typed::{Meant, agenda_query, clock, meeting, meeting_query, people_among};
use crate::error::{Failure, Result};
use crate::record::{At, Day, Gathering, Meeting, MemberId, Month, Sitting, Value, parse_day};
use crate::store;
use crate::words::{self, Text};

/// A further sitting of a meeting.
#[derive(Args)]
pub struct Sit {
    /// The meeting: its id, its day, or a part of the id
    meeting: String,
    /// The sitting to change: its number in the record, from 2, or its day; without it, one is added
    sitting: Option<String>,
    #[command(flatten)]
    fields: Fields,
}

/// What is said of it, at least one thing.
#[derive(Args)]
#[group(required = true, multiple = true)]
struct Fields {
    /// The day; today for a new one where it is not said
    #[arg(long, value_name = "DATE")]
    on: Option<String>,
    /// From when to when: `19:30-20:40`
    #[arg(long)]
    time: Option<String>,
    /// The place
    #[arg(long)]
    place: Option<String>,
    /// Who led it; for a new one the one the rules name, if there, where it is not said
    #[arg(long, value_name = "WHO")]
    chair: Option<String>,
    /// Who wrote it down; for a new one the one the rules name, if there, where it is not said
    #[arg(long, value_name = "WHO")]
    recorder: Option<String>,
    /// Who was there
    #[arg(long, value_name = "WHO")]
    present: Vec<String>,
    /// Who came late
    #[arg(long, value_name = "WHO")]
    late: Vec<String>,
    /// Take somebody out of the sitting
    #[arg(long, value_name = "WHO", requires = "sitting")]
    take_out: Vec<String>,
    /// A file with the minutes, or - to read them from standard input
    #[arg(long, value_name = "FILE")]
    minutes: Option<PathBuf>,
    /// Take the whole sitting out of the record
    #[arg(
        long,
        requires = "sitting",
        conflicts_with_all = ["on", "time", "place", "chair", "recorder", "present", "late", "take_out", "minutes"]
    )]
    remove: bool,
}

/// Runs the command.
pub(super) fn run(env: &Env, args: &Sit) -> Result<()> {
    let fields = &args.fields;
    if args.sitting.is_none() && fields.present.is_empty() && fields.late.is_empty() {
        return Err(Failure::usage(words::sitting_of_nobody()).cure(words::cure_sitting_of_nobody()).into());
    }
    let minutes = fields.minutes.as_deref().map(|path| log::minutes(env, path)).transpose()?;
    let query = meeting_query(env, &args.meeting).and(agenda_query(env));
    env.change(&query, |branch, store| {
        let meeting = meeting(env, branch, &args.meeting)?;
        let call = Call { env, args: fields, branch, meeting, minutes };
        let decision = match &args.sitting {
            None => call.add()?,
            Some(typed) if fields.remove => call.remove(call.find(typed)?)?,
            Some(typed) => call.change(call.find(typed)?)?,
        };
        sound(env, store, decision)
    })
}

/// A call and the meeting it is about.
struct Call<'a> {
    env: &'a Env,
    args: &'a Fields,
    branch: &'a Branch,
    meeting: &'a Filed<Meeting>,
    minutes: Option<String>,
}

/// Those who came to a sitting, as a call says it.
struct Came {
    present: Vec<MemberId>,
    late: Vec<MemberId>,
}

impl Came {
    fn all(&self) -> impl Iterator<Item = &MemberId> {
        self.present.iter().chain(&self.late)
    }
}

impl Call<'_> {
    /// The sitting a person means, from 0: by its number in the record, where the first one is that of the meeting itself, or
    /// by its day.
    fn find(&self, typed: &str) -> Result<usize> {
        let sittings = &self.meeting.sittings;
        let by_number = typed.parse::<usize>().ok().and_then(|number| number.checked_sub(2));
        let day = parse_day(typed, self.env.today);
        let of_day = |(at, sitting): (usize, &Sitting)| (Some(sitting.date.value) == day).then_some(at);
        let by_day: Vec<_> = sittings.iter().enumerate().filter_map(of_day).collect();
        match (by_number.filter(|at| *at < sittings.len()), &by_day[..]) {
            (Some(at), _) | (None, &[at]) => Ok(at),
            _ => {
                let title = self.branch.title(self.meeting);
                let fact = words::no_such_sitting(words::shown(typed), title);
                let all =
                    sittings.iter().enumerate().map(|(at, sitting)| words::sitting_in_list(at + 2, when(sitting)));
                let cure = match sittings.is_empty() {
                    true => words::cure_no_sittings(self.meeting.source.path.stem()),
                    false => words::cure_no_such_sitting(Text::list(all)),
                };
                Err(Failure::refused(fact).cure(cure).into())
            }
        }
    }

    fn add(&self) -> Result<Decision> {
        let day = self.env.past_day(self.args.on.as_deref())?;
        self.is_not_before(day)?;
        self.is_free(day)?;
        let came = self.came(day)?;
        let here = |id: &MemberId| came.all().any(|other| other == id);
        let mut pairs = vec![("date", Value::Day(day))];
        pairs.extend(self.fields()?);
        let planned = self.planned(day, &pairs);
        let taken: Vec<_> = planned.iter().map(|(_, text)| Text::same(words::shown(text))).collect();
        pairs.extend(planned.into_iter().map(|(key, text)| (key, Value::text(text))));
        let group = self.meeting.group.as_deref();
        let posts = self
            .branch
            .rules
            .kind(&self.meeting.kind)
            .map(|kind| [("chair", &kind.chair), ("recorder", &kind.recorder)]);
        let mut filled = Vec::new();
        for (key, posts) in posts.into_iter().flatten() {
            let typed = if key == "chair" { &self.args.chair } else { &self.args.recorder };
            let who = match typed {
                Some(typed) => Some(self.person(typed, day)?),
                None => {
                    let holder = self.branch.holder(posts, group, day, &here).cloned();
                    filled.extend(holder.iter().map(|who| words::filled_in(key, self.branch.name(who))));
                    holder
                }
            };
            pairs.extend(who.map(|who| (key, Value::text(who))));
        }
        for (key, people) in [("present", &came.present), ("late", &came.late)] {
            if !people.is_empty() {
                pairs.push((key, Value::Column(people.iter().map(Value::text).collect())));
            }
        }
        pairs.extend(self.minutes.clone().map(|minutes| ("minutes", Value::Lines(minutes))));
        let mut list = Roll::of(self.meeting);
        let mut said = self.gone(came.all());
        came.all().for_each(|member| list.came(member));
        let mut edits = list.edits();
        edits.push(Edit::Append("sitting", pairs));
        let number = self.meeting.sittings.len() + 2;
        let subject = words::sitting_added(number, self.branch.title(self.meeting), day);
        said.extend(filled);
        said.extend((!taken.is_empty()).then(|| words::from_plan(Text::list(taken))));
        self.decided(subject, edits, day, said)
    }

    /// The hours and the place that the plan of the meeting says of a sitting on a day, and the call does not.
    fn planned(&self, day: Day, said: &[(&'static str, Value)]) -> Vec<(&'static str, String)> {
        let meeting = self.meeting;
        let plan = self.branch.agenda(&meeting.kind, meeting.group.as_deref(), meeting.date.value);
        let sittings = plan.into_iter().flat_map(|(file, at)| &file.entries[at].sittings);
        let mut of_day = sittings.filter(|sitting| sitting.date.value == day);
        // Of two on a day nobody knows which one it was.
        let (Some(sitting), None) = (of_day.next(), of_day.next()) else { return vec![] };
        let time = sitting.time.as_ref().map(|time| ("time", time.to_string()));
        let place = sitting.place.clone().map(|place| ("place", place));
        let both = time.into_iter().chain(place);
        both.filter(|(key, _)| said.iter().all(|(known, _)| known != key)).collect()
    }

    /// Refuses a further sitting before the first.
    fn is_not_before(&self, day: Day) -> Result<()> {
        let first = self.meeting.date.value;
        if day < first {
            let cure = words::cure_sitting_before(self.meeting.source.path.stem(), day);
            let fact = words::too_early(day, words::day_of_first_sitting(), first);
            return Err(Failure::refused(fact).cure(cure).into());
        }
        Ok(())
    }

    /// Refuses a sitting that is entered already.
    fn is_free(&self, day: Day) -> Result<()> {
        let (date, time) = (At::new(day), self.args.time.as_deref().map(clock).transpose()?.map(At::new));
        let new = Gathering { date: &date, time: &time, present: &[], late: &[] };
        let Some(at) = self.meeting.gatherings().position(|other| other.meets(&new)) else { return Ok(()) };
        let stem = self.meeting.source.path.stem();
        let cure = if at == 0 { words::cure_at_first(stem) } else { words::cure_at_further(stem, at + 1) };
        Err(Failure::refused(words::sitting_there(self.branch.title(self.meeting), day)).cure(cure).into())
    }

    fn change(&self, at: usize) -> Result<Decision> {
        let sitting = &self.meeting.sittings[at];
        let day = self.args.on.as_deref().map_or(Ok(sitting.date.value), |on| self.env.past_day(Some(on)))?;
        self.is_not_before(day)?;
        let came = self.came(day)?;
        let mut list = Roll::of(self.meeting);
        let said = self.gone(came.all());
        came.present.iter().for_each(|member| list.put_at(at, member, "present"));
        came.late.iter().for_each(|member| list.put_at(at, member, "late"));
        let is_here = |id: &MemberId| sitting.came().any(|there| there.value == *id);
        let meant = Meant { can_be: &|_| true, of_many: &is_here, on: day };
        for member in people_among(self.branch, &self.args.take_out, day, &meant)? {
            if !sitting.came().any(|there| there.value == member) {
                let fact = words::not_at_sitting(self.branch.name(&member), sitting.date.value);
                return Err(Failure::refused(fact).into());
            }
            list.take_out_at(at, &member);
        }
        let mut edits = list.edits();
        let mut pairs = if day == sitting.date.value { vec![] } else { vec![("date", Value::Day(day))] };
        pairs.extend(self.fields()?);
        for (key, typed) in [("chair", &self.args.chair), ("recorder", &self.args.recorder)] {
            let who = typed.as_deref().map(|typed| self.person(typed, day)).transpose()?;
            pairs.extend(who.map(|who| (key, Value::text(who))));
        }
        pairs.extend(self.minutes.clone().map(|minutes| ("minutes", Value::Lines(minutes))));
        edits.extend(pairs.into_iter().map(|(key, value)| Edit::Set(roll::sitting(at), key, value)));
        let subject = words::sitting_changed(at + 2, self.branch.title(self.meeting), day);
        self.decided(subject, edits, day, said)
    }

    fn remove(&self, at: usize) -> Result<Decision> {
        let day = self.meeting.sittings[at].date.value;
        let subject = words::sitting_removed(at + 2, self.branch.title(self.meeting), day);
        self.decided(subject, vec![Edit::Remove(vec![], "sitting", at)], self.meeting.date.value, vec![])
    }

    /// The hours and the place.
    fn fields(&self) -> Result<Vec<(&'static str, Value)>> {
        let time = self.args.time.as_deref().map(clock).transpose()?;
        let time = time.map(|time| ("time", Value::text(time)));
        let place = self.args.place.as_ref().map(|place| ("place", Value::text(place)));
        Ok(time.into_iter().chain(place).collect())
    }

    /// One person who is with the branch on a day.
    fn person(&self, typed: &str, day: Day) -> Result<MemberId> {
        crate::cmd::typed::person(self.branch, typed, day)
    }

    /// Those who came: due at the meeting, which its own day says, and still with the branch on the day of the sitting.
    fn came(&self, day: Day) -> Result<Came> {
        let due = self.branch.due_at(self.meeting);
        let is_due = |id: &MemberId| due.contains(&id);
        let meant = Meant { can_be: &is_due, of_many: &is_due, on: day };
        let present = people_among(self.branch, &self.args.present, day, &meant)?;
        let late = people_among(self.branch, &self.args.late, day, &meant)?;
        let mut came = Came { present, late };
        came.present.sort();
        came.late.sort();
        if let Some(twice) = came.late.iter().find(|id| came.present.contains(id)) {
            return Err(Failure::usage(words::named_twice(self.branch.name(twice))).into());
        }
        let kind = self.branch.rules.kind(&self.meeting.kind).filter(|kind| kind.has_due());
        if let Some((kind, stray)) = kind.zip(came.all().find(|id| !is_due(id))) {
            let fact = words::was_not_due(self.branch.name(stray), kind.name(), self.meeting.date.value);
            return Err(Failure::refused(fact).cure(words::cure_was_not_due()).into());
        }
        Ok(came)
    }

    /// What was said of those who came after all, and goes.
    fn gone<'m>(&self, came: impl Iterator<Item = &'m MemberId>) -> Vec<Text> {
        let is_absent = |id: &&MemberId| self.meeting.absent.iter().any(|absence| absence.member.value == **id);
        let came = came.filter(is_absent);
        came.map(|id| instead(self.branch, self.meeting, id, words::now_present(self.branch.name(id)))).collect()
    }

    /// The change, and what is said of the whole meeting after it.
    fn decided(&self, subject: Text, edits: Vec<Edit>, day: Day, mut details: Vec<Text>) -> Result<Decision> {
        let path = &self.meeting.source.path;
        let text = store::apply(&self.meeting.source.text, &edits).map_err(|error| Failure::refused(error.fact()))?;
        let kind = self.branch.rules.kind(&self.meeting.kind);
        let after = ballot::meeting(path, &text);
        let mut said = match kind.zip(after.as_ref()) {
            Some((kind, after)) => said::said(self.branch, &subject, kind, after, None),
            None => subject.clone(),
        };
        let month = Month::of(self.meeting.date.value);
        if Month::of(day) != month {
            details.push(words::sitting_counts_for(month));
        }
        if !details.is_empty() {
            said = words::with_details(&said, words::clauses(details));
        }
        Ok(Decision { change: Change::new(subject, path.clone(), What::Edit(edits)), said })
    }
}

/// The day and the hours of a sitting.
fn when(sitting: &Sitting) -> Text {
    let time = sitting.time.as_ref().map(|time| Text::same(time.to_string()));
    Text::join([Text::same(sitting.date.value.to_string())].into_iter().chain(time), " ")
}
