//! The command line of notaverbale, as a library. So far: [`html`], which shows one document.
#![forbid(unsafe_code)]
#![deny(missing_docs)]
#![cfg_attr(test, allow(clippy::unwrap_used))]

mod output;

pub use output::html;
