//! `zhibu meeting log`.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use clap::Args;

use super::ballot::{self, Ballot, Recorded};
use super::said;
use crate::branch::{Branch, Change, FileChange, Filed, What, meeting_path, meeting_stem};
use crate::cmd::change::Decision;
use crate::cmd::env::Env;
use crate::cmd::typed::{
    Absent, Meant, absences, campaign, clock, evidence, group, held_for, links, marks, people_among, person_among,
};
use crate::error::{Failure, Result};
use crate::reckon;
use crate::record::{Agenda, Day, GroupId, Line, Meeting, MemberId, Period, Value, write_pairs};
use crate::rulebook::Kind;
use crate::store::{self, Query, Store};
use crate::words::{self, Text};

/// The longest minutes that are taken, in bytes.
const MINUTES_LIMIT: u64 = 2 * 1024 * 1024;

/// Logging a meeting.
#[derive(Args, Clone)]
pub struct Log {
    /// The kind: its id, name or a part of it; where it is not said, a terminal asks step by step
    pub(super) kind: Option<String>,
    /// The day; today where it is not said
    #[arg(long, value_name = "DATE")]
    pub(super) on: Option<String>,
    /// The group that met
    #[arg(short, long)]
    pub(super) group: Option<String>,
    /// Period it was held for, if that is not the earliest that still lacks it: `2025`, `2025Q4`, `2026-02`
    #[arg(long = "for", value_name = "PERIOD")]
    held_for: Option<String>,
    /// From when to when: `19:30-20:40`
    #[arg(long)]
    pub(super) time: Option<String>,
    /// The place
    #[arg(long)]
    pub(super) place: Option<String>,
    /// Who led it; the one the rules name where it is not said
    #[arg(long, value_name = "WHO")]
    pub(super) chair: Option<String>,
    /// Who asked the chair to lead it, where that is not one of those the rules name
    #[arg(long, value_name = "WHO", requires = "chair")]
    delegated_by: Option<String>,
    /// Who wrote it down; the one the rules name where it is not said
    #[arg(long, value_name = "WHO")]
    pub(super) recorder: Option<String>,
    /// Who gave the lesson or lecture
    #[arg(long, value_name = "WHO")]
    lecturer: Option<String>,
    /// What it was about; may be said several times
    #[arg(long = "topic", value_name = "TEXT")]
    pub(super) topics: Vec<String>,
    /// The line of work it served; may be said several times
    #[arg(long = "link", value_name = "LINK")]
    links: Vec<String>,
    /// The campaign it was for: its id, name or a part of it
    #[arg(long, value_name = "CAMPAIGN")]
    campaign: Option<String>,
    /// A mark of the points rules that makes it count double; may be said several times
    #[arg(long = "mark", value_name = "MARK")]
    marks: Vec<String>,
    /// Who was there, where not everybody due was; of the others nothing is known then
    #[arg(long, value_name = "WHO")]
    pub(super) present: Vec<String>,
    /// Who was missing, why, and a note; may be said several times
    #[arg(long, value_name = "WHO[:REASON[:NOTE]]")]
    pub(super) absent: Vec<String>,
    /// Who came late
    #[arg(long, value_name = "WHO")]
    pub(super) late: Vec<String>,
    /// Who sat in without being due
    #[arg(long = "observer", value_name = "WHO")]
    observers: Vec<String>,
    /// A guest from outside, by name; may be said several times
    #[arg(long = "guest", value_name = "NAME")]
    guests: Vec<String>,
    /// A file with the minutes, or - to read them from standard input
    #[arg(long, value_name = "FILE")]
    minutes: Option<PathBuf>,
    /// What was decided; may be said several times
    #[arg(long = "decision", value_name = "TEXT")]
    decisions: Vec<String>,
    /// The votes on each decision, in their order: for, against, abstaining
    #[arg(long, value_name = "7,0,1", requires = "decisions")]
    votes: Vec<String>,
    /// The ballots of each secret ballot, in their order: given, returned, and invalid ones
    #[arg(long, value_name = "8,8,0", requires = "votes")]
    ballots: Vec<String>,
    /// Opinions that absent members gave in writing before each decision, in their order: for, against, abstaining
    #[arg(long, value_name = "1,0,0", requires = "votes")]
    written: Vec<String>,
    /// The kind of each decision, in their order
    #[arg(long, value_name = "KIND", requires = "decisions")]
    decision_kind: Vec<String>,
    /// What came of each decision, in their order; the votes tell where it is not said
    #[arg(long = "result", requires = "decisions")]
    results: Vec<Recorded>,
    /// A picture or scan, which is copied and its digest kept; may be said several times
    #[arg(long, value_name = "FILE")]
    evidence: Vec<PathBuf>,
    /// A note
    #[arg(long, allow_hyphen_values = true)]
    note: Option<String>,
}

/// Runs the command.
pub(super) fn run(env: &Env, args: &Log) -> Result<()> {
    let kind = args.kind.as_ref().ok_or_else(kind_missing)?;
    let day = env.past_day(args.on.as_deref())?;
    let minutes = args.minutes.as_deref().map(|path| minutes(env, path)).transpose()?;
    let query = Query::roll().meetings(Period::day(day)).agendas(Period::day(day));
    let query = if args.marks.is_empty() { query } else { query.scheme() };
    let query = if args.held_for.is_none() { query } else { query.and(reckon::duties_query(Period::day(day), day)) };
    env.change(&query, |branch, store| decide(env, args, kind, branch, store, day, minutes.as_deref()))
}

/// That nobody said which kind.
fn kind_missing() -> Failure {
    let command = "zhibu meeting log";
    Failure::usage(words::words_missing(command, words::with_value_names("<KIND>"))).cure(words::cure_help(command))
}

/// The text of a file with minutes.
pub(super) fn minutes(env: &Env, path: &Path) -> Result<String> {
    let text = match path.as_os_str() == "-" {
        true => env.standard_input(MINUTES_LIMIT)?,
        false => store::read_outside(&env.path(path), MINUTES_LIMIT)?,
    };
    Ok(text.trim_start_matches('\u{feff}').replace("\r\n", "\n"))
}

fn decide(
    env: &Env,
    args: &Log,
    kind: &str,
    branch: &Branch,
    store: &Store,
    day: Day,
    minutes: Option<&str>,
) -> Result<Decision> {
    let kind = branch.find_kind(kind)?;
    let group = group(args.group.as_deref(), branch, kind, day)?;
    let call = Call::of(args, branch, kind, group, day)?;
    let plan = branch.agenda(&kind.id.value, group, day).map(|(file, at)| &file.entries[at]);
    let (args, taken) = &as_planned(args, branch, plan, &call);
    let stem = free_stem(store, day, &meeting_stem(day, &kind.id.value, group));
    let words = ballot::Words {
        texts: &args.decisions,
        kinds: &args.decision_kind,
        votes: &args.votes,
        ballots: &args.ballots,
        written: &args.written,
        results: &args.results,
    };
    let ballots = Ballot::all(branch, &words)?;
    let links = links(branch, &args.links)?;
    let campaign = campaign::on(branch, args.campaign.as_deref(), day)?;
    let marks = marks(branch, &args.marks)?;
    let held_for =
        args.held_for.as_deref().map(|typed| held_for(env, branch, typed, &kind.id.value, day)).transpose()?;
    let evidence = evidence(env, store, &args.evidence, day, &stem, 1)?;

    let who = |who: &Option<String>, posts| -> Result<Option<MemberId>> {
        match who {
            Some(who) => person_among(branch, who, day, &|id| call.attends(id)).map(Some),
            None => Ok(branch.holder(posts, group, day, &|id| call.attends(id)).cloned()),
        }
    };
    let chair = who(&args.chair, &kind.chair)?;
    let delegated_by = who(&args.delegated_by, &[])?;
    let recorder = who(&args.recorder, &kind.recorder)?;
    let lecturer = who(&args.lecturer, &[])?;
    // They earn points by it, and nobody typed them.
    let by_rules = [("chair", &args.chair, &chair), ("recorder", &args.recorder, &recorder)].into_iter();
    let filled_in: Vec<_> = by_rules
        .filter(|(_, typed, _)| typed.is_none())
        .filter_map(|(key, _, who)| Some(words::filled_in(key, branch.name(who.as_ref()?))))
        .collect();

    let mut pairs = vec![("kind", Value::text(&kind.id.value))];
    pairs.extend(group.map(|group| ("group", Value::text(group))));
    pairs.push(("date", Value::Day(day)));
    pairs.extend(held_for.map(|period| ("for", Value::text(period))));
    if let Some(time) = &args.time {
        pairs.push(("time", Value::text(clock(time)?)));
    }
    pairs.extend(args.place.as_ref().map(|place| ("place", Value::text(place))));
    pairs.extend(chair.map(|chair| ("chair", Value::text(chair))));
    pairs.extend(delegated_by.map(|by| ("delegated-by", Value::text(by))));
    pairs.extend(recorder.map(|recorder| ("recorder", Value::text(recorder))));
    pairs.extend(lecturer.map(|lecturer| ("lecturer", Value::text(lecturer))));
    pairs.extend(campaign.map(|campaign| ("campaign", Value::text(campaign))));
    let mut list = |key, items: Vec<Value>, column: bool| {
        if !items.is_empty() {
            pairs.push((key, if column { Value::Column(items) } else { Value::List(items) }));
        }
    };
    let texts = |texts: &[String]| texts.iter().map(Value::text).collect::<Vec<_>>();
    list("topics", texts(&args.topics), false);
    list("links", links.iter().map(Value::text).collect(), false);
    list("marks", marks.iter().map(Value::text).collect(), false);
    list("present", call.present.iter().map(Value::text).collect(), true);
    list("late", call.late.iter().map(Value::text).collect(), true);
    list("absent", call.absent.iter().map(Absent::line).collect(), true);
    list("observers", call.observers.iter().map(Value::text).collect(), false);
    list("guests", texts(&args.guests), false);
    list("evidence", evidence.iter().map(|(_, line)| line.value()).collect(), true);
    pairs.extend(args.note.as_ref().map(|note| ("note", Value::text(note))));
    pairs.extend(minutes.map(|minutes| ("minutes", Value::Lines(minutes.to_owned()))));
    let text = write_pairs(&pairs) + &ballots.iter().map(Ballot::block).collect::<String>();

    let title = branch.meeting_title(day, kind.name(), group);
    let subject = words::logged(&title);
    let path = meeting_path(day, &stem);
    let (mut said, mut outcomes) = (subject.clone(), vec![]);
    if let Some(meeting) = ballot::meeting(&path, &text) {
        said = said::said(branch, &subject, kind, &meeting, filled_in);
        outcomes.extend(
            ballots
                .iter()
                .zip(ballot::outcomes(branch, &meeting, &[])?)
                .filter_map(|(ballot, outcome)| Some(words::who_and_why(words::shown(ballot.text()), outcome?))),
        );
    }
    let mut files = vec![FileChange { path, what: What::Create(text) }];
    files.extend(evidence.into_iter().map(|(file, _)| file));
    let said =
        if taken.is_empty() { said } else { words::with_details(&said, words::from_plan(Text::list(taken.clone()))) };
    let said = if outcomes.is_empty() { said } else { words::with_details(said, words::clauses(outcomes)) };
    let same = |meeting: &&Filed<Meeting>| {
        meeting.kind.value == kind.id.value && meeting.group.as_ref().map(|group| &group.value) == group
    };
    let said = match branch.held().filter(|meeting| meeting.date.value == day).find(same) {
        Some(other) => words::with_another_that_day(&said, other.source.path.stem(), &stem),
        None => said,
    };
    Ok(Decision { change: Change { subject, why: None, files }, said })
}

/// A call with what the plan of the meeting says and the call does not, and what that is.
fn as_planned(args: &Log, branch: &Branch, plan: Option<&Agenda>, call: &Call) -> (Log, Vec<Text>) {
    let (mut args, mut taken) = (args.clone(), Vec::new());
    let Some(plan) = plan else { return (args, taken) };
    let mut take = |said: &mut Option<String>, planned: Option<String>, name: Text| {
        if said.is_none() && planned.is_some() {
            taken.push(name);
            *said = planned;
        }
    };
    let time = plan.time.as_ref().map(|time| time.value.to_string());
    take(&mut args.time, time.clone(), Text::same(time.unwrap_or_default()));
    take(&mut args.place, plan.place.clone(), Text::same(words::shown(plan.place.as_deref().unwrap_or_default())));
    if let Some(chair) = plan.chair.as_ref().filter(|chair| call.attends(chair)) {
        take(&mut args.chair, Some(chair.to_string()), branch.name(chair));
    }
    if args.topics.is_empty() {
        args.topics.clone_from(&plan.topics);
        taken.extend(plan.topics.iter().map(|topic| Text::same(words::shown(topic))));
    }
    (args, taken)
}

/// The name of a file that is not there yet: the second meeting of a day ends in -2.
pub(super) fn free_stem(store: &Store, day: Day, stem: &str) -> String {
    let names = std::iter::once(stem.to_owned()).chain((2..).map(|number| format!("{stem}-{number}")));
    names.into_iter().find(|name| !store.exists(&meeting_path(day, name))).unwrap_or_default()
}

/// Who was where, as a call says it.
struct Call {
    present: BTreeSet<MemberId>,
    late: Vec<MemberId>,
    /// Those present and those who were late.
    there: BTreeSet<MemberId>,
    absent: Vec<Absent>,
    observers: Vec<MemberId>,
}

impl Call {
    fn of(args: &Log, branch: &Branch, kind: &Kind, group: Option<&GroupId>, day: Day) -> Result<Self> {
        let due: BTreeSet<_> = branch.due(kind, group, day).cloned().collect();
        let is_exempt =
            |id: &&MemberId| branch.members.get(id).is_some_and(|member| branch.is_exempt(member, &kind.id.value, day));
        let exempt: BTreeSet<_> = due.iter().filter(is_exempt).cloned().collect();
        let is_due = |id: &MemberId| due.contains(id);
        let is_not_due = |id: &MemberId| !is_due(id);
        let is_member = |id: &MemberId| branch.members.get(id).is_some_and(|member| branch.is_member(member, day));
        let comes = |id: &MemberId| if kind.has_due() { is_due(id) && !exempt.contains(id) } else { is_member(id) };
        let meant = Meant { can_be: &is_due, of_many: &comes, on: day };
        let named = people_among(branch, &args.present, day, &meant)?;
        let late = people_among(branch, &args.late, day, &meant)?;
        let absent = absences(branch, &args.absent, day, &meant)?;
        let sit_in = Meant { can_be: &is_not_due, of_many: &is_not_due, on: day };
        let observers = people_among(branch, &args.observers, day, &sit_in)?;
        if kind.has_due() {
            let mut all = absent.iter().map(|absent| &absent.member).chain(&late).chain(&named);
            let stray = all.find(|id| !due.contains(id));
            if let Some(stray) = stray {
                let fact = words::was_not_due(branch.name(stray), kind.name(), day);
                return Err(Failure::refused(fact).cure(words::cure_was_not_due()).into());
            }
        }
        let missing: BTreeSet<_> = absent.iter().map(|absent| &absent.member).collect();
        let tardy: BTreeSet<_> = late.iter().collect();
        let away = |id: &MemberId| tardy.contains(id) || missing.contains(id);
        if let Some(twice) = named.iter().find(|id| away(id)).or(late.iter().find(|id| missing.contains(id))) {
            return Err(Failure::usage(words::named_twice(branch.name(twice))).into());
        }
        let present: BTreeSet<_> = if named.is_empty() {
            due.iter().filter(|id| !exempt.contains(*id) && !away(id)).cloned().collect()
        } else {
            named.into_iter().collect()
        };
        let there = present.iter().chain(&late).cloned().collect();
        let call = Self { present, late, there, absent, observers };
        match call.observers.iter().find(|id| call.attends(id)) {
            Some(id) => {
                Err(Failure::refused(words::observes_too(branch.name(id))).cure(words::cure_observes_too()).into())
            }
            None => Ok(call),
        }
    }

    /// Whether somebody was there.
    fn attends(&self, id: &MemberId) -> bool {
        self.there.contains(id)
    }
}
