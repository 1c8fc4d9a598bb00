//! Mentions: what a noun phrase says of who it is, and the people of a document.
//!
//! Input: tagged sentences with their phrases. Output: for a noun phrase its name, titles and parties
//! ([`Description`]); for the document the cast of people ([`Cast`]) and the resolution of a phrase to a speaker
//! ([`Resolver`]). Method: an ordered sieve (Raghunathan et al. 2010, EMNLP), most certain first: full name, surname,
//! role with party, pronoun. Known limit: two people with one surname.

mod cast;
mod description;
mod resolution;

pub(crate) use cast::Cast;
pub(crate) use description::{Description, is_generation, is_particle};
pub(crate) use resolution::{Resolver, Speaker, bare_phrase};
