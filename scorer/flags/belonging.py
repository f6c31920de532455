"""How likely each sentence was taken from a text on another subject, where the essay's assignment is known.

Sentences that are near the assignment, and near each other, are the essay's core; the others hang on it or do not. Then
every sentence is looked at once more, by the ``company`` that it keeps.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache
from itertools import chain
from pathlib import Path

import numpy as np

from scorer.embeddings import Floats, unit
from scorer.features.content import family
from scorer.flags import company
from scorer.flags.apart import apart
from scorer.flags.quantiles import quantile
from scorer.flags.subjects import (
    LARGEST_SHARE,
    PARTINGS,
    SMALLEST,
    Lemmas,
    Mask,
    Subjects,
    Values,
    block,
    groups,
)
from scorer.flags.topic import about
from scorer.trees import Trees, load

WEIGHTS = Path(__file__).parent / "weights"
FIRST, AGAIN = WEIGHTS / "belonging", WEIGHTS / "company"
"""Trees of the first look and of the second (``tests/gaming/fit.py``)."""
MEASURES = (
    "asked", "asked_three", "asked_five", "core", "core_three", "core_five", "core_above", "core_rank",
    "rest", "nearest", "next", "previous", "others", "others_above",
    "in_block", "in_groups", "in_weakest", "in_away", "lemmas_asked", "lemmas_core", "lemmas_again", "lemmas", "place",
    "sentences", "asked_median", "core_median", "weakest_gap", "weakest", "strongest", "block_gap", "away",
    "asked_words",
)  # fmt: skip
LOOSEST = 0.3
"""Share of the sentences that the core does without."""
ROUNDS = 6
ANCHOR = 2.0
"""The assignment counts as so many sentences where two parts are sought."""


def chances(said: Subjects, wanted: Sequence[str]) -> Values:
    """The probability for each sentence, shape (sentences,). ``wanted``: the words that say what was asked."""
    first = _trees(FIRST).probabilities([named(row) for row in measures(said, wanted)])
    return _trees(AGAIN).probabilities([named(row, company.MEASURES) for row in again(said, wanted, first)])


def again(said: Subjects, wanted: Sequence[str], first: Values) -> Values:
    """The values of ``company.MEASURES`` for each sentence, by the chances of the first look."""
    units = unit(apart(said.sums))
    return company.measures(units, about(wanted), said.lemmas, first)


def named(row: Values, names: Sequence[str] = MEASURES) -> dict[str, float]:
    """Values by name."""
    return dict(zip(names, row.tolist(), strict=True))


@cache
def _trees(folder: Path) -> Trees:
    """Trees that tell another's sentences from the essay's own."""
    return load(folder)


def measures(said: Subjects, wanted: Sequence[str]) -> Values:
    """The values of ``MEASURES`` for each sentence, shape (sentences, measures).

    Cosines of a sentence, ``..._three`` and ``..._five`` the means over it and its neighbours: ``asked`` with the
    assignment, ``core`` with the core, ``core_above`` the median of these, ``core_rank`` among them, ``rest`` with all
    other sentences, ``nearest, next, previous`` with one, ``others`` with those that hang on the core least,
    ``others_above`` the core. ``in_block, in_groups``: whether it is on the side farther from the assignment;
    ``in_weakest, in_away``: in one of ``_weakest``, ``_away``. ``lemmas_...``: share of its lemmas that the assignment,
    the core, or any other sentence has. The rest, from ``sentences`` on, are of the whole essay.
    """
    stretched = Subjects(apart(said.sums), said.lemmas)
    units, count = stretched.units, len(said.sums)
    centre = about(wanted)
    asked = units @ centre
    core = _core(units, centre, asked)
    median = float(np.median(core))
    weakest, *edges = _weakest(core)
    away, likeness = _away(units, centre, core < median)
    others = _without_own(units, (weakest | away).astype(np.float32))
    around = stretched.table - 2 * np.eye(count, dtype=np.float32)
    beside = np.append(around.diagonal(1), 0.0)
    parted = block(stretched), groups(stretched)
    of_each = [
        asked, _around(asked, 1), _around(asked, 2), core, _around(core, 1), _around(core, 2), core - median,
        core.argsort().argsort() / count, (units * unit(units.sum(axis=0) - units)).sum(axis=1), around.max(axis=1),
        beside, np.roll(beside, 1), others, others - core,
        *(_farther(found.other, units, centre) for found in parted), weakest, away,
        *_lemmas(said.lemmas, core > median, wanted), np.arange(count) / count,
    ]  # fmt: skip
    of_all = [
        count, np.median(asked), median, *edges, parted[0].values[PARTINGS.index("gap")], likeness, len(wanted),
    ]  # fmt: skip
    return np.column_stack([*of_each, *(np.full(count, value) for value in of_all)]).astype(np.float64)


def _core(units: Floats, centre: Floats, asked: Floats) -> Floats:
    """Each sentence's cosine with the core, which is the others' near the assignment, then those near that."""
    first = unit((np.maximum(asked, 0)[:, None] * units).sum(axis=0) + centre)
    tied = units @ first
    return _without_own(units, np.maximum(tied - quantile(tied, LOOSEST), 0), centre)


def _without_own(units: Floats, weights: Floats, centre: Floats | float = 0.0) -> Floats:
    """Each sentence's cosine with the weighted sum of the others, and of the assignment."""
    given = weights[:, None] * units
    result: Floats = (units * unit(given.sum(axis=0) - given + centre)).sum(axis=1)
    return result


def _around(values: Floats, reach: int) -> Floats:
    """The mean over each sentence and as many neighbours on either side, fewer at the ends."""
    sums = np.append(0.0, np.cumsum(values))
    places = np.arange(len(values))
    first, last = np.maximum(places - reach, 0), np.minimum(places + reach + 1, len(values))
    result: Floats = (sums[last] - sums[first]) / (last - first)
    return result


def _weakest(core: Floats) -> tuple[Mask, float, float, float]:
    """The block of neighbours that hangs on the core least: its gap to the rest, its mean, and that of the rest."""
    count = len(core)
    sums = np.append(0.0, np.cumsum(core))
    first, last = np.triu_indices(count + 1, SMALLEST)
    fits = last - first <= LARGEST_SHARE * count
    first, last = first[fits], last[fits]
    size = last - first
    inside = (sums[last] - sums[first]) / size
    outside = (sums[-1] - sums[last] + sums[first]) / (count - size)
    gap = (outside - inside) * np.sqrt(size * (count - size) / count)
    best = int(np.argmax(gap))
    found = np.zeros(count, dtype=bool)
    found[first[best] : last[best]] = True
    return found, float(gap[best]), float(inside[best]), float(outside[best])


def _away(units: Floats, centre: Floats, side: Mask) -> tuple[Mask, float]:
    """The sentences nearer to each other than to the rest with the assignment (2-means), and the two parts' cosine."""
    for _ in range(ROUNDS):
        if not 0 < side.sum() < len(side):
            return side, 1.0
        rest, other = unit(units[~side].sum(axis=0) + ANCHOR * centre), unit(units[side].sum(axis=0))
        moved = units @ other > units @ rest
        if (moved == side).all():
            break
        side = moved
    return side, float(other @ rest)


def _farther(side: Mask, units: Floats, centre: Floats) -> Mask:
    """Of two parts the one that is farther from the assignment; none of it where there is one part only."""
    if not 0 < side.sum() < len(side):
        return np.zeros(len(side), dtype=bool)
    one, two = (float(unit(units[part].sum(axis=0)) @ centre) for part in (side, ~side))
    return side if one < two else ~side


def _lemmas(lemmas: Lemmas, core: Mask, wanted: Sequence[str]) -> list[list[float]]:
    """For each sentence the shares of its lemmas that are asked for, that the core has, and that any other has; and how
    many it has."""
    distinct = [set(own) for own in lemmas]
    asked = set(map(family, wanted))
    inside = [own if central else set() for own, central in zip(distinct, core.tolist(), strict=True)]
    uses, core_uses = (Counter(chain.from_iterable(sets)) for sets in (distinct, inside))
    return [
        [len(own & asked) / max(1, len(own)) for own in distinct],
        [
            sum(core_uses[lemma] > (lemma in mine) for lemma in own) / max(1, len(own))
            for own, mine in zip(distinct, inside, strict=True)
        ],
        [sum(uses[lemma] > 1 for lemma in own) / max(1, len(own)) for own in distinct],
        [float(len(own)) for own in lemmas],
    ]
