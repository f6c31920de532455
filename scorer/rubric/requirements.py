"""Checks that a teacher can state: so many words, so many sources, a style, a list of references.

Each names the criterion that it concerns. Where an essay does not meet it, that criterion says so, and with ``cap``
can reach no more than so many points. What is counted stands in ``scorer.scoring.requirements``.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from scorer.rubric.base import Part, fault

Style = Literal["mla", "apa", "chicago-author-date", "chicago-note", "numeric"]


class Requirement(Part):
    """``criterion`` is an id of the same rubric, ``cap`` the most points that it can reach where this is unmet."""

    criterion: str
    cap: float | None = None


class Number(Requirement):
    """At least, or at most, so many."""

    value: Annotated[int, Field(ge=1)]


class CitationStyle(Requirement):
    """Every citation whose style shows must be in this one."""

    value: Style


class Presence(Requirement):
    """Something must be there; ``value = false`` asks for nothing."""

    value: bool = True


class Requirements(Part):
    """The table ``[requirements]``; what is left out is not asked for."""

    min_words: Number | None = None
    max_words: Number | None = None
    min_citations: Number | None = None
    min_sources: Number | None = None
    citation_style: CitationStyle | None = None
    reference_list: Presence | None = None
    counterargument: Presence | None = None

    @model_validator(mode="after")
    def _ordered(self) -> Requirements:
        if self.min_words and self.max_words and self.min_words.value > self.max_words.value:
            raise fault(
                f"'min_words' ({self.min_words.value}) is more than 'max_words' ({self.max_words.value}): swap them",
                "min_words",
                "value",
            )
        return self

    def stated(self) -> dict[str, Requirement]:
        """Name -> requirement, of those that the teacher wrote."""
        return {name: asked for name in type(self).model_fields if (asked := getattr(self, name)) is not None}
