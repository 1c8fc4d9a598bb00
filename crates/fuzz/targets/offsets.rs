//! Code points and bytes lead to each other; a trimmed span keeps all but white space.
#![no_main]

use libfuzzer_sys::fuzz_target;
use notaverbale::Span;
use notaverbale_fuzz::laws;

fuzz_target!(|input: (u16, u16, &str)| {
    let (one, other, text) = input;
    laws::check_offsets(text);
    let span = Span::new(usize::from(one), usize::from(other));
    if text.get(span.range()).is_some() {
        laws::check_trim(text, span);
    }
});
