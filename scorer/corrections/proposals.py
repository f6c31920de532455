"""Changes that a family of checks would weigh, the evidence for each, and those that are marked.

A family proposes freely, by tags and forms; what is marked depends on the evidence, chiefly on how much likelier the
sentence gets by both models of the statistics (``judge``). All proposals of a document are weighed in one go.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from scorer.corrections.ground import own_words, place
from scorer.corrections.judge import LEAST_GAIN, judge
from scorer.corrections.registry import Mark
from scorer.corrections.statistics import Change, statistics
from scorer.pipeline.frequency import zipf
from scorer.pipeline.view import EssayView, shared, view


class Proposal(NamedTuple):
    """One change, its kind ("group:detail"), and what the student reads.

    ``first`` to ``last``: the tokens to mark. ``suggestion`` stands for them. ``hint`` is what the family itself can
    tell: the parse's word on agreement, how countable a noun is; 0 for nothing.
    """

    kind: str
    change: Change
    first: int
    last: int
    suggestion: str
    message: str
    hint: float = 0.0


Propose = Callable[[EssayView], Iterable[Proposal]]
_FAMILIES: list[Propose] = []
NEAR = 3
"""Tokens on either side in which words that the statistics lack weaken the evidence."""
NEVER_STRANGE = frozenset({"NNP", "NNPS", "CD"})
"""Tags of names and numbers, which need not be known."""


def proposes(family: Propose) -> Propose:
    """Register a family of proposals."""
    _FAMILIES.append(family)
    return family


@shared
def proposals(made: EssayView) -> list[Proposal]:
    """Every proposal on the student's own words, in the order of the families."""
    own = own_words(made.doc)
    return [
        proposal for propose in _FAMILIES for proposal in propose(made) if own[proposal.first] and own[proposal.last]
    ]


@shared
def evidence(made: EssayView) -> NDArray[np.float64]:
    """A row per proposal: ``judge.EVIDENCE``; where the gain is too small to weigh the last columns are 0."""
    found = proposals(made.doc)
    company = statistics().evidence(made, [proposal.change for proposal in found])
    own = np.zeros((len(found), 4))
    for n in np.flatnonzero(company[:, 0] + company[:, 3] > LEAST_GAIN).tolist():
        own[n] = _own_evidence(made, found[n])
    return np.concatenate([company, own], axis=1)


def _own_evidence(made: EssayView, proposal: Proposal) -> tuple[float, float, float, float]:
    known = statistics().words.knows
    beside = range(max(0, proposal.first - NEAR), min(len(made), proposal.last + NEAR + 1))
    near = sum(not known(made.lower[k]) and made.tag[k] not in NEVER_STRANGE for k in beside)
    change = proposal.change
    commoner = zipf(change.words[0]) - made.zipf[change.first] if change.words and change.stop > change.first else 0.0
    opens = made.sentences[made.sentence[proposal.first]].start == proposal.first
    return proposal.hint, float(near), commoner, float(opens)


@shared
def _judged(made: EssayView) -> dict[str, list[tuple[Proposal, float]]]:
    """The proposals that stand, by group, with their probabilities: of several on one place only the likeliest."""
    found = proposals(made.doc)
    chances = judge().chances([proposal.kind for proposal in found], evidence(made.doc))
    best: dict[int, tuple[Proposal, float]] = {}
    for proposal, chance in zip(found, chances.tolist(), strict=True):
        if chance > 0 and (proposal.last not in best or chance > best[proposal.last][1]):
            best[proposal.last] = (proposal, chance)
    groups: dict[str, list[tuple[Proposal, float]]] = {}
    for proposal, chance in best.values():
        groups.setdefault(proposal.kind.split(":")[0], []).append((proposal, chance))
    return groups


def accepted(doc: Doc, *groups: str) -> Iterator[Mark]:
    """Marks for the proposals of these groups that stand."""
    made = view(doc)
    for group in groups:
        for proposal, chance in _judged(doc).get(group, ()):
            start, end = place(made, proposal.first, proposal.last)
            suggestions = (proposal.suggestion,) if proposal.suggestion else ()
            yield Mark(start, end, proposal.message, suggestions, round(chance, 2))
