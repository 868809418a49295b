//! What is in dispute after a merge, record by record and field by field.

use super::history::{At, LONG, taking_part, title};
use super::{Cell, Chapter, ColumnKind, Story, Table};
use crate::branch::Branch;
use crate::reckon::history::{Keys, Piece, Presence, Sort, Torn, What};
use crate::record::{MemberId, RelPath, Said};
use crate::words::{self, Text};

/// A record in dispute.
#[derive(Clone, Debug)]
pub struct Contested {
    /// The file.
    pub path: RelPath,
    /// What it is called in a call: the id of a line, the name of a file.
    pub record: String,
    /// In a few words.
    pub title: Text,
    /// Who last changed the file on our side, and on theirs.
    pub by: [Option<String>; 2],
    /// What is in dispute of it.
    pub fields: Vec<Field>,
}

/// One field in dispute.
#[derive(Clone, Debug)]
pub struct Field {
    /// Its key; none for the record as a whole.
    pub key: Option<String>,
    /// What it is called.
    pub name: Text,
    /// What it said.
    pub before: Option<Text>,
    /// What it says on our side.
    pub ours: Text,
    /// What it says on the other.
    pub theirs: Text,
}

/// The records of a file that are in dispute.
pub fn contested(branch: &Branch, path: &RelPath, by: [Option<String>; 2], torn: &[Torn]) -> Vec<Contested> {
    let one = |torn: &Torn| {
        let piece = torn.ours.as_ref().or(torn.theirs.as_ref())?;
        let record =
            if piece.span.is_some() && piece.sort != Sort::Step { piece.id.clone() } else { path.stem().to_owned() };
        let fields = match (&torn.ours, &torn.theirs) {
            (Some(ours), Some(theirs)) => fields(branch, torn, ours, theirs),
            (ours, _) => vec![whole(words::the_record(), ours.is_some(), ours.is_none())],
        };
        Some(Contested { path: path.clone(), record, title: title(branch, piece), by: by.clone(), fields })
    };
    torn.iter().filter_map(one).collect()
}

/// A file that is in dispute as a whole: which sides have it.
pub fn contested_file(path: &RelPath, by: [Option<String>; 2], ours: bool, theirs: bool) -> Contested {
    let (title, fields) = (Text::same(path.to_string()), vec![whole(words::the_file(), ours, theirs)]);
    Contested { path: path.clone(), record: path.stem().to_owned(), title, by, fields }
}

/// A file of which only comments and layout are in dispute.
pub fn contested_layout(path: &RelPath, by: [Option<String>; 2]) -> Contested {
    let (title, fields) = (Text::same(path.to_string()), vec![whole(words::the_layout(), true, true)]);
    Contested { path: path.clone(), record: path.stem().to_owned(), title, by, fields }
}

fn whole(name: Text, ours: bool, theirs: bool) -> Field {
    let side = |has: bool, other: bool| match (has, other) {
        (true, true) => words::is_changed(),
        (true, false) => words::is_kept(),
        (false, _) => words::is_gone(),
    };
    Field { key: None, name, before: None, ours: side(ours, theirs), theirs: side(theirs, ours) }
}

fn fields(branch: &Branch, torn: &Torn, ours: &Piece, theirs: &Piece) -> Vec<Field> {
    let at = At::record(ours);
    let value =
        |key: &str, said: Option<&Said>| said.map_or_else(words::has_none, |said| short(at.value(branch, key, said)));
    let before = |key: &str| torn.base.as_ref().map(|base| value(key, base.keys.get(key)));
    let field = |key: &str, name: Text, ours: Text, theirs: Text| Field {
        key: Some(key.to_owned()),
        name,
        before: before(key),
        ours,
        theirs,
    };
    let one = |what: &What| match what {
        What::Struck(_) | What::Restored => {
            let side = |piece: &Piece| value("struck", piece.keys.get("struck"));
            field("struck", at.name("struck"), side(ours), side(theirs))
        }
        What::Field { key, before: ours, after: theirs } => {
            field(key, at.name(key), value(key, ours.as_ref()), value(key, theirs.as_ref()))
        }
        What::Items { key, .. } => {
            field(key, at.name(key), value(key, ours.keys.get(key)), value(key, theirs.keys.get(key)))
        }
        What::Presence { member, before: ours, after: theirs } => {
            let side = |one: Option<&Presence>| one.map_or_else(words::not_written, |one| taking_part(branch, one));
            let name = MemberId::new(member).map_or_else(|| Text::same(words::shown(member)), |id| branch.name(&id));
            let was = torn.base.as_ref().map(|base| side(base.presences().get(member.as_str())));
            Field { before: was, ..field(member, name, side(ours.as_ref()), side(theirs.as_ref())) }
        }
        What::Part { list, before: one, after: other } => {
            let part = At::part(ours, list);
            let side = |keys: &Option<Keys>| {
                keys.as_ref().map_or_else(words::has_none, |keys| short(part.table(branch, keys)))
            };
            Field { before: None, ..field(list, at.name(list), side(one), side(other)) }
        }
        What::Added | What::Removed | What::Moved(_) | What::Layout | What::Unreadable => {
            whole(words::the_record(), true, true)
        }
    };
    torn.differs.iter().map(one).collect()
}

/// So much of a long text as can be set beside another.
fn short(text: Text) -> Text {
    let cut = |lang| {
        let text = text.get(lang).replace('\n', " ");
        match text.chars().count() > LONG {
            true => text.chars().take(LONG).chain(['…']).collect(),
            false => text,
        }
    };
    Text::new(cut(words::Lang::Zh), cut(words::Lang::En))
}

/// What is in dispute, told.
pub fn disputes(contested: &[Contested]) -> Story {
    let chapter = |one: &Contested| {
        let by = |name: &Option<String>| {
            name.as_ref().map_or_else(Text::default, |name| words::written_by(words::shown(name)))
        };
        let parts = one.fields.iter().map(|field| {
            let name = match &field.key {
                Some(key) => words::id_and_name(key.as_str(), &field.name),
                None => field.name.clone(),
            };
            let mut lines = vec![
                words::told_of(words::our_side(by(&one.by[0])), &field.ours),
                words::told_of(words::their_side(by(&one.by[1])), &field.theirs),
            ];
            lines.extend(field.before.as_ref().map(|before| words::told_of(words::as_it_was(), before)));
            (name, lines)
        });
        let head = match one.title.get(words::Lang::En) == one.path.as_str() {
            true => one.title.clone(),
            false => words::record_at(&one.title, one.record.as_str(), one.path.as_str()),
        };
        Chapter { head, parts: parts.collect() }
    };
    Story { chapters: contested.iter().map(chapter).collect() }
}

/// The same, a line for each field.
pub fn disputes_table(contested: &[Contested]) -> Table {
    use ColumnKind::{Id, Text as Words};
    let columns = [
        ("record", Id),
        ("entry", Id),
        ("title", Words),
        ("field", Words),
        ("before", Words),
        ("ours", Words),
        ("theirs", Words),
        ("ours_by", Words),
        ("theirs_by", Words),
    ];
    let row = |(one, field): (&Contested, &Field)| -> Vec<Cell> {
        let by = |at: usize| one.by[at].as_deref().map(|name| Text::same(words::shown(name)));
        vec![
            Text::same(one.path.as_str()).into(),
            Text::same(one.record.as_str()).into(),
            one.title.clone().into(),
            field.key.as_deref().map(Text::same).into(),
            field.before.clone().into(),
            field.ours.clone().into(),
            field.theirs.clone().into(),
            by(0).into(),
            by(1).into(),
        ]
    };
    let rows = contested.iter().flat_map(|one| one.fields.iter().map(move |field| (one, field)));
    Table::new("disputes", &columns, rows.map(row).collect())
}
