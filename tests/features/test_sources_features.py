"""What is measured of citations, references, quotations and signal phrases."""

from __future__ import annotations

import math
import re

import pytest
from essay_builder import Marked, build
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from scorer.features import attribution, sources
from scorer.features.registry import registered
from scorer.pipeline.annotations import Found, Role

NAU = {"author": "Nau", "locator": "28"}
WALT = {"author": "Walt", "title": "Alliance", "year": "2017", "issues": ("missing_locator",)}
TEXT = (
    "{R|Treaties keep peace}. {E1|As scholars note, “weak states join strong ones” (Nau 28)}. "
    "That is why weak states need the help of the law and of other states. "
    "{R|Talks build trust}. {E2|Nations meet every spring}. {E2|They sign treaties} (Walt, Alliance 2017). "
    "“Peace lasts.” https://peace.example.org\n\n"
    "Nau, Henry. Perspectives. 2019.\n\nWalt, Stephen. Alliance."
)


def essay() -> Doc:
    return build(
        TEXT,
        citations=[
            ("(Nau 28)", {**NAU, "reference": 0}),
            ("(Walt, Alliance 2017)", {**WALT, "style": "apa"}),
            ("https://peace.example.org", {"style": "url"}),
        ],
        quotations=[("“weak states join strong ones”", {"citation": 0}), ("“Peace lasts.”", {})],
        references=[
            ("Nau, Henry. Perspectives. 2019.", {"author": "Nau, Henry", "title": "Perspectives", "year": "2019"}),
            ("Walt, Stephen. Alliance.", {"author": "Walt, Stephen", "title": "Alliance"}),
        ],
    )


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("citations_count", 3),
        ("citations_per_100_words", 100 * 3 / 38),
        ("sources_distinct", 3),
        ("sources_main_share", 1 / 3),
        ("citations_locator_share", 1 / 3),
        ("citations_year_share", 1 / 3),
        ("citations_named_share", 2 / 3),
        ("citations_clean_share", 2 / 3),
        ("citation_issues", 1 / 3),
        ("citation_styles", 3),
        ("citation_style_consistency", 1 / 3),
        ("citations_url_share", 1 / 3),
        ("citations_discussed_share", 1 / 3),  # only the first has words of the writer after it
        ("evidence_cited_share", 2 / 3),
        ("reasons_cited_share", 1.0),
        ("citations_per_reason", 3 / 2),
        ("references_present", 1),
        ("references_count", 2),
        ("references_complete_share", (1 + 2 / 3) / 2),
        ("citations_matched_share", 1 / 3),
        ("references_cited_share", 1 / 2),
        ("quotations_count", 2),
        ("quoted_share", 7 / 38),
        ("quotations_cited_share", 1 / 2),
        ("quotations_integrated_share", 1 / 2),
        ("quotations_long_share", 0.0),
    ],
)
def test_arithmetic_on_one_essay(name: str, expected: float) -> None:
    assert registered()[name].measure(essay()) == pytest.approx(expected)


def test_no_sources_is_zero_everywhere() -> None:
    doc = build("Cities grow. {R|People come} and go.")
    values = {name: item.measure(doc) for name, item in registered().items() if item.group == "sources"}
    assert len(values) >= 25
    assert set(values.values()) == {0.0}


@pytest.mark.parametrize(
    ("citations", "expected"),
    [
        ([("(Nau 28)", NAU), ("(Nau 52)", {"author": "Nau", "locator": "52"})], 1),
        ([("(Walt 2017)", {"author": "Walt", "year": "2017"}), ("(Walt 2015)", {"author": "Walt", "year": "2015"})], 2),
        (
            [
                ("(Walt 12)", {"author": "Walt"}),
                ("(Walt 2017)", {"author": "Walt", "year": "2017"}),
                ("(Walt 2015)", {"author": "Walt", "year": "2015"}),
            ],
            2,
        ),
        ([("(Nau 28)", NAU), ("(Henry Nau)", {"author": "Henry Nau"})], 1),
        ([("(Lee and Park)", {"author": "Lee and Park"}), ("(Lee et al.)", {"author": "Lee et al."})], 1),
        ([("(“Pacts”)", {"title": "Pacts"}), ("(“Pacts” 4)", {"title": "pacts"})], 1),
        ([("[1]", {"style": "numeric"}), ("[2]", {"style": "numeric"}), ("[1]", {"style": "numeric"})], 2),
        ([("(Nau 28)", {**NAU, "reference": 0}), ("(Nau 52)", {"author": "Nau", "reference": 1})], 2),
    ],
)
def test_works_are_told_apart(citations: Marked, expected: int) -> None:
    doc = build(" ".join(text for text, _ in citations), citations=citations)
    assert sources.sources_distinct(doc) == expected


@pytest.mark.parametrize(
    ("styles", "count", "consistency"),
    [
        (["mla", "mla"], 1, 1.0),
        (["mla", "narrative", "mla"], 1, 1.0),
        (["narrative"], 0, 1.0),
        (["mla", "apa", "apa", "narrative"], 2, 2 / 3),
    ],
)
def test_narrative_citations_fit_any_style(styles: list[str], count: int, consistency: float) -> None:
    text = " ".join(f"(Nau {k})" for k in range(len(styles)))
    doc = build(text, citations=[(f"(Nau {k})", {"style": style}) for k, style in enumerate(styles)])
    assert sources.citation_styles(doc) == count
    assert sources.citation_style_consistency(doc) == pytest.approx(consistency)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{E|Armies marched (Nau 28)}.", 1),
        ("{E|Armies marched} (Nau 28).", 1),
        ("{E|Armies marched}. (Nau 28)", 1),
        ("{E|Armies marched}. Peace came (Nau 28).", 0),
        ("Peace came (Nau 28). {E|Armies marched}.", 0),
        ("{E|Armies marched}. Nau (28) says that peace came.", 0),
    ],
)
def test_a_citation_belongs_to_its_sentence(text: str, expected: int) -> None:
    cited = "(Nau 28)" if "(Nau 28)" in text else "Nau (28)"
    assert sources.evidence_cited_share(build(text, citations=[(cited, NAU)])) == expected


def with_counts(doc: Doc, *counts: float) -> Doc:
    """The sentences, parted by full stops, with what a source in each counts."""
    ends = [match.end() for match in re.finditer(r"[.](?= |$)", doc.text)]
    starts = [0, *(end + 1 for end in ends[:-1])]
    doc._.roles = tuple(
        Role(start, end, 0.0, 0.0, 0.0, 1.0, counts=count)
        for start, end, count in zip(starts, ends, counts, strict=True)
    )
    return doc


@pytest.mark.parametrize(
    ("counts", "distinct", "clean", "integrated"),
    [
        ((1.0, 1.0), 2.0, 0.5, 1.0),
        ((1.0, 0.5), 1.5, 1 / 1.5, 1.0),
        ((0.0, 1.0), 1.0, 0.0, 0.0),
        ((0.5, 0.0), 0.5, 0.5, 0.5),  # half a citation is no whole one
    ],
)
def test_sources_on_another_subject_count_less(
    counts: tuple[float, float], distinct: float, clean: float, integrated: float
) -> None:
    doc = build(
        "Scholars write that “armies march home” (Nau 28). Peace came (Walt, 2017).",
        citations=[("(Nau 28)", NAU), ("(Walt, 2017)", WALT)],
        quotations=[("“armies march home”", {"citation": 0})],
    )
    found = with_counts(doc, *counts)
    assert sources.sources_distinct(found) == pytest.approx(distinct)
    assert sources.citations_clean_share(found) == pytest.approx(clean)
    assert sources.quotations_integrated_share(found) == pytest.approx(integrated)


def test_a_work_counts_as_much_as_the_citation_of_it_that_counts_most() -> None:
    doc = build("Armies marched (Nau 28). Peace came (Nau 29).", citations=[("(Nau 28)", NAU), ("(Nau 29)", NAU)])
    assert sources.sources_distinct(with_counts(doc, 0.6, 0.9)) == pytest.approx(0.9)


def test_cited_thirds() -> None:
    doc = build("a b (Nau 28) c d e f g h i j k l m n o p q (Nau 52)", citations=[("(Nau 28)", {}), ("(Nau 52)", {})])
    assert sources.citations_spread(doc) == pytest.approx(2 / 3)


@pytest.mark.parametrize(("words", "expected"), [(39, 0), (40, 1)])
def test_long_quotations(words: int, expected: int) -> None:
    quoted = "“" + " ".join(["word"] * words) + "”"
    assert sources.quotations_long_share(build(f"She wrote {quoted}.", quotations=[(quoted, {})])) == expected


def test_an_unopened_quotation_and_its_mark_count_once() -> None:
    doc = build("They were coerced or endangered” in war.", quotations=[("or endangered”", {"unopened": True})])
    assert sources.unbalanced_quotation_marks(doc) == 1
    at = doc.text.index("”")
    doc._.unbalanced_quotes = [Found(at, at + 1)]
    assert sources.unbalanced_quotation_marks(doc) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("According to Walt, alliances shift.", 1),
        ("Kissinger argues that power keeps order.", 1),
        ("The author explains why it failed, and studies have shown the same.", 2),
        ("Mary said that she was tired.", 0),
        ("My brother shows me his room.", 0),
        ("I argue that power keeps order.", 0),
    ],
)
def test_signal_phrases(nlp: Language, text: str, expected: int) -> None:
    assert attribution.signal_phrases(nlp(text)) == expected


_WORDS = st.sampled_from(
    ["parks", "Oslo", "because", "1941", "“", "”", "(Nau 28)", ".", "?", "for example", "\n\n", ""]
)


@given(st.lists(_WORDS, max_size=25), st.lists(st.sampled_from("TSRKEC"), max_size=5), st.data())
def test_every_feature_is_finite_on_any_text(words: list[str], kinds: list[str], data: st.DataObject) -> None:
    pieces = list(words)
    for kind in kinds:
        at = data.draw(st.integers(0, len(pieces)))
        pieces.insert(at, f"{{{kind}|{data.draw(_WORDS)}}}")
    text = " ".join(pieces)
    doc = build(text, citations=[("(Nau 28)", NAU)] * ("(Nau 28)" in text))
    for item in registered().values():
        if item.group in ("thesis", "reasons", "sources"):
            assert math.isfinite(item.measure(doc)), item.name
