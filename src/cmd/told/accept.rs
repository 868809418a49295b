//! `zhibu accept`: findings that are let stand, with the reason.

use clap::Args;

use super::findings::{findings, no_code};
use crate::branch::{Branch, Change, accepted_path};
use crate::check::{Findings, Pin, can_be_accepted, rule_of};
use crate::cmd::change::Decision;
use crate::cmd::change::ledger::{self, Ids, Placed};
use crate::cmd::env::Env;
use crate::cmd::typed::{inside, recorded_by};
use crate::error::{Failure, Fault, Result};
use crate::record::{Acceptance, At, RelPath, Span};
use crate::store::{Query, Store};
use crate::words::{self, Text};

/// Accepting a finding.
#[derive(Args)]
pub struct Accept {
    /// The code of the finding, as `check` shows it
    #[arg(value_name = "CODE", required_unless_present = "revoke")]
    code: Option<String>,
    /// The file, with its line where only what stands there is meant; or a folder for all that are in it
    #[arg(value_name = "PATH[:LINE]", required_unless_present = "revoke")]
    path: Option<String>,
    /// Why
    #[arg(long, allow_hyphen_values = true)]
    why: String,
    /// Only what is told of this, where a line has several findings: a period, or a period and whose it is
    #[arg(long, value_name = "TEXT")]
    about: Option<String>,
    /// The last day; for good where it is not said
    #[arg(long, value_name = "DATE")]
    until: Option<String>,
    /// Who accepted it
    #[arg(long, value_name = "WHO")]
    by: Option<String>,
    /// Take back the acceptance of this id, as `check --accepted` shows it
    #[arg(long, value_name = "ID", conflicts_with_all = ["code", "path", "about", "until", "by"])]
    revoke: Option<String>,
}

/// Runs the command.
///
/// # Errors
/// Nothing of the code where it was said to be, or what has to be mended.
pub(in crate::cmd) fn run(env: &Env, args: &Accept) -> Result<()> {
    let query = Query::roll().accepted();
    match (&args.revoke, &args.code, &args.path) {
        (Some(id), ..) => env.change(&query, |branch, _| revoke(branch, id, &args.why)),
        (None, Some(code), Some(path)) => {
            let rule = rule_of(code).ok_or_else(|| no_code(code))?;
            if !can_be_accepted(code) {
                let fact = words::not_acceptable(rule.code);
                return Err(Failure::refused(fact).cure(words::cure_not_acceptable()).into());
            }
            env.change(&query, |branch, store| {
                let place = Location::of(env, store, path)?;
                accept(env, args, rule.code, &place, branch, &findings(env, store)?.1)
            })
        }
        _ => unreachable!("clap asks for a code and a path"),
    }
}

/// Where a finding is meant to be.
struct Location {
    /// The file or folder.
    path: RelPath,
    /// The line, where one is said.
    line: Option<usize>,
}

impl Location {
    /// A path of the call, with a line after a colon.
    fn of(env: &Env, store: &Store, typed: &str) -> Result<Self> {
        let line = typed.rsplit_once(':').and_then(|(path, line)| Some((path, line.parse().ok()?)));
        let (path, line) = line.map_or((typed, None), |(path, line)| (path, Some(line)));
        let whole = || Failure::usage(words::not_everything());
        Ok(Self { path: inside(env, store, path)?.ok_or_else(whole)?, line })
    }

    /// Whether a finding is there.
    fn has(&self, finding: &Fault) -> bool {
        let place = finding.place.as_ref().filter(|place| place.file.is_within(&self.path));
        place.is_some_and(|place| self.line.is_none_or(|line| line == place.line))
    }
}

impl std::fmt::Display for Location {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.line {
            Some(line) => write!(f, "{}:{line}", self.path),
            None => write!(f, "{}", self.path),
        }
    }
}

fn accept(
    env: &Env,
    args: &Accept,
    code: &'static str,
    spot: &Location,
    branch: &Branch,
    found: &Findings,
) -> Result<Decision> {
    let is_meant = |finding: &Fault| match (&args.about, &finding.about) {
        (Some(meant), Some(about)) => about == meant || about.split(' ').next() == Some(meant),
        (meant, _) => meant.is_none(),
    };
    let there = found.open.iter().filter(|finding| finding.code == code && spot.has(finding) && is_meant(finding));
    let there: Vec<_> = there.collect();
    if there.is_empty() {
        return Err(nothing(code, spot, found).into());
    }
    let by = recorded_by(branch, args.by.as_deref(), env.today)?;
    let until = args.until.as_deref().map(|until| env.day(until)).transpose()?;
    if let Some(until) = until.filter(|until| *until < env.today) {
        return Err(Failure::refused(words::until_before_from(until, env.today)).into());
    }
    let mut pins: Vec<_> = match spot.line {
        Some(_) => there.iter().map(|finding| (Pin::of(finding), finding.about.clone())).collect(),
        None if args.about.is_some() => there.iter().map(|finding| (None, finding.about.clone())).collect(),
        None => vec![(None, None)],
    };
    pins.sort();
    pins.dedup();
    let mut ids = Ids::of(env, &branch.accepted);
    let line = |(pin, about): (Option<Pin>, Option<String>)| {
        let (record, text) = match pin {
            Some(Pin::Record(id)) => (Some(id), None),
            Some(Pin::Text(text)) => (None, Some(text)),
            None => (None, None),
        };
        Acceptance {
            id: At::new(ids.fresh()),
            date: At::new(env.today),
            code: At::new(code.to_owned()),
            file: At::new(spot.path.to_string()),
            record,
            text,
            about,
            until: until.map(At::new),
            why: args.why.clone(),
            by: by.clone(),
            struck: None,
            span: Span::default(),
        }
    };
    let lines = pins.into_iter().map(line).collect();
    let subject = words::accepted(code, spot.to_string(), words::shown(&args.why));
    let file = ledger::write(accepted_path(), &branch.accepted, lines);
    let change = Change { subject: subject.clone(), why: Some(args.why.clone()), files: vec![file] };
    Ok(Decision { change, said: subject })
}

/// Nothing of a code is found there: it is accepted already, or something else is.
fn nothing(code: &str, spot: &Location, found: &Findings) -> Failure {
    let already = found.accepted.iter().find(|(finding, _)| finding.code == code && spot.has(finding));
    if let Some((_, acceptance)) = already {
        let fact = words::accepted_already(code, spot.to_string(), acceptance.id.as_str());
        return Failure::refused(fact).cure(words::cure_accepted_already());
    }
    let mut codes: Vec<_> = found.open.iter().filter(|finding| spot.has(finding)).map(|finding| finding.code).collect();
    codes.sort_unstable();
    codes.dedup();
    let failure = Failure::refused(words::nothing_to_accept(code, spot.to_string()));
    failure.cure(match codes.is_empty() {
        true => words::cure_nothing_to_accept_at_all(),
        false => words::cure_nothing_to_accept(Text::list(codes.into_iter().map(Text::same))),
    })
}

fn revoke(branch: &Branch, id: &str, why: &str) -> Result<Decision> {
    let Some(acceptance) = Placed::<Acceptance>::find(&branch.accepted, id) else {
        return Err(Failure::usage(words::no_acceptance(words::shown(id))).cure(words::cure_accepted_already()).into());
    };
    let Acceptance { code, file, .. } = acceptance.line;
    // It is written anew as easily.
    Ok(acceptance.strike(words::acceptance_title(words::shown(code), words::shown(file)), why)?.decision)
}
