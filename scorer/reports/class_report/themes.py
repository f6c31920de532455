"""What sentences of feedback on different essays have in common: the message that they were written from."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

from scorer.assessment import Feedback
from scorer.feedback.catalogue import messages

_PLACEHOLDER = re.compile(r"\{\w+\}")
_QUOTED = re.compile(r"“[^”]*”")
_NUMBER = re.compile(r"\d+")


def theme_of(feedback: Feedback) -> str:
    """The code of the message that a sentence was written from; of a sentence that is from none, itself without what
    it quotes."""
    for code, pieces in _templates().get(feedback.kind, ()):
        if _fits(feedback.message, pieces):
            return code
    return _NUMBER.sub("…", _QUOTED.sub("“…”", feedback.message))


def headline(theme: str) -> str:
    """A theme in a few words."""
    if theme in _headlines():
        return _headlines()[theme]
    told = messages().get(theme)
    return _PLACEHOLDER.sub("“…”", told.texts[0]) if told else theme


@cache
def _headlines() -> dict[str, str]:
    content = (files("scorer.reports.class_report") / "themes.toml").read_text(encoding="utf-8")
    return {code: str(words) for code, words in tomllib.loads(content).items()}


@cache
def _templates() -> dict[str, tuple[tuple[str, tuple[str, ...]], ...]]:
    """By kind: codes with the pieces of their texts that stand between the placeholders, longest texts first."""
    made: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for code, message in messages().items():
        for text in message.texts:
            made.setdefault(message.kind, []).append((code, tuple(_PLACEHOLDER.split(text))))
    return {kind: tuple(sorted(found, key=lambda pair: -sum(map(len, pair[1])))) for kind, found in made.items()}


def _fits(sentence: str, pieces: tuple[str, ...]) -> bool:
    """Whether a sentence has the pieces in their order, the first at its beginning and the last at its end."""
    first, last = pieces[0], pieces[-1]
    # what is filled in at the beginning of a sentence gets a capital letter
    if first and sentence[:1].casefold() + sentence[1 : len(first)] != first[:1].casefold() + first[1:]:
        return False
    if len(pieces) == 1:
        return len(sentence) == len(first)
    if len(sentence) < len(first) + len(last) or not sentence.endswith(last):
        return False
    place, end = len(first), len(sentence) - len(last)
    for piece in pieces[1:-1]:
        found = sentence.find(piece, place, end)
        if found < 0:
            return False
        place = found + len(piece)
    return True
