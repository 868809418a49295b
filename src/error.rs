//! A failure with its cure: place, fact, and what to do.

use crate::record::{RelPath, Source, Span};
use crate::words::Text;

/// The result of everything that can fail.
pub type Result<T> = anyhow::Result<T>;

/// Where in a file something stands.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The file, from the directory's root.
    pub file: RelPath,
    /// The line, from 1; 0 for the file as a whole.
    pub line: usize,
    /// The column, from 1, in characters.
    pub column: usize,
    /// The line itself, for an excerpt.
    pub excerpt: Option<Excerpt>,
}

/// A line of a file and the part of it that is meant.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Excerpt {
    /// The line, without its end.
    pub line: String,
    /// Where the part begins, in bytes.
    pub from: usize,
    /// Where it ends, in bytes.
    pub to: usize,
}

impl Place {
    /// A file as a whole.
    pub fn file(file: RelPath) -> Self {
        Self { file, line: 0, column: 0, excerpt: None }
    }
}

impl std::fmt::Display for Place {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.line {
            0 => write!(f, "{}", self.file),
            line => write!(f, "{}:{line}:{}", self.file, self.column),
        }
    }
}

crate::words::say_as_shown!(Place);

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The records contradict themselves, or cannot be read.
    #[default]
    Error,
    /// A firm rule of the domain was not kept.
    Must,
    /// What is done as a rule was not done: a person has to judge it.
    AsARule,
    /// Worth knowing; nothing may be wrong.
    Note,
}

impl Severity {
    /// Its id, the same in every language.
    pub fn id(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Must => "must",
            Self::AsARule => "as-a-rule",
            Self::Note => "note",
        }
    }
}

/// One thing that is wrong: where, what, and the cure.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fault {
    /// Where it stands; none for the words of a call.
    pub place: Option<Place>,
    /// A stable name for the kind of fault: `unknown-key`.
    pub code: &'static str,
    /// What is wrong, in one line.
    pub fact: Text,
    /// What to do about it, best a command to type.
    pub cure: Option<Text>,
    /// How much it weighs.
    pub severity: Severity,
    /// The rule of the domain it offends: regulation and article.
    pub source: Option<String>,
    /// What tells it from others of its code at the same place: `2026-03 criminal`.
    pub about: Option<String>,
}

impl Fault {
    /// A fault that has no place in a file.
    pub fn new(code: &'static str, fact: Text) -> Self {
        Self::with(None, code, fact)
    }

    /// A fault at a part of a file.
    pub fn at(code: &'static str, source: &Source, span: &Span, fact: Text) -> Self {
        Self::with(Some(source.place(span)), code, fact)
    }

    /// A fault of a file as a whole.
    pub fn of_file(code: &'static str, file: &RelPath, fact: Text) -> Self {
        Self::with(Some(Place::file(file.clone())), code, fact)
    }

    fn with(place: Option<Place>, code: &'static str, fact: Text) -> Self {
        Self { place, code, fact, cure: None, severity: Severity::default(), source: None, about: None }
    }

    /// The same with the rule of the domain it offends.
    #[must_use]
    pub fn source(self, source: Option<&str>) -> Self {
        Self { source: source.map(str::to_owned), ..self }
    }

    /// The same with its weight and the rule of the domain it offends.
    #[must_use]
    pub fn by_rule(self, severity: Severity, source: Option<&str>) -> Self {
        Self { severity, source: source.map(str::to_owned), ..self }
    }

    /// The same with what tells it from others at its place.
    #[must_use]
    pub fn about(self, about: String) -> Self {
        Self { about: Some(about), ..self }
    }

    /// The same with its cure.
    #[must_use]
    pub fn cure(self, cure: Text) -> Self {
        self.maybe_cure(Some(cure))
    }

    /// The same with a cure, where there is one.
    #[must_use]
    pub fn maybe_cure(mut self, cure: Option<Text>) -> Self {
        self.cure = cure.or(self.cure);
        self
    }
}

/// Why a command did not do what it was asked.
#[derive(Debug)]
pub struct Failure {
    /// Everything that is wrong, in the order of files and lines.
    pub faults: Vec<Fault>,
    /// The exit code: 1 refused, 2 the words of the call were wrong.
    pub exit: u8,
}

impl Failure {
    /// Refused: nothing is written, exit 1.
    pub fn refused(fact: Text) -> Self {
        Fault::new("refused", fact).into()
    }

    /// The words of the call were wrong: exit 2.
    pub fn usage(fact: Text) -> Self {
        Self { faults: vec![Fault::new("usage", fact)], exit: 2 }
    }

    /// Refused for several reasons at once.
    pub fn of(mut faults: Vec<Fault>) -> Self {
        faults.sort();
        faults.dedup();
        Self { faults, exit: 1 }
    }

    /// Whether it is that several things bear the name that was typed.
    pub fn is_of_several(&self) -> bool {
        self.faults.iter().any(|fault| fault.code == "several")
    }

    /// The same with a cure for its last fault.
    #[must_use]
    pub fn cure(mut self, cure: Text) -> Self {
        if let Some(fault) = self.faults.last_mut() {
            fault.cure = Some(cure);
        }
        self
    }
}

impl From<Fault> for Failure {
    fn from(fault: Fault) -> Self {
        Self { faults: vec![fault], exit: 1 }
    }
}

impl std::fmt::Display for Failure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let facts: Vec<_> = self.faults.iter().map(|fault| fault.fact.get(crate::words::Lang::En)).collect();
        f.write_str(&facts.join("; "))
    }
}

impl std::error::Error for Failure {}

impl std::error::Error for Fault {}

impl std::fmt::Display for Fault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.fact.get(crate::words::Lang::En))
    }
}
