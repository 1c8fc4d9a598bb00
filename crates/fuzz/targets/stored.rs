//! Documents that were stored as JSON, and may have changed since: one that is read can be used.
#![no_main]

use libfuzzer_sys::fuzz_target;
use notaverbale::Document;
use notaverbale_fuzz::{laws, markup};

fuzz_target!(|json: &str| {
    let Ok(document) = serde_json::from_str::<Document>(json) else { return };
    laws::check_sentences(document.text(), document.sentences());
    laws::check_record(&document);
    laws::check_tables(&document);
    laws::check_trees(document.text(), document.sentences(), document.tokens());
    laws::check_conllu(&document);
    markup::check(&notaverbale_cli::html::article(&document));
    let again = serde_json::to_string(&document).expect("a document can be stored");
    assert_eq!(serde_json::from_str::<Document>(&again).expect("and read"), document);
});
