//! A return that somebody hands in: whose it is, and whether it can be taken.

use super::{Desk, Unit};
use crate::error::Failure;
use crate::package::{About, Proof, State};
use crate::record::{Day, Month, folded};
use crate::words::{self, Text};

/// The unit whose return a package is.
///
/// # Errors
/// Why it cannot be taken.
pub fn judge<'d>(desk: &'d Desk, about: &About, proofs: &[Proof], today: Day) -> Result<&'d Unit, Failure> {
    let refused = |fact: Text, cure: Text| Err(Failure::refused(fact).cure(cure));
    let broken: Vec<_> = proofs.iter().filter(|proof| proof.state == State::Broken).collect();
    if !broken.is_empty() {
        let told = broken.iter().map(|proof| words::proof_of(&proof.item, &proof.found));
        return refused(words::return_broken(Text::clauses(told)), words::cure_return_broken());
    }
    let name = words::shown(&about.name);
    let Some(id) = &about.branch else {
        return refused(words::return_has_no_id(name), words::cure_return_has_no_id());
    };
    let Some(unit) = desk.units.get(id) else {
        let id = words::shown(id);
        return refused(words::return_of_stranger(&name, &id), words::cure_return_of_stranger(&id, &name));
    };
    if desk.units.is_above(unit) {
        return refused(words::return_of_upper(&*unit.name), words::cure_return_of_upper());
    }
    if !is_called(&about.name, &unit.name) {
        return refused(words::return_of_another(name, &unit.id, &*unit.name), words::cure_return_of_another());
    }
    if about.month > Month::of(today) || about.as_of.is_some_and(|day| day > today) {
        return refused(words::return_of_future(about.month), words::cure_return_of_future());
    }
    Ok(unit)
}

/// Whether a body is called so, whole or in short: what is short has letters of the whole in their order.
fn is_called(name: &str, short: &str) -> bool {
    let plain = |text: &str| folded(text).to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    let (name, short) = (plain(name), plain(short));
    let is_in = |short: &str, long: &str| {
        let mut rest = long.chars();
        short.chars().count() > 1 && short.chars().all(|c| rest.any(|other| other == c))
    };
    name == short || is_in(&short, &name) || is_in(&name, &short)
}

/// Whether a return was made before another one of the same month: that one was sealed or amended since.
pub fn older(new: &About, taken: &About) -> bool {
    match (&new.code, &taken.code) {
        (Some(code), Some(_)) => taken.was.contains(code),
        (None, Some(_)) => true,
        (None, None) => new.as_of.zip(taken.as_of).is_some_and(|(new, taken)| new < taken),
        (Some(_), None) => false,
    }
}

/// Whether a return's seal is that of another one, or was amended from it.
pub fn follows(new: &About, taken: &About) -> bool {
    taken.code.as_ref().is_none_or(|code| new.code.as_ref() == Some(code) || new.was.contains(code))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_body_is_known_by_its_name_in_short() {
        for (name, short) in [
            ("站南派出所党支部", "站南派出所党支部"),
            ("站南派出所党支部", "站南所"),
            ("站南", "站南派出所"),
            ("Table Tennis Club", "tennis club"),
            ("第一党支部（机关）", "第一党支部"),
        ] {
            assert!(is_called(name, short), "{name} {short}");
        }
        for (name, short) in [("站南派出所党支部", "站北所"), ("站南派出所", "所站"), ("站南", "站"), ("站南", "")]
        {
            assert!(!is_called(name, short), "{name} {short}");
        }
    }

    fn about(code: Option<&str>, was: &[&str], day: u32) -> About {
        About {
            branch: None,
            name: String::new(),
            month: Month::new(2026, 10).expect("a month"),
            edition: String::new(),
            program: String::new(),
            schema: 2,
            as_of: Day::new(2026, 11, day),
            rules: Default::default(),
            units: None,
            code: code.map(str::to_owned),
            was: was.iter().map(ToString::to_string).collect(),
        }
    }

    #[test]
    fn what_was_made_before_the_last_seal_is_older() {
        let (open, sealed, amended) = (about(None, &[], 3), about(Some("B"), &[], 5), about(Some("C"), &["B"], 9));
        assert!(older(&open, &sealed) && older(&sealed, &amended) && older(&open, &about(None, &[], 4)));
        assert!(!older(&sealed, &open) && !older(&amended, &sealed) && !older(&sealed, &sealed));
        assert!(follows(&amended, &sealed) && follows(&sealed, &open) && follows(&sealed, &sealed));
        assert!(!follows(&about(Some("X"), &[], 9), &sealed));
    }
}
