//! What rules say of a stop: an end, no end, or a question for the model.

use std::collections::HashSet;

use super::abbreviation::{Abbreviation, Abbreviations};
use super::stop::{Mark, Stop};
use crate::lexicon::sentence_word::{Class, Words};

/// Bytes to look ahead for a name with a verb of asking or an address, and back for a bracket.
const REACH: usize = 160;

/// Bytes of the longest greeting or label.
const LONGEST_LABEL: usize = 32;

/// What rules say of a stop.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Verdict {
    End,
    Inside,
    /// Nobody can tell by rule: a small letter follows.
    Open,
}

/// The words that rules ask for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rules<'r> {
    pub abbreviations: &'static Abbreviations,
    pub words: &'static Words,
    /// The caller's own abbreviations, without their last stops.
    pub own: &'r HashSet<String>,
}

/// A stop in its paragraph.
#[derive(Clone, Copy)]
struct Place<'p> {
    paragraph: &'p str,
    /// Where the sentence began.
    start: usize,
    stop: Stop,
    /// The word before the stop.
    before: &'p str,
}

impl Rules<'_> {
    /// Whether `stop` ends the sentence that began at `start`.
    pub fn verdict(&self, paragraph: &str, start: usize, stop: Stop) -> Verdict {
        let before = last_word(&paragraph[..stop.start]);
        let place = Place { paragraph, start, stop, before };
        let rest = &paragraph[stop.end..];
        let end_if = |end| if end { Verdict::End } else { Verdict::Inside };
        let Some(next) = rest.chars().next() else { return Verdict::End };
        if stop.mark == Mark::Wide {
            // `３．５`
            return end_if(!(before.ends_with(char::is_numeric) && next.is_numeric()));
        }
        if !next.is_whitespace() {
            return end_if(self.space_is_missing(place, rest));
        }
        let follows = rest.trim_start();
        let opening = follows.trim_start_matches(['"', '“', '‘', '\'', '(', '[', '«', '¿', '¡', '„']);
        let Some(first) = opening.chars().next() else { return Verdict::End };
        let marked = opening.len() < follows.len();
        if matches!(first, ',' | ';' | ':') && !marked {
            return Verdict::Inside;
        }
        let closed = stop.end > stop.after;
        if first.is_lowercase() && !marked {
            let goes_on = match stop.mark {
                // `Yahoo! in the city`
                Mark::Question => self.words.has(Class::Joining, first_word(opening)),
                // `they paused ... and went on`
                Mark::Ellipsis => paragraph[..stop.start].ends_with(' '),
                Mark::Stop | Mark::Wide => {
                    self.kind(place).is_some() || initial(before) || is_count(before) && before.len() > 1
                }
            };
            return if closed || goes_on || place.is_bracketed() { Verdict::Inside } else { Verdict::Open };
        }
        match stop.mark {
            // `"Enough!" Lind shouted.`: the quotation and its attribution are one sentence.
            Mark::Question => end_if(!closed || marked || !self.attribution_follows(opening)),
            Mark::Ellipsis => end_if(ellipsis_ends(place, first, marked, first_word(opening))),
            Mark::Stop | Mark::Wide => end_if(self.full_stop_ends(place, follows, opening)),
        }
    }

    /// Whether a sentence goes on that has no stop yet: behind a comma or a colon, unless the few words so far may be a
    /// greeting or a label (`Dear all:`), and behind the dash of a dateline.
    pub fn goes_on(&self, so_far: &str) -> bool {
        let short = so_far.len() <= LONGEST_LABEL;
        match so_far.as_bytes().last() {
            Some(b',' | b';') => !short || self.words.has(Class::Opener, first_word(so_far)),
            Some(b':') => !short,
            _ => {
                let place = so_far.trim_end_matches(['-', '–', '—']);
                let word = last_word(place.trim_end());
                place.len() < so_far.len() && (word.is_empty() || capitalised(word).is_some())
            }
        }
    }

    /// Whether one full stop before white space and no small letter ends a sentence.
    fn full_stop_ends(&self, place: Place, follows: &str, opening: &str) -> bool {
        let Place { paragraph, stop, before, .. } = place;
        let word = first_word(opening);
        let marked = opening.len() < follows.len();
        let kind = self.kind(place);
        let opens = || self.words.has(Class::Opener, word) && !is_initial(opening);
        if stop.end > stop.after {
            // `Rep. Holt (R-Tex.) Marsh`, but `“We sell to Lind Inc.” Marsh left.`
            let bracket = paragraph[stop.after..stop.end].starts_with([')', ']']);
            return !(bracket && kind.is_some()) || opens();
        }
        let number = |word: &str| {
            word.starts_with(char::is_numeric)
                || word.len() == 1
                || !word.is_empty() && word.chars().all(|letter| "IVXLC".contains(letter))
        };
        match kind {
            Some(Abbreviation::Title | Abbreviation::Internal) => false,
            // `P.S. I love you`: no sentence is an abbreviation alone, but `No.` is.
            Some(Abbreviation::Reference | Abbreviation::Ending) if place.is_alone() => false,
            Some(Abbreviation::Reference) => !number(word) && (opens() || marked),
            Some(Abbreviation::Number) => !number(word),
            Some(Abbreviation::Month) => !word.starts_with(char::is_numeric),
            Some(Abbreviation::Hour) => {
                !self.goes_on_with_hour(word) && !follows.starts_with('(') && !place.opens_with_hour()
            }
            // What stands in brackets explains the abbreviation, unless it is a sentence (`Inc. (The two merged.)`).
            Some(Abbreviation::Ending) => opens() || marked && !follows.starts_with(['(', '[']),
            // `J. R. Lind`, `W.E.B. Lind`, but `Plan B. The sides` and `the chancellor and I. We`.
            None if initial(before) => {
                !is_initial(opening)
                    && !place.is_alone()
                    && (self.designated(place) || opens() && !place.follows_initial())
            }
            // `II. Aims`, `Section 2. Aims`
            None => !(is_count(before) && (place.is_alone() || self.is_label(place))),
        }
    }

    /// What the word before the stop abbreviates.
    fn kind(&self, place: Place) -> Option<Abbreviation> {
        if !self.own.is_empty() && self.own.contains(place.before) {
            return Some(Abbreviation::Internal);
        }
        let known = self.abbreviations.kind(&place.paragraph[..place.stop.start], place.before);
        // `MR. LIND`, in a text of capitals.
        known.or_else(|| self.abbreviations.kind("", &capitalised(place.before)?))
    }

    /// Whether `word` is part of a time of day (`9 a.m. Friday`).
    fn goes_on_with_hour(&self, word: &str) -> bool {
        [Class::Weekday, Class::Month, Class::Zone].into_iter().any(|class| self.words.has(class, word))
    }

    /// Whether a letter before the stop is the name of a thing (`Annex B.`).
    fn designated(&self, place: Place) -> bool {
        let ahead = place.paragraph[..place.stop.start - place.before.len()].trim_end();
        place.before != "I" && self.words.has(Class::Designation, last_word(ahead))
    }

    /// Whether the sentence so far is the name of a part (`Section 2`).
    fn is_label(&self, place: Place) -> bool {
        let so_far = place.paragraph[place.start..place.stop.start - place.before.len()].trim_end();
        so_far.starts_with(char::is_uppercase) && self.words.has(Class::Designation, so_far)
    }

    /// Whether the space behind the stop was forgotten: `failed.The`, but no file name, number or initial.
    fn space_is_missing(&self, place: Place, rest: &str) -> bool {
        let Place { paragraph, stop, before, .. } = place;
        // A straight mark may open as well as close.
        if paragraph[stop.after..stop.end].contains(['"', '\'']) {
            return false;
        }
        let small = before.chars().all(char::is_lowercase) || before.chars().count() > 2;
        let small = small && before.ends_with(char::is_lowercase) && !before.contains('.');
        let mut letters = rest.chars();
        let upper = letters.next().is_some_and(char::is_uppercase);
        let capital = upper
            && match letters.next() {
                Some(second) => second.is_lowercase() || second == ' ' && rest.starts_with(['A', 'I']),
                None => false,
            };
        small
            && capital
            && self.kind(place).is_none()
            && !self.words.has(Class::Domain, first_word(rest))
            && !address(paragraph, stop)
    }

    /// Whether a short name and a verb of asking follow.
    fn attribution_follows(&self, rest: &str) -> bool {
        let mut words =
            head(rest, REACH).split_whitespace().take(7).map(|word| word.trim_end_matches([',', '.', ':']));
        let first = words.next().unwrap_or("");
        let asks = |word: &str| self.words.has(Class::Asking, word);
        // `The aide said no more.` is a sentence, `the aide said.` an attribution.
        asks(first) || !self.words.has(Class::Opener, first) && words.any(asks)
    }
}

impl Place<'_> {
    /// Whether the sentence up to the stop is a time of day (`At 5 a.m.`), which is none.
    fn opens_with_hour(&self) -> bool {
        let so_far = &self.paragraph[self.start..self.stop.start];
        so_far.len() <= 24 && so_far.split_whitespace().count() <= 4 && !so_far.contains(',')
    }

    /// Whether a bracket is open at the stop.
    fn is_bracketed(&self) -> bool {
        let so_far = tail(&self.paragraph[self.start..self.stop.start], REACH);
        so_far.rfind('(').is_some_and(|open| !so_far[open..].contains(')'))
    }

    /// Whether the sentence has one word so far.
    fn is_alone(&self) -> bool {
        self.start + self.before.len() == self.stop.start
    }

    /// Whether an initial follows another initial or an opening mark, and is no pronoun.
    fn follows_initial(&self) -> bool {
        let ahead = self.paragraph[..self.stop.start - self.before.len()].trim_end();
        self.before != "I" && ahead.ends_with(['.', '(', '"', '“'])
    }
}

/// Whether an ellipsis ends a sentence where no small letter follows.
fn ellipsis_ends(place: Place, first: char, marked: bool, word: &str) -> bool {
    let Place { paragraph, stop, .. } = place;
    let closing = &paragraph[stop.after..stop.end];
    if closing.starts_with([']', ')']) {
        // `[...]` stands for words left out: it ends a sentence only if the next one follows at once.
        return closing.len() == 1 && first.is_uppercase() && !marked;
    }
    // `the thing is . . . I did not`: three spaced stops are a pause, a fourth is the full stop. `I` is always a capital.
    let apart = paragraph[..stop.start].ends_with(' ');
    let pause = apart && (stop.spaced(paragraph) == 3 || word == "I");
    !pause && (first.is_uppercase() || marked)
}

/// The run of letters, digits, stops and hyphens before a stop.
fn last_word(text: &str) -> &str {
    let start = text
        .char_indices()
        .rev()
        .take(24)
        .take_while(|&(_, c)| c.is_alphanumeric() || matches!(c, '.' | '-' | '’' | '\'' | '°' | '&'))
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

/// Whether `word` is an initial or letters with stops or hyphens between them (`J`, `b`, `W.E.B`, `J.-P`).
fn initial(word: &str) -> bool {
    let mut parts = word.split(['.', '-']).filter(|part| !part.is_empty()).peekable();
    parts.peek().is_some()
        && parts.all(|part| {
            let mut letters = part.chars();
            letters.next().is_some_and(char::is_alphabetic) && letters.next().is_none()
        })
}

/// A number of up to three digits, or a roman numeral.
fn is_count(word: &str) -> bool {
    let all = |signs: &str| word.bytes().all(|byte| signs.as_bytes().contains(&byte));
    !word.is_empty() && (word.len() <= 3 && all("0123456789") || all("IVXLC"))
}

/// A word of two or more capitals as it is in other texts: `GEN` is `Gen`.
fn capitalised(word: &str) -> Option<String> {
    let shouted = word.len() > 1 && word.bytes().all(|byte| byte.is_ascii_uppercase());
    shouted.then(|| word[..1].to_owned() + &word[1..].to_ascii_lowercase())
}

/// Whether `text` begins with an initial and its stop.
fn is_initial(text: &str) -> bool {
    let mut characters = text.chars();
    characters.next().is_some_and(char::is_uppercase) && characters.next() == Some('.')
}

/// The first `bytes` bytes of a text or a few less; so that looking ahead costs the same anywhere.
fn head(text: &str, bytes: usize) -> &str {
    let mut end = bytes.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// The last `bytes` bytes of a text or a few less.
fn tail(text: &str, bytes: usize) -> &str {
    let mut start = text.len().saturating_sub(bytes);
    while !text.is_char_boundary(start) {
        start += 1;
    }
    &text[start..]
}

/// Whether the word around the stop is a URL, an e-mail address or a file name.
fn address(paragraph: &str, stop: Stop) -> bool {
    let word = last_word(&paragraph[..stop.start]);
    let ahead = paragraph[..stop.start - word.len()].chars().next_back();
    let behind = head(&paragraph[stop.after..], REACH).split(char::is_whitespace).next().unwrap_or("");
    matches!(ahead, Some('/' | '@' | ':')) || word.starts_with("www") || behind.contains('@')
}
