//! `zhibu init`: a directory for records.

use std::path::{Path, PathBuf};

use clap::Args;

use super::{attributes, hook};
use crate::branch::{Change, FileChange, What, folders};
use crate::cmd::change::keep::Keeping;
use crate::cmd::env::Env;
use crate::cmd::typed::plain_name;
use crate::error::{Failure, Result};
use crate::git::{Found, Git, NoGit};
use crate::record::{BranchId, Day, RelPath, SCHEMA, Value};
use crate::rulebook::Template;
use crate::store::Store;
use crate::words::{self, Lang, Text};

/// Making a directory.
#[derive(Args)]
pub struct Init {
    /// The directory; this one where it is not said
    #[arg(value_name = "DIR")]
    folder: Option<PathBuf>,
    /// The name of the branch; the name of the directory where it is not said
    #[arg(long)]
    name: Option<String>,
    /// The rulebook to begin with
    #[arg(long, default_value = "party-branch")]
    rulebook: Template,
    /// Have git check before each commit what is staged; where records are kept already, only that
    #[arg(long)]
    hook: bool,
    /// Keep the records in the git repository that is there, with what else it has
    #[arg(long)]
    here: bool,
}

/// Runs the command.
///
/// # Errors
/// Anything that stands where a file would be made.
pub(in crate::cmd) fn run(env: &Env, args: &Init) -> Result<()> {
    let root = args.folder.as_ref().map_or_else(|| env.records().to_owned(), |folder| env.path(folder));
    if args.hook
        && args.name.is_none()
        && let Some(store) = Store::is_at(&root)
    {
        return hook::install(env, &store);
    }
    let name = match &args.name {
        Some(name) => name.clone(),
        None => folder_name(&root),
    };
    plain_name(&name)?;
    if let Some(gone) = env.marker_gone(&root) {
        return Err(gone.into());
    }
    let place = place(&root, args.here)?;
    let lang = env.ui.lang();
    let commits = place.commits();
    let id = BranchId::random(&mut env.random());
    let files = files(&name, &id, lang, args.rulebook, env.today, commits);
    if env.global.dry_run {
        Store::preview_new(&root, &files)?;
        files.iter().for_each(|(path, _)| env.ui.say(&words::would_write(path)));
        return Ok(());
    }
    let store = Store::create(&root, &files)?;
    env.ui.say(&words::made_directory(words::shown(&name), root.display().to_string()));
    commit(env, &store, place, &files, lang, words::began(words::shown(&name)))?;
    if args.hook {
        hook::install(env, &store)?;
    }
    env.ui.say(&words::next_steps());
    Ok(())
}

/// Commits the first files of a new directory.
///
/// # Errors
/// A lock that somebody else holds for too long.
pub(in crate::cmd) fn commit(
    env: &Env,
    store: &Store,
    place: Place,
    files: &[(RelPath, String)],
    lang: Lang,
    subject: Text,
) -> Result<()> {
    if !place.commits() {
        env.ui.say(&words::no_git());
        return Ok(());
    }
    if env.global.no_commit {
        return Ok(());
    }
    let git = repository(env, store, place);
    let paths: Vec<_> = files.iter().map(|(path, _)| path.clone()).collect();
    let files = paths.iter().map(|path| FileChange { path: path.clone(), what: What::Create(String::new()) });
    let change = Change { subject, why: None, files: files.collect() };
    let trouble = {
        let lock = env.lock(store, "init")?;
        let keeping = Keeping::by(env, store, git);
        let owed = keeping.owe(&lock, &change, lang, vec![]);
        keeping.commit(&lock, &change, &paths, &owed)
    };
    if let Some(trouble) = trouble {
        trouble.tell(env);
    }
    Ok(())
}

/// Where the records of a new directory are to be committed.
pub(in crate::cmd) enum Place {
    /// In a repository of their own, which is made; inside another one, perhaps.
    Own(Option<PathBuf>),
    /// In the one that is there.
    Here,
    /// In none: there is no git.
    None,
}

impl Place {
    /// Whether they are to be committed anywhere.
    pub(in crate::cmd) fn commits(&self) -> bool {
        !matches!(self, Self::None)
    }
}

/// Where the records of a new directory are to be committed: never unasked in a repository that is kept for something else.
///
/// # Errors
/// A folder that is itself such a repository.
pub(in crate::cmd) fn place(root: &Path, here: bool) -> Result<Place> {
    let absolute = std::path::absolute(root).unwrap_or_else(|_| root.to_owned());
    let there = absolute.ancestors().find(|folder| folder.is_dir()).unwrap_or(root);
    match Git::around(there) {
        Err(NoGit::NotInstalled) => Ok(Place::None),
        Err(_) => Ok(Place::Own(None)),
        Ok(_) if here => Ok(Place::Here),
        Ok(git) if there == absolute && git.is_own() => match git.is_unborn() || Git::find(there).is_ok() {
            true => Ok(Place::Here),
            false => Err(Failure::refused(words::init_in_repository()).cure(words::cure_init_in_repository()).into()),
        },
        Ok(git) => Ok(Place::Own(Some(git.top().to_owned()))),
    }
}

/// The repository of a new directory, made where it is to have its own.
fn repository(env: &Env, store: &Store, place: Place) -> Found {
    match place {
        Place::None => Err(NoGit::NotInstalled),
        Place::Here => Git::around(store.root()),
        Place::Own(within) => {
            let git = Git::init(store.root());
            if git.is_ok() {
                env.ui.say(&match within {
                    Some(top) => words::made_repository_within(top.display().to_string()),
                    None => words::made_repository(),
                });
            }
            git
        }
    }
}

/// The name of a folder, for a branch that is given none.
pub(in crate::cmd) fn folder_name(folder: &Path) -> String {
    let absolute = std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned());
    absolute.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

/// The files of a new directory.
fn files(
    name: &str,
    id: &BranchId,
    lang: Lang,
    rulebook: Template,
    today: Day,
    commits: bool,
) -> Vec<(RelPath, String)> {
    let settings = format!(
        "{}\nname = {}\n{}\nid = {}\nschema = {SCHEMA}\nlang = \"{}\"\n{}\nsince = {today}\n\n[git]\n{}\ncommit = {commits}\n\n[csv]\n{}\nbom = true\n",
        words::comment_settings().get(lang),
        Value::text(name),
        words::comment_id().get(lang),
        Value::text(id),
        lang.id(),
        words::comment_since().get(lang),
        words::comment_commit().get(lang),
        words::comment_bom().get(lang),
    );
    let readme = |folder: &str| (format!("{folder}/README.md"), words::readme_of(folder).get(lang).to_owned());
    let mut files = vec![("zhibu.toml".to_owned(), settings), (".gitattributes".to_owned(), attributes::text(lang))];
    files.extend(rulebook.files().iter().map(|(file, text)| (format!("rules/{file}"), (*text).to_owned())));
    files.extend(folders().into_iter().filter(|folder| *folder != "rules").map(readme));
    let path = |(path, text): (String, String)| RelPath::new(&path).map(|path| (path, text));
    files.into_iter().filter_map(path).collect()
}
