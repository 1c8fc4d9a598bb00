//! Entries that a caller adds to the stance lexicon, or puts in place of shipped ones.
#![allow(clippy::unwrap_used)]

use notaverbale::{
    Act, Analyzer, Attribution, Document, ExpressionError, Polarity, Stance, StanceExpression, Strength,
};

fn own(expressions: impl IntoIterator<Item = StanceExpression>) -> Analyzer {
    Analyzer::default().expressions(expressions).unwrap()
}

/// A stance in short: `act/polarity/strength “expression” → “target”`, and `not` before it where negated.
fn short(document: &Document, stance: &Stance) -> String {
    let (expression, target) = (document.words(&stance.expression), document.words(&stance.target));
    let labels = [stance.act.as_str(), stance.polarity.as_str(), stance.strength.as_str()].join("/");
    let not = if stance.negated { "not " } else { "" };
    format!("{not}{labels} “{expression}” → “{target}”")
}

#[track_caller]
fn check(analyzer: &Analyzer, text: &str, expected: &[&str]) {
    let document = analyzer.analyze(text);
    let found: Vec<_> = document.stances().map(|(_, stance)| short(&document, stance)).collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn pattern_and_act_are_enough() {
    let usual = [
        (Act::Support, "favor", "051", "SUPPORT"),
        (Act::Oppose, "against", "110", "ACCUSE"),
        (Act::Praise, "favor", "051", "SUPPORT"),
        (Act::Criticize, "against", "111", "ACCUSE"),
        (Act::Agree, "favor", "03", "AGREE"),
        (Act::Commit, "favor", "03", "AGREE"),
        (Act::Request, "favor", "02", "REQUEST"),
        (Act::Concern, "against", "012", ""),
        (Act::Warn, "against", "13", "THREATEN"),
    ];
    for (act, polarity, cameo, plover) in usual {
        let analyzer = own([StanceExpression::new("greenlight", act)]);
        let document = analyzer.analyze("Peru greenlighted the canal.");
        let [(_, stance)] = document.stances().collect::<Vec<_>>()[..] else { panic!("{document:?}") };
        let expected = format!("{}/{polarity}/plain “greenlighted” → “the canal”", act.as_str());
        assert_eq!(short(&document, stance), expected);
        assert_eq!(stance.holder.as_deref(), Some("Peru"));
        assert_eq!(stance.cameo.as_deref(), Some(cameo));
        assert_eq!(stance.plover.as_deref().unwrap_or_default(), plover);
    }
}

#[test]
fn a_verb_that_the_lexicon_lacks_has_its_regular_forms() {
    let analyzer = own([StanceExpression::new("greenlight", Act::Agree)]);
    let found = |form: &str| [format!("agree/favor/plain “{form}” → “the canal”")];
    for form in ["greenlights", "greenlighted", "has greenlighted"] {
        check(
            &analyzer,
            &format!("Peru said that it {form} the canal."),
            &found(form).each_ref().map(String::as_str),
        );
    }
    check(
        &analyzer,
        "Peru said that it does not greenlight the canal.",
        &["not oppose/against/plain “does not greenlight” → “the canal”"],
    );
    check(
        &analyzer,
        "Peru said that it firmly greenlights the canal.",
        &["agree/favor/strong “firmly greenlights” → “the canal”"],
    );
    check(&analyzer, "Peru said that the greenlight came late.", &[]);
}

/// A predicate of which the model of attribution has learned nothing makes a statement by the rules, once.
#[test]
fn a_bare_predicate_makes_a_statement() {
    let analyzer = own([StanceExpression::new("stand tall with", Act::Support)]);
    for (text, holder) in [
        ("Peru stood tall with Chile. It rained.", "Peru"),
        ("Peru said that it stands tall with Chile.", "Peru"),
        ("“Peru stands tall with Chile,” Foreign Minister Ana Lima said.", "Peru"),
        ("Foreign Minister Ana Lima of Brazil stood tall with Chile in a call.", "Ana Lima"),
    ] {
        let document = analyzer.analyze(text);
        assert_eq!(document.statements().len(), 1, "{text}");
        let holders: Vec<_> = document.stances().map(|(_, stance)| stance.holder.as_deref()).collect();
        assert_eq!(holders, [Some(holder)], "{text}");
        assert!(document.statements()[0].confidence > 0.0);
    }
    check(&analyzer, "The tower stood tall with its lights on.", &[]);
    check(
        &analyzer,
        "Chile thanked Peru. Peru, which is far, stood tall with Chile and said that it will help.",
        &[
            "praise/favor/plain “thanked” → “Peru”",
            "support/favor/plain “stood tall with” → “Chile”",
            "commit/favor/plain “will” → “help”",
        ],
    );
}

#[test]
fn classes_gaps_and_slots() {
    let analyzer = own([
        StanceExpression::new("SV ~ misgivings", Act::Concern).frame("pp:about").target("pp:about"),
        StanceExpression::new("BE a stain on|upon", Act::Criticize).target("subj"),
        StanceExpression::new("paint * as? a|an villain", Act::Criticize),
        StanceExpression::new("tip ~ hat to", Act::Praise).addressee("obj"),
        StanceExpression::new("NOT lose sleep over", Act::Oppose),
        StanceExpression::new("SAYV ~ merit of", Act::Praise),
    ]);
    check(
        &analyzer,
        "Peru said that it voiced new misgivings about the dam.",
        &["concern/against/plain “voiced new misgivings” → “the dam”"],
    );
    check(
        &analyzer,
        "Peru said that the dam is a stain on the valley.",
        &["criticize/against/plain “is a stain on” → “the dam”"],
    );
    check(
        &analyzer,
        "Peru said that Chile painted the miners as a villain.",
        &["criticize/against/plain “painted the miners as a villain” → “the miners”"],
    );
    check(
        &analyzer,
        "Peru said that it would not lose sleep over the vote.",
        &["not oppose/against/plain “would not lose sleep over” → “the vote”"],
    );
    check(
        &analyzer,
        "Peru said that it stressed the merit of the plan.",
        &["praise/favor/plain “stressed the merit of” → “the plan”"],
    );
    let document = analyzer.analyze("Peru said that it tips its hat to Chile.");
    let (_, stance) = document.stances().next().unwrap();
    assert_eq!(stance.addressee.as_deref(), Some("Chile"));
}

#[test]
fn what_is_said_of_an_entry_is_what_it_does() {
    let entry = StanceExpression::new("wave through", Act::Agree)
        .polarity(Polarity::Against)
        .strength(Strength::Weak)
        .cameo("0831")
        .plover("CONCEDE");
    let document = own([entry.clone()]).analyze("Peru said that it waved through the charter.");
    let (_, stance) = document.stances().next().unwrap();
    assert_eq!(short(&document, stance), "agree/against/weak “waved through” → “the charter”");
    assert_eq!((stance.cameo.as_deref(), stance.plover.as_deref()), (Some("0831"), Some("CONCEDE")));

    let document = own([entry.plover("")]).analyze("Peru said that it waved through the charter.");
    assert_eq!(document.stances().next().unwrap().1.plover, None);
}

#[test]
fn an_entry_replaces_all_of_its_pattern() {
    let text = "Peru said that it would like to host the talks and would like Chile to attend them.";
    assert_eq!(Analyzer::default().analyze(text).stances().count(), 2);
    check(&own([StanceExpression::blocker("would like")]), text, &[]);
    let analyzer = own([StanceExpression::new(" Would  like", Act::Oppose).part_of_speech("AUX")]);
    assert!(analyzer.analyze(text).stances().all(|(_, stance)| stance.act == Act::Oppose));
    // The next call replaces what the one before gave.
    let analyzer = analyzer.expressions([StanceExpression::blocker("would like")]).unwrap();
    check(&analyzer, text, &[]);
}

#[test]
fn a_modal_is_one_by_itself() {
    let text = "Peru said that Chile should support the ceasefire.";
    check(
        &own([StanceExpression::new("should", Act::Commit).strength(Strength::Weak)]),
        "Peru said that it should help.",
        &["commit/favor/weak “should” → “help”"],
    );
    check(
        &Analyzer::default(),
        text,
        &["request/favor/plain “should” → “Chile should support the ceasefire”"],
    );
    check(
        &own([StanceExpression::blocker("should")]),
        text,
        &["support/favor/plain “should support” → “the ceasefire”"],
    );
}

#[test]
fn entries_of_one_call_stay_beside_each_other() {
    let analyzer = own([
        StanceExpression::new("weigh", Act::Commit).frame("ing").target("ing"),
        StanceExpression::new("weigh", Act::Concern).frame("obj"),
    ]);
    let act = |text: &str| analyzer.analyze(text).stances().map(|(_, stance)| stance.act).collect::<Vec<_>>();
    assert_eq!(act("Peru said that it weighs joining the talks."), [Act::Commit]);
    assert_eq!(act("Peru said that it weighs the risks."), [Act::Concern]);
}

#[test]
fn the_longer_pattern_wins_then_the_callers() {
    let text = "Peru said that it backs the losing side of the argument.";
    let expected = "support/favor/plain “backs” → “the losing side of the argument”";
    check(&Analyzer::default(), text, &[expected]);
    check(&own([StanceExpression::blocker("back ~ losing side")]), text, &[]);
    // The lexicon has `reach|strike|… ~ agreement|deal|accord` of the same words.
    let analyzer = own([StanceExpression::new("strike ~ deal", Act::Concern).frame("pp:on").target("pp:on")]);
    check(
        &analyzer,
        "Peru and Chile struck a deal on fish.",
        &["concern/against/plain “struck a deal” → “fish”"],
    );
}

#[test]
fn other_analyzers_stay_as_they_are() {
    let text = "Peru said that it backs the plan.";
    let silent = own([StanceExpression::blocker("back")]);
    assert_eq!(silent.analyze(text).stances().count(), 0);
    assert_eq!(Analyzer::default().analyze(text).stances().count(), 1);
    assert_eq!(own([]).analyze(text), Analyzer::default().analyze(text));
}

#[track_caller]
fn refuse(entry: StanceExpression, expected: &str) {
    let good = StanceExpression::new("stand tall with", Act::Support);
    let error: ExpressionError = Analyzer::default().expressions([good, entry.clone()]).unwrap_err();
    assert_eq!(error.to_string(), expected);
    assert_eq!(StanceExpression::from_row(entry.to_row()), Err(error));
}

#[test]
fn errors_name_the_entry_and_what_was_expected() {
    let entry = || StanceExpression::new("cry foul", Act::Criticize);
    refuse(
        StanceExpression::new("", Act::Agree),
        "expression \"\": pattern \"\", expected words with spaces between them, such as a|b, word?, ~, *, SV, SAYV, BE \
         and NOT",
    );
    refuse(
        StanceExpression::new("~ foul", Act::Agree),
        "expression \"~ foul\": pattern \"~ foul\", expected a word at its head",
    );
    refuse(
        StanceExpression::new("SV ~", Act::Agree),
        "expression \"SV ~\": pattern \"SV ~\", expected a word after the class",
    );
    refuse(
        entry().frame("obj,clause"),
        "expression \"cry foul\": frame \"obj,clause\", expected obj, to-VP, that-S, ing, pp:X, obj+to-VP, obj+pp:X or \
         none, with commas between them",
    );
    let slots = "expected obj, subj, slot, pp:X, to-VP, that-S, ing, VP, rest or none, with / between them";
    refuse(entry().target("object"), &format!("expression \"cry foul\": target \"object\", {slots}"));
    refuse(entry().addressee("obj/pp:"), &format!("expression \"cry foul\": addressee \"obj/pp:\", {slots}"));
    refuse(
        entry().cameo("11x"),
        "expression \"cry foul\": cameo \"11x\", expected a CAMEO code of two to four digits",
    );
    refuse(
        entry().plover("accuse"),
        "expression \"cry foul\": plover \"accuse\", expected a PLOVER event type in capitals",
    );
    refuse(
        entry().part_of_speech("VERB"),
        "expression \"cry foul\": pos \"VERB\", expected V, N, ADJ, AUX or MWE",
    );
}

#[test]
fn rows_say_what_builders_say() {
    let entry = StanceExpression::new("Stand  tall with", Act::Support)
        .polarity(Polarity::Favor)
        .strength(Strength::Strong)
        .frame("obj")
        .target("obj")
        .addressee("pp:for")
        .cameo("051")
        .plover("SUPPORT")
        .part_of_speech("MWE");
    let row: Vec<_> = entry.to_row().collect();
    assert_eq!(row[0], ("pattern", "stand tall with"));
    assert_eq!(row.iter().map(|(column, _)| *column).collect::<Vec<_>>(), StanceExpression::COLUMNS);
    assert_eq!(StanceExpression::from_row(row), Ok(entry));
    let blocker =
        [("pattern", "stand by"), ("act", "assert"), ("polarity", ""), ("note", "x"), ("example", "y")];
    assert_eq!(StanceExpression::from_row(blocker), Ok(StanceExpression::blocker("stand by")));
}

#[test]
fn rows_need_pattern_and_act_and_no_strange_column() {
    let error = |row: &[(&str, &str)]| StanceExpression::from_row(row.iter().copied()).unwrap_err();
    assert!(error(&[("act", "support")]).found.starts_with("pattern \"\""));
    let acts =
        "support, oppose, praise, criticize, agree, commit, request, concern, warn, or assert for no stance";
    let found = error(&[("pattern", "stand tall with")]);
    assert_eq!((found.found.as_str(), found.expected.as_str()), ("act \"\"", acts));
    let row = [("pattern", "stand tall with"), ("act", "support"), ("polarity", "positive")];
    let found = error(&row);
    assert_eq!(
        (found.found.as_str(), found.expected.as_str()),
        ("polarity \"positive\"", "favor or against")
    );
    let row = [("pattern", "stand tall with"), ("act", "support"), ("strenght", "weak")];
    assert_eq!(
        error(&row).to_string(),
        "expression \"stand tall with\": the column \"strenght\", expected one of pattern, pos, act, polarity, strength, \
         target, addressee, cameo, plover, frame, subtype, example, note"
    );
}

/// Every shipped entry, given as a caller's own, does what it does (by the rules: where the learned model finds no
/// statement, only a caller's own entry makes one).
#[test]
fn the_shipped_lexicon_as_ones_own_changes_nothing() {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/data/lexicon/stance.tsv");
    let text = std::fs::read_to_string(root).unwrap();
    let mut lines = text.lines().filter(|line| !line.starts_with('#'));
    let header: Vec<&str> = lines.next().unwrap().split('\t').collect();
    let rows = lines.map(|line| {
        let cells = line.split('\t').collect::<Vec<_>>();
        StanceExpression::from_row(header.iter().copied().zip(cells)).unwrap()
    });
    let rows: Vec<_> = rows.collect();
    assert!(rows.len() > 500);
    let shipped = Analyzer::default().attribution(Attribution::Rules);
    let analyzer = shipped.clone().expressions(rows).unwrap();
    let example = header.iter().position(|column| *column == "example").unwrap();
    for line in text.lines().filter(|line| !line.starts_with('#')).skip(1) {
        let text = line.split('\t').nth(example).unwrap();
        assert_eq!(analyzer.analyze(text), shipped.analyze(text));
    }
}
