"""The exception that the module raises. It is defined here, and raised by the compiled module."""


class NotaverbaleError(ValueError):
    """A value that cannot be used; the message names it, and its row where it has one.

    Examples:
        >>> import notaverbale as nv
        >>> nv.analyze_many(["Peru said so.", "lone \\ud800 surrogate"])
        Traceback (most recent call last):
            ...
        notaverbale.NotaverbaleError: texts, row 1 (counted from 0): a lone surrogate at code point 5 ...
    """


# The name that users know it by.
NotaverbaleError.__module__ = "notaverbale"
