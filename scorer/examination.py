"""From a text to the essay that is scored: disguises undone, what should not count set aside, flags raised.

An essay without disguise and without anything to set aside is scored exactly as it was written. Else it is read twice,
and everything found in the second reading is led back to the text as read.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from pydantic import BaseModel
from spacy.language import Language
from spacy.tokens import Doc

from scorer.assessment import Flag, Place, Span
from scorer.features.view import view
from scorer.flags import essay_flags, text_findings
from scorer.flags.characters import all_capitals, odd_characters
from scorer.pipeline.load import annotate
from scorer.pipeline.normalise import Normalised, Origin, normalised, replaced

M = TypeVar("M", bound=BaseModel)


@dataclass(frozen=True)
class Examined:
    """``doc`` is what is scored, ``flags`` have offsets of the text as read, ``origin`` leads back to it (None: nothing
    was changed). ``words`` are the essay's words, what was set aside included."""

    text: str
    doc: Doc
    flags: tuple[Flag, ...]
    origin: Origin | None
    words: int

    def located(self, part: M) -> M:
        """Any part of an assessment with its offsets, and the words at them, those of the text as read."""
        return part if self.origin is None else located(part, self.origin, self.text)


def read(nlp: Language, text: str, prompt: str | None, sources: Sequence[str]) -> tuple[Doc, Normalised]:
    """The annotated document of the text without disguises."""
    plain = normalised(text)
    return annotate(nlp, plain.text, prompt, sources), plain


def examine(nlp: Language, text: str, prompt: str | None = None, sources: Sequence[str] = ()) -> Examined:
    """Read a text, once or twice, and say what is to be said of it."""
    doc, plain = read(nlp, text, prompt, sources)
    origin = plain.origin
    words = len(view(doc).spelled)
    findings = text_findings(doc)
    flags = [*odd_characters(text, plain), *all_capitals(text, plain)]
    flags += [_located_flag(finding.flag, origin, text) for finding in findings]
    blocked = any(flag.severity == "block" for flag in flags)
    changes = [change for finding in findings for change in finding.set_aside]
    if changes and not blocked:
        left, inner = replaced(plain.text, changes)
        doc, origin = annotate(nlp, left, prompt, sources), inner.through(origin)
    if not blocked:
        flags += [_located_flag(flag, origin, text) for flag in essay_flags(doc)]
    return Examined(text, doc, tuple(flags), origin, words)


def _located_flag(flag: Flag, origin: Origin | None, text: str) -> Flag:
    return flag if origin is None else located(flag, origin, text)


def located(part: M, origin: Origin, text: str) -> M:
    """A model with every ``Place`` in it led back; a ``Span`` gets the words that stand there."""
    changed = {name: _back(value, origin, text) for name, value in part if isinstance(value, BaseModel | tuple | dict)}
    if isinstance(part, Place):
        changed["start"], changed["end"] = origin.back(part.start, part.end)
        if isinstance(part, Span):
            changed["text"] = text[changed["start"] : changed["end"]]
    return part.model_copy(update=changed)


def _back(value: object, origin: Origin, text: str) -> object:
    if isinstance(value, BaseModel):
        return located(value, origin, text)
    if isinstance(value, tuple):
        return tuple(_back(item, origin, text) for item in value)
    if isinstance(value, dict):
        return {key: _back(item, origin, text) for key, item in value.items()}
    return value
