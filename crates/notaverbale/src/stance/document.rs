//! The stances of a document, statement by statement: sentences in whose statements a stance word stands are parsed, others
//! not.

use crate::attribution::Attributed;
use crate::dependency::Parser;
use crate::mention::Resolver;
use crate::parse::Parsed;
use crate::stance::Stance;
use crate::stance::statement;

/// The stances of each statement. Without a parser they are read from phrases alone.
pub(crate) fn read(
    parsed: &Parsed,
    resolver: &Resolver,
    statements: &[Attributed],
    parser: Option<&Parser>,
) -> Vec<Vec<Stance>> {
    let hopeful =
        |attributed: &&Attributed| statement::is_hopeful(&parsed.view(attributed.sentence), attributed);
    let mut sentences: Vec<usize> =
        statements.iter().filter(hopeful).map(|attributed| attributed.sentence).collect();
    sentences.sort_unstable();
    sentences.dedup();
    let reparsed = parser.map(|parser| parsed.reparse(parser, &sentences)).unwrap_or_default();
    let stances = |attributed: &Attributed| {
        let index = attributed.sentence;
        let Ok(place) = sentences.binary_search(&index) else { return Vec::new() };
        let view = match reparsed.get(place) {
            Some(reparsed) => parsed.view_of(index, reparsed),
            None => parsed.view(index),
        };
        statement::stances(&view, resolver, attributed)
    };
    statements.iter().map(stances).collect()
}
