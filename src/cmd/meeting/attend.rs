//! `zhibu meeting attend`.

use clap::Args;

use crate::branch::{Branch, Change, Edit, Filed, Step, What};
use crate::cmd::change::Decision;
use crate::cmd::change::sound::sound;
use crate::cmd::env::Env;
use crate::cmd::typed::{absences, anybody, change_meeting, people_among};
use crate::error::{Failure, Result};
use crate::record::{Day, Meeting, MemberId, Value};
use crate::words::{self, Text};

/// Changing who was there.
#[derive(Args)]
pub struct Attend {
    /// The meeting: its id, its day, or a part of the id
    meeting: String,
    #[command(flatten)]
    states: States,
}

/// The new states, at least one.
#[derive(Args)]
#[group(required = true, multiple = true)]
struct States {
    /// Who was there after all
    #[arg(long, value_name = "WHO")]
    present: Vec<String>,
    /// Who came late
    #[arg(long, value_name = "WHO")]
    late: Vec<String>,
    /// Who was missing, why, and a note
    #[arg(long, value_name = "WHO[:REASON[:NOTE]]")]
    absent: Vec<String>,
    /// Who made up for the absence, and when; today where no day is said
    #[arg(long, value_name = "WHO[:DATE]")]
    made_up: Vec<String>,
    /// Take somebody out of the record: nothing is written of them then
    #[arg(long, value_name = "WHO")]
    take_out: Vec<String>,
}

/// Runs the command.
pub(super) fn run(env: &Env, args: &Attend) -> Result<()> {
    change_meeting(env, &args.meeting, |branch, store, meeting| {
        sound(env, store, decide(env, &args.states, branch, meeting)?)
    })
}

fn decide(env: &Env, args: &States, branch: &Branch, meeting: &Filed<Meeting>) -> Result<Decision> {
    let day = meeting.date.value;
    let due = branch.due_at(meeting);
    let is_due = |id: &MemberId| due.contains(&id);
    let mut list = Roll::of(meeting);
    let mut said = Vec::new();
    for member in people_among(branch, &args.present, day, &is_due)? {
        list.put(&member, "present", Value::text(&member));
        said.push(instead(branch, meeting, &member, words::now_present(branch.name(&member))));
    }
    for member in people_among(branch, &args.late, day, &is_due)? {
        list.put(&member, "late", Value::text(&member));
        said.push(instead(branch, meeting, &member, words::now_late(branch.name(&member))));
    }
    for absent in absences(branch, &args.absent, day, &is_due)? {
        list.put(&absent.member, "absent", absent.line());
        let name = branch.name(&absent.member);
        let missing = match &absent.reason {
            Some(reason) => words::who_and_why(name, branch.reason_name(reason)),
            None => name,
        };
        let member = branch.members.get(&absent.member);
        let is_exempt = member.is_some_and(|member| branch.is_exempt_at(member, meeting));
        said.push(if is_exempt { words::now_exempt(missing) } else { words::now_absent(missing) });
    }
    for word in &args.made_up {
        let (who, on) = word.split_once([':', '：']).map_or((word.as_str(), None), |(who, on)| (who, Some(on)));
        let on = env.past_day(on)?;
        for member in people_among(branch, &[who.to_owned()], day, &is_due)? {
            made_up(branch, meeting, &mut list, &member, on)?;
            said.push(words::now_made_up(branch.name(&member), on));
        }
    }
    for member in anybody(branch, &args.take_out, day)? {
        if list.place(&member).is_none() {
            let fact = words::not_in_record(branch.name(&member), branch.title(meeting));
            return Err(Failure::refused(fact).into());
        }
        list.take_out(&member);
        said.push(instead(branch, meeting, &member, words::now_taken_out(branch.name(&member))));
    }
    let kind = branch.rules.kind(&meeting.kind);
    if let Some(kind) = kind.filter(|kind| kind.has_due())
        && let Some(stray) = list.moved.iter().find(|id| !due.contains(id))
    {
        let fact = words::was_not_due(branch.name(stray), kind.name(), day);
        return Err(Failure::refused(fact).cure(words::cure_was_not_due()).into());
    }
    let subject = words::attended(branch.title(meeting), Text::clauses(said));
    let change = Change::new(subject.clone(), meeting.source.path.clone(), What::Edit(list.edits()));
    Ok(Decision { change, said: subject })
}

/// What is said of somebody who came after all: with what the record said of the absence, which goes.
fn instead(branch: &Branch, meeting: &Meeting, member: &MemberId, said: Text) -> Text {
    let Some(absence) = meeting.absent.iter().find(|absence| absence.member.value == *member) else { return said };
    let reason = absence.reason.as_ref().map(|reason| branch.reason_name(reason));
    let note = absence.note.as_deref().map(|note| Text::same(words::shown(note)));
    let made_up = absence.made_up.as_ref().map(|day| words::made_up_on(day.value));
    let gone: Vec<_> = reason.into_iter().chain(note).chain(made_up).collect();
    if gone.is_empty() { said } else { words::instead_of(said, Text::list(gone)) }
}

/// Records that an absence was made up for; only an absence can be, and not before the meeting.
fn made_up(branch: &Branch, meeting: &Filed<Meeting>, list: &mut Roll, member: &MemberId, on: Day) -> Result<()> {
    if on < meeting.date.value {
        return Err(Failure::refused(words::made_up_before(on, branch.title(meeting))).into());
    }
    match list.place(member) {
        Some(("absent", at)) => {
            list.edits.push(Edit::Set(vec![Step::Key("absent"), Step::Item(at)], "made-up", Value::Day(on)));
        }
        Some(_) => return Err(Failure::refused(words::was_there(branch.name(member), branch.title(meeting))).into()),
        None => {
            let line = Value::Line(vec![("member", Value::text(member)), ("made-up", Value::Day(on))]);
            list.put(member, "absent", line);
        }
    }
    Ok(())
}

/// The lists of a meeting's file as they stand after the edits so far.
pub(in crate::cmd) struct Roll {
    lists: [(&'static str, Vec<MemberId>); 4],
    edits: Vec<Edit>,
    moved: Vec<MemberId>,
}

impl Roll {
    /// Those of a meeting.
    pub(in crate::cmd) fn of(meeting: &Meeting) -> Self {
        let ids = |list: &[crate::record::At<MemberId>]| list.iter().map(|at| at.value.clone()).collect();
        let absent = meeting.absent.iter().map(|absence| absence.member.value.clone()).collect();
        let lists = [
            ("present", ids(&meeting.present)),
            ("late", ids(&meeting.late)),
            ("absent", absent),
            ("observers", ids(&meeting.observers)),
        ];
        Self { lists, edits: vec![], moved: vec![] }
    }

    /// In which list somebody is, and where in it.
    fn place(&self, member: &MemberId) -> Option<(&'static str, usize)> {
        self.lists.iter().find_map(|(key, list)| Some((*key, list.iter().position(|id| id == member)?)))
    }

    /// Takes somebody out of every list.
    pub(in crate::cmd) fn take_out(&mut self, member: &MemberId) {
        while let Some((key, at)) = self.place(member) {
            self.edits.push(Edit::Remove(vec![], key, at));
            self.list(key).remove(at);
        }
    }

    /// The edits that were made.
    pub(in crate::cmd) fn edits(self) -> Vec<Edit> {
        self.edits
    }

    /// Puts somebody into a list, and takes them out of those they are in; the comment beside the name goes along. Of
    /// somebody who is absent already, only what is said is changed.
    pub(in crate::cmd) fn put(&mut self, member: &MemberId, key: &'static str, value: Value) {
        self.moved.push(member.clone());
        let mut places: Vec<_> = self.lists.iter().flat_map(|(key, list)| places(key, list, member)).collect();
        let first = if places.is_empty() { None } else { Some(places.remove(0)) };
        for (key, at) in places.into_iter().rev() {
            self.edits.push(Edit::Remove(vec![], key, at));
            self.list(key).remove(at);
        }
        match first {
            Some((from, at)) if from == key => {
                let Value::Line(pairs) = value else { return };
                let new = pairs.into_iter().filter(|(key, _)| *key != "member");
                let set = |(field, value)| Edit::Set(vec![Step::Key(key), Step::Item(at)], field, value);
                self.edits.extend(new.map(set));
            }
            Some((from, at)) => {
                self.list(from).remove(at);
                let place = self.insert(member, key);
                self.edits.push(Edit::Move(from, at, key, place, value));
            }
            None => {
                let place = self.insert(member, key);
                self.edits.push(Edit::Insert(vec![], key, place, value));
            }
        }
    }

    /// Puts somebody into a list, in the order of the ids where it is in order; the place, or none for the end.
    fn insert(&mut self, member: &MemberId, key: &str) -> Option<usize> {
        let list = self.list(key);
        let at = list.is_sorted().then(|| list.partition_point(|id| id < member)).filter(|at| *at < list.len());
        list.insert(at.unwrap_or(list.len()), member.clone());
        at
    }

    fn list(&mut self, key: &str) -> &mut Vec<MemberId> {
        let at = self.lists.iter().position(|(name, _)| *name == key);
        &mut self.lists[at.unwrap_or_else(|| unreachable!("one of the four lists"))].1
    }
}

/// Where somebody stands in a list.
fn places<'a>(
    key: &'static str,
    list: &'a [MemberId],
    member: &'a MemberId,
) -> impl Iterator<Item = (&'static str, usize)> + use<'a> {
    list.iter().enumerate().filter(move |(_, id)| *id == member).map(move |(at, _)| (key, at))
}
