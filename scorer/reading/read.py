"""Bytes to ``Submission``: the one place that knows which reader reads what."""

from __future__ import annotations

import hashlib
import os
import stat
import sys
from pathlib import Path, PurePosixPath
from typing import BinaryIO, assert_never

from scorer.errors import ReadingError
from scorer.reading.failures import reading_error
from scorer.reading.formats import SUFFIXES, Kind
from scorer.reading.limits import Limits
from scorer.reading.sniff import kind_by_content, may_be
from scorer.reading.submission import Submission
from scorer.reading.text import check_length, is_binary, normalised

STDIN = "stdin"
_DEFAULT = Limits()


def read_path(path: str | os.PathLike[str], limits: Limits = _DEFAULT) -> Submission:
    """Read one file. Raises ``ReadingError``, with any of its codes, and nothing else."""
    file = Path(path)
    check_ordinary(file)
    kind = _declared(file.name)
    data = _bytes(file, limits)
    return _submission(data, kind, file.name, limits, file.stem, os.fspath(path))


def ordinary_bytes(file: Path, limits: Limits = _DEFAULT) -> bytes:
    """The bytes of an ordinary file, one more than the limit at most. Raises ``ReadingError``."""
    check_ordinary(file)
    return _bytes(file, limits)


def read_bytes(data: bytes, name: str, limits: Limits = _DEFAULT) -> Submission:
    """Read a file that is in memory, such as a member of a zip; ``name`` tells its format and its ``id``."""
    file = PurePosixPath(name.replace("\\", "/"))
    return _submission(data, _declared(file.name), file.name, limits, file.stem)


def read_text(text: str, name: str = "text", limits: Limits = _DEFAULT) -> Submission:
    """Take a text that is in memory; newlines are normalised here too. ``name`` becomes the ``id``."""
    data = text.encode("utf-8", "surrogatepass")
    return _finished(text, data, "plain", name, limits, name)


def read_stdin(stream: BinaryIO | None = None, limits: Limits = _DEFAULT) -> Submission:
    """Read standard input (or ``stream``) to its end: plain text, or a document that shows what it is."""
    source = sys.stdin.buffer if stream is None else stream
    try:
        data = source.read(limits.file_bytes + 1)
    except OSError as error:
        raise reading_error("system", STDIN, error.strerror or "") from error
    return _submission(data, "plain", STDIN, limits, STDIN)


def _bytes(file: Path, limits: Limits) -> bytes:
    try:
        with file.open("rb") as stream:
            return stream.read(limits.file_bytes + 1)
    except OSError as error:
        raise system_error(file, error) from error


def check_ordinary(file: Path) -> None:
    """Look before opening: to open a FIFO would wait for ever. Raises ``ReadingError``."""
    try:
        mode = file.stat().st_mode
    except (OSError, ValueError) as error:
        raise system_error(file, error) from error
    if stat.S_ISDIR(mode):
        raise reading_error("folder", file.name or str(file))
    if not stat.S_ISREG(mode):
        raise reading_error("device", file.name)


def system_error(file: Path, error: OSError | ValueError) -> ReadingError:
    """What the operating system said of a file, as one of our errors."""
    if isinstance(error, PermissionError):
        return reading_error("permission", file.name)
    if isinstance(error, FileNotFoundError | NotADirectoryError | ValueError):  # ValueError: a NUL in the name
        return reading_error("missing", str(file))
    return reading_error("system", file.name, error.strerror or "")


def _declared(name: str) -> Kind:
    """The format that a file's name promises."""
    try:
        return SUFFIXES[PurePosixPath(name).suffix.lower()]
    except KeyError:
        raise reading_error("unknown", name) from None


def _submission(
    data: bytes, declared: Kind, name: str, limits: Limits, identity: str, path: str | None = None
) -> Submission:
    if len(data) > limits.file_bytes:
        raise reading_error("bytes", name, f"{limits.file_bytes / 1e6:g} MB")
    if not data.strip():
        raise reading_error("empty", name)
    kind = kind_by_content(data, name)
    if kind is None and not may_be(declared, data):
        raise reading_error("mislabelled", name, declared)
    kind = kind or declared
    return _finished(_text_of(kind, data, name, limits), data, kind, name, limits, identity, path)


def _text_of(kind: Kind, data: bytes, name: str, limits: Limits) -> str:
    """Call the format's reader; each is imported when it is needed, to keep start-up fast."""
    match kind:
        case "plain":
            from scorer.reading.plain import read_plain

            return read_plain(data, name)
        case "docx":
            from scorer.reading.docx import read_docx

            return read_docx(data, name, limits)
        case "pdf":
            from scorer.reading.pdf import read_pdf

            return read_pdf(data, name, limits)
        case "odt":
            from scorer.reading.odt import read_odt

            return read_odt(data, name, limits)
        case "rtf":
            from scorer.reading.rtf import read_rtf

            return read_rtf(data, name, limits)
        case "html":
            from scorer.reading.html import read_html

            return read_html(data, name, limits)
        case _:
            assert_never(kind)


def _finished(
    text: str, data: bytes, kind: Kind, name: str, limits: Limits, identity: str, path: str | None = None
) -> Submission:
    """The checks that every text passes, whatever door it came through."""
    text = normalised(text)
    if not text.strip():
        raise reading_error("empty" if kind == "plain" else "no_text", name)
    if kind == "plain" and is_binary(text):
        raise reading_error("not_text", name)
    check_length(text, name, limits)
    # a file name that is not UTF-8 holds surrogates, which no JSON can
    return Submission(
        id=normalised(identity), text=text, sha256=hashlib.sha256(data).hexdigest(), path=path and normalised(path)
    )
