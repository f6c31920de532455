"""Whether a text speaks of two things that have nothing to do with each other, and which sentences are the second.

Two ways to part the sentences are looked at: the block of neighbours that is least like the rest, and the two groups
anywhere in the text that are least like each other (2-means on the sentences' vectors).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from scipy.linalg import eigh

from scorer.embeddings import Floats, unit
from scorer.flags.quantiles import quantile, quantiles

Mask = NDArray[np.bool_]
Values = NDArray[np.float64]
Lemmas = Sequence[Sequence[str]]
"""The content lemmas of every sentence that are not among the commonest words, as word families."""

FEWEST = 12
"""Sentences below which two subjects cannot be told."""
SMALLEST = 2
LARGEST_SHARE = 0.62
PARTINGS = (
    "likeness", "inside_other", "inside_rest", "between", "gap", "share", "log_sentences", "shared_of_other",
    "shared_of_rest", "switches", "gap_weight", "least_tied", "mean_tied",
)  # fmt: skip


TIES = (
    *(f"tied_{share}" for share in (0, 10, 20, 30, 50, 70)), "loose", "loosish", "spread", "deviation", "closest",
    "closest_20", "next", "next_20", "next_loose", "linked", "linked_20", "unlinked", "near", "near_20", "next_gain",
)  # fmt: skip
LOOSE, LOOSISH, UNLINKED, NEXT_LOOSE = 0.1, 0.2, 0.2, 0.05


@dataclass(frozen=True)
class Subjects:
    """``sums`` (sentences, dimensions): sums of word vectors; ``lemmas`` those of every sentence."""

    sums: Floats
    lemmas: Lemmas

    @cached_property
    def units(self) -> Floats:
        """The sums at unit length."""
        return unit(self.sums)

    @cached_property
    def table(self) -> Floats:
        """The cosine of every two sentences."""
        table: Floats = self.units @ self.units.T
        return table


@dataclass(frozen=True)
class Parted:
    """Sentences in two groups: ``other`` is True for the smaller one. ``values`` are those of ``PARTINGS``."""

    other: Mask
    values: Values


def block(said: Subjects) -> Parted:
    """The sentences parted into a block and the rest."""
    count = len(said.sums)
    table = np.zeros((count + 1, count + 1))
    table[1:, 1:] = np.cumsum(np.cumsum(said.table, axis=0), axis=1)
    first, last = np.triu_indices(count + 1, SMALLEST)
    size = last - first
    fits = size <= LARGEST_SHARE * count
    first, last, size = first[fits], last[fits], size[fits]
    inside = table[last, last] - table[first, last] - table[last, first] + table[first, first]
    across = table[last, count] - table[first, count] - inside
    rest = count - size
    everything = table[count, count]
    outside = everything - inside - 2 * across
    gap = _gap(inside, outside, across, size.astype(float), rest.astype(float))
    best = int(np.argmax(gap * np.sqrt(size * rest / count)))
    other = np.zeros(count, dtype=bool)
    other[first[best] : last[best]] = True
    return Parted(other, measured(said, other))


def groups(said: Subjects) -> Parted:
    """The sentences parted into two groups that may be mixed."""
    units = said.units
    smooth = units + 0.25 * (np.vstack([units[:1], units[:-1]]) + np.vstack([units[1:], units[-1:]]))
    centred = smooth - smooth.mean(axis=0)
    last = len(units) - 1
    _, along = eigh(centred @ centred.T, subset_by_index=(last, last), driver="evx", check_finite=False)
    side = along[:, 0] > 0  # where each sentence lies along the first principal component
    for _ in range(8):
        if not 0 < side.sum() < len(side):
            break
        one, two = unit(smooth[side].sum(axis=0)), unit(smooth[~side].sum(axis=0))
        moved = smooth @ one > smooth @ two
        if (moved == side).all():
            break
        side = moved
    other = side if side.sum() * 2 <= len(side) else ~side
    return Parted(other, measured(said, other))


def ties(said: Subjects) -> Values:
    """How the sentences hang together, whatever groups they are in; the values of ``TIES``.

    ``tied_...``: quantiles of each sentence's cosine with the sum of the others; ``loose, loosish``: shares below .1
    and .2; ``spread, deviation`` of the same; ``closest, closest_20``: mean and quantile of the cosine with the likest
    sentence; ``next...``: with the next one, ``next_loose`` the share below .05, ``next_gain`` the mean above that of
    any two; ``linked, linked_20, unlinked``: share of a sentence's lemmas that another one has, its quantile, and the
    share of sentences with less than a fifth; ``near, near_20``: the likest of two sentences on either side.
    """
    units, table, sums, count = said.units, said.table, said.sums, len(said.sums)
    tied = (units * unit(sums.sum(axis=0) - sums)).sum(axis=1)
    tenths = quantiles(tied, 0, 0.1, 0.2, 0.3, 0.5, 0.7)
    closest = (table - 2 * np.eye(count)).max(axis=1)
    beside = (units[:-1] * units[1:]).sum(axis=1)
    distinct = [set(lemmas) for lemmas in said.lemmas]
    uses = Counter([lemma for lemmas in distinct for lemma in lemmas])
    again = {lemma for lemma, count in uses.items() if count > 1}
    linked = np.array([len(lemmas & again) / max(1, len(lemmas)) for lemmas in distinct])
    distance = np.abs(np.subtract.outer(np.arange(count), np.arange(count)))
    near = np.where((distance > 0) & (distance <= 2), table, -1).max(axis=1)
    return np.array([
        *tenths, (tied < LOOSE).mean(), (tied < LOOSISH).mean(), tenths[4] - tenths[1], tied.std(),
        closest.mean(), quantile(closest, 0.2),
        beside.mean(), quantile(beside, 0.2), (beside < NEXT_LOOSE).mean(),
        linked.mean(), quantile(linked, 0.2), (linked < UNLINKED).mean(), near.mean(), quantile(near, 0.2),
        beside.mean() - table.mean(),
    ])  # fmt: skip


def measured(said: Subjects, other: Mask) -> Values:
    """The values of ``PARTINGS`` for a group of sentences against the rest."""
    units, table, sums = said.units, said.table, said.sums
    count, size = len(units), int(other.sum())
    if not 0 < size < count:
        return np.zeros(len(PARTINGS))
    inside, outside = table[np.ix_(other, other)].sum(), table[np.ix_(~other, ~other)].sum()
    across = table[np.ix_(other, ~other)].sum()
    rest = count - size
    gap = float(_gap(inside, outside, across, np.array(float(size)), np.array(float(rest))))
    likeness = float(unit(sums[other].sum(axis=0)) @ unit(sums[~other].sum(axis=0)))
    sides = list(zip(said.lemmas, other.tolist(), strict=True))
    own = [lemma for lemmas, is_other in sides if is_other for lemma in lemmas]
    theirs = [lemma for lemmas, is_other in sides if not is_other for lemma in lemmas]
    tied = units[other] @ unit(sums[~other].sum(axis=0))
    return np.array([
        likeness, (inside - size) / max(1, size * (size - 1)), (outside - rest) / max(1, rest * (rest - 1)),
        across / (size * rest), gap, size / count, np.log(count), _shared(own, theirs), _shared(theirs, own),
        (other[1:] != other[:-1]).sum() / count, gap * np.sqrt(size * rest / count), tied.min(), tied.mean(),
    ])  # fmt: skip


def _gap(inside: Values, outside: Values, across: Values, size: Values, rest: Values) -> Values:
    within = (inside - size + outside - rest) / np.maximum(1, size * (size - 1) + rest * (rest - 1))
    result: Values = within - across / (size * rest)
    return result


def _shared(some: Sequence[str], others: Sequence[str]) -> float:
    known = set(others)
    return len([lemma for lemma in some if lemma in known]) / len(some) if some else 0.0
