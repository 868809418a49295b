//! Reports: values with a table, which know nothing of paper.

mod appraisal;
mod attendance;
mod bulletin;
mod compare;
mod dues;
mod explain;
mod issues;
mod lines;
mod links;
mod meetings;
mod page;
mod people;
mod points;
mod record_book;
mod rules;
mod study;
mod summary;
mod table;

pub use appraisal::{GradeShare, against, appraisals, exemplars, proposals, shares};
pub use attendance::{By, attendance, roll_calls};
pub use bulletin::{bulletin, bulletin_reach};
pub use compare::compare;
pub use dues::{dues, dues_arrears, dues_list, without_dues};
pub use explain::{Only, explain};
pub use issues::{issue, issues, issues_brief};
pub use links::links;
pub use meetings::{meetings, meetings_brief};
pub use page::Page;
pub use people::{groups_on, member_history, members, members_on};
pub use points::{entries, objections, points, points_detail, posted};
pub use record_book::record_book;
pub use rules::rules;
pub use study::{study, study_list, study_total};
pub use summary::summary;
pub use table::{Cell, Column, ColumnKind, Table};
