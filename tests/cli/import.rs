//! Tables that people have, brought into the records.

mod again;
mod attendance;
mod guarded;
mod hostile;
mod ledgers;
mod measure;
mod meetings;
mod office;
mod offices;
mod pages;
mod people;
mod templates;
mod workbook;
mod written;
