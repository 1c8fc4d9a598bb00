//! A file that is one text.

use std::io::{self, BufRead};

use super::{Record, Sink, encoding};
use crate::error::Error;

/// Reads the whole of `file` as one record. Its text is kept as it is, a byte order mark too, so that offsets slice
/// the file.
pub fn read(file: &mut impl BufRead, id: &str, name: &str, sink: Sink<'_>) -> io::Result<bool> {
    if let Some(fault) = encoding::refuse(file, name)? {
        return Ok(sink(Err(fault)));
    }
    let mut bytes = Vec::new();
    file.read_to_end(&mut bytes)?;
    Ok(sink(match String::from_utf8(bytes) {
        Ok(text) => Ok(Record { id: id.to_owned(), text, ..Record::default() }),
        Err(error) => {
            let (bytes, error) = (error.as_bytes(), error.utf8_error());
            let lines = bytes[..error.valid_up_to()].iter().filter(|&&byte| byte == b'\n').count() as u64;
            Err(Error::Record {
                file: name.to_owned(),
                line: lines + 1,
                found: encoding::broken(bytes, error),
                expected: encoding::EXPECTED.to_owned(),
            })
        }
    }))
}

#[cfg(test)]
mod tests {
    use super::super::tests::collect;
    use super::*;

    #[test]
    fn the_text_is_the_file() {
        let text = "\u{feff}Norland’s envoy spoke.\r\n\r\nSudmark listened.\n";
        let (records, errors) = collect(|sink| read(&mut text.as_bytes(), "talks.txt", "talks.txt", sink));
        assert_eq!((records[0].id.as_str(), records[0].text.as_str()), ("talks.txt", text));
        assert_eq!(errors, [""; 0]);
    }

    #[test]
    fn bytes_that_are_not_text_are_found_by_line() {
        let (records, errors) =
            collect(|sink| read(&mut &b"One.\nTw\xE9.\n"[..], "-", "standard input", sink));
        assert_eq!(records, []);
        assert_eq!(errors, ["standard input, line 2: byte 0xE9, which is not UTF-8, expected UTF-8 text"]);
    }
}
