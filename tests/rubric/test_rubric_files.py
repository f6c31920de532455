"""Rubric files: what is accepted, and the sentence for what is not."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorer.bundle import find_bundle, read_card
from scorer.engine import check_rubric
from scorer.errors import RubricError
from scorer.features import registered
from scorer.rubric import (
    DEFAULT,
    Criterion,
    FeatureRule,
    Level,
    Requirements,
    Rubric,
    builtin_names,
    load_rubric,
    parse_rubric,
)
from scorer.rubric.load import LARGEST, checked
from scorer.rubric.measures import unknown_measures
from scorer.rubric.model import Scale
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
    assert all(criterion.scored for criterion in rubric.criteria)
    texts = [level.description for criterion in rubric.criteria for level in criterion.levels]
    assert all(len(text.split()) >= 4 for text in texts)
    assert len(set(texts)) == len(texts)


@pytest.mark.parametrize("name", builtin_names())
def test_rules_of_a_built_in_rubric_can_reach_the_top_and_no_rule_is_flat(name: str) -> None:
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


TRAITS = "traits = { a = 1 }\n"


def with_requirement(line: str) -> str:
    return GOOD.replace(CRITERION, f"[requirements]\n{line}\n{CRITERION}")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (HEAD, "line 1: the rubric has no 'criteria': add a [[criteria]] table for each row of the rubric"),
        (HEAD + "criteria = []\n", "line 4: 'criteria' of the rubric has too few entries, at least 1 are needed"),
        (GOOD.replace('title = "Mine"\n', ""), "line 1: the rubric has no 'title': add title = \"Thesis\""),
        (GOOD.replace("low = 0", "low = 10"), "line 3: the scale's low (10) must be below its high (10)"),
        (GOOD.replace("low = 0", "low = nan"), "line 3: 'low' of 'scale' must be a number"),
        (GOOD.replace("low = 0", "low = 0, step = 0"), "line 3: 'step' of 'scale' is 0: write more than 0"),
        (GOOD.replace("scale = { low = 0, high = 10 }", "scale = 5"), "line 3: 'scale' of the rubric must be a table"),
        (GOOD.replace("points = 3", "points = inf"), "line 12: 'points' of level 2 of the criterion 'clarity' must be"),
        (
            GOOD.replace("points = 3", "points = 0"),
            "line 12: the levels of 'clarity' must stand in order of rising points, and 0 comes after 1: move it up",
        ),
        (GOOD.replace('points = 3\ntitle = "High"', 'points = "many"\ntitle = "x"'), "line 12: 'points' of level 2 of"),
        (
            GOOD.replace("points = 3\n", ""),
            "line 11: level 2 of the criterion 'clarity' has no 'points': add points = 1",
        ),
        (
            GOOD.replace(CRITERION, CRITERION + "weight = 0\n"),
            "line 7: every criterion weighs 0: give at least one a weight",
        ),
        (GOOD + CRITERION + LEVELS, "line 15: two criteria are called 'clarity': rename one"),
        (
            GOOD.replace('id = "clarity"', 'id = "Two words"'),
            "line 5: the id 'Two words' of the criterion 'Two words' cannot "
            "be used: write it in lower-case letters, digits, - and _, with a letter first",
        ),
        (
            GOOD.replace(CRITERION, CRITERION + "weight = -1\n"),
            "line 7: 'weight' of the criterion 'clarity' is -1: write 0.0",
        ),
        (
            GOOD.replace(CRITERION, CRITERION + "wieght = 1\n"),
            "line 7: the criterion 'clarity' has no setting 'wieght': write 'weight'",
        ),
        (
            GOOD.replace(CRITERION, CRITERION + "zzz = 1\n"),
            "line 7: the criterion 'clarity' has no setting 'zzz': take it "
            "out; what can stand here is id, title, description, weight, traits, features, uncertainty, levels",
        ),
        (
            GOOD.replace(CRITERION, CRITERION + "traits = { a = 0 }\n"),
            "line 7: the trait weights of 'clarity' add up to 0",
        ),
        (
            GOOD.replace(CRITERION, CRITERION + "traits = { a = 2, b = -1 }\n"),
            "line 7: 'b' of 'traits' of the criterion",
        ),
        (
            GOOD.replace(CRITERION, CRITERION + TRAITS).replace("points = 3", "points = 1"),
            "line 9: the criterion 'clarity' is to be scored and needs two levels or more that differ in points",
        ),
        (
            knots("[[0, 0], [1, 1]]").replace(CRITERION, CRITERION + TRAITS),
            "line 8: the features of 'clarity' adjust its traits: give 'words' 0 points at its typical value, 1",
        ),
        (
            knots("[[0, -2], [1, 0]]").replace(CRITERION, CRITERION + TRAITS),
            "line 8: the features of 'clarity' move its "
            "trained score by more than 33% of its range: lower the points of their knots",
        ),
        (knots("[[0, 0]]"), "line 7: 'knots' of the feature 'words' of the criterion 'clarity' has too few entries"),
        (
            knots("[[1, 0],\n  [1, 2]]").replace("\n  [1", " [1"),
            "line 7: the knots of 'words' have the value 1 after 1: values",
        ),
        (knots("[[1, 0], [2, 2, 2]]"), "line 7: an entry of 'knots'"),
        (with_requirement("min_words = 300"), "line 5: 'min_words' of the table [requirements] must be a table"),
        (
            with_requirement("min_wrds = { value = 1 }"),
            "line 5: the table [requirements] has no setting 'min_wrds': write",
        ),
        (
            with_requirement("min_words = { value = 0, criterion = 'clarity' }"),
            "line 5: 'value' of the requirement 'min_words' is 0: write 1 or more",
        ),
        (with_requirement("min_words = { value = 9 }"), "line 5: the requirement 'min_words' has no 'criterion': add"),
        (
            with_requirement("min_words = { value = 9, criterion = 'style' }"),
            "line 5: the requirement 'min_words' names the criterion 'style', which is not there: write one of clarity",
        ),
        (
            with_requirement("min_words = { value = 9, criterion = 'clarity', cap = 7 }"),
            "line 5: the requirement 'min_words' caps 'clarity' at 7: write a number from 1 to 3",
        ),
        (
            with_requirement("citation_style = { value = 'harvard', criterion = 'clarity' }"),
            "line 5: 'value' of the requirement 'citation_style' is 'harvard': write one of 'mla', 'apa'",
        ),
        (
            with_requirement(
                "min_words = { value = 9, criterion = 'clarity' }\nmax_words = { value = 5, criterion = 'clarity' }"
            ),
            "line 5: 'min_words' (9) is more than",
        ),
    ],
)
def test_an_unusable_rubric_is_refused_with_its_line_and_the_mend(text: str, place: str) -> None:
    with pytest.raises(RubricError) as caught:
        parse_rubric(text.encode(), "mine.toml")
    assert caught.value.code == "rubric_invalid"
    assert caught.value.message.startswith(f"The rubric mine.toml cannot be used: {place}")
    assert caught.value.message.endswith(".")
    assert "\n" not in caught.value.message


def test_every_fault_is_found_in_the_order_of_the_file() -> None:
    text = GOOD.replace("high = 10", "hihg = 10").replace("points = 3", 'points = "x"').replace('title = "Low"\n', "")
    rubric, faults = checked(text.encode(), "mine.toml")
    assert rubric is None
    assert [fault.line for fault in faults] == [3, 3, 8, 11]
    with pytest.raises(RubricError, match=r"line 3: .* \(3 more: see `scorer rubric validate`\)\.$"):
        parse_rubric(text.encode(), "mine.toml")


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"id = ", "it is not valid TOML: Invalid value (at end of document)."),
        (b"\xff\xfe\x00", "it is not UTF-8 text: save it as UTF-8."),
        (b"a = " + b"[" * 5000, "it is nested too deeply or holds too long a number."),
        (b"a = " + b"9" * 5000, "it is nested too deeply or holds too long a number."),
    ],
)
def test_what_is_no_toml_says_so(content: bytes, sentence: str) -> None:
    with pytest.raises(RubricError) as caught:
        parse_rubric(content, "mine.toml")
    assert caught.value.message == f"The rubric mine.toml cannot be used: {sentence}"


def test_a_criterion_that_nobody_scores_needs_no_levels_that_differ() -> None:
    for levels in ("", LEVELS.replace("points = 3", "points = 1")):
        (criterion,) = parse_rubric((HEAD + CRITERION + levels).encode(), "mine.toml").criteria
        assert criterion.highest == criterion.lowest
        assert not criterion.scored


@pytest.mark.parametrize("name", ["no-such-rubric", "/no/such/file.toml", ".", "a\0b"])
def test_an_unknown_rubric_names_the_built_in_ones(name: str) -> None:
    with pytest.raises(RubricError) as caught:
        load_rubric(name)
    assert caught.value.code == "rubric_not_found"
    assert "argument, argument-with-sources, ellipse, holistic-6" in caught.value.message


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("traits = { elegance = 1 }", "line 7: the criterion 'clarity' asks for the trait 'elegance'; the model has "),
        (
            'features = [{ name = "elegance", knots = [[0, 0], [1, 1]], typical = 0 }]',
            "line 7: the criterion 'clarity' asks for the feature 'elegance', which is not measured",
        ),
        (
            'features = [{ name = "words", knots = [[0, 0], [1, 1]], typical = 0, full_from = { elegance = 2 } }]',
            "line 7: the criterion 'clarity' asks for the feature 'elegance', which is not measured",
        ),
    ],
)
def test_a_rubric_that_asks_for_what_is_not_there_is_refused(line: str, sentence: str) -> None:
    rubric = parse_rubric(GOOD.replace(CRITERION, CRITERION + line + "\n").encode(), "mine.toml")
    with pytest.raises(RubricError) as caught:
        check_rubric(rubric, store.load(find_bundle("traits"))[0])
    assert caught.value.code == "rubric_invalid"
    assert sentence in caught.value.message


def test_a_measure_that_is_nearly_right_is_suggested() -> None:
    rubric = parse_rubric(knots("[[0, 0], [1, 1]]").replace('"words"', '"wrods"').encode(), "mine.toml")
    assert [str(fault) for fault in unknown_measures(rubric, registered(), None)] == [
        "line 7: the criterion 'clarity' asks for the feature 'wrods', which is not measured: write 'words'"
    ]


def test_a_file_that_is_too_large_for_a_rubric_is_not_read(tmp_path: Path) -> None:
    file = tmp_path / "large.toml"
    file.write_bytes(b"#" * (LARGEST + 1))
    with pytest.raises(RubricError, match="larger than 2 MB: check that it is a rubric"):
        load_rubric(file)


@pytest.mark.parametrize(
    ("score", "title"),
    [
        (1, "Low"),
        (1.9, "Low"),
        (2.0, "Low"),
        (2.04, "Low"),
        (2.06, "High"),
        (2.1, "High"),
        (3, "High"),
        (-5, "Low"),
        (9, "High"),
    ],
)
def test_the_nearest_level_is_named_the_lower_one_at_a_tie(score: float, title: str) -> None:
    assert rubric().criteria[0].level_at(score).title == title


def test_levels_that_print_alike_are_told_apart_by_the_score_itself() -> None:
    near = Criterion(id="a", title="A", levels=[Level(points=k / 20, title=str(k)) for k in range(5)])
    assert [near.level_at(k / 20).title for k in range(5)] == ["0", "1", "2", "3", "4"]
    fine = Criterion(id="a", title="A", levels=[Level(points=p, title=str(p)) for p in (1.1, 1.4, 1.7)])
    assert fine.level_at(1.25).title == "1.1"  # printed 1.2, whatever the noise of 1.4 - 1.25


def test_the_level_of_an_overall_score_is_not_rounded_twice() -> None:
    wide = rubric().model_copy(update={"scale": Scale(low=0, high=100)})
    assert (wide.level_of(50.04), wide.level_of(51)) == ("Low", "High")


@pytest.mark.parametrize(("overall", "title"), [(0, "Low"), (5, "Low"), (5.04, "Low"), (5.1, "High"), (10, "High")])
def test_an_overall_score_has_the_level_at_its_place_on_the_scale(overall: float, title: str) -> None:
    assert rubric().level_of(overall) == title


def rubric() -> Rubric:
    return parse_rubric(GOOD.encode(), "mine.toml")


def test_the_default_models_card_names_the_traits_that_the_rubrics_use() -> None:
    assert read_card(find_bundle("traits")).kind == "traits"


def test_the_example_of_the_documents_is_a_rubric_that_can_be_used() -> None:
    page = (Path(__file__).parent.parent.parent / "docs" / "rubrics.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"```toml\n(.*?)```", page, re.DOTALL)
    made = parse_rubric(example.encode(), "docs/rubrics.md")
    check_rubric(made, store.load(find_bundle("traits"))[0])
    assert [criterion.scored for criterion in made.criteria] == [True, True, False]
    assert set(made.requirements.stated()) == {"min_words", "min_sources"}
    names = re.findall(r"^\| (`.*?) \|", page[page.index("| name |") : page.index("The last five")], re.MULTILINE)
    assert {name for row in names for name in re.findall(r"`(\w+)`", row)} == set(Requirements.model_fields)


NUMBER = st.integers(-5000, 5000).map(lambda number: number / 70)


@given(st.dictionaries(NUMBER, NUMBER, min_size=2, max_size=6), NUMBER, st.data())
def test_points_are_interpolated_between_knots(
    points: dict[float, float], elsewhere: float, data: st.DataObject
) -> None:
    knots = sorted(points.items())
    rule = FeatureRule(name="words", knots=tuple(knots), typical=0)
    for value in (elsewhere, data.draw(st.sampled_from(knots))[0]):
        assert rule.points(value) == np.interp(value, *zip(*knots, strict=True))
