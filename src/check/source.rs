//! Which rules of the domain a finding rests on, as this rulebook names them.

use crate::rulebook::Rulebook;

/// The sources of what a finding looks for, each once, in the order of the rules; none for what no rule of the domain
/// is about.
pub(super) fn sources<'a>(code: &str, rules: &'a Rulebook) -> Vec<&'a str> {
    let appraisal = || rules.appraisal.iter().map(|(_, appraisal)| appraisal.source.as_ref());
    let named: Vec<Option<&String>> = match code {
        "grade-share" => {
            rules.grades().filter(|grade| grade.most.is_some()).map(|grade| grade.source.as_ref()).collect()
        }
        "not-graded" => appraisal().collect(),
        _ => vec![],
    };
    let mut sources: Vec<&str> = Vec::new();
    for source in named.into_iter().flatten() {
        if !sources.contains(&source.as_str()) {
            sources.push(source);
        }
    }
    sources
}
