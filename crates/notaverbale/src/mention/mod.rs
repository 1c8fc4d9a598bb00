//! Mentions: the people, bodies and groups of a document, and the words that stand for them.
//!
//! Input: tagged sentences with their phrases. Output: the members of the document with all their mentions ([`Chain`]),
//! what a noun phrase says of who it is ([`Description`]), and who a source phrase names ([`Resolver`]). Method: the
//! document's named people first, then an ordered sieve over its mentions (Raghunathan et al. 2010, EMNLP), most certain
//! first: full name, surname, role with party, group, pronoun. Known limit: two people with one surname and no title.

mod antecedent;
mod body;
mod cast;
mod chain;
mod description;
mod group;
mod member;
mod name;
mod names;
mod people;
mod phrase;
mod plural;
mod pronoun;
mod resolution;
mod role;
mod side;
mod sieve;
pub mod training;

pub(crate) use cast::Cast;
pub use cast::{Member, MemberKind, Mention, MentionForm};
pub(crate) use chain::Chain;
pub(crate) use description::{Description, has_particle, is_generation, is_particle};
pub(crate) use names::Names;
pub(crate) use resolution::{Resolver, Speaker};

/// `LIND` → `Lind`, `LIM-VILLAREAL` → `Lim-Villareal`; a word with small letters stays.
pub(crate) fn cased(words: &str) -> String {
    if words.chars().any(char::is_lowercase) {
        return words.to_owned();
    }
    let mut start = true;
    words
        .chars()
        .map(|letter| {
            let cased = if start { letter.to_string() } else { letter.to_lowercase().to_string() };
            start = !letter.is_alphabetic();
            cased
        })
        .collect()
}
