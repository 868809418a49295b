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
        _ => html! { (shown(cell, lang)) },
    }
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

/// A mark a week, darker where there was more.
fn strip(weeks: &[usize], lang: Lang) -> Markup {
    let numbers = weeks.iter().map(usize::to_string).collect::<Vec<_>>().join(" ");
    let wide = weeks.len() * 5;
    html! {
        svg.strip width=(wide) height="10" viewBox={ "0 0 " (wide) " 10" } role="img" {
            title { (said(&words::weeks_alt(numbers), lang)) }
            @for (at, times) in weeks.iter().enumerate() {
                rect class={ "h" (times.min(&3)) } x=(at * 5) width="4" height="10" {}
            }
        }
    }
}
