//! Where a sentence ends.

use super::abbreviation::{Abbreviation, Abbreviations};

/// Bytes to look ahead for a name with a verb of saying, or an address.
const LOOK_AHEAD: usize = 160;

/// The ends, in bytes, of the sentences of one paragraph; the last is the paragraph's own.
pub(super) fn ends(paragraph: &str) -> Vec<usize> {
    let abbreviations = Abbreviations::embedded();
    let bytes = paragraph.as_bytes();
    let mut ends = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let (width, asian) = match bytes[at] {
            b'.' | b'!' | b'?' => (1, false),
            // U+2026, U+3002, U+FF01, U+FF0E, U+FF1F.
            0xE2 if bytes[at..].starts_with("…".as_bytes()) => (3, false),
            0xE3 if bytes[at..].starts_with("。".as_bytes()) => (3, true),
            0xEF if ["！", "．", "？"].iter().any(|stop| bytes[at..].starts_with(stop.as_bytes())) => {
                (3, true)
            }
            _ => (0, false),
        };
        if width == 0 {
            at += 1;
            continue;
        }
        let stop = at;
        at += width;
        // A row of stops is one, whatever it mixes (`?!`, `...`).
        while bytes.get(at).is_some_and(|byte| matches!(byte, b'.' | b'!' | b'?')) {
            at += 1;
        }
        // `. . .` is an ellipsis too.
        while paragraph[at..].starts_with(" .") && bytes.get(at + 2) != Some(&b'.') {
            at += 2;
        }
        let end = at + closing_length(&paragraph[at..]);
        if asian || ends_here(paragraph, stop, at, end, abbreviations) {
            ends.push(end);
            at = end;
        }
    }
    if ends.last() != Some(&paragraph.len()) {
        ends.push(paragraph.len());
    }
    ends
}

/// The length of closing quotation marks, brackets and note marks (`.[3]`) behind a stop.
fn closing_length(rest: &str) -> usize {
    let mut length = 0;
    loop {
        let tail = &rest[length..];
        let Some(first) = tail.chars().next() else { return length };
        let next = tail[first.len_utf8()..].chars().next();
        if let Some(note) = note_length(tail) {
            length += note;
        } else if "”’»)]}」』›".contains(first)
            || matches!(first, '"' | '\'') && next.is_none_or(|next| !next.is_alphanumeric())
        {
            length += first.len_utf8();
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

/// The first `bytes` bytes of a text or a few less; so that looking ahead costs the same anywhere.
fn head(text: &str, bytes: usize) -> &str {
    let mut end = bytes.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// Whether the stop that stands from `stop` to `after`, with closing marks up to `end`, ends a sentence.
fn ends_here(paragraph: &str, stop: usize, after: usize, end: usize, abbreviations: &Abbreviations) -> bool {
    let rest = &paragraph[end..];
    let Some(next) = rest.chars().next() else { return true };
    let mark = &paragraph[stop..after];
    let before = last_word(&paragraph[..stop]);
    if !next.is_whitespace() {
        // A missing space: `failed.The`, but no file name, number or initial.
        let lower =
            before.chars().count() > 2 && before.ends_with(char::is_lowercase) && !before.contains('.');
        let mut letters = rest.chars();
        let capital =
            letters.next().is_some_and(char::is_uppercase) && letters.next().is_some_and(char::is_lowercase);
        let plain = matches!(mark, "." | "!" | "?");
        return plain && end == after && lower && capital && !address(paragraph, stop);
    }
    let follows = rest.trim_start();
    let opening = follows.trim_start_matches(['"', '“', '‘', '\'', '(', '[', '«', '¿', '¡', '„']);
    let Some(first) = opening.chars().next() else { return true };
    let word = first_word(opening);
    if first.is_lowercase() && opening.len() == follows.len() {
        return false;
    }
    if mark.contains(['!', '?']) {
        // `"Enough!" Lind shouted.`: the quotation and its attribution are one sentence.
        return end == after || !attribution_follows(opening);
    }
    if mark.starts_with("..") || mark.starts_with(". .") || mark == "…" {
        return first.is_uppercase() || opening.len() < follows.len();
    }
    if end > after {
        return true;
    }
    let capital = !first.is_lowercase();
    match abbreviations.kind(before) {
        Some(Abbreviation::Title) => false,
        Some(Abbreviation::Internal) => false,
        Some(Abbreviation::Reference) => {
            let roman = word.chars().all(|letter| "IVXLC".contains(letter)) || word.len() == 1;
            !(first.is_numeric() || roman)
        }
        Some(Abbreviation::Month) => !first.is_numeric() && capital,
        Some(Abbreviation::Ending) => abbreviations.opens(word) || opening.len() < follows.len(),
        None => match initial(before) {
            // `J. R. Lind`, `W.E.B. Lind`, but `Plan B. The sides` and `the chancellor and I. We`.
            true => abbreviations.opens(word) && !single_initial_name(paragraph, stop, before),
            // The number of a list item is no sentence.
            false
                if before.len() <= 3 && !before.is_empty() && before.bytes().all(|b| b.is_ascii_digit()) =>
            {
                stop != before.len() && capital
            }
            false => capital,
        },
    }
}

/// The run of letters, digits, stops and hyphens before a stop.
fn last_word(text: &str) -> &str {
    let start = text
        .char_indices()
        .rev()
        .take(24)
        .take_while(|&(_, c)| c.is_alphanumeric() || matches!(c, '.' | '-' | '’' | '\''))
        .last()
        .map_or(text.len(), |(at, _)| at);
    &text[start..]
}

fn first_word(text: &str) -> &str {
    let end = text
        .char_indices()
        .take(32)
        .find(|(_, c)| !c.is_alphanumeric())
        .map_or(text.len().min(32), |(at, _)| at);
    text.get(..end).unwrap_or("")
}

/// Whether `word` is an initial or letters with stops between them.
fn initial(word: &str) -> bool {
    !word.is_empty()
        && word.split(['.', '-']).all(|part| {
            let mut letters = part.chars();
            letters.next().is_some_and(char::is_uppercase) && letters.next().is_none()
        })
}

/// Whether an initial follows a name or another initial rather than a word (`Plan B.`) or stands alone (`I`).
fn single_initial_name(paragraph: &str, stop: usize, initial: &str) -> bool {
    let ahead = paragraph[..stop - initial.len()].trim_end();
    initial != "I" && (ahead.is_empty() || ahead.ends_with(['.', '(', '"', '“']))
}

/// Whether the word around `stop` is a URL, an e-mail address or a file name.
fn address(paragraph: &str, stop: usize) -> bool {
    let word = last_word(&paragraph[..stop]);
    let start = paragraph[..stop].len() - word.len();
    let ahead = paragraph[..start].chars().next_back();
    let behind = head(&paragraph[stop + 1..], LOOK_AHEAD).split(char::is_whitespace).next().unwrap_or("");
    matches!(ahead, Some('/' | '@' | ':')) || word.starts_with("www") || behind.contains('@')
}

/// Verbs that attribute a quotation which ends in a question or exclamation mark.
const ASKED: [&str; 12] = [
    "said",
    "asked",
    "shouted",
    "told",
    "wondered",
    "added",
    "cried",
    "replied",
    "wrote",
    "exclaimed",
    "tweeted",
    "says",
];

/// Whether a short name and one of these verbs follow.
fn attribution_follows(rest: &str) -> bool {
    let mut words =
        head(rest, LOOK_AHEAD).split_whitespace().take(7).map(|word| word.trim_end_matches([',', '.', ':']));
    let first = words.next().unwrap_or("");
    ASKED.contains(&first) || words.any(|word| ASKED.contains(&word))
}
