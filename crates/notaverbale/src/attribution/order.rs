//! Which statements stay, and in which order.

use super::Attributed;

/// The statements of at least this confidence, but for those that go on with one of less, in the order of their contents;
/// the places that they go on with are numbered anew.
pub(super) fn in_order(found: Vec<Attributed>, min_confidence: f32) -> Vec<Attributed> {
    let is_sure = |number: usize| found[number].statement.confidence >= min_confidence;
    let mut kept: Vec<usize> = (0..found.len())
        .filter(|&number| is_sure(number) && found[number].statement.continues.is_none_or(is_sure))
        .collect();
    kept.sort_by_key(|&number| found[number].statement.content.first().map_or(0, |piece| piece.start));
    let mut places = vec![None; found.len()];
    for (place, &number) in kept.iter().enumerate() {
        places[number] = Some(place);
    }
    let placed = places.iter().copied().zip(found);
    let mut chosen: Vec<(usize, Attributed)> =
        placed.filter_map(|(place, found)| Some((place?, found))).collect();
    chosen.sort_by_key(|(place, _)| *place);
    let renumbered = chosen.into_iter().map(|(_, mut found)| {
        found.statement.continues = found.statement.continues.and_then(|number| places[number]);
        found
    });
    renumbered.collect()
}
