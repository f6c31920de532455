"""APA and Chicago author-date brackets, and bare numbers that may be years."""

from __future__ import annotations

import pytest
from citation_reading import LIST, cited, fields

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
    ("(J. Smith, personal communication, May 5, 2019)", "apa", "J. Smith", "2019", None),
    ("(smith, 2019, p. 4)", "apa", "smith", "2019", "4"),
    ("(smith et al., 2019)", "apa", "smith et al.", "2019", None),
    ("(e.g., Smith, 2019)", "apa", "Smith", "2019", None),
    ("(Smith 2019, 45)", "chicago-author-date", "Smith", "2019", "45"),
    ("(Smith 2019: 45)", "chicago-author-date", "Smith", "2019", "45"),
    ("(Smith and Jones 2019)", "chicago-author-date", "Smith and Jones", "2019", None),
]


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
        (
            "(Smith & Jones, 2019; Lee et al., 2020a)", [("Smith & Jones", None, "2019", None),
            ("Lee et al.", None, "2020a", None)],
        ),
        ("(Smith, 2019, 2020)", [("Smith", None, "2019", None), ("Smith", None, "2020", None)]),
        ("(Smith, 2019; 2020)", [("Smith", None, "2019", None), ("Smith", None, "2020", None)]),
        ("(Reed, 2015a, 2015b)", [("Reed", None, "2015a", None), ("Reed", None, "2015b", None)]),
    ],
)  # fmt: skip
def test_several_dated_works_share_their_bracket(bracket: str, works: list[tuple[str | None, ...]]) -> None:
    text = f"Alliances shift {bracket}."
    found = cited(text)
    assert [fields(citation) for citation in found] == works
    assert {text[citation.start : citation.end] for citation in found} == {bracket}


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
