"""PDF documents."""

from __future__ import annotations

import io
import logging
import math

from scorer.reading.failures import damaged_if_it_fails, reading_error
from scorer.reading.limits import Limits
from scorer.reading.paragraphs import Line, paragraphs
from scorer.reading.text import check_length, is_binary, joined, without_controls

_SILENT = logging.NullHandler()
_SPACE_WIDTH = 0.25  # of the font size: an indent made of spaces


def read_pdf(data: bytes, name: str, limits: Limits) -> str:
    """The text that pypdf extracts, its printed lines joined to paragraphs (see ``paragraphs``).

    A PDF that opens without a password but may not be changed is read. Raises ``encrypted``, ``too_large``, and
    ``no_text`` where fonts give no characters.
    """
    from pypdf import PdfReader  # here, to keep start-up fast

    logging.getLogger("pypdf").addHandler(_SILENT)  # it would print its doubts on stderr
    with damaged_if_it_fails(name):
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise reading_error("encrypted", name)
        if len(reader.pages) > limits.pdf_pages:
            raise reading_error("pages", name, limits.pdf_pages)
        pages: list[list[Line]] = []
        drawing = 0
        for page in reader.pages:
            contents = page.get_contents()
            drawing += 0 if contents is None else len(contents.get_data())
            if drawing > limits.pdf_drawing_bytes:
                raise reading_error("drawing", name)
            collector = _Lines()
            page.extract_text(visitor_text=collector.add)
            pages.append(collector.lines())
            check_length("\n".join(line.text for lines in pages for line in lines), name, limits)
    text = joined(paragraphs(pages))
    if is_binary(text):
        raise reading_error("no_text", name)
    return without_controls(text)


class _Lines:
    """Puts the pieces of one page together; pypdf ends a printed line with ``\\n``."""

    def __init__(self) -> None:
        self._done: list[Line] = []
        self._text = ""
        self._place: tuple[float, float, float] | None = None

    def add(self, text: str, cm: list[float], tm: list[float], _font: object, size: float) -> None:
        """One piece at its place; ``cm`` and ``tm`` are the transformation and text matrices."""
        for k, part in enumerate(text.split("\n")):
            if k:
                self._end()
            if part.strip() and not self._text.strip():
                scale = math.sqrt(abs((tm[0] * tm[3] - tm[1] * tm[2]) * (cm[0] * cm[3] - cm[1] * cm[2])))
                height = (size or 1.0) * (scale or 1.0)
                spaces = len(self._text + part) - len((self._text + part).lstrip())
                x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
                y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
                # a piece in the middle of pypdf's own text starts where the last one did
                self._place = None if k else (x + spaces * _SPACE_WIDTH * height, y, height)
            self._text += part

    def _end(self) -> None:
        if self._text.strip():
            x, y, height = self._place or (None, None, None)
            self._done.append(Line(self._text.strip(), x, y, height))
        self._text, self._place = "", None

    def lines(self) -> list[Line]:
        """The page's lines that are not blank, in the order of the file."""
        self._end()
        return self._done
