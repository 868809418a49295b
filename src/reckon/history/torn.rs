//! What two sides made of the records of one file.

use std::collections::BTreeMap;

use super::changes::changes;
use super::{Piece, Sort, What, pieces};
use crate::record::RelPath;

/// A record that is not the same on both sides.
#[derive(Clone, Debug)]
pub struct Torn {
    /// As both began with it; none where they began apart, or it cannot be read.
    pub base: Option<Piece>,
    /// On our side; none where it was taken out.
    pub ours: Option<Piece>,
    /// On the other side.
    pub theirs: Option<Piece>,
    /// What differs: before is ours, after is theirs.
    pub differs: Vec<What>,
}

/// The records of a file that are not the same on both sides, in the order of the file.
pub fn torn(path: &RelPath, base: &str, ours: &str, theirs: &str) -> Vec<Torn> {
    let read = |text: &str| pieces(path, text).unwrap_or_default();
    let key = |piece: &Piece| (piece.sort, piece.id.clone());
    let mut sides: BTreeMap<(Sort, String), [Option<Piece>; 3]> = BTreeMap::new();
    let mut order = Vec::new();
    for (side, text) in [ours, theirs, base].into_iter().enumerate() {
        for piece in read(text) {
            let key = key(&piece);
            order.extend((side < 2 && !sides.contains_key(&key)).then(|| key.clone()));
            sides.entry(key).or_default()[side] = Some(piece);
        }
    }
    let mut found = Vec::new();
    for key in order {
        let Some([ours, theirs, base]) = sides.remove(&key) else { continue };
        let differs = match (&ours, &theirs) {
            (Some(ours), Some(theirs)) => changes(ours, theirs),
            _ => vec![],
        };
        if ours.is_none() || theirs.is_none() || !differs.is_empty() {
            found.push(Torn { base, ours, theirs, differs });
        }
    }
    found
}
