"""Authored gold as components of the tagger."""

from __future__ import annotations

import pytest

from scorer.assessment import CounterargumentSpan, EvidenceSpan, Span, Structure
from scorer.training.argument.written import components_of

TEXT = "abcdefghijklmnopqrstuvwxyz"


def span(start: int, end: int) -> Span:
    return Span(start=start, end=end, text=TEXT[start:end], confidence=1.0)


def evidence(start: int, end: int) -> EvidenceSpan:
    return EvidenceSpan(**span(start, end).model_dump(), supports=None)


def against(start: int, end: int, rebuttal: Span | None = None) -> CounterargumentSpan:
    return CounterargumentSpan(**span(start, end).model_dump(), rebuttal=rebuttal)


@pytest.mark.parametrize(
    ("structure", "components"),
    [
        pytest.param(Structure(), [], id="a story"),
        pytest.param(
            Structure(thesis=span(0, 2), restatements=(span(20, 22),), reasons=(span(4, 6),)),
            [(0, "MajorClaim", None), (4, "Claim", "For"), (20, "MajorClaim", None)],
            id="thesis and restatement",
        ),
        pytest.param(
            Structure(counterarguments=(against(0, 2, span(4, 6)),), reasons=(span(4, 6),), evidence=(evidence(8, 9),)),
            [(0, "Claim", "Against"), (4, "Claim", "For"), (8, "Premise", None)],
            id="a rebuttal that is a reason too is one claim",
        ),
        pytest.param(
            Structure(reasons=(span(0, 9),), evidence=(evidence(4, 12),)),
            [(0, "Claim", "For")],
            id="of overlapping parts the claim stays",
        ),
    ],
)
def test_kinds_of_components(structure: Structure, components: list[tuple[int, str, str | None]]) -> None:
    assert [(c.start, c.label, c.stance) for c in components_of(structure)] == components
