//! The kinds of files, a row each. Whatever is the same for every kind is made of these rows: where such files stand, what
//! reads them, what may be written in them, the loaded branch, and what `check` asks of every record.

/// Hands the rows to another macro.
///
/// A row is a field of [`super::Branch`], the kind and the key that names its files, what reads such a file, what holds
/// them once they are loaded, the name of the form, where the files stand, and the function that makes their path.
/// `ledger` is for those that have a record on each line.
macro_rules! kinds {
    ($with:ident) => {
        $with! {
            single {
                /// `zhibu.toml`.
                settings: Settings = Settings in Filed<Settings>, "zhibu", "zhibu.toml", settings_path;
                /// What was exported to whom, where it was noted.
                exports: Exports = Exports in Option<Filed<Exports>>, "exports", "exports.toml", exports_path, ledger;
                /// The findings that are let stand, where there are any.
                accepted: Accepted = Acceptances in Option<Filed<Acceptances>>, "accepted", "rules/accepted.toml", accepted_path, ledger;
            }
            rules {
                AppraisalRules, "rules/appraisal", "rules/appraisal.toml";
                AssessmentRules, "rules/assessment", "rules/assessment.toml";
                BranchRules, "rules/branch", "rules/branch.toml";
                DuesRules, "rules/dues", "rules/dues.toml";
                DutyRules, "rules/duties", "rules/duties.toml";
                EditionRules, "rules/editions", "rules/editions.toml";
                HolidayRules, "rules/holidays", "rules/holidays.toml";
                MeetingRules, "rules/meetings", "rules/meetings.toml";
                PointsRules, "rules/points", "rules/points.toml";
                StepRules, "rules/steps", "rules/steps.toml";
                StudyRules, "rules/study", "rules/study.toml";
                TalkRules, "rules/talks", "rules/talks.toml";
            }
            keyed {
                /// The people, by id.
                members: Member(MemberId) = Member in People, "member", "members", member_path;
                /// The groups, by id.
                groups: Group(GroupId) = Group in BTreeMap<GroupId, Filed<Group>>, "group", "groups", group_path;
                /// The months' awards and deductions, by month.
                ledgers: Points(Month) = Ledger in Vec<Filed<Ledger>>, "points", "points", ledger_path, ledger;
                /// The yearly appraisals, by year.
                appraisals: Appraisals(i32) = Appraisals in Vec<Filed<Appraisals>>, "appraisals", "appraisals", appraisal_path, ledger;
                /// The figures of work given by hand, by year.
                figure_files: Figures(i32) = Figures in Vec<Filed<Figures>>, "figures", "figures", figures_path, ledger;
                /// The years' dues, by year.
                dues: Dues(i32) = DuesLedger in Vec<Filed<DuesLedger>>, "dues", "dues", dues_path, ledger;
                /// The years' plans, by year.
                plans: Plan(i32) = Plan in Vec<Filed<Plan>>, "plan", "plans", plan_path, ledger;
                /// What superiors asked for, by year.
                requests: Requests(i32) = Requests in Vec<Filed<Requests>>, "requests", "requests", request_path, ledger;
                /// The months' hours of study, by month.
                study: Study(Month) = StudyLedger in Vec<Filed<StudyLedger>>, "study", "study", study_path, ledger;
                /// The months that are closed, by month.
                seals: Seal(Month) = Seal in BTreeMap<Month, Filed<Seal>>, "seal", "seals", seal_path;
                /// The meetings that are planned, by year.
                agenda_files: Agendas(i32) = Agendas in Vec<Filed<Agendas>>, "agendas", "agendas", agendas_path, ledger;
                /// What meetings decided that somebody carries out, by year.
                task_files: Tasks(i32) = Tasks in Vec<Filed<Tasks>>, "tasks", "tasks", tasks_path, ledger;
                /// The years' talks, by year.
                talk_files: Talks(i32) = TalkLedger in Vec<Filed<TalkLedger>>, "talks", "talks", talks_path, ledger;
                /// Visits and inspections, by year.
                visit_files: Visits(i32) = Visits in Vec<Filed<Visits>>, "visits", "visits", visits_path, ledger;
                /// Shifts that were swapped: a kind of ledger that there is in the tests alone.
                #[cfg(test)]
                swaps: Swaps(i32) = Swaps in Vec<Filed<Swaps>>, "swaps", "swaps", swaps_path, ledger;
            }
            dated {
                /// The meetings, by date, then file.
                meetings: Meeting = Meeting in Vec<Filed<Meeting>>, "meeting", "meetings", "DATE-KIND[-GROUP][-N]";
                /// The problems, by the day they were found, then file.
                issues: Issue = Issue in Vec<Filed<Issue>>, "issue", "issues", "DATE-ID";
            }
        }
    };
}
pub(crate) use kinds;
