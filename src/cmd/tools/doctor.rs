//! `zhibu doctor`: what is around the records, item by item, as it can be read out over the phone.

use std::path::Path;

use clap::Args;

use crate::cmd::change::keep::told;
use crate::cmd::env::{self, Env};
use crate::cmd::front::version;
use crate::cmd::together::repository::open_records;
use crate::cmd::tools::hook;
use crate::error::{Failure, Result};
use crate::git::{self, Git};
use crate::record::Day;
use crate::report::{Cell, ColumnKind, Table};
use crate::store::Store;
use crate::words::{self, Text};

/// Looking at what is around the records.
#[derive(Args)]
pub struct Doctor {}

/// How an item is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Good,
    /// As somebody may want it.
    Note,
    /// To be mended.
    Bad,
}

/// An item: what it is, how it is, and what was found.
type Item = (Text, State, Text);

/// A part of a path by which a folder of a program that copies it elsewhere is known, in small letters.
const CLOUDS: [&str; 11] = [
    "baidu",
    "dropbox",
    "google drive",
    "icloud",
    "nutstore",
    "onedrive",
    "weiyun",
    "wps云盘",
    "坚果云",
    "微云",
    "百度网盘",
];

/// Runs the command; 1 if something has to be mended.
///
/// # Errors
/// An answer that cannot be given.
pub(in crate::cmd) fn run(env: &Env, Doctor {}: &Doctor) -> Result<u8> {
    let mut items = vec![program(), git_itself(), locale()];
    match env.find_store() {
        Ok(store) => of_records(env, &store, &mut items),
        Err(error) => {
            items.push((words::item_directory(), State::Bad, said(&error)));
            items.push(clock(env, None));
        }
    }
    let is_bad = items.iter().any(|(_, state, _)| *state == State::Bad);
    let columns =
        [("doctor_item", ColumnKind::Text), ("doctor_state", ColumnKind::Text), ("doctor_found", ColumnKind::Text)];
    let row = |(item, state, found): Item| vec![item.into(), code(state), found.into()];
    env.ui.table(&Table::new("doctor", &columns, items.into_iter().map(row).collect()))?;
    Ok(u8::from(is_bad))
}

fn code(state: State) -> Cell {
    let (id, name) = match state {
        State::Good => ("good", words::doctor_good()),
        State::Note => ("note", words::doctor_note()),
        State::Bad => ("wrong", words::doctor_bad()),
    };
    Cell::Code(id.to_owned(), name)
}

/// What a failure says, in one line.
fn said(error: &anyhow::Error) -> Text {
    let Some(fault) = error.downcast_ref::<Failure>().and_then(|failure| failure.faults.first()) else {
        return Text::same(error.to_string());
    };
    match &fault.cure {
        Some(cure) => words::doctor_with_cure(fault.fact.clone(), cure.clone()),
        None => fault.fact.clone(),
    }
}

fn program() -> Item {
    let found = words::doctor_program(version::line(), env::SYSTEM, env::PROCESSOR);
    (words::item_program(), State::Good, found)
}

fn git_itself() -> Item {
    let found = |version: String| (words::item_git(), State::Good, Text::same(version));
    let cure = || words::doctor_with_cure(words::git_not_there(), words::cure_git_not_there());
    git::version().map_or_else(|| (words::item_git(), State::Bad, cure()), found)
}

fn locale() -> Item {
    let item = words::item_locale();
    match env::locale() {
        None => (item, State::Note, words::doctor_no_locale()),
        Some(locale) if locale.to_lowercase().replace('-', "").contains("utf8") => {
            (item, State::Good, Text::same(words::shown(&locale)))
        }
        Some(locale) => (item, State::Note, words::doctor_locale_not_utf8(words::shown(&locale))),
    }
}

/// What is around records that are there.
fn of_records(env: &Env, store: &Store, items: &mut Vec<Item>) {
    let root = words::shown(&store.root().display().to_string());
    items.push((words::item_directory(), State::Good, Text::same(root)));
    items.push(match store.settings() {
        Ok(settings) => (words::item_schema(), State::Good, Text::same(settings.schema.to_string())),
        Err(error) => (words::item_schema(), State::Bad, said(&error)),
    });
    items.push(cloud(store.root()));
    let git_at = env.git_at(store);
    match Git::find(store.root()) {
        Ok(git) => {
            items.push(repository(&git));
            items.push(match git.identity() {
                Some(who) => (words::item_commits_by(), State::Good, Text::same(words::shown(&who))),
                None => (words::item_commits_by(), State::Bad, words::doctor_nobody()),
            });
            items.push(match git.has_driver() {
                true => (words::item_merging(), State::Good, words::doctor_merges()),
                false => (words::item_merging(), State::Note, words::doctor_merges_lines()),
            });
            items.push(match hook::is_there(&git) {
                true => (words::item_hook(), State::Good, words::doctor_hook()),
                false => (words::item_hook(), State::Note, words::doctor_no_hook()),
            });
            items.push(match open_records(&git).as_slice() {
                [] => (words::item_open(), State::Good, words::doctor_nothing_open()),
                open => (words::item_open(), State::Bad, words::doctor_open(words::some_files(open))),
            });
            items.push(match git.remotes().as_slice() {
                [] => (words::item_remote(), State::Note, words::doctor_no_remote()),
                remotes => (words::item_remote(), State::Good, Text::same(words::shown(&remotes.join(", ")))),
            });
            items.push(clock(env, git.last_day()));
        }
        Err(none) => {
            let (fact, cure) = told(&none, &git_at);
            items.push((words::item_repository(), State::Bad, words::doctor_with_cure(fact, cure)));
            items.push(clock(env, None));
        }
    }
}

fn repository(git: &Git) -> Item {
    let item = words::item_repository();
    let top = words::shown(&git.top().display().to_string());
    match (git.under_way(), git.branch()) {
        (Some(what), _) => (item, State::Bad, words::doctor_under_way(what)),
        (None, Some(branch)) => (item, State::Good, words::doctor_repository(top, words::shown(&branch))),
        (None, None) => (item, State::Bad, words::doctor_detached(top)),
    }
}

fn cloud(root: &Path) -> Item {
    let item = words::item_cloud();
    let is_cloud = |part: &String| {
        let part = part.to_lowercase();
        CLOUDS.iter().any(|name| part.contains(name))
    };
    let mut parts = root.components().map(|part| part.as_os_str().to_string_lossy().into_owned());
    match parts.find(is_cloud) {
        Some(part) => (item, State::Note, words::doctor_cloud(words::shown(&part))),
        None => (item, State::Good, words::doctor_no_cloud()),
    }
}

fn clock(env: &Env, last: Option<Day>) -> Item {
    let item = words::item_clock();
    match last {
        Some(last) if env.today < last => (item, State::Bad, words::doctor_clock_behind(env.today, last)),
        _ if env::is_before_the_program(env.today) => (item, State::Bad, words::doctor_clock_unset(env.today)),
        _ => (item, State::Good, Text::same(env.today.to_string())),
    }
}
