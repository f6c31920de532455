"""Which of a sentence's probable readings is right: a chain, which sees token after token, cannot weigh that."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from math import exp
from operator import itemgetter
from typing import Any

from scorer.pipeline.argument.labels import SPAN
from scorer.pipeline.argument.odds import log_odds
from scorer.pipeline.argument.parse import Parse
from scorer.pipeline.chain.crf import Crf, Floats
from scorer.pipeline.chain.sentences import several_best

Reading = tuple[tuple[int, int], ...]
"""A sentence's segments: first token, and the one behind the last, counted from the sentence's start."""

Likely = list[tuple[Reading, float]]
"""Readings, the chain's best first, with their log-odds to it (0 or less)."""

Piece = tuple[Any, ...]
"""A part of what a reading has: what names its features, and what to ask that for beside the parse."""

Names = list[str]

COUNT, LEAST = 12, 0.01
"""Readings of a sentence at most, and how probable one is at least beside the best."""

LONG = 5
"""Tokens of a gap whose words are seen together."""


@dataclass(frozen=True)
class Chooser:
    """A log-linear model over the readings of a sentence (after Collins & Koo 2005).

    ``weights`` are of the features by name, ``of_chain`` of the chain's log-odds. Without weights the chain decides.
    """

    weights: Mapping[str, float] = field(default_factory=dict)
    of_chain: float = 1.0

    def best(self, parse: Parse, place: Mapping[str, str], readings: Likely, argues: float | None = None) -> Reading:
        """The reading that weighs most; ``place`` is the sentence's (``parts.places_of``).

        ``argues`` is how probable it is, by what stands around the sentence, that there is a component in it at all:
        whether there is one is decided by the mean of its log-odds and those of the readings with one.
        """
        if len(readings) == 1:
            return readings[0][0]
        known: dict[Piece, float] = {}
        weighed = [(self._weight(parse, place, *reading, known), reading[0]) for reading in readings]
        if argues is not None and undecided(readings):
            most = max(weight for weight, _ in weighed)
            shares = [(exp(weight - most), reading) for weight, reading in weighed]
            holding = sum(share for share, reading in shares if reading) / sum(share for share, _ in shares)
            holds = log_odds(holding) + log_odds(argues) > 0
            weighed = [(weight, reading) for weight, reading in weighed if bool(reading) == holds]
        return max(weighed, key=itemgetter(0))[1]

    def _weight(
        self, parse: Parse, place: Mapping[str, str], reading: Reading, odds: float, known: dict[Piece, float]
    ) -> float:
        """Readings of one sentence have pieces in common: ``known`` keeps the weights of those that were met."""
        total = self.of_chain * odds
        for piece in _pieces(parse, place, reading):
            weight = known.get(piece)
            if weight is None:
                names, *where = piece
                weight = known[piece] = sum(filter(None, map(self.weights.get, names(parse, *where))))
            total += weight
        return total


def undecided(readings: Likely) -> bool:
    """Whether the sentence may hold a component or not."""
    return len({bool(reading) for reading, _ in readings}) > 1


def likely_readings(boundaries: Crf, token_scores: Floats, lengths: Sequence[int]) -> list[Likely]:
    """For each sentence what the first chain holds for possible."""
    found = []
    for paths in several_best(boundaries, token_scores, lengths, COUNT, LEAST):
        readings: dict[Reading, float] = {}
        for path, odds in paths:
            marks = "".join(map(boundaries.labels.__getitem__, path))
            readings.setdefault(tuple([match.span() for match in SPAN.finditer(marks)]), odds)
        found.append(list(readings.items()))
    return found


def reading_features(parse: Parse, place: Mapping[str, str], reading: Reading) -> list[str]:
    """Names of what a reading has: how many segments, and of each its edges, inside, and the gap before it."""
    return [name for names, *where in _pieces(parse, place, reading) for name in names(parse, *where)]


def _pieces(parse: Parse, place: Mapping[str, str], reading: Reading) -> Iterator[Piece]:
    count, part = len(reading), place["part"]
    yield _count, count, place["part|place"]
    if not reading:
        yield _nothing, part
    before = 0
    for k, (first, last) in enumerate(reading):
        turn = "later" if k else "first"
        yield _gap, before, first, turn, part
        yield _begin, before, first, turn
        yield _end, last
        yield _inside, first, last, part
        yield _root, first, last, count, k
        yield _apart, first, last
        before = last
    for one, other in pairwise(reading):
        yield _pair, one, other


def _count(parse: Parse, count: int, where: str) -> Names:
    return [
        f"count={count}",
        f"count|place={count}|{where}",
        f"count|length={count}|{min(parse.size // 6, 6)}",
    ]


def _nothing(parse: Parse, part: str) -> Names:
    return [
        f"nothing first={parse.lower[0]}",
        f"nothing first two={' '.join(parse.lower[:2])}",
        f"nothing root={parse.lemma[parse.root]}",
        f"nothing question={parse.lower[-1] == '?'}",
        *[f"nothing cue={cue}|{part}" for cue in parse.cues.among()],
    ]


def _gap(parse: Parse, before: int, first: int, turn: str, part: str) -> Names:
    """What stands in front of a segment, since the one before."""
    words, tags = parse.lower[before:first], parse.tag[before:first]
    names = [
        f"gap {turn}={' '.join(words) if len(words) <= LONG else 'long'}",
        f"gap size {turn}={min(len(words), 8)}|{part}",
    ]
    if words:
        finite = len([k for k in parse.finite if before <= k < first])
        names += [
            f"gap last {turn}={words[-1]}",
            f"gap last two {turn}={' '.join(words[-2:])}",
            f"gap tags {turn}={' '.join(tags[-4:])}",
            f"gap finite={finite}|{len(words) // 4}",
            *[f"gap cue {turn}={cue}" for cue in parse.cues.among(before, first)],
        ]
    return names


def _begin(parse: Parse, before: int, first: int, turn: str) -> Names:
    """The first words, what stands in front of them, and the phrase that begins there."""
    lower = parse.lower
    opening = f"{turn}|{lower[first - 1] if first > before else '^'}"
    names = [
        f"first={lower[first]}|{turn}",
        f"first two={' '.join(lower[first : first + 2])}",
        f"first tags={' '.join(parse.tag[first : first + 3])}",
        f"first|gap={lower[first]}|{opening}",
        f"first dep={parse.dep[first]}|{opening}",
    ]
    begins = parse.left[first]
    if begins is not None:
        head = "root" if begins == parse.root else lower[parse.head[begins]]
        names.append(f"begins={parse.dep[begins]}|{head}")
    return names


def _end(parse: Parse, last: int) -> Names:
    """The last word, what stands behind it, and the phrase that ends there."""
    lower, end = parse.lower, parse.end
    after = lower[last] if last < end else "$"
    names = [
        f"last={lower[last - 1]}|{after}",
        f"last tag={parse.tag[last - 1]}|{after}",
        f"after two={' '.join(lower[last : last + 2])}",
        f"to end={min(end - last, 8)}",
    ]
    ends = parse.right[last - 1]
    if ends is not None:
        names.append(f"ends={parse.dep[ends]}|{after}|{ends == parse.root}")
    return names


def _inside(parse: Parse, first: int, last: int, part: str) -> Names:
    finite = [k for k in parse.finite if first <= k < last]
    subject = bool([k for k in parse.subjects if first <= k < last])
    names = [
        f"finite={min(len(finite), 3)}|{subject}",
        f"length={min((last - first) // 3, 12)}|{part}",
        f"short={min(last - first, 5)}",
        f"marks={min(parse.marks[first:last].count(True), 3)}",
        *[f"cue={cue}" for cue in parse.cues.among(first, last)],
    ]
    for k in parse.joints if len(finite) > 1 else ():
        if finite[0] < k < finite[-1]:
            word = parse.lower[k]
            around = f"{parse.lower[k - 1] in ',;'}|{parse.lower[k + 1]}"
            names += [f"joint={word}", f"joint|around={word}|{around}"]
    return names


def _root(parse: Parse, first: int, last: int, count: int, k: int) -> Names:
    return [f"root={first <= parse.root < last}|{count}|{k}"]


def _apart(parse: Parse, first: int, last: int) -> Names:
    """Where the segment cuts the parse: heads outside of it, and what hangs on it from outside."""
    head, marks = parse.head, parse.marks
    heads = [k for k, above in enumerate(head[first:last], first) if above == k or not first <= above < last]
    names = [f"heads={min(len(heads), 4)}", *[f"head={parse.dep[k]}|{k == parse.root}" for k in heads[:3]]]
    outside = (*range(first), *range(last, parse.size))
    cut = [k for k in outside if first <= head[k] < last and not marks[k]]
    names.append(f"cut={min(len(cut), 3)}")
    for k in cut[:4]:
        side = f"{parse.dep[k]}|{k < first}"
        names += [f"cut side={side}", f"cut word={side}|{parse.lower[k]}"]
    return names


def _pair(parse: Parse, one: tuple[int, int], other: tuple[int, int]) -> Names:
    """Two segments in a row: what stands between them, how long they are, and which holds the main verb."""
    (first, last), (second, stop) = one, other
    between = " ".join(parse.lower[last:second]) if second - last < LONG else "long"
    return [
        f"pair={between}|{min((last - first) // 4, 4)}|{min((stop - second) // 4, 4)}",
        f"pair root={first <= parse.root < last}|{second <= parse.root < stop}|{parse.lower[second - 1]}",
    ]
