//! Tables that people have, brought into the records.

mod attendance;
mod ledgers;
mod meetings;
mod people;
mod workbook;
