//! `agendas/YEAR.toml`: meetings that are planned, one line a record; none of them counts as held.

use super::reading::At;
use super::shape::{ledger, line};
use super::{Clock, Day, EntryId, GroupId, KindId, MemberId};

ledger! {
    /// The meetings planned for a year.
    pub struct Agendas {
        /// Its lines.
        "entries" => entries: [Agenda],
    }
}

line! {
    /// One meeting that is planned.
    pub struct Agenda {
        /// Its id.
        "id" => id: At<EntryId> [id],
        /// The day.
        "date" => date: At<Day> [files orders],
        /// What is to be held.
        "kind" => kind: At<KindId>,
        /// The group that meets.
        "group" => group: Option<At<GroupId>>,
        /// The hours.
        "time" => time: Option<At<Clock>>,
        /// The place.
        "place" => place: Option<String>,
        /// Who leads it.
        "chair" => chair: Option<At<MemberId>>,
        /// What it is about.
        "topics" => topics: Vec<String>,
        /// Its further sittings.
        "sittings" => sittings: Vec<Convening>,
        /// Who prepares what.
        "prepares" => prepares: Vec<Preparation>,
        /// What is prepared.
        "ready" => ready: Vec<Ready>,
        /// Why it no longer counts.
        "struck" => struck: Option<At<String>> [strikes],
    }
}

line! {
    /// A further sitting that is planned.
    pub struct Convening {
        /// The day.
        "date" => date: At<Day>,
        /// The hours.
        "time" => time: Option<At<Clock>>,
        /// The place.
        "place" => place: Option<String>,
    }
}

line! {
    /// What somebody prepares.
    pub struct Preparation {
        /// Who.
        "member" => member: At<MemberId>,
        /// What.
        "what" => what: String,
    }
}

line! {
    /// Something that is prepared.
    pub struct Ready {
        /// What.
        "what" => what: String,
        /// Since which day.
        "date" => date: At<Day> [past],
    }
}
