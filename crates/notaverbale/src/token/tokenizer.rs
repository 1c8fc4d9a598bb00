//! Where a token begins and ends.

use crate::span::Span;

/// Splits text into tokens.
///
/// # Examples
/// ```
/// let text = "Lind's aides don't agree: it's 3.5% in the U.S.";
/// let words: Vec<&str> = notaverbale::Tokenizer::default().spans(text).iter().map(|span| span.text(text)).collect();
/// assert_eq!(words[..7], ["Lind", "'s", "aides", "do", "n't", "agree", ":"]);
/// assert_eq!(words[7..], ["it", "'s", "3.5", "%", "in", "the", "U.S."]);
/// ```
#[derive(Clone, Copy, Debug, Default)]
pub struct Tokenizer {}

/// Abbreviations that keep their stop although no other stop stands in them.
const KEEPS_STOP: [&str; 27] = [
    "mr", "mrs", "ms", "dr", "st", "jr", "sr", "gen", "lt", "col", "sen", "rep", "gov", "amb", "prof", "hon",
    "jan", "feb", "mar", "apr", "aug", "sept", "oct", "nov", "dec", "messrs", "maj",
];

impl Tokenizer {
    /// The tokens of `text`, in order, as byte spans. Only white space lies outside them.
    ///
    /// Never fails; linear in `text.len()`.
    pub fn spans(&self, text: &str) -> Vec<Span> {
        let mut spans = Vec::with_capacity(text.len() / 5);
        self.append(text, Span::new(0, text.len()), &mut spans);
        spans
    }

    /// Appends the tokens of the part of `text` under `within`.
    pub(crate) fn append(&self, text: &str, within: Span, spans: &mut Vec<Span>) {
        let mut at = within.start;
        let end = within.end;
        while at < end {
            let rest = &text[at..end];
            let Some(first) = rest.chars().next() else { break };
            if first.is_whitespace() {
                at += first.len_utf8();
            } else if first.is_alphanumeric() {
                let length = word_length(rest);
                split_clitic(text, Span::new(at, at + length), spans);
                at += length;
            } else if let Some(length) = clitic_length(rest, spans.last().is_some_and(|last| last.end == at))
            {
                spans.push(Span::new(at, at + length));
                at += length;
            } else {
                let length = mark_length(rest, first);
                spans.push(Span::new(at, at + length));
                at += length;
            }
        }
    }
}

/// The length in bytes of the word at the head of `rest`.
fn word_length(rest: &str) -> usize {
    if let Some(length) = address_length(rest) {
        return length;
    }
    let mut length = 0;
    let mut characters = rest.char_indices().peekable();
    let mut before = ' ';
    while let Some((at, character)) = characters.next() {
        let next = characters.peek().map(|&(_, next)| next);
        let inside = next.is_some_and(char::is_alphanumeric);
        let keep = match character {
            _ if character.is_alphanumeric() => true,
            // Combining marks and joiners belong to the letter before them.
            '\u{300}'..='\u{36f}' | '\u{200c}' | '\u{200d}' | '\u{ad}' => true,
            '\'' | '’' | 'ʼ' | '-' | '‑' | '_' | '&' => inside,
            ',' => before.is_ascii_digit() && next.is_some_and(|n| n.is_ascii_digit()),
            '.' => {
                let number = before.is_ascii_digit() && next.is_some_and(|n| n.is_ascii_digit());
                number
                    || initial_stop(&rest[..at], inside)
                    || KEEPS_STOP.contains(&rest[..at].to_lowercase().as_str())
            }
            ':' => before.is_ascii_digit() && next.is_some_and(|n| n.is_ascii_digit()),
            _ => false,
        };
        if !keep {
            break;
        }
        length = at + character.len_utf8();
        before = character;
    }
    length
}

/// Whether the stop after `word` belongs to it: after a single letter or letters with stops (`J.`, `U.S.`, `a.m.`).
fn initial_stop(word: &str, inside: bool) -> bool {
    let last = word.rsplit(['.', '-']).next().unwrap_or(word);
    let mut letters = last.chars();
    let single = letters.next().is_some_and(char::is_alphabetic) && letters.next().is_none();
    let lower = last.starts_with(char::is_lowercase);
    single && (!lower || inside || word.contains('.'))
}

/// Bytes in which the `@` of an address must stand, and those that an address may have.
const ADDRESS_HEAD: usize = 128;
const ADDRESS: usize = 2048;

/// The length of a URL or e-mail address.
fn address_length(rest: &str) -> Option<usize> {
    let word = |most: usize| {
        let mut end = most.min(rest.len());
        while !rest.is_char_boundary(end) {
            end -= 1;
        }
        rest[..end].split(char::is_whitespace).next().unwrap_or("")
    };
    let url = ["http://", "https://", "www."]
        .iter()
        .any(|start| rest.get(..start.len()).is_some_and(|head| head.eq_ignore_ascii_case(start)));
    if url {
        return Some(word(ADDRESS).trim_end_matches(|c: char| !c.is_alphanumeric() && c != '/').len());
    }
    let (name, domain) = word(ADDRESS_HEAD).split_once('@')?;
    let plain =
        |part: &str| !part.is_empty() && part.chars().all(|c| c.is_alphanumeric() || "._-+".contains(c));
    let domain = domain.trim_end_matches(|c: char| !c.is_alphanumeric());
    (plain(name) && plain(domain) && domain.contains('.')).then(|| name.len() + 1 + domain.len())
}

/// Clitics that leave the word before them.
const CLITICS: [&str; 6] = ["'s", "'re", "'ve", "'ll", "'d", "'m"];

/// The clitic at the end of a word span, parted from it; the word whole where it has none.
fn split_clitic(text: &str, word: Span, spans: &mut Vec<Span>) {
    let letters = word.text(text);
    let Some(mark) = letters.rfind(['\'', '’', 'ʼ']) else {
        return spans.push(word);
    };
    let behind = &letters[mark..];
    let bare = behind.trim_start_matches(['\'', '’', 'ʼ']);
    let known = CLITICS.iter().any(|clitic| bare.eq_ignore_ascii_case(&clitic[1..]));
    let before = &letters[..mark];
    if bare.eq_ignore_ascii_case("t") && before.len() > 1 && before.ends_with(['n', 'N']) {
        let cut = word.start + mark - 1;
        spans.push(Span::new(word.start, cut));
        spans.push(Span::new(cut, word.end));
    } else if known && !before.is_empty() {
        let cut = word.start + mark;
        spans.push(Span::new(word.start, cut));
        spans.push(Span::new(cut, word.end));
    } else {
        spans.push(word);
    }
}

/// The length of a bare possessive mark (`the ministers' view`) right behind a word.
fn clitic_length(rest: &str, attached: bool) -> Option<usize> {
    let mut characters = rest.chars();
    let mark = characters.next().filter(|mark| matches!(mark, '\'' | '’'))?;
    let after = characters.next();
    (attached && after.is_some_and(char::is_whitespace)).then_some(mark.len_utf8())
}

/// The length of a mark: up to three dots or dashes in a row are one (`--`, `...`, `''`).
fn mark_length(rest: &str, first: char) -> usize {
    let run = if ".-'`!?".contains(first) { 3 } else { 1 };
    rest.chars().take(run).take_while(|&mark| mark == first).map(char::len_utf8).sum()
}
