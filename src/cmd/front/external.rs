//! `zhibu-NAME` on the PATH is `zhibu NAME`.

use std::ffi::OsString;

use super::args::Cli;
use crate::cmd::env;
use crate::error::Failure;
use crate::program;
use crate::render::Section;
use crate::store::Store;
use crate::words::{self, Lang, Text};

/// Runs the program that answers to the command of a call; its exit code. None where no program does.
pub(in crate::cmd) fn run(args: &[OsString]) -> Option<Result<u8, Failure>> {
    let (global, name, words) = Cli::of_unknown(args)?;
    let program = program::find(&name, &env::programs())?;
    let here = env::records_at(global.directory.as_deref());
    let lang = env::language(global.lang, &here);
    let mut told = vec![("ZHIBU_LANG", OsString::from(lang.id()))];
    told.extend(Store::find(&here).ok().map(|store| ("ZHIBU_DIR", store.root().as_os_str().to_owned())));
    told.extend(env::own_program().map(|program| ("ZHIBU", program.into_os_string())));
    let ran = program::run(&program, &words, &told);
    Some(ran.map_err(|error| Failure::refused(words::cannot_run(program.display().to_string(), error.to_string()))))
}

/// The names of what else can be called.
pub(in crate::cmd) fn names() -> Vec<String> {
    program::all(&env::programs())
}

/// What else can be called, with what it does, for the Tab key.
pub(in crate::cmd) fn commands(lang: Lang) -> impl Iterator<Item = clap::Command> {
    names().into_iter().map(move |name| {
        let about = about(&name).get(lang).to_owned();
        clap::Command::new(name).about(about)
    })
}

fn about(name: &str) -> Text {
    words::found_as(format!("zhibu-{name}"))
}

/// What else can be called, for the help; none where there is no such program.
pub(in crate::cmd) fn section() -> Option<Section> {
    let names = names();
    let row = |name: &String| (Text::same(name), vec![about(name)]);
    (!names.is_empty()).then(|| Section { heading: words::heading_found(), rows: names.iter().map(row).collect() })
}
