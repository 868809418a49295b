//! The only printer: answers to standard output, everything else to standard error.

mod progress;

use std::io::{IsTerminal, Write};

use anstyle::{AnsiColor, Style};
use clap::ValueEnum;
pub use progress::Progress;
use unicode_width::UnicodeWidthStr;

use crate::error::{Excerpt, Failure, Fault, Place, Result, Severity};
use crate::program::Pager;
use crate::render::{self, Manual, Screen, Sheets};
use crate::report::{Page, Story, Table};
use crate::words::{self, Lang, Text};

/// How tables are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// Columns of text
    Text,
    /// Comma-separated values
    Csv,
    /// A list of objects
    Json,
    /// A Markdown table
    Md,
    /// A page to print or to open in a browser
    Html,
    /// A workbook, to be written to a file
    Xlsx,
}

/// When to colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Color {
    /// On a terminal, unless `NO_COLOR` is set
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

const BAD: Style = AnsiColor::Red.on_default().bold();
const ODD: Style = AnsiColor::Yellow.on_default().bold();
const CURE: Style = AnsiColor::Cyan.on_default().bold();
const PLACE: Style = Style::new().bold();

/// The longest line of a file that is shown, in bytes.
const LONGEST: usize = 400;

/// The printer.
#[derive(Clone, Copy)]
pub struct Ui {
    lang: Lang,
    format: Format,
    quiet: bool,
    color: anstream::ColorChoice,
    /// In what long answers are read, found out only for one.
    pager: fn() -> Option<Pager>,
}

impl Ui {
    /// A printer in a language.
    pub fn new(lang: Lang, format: Format, quiet: bool, color: Color) -> Self {
        let color = match color {
            Color::Auto => anstream::ColorChoice::Auto,
            Color::Always => anstream::ColorChoice::Always,
            Color::Never => anstream::ColorChoice::Never,
        };
        Self { lang, format, quiet, color, pager: || None }
    }

    /// The same, with what finds out in what long answers are read on a terminal.
    pub fn paged(self, pager: fn() -> Option<Pager>) -> Self {
        Self { pager, ..self }
    }

    /// The language that is spoken.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// Answers with a text.
    ///
    /// # Errors
    /// A standard output that takes no more; a reader that went away is none.
    pub fn answer(&self, text: &str) -> Result<()> {
        self.answer_bytes(text.as_bytes())
    }

    /// Answers with a text to be read: in a pager where it is longer than the screen.
    fn read(&self, text: &str) -> Result<()> {
        let is_long = rows().is_some_and(|rows| text.lines().count() >= rows);
        match is_long.then(self.pager).flatten() {
            Some(pager) if pager.shows(text) => Ok(()),
            _ => self.answer(text),
        }
    }

    /// Answers with bytes, as they are.
    ///
    /// # Errors
    /// A standard output that takes no more; a reader that went away is none.
    pub fn answer_bytes(&self, bytes: &[u8]) -> Result<()> {
        let mut out = std::io::stdout().lock();
        match out.write_all(bytes).and_then(|()| out.flush()) {
            Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => {
                Err(Failure::refused(words::cannot_answer(error.to_string())).into())
            }
            _ => Ok(()),
        }
    }

    /// Answers with a table, in the format that was asked for.
    ///
    /// # Errors
    /// A standard output that takes no more.
    pub fn table(&self, table: &Table) -> Result<()> {
        match self.format {
            Format::Text => self.read(&render::text(table, self.lang, self.screen())),
            Format::Csv => self.answer_bytes(&render::csv(table, self.lang, false)),
            Format::Json => self.answer(&render::json(table, self.lang)),
            Format::Md => self.answer(&render::markdown(table, self.lang)),
            Format::Html => self.answer(&render::html(table, self.lang)),
            Format::Xlsx => self.sheets(std::slice::from_ref(table)),
        }
    }

    /// Answers with a page, in the format that was asked for.
    ///
    /// # Errors
    /// A standard output that takes no more.
    pub fn page(&self, page: &Page) -> Result<()> {
        match self.format {
            Format::Text => self.read(&render::page_text(page, self.lang, self.screen())),
            Format::Csv => self.answer_bytes(&render::csv(&render::page_table(page), self.lang, false)),
            Format::Json => self.answer(&render::page_json(page, self.lang)),
            Format::Md => self.answer(&render::page_markdown(page, self.lang)),
            Format::Html => self.answer(&render::page_html(page, self.lang)),
            Format::Xlsx => self.sheets(&render::page_sheets(page)),
        }
    }

    /// Answers with tables as a workbook.
    fn sheets(&self, tables: &[Table]) -> Result<()> {
        self.workbook(&render::workbook(&Sheets { title: None, tables, charts: &[] }, self.lang)?)
    }

    /// Answers with the bytes of a workbook.
    ///
    /// # Errors
    /// A screen, which shows no workbook; a standard output that takes no more.
    pub fn workbook(&self, bytes: &[u8]) -> Result<()> {
        if std::io::stdout().is_terminal() {
            return Err(Failure::usage(words::workbook_on_screen()).cure(words::cure_workbook_on_screen()).into());
        }
        self.answer_bytes(bytes)
    }

    /// Answers with a story; with its table where it is not for people to read.
    ///
    /// # Errors
    /// A standard output that takes no more.
    pub fn story(&self, story: &Story, table: impl FnOnce() -> Table) -> Result<()> {
        match self.format {
            Format::Text => self.read(&render::story(story, self.lang)),
            _ => self.table(&table()),
        }
    }

    /// Says what was done; nothing with `--quiet`.
    pub fn say(&self, text: &Text) {
        if !self.quiet {
            self.tell(&words::harmless(text.get(self.lang)));
        }
    }

    /// Warns of what did not go as it should, though the command did its work.
    pub fn warn(&self, text: &Text) {
        let label = styled(ODD, words::label_warning().get(self.lang));
        self.tell(&format!("{label}{}", words::harmless(text.get(self.lang))));
    }

    /// Says how to go on after a warning.
    pub fn help(&self, text: &Text) {
        let label = styled(CURE, words::label_help().get(self.lang));
        self.tell(&format!("{label}{}", words::harmless(text.get(self.lang))));
    }

    /// Tells why a command failed, all of it; its exit code.
    pub fn failure(&self, error: &anyhow::Error) -> u8 {
        match error.downcast_ref::<Failure>() {
            Some(failure) => {
                failure.faults.iter().for_each(|fault| self.tell(&self.told(fault)));
                failure.exit
            }
            None => {
                let fault = Fault::new("unexpected", Text::same(format!("{error:#}")));
                self.tell(&self.told(&fault));
                1
            }
        }
    }

    /// Answers with the help of a command.
    ///
    /// # Errors
    /// A standard output that takes no more.
    pub fn manual(&self, manual: &Manual) -> Result<()> {
        self.read(&render::manual(manual, self.lang, columns()))
    }

    /// Answers with a finding: with its code, by which it can be explained or accepted, and what else is said of it.
    ///
    /// # Errors
    /// A standard output that takes no more.
    pub fn finding(&self, fault: &Fault, more: Option<&Text>) -> Result<()> {
        let mut text = self.told_with(fault, &format!(" [{}]", fault.code)) + "\n";
        if let Some(more) = more {
            text += &format!("{}\n", words::harmless(more.get(self.lang)));
        }
        let mut out = Vec::new();
        let plain = match self.color {
            anstream::ColorChoice::Auto => anstream::AutoStream::choice(&std::io::stdout()),
            choice => choice,
        };
        let _ = anstream::AutoStream::new(&mut out as &mut dyn Write, plain).write_all(text.as_bytes());
        self.answer_bytes(&out)
    }

    /// Says what a command is at, as soon as that takes longer than a second; nothing may be printed until it is over.
    pub fn progress(&self, what: &Text) -> Progress {
        match self.shows_progress() {
            true => Progress::drawn(words::harmless(what.get(self.lang)).into_owned()),
            false => Progress::unseen(),
        }
    }

    /// The same of what another program does, in a line that stays: that program may ask for something on the same
    /// screen, which must not be drawn over.
    pub fn progress_of_other(&self, what: Text) -> Progress {
        let ui = *self;
        match self.shows_progress() {
            true => Progress::once(move || ui.say(&what)),
            false => Progress::unseen(),
        }
    }

    /// Whether somebody sees how far a command is, and reads nothing else there.
    fn shows_progress(&self) -> bool {
        !self.quiet && self.format != Format::Json && std::io::stderr().is_terminal()
    }

    /// Whether somebody is there to answer.
    pub fn can_ask(&self) -> bool {
        std::io::stdin().is_terminal()
    }

    /// Whether somebody sees questions and can answer them.
    pub fn can_prompt(&self) -> bool {
        self.can_ask() && std::io::stderr().is_terminal()
    }

    /// Whether questions have colours.
    pub fn colours_questions(&self) -> bool {
        self.colours(&std::io::stderr())
    }

    /// Where answers are read.
    fn screen(&self) -> Screen {
        Screen { columns: columns(), colours: self.colours(&std::io::stdout()) }
    }

    /// Whether what goes to a stream has colours.
    fn colours(&self, stream: &impl anstream::stream::RawStream) -> bool {
        let choice = match self.color {
            anstream::ColorChoice::Auto => anstream::AutoStream::choice(stream),
            choice => choice,
        };
        choice != anstream::ColorChoice::Never
    }

    /// Asks; yes where the answer is nothing but the return key.
    pub fn ask_yes(&self, question: &Text) -> bool {
        let answer = self.answer_to(question, "Y/n");
        answer.trim().is_empty() || is_yes(&answer)
    }

    /// Asks; no where nobody is there to answer.
    pub fn ask(&self, question: &Text) -> bool {
        self.can_ask() && is_yes(&self.answer_to(question, "y/N"))
    }

    /// The line somebody types in answer to a question; what could not be read is a no.
    fn answer_to(&self, question: &Text, choices: &str) -> String {
        let mut err = std::io::stderr().lock();
        let _ = write!(err, "{} [{choices}] ", words::harmless(question.get(self.lang)));
        let _ = err.flush();
        let mut answer = String::new();
        let read = std::io::stdin().read_line(&mut answer);
        if matches!(read, Ok(1..)) { answer } else { "n".to_owned() }
    }

    /// A fault as it is told: place and fact, the line with a caret, the source, the cure.
    fn told(&self, fault: &Fault) -> String {
        self.told_with(fault, "")
    }

    /// The same with something at the end of its first line.
    fn told_with(&self, fault: &Fault, end: &str) -> String {
        let fact = words::harmless(fault.fact.get(self.lang));
        let weight = match fault.severity {
            // What an error is, its place says already.
            Severity::Error => String::new(),
            severity => styled(style_of(severity), words::label_severity(severity.id()).get(self.lang)),
        };
        let mut text = match &fault.place {
            Some(place) => format!("{}: {weight}{fact}{end}", styled(PLACE, &place.to_string())),
            None => format!("{}{fact}{end}", styled(BAD, words::label_error().get(self.lang))),
        };
        if let Some(Place { line, excerpt: Some(excerpt), .. }) = &fault.place
            && excerpt.line.len() <= LONGEST
        {
            text += &caret(*line, excerpt);
        }
        if let Some(source) = &fault.source {
            text += &format!("\n{}{}", words::label_source().get(self.lang), words::harmless(source));
        }
        if let Some(cure) = &fault.cure {
            let label = styled(CURE, words::label_help().get(self.lang));
            text += &format!("\n{label}{}", words::harmless(cure.get(self.lang)));
        }
        text
    }

    /// Writes a line to standard error.
    fn tell(&self, line: &str) {
        let mut err = anstream::AutoStream::new(std::io::stderr(), self.color).lock();
        let _ = writeln!(err, "{line}");
    }
}

/// Whether an answer is a yes.
fn is_yes(answer: &str) -> bool {
    matches!(answer.trim().to_lowercase().as_str(), "y" | "yes" | "是" | "好")
}

/// How the weight of a finding is set off.
fn style_of(severity: Severity) -> Style {
    match severity {
        Severity::Error | Severity::Must => BAD,
        Severity::AsARule => ODD,
        Severity::Note => CURE,
    }
}

/// A text in a style.
fn styled(style: Style, text: &str) -> String {
    format!("{style}{text}{style:#}")
}

/// How many rows the screen has; none where the answer goes to a file or a pipe.
fn rows() -> Option<usize> {
    let height = || terminal_size::terminal_size().map(|(_, height)| usize::from(height.0));
    std::io::stdout().is_terminal().then(height).flatten()
}

/// How many columns the screen has; none where the answer goes to a file or a pipe.
fn columns() -> Option<usize> {
    let width = || terminal_size::terminal_size().map(|(width, _)| usize::from(width.0));
    std::io::stdout().is_terminal().then(width).flatten()
}

/// A line of a file with carets under the part that is meant, by the columns of the screen.
fn caret(line: usize, excerpt: &Excerpt) -> String {
    let Excerpt { line: text, from, to } = excerpt;
    let seen = |text: &str| words::harmless(&text.replace('\t', "    ")).into_owned();
    let part = |range: std::ops::Range<usize>| seen(text.get(range).unwrap_or_default());
    let number = line.to_string();
    let gutter = " ".repeat(number.len());
    let before = part(0..*from).width();
    let carets = part(*from..*to).width().max(1);
    let space = " ".repeat(before);
    format!("\n{gutter} |\n{number} | {}\n{gutter} | {space}{}", seen(text), "^".repeat(carets))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_caret_stands_under_what_is_meant() {
        let line = "\t{ name = \"欧阳\", reason = \"x\" }".to_owned();
        let from = line.find("\"x\"").expect("there");
        let told = caret(14, &Excerpt { line, from, to: from + 3 });
        let lines: Vec<_> = told.lines().skip(2).collect();
        assert_eq!(lines[0], "14 |     { name = \"欧阳\", reason = \"x\" }");
        assert_eq!(lines[0][..lines[0].find("\"x\"").expect("there")].width(), lines[1].find('^').expect("there"));
    }
}
