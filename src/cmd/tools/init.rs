//! `zhibu init`: a directory for records.

use std::path::{Path, PathBuf};

use clap::Args;

use super::hook;
use crate::branch::{Change, LEDGERS};
use crate::cmd::env::Env;
use crate::cmd::typed::plain_name;
use crate::error::Result;
use crate::git::Git;
use crate::record::{Day, RelPath, SCHEMA, Value};
use crate::rulebook::Template;
use crate::store::Store;
use crate::words::{self, Lang};

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
}

/// Runs the command.
///
/// # Errors
/// Anything that stands where a file would be made.
pub(in crate::cmd) fn run(env: &Env, args: &Init) -> Result<()> {
    let root = args.folder.as_ref().map_or_else(|| env.here().to_owned(), |folder| env.path(folder));
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
    let lang = env.ui.lang();
    let files = files(&name, lang, args.rulebook, env.today);
    if env.global.dry_run {
        Store::preview_new(&root, &files)?;
        files.iter().for_each(|(path, _)| env.ui.say(&words::would_write(path)));
        return Ok(());
    }
    let paths: Vec<_> = files.iter().map(|(path, _)| path.clone()).collect();
    let store = Store::create(&root, &files)?;
    env.ui.say(&words::made_directory(words::shown(&name), root.display().to_string()));
    if !env.global.no_commit {
        if Git::open(store.root()).is_none() {
            match Git::init(store.root()) {
                Some(_) => env.ui.say(&words::made_repository()),
                None => env.ui.say(&words::no_git()),
            }
        }
        let subject = words::began(words::shown(&name));
        let change = Change { subject, why: None, files: vec![] };
        env.record(&store, &change, lang, &paths);
    }
    if args.hook {
        hook::install(env, &store)?;
    }
    env.ui.say(&words::next_steps());
    Ok(())
}

/// The name of a folder, for a branch that is given none.
fn folder_name(folder: &Path) -> String {
    let absolute = std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned());
    absolute.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

/// The files of a new directory.
fn files(name: &str, lang: Lang, rulebook: Template, today: Day) -> Vec<(RelPath, String)> {
    let settings = format!(
        "{}\nname = {}\nschema = {SCHEMA}\nlang = \"{}\"\n{}\nsince = {today}\n\n[git]\n{}\ncommit = true\n\n[csv]\n{}\nbom = true\n",
        words::comment_settings().get(lang),
        Value::text(name),
        lang.id(),
        words::comment_since().get(lang),
        words::comment_commit().get(lang),
        words::comment_bom().get(lang),
    );
    let attributes = LEDGERS.map(|files| format!("{files} merge=union\n")).concat();
    let attributes = format!("{}\n{attributes}", words::comment_attributes().get(lang));
    let readme = |folder: &str| (format!("{folder}/README.md"), words::readme_of(folder).get(lang).to_owned());
    let mut files = vec![("zhibu.toml".to_owned(), settings), (".gitattributes".to_owned(), attributes)];
    files.extend(rulebook.files().iter().map(|(file, text)| (format!("rules/{file}"), (*text).to_owned())));
    let folders = [
        "members",
        "groups",
        "meetings",
        "points",
        "study",
        "talks",
        "dues",
        "issues",
        "appraisals",
        "figures",
        "plans",
        "requests",
        "seals",
        "evidence",
    ];
    files.extend(folders.map(readme));
    let path = |(path, text): (String, String)| RelPath::new(&path).map(|path| (path, text));
    files.into_iter().filter_map(path).collect()
}
