//! What a caller knows of names beside the text.

use std::collections::BTreeMap;

use crate::lexicon::Lexicon;
use crate::mention::Speaker;

/// Other names of people and bodies, and the parties of names.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct Names {
    /// From a name as it stands in texts to the one that tables show.
    pub aliases: BTreeMap<String, String>,
    /// From a name to a party's.
    pub parties: BTreeMap<String, String>,
}

impl Names {
    /// A speaker under the name and with the party that the caller gives.
    pub fn known(&self, lexicon: &Lexicon, mut speaker: Speaker) -> Speaker {
        let Some(name) = &mut speaker.name else { return speaker };
        if let Some(alias) = self.aliases.get(name) {
            name.clone_from(alias);
        }
        if let Some(party) = self.parties.get(name).and_then(|party| lexicon.parties.by_name(party)) {
            speaker.parties = vec![party];
        }
        speaker
    }
}
