//! What a changing command decides.

use crate::branch::Change;
use crate::words::Text;

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
pub(in crate::cmd) type Trailers = Vec<(&'static str, String)>;
