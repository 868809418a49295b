//! What a closed month holds on, and what of it has changed since.
//!
//! A seal holds on what made the month and on nothing else. A file that is of the month alone, a meeting, the month's
//! awards, its hours of study, is sealed as a whole. A file that lives on, a person, a group, the rules, the year's dues,
//! is sealed in what it says of the month, written down in one form; so a move in November leaves October's seal whole,
//! and a move that is dated back breaks it. What neither shows, a rule without days or a record of another month that
//! changes this month's points, shows in the figures: who was what, who was at which meeting, who has how many points.

mod chain;
mod code;
mod difference;
mod figures;
mod held;
mod made;
mod since;

pub use chain::{Chain, ERASED_AND, Stood, Unsound};
pub use code::{LETTERS, code, is_of};
pub use difference::{Difference, compare, differences};
pub use made::{Break, Made, Months, Part, says};
pub use since::{makes_months, month_of, since};
