//! Where the values of each argument come from.

use clap::Arg;

/// Where the values of an argument come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Source {
    Acceptances,
    Agendas,
    Appraisals,
    Campaigns,
    Categories,
    Classes,
    Codes,
    Commands,
    Days,
    DecisionKinds,
    Editions,
    Editable,
    Forms,
    Grades,
    Groups,
    Honours,
    Issues,
    Items,
    Kinds,
    Links,
    Marks,
    Measures,
    Meetings,
    Members,
    MembersAndDays,
    MembersAndGroups,
    MembersAndItems,
    MembersAndReasons,
    Months,
    Payments,
    Periods,
    PlanItems,
    PointsEntries,
    Posts,
    Rates,
    Requests,
    Standings,
    Steps,
    Studies,
    StudyEntries,
    TalkReasons,
    Talks,
    Tasks,
    Visits,
    Years,
}

/// By the beginning of a command and the name of a value: the first that fits decides.
const SOURCES: &[(&str, &str, Source)] = &[
    ("accept", "ID", Source::Acceptances),
    ("meeting", "ID", Source::Agendas),
    ("print", "ID", Source::Agendas),
    ("appraisal", "ID", Source::Appraisals),
    ("dues", "ID", Source::Payments),
    ("plan", "ID", Source::PlanItems),
    ("points", "ID", Source::PointsEntries),
    ("request", "ID", Source::Requests),
    ("study", "ID", Source::StudyEntries),
    ("talk", "ID", Source::Talks),
    ("task", "ID", Source::Tasks),
    ("meeting decide", "KIND", Source::DecisionKinds),
    ("meeting elect", "KIND", Source::DecisionKinds),
    ("study", "KIND", Source::Studies),
    ("", "KIND", Source::Kinds),
    ("talk", "REASON", Source::TalkReasons),
    ("", "CAMPAIGN", Source::Campaigns),
    ("", "CATEGORY", Source::Categories),
    ("", "CLASS", Source::Classes),
    ("", "CODE", Source::Codes),
    ("", "COMMAND", Source::Commands),
    ("", "DATE", Source::Days),
    ("", "EDITION", Source::Editions),
    ("", "FORM", Source::Forms),
    ("", "GRADE", Source::Grades),
    ("", "GROUP", Source::Groups),
    ("", "HONOUR", Source::Honours),
    ("", "ISSUE", Source::Issues),
    ("", "ITEM", Source::Items),
    ("", "LINK", Source::Links),
    ("", "MARK", Source::Marks),
    ("", "MEASURE", Source::Measures),
    ("", "MEETING", Source::Meetings),
    ("", "MONTH", Source::Months),
    ("", "PERIOD", Source::Periods),
    ("", "POST", Source::Posts),
    ("", "RATE", Source::Rates),
    ("", "STANDING", Source::Standings),
    ("", "STEP", Source::Steps),
    ("edit", "WHAT", Source::Editable),
    ("", "WHAT", Source::MembersAndGroups),
    ("", "WHO", Source::Members),
    ("", "WHO|ITEM", Source::MembersAndItems),
    ("", "ITEM|WHO", Source::MembersAndItems),
    ("", "POINTS|WHO", Source::Members),
    ("", "WHOSE", Source::MembersAndGroups),
    ("", "WHO[:DATE]", Source::MembersAndDays),
    ("", "WHO[:REASON[:NOTE]]", Source::MembersAndReasons),
    ("", "WHO[:POST]:VOTES", Source::Members),
    ("", "WITH", Source::Members),
    ("", "VISIT", Source::Visits),
    ("", "YEAR", Source::Years),
];

/// Values that nobody but the caller knows.
#[cfg(test)]
const FREE: &[&str] = &[
    "1,0,0",
    "7,0,1",
    "8,8,0",
    "AMOUNT",
    "ASKER",
    "BALLOTS",
    "BY",
    "COMMIT",
    "DAY",
    "DAYS",
    "FIELD=SIDE",
    "FIELD=VALUE",
    "GRADE:NUMBER",
    "HEADING",
    "HOURS",
    "ID",
    "NAME",
    "NOTE",
    "NUMBER",
    "OBJECTION",
    "PLACE",
    "POINTS",
    "REASON",
    "REMOTE",
    "DATE[,TIME[,PLACE]]",
    "WHO:DATE:TEXT",
    "WHO:WHAT",
    "SIGN",
    "SIGN=STATE",
    "SITTING",
    "TEXT",
    "TIME",
    "VALUE",
    "WHOM",
    "WHY",
];

/// Where the values of an argument come from, where it is known.
pub(super) fn source(path: &str, arg: &Arg) -> Option<Source> {
    // Which of the decisions it is of is told by the name of the option, not by that of its value.
    if arg.get_id() == "decision_kind" {
        return Some(Source::DecisionKinds);
    }
    let name = arg.get_value_names()?.first()?.as_str();
    let fits = |(command, value, _): &&(&str, &str, Source)| path.starts_with(command) && *value == name;
    SOURCES.iter().find(fits).map(|(_, _, source)| *source)
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::Command;
    use clap::builder::ValueHint;

    /// The arguments of a command and those below it that take values and have no source.
    fn without(command: &Command, path: &str, found: &mut Vec<String>) {
        for arg in command.get_arguments().filter(|arg| arg.get_action().takes_values()) {
            let name = arg.get_value_names().and_then(|names| names.first()).map_or("", |name| name.as_str());
            let is_file = arg.get_value_hint() != ValueHint::Unknown || name.starts_with("PATH") || name == "FILE";
            let is_known = source(path, arg).is_some() || !arg.get_possible_values().is_empty() || is_file;
            if !is_known && !FREE.contains(&name) {
                found.push(format!("{path}: {} {name}", arg.get_id()));
            }
        }
        for below in command.get_subcommands() {
            without(below, format!("{path} {}", below.get_name()).trim_start(), found);
        }
    }

    #[test]
    fn every_argument_is_completed_or_known_to_be_free() {
        let mut found = Vec::new();
        without(&crate::cmd::command(), "", &mut found);
        assert!(found.is_empty(), "{found:#?}");
    }
}
