"""Held-out predictions and the evaluation output, on essays made by a seeded generator."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from synthetic_essays import graded, write_table

from scorer.errors import DataError
from scorer.scoring.traits import Scale
from scorer.training import cross_validate as cv
from scorer.training.corpora import GradedEssay, read_corpus
from scorer.training.cross_validate import HeldOut
from scorer.training.fit import fit_model, predict, view_inputs
from scorer.training.report import as_text, evaluation
from scorer.training.samples import Samples, prepare
from scorer.training.train import on_scales, rounded

FEATURES = ("words", "unknown_words", "contractions", "commas", "sentence_length", "mtld")
ROW = ["n", "qwk", "pearson", "rmse", "smd", "human_qwk", "degradation", "prmse", "coverage90", "length_only_qwk"]
TRAITS = ("grammar", "syntax")


@pytest.fixture(autouse=True)
def few_trees(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("scorer.training.additive.ROUNDS", 5)


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Samples:
    """Forty-two measured essays in three groups."""
    path = tmp_path_factory.mktemp("graded") / "essays.csv"
    columns = ("id", "text", "group", *TRAITS)
    rows = [{name: row[name] for name in columns} for row in graded(42)]
    return prepare(read_corpus("csv", [write_table(path, rows)])).with_features(FEATURES)


@pytest.fixture
def seen(monkeypatch: pytest.MonkeyPatch) -> list[tuple[set[str], set[str]]]:
    """Ids of the essays that were fitted on and predicted, fit by fit."""
    calls: list[tuple[set[str], set[str]]] = []

    def ids(some: Samples) -> set[str]:
        return {essay.id for essay in some.essays}

    def fitted(some: Samples, *rest: Any) -> Any:
        calls.append((ids(some), set()))
        return fit_model(some, *rest)

    def read(model: Any, some: Samples) -> Any:
        calls[-1][1].update(ids(some))
        return view_inputs(model, some)

    monkeypatch.setattr(cv, "fit_model", fitted)
    monkeypatch.setattr(cv, "view_inputs", read)
    return calls


def all_ids(samples: Samples) -> set[str]:
    return {essay.id for essay in samples.essays}


def test_folds_predict_every_essay_once_from_the_others(
    samples: Samples, seen: list[tuple[set[str], set[str]]]
) -> None:
    held = cv.held_out(samples, TRAITS, cv.k_folds(len(samples), 3, 1), cv.Protocol(1))
    assert np.isfinite(held.values).all()
    assert len(seen) == 3
    assert sorted(id for _, test in seen for id in test) == sorted(all_ids(samples))
    assert all(not train & test and train | test == all_ids(samples) for train, test in seen)


def test_an_essays_own_grade_never_reaches_its_prediction(samples: Samples) -> None:
    """Turning the grades of the test essays upside down must change nothing about their predictions."""
    test = np.arange(0, 42, 4)
    train = np.setdiff1d(np.arange(42), test)
    turned = [
        replace(essay, scores={t: 6 - s for t, s in essay.scores.items()}) if row in test else essay
        for row, essay in enumerate(samples.essays)
    ]
    plain = cv.held_out(samples, TRAITS, [(train, test)], cv.Protocol(1))
    other = cv.held_out(replace(samples, essays=turned), TRAITS, [(train, test)], cv.Protocol(1))
    assert np.array_equal(plain.values[test], other.values[test])
    assert np.array_equal(plain.radius[test], other.radius[test])
    assert np.isnan(plain.values[train]).all()


def test_leaving_one_group_out_trains_on_the_others_alone(
    samples: Samples, seen: list[tuple[set[str], set[str]]]
) -> None:
    cv.held_out(samples, TRAITS, cv.leave_one_out(samples, "group"), cv.Protocol(1))
    group = {essay.id: essay.groups["group"] for essay in samples.essays}
    assert [{group[id] for id in test} for _, test in seen] == [{"east"}, {"north"}, {"south"}]
    assert [{group[id] for id in train} for train, _ in seen] == [
        {"north", "south"}, {"east", "south"}, {"east", "north"},
    ]  # fmt: skip


def test_within_groups_each_group_has_a_model_of_its_own(
    samples: Samples, seen: list[tuple[set[str], set[str]]]
) -> None:
    cv.held_out(samples, TRAITS[:1], [(np.arange(9, 42), np.arange(9))], cv.Protocol(1, within="group"))
    group = {essay.id: essay.groups["group"] for essay in samples.essays}
    assert [({group[id] for id in train}, {group[id] for id in test}) for train, test in seen] == [
        ({name}, {name}) for name in ("east", "north", "south")
    ]
    assert not any(train & test for train, test in seen)


def fold_file(tmp_path: Path, folds: Any) -> Path:
    path = tmp_path / "folds.json"
    path.write_text(folds if isinstance(folds, str) else json.dumps(folds))
    return path


def test_given_folds_are_used_and_unknown_ids_passed_over(samples: Samples, tmp_path: Path) -> None:
    path = fold_file(
        tmp_path, {"one": {"train": ["e0", "e1", "gone"], "test": ["e5", 99]}, "two": {"train": [], "test": []}}
    )
    splits = [(train.tolist(), test.tolist()) for train, test in cv.given_folds(samples, path)]
    assert splits == [([0, 1], [5]), ([], [])]


@pytest.mark.parametrize(
    ("folds", "code"),
    [
        ("{", "data_invalid"),
        ([1, 2], "data_invalid"),
        ({"one": {"train": ["e0"]}}, "data_invalid"),
        ({"one": 5}, "data_invalid"),
    ],
)
def test_a_file_that_holds_no_folds_is_refused(samples: Samples, tmp_path: Path, folds: Any, code: str) -> None:
    with pytest.raises(DataError) as caught:
        list(cv.given_folds(samples, fold_file(tmp_path, folds)))
    assert caught.value.code == code


def test_a_missing_fold_file_is_named(samples: Samples, tmp_path: Path) -> None:
    with pytest.raises(DataError) as caught:
        list(cv.given_folds(samples, tmp_path / "none.json"))
    assert (caught.value.code, "none.json" in caught.value.message) == ("data_not_found", True)


@pytest.mark.parametrize(
    ("splits", "sentence"),
    [
        (lambda s: cv.k_folds(5, 3, 1), "5 essays cannot be cut into 3 folds"),
        (lambda s: cv.leave_one_out(s, "colour"), "The essays have no column 'colour' to group by."),
        (lambda s: [(np.arange(4), np.arange(4, 8))], "4 essays are too few to fit a model on"),
        (lambda s: [(np.arange(20), np.arange(0))], "No fold tests any of these essays"),
    ],
)
def test_what_cannot_be_cross_validated_says_why(
    samples: Samples, splits: Callable[[Samples], Any], sentence: str
) -> None:
    with pytest.raises(DataError, match=sentence):
        cv.held_out(samples, TRAITS, splits(samples), cv.Protocol(1))


def test_essays_without_a_shared_phrase_cannot_be_learnt_from(samples: Samples) -> None:
    empty = [replace(view, text=[], lower=[], pos=[], tag=[], dep=[], head=[]) for view in samples.views]
    with pytest.raises(DataError, match="too short or too few to learn from"):
        fit_model(replace(samples, views=empty), TRAITS, 1)


def held_by_hand(essays: list[GradedEssay], units: list[float]) -> tuple[Samples, HeldOut]:
    column = np.array(units)[:, None]
    samples = Samples((), np.zeros((len(essays), 0)), [], essays)
    return samples, HeldOut(("overall",), column, column, np.full_like(column, 0.1), column)


def asap(id: str, prompt: str, score: float, scale: Scale, raters: tuple[float, float]) -> GradedEssay:
    return GradedEssay(id, "", {"overall": score}, {"overall": scale}, {"overall": raters}, {"essay_set": prompt})


ONE, THREE = Scale(2, 12, 1), Scale(0, 3, 1)
MIXED = [
    asap("1", "1", 2, ONE, (2, 2)),
    asap("2", "1", 7, ONE, (6, 8)),
    asap("3", "1", 12, ONE, (12, 12)),
    asap("4", "3", 0, THREE, (0, 0)),
    asap("5", "3", 3, THREE, (3, 2)),
]


def test_the_output_has_exactly_the_fixed_keys() -> None:
    result = evaluation(*held_by_hand(MIXED, [0.0, 0.5, 1.0, 0.0, 1.0]), by="essay_set")
    assert list(result) == ["n", "traits", "mean", "groups"]
    assert list(result["mean"]) == ["qwk", "pearson", "rmse"]
    assert list(result["traits"]["overall"]) == ROW
    assert list(result["groups"]) == ["1", "3"]
    for group in result["groups"].values():
        assert list(group) == ["n", "traits", "mean"]
        assert list(group["traits"]["overall"]) == ROW
    assert json.loads(json.dumps(result)) == result


def test_groups_stand_on_their_own_range_and_the_mean_is_over_groups() -> None:
    # prompt 1 is predicted 2, 7 and 10 (of 12), prompt 3 exactly
    result = evaluation(*held_by_hand(MIXED, [0.0, 0.5, 0.8, 0.0, 1.0]), by="essay_set")
    first = result["groups"]["1"]["traits"]["overall"]
    assert first["rmse"] == pytest.approx(np.sqrt(4 / 3))
    assert first["coverage90"] == pytest.approx(2 / 3)
    assert result["groups"]["3"]["traits"]["overall"]["qwk"] == 1.0
    for name in ("qwk", "pearson", "rmse"):
        groups = [group["mean"][name] for group in result["groups"].values()]
        assert result["mean"][name] == pytest.approx(np.mean(groups))


def test_raters_are_compared_within_a_range_and_never_across() -> None:
    result = evaluation(*held_by_hand(MIXED, [0.0, 0.5, 1.0, 0.0, 1.0]), by="essay_set")
    assert result["traits"]["overall"]["human_qwk"] is None
    row = result["groups"]["3"]["traits"]["overall"]
    assert row["human_qwk"] is not None
    assert row["degradation"] == pytest.approx(row["human_qwk"] - row["qwk"])


def test_the_mean_of_ellipse_is_over_the_six_traits_alone(samples: Samples) -> None:
    """``general`` is their mean already."""
    scale = Scale(1, 5, 0.5)
    names = ("cohesion", "syntax", "general")
    essays = [GradedEssay(str(k), "", dict.fromkeys(names, 1.0 + k), dict.fromkeys(names, scale)) for k in range(4)]
    units = np.array([[0.0, 0.5, 1.0], [0.25, 0.5, 1.0], [0.5, 0.5, 1.0], [0.75, 0.5, 1.0]])
    held = HeldOut(names, units, units, np.full_like(units, 0.1), units)
    result = evaluation(Samples((), np.zeros((4, 0)), [], essays), held)
    assert list(result["traits"]) == list(names)
    expected = [result["traits"][name]["rmse"] for name in ("cohesion", "syntax")]
    assert result["mean"]["rmse"] == pytest.approx(np.mean(expected))


def test_essays_that_no_fold_tested_are_left_out() -> None:
    result = evaluation(*held_by_hand(MIXED[:3], [0.0, 0.5, float("nan")]))
    assert result["n"] == 2
    assert result["groups"] == {}


def test_text_output_has_a_line_for_each_trait_and_group() -> None:
    lines = as_text(evaluation(*held_by_hand(MIXED, [0.0, 0.5, 1.0, 0.0, 1.0]), by="essay_set")).splitlines()
    assert lines[0] == "5 essays"
    assert [line.split()[:2] for line in lines[1:]] == [
        ["all", "overall"],
        ["1", "overall"],
        ["3", "overall"],
        ["mean", "QWK"],
    ]
    assert "human-human QWK" in lines[3]


def test_a_fitted_model_is_the_same_for_the_same_seed_and_learns_what_is_there(samples: Samples) -> None:
    one, other = fit_model(samples, TRAITS, 3), fit_model(samples, TRAITS, 3)
    values = predict(one, samples)
    assert np.array_equal(values, predict(other, samples))
    human = samples.units(TRAITS)
    assert np.corrcoef(values[:, 0], human[:, 0])[0, 1] > 0.8
    assert one.residuals.missed.shape == (42, 2)
    assert all(min(len(gram) for gram in view.vocabulary) > 0 for view in one.views)


def test_vocabularies_keep_only_what_five_essays_share(samples: Samples) -> None:
    rows = [row for row in range(36) if row % 9 not in (0, 1)]
    odd = replace(samples.views[0], text=["zebras"] * 9, lower=["zebras"] * 9, pos=["NOUN"] * 9, tag=["NN"] * 9)
    views = [replace(odd, dep=["x"] * 9, head=list(range(9)))] * 4 + [samples.views[row] for row in rows[4:]]
    model = fit_model(replace(samples.take(rows), views=views), TRAITS, 1)
    assert not any("zebra" in gram for view in model.views for gram in view.vocabulary)


def test_a_tables_guessed_range_gives_way_to_the_models(samples: Samples) -> None:
    model = replace(fit_model(samples, TRAITS, 1), scales=(Scale(1, 6, 1), Scale(0.0, 1.0, 0.01)))
    essay = GradedEssay("x", "", {}, {"grammar": Scale(2, 4, 1), "syntax": Scale(2, 3, 1), "other": Scale(1, 2, 1)})
    assert on_scales(essay, model).scales == {
        "grammar": Scale(1, 6, 1), "syntax": Scale(2, 3, 1), "other": Scale(1, 2, 1),
    }  # fmt: skip


def test_numbers_on_a_card_are_rounded_wherever_they_are() -> None:
    assert rounded({"a": 1.23456, "b": {"c": 2.0, "d": None, "n": 7}}, 2) == {
        "a": 1.23,
        "b": {"c": 2.0, "d": None, "n": 7},
    }


def test_counting_for_all_folds_at_once_changes_no_prediction(samples: Samples) -> None:
    """The view reads an essay by itself when it scores, and from the corpus's counts when it is measured."""
    counted = replace(samples)
    for kind in ("word_ngrams", "character_ngrams", "tag_ngrams"):
        counted.counts(kind)
    train, test = np.arange(0, 30), np.arange(30, 42)
    model = fit_model(counted.take(train), TRAITS, 1)
    fresh = replace(samples.take(test))
    assert fresh.counted("word_ngrams") is None
    assert view_inputs(model, counted.take(test)) == pytest.approx(view_inputs(model, fresh), abs=1e-6)
