//! A text in a page, which no character of it can break out of.

use crate::words::{self, Lang, Text};
use maud::{Markup, html as markup};

/// A text in a language, which no character of it can break out of.
pub(super) fn said(text: &Text, lang: Lang) -> Markup {
    markup! { (words::harmless(text.get(lang))) }
}
