"""No assignment to judge the essay by."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from scorer.assessment import Flag
from scorer.flags.finding import Finding


def no_prompt(doc: Doc) -> Iterator[Finding]:
    """Where neither the file nor the teacher gave one."""
    if not (doc._.prompt or doc._.given_prompt):
        message = "No assignment was given, so whether the essay answers it was not judged."
        yield Finding(Flag(code="no_prompt", severity="info", message=message))
