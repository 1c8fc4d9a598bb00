//! A row of terminal marks, with the closing marks behind it.

/// Which marks stand in the row.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Mark {
    /// One full stop.
    Stop,
    /// Among them a question or exclamation mark.
    Question,
    /// Several stops (`...`, `. . .`) or `…`.
    Ellipsis,
    /// A mark of Chinese and Japanese (`。`), which no space follows.
    Wide,
}

/// Where the marks stand, in bytes of the paragraph.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stop {
    /// The first mark.
    pub start: usize,
    /// Behind the last mark.
    pub after: usize,
    /// Behind the closing quotation marks, brackets and note marks.
    pub end: usize,
    /// Which marks they are.
    pub mark: Mark,
}

impl Stop {
    /// The marks that stand at `start`, if some do.
    pub fn read(paragraph: &str, start: usize) -> Option<Self> {
        let bytes = paragraph.as_bytes();
        let (width, mut mark) = match bytes[start] {
            b'.' => (1, Mark::Stop),
            b'!' | b'?' => (1, Mark::Question),
            0xE2 if bytes[start..].starts_with("…".as_bytes()) => (3, Mark::Ellipsis),
            0xE3 | 0xEF if wide(&paragraph[start..]) => (3, Mark::Wide),
            _ => return None,
        };
        let mut after = start + width;
        // A row of stops is one, whatever it mixes (`?!`, `...`).
        while let Some(byte) = bytes.get(after) {
            match byte {
                b'.' if mark == Mark::Stop => mark = Mark::Ellipsis,
                b'.' => {}
                b'!' | b'?' if mark != Mark::Wide => mark = Mark::Question,
                b'!' | b'?' => {}
                _ => break,
            }
            after += 1;
        }
        // `. . .` is an ellipsis too.
        while paragraph[after..].starts_with(" .") && bytes.get(after + 2) != Some(&b'.') {
            after += 2;
            mark = Mark::Ellipsis;
        }
        Some(Self { start, after, end: after + closing_length(&paragraph[after..]), mark })
    }

    /// How many stops are printed with spaces between them: 3 for `. . .`, 0 for `...`.
    pub fn spaced(self, paragraph: &str) -> usize {
        let marks = &paragraph[self.start..self.after];
        if marks.contains(' ') { marks.bytes().filter(|&byte| byte == b'.').count() } else { 0 }
    }
}

fn wide(text: &str) -> bool {
    ["。", "｡", "！", "．", "？"].iter().any(|mark| text.starts_with(mark))
}

/// Whether a character takes no room: soft hyphen, zero-width space and joiners, direction marks, byte order mark.
fn invisible(character: char) -> bool {
    matches!(character, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}')
}

/// The length of closing quotation marks, brackets and note marks (`.[3]`) behind a stop, and of what can't be seen.
fn closing_length(rest: &str) -> usize {
    let mut length = 0;
    loop {
        let tail = &rest[length..];
        let mut characters = tail.chars();
        let Some(first) = characters.next() else { return length };
        let next = characters.next();
        if let Some(note) = note_length(tail) {
            length += note;
        } else if "”’»)]}」』›".contains(first)
            || matches!(first, '"' | '\'') && next.is_none_or(|next| !next.is_alphanumeric())
            // `„So.“` in German; in English the mark opens, and a word follows.
            || first == '“' && next.is_none_or(char::is_whitespace)
            || invisible(first)
        {
            length += first.len_utf8();
        } else if first == ' ' && next.is_some_and(|next| "”’»)]".contains(next)) {
            // `He left. )`: a closing mark that stands alone belongs to what it closes.
            length += 1;
        } else {
            return length;
        }
    }
}

/// The length of a note mark such as `[3]`.
fn note_length(text: &str) -> Option<usize> {
    let digits = text.strip_prefix('[')?.bytes().take(4).take_while(u8::is_ascii_digit).count();
    (digits > 0 && text.as_bytes().get(digits + 1) == Some(&b']')).then_some(digits + 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, mark: Mark, after: &str, end: &str) {
        let start = text.find(['.', '!', '?', '…', '。']).unwrap();
        let stop = Stop::read(text, start).unwrap();
        assert_eq!((stop.mark, &text[..stop.after], &text[..stop.end]), (mark, after, end));
    }

    #[test]
    fn marks_and_what_closes_behind_them() {
        check("So. Then", Mark::Stop, "So.", "So.");
        check("So?!” Then", Mark::Question, "So?!", "So?!”");
        check("So....” Then", Mark::Ellipsis, "So....", "So....”");
        check("So . . . then", Mark::Ellipsis, "So . . .", "So . . .");
        check("So.[3] Then", Mark::Stop, "So.", "So.[3]");
        check("So.\u{200b} Then", Mark::Stop, "So.", "So.\u{200b}");
        check("(So. ) Then", Mark::Stop, "(So.", "(So. )");
        check("是。」是", Mark::Wide, "是。", "是。」");
        check("So.'Then", Mark::Stop, "So.", "So.");
    }
}
