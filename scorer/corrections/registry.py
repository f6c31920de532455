"""The one registry of checks: a code, and a function that finds the places.

    @check("uncited_claim")
    def uncited_claims(doc: Doc) -> Iterator[Mark]: ...

A check sees the annotated document and nothing else; the code of its marks is the code it registers under.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from spacy.tokens import Doc

from scorer.assessment import Correction
from scorer.pipeline.annotations import text_of


@dataclass(frozen=True)
class Mark:
    """One place to mend: code points into the text, one sentence for the student, the safe suggestions."""

    start: int
    end: int
    message: str
    suggestions: tuple[str, ...] = ()
    confidence: float = 1.0


Check = Callable[[Doc], Iterable[Mark]]
_CHECKS: dict[str, Check] = {}


def check(code: str) -> Callable[[Check], Check]:
    """Register a function under the code of its marks. A code can be taken once."""

    def register(found: Check) -> Check:
        if code in _CHECKS:
            raise ValueError(f"the code {code!r} is registered twice")
        _CHECKS[code] = found
        return found

    return register


def corrections(doc: Doc) -> tuple[Correction, ...]:
    """The marks of every check, in text order."""
    text = text_of(doc)
    found = [
        Correction(
            start=mark.start, end=mark.end, text=text[mark.start : mark.end], confidence=mark.confidence, code=code,
            message=mark.message, suggestions=mark.suggestions,
        )
        for code, find in _CHECKS.items()
        for mark in find(doc)
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda made: (made.start, made.end)))
