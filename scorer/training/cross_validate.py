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
from scorer.scoring.cut_points import on_step
from scorer.scoring.ngrams import GRAMS
from scorer.scoring.traits import TraitModel
from scorer.training.across import VIEWS, fit_across
from scorer.training.calibration import calibrated
from scorer.training.cut_points import fit_cuts
from scorer.training.fit import common_scale, fit_model, on_batch, radii, view_inputs
from scorer.training.samples import Floats, Samples

Rows = NDArray[np.intp]


@dataclass(frozen=True)
class HeldOut:
    """Predictions for each essay and trait, as shares of the range, shape (essays, traits); NaN where none was made.

    ``grades`` are the steps that the cut points give them, as shares of the range too; ``radius`` is the half-width
    of the 90% interval that was claimed; ``length_only`` the step that the number of words alone would give.
    """

    traits: tuple[str, ...]
    values: Floats
    grades: Floats
    radius: Floats
    length_only: Floats

    @property
    def columns(self) -> tuple[Floats, Floats, Floats, Floats]:
        """Everything but the names."""
        return self.values, self.grades, self.radius, self.length_only


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


@dataclass(frozen=True)
class Protocol:
    """What a model may know of the essays that it is tested on.

    ``within``: a model of its own per value of a group column. ``across``: a model of the other groups, which each
    split leaves out. Then ``batch`` lets it see the test essays without their grades, and ``graded`` is the number of
    them whose grades it is given first; those are not tested.
    """

    seed: int
    within: str | None = None
    across: str | None = None
    batch: bool = False
    graded: int = 0


def held_out(
    samples: Samples,
    traits: Sequence[str],
    splits: Iterable[tuple[Rows, Rows]],
    protocol: Protocol,
    jobs: int = 1,
) -> HeldOut:
    """Fit on each split's training rows and predict its test rows, as the protocol says.

    An essay in several test sets keeps its last prediction. Raises ``DataError`` where no essay is in a test set.
    """
    shape = (len(samples), len(traits))
    held = HeldOut(tuple(traits), *(np.full(shape, np.nan) for _ in range(4)))
    for kind in VIEWS if protocol.across else GRAMS:
        samples.counts(kind)  # once, before the folds take their rows
    parts = [part for train, test in splits for part in _by_group(samples, train, test, protocol.within)]
    tasks = (delayed(_fitted)(samples.take(train), samples.take(test), traits, protocol) for train, test in parts)
    for (train, test), (values, grades, radius) in zip(parts, Parallel(n_jobs=jobs)(tasks), strict=True):
        held.values[test], held.grades[test], held.radius[test] = values, grades, radius
        held.length_only[test] = from_length(samples, traits, train, test)
    if np.isnan(held.values).all():
        raise DataError("data_invalid", "No fold tests any of these essays: check that the folds' ids are theirs.")
    return held


def group_of(groups: dict[str, str], column: str) -> str:
    """An essay's value in a group column. Raises ``DataError`` where the corpus has no such column."""
    try:
        return groups[column]
    except KeyError:
        raise DataError("data_invalid", f"The essays have no column {column!r} to group by.") from None


def _fitted(train: Samples, test: Samples, traits: Sequence[str], protocol: Protocol) -> tuple[Floats, Floats, Floats]:
    """Predictions of ``test`` by a model of ``train``, the steps they come to, and the radius of each interval.

    Rows whose grades were given to the model are NaN.
    """
    if not protocol.across:
        return predicted(fit_model(train, traits, protocol.seed), test, protocol)
    across = fit_across(train, traits, protocol.seed, protocol.across, protocol.batch or protocol.graded > 0)
    return predicted(across.on([common_scale(test, trait) for trait in traits]), test, protocol)


def predicted(model: TraitModel, test: Samples, protocol: Protocol) -> tuple[Floats, Floats, Floats]:
    """What a fitted model says of the essays of one test set, under the protocol; see :func:`held_out`."""
    inputs = view_inputs(model, test)
    if protocol.batch:
        model = on_batch(model, inputs)
    left = np.arange(len(test))
    if protocol.graded:
        chosen = np.random.default_rng(protocol.seed).permutation(len(test))[: protocol.graded]
        left = np.setdiff1d(left, chosen)
        if not protocol.batch:
            model = on_batch(model, inputs[chosen])
        units = test.take(chosen).units(model.traits)
        model = calibrated(model, inputs[chosen], units, model.scales, inputs if protocol.batch else None)
    values, grades, radius = (np.full((len(test), len(model.traits)), np.nan) for _ in range(3))
    values[left] = model.table.predict(inputs[left])
    radius[left] = radii(model, inputs[left])
    for k, cuts in enumerate(model.cuts):
        grades[left, k] = on_step(values[left, k], cuts)
    return values, grades, radius


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
    """The steps that the number of words alone would give, fitted on ``train``: a cubic in its logarithm, and cuts."""
    words = np.log1p(samples.words())
    basis = np.stack([words, words**2, words**3], axis=1)
    targets, scales = samples.take(train).units(traits), [common_scale(samples.take(test), t) for t in traits]
    line = LinearRegression().fit(basis[train], targets)
    known, asked = line.predict(basis[train]), line.predict(basis[test])
    cuts = [fit_cuts(known[:, k], targets[:, k], scale.steps) for k, scale in enumerate(scales)]
    return np.stack([on_step(asked[:, k], made) for k, made in enumerate(cuts)], axis=1)
