"""What a file is, by its content rather than by its name."""

from __future__ import annotations

import io
import zipfile

from scorer.reading.failures import damaged_if_it_fails, reading_error
from scorer.reading.formats import Kind

_COMPOUND_FILE = bytes.fromhex("d0cf11e0a1b11ae1")  # Microsoft's container: old Office files, encrypted new ones
_PDF_HEAD = 1024  # readers accept a PDF whose header comes this late


def kind_by_content(data: bytes, name: str) -> Kind | None:
    """The format that the bytes show, or None where they show none (text, HTML, damaged files).

    Raises ``encrypted`` or ``unsupported_format`` for containers that cannot hold a readable essay.
    """
    if data.lstrip().startswith(b"%PDF-"):
        return "pdf"
    if data.lstrip().startswith(b"{\\rtf"):
        return "rtf"
    if data.startswith(_COMPOUND_FILE):
        raise _compound_error(data, name)
    if data.startswith(b"PK"):
        with damaged_if_it_fails(name):
            return _zipped_kind(data, name)
    return None


def may_be(kind: Kind, data: bytes) -> bool:
    """Whether bytes that show no format can be of this one after all."""
    return kind in ("plain", "html") or (kind == "pdf" and b"%PDF-" in data[:_PDF_HEAD])


def _compound_error(data: bytes, name: str) -> Exception:
    # the names of the streams stand in the container's directory, in UTF-16
    if "EncryptedPackage".encode("utf-16-le") in data:
        return reading_error("encrypted", name)
    if "WordDocument".encode("utf-16-le") in data:
        return reading_error("old_word", name)
    return reading_error("archive", name)


def _zipped_kind(data: bytes, name: str) -> Kind | None:
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except zipfile.BadZipFile:
        return None  # text may begin with these letters too
    names = set(archive.namelist())
    if "[Content_Types].xml" in names and any(member.startswith("word/") for member in names):
        return "docx"
    head = data[:200]  # an OpenDocument file names its type here, unpacked
    if b"opendocument.text" in head or ("content.xml" in names and b"opendocument." not in head):
        return "odt"
    raise reading_error("archive", name)
