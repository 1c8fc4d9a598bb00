//! Output, one file a format.

pub mod html;
mod view;
