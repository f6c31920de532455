"""Which submissions a command line means: files, folders, zips and ``-``."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path, PurePosixPath

from scorer.errors import ReadingError, ScorerError
from scorer.reading.archives import Archive
from scorer.reading.downloads.attribution import Read
from scorer.reading.downloads.clutter import ARCHIVES, DOCUMENTS, ending, is_clutter
from scorer.reading.downloads.hand_in import HandIn, Part, hand_ins, recognised
from scorer.reading.downloads.roster import Roster
from scorer.reading.failures import reading_error
from scorer.reading.formats import SUFFIXES
from scorer.reading.limits import Limits
from scorer.reading.read import STDIN as STDIN_ID
from scorer.reading.read import ordinary_bytes
from scorer.reading.remote import is_remote, remote_bytes, remote_files

STDIN = "-"
_MAY_BE_ESSAYS = frozenset(SUFFIXES) | DOCUMENTS | ARCHIVES
_LIMITS = Limits()


def collect(paths: Iterable[str], pattern: str | None = None, roster: Roster | None = None) -> list[HandIn]:
    """What was handed in, in the order given; that of a folder or zip sorted by path.

    In folders and zips: files that ``pattern`` matches, or else those that may be essays and whatever a layout of an
    LMS says that a student handed in; hidden files and editors' lock files are passed over. A path that does not
    exist is passed on: reading it says so. Raises ``ScorerError`` (``bad_pattern``, ``no_path``).
    """
    found = [handed for door, group in groupby(paths, _door) for handed in _through(door, list(group), pattern)]
    return [roster.placed(handed) for handed in found] if roster else found


def _door(path: str) -> str:
    if not path.strip():
        raise ScorerError("no_path", "One of the paths is empty: name a file or a folder.")
    if path == STDIN:
        return "stdin"
    if is_remote(path):
        return "address"
    if _is_folder(Path(path)):
        return "folder"
    return "zip" if ending(path) == ".zip" else "file"


def _through(door: str, paths: Sequence[str], pattern: str | None) -> Iterator[HandIn]:
    if door == "stdin":
        yield from (HandIn((Part(STDIN, STDIN_ID, "stdin"),), id=STDIN_ID) for _ in paths)
    elif door == "file":
        yield from _of_files(paths)
    elif door == "address":
        for path in paths:
            yield from _of_address(path, pattern)
    else:
        for path in paths:
            yield from _of_folder(Path(path), pattern) if door == "folder" else _of_zip(path, pattern)


def _of_files(paths: Sequence[str]) -> list[HandIn]:
    """Files that were named one by one: a download's, if several of them bear its marks."""
    names = {f"{number}/{path}": Path(path).as_posix() for number, path in enumerate(paths)}
    parts = {key: Part(path, Path(path).name) for key, path in zip(names, paths, strict=True)}
    said = recognised(list(names.values()), lambda path: ordinary_bytes(Path(path)))
    known = {key: said[name] for key, name in names.items() if name in said}
    return hand_ins(parts, known if len(known) > 1 else {}, named=False)


def _of_folder(folder: Path, pattern: str | None) -> list[HandIn]:
    above = f"{folder.resolve().name}/"  # the folder may be one student's of a download, so its name counts
    closed = _closed(folder)
    parts = {
        above + file.relative_to(folder).as_posix(): Part(
            str(file), file.name, error=reading_error("permission", file.name) if file in closed else None
        )
        for file in sorted(closed.union(_matches(folder, pattern or "*")))
        if not is_clutter(file.relative_to(folder).as_posix()) and (file in closed or _is_file_or_named_like_one(file))
    }
    return _of_download(parts, lambda path: ordinary_bytes(folder / path.removeprefix(above)), pattern is not None)


def _of_address(address: str, pattern: str | None) -> list[HandIn]:
    """A file, or the files below a folder, where the extra ``cloud`` reads from; zips there are not looked into."""
    try:
        files = remote_files(address)
    except ReadingError as error:
        return [HandIn((Part(address, address, error=error),), id=PurePosixPath(address).stem)]
    if files is None:
        return hand_ins({address: Part(address, PurePosixPath(address).name)}, {}, named=False)
    parts = {
        name: Part(file, PurePosixPath(file).name)
        for file in files
        if not is_clutter(name := file.removeprefix(address).strip("/")) and _fits(name, pattern)
    }
    return _of_download(parts, lambda name: remote_bytes(parts[name].path, _LIMITS.file_bytes), pattern is not None)


def _of_zip(path: str, pattern: str | None) -> list[HandIn]:
    try:
        archive = Archive(path)
    except ReadingError as error:
        return [HandIn((Part(path, Path(path).name, error=error),), id=Path(path).stem)]
    with archive:
        parts = {
            member.name: Part(
                f"{path}/{member.name}", PurePosixPath(member.name).name or member.name, archive=path,
                member=member.index, repeated=member.repeated, error=member.error,
            )
            for member in sorted(archive.members, key=lambda member: PurePosixPath(member.name).parts)
            if (member.unsafe or not is_clutter(member.name)) and _fits(member.name, pattern)
        }  # fmt: skip
        found = _of_download(
            parts, lambda name: archive.read(parts[name].member, _LIMITS.file_bytes), pattern is not None
        )
    if found:
        return found
    nothing = reading_error("no_essay", Path(path).name)
    return [HandIn((Part(path, Path(path).name, error=nothing),), id=Path(path).stem)]


def _of_download(parts: dict[str, Part], read: Read, chosen: bool) -> list[HandIn]:
    """The submissions among the files of a folder or zip; every file counts where the teacher chose them."""
    said = recognised([path for path, part in parts.items() if not part.error], read)
    kept = {
        path: part
        for path, part in parts.items()
        if chosen or path in said or part.error or ending(path) in _MAY_BE_ESSAYS
    }
    return hand_ins(kept, said)


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # a name too long for the disk, a folder that may not be entered: reading it says so
        return False


def _is_file_or_named_like_one(path: Path) -> bool:
    """Folders are passed over but for those whose name promises an essay: reading it says what is wrong."""
    return not _is_folder(path) or ending(path.name) in SUFFIXES


def _closed(folder: Path) -> set[Path]:
    """Folders that may not be entered: what was handed in there is not lost in silence."""
    found: set[Path] = set()
    for _ in os.walk(folder, onerror=lambda error: found.add(Path(error.filename))):
        pass
    return found


def _matches(folder: Path, pattern: str) -> list[Path]:
    try:
        return list(folder.rglob(pattern))
    except (ValueError, NotImplementedError) as error:  # "**x", "/x"
        raise _bad_pattern(pattern) from error


def _fits(name: str, pattern: str | None) -> bool:
    try:
        return pattern is None or PurePosixPath(name).match(pattern)
    except ValueError as error:
        raise _bad_pattern(pattern or "") from error


def _bad_pattern(pattern: str) -> ScorerError:
    return ScorerError("bad_pattern", f"{pattern!r} is no pattern of file names: write one like '*.docx'.")
