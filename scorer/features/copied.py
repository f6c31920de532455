"""Words that are not the student's: taken over from the assignment or from a source, without quotation marks."""

from __future__ import annotations

from typing import Literal

from spacy.tokens import Doc

from scorer.features.arithmetic import ratio
from scorer.features.registry import feature
from scorer.features.running_text import positions_of, running, words_before
from scorer.pipeline.view import view


@feature(group="reasons", label="words copied from the assignment", unit="share", direction="lower")
def copied_prompt_share(doc: Doc) -> float:
    """Words in sentences taken over from the assignment / words. 0 to 1, mostly 0; high: the task is said again."""
    return _share(doc, "prompt")


@feature(group="sources", label="words copied from sources, not quoted", unit="share", direction="lower")
def copied_source_share(doc: Doc) -> float:
    """Unquoted words taken over from the source texts that were given / words. 0 to 1; 0.0 without sources."""
    return _share(doc, "source")


def _share(doc: Doc, origin: Literal["prompt", "source"]) -> float:
    found = [copied for copied in doc._.copied if copied.origin == origin]
    if not found:
        return 0.0
    made, counted = view(doc), running(doc)
    return ratio(sum(counted[k] for copied in found for k in positions_of(made, copied)), words_before(doc)[-1])
