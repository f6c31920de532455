"""Notes on paragraphs, linking words and the ending."""

from __future__ import annotations

import pytest
from marked_essays import phrased, pointed_at, read, told
from spacy.language import Language

FILL = "The river runs through the town and past the mill, and the children play there after school every day. "
BLOCK = (
    "Towns grow. "
    + FILL * 5
    + "First, trees give shade to the people who walk. "
    + FILL * 5
    + "Furthermore, trees clean the air that everybody breathes. "
    + FILL * 3
    + "{C|In conclusion, towns need trees. "
    + FILL
    + "}"
)


def test_a_block_is_shown_where_it_could_be_parted(nlp: Language) -> None:
    note = told(doc := read(nlp, BLOCK))["one_paragraph"]
    assert [place.split()[0] for place in pointed_at(doc, note)] == ["First,", "Furthermore,", "In"]
    assert all("more than 250" in text.lower() for text in phrased(note)) and 250 < len(doc.text.split()) <= 300


def test_no_place_is_named_in_a_block_without_signposts(nlp: Language) -> None:
    doc = read(nlp, FILL * 15)
    note = told(doc)["one_paragraph_plain"]
    assert "one_paragraph" not in told(doc)
    assert all("250" in text and "“The river runs through the town…”" in text for text in phrased(note))


@pytest.mark.parametrize("text", ["Trees give shade. " * 5, FILL * 10, (FILL * 3 + "\n\n") * 3])
def test_short_or_divided_texts_are_not_asked_to_be_parted(nlp: Language, text: str) -> None:
    assert (
        not {"one_paragraph", "one_paragraph_plain", "paragraph_long", "paragraph_long_plain"}
        & told(read(nlp, text)).keys()
    )


def test_a_long_paragraph_among_others(nlp: Language) -> None:
    note = told(read(nlp, "Towns grow and grow.\n\n" + FILL * 15))["paragraph_long_plain"]
    assert note.fields["words"] == "250"


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        (
            "Trees give shade to the old.\n\nBirds sing in the trees there.\n\nThe air is clean and cool.",
            "paragraphs_thin",
            "Trees give shade",
        ),
        (
            "The River\n\n" + FILL * 2 + "\n\nTrees shade us. " + FILL * 2 + "\n\nIn short, rivers matter. " + FILL * 2,
            "paragraphs_divided",
            "Trees shade us",
        ),
        ("However, trees fall. Therefore, we plant. In addition, we water. We wait.", "links_varied", "Therefore"),
        (
            "We plant because we care because it is hot because of cars " + "because we must " * 4 + "now.",
            "link_leaned_on",
            "because",
        ),
        ("Trees give shade. {C|In short, we need them.}", "conclusion_found", "In short"),
        (
            "Trees give shade to people. Towns need them. " * 2 + "Copper wires carry current. " * 4,
            "conclusion_missing",
            "Copper wires",
        ),
    ],
)
def test_what_is_said_of_order(nlp: Language, text: str, code: str, words: str) -> None:
    doc = read(nlp, text)
    assert code in told(doc)
    assert any(words in place for place in pointed_at(doc, told(doc)[code]))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Trees give shade. Birds sing. Much happens there. That is why we need trees.", "conclusion_missing"),
        (
            "Trees give shade to towns. Birds sing. Copper is red. Towns without trees have no shade.",
            "conclusion_missing",
        ),
        (
            "Trees give shade.They are old.\n\nBirds sing in the trees there.\n\nThe air is clean and cool.",
            "paragraphs_thin",
        ),
    ],
)
def test_what_is_not_said_of_order(nlp: Language, text: str, code: str) -> None:
    assert code not in told(read(nlp, text))


def test_what_a_line_break_tore_is_no_paragraph_that_is_praised(nlp: Language) -> None:
    torn = FILL * 2 + "\n\n" + FILL * 2 + "People walk in the\n\nOld town of " + FILL * 2
    torn += "".join(f"\n\n{begun}. " + FILL * 2 for begun in ("Towns grow", "Trees give shade"))
    doc = read(nlp, torn)
    places = pointed_at(doc, told(doc)["paragraphs_divided"])
    assert len(places) == 3
    assert not any(place.startswith("Old town") for place in places)
