"""Issues of form, and links to the list of references and from quotations."""

from __future__ import annotations

from pathlib import Path

import pytest
from citation_reading import LIST, cited, fields, read
from spacy.language import Language

from scorer.pipeline.annotations import Reference
from scorer.pipeline.citations.linking import entries_of
from scorer.pipeline.citations.patterns import ISSUES


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
        ("Peace (Walt 13)." + LIST, [()]),
        ('In the article "Smart Cities" it says "trams will help us all".', [()]),
        ('Walt (2017) argues that "peace will last for all".', [("missing_locator",)]),
        ("Peace (Nau 12. It lasts.", [("unbalanced_bracket",)]),
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
        ("(Walt 3)", None),
        ("(Stephen 3)", None),
        ("(Náu 3)", 0),
        ("(Nau and Walt 3)", None),
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
        ('In paragraph 3 the author says, "a b c d." It rains.', [0]),
        ('In paragraph 3 it says "a b c d" and in paragraph 4 it says "e f g h".', [0, 1]),
        ('"a b c d," it says in paragraph 3.', [0]),
        ("It is safe, “a b c” (Walt, “The Title of It” 12) .", [0]),
    ],
)
def test_quotations_are_linked_to_the_citation_that_follows(text: str, links: list[int | None]) -> None:
    assert [quotation.citation for quotation in read(text)._.quotations] == links


@pytest.mark.parametrize(
    ("author", "year", "listed", "matches"),
    [
        ("WHO", "2019", "World Health Organization", True),
        ("World Health Organization", "2019", "WHO", True),
        ("Smith & Jones", "2019", "Smith, J., & Jones, K.", True),
        ("Smith and Jones", "2019", "Smith, J., & Jones, K.", True),
        ("Smith et al.", "2019", "Smith, J., Jones, K., & Lee, M.", True),
        ("Jones", "2019", "Smith, J., & Jones, K.", False),
        ("Smith", "2018", "Smith, J.", False),
        ("Müller", "2019", "Muller, A.", True),
        ("van der Berg", "2019", "van der Berg, Anna", True),
        ("Smithson", "2019", "Smith, J.", False),
    ],
)
def test_authors_are_the_same_however_they_are_written(author: str, year: str, listed: str, matches: bool) -> None:
    entries = [Reference(0, 1, 1.0, listed, "Alliances", "2019")]
    assert entries_of(author, None, year, entries) == ([0] if matches else [])


def test_a_letter_tells_two_works_of_a_year_apart() -> None:
    entries = [Reference(0, 1, 1.0, "Reed, A.", title, year) for title, year in (("One", "2015a"), ("Two", "2015b"))]
    assert entries_of("Reed", None, "2015b", entries) == [1]
    assert entries_of("Reed", None, "2015", entries) == [0, 1]


def test_the_prompt_and_the_list_are_passed_over() -> None:
    text = "Read (Nau 12) first.\n\nPeace lasts (Walt 3)." + LIST
    doc = read(text, prompt_end=text.index("\n"))
    assert [citation.author for citation in doc._.citations] == ["Walt"]
    assert doc._.quotations == []


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


def test_an_acronym_alone_is_cited_where_the_list_has_it() -> None:
    entries = (("SFA", "Teens and Sleep", "2020"),)
    text = "Teens need sleep (SFA). So do adults.\n\nWorks Cited\nSFA. Teens and Sleep. Mill, 2020.\n"
    assert [text[one.start : one.end] for one in read(text, entries=entries)._.citations] == ["(SFA)"]
    named = text.replace("Teens need sleep", "The doctors founded the Sleep Freedom Association")
    assert read(named, entries=entries)._.citations == []
