"""What text costs that should not count."""

from dataclasses import replace

import pytest

from scorer.rubric import load_rubric
from scorer.scoring.criteria import CriterionScore
from scorer.scoring.deductions import Deductions, deducted, held_back


@pytest.fixture(scope="module")
def thesis():
    (criterion,) = (c for c in load_rubric().criteria if c.id == "thesis")
    return CriterionScore(criterion, 3.0, (2.5, 3.5), "rule", 3.0, ())


@pytest.mark.parametrize(("doubt", "score"), [(0.0, 3.0), (0.25, 2.25), (0.5, 1.5), (1.0, 1.0)])
def test_the_surer_another_assignment_is_answered_the_more_it_costs(thesis, doubt, score):
    made = deducted(thesis, Deductions(off_topic=doubt), asks_what_is_said=True)
    assert made.score == score
    assert made.base + sum(c.points for c in made.contributions) == pytest.approx(score)


def test_another_assignment_costs_nothing_where_only_the_writing_is_judged(thesis):
    assert deducted(thesis, Deductions(off_topic=1.0), asks_what_is_said=False).score == 3.0


def test_setting_aside_costs_in_proportion_up_to_a_fifth(thesis):
    costs = [3 - deducted(thesis, Deductions(set_aside=share), True).score for share in (0.1, 0.2, 0.4)]
    assert costs == pytest.approx([0.25, 0.5, 0.5])


def test_of_what_is_gained_by_doubtful_text_the_share_that_is_doubted_goes(thesis):
    without = replace(thesis, score=2.0)
    assert [held_back(thesis, without, doubt).score for doubt in (0.0, 0.5, 1.0)] == [3.0, 2.5, 2.0]
    assert held_back(thesis, without, 0.5).interval == (2.0, 3.0)


def test_what_is_lost_by_doubtful_text_stays_lost(thesis):
    assert held_back(thesis, replace(thesis, score=3.5), 1.0) == thesis
    assert held_back(thesis, None, 1.0) == thesis
    assert held_back(None, thesis, 1.0) is None


def test_the_level_of_a_calibrated_criterion_falls_with_its_score(thesis):
    calibrated = replace(thesis, step=3.0)
    assert calibrated.level.points == 3
    assert held_back(calibrated, replace(thesis, score=1.0), 1.0).level.points == 1
