//! `zhibu appraisal`: the yearly appraisal of members.

use clap::{Args, Subcommand};

use crate::branch::{Branch, Change, appraisal_path};
use crate::cmd::change::Decision;
use crate::cmd::change::ledger::{self, Ids, Placed};
use crate::cmd::env::Env;
use crate::cmd::typed::{LeftOut, not_before, people_but};
use crate::error::{Failure, Result};
use crate::record::{Appraisal as Line, At, Exemplar, GradeVotes, MemberId, Period, Span};
use crate::report;
use crate::rulebook::ExemplarRule;
use crate::store::Query;
use crate::words::{self, Text};

/// What can be done with appraisals.
#[derive(Subcommand)]
pub enum Appraisal {
    /// Record what became of members' appraisal for a year
    Record(Record),
    /// List the appraisals for a year, and the shares of the grades
    List(List),
    /// Strike an appraisal: it stays in its file, but counts no more
    Remove(Remove),
}

/// Recording an appraisal.
#[derive(Args)]
pub struct Record {
    /// Who: people, groups or classes with commas between them, or `all`
    who: String,
    #[command(flatten)]
    left_out: LeftOut,
    /// The grade: its id, name or a part of it; none for those who take part without being graded
    grade: Option<String>,
    /// The year it is for; up to March last year, later this year, where it is not said
    #[arg(long = "for", value_name = "YEAR")]
    year: Option<i32>,
    /// The day it was held; today where it is not said
    #[arg(long, value_name = "DATE")]
    on: Option<String>,
    /// What the branch concluded
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true)]
    conclusion: Option<String>,
    /// How many poll sheets came back
    #[arg(long, value_name = "NUMBER", requires = "votes")]
    ballots: Option<i64>,
    /// The poll sheets for a grade, as `excellent:18`; may be said several times
    #[arg(long, value_name = "GRADE:NUMBER")]
    votes: Vec<String>,
    /// The day the member was told
    #[arg(long, value_name = "DATE")]
    told: Option<String>,
}

/// Listing appraisals.
#[derive(Args)]
pub struct List {
    /// The year they are for; up to March last year, later this year, where it is not said
    #[arg(long = "for", value_name = "YEAR")]
    year: Option<i32>,
}

/// Striking an appraisal.
#[derive(Args)]
pub struct Remove {
    /// The id of the line, as `appraisal list` shows it
    id: String,
    /// Why
    #[arg(long, allow_hyphen_values = true)]
    why: String,
    /// The year it is for; up to March last year, later this year, where it is not said
    #[arg(long = "for", value_name = "YEAR")]
    year: Option<i32>,
    /// Do not ask
    #[arg(short, long)]
    yes: bool,
}

/// Runs the command.
///
/// # Errors
/// Whatever it refuses.
pub(in crate::cmd) fn run(env: &Env, command: &Appraisal) -> Result<()> {
    match command {
        Appraisal::Record(args) => record(env, args),
        Appraisal::List(args) => {
            let year = year_of(env, args.year)?;
            let branch = env.load(&Query::roll().appraisals(year))?;
            env.ui.table(&report::appraisals(&branch, year.first.year()))
        }
        Appraisal::Remove(args) => remove(env, args),
    }
}

/// The year an appraisal is for: the one of autumn is held up to March of the next year.
fn year_of(env: &Env, said: Option<i32>) -> Result<Period> {
    let year = said.unwrap_or(env.today.year() - i32::from(env.today.month() <= 3));
    Period::year(year).ok_or_else(|| Failure::usage(words::bad_period(year.to_string())).into())
}

fn record(env: &Env, args: &Record) -> Result<()> {
    let day = env.past_day(args.on.as_deref())?;
    let year = match args.year {
        Some(_) => year_of(env, args.year)?,
        None => Period::year(day.year() - i32::from(day.month() <= 3)).unwrap_or(Period::year_of(day)),
    };
    let told = args.told.as_deref().map(|told| env.past_day(Some(told))).transpose()?;
    not_before(day, year.first, words::first_day_of_appraised_year)?;
    told.map_or(Ok(()), |told| not_before(told, day, words::day_of_appraisal))?;
    env.change(&Query::roll().appraisals(year), |branch, _| {
        let Some((_, rules)) = &branch.rules.appraisal else {
            return Err(Failure::refused(words::no_appraisal_rules()).cure(words::cure_no_appraisal_rules()).into());
        };
        let grade = args.grade.as_deref().map(|grade| branch.find_grade(grade)).transpose()?;
        let votes = votes(branch, args)?;
        let people = people_but(branch, std::slice::from_ref(&args.who), &args.left_out, day)?;
        let before = branch.appraised_for(year.first.year());
        for id in &people {
            let standing = branch.members.get(id).and_then(|member| member.standing_on(day));
            let is = |list: &[crate::record::At<crate::record::StandingId>]| {
                list.iter().any(|at| Some(&at.value) == standing)
            };
            let name = branch.name(id);
            if !is(&rules.takes_part) {
                return Err(Failure::refused(words::takes_no_part(name, day)).into());
            }
            match grade {
                Some(_) if !is(&rules.graded) => {
                    let standing = standing.map_or_else(Text::default, |standing| branch.standing_name(standing));
                    return Err(Failure::refused(words::not_graded(name, standing))
                        .cure(words::cure_not_graded())
                        .into());
                }
                None if is(&rules.graded) => {
                    let grades = Text::list(branch.rules.grades().map(crate::rulebook::Grade::name));
                    return Err(Failure::usage(words::grade_needed(name))
                        .cure(words::cure_grade_needed(grades))
                        .into());
                }
                _ => {}
            }
            if let Some(before) = before.get(id) {
                let fact = words::appraised_already(name, year);
                return Err(Failure::refused(fact).cure(words::cure_appraised_already(before.id.as_str())).into());
            }
        }
        let mut ids = Ids::of(env, &branch.appraisals);
        let line = |person: &MemberId| Line {
            id: At::new(ids.fresh()),
            year: At::new(i64::from(year.first.year())),
            date: At::new(day),
            member: At::new(person.clone()),
            grade: grade.map(|grade| At::new(grade.id.value.clone())),
            conclusion: args.conclusion.clone(),
            ballots: args.ballots.map(At::new),
            votes: votes.clone(),
            told: told.map(At::new),
            struck: None,
            span: Span::default(),
        };
        let lines = people.iter().map(line).collect();
        let files = vec![ledger::write(appraisal_path(year.first.year()), &branch.appraisals, lines)];
        let names = Text::list(people.iter().map(|id| branch.name(id)));
        let subject = match grade {
            Some(grade) => words::appraised(names, year, grade.name()),
            None => words::appraised_ungraded(names, year),
        };
        let said = over_share(branch, year, grade.map(|grade| grade.key()), people.len())
            .map_or_else(|| subject.clone(), |over| Text::clauses([subject.clone(), over]));
        Ok(Decision { change: Change { subject, why: args.conclusion.clone(), files }, said })
    })
}

/// What is said where more get a grade than may.
fn over_share(branch: &Branch, year: Period, grade: Option<&str>, more: usize) -> Option<Text> {
    let shares = report::shares(branch, year.first.year());
    let share = shares.into_iter().find(|share| Some(share.grade.key()) == grade)?;
    let limit = share.grade.most.as_ref()?;
    let (have, most) = (share.have + more, limit.of_many(share.base));
    (have > most).then(|| words::share_of_grade(share.grade.name(), have, most, share.base))
}

/// The poll sheets of a call, which add up.
fn votes(branch: &Branch, args: &Record) -> Result<Vec<GradeVotes>> {
    let mut sum = 0;
    let mut votes = Vec::new();
    for word in &args.votes {
        let parts =
            word.rsplit_once([':', '：']).and_then(|(grade, count)| Some((grade, count.trim().parse::<i64>().ok()?)));
        let Some((grade, count)) = parts.filter(|(_, count)| *count >= 0) else {
            return Err(Failure::usage(words::bad_votes_for(words::shown(word))).into());
        };
        let grade = branch.find_grade(grade)?;
        sum += count;
        let grade = At::new(grade.id.value.clone());
        votes.push(GradeVotes { grade, count: At::new(count), span: Span::default() });
    }
    match args.ballots {
        Some(ballots) if ballots != sum => Err(Failure::usage(words::votes_do_not_add_up(sum, ballots)).into()),
        _ => Ok(votes),
    }
}

fn remove(env: &Env, args: &Remove) -> Result<()> {
    let year = year_of(env, args.year)?;
    env.change_if_sure(args.yes, &Query::roll().appraisals(year), |branch, _| {
        if let Some(appraisal) = Placed::<Line>::find(&branch.appraisals, &args.id) {
            let Line { member, year, .. } = appraisal.line;
            return appraisal.strike(words::appraisal_title(branch.name(member), year.value), &args.why);
        }
        if let Some(exemplar) = Placed::<Exemplar>::find(&branch.appraisals, &args.id) {
            let Exemplar { member, kind, date, period, .. } = exemplar.line;
            let rule = branch.rules.exemplars_on(date.value).find(|rule| rule.id.value == kind.value);
            let honour = rule.map_or_else(|| Text::same(kind.as_str()), ExemplarRule::name);
            return exemplar.strike(words::honour_title(branch.name(member), honour, period.value), &args.why);
        }
        let fact = words::no_appraisal(words::shown(&args.id), year);
        Err(Failure::usage(fact).cure(words::cure_no_appraisal()).into())
    })
}
