"""Zips of submissions, read in place: nothing is unpacked to disk, and no name in a zip is ever opened as a path."""

from __future__ import annotations

import os
import re
import stat
import struct
import zipfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from scorer.errors import ReadingError
from scorer.reading.failures import damaged_if_it_fails, reading_error
from scorer.reading.limits import ArchiveLimits
from scorer.reading.read import check_ordinary, system_error

_DEFAULT = ArchiveLimits()
_DRIVE = re.compile(r"[A-Za-z]:/")
_UTF8_NAME, _ENCRYPTED = 0x800, 0x1
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
# the end record: signature, disks, entries, size and place of the directory, comment; and that of large zips
_END, _END_SIZE, _LONGEST_COMMENT = b"PK\5\6", 22, 65_535
_LOCATOR, _END64 = b"PK\6\7", b"PK\6\6"


@dataclass(frozen=True)
class Member:
    """A file of a zip: its ``name`` with "/" between folders, why it may not be read, and whether an earlier one
    had the same name."""

    index: int
    name: str
    error: ReadingError | None = None
    repeated: bool = False

    @property
    def unsafe(self) -> bool:
        """Whether the name itself, or what it stands for, is why it may not be read."""
        return self.error is not None and self.error.code == "unsafe_path"


class Archive:
    """An open zip. ``members`` are its files in their order, of two with one name only the last.

    Raises ``ReadingError`` where the zip as a whole cannot be used: ``not_found``, ``unreadable``, ``too_large``.
    """

    def __init__(self, path: str | os.PathLike[str], limits: ArchiveLimits = _DEFAULT) -> None:
        self._path = Path(path)
        self._limits = limits
        self._stream = _opened(self._path)
        try:
            self._zip = self._checked()
        except ReadingError:
            self._stream.close()
            raise
        self.members = self._listed()

    def __enter__(self) -> Archive:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._zip.close()
        self._stream.close()

    def read(self, index: int, limit: int) -> bytes:
        """The bytes of a member, one more than ``limit`` at most. Raises ``ReadingError``."""
        info = self._zip.infolist()[index]
        name = _name(info)
        error = self._error(info, name)
        if error:
            raise error
        with damaged_if_it_fails(name), self._zip.open(info) as member:
            return member.read(limit + 1)

    def _checked(self) -> zipfile.ZipFile:
        """The zip, opened after its table of contents was found to be of a bearable size."""
        name, limits = self._path.name, self._limits
        with damaged_if_it_fails(name):
            size = self._stream.seek(0, os.SEEK_END)
            if _directory_bytes(self._stream, size) > limits.directory_bytes:
                raise reading_error("members", name, limits.members)
            archive = zipfile.ZipFile(self._stream)
        infos = archive.infolist()
        if len(infos) > limits.members:
            raise reading_error("members", name, limits.members)
        # packed files that together are larger than the zip share their bytes: a bomb
        overlapping = sum(info.compress_size for info in infos) > size
        if overlapping or sum(info.file_size for info in infos) > limits.inflated_bytes:
            raise reading_error("total", name)
        return archive

    def _listed(self) -> tuple[Member, ...]:
        found: dict[str, Member] = {}
        for index, info in enumerate(self._zip.infolist()):
            name = _name(info)
            if not name.endswith("/"):
                earlier = found.pop(name, None)
                found[name] = Member(index, name, self._error(info, name), repeated=earlier is not None)
        return tuple(found.values())

    def _error(self, info: zipfile.ZipInfo, name: str) -> ReadingError | None:
        shown = PurePosixPath(name).name or name
        mode = stat.S_IFMT(info.external_attr >> 16)
        if name.startswith("/") or _DRIVE.match(name) or ".." in name.split("/"):
            return reading_error("unsafe_name", name)
        if mode not in (0, stat.S_IFREG):
            return reading_error("not_ordinary", shown)
        if info.flag_bits & _ENCRYPTED:
            return reading_error("encrypted", shown)
        if info.compress_type not in _METHODS:
            return reading_error("method", shown)
        most = max(self._limits.small_bytes, info.compress_size * self._limits.inflation_ratio)
        return reading_error("ratio", shown) if info.file_size > most else None


def _opened(path: Path) -> BinaryIO:
    check_ordinary(path)
    try:
        return path.open("rb")
    except OSError as error:
        raise system_error(path, error) from error


def _name(info: zipfile.ZipInfo) -> str:
    """The member's name. Without the mark that says UTF-8 it is read as that if it can be, else as DOS wrote it."""
    name = info.filename
    if not info.flag_bits & _UTF8_NAME:
        with suppress(UnicodeError):
            name = name.encode("cp437").decode("utf-8")
    return name.replace("\\", "/")


def _directory_bytes(stream: BinaryIO, size: int) -> int:
    """Size of the zip's table of contents as its end record tells; 0 where there is none.

    The library would read the whole table into memory before anyone could say how long it is.
    """
    tail_size = min(size, _END_SIZE + _LONGEST_COMMENT + 20)
    stream.seek(size - tail_size)
    tail = stream.read(tail_size)
    end = tail.rfind(_END)
    if end < 0 or end + _END_SIZE > len(tail):
        return 0
    (directory,) = struct.unpack_from("<L", tail, end + 12)
    locator = end - 20
    if locator >= 0 and tail.startswith(_LOCATOR, locator):
        (place,) = struct.unpack_from("<Q", tail, locator + 8)
        stream.seek(min(place, size))
        large = stream.read(56)
        if large.startswith(_END64) and len(large) == 56:
            (directory,) = struct.unpack_from("<Q", large, 40)
    return int(directory)
