//! `zhibu member step`, `zhibu member development` and `zhibu due --plan-back`: the steps of a person's development.

use clap::Args;

use super::history::{in_order, there};
use crate::branch::{Branch, Change, Edit, Filed, What, member_path};
use crate::cmd::change::Decision;
use crate::cmd::env::Env;
use crate::cmd::typed::{days_of, people};
use crate::error::{Failure, Fault, Result};
use crate::reckon::{self, Bound, Coming, Progress, judge};
use crate::record::{
    At, Day, HOUR_UNITS, Hours, Length, Meeting, MeetingName, Member, MemberId, Span, StandingSince, StepTaken, Value,
    plain_number,
};
use crate::report;
use crate::rulebook::{StandingFrom, StepRule};
use crate::store::Query;
use crate::words::{self, Text};

/// Recording a step.
#[derive(Args)]
pub struct Step {
    /// Who: id, name, pinyin, initials or a part
    who: String,
    /// The step: its id, name or a part of it
    step: String,
    /// The day; that of the meeting, else today, where it is not said
    #[arg(long, value_name = "DATE")]
    on: Option<String>,
    /// The last day, where it lasted several
    #[arg(long, value_name = "DATE")]
    until: Option<String>,
    /// Who decided it or did it
    #[arg(long, value_name = "TEXT")]
    by: Option<String>,
    /// A person named with it, such as who talked or who introduces; may be said several times
    #[arg(long = "with", value_name = "WHO")]
    people: Vec<String>,
    /// The meeting that decided it: its id, its day, or a part of the id
    #[arg(long)]
    meeting: Option<String>,
    /// How many days it came to
    #[arg(long, value_name = "NUMBER")]
    days: Option<i64>,
    /// How many hours it came to
    #[arg(long)]
    hours: Option<String>,
    /// For how long it puts other steps off: 6m, 1y
    #[arg(long = "for", value_name = "TIME")]
    lengthens: Option<String>,
    /// From when on the person is of the standing it leads to; as the rules say where it is not said
    #[arg(long, value_name = "DATE")]
    from: Option<String>,
    /// A note
    #[arg(long, allow_hyphen_values = true)]
    note: Option<String>,
}

/// Listing those on the way.
#[derive(Args)]
pub struct Development {
    /// Only this person
    who: Option<String>,
    /// The day; today where it is not said
    #[arg(long, value_name = "DATE")]
    on: Option<String>,
}

/// Lists those who are on the way to another standing.
pub(in crate::cmd) fn list(env: &Env, args: &Development) -> Result<()> {
    let day = env.day_or_today(args.on.as_deref())?;
    let branch = env.load(&Query::roll().steps())?;
    has_rules(&branch)?;
    let who = args.who.as_deref().map(|who| branch.find_member(who, day)).transpose()?;
    let people = branch.people_on(day).filter(|(id, _)| who.is_none_or(|(who, _)| who == *id));
    let table = report::development(&branch, day, people);
    if table.rows.is_empty() {
        env.ui.say(&words::nobody_on_the_way(day));
    }
    env.ui.table(&table)
}

/// Plans back from a day.
pub(in crate::cmd) fn plan_back(env: &Env, who: &str, goal: &str, step: Option<&str>, today: Day) -> Result<()> {
    let branch = env.load(&Query::roll().steps())?;
    has_rules(&branch)?;
    let (id, person) = branch.find_member(who, today)?;
    let day = env.day(goal)?;
    let way = Progress::new(&branch.rules, person, today);
    let name = branch.name(id);
    let goal = match step {
        Some(step) => branch.find_step(step, day)?,
        None => way.next_standing().ok_or_else(|| {
            let standing = way.standing().map_or_else(words::left_standing, |standing| branch.standing_name(standing));
            Failure::refused(words::no_next_standing(name.clone(), standing)).cure(words::cure_no_next_standing())
        })?,
    };
    if let Some(taken) = way.last(&goal.id) {
        return Err(Failure::refused(words::step_taken(name, goal.name(), taken.day)).into());
    }
    env.ui.table(&report::plan_back(&branch, id, &reckon::plan_back(&way, goal, day)))
}

/// Refuses where the rules have no steps.
fn has_rules(branch: &Branch) -> Result<()> {
    match &branch.rules.steps {
        Some(_) => Ok(()),
        None => Err(Failure::refused(words::no_rules("rules/steps.toml")).cure(words::cure_no_rules()).into()),
    }
}

/// Records a step, and the standing it leads to.
pub(in crate::cmd) fn record(env: &Env, args: &Step) -> Result<()> {
    let on = args.on.as_deref().map(|on| env.past_day(Some(on))).transpose()?;
    let amounts = Amounts::of(env, args)?;
    let query = match &args.meeting {
        Some(typed) => Query::roll().steps().meetings(days_of(env, typed)),
        None => Query::roll().steps(),
    };
    let mut warnings = Vec::new();
    env.change(&query, |branch, _| {
        has_rules(branch)?;
        let meeting = super::decided::meeting_typed(env, branch, args.meeting.as_deref())?;
        let day = on.or(meeting.map(|meeting| meeting.date.value)).unwrap_or(env.today);
        let (id, person) = branch.find_member(&args.who, day)?;
        there(branch, id, person, day)?;
        let rule = branch.find_step(&args.step, day)?;
        once(branch, id, person, rule)?;
        let taken = amounts.taken(args, branch, rule, day, meeting)?;
        let standing = standing(env, args, branch, (id, person), rule, day)?;

        let mut after = person.clone();
        after.record.steps.push(taken.clone());
        after.record.standings.extend(standing.clone());
        let own = |fault: &Fault| fault.place == Some(person.source.place(&NEW));
        warnings = judge(branch, &after).into_iter().filter(own).map(|fault| fault.fact).collect();

        let recorded = words::step_recorded(branch.name(id), rule.name(), day);
        let mut edits = vec![Edit::Append("step", pairs(&taken))];
        let subject = match &standing {
            Some(since) => {
                let pairs = vec![("is", Value::text(&since.is.value)), ("from", Value::Day(since.from.value))];
                edits.push(Edit::Append("standing", pairs));
                words::step_with_standing(&recorded, branch.standing_name(&since.is), since.from.value)
            }
            None => recorded,
        };
        let said = match Progress::new(&branch.rules, &after, env.today).next() {
            Some(next) => words::step_then(&subject, next_step(&next)),
            None => subject.clone(),
        };
        let change = Change { why: args.note.clone(), ..Change::new(subject, member_path(id), What::Edit(edits)) };
        Ok(Decision { change, said })
    })?;
    warnings.iter().for_each(|warning| env.ui.warn(warning));
    Ok(())
}

/// Where something stands that is not written yet.
const NEW: Span = Span { start: 0, end: 0 };

fn new<T>(value: T) -> At<T> {
    At { value, span: NEW }
}

/// What a call says of how long a step was.
struct Amounts {
    until: Option<Day>,
    days: Option<i64>,
    hours: Option<Hours>,
    lengthens: Option<Length>,
}

impl Amounts {
    fn of(env: &Env, args: &Step) -> Result<Self> {
        let until = args.until.as_deref().map(|until| env.past_day(Some(until))).transpose()?;
        if let Some(days) = args.days.filter(|days| *days < 1) {
            return Err(Failure::usage(words::too_few(days)).cure(words::cure_at_least("1")).into());
        }
        let hours = args.hours.as_deref().map(|typed| {
            Hours::parse(&plain_number(typed, HOUR_UNITS))
                .ok_or_else(|| Failure::usage(words::bad_hours(words::shown(typed))))
        });
        let lengthens = args.lengthens.as_deref().map(|typed| {
            let wrong = || Failure::usage(words::bad_length(words::shown(typed))).cure(words::cure_bad_length());
            Length::parse(typed).ok_or_else(wrong)
        });
        Ok(Self { until, days: args.days, hours: hours.transpose()?, lengthens: lengthens.transpose()? })
    }

    fn taken(
        &self,
        args: &Step,
        branch: &Branch,
        rule: &StepRule,
        day: Day,
        meeting: Option<&Filed<Meeting>>,
    ) -> Result<StepTaken> {
        if let Some(until) = self.until.filter(|until| *until < day) {
            return Err(Failure::usage(words::until_before_from(until, day)).cure(words::cure_until(day)).into());
        }
        Ok(StepTaken {
            is: new(rule.id.value.clone()),
            on: new(day),
            until: self.until.map(new),
            by: args.by.clone(),
            people: people(branch, &args.people, day)?.into_iter().map(new).collect(),
            meeting: meeting.map(|meeting| new(MeetingName::new(meeting.source.path.stem()))),
            days: self.days.map(new),
            hours: self.hours.map(new),
            lengthens: self.lengthens.map(new),
            note: args.note.clone(),
            span: NEW,
        })
    }
}

/// The keys of a step as its file has them.
fn pairs(taken: &StepTaken) -> Vec<(&'static str, Value)> {
    let mut pairs = vec![("is", Value::text(&taken.is.value)), ("on", Value::Day(taken.on.value))];
    pairs.extend(taken.until.as_ref().map(|until| ("until", Value::Day(until.value))));
    pairs.extend(taken.by.as_ref().map(|by| ("by", Value::text(by))));
    if !taken.people.is_empty() {
        pairs.push(("people", Value::texts(taken.people.iter().map(|at| &at.value))));
    }
    pairs.extend(taken.meeting.as_ref().map(|meeting| ("meeting", Value::text(&meeting.value))));
    pairs.extend(taken.days.as_ref().map(|days| ("days", Value::Int(days.value))));
    pairs.extend(taken.hours.as_ref().map(|hours| ("hours", Value::Score(hours.value.score()))));
    pairs.extend(taken.lengthens.as_ref().map(|length| ("for", Value::text(length.value))));
    pairs.extend(taken.note.as_ref().map(|note| ("note", Value::text(note))));
    pairs
}

/// Refuses a step that is taken once, and is written already.
fn once(branch: &Branch, id: &MemberId, person: &Filed<Member>, rule: &StepRule) -> Result<()> {
    let all = Progress::new(&branch.rules, person, Day::LAST);
    let before = all.last(&rule.id).filter(|before| before.record.is_some() && rule.repeat.is_none());
    match before {
        Some(before) => Err(Failure::refused(words::step_taken(branch.name(id), rule.name(), before.day))
            .cure(words::cure_step_taken(member_path(id)))
            .into()),
        None => Ok(()),
    }
}

/// The standing that a step leads to, where the person is not of it, or of a later one, already.
fn standing(
    env: &Env,
    args: &Step,
    branch: &Branch,
    (id, person): (&MemberId, &Filed<Member>),
    rule: &StepRule,
    day: Day,
) -> Result<Option<StandingSince>> {
    let from = args.from.as_deref().map(|from| env.day(from)).transpose()?;
    let Some(standing) = &rule.standing else {
        return match from {
            Some(_) => Err(Failure::usage(words::step_without_standing(rule.name())).into()),
            None => Ok(None),
        };
    };
    let rules = &branch.rules;
    let now = person.standing_on(Day::LAST).and_then(|standing| rules.standing_place(standing));
    if now >= rules.standing_place(&standing.value) {
        return Ok(None);
    }
    let by_rule = || match rule.standing_from.unwrap_or_default() {
        StandingFrom::Step => day,
        StandingFrom::Earliest => {
            let coming = Progress::new(rules, person, day).coming(rule);
            coming.earliest.map_or(day, |earliest| earliest.day())
        }
    };
    let from = from.unwrap_or_else(by_rule);
    in_order(branch, id, &person.standings, from)?;
    let is = new(standing.value.clone());
    Ok(Some(StandingSince { is, from: new(from), reason: None, meeting: None, note: None, span: NEW }))
}

/// What comes next, in a few words.
fn next_step(next: &Coming<'_>) -> Text {
    let name = next.rule.name();
    let (what, bound): (_, &Bound<'_>) = match (&next.earliest, &next.latest) {
        (_, Some(latest)) => (words::next_until(name, latest.day()), latest),
        (Some(earliest), None) => (words::next_from(name, earliest.day()), earliest),
        (None, None) => return name,
    };
    words::provisionally(what, bound.counted.unknown)
}
