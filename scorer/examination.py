"""From a text to the essay that is scored: disguises undone, what should not count set aside, flags raised.

An essay without disguise, without anything to set aside and without doubt is scored exactly as it was written. Else it
is read again without that, and everything found in that reading is led back to the text as read.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from operator import is_
from typing import TypeVar

from pydantic import BaseModel
from spacy.language import Language
from spacy.tokens import Doc

from scorer.assessment import Flag, Place, Span
from scorer.flags import COUNTED, LEFT, WHOLE, findings
from scorer.flags.characters import all_capitals, odd_characters
from scorer.flags.finding import EVEN, Finding
from scorer.flags.foreign import weighed
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
    was changed). ``words`` are the essay's words, what was set aside included; ``deductions`` is what that costs.
    ``undoubted``: the same without what is doubted most, where that is enough to be scored; ``doubt``, 0 to 1: how
    much. ``unhelpful``: those of the flags that are about text which rather did not help."""

    text: str
    doc: Doc
    flags: tuple[Flag, ...]
    origin: Origin | None
    words: int
    deductions: Deductions
    unhelpful: tuple[Flag, ...] = ()
    undoubted: Examined | None = None
    doubt: float = 0.0

    @property
    def shown(self) -> Examined:
        """The likelier reading: without what is doubted, where that is doubted more than not."""
        return self.undoubted if self.undoubted and self.doubt >= EVEN else self

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
    reader = _Reader(nlp, prompt, sources)
    read = reader.read(plain.text, plain.origin, (*odd_characters(text, plain), *all_capitals(text, plain)))
    words = len(view(read.doc).spelled)
    undoubted: _Read | None = None
    doubtful: list[Finding] = []
    for round_ in (WHOLE, COUNTED):
        found = findings(read.doc, [d for d in round_ if d is not unrelated_text or not read.free_in_subject])
        read = read.telling(found, text)
        changes = [change for finding in found for change in finding.set_aside]
        doubt = max((finding.doubt for finding in found if finding.doubted), default=0.0)
        doubtful = [finding for finding in found if finding.doubted and finding.doubt == doubt > 0]
        doubted = [change for finding in doubtful for change in finding.doubted]
        if read.blocked:
            return read.examined(text, words, 0.0)
        undoubted = reader.without(read, changes + doubted) if doubted else None
        read = reader.without(read, changes) if changes else read
    gone = max(0.0, 1 - len(view(read.doc).spelled) / words) if words else 0.0
    for one in (read, undoubted):
        if one and not read.free_in_subject:
            one.doc._.roles = weighed(one.doc)  # before anything is measured by them
    left, *spared = (
        one.telling(findings(one.doc, LEFT), text).examined(text, words, gone) for one in (read, undoubted) if one
    )
    if not spared or left.blocked or spared[0].blocked:
        return left
    held = [flag for finding, flag in zip(read.found, read.told, strict=True) if finding in doubtful]
    unhelpful = dict.fromkeys((*left.unhelpful, *(held if doubt >= EVEN else ())))
    return replace(left, undoubted=spared[0], doubt=doubt, unhelpful=tuple(unhelpful))


@dataclass(frozen=True)
class _Read:
    """What is left of a text, the way back to the text as read, its document, and what was found in it so far."""

    text: str
    origin: Origin | None
    doc: Doc
    flags: tuple[Flag, ...]
    found: tuple[Finding, ...]
    told: tuple[Flag, ...] = ()

    @property
    def free_in_subject(self) -> bool:
        """Whether no second subject is looked for."""
        return any(finding.flag.code in FREE_IN_SUBJECT for finding in self.found)

    @property
    def blocked(self) -> bool:
        """Whether nothing more is asked."""
        return any(finding.flag.severity == "block" for finding in self.found)

    def telling(self, found: Sequence[Finding], text: str) -> _Read:
        """The same with more found; flags get the places of ``text``, which is the text as read."""

        def placed(flag: Flag) -> Flag:
            return flag if self.origin is None else located(flag, self.origin, text)

        flags = [placed(f.flag) for f in found]
        told = [
            placed(f.flag.model_copy(update={"spans": f.told})) if f.told else flag
            for f, flag in zip(found, flags, strict=True)
        ]
        return replace(self, flags=(*self.flags, *flags), found=(*self.found, *found), told=(*self.told, *told))

    def examined(self, text: str, words: int, gone: float) -> Examined:
        """What is scored. ``words``: those of the whole text; ``gone``: the share of them that was surely set aside."""
        stuffed = any(finding.flag.code in STUFFED and finding.set_aside for finding in self.found)
        deductions = Deductions(
            set_aside=max(gone, FULL) if stuffed else gone,
            unclear=max((finding.unclear for finding in self.found), default=0.0),
            off_topic=max((finding.elsewhere for finding in self.found), default=0.0),
        )
        unhelpful = tuple(flag for finding, flag in zip(self.found, self.told, strict=True) if finding.costs)
        return Examined(text, self.doc, self.flags, self.origin, words, deductions, unhelpful)


@dataclass(frozen=True)
class _Reader:
    """Reads what is left of a text, with the assignment and the sources that go with it."""

    nlp: Language
    prompt: str | None
    sources: Sequence[str]

    def read(self, text: str, origin: Origin | None, flags: tuple[Flag, ...]) -> _Read:
        """The text with its document."""
        return _Read(text, origin, annotate(self.nlp, text, self.prompt, self.sources), flags, ())

    def without(self, read: _Read, changes: Sequence[Replacement]) -> _Read:
        """The text read once more with changes made."""
        text, origin = _cut(read.text, read.origin, changes)
        doc = annotate(self.nlp, text, self.prompt, self.sources)
        return replace(read, text=text, origin=origin, doc=doc)


def _cut(text: str, origin: Origin | None, changes: Sequence[Replacement]) -> tuple[str, Origin]:
    """The text with changes made and the gaps closed that they leave, and the way back to the text as read."""
    left, inner = replaced(text, _joined(changes))
    left, closed = replaced(
        left, [Replacement(*gap.span(), GAP if "\n" in gap[0] else "") for gap in EMPTIED.finditer(left)]
    )
    return left, closed.through(inner).through(origin)


def _joined(changes: Sequence[Replacement]) -> list[Replacement]:
    """Changes that overlap as one: the words of the longer one go, and with them what was to be put there."""
    joined: list[Replacement] = []
    for change in sorted(changes, key=lambda change: (change.start, -change.end)):
        if joined and change.start < joined[-1].end:
            if change.end > joined[-1].end:
                joined[-1] = Replacement(joined[-1].start, change.end)
        else:
            joined.append(change)
    return joined


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
