"""What an essay loses for text that was set aside, that hardly makes sense, or that does not answer its assignment.

Text that repeats, pads or copies is not scored; an essay that needs it is worse than one that does without, as any
teacher's mark would say. What is taken away are contributions, so that base and contributions still add up.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from scorer.assessment import Contribution
from scorer.scoring.criteria import CriterionScore
from scorer.scoring.traits import DECIMALS

COST = 1 / 6
"""A whole deduction, as a share of the criterion's range: half a level of four. Chosen, not learnt."""
FULL = 0.2
"""Share of the words set aside from which the whole deduction is made; below, in proportion."""


@dataclass(frozen=True)
class Deductions:
    """What was found: ``set_aside``, share of the words; ``unclear`` and ``off_topic``, 0 to 1."""

    set_aside: float = 0.0
    unclear: float = 0.0
    off_topic: float = 0.0


LABELS = {
    "set_aside": "repeated, copied or unrelated text",
    "unclear": "text that does not hold together",
    "off_topic": "not on the assignment",
    "doubtful": "text that may not belong",
}
"""What a teacher reads for each contribution."""


def deducted(score: CriterionScore | None, found: Deductions, asks_what_is_said: bool) -> CriterionScore | None:
    """The score less what was found costs.

    ``asks_what_is_said``: the criterion judges what the essay says on its assignment; it gets its lowest level where
    the essay is surely on another subject, and loses the less of its range the less sure that is.
    """
    if score is None:
        return None
    span = score.criterion.highest - score.criterion.lowest
    costs = {
        "set_aside": (found.set_aside, COST * min(1.0, found.set_aside / FULL)),
        "unclear": (found.unclear, COST * found.unclear),
        "off_topic": (found.off_topic, found.off_topic if asks_what_is_said else 0.0),
    }
    for name, (value, cost) in costs.items():
        score = _lowered(score, name, value, cost * span)
    return score


def held_back(score: CriterionScore | None, without: CriterionScore | None, held: float) -> CriterionScore | None:
    """The score less the share ``held`` of what it gains by text that may not belong; ``without``: the score without
    that."""
    if score is None or without is None:
        return score
    return _lowered(score, "doubtful", held, held * max(0.0, score.score - without.score))


def led_from(without: CriterionScore | None, score: CriterionScore | None, doubt: float) -> CriterionScore | None:
    """The score, explained by the reading without what is doubted and one contribution that leads from there to it."""
    if score is None or without is None:
        return score
    points = round(score.score - without.score, DECIMALS)
    led = (Contribution(feature="doubtful", value=round(doubt, DECIMALS), points=points),) if points else ()
    return replace(score, base=without.base, contributions=(*without.contributions, *led))


def _lowered(score: CriterionScore, name: str, value: float, points: float) -> CriterionScore:
    """The score with at most ``points`` fewer, not below the lowest level; interval and level move along."""
    lowest = score.criterion.lowest
    left = round(max(lowest, score.score - points), DECIMALS)
    if left == score.score:
        return score
    taken = Contribution(feature=name, value=round(value, DECIMALS), points=round(left - score.score, DECIMALS))
    low, high = (round(max(lowest, end + taken.points), DECIMALS) for end in score.interval)
    step = None if score.step is None else max(lowest, score.step + taken.points)
    return replace(score, score=left, interval=(low, high), step=step, contributions=(*score.contributions, taken))
