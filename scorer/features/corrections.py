"""Densities of the marks that the corrections make: one feature for each kind of slip, and all together.

The corrections are precise and miss much: a density tells how many plain slips a text has, not how many in all.
"""

from __future__ import annotations

from spacy.tokens import Doc

from scorer.corrections import marks
from scorer.features.lexicons.corrections import CONVENTIONS, LANGUAGE
from scorer.features.registry import Group, Measure, feature
from scorer.pipeline.view import view

_SOURCE = "corrections of this project (docs/feedback.md)"
_LEFT_OUT = frozenset({"uncited_claim", "citation_form"})


def _density(name: str, label: str, codes: tuple[str, ...]) -> Measure:
    def measure(doc: Doc) -> float:
        found = marks(doc)
        return view(doc).rate(sum(mark.times for code in codes for mark in found.get(code, ())))

    measure.__name__ = name
    measure.__doc__ = f"Marks for {label} ({', '.join(codes)}) per 100 words. 0 to 100; high: not proofread or unsure."
    return measure


def _register(group: Group, kinds: dict[str, tuple[str, tuple[str, ...]]]) -> None:
    for name, (label, codes) in kinds.items():
        register = feature(
            group=group, label=f"marked: {label}", unit="per 100 words", direction="lower", source=_SOURCE
        )
        register(_density(name, label, codes))


_register("conventions", CONVENTIONS)
_register("language", LANGUAGE)


@feature(
    group="conventions", label="marked: slips of all kinds", unit="per 100 words", direction="lower", source=_SOURCE
)
def marked_slips(doc: Doc) -> float:
    """Marks of every kind but those on sources per 100 words. 0 to 100; high: not proofread or unsure."""
    found = marks(doc).items()
    return view(doc).rate(sum(mark.times for code, made in found if code not in _LEFT_OUT for mark in made))
