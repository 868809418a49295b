//! Tables with people down and something else across: each cell becomes a row of its own.

use super::table::within;
use super::{Cell, Column, Field, Mapping, Row, Sheet};
use crate::error::Failure;
use crate::words::Text;

/// A column each of whose cells is a record.
#[derive(Clone, Debug)]
pub struct Across {
    /// Its place.
    pub column: usize,
    /// What its heading says of each of them.
    pub says: Vec<(Field, String)>,
    /// The field a cell is.
    pub value: Field,
    /// What its heading says, for people.
    pub told: Text,
}

impl Mapping {
    /// The table in which each cell of these columns is a row, with its mapping. Cells that are empty, or that are to be
    /// left out, are none.
    ///
    /// # Errors
    /// More than any table has that people make.
    pub fn spread(
        self,
        sheet: &Sheet,
        across: &[Across],
        is_record: impl Fn(&Cell) -> bool,
    ) -> Result<(Sheet, Self), Failure> {
        let kept: Vec<_> = self.places.iter().map(|(field, place)| (*field, *place)).collect();
        let mut fields: Vec<&'static str> = kept.iter().map(|(field, _)| *field).collect();
        let more = across.iter().flat_map(|one| one.says.iter().map(|(field, _)| field.id).chain([one.value.id]));
        for field in more {
            if !fields.contains(&field) {
                fields.push(field);
            }
        }
        let (mut rows, mut count) = (Vec::new(), 0);
        for row in self.rows(sheet) {
            for one in across {
                let cell = row.cell(one.column);
                if cell.is_empty() || !is_record(cell) {
                    continue;
                }
                let of = |field: &&'static str| {
                    let said = one.says.iter().find(|(says, _)| says.id == *field);
                    match (said, kept.iter().find(|(id, _)| id == field)) {
                        (Some((_, text)), _) => Cell::written(text),
                        (None, _) if one.value.id == *field => cell.clone(),
                        (None, Some((_, place))) => row.cell(*place).clone(),
                        (None, None) => Cell::Empty,
                    }
                };
                let cells: Vec<_> = fields.iter().map(of).collect();
                count += cells.len();
                within(rows.len(), cells.len(), count)?;
                rows.push(Row { number: row.number, cells });
            }
        }
        let places = fields.iter().enumerate().map(|(at, field)| (*field, at)).collect();
        let told = |(at, column): (usize, Column)| {
            let across = across.iter().find(|one| one.column == at).map(|one| one.told.clone());
            Column { across, ..column }
        };
        let columns = self.columns.into_iter().enumerate().map(told).collect();
        let sheet = Sheet { rows, form: sheet.form.clone(), others: vec![] };
        Ok((sheet, Self { columns, places, is_spread: true, ..self }))
    }
}
