//! Findings that somebody let stand: they are counted apart, and told where they are asked for.

use std::collections::{BTreeSet, HashMap};

use super::context::Context;
use super::rules::rule_of;
use crate::error::{Excerpt, Fault};
use crate::record::Acceptance;
use crate::words;

/// What pins a finding down when lines move: the line of a ledger it is about, by its id, else the words it points at.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Pin {
    /// The id of a line of a ledger.
    Record(String),
    /// The words it points at.
    Text(String),
}

impl Pin {
    /// What pins a finding down; none for one of a file as a whole.
    pub fn of(finding: &Fault) -> Option<Self> {
        let Excerpt { line, from, to } = finding.place.as_ref()?.excerpt.as_ref()?;
        let text = || line.get(*from..*to).filter(|text| !text.is_empty()).unwrap_or(line.trim());
        Some(id_of_line(line).map_or_else(|| Self::Text(text().to_owned()), |id| Self::Record(id.to_owned())))
    }
}

/// The id of a line of a ledger: `  { id = "k7p2m4", …`.
fn id_of_line(line: &str) -> Option<&str> {
    let after = |text: &'_ str, start: &str| -> Option<usize> {
        let trimmed = text.trim_start();
        trimmed.starts_with(start).then(|| text.len() - trimmed.len() + start.len())
    };
    let mut rest = line;
    for start in ["{", "id", "=", "\""] {
        rest = &rest[after(rest, start)?..];
    }
    rest.split_once('"').map(|(id, _)| id)
}

/// Whether an acceptance is about a finding.
fn fits(acceptance: &Acceptance, finding: &Fault) -> bool {
    let Some(place) = &finding.place else { return false };
    let below = place.file.as_str().strip_prefix(acceptance.file.as_str());
    let in_file = below.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
    in_file
        && acceptance.about.as_ref().is_none_or(|about| finding.about.as_ref() == Some(about))
        && match (&acceptance.record, &acceptance.text) {
            (None, None) => true,
            (Some(record), _) => Pin::of(finding) == Some(Pin::Record(record.clone())),
            (None, Some(text)) => Pin::of(finding) == Some(Pin::Text(text.clone())),
        }
}

/// Whether findings of a code can be let stand: not what hinders reading.
pub fn can_be_accepted(code: &str) -> bool {
    rule_of(code).is_some_and(|rule| rule.find.is_some() && rule.code != UNKNOWN)
}

const UNKNOWN: &str = "acceptance-unknown";

/// The acceptances that are not struck.
fn counting<'a>(context: &'a Context<'_>) -> impl Iterator<Item = &'a Acceptance> {
    context.branch.acceptances().filter(|acceptance| acceptance.struck.is_none())
}

/// Parts findings into those that stand open and those that were accepted, each with its acceptance; what accepts
/// nothing any more is a note among the open ones.
pub(super) fn parted(context: &Context<'_>, findings: Vec<Fault>) -> (Vec<Fault>, Vec<(Fault, Acceptance)>) {
    let mut by_code: HashMap<&str, Vec<&Acceptance>> = HashMap::new();
    for acceptance in counting(context).filter(|one| one.holds(context.today) && can_be_accepted(&one.code)) {
        by_code.entry(acceptance.code.as_str()).or_default().push(acceptance);
    }
    let (mut open, mut accepted, mut used) = (Vec::new(), Vec::new(), BTreeSet::new());
    for finding in findings {
        let fitting = by_code.get(finding.code).into_iter().flatten().filter(|one| fits(one, &finding));
        let fitting: Vec<_> = fitting.collect();
        used.extend(fitting.iter().map(|one| one.id.as_str()));
        match fitting.first() {
            Some(first) => accepted.push((finding, Acceptance::clone(first))),
            None => open.push(finding),
        }
    }
    let idle = by_code.into_values().flatten().filter(|one| !used.contains(one.id.as_str()));
    open.extend(idle.filter(|one| is_read(context, one)).filter_map(|one| idle_note(context, one)));
    open.sort();
    (open, accepted)
}

/// Whether what an acceptance is about could be read: of a file that could not, nothing is known.
fn is_read(context: &Context<'_>, acceptance: &Acceptance) -> bool {
    let in_file =
        |fault: &Fault| fault.place.as_ref().is_some_and(|place| place.file.as_str() == acceptance.file.value);
    !context.reading.iter().any(in_file)
}

/// The note on an acceptance that fits nothing.
fn idle_note(context: &Context<'_>, acceptance: &Acceptance) -> Option<Fault> {
    let (file, rule) = (context.branch.accepted.as_ref()?, rule_of("acceptance-idle")?);
    let fact = words::accepts_nothing(&acceptance.code.value);
    let fault = Fault::at(rule.code, &file.source, &acceptance.code.span, fact);
    Some(fault.by_rule(rule.severity, None).cure(words::cure_accepts_nothing(acceptance.id.as_str())))
}

/// Codes that no finding has, or whose findings cannot be let stand.
pub(super) fn unknown(context: &Context<'_>) -> Vec<Fault> {
    let Some(filed) = &context.branch.accepted else { return vec![] };
    let wrong = counting(context).filter(|acceptance| !can_be_accepted(&acceptance.code));
    wrong
        .map(|acceptance| {
            let code = words::shown(&acceptance.code);
            let (fact, cure) = match rule_of(&acceptance.code) {
                Some(_) => (words::not_acceptable(code), Some(words::cure_not_acceptable())),
                None => (words::no_code(code), super::explain::nearest_code(&acceptance.code).map(words::did_you_mean)),
            };
            Fault::at(UNKNOWN, &filed.source, &acceptance.code.span, fact).maybe_cure(cure)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_of_a_ledger_is_known_by_its_id() {
        for (line, id) in [
            ("  { id = \"k7p2m4\", date = 2026-01-01 },", Some("k7p2m4")),
            ("{id=\"k7p2m4\"}", Some("k7p2m4")),
            ("id = \"criminal\"", None),
            ("  { member = \"sun-lei\", reason = \"duty\" },", None),
            ("{ id = 5 }", None),
            ("", None),
        ] {
            assert_eq!(id_of_line(line), id, "{line}");
        }
    }
}
