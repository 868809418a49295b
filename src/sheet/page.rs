//! Web pages, which many systems export under the name of a workbook: each table in one is a sheet.
//!
//! The tags are told apart as browsers do; what they mean is read here, cell by cell, within the bounds of
//! [`Grid`](super::grid::Grid).

use html5gum::emitters::default::DefaultEmitter;
use html5gum::{StartTag, Token, Tokenizer};

use super::grid::{Grid, choose};
use super::table::{COLUMNS, LONGEST, Reading, short_enough, too_large};
use super::{Cell, Sheet};
use crate::error::Failure;
use crate::words;

/// The most tables of a page, and of those within one another.
const TABLES: usize = 1000;
const DEEP: usize = 50;

/// So many lines above a table are read as its title.
const ABOVE: usize = 3;

/// Reads a table of pages: the one that is named by its number, else the first that has rows of several cells.
///
/// # Errors
/// Pages without a table, or with more than people make.
pub(super) fn read(pages: &[(String, &'static str)], how: Reading<'_>) -> Result<Sheet, Failure> {
    let mut page = Page::default();
    for (text, _) in pages {
        page.read(text)?;
    }
    let mut tables: Vec<Table> = Vec::new();
    for table in page.closed {
        match tables.last_mut().filter(|before| before.goes_on_in(&table)) {
            Some(before) => before.append(table)?,
            None => tables.push(table),
        }
    }
    tables.extend(page.narrow.filter(|_| tables.is_empty()));
    if tables.is_empty() {
        return Err(Failure::refused(words::no_table_in_page()).cure(words::cure_no_workbook()));
    }
    let numbers: Vec<_> = (1..=tables.len()).map(|number| number.to_string()).collect();
    let names: Vec<_> = numbers.iter().zip(&tables).map(|(name, table)| (name.as_str(), table.is_shown())).collect();
    let chosen = choose(&names, how)?;
    let table = tables.swap_remove(chosen);
    let encoding = pages.first().map_or("", |(_, encoding)| encoding);
    let form = words::form_page(encoding, names[chosen].0, names.len());
    Ok(table.filled()?.sheet_of(form, names[chosen].0, &names))
}

/// What is read of pages.
#[derive(Default)]
struct Page {
    /// The tables that have been read.
    closed: Vec<Table>,
    /// The first table that has no row of several cells, but rows.
    narrow: Option<Table>,
    /// The tables that are being read, each within a cell of the one before.
    open: Vec<Table>,
    /// The lines outside tables, or of tables that are no more than a title.
    above: Vec<String>,
    /// The line outside tables that is being read.
    line: String,
    /// The element whose text is none of the page.
    mute: Option<&'static [u8]>,
}

/// A table of a page.
#[derive(Default)]
struct Table {
    grid: Grid,
    row: u32,
    column: u32,
    is_in_row: bool,
    /// Up to which row each column is covered by a cell from above.
    covered: Vec<u32>,
    merged: Vec<((u32, u32), (u32, u32))>,
    cell: Option<Open>,
    /// How many columns have been described.
    described: u32,
    /// How many cells of the row have something in them, and the rows that have several such.
    filled: Vec<String>,
    rows: usize,
    first: Vec<String>,
    lines: Vec<String>,
    is_hidden: bool,
}

/// A cell whose text is read.
#[derive(Default)]
struct Open {
    text: String,
    down: u32,
    right: u32,
}

impl Page {
    fn read(&mut self, text: &str) -> Result<(), Failure> {
        let mut emitter = DefaultEmitter::default();
        emitter.naively_switch_states(true);
        for token in Tokenizer::new_with_emitter(text, emitter) {
            let Ok(token) = token;
            match token {
                Token::StartTag(tag) => self.begin(&tag)?,
                Token::EndTag(tag) => self.end(&tag.name)?,
                Token::String(text) if self.mute.is_none() => self.text(&String::from_utf8_lossy(&text)),
                _ => {}
            }
        }
        while !self.open.is_empty() {
            self.close()?;
        }
        self.end_line();
        Ok(())
    }

    fn begin(&mut self, tag: &StartTag<()>) -> Result<(), Failure> {
        const MUTE: [&[u8]; 4] = [b"script", b"style", b"title", b"xml"];
        let name: &[u8] = &tag.name;
        if let Some(mute) = MUTE.iter().find(|mute| **mute == name && !tag.self_closing) {
            self.mute.get_or_insert(mute);
            return Ok(());
        }
        match (name, self.open.last_mut()) {
            (b"table", _) => return self.open(tag),
            (b"tr", Some(table)) => {
                table.end_row()?;
                table.is_in_row = true;
                if is_hidden(tag) {
                    table.grid.hide_rows(table.row, table.row);
                }
            }
            (b"td" | b"th", Some(table)) => table.begin_cell(tag)?,
            (b"col", Some(table)) => {
                let next = table.described.saturating_add(number(tag, b"span", 1000));
                if is_hidden(tag) {
                    table.grid.hide_columns(table.described, next - 1);
                }
                table.described = next;
            }
            _ if breaks(name) => self.end_line(),
            _ => {}
        }
        Ok(())
    }

    fn end(&mut self, name: &[u8]) -> Result<(), Failure> {
        if self.mute.is_some_and(|mute| mute == name) {
            self.mute = None;
        }
        match (name, self.open.last_mut()) {
            (b"table", Some(_)) => return self.close(),
            (b"td" | b"th", Some(table)) => table.end_cell()?,
            (b"tr", Some(table)) => table.end_row()?,
            _ if breaks(name) => self.end_line(),
            _ => {}
        }
        Ok(())
    }

    /// A text: of the cell that is open, else of the line outside.
    fn text(&mut self, text: &str) {
        let to = match self.open.iter_mut().rev().find_map(|table| table.cell.as_mut()) {
            Some(cell) => &mut cell.text,
            None => &mut self.line,
        };
        for c in text.chars() {
            match c.is_ascii_whitespace() {
                // What is longer than any cell is refused at its end.
                _ if to.len() > LONGEST => {}
                true if to.is_empty() || to.ends_with([' ', '\n']) => {}
                true => to.push(' '),
                false => to.push(c),
            }
        }
    }

    /// A line ends: within a cell it is a line break.
    fn end_line(&mut self) {
        if let Some(cell) = self.open.last_mut().and_then(|table| table.cell.as_mut()) {
            cell.text.truncate(cell.text.trim_end_matches(' ').len());
            if !cell.text.is_empty() && !cell.text.ends_with('\n') {
                cell.text.push('\n');
            }
            return;
        }
        let line = std::mem::take(&mut self.line);
        self.tell(line.trim());
    }

    /// A line stands above what follows.
    fn tell(&mut self, line: &str) {
        if line.chars().any(char::is_alphanumeric) {
            self.above.push(line.to_owned());
            let many = self.above.len().saturating_sub(ABOVE);
            self.above.drain(..many);
        }
    }

    fn open(&mut self, tag: &StartTag<()>) -> Result<(), Failure> {
        if self.open.last().is_none_or(|table| table.cell.is_none()) {
            self.end_line();
        }
        if self.open.len() >= DEEP || self.closed.len() >= TABLES {
            return Err(too_large(words::too_many_tables(TABLES)));
        }
        let is_hidden = is_hidden(tag) || self.open.iter().any(|table| table.is_hidden);
        let mut table = Table { is_hidden, ..Table::default() };
        for line in &self.above {
            table.grid.put(table.row, 0, Cell::written(line))?;
            table.row += 1;
        }
        self.open.push(table);
        Ok(())
    }

    fn close(&mut self) -> Result<(), Failure> {
        let Some(mut table) = self.open.pop() else { return Ok(()) };
        table.end_row()?;
        if table.rows == 0 {
            table.lines.iter().for_each(|line| self.tell(line));
            if self.narrow.is_none() && !table.lines.is_empty() {
                self.narrow = Some(table);
            }
        } else {
            self.above.clear();
            self.closed.push(table);
        }
        Ok(())
    }
}

impl Table {
    fn begin_cell(&mut self, tag: &StartTag<()>) -> Result<(), Failure> {
        self.end_cell()?;
        self.is_in_row = true;
        let covered = |column: u32| self.covered.get(usize::try_from(column).ok()?).copied();
        while covered(self.column).is_some_and(|until| until > self.row) {
            self.column += 1;
        }
        let (down, right) = (number(tag, b"rowspan", 65_534), number(tag, b"colspan", 1000));
        if is_hidden(tag) {
            self.grid.hide_columns(self.column, self.column);
        }
        self.cell = Some(Open { text: String::new(), down, right });
        Ok(())
    }

    fn end_cell(&mut self) -> Result<(), Failure> {
        let Some(cell) = self.cell.take() else { return Ok(()) };
        short_enough(usize::try_from(self.row).unwrap_or(usize::MAX).saturating_add(1), &cell.text)?;
        let text = cell.text.trim();
        self.grid.put(self.row, self.column, Cell::written(text))?;
        if !text.is_empty() {
            self.filled.push(text.to_owned());
        }
        let next = self.column.saturating_add(cell.right);
        if cell.down > 1 {
            self.merged.push(((self.row, self.row.saturating_add(cell.down - 1)), (self.column, next - 1)));
            let place = |column: u32| usize::try_from(column).unwrap_or(COLUMNS).min(COLUMNS);
            if self.covered.len() < place(next) {
                self.covered.resize(place(next), 0);
            }
            let until = self.row.saturating_add(cell.down);
            self.covered[place(self.column)..place(next)].iter_mut().for_each(|covered| *covered = until);
        }
        self.column = next;
        Ok(())
    }

    fn end_row(&mut self) -> Result<(), Failure> {
        self.end_cell()?;
        if std::mem::take(&mut self.is_in_row) {
            (self.row, self.column) = (self.row.saturating_add(1), 0);
            let filled = std::mem::take(&mut self.filled);
            match filled.len() {
                0 => {}
                1 if self.rows == 0 && self.lines.len() < ABOVE => self.lines.extend(filled),
                1 => {}
                _ => {
                    self.rows += 1;
                    if self.first.is_empty() {
                        self.first = filled;
                    }
                }
            }
        }
        Ok(())
    }

    /// Whether people see it, and it has headings and a row at least.
    fn is_shown(&self) -> bool {
        !self.is_hidden && self.rows > 1
    }

    /// Whether the next table is the rest of this one: its rows under headings that are a table of their own, or the same
    /// headings again on a new page.
    fn goes_on_in(&self, next: &Self) -> bool {
        let is_head = self.rows == 1 && self.first.len() >= next.first.len() && !next.is_hidden;
        self.is_hidden == next.is_hidden && (is_head || self.first == next.first)
    }

    fn append(&mut self, next: Self) -> Result<(), Failure> {
        let below = self.grid.height();
        let moved = |(first, last): (u32, u32)| (first.saturating_add(below), last.saturating_add(below));
        self.merged.extend(next.merged.into_iter().map(|(rows, columns)| (moved(rows), columns)));
        self.rows += next.rows;
        self.grid.append(next.grid)
    }

    /// Its cells, the merged ones filled.
    fn filled(mut self) -> Result<Grid, Failure> {
        for (rows, columns) in std::mem::take(&mut self.merged) {
            self.grid.merge(rows, columns)?;
        }
        Ok(self.grid)
    }
}

/// Whether an element begins and ends a line.
fn breaks(name: &[u8]) -> bool {
    matches!(
        name,
        b"br"
            | b"p"
            | b"div"
            | b"li"
            | b"caption"
            | b"center"
            | b"h1"
            | b"h2"
            | b"h3"
            | b"h4"
            | b"h5"
            | b"h6"
            | b"body"
    )
}

/// What an attribute says.
fn said(tag: &StartTag<()>, name: &[u8]) -> Option<String> {
    let said = tag.attributes.get(name)?;
    Some(String::from_utf8_lossy(said).chars().filter(|c| !c.is_whitespace()).collect::<String>().to_lowercase())
}

/// The number an attribute says, from 1 to the most there may be.
fn number(tag: &StartTag<()>, name: &[u8], most: u32) -> u32 {
    said(tag, name).and_then(|text| text.parse().ok()).unwrap_or(1).clamp(1, most)
}

/// Whether people do not see an element.
fn is_hidden(tag: &StartTag<()>) -> bool {
    let style = said(tag, b"style").unwrap_or_default();
    tag.attributes.contains_key(&b"hidden"[..])
        || ["display:none", "visibility:collapse"].iter().any(|no| style.contains(no))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Lang;

    fn sheet(text: &str, how: Reading<'_>) -> Result<Sheet, Failure> {
        read(&[(text.to_owned(), "UTF-8")], how)
    }

    fn texts(sheet: &Sheet) -> Vec<(usize, Vec<String>)> {
        let text = |cell: &Cell| cell.text().ok().flatten().unwrap_or_default();
        sheet.rows.iter().map(|row| (row.number, row.cells.iter().map(text).collect())).collect()
    }

    #[track_caller]
    fn case(text: &str, expected: &[(usize, &[&str])]) {
        let expected: Vec<_> =
            expected.iter().map(|(row, cells)| (*row, cells.iter().map(|&cell| cell.to_owned()).collect())).collect();
        assert_eq!(texts(&sheet(text, Reading::default()).expect("a table")), expected, "{text}");
    }

    #[test]
    fn the_cells_of_a_table_are_read() {
        case(
            "<html><style>td{a:'<td>'}</style><body><div><table border=1>\n<tr><th>姓名</th><th>备 \n 注</th></tr>\n\
             <tr><td>赵&nbsp;一</td><td>a<br>b &amp; c&#x4e8c;<p>d</p></td></tr>\n<tr><td><b>钱</b>二<td></table></div>",
            &[(1, &["姓名", "备 注"]), (2, &["赵\u{a0}一", "a\nb & c二\nd"]), (3, &["钱二"])],
        );
        // A script, a comment and what only Office reads are no text.
        case(
            "<title>x</title><!--[if mso]><table><tr><td>n<td>n</table><![endif]--><xml><x:Name>n</x:Name></xml>\
             <script>document.write('<table>')</script><table><tr><td>a<td>b<tr><td>c<td>d</table>",
            &[(1, &["a", "b"]), (2, &["c", "d"])],
        );
    }

    #[test]
    fn merged_cells_are_filled_for_every_row() {
        case(
            "<table><tr><td colspan=3>题 2026年<tr><td rowspan=2>a<td colspan=2>b<tr><td>c<td>d<tr><td>e<td rowspan=9>f<td>g\
             <tr><td>h<td>i</table>",
            &[
                (1, &["题 2026年"]),
                (2, &["a", "b"]),
                (3, &["a", "c", "d"]),
                (4, &["e", "f", "g"]),
                (5, &["h", "f", "i"]),
            ],
        );
    }

    #[test]
    fn the_first_table_with_rows_is_read_and_what_stands_above_it() {
        let two = "<table><tr><td>a<td>b<tr><td>1<td>2</table><table><tr><td>c<td>d<td>x<tr><td>3<td>4<td>5</table>";
        case(
            &format!("<h2>2026年10月考勤</h2><table><tr><td>某支部</table>{two}"),
            &[(1, &["2026年10月考勤"]), (2, &["某支部"]), (3, &["a", "b"]), (4, &["1", "2"])],
        );
        let second = sheet(two, Reading { sheet: Some("2"), ..Reading::default() }).expect("a table");
        assert_eq!(texts(&second)[0].1, ["c", "d", "x"]);
        assert_eq!(
            (second.form.get(Lang::En), second.others),
            ("a web page in UTF-8, table 2 of 2", vec!["1".to_owned()])
        );
        assert!(sheet(two, Reading { sheet: Some("3"), ..Reading::default() }).is_err());
        // A table that holds another one for its looks, and one that nobody sees.
        let hidden = "<table style='display: none'><tr><td>x<td>y<tr><td>x<td>y</table>";
        case(&format!("{hidden}<table><tr><td>{two}</table>"), &[(1, &["a", "b"]), (2, &["1", "2"])]);
        assert!(sheet("<html><p>nothing", Reading::default()).is_err());
        case("<table><tr><td>姓名<tr><td>赵一</table>", &[(1, &["姓名"]), (2, &["赵一"])]);
    }

    #[test]
    fn headings_in_a_table_of_their_own_and_on_every_page_belong_to_one() {
        case(
            "<div><table><tr><th>a<th>b</table></div><div><table><tr><td>1<td>2<tr><td>3<td>4</table></div>",
            &[(1, &["a", "b"]), (2, &["1", "2"]), (3, &["3", "4"])],
        );
        case(
            "<table><tr><td>a<td>b<tr><td>1<td>2</table><p><table><tr><td>a<td>b<tr><td rowspan=2>3<td>4<tr><td>5</table>",
            &[(1, &["a", "b"]), (2, &["1", "2"]), (3, &["a", "b"]), (4, &["3", "4"]), (5, &["3", "5"])],
        );
    }

    #[test]
    fn hidden_rows_and_columns_are_told() {
        let page =
            "<table><col><col style='display:none'><tr><td>a<td>b<tr style='height:0;display:none'><td>1<td>2</table>";
        let form = sheet(page, Reading::default()).expect("a table").form;
        assert!(form.get(Lang::En).contains("hidden ones too: 1 rows, 1 columns"), "{form:?}");
    }

    #[test]
    fn what_has_no_end_is_refused() {
        let row = "<tr><td>a<td>b";
        for page in [
            "<table>".repeat(100_000),
            format!("<table>{row}{row}</table>").repeat(2000) + "<table><tr><td>c<td>d",
            format!("<table>{}", "<td>x".repeat(300)),
            format!("<table><tr><td>{}", "x".repeat(2_000_000)),
        ] {
            assert!(sheet(&page, Reading::default()).is_err(), "{}", &page[..40]);
        }
    }
}
