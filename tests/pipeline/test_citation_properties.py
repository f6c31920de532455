"""Whatever the text, spans hold; however long it is, reading stays fast."""

from __future__ import annotations

from itertools import pairwise
from time import process_time

import pytest
from citation_reading import ENGLISH, read
from hypothesis import given, settings
from hypothesis import strategies as st

from scorer.pipeline.citations import Citations
from scorer.pipeline.quotations import Quotations
from scorer.pipeline.references import References

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


ENDLESS = [
    "(“ ", "(\" ", "\"a b c ", "(Nau 12) ", "\"a b c d\" (28) ", "”a b c ", "In paragraph 3 ", "(((“A ", "((((",
    "))))", "[[[[", "\"", "“", "‘a ", "et al. ", "Walt et al. ", "1234567890", "1, ", "2017 ", "(2017) ",
    "Walt (2017) ", "Walt, ", "Walt and ", "of the ", "A ", "Source B ", "the article ", "the article Walt ",
    "“A” by ", "Walt’s Old Wars ", "In Old Wars, ", "his book Old Wars, Old ", "by Walt in 2017 ",
    "2017 study by Walt ", "(ibid.) ", "[1]", "[1]–[2]", "¹", "www.", "Walt 12, ", "van der ", "a journalist ",
]  # fmt: skip


@pytest.mark.parametrize("piece", ENDLESS)
def test_time_grows_with_length_alone(piece: str) -> None:
    def seconds(times: int) -> float:
        doc = ENGLISH.make_doc(piece * times)  # its own time is not the components'
        start = process_time()
        Citations()(References()(Quotations()(doc)))
        return process_time() - start

    def quickest(times: int) -> float:
        return min(seconds(times) for _ in range(3))

    # Four times the length takes sixteen times the time where every mark looks at all others.
    assert quickest(2000) < 9 * max(quickest(500), 0.01)
