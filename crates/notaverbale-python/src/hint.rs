//! Values whose Python type a type checker should know better than `Any`.

use pyo3::PyTypeInfo;
use pyo3::inspect::{PyStaticConstant, PyStaticExpr};
use pyo3::prelude::*;
use pyo3::types::PyTuple;
use pyo3::{type_hint_identifier, type_hint_subscript};

use crate::span::Span;

/// Defines a Python object that the stub file calls by the name of its class.
macro_rules! hinted {
    ($(#[$doc:meta])* $name:ident, $hint:expr) => {
        $(#[$doc])*
        pub struct $name<'py>(pub Bound<'py, PyAny>);

        impl<'py> IntoPyObject<'py> for $name<'py> {
            type Target = PyAny;
            type Output = Bound<'py, PyAny>;
            type Error = std::convert::Infallible;
            const OUTPUT_TYPE: PyStaticExpr = $hint;

            fn into_pyobject(self, _py: Python<'py>) -> Result<Self::Output, Self::Error> {
                Ok(self.0)
            }
        }
    };
}

hinted!(
    /// A `pandas.DataFrame`.
    PandasFrame,
    type_hint_identifier!("pandas", "DataFrame")
);
hinted!(
    /// A `polars.DataFrame`.
    PolarsFrame,
    type_hint_identifier!("polars", "DataFrame")
);
hinted!(
    /// A `pyarrow.Table`.
    ArrowTable,
    type_hint_identifier!("pyarrow", "Table")
);
hinted!(
    /// A row, or a document as JSON has it.
    Object,
    type_hint_subscript!(
        type_hint_identifier!("builtins", "dict"),
        type_hint_identifier!("builtins", "str"),
        type_hint_identifier!("typing", "Any")
    )
);
hinted!(
    /// Rows.
    Objects,
    type_hint_subscript!(type_hint_identifier!("builtins", "list"), Object::OUTPUT_TYPE)
);
hinted!(
    /// The pieces of a span list: `tuple[Span, ...]`.
    Spans,
    type_hint_subscript!(
        type_hint_identifier!("builtins", "tuple"),
        Span::TYPE_HINT,
        PyStaticExpr::Constant { value: PyStaticConstant::Ellipsis }
    )
);

impl<'py> Spans<'py> {
    /// A tuple of the pieces.
    pub fn new(py: Python<'py>, pieces: Vec<Span>) -> PyResult<Self> {
        Ok(Self(PyTuple::new(py, pieces)?.into_any()))
    }
}
