//! What surrounds a call: the day, the language, the directory. The only place that reads clock and environment.

use std::io::Read;
use std::mem::ManuallyDrop;
use std::path::{Path, PathBuf};

use super::global::Global;
use crate::branch::{Branch, Change, FileChange, FileKind, What};
use crate::cmd::change::amend::{self, Amending};
use crate::cmd::change::outdated;
use crate::cmd::front::glance::Glance;
use crate::cmd::together::merge_file;
use crate::error::{Failure, Result};
use crate::git::{self, Committed, Git, Message};
use crate::record::{self, Day, Period, RelPath};
use crate::render;
use crate::store::{Planned, Store, Want};
use crate::ui::Ui;
use crate::words::{self, Lang, Text};

/// So many bytes may be copied without a word.
const LARGE: u64 = 20 * 1024 * 1024;

/// What surrounds a call.
pub struct Env {
    /// The printer.
    pub ui: Ui,
    /// The day.
    pub today: Day,
    /// Where the call was made, or `-C`.
    here: PathBuf,
    /// What every command takes.
    pub global: Global,
    /// The seed of random ids, for tests and examples.
    seed: Option<u64>,
}

/// What a changing command decided, and what the user has to be sure of before it is done.
pub struct Asked {
    /// What is asked.
    pub question: Text,
    /// What is done then.
    pub decision: Decision,
}

/// What a changing command decided.
pub struct Decision {
    /// What is written.
    pub change: Change,
    /// What is said afterwards.
    pub said: Text,
}

/// Trailers of a commit, besides the one that names the command.
pub(super) type Trailers = Vec<(&'static str, String)>;

impl Env {
    /// Reads the clock and the environment.
    ///
    /// # Errors
    /// A `ZHIBU_TODAY` that is no day.
    pub fn new(global: &Global, ui: Ui) -> Result<Self> {
        let here = global.directory.clone().unwrap_or_else(|| PathBuf::from("."));
        let today = today()?;
        let seed = std::env::var("ZHIBU_SEED").ok().and_then(|text| text.parse().ok());
        Ok(Self { ui, today, here, global: global.clone(), seed })
    }

    /// Where the call was made.
    pub fn here(&self) -> &Path {
        &self.here
    }

    /// A path of the call, seen from where it was made.
    pub fn path(&self, path: &Path) -> PathBuf {
        if self.here == Path::new(".") { path.to_owned() } else { self.here.join(path) }
    }

    /// A source of random ids.
    pub fn random(&self) -> fastrand::Rng {
        self.seed.map_or_else(fastrand::Rng::new, fastrand::Rng::with_seed)
    }

    /// The language of files that are written: `--lang`, else the one of `zhibu.toml`, else the one that is spoken.
    pub fn file_lang(&self, branch: &Branch) -> Lang {
        self.global.lang.or(branch.settings.lang).unwrap_or(self.ui.lang())
    }

    /// The day a person means.
    ///
    /// # Errors
    /// Words that mean no day.
    pub fn day(&self, text: &str) -> Result<Day> {
        record::parse_day(text, self.today).ok_or_else(|| bad_day(text).into())
    }

    /// The day a person means, or today.
    ///
    /// # Errors
    /// Words that mean no day.
    pub fn day_or_today(&self, text: Option<&str>) -> Result<Day> {
        text.map_or(Ok(self.today), |text| self.day(text))
    }

    /// The day of something that happened.
    ///
    /// # Errors
    /// Words that mean no day, or a day that has not come.
    pub fn past_day(&self, text: Option<&str>) -> Result<Day> {
        let day = self.day_or_today(text)?;
        match day > self.today {
            true => Err(Failure::refused(words::day_to_come(day)).cure(words::cure_day_to_come()).into()),
            false => Ok(day),
        }
    }

    /// The period a person means.
    ///
    /// # Errors
    /// Words that mean no period.
    pub fn period(&self, text: &str) -> Result<Period> {
        let period = record::parse_period(text, self.today);
        period
            .ok_or_else(|| Failure::usage(words::bad_period(words::shown(text))).cure(words::cure_bad_period()).into())
    }

    /// Opens the directory, and completes what a command that died left unfinished.
    ///
    /// # Errors
    /// No directory of records here or above.
    pub fn store(&self) -> Result<Store> {
        let store = Store::find(&self.here)?;
        store.recover(&mut |waiting| self.ui.say(&waiting))?;
        Ok(store)
    }

    /// Reads records.
    ///
    /// # Errors
    /// Whatever is wrong with them.
    pub fn load(&self, want: &Want) -> Result<ManuallyDrop<Branch>> {
        // Never given back: the program is over when it is no longer needed, and to free it piece by piece takes time.
        self.store()?.load(want).map(ManuallyDrop::new)
    }

    /// Load, decide, commit, say.
    ///
    /// # Errors
    /// Whatever is wrong with the records, or what `decide` refuses; nothing is written then.
    pub fn change(&self, want: &Want, decide: impl FnOnce(&Branch, &Store) -> Result<Decision>) -> Result<()> {
        self.change_read(|store| store.load(want), decide)
    }

    /// The same, with records that are read in a way of their own.
    ///
    /// # Errors
    /// Whatever is wrong with the records, or what `decide` refuses; nothing is written then.
    pub fn change_read(
        &self,
        read: impl Fn(&Store) -> Result<Branch>,
        decide: impl FnOnce(&Branch, &Store) -> Result<Decision>,
    ) -> Result<()> {
        // Decided anew it would draw other ids.
        self.carry_out(
            read,
            |branch, store| Ok((None, decide(branch, store)?, vec![])),
            |_, _, decision, trailers| Ok((None, decision, trailers)),
        )
    }

    /// The same for what the user has to be sure of, by `yes` or by an answer.
    ///
    /// # Errors
    /// A user who is not sure; else as for `change`.
    pub fn change_if_sure(
        &self,
        yes: bool,
        want: &Want,
        decide: impl Fn(&Branch, &Store) -> Result<Asked>,
    ) -> Result<()> {
        self.change_signed(want, |branch, store| {
            let Asked { question, decision } = decide(branch, store)?;
            Ok(((!yes).then_some(question), decision, vec![]))
        })
    }

    /// The same, asked only where there is a question, with more trailers in the commit.
    ///
    /// # Errors
    /// As for `change_if_sure`.
    pub(super) fn change_signed(
        &self,
        want: &Want,
        decide: impl Fn(&Branch, &Store) -> Result<(Option<Text>, Decision, Trailers)>,
    ) -> Result<()> {
        self.carry_out(|store| store.load(want), &decide, |branch, store, _, _| decide(branch, store))
    }

    /// Carries out what is decided, and asked where there is a question. Questions wait without the lock, so that others
    /// can go on; what comes of the records meanwhile is decided `anew`, and must be what was asked.
    fn carry_out(
        &self,
        read: impl Fn(&Store) -> Result<Branch>,
        decide: impl FnOnce(&Branch, &Store) -> Result<(Option<Text>, Decision, Trailers)>,
        anew: impl FnOnce(&Branch, &Store, Decision, Trailers) -> Result<(Option<Text>, Decision, Trailers)>,
    ) -> Result<()> {
        let store = self.store()?;
        let guard = |branch: &Branch, change: &Change| amend::guard(self, &store, change, self.file_lang(branch));
        if self.global.dry_run {
            let branch = read(&store)?;
            let (_, Decision { mut change, .. }, _) = decide(&branch, &store)?;
            if let Some(amending) = guard(&branch, &change)? {
                amending.add_to(&mut change);
            }
            for Planned { path, old, new, .. } in store.preview(&change)? {
                self.ui.answer(&render::diff(path.as_str(), old.as_deref(), new.as_deref()))?;
            }
            return Ok(());
        }
        let command = self.words().join(" ");
        let lock = || store.lock(&command, &mut |waiting| self.ui.say(&waiting));
        let mut held = lock()?;
        let mut branch = ManuallyDrop::new(read(&store)?);
        let (question, mut decision, mut trailers) = decide(&branch, &store)?;
        let mut amending = guard(&branch, &decision.change)?;
        let asks_to_amend = amending.is_some() && self.ui.can_ask();
        if question.is_some() || asks_to_amend {
            drop(held);
            if let Some(question) = question.as_ref().filter(|question| !self.ui.ask(question)) {
                return Err(Failure::refused(words::not_sure(question)).cure(words::cure_not_sure()).into());
            }
            if let Some(asked) = amending.as_ref().filter(|asked| asks_to_amend && !self.ui.ask(&asked.question)) {
                return Err(Failure::refused(words::not_sure(&asked.question)).into());
            }
            held = lock()?;
            branch = ManuallyDrop::new(read(&store)?);
            let (question_now, decision_now, trailers_now) = anew(&branch, &store, decision, trailers)?;
            let amending_now = guard(&branch, &decision_now.change)?;
            if question_now != question || !Amending::are_alike(amending_now.as_ref(), amending.as_ref()) {
                let failure = Failure::refused(words::changed_meanwhile());
                return Err(failure.cure(words::cure_changed_meanwhile()).into());
            }
            (decision, amending, trailers) = (decision_now, amending_now, trailers_now);
        }
        let Decision { mut change, said } = decision;
        match amending {
            Some(amending) => amending.add_to(&mut change),
            None if self.global.amend.is_some() && !change.files.iter().any(amend::is_of_seal) => {
                self.ui.say(&words::amend_not_needed());
            }
            None => {}
        }
        let since = outdated::since(self, &store, &change);
        let paths = held.commit(&change, &FileKind::read_back)?;
        if paths.is_empty() {
            self.ui.say(&words::nothing_changed());
            return Ok(());
        }
        self.ui.say(&said);
        // Of a change of very many files some are enough to see where they are.
        let shown = if paths.len() > MANY { MANY / 2 } else { paths.len() };
        for path in &paths[..shown] {
            self.ui.say(&Text::same(format!("  {path}")));
        }
        if shown < paths.len() {
            self.ui.say(&words::more_files(paths.len() - shown));
        }
        if self.global.amend.is_some() {
            amend::tell(self, &store, &paths);
        }
        for file in change.files.iter().filter(|file| is_new_evidence(file, &store)) {
            if let Some(size) = store.size(&file.path).filter(|size| *size > LARGE) {
                self.ui.warn(&words::large_copy(&file.path, size.div_ceil(1024 * 1024)));
            }
        }
        if branch.settings.commits() && !self.global.no_commit {
            self.record_signed(&store, &change, self.file_lang(&branch), &paths, trailers);
        }
        // Held until here, so that the commit has this command's lines and no others.
        drop(held);
        if let Some(since) = since {
            outdated::tell(self, &store, since);
        }
        Ok(())
    }

    /// The program itself, as it can be called again.
    pub fn program(&self) -> String {
        let program = own_program().and_then(|program| program.into_os_string().into_string().ok());
        program.unwrap_or_else(|| "zhibu".to_owned())
    }

    /// The words of the call, without the name of the program, as they can be shown: a path among them need not be UTF-8.
    fn words(&self) -> Vec<String> {
        std::env::args_os().skip(1).map(|word| word.to_string_lossy().into_owned()).collect()
    }

    /// The command that was called, without its arguments: `points award`.
    pub fn command(&self) -> String {
        let args: Vec<_> = std::env::args_os().collect();
        Glance::of(&crate::cmd::front::call::command(), &args).path.join(" ")
    }

    /// What standard input says.
    ///
    /// # Errors
    /// More than the limit, in bytes, or what is not UTF-8.
    pub fn standard_input(&self, limit: u64) -> Result<String> {
        let bytes = self.standard_input_bytes(limit)?;
        Ok(String::from_utf8(bytes).map_err(|_| Failure::refused(words::input_not_utf8()))?)
    }

    /// The bytes on standard input.
    ///
    /// # Errors
    /// More than the limit.
    pub fn standard_input_bytes(&self, limit: u64) -> Result<Vec<u8>> {
        let mut bytes = Vec::new();
        let read = std::io::stdin().lock().take(limit + 1).read_to_end(&mut bytes);
        read.map_err(|error| Failure::refused(words::cannot_read_input(error.to_string())))?;
        if bytes.len() as u64 > limit {
            let fact = words::input_too_long(limit / 1024);
            return Err(Failure::refused(fact).cure(words::cure_too_long()).into());
        }
        Ok(bytes)
    }

    /// How git is called from here on the directory's files, whose paths begin at its root.
    pub(super) fn git_at(&self, store: &Store) -> String {
        match std::env::current_dir() {
            Ok(here) if here != store.root() => format!("git -C {}", quoted(&store.root().display().to_string())),
            _ => "git".to_owned(),
        }
    }

    /// The language of what is said with a commit where no change says it.
    pub(super) fn commit_lang(&self, store: &Store) -> Lang {
        let of_branch = || store.settings().ok().and_then(|settings| settings.lang);
        self.global.lang.or_else(of_branch).unwrap_or(self.ui.lang())
    }

    /// Makes the commit of a change; the records are safe whatever comes of it, so what goes wrong is only told.
    pub fn record(&self, store: &Store, change: &Change, lang: Lang, paths: &[RelPath]) {
        self.record_signed(store, change, lang, paths, vec![]);
    }

    /// The same with more trailers.
    fn record_signed(&self, store: &Store, change: &Change, lang: Lang, paths: &[RelPath], mut trailers: Trailers) {
        let Some(git) = Git::open(store.root()) else { return };
        merge_file::set_up(self, &git, false);
        let goes =
            |path: &&RelPath| change.files.iter().any(|file| file.path == **path && matches!(file.what, What::Remove));
        let (gone, written): (Vec<_>, Vec<_>) = paths.iter().cloned().partition(|path| goes(&path));
        trailers.insert(0, (git::COMMAND, self.command()));
        let message = Message { subject: change.subject.get(lang), body: change.why.as_deref(), trailers };
        match git.commit(&message, &written, &gone) {
            Committed::Done => {}
            Committed::Without(ignored) => {
                let ignored = Text::list(ignored.iter().map(|path| Text::same(path.to_string())));
                self.ui.warn(&words::ignored_by_git(ignored));
            }
            Committed::Later(why) => self.ui.warn(&words::written_not_committed(why)),
            Committed::Refused(why) => {
                self.ui.warn(&words::written_not_committed(why));
                self.ui.help(&words::cure_not_committed(self.git_at(store), listed(paths)));
            }
        }
    }
}

/// The day.
///
/// # Errors
/// A `ZHIBU_TODAY` that is no day.
pub(super) fn today() -> Result<Day> {
    match std::env::var("ZHIBU_TODAY") {
        Ok(text) => Ok(Day::parse(&text)
            .ok_or_else(|| Failure::usage(words::bad_today(words::shown(&text))).cure(words::cure_bad_day()))?),
        Err(_) => Ok(chrono::Local::now().date_naive().into()),
    }
}

/// What a shell asks that wants to know how a call may go on; none where this is a call.
pub(super) fn asking_shell() -> Option<String> {
    std::env::var("COMPLETE").ok()
}

/// Whether a file becomes a piece of evidence, which it was not before.
fn is_new_evidence(file: &FileChange, store: &Store) -> bool {
    matches!(&file.what, What::Copy(from) if !from.starts_with(store.root().join("evidence")))
}

/// The line by which somebody's editor is called.
pub(super) fn editor() -> std::ffi::OsString {
    let said = ["VISUAL", "EDITOR"].into_iter().filter_map(std::env::var_os).find(|line| !line.is_empty());
    said.unwrap_or_else(|| if cfg!(windows) { "notepad" } else { "vi" }.into())
}

/// What the name of a program ends in.
pub(super) const PROGRAM_SUFFIX: &str = std::env::consts::EXE_SUFFIX;

/// The folders in which programs are looked for.
pub(super) fn path_folders() -> Vec<PathBuf> {
    std::env::var_os("PATH").map(|path| std::env::split_paths(&path).collect()).unwrap_or_default()
}

/// This program.
pub(super) fn own_program() -> Option<PathBuf> {
    std::env::current_exe().ok()
}

/// So many files of a change are named.
const MANY: usize = 40;

/// A word as a shell takes it.
pub(super) fn quoted(word: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || "/._-".contains(c);
    if word.chars().all(plain) { word.to_owned() } else { format!("'{}'", word.replace('\'', r"'\''")) }
}

/// Files as a shell takes them, each after a space.
pub(super) fn listed(paths: &[RelPath]) -> String {
    paths.iter().map(|path| format!(" {}", quoted(path.as_str()))).collect()
}

/// Words that mean no day.
fn bad_day(text: &str) -> Failure {
    Failure::usage(words::bad_day(words::shown(text))).cure(words::cure_bad_day())
}

/// The language that is spoken: `--lang`, else the one of the locale, else the one of `zhibu.toml`, else English.
pub(super) fn language(chosen: Option<Lang>, here: &Path) -> Lang {
    let locale = || {
        let names = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter();
        let said = names.filter_map(|name| std::env::var(name).ok()).find(|value| !value.is_empty());
        said.and_then(|value| Lang::of_locale(&value))
    };
    let of_branch = || Store::find(here).ok()?.settings().ok()?.lang;
    chosen.or_else(locale).or_else(of_branch).unwrap_or(Lang::En)
}
