"""Plain text and Markdown, which is kept as it was typed."""

from __future__ import annotations

import codecs

from scorer.reading.failures import reading_error

# UTF-32 first: its little-endian mark begins with that of UTF-16
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_STRAY = {0xDC00 + byte: bytes([byte]).decode("cp1252", "replace") for byte in range(0x80, 0x100)}
_MOSTLY_ASCII = 0.3


def read_plain(data: bytes, name: str) -> str:
    """The text of a .txt or .md file; raises ``not_text`` for anything else."""
    text = decode(data)
    if text is None:
        raise reading_error("not_text", name)
    return text


def decode(data: bytes) -> str | None:
    """Bytes as text, or None where no encoding fits. The byte-order mark is not part of the text.

    In this order: byte-order mark; UTF-8; UTF-8 with a few stray Windows bytes; Windows-1252, where at most three
    bytes in ten are not ASCII (English with its quotes and accents); else what charset-normalizer finds.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError:
                return None
    escaped = data.decode("utf-8", "surrogateescape")
    stray = sum("\udc80" <= c <= "\udcff" for c in escaped)
    if not stray:
        return escaped
    beyond_ascii = sum(c > "\x7f" for c in escaped) - stray
    if beyond_ascii >= stray:
        return escaped.translate(_STRAY)
    if stray <= len(data) * _MOSTLY_ASCII:
        return data.decode("cp1252", "replace")
    return _detected(data)


def _detected(data: bytes) -> str | None:
    from charset_normalizer import from_bytes  # here, to keep start-up fast

    best = from_bytes(data).best()
    return None if best is None else str(best)
