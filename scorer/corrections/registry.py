"""The one registry of checks: a code, and a function that finds the places.

    @check("uncited_claim")
    def uncited_claims(doc: Doc) -> Iterator[Mark]: ...

A check sees the annotated document and nothing else; the code of its marks is the code it registers under. Checks run
once per document: what they find is kept on it, for the report and for the features that count it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from spacy.tokens import Doc

from scorer.assessment import Correction
from scorer.pipeline.annotations import text_of

_KEY = "scorer.corrections"
WORD_MARK = 40
"""Longest span, in characters, of a mark on words; longer ones speak of a sentence and may hold other marks."""


@dataclass(frozen=True)
class Mark:
    """One place to mend: code points into the text, one sentence for the student, the safe suggestions.

    ``times``: how many places of the text a mark stands for that is said once ("a space before 16 full stops").
    """

    start: int
    end: int
    message: str
    suggestions: tuple[str, ...] = ()
    confidence: float = 1.0
    times: int = 1


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


def codes() -> tuple[str, ...]:
    """Every registered code."""
    return tuple(_CHECKS)


def checks() -> dict[str, Check]:
    """Every check by its code, in the order of registration; the docstring says what it marks."""
    return dict(_CHECKS)


def marks(doc: Doc) -> dict[str, tuple[Mark, ...]]:
    """The marks of every check by code; made at the first call and kept on the document.

    A word is marked once: of marks on words that overlap, the surer one stays, and of equally sure ones the one whose
    check was registered first.
    """
    kept: dict[str, tuple[Mark, ...]] | None = doc.user_data.get(_KEY)
    if kept is None:
        kept = doc.user_data[_KEY] = _without_overlap({code: list(find(doc)) for code, find in _CHECKS.items()})
    return kept


def _without_overlap(found: dict[str, list[Mark]]) -> dict[str, tuple[Mark, ...]]:
    by_confidence = sorted(
        ((-mark.confidence, order, mark.start, code, mark) for order, code in enumerate(found) for mark in found[code]),
        key=lambda entry: entry[:3],
    )
    taken: set[int] = set()
    kept: dict[str, list[Mark]] = {code: [] for code in found}
    for *_, code, mark in by_confidence:
        if mark.end - mark.start <= WORD_MARK:
            places = range(mark.start, max(mark.end, mark.start + 1))
            if not taken.isdisjoint(places):
                continue
            taken.update(places)
        kept[code].append(mark)
    return {code: tuple(sorted(made, key=lambda mark: mark.start)) for code, made in kept.items()}


def corrections(doc: Doc) -> tuple[Correction, ...]:
    """The marks of every check, in text order."""
    text = text_of(doc)
    found = [
        Correction(
            start=mark.start, end=mark.end, text=text[mark.start : mark.end], confidence=mark.confidence, code=code,
            message=mark.message, suggestions=mark.suggestions,
        )
        for code, made in marks(doc).items()
        for mark in made
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda made: (made.start, made.end)))
