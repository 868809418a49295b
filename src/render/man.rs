//! The help of a command as a page of the manual, in the language of `man`.

use unicode_width::UnicodeWidthStr;

use super::manual::Manual;
use crate::words::{self, Lang, Text};

/// How wide the names of a list may be, in columns, for what is said of them to stand beside them.
const BESIDE: usize = 14;

/// A page of the manual: of a command by its whole help, named `zhibu-meeting-log`, with the names of pages near it.
pub fn man(name: &str, version: &str, manual: &Manual, near: &[String], lang: Lang) -> String {
    let heading = |text: Text| format!(".SH {}\n", plain(&text.get(lang).trim_end_matches([':', '：']).to_uppercase()));
    let mut paragraphs = manual.paragraphs.iter().map(|paragraph| paragraph.get(lang));
    let about = paragraphs.next().unwrap_or_default();
    let mut page = format!(".TH {} 1 \"\" \"zhibu {version}\"\n", plain(&name.to_uppercase()));
    // Chinese has few spaces to stretch, and a hyphen in an example would be copied.
    page += ".nh\n.ad l\n";
    page += &heading(words::heading_name());
    page += &format!("{} \\- {}\n", plain(name), plain(about));
    // The usage line is the last of the paragraphs; what is between says more of what the command does.
    let rest: Vec<_> = paragraphs.collect();
    if let Some((usage, more)) = rest.split_last() {
        page += &heading(words::heading_synopsis());
        page += &format!("{}\n", plain(usage.split_once([':', '：']).map_or(*usage, |(_, usage)| usage.trim_start())));
        if !more.is_empty() {
            page += &heading(words::heading_description());
            page += &more.iter().map(|paragraph| lines(paragraph)).collect::<Vec<_>>().join(".PP\n");
        }
    }
    for section in &manual.sections {
        page += &heading(section.heading.clone());
        let widest = section.rows.iter().map(|(left, _)| left.get(lang).trim_start().width()).max();
        let indent = widest.filter(|widest| *widest <= BESIDE).map(|widest| format!(" {}", widest + 2));
        for (left, right) in &section.rows {
            page += &format!(".TP{}\n", indent.as_deref().unwrap_or_default());
            page += &format!("\\fB{}\\fR\n", plain(left.get(lang).trim_start()));
            page += &right.iter().map(|line| lines(line.get(lang))).collect::<Vec<_>>().join(".br\n");
        }
    }
    if !near.is_empty() {
        page += &heading(words::heading_see_also());
        let near: Vec<_> = near.iter().map(|page| format!("\\fB{}\\fR(1)", plain(page))).collect();
        page += &format!("{}\n", near.join(",\n"));
    }
    page
}

/// A text as lines of a page.
fn lines(text: &str) -> String {
    text.lines().filter(|line| !line.is_empty()).map(|line| plain(line) + "\n").collect()
}

/// A line of a page that says what is written: nothing in it is a command of the page.
fn plain(line: &str) -> String {
    let line = line.replace('\\', "\\e").replace('-', "\\-");
    if line.starts_with(['.', '\'']) { format!("\\&{line}") } else { line }
}

#[cfg(test)]
mod tests {
    use super::super::manual::Section;
    use super::*;

    #[test]
    fn nothing_that_is_written_commands_the_page() {
        let row = (Text::same("-C, --dir"), vec![Text::same(".SH a\\b"), Text::same("'x")]);
        let manual = Manual {
            paragraphs: vec![Text::same("Do"), Text::same("More."), Text::new("用法：zhibu x", "Usage: zhibu x")],
            sections: vec![Section { heading: Text::new("选项：", "Options:"), rows: vec![row] }],
            foot: None,
        };
        let page = man("zhibu-x", "1", &manual, &["zhibu".into(), "zhibu-x-y".into()], Lang::En);
        let expected = ".TH ZHIBU\\-X 1 \"\" \"zhibu 1\"\n.nh\n.ad l\n.SH NAME\nzhibu\\-x \\- Do\n.SH SYNOPSIS\nzhibu x\n.SH DESCRIPTION\nMore.\n.SH OPTIONS\n.TP 11\n\\fB\\-C, \\-\\-dir\\fR\n\\&.SH a\\eb\n.br\n\\&'x\n.SH SEE ALSO\n\\fBzhibu\\fR(1),\n\\fBzhibu\\-x\\-y\\fR(1)\n";
        assert_eq!(page, expected);
    }
}
