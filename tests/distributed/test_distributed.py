"""Spark and Dask give the rows that one machine gives. Run by `make test-distributed`."""

import shutil
import sys
from functools import partial

import pandas as pd
import pytest

import notaverbale as nv
from notaverbale import batches

PAGES = pd.DataFrame(
    {
        "key": [f"page-{number:02}" for number in range(40)],
        "text": [
            f"Peru thanked Chile for its {number} ships. Chile said that talks had begun."
            for number in range(39)
        ]
        + [None],
    }
)


@pytest.mark.skipif(shutil.which("java") is None, reason="Spark needs Java, which is not installed")
@pytest.mark.parametrize("kind", ["statements", "stances"])
def test_spark_gives_the_same_rows(kind, monkeypatch):
    from pyspark.sql import SparkSession

    monkeypatch.setenv("PYSPARK_PYTHON", sys.executable)  # else the first python3 on the path
    spark = (
        SparkSession.builder.master("local[2]")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.execution.arrow.maxRecordsPerBatch", "7")
        .getOrCreate()
    )
    frame = spark.createDataFrame(PAGES.to_dict("split")["data"], "key string, text string")
    found = frame.repartition(3).mapInArrow(partial(getattr(batches, kind), id="key"), batches.ddl(kind))
    rows = sorted((row.asDict() for row in found.collect()), key=place)
    expected = getattr(nv.analyze_many(PAGES["text"], ids=PAGES["key"]), kind).to_dicts()
    assert len(expected) >= 39
    assert [{**row, "confidence": round(row["confidence"], 5)} for row in rows] == [
        {**row, "confidence": round(row["confidence"], 5)} for row in expected
    ]
    spark.stop()


@pytest.mark.parametrize("scheduler", ["threads", "processes"])
def test_dask_gives_the_same_rows(scheduler):
    import dask.dataframe as dd

    def stances(part):
        import notaverbale.pandas  # noqa: F401 - in the worker's process

        return part.nv.stances("text", threads=1)

    expected = stances(PAGES)
    found = dd.from_pandas(PAGES, npartitions=3).map_partitions(stances, meta=expected.iloc[:0])
    # Dask makes strings of another type of pandas' columns of strings.
    pd.testing.assert_frame_equal(found.compute(scheduler=scheduler), expected, check_dtype=False)


def place(row):
    return row["id"], row.get("stance", row["statement"])
