//! The pages of a site: each with its way in, its contents and its way on.

use maud::{Markup, html};

use super::document::{Document, document};
use super::grid::Place;
use super::{cell, chart, grid, said};
use crate::report::{Fact, Leaf, PageLink, Part, Site};
use crate::words::{self, Lang, Text};

/// The files of a site.
pub fn site(site: &Site, lang: Lang) -> impl Iterator<Item = (String, String)> {
    site.leaves.iter().map(move |leaf| (leaf.path.clone(), page(site, leaf, lang)))
}

/// A page.
fn page(site: &Site, leaf: &Leaf, lang: Lang) -> String {
    let way = |to: &str| relative(&leaf.path, to);
    let title = Text::join([leaf.title.clone(), site.name.clone()], " · ");
    let before = html! {
        a.skip href="#main" { (said(&words::skip_to_contents(), lang)) }
        header.site {
            p.name { (said(&site.name, lang)) " · " (site.period.to_string()) }
            (sections(&site.sections, leaf, lang))
            p.edition.full[site.is_within] { (said(&site.edition, lang)) }
        }
    };
    let body = html! {
        h1 { (said(&leaf.title, lang)) }
        @for (at, part) in leaf.parts.iter().enumerate() {
            (contents(part, Place { number: at, way: &way, under: heading_before(leaf, at) }, lang))
        }
    };
    let after = html! {
        (beside(leaf, lang))
        footer { p { (said(&site.made, lang)) } }
    };
    document(&Document { title: &title, before: Some(before), body, after: Some(after) }, lang)
}

/// The sections, the one of the page marked.
fn sections(all: &[PageLink], leaf: &Leaf, lang: Lang) -> Markup {
    let current = |section: &PageLink| match section.path.as_str() {
        path if path == leaf.path => Some("page"),
        path if path == leaf.section => Some("true"),
        _ => None,
    };
    html! {
        nav aria-label=(words::nav_sections().get(lang)) { ul {
            @for section in all {
                li { a href=(relative(&leaf.path, &section.path)) aria-current=[current(section)] {
                    (said(&section.title, lang))
                } }
            }
        } }
    }
}

/// The pages before and after.
fn beside(leaf: &Leaf, lang: Lang) -> Markup {
    let [before, after] = &leaf.beside;
    let before = before.as_ref().map(|way| (way, words::page_before(&way.title)));
    let after = after.as_ref().map(|way| (way, words::page_after(&way.title)));
    let ways: Vec<_> = before.into_iter().chain(after).collect();
    html! {
        @if !ways.is_empty() {
            nav.beside aria-label=(words::nav_beside().get(lang)) { ul {
                @for (way, title) in &ways { li { a href=(relative(&leaf.path, &way.path)) { (said(title, lang)) } } }
            } }
        }
    }
}

/// The heading that a part of a page stands under: its title where there is no other.
fn heading_before(leaf: &Leaf, at: usize) -> Option<&Text> {
    let headings = leaf.parts[..at].iter().rev();
    let heading = headings.filter_map(|part| if let Part::Heading(text) = part { Some(text) } else { None }).next();
    heading.or(Some(&leaf.title))
}

/// A part of the contents; its number makes the ids of what it holds.
fn contents(part: &Part, place: Place<'_>, lang: Lang) -> Markup {
    let Place { number, way, .. } = place;
    match part {
        Part::Heading(text) => html! { h2 { (said(text, lang)) } },
        Part::Said(text) => html! { p { (said(text, lang)) } },
        Part::Fields(fields) => self::fields(fields, way, lang),
        Part::Grid(grid) => grid::grid(grid, place, lang),
        Part::Bars(bars) => chart::bars(bars, number, lang),
        Part::Heat(heat) => chart::heat(heat, number, lang),
        Part::Links(ways) => html! { ul.ways { @for PageLink { title, path } in ways {
            li { a href=(way(path)) { (said(title, lang)) } }
        } } },
    }
}

/// Values with their names.
fn fields(fields: &[Fact], way: &dyn Fn(&str) -> String, lang: Lang) -> Markup {
    html! {
        dl { @for Fact { label, value } in fields {
            dt { (said(label, lang)) }
            dd class=[cell::class(&value.cell)] {
                @match &value.to {
                    Some(to) => { a href=(way(to)) { (cell::value(&value.cell, lang)) } }
                    None => { (cell::value(&value.cell, lang)) }
                }
            }
        } }
    }
}

/// The way from one file to another, both from the top of the site.
fn relative(from: &str, to: &str) -> String {
    let mut way = "../".repeat(from.matches('/').count());
    for byte in to.bytes() {
        match byte {
            b'-' | b'.' | b'/' | b'_' | b'~' | b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' => way.push(byte.into()),
            other => way += &format!("%{other:02X}"),
        }
    }
    way
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_way_leads_up_and_down_and_keeps_odd_names_whole() {
        assert_eq!(relative("index.html", "people/03.html"), "people/03.html");
        assert_eq!(relative("people/03.html", "index.html"), "../index.html");
        assert_eq!(relative("meetings/a.html", "meetings/b#1?.html"), "../meetings/b%231%3F.html");
        assert_eq!(relative("index.html", "meetings/会.html"), "meetings/%E4%BC%9A.html");
    }
}
