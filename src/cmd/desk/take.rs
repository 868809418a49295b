//! `zhibu desk take`: returns are proven and taken.

use std::collections::BTreeMap;
use std::path::PathBuf;

use clap::Args;

use super::offer::{Contents, Offer, of_file, offered};
use super::open::{load, open};
use crate::branch::{Change, FileChange, What};
use crate::cmd::change::keep::{Keeping, Trouble};
use crate::cmd::env::Env;
use crate::desk::{self, Desk, MEASURES, Outcome, State, Taken};
use crate::error::{Failure, Fault, Result};
use crate::package::{self, About, DESCRIPTION};
use crate::record::RelPath;
use crate::store::{self, Lock, Store};
use crate::words::{self, Text};

/// So many returns are written in one change: what is in memory does not grow with their number.
const AT_ONCE: usize = 100;

/// So many files are named one by one.
const NAMED: usize = 3;

/// Taking returns.
#[derive(Args)]
pub struct Take {
    /// Returns, or folders with returns
    #[arg(required = true, value_name = "FILE|DIR")]
    files: Vec<PathBuf>,
}

/// A return that is taken, and what was taken before for its unit, month and edition.
struct Taking<'o, 'd> {
    offer: &'o Offer<'d>,
    /// What it says of itself, and where it is.
    before: Option<(About, String)>,
}

/// Runs the command.
///
/// # Errors
/// Every return that was not taken; the others were.
pub(super) fn run(env: &Env, args: &Take) -> Result<()> {
    let store = open(env)?;
    let paths = paths(env, &args.files)?;
    let lock = if env.global.dry_run { None } else { Some(env.lock(&store, &env.words().join(" "))?) };
    let keeping = Keeping::of(env, &store);
    lock.iter().for_each(|lock| keeping.catch_up(lock));
    let desk = load(&store)?;
    let (mut offers, mut faults) = (Vec::new(), Vec::new());
    for path in &paths {
        match offered(env, &desk, path) {
            Ok(offer) => offers.push(offer),
            Err(error) => {
                let wrong = error.downcast::<Failure>()?.faults;
                faults.extend(wrong.into_iter().map(|fault| of_file(path, fault)));
            }
        }
    }
    let mut outcomes = Vec::new();
    let taking = chosen(&store, &desk, &offers, &mut outcomes, &mut faults);
    match &lock {
        None => {
            for taking in &taking {
                outcomes.push(taking.outcome(&store, &taking.offer.contents(env)?)?);
            }
            env.ui.say(&words::would_take(words::returns(taking.len())));
        }
        Some(lock) => {
            let mut writing = Writing { env, store: &store, lock, keeping: &keeping, desk: &desk, trouble: None };
            for some in taking.chunks(AT_ONCE) {
                outcomes.extend(writing.write(some, &mut faults)?);
            }
            if taking.is_empty() && faults.is_empty() {
                env.ui.say(&words::took_nothing());
            }
            if let Some(trouble) = writing.trouble {
                trouble.tell(env);
            }
        }
    }
    drop(lock);
    outcomes.sort_by(|one, other| (&one.unit, one.month, &one.file).cmp(&(&other.unit, other.month, &other.file)));
    if !outcomes.is_empty() {
        env.ui.page(&desk::outcomes(&outcomes))?;
    }
    if faults.is_empty() { Ok(()) } else { Err(Failure::of(faults).into()) }
}

/// The files that are handed in: those named, and those in folders.
fn paths(env: &Env, named: &[PathBuf]) -> Result<Vec<PathBuf>> {
    let mut paths = Vec::new();
    for named in named {
        if !env.path(named).is_dir() {
            paths.push(named.clone());
            continue;
        }
        let found = store::files_outside(&env.path(named), "zip")?;
        if found.is_empty() {
            let fact = words::no_returns_in(words::shown(&named.display().to_string()));
            return Err(Failure::refused(fact).into());
        }
        paths.extend(found.iter().filter_map(|path| path.file_name()).map(|name| named.join(name)));
    }
    Ok(paths)
}

/// Those of the returns that are taken: of several for one month the only one, where it is newer than what is there.
fn chosen<'o, 'd>(
    store: &Store,
    desk: &Desk,
    offers: &'o [Offer<'d>],
    outcomes: &mut Vec<Outcome>,
    faults: &mut Vec<Fault>,
) -> Vec<Taking<'o, 'd>> {
    let mut of_month: BTreeMap<_, Vec<&'o Offer<'d>>> = BTreeMap::new();
    for offer in offers {
        let key = (&offer.unit.id, offer.about.month, &offer.about.edition);
        of_month.entry(key).or_default().push(offer);
    }
    let mut taking = Vec::new();
    for ((unit, month, edition), offers) in of_month {
        let first = offers[0];
        if offers.iter().any(|offer| offer.sha256 != first.sha256) {
            faults.push(differing(&offers));
            continue;
        }
        outcomes.extend(offers[1..].iter().map(|offer| offer.outcome("double")));
        let before = desk.latest(unit, month, Some(edition));
        if before.is_some_and(|before| before.sha256 == first.sha256) {
            outcomes.push(first.outcome("known"));
            continue;
        }
        let about = match before.map(|before| of_taken(store, before)).transpose() {
            Ok(about) => about,
            Err(failure) => {
                faults.extend(failure.faults);
                continue;
            }
        };
        match before.zip(about.as_ref()).filter(|(_, about)| desk::older(&first.about, about)) {
            Some((before, _)) => {
                let fact = words::return_is_older(&*first.unit.name, month, before.taken);
                let fault = Fault::new("refused", fact).cure(words::cure_return_is_older());
                faults.push(of_file(&first.path, fault));
            }
            None => taking.push(Taking { offer: first, before: about.zip(before.map(Taken::folder)) }),
        }
    }
    taking
}

/// The fault of several returns of one month.
fn differing(offers: &[&Offer<'_>]) -> Fault {
    let files = Text::list(offers.iter().take(NAMED).map(|offer| Text::same(offer.shown())));
    let files = match offers.len().checked_sub(NAMED).filter(|more| *more > 0) {
        Some(more) => words::and_more_returns(files, more),
        None => files,
    };
    let fact = words::returns_differ(offers.len(), &*offers[0].unit.name, offers[0].about.month, files);
    Fault::new("refused", fact).cure(words::cure_returns_differ())
}

/// What a return that was taken says of itself.
fn of_taken(store: &Store, taken: &Taken) -> std::result::Result<About, Failure> {
    let path = RelPath::new(&format!("{}/{DESCRIPTION}", taken.folder()));
    let source = path.as_ref().and_then(|path| store.read(path).ok().flatten());
    let about = source.and_then(|source| package::about(source.text.as_bytes()).ok());
    about.map(|(about, _)| about).ok_or_else(|| {
        let fault = Fault::new("no-file", words::package_gone(taken.folder())).cure(words::cure_package_gone());
        Fault { place: path.map(crate::error::Place::file), ..fault }.into()
    })
}

impl Offer<'_> {
    /// What came of it.
    fn outcome(&self, result: &'static str) -> Outcome {
        let state = State::of(Some(&self.taken(crate::record::Day::FIRST, String::new())));
        Outcome {
            file: self.shown(),
            unit: self.unit.id.to_string(),
            name: self.unit.name.clone(),
            month: self.about.month,
            edition: self.about.edition.clone(),
            result,
            state: state.map_or("sealed", State::id),
            differences: vec![],
        }
    }

    /// Its line in the ledger.
    fn taken(&self, taken: crate::record::Day, description: String) -> Taken {
        Taken {
            month: self.about.month,
            unit: self.unit.id.clone(),
            edition: self.about.edition.clone(),
            taken,
            as_of: self.about.as_of,
            seal: self.about.code.clone(),
            sha256: self.sha256.clone(),
            description,
        }
    }
}

impl Taking<'_, '_> {
    /// What comes of it, with what it corrects.
    fn outcome(&self, store: &Store, contents: &Contents) -> Result<Outcome> {
        let Some((_, folder)) = &self.before else { return Ok(self.offer.outcome("taken")) };
        let path = RelPath::new(&format!("{folder}/{MEASURES}"));
        let old = path.map(|path| store.read(&path)).transpose()?.flatten();
        let old = old.and_then(|old| desk::measured(&old.text, &self.offer.about.month.to_string()).ok());
        let differences = desk::differences(&old.unwrap_or_default(), &contents.measures);
        Ok(Outcome { differences, ..self.offer.outcome("corrected") })
    }
}

/// What writes returns.
struct Writing<'w> {
    env: &'w Env,
    store: &'w Store,
    lock: &'w Lock<'w>,
    keeping: &'w Keeping<'w>,
    desk: &'w Desk,
    trouble: Option<Trouble>,
}

impl Writing<'_> {
    /// Writes some returns in one change, with their lines in the ledger.
    fn write(&mut self, some: &[Taking<'_, '_>], faults: &mut Vec<Fault>) -> Result<Vec<Outcome>> {
        let (mut files, mut outcomes) = (Vec::new(), Vec::new());
        let mut ledgers: BTreeMap<RelPath, String> = BTreeMap::new();
        for taking in some {
            let contents = match taking.offer.contents(self.env) {
                Ok(contents) => contents,
                Err(error) => {
                    faults.extend(error.downcast::<Failure>()?.faults);
                    continue;
                }
            };
            let line = taking.offer.taken(self.env.today, contents.description.clone());
            let path = desk::ledger_path(line.month.year());
            let ledger = match ledgers.remove(&path) {
                Some(ledger) => ledger,
                None => self.store.read(&path)?.map(|source| source.text.to_string()).unwrap_or_default(),
            };
            let is_first = ledger.is_empty();
            ledgers.insert(path, ledger + &desk::ledger_line(&line, is_first));
            outcomes.push(taking.outcome(self.store, &contents)?);
            if let Some((about, _)) = &taking.before
                && let Some(code) = about.code.as_ref().filter(|_| !desk::follows(&taking.offer.about, about))
            {
                let name = words::shown(&taking.offer.unit.name);
                self.env.ui.warn(&words::seal_does_not_follow(name, line.month, words::shown(code)));
            }
            files.extend(self.files(&line, contents)?);
        }
        files.extend(ledgers.into_iter().map(|(path, text)| FileChange { path, what: What::Write(text) }));
        let subject = match &outcomes[..] {
            [] => return Ok(outcomes),
            [one] => words::took_one(words::shown(&one.name), one.month, words::shown(&one.edition)),
            several => words::took(words::returns(several.len())),
        };
        let change = Change { subject: subject.clone(), why: None, files };
        let lang = self.env.global.lang.or(self.desk.settings.lang).unwrap_or(self.env.ui.lang());
        let trailers = self.keeping.commits().then(Vec::new);
        let (paths, owed) = self.keeping.write(self.lock, &change, lang, trailers, &|_| vec![])?;
        self.env.ui.say(&subject);
        if let Some(owed) = owed.filter(|_| !paths.is_empty()) {
            self.trouble = self.keeping.commit(self.lock, &change, &paths, &owed).or(self.trouble.take());
        }
        Ok(outcomes)
    }

    /// The files of a return in its folder; those of an earlier one that it does not have go.
    fn files(&self, line: &Taken, contents: Contents) -> Result<Vec<FileChange>> {
        let folder = line.folder();
        let there = self.store.list(&folder)?.0;
        let goes = |path: &RelPath| !contents.files.contains_key(path.name());
        let gone = there.into_iter().filter(goes).map(|path| FileChange { path, what: What::Remove });
        let mut files: Vec<_> = gone.collect();
        files.extend(contents.files.into_iter().filter_map(|(name, text)| {
            Some(FileChange { path: RelPath::below(&folder, &name)?, what: What::Write(text) })
        }));
        Ok(files)
    }
}
