//! Closed months that are not as they were.

use rayon::prelude::*;

use super::context::Context;
use crate::branch::seal_path;
use crate::error::Fault;
use crate::reckon::recounted;
use crate::record::Period;
use crate::seal::{Break, Months};
use crate::words::{self, Text};

/// What of closed months is no longer as their seals say.
pub(super) fn broken(context: &Context<'_>) -> Vec<Fault> {
    let seals = &context.branch.seals;
    let (Some((first, _)), Some((last, _))) = (seals.first_key_value(), seals.last_key_value()) else { return vec![] };
    let Some(days) = Period::months(*first, *last) else { return vec![] };
    // By rules that contradict one another, or without a file that cannot be read, a month comes to something else; and
    // a file that cannot be read is told, and not gone.
    let is_read = context.unread().next().is_none();
    let is_sound = is_read && context.branch.rules.faults().is_empty();
    let is_known = |one: &Break| match one {
        Break::Figures(_) => is_sound,
        Break::Gone(path) => is_read || !context.has_file(path),
        Break::Changed(_) | Break::Added(_) => true,
    };
    let months = Months::of(context.branch, days);
    let broken = seals.par_iter().flat_map_iter(|(month, seal)| {
        let breaks = months.breaks(*month, seal).into_iter().filter(is_known).map(move |one| {
            let place = one.path().cloned().unwrap_or_else(|| seal_path(*month));
            let fact = match &one {
                Break::Gone(_) => words::seal_gone(month),
                Break::Changed(_) => words::seal_changed(month),
                Break::Added(_) => words::seal_added(month),
                Break::Figures(table) => words::seal_figures(month, format!("{table}.csv")),
            };
            let of_program = match one {
                Break::Figures(table) => recounted(table, seal.last_made()),
                _ => None,
            };
            let cure = Text::clauses(std::iter::once(words::cure_seal_broken(month)).chain(of_program));
            Fault::of_file("seal-broken", &place, fact).cure(cure)
        });
        breaks.chain(months.broken_evidence(*month, context.digests))
    });
    broken.collect()
}
