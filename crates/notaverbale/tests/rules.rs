//! Statements and stances by rules alone: the same with the feature `models` and without it.

use notaverbale::{Analyzer, Attribution};

const TEXT: &str = "\
Foreign Minister Ana Lima of Brazil said that Brazil firmly supports the ceasefire. “It must last,” she added. \
Peru thanked Chile for its help.";

/// Speaker, cue and content of each statement, and what its stances are toward.
#[test]
fn rules_need_no_model() {
    let document = Analyzer::default().attribution(Attribution::Rules).analyze(TEXT);
    let found: Vec<String> = document
        .statements()
        .iter()
        .map(|one| {
            let speaker = one.speaker.as_deref().unwrap_or("–");
            let (cue, content) = (document.words(&one.cue), document.words(&one.content));
            let stances = one
                .stances
                .iter()
                .map(|stance| format!("; {} {}", stance.act.as_str(), document.words(&stance.target)));
            format!("{speaker} | {cue} | {content}{}", stances.collect::<String>())
        })
        .collect();
    let expected = [
        "Ana Lima | said | that Brazil firmly supports the ceasefire; support the ceasefire",
        "Ana Lima | added | It must last; request It must last",
        "Peru | thanked | Chile for its help; praise its help",
    ];
    assert_eq!(found, expected);
    if cfg!(not(feature = "models")) {
        assert_eq!(Analyzer::default().analyze(TEXT), document, "rules are the default then");
    }
}
