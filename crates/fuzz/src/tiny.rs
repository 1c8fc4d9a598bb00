//! A model of the smallest sizes, with every part that the tagger, the parser and the lemmatizer read.

use notaverbale::training::model;

/// A matrix is read for outputs in whole panels of so many.
const PANEL: usize = 16;

/// Rows of the tables of prefixes, suffixes and shapes, whose sizes the code fixes.
const ROWS: [usize; 3] = [8_192, 16_384, 1_024];

/// The parts, by name.
pub fn parts() -> Vec<(&'static str, Vec<u8>)> {
    vec![("words", words()), ("tagger", tagger()), ("parser", parser()), ("lemmas", lemmas())]
}

/// The file of these parts.
pub fn file() -> Vec<u8> {
    model::write(&parts())
}

/// Bytes of a part, as numbers and texts come.
#[derive(Default)]
struct Part(Vec<u8>);

impl Part {
    fn number(mut self, number: usize) -> Self {
        self.0.extend((number as u32).to_le_bytes());
        self
    }

    fn text(self, text: &str) -> Self {
        let mut part = self.number(text.len());
        part.0.extend(text.as_bytes());
        part
    }

    fn reals(mut self, count: usize) -> Self {
        self.0.extend(std::iter::repeat_n(0.01_f32.to_le_bytes(), count).flatten());
        self
    }

    /// So many weights, no two neighbours alike.
    fn weights(mut self, count: usize) -> Self {
        self.0.extend((0..count).map(|place| (place * 37 % 251) as u8));
        self
    }

    /// A table of vectors.
    fn table(self, rows: usize, width: usize) -> Self {
        self.number(width).reals(width).weights(rows * width)
    }

    fn matrix(self, inputs: usize, outputs: usize) -> Self {
        self.reals(outputs).weights(inputs * outputs).reals(outputs)
    }

    fn layer(self, inputs: usize) -> Self {
        self.number(PANEL).matrix(inputs, 6 * PANEL).matrix(PANEL, 3 * PANEL).matrix(PANEL, 3 * PANEL)
    }
}

/// Two known words, and rows of six numbers: two for a word of its own, one for each other feature.
fn words() -> Vec<u8> {
    let [prefixes, suffixes, shapes] = ROWS;
    let part = Part::default().number(2).number(2).text("\nperu").text("\nchile").table(2, 2).table(2, 1);
    part.table(prefixes, 1).table(suffixes, 1).table(shapes, 1).0
}

fn tagger() -> Vec<u8> {
    let part = Part::default().layer(6).text("NOUN\nPUNCT").text("NNS\n.");
    part.matrix(2 * PANEL, 4).0
}

fn parser() -> Vec<u8> {
    let part = Part::default().layer(2 * PANEL);
    let part = part.number(PANEL).matrix(2 * PANEL, PANEL).matrix(2 * PANEL, PANEL).reals(PANEL);
    let part = part.matrix(PANEL, PANEL).number(PANEL).matrix(2 * PANEL, PANEL).matrix(2 * PANEL, PANEL);
    part.reals(PANEL).text("root\npunct\nnmod").matrix(PANEL, 3).0
}

/// Two tags, two edits, one ending whose words lose their capitals, one rule (`s`), one form (`men`).
fn lemmas() -> Vec<u8> {
    let mut part = b"\x02\x04NOUN\x03NNS\x05PUNCT\x01.\x02\x01\x00\x02\x02an".to_vec();
    part.extend(b"\x01\x00\x00\x01\x00\x00\x01\x00\x01s\x01\x00\x00\x01\x00\x03men\x01\x00\x01");
    part
}
