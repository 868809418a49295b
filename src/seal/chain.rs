//! The versions that a seal has had: each is the one right before it with one amendment more, which names it.

use super::code::code;
use crate::record::{Amendment, RelPath, Seal, Source, read};
use crate::words::{self, Lang};

#[cfg(test)]
mod tests;

/// The commands after which earlier amendments may stand there with a pseudonym for a name, or with the name again.
const OF_NAMES: [&str; 2] = ["member erase", "undo"];

/// Stands between those whose names were erased, where an amendment is of several.
pub const ERASED_AND: &str = "; ";

/// A version of a seal.
#[derive(Debug)]
struct Version {
    /// The seal in short.
    code: String,
    seal: Seal,
}

/// The sound versions of a seal, the first first.
pub struct Chain<'a> {
    sound: Vec<Version>,
    stood: &'a Stood<'a>,
}

/// Whether a name and an id stood together for somebody, as git knows: what an amendment says of itself proves nothing.
pub type Stood<'a> = dyn Fn(&str, &str) -> bool + 'a;

/// Why a version of a seal is not the next one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unsound {
    /// It is none of those before with one amendment more that names it.
    ByHand,
    /// Amendments that were made are not in it.
    Forgets,
}

impl Version {
    fn of(path: &RelPath, text: &str) -> Option<Self> {
        let source = Source::new(path.clone(), text.to_owned());
        let seal = read::<Seal>(&source).record?;
        Some(Self { code: code(text), seal })
    }
}

impl<'a> Chain<'a> {
    /// None yet.
    pub fn new(stood: &'a Stood<'a>) -> Self {
        Self { sound: vec![], stood }
    }

    /// Takes a version as it came into git, with those that were right before it there: of a merge several, of the
    /// first none. Whether it is sound.
    pub fn take(&mut self, path: &RelPath, before: &[Option<String>], text: &str) -> bool {
        let Some(version) = Version::of(path, text) else { return false };
        if self.knows(&version.code) {
            return true;
        }
        let before: Vec<_> = before.iter().flatten().map(|text| self.sound(text)).collect();
        let is_sound = match before.iter().copied().collect::<Option<Vec<_>>>() {
            None => false,
            Some(before) if before.is_empty() => self.sound.is_empty(),
            Some(before) => {
                before.iter().any(|one| follows(one, &version, self.stood)) || joins(&before, &version.seal)
            }
        };
        if is_sound {
            self.sound.push(version);
        }
        is_sound
    }

    /// Why what stands there now does not go on from the version that was committed last; none where it does.
    pub fn unsound(&self, path: &RelPath, last: impl FnOnce() -> Option<String>, now: &str) -> Option<Unsound> {
        let Some(version) = Version::of(path, now) else { return Some(Unsound::ByHand) };
        let goes_on =
            || last().is_some_and(|last| self.sound(&last).is_some_and(|last| follows(last, &version, self.stood)));
        if !self.sound.is_empty() && !self.knows(&version.code) && !goes_on() {
            return Some(Unsound::ByHand);
        }
        let names = pseudonyms(&version.seal.amended, self.stood);
        let has = |made: &Amendment| version.seal.amended.iter().any(|one| is_same(made, one, &names));
        let mut made = self.sound.iter().flat_map(|one| &one.seal.amended);
        (!made.all(has)).then_some(Unsound::Forgets)
    }

    /// Whether a text is one of the sound versions.
    pub fn has(&self, text: &str) -> bool {
        self.knows(&code(text))
    }

    fn knows(&self, code: &str) -> bool {
        self.sound.iter().any(|one| one.code == code)
    }

    fn sound(&self, text: &str) -> Option<&Version> {
        let code = code(text);
        self.sound.iter().find(|one| one.code == code)
    }
}

/// Whether a version is another with one amendment more, which names it.
fn follows(before: &Version, after: &Version, stood: &Stood<'_>) -> bool {
    let Some((last, earlier)) = after.seal.amended.split_last() else { return false };
    let names = if OF_NAMES.contains(&&*last.command) { pseudonyms(&after.seal.amended, stood) } else { vec![] };
    let amended = &before.seal.amended;
    last.was == before.code
        && last.date.value >= before.seal.last_made()
        && earlier.len() == amended.len()
        && amended.iter().zip(earlier).all(|(one, other)| is_same(one, other, &names))
        && has_same_head(&before.seal, &after.seal, &names)
}

/// Whether a seal is what a merge makes of several: it has the amendments of all of them and no others, and of what it
/// holds on each line is of one of them.
fn joins(before: &[&Version], after: &Seal) -> bool {
    let all = || before.iter().map(|one| &one.seal);
    let amended = all().flat_map(|seal| &seal.amended);
    let is_there = |one: &Amendment, among: &[Amendment]| among.iter().any(|other| is_same(one, other, &[]));
    let lines = |seal: &Seal| {
        let files = seal.files.iter().map(|file| (file.path.clone(), file.sha256.clone(), file.held.clone()));
        let tables = seal.figures.iter().chain(&seal.tables);
        files.chain(tables.map(|table| (table.table.clone(), table.sha256.clone(), None))).collect::<Vec<_>>()
    };
    let known: Vec<_> = all().flat_map(lines).collect();
    before.len() > 1
        && all().all(|seal| has_same_head(seal, after, &[]))
        && amended.clone().all(|one| is_there(one, &after.amended))
        && after.amended.iter().all(|one| all().any(|seal| is_there(one, &seal.amended)))
        && lines(after).iter().all(|line| known.contains(line))
}

/// Whether two seals are of one day, person and program, and know of the same days.
fn has_same_head(one: &Seal, other: &Seal, names: &[(String, String)]) -> bool {
    let by = |seal: &Seal| seal.by.as_ref().map(|by| by.value.to_string()).unwrap_or_default();
    let known = |seal: &Seal| seal.known.as_ref().map(|known| known.value);
    (one.date.value, known(one), &one.program) == (other.date.value, known(other), &other.program)
        && is_as(&by(one), &by(other), names)
}

fn is_same(one: &Amendment, other: &Amendment, names: &[(String, String)]) -> bool {
    one.date.value == other.date.value
        && (&one.command, &one.was) == (&other.command, &other.was)
        && is_as(&one.why, &other.why, names)
        && is_as(&one.what, &other.what, names)
}

/// What stands for people whose names were erased: name and id.
fn pseudonyms(amended: &[Amendment], stood: &Stood<'_>) -> Vec<(String, String)> {
    let template = words::erased("\u{1}", "\u{2}");
    let found = |lang: Lang, what: &str| {
        let (before, rest) = template.get(lang).split_once('\u{1}')?;
        let (between, after) = rest.split_once('\u{2}')?;
        let (name, id) = what.strip_prefix(before)?.strip_suffix(after)?.rsplit_once(between)?;
        Some((name.to_owned(), id.to_owned()))
    };
    let erased = amended.iter().filter(|one| one.command == OF_NAMES[0]);
    let people = erased.flat_map(|one| one.what.split(ERASED_AND));
    let people = people.filter_map(|what| found(Lang::Zh, what).or_else(|| found(Lang::En, what)));
    people.filter(|(name, id)| stood(name, id)).collect()
}

/// Whether two texts are the same, but for a pseudonym in one where the other has a name.
fn is_as(one: &str, other: &str, names: &[(String, String)]) -> bool {
    let stands = || names.iter().flat_map(|(name, id)| [name, id]);
    one == other || stands().any(|name| is_with(one, other, name) || is_with(other, one, name))
}

/// Whether a text with a name in some places could be another with a pseudonym there.
fn is_with(named: &str, masked: &str, pseudonym: &str) -> bool {
    let parts: Vec<_> = masked.split(pseudonym).collect();
    let [first, between @ .., last] = &parts[..] else { return false };
    let Some(mut rest) = named.strip_prefix(first).and_then(|rest| rest.strip_suffix(last)) else { return false };
    between.iter().all(|part| rest.split_once(part).map(|(_, after)| rest = after).is_some())
}
