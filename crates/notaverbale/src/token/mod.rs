//! Tokens: words, numbers and marks, with offsets.
//!
//! Input: the text of a sentence. Output: tokens after the convention of the English treebanks of Universal Dependencies
//! (Silveira et al. 2014, LREC; Zeldes 2017): clitics leave their word (`don't` → `do` `n't`, `Lind's` → `Lind` `'s`), a
//! hyphen parts its words (`vice-president` → `vice` `-` `president`) but stays behind a prefix (`non-binding`). Known
//! limits: a missing apostrophe (`the ministers view`), a missing space (`talks.They` is parted, `inTexas` is not).

mod address;
mod clitic;
pub(crate) mod compound;
mod form;
mod mark;
mod number;
mod tokenizer;
mod word;

pub use tokenizer::Tokenizer;
