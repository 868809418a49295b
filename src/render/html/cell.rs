//! A cell: its words, and what is drawn of it.

use maud::{Markup, html};

use super::super::{percent, shown};
use super::said;
use crate::report::Cell;
use crate::words::{self, Lang};

/// A cell as a person sees it.
pub(super) fn value(cell: &Cell, lang: Lang) -> Markup {
    match cell {
        Cell::Bar(tenths) => bar(*tenths),
        Cell::Heat(weeks) => strip(weeks, lang),
        _ => html! { (shown(cell, lang).trim_end()) },
    }
}

/// How a value beside its name is set: a list breaks between its parts, not within them.
pub(super) fn class(cell: &Cell) -> Option<&'static str> {
    matches!(cell, Cell::List(_) | Cell::Codes(_) | Cell::People(_)).then_some("list")
}

/// Tenths of a percent as a bar, and the number.
fn bar(tenths: i64) -> Markup {
    let long = tenths.clamp(0, 1000) as f64 / 20.0;
    html! {
        svg.strip width="50" height="10" viewBox="0 0 50 10" aria-hidden="true" {
            rect.rest width="50" height="10" {}
            rect.bar width=(long) height="10" {}
        }
        (percent(tenths))
    }
}

/// A mark a week, higher and darker where there was more.
fn strip(weeks: &[usize], lang: Lang) -> Markup {
    let numbers = weeks.iter().map(usize::to_string).collect::<Vec<_>>().join(" ");
    let wide = weeks.len() * 5;
    html! {
        svg.strip width=(wide) height="10" viewBox={ "0 0 " (wide) " 10" } role="img" {
            title { (said(&words::weeks_alt(numbers), lang)) }
            @for (at, times) in weeks.iter().enumerate() {
                @let high = [1, 3, 6, 10][*times.min(&3)];
                rect class={ "h" (times.min(&3)) } x=(at * 5) y=(10 - high) width="4" height=(high) {}
            }
        }
    }
}
