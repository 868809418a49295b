//! The reports that are asked for by name.

use clap::ValueEnum;

use super::attendance::{By, attendance};
use super::requests::{BurdenBy, requests, requests_by};
use super::table::{Extent, Table};
use super::{
    PlanOnly, bulletin, bulletin_query, campaigns, campaigns_query, dues, duties, exports, inspection,
    inspection_query, issues, issues_brief, links, meetings, meetings_brief, meetings_brief_query, members, plan,
    plan_brief, points, points_of_campaign, responsibilities, rhythm, rhythm_query, study, talks, tasks, visits,
    visits_query,
};
use crate::branch::{Branch, Query};
use crate::reckon::{duties_query, plan_day, planned_query, responsibilities_query};
use crate::record::{CampaignId, Day, Period};

/// The reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ReportName {
    /// The people of the period
    Members,
    /// The meetings held
    Meetings,
    /// Who attended how often
    Attendance,
    /// What everybody's points come to
    Points,
    /// Which lines of work the records served
    Links,
    /// The bulletin: the situation, problems by kind, who is under the line, what came of last time
    Bulletin,
    /// What records there are by kind and month, and what is missing
    Inspection,
    /// The duties, and how often each was done
    Duties,
    /// What each post is responsible for, and who holds it
    Responsibilities,
    /// The rhythm: what was held week by week, the pauses, how regularly
    Rhythm,
    /// The hours of study, a record a line
    Study,
    /// The talks, a record a line
    Talks,
    /// The dues of every member, month by month
    Dues,
    /// The problems that were open
    Issues,
    /// What was planned, and what is done of it
    Plan,
    /// What became of each campaign
    Campaigns,
    /// The decisions that somebody carries out, and what became of them
    Tasks,
    /// Who came to look, and what became of what was ordered
    Visits,
    /// What superiors asked for, what they got, and what it cost
    Requests,
    /// Which tables went to whom, in which edition
    Exports,
}

/// What is asked of a report.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// The days it is of.
    pub period: Period,
    /// The day.
    pub today: Day,
    /// The campaign whose records alone it is of.
    pub campaign: Option<&'a CampaignId>,
    /// By what attendance is summed up.
    pub attendance: By,
    /// By what requests are summed up; each a line where nothing is said.
    pub requests: Option<BurdenBy>,
    /// How much of it is shown.
    pub extent: Extent,
}

impl ReportName {
    /// The period it is of where none is said.
    pub fn period(self) -> &'static str {
        match self {
            Self::Plan
            | Self::Campaigns
            | Self::Tasks
            | Self::Inspection
            | Self::Visits
            | Self::Requests
            | Self::Exports => "this-year",
            _ => "this-month",
        }
    }

    /// Whether it tells something of a period that has not begun: what is to be done in it.
    pub fn looks_ahead(self) -> bool {
        matches!(self, Self::Plan | Self::Duties | Self::Campaigns)
    }

    /// Whether it can be of the records of one campaign.
    pub fn has_campaigns(self) -> bool {
        matches!(
            self,
            Self::Meetings | Self::Attendance | Self::Points | Self::Links | Self::Study | Self::Issues | Self::Plan
        )
    }

    /// What it needs.
    pub fn query(self, period: Period, today: Day) -> Query {
        let query = Query::roll();
        match self {
            Self::Members => query,
            Self::Meetings => meetings_brief_query(period, today),
            Self::Attendance => query.meetings(period),
            Self::Points => query.scored(period),
            Self::Links => query.meetings(period).points(period),
            Self::Bulletin => bulletin_query(period),
            Self::Inspection => inspection_query(period, today),
            Self::Duties => duties_query(period, today),
            Self::Responsibilities => responsibilities_query(period.last.min(today)),
            Self::Rhythm => rhythm_query(period, today),
            Self::Study => query.study(period),
            Self::Talks => query.talks(period),
            Self::Dues => query.dues(period),
            Self::Issues => query.issues(period),
            Self::Plan => planned_query(period, plan_day(period, today)),
            Self::Campaigns => campaigns_query(period, plan_day(period, today)),
            Self::Tasks => query.tasks(period),
            Self::Visits => visits_query(period, today),
            Self::Requests => query.requests(period),
            Self::Exports => query.exports().editions(),
        }
    }

    /// It, as a table.
    pub fn table(self, branch: &Branch, asked: &Asked<'_>) -> Table {
        let Asked { period, today, campaign, extent, .. } = *asked;
        let end = period.last.min(today);
        let planned = PlanOnly { period, campaign, open: false };
        match (self, extent) {
            (Self::Members, _) => members(branch, period, today),
            (Self::Meetings, Extent::All) => meetings(branch, period),
            (Self::Meetings, Extent::Brief) => {
                meetings_brief(branch, period, today, |meeting| meeting.struck.is_none())
            }
            (Self::Attendance, _) => attendance(branch, period, asked.attendance),
            (Self::Points, _) => match campaign {
                Some(campaign) => points_of_campaign(branch, period, campaign),
                None => points(branch, period, today),
            },
            (Self::Links, _) => links(branch, period),
            (Self::Bulletin, _) => bulletin(branch, period, today),
            (Self::Tasks, _) => tasks(branch, period, end, false),
            (Self::Inspection, extent) => inspection(branch, period, today, extent),
            (Self::Visits, extent) => visits(branch, period, end, extent),
            (Self::Duties, _) => duties(branch, period, today),
            (Self::Responsibilities, _) => responsibilities(branch, end),
            (Self::Rhythm, _) => rhythm(branch, period, today),
            (Self::Study, _) => study(branch, period),
            (Self::Talks, _) => talks(branch, period),
            (Self::Dues, _) => dues(branch, period, today),
            (Self::Issues, Extent::All) => issues(branch, period, end),
            (Self::Issues, Extent::Brief) => issues_brief(branch, branch.issues_during(period), end),
            (Self::Plan, Extent::All) => plan(branch, &planned, plan_day(period, today)),
            (Self::Plan, Extent::Brief) => plan_brief(branch, &planned, plan_day(period, today)),
            (Self::Campaigns, _) => campaigns(branch, period, plan_day(period, today)),
            (Self::Requests, _) => match asked.requests {
                Some(by) => requests_by(branch, period, today, by),
                None => requests(branch, period, today),
            },
            (Self::Exports, _) => exports(branch, period),
        }
    }
}
