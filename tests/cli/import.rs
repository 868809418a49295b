//! Tables that people have, brought into the records.

mod attendance;
mod hostile;
mod ledgers;
mod meetings;
mod office;
mod offices;
mod people;
mod workbook;
