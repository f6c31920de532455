"""Rubrics from built-in names and TOML files."""

from __future__ import annotations

import hashlib
import tomllib
from importlib.resources import files
from pathlib import Path

from pydantic import ValidationError

from scorer.errors import RubricError
from scorer.rubric.lines import lines_of
from scorer.rubric.model import Rubric
from scorer.rubric.problems import Problem, problems

DEFAULT = "argument-with-sources"
LARGEST = 2_000_000
"""Bytes of the largest file that is read as a rubric; a rubric of 20 criteria has about 20,000."""
_BUILTIN = files("scorer.rubric") / "builtin"


def builtin_names() -> list[str]:
    """Names of the rubrics that come with the package."""
    return sorted(entry.name.removesuffix(".toml") for entry in _BUILTIN.iterdir() if entry.name.endswith(".toml"))


def load_rubric(name: str | Path = DEFAULT) -> Rubric:
    """A rubric by built-in name or path of a ``.toml`` file.

    Raises ``RubricError``: ``rubric_not_found`` or ``rubric_invalid`` (the sentence names the line and the mend).
    """
    return parse_rubric(rubric_bytes(name), str(name))


def rubric_bytes(name: str | Path) -> bytes:
    """The content of a built-in rubric or of a file. Raises ``RubricError`` as :func:`load_rubric`."""
    if str(name) in builtin_names():
        return (_BUILTIN / f"{name}.toml").read_bytes()
    return file_bytes(name, f"There is no rubric {str(name)!r}: give a file, or one of {', '.join(builtin_names())}.")


def file_bytes(name: str | Path, otherwise: str) -> bytes:
    """The content of a file that may be a rubric.

    Raises ``RubricError``: ``rubric_not_found`` with the sentence ``otherwise``, ``rubric_invalid`` if it is too large.
    """
    try:
        with Path(name).open("rb") as file:
            content = file.read(LARGEST + 1)
    except (OSError, ValueError) as error:  # ValueError: a name that no file can have
        raise RubricError("rubric_not_found", otherwise) from error
    if len(content) > LARGEST:
        raise _unusable(name, f"it is larger than {LARGEST // 1_000_000} MB: check that it is a rubric")
    return content


def parse_rubric(content: bytes, name: str) -> Rubric:
    """A rubric from the bytes of a TOML file; ``name`` is for the error's sentence, which tells the first fault."""
    rubric, faults = checked(content, name)
    if rubric is None:
        more = f" ({len(faults) - 1} more: see `scorer rubric validate`)" if len(faults) > 1 else ""
        raise _unusable(name, f"{faults[0]}{more}")
    return rubric


def checked(content: bytes, name: str) -> tuple[Rubric | None, list[Problem]]:
    """The rubric, or None and every fault of its data.

    Raises ``RubricError`` (``rubric_invalid``) for what is no TOML at all.
    """
    try:
        text = content.decode("utf-8-sig")
        data = tomllib.loads(text)
        lines = lines_of(text.replace("\r\n", "\n"))
    except UnicodeDecodeError as error:
        raise _unusable(name, "it is not UTF-8 text: save it as UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        raise _unusable(name, f"it is not valid TOML: {error}") from error
    except (RecursionError, ValueError) as error:  # tables in tables without end; numbers of thousands of digits
        raise _unusable(name, "it is nested too deeply or holds too long a number") from error
    try:
        rubric = Rubric.model_validate({**data, "sha256": hashlib.sha256(content).hexdigest()})
    except ValidationError as error:
        return None, problems(error, lines, data)
    rubric.remember(lines)
    return rubric, []


def _unusable(name: str | Path, why: str) -> RubricError:
    return RubricError("rubric_invalid", f"The rubric {name} cannot be used: {why}.")
