//! Names that a caller gives: a dictionary of them.

use std::collections::BTreeMap;
use std::sync::Arc;

use pyo3::prelude::*;
use pyo3::types::{PyDict, PyString};

use crate::error::Error;
use crate::strings;

/// An option that maps names.
#[derive(Clone, Copy, Debug)]
pub enum Mapping {
    /// From a name as it stands in texts to the one that results show.
    Aliases,
    /// From a name to its party's.
    Parties,
}

impl Mapping {
    /// The option's name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Aliases => "aliases",
            Self::Parties => "parties",
        }
    }

    /// What it maps names to.
    pub const fn to(self) -> &'static str {
        match self {
            Self::Aliases => "names",
            Self::Parties => "parties",
        }
    }
}

/// Names, each with what the caller maps it to; the same whatever their order. Cheap to clone.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Names(Arc<BTreeMap<String, String>>);

impl Names {
    /// Reads a dictionary of strings; none is an empty one.
    ///
    /// # Errors
    /// A `TypeError` where `names` is no dictionary of strings, `NotaverbaleError` where one of them is empty or has no
    /// UTF-8 form.
    pub fn read(names: Option<&Bound<'_, PyAny>>, mapping: Mapping) -> PyResult<Self> {
        let Some(names) = names else { return Ok(Self::default()) };
        let names = names.cast::<PyDict>().map_err(|_| foreign(names, mapping, None))?;
        let pairs = names.iter().map(|(name, value)| {
            let name = text(&name, mapping, None)?;
            let value = text(&value, mapping, Some(&name))?;
            Ok((name, value))
        });
        pairs.collect::<PyResult<_>>().map(|pairs| Self(Arc::new(pairs)))
    }

    /// The names, in their order as strings.
    pub fn pairs(&self) -> &BTreeMap<String, String> {
        &self.0
    }
}

/// A key, or the value `of` one.
fn text(value: &Bound<'_, PyAny>, mapping: Mapping, of: Option<&str>) -> PyResult<String> {
    let text = value.cast::<PyString>().map_err(|_| foreign(value, mapping, of))?;
    let text = strings::utf8(text, || mapping.name().to_owned())?.to_string();
    if text.trim().is_empty() {
        let (option, expected) = (mapping.name(), "strings that are not empty");
        return Err(Error::Choice { option, found: text, expected }.into());
    }
    Ok(text)
}

/// The error for a value of a wrong type.
fn foreign(value: &Bound<'_, PyAny>, mapping: Mapping, of: Option<&str>) -> Error {
    let place = of.map(|name| format!(" for {name:?}")).unwrap_or_default();
    Error::Names { mapping, found: strings::type_name(value) + &place }
}
