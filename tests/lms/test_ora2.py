"""A staff assessment of Open edX: the call that we make, and what the real ora2 package makes of it.

ora2 is AGPL and lives in an environment of its own: ``python -m venv ora2 && ora2/bin/pip install 'ora2>=7,<8'``, then
``SCORER_ORA2_PYTHON=ora2/bin/python pytest tests/lms/test_ora2.py``.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT
from made_assessments import RUBRIC, assessment, criterion, failed
from synthetic_essays import essay

import scorer
from scorer.assessment import RubricInfo
from scorer.errors import DataError, RubricError
from scorer.lms import ora2_staff_assessment
from scorer.rubric import Rubric
from scorer.rubric.exchange import import_rubrics

PYTHON = os.environ.get("SCORER_ORA2_PYTHON")
needs_ora2 = pytest.mark.skipif(not PYTHON, reason="ora2 is not installed: set SCORER_ORA2_PYTHON (see this file)")
PROBLEM = {
    "prompts": [{"description": "Should the town plant trees?"}],
    "criteria": [
        {
            "name": "ideas", "label": "Ideas", "prompt": "How clear?", "order_num": 0, "feedback": "optional",
            "options": [
                {"name": "good", "label": "Good", "points": 5, "explanation": "", "order_num": 0},
                {"name": "poor", "label": "Poor", "points": 0, "explanation": "", "order_num": 1},
                {"name": "fair", "label": "Fair", "points": 2, "explanation": "", "order_num": 2},
            ],
        },
        {
            "name": "form", "label": "Form", "prompt": "How tidy?", "order_num": 1, "feedback": "disabled",
            "options": [
                {"name": "no", "label": "No", "points": 0, "explanation": "", "order_num": 0},
                {"name": "yes", "label": "Yes", "points": 3, "explanation": "", "order_num": 1},
            ],
        },
        {"name": "more", "label": "Anything else", "prompt": "Say it.", "order_num": 2, "feedback": "required",
         "options": []},
    ],
}  # fmt: skip


def problem() -> Rubric:
    return import_rubrics(json.dumps(PROBLEM).encode(), "trees.json")[0]


def graded(rubric: Rubric, **scores: float) -> scorer.Assessment:
    """An assessment with these scores for the rubric's criteria."""
    base = criterion("thesis", 3.0)
    results = []
    for asked in rubric.criteria:
        score = scores.get(asked.id)
        level = None if score is None else asked.level_at(score).title
        update = {"id": asked.id, "title": asked.title, "score": score, "level": level, "max_score": asked.highest}
        results.append(base.model_copy(update=update))
    info = RubricInfo(id=rubric.id, title=rubric.title, sha256=rubric.sha256)
    return assessment("1", rubric=info, criteria=tuple(results))


def in_open_edx(call: dict[str, Any]) -> dict[str, Any]:
    """What ora2 holds after the call."""
    assert PYTHON
    done = subprocess.run(
        [Path(PYTHON).absolute(), ROOT / "tests" / "ora2" / "assess.py"],
        input=json.dumps({"answer": "My essay.", "call": call}),
        capture_output=True, text=True, timeout=300,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-2000:]
    made: dict[str, Any] = json.loads(done.stdout)
    return made


def test_names_are_the_problems_own_and_options_those_of_the_levels() -> None:
    call = ora2_staff_assessment(graded(problem(), ideas=2.4, form=2.9), problem())
    assert call["options_selected"] == {"ideas": "fair", "form": "yes"}
    assert call["rubric_dict"]["criteria"] == PROBLEM["criteria"]
    assert list(call["criterion_feedback"]) == ["ideas", "more"]
    assert call["overall_feedback"] == "Your strongest point is Form (“Yes”). What to work on next: Ideas (“Fair”)."
    json.dumps(call)


@pytest.mark.parametrize(
    ("made", "code"),
    [
        (assessment("1", status="needs_review"), "needs_review"),
        (failed("1"), "data_invalid"),
        (assessment("1", criteria=(criterion("thesis", None),)), "data_invalid"),
        (assessment("1", rubric=RubricInfo(id="other", title="Other", sha256="0" * 64)), "data_invalid"),
    ],
)
def test_what_may_not_be_entered_as_final_is_refused(made: scorer.Assessment, code: str) -> None:
    with pytest.raises(DataError) as caught:
        ora2_staff_assessment(made, RUBRIC)
    assert caught.value.code == code


def test_a_teacher_who_looked_may_enter_it() -> None:
    made = assessment("1", status="needs_review")
    assert ora2_staff_assessment(made, RUBRIC, include_review=True)["options_selected"]["Thesis"] == "Proficient"


def test_points_that_are_not_whole_are_refused() -> None:
    levels = tuple(level.model_copy(update={"points": level.points / 2}) for level in RUBRIC.criteria[0].levels)
    halves = RUBRIC.model_copy(update={"criteria": (RUBRIC.criteria[0].model_copy(update={"levels": levels}),)})
    with pytest.raises(RubricError):
        ora2_staff_assessment(assessment("1"), halves)


@needs_ora2
def test_open_edx_takes_our_assessment_and_gives_the_points_that_we_gave() -> None:
    engine = scorer.load()
    made = engine.score(essay(random.Random(4), 0.7, sentences=12), prompt="Should the town plant more trees?")
    call = ora2_staff_assessment(made, engine.rubric, include_review=True)
    held = in_open_edx(call)
    given = {c.id: c.level_at(made.criterion(c.id).score or 0) for c in engine.rubric.criteria}
    assert (held["before"], held["after"]) == ("waiting", "done")
    assert held["score"] == {
        "points_earned": sum(level.points for level in given.values()),
        "points_possible": sum(c.highest for c in engine.rubric.criteria),
    }
    assert held["feedback"] == call["overall_feedback"] != ""
    for asked in engine.rubric.criteria:
        part = held["parts"][asked.title]
        assert (part["option"], part["points"]) == (made.criterion(asked.id).level, given[asked.id].points)
        assert part["feedback"] == call["criterion_feedback"][asked.title] != ""


@needs_ora2
def test_open_edx_takes_a_problem_with_names_labels_and_a_criterion_without_options() -> None:
    held = in_open_edx(ora2_staff_assessment(graded(problem(), ideas=4.0, form=0.2), problem()))
    assert held["after"] == "done"
    assert held["score"] == {"points_earned": 5, "points_possible": 8}
    assert {name: part["option"] for name, part in held["parts"].items()} == {
        "ideas": "good",
        "form": "no",
        "more": None,
    }
