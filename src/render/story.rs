//! A story as text: a heading, and under it what is told.

use crate::report::Story;
use crate::words::{self, Lang, Text};

/// A story as text. What is told of one thing in one line stands beside it, else below.
pub fn story(story: &Story, lang: Lang) -> String {
    let mut text = String::new();
    let mut line = |indent: &str, said: &Text| {
        text += &format!("{indent}{}\n", words::harmless(said.get(lang)).replace(['\n', '\t'], " "));
    };
    for chapter in &story.chapters {
        line("", &chapter.head);
        for (title, lines) in &chapter.parts {
            match &lines[..] {
                [only] => line("  ", &words::told_of(title, only)),
                _ => {
                    line("  ", title);
                    lines.iter().for_each(|said| line("    ", said));
                }
            }
        }
    }
    text
}
