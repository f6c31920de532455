"""Whatever the text, the pipeline runs and its findings can be pointed at."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from scorer.pipeline.annotations import LISTS, Found
from scorer.pipeline.load import annotate

FRAGMENTS = (
    "In conclusion, ", "I believe that ", "parks are good", "because trees cool streets", "First, ", "Some people say ",
    "However, ", " (Nau 28)", " (Walt, 2017)", "“no world government”", '"', "“", "”", "Works Cited",
    "Nau, Henry. Peace. 2015.",
    "Prompt: ", "Do you agree?", "Should dogs vote?", "\n", "\n\n", "     ", ". ", "? ", "[1]", "https://a.example/b ",
    "\u00a0", "\u2028", "\x0b", "\x1c", "\u200b", "\ufeff", "é", "\U0001f600", "İ", "ß", "\x00", "عربي", "中文",
    "e\u0301",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(FRAGMENTS), max_size=30).map("".join) | st.text(max_size=150)
RUNS = settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def findings(doc: Doc) -> Iterator[tuple[str, Found]]:
    for name in ("prompt", "thesis", "conclusion"):
        if getattr(doc._, name):
            yield name, getattr(doc._, name)
    for name in LISTS:
        for found in getattr(doc._, name):
            yield name, found
            if getattr(found, "rebuttal", None):
                yield "rebuttal", found.rebuttal


@RUNS
@given(TEXTS)
def test_findings_are_trimmed_stretches_of_the_text(nlp: Language, text: str) -> None:
    doc = nlp(text)
    assert doc.text == text
    for name, found in findings(doc):
        assert 0 <= found.start < found.end <= len(text), name
        words = text[found.start : found.end]
        assert words == words.strip(), name
        assert 0.0 <= found.confidence <= 1.0, name


@RUNS
@given(TEXTS)
def test_lists_are_in_text_order_and_indices_point_into_them(nlp: Language, text: str) -> None:
    doc = nlp(text)
    for name in LISTS:
        assert [f.start for f in getattr(doc._, name)] == sorted(f.start for f in getattr(doc._, name)), name
    for quotation in doc._.quotations:
        assert quotation.citation is None or 0 <= quotation.citation < len(doc._.citations)
    for citation in doc._.citations:
        assert citation.reference is None or 0 <= citation.reference < len(doc._.references)
    for evidence in doc._.evidence:
        assert evidence.supports is None or 0 <= evidence.supports[1] < len(getattr(doc._, evidence.supports[0]))


@RUNS
@given(TEXTS)
@example("parks are good\n\nparks are good")
def test_components_of_the_argument_do_not_cross_and_stay_in_the_essay(nlp: Language, text: str) -> None:
    doc = nlp(text)
    parts = [doc._.thesis] if doc._.thesis else []
    for name in ("restatements", "reasons", "counterarguments", "evidence"):
        parts += getattr(doc._, name)
    parts.sort(key=lambda found: found.start)
    assert all(before.end <= after.start for before, after in pairwise(parts))
    for part in parts:
        assert any(p.start <= part.start and part.end <= p.end for p in doc._.paragraphs)
    if doc._.prompt:
        assert all(found.start >= doc._.prompt.end for name, found in findings(doc) if name in {"thesis", "paragraphs"})


@RUNS
@given(TEXTS, TEXTS)
def test_any_prompt_can_be_given_apart(nlp: Language, text: str, prompt: str) -> None:
    essay = f"{prompt}\n\n{text}"
    doc = annotate(nlp, essay, prompt=prompt)
    if doc._.prompt and prompt.strip() and prompt.isascii():
        words = prompt.split()
        assert essay[doc._.prompt.start : doc._.prompt.end].split()[: len(words)] == words


@RUNS
@given(st.lists(st.sampled_from(FRAGMENTS), min_size=1, max_size=20).map("".join))
def test_reading_twice_gives_the_same(nlp: Language, text: str) -> None:
    assert list(findings(nlp(text))) == list(findings(nlp(text)))
