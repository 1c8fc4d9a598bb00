//! Addresses and names with stops in them: URLs, e-mail, sites, files, newsgroups.

use crate::token::form::{Class, Forms};

/// Bytes that a URL may have, and those that the name of a person, site or file may have.
const URL: usize = 2048;
const NAME: usize = 128;

/// What every URL begins with.
const SCHEMES: [&str; 5] = ["http://", "https://", "ftp://", "www.", "mailto:"];

/// The length in bytes of the address at the head of `rest`; none where there is none.
pub(super) fn length(rest: &str, forms: &Forms) -> Option<usize> {
    if SCHEMES.iter().any(|scheme| starts_with(rest, scheme)) {
        return Some(path_length(rest));
    }
    e_mail(rest).or_else(|| dotted(rest, forms))
}

/// Whether `rest` begins with `head`, whatever its case.
fn starts_with(rest: &str, head: &str) -> bool {
    rest.get(..head.len()).is_some_and(|found| found.eq_ignore_ascii_case(head))
}

/// The length up to white space or a mark that opens something else, without marks at the end.
fn path_length(rest: &str) -> usize {
    let whole = run(rest, URL, |c| !c.is_whitespace() && !matches!(c, '<' | '>' | '"' | '“' | '”'));
    whole.trim_end_matches(|c: char| !c.is_alphanumeric() && c != '/').len()
}

/// The longest head of `rest` that has at most `most` bytes and only characters that `holds` knows.
fn run(rest: &str, most: usize, holds: impl Fn(char) -> bool) -> &str {
    let end = rest.char_indices().find(|&(at, c)| at + c.len_utf8() > most || !holds(c));
    &rest[..end.map_or(rest.len(), |(at, _)| at)]
}

/// `name@host`; the host need not have a stop, as in addresses within a house.
fn e_mail(rest: &str) -> Option<usize> {
    let name = run(rest, NAME, |c| c.is_alphanumeric() || "._-+%".contains(c));
    let host = rest[name.len()..].strip_prefix('@')?;
    let host = run(host, NAME, |c| c.is_alphanumeric() || "._-".contains(c));
    let host = host.trim_end_matches(|c: char| !c.is_alphanumeric());
    (!name.is_empty() && !host.is_empty()).then_some(name.len() + 1 + host.len())
}

/// A site or file by its ending (`example.org/press`, `draft-2.pdf`), or a newsgroup (`misc.travel.asia`).
fn dotted(rest: &str, forms: &Forms) -> Option<usize> {
    let name = run(rest, NAME, |c| c.is_alphanumeric() || "._-~#%&!".contains(c));
    let name = name.trim_end_matches(|c: char| !c.is_alphanumeric());
    let (head, ending) = name.rsplit_once('.')?;
    let one_case = !ending.contains(char::is_lowercase) || !ending.contains(char::is_uppercase);
    if one_case && forms.is_folded(Class::File, ending) {
        return Some(name.len());
    }
    if head.is_empty() {
        return None;
    }
    if one_case && forms.is_folded(Class::Domain, ending) && head.ends_with(char::is_alphanumeric) {
        let path = rest[name.len()..].starts_with('/');
        return Some(if path { path_length(rest) } else { name.len() });
    }
    let part = |part: &str| part.len() > 1 && part.bytes().all(|letter| letter.is_ascii_lowercase());
    (name.split('.').count() > 2 && name.split('.').all(part)).then_some(name.len())
}
