//! What is done before posts are filled anew, counted back from a day.

use super::table::{Cell, ColumnKind, Table};
use crate::branch::Branch;
use crate::reckon::{Location, terms};
use crate::record::{Day, PostId, Span};
use crate::rulebook::Term;
use crate::words;

/// By when each step is taken before the posts of a term are filled anew on a day, as it is asked on another; the election is
/// the last row.
pub fn term_back(branch: &Branch, term: &Term, day: Day, today: Day) -> Table {
    use ColumnKind::{Day as Date, Place, Text as Words};
    let columns = [
        ("milestone", Words),
        ("until", Date),
        ("plan_fit", Words),
        ("who", Words),
        ("source", Place),
        ("rule", Place),
    ];
    let source = branch.rules.duties.as_ref().map(|(source, _)| source);
    let row = |name, until: Day, posts: &[crate::record::At<PostId>], from: &Option<String>, span: &Span| {
        let fit = match until < today {
            true => Cell::code("too-late", words::plan_step_too_late()),
            false => Cell::code("possible", words::plan_step_possible()),
        };
        let holder = branch.holder(posts, None, today, &|_| true);
        vec![
            Cell::from(name),
            until.into(),
            fit,
            Cell::people(holder.map(|id| (id.to_string(), branch.name(id))).into_iter().collect()),
            from.as_deref().map(crate::words::Text::same).into(),
            source.map(|source| Location::new(source, Some(span)).at()).into(),
        ]
    };
    let mut steps: Vec<_> = term.steps.iter().map(|step| (step.before.before(day, |day, _| day), step)).collect();
    steps.sort_by_key(|(until, _)| *until);
    let mut rows: Vec<_> =
        steps.into_iter().map(|(until, step)| row(step.name(), until, &step.posts, &step.source, &step.span)).collect();
    rows.push(row(term.name(), day, &[], &term.source, &term.span));
    let table = Table::new("plan_back", &columns, rows);
    let runs = terms(branch, today).into_iter().find(|one| one.rule.id.value == term.id.value);
    match runs {
        Some(runs) if runs.latest().is_some_and(|latest| latest < day) => {
            let latest = runs.latest().unwrap_or(day);
            table.note(words::term_long_over(term.name(), runs.days.last, latest))
        }
        Some(runs) => table.note(words::term_ends(term.name(), runs.days.first, runs.days.last)),
        None => table,
    }
}
