//! Questions on a terminal, answered with the arrows, the space bar and the return key.
//!
//! Each gives none where somebody gave up.

use inquire::ui::RenderConfig;
use inquire::{InquireError, MultiSelect, Select, Text};

/// How many choices are shown at a time.
const PAGE: usize = 12;

/// Whether a choice may be meant by what was typed.
pub type Fits = fn(typed: &str, choice: &str) -> bool;

/// Asks for one of some choices; where it begins is given.
pub fn select(question: &str, help: &str, choices: Vec<String>, start: usize, fits: Fits) -> Option<usize> {
    let start = start.min(choices.len().saturating_sub(1));
    let scorer = |typed: &str, _: &String, choice: &str, _| fits(typed, choice).then_some(0);
    let asked = Select::new(question, choices).with_starting_cursor(start).with_help_message(help);
    let asked = asked.with_scorer(&scorer);
    answer(asked.with_page_size(PAGE).raw_prompt()).map(|chosen| chosen.index)
}

/// Asks which of some choices; those that are chosen at first are given.
pub fn many(question: &str, help: &str, choices: Vec<String>, chosen: &[usize], fits: Fits) -> Option<Vec<usize>> {
    let scorer = |typed: &str, _: &String, choice: &str, _| fits(typed, choice).then_some(0);
    let several = |chosen: &[inquire::list_option::ListOption<&String>]| chosen.len().to_string();
    let asked = MultiSelect::new(question, choices).with_default(chosen).with_help_message(help);
    let asked = asked.with_page_size(PAGE).with_formatter(&several).with_scorer(&scorer).with_keep_filter(false);
    let chosen = answer(asked.raw_prompt())?;
    Some(chosen.into_iter().map(|one| one.index).collect())
}

/// Asks for a text; what it is at first is given.
pub fn text(question: &str, help: &str, first: &str) -> Option<String> {
    answer(Text::new(question).with_initial_value(first).with_help_message(help).prompt())
}

/// Asks for a text; it is the given one where nothing is typed.
pub fn text_or(question: &str, help: &str, given: &str) -> Option<String> {
    answer(Text::new(question).with_default(given).with_help_message(help).prompt())
}

/// Whether questions have colours, from here on.
pub fn colour(coloured: bool) {
    inquire::set_global_render_config(match coloured {
        true => RenderConfig::default_colored(),
        false => RenderConfig::empty(),
    });
}

fn answer<T>(answer: Result<T, InquireError>) -> Option<T> {
    answer.ok()
}
