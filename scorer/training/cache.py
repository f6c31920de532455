"""What was computed of essays once, kept on disk under what it was computed from."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Sequence
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path

import scorer
from scorer.bundle import find_bundle, read_card

READ_BY = ("pipeline", "corrections", "features")
"""Packages whose code decides what is measured."""
BUNDLES = ("en_essay", "argument", "references", "corrections")


def cached(folder: Path | None, kind: str, parts: Sequence[str], make: Callable[[], bytes]) -> bytes:
    """The bytes that ``make`` gave before for the same ``parts``, or gives now. Without a folder nothing is kept."""
    if folder is None:
        return make()
    digest = hashlib.sha256("\0".join((kind, *parts)).encode("utf-8", "surrogatepass")).hexdigest()
    place = folder / kind / digest[:2] / digest
    if place.is_file():
        return place.read_bytes()
    made = make()
    place.parent.mkdir(parents=True, exist_ok=True)
    partial = place.with_suffix(f".{os.getpid()}")
    partial.write_bytes(made)
    partial.replace(place)  # another process never sees half a file
    return made


@lru_cache(maxsize=1)
def syntax_digest() -> str:
    """Changes with the syntax pipeline and with spaCy."""
    return f"{read_card(find_bundle('en_essay')).sha256} {version('spacy')}"


@lru_cache(maxsize=1)
def measures_digest() -> str:
    """Changes with the code and the models of everything that is measured."""
    root = Path(scorer.__file__).parent
    sources = sorted(path for part in READ_BY for path in (root / part).rglob("*") if path.suffix in {".py", ".toml"})
    code = hashlib.sha256(b"\0".join(path.read_bytes() for path in sources)).hexdigest()
    return " ".join([code, syntax_digest(), *(read_card(find_bundle(name)).sha256 for name in BUNDLES)])
