//! Records in a few words.

use super::value::At;
use crate::branch::Branch;
use crate::reckon::history::{Piece, Sort};
use crate::record::{GroupId, KindId, Score};
use crate::words::{self, Text};

/// A record in a few words, as it says itself; by its id or its file where it does not say enough.
pub fn title(branch: &Branch, piece: &Piece) -> Text {
    told(branch, piece).unwrap_or_else(|| {
        Text::same(words::shown(match piece.span {
            Some(_) => &piece.id,
            None => piece.path.as_str(),
        }))
    })
}

fn told(branch: &Branch, piece: &Piece) -> Option<Text> {
    let said = |key: &str| Some(At::record(piece).value(branch, key, piece.keys.get(key)?));
    let day = || piece.happened();
    Some(match piece.sort {
        Sort::Meeting => {
            let kind = KindId::new(piece.text("kind")?)?;
            let group = piece.text("group").and_then(GroupId::new);
            branch.meeting_title(day()?, branch.kind_name(&kind), group.as_ref())
        }
        Sort::Issue => words::dated(day()?, said("title")?),
        Sort::Member | Sort::Group => said("name")?,
        Sort::Step => words::dated(day()?, words::field_of(said("member")?, said("is")?)),
        Sort::Award => {
            let points = piece.keys.get("points").and_then(|points| Score::parse(&points.to_string()));
            let points = points.map_or_else(String::new, Score::signed);
            words::entry_title(day()?, said("member")?, said("item")?, points)
        }
        Sort::Posting => words::posting_title(said("period")?),
        Sort::Objection => words::objection_title(said("member")?, said("period")?),
        Sort::Study => words::study_title(day()?, said("member")?, said("kind")?, said("hours")?),
        Sort::Talk => words::talk_title(day()?, said("who")?, said("with")?),
        Sort::Amount => words::dues_title(said("from")?, said("member")?, words::dues_approved(), said("amount")?),
        Sort::Payment => words::dues_title(said("month")?, said("member")?, words::dues_paid(), said("amount")?),
        Sort::Appraisal => words::appraised_for(said("member")?, said("year")?),
        Sort::Exemplar => words::honoured_for(said("member")?, said("kind")?, said("period")?),
        Sort::Plan => words::dated(said("until")?, said("what")?),
        Sort::Agenda => words::agenda_of(said("date")?, said("kind")?, said("group")),
        Sort::Request | Sort::Task => words::dated(day()?, said("what")?),
        Sort::Visit => words::dated(day()?, said("visitor")?),
        Sort::Figure => {
            let whose = said("member").or_else(|| said("group"));
            let what = words::field_of(said("measure")?, said("value")?);
            words::dated(day()?, whose.into_iter().fold(what, |what, whose| words::field_of(whose, what)))
        }
        Sort::Acceptance => words::acceptance_title(said("code")?, said("file")?),
        Sort::Export => words::export_noted(said("period")?, said("edition")?, said("to")?),
        Sort::Seal => words::seal_title(piece.path.stem()),
        Sort::Line | Sort::File => return None,
    })
}

/// The keys that a title says already.
pub(super) fn is_in_title(sort: Sort, key: &str) -> bool {
    let keys: &[&str] = match sort {
        Sort::Meeting => &["date", "kind", "group", "present", "late"],
        Sort::Issue => &["found", "title"],
        Sort::Member | Sort::Group => &["name"],
        Sort::Step => &["on", "is", "member"],
        Sort::Award => &["date", "member", "item", "points"],
        Sort::Posting => &["period"],
        Sort::Objection => &["member", "period"],
        Sort::Study => &["date", "member", "kind", "hours"],
        Sort::Talk => &["date", "who", "with"],
        Sort::Amount => &["from", "member", "amount"],
        Sort::Payment => &["month", "member", "amount"],
        Sort::Appraisal => &["member", "year"],
        Sort::Exemplar => &["member", "kind", "period"],
        Sort::Plan => &["until", "what"],
        Sort::Agenda => &["date", "kind", "group"],
        Sort::Request | Sort::Task => &["date", "what"],
        Sort::Visit => &["date", "visitor"],
        Sort::Figure => &["date", "measure", "value", "member", "group"],
        Sort::Acceptance => &["code", "file"],
        Sort::Export => &["period", "edition", "to"],
        Sort::Seal => &["date", "program"],
        Sort::Line | Sort::File => &[],
    };
    key == "id" || keys.contains(&key)
}
