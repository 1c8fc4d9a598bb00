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
    let by_phrases =
        |attributed: &Attributed| statement::stances(&parsed.view(attributed.sentence), resolver, attributed);
    let Some(parser) = parser else { return statements.iter().map(by_phrases).collect() };
    let hopeful =
        |attributed: &&Attributed| statement::is_hopeful(&parsed.view(attributed.sentence), attributed);
    let mut sentences: Vec<usize> =
        statements.iter().filter(hopeful).map(|attributed| attributed.sentence).collect();
    sentences.sort_unstable();
    sentences.dedup();
    let reparsed = parsed.reparse(parser, &sentences);
    let by_tree = |attributed: &Attributed| {
        let index = attributed.sentence;
        let Ok(place) = sentences.binary_search(&index) else { return Vec::new() };
        statement::stances(&parsed.view_of(index, &reparsed[place]), resolver, attributed)
    };
    statements.iter().map(by_tree).collect()
}
