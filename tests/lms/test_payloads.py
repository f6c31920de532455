"""Scores in the shapes that the web services of three systems take."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest
from made_assessments import assessment, failed

from scorer.errors import DataError
from scorer.lms import MoodleCriterion, ags_score, canvas_rubric_assessment, moodle_advanced_grading

NOW = datetime(2024, 3, 4, 10, 11, 12, 345678, tzinfo=UTC)


def test_an_lti_score_leaves_the_last_word_to_the_teacher() -> None:
    score = ags_score(assessment("1"), "user-7", NOW)
    comment = score.pop("comment")
    assert score == {
        "userId": "user-7",
        "scoreGiven": 3.0,
        "scoreMaximum": 4.0,
        "activityProgress": "Completed",
        "gradingProgress": "PendingManual",
        "timestamp": "2024-03-04T10:11:12.345+00:00",
    }
    assert comment.startswith("Thesis: 3 of 4")


@pytest.mark.parametrize(("final", "progress"), [(True, "FullyGraded"), (False, "PendingManual")])
def test_a_score_is_final_only_when_told(final: bool, progress: str) -> None:
    assert ags_score(assessment("1"), "u", NOW, final)["gradingProgress"] == progress


def test_an_essay_without_a_score_is_never_final_and_has_no_points() -> None:
    assert ags_score(failed("1"), "u", NOW, final=True) == {
        "userId": "u",
        "activityProgress": "Completed",
        "gradingProgress": "PendingManual",
        "timestamp": "2024-03-04T10:11:12.345+00:00",
    }


def test_a_time_without_its_zone_is_refused() -> None:
    with pytest.raises(DataError):
        ags_score(assessment("1"), "u", datetime(2024, 3, 4))


def test_a_canvas_rubric_assessment() -> None:
    made = canvas_rubric_assessment(
        assessment("1", score=2.6), {"thesis": "_11", "reasons": "_12"}, {"thesis": {"Proficient": "r3"}}
    )
    assert list(made) == ["_11", "_12"]
    assert made["_11"] == {
        "points": 2.6,
        "rating_id": "r3",
        "comments": "Mend the second sentence. Your thesis is “clear”, and <b>short</b>.",
    }
    assert "rating_id" not in made["_12"]


def test_moodles_advanced_grading_names_levels_and_escapes_remarks() -> None:
    criteria = {"thesis": MoodleCriterion(5, {"Proficient": 51, "Advanced": 52}), "sources": MoodleCriterion(6, {})}
    made = moodle_advanced_grading(assessment("1"), criteria)
    remark = "Mend the second sentence. Your thesis is “clear”, and &lt;b&gt;short&lt;/b&gt;."
    filling = {"criterionid": 5, "levelid": 51, "remark": remark, "remarkformat": 1}
    assert made == {"rubric": {"criteria": [{"criterionid": 5, "fillings": [filling]}]}}


def test_essays_without_scores_give_nothing_and_everything_is_plain_data() -> None:
    assert canvas_rubric_assessment(failed("1"), {"thesis": "_11"}) == {}
    assert moodle_advanced_grading(failed("1"), {}) == {"rubric": {"criteria": []}}
    json.dumps(ags_score(assessment("1"), "u", NOW))
