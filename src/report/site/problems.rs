//! The problems: the list, and each with all that is written of it; the decisions that are still to be carried out; who came
//! to look.

use super::Grid;
use super::leaf::{Leaf, Part, Section, parts_of, string_together};
use super::making::{Making, meeting_page, texts};
use crate::branch::Filed;
use crate::record::{Day, Issue, Period};
use crate::report::{Extent, issue, issues_brief, tasks, visits};
use crate::words;

/// The list, and each problem.
pub(super) fn leaves(making: &Making<'_>) -> Vec<Leaf> {
    let day = making.seen.last;
    let mut issues: Vec<_> = making.branch.issues_during(making.seen).collect();
    // As the list has them.
    issues.sort_by_key(|issue| (!issue.is_open(day), issue.deadline.value, issue.source.path.stem()));
    let table = issues_brief(making.branch, issues.iter().copied(), day);
    let mut grid = Grid::without(words::table_title("issues"), &table, &["issue"]);
    for (row, issue) in grid.rows.iter_mut().zip(&issues) {
        row[grid.row_head].to = Some(page(issue));
    }
    let mut leaves: Vec<_> = issues
        .iter()
        .map(|one| {
            let told = issue(making.branch, one, day);
            let parts = parts_of(&told, |id| making.page_of(id));
            Leaf::new(Section::Problems, page(one), told.title, parts)
        })
        .collect();
    string_together(&mut leaves);
    let mut parts = vec![Part::Grid(grid)];
    let open = tasks(making.branch, Period { first: Day::FIRST, last: day }, day, true);
    if !open.rows.is_empty() {
        let mut grid = Grid::without(words::open_tasks(), &open, &["owner", "done_on", "reported", "meeting", "task"]);
        let stems: Vec<_> = texts(&open, "meeting").collect();
        for (row, stem) in grid.rows.iter_mut().zip(stems) {
            row[grid.row_head].to =
                stem.filter(|stem| making.stems.contains(stem.as_str())).map(|stem| meeting_page(&stem));
        }
        parts.push(Part::Grid(grid));
    }
    let came = visits(making.branch, making.seen, day, Extent::All);
    if !came.rows.is_empty() {
        let without = ["host", "host_name", "said", "note", "visit"];
        parts.push(Part::Grid(Grid::without(words::table_title("visits"), &came, &without)));
    }
    leaves.insert(0, Leaf::first(Section::Problems, parts));
    leaves
}

/// The file of a problem's page.
fn page(issue: &Filed<Issue>) -> String {
    format!("problems/{}.html", issue.source.path.stem())
}
