//! Charts, drawn by hand: each with a title and a description for those who do not see it.

use maud::{Markup, html};

use super::super::width::fit;
use super::said;
use crate::report::{Bars, Heat};
use crate::words::{self, Lang, Text};

/// How wide the names beside bars and rows are, in units of the drawing.
const NAMES: usize = 190;

/// How many columns of text fit there.
const COLUMNS: usize = 25;

/// How high a row is.
const ROW: usize = 22;

/// The frame of a drawing: its size, its title and how it is to be read.
fn drawing(number: usize, size: (usize, usize), title: &Text, told: &Text, inside: &Markup, lang: Lang) -> Markup {
    let (wide, high) = size;
    let (title_id, told_id) = (format!("drawing-{number}"), format!("drawing-{number}-told"));
    html! {
        div.wide role="group" aria-labelledby=(title_id) tabindex="0" {
            svg.drawn viewBox={ "0 0 " (wide) " " (high) } width=(wide) height=(high) role="img"
                aria-labelledby=(title_id) aria-describedby=(told_id) {
                title id=(title_id) { (said(title, lang)) }
                desc id=(told_id) { (said(told, lang)) }
                (inside)
            }
        }
    }
}

/// A name that fits beside its row, and the whole of it for who points at it.
fn name(text: &Text, middle: usize, lang: Lang) -> Markup {
    let whole = words::harmless(text.get(lang)).into_owned();
    html! {
        text x="0" y=(middle) dominant-baseline="central" { title { (whole) } (fit(&whole, COLUMNS)) }
    }
}

/// Bars with their names before and their numbers after them.
pub(super) fn bars(chart: &Bars, number: usize, lang: Lang) -> Markup {
    const LONGEST: i64 = 360;
    let inside = html! {
        @for (at, bar) in chart.bars.iter().enumerate() {
            @let top = at * ROW;
            @let long = bar.long.clamp(0, 1000) * LONGEST / 1000;
            (name(&bar.label, top + ROW / 2, lang))
            rect.rest x=(NAMES) y=(top + 4) width=(LONGEST) height=(ROW - 8) {}
            rect.bar x=(NAMES) y=(top + 4) width=(long) height=(ROW - 8) {}
            text x=(NAMES as i64 + LONGEST + 8) y=(top + ROW / 2) dominant-baseline="central" {
                (said(&bar.shown, lang))
            }
        }
    };
    drawing(number, (640, chart.bars.len() * ROW), &chart.title, &chart.told, &inside, lang)
}

/// A cell for each week, darker where there was more, with the months above and a key below.
pub(super) fn heat(map: &Heat, number: usize, lang: Lang) -> Markup {
    const TOP: usize = 20;
    let weeks = map.rows.iter().map(|(_, weeks)| weeks.len()).max().unwrap_or(0);
    // A year fills the page; of several years the cells stay as they are, and the drawing grows.
    let step = if weeks <= 27 { 22 } else { 13 };
    let monday = |at: usize| map.monday.plus(at as u64 * 7);
    let below = TOP + map.rows.len() * ROW;
    let key = [words::heat_none(), words::heat_times(1), words::heat_times(2), words::heat_more(3)];
    let inside = html! {
        @for at in (0..weeks).filter(|at| monday(*at).plus(6).day() <= 7) {
            // The week in which a month begins.
            text.soft x=(NAMES + at * step) y="10" { (said(&words::short_month(monday(at).plus(6).month()), lang)) }
        }
        @for (row, (label, times)) in map.rows.iter().enumerate() {
            @let top = TOP + row * ROW;
            (name(label, top + ROW / 2, lang))
            @for (at, times) in times.iter().enumerate() {
                rect class={ "h" (times.min(&3)) } x=(NAMES + at * step) y=(top + 3) width=(step - 2) height=(ROW - 6) {
                    title { (said(&words::week_times(monday(at).to_string(), *times), lang)) }
                }
            }
        }
        @for (at, label) in key.iter().enumerate() {
            rect class={ "h" (at) } x=(NAMES + at * 90) y=(below + 8) width="11" height="11" {}
            text.soft x=(NAMES + at * 90 + 17) y=(below + 14) dominant-baseline="central" { (said(label, lang)) }
        }
    };
    let wide = NAMES + (weeks * step).max(360);
    drawing(number, (wide, below + 26), &map.title, &map.told, &inside, lang)
}
