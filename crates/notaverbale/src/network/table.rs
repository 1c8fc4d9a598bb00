//! Tables of rows that words name.

use crate::model::{ModelError, Reader};

/// A table whose rows are stored as bytes.
#[derive(Clone, PartialEq, Debug)]
pub struct Table {
    width: usize,
    /// For each column, the step of a byte.
    scales: Vec<f32>,
    bytes: Vec<u8>,
}

impl Table {
    /// Reads a table of `rows` rows: its width; for each column its scale; the rows.
    ///
    /// # Errors
    /// The part ends before, or its width can't be.
    pub fn read(reader: &mut Reader, rows: usize) -> Result<Self, ModelError> {
        let width = reader.size(1024, "a width of up to 1024")?;
        let scales = reader.reals(width)?;
        let bytes = reader.bytes(rows * width)?.to_vec();
        Ok(Self { width, scales, bytes })
    }

    /// The numbers of a row.
    pub fn width(&self) -> usize {
        self.width
    }

    /// Adds the row of that number to `into`; a row that is not there adds nothing.
    pub fn add(&self, row: u32, into: &mut [f32]) {
        let first = row as usize * self.width;
        let Some(bytes) = self.bytes.get(first..first + self.width) else { return };
        for ((into, &byte), scale) in into.iter_mut().zip(bytes).zip(&self.scales) {
            *into += f32::from(byte as i8) * scale;
        }
    }
}
