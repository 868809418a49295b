//! What surrounds a call: the day, the language, the directory. The only place that reads clock and environment.

use std::cell::Cell;
use std::ffi::OsString;
use std::io::Read;
use std::mem::ManuallyDrop;
use std::path::{Path, PathBuf};
use std::time::Duration;

use clap::ValueEnum;

use crate::branch::Branch;
use crate::cmd::change::{Batch, Taken};
use crate::cmd::global::Global;
use crate::cmd::gone::{self, Gone};
use crate::cmd::shell::listed;
use crate::error::{Failure, Fault, Result};
use crate::git;
use crate::program::{Pager, Places};
use crate::record::{Day, RelPath};
use crate::store::{self, Lock, Query, Store, Waiting};
use crate::ui::Ui;
use crate::words::{self, Lang, Text, quoted};

/// What surrounds a call.
pub struct Env {
    /// The printer.
    pub ui: Ui,
    /// The day.
    pub today: Day,
    /// Where the call was made, or `-C`.
    here: PathBuf,
    /// Where the records are looked for.
    records: PathBuf,
    /// What every command takes.
    pub global: Global,
    /// The seed of random ids, for tests and examples.
    seed: Option<u64>,
    /// The command that was called, without its arguments: `points award`.
    command: String,
    /// The words of the call, without the name of the program, as they can be shown: a path among them need not be UTF-8.
    words: Vec<String>,
    /// The records that git has and the disk does not.
    gone: Gone,
    /// Whether the command opened the directory.
    opened: Cell<bool>,
    /// How long a command waits for another.
    patience: Duration,
    /// The directory of a command that runs this one.
    within: Option<PathBuf>,
    /// What takes the changes of a command that is one of several.
    batch: Option<Batch>,
}

impl Env {
    /// Reads the clock and the environment; the command and the words of the call are as they were read.
    ///
    /// # Errors
    /// A `ZHIBU_TODAY` that is no day, or a `ZHIBU_LANG` that is no language.
    pub fn new(global: &Global, command: String, args: &[OsString], ui: Ui) -> Result<Self> {
        let here = global.directory.clone().unwrap_or_else(|| PathBuf::from("."));
        let records = records_at(global.directory.as_deref());
        said_language()?;
        let today = today()?;
        if std::env::var_os("ZHIBU_TODAY").is_none() && is_before_the_program(today) {
            ui.warn(&words::clock_is_wrong(today));
        }
        let seed = std::env::var("ZHIBU_SEED").ok().and_then(|text| text.parse().ok());
        let words = args.iter().skip(1).map(|word| word.to_string_lossy().into_owned()).collect();
        let seconds = std::env::var("ZHIBU_WAIT").ok().and_then(|text| text.parse().ok());
        let patience = seconds.map_or(store::PATIENCE, Duration::from_secs);
        let within = std::env::var_os(git::WITHIN).map(PathBuf::from);
        let gone = Gone::default();
        Ok(Self {
            ui,
            today,
            here,
            records,
            global: global.clone(),
            seed,
            command,
            words,
            gone,
            opened: Cell::new(false),
            patience,
            within,
            batch: None,
        })
    }

    /// What surrounds a command that is one of several.
    pub(in crate::cmd) fn within(&self, batch: Batch) -> Self {
        Self {
            here: self.here.clone(),
            records: self.records.clone(),
            global: self.global.clone(),
            command: self.command.clone(),
            words: self.words.clone(),
            gone: Gone::default(),
            opened: Cell::new(false),
            within: self.within.clone(),
            batch: Some(batch),
            ..*self
        }
    }

    /// What takes the changes of this command, where it is one of several.
    pub(in crate::cmd) fn batch(&self) -> Option<&Batch> {
        self.batch.as_ref()
    }

    /// What this command decided, where it is one of several.
    pub(in crate::cmd) fn taken(&self) -> Option<Taken> {
        self.batch.as_ref().and_then(Batch::taken)
    }

    /// Whether somebody can be asked for what a call leaves out.
    pub(in crate::cmd) fn can_prompt(&self) -> bool {
        self.batch.is_none() && self.ui.can_prompt()
    }

    /// Where the call was made.
    pub fn here(&self) -> &Path {
        &self.here
    }

    /// Where the records are looked for: `-C`, else `ZHIBU_DIR`, else where the call was made.
    pub fn records(&self) -> &Path {
        &self.records
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

    /// Where a file goes that is written for others.
    ///
    /// # Errors
    /// A link among the records that leads out of them.
    pub(in crate::cmd) fn path_out(&self, path: &Path) -> Result<PathBuf> {
        let path = self.path(path);
        Store::find(&self.records).map_or(Ok(()), |store| store.refuse_way_out(&path))?;
        Ok(path)
    }

    /// Opens the directory, and completes what a command that died left unfinished.
    ///
    /// # Errors
    /// No directory of records here or above.
    pub fn store(&self) -> Result<Store> {
        if let Some(batch) = &self.batch {
            return Ok(batch.store().clone());
        }
        if self.records != self.here && !self.records.is_dir() {
            let fact = words::no_folder_of_records(words::shown(&self.records.display().to_string()));
            return Err(Failure::refused(fact).into());
        }
        let store = self.find_store()?;
        store.recover()?;
        self.opened.set(true);
        self.gone.search(store.root());
        Ok(store)
    }

    /// Finds the directory.
    ///
    /// # Errors
    /// No directory of records here or above, or one whose `zhibu.toml` is gone from the disk.
    pub(in crate::cmd) fn find_store(&self) -> Result<Store> {
        Store::find(&self.records).map_err(|error| self.marker_gone(&self.records).map_or(error, Into::into))
    }

    /// What is said of a directory, this folder or one above it, whose `zhibu.toml` only git has.
    pub(in crate::cmd) fn marker_gone(&self, folder: &Path) -> Option<Failure> {
        let store = Store::at(gone::directory_of(folder)?);
        let marker = RelPath::new(store::MARKER)?;
        let cure = words::cure_marker_gone(self.git_at(&store), &marker);
        Some(Failure::from(Fault::of_file("no-store", &marker, words::gone_from_disk(&marker))).cure(cure))
    }

    /// Tells of records that git has and the disk does not, where the command did not do so itself.
    pub(crate) fn tell_gone(&self) {
        let gone = self.gone.found();
        if let (false, Ok(store)) = (gone.is_empty(), Store::find(&self.records)) {
            self.ui.warn(&words::records_gone(words::some_files(&gone)));
            self.ui.help(&words::cure_gone_from_disk(self.git_at(&store), listed(&gone)));
        }
    }

    /// Tells that the files are of an older version, where the command was to read them and did not bring them to today's.
    pub(crate) fn tell_upgrade(&self) {
        if self.opened.get()
            && Store::find(&self.records).and_then(|store| store.settings()).is_ok_and(|of| of.is_outdated())
        {
            self.ui.say(&words::upgrade_waits());
        }
    }

    /// What is found of records that git has and the disk does not.
    pub(in crate::cmd) fn gone(&self, store: &Store) -> Vec<Fault> {
        // Told here, and not once more at the end.
        self.gone.found();
        let gone = if store.is_as_on_disk() { gone::of(store.root()) } else { vec![] };
        let cure = |path: &RelPath| words::cure_gone_from_disk(self.git_at(store), listed(std::slice::from_ref(path)));
        gone.iter().map(|path| Fault::of_file("gone", path, words::gone_from_disk(path)).cure(cure(path))).collect()
    }

    /// Has nothing told of records that are gone: they are what the command is about.
    pub(in crate::cmd) fn knows_of_gone(&self) {
        self.gone.found();
    }

    /// Reads records.
    ///
    /// # Errors
    /// Whatever is wrong with them.
    pub fn load(&self, query: &Query) -> Result<ManuallyDrop<Branch>> {
        // Never given back: the program is over when it is no longer needed, and to free it piece by piece takes time.
        self.store()?.load(query).map(ManuallyDrop::new)
    }

    /// Takes the lock of a directory for a command. Who waits says for whom, and not for ever.
    ///
    /// # Errors
    /// A command that runs this one and waits for it, or one that holds the lock for too long.
    pub(in crate::cmd) fn lock<'s>(&self, store: &'s Store, command: &str) -> Result<Lock<'s>> {
        store.lock(command, &mut self.waiting(&mut |who| self.ui.warn(who)))
    }

    fn waiting<'w>(&self, tell: &'w mut dyn FnMut(&Text)) -> Waiting<'w> {
        Waiting { tell: Some(tell), patience: self.patience, within: self.within.clone() }
    }

    /// The program itself, as it can be called again.
    pub fn program(&self) -> String {
        let program = own_program().and_then(|program| program.into_os_string().into_string().ok());
        program.unwrap_or_else(|| "zhibu".to_owned())
    }

    /// The command that was called, without its arguments: `points award`.
    pub fn command(&self) -> &str {
        &self.command
    }

    /// The words of the call, without the name of the program, as they can be shown.
    pub fn words(&self) -> &[String] {
        &self.words
    }

    /// What standard input says.
    ///
    /// # Errors
    /// More than the limit, in bytes, or what is not UTF-8.
    pub fn standard_input(&self, limit: u64) -> Result<String> {
        let bytes = self.standard_input_bytes(limit)?;
        Ok(String::from_utf8(bytes).map_err(|_| Failure::refused(words::input_not_utf8()))?)
    }

    /// The next line somebody types; none after the last.
    ///
    /// # Errors
    /// A line that cannot be read.
    pub(in crate::cmd) fn input_line(&self) -> Result<Option<String>> {
        let mut line = String::new();
        let read = std::io::stdin().read_line(&mut line);
        let read = read.map_err(|error| Failure::refused(words::cannot_read_input(error.to_string())))?;
        Ok((read > 0).then_some(line))
    }

    /// The bytes on standard input.
    ///
    /// # Errors
    /// More than the limit.
    pub fn standard_input_bytes(&self, limit: u64) -> Result<Vec<u8>> {
        if self.batch.is_some() {
            return Err(Failure::usage(words::input_is_taken()).into());
        }
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
    pub(in crate::cmd) fn git_at(&self, store: &Store) -> String {
        match std::env::current_dir() {
            Ok(here) if here != store.root() => format!("git -C {}", quoted(&store.root().display().to_string())),
            _ => "git".to_owned(),
        }
    }

    /// The language of what is said with a commit where no change says it.
    pub(in crate::cmd) fn commit_lang(&self, store: &Store) -> Lang {
        let of_branch = || store.settings().ok().and_then(|settings| settings.lang);
        self.global.lang.or_else(of_branch).unwrap_or(self.ui.lang())
    }
}

/// The day.
///
/// # Errors
/// A `ZHIBU_TODAY` that is no day.
pub(in crate::cmd) fn today() -> Result<Day> {
    match std::env::var("ZHIBU_TODAY") {
        Ok(text) => Ok(Day::parse(&text)
            .ok_or_else(|| Failure::usage(words::bad_today(words::shown(&text))).cure(words::cure_bad_day()))?),
        Err(_) => Ok(chrono::Local::now().date_naive().into()),
    }
}

/// Whether a clock says a day before this program was made: it has lost its battery.
pub(in crate::cmd) fn is_before_the_program(day: Day) -> bool {
    day.year() < MADE
}

/// The year in which this program was made.
const MADE: i32 = 2026;

/// What a shell asks that wants to know how a call may go on; none where this is a call.
pub(in crate::cmd) fn asking_shell() -> Option<String> {
    std::env::var("COMPLETE").ok()
}

/// The line by which somebody's editor is called.
pub(in crate::cmd) fn editor() -> std::ffi::OsString {
    let said = ["VISUAL", "EDITOR"].into_iter().filter_map(std::env::var_os).find(|line| !line.is_empty());
    said.unwrap_or_else(|| if cfg!(windows) { "notepad" } else { "vi" }.into())
}

/// The program in which long answers are read: that of `ZHIBU_PAGER`, else of `PAGER`, else `less`; none where it is said
/// as nothing or `cat`, or where the terminal is a simple one.
pub(in crate::cmd) fn pager() -> Option<Pager> {
    let said = ["ZHIBU_PAGER", "PAGER"].into_iter().find_map(std::env::var_os);
    let line = said.unwrap_or_else(|| "less".into());
    let is_simple = std::env::var_os("TERM").is_none_or(|terminal| terminal == "dumb");
    // As git has it: colours, the end of a text that fits, and what was read stays on the screen.
    let told = if std::env::var_os("LESS").is_none() { vec![("LESS", "FRX")] } else { vec![] };
    (!is_simple && !line.is_empty() && line != "cat").then_some(Pager { line, told })
}

/// The system this program was built for.
pub(in crate::cmd) const SYSTEM: &str = std::env::consts::OS;

/// The processor this program was built for.
pub(in crate::cmd) const PROCESSOR: &str = std::env::consts::ARCH;

/// Where programs are looked for: the folders of `PATH`; a name may end in nothing, or on Windows in what `PATHEXT` lists.
pub(in crate::cmd) fn programs() -> Places {
    let folders = std::env::var_os("PATH").map(|path| std::env::split_paths(&path).collect()).unwrap_or_default();
    let listed = || std::env::var("PATHEXT").unwrap_or_else(|_| ".COM;.EXE;.BAT;.CMD".to_owned());
    let suffixes = match cfg!(windows) {
        true => listed().split(';').map(str::to_ascii_lowercase).collect(),
        false => vec![String::new()],
    };
    Places { folders, suffixes }
}

/// This program.
pub(in crate::cmd) fn own_program() -> Option<PathBuf> {
    std::env::current_exe().ok()
}

/// Where the records of a call are looked for: the directory it names, else `ZHIBU_DIR`, else where it is made.
pub(in crate::cmd) fn records_at(directory: Option<&Path>) -> PathBuf {
    let said = || std::env::var_os("ZHIBU_DIR").filter(|directory| !directory.is_empty()).map(PathBuf::from);
    directory.map(Path::to_owned).or_else(said).unwrap_or_else(|| PathBuf::from("."))
}

/// The language that `ZHIBU_LANG` says.
///
/// # Errors
/// A word that is no language.
fn said_language() -> Result<Option<Lang>> {
    let said = std::env::var("ZHIBU_LANG").ok().filter(|text| !text.is_empty());
    let language = |text: String| match Lang::from_str(&text, false) {
        Ok(lang) => Ok(lang),
        Err(_) => Err(Failure::usage(words::bad_language(words::shown(&text))).cure(words::cure_bad_language()).into()),
    };
    said.map(language).transpose()
}

/// What the system says of the language and of how signs are written; none where it says nothing.
pub(in crate::cmd) fn locale() -> Option<String> {
    let names = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter();
    let said = names.filter_map(|name| std::env::var(name).ok()).find(|value| !value.is_empty());
    // Where no variable says it, as on Windows, the system may.
    said.or_else(sys_locale::get_locale)
}

/// The language that is spoken: `--lang`, else `ZHIBU_LANG`, else the one of the locale, else the one of `zhibu.toml`,
/// else English.
pub(in crate::cmd) fn language(chosen: Option<Lang>, here: &Path) -> Lang {
    let locale = || Lang::of_locale(&locale()?);
    let of_branch = || Store::find(here).or_else(|_| Store::find_desk(here)).ok()?.settings().ok()?.lang;
    chosen.or_else(|| said_language().ok().flatten()).or_else(locale).or_else(of_branch).unwrap_or(Lang::En)
}
