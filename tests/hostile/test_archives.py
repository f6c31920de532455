"""Zips made to harm: each ends in a row with a code and a sentence, and the rest of the zip is read."""

from __future__ import annotations

import io
import stat
import struct
import time
import warnings
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from scorer.batch.collect import collect
from scorer.batch.fetch import fetched
from scorer.errors import ReadingError
from scorer.reading import Limits
from scorer.reading.archives import Archive
from scorer.reading.downloads.read import read_hand_in
from scorer.reading.limits import ArchiveLimits

GOOD = b"The school should stay open in the evening, because many students have no quiet room at home."
SECONDS = 20


@dataclass(frozen=True)
class Row:
    """What came of a submission: the error's code and sentence, or None."""

    id: str
    code: str | None
    message: str | None
    notes: tuple[str, ...] = ()


def rows(path: Path) -> list[Row]:
    """The rows, within the time that the product promises."""
    before, made = time.monotonic(), []
    for one in fetched(collect([str(path)]), Limits()):
        try:
            _, notes = read_hand_in(one)
        except ReadingError as error:
            made.append(Row(one.id, error.code, error.message))
        else:
            made.append(Row(one.id, None, None, tuple(note.code for note in notes)))
    assert time.monotonic() - before < SECONDS
    return made


def zipped(members: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", method) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return target.getvalue()


def with_link(target: str) -> bytes:
    made = io.BytesIO(zipped({"ann.txt": GOOD}))
    with zipfile.ZipFile(made, "a") as archive:
        info = zipfile.ZipInfo("eve.txt")
        info.create_system = 3
        info.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(info, target)
    return made.getvalue()


def changed_directory(data: bytes, name: bytes, offset: int, value: bytes) -> bytes:
    """The zip with bytes of a member's entry in the table of contents overwritten."""
    made = bytearray(data)
    entry = made.rindex(b"PK\1\2", 0, made.rindex(name))
    made[entry + offset : entry + offset + len(value)] = value
    return bytes(made)


def encrypted() -> bytes:
    data = zipped({"ann.txt": GOOD, "eve.txt": GOOD})
    return changed_directory(data, b"eve.txt", 8, struct.pack("<H", 1))


def lying() -> bytes:
    """A member that says it unpacks to little and unpacks to a lot."""
    data = zipped({"ann.txt": GOOD, "eve.txt": b"a" * 50_000_000})
    return changed_directory(data, b"eve.txt", 24, struct.pack("<L", 100))


def overlapping() -> bytes:
    """Many members that share one stretch of packed bytes, by which a small zip says it holds petabytes."""
    data = zipped({"ann.txt": GOOD * 40_000})
    directory = data.index(b"PK\1\2")
    end = data.index(b"PK\5\6")
    entry, many = data[directory:end], 1_000
    tail = bytearray(data[end:])
    struct.pack_into("<HHL", tail, 8, many, many, len(entry) * many)
    return data[:directory] + entry * many + bytes(tail)


def crowd(count: int) -> bytes:
    return zipped({f"{number}.txt": b"x" for number in range(count)}, zipfile.ZIP_STORED)


def twice() -> bytes:
    target = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(target, "w") as archive:
        warnings.simplefilter("ignore")
        archive.writestr("ann.txt", b"An earlier version of the essay.")
        archive.writestr("ann.txt", GOOD)
    return target.getvalue()


def backslashes() -> bytes:
    data = zipped({"class/ann.txt": GOOD, "../../eve.txt": GOOD})
    return data.replace(b"class/ann.txt", b"class\\ann.txt").replace(b"../../eve.txt", b"..\\..\\eve.txt")


def in_another_encoding(name: str, encoding: str) -> bytes:
    """A name in an encoding that the zip does not declare."""
    raw = name.encode(encoding)
    return zipped({"x" * len(raw): GOOD}).replace(b"x" * len(raw), raw)


OK = ("ann", None)
CASES: dict[str, tuple[Callable[[], bytes], list[tuple[str, str | None]]]] = {
    "leads out": (lambda: zipped({"ann.txt": GOOD, "../../eve.txt": GOOD}), [("eve", "unsafe_path"), OK]),
    "absolute": (lambda: zipped({"ann.txt": GOOD, "/etc/eve.txt": GOOD}), [("eve", "unsafe_path"), OK]),
    "drive": (lambda: zipped({"ann.txt": GOOD, "C:\\eve.txt": GOOD}), [("eve", "unsafe_path"), OK]),
    "hidden inside": (lambda: zipped({"ann.txt": GOOD, "a/../../eve.txt": GOOD}), [("eve", "unsafe_path"), OK]),
    "backslashes": (backslashes, [("eve", "unsafe_path"), OK]),
    "symbolic link": (lambda: with_link("/etc/passwd"), [OK, ("eve", "unsafe_path")]),
    "zip in zip": (
        lambda: zipped({"ann.txt": GOOD, "eve.zip": zipped({"x.txt": GOOD})}), [OK, ("eve", "nested_archive")],
    ),
    "archive in zip": (lambda: zipped({"ann.txt": GOOD, "eve.7z": b"7z"}), [OK, ("eve", "nested_archive")]),
    "zip called docx": (
        lambda: zipped({"ann.txt": GOOD, "eve.docx": zipped({"x.txt": GOOD})}), [OK, ("eve", "unsupported_format")],
    ),
    "bomb": (lambda: zipped({"ann.txt": GOOD, "eve.txt": b"a" * 50_000_000}), [OK, ("eve", "too_large")]),
    "bomb that lies": (lying, [OK, ("eve", "unreadable")]),
    "bomb of one's own": (overlapping, [("download", "too_large")]),
    "encrypted": (encrypted, [OK, ("eve", "encrypted")]),
    "other method": (lambda: zipped({"ann.txt": GOOD}, zipfile.ZIP_LZMA), [("ann", "unreadable")]),
    "crowd": (lambda: crowd(20_001), [("download", "too_large")]),
    "no essay": (
        lambda: zipped({"marks.xlsx": b"PK", "__MACOSX/._ann.txt": b"x", ".DS_Store": b"x"}), [("download", "empty")],
    ),
    "no file": (lambda: zipped({}), [("download", "empty")]),
    "not a zip": (lambda: b"This is a text.", [("download", "unreadable")]),
    "empty": (lambda: b"", [("download", "unreadable")]),
    "cut off": (lambda: zipped({"ann.txt": GOOD * 100})[:-30], [("download", "unreadable")]),
    "damaged inside": (
        lambda: zipped({"ann.txt": GOOD}, zipfile.ZIP_STORED).replace(GOOD, GOOD[::-1], 1), [("ann", "unreadable")],
    ),
    "utf-8 undeclared": (lambda: in_another_encoding("zoë.txt", "utf-8"), [("zoë", None)]),
    "dos name": (lambda: in_another_encoding("zoë.txt", "cp437"), [("zoë", None)]),
    "line break in name": (lambda: zipped({"ann\nlee.txt": GOOD}), [("ann lee", None)]),
    "formula as name": (lambda: zipped({"=cmd|x.txt": GOOD, "-rf.txt": GOOD}), [("-rf", None), ("=cmd|x", None)]),
}  # fmt: skip


@pytest.mark.parametrize(("make", "expected"), CASES.values(), ids=CASES.keys())
def test_each_ends_in_its_row(
    make: Callable[[], bytes], expected: list[tuple[str, str | None]], tmp_path: Path
) -> None:
    (tmp_path / "download.zip").write_bytes(make())
    made = rows(tmp_path / "download.zip")
    assert [(row.id, row.code) for row in made] == expected
    for row in made:
        assert row.message is None or (row.message.endswith(".") and row.message.isprintable())
    assert [path.name for path in tmp_path.iterdir()] == ["download.zip"]


def test_of_two_files_of_one_name_the_last_is_read_and_that_is_said(tmp_path: Path) -> None:
    (tmp_path / "download.zip").write_bytes(twice())
    assert rows(tmp_path / "download.zip") == [Row("ann", None, None, ("same_name",))]
    (handed,) = fetched(collect([str(tmp_path / "download.zip")]), Limits())
    assert read_hand_in(handed)[0].text == GOOD.decode()


def test_a_table_of_contents_beyond_the_limit_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "download.zip").write_bytes(crowd(50))
    with pytest.raises(ReadingError) as caught:
        Archive(tmp_path / "download.zip", ArchiveLimits(directory_bytes=1_000))
    assert caught.value.code == "too_large"


def test_a_zip_that_is_not_there_or_no_file(tmp_path: Path) -> None:
    (tmp_path / "folder.zip").mkdir()
    assert [row.code for row in rows(tmp_path / "none.zip")] == ["not_found"]
    assert rows(tmp_path / "folder.zip") == []
    (tmp_path / "folder.zip" / "ann.txt").write_bytes(GOOD)
    assert [row.id for row in rows(tmp_path / "folder.zip")] == ["ann"]


def test_no_damage_makes_a_library_error_escape(tmp_path: Path) -> None:
    import random

    chance = random.Random(3)
    whole = zipped({"ann.txt": GOOD, "class/bob.txt": GOOD * 20, "eve.docx": zipped({"word/document.xml": b"<x/>"})})
    for _ in range(300):
        data = bytearray(whole)
        for _ in range(chance.randint(1, 10)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        if chance.random() < 0.2:
            del data[chance.randrange(len(data)) :]
        (tmp_path / "download.zip").write_bytes(data)
        assert rows(tmp_path / "download.zip")
