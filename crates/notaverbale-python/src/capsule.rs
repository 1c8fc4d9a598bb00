//! The Arrow PyCapsule interface: columns in and tables out, without a copy and without any Arrow library in Python.
//!
//! The only `unsafe` of the project is here.
//! <https://arrow.apache.org/docs/format/CDataInterface/PyCapsuleInterface.html>
#![allow(unsafe_code, reason = "a capsule holds a pointer to what C wrote")]

use std::ffi::CStr;
use std::ptr::NonNull;

use arrow_array::ffi::{FFI_ArrowArray, FFI_ArrowSchema, from_ffi};
use arrow_array::ffi_stream::{ArrayStreamReader, FFI_ArrowArrayStream};
use arrow_array::{ArrayRef, RecordBatch, RecordBatchIterator, make_array};
use arrow_schema::{ArrowError, SchemaRef};
use pyo3::prelude::*;
use pyo3::sync::critical_section::{with_critical_section, with_critical_section2};
use pyo3::types::PyCapsule;

use crate::error::Error;

const STREAM: &CStr = c"arrow_array_stream";
const ARRAY: &CStr = c"arrow_array";
const SCHEMA: &CStr = c"arrow_schema";

/// The Arrow arrays that `values` offers, or `None` where it offers none.
pub fn arrays(values: &Bound<'_, PyAny>) -> PyResult<Option<Vec<ArrayRef>>> {
    if values.hasattr("__arrow_c_stream__")? {
        return stream(&values.call_method0("__arrow_c_stream__")?).map(Some);
    }
    if values.hasattr("__arrow_c_array__")? {
        let (schema, array): (Bound<'_, PyAny>, Bound<'_, PyAny>) =
            values.call_method0("__arrow_c_array__")?.extract()?;
        return single(&schema, &array).map(|array| Some(vec![array]));
    }
    Ok(None)
}

/// The arrays of a stream.
fn stream(capsule: &Bound<'_, PyAny>) -> PyResult<Vec<ArrayRef>> {
    let pointer: NonNull<FFI_ArrowArrayStream> = content(capsule, STREAM)?;
    // SAFETY: a capsule of that name points to a valid stream, says the interface; pyo3 has checked the name. The
    // capsule is alive, no other thread comes this way with it meanwhile, and the move leaves a released stream
    // behind, which its destructor passes over. A stream that was released before is refused unread.
    let reader = with_critical_section(capsule, || unsafe { ArrayStreamReader::from_raw(pointer.as_ptr()) });
    Ok(reader.and_then(|reader| reader.collect::<Result<_, _>>()).map_err(Error::from)?)
}

/// The array of a pair of capsules.
fn single(schema: &Bound<'_, PyAny>, array: &Bound<'_, PyAny>) -> PyResult<ArrayRef> {
    let fields: NonNull<FFI_ArrowSchema> = content(schema, SCHEMA)?;
    let values: NonNull<FFI_ArrowArray> = content(array, ARRAY)?;
    let data = with_critical_section2(schema, array, || {
        // SAFETY: as for a stream, for each of the two. The schema is only borrowed, and its capsule outlives the call.
        let (fields, values) = unsafe { (fields.as_ref(), FFI_ArrowArray::from_raw(values.as_ptr())) };
        // Whoever took one of them before has freed what it points to, and may have left the pointers.
        if fields.release().is_none() || values.is_released() {
            return Err(ArrowError::CDataInterface("input array is already released".to_owned()));
        }
        // SAFETY: neither is released, and the interface promises of the pair that the array fits the schema.
        unsafe { from_ffi(values, fields) }
    });
    Ok(make_array(data.map_err(Error::from)?))
}

fn content<T>(capsule: &Bound<'_, PyAny>, name: &CStr) -> PyResult<NonNull<T>> {
    Ok(capsule.cast::<PyCapsule>()?.pointer_checked(Some(name))?.cast())
}

/// A stream of `batches`, for any Arrow library to take.
pub fn export<'py>(
    py: Python<'py>,
    schema: SchemaRef,
    batches: Vec<RecordBatch>,
) -> PyResult<Bound<'py, PyCapsule>> {
    let reader = RecordBatchIterator::new(batches.into_iter().map(Ok), schema);
    PyCapsule::new_with_value(py, FFI_ArrowArrayStream::new(Box::new(reader)), STREAM)
}
