"""Held-out predictions of every graded essay, by folds, by given folds, or leaving one group out."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from joblib import Parallel, delayed
from numpy.typing import NDArray
from sklearn.linear_model import LinearRegression
from sklearn.model_selection import KFold

from scorer.errors import DataError
from scorer.training.fit import fit_model, predict
from scorer.training.samples import Floats, Samples

Rows = NDArray[np.intp]


@dataclass(frozen=True)
class HeldOut:
    """Predictions for each essay and trait, as shares of the range, shape (essays, traits); NaN where none was made.

    ``radius`` is the half-width of the 90% interval that was claimed; ``length_only`` a prediction from the number
    of words alone.
    """

    traits: tuple[str, ...]
    values: Floats
    radius: Floats
    length_only: Floats


def k_folds(count: int, folds: int, seed: int) -> Iterator[tuple[Rows, Rows]]:
    """Shuffled folds. Raises ``DataError`` for fewer than two essays a fold."""
    if folds < 2 or count < 2 * folds:
        raise DataError(
            "data_invalid", f"{count} essays cannot be cut into {folds} folds: give more essays or fewer folds."
        )
    yield from KFold(folds, shuffle=True, random_state=seed).split(np.arange(count))


def given_folds(samples: Samples, path: Path) -> Iterator[tuple[Rows, Rows]]:
    """Folds from a JSON file ``{fold: {"train": [id], "test": [id]}}``; ids that are not at hand are passed over.

    Raises ``DataError``.
    """
    try:
        folds = json.loads(path.read_text(encoding="utf-8"))
        rows = {essay.id: row for row, essay in enumerate(samples.essays)}
        for fold in folds.values():
            train, test = ([rows[str(i)] for i in fold[part] if str(i) in rows] for part in ("train", "test"))
            yield np.array(train, dtype=np.intp), np.array(test, dtype=np.intp)
    except OSError as error:
        raise DataError("data_not_found", f"The file {path.name} cannot be read: check its path.") from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise DataError("data_invalid", f"{path.name} is no file of folds (fold: train, test: ids).") from error


def leave_one_out(samples: Samples, column: str) -> Iterator[tuple[Rows, Rows]]:
    """One fold per value of a group column."""
    values = np.array([group_of(essay.groups, column) for essay in samples.essays])
    for value in sorted(set(values)):
        yield np.flatnonzero(values != value), np.flatnonzero(values == value)


def held_out(
    samples: Samples,
    traits: Sequence[str],
    splits: Iterable[tuple[Rows, Rows]],
    seed: int,
    within: str | None = None,
    jobs: int = 1,
) -> HeldOut:
    """Fit on each split's training rows and predict its test rows; with ``within``, a model per group value.

    An essay in several test sets keeps its last prediction. Raises ``DataError`` where no essay is in a test set.
    """
    shape = (len(samples), len(traits))
    values, radius, length = (np.full(shape, np.nan) for _ in range(3))
    parts = [part for train, test in splits for part in _by_group(samples, train, test, within)]
    tasks = (delayed(_fitted)(samples.take(train), samples.take(test), traits, seed) for train, test in parts)
    for (train, test), (predicted, claimed) in zip(parts, Parallel(n_jobs=jobs)(tasks), strict=True):
        values[test], radius[test] = predicted, claimed
        length[test] = from_length(samples, traits, train, test)
    if np.isnan(values).all():
        raise DataError("data_invalid", "No fold tests any of these essays: check that the folds' ids are theirs.")
    return HeldOut(tuple(traits), values, radius, length)


def group_of(groups: dict[str, str], column: str) -> str:
    """An essay's value in a group column. Raises ``DataError`` where the corpus has no such column."""
    try:
        return groups[column]
    except KeyError:
        raise DataError("data_invalid", f"The essays have no column {column!r} to group by.") from None


def _fitted(train: Samples, test: Samples, traits: Sequence[str], seed: int) -> tuple[Floats, Floats]:
    """Predictions of ``test`` by a model of ``train``, and the radius of each trait's interval."""
    model = fit_model(train, traits, seed)
    return predict(model, test), np.array([model.radius(only) for only in np.eye(len(traits))])


def _by_group(samples: Samples, train: Rows, test: Rows, within: str | None) -> Iterator[tuple[Rows, Rows]]:
    if not len(test):
        return
    if within is None:
        yield train, test
        return
    values = np.array([group_of(essay.groups, within) for essay in samples.essays])
    for value in sorted(set(values[test])):
        yield train[values[train] == value], test[values[test] == value]


def from_length(samples: Samples, traits: Sequence[str], train: Rows, test: Rows) -> Floats:
    """What the number of words alone would predict, fitted on ``train``: a cubic in its logarithm."""
    words = np.log1p(samples.words())
    basis = np.stack([words, words**2, words**3], axis=1)
    line = LinearRegression().fit(basis[train], samples.take(train).units(traits))
    return line.predict(basis[test])  # type: ignore[no-any-return]
