"""How school essays point at a source: paragraphs, lettered sources, titles without an author."""

from __future__ import annotations

import pytest
from citation_reading import cited, fields, spans

POINTERS = [
    ("In paragraph 3 the author states it.", "paragraph 3", (None, None, None, "paragraph 3")),
    ("It says in paragraph three that ice melts.", "paragraph three", (None, None, None, "paragraph three")),
    ("As paragraphs 3 and 4 show, ice melts.", "paragraphs 3 and 4", (None, None, None, "paragraphs 3 and 4")),
    ("In paragraphs three and four it says so.", "paragraphs three and four",
     (None, None, None, "paragraphs three and four")),
    ("As Source 1, 2 and 4 say, it helps.", "Source 1, 2 and 4", (None, "Source 1, 2 and 4", None, None)),
    ("It is shown in pargraph #12 as well.", "pargraph #12", (None, None, None, "pargraph #12")),
    ("In line 12 the poet sighs.", "line 12", (None, None, None, "line 12")),
    ("On page 4 he sighs.", "page 4", (None, None, None, "4")),
    ("It is told on p. 12, and well.", "p. 12", (None, None, None, "12")),
    ("In paragraph 2, line 4 it says so.", "paragraph 2, line 4", (None, None, None, "paragraph 2, line 4")),
    ("Source B claims that trams are cheap.", "Source B", (None, "Source B", None, None)),
    ("Trams help. In Source 2, Robert Vale says that they are cheap.", "Source 2, Robert Vale",
     ("Robert Vale", "Source 2", None, None)),
    ("According to source two, trams are cheap.", "source two", (None, "source two", None, None)),
    ("As source 2 paragraph 5 says, trams help.", "source 2 paragraph 5", (None, "source 2", None, "paragraph 5")),
    ("In paragraph 5 of Source A it says so.", "paragraph 5 of Source A", (None, "Source A", None, "paragraph 5")),
    ('In the article "Smart Cities" the author says so.', '"Smart Cities"', (None, "Smart Cities", None, None)),
    ("In the article Quiet Streets for Children, it says so.", "Quiet Streets for Children",
     (None, "Quiet Streets for Children", None, None)),
    ('The passage "The trouble with quiet streets" is long.', '"The trouble with quiet streets"',
     (None, "The trouble with quiet streets", None, None)),
    ('In "Quiet Streets for Children," the author says so.', '"Quiet Streets for Children,"',
     (None, "Quiet Streets for Children", None, None)),
    ("In the novel *Quiet Streets* a boy waits.", "*Quiet Streets*", (None, "Quiet Streets", None, None)),
    ('In paragraph 4 of the article "Smart Cities" it says so.', 'paragraph 4 of the article "Smart Cities"',
     (None, "Smart Cities", None, "paragraph 4")),
    ('In the article "Smart Cities" (paragraph 4) it says so.', '"Smart Cities" (paragraph 4)',
     (None, "Smart Cities", None, "paragraph 4")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "span", "expected"), POINTERS)
def test_pointers(text: str, span: str, expected: tuple[str | None, ...]) -> None:
    (citation,) = cited(text)
    assert text[citation.start : citation.end] == span
    assert fields(citation) == expected
    assert citation.style == "narrative"


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("D'Alto states in paragraph 4 that it works.", "D'Alto states in paragraph 4"),
        ("In paragraph 4, D'Alto states that it works.", "paragraph 4, D'Alto"),
    ],
)
def test_a_known_author_belongs_to_the_place(text: str, span: str) -> None:
    text = f'"Smart Cities" by Nick D\'Alto is new. {text}'
    assert spans(text) == ['"Smart Cities" by Nick D\'Alto', span]
    assert cited(text)[1].author == "D'Alto"


@pytest.mark.parametrize(
    "text",
    [
        "According to the article, trams help.", "The author says that trams help.", "The passage says so.",
        "According to my mom, trams help.", "We write in paragraph form.", "A five paragraph essay is long.",
        "My paragraph 2 says it.", "The sun is a source of energy.", "They filed for Chapter 11 bankruptcy.",
        "We stood in line 3 hours.", "I read 4 pages.", "I text 3 people a day.", "It lasts one page.",
        'In the article "trams help everybody who waits", and so on.', "My essay Quiet Streets for Children is good.",
        "In the article Bill Ford, a chairman, speaks.", "The movie is PG 13 for kids.",
        'It gave "The Face" its name.', "Article 2 of the Constitution says so.",
        'He said that "in paragraph 3 of the law it says so" once.', "Paragraph 3\nTrams help.",
        "A resource 3 times as big helps.", "In text messages we say little.",
    ],
)  # fmt: skip
def test_what_points_at_nothing(text: str) -> None:
    assert spans(text) == []
