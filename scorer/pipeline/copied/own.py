"""What of the argument is the student's own."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Protocol, TypeVar

from spacy.tokens import Doc

from scorer.pipeline.copied.component import essay_words, sentences_in
from scorer.pipeline.copied.patterns import MOSTLY


class Stretch(Protocol):
    """Anything with offsets into the text."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


S = TypeVar("S", bound=Stretch)


def own_components(components: Sequence[S], doc: Doc) -> list[S]:
    """The components without those that are mostly copied, or that share copied words of a mostly copied sentence."""
    if not doc._.copied:
        return list(components)
    words = essay_words(doc)
    copied = [False] * len(words.start)
    for found in doc._.copied:
        first, last = bisect_left(words.start, found.start), bisect_left(words.start, found.end)
        copied[first:last] = [True] * (last - first)
    given_away = [False] * len(copied)
    for first, last, _ in sentences_in(doc, words):
        mostly = sum(copied[first:last]) > MOSTLY * (last - first)
        given_away[first:last] = [mostly] * (last - first)

    def is_own(component: S) -> bool:
        inside = range(bisect_left(words.start, component.start), bisect_left(words.start, component.end))
        shared = [k for k in inside if copied[k]]
        return len(shared) <= MOSTLY * len(inside) and not any(given_away[k] for k in shared)

    return [component for component in components if is_own(component)]
