//! What is prepared for meetings that are planned, and planned meetings that nobody logged.

use super::item::{Due, identity};
use crate::branch::{Branch, Query};
use crate::reckon::{Location, agenda::to_prepare};
use crate::record::{MemberId, Period};
use crate::rulebook::Firm;
use crate::words;

/// How many months back a plan is asked about that was not held, and on how far a step before it may lie.
const MONTHS: u32 = 12;

pub(super) fn query(window: Period) -> Query {
    let around = Period { first: window.first.minus_months(MONTHS), last: window.last.plus_months(MONTHS) };
    Query::roll().agendas(around).meetings(Period { last: window.last, ..around })
}

pub(super) fn due(branch: &Branch, window: Period) -> Vec<Due<'_>> {
    let (day, mut all) = (window.first, Vec::new());
    let planned = branch.agendas().filter(|(_, agenda)| day.minus_months(MONTHS) <= agenda.date.value);
    for (source, agenda) in planned.clone() {
        let Some(held) = branch.held_as(agenda) else { continue };
        all.extend(branch.sittings_not_held(agenda, day).map(|sitting| Due {
            id: identity(["agenda", agenda.id.value.as_str(), "sitting", &sitting.date.value.to_string()]),
            until: sitting.date.value,
            what: words::due_sitting(branch.agenda_title(agenda), sitting.date.value),
            who: agenda.chair.iter().map(|id| (id.to_string(), branch.name(id))).collect(),
            firm: Firm::AsARule,
            rule: Some(Location::new(source, Some(&sitting.span))),
            source: None,
            command: format!(
                "zhibu meeting sitting {} --on {} --present WHO",
                held.source.path.stem(),
                sitting.date.value
            ),
            recurs: false,
        }));
    }
    for (source, agenda) in planned.filter(|(_, agenda)| !branch.was_held(agenda)) {
        let title = branch.agenda_title(agenda);
        let rule = || Some(Location::new(source, Some(&agenda.date.span)));
        let (on, group) = (agenda.date.value, agenda.group.as_deref());
        let named = |who: Option<&MemberId>| who.iter().map(|id| (id.to_string(), branch.name(id))).collect();
        if on <= day {
            let kind = branch.rules.kind(&agenda.kind);
            let by_rule = || branch.holder(&kind?.chair, group, on, &|_| true);
            let of_group = group.map(|group| format!(" -g {group}")).unwrap_or_default();
            all.push(Due {
                id: identity(["agenda", agenda.id.value.as_str()]),
                until: on,
                what: words::due_agenda(&title),
                who: named(agenda.chair.as_deref().or_else(by_rule)),
                firm: Firm::AsARule,
                rule: rule(),
                source: None,
                command: format!("zhibu meeting log {}{of_group} --on {on}", agenda.kind.value),
                recurs: false,
            });
        }
        if on < day {
            continue;
        }
        let open = to_prepare(branch, agenda).into_iter().filter(|one| one.done.is_none() && one.until <= window.last);
        all.extend(open.map(|one| Due {
            id: identity(["agenda", agenda.id.value.as_str(), one.what]),
            until: one.until,
            what: words::due_prepare(&title, words::shown(one.what)),
            who: named(one.who),
            firm: Firm::AsARule,
            rule: rule(),
            source: None,
            command: format!("zhibu meeting prepared {} {}", agenda.id.value, words::quoted(one.what)),
            recurs: false,
        }));
    }
    all
}
