//! How cells look: thin lines, a grey heading, numbers and dates in their own form.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

use crate::report::Cell;

/// The colour of lines between cells.
const LINE: Color = Color::RGB(0xBF_BF_BF);

/// The colour behind headings.
const HEADING: Color = Color::RGB(0xE4_EA_F2);

/// The forms of cells.
pub(super) struct Style {
    pub(super) title: Format,
    pub(super) heading: Format,
    pub(super) note: Format,
    text: Format,
    apart: Format,
    day: Format,
    number: Format,
    percent: Format,
    money: Format,
}

impl Style {
    pub(super) fn new() -> Self {
        let cell = || {
            Format::new().set_border(FormatBorder::Thin).set_border_color(LINE).set_align(FormatAlign::VerticalCenter)
        };
        // Whoever edits the cell keeps a text, too: without this, what begins with = would be a formula then.
        let text = || cell().set_quote_prefix().set_text_wrap();
        Self {
            title: Format::new().set_bold().set_font_size(16),
            heading: cell().set_bold().set_background_color(HEADING).set_align(FormatAlign::Center).set_text_wrap(),
            note: Format::new().set_italic().set_font_color(Color::RGB(0x59_59_59)),
            text: text(),
            apart: text().set_indent(1),
            day: cell().set_num_format("yyyy-mm-dd").set_align(FormatAlign::Center),
            number: cell().set_num_format("General"),
            percent: cell().set_num_format("0.0"),
            money: cell().set_num_format("0.00"),
        }
    }

    /// The form of a cell, which stands after a column of numbers or not.
    pub(super) fn of(&self, cell: &Cell, after_number: bool) -> &Format {
        match cell {
            Cell::Day(_) => &self.day,
            Cell::Bar(_) | Cell::Percent(_) => &self.percent,
            Cell::Yuan(_) => &self.money,
            Cell::Int(_) | Cell::Score(_) => &self.number,
            _ if after_number => &self.apart,
            _ => &self.text,
        }
    }
}
