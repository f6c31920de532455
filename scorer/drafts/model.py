"""A draft: the feedback of one or many essays as a teacher has left it."""

from __future__ import annotations

from dataclasses import dataclass, field

from scorer.assessment import Assessment, Feedback


@dataclass(frozen=True)
class Sentence:
    """One sentence; ``number`` is that of the program's own sentence, or None for one that the teacher wrote."""

    feedback: Feedback
    number: int | None = None


@dataclass(frozen=True)
class DraftEssay:
    """One essay's part of a draft. ``criteria``: id of the criterion to its sentences, in order."""

    id: str
    sha256: str
    name: str
    approved: bool
    criteria: dict[str, tuple[Sentence, ...]]


@dataclass(frozen=True)
class Draft:
    """Every essay of a draft, by id and the hash of its file."""

    essays: dict[tuple[str, str], DraftEssay] = field(default_factory=dict)

    def of(self, assessment: Assessment) -> DraftEssay | None:
        """The part on an essay; None where the draft has none, or was made from another version of the file."""
        return self.essays.get((assessment.submission.id, assessment.submission.sha256))

    def is_outdated(self, assessment: Assessment) -> bool:
        """Whether the draft knows the essay by its id, but not this version of the file."""
        known = {id for id, _ in self.essays}
        return self.of(assessment) is None and assessment.submission.id in known
