"""Which files a command line means: files, folders and ``-``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from scorer.errors import ScorerError
from scorer.reading.formats import SUFFIXES

STDIN = "-"


def collect(paths: Iterable[str], pattern: str | None = None) -> Iterator[str]:
    """Each file to read, in the order given; those of a folder sorted by path.

    In folders only files that ``pattern`` matches, or else those of a known format; hidden files and editors' lock
    files are passed over. A path that does not exist is passed on: reading it says so.
    Raises ``ScorerError`` (``bad_pattern``, ``no_path``).
    """
    for path in paths:
        if not path.strip():
            raise ScorerError("no_path", "One of the paths is empty: name a file or a folder.")
        folder = Path(path)
        if path == STDIN or not _is_folder(folder):
            yield path
        else:
            yield from (str(file) for file in _matches(folder, pattern or "*") if _wanted(file, folder, pattern))


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # a name too long for the disk, a folder that may not be entered: reading it says so
        return False


def _matches(folder: Path, pattern: str) -> list[Path]:
    try:
        return sorted(folder.rglob(pattern))
    except (ValueError, NotImplementedError) as error:  # "**x", "/x"
        raise ScorerError(
            "bad_pattern", f"{pattern!r} is no pattern of file names: write one like '*.docx'."
        ) from error


def _wanted(file: Path, folder: Path, pattern: str | None) -> bool:
    if any(part.startswith((".", "~$")) or part == "__MACOSX" for part in file.relative_to(folder).parts):
        return False
    return file.is_file() and (pattern is not None or file.suffix.lower() in SUFFIXES)
