//! Planned meetings whose day is over.

use super::context::Context;
use crate::error::Fault;
use crate::words;

/// Planned meetings, and further sittings of them, that nobody logged or gave up.
pub(super) fn not_held(context: &Context<'_>) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (source, agenda) in context.branch.agendas().filter(|(_, agenda)| agenda.date.value < context.today) {
        let title = context.branch.agenda_title(agenda);
        if !context.branch.was_held(agenda) {
            let fault = Fault::at("plan-not-held", source, &agenda.date.span, words::plan_not_held(title));
            faults.push(fault.cure(words::cure_plan_not_held(&agenda.id.value)));
            continue;
        }
        for sitting in context.branch.sittings_not_held(agenda, context.today.minus(1)) {
            let fact = words::sitting_not_held(&title, sitting.date.value);
            let fault = Fault::at("plan-not-held", source, &sitting.date.span, fact);
            faults.push(fault.cure(words::cure_sitting_not_held(sitting.date.value)));
        }
    }
    faults
}
