"""The models of sentences: two opinions weighed, and kept on disk."""

from __future__ import annotations

from math import exp
from pathlib import Path

import pytest

from scorer.bundle import find_bundle
from scorer.numbered import Names
from scorer.pipeline.argument import sentence_model
from scorer.pipeline.argument.component import POSITIONS
from scorer.pipeline.argument.sentence_model import LINEAR, SentenceModel
from scorer.trees import Trees
from scorer.weights import Weights

ROW = {"w=should": 1.0, "position": 0.2, "length": 0.8}


@pytest.fixture(scope="module")
def trees() -> Trees:
    return sentence_model.load(find_bundle("argument") / POSITIONS).trees


def test_both_opinions_count(trees: Trees) -> None:
    model = SentenceModel(Weights({"w=should": 2.0}, -1.0), trees)
    odds = LINEAR * 1.0 + (1 - LINEAR) * trees.log_odds([ROW])[0]
    assert model.probabilities([ROW])[0] == pytest.approx(1 / (1 + exp(-odds)))


def test_read_as_it_was_written(trees: Trees, tmp_path: Path) -> None:
    model = SentenceModel(Weights({"w=should": 2.0}, -1.0), trees, (0.5, 0.75))
    sentence_model.save(model, tmp_path)
    read = sentence_model.load(tmp_path)
    assert read.calibration == model.calibration and read.weights == model.weights
    assert read.probabilities([ROW, {}]) == pytest.approx(model.probabilities([ROW, {}]))


def test_the_trees_read_no_words(trees: Trees) -> None:
    assert trees.features and not any(name.startswith("w=") for name in trees.features)


def test_a_table_of_more_names_gives_the_same(trees: Trees) -> None:
    model = SentenceModel(Weights({"w=should": 2.0, "stating": 0.5}, -1.0), trees)
    names = Names.of(["w=unheard"], reversed(model.names), ["w=else"])
    rows, more = [ROW, {"w=else": 1.0}, {}], [{"stating": 0.3, "nobody's": 1.0}, {}, {"stating": -0.5}]
    table = names.read(rows).beside(names.read(more))
    joined = [{**row, **other} for row, other in zip(rows, more, strict=True)]
    assert model.over(names)(table) == pytest.approx(model.probabilities(joined))
