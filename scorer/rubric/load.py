"""Rubrics from built-in names and TOML files."""

from __future__ import annotations

import hashlib
import tomllib
from importlib.resources import files
from pathlib import Path

from pydantic import ValidationError

from scorer.errors import RubricError
from scorer.rubric.model import Rubric

DEFAULT = "argument-with-sources"
_BUILTIN = files("scorer.rubric") / "builtin"


def builtin_names() -> list[str]:
    """Names of the rubrics that come with the package."""
    return sorted(entry.name.removesuffix(".toml") for entry in _BUILTIN.iterdir() if entry.name.endswith(".toml"))


def load_rubric(name: str | Path = DEFAULT) -> Rubric:
    """A rubric by built-in name or path of a ``.toml`` file.

    Raises ``RubricError``: ``rubric_not_found`` or ``rubric_invalid`` (the sentence names the place).
    """
    if str(name) in builtin_names():
        content = (_BUILTIN / f"{name}.toml").read_bytes()
    else:
        try:
            content = Path(name).read_bytes()
        except OSError as error:
            raise RubricError(
                "rubric_not_found",
                f"There is no rubric {str(name)!r}: give a .toml file, or one of {', '.join(builtin_names())}.",
            ) from error
    return parse_rubric(content, str(name))


def parse_rubric(content: bytes, name: str) -> Rubric:
    """A rubric from the bytes of a TOML file; ``name`` is for the error's sentence."""
    try:
        data = tomllib.loads(content.decode("utf-8-sig"))
        return Rubric.model_validate({**data, "sha256": hashlib.sha256(content).hexdigest()})
    except UnicodeDecodeError as error:
        raise RubricError("rubric_invalid", f"The rubric {name} is not UTF-8 text: save it as UTF-8.") from error
    except tomllib.TOMLDecodeError as error:
        raise RubricError("rubric_invalid", f"The rubric {name} is not valid TOML: {error}.") from error
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"]) or "the rubric"
        what = first["msg"].removeprefix("Value error, ")
        raise RubricError("rubric_invalid", f"The rubric {name} cannot be used: {place}: {what}.") from error
