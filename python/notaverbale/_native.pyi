"""
The compiled part of ``notaverbale``, which re-exports what is public in it.
"""

from _typeshed import SupportsGetItem
from pandas import DataFrame
from polars import DataFrame as DataFrame2
from pyarrow import Table as Table2
from typing import Any, Final, SupportsFloat, SupportsIndex, final

__all__ = ["__version__", "Corpus", "Document", "Member", "Mention", "Sentence", "SentenceSplitter", "Span", "Stance", "Statement", "Table", "Token", "_analyze_many", "_html_style", "_restore_corpus", "_restore_document", "_restore_member", "_restore_splitter", "_restore_stance", "_restore_statement", "_restore_table", "_run_cli", "analyze", "sentences"]

__version__: Final[str]
"""
The version of the package.
"""

@final
class Corpus:
    """
    What was found in many texts: two tables. Made by :func:`notaverbale.analyze_many`; it never changes.

    Its length is the number of texts, those without a row and missing ones too.

    Examples:
        >>> import notaverbale as nv
        >>> corpus = nv.analyze_many(["Peru thanked Chile for its help.", None], ids=["a", "b"])
        >>> corpus
        Corpus(2 texts, 1 missing, 1 statement, 1 stance)
        >>> corpus.ids, corpus.missing
        (['a', 'b'], [1])
    """
    def __copy__(self, /) -> Corpus: ...
    def __deepcopy__(self, /, memo: Any) -> Corpus: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __len__(self, /) -> int: ...
    def __reduce__(self, /) -> tuple[Any, tuple[list[str], list[int], Table, Table]]: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def ids(self, /) -> list[str]:
        """
        The id of each text, as the tables have it.
        """
    @property
    def missing(self, /) -> list[int]:
        """
        Which texts were missing (None, NaN or NA), as positions counted from 0.
        """
    @property
    def stances(self, /) -> Table:
        """
        The table of stances.
        """
    @property
    def statements(self, /) -> Table:
        """
        The table of statements.
        """
    def to_arrow(self, /) -> Table2:
        """
        The table of stances as a pyarrow table: see :meth:`Table.to_arrow`.
        """
    def to_dicts(self, /) -> list[dict[str, Any]]:
        """
        The rows of the table of stances: see :meth:`Table.to_dicts`.
        """
    def to_pandas(self, /) -> DataFrame:
        """
        The table of stances as a pandas frame: see :meth:`Table.to_pandas`.
        """
    def to_polars(self, /) -> DataFrame2:
        """
        The table of stances as a polars frame: see :meth:`Table.to_polars`.
        """

@final
class Document:
    """
    A text and what was found in it. Made by :func:`notaverbale.analyze`; it never changes.

    Examples:
        >>> import notaverbale as nv
        >>> document = nv.analyze("Peru thanked Chile for its help.", id="note-1")
        >>> document
        Document('note-1', 1 sentence, 1 statement, 1 stance: 'Peru thanked Chile for its help.')
        >>> document.to_dict()["statements"][0]["source"]
        [[0, 4]]
    """
    def __copy__(self, /) -> Document: ...
    def __deepcopy__(self, /, memo: Any) -> Document: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str, str | None, str | None, str | None, tuple[str, float, dict[str, str], dict[str, str], list[dict[str, str]]]]]: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def author(self, /) -> str | None:
        """
        Who wrote it, as the caller said.
        """
    @property
    def cast(self, /) -> list[Member]:
        """
        Who is in it: the people with names and everybody who speaks, in the order of their first mentions; a new list each
        time.

        Examples:
            >>> import notaverbale as nv
            >>> document = nv.analyze("Foreign Minister Ana Lima met Ravi Menon. She thanked Peru.")
            >>> [(member.name, member.statements) for member in document.cast]
            [('Ana Lima', 1), ('Ravi Menon', 0)]
        """
    @property
    def date(self, /) -> str | None:
        """
        The caller's date, or else the full date at the head of the text.
        """
    @property
    def dateline(self, /) -> Span | None:
        """
        The dateline (``BEIJING, Nov. 16 (Xinhua) --``), where the text begins with one.
        """
    @property
    def id(self, /) -> str | None:
        """
        The caller's name for the document.
        """
    @property
    def sentences(self, /) -> list[Sentence]:
        """
        The sentences, in order; a new list each time.
        """
    def show(self, /, path: "object" = None) -> str:
        """
        Writes what a notebook shows of the document to a file, as a page of its own.

        Args:
            path: The file; it is replaced where it is there. By default a temporary file, which is opened in the browser.

        Returns:
            Where the page is.

        Raises:
            OSError: The file can't be written.
        """
    @property
    def speakers(self, /) -> list[Member]:
        """
        Those of the cast to whom a statement is attributed; a new list each time.
        """
    @property
    def stances(self, /) -> list[Stance]:
        """
        The stances of all statements, in order; a new list each time.
        """
    @property
    def statements(self, /) -> list[Statement]:
        """
        The statements, in the order of their first content; a new list each time.
        """
    @property
    def text(self, /) -> str:
        """
        The text, unchanged.
        """
    def to_conllu(self, /) -> str:
        """
        The tokens in the CoNLL-U format of Universal Dependencies, as ``notaverbale parse`` writes them.

        Returns:
            A block of lines for each sentence, a line of ten columns for each word.

        Examples:
            >>> import notaverbale as nv
            >>> nv.analyze("Peru thanked Chile.").to_conllu().splitlines()[5]
            '2\\tthanked\\tthank\\tVERB\\tVBD\\t_\\t0\\troot\\t_\\t_'
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The document as the object that the command line writes, its offsets in code points.

        Returns:
            A dictionary of the same keys and values as :meth:`to_json`.
        """
    def to_json(self, /) -> str:
        """
        The document as the line of JSON that ``notaverbale analyze --format jsonl`` writes.

        Returns:
            One JSON object, without a line break.
        """
    def to_pandas(self, /) -> DataFrame:
        """
        The stances, one row each, with the columns of :attr:`Corpus.stances`.

        Returns:
            A ``pandas.DataFrame``.

        Raises:
            ImportError: pandas is not installed.
        """
    @property
    def tokens(self, /) -> list[Token]:
        """
        The tokens of all sentences, in order, with tags, lemmas and dependencies; parsed when first asked for, and a new
        list each time.
        """

@final
class Member:
    """
    Somebody in a document: a person with a name, or whoever speaks.

    Examples:
        >>> import notaverbale as nv
        >>> member = nv.analyze("Foreign Minister Ana Lima of Brazil thanked Peru.").speakers[0]
        >>> member
        Member(name='Ana Lima', kind='person', role='Foreign Minister', party='Brazil', statements=1)
        >>> [mention.text for mention in member.mentions]
        ['Foreign Minister Ana Lima of Brazil']
    """
    def __copy__(self, /) -> Member: ...
    def __deepcopy__(self, /, memo: Any) -> Member: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __reduce__(self, /) -> tuple[Any, tuple[Document, int]]: ...
    def __repr__(self, /) -> str: ...
    @property
    def index(self, /) -> int:
        """
        Where the member stands in the document's cast, counted from 0.
        """
    @property
    def kind(self, /) -> str | None:
        """
        ``"person"``, ``"body"`` (a state, an organisation, a ministry) or ``"group"`` (several at once, such as ``the two
        sides``); None where it can't be told, as of an author whom the text does not mention.
        """
    @property
    def mentions(self, /) -> list[Mention]:
        """
        Every mention, in order; none of an author whom only the caller names. A new list each time.
        """
    @property
    def name(self, /) -> str:
        """
        The fullest name in the document, without title; of one without a name the fullest description, without article.
        """
    @property
    def party(self, /) -> str | None:
        """
        The country or organisation whose side the member is on.
        """
    @property
    def role(self, /) -> str | None:
        """
        The first title that the document gives a person, as it is written there.
        """
    @property
    def statements(self, /) -> int:
        """
        How many statements of the document are attributed to the member.
        """

@final
class Mention:
    """
    Words that stand for somebody. For the text they came from,
    ``text[mention.start_char:mention.end_char] == mention.text``.

    Offsets count code points from 0, half open.

    Args:
        start_char: The first code point.
        end_char: The code point after the last.
        text: The words between them.
        form: How they stand for somebody: ``"name"``, ``"description"`` or ``"pronoun"``.

    Examples:
        >>> import notaverbale as nv
        >>> document = nv.analyze("Foreign Minister Ana Lima of Brazil met reporters. She said that talks had begun.")
        >>> document.cast[0].mentions
        [Mention(0, 35, 'Foreign Minister Ana Lima of Brazil', 'name'), Mention(51, 54, 'She', 'pronoun')]
    """
    def __copy__(self, /) -> Mention: ...
    def __deepcopy__(self, /, memo: Any) -> Mention: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, start_char: SupportsIndex, end_char: SupportsIndex, text: str, form: str) -> Mention: ...
    def __reduce__(self, /) -> tuple[type, tuple[int, int, str, str]]: ...
    def __repr__(self, /) -> str: ...
    @property
    def end_char(self, /) -> int:
        """
        The code point after the last.
        """
    @property
    def form(self, /) -> str:
        """
        How they stand for somebody: by a ``"name"``, with titles and appositions; by a ``"description"`` without a name
        (``the minister``); or by a ``"pronoun"``.
        """
    @property
    def start_char(self, /) -> int:
        """
        The first code point.
        """
    @property
    def text(self, /) -> str:
        """
        The words.
        """

@final
class Sentence:
    """
    A sentence. For the text it came from, ``text[sentence.start_char:sentence.end_char] == sentence.text``.

    Offsets count code points from 0, half open. White space between sentences belongs to neither.

    Args:
        start_char: The first code point.
        end_char: The code point after the last.
        text: The words between them.
        paragraph: The paragraph it stands in, counted from 0.

    Examples:
        >>> import notaverbale as nv
        >>> nv.sentences("  The sides agreed.")
        [Sentence(2, 19, 'The sides agreed.', paragraph=0)]
    """
    def __copy__(self, /) -> Sentence: ...
    def __deepcopy__(self, /, memo: Any) -> Sentence: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, start_char: SupportsIndex, end_char: SupportsIndex, text: str, paragraph: SupportsIndex) -> Sentence: ...
    def __reduce__(self, /) -> tuple[type, tuple[int, int, str, int]]: ...
    def __repr__(self, /) -> str: ...
    @property
    def end_char(self, /) -> int:
        """
        The code point after the last.
        """
    @property
    def paragraph(self, /) -> int:
        """
        The paragraph it stands in, counted from 0.
        """
    @property
    def start_char(self, /) -> int:
        """
        The first code point.
        """
    @property
    def text(self, /) -> str:
        """
        The words.
        """

@final
class SentenceSplitter:
    """
    Splits texts into sentences, with options. :func:`notaverbale.sentences` does so without.

    Args:
        quotations: What becomes of a quotation of several sentences: ``"split"``, or ``"whole"`` to keep it in one
            (of more than 2,000 bytes it is split).
        line_breaks: Where single line breaks end sentences: by ``"layout"`` (before list items and turn labels,
            after headings), ``"always"`` or ``"never"``. A blank line always ends one.
        abbreviations: Abbreviations of your own, with or without their last stop, in the case of the text. A full
            stop behind one never ends a sentence within a paragraph.

    Raises:
        NotaverbaleError: An option has a value that it does not know.
        TypeError: An option is of a wrong type.

    Examples:
        >>> import notaverbale as nv
        >>> splitter = nv.SentenceSplitter(quotations="whole", abbreviations=["Verw."])
        >>> [sentence.text for sentence in splitter.split('"Ask Verw. Lind. He knows," she said. He did.')]
        ['"Ask Verw. Lind. He knows," she said.', 'He did.']
        >>> splitter
        SentenceSplitter(quotations='whole', line_breaks='layout', abbreviations=['Verw.'])
    """
    def __copy__(self, /) -> SentenceSplitter: ...
    def __deepcopy__(self, /, memo: Any) -> SentenceSplitter: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __new__(cls, /, *, quotations: str = "split", line_breaks: str = "layout", abbreviations: "list[str] | tuple[str, ...] | None" = None) -> SentenceSplitter: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str, str, list[str]]]: ...
    def __repr__(self, /) -> str: ...
    @property
    def abbreviations(self, /) -> list[str]:
        """
        The caller's own abbreviations, as given; a new list each time.
        """
    @property
    def line_breaks(self, /) -> str:
        """
        Where single line breaks end sentences: ``"layout"``, ``"always"`` or ``"never"``.
        """
    @property
    def quotations(self, /) -> str:
        """
        What becomes of a quotation of several sentences: ``"split"`` or ``"whole"``.
        """
    def split(self, /, text: str) -> list[Sentence]:
        """
        Splits a text into sentences.

        Args:
            text: The text.

        Returns:
            The sentences, in order. Only white space lies outside them.

        Raises:
            TypeError: ``text`` is no string.
            NotaverbaleError: It holds a lone surrogate, which has no UTF-8 form.
        """
    def split_many(self, /, texts: Any, *, threads: SupportsIndex | None = None) -> list[list[Sentence]]:
        """
        Splits many texts into sentences. Other threads run meanwhile, and Ctrl-C stops the work.

        Args:
            texts: The texts: a list, a tuple, any iterator, a numpy array, a pandas or polars Series, or a pyarrow
                array.
            threads: How many threads to use; by default one for each processor.

        Returns:
            A list of sentences for each text, in order; an empty one for a missing text (None, NaN, NA).

        Raises:
            TypeError: ``texts`` is no column, or a value in it is no string; the message names the row.
            NotaverbaleError: A text holds a lone surrogate, or ``threads`` is out of range.
        """

@final
class Span:
    """
    A stretch of a text. For the text it came from, ``text[span.start_char:span.end_char] == span.text``.

    Offsets count code points from 0, half open, as Python's own slices do.

    Args:
        start_char: The first code point.
        end_char: The code point after the last.
        text: The words between them.

    Examples:
        >>> import notaverbale as nv
        >>> text = "Peru thanked Chile for its help."
        >>> source = nv.analyze(text).statements[0].source[0]
        >>> source
        Span(0, 4, 'Peru')
        >>> text[source.start_char:source.end_char] == source.text
        True
    """
    def __copy__(self, /) -> Span: ...
    def __deepcopy__(self, /, memo: Any) -> Span: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, start_char: SupportsIndex, end_char: SupportsIndex, text: str) -> Span: ...
    def __reduce__(self, /) -> tuple[type, tuple[int, int, str]]: ...
    def __repr__(self, /) -> str: ...
    @property
    def end_char(self, /) -> int:
        """
        The code point after the last.
        """
    @property
    def start_char(self, /) -> int:
        """
        The first code point.
        """
    @property
    def text(self, /) -> str:
        """
        The words.
        """

@final
class Stance:
    """
    A position that a statement's own words express toward a target.

    Examples:
        >>> import notaverbale as nv
        >>> stance = nv.analyze("Peru thanked Chile for its help.").stances[0]
        >>> stance.holder, stance.act, stance.polarity
        ('Peru', 'praise', 'favor')
    """
    def __copy__(self, /) -> Stance: ...
    def __deepcopy__(self, /, memo: Any) -> Stance: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __reduce__(self, /) -> tuple[Any, tuple[Document, int]]: ...
    def __repr__(self, /) -> str: ...
    @property
    def act(self, /) -> str:
        """
        What the stance does: ``"support"``, ``"oppose"``, ``"praise"``, ``"criticize"``, ``"agree"``,
        ``"commit"``, ``"request"``, ``"concern"`` or ``"warn"``.
        """
    @property
    def addressee(self, /) -> str | None:
        """
        Who is asked, promised, thanked or warned; None where the words name nobody.
        """
    @property
    def cameo(self, /) -> str | None:
        """
        The nearest CAMEO event code, two or three digits.
        """
    @property
    def confidence(self, /) -> float:
        """
        How sure, from 0 to 1.
        """
    @property
    def expression(self, /) -> tuple[Span, ...]:
        """
        The words that carry the act, in pieces.
        """
    @property
    def expression_text(self, /) -> str | None:
        """
        The words of ``expression``, pieces joined by `` … ``.
        """
    @property
    def holder(self, /) -> str | None:
        """
        Whose stance it is: a country or body where the words say so, else the speaker; None where unknown.
        """
    @property
    def index(self, /) -> int:
        """
        Where it stands among the document's stances, counted from 0: the tables' column ``stance``.
        """
    @property
    def negated(self, /) -> bool:
        """
        Whether a negation turned the act or the polarity into what it is.
        """
    @property
    def plover(self, /) -> str | None:
        """
        The nearest PLOVER event type.
        """
    @property
    def polarity(self, /) -> str:
        """
        ``"favor"`` or ``"against"`` the target: the labels of SemEval-2016 task 6, whose ``NONE`` makes no stance here.
        """
    @property
    def statement(self, /) -> int:
        """
        The index of the statement that expresses it.
        """
    @property
    def strength(self, /) -> str:
        """
        ``"weak"``, ``"plain"`` or ``"strong"``.
        """
    @property
    def target(self, /) -> tuple[Span, ...]:
        """
        What the stance is toward, in pieces; empty where the words name nothing.
        """
    @property
    def target_text(self, /) -> str | None:
        """
        The words of ``target``, pieces joined by `` … ``; None where there are none.
        """

@final
class Statement:
    """
    A stretch of text that the document attributes to somebody.

    Examples:
        >>> import notaverbale as nv
        >>> statement = nv.analyze("Peru thanked Chile for its help.").statements[0]
        >>> statement.speaker, statement.source_text, statement.cue_text
        ('Peru', 'Peru', 'thanked')
    """
    def __copy__(self, /) -> Statement: ...
    def __deepcopy__(self, /, memo: Any) -> Statement: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __reduce__(self, /) -> tuple[Any, tuple[Document, int]]: ...
    def __repr__(self, /) -> str: ...
    @property
    def confidence(self, /) -> float:
        """
        How sure, from 0 to 1.
        """
    @property
    def content(self, /) -> tuple[Span, ...]:
        """
        What is attributed, in pieces where the source and the cue interrupt it.
        """
    @property
    def content_text(self, /) -> str | None:
        """
        The words of ``content``, pieces joined by `` … ``.
        """
    @property
    def continued(self, /) -> bool:
        """
        Whether it goes on with the words of an earlier statement and has no cue of its own.
        """
    @property
    def continues(self, /) -> int | None:
        """
        The index of the statement that a continued one goes on with.
        """
    @property
    def cue(self, /) -> tuple[Span, ...]:
        """
        The words that carry the attributing, in pieces; empty where there are none.
        """
    @property
    def cue_text(self, /) -> str | None:
        """
        The words of ``cue``, pieces joined by `` … ``; None where there are none.
        """
    @property
    def index(self, /) -> int:
        """
        Where it stands among the document's statements, counted from 0: the tables' column ``statement``.
        """
    @property
    def kind(self, /) -> str:
        """
        How the content stands in the text: ``"direct"``, ``"indirect"`` or ``"mixed"``.
        """
    @property
    def member(self, /) -> Member | None:
        """
        The speaker, as one of :attr:`Document.cast`; None where there is no speaker.
        """
    @property
    def mention(self, /) -> Span | None:
        """
        The words that name the speaker: the source or, where it is a pronoun or missing, the name or description before it
        that it stands for; None where no words do.
        """
    @property
    def party(self, /) -> str | None:
        """
        The country or organisation whose side the speaker is on.
        """
    @property
    def source(self, /) -> tuple[Span, ...]:
        """
        The words that name who, in pieces; empty where the text has none.
        """
    @property
    def source_text(self, /) -> str | None:
        """
        The words of ``source``, pieces joined by `` … ``; None where there are none.
        """
    @property
    def speaker(self, /) -> str | None:
        """
        Whose words these are, by the fullest name in the document, without title; None where it can't be told.
        """
    @property
    def stances(self, /) -> list[Stance]:
        """
        The positions that the statement expresses, in order of their expressions; a new list each time.
        """

@final
class Table:
    """
    Rows of statements or stances; it never changes.

    Columns and their types are fixed, and the same for a table without rows. Any library that speaks Arrow takes a
    table as it is: ``polars.DataFrame(table)``, ``pyarrow.table(table)``, ``duckdb.sql("from stances")``.

    Examples:
        >>> import notaverbale as nv
        >>> table = nv.analyze_many(["Peru thanked Chile for its help."]).stances
        >>> table
        Table(stances, 1 row, 21 columns)
        >>> row = table.to_dicts()[0]
        >>> row["id"], row["holder"], row["act"], row["expression_start"]
        ('0', 'Peru', 'praise', 5)
    """
    def __arrow_c_stream__(self, /, requested_schema: "object" = None) -> "object":
        """
        The table as an Arrow stream, for libraries to take.

        Args:
            requested_schema: Ignored, as the interface allows.

        Returns:
            A capsule named ``arrow_array_stream``.
        """
    def __copy__(self, /) -> Table: ...
    def __deepcopy__(self, /, memo: Any) -> Table: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __len__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str, list[list[Any]]]]: ...
    def __repr__(self, /) -> str: ...
    def _codes(self, /) -> dict[str, Any]:
        """
        The names that each column of codes may hold.
        """
    @property
    def columns(self, /) -> list[str]:
        """
        The names of the columns, in order.
        """
    def to_arrow(self, /) -> Table2:
        """
        The table as a pyarrow table.

        Returns:
            A ``pyarrow.Table``.

        Raises:
            ImportError: pyarrow is not installed.
        """
    def to_dicts(self, /) -> list[dict[str, Any]]:
        """
        The rows.

        Returns:
            A dictionary for each row, its values strings, numbers, booleans or None.
        """
    def to_pandas(self, /) -> DataFrame:
        """
        The table as a pandas frame. With pyarrow installed it goes through Arrow, else by columns; the frame is the
        same.

        Returns:
            A ``pandas.DataFrame``: strings as pandas keeps them by default, categories for ``kind``, ``act``,
            ``polarity`` and ``strength``, ``UInt32`` for offsets, which may be missing.

        Raises:
            ImportError: pandas is not installed.
        """
    def to_polars(self, /) -> DataFrame2:
        """
        The table as a polars frame.

        Returns:
            A ``polars.DataFrame``.

        Raises:
            ImportError: polars is not installed.
        """
    def to_pydict(self, /) -> dict[str, Any]:
        """
        The columns.

        Returns:
            A list of values for each column's name.
        """

@final
class Token:
    """
    A word, a number or a mark, with its parts of speech, its lemma, and its place in its sentence's tree. For the text
    it came from, ``text[token.start_char:token.end_char] == token.text``.

    Offsets count code points from 0, half open.

    Args:
        start_char: The first code point.
        end_char: The code point after the last.
        text: The word as it stands in the text.
        sentence: The sentence it stands in, counted from 0.
        upos: The universal part of speech, such as ``PROPN``.
        xpos: The Penn Treebank's part of speech, such as ``VBD``.
        lemma: How a dictionary would list it.
        head: The place of its head in :attr:`Document.tokens`, from 0; ``None`` for the root of a sentence.
        deprel: The relation to its head, such as ``nsubj:pass``.

    Examples:
        >>> import notaverbale as nv
        >>> for token in nv.analyze("Peru thanked Chile.").tokens:
        ...     print(token.text, token.lemma, token.upos, token.head, token.deprel)
        Peru Peru PROPN 1 nsubj
        thanked thank VERB None root
        Chile Chile PROPN 1 obj
        . . PUNCT 1 punct
    """
    def __copy__(self, /) -> Token: ...
    def __deepcopy__(self, /, memo: Any) -> Token: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, start_char: SupportsIndex, end_char: SupportsIndex, text: str, sentence: SupportsIndex, upos: str, xpos: str, lemma: str, head: SupportsIndex | None, deprel: str) -> Token: ...
    def __reduce__(self, /) -> tuple[type, tuple[int, int, str, int, str, str, str, int | None, str]]: ...
    def __repr__(self, /) -> str: ...
    @property
    def deprel(self, /) -> str:
        """
        The relation to its head, such as ``nsubj:pass``.
        """
    @property
    def end_char(self, /) -> int:
        """
        The code point after the last.
        """
    @property
    def head(self, /) -> int | None:
        """
        The place of its head in :attr:`Document.tokens`, from 0; ``None`` for the root of a sentence.
        """
    @property
    def lemma(self, /) -> str:
        """
        How a dictionary would list it.
        """
    @property
    def sentence(self, /) -> int:
        """
        The sentence it stands in, counted from 0.
        """
    @property
    def start_char(self, /) -> int:
        """
        The first code point.
        """
    @property
    def text(self, /) -> str:
        """
        The word as it stands in the text.
        """
    @property
    def upos(self, /) -> str:
        """
        The universal part of speech, such as ``PROPN``.
        """
    @property
    def xpos(self, /) -> str:
        """
        The Penn Treebank's part of speech, such as ``VBD``.
        """

def _analyze_many(texts: Any, ids: Any | None, authors: Any | None, dates: Any | None, progress: Any | None, threads: SupportsIndex | None, attribution: str, min_confidence: SupportsFloat | SupportsIndex, aliases: Any | None, parties: Any | None, expressions: Any | None) -> Corpus:
    """
    What `notaverbale.analyze_many` calls, after it has made a callable of its `progress`.

    The callable is given the number of texts done and of all texts, after each chunk.
    """

def _html_style() -> str:
    """
    The style sheet of the HTML views.
    """

def _restore_corpus(ids: SupportsGetItem[int, str], missing: SupportsGetItem[int, SupportsIndex], statements: Table, stances: Table) -> Corpus:
    """
    Makes a corpus again from its pickle.
    """

def _restore_document(text: str, id: str | None, author: str | None, date: str | None, options: tuple[str, SupportsFloat | SupportsIndex, Any, Any, Any]) -> Document:
    """
    Makes a document again from its pickle, which holds what the caller gave: the text is analyzed anew.
    """

def _restore_member(document: Document, index: SupportsIndex) -> Member:
    """
    Makes a member again from its pickle.
    """

def _restore_splitter(quotations: str, line_breaks: str, abbreviations: SupportsGetItem[int, str]) -> SentenceSplitter:
    """
    Makes a splitter again from its pickle.
    """

def _restore_stance(document: Document, index: SupportsIndex) -> Stance:
    """
    Makes a stance again from its pickle.
    """

def _restore_statement(document: Document, index: SupportsIndex) -> Statement:
    """
    Makes a statement again from its pickle.
    """

def _restore_table(rows: str, columns: SupportsGetItem[int, SupportsGetItem[int, Any]]) -> Table:
    """
    Makes a table again from its pickle.
    """

def _run_cli(args: SupportsGetItem[int, str]) -> int:
    """
    Runs the command line and returns its exit status.

    Args:
        args: The program's name and its arguments.
    """

def analyze(text: str, *, author: "str | None" = None, date: "object" = None, id: "object" = None, attribution: str = "learned", min_confidence: SupportsFloat | SupportsIndex = 0.0, aliases: "dict[str, str] | None" = None, parties: "dict[str, str] | None" = None, expressions: "object" = None) -> Document:
    """
    Finds who said what in a text, and with what stance.

    Args:
        text: The text. Any string will do, the empty one too.
        author: Who wrote a text in the first person.
        date: When it was published: a string, kept as it is, or a date. A date and time at midnight counts as a
            date.
        id: A name for the document in tables, made a string.
        attribution: How statements are found: ``"learned"``, by a model that was learned from annotated news and
            readouts, or by ``"rules"`` over lexicons alone, which is faster and finds less.
        min_confidence: Statements of less confidence are left out, from 0 to 1: the higher, the fewer statements, and
            the more of them right. What goes on with a statement that is left out is left out too.
        aliases: Other names of people, each with the name that results show: ``{"EAM": "Ravi Menon"}`` for a minister
            whom the text calls by the office alone. A name counts where it stands in these letters, as a phrase of its
            own.
        parties: The parties of people and bodies, whatever the text says (``{"Ravi Menon": "India"}``), and of single
            words (``{"Ruritanian": "Ruritania"}``). They take some milliseconds at each call, so give many texts to
            :func:`analyze_many`.
        expressions: Entries for the lexicon of stances, as dictionaries or a table:
            ``[{"pattern": "stand tall with", "act": "support"}]``. An entry replaces all of the same pattern; the act
            ``"assert"`` makes the pattern silent. Pattern and act are enough; ``polarity``, ``strength``, ``frame``,
            ``target``, ``addressee``, ``cameo``, ``plover`` and ``pos`` are as in the project's ``stance.tsv``, whose
            header explains them. They take some milliseconds at each call, too.

    Returns:
        The text with its sentences, statements and stances. Offsets count code points, so that
        ``text[span.start_char:span.end_char] == span.text``.

    Raises:
        TypeError: ``text`` or ``author`` is no string, ``aliases`` or ``parties`` no dictionary of strings, or a row of
            ``expressions`` none.
        NotaverbaleError: A string holds a lone surrogate, which has no UTF-8 form, an option has a value that it does
            not know, or a row of ``expressions`` a key or a value that no entry can have; the message names the row.

    Examples:
        >>> import notaverbale as nv
        >>> document = nv.analyze("Peru thanked Chile for its help.")
        >>> [(stance.holder, stance.act) for stance in document.stances]
        [('Peru', 'praise')]
        >>> document = nv.analyze("EAM thanked Peru.", aliases={"EAM": "Ravi Menon"}, parties={"Ravi Menon": "India"})
        >>> [(statement.speaker, statement.party) for statement in document.statements]
        [('Ravi Menon', 'India')]
        >>> document = nv.analyze("Peru stood tall with Chile.", expressions=[{"pattern": "stand tall with", "act": "support"}])
        >>> [(stance.holder, stance.act, stance.target_text) for stance in document.stances]
        [('Peru', 'support', 'Chile')]
    """

def sentences(text: str) -> list[Sentence]:
    """
    Splits a text into sentences; :class:`SentenceSplitter` has options.

    Args:
        text: The text.

    Returns:
        The sentences, in order. Only white space lies outside them.

    Raises:
        TypeError: ``text`` is no string.
        NotaverbaleError: It holds a lone surrogate, which has no UTF-8 form.

    Examples:
        >>> import notaverbale as nv
        >>> [sentence.text for sentence in nv.sentences("The sides agreed.")]
        ['The sides agreed.']
    """
