//! Coordinated verbs agree in form: `hopes` goes on with `thanks …`, not with `rebuilding`.

use crate::dependency::Deprel;
use crate::lexicon::vocabulary::{Feature, VerbForm};
use crate::parse::Tree;
use crate::reading::Reading;
use crate::syntax::{Phrases, VerbGroup};

/// Heads that are climbed, and words that are looked back over, for a verb of the same form.
const REACH: usize = 40;

/// Hangs a coordinated verb that does not fit the form of its head on the nearest verb above that it fits, else on the
/// nearest one before.
pub(super) fn mend(phrases: &Phrases, tokens: &[Reading], tree: &mut Tree) {
    let mut heads = tree.heads();
    let before_all = heads.clone();
    for at in 0..heads.len() {
        let Some(head) = heads[at].filter(|&head| head < at) else { continue };
        let Some(verb) = group(phrases, tree, at) else { continue };
        let fits =
            |other: usize| group(phrases, tree, other).is_some_and(|other| agree(tokens, &other, &verb));
        if tree.deprel(at) != Deprel::CONJ {
            // `to guard A, open B to C`: a bare verb without a subject goes on with the one before.
            let new = if is_loose(tree, &verb, at) { nearest(head + 1, at, fits) } else { None };
            if let Some(new) = new.filter(|&new| !hangs_on(&heads, new, at)) {
                heads[at] = Some(new);
                tree.relate(at, Deprel::CONJ);
            }
            continue;
        }
        // `hopes and believes`: verb and verb.
        let twin = verb.tokens.first.checked_sub(2).and_then(|before| phrases.verb_at(before));
        let twin = twin.filter(|twin| twin.tokens.end + 1 == verb.tokens.first && fits(twin.head));
        if let Some(twin) = twin.filter(|twin| !hangs_on(&heads, twin.head, at)) {
            heads[at] = Some(twin.head);
            continue;
        }
        // A finite verb goes on with no noun, as a gerund can.
        let nominal = group(phrases, tree, head).is_none();
        if nominal && (verb.is_gerund() || !verb.is_finite()) || fits(head) {
            continue;
        }
        let above = std::iter::successors(heads[head], |&above| heads[above]).take(REACH);
        let above = above.take_while(|&above| above < at).find(|&above| fits(above));
        let new = above.or_else(|| nearest(head + 1, at, fits)).filter(|&new| !hangs_on(&heads, new, at));
        heads[at] = new.or(Some(head));
    }
    if heads != before_all {
        tree.attach(&heads);
    }
}

/// The nearest word before `at`, not before `from`, that fits.
fn nearest(from: usize, at: usize, fits: impl Fn(usize) -> bool) -> Option<usize> {
    (from..at).rev().take(REACH).find(|&before| fits(before))
}

/// Whether a clause has nothing of its own but a verb in its base form.
fn is_loose(tree: &Tree, verb: &VerbGroup, at: usize) -> bool {
    let clause = [Deprel::CCOMP, Deprel::PARATAXIS, Deprel::ADVCL].contains(&tree.deprel(at));
    let own = [Deprel::NSUBJ, Deprel::NSUBJ_PASS, Deprel::CSUBJ, Deprel::MARK, Deprel::AUX];
    clause && !verb.infinitive && verb.form == VerbForm::BASE && tree.dependent(at, &own).is_none()
}

/// Whether `at` hangs on `on`, over other words or not; true where that takes long to tell.
fn hangs_on(heads: &[Option<usize>], at: usize, on: usize) -> bool {
    let mut above = Some(at);
    for _ in 0..2 * REACH {
        match above {
            Some(above) if above == on => return true,
            Some(next) => above = heads[next],
            None => return false,
        }
    }
    true
}

/// The verb group that a word is the main word of: its own or, of a word said with a copula, the copula's.
fn group(phrases: &Phrases, tree: &Tree, at: usize) -> Option<VerbGroup> {
    match phrases.verb_at(at).filter(|group| group.head == at && !group.copula) {
        Some(group) => Some(group),
        None => phrases.verb_at(tree.dependent(at, &[Deprel::COP])?),
    }
}

/// Whether two verbs of these groups can share their auxiliaries or their place in the sentence.
fn agree(tokens: &[Reading], first: &VerbGroup, then: &VerbGroup) -> bool {
    let bare = |group: &VerbGroup| group.infinitive || !group.modal && group.form == VerbForm::BASE;
    let gerund = |group: &VerbGroup| tokens[group.head].form.has(VerbForm::GERUND);
    let finite = |group: &VerbGroup| group.is_finite() && !bare(group);
    if then.is_gerund() {
        gerund(first)
    } else if bare(then) {
        // `will support A and oppose B`, `we support A and oppose B`
        bare(first)
            || first.modal
            || first.form.has(VerbForm::BASE)
            || tokens[first.tokens.first].feature == Feature::Do
    } else if finite(then) {
        first.is_finite() || first.form == VerbForm::PARTICIPLE
    } else {
        true
    }
}
