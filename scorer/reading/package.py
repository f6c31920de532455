"""The zip inside .docx and .odt: only its text parts are unpacked, and only after they are found harmless."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterable
from xml.parsers import expat

from scorer.reading.failures import damaged_if_it_fails, reading_error
from scorer.reading.limits import Limits

_CHUNK = 1 << 16
_MOST_MEMBERS = 5_000
_SMALL = 1_000_000  # below this, a high ratio harms nobody


def safe_copy(data: bytes, name: str, limits: Limits, wanted: Callable[[str], bool]) -> dict[str, bytes]:
    """Every member of the zip by name; those not ``wanted`` (pictures, macros, embedded files) are empty.

    Sizes are counted while unpacking, since a zip's own figures may lie. Raises ``too_large``, ``encrypted``
    for members with a password, and ``unreadable`` for damage.
    """
    parts: dict[str, bytes] = {}
    total = packed = 0
    with damaged_if_it_fails(name), zipfile.ZipFile(io.BytesIO(data)) as archive:
        if len(archive.infolist()) > _MOST_MEMBERS:
            raise reading_error("inflated", name)
        for info in archive.infolist():
            if not wanted(info.filename):
                parts[info.filename] = b""
                continue
            if info.flag_bits & 1:
                raise reading_error("encrypted", name)
            if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
                raise reading_error("damaged", name)  # other methods unpack without a bound, and no one writes them
            packed += info.compress_size
            chunks = []
            with archive.open(info) as member:
                while chunk := member.read(_CHUNK):
                    total += len(chunk)
                    if total > limits.inflated_bytes or total > max(_SMALL, packed * limits.inflation_ratio):
                        raise reading_error("inflated", name)
                    chunks.append(chunk)
            parts[info.filename] = b"".join(chunks)
    return parts


def check_xml(parts: Iterable[bytes], name: str, limits: Limits) -> None:
    """Raise ``unreadable`` where a part declares a DTD, hence entities, or is not well-formed; ``too_large`` where
    the parts have more tags than the limit."""
    tags = 0
    for xml in parts:
        tags += xml.count(b"<")
        if tags > limits.inflated_tags:
            raise reading_error("inflated", name)
        _refuse_dtd(xml, name)


def _refuse_dtd(xml: bytes, name: str) -> None:

    def refuse(*_: object) -> None:
        raise reading_error("dtd", name)

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = refuse
    with damaged_if_it_fails(name):
        parser.Parse(xml, True)


def zipped(parts: dict[str, bytes]) -> io.BytesIO:
    """The parts as a zip in memory, for a library that opens files itself."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for member, content in parts.items():
            archive.writestr(member, content)
    target.seek(0)
    return target
