//! What is said when something is done.
