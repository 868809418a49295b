//! The frame of a page.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::said;
use crate::render::POLICY;
use crate::words::{Lang, Text};

/// How every page looks, on a screen and on paper.
const STYLE: &str = include_str!("style.css");

/// What stands in the frame.
pub(super) struct Document<'a> {
    /// The title of the window.
    pub title: &'a Text,
    /// What stands before the contents: the skip link, name and navigation.
    pub before: Option<Markup>,
    /// The contents.
    pub body: Markup,
    /// What stands after them.
    pub after: Option<Markup>,
}

/// A whole page.
pub(super) fn document(page: &Document<'_>, lang: Lang) -> String {
    let code = match lang {
        Lang::Zh => "zh-CN",
        Lang::En => "en",
    };
    let markup = html! {
        (DOCTYPE)
        html lang=(code) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta name="referrer" content="no-referrer";
                title { (said(page.title, lang)) }
                // Without a picture of its own a browser would look for one.
                link rel="icon" href="data:,";
                style { (PreEscaped(STYLE)) }
            }
            body {
                @if let Some(before) = &page.before { (before) }
                main id="main" tabindex="-1" { (page.body) }
                @if let Some(after) = &page.after { (after) }
            }
        }
    };
    markup.into_string() + "\n"
}
