//! The names of columns, states and units.
