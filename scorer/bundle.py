"""Model bundles: a folder of fitted parts with a card, checked before anything in it is used.

``model.json`` is the card: what the model is, what it was trained on, under which terms, with which
library versions, the SHA-256 of every file, and its metrics with the commands that made them.
"""

from __future__ import annotations

import hashlib
import json
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from scorer.errors import ModelError

CARD = "model.json"


class TrainingSource(BaseModel):
    """One corpus that a bundle was trained on."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    licence: str
    rows: int | None = None


class Card(BaseModel):
    """The model card, as in ``model.json``.

    ``libraries`` are the versions it was made with; ``compatible`` gives the versions that may load it,
    as ``[lowest, below]`` per library. ``sha256`` is over the files' own digests.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    version: str
    kind: Literal["syntax", "argument", "references", "traits", "corrections", "embeddings"]
    description: str
    licence: str
    trained_on: list[TrainingSource]
    command: str
    libraries: dict[str, str] = Field(default_factory=dict)
    compatible: dict[str, tuple[str, str]] = Field(default_factory=dict)
    settings: dict[str, Any] = Field(default_factory=dict)
    metrics: dict[str, Any] = Field(default_factory=dict)
    files: dict[str, str] = Field(default_factory=dict)

    @property
    def sha256(self) -> str:
        """One digest for the whole bundle, from the digests of its files."""
        listing = "".join(f"{name} {digest}\n" for name, digest in sorted(self.files.items()))
        return hashlib.sha256(listing.encode()).hexdigest()


def models_folder() -> Path:
    """Where the shipped bundles are: inside the installed package, or beside it in a checkout."""
    package = Path(__file__).parent
    inside = package / "models"
    return inside if inside.is_dir() else package.parent / "models"


def find_bundle(name: str | Path) -> Path:
    """A bundle's folder from a shipped name or a path. Raises ``ModelError`` (``model_not_found``)."""
    for folder in (Path(name), models_folder() / name):
        if _has_card(folder):
            return folder
    raise ModelError(
        "model_not_found",
        f"There is no model called {str(name)!r}: give the folder of a bundle (it holds {CARD}), "
        "or a name that `scorer model list` prints.",
    )


def _has_card(folder: Path) -> bool:
    try:
        return (folder / CARD).is_file()
    except OSError:  # a name too long for the disk, a folder that may not be entered
        return False


def read_card(folder: Path) -> Card:
    """The card alone, files unchecked. Raises ``ModelError`` (``model_damaged``)."""
    try:
        return Card.model_validate_json((folder / CARD).read_bytes())
    except (OSError, ValidationError) as error:
        raise ModelError(
            "model_damaged", f"The card of the model {folder.name!r} cannot be read: install it again."
        ) from error


def verify(folder: Path) -> Card:
    """Check every file against the card and the libraries against what it needs; the card.

    Raises ``ModelError``: ``model_damaged`` (a file is missing, changed or unlisted) or
    ``model_incompatible`` (a library's version cannot load it).
    """
    card = read_card(folder)
    found = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()} - {CARD}
    for name in sorted(found ^ card.files.keys()):
        what = "is missing from" if name in card.files else "does not belong to"
        raise ModelError("model_damaged", f"The file {name} {what} the model {card.id!r}: install the model again.")
    for name, digest in card.files.items():
        if file_digest(folder / name) != digest:
            raise ModelError(
                "model_damaged", f"The file {name} of the model {card.id!r} was changed: install it again."
            )
    for library, (lowest, below) in card.compatible.items():
        _require(card, library, lowest, below)
    return card


def write_card(folder: Path, card: Card) -> Card:
    """Write ``model.json`` with the digests of the folder's files as they are now; the finished card."""
    files = {
        path.relative_to(folder).as_posix(): file_digest(path)
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != CARD
    }
    card = card.model_copy(update={"files": files})
    text = json.dumps(card.model_dump(mode="json"), indent=1, ensure_ascii=False)
    (folder / CARD).write_text(text + "\n", encoding="utf-8", newline="\n")
    return card


def file_digest(path: Path) -> str:
    """SHA-256 of a file, in hexadecimal."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def library_versions(*names: str) -> dict[str, str]:
    """Installed versions, for a card."""
    return {name: version(name) for name in names}


def _require(card: Card, library: str, lowest: str, below: str) -> None:
    try:
        installed = version(library)
    except PackageNotFoundError:
        installed = "none"
    if installed == "none" or not _numbers(lowest) <= _numbers(installed) < _numbers(below):
        raise ModelError(
            "model_incompatible",
            f"The model {card.id!r} needs {library} {lowest} or newer, below {below}, but {installed} is installed: "
            f"install a fitting version, or make the model again with `{card.command}`.",
        )


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(int(part) for part in text.split(".")[:3] if part.isdigit())
