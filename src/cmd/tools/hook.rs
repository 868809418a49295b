//! The hook by which git asks before a commit whether what is staged can be read: `init --hook`, `check --staged`.

use std::path::Path;

use crate::cmd::env::Env;
use crate::error::{Failure, Result};
use crate::git::Git;
use crate::store::{self, Store};
use crate::words::{self, quoted};

/// The name by which git finds it.
const NAME: &str = "pre-commit";

/// The line that earlier versions wrote.
const EARLIER: &str = "zhibu check --staged";

/// Whether git asks this program before each commit.
pub(in crate::cmd) fn is_there(git: &Git) -> bool {
    let text = git.hooks().and_then(|hooks| store::read_outside(&hooks.join(NAME), 1024 * 1024).ok());
    text.is_some_and(|text| text.contains("check --staged"))
}

/// Sets up the hook.
///
/// # Errors
/// No repository, or a hook that is there.
pub(in crate::cmd) fn install(env: &Env, store: &Store) -> Result<()> {
    let git = Git::around(store.root()).map_err(|_| Failure::refused(words::no_repository_for_hook()))?;
    let hooks = git.hooks().ok_or_else(|| Failure::refused(words::no_repository_for_hook()))?;
    let place = git.place();
    let call = match place.is_empty() {
        true => "zhibu -C . check --staged".to_owned(),
        false => format!("zhibu -C {} check --staged", quoted(place)),
    };
    let path = hooks.join(NAME);
    let shown = words::shown(&path.display().to_string());
    // A program with windows may know fewer folders than a shell; this one is found where it is now, if nowhere else.
    let program = env.program();
    let folder = Path::new(&program).parent().filter(|folder| folder.is_absolute());
    let way = folder.map(|folder| format!("PATH=\"$PATH\":{}\n", quoted(&for_shell(folder))));
    let comment = words::comment_hook();
    let text = format!("#!/bin/sh\n{}\n{}{call}\n", comment.get(env.ui.lang()), way.unwrap_or_default());
    match store::read_outside(&path, 1024 * 1024) {
        Ok(there) if there.lines().any(|line| [call.as_str(), EARLIER].contains(&line.trim())) => {
            env.ui.say(&words::hook_is_there(shown));
            return Ok(());
        }
        Ok(_) => return Err(Failure::refused(words::other_hook(shown)).cure(words::cure_other_hook(call)).into()),
        Err(_) => {}
    }
    if env.global.dry_run {
        env.ui.say(&words::would_write(shown));
        return Ok(());
    }
    store::export_program(&hooks, NAME, text.as_bytes())?;
    env.ui.say(&words::made_hook(shown));
    Ok(())
}

/// A folder as git's own shell knows it, which parts the folders of PATH by colons on Windows too: `/c/tools`.
fn for_shell(folder: &Path) -> String {
    let shown = folder.display().to_string();
    match shown.split_once(":\\") {
        Some((drive, path)) if cfg!(windows) => format!("/{}/{}", drive.to_ascii_lowercase(), path.replace('\\', "/")),
        _ => shown,
    }
}
