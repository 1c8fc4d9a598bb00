//! Encoding: text is UTF-8, with or without a byte order mark.

use std::io::{self, BufRead};
use std::str::Utf8Error;

use crate::error::Error;

/// What every kind of input has to be.
pub const EXPECTED: &str = "UTF-8 text";

/// What is wrong with the file `name` as a whole, where its first bytes say that it is no UTF-8 text. Nothing is consumed.
pub fn refuse(file: &mut impl BufRead, name: &str) -> io::Result<Option<Error>> {
    let found = match file.fill_buf()? {
        [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] => "text in UTF-16",
        [0x1F, 0x8B, ..] => "gzip data",
        [b'P', b'K', 3, 4, ..] => "a zip archive, as .docx and .xlsx files are",
        [b'%', b'P', b'D', b'F', b'-', ..] => "a PDF",
        _ => return Ok(None),
    };
    let (file, found, expected) = (name.to_owned(), found.to_owned(), EXPECTED.to_owned());
    Ok(Some(Error::Record { file, line: 1, found, expected }))
}

/// Skips a byte order mark at the start of `file`.
pub fn skip_bom(file: &mut impl BufRead) -> io::Result<()> {
    if file.fill_buf()?.starts_with("\u{feff}".as_bytes()) {
        file.consume("\u{feff}".len());
    }
    Ok(())
}

/// What stands in `bytes` where they are not UTF-8.
pub fn broken(bytes: &[u8], error: Utf8Error) -> String {
    format!("byte 0x{:02X}, which is not UTF-8", bytes[error.valid_up_to()])
}
