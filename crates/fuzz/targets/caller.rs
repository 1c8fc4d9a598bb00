//! Names, parties and stance expressions of the caller's own.
//!
//! The lines before the first empty one are what the caller says, in cells with tabs between them: `alias`, `EAM`, `Ravi
//! Menon`; `party`, `Ruritanian`, `Ruritania`; `pattern`, `stand tall with`, `act`, `support` and further columns by name.
//! The text follows.
#![no_main]

use libfuzzer_sys::fuzz_target;
use notaverbale::{Analyzer, Attribution, StanceExpression};
use notaverbale_fuzz::laws;

fuzz_target!(|input: &str| {
    let (said, text) = input.split_once("\n\n").unwrap_or(("", input));
    let (mut aliases, mut parties, mut expressions) = (Vec::new(), Vec::new(), Vec::new());
    for line in said.lines() {
        match line.split('\t').collect::<Vec<_>>()[..] {
            ["alias", from, to] => aliases.push((from, to)),
            ["party", from, to] => parties.push((from, to)),
            ref cells => {
                let row = cells.as_chunks().0.iter().map(|&[column, cell]| (column, cell));
                let Ok(own) = StanceExpression::from_row(row) else { continue };
                let again = StanceExpression::from_row(own.to_row());
                assert_eq!(again.as_ref(), Ok(&own), "an entry's row makes it again");
                expressions.push(own);
            }
        }
    }
    let analyzer = Analyzer::default().attribution(Attribution::Rules).aliases(aliases).parties(parties);
    // Each was read by itself, but two may not go together.
    if let Ok(analyzer) = analyzer.expressions(expressions) {
        laws::check_document(&analyzer.analyze(text));
    }
});
