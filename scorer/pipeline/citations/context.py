"""What of the essay bears on its brackets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from scorer.pipeline.annotations import Quotation
from scorer.pipeline.citations.narrative import Named
from scorer.pipeline.quotations.sentences import SentenceStarts


@dataclass(frozen=True)
class Essay:
    """What of the essay bears on its brackets.

    ``known``: surnames of authors; ``dated``: some bracket cites by author and year; ``sourced``: there is a list of
    references, or a bracket that is a citation beyond doubt; ``listed``: there is a list; ``floor``: where the essay
    begins.
    """

    text: str
    floor: int
    known: set[str]
    dated: bool
    sourced: bool
    listed: bool
    sentences: SentenceStarts
    named: Sequence[Named]
    quotations: Sequence[Quotation]

    @property
    def classed(self) -> bool:
        """Whether the essay has no list, and points at works without their authors, as those on a class's text do.

        Whom such an essay names without saying that it is an author may be a person of the text.
        """
        return not self.listed and any(one.work.author is None for one in self.named)
