//! Words found in texts, each standing for something.

use std::borrow::Cow;
use std::ops::Range;

use aho_corasick::{AhoCorasick, MatchKind};

use super::spelled::Spelled;

/// Finds words in texts; the longest where several begin at the same place, so that none is found in another.
pub(super) struct Finder<T> {
    words: AhoCorasick,
    /// What each word stands for.
    meant: Vec<T>,
    /// What goes on with a word that begins or ends in a letter or digit of ASCII: `li` is nobody's id in `line`. In
    /// Chinese, words are not set apart.
    joins: fn(char) -> bool,
}

impl<T> Finder<T> {
    /// Finds words as they are written, which end where something stands that does not join them.
    pub(super) fn exact(words: impl IntoIterator<Item = (String, T)>, joins: fn(char) -> bool) -> Self {
        Self::new(words, joins, false)
    }

    /// The same in large letters and in small.
    pub(super) fn in_any_case(words: impl IntoIterator<Item = (String, T)>, joins: fn(char) -> bool) -> Self {
        Self::new(words, joins, true)
    }

    fn new(words: impl IntoIterator<Item = (String, T)>, joins: fn(char) -> bool, any_case: bool) -> Self {
        let (words, meant): (Vec<_>, Vec<_>) = words.into_iter().filter(|(word, _)| !word.is_empty()).unzip();
        let words: Vec<_> = words.iter().map(|word| Spelled::of(word).text.into_owned()).collect();
        let builder = &mut AhoCorasick::builder();
        let words = builder.ascii_case_insensitive(any_case).match_kind(MatchKind::LeftmostLongest).build(words);
        Self { words: words.unwrap_or_else(|_| unreachable!("names are no automaton too large")), meant, joins }
    }

    /// What is found in a text, with where, however it is spelled there.
    pub(super) fn find<'a>(&'a self, text: &'a str) -> impl Iterator<Item = (Range<usize>, &'a T)> {
        let spelled = Spelled::of(text);
        let found = self.words.find_iter(&*spelled.text).map(|found| (spelled.place(found.range()), found.pattern()));
        let found: Vec<_> = found.filter(|(range, _)| self.is_word(text, range)).collect();
        found.into_iter().filter_map(|(range, word)| Some((range, self.meant.get(word.as_usize())?)))
    }

    /// A text with something else in the place of what is found, where something is given for it.
    pub(super) fn replace<'t>(&self, text: &'t str, mut with: impl FnMut(&T) -> Option<String>) -> Cow<'t, str> {
        let (mut new, mut at) = (String::new(), 0);
        for (range, meant) in self.find(text) {
            if let Some(with) = with(meant) {
                new += &text[at..range.start];
                new += &with;
                at = range.end;
            }
        }
        if at == 0 { Cow::Borrowed(text) } else { Cow::Owned(new + &text[at..]) }
    }

    fn is_word(&self, text: &str, range: &Range<usize>) -> bool {
        let (before, found, after) = (&text[..range.start], &text[range.clone()], &text[range.end..]);
        let goes_on = |own: Option<char>, other: Option<char>| {
            own.is_some_and(|c| c.is_ascii_alphanumeric()) && other.is_some_and(self.joins)
        };
        !goes_on(found.chars().next(), before.chars().next_back())
            && !goes_on(found.chars().next_back(), after.chars().next())
    }
}
