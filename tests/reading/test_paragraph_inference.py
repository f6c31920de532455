"""Lines at places on the page to paragraphs. ``|`` ends a line, leading ``>`` indent it by half an inch each."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorer.reading.paragraphs import Line, paragraphs

FULL = "the price of any war is high for all of the nations and"
ENDS = "leaders count the cost of it before they choose to act."


def page_of(drawing: str, top: float = 700.0) -> list[Line]:
    lines = []
    for k, drawn in enumerate(drawing.split("|")):
        text = drawn.lstrip(">")
        if text:
            lines.append(Line(text, 72.0 + 36.0 * (len(drawn) - len(text)), top - 14.0 * k, 12.0))
    return lines


@pytest.mark.parametrize(
    ("drawings", "expected"),
    [
        pytest.param([f"{FULL}|{FULL}|{FULL}"], [f"{FULL} {FULL} {FULL}"], id="one paragraph"),
        pytest.param([f"{FULL}|it ends.|{FULL}|{FULL}"], [f"{FULL} it ends.", f"{FULL} {FULL}"], id="short last line"),
        pytest.param([f"{FULL}|{ENDS}||{FULL}|{FULL}"], [f"{FULL} {ENDS}", f"{FULL} {FULL}"], id="blank line"),
        pytest.param([f">{FULL}|{ENDS}|>{FULL}|{FULL}"], [f"{FULL} {ENDS}", f"{FULL} {FULL}"], id="indented"),
        pytest.param(
            [f"{FULL}|{ENDS}|>>{FULL}|>>{ENDS}|{FULL}|{FULL}"],
            [f"{FULL} {ENDS}", f"{FULL} {ENDS}", f"{FULL} {FULL}"],
            id="block quotation",
        ),
        pytest.param(
            [f"{FULL}|>{FULL}|{FULL}|>{FULL}|{FULL}|>{FULL}"],
            [f"{FULL} {FULL}"] * 3,
            id="hanging entries",
        ),
        pytest.param([f"• {FULL}|{FULL}|• {FULL}"], [f"• {FULL} {FULL}", f"• {FULL}"], id="bullets"),
        pytest.param([f"{FULL}|{FULL}", f"{FULL}|{ENDS}"], [f"{FULL} {FULL} {FULL} {ENDS}"], id="page break"),
        pytest.param([f"{FULL} well-|known {FULL}"], [f"{FULL} well-known {FULL}"], id="hyphen"),
        pytest.param([f"{FULL} peace—|not {FULL}"], [f"{FULL} peace—not {FULL}"], id="dash without spaces"),
        pytest.param([f"{FULL} peace –|not {FULL}"], [f"{FULL} peace – not {FULL}"], id="dash with spaces"),
        pytest.param([f"2|{FULL}|{FULL}", f"{FULL}|- 3 -"], [f"{FULL} {FULL} {FULL}"], id="page numbers"),
        pytest.param(
            [f"{FULL}|{FULL}", f"Smith 2|{FULL}"], [f"{FULL} {FULL} {FULL}"], id="head on the second page only"
        ),
        pytest.param([f"On War|{FULL}", f"On War|{FULL}"], ["On War", f"{FULL} {FULL}"], id="title as running head"),
        pytest.param([f"{FULL}|(Walt 17)."], [f"{FULL} (Walt 17)."], id="a citation at the foot is no page number"),
        pytest.param([""], [], id="blank page"),
    ],
)
def test_lines_become_paragraphs(drawings: list[str], expected: list[str]) -> None:
    assert paragraphs([page_of(drawing) for drawing in drawings]) == expected


def test_lines_without_a_place_are_parted_by_their_length() -> None:
    lines = [Line(FULL), Line("it ends."), Line(FULL), Line(FULL)]
    assert paragraphs([lines]) == [f"{FULL} it ends.", f"{FULL} {FULL}"]


WORDS = st.lists(st.sampled_from(["war", "peace", "nations", "well-", "cost."]), min_size=1, max_size=12).map(" ".join)
LINES = st.builds(Line, WORDS, st.floats(0, 600), st.floats(0, 800), st.floats(1, 40))


@given(st.lists(st.lists(LINES, max_size=8), max_size=4))
def test_no_word_of_the_body_is_lost_or_moved(pages: list[list[Line]]) -> None:
    texts = [line.text for page in pages for line in page]
    found = "".join("".join(paragraphs(pages)).split())
    edges = {line.text for page in pages for line in (page[:1] + page[-1:])}
    kept = "".join("".join(text.split()) for text in texts if text not in edges)
    position = 0
    for character in kept:  # the body's characters come in order, among those of first and last lines
        position = found.index(character, position) + 1
