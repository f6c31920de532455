"""Assessments from a file of JSON lines, and files that change all at once or not at all."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from pydantic import ValidationError

from scorer.assessment import Assessment
from scorer.errors import DataError, ScorerError


def read_bytes(path: Path) -> bytes:
    """A file's bytes. Raises ``DataError`` (``data_not_found``)."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise DataError("data_not_found", f"{path} cannot be read ({error.strerror}): check the name.") from error


def read_assessments(path: Path) -> list[Assessment]:
    """Every line of a file that ``score --format jsonl`` wrote. Raises ``DataError``."""
    return [assessment_of(line, path, number) for number, line in numbered(read_bytes(path))]


def numbered(data: bytes) -> list[tuple[int, bytes]]:
    """Lines that hold anything, with their numbers from 1."""
    return [(number, line) for number, line in enumerate(data.split(b"\n"), start=1) if line.strip()]


def assessment_of(line: bytes, path: Path, number: int) -> Assessment:
    """One line as an assessment. Raises ``DataError`` (``data_invalid``)."""
    try:
        return Assessment.model_validate_json(line)
    except ValidationError as error:
        raise DataError(
            "data_invalid",
            f"Line {number} of {path} is no assessment: write the file with `score ... --format jsonl -o {path.name}`.",
        ) from error


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that whoever looks sees all of it or what was there before. Raises ``ScorerError``."""
    target = path.resolve()
    temporary = None
    try:
        mode = target.stat().st_mode & 0o777 if target.exists() else None
        descriptor, temporary = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:50]}.")
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        Path(temporary).chmod(mode if mode is not None else 0o666 & ~_umask())
        Path(temporary).replace(target)
    except OSError as error:
        if temporary:
            with suppress(OSError):
                Path(temporary).unlink()
        raise ScorerError("unwritable", f"{path} cannot be written ({error.strerror}): choose another file.") from error


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
