//! How deep the tests go: `bash tests/run deep` says so in the environment.

/// Whether every case is tried that there is, however long it takes.
pub(crate) fn is_deep() -> bool {
    std::env::var("ZHIBU_TESTS").as_deref() == Ok("deep")
}
