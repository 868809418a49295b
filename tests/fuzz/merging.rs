//! A merge of any three texts loses nothing, or is left to git.

use zhibu::store::{merge, sides};

use crate::corpus::{any, by_another, each, mangled};

/// What a text says, to the other reader. Which line ends stand in a text of several lines is no matter: they are those of
/// our side after a merge.
fn said(text: &str) -> Option<String> {
    by_another(&text.replace("\r\n", "\n"))
        .map(|table| format!("{:?}", table.unwrap_or_else(|error| panic!("{error}\n{text}"))))
}

/// Whether a line of a text looks like a mark of a clash: nobody can tell it from one then.
fn looks_marked(text: &str) -> bool {
    let marks = ["<<<<<<<", "|||||||", "=======", ">>>>>>>"];
    text.lines().any(|line| marks.iter().any(|mark| line.starts_with(mark)))
}

#[test]
fn a_merge_is_toml_or_told_to_clash_and_the_same_from_either_side() {
    each(1500, |dice| {
        let (path, base) = any(dice);
        let (ours, theirs) = (mangled(dice, base), mangled(dice, base));
        let Some(merged) = merge(path, base, &ours, &theirs) else { return };
        let clashes = merged.clashes().count();
        let text = merged.text();
        if clashes == 0 {
            said(&text);
        } else if ![&ours, &theirs].into_iter().any(|text| looks_marked(text)) {
            let parted = sides(&text).expect("marks in order");
            let _ = (said(&parted.ours), said(&parted.theirs));
        }
        let turned = merge(path, base, &theirs, &ours).map(|merged| merged.clashes().count());
        assert_eq!(turned, Some(clashes), "{path}\n{base}\n--- ours\n{ours}\n--- theirs\n{theirs}");
    });
}

#[test]
fn what_one_side_alone_changed_comes_of_a_merge() {
    each(1500, |dice| {
        let (path, base) = any(dice);
        let ours = mangled(dice, base);
        for (left, right) in [(&ours, base), (base, &ours), (&ours, &ours)] {
            let Some(merged) = merge(path, base, left, right) else { continue };
            assert_eq!(merged.clashes().count(), 0, "{path}\n{base}\n--- ours\n{ours}");
            assert_eq!(said(&merged.text()), said(&ours), "{path}\n{base}\n--- ours\n{ours}\n---\n{}", merged.text());
        }
    });
}
