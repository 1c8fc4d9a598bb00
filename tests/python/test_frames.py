"""The accessors of pandas and polars, and the transformer of scikit-learn."""

import pytest
from packaging.version import Version

import notaverbale as nv
from conftest import CHILE, NOTHING, PERU, needs

TEXTS = [PERU, NOTHING, None, f"{PERU} {CHILE}"]
KINDS = ["statements", "stances"]


def table(kind, texts=TEXTS):
    return getattr(nv.analyze_many(texts), kind)


def rows(kind):
    """The cells of the table, but for what a frame tells itself."""
    columns = [name for name in table(kind).columns if name not in ("id", "date")]
    return columns, [tuple(row[name] for name in columns) for row in table(kind).to_dicts()]


def places(kind):
    return [int(row["id"]) for row in table(kind).to_dicts()]


@needs("pandas")
class TestPandas:
    @pytest.fixture
    def pd(self):
        import pandas as pd

        import notaverbale.pandas  # noqa: F401

        return pd

    def frame(self, pd):
        return pd.DataFrame(
            {
                "text": TEXTS,
                "year": [2021, 2022, 2023, 2024],
                "date": ["a", "b", "c", "d"],
                "speaker": range(4),
            },
            index=pd.Index(["w", "x", "y", "z"], name="key"),
        )

    @pytest.mark.parametrize("kind", KINDS)
    def test_series_keep_their_index(self, pd, kind):
        found = getattr(self.frame(pd)["text"].nv, kind)()
        columns, _ = rows(kind)
        assert list(found.columns) == columns
        assert found.index.name == "key"
        assert found.index.tolist() == ["wxyz"[place] for place in places(kind)]
        plain = table(kind).to_pandas().drop(columns=["id", "date"])
        pd.testing.assert_frame_equal(found.reset_index(drop=True), plain)

    @pytest.mark.parametrize("kind", KINDS)
    def test_frames_keep_their_columns(self, pd, kind):
        frame = self.frame(pd)
        found = getattr(frame.nv, kind)("text")
        assert list(found.columns) == ["year", "date", "speaker_frame", *rows(kind)[0]]
        assert found["year"].tolist() == [2021 + place for place in places(kind)]
        assert found["speaker_frame"].tolist() == places(kind)
        assert found.index.tolist() == ["wxyz"[place] for place in places(kind)]
        assert list(frame.columns) == ["text", "year", "date", "speaker"]

    def test_an_index_may_repeat(self, pd):
        frame = pd.DataFrame({"text": [PERU, PERU]}, index=[7, 7])
        assert frame.nv.stances().index.tolist() == [7, 7]

    def test_authors_speak(self, pd):
        frame = pd.DataFrame({"text": ["I thank Chile."], "who": ["Ana Lima"]})
        assert frame.nv.stances("text", author="who")["speaker"].tolist() == ["Ana Lima"]

    def test_no_rows_have_the_same_columns_and_types(self, pd):
        frame = self.frame(pd)
        full, empty = frame.nv.stances(), frame.iloc[:0].nv.stances()
        assert len(empty) == 0
        assert empty.dtypes.to_dict() == full.dtypes.to_dict()

    def test_errors(self, pd):
        with pytest.raises(KeyError, match="nothing"):
            self.frame(pd).nv.stances("nothing")
        with pytest.raises(TypeError, match="1"):
            pd.Series([PERU, 5], dtype=object).nv.stances()


@needs("polars")
class TestPolars:
    @pytest.fixture
    def pl(self):
        import polars as pl

        import notaverbale.polars  # noqa: F401

        return pl

    def frame(self, pl):
        return pl.DataFrame({"text": TEXTS, "year": [2021, 2022, 2023, 2024], "speaker": [0, 1, 2, 3]})

    @pytest.mark.parametrize("kind", KINDS)
    def test_frames_keep_their_columns(self, pl, kind):
        found = getattr(self.frame(pl).nv, kind)("text")
        assert found.columns == ["year", "speaker_frame", *rows(kind)[0]]
        assert found["year"].to_list() == [2021 + place for place in places(kind)]
        assert found.drop("year", "speaker_frame").equals(table(kind).to_polars().drop("id", "date"))

    @pytest.mark.parametrize("kind", KINDS)
    def test_expressions_give_lists(self, pl, kind):
        frame = self.frame(pl)
        lists = frame.lazy().with_columns(getattr(pl.col("text").nv, kind)().alias("found")).collect()
        assert lists["found"].is_null().to_list() == [False, False, True, False]
        assert lists["found"].list.len().to_list()[1] == 0
        unnested = (
            lists.select("found").filter(pl.col("found").list.len() > 0).explode("found").unnest("found")
        )
        assert unnested.equals(table(kind).to_polars().drop("id", "date"))
        assert getattr(frame["text"].nv, kind)().equals(lists["found"], check_names=False)

    def test_a_lazy_plan_knows_the_type(self, pl):
        lazy = self.frame(pl).lazy().select(pl.col("text").nv.stances())
        assert lazy.collect_schema() == lazy.collect().schema
        empty = self.frame(pl).head(0).lazy().select(pl.col("text").nv.stances())
        assert empty.collect().schema == lazy.collect_schema()

    def test_authors_speak(self, pl):
        frame = pl.DataFrame({"text": ["I thank Chile."], "who": ["Ana Lima"]})
        assert frame.nv.stances("text", author="who")["speaker"].to_list() == ["Ana Lima"]

    def test_errors(self, pl):
        with pytest.raises(pl.exceptions.ColumnNotFoundError, match="nothing"):
            self.frame(pl).nv.stances("nothing")
        with pytest.raises(TypeError):
            pl.Series([1, 2]).nv.stances()


@needs("pyarrow")
class TestBatches:
    def batch(self, texts=TEXTS):
        import pyarrow as pa

        keys = pa.array([f"key-{place}" for place in range(len(texts))])
        return pa.RecordBatch.from_arrays([keys, pa.array(texts, pa.string())], names=["key", "text"])

    @pytest.mark.parametrize("kind", KINDS)
    def test_the_table_comes_out(self, kind):
        from notaverbale import batches

        found = list(getattr(batches, kind)(iter([self.batch(), self.batch([]), self.batch()]), id="key"))
        ids = [f"key-{place}" for place in range(len(TEXTS))]
        expected = getattr(nv.analyze_many(TEXTS, ids=ids), kind).to_arrow()
        assert [batch.num_rows for batch in found] == [len(expected), 0, len(expected)]
        for batch in found:
            assert batch.schema == batches.schema(kind)
        for name in expected.column_names:
            assert found[0][name].to_pylist() == expected[name].to_pylist()

    def test_a_place_names_nothing(self):
        from notaverbale import batches

        (found,) = batches.stances([self.batch()])
        assert found.schema == batches.schema("stances")
        assert set(found["id"].to_pylist()) == {None}

    def test_every_type_has_a_name_in_spark(self):
        from notaverbale import batches

        assert batches.ddl("stances").startswith("id string, date string, statement bigint, stance bigint,")
        assert batches.ddl("statements").endswith("confidence float")

    def test_errors(self):
        from notaverbale import batches

        with pytest.raises(KeyError, match="nothing"):
            next(batches.stances([self.batch()], text="nothing"))
        with pytest.raises(ValueError, match="rows"):
            batches.schema("rows")


@needs("sklearn")
class TestSklearn:
    def counts(self, **options):
        from notaverbale.sklearn import StanceCounts

        return StanceCounts(**options)

    def test_counts_add_up(self):
        counts = self.counts().fit_transform(TEXTS)
        names = self.counts().get_feature_names_out().tolist()
        assert counts.shape == (4, 18) == (4, len(names))
        rows = table("stances").to_dicts()
        assert counts.sum() == len(rows) > 0
        for row in rows:
            assert counts[int(row["id"]), names.index(f"{row['act']}_{row['polarity']}")] > 0

    def test_confidence_is_asked_for(self):
        assert self.counts(min_confidence=1.01).fit_transform(TEXTS).sum() == 0

    def test_it_stands_in_a_pipeline(self):
        from sklearn.base import clone
        from sklearn.linear_model import LogisticRegression
        from sklearn.pipeline import make_pipeline

        pipeline = clone(make_pipeline(self.counts(threads=1), LogisticRegression()))
        pipeline.fit([PERU, NOTHING] * 5, [1, 0] * 5)
        assert pipeline.predict([PERU, NOTHING]).tolist() == [1, 0]

    @needs("pandas")
    def test_frames_come_out(self):
        import pandas as pd
        import sklearn

        texts = pd.Series([PERU, NOTHING], index=["a", "b"])
        counts = self.counts().set_output(transform="pandas").fit_transform(texts)
        assert counts["praise_favor"].tolist() == [1.0, 0.0]
        if Version(sklearn.__version__) >= Version(
            "1.8"
        ):  # earlier ones keep the index of a frame, not that of a series
            assert counts.index.tolist() == ["a", "b"]
