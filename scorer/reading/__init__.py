"""Bytes to ``Submission``: files, standard input and texts in memory.

>>> from scorer.reading import read_path
>>> read_path("essay.docx").text  # doctest: +SKIP

Readers exist for .txt, .md, .docx, .pdf, .odt, .rtf and .html. What cannot be read raises
``scorer.errors.ReadingError`` with one of its codes.
"""

from scorer.reading.limits import Limits
from scorer.reading.read import read_bytes, read_path, read_stdin, read_text
from scorer.reading.submission import Submission

__all__ = ["Limits", "Submission", "read_bytes", "read_path", "read_stdin", "read_text"]
