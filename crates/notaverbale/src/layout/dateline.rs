//! The dateline that a report begins with: `BEIJING, Nov. 16 (Xinhua) --`, `VIENNA (Reuters) -`, `MOSCOW. Oct 4 (Interfax) -`,
//! `MOSCOW, October 4. /TASS/.`

use crate::span::Span;

/// Where the text says it was written, and when.
///
/// # Examples
/// ```
/// let text = "date 2020-11-17 OSLO, May 2 (NTB) -- Talks began.";
/// let dateline = notaverbale::Layout::new(text).dateline.unwrap();
/// assert_eq!(dateline.span.text(text), "date 2020-11-17 OSLO, May 2 (NTB) --");
/// assert_eq!(dateline.date.as_deref(), Some("2020-11-17"));
/// ```
#[derive(Clone, PartialEq, Eq, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Dateline {
    /// From the place, or from the crawl prefix before it, to the dash; in bytes.
    pub span: Span,
    /// A full date (`2020-11-17`) that a crawl put before the text; `None` where none stands there.
    pub date: Option<String>,
}

/// Bytes to look at: a longer opening is no dateline.
const LONGEST: usize = 120;

/// The dateline at the head of the first paragraph.
pub(super) fn find(text: &str, paragraph: Span) -> Option<Dateline> {
    let mut head = paragraph.text(text);
    let mut cut = head.len().min(LONGEST);
    while !head.is_char_boundary(cut) {
        cut -= 1;
    }
    head = &head[..cut];
    let prefix = crawl_prefix(head);
    let body = prefix.map_or(0, |(length, _)| length);
    let date = prefix.map(|(_, date)| date.to_owned());
    let length = place_line(&head[body..]).map_or(body, |length| body + length);
    let span = Span::new(paragraph.start, paragraph.start + length).trim(text);
    (!span.is_empty()).then_some(Dateline { span, date })
}

/// The length of `date 2020-11-17 ` with the space behind it, and the date.
fn crawl_prefix(head: &str) -> Option<(usize, &str)> {
    let rest = head.strip_prefix("date").map_or(head, str::trim_start).trim_start_matches(':').trim_start();
    let date = rest.get(..10)?;
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let parts: Vec<&str> = date.split('-').collect();
    let iso = matches!(parts[..], [year, month, day] if year.len() == 4 && month.len() == 2 && day.len() == 2)
        && parts.iter().all(|part| digits(part));
    let behind = &rest[10..];
    let spaced = behind.starts_with(char::is_whitespace);
    (iso && spaced).then(|| (head.len() - behind.trim_start().len(), date))
}

/// The length of the place, the date and the agency with the dash behind them.
fn place_line(head: &str) -> Option<usize> {
    if !head.starts_with(char::is_uppercase) {
        return None;
    }
    let dash = ["--", "—", "–", " - ", " -\u{a0}"]
        .iter()
        .filter_map(|dash| head.find(dash).map(|at| (at, at + dash.trim_end().len())))
        .min();
    if let Some((at, end)) = dash {
        let line = &head[..at];
        let place = line.split([',', '.', '(', '/']).next().unwrap_or("").trim();
        let agency = line.trim_end().ends_with(')') && line.contains('(');
        let shouted = place.chars().count() > 2 && !place.chars().any(char::is_lowercase);
        let short = place.split_whitespace().count() <= 4 && line.len() <= 90;
        if short && (agency || shouted) && !line.contains(['"', '“', '”', '?', '!']) {
            return Some(end);
        }
    }
    if let Some(length) = agency_between_slashes(head) {
        return Some(length);
    }
    // `GENEVA The committee`: a place in capitals before a sentence, without a dash.
    let word = head.split_whitespace().next()?;
    let letters = word.chars().filter(|letter| letter.is_alphabetic()).count();
    let shouted = letters >= 5 && word.chars().all(|letter| letter.is_uppercase() || letter == '/');
    let mut next = head[word.len()..].trim_start().chars();
    let sentence = next.next().is_some_and(char::is_uppercase)
        && next.next().is_some_and(|second| second.is_lowercase() || second == ' ');
    (shouted && sentence).then_some(word.len())
}

/// The length of a place in capitals, a date and an agency between slashes: `MOSCOW, October 4. /TASS/.`
fn agency_between_slashes(head: &str) -> Option<usize> {
    let open = head.find(" /")?;
    let (place, agency) = (head[..open].split([',', '.']).next()?, &head[open + 2..]);
    let close = agency.find('/')?;
    let shouted = |words: &str| words.len() > 1 && !words.contains(char::is_lowercase);
    let behind = &agency[close + 1..];
    let stop = usize::from(behind.starts_with('.'));
    (shouted(place) && shouted(&agency[..close]) && behind[stop..].starts_with(char::is_whitespace))
        .then_some(open + 2 + close + 1 + stop)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, line: Option<&str>, date: Option<&str>) {
        let found = find(text, Span::new(0, text.len()).trim(text));
        assert_eq!(found.as_ref().map(|found| found.span.text(text)), line);
        assert_eq!(found.and_then(|found| found.date).as_deref(), date);
    }

    #[test]
    fn agencies_and_places() {
        check("BERGEN, Nov. 16 (NTB) -- The two met.", Some("BERGEN, Nov. 16 (NTB) --"), None);
        check("VIENNA (Reuters) - The plan is dead.", Some("VIENNA (Reuters) -"), None);
        check("Oslo, Nov.17 (NTB) — The king spoke.", Some("Oslo, Nov.17 (NTB) —"), None);
        check("BERGEN. Oct 4 (Interfax) - It rained.", Some("BERGEN. Oct 4 (Interfax) -"), None);
        check("BERGEN, May 4. /TASS/. It rained.", Some("BERGEN, May 4. /TASS/."), None);
        check("QUITO/LIMA The talks began.", Some("QUITO/LIMA"), None);
    }

    #[test]
    fn crawl_prefix_gives_the_date() {
        check(
            " date 2020-11-17 OSLO, May 2 (NTB) -- So.",
            Some("date 2020-11-17 OSLO, May 2 (NTB) --"),
            Some("2020-11-17"),
        );
        check("2021-01-02 The two met.", Some("2021-01-02"), Some("2021-01-02"));
    }

    #[test]
    fn sentences_are_no_datelines() {
        check("NATO said it would – reluctantly – agree.", None, None);
        check("The minister said so.", None, None);
        check("USA is a word.", None, None);
        check("Lind (44) said - without notes - that all was well.", None, None);
    }
}
