//! What a row says of a person.

use std::collections::BTreeMap;

use crate::cmd::import::plan::Plan;
use crate::cmd::import::rows::{Line, Problem, Rows, is_nobody, new_name, problem, refused, whole};
use crate::record::{ClassId, Day, GroupId, MemberId, PostId, StandingId, folded};
use crate::rulebook::Post;
use crate::words::{self, STANDING_WORDS, Text};

/// What a row says.
#[derive(Debug)]
pub(super) struct Says {
    pub(super) row: usize,
    pub(super) id: Option<MemberId>,
    pub(super) name: String,
    /// The number by which the office knows the person.
    pub(super) number: Option<String>,
    /// What the person is.
    pub(super) standing: Option<StandingId>,
    /// The first day of that, where no column has a day for each standing.
    pub(super) from: Option<Day>,
    /// Since when the person was what, in order, where there are columns for that.
    pub(super) since: Vec<(Day, StandingId)>,
    /// The first day here, where the first standing began elsewhere.
    pub(super) here: Option<Day>,
    pub(super) left: Option<Day>,
    pub(super) left_reason: Option<String>,
    pub(super) group: Option<GroupId>,
    pub(super) group_from: Option<Day>,
    pub(super) posts: Vec<PostId>,
    pub(super) post_from: Option<Day>,
    pub(super) class: Option<ClassId>,
    pub(super) note: Option<String>,
    /// What is told of the row besides.
    pub(super) told: Vec<Text>,
}

/// The columns that have a day for a standing, and which.
const SINCE: [(&str, &str); 5] = [
    ("since-applicant", "applicant"),
    ("since-activist", "activist"),
    ("since-candidate", "candidate"),
    ("since-probationary", "probationary"),
    ("since-full", "full"),
];

impl Says {
    /// Reads a row.
    pub(super) fn read(rows: &Rows<'_>, line: Line<'_>, plan: &mut Plan) -> Result<Self, Problem> {
        let branch = rows.branch;
        let typed = line.needed(line.text("name")?, rows.field("members", "name"))?;
        let name = new_name(&typed, rows.options.any_name)?;
        let standing = line.text("standing")?.map(|text| standing(rows, &text)).transpose()?;
        let class = match line.text("class")? {
            Some(text) => {
                let class = branch.find_class(&text).map_err(problem)?;
                whole(&text, words::noun_class(), class.key(), &class.names())?;
                Some(class.id.value.clone())
            }
            None => None,
        };
        let (mut from, left) = (line.day("from")?, line.day("left")?);
        let since = since(rows, line)?;
        let mut here = line.day("here")?;
        // Beside days of the standings, the day of coming is the first day here.
        if !since.is_empty() {
            here = here.or(from.take());
        }
        // 群众 and 共青团员 may have applied: a roster says so by the day only.
        let is_on_the_way = |standing: &StandingId, dated: &StandingId| {
            let is_member = rows.branch.rules.standing(dated).is_some_and(|one| one.member == Some(true));
            !is_member && SINCE.iter().all(|(_, id)| standing.as_str() != *id)
        };
        let standing = standing.filter(|said| since.last().is_none_or(|(_, dated)| !is_on_the_way(said, dated)));
        if let (Some((last, is)), Some(standing)) = (since.last(), &standing)
            && is != standing
        {
            let (said, dated) = (branch.standing_name(standing), branch.standing_name(is));
            return Err(refused(words::standing_otherwise(said, dated, last), words::cure_standing_otherwise()));
        }
        if let (Some(from), Some(left)) = (from.or(here).or(since.first().map(|one| one.0)), left)
            && left <= from
        {
            return Err(Problem::of(words::left_before(from, left)));
        }
        let day = left.map_or(rows.env.today, |left| left.minus(1)).min(rows.env.today);
        let (posts, others) = posts(rows, line)?;
        let mut told = Vec::new();
        let mut notes: Vec<String> = line.text("note")?.into_iter().collect();
        if !others.is_empty() {
            let heading = rows.mapping.heading("post").unwrap_or_default();
            notes.push(format!("{heading}：{}", others.join("、")));
            told.push(words::kept_in_note(others.join("、")));
        }
        notes.extend(line.kept());
        if name != crate::branch::clean_name(&typed) {
            told.push(words::name_without_more(words::shown(&typed)));
        }
        Ok(Self {
            row: line.number(),
            id: line.member_id()?,
            number: line.text("number")?.map(|text| folded(&text)),
            name,
            standing: standing.or_else(|| since.last().map(|one| one.1.clone())),
            from,
            here: here.filter(|here| since.first().or(None).is_none_or(|first| first.0 < *here)),
            since,
            left,
            left_reason: line.text("left-reason")?,
            group: group(line, from.map_or(day, |from| from.max(day)), plan)?,
            group_from: line.day("group-from")?,
            posts,
            post_from: line.day("post-from")?,
            class,
            note: (!notes.is_empty()).then(|| notes.join("；")),
            told,
        })
    }

    /// Since when the person was what, whichever way the row says it.
    pub(super) fn spells(&self) -> Vec<(Day, StandingId)> {
        match (&self.standing, self.from) {
            (Some(standing), Some(from)) if self.since.is_empty() => vec![(from, standing.clone())],
            _ => self.since.clone(),
        }
    }

    /// The first day with the branch.
    pub(super) fn first_here(&self) -> Option<Day> {
        self.here.or_else(|| self.spells().first().map(|one| one.0))
    }
}

/// The standing a table names, by its whole name or as rosters write it.
fn standing(rows: &Rows<'_>, text: &str) -> Result<StandingId, Problem> {
    let meant = STANDING_WORDS.iter().find(|(_, words)| words.contains(&text)).map(|(id, _)| *id);
    if let Some(standing) = rows.branch.rules.standings().find(|standing| Some(standing.key()) == meant) {
        return Ok(standing.id.value.clone());
    }
    let standing = rows.branch.find_standing(text).map_err(problem)?;
    whole(text, words::noun_standing(), standing.key(), &standing.names())?;
    Ok(standing.id.value.clone())
}

/// The days of the standings, in order.
fn since(rows: &Rows<'_>, line: Line<'_>) -> Result<Vec<(Day, StandingId)>, Problem> {
    let mut all: BTreeMap<Day, StandingId> = BTreeMap::new();
    let mut last: Option<(Day, Text)> = None;
    for (field, id) in SINCE {
        let Some(standing) = rows.branch.rules.standings().find(|standing| standing.key() == id) else { continue };
        let Some(day) = line.day(field)? else { continue };
        if let Some((before, name)) = last.replace((day, standing.name())).filter(|(before, _)| *before >= day) {
            return Err(Problem::of(words::standings_out_of_order(standing.name(), day, name, before)));
        }
        all.insert(day, standing.id.value.clone());
    }
    Ok(all.into_iter().collect())
}

/// The post of a group that a title names with its group before it: 刑侦党小组组长.
fn group_post<'a>(rows: &Rows<'a>, title: &str, group: Option<&str>) -> Option<&'a Post> {
    let is_of = |post: &&Post| {
        let before = |name: &str| title.strip_suffix(name).filter(|before| !before.is_empty());
        let is_group = |before: &str| group.is_some_and(|group| group.starts_with(before));
        post.of_group == Some(true) && post.names().iter().any(|name| before(name).is_some_and(is_group))
    };
    rows.branch.rules.posts().find(is_of)
}

/// The posts a row names that the rules know, and the other titles.
fn posts(rows: &Rows<'_>, line: Line<'_>) -> Result<(Vec<PostId>, Vec<String>), Problem> {
    let (mut posts, mut others) = (Vec::new(), Vec::new());
    let group = line.text("group")?;
    for text in line.list("post")?.into_iter().filter(|text| !is_nobody(text)) {
        let found = rows.branch.find_post(&text).ok();
        let found = found.filter(|post| whole(&text, words::noun_post(), post.key(), &post.names()).is_ok());
        match found.or_else(|| group_post(rows, &text, group.as_deref())) {
            Some(post) if !posts.contains(&post.id.value) => posts.push(post.id.value.clone()),
            Some(_) => {}
            None => others.push(text),
        }
    }
    Ok((posts, others))
}

/// The group a row names; one that is not there is told with what makes it, or is made.
fn group(line: Line<'_>, day: Day, plan: &mut Plan) -> Result<Option<GroupId>, Problem> {
    let Some(text) = line.text("group")?.filter(|text| !is_nobody(text)) else { return Ok(None) };
    if let Some(id) = plan.made_groups.get(&crate::branch::name_key(&text)) {
        return Ok(Some(id.id.clone()));
    }
    line.group("group", day)
}
