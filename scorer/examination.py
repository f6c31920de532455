"""From a text to the essay that is scored: disguises undone, what should not count set aside, flags raised.

An essay without disguise and without anything to set aside is scored exactly as it was written. Else it is read twice,
and everything found in the second reading is led back to the text as read.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from operator import is_
from typing import TypeVar

from pydantic import BaseModel
from spacy.language import Language
from spacy.tokens import Doc

from scorer.assessment import Flag, Place, Span
from scorer.flags import COUNTED, LEFT, WHOLE, findings
from scorer.flags.characters import all_capitals, odd_characters
from scorer.flags.finding import Finding
from scorer.flags.unrelated import unrelated_text
from scorer.pipeline.load import annotate
from scorer.pipeline.normalise import Origin, Replacement, normalised, replaced
from scorer.pipeline.view import view
from scorer.scoring.deductions import FULL, Deductions

M = TypeVar("M", bound=BaseModel)
EMPTIED = re.compile(r"[ \t]*\n[ \t]*\n\s*\n(?=[ \t]*\S)|[ \t]+(?=\n)")
"""What is left of a paragraph or of a line's end that was cut out."""
GAP = "\n\n"
FREE_IN_SUBJECT = frozenset({"not_prose"})
"""Verse and lists change their subject at will: no second subject is looked for in them."""
STUFFED = frozenset({"stuffing", "bare_citations"})
"""Few words are set aside for these, and the whole deduction is due."""


@dataclass(frozen=True)
class Examined:
    """``doc`` is what is scored, ``flags`` have offsets of the text as read, ``origin`` leads back to it (None: nothing
    was changed). ``words`` are the essay's words, what was set aside included; ``deductions`` is what that costs."""

    text: str
    doc: Doc
    flags: tuple[Flag, ...]
    origin: Origin | None
    words: int
    deductions: Deductions

    @property
    def blocked(self) -> bool:
        """Whether a score would be meaningless."""
        return any(flag.severity == "block" for flag in self.flags)

    def located(self, part: M) -> M:
        """Any part of an assessment with its offsets, and the words at them, those of the text as read."""
        return part if self.origin is None else located(part, self.origin, self.text)


def examine(nlp: Language, text: str, prompt: str | None = None, sources: Sequence[str] = ()) -> Examined:
    """Read a text, as often as something in it is set aside, and say what is to be said of it."""
    plain = normalised(text)
    doc = annotate(nlp, plain.text, prompt, sources)
    left, origin, words = plain.text, plain.origin, len(view(doc).spelled)
    flags = [*odd_characters(text, plain), *all_capitals(text, plain)]
    every: list[Finding] = []
    free_in_subject = False
    for round_ in (WHOLE, COUNTED, LEFT):
        found = findings(doc, [d for d in round_ if d is not unrelated_text or not free_in_subject])
        every += found
        free_in_subject = any(finding.flag.code in FREE_IN_SUBJECT for finding in every)
        flags += [_located_flag(finding.flag, origin, text) for finding in found]
        if any(finding.flag.severity == "block" for finding in found):
            break
        changes = [change for finding in found for change in finding.set_aside]
        if changes:
            left, inner = replaced(left, changes)
            left, closed = replaced(
                left, [Replacement(*gap.span(), GAP if "\n" in gap[0] else "") for gap in EMPTIED.finditer(left)]
            )
            origin = closed.through(inner).through(origin)
            doc = annotate(nlp, left, prompt, sources)
    gone = max(0.0, 1 - len(view(doc).spelled) / words) if words else 0.0
    stuffed = any(finding.flag.code in STUFFED for finding in every)
    deductions = Deductions(
        set_aside=max(gone, FULL) if stuffed else gone,
        unclear=max((finding.unclear for finding in every), default=0.0),
        off_topic=any(finding.elsewhere for finding in every),
    )
    return Examined(text, doc, tuple(flags), origin, words, deductions)


def _located_flag(flag: Flag, origin: Origin | None, text: str) -> Flag:
    return flag if origin is None else located(flag, origin, text)


def located(part: M, origin: Origin, text: str) -> M:
    """A model with every ``Place`` in it led back; a ``Span`` gets the words that stand there.

    What holds no place is not copied.
    """
    changed: dict[str, object] = {
        name: back for name, value in part if (back := _back(value, origin, text)) is not value
    }
    if isinstance(part, Place):
        changed["start"], changed["end"] = origin.back(part.start, part.end)
        if isinstance(part, Span):
            changed["text"] = text[slice(*origin.back(part.start, part.end))]
    return part.model_copy(update=changed) if changed else part


def _back(value: object, origin: Origin, text: str) -> object:
    if isinstance(value, BaseModel):
        return located(value, origin, text)
    if isinstance(value, tuple):
        items = tuple([_back(item, origin, text) for item in value])
        return value if all(map(is_, items, value)) else items
    if isinstance(value, dict):
        return {key: _back(item, origin, text) for key, item in value.items()}
    return value
