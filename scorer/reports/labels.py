"""What a teacher reads for the name of a submission and of a contribution."""

from __future__ import annotations

from scorer.assessment import OVERRIDE, Assessment
from scorer.features import registered
from scorer.scoring.criteria import CLIP
from scorer.scoring.deductions import LABELS as DEDUCTIONS
from scorer.scoring.ngrams import LABELS
from scorer.scoring.requirements import CAP

_OTHERS = {
    **LABELS,
    CLIP: "end of the scale",
    CAP: "requirement not met",
    **DEDUCTIONS,
    OVERRIDE: "the teacher's change",
}


def name_of(assessment: Assessment) -> str:
    """Whose essay it is, or else what its file is called."""
    return assessment.submission.student or assessment.submission.id


def label(name: str) -> str:
    """The label of a feature, an n-gram view or a special contribution; the name itself where there is none."""
    known = registered().get(name)
    return known.label if known else _OTHERS.get(name, name)
