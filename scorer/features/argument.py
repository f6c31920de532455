"""The argument's parts as stretches of the view, made once per document.

Bracketed citations inside a part count neither as words nor as content, so that stripping or adding citations
moves the features of sources and no others.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from scorer.features.content import families
from scorer.features.lexicons.support import NUMBER_WORDS
from scorer.features.running_text import apparatus, positions_of, running
from scorer.pipeline.annotations import Found
from scorer.pipeline.view import EssayView, shared

LEAD_TOKENS = 8  # "First of all, I would say that" before a reason


@dataclass(frozen=True)
class Stretch:
    """A finding in the view.

    ``positions`` are its tokens; ``sentences`` those of every sentence that it touches; ``lead`` where its
    introduction begins (the words of its sentence before it, eight at most, that belong to no other part);
    ``words`` the number of its words; ``content`` its word families.
    """

    positions: range
    sentences: range
    lead: int
    words: int
    content: frozenset[str]

    @property
    def introduced(self) -> range:
        """The stretch with its introduction."""
        return range(self.lead, self.positions.stop)


NOWHERE = Stretch(range(0), range(0), 0, 0, frozenset())


@dataclass(frozen=True)
class Argument:
    """Every part of the argument; a missing thesis or conclusion is ``NOWHERE``.

    ``support[i]`` are the indices of the evidence of ``reasons[i]``.
    """

    thesis: Stretch
    restatements: list[Stretch]
    reasons: list[Stretch]
    counterarguments: list[Stretch]
    evidence: list[Stretch]
    conclusion: Stretch
    support: list[list[int]]


@shared
def argument(view: EssayView) -> Argument:
    """The argument of the essay in the view."""
    found = view.doc._
    parts = [*found.restatements, *found.reasons, *found.counterarguments, *found.evidence]
    if found.thesis:
        parts.append(found.thesis)
    taken = [False] * len(view)
    for part in parts:
        places = positions_of(view, part)
        taken[places.start : places.stop] = [True] * len(places)

    def stretches(items: Iterable[Found]) -> list[Stretch]:
        return [stretch(view, item, taken) for item in items]

    support: list[list[int]] = [[] for _ in found.reasons]
    for number, item in enumerate(found.evidence):
        if item.supports and item.supports[0] == "reasons":
            support[item.supports[1]].append(number)
    return Argument(
        thesis=stretch(view, found.thesis, taken) if found.thesis else NOWHERE,
        restatements=stretches(found.restatements),
        reasons=stretches(found.reasons),
        counterarguments=stretches(found.counterarguments),
        evidence=stretches(found.evidence),
        conclusion=stretch(view, found.conclusion, taken) if found.conclusion else NOWHERE,
        support=support,
    )


def stretch(view: EssayView, found: Found, taken: list[bool]) -> Stretch:
    """The finding in the view; ``taken`` marks the positions of all parts of the argument."""
    positions = positions_of(view, found)
    if not positions:
        return NOWHERE
    first = view.sentences[view.sentence[positions.start]].start
    last = view.sentences[view.sentence[positions.stop - 1]].stop
    lead = positions.start
    while lead > max(first, positions.start - LEAD_TOKENS) and not taken[lead - 1]:
        lead -= 1
    counted, names = running(view.doc), families(view.doc)
    held = slice(positions.start, positions.stop)
    content = frozenset(names[held]) - {""}
    return Stretch(positions, range(first, last), lead, sum(counted[held]), content)


def specifics(view: EssayView, positions: range) -> int:
    """Number of names, numbers and dates among the positions.

    A run of capitalised proper nouns counts once, and not at all where it is only the capital of a sentence.
    """
    aside = apparatus(view.doc)
    name = [view.pos[k] == "PROPN" and view.text[k][0].isupper() and not aside[k] for k in positions]
    total = 0
    for n, k in enumerate(positions):
        ends_name = name[n] and not (n + 1 < len(name) and name[n + 1])
        alone = n == 0 or not name[n - 1]
        total += ends_name and not (alone and k in _sentence_starts(view.doc))
        number = view.text[k][0].isdigit() or view.lower[k] in NUMBER_WORDS
        total += number and not aside[k]
    return total


@shared
def _sentence_starts(view: EssayView) -> frozenset[int]:
    return frozenset(sentence.start for sentence in view.sentences)
