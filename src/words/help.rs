//! The help in Chinese; the English help is the doc comments of `cmd`.
