//! The columns of the two tables: their types, and the cells that go in and come out.

use std::sync::Arc;

use arrow_array::builder::{BooleanBuilder, Float32Builder, Int8Builder, StringBuilder, UInt32Builder};
use arrow_array::cast::AsArray;
use arrow_array::types::{Float32Type, Int8Type, UInt32Type};
use arrow_array::{Array, ArrayRef, DictionaryArray, StringArray};
use arrow_schema::{ArrowError, DataType, Field};
use notaverbale::{Act, Kind, Polarity, Strength};
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedStr;
use pyo3::types::PyString;

use crate::convert;

/// The names that a column of codes may hold, in the order that its categories keep; `None` for other columns.
pub fn codes(name: &str) -> Option<Vec<&'static str>> {
    match name {
        "kind" => Some(Kind::ALL.iter().map(|label| label.as_str()).collect()),
        "act" => Some(Act::ALL.iter().map(|label| label.as_str()).collect()),
        "polarity" => Some(Polarity::ALL.iter().map(|label| label.as_str()).collect()),
        "strength" => Some(Strength::ALL.iter().map(|label| label.as_str()).collect()),
        _ => None,
    }
}

/// The Arrow field of a column. Its name says its type, and the same name has the same type in both tables.
pub fn field(name: &str) -> Field {
    if codes(name).is_some() {
        let data_type = DataType::Dictionary(Box::new(DataType::Int8), Box::new(DataType::Utf8));
        return Field::new(name, data_type, false).with_dict_is_ordered(name == "strength");
    }
    match name {
        "statement" | "stance" => Field::new(name, DataType::UInt32, false),
        "continued" | "negated" => Field::new(name, DataType::Boolean, false),
        "confidence" => Field::new(name, DataType::Float32, false),
        _ if name.ends_with("_start") || name.ends_with("_end") => Field::new(name, DataType::UInt32, true),
        _ => Field::new(name, DataType::Utf8, true),
    }
}

/// A value of a table.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Cell<'a> {
    /// Words, a name or a code.
    Text(Option<&'a str>),
    /// A count or an offset in code points.
    Number(Option<u32>),
    /// Yes or no.
    Flag(bool),
    /// A share from 0 to 1.
    Score(f32),
}

impl<'a> Cell<'a> {
    /// The cell of a column.
    pub fn read(column: &'a ArrayRef, row: usize) -> Self {
        let there = column.is_valid(row);
        match column.data_type() {
            DataType::Dictionary(_, _) => {
                let codes = column.as_dictionary::<Int8Type>();
                Self::Text(codes.key(row).map(|key| codes.values().as_string::<i32>().value(key)))
            }
            DataType::UInt32 => Self::Number(there.then(|| column.as_primitive::<UInt32Type>().value(row))),
            DataType::Boolean => Self::Flag(column.as_boolean().value(row)),
            DataType::Float32 => Self::Score(column.as_primitive::<Float32Type>().value(row)),
            _ => Self::Text(there.then(|| column.as_string::<i32>().value(row))),
        }
    }

    /// The cell as a Python value; `None` where nothing is there.
    pub fn to_python<'py>(self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        match self {
            Self::Text(text) => Ok(text.map(|text| PyString::new(py, text)).into_pyobject(py)?.into_any()),
            Self::Number(number) => Ok(number.into_pyobject(py)?.into_any()),
            Self::Flag(flag) => Ok(flag.into_pyobject(py)?.to_owned().into_any()),
            Self::Score(score) => Ok(convert::decimal(score).into_pyobject(py)?.into_any()),
        }
    }

    /// Bytes of text.
    pub fn size(self) -> usize {
        if let Self::Text(Some(text)) = self { text.len() } else { 0 }
    }
}

/// A column that grows.
pub enum Builder {
    /// Utf8.
    Text(StringBuilder),
    /// A dictionary that holds every name from the start, so that all batches share it and an empty column too.
    Codes(Vec<&'static str>, Int8Builder),
    /// UInt32.
    Number(UInt32Builder),
    /// Boolean.
    Flag(BooleanBuilder),
    /// Float32.
    Score(Float32Builder),
}

impl Builder {
    /// An empty column.
    pub fn new(name: &str) -> Self {
        if let Some(names) = codes(name) {
            return Self::Codes(names, Int8Builder::new());
        }
        match field(name).data_type() {
            DataType::UInt32 => Self::Number(UInt32Builder::new()),
            DataType::Boolean => Self::Flag(BooleanBuilder::new()),
            DataType::Float32 => Self::Score(Float32Builder::new()),
            _ => Self::Text(StringBuilder::new()),
        }
    }

    /// Adds a cell.
    ///
    /// # Errors
    /// Where the cell is not of the column's type, its code not one of the column's, or the column full.
    pub fn append(&mut self, cell: Cell<'_>) -> Result<(), ArrowError> {
        match (self, cell) {
            (Self::Text(builder), Cell::Text(text)) => {
                let size = builder.values_slice().len() + cell.size();
                if i32::try_from(size).is_err() {
                    return Err(ArrowError::OffsetOverflowError(size));
                }
                builder.append_option(text);
            }
            (Self::Codes(names, keys), Cell::Text(Some(code))) => {
                let key = names.iter().position(|&name| name == code).and_then(|key| i8::try_from(key).ok());
                keys.append_value(key.ok_or_else(|| unfit(cell))?);
            }
            (Self::Number(builder), Cell::Number(number)) => builder.append_option(number),
            (Self::Flag(builder), Cell::Flag(flag)) => builder.append_value(flag),
            (Self::Score(builder), Cell::Score(score)) => builder.append_value(score),
            _ => return Err(unfit(cell)),
        }
        Ok(())
    }

    /// Adds a cell that [`Cell::to_python`] made.
    ///
    /// # Errors
    /// As [`Builder::append`].
    pub fn append_python(&mut self, value: &Bound<'_, PyAny>) -> PyResult<()> {
        let text;
        let cell = match self {
            Self::Text(_) | Self::Codes(..) => {
                text = value.extract::<Option<PyBackedStr>>()?;
                Cell::Text(text.as_deref())
            }
            Self::Number(_) => Cell::Number(value.extract()?),
            Self::Flag(_) => Cell::Flag(value.extract()?),
            Self::Score(_) => Cell::Score(value.extract()?),
        };
        self.append(cell).map_err(|error| crate::error::Error::from(error).into())
    }

    /// The cells added since the last call.
    ///
    /// # Errors
    /// None in practice: a key is only added where its name is.
    pub fn finish(&mut self) -> Result<ArrayRef, ArrowError> {
        Ok(match self {
            Self::Text(builder) => Arc::new(builder.finish()),
            Self::Codes(names, keys) => {
                let values = Arc::new(StringArray::from_iter_values(names.iter()));
                Arc::new(DictionaryArray::<Int8Type>::try_new(keys.finish(), values)?)
            }
            Self::Number(builder) => Arc::new(builder.finish()),
            Self::Flag(builder) => Arc::new(builder.finish()),
            Self::Score(builder) => Arc::new(builder.finish()),
        })
    }
}

fn unfit(cell: Cell<'_>) -> ArrowError {
    ArrowError::InvalidArgumentError(format!("{cell:?} does not fit its column"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_comes_out_as_it_went_in() {
        let cells = [
            ("holder", vec![Cell::Text(Some("Peru")), Cell::Text(None), Cell::Text(Some(""))]),
            ("act", vec![Cell::Text(Some("warn")), Cell::Text(Some("support"))]),
            ("target_start", vec![Cell::Number(Some(3)), Cell::Number(None)]),
            ("negated", vec![Cell::Flag(true), Cell::Flag(false)]),
            ("confidence", vec![Cell::Score(0.25)]),
        ];
        for (name, cells) in cells {
            let mut builder = Builder::new(name);
            for &cell in &cells {
                builder.append(cell).unwrap();
            }
            let column = builder.finish().unwrap();
            assert_eq!(column.data_type(), field(name).data_type(), "{name}");
            let read: Vec<_> = (0..column.len()).map(|row| Cell::read(&column, row)).collect();
            assert_eq!(read, cells, "{name}");
        }
    }

    #[test]
    fn a_cell_of_another_type_is_refused() {
        assert!(Builder::new("act").append(Cell::Text(Some("shrug"))).is_err());
        assert!(Builder::new("act").append(Cell::Text(None)).is_err());
        assert!(Builder::new("negated").append(Cell::Number(Some(1))).is_err());
    }
}
