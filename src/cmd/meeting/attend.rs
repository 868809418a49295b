//! `zhibu meeting attend`.

use clap::Args;

use crate::branch::{Branch, Change, Edit, Filed, Step, What};
use crate::cmd::change::Decision;
use crate::cmd::env::Env;
use crate::cmd::typed::{absences, change_meeting, people_among};
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
}

/// Runs the command.
pub(super) fn run(env: &Env, args: &Attend) -> Result<()> {
    change_meeting(env, &args.meeting, |branch, _, meeting| decide(env, &args.states, branch, meeting))
}

fn decide(env: &Env, args: &States, branch: &Branch, meeting: &Filed<Meeting>) -> Result<Decision> {
    let day = meeting.date.value;
    let due = branch.due_at(meeting);
    let is_due = |id: &MemberId| due.contains(&id);
    let mut list = Roll::of(meeting);
    let mut said = Vec::new();
    for member in people_among(branch, &args.present, day, &is_due)? {
        list.put(&member, "present", Value::text(&member));
        said.push(words::now_present(branch.name(&member)));
    }
    for member in people_among(branch, &args.late, day, &is_due)? {
        list.put(&member, "late", Value::text(&member));
        said.push(words::now_late(branch.name(&member)));
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

    /// Puts somebody into a list, and takes them out of those they are in.
    pub(in crate::cmd) fn put(&mut self, member: &MemberId, key: &'static str, value: Value) {
        self.take_out(member);
        let list = self.list(key);
        let at = list.is_sorted().then(|| list.partition_point(|id| id < member)).filter(|at| *at < list.len());
        list.insert(at.unwrap_or(list.len()), member.clone());
        self.moved.push(member.clone());
        self.edits.push(Edit::Insert(vec![], key, at, value));
    }

    fn list(&mut self, key: &str) -> &mut Vec<MemberId> {
        let at = self.lists.iter().position(|(name, _)| *name == key);
        &mut self.lists[at.unwrap_or_else(|| unreachable!("one of the four lists"))].1
    }
}
