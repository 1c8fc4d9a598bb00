//! The tables, the record and the CoNLL-U of a text of which the caller knows the id, the author and the date.
#![no_main]

use arbitrary::Arbitrary;
use libfuzzer_sys::fuzz_target;
use notaverbale::{Analyzer, Attribution, Metadata};
use notaverbale_fuzz::laws;

#[derive(Arbitrary, Debug)]
struct Input<'i> {
    learned: bool,
    id: Option<&'i str>,
    author: Option<&'i str>,
    date: Option<&'i str>,
    text: &'i str,
}

fuzz_target!(|input: Input| {
    let attribution = if input.learned { Attribution::Learned } else { Attribution::Rules };
    let mut metadata = Metadata::default();
    [metadata.id, metadata.author, metadata.date] =
        [input.id, input.author, input.date].map(|known| known.map(str::to_owned));
    let document = Analyzer::default().attribution(attribution).analyze_with(input.text, &metadata);
    laws::check_document(&document);
    laws::check_record(&document);
    laws::check_tables(&document);
    laws::check_conllu(&document);
    for row in document.statement_rows() {
        assert_eq!((row.id.as_deref(), row.date.as_deref()), (document.id(), document.date()));
    }
});
