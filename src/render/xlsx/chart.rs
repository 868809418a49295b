//! Charts, each under its own figures, beside a table.

use rust_xlsxwriter::{
    Chart as Drawn, ChartDataLabel, ChartFont, ChartFormat, ChartLine, ChartSolidFill, Color, Worksheet, XlsxError,
};

use super::look::Style;
use super::{Corner, widths, write};
use crate::report::{Chart, Table};
use crate::words::Lang;

/// The colour of bars.
const BAR: Color = Color::RGB(0x2F_5D_8C);

/// How high a row is, in pixels of the screen.
const ROW: u32 = 20;

/// What is drawn besides the bars: the title and the edges; then each bar.
const FRAME: u32 = 70;
const EACH: u32 = 26;

/// Writes the figures of charts to the right of a table, one under the other, each with its drawing under it; how wide
/// they are.
pub(super) fn beside(
    sheet: &mut Worksheet,
    name: &str,
    corner: Corner,
    table: &Table,
    charts: &[Chart],
    look: &Style,
    lang: Lang,
) -> Result<f64, XlsxError> {
    let left = corner.1 + 1 + u16::try_from(table.columns.len()).unwrap_or(u16::MAX - 1);
    let mut row = corner.0;
    let mut widest: Vec<f64> = Vec::new();
    for chart in charts {
        write(sheet, &chart.table, (row, left), look, lang)?;
        let wide = widths(&chart.table, lang);
        widest.resize(widest.len().max(wide.len()), 0.0);
        widest.iter_mut().zip(wide).for_each(|(widest, wide)| *widest = widest.max(wide));
        let bars = u32::try_from(chart.table.rows.len()).unwrap_or(u32::MAX);
        let last = left + u16::try_from(chart.table.columns.len().saturating_sub(1)).unwrap_or(0);
        let mut drawn = drawing(chart, (name, row + 1, left, row + bars), last, lang);
        let high = FRAME + EACH * bars;
        drawn.set_width(WIDTH).set_height(high);
        sheet.insert_chart(row + bars + 2, left, &drawn)?;
        row += bars + 2 + high / ROW + 2;
    }
    for (column, wide) in (left..).zip(&widest) {
        sheet.set_column_width(column, *wide)?;
    }
    sheet.set_column_width(left - 1, GAP)?;
    Ok(GAP + widest.iter().sum::<f64>())
}

/// How wide the empty column before them is.
const GAP: f64 = 3.0;

/// How wide a chart is, in pixels of the screen.
const WIDTH: u32 = 460;

/// A drawing of figures: where the names stand (sheet, first row, column, last row), and the column of the values.
fn drawing(chart: &Chart, (name, first, names, last): (&str, u32, u16, u32), values: u16, lang: Lang) -> Drawn {
    let mut drawn = Drawn::new_bar();
    let mut small = ChartFont::new();
    small.set_size(9);
    let mut bold = ChartFont::new();
    bold.set_size(11).set_bold();
    drawn
        .add_series()
        .set_categories((name, first, names, last, names))
        .set_values((name, first, values, last, values))
        .set_format(ChartFormat::new().set_solid_fill(ChartSolidFill::new().set_color(BAR)))
        .set_gap(60)
        .set_data_label(ChartDataLabel::new().show_value().set_font(&small));
    let title = chart.title.get(lang);
    drawn.title().set_name(title).set_font(&bold);
    drawn.set_alt_text(title);
    drawn.legend().set_hidden();
    // The first row is drawn at the top, as it stands in the table.
    drawn.y_axis().set_reverse().set_font(&small).set_major_gridlines(false);
    drawn.x_axis().set_hidden(true).set_major_gridlines(false).set_min(0);
    if let Some(most) = chart.most {
        // The number stands behind its bar, and needs room there.
        drawn.x_axis().set_max(most as f64 * 1.1);
    }
    drawn.chart_area().set_format(ChartFormat::new().set_border(ChartLine::new().set_color(Color::RGB(0xBF_BF_BF))));
    drawn
}
