//! Every thing of a branch, found by what a person typed.

use super::naming::{Candidate, find, find_shown};
use super::no_name::beside;
use super::pinyin::{Typed, is_pinyin_of};
use super::same::{is_same_name, name_key};
use super::{Branch, Filed, Since};
use crate::error::{Failure, Fault};
use crate::record::{Day, Former, Group, GroupId, Issue, Meeting, Member, MemberId, Plan, Requests, Tasks, Visits};
use crate::rulebook::{
    Campaign, Category, Class, DecisionKind, Edition, ExemplarRule, Grade, Item, Kind, Link, Mark, Measure, Post, Rate,
    Reason, Standing, StepRule, StudyKind, TalkReason,
};
use crate::words::{self, Text};

/// For each list of the rules: the one a person means, by id, name or a part.
macro_rules! finders {
    ($($finder:ident, $all:ident, $kind:ty, $noun:ident;)*) => {
        impl Branch {$(
            /// The one a person means.
            ///
            /// # Errors
            /// None or several of that name.
            pub fn $finder(&self, typed: &str) -> Result<&$kind, Failure> {
                let candidate = |what| Candidate::of(what, <$kind>::key(what), <$kind>::names(what));
                find(words::$noun(), typed, self.rules.$all().map(candidate).collect())
            }
        )*}
    };
}

finders! {
    find_grade, grades, Grade, noun_grade;
    find_mark, marks, Mark, noun_mark;
    find_campaign, campaigns, Campaign, noun_campaign;
    find_class, classes, Class, noun_class;
    find_decision, decisions, DecisionKind, noun_decision;
    find_edition, editions, Edition, noun_edition;
    find_link, links, Link, noun_link;
    find_post, posts, Post, noun_post;
    find_standing, standings, Standing, noun_standing;
    find_study, studies, StudyKind, noun_study;
    find_talk_reason, talk_reasons, TalkReason, noun_talk_reason;
}

/// The names that were borne before.
fn once(former: &[Former]) -> Vec<&str> {
    former.iter().map(|one| one.name.as_str()).collect()
}

impl Branch {
    /// The person somebody means: among those who were with the branch on a day, else among all.
    ///
    /// # Errors
    /// None or several of that name.
    pub fn find_member(&self, typed: &str, day: Day) -> Result<(&MemberId, &Filed<Member>), Failure> {
        // An id that is typed in full means nobody else, and needs no search among all names.
        if let Some(found) = MemberId::new(typed).and_then(|id| self.members.get_key_value(&id)) {
            return Ok(found);
        }
        // So does a number that one person has.
        let has_number = |one: &Member| one.number.as_ref().is_some_and(|number| number.value == typed.trim());
        let mut numbered = self.members.iter().filter(|(_, one)| has_number(one));
        if let (Some(found), None) = (numbered.next(), numbered.next()) {
            return Ok(found);
        }
        let among = |all: &dyn Fn(&Member) -> bool| {
            let people = self.members.iter().filter(|(_, member)| all(member));
            let candidates = people.map(|(id, member)| {
                let names = vec![member.name.as_str()];
                Candidate { once: once(&member.former), ..Candidate::of((id, member), id.as_str(), names) }
            });
            let shown = |one: &Candidate<'_, (&MemberId, &Filed<Member>)>| self.id_and_name(one.what.0);
            find_shown(words::noun_member(), typed, candidates.collect(), &shown).map_err(|failure| {
                match failure.faults[..] {
                    [Fault { cure: None, .. }] => failure.cure(words::cure_list_members()),
                    _ => failure,
                }
            })
        };
        let here = among(&|member| member.is_there(day));
        match here {
            Err(failure) => match self.told_apart(typed) {
                Some(found) => Ok(found),
                None if failure.is_of_several() => Err(failure),
                None => among(&|_| true).map_err(|_| failure),
            },
            found => found,
        }
    }

    /// The person somebody means, where only some can be meant, as those who are due: of several the only one who can.
    ///
    /// # Errors
    /// None or several of that name.
    pub fn find_member_among(
        &self,
        typed: &str,
        day: Day,
        can_be: &dyn Fn(&MemberId) -> bool,
    ) -> Result<(&MemberId, &Filed<Member>), Failure> {
        self.find_member(typed, day).or_else(|failure| {
            let bears = |one: &Member| is_same_name(typed, one.name_on(day));
            let named = self.people_on(day).filter(|(id, one)| can_be(id) && bears(one));
            match named.collect::<Vec<_>>()[..] {
                [only] if failure.is_of_several() => Ok(only),
                _ => Err(failure),
            }
        })
    }

    /// Whether no person has a word as the id or the name.
    pub fn is_nobody(&self, typed: &str) -> bool {
        !self.members.iter().any(|(id, one)| id.as_str() == typed || is_same_name(typed, &one.name))
    }

    /// The one of several namesakes whom a word behind the name tells apart: `王芳（治安）`.
    fn told_apart(&self, typed: &str) -> Option<(&MemberId, &Filed<Member>)> {
        let (name, apart) = beside(typed)?;
        let bears = |one: &Member| one.names().any(|own| is_same_name(&name, own));
        let mut told = self.members.iter().filter(|(id, one)| bears(one) && self.is_told_apart_by(id, &apart));
        told.next().filter(|_| told.next().is_none())
    }

    /// Whether a word behind a name means somebody: what tells them apart, or a part of it.
    pub(super) fn is_told_apart_by(&self, id: &MemberId, word: &str) -> bool {
        let key = name_key(word);
        let apart = self.apart(id, Day::LAST);
        let texts = apart.iter().flat_map(|apart| [apart.get(words::Lang::Zh), apart.get(words::Lang::En)]);
        id.as_str() == word || texts.into_iter().any(|text| name_key(text).contains(&key))
    }

    /// The id of a person with the name beside it.
    pub fn id_and_name(&self, id: &MemberId) -> Text {
        let name = self.member_name(id);
        match self.apart(id, Day::LAST).filter(|_| self.is_shared(id, Day::LAST)) {
            Some(apart) => words::id_name_apart(id, name, apart),
            None => words::id_and_name(id, name),
        }
    }

    /// The one person who bears a name, or is meant by it as an id or in pinyin: who wrote a commit. None where nobody or
    /// several are.
    pub fn author(&self, name: &str) -> Option<&MemberId> {
        let by_id = MemberId::new(name).and_then(|id| self.members.get_key_value(&id)).map(|(id, _)| id);
        let pinyin = name.to_lowercase().replace(['-', ' ', '\''], "");
        let named = |fits: &dyn Fn(&str) -> bool| {
            let mut fitting =
                self.members.iter().filter(|(_, one)| one.names().any(|name| fits(name))).map(|(id, _)| id);
            fitting.next().map(|first| (first, fitting.next().is_none()))
        };
        by_id.or_else(|| {
            let by_name = named(&|own| is_same_name(own, name))
                .or_else(|| named(&|own| is_pinyin_of(&pinyin, own, Typed::Whole)));
            by_name.filter(|(_, alone)| *alone).map(|(first, _)| first)
        })
    }

    /// The group somebody means: among those there were on a day, else among all.
    ///
    /// # Errors
    /// None or several of that name.
    pub fn find_group(&self, typed: &str, day: Day) -> Result<(&GroupId, &Filed<Group>), Failure> {
        let among = |all: &dyn Fn(&Group) -> bool| {
            let groups = self.groups.iter().filter(|(_, group)| all(group));
            let candidates = groups.map(|(id, group)| {
                let names = vec![group.name.as_str()];
                Candidate { once: once(&group.former), ..Candidate::of((id, group), id.as_str(), names) }
            });
            find(words::noun_group(), typed, candidates.collect())
        };
        match among(&|group| group.holds(day)) {
            Err(failure) if !failure.is_of_several() => among(&|_| true).map_err(|_| failure),
            found => found,
        }
    }

    /// The reason for being absent somebody means, by any of the names it is called by.
    ///
    /// # Errors
    /// None or several of that name.
    pub fn find_reason(&self, typed: &str) -> Result<&Reason, Failure> {
        let candidates = self.rules.reasons().map(|what| Candidate::of(what, what.key(), what.called()));
        find(words::noun_reason(), typed, candidates.collect())
    }

    /// The kind of meeting somebody means, by any of the names it is called by.
    ///
    /// # Errors
    /// None or several of that name.
    pub fn find_kind(&self, typed: &str) -> Result<&Kind, Failure> {
        let candidates = self.rules.kinds().map(|what| Candidate::of(what, what.key(), what.called()));
        find(words::noun_kind(), typed, candidates.collect())
    }

    /// The item of a day's scheme somebody means.
    ///
    /// # Errors
    /// None or several of that name.
    pub fn find_item(&self, typed: &str, day: Day) -> Result<&Item, Failure> {
        let candidate = |what| Candidate::of(what, Item::key(what), Item::names(what));
        find(words::noun_item(), typed, self.rules.items_on(day).map(candidate).collect()).map_err(|failure| {
            match failure.faults[..] {
                [Fault { cure: None, .. }] => failure.cure(words::cure_list_items()),
                _ => failure,
            }
        })
    }

    /// The category of items somebody means, whatever the day.
    ///
    /// # Errors
    /// None or several of that name.
    pub fn find_category(&self, typed: &str) -> Result<&Category, Failure> {
        let mut categories: Vec<_> = self.rules.categories().collect();
        categories.sort_by_key(|category| category.key());
        categories.dedup_by_key(|category| category.key());
        let candidate = |what| Candidate::of(what, Category::key(what), Category::names(what));
        find(words::noun_category(), typed, categories.into_iter().map(candidate).collect())
    }

    /// The step of a day somebody means.
    ///
    /// # Errors
    /// None or several of that name.
    pub fn find_step(&self, typed: &str, day: Day) -> Result<&StepRule, Failure> {
        let candidate = |what| Candidate::of(what, StepRule::key(what), StepRule::names(what));
        find(words::noun_step(), typed, self.rules.steps_on(day).map(candidate).collect())
    }

    /// The honour of a day somebody means; the only one there is where nobody says which.
    ///
    /// # Errors
    /// None or several of that name.
    pub fn find_exemplar(&self, typed: Option<&str>, day: Day) -> Result<&ExemplarRule, Failure> {
        let rules: Vec<_> = self.rules.exemplars_on(day).collect();
        match (typed, &rules[..]) {
            (None, [only]) => Ok(only),
            (None, _) => Err(Failure::usage(words::exemplar_needed()).cure(words::cure_exemplar_needed())),
            (Some(typed), _) => {
                let candidate = |what| Candidate::of(what, ExemplarRule::key(what), ExemplarRule::names(what));
                find(words::noun_exemplar(), typed, rules.into_iter().map(candidate).collect())
            }
        }
    }

    /// The measure of the assessment of a day somebody means.
    ///
    /// # Errors
    /// None or several of that name.
    pub fn find_measure(&self, typed: &str, day: Day) -> Result<&Measure, Failure> {
        let candidate = |what| Candidate::of(what, Measure::key(what), Measure::names(what));
        find(words::noun_measure(), typed, self.rules.measures_on(day).map(candidate).collect())
    }

    /// The rate of dues of a day somebody means.
    ///
    /// # Errors
    /// None or several of that name.
    pub fn find_rate(&self, typed: &str, day: Day) -> Result<&Rate, Failure> {
        let candidate = |what| Candidate::of(what, Rate::key(what), Rate::names(what));
        find(words::noun_rate(), typed, self.rules.rates_on(day).map(candidate).collect())
    }

    /// The problem somebody means, among those that were read: by its id, the name of its file, or a part of its title.
    ///
    /// # Errors
    /// None or several of that name.
    pub fn find_issue(&self, typed: &str) -> Result<&Filed<Issue>, Failure> {
        if let Some(issue) = self.issues.iter().find(|issue| issue.source.path.stem() == typed) {
            return Ok(issue);
        }
        let candidates = self.issues.iter().map(|what| Candidate::of(what, what.id(), vec![what.title.as_str()]));
        find(words::noun_issue(), typed, candidates.collect())
    }

    /// The item of a plan somebody means, among those that were read, with its plan and its place in it: by its id or a
    /// part of what it says.
    ///
    /// # Errors
    /// None or several of that name.
    pub fn find_plan_item(&self, typed: &str) -> Result<(&Filed<Plan>, usize), Failure> {
        let items = self.plans.iter().flat_map(|plan| plan.entries.iter().enumerate().map(move |one| (plan, one)));
        let candidates =
            items.map(|(plan, (at, item))| Candidate::of((plan, at), item.id.as_str(), vec![item.what.as_str()]));
        find(words::noun_plan_item(), typed, candidates.collect())
    }

    /// The request somebody means, among those that were read, with its file and its place in it: by its id or a part of
    /// what was asked for.
    ///
    /// # Errors
    /// None or several of that name.
    pub fn find_request(&self, typed: &str) -> Result<(&Filed<Requests>, usize), Failure> {
        let requests =
            self.requests.iter().flat_map(|file| file.entries.iter().enumerate().map(move |one| (file, one)));
        let candidates = requests
            .map(|(file, (at, request))| Candidate::of((file, at), request.id.as_str(), vec![request.what.as_str()]));
        find(words::noun_request(), typed, candidates.collect())
    }

    /// The task somebody means, among those that were read, with its file and its place in it: by its id or a part of what
    /// was decided.
    ///
    /// # Errors
    /// None or several of that name.
    pub fn find_task(&self, typed: &str) -> Result<(&Filed<Tasks>, usize), Failure> {
        let tasks = self.task_files.iter().flat_map(|file| file.entries.iter().enumerate().map(move |one| (file, one)));
        let candidates =
            tasks.map(|(file, (at, task))| Candidate::of((file, at), task.id.as_str(), vec![task.what.as_str()]));
        find(words::noun_task(), typed, candidates.collect())
    }

    /// The visit or inspection somebody means, among those that were read, with its file and its place in it: by its id, its
    /// day, or a part of who came.
    ///
    /// # Errors
    /// None or several of that name.
    pub fn find_visit(&self, typed: &str) -> Result<(&Filed<Visits>, usize), Failure> {
        let visits =
            self.visit_files.iter().flat_map(|file| file.entries.iter().enumerate().map(move |one| (file, one)));
        let days: Vec<_> = visits.clone().map(|(_, (_, visit))| visit.date.value.to_string()).collect();
        let candidates = visits.zip(&days).map(|((file, (at, visit)), day)| {
            Candidate::of((file, at), visit.id.as_str(), vec![visit.visitor.as_str(), day])
        });
        find(words::noun_visit(), typed, candidates.collect())
    }

    /// The meeting somebody means, among those that were read: by its id or a part of it. One that is void is meant only
    /// where no other is.
    ///
    /// # Errors
    /// None or several of that name.
    pub fn find_meeting(&self, typed: &str) -> Result<&Filed<Meeting>, Failure> {
        if let Some(meeting) = self.meetings.iter().find(|meeting| meeting.source.path.stem() == typed) {
            return Ok(meeting);
        }
        let among = |all: &dyn Fn(&Meeting) -> bool| {
            let meetings: Vec<_> = self.meetings.iter().filter(|meeting| all(meeting)).collect();
            let names: Vec<_> = meetings.iter().map(|meeting| self.title(meeting)).collect();
            let candidates = meetings.into_iter().zip(&names).map(|(what, name)| {
                Candidate::of(what, what.source.path.stem(), vec![name.get(words::Lang::Zh), name.get(words::Lang::En)])
            });
            find(words::noun_meeting(), typed, candidates.collect())
        };
        match among(&|meeting| meeting.struck.is_none()) {
            Err(failure) if !failure.is_of_several() => among(&|_| true),
            found => found,
        }
    }

    /// The place of the text somebody means in a list of them: the whole text or a part of it.
    ///
    /// # Errors
    /// None or several of that text.
    pub fn find_text<'a>(noun: Text, typed: &str, texts: impl IntoIterator<Item = &'a str>) -> Result<usize, Failure> {
        let candidates = texts.into_iter().enumerate().map(|(at, text)| Candidate::of(at, text, vec![text]));
        find(noun, typed, candidates.collect())
    }
}
