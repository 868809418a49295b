//! `issues/YEAR/DATE-ID.toml`: a problem, from the day it was found until it is closed.

use super::reading::At;
use super::shape::shape;
use super::{CampaignId, Day, EntryId, Evidence, LinkId, MeetingName, MemberId};

shape! {
    /// One problem.
    pub struct Issue {
        /// What is wrong.
        "title" => title: At<String>,
        /// The day it was found.
        "found" => found: At<Day> [past files],
        /// Where it was found: at an inspection, in a meeting.
        "where" => place: Option<String>,
        /// The meeting at which it was found.
        "meeting" => meeting: Option<At<MeetingName>>,
        /// The visit or inspection at which it was ordered to be fixed.
        "visit" => visit: Option<At<EntryId>>,
        /// What sort of problem it is.
        "kind" => kind: Option<String>,
        /// What is to be done about it.
        "measure" => measure: Option<String>,
        /// Who is to do it.
        "owner" => owner: At<MemberId>,
        /// By which day.
        "deadline" => deadline: At<Day>,
        /// The lines of work it is about.
        "links" => links: Vec<At<LinkId>>,
        /// The campaign it came up in.
        "campaign" => campaign: Option<At<CampaignId>>,
        /// Pictures and scans.
        "evidence" => evidence: Vec<Evidence>,
        /// A note.
        "note" => note: Option<String>,
        /// The day it was closed.
        "closed" => closed: Option<At<Day>> [past],
        /// Who saw that it is done: never the owner.
        "closed-by" => closed_by: Option<At<MemberId>>,
        /// What came of it.
        "result" => result: Option<String>,
        /// Why the record no longer counts.
        "struck" => struck: Option<At<String>> [strikes],
        /// What was done so far.
        "progress" => progress: Vec<Progress>,
        /// When it was opened again.
        "reopened" => reopened: Vec<Reopened>,
    }
}

shape! {
    /// Something that was done about a problem.
    pub struct Progress {
        /// The day.
        "date" => date: At<Day> [past],
        /// What was done.
        "text" => text: String,
        /// Who told it.
        "by" => by: Option<At<MemberId>>,
    }
}

shape! {
    /// A problem that was closed, and is not over.
    pub struct Reopened {
        /// The day it was opened again.
        "date" => date: At<Day> [past],
        /// Why.
        "why" => why: String,
        /// The day it had been closed.
        "closed" => closed: Option<At<Day>> [past],
        /// Who had closed it.
        "closed-by" => closed_by: Option<At<MemberId>>,
    }
}

impl Issue {
    /// Whether it was open on a day: found, and not closed by its end.
    pub fn is_open(&self, day: Day) -> bool {
        let closed = |closed: &Option<At<Day>>| closed.as_ref().is_some_and(|closed| closed.value <= day);
        let between = |again: &Reopened| closed(&again.closed) && day < again.date.value;
        self.found.value <= day && !closed(&self.closed) && !self.reopened.iter().any(between)
    }

    /// Whether it was open on a day after its deadline.
    pub fn is_overdue(&self, day: Day) -> bool {
        self.is_open(day) && self.deadline.value < day
    }

    /// The last thing that was done about it by the end of a day.
    pub fn last_progress(&self, day: Day) -> Option<&Progress> {
        self.progress.iter().filter(|progress| progress.date.value <= day).max_by_key(|progress| progress.date.value)
    }
}

#[cfg(test)]
mod tests {
    use super::super::{RelPath, Source, read};
    use super::*;

    #[test]
    fn a_problem_is_open_until_the_day_it_is_closed() {
        let text = "title = \"x\"\nfound = 2026-03-01\nowner = \"a\"\ndeadline = 2026-03-31\nclosed = 2026-05-10\n\
                    [[reopened]]\ndate = 2026-05-01\nwhy = \"y\"\nclosed = 2026-04-10\n";
        let source = Source::new(RelPath::new("issues/2026/x.toml").expect("a path"), text);
        let issue: Issue = read(&source).record.expect("an issue");
        let day = |text| Day::parse(text).expect("a day");
        for (text, open, overdue) in [
            ("2026-02-28", false, false),
            ("2026-03-01", true, false),
            ("2026-03-31", true, false),
            ("2026-04-01", true, true),
            ("2026-04-09", true, true),
            ("2026-04-10", false, false),
            ("2026-04-30", false, false),
            ("2026-05-01", true, true),
            ("2026-05-09", true, true),
            ("2026-05-10", false, false),
        ] {
            assert_eq!((issue.is_open(day(text)), issue.is_overdue(day(text))), (open, overdue), "{text}");
        }
    }
}
