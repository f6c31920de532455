"""The public names, with their signatures and fields, are those of ``public_api.txt``.

A difference is a change that the version number has to tell (see ``docs/library.md``). Write the file again with
``python tests/test_public_api.py``.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

from pydantic import BaseModel

import scorer
import scorer.lms

SNAPSHOT = Path(__file__).parent / "public_api.txt"
MODULES = (scorer, scorer.lms)
DESIGNED = {"Assessment", "Engine", "Structure", "load", "__version__"}


def described(module: ModuleType) -> Iterator[str]:
    """One line per public name, and one per method and field of a class."""
    for name in sorted(module.__all__):
        value = getattr(module, name)
        whole = f"{module.__name__}.{name}"
        if inspect.isclass(value):
            yield f"{whole}({', '.join(base.__name__ for base in value.__bases__)})"
            yield from (f"{whole}.{line}" for line in members(value))
        elif callable(value):
            yield f"{whole}{inspect.signature(value)}"
        else:
            yield f"{whole}: {type(value).__name__}"


def members(owner: type) -> Iterator[str]:
    """Fields and public methods that the class itself has."""
    if issubclass(owner, BaseModel):
        for name, field in owner.model_fields.items():
            yield f"{name}: {inspect.formatannotation(field.annotation)}{'' if field.is_required() else ' = ...'}"
    for name, value in sorted(vars(owner).items()):
        of_pydantic = issubclass(owner, BaseModel) and hasattr(BaseModel, name)
        if of_pydantic or (name.startswith("_") and name != "__init__"):
            continue
        if isinstance(value, property):
            yield f"{name}: {returned(value.fget)}"
        elif inspect.isfunction(value) and (name != "__init__" or issubclass(owner, Exception)):
            yield f"{name}{inspect.signature(value)}"


def returned(function: Any) -> str:
    """What a property is declared to return."""
    return str(inspect.signature(function).return_annotation)


def snapshot() -> str:
    """The whole file."""
    return "".join(f"{line}\n" for module in MODULES for line in described(module))


def test_the_public_api_is_the_one_that_was_agreed() -> None:
    assert snapshot().splitlines() == SNAPSHOT.read_text(encoding="utf-8").splitlines()


def test_nothing_but_the_design_and_the_errors_is_public() -> None:
    errors = {name for name in scorer.__all__ if name.endswith("Error")}
    assert set(scorer.__all__) == DESIGNED | errors
    assert all(issubclass(getattr(scorer, name), scorer.ScorerError) for name in errors)


def test_everything_public_is_explained() -> None:
    for module in MODULES:
        for name in set(module.__all__) - {"__version__"}:
            value = getattr(module, name)
            assert inspect.getdoc(value), name
            for method, function in vars(value).items() if inspect.isclass(value) else ():
                if inspect.isfunction(function) and not method.startswith("_"):
                    assert inspect.getdoc(function), f"{name}.{method}"


if __name__ == "__main__":
    SNAPSHOT.write_text(snapshot(), encoding="utf-8")
