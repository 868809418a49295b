//! `zhibu schema`: what may be written in the files, for editors that complete and check TOML.

use std::path::PathBuf;

use clap::Args;

use crate::branch::{FORMS, Form};
use crate::cmd::env::Env;
use crate::error::{Failure, Result};
use crate::record::nearest;
use crate::report::{ColumnKind, Table};
use crate::store;
use crate::words::{self, Lang, Text};

/// Where an editor looks which schema is for which file.
const POINTERS: &str = ".taplo.toml";

/// Printing or writing schemas.
#[derive(Args)]
pub struct Schema {
    /// The form of file, such as `member` or `rules/points`, or the path of a file; all are listed where none is said
    #[arg(value_name = "FORM", conflicts_with = "out")]
    form: Option<String>,
    /// Write all schemas into this folder, with what tells editors which is for which file
    #[arg(short, long, value_name = "DIR")]
    out: Option<PathBuf>,
}

/// Runs the command.
///
/// # Errors
/// A form that there is not, or a folder that cannot be written to.
pub(in crate::cmd) fn run(env: &Env, args: &Schema) -> Result<()> {
    match (&args.form, &args.out) {
        (Some(form), _) => env.ui.answer(&text(find(form)?)),
        (None, Some(out)) => write(env, out),
        (None, None) => {
            let columns = [("name", ColumnKind::Id), ("files", ColumnKind::Id)];
            let row = |form: &Form| vec![Text::same(form.name).into(), Text::same(form.files).into()];
            env.ui.table(&Table::new("forms", &columns, FORMS.iter().map(row).collect()))
        }
    }
}

/// The form that is meant: by its name, or by a file of it.
fn find(typed: &str) -> Result<&'static Form> {
    let path = typed.trim_start_matches("./");
    let found = FORMS.iter().find(|form| form.name == path || form.is_of(path));
    found.ok_or_else(|| {
        let near = nearest(path, FORMS.iter().map(|form| form.name)).map(words::did_you_mean);
        let all = || words::cure_known(Text::list(FORMS.iter().map(|form| Text::same(form.name))));
        Failure::usage(words::no_form(words::shown(typed))).cure(near.unwrap_or_else(all)).into()
    })
}

/// Writes all schemas, and beside them what leads editors to them.
fn write(env: &Env, out: &std::path::Path) -> Result<()> {
    let schema = |form: &Form| (format!("schemas/{}", file_name(form)), text(form).into_bytes());
    let mut files: Vec<_> = FORMS.iter().map(schema).collect();
    let pointers = pointers(env.ui.lang());
    let folder = env.path(out);
    let is_there = store::read_outside(&folder.join(POINTERS), 1024 * 1024).is_ok_and(|there| there != pointers);
    let written = words::wrote_schemas(files.len(), out.display().to_string());
    if !is_there {
        files.push((POINTERS.to_owned(), pointers.into_bytes()));
    }
    if env.global.dry_run {
        files.iter().for_each(|(name, _)| env.ui.say(&words::would_write(out.join(name).display().to_string())));
        return Ok(());
    }
    let (schemas, beside): (Vec<_>, Vec<_>) = files.into_iter().partition(|(name, _)| name != POINTERS);
    let bare = |(name, bytes): (String, Vec<u8>)| (name.trim_start_matches("schemas/").to_owned(), bytes);
    store::export(&folder.join("schemas"), &schemas.into_iter().map(bare).collect::<Vec<_>>())?;
    store::export(&folder, &beside)?;
    env.ui.say(&written);
    if is_there {
        env.ui.warn(&words::pointers_kept(POINTERS));
        env.ui.help(&words::cure_pointers());
    }
    Ok(())
}

/// What tells editors which schema is for which file.
fn pointers(lang: Lang) -> String {
    let rule = |form: &Form| {
        let file = file_name(form);
        format!("\n[[rule]]\ninclude = [\"{}\"]\n[rule.schema]\npath = \"schemas/{file}\"\n", form.files)
    };
    let rules: String = FORMS.iter().map(rule).collect();
    format!("{}\n{rules}", words::comment_pointers().get(lang))
}

/// The name of a schema's file.
fn file_name(form: &Form) -> String {
    format!("{}.json", form.name.replace('/', "-"))
}

/// A schema as text.
fn text(form: &Form) -> String {
    format!("{:#}\n", (form.schema)())
}
