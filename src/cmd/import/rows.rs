//! What the rows of a table say, field by field, in the words of the records.

use super::unnamed::Unnamed;
use crate::branch::{Branch, Filed, NameBook, NoName, beside, clean_name, is_same_name, parted_names, person_name};
use crate::cmd::env::Env;
use crate::error::Failure;
use crate::record::{
    Clock, DateHints, Day, Group, GroupId, Member, MemberId, Month, NoDay, folded, parse_day, plain_number,
};
use crate::sheet::{self, Cell, Mapping, Row, Sheet};
use crate::ui::Progress;
use crate::words::{self, Text};

/// What is wrong with a row, and what to do about it.
#[derive(Clone, Debug)]
pub(super) struct Problem {
    pub(super) fact: Text,
    pub(super) cure: Option<Text>,
    /// The heading of its column.
    pub(super) column: Option<Box<Text>>,
}

impl Problem {
    /// What is wrong.
    pub(super) fn of(fact: Text) -> Self {
        Self { fact, cure: None, column: None }
    }

    /// The same with one thing more that can be done about it.
    fn or_cure(self, cure: Text) -> Self {
        let both = self.cure.map_or_else(|| cure.clone(), |first| words::one_or_other(first, cure.clone()));
        Self { cure: Some(both), ..self }
    }

    /// The same with what to do about it.
    pub(super) fn cure(self, cure: Text) -> Self {
        Self { cure: Some(cure), ..self }
    }
}

/// The rows of a table, and what they are of.
pub(super) struct Rows<'a> {
    pub(super) env: &'a Env,
    pub(super) branch: &'a Branch,
    pub(super) mapping: &'a Mapping,
    sheet: &'a Sheet,
    hints: DateHints,
    pub(super) options: Options,
    /// The people by their names.
    pub(super) names: NameBook<'a>,
    /// How many of them are read, until all is planned.
    progress: Progress,
}

/// What a call says of what is read.
#[derive(Clone, Debug, Default)]
pub(super) struct Options {
    /// Whether names are taken that look like none.
    pub(super) any_name: bool,
    /// Whether a month without a day is its first day.
    pub(super) first_of_month: bool,
    /// The day on which the table was written.
    pub(super) written: Option<Day>,
    /// What those are whom the row of a meeting does not name.
    pub(super) unnamed: Option<Unnamed>,
    /// The columns that are kept in the note.
    pub(super) keep: Vec<String>,
    /// Whether groups are made that are not there.
    pub(super) make_groups: bool,
}

/// One row.
#[derive(Clone, Copy)]
pub(super) struct Line<'r> {
    rows: &'r Rows<'r>,
    row: &'r Row,
}

impl<'a> Rows<'a> {
    pub(super) fn of(
        env: &'a Env,
        branch: &'a Branch,
        sheet: &'a Sheet,
        mapping: &'a Mapping,
        hints: DateHints,
        options: Options,
    ) -> Self {
        let progress = env.ui.progress(&words::at_import());
        progress.has(mapping.rows(sheet).count());
        Self { env, branch, mapping, sheet, hints, options, names: NameBook::of(branch), progress }
    }

    /// Each row under the headings.
    pub(super) fn lines(&self) -> impl Iterator<Item = Line<'_>> {
        self.mapping.rows(self.sheet).inspect(|_| self.progress.step()).map(move |row| Line { rows: self, row })
    }

    /// The name of a field.
    pub(super) fn field(&self, of: &'static str, id: &'static str) -> Text {
        sheet::Field { of, id }.name()
    }
}

/// The first fault of a failure: what is wrong with a row.
pub(super) fn problem(failure: Failure) -> Problem {
    let fault = failure.faults.into_iter().next();
    fault.map_or_else(
        || Problem::of(Text::default()),
        |fault| Problem { fact: fault.fact, cure: fault.cure, column: None },
    )
}

/// The failure of a command is a failure of the row.
pub(super) fn of_row(error: anyhow::Error) -> Problem {
    match error.downcast() {
        Ok(failure) => problem(failure),
        Err(other) => Problem::of(Text::same(other.to_string())),
    }
}

/// Refuses a row.
pub(super) fn refused(fact: Text, cure: Text) -> Problem {
    Problem { fact, cure: Some(cure), column: None }
}

/// The name of something, as it is kept.
pub(super) fn plain_name(text: &str) -> Result<String, Problem> {
    let name = clean_name(text);
    if words::is_plain_name(&name) { Ok(name) } else { Err(Problem::of(words::control_character())) }
}

/// The name of a person who may be new. What stands behind it in brackets is no part of it.
pub(super) fn new_name(text: &str, insist: bool) -> Result<String, Problem> {
    person_name(text, insist)
        .or_else(|doubt| match doubt {
            NoName::Beside(ref name) => person_name(name, false).map_err(|_| doubt),
            _ => Err(doubt),
        })
        .map_err(|doubt| match doubt {
            NoName::Empty | NoName::Control => Problem::of(doubt.told(text)),
            _ => refused(doubt.told(text), words::cure_any_name()),
        })
}

/// Whether a text says that there is nobody.
pub(super) fn is_nobody(text: &str) -> bool {
    let bare: String = text.to_lowercase().chars().filter(|c| !c.is_whitespace()).collect();
    words::NOBODY_WORDS.contains(&bare.as_str())
}

/// A list of people without `等3人` behind it, and how many that says there are.
fn counted(text: &str) -> (&str, Option<usize>) {
    let bare = text.trim_end_matches(['人', '名', '位']);
    let digits = bare.len() - bare.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let (before, number) = bare.split_at(bare.len() - digits);
    match (before.strip_suffix(['等', '共']), number.parse()) {
        (Some(list), Ok(count)) if bare.len() < text.len() => {
            (list.trim_end_matches(['等', '共', ',', '、']), Some(count))
        }
        _ => (text, None),
    }
}

/// An item of a list without its number: `1.孙磊`, `(2) 徐浩`.
fn numbered(item: &str) -> &str {
    let bare = item.trim_start_matches('(').trim_start_matches(|c: char| c.is_ascii_digit());
    let after = bare.trim_start_matches(['.', ')', '．', ' ']);
    if bare.len() < item.len() && after.len() < bare.len() { after } else { item }
}

/// The signs between texts in a list that may have commas in them.
pub(super) const BETWEEN_TEXTS: &[char] = &[';', '；', '\n'];

/// What some signs part in a text.
pub(super) fn split(text: &str, signs: &[char]) -> Vec<String> {
    text.split(signs).map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

/// Refuses a part of a name: in a table nobody can be asked, and it is offered.
pub(super) fn whole(typed: &str, noun: Text, id: &str, names: &[&str]) -> Result<(), Problem> {
    // 刑侦 is the whole of 刑侦党小组 but for the word that all of them have.
    let is_whole = |name: &&str| {
        let rest = name.strip_prefix(typed).unwrap_or_default();
        is_same_name(name, typed) || ["党小组", "小组", "组"].contains(&rest)
    };
    if id == typed || names.iter().any(is_whole) {
        return Ok(());
    }
    let near =
        names.first().map_or_else(|| words::did_you_mean(id), |name| words::did_you_mean_named(id, words::shown(name)));
    Err(refused(words::no_such(noun, words::shown(typed)), near))
}

/// Why a text is no day, and what to do about it.
fn no_day(text: &str, why: &NoDay) -> Problem {
    let shown = words::shown(text);
    match why {
        NoDay::Ambiguous => refused(words::day_ambiguous(shown), words::cure_day_ambiguous()),
        NoDay::NoYear => refused(words::day_without_year(shown), words::cure_day_without_year()),
        NoDay::NoMonth => refused(words::day_without_month(shown), words::cure_day_without_month()),
        NoDay::Lookup => refused(words::day_looked_up(shown), words::cure_day_looked_up()),
        NoDay::Serial(day) => refused(words::day_serial(shown, day), words::cure_day_serial()),
        NoDay::Zone => refused(words::day_of_zone(shown), words::cure_day_in_table()),
        NoDay::Weekday(day) => {
            refused(words::day_weekday(shown, words::weekday(day.weekday())), words::cure_day_weekday())
        }
        NoDay::Behind(rest) => refused(words::day_and_more(shown, words::shown(rest)), words::cure_day_and_more()),
        NoDay::None => refused(words::bad_day(shown), words::cure_day_in_table()),
    }
}

impl<'r> Line<'r> {
    /// Its number.
    pub(super) fn number(&self) -> usize {
        self.row.number
    }

    /// What it says of a field.
    pub(super) fn text(&self, field: &'static str) -> Result<Option<String>, Problem> {
        self.cell(field).text().map_err(|fact| self.in_column(field, Problem::of(fact)))
    }

    /// Whether its own cell says something of a field.
    pub(super) fn says(&self, field: &str) -> bool {
        self.rows.mapping.place(field).is_some_and(|place| !self.row.cell(place).is_empty())
    }

    /// A problem with the column it is in.
    fn in_column(&self, field: &str, problem: Problem) -> Problem {
        match self.rows.mapping.heading(field) {
            Some(heading) => Problem { column: Some(Box::new(Text::same(words::shown(heading)))), ..problem },
            None => problem,
        }
    }

    /// What it says of a field of which it must say something.
    pub(super) fn needed<T>(&self, said: Option<T>, name: Text) -> Result<T, Problem> {
        said.ok_or_else(|| Problem::of(words::cell_empty(name)))
    }

    /// The day of a field.
    pub(super) fn day(&self, field: &'static str) -> Result<Option<Day>, Problem> {
        Ok(self.moment(field)?.map(|(day, _)| day))
    }

    /// The day of a field, and the hours where it says them.
    pub(super) fn moment(&self, field: &'static str) -> Result<Option<(Day, Option<Clock>)>, Problem> {
        let Some(text) = self.text(field)? else { return Ok(None) };
        let cell = self.cell(field);
        let mut read = cell.day(self.rows.hints);
        if matches!(read, Err(NoDay::None)) && matches!(cell.month(DateHints::default()), Err(NoDay::Ambiguous)) {
            let problem = refused(words::month_ambiguous(words::shown(&text)), words::cure_day_in_table());
            return Err(self.in_column(field, problem));
        }
        // A month without a day is its first day only where somebody says so.
        if matches!(read, Err(NoDay::None))
            && let Ok(month) = cell.month(self.rows.hints)
        {
            if !self.rows.options.first_of_month {
                let fact = words::month_without_day(words::shown(&text), month);
                return Err(self.in_column(field, refused(fact, words::cure_month_without_day())));
            }
            read = Ok((month.first(), None));
        }
        // What counts from the day of writing is a day only where that is known.
        if matches!(read, Err(NoDay::None))
            && let Some(day) = parse_day(&text, self.rows.options.written.unwrap_or(self.rows.env.today))
        {
            if self.rows.options.written.is_none() {
                let fact = words::day_from_writing(words::shown(&text), day);
                return Err(self.in_column(field, refused(fact, words::cure_day_from_writing(self.rows.env.today))));
            }
            read = Ok((day, None));
        }
        read.map(Some).map_err(|why| self.in_column(field, no_day(&text, &why)))
    }

    /// The day of something that happened.
    pub(super) fn past_day(&self, field: &'static str) -> Result<Option<Day>, Problem> {
        Ok(self.past_moment(field)?.map(|(day, _)| day))
    }

    /// The day of something that happened, and the hours where it says them.
    pub(super) fn past_moment(&self, field: &'static str) -> Result<Option<(Day, Option<Clock>)>, Problem> {
        match self.moment(field)? {
            Some((day, _)) if day > self.rows.env.today => Err(Problem::of(words::day_to_come(day))),
            moment => Ok(moment),
        }
    }

    /// The month of a field.
    pub(super) fn month(&self, field: &'static str) -> Result<Option<Month>, Problem> {
        let Some(text) = self.text(field)? else { return Ok(None) };
        match self.cell(field).month(self.rows.hints) {
            Ok(month) => Ok(Some(month)),
            Err(NoDay::Ambiguous) => {
                Err(refused(words::month_ambiguous(words::shown(&text)), words::cure_month_in_table()))
            }
            Err(NoDay::None) => Err(refused(words::not_months(words::shown(&text)), words::cure_month_in_table())),
            Err(why) => Err(no_day(&text, &why)),
        }
    }

    /// A number as it is typed, in plain digits, without its unit.
    pub(super) fn number_text(&self, field: &'static str, units: &[&str]) -> Result<Option<String>, Problem> {
        let Some(text) = self.text(field)? else { return Ok(None) };
        Ok(Some(plain_number(&text, units)))
    }

    /// The person a field names, who was with the branch on a day.
    pub(super) fn person_of(&self, field: &'static str, day: Day) -> Result<Option<MemberId>, Problem> {
        let typed = self.text(field)?.filter(|typed| !is_nobody(typed));
        typed.map(|typed| self.person(&typed, day)).transpose()
    }

    /// The hours of a field.
    pub(super) fn clock(&self, field: &'static str) -> Result<Option<Clock>, Problem> {
        let Some(text) = self.text(field)? else { return Ok(None) };
        // A day may stand before the hours.
        if let Ok((_, hours)) = self.cell(field).day(self.rows.hints) {
            return Ok(hours);
        }
        Clock::typed(&text).map(Some).ok_or_else(|| Problem::of(words::bad_time(words::shown(&text))))
    }

    /// The person it is of, who was with the branch on a day: by the id, else by the name; where it has both, they agree.
    pub(super) fn member(&self, day: Day) -> Result<MemberId, Problem> {
        self.member_among(day, &|_| true)
    }

    /// The same, where of namesakes only some can be meant.
    pub(super) fn member_among(&self, day: Day, can_be: &dyn Fn(&MemberId) -> bool) -> Result<MemberId, Problem> {
        let (id, name) = (self.text("member")?, self.text("name")?.map(|name| plain_name(&name)).transpose()?);
        let by_id = id.or(self.text("number")?.map(|number| folded(&number)));
        let by_id = by_id.map(|id| self.person(&id, day)).transpose()?;
        match (by_id, name) {
            (Some(id), Some(name)) => {
                let own = self.rows.branch.members.get(&id);
                let bears = |one: &Member, name: &str| one.names().any(|own| is_same_name(own, name));
                let is_own = |name: &str| own.is_some_and(|own| bears(own, name)) || id.as_str() == name;
                match is_own(&name) || beside(&name).is_some_and(|(name, _)| is_own(&name)) {
                    true => Ok(id),
                    false => Err(Problem::of(words::another_name(&id, words::shown(&name)))),
                }
            }
            (Some(id), None) => Ok(id),
            (None, Some(name)) => self.person_among(&name, day, can_be),
            (None, None) => self.needed(None, self.rows.field("attendance", "name")),
        }
    }

    /// Somebody who was with the branch on a day.
    pub(super) fn person(&self, typed: &str, day: Day) -> Result<MemberId, Problem> {
        self.person_among(typed, day, &|_| true)
    }

    /// The same, where of namesakes only some can be meant.
    pub(super) fn person_among(
        &self,
        typed: &str,
        day: Day,
        can_be: &dyn Fn(&MemberId) -> bool,
    ) -> Result<MemberId, Problem> {
        let typed = plain_name(typed)?;
        self.rows.names.find(&typed, day, can_be).map(|(id, _)| id.clone()).map_err(problem)
    }

    /// The several things that are listed in a field.
    pub(super) fn list(&self, field: &'static str) -> Result<Vec<String>, Problem> {
        self.parts(field, &[',', '，', '、', ';', '；', '\n'])
    }

    /// The people who are listed in a field, each as written, with what stands behind the name. Lists are parted by signs,
    /// spaces or numbers; `等3人` behind them says how many there are.
    pub(super) fn names(&self, field: &'static str) -> Result<Vec<String>, Problem> {
        let text = folded(&self.text(field)?.unwrap_or_default());
        if text.starts_with("全体") || text.starts_with("全员") {
            return Err(refused(words::everybody_named(words::shown(&text)), words::cure_everybody_named()));
        }
        let (list, count) = counted(&text);
        let apart = list.replace(')', ")、");
        let parts = apart.split(['、', ',', ';', '/', '|', '\n', '\r']).map(|part| numbered(part.trim()));
        let names: Vec<_> = parts.filter(|part| !part.is_empty() && !is_nobody(part)).flat_map(parted_names).collect();
        // The numbers of a list are no names; where there is nothing else the column has counts.
        let is_number = |name: &String| name.bytes().all(|byte| byte.is_ascii_digit());
        let names = match names.iter().all(is_number) {
            true => names,
            false => names.into_iter().filter(|name| !is_number(name)).collect(),
        };
        match count.filter(|count| *count != names.len()) {
            Some(count) => {
                let fact = words::more_than_named(words::shown(&text), count, names.len());
                Err(refused(fact, words::cure_more_than_named()))
            }
            None => Ok(names),
        }
    }

    /// What some signs part in a field.
    pub(super) fn parts(&self, field: &'static str, signs: &[char]) -> Result<Vec<String>, Problem> {
        Ok(split(&self.text(field)?.unwrap_or_default(), signs))
    }

    /// What the columns say that are kept in the note, each behind its heading.
    pub(super) fn kept(&self) -> Vec<String> {
        let columns = self.rows.mapping.columns.iter().enumerate();
        let kept = columns.filter(|(_, column)| self.rows.options.keep.contains(&column.heading));
        kept.filter_map(|(at, column)| Some(format!("{}：{}", column.heading, self.row.cell(at).text().ok()??)))
            .collect()
    }

    /// The group of a field, of a day.
    pub(super) fn group(&self, field: &'static str, day: Day) -> Result<Option<GroupId>, Problem> {
        let Some(text) = self.text(field)? else { return Ok(None) };
        let found = self.rows.branch.find_group(&text, day).map_err(problem);
        let whole = |(id, group): (&GroupId, &Filed<Group>)| {
            whole(&text, words::noun_group(), id.as_str(), &group.names().map(|name| name.as_str()).collect::<Vec<_>>())
                .map(|()| id.clone())
        };
        found.and_then(whole).map(Some).map_err(|why| why.or_cure(words::cure_make_group(words::shown(&text))))
    }

    /// An id that it gives.
    pub(super) fn member_id(&self) -> Result<Option<MemberId>, Problem> {
        let Some(text) = self.text("member")? else { return Ok(None) };
        MemberId::new(&text).map(Some).ok_or_else(|| Problem::of(words::bad_id(words::shown(&text))))
    }

    fn cell(&self, field: &'static str) -> Cell {
        self.rows.mapping.cell(self.row, field)
    }
}
