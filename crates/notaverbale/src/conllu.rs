//! A document in the CoNLL-U format of Universal Dependencies.

use std::fmt::{self, Write};

use crate::dependency::Token;
use crate::document::Document;
use crate::span::Span;

impl Document {
    /// The tokens as CoNLL-U: a block for each sentence, a line of ten columns for each word.
    ///
    /// Words that one string of letters holds (`don't`) follow a line of their range, as in the English treebanks.
    /// `SpaceAfter=No` says where no white space follows. Features and enhanced dependencies are left open (`_`).
    ///
    /// # Examples
    /// ```
    /// let document = notaverbale::Analyzer::default().analyze("Peru thanked Chile.");
    /// let lines: Vec<String> = document.to_conllu().lines().map(str::to_owned).collect();
    /// assert_eq!(lines[3], "# text = Peru thanked Chile.");
    /// assert_eq!(lines[4], "1\tPeru\tPeru\tPROPN\tNNP\t_\t2\tnsubj\t_\t_");
    /// ```
    ///
    /// # References
    /// <https://universaldependencies.org/format.html>
    pub fn to_conllu(&self) -> String {
        let mut conllu = String::new();
        // Writing to a string does not fail.
        let _ = self.write_conllu(&mut conllu);
        conllu
    }

    fn write_conllu(&self, into: &mut String) -> fmt::Result {
        let mut paragraph = None;
        for (number, sentence) in self.sentences().iter().enumerate() {
            let tokens = self.sentence_tokens(number);
            let Some(first) = tokens.first() else { continue };
            if number == 0 {
                let id = self.id().map(one_line);
                writeln!(into, "# newdoc{}", id.map(|id| format!(" id = {id}")).unwrap_or_default())?;
            }
            if paragraph.replace(sentence.paragraph) != Some(sentence.paragraph) {
                writeln!(into, "# newpar")?;
            }
            let prefix = self.id().map(|id| one_line(id) + "-").unwrap_or_default();
            writeln!(into, "# sent_id = {prefix}{}", number + 1)?;
            writeln!(into, "# text = {}", one_line(sentence.span.text(self.text())))?;
            let place = self.tokens().partition_point(|token| token.span.start < first.span.start);
            self.write_words(into, tokens, place)?;
            into.push('\n');
        }
        Ok(())
    }

    /// Writes the words of a sentence, the first of which is the token at `place` in the document.
    fn write_words(&self, into: &mut String, tokens: &[Token], place: usize) -> fmt::Result {
        let text = self.text();
        let mut parts = 0;
        for (at, token) in tokens.iter().enumerate() {
            if parts == 0 {
                parts = tokens[at..]
                    .windows(2)
                    .take_while(|pair| is_clitic(text, pair[0].span, pair[1].span))
                    .count();
                if parts > 0 {
                    let whole = token.span.cover(tokens[at + parts].span);
                    let space = space_after(text, whole);
                    writeln!(
                        into,
                        "{}-{}\t{}\t_\t_\t_\t_\t_\t_\t_\t{space}",
                        at + 1,
                        at + parts + 1,
                        whole.text(text)
                    )?;
                    parts += 1;
                }
            }
            let space = if parts > 0 { "_" } else { space_after(text, token.span) };
            parts = parts.saturating_sub(1);
            let (form, lemma) = (token.span.text(text), &token.lemma);
            let (upos, xpos, deprel) = (token.upos.as_str(), token.xpos.as_str(), token.deprel.as_str());
            let head = token.head.map_or(0, |head| head + 1 - place);
            writeln!(into, "{}\t{form}\t{lemma}\t{upos}\t{xpos}\t_\t{head}\t{deprel}\t_\t{space}", at + 1)?;
        }
        Ok(())
    }
}

/// Whether the second token is a part of the word that the first begins: `do` `n't`, `Lind` `'s`, `can` `not`.
fn is_clitic(text: &str, first: Span, second: Span) -> bool {
    let letter = |character: Option<char>| character.is_some_and(char::is_alphabetic);
    let mut behind = second.text(text).chars();
    let opens = behind.next();
    let mark = matches!(opens, Some('\'' | '’' | 'ʼ'));
    first.end == second.start
        && letter(first.text(text).chars().next_back())
        && (letter(opens) || mark && letter(behind.next()))
}

fn space_after(text: &str, span: Span) -> &'static str {
    match text[span.end..].chars().next() {
        Some(next) if !next.is_whitespace() => "SpaceAfter=No",
        _ => "_",
    }
}

/// Every run of white space as one space.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
