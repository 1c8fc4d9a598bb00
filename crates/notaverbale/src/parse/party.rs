//! The states and organisations that a document names without doubt.

use crate::lexicon::party::PartyId;
use crate::parse::Parsed;

/// A party that a document names.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct NamedParty {
    pub party: PartyId,
    pub count: usize,
    /// How often it is the subject of a verb.
    pub acts: usize,
}

/// The parties that a document names by forms that stand for nothing else, in order of their first mention.
pub(super) fn named(parsed: &Parsed) -> Vec<NamedParty> {
    let mut named: Vec<NamedParty> = Vec::new();
    for index in 0..parsed.sentences.len() {
        let view = parsed.view(index);
        let mut at = view.body;
        while at < view.end() {
            let Some((length, form)) = view.lexicon.parties.at(view.text, view.tokens, at) else {
                at += 1;
                continue;
            };
            at += length;
            if form.ambiguous {
                continue;
            }
            let acts = view.phrases.verb_at(at).is_some_and(|group| group.is_finite());
            match named.iter_mut().find(|known| known.party == form.party) {
                Some(known) => {
                    known.count += 1;
                    known.acts += usize::from(acts);
                }
                None => named.push(NamedParty { party: form.party, count: 1, acts: usize::from(acts) }),
            }
        }
    }
    named
}
