//! What is wrong with a template: where, what, and what to do.

use std::ops::Range;

use minijinja::{Error, ErrorKind};

use crate::error::Fault;
use crate::record::{Source, nearest, span_of};
use crate::report::{COMMON, Paper};
use crate::words::{self, Text};

/// The fault that an error of the engine tells.
pub(super) fn of(error: &Error, template: &Source, paper: &Paper) -> crate::error::Failure {
    let span = error.range().filter(|span| template.text.get(span.clone()).is_some());
    let span = span.unwrap_or_else(|| line(template, error.line().unwrap_or(1)));
    let meant = template.text.get(span.clone()).unwrap_or_default();
    let detail = || error.detail().map_or_else(|| error.kind().to_string(), str::to_owned);
    let (fact, cure) = match error.kind() {
        ErrorKind::UndefinedError => unknown(meant, paper),
        ErrorKind::OutOfFuel => (words::template_endless(), words::cure_template_syntax()),
        _ => (words::template_syntax(words::shown(&detail())), words::cure_template_syntax()),
    };
    Fault::at("template", template, &span_of(span), fact).cure(cure).into()
}

/// The fault of a template that is more than the engine can bear, where it is.
pub(super) fn too_much(template: &Source, at: Range<usize>) -> crate::error::Failure {
    let fault = Fault::at("template", template, &span_of(at), words::template_too_much());
    fault.cure(words::cure_template_syntax()).into()
}

/// A whole line of a template, from 1.
fn line(template: &Source, number: usize) -> Range<usize> {
    let mut begin = 0;
    for (at, line) in template.text.split_inclusive('\n').enumerate() {
        if at + 1 == number {
            return begin..begin + line.trim_end().len();
        }
        begin += line.len();
    }
    begin..begin
}

/// What is said of a name that is not there: the nearest, or all there are.
fn unknown(meant: &str, paper: &Paper) -> (Text, Text) {
    let fact = words::template_unknown(words::shown(meant));
    let name = meant.rsplit(['.', ' ']).next().unwrap_or(meant);
    let names = || COMMON.iter().chain(["style"].iter()).chain(paper.form.fields);
    let rows = paper.form.rows.iter().flat_map(|(name, columns)| std::iter::once(name).chain(*columns));
    let cure = match nearest(name, names().chain(rows).copied()).filter(|near| *near != name) {
        _ if meant.starts_with("label.") => words::cure_template_syntax(),
        Some(near) => words::cure_template_nearest(near),
        None => {
            let rows = paper.form.rows.iter().map(|(name, _)| name);
            words::cure_template_names(Text::list(names().chain(rows).map(|name| Text::same(*name))))
        }
    };
    (fact, cure)
}
