"""MLA: author and place, titles, several works, places alone."""

from __future__ import annotations

import pytest
from citation_reading import cited, fields

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
    ("(Nau, loc. 2728)", "Nau", None, None, "loc. 2728"),
    ("(Nau, lines 4-6)", "Nau", None, None, "lines 4-6"),
    ("(Source B)", None, "Source B", None, None),
    ("(source 3 paragraph 20)", None, "source 3", None, "paragraph 20"),
    ("(Source A, para. 4)", None, "Source A", None, "para. 4"),
    ("(Ruiz, Source 2)", "Ruiz", "Source 2", None, None),
    ('(Source 2: "Quiet Streets")', None, "Quiet Streets", None, None),
    ("(para. 3)", None, None, None, "para. 3"),
    ("(pargraph 3)", None, None, None, "pargraph 3"),
]  # fmt: skip


@pytest.mark.parametrize(("bracket", "author", "title", "year", "locator"), MLA)
@pytest.mark.parametrize("end", [".", " .", ", and wars follow."])
def test_mla_brackets(bracket: str, author: str, title: str, year: str, locator: str, end: str) -> None:
    text = f"Alliances shift {bracket}{end}"
    (citation,) = cited(text)
    assert text[citation.start : citation.end] == bracket
    assert fields(citation) == (author, title, year, locator)
    assert citation.style == "mla"


@pytest.mark.parametrize(
    ("bracket", "works"),
    [
        ("(Nau 12; Walt 34)", [("Nau", None, None, "12"), ("Walt", None, None, "34")]),
        ('(Nau 12; "War; and Peace" 9)', [("Nau", None, None, "12"), (None, "War; and Peace", None, "9")]),
    ],
)  # fmt: skip
def test_several_works_share_their_bracket(bracket: str, works: list[tuple[str | None, ...]]) -> None:
    text = f"Alliances shift {bracket}."
    found = cited(text)
    assert [fields(citation) for citation in found] == works
    assert {text[citation.start : citation.end] for citation in found} == {bracket}


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
    ("text", "span", "expected"),
    [
        ("Peace lasts (Nau 12.", "(Nau 12", ("Nau", None, None, "12")),
        ("Peace lasts (Smith, 2019, p. 4. It does.", "(Smith, 2019, p. 4", ("Smith", None, "2019", "4")),
        ("Peace lasts (Nau 12]. It does.", "(Nau 12", ("Nau", None, None, "12")),
    ],
)
def test_an_unclosed_bracket_ends_with_its_last_field(text: str, span: str, expected: tuple[str | None, ...]) -> None:
    (citation,) = cited(text)
    assert text[citation.start : citation.end] == span
    assert fields(citation) == expected
    assert "unbalanced_bracket" in citation.issues
