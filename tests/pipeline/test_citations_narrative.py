"""Works that running text names with their author."""

from __future__ import annotations

import pytest
from citation_reading import ENGLISH, cited, fields

from scorer.pipeline.citations import Citations


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
    assert citation.style in ({"mla", "apa"} if span.startswith("(") else {"narrative"})


def test_a_pronoun_stands_for_the_author_of_the_sentence_before() -> None:
    text = 'Nau explains war. He says that "states will align" (28).'
    assert fields(cited(text)[0]) == ("Nau", None, None, "28")


def test_narrative_forms_can_be_left_out() -> None:
    doc = ENGLISH.make_doc("Kissinger's Diplomacy (1994) is long.")
    assert Citations(narrative=False)(doc)._.citations == []
