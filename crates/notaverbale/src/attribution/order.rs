//! Which statements stay, and in which order.

use super::Attributed;

/// The statements in the order of their contents.
pub(super) fn in_order(found: Vec<Attributed>) -> Vec<Attributed> {
    let first = |found: &Attributed| found.statement.content.first().map_or(0, |piece| piece.start);
    let mut order: Vec<usize> = (0..found.len()).collect();
    order.sort_by_key(|&number| first(&found[number]));
    chosen(found, &order)
}

/// The statements of at least this confidence, but for those that go on with one of less.
pub(crate) fn sure(found: Vec<Attributed>, least: f32) -> Vec<Attributed> {
    let is_sure = |number: usize| found[number].statement.confidence >= least;
    let kept: Vec<usize> = (0..found.len())
        .filter(|&number| is_sure(number) && found[number].statement.continues.is_none_or(is_sure))
        .collect();
    chosen(found, &kept)
}

/// The statements of these numbers, in this order, with the places that they go on with numbered anew.
fn chosen(found: Vec<Attributed>, numbers: &[usize]) -> Vec<Attributed> {
    let mut places = vec![None; found.len()];
    for (place, &number) in numbers.iter().enumerate() {
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
