"""In-text pointers to sources: what is one, what it says, and what only looks like one."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from scorer.pipeline.annotations import Citation, Found
from scorer.pipeline.citations import Citations
from scorer.pipeline.citations.patterns import ISSUES
from scorer.pipeline.quotations import Quotations
from scorer.pipeline.references import References

ENGLISH = spacy.blank("en")
LIST = """

Works Cited
Nau, Henry. Perspectives on International Relations. CQ Press, 2017.
Walt, Stephen M. "Who's Afraid of the Balance of Power?" Foreign Policy, 8 Dec. 2017.
Walt, Stephen M. The Origins of Alliances. Cornell University Press, 1987.
"Balance of Power." Encyclopedia of Nations, 2015, www.nations.org.
"""


def read(text: str) -> Doc:
    return Citations()(References()(Quotations()(ENGLISH.make_doc(text))))


def cited(text: str) -> list[Citation]:
    found: list[Citation] = read(text)._.citations
    return found


def fields(citation: Citation) -> tuple[str | None, ...]:
    return citation.author, citation.title, citation.year, citation.locator


MLA = [
    ("(Nau 5283)", "Nau", None, None, "5283"),
    ("(Nau 12)", "Nau", None, None, "12"),
    ("( Nau 12 )", "Nau", None, None, "12"),
    ("(Nau xii)", "Nau", None, None, "xii"),
    ("(Nau, 5631)", "Nau", None, None, "5631"),
    ("(Nau p. 28)", "Nau", None, None, "28"),
    ("(Nau, pp. 28-30)", "Nau", None, None, "28-30"),
    ("(Nau, para. 6)", "Nau", None, None, "para. 6"),
    ("(Nau, Paragraph 14)", "Nau", None, None, "Paragraph 14"),
    ("(Nau, Kindle location 2728)", "Nau", None, None, "Kindle location 2728"),
    ("(UN Charter, Article 11)", "UN Charter", None, None, "Article 11"),
    ("(Shakespeare 3.1.56-60)", "Shakespeare", None, None, "3.1.56-60"),
    ("(D'Alto 6)", "D'Alto", None, None, "6"),
    ("(van der Berg 45)", "van der Berg", None, None, "45"),
    ("(Richard A. Posner 20)", "Richard A. Posner", None, None, "20"),
    ("(Walt and Mearsheimer 12-15)", "Walt and Mearsheimer", None, None, "12-15"),
    ("(Walt, Snyder, and Nau 4)", "Walt, Snyder, and Nau", None, None, "4"),
    ("(Walt et al. 23)", "Walt et al.", None, None, "23"),
    ('("Balance of Power" 12)', None, "Balance of Power", None, "12"),
    ('("Balance of Power," 12)', None, "Balance of Power", None, "12"),
    ("(“The ‘New’ Balance” 4)", None, "The ‘New’ Balance", None, "4"),
    (
        "(Walt, “Who’s Afraid of the Balance of Power” 2017)", "Walt",
        "Who’s Afraid of the Balance of Power", "2017", None,
    ),
    ("(Walt, \"Who's Afraid?\" 2017)", "Walt", "Who's Afraid?", "2017", None),
    ("(Walt, The Origins of Alliances, 8)", "Walt", "The Origins of Alliances", None, "8"),
    ("(Kissinger, Diplomacy 45)", "Kissinger", "Diplomacy", None, "45"),
    ("(The Origins of Alliances 8)", None, "The Origins of Alliances", None, "8"),
    ("(qtd. in Nau 12)", "Nau", None, None, "12"),
    ("(Kissinger, qtd. in Nau 12)", "Nau", None, None, "12"),
    ("(see Nau 12)", "Nau", None, None, "12"),
]  # fmt: skip
AUTHOR_DATE = [
    ("(Smith, 2019)", "apa", "Smith", "2019", None),
    ("(Smith, 2019, p. 4)", "apa", "Smith", "2019", "4"),
    ("(Smith, 2019, pp. 4–5)", "apa", "Smith", "2019", "4–5"),
    ("(Smith, 2019, para. 6)", "apa", "Smith", "2019", "para. 6"),
    ("(Smith, n.d.)", "apa", "Smith", "n.d.", None),
    ("(Smith, J., 2019)", "apa", "Smith, J.", "2019", None),
    ("(Smith & Jones, 2020a)", "apa", "Smith & Jones", "2020a", None),
    ("(Smith, Jones, & Lee, 2019)", "apa", "Smith, Jones, & Lee", "2019", None),
    ("(Lee et al., 2020)", "apa", "Lee et al.", "2020", None),
    ("(World Health Organization, 2020)", "apa", "World Health Organization", "2020", None),
    ("(World Health Organization [WHO], 2020)", "apa", "World Health Organization", "2020", None),
    ("(WHO, 2020)", "apa", "WHO", "2020", None),
    ("(Freud, 1900, as cited in Jones, 2019)", "apa", "Jones", "2019", None),
    ("(e.g., Smith, 2019)", "apa", "Smith", "2019", None),
    ("(Smith 2019, 45)", "chicago-author-date", "Smith", "2019", "45"),
    ("(Smith 2019: 45)", "chicago-author-date", "Smith", "2019", "45"),
    ("(Smith and Jones 2019)", "chicago-author-date", "Smith and Jones", "2019", None),
]


@pytest.mark.parametrize(("bracket", "author", "title", "year", "locator"), MLA)
@pytest.mark.parametrize("end", [".", " .", ", and wars follow."])
def test_mla_brackets(bracket: str, author: str, title: str, year: str, locator: str, end: str) -> None:
    text = f"Alliances shift {bracket}{end}"
    (citation,) = cited(text)
    assert text[citation.start : citation.end] == bracket
    assert fields(citation) == (author, title, year, locator)
    assert citation.style == "mla"


@pytest.mark.parametrize(("bracket", "style", "author", "year", "locator"), AUTHOR_DATE)
def test_author_date_brackets(bracket: str, style: str, author: str, year: str, locator: str) -> None:
    text = f"Alliances shift {bracket} ."
    (citation,) = cited(text)
    assert text[citation.start : citation.end] == bracket
    assert fields(citation) == (author, None, year, locator)
    assert citation.style == style


@pytest.mark.parametrize(
    ("bracket", "works"),
    [
        ("(Nau 12; Walt 34)", [("Nau", None, None, "12"), ("Walt", None, None, "34")]),
        (
            "(Smith & Jones, 2019; Lee et al., 2020a)", [("Smith & Jones", None, "2019", None),
            ("Lee et al.", None, "2020a", None)],
        ),
        ("(Smith, 2019, 2020)", [("Smith", None, "2019", None), ("Smith", None, "2020", None)]),
        ("(Smith, 2019; 2020)", [("Smith", None, "2019", None), ("Smith", None, "2020", None)]),
        ('(Nau 12; "War; and Peace" 9)', [("Nau", None, None, "12"), (None, "War; and Peace", None, "9")]),
    ],
)  # fmt: skip
def test_several_works_share_their_bracket(bracket: str, works: list[tuple[str | None, ...]]) -> None:
    text = f"Alliances shift {bracket}."
    found = cited(text)
    assert [fields(citation) for citation in found] == works
    assert {text[citation.start : citation.end] for citation in found} == {bracket}


@pytest.mark.parametrize(
    ("text", "span", "expected"),
    [
        ("Walt (2017) argues that they last.", "Walt (2017)", ("Walt", None, "2017", None)),
        ("According to Walt (2017), they last.", "Walt (2017)", ("Walt", None, "2017", None)),
        ("It was shown by Walt et al. (2017).", "Walt et al. (2017)", ("Walt et al.", None, "2017", None)),
        ("Walt’s (2017) view is clear.", "Walt’s (2017)", ("Walt", None, "2017", None)),
        (
            "As Smith and Jones (2019, p. 4) show, cats win.", "Smith and Jones (2019, p. 4)",
            ("Smith and Jones", None, "2019", "4"),
        ),
        (
            "The World Health Organization (2020) reports it.",
            "World Health Organization (2020)", ("World Health Organization", None, "2020", None),
        ),
        (
            "In his 1994 book Diplomacy, Kissinger praises order.",
            "1994 book Diplomacy, Kissinger", ("Kissinger", "Diplomacy", "1994", None),
        ),
        (
            "In Diplomacy (1994), Kissinger argues for order.",
            "Diplomacy (1994), Kissinger", ("Kissinger", "Diplomacy", "1994", None),
        ),
        (
            "Kissinger's Diplomacy (1994) is long.", "Kissinger's Diplomacy (1994)", ("Kissinger",
            "Diplomacy", "1994", None),
        ),
        (
            'In his article "Afraid of Power," Walt says so.',
            '"Afraid of Power," Walt', ("Walt", "Afraid of Power", None, None),
        ),
        (
            'In the article "Smiling Machines" by Nick D\'Alto, faces talk.',
            '"Smiling Machines" by Nick D\'Alto', ("Nick D'Alto", "Smiling Machines", None, None),
        ),
        (
            "Walt's article “Afraid of Power” (2017) says so.",
            "Walt's article “Afraid of Power” (2017)", ("Walt", "Afraid of Power", "2017", None),
        ),
        (
            'Walt argues in "Afraid of Power" that it fails.', 'Walt argues in "Afraid of Power"', ("Walt",
            "Afraid of Power", None, None),
        ),
        (
            "A 2019 report by the World Health Organization says so.",
            "2019 report by the World Health Organization", ("World Health Organization", None, "2019", None),
        ),
        ("Nau argues that states align (28).", "(28)", ("Nau", None, None, "28")),
        ("Nau says that fear, “a matter of all,” grows (p. 28) .", "(p. 28)", ("Nau", None, None, "28")),
        ("In Nau's view states align (28).", "(28)", ("Nau", None, None, "28")),
        ("Smith argues that states align (2019, p. 4).", "(2019, p. 4)", ("Smith", None, "2019", "4")),
    ],
)  # fmt: skip
def test_narrative_forms(text: str, span: str, expected: tuple[str | None, ...]) -> None:
    (citation,) = cited(text)
    assert text[citation.start : citation.end] == span
    assert fields(citation) == expected
    assert citation.style == "narrative"


def test_a_pronoun_stands_for_the_author_of_the_sentence_before() -> None:
    text = 'Nau explains war. He says that "states will align" (28).'
    assert fields(cited(text)[0]) == ("Nau", None, None, "28")


@pytest.mark.parametrize(
    ("text", "locator"),
    [
        ('The text says "they were lonely" (17).', "17"),
        ('It was "a good day" (paragraph 5). Then it rained.', "paragraph 5"),
        ("The trip takes years (p. 5).", "5"),
    ],
)
def test_a_locator_may_stand_alone(text: str, locator: str) -> None:
    (citation,) = cited(text)
    assert fields(citation) == (None, None, None, locator)
    assert citation.style == "mla"


@pytest.mark.parametrize(
    ("text", "spans", "style"),
    [
        ("It works [1].", ["[1]"], "numeric"),
        ("It works [2, 5] well.", ["[2, 5]"] * 2, "numeric"),
        ("It works [3-5].", ["[3-5]"] * 3, "numeric"),
        ("It lasts.¹ And ends.¹²", ["¹", "¹²"], "chicago-note"),
        ("Read https://www.who.int/x, which says so.", ["https://www.who.int/x"], "url"),
        ("So it is (www.who.int/x).", ["(www.who.int/x)"], "url"),
        ("See www. who. org/a for more.", ["www. who. org/a"], "url"),
    ],
)
def test_numbers_notes_and_links(text: str, spans: list[str], style: str) -> None:
    found = cited(text)
    assert [text[citation.start : citation.end] for citation in found] == spans
    assert {citation.style for citation in found} == {style}


@pytest.mark.parametrize(
    "text",
    [
        "The war (1939-1945) was long.", "He (1809-1865) freed them.", "Lincoln (1809-1865) freed them.",
        "Lincoln (Lincoln, 1809-1865) led.", "The alliance (NATO) grew.", "They went there (see the map).",
        "It has two parts (1).", "We do (1) first and (2) second.", "(1) first (2) second (3) third.",
        "1) one\n2) two", "He wrote that he “goed [sic] home” at last.", "Pets (e.g., dogs) help.",
        "Many (about 40%) agree.",
        "The war (World War II) ended.", "It began (in 1990).", "She (my mother) knows.", "They met (Monday).",
        "They met (Monday 12).", "The winner (the United States) paid.", "On May 5, 2019 it rained.",
        "It rained (April 5, 1998).", "It rained (June 2015).", "I saw @PERSON1 (@PERSON2 12) there.",
        "We add (2 + 3) here.", "The film (Titanic) is long.", "Titanic (1997) is long.",
        "Hiroshima (1945) was destroyed.",
        "They met in (Paris, 2015).", "He lives in (Paris, France).", "It landed (Apollo 11).", "It flew (Boeing 747).",
        "See the table (Table 2).", "See below (see page 5 below).", "He is young (age 12).", "She is (12) and tall.",
        "Our class (Grade 8) voted.", "It costs more ($31).", "It is sharp (43 meters per pixel).",
        "The 60s (1960s) were wild.",
        "Numbers (10) matter here.", "I (like you) care.", "A field of 5 km² is big.",
        "A field of 5 square metres² is big.",
        "He is tall (6'2\").", "One [2017] two.", "x[1](y)", "[1] First\n[2] Second", "Emoji :) and (: here.",
        "Phones (and tablets) distract.", "It is cheap (Source 2).", "It is cheap (source 3 paragraph 20).",
        "Call (555) 123-4567 now.", "He earned 5 (five) points.", "Congress (House and Senate) voted.",
        "The law (Title IX) helps.", "The movie (PG 13) is fine.", "That year (2019) was good.", "", "()", "( )",
        "(((", ")))",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_citation(text: str) -> None:
    assert [text[citation.start : citation.end] for citation in cited(text)] == []


def test_brackets_inside_quoted_words_belong_to_the_source() -> None:
    text = 'Jones says that "as Walt (2017) writes, and (Nau 28) repeats, all wars end" (12).'
    assert [text[c.start : c.end] for c in cited(text)] == ["(12)"]


def test_a_bracket_put_before_the_closing_mark_is_still_a_citation() -> None:
    doc = read('He writes, "half of all drivers own a car (Rosenthal 5)." So they do.')
    assert [citation.author for citation in doc._.citations] == ["Rosenthal"]
    assert doc._.quotations[0].citation == 0


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peace lasts (Nau 2017).", ("Nau", "2017", None, "chicago-author-date")),
        ("Peace lasts (Nau 2017). War ends (Nau 2728).", ("Nau", None, "2017", "mla")),
        ("Peace lasts (Nau 2017). War ends (Walt 5283).", ("Nau", None, "2017", "mla")),
        ("Peace lasts (Nau 2017). War ends (Walt 12).", ("Nau", "2017", None, "chicago-author-date")),
        ("Peace lasts (Nau 2017)." + LIST, ("Nau", "2017", None, "chicago-author-date")),
        ("Peace lasts (Nau 1896)." + LIST, ("Nau", None, "1896", "mla")),
    ],
)
def test_the_essay_says_whether_a_bare_number_is_a_year(text: str, expected: tuple[str | None, ...]) -> None:
    first = cited(text)[0]
    assert (first.author, first.year, first.locator, first.style) == expected


@pytest.mark.parametrize(
    ("text", "issues"),
    [
        ("Peace lasts (Nau 12).", [()]),
        ("Peace lasts (Nau, 12).", [("comma_before_locator",)]),
        ("Peace lasts (Nau, par. 12).", [()]),
        ('He says that "peace will last for all" (Smith, 2019).', [("missing_locator",)]),
        ('He says that "peace will last for all" (Smith, 2019, p. 4).', [()]),
        ('It has a "scare word" (Smith, 2019).', [()]),
        ("Peace (Smith, 2019). War (Lee, 2020). Law (Nau, p. 4).", [(), (), ("missing_year",)]),
        ("Peace (Nau 12). War (Walt 13). Law (Smith, 2019).", [(), (), ("mixed_styles",)]),
        ("Peace (Nau 12). War (Walt 13). Walt (2017) says so.", [(), (), ()]),
        ("Peace (Nau 12). War (Walt 13). Law (Smith 14)." + LIST, [(), (), ("no_matching_reference",)]),
        ("It works [1]. It fails [9]." + LIST, [(), ("no_matching_reference",)]),
    ],
)
def test_issues(text: str, issues: list[tuple[str, ...]]) -> None:
    found = [citation.issues for citation in cited(text)]
    assert found == issues
    assert {code for codes in found for code in codes} <= set(ISSUES)


@pytest.mark.parametrize(
    ("citation", "reference"),
    [
        ("(Nau 12)", 0),
        ("(Nau, 2017)", 0),
        ("(Walt, 2017)", 1),
        ("(Walt, 1987)", 2),
        ("(Walt, 1999)", None),
        ('(Walt, "Who\'s Afraid" 3)', 1),
        ("(Walt, The Origins of Alliances, 8)", 2),
        ('("Balance of Power")', 3),
        ('("Balance of Power" 3)', 3),
        ("(Smith 3)", None),
        ("[3]", 2),
    ],
)
def test_citations_point_at_their_entry(citation: str, reference: int | None) -> None:
    (found,) = cited(f'They call it "fear of power" {citation}.{LIST}')
    assert found.reference == reference


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ('He says "a b c d" (Nau 12).', [0]),
        ('He says "a b c d." (Nau 12) Then "e f g h" (Walt 3).', [0, 1]),
        ('Both "a b" and "c d" matter (Nau 12).', [0, 0]),
        ('He says "a b c d". It rains (Nau 12).', [None]),
        ('Peace lasts (Nau 12), and "a b c d" too.', [None]),
        ("It is safe, “a b c” (Walt, “The Title of It” 12) .", [0]),
    ],
)
def test_quotations_are_linked_to_the_citation_that_follows(text: str, links: list[int | None]) -> None:
    assert [quotation.citation for quotation in read(text)._.quotations] == links


def test_the_prompt_and_the_list_are_passed_over() -> None:
    text = "Read (Nau 12) first.\n\nPeace lasts (Walt 3)." + LIST
    doc = ENGLISH.make_doc(text)
    doc._.prompt = Found(0, text.index("\n"))
    doc = Citations()(References()(Quotations()(doc)))
    assert [citation.author for citation in doc._.citations] == ["Walt"]
    assert doc._.quotations == []


def test_narrative_forms_can_be_left_out() -> None:
    doc = ENGLISH.make_doc("Kissinger's Diplomacy (1994) is long.")
    assert Citations(narrative=False)(doc)._.citations == []


def test_seed_essay(nlp: Language, seed_path: Path) -> None:
    text = seed_path.read_text(encoding="utf-8")
    found = nlp(text)._.citations
    walt = "Who’s Afraid of the Balance of Power"
    assert [fields(citation) for citation in found] == [
        ("Walt", walt, "2017", None),
        ("Nau", None, None, "2728"),
        ("Walt", "Alliance Formation and the Balance of World Power", None, "8"),
        ("Nau", None, None, "5283"),
        ("Nau", None, None, "5631"),
    ]
    assert [citation.issues for citation in found] == [
        ("missing_locator",), (), (), (), ("comma_before_locator",),
    ]  # fmt: skip
    assert [text[citation.start] + text[citation.end - 1] for citation in found] == ["()"] * 5
    assert {citation.style for citation in found} == {"mla"}


PIECES = st.lists(
    st.sampled_from(
        ["Walt", "Nau ", " (2017)", "(Nau 12)", '"', "“", "”", "(", ")", "[1]", "; ", ", ", "2019", "et al.", "\n",
         "\n\n",
         "In his book Diplomacy, Kissinger", " by ", "'s ", "Works Cited\n", "www.a.org", "¹", ". ", "argues",
         "p. 4", " of "]
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
