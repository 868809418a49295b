//! The program's own templates, and how they are copied for the branch to edit.

use super::label;
use crate::record::{RelPath, Source};
use crate::report::{COMMON, Form};
use crate::words::{self, Lang, Text};

/// The text of the program's own template of a form.
fn text(form: &Form) -> &'static str {
    match form.name {
        "agenda" => include_str!("agenda.html"),
        "dues" => include_str!("dues.html"),
        "inspection" => include_str!("inspection.html"),
        "notice" => include_str!("notice.html"),
        "posted" => include_str!("posted.html"),
        "problems" => include_str!("problems.html"),
        "record" => include_str!("record.html"),
        _ => include_str!("sign-in.html"),
    }
}

/// The program's own template of a form, under the path it would have in the directory.
pub fn own(form: &Form, path: &RelPath) -> Source {
    Source::new(path.clone(), text(form))
}

/// The template of a form for the branch to edit: at its top is told what it may use, and what things are called is
/// written out in a language.
pub fn copy(form: &Form, lang: Lang) -> String {
    format!("{{#\n{}\n#}}\n{}", about(form, lang).join("\n"), written_out(text(form), lang))
}

/// What a template may use, told line by line.
fn about(form: &Form, lang: Lang) -> Vec<String> {
    let said = |text: Text| text.get(lang).to_owned();
    let name = |id: &&str| match label(id) {
        Some(label) => format!("  {id}  {}", label.get(lang)),
        None => format!("  {id}"),
    };
    let mut lines = vec![said(words::template_about(form.name)), said(words::template_how())];
    lines.push(said(words::template_names()));
    lines.extend(COMMON.iter().chain(form.fields).map(name));
    for (rows, columns) in form.rows {
        lines.push(said(words::template_rows(rows)));
        lines.extend(columns.iter().map(name));
    }
    lines
}

/// A template with its labels as words.
fn written_out(template: &str, lang: Lang) -> String {
    let mut parts = template.split("{{ label.");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (id, rest) = part.split_once(" }}").unwrap_or((part, ""));
        out += label(id).as_ref().map_or(id, |label| label.get(lang));
        out += rest;
    }
    out
}
