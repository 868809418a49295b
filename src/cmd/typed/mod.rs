//! What people type, read: people, meetings, lines of work, evidence, campaigns, names.

mod absent;
mod agenda;
pub(in crate::cmd) mod campaign;
mod day;
mod evidence;
mod links;
mod meeting;
mod name;
mod path;
mod people;
mod period;
mod several;
mod visit;

pub(in crate::cmd) use absent::{Absent, absences};
pub(in crate::cmd) use agenda::{agenda_query, find_agenda, told_agenda_query};
pub(in crate::cmd) use day::{bad_day, deadline, not_before};
pub(in crate::cmd) use evidence::evidence;
pub(in crate::cmd) use links::{links, marks};
pub(in crate::cmd) use meeting::{
    change_meeting, clock, days_of, faulty_files, group, held_for, meeting, meeting_query, tell_record,
};
pub(in crate::cmd) use name::{free_of_devices, name_of_person, plain_name};
pub(in crate::cmd) use path::inside;
pub(in crate::cmd) use people::{
    LeftOut, Meant, anybody, people, people_among, people_among_but, people_but, person, person_among, recorded_by,
};
pub(in crate::cmd) use period::begun;
pub(in crate::cmd) use several::{COLONS, each};
pub(in crate::cmd) use visit::{find_visit, visit_query};
