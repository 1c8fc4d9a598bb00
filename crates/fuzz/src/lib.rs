//! What the fuzz targets share.
//!
//! A target asserts the laws of its stage on every text that libFuzzer makes. The laws are those of the tests.
#![forbid(unsafe_code)]

#[path = "../../notaverbale/tests/support/laws.rs"]
pub mod laws;
pub mod markup;
pub mod tiny;
