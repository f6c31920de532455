"""Whatever the text, spans hold; however long it is, reading stays fast."""

from __future__ import annotations

from itertools import pairwise
from time import perf_counter

import pytest
from citation_reading import read
from hypothesis import given, settings
from hypothesis import strategies as st

PIECES = st.lists(
    st.sampled_from(
        ["Walt", "Nau ", " (2017)", "(Nau 12)", '"', "“", "”", "(", ")", "[1]", "; ", ", ", "2019", "et al.", "\n",
         "\n\n",
         "In his book Diplomacy, Kissinger", " by ", "'s ", "Works Cited\n", "www.a.org", "¹", ". ", "argues",
         "p. 4", " of ", "paragraph 3", "Source B", "the article ", "“Smart Cities”", ", ", "İ", "e\u0301"]
    )
    | st.text(max_size=5)
)  # fmt: skip


@settings(deadline=None)
@given(PIECES.map("".join))
def test_spans_hold_for_any_text(text: str) -> None:
    doc = read(text)
    spans = []
    for citation in doc._.citations:
        assert 0 <= citation.start < citation.end <= len(text)
        words = text[citation.start : citation.end]
        assert words == words.strip()
        assert 0 <= citation.confidence <= 1
        spans.append((citation.start, citation.end))
    assert spans == sorted(spans)
    different = sorted(set(spans))
    assert all(a[1] <= b[0] for a, b in pairwise(different))
    for quotation in doc._.quotations:
        assert quotation.citation is None or quotation.citation < len(doc._.citations)


@pytest.mark.parametrize(
    "piece", ["(“ ", '(" ', '"a b c ', "(Nau 12) ", '"a b c d" (28) ', "”a b c ", "In paragraph 3 ", "(((“A "]
)
def test_time_grows_with_length_alone(piece: str) -> None:
    def seconds(times: int) -> float:
        start = perf_counter()
        read(piece * times)
        return perf_counter() - start

    seconds(100)
    # Four times the length takes sixteen times the time where every mark looks at all others.
    assert seconds(2000) < 9 * max(min(seconds(500), seconds(500)), 0.01)
