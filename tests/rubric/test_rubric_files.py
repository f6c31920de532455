"""Rubric files: what is accepted, and the sentence for what is not."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from scorer.bundle import find_bundle, read_card
from scorer.engine import check_features, check_rubric
from scorer.errors import RubricError
from scorer.features import registered
from scorer.rubric import DEFAULT, Rubric, builtin_names, load_rubric, parse_rubric
from scorer.scoring import store

HEAD = 'id = "mine"\ntitle = "Mine"\nscale = { low = 0, high = 10 }\n'
LEVELS = """
[[criteria.levels]]
points = 1
title = "Low"
[[criteria.levels]]
points = 3
title = "High"
"""
CRITERION = '[[criteria]]\nid = "clarity"\ntitle = "Clarity"\n'
GOOD = HEAD + CRITERION + LEVELS


def knots(text: str) -> str:
    return HEAD + CRITERION + f'features = [{{ name = "words", knots = {text}, typical = 1 }}]\n' + LEVELS


@pytest.mark.parametrize("name", builtin_names())
def test_built_in_rubrics_fit_the_features_and_the_default_model(name: str) -> None:
    rubric = load_rubric(name)
    check_rubric(rubric, store.load(find_bundle("traits"))[0])
    assert rubric.id == name
    assert rubric.description
    assert all(criterion.traits or criterion.features for criterion in rubric.criteria)


@pytest.mark.parametrize("name", builtin_names())
def test_rules_of_a_built_in_rubric_can_reach_the_top_level_and_no_rule_is_flat(name: str) -> None:
    for criterion in load_rubric(name).criteria:
        if criterion.features and not criterion.traits:
            best = sum(max(points for _, points in rule.knots) for rule in criterion.features)
            assert criterion.lowest + best >= criterion.highest - 0.05, criterion.id
        for rule in criterion.features:
            assert len({points for _, points in rule.knots}) > 1, rule.name
            assert rule.knots[0][0] <= rule.typical <= rule.knots[-1][0], rule.name


def test_the_built_in_rubrics_are_the_ones_that_the_documents_name() -> None:
    assert builtin_names() == ["argument", "argument-with-sources", "ellipse", "holistic-6"]
    assert [criterion.id for criterion in load_rubric(DEFAULT).criteria] == [
        "thesis", "reasons", "sources", "organization", "language", "conventions",
    ]  # fmt: skip


def test_a_file_of_ones_own_is_loaded_with_its_digest(tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_bytes(b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode())  # as Windows' Notepad saves it
    rubric = load_rubric(file)
    assert (rubric.id, rubric.criteria[0].lowest, rubric.criteria[0].highest) == ("mine", 1, 3)
    assert rubric.sha256 == hashlib.sha256(file.read_bytes()).hexdigest()


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("id = ", "is not valid TOML: "),
        (HEAD, "criteria: Field required."),
        (HEAD + "criteria = []\n", "criteria: Tuple should have at least 1 item"),
        (GOOD.replace('title = "Mine"\n', ""), "title: Field required."),
        (GOOD.replace("low = 0", "low = 10"), "scale: the scale's low must be below its high."),
        (GOOD.replace("low = 0", "low = nan"), "scale.low: Input should be a finite number."),
        (GOOD.replace("low = 0", "low = 0, step = 0"), "scale.step: Input should be greater than 0."),
        (GOOD.replace("points = 3", "points = inf"), "criteria.0.levels.1.points: Input should be a finite number."),
        (GOOD.replace("points = 3", "points = 1"), "the levels of 'clarity' must stand in order of rising points."),
        (GOOD.replace('points = 3\ntitle = "High"', 'points = "many"\ntitle = "x"'), "points: Input should be a valid"),
        (GOOD.replace(CRITERION, CRITERION + "weight = 0\n"), "every criterion weighs 0"),
        (GOOD + CRITERION + LEVELS, "two criteria are called 'clarity'."),
        (GOOD.replace('id = "clarity"', 'id = "Two words"'), "criteria.0.id: String should match pattern"),
        (GOOD.replace(CRITERION, CRITERION + "weight = -1\n"), "criteria.0.weight: Input should be greater than or"),
        (GOOD.replace(CRITERION, CRITERION + "colour = 1\n"), "criteria.0.colour: Extra inputs are not permitted."),
        (GOOD.replace(CRITERION, CRITERION + "traits = { a = 0 }\n"), "of 'clarity' must add up to more than 0."),
        (GOOD.replace(CRITERION, CRITERION + "traits = { a = 2, b = -1 }\n"), "traits.b: Input should be greater than"),
        (
            knots("[[0, 0], [1, 1]]").replace(CRITERION, CRITERION + "traits = { a = 1 }\n"),
            "the features of 'clarity' adjust its traits: give each 0 points at its typical value.",
        ),
        (
            knots("[[0, -2], [1, 0]]").replace(CRITERION, CRITERION + "traits = { a = 1 }\n"),
            "the features of 'clarity' move its trained score by more than 33%.",
        ),
        (knots("[[0, 0]]"), "features.0.knots: Tuple should have at least 2 items"),
        (knots("[[1, 0], [1, 2]]"), "the knots of 'words' must have rising values."),
    ],
)  # fmt: skip
def test_an_unusable_rubric_is_refused_with_its_place(text: str, sentence: str) -> None:
    with pytest.raises(RubricError) as caught:
        parse_rubric(text.encode(), "mine.toml")
    assert caught.value.code == "rubric_invalid"
    assert caught.value.message.startswith("The rubric mine.toml ")
    assert sentence in caught.value.message
    assert "\n" not in caught.value.message


def test_a_rubric_that_is_no_text_says_so() -> None:
    with pytest.raises(RubricError, match="is not UTF-8 text: save it as UTF-8"):
        parse_rubric(b"\xff\xfe\x00", "mine.toml")


@pytest.mark.parametrize("name", ["no-such-rubric", "/no/such/file.toml", "."])
def test_an_unknown_rubric_names_the_built_in_ones(name: str) -> None:
    with pytest.raises(RubricError) as caught:
        load_rubric(name)
    assert caught.value.code == "rubric_not_found"
    assert "argument, argument-with-sources, ellipse, holistic-6" in caught.value.message


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("traits = { elegance = 1 }", "asks for the trait 'elegance'; the model has "),
        (
            'features = [{ name = "elegance", knots = [[0, 0], [1, 1]], typical = 0 }]',
            "asks for the feature 'elegance', which is not measured",
        ),
    ],
)
def test_a_rubric_that_asks_for_what_is_not_there_is_refused(line: str, sentence: str) -> None:
    rubric = parse_rubric(GOOD.replace(CRITERION, CRITERION + line + "\n").encode(), "mine.toml")
    with pytest.raises(RubricError) as caught:
        check_rubric(rubric, store.load(find_bundle("traits"))[0])
    assert caught.value.code == "rubric_invalid"
    assert sentence in caught.value.message


def test_features_alone_can_be_checked_without_a_model() -> None:
    check_features(parse_rubric(knots("[[0, 0], [1, 1]]").encode(), "mine.toml"))
    assert "words" in registered()


@pytest.mark.parametrize(
    ("score", "title"),
    [(1, "Low"), (1.9, "Low"), (2.0, "Low"), (2.1, "High"), (3, "High"), (-5, "Low"), (9, "High")],
)
def test_the_nearest_level_is_named_the_lower_one_at_a_tie(score: float, title: str) -> None:
    assert rubric().criteria[0].level_at(score).title == title


@pytest.mark.parametrize(("overall", "title"), [(0, "Low"), (5, "Low"), (5.1, "High"), (10, "High")])
def test_an_overall_score_has_the_level_at_its_place_on_the_scale(overall: float, title: str) -> None:
    assert rubric().level_of(overall) == title


def rubric() -> Rubric:
    return parse_rubric(GOOD.encode(), "mine.toml")


def test_the_default_models_card_names_the_traits_that_the_rubrics_use() -> None:
    assert read_card(find_bundle("traits")).kind == "traits"
