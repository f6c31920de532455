"""A teacher's words in the place of the program's."""

from __future__ import annotations

import re

from scorer.assessment import NOT_APPROVED, Assessment, Feedback, Flag, Place
from scorer.drafts.model import DraftEssay, Sentence

_QUOTED = re.compile(r"“([^“”]+)”|\"([^\"]+)\"")
LEAST = 2
"""Letters of quoted words that are looked for in the essay."""
TO_COME = "Your teacher's remarks are still to come."


def applied(assessment: Assessment, essay: DraftEssay) -> Assessment:
    """The assessment with the draft's feedback; a criterion whose heading was deleted keeps none.

    Sentences that the program wrote keep their places; a sentence of the teacher's own points at the words that it
    quotes, where ``assessment.text`` holds them once.
    """
    criteria = tuple(
        result.model_copy(
            update={"feedback": tuple(_placed(one, assessment.text or "") for one in essay.criteria.get(result.id, ()))}
        )
        for result in assessment.criteria
    )
    return assessment.model_copy(update={"criteria": criteria})


def released(assessment: Assessment, essay: DraftEssay | None) -> Assessment:
    """What a student may see: the feedback that the teacher approved, or none of it and a flag that says so."""
    if essay is not None and essay.approved:
        return assessment
    criteria = tuple(result.model_copy(update={"feedback": ()}) for result in assessment.criteria)
    waits = Flag(code=NOT_APPROVED, severity="info", message=TO_COME)
    return assessment.model_copy(update={"criteria": criteria, "flags": (*assessment.flags, waits)})


def _placed(sentence: Sentence, text: str) -> Feedback:
    feedback = sentence.feedback
    if sentence.number is not None:
        inside = tuple(place for place in feedback.spans if place.end <= len(text)) if text else feedback.spans
        return feedback.model_copy(update={"spans": inside})
    places = []
    for match in _QUOTED.finditer(feedback.message):
        words = (match[1] or match[2]).rstrip(" .,;…").strip()
        found = re.finditer(r"\s+".join(map(re.escape, words.split())), text) if len(words) >= LEAST else iter(())
        starts = list(found)
        if len(starts) == 1:
            places.append(Place(start=starts[0].start(), end=starts[0].end()))
    return feedback.model_copy(update={"spans": tuple(places)})
