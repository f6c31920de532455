"""The words of ``cues.toml``, and how words are compared with them."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import chain
from typing import Literal

_WORD = re.compile(r"[^\W\d_]+")
_CODE = re.compile(r"\b[A-Z]{1,5}[-.]?(?:[A-Z]{1,3}\.)*\d[\w.\-]*")
_SINGULAR_S = ("ss", "us", "is", "ics")
LONGEST = 5
"""Words of the longest phrase that is looked for."""

Words = tuple[str, ...]


@dataclass(frozen=True)
class Measure:
    """Something that we measure: ``origins`` are criteria of argument-with-sources, ``traits`` trained traits."""

    id: str
    title: str
    origins: tuple[str, ...]
    traits: dict[str, float]


@dataclass(frozen=True)
class Unmeasured:
    """Something that we do not measure, what to tell a teacher who asks for it, and where else its words count."""

    why: str
    where: Literal["title", "rubric", "anywhere"]


@dataclass(frozen=True)
class Cues:
    """Phrases, each as its words in the singular. ``named``: phrase -> (measure, how plainly it names it)."""

    named: dict[Words, tuple[Measure, float]]
    unmeasured: dict[Words, Unmeasured]
    vague: frozenset[Words]
    empty: frozenset[Words]


@dataclass(frozen=True)
class Found:
    """A phrase of a text: as written, and as the cues have it."""

    written: str
    words: Words


@cache
def cues() -> Cues:
    """The data file, read once."""
    data = tomllib.loads((files("scorer.rubric.matching") / "cues.toml").read_text(encoding="utf-8"))
    named: dict[Words, tuple[Measure, float]] = {}
    for entry in data["measures"]:
        origin = entry.get("from", ())
        origins = (origin,) if isinstance(origin, str) else tuple(origin)
        measure = Measure(entry["id"], entry["title"], origins, entry.get("traits", {}))
        named |= {phrase(cue): (measure, float(weight)) for cue, weight in entry["cues"].items()}
    unmeasured = {
        phrase(word): Unmeasured(entry["why"], entry.get("where", "title"))
        for entry in data["unmeasured"]
        for word in entry["words"]
    }
    words = data["words"]
    return Cues(named, unmeasured, frozenset(map(phrase, words["vague"])), frozenset(map(phrase, words["empty"])))


def phrase(text: str) -> Words:
    """The words of a text in the singular and in lower case."""
    return tuple(_singular(word.lower()) for word in words_in(text))


def words_in(text: str) -> list[str]:
    """The words of a text as written. Codes of standards ("W.9-10.1a") and numbers are none."""
    return _WORD.findall(_CODE.sub(" ", unicodedata.normalize("NFKC", text)))


def phrases_in(text: str) -> Iterator[Found]:
    """The text cut into known phrases, longest first, and single words that are unknown."""
    known = cues()
    written = words_in(text)
    singular = [_singular(word.lower()) for word in written]
    at = 0
    while at < len(written):
        lengths: Sequence[int] = range(min(LONGEST, len(written) - at), 0, -1)
        length = next((n for n in lengths if _known(known, tuple(singular[at : at + n]))), 1)
        yield Found(" ".join(written[at : at + length]), tuple(singular[at : at + length]))
        at += length


def _known(known: Cues, words: Words) -> bool:
    return any(words in group for group in (known.named, known.unmeasured, known.vague, known.empty))


def _singular(word: str) -> str:
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith(_SINGULAR_S) else word


def all_phrases() -> Iterator[Words]:
    """Every phrase of the file."""
    known = cues()
    return chain(known.named, known.unmeasured, known.vague, known.empty)
